// Reasons, classes and policies in words, for the sentences that people read: in French and in English.
#pragma once

#include <string>
#include <vector>

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/plan.hpp"
#include "esppadom/billing/stamp_rules.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/paired_words.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Why a visit, or a part of it, is not billed. Example: unbilled_reason::over_plan is "above the plan".
constexpr paired_words words_of(unbilled_reason reason) {
  using enum unbilled_reason;
  switch (reason) {
    case none:
      return {"billed", "facturé"};
    case planned_time_missing:
      return {"planned time needed by a rule, not given", "horaire planifié exigé par une règle, non fourni"};
    case time_missing:
      return {"start or end unknown", "début ou fin inconnus"};
    case time_does_not_exist:
      return {"time in the hour skipped in spring", "heure inexistante (passage à l'heure d'été)"};
    case time_ambiguous:
      return {"time in the hour repeated in autumn", "heure ambiguë (passage à l'heure d'hiver)"};
    case end_before_start:
      return {"ends before it starts, or lasts too long", "fin avant le début, ou durée excessive"};
    case stamp_missing:
      return {"stamp missing", "horodatage manquant"};
    case outside_tolerance:
      return {"outside tolerance", "hors tolérance"};
    case caregiver_conflict:
      return {"caregiver elsewhere at that time", "intervenant ailleurs à ce moment"};
    case same_visit_two_ids:
      return {"same visit under two identifiers", "même intervention sous deux identifiants"};
    case stamp_only:
      return {"raw stamps that belong to no visit", "horodatages sans intervention"};
    case deleted:
      return {"withdrawn by the provider", "supprimée par le prestataire"};
    case planned_only:
      return {"announced, not performed", "annoncée, non réalisée"};
    case cancelled:
      return {"cancelled", "annulée"};
    case no_order_line:
      return {"no order covers it", "aucune commande ne la couvre"};
    case several_order_lines:
      return {"several orders could cover it", "plusieurs commandes possibles"};
    case no_price:
      return {"no price known", "aucun prix connu"};
    case price_over_tariff:
      return {"price above the tariff", "prix au-dessus du tarif"};
    case over_plan:
      return {"above the plan", "au-delà du plan"};
    case extra_minutes_without_code:
      return {"extra minutes not documented", "minutes complémentaires non documentées"};
    case unit_not_supported:
      return {"unit not handled", "unité non traitée"};
    case not_approved:
      return {"approval missing", "accord manquant"};
    case after_month:
      return {"after the month", "après le mois"};
    case zero_duration:
      return {"nothing left after rounding", "durée nulle après arrondi"};
    case arithmetic:
      return {"beyond what can be computed", "hors des limites de calcul"};
    case rule_conflict:
      return {"rules contradict each other", "règles contradictoires"};
    case identifier_missing:
      return {"identifier missing", "identifiant manquant"};
    case time_barred:
      return {"too late: the time bar has passed", "trop tard : délai de forclusion dépassé"};
    case after_cutoff:
      return {"after the month was closed", "après la clôture du mois"};
    case correction_too_late:
      return {"corrected after the deadline", "correction hors délai"};
    case rejected_by_payer:
      return {"rejected by the payer", "rejetée par le payeur"};
    case no_planned_visit:
      return {"no visit planned at that time", "aucune intervention planifiée à cette heure"};
    case beneficiary_conflict:
      return {"another caregiver was there", "un autre intervenant était présent"};
    case merged:
      return {"billed with the visit it continues", "facturée avec l'intervention qu'elle prolonge"};
    case double_visit:
      return {"two caregivers, the slot is paid once", "double intervention payée une seule fois"};
    case payable_share_missing:
      return {"no payable share is set for its reason", "part payable non fixée pour ce motif"};
    case proof_missing:
      return {"declared without proof", "déclarée sans justificatif"};
    case unknown_code:
      return {"correction code without a class", "motif de correction sans classe"};
  }
  return {"other", "autre"};
}

/// Why an amount that is due is on no document of a run. Example: held_reason::not_validated is "pro forma not
/// validated yet".
constexpr paired_words words_of(held_reason reason) {
  using enum held_reason;
  switch (reason) {
    case complementary_disabled:
      return {"the rules allow no supplementary invoice", "les règles n'admettent pas de facture complémentaire"};
    case complementary_limit:
      return {"too many supplementary invoices", "trop de factures complémentaires"};
    case credit_on_next:
      return {"to be taken off the next invoice", "à déduire de la prochaine facture"};
    case not_validated:
      return {"pro forma not validated yet", "pro forma à valider"};
  }
  return {"other", "autre"};
}

/// Why an order line gives no plan for a period. Example: plan_problem::unit_not_supported is "a unit that is no time".
constexpr paired_words words_of(plan_problem problem) {
  using enum plan_problem;
  switch (problem) {
    case none:
      return {"nothing", "rien"};
    case no_quantity:
      return {"no quantity", "aucune quantité"};
    case total_over_validity:
      return {"a total over the whole order", "un total sur toute la commande"};
    case weekly_without_rule:
      return {"a quantity by the week, without a rule that makes months of it",
              "une quantité par semaine, sans règle qui la ramène au mois"};
    case period_not_supported:
      return {"a period that no rule brings to a month", "une période qu'aucune règle ne ramène au mois"};
    case unit_not_supported:
      return {"a unit that is no time", "une unité qui n'est pas une durée"};
    case quantity_out_of_range:
      return {"a quantity below zero, or too large", "une quantité négative ou trop grande"};
    case open_ended:
      return {"an order without end, in a pool that is counted over its whole length",
              "une commande sans fin, dans une enveloppe comptée sur toute sa durée"};
  }
  return {"other", "autre"};
}

/// What a correction code or the stamps make of a visit. Example: visit_class::created is "created without stamps".
constexpr paired_words words_of(visit_class klass) {
  using enum visit_class;
  switch (klass) {
    case stamped:
      return {"stamped on both sides", "horodatée à l'arrivée et au départ"};
    case start_corrected:
      return {"without a valid stamp of arrival", "sans horodatage d'arrivée valable"};
    case end_corrected:
      return {"without a valid stamp of departure", "sans horodatage de départ valable"};
    case both_corrected:
      return {"without any valid stamp", "sans aucun horodatage valable"};
    case created:
      return {"created without stamps", "créée sans horodatage"};
    case data_changed:
      return {"changed otherwise than in its times", "modifiée hors horaires"};
    case deleted:
      return {"withdrawn", "retirée"};
    case stamp_only:
      return {"stamps only", "réduite aux horodatages"};
    case declarative:
      return {"declared by hand", "saisie en déclaratif"};
    case rejected:
      return {"rejected", "rejetée"};
    case not_probative:
      return {"identified by a means that proves nothing", "identifiée par un moyen non probant"};
    case times_changed:
      return {"changed in its times", "modifiée dans ses horaires"};
  }
  return {"other", "autre"};
}

/// What follows for a visit stamped outside the tolerance. Example: tolerance_policy::flag is "it is billed as it is".
constexpr paired_words words_of(tolerance_policy policy) {
  using enum tolerance_policy;
  switch (policy) {
    case reject:
      return {"it is not billed", "elle n'est pas facturée"};
    case flag:
      return {"it is billed as it is", "elle est facturée telle quelle"};
    case clamp_to_tolerance:
      return {"the stamp is brought to the bound", "l'horodatage est ramené à la limite"};
    case use_planned:
      return {"the planned time of that side counts", "l'horaire planifié de ce côté compte"};
  }
  return {"other", "autre"};
}

/// How a time of the hour repeated in autumn is read. Example: first is "the first of the two counts".
constexpr paired_words words_of(ambiguous_policy policy) {
  using enum ambiguous_policy;
  switch (policy) {
    case first:
      return {"the first of the two counts", "la première des deux compte"};
    case second:
      return {"the second of the two counts", "la seconde des deux compte"};
    case reject:
      return {"the visit is not billed", "l'intervention n'est pas facturée"};
  }
  return {"other", "autre"};
}

/// The arguments of a finding that says a choice in words and by its code. Example: tolerance_policy::flag gives
/// "flag", "it is billed as it is" and the same in French.
template <class Choice>
std::vector<std::string> code_and_words(Choice value) {
  return with_words({std::string(name_of(value))}, words_of(value));
}

}  // namespace esppadom::inline ESPPADOM_ABI
