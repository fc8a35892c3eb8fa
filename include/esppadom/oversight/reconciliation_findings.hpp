#pragma once

// What orders, visits and invoices do not say alike when they are reconciled: ESP-REC-nnn.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

inline constexpr finding_kind rec_other_currency{
    "ESP-REC-001",
    severity::error,
    "The invoice '{0}' is in '{1}', not in euros: it is in no sum.",
    "La facture « {0} » est en « {1} », non en euros : elle n'entre dans aucune somme.",
    "Have the provider issue it in euros.",
    "Faites-la établir en euros.",
    "Amounts of two currencies cannot be compared; nothing is converted.",
    "On ne compare pas des montants de deux devises ; rien n'est converti.",
    standing::inferred_high};
inline constexpr finding_kind rec_empty_period{
    "ESP-REC-002",
    severity::warning,
    "No invoice line falls in what is looked at, and no visit that should be billed.",
    "Aucune ligne de facture ne relève de ce qui est examiné, ni aucune intervention à facturer.",
    "Check the period, the provider and the files given.",
    "Vérifiez la période, le prestataire et les fichiers donnés.",
    "That nothing differs is no good news where nothing was compared.",
    "L'absence d'écart ne dit rien quand rien n'a été comparé.",
    standing::inferred_high};
inline constexpr finding_kind rec_no_orders{
    "ESP-REC-003",
    severity::warning,
    "There is no order: {0} invoice lines were not compared with theirs.",
    "Aucune commande n'est donnée : {0} lignes de facture n'ont pas été comparées aux leurs.",
    "Give the ORDER files.",
    "Donnez les fichiers ORDER.",
    "Every invoice line rests on an order line; without orders that cannot be judged.",
    "Toute ligne de facture repose sur une ligne de commande ; sans commandes on ne peut en juger.",
    standing::inferred_high};
inline constexpr finding_kind rec_no_visits{
    "ESP-REC-004",
    severity::warning,
    "There is no visit: {0} invoice lines were not compared with theirs.",
    "Aucune intervention n'est donnée : {0} lignes de facture n'ont pas été comparées aux leurs.",
    "Give the DELIVERY files.",
    "Donnez les fichiers DELIVERY.",
    "Every billed minute rests on a visit; without visits that cannot be judged.",
    "Toute minute facturée repose sur une intervention ; sans interventions on ne peut en juger.",
    standing::inferred_high};
inline constexpr finding_kind rec_replaced{
    "ESP-REC-005",
    severity::info,
    "The invoice '{0}' was given {1} times; the one issued last counts.",
    "La facture « {0} » a été donnée {1} fois ; celle émise en dernier compte.",
    "Nothing to do when the copies say the same; else ask which one holds.",
    "Rien à faire si les exemplaires disent la même chose ; sinon demandez lequel vaut.",
    "A document counts once, whatever files it stands in.",
    "Un document compte une fois, quels que soient les fichiers où il figure.",
    standing::inferred_high};
inline constexpr finding_kind rec_pro_forma{
    "ESP-REC-006",
    severity::info,
    "The pro forma '{0}' is in no sum: a final invoice of the same provider, payer and month was given.",
    "La facture pro forma « {0} » n'entre dans aucune somme : une facture définitive des mêmes prestataire, payeur et "
    "mois est donnée.",
    "Nothing to do.",
    "Rien à faire.",
    "A pro forma is judged as long as no final invoice is there.",
    "Une pro forma est examinée tant que la facture définitive n'est pas là.",
    standing::inferred_medium};

inline constexpr finding_kind rec_no_order_line{
    "ESP-REC-010",
    severity::error,
    "Line {0} bills {1} for the beneficiary '{2}' and the service '{3}', and no order line covers it.",
    "La ligne {0} facture {1} pour le bénéficiaire « {2} » et la prestation « {3} », sans ligne de commande qui la "
    "couvre.",
    "Have the provider name the order, or the ordering party send it.",
    "Faites citer la commande par le prestataire, ou envoyer par le donneur d'ordre.",
    "Every invoice line has an order line of the same beneficiary and provider.",
    "Toute ligne de facture a une ligne de commande des mêmes bénéficiaire et prestataire.",
    standing::inferred_high};
inline constexpr finding_kind rec_outside_validity{
    "ESP-REC-011",
    severity::error,
    "Line {0} bills the visit '{1}' of {2}, outside the validity of its order ({3}).",
    "La ligne {0} facture l'intervention « {1} » du {2}, hors de la validité de sa commande ({3}).",
    "Pay it only when an order holds on that day.",
    "Ne la payez que si une commande vaut ce jour-là.",
    "What is billed lies inside the validity of the order. An end at midnight includes its day.",
    "Ce qui est facturé est dans la validité de la commande. Une fin à minuit comprend son jour.",
    standing::inferred_high};
inline constexpr finding_kind rec_tariff{"ESP-REC-012",
                                         severity::error,
                                         "Line {0} bills at {1} €, where {2} € holds (likely: {3}).",
                                         "La ligne {0} facture à {1} €, alors que {2} € vaut (cause probable : {4}).",
                                         "Have the provider correct the tariff, or check the order of that date.",
                                         "Faites corriger le tarif, ou vérifiez la commande à cette date.",
                                         "The tariff is the one that pays on the day of the visit: of the order, or of "
                                         "the rule book, as `tariff.source` says.",
                                         "Le tarif est celui qui vaut le jour de l'intervention : de la commande ou "
                                         "du recueil de règles, selon `tariff.source`.",
                                         standing::inferred_high};
inline constexpr finding_kind rec_participation{
    "ESP-REC-013",
    severity::error,
    "Line {0} states a participation of {1} %, where {2} % holds.",
    "La ligne {0} indique une participation de {1} %, alors que {2} % vaut.",
    "Have the provider take the rate that was notified.",
    "Faites reprendre le taux notifié.",
    "The beneficiary's participation is the one that holds on the day of the visit.",
    "La participation du bénéficiaire est celle qui vaut le jour de l'intervention.",
    standing::inferred_high};

inline constexpr finding_kind rec_unknown_visit{
    "ESP-REC-020",
    severity::error,
    "Line {0} bills the visit '{1}', which no DELIVERY gives.",
    "La ligne {0} facture l'intervention « {1} », qu'aucun DELIVERY ne donne.",
    "Have the provider send the visit, or take it off.",
    "Faites envoyer l'intervention, ou retirer de la facture.",
    "Every billed minute has delivery minutes.",
    "Toute minute facturée a des minutes délivrées.",
    standing::inferred_high};
inline constexpr finding_kind rec_unpayable_visit{
    "ESP-REC-021",
    severity::error,
    "Line {0} bills the visit '{1}', which is not to be billed: {2}.",
    "La ligne {0} facture l'intervention « {1} », qui n'est pas à facturer : {3}.",
    "Have the provider credit it.",
    "Faites établir un avoir.",
    "A visit that was withdrawn, only announced, or only stamped is no service performed.",
    "Une intervention retirée, seulement annoncée ou seulement horodatée n'est pas un service fait.",
    standing::inferred_high};
inline constexpr finding_kind rec_other_beneficiary{
    "ESP-REC-022",
    severity::error,
    "Line {0} bills the visit '{1}' to the beneficiary '{2}'; it was made to '{3}'.",
    "La ligne {0} facture l'intervention « {1} » au bénéficiaire « {2} » ; elle a été faite chez « {3} ».",
    "Have the provider check the reference; one person may stand under two identifiers.",
    "Faites vérifier la référence ; une personne peut figurer sous deux identifiants.",
    "The identifiers of the order are echoed by DELIVERY and INVOICE.",
    "Les identifiants de la commande sont repris par DELIVERY et INVOICE.",
    standing::inferred_high};
inline constexpr finding_kind rec_more_than_billable{
    "ESP-REC-023",
    severity::error,
    "{0} bills {1} where its visits are worth {2}.",
    "{0} facture {1} alors que ses interventions en valent {2}.",
    "Have the provider correct the quantity.",
    "Faites corriger la quantité.",
    "No more is billed than the visits are worth under the rules, extra minutes included; without rules, than their "
    "DELIVERY says.",
    "On ne facture pas plus que ce que valent les interventions selon les règles, minutes complémentaires comprises ; "
    "sans règles, que ce que disent leurs DELIVERY.",
    standing::inferred_high};
inline constexpr finding_kind rec_billed_twice{
    "ESP-REC-024",
    severity::error,
    "The visit '{0}' stands on {1}: together they bill {2} of visits that are worth {3}.",
    "L'intervention « {0} » figure sur {1} : ces lignes facturent ensemble {2} pour des interventions qui en "
    "valent "
    "{3}.",
    "Pay one; have the other credited.",
    "Payez l'une ; faites établir un avoir pour l'autre.",
    "No minute is billed twice to one payer. A credit note lifts this.",
    "Aucune minute n'est facturée deux fois au même payeur. Un avoir lève ce constat.",
    standing::inferred_high};

inline constexpr finding_kind rec_amount{
    "ESP-REC-030",
    severity::error,
    "{0}, {1}, beneficiary '{2}', service '{3}': {4} € billed, {5} € expected (difference {6} €; likely: {7}).",
    "{0}, {1}, bénéficiaire « {2} », prestation « {3} » : {4} € facturés, {5} € attendus (écart {6} € ; cause probable "
    ": "
    "{8}).",
    "Look at the rows about this beneficiary and month; ask for a credit note or a supplementary invoice.",
    "Examinez les lignes de ce bénéficiaire et de ce mois ; demandez un avoir ou une facture complémentaire.",
    "Compared are the sums of one beneficiary, service, payer and month, credit notes taken off.",
    "On compare les sommes d'un bénéficiaire, d'une prestation, d'un payeur et d'un mois, avoirs déduits.",
    standing::inferred_high};
inline constexpr finding_kind rec_time{
    "ESP-REC-031",
    severity::warning,
    "{0}, {1}, beneficiary '{2}', service '{3}': {4} billed, {5} expected, for the same amount (likely: {6}).",
    "{0}, {1}, bénéficiaire « {2} », prestation « {3} » : {4} facturés, {5} attendus, pour le même montant "
    "(cause probable : {7}).",
    "Check the quantity: it counts in the plan.",
    "Vérifiez la quantité : elle compte dans le plan.",
    "Time counts in the plan even where the amount is right.",
    "Le temps compte dans le plan même quand le montant est juste.",
    standing::inferred_medium};
inline constexpr finding_kind rec_not_invoiced{
    "ESP-REC-032",
    severity::warning,
    "{0}, {1}, beneficiary '{2}', service '{3}': {4} visits stand on no invoice (likely: {5}).",
    "{0}, {1}, bénéficiaire « {2} », prestation « {3} » : {4} interventions ne figurent sur aucune facture (cause "
    "probable : {6}).",
    "Expect them on a supplementary invoice, or ask why they are not billed.",
    "Attendez-les sur une facture complémentaire, ou demandez pourquoi elles ne sont pas facturées.",
    "A delivery without invoice is no fault of the payer; it may come late.",
    "Une délivrance sans facture n'est pas une faute envers le payeur ; elle peut venir plus tard.",
    standing::inferred_high};
inline constexpr finding_kind rec_order_unperformed{
    "ESP-REC-033",
    severity::info,
    "The order line '{0}' of '{1}' holds in {2} and no visit was made under it.",
    "La ligne de commande « {0} » de « {1} » vaut en {2} et aucune intervention n'a été faite à ce titre.",
    "Ask whether the beneficiary is absent, or whether visits are missing.",
    "Demandez si le bénéficiaire est absent, ou s'il manque des interventions.",
    "An order without delivery may be an absence, a refusal, or visits that were not sent.",
    "Une commande sans délivrance peut être une absence, un refus, ou des interventions non envoyées.",
    standing::inferred_high};

inline constexpr finding_kind rec_two_ids{
    "ESP-REC-040",
    severity::warning,
    "The beneficiaries '{0}' and '{1}' seem to be one person.",
    "Les bénéficiaires « {0} » et « {1} » semblent être une seule personne.",
    "Have the ordering party keep one identifier; sums by beneficiary count them apart.",
    "Faites retenir un seul identifiant ; les sommes par bénéficiaire les comptent à part.",
    "They share an identifier, or names and birth date.",
    "Ils ont en commun un identifiant, ou les noms et la date de naissance.",
    standing::inferred_medium};

/// Every kind once, for the documentation.
inline constexpr std::array rec_finding_kinds{&rec_other_currency,
                                              &rec_empty_period,
                                              &rec_no_orders,
                                              &rec_no_visits,
                                              &rec_replaced,
                                              &rec_pro_forma,
                                              &rec_no_order_line,
                                              &rec_outside_validity,
                                              &rec_tariff,
                                              &rec_participation,
                                              &rec_unknown_visit,
                                              &rec_unpayable_visit,
                                              &rec_other_beneficiary,
                                              &rec_more_than_billable,
                                              &rec_billed_twice,
                                              &rec_amount,
                                              &rec_time,
                                              &rec_not_invoiced,
                                              &rec_order_unperformed,
                                              &rec_two_ids};

}  // namespace esppadom::inline ESPPADOM_ABI
