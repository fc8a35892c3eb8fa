// What follows when the correction rate exceeds its threshold: alert, refusal, reduction, tiers. Billing rules
// reference, section 2e, e1 to e7. That penalties exist is known; every formula is open, so each is a choice of the
// rule set and none is a default.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/value/fraction.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What the rules say of a rate.
struct penalty_judgement {
  exact_rate rate;                          ///< in the unit of the rules; undefined when N is 0
  std::optional<percentage> threshold_pct;  ///< what it was held against
  bool exceeds = false;                     ///< strictly above the threshold; without one: a tier is reached
  fraction reduction;                       ///< of what is paid, 0 to 1; penalties `reduction` and `tiers` only

  friend bool operator==(const penalty_judgement&, const penalty_judgement&) = default;
};

namespace detail {

constexpr fraction fraction_of(const exact_rate& rate) { return fraction::of(rate.numerator, rate.denominator); }
constexpr fraction fraction_of(percentage value) {
  return fraction::of(std::int64_t{value.e4}, std::int64_t{1'000'000});
}

// min(1, cap, k × (rate − threshold)); 0 at or below the threshold.
constexpr fraction reduction_above(const fraction& rate, const correction_rules& rules) {
  if (!rules.threshold_pct || !rules.k) return fraction();
  const fraction excess = max(rate - fraction_of(*rules.threshold_pct), fraction());
  fraction reduction = fraction::of(std::int64_t{rules.k->e4}, std::int64_t{10'000}) * excess;
  if (rules.cap_pct) reduction = min(reduction, fraction_of(*rules.cap_pct));
  return min(reduction, fraction(1));
}

// The reduction of the highest tier whose rate is reached; the bound belongs to the tier ("à partir de").
constexpr fraction reduction_of_tier(const fraction& rate, const correction_rules& rules) {
  const correction_tier* reached = nullptr;
  for (const correction_tier& tier : rules.tiers) {
    if (rate < fraction_of(tier.from_pct)) continue;
    if (!reached || tier.from_pct > reached->from_pct) reached = &tier;
  }
  return reached ? fraction_of(reached->reduction_pct) : fraction();
}

}  // namespace detail

/// Judges a rate by the rules of its period. The comparison is that of exact fractions, never of printed percentages: a
/// rate equal to the threshold passes. An undefined rate (N = 0) has no penalty.
/// * `alert`, `refuse_excess`, `bonus`: `exceeds` says whether the rate is above the threshold.
/// * `reduction`: min(1, cap, k × (t − s)). Example: 33 of 400, s = 8 %, k = 1 → 1/400 = 0.25 %.
/// * `tiers`: the reduction of the highest tier whose `from_pct` is reached (inclusive), on the whole pay; with a
///   `threshold_pct` the rate must exceed it as well. Example: tiers from 8 % (2 %) and 10 % (5 %): 40 of 400 → 5 %.
/// Standing: open, all of it but the threshold.
constexpr penalty_judgement judge_rate(const correction_tally& tally, const correction_rules& rules) {
  penalty_judgement out;
  out.rate = correction_rate(tally, rules.unit);
  out.threshold_pct = rules.threshold_pct;
  if (!out.rate.is_defined()) return out;
  const fraction rate = detail::fraction_of(out.rate);
  out.exceeds = rules.threshold_pct && exceeds(out.rate, *rules.threshold_pct);
  if (rules.penalty == correction_penalty::reduction) out.reduction = detail::reduction_above(rate, rules);
  if (rules.penalty == correction_penalty::tiers) {
    if (!rules.threshold_pct || out.exceeds) out.reduction = detail::reduction_of_tier(rate, rules);
    if (!rules.threshold_pct) out.exceeds = out.reduction > fraction();
  }
  return out;
}

/// A corrected visit that a penalty may refuse. Texts are not owned.
struct refusable_visit {
  std::string_view provider;
  std::string_view delivery_id;
  local_time start;
  visit_class corrected = visit_class::stamped;
  correction_tally counts;  ///< of this visit alone
};

namespace detail {

// What a visit adds to the numerator of the rate, over the denominator that `correction_rate` gives the whole.
constexpr fraction part_of_rate(const correction_tally& counts, correction_unit unit) {
  switch (unit) {
    case correction_unit::by_intervention:
      return fraction::of(counts.weight_e4, std::int64_t{10'000});
    case correction_unit::by_stamp:
      return fraction(counts.stamps);
    case correction_unit::by_minutes:
      return fraction(counts.corrected_time.seconds);
  }
  return fraction();
}

constexpr fraction whole_of_rate(const correction_tally& tally, correction_unit unit) {
  switch (unit) {
    case correction_unit::by_intervention:
      return fraction(tally.interventions);
    case correction_unit::by_stamp:
      return fraction(2 * tally.interventions);
    case correction_unit::by_minutes:
      return fraction(tally.time.seconds);
  }
  return fraction();
}

inline bool refused_before(const refusable_visit& a, const refusable_visit& b, refusal_order order) {
  const auto is_created = [](const refusable_visit& visit) { return visit.corrected == visit_class::created; };
  if (order == refusal_order::created_first && is_created(a) != is_created(b)) return is_created(a);
  if (order == refusal_order::longest && a.counts.corrected_time != b.counts.corrected_time)
    return a.counts.corrected_time > b.counts.corrected_time;
  return std::tie(b.start, b.delivery_id, b.provider) < std::tie(a.start, a.delivery_id, a.provider);
}

}  // namespace detail

/// The visits that `refuse_excess` leaves unpaid, by index: the fewest in the refusal order whose removal from the
/// numerator brings the rate to the threshold. They stay in N, so that a count of visits of weight 1 is
/// max(0, corrected − ⌊N·s⌋). Order: `latest` the last start first; `longest` the longest first, then the latest;
/// `created_first` created visits first, then the latest. A visit that adds nothing in the unit is passed over.
/// Example: 40 of 400, s = 8 % → 8; by stamps 60 of 800 (7.5 %) → none.
inline std::vector<std::size_t> refused_visits(std::span<const refusable_visit> visits, const correction_tally& tally,
                                               const correction_rules& rules) {
  std::vector<std::size_t> refused;
  const exact_rate rate = correction_rate(tally, rules.unit);
  if (!rules.threshold_pct || !rate.is_defined() || !exceeds(rate, *rules.threshold_pct)) return refused;
  std::vector<std::size_t> order(visits.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return detail::refused_before(visits[a], visits[b], rules.refuse_order);
  });
  const fraction allowed = detail::whole_of_rate(tally, rules.unit) * detail::fraction_of(*rules.threshold_pct);
  fraction left = detail::part_of_rate(tally, rules.unit);
  for (const std::size_t index : order) {
    if (left <= allowed) break;
    const fraction part = detail::part_of_rate(visits[index].counts, rules.unit);
    if (part <= fraction()) continue;
    left = left - part;
    refused.push_back(index);
  }
  std::sort(refused.begin(), refused.end());
  return refused;
}

/// A reduction in cents, rounded once. Errors: overflow, invalid_value. Example: 1 000.00 € × 1/400 → 2.50 €.
inline result<money> reduced_by(money base, const fraction& reduction, rounding_mode mode) {
  if (!base.is_valid()) return error_code::overflow;
  decimal cents;
  const error_code error = round(fraction(base.cents) * reduction, 0, mode).get(cents);
  if (error != error_code::success) return error;
  return money::from_cents(cents.coefficient);
}

/// A reduction in percent with four decimals at most, half up, for reports. Example: 1/400 → 0.25 %.
inline percentage shown_reduction(const fraction& reduction) {
  const auto value = round(reduction, 6, rounding_mode::half_up);
  return value ? percentage::from_e4(value->coefficient) : percentage::invalid();
}

}  // namespace esppadom::inline ESPPADOM_ABI
