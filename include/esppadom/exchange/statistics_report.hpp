// A statistic as JSON and as a table.
#pragma once

#include <string>

#include "esppadom/bill/statistics.hpp"
#include "esppadom/exchange/plain_table.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The canonical JSON (schema esppadom/statistics/1), indented, with a line end: what was asked, the rows, what they
/// leave out, and all findings of the run.
ESPPADOM_API std::string write_json(const statistic_table& table, const findings& found, language in);

/// The rows as a table.
ESPPADOM_API plain_table table_of(const statistic_table& table);

}  // namespace esppadom::inline ESPPADOM_ABI
