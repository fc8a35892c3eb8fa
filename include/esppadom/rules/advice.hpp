// What a rule set may say but rarely means: settings that are applied as they stand, and that their author should look
// at once more. Errors are the matter of loading (rules/consistency.hpp).
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/rules/advice_findings.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One piece of advice on a version. `pointer` is a JSON pointer inside the rule set; empty = the rule set itself.
struct rule_advice {
  const finding_kind* kind = nullptr;
  std::string pointer;
  std::vector<std::string> arguments;

  friend bool operator==(const rule_advice&, const rule_advice&) = default;
};

namespace detail {

template <class Set>
void add_open_keys(const parameter_mask<Set>& set, std::string_view prefix, std::vector<std::string>& keys) {
  for (std::size_t i = 0; i < leaf_count<Set>; ++i) {
    const auto& leaf = parameter_table<Set>[i];
    if (set.test(i) && leaf.evidence == standing::open) keys.push_back(std::string(prefix) + leaf.name());
  }
}

// The keys of a version for which no public source gives any value.
inline std::vector<std::string> open_keys_of(const rule_version& one) {
  std::vector<std::string> keys;
  add_open_keys<rule_set>(one.set, {}, keys);
  for (const auto& set : one.per_funder_set)
    add_open_keys<funder_rules>(set, "funding.per_funder.", keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

inline std::string joined(const std::vector<std::string>& names) {
  constexpr std::size_t most = 8;
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
    out += (i == 0 ? "" : ", ") + names[i];
  return names.size() > most ? out + ", … (" + std::to_string(names.size()) + ")" : out;
}

class advice_list {
 public:
  advice_list(const rule_book& book, std::size_t index) : book_(book), one_(book.versions[index]) {}

  std::vector<rule_advice> take() && {
    source();
    scope();
    dates();
    values();
    return std::move(found_);
  }

 private:
  void add(const finding_kind& kind, std::string pointer, std::vector<std::string> arguments) {
    found_.push_back({&kind, std::move(pointer), std::move(arguments)});
  }

  bool sets(std::string_view key) const { return one_.set.test(leaf_index<rule_set>(key)); }

  void source() {
    const auto keys = open_keys_of(one_);
    if (!keys.empty() && !one_.source.text && !one_.source.url) add(rul_no_source, {}, {label_of(one_), joined(keys)});
    const auto& url = one_.source.url;
    if (url && !url->starts_with("https://") && !url->starts_with("http://")) add(rul_no_address, "/source", {});
  }

  void scope() {
    if (one_.scope.level == scope_level::departement && !one_.scope.departement) {
      add(rul_every_payer, "/scope", {label_of(one_)});
    }
  }

  // The version of the same scope that begins next after this one has ended.
  const rule_version* successor() const {
    const rule_version* next = nullptr;
    for (const auto& other : book_.versions) {
      if (!(other.scope == one_.scope) || !other.valid_from || *other.valid_from <= *one_.valid_to) continue;
      if (next == nullptr || *other.valid_from < *next->valid_from) next = &other;
    }
    return next;
  }

  void dates() {
    if (!one_.valid_to) return;
    const rule_version* next = successor();
    if (next == nullptr) {
      add(rul_no_successor, "/valid_to", {label_of(one_), to_string(*one_.valid_to + 1)});
    } else if (*next->valid_from > *one_.valid_to + 1) {
      add(rul_gap, "/valid_to",
          {label_of(one_), label_of(*next), to_string(*one_.valid_to + 1), to_string(*next->valid_from - 1)});
    }
  }

  void values() {
    const auto& threshold = one_.values.correction.threshold_pct;
    if (sets("correction.threshold_pct") && threshold &&
        (*threshold < percentage::from_percent(5) || *threshold > percentage::from_percent(8))) {
      add(rul_unusual_threshold, "/correction/threshold_pct", {to_string(*threshold)});
    }
    const auto& carry = one_.values.smoothing.carry;
    if (sets("smoothing.carry.horizon_periods") && carry.enabled && carry.horizon_periods < 5 &&
        one_.values.smoothing.period == pool_period::month) {
      add(rul_short_carry, "/smoothing/carry/horizon_periods", {std::to_string(carry.horizon_periods)});
    }
    const auto& rounding = one_.values.duration.rounding;
    const bool always_up = rounding.object != rounding_object::none && rounding.guard == rounding_guard::always &&
                           (rounding.mode == step_mode::up || rounding.mode == step_mode::provider);
    if (sets("duration.rounding.mode") && always_up && rounding.step >= duration::of_minutes(15) &&
        one_.values.duration.cap.kind == cap_kind::none) {
      add(rul_always_up, "/duration/rounding/mode", {std::to_string(rounding.step.seconds / 60)});
    }
  }

  const rule_book& book_;
  const rule_version& one_;
  std::vector<rule_advice> found_;
};

}  // namespace detail

/// What should be looked at once more in the version `book.versions[index]`: figures no public source gives that name
/// no source of their own, days between two versions on which wider rules hold, a threshold outside what Départements
/// are known to use. Nothing of it stops the rules from being applied. None for a version that sets nothing.
inline std::vector<rule_advice> advice_on(const rule_book& book, std::size_t index) {
  return detail::advice_list(book, index).take();
}

}  // namespace esppadom::inline ESPPADOM_ABI
