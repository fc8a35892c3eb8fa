// The same words in French and in English.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The same words in both languages; they live as long as the library.
struct paired_words {
  std::string_view en;
  std::string_view fr;

  [[nodiscard]] constexpr std::string_view in(language which) const { return which == language::french ? fr : en; }
};

/// Adds words to the arguments of a finding that says them in its own language: English, then French. Example: with
/// {"the month", "le mois"} an argument list of one grows to three.
inline std::vector<std::string> with_words(std::vector<std::string> arguments, const paired_words& words) {
  arguments.emplace_back(words.en);
  arguments.emplace_back(words.fr);
  return arguments;
}

}  // namespace esppadom::inline ESPPADOM_ABI
