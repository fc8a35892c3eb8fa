// What billing finds in stamps and their circumstances: ESP-BIL-040 and following.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} what the rule set does about it.
inline constexpr finding_kind bil_outside_tolerance{
    "ESP-BIL-040",
    severity::warning,
    "The visit was stamped outside the tolerance around its planned time: {1} (stamps.outside_tolerance = {0}).",
    "L'intervention a été horodatée hors de la tolérance autour de son horaire planifié : {2} "
    "(stamps.outside_tolerance = {0}).",
    "Check the planned time, and have the reason of the gap recorded.",
    "Vérifiez l'horaire planifié et faites consigner le motif de l'écart.",
    "A tolerance on early and late stamps is in use (known); no figure is published. The rule set rejects the visit, "
    "bills it as it is (flag), brings the stamp to the bound (clamp_to_tolerance) or takes the planned time of "
    "that side (use_planned).",
    "Une tolérance d'avance et de retard se pratique (établi) ; aucun chiffre n'est publié. Le jeu de règles rejette "
    "l'intervention, la facture telle quelle (flag), ramène l'horodatage à la limite (clamp_to_tolerance) ou retient "
    "l'horaire planifié de ce côté (use_planned).",
    standing::known};

/// {0} the visit that has the other stamp.
inline constexpr finding_kind bil_duplicate_stamp{
    "ESP-BIL-041",
    severity::info,
    "A stamp repeats one of the visit {0} within stamps.dedupe_seconds: the first arrival and the last departure "
    "count.",
    "Un horodatage répète celui de l'intervention {0} dans le délai stamps.dedupe_seconds : la première arrivée et le "
    "dernier départ comptent.",
    "Nothing to do; many of them point to a device that sends its stamps twice.",
    "Rien à faire ; leur nombre peut signaler un appareil qui envoie ses horodatages deux fois.",
    "Stamps of the same caregiver, beneficiary and direction that lie closer than the rule set says are one stamp "
    "(inferred). Stamps are compared at the precision of the rule set.",
    "Des horodatages de mêmes intervenant, bénéficiaire et sens, plus proches que ne le dit le jeu de règles, n'en "
    "font qu'un (déduit). Ils se comparent à la précision du jeu de règles.",
    standing::inferred_medium};

inline constexpr finding_kind bil_no_planned_visit{
    "ESP-BIL-044",
    severity::warning,
    "The visit was stamped at a time when none was planned (stamps.match_window_min): it is not billed.",
    "L'intervention a été horodatée à une heure où aucune n'était planifiée (stamps.match_window_min) : elle n'est pas "
    "facturée.",
    "Give the planned visit in the circumstances, or correct the stamp.",
    "Fournissez l'intervention planifiée dans les circonstances, ou corrigez l'horodatage.",
    "A stamp without a planned visit at that time is rejected (known). The window is counted around the planned start; "
    "without a figure in the rule set nothing is tested.",
    "Un horodatage sans intervention planifiée à cette heure est rejeté (établi). La fenêtre se compte autour du début "
    "planifié ; sans chiffre dans le jeu de règles, rien n'est vérifié.",
    standing::known};

/// {0} the distance, {1} the tolerance, both in metres.
inline constexpr finding_kind bil_outside_distance{
    "ESP-BIL-042",
    severity::warning,
    "The visit was stamped {0} m from the home; stamps.distance_m tolerates {1} m.",
    "L'intervention a été horodatée à {0} m du domicile ; stamps.distance_m en tolère {1}.",
    "Check the address and the device, and have the reason recorded.",
    "Vérifiez l'adresse et l'appareil, et faites consigner le motif.",
    "A tolerance on the distance is in use (known), its figure is not published. By stamps.outside_distance the visit "
    "is billed as it is (flag) or not at all (reject).",
    "Une tolérance de distance se pratique (établi), son chiffre n'est pas publié. D'après stamps.outside_distance, "
    "l'intervention est facturée telle quelle (flag) ou pas du tout (reject).",
    standing::known};

/// {0} the number of visits, {1} the beneficiary.
inline constexpr finding_kind bil_distance_unknown{
    "ESP-BIL-043",
    severity::info,
    "The rule set tolerates a distance from the home, and for {0} stamped visits of the beneficiary {1} none is known.",
    "Le jeu de règles tolère une distance au domicile, et pour {0} interventions horodatées du bénéficiaire {1} aucune "
    "n'est connue.",
    "Give the distances of the télégestion as stamp_distances in the circumstances.",
    "Fournissez les distances relevées par la télégestion comme stamp_distances dans les circonstances.",
    "No ESPPADOM message carries a position or a distance. Without one in the circumstances nothing is tested, and the "
    "visits are billed as if stamped at the home.",
    "Aucun message ESPPADOM ne porte de position ni de distance. Sans distance dans les circonstances, rien n'est "
    "vérifié, et les interventions sont facturées comme horodatées au domicile.",
    standing::known};

/// {0} the method.
inline constexpr finding_kind bil_method_not_allowed{
    "ESP-BIL-045",
    severity::warning,
    "A stamp was taken by {0}, which stamps.methods_allowed does not name: it does not count.",
    "Un horodatage a été pris par {0}, que stamps.methods_allowed ne nomme pas : il ne compte pas.",
    "Have the visit confirmed by an admitted means, or add the method to the rule set.",
    "Faites confirmer l'intervention par un moyen admis, ou ajoutez ce mode au jeu de règles.",
    "Which means of stamping are admitted is set by each Département (landline, badge, NFC, QR, mobile: known). A side "
    "stamped by another means is a missing side: stamps.missing says what stands in for it, and the visit is a "
    "corrected one by the evidence.",
    "Chaque Département fixe les moyens d'horodatage admis (ligne fixe, badge, NFC, QR, mobile : établi). Un côté "
    "horodaté autrement est un côté manquant : stamps.missing dit ce qui en tient lieu, et l'intervention est corrigée "
    "d'après les preuves.",
    standing::inferred_medium};

/// {0} the reason given, empty for none.
inline constexpr finding_kind bil_manual_reason{
    "ESP-BIL-046",
    severity::warning,
    "A stamp by hand has the reason “{0}”, which stamps.manual_reasons does not name.",
    "Un horodatage manuel porte le motif « {0} », que stamps.manual_reasons ne nomme pas.",
    "Give the reason of the stamp in the corrections of the circumstances.",
    "Donnez le motif de l'horodatage dans les corrections des circonstances.",
    "A stamp by hand has a reason, such as a missing QR code or a camera error (known). The visit is billed; whoever "
    "controls it will ask for the reason.",
    "Un horodatage manuel a un motif, tel un QR code absent ou une erreur de caméra (établi). L'intervention est "
    "facturée ; le contrôle demandera ce motif.",
    standing::known};

/// {0} the other visit.
inline constexpr finding_kind bil_beneficiary_conflict{
    "ESP-BIL-047",
    severity::warning,
    "Another caregiver was at the beneficiary's at the same time (visit {0}).",
    "Un autre intervenant était chez le bénéficiaire au même moment (intervention {0}).",
    "If two caregivers are needed, set double_visit.allowed for the service or the beneficiary; otherwise have one of "
    "the visits corrected.",
    "Si deux intervenants sont nécessaires, renseignez double_visit.allowed pour la prestation ou le bénéficiaire ; "
    "sinon, faites corriger l'une des interventions.",
    "Two caregivers at once are an alert unless doubles are allowed (inferred). Both visits are billed and count in "
    "the plan, unless stamps.conflict.same_beneficiary rejects the later one.",
    "Deux intervenants à la fois donnent une alerte, sauf double intervention admise (déduit). Les deux interventions "
    "sont facturées et comptent dans le plan, à moins que stamps.conflict.same_beneficiary ne rejette la plus récente.",
    standing::inferred_medium};

/// {0} the earlier visit, {1} the minutes in between, {2} those the rule set asks for.
inline constexpr finding_kind bil_travel_too_short{
    "ESP-BIL-048",
    severity::warning,
    "The caregiver left the visit {0} only {1} min before; stamps.conflict.travel_min asks for {2} min.",
    "L'intervenant n'a quitté l'intervention {0} que {1} min auparavant ; stamps.conflict.travel_min en demande {2}.",
    "Check both stamps and whether both were taken at the homes.",
    "Vérifiez les deux horodatages et s'ils ont bien été pris aux domiciles.",
    "Less time between two addresses than travelling takes is an alert (inferred); the time itself is not published. "
    "Nothing is taken off either visit.",
    "Moins de temps entre deux adresses que le trajet n'en demande donne une alerte (déduit) ; ce temps n'est pas "
    "publié. Rien n'est retranché d'aucune intervention.",
    standing::inferred_medium};

/// {0} the visit it is billed with.
inline constexpr finding_kind bil_merged_visits{
    "ESP-BIL-049",
    severity::info,
    "The visit continues the visit {0} and is billed with it (stamps.merge_consecutive).",
    "L'intervention prolonge l'intervention {0} et est facturée avec elle (stamps.merge_consecutive).",
    "Nothing to do.",
    "Rien à faire.",
    "Of consecutive visits only the first start and the last end are stamped (known). Visits of one provider, "
    "caregiver, beneficiary, order line and service become one, from the start of the first to the end of the last; "
    "they count once in the rates.",
    "D'interventions consécutives, seuls le premier début et la dernière fin sont horodatés (établi). Les "
    "interventions de mêmes prestataire, intervenant, bénéficiaire, ligne de commande et prestation n'en font qu'une, "
    "du début de la première à la fin de la dernière ; elles comptent une fois dans les taux.",
    standing::inferred_medium};

/// {0} the class of the visit.
inline constexpr finding_kind bil_not_validated{
    "ESP-BIL-050",
    severity::info,
    "The visit is not correctly stamped ({0}): it is billed, and left to be validated by hand.",
    "L'intervention n'est pas correctement horodatée ({1}) : elle est facturée, et reste à valider à la main.",
    "Have somebody validate the visit.",
    "Faites valider l'intervention.",
    "With stamps.auto_validate correctly stamped visits need no validation (known). A visit is correctly stamped with "
    "both stamps, no correction and no time outside the tolerance; amounts do not depend on it.",
    "Avec stamps.auto_validate, les interventions correctement horodatées n'ont pas à être validées (établi). Une "
    "intervention l'est avec ses deux horodatages, sans correction ni heure hors tolérance ; les montants n'en "
    "dépendent pas.",
    standing::known};

/// {0} the reason, {1} the share in percent.
inline constexpr finding_kind bil_payable_share{
    "ESP-BIL-052",
    severity::info,
    "The visit did not take place as foreseen ({0}): {1} % of its price is payable.",
    "L'intervention n'a pas eu lieu comme prévu ({0}) : {1} % de son prix est payable.",
    "Nothing to do; keep the proof of the reason.",
    "Rien à faire ; conservez la preuve du motif.",
    "Waiting at the door, absence of the beneficiary and refusal of care occur (known); which share of the price stays "
    "payable is open and set in payable_share_pct. The time counts whole in the plan.",
    "L'attente à la porte, l'absence du bénéficiaire et le refus de soin se rencontrent (établi) ; la part du prix qui "
    "reste payable n'est pas publiée et se fixe dans payable_share_pct. Le temps compte entier dans le plan.",
    standing::open};

/// {0} the reason.
inline constexpr finding_kind bil_no_payable_share{
    "ESP-BIL-053",
    severity::error,
    "The circumstances give the reason {0}, for which payable_share_pct sets no share: the visit is not billed.",
    "Les circonstances donnent le motif {0}, pour lequel payable_share_pct ne fixe aucune part : l'intervention n'est "
    "pas facturée.",
    "Set the share in the rule set (0 to 100), or correct the reason.",
    "Fixez la part dans le jeu de règles (0 à 100), ou corrigez le motif.",
    "Known reasons are WAITING, BENEFICIARY_ABSENT and CARE_REFUSED. No source gives a share, and the library assumes "
    "none: the visit is listed as unbilled with what is at stake.",
    "Les motifs connus sont WAITING, BENEFICIARY_ABSENT et CARE_REFUSED. Aucune source ne donne de part, et la "
    "bibliothèque n'en suppose pas : l'intervention figure en non facturé avec le montant en jeu.",
    standing::open};

/// {0} declared, {1} all, {2} the provider, {3} the month, {4} the quota.
inline constexpr finding_kind bil_declarative_quota{
    "ESP-BIL-054",
    severity::warning,
    "{0} of {1} visits of {2} in {3} were declared; declarative.quota_pct allows {4} %.",
    "{0} des {1} interventions de {2} en {3} ont été déclarées ; declarative.quota_pct en admet {4} %.",
    "Ask the provider why so many visits were not stamped.",
    "Demandez au prestataire pourquoi tant d'interventions n'ont pas été horodatées.",
    "What follows when the quota is exceeded is open: nothing is taken off. The share is compared as an exact fraction "
    "of the visits on invoices of the month; monthly totals are not visits and do not count.",
    "La suite d'un dépassement n'est pas publiée : rien n'est retranché. La part se compare en fraction exacte des "
    "interventions facturées du mois ; les totaux mensuels ne sont pas des interventions et ne comptent pas.",
    standing::open};

inline constexpr finding_kind bil_proof_missing{
    "ESP-BIL-055",
    severity::error,
    "The visit was declared without the proof that declarative.proof_required asks for: it is not billed.",
    "L'intervention a été déclarée sans le justificatif exigé par declarative.proof_required : elle n'est pas "
    "facturée.",
    "Give the reference of the attendance sheet as proofs in the circumstances.",
    "Donnez la référence de la feuille de présence comme proofs dans les circonstances.",
    "A declared visit rests on an attendance sheet (known); whether it must be named for the visit to be paid is open "
    "and set by the rule set.",
    "Une intervention déclarée repose sur une feuille de présence (établi) ; qu'il faille la citer pour être payé "
    "n'est pas publié et dépend du jeu de règles.",
    standing::open};

/// {0} the reason given, empty for none.
inline constexpr finding_kind bil_incompatible_reason{
    "ESP-BIL-056",
    severity::warning,
    "The beneficiary is incompatible for the reason “{0}”, which incompatible.reasons does not name.",
    "Le bénéficiaire est incompatible pour le motif « {0} », que incompatible.reasons ne nomme pas.",
    "Give the reason of the decision with the period in the circumstances, or add it to the rule set.",
    "Donnez le motif de la décision avec la période dans les circonstances, ou ajoutez-le au jeu de règles.",
    "The Département decides who cannot be under télégestion (known); the reasons it accepts are open. The visit is "
    "billed: the decision counts, not its reason.",
    "Le Département décide qui ne peut être sous télégestion (établi) ; les motifs qu'il admet ne sont pas publiés. "
    "L'intervention est facturée : la décision compte, non son motif.",
    standing::open};

/// {0} the minutes left out, {1} the cap.
inline constexpr finding_kind bil_extra_minutes_cap{
    "ESP-BIL-057",
    severity::warning,
    "{0} extra minutes exceed extra_minutes.monthly_cap_min ({1} min): they do not count.",
    "{0} minutes complémentaires dépassent extra_minutes.monthly_cap_min ({1} min) : elles ne comptent pas.",
    "Remove them, or have the cap of the rule set changed.",
    "Retirez-les, ou faites modifier le plafond du jeu de règles.",
    "The extra minutes of a beneficiary and order line are added up over a month in clock order; whether and over what "
    "a cap is taken is open. The visit itself is billed.",
    "Les minutes complémentaires d'un bénéficiaire et d'une ligne de commande s'ajoutent sur le mois dans l'ordre des "
    "heures ; l'existence et la portée d'un plafond ne sont pas publiées. L'intervention elle-même est facturée.",
    standing::open};

/// {0} the unit of the visit, {1} the unit of the tariff.
inline constexpr finding_kind bil_unit_mismatch{
    "ESP-BIL-058",
    severity::error,
    "The visit counts in the unit “{0}”, which does not go with tariff.unit = {1} or with the unit ordered: it is not "
    "billed.",
    "L'intervention compte dans l'unité « {0} », qui ne s'accorde pas avec tariff.unit = {1} ou avec l'unité commandée "
    ": elle n'est pas facturée.",
    "Set tariff.unit for the service (each for C62 and DAY, hour for time), or correct the unit.",
    "Renseignez tariff.unit pour la prestation (each pour C62 et DAY, hour pour le temps), ou corrigez l'unité.",
    "Units other than time, such as meals and lump sums, are billed quantity × unit price, without rounding, rates and "
    "stamps, and the plan is counted in the same unit (inferred). A price for an hour cannot be paid for a meal.",
    "Les unités autres que le temps, tels repas et forfaits, se facturent quantité × prix unitaire, sans arrondi, taux "
    "ni horodatage, et le plan se compte dans la même unité (déduit). Un prix horaire ne peut payer un repas.",
    standing::inferred_medium};

/// Every kind once, for the documentation.
inline constexpr std::array bil_stamp_finding_kinds{
    &bil_outside_tolerance, &bil_duplicate_stamp,    &bil_no_planned_visit, &bil_outside_distance,
    &bil_distance_unknown,  &bil_method_not_allowed, &bil_manual_reason,    &bil_beneficiary_conflict,
    &bil_travel_too_short,  &bil_merged_visits,      &bil_not_validated,    &bil_payable_share,
    &bil_no_payable_share,  &bil_declarative_quota,  &bil_proof_missing,    &bil_incompatible_reason,
    &bil_extra_minutes_cap, &bil_unit_mismatch};

}  // namespace esppadom::inline ESPPADOM_ABI
