// schemas/json/rule-book.schema.json: what a rule file may hold, draft 2020-12. With it an editor completes keys, shows
// what they mean in French and refuses values; that keys fit together is checked by `esppadom rules check`.

#include <array>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "documents.hpp"
#include "esppadom/exchange/rule_report.hpp"
#include "esppadom/rules/choice_texts.hpp"
#include "esppadom/rules/rule_book.hpp"
#include "exchange/json_write.hpp"

namespace docs {

using namespace esppadom;

namespace {

using esppadom::detail::json_writer;

void put(json_writer& to, std::string_view key, std::string_view text) {
  to.key(key);
  to.string(text);
}

// What an entry says of a value beyond its type; for members without a parameter entry, nothing.
struct limits_of_value {
  std::uint64_t built = ~std::uint64_t{0};
  std::int64_t minimum = std::int64_t{-1} << 62;
  std::int64_t maximum = std::int64_t{1} << 62;
  std::array<std::int64_t, 8> choices{};
  std::uint8_t choice_count = 0;
  parameter_unit unit = parameter_unit::none;
  std::string_view label{};

  bool bounded() const { return minimum > -(std::int64_t{1} << 61) && maximum < (std::int64_t{1} << 61); }
};

template <class Entry>
limits_of_value limits_of(const Entry& entry) {
  if constexpr (requires { entry.choice_count; }) {
    return {entry.built, entry.minimum, entry.maximum, entry.choices, entry.choice_count, entry.unit, entry.label};
  } else {
    return {};
  }
}

template <class T>
void write_object(json_writer& to);

template <class T>
void write_members(json_writer& to);

// As other readers than ours understand it: `format` alone is a remark to many.
void write_day(json_writer& to) {
  put(to, "format", "date");
  put(to, "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
}

// What one choice means: beside `enum`, which every reader understands, for editors that show it while one writes.
template <class Value>
void write_choice(json_writer& to, const Value& value, std::string_view meaning) {
  to.begin_object();
  to.key("const");
  if constexpr (std::is_integral_v<Value>) {
    to.integer(value);
  } else {
    to.string(value);
  }
  put(to, "description", meaning);
  to.end_object();
}

// A number may be written as one or as text, so that no decimal passes through binary floating point.
void write_number(json_writer& to, const limits_of_value& limits, bool whole) {
  if (limits.choice_count > 0) {
    to.key("enum");
    to.begin_array();
    for (std::uint8_t i = 0; i < limits.choice_count; ++i)
      to.integer(limits.choices.at(i));
    to.end_array();
    to.key("oneOf");
    to.begin_array();
    for (std::uint8_t i = 0; i < limits.choice_count; ++i) {
      const auto number = std::to_string(limits.choices.at(i));
      const auto unit = symbol_of(limits.unit);
      write_choice(to, limits.choices.at(i),
                   std::string(limits.label) + " : " + number + (unit.empty() ? "" : " " + std::string(unit)));
    }
    to.end_array();
    return;
  }
  to.key("anyOf");
  to.begin_array();
  to.begin_object();
  put(to, "type", whole ? "integer" : "number");
  if (limits.bounded()) {
    to.key("minimum");
    to.integer(limits.minimum);
    to.key("maximum");
    to.integer(limits.maximum);
  }
  to.end_object();
  if (!whole) {
    to.begin_object();
    put(to, "type", "string");
    put(to, "pattern", limits.minimum < 0 ? R"(^-?[0-9]+(\.[0-9]+)?$)" : R"(^[0-9]+(\.[0-9]+)?$)");
    to.end_object();
  }
  to.end_array();
}

template <class Enumeration>
void write_choices(json_writer& to, std::uint64_t built) {
  to.key("enum");
  to.begin_array();
  for (const auto& item : enum_names<Enumeration>::items) {
    if ((built >> static_cast<unsigned>(item.value) & 1U) != 0) to.string(item.name);
  }
  to.end_array();
  to.key("oneOf");
  to.begin_array();
  for (const auto& item : enum_names<Enumeration>::items) {
    if ((built >> static_cast<unsigned>(item.value) & 1U) != 0) write_choice(to, item.name, text_of_choice(item.value));
  }
  to.end_array();
}

template <class T>
void write_type(json_writer& to, const limits_of_value& limits);

// An entry of a list, or an object that may be absent, has every member that is neither a list nor may be absent; of a
// funder its name is enough.
template <class T>
void write_entry(json_writer& to, const limits_of_value& limits) {
  write_type<T>(to, limits);
  if constexpr (described<T>) {
    to.key("required");
    to.begin_array();
    for_each_member<T>([&]<class Entry>(const Entry& entry) {
      using type = member_type<Entry::member>;
      constexpr bool may_miss = is_optional<type>::value || is_vector<type>::value;
      if (!may_miss && (!merged_by_name<T> || key_of(entry) == "funder")) to.string(key_of(entry));
    });
    to.end_array();
  }
}

template <class T>
void write_keyed(json_writer& to) {
  put(to, "type", "object");
  std::size_t place = 0;
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    to.key(place++ == 0 ? "propertyNames" : "additionalProperties");
    to.begin_object();
    put(to, "title", entry.label);
    write_type<type>(to, limits_of(entry));
    to.end_object();
  });
}

// The keywords of a type, inside an object that is open.
template <class T>
void write_type(json_writer& to, const limits_of_value& limits) {
  if constexpr (is_optional<T>::value) {
    to.key("anyOf");
    to.begin_array();
    to.begin_object();
    write_entry<value_of_t<T>>(to, limits);
    to.end_object();
    to.begin_object();
    put(to, "type", "null");
    to.end_object();
    to.end_array();
  } else if constexpr (is_vector<T>::value) {
    using item = value_of_t<T>;
    if constexpr (keyed_entry<item>) return write_keyed<item>(to);
    put(to, "type", "array");
    to.key("items");
    to.begin_object();
    write_entry<item>(to, limits);
    to.end_object();
  } else if constexpr (described<T>) {
    write_object<T>(to);
  } else if constexpr (std::is_same_v<T, bool>) {
    put(to, "type", "boolean");
  } else if constexpr (std::is_enum_v<T>) {
    write_choices<T>(to, limits.built);
  } else if constexpr (std::is_same_v<T, std::string>) {
    put(to, "type", "string");
  } else if constexpr (std::is_same_v<T, local_date>) {
    put(to, "type", "string");
    write_day(to);
  } else if constexpr (std::is_same_v<T, local_month>) {
    put(to, "type", "string");
    put(to, "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
  } else if constexpr (std::is_same_v<T, time_of_day>) {
    put(to, "type", "string");
    put(to, "pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$");
  } else {
    // Half a minute is 30 seconds; half a second is none.
    write_number(to, limits,
                 std::is_integral_v<T> || (std::is_same_v<T, duration> && limits.unit == parameter_unit::seconds));
  }
}

template <class Entry>
std::string about(const Entry& entry, std::string_view neutral) {
  std::string out;
  if constexpr (requires { entry.unit; }) {
    if (const auto unit = symbol_of(entry.unit); !unit.empty()) out += "unité : " + std::string(unit) + " ; ";
  }
  if (!neutral.empty()) out += "valeur neutre : " + std::string(neutral) + " ; ";
  if constexpr (requires { entry.evidence; }) out += "règle " + std::string(french(entry.evidence));
  return out;
}

template <class Owner, class Entry>
std::string neutral_of(const Entry& entry) {
  std::string out;
  if constexpr (requires { entry.unit; }) {
    json_writer to(out, json_layout::compact);
    esppadom::detail::write_value(to, Owner{}.*(Entry::member), json_absent::shown, entry.unit);
  }
  return out.size() > 80 ? std::string() : out;
}

template <class T>
void write_members(json_writer& to) {
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    if constexpr (described<type>) {
      if (key_of(entry).empty()) return write_members<type>(to);
    }
    to.key(key_of(entry));
    to.begin_object();
    put(to, "title", entry.label);
    if constexpr (requires { entry.neutral_only; }) {
      put(to, "description", about(entry, neutral_of<T>(entry)));
      if (entry.neutral_only) {
        to.key("const");
        esppadom::detail::write_value(to, T{}.*(Entry::member), json_absent::shown, entry.unit);
        return to.end_object();
      }
    }
    write_type<type>(to, limits_of(entry));
    to.end_object();
  });
}

template <class T>
void write_object(json_writer& to) {
  put(to, "type", "object");
  to.key("additionalProperties");
  to.raw("false");
  to.key("properties");
  to.begin_object();
  write_members<T>(to);
  to.end_object();
}

void write_required(json_writer& to, std::initializer_list<std::string_view> names) {
  to.key("required");
  to.begin_array();
  for (const auto name : names)
    to.string(name);
  to.end_array();
}

void write_property(json_writer& to, std::string_view name, std::string_view title, std::string_view definition) {
  to.key(name);
  to.begin_object();
  put(to, "title", title);
  put(to, "$ref", definition);
  to.end_object();
}

void write_rule_set(json_writer& to) {
  to.key("rule_set");
  to.begin_object();
  put(to, "type", "object");
  to.key("additionalProperties");
  to.raw("false");
  write_required(to, {"id", "version", "scope"});
  to.key("properties");
  to.begin_object();
  write_property(to, "id", "identifiant du jeu de règles", "#/$defs/name");
  to.key("version");
  to.begin_object();
  put(to, "title", "numéro de version");
  put(to, "type", "integer");
  to.key("minimum");
  to.integer(1);
  to.end_object();
  write_property(to, "valid_from", "en vigueur à partir du (inclus)", "#/$defs/day");
  write_property(to, "valid_to", "en vigueur jusqu'au (inclus)", "#/$defs/day");
  to.key("scope");
  to.begin_object();
  put(to, "title", "périmètre");
  write_object<rule_scope>(to);
  write_required(to, {"level"});
  to.end_object();
  to.key("source");
  to.begin_object();
  put(to, "title", "source juridique ou contractuelle");
  to.key("anyOf");
  to.begin_array();
  to.begin_object();
  put(to, "type", "string");
  to.end_object();
  to.begin_object();
  write_object<rule_source>(to);
  to.end_object();
  to.end_array();
  to.end_object();
  write_members<rule_set>(to);
  to.end_object();
  to.end_object();
}

void write_definitions(json_writer& to) {
  to.key("$defs");
  to.begin_object();
  to.key("name");
  to.begin_object();
  put(to, "type", "string");
  to.key("minLength");
  to.integer(1);
  to.end_object();
  to.key("day");
  to.begin_object();
  to.key("type");
  to.raw(R"(["string", "null"])");
  write_day(to);
  to.end_object();
  write_rule_set(to);
  to.end_object();
}

}  // namespace

void print_rule_schema() {
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  put(to, "$schema", "https://json-schema.org/draft/2020-12/schema");
  put(to, "$id", "urn:libesppadom:schema:rule-book:1");
  put(to, "title", "recueil de règles de facturation");
  put(to, "description",
      "Generated by tools/docs of libesppadom. A key that is absent leaves its value to wider scopes; the neutral "
      "value "
      "is a technical default without authority.");
  put(to, "type", "object");
  to.key("additionalProperties");
  to.raw("false");
  to.key("properties");
  to.begin_object();
  write_property(to, "id", "identifiant du recueil", "#/$defs/name");
  write_property(to, "rule_set", "un seul jeu de règles", "#/$defs/rule_set");
  to.key("rule_sets");
  to.begin_object();
  put(to, "title", "jeux de règles");
  put(to, "type", "array");
  to.key("items");
  to.begin_object();
  put(to, "$ref", "#/$defs/rule_set");
  to.end_object();
  to.end_object();
  to.end_object();
  to.key("oneOf");
  to.begin_array();
  to.begin_object();
  write_required(to, {"rule_set"});
  to.end_object();
  to.begin_object();
  write_required(to, {"id", "rule_sets"});
  to.end_object();
  to.end_array();
  write_definitions(to);
  to.end_object();
  std::cout << out << "\n";
}

}  // namespace docs
