// Questions about one visit, and their answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/billing/special.hpp"
#include "esppadom/billing/visit.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

struct visit_time_question {
  std::optional<local_time> arrival;
  std::optional<local_time> departure;
  std::optional<interval> retained;
  std::optional<interval> planned;
  std::optional<duration> day_rest;
  std::optional<visit_class> by_code;
  std::optional<bool> incompatible_period;
  std::optional<duration> extra;
};
struct visit_time_answer {
  visit_kind kind = visit_kind::ordinary;
  unbilled_reason reason = unbilled_reason::none;
  duration planned_seconds;
  duration real_seconds;
  duration billed_seconds;
  exact_duration base_seconds;
  exact_duration extra_seconds;
  exact_duration total_seconds;
  bool snapped = false;
  bool capped = false;
};

struct declared_time_question {
  std::optional<interval> retained;
  std::optional<local_time> arrival;
  std::optional<local_time> departure;
  decimal quantity;
  std::string unit;
};
struct declared_time_answer {
  visit_kind kind = visit_kind::ordinary;
  std::optional<exact_duration> seconds;
};

struct extra_minutes_question {
  std::int64_t minutes = 0;
  std::optional<std::string> reason;
  std::optional<std::string> author;
};
struct extra_minutes_answer {
  duration extra_seconds;
  unbilled_reason reason = unbilled_reason::none;
};

struct extra_minutes_left_question {
  duration asked;
  duration used;
  std::optional<duration> cap;
};
struct seconds_answer {
  exact_duration seconds;
};

struct double_visit_question {
  exact_duration before;
  exact_duration own;
  exact_duration offset;
  exact_duration both;
};

struct payable_share_question {
  std::string reason;
};
struct payable_share_answer {
  std::optional<percentage> share;
};

struct declarative_quota_question {
  std::int64_t declared = 0;
  std::int64_t all = 0;
  percentage quota;
};
struct declarative_quota_answer {
  bool exceeded = false;
};

struct reduced_price_question {
  unit_price price;
  percentage percent;
};
struct reduced_price_answer {
  unit_price price;
};

struct priced_visit_question {
  interval retained;
  unit_price price;
  std::optional<exact_duration> base_seconds;
  std::optional<exact_duration> extra_seconds;
};
struct told_segment {
  exact_duration seconds;
  percentage surcharge;
  surcharge_kind kind = surcharge_kind::none;
  day_class day = day_class::weekday;
  local_date date;
  bool extra_minutes = false;
};
struct priced_visit_answer {
  unbilled_reason reason = unbilled_reason::none;
  std::vector<told_segment> segments;
  exact_amount price;
  std::optional<money> cents;
};

}  // namespace detail

template <>
inline constexpr auto description<detail::visit_time_question> =
    fields(field<&detail::visit_time_question::arrival>("arrivée certifiée"),
           field<&detail::visit_time_question::departure>("départ certifié"),
           field<&detail::visit_time_question::retained>("période retenue"),
           field<&detail::visit_time_question::planned>("période planifiée"),
           field<&detail::visit_time_question::day_rest>("reste du plan du jour (s)"),
           field<&detail::visit_time_question::by_code>("classe d'après le code ; absente : STAMPED"),
           field<&detail::visit_time_question::incompatible_period>("période d'incompatibilité"),
           field<&detail::visit_time_question::extra>("minutes complémentaires admises (s)"));
template <>
inline constexpr auto description<detail::visit_time_answer> =
    fields(field<&detail::visit_time_answer::kind>("nature de l'intervention"),
           field<&detail::visit_time_answer::reason>("motif de non-facturation"),
           field<&detail::visit_time_answer::planned_seconds>("temps planifié (s)"),
           field<&detail::visit_time_answer::real_seconds>("temps réel (s)"),
           field<&detail::visit_time_answer::billed_seconds>("temps facturé (s)"),
           field<&detail::visit_time_answer::base_seconds>("sans les minutes complémentaires (s)"),
           field<&detail::visit_time_answer::extra_seconds>("minutes complémentaires (s)"),
           field<&detail::visit_time_answer::total_seconds>("total (s)"),
           field<&detail::visit_time_answer::snapped>("ramené au temps planifié"),
           field<&detail::visit_time_answer::capped>("plafonné"));
template <>
inline constexpr auto description<detail::declared_time_question> =
    fields(field<&detail::declared_time_question::retained>("période retenue"),
           field<&detail::declared_time_question::arrival>("arrivée certifiée"),
           field<&detail::declared_time_question::departure>("départ certifié"),
           field<&detail::declared_time_question::quantity>("quantité"),
           field<&detail::declared_time_question::unit>("unité : HUR ou MIN"));
template <>
inline constexpr auto description<detail::declared_time_answer> =
    fields(field<&detail::declared_time_answer::kind>("nature de l'intervention"),
           field<&detail::declared_time_answer::seconds>("temps déclaré (s), d'un total mensuel"));
template <>
inline constexpr auto description<detail::extra_minutes_question> = fields(
    field<&detail::extra_minutes_question::minutes>("minutes demandées"),
    field<&detail::extra_minutes_question::reason>("motif"), field<&detail::extra_minutes_question::author>("auteur"));
template <>
inline constexpr auto description<detail::extra_minutes_answer> =
    fields(field<&detail::extra_minutes_answer::extra_seconds>("minutes admises (s)"),
           field<&detail::extra_minutes_answer::reason>("motif de refus"));
template <>
inline constexpr auto description<detail::extra_minutes_left_question> =
    fields(field<&detail::extra_minutes_left_question::asked>("demandées (s)"),
           field<&detail::extra_minutes_left_question::used>("déjà admises dans le mois (s)"),
           field<&detail::extra_minutes_left_question::cap>("plafond mensuel (s) ; absent : aucun"));
template <>
inline constexpr auto description<detail::seconds_answer> =
    fields(field<&detail::seconds_answer::seconds>("temps (s)"));
template <>
inline constexpr auto description<detail::double_visit_question> =
    fields(field<&detail::double_visit_question::before>("payé de la première par les financeurs précédents (s)"),
           field<&detail::double_visit_question::own>("payé de la première par ce financeur (s)"),
           field<&detail::double_visit_question::offset>("temps de la première seule, avant la seconde (s)"),
           field<&detail::double_visit_question::both>("temps à deux (s)"));
template <>
inline constexpr auto description<detail::payable_share_question> =
    fields(field<&detail::payable_share_question::reason>("motif : WAITING, BENEFICIARY_ABSENT, CARE_REFUSED"));
template <>
inline constexpr auto description<detail::payable_share_answer> =
    fields(field<&detail::payable_share_answer::share>("part payable (%) ; nulle : les règles n'en donnent pas"));
template <>
inline constexpr auto description<detail::declarative_quota_question> =
    fields(field<&detail::declarative_quota_question::declared>("interventions déclarées"),
           field<&detail::declarative_quota_question::all>("interventions"),
           field<&detail::declarative_quota_question::quota>("quota (%)"));
template <>
inline constexpr auto description<detail::declarative_quota_answer> =
    fields(field<&detail::declarative_quota_answer::exceeded>("quota dépassé"));
template <>
inline constexpr auto description<detail::reduced_price_question> =
    fields(field<&detail::reduced_price_question::price>("prix horaire (€)"),
           field<&detail::reduced_price_question::percent>("part (%)"));
template <>
inline constexpr auto description<detail::reduced_price_answer> =
    fields(field<&detail::reduced_price_answer::price>("prix horaire réduit (€)"));
template <>
inline constexpr auto description<detail::priced_visit_question> =
    fields(field<&detail::priced_visit_question::retained>("période retenue, de 31 jours au plus"),
           field<&detail::priced_visit_question::price>("prix horaire (€)"),
           field<&detail::priced_visit_question::base_seconds>("temps facturé (s) ; absent : la période retenue"),
           field<&detail::priced_visit_question::extra_seconds>("minutes complémentaires admises (s)"));
template <>
inline constexpr auto description<detail::told_segment> = fields(
    field<&detail::told_segment::seconds>("durée (s)"), field<&detail::told_segment::surcharge>("majoration (%)"),
    field<&detail::told_segment::kind>("nature de la majoration"), field<&detail::told_segment::day>("jour"),
    field<&detail::told_segment::date>("date"), field<&detail::told_segment::extra_minutes>("minutes complémentaires"));
template <>
inline constexpr auto description<detail::priced_visit_answer> =
    fields(field<&detail::priced_visit_answer::reason>("motif de non-facturation"),
           field<&detail::priced_visit_answer::segments>("parties de l'intervention, dans l'ordre"),
           field<&detail::priced_visit_answer::price>("prix (€, exact)"),
           field<&detail::priced_visit_answer::cents>("arrondi au centime (€)"));

}  // namespace esppadom::inline ESPPADOM_ABI
