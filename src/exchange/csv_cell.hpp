// One cell: a value in the form its mapping says, both ways.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exchange/csv_mapping_file.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The form of a cell. A pattern is made of yyyy, MM, dd, HH, mm, ss (one letter: no leading zero needed) and of what
/// stands between them; empty = the form of the JSON.
struct cell_format {
  field_type type = field_type::text;
  std::string pattern;
  cell_unit unit = cell_unit::seconds;
  std::optional<unsigned> decimals;
  rounding_mode rounding = rounding_mode::unnecessary;
  bool comma = false;
  bool either_mark = false;  ///< read a decimal comma and a decimal point
  bool guard = false;
};

/// What a pattern says of a time.
struct pattern_parts {
  bool day = false;    ///< year, month and day
  bool month = false;  ///< year and month at least
  bool clock = false;  ///< any of hour, minute, second
  bool good = false;   ///< there is something, and nothing twice
};
pattern_parts parts_of(std::string_view pattern);

/// Errors: inexact where a rounding would be needed and none is named; overflow; invalid_value.
result<std::string> write_cell(const field_value& value, const cell_format& format);

/// `before` is the value the field has so far: a date and a time of day may stand in two columns.
/// Errors: invalid_syntax, out_of_range, inexact.
result<field_value> read_cell(std::string_view text, const cell_format& format, const field_value& before);

/// The value with the other sign; what has none stays.
field_value negated(const field_value& value);

/// -1 for a credit note, 1 for all else.
inline int sign_of(const invoice& message) { return message.sign(); }
template <class Message>
int sign_of(const Message&) {
  return 1;
}

/// What a cell should look like, for findings.
std::string expected_form(const cell_format& format);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
