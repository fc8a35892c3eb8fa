// The periods over which a plan is counted: calendar weeks, months, quarters, semesters, years. A `grant` has no place
// in the calendar: its days are those of the plan (plan_grant.hpp). Billing rules reference, section 2c (open).
#pragma once

#include <cstdint>
#include <string>

#include "esppadom/billing/plan_quantity.hpp"
#include "esppadom/billing/smoothing_rules.hpp"
#include "esppadom/value/local_date.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Months of a period; 0 for a week and a grant, which are not made of months.
constexpr std::int32_t months_of(pool_period kind) {
  switch (kind) {
    case pool_period::month:
      return 1;
    case pool_period::quarter:
      return 3;
    case pool_period::semester:
      return 6;
    case pool_period::year:
      return 12;
    default:
      return 0;
  }
}

/// The number of the period that holds a day: periods that follow each other have numbers that follow each other.
/// Weeks are ISO weeks, from Monday on. A grant is one period for all days: 0.
constexpr std::int32_t period_at(pool_period kind, local_date day) {
  if (kind == pool_period::grant) return 0;
  if (kind != pool_period::week) return local_month::of(day).index / months_of(kind);
  constexpr std::int32_t first_monday = -3;  // 29 December 1969
  const std::int32_t monday = day.days - static_cast<std::int32_t>(day.weekday());
  return (monday - first_monday) / 7;
}

/// The days of a calendar period. Example: the quarter of 14 May 2026 is 1 April to 30 June.
constexpr day_span days_of_period(pool_period kind, std::int32_t period) {
  constexpr std::int32_t first_monday = -3;
  if (kind == pool_period::week) {
    const local_date monday{first_monday + 7 * period};
    return {monday, monday + 6};
  }
  const std::int32_t months = months_of(kind);
  const local_month first{period * months};
  return {first.first_day(), (first + (months - 1)).last_day()};
}

/// How a period is written: "2026-W14", "2026-05", "2026-Q2", "2026-S1", "2026"; a grant by its days, see `pool`.
inline std::string period_name(pool_period kind, std::int32_t period) {
  const auto two = [](std::int32_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  switch (kind) {
    case pool_period::week: {
      const local_date thursday = days_of_period(kind, period).first + 3;  // it says which year a week belongs to
      const local_date new_year{detail::days_of(thursday.year(), 1, 1)};
      return std::to_string(thursday.year()) + "-W" + two((thursday - new_year) / 7 + 1);
    }
    case pool_period::month:
      return to_string(local_month{period});
    case pool_period::quarter:
      return std::to_string(period / 4) + "-Q" + std::to_string(period % 4 + 1);
    case pool_period::semester:
      return std::to_string(period / 2) + "-S" + std::to_string(period % 2 + 1);
    case pool_period::year:
      return std::to_string(period);
    case pool_period::grant:
      break;
  }
  return "grant";
}

}  // namespace esppadom::inline ESPPADOM_ABI
