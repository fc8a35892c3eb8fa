// Other encodings than UTF-8 become UTF-8 as a stream, before anything else looks at the bytes.
#pragma once

#include <string>

#include "esppadom/exchange/xml.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace xml {

struct encoding_state {
  std::string unsupported;  ///< the name of an encoding that cannot be read
};

/// The source as UTF-8: UTF-16 with a byte order mark, or the encoding its XML declaration names (UTF-8, US-ASCII,
/// ISO-8859-1, ISO-8859-15, windows-1252). Another name ends the stream and is told in `found`.
byte_source to_utf8(byte_source source, encoding_state& found);

}  // namespace xml
}  // namespace esppadom::inline ESPPADOM_ABI
