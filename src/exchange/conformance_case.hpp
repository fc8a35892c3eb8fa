// Cases of the conformance kit and answers to them: reading a case, answering it with this library, comparing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "esppadom/exchange/conformance.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// A JSON text with the parser that owns its tree.
class json_tree {
 public:
  /// Errors: invalid_syntax.
  error_code parse(std::string_view text);
  [[nodiscard]] simdjson::dom::element root() const { return root_; }

 private:
  simdjson::dom::parser parser_;
  simdjson::dom::element root_;
};

/// The text of a member; empty when it is none or no string.
std::string text_member_of(simdjson::dom::element object, std::string_view key);

struct kit_case {
  case_result about;
  std::filesystem::path folder;
  read_profile profile = read_profile::lenient;
  std::vector<std::string> files;
  json_tree tree;
  [[nodiscard]] simdjson::dom::element expected() const;
};

/// Reads a case; a file whose schema is another one is none and gives `unsupported` without a finding. Errors, each
/// with a finding: unreadable, invalid_value.
error_code read_case(const std::filesystem::path& file, kit_case& into, findings& found);

/// What this library says to a case: "esppadom/conformance-answer/1".
std::string answer_of_library(const kit_case& of);

/// Compares an answer with what is expected; the faults, and whether anything that is expected was answered.
struct comparison {
  std::vector<both_languages> faults;
  bool answered = false;
};
comparison compare_answer(const kit_case& of, simdjson::dom::element answer, bool own);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
