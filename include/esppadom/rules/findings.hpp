// What can be wrong with a rule book: ESP-RUL-nnn. What is wrong with the text of its file, an unknown key or a wrong
// type, is ESP-JSON-nnn.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} the key.
inline constexpr finding_kind rul_not_built{
    "ESP-RUL-001",
    severity::error,
    "The parameter {0} is not built yet; only its neutral value may be set.",
    "Le paramètre {0} n'est pas encore réalisé ; seule sa valeur neutre est admise.",
    "Remove the key and treat these cases by hand. A rule that the library cannot apply is never ignored.",
    "Retirez la clé et traitez ces cas à la main. Une règle que la bibliothèque ne sait pas appliquer n'est jamais "
    "ignorée.",
    "Rule of the library: a key that is set has its effect or is refused. The table of the parameters says which "
    "families are built; until then only the neutral value may stand in the file, and nothing is billed with another.",
    "Règle de la bibliothèque : une clé renseignée a son effet ou est refusée. Le tableau des paramètres dit quelles "
    "familles sont réalisées ; d'ici là, seule la valeur neutre est admise, et rien n'est facturé avec une autre.",
    standing::known};

/// {0} the key, {1} the value.
inline constexpr finding_kind rul_value_not_built{
    "ESP-RUL-002",
    severity::error,
    "The value \"{1}\" of the parameter {0} is not built yet.",
    "La valeur « {1} » du paramètre {0} n'est pas encore réalisée.",
    "Choose a value that is built (table of the parameters). A rule that the library cannot apply is never ignored.",
    "Choisissez une valeur réalisée (tableau des paramètres). Une règle que la bibliothèque ne sait pas appliquer "
    "n'est jamais ignorée.",
    "Rule of the library: a value that is set has its effect or is refused. The table of the parameters strikes out "
    "the values of this key that are not built; nothing is billed with them.",
    "Règle de la bibliothèque : une valeur renseignée a son effet ou est refusée. Le tableau des paramètres barre les "
    "valeurs de cette clé qui ne sont pas réalisées ; rien n'est facturé avec elles.",
    standing::known};

/// {0} and {1} the versions, "id version n".
inline constexpr finding_kind rul_overlap{
    "ESP-RUL-003",
    severity::error,
    "The rule sets {0} and {1} have the same scope and overlapping dates.",
    "Les jeux de règles {0} et {1} ont le même périmètre et des dates qui se chevauchent.",
    "End the older one the day before the newer one begins (valid_to is inclusive).",
    "Terminez le plus ancien la veille du début du plus récent (valid_to est inclus).",
    "On any date one version at most holds for a scope: otherwise the amount of a visit would depend on the order of "
    "the files. A bounded exception and an open version of one scope overlap too: cut the open one in two.",
    "À toute date, une version au plus vaut pour un périmètre : sinon le montant d'une intervention dépendrait de "
    "l'ordre des fichiers. Une exception bornée et une version sans fin de même périmètre se chevauchent aussi : "
    "coupez la seconde en deux.",
    standing::known};

/// {0} valid_from, {1} valid_to.
inline constexpr finding_kind rul_dates_reversed{
    "ESP-RUL-004",
    severity::error,
    "The dates are reversed: from {0} to {1}.",
    "Les dates sont inversées : du {0} au {1}.",
    "Correct one of the two; both are inclusive.",
    "Corrigez l'une des deux ; elles sont incluses.",
    "A version that ends before it begins would never hold, and its rules would be missing without a word. Both dates "
    "are inclusive: a version of one day has the same date twice.",
    "Une version qui finit avant de commencer ne vaudrait jamais, et ses règles manqueraient sans un mot. Les deux "
    "dates sont incluses : une version d'un jour porte deux fois la même date.",
    standing::known};

/// {0} the level, {1} the field.
inline constexpr finding_kind rul_scope_incomplete{
    "ESP-RUL-005",
    severity::error,
    "A scope of level {0} must name its {1}.",
    "Un périmètre de niveau {0} doit nommer son champ {1}.",
    "Give the identifier, or choose another level.",
    "Donnez l'identifiant, ou choisissez un autre niveau.",
    "The level says whom the rules are for, from the département down to the beneficiary; without the identifier of "
    "its level a rule set would hold for everybody or for nobody.",
    "Le niveau dit à qui s'appliquent les règles, du département au bénéficiaire ; sans l'identifiant de son niveau, "
    "un jeu de règles vaudrait pour tous ou pour personne.",
    standing::known};

/// {0} the level, {1} the field.
inline constexpr finding_kind rul_scope_too_specific{
    "ESP-RUL-006",
    severity::error,
    "A scope of level {0} cannot name a {1}.",
    "Un périmètre de niveau {0} ne peut pas nommer le champ {1}.",
    "Remove it, or set the level to {1}.",
    "Retirez-le, ou choisissez le niveau {1}.",
    "A scope narrower than its level says two things at once: more visits would be meant by the level than by the "
    "identifiers. Rules of a narrower level take precedence, so the level must be the true one.",
    "Un périmètre plus étroit que son niveau dit deux choses à la fois : le niveau viserait plus d'interventions que "
    "les identifiants. Les règles d'un niveau plus étroit priment : le niveau doit être le vrai.",
    standing::known};

/// {0} the version, "id version n".
inline constexpr finding_kind rul_duplicate_version{
    "ESP-RUL-007",
    severity::error,
    "The rule set {0} stands twice in the book.",
    "Le jeu de règles {0} figure deux fois dans le recueil.",
    "Give each version a number of its own.",
    "Donnez à chaque version son propre numéro.",
    "Invoices and the ledger name the version by which they were computed. Two contents under one number could not be "
    "told apart later, when an invoice is to be explained.",
    "Les factures et le registre nomment la version qui les a calculés. Deux contenus sous un même numéro ne se "
    "distingueraient plus le jour où une facture est à expliquer.",
    standing::known};

/// {0} the key, {1} what it needs.
inline constexpr finding_kind rul_requires{
    "ESP-RUL-008",
    severity::error,
    "{0} requires {1}, and no rule in force gives it.",
    "{0} exige {1}, qu'aucune règle en vigueur ne donne.",
    "Set {1} in this rule set or in one of a wider scope, for the same dates.",
    "Renseignez {1} dans ce jeu de règles ou dans un périmètre plus large, aux mêmes dates.",
    "The rule cannot be applied without the other key, for which no neutral value would be right (the threshold of a "
    "rounding, the window of an evening surcharge). It may stand in another rule set of a wider scope, but it must be "
    "in force on all the dates of this one.",
    "La règle ne peut pas s'appliquer sans l'autre clé, pour laquelle aucune valeur neutre ne conviendrait (le seuil "
    "d'un arrondi, la plage d'une majoration de soirée). Elle peut figurer dans un jeu de règles de périmètre plus "
    "large, mais doit être en vigueur à toutes les dates de celui-ci.",
    standing::known};

/// {0} the key, {1} what it would need.
inline constexpr finding_kind rul_without_effect{
    "ESP-RUL-009",
    severity::error,
    "{0} has no effect: it needs {1}.",
    "{0} est sans effet : il faut {1}.",
    "Remove the key, or set {1}.",
    "Retirez la clé, ou renseignez {1}.",
    "Rule of the library: a key that is set has its effect or is refused. Left in place it would let its author "
    "believe in a rule that no visit ever meets.",
    "Règle de la bibliothèque : une clé renseignée a son effet ou est refusée. Laissée en place, elle ferait croire à "
    "une règle qu'aucune intervention ne rencontre jamais.",
    standing::known};

/// {0} and {1} the keys or conditions.
inline constexpr finding_kind rul_contradiction{
    "ESP-RUL-010",
    severity::error,
    "{0} contradicts {1}.",
    "{0} contredit {1}.",
    "Correct one of the two.",
    "Corrigez l'un des deux.",
    "No duration or date can satisfy both: a least above a greatest, a rounding threshold outside the step, dates the "
    "wrong way round. Whichever the library chose would pay an amount that one of the two forbids.",
    "Aucune durée ni date ne satisfait les deux : un minimum au-dessus d'un maximum, un seuil d'arrondi hors du pas, "
    "des dates inversées. Quel que soit le choix de la bibliothèque, elle paierait un montant que l'une des deux "
    "interdit.",
    standing::known};

/// {0} the list, {1} the name.
inline constexpr finding_kind rul_named_twice{
    "ESP-RUL-011",
    severity::error,
    "\"{1}\" stands twice in {0}.",
    "« {1} » figure deux fois dans {0}.",
    "Keep one of the two.",
    "Gardez l'un des deux.",
    "A list such as the order of the funders names each of its members once; a second entry would have to be ignored "
    "or to count twice, and the shares would differ.",
    "Une liste comme l'ordre des financeurs nomme chacun de ses membres une fois ; une seconde entrée devrait être "
    "ignorée ou compter double, et les parts différeraient.",
    standing::known};

/// {0} the key.
inline constexpr finding_kind rul_empty_name{
    "ESP-RUL-012",
    severity::error,
    "{0} is empty.",
    "{0} est vide.",
    "Give a name or an identifier.",
    "Donnez un nom ou un identifiant.",
    "Rules are looked up by the identifiers that the messages carry; an empty one matches no funder, provider or "
    "service, so the rule would never apply.",
    "Les règles se cherchent d'après les identifiants que portent les messages ; un identifiant vide ne désigne aucun "
    "financeur, prestataire ou service : la règle ne s'appliquerait jamais.",
    standing::known};

/// {0} the code.
inline constexpr finding_kind rul_code_map_overlap{
    "ESP-RUL-013",
    severity::error,
    "Two entries of stamps.code_map are for the same producer and overlapping issue dates.",
    "Deux entrées de stamps.code_map visent le même producteur et des dates d'émission qui se chevauchent.",
    "End the older one the day before the newer one begins (issued_to is inclusive).",
    "Terminez la plus ancienne la veille du début de la plus récente (issued_to est inclus).",
    "A producer changed the meaning of correction codes on export from one day on, so the map is resolved by producer "
    "and issue date; with two entries for one date the class of a visit, and the correction rate, would be undecided.",
    "Un producteur a changé, à partir d'un certain jour, le sens des motifs de correction à l'export ; la table se "
    "résout donc par producteur et date d'émission. Avec deux entrées pour une date, la classe d'une intervention et "
    "le taux de correction seraient indécis.",
    standing::inferred_high};

/// {0} and {1} the départements.
inline constexpr finding_kind rul_several_departements{
    "ESP-RUL-014",
    severity::error,
    "The book names two départements, {0} and {1}.",
    "Le recueil nomme deux départements, {0} et {1}.",
    "Write a book for each département, and bill each with its own.",
    "Écrivez un recueil par département, et facturez chacun avec le sien.",
    "Messages do not say which département pays, so a book serves one; with two neither's rules would be applied. "
    "Funders, providers, services and beneficiaries are scopes inside it.",
    "Les messages ne disent pas quel département paie : un recueil n'en sert donc qu'un ; avec deux, les règles "
    "d'aucun ne s'appliqueraient. Financeurs, prestataires, prestations et bénéficiaires en sont les périmètres.",
    standing::inferred_high};

/// {1} the zone.
inline constexpr finding_kind rul_unknown_timezone{
    "ESP-RUL-020",
    severity::error,
    "The time zone {1} of {0} is not handled.",
    "Le fuseau horaire {1} de {0} n'est pas pris en charge.",
    "Write Europe/Paris, America/Guadeloupe, America/Martinique, America/Cayenne, America/St_Barthelemy, "
    "America/Marigot, Indian/Reunion or Indian/Mayotte.",
    "Écrivez Europe/Paris, America/Guadeloupe, America/Martinique, America/Cayenne, America/St_Barthelemy, "
    "America/Marigot, Indian/Reunion ou Indian/Mayotte.",
    "Messages give civil times without offset (known). The library computes the clock of Paris and of the overseas "
    "zones that have no summer time; a zone with other clock changes, such as America/Miquelon, is a limit of this "
    "version and is refused, for elapsed time would be wrong on the days of a change.",
    "Les messages donnent des heures civiles sans décalage (établi). La bibliothèque calcule l'heure de Paris et celle "
    "des fuseaux d'outre-mer sans heure d'été ; un fuseau aux changements d'heure autres, tel America/Miquelon, est "
    "une limite de cette version et est refusé, car le temps écoulé serait faux les jours de changement.",
    standing::known};

inline constexpr std::array<const finding_kind*, 15> rul_finding_kinds{
    &rul_not_built,        &rul_value_not_built,      &rul_overlap,           &rul_dates_reversed,
    &rul_scope_incomplete, &rul_scope_too_specific,   &rul_duplicate_version, &rul_requires,
    &rul_without_effect,   &rul_contradiction,        &rul_named_twice,       &rul_empty_name,
    &rul_code_map_overlap, &rul_several_departements, &rul_unknown_timezone};

}  // namespace esppadom::inline ESPPADOM_ABI
