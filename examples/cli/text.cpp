#include "text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace cli {
namespace {

// How many columns a terminal needs; French accents are two bytes and one column.
std::size_t width(std::string_view text) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues));
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string speaker::say(const words& text, const std::vector<std::string>& arguments) const {
  std::string out(say(text));
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string mark = "{" + std::to_string(i) + "}";
    for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at + arguments[i].size()))
      out.replace(at, mark.size(), arguments[i]);
  }
  return out;
}

// Digits in groups of three, with an optional sign before and decimals after a point.
std::string speaker::grouped(std::string digits) const {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  std::string out = digits.substr(0, first);
  for (std::size_t i = first; i < point; ++i) {
    if (i > first && (point - i) % 3 == 0) out += french() ? " " : ",";
    out += digits[i];
  }
  if (point < digits.size()) {
    out += french() ? "," : ".";
    out += digits.substr(point + 1);
  }
  return out;
}

std::string speaker::count(std::uint64_t number) const { return grouped(std::to_string(number)); }

std::string speaker::amount(esppadom::money sum) const {
  const std::string digits = grouped(to_string(sum));
  if (french()) return digits + " €";
  return digits.starts_with('-') ? "-€" + digits.substr(1) : "€" + digits;
}

std::string speaker::percent(const std::optional<std::string>& decimals) const {
  if (!decimals) return "–";
  return grouped(*decimals) + (french() ? " %" : "%");
}

std::string speaker::hours(const esppadom::exact_duration& time) const {
  const auto rounded = time.round_seconds(esppadom::rounding_mode::half_up);
  if (!rounded) return "–";
  const std::int64_t seconds = rounded->seconds < 0 ? -rounded->seconds : rounded->seconds;
  std::string out = rounded->seconds < 0 ? "-" : "";
  out += grouped(std::to_string(seconds / 3600)) + " h " + two_digits(seconds / 60 % 60);
  if (seconds % 60 != 0) out += " min " + two_digits(seconds % 60) + " s";
  return out;
}

std::string speaker::date(esppadom::local_date day) const {
  if (!french()) return to_string(day);
  return two_digits(day.day()) + "/" + two_digits(day.month()) + "/" + std::to_string(day.year());
}

std::string speaker::month(esppadom::local_month month) const {
  static constexpr std::array<words, 12> names{{{"January", "janvier"},
                                                {"February", "février"},
                                                {"March", "mars"},
                                                {"April", "avril"},
                                                {"May", "mai"},
                                                {"June", "juin"},
                                                {"July", "juillet"},
                                                {"August", "août"},
                                                {"September", "septembre"},
                                                {"October", "octobre"},
                                                {"November", "novembre"},
                                                {"December", "décembre"}}};
  return std::string(say(names.at(static_cast<std::size_t>(month.month() - 1)))) + " " + std::to_string(month.year());
}

std::string text_table::str() const {
  std::vector<std::size_t> widths;
  widths.reserve(columns_.size());
  for (const column& one : columns_)
    widths.push_back(width(one.title));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
      widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string out;
  const auto put = [&](const std::vector<std::string>& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      const std::string blanks(widths[i] - width(row[i]), ' ');
      line += "  ";
      line += columns_[i].to == align::right ? blanks + row[i] : row[i] + blanks;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  };
  std::vector<std::string> titles;
  for (const column& one : columns_)
    titles.push_back(one.title);
  if (std::any_of(titles.begin(), titles.end(), [](const auto& title) { return !title.empty(); })) put(titles);
  for (const auto& row : rows_)
    put(row);
  return out;
}

std::string heading(std::string_view title) {
  return "\n" + std::string(title) + "\n" + std::string(width(title), '-') + "\n";
}

}  // namespace cli
