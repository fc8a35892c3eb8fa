// The whole parameter set: one member a rule family, each described beside its function. The value of a default
// constructed `rule_set` is the neutral one: the retained period as sent, no rounding, no cap, no carry, no penalty.
// Neutral is not standard: no national text fixes these rules, so the library ships no standard set.
// Billing rules reference, section 4.
#pragma once

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/duration.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/smoothing_rules.hpp"
#include "esppadom/billing/special.hpp"
#include "esppadom/billing/stamps.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/oversight/alert_rules.hpp"
#include "esppadom/oversight/correction_rules.hpp"
#include "esppadom/oversight/cpom_rules.hpp"
#include "esppadom/rules/parameter_table.hpp"

namespace esppadom::inline ESPPADOM_ABI {

struct rule_set {
  calendar_rules calendar;
  tariff_rules tariff;
  stamp_rules stamps;
  duration_rules duration;
  smoothing_rules smoothing;
  funding_rules funding;
  correction_rules correction;
  declarative_rules declarative;
  incompatible_rules incompatible;
  double_visit_rules double_visit;
  extra_minutes_rules extra_minutes;
  payable_share_rules payable_share;
  invoicing_rules invoicing;
  alert_rules alerts;
  cpom_rules cpom;

  friend bool operator==(const rule_set&, const rule_set&) = default;
};

/// The keys of a rule file, in their order. The calendar has an empty key: its parameters stand at the top level.
template <>
inline constexpr auto description<rule_set> = fields(
    parameters<&rule_set::calendar>("", "calendrier"), parameters<&rule_set::tariff>("tariff", "prix"),
    parameters<&rule_set::stamps>("stamps", "horodatages"), parameters<&rule_set::duration>("duration", "durée"),
    parameters<&rule_set::smoothing>("smoothing", "lissage"), parameters<&rule_set::funding>("funding", "financement"),
    parameters<&rule_set::correction>("correction", "taux de correction"),
    parameters<&rule_set::declarative>("declarative", "saisie déclarative"),
    parameters<&rule_set::incompatible>("incompatible", "bénéficiaires incompatibles"),
    parameters<&rule_set::double_visit>("double_visit", "doubles interventions"),
    parameters<&rule_set::extra_minutes>("extra_minutes", "minutes complémentaires"),
    parameters<&rule_set::payable_share>("payable_share_pct", "part payable des interventions non réalisées"),
    parameters<&rule_set::invoicing>("invoicing", "facturation"), parameters<&rule_set::alerts>("alerts", "alertes"),
    parameters<&rule_set::cpom>("cpom", "CPOM"));

/// `funding.per_funder` is merged funder by funder and key by key.
template <>
inline constexpr bool merged_by_name<funder_rules> = true;

}  // namespace esppadom::inline ESPPADOM_ABI
