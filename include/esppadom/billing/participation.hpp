// What a beneficiary leaves to pay of a funder's rate (*participation*, *ticket modérateur*): its parameters and the
// rate that applies to a visit. Billing rules reference, section 2d.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/billing/apa.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/fraction.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What the participation is taken on. `used`: a percentage of the funder's rate on every minute used (CASF R232-11,
/// known). `accepted_plan`: a fixed amount a month (basis known, amount inferred, low). `none`: no participation.
/// `per_hour_amount`: an amount of every hour charged, whatever the funder's rate (inferred, low).
enum class participation_basis : std::uint8_t { used, accepted_plan, none, per_hour_amount };

template <>
struct enum_names<participation_basis> {
  static constexpr enum_name<participation_basis> items[] = {{participation_basis::used, "used"},
                                                             {participation_basis::accepted_plan, "accepted_plan"},
                                                             {participation_basis::none, "none"},
                                                             {participation_basis::per_hour_amount, "per_hour_amount"}};
};

/// Where the rate of participation comes from: given as a percentage, from the national APA scale, or from a table.
enum class participation_rate : std::uint8_t { fixed, national_apa, table };

template <>
struct enum_names<participation_rate> {
  static constexpr enum_name<participation_rate> items[] = {{participation_rate::fixed, "fixed"},
                                                            {participation_rate::national_apa, "national_apa"},
                                                            {participation_rate::table, "table"}};
};

/// How the national rate is rounded. Standing: open.
enum class participation_rounding : std::uint8_t { half_up, half_even, down };

template <>
struct enum_names<participation_rounding> {
  static constexpr enum_name<participation_rounding> items[] = {{participation_rounding::half_up, "half_up"},
                                                                {participation_rounding::half_even, "half_even"},
                                                                {participation_rounding::down, "down"}};
};

/// A band of resources, from ≤ R < to (bounds: inferred, low); no `to` = no limit.
struct participation_band {
  money from;
  std::optional<money> to;
  std::optional<percentage> percent;
  std::optional<unit_price> amount;  ///< of one hour

  friend bool operator==(const participation_band&, const participation_band&) = default;
};

template <>
inline constexpr auto description<participation_band> =
    fields(parameter<&participation_band::from>("from", "ressources à partir de", standing::inferred_low)
               .in(parameter_unit::euros)
               .between(0, 1'000'000),
           parameter<&participation_band::to>("to", "ressources inférieures à", standing::inferred_low)
               .in(parameter_unit::euros)
               .between(0, 1'000'000),
           parameter<&participation_band::percent>("percent", "taux de participation", standing::known)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameter<&participation_band::amount>("amount", "participation par heure", standing::known)
               .in(parameter_unit::euros)
               .between(0, 1000));

/// What the national scale needs to know of a beneficiary.
struct participation_inputs {
  std::optional<money> resources;      ///< of a month
  std::optional<bool> couple;          ///< resources are those of a household of two
  std::optional<std::int64_t> gir;     ///< 1 to 6
  std::optional<money> accepted_plan;  ///< of a month

  friend bool operator==(const participation_inputs&, const participation_inputs&) = default;
};

template <>
inline constexpr auto description<participation_inputs> = fields(
    parameter<&participation_inputs::resources>("resources", "ressources mensuelles", standing::known)
        .in(parameter_unit::euros)
        .between(0, 1'000'000),
    parameter<&participation_inputs::couple>("couple", "ressources d'un couple", standing::known),
    parameter<&participation_inputs::gir>("gir", "GIR", standing::known).between(1, 6),
    parameter<&participation_inputs::accepted_plan>("accepted_plan", "plan d'aide accepté, par mois", standing::known)
        .in(parameter_unit::euros)
        .between(0, 100'000));

/// `participation` of a funder. Neutral: the percentage of the order, none when the order says nothing.
struct participation_rules {
  participation_basis basis = participation_basis::used;
  participation_rate rate = participation_rate::fixed;
  std::optional<percentage> percent;  ///< null = the order line's
  std::optional<unit_price> amount;   ///< of a month with `accepted_plan`, of an hour with `per_hour_amount`
  std::vector<participation_band> table;
  participation_inputs inputs;
  std::optional<std::int64_t> rate_scale;  ///< decimals of the national rate
  std::optional<participation_rounding> rate_rounding;

  friend bool operator==(const participation_rules&, const participation_rules&) = default;
};

template <>
inline constexpr auto description<participation_rules> =
    fields(parameter<&participation_rules::basis>("basis", "assiette de la participation", standing::known),
           parameter<&participation_rules::rate>("rate", "origine du taux de participation", standing::known),
           parameter<&participation_rules::percent>("percent", "taux de participation", standing::known)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameter<&participation_rules::amount>("amount", "montant de la participation", standing::inferred_low)
               .in(parameter_unit::euros)
               .between(0, 100'000),
           parameter<&participation_rules::table>("table", "barème de participation", standing::known),
           parameters<&participation_rules::inputs>("inputs", "données du barème national"),
           parameter<&participation_rules::rate_scale>("rate_scale", "décimales du taux national", standing::open)
               .between(0, 10),
           parameter<&participation_rules::rate_rounding>("rate_rounding", "arrondi du taux national", standing::open));

// -- what applies to a visit ------------------------------------------------------------------------------------------

/// What is left to the beneficiary of a funder's rate on the time it is charged for: a share of it, or an amount of
/// every hour. Nothing when empty.
struct participation_share {
  percentage percent;             ///< what documents show; the share itself unless `exact` stands beside it
  std::optional<fraction> exact;  ///< the share of one, where a percentage of four decimals cannot say it
  unit_price per_hour;            ///< an amount of each hour charged instead of a share

  constexpr participation_share() = default;
  constexpr participation_share(percentage share) : percent(share) {}  // NOLINT: a percentage is a share

  /// A share of one, 0 to 1, as a percentage where that is exact. Errors: out_of_range, overflow.
  static constexpr result<participation_share> of(const fraction& share) {
    if (!(share >= fraction() && share <= fraction(1))) return error_code::out_of_range;
    decimal shown;
    if (const error_code e = round(share, 6, rounding_mode::half_up).get(shown); e != error_code::success) return e;
    participation_share out(percentage::from_e4(shown.coefficient));
    if (fraction(shown) != share) out.exact = share;
    return out;
  }
  /// An amount of each hour. Errors: out_of_range for a negative one.
  static constexpr result<participation_share> of_hour(unit_price amount) {
    if (!(amount >= unit_price())) return error_code::out_of_range;
    participation_share out;
    out.per_hour = amount;
    return out;
  }

  [[nodiscard]] constexpr bool is_nothing() const { return percent.e4 == 0 && !exact && per_hour.e6 == 0; }

  friend constexpr bool operator==(const participation_share&, const participation_share&) = default;
};

/// As a finding shows it: "13.6192 %", or "2.50 €/h".
inline std::string to_string(const participation_share& share) {
  if (share.per_hour != unit_price()) return to_string(share.per_hour) + " €/h";
  return (share.exact ? "~" : "") + to_string(share.percent) + " %";
}

namespace detail {

constexpr rounding_mode mode_of(participation_rounding rounding) {
  switch (rounding) {
    case participation_rounding::half_even:
      return rounding_mode::half_even;
    case participation_rounding::down:
      return rounding_mode::down;
    case participation_rounding::half_up:
      break;
  }
  return rounding_mode::half_up;
}

// The national scale for a beneficiary: unrounded unless both a scale and a mode say otherwise.
constexpr result<apa_share> national_share(const participation_rules& rules, local_date day) {
  const participation_inputs& of = rules.inputs;
  if (!of.resources || !of.couple || !of.gir || !of.accepted_plan) return error_code::invalid_value;
  if (rules.rate_scale.has_value() != rules.rate_rounding.has_value()) return error_code::invalid_value;
  apa_scale scale;
  if (const error_code e = apa_scale_on(day).get(scale); e != error_code::success) return e;
  apa_share share;
  const auto error = apa_share_of(scale, {*of.gir, *of.accepted_plan, *of.resources, *of.couple}).get(share);
  if (error != error_code::success) return error;
  if (!rules.rate_scale) return share;
  if (*rules.rate_scale < 0 || *rules.rate_scale > 10) return error_code::unsupported;
  decimal rate;
  const auto inexact =
      round(share.rate, static_cast<unsigned>(*rules.rate_scale), mode_of(*rules.rate_rounding)).get(rate);
  if (inexact != error_code::success) return inexact;
  share.rate = fraction(rate);
  share.participation = share.rate * share.accepted;
  return share;
}

// The band that holds the resources, from ≤ R < to. Errors: invalid_value without resources, out_of_range.
constexpr result<participation_band> band_of(const participation_rules& rules) {
  if (!rules.inputs.resources) return error_code::invalid_value;
  for (const participation_band& band : rules.table) {
    if (*rules.inputs.resources >= band.from && (!band.to || *rules.inputs.resources < *band.to)) return band;
  }
  return error_code::out_of_range;
}

constexpr result<std::optional<participation_share>> banded_share(const participation_rules& rules) {
  using found = std::optional<participation_share>;
  participation_band band;
  if (const error_code e = band_of(rules).get(band); e != error_code::success) return e;
  if (band.percent.has_value() == band.amount.has_value()) return error_code::unsupported;
  if (band.percent) return found(participation_share(*band.percent));
  participation_share share;
  if (const error_code e = participation_share::of_hour(*band.amount).get(share); e != error_code::success) return e;
  return found(share);
}

}  // namespace detail

/// What the rule book itself leaves to the beneficiary of each minute on a day, with basis `used` or `per_hour_amount`:
/// the percentage it gives, the rate of the national scale of APA, the percentage or hourly amount of the band of
/// resources, or its amount of an hour; none when it says nothing, and with the other bases.
///
/// The national rate is unrounded, an exact fraction, unless `rate_scale` and `rate_rounding` name a scale and a mode
/// (open). Errors: invalid_value when an input is missing, or only one of scale and mode is given; out_of_range for a
/// year whose MTP is not published, a GIR without right to APA, and resources in no band; unsupported for a band that
/// gives neither or both of percentage and amount, and for a scale that `per_hour_amount` cannot read as an amount.
/// Examples: 2026-03-02, GIR 3, accepted plan 1 000 €, resources 1 500 € → 0.1361916… as a fraction; with 6 decimals
/// half-up 13.6192 %.
constexpr result<std::optional<participation_share>> participation_of_book(const participation_rules& rules,
                                                                           local_date day) {
  using found = std::optional<participation_share>;
  if (rules.basis == participation_basis::none || rules.basis == participation_basis::accepted_plan) return found();
  const bool of_hour = rules.basis == participation_basis::per_hour_amount;
  participation_share share;
  switch (rules.rate) {
    case participation_rate::national_apa: {
      if (of_hour) return error_code::unsupported;
      apa_share national;
      if (const error_code e = detail::national_share(rules, day).get(national); e != error_code::success) return e;
      if (const error_code e = participation_share::of(national.rate).get(share); e != error_code::success) return e;
      return found(share);
    }
    case participation_rate::table: {
      found banded;
      if (const error_code e = detail::banded_share(rules).get(banded); e != error_code::success) return e;
      if (of_hour && banded->per_hour == unit_price() && banded->percent != percentage())
        return error_code::unsupported;
      return banded;
    }
    case participation_rate::fixed:
      break;
  }
  if (!of_hour) return rules.percent ? found(*rules.percent) : found();
  if (!rules.amount) return found();
  if (const error_code e = participation_share::of_hour(*rules.amount).get(share); e != error_code::success) return e;
  return found(share);
}

/// The fixed participation of a month in euros that the rule book itself gives with basis `accepted_plan`: its
/// `amount`, the national scale's of the accepted plan, or the percentage (its own, or that of the band) of the
/// accepted plan of the inputs; none when it says nothing, and with the other bases. Exact. Errors: as
/// `participation_of_book`. Example: 2026, GIR 3, accepted plan 1 000 €, resources 1 500 €, national_apa → 136.1916….
constexpr result<std::optional<fraction>> monthly_participation_of_book(const participation_rules& rules,
                                                                        local_date day) {
  using found = std::optional<fraction>;
  if (rules.basis != participation_basis::accepted_plan) return found();
  if (rules.rate == participation_rate::national_apa) {
    apa_share national;
    if (const error_code e = detail::national_share(rules, day).get(national); e != error_code::success) return e;
    return found(national.participation);
  }
  std::optional<percentage> percent = rules.percent;
  if (rules.rate == participation_rate::table) {
    participation_band band;
    if (const error_code e = detail::band_of(rules).get(band); e != error_code::success) return e;
    if (!band.percent || band.amount) return error_code::unsupported;
    percent = band.percent;
  } else if (rules.amount) {
    return found(fraction::of(rules.amount->e6, 1'000'000));
  }
  if (!percent) return found();
  if (!rules.inputs.accepted_plan) return error_code::invalid_value;
  return found(fraction::of(percent->e4, 1'000'000) * euros_of(*rules.inputs.accepted_plan));
}

/// Whether a share may be taken: 0 to 100 %, an hourly amount of at least 0.
constexpr bool is_participation(const participation_share& share) {
  return share.percent >= percentage() && share.percent <= percentage::from_percent(100) &&
         share.per_hour >= unit_price();
}

/// What applies to each minute charged under a basis, of a share that was settled between order and rule book: nothing
/// with `none`, and with `accepted_plan`, whose amount is taken off the month. Errors: out_of_range.
constexpr result<participation_share> participation_of(participation_basis basis, const participation_share& settled) {
  if (basis == participation_basis::none || basis == participation_basis::accepted_plan) return participation_share();
  if (!is_participation(settled)) return error_code::out_of_range;
  return settled;
}

/// The percentage of an amount; where the grid cannot hold the product (minutes cut at a volume in euros are fractions
/// of a second), a quotient with its guard.
constexpr exact_amount portion(const exact_amount& amount, percentage share) {
  const exact_amount product = amount * share;
  return product.error() == error_code::inexact ? scaled(amount, share.e4, 1'000'000) : product;
}

/// An amount less the participation in it: amount × (1 − share), or amount − time × amount of an hour, never below 0.
/// Examples: 24.58 € for an hour less 13.6192 % = 21.23240064 €; less 2.50 €/h = 22.08 €.
constexpr exact_amount after_participation(const exact_amount& gross, const exact_duration& time,
                                           const participation_share& share) {
  if (share.is_nothing()) return gross;
  if (share.per_hour != unit_price()) return max(gross - time * share.per_hour, exact_amount());
  if (!share.exact) return portion(gross, percentage::from_percent(100) - share.percent);
  const fraction kept = fraction(1) - *share.exact;
  return kept.is_valid() ? scaled(gross, kept.numerator(), kept.denominator()) : exact_amount::invalid();
}

}  // namespace esppadom::inline ESPPADOM_ABI
