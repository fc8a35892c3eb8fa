// What is legal in a rule book and yet worth a second look: ESP-RUL-040 to 059, given by `check_rule_book` only.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} the version, {1} the keys.
inline constexpr finding_kind rul_no_source{
    "ESP-RUL-040",
    severity::warning,
    "The rule set {0} names no source, and no public one gives the values of: {1}.",
    "Le jeu de règles {0} ne nomme pas de source, et aucune source publique ne donne les valeurs de : {1}.",
    "Name the deliberation, charter or contract in `source` (text, and url where there is one).",
    "Nommez la délibération, la charte ou le contrat dans `source` (text, et url s'il y en a une).",
    "The standing of these keys is open: no national text and no published charter fixes them. Whoever is asked why an "
    "amount is what it is can then only point to the rule file; it should say on what it rests.",
    "Le statut de ces clés est ouvert : aucun texte national ni charte publiée ne les fixe. Qui devra justifier un "
    "montant ne pourra renvoyer qu'au fichier de règles ; il doit dire sur quoi il repose.",
    standing::open};

inline constexpr finding_kind rul_no_address{
    "ESP-RUL-041",
    severity::warning,
    "The address of the source is no web address.",
    "L'adresse de la source n'est pas une adresse web.",
    "Begin it with https://, or put what it says into the text of the source.",
    "Faites-la commencer par https://, ou mettez ce qu'elle dit dans le texte de la source.",
    "Explanations and reports show the address as a link to the act behind a rule. A library rule.",
    "Les explications et comptes rendus montrent l'adresse comme un lien vers l'acte qui fonde une règle. Règle de la "
    "bibliothèque.",
    standing::known};

/// {0} the version.
inline constexpr finding_kind rul_every_payer{
    "ESP-RUL-042",
    severity::info,
    "The rule set {0} names no département: it holds for every payer.",
    "Le jeu de règles {0} ne nomme pas de département : il vaut pour tout payeur.",
    "Name the département in `scope` unless the rules are meant for all.",
    "Nommez le département dans `scope`, sauf si les règles visent tous les payeurs.",
    "Each Département decides its own rules. Visits of a beneficiary whose domicile de secours is in another one would "
    "be billed with these rules too.",
    "Chaque Département décide de ses règles. Les interventions d'un bénéficiaire dont le domicile de secours est dans "
    "un autre seraient aussi facturées avec celles-ci.",
    standing::inferred_high};

/// {0} the version, {1} the first day.
inline constexpr finding_kind rul_no_successor{
    "ESP-RUL-043",
    severity::info,
    "The rule set {0} ends; from {1} on the wider scopes hold, or the neutral values.",
    "Le jeu de règles {0} prend fin ; à partir du {1} valent les périmètres plus larges, ou les valeurs neutres.",
    "Add the version that follows, or leave valid_to open.",
    "Ajoutez la version suivante, ou laissez valid_to ouvert.",
    "A key that no version sets on a date has its neutral value: no rounding, no carry, no penalty. That is rarely "
    "what a Département wants after the end of a charter.",
    "Une clé qu'aucune version ne renseigne à une date a sa valeur neutre : ni arrondi, ni report, ni pénalité. C'est "
    "rarement ce que veut un Département après la fin d'une charte.",
    standing::known};

/// {0} and {1} the versions, {2} and {3} the first and last day between.
inline constexpr finding_kind rul_gap{
    "ESP-RUL-044",
    severity::warning,
    "Neither {0} nor {1} holds from {2} to {3}.",
    "Ni {0} ni {1} ne vaut du {2} au {3}.",
    "Move valid_from or valid_to so that one begins the day after the other ends.",
    "Déplacez valid_from ou valid_to pour que l'une commence le lendemain de la fin de l'autre.",
    "Both dates are inclusive, so the successor begins the day after. On the days between visits are billed with the "
    "wider scopes or the neutral values.",
    "Les deux dates sont incluses : la suivante commence donc le lendemain. Les jours intermédiaires, les "
    "interventions sont facturées avec les périmètres plus larges ou les valeurs neutres.",
    standing::known};

/// {0} the threshold.
inline constexpr finding_kind rul_unusual_threshold{
    "ESP-RUL-045",
    severity::warning,
    "A ceiling of {0} % for the correction rate is outside what Départements are known to use (5 to 8 %).",
    "Un plafond de {0} % pour le taux de correction sort de ce que des Départements pratiquent (5 à 8 %).",
    "Check the figure; 8 means 8 %.",
    "Vérifiez le chiffre ; 8 signifie 8 %.",
    "A white paper of 2021 gives ceilings between 5 and 8 %. Other figures are possible: each Département decides.",
    "Un livre blanc de 2021 donne des plafonds entre 5 et 8 %. D'autres chiffres sont possibles : chaque Département "
    "décide.",
    standing::known};

/// {0} the horizon.
inline constexpr finding_kind rul_short_carry{
    "ESP-RUL-046",
    severity::warning,
    "Unused hours are carried for {0} months; for APA the decree gives the five months that follow.",
    "Les heures non utilisées sont reportées sur {0} mois ; pour l'APA, le décret donne les cinq mois suivants.",
    "Check that the rule is not meant for APA, or set 5.",
    "Vérifiez que la règle ne vise pas l'APA, ou mettez 5.",
    "Décret 2024-395 of 29 April 2024: hours of the plan that a month leaves unused may be used in the five following "
    "months. Other aids are not bound by it.",
    "Décret 2024-395 du 29 avril 2024 : les heures du plan non utilisées un mois peuvent l'être les cinq mois "
    "suivants. D'autres aides n'y sont pas tenues.",
    standing::known};

/// {0} the step in minutes.
inline constexpr finding_kind rul_always_up{
    "ESP-RUL-047",
    severity::info,
    "Every visit is rounded up to {0} minutes, without a cap and whatever was planned.",
    "Chaque intervention est arrondie aux {0} minutes supérieures, sans plafond et quel que soit le planifié.",
    "Check that this is meant; a cap at the planned time or a guard limits it.",
    "Vérifiez que c'est voulu ; un plafond au temps planifié ou une condition le limite.",
    "On average each visit gains about half a step. The variant exists in the field (rounding in favour of the "
    "company); it is told because it moves large sums.",
    "En moyenne, chaque intervention gagne environ un demi-pas. La variante existe sur le terrain (arrondi en faveur "
    "de "
    "l'entreprise) ; elle est signalée parce qu'elle déplace de fortes sommes.",
    standing::known};

/// {0} the key, {1} the level, {2} the levels it is meant for.
inline constexpr finding_kind rul_wider_scope{
    "ESP-RUL-048",
    severity::warning,
    "{0} is set at scope {1}; it is meant for scope {2}.",
    "{0} est renseigné au périmètre {1} ; il est prévu pour le périmètre {2}.",
    "Move it to a rule set of that scope, unless it holds for everybody.",
    "Déplacez-le dans un jeu de règles de ce périmètre, sauf s'il vaut pour tous.",
    "Who is incompatible with télégestion, or what somebody's resources are, is decided person by person (known); two "
    "caregivers at once by person or by kind of service (open). Set more widely, the key holds for everybody there.",
    "Qui est incompatible avec la télégestion et quelles sont les ressources de quelqu'un se décide personne par "
    "personne (établi) ; deux intervenants à la fois, par personne ou par prestation (ouvert). Renseignée plus "
    "largement, la clé vaut pour tous ceux qui en relèvent.",
    standing::inferred_medium};

/// {0} the key, {1} what it needs.
inline constexpr finding_kind rul_idle{
    "ESP-RUL-049",
    severity::warning,
    "{0} has no effect: no rule set of the book gives {1}.",
    "{0} est sans effet : aucun jeu de règles du recueil ne donne {1}.",
    "Give what is missing, or remove the key.",
    "Renseignez ce qui manque, ou retirez la clé.",
    "A step of 15 minutes rounds nothing as long as nothing says what is rounded. The rules are applied as they stand, "
    "and amounts are those without the key.",
    "Un pas de 15 minutes n'arrondit rien tant que rien ne dit ce qui est arrondi. Les règles s'appliquent telles "
    "quelles, et les montants sont ceux que l'on aurait sans la clé.",
    standing::known};

/// {0} the key, {1} the minutes.
inline constexpr finding_kind rul_small_time{
    "ESP-RUL-050",
    severity::warning,
    "{0} is {1} minutes only.",
    "{0} ne vaut que {1} minutes.",
    "Check the unit: keys in _min are minutes, nine hours are 540.",
    "Vérifiez l'unité : les clés en _min sont en minutes, neuf heures s'écrivent 540.",
    "Plans, ceilings and volumes of a period are hours. A number of hours where minutes are meant is legal, and pays "
    "almost nothing.",
    "Les plans, plafonds et volumes d'une période se comptent en heures. Un nombre d'heures là où des minutes sont "
    "attendues est licite, et ne paie presque rien.",
    standing::inferred_high};

/// {0} the key, {1} the price.
inline constexpr finding_kind rul_unusual_price{
    "ESP-RUL-051",
    severity::warning,
    "{0} is {1} euros an hour.",
    "{0} vaut {1} euros de l'heure.",
    "Check the figure; 24.58 means 24 euros and 58 cents.",
    "Vérifiez le chiffre ; 24.58 signifie 24 euros et 58 centimes.",
    "Published tariffs of an hour lie between 15 and 31 euros (2016), the floor tariff is 24.58 euros (2025). A tariff "
    "in cents, or of 0, is legal and rarely meant.",
    "Les tarifs horaires publiés vont de 15 à 31 euros (2016), le tarif plancher est de 24,58 euros (2025). Un tarif "
    "en centimes, ou nul, est licite et rarement voulu.",
    standing::known};

/// {0} and {1} the resources between which no band lies.
inline constexpr finding_kind rul_band_gap{
    "ESP-RUL-052",
    severity::warning,
    "No band of participation.table holds resources from {0} to below {1} euros.",
    "Aucune tranche de participation.table ne couvre les ressources de {0} à moins de {1} euros.",
    "Let each band begin where the one before ends; `to` null has no limit.",
    "Faites commencer chaque tranche où finit la précédente ; `to` null est sans limite.",
    "The participation of a beneficiary with such resources is unknown, and the visits are held (ESP-BIL-032).",
    "La participation d'un bénéficiaire ayant de telles ressources est inconnue, et ses interventions restent en "
    "attente (ESP-BIL-032).",
    standing::inferred_low};

/// The book.
inline constexpr finding_kind rul_no_rule_set{
    "ESP-RUL-053",
    severity::warning,
    "The book holds no rule set.",
    "Le recueil ne contient aucun jeu de règles.",
    "Add one, unless the neutral values are meant.",
    "Ajoutez-en un, sauf si les valeurs neutres sont voulues.",
    "Without a rule set every key has its neutral value: no rounding, no cap, no carry, no penalty. The neutral values "
    "are nobody's rules.",
    "Sans jeu de règles, chaque clé a sa valeur neutre : ni arrondi, ni plafond, ni report, ni pénalité. Les valeurs "
    "neutres ne sont les règles de personne.",
    standing::known};

inline constexpr std::array<const finding_kind*, 14> rul_advice_kinds{
    &rul_no_source,         &rul_no_address,    &rul_every_payer, &rul_no_successor, &rul_gap,
    &rul_unusual_threshold, &rul_short_carry,   &rul_always_up,   &rul_wider_scope,  &rul_idle,
    &rul_small_time,        &rul_unusual_price, &rul_band_gap,    &rul_no_rule_set};

}  // namespace esppadom::inline ESPPADOM_ABI
