// What a rule set may say but rarely means: settings that are applied as they stand, and that their author should look
// at once more. Errors are the matter of loading (rules/consistency.hpp).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/rules/advice_findings.hpp"
#include "esppadom/rules/idle_settings.hpp"
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
  advice_list(const rule_book& book, std::size_t index) : book_(book), index_(index), one_(book.versions[index]) {}

  std::vector<rule_advice> take() && {
    source();
    scope();
    dates();
    values();
    other_scopes();
    idle();
    small_times();
    for (std::size_t i = 0; i < one_.values.funding.per_funder.size(); ++i)
      funder(one_.values.funding.per_funder[i], "/funding/per_funder/" + std::to_string(i));
    if (one_.values.tariff.unit == price_unit::hour)
      price(one_.values.tariff.provider_rate, "tariff.provider_rate", {});
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

  // What is decided for one person, or for one service, set for more.
  void other_scopes() {
    const auto level = one_.scope.level;
    if (one_.values.incompatible.status && level != scope_level::beneficiary)
      wider("/incompatible/status", "incompatible.status", "beneficiary");
    if (one_.values.double_visit == double_visit_rules{} || level >= scope_level::service) return;
    for (const std::string_view key : {"allowed", "plan_factor", "pay_factor"}) {
      const std::string whole = "double_visit." + std::string(key);
      if (sets(whole)) wider("/double_visit/" + std::string(key), whole, "service | beneficiary");
    }
  }
  void wider(std::string pointer, std::string_view key, std::string_view meant) {
    add(rul_wider_scope, std::move(pointer),
        {std::string(key), std::string(name_of(one_.scope.level)), std::string(meant)});
  }

  void idle() {
    for (const idle_setting& each : idle_settings_of(book_, index_))
      add(rul_idle, pointer_of(each.key), {each.key, each.needed});
  }
  static std::string pointer_of(std::string_view key) {
    std::string pointer = "/" + std::string(key);
    std::replace(pointer.begin(), pointer.end(), '.', '/');
    return pointer;
  }

  // Hours where minutes are meant: 9 for the nine hours of a month.
  void small_times() {
    const auto& smoothing = one_.values.smoothing;
    small(smoothing.ceiling, 60, "smoothing.ceiling_min", {});
    small(smoothing.carry.cap, 60, "smoothing.carry.cap_min", {});
    small(one_.values.duration.max_billable, 5, "duration.max_billable_min", {});
    for (std::size_t i = 0; i < smoothing.sub_ceilings.size(); ++i)
      small(smoothing.sub_ceilings[i].max, 60, "smoothing.sub_ceilings.max_min", "/smoothing/sub_ceilings");
  }
  void small(const std::optional<duration>& time, std::int64_t usual, std::string_view key, std::string pointer) {
    if (!time || *time <= duration() || *time >= duration::of_minutes(usual)) return;
    if (pointer.empty()) pointer = pointer_of(key);
    add(rul_small_time, std::move(pointer), {std::string(key), minutes_of(*time)});
  }
  static std::string minutes_of(duration time) {
    const auto whole = std::to_string(time.seconds / 60);
    return time.seconds % 60 == 0
               ? whole
               : whole + ":" + std::string(time.seconds % 60 < 10 ? "0" : "") + std::to_string(time.seconds % 60);
  }

  // Cents where euros are meant; published tariffs of an hour lie between 15 and 31 €, with surcharges below 100.
  void price(const std::optional<unit_price>& given, std::string_view key, std::string pointer) {
    if (!given || (*given >= unit_price::from_euros(5) && *given <= unit_price::from_euros(100))) return;
    if (pointer.empty()) pointer = pointer_of(key);
    add(rul_unusual_price, std::move(pointer), {std::string(key), to_string(*given)});
  }

  void funder(const funder_rules& given, const std::string& at) {
    if (given.nature == funding_nature::hourly && one_.values.tariff.unit == price_unit::hour) {
      price(given.rate, "funding.per_funder.rate", at + "/rate");
      for (const auto& rate : {given.rates.weekday, given.rates.saturday, given.rates.sunday,
                               given.rates.public_holiday, given.rates.evening})
        price(rate, "funding.per_funder.rates", at + "/rates");
    }
    small(given.volume.minutes, 60, "funding.per_funder.volume.minutes", at + "/volume/minutes");
    if (given.days.empty()) add(rul_idle, at + "/days", {"funding.per_funder", "funding.per_funder.days"});
    if (one_.scope.level != scope_level::beneficiary && !(given.participation.inputs == participation_inputs{}))
      wider(at + "/participation/inputs", "funding.per_funder.participation.inputs", "beneficiary");
    bands(given.participation.table, at + "/participation/table");
  }

  // Resources for which no band answers: the visits would be held.
  void bands(const std::vector<participation_band>& table, const std::string& at) {
    if (table.empty()) return;
    money covered;
    for (const auto& band : table) {
      if (band.from > covered) add(rul_band_gap, at, {to_string(covered), to_string(band.from)});
      if (!band.to) return;
      covered = *band.to;
    }
    add(rul_band_gap, at, {to_string(covered), "∞"});
  }

  const rule_book& book_;
  std::size_t index_;
  const rule_version& one_;
  std::vector<rule_advice> found_;
};

}  // namespace detail

/// What should be looked at once more in the version `book.versions[index]`: figures no public source gives that name
/// no source of their own, days between two versions on which wider rules hold, a threshold outside what Départements
/// are known to use, keys without effect, hours and cents where minutes and euros are meant, resources without a band.
/// Nothing of it stops the rules from being applied. None for a version that sets nothing.
inline std::vector<rule_advice> advice_on(const rule_book& book, std::size_t index) {
  return detail::advice_list(book, index).take();
}

}  // namespace esppadom::inline ESPPADOM_ABI
