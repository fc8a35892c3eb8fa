// A statistic as JSON and as a table.
#pragma once

#include <cstdint>
#include <string>

#include "esppadom/bill/statistics.hpp"
#include "esppadom/exchange/plain_table.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Leaves the rows of a statistic out that count fewer than `k` beneficiaries, and in a period with a sole one the next
/// smallest, as a known total would give it away. Errors: out_of_range for k < 2; unknown_name for a statistic whose
/// rows do not count beneficiaries. Example: profiles of 1, 7 and 40 beneficiaries in May and k = 5 → 40.
ESPPADOM_API error_code suppress_small_groups(statistic_table& table, std::int64_t k);

/// The canonical JSON (schema esppadom/statistics/1), indented, with a line end: what was asked, the rows, what they
/// leave out, and all findings of the run.
ESPPADOM_API std::string write_json(const statistic_table& table, const findings& found, language in);

/// The rows as a table.
ESPPADOM_API plain_table table_of(const statistic_table& table);

}  // namespace esppadom::inline ESPPADOM_ABI
