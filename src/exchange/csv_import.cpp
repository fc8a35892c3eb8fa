#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "esppadom/exchange/csv_findings.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/csv_plan.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

namespace {

constexpr char between = '\x1F';  // between the parts of a key

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

std::string key_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& columns) {
  std::string out;
  for (const std::size_t column : columns) {
    out += cells[column];
    out.push_back(between);
  }
  return out;
}

std::string shown_key(const std::string& key) {
  std::string out;
  for (std::size_t i = 0; i + 1 < key.size(); ++i)
    out += key[i] == between ? std::string(" / ") : std::string(1, key[i]);
  return out;
}

std::string titles_of(const plan_file& plan, const std::vector<std::size_t>& columns) {
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

}  // namespace

class csv_importer::state {
 public:
  state(csv_mapping mapping, std::vector<byte_source> sources, findings& found, std::vector<std::string> names,
        const csv_limits& limits)
      : mapping_(std::move(mapping)), found_(found), set_(*mapping_.plan()) {
    if (!plan().can_read) {
      add(csv_not_readable_mapping, {}, {plan().unreadable_en, plan().unreadable_fr});
      readable_ = false;
      return;
    }
    for (std::size_t i = 0; i < plan().files.size(); ++i) {
      const plan_file& file = plan().files[i];
      if (i >= sources.size() || !sources[i].read) {
        if (plan().subject == field_subject::circumstances) continue;
        add(csv_no_input, {}, {file.name});
        readable_ = false;
        return;
      }
      const std::string name = i < names.size() ? names[i] : file.name;
      files_.push_back(std::make_unique<file_rows>(file, std::move(sources[i]), found, name, limits));
    }
    partners_.resize(files_.size());
    const auto& columns = plan().files.front().columns();
    has_signed_ = std::any_of(columns.begin(), columns.end(), [](const plan_column& one) { return one.is_signed; });
    if (plan().subject != field_subject::circumstances) join(limits);
  }

  template <class Message>
  bool next(Message& into, field_subject subject) {
    if (!readable_ || subject != plan().subject || files_.empty()) return false;
    file_rows& rows = *files_.front();
    while (has_row_ || fetch()) {
      into = Message{};
      if (message(into, rows)) return true;
    }
    readable_ = readable_ && rows.good();
    return false;
  }

  bool next(circumstances& into) {
    if (!readable_ || done_ || plan().subject != field_subject::circumstances) return false;
    done_ = true;
    into = {};
    for (const auto& file : files_)
      list(into, *file);
    return readable_;
  }

  bool readable() const { return readable_; }

 private:
  const csv_plan& plan() const { return *mapping_.plan(); }

  void add(const finding_kind& kind, std::string file, std::vector<std::string> arguments) {
    finding one;
    one.kind = &kind;
    one.file = std::move(file);
    one.arguments = std::move(arguments);
    found_.add(std::move(one));
  }

  bool fetch() {
    has_row_ = files_.front()->next(row_);
    return has_row_;
  }

  // -- messages -------------------------------------------------------------------------------------------------------

  // One message from the row at hand and those of the same key that follow. False when it had to be left out.
  template <class Message>
  bool message(Message& into, file_rows& rows) {
    const plan_file& file = rows.plan();
    const bool many = !file.levels.empty() || !file.sides.empty();
    const row_cells first = row_;
    const std::string key = key_of(first.cells, file.key);
    if (many && !seen_.insert(std::hash<std::string>{}(key)).second)
      rows.report(csv_key_returns, first.at(file.key), {titles_of(file, file.key), shown_key(key)});
    set_.settings(into, {});
    bool good = partners(into, first, rows);
    std::vector<std::size_t> at(file.levels.size(), 0);
    std::string line = key_of(first.cells, file.line_key);
    std::vector<std::vector<std::size_t>> places;
    bool begun = false;
    do {
      good = (begun ? agree(rows, first, row_) : true) && good;
      if (begun) advance(at, line, file);
      std::size_t variant = 0;
      if (!side_of(rows, row_, variant)) {
        good = false;
      } else {
        if (!at.empty() && (at.size() == 1 || at.back() == 0)) set_.settings(into, std::span(at).first(1));
        if (at.size() == 2) set_.settings(into, at);
        good = set_.row(into, rows, row_, variant, at, !begun) && good;
      }
      begun = true;
      if (has_signed_) places.push_back(at);
    } while (fetch() && many && key_of(row_.cells, file.key) == key);
    set_.unsign(into, file, places);
    return good;
  }

  // The place of the next row in the lists it goes through.
  void advance(std::vector<std::size_t>& at, std::string& line, const plan_file& file) const {
    if (at.empty()) return;
    if (at.size() == 1) {
      ++at.front();
      return;
    }
    std::string next = key_of(row_.cells, file.line_key);
    if (next == line) {
      ++at.back();
      return;
    }
    line = std::move(next);
    ++at.front();
    at.back() = 0;
  }

  bool side_of(file_rows& rows, const row_cells& row, std::size_t& variant) {
    const plan_file& file = rows.plan();
    if (file.sides.empty()) return true;
    std::string title;
    csv_place place = row.place;
    for (variant = 0; variant < file.variants.size(); ++variant) {
      const auto& columns = file.variants[variant];
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].is_side) continue;
        title = columns[i].name;
        place = row.places[i];
        if (trimmed(row.cells[i]) == columns[i].constant) return true;
      }
    }
    rows.report(csv_unknown_side, place, {title});
    return false;
  }

  // Whether what belongs to the whole message is the same in a later row.
  static bool agree(file_rows& rows, const row_cells& first, const row_cells& later) {
    const plan_file& file = rows.plan();
    bool good = true;
    for (std::size_t i = 0; i < file.columns().size(); ++i) {
      const plan_column& column = file.columns()[i];
      if (!column.is_read() || column.depth() > 0 || column.path.text().starts_with("stamps.")) continue;
      if (first.cells[i] == later.cells[i]) continue;
      rows.report(csv_rows_differ, later.places[i], {column.name});
      good = false;
    }
    return good;
  }

  // -- joined files ---------------------------------------------------------------------------------------------------

  struct partner_rows {
    std::unordered_map<std::string, row_cells> by_key;
  };

  void join(const csv_limits& limits) {
    std::size_t bytes = 0;
    for (std::size_t i = 1; i < files_.size(); ++i) {
      file_rows& rows = *files_[i];
      std::vector<std::size_t> key;
      for (const auto& link : rows.plan().links)
        key.push_back(link.column);
      row_cells row;
      while (rows.next(row)) {
        for (const auto& cell : row.cells)
          bytes += cell.size() + sizeof(std::string) + sizeof(csv_place);
        if (bytes > limits.joined_bytes) {
          rows.report(csv_join_too_large, row.place, {std::to_string(limits.joined_bytes)});
          readable_ = false;
          return;
        }
        std::string text = key_of(row.cells, key);
        const csv_place place = row.at(key);
        if (!partners_[i].by_key.emplace(text, std::move(row)).second)
          rows.report(csv_duplicate_partner, place, {shown_key(text)});
        row = {};
      }
      readable_ = readable_ && rows.good();
    }
  }

  template <class Message>
  bool partners(Message& into, const row_cells& first, file_rows& rows) {
    bool good = true;
    for (std::size_t i = 1; i < files_.size(); ++i) {
      const plan_file& file = files_[i]->plan();
      std::vector<std::size_t> key;
      for (const auto& link : file.links)
        key.push_back(link.of);
      const std::string text = key_of(first.cells, key);
      const auto found = partners_[i].by_key.find(text);
      if (found == partners_[i].by_key.end()) {
        rows.report(csv_no_partner, first.at(key), {file.name, shown_key(text)});
        good = false;
        continue;
      }
      good = set_.row(into, *files_[i], found->second, 0, {}, true) && good;
    }
    return good;
  }

  // -- circumstances --------------------------------------------------------------------------------------------------

  void list(circumstances& into, file_rows& rows) {
    const field_selector& path = rows.plan().levels.front();
    row_cells row;
    while (rows.next(row)) {
      const std::array at{count_field(into, path).value_or(0)};
      set_.settings(into, {});
      if (set_.row(into, rows, row, 0, at, true)) continue;
      if (count_field(into, path).value_or(0) > at.front()) remove_last_item(into, path);
    }
    readable_ = readable_ && rows.good();
  }

  csv_mapping mapping_;
  findings& found_;
  cell_setter set_;
  std::vector<std::unique_ptr<file_rows>> files_;
  std::vector<partner_rows> partners_;
  std::unordered_set<std::size_t> seen_;
  row_cells row_;
  bool has_row_ = false;
  bool has_signed_ = false;
  bool readable_ = true;
  bool done_ = false;
};

csv_importer::csv_importer(csv_mapping mapping, std::vector<byte_source> sources, findings& found,
                           std::vector<std::string> names, const csv_limits& limits)
    : state_(std::make_unique<state>(std::move(mapping), std::move(sources), found, std::move(names), limits)) {}
csv_importer::~csv_importer() = default;
csv_importer::csv_importer(csv_importer&&) noexcept = default;
csv_importer& csv_importer::operator=(csv_importer&&) noexcept = default;

bool csv_importer::next(order& into) { return state_->next(into, field_subject::order); }
bool csv_importer::next(delivery& into) { return state_->next(into, field_subject::delivery); }
bool csv_importer::next(invoice& into) { return state_->next(into, field_subject::invoice); }
bool csv_importer::next(circumstances& into) { return state_->next(into); }
bool csv_importer::readable() const { return state_->readable(); }

}  // namespace esppadom::inline ESPPADOM_ABI
