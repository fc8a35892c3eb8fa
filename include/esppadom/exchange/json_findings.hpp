// What can be wrong with a JSON text, whatever it holds. The path of such a finding is a JSON pointer (RFC 6901).
#pragma once

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// {0} what is wrong (en), {1} the same (fr).
inline constexpr finding_kind json_syntax{
    "ESP-JSON-001",
    severity::error,
    "This is not JSON: {0}.",
    "Ce n'est pas du JSON : {1}.",
    "Correct the text at this place; nothing was read from the file.",
    "Corrigez le texte à cet endroit ; rien n'a été lu du fichier.",
    "Rule of JSON (RFC 8259): a text that breaks its grammar has no certain meaning. Rule files, circumstances and "
    "ledgers are all or nothing, so no rule of a broken file ever applies.",
    "Règle de JSON (RFC 8259) : un texte qui enfreint sa grammaire n'a pas de sens certain. Règles, circonstances et "
    "registres sont lus en entier ou pas du tout : aucune règle d'un fichier mal formé ne s'applique.",
    standing::known};

/// {0} what is expected and {1} what was found (en), {2} and {3} the same (fr).
inline constexpr finding_kind json_wrong_type{
    "ESP-JSON-002",
    severity::error,
    "Wrong type: found {1}, expected {0}.",
    "Type incorrect : il faut {2}, il y a {3}.",
    "Write a value of the expected type.",
    "Écrivez une valeur du type attendu.",
    "Each key has a type (text, number, list, object, true or false), given in the table of the parameters; a value of "
    "another type is not converted by guess, and the file is not used.",
    "Chaque clé a un type (texte, nombre, liste, objet, true ou false), indiqué au tableau des paramètres ; une valeur "
    "d'un autre type n'est pas convertie au jugé, et le fichier n'est pas employé.",
    standing::known};

/// {0} the key, {1} the known keys.
inline constexpr finding_kind json_unknown_key{
    "ESP-JSON-003",
    severity::error,
    "Unknown key \"{0}\".",
    "Clé inconnue « {0} ».",
    "Known here: {1}. Check the spelling or remove the key.",
    "Clés connues ici : {1}. Vérifiez l'orthographe ou retirez la clé.",
    "A misspelt key would leave its rule at the neutral value without anybody noticing, and money would follow. So an "
    "unknown key is an error, and the file is not used.",
    "Une clé mal orthographiée laisserait sa règle à la valeur neutre sans que personne ne le voie, et l'argent "
    "suivrait. Une clé inconnue est donc une erreur, et le fichier n'est pas employé.",
    standing::known};

/// {0} the key. The lenient reading of `json_unknown_key`.
inline constexpr finding_kind json_kept_key{
    "ESP-JSON-004",
    severity::warning,
    "Unknown key \"{0}\", without effect.",
    "Clé inconnue « {0} », sans effet.",
    "Check the spelling; read strictly, this is an error.",
    "Vérifiez l'orthographe ; en lecture stricte, c'est une erreur.",
    "Read leniently, a key that the library does not know is passed over; if it was meant as a rule or a circumstance, "
    "it changes nothing.",
    "En lecture tolérante, une clé que la bibliothèque ne connaît pas est passée ; si elle devait être une règle ou "
    "une circonstance, elle ne change rien.",
    standing::known};

/// {0} the key.
inline constexpr finding_kind json_duplicate_key{
    "ESP-JSON-005",
    severity::error,
    "The key \"{0}\" stands twice in the same object.",
    "La clé « {0} » figure deux fois dans le même objet.",
    "Keep one of the two.",
    "Gardez l'une des deux.",
    "JSON leaves open which of two equal keys counts, and programs differ. As one of the two values is not what its "
    "author believes to be in force, the file is not used.",
    "JSON ne dit pas laquelle de deux clés égales compte, et les programmes diffèrent. Comme l'une des deux valeurs "
    "n'est pas celle que son auteur croit en vigueur, le fichier n'est pas employé.",
    standing::known};

/// {0} what was found, {1} why it cannot be taken (en), {2} the same (fr).
inline constexpr finding_kind json_bad_value{
    "ESP-JSON-006",
    severity::error,
    "The value {0} cannot be used: {1}.",
    "La valeur {0} est inutilisable : {2}.",
    "Correct the value; nothing is rounded or guessed when it is read.",
    "Corrigez la valeur ; rien n'est arrondi ni deviné à la lecture.",
    "The type is right, but the text is no such value: a date that does not exist, more decimals than can be kept "
    "without rounding, a number too large. Nothing is rounded or corrected by guess, and the file is not used.",
    "Le type convient, mais le texte n'est pas une telle valeur : date qui n'existe pas, plus de décimales qu'il n'en "
    "peut être gardé sans arrondi, nombre trop grand. Rien n'est arrondi ni corrigé au jugé, et le fichier n'est pas "
    "employé.",
    standing::known};

/// {0} what was found, {1} the choices.
inline constexpr finding_kind json_unknown_choice{
    "ESP-JSON-007",
    severity::error,
    "\"{0}\" is none of the possible values.",
    "« {0} » ne fait pas partie des valeurs possibles.",
    "Write one of the possible values: {1}.",
    "Écrivez l'une des valeurs possibles : {1}.",
    "The key takes one of a few names or numbers, each of which stands for a rule; nothing close to one of them is "
    "accepted, because another rule pays another amount. The file is not used.",
    "La clé admet quelques noms ou nombres, dont chacun désigne une règle ; rien d'approchant n'est accepté, car une "
    "autre règle paie un autre montant. Le fichier n'est pas employé.",
    standing::known};

/// {0} the key.
inline constexpr finding_kind json_missing_key{
    "ESP-JSON-008",
    severity::error,
    "The key \"{0}\" is missing.",
    "La clé « {0} » manque.",
    "Add it to this object.",
    "Ajoutez-la à cet objet.",
    "The entry means nothing without this key, and no neutral value could stand for it: a rule set without identifier, "
    "a circumstance without its visit. The file is not used.",
    "L'élément ne signifie rien sans cette clé, et aucune valeur neutre ne peut la remplacer : un jeu de règles sans "
    "identifiant, une circonstance sans son intervention. Le fichier n'est pas employé.",
    standing::known};

/// {0} what was found, {1} the least, {2} the greatest value.
inline constexpr finding_kind json_out_of_range{
    "ESP-JSON-009",
    severity::error,
    "The value {0} lies outside {1} to {2}.",
    "La valeur {0} est hors de l'intervalle {1} à {2}.",
    "Correct the value; mind the unit.",
    "Corrigez la valeur ; attention à l'unité.",
    "The bounds are those within which the parameter makes sense, in the unit that its name gives (minutes, percent, "
    "months). A value outside is mostly one in another unit, such as seconds for minutes; the file is not used.",
    "Les bornes sont celles où le paramètre a un sens, dans l'unité que donne son nom (minutes, pour cent, mois). Une "
    "valeur en dehors est le plus souvent dans une autre unité, comme des secondes pour des minutes ; le fichier n'est "
    "pas employé.",
    standing::known};

/// {0} the limit in bytes.
inline constexpr finding_kind json_too_large{
    "ESP-JSON-010",
    severity::error,
    "The text is larger than the limit of {0} bytes.",
    "Le texte dépasse la limite de {0} octets.",
    "Raise the limit if the size is intended.",
    "Relevez la limite si cette taille est voulue.",
    "Safety limit of the library against files that fill the memory; nothing of the file is used.",
    "Limite de sécurité de la bibliothèque contre les fichiers qui saturent la mémoire ; rien du fichier n'est "
    "employé.",
    standing::known};

/// {0} the limit in levels.
inline constexpr finding_kind json_too_deep{
    "ESP-JSON-011",
    severity::error,
    "The text is nested deeper than {0} levels.",
    "Le texte est imbriqué sur plus de {0} niveaux.",
    "Check the file; nothing it may hold is that deep.",
    "Vérifiez le fichier ; rien de ce qu'il peut contenir n'est si profond.",
    "Safety limit of the library against files that exhaust a reader; rules, circumstances and ledgers are a few "
    "levels deep. Nothing of the file is used.",
    "Limite de sécurité de la bibliothèque contre les fichiers qui épuisent la lecture ; règles, circonstances et "
    "registres ont quelques niveaux. Rien du fichier n'est employé.",
    standing::known};

/// {0} the file.
inline constexpr finding_kind file_unreadable{
    "ESP-JSON-012",
    severity::error,
    "The file {0} cannot be read.",
    "Le fichier {0} ne peut pas être lu.",
    "Check that it exists and that you may read it.",
    "Vérifiez qu'il existe et que vous avez le droit de le lire.",
    "Technical. The file does not exist, is a folder, may not be read, or reading stopped with an error. A run without "
    "its rules or its ledger would bill something else, so nothing is billed.",
    "Technique. Le fichier n'existe pas, est un dossier, n'est pas lisible, ou sa lecture s'est arrêtée sur une "
    "erreur. Un traitement sans ses règles ou son registre facturerait autre chose : rien n'est facturé.",
    standing::known};

// -- documents of messages --------------------------------------------------------------------------------------------

inline constexpr finding_kind json_no_schema{
    "ESP-JSON-030",
    severity::error,
    "The document does not say what it holds before its messages.",
    "Le document ne dit pas ce qu'il contient avant ses messages.",
    "Write \"schema\": \"esppadom/delivery/1\" (order, delivery or invoice) as its first member.",
    "Écrivez en premier le membre « schema », avec la valeur « esppadom/delivery/1 » (order, delivery ou invoice).",
    "Documents are read message by message, without holding them in memory: the kind of the messages must be known "
    "before the first of them.",
    "Les documents sont lus message par message, sans être gardés en mémoire : le type des messages doit être connu "
    "avant le premier."};

/// {0} the schema found.
inline constexpr finding_kind json_unknown_schema{
    "ESP-JSON-031",
    severity::error,
    "The schema \"{0}\" is none that can be read here.",
    "Le schéma « {0} » n'est pas de ceux qui peuvent être lus ici.",
    "Known: esppadom/order/1, esppadom/delivery/1, esppadom/invoice/1.",
    "Connus : esppadom/order/1, esppadom/delivery/1, esppadom/invoice/1.",
    "Another number after the last '/' is another form: members may then mean something else, so nothing is guessed.",
    "Un autre numéro après le dernier « / » est une autre forme : les membres peuvent y avoir un autre sens, rien "
    "n'est donc deviné."};

inline constexpr finding_kind json_no_messages{
    "ESP-JSON-032",
    severity::error,
    "The document has no list \"messages\".",
    "Le document n'a pas de liste « messages ».",
    "Put the messages in a list of that name.",
    "Mettez les messages dans une liste de ce nom.",
    "A document without messages has an empty list; one without the list is not complete, or is something else.",
    "Un document sans message a une liste vide ; sans la liste, il est incomplet ou d'une autre nature."};

/// {0} the kind of the extra.
inline constexpr finding_kind json_bad_extra{
    "ESP-JSON-033",
    severity::error,
    "What is kept here (\"{0}\") could not be written as XML; it is left out.",
    "Ce qui est conservé ici (« {0} ») ne pourrait pas être écrit en XML ; c'est omis.",
    "An element must be complete, a comment or instruction as well, and names must be names of XML.",
    "Un élément doit être complet, un commentaire ou une instruction aussi, et les noms doivent être des noms XML.",
    "Extras are written into XML as they are: what is not well-formed by itself would break the document around it.",
    "Les extras sont écrits tels quels dans le XML : ce qui n'est pas bien formé en soi casserait le document."};

inline constexpr finding_kind json_not_built{"ESP-JSON-034",
                                             severity::error,
                                             "This build of the library does not read JSON.",
                                             "Cette version compilée de la bibliothèque ne lit pas le JSON.",
                                             "Use a build with ESPPADOM_WITH_JSON.",
                                             "Utilisez une version compilée avec ESPPADOM_WITH_JSON.",
                                             "Reading JSON needs simdjson, which a build may leave out.",
                                             "La lecture du JSON demande simdjson, qu'une compilation peut omettre."};

inline constexpr std::array<const finding_kind*, 17> json_finding_kinds{
    &json_syntax,    &json_wrong_type,     &json_unknown_key, &json_kept_key,       &json_duplicate_key,
    &json_bad_value, &json_unknown_choice, &json_missing_key, &json_out_of_range,   &json_too_large,
    &json_too_deep,  &file_unreadable,     &json_no_schema,   &json_unknown_schema, &json_no_messages,
    &json_bad_extra, &json_not_built};

}  // namespace esppadom::inline ESPPADOM_ABI
