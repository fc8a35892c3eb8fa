// A plan brought to a month or to part of one: weekly quantities, plans that begin, end or change inside a month, days
// of absence. Pure functions of dates and exact quantities. Billing rules reference, section 2c (open: no text fixes
// any of them, the rule set names one).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "esppadom/billing/smoothing_rules.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/holidays.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Days from `first` to `last`, both inclusive; none when `last` is before `first`.
struct day_span {
  local_date first;
  local_date last;

  [[nodiscard]] constexpr bool contains(local_date date) const { return first <= date && date <= last; }
  [[nodiscard]] constexpr bool is_empty() const { return last < first; }
  [[nodiscard]] constexpr std::int32_t days() const { return is_empty() ? 0 : last - first + 1; }

  friend constexpr bool operator==(const day_span&, const day_span&) = default;
};

/// The days of a month.
constexpr day_span days_of(local_month month) { return {month.first_day(), month.last_day()}; }

/// The days that both have.
constexpr day_span common_days(const day_span& a, const day_span& b) {
  return {a.first < b.first ? b.first : a.first, a.last < b.last ? a.last : b.last};
}

/// What counting days needs beside the dates: the public holidays (for `working_days`) and when the beneficiary was
/// away (a stay in hospital), as the circumstances say. Absences may overlap.
struct plan_calendar {
  holiday_zone zone = holiday_zone::metropole;
  bool pentecost_monday = true;
  std::span<const day_span> absences = {};
};

/// The share of a plan that counts: `active` days of `whole`. A whole of 0 stands for nothing.
struct day_share {
  std::int64_t active = 0;
  std::int64_t whole = 0;

  friend constexpr bool operator==(const day_share&, const day_share&) = default;
};

/// Whether a day counts under a proration: Monday to Friday without public holidays for `working_days`, every day
/// otherwise. Example: Easter Monday 6 April 2026 counts for `daily` and not for `working_days`.
constexpr bool is_counted(plan_proration prorata, local_date day, const plan_calendar& calendar) {
  if (prorata != plan_proration::working_days) return true;
  if (day.weekday() == weekday::sat || day.weekday() == weekday::sun) return false;
  return !is_public_holiday(day, calendar.zone, calendar.pentecost_monday);
}

constexpr bool is_absent(local_date day, const plan_calendar& calendar) {
  for (const day_span& absence : calendar.absences) {
    if (absence.contains(day)) return true;
  }
  return false;
}

/// How many days of `period` count, and on how many of them the plan is in force: `is_active(day)` is true and the
/// beneficiary is not away. Under `none` and `by_day` a plan counts whole, absences or not (1 of 1) when it is in force
/// on one day, else 0 of 1.
template <class IsActive>
constexpr day_share share_of_days(plan_proration prorata, const day_span& period, const plan_calendar& calendar,
                                  IsActive is_active) {
  const bool by_days = prorata == plan_proration::daily || prorata == plan_proration::working_days;
  day_share share;
  for (local_date day = period.first; day <= period.last; ++day) {
    if (!by_days) {
      share.whole = 1;
      if (is_active(day)) share.active = 1;
    } else if (is_counted(prorata, day, calendar)) {
      ++share.whole;
      if (is_active(day) && !is_absent(day, calendar)) ++share.active;
    }
  }
  return share;
}

/// The same for a plan in force on the days of one span. Examples (March 2026, a plan from the 16th): `daily` 16 of 31,
/// `working_days` 12 of 22; April 2026 with five days in hospital, `daily` 25 of 30.
constexpr day_share share_of_period(plan_proration prorata, const day_span& period, const day_span& in_force,
                                    const plan_calendar& calendar = {}) {
  return share_of_days(prorata, period, calendar, [&](local_date day) { return in_force.contains(day); });
}

/// The share of a quantity, exact. Example: 20 h × 16 of 31 days = 19200/31 min.
constexpr exact_duration share_of_plan(const exact_duration& whole, const day_share& share) {
  return share.active == share.whole ? whole : scaled(whole, share.active, share.whole == 0 ? 1 : share.whole);
}

/// The share of an amount fixed for a month, such as a fixed participation. Exact or, where days do not divide it, on
/// the grid of `exact_amount` with its guard. Example: 136.19 € × 16 of 31 days = 70.29 € once rounded.
constexpr exact_amount share_of_plan(const exact_amount& whole, const day_share& share) {
  return share.active == share.whole ? whole
                                     : scaled(whole, int128{share.active}, int128{share.whole == 0 ? 1 : share.whole});
}

/// The ISO weeks whose Thursday lies in the month, 4 or 5. Example: 5 in April 2026.
constexpr std::int64_t iso_weeks_of(local_month month) {
  constexpr std::int32_t thursday = static_cast<std::int32_t>(weekday::thu);
  const auto first = static_cast<std::int32_t>(month.first_day().weekday());
  const std::int32_t before = (thursday - first + 7) % 7;
  return (month.days() - before + 6) / 7;
}

/// What a weekly quantity comes to in a month. Examples (5 h a week, April 2026): `days_over_7` 150/7 h, `52_over_12`
/// 65/3 h, `4.33` 21.65 h, `iso_weeks` 25 h.
constexpr exact_duration month_of_weeks(week_to_month rule, const exact_duration& weekly, local_month month) {
  switch (rule) {
    case week_to_month::days_over_7:
      return scaled(weekly, month.days(), 7);
    case week_to_month::weeks_52_over_12:
      return scaled(weekly, 52, 12);
    case week_to_month::weeks_4_33:
      return scaled(weekly, 433, 100);
    case week_to_month::iso_weeks:
      return weekly * iso_weeks_of(month);
  }
  return exact_duration::invalid();
}

}  // namespace esppadom::inline ESPPADOM_ABI
