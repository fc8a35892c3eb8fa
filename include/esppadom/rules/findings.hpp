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
    "Remove the key. A rule that the library cannot apply is never ignored.",
    "Retirez la clé. Une règle que la bibliothèque ne sait pas appliquer n'est jamais ignorée."};

/// {0} the key, {1} the value.
inline constexpr finding_kind rul_value_not_built{
    "ESP-RUL-002",
    severity::error,
    "The value \"{1}\" of the parameter {0} is not built yet.",
    "La valeur « {1} » du paramètre {0} n'est pas encore réalisée.",
    "Choose another value. A rule that the library cannot apply is never ignored.",
    "Choisissez une autre valeur. Une règle que la bibliothèque ne sait pas appliquer n'est jamais ignorée."};

/// {0} and {1} the versions, "id version n".
inline constexpr finding_kind rul_overlap{
    "ESP-RUL-003",
    severity::error,
    "The rule sets {0} and {1} have the same scope and overlapping dates.",
    "Les jeux de règles {0} et {1} ont le même périmètre et des dates qui se chevauchent.",
    "End the older one the day before the newer one begins (valid_to is inclusive).",
    "Terminez le plus ancien la veille du début du plus récent (valid_to est inclus)."};

/// {0} valid_from, {1} valid_to.
inline constexpr finding_kind rul_dates_reversed{"ESP-RUL-004",
                                                 severity::error,
                                                 "The dates are reversed: from {0} to {1}.",
                                                 "Les dates sont inversées : du {0} au {1}.",
                                                 "Correct one of the two; both are inclusive.",
                                                 "Corrigez l'une des deux ; elles sont incluses."};

/// {0} the level, {1} the field.
inline constexpr finding_kind rul_scope_incomplete{"ESP-RUL-005",
                                                   severity::error,
                                                   "A scope of level {0} must name its {1}.",
                                                   "Un périmètre de niveau {0} doit nommer son champ {1}.",
                                                   "Give the identifier, or choose another level.",
                                                   "Donnez l'identifiant, ou choisissez un autre niveau."};

/// {0} the level, {1} the field.
inline constexpr finding_kind rul_scope_too_specific{"ESP-RUL-006",
                                                     severity::error,
                                                     "A scope of level {0} cannot name a {1}.",
                                                     "Un périmètre de niveau {0} ne peut pas nommer le champ {1}.",
                                                     "Remove it, or set the level to {1}.",
                                                     "Retirez-le, ou choisissez le niveau {1}."};

/// {0} the version, "id version n".
inline constexpr finding_kind rul_duplicate_version{"ESP-RUL-007",
                                                    severity::error,
                                                    "The rule set {0} stands twice in the book.",
                                                    "Le jeu de règles {0} figure deux fois dans le recueil.",
                                                    "Give each version a number of its own.",
                                                    "Donnez à chaque version son propre numéro."};

/// {0} the key, {1} what it needs.
inline constexpr finding_kind rul_requires{"ESP-RUL-008",
                                           severity::error,
                                           "{0} requires {1}, and no rule in force gives it.",
                                           "{0} exige {1}, qu'aucune règle en vigueur ne donne.",
                                           "Set {1}.",
                                           "Renseignez {1}."};

/// {0} the key, {1} what it would need.
inline constexpr finding_kind rul_without_effect{"ESP-RUL-009",
                                                 severity::error,
                                                 "{0} has no effect: it needs {1}.",
                                                 "{0} est sans effet : il faut {1}.",
                                                 "Remove the key, or set {1}.",
                                                 "Retirez la clé, ou renseignez {1}."};

/// {0} and {1} the keys or conditions.
inline constexpr finding_kind rul_contradiction{
    "ESP-RUL-010",        severity::error,           "{0} contradicts {1}.",
    "{0} contredit {1}.", "Correct one of the two.", "Corrigez l'un des deux."};

/// {0} the list, {1} the name.
inline constexpr finding_kind rul_named_twice{"ESP-RUL-011",
                                              severity::error,
                                              "\"{1}\" stands twice in {0}.",
                                              "« {1} » figure deux fois dans {0}.",
                                              "Keep one of the two.",
                                              "Gardez l'un des deux."};

/// {0} the key.
inline constexpr finding_kind rul_empty_name{"ESP-RUL-012",
                                             severity::error,
                                             "{0} is empty.",
                                             "{0} est vide.",
                                             "Give a name or an identifier.",
                                             "Donnez un nom ou un identifiant."};

/// {0} the code.
inline constexpr finding_kind rul_code_map_overlap{
    "ESP-RUL-013",
    severity::error,
    "Two entries of stamps.code_map are for the same producer and overlapping issue dates.",
    "Deux entrées de stamps.code_map visent le même producteur et des dates d'émission qui se chevauchent.",
    "End the older one the day before the newer one begins (issued_to is inclusive).",
    "Terminez la plus ancienne la veille du début de la plus récente (issued_to est inclus)."};

inline constexpr std::array<const finding_kind*, 13> rul_finding_kinds{
    &rul_not_built,          &rul_value_not_built,   &rul_overlap,         &rul_dates_reversed, &rul_scope_incomplete,
    &rul_scope_too_specific, &rul_duplicate_version, &rul_requires,        &rul_without_effect, &rul_contradiction,
    &rul_named_twice,        &rul_empty_name,        &rul_code_map_overlap};

}  // namespace esppadom::inline ESPPADOM_ABI
