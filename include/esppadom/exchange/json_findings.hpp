// What can be wrong with a JSON text, whatever it holds. The path of such a finding is a JSON pointer (RFC 6901).
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} what is wrong (en), {1} the same (fr).
inline constexpr finding_kind json_syntax{"ESP-JSON-001",
                                          severity::error,
                                          "This is not JSON: {0}.",
                                          "Ce n'est pas du JSON : {1}.",
                                          "Correct the text at this place; nothing was read from the file.",
                                          "Corrigez le texte à cet endroit ; rien n'a été lu du fichier."};

/// {0} what is expected and {1} what was found (en), {2} and {3} the same (fr).
inline constexpr finding_kind json_wrong_type{"ESP-JSON-002",
                                              severity::error,
                                              "Wrong type: found {1}, expected {0}.",
                                              "Type incorrect : {3} trouvé, {2} attendu.",
                                              "Write a value of the expected type.",
                                              "Écrivez une valeur du type attendu."};

/// {0} the key, {1} the known keys.
inline constexpr finding_kind json_unknown_key{"ESP-JSON-003",
                                               severity::error,
                                               "Unknown key \"{0}\".",
                                               "Clé inconnue « {0} ».",
                                               "Known here: {1}. Check the spelling or remove the key.",
                                               "Clés connues ici : {1}. Vérifiez l'orthographe ou retirez la clé."};

/// {0} the key. The lenient reading of `json_unknown_key`.
inline constexpr finding_kind json_kept_key{"ESP-JSON-004",
                                            severity::warning,
                                            "Unknown key \"{0}\", without effect.",
                                            "Clé inconnue « {0} », sans effet.",
                                            "Check the spelling; read strictly, this is an error.",
                                            "Vérifiez l'orthographe ; en lecture stricte, c'est une erreur."};

/// {0} the key.
inline constexpr finding_kind json_duplicate_key{"ESP-JSON-005",
                                                 severity::error,
                                                 "The key \"{0}\" stands twice in the same object.",
                                                 "La clé « {0} » figure deux fois dans le même objet.",
                                                 "Keep one of the two.",
                                                 "Gardez l'une des deux."};

/// {0} what was found, {1} why it cannot be taken (en), {2} the same (fr).
inline constexpr finding_kind json_bad_value{"ESP-JSON-006",
                                             severity::error,
                                             "The value {0} cannot be used: {1}.",
                                             "La valeur {0} est inutilisable : {2}.",
                                             "Correct the value.",
                                             "Corrigez la valeur."};

/// {0} what was found, {1} the choices.
inline constexpr finding_kind json_unknown_choice{"ESP-JSON-007",
                                                  severity::error,
                                                  "\"{0}\" is none of the possible values.",
                                                  "« {0} » ne fait pas partie des valeurs possibles.",
                                                  "Possible values: {1}.",
                                                  "Valeurs possibles : {1}."};

/// {0} the key.
inline constexpr finding_kind json_missing_key{"ESP-JSON-008",           severity::error, "The key \"{0}\" is missing.",
                                               "La clé « {0} » manque.", "Add it.",       "Ajoutez-la."};

/// {0} what was found, {1} the least, {2} the greatest value.
inline constexpr finding_kind json_out_of_range{"ESP-JSON-009",
                                                severity::error,
                                                "The value {0} lies outside {1} to {2}.",
                                                "La valeur {0} est hors de l'intervalle {1} à {2}.",
                                                "Correct the value; mind the unit.",
                                                "Corrigez la valeur ; attention à l'unité."};

/// {0} the limit in bytes.
inline constexpr finding_kind json_too_large{"ESP-JSON-010",
                                             severity::error,
                                             "The text is larger than the limit of {0} bytes.",
                                             "Le texte dépasse la limite de {0} octets.",
                                             "Raise the limit if the size is intended.",
                                             "Relevez la limite si cette taille est voulue."};

/// {0} the limit in levels.
inline constexpr finding_kind json_too_deep{"ESP-JSON-011",
                                            severity::error,
                                            "The text is nested deeper than {0} levels.",
                                            "Le texte est imbriqué sur plus de {0} niveaux.",
                                            "Check the file; nothing it may hold is that deep.",
                                            "Vérifiez le fichier ; rien de ce qu'il peut contenir n'est si profond."};

/// {0} the file.
inline constexpr finding_kind file_unreadable{"ESP-JSON-012",
                                              severity::error,
                                              "The file {0} cannot be read.",
                                              "Le fichier {0} ne peut pas être lu.",
                                              "Check that it exists and that you may read it.",
                                              "Vérifiez qu'il existe et que vous avez le droit de le lire."};

inline constexpr std::array<const finding_kind*, 12> json_finding_kinds{
    &json_syntax,        &json_wrong_type, &json_unknown_key,    &json_kept_key,
    &json_duplicate_key, &json_bad_value,  &json_unknown_choice, &json_missing_key,
    &json_out_of_range,  &json_too_large,  &json_too_deep,       &file_unreadable};

}  // namespace esppadom::inline ESPPADOM_ABI
