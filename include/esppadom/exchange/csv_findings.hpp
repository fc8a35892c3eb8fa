// What can be wrong with CSV texts and with the mapping files that say what their columns mean.
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

// -- the text ---------------------------------------------------------------------------------------------------------

/// {0} what is wrong (en), {1} the same (fr).
inline constexpr finding_kind csv_syntax{
    "ESP-CSV-001",
    severity::error,
    "This row is not CSV: {0}.",
    "Cette ligne n'est pas du CSV : {1}.",
    "Correct the quotes of the row; it was left out.",
    "Corrigez les guillemets de la ligne ; elle a été laissée de côté.",
    "RFC 4180: a field that holds a separator, a line end or a quote stands in quotes, and a quote inside is doubled. "
    "A "
    "quote elsewhere makes the end of the field a guess.",
    "RFC 4180 : un champ qui contient un séparateur, une fin de ligne ou un guillemet est entre guillemets, et un "
    "guillemet intérieur est doublé. Un guillemet ailleurs fait de la fin du champ une supposition.",
    standing::known};

/// {0} the limit in bytes.
inline constexpr finding_kind csv_row_too_large{
    "ESP-CSV-002",
    severity::error,
    "The row is larger than the limit of {0} bytes.",
    "La ligne dépasse la limite de {0} octets.",
    "Look for a quote that is not closed; raise the limit if the size is intended. The row was left out.",
    "Cherchez un guillemet non fermé ; relevez la limite si cette taille est voulue. La ligne a été laissée de côté.",
    "A quote that is never closed turns the rest of the file into one field: the limit keeps memory constant.",
    "Un guillemet jamais fermé fait du reste du fichier un seul champ : la limite garde la mémoire constante.",
    standing::known};

/// {0} the limit.
inline constexpr finding_kind csv_too_many_columns{"ESP-CSV-003",
                                                   severity::error,
                                                   "The row has more than {0} columns.",
                                                   "La ligne a plus de {0} colonnes.",
                                                   "Check the separator; the row was left out.",
                                                   "Vérifiez le séparateur ; la ligne a été laissée de côté.",
                                                   "A bound on what one row may cost.",
                                                   "Une borne à ce qu'une ligne peut coûter.",
                                                   standing::known};

/// {0} how many there are, {1} how many the header has.
inline constexpr finding_kind csv_row_width{
    "ESP-CSV-004",
    severity::error,
    "The row has {0} fields, the header {1}.",
    "La ligne a {0} champs, l'en-tête {1}.",
    "Look for a separator inside a field without quotes; the row was left out.",
    "Cherchez un séparateur dans un champ sans guillemets ; la ligne a été laissée de côté.",
    "RFC 4180: every row has as many fields as the header. Which column is missing cannot be known.",
    "RFC 4180 : chaque ligne a autant de champs que l'en-tête. On ne peut savoir quelle colonne manque.",
    standing::known};

/// {0} the encoding.
inline constexpr finding_kind csv_encoding{
    "ESP-CSV-005",
    severity::error,
    "The row is not in the encoding {0}.",
    "La ligne n'est pas dans l'encodage {0}.",
    "Say the file's encoding in the mapping (utf-8, iso-8859-1, iso-8859-15, windows-1252); the row was left out.",
    "Indiquez l'encodage du fichier dans la correspondance (utf-8, iso-8859-1, iso-8859-15, windows-1252) ; la ligne a "
    "été laissée de côté.",
    "A name read in the wrong encoding is another name: nothing is guessed.",
    "Un nom lu dans un mauvais encodage est un autre nom : rien n'est deviné.",
    standing::known};

/// {0} the encoding, {1} how many characters.
inline constexpr finding_kind csv_not_encodable{
    "ESP-CSV-006",
    severity::warning,
    "{1} characters do not exist in the encoding {0} and were written as '?'.",
    "{1} caractères n'existent pas dans l'encodage {0} et ont été écrits « ? ».",
    "Write UTF-8 if the receiver reads it.",
    "Écrivez en UTF-8 si le destinataire le lit.",
    "The encodings of one byte have 256 characters, messages all of Unicode.",
    "Les encodages d'un octet ont 256 caractères, les messages tout Unicode.",
    standing::known};

inline constexpr finding_kind csv_nul{
    "ESP-CSV-007",
    severity::error,
    "The row holds a NUL character.",
    "La ligne contient un caractère NUL.",
    "Check that this is a text file, not UTF-16 or a workbook; the row was left out.",
    "Vérifiez qu'il s'agit d'un fichier texte, et non d'UTF-16 ou d'un classeur ; la ligne a été laissée de côté.",
    "No text holds NUL; programs differ in what they make of it.",
    "Aucun texte ne contient NUL ; les programmes diffèrent dans ce qu'ils en font.",
    standing::known};

/// {0} the column.
inline constexpr finding_kind csv_missing_column{
    "ESP-CSV-008",
    severity::error,
    "The column \"{0}\" is missing.",
    "La colonne « {0} » manque.",
    "Check the header, the separator and the encoding; nothing was read from the file.",
    "Vérifiez l'en-tête, le séparateur et l'encodage ; rien n'a été lu du fichier.",
    "A file without a column its mapping needs is another file.",
    "Un fichier sans une colonne que sa correspondance demande est un autre fichier.",
    standing::known};

/// {0} the column.
inline constexpr finding_kind csv_unknown_column{"ESP-CSV-009",
                                                 severity::warning,
                                                 "The column \"{0}\" is unknown and was not read.",
                                                 "La colonne « {0} » est inconnue et n'a pas été lue.",
                                                 "Add it to the mapping, or remove it from the file.",
                                                 "Ajoutez-la à la correspondance ou retirez-la du fichier.",
                                                 "What is not read is said, never dropped in silence.",
                                                 "Ce qui n'est pas lu est dit, jamais perdu en silence.",
                                                 standing::known};

/// {0} the column.
inline constexpr finding_kind csv_duplicate_column{"ESP-CSV-010",
                                                   severity::error,
                                                   "The column \"{0}\" stands twice in the header.",
                                                   "La colonne « {0} » figure deux fois dans l'en-tête.",
                                                   "Keep one of the two; nothing was read from the file.",
                                                   "Gardez l'une des deux ; rien n'a été lu du fichier.",
                                                   "Which of the two counts cannot be known.",
                                                   "On ne peut savoir laquelle des deux compte.",
                                                   standing::known};

/// {0} the column, {1} why (en), {2} the same (fr), {3} the form expected.
inline constexpr finding_kind csv_bad_value{
    "ESP-CSV-011",
    severity::error,
    "The value in column \"{0}\" cannot be used: {1}; expected: {3}.",
    "La valeur de la colonne « {0} » est inutilisable : {2} ; attendu : {3}.",
    "Correct the value or the format in the mapping; the row was left out.",
    "Corrigez la valeur, ou le format dans la correspondance ; la ligne a été laissée de côté.",
    "A value is read in the one form its mapping says: 03/04 is never guessed to be April or March.",
    "Une valeur se lit dans la seule forme que dit sa correspondance : 03/04 n'est jamais deviné avril ou mars.",
    standing::known};

/// {0} the column.
inline constexpr finding_kind csv_missing_value{"ESP-CSV-012",
                                                severity::error,
                                                "The column \"{0}\" is empty.",
                                                "La colonne « {0} » est vide.",
                                                "Fill it, or give it a default in the mapping; the row was left out.",
                                                "Remplissez-la ou donnez-lui une valeur par défaut dans la "
                                                "correspondance ; la ligne a été laissée de côté.",
                                                "The message cannot be without this value.",
                                                "Le message ne peut se passer de cette valeur.",
                                                standing::known};

/// {0} the column, {1} the value, {2} the table.
inline constexpr finding_kind csv_not_in_table{
    "ESP-CSV-013",
    severity::error,
    "The value \"{1}\" of column \"{0}\" is not in the table \"{2}\".",
    "La valeur « {1} » de la colonne « {0} » n'est pas dans la table « {2} ».",
    "Add it to the table, or say \"otherwise\" there.",
    "Ajoutez-la à la table, ou dites-y « otherwise ».",
    "A code without a counterpart is a decision to take, not to guess.",
    "Un code sans correspondant est une décision à prendre, non à deviner.",
    standing::known};

/// {0} the column, {1} the key.
inline constexpr finding_kind csv_key_returns{
    "ESP-CSV-014",
    severity::error,
    "The key \"{1}\" ({0}) comes back after other rows.",
    "La clé « {1} » ({0}) revient après d'autres lignes.",
    "Sort the file by its key, so that the rows of one message follow each other. A second message was made.",
    "Triez le fichier par sa clé, pour que les lignes d'un message se suivent. Un second message a été fait.",
    "Messages are read as a stream: rows with the same key make one message as long as they follow each other.",
    "Les messages se lisent en flux : les lignes de même clé font un message tant qu'elles se suivent.",
    standing::known};

/// {0} the file, {1} the key.
inline constexpr finding_kind csv_no_partner{"ESP-CSV-015",
                                             severity::error,
                                             "No row of {0} has the key \"{1}\".",
                                             "Aucune ligne de {0} n'a la clé « {1} ».",
                                             "Add the row; the one that asks for it was left out.",
                                             "Ajoutez la ligne ; celle qui la demande a été laissée de côté.",
                                             "A message that needs both files cannot be made from one.",
                                             "Un message qui demande les deux fichiers ne peut se faire d'un seul.",
                                             standing::known};

/// {0} the key.
inline constexpr finding_kind csv_duplicate_partner{"ESP-CSV-016",
                                                    severity::error,
                                                    "The key \"{0}\" stands in several rows of a joined file.",
                                                    "La clé « {0} » figure dans plusieurs lignes d'un fichier joint.",
                                                    "Keep one; the first was taken.",
                                                    "Gardez-en une ; la première a été prise.",
                                                    "Which of them belongs to the other file cannot be known.",
                                                    "On ne peut savoir laquelle va avec l'autre fichier.",
                                                    standing::known};

/// {0} the column, {1} how many.
inline constexpr finding_kind csv_several_values{
    "ESP-CSV-017",
    severity::warning,
    "Column \"{0}\" has {1} values for one cell; the first was written.",
    "La colonne « {0} » a {1} valeurs pour une cellule ; la première a été écrite.",
    "Give the column a \"join\" to write all of them.",
    "Donnez un « join » à la colonne pour toutes les écrire.",
    "A cell holds one value; nothing is joined unless the mapping says how.",
    "Une cellule contient une valeur ; rien n'est joint sans que la correspondance dise comment.",
    standing::known};

/// {0} the column, {1} why (en), {2} the same (fr).
inline constexpr finding_kind csv_unwritable_value{
    "ESP-CSV-018",
    severity::error,
    "The value of column \"{0}\" cannot be written in its format: {1}.",
    "La valeur de la colonne « {0} » ne peut s'écrire dans son format : {2}.",
    "Give the column more decimals, a rounding or another unit; the cell was left empty.",
    "Donnez à la colonne plus de décimales, un arrondi ou une autre unité ; la cellule a été laissée vide.",
    "Nothing is rounded unless the mapping names the rounding.",
    "Rien n'est arrondi sans que la correspondance nomme l'arrondi.",
    standing::known};

/// {0} the file.
inline constexpr finding_kind csv_empty_file{"ESP-CSV-019",
                                             severity::warning,
                                             "There is no row of data.",
                                             "Il n'y a aucune ligne de données.",
                                             "Check the export that made the file.",
                                             "Vérifiez l'export qui a produit le fichier.",
                                             "An empty file is often an export that failed.",
                                             "Un fichier vide est souvent un export qui a échoué.",
                                             standing::known};

/// {0} the limit.
inline constexpr finding_kind csv_join_too_large{
    "ESP-CSV-020",
    severity::error,
    "A joined file is larger than the limit of {0} bytes.",
    "Un fichier joint dépasse la limite de {0} octets.",
    "Make the large file the first one, or raise the limit.",
    "Faites du grand fichier le premier, ou relevez la limite.",
    "The first file is read as a stream; the files joined to it are held in memory.",
    "Le premier fichier est lu en flux ; les fichiers joints sont tenus en mémoire.",
    standing::known};

/// {0} the file.
inline constexpr finding_kind csv_no_input{"ESP-CSV-021",
                                           severity::error,
                                           "The mapping reads {0}, and no such file is given.",
                                           "La correspondance lit {0}, et aucun tel fichier n'est donné.",
                                           "Give the file, in the order of the mapping or as NAME=FILE.",
                                           "Donnez le fichier, dans l'ordre de la correspondance ou par NOM=FICHIER.",
                                           "A message is made from all the files its mapping names.",
                                           "Un message se fait de tous les fichiers que nomme sa correspondance.",
                                           standing::known};

/// {0} what the file could be.
inline constexpr finding_kind csv_unknown_list{
    "ESP-CSV-022",
    severity::error,
    "This is no file of circumstances that is known.",
    "Ce n'est pas un fichier de circonstances connu.",
    "Name it after what it lists ({0}), or give it a column \"kind\".",
    "Nommez-le d'après ce qu'il liste ({0}), ou donnez-lui une colonne « kind ».",
    "The same columns stand for different things in different lists.",
    "Les mêmes colonnes désignent des choses différentes dans des listes différentes.",
    standing::known};

/// {0} the column.
inline constexpr finding_kind csv_rows_differ{
    "ESP-CSV-023",
    severity::error,
    "Column \"{0}\" differs from the first row of the same message.",
    "La colonne « {0} » diffère de la première ligne du même message.",
    "Make the rows of one message agree, or give them different keys; the message was left out.",
    "Accordez les lignes d'un même message, ou donnez-leur des clés différentes ; le message a été laissé de côté.",
    "Rows with one key are one message, and what belongs to the whole message is the same in all of them.",
    "Les lignes de même clé sont un message, et ce qui vaut pour tout le message y est le même partout.",
    standing::known};

/// {0} the column.
inline constexpr finding_kind csv_unknown_side{"ESP-CSV-024",
                                               severity::error,
                                               "Column \"{0}\" says neither arrival nor departure.",
                                               "La colonne « {0} » ne dit ni arrivée ni départ.",
                                               "Correct the value; the row was left out.",
                                               "Corrigez la valeur ; la ligne a été laissée de côté.",
                                               "A stamp is that of an arrival or of a departure.",
                                               "Un horodatage est celui d'une arrivée ou d'un départ.",
                                               standing::known};

// -- the mapping ------------------------------------------------------------------------------------------------------

/// {0} the path, {1} what is wrong with it.
inline constexpr finding_kind csv_bad_path{
    "ESP-CSV-050",
    severity::error,
    "The path \"{0}\" names no field: see \"{1}\".",
    "Le chemin « {0} » ne désigne aucun champ : voir « {1} ».",
    "List the fields with: esppadom convert --list-fields MESSAGE.",
    "Listez les champs avec : esppadom convert --list-fields MESSAGE.",
    "A mapping is checked against the descriptions of the messages before any row is touched.",
    "Une correspondance est contrôlée avec les descriptions des messages avant toute ligne.",
    standing::known};

/// {0} what is wrong (en), {1} the same (fr).
inline constexpr finding_kind csv_bad_mapping{"ESP-CSV-051",
                                              severity::error,
                                              "This mapping cannot be used: {0}.",
                                              "Cette correspondance est inutilisable : {1}.",
                                              "Correct it at this place; the guide docs/csv.md explains every key.",
                                              "Corrigez-la à cet endroit ; le guide docs/csv.md explique chaque clé.",
                                              "A mapping is loaded whole or not at all.",
                                              "Une correspondance est chargée entière ou pas du tout.",
                                              standing::known};

/// {0} the parameter.
inline constexpr finding_kind csv_missing_parameter{
    "ESP-CSV-052",
    severity::error,
    "The mapping needs the parameter \"{0}\".",
    "La correspondance demande le paramètre « {0} ».",
    "Give it with --param {0}=VALUE.",
    "Donnez-le avec --param {0}=VALEUR.",
    "What no public source fixes, as the bounds of the night, has no default: whoever exports says it.",
    "Ce qu'aucune source publique ne fixe, comme les bornes de la nuit, n'a pas de valeur par défaut : celui qui "
    "exporte "
    "le dit.",
    standing::open};

/// {0} the parameter, {1} those there are.
inline constexpr finding_kind csv_unknown_parameter{"ESP-CSV-053",
                                                    severity::error,
                                                    "The mapping has no parameter \"{0}\".",
                                                    "La correspondance n'a pas de paramètre « {0} ».",
                                                    "It has: {1}.",
                                                    "Elle a : {1}.",
                                                    "A setting that does nothing would mislead.",
                                                    "Un réglage sans effet tromperait.",
                                                    standing::known};

/// {0} the file.
inline constexpr finding_kind csv_not_readable_mapping{
    "ESP-CSV-054",
    severity::error,
    "This mapping cannot be used for reading: {0}.",
    "Cette correspondance ne peut servir à lire : {1}.",
    "Use a mapping whose columns can be set.",
    "Utilisez une correspondance dont les colonnes peuvent se remplir.",
    "Derived values, sums and tables that are not one to one can be written only.",
    "Les valeurs dérivées, les sommes et les tables qui ne sont pas un pour un ne peuvent que s'écrire.",
    standing::known};

inline constexpr std::array<const finding_kind*, 29> csv_finding_kinds{&csv_syntax,
                                                                       &csv_row_too_large,
                                                                       &csv_too_many_columns,
                                                                       &csv_row_width,
                                                                       &csv_encoding,
                                                                       &csv_not_encodable,
                                                                       &csv_nul,
                                                                       &csv_missing_column,
                                                                       &csv_unknown_column,
                                                                       &csv_duplicate_column,
                                                                       &csv_bad_value,
                                                                       &csv_missing_value,
                                                                       &csv_not_in_table,
                                                                       &csv_key_returns,
                                                                       &csv_no_partner,
                                                                       &csv_duplicate_partner,
                                                                       &csv_several_values,
                                                                       &csv_unwritable_value,
                                                                       &csv_empty_file,
                                                                       &csv_join_too_large,
                                                                       &csv_no_input,
                                                                       &csv_unknown_list,
                                                                       &csv_rows_differ,
                                                                       &csv_unknown_side,
                                                                       &csv_bad_path,
                                                                       &csv_bad_mapping,
                                                                       &csv_missing_parameter,
                                                                       &csv_unknown_parameter,
                                                                       &csv_not_readable_mapping};

}  // namespace esppadom::inline ESPPADOM_ABI
