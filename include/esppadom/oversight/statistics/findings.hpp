#pragma once

// What statistics say of themselves: ESP-STA-nnn.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

inline constexpr finding_kind sta_empty_month{
    "ESP-STA-001",
    severity::info,
    "No visit took place in {0}: it has no row.",
    "Aucune intervention n'a eu lieu en {0} : ce mois n'a pas de ligne.",
    "Check that the visits of that month were given.",
    "Vérifiez que les interventions de ce mois ont été données.",
    "A month without visits is rarely true; more often its files are missing.",
    "Un mois sans intervention est rarement vrai ; le plus souvent ses fichiers manquent.",
    standing::inferred_high};
inline constexpr finding_kind sta_no_birth_date{
    "ESP-STA-002",
    severity::info,
    "The birth date of {0} beneficiaries is not known: they stand in a band without a name.",
    "La date de naissance de {0} bénéficiaires n'est pas connue : ils sont dans une tranche sans nom.",
    "Give the orders that carry it.",
    "Donnez les commandes qui la portent.",
    "Ages come from the orders; nobody is left out because an age is missing.",
    "Les âges viennent des commandes ; nul n'est écarté faute d'âge connu.",
    standing::inferred_medium};

/// {0} the identifier, {1} whose it is in English, {2} in French.
inline constexpr finding_kind sta_unknown_name{
    "ESP-STA-003",
    severity::warning,
    "Nothing that is counted names the {1} '{0}'.",
    "Rien de ce qui est compté ne nomme {2} « {0} ».",
    "Check the identifier; it is looked for as it is written in orders and visits.",
    "Vérifiez l'identifiant ; il est cherché tel qu'il figure dans les commandes et interventions.",
    "What is asked for one provider, funder or person is looked for letter by letter; of a name that no order, visit "
    "or "
    "line bears there is nothing to count, and an empty table looks like a month without activity.",
    "Ce qui est demandé pour un prestataire, un financeur ou une personne se cherche lettre pour lettre ; d'un nom "
    "qu'aucune commande, intervention ou ligne ne porte il n'y a rien à compter, et un tableau vide ressemble à un "
    "mois "
    "sans activité.",
    standing::known};

/// Every kind once, for the documentation.
inline constexpr std::array sta_finding_kinds{&sta_empty_month, &sta_no_birth_date, &sta_unknown_name};

}  // namespace esppadom::inline ESPPADOM_ABI
