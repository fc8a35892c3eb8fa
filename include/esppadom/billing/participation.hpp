// What a beneficiary leaves to pay of a funder's rate (*participation*, *ticket modérateur*): its parameters and the
// rate that applies to a visit. Billing rules reference, section 2d.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "esppadom/billing/apa.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What the participation is taken on. `used`: a percentage of the funder's rate on every minute used (CASF R232-11,
/// known). `accepted_plan`: a fixed amount a month (basis known, amount inferred, low). `none`: no participation.
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
               .between(0, 1000)
               .not_built());

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
  std::optional<unit_price> amount;
  std::vector<participation_band> table;
  participation_inputs inputs;
  std::optional<std::int64_t> rate_scale;  ///< decimals of the national rate
  std::optional<participation_rounding> rate_rounding;

  friend bool operator==(const participation_rules&, const participation_rules&) = default;
};

template <>
inline constexpr auto description<participation_rules> =
    fields(parameter<&participation_rules::basis>("basis", "assiette de la participation", standing::known)
               .built_only({participation_basis::used, participation_basis::none}),
           parameter<&participation_rules::rate>("rate", "origine du taux de participation", standing::known),
           parameter<&participation_rules::percent>("percent", "taux de participation", standing::known)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameter<&participation_rules::amount>("amount", "montant de la participation", standing::inferred_low)
               .in(parameter_unit::euros)
               .between(0, 100'000)
               .not_built(),
           parameter<&participation_rules::table>("table", "barème de participation", standing::known),
           parameters<&participation_rules::inputs>("inputs", "données du barème national"),
           parameter<&participation_rules::rate_scale>("rate_scale", "décimales du taux national", standing::open)
               .between(0, 6),
           parameter<&participation_rules::rate_rounding>("rate_rounding", "arrondi du taux national", standing::open));

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

// A fraction of the whole as a percentage: 0.136192 is 13.6192 %.
constexpr result<percentage> national_percentage(const participation_rules& rules, local_date day) {
  const participation_inputs& of = rules.inputs;
  if (!of.resources || !of.couple || !of.gir || !of.accepted_plan || !rules.rate_scale || !rules.rate_rounding) {
    return error_code::invalid_value;
  }
  if (*rules.rate_scale < 0 || *rules.rate_scale > 6) return error_code::unsupported;
  apa_scale scale;
  if (const error_code e = apa_scale_on(day).get(scale); e != error_code::success) return e;
  apa_share share;
  const auto error = apa_share_of(scale, {*of.gir, *of.accepted_plan, *of.resources, *of.couple}).get(share);
  if (error != error_code::success) return error;
  decimal rate;
  const auto inexact =
      round(share.rate, static_cast<unsigned>(*rules.rate_scale), mode_of(*rules.rate_rounding)).get(rate);
  if (inexact != error_code::success) return inexact;
  return percentage::from_e4(rate.coefficient * powers_of_ten[6U - rate.scale]);
}

constexpr result<percentage> banded_percentage(const participation_rules& rules) {
  if (!rules.inputs.resources) return error_code::invalid_value;
  const money resources = *rules.inputs.resources;
  for (const participation_band& band : rules.table) {
    if (resources < band.from || (band.to && resources >= *band.to)) continue;
    if (!band.percent) return error_code::unsupported;
    return *band.percent;
  }
  return error_code::out_of_range;
}

}  // namespace detail

/// The share of a funder's rate that the rule book itself leaves to the beneficiary on a day: the percentage it gives,
/// that of the national scale of APA, rounded as it says, or that of the band of resources; none when it says nothing.
/// Errors: invalid_value when an input is missing; out_of_range for a year whose MTP is not published, a GIR without
/// right to APA, and resources in no band; unsupported for a band without percentage.
/// Example: national_apa on 2026-03-02, GIR 3, accepted plan 1 000 €, resources 1 500 €, 6 decimals half-up → 13.6192
/// %.
constexpr result<std::optional<percentage>> participation_of_book(const participation_rules& rules, local_date day) {
  if (rules.rate == participation_rate::fixed) return std::optional<percentage>(rules.percent);
  percentage share;
  const bool national = rules.rate == participation_rate::national_apa;
  const auto computed = national ? detail::national_percentage(rules, day) : detail::banded_percentage(rules);
  if (const error_code e = computed.get(share); e != error_code::success) return e;
  return std::optional<percentage>(share);
}

/// The share of a funder's rate left to the beneficiary, 0 to 100 %: nothing with basis `none`, else the percentage
/// that was settled between order and rule book (`tariff.source`). Errors: unsupported for a basis that is not built,
/// out_of_range.
constexpr result<percentage> participation_of(participation_basis basis, percentage settled) {
  if (basis == participation_basis::none) return percentage();
  if (basis != participation_basis::used) return error_code::unsupported;
  if (!(settled >= percentage() && settled <= percentage::from_percent(100))) return error_code::out_of_range;
  return settled;
}

}  // namespace esppadom::inline ESPPADOM_ABI
