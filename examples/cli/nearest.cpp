#include "nearest.hpp"

#include <algorithm>
#include <cstddef>

namespace cli {
namespace {

// How many letters must be added, left out, changed or swapped to make one word of the other.
std::size_t steps_between(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> steps(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    steps[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j)
    steps[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
      steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, steps[i - 1][j - 1] + changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
    }
  }
  return steps[a.size()][b.size()];
}

// Dashes are no letters: they are the same for all options.
std::string_view letters_of(std::string_view word) {
  const auto first = word.find_first_not_of('-');
  return first == std::string_view::npos ? std::string_view{} : word.substr(first);
}

}  // namespace

std::string nearest_to(std::string_view word, const std::vector<std::string>& known) {
  const auto mistyped = letters_of(word);
  std::string best;
  std::size_t fewest = 0;
  for (const auto& each : known) {
    const auto letters = letters_of(each);
    const auto steps = steps_between(mistyped, letters);
    if (steps * 3 > std::max(mistyped.size(), letters.size())) continue;
    if (!best.empty() && steps >= fewest) continue;
    best = each;
    fewest = steps;
  }
  return best;
}

}  // namespace cli
