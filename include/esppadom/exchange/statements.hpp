// Statements to be kept: sealed, chained, and verified.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/plain_table.hpp"
#include "esppadom/export.hpp"
#include "esppadom/oversight/service_fait.hpp"
#include "esppadom/oversight/statistics/trial_balance.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A statement and its seal: the SHA-256 of its canonical JSON.
struct sealed_service_fait {
  service_fait statement;
  std::string seal;

  friend bool operator==(const sealed_service_fait&, const sealed_service_fait&) = default;
};

template <>
inline constexpr auto description<sealed_service_fait> = fields(field<&sealed_service_fait::statement>("état"),
                                                                field<&sealed_service_fait::seal>("sceau"));

/// Seals a statement. Errors: not_built when the library was built without OpenSSL.
ESPPADOM_API result<sealed_service_fait> seal(service_fait statement);

/// The statements of a beneficiary from `first` to `last`, each naming the seal of the one before; `before` is the seal
/// of the month before `first`. Months without visits and lines have one too, so that none can be missing.
/// `keep_years`: kept until the end of that many years after the year of the month. Errors: as `seal`.
ESPPADOM_API result<std::vector<sealed_service_fait>> service_fait_chain(const beneficiary_ledger& facts,
                                                                         local_month first, local_month last,
                                                                         std::optional<std::string> before,
                                                                         std::optional<int> keep_years);

/// The only writing of a sealed statement: canonical JSON on one line with a line end.
ESPPADOM_API std::string write_json(const sealed_service_fait& statement);

/// A statement as it was kept.
struct kept_statement {
  std::string name;  ///< of the file, for findings
  std::string bytes;
};

/// Whether kept statements are what was sealed: every byte, every link, no month missing between the first and the last
/// of each beneficiary. `head` is the seal of the last one, kept elsewhere: without it a chain that was rewritten and
/// sealed anew from its beginning cannot be told. False after at least one finding (ESP-SFT). Errors are findings.
ESPPADOM_API bool verify_chain(std::span<const kept_statement> kept, const std::optional<std::string>& head,
                               findings& found);

/// The seal of one statement that was kept and is as it was sealed; none after a finding.
ESPPADOM_API std::optional<std::string> seal_of(const kept_statement& kept, findings& found);

/// The trial balance as a table.
ESPPADOM_API plain_table table_of(std::span<const balance_row> rows);

}  // namespace esppadom::inline ESPPADOM_ABI
