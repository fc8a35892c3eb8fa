#pragma once

// What the identification of calls has to say: ESP-CAL-nnn. No finding holds a telephone number.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} the row of the log, {1} and {2} the reason in English and French.
inline constexpr finding_kind cal_unidentified{
    "ESP-CAL-001",
    severity::warning,
    "Call {0} of the log is not identified: {1}.",
    "L'appel {0} du journal n'est pas identifié : {2}.",
    "Look the number or the caregiver up in the log and complete the directory; then run again.",
    "Cherchez le numéro ou l'intervenant dans le journal et complétez l'annuaire, puis recommencez.",
    "A call that nobody is known for attests no visit; it is counted, never dropped.",
    "Un appel dont on ne connaît pas l'auteur n'atteste aucune intervention ; il est compté, jamais perdu.",
    standing::known};
/// {0} the row of the log, {1} and {2} the reason in English and French.
inline constexpr finding_kind cal_ambiguous{
    "ESP-CAL-002",
    severity::warning,
    "Call {0} of the log may stand for several: {1}.",
    "L'appel {0} du journal peut valoir pour plusieurs : {2}.",
    "Give the planned visits (circumstances), or let the log name the provider.",
    "Donnez les interventions planifiées (circonstances), ou faites nommer le prestataire par le journal.",
    "A couple, or two services at one home, share a line; who was visited is never guessed.",
    "Un couple, ou deux prestations à un domicile, partagent une ligne ; on ne devine jamais qui a été visité.",
    standing::inferred_medium};
/// {0} the row of the log, {1} and {2} the reason in English and French.
inline constexpr finding_kind cal_incomplete{
    "ESP-CAL-003",
    severity::warning,
    "Call {0} of the log has no other side: {1}.",
    "L'appel {0} du journal n'a pas de pendant : {2}.",
    "Have the visit corrected by its provider, with a reason; the call is kept as raw stamp (HOR) and joins it.",
    "Faites corriger l'intervention par le prestataire, avec un motif ; l'appel est gardé comme horodatage brut "
    "(HOR) et la rejoint.",
    "An incomplete call attests that somebody was there, not how long.",
    "Un appel incomplet atteste une présence, non sa durée.",
    standing::known};
/// {0} the row of the log, {1} the row that is kept.
inline constexpr finding_kind cal_repeated{
    "ESP-CAL-004",
    severity::info,
    "Call {0} of the log repeats call {1}.",
    "L'appel {0} du journal répète l'appel {1}.",
    "Nothing to do; `stamps.dedupe_seconds` of the rules says what a repetition is.",
    "Rien à faire ; `stamps.dedupe_seconds` des règles dit ce qu'est une répétition.",
    "People call twice when they are not sure; the first arrival and the last departure count.",
    "On rappelle quand on doute ; la première arrivée et le dernier départ comptent.",
    standing::inferred_medium};
/// {0} the row of the directory, {1} the beneficiary.
inline constexpr finding_kind cal_bad_number{
    "ESP-CAL-005",
    severity::warning,
    "The number in entry {0} of the directory (beneficiary {1}) is no telephone number.",
    "Le numéro de l'entrée {0} de l'annuaire (bénéficiaire {1}) n'est pas un numéro de téléphone.",
    "Correct it: no call will be found by it.",
    "Corrigez-le : aucun appel ne sera trouvé par lui.",
    "Numbers are compared in one form; what has none never matches.",
    "Les numéros se comparent sous une seule forme ; ce qui n'en a pas ne correspond jamais.",
    standing::known};
/// {0} the limit.
inline constexpr finding_kind cal_too_many{"ESP-CAL-006",
                                           severity::error,
                                           "The file has more than {0} rows.",
                                           "Le fichier a plus de {0} lignes.",
                                           "Cut it by day; nothing was read from it.",
                                           "Découpez-le par jour ; rien n'en a été lu.",
                                           "A bound on the memory a log may take.",
                                           "Une borne à la mémoire qu'un journal peut prendre.",
                                           standing::known};

/// Every kind once, for the documentation.
inline constexpr std::array cal_finding_kinds{&cal_unidentified, &cal_ambiguous,  &cal_incomplete,
                                              &cal_repeated,     &cal_bad_number, &cal_too_many};

}  // namespace esppadom::inline ESPPADOM_ABI
