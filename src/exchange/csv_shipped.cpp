#include <algorithm>

#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/shipped_mappings.hpp"

namespace esppadom::inline ESPPADOM_ABI {

std::vector<std::string_view> shipped_csv_mappings() {
  std::vector<std::string_view> out;
  for (const auto& one : detail::shipped_mappings())
    out.push_back(one.name);
  std::sort(out.begin(), out.end());
  return out;
}

std::string_view shipped_csv_mapping(std::string_view name) {
  for (const auto& one : detail::shipped_mappings()) {
    if (one.name == name) return one.json;
  }
  return {};
}

}  // namespace esppadom::inline ESPPADOM_ABI
