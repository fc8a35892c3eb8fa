// What the first line of a CSV text tells.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "esppadom/exchange/csv.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The separator a header uses: the one that stands there most often outside quotes.
inline csv_separator separator_in(std::string_view bytes) {
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : bytes.substr(0, 64 * 1024)) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    if (c == ';') ++counts[0];
    if (c == ',') ++counts[1];
    if (c == '\t') ++counts[2];
  }
  return static_cast<csv_separator>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
