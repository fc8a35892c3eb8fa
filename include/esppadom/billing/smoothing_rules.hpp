// The parameters of smoothing (*lissage*): what a plan is counted in and over, what is carried, what happens at the
// ceiling. The functions that apply them are in smoothing.hpp and plan_quantity.hpp. Billing rules reference, section
// 2c.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/percentage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a plan is counted in.
enum class smoothing_unit : std::uint8_t { minutes, euros };

template <>
struct enum_names<smoothing_unit> {
  static constexpr enum_name<smoothing_unit> items[] = {{smoothing_unit::minutes, "minutes"},
                                                        {smoothing_unit::euros, "euros"}};
};

/// A period over which a plan or a volume is counted; `grant` is the whole time of the order.
enum class pool_period : std::uint8_t { week, month, quarter, semester, year, grant };

template <>
struct enum_names<pool_period> {
  static constexpr enum_name<pool_period> items[] = {
      {pool_period::week, "week"},         {pool_period::month, "month"}, {pool_period::quarter, "quarter"},
      {pool_period::semester, "semester"}, {pool_period::year, "year"},   {pool_period::grant, "grant"}};
};

/// Whether two providers of one plan draw on the same counter. Standing: open.
enum class pool_scope : std::uint8_t { shared, per_provider };

template <>
struct enum_names<pool_scope> {
  static constexpr enum_name<pool_scope> items[] = {{pool_scope::shared, "shared"},
                                                    {pool_scope::per_provider, "per_provider"}};
};

/// How a weekly order becomes a monthly plan. Standing: open, no default.
enum class week_to_month : std::uint8_t { days_over_7, weeks_52_over_12, weeks_4_33, iso_weeks };

template <>
struct enum_names<week_to_month> {
  static constexpr enum_name<week_to_month> items[] = {{week_to_month::days_over_7, "days_over_7"},
                                                       {week_to_month::weeks_52_over_12, "52_over_12"},
                                                       {week_to_month::weeks_4_33, "4.33"},
                                                       {week_to_month::iso_weeks, "iso_weeks"}};
};

/// What several plan versions in one month come to. Standing: open.
enum class plan_proration : std::uint8_t { none, daily, working_days, by_day };

template <>
struct enum_names<plan_proration> {
  static constexpr enum_name<plan_proration> items[] = {{plan_proration::none, "none"},
                                                        {plan_proration::daily, "daily"},
                                                        {plan_proration::working_days, "working_days"},
                                                        {plan_proration::by_day, "by_day"}};
};

/// In which order the month's own hours and those of earlier months are used. That the month's own come first is known
/// (décret 2024-395); oldest first among the others is inferred (medium).
enum class carry_order : std::uint8_t { own_then_oldest, own_then_newest, oldest_first };

template <>
struct enum_names<carry_order> {
  static constexpr enum_name<carry_order> items[] = {{carry_order::own_then_oldest, "own_then_oldest"},
                                                     {carry_order::own_then_newest, "own_then_newest"},
                                                     {carry_order::oldest_first, "oldest_first"}};
};

/// Whether a visit that crosses the ceiling and may not be cut is wholly charged or wholly in excess.
enum class crossing_visit : std::uint8_t { in, out };

template <>
struct enum_names<crossing_visit> {
  static constexpr enum_name<crossing_visit> items[] = {{crossing_visit::in, "in"}, {crossing_visit::out, "out"}};
};

/// Whose tariff is paid for carried hours: that of the month of use (décret 2024-395, known) or of the grant.
enum class tariff_month : std::uint8_t { use, grant };

template <>
struct enum_names<tariff_month> {
  static constexpr enum_name<tariff_month> items[] = {{tariff_month::use, "use"}, {tariff_month::grant, "grant"}};
};

/// What a visit or a credit that arrives late does to months already closed. Standing: open.
enum class late_visits : std::uint8_t { recompute, keep_closed };

template <>
struct enum_names<late_visits> {
  static constexpr enum_name<late_visits> items[] = {{late_visits::recompute, "recompute"},
                                                     {late_visits::keep_closed, "keep_closed"}};
};

/// Who bears the excess. To the beneficiary: known practice; the others inferred.
enum class overflow_to : std::uint8_t { beneficiary, provider, reject, next_funder };

template <>
struct enum_names<overflow_to> {
  static constexpr enum_name<overflow_to> items[] = {{overflow_to::beneficiary, "beneficiary"},
                                                     {overflow_to::provider, "provider"},
                                                     {overflow_to::reject, "reject"},
                                                     {overflow_to::next_funder, "next_funder"}};
};

/// Services that draw on one counter.
struct service_group {
  std::string name;
  std::vector<std::string> services;

  friend bool operator==(const service_group&, const service_group&) = default;
};

template <>
inline constexpr auto description<service_group> =
    fields(parameter<&service_group::name>("name", "nom du groupe", standing::open),
           parameter<&service_group::services>("services", "prestations du groupe", standing::open));

/// A maximum for one service inside the plan, e.g. 9 h a month of social link (D232-8-1, known). It is tested before
/// plan and lots (inferred, medium).
struct sub_ceiling {
  std::string service;
  duration max;
  pool_period period = pool_period::month;

  friend bool operator==(const sub_ceiling&, const sub_ceiling&) = default;
};

template <>
inline constexpr auto description<sub_ceiling> =
    fields(parameter<&sub_ceiling::service>("service", "prestation plafonnée", standing::known),
           parameter<&sub_ceiling::max>("max_min", "maximum dans la période", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 600'000),
           parameter<&sub_ceiling::period>("period", "période du plafond", standing::known));

/// `carry` of the smoothing rules: hours left over, and for how long. Neutral: none.
struct carry_rules {
  bool enabled = false;
  std::int64_t horizon_periods = 0;  ///< a lot of period p may be used up to period p + horizon
  carry_order order = carry_order::own_then_oldest;
  std::optional<duration> cap;        ///< at most that much of a period is carried
  std::optional<percentage> cap_pct;  ///< at most that share of the period's plan is carried
  bool may_exceed_ceiling = false;
  bool across_plans = false;

  friend bool operator==(const carry_rules&, const carry_rules&) = default;
};

template <>
inline constexpr auto description<carry_rules> = fields(
    parameter<&carry_rules::enabled>("enabled", "report des heures non utilisées", standing::known),
    parameter<&carry_rules::horizon_periods>("horizon_periods", "durée du report, en périodes", standing::known)
        .between(0, 120),
    parameter<&carry_rules::order>("order", "ordre d'utilisation", standing::inferred_medium),
    parameter<&carry_rules::cap>("cap_min", "maximum reporté par période", standing::open)
        .in(parameter_unit::minutes)
        .between(0, 600'000),
    parameter<&carry_rules::cap_pct>("cap_pct", "maximum reporté, en part du plan", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100),
    parameter<&carry_rules::may_exceed_ceiling>("may_exceed_ceiling", "report au-delà du plafond", standing::known),
    parameter<&carry_rules::across_plans>("across_plans", "report d'un plan à l'autre", standing::open));

/// `advance` of the smoothing rules: hours of the next period used before it. Standing: open. Neutral: none.
struct plan_advance_rules {
  bool enabled = false;
  duration cap;

  friend bool operator==(const plan_advance_rules&, const plan_advance_rules&) = default;
};

template <>
inline constexpr auto description<plan_advance_rules> =
    fields(parameter<&plan_advance_rules::enabled>("enabled", "utilisation par anticipation", standing::open),
           parameter<&plan_advance_rules::cap>("cap_min", "maximum anticipé par période", standing::open)
               .in(parameter_unit::minutes)
               .between(0, 600'000));

/// `smoothing` of a rule set. Neutral: each month for itself, the visit that crosses the plan is cut there, the excess
/// is the beneficiary's.
struct smoothing_rules {
  smoothing_unit unit = smoothing_unit::minutes;
  pool_period period = pool_period::month;
  esppadom::pool_scope pool_scope = esppadom::pool_scope::shared;
  std::vector<service_group> service_groups;
  std::optional<esppadom::week_to_month> week_to_month;
  plan_proration prorata = plan_proration::none;
  carry_rules carry;
  std::optional<duration> ceiling;  ///< null = the period's ordered quantity
  bool split_at_ceiling = true;
  std::optional<crossing_visit> crossing;  ///< required when a visit may not be cut
  plan_advance_rules advance;
  esppadom::tariff_month tariff_month = esppadom::tariff_month::use;
  late_visits late = late_visits::recompute;
  std::vector<sub_ceiling> sub_ceilings;
  overflow_to overflow = overflow_to::beneficiary;
  std::optional<std::int64_t> control_window_months;  ///< for statements on use; no amount depends on it

  friend bool operator==(const smoothing_rules&, const smoothing_rules&) = default;
};

template <>
inline constexpr auto description<smoothing_rules> =
    fields(parameter<&smoothing_rules::unit>("unit", "unité du lissage", standing::open),
           parameter<&smoothing_rules::period>("period", "période du lissage", standing::open),
           parameter<&smoothing_rules::pool_scope>("pool_scope", "compteur commun aux prestataires", standing::open),
           parameter<&smoothing_rules::service_groups>("service_groups", "groupes de prestations", standing::open),
           parameter<&smoothing_rules::week_to_month>("week_to_month", "commande hebdomadaire ramenée au mois",
                                                      standing::open),
           parameter<&smoothing_rules::prorata>("prorata", "plusieurs versions du plan dans un mois", standing::open),
           parameters<&smoothing_rules::carry>("carry", "report"),
           parameter<&smoothing_rules::ceiling>("ceiling_min", "plafond de la période", standing::open)
               .in(parameter_unit::minutes)
               .between(0, 600'000),
           parameter<&smoothing_rules::split_at_ceiling>("split_at_ceiling", "intervention coupée au plafond",
                                                         standing::known),
           parameter<&smoothing_rules::crossing>("crossing", "intervention au plafond, si elle n'est pas coupée",
                                                 standing::inferred_low),
           parameters<&smoothing_rules::advance>("advance", "anticipation"),
           parameter<&smoothing_rules::tariff_month>("tariff_month", "tarif des heures reportées", standing::known),
           parameter<&smoothing_rules::late>("late", "interventions tardives", standing::open),
           parameter<&smoothing_rules::sub_ceilings>("sub_ceilings", "sous-plafonds", standing::inferred_medium),
           parameter<&smoothing_rules::overflow>("overflow", "charge du dépassement", standing::inferred_medium),
           parameter<&smoothing_rules::control_window_months>("control_window_months",
                                                              "période de référence du contrôle", standing::known)
               .in(parameter_unit::months)
               .between(1, 120));

}  // namespace esppadom::inline ESPPADOM_ABI
