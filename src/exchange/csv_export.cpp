#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "esppadom/exchange/csv_findings.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/csv_plan.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

namespace {

std::string_view id_of(const order& message) { return message.order_id; }
std::string_view id_of(const delivery& message) { return message.delivery_id; }
std::string_view id_of(const invoice& message) { return message.invoice_id; }
std::string_view id_of(const circumstances&) { return {}; }

constexpr field_subject subject_of(const order&) { return field_subject::order; }
constexpr field_subject subject_of(const delivery&) { return field_subject::delivery; }
constexpr field_subject subject_of(const invoice&) { return field_subject::invoice; }
constexpr field_subject subject_of(const circumstances&) { return field_subject::circumstances; }

result<decimal> sum_of(decimal a, decimal b) {
  const unsigned scale = std::max(a.scale, b.scale);
  std::int64_t left = 0;
  std::int64_t right = 0;
  if (const error_code e = rescale(a, scale, rounding_mode::unnecessary).get(left); e != error_code::success) return e;
  if (const error_code e = rescale(b, scale, rounding_mode::unnecessary).get(right); e != error_code::success) return e;
  const int128 sum = int128{left} + right;
  if (!fits_int64(sum)) return error_code::overflow;
  return decimal{static_cast<std::int64_t>(sum), static_cast<std::uint8_t>(scale)};
}

// a + b; values that do not add stay as `a`.
field_value added(const field_value& a, const field_value& b) {
  if (!has_value(a)) return b;
  if (const auto* x = std::get_if<money>(&a), *y = std::get_if<money>(&b); x && y) return *x + *y;
  if (const auto* x = std::get_if<exact_duration>(&a), *y = std::get_if<exact_duration>(&b); x && y) return *x + *y;
  if (const auto* x = std::get_if<std::int64_t>(&a), *y = std::get_if<std::int64_t>(&b); x && y) {
    const int128 sum = int128{*x} + *y;
    return fits_int64(sum) ? field_value{static_cast<std::int64_t>(sum)} : field_value{money::invalid()};
  }
  if (const auto* x = std::get_if<decimal>(&a), *y = std::get_if<decimal>(&b); x && y) {
    const auto sum = sum_of(*x, *y);
    return sum ? field_value{*sum} : field_value{money::invalid()};
  }
  return a;
}

bool is_less(const field_value& a, const field_value& b) {
  return std::visit(
      [&]<class T>(const T& one) {
        if constexpr (std::is_same_v<T, std::monostate>) {
          return false;
        } else {
          const auto* other = std::get_if<T>(&b);
          return other != nullptr && one < *other;
        }
      },
      a);
}

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool passes(const plan_filter& filter, std::string_view text, bool present) {
  if (filter.present && *filter.present != present) return false;
  if (!filter.is.empty() && !contains(filter.is, text)) return false;
  return !contains(filter.is_not, text);
}

// Rows of the same key, as far as they are added up.
struct group {
  std::vector<field_value> values;  ///< a column
};

}  // namespace

class csv_exporter::state {
 public:
  state(csv_mapping mapping, std::vector<byte_sink> sinks, findings& found, const circumstances* given)
      : mapping_(std::move(mapping)), found_(found), given_(given) {
    for (std::size_t i = 0; i < plan().files.size() && i < sinks.size(); ++i)
      outputs_.push_back({&plan().files[i], csv_writer(std::move(sinks[i]), plan().files[i].dialect), {}, false});
    index_circumstances();
  }

  template <class Message>
  error_code add(const Message& message) {
    if (plan().subject != subject_of(message) || outputs_.size() != plan().files.size()) return error_code::unsupported;
    for (auto& output : outputs_) {
      const error_code e = add_to(output, message);
      if (e != error_code::success) return e;
    }
    return error_code::success;
  }

  error_code finish() {
    for (auto& output : outputs_) {
      if (const error_code e = head(output); e != error_code::success) return e;
      for (const auto& [cells, sums] : output.groups) {
        if (const error_code e = write(output, summed(output, cells, sums)); e != error_code::success) return e;
      }
      if (const error_code e = output.to.flush(); e != error_code::success) return e;
      if (output.to.replaced() > 0)
        report(csv_not_encodable, output, {},
               {std::string(name_of(output.plan->dialect.encoding)), std::to_string(output.to.replaced())});
    }
    return error_code::success;
  }

 private:
  using indexes = std::vector<std::size_t>;

  struct written_file {
    const plan_file* plan;
    csv_writer to;
    std::map<std::vector<std::string>, group> groups;
    bool begun;
  };

  const csv_plan& plan() const { return *mapping_.plan(); }

  void report(const finding_kind& kind, const written_file& at, std::string_view document,
              std::vector<std::string> arguments) {
    finding one;
    one.kind = &kind;
    one.document = std::string(document);
    one.file = at.plan->name;
    one.arguments = std::move(arguments);
    found_.add(std::move(one));
  }

  // Which entries of the circumstances have a key.
  void index_circumstances() {
    for (const auto& key : plan().keys) {
      auto& index = entries_.emplace_back();
      if (given_ == nullptr) continue;
      const std::size_t count = count_field(*given_, key.list).value_or(0);
      for (std::size_t i = 0; i < count; ++i) {
        const std::array at{i};
        const auto value = get_field(*given_, key.key, at);
        if (value && has_value(*value)) index[to_string(*value)].push_back(i);
      }
    }
  }

  // -- rows -----------------------------------------------------------------------------------------------------------

  template <class Message>
  error_code add_to(written_file& into, const Message& message) {
    const plan_file& file = *into.plan;
    if (file.sides.empty()) return descend(into, message, {});
    for (std::size_t side = 0; side < file.sides.size(); ++side) {
      const auto there = get_field(message, file.sides[side]);
      if (!there || !has_value(*there)) continue;
      if (const error_code e = row(into, message, {}, side); e != error_code::success) return e;
    }
    return error_code::success;
  }

  template <class Message>
  error_code descend(written_file& into, const Message& message, const indexes& at) {
    if (at.size() == into.plan->levels.size()) return row(into, message, at, 0);
    const std::size_t count = count_field(message, into.plan->levels[at.size()], at).value_or(0);
    for (std::size_t i = 0; i < count; ++i) {
      indexes below = at;
      below.push_back(i);
      if (const error_code e = descend(into, message, below); e != error_code::success) return e;
    }
    return error_code::success;
  }

  template <class Message>
  error_code row(written_file& into, const Message& message, const indexes& at, std::size_t variant) {
    const plan_file& file = *into.plan;
    for (const auto& filter : file.filters) {
      if (filter.on_column) continue;
      const auto value = get_field(message, filter.path, at);
      if (!value) return value.error() == error_code::missing ? error_code::success : value.error();
      const auto text = write_cell(*value, filter.format);
      if (!passes(filter, text.value_or(std::string()), has_value(*value))) return error_code::success;
    }
    const auto& columns = file.variants[variant];
    std::vector<std::string> cells;
    std::vector<field_value> values;
    for (const auto& column : columns) {
      if (!column.written()) {
        cells.emplace_back();
        values.emplace_back();
        continue;
      }
      field_value value;
      cells.push_back(cell(into, column, message, at, value));
      values.push_back(std::move(value));
    }
    for (const auto& filter : file.filters) {
      if (filter.on_column && !passes(filter, cells[filter.column], !cells[filter.column].empty()))
        return error_code::success;
    }
    if (file.grouped) {
      add_up(into, columns, std::move(cells), values);
      return error_code::success;
    }
    return write(into, cells);
  }

  error_code head(written_file& into) {
    if (into.begun) return error_code::success;
    into.begun = true;
    if (!into.plan->header) return error_code::success;
    std::vector<std::string> names;
    for (const auto& column : into.plan->columns()) {
      if (column.written()) names.push_back(column.name);
    }
    return into.to.write(names);
  }

  error_code write(written_file& into, const std::vector<std::string>& cells) {
    if (const error_code e = head(into); e != error_code::success) return e;
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (into.plan->columns()[i].written()) shown.push_back(cells[i]);
    }
    return into.to.write(shown);
  }

  // -- cells ----------------------------------------------------------------------------------------------------------

  template <class Message>
  std::string cell(const written_file& into, const plan_column& column, const Message& message, const indexes& at,
                   field_value& value) {
    switch (column.source) {
      case column_source::nothing:
        return {};
      case column_source::constant:
        return column.constant;
      case column_source::part:
        value = part(column, message, at);
        break;
      case column_source::circumstances:
        return from_circumstances(into, column, message, at, value);
      case column_source::field:
        if (column.join) return joined(into, column, message, at);
        value = get_field(message, column.path, at).value_or(field_value{});
        break;
    }
    if (column.is_signed && sign_of(message) < 0) value = negated(value);
    return column.aggregate ? std::string() : text(into, column, value, id_of(message));
  }

  std::string text(const written_file& into, const plan_column& column, const field_value& value,
                   std::string_view document) {
    if (!has_value(value)) return {};
    if (column.table != nullptr) return looked_up(into, column, to_string(value), document);
    std::string out;
    const error_code e = write_cell(value, column.format).get(out);
    if (e != error_code::success)
      report(csv_unwritable_value, into, document,
             {column.name, std::string(error_message(e, language::english)),
              std::string(error_message(e, language::french))});
    return out;
  }

  std::string looked_up(const written_file& into, const plan_column& column, const std::string& value,
                        std::string_view document) {
    const auto found = column.table->to_cell.find(value);
    if (found != column.table->to_cell.end()) return found->second;
    if (column.table->otherwise == unknown_code::keep) return value;
    if (column.table->otherwise == unknown_code::error)
      report(csv_not_in_table, into, document, {column.name, value, column.table->name});
    return {};
  }

  template <class Message>
  std::string joined(const written_file& into, const plan_column& column, const Message& message, const indexes& at) {
    std::string out;
    const std::size_t count = count_field(message, column.many, at).value_or(0);
    for (std::size_t i = 0; i < count; ++i) {
      indexes below(at.begin(), at.begin() + static_cast<std::ptrdiff_t>(column.depth()));
      below.push_back(i);
      if (i > 0) out += *column.join;
      out += text(into, column, get_field(message, column.path, below).value_or(field_value{}), id_of(message));
    }
    return out;
  }

  template <class Message>
  field_value part(const plan_column& column, const Message& message, const indexes& at) const {
    const auto start = get_field(message, column.start, at).value_or(field_value{});
    const auto end = get_field(message, column.end, at).value_or(field_value{});
    const auto* from = std::get_if<local_time>(&start);
    const auto* to = std::get_if<local_time>(&end);
    if (from == nullptr || to == nullptr || !plan().split) return {};
    const auto parts = split_hours(*from, *to, *plan().split);
    if (!parts) return {};
    return exact_duration(duration::of_seconds(parts->at(static_cast<std::size_t>(column.part))));
  }

  template <class Message>
  std::string from_circumstances(const written_file& into, const plan_column& column, const Message& message,
                                 const indexes& at, field_value& value) {
    if (given_ == nullptr) return {};
    const auto key = get_field(message, column.reference, at).value_or(field_value{});
    const auto& index = entries_[column.key_index];
    const auto found = index.find(to_string(key));
    if (!has_value(key) || found == index.end()) return {};
    std::string out;
    for (std::size_t i = 0; i < found->second.size(); ++i) {
      const std::array entry{found->second[i]};
      const auto one = get_field(*given_, column.path, entry).value_or(field_value{});
      if (i == 0) value = one;
      if (i > 0 && !column.join) break;
      out += (i > 0 ? *column.join : std::string()) + text(into, column, one, id_of(message));
    }
    if (found->second.size() > 1 && !column.join)
      report(csv_several_values, into, id_of(message), {column.name, std::to_string(found->second.size())});
    return out;
  }

  // -- groups ---------------------------------------------------------------------------------------------------------

  static void add_up(written_file& into, const std::vector<plan_column>& columns, std::vector<std::string> cells,
                     const std::vector<field_value>& values) {
    group& sums = into.groups[std::move(cells)];
    sums.values.resize(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i].aggregate) continue;
      field_value& sum = sums.values[i];
      const field_value& value = values[i];
      const bool first = !has_value(sum);
      switch (*columns[i].aggregate) {
        case cell_aggregate::count:
          if (columns[i].source == column_source::nothing || has_value(value)) sum = added(sum, std::int64_t{1});
          break;
        case cell_aggregate::sum:
          if (has_value(value)) sum = added(sum, value);
          break;
        case cell_aggregate::min:
          if (has_value(value) && (first || is_less(value, sum))) sum = value;
          break;
        case cell_aggregate::max:
          if (has_value(value) && (first || is_less(sum, value))) sum = value;
          break;
      }
    }
  }

  std::vector<std::string> summed(const written_file& into, std::vector<std::string> cells, const group& sums) {
    const auto& columns = into.plan->columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i].aggregate) continue;
      const bool counted = *columns[i].aggregate == cell_aggregate::count;
      const field_value& sum = sums.values[i];
      if (counted) {
        cells[i] = has_value(sum) ? to_string(sum) : "0";
      } else {
        cells[i] = text(into, columns[i], has_value(sum) ? sum : nothing_of(columns[i].format.type), {});
      }
    }
    return cells;
  }

  // The sum of nothing.
  static field_value nothing_of(field_type type) {
    switch (type) {
      case field_type::seconds:
        return exact_duration{};
      case field_type::amount:
        return money{};
      default:
        return {};
    }
  }

  csv_mapping mapping_;
  findings& found_;
  const circumstances* given_;
  std::vector<written_file> outputs_;
  std::vector<std::unordered_map<std::string, std::vector<std::size_t>>> entries_;
};

csv_exporter::csv_exporter(csv_mapping mapping, std::vector<byte_sink> sinks, findings& found,
                           const circumstances* given)
    : state_(std::make_unique<state>(std::move(mapping), std::move(sinks), found, given)) {}
csv_exporter::~csv_exporter() = default;
csv_exporter::csv_exporter(csv_exporter&&) noexcept = default;
csv_exporter& csv_exporter::operator=(csv_exporter&&) noexcept = default;

error_code csv_exporter::add(const order& message) { return state_->add(message); }
error_code csv_exporter::add(const delivery& message) { return state_->add(message); }
error_code csv_exporter::add(const invoice& message) { return state_->add(message); }
error_code csv_exporter::add(const circumstances& value) { return state_->add(value); }
error_code csv_exporter::finish() { return state_->finish(); }

}  // namespace esppadom::inline ESPPADOM_ABI
