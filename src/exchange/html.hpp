// Text inside HTML.
#pragma once

#include <string>
#include <string_view>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Safe between tags and inside a quoted attribute; control characters become blanks.
inline std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
