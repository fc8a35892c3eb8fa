#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "esppadom/exchange/csv_findings.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/csv_import_rows.hpp"
#include "exchange/csv_plan.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

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
