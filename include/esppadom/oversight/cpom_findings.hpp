#pragma once

// What the statement of a contract (CPOM, dotation) says of itself: ESP-CPO-nnn.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

inline constexpr finding_kind cpo_no_contract{
    "ESP-CPO-001",
    severity::info,
    "The rules name no objective, advance or envelope for provider {0} in these months: the statement shows activity "
    "only.",
    "Les règles ne désignent ni objectif, ni acompte, ni enveloppe pour le prestataire {0} sur ces mois : l'état ne "
    "montre que l'activité.",
    "Describe the contract under `cpom` in a rule set of the provider.",
    "Décrivez le contrat sous `cpom` dans un jeu de règles du prestataire.",
    "A contract is of one provider; what is not described cannot be counted.",
    "Un contrat est celui d'un prestataire ; ce qui n'est pas décrit ne peut être compté.",
    standing::inferred_high};
inline constexpr finding_kind cpo_advance_without_month{
    "ESP-CPO-002",
    severity::warning,
    "An advance of {0} to provider {1} names no month: it is not in the balance.",
    "Un acompte de {0} au prestataire {1} ne désigne pas de mois : il n'est pas dans le solde.",
    "Give the month in which it was paid.",
    "Indiquez le mois du versement.",
    "An advance belongs to the balance of the month it was paid in; without one it would stand in none or in all.",
    "Un acompte figure au solde du mois de son versement ; sans mois, il serait dans aucun ou dans tous.",
    standing::inferred_high};
inline constexpr finding_kind cpo_no_unit_amount{
    "ESP-CPO-003",
    severity::info,
    "Objective {0} of provider {1} has no amount per hour: its hours are shown, nothing is due for them.",
    "L'objectif {0} du prestataire {1} n'a pas de montant horaire : ses heures sont montrées, rien n'est dû pour "
    "elles.",
    "Set `unit_amount` if the contract pays the objective by the hour.",
    "Renseignez `unit_amount` si le contrat paie l'objectif à l'heure.",
    "An objective may be followed without being paid; no amount is assumed.",
    "Un objectif peut être suivi sans être payé ; aucun montant n'est supposé.",
    standing::inferred_low};
inline constexpr finding_kind cpo_envelope_changes{
    "ESP-CPO-004",
    severity::warning,
    "The envelope of provider {0} is not the same in all months from {1} to {2}: it is not compared.",
    "L'enveloppe du prestataire {0} n'est pas la même sur tous les mois de {1} à {2} : elle n'est pas comparée.",
    "Ask for the months of one envelope at a time.",
    "Demandez les mois d'une seule enveloppe à la fois.",
    "An envelope is for the months asked for together; how two would share them is not published.",
    "Une enveloppe vaut pour l'ensemble des mois demandés ; comment deux se les partageraient n'est pas publié.",
    standing::open};
inline constexpr finding_kind cpo_authorised_unknown{
    "ESP-CPO-005",
    severity::warning,
    "Order line {0} gives no hours for a month ({1}): they are missing from the authorised hours.",
    "La ligne de commande {0} ne donne pas d'heures mensuelles ({2}) : elles manquent aux heures autorisées.",
    "Set the rule that brings its quantity to a month, or have the order say it.",
    "Renseignez la règle qui ramène sa quantité au mois, ou faites-la préciser par la commande.",
    "Authorised hours are those that orders grant for a month; a quantity of another kind is not guessed at.",
    "Les heures autorisées sont celles que les commandes accordent pour un mois ; une autre quantité n'est pas "
    "devinée.",
    standing::inferred_high};
inline constexpr finding_kind cpo_objectives_overlap{
    "ESP-CPO-006",
    severity::info,
    "Service {0} of provider {1} belongs to several objectives ({2}): its hours count in each of them, and once in the "
    "total.",
    "La prestation {0} du prestataire {1} relève de plusieurs objectifs ({2}) : ses heures comptent dans chacun, et "
    "une fois dans le total.",
    "Check that the contract pays each of these objectives for the same hours.",
    "Vérifiez que le contrat paie chacun de ces objectifs pour les mêmes heures.",
    "The six objectives of the quality grant may be reached by the same hour; whether both pay is the contract's.",
    "Une même heure peut relever de plusieurs des six objectifs de la dotation ; le contrat dit si chacun est payé.",
    standing::open};

/// Every kind once, for the documentation.
inline constexpr std::array cpo_finding_kinds{&cpo_no_contract,        &cpo_advance_without_month,
                                              &cpo_no_unit_amount,     &cpo_envelope_changes,
                                              &cpo_authorised_unknown, &cpo_objectives_overlap};

}  // namespace esppadom::inline ESPPADOM_ABI
