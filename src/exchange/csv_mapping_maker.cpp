// What a mapping says as a whole and of each file.
#if ESPPADOM_WITH_JSON

#include "exchange/csv_mapping_maker.hpp"

#include <algorithm>
#include <set>

#include "esppadom/exchange/csv_findings.hpp"
#include "exchange/field_tree.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

std::shared_ptr<const csv_plan> plan_maker::make() {
  plan_->name = from_.mapping;
  plan_->subject = from_.message;
  parameters();
  tables();
  split();
  settings();
  if (from_.files.empty()) bad("/files", "there is no file", "il n'y a aucun fichier");
  std::set<std::string> names;
  for (std::size_t i = 0; i < from_.files.size(); ++i) {
    const std::string pointer = "/files/" + std::to_string(i);
    if (!names.insert(from_.files[i].name).second || from_.files[i].name.empty())
      bad(pointer + "/name", "a file's name is empty or stands twice",
          "un nom de fichier est vide ou figure deux "
          "fois");
    plan_->files.push_back(file(from_.files[i], pointer, i));
  }
  return plan_;
}

void plan_maker::complain(std::string pointer, const finding_kind& kind, std::vector<std::string> arguments) {
  complaints_.push_back({std::move(pointer), &kind, std::move(arguments)});
}

void plan_maker::bad(std::string pointer, std::string en, std::string fr) {
  complain(std::move(pointer), csv_bad_mapping, {std::move(en), std::move(fr)});
}

void plan_maker::only_write(std::string en, std::string fr) {
  if (!plan_->can_read) return;
  plan_->can_read = false;
  plan_->unreadable_en = std::move(en);
  plan_->unreadable_fr = std::move(fr);
}

// -- parameters, tables, what holds for all files ---------------------------------------------------------------------

void plan_maker::parameters() {
  std::string known;
  for (auto& [name, parameter] : from_.parameters) {
    known += (known.empty() ? "" : ", ") + name;
    for (const auto& [given, value] : options_.parameters) {
      if (given == name) parameter.value = value;
    }
    if (!parameter.value) complain("/parameters/" + name, csv_missing_parameter, {name});
  }
  for (const auto& [given, value] : options_.parameters) {
    const bool there = std::any_of(from_.parameters.begin(), from_.parameters.end(),
                                   [&, &wanted = given](const auto& one) { return one.first == wanted; });
    if (!there) complain("", csv_unknown_parameter, {given, known.empty() ? "-" : known});
  }
}

// The text with {name} replaced by the value of the parameter.
std::string plan_maker::filled(std::string text) const {
  for (const auto& [name, parameter] : from_.parameters) {
    const std::string hole = "{" + name + "}";
    const std::string value = parameter.value.value_or(std::string());
    for (std::size_t at = text.find(hole); at != std::string::npos; at = text.find(hole, at + value.size()))
      text.replace(at, hole.size(), value);
  }
  return text;
}

std::vector<std::string> plan_maker::filled(std::vector<std::string> texts) const {
  for (auto& text : texts)
    text = filled(text);
  return texts;
}

void plan_maker::tables() {
  for (const auto& [name, table] : from_.tables) {
    plan_table& made = plan_->tables[name];
    made.name = name;
    made.otherwise = table.otherwise.value_or(unknown_code::error);
    for (const auto& [value, cell] : table.entries) {
      made.to_cell[value] = cell;
      made.one_to_one = made.to_value.emplace(cell, value).second && made.one_to_one;
    }
  }
}

void plan_maker::split() {
  if (!from_.split_hours) return;
  plan_split made;
  made.night_from = time_of_day_at(from_.split_hours->night_from, "/split_hours/night_from");
  made.night_to = time_of_day_at(from_.split_hours->night_to, "/split_hours/night_to");
  if (parse_enum<holiday_zone>(filled(from_.split_hours->holiday_zone)).get(made.zone) != error_code::success)
    bad("/split_hours/holiday_zone", "this is no zone of public holidays: " + enum_choices<holiday_zone>(),
        "ce n'est pas une zone de jours fériés : " + enum_choices<holiday_zone>());
  made.order = from_.split_hours->order;
  plan_->split = std::move(made);
}

std::int32_t plan_maker::time_of_day_at(const std::string& text, const std::string& pointer) {
  time_of_day time;
  const std::string value = filled(text);
  if (!value.empty() && parse_time_of_day(value).get(time) == error_code::success) return time.seconds;
  if (!value.empty() || from_.parameters.empty())
    bad(pointer, "a time of day hh:mm is expected", "une heure du jour hh:mm est attendue");
  return 0;
}

void plan_maker::settings() {
  for (const auto& [path, text] : from_.set) {
    const std::string pointer = "/set/" + escaped(path);
    field_selector made;
    if (!compile(path, pointer, made)) continue;
    field_value value;
    if (!made.settable() || made.open_indexes() > 1 ||
        parse_field_value(made.type(), filled(text)).get(value) != error_code::success) {
      bad(pointer, "this value cannot be set", "cette valeur ne peut être fixée");
      continue;
    }
    plan_->settings.emplace_back(std::move(made), std::move(value));
  }
}

std::string plan_maker::escaped(const std::string& key) {
  std::string out;
  for (const char c : key)
    out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return out;
}

// -- one file ---------------------------------------------------------------------------------------------------------

plan_file plan_maker::file(const mapping_file& from, const std::string& pointer, std::size_t number) {
  plan_file out;
  out.name = from.name;
  out.dialect.separator = from.separator.value_or(out.dialect.separator);
  out.dialect.encoding = from.encoding.value_or(out.dialect.encoding);
  out.dialect.byte_order_mark = from.byte_order_mark.value_or(false);
  out.dialect.line_end = from.line_end.value_or(out.dialect.line_end);
  out.dialect.quoting = from.quoting.value_or(out.dialect.quoting);
  out.dialect.guard_formulas = from.guard_formulas.value_or(false);
  out.header = from.header.value_or(true);
  out.grouped = from.group.value_or(false);
  rows(from, pointer, out);
  if (from.columns.empty()) bad(pointer, "a file needs columns", "un fichier demande des colonnes");
  const std::size_t variants = out.sides.empty() ? 1 : out.sides.size();
  for (std::size_t side = 0; side < variants; ++side) {
    std::vector<plan_column> columns;
    for (std::size_t i = 0; i < from.columns.size(); ++i)
      columns.push_back(column(from, from.columns[i], pointer + "/columns/" + std::to_string(i), out, side));
    out.variants.push_back(std::move(columns));
  }
  check_columns(from, pointer, out);
  out.key = named(from, from.key, pointer + "/key");
  out.line_key = named(from, from.line_key, pointer + "/line_key");
  for (std::size_t i = 0; i < from.join_by.size(); ++i)
    link(from, from.join_by[i], pointer + "/join_by/" + std::to_string(i), number, out);
  for (std::size_t i = 0; i < from.filters.size(); ++i)
    out.filters.push_back(filter(from, from.filters[i], pointer + "/filters/" + std::to_string(i), out));
  check_reading(out, number);
  return out;
}

void plan_maker::rows(const mapping_file& from, const std::string& pointer, plan_file& out) {
  std::string text = from.rows.value_or("message");
  if (text == "message") return;
  if (text == "line") text = "lines[]";
  if (text == "share") text = "lines[].amounts[]";
  if (text == "stamp") {
    if (plan_->subject != field_subject::delivery) {
      bad(pointer + "/rows", "only a delivery has stamps", "seul un DELIVERY a des horodatages");
      return;
    }
    for (const char* side : {"stamps.arrival", "stamps.departure"})
      out.sides.push_back(field_selector::compile_any(plan_->subject, side).value_or(field_selector()));
    return;
  }
  for (std::size_t at = text.find("[]"); at != std::string::npos; at = text.find("[]", at + 2)) {
    field_selector level;
    std::string problem;
    if (field_selector::compile_list(plan_->subject, text.substr(0, at), &problem).get(level) != error_code::success) {
      complain(pointer + "/rows", csv_bad_path, {text, problem});
      return;
    }
    out.levels.push_back(std::move(level));
  }
  if (out.levels.empty() || !text.ends_with("[]"))
    bad(pointer + "/rows", "rows are message, line, stamp, share or a list that ends with []",
        "les lignes sont message, line, stamp, share ou une liste qui finit par []");
}

std::vector<std::size_t> plan_maker::named(const mapping_file& from, const std::vector<std::string>& names,
                                           const std::string& pointer) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out.push_back(column_named(from, names[i], pointer + "/" + std::to_string(i)));
  return out;
}

std::size_t plan_maker::column_named(const mapping_file& from, const std::string& name, const std::string& pointer) {
  for (std::size_t i = 0; i < from.columns.size(); ++i) {
    if (from.columns[i].name == name) return i;
  }
  bad(pointer, "there is no column \"" + name + "\"", "il n'y a pas de colonne « " + name + " »");
  return 0;
}

void plan_maker::link(const mapping_file& from, const mapping_link& one, const std::string& pointer, std::size_t number,
                      plan_file& out) {
  if (number == 0) {
    bad(pointer, "the first file is the one others are joined to",
        "le premier fichier est celui auquel les autres "
        "se joignent");
    return;
  }
  plan_link made;
  made.column = column_named(from, one.column, pointer + "/column");
  made.of = column_named(from_.files.front(), one.of, pointer + "/of");
  out.links.push_back(made);
}

plan_filter plan_maker::filter(const mapping_file& from, const mapping_filter& one, const std::string& pointer,
                               const plan_file& rows_of) {
  plan_filter out;
  out.is = filled(one.is);
  out.is_not = filled(one.is_not);
  out.present = one.present;
  if (one.path.has_value() == one.column.has_value())
    bad(pointer, "a filter has either a path or a column", "un filtre a soit un chemin, soit une colonne");
  if (one.column) {
    out.on_column = true;
    out.column = column_named(from, *one.column, pointer + "/column");
  } else if (one.path) {
    std::string problem;
    if (field_selector::compile_any(plan_->subject, *one.path, &problem).get(out.path) != error_code::success)
      complain(pointer + "/path", csv_bad_path, {*one.path, problem});
    for (std::size_t i = 0, at = one.path->find("[]"); at != std::string::npos;
         at = one.path->find("[]", at + 2), ++i) {
      if (i >= rows_of.levels.size() || rows_of.levels[i].text() != one.path->substr(0, at))
        bad(pointer + "/path", "the rows do not go through this list", "les lignes ne passent pas par cette liste");
    }
    out.format.type = out.path.type();
    if (one.format) out.format.pattern = *one.format;
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail

#endif
