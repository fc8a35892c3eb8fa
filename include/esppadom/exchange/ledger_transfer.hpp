// A change of operator: a part of a ledger with its report, and parts merged, with findings where they conflict.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "esppadom/billing/ledger_export.hpp"
#include "esppadom/exchange/plain_table.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// `export_ledger` with what somebody should know of it: nothing is concerned, documents are held in part, open
/// advances stay behind. Errors: missing when nothing of the ledger is concerned.
ESPPADOM_API result<ledger_export> exported(const ledger& all, ledger_cut by, std::string_view id, findings& found);

/// The parts put together. Errors: conflict, with a finding for each conflict.
ESPPADOM_API result<ledger> merged_ledger(std::vector<ledger> parts, findings& found);

/// Canonical JSON, esppadom/ledger-export/1, indented, with a line end: what was cut out and what of each kind of fact
/// was taken and left out. The part itself is a ledger: `write_json(done.part)`.
ESPPADOM_API std::string write_json(const ledger_export& done, ledger_cut by, std::string_view id,
                                    const findings& found, language in);

/// The rows of the report.
ESPPADOM_API plain_table table_of(const ledger_export& done);

}  // namespace esppadom::inline ESPPADOM_ABI
