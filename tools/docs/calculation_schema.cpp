// schemas/json/calculation.schema.json: what `calculate` answers, and under $defs/NAME.question what it is asked, draft
// 2020-12; from the descriptions of questions and answers.

#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "calculation_list.hpp"
#include "documents.hpp"
#include "exchange/json_writer.hpp"

namespace docs {

using namespace esppadom;

namespace {

using esppadom::detail::json_writer;

/// Whether a value is asked or told: a question may spell it in several ways, an answer spells it in one.
enum class side { asked, told };

void put(json_writer& to, std::string_view key, std::string_view text) {
  to.key(key);
  to.string(text);
}

void write_text(json_writer& to, std::string_view pattern) {
  put(to, "type", "string");
  if (!pattern.empty()) put(to, "pattern", pattern);
}

/// A number as JSON has it, or its text.
void write_number_or_text(json_writer& to, std::string_view number, std::string_view pattern) {
  to.key("anyOf");
  to.begin_array();
  to.begin_object();
  put(to, "type", number);
  to.end_object();
  to.begin_object();
  write_text(to, pattern);
  to.end_object();
  to.end_array();
}

template <class T>
constexpr bool is_decimal = std::is_same_v<T, decimal> || std::is_same_v<T, money> || std::is_same_v<T, unit_price> ||
                            std::is_same_v<T, percentage>;
template <class T>
constexpr bool is_fraction =
    std::is_same_v<T, fraction> || std::is_same_v<T, exact_amount> || std::is_same_v<T, exact_duration>;

constexpr std::string_view asked_fraction = R"(^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(/[0-9]+)?$)";

template <class T>
constexpr std::string_view told_pattern() {
  if constexpr (std::is_same_v<T, money>) return R"(^-?[0-9]+\.[0-9]{2}$)";
  if constexpr (std::is_same_v<T, unit_price>) return R"(^-?[0-9]+\.[0-9]{2,6}$)";
  if constexpr (std::is_same_v<T, percentage>) return R"(^-?[0-9]+\.[0-9]{2,4}$)";
  if constexpr (std::is_same_v<T, exact_amount>) return "^~?-?[0-9]+(/[0-9]+)?$";
  if constexpr (is_fraction<T>) return "^-?[0-9]+(/[0-9]+)?$";
  return R"(^-?[0-9]+(\.[0-9]+)?$)";
}

template <class T>
constexpr std::string_view clock_pattern() {
  if constexpr (std::is_same_v<T, local_month>) return "^[0-9]{4}-(0[1-9]|1[0-2])$";
  if constexpr (std::is_same_v<T, local_date>) return "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
  return "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
         "([+-][0-9]{2}:[0-9]{2}|Z)?$";
}

template <described T>
void write_object(json_writer& to, side which, std::string_view name = {});

/// The members of the schema of a value, without those around it.
template <class T>
void write_schema(json_writer& to, side which) {
  if constexpr (is_vector<T>::value) {
    put(to, "type", "array");
    to.key("items");
    to.begin_object();
    write_schema<typename T::value_type>(to, which);
    to.end_object();
  } else if constexpr (std::is_same_v<T, bool>) {
    put(to, "type", "boolean");
  } else if constexpr (std::is_integral_v<T>) {
    put(to, "type", "integer");
  } else if constexpr (std::is_enum_v<T>) {
    std::string names;
    for (const auto& item : enum_names<T>::items)
      names += (names.empty() ? "\"" : ", \"") + std::string(item.name) + "\"";
    to.key("enum");
    to.raw("[" + names + "]");
  } else if constexpr (std::is_same_v<T, duration>) {
    which == side::asked ? write_number_or_text(to, "integer", "^[+-]?[0-9]+$") : put(to, "type", "integer");
  } else if constexpr (is_decimal<T> || is_fraction<T>) {
    const auto asked = is_fraction<T> ? asked_fraction : std::string_view(R"(^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$)");
    which == side::asked ? write_number_or_text(to, "number", asked) : write_text(to, told_pattern<T>());
  } else if constexpr (std::is_same_v<T, local_month> || std::is_same_v<T, local_date> ||
                       std::is_same_v<T, local_time>) {
    write_text(to, clock_pattern<T>());
  } else if constexpr (described<T>) {
    write_object<T>(to, which);
  } else {
    write_text(to, {});
  }
}

/// A member: its label and its value, which may be null when it is optional.
template <class T>
void write_member(json_writer& to, side which, std::string_view label) {
  to.begin_object();
  put(to, "title", label);
  if constexpr (is_optional<T>::value) {
    to.key("anyOf");
    to.begin_array();
    to.begin_object();
    put(to, "type", "null");
    to.end_object();
    to.begin_object();
    write_schema<typename T::value_type>(to, which);
    to.end_object();
    to.end_array();
  } else {
    write_schema<T>(to, which);
  }
  to.end_object();
}

/// Seconds of an answer: rounded, and beside them the fraction where they are not whole.
void write_seconds(json_writer& to, const std::string& key, std::string_view label) {
  to.key(key);
  to.begin_object();
  put(to, "title", label);
  to.key("type");
  to.raw(R"(["integer", "null"])");
  to.end_object();
  to.key(key + "_exact");
  to.begin_object();
  write_text(to, "^-?[0-9]+/[0-9]+$");
  to.end_object();
}

template <class T>
constexpr bool is_exact_seconds = std::is_same_v<T, exact_duration> || std::is_same_v<T, std::optional<exact_duration>>;

/// An object with every member of the description; an answer has the name of its calculation too.
template <described T>
void write_object(json_writer& to, side which, std::string_view name) {
  put(to, "type", "object");
  to.key("additionalProperties");
  to.raw("false");
  to.key("required");
  to.begin_array();
  if (!name.empty()) {
    to.string("schema");
    to.string("of");
  }
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    if (which == side::told || !(is_optional<type>::value || is_vector<type>::value)) to.string(key_of(entry));
  });
  to.end_array();
  to.key("properties");
  to.begin_object();
  if (!name.empty()) {
    to.key("schema");
    to.raw(R"({ "const": "esppadom/calculation/1" })");
    to.key("of");
    to.raw("{ \"const\": \"" + std::string(name) + "\" }");
  }
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    const std::string key(key_of(entry));
    if (which == side::told && is_exact_seconds<type>) {
      write_seconds(to, key, entry.label);
    } else {
      to.key(key);
      write_member<type>(to, which, entry.label);
    }
  });
  to.end_object();
}

}  // namespace

void print_calculation_schema() {
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  put(to, "$schema", "https://json-schema.org/draft/2020-12/schema");
  put(to, "$id", "urn:libesppadom:schema:calculation:1");
  put(to, "title", "règle seule");
  put(to, "description",
      "Generated by tools/docs of libesppadom. An answer of calculate; its question is $defs/NAME.question.");
  to.key("oneOf");
  to.begin_array();
  for (const auto& item : enum_names<calculation>::items)
    to.raw("{ \"$ref\": \"#/$defs/" + std::string(item.name) + "\" }");
  to.end_array();
  to.key("$defs");
  to.begin_object();
  for_each_calculation([&]<class Question, class Answer>(calculation of, std::string_view, std::string_view) {
    to.key(name_of(of));
    to.begin_object();
    write_object<Answer>(to, side::told, name_of(of));
    to.end_object();
    to.key(std::string(name_of(of)) + ".question");
    to.begin_object();
    write_object<Question>(to, side::asked);
    to.end_object();
  });
  to.end_object();
  to.end_object();
  std::cout << out << "\n";
}

}  // namespace docs
