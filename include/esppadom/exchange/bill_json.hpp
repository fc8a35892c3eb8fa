// Correction rates and the result of a run of billing as JSON, and the ledger that one run hands to the next.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "esppadom/bill.hpp"
#include "esppadom/bill/comparison.hpp"
#include "esppadom/bill/rates.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A ledger grows with every month, so it may be larger than other files.
inline constexpr json_limits ledger_json_limits{std::size_t{2} << 30, 64};

/// The ledger that the text holds, or an error code after at least one finding of severity error: `invalid_syntax` for
/// what is no JSON, `too_large`, `too_deep`, else `invalid_value`. Strict whatever the options say of unknown keys by
/// default: a ledger decides what is still to be paid. A seal that is not that of the content is ESP-LED-009 and
/// `invalid_value`, however the file is laid out; a ledger without one is taken, with the warning ESP-LED-010.
ESPPADOM_API result<ledger> read_ledger_json(std::string_view bytes, findings& out,
                                             const json_read_options& options = {
                                                 json_strictness::strict, ledger_json_limits, {}});

/// The canonical JSON of a ledger, on one line with a line end: the same ledger always gives the same bytes, and
/// reading them gives the same ledger. The last member, `seal`, is the SHA-256 of the canonical JSON of the others;
/// built without SHA-256 it is left out.
ESPPADOM_API std::string write_json(const ledger& value);

/// The canonical JSON of correction rates (schema esppadom/correction-rate/1): a total, and a row by group and month.
/// Rates are in percent with two decimals, half up, null when undefined; a total over several units has none.
ESPPADOM_API std::string write_json(const rate_table& rates, const findings& found, language in);

/// The rows as CSV (RFC 4180, UTF-8, lines end in CR LF) with a line of titles: group, month, interventions, corrected,
/// rate_pct. An undefined rate is empty.
ESPPADOM_API std::string write_csv(const rate_table& rates);

/// The canonical JSON of a run (schema esppadom/bill/1), indented, with a line end: what was asked, rule sets,
/// invoices, beneficiary invoices, smoothing, unbilled visits, correction rate, totals and findings. `found` are all
/// findings of the run, those of reading included. Amounts are strings, times whole seconds; a time that is not whole
/// is rounded half up with its fraction beside it under the same key with "_exact". With a comparison the member
/// `comparison` follows: the other book, the figures of the run under both, the effect of each rule family with the
/// values of the keys that differ, and the beneficiaries, providers and funders for whom something differs.
ESPPADOM_API std::string write_bill_json(const bill_request& request, const bill_result& result, const findings& found,
                                         language in, const bill_comparison* compared = nullptr);

}  // namespace esppadom::inline ESPPADOM_ABI
