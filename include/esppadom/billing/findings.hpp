// What billing finds in the data it is given: ESP-BIL-nnn.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

inline constexpr finding_kind bil_planned_missing{
    "ESP-BIL-002",
    severity::error,
    "A rule in force needs the planned time, and nothing gives it.",
    "Une règle en vigueur exige l'horaire planifié, que rien ne fournit.",
    "Give the planned visit in the circumstances, or send the planned period in the DELIVERY.",
    "Fournissez l'intervention planifiée dans les circonstances, ou la période planifiée dans le message DELIVERY."};
inline constexpr finding_kind bil_no_order_line{
    "ESP-BIL-003",
    severity::warning,
    "No order line covers the visit of {0}.",
    "Aucune ligne de commande ne couvre l'intervention du {0}.",
    "Send the order, or correct the order line, provider or service of the visit.",
    "Envoyez la commande, ou corrigez la ligne de commande, le prestataire ou la prestation de l'intervention."};
inline constexpr finding_kind bil_several_order_lines{
    "ESP-BIL-004",
    severity::warning,
    "{0} order lines could cover the visit of {1}.",
    "{0} lignes de commande pourraient couvrir l'intervention du {1}.",
    "Name the order line (OrderLineID) in the DELIVERY.",
    "Indiquez la ligne de commande (OrderLineID) dans le message DELIVERY."};
inline constexpr finding_kind bil_joined_by_service{
    "ESP-BIL-005",
    severity::info,
    "The order line “{0}” is unknown; the visit was joined by its service.",
    "La ligne de commande « {0} » est inconnue ; l'intervention a été rattachée par sa prestation.",
    "Check that the provider echoes the order line of the order in force.",
    "Vérifiez que le prestataire reprend la ligne de la commande en vigueur."};
inline constexpr finding_kind bil_order_superseded{
    "ESP-BIL-006",
    severity::info,
    "Order {0} is superseded by order {1} from {2} on.",
    "La commande {0} est remplacée par la commande {1} à compter du {2}.",
    "Nothing to do if this is intended.",
    "Rien à faire si c'est voulu."};
inline constexpr finding_kind bil_order_after_as_of{
    "ESP-BIL-007",
    severity::info,
    "Order {0} was issued after {1}: it is not used.",
    "La commande {0} a été émise après le {1} : elle n'est pas utilisée.",
    "Give a later as-of date if the order must count.",
    "Donnez une date d'arrêté postérieure si elle doit compter."};
inline constexpr finding_kind bil_order_and_rules_differ{
    "ESP-BIL-008",
    severity::warning,
    "{0}: the order says {1}, the rule book {2}; {3} pays.",
    "{0} : la commande indique {1}, le recueil de règles {2} ; c'est {3} qui s'applique.",
    "Align the order and the rule book, or set tariff.source.",
    "Accordez la commande et le recueil de règles, ou fixez tariff.source."};
inline constexpr finding_kind bil_same_order_id{
    "ESP-BIL-009",
    severity::warning,
    "Order {0} came twice with different contents; the later one counts.",
    "La commande {0} est arrivée deux fois avec des contenus différents ; la plus récente compte.",
    "Correct an order by a new order number.",
    "Corrigez une commande par un nouveau numéro de commande."};
inline constexpr finding_kind bil_replaced{"ESP-BIL-010",
                                           severity::info,
                                           "The visit came in {0} messages; the latest one counts.",
                                           "L'intervention figure dans {0} messages ; le plus récent compte.",
                                           "Nothing to do if this is intended.",
                                           "Rien à faire si c'est voulu."};
inline constexpr finding_kind bil_same_visit_two_ids{
    "ESP-BIL-011",
    severity::error,
    "The same visit as {0}, under another identifier: held.",
    "Même intervention que {0}, sous un autre identifiant : mise en attente.",
    "Withdraw one of the two (code SUP), or correct its times.",
    "Retirez l'une des deux (code SUP), ou corrigez ses horaires."};
inline constexpr finding_kind bil_caregiver_conflict{
    "ESP-BIL-012",
    severity::warning,
    "The same caregiver is at another visit ({0}) at that time.",
    "Le même intervenant est sur une autre intervention ({0}) à ce moment.",
    "Correct the times of one of the two.",
    "Corrigez les horaires de l'une des deux."};
inline constexpr finding_kind bil_code_evidence{"ESP-BIL-013",
                                                severity::warning,
                                                "The correction code says {0}, the stamps say {1}.",
                                                "Le motif de correction indique {0}, les horodatages indiquent {1}.",
                                                "Correct the code or explain the difference.",
                                                "Corrigez le code ou expliquez l'écart."};
inline constexpr finding_kind bil_unknown_code{
    "ESP-BIL-014",
    severity::warning,
    "The correction code “{0}” has no class in the rule set; read as changed data.",
    "Le motif de correction « {0} » n'a pas de classe dans le jeu de règles ; lu comme donnée modifiée.",
    "Add the code to stamps.code_map.",
    "Ajoutez le code à stamps.code_map."};
inline constexpr finding_kind bil_extra_minutes{
    "ESP-BIL-015",
    severity::error,
    "{0} extra minutes are not billed: {1}.",
    "{0} minutes complémentaires non facturées : {1}.",
    "Extra minutes need a rule that allows them, a code, a bearer, and a reason and author in the circumstances.",
    "Il faut une règle qui les permette, un code, un payeur, et un motif et un auteur dans les circonstances."};
inline constexpr finding_kind bil_no_quantity{
    "ESP-BIL-016",
    severity::warning,
    "Order line {0} gives no quantity: its plan is not limited.",
    "La ligne de commande {0} n'a pas de quantité : son plan n'est pas limité.",
    "Order a quantity per month.",
    "Commandez une quantité par mois."};
inline constexpr finding_kind bil_plan_quantity{
    "ESP-BIL-017",
    severity::error,
    "The quantity of order line {0} cannot be brought to a month: {1}.",
    "La quantité de la ligne de commande {0} ne peut pas être ramenée au mois : {1}.",
    "Order a quantity per month, or set smoothing.week_to_month.",
    "Commandez une quantité par mois, ou fixez smoothing.week_to_month."};
inline constexpr finding_kind bil_incompatible_contradiction{
    "ESP-BIL-018",
    severity::warning,
    "The circumstances say incompatible, the rule set does not (or the reverse).",
    "Les circonstances indiquent un bénéficiaire incompatible, pas le jeu de règles (ou l'inverse).",
    "Align the decision in the rule set and the circumstances.",
    "Accordez la décision du jeu de règles et les circonstances."};
inline constexpr finding_kind bil_missing_identifier{"ESP-BIL-019",
                                                     severity::error,
                                                     "The message has no {0}: it cannot be billed.",
                                                     "Le message n'a pas de {0} : il ne peut pas être facturé.",
                                                     "Complete the message and send it again.",
                                                     "Complétez le message et renvoyez-le."};
inline constexpr finding_kind bil_ledger_other_book{
    "ESP-BIL-021",
    severity::error,
    "The ledger was made under rule book “{0}”, the request brings “{1}”.",
    "Le registre a été fait sous le recueil « {0} », la demande apporte « {1} ».",
    "Use the ledger and the rule book of the same département.",
    "Utilisez le registre et le recueil du même département."};
inline constexpr finding_kind bil_ledger_rule_set_changed{
    "ESP-BIL-022",
    severity::error,
    "Rule set {0} version {1} is not what it was when the ledger was made.",
    "Le jeu de règles {0} version {1} n'est plus celui avec lequel le registre a été fait.",
    "Restore it and put the change into a new version.",
    "Rétablissez-le et portez le changement dans une nouvelle version."};
inline constexpr finding_kind bil_ledger_format{"ESP-BIL-023",
                                                severity::error,
                                                "The ledger has format {0}; this version reads format {1}.",
                                                "Le registre est au format {0} ; cette version lit le format {1}.",
                                                "Use the version of the library that wrote it.",
                                                "Utilisez la version de la bibliothèque qui l'a écrit."};
inline constexpr finding_kind bil_circumstance_without_visit{
    "ESP-BIL-024",
    severity::info,
    "Nothing in the circumstances or messages matches the {0} of visit {1}.",
    "Aucune intervention ne correspond à l'élément {0} visant l'intervention {1}.",
    "Check the identifier of the visit.",
    "Vérifiez l'identifiant de l'intervention."};
inline constexpr finding_kind bil_circumstance_not_built{
    "ESP-BIL-025",
    severity::error,
    "Circumstances of the kind {0} are not handled by this version: {1} entries.",
    "Les circonstances de nature {0} ne sont pas traitées par cette version : {1} éléments.",
    "Remove them, or bill these cases by hand.",
    "Retirez-les, ou facturez ces cas à la main."};
inline constexpr finding_kind bil_ambiguous_time{
    "ESP-BIL-026",
    severity::info,
    "A time falls in the hour repeated in autumn; read as the {0} occurrence.",
    "Une heure tombe dans l'heure répétée en automne ; lue comme la {0} occurrence.",
    "Set dst_ambiguous if another reading is wanted.",
    "Fixez dst_ambiguous si une autre lecture est voulue."};

inline constexpr finding_kind bil_reason_missing{
    "ESP-BIL-027",
    severity::info,
    "{0} corrected visits of provider {1} in {2} have no documented reason and author.",
    "{0} interventions corrigées du prestataire {1} en {2} n'ont ni motif ni auteur documentés.",
    "Give reason and author in the circumstances, or change stamps.reason_required.",
    "Fournissez motif et auteur dans les circonstances, ou modifiez stamps.reason_required."};
inline constexpr finding_kind bil_several_lines{"ESP-BIL-028",
                                                severity::warning,
                                                "The DELIVERY has {0} lines; the first one is billed.",
                                                "Le message DELIVERY a {0} lignes ; la première est facturée.",
                                                "Send one DELIVERY a visit and service.",
                                                "Envoyez un message DELIVERY par intervention et prestation."};
inline constexpr finding_kind bil_complete_unread{
    "ESP-BIL-029",
    severity::error,
    "The month of provider {0} is declared complete, but messages could not be read: nothing is billed.",
    "Le mois du prestataire {0} est déclaré complet, mais des messages n'ont pas pu être lus : rien n'est facturé.",
    "A visit that could not be read would be taken back. Correct the files, or do not declare the month complete.",
    "Une intervention non lue serait retirée. Corrigez les fichiers, ou ne déclarez pas le mois complet."};
inline constexpr finding_kind bil_reason_not_allowed{
    "ESP-BIL-030",
    severity::warning,
    "The reason of the correction is not on the rule set's list for class {0}.",
    "Le motif de la correction n'est pas dans la liste du jeu de règles pour la classe {0}.",
    "Use an authorised reason, or add it to stamps.reasons_allowed.",
    "Utilisez un motif autorisé, ou ajoutez-le à stamps.reasons_allowed."};
inline constexpr finding_kind bil_raw_stamps_merged{
    "ESP-BIL-031",
    severity::info,
    "The raw stamps belong to visit {0} and count there.",
    "Les horodatages seuls appartiennent à l'intervention {0} et y comptent.",
    "Nothing to do.",
    "Rien à faire."};

/// Every kind once, for the documentation.
inline constexpr std::array bil_finding_kinds{&bil_planned_missing,
                                              &bil_no_order_line,
                                              &bil_several_order_lines,
                                              &bil_joined_by_service,
                                              &bil_order_superseded,
                                              &bil_order_after_as_of,
                                              &bil_order_and_rules_differ,
                                              &bil_same_order_id,
                                              &bil_replaced,
                                              &bil_same_visit_two_ids,
                                              &bil_caregiver_conflict,
                                              &bil_code_evidence,
                                              &bil_unknown_code,
                                              &bil_extra_minutes,
                                              &bil_no_quantity,
                                              &bil_plan_quantity,
                                              &bil_incompatible_contradiction,
                                              &bil_missing_identifier,
                                              &bil_ledger_other_book,
                                              &bil_ledger_rule_set_changed,
                                              &bil_ledger_format,
                                              &bil_circumstance_without_visit,
                                              &bil_circumstance_not_built,
                                              &bil_ambiguous_time,
                                              &bil_reason_missing,
                                              &bil_several_lines,
                                              &bil_complete_unread,
                                              &bil_reason_not_allowed,
                                              &bil_raw_stamps_merged};

}  // namespace esppadom
