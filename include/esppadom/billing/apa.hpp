// What a beneficiary of the allocation personnalisée d'autonomie pays of a plan of care at home: the national scale.
// Billing rules reference, section 6 (formula known, its reading inferred, high).
#pragma once

#include <cstdint>
#include <optional>

#include "esppadom/billing/apa_data.hpp"
#include "esppadom/billing/apa_tables.hpp"
#include "esppadom/value/fraction.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The national parameters of a day.
struct apa_scale {
  apa_formula formula;
  apa_ceilings ceilings;
  money mtp;    ///< of 1 January of the year
  money floor;  ///< APA below it is not paid: 3 hours of SMIC
};

/// What the scale asks of a beneficiary.
struct apa_situation {
  std::int64_t gir = 0;  ///< 1 to 4
  money plan;            ///< proposed, a month
  money resources;       ///< a month; of both when `couple`
  bool couple = false;
};

/// A month under the scale. Exact: nothing is rounded but `paid`.
struct apa_share {
  fraction accepted;       ///< euros: the plan, at most the ceiling of its GIR
  fraction participation;  ///< euros of the accepted plan left to the beneficiary
  fraction rate;           ///< participation / accepted, 0 to 0.9; 0 for a plan of nothing
  money paid;              ///< accepted − participation, half-up to the cent; 0 below the floor
};

/// Euros as an exact fraction.
constexpr fraction euros_of(money sum) { return sum.is_valid() ? fraction::of(sum.cents, 100) : fraction::invalid(); }

/// The parameters of a day: formula, ceilings and SMIC in force, and the MTP of 1 January, which holds for the whole
/// year (inferred, high). `mtp` replaces the table's, for years it does not know. Errors: out_of_range before 26
/// October 2004, and where the MTP of the year is not known: before 2015 and from 2027. Example: 2026-05-01 → MTP
/// 1288.13, GIR 1 ceiling 2080.33, floor 36.06.
constexpr result<apa_scale> apa_scale_on(local_date day, std::optional<money> mtp = std::nullopt) {
  const apa_formula* formula = entry_on(apa_data::formulas, day);
  const apa_ceilings* ceilings = entry_on(apa_data::ceilings, day);
  const dated_amount* smic = entry_on(apa_data::smic, day);
  if (formula == nullptr || ceilings == nullptr || smic == nullptr) return error_code::out_of_range;
  money reference = money::invalid();
  if (mtp) {
    reference = *mtp;
  } else if (local_date new_year; local_date::of(day.year(), 1, 1).get(new_year) == error_code::success) {
    if (const dated_amount* known = entry_on(apa_data::mtp, new_year)) reference = known->value;
  }
  if (!(reference > money())) return error_code::out_of_range;
  const auto floor = money::from_decimal(
      round(euros_of(smic->value) * fraction(apa_data::floor_hours), 2, rounding_mode::half_up).value_or(decimal()));
  if (!floor) return floor.error();
  return apa_scale{*formula, *ceilings, reference, *floor};
}

namespace detail {

// One rate for the whole plan: it rises from 0 to the highest between the two thresholds.
constexpr fraction linear_participation(const apa_formula& formula, const fraction& mtp, const fraction& resources,
                                        const fraction& accepted) {
  const fraction free = fraction(formula.free_below) * mtp;
  const fraction width = fraction(formula.full_above) * mtp - free;
  return (resources - free) / width * fraction(formula.highest_rate) * accepted;
}

// k × (A1 + f2·A2 + f3·A3): the weight of a higher slice rises to 1 with the resources.
constexpr fraction sliced_participation(const apa_formula& formula, const fraction& mtp, const fraction& resources,
                                        const fraction& accepted) {
  const fraction free(formula.free_below);
  const fraction full(formula.full_above);
  const fraction width = full - free;
  const fraction ratio = resources / mtp;
  const auto weight = [&](decimal share) {
    const fraction of_resources(share);
    return (of_resources * ratio + (fraction(1) - of_resources) * full - free) / width;
  };
  const fraction edge_1 = fraction(formula.slice_1) * mtp;
  const fraction edge_2 = fraction(formula.slice_2) * mtp;
  const fraction slice_1 = min(accepted, edge_1);
  const fraction slice_2 = max(min(accepted, edge_2) - edge_1, fraction());
  const fraction slice_3 = max(accepted - edge_2, fraction());
  const fraction k = (ratio - free) / width * fraction(formula.highest_rate);
  return k * (slice_1 + weight(formula.weight_2) * slice_2 + weight(formula.weight_3) * slice_3);
}

}  // namespace detail

/// What the beneficiary leaves of an accepted plan, in euros, between 0 and 0.9 of it.
constexpr fraction apa_participation(const apa_scale& scale, const fraction& accepted, const apa_situation& situation) {
  const apa_formula& formula = scale.formula;
  const fraction mtp = euros_of(scale.mtp);
  fraction resources = euros_of(situation.resources);
  if (situation.couple) resources = resources / fraction(apa_data::couple_divisor);
  const fraction highest = fraction(formula.highest_rate) * accepted;
  if (resources <= fraction(formula.free_below) * mtp) return accepted.is_valid() ? fraction() : fraction::invalid();
  if (resources > fraction(formula.full_above) * mtp) return highest;
  const bool sliced = formula.kind == apa_formula_kind::sliced;
  return min(highest, sliced ? detail::sliced_participation(formula, mtp, resources, accepted)
                             : detail::linear_participation(formula, mtp, resources, accepted));
}

/// The month of a beneficiary under the scale.
/// Errors: out_of_range for a GIR outside 1 to 4 (GIR 5 and 6 give no right to APA) and for negative or absurd amounts
/// (above 1 000 000 €); overflow.
/// Example: 2026, GIR 3, plan 1 000 €, resources 1 500 € → participation 136.1916 €, rate 13.6192 %, paid 863.81 €.
constexpr result<apa_share> apa_share_of(const apa_scale& scale, const apa_situation& situation) {
  const auto plausible = [](money sum) { return sum >= money() && sum <= money::from_euros(1'000'000); };
  if (situation.gir < 1 || situation.gir > 4) return error_code::out_of_range;
  if (!plausible(situation.plan) || !plausible(situation.resources)) return error_code::out_of_range;
  apa_share out;
  const decimal ceiling = scale.ceilings.of_gir[static_cast<std::size_t>(situation.gir - 1)];
  out.accepted = min(euros_of(situation.plan), fraction(ceiling) * euros_of(scale.mtp));
  out.participation = apa_participation(scale, out.accepted, situation);
  out.rate = out.accepted == fraction() ? fraction() : out.participation / out.accepted;
  const fraction paid = out.accepted - out.participation;
  if (!paid.is_valid() || !out.rate.is_valid()) return error_code::overflow;
  if (paid < euros_of(scale.floor)) return out;
  decimal cents;
  if (const error_code e = round(paid, 2, rounding_mode::half_up).get(cents); e != error_code::success) return e;
  if (const error_code e = money::from_decimal(cents).get(out.paid); e != error_code::success) return e;
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
