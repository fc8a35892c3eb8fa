// The known word that a mistyped one is nearest to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// Of the known words the one with the fewest letters added, left out, changed or swapped with their neighbour; empty
/// when that takes more than a third of the letters of the longer word. Example: "--ordres" is nearest to "--orders".
std::string nearest_to(std::string_view word, const std::vector<std::string>& known);

}  // namespace cli
