// A participation fixed for a month (`participation.basis` accepted_plan): how much of it a month counts, and how it is
// taken off a funder's shares. Billing rules reference, section 2d, "Participation" (basis known, CASF L232-4; fixed
// monthly amount inferred, low; partial months and two providers open).
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "esppadom/billing/line.hpp"
#include "esppadom/billing/plan_quantity.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/fraction.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a beneficiary owes of a funder's shares in one month, whatever the hours.
struct fixed_participation {
  local_month month;
  std::string funder;
  std::string provider;  ///< the amount is that of this provider's order; empty = of all providers together
  money amount;

  friend bool operator==(const fixed_participation&, const fixed_participation&) = default;
};

/// From what such an amount was computed, for explanations: amounts of a whole month, each for its share of the days.
struct fixed_participation_basis {
  struct part {
    fraction amount;
    day_share share;
  };
  std::vector<part> parts;
  rounding_mode rounding = rounding_mode::half_up;  ///< of the sum
  std::string from_rules;  ///< the funder of the rule book that states the amount; empty = orders do, or a scale
};

/// Euros as an amount on the grid, with a guard where the grid cannot hold the fraction.
constexpr exact_amount amount_of(const fraction& euros) {
  if (!euros.is_valid()) return exact_amount::invalid();
  return scaled(exact_amount(money::from_euros(1)), euros.numerator(), euros.denominator());
}

/// Hears of no part of a participation.
struct no_participation_notes {
  constexpr void operator()(const fraction&, const day_share&) const {}
};

/// The participation of a month of which parts may be governed by different amounts: `amount_on(day)` is the amount in
/// force on a day, of a whole month, or none. Prorated as the plan is: under `none` the amount of the last day that has
/// one counts whole, under `daily` and `working_days` each amount for its share of the days; `by_day` has no meaning
/// for an amount that no visit carries and is read as `none`. Not rounded. `tell(amount, share of the month)` hears of
/// every part. Examples (March 2026, 136.19 € from the 16th
/// on): none 136.19, daily 136.19 × 16/31, working_days 136.19 × 12/22.
template <class AmountOn, class Tell = no_participation_notes>
exact_amount participation_of_month(local_month month, plan_proration prorata, const plan_calendar& calendar,
                                    AmountOn amount_on, Tell tell = {}) {
  const bool by_days = prorata == plan_proration::daily || prorata == plan_proration::working_days;
  exact_amount sum;
  std::vector<fraction> counted;
  for (local_date day = month.last_day(); day >= month.first_day(); day = day - 1) {
    const std::optional<fraction> amount = amount_on(day);
    if (!amount) continue;
    if (!by_days) {
      tell(*amount, day_share{1, 1});
      return amount_of(*amount);
    }
    if (std::find(counted.begin(), counted.end(), *amount) != counted.end()) continue;
    counted.push_back(*amount);
    const day_share share = share_of_days(prorata, days_of(month), calendar, [&](local_date other) {
      const std::optional<fraction> there = amount_on(other);
      return there && *there == *amount;
    });
    sum += share_of_plan(amount_of(*amount), share);
    tell(*amount, share);
  }
  return sum;
}

/// Takes a fixed participation off a funder's shares of its month, line after line in the order given, at most their
/// sum: the lines' prices stand, what the funder no longer pays is the beneficiary's as participation. Returns what was
/// taken. The lines are in cents already; so the amount, in cents too, is not rounded again.
/// Examples: 136.19 € off 300.00 and 150.00 → 163.81 and 150.00; off 100.00 in all → 0, and 100.00 is returned.
inline money take_off(std::span<target_line> lines, const fixed_participation& fixed) {
  money left = fixed.amount;
  for (target_line& line : lines) {
    if (line.key.month != fixed.month) continue;
    if (!fixed.provider.empty() && line.key.provider != fixed.provider) continue;
    for (std::size_t i = 0; i < line.key.funders.size() && left > money(); ++i) {
      if (line.key.funders[i] != fixed.funder) continue;
      const money taken = min(left, line.cents.funders[i]);
      if (!(taken > money())) continue;
      line.cents.funders[i] -= taken;
      line.cents.beneficiary[static_cast<std::size_t>(beneficiary_reason::participation)] += taken;
      left -= taken;
    }
  }
  return fixed.amount - left;
}

}  // namespace esppadom::inline ESPPADOM_ABI
