// Keys of a rule book that are set and never take effect, because no version of the book does what they need.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A key without effect, and what it would need, e.g. "duration.rounding.object = stamps | duration".
struct idle_setting {
  std::string key;
  std::string needed;

  friend bool operator==(const idle_setting&, const idle_setting&) = default;
};

namespace detail {

class idle_list {
 public:
  explicit idle_list(const rule_book& book) : book_(book) {}

  /// A key and whether it differs from its neutral value.
  struct set_key {
    bool is_set;
    std::string_view key;
  };

  /// The keys that are set, unless some version of the book `enables` them: a narrower scope may.
  template <class Enables>
  void without(Enables enables, std::string_view needed, std::initializer_list<set_key> keys) {
    const auto does = [&](const rule_version& one) { return enables(one.values); };
    if (std::any_of(book_.versions.begin(), book_.versions.end(), does)) return;
    for (const auto& each : keys)
      add(each.is_set, each.key, needed);
  }
  void add(bool bad, std::string_view key, std::string_view needed) {
    if (bad) found.push_back({std::string(key), std::string(needed)});
  }

  std::vector<idle_setting> found;

 private:
  const rule_book& book_;
};

inline void look_at_stamps(const stamp_rules& rules, idle_list& out) {
  const auto& merge = rules.merge_consecutive;
  out.without([](const rule_set& all) { return all.stamps.merge_consecutive.enabled; },
              "stamps.merge_consecutive.enabled = true",
              {{merge.max_gap > duration(), "stamps.merge_consecutive.max_gap_min"},
               {merge.scope != merge_scope::all, "stamps.merge_consecutive.scope"}});
  out.without(
      [](const rule_set& all) {
        const auto& limits = all.stamps.tolerance;
        return limits.start_early || limits.start_late || limits.end_early || limits.end_late;
      },
      "stamps.tolerance_min", {{rules.outside_tolerance != tolerance_policy::flag, "stamps.outside_tolerance"}});
  out.without([](const rule_set& all) { return all.stamps.distance_m.has_value(); }, "stamps.distance_m",
              {{rules.outside_distance != distance_policy::flag, "stamps.outside_distance"}});
}

inline void look_at_duration(const rounding_rules& rules, idle_list& out) {
  const rounding_rules neutral;
  out.without([](const rule_set& all) { return all.duration.rounding.object != rounding_object::none; },
              "duration.rounding.object = stamps | duration",
              {{rules.step != neutral.step, "duration.rounding.step_min"},
               {rules.mode != neutral.mode, "duration.rounding.mode"},
               {rules.tie != neutral.tie, "duration.rounding.tie"},
               {rules.guard != neutral.guard, "duration.rounding.guard"},
               {rules.scope != neutral.scope, "duration.rounding.scope"}});
}

inline void look_at_smoothing(const smoothing_rules& rules, idle_list& out) {
  const auto& carry = rules.carry;
  out.without([](const rule_set& all) { return all.smoothing.carry.enabled; }, "smoothing.carry.enabled = true",
              {{carry.horizon_periods > 0, "smoothing.carry.horizon_periods"},
               {carry.cap.has_value(), "smoothing.carry.cap_min"},
               {carry.cap_pct.has_value(), "smoothing.carry.cap_pct"},
               {carry.may_exceed_ceiling, "smoothing.carry.may_exceed_ceiling"},
               {carry.across_plans, "smoothing.carry.across_plans"}});
  out.without([](const rule_set& all) { return all.smoothing.advance.enabled; }, "smoothing.advance.enabled = true",
              {{rules.advance.cap > duration(), "smoothing.advance.cap_min"}});
}

inline void look_at_funding(const funding_rules& rules, idle_list& out) {
  const auto& surcharges = rules.surcharges;
  out.without(
      [](const rule_set& all) {
        const auto has_rate = [](const funder_rules& each) { return each.rates.evening.has_value(); };
        return all.funding.surcharges.percent.evening > percentage() ||
               std::any_of(all.funding.per_funder.begin(), all.funding.per_funder.end(), has_rate);
      },
      "funding.surcharges.percent.evening",
      {{surcharges.evening_window.has_value(), "funding.surcharges.evening_window"}});
  out.without([](const rule_set& all) { return all.funding.surcharges.percent.custom > percentage(); },
              "funding.surcharges.percent.custom",
              {{surcharges.custom_window.has_value(), "funding.surcharges.custom_window"}});
  const auto is_empty = [](const auto& window) { return window && window->from == window->to; };
  out.add(is_empty(surcharges.evening_window), "funding.surcharges.evening_window", "from ≠ to");
  out.add(is_empty(surcharges.custom_window), "funding.surcharges.custom_window", "from ≠ to");
  out.without([](const rule_set& all) { return all.funding.cancelled.bill_to != cancelled_bill_to::none; },
              "funding.cancelled.bill_to = beneficiary | funder",
              {{rules.cancelled.notice_hours.has_value(), "funding.cancelled.notice_hours"}});
}

inline void look_at_special(const rule_set& rules, idle_list& out) {
  const auto& extra = rules.extra_minutes;
  out.without([](const rule_set& all) { return all.extra_minutes.allowed; }, "extra_minutes.allowed = true",
              {{extra.code.has_value(), "extra_minutes.code"},
               {extra.bearer.has_value(), "extra_minutes.bearer"},
               {extra.monthly_cap.has_value(), "extra_minutes.monthly_cap_min"},
               {!extra.reasons.empty(), "extra_minutes.reasons"}});
  out.without([](const rule_set& all) { return all.extra_minutes.code.has_value(); }, "extra_minutes.code",
              {{extra.allowed, "extra_minutes.allowed"}});
  out.without([](const rule_set& all) { return all.extra_minutes.bearer.has_value(); }, "extra_minutes.bearer",
              {{extra.allowed, "extra_minutes.allowed"}});
  const auto& twice = rules.double_visit;
  out.without(
      [](const rule_set& all) { return all.double_visit.allowed; }, "double_visit.allowed = true",
      {{twice.plan_factor != 2, "double_visit.plan_factor"}, {twice.pay_factor != 2, "double_visit.pay_factor"}});
  const auto& declared = rules.declarative;
  out.without([](const rule_set& all) { return all.declarative.mode != declarative_mode::none; },
              "declarative.mode = per_visit | monthly",
              {{declared.quota.has_value(), "declarative.quota_pct"},
               {declared.proof_required, "declarative.proof_required"},
               {declared.price_share != declarative_rules{}.price_share, "declarative.price_pct"}});
}

inline void look_at_oversight(const rule_set& rules, idle_list& out) {
  out.without([](const rule_set& all) { return all.alerts.underuse_months.has_value(); }, "alerts.underuse_months",
              {{rules.alerts.underuse_pct.has_value(), "alerts.underuse_pct"}});
  out.without([](const rule_set& all) { return all.alerts.underuse_pct.has_value(); }, "alerts.underuse_pct",
              {{rules.alerts.underuse_months.has_value(), "alerts.underuse_months"}});
  out.without([](const rule_set& all) { return all.correction.penalty == correction_penalty::refuse_excess; },
              "correction.penalty = refuse_excess",
              {{rules.correction.refuse_order != correction_rules{}.refuse_order, "correction.refuse_order"}});
}

}  // namespace detail

/// The keys of the version `book.versions[index]` that have no effect anywhere. Example: `step_min` 15 while no version
/// of the book sets `rounding.object`: nothing is rounded.
inline std::vector<idle_setting> idle_settings_of(const rule_book& book, std::size_t index) {
  detail::idle_list out(book);
  const rule_set& rules = book.versions[index].values;
  detail::look_at_stamps(rules.stamps, out);
  detail::look_at_duration(rules.duration.rounding, out);
  detail::look_at_smoothing(rules.smoothing, out);
  detail::look_at_funding(rules.funding, out);
  detail::look_at_special(rules, out);
  detail::look_at_oversight(rules, out);
  return std::move(out.found);
}

}  // namespace esppadom::inline ESPPADOM_ABI
