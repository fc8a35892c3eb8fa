// The descriptions as tables that can be walked at run time: one node a type, made by the compiler from the same
// constexpr trees as reader and writer. For sources of exchange; users see exchange/fields.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "esppadom/exchange/fields.hpp"
#include "exchange/field_derived.hpp"
#include "exchange/json_scalars.hpp"
#include "exchange/json_values.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

struct type_node;

/// A member of a described or plain struct.
struct member_node {
  std::string_view name;
  const type_node* type = nullptr;
  const void* (*get)(const void*) = nullptr;
  void* (*edit)(void*) = nullptr;
  std::string_view label;  ///< French; empty for the parts of an identifier, code, quantity or amount
  standing evidence = standing::open;
  code_list codes{};
  bool at_least_one = false;
  bool mandatory = false;                   ///< 1 though the member is optional
  bool has_evidence_of_group = false;       ///< `evidence` is that of the group around it
  std::array<std::string_view, 2> inner{};  ///< of a group of two: the labels of its members here
};

struct type_node {
  enum class shape { leaf, group, plain, maybe, list };

  shape what = shape::leaf;
  field_type type = field_type::group;
  const type_node* inner = nullptr;       ///< of maybe and list
  std::span<const member_node> members;   ///< of group and plain
  std::span<const derived_node> derived;  ///< of group
  std::size_t (*count)(const void*) = nullptr;
  const void* (*at)(const void*, std::size_t) = nullptr;  ///< null when there is none
  void* (*edit_at)(void*, std::size_t) = nullptr;         ///< makes what is missing
  void (*clear)(void*) = nullptr;                         ///< of maybe
  void (*pop)(void*) = nullptr;                           ///< of list
  field_value (*read)(const void*) = nullptr;             ///< of leaf
  error_code (*write)(void*, const field_value&) = nullptr;
  std::string (*choices)() = nullptr;
};

// -- leaves -----------------------------------------------------------------------------------------------------------

template <class T>
constexpr field_type leaf_type() {
  if constexpr (std::is_same_v<T, std::string>) return field_type::text;
  if constexpr (std::is_same_v<T, bool>) return field_type::boolean;
  if constexpr (std::is_same_v<T, decimal>) return field_type::decimal;
  if constexpr (std::is_same_v<T, money>) return field_type::amount;
  if constexpr (std::is_same_v<T, unit_price>) return field_type::price;
  if constexpr (std::is_same_v<T, percentage>) return field_type::percent;
  if constexpr (std::is_same_v<T, local_date>) return field_type::date;
  if constexpr (std::is_same_v<T, local_month>) return field_type::month;
  if constexpr (std::is_same_v<T, local_time>) return field_type::time;
  if constexpr (std::is_enum_v<T>) return field_type::choice;
  return field_type::integer;
}

template <class T>
field_value read_leaf(const void* from) {
  const T& value = *static_cast<const T*>(from);
  if constexpr (std::is_enum_v<T>) {
    return std::string(name_of(value));
  } else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
    return static_cast<std::int64_t>(value);
  } else {
    return value;
  }
}

template <class T>
error_code write_leaf(void* into, const field_value& value) {
  T& out = *static_cast<T*>(into);
  if (!has_value(value)) return error_code::missing;
  if constexpr (std::is_enum_v<T>) {
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? error_code::invalid_value : parse_enum<T>(*text).get(out);
  } else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) return error_code::invalid_value;
    out = static_cast<T>(*number);
    return static_cast<std::int64_t>(out) == *number ? error_code::success : error_code::out_of_range;
  } else {
    const T* typed = std::get_if<T>(&value);
    if (typed == nullptr) return error_code::invalid_value;
    out = *typed;
    return error_code::success;
  }
}

template <class T>
std::string enum_choices() {
  std::string out;
  for (const auto& item : enum_names<T>::items)
    out += (out.empty() ? "" : ", ") + std::string(item.name);
  return out;
}

// -- structs ----------------------------------------------------------------------------------------------------------

template <auto Member>
const void* member_get(const void* owner) {
  using traits = member_traits<std::remove_cv_t<decltype(Member)>>;
  return &(static_cast<const typename traits::owner*>(owner)->*Member);
}
template <auto Member>
void* member_edit(void* owner) {
  using traits = member_traits<std::remove_cv_t<decltype(Member)>>;
  return &(static_cast<typename traits::owner*>(owner)->*Member);
}

template <class T>
constexpr type_node make_node();
template <class T>
inline constexpr type_node node_of = make_node<T>();

template <auto Member>
constexpr member_node make_member() {
  member_node out;
  out.name = esppadom::member_name<Member>;
  out.type = &node_of<member_type<Member>>;
  out.get = &member_get<Member>;
  out.edit = &member_edit<Member>;
  return out;
}

template <class T>
constexpr std::size_t described_count() {
  std::size_t count = 0;
  for_each_member<T>([&](const auto&) { ++count; });
  return count;
}

template <described T>
inline constexpr auto described_members = [] {
  std::array<member_node, described_count<T>()> out{};
  std::size_t index = 0;
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    member_node& member = out.at(index++);
    member = make_member<Entry::member>();
    member.label = entry.label;
    member.evidence = entry.evidence;
    member.codes = entry.codes;
    if constexpr (requires { entry.at_least_one; }) {
      member.at_least_one = entry.at_least_one;
      member.mandatory = entry.is_mandatory;
      member.has_evidence_of_group = entry.has_evidence_of_group;
      member.inner = entry.inner;
    }
  });
  return out;
}();

template <class T>
inline constexpr auto plain_member_nodes = std::apply(
    []<class... Member>(const Member&...) {
      return std::array<member_node, sizeof...(Member)>{make_member<Member::member>()...};
    },
    plain_members<T>);

// -- the node of a type -----------------------------------------------------------------------------------------------

template <class T>
constexpr type_node make_node() {
  type_node out;
  if constexpr (is_optional<T>::value) {
    out.what = type_node::shape::maybe;
    out.inner = &node_of<value_of_t<T>>;
    out.at = [](const void* from, std::size_t) -> const void* {
      const T& value = *static_cast<const T*>(from);
      return value ? &*value : nullptr;
    };
    out.edit_at = [](void* from, std::size_t) -> void* {
      T& value = *static_cast<T*>(from);
      return value ? &*value : &value.emplace();
    };
    out.clear = [](void* from) { static_cast<T*>(from)->reset(); };
  } else if constexpr (is_vector<T>::value) {
    out.what = type_node::shape::list;
    out.inner = &node_of<value_of_t<T>>;
    out.count = [](const void* from) { return static_cast<const T*>(from)->size(); };
    out.at = [](const void* from, std::size_t index) -> const void* {
      const T& list = *static_cast<const T*>(from);
      return index < list.size() ? &list[index] : nullptr;
    };
    out.edit_at = [](void* from, std::size_t index) -> void* {
      T& list = *static_cast<T*>(from);
      if (index >= list.size()) list.resize(index + 1);
      return &list[index];
    };
    out.pop = [](void* from) { static_cast<T*>(from)->pop_back(); };
  } else if constexpr (plain_struct<T>) {
    out.what = type_node::shape::plain;
    out.members = plain_member_nodes<T>;
  } else if constexpr (described<T>) {
    out.what = type_node::shape::group;
    out.members = described_members<T>;
    out.derived = derived_fields<T>;
  } else {
    out.type = leaf_type<T>();
    out.read = &read_leaf<T>;
    out.write = &write_leaf<T>;
    if constexpr (std::is_enum_v<T>) out.choices = &enum_choices<T>;
  }
  return out;
}

inline const type_node& root_of(field_subject subject) {
  switch (subject) {
    case field_subject::order:
      return node_of<order>;
    case field_subject::invoice:
      return node_of<invoice>;
    case field_subject::circumstances:
      return node_of<circumstances>;
    case field_subject::delivery:
      break;
  }
  return node_of<delivery>;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
