#pragma once

// The spelling of an enumerator in rule files, JSON, CSV and tables: one specialisation beside each enum, and two
// functions.
//
//     template <> struct enum_names<colour> {
//       static constexpr enum_name<colour> items[] = {{colour::red, "red"}, {colour::blue, "blue"}};
//     };

#include <cstddef>
#include <iterator>
#include <string_view>

#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An enumerator and its spelling.
template <class E>
struct enum_name {
  E value;
  std::string_view name;
};

/// Specialise with a constant array `items` of `enum_name<E>`, in the order in which choices are listed to users.
template <class E>
struct enum_names;

/// The spelling of an enumerator; empty when the value is none of the listed ones.
/// Example: name_of(rounding_mode::half_up) = "half_up".
template <class E>
constexpr std::string_view name_of(E value) {
  const auto& items = enum_names<E>::items;
  const auto index = static_cast<std::size_t>(value);
  if (index < std::size(items) && items[index].value == value)
    return items[index].name;  // listed in order, as most are
  for (const auto& item : items) {
    if (item.value == value) return item.name;
  }
  return {};
}

/// The enumerator with that exact spelling, else `unknown_name`.
template <class E>
constexpr result<E> parse_enum(std::string_view name) {
  for (const auto& item : enum_names<E>::items) {
    if (item.name == name) return item.value;
  }
  return error_code::unknown_name;
}

template <>
struct enum_names<language> {
  static constexpr enum_name<language> items[] = {{language::french, "fr"}, {language::english, "en"}};
};

}  // namespace esppadom::inline ESPPADOM_ABI
