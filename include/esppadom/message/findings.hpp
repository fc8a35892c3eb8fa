#pragma once

// The kinds of findings that the meaning of one message, or of the messages of one file, can give: ESP-MSG-nnn.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace message_findings {

// -- any message ------------------------------------------------------------------------------------------------------

inline constexpr finding_kind no_value{"ESP-MSG-001",
                                       severity::error,
                                       "'{0}' has no value; the message cannot be used without it.",
                                       "« {0} » n'a pas de valeur ; le message est inutilisable sans elle.",
                                       "Have the sender fill it in and send the message again.",
                                       "Faites-la renseigner par l'émetteur et renvoyer le message."};
inline constexpr finding_kind end_before_start{"ESP-MSG-002",
                                               severity::error,
                                               "The end of '{0}' lies before its start ({1} > {2}).",
                                               "La fin de « {0} » précède son début ({1} > {2}).",
                                               "Have the sender correct the times.",
                                               "Faites corriger les horaires par l'émetteur."};
inline constexpr finding_kind no_length{"ESP-MSG-003",
                                        severity::warning,
                                        "The start and the end of '{0}' are the same.",
                                        "Le début et la fin de « {0} » sont identiques.",
                                        "Check whether the visit took place.",
                                        "Vérifiez que l'intervention a eu lieu."};
inline constexpr finding_kind over_clock_change{
    "ESP-MSG-004",
    severity::info,
    "'{0}' runs backwards on the clock; it makes sense only across the change to winter time.",
    "« {0} » recule à l'horloge ; cela n'a de sens qu'au passage à l'heure d'hiver.",
    "The rule 'dst_ambiguous' decides how such times are read.",
    "La règle « dst_ambiguous » décide de la lecture de telles heures."};
inline constexpr finding_kind last_second{
    "ESP-MSG-005",
    severity::warning,
    "'{0}' ends at 23:59:59: read as an exclusive instant, its last second is outside.",
    "« {0} » finit à 23:59:59 : lu comme un instant exclu, sa dernière seconde est dehors.",
    "The sender should write the last day at 00:00:00.",
    "L'émetteur doit écrire le dernier jour à 00:00:00."};
inline constexpr finding_kind no_such_time{
    "ESP-MSG-006",
    severity::warning,
    "The time {1} in '{0}' does not exist in France: the clock skips it at the change to summer time.",
    "L'heure {1} de « {0} » n'existe pas en France : elle est sautée au passage à l'heure d'été.",
    "Have the sender correct the time; a visit with such a time cannot be billed.",
    "Faites corriger l'heure par l'émetteur ; une intervention à une telle heure ne peut pas être facturée."};
inline constexpr finding_kind list_attribution{
    "ESP-MSG-010",
    severity::warning,
    "The code of '{0}' names the list '{1}' of '{2}', which is not what EDESS publishes.",
    "Le code de « {0} » cite la liste « {1} » de « {2} », ce qui n'est pas ce qu'EDESS publie.",
    "Only an official list and a value in it may name EDESS; local lists name their own agency.",
    "Seule une liste officielle, avec une valeur qui y figure, peut citer EDESS ; une liste locale cite son auteur."};
inline constexpr finding_kind siret_form{"ESP-MSG-011",
                                         severity::warning,
                                         "The SIRET of '{0}' does not have 14 digits.",
                                         "Le SIRET de « {0} » n'a pas 14 chiffres.",
                                         "Have the sender correct it.",
                                         "Faites-le corriger par l'émetteur."};
inline constexpr finding_kind siret_key{"ESP-MSG-012",
                                        severity::info,
                                        "The SIRET of '{0}' fails its check digit.",
                                        "La clé de contrôle du SIRET de « {0} » est fausse.",
                                        "Check it against the SIRENE directory.",
                                        "Vérifiez-le dans le répertoire SIRENE."};
inline constexpr finding_kind no_service{"ESP-MSG-013",
                                         severity::info,
                                         "'{0}' has neither a service code nor an aid type.",
                                         "« {0} » n'a ni code de prestation ni type d'aide.",
                                         "The order line decides; name it, or the service.",
                                         "La ligne de commande décide ; citez-la, ou la prestation."};
inline constexpr finding_kind negative{"ESP-MSG-014",
                                       severity::error,
                                       "'{0}' is negative ({1}).",
                                       "« {0} » est négatif ({1}).",
                                       "Have the sender correct it.",
                                       "Faites-le corriger par l'émetteur."};
inline constexpr finding_kind absurd{"ESP-MSG-015",
                                     severity::error,
                                     "'{0}' is more than a month has ({1}).",
                                     "« {0} » dépasse la durée d'un mois ({1}).",
                                     "Check the unit and have the sender correct it.",
                                     "Vérifiez l'unité et faites corriger par l'émetteur."};
inline constexpr finding_kind long_time{"ESP-MSG-016",
                                        severity::warning,
                                        "'{0}' is more than 24 hours ({1}).",
                                        "« {0} » dépasse 24 heures ({1}).",
                                        "Check the unit and the times.",
                                        "Vérifiez l'unité et les horaires."};
inline constexpr finding_kind out_of_range_percent{"ESP-MSG-017",
                                                   severity::error,
                                                   "The percentage of '{0}' lies outside 0 to 100 ({1}).",
                                                   "Le pourcentage de « {0} » sort de 0 à 100 ({1}).",
                                                   "Have the sender correct it.",
                                                   "Faites-le corriger par l'émetteur."};

// -- DELIVERY ---------------------------------------------------------------------------------------------------------

inline constexpr finding_kind unknown_correction{
    "ESP-MSG-020",
    severity::warning,
    "The correction code '{0}' is not in ESPPADOM_EFFECTIVITY_AJUST.",
    "Le motif de correction « {0} » n'est pas dans ESPPADOM_EFFECTIVITY_AJUST.",
    "The rule 'stamps.code_map' must say what it means; otherwise the visit is not classified.",
    "La règle « stamps.code_map » doit dire ce qu'il signifie ; sinon l'intervention n'est pas classée."};
inline constexpr finding_kind stamp_missing{"ESP-MSG-021",
                                            severity::warning,
                                            "The correction code '{0}' does not say that the {1} was not stamped.",
                                            "Le motif de correction « {0} » ne dit pas que {2} n'a pas été horodaté.",
                                            "Have the provider give the true code.",
                                            "Faites donner le vrai motif par le prestataire."};
inline constexpr finding_kind stamp_present{
    "ESP-MSG-022",
    severity::info,
    "The correction code '{0}' says that the {1} was not stamped, yet a stamp is there (perhaps a cancelled one).",
    "Le motif de correction « {0} » dit que {2} n'a pas été horodaté, or un horodatage figure (annulé, peut-être).",
    "Ask the provider when in doubt.",
    "Interrogez le prestataire en cas de doute."};
inline constexpr finding_kind no_retained_period{
    "ESP-MSG-023",
    severity::error,
    "The retained period lacks its {0}.",
    "La période retenue n'a pas de {1}.",
    "Have the sender give start and end; only code HOR may leave them meaningless.",
    "Faites donner début et fin ; seul le code HOR permet qu'ils ne signifient rien."};
inline constexpr finding_kind other_quantity{"ESP-MSG-024",
                                             severity::info,
                                             "'{0}' says {1} where the retained period lasts {2}.",
                                             "« {0} » indique {1} alors que la période retenue dure {2}.",
                                             "Nothing to do when the difference comes from rounding.",
                                             "Rien à faire si l'écart vient d'un arrondi."};
inline constexpr finding_kind more_than_retained{
    "ESP-MSG-025",
    severity::warning,
    "'{0}' says {1}, more than the {2} of the retained period, without a correction code.",
    "« {0} » indique {1}, plus que les {2} de la période retenue, sans motif de correction.",
    "Extra minutes need a correction code.",
    "Des minutes complémentaires demandent un motif de correction."};
inline constexpr finding_kind several_transactions{
    "ESP-MSG-030",
    severity::warning,
    "The messages of the file carry {0} different transaction numbers; the guide wants one a batch.",
    "Les messages du fichier portent {0} numéros de transaction différents ; le guide en veut un par lot.",
    "Nothing to do: the number is never used to recognise a visit.",
    "Rien à faire : ce numéro ne sert jamais à reconnaître une intervention."};
inline constexpr finding_kind duplicate_id{
    "ESP-MSG-031",
    severity::warning,
    "The document number '{0}' was already used in this file; the later message replaces the earlier one.",
    "Le numéro de document « {0} » a déjà servi dans ce fichier ; le message postérieur remplace l'autre.",
    "Check that a replacement is meant: two visits need two numbers.",
    "Vérifiez qu'un remplacement est voulu : deux interventions ont deux numéros."};

// -- ORDER and INVOICE ------------------------------------------------------------------------------------------------

inline constexpr finding_kind duplicate_line{"ESP-MSG-040",
                                             severity::error,
                                             "The line number '{0}' is used twice in the message.",
                                             "Le numéro de ligne « {0} » est utilisé deux fois dans le message.",
                                             "Have the sender number the lines.",
                                             "Faites numéroter les lignes par l'émetteur."};
inline constexpr finding_kind no_tariff{"ESP-MSG-041",
                                        severity::warning,
                                        "'{0}' gives no tariff.",
                                        "« {0} » ne donne pas de tarif.",
                                        "The rule book must give one, or the visits of the line are held.",
                                        "Le livre de règles doit en donner un, sinon les interventions sont retenues."};
inline constexpr finding_kind wrong_sum{"ESP-MSG-042",
                                        severity::warning,
                                        "'{0}' is {1} where its parts make {2}.",
                                        "« {0} » vaut {1} alors que ses éléments font {2}.",
                                        "Have the sender check the totals.",
                                        "Faites vérifier les totaux par l'émetteur."};
inline constexpr finding_kind negative_amounts{"ESP-MSG-043",
                                               severity::warning,
                                               "The invoice has negative amounts; they are kept as they are.",
                                               "La facture a des montants négatifs ; ils sont conservés tels quels.",
                                               "The standard writes a credit note (381) with positive amounts.",
                                               "Le standard écrit un avoir (381) avec des montants positifs."};
inline constexpr finding_kind normalised{"ESP-MSG-050",
                                         severity::info,
                                         "'{0}' was brought to its usual form ({1}).",
                                         "« {0} » a été ramené à sa forme habituelle ({2}).",
                                         "Nothing to do.",
                                         "Rien à faire."};

/// Every kind once, for the documentation.
inline constexpr std::array all{&no_value,
                                &end_before_start,
                                &no_length,
                                &over_clock_change,
                                &last_second,
                                &no_such_time,
                                &list_attribution,
                                &siret_form,
                                &siret_key,
                                &no_service,
                                &negative,
                                &absurd,
                                &long_time,
                                &out_of_range_percent,
                                &unknown_correction,
                                &stamp_missing,
                                &stamp_present,
                                &no_retained_period,
                                &other_quantity,
                                &more_than_retained,
                                &several_transactions,
                                &duplicate_id,
                                &duplicate_line,
                                &no_tariff,
                                &wrong_sum,
                                &negative_amounts,
                                &normalised};

}  // namespace message_findings
}  // namespace esppadom::inline ESPPADOM_ABI
