// What is left of the volumes that rule sets give funders, whichever plan they pay: minutes or euros of a week, a
// month, a quarter, a semester, a year or the whole grant. Billing rules reference, section 2d.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/terms.hpp"
#include "esppadom/value/local_date.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The first day of the period of a volume that holds a day: ISO weeks begin on Monday, the others with a calendar
/// month; a grant is one period for all days. Examples: 14 May 2026 → week 11 May, quarter 1 April, semester 1 January.
constexpr local_date volume_period_start(pool_period period, local_date day) {
  const local_month month = local_month::of(day);
  const auto first_of = [&](std::int32_t months) {
    return (month + -((static_cast<std::int32_t>(month.first_day().month()) - 1) % months)).first_day();
  };
  switch (period) {
    case pool_period::week:
      return day - static_cast<std::int32_t>(day.weekday());
    case pool_period::month:
      return month.first_day();
    case pool_period::quarter:
      return first_of(3);
    case pool_period::semester:
      return first_of(6);
    case pool_period::year:
      return first_of(12);
    case pool_period::grant:
      break;
  }
  return local_date{};
}

namespace detail {

/// The counters of one beneficiary's volumes. A period is opened by its first visit, with the volume of its rules.
class funder_volumes {
 public:
  funder_state& of(const funder_terms& funder, local_date day) {
    const funder_volume& volume = funder.rules.volume;
    const auto [at, is_new] =
        states_.try_emplace({funder.payer, volume.period, volume_period_start(volume.period, day)});
    if (is_new) {
      if (volume.minutes) at->second.volume = exact_duration(*volume.minutes);
      if (volume.euros) at->second.euros = exact_amount(*volume.euros);
    }
    return at->second;
  }

  void charge(const funder_terms& funder, local_date day, const funder_charge& taken) {
    funder_state& state = of(funder, day);
    if (state.volume) *state.volume = max(*state.volume - taken.plan_time, exact_duration{});
    if (state.euros) *state.euros = *state.euros - taken.share;
  }

 private:
  std::map<std::tuple<std::string, pool_period, local_date>, funder_state> states_;
};

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
