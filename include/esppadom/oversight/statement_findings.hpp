#pragma once

// What the verification of kept statements finds: ESP-SFT-nnn.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

inline constexpr finding_kind sft_altered{
    "ESP-SFT-001",
    severity::error,
    "The document is not as it was sealed: {0} is its seal, {1} its content's.",
    "Le document n'est pas tel qu'il a été scellé : {0} est son sceau, {1} celui de son contenu.",
    "Take the copy that was kept elsewhere; find out who changed this one.",
    "Reprenez la copie conservée ailleurs ; cherchez qui a modifié celle-ci.",
    "The seal is the SHA-256 of the content, byte by byte.",
    "Le sceau est l'empreinte SHA-256 du contenu, octet par octet.",
    standing::inferred_high};
inline constexpr finding_kind sft_not_as_written{
    "ESP-SFT-002",
    severity::error,
    "The file is not written as statements are: blanks, order or spelling were changed.",
    "Le fichier n'est pas écrit comme le sont les états : espaces, ordre ou écriture ont été modifiés.",
    "Take the copy that was kept elsewhere.",
    "Reprenez la copie conservée ailleurs.",
    "A statement has one writing only, so that any change of a byte is seen.",
    "Un état n'a qu'une écriture, de sorte que tout octet modifié se voit.",
    standing::inferred_high};
inline constexpr finding_kind sft_chain_broken{
    "ESP-SFT-003",
    severity::error,
    "The document of {0} names {1} as seal of the one before, which has {2}.",
    "Le document de {0} désigne {1} comme sceau du précédent, qui porte {2}.",
    "One of the two was replaced: compare both with the copies kept elsewhere.",
    "L'un des deux a été remplacé : comparez-les aux copies conservées ailleurs.",
    "Each month's statement names the seal of the month before it.",
    "L'état de chaque mois désigne le sceau du mois qui précède.",
    standing::inferred_high};
inline constexpr finding_kind sft_chain_begins_late{
    "ESP-SFT-004",
    severity::error,
    "The document of {0} names an earlier one that was not given.",
    "Le document de {0} en désigne un antérieur qui n'est pas donné.",
    "Give all statements of the beneficiary, or find the one that is missing.",
    "Donnez tous les états du bénéficiaire, ou cherchez celui qui manque.",
    "A missing month would otherwise go unnoticed.",
    "Un mois manquant passerait sinon inaperçu.",
    standing::inferred_high};
inline constexpr finding_kind sft_two_of_a_month{"ESP-SFT-005",
                                                 severity::error,
                                                 "Two documents are for {0}.",
                                                 "Deux documents portent sur {0}.",
                                                 "Keep the one that the next month's names.",
                                                 "Gardez celui que désigne le mois suivant.",
                                                 "A month of a beneficiary has one statement.",
                                                 "Un mois d'un bénéficiaire n'a qu'un état.",
                                                 standing::inferred_high};
inline constexpr finding_kind sft_other_head{
    "ESP-SFT-006",
    severity::error,
    "The last document has the seal {0}, not the expected {1}.",
    "Le dernier document porte le sceau {0}, non {1} qui est attendu.",
    "The end of the chain was replaced or is missing.",
    "La fin de la chaîne a été remplacée ou manque.",
    "Whoever rewrites a whole chain can seal it anew: only a seal kept elsewhere shows it.",
    "Qui réécrit toute une chaîne peut la resceller : seul un sceau conservé ailleurs le révèle.",
    standing::inferred_high};

/// Every kind once, for the documentation.
inline constexpr std::array sft_finding_kinds{&sft_altered,           &sft_not_as_written, &sft_chain_broken,
                                              &sft_chain_begins_late, &sft_two_of_a_month, &sft_other_head};

}  // namespace esppadom::inline ESPPADOM_ABI
