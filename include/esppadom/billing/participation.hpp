// What a beneficiary leaves to pay of a funder's rate (*participation*, *ticket modérateur*): its parameters and the
// rate that applies to a visit. Billing rules reference, section 2d.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
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
        .between(0, 1'000'000)
        .not_built(),
    parameter<&participation_inputs::couple>("couple", "ressources d'un couple", standing::known).not_built(),
    parameter<&participation_inputs::gir>("gir", "GIR", standing::known).between(1, 6).not_built(),
    parameter<&participation_inputs::accepted_plan>("accepted_plan", "plan d'aide accepté, par mois", standing::known)
        .in(parameter_unit::euros)
        .between(0, 100'000)
        .not_built());

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
           parameter<&participation_rules::rate>("rate", "origine du taux de participation", standing::known)
               .built_only({participation_rate::fixed}),
           parameter<&participation_rules::percent>("percent", "taux de participation", standing::known)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameter<&participation_rules::amount>("amount", "montant de la participation", standing::inferred_low)
               .in(parameter_unit::euros)
               .between(0, 100'000)
               .not_built(),
           parameter<&participation_rules::table>("table", "barème de participation", standing::known).not_built(),
           parameters<&participation_rules::inputs>("inputs", "données du barème national"),
           parameter<&participation_rules::rate_scale>("rate_scale", "décimales du taux national", standing::open)
               .between(0, 10)
               .not_built(),
           parameter<&participation_rules::rate_rounding>("rate_rounding", "arrondi du taux national", standing::open)
               .not_built());

/// The share of a funder's rate left to the beneficiary, 0 to 100 %: nothing with basis `none`, else the rule book's
/// percentage when it gives one, else the order line's, else nothing. Which of two differing percentages pays is
/// decided before (`tariff.source`): pass only that one. Errors: unsupported for what is not built, out_of_range.
/// Example: order 13.6192 %, no percentage in the rule book → 13.6192 %.
constexpr result<percentage> participation_of(const participation_rules& rules,
                                              const std::optional<percentage>& of_order) {
  if (rules.basis == participation_basis::none) return percentage();
  if (rules.basis != participation_basis::used || rules.rate != participation_rate::fixed)
    return error_code::unsupported;
  const percentage share = rules.percent ? *rules.percent : of_order.value_or(percentage());
  if (!(share >= percentage() && share <= percentage::from_percent(100))) return error_code::out_of_range;
  return share;
}

}  // namespace esppadom::inline ESPPADOM_ABI
