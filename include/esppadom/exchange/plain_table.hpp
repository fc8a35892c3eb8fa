// Rows of any described struct as a table of texts: what CSV files, reports in text and HTML pages are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/export.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a column holds, for whoever formats it.
enum class cell_kind : std::uint8_t { text, number, amount, seconds, percent };

template <>
struct enum_names<cell_kind> {
  static constexpr enum_name<cell_kind> items[] = {{cell_kind::text, "text"},
                                                   {cell_kind::number, "number"},
                                                   {cell_kind::amount, "amount"},
                                                   {cell_kind::seconds, "seconds"},
                                                   {cell_kind::percent, "percent"}};
};

struct table_column {
  std::string key;    ///< as in JSON; members of a struct inside joined by "_"
  std::string label;  ///< French
  cell_kind kind = cell_kind::text;

  friend bool operator==(const table_column&, const table_column&) = default;
};

/// Cells in canonical form: amounts "21.23", times in whole seconds (half up), months 2026-10; empty where a value is
/// unknown. Several texts in one cell are separated by a blank.
struct plain_table {
  std::vector<table_column> columns;
  std::vector<std::vector<std::string>> rows;
};

namespace detail {

template <class T>
inline constexpr bool is_optional_cell = false;
template <class T>
inline constexpr bool is_optional_cell<std::optional<T>> = true;

template <class T>
constexpr cell_kind kind_of_cell() {
  if constexpr (std::is_same_v<T, money>) {
    return cell_kind::amount;
  } else if constexpr (std::is_same_v<T, exact_duration>) {
    return cell_kind::seconds;
  } else if constexpr (std::is_same_v<T, percentage>) {
    return cell_kind::percent;
  } else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
    return cell_kind::number;
  } else {
    return cell_kind::text;
  }
}

template <class T>
std::string text_of_cell(const T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    return value;
  } else if constexpr (std::is_same_v<T, exact_duration>) {
    duration whole;
    return value.round_seconds(rounding_mode::half_up).get(whole) == error_code::success ? to_string(whole)
                                                                                         : std::string();
  } else if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_enum_v<T>) {
    return std::string(name_of(value));
  } else if constexpr (std::is_integral_v<T>) {
    return std::to_string(value);
  } else {
    return to_string(value);
  }
}

// Calls `each(key, label, type tag)` for every leaf of a row; prefixes are of the struct it stands in.
template <class Row, class Each>
void for_each_column(std::string_view prefix, std::string_view label_prefix, const Each& each) {
  for_each_member<Row>([&](const auto& entry) {
    using member = std::remove_cvref_t<decltype(std::declval<Row&>().*(entry.member))>;
    std::string key = std::string(prefix) + std::string(key_of(entry));
    const std::string label = std::string(label_prefix) + std::string(entry.label);
    if constexpr (described<member>) {
      for_each_column<member>(key + "_", label + " : ", each);
    } else {
      each(std::move(key), label, std::type_identity<member>{});
    }
  });
}

template <class Row, class Each>
void for_each_cell(const Row& row, const Each& each) {
  for_each_member<Row>([&](const auto& entry) {
    const auto& content = row.*(entry.member);
    using member = std::remove_cvref_t<decltype(content)>;
    if constexpr (described<member>) {
      for_each_cell(content, each);
    } else if constexpr (is_optional_cell<member>) {
      each(content ? text_of_cell(*content) : std::string());
    } else if constexpr (requires { content.begin(); } && !std::is_same_v<member, std::string>) {
      std::string joined;
      for (const auto& one : content)
        joined += (joined.empty() ? "" : " ") + text_of_cell(one);
      each(std::move(joined));
    } else {
      each(text_of_cell(content));
    }
  });
}

template <class T>
struct cell_type {
  using type = T;
};
template <class T>
struct cell_type<std::optional<T>> {
  using type = T;
};

}  // namespace detail

/// The rows of one description; without rows, its columns all the same.
template <described Row>
plain_table table_of_rows(std::span<const Row> rows) {
  plain_table table;
  detail::for_each_column<Row>({}, {}, [&]<class T>(std::string key, std::string_view label, std::type_identity<T>) {
    table.columns.push_back(
        {std::move(key), std::string(label), detail::kind_of_cell<typename detail::cell_type<T>::type>()});
  });
  for (const auto& row : rows) {
    table.rows.emplace_back();
    detail::for_each_cell(row, [&](std::string cell) { table.rows.back().push_back(std::move(cell)); });
  }
  return table;
}

class value_format;

/// A cell as the language writes it: amounts, times, rates and numbers; texts and empty cells as they are.
ESPPADOM_API std::string shown_cell(const std::string& cell, cell_kind kind, const value_format& format);

/// CSV (RFC 4180, UTF-8, comma, lines end in CR LF) with a line of keys.
ESPPADOM_API std::string write_csv(const plain_table& table);

}  // namespace esppadom::inline ESPPADOM_ABI
