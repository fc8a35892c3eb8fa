// What is left of the volumes that rule sets give funders, whichever plan they pay: minutes or euros of a week, a
// month, a quarter, a semester, a year or the whole grant. Billing rules reference, section 2d.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/pool_period.hpp"
#include "esppadom/billing/terms.hpp"
#include "esppadom/value/local_date.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// The counters of one beneficiary's volumes. A period is opened by its first visit, with the volume of its rules.
class funder_volumes {
 public:
  funder_state& of(const funder_terms& funder, local_date day) {
    const funder_volume& volume = funder.rules.volume;
    const auto [at, is_new] = states_.try_emplace({funder.payer, volume.period, period_at(volume.period, day)});
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
  std::map<std::tuple<std::string, pool_period, std::int32_t>, funder_state> states_;
};

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
