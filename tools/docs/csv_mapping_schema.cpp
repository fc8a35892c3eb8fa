// schemas/json/csv-mapping.schema.json: what a mapping file may hold, draft 2020-12.

#include <iostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "documents.hpp"
#include "exchange/csv_mapping_file.hpp"
#include "exchange/json_values.hpp"
#include "exchange/json_writer.hpp"

namespace docs {

using namespace esppadom;

namespace {

template <class T>
struct is_pairs : std::false_type {};
template <class V>
struct is_pairs<std::vector<std::pair<std::string, V>>> : std::true_type {
  using content = V;
};

template <class T>
void write_type(esppadom::detail::json_writer& to, std::string_view label);

template <class T>
void write_object(esppadom::detail::json_writer& to) {
  to.key("type");
  to.string("object");
  to.key("additionalProperties");
  to.raw("false");
  to.key("properties");
  to.begin_object();
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    to.key(key_of(entry));
    write_type<member_type<Entry::member>>(to, entry.label);
  });
  to.end_object();
  to.key("required");
  to.begin_array();
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    if constexpr (!is_optional<type>::value && !is_vector<type>::value) to.string(key_of(entry));
  });
  to.end_array();
}

template <class T>
void write_type(esppadom::detail::json_writer& to, std::string_view label) {
  if constexpr (is_optional<T>::value) {
    return write_type<value_of_t<T>>(to, label);
  } else {
    to.begin_object();
    if (!label.empty()) {
      to.key("title");
      to.string(label);
    }
    if constexpr (is_pairs<T>::value) {
      to.key("type");
      to.string("object");
      to.key("additionalProperties");
      write_type<typename is_pairs<T>::content>(to, {});
    } else if constexpr (is_vector<T>::value) {
      to.key("type");
      to.string("array");
      to.key("items");
      write_type<value_of_t<T>>(to, {});
    } else if constexpr (described<T>) {
      write_object<T>(to);
    } else if constexpr (std::is_enum_v<T>) {
      to.key("enum");
      to.begin_array();
      for (const auto& item : enum_names<T>::items)
        to.string(item.name);
      to.end_array();
    } else {
      to.key("type");
      to.string(std::is_same_v<T, bool> ? "boolean" : std::is_integral_v<T> ? "integer" : "string");
    }
    to.end_object();
  }
}

}  // namespace

void print_csv_mapping_schema() {
  std::string out;
  esppadom::detail::json_writer to(out, json_layout::indented);
  to.begin_object();
  to.key("$schema");
  to.string("https://json-schema.org/draft/2020-12/schema");
  to.key("title");
  to.string("A mapping between CSV files and messages");
  write_object<esppadom::detail::mapping_document>(to);
  to.end_object();
  std::cout << out << "\n";
}

}  // namespace docs
