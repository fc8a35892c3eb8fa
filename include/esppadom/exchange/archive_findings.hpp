#pragma once

// What can be wrong with an archive of messages: ESP-ARC-nnn.

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} what is wrong, or the limit.
inline constexpr finding_kind archive_broken{
    "ESP-ARC-001",
    severity::error,
    "The archive cannot be read further (its reader says “{0}”).",
    "L'archive ne peut pas être lue plus loin (message de son lecteur : « {0} »).",
    "Have it sent again.",
    "Faites-la renvoyer.",
    "What was read before this place stands; an archive that was cut or changed on its way gives no more.",
    "Ce qui précède reste lu ; une archive coupée ou altérée en route ne donne rien de plus.",
    standing::known};

inline constexpr finding_kind archive_encrypted{"ESP-ARC-002",
                                                severity::error,
                                                "This entry is protected by a password; it is not read.",
                                                "Cette entrée est protégée par un mot de passe ; elle n'est pas lue.",
                                                "Send it without password, over a protected channel.",
                                                "Transmettez-la sans mot de passe, par un canal protégé.",
                                                "The library asks for no passwords and keeps none.",
                                                "La bibliothèque ne demande ni ne garde aucun mot de passe.",
                                                standing::known};

inline constexpr finding_kind archive_bad_name{
    "ESP-ARC-003",
    severity::error,
    "The name of this entry leads out of the archive; the entry is not read.",
    "Le nom de cette entrée mène hors de l'archive ; l'entrée n'est pas lue.",
    "Ask the sender who made this archive, and with what.",
    "Demandez à l'émetteur qui a produit cette archive, et avec quel outil.",
    "Names with '..' or an absolute path are what attacks on unpacking programs look like; no honest export has them.",
    "Un nom avec « .. » ou un chemin absolu est la marque d'une attaque contre les outils d'extraction ; aucun export "
    "honnête n'en contient.",
    standing::known};

inline constexpr finding_kind archive_too_large{
    "ESP-ARC-004",
    severity::error,
    "The archive expands to more than {0} bytes; the rest is not read.",
    "L'archive dépasse {0} octets une fois étendue ; le reste n'est pas lu.",
    "Send several archives, or raise the limit.",
    "Transmettez plusieurs archives, ou relevez la limite.",
    "Whoever reads foreign archives needs a bound on what they may cost.",
    "Lire des archives d'autrui exige une borne à ce qu'elles peuvent coûter.",
    standing::known};

inline constexpr finding_kind archive_ratio{
    "ESP-ARC-005",
    severity::error,
    "The archive expands to more than {0} times its size; the rest is not read.",
    "L'archive s'étend à plus de {0} fois sa taille ; le reste n'est pas lu.",
    "Check where it comes from; raise the limit only if it is genuine.",
    "Vérifiez d'où elle vient ; ne relevez la limite que si elle est légitime.",
    "Messages shrink ten to forty times; far more is the mark of an archive made to exhaust its reader.",
    "Des messages se compressent dix à quarante fois ; bien plus signale une archive faite pour épuiser son lecteur.",
    standing::inferred_high};

inline constexpr finding_kind archive_nested{
    "ESP-ARC-006",
    severity::warning,
    "This is an archive inside an archive; it is not opened.",
    "C'est une archive dans une archive ; elle n'est pas ouverte.",
    "Take it out and give it by itself.",
    "Extrayez-la et donnez-la à part.",
    "Archives within archives multiply without bound, so no level of them is opened.",
    "Des archives imbriquées se multiplient sans borne : aucun niveau n'en est ouvert.",
    standing::known};

inline constexpr finding_kind archive_not_built{
    "ESP-ARC-007",
    severity::error,
    "This build of the library does not read archives.",
    "Cette version compilée de la bibliothèque ne lit pas les archives.",
    "Unpack the archive, or use a build with ESPPADOM_WITH_ARCHIVE.",
    "Extrayez l'archive, ou utilisez une version compilée avec ESPPADOM_WITH_ARCHIVE.",
    "Reading ZIP needs libarchive, which a build may leave out.",
    "La lecture du ZIP demande libarchive, qu'une compilation peut omettre.",
    standing::known};

inline constexpr finding_kind archive_empty{
    "ESP-ARC-008",
    severity::warning,
    "The archive holds no message file.",
    "L'archive ne contient aucun fichier de messages.",
    "Files in it must end in .xml or .json.",
    "Ses fichiers doivent se terminer par .xml ou .json.",
    "Only these names are looked at, as archives made by people hold other things besides.",
    "Seuls ces noms sont regardés, car les archives faites à la main contiennent aussi autre chose.",
    standing::known};

inline constexpr std::array archive_finding_kinds{&archive_broken,    &archive_encrypted, &archive_bad_name,
                                                  &archive_too_large, &archive_ratio,     &archive_nested,
                                                  &archive_not_built, &archive_empty};

}  // namespace esppadom::inline ESPPADOM_ABI
