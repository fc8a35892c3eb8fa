#pragma once

// The kinds of findings that the meaning of one message, or of the messages of one file, can give: ESP-MSG-nnn.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace message_findings {

// -- any message ------------------------------------------------------------------------------------------------------

inline constexpr finding_kind no_value{
    "ESP-MSG-001",
    severity::error,
    "'{0}' has no value; the message cannot be used without it.",
    "« {0} » n'a pas de valeur ; le message est inutilisable sans elle.",
    "Have the sender fill it in and send the message again.",
    "Faites-la renseigner par l'émetteur et renvoyer le message.",
    "Mandatory in the table of the message: without its number, date or parties a message can neither be joined to its "
    "order nor replaced later. A visit whose identifiers are missing is listed as unbilled.",
    "Obligatoire au tableau du message : sans son numéro, sa date ou ses parties, un message ne peut ni être rattaché "
    "à sa commande ni être remplacé plus tard. Une intervention sans ses identifiants figure en non facturé.",
    standing::inferred_high};
inline constexpr finding_kind end_before_start{
    "ESP-MSG-002",
    severity::error,
    "The end of '{0}' lies before its start ({1} > {2}).",
    "La fin de « {0} » précède son début ({1} > {2}).",
    "Have the sender correct the times, the day of the end first of all.",
    "Faites corriger les horaires par l'émetteur, en premier lieu le jour de fin.",
    "A period cannot end before it starts, also when both readings of the repeated autumn hour are tried. Often a "
    "visit over midnight whose end kept the day of the start; it gives no billable time and is listed as unbilled.",
    "Une période ne peut pas finir avant de commencer, même en essayant les deux lectures de l'heure répétée "
    "d'automne. Souvent une intervention passant minuit dont la fin a gardé le jour du début ; elle ne donne aucun "
    "temps facturable et figure en non facturé.",
    standing::known};
inline constexpr finding_kind no_length{
    "ESP-MSG-003",
    severity::warning,
    "The start and the end of '{0}' are the same.",
    "Le début et la fin de « {0} » sont identiques.",
    "Check whether the visit took place; if not, have it deleted (code SUP).",
    "Vérifiez que l'intervention a eu lieu ; sinon, faites-la supprimer (motif SUP).",
    "Plausibility check of the library: a visit of no length gives no billable time. A deleted visit (SUP) and stamps "
    "alone (HOR) may have such a period and are not reported.",
    "Contrôle de vraisemblance de la bibliothèque : une intervention sans durée ne donne aucun temps facturable. Une "
    "intervention supprimée (SUP) et des horodatages seuls (HOR) peuvent avoir une telle période et ne sont pas "
    "signalés.",
    standing::known};
inline constexpr finding_kind over_clock_change{
    "ESP-MSG-004",
    severity::info,
    "'{0}' runs backwards on the clock; it makes sense only across the change to winter time.",
    "« {0} » recule à l'horloge ; cela n'a de sens qu'au passage à l'heure d'hiver.",
    "The rule 'dst_ambiguous' decides how such times are read.",
    "La règle « dst_ambiguous » décide de la lecture de telles heures.",
    "Messages carry civil time without offset, so the two readings of the hour from 02:00 to 02:59 on the last Sunday "
    "of October cannot be told apart in the file. Read as first and second occurrence, the period makes sense; the "
    "billed time depends on the rule.",
    "Les messages portent l'heure civile sans décalage : les deux lectures de l'heure de 02:00 à 02:59 du dernier "
    "dimanche d'octobre ne se distinguent pas dans le fichier. Lue comme première puis seconde occurrence, la période "
    "a un sens ; le temps facturé dépend de la règle.",
    standing::inferred_medium};
inline constexpr finding_kind last_second{
    "ESP-MSG-005",
    severity::warning,
    "'{0}' ends at 23:59:59: the last second of that day is not covered.",
    "« {0} » finit à 23:59:59 : la dernière seconde de ce jour n'est pas couverte.",
    "The sender should write the last day at 00:00:00, which covers it wholly.",
    "L'émetteur doit écrire le dernier jour à 00:00:00, qui le couvre en entier.",
    "A validity that ends at 00:00:00 includes that whole day; any other time is an instant at which it is over. "
    "Ending at 23:59:59, it leaves out a visit that starts in the last second of the day; the day itself counts.",
    "Une validité qui finit à 00:00:00 comprend toute cette journée ; toute autre heure est l'instant où elle cesse. "
    "Finissant à 23:59:59, elle laisse dehors une intervention qui commence à la dernière seconde du jour ; le jour "
    "lui-même compte.",
    standing::inferred_medium};
inline constexpr finding_kind no_such_time{
    "ESP-MSG-006",
    severity::warning,
    "The time {1} in '{0}' does not exist in France: the clock skips it at the change to summer time.",
    "L'heure {1} de « {0} » n'existe pas en France : elle est sautée au passage à l'heure d'été.",
    "Have the sender correct the time; a visit with such a time cannot be billed.",
    "Faites corriger l'heure par l'émetteur ; une intervention à une telle heure ne peut pas être facturée.",
    "Times are French civil time; on the last Sunday of March the hour from 02:00 to 02:59 does not exist. No duration "
    "can be computed from such a time, and the visit is listed as unbilled.",
    "Les heures sont l'heure civile française ; le dernier dimanche de mars, l'heure de 02:00 à 02:59 n'existe pas. "
    "Aucune durée ne se calcule d'une telle heure, et l'intervention figure en non facturé.",
    standing::known};
inline constexpr finding_kind list_attribution{
    "ESP-MSG-010",
    severity::warning,
    "The code of '{0}' names the list '{1}' of '{2}', which is not what EDESS publishes.",
    "Le code de « {0} » cite la liste « {1} » de « {2} », ce qui n'est pas ce qu'EDESS publie.",
    "Have the sender name the true author: the ordering party for service codes, EDESS for its own lists.",
    "Faites citer le véritable auteur par l'émetteur : le donneur d'ordre pour les codes de prestation, EDESS pour ses "
    "propres listes.",
    "EDESS says so: its agency name goes with its own lists and values only, ESPPADOM_PREST does not exist, and a "
    "local list neither starts with ESPPADOM_ nor names EDESS. The code is read and compared all the same; only its "
    "origin is claimed wrongly.",
    "EDESS le dit : son nom n'accompagne que ses propres listes et valeurs, ESPPADOM_PREST n'existe pas, et une liste "
    "locale ne commence pas par ESPPADOM_ ni ne cite EDESS. Le code est lu et comparé malgré tout ; seule son origine "
    "est indûment revendiquée.",
    standing::known};
inline constexpr finding_kind siret_form{
    "ESP-MSG-011",
    severity::warning,
    "The SIRET of '{0}' does not have 14 digits.",
    "Le SIRET de « {0} » n'a pas 14 chiffres.",
    "Have the sender write the 14 digits, without blanks.",
    "Faites écrire les 14 chiffres, sans blancs, par l'émetteur.",
    "A SIRET is the 14 digits of an establishment in the SIRENE directory. Billing goes by the identifiers of the "
    "parties, not by the SIRET; but payment platforms such as Chorus Pro recognise an organisation by it.",
    "Un SIRET est formé des 14 chiffres d'un établissement du répertoire SIRENE. La facturation se fonde sur les "
    "identifiants des parties, pas sur le SIRET ; mais une plateforme comme Chorus Pro y reconnaît l'organisme.",
    standing::known};
inline constexpr finding_kind siret_key{
    "ESP-MSG-012",
    severity::info,
    "The SIRET of '{0}' fails its check digit.",
    "La clé de contrôle du SIRET de « {0} » est fausse.",
    "Check it against the SIRENE directory.",
    "Vérifiez-le dans le répertoire SIRENE.",
    "The last digit of a SIRET is a check digit (Luhn; a rule of its own for La Poste). A false one means a typing "
    "error or a fictional number; billing goes on, since it uses the identifiers of the parties.",
    "Le dernier chiffre d'un SIRET est une clé (Luhn ; règle propre à La Poste). Une clé fausse signale une faute de "
    "frappe ou un numéro fictif ; la facturation continue, car elle emploie les identifiants des parties.",
    standing::known};
inline constexpr finding_kind no_service{
    "ESP-MSG-013",
    severity::info,
    "'{0}' has neither a service code nor an aid type.",
    "« {0} » n'a ni code de prestation ni type d'aide.",
    "Have the sender write the service code agreed with the ordering party; nothing to do if every visit names its "
    "order line.",
    "Faites écrire par l'émetteur le code de prestation convenu avec le donneur d'ordre ; rien à faire si chaque "
    "intervention cite sa ligne de commande.",
    "The same service code must appear in ORDER, DELIVERY and INVOICE. Without one a visit can be joined only by the "
    "order line it names, or if a single line could cover it; failing that it is listed as unbilled.",
    "Le même code de prestation doit figurer dans ORDER, DELIVERY et INVOICE. Sans lui, une intervention ne se "
    "rattache que par la ligne de commande qu'elle cite, ou si une seule ligne peut la couvrir ; à défaut, elle figure "
    "en non facturé.",
    standing::known};
inline constexpr finding_kind negative{
    "ESP-MSG-014",
    severity::error,
    "'{0}' is negative ({1}).",
    "« {0} » est négatif ({1}).",
    "Have the sender correct it; to take something back, delete the visit or write a credit note.",
    "Faites-le corriger par l'émetteur ; pour reprendre quelque chose, supprimez l'intervention ou écrivez un avoir.",
    "Times, tariffs and amounts of a message are positive; what is taken back is a deletion (SUP) or a credit note "
    "(381). A negative quantity or tariff would turn payment into recovery, so it must not be billed as it stands.",
    "Temps, tarifs et montants d'un message sont positifs ; ce qui est repris l'est par une suppression (SUP) ou un "
    "avoir (381). Une quantité ou un tarif négatif ferait d'un paiement une reprise : il ne doit pas être facturé tel "
    "quel.",
    standing::inferred_medium};
inline constexpr finding_kind absurd{
    "ESP-MSG-015",
    severity::error,
    "'{0}' is {1}, more than the 744 hours of a month.",
    "« {0} » vaut {1}, plus que les 744 heures d'un mois.",
    "Check the unit (HUR, MIN) and have the sender correct it.",
    "Vérifiez l'unité (HUR, MIN) et faites corriger par l'émetteur.",
    "Plausibility check of the library: no month has more than 744 hours, and the highest plan known is of 744. Mostly "
    "the minutes of a visit sent as hours (HUR); billed as it stands, sixty times too much would be paid.",
    "Contrôle de vraisemblance de la bibliothèque : aucun mois ne dépasse 744 heures, et le plus gros plan connu en "
    "compte 744. Le plus souvent, les minutes d'une intervention envoyées comme heures (HUR) ; facturé tel quel, "
    "soixante fois trop serait payé.",
    standing::known};
inline constexpr finding_kind long_time{
    "ESP-MSG-016",
    severity::warning,
    "'{0}' is {1}, more than 24 hours for one visit.",
    "« {0} » vaut {1}, plus de 24 heures pour une intervention.",
    "Check the unit (HUR, MIN), the times and the day of the end.",
    "Vérifiez l'unité (HUR, MIN), les horaires et le jour de fin.",
    "Plausibility check of the library: one presence at home rarely lasts more than a day. A monthly total without "
    "stamps may; it is not reported. Mostly minutes sent as hours, or a wrong day.",
    "Contrôle de vraisemblance de la bibliothèque : une présence à domicile dure rarement plus d'un jour. Un total "
    "mensuel sans horodatage le peut et n'est pas signalé. Le plus souvent, des minutes envoyées comme heures, ou un "
    "jour faux.",
    standing::known};
inline constexpr finding_kind out_of_range_percent{
    "ESP-MSG-017",
    severity::error,
    "The percentage of '{0}' lies outside 0 to 100 ({1}).",
    "Le pourcentage de « {0} » sort de 0 à 100 ({1}).",
    "Have the sender correct it; 20 means 20 %.",
    "Faites-le corriger par l'émetteur ; 20 signifie 20 %.",
    "A part that this payer does not bear is a share of the price, from 0 to 100 %; a surcharge may be higher but not "
    "negative. A share outside would make a party pay more than the price.",
    "Une part que ce payeur ne prend pas en charge est une fraction du prix, de 0 à 100 % ; une majoration peut aller "
    "au-delà, mais pas être négative. Une part hors bornes ferait payer à une partie plus que le prix.",
    standing::inferred_medium};

// -- DELIVERY ---------------------------------------------------------------------------------------------------------

inline constexpr finding_kind unknown_correction{
    "ESP-MSG-020",
    severity::warning,
    "The correction code '{0}' is not in ESPPADOM_EFFECTIVITY_AJUST.",
    "Le motif de correction « {0} » n'est pas dans ESPPADOM_EFFECTIVITY_AJUST.",
    "Have the provider use a code of the list, or say in the rule 'stamps.code_map' what it means.",
    "Faites employer un code de la liste par le prestataire, ou dites dans la règle « stamps.code_map » ce qu'il "
    "signifie.",
    "The list ESPPADOM_EFFECTIVITY_AJUST has seven codes: CRE, MDT, SUP, COA, COD, CO2, HOR. Without an entry in "
    "stamps.code_map billing counts the visit as one whose data were changed; the correction rate may be wrong, the "
    "amount is not.",
    "La liste ESPPADOM_EFFECTIVITY_AJUST compte sept codes : CRE, MDT, SUP, COA, COD, CO2, HOR. Sans entrée dans "
    "stamps.code_map, la facturation tient l'intervention pour modifiée hors horaires ; le taux de correction peut "
    "être faux, pas le montant.",
    standing::known};
inline constexpr finding_kind stamp_missing{
    "ESP-MSG-021",
    severity::warning,
    "There is no stamp for the {1}, and the correction code (here '{0}', empty = none) does not say so.",
    "Il n'y a pas d'horodatage pour {2}, et le motif de correction (ici « {0} », vide = aucun) ne le dit pas.",
    "Have the provider give the true code: COA, COD, CO2 or CRE.",
    "Faites donner le vrai motif par le prestataire : COA, COD, CO2 ou CRE.",
    "COA stands for an arrival that was not stamped, COD for a departure, CO2 for both, CRE for a visit created "
    "without stamps. With another code, or none, a missing stamp stays unexplained: the correction rate by code counts "
    "the visit as stamped.",
    "COA désigne une arrivée non horodatée, COD un départ, CO2 les deux, CRE une intervention créée sans horodatage. "
    "Avec un autre motif, ou sans motif, l'horodatage manquant reste inexpliqué : le taux de correction d'après le "
    "code compte l'intervention comme horodatée.",
    standing::known};
inline constexpr finding_kind stamp_present{
    "ESP-MSG-022",
    severity::info,
    "The correction code '{0}' says that the {1} was not stamped, yet a stamp is there (perhaps a cancelled one).",
    "Le motif de correction « {0} » dit qu'il n'y a pas d'horodatage pour {2}, or il y en a un (annulé, peut-être).",
    "Nothing to do if the stamp was cancelled; otherwise have the provider correct the code.",
    "Rien à faire si l'horodatage a été annulé ; sinon, faites corriger le motif par le prestataire.",
    "Production keeps cancelled stamps in the message beside the code of the correction, so a stamp too many is no "
    "proof of an error; with CO2 it is usual and not reported. Where the class is taken from the evidence, the stamp "
    "counts.",
    "La production garde des horodatages annulés dans le message, à côté du motif de correction : un horodatage de "
    "trop ne prouve pas une erreur ; avec CO2, il est courant et n'est pas signalé. Là où la classe vient des faits "
    "constatés, l'horodatage compte.",
    standing::known};
inline constexpr finding_kind no_retained_period{
    "ESP-MSG-023",
    severity::error,
    "The retained period lacks its {0}.",
    "La période retenue n'a pas de {1}.",
    "Have the sender give start and end; only code HOR may leave them without meaning.",
    "Faites donner début et fin par l'émetteur ; seul le motif HOR permet qu'ils n'aient pas de sens.",
    "The retained period is mandatory and what counts for billing; only for stamps alone (HOR) may it hold anything. "
    "Without it a rule set that bills the retained period lists the visit as unbilled.",
    "La période retenue est obligatoire et c'est elle qui compte pour la facturation ; pour des horodatages seuls "
    "(HOR) uniquement, elle peut contenir n'importe quoi. Sans elle, un jeu de règles qui facture la période retenue "
    "classe l'intervention en non facturé.",
    standing::known};
inline constexpr finding_kind other_quantity{
    "ESP-MSG-024",
    severity::info,
    "'{0}' says {1} where the retained period lasts {2}.",
    "« {0} » indique {1} alors que la période retenue dure {2}.",
    "Nothing to do if the difference comes from a rounding; otherwise ask the provider which of the two is right.",
    "Rien à faire si l'écart vient d'un arrondi ; sinon, demandez au prestataire laquelle des deux valeurs est juste.",
    "The billed duration derives from the retained delivery, and the two need not be equal: roundings agreed with the "
    "Département have no code. Billing computes the time from the rules and does not take the quantity as sent.",
    "La durée facturée découle de la délivrance retenue, et les deux peuvent différer : les arrondis convenus avec le "
    "Département n'ont pas de code. La facturation calcule le temps d'après les règles et ne reprend pas la quantité "
    "envoyée.",
    standing::known};
inline constexpr finding_kind more_than_retained{
    "ESP-MSG-025",
    severity::warning,
    "'{0}' says {1}, more than the {2} of the retained period, without a correction code.",
    "« {0} » indique {1}, plus que les {2} de la période retenue, sans motif de correction.",
    "Have the provider give the code of the extra minutes, or the quantity of the retained period.",
    "Faites donner par le prestataire le motif des minutes complémentaires, ou la quantité de la période retenue.",
    "What is billed beyond the retained period by a minute or more is read as extra minutes, which need a correction "
    "code (inferred). Billing pays them only if a rule allows them and the circumstances give their reason and author.",
    "Ce qui est facturé au-delà de la période retenue, d'une minute ou plus, se lit comme des minutes complémentaires, "
    "qui demandent un motif de correction (déduit). La facturation ne les paie que si une règle les permet et si les "
    "circonstances en donnent le motif et l'auteur.",
    standing::inferred_medium};
inline constexpr finding_kind several_transactions{
    "ESP-MSG-030",
    severity::warning,
    "The messages of the file carry {0} different transaction numbers; the guide wants one a batch.",
    "Les messages du fichier portent {0} numéros de transaction différents ; le guide en veut un par lot.",
    "Nothing to do: the number is never used to recognise a visit.",
    "Rien à faire : ce numéro ne sert jamais à reconnaître une intervention.",
    "The transaction number is that of a batch, like a postmark: every message sent together carries the same. "
    "Producers differ (one uses a number a visit), so the library keeps it and never joins or replaces anything by it.",
    "Le numéro de transaction est celui d'un lot, comme un cachet de la poste : tous les messages envoyés ensemble "
    "portent le même. Des producteurs s'en écartent (l'un emploie un numéro par intervention) : la bibliothèque le "
    "garde et ne rattache ni ne remplace rien d'après lui.",
    standing::known};
inline constexpr finding_kind duplicate_id{
    "ESP-MSG-031",
    severity::warning,
    "The document number '{0}' was already used in this file; the later message replaces the earlier one.",
    "Le numéro de document « {0} » a déjà servi dans ce fichier ; le message postérieur remplace l'autre.",
    "Check that a replacement is meant: two visits need two numbers.",
    "Vérifiez qu'un remplacement est voulu : deux interventions ont deux numéros.",
    "A later DELIVERY of the same number replaces the earlier one (inferred), by issue time and then by content, never "
    "by place in the file. If two visits share a number by mistake, only one of them is billed.",
    "Un DELIVERY postérieur de même numéro remplace le précédent (déduit), d'après la date d'émission puis le contenu, "
    "jamais d'après la place dans le fichier. Si deux interventions partagent un numéro par erreur, une seule est "
    "facturée.",
    standing::inferred_medium};

// -- ORDER and INVOICE ------------------------------------------------------------------------------------------------

inline constexpr finding_kind duplicate_line{
    "ESP-MSG-040",
    severity::error,
    "The line number '{0}' is used twice in the message.",
    "Le numéro de ligne « {0} » est utilisé deux fois dans le message.",
    "Have the sender give each line a number of its own.",
    "Faites donner à chaque ligne son propre numéro par l'émetteur.",
    "Deliveries and later documents refer to a line by its number. Two lines of one number leave open which of them a "
    "visit belongs to, and so at which tariff it is paid.",
    "Les interventions et les documents suivants citent une ligne par son numéro. Avec deux lignes de même numéro, on "
    "ne sait pas à laquelle appartient une intervention, ni donc à quel tarif elle est payée.",
    standing::inferred_high};
inline constexpr finding_kind no_tariff{
    "ESP-MSG-041",
    severity::warning,
    "'{0}' gives no tariff.",
    "« {0} » ne donne pas de tarif.",
    "Have the ordering party give one, or set tariff.provider_rate in the rule book.",
    "Faites-en donner un par le donneur d'ordre, ou fixez tariff.provider_rate dans le recueil de règles.",
    "The price of an hour is the provider rate of the order line, else its tariff, else tariff.provider_rate of the "
    "rule book. With none of the three the visits of the line are listed as unbilled (NO_PRICE).",
    "Le prix de l'heure est le tarif du SAAD à la ligne de commande, sinon le tarif de la ligne, sinon "
    "tariff.provider_rate au recueil de règles. Sans aucun des trois, les interventions de la ligne figurent en non "
    "facturé (NO_PRICE).",
    standing::inferred_medium};
inline constexpr finding_kind wrong_sum{
    "ESP-MSG-042",
    severity::warning,
    "'{0}' is {1} where its parts make {2}.",
    "« {0} » vaut {1} alors que ses éléments font {2}.",
    "Have the sender check the totals; what the invoice asks for is 'due_payable'.",
    "Faites vérifier les totaux par l'émetteur ; ce que la facture réclame est « due_payable ».",
    "EDESS says that an ESPPADOM invoice follows the arithmetic of Chorus; the exact sums are inferred from that: "
    "lines, then document amounts, VAT, advances. A payer that checks sums refuses such an invoice.",
    "EDESS indique qu'une facture ESPPADOM suit l'arithmétique de Chorus ; les sommes exactes en sont déduites : "
    "lignes, puis montants de pied, TVA, acomptes. Un payeur qui contrôle les sommes refuse une telle facture.",
    standing::inferred_medium};
inline constexpr finding_kind negative_amounts{
    "ESP-MSG-043",
    severity::warning,
    "The invoice has negative amounts; they are kept as they are.",
    "La facture a des montants négatifs ; ils sont conservés tels quels.",
    "The sender should write a credit note (type 381) with positive amounts.",
    "L'émetteur doit écrire un avoir (type 381) avec des montants positifs.",
    "A credit note is of type 381 with positive quantities and amounts (inferred). An invoice with negative amounts "
    "can be read as a credit note, but one with mixed signs cannot be turned without guessing.",
    "Un avoir est de type 381, avec des quantités et des montants positifs (déduit). Une facture aux montants négatifs "
    "peut se lire comme un avoir, mais des signes mêlés ne se retournent pas sans deviner.",
    standing::inferred_medium};
inline constexpr finding_kind normalised{
    "ESP-MSG-050",
    severity::info,
    "'{0}' was brought to its usual form ({1}).",
    "« {0} » a été ramené à sa forme habituelle ({2}).",
    "Nothing to do.",
    "Rien à faire.",
    "Variants in use that mean the same: an empty code, a credit note written as a negative invoice, a supplementary "
    "invoice without its subtype, totals before participation. What was understood is named here; the message as read "
    "is kept.",
    "Variantes en usage au sens identique : code vide, avoir écrit en facture négative, facture complémentaire sans sa "
    "nature, totaux avant participation. Ce qui a été compris est dit ici ; le message tel que lu est conservé.",
    standing::inferred_medium};

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
