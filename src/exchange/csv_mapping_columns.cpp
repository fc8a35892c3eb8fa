// What a mapping says of columns, and whether it can be read with.
#if ESPPADOM_WITH_JSON

#include "exchange/csv_mapping_maker.hpp"

#include <algorithm>
#include <set>

#include "esppadom/exchange/csv_findings.hpp"
#include "exchange/field_tree.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

bool is_pattern_type(field_type type) {
  return type == field_type::date || type == field_type::month || type == field_type::time;
}

}  // namespace

// -- one column -------------------------------------------------------------------------------------------------------

bool plan_maker::compile(const std::string& text, const std::string& pointer, field_selector& out) {
  std::string problem;
  if (field_selector::compile(plan_->subject, text, &problem).get(out) == error_code::success) return true;
  complain(pointer, csv_bad_path, {text, problem});
  return false;
}

plan_column plan_maker::column(const mapping_file& file, const mapping_column& from, const std::string& pointer,
                               const plan_file& out, std::size_t side) {
  plan_column made;
  made.name = from.name;
  made.when_empty = filled(from.when_empty.value_or(std::string()));
  made.required = from.required.value_or(false);
  made.may_miss = from.required == false;
  made.join = from.join;
  made.aggregate = from.aggregate;
  made.is_signed = from.is_signed.value_or(false);
  made.use = from.use.value_or(column_use::both);
  if (from.table) {
    const auto found = plan_->tables.find(*from.table);
    if (found == plan_->tables.end()) {
      if (side == 0) bad(pointer + "/table", "there is no table of that name", "il n'y a pas de table de ce nom");
    } else {
      made.table = &found->second;
    }
  }
  if (from.path && from.constant) {
    bad(pointer, "a column has a path or a constant", "une colonne a un chemin ou une constante");
  } else if (from.constant) {
    made.source = column_source::constant;
    made.constant = filled(*from.constant);
  } else if (from.path) {
    source(from, pointer, out, side, made);
  } else if (from.aggregate != cell_aggregate::count) {
    made.source = column_source::constant;  // always empty
  }
  form(file, from, pointer, side, made);
  return made;
}

void plan_maker::source(const mapping_column& from, const std::string& pointer, const plan_file& out, std::size_t side,
                        plan_column& made) {
  std::string text = *from.path;
  constexpr std::string_view given = "circumstances.";
  if (plan_->subject != field_subject::circumstances && text.starts_with(given))
    return from_circumstances(text.substr(given.size()), pointer, made);
  if (!out.sides.empty() && text == "stamp.side") {
    made.source = column_source::constant;
    made.is_side = true;
    made.constant = side == 0 ? "arrival" : "departure";
    if (made.table != nullptr) {
      const auto cell = made.table->to_cell.find(made.constant);
      if (cell != made.table->to_cell.end()) made.constant = cell->second;
      made.table = nullptr;
    }
    return;
  }
  if (!out.sides.empty() && text.starts_with("stamp."))
    text = (side == 0 ? "stamps.arrival" : "stamps.departure") + text.substr(5);
  if (from.part) return from_part(text, *from.part, pointer, made);
  made.source = column_source::field;
  if (!compile(text, pointer + "/path", made.path)) return;
  made.mandatory = made.path.mandatory();
  made.format.type = made.path.type();
  check_levels(text, from, pointer, out, made);
}

// A column may go through the lists its rows go through, and with `join` one more.
void plan_maker::check_levels(const std::string& text, const mapping_column& from, const std::string& pointer,
                              const plan_file& out, plan_column& made) {
  std::size_t level = 0;
  for (std::size_t at = text.find("[]"); at != std::string::npos; at = text.find("[]", at + 2), ++level) {
    const std::string list = text.substr(0, at);
    if (level < out.levels.size() && out.levels[level].text() == list) continue;
    const bool last = text.find("[]", at + 2) == std::string::npos;
    if (last && from.join && level <= out.levels.size()) {
      made.many = field_selector::compile_list(plan_->subject, list).value_or(field_selector());
      return;
    }
    bad(pointer + "/path", "the rows do not go through \"" + list + "[]\": say rows, join or an index",
        "les lignes ne passent pas par « " + list + "[] » : dites rows, join ou un indice");
    return;
  }
  made.join.reset();
}

void plan_maker::from_part(const std::string& text, hours_part part, const std::string& pointer, plan_column& made) {
  made.source = column_source::part;
  made.part = part;
  made.format.type = field_type::seconds;
  if (!plan_->split)
    bad(pointer + "/part", "the mapping has no split_hours", "la correspondance n'a pas de split_hours");
  compile(text + ".start", pointer + "/path", made.start);
  compile(text + ".end", pointer + "/path", made.end);
}

// circumstances.LIST[KEY=@FIELD].VALUE
void plan_maker::from_circumstances(const std::string& text, const std::string& pointer, plan_column& made) {
  made.source = column_source::circumstances;
  const std::size_t open = text.find('[');
  const std::size_t sign = text.find("=@", open == std::string::npos ? 0 : open);
  const std::size_t close = text.find(']', sign == std::string::npos ? 0 : sign);
  if (open == std::string::npos || sign == std::string::npos || close == std::string::npos ||
      !std::string_view(text).substr(close).starts_with("].")) {
    complain(pointer + "/path", csv_bad_path, {"circumstances." + text, "LIST[KEY=@FIELD].VALUE"});
    return;
  }
  const std::string list = text.substr(0, open);
  plan_key key;
  std::string problem;
  const auto in_list = [&](const std::string& path, field_selector& out) {
    if (field_selector::compile(field_subject::circumstances, path, &problem).get(out) == error_code::success) return;
    complain(pointer + "/path", csv_bad_path, {"circumstances." + path, problem});
  };
  in_list(list + "[]." + text.substr(open + 1, sign - open - 1), key.key);
  in_list(list + "[]." + text.substr(close + 2), made.path);
  key.list = field_selector::compile_list(field_subject::circumstances, list).value_or(field_selector());
  compile(text.substr(sign + 2, close - sign - 2), pointer + "/path", made.reference);
  made.format.type = made.path.type();
  for (made.key_index = 0; made.key_index < plan_->keys.size(); ++made.key_index) {
    if (plan_->keys[made.key_index].key.text() == key.key.text()) return;
  }
  plan_->keys.push_back(std::move(key));
}

void plan_maker::form(const mapping_file& file, const mapping_column& from, const std::string& pointer,
                      std::size_t side, plan_column& made) {
  cell_format& format = made.format;
  format.comma = file.decimal_mark == decimal_mark::comma;
  format.guard = file.guard_formulas.value_or(false);
  format.unit = from.unit.value_or(cell_unit::seconds);
  format.rounding = from.rounding.value_or(rounding_mode::unnecessary);
  if (made.source == column_source::field && made.path.text().empty()) return;  // told already
  if (side > 0) return form_pattern(file, from, pointer, side, made);
  if (from.decimals) {
    if (*from.decimals < 0 || *from.decimals > 10)
      bad(pointer + "/decimals", "0 to 10 decimals", "0 à 10 décimales");
    else
      format.decimals = static_cast<unsigned>(*from.decimals);
  }
  const bool is_time = format.type == field_type::seconds;
  if (from.unit && !is_time) bad(pointer + "/unit", "only a duration has a unit", "seule une durée a une unité");
  if (!from.unit && is_time && from.aggregate != cell_aggregate::count && made.source != column_source::nothing)
    bad(pointer, "a duration needs a unit: " + enum_choices<cell_unit>(),
        "une durée demande une unité : " + enum_choices<cell_unit>());
  if (is_time && from.unit == cell_unit::hundredths && !from.rounding)
    bad(pointer, "hundredths of an hour need a rounding", "des centièmes d'heure demandent un arrondi");
  form_pattern(file, from, pointer, side, made);
}

void plan_maker::form_pattern(const mapping_file& file, const mapping_column& from, const std::string& pointer,
                              std::size_t side, plan_column& made) {
  cell_format& format = made.format;
  if (from.decimals && *from.decimals >= 0 && *from.decimals <= 10)
    format.decimals = static_cast<unsigned>(*from.decimals);
  if (from.format) {
    format.pattern = *from.format;
  } else if (format.type == field_type::date) {
    format.pattern = file.dates.value_or(std::string());
  } else if (format.type == field_type::time) {
    format.pattern = file.times.value_or(std::string());
  }
  if (format.pattern.empty() || side > 0) return;
  if (!is_pattern_type(format.type))
    return bad(pointer + "/format", "only a date, a month or a time has a format",
               "seuls une date, un mois ou une heure ont une forme");
  const pattern_parts parts = parts_of(format.pattern);
  if (!parts.good)
    bad(pointer, "the format is made of yyyy, MM, dd, HH, mm, ss, each once",
        "la forme se compose de yyyy, MM, dd, HH, mm, ss, une fois chacun");
  if (format.type == field_type::date && parts.clock)
    bad(pointer, "a date has no time of day", "une date n'a pas d'heure");
}

void plan_maker::check_columns(const mapping_file& from, const std::string& pointer, const plan_file& out) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < from.columns.size(); ++i) {
    const std::string here = pointer + "/columns/" + std::to_string(i);
    if (out.header && (from.columns[i].name.empty() || !names.insert(from.columns[i].name).second))
      bad(here + "/name", "a column's name is empty or stands twice", "un nom de colonne est vide ou figure deux fois");
    if (from.columns[i].aggregate && !out.grouped)
      bad(here + "/aggregate", "only grouped rows have sums: say \"group\": true",
          "seules des lignes cumulées ont des sommes : dites \"group\": true");
    if (from.columns[i].is_signed && plan_->subject != field_subject::invoice)
      bad(here + "/is_signed", "only an invoice has a sign", "seule une facture a un sens");
  }
}

// -- what can be read -------------------------------------------------------------------------------------------------

void plan_maker::check_reading(const plan_file& out, std::size_t number) {
  const bool sums = std::any_of(out.columns().begin(), out.columns().end(),
                                [](const plan_column& one) { return one.aggregate.has_value(); });
  if (out.grouped && (number == 0 || sums))
    only_write("grouped rows cannot be taken apart", "des lignes cumulées ne se séparent pas");
  for (const auto& one : out.columns()) {
    if (one.is_read() && one.is_signed && (number > 0 || one.join))
      only_write("signed values are read from the first file, one a cell",
                 "les valeurs signées se lisent dans le premier fichier, une par cellule");
    if (one.is_read() && one.table != nullptr && !one.table->one_to_one)
      only_write("table \"" + one.table->name + "\" is not one to one",
                 "la table « " + one.table->name + " » n'est pas un pour un");
  }
  if (plan_->subject == field_subject::circumstances) {
    if (out.levels.size() != 1)
      only_write("circumstances are read list by list", "les circonstances se lisent liste par liste");
    return;
  }
  if (number > 0) {
    if (out.links.empty())
      only_write("only the first file is not joined to another", "seul le premier fichier n'est joint à aucun autre");
    return;
  }
  if ((!out.levels.empty() || !out.sides.empty()) && out.key.empty())
    only_write("several rows a message need a \"key\"", "plusieurs lignes par message demandent une « key »");
  const bool sided =
      std::any_of(out.columns().begin(), out.columns().end(), [](const plan_column& one) { return one.is_side; });
  if (!out.sides.empty() && !sided)
    only_write("no column says which stamp it is: stamp.side", "aucune colonne ne dit quel horodatage : stamp.side");
  if (out.levels.size() > 2 || (out.levels.size() == 2 && out.line_key.empty()))
    only_write("rows inside lines need a \"line_key\"", "des lignes dans une ligne demandent une « line_key »");
  check_dates(out);
}

// A time whose day no column reads would be one of 1970.
void plan_maker::check_dates(const plan_file& out) {
  for (const auto& one : out.columns()) {
    if (!one.is_read() || one.format.type != field_type::time || one.format.pattern.empty()) continue;
    const bool dated = std::any_of(out.columns().begin(), out.columns().end(), [&](const plan_column& other) {
      return other.is_read() && other.path.text() == one.path.text() &&
             (other.format.pattern.empty() || parts_of(other.format.pattern).day);
    });
    if (!dated)
      only_write("the day of \"" + one.path.text() + "\" is in no column",
                 "le jour de « " + one.path.text() + " » n'est dans aucune colonne");
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail

#endif
