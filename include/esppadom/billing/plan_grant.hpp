// What the plans in force grant over a period: the versions of a plan that follow each other, those that run side by
// side, each for its days. Billing rules reference, section 2c, `prorata` (open: the rule set says which way).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "esppadom/billing/plan.hpp"
#include "esppadom/billing/plan_quantity.hpp"
#include "esppadom/billing/pool_period.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An order line as a version of a plan: how much, on which days, of which plan (empty = the order names none).
struct plan_version {
  ordered_quantity ordered;
  day_span in_force;
  std::string_view plan;
  local_date ordered_until;  ///< the last day as ordered, whether or not a later order supersedes it before
};

/// The last day there can be: the end of what has no end.
inline constexpr local_date no_end{detail::days_of(last_year, 12, 31)};

/// A part of a period with a quantity of its own. All visits of a period draw on one part, except under `by_day`, where
/// each version counts its own visits.
template <class Amount>
struct granted_part {
  day_span days;
  Amount quantity;

  friend constexpr bool operator==(const granted_part&, const granted_part&) = default;
};

namespace detail {

/// The units a version's quantity is counted in, and its quantity in one of them.
class granted_units {
 public:
  granted_units(const smoothing_rules& rules, const day_span& period) : rules_(rules), period_(period) {}

  /// Calls `use(days of the unit, time granted for it)` for every unit that has days in `within`.
  template <class Use>
  void each(const plan_version& each, const day_span& within, Use use) const {
    if (each.ordered.basis == quantity_basis::period) {
      use(period_, each.ordered.time);
      return;
    }
    for (auto month = local_month::of(within.first); month.first_day() <= within.last; ++month) {
      const bool weekly = each.ordered.basis == quantity_basis::week_by_month && rules_.week_to_month;
      use(days_of(month), weekly ? month_of_weeks(*rules_.week_to_month, each.ordered.time, month) : each.ordered.time);
    }
  }

 private:
  const smoothing_rules& rules_;
  day_span period_;
};

/// The last day of a span on which any version is in force.
inline std::optional<local_date> last_day_in_force(std::span<const plan_version> versions, const day_span& days) {
  std::optional<local_date> last;
  for (const plan_version& each : versions) {
    const day_span common = common_days(each.in_force, days);
    if (!common.is_empty() && (!last || common.last > *last)) last = common.last;
  }
  return last;
}

inline bool same_versions(std::span<const plan_version> versions, local_date a, local_date b) {
  return std::all_of(versions.begin(), versions.end(),
                     [&](const plan_version& each) { return each.in_force.contains(a) == each.in_force.contains(b); });
}

/// The longest runs of days on which the same versions are in force; together they are the period.
inline std::vector<day_span> runs_of(std::span<const plan_version> versions, const day_span& period) {
  std::vector<local_date> starts{period.first};
  for (const plan_version& each : versions) {
    for (const local_date day : {each.in_force.first, each.in_force.last + 1}) {
      if (period.first < day && day <= period.last) starts.push_back(day);
    }
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<day_span> runs;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const local_date last = i + 1 < starts.size() ? starts[i + 1] - 1 : period.last;
    if (!runs.empty() && same_versions(versions, runs.back().first, starts[i])) {
      runs.back().last = last;
    } else {
      runs.push_back({starts[i], last});
    }
  }
  return runs;
}

}  // namespace detail

/// Hears of no term of a grant.
struct no_grant_notes {
  constexpr void operator()(std::size_t, const plan_version&, const day_span&, const day_share&) const {}
};

/// What the versions grant over `period`, exact, in the amounts that `value_of(each, time)` makes of time: time
/// itself, or euros. Versions with a problem must not be among them. By `prorata`:
/// - `none`: each month (or week, or the period itself, as the quantity is ordered) is that of the versions in force on
///   its last active day, whole;
/// - `daily`, `working_days`: each version by its days of the month, without days of absence;
/// - `by_day`: one part a run of days with the same versions, each with its full quantity.
/// `tell(part, version, unit, share)` hears of every term: the share of the version's quantity for the unit's days.
/// Example (March 2026, 20 h to the 15th, then 30 h): 1 800 min; 46 800/31 min; 16 800/11 min; two parts of 1 200 and
/// 1 800 min.
template <class Amount, class ValueOf, class Tell = no_grant_notes>
std::vector<granted_part<Amount>> grant_of_period(const smoothing_rules& rules, const day_span& period,
                                                  std::span<const plan_version> versions, const plan_calendar& calendar,
                                                  ValueOf value_of, Tell tell = {}) {
  const detail::granted_units units(rules, period);
  std::vector<granted_part<Amount>> parts;
  if (rules.prorata == plan_proration::by_day) {
    for (const day_span& run : detail::runs_of(versions, period)) {
      granted_part<Amount> part{run, {}};
      for (const plan_version& each : versions) {
        if (!each.in_force.contains(run.first)) continue;
        units.each(each, run, [&](const day_span& unit, const exact_duration& time) {
          part.quantity += value_of(each, time);
          tell(parts.size(), each, unit, day_share{1, 1});
        });
      }
      parts.push_back(part);
    }
    return parts;
  }
  granted_part<Amount> all{period, {}};
  for (const plan_version& each : versions) {
    const day_span within = common_days(each.in_force, period);
    if (within.is_empty()) continue;
    units.each(each, within, [&](const day_span& unit, const exact_duration& time) {
      if (rules.prorata == plan_proration::none) {
        const auto last = detail::last_day_in_force(versions, common_days(unit, period));
        if (!last || !each.in_force.contains(*last)) return;
        all.quantity += value_of(each, time);
        tell(std::size_t{0}, each, unit, day_share{1, 1});
      } else {
        const day_share share = share_of_period(rules.prorata, unit, within, calendar);
        all.quantity += value_of(each, share_of_plan(time, share));
        tell(std::size_t{0}, each, unit, share);
      }
    });
  }
  parts.push_back(all);
  return parts;
}

/// A grant of a pool: its days, and which of the versions it is made of.
struct granted_plan {
  day_span days;
  std::string_view plan;  ///< empty where the orders name none
  local_date ordered_until;
  std::vector<std::size_t> versions;
};

/// The grants of a pool, in ascending order of their first days: one for each plan that the orders name, over all its
/// versions; versions that name none are one grant as long as their days overlap as they were ordered (a later order
/// supersedes the rest of an earlier one). A version that is never in force belongs to none.
inline std::vector<granted_plan> grants_of(std::span<const plan_version> versions) {
  std::vector<std::size_t> sorted;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    if (!versions[i].in_force.is_empty()) sorted.push_back(i);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
    return versions[a].in_force.first < versions[b].in_force.first;
  });
  std::vector<granted_plan> grants;
  for (const std::size_t i : sorted) {
    const plan_version& each = versions[i];
    const auto at = std::find_if(grants.begin(), grants.end(), [&](const granted_plan& one) {
      if (!each.plan.empty() && !one.plan.empty()) return one.plan == each.plan;
      return each.in_force.first <= one.ordered_until;
    });
    if (at == grants.end()) {
      grants.push_back({each.in_force, each.plan, each.ordered_until, {i}});
    } else {
      at->days.last = std::max(at->days.last, each.in_force.last);
      at->ordered_until = std::max(at->ordered_until, each.ordered_until);
      at->versions.push_back(i);
    }
  }
  return grants;
}

/// Whether two grants are in force at once: then none follows another, and each is a pot of its own.
inline bool run_side_by_side(std::span<const granted_plan> grants) {
  for (std::size_t i = 0; i < grants.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (!common_days(grants[i].days, grants[k].days).is_empty()) return true;
    }
  }
  return false;
}

}  // namespace esppadom::inline ESPPADOM_ABI
