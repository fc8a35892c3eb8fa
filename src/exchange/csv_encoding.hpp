// The encodings of one byte that CSV files use, both ways.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/exchange/csv.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Appends text of an encoding of one byte as UTF-8. False when a byte is no character of the encoding.
bool append_as_utf8(std::string& out, std::string_view bytes, csv_encoding_name from);

/// Appends UTF-8 text in an encoding of one byte; returns how many characters had to be written '?'.
std::uint64_t append_encoded(std::string& out, std::string_view text, csv_encoding_name to);

/// Whether the text is well-formed UTF-8.
bool is_utf8(std::string_view text);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
