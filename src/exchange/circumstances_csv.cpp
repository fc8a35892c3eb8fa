#include "esppadom/exchange/circumstances_csv.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "esppadom/exchange/csv_findings.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/csv_header.hpp"
#include "exchange/csv_plan.hpp"

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

namespace {

constexpr std::string_view kind_column = "kind";

/// A list of the circumstances and its columns.
struct list_columns {
  std::string name;
  std::vector<std::string> columns;
};

// From the description: "absences[].from" is column from of list absences.
std::vector<list_columns> lists_of_circumstances() {
  std::vector<list_columns> out;
  for (const field_info& field : list_fields(field_subject::circumstances)) {
    const std::size_t at = field.path.find("[]");
    if (at + 2 == field.path.size()) {
      out.push_back({field.path.substr(0, at), {}});
    } else if (!out.empty()) {
      out.back().columns.push_back(field.path.substr(at + 3));
    }
  }
  return out;
}

std::vector<std::string> all_columns(const std::vector<list_columns>& lists) {
  std::vector<std::string> out;
  for (const auto& list : lists) {
    for (const auto& column : list.columns) {
      if (std::find(out.begin(), out.end(), column) == out.end()) out.push_back(column);
    }
  }
  return out;
}

plan_column column_of(const std::string& list, const std::string& name) {
  plan_column out;
  out.name = name;
  out.source = column_source::field;
  out.path = field_selector::compile(field_subject::circumstances, list + "[]." + name).value_or(field_selector());
  out.format.type = out.path.type();
  out.format.either_mark = true;
  const std::vector<field_info> fields = list_fields(field_subject::circumstances);
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const field_info& one) { return one.path == list + "[]." + name; });
  out.required = found != fields.end() && found->occurrence == "1";
  out.may_miss = !out.required;
  return out;
}

plan_column ignored_column(std::string name) {
  plan_column out;
  out.name = std::move(name);
  return out;
}

plan_file file_of(const list_columns& list, const csv_dialect& dialect) {
  plan_file out;
  out.name = list.name + ".csv";
  out.dialect = dialect;
  out.levels.push_back(
      field_selector::compile_list(field_subject::circumstances, list.name).value_or(field_selector()));
  std::vector<plan_column> columns;
  for (const auto& name : list.columns)
    columns.push_back(column_of(list.name, name));
  out.variants.push_back(std::move(columns));
  return out;
}

// The same list as part of the table for all of them.
plan_file part_of_table(const list_columns& list, const std::vector<std::string>& all, const csv_dialect& dialect) {
  plan_file out = file_of(list, dialect);
  std::vector<plan_column> columns;
  plan_column kind = ignored_column(std::string(kind_column));
  kind.source = column_source::constant;
  kind.constant = list.name;
  columns.push_back(std::move(kind));
  for (const auto& name : all) {
    const bool mine = std::find(list.columns.begin(), list.columns.end(), name) != list.columns.end();
    columns.push_back(mine ? column_of(list.name, name) : ignored_column(name));
    columns.back().may_miss = true;  // the table may hold lists that have no such column
  }
  plan_filter filter;
  filter.on_column = true;
  filter.is = {list.name};
  out.filters.push_back(std::move(filter));
  out.variants = {std::move(columns)};
  return out;
}

csv_mapping mapping_of(std::vector<plan_file> files) {
  auto plan = std::make_shared<csv_plan>();
  plan->name = "circumstances";
  plan->subject = field_subject::circumstances;
  plan->files = std::move(files);
  return csv_mapping(std::move(plan));
}

bool has_entries(const circumstances& value, const list_columns& list) {
  const auto path = field_selector::compile_list(field_subject::circumstances, list.name).value_or(field_selector());
  return count_field(value, path).value_or(0) > 0;
}

byte_sink into_text(std::string& out) {
  return {[&out](std::string_view bytes) {
    out += bytes;
    return error_code::success;
  }};
}

std::string stem_of(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  return std::string(name.substr(0, name.find('.')));
}

void report(const finding_kind& kind, std::string_view file, csv_place place, std::vector<std::string> arguments,
            findings& found) {
  finding one;
  one.kind = &kind;
  one.file = std::string(file);
  one.line = place.line;
  one.column = place.column;
  one.arguments = std::move(arguments);
  found.add(std::move(one));
}

std::string names_of(const std::vector<list_columns>& lists) {
  std::string out;
  for (const auto& list : lists)
    out += (out.empty() ? "" : ", ") + list.name;
  return out;
}

// Where the column `kind` stands; none when the header has no such column.
std::size_t kind_place(const std::vector<std::string_view>& header) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (trimmed(header[i]) == kind_column) return i;
  }
  return header.size();
}

// Rows of a kind that does not exist would be passed over by all lists.
void check_kinds(csv_reader& rows, std::size_t place, const std::vector<list_columns>& lists, std::string_view name,
                 findings& found) {
  while (rows.next()) {
    if (place >= rows.fields().size()) continue;
    const std::string_view kind = rows.fields()[place];
    if (std::any_of(lists.begin(), lists.end(), [&](const list_columns& one) { return one.name == kind; })) continue;
    report(csv_bad_value, name, rows.place(place),
           {std::string(kind_column), std::string(error_message(error_code::unknown_name, language::english)),
            std::string(error_message(error_code::unknown_name, language::french)), names_of(lists)},
           found);
  }
}

error_code add_file(std::string_view bytes, std::string_view name, plan_file file, circumstances& into, findings& found,
                    const csv_limits& limits) {
  circumstances read;
  csv_importer importer(mapping_of({std::move(file)}), {bytes_of(bytes)}, found, {std::string(name)}, limits);
  if (!importer.next(read)) return error_code::invalid_value;
  for_each_member<circumstances>([&](const auto& entry) {
    auto& list = into.*(entry.member);
    auto& more = read.*(entry.member);
    list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  });
  return error_code::success;
}

}  // namespace

std::vector<csv_file> write_circumstances_csv(const circumstances& value, const csv_dialect& dialect) {
  std::vector<csv_file> out;
  for (const auto& list : lists_of_circumstances()) {
    if (!has_entries(value, list)) continue;
    csv_file& file = out.emplace_back();
    file.name = list.name + ".csv";
    findings none;
    csv_exporter exporter(mapping_of({file_of(list, dialect)}), {into_text(file.bytes)}, none);
    static_cast<void>(exporter.add(value));
    static_cast<void>(exporter.finish());
  }
  return out;
}

std::string write_circumstances_table(const circumstances& value, const csv_dialect& dialect) {
  std::string out;
  const auto lists = lists_of_circumstances();
  const auto columns = all_columns(lists);
  bool first = true;
  for (const auto& list : lists) {
    if (!first && !has_entries(value, list)) continue;
    plan_file file = part_of_table(list, columns, dialect);
    file.header = first;
    file.dialect.byte_order_mark = first && dialect.byte_order_mark;
    first = false;
    findings none;
    csv_exporter exporter(mapping_of({std::move(file)}), {into_text(out)}, none);
    static_cast<void>(exporter.add(value));
    static_cast<void>(exporter.finish());
  }
  return out;
}

error_code read_circumstances_csv(std::string_view bytes, std::string_view name, circumstances& into, findings& found,
                                  const csv_limits& limits) {
  csv_dialect dialect;
  dialect.separator = separator_in(bytes);
  const auto lists = lists_of_circumstances();
  findings header_findings;
  csv_reader rows(bytes_of(bytes), header_findings, dialect, std::string(name), limits);
  const bool any = rows.next();
  const std::size_t place = any ? kind_place(rows.fields()) : 0;
  if (any && place < rows.fields().size()) {
    check_kinds(rows, place, lists, name, header_findings);
    const auto columns = all_columns(lists);
    bool first = true;
    for (const auto& list : lists) {
      findings own;
      const error_code e = add_file(bytes, name, part_of_table(list, columns, dialect), into, own, limits);
      // What is wrong with the text or its header is the same for every list.
      for (auto& one : own.items()) {
        const bool of_list = one.kind == &csv_bad_value || one.kind == &csv_missing_value;
        if (first || of_list) found.add(std::move(one));
      }
      if (e != error_code::success) return e;
      first = false;
    }
    for (auto& one : header_findings.items()) {
      if (one.kind == &csv_bad_value) found.add(std::move(one));
    }
    return error_code::success;
  }
  const std::string stem = stem_of(name);
  const auto list = std::find_if(lists.begin(), lists.end(), [&](const list_columns& one) { return one.name == stem; });
  if (list == lists.end()) {
    report(csv_unknown_list, name, {1, 0}, {names_of(lists)}, found);
    return error_code::unknown_name;
  }
  return add_file(bytes, name, file_of(*list, dialect), into, found, limits);
}

}  // namespace esppadom::inline ESPPADOM_ABI
