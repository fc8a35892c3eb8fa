// Rows of a CSV file as described structs without structs inside: the columns are the members' names, in any order.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/exchange/csv_findings.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/text.hpp"
#include "exchange/csv_header.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

inline error_code read_text_cell(std::string_view text, std::string& out) {
  out = std::string(text);
  return error_code::success;
}
inline error_code read_text_cell(std::string_view text, local_date& out) { return parse_local_date(text).get(out); }
inline error_code read_text_cell(std::string_view text, local_time& out) {
  lenient_time read;
  const error_code e = parse_local_time_lenient(text).get(read);
  if (e != error_code::success || read.tolerated.date_only) return error_code::invalid_syntax;
  out = read.time;
  return error_code::success;
}
template <class E>
requires std::is_enum_v<E> error_code read_text_cell(std::string_view text, E& out) {
  return parse_enum<E>(text).get(out);
}

template <class T>
std::string expected_cell() {
  if constexpr (std::is_same_v<T, local_date>) {
    return "YYYY-MM-DD";
  } else if constexpr (std::is_same_v<T, local_time>) {
    return "YYYY-MM-DDThh:mm:ss";
  } else if constexpr (std::is_enum_v<T>) {
    std::string names;
    for (const auto& item : enum_names<T>::items)
      names += (names.empty() ? "" : ", ") + std::string(item.name);
    return names;
  } else {
    return "…";
  }
}

template <class T>
inline constexpr bool is_optional_column = false;
template <class T>
inline constexpr bool is_optional_column<std::optional<T>> = true;

template <class Row>
class described_rows {
 public:
  described_rows(std::string_view bytes, std::string_view file, findings& found, const csv_limits& limits)
      : found_(found), file_(file), rows_(bytes_of(bytes), found, dialect_of(bytes), std::string(file), limits) {}

  /// Reads the header. False after a finding.
  bool begin() {
    if (!rows_.next()) {
      report(csv_empty_file, {1, 0}, {});
      return false;
    }
    bool good = true;
    for (std::size_t i = 0; i < rows_.fields().size(); ++i) {
      const std::string name(trimmed(rows_.fields()[i]));
      if (!columns_.emplace(name, i).second) {
        report(csv_duplicate_column, rows_.place(i), {name});
        good = false;
      } else if (!is_member(name)) {
        report(csv_unknown_column, rows_.place(i), {name});
      }
    }
    width_ = rows_.fields().size();
    for_each_member<Row>([&](const auto& entry) {
      using member = std::remove_cvref_t<decltype(std::declval<Row&>().*(entry.member))>;
      const std::string name(key_of(entry));
      if (is_optional_column<member> || columns_.contains(name)) return;
      report(csv_missing_column, {1, 0}, {name});
      good = false;
    });
    return good;
  }

  /// The next row that can be used; the others are findings. None at the end.
  std::optional<Row> next() {
    while (rows_.next()) {
      if (rows_.fields().size() != width_) {
        report(csv_row_width, rows_.place(0), {std::to_string(rows_.fields().size()), std::to_string(width_)});
        continue;
      }
      if (auto row = take()) return row;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool readable() const { return rows_.readable(); }

 private:
  static csv_dialect dialect_of(std::string_view bytes) {
    csv_dialect dialect;
    dialect.separator = separator_in(bytes);
    return dialect;
  }

  static bool is_member(std::string_view name) {
    bool found = false;
    for_each_member<Row>([&](const auto& entry) { found = found || key_of(entry) == name; });
    return found;
  }

  std::optional<Row> take() {
    Row row;
    bool good = true;
    for_each_member<Row>([&](const auto& entry) { good = take_cell(key_of(entry), row.*(entry.member)) && good; });
    return good ? std::optional(std::move(row)) : std::nullopt;
  }

  template <class T>
  bool take_cell(std::string_view name, std::optional<T>& into) {
    const auto at = columns_.find(name);
    if (at == columns_.end() || trimmed(rows_.fields()[at->second]).empty()) return true;
    return read(name, at->second, into.emplace());
  }
  template <class T>
  bool take_cell(std::string_view name, T& into) {
    const auto at = columns_.find(name)->second;
    if (!trimmed(rows_.fields()[at]).empty()) return read(name, at, into);
    report(csv_missing_value, rows_.place(at), {std::string(name)});
    return false;
  }

  template <class T>
  bool read(std::string_view name, std::size_t column, T& into) {
    const error_code e = read_text_cell(trimmed(rows_.fields()[column]), into);
    if (e == error_code::success) return true;
    report(csv_bad_value, rows_.place(column),
           {std::string(name), std::string(error_message(e, language::english)),
            std::string(error_message(e, language::french)), expected_cell<T>()});
    return false;
  }

  void report(const finding_kind& kind, csv_place place, std::vector<std::string> arguments) {
    finding one;
    one.kind = &kind;
    one.file = std::string(file_);
    one.line = place.line;
    one.column = place.column;
    one.arguments = std::move(arguments);
    found_.add(std::move(one));
  }

  findings& found_;
  std::string_view file_;
  csv_reader rows_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::size_t width_ = 0;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
