// What reading and writing JSON share: which types are lists of pairs, the plain value structs that have no description
// of their own, and the units in which rule files write their parameters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/value/code.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/identifier.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// A list that JSON writes as an object: of pairs, or of described structs of two members (`keyed_entry`).
template <class T>
struct keyed_list : std::false_type {};
template <class K, class V>
struct keyed_list<std::vector<std::pair<K, V>>> : std::true_type {
  static constexpr auto key = &std::pair<K, V>::first;
  static constexpr auto content = &std::pair<K, V>::second;
};
template <class T>
requires keyed_entry<T>
struct keyed_list<std::vector<T>> : std::true_type {
  static constexpr auto key = entry_of<0>(description<T>).member;
  static constexpr auto content = entry_of<1>(description<T>).member;
};

/// A member of a plain struct in JSON. The first one of a struct may be all there is: then its value stands alone.
template <auto Member>
struct plain_member {
  static constexpr auto member = Member;
  std::string_view key;
};

/// The members of a plain struct; specialised for each.
template <class T>
inline constexpr auto plain_members = nullptr;
template <class T>
concept plain_struct = !std::is_same_v<std::remove_cvref_t<decltype(plain_members<T>)>, std::nullptr_t>;

/// Whether a struct may be written as the text of its first member when the others are empty.
template <class T>
inline constexpr bool collapses_to_text = false;
template <>
inline constexpr bool collapses_to_text<esppadom::identifier> = true;
template <>
inline constexpr bool collapses_to_text<esppadom::code> = true;

template <>
inline constexpr auto plain_members<esppadom::identifier> = std::tuple{
    plain_member<&esppadom::identifier::value>{"value"}, plain_member<&esppadom::identifier::scheme_id>{"scheme_id"},
    plain_member<&esppadom::identifier::scheme_agency_name>{"scheme_agency_name"}};
template <>
inline constexpr auto plain_members<esppadom::code> =
    std::tuple{plain_member<&esppadom::code::value>{"value"}, plain_member<&esppadom::code::list_id>{"list_id"},
               plain_member<&esppadom::code::list_agency_name>{"list_agency_name"}};
template <>
inline constexpr auto plain_members<esppadom::measure> = std::tuple{
    plain_member<&esppadom::measure::value>{"value"}, plain_member<&esppadom::measure::unit_code>{"unit_code"}};
template <>
inline constexpr auto plain_members<esppadom::amount> =
    std::tuple{plain_member<&esppadom::amount::value>{"value"}, plain_member<&esppadom::amount::currency>{"currency"}};
template <>
inline constexpr auto plain_members<esppadom::price> =
    std::tuple{plain_member<&esppadom::price::value>{"value"}, plain_member<&esppadom::price::currency>{"currency"}};
template <>
inline constexpr auto plain_members<esppadom::extra> =
    std::tuple{plain_member<&esppadom::extra::what>{"kind"},   plain_member<&esppadom::extra::level>{"level"},
               plain_member<&esppadom::extra::after>{"after"}, plain_member<&esppadom::extra::occurrence>{"occurrence"},
               plain_member<&esppadom::extra::name>{"name"},   plain_member<&esppadom::extra::content>{"content"}};

template <class T>
concept has_extras = requires(const T& value) {
  requires std::is_same_v<std::remove_cvref_t<decltype(value.extras)>, extras_t>;
};

/// How many seconds one unit of a duration parameter is; 1 where the file writes seconds.
constexpr std::int64_t seconds_of(parameter_unit unit) {
  switch (unit) {
    case parameter_unit::minutes:
      return 60;
    case parameter_unit::hours:
      return 3600;
    case parameter_unit::days:
      return 86400;
    default:
      return 1;
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
