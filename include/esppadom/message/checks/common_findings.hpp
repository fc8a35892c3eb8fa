#pragma once

// What codes, numbers, visits and orders can say that is odd or wrong: ESP-MSG-060 to 099.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace message_findings {

inline constexpr finding_kind unlisted_code{
    "ESP-MSG-060",
    severity::info,
    "'{0}' holds the code '{1}', which the public part of the list '{2}' does not show.",
    "« {0} » porte le code « {1} », que la partie publique de la liste « {2} » ne montre pas.",
    "Check it with the sender if it decides anything.",
    "Vérifiez-le auprès de l'émetteur s'il décide de quelque chose.",
    "Most EDESS lists are public in part only, so an unknown code is kept and never refused.",
    "La plupart des listes d'EDESS ne sont publiques qu'en partie : un code inconnu est conservé, jamais refusé.",
    standing::known};
inline constexpr finding_kind code_outside_list{
    "ESP-MSG-061",
    severity::warning,
    "'{0}' holds the code '{1}', which is not in the list '{2}'.",
    "« {0} » porte le code « {1} », qui n'est pas dans la liste « {2} ».",
    "Have the sender use a code of the list, or a local list under its own name.",
    "Faites utiliser un code de la liste, ou une liste locale sous son propre nom.",
    "The list is known completely. The code is kept, but no rule can tell what it means.",
    "La liste est connue entièrement. Le code est conservé, mais aucune règle ne sait ce qu'il signifie.",
    standing::known};
inline constexpr finding_kind other_currency{
    "ESP-MSG-062",
    severity::error,
    "'{0}' is in '{1}'; amounts are added up as euros.",
    "« {0} » est en « {1} » ; les montants sont additionnés en euros.",
    "Have the sender write EUR.",
    "Faites écrire EUR par l'émetteur.",
    "An amount without currency is read as euros; any other currency would be added up as if it were euros.",
    "Un montant sans devise est lu en euros ; toute autre devise serait additionnée comme des euros.",
    standing::inferred_high};
inline constexpr finding_kind unknown_unit{
    "ESP-MSG-063",
    severity::warning,
    "'{0}' has the unit '{1}', which is not known.",
    "« {0} » a l'unité « {1} », qui n'est pas connue.",
    "Time is written HUR or MIN, other services C62 or DAY.",
    "Le temps s'écrit HUR ou MIN, les autres prestations C62 ou DAY.",
    "A quantity in an unknown unit is kept and not converted, so it can neither be priced by the hour nor compared.",
    "Une quantité dans une unité inconnue est conservée sans conversion : ni prix horaire, ni comparaison.",
    standing::inferred_high};
inline constexpr finding_kind unit_out_of_place{
    "ESP-MSG-064",
    severity::warning,
    "'{0}' has the unit '{1}' where {2} is expected.",
    "« {0} » a l'unité « {1} » là où {3} est attendu.",
    "Have the sender check the unit.",
    "Faites vérifier l'unité par l'émetteur.",
    "A visit is counted in hours, minutes, days or pieces; an order by day, week, month or year.",
    "Une intervention se compte en heures, minutes, jours ou unités ; une commande par jour, semaine, mois ou an.",
    standing::inferred_high};
inline constexpr finding_kind vat_form{
    "ESP-MSG-065",
    severity::warning,
    "The VAT number of '{0}' is no French one: FR, two characters, nine digits.",
    "Le n° de TVA de « {0} » n'est pas un numéro français : FR, deux caractères, neuf chiffres.",
    "Have the sender correct it.",
    "Faites-le corriger par l'émetteur.",
    "A public payer's portal refuses an invoice whose seller has an impossible VAT number.",
    "Le portail d'un payeur public refuse une facture dont le vendeur a un n° de TVA impossible.",
    standing::known};
inline constexpr finding_kind vat_key{
    "ESP-MSG-066",
    severity::warning,
    "The VAT number of '{0}' fails its check key.",
    "La clé du n° de TVA de « {0} » est fausse.",
    "Check it against the SIREN: key = (12 + 3 × (SIREN mod 97)) mod 97.",
    "Vérifiez-le avec le SIREN : clé = (12 + 3 × (SIREN mod 97)) mod 97.",
    "The two digits after FR follow from the SIREN. Keys with letters exist and are not checked.",
    "Les deux chiffres après FR se déduisent du SIREN. Les clés avec lettres existent et ne sont pas contrôlées.",
    standing::known};
inline constexpr finding_kind vat_siren{
    "ESP-MSG-067",
    severity::warning,
    "The VAT number and the SIRET of '{0}' belong to two different companies.",
    "Le n° de TVA et le SIRET de « {0} » sont ceux de deux entreprises différentes.",
    "Ask the sender which one is right.",
    "Demandez à l'émetteur lequel est juste.",
    "The last nine digits of the VAT number and the first nine of the SIRET are the SIREN.",
    "Les neuf derniers chiffres du n° de TVA et les neuf premiers du SIRET sont le SIREN.",
    standing::known};
inline constexpr finding_kind no_reference{"ESP-MSG-068",
                                           severity::warning,
                                           "'{0}' has no value although every message carries one.",
                                           "« {0} » n'a pas de valeur alors que tout message en porte une.",
                                           "Have the sender fill it in; other readers may refuse the message.",
                                           "Faites-la renseigner par l'émetteur : d'autres peuvent refuser le message.",
                                           "The element is mandatory in the standard, but nothing is computed from it.",
                                           "L'élément est obligatoire dans le standard, mais rien n'en est calculé.",
                                           standing::known};
inline constexpr finding_kind unknown_version{
    "ESP-MSG-069",
    severity::info,
    "The message declares version '{0}', which is none of those that are known (1.0, 1.2, 1.3, 1.4).",
    "Le message déclare la version « {0} », qui n'est aucune des versions connues (1.0, 1.2, 1.3, 1.4).",
    "Nothing to do: it is read like 1.4.",
    "Rien à faire : il est lu comme 1.4.",
    "The guides published 2014 to 2017 and production since 2021 name these versions.",
    "Les guides publiés de 2014 à 2017 et la production depuis 2021 citent ces versions.",
    standing::known};
inline constexpr finding_kind newer_than_version{
    "ESP-MSG-070",
    severity::warning,
    "'{0}' ({1}) came with guide 1.4; the message declares version {2}.",
    "« {0} » ({3}) date du guide 1.4 ; le message déclare la version {2}.",
    "The sender should declare 1.4, or not use it.",
    "L'émetteur devrait déclarer 1.4, ou s'en passer.",
    "Guide 1.4 of 22/09/2017 allows one invoice for several orders and brings the list ESPPADOM_SERVICE; a receiver of "
    "the declared version does not expect them.",
    "Le guide 1.4 du 22/09/2017 permet une facture pour plusieurs commandes et apporte la liste ESPPADOM_SERVICE ; un "
    "récepteur de la version déclarée ne les attend pas.",
    standing::known};
inline constexpr finding_kind newer_than_guide{
    "ESP-MSG-071",
    severity::info,
    "'{0}' ({1}) came with guide 1.4, which still writes messages {2}; a receiver of 2016 does not know it.",
    "« {0} » ({3}) date du guide 1.4, qui écrit encore des messages {2} ; un récepteur de 2016 ne le connaît pas.",
    "Nothing to do if the receiver follows guide 1.4.",
    "Rien à faire si le récepteur suit le guide 1.4.",
    "Guide 1.4 conforms to messages 1.3, so the declared version alone does not tell whether it is allowed.",
    "Le guide 1.4 est conforme aux messages 1.3 : la version déclarée ne dit pas à elle seule si c'est permis.",
    standing::known};
inline constexpr finding_kind later_than_issue{
    "ESP-MSG-074",
    severity::warning,
    "'{0}' is {1}, later than the issue of the message ({2}).",
    "« {0} » est {1}, après l'émission du message ({2}).",
    "Have the sender check the clocks.",
    "Faites vérifier les horloges par l'émetteur.",
    "A stamp certifies what has happened; it cannot lie after the message that reports it.",
    "Un horodatage certifie ce qui a eu lieu ; il ne peut suivre le message qui le rapporte.",
    standing::inferred_high};
inline constexpr finding_kind no_order_named{
    "ESP-MSG-075",
    severity::info,
    "The visit names neither an order nor an order line.",
    "L'intervention ne cite ni commande ni ligne de commande.",
    "It is found by beneficiary, provider and service; name the order when that is not unique.",
    "Elle est retrouvée par bénéficiaire, prestataire et prestation ; citez la commande si ce n'est pas unique.",
    "The order's identifiers are to be echoed; without an electronic order, the reference of the paper form.",
    "Les identifiants de la commande doivent être repris ; sans commande électronique, la référence du bon de "
    "commande.",
    standing::known};
inline constexpr finding_kind several_orders{
    "ESP-MSG-076",
    severity::warning,
    "The visit names {0} different orders; the first is used.",
    "L'intervention cite {0} commandes différentes ; la première est utilisée.",
    "Have the sender name the one it belongs to.",
    "Faites citer celle dont elle relève.",
    "A visit is paid from one order. All references are kept in their order.",
    "Une intervention relève d'une commande. Toutes les références sont conservées dans leur ordre.",
    standing::inferred_medium};
inline constexpr finding_kind no_caregiver{"ESP-MSG-077",
                                           severity::info,
                                           "The visit names no caregiver.",
                                           "L'intervention ne nomme pas d'intervenant.",
                                           "Doubles and overlaps of caregivers cannot be seen.",
                                           "Les binômes et chevauchements d'intervenants ne peuvent pas être vus.",
                                           "The caregiver is the provider's contact of type INT.",
                                           "L'intervenant est le contact du prestataire de type INT.",
                                           standing::known};
inline constexpr finding_kind stamp_only_without_stamp{
    "ESP-MSG-078",
    severity::warning,
    "The correction code HOR says that only the stamps count, yet there is none.",
    "Le motif HOR dit que seuls les horodatages comptent, or il n'y en a aucun.",
    "Have the provider send the stamps, or the visit with its true code.",
    "Faites envoyer les horodatages, ou l'intervention avec son vrai motif.",
    "With HOR the retained period is invalid, so such a message says nothing at all.",
    "Avec HOR la période retenue n'est pas valable : un tel message ne dit rien.",
    standing::known};
inline constexpr finding_kind stamps_elsewhere{"ESP-MSG-079",
                                               severity::warning,
                                               "The stamps ({0} to {1}) and the retained period ({2} to {3}) have no "
                                               "minute in common, and no correction code says why.",
                                               "Les horodatages ({0} à {1}) et la période retenue ({2} à {3}) n'ont "
                                               "aucune minute commune, et aucun motif ne dit pourquoi.",
                                               "Have the provider check whether the stamps are those of this visit.",
                                               "Faites vérifier que ces horodatages sont ceux de cette intervention.",
                                               "Retained and effective delivery may differ, with a reason.",
                                               "Délivrances retenue et effective peuvent différer, avec un motif.",
                                               standing::inferred_high};
inline constexpr finding_kind previous_is_itself{
    "ESP-MSG-080",
    severity::error,
    "The order '{0}' says that it replaces itself.",
    "La commande « {0} » dit se remplacer elle-même.",
    "Have the sender name the order that it replaces.",
    "Faites citer la commande qu'elle remplace.",
    "A changed order has a new number; nothing is modified in place.",
    "Une commande modifiée porte un nouveau numéro ; rien n'est modifié sur place.",
    standing::known};
inline constexpr finding_kind no_volume{
    "ESP-MSG-081",
    severity::warning,
    "'{0}' gives no quantity.",
    "« {0} » ne donne pas de quantité.",
    "Have the sender give it: without it the plan has no volume.",
    "Faites-la donner : sans elle le plan n'a pas de volume.",
    "Plan quantities come from the order only, never from the rule book.",
    "Les quantités du plan ne viennent que de la commande, jamais du livre de règles.",
    standing::inferred_medium};
inline constexpr finding_kind empty_basis{"ESP-MSG-082",
                                          severity::error,
                                          "'{0}' is zero or less ({1}); nothing can be divided by it.",
                                          "« {0} » est nul ou négatif ({1}) ; rien ne peut être divisé par lui.",
                                          "Have the sender correct it; the usual basis is 1.",
                                          "Faites-le corriger ; la base habituelle est 1.",
                                          "A price is per basis quantity, an ordered quantity per period.",
                                          "Un prix vaut pour la quantité de base, une quantité commandée par période.",
                                          standing::inferred_medium};
inline constexpr finding_kind units_differ{"ESP-MSG-083",
                                           severity::warning,
                                           "'{0}' is in {1} and the price is for {2}.",
                                           "« {0} » est en {1} et le prix vaut pour {2}.",
                                           "Have the sender use one unit for quantity and price.",
                                           "Faites utiliser une même unité pour la quantité et le prix.",
                                           "Pieces and days are never converted into time.",
                                           "Les unités et les jours ne sont jamais convertis en temps.",
                                           standing::inferred_medium};
inline constexpr finding_kind nothing_said{
    "ESP-MSG-084",
    severity::warning,
    "'{0}' gives neither a percentage nor an amount.",
    "« {0} » ne donne ni pourcentage ni montant.",
    "Have the sender give one of them.",
    "Faites donner l'un des deux.",
    "A surcharge is a percentage, a participation a percentage or an amount.",
    "Une majoration est un pourcentage, une participation un pourcentage ou un montant.",
    standing::inferred_low};
inline constexpr finding_kind wrong_direction{
    "ESP-MSG-085",
    severity::warning,
    "'{0}' gives the reason '{1}' with the wrong indicator (charge or not).",
    "« {0} » donne le motif « {1} » avec le mauvais indicateur (majoration ou retenue).",
    "Surcharges are charges; participation and shares not borne are not.",
    "Les majorations sont des charges ; participation et parts non supportées n'en sont pas.",
    "The indicator true means surcharge, false an amount that this payer does not bear.",
    "L'indicateur true est une majoration, false un montant que ce payeur ne supporte pas.",
    standing::inferred_low};
inline constexpr finding_kind outside_plan{
    "ESP-MSG-086",
    severity::warning,
    "'{0}' lies partly outside '{1}'.",
    "« {0} » sort en partie de « {1} ».",
    "Have the sender check both periods.",
    "Faites vérifier les deux périodes.",
    "An order may cover a part of the plan only, and a tariff a part of the order.",
    "Une commande peut ne couvrir qu'une partie du plan, et un tarif une partie de la commande.",
    standing::inferred_medium};

/// Every kind once, for the documentation.
inline constexpr std::array common{&unlisted_code,
                                   &code_outside_list,
                                   &other_currency,
                                   &unknown_unit,
                                   &unit_out_of_place,
                                   &vat_form,
                                   &vat_key,
                                   &vat_siren,
                                   &no_reference,
                                   &unknown_version,
                                   &newer_than_version,
                                   &newer_than_guide,
                                   &later_than_issue,
                                   &no_order_named,
                                   &several_orders,
                                   &no_caregiver,
                                   &stamp_only_without_stamp,
                                   &stamps_elsewhere,
                                   &previous_is_itself,
                                   &no_volume,
                                   &empty_basis,
                                   &units_differ,
                                   &nothing_said,
                                   &wrong_direction,
                                   &outside_plan};

}  // namespace message_findings
}  // namespace esppadom::inline ESPPADOM_ABI
