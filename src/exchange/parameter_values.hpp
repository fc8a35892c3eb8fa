// The values of a parameter set as rule files write them.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "esppadom/exchange/rule_report.hpp"
#include "exchange/json_write.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Walks a parameter set leaf by leaf, in the order in which `parameter_table` counts them.
template <class Set>
class leaf_list {
 public:
  explicit leaf_list(const leaf_origins<Set>& origins) : origins_(origins) {}

  std::vector<shown_parameter> of(const Set& rules) && {
    add(rules);
    return std::move(out_);
  }

 private:
  template <class T>
  void add(const T& group) {
    for_each_member<T>([&]<class Entry>(const Entry& entry) {
      using type = member_type<Entry::member>;
      constexpr leaf_kind kind = leaf_kind_of<type>();
      if constexpr (kind == leaf_kind::group) {
        add(group.*(Entry::member));
      } else if constexpr (kind == leaf_kind::leaf) {
        add_leaf(group.*(Entry::member), entry.unit);
      }
    });
  }

  template <class T>
  void add_leaf(const T& value, parameter_unit unit) {
    const std::size_t index = out_.size();
    const auto& leaf = parameter_table<Set>[index];
    shown_parameter one;
    one.key = leaf.name();
    one.label = leaf.label;
    json_writer to(one.value, json_layout::compact);
    write_value(to, value, json_absent::shown, unit);
    one.unit = symbol_of(unit);
    one.evidence = leaf.evidence;
    if (origins_[index] != resolved_rules::neutral) one.version = origins_[index];
    out_.push_back(std::move(one));
  }

  const leaf_origins<Set>& origins_;
  std::vector<shown_parameter> out_;
};

/// The values that one rule version gives to a set of its own: of the leaves it does not set they are neutral.
template <class Set>
std::vector<shown_parameter> values_of(const Set& rules) {
  return leaf_list<Set>(neutral_origins<Set>()).of(rules);
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
