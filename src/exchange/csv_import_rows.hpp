// The rows of the files of a mapping on their way in, and the fields of messages that their cells set.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/exchange/csv_findings.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/csv_plan.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

inline constexpr char between = '\x1F';  // between the parts of a key

/// One row in the order of the mapping's columns; what the file does not have is empty.
struct row_cells {
  std::vector<std::string> cells;
  std::vector<csv_place> places;  ///< of the cells
  csv_place place;                ///< of the row

  /// Of the first of some columns.
  csv_place at(const std::vector<std::size_t>& columns) const {
    return columns.empty() ? place : places[columns.front()];
  }
};

/// The rows of one file of a mapping.
class file_rows {
 public:
  file_rows(const plan_file& plan, byte_source source, findings& found, std::string name, const csv_limits& limits)
      : plan_(plan),
        found_(found),
        name_(std::move(name)),
        rows_(std::move(source), found, plan.dialect, name_, limits) {}

  /// Reads the header. False when the file is not what the mapping says.
  bool begin() {
    begun_ = true;
    if (plan_.header) {
      if (!rows_.next()) {
        report(csv_empty_file, {}, {});
        return rows_.readable();
      }
      good_ = take_header();
    } else {
      for (std::size_t i = 0; i < plan_.columns().size(); ++i) {
        if (plan_.columns()[i].written()) places_.push_back(i);
      }
    }
    return good_;
  }

  bool next(row_cells& into) {
    if (!begun_ && !begin()) return false;
    while (good_ && rows_.next()) {
      const auto& fields = rows_.fields();
      if (fields.size() != places_.size()) {
        report(csv_row_width, {rows_.line(), 0}, {std::to_string(fields.size()), std::to_string(places_.size())});
        broken_ = true;
        continue;
      }
      into.place = {rows_.line(), 0};
      into.cells.assign(plan_.columns().size(), {});
      into.places.assign(plan_.columns().size(), into.place);
      for (std::size_t i = 0; i < fields.size(); ++i) {
        if (places_[i] == nowhere) continue;
        into.cells[places_[i]] = std::string(fields[i]);
        into.places[places_[i]] = rows_.place(i);
      }
      if (passes(into.cells)) return true;
    }
    good_ = good_ && rows_.readable();
    return false;
  }

  void report(const finding_kind& kind, csv_place place, std::vector<std::string> arguments) {
    finding one;
    one.kind = &kind;
    one.file = name_;
    one.line = place.line;
    one.column = place.column;
    one.arguments = std::move(arguments);
    found_.add(std::move(one));
  }

  bool good() const { return good_ && rows_.readable(); }
  const plan_file& plan() const { return plan_; }

 private:
  static constexpr std::size_t nowhere = ~std::size_t{0};

  bool take_header() {
    std::vector<bool> met(plan_.columns().size(), false);
    bool good = true;
    for (std::size_t at = 0; at < rows_.fields().size(); ++at) {
      const std::string title(trimmed(rows_.fields()[at]));
      std::size_t place = nowhere;
      for (std::size_t i = 0; i < plan_.columns().size(); ++i) {
        if (plan_.columns()[i].name == title) place = i;
      }
      if (place == nowhere) {
        report(csv_unknown_column, rows_.place(at), {title});
      } else if (met[place]) {
        report(csv_duplicate_column, rows_.place(at), {title});
        good = false;
      } else {
        met[place] = true;
      }
      places_.push_back(place);
    }
    for (std::size_t i = 0; i < met.size(); ++i) {
      if (met[i] || !is_needed(i)) continue;
      report(csv_missing_column, {rows_.line(), 0}, {plan_.columns()[i].name});
      good = false;
    }
    return good;
  }

  bool is_needed(std::size_t index) const {
    const auto in = [&](const std::vector<std::size_t>& list) {
      return std::find(list.begin(), list.end(), index) != list.end();
    };
    const plan_column& column = plan_.columns()[index];
    const bool filled = column.is_read() && column.when_empty.empty() && !column.may_miss;
    return filled || column.is_side || in(plan_.key) || in(plan_.line_key) ||
           std::any_of(plan_.filters.begin(), plan_.filters.end(),
                       [&](const plan_filter& one) { return one.on_column && one.column == index; }) ||
           std::any_of(plan_.links.begin(), plan_.links.end(),
                       [&](const plan_link& one) { return one.column == index; });
  }

  bool passes(const std::vector<std::string>& cells) const {
    return std::all_of(plan_.filters.begin(), plan_.filters.end(), [&](const plan_filter& one) {
      if (!one.on_column) return true;
      const std::string& text = cells[one.column];
      const auto in = [&](const std::vector<std::string>& list) {
        return std::find(list.begin(), list.end(), text) != list.end();
      };
      return (!one.present || *one.present != text.empty()) && (one.is.empty() || in(one.is)) && !in(one.is_not);
    });
  }

  const plan_file& plan_;
  findings& found_;
  std::string name_;
  csv_reader rows_;
  std::vector<std::size_t> places_;  ///< the mapping's column of each column of the file
  bool begun_ = false;
  bool good_ = true;
  bool broken_ = false;
};

inline std::string key_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& columns) {
  std::string out;
  for (const std::size_t column : columns) {
    out += cells[column];
    out.push_back(between);
  }
  return out;
}

inline std::string shown_key(const std::string& key) {
  std::string out;
  for (std::size_t i = 0; i + 1 < key.size(); ++i)
    out += key[i] == between ? std::string(" / ") : std::string(1, key[i]);
  return out;
}

inline std::string titles_of(const plan_file& plan, const std::vector<std::size_t>& columns) {
  std::string out;
  for (const std::size_t column : columns)
    out += (out.empty() ? "" : " / ") + plan.columns()[column].name;
  return out;
}

/// Sets the fields of messages from cells.
class cell_setter {
 public:
  explicit cell_setter(const csv_plan& plan) : plan_(plan) {}

  /// The fields whose value no column says, for a whole message (`open` = 0) or one of its lines.
  template <class Message>
  void settings(Message& into, std::span<const std::size_t> at) const {
    for (const auto& [path, value] : plan_.settings) {
      if (path.open_indexes() == at.size()) static_cast<void>(set_field(into, path, value, at));
    }
  }

  /// Sets what the columns say; with `whole` = false only what belongs to lines.
  template <class Message>
  bool row(Message& into, file_rows& from, const row_cells& row, std::size_t variant, std::span<const std::size_t> at,
           bool whole) const {
    const auto& columns = from.plan().variants[variant];
    bool good = true;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const plan_column& column = columns[i];
      if (!column.is_read() || (!whole && column.depth() == 0 && !is_of_side(column))) continue;
      good = cell(into, from, row.places[i], column, row.cells[i], at) && good;
    }
    return good;
  }

  /// Gives what a credit note's rows showed as negative its sign in messages: amounts of a credit note are positive.
  template <class Message>
  void unsign(Message& message, const plan_file& file, const std::vector<std::vector<std::size_t>>& rows) const {
    if (sign_of(message) > 0) return;
    for (const plan_column& column : file.columns()) {
      if (!column.is_signed || !column.is_read()) continue;
      const std::size_t depth = column.depth();
      const std::vector<std::size_t>* before = nullptr;
      for (const auto& at : rows) {  // rows of one line follow each other
        const auto end = at.begin() + static_cast<std::ptrdiff_t>(depth);
        if (before != nullptr && std::equal(at.begin(), end, before->begin())) continue;
        before = &at;
        const field_value value = get_field(message, column.path, at).value_or(field_value{});
        if (has_value(value)) static_cast<void>(set_field(message, column.path, negated(value), at));
      }
    }
  }

 private:
  static bool is_of_side(const plan_column& column) { return column.path.text().starts_with("stamps."); }

  template <class Message>
  bool cell(Message& into, file_rows& from, csv_place place, const plan_column& column, std::string_view text,
            std::span<const std::size_t> at) const {
    if (column.format.type != field_type::text) text = trimmed(text);
    if (text.empty()) text = column.when_empty;
    if (text.empty()) {
      if (!column.required && !column.mandatory) return true;
      if (column.mandatory && !column.required && column.format.type == field_type::text) return true;
      from.report(csv_missing_value, place, {column.name});
      return false;
    }
    if (!column.join) return one(into, from, place, column, text, at);
    std::vector<std::size_t> below(at.begin(), at.begin() + static_cast<std::ptrdiff_t>(column.depth()));
    below.push_back(0);
    while (true) {
      const std::size_t end = column.join->empty() ? std::string_view::npos : text.find(*column.join);
      if (!one(into, from, place, column, text.substr(0, end), below)) return false;
      if (end == std::string_view::npos) return true;
      text.remove_prefix(end + column.join->size());
      ++below.back();
    }
  }

  template <class Message>
  bool one(Message& into, file_rows& from, csv_place place, const plan_column& column, std::string_view text,
           std::span<const std::size_t> at) const {
    std::string value_text(text);
    if (column.table != nullptr) {
      const auto found = column.table->to_value.find(text);
      if (found != column.table->to_value.end()) {
        value_text = found->second;
      } else if (column.table->otherwise == unknown_code::error) {
        from.report(csv_not_in_table, place, {column.name, value_text.substr(0, 40), column.table->name});
        return false;
      } else if (column.table->otherwise == unknown_code::empty) {
        return true;
      }
    }
    field_value before;
    if (!column.format.pattern.empty()) before = get_field(into, column.path, at).value_or(field_value{});
    field_value value;
    cell_format form = column.format;
    if (column.table != nullptr) form.pattern.clear();
    error_code e = column.table != nullptr ? parse_field_value(form.type, value_text).get(value)
                                           : read_cell(value_text, form, before).get(value);
    if (e == error_code::success) e = set_field(into, column.path, value, at);
    if (e == error_code::success) return true;
    const std::string choices = column.path.choices();
    from.report(csv_bad_value, place,
                {column.name, std::string(error_message(e, language::english)),
                 std::string(error_message(e, language::french)), choices.empty() ? expected_form(form) : choices});
    return false;
  }

  const csv_plan& plan_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
