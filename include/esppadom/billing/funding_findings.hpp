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

/// {0} the order line, {1} the first day on which a visit needed it.
inline constexpr finding_kind bil_no_price{
    "ESP-BIL-083",
    severity::warning,
    "Neither {0} of the order nor the rules in force on {1} give a price; its visits are listed and not billed.",
    "Ni {0} de la commande ni les règles en vigueur le {1} ne donnent de prix ; ses interventions sont listées et non "
    "facturées.",
    "Have the ordering party give a tariff, or set tariff.provider_rate for that date.",
    "Faites donner un tarif par le donneur d'ordre, ou renseignez tariff.provider_rate pour cette date.",
    "Without a price there is no amount to share. A tariff of other dates is not used: it may be another one on "
    "purpose.",
    "Sans prix, il n'y a aucun montant à répartir. Un tarif d'autres dates n'est pas repris : il peut différer à "
    "dessein.",
    standing::inferred_high};

/// {0} and {1} the orders, {2} the service, {3} the first day both are in force, {4} the payer.
inline constexpr finding_kind bil_orders_contradict{
    "ESP-BIL-084",
    severity::warning,
    "The orders {0} and {1} both order {2} from the same provider at the expense of {4} from {3} on, and neither "
    "replaces the other: their quantities add up.",
    "Les commandes {0} et {1} commandent toutes deux {2} au même prestataire à la charge de {4} à compter du {3}, et "
    "aucune ne remplace l'autre : leurs quantités s'additionnent.",
    "Have the ordering party end one of them, or name the order that is replaced in the one that replaces it.",
    "Faites mettre fin à l'une d'elles par le donneur d'ordre, ou nommer la commande remplacée dans celle qui la "
    "remplace.",
    "An order replaces another that it names, or one of an earlier issue with the same line. Of two that were issued "
    "at the "
    "same time, or of which the later one names a third, neither does: if one was meant to correct the other, the plan "
    "is "
    "too large.",
    "Une commande en remplace une autre si elle la nomme, ou si celle-ci est antérieure et porte la même ligne. De "
    "deux "
    "commandes émises au même instant, ou dont la plus récente en nomme une troisième, aucune ne remplace l'autre : si "
    "l'une devait corriger l'autre, le plan est trop grand.",
    standing::inferred_medium};

/// {0} the pool, {1} the first period that is known, {2} how many periods a rest is carried, {3} since when the order
/// is in force.
inline constexpr finding_kind bil_carry_before_history{
    "ESP-BIL-085",
    severity::info,
    "What {0} left before {1} is not known, and nothing of it is carried: the orders are in force since {3}, and a "
    "rest "
    "serves for {2} periods.",
    "Ce que {0} a laissé avant {1} n'est pas connu, et rien n'en est reporté : les commandes sont en vigueur depuis le "
    "{3}, et un reliquat sert {2} périodes.",
    "Give what was left with the opening of the ledger (ledger init), or nothing where nothing was left.",
    "Indiquez ce qui restait à l'ouverture du registre (ledger init), ou rien s'il ne restait rien.",
    "A ledger knows hours from the first visit it holds. Hours of earlier periods may have been left; the beneficiary "
    "would "
    "pay what they could have covered. Told as long as they could serve.",
    "Un registre connaît les heures depuis la première intervention qu'il contient. Des heures de périodes antérieures "
    "ont pu "
    "rester ; le bénéficiaire paierait ce qu'elles auraient pu couvrir. Signalé tant qu'elles pourraient servir.",
    standing::inferred_medium};

/// {0} the first funder, {1} the other, {2} the order line.
inline constexpr finding_kind bil_funders_unranked{
    "ESP-BIL-086",
    severity::warning,
    "{0} and {1} both fund {2} on the same days, and funding.order names neither: {0} pays first, as it stands first "
    "in "
    "the orders.",
    "{0} et {1} financent tous deux {2} les mêmes jours, et funding.order ne nomme ni l'un ni l'autre : {0} paie en "
    "premier, car cité en premier dans les commandes.",
    "Name both in funding.order in the order in which they pay, or give them days of their own (per_funder.days).",
    "Nommez-les tous deux dans funding.order dans l'ordre où ils paient, ou donnez-leur des jours distincts "
    "(per_funder.days).",
    "Two fundings stand on one service where their periods or days are apart (known practice), or where their order of "
    "payment is said. That order is open: the orders alone do not say it, and other orders would give other shares.",
    "Deux financements portent sur une même prestation si leurs périodes ou leurs jours sont distincts (pratique "
    "établie), ou si leur rang est fixé. Ce rang est ouvert : les commandes seules ne le disent pas, et un autre rang "
    "donnerait d'autres parts.",
    standing::open};

/// {0} the order line, {1} the price.
inline constexpr finding_kind bil_negative_price{
    "ESP-BIL-087",
    severity::error,
    "The price {1} of {0} is below nothing; its visits are listed and not billed.",
    "Le prix {1} de {0} est négatif ; ses interventions sont listées et non facturées.",
    "Have the ordering party correct the tariff; an amount to give back is a credit note, not a price.",
    "Faites corriger le tarif par le donneur d'ordre ; une somme à rendre est un avoir, pas un prix.",
    "A visit costs something or nothing. Below nothing, a funder would be owed money for visits that were made, and "
    "shares would no longer add up to the price.",
    "Une intervention coûte quelque chose ou rien. Avec un prix négatif, un financeur recevrait de l'argent pour des "
    "interventions faites, et les parts ne feraient plus le prix.",
    standing::known};

/// {0} the order line.
inline constexpr finding_kind bil_price_of_nothing{
    "ESP-BIL-088",
    severity::warning,
    "The price of {0} is 0: its visits use the plan, and no invoice shows them.",
    "Le prix de {0} est nul : ses interventions consomment le plan, et aucune facture ne les montre.",
    "Have the ordering party correct the tariff if these visits are to be paid.",
    "Faites corriger le tarif par le donneur d'ordre si ces interventions doivent être payées.",
    "A price of nothing is a price: the rule holds, and nothing is due. It may also be a field left at 0.",
    "Un prix nul est un prix : la règle s'applique et rien n'est dû. Il peut aussi s'agir d'un champ laissé à 0.",
    standing::inferred_medium};

/// Every kind once, for the documentation.
inline constexpr std::array funding_finding_kinds{
    &bil_participation_unreadable, &bil_participation_above_shares, &bil_own_duration_of_totals, &bil_no_price,
    &bil_orders_contradict,        &bil_carry_before_history,       &bil_funders_unranked,       &bil_negative_price,
    &bil_price_of_nothing};

}  // namespace esppadom::inline ESPPADOM_ABI
