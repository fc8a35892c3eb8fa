// The mappings of src/data/mappings, embedded by the build.
#pragma once

#include <span>
#include <string_view>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

struct shipped_mapping {
  std::string_view name;
  std::string_view json;
};

/// In no particular order.
std::span<const shipped_mapping> shipped_mappings();

}  // namespace esppadom::inline ESPPADOM_ABI::detail
