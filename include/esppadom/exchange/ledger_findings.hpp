// What is wrong with the opening of a ledger: ESP-LED-nnn.
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

inline constexpr std::array ledger_finding_kinds{&led_missing_column, &led_bad_value, &led_repeated};

}  // namespace esppadom::inline ESPPADOM_ABI
