// What can be wrong with a conformance kit itself, or with the answers given to it.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace conformance_findings {

inline constexpr finding_kind no_case{
    "ESP-KIT-001",
    severity::error,
    "There is no conformance case below '{0}'.",
    "Il n'y a aucun cas de conformité sous « {0} ».",
    "Give the folder that holds the areas of the kit.",
    "Donnez le dossier qui contient les domaines du kit.",
    "A case is a JSON file <area>/<name>.json whose schema is esppadom/conformance-case/1.",
    "Un cas est un fichier JSON <domaine>/<nom>.json dont le schéma est esppadom/conformance-case/1.",
    standing::known};
inline constexpr finding_kind bad_case{"ESP-KIT-002",
                                       severity::error,
                                       "The case cannot be understood: {0}.",
                                       "Le cas n'est pas compréhensible : {1}.",
                                       "Correct the case; docs/conformance.md lists its members.",
                                       "Corrigez le cas ; docs/conformance.md en liste les membres.",
                                       "A kit with a broken case would prove less than it seems to.",
                                       "Un kit dont un cas est cassé prouverait moins qu'il ne semble.",
                                       standing::known};
inline constexpr finding_kind bad_answer{"ESP-KIT-003",
                                         severity::error,
                                         "The answer cannot be understood: {0}.",
                                         "La réponse n'est pas compréhensible : {1}.",
                                         "Write the answer as docs/conformance.md says.",
                                         "Écrivez la réponse comme docs/conformance.md l'indique.",
                                         "An answer that cannot be read is none.",
                                         "Une réponse illisible n'en est pas une.",
                                         standing::known};

/// Every kind once, for the documentation.
inline constexpr std::array all{&no_case, &bad_case, &bad_answer};

}  // namespace conformance_findings
}  // namespace esppadom::inline ESPPADOM_ABI
