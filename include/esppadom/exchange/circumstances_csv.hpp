// Circumstances as CSV, complete and both ways: one file a list, named after it, or one table for all of them with a
// column `kind`. Columns are the members' names; dates, times and amounts are written as in the JSON.
//
//   absences.csv                      circumstances.csv
//   beneficiary;from;to;reason        kind;beneficiary;from;to;reason
//   B-7788;2026-03-12;2026-03-20;…    absences;B-7788;2026-03-12;2026-03-20;…
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/csv.hpp"
#include "esppadom/export.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A file as it is to be written.
struct csv_file {
  std::string name;
  std::string bytes;
};

/// One file a list that has entries, in the order of the description. An optional text that is there and empty is
/// written as one that is not there.
ESPPADOM_API std::vector<csv_file> write_circumstances_csv(const circumstances& value, const csv_dialect& dialect = {});

/// All lists as one table with a column `kind`.
ESPPADOM_API std::string write_circumstances_table(const circumstances& value, const csv_dialect& dialect = {});

/// Adds what a file says to `into`. `name` says which list it is (its last part without extension), unless there is a
/// column `kind`. UTF-8; the separator is the one the header uses; a decimal comma is read where it is not the
/// separator; columns of optional members may be left out. Rows that cannot be used are findings and are left out.
/// Errors: unknown_name when the list cannot be told; invalid_value when a mandatory column is missing.
ESPPADOM_API error_code read_circumstances_csv(std::string_view bytes, std::string_view name, circumstances& into,
                                               findings& found, const csv_limits& limits = {});

}  // namespace esppadom::inline ESPPADOM_ABI
