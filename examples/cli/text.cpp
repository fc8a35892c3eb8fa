#include "text.hpp"

#include <algorithm>
#include <cstddef>

namespace cli {
namespace {

// How many columns a terminal needs; French accents are two bytes and one column.
std::size_t width(std::string_view text) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues));
}

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
