// The leaves of a parameter set: one row for each key that a rule file can set, generated from the descriptions.
// Looking rules up copies leaves by index; no key is compared, and no key can be forgotten.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "esppadom/message/description.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Specialise as true for the elements of a list that is not one value but a set of scopes of its own: such elements
/// are told apart by a name and merged key by key (`funding.per_funder`). They have a table of their own.
template <class T>
inline constexpr bool merged_by_name = false;

/// One leaf of `Set`.
template <class Set>
struct parameter_leaf {
  static constexpr std::size_t max_depth = 5;

  std::array<std::string_view, max_depth> keys{};  ///< from the outermost group to the parameter
  std::uint8_t depth = 0;                          ///< how many of `keys` are used
  std::string_view label;                          ///< French
  standing evidence = standing::open;
  parameter_unit unit = parameter_unit::none;
  void (*copy)(Set& to, const Set& from) = nullptr;
  bool (*same)(const Set& a, const Set& b) = nullptr;

  /// The key as rule files and reports name it: "stamps.missing.start".
  std::string name() const {
    std::string out;
    for (std::uint8_t i = 0; i < depth; ++i) {
      if (i > 0) out += '.';
      out += keys[i];
    }
    return out;
  }
};

namespace detail {

// How a member of a parameter struct takes part in the table.
enum class leaf_kind { leaf, group, named_list };

template <class Member>
constexpr leaf_kind leaf_kind_of() {
  if constexpr (is_vector<Member>::value) {
    return merged_by_name<value_of_t<Member>> ? leaf_kind::named_list : leaf_kind::leaf;
  } else {
    return described<Member> ? leaf_kind::group : leaf_kind::leaf;
  }
}

template <auto First, auto... Rest, class Owner>
constexpr auto& member_at(Owner& owner) {
  if constexpr (sizeof...(Rest) == 0) {
    return owner.*First;
  } else {
    return member_at<Rest...>(owner.*First);
  }
}

template <class Set, auto... Path>
void copy_leaf(Set& to, const Set& from) {
  member_at<Path...>(to) = member_at<Path...>(from);
}
template <class Set, auto... Path>
bool same_leaf(const Set& a, const Set& b) {
  return member_at<Path...>(a) == member_at<Path...>(b);
}

template <class T>
constexpr std::size_t count_leaves() {
  std::size_t count = 0;
  for_each_member<T>([&]<class Entry>(const Entry&) {
    using type = member_type<Entry::member>;
    constexpr leaf_kind kind = leaf_kind_of<type>();
    if constexpr (kind == leaf_kind::group) {
      count += count_leaves<type>();
    } else if constexpr (kind == leaf_kind::leaf) {
      ++count;
    }
  });
  return count;
}

template <class Set, class T, auto... Path, class Table>
constexpr void add_leaves(Table& table, std::size_t& at, const parameter_leaf<Set>& above) {
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    constexpr leaf_kind kind = leaf_kind_of<type>();
    parameter_leaf<Set> leaf = above;
    // A group with an empty key has no level of its own in the file.
    if (!key_of(entry).empty()) leaf.keys.at(leaf.depth++) = key_of(entry);
    if constexpr (kind == leaf_kind::group) {
      add_leaves<Set, type, Path..., Entry::member>(table, at, leaf);
    } else if constexpr (kind == leaf_kind::leaf) {
      leaf.label = entry.label;
      if constexpr (requires { entry.evidence; }) leaf.evidence = entry.evidence;
      if constexpr (requires { entry.unit; }) leaf.unit = entry.unit;
      leaf.copy = &copy_leaf<Set, Path..., Entry::member>;
      leaf.same = &same_leaf<Set, Path..., Entry::member>;
      table.at(at++) = leaf;
    }
  });
}

template <class Set>
constexpr auto make_parameter_table() {
  std::array<parameter_leaf<Set>, count_leaves<Set>()> table{};
  std::size_t at = 0;
  add_leaves<Set, Set>(table, at, parameter_leaf<Set>{});
  return table;
}

}  // namespace detail

/// How many leaves `T` has. Example: a struct with two flags and a group of three has 5.
template <described T>
inline constexpr std::size_t leaf_count = detail::count_leaves<T>();

/// The leaves of `Set`, in the order of its description.
template <described Set>
inline constexpr auto parameter_table = detail::make_parameter_table<Set>();

/// Which leaves of `Set` a version sets; bit i belongs to `parameter_table<Set>[i]`.
template <described Set>
using parameter_mask = std::bitset<leaf_count<Set>>;

/// Copies every leaf whose bit is set.
template <described Set>
void copy_leaves(Set& to, const Set& from, const parameter_mask<Set>& set) {
  for (std::size_t i = 0; i < leaf_count<Set>; ++i) {
    if (set.test(i)) parameter_table<Set>[i].copy(to, from);
  }
}

/// The index of the leaf with that dotted name, or `leaf_count<Set>` when there is none. For tools and tests: looking
/// rules up needs no names.
template <described Set>
std::size_t leaf_index(std::string_view name) {
  for (std::size_t i = 0; i < leaf_count<Set>; ++i) {
    if (parameter_table<Set>[i].name() == name) return i;
  }
  return leaf_count<Set>;
}

}  // namespace esppadom::inline ESPPADOM_ABI
