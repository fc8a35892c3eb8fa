// Other encodings than UTF-8 become UTF-8 as a stream, before anything else looks at the bytes.
#pragma once

#include <cstdint>
#include <string>

#include "esppadom/exchange/xml.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

enum class charset : std::uint8_t { utf_8, latin_1, latin_9, windows_1252, utf_16_le, utf_16_be };

/// The character of a byte of an encoding of one byte; U+FFFD when there is none.
std::uint32_t code_point_of(charset from, unsigned char byte);
/// The byte of a character; negative when the encoding does not have it.
int byte_of(charset to, std::uint32_t point);
void append_utf_8(std::uint32_t c, std::string& out);

struct encoding_state {
  std::string unsupported;  ///< the name of an encoding that cannot be read
  std::string declared;     ///< the name of an encoding that was declared, but is not what the bytes are in…
  std::string read_as;      ///< …and what they were read as
};

/// The source as UTF-8: UTF-16 with a byte order mark, or the encoding its XML declaration names (UTF-8, US-ASCII,
/// ISO-8859-1, ISO-8859-15, windows-1252). Another name ends the stream and is told in `found`.
byte_source to_utf8(byte_source source, encoding_state& found);

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
