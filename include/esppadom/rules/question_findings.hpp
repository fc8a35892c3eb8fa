// What is to be said of rules that are asked for and that the book does not have: ESP-RUL-060 to 062.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} the département of the book, {1} the one asked for.
inline constexpr finding_kind rul_other_departement{
    "ESP-RUL-060",
    severity::error,
    "The book is that of département {0}, not of {1}: none of its rules holds there.",
    "Le recueil est celui du département {0}, non du {1} : aucune de ses règles n'y vaut.",
    "Ask for département {0}, or give the book of {1}.",
    "Demandez le département {0}, ou donnez le recueil du {1}.",
    "A book serves one département. What is left for another one are the neutral values, which are nobody's rules.",
    "Un recueil sert un département. Pour un autre, il ne reste que les valeurs neutres, qui ne sont les règles de "
    "personne.",
    standing::inferred_high};

/// {0} the day.
inline constexpr finding_kind rul_nothing_in_force{
    "ESP-RUL-061",
    severity::warning,
    "No rule set of the book is in force on {0} for what is asked: the values are the neutral ones.",
    "Aucun jeu de règles du recueil n'est en vigueur le {0} pour ce qui est demandé : les valeurs sont neutres.",
    "Check the day, and valid_from and valid_to of the rule sets.",
    "Vérifiez le jour, ainsi que valid_from et valid_to des jeux de règles.",
    "A neutral value is a technical default without authority; billing a day without rules would bill by it.",
    "Une valeur neutre est un défaut technique sans autorité ; facturer un jour sans règles facturerait d'après elle.",
    standing::known};

/// {0} the identifier, {1} whose it is in English, {2} in French.
inline constexpr finding_kind rul_no_scope_of{
    "ESP-RUL-062",
    severity::info,
    "The book names no {1} '{0}': what holds is what wider scopes say.",
    "Le recueil ne nomme pas de {2} « {0} » : valent les règles des périmètres plus larges.",
    "Nothing to do if there are no rules of its own; otherwise check how the identifier is written.",
    "Rien à faire s'il n'y a pas de règles propres ; sinon, vérifiez l'écriture de l'identifiant.",
    "Rule sets are found by the identifiers as messages write them, letter by letter; most providers and beneficiaries "
    "have no rule set of their own.",
    "Les jeux de règles se trouvent par les identifiants tels que les messages les écrivent, lettre pour lettre ; la "
    "plupart des prestataires et des bénéficiaires n'ont pas de jeu propre.",
    standing::known};

inline constexpr std::array rul_question_kinds{&rul_other_departement, &rul_nothing_in_force, &rul_no_scope_of};

}  // namespace esppadom::inline ESPPADOM_ABI
