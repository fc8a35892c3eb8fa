#pragma once

// The kinds of findings that reading and writing files can give: ESP-XML-nnn. What a message means is checked one layer
// down (message/findings.hpp).

#include <array>

#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace exchange_findings {

/// The same kind with severity error: profile `strict`.
constexpr finding_kind as_error(finding_kind kind) {
  kind.level = severity::error;
  return kind;
}

// -- the file ---------------------------------------------------------------------------------------------------------

inline constexpr finding_kind unreadable{"ESP-XML-001",
                                         severity::error,
                                         "The file cannot be read.",
                                         "Le fichier ne peut pas être lu.",
                                         "Check that it exists and that you may read it.",
                                         "Vérifiez qu'il existe et que vous avez le droit de le lire."};
inline constexpr finding_kind empty_file{"ESP-XML-002",
                                         severity::error,
                                         "The file is empty.",
                                         "Le fichier est vide.",
                                         "Ask the sender to transmit it again.",
                                         "Demandez à l'émetteur de le transmettre à nouveau."};
inline constexpr finding_kind not_xml{
    "ESP-XML-003",
    severity::error,
    "The file is not XML: the first character that is no blank should be '<'.",
    "Le fichier n'est pas du XML : le premier caractère non blanc devrait être « < ».",
    "Check that the right file was given and that it is not compressed.",
    "Vérifiez que c'est le bon fichier et qu'il n'est pas compressé."};
inline constexpr finding_kind malformed{"ESP-XML-004",
                                        severity::error,
                                        "The XML is malformed here ({0}); the message is left out.",
                                        "Le XML est mal formé à cet endroit ({0}) ; le message est écarté.",
                                        "Have the sender correct the message and send it again.",
                                        "Faites corriger puis renvoyer le message par l'émetteur."};
inline constexpr finding_kind cut_short{
    "ESP-XML-005",
    severity::error,
    "The file ends here although elements are still open; the last message is left out.",
    "Le fichier s'arrête ici alors que des éléments sont encore ouverts ; le dernier message est écarté.",
    "The transmission was probably interrupted: ask for the file again.",
    "La transmission a sans doute été interrompue : redemandez le fichier."};
inline constexpr finding_kind wrong_root{
    "ESP-XML-006",
    severity::error,
    "The root element is '{0}', which is not an ESPPADOM message.",
    "L'élément racine est « {0} », qui n'est pas un message ESPPADOM.",
    "Expected: order, delivery, invoice, or one CrossIndustryOrder, CrossIndustryDespatchAdvice, CrossIndustryInvoice.",
    "Attendu : order, delivery, invoice, ou un seul CrossIndustryOrder, CrossIndustryDespatchAdvice, "
    "CrossIndustryInvoice."};
inline constexpr finding_kind doctype{
    "ESP-XML-007",
    severity::error,
    "The file contains a document type declaration (DOCTYPE); for safety it is not read.",
    "Le fichier contient une déclaration de type de document (DOCTYPE) ; par sécurité il n'est pas lu.",
    "ESPPADOM needs none: have it removed by the sender.",
    "ESPPADOM n'en utilise pas : faites-la retirer par l'émetteur."};
inline constexpr finding_kind encoding{"ESP-XML-008",
                                       severity::error,
                                       "The encoding '{0}' cannot be read.",
                                       "L'encodage « {0} » ne peut pas être lu.",
                                       "Convert the file to UTF-8.",
                                       "Convertissez le fichier en UTF-8."};
inline constexpr finding_kind invalid_characters{
    "ESP-XML-009",
    severity::error,
    "The message contains bytes that are no characters of its encoding; they are read as U+FFFD.",
    "Le message contient des octets qui ne sont pas des caractères de son encodage ; ils sont lus comme U+FFFD.",
    "Have the sender declare the true encoding, or write UTF-8.",
    "Faites déclarer le véritable encodage par l'émetteur, ou écrire en UTF-8."};
inline constexpr finding_kind too_large{
    "ESP-XML-010",
    severity::error,
    "A message is larger than the limit of {0} bytes; it is left out.",
    "Un message dépasse la limite de {0} octets ; il est écarté.",
    "Check the file; raise the limit only if such a message is genuine.",
    "Vérifiez le fichier ; ne relevez la limite que si un tel message est légitime."};
inline constexpr finding_kind too_deep{"ESP-XML-011",
                                       severity::error,
                                       "Elements are nested deeper than the limit of {0}; the message is left out.",
                                       "L'imbrication des éléments dépasse la limite de {0} ; le message est écarté.",
                                       "No ESPPADOM message needs that depth: have the sender check the file.",
                                       "Aucun message ESPPADOM n'exige cette profondeur : faites vérifier le fichier."};
inline constexpr finding_kind unknown_entity{
    "ESP-XML-012",
    severity::error,
    "The character '&' stands here without one of the five entities of XML or a character number; it is read as text.",
    "Le caractère « & » apparaît ici sans l'une des cinq entités de XML ni numéro de caractère ; il est lu comme "
    "texte.",
    "The sender must write '&amp;'.",
    "L'émetteur doit écrire « &amp; »."};
inline constexpr finding_kind after_root{"ESP-XML-013",
                                         severity::error,
                                         "There is content after the end of the root element; it is not read.",
                                         "Il y a du contenu après la fin de l'élément racine ; il n'est pas lu.",
                                         "Send one root element a file.",
                                         "Transmettez un seul élément racine par fichier."};
inline constexpr finding_kind other_kind{"ESP-XML-014",
                                         severity::error,
                                         "The message is of kind '{0}' where '{1}' was expected; it is left out.",
                                         "Le message est de type « {0} » au lieu de « {1} » ; il est écarté.",
                                         "Put each kind of message in a file of its own.",
                                         "Transmettez chaque type de message dans son propre fichier."};
inline constexpr finding_kind no_message{"ESP-XML-015",
                                         severity::warning,
                                         "The file contains no message.",
                                         "Le fichier ne contient aucun message.",
                                         "Check that the export was not empty by mistake.",
                                         "Vérifiez que l'export n'est pas vide par erreur."};
inline constexpr finding_kind unbalanced{
    "ESP-XML-016",
    severity::error,
    "The end tag '{0}' does not close the element that is open; the message is left out.",
    "La balise fermante « {0} » ne ferme pas l'élément ouvert ; le message est écarté.",
    "Have the sender correct the message and send it again.",
    "Faites corriger puis renvoyer le message par l'émetteur."};
inline constexpr finding_kind nothing_to_read{
    "ESP-XML-017",
    severity::warning,
    "There is no XML file here.",
    "Il n'y a aucun fichier XML ici.",
    "Check the folder's name; files must end in .xml.",
    "Vérifiez le nom du dossier ; les fichiers doivent se terminer par .xml."};
inline constexpr finding_kind too_many_files{
    "ESP-XML-018",
    severity::error,
    "There are more files than the limit of {0}; the others are not read.",
    "Il y a plus de fichiers que la limite de {0} ; les autres ne sont pas lus.",
    "Work in several runs or raise the limit.",
    "Travaillez en plusieurs fois ou relevez la limite."};

inline constexpr finding_kind too_many_elements{
    "ESP-XML-019",
    severity::error,
    "A message has more elements and attributes than the limit of {0}; it is left out.",
    "Un message a plus d'éléments et d'attributs que la limite de {0} ; il est écarté.",
    "Check the file; the limit grows with that of the size of a message.",
    "Vérifiez le fichier ; la limite suit celle de la taille d'un message."};

// -- the structure of a message ---------------------------------------------------------------------------------------

inline constexpr finding_kind missing{"ESP-XML-020",
                                      severity::warning,
                                      "The mandatory element '{0}' ({1}) is missing.",
                                      "L'élément obligatoire « {0} » ({1}) est absent.",
                                      "Ask the sender to provide it.",
                                      "Demandez à l'émetteur de le fournir."};
inline constexpr finding_kind missing_strict = as_error(missing);
inline constexpr finding_kind unknown_element{
    "ESP-XML-021",
    severity::info,
    "The element '{0}' is not known here; it is kept as it is.",
    "L'élément « {0} » n'est pas connu à cet endroit ; il est conservé tel quel.",
    "Nothing to do, unless it should carry information that is used.",
    "Rien à faire, sauf s'il doit porter une information utile."};
inline constexpr finding_kind unknown_attribute{
    "ESP-XML-022",
    severity::info,
    "The attribute '{0}' is not known here; it is kept as it is.",
    "L'attribut « {0} » n'est pas connu à cet endroit ; il est conservé tel quel.",
    "Nothing to do.",
    "Rien à faire."};
inline constexpr finding_kind out_of_order{
    "ESP-XML-023",
    severity::warning,
    "The element '{0}' does not stand at its place; it is read all the same.",
    "L'élément « {0} » n'est pas à sa place ; il est lu malgré tout.",
    "The sender should keep the order of the standard: others may refuse the file.",
    "L'émetteur doit respecter l'ordre du standard : d'autres peuvent refuser le "
    "fichier."};
inline constexpr finding_kind out_of_order_strict = as_error(out_of_order);
inline constexpr finding_kind duplicate_element{
    "ESP-XML-024",
    severity::error,
    "The element '{0}' may stand only once; the first is used, this one is kept aside.",
    "L'élément « {0} » ne peut figurer qu'une fois ; le premier est utilisé, celui-ci est mis de côté.",
    "Ask the sender which one is right.",
    "Demandez à l'émetteur lequel est le bon."};
inline constexpr finding_kind unexpected_text{
    "ESP-XML-025",
    severity::warning,
    "There is text where only elements are expected; it is kept aside.",
    "Il y a du texte là où seuls des éléments sont attendus ; il est mis de côté.",
    "Have the sender check the element.",
    "Faites vérifier l'élément par l'émetteur."};
inline constexpr finding_kind unexpected_text_strict = as_error(unexpected_text);
inline constexpr finding_kind other_namespace{
    "ESP-XML-026",
    severity::info,
    "The element '{0}' is in another namespace than expected; it is read by its name.",
    "L'élément « {0} » est dans un autre espace de noms que prévu ; il est lu d'après son nom.",
    "The sender should use the namespace of the standard: others may refuse the file.",
    "L'émetteur doit employer l'espace de noms du standard : d'autres peuvent refuser le fichier."};

// -- values -----------------------------------------------------------------------------------------------------------

inline constexpr finding_kind bad_value{
    "ESP-XML-030",
    severity::error,
    "The value of '{0}' cannot be read: {1} expected.",
    "La valeur de « {0} » ne peut pas être lue : {2} attendu.",
    "Have the sender correct it; the value is kept aside and not used.",
    "Faites-la corriger par l'émetteur ; elle est mise de côté et n'est pas utilisée."};
inline constexpr finding_kind no_such_date{
    "ESP-XML-031",
    severity::error,
    "The date or time in '{0}' does not exist in the calendar.",
    "La date ou l'heure de « {0} » n'existe pas dans le calendrier.",
    "Have the sender correct it; the value is kept aside and not used.",
    "Faites-la corriger par l'émetteur ; elle est mise de côté et n'est pas utilisée."};
inline constexpr finding_kind time_form{
    "ESP-XML-032",
    severity::info,
    "The date or time in '{0}' has another form than YYYY-MM-DDTHH:MM:SS; it is read as {1}, French time.",
    "La date ou l'heure de « {0} » a une autre forme que AAAA-MM-JJTHH:MM:SS ; elle est lue comme {1}, heure "
    "française.",
    "The sender should write local time without offset or fraction.",
    "L'émetteur doit écrire l'heure locale sans décalage ni fraction."};
inline constexpr finding_kind number_form{"ESP-XML-033",
                                          severity::warning,
                                          "The number in '{0}' has another form than XML asks for; it is read as {1}.",
                                          "Le nombre de « {0} » n'a pas la forme prévue par XML ; il est lu comme {1}.",
                                          "The sender should write digits and a decimal point only.",
                                          "L'émetteur doit n'écrire que des chiffres et un point décimal."};
inline constexpr finding_kind number_form_strict = as_error(number_form);
inline constexpr finding_kind spring_gap{
    "ESP-XML-034",
    severity::warning,
    "The time {1} in '{0}' does not exist in France: the clock skips it at the change to summer time.",
    "L'heure {1} de « {0} » n'existe pas en France : elle est sautée au passage à l'heure d'été.",
    "Have the sender correct the time; a visit with such a time cannot be billed.",
    "Faites corriger l'heure par l'émetteur ; une intervention à une telle heure ne peut pas être facturée."};
inline constexpr finding_kind too_many_decimals{
    "ESP-XML-035",
    severity::error,
    "The number in '{0}' has more decimals than the {1} that can be kept without rounding.",
    "Le nombre de « {0} » a plus de décimales que les {1} qui peuvent être gardées sans arrondi.",
    "Have the sender round it; the value is kept aside and not used.",
    "Faites-le arrondir par l'émetteur ; la valeur est mise de côté et n'est pas utilisée."};
inline constexpr finding_kind value_form{"ESP-XML-036",
                                         severity::info,
                                         "'{0}' is written in another way than the standard's; it is understood.",
                                         "« {0} » est écrit autrement que dans le standard ; c'est compris.",
                                         "Nothing to do.",
                                         "Rien à faire."};
inline constexpr finding_kind no_unit{"ESP-XML-037",
                                      severity::warning,
                                      "The quantity in '{0}' has no unit; hours (HUR) are assumed.",
                                      "La quantité de « {0} » n'a pas d'unité ; des heures (HUR) sont supposées.",
                                      "The sender should write unitCode.",
                                      "L'émetteur doit écrire unitCode."};
inline constexpr finding_kind empty_value{
    "ESP-XML-038",
    severity::warning,
    "The element '{0}' is empty where {1} is expected; it counts as absent.",
    "L'élément « {0} » est vide alors que {2} est attendu ; il compte comme absent.",
    "The sender should leave the element out or fill it.",
    "L'émetteur doit omettre l'élément ou le remplir."};
inline constexpr finding_kind not_built{"ESP-XML-039",
                                        severity::error,
                                        "This build of the library does not read XML.",
                                        "Cette version compilée de la bibliothèque ne lit pas le XML.",
                                        "Use a build with ESPPADOM_WITH_XML.",
                                        "Utilisez une version compilée avec ESPPADOM_WITH_XML."};

/// Every kind once, for the documentation.
inline constexpr std::array all{&unreadable,         &empty_file,        &not_xml,           &malformed,
                                &cut_short,          &wrong_root,        &doctype,           &encoding,
                                &invalid_characters, &too_large,         &too_deep,          &unknown_entity,
                                &after_root,         &other_kind,        &no_message,        &unbalanced,
                                &nothing_to_read,    &too_many_files,    &too_many_elements, &missing,
                                &unknown_element,    &unknown_attribute, &out_of_order,      &duplicate_element,
                                &unexpected_text,    &other_namespace,   &bad_value,         &no_such_date,
                                &time_form,          &number_form,       &spring_gap,        &too_many_decimals,
                                &value_form,         &no_unit,           &empty_value,       &not_built};

}  // namespace exchange_findings
}  // namespace esppadom::inline ESPPADOM_ABI
