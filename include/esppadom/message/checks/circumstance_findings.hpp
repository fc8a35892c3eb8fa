// What circumstances say that cannot be meant: ESP-CIR.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace circumstance_findings {

/// {0} the list, {1} begin, {2} end.
inline constexpr finding_kind reversed{
    "ESP-CIR-001",
    severity::warning,
    "An entry of {0} ends on {2}, before it begins on {1}: it has no effect.",
    "Un élément de {0} se termine le {2}, avant son début le {1} : il est sans effet.",
    "Correct one of the two dates.",
    "Corrigez l'une des deux dates.",
    "A period that ends before it begins holds on no day: the absence, outage or planned visit meant is missing from "
    "the bill. Dates are inclusive. A library rule.",
    "Une période qui finit avant de commencer ne vaut aucun jour : l'absence, la panne ou l'intervention planifiée "
    "voulue manque à la facturation. Les dates sont incluses. Règle de la bibliothèque.",
    standing::inferred_high};

/// {0} the list.
inline constexpr finding_kind twice{
    "ESP-CIR-002",
    severity::warning,
    "The visit has several entries in {0} that differ: only one counts.",
    "L'intervention a plusieurs éléments différents dans {0} : un seul compte.",
    "Keep the one that is meant.",
    "Gardez celui qui est voulu.",
    "A visit has one cancellation, one addition of minutes, one reason. Which of several counts follows from their "
    "order in the file, and so would the amount. A library rule.",
    "Une intervention a une annulation, un ajout de minutes, un motif. Lequel de plusieurs compte dépend de leur ordre "
    "dans le fichier, et le montant avec lui. Règle de la bibliothèque.",
    standing::inferred_high};

/// {0} the list, {1} the number.
inline constexpr finding_kind not_positive{
    "ESP-CIR-003",
    severity::warning,
    "An entry of {0} gives {1}: it has no effect.",
    "Un élément de {0} donne {1} : il est sans effet.",
    "Give a number above 0, or remove the entry.",
    "Donnez un nombre supérieur à 0, ou retirez l'élément.",
    "Minutes are added and advances are paid; nothing is taken back through circumstances. A visit that was too long "
    "is corrected by its message. A library rule.",
    "Des minutes s'ajoutent et des acomptes se versent ; rien ne se reprend par les circonstances. Une intervention "
    "trop longue se corrige par son message. Règle de la bibliothèque.",
    standing::inferred_high};

inline constexpr std::array<const finding_kind*, 3> all{&reversed, &twice, &not_positive};

}  // namespace circumstance_findings
}  // namespace esppadom::inline ESPPADOM_ABI
