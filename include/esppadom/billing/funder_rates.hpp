// What an hourly funder's rate comes to on a segment, before and after participation, and what it leaves of the price,
// by reason. The formulas of the split, each once. Billing rules reference, section 2d (inferred, medium).
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>

#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

inline constexpr percentage hundred_percent = percentage::from_percent(100);

// An amount on the grid of exact_amount, without its checks: for visits so short and cheap that nothing can overflow
// and nothing is divided (see `quick_split`). It lets the formulas below stand once, and cost little in the usual case.
struct grid_amount {
  int128 steps = 0;

  constexpr grid_amount() = default;
  explicit constexpr grid_amount(int128 value) : steps(value) {}
  explicit constexpr operator exact_amount() const { return exact_amount::from_numerator(steps); }

  friend constexpr grid_amount operator+(grid_amount a, grid_amount b) { return grid_amount(a.steps + b.steps); }
  friend constexpr grid_amount operator-(grid_amount a, grid_amount b) { return grid_amount(a.steps - b.steps); }
  friend constexpr grid_amount operator*(grid_amount a, percentage share) {
    return grid_amount(divide_by_million(a.steps).quotient * share.e4);
  }
  friend constexpr bool operator<(grid_amount a, grid_amount b) { return a.steps < b.steps; }
  friend constexpr bool operator==(grid_amount a, grid_amount b) { return a.steps == b.steps; }
  friend constexpr grid_amount min(grid_amount a, grid_amount b) { return b < a ? b : a; }
  friend constexpr grid_amount max(grid_amount a, grid_amount b) { return a < b ? b : a; }
};

constexpr grid_amount portion(grid_amount amount, percentage share) { return amount * share; }

// Grid steps of one second at a millionth of a euro an hour.
inline constexpr int128 steps_of_a_second = exact_amount::denominator / 3'600'000'000;

// duration × price.
template <class Amount>
constexpr Amount timed(const exact_duration& time, unit_price hourly) {
  if constexpr (std::is_same_v<Amount, grid_amount>) {
    return grid_amount(int128{static_cast<std::int64_t>(time.numerator()) * hourly.e6} * steps_of_a_second);
  } else {
    if (time.is_whole_seconds() && fits_int64(time.numerator())) [[likely]]
      return duration::of_seconds(static_cast<std::int64_t>(time.numerator())) * hourly;
    return time * hourly;
  }
}

template <class Amount>
constexpr Amount segment_price(const segment& part) {
  const Amount base = timed<Amount>(part.time, part.price);
  return part.surcharge.e4 == 0 ? base : portion(base, hundred_percent + part.surcharge);
}

// A share of an amount that may already hold three percentages.
constexpr exact_amount share_of(const exact_amount& amount, percentage share) {
  return share.is_valid() ? scaled(amount, share.e4, 1'000'000) : exact_amount::invalid();
}

// The day class whose rate already contains a surcharge of that kind.
constexpr std::optional<day_class> class_of(surcharge_kind kind) {
  switch (kind) {
    case surcharge_kind::saturday:
      return day_class::saturday;
    case surcharge_kind::sunday:
      return day_class::sunday;
    case surcharge_kind::public_holiday:
    case surcharge_kind::first_of_january:
    case surcharge_kind::first_of_may:
    case surcharge_kind::christmas:
      return day_class::public_holiday;
    case surcharge_kind::evening:
      return day_class::evening;
    case surcharge_kind::none:
    case surcharge_kind::custom:
      break;
  }
  return std::nullopt;
}

constexpr unit_price day_rate(const funding_source& source, day_class day) {
  return source.day_rates[static_cast<std::size_t>(day)];
}
constexpr bool has_day_rate(const funding_source& source, day_class day) {
  return source.has_day_rates && day_rate(source, day).is_valid();
}

// The surcharge of a segment but for the kinds for which the funder has a rate of its own, which contains them.
constexpr percentage surcharge_beside_rates(const segment& part, const funding_source& source) {
  if (!source.has_day_rates) return part.surcharge;
  if (part.parts == surcharge_parts()) {
    const std::optional<day_class> day = class_of(part.kind);
    return day && has_day_rate(source, *day) ? percentage() : part.surcharge;
  }
  percentage rest = part.surcharge;
  const auto leave_out = [&](percentage kind, day_class day) {
    if (has_day_rate(source, day)) rest = rest - kind;
  };
  leave_out(part.parts.on_date, day_class::public_holiday);
  leave_out(part.parts.on_weekday, part.date.weekday() == weekday::sat ? day_class::saturday : day_class::sunday);
  leave_out(part.parts.evening, day_class::evening);
  return rest;
}

// The amount with the part of the surcharge that the funder bears.
template <class Amount>
constexpr Amount with_borne_surcharge(const Amount& base, const segment& part, const funding_source& source,
                                      const split_rules& rules) {
  if (part.surcharge.e4 == 0 || rules.bearer == surcharge_bearer::beneficiary) return base;
  const percentage surcharge = surcharge_beside_rates(part, source);
  if (surcharge.e4 == 0) return base;
  if (rules.bearer == surcharge_bearer::funder) return portion(base, hundred_percent + surcharge);
  return base + portion(portion(base, surcharge), rules.funder_part_of_surcharge);
}

// `after_participation` on either kind of amount; on the grid there are no fractions (see `quick_split`).
template <class Amount>
constexpr Amount less_participation(const Amount& gross, const exact_duration& time, const participation_share& share) {
  if constexpr (std::is_same_v<Amount, grid_amount>) {
    if (share.per_hour.e6 != 0) return max(gross - timed<Amount>(time, share.per_hour), Amount());
    return share.percent.e4 == 0 ? gross : gross * (hundred_percent - share.percent);
  } else {
    return after_participation(gross, time, share);
  }
}

// What an hourly funder's rate comes to on a segment.
template <class Amount>
struct rated {
  Amount gross;              // before participation
  Amount share;              // after it
  bool over_tariff = false;  // the price exceeds the rate
};

template <class Amount>
constexpr rated<Amount> rate_segment(const segment& part, const Amount& price, const funding_source& source,
                                     const split_rules& rules) {
  const bool capped = source.rate_cap == funder_rate_cap::min;
  rated<Amount> out;
  if (has_day_rate(source, part.day)) {
    const Amount full = timed<Amount>(part.time, day_rate(source, part.day));
    out.over_tariff = full < price;
    out.gross = with_borne_surcharge(capped ? min(full, price) : full, part, source, rules);
  } else {
    out.over_tariff = source.rate < part.price;
    const unit_price rate = capped ? min(source.rate, part.price) : source.rate;
    out.gross = with_borne_surcharge(timed<Amount>(part.time, rate), part, source, rules);
  }
  out.share = less_participation(out.gross, part.time, source.participation);
  return out;
}

// What is left of the price of a segment that an hourly funder pays, by reason.
template <class Amount>
struct remainder {
  Amount participation;
  Amount above_tariff;
  Amount surcharge;  // not borne by the funder
};

// Later funders are deemed to have paid the participation first, the part above the tariff last.
template <class Amount>
constexpr remainder<Amount> remainder_of(const segment& part, const Amount& price, const Amount& gross,
                                         const Amount& left, const funding_source& source, const split_rules& rules) {
  remainder<Amount> out;
  out.participation = left;
  const bool surcharged = part.surcharge.e4 != 0;
  if (has_day_rate(source, part.day)) {
    out.above_tariff = max(price - gross, Amount());
  } else if (surcharged || source.rate < part.price) {
    const Amount same_basis =
        surcharged ? with_borne_surcharge(timed<Amount>(part.time, part.price), part, source, rules) : price;
    out.above_tariff = max(same_basis - gross, Amount());
    if (surcharged) out.surcharge = max(price - same_basis, Amount());
  } else {
    return out;
  }
  out.above_tariff = min(out.above_tariff, left);
  out.surcharge = min(out.surcharge, left - out.above_tariff);
  out.participation = left - out.above_tariff - out.surcharge;
  return out;
}

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
