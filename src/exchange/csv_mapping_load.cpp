#include <algorithm>
#include <set>

#include "esppadom/exchange/csv_findings.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/csv_plan.hpp"

#if ESPPADOM_WITH_JSON
#include "exchange/field_tree.hpp"
#include "exchange/json_read.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {

using namespace detail;

const std::string& csv_mapping::name() const { return plan_->name; }
field_subject csv_mapping::subject() const { return plan_->subject; }
bool csv_mapping::can_read() const { return plan_->can_read; }
bool csv_mapping::uses_circumstances() const { return !plan_->keys.empty(); }
std::vector<std::string> csv_mapping::files() const {
  std::vector<std::string> out;
  for (const auto& file : plan_->files)
    out.push_back(file.name);
  return out;
}

#if ESPPADOM_WITH_JSON

namespace {

// Something wrong at a place of the file, which is looked for afterwards.
struct complaint {
  std::string pointer;
  const finding_kind* kind = nullptr;
  std::vector<std::string> arguments;
};

void report_at(json_source& from, json_value& value, const json_step& step, std::vector<complaint>& complaints) {
  const std::string pointer = json_pointer(step);
  const char* at = json_source::start_of(value);
  for (auto& one : complaints) {
    if (one.kind == nullptr || one.pointer != pointer) continue;
    from.report(*one.kind, step, at, one.arguments);
    one.kind = nullptr;
  }
  if (*at == '{') {
    from.for_each_member_of(value, step, [&](std::string_view name, const char*, json_value& content) {
      report_at(from, content, step.under(name), complaints);
    });
  } else if (*at == '[') {
    from.for_each_item_of(value, step, [&](std::size_t index, json_value& content) {
      report_at(from, content, step.at(index), complaints);
    });
  } else {
    from.token(value, step);
  }
}

bool is_pattern_type(field_type type) {
  return type == field_type::date || type == field_type::month || type == field_type::time;
}

class plan_maker {
 public:
  plan_maker(mapping_document& from, const csv_mapping_options& options) : from_(from), options_(options) {}

  std::shared_ptr<const csv_plan> make() {
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

  std::vector<complaint>& complaints() { return complaints_; }

 private:
  void complain(std::string pointer, const finding_kind& kind, std::vector<std::string> arguments) {
    complaints_.push_back({std::move(pointer), &kind, std::move(arguments)});
  }
  void bad(std::string pointer, std::string en, std::string fr) {
    complain(std::move(pointer), csv_bad_mapping, {std::move(en), std::move(fr)});
  }
  void only_write(std::string en, std::string fr) {
    if (!plan_->can_read) return;
    plan_->can_read = false;
    plan_->unreadable_en = std::move(en);
    plan_->unreadable_fr = std::move(fr);
  }

  // -- parameters, tables, what holds for all files -----------------------------------------------------------------

  void parameters() {
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
  std::string filled(std::string text) const {
    for (const auto& [name, parameter] : from_.parameters) {
      const std::string hole = "{" + name + "}";
      const std::string value = parameter.value.value_or(std::string());
      for (std::size_t at = text.find(hole); at != std::string::npos; at = text.find(hole, at + value.size()))
        text.replace(at, hole.size(), value);
    }
    return text;
  }
  std::vector<std::string> filled(std::vector<std::string> texts) const {
    for (auto& text : texts)
      text = filled(text);
    return texts;
  }

  void tables() {
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

  void split() {
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

  std::int32_t time_of_day_at(const std::string& text, const std::string& pointer) {
    time_of_day time;
    const std::string value = filled(text);
    if (!value.empty() && parse_time_of_day(value).get(time) == error_code::success) return time.seconds;
    if (!value.empty() || from_.parameters.empty())
      bad(pointer, "a time of day hh:mm is expected", "une heure du jour hh:mm est attendue");
    return 0;
  }

  void settings() {
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

  static std::string escaped(const std::string& key) {
    std::string out;
    for (const char c : key)
      out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
  }

  // -- one file -------------------------------------------------------------------------------------------------------

  plan_file file(const mapping_file& from, const std::string& pointer, std::size_t number) {
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

  void rows(const mapping_file& from, const std::string& pointer, plan_file& out) {
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
      if (field_selector::compile_list(plan_->subject, text.substr(0, at), &problem).get(level) !=
          error_code::success) {
        complain(pointer + "/rows", csv_bad_path, {text, problem});
        return;
      }
      out.levels.push_back(std::move(level));
    }
    if (out.levels.empty() || !text.ends_with("[]"))
      bad(pointer + "/rows", "rows are message, line, stamp, share or a list that ends with []",
          "les lignes sont message, line, stamp, share ou une liste qui finit par []");
  }

  std::vector<std::size_t> named(const mapping_file& from, const std::vector<std::string>& names,
                                 const std::string& pointer) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < names.size(); ++i)
      out.push_back(column_named(from, names[i], pointer + "/" + std::to_string(i)));
    return out;
  }

  std::size_t column_named(const mapping_file& from, const std::string& name, const std::string& pointer) {
    for (std::size_t i = 0; i < from.columns.size(); ++i) {
      if (from.columns[i].name == name) return i;
    }
    bad(pointer, "there is no column \"" + name + "\"", "il n'y a pas de colonne « " + name + " »");
    return 0;
  }

  void link(const mapping_file& from, const mapping_link& one, const std::string& pointer, std::size_t number,
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

  plan_filter filter(const mapping_file& from, const mapping_filter& one, const std::string& pointer,
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

  // -- one column -----------------------------------------------------------------------------------------------------

  bool compile(const std::string& text, const std::string& pointer, field_selector& out) {
    std::string problem;
    if (field_selector::compile(plan_->subject, text, &problem).get(out) == error_code::success) return true;
    complain(pointer, csv_bad_path, {text, problem});
    return false;
  }

  plan_column column(const mapping_file& file, const mapping_column& from, const std::string& pointer,
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

  void source(const mapping_column& from, const std::string& pointer, const plan_file& out, std::size_t side,
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
  void check_levels(const std::string& text, const mapping_column& from, const std::string& pointer,
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

  void from_part(const std::string& text, hours_part part, const std::string& pointer, plan_column& made) {
    made.source = column_source::part;
    made.part = part;
    made.format.type = field_type::seconds;
    if (!plan_->split)
      bad(pointer + "/part", "the mapping has no split_hours", "la correspondance n'a pas de split_hours");
    compile(text + ".start", pointer + "/path", made.start);
    compile(text + ".end", pointer + "/path", made.end);
  }

  // circumstances.LIST[KEY=@FIELD].VALUE
  void from_circumstances(const std::string& text, const std::string& pointer, plan_column& made) {
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

  void form(const mapping_file& file, const mapping_column& from, const std::string& pointer, std::size_t side,
            plan_column& made) {
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

  void form_pattern(const mapping_file& file, const mapping_column& from, const std::string& pointer, std::size_t side,
                    plan_column& made) {
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

  void check_columns(const mapping_file& from, const std::string& pointer, const plan_file& out) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < from.columns.size(); ++i) {
      const std::string here = pointer + "/columns/" + std::to_string(i);
      if (out.header && (from.columns[i].name.empty() || !names.insert(from.columns[i].name).second))
        bad(here + "/name", "a column's name is empty or stands twice",
            "un nom de colonne est vide ou figure deux fois");
      if (from.columns[i].aggregate && !out.grouped)
        bad(here + "/aggregate", "only grouped rows have sums: say \"group\": true",
            "seules des lignes cumulées ont des sommes : dites \"group\": true");
      if (from.columns[i].is_signed && plan_->subject != field_subject::invoice)
        bad(here + "/is_signed", "only an invoice has a sign", "seule une facture a un sens");
    }
  }

  // -- what can be read -----------------------------------------------------------------------------------------------

  void check_reading(const plan_file& out, std::size_t number) {
    const bool sums = std::any_of(out.columns().begin(), out.columns().end(),
                                  [](const plan_column& one) { return one.aggregate.has_value(); });
    if (out.grouped && (number == 0 || sums))
      only_write("grouped rows cannot be taken apart", "des lignes cumulées ne se séparent pas");
    for (const auto& one : out.columns()) {
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
  void check_dates(const plan_file& out) {
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

  mapping_document& from_;
  const csv_mapping_options& options_;
  std::shared_ptr<csv_plan> plan_ = std::make_shared<csv_plan>();
  std::vector<complaint> complaints_;
};

}  // namespace

result<csv_mapping> load_csv_mapping(std::string_view json, findings& found, const csv_mapping_options& options) {
  json_read_options reading;
  reading.file = options.file;
  mapping_document document;
  if (const error_code e = read_json_text<mapping_document>(json, found, reading).get(document);
      e != error_code::success)
    return e;
  plan_maker maker(document, options);
  auto plan = maker.make();
  if (maker.complaints().empty()) return csv_mapping(std::move(plan));
  json_source again(json, found, reading);
  again.with_root([&](json_value& root) { report_at(again, root, json_step{}, maker.complaints()); });
  for (const auto& one : maker.complaints()) {
    if (one.kind == nullptr) continue;  // what has no place of its own
    finding made;
    made.kind = one.kind;
    made.file = std::string(options.file);
    made.path = one.pointer;
    made.arguments = one.arguments;
    found.add(std::move(made));
  }
  return error_code::invalid_value;
}

#else

result<csv_mapping> load_csv_mapping(std::string_view, findings&, const csv_mapping_options&) {
  return error_code::not_built;
}

#endif

}  // namespace esppadom::inline ESPPADOM_ABI
