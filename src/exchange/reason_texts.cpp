#include "esppadom/exchange/reason_texts.hpp"

namespace esppadom::inline ESPPADOM_ABI {

paired_words words_of(unbilled_reason reason) {
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

paired_words words_of(held_reason reason) {
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

}  // namespace esppadom::inline ESPPADOM_ABI
