// The parameters of the correction rate (*taux de correction*): what counts as a correction, what it is measured in,
// and which threshold it is held against. Billing rules reference, section 2e.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/billing/visit.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/quantity.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What the rate is measured in. Visits are the library's reading of the public source ("of visits"; inferred,
/// medium-high); the other two stay selectable.
enum class correction_unit : std::uint8_t { by_intervention, by_stamp, by_minutes };

template <>
struct enum_names<correction_unit> {
  static constexpr enum_name<correction_unit> items[] = {{correction_unit::by_intervention, "by_intervention"},
                                                         {correction_unit::by_stamp, "by_stamp"},
                                                         {correction_unit::by_minutes, "by_minutes"}};
};

/// Where the class of a visit comes from: the producer's correction code, the evidence of the stamps, or the worse of
/// both. Standing: open; the neutral value is a technical default without authority.
enum class correction_source : std::uint8_t { code, evidence, worst };

template <>
struct enum_names<correction_source> {
  static constexpr enum_name<correction_source> items[] = {{correction_source::code, "code"},
                                                           {correction_source::evidence, "evidence"},
                                                           {correction_source::worst, "worst"}};
};

/// What becomes of declarative visits in the rates. Standing: open.
enum class declarative_in_rates : std::uint8_t { exclude, in_denominator, as_corrected };

template <>
struct enum_names<declarative_in_rates> {
  static constexpr enum_name<declarative_in_rates> items[] = {{declarative_in_rates::exclude, "exclude"},
                                                              {declarative_in_rates::in_denominator, "in_denominator"},
                                                              {declarative_in_rates::as_corrected, "as_corrected"}};
};

/// Visits that a rule set may leave out of the rates.
enum class correction_exclusion : std::uint8_t { incompatible, outage, rejected, stamp_only };

template <>
struct enum_names<correction_exclusion> {
  static constexpr enum_name<correction_exclusion> items[] = {{correction_exclusion::incompatible, "INCOMPATIBLE"},
                                                              {correction_exclusion::outage, "OUTAGE"},
                                                              {correction_exclusion::rejected, "REJECTED"},
                                                              {correction_exclusion::stamp_only, "STAMP_ONLY"}};
};

/// Over which visits a rate is taken when it is held against the threshold.
enum class correction_scope : std::uint8_t { provider_month, provider_quarter, beneficiary_month, worker_month };

template <>
struct enum_names<correction_scope> {
  static constexpr enum_name<correction_scope> items[] = {{correction_scope::provider_month, "provider_month"},
                                                          {correction_scope::provider_quarter, "provider_quarter"},
                                                          {correction_scope::beneficiary_month, "beneficiary_month"},
                                                          {correction_scope::worker_month, "worker_month"}};
};

/// What follows when the threshold is exceeded. That penalties exist is known, their formulas are open.
enum class correction_penalty : std::uint8_t { none, alert, refuse_excess, reduction, tiers, bonus };

template <>
struct enum_names<correction_penalty> {
  static constexpr enum_name<correction_penalty> items[] = {{correction_penalty::none, "none"},
                                                            {correction_penalty::alert, "alert"},
                                                            {correction_penalty::refuse_excess, "refuse_excess"},
                                                            {correction_penalty::reduction, "reduction"},
                                                            {correction_penalty::tiers, "tiers"},
                                                            {correction_penalty::bonus, "bonus"}};
};

/// What follows when a corrected visit lacks the reason, author or authorised reason that the rule set asks for (e7;
/// open): a finding, or the visit is not paid until they are given.
enum class undocumented_correction : std::uint8_t { flag, refuse };

template <>
struct enum_names<undocumented_correction> {
  static constexpr enum_name<undocumented_correction> items[] = {{undocumented_correction::flag, "flag"},
                                                                 {undocumented_correction::refuse, "refuse"}};
};

/// Which corrected visits a penalty refuses first.
enum class refusal_order : std::uint8_t { created_first, latest, longest };

template <>
struct enum_names<refusal_order> {
  static constexpr enum_name<refusal_order> items[] = {{refusal_order::created_first, "created_first"},
                                                       {refusal_order::latest, "latest"},
                                                       {refusal_order::longest, "longest"}};
};

/// How much one visit of each class counts as a correction, 0 to 1. A class of weight 0 is no correction in any unit.
struct correction_weights {
  quantity start_corrected = quantity::from_units(1);
  quantity end_corrected = quantity::from_units(1);
  quantity both_corrected = quantity::from_units(1);
  quantity created = quantity::from_units(1);
  quantity data_changed;
  quantity deleted;
  quantity not_probative = quantity::from_units(1);
  quantity times_changed = quantity::from_units(1);

  friend bool operator==(const correction_weights&, const correction_weights&) = default;
};

template <>
inline constexpr auto description<correction_weights> = fields(
    parameter<&correction_weights::start_corrected>("START_CORRECTED", "début corrigé (COA)", standing::inferred_medium)
        .between(0, 1),
    parameter<&correction_weights::end_corrected>("END_CORRECTED", "fin corrigée (COD)", standing::inferred_medium)
        .between(0, 1),
    parameter<&correction_weights::both_corrected>("BOTH_CORRECTED", "début et fin corrigés (CO2)",
                                                   standing::inferred_medium)
        .between(0, 1),
    parameter<&correction_weights::created>("CREATED", "intervention créée (CRE)", standing::inferred_medium)
        .between(0, 1),
    parameter<&correction_weights::data_changed>("DATA_CHANGED", "données modifiées (MDT)", standing::inferred_medium)
        .between(0, 1),
    parameter<&correction_weights::deleted>("DELETED", "intervention supprimée (SUP)", standing::inferred_medium)
        .between(0, 1),
    parameter<&correction_weights::not_probative>("NOT_PROBATIVE", "moyen non probant", standing::inferred_medium)
        .between(0, 1),
    parameter<&correction_weights::times_changed>("TIMES_CHANGED", "horaires modifiés", standing::inferred_medium)
        .between(0, 1));

/// A tier of a penalty: from which rate on which reduction holds.
struct correction_tier {
  percentage from_pct;
  percentage reduction_pct;

  friend bool operator==(const correction_tier&, const correction_tier&) = default;
};

template <>
inline constexpr auto description<correction_tier> =
    fields(parameter<&correction_tier::from_pct>("from_pct", "à partir du taux", standing::open)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameter<&correction_tier::reduction_pct>("reduction_pct", "réfaction", standing::open)
               .in(parameter_unit::percent)
               .between(0, 100));

/// `correction` of a rule set.
struct correction_rules {
  correction_unit unit = correction_unit::by_intervention;
  correction_source classify_by = correction_source::code;
  declarative_in_rates declarative = declarative_in_rates::exclude;
  correction_weights code_weights;
  std::vector<correction_exclusion> exclude = {correction_exclusion::incompatible, correction_exclusion::outage,
                                               correction_exclusion::rejected, correction_exclusion::stamp_only};
  correction_scope scope = correction_scope::provider_month;
  correction_penalty penalty = correction_penalty::none;
  std::optional<percentage> threshold_pct;
  std::optional<quantity> k;
  std::optional<percentage> cap_pct;
  std::vector<correction_tier> tiers;
  refusal_order refuse_order = refusal_order::latest;
  undocumented_correction undocumented = undocumented_correction::flag;

  friend bool operator==(const correction_rules&, const correction_rules&) = default;
};

/// Whether the rates leave such visits out.
constexpr bool is_excluded(const correction_rules& rules, correction_exclusion what) {
  return std::find(rules.exclude.begin(), rules.exclude.end(), what) != rules.exclude.end();
}

template <>
inline constexpr auto description<correction_rules> = fields(
    parameter<&correction_rules::unit>("unit", "unité du taux de correction", standing::inferred_medium),
    parameter<&correction_rules::classify_by>("classify_by", "classement des corrections", standing::open),
    parameter<&correction_rules::declarative>("declarative", "interventions déclaratives dans les taux",
                                              standing::open),
    parameters<&correction_rules::code_weights>("code_weights", "poids de chaque classe"),
    parameter<&correction_rules::exclude>("exclude", "interventions exclues des taux", standing::inferred_medium),
    parameter<&correction_rules::scope>("scope", "périmètre du taux", standing::open),
    parameter<&correction_rules::penalty>("penalty", "pénalité", standing::open),
    parameter<&correction_rules::threshold_pct>("threshold_pct", "seuil du taux de correction", standing::known)
        .in(parameter_unit::percent)
        .between(0, 100),
    parameter<&correction_rules::k>("k", "coefficient de réfaction", standing::open).between(0, 100),
    parameter<&correction_rules::cap_pct>("cap_pct", "réfaction maximale", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100),
    parameter<&correction_rules::tiers>("tiers", "paliers de réfaction", standing::open),
    parameter<&correction_rules::refuse_order>("refuse_order", "ordre de refus des interventions", standing::open),
    parameter<&correction_rules::undocumented>("undocumented", "corrections sans motif, auteur ou motif autorisé",
                                               standing::open));

}  // namespace esppadom::inline ESPPADOM_ABI
