#pragma once

// Blanks as XML understands them: identifiers and codes are compared after collapsing them.

#include <cstddef>
#include <string>
#include <string_view>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Space, tab, line feed, carriage return: the white space of XML. A no-break space is not one.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The text without leading and trailing blanks.
constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back()))
    text.remove_suffix(1);
  return text;
}

/// The text trimmed, with each inner run of blanks replaced by one space. Example: collapsed(" a \n b ") = "a b".
inline std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    if (!is_blank(c)) {
      out.push_back(c);
    } else if (out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return out;
}

/// collapsed(a) == collapsed(b), without building either.
constexpr bool equal_collapsed(std::string_view a, std::string_view b) {
  a = trimmed(a);
  b = trimmed(b);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const bool blank = is_blank(a[i]);
    if (blank != is_blank(b[j])) return false;
    if (!blank) {
      if (a[i++] != b[j++]) return false;
      continue;
    }
    while (is_blank(a[i]))
      ++i;  // the last character is no blank
    while (is_blank(b[j]))
      ++j;
  }
  return i == a.size() && j == b.size();
}

}  // namespace esppadom::inline ESPPADOM_ABI
