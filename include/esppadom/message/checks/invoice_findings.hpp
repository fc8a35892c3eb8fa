#pragma once

// What an invoice can say that is odd or wrong: ESP-MSG-100 to 129. Most rules are inferred from EDESS's statement that
// an ESPPADOM invoice would be valid for Chorus apart from its tag names.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace message_findings {

inline constexpr finding_kind unknown_type{"ESP-MSG-100",
                                           severity::warning,
                                           "The invoice type '{0}' is none of 380, 381 and 325.",
                                           "Le type de facture « {0} » n'est ni 380, ni 381, ni 325.",
                                           "Have the sender use 380 (invoice), 381 (credit note) or 325 (pro forma).",
                                           "Faites utiliser 380 (facture), 381 (avoir) ou 325 (pro forma).",
                                           "The type gives the sign of all amounts.",
                                           "Le type donne le signe de tous les montants.",
                                           standing::inferred_medium};
inline constexpr finding_kind supplementary_alone{
    "ESP-MSG-101",
    severity::warning,
    "The supplementary invoice does not say which invoice it completes.",
    "La facture complémentaire ne dit pas quelle facture elle complète.",
    "Have the sender name the invoice.",
    "Faites citer la facture.",
    "A supplementary invoice is a 380 with the subtype COMPLEMENTAIRE and a reference to the invoice it completes.",
    "Une facture complémentaire est une 380 de sous-type COMPLEMENTAIRE avec la référence de la facture complétée.",
    standing::inferred_low};
inline constexpr finding_kind credit_alone{"ESP-MSG-102",
                                           severity::info,
                                           "The credit note does not say which invoice it corrects.",
                                           "L'avoir ne dit pas quelle facture il rectifie.",
                                           "Have the sender name the invoice.",
                                           "Faites citer la facture.",
                                           "Hours go back to the month and plan of the corrected invoice.",
                                           "Les heures reviennent au mois et au plan de la facture rectifiée.",
                                           standing::inferred_medium};
inline constexpr finding_kind credit_without_reason{
    "ESP-MSG-103",
    severity::info,
    "The credit note gives no reason.",
    "L'avoir ne donne pas de motif.",
    "Have the sender give a reason.",
    "Faites donner un motif.",
    "Reasons are codes of a list of the library or free text; public sources name none.",
    "Les motifs sont des codes d'une liste de la bibliothèque ou un texte libre ; aucune source publique n'en cite.",
    standing::inferred_low};
inline constexpr finding_kind untold_supplement{
    "ESP-MSG-104",
    severity::info,
    "The invoice refers to an earlier one without saying that it completes it.",
    "La facture renvoie à une facture antérieure sans dire qu'elle la complète.",
    "It is understood as supplementary; the sender should say so.",
    "Elle est comprise comme complémentaire ; l'émetteur devrait le dire.",
    "Variant of supplementary invoices without subtype, or typed 383 or 384.",
    "Variante des factures complémentaires sans sous-type, ou de type 383 ou 384.",
    standing::inferred_medium};
inline constexpr finding_kind corrects_itself{"ESP-MSG-105",
                                              severity::error,
                                              "The invoice '{0}' says that it corrects or completes itself.",
                                              "La facture « {0} » dit se rectifier ou se compléter elle-même.",
                                              "Have the sender name the other invoice.",
                                              "Faites citer l'autre facture.",
                                              "A correction is a document of its own with a number of its own.",
                                              "Une rectification est un document à part, avec son numéro.",
                                              standing::inferred_medium};
inline constexpr finding_kind wrong_tax_basis{
    "ESP-MSG-106",
    severity::warning,
    "The basis of the VAT at {0} % is {1} where the lines of that rate make {2}.",
    "La base de la TVA à {0} % vaut {1} alors que les lignes à ce taux font {2}.",
    "Have the sender check rates and amounts.",
    "Faites vérifier taux et montants.",
    "One VAT entry a rate; its basis is the sum without VAT of what has that rate.",
    "Une entrée de TVA par taux ; sa base est la somme hors taxe de ce qui a ce taux.",
    standing::inferred_medium};
inline constexpr finding_kind wrong_tax{
    "ESP-MSG-107",
    severity::warning,
    "The VAT at {0} % is {1} where {2} is due.",
    "La TVA à {0} % vaut {1} alors que {2} est dû.",
    "VAT is the basis times the rate, rounded half up once a rate.",
    "La TVA est la base multipliée par le taux, arrondie au plus proche une fois par taux.",
    "VAT is computed at document level by rate, not by line.",
    "La TVA se calcule au niveau du document par taux, non par ligne.",
    standing::inferred_medium};
inline constexpr finding_kind same_rate_twice{
    "ESP-MSG-108",
    severity::warning,
    "The VAT rate {0} % stands more than once.",
    "Le taux de TVA {0} % figure plusieurs fois.",
    "Have the sender give one entry a rate.",
    "Faites donner une entrée par taux.",
    "Rounding twice what is to be rounded once can move a cent.",
    "Arrondir deux fois ce qui doit l'être une fois peut déplacer un centime.",
    standing::inferred_medium};
inline constexpr finding_kind rate_without_tax{
    "ESP-MSG-109",
    severity::warning,
    "'{0}' has the VAT rate {1} %, for which the invoice gives no VAT entry.",
    "« {0} » a le taux de TVA {1} %, pour lequel la facture ne donne pas d'entrée de TVA.",
    "Have the sender give the VAT of that rate.",
    "Faites donner la TVA de ce taux.",
    "Every rate of a line has its entry at document level.",
    "Chaque taux de ligne a son entrée au niveau du document.",
    standing::inferred_medium};
inline constexpr finding_kind category_against_rate{"ESP-MSG-110",
                                                    severity::warning,
                                                    "'{0}' is of VAT category {1} with the rate {2} %.",
                                                    "« {0} » est de catégorie de TVA {1} avec le taux {2} %.",
                                                    "Categories E, Z and AE go with 0 %, the others with a rate.",
                                                    "Les catégories E, Z et AE vont avec 0 %, les autres avec un taux.",
                                                    "The category says why there is or is not any VAT.",
                                                    "La catégorie dit pourquoi il y a, ou non, de la TVA.",
                                                    standing::inferred_medium};
inline constexpr finding_kind no_exemption_reason{"ESP-MSG-111",
                                                  severity::info,
                                                  "The invoice is exempt from VAT without saying why.",
                                                  "La facture est exonérée de TVA sans dire pourquoi.",
                                                  "Have the sender name the article that exempts it.",
                                                  "Faites citer l'article qui l'exonère.",
                                                  "A French invoice states why no VAT is due.",
                                                  "Une facture française indique pourquoi la TVA n'est pas due.",
                                                  standing::inferred_medium};
inline constexpr finding_kind price_not_shared{
    "ESP-MSG-112",
    severity::warning,
    "'{0}': quantity and tariff make {1}, share and participation without surcharges {2}.",
    "« {0} » : quantité et tarif font {1}, part et participation hors majorations {2}.",
    "Have the sender check quantity, tariff and shares.",
    "Faites vérifier quantité, tarif et parts.",
    "The price of a line is what its payer and others bear together. A cent a visit may come from rounding.",
    "Le prix d'une ligne est ce que son payeur et les autres supportent ensemble. Un centime par intervention peut "
    "venir d'arrondis.",
    standing::inferred_medium};
inline constexpr finding_kind other_beneficiary{
    "ESP-MSG-113",
    severity::warning,
    "'{0}' names another beneficiary than the invoice.",
    "« {0} » nomme un autre bénéficiaire que la facture.",
    "The invoice should name one only if it concerns one only.",
    "La facture ne devrait en nommer un que si elle n'en concerne qu'un.",
    "The beneficiary stands at the head of the invoice only when it is the only one.",
    "Le bénéficiaire ne figure en tête que s'il est seul.",
    standing::inferred_high};
inline constexpr finding_kind no_delivery_named{
    "ESP-MSG-114",
    severity::info,
    "{0} of {1} lines name no delivery; what was billed cannot be traced to visits.",
    "{0} lignes sur {1} ne citent aucune délivrance ; ce qui est facturé ne peut pas être rapproché des interventions.",
    "Have the sender name the deliveries billed.",
    "Faites citer les délivrances facturées.",
    "The billed duration derives from the retained deliveries; the reference itself is inferred.",
    "La durée facturée se déduit des délivrances retenues ; la référence elle-même est déduite.",
    standing::inferred_medium};
inline constexpr finding_kind line_outside_period{
    "ESP-MSG-115",
    severity::info,
    "'{0}' lies outside the period of the invoice.",
    "« {0} » est hors de la période de la facture.",
    "Nothing to do for visits that were billed late.",
    "Rien à faire pour des interventions facturées en retard.",
    "Each run bills every visit that is still unbilled, also of earlier months.",
    "Chaque passage facture toute intervention encore non facturée, même d'un mois antérieur.",
    standing::inferred_medium};

/// Every kind once, for the documentation.
inline constexpr std::array of_invoices{
    &unknown_type,      &supplementary_alone, &credit_alone,          &credit_without_reason,
    &untold_supplement, &corrects_itself,     &wrong_tax_basis,       &wrong_tax,
    &same_rate_twice,   &rate_without_tax,    &category_against_rate, &no_exemption_reason,
    &price_not_shared,  &other_beneficiary,   &no_delivery_named,     &line_outside_period};

}  // namespace message_findings
}  // namespace esppadom::inline ESPPADOM_ABI
