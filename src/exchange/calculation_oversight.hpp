// Questions about months of visits, plans and contracts, and their answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/exchange/calculations.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/oversight/cpom.hpp"
#include "esppadom/value/fraction.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

struct rated_group {
  visit_class of_class = visit_class::stamped;
  std::int64_t count = 0;
  std::optional<std::int64_t> concerned_sides;
  std::optional<bool> both_stamps_valid;
  std::optional<bool> incomplete_call;
  std::optional<bool> incompatible;
  std::optional<bool> outage;
  std::optional<bool> outside_rates;
  std::optional<bool> extra_minutes_count;
  std::optional<bool> invoiced;
  std::optional<duration> billed_seconds;
  std::optional<std::string> delivery;
  std::optional<local_time> start;
};
struct corrections_question {
  std::vector<rated_group> visits;
  std::optional<rated_population> population;
  std::optional<money> base;
};
struct told_rate {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  std::string rate_pct;
};
struct corrections_answer {
  std::int64_t interventions = 0;
  std::int64_t corrected = 0;
  std::optional<told_rate> by_intervention;
  std::optional<told_rate> by_stamp;
  std::optional<told_rate> by_minutes;
  std::optional<told_rate> creation;
  std::optional<told_rate> modification;
  std::optional<told_rate> telegestion;
  std::optional<told_rate> declarative;
  std::optional<told_rate> incomplete_call;
  std::optional<bool> exceeds;
  fraction reduction;
  std::optional<money> amount;
  std::int64_t refused = 0;
  std::vector<std::string> refused_visits;
};

struct envelope_question {
  money amount;
  std::optional<percentage> flexibility_pct;
  money used;
};

struct covered_visits_question {
  exact_duration available;
  std::vector<exact_duration> visits;
};
struct covered_visits_answer {
  std::vector<exact_duration> covered;
};

struct used_period {
  exact_duration plan;
  exact_duration used;
  std::optional<exact_duration> over_sub_ceiling;
};
struct smoothed_plan_question {
  std::vector<used_period> periods;
};
struct told_lot {
  std::string period;
  exact_duration seconds;
};
struct told_period {
  std::string period;
  exact_duration plan_seconds;
  exact_duration repaid_seconds;
  exact_duration own_seconds;
  std::vector<told_lot> carried;
  exact_duration advance_seconds;
  exact_duration excess_seconds;
  exact_duration expired_seconds;
  exact_duration lost_to_cap_seconds;
  std::vector<told_lot> lots;
};
struct smoothed_plan_answer {
  std::vector<told_period> periods;
};

}  // namespace detail

template <>
inline constexpr auto description<detail::rated_group> = fields(
    field<&detail::rated_group::of_class>("classe"), field<&detail::rated_group::count>("nombre d'interventions"),
    field<&detail::rated_group::concerned_sides>("horodatages concernés, 0 à 2"),
    field<&detail::rated_group::both_stamps_valid>("deux horodatages valides"),
    field<&detail::rated_group::incomplete_call>("appel incomplet"),
    field<&detail::rated_group::incompatible>("bénéficiaire incompatible"),
    field<&detail::rated_group::outage>("pendant une panne"),
    field<&detail::rated_group::outside_rates>("hors des taux"),
    field<&detail::rated_group::extra_minutes_count>("minutes complémentaires comptées comme une correction"),
    field<&detail::rated_group::invoiced>("facturée ; absent : oui"),
    field<&detail::rated_group::billed_seconds>("temps facturé de chacune (s)"),
    field<&detail::rated_group::delivery>("n° d'intervention"), field<&detail::rated_group::start>("début"));
template <>
inline constexpr auto description<detail::corrections_question> =
    fields(field<&detail::corrections_question::visits>("interventions, par groupes semblables"),
           field<&detail::corrections_question::population>("population ; absente : toutes"),
           field<&detail::corrections_question::base>("montant que la réduction diminue (€)"));
template <>
inline constexpr auto description<detail::told_rate> = fields(field<&detail::told_rate::numerator>("numérateur"),
                                                              field<&detail::told_rate::denominator>("dénominateur"),
                                                              field<&detail::told_rate::rate_pct>("taux (%)"));
template <>
inline constexpr auto description<detail::corrections_answer> =
    fields(field<&detail::corrections_answer::interventions>("interventions comptées"),
           field<&detail::corrections_answer::corrected>("corrigées"),
           field<&detail::corrections_answer::by_intervention>("par intervention"),
           field<&detail::corrections_answer::by_stamp>("par horodatage"),
           field<&detail::corrections_answer::by_minutes>("par minutes"),
           field<&detail::corrections_answer::creation>("créations"),
           field<&detail::corrections_answer::modification>("modifications"),
           field<&detail::corrections_answer::telegestion>("télégestion complète"),
           field<&detail::corrections_answer::declarative>("saisies déclaratives"),
           field<&detail::corrections_answer::incomplete_call>("appels incomplets corrigés"),
           field<&detail::corrections_answer::exceeds>("seuil dépassé ; nul : pas de seuil ou pas d'intervention"),
           field<&detail::corrections_answer::reduction>("réduction, en fraction de ce qui est payé"),
           field<&detail::corrections_answer::amount>("réduction du montant donné (€)"),
           field<&detail::corrections_answer::refused>("interventions refusées"),
           field<&detail::corrections_answer::refused_visits>("leurs numéros, s'ils sont donnés"));
template <>
inline constexpr auto description<detail::envelope_question> =
    fields(field<&detail::envelope_question::amount>("enveloppe (€)"),
           field<&detail::envelope_question::flexibility_pct>("souplesse (%)"),
           field<&detail::envelope_question::used>("montant utilisé (€)"));
template <>
inline constexpr auto description<envelope_use> = fields(field<&envelope_use::lower>("borne basse (€)"),
                                                         field<&envelope_use::upper>("borne haute (€)"),
                                                         field<&envelope_use::position>("position"),
                                                         field<&envelope_use::outside>("au-delà des bornes (€)"));
template <>
inline constexpr auto description<detail::covered_visits_question> =
    fields(field<&detail::covered_visits_question::available>("temps disponible (s)"),
           field<&detail::covered_visits_question::visits>("durées, dans l'ordre des interventions (s)"));
template <>
inline constexpr auto description<detail::covered_visits_answer> =
    fields(field<&detail::covered_visits_answer::covered>("temps couvert de chacune (s)"));
template <>
inline constexpr auto description<detail::used_period> =
    fields(field<&detail::used_period::plan>("plan (s)"), field<&detail::used_period::used>("réalisé (s)"),
           field<&detail::used_period::over_sub_ceiling>("dont au-delà de sous-plafonds (s)"));
template <>
inline constexpr auto description<detail::smoothed_plan_question> =
    fields(field<&detail::smoothed_plan_question::periods>("périodes qui se suivent, la première au jour des règles"));
template <>
inline constexpr auto description<detail::told_lot> = fields(field<&detail::told_lot::period>("période d'origine"),
                                                             field<&detail::told_lot::seconds>("temps (s)"));
template <>
inline constexpr auto description<detail::told_period> =
    fields(field<&detail::told_period::period>("période"), field<&detail::told_period::plan_seconds>("plan (s)"),
           field<&detail::told_period::repaid_seconds>("avance rendue (s)"),
           field<&detail::told_period::own_seconds>("pris sur le plan (s)"),
           field<&detail::told_period::carried>("pris sur les reports"),
           field<&detail::told_period::advance_seconds>("pris d'avance (s)"),
           field<&detail::told_period::excess_seconds>("dépassement (s)"),
           field<&detail::told_period::expired_seconds>("expiré (s)"),
           field<&detail::told_period::lost_to_cap_seconds>("perdu au plafond des reports (s)"),
           field<&detail::told_period::lots>("reports qui restent"));
template <>
inline constexpr auto description<detail::smoothed_plan_answer> =
    fields(field<&detail::smoothed_plan_answer::periods>("périodes"));

}  // namespace esppadom::inline ESPPADOM_ABI
