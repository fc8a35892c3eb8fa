// What billing says of documents, penalties and deadlines: ESP-BIL-100 to 129.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} provider, {1} month, {2} rate, {3} numerator, {4} denominator, {5} threshold, {6} amount.
inline constexpr finding_kind bil_rate_exceeds{
    "ESP-BIL-100",
    severity::warning,
    "The correction rate of provider {0} to {1} is {2} % ({3} of {4}), above the limit of {5} %; {6} EUR are not paid.",
    "Le taux de correction du prestataire {0} jusqu'à {1} est de {2} % ({3} sur {4}), au-dessus de la limite de {5} % "
    "; "
    "{6} EUR ne sont pas payés.",
    "Read the rows of `penalties`: they name the visits or the reduction behind the amount.",
    "Lisez les lignes de « penalties » : elles nomment les interventions ou la réfaction à l'origine du montant.",
    "The rate is compared with the threshold as an exact fraction; a rate equal to it passes. The ceiling is set by "
    "each "
    "département, between 5 and 8 % (known); what follows is the choice of the rule set (open). A penalty is an amount "
    "of its own on the documents of the month: minutes, plans and shares of funders stay as they are.",
    "Le taux est comparé au seuil en fraction exacte ; un taux égal passe. Le plafond est fixé par chaque département, "
    "entre 5 et 8 % (établi) ; la suite est le choix du jeu de règles (ouvert). Une pénalité est un montant à part sur "
    "les documents du mois : minutes, plans et parts des financeurs restent inchangés.",
    standing::open};

/// {0} provider, {1} month.
inline constexpr finding_kind bil_bonus_without_formula{
    "ESP-BIL-101",
    severity::info,
    "The correction rate of provider {0} to {1} was measured for a bonus; no amount is computed.",
    "Le taux de correction du prestataire {0} jusqu'à {1} a été mesuré pour un bonus ; aucun montant n'est calculé.",
    "Compute the bonus by the contract (CPOM) from the rate in `penalties`.",
    "Calculez le bonus d'après le contrat (CPOM) à partir du taux dans « penalties ».",
    "That a contract may reward a low rate is inferred (low) from the steering objectives of CPOMs; no formula is "
    "published, so the library says whether the threshold holds and pays nothing.",
    "Qu'un contrat récompense un taux bas est déduit (faible) des objectifs de pilotage des CPOM ; aucune formule "
    "n'est "
    "publiée : la bibliothèque dit si le seuil est tenu et ne paie rien.",
    standing::open};

/// {0} count, {1} provider, {2} month.
inline constexpr finding_kind bil_undocumented_refused{
    "ESP-BIL-102",
    severity::warning,
    "{0} corrected visits of provider {1} to {2} are not paid: reason, author or an authorised reason is missing.",
    "{0} interventions corrigées du prestataire {1} jusqu'à {2} ne sont pas payées : le motif, l'auteur ou un motif "
    "autorisé manque.",
    "Give reason and author in the circumstances; the amount is then paid by the next run.",
    "Fournissez motif et auteur dans les circonstances ; le montant est alors payé par la facturation suivante.",
    "The rule set refuses corrections that are not documented (correction.undocumented; open). The visits stay on "
    "their "
    "lines, in the plan and in the rate; the funder's share of them is a penalty.",
    "Le jeu de règles refuse les corrections non documentées (correction.undocumented ; ouvert). Les interventions "
    "restent sur leurs lignes, dans le plan et dans le taux ; la part du financeur est une pénalité.",
    standing::open};

/// {0} total, {1} difference.
inline constexpr finding_kind bil_vat_difference{
    "ESP-BIL-103",
    severity::warning,
    "The total of {0} EUR differs from the amounts with VAT by {1} EUR.",
    "Le total de {0} EUR s'écarte des montants TTC de {1} EUR.",
    "Nothing to do: the cents come from the VAT being taken once a rate.",
    "Rien à faire : les centimes viennent de la TVA prise une fois par taux.",
    "Prices that include VAT are brought to net amounts line by line, and the VAT is taken at the foot of the "
    "document, "
    "once a rate (inferred, medium). The total can then differ from the sum of the lines by some cents; the total is "
    "what is paid.",
    "Les prix TTC sont ramenés au HT ligne par ligne et la TVA est prise en pied de document, une fois par taux "
    "(déduit). Le total peut alors différer de la somme des lignes de quelques centimes ; c'est le total qui est payé.",
    standing::inferred_medium};

/// {0} amount, {1} provider, {2} month, {3} reason in English, {4} in French.
inline constexpr finding_kind bil_document_held{
    "ESP-BIL-104",
    severity::warning,
    "{0} EUR of provider {1} for {2} are on no document of this run: {3}.",
    "{0} EUR du prestataire {1} pour {2} ne figurent sur aucun document de cette facturation : {4}.",
    "Where a pro forma waits for its validation, run again with the provider named as validated; otherwise the next "
    "main "
    "invoice takes the amount.",
    "Si la pro forma attend sa validation, relancez en nommant le prestataire comme ayant validé ; sinon, la prochaine "
    "facture principale reprend le montant.",
    "The rule set forbids or limits supplementary invoices, puts credits on the next invoice, or asks for a validated "
    "pro "
    "forma. What has no document is no fact of the ledger: the difference is found again by every run until it is "
    "issued.",
    "Le jeu de règles interdit ou limite les factures complémentaires, reporte les avoirs sur la facture suivante, ou "
    "exige une pro forma validée. Ce qui n'a pas de document n'entre pas au registre : chaque facturation retrouve "
    "l'écart jusqu'à son émission.",
    standing::inferred_medium};

/// {0} date of issue, {1} days.
inline constexpr finding_kind bil_correction_too_late{
    "ESP-BIL-105",
    severity::warning,
    "The correction issued on {0} came more than {1} days after the visit and is not taken.",
    "La correction émise le {0} est arrivée plus de {1} jours après l'intervention et n'est pas prise.",
    "Have the deadline waived by changing invoicing.correction_deadline_days, or leave the visit as it was.",
    "Faites lever le délai en modifiant invoicing.correction_deadline_days, ou laissez l'intervention en l'état.",
    "A message with a correction code counts from the day of the visit; the deadline itself counts. An earlier message "
    "of "
    "the visit stands; without one the visit is listed as unbilled. Deadlines of départements are open.",
    "Un message avec motif de correction se compte depuis le jour de l'intervention ; le jour limite compte. Un "
    "message "
    "antérieur de l'intervention reste valable ; sans lui l'intervention figure en non facturé. Les délais des "
    "départements sont ouverts.",
    standing::open};

/// {0} invoice, {1} line or "-".
inline constexpr finding_kind bil_rejection_unknown{
    "ESP-BIL-106",
    severity::error,
    "The rejection of invoice {0}, line {1}, names nothing that the ledger holds.",
    "Le rejet de la facture {0}, ligne {1}, ne désigne rien que contienne le registre.",
    "Correct the number of the invoice or line, or give the ledger of the run that issued it.",
    "Corrigez le numéro de facture ou de ligne, ou donnez le registre de la facturation qui l'a émise.",
    "A rejection is by invoice, or by line with the number it has on the invoice (known that rejections exist, with a "
    "reason). Its visits are credited and wait until they are sent again; a rejection that finds nothing has no "
    "effect.",
    "Un rejet porte sur une facture, ou sur une ligne par son numéro sur la facture (l'existence des rejets motivés "
    "est "
    "établie). Ses interventions donnent lieu à un avoir et attendent d'être renvoyées ; un rejet sans objet reste "
    "sans "
    "effet.",
    standing::inferred_medium};

/// {0} order.
inline constexpr finding_kind bil_no_district{
    "ESP-BIL-107",
    severity::warning,
    "Order {0} gives no postcode of the beneficiary nor of the provider: its visits are invoiced without district.",
    "La commande {0} ne donne ni le code postal du bénéficiaire ni celui du prestataire : ses interventions sont "
    "facturées sans secteur.",
    "Have the ordering party give the postcode, or choose another granularity.",
    "Faites indiquer le code postal par le donneur d'ordre, ou choisissez un autre regroupement.",
    "Invoices by service and district are known; messages carry no district, so the library takes the postcode of the "
    "beneficiary, else that of the provider (inferred). Visits without either share one invoice.",
    "Les factures par prestation et secteur sont établies ; les messages n'ont pas de secteur, la bibliothèque prend "
    "donc "
    "le code postal du bénéficiaire, sinon celui du prestataire (déduit). Les interventions sans code postal partagent "
    "une facture.",
    standing::inferred_low};

/// {0} pool, {1} month.
inline constexpr finding_kind bil_opening_unused{
    "ESP-BIL-108",
    severity::error,
    "What a predecessor left in pool {0} for {1} belongs to no pool that is counted in time by months.",
    "Ce qu'un prédécesseur a laissé dans l'enveloppe {0} pour {1} n'appartient à aucune enveloppe comptée en temps et "
    "par "
    "mois.",
    "Correct the name of the pool in the opening table, or take the time over by hand.",
    "Corrigez le nom de l'enveloppe dans le tableau d'ouverture, ou reprenez le temps à la main.",
    "An opening names pools as billing does and gives minutes of months; in a pool of euros, or of other periods, it "
    "would "
    "have no meaning. The hours are not used, so that the beneficiary may pay what was granted.",
    "Une reprise nomme les enveloppes comme la facturation et donne des minutes par mois ; dans une enveloppe en euros "
    "ou "
    "d'une autre période, elle n'aurait pas de sens. Les heures ne sont pas utilisées : le bénéficiaire pourrait payer "
    "ce "
    "qui était accordé.",
    standing::inferred_high};

/// {0} as-of date, {1} month.
inline constexpr finding_kind bil_as_of_before_month{
    "ESP-BIL-109",
    severity::warning,
    "The as-of date {0} lies before the month {1} that is billed.",
    "La date d'arrêté {0} précède le mois facturé {1}.",
    "Give an as-of date on or after the end of the month, or correct the month.",
    "Donnez une date d'arrêté à la fin du mois ou après, ou corrigez le mois.",
    "The as-of date says which orders were known. The visits of the messages are billed whatever their date of issue: "
    "on that date they had not been made.",
    "La date d'arrêté dit quelles commandes étaient connues. Les interventions des messages sont facturées quelle que "
    "soit leur date d'émission : à cette date, elles n'avaient pas eu lieu.",
    standing::inferred_medium};

/// {0} provider, {1} what is said of it in English, {2} in French.
inline constexpr finding_kind bil_unknown_provider{
    "ESP-BIL-110",
    severity::warning,
    "The run is told of provider {0} that {1}, and no order, visit or document names it.",
    "La demande dit du prestataire {0} que {2}, or aucune commande, intervention ni facture ne le nomme.",
    "Correct the identifier: it must be written as in the orders and visits.",
    "Corrigez l'identifiant : il s'écrit comme dans les commandes et les interventions.",
    "A provider whose month is declared complete loses the visits that its files no longer hold; one that has "
    "validated "
    "its pro forma gets its final invoices. A name that nothing of the run and of its ledger bears does neither: "
    "visits "
    "that should leave stay, and invoices that should be made wait.",
    "Un prestataire dont le mois est déclaré complet perd les interventions absentes de ses fichiers ; celui qui a "
    "validé sa pro forma reçoit ses factures définitives. Un nom que rien ne porte, ni dans la demande ni au registre, "
    "ne fait ni l'un ni l'autre : des interventions à retirer restent, des factures à émettre attendent.",
    standing::inferred_high};

inline constexpr std::array document_finding_kinds{
    &bil_rate_exceeds,   &bil_bonus_without_formula, &bil_undocumented_refused, &bil_vat_difference,
    &bil_document_held,  &bil_correction_too_late,   &bil_rejection_unknown,    &bil_no_district,
    &bil_opening_unused, &bil_as_of_before_month,    &bil_unknown_provider};

}  // namespace esppadom::inline ESPPADOM_ABI
