#pragma once

// What orders, visits and invoices of one batch can say against each other: ESP-BAT-nnn.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace batch_findings {

inline constexpr finding_kind id_with_other_content{
    "ESP-BAT-001",
    severity::warning,
    "The number '{0}' stands in '{1}' too, with another content.",
    "Le numéro « {0} » figure aussi dans « {1} », avec un autre contenu.",
    "Of a visit the later message counts; an order or an invoice may not be changed under its number.",
    "D'une intervention le dernier message compte ; une commande ou une facture ne change pas sous son numéro.",
    "A mistake in an order is corrected by a new number, never in place; a later DELIVERY with the same id replaces "
    "the earlier one.",
    "Une erreur de commande se corrige par un nouveau numéro, jamais sur place ; un DELIVERY postérieur de même numéro "
    "remplace le précédent.",
    standing::known};
inline constexpr finding_kind id_repeated{"ESP-BAT-002",
                                          severity::info,
                                          "The message '{0}' stands in '{1}' too, unchanged.",
                                          "Le message « {0} » figure aussi dans « {1} », inchangé.",
                                          "Nothing to do: it counts once.",
                                          "Rien à faire : il compte une fois.",
                                          "Production sends visits again that it has sent before.",
                                          "La production renvoie des interventions déjà envoyées.",
                                          standing::known};
inline constexpr finding_kind same_visit_two_ids{
    "ESP-BAT-003",
    severity::warning,
    "The visit '{0}' overlaps '{1}': same provider, beneficiary and caregiver.",
    "L'intervention « {0} » chevauche « {1} » : mêmes prestataire, bénéficiaire et intervenant.",
    "Have the provider withdraw one of the two; billing holds the second.",
    "Faites retirer l'une des deux ; la facturation retient la seconde.",
    "One person cannot make two visits to the same person at the same time. Both messages are kept.",
    "Une même personne ne peut faire deux interventions chez la même personne au même moment. Les deux messages sont "
    "conservés.",
    standing::inferred_medium};
inline constexpr finding_kind order_superseded{
    "ESP-BAT-004",
    severity::info,
    "The order '{0}' replaces '{1}'.",
    "La commande « {0} » remplace « {1} ».",
    "Nothing to do: the plan's counters move to the new order, nothing is credited.",
    "Rien à faire : les compteurs du plan passent à la nouvelle commande, aucun avoir n'en résulte.",
    "An order is changed by a new one with a new number. Superseding is reported, never applied here.",
    "Une commande est changée par une nouvelle, sous un nouveau numéro. Le remplacement est signalé, jamais appliqué "
    "ici.",
    standing::known};
inline constexpr finding_kind order_perhaps_superseded{
    "ESP-BAT-005",
    severity::warning,
    "The order '{0}' seems to replace '{1}': same beneficiary, provider and line or plan, overlapping validity, later "
    "issue.",
    "La commande « {0} » semble remplacer « {1} » : mêmes bénéficiaire, prestataire et ligne ou plan, validités "
    "communes, émission postérieure.",
    "Have the ordering party name the order replaced, or end its validity.",
    "Faites citer la commande remplacée, ou mettre fin à sa validité.",
    "Whether the standard has a flag for it is open.",
    "L'existence d'un indicateur dans le standard est une question ouverte.",
    standing::inferred_medium};
inline constexpr finding_kind superseded_in_same_batch{
    "ESP-BAT-006",
    severity::info,
    "The order '{0}' replaces '{1}' under the same transaction number.",
    "La commande « {0} » remplace « {1} » sous le même numéro de transaction.",
    "The sender should send it in a later batch with a number of its own.",
    "L'émetteur devrait l'envoyer dans un lot ultérieur portant son propre numéro.",
    "An error is corrected by a new order number in a later batch with a new transaction number.",
    "Une erreur se corrige par un nouveau numéro de commande dans un lot ultérieur, avec un nouveau numéro de "
    "transaction.",
    standing::known};
inline constexpr finding_kind orders_replace_each_other{"ESP-BAT-007",
                                                        severity::error,
                                                        "The orders '{0}' and '{1}' replace each other.",
                                                        "Les commandes « {0} » et « {1} » se remplacent l'une l'autre.",
                                                        "Have the ordering party say which one holds.",
                                                        "Faites dire par le donneur d'ordre laquelle vaut.",
                                                        "Which plan holds cannot be decided.",
                                                        "On ne peut décider quel plan vaut.",
                                                        standing::inferred_medium};
inline constexpr finding_kind no_orders{
    "ESP-BAT-010",
    severity::info,
    "There is no order among the files: {0} visits and invoices were not compared with theirs.",
    "Aucune commande parmi les fichiers : {0} interventions et factures n'ont pas été comparées aux leurs.",
    "Give the ORDER files too to have identifiers, services and validity compared.",
    "Donnez aussi les fichiers ORDER pour comparer identifiants, prestations et validité.",
    "Identifiers of the order are echoed in DELIVERY and INVOICE.",
    "Les identifiants de la commande sont repris par DELIVERY et INVOICE.",
    standing::known};
inline constexpr finding_kind unknown_order{
    "ESP-BAT-011",
    severity::warning,
    "The order '{0}', named by {1} messages, is not among the files.",
    "La commande « {0} », citée par {1} messages, n'est pas parmi les fichiers.",
    "Give its file, or have the sender check the number.",
    "Donnez son fichier, ou faites vérifier le numéro.",
    "The order introduces the identifiers that are echoed. A paper order has its printed reference as number.",
    "La commande introduit les identifiants repris ensuite. Un bon papier a pour numéro sa référence imprimée.",
    standing::known};
inline constexpr finding_kind other_party{"ESP-BAT-012",
                                          severity::warning,
                                          "The {0} is not the one of the order '{2}'.",
                                          "{1} n'est pas celui de la commande « {2} ».",
                                          "Have the sender echo the identifiers of the order.",
                                          "Faites reprendre les identifiants de la commande.",
                                          "ORDER introduces the identifiers of the ordering party, the beneficiary and "
                                          "the provider; DELIVERY and INVOICE echo them.",
                                          "ORDER introduit les identifiants du donneur d'ordre, du bénéficiaire et du "
                                          "prestataire ; DELIVERY et INVOICE les reprennent.",
                                          standing::known};
inline constexpr finding_kind other_service{"ESP-BAT-013",
                                            severity::warning,
                                            "The service '{0}' is not the one ordered ('{1}', line '{2}').",
                                            "La prestation « {0} » n'est pas celle commandée (« {1} », ligne « {2} »).",
                                            "Have the sender use the code of the order.",
                                            "Faites utiliser le code de la commande.",
                                            "The same service code must appear in ORDER, DELIVERY and INVOICE.",
                                            "Le même code de prestation doit figurer dans ORDER, DELIVERY et INVOICE.",
                                            standing::known};
inline constexpr finding_kind unknown_order_line{
    "ESP-BAT-014",
    severity::warning,
    "The line '{0}' is not in the order '{1}'.",
    "La ligne « {0} » n'est pas dans la commande « {1} ».",
    "Have the sender name a line of the order.",
    "Faites citer une ligne de la commande.",
    "OrderLineID is the identifier of the plan at line level, equated with the line of the order.",
    "OrderLineID est l'identifiant du plan d'aide au niveau de la ligne, assimilé à la ligne de commande.",
    standing::inferred_high};
inline constexpr finding_kind outside_validity{
    "ESP-BAT-015",
    severity::warning,
    "The visit ({0} to {1}) lies outside the validity of the order '{2}'.",
    "L'intervention ({0} à {1}) est hors de la validité de la commande « {2} ».",
    "Check the order, or which order the visit belongs to.",
    "Vérifiez la commande, ou celle dont relève l'intervention.",
    "A visit is paid by the order that holds on its day. An end at midnight includes its day.",
    "Une intervention est payée par la commande valable ce jour-là. Une fin à minuit comprend son jour.",
    standing::known};
inline constexpr finding_kind bill_outside_validity{
    "ESP-BAT-016",
    severity::warning,
    "'{0}' has no day in common with the validity of the order '{1}'.",
    "« {0} » n'a aucun jour commun avec la validité de la commande « {1} ».",
    "Check the order named, or the period.",
    "Vérifiez la commande citée, ou la période.",
    "An invoice bills visits made under an order that holds.",
    "Une facture porte sur des interventions faites sous une commande en cours.",
    standing::inferred_high};
inline constexpr finding_kind no_deliveries{
    "ESP-BAT-020",
    severity::info,
    "There is no delivery among the files: {0} invoice lines were not compared with visits.",
    "Aucune délivrance parmi les fichiers : {0} lignes de facture n'ont pas été comparées aux interventions.",
    "Give the DELIVERY files too to have quantities compared.",
    "Donnez aussi les fichiers DELIVERY pour comparer les quantités.",
    "The billed duration derives from the retained delivery.",
    "La durée facturée se déduit de la délivrance retenue.",
    standing::known};
inline constexpr finding_kind unknown_delivery{
    "ESP-BAT-021",
    severity::warning,
    "'{0}' bills the delivery '{1}', which is not among the files.",
    "« {0} » facture la délivrance « {1} », qui n'est pas parmi les fichiers.",
    "Give its file, or have the provider prove the visit.",
    "Donnez son fichier, ou faites prouver l'intervention.",
    "What is billed derives from deliveries.",
    "Ce qui est facturé se déduit des délivrances.",
    standing::known};
inline constexpr finding_kind unusable_delivery{
    "ESP-BAT-022",
    severity::error,
    "'{0}' bills the delivery '{1}', whose code {2} says that it is no visit to be paid.",
    "« {0} » facture la délivrance « {1} », dont le motif {2} dit qu'elle n'est pas à payer.",
    "Have the provider correct the invoice.",
    "Faites corriger la facture.",
    "SUP withdraws a visit, HOR carries stamps only.",
    "SUP supprime une intervention, HOR ne porte que des horodatages.",
    standing::known};
inline constexpr finding_kind more_than_delivered{
    "ESP-BAT-023",
    severity::warning,
    "'{0}' bills {1} where the deliveries it names make {2}.",
    "« {0} » facture {1} alors que les délivrances citées font {2}.",
    "Have the provider correct the quantity.",
    "Faites corriger la quantité.",
    "The billed duration derives from the retained delivery, not from an adjustment at invoicing.",
    "La durée facturée se déduit de la délivrance retenue, non d'un ajustement à la facturation.",
    standing::known};
inline constexpr finding_kind less_than_delivered{
    "ESP-BAT-024",
    severity::info,
    "'{0}' bills {1} where the deliveries it names make {2}, and no other line names them.",
    "« {0} » facture {1} alors que les délivrances citées font {2}, et aucune autre ligne ne les cite.",
    "Nothing to do when the rest is beyond the plan.",
    "Rien à faire si le reste dépasse le plan.",
    "Minutes beyond the plan are billed to nobody, or to the beneficiary.",
    "Les minutes au-delà du plan ne sont facturées à personne, ou au bénéficiaire.",
    standing::inferred_medium};
inline constexpr finding_kind service_not_delivered{
    "ESP-BAT-025",
    severity::warning,
    "'{0}' bills the service '{1}', the delivery '{2}' says '{3}'.",
    "« {0} » facture la prestation « {1} », la délivrance « {2} » dit « {3} ».",
    "Have the provider use one code.",
    "Faites utiliser un seul code.",
    "The same service code must appear in ORDER, DELIVERY and INVOICE.",
    "Le même code de prestation doit figurer dans ORDER, DELIVERY et INVOICE.",
    standing::known};
inline constexpr finding_kind other_party_delivered{"ESP-BAT-026",
                                                    severity::warning,
                                                    "The {0} of '{2}' is not the one of the delivery '{3}' it bills.",
                                                    "{1} de « {2} » n'est pas celui de la délivrance « {3} » facturée.",
                                                    "Have the provider check the reference.",
                                                    "Faites vérifier la référence.",
                                                    "Identifiers are echoed from the order to the invoice.",
                                                    "Les identifiants sont repris de la commande à la facture.",
                                                    standing::known};
inline constexpr finding_kind invoiced_twice{
    "ESP-BAT-030",
    severity::error,
    "The delivery '{0}' is billed in full by '{1}' and again by '{2}', to the same payer.",
    "La délivrance « {0} » est facturée en entier par « {1} » et encore par « {2} », au même payeur.",
    "Pay one of the two; have the other credited.",
    "Payez l'une des deux ; faites établir un avoir pour l'autre.",
    "No minute is billed twice. A credit note on the first invoice lifts this.",
    "Aucune minute n'est facturée deux fois. Un avoir sur la première facture lève ce constat.",
    standing::inferred_high};
inline constexpr finding_kind paid_above_price{
    "ESP-BAT-031",
    severity::error,
    "{0} payers are billed {1} together for visits whose price is {2} (delivery '{3}' and those billed with it).",
    "{0} payeurs sont facturés ensemble de {1} pour des interventions dont le prix est {2} (délivrance « {3} » et "
    "celles facturées avec elle).",
    "Have the shares checked: together they cannot exceed the price.",
    "Faites vérifier les parts : ensemble elles ne peuvent dépasser le prix.",
    "Several funders share the price of a visit; a difference of rounding, one cent a line, is left aside.",
    "Plusieurs financeurs se partagent le prix d'une intervention ; un écart d'arrondi d'un centime par ligne est "
    "toléré.",
    standing::inferred_high};
inline constexpr finding_kind unknown_corrected_invoice{
    "ESP-BAT-032",
    severity::info,
    "The invoice '{0}' it refers to is not among the files.",
    "La facture « {0} » à laquelle elle renvoie n'est pas parmi les fichiers.",
    "Give its file to have both compared.",
    "Donnez son fichier pour comparer les deux.",
    "Corrections usually refer to an earlier month.",
    "Les rectifications renvoient d'ordinaire à un mois antérieur.",
    standing::inferred_medium};
inline constexpr finding_kind unknown_corrected_line{
    "ESP-BAT-033",
    severity::warning,
    "'{0}' corrects the line '{1}', which the invoice '{2}' does not have.",
    "« {0} » rectifie la ligne « {1} », que la facture « {2} » n'a pas.",
    "Have the sender check the reference.",
    "Faites vérifier la référence.",
    "A correction names the line it changes.",
    "Une rectification cite la ligne qu'elle change.",
    standing::inferred_low};
inline constexpr finding_kind too_many_messages{
    "ESP-BAT-040",
    severity::warning,
    "Only the first {0} messages were compared with each other.",
    "Seuls les {0} premiers messages ont été comparés entre eux.",
    "Check fewer files at a time, or raise the limit.",
    "Contrôlez moins de fichiers à la fois, ou relevez la limite.",
    "What is kept of each message takes memory; each message by itself was checked all the same.",
    "Ce qui est retenu de chaque message occupe de la mémoire ; chaque message a été contrôlé seul malgré tout.",
    standing::known};

/// Every kind once, for the documentation.
inline constexpr std::array all{&id_with_other_content,
                                &id_repeated,
                                &same_visit_two_ids,
                                &order_superseded,
                                &order_perhaps_superseded,
                                &superseded_in_same_batch,
                                &orders_replace_each_other,
                                &no_orders,
                                &unknown_order,
                                &other_party,
                                &other_service,
                                &unknown_order_line,
                                &outside_validity,
                                &bill_outside_validity,
                                &no_deliveries,
                                &unknown_delivery,
                                &unusable_delivery,
                                &more_than_delivered,
                                &less_than_delivered,
                                &service_not_delivered,
                                &other_party_delivered,
                                &invoiced_twice,
                                &paid_above_price,
                                &unknown_corrected_invoice,
                                &unknown_corrected_line,
                                &too_many_messages};

}  // namespace batch_findings
}  // namespace esppadom::inline ESPPADOM_ABI
