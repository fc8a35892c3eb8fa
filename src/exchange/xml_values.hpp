// What stands in one element or attribute: text to value and back. Reader and writer share it, so that a lexical form
// is written back only while it still means the present value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/message_tables.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

enum class reading_of_value : std::uint8_t {
  plain,              ///< as the library writes it
  odd_time,           ///< a date or time in another form
  odd_number,         ///< decimal comma, blanks, exponent, too many digits
  odd_form,           ///< another form that is fully understood
  empty,              ///< nothing where something is needed
  unreadable,         ///< no value
  no_such_date,       ///< a date or time that is in no calendar
  too_many_decimals,  ///< cannot be held without rounding
};

constexpr bool is_read(reading_of_value how) { return how <= reading_of_value::odd_form; }

/// Reads the text of an element into the value at `out`, which has the type of `what`. Attributes are not touched.
/// `format` is that of a DateTimeString.
reading_of_value read_value(tables::kind what, std::string_view text, std::string_view format, void* out);

/// Appends the text of a value as it is, unescaped: decimals with the digits they have.
void append_value(tables::kind what, const void* value, std::string& out);

/// Whether `text` is how the library writes the value that was read from it; `form` is room to write it.
bool is_usual_form(tables::kind what, reading_of_value how, std::string_view text, const void* value,
                   std::string& form);

/// The part of a value that an attribute fills; null when the description does not know the attribute.
std::string* text_of_attribute(tables::kind what, std::string_view name, void* value);

/// Whether two values of the kind are the same, attributes left out.
bool same_value(tables::kind what, const void* a, const void* b);

/// Appends text with the five characters escaped that XML reserves. What XML cannot carry stays as it is: whoever
/// writes a document looks for it once, with `find_invalid`.
void append_text(std::string_view text, std::string& out);
void append_attribute_value(std::string_view text, std::string& out);

/// The length of the well-formed UTF-8 character at the start, 0 when there is none. The text must not be empty.
std::size_t character_length(std::string_view text);

/// The first byte that is no part of a character XML allows, or npos.
std::size_t find_invalid(std::string_view text);

/// The first reference by number ("&#1;") to what is no character XML allows, or npos.
std::size_t find_invalid_reference(std::string_view text);

/// The text with such bytes and references replaced by U+FFFD, one character each, so that columns stay what they are.
std::string repaired(std::string_view text);

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
