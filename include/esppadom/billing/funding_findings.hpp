// What is wrong or worth knowing in how a visit is funded: codes and texts.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} the order line, or the order, {1} what was found.
inline constexpr finding_kind bil_participation_unreadable{
    "ESP-BIL-080",
    severity::error,
    "The participation of {0} cannot be read as a percentage, an amount of an hour or an amount of a month: {1}; the "
    "visits are held.",
    "La participation de {0} ne se lit ni comme un pourcentage, ni comme un montant horaire, ni comme un montant "
    "mensuel : {1} ; les interventions restent en attente.",
    "Give a percentage, an amount per 1 HUR (at most six decimals an hour), or an amount without basis quantity on a "
    "monthly line or on the whole order; each once.",
    "Donnez un pourcentage, un montant par 1 HUR (six décimales par heure au plus), ou un montant sans quantité de "
    "base sur une ligne mensuelle ou sur la commande ; chacun une seule fois.",
    "An order line carries the participation as a rate, as an amount per basis quantity, or as an amount of the "
    "requested period; an order carries a fixed monthly amount. Another form would have to be guessed, and the "
    "beneficiary would pay the guess.",
    "Une ligne de commande porte la participation sous forme de taux, de montant par quantité de base ou de montant de "
    "la période commandée ; une commande porte un montant mensuel fixe. Toute autre forme serait une supposition, que "
    "paierait le bénéficiaire.",
    standing::inferred_low};

/// {0} the funder, {1} the month, {2} the participation, {3} what was taken.
inline constexpr finding_kind bil_participation_above_shares{
    "ESP-BIL-081",
    severity::info,
    "The fixed participation towards {0} in {1} is {2}; the funder's shares of the month come to {3} only, which is "
    "what is taken.",
    "La participation forfaitaire envers {0} en {1} est de {2} ; les parts du financeur pour ce mois ne font que {3}, "
    "et c'est ce qui est retenu.",
    "Nothing to do; look whether the month's visits are complete.",
    "Rien à faire ; vérifiez que les interventions du mois sont toutes arrivées.",
    "A fixed monthly participation is taken off the funder's shares in the order of the lines, at most their sum: the "
    "funder never receives money from an invoice.",
    "Une participation mensuelle forfaitaire se retire des parts du financeur dans l'ordre des lignes, au plus à "
    "concurrence de leur somme : le financeur ne reçoit jamais d'argent par une facture.",
    standing::inferred_medium};

/// {0} the funder.
inline constexpr finding_kind bil_own_duration_of_totals{
    "ESP-BIL-082",
    severity::error,
    "funding.duration_from is each, and the rules of {0} round the total of a day or month; the visit is held.",
    "funding.duration_from vaut each, et les règles de {0} arrondissent le total d'une journée ou d'un mois ; "
    "l'intervention reste en attente.",
    "Give that funder rules that round each visit, or set duration_from to first_funder.",
    "Donnez à ce financeur des règles qui arrondissent chaque intervention, ou fixez duration_from à first_funder.",
    "With `each`, a funder is charged at most the minutes of its own rules, visit by visit. A total that is rounded "
    "over "
    "several visits gives no minutes to a single one, unless it is the first funder's, whose duration holds.",
    "Avec « each », un financeur supporte au plus les minutes de ses propres règles, intervention par intervention. Un "
    "total arrondi sur plusieurs interventions ne donne de minutes à aucune d'elles, sauf s'il est celui du premier "
    "financeur, dont la durée fait foi.",
    standing::open};

/// Every kind once, for the documentation.
inline constexpr std::array funding_finding_kinds{&bil_participation_unreadable, &bil_participation_above_shares,
                                                  &bil_own_duration_of_totals};

}  // namespace esppadom::inline ESPPADOM_ABI
