// Words, numbers and tables as the reader of a report expects them, in French or in English.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/value_format.hpp"
#include "esppadom/value/result.hpp"

namespace cli {

/// The same text in both languages. Texts may hold placeholders {0}, {1}, …
struct words {
  std::string_view en;
  std::string_view fr;
};

/// Speaks one language.
class speaker : public esppadom::value_format {
 public:
  using value_format::value_format;

  [[nodiscard]] esppadom::language language() const { return spoken(); }
  [[nodiscard]] std::string_view say(const words& text) const { return french() ? text.fr : text.en; }
  /// The text with its placeholders replaced.
  [[nodiscard]] std::string say(const words& text, const std::vector<std::string>& arguments) const;
};

/// A table in text: the first columns to the left, numbers to the right.
class text_table {
 public:
  enum class align { left, right };
  struct column {
    std::string title;
    align to = align::left;
  };

  explicit text_table(std::vector<column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// The table with two blanks before each line.
  [[nodiscard]] std::string str() const;

 private:
  std::vector<column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// A heading of a report, underlined.
std::string heading(std::string_view title);

}  // namespace cli
