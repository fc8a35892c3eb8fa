// Cases of the conformance kit and answers to them: reading a case, answering it with this library, comparing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "esppadom/exchange/circumstances_csv.hpp"
#include "esppadom/exchange/conformance.hpp"
#include "esppadom/exchange/xml.hpp"

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
  std::string mapping;  ///< of tables: a shipped name, or a file beside the case
  std::vector<std::pair<std::string, std::string>> parameters;  ///< of the mapping
  json_tree tree;
  [[nodiscard]] simdjson::dom::element expected() const;
};

/// Reads a case; a file whose schema is another one is none and gives `unsupported` without a finding. Errors, each
/// with a finding: unreadable, invalid_value.
error_code read_case(const std::filesystem::path& file, kit_case& into, findings& found);

/// Whether a case is about tables: it names a mapping, or its files are CSV (circumstances).
bool is_about_tables(const kit_case& of);

/// What comes of tables: the messages or circumstances read from them, or the tables written, as UTF-8.
struct table_answer {
  std::vector<any_message> messages;
  std::optional<circumstances> given;
  std::vector<csv_file> tables;
};
table_answer answer_of_tables(const kit_case& of, findings& found);

/// The table a case expects of its mapping, as UTF-8. Errors: unreadable, unknown_name.
result<csv_file> expected_table(const kit_case& of, std::string_view table, const std::string& file);

/// Whether a table has the rows that are expected, however it is quoted and whatever its line ends.
bool same_rows(const kit_case& of, const csv_file& expected, std::string_view given);

/// What this library says to a case: "esppadom/conformance-answer/1".
std::string answer_of_library(const kit_case& of);

/// Compares an answer with what is expected; the faults, and whether anything that is expected was answered.
struct answer_comparison {
  std::vector<both_languages> faults;
  bool answered = false;
};
answer_comparison compare_answer(const kit_case& of, simdjson::dom::element answer, bool own);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
