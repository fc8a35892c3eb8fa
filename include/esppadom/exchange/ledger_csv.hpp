// A ledger that begins where a predecessor stopped: opening lots, counters, documents and advances, as one CSV table.
// Billing rules reference, section 2f ("`ledger init` starts a ledger from opening lots, counters and documents already
// issued elsewhere"; inferred, high). The form of the table is the library's own.
#pragma once

#include <string>
#include <string_view>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The ledger that the rows describe, or an error code after at least one finding: nothing is half taken. UTF-8, fields
/// separated by semicolons, the first row names the columns, in any order; columns that a row does not need stay empty.
///
/// | kind | columns |
/// |---|---|
/// | `lot` | beneficiary, pool, month, time (h:mm or h:mm:ss): minutes of that month that may still be used |
/// | `used` | the same: minutes of that month used and paid elsewhere |
/// | `document` | document, type, month, billed_in, provider, funder, kind_of_document, issued_at, amount |
/// | `advance` | month, billed_in, provider, funder, amount: not recovered yet |
///
/// Errors: missing (a column), invalid_value, duplicate.
ESPPADOM_API result<ledger> read_ledger_csv(std::string_view bytes, std::string_view rule_book, findings& out,
                                            std::string_view file = {});

}  // namespace esppadom::inline ESPPADOM_ABI
