// What is wrong with a ledger as a file, with its opening and with its parts: ESP-LED-nnn.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} column.
inline constexpr finding_kind led_missing_column{
    "ESP-LED-001",
    severity::error,
    "The opening table has no column '{0}'.",
    "Le tableau d'ouverture n'a pas de colonne « {0} ».",
    "Name the columns in the first row; docs/ledger.md lists them.",
    "Nommez les colonnes sur la première ligne ; docs/ledger.md en donne la liste.",
    "The table is read by the names of its columns, in any order. Nothing is taken from a table without the columns "
    "that "
    "its rows need.",
    "Le tableau se lit par le nom de ses colonnes, dans un ordre quelconque. Rien n'est repris d'un tableau sans les "
    "colonnes dont ses lignes ont besoin.",
    standing::known};
/// {0} column, {1} what is expected.
inline constexpr finding_kind led_bad_value{
    "ESP-LED-002",
    severity::error,
    "Column '{0}' does not hold {1}.",
    "La colonne « {0} » ne contient pas {1}.",
    "Correct the cell.",
    "Corrigez la cellule.",
    "An opening decides what may still be used and which numbers are taken: a cell that is not understood is never "
    "guessed, and no ledger is written.",
    "Une reprise décide de ce qui peut encore être consommé et des numéros déjà pris : une cellule incomprise n'est "
    "jamais devinée, et aucun registre n'est écrit.",
    standing::known};
/// {0} what stands twice.
inline constexpr finding_kind led_repeated{
    "ESP-LED-003",
    severity::error,
    "{0} stands twice.",
    "{0} figure deux fois.",
    "Keep one row.",
    "Gardez une seule ligne.",
    "A lot, a counter or a document number stands once: two rows would count twice.",
    "Un lot, un compteur ou un numéro de document figure une fois : deux lignes compteraient double.",
    standing::known};

/// {0} identifier; of whom in English {1}, in French {2}.
inline constexpr finding_kind led_nothing_to_export{
    "ESP-LED-004",
    severity::error,
    "The ledger holds nothing of {1} '{0}'.",
    "Le registre ne contient rien pour {2} « {0} ».",
    "Check the identifier; it is compared as it is written in orders and visits.",
    "Vérifiez l'identifiant ; il est comparé tel qu'il figure dans les commandes et interventions.",
    "An export without facts would let the next operator begin at nothing, and bill months again that were billed: it "
    "is not written.",
    "Un export sans faits ferait repartir l'opérateur suivant de zéro et refacturer des mois déjà facturés : il n'est "
    "pas écrit.",
    standing::inferred_medium};
/// {0} how many.
inline constexpr finding_kind led_documents_in_part{
    "ESP-LED-005",
    severity::warning,
    "{0} documents of the export also have lines of beneficiaries who are left out.",
    "{0} documents de l'export portent aussi des lignes de bénéficiaires qui n'y figurent pas.",
    "Export the whole provider where balances are to be drawn up from the part.",
    "Exportez le prestataire entier si des balances doivent être établies sur la partie.",
    "A document keeps its number and its total, so that later differences refer to it; the lines in the part add up to "
    "less than that total.",
    "Un document garde son numéro et son total, pour que les écarts ultérieurs s'y rapportent ; la somme des lignes de "
    "la partie est inférieure à ce total.",
    standing::inferred_medium};
/// {0} how many, {1} amount.
inline constexpr finding_kind led_advances_stay{
    "ESP-LED-006",
    severity::warning,
    "{0} advances of {1} euros in all are not recovered and stay with the present operator.",
    "{0} acomptes, pour {1} euros en tout, ne sont pas récupérés et restent chez l'opérateur actuel.",
    "Recover them before the change, or export the whole provider.",
    "Récupérez-les avant le changement, ou exportez le prestataire entier.",
    "An advance is a provider's, not a beneficiary's or a service's: taken along with each part it would be recovered "
    "several times.",
    "Un acompte est celui d'un prestataire, non d'un bénéficiaire ou d'une prestation : repris dans chaque partie, il "
    "serait récupéré plusieurs fois.",
    standing::inferred_medium};
/// {0} identifier; what it is of in English {1}, in French {2}.
inline constexpr finding_kind led_merge_conflict{
    "ESP-LED-007",
    severity::error,
    "The parts say different things of {1} '{0}'.",
    "Les parties se contredisent sur {2} « {0} ».",
    "Merge parts that were cut from one ledger, or whose beneficiaries and documents are apart; bill only after that.",
    "Réunissez des parties issues d'un même registre, ou dont bénéficiaires et documents sont distincts ; ne facturez "
    "qu'ensuite.",
    "What several parts hold must be the same and counts once. Where they were billed apart, nothing decides which of "
    "them is right, and nothing is merged.",
    "Ce que contiennent plusieurs parties doit être identique et compte une fois. Si elles ont été facturées "
    "séparément, rien ne dit laquelle est juste, et rien n'est réuni.",
    standing::inferred_high};

/// {0} the beginning of the numbers.
inline constexpr finding_kind led_shared_series{
    "ESP-LED-008",
    severity::warning,
    "Numbers '{0}…' stand on both sides of the export.",
    "Des numéros « {0}… » figurent des deux côtés de l'export.",
    "Let one operator issue the documents of this series, or give the next one a prefix or company code of its own.",
    "Ne laissez qu'un opérateur émettre les documents de cette série, ou donnez au suivant un préfixe ou un code "
    "d'entreprise propre.",
    "The part knows the numbers that were taken when it was cut out. What both sides issue after that, they number "
    "without knowing of each other: the same number could be given twice, and numbers differ from those of one run "
    "over "
    "all.",
    "La partie connaît les numéros pris au moment où elle a été extraite. Ce que les deux côtés émettent ensuite, ils "
    "le numérotent sans se connaître : un même numéro pourrait être donné deux fois, et les numéros diffèrent de ceux "
    "d'une facturation d'ensemble.",
    standing::inferred_high};

/// {0} the seal that the file has, {1} that of its content.
inline constexpr finding_kind led_altered{
    "ESP-LED-009",
    severity::error,
    "The ledger is not as it was written: its seal is {0}, that of its content {1}.",
    "Le registre n'est pas tel qu'il a été écrit : son sceau est {0}, celui de son contenu {1}.",
    "Take the file that the run wrote. Put a correction into a message, a rule or an opening (`ledger init`).",
    "Reprenez le fichier écrit par le traitement. Portez une correction dans un message, une règle ou une reprise "
    "(`ledger init`).",
    "The seal is the SHA-256 of the canonical JSON of everything else in the ledger. A ledger decides what is billed "
    "already: a line taken out of it is invoiced a second time, a number taken out is given twice. Nothing of the file "
    "is used. A library rule.",
    "Le sceau est l'empreinte SHA-256 du JSON canonique de tout le reste du registre. Un registre décide de ce qui est "
    "déjà facturé : une ligne retirée est facturée une seconde fois, un numéro retiré est donné deux fois. Rien du "
    "fichier n'est repris. Règle de la bibliothèque.",
    standing::inferred_high};
/// {0} why, in English, {1} in French.
inline constexpr finding_kind led_no_seal{
    "ESP-LED-010",
    severity::warning,
    "The ledger was not held against a seal: {0}.",
    "Le registre n'a pas été confronté à un sceau : {1}.",
    "Make sure that it is the one that is meant; the ledger that this run writes has a seal.",
    "Assurez-vous que c'est bien le registre voulu ; celui que ce traitement écrit porte un sceau.",
    "Ledgers of other software, and those written before there was a seal, have none and are taken as they stand. What "
    "the library wrote has one: where it is missing, somebody took it out. A library rule.",
    "Les registres d'autres logiciels et ceux d'avant le sceau n'en ont pas et sont pris tels quels. Ce que la "
    "bibliothèque a écrit en porte un : s'il manque, quelqu'un l'a retiré. Règle de la bibliothèque.",
    standing::inferred_high};

inline constexpr std::array ledger_finding_kinds{
    &led_missing_column, &led_bad_value,      &led_repeated,      &led_nothing_to_export, &led_documents_in_part,
    &led_advances_stay,  &led_merge_conflict, &led_shared_series, &led_altered,           &led_no_seal};

}  // namespace esppadom::inline ESPPADOM_ABI
