#pragma once

// How well what the library says of the field is evidenced.

#include <cstdint>

#include "esppadom/value/enum_names.hpp"
#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// `known`: a public source says so. `inferred_…`: the best-supported reading, with its confidence. `open`: no public
/// source; configurable, and never given a default that claims authority.
enum class standing : std::uint8_t { known, inferred_high, inferred_medium, inferred_low, open };

template <>
struct enum_names<standing> {
  static constexpr enum_name<standing> items[] = {{standing::known, "known"},
                                                  {standing::inferred_high, "inferred (high)"},
                                                  {standing::inferred_medium, "inferred (medium)"},
                                                  {standing::inferred_low, "inferred (low)"},
                                                  {standing::open, "open"}};
};

}  // namespace esppadom::inline ESPPADOM_ABI
