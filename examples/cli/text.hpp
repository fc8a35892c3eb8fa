// Words, numbers and tables as the reader of a report expects them, in French or in English.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/result.hpp"

namespace cli {

/// The same text in both languages. Texts may hold placeholders {0}, {1}, …
struct words {
  std::string_view en;
  std::string_view fr;
};

/// Speaks one language.
class speaker {
 public:
  explicit speaker(esppadom::language in) : in_(in) {}

  [[nodiscard]] esppadom::language language() const { return in_; }
  [[nodiscard]] bool french() const { return in_ == esppadom::language::french; }
  [[nodiscard]] std::string_view say(const words& text) const { return french() ? text.fr : text.en; }
  /// The text with its placeholders replaced.
  [[nodiscard]] std::string say(const words& text, const std::vector<std::string>& arguments) const;

  /// "12 345" or "12,345".
  [[nodiscard]] std::string count(std::uint64_t number) const;
  /// "1 234,56 €" or "€1,234.56".
  [[nodiscard]] std::string amount(esppadom::money sum) const;
  /// "25,00 %" or "25.00%" from "25.00"; a dash when undefined.
  [[nodiscard]] std::string percent(const std::optional<std::string>& decimals) const;
  /// "117 h 05", with seconds only where there are any: "116 h 59 min 38 s". Fractions of a second are rounded half up.
  [[nodiscard]] std::string hours(const esppadom::exact_duration& time) const;
  /// "10/11/2026" or "2026-11-10".
  [[nodiscard]] std::string date(esppadom::local_date day) const;
  /// "octobre 2026" or "October 2026".
  [[nodiscard]] std::string month(esppadom::local_month month) const;

 private:
  [[nodiscard]] std::string grouped(std::string digits) const;

  esppadom::language in_;
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
