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

inline constexpr finding_kind unreadable{
    "ESP-XML-001",
    severity::error,
    "The file cannot be read.",
    "Le fichier ne peut pas être lu.",
    "Check that it exists and that you may read it.",
    "Vérifiez qu'il existe et que vous avez le droit de le lire.",
    "Technical. The file or folder could not be opened, or reading stopped with an error; nothing after that point was "
    "read, so its visits and invoices are missing from the run.",
    "Technique. Le fichier ou le dossier n'a pas pu être ouvert, ou la lecture s'est arrêtée sur une erreur ; rien n'a "
    "été lu au-delà : ses interventions et factures manquent au traitement.",
    standing::known};
inline constexpr finding_kind empty_file{
    "ESP-XML-002",
    severity::error,
    "The file is empty.",
    "Le fichier est vide.",
    "Ask the sender to transmit it again.",
    "Demandez à l'émetteur de le transmettre à nouveau.",
    "Technical. A file of no bytes, or of blanks only, is what an interrupted export or transfer leaves behind; it "
    "says nothing about the visits of the month.",
    "Technique. Un fichier vide, ou fait de seuls blancs, est ce que laisse un export ou un transfert interrompu ; il "
    "ne dit rien des interventions du mois.",
    standing::known};
inline constexpr finding_kind not_xml{
    "ESP-XML-003",
    severity::error,
    "The file is not XML: the first character that is no blank should be '<'.",
    "Le fichier n'est pas du XML : le premier caractère non blanc devrait être « < ».",
    "Check that the right file was given and that it is not compressed.",
    "Vérifiez que c'est le bon fichier et qu'il n'est pas compressé.",
    "Technical. ESPPADOM messages are XML texts; a compressed file, a PDF or a table cannot be one, and nothing of it "
    "is read.",
    "Technique. Les messages ESPPADOM sont des textes XML ; un fichier compressé, un PDF ou un tableau n'en est pas "
    "un, et rien n'en est lu.",
    standing::known};
inline constexpr finding_kind malformed{
    "ESP-XML-004",
    severity::error,
    "The XML is malformed here ({0}); the message is left out.",
    "Le XML est mal formé à cet endroit ({1}) ; le message est écarté.",
    "Have the sender correct the message and send it again.",
    "Faites corriger puis renvoyer le message par l'émetteur.",
    "Technical, rule of XML 1.0: a text that breaks its grammar has no certain meaning. Only this message is lost; the "
    "others of the file are read, and the visit or invoice it carried must be sent again.",
    "Technique, règle de XML 1.0 : un texte qui enfreint sa grammaire n'a pas de sens certain. Seul ce message est "
    "perdu ; les autres du fichier sont lus, et l'intervention ou la facture qu'il portait doit être renvoyée.",
    standing::known};
inline constexpr finding_kind cut_short{
    "ESP-XML-005",
    severity::error,
    "The file ends here although elements are still open; the last message is left out.",
    "Le fichier s'arrête ici alors que des éléments sont encore ouverts ; le dernier message est écarté.",
    "The transmission was probably interrupted: ask for the file again.",
    "La transmission a sans doute été interrompue : redemandez le fichier.",
    "Technical. Complete messages before the cut are read and can be billed; the one that is cut is not. A month sent "
    "in such a file is incomplete and must not be declared complete.",
    "Technique. Les messages entiers qui précèdent la coupure sont lus et facturables ; celui qui est coupé ne l'est "
    "pas. Un mois transmis ainsi est incomplet et ne doit pas être déclaré complet.",
    standing::known};
inline constexpr finding_kind wrong_root{
    "ESP-XML-006",
    severity::error,
    "The root element is '{0}', which is not an ESPPADOM message.",
    "L'élément racine est « {0} », qui n'est pas un message ESPPADOM.",
    "Expected: order, delivery, invoice, or one CrossIndustryOrder, CrossIndustryDespatchAdvice, CrossIndustryInvoice.",
    "Attendu : order, delivery, invoice, ou un seul CrossIndustryOrder, CrossIndustryDespatchAdvice, "
    "CrossIndustryInvoice.",
    "Known roots are the envelopes order, delivery and invoice and, standing alone, the three message elements; the "
    "envelopes of ORDER and INVOICE are inferred from that of DELIVERY. Nothing of a file with another root is read.",
    "Les racines connues sont les enveloppes order, delivery et invoice et, employés seuls, les trois éléments de "
    "message ; les enveloppes de ORDER et d'INVOICE sont déduites de celle de DELIVERY. Rien n'est lu d'un fichier à "
    "la racine différente.",
    standing::inferred_medium};
inline constexpr finding_kind doctype{
    "ESP-XML-007",
    severity::error,
    "The file contains a document type declaration (DOCTYPE); for safety it is not read.",
    "Le fichier contient une déclaration de type de document (DOCTYPE) ; par sécurité il n'est pas lu.",
    "ESPPADOM needs none: have it removed by the sender.",
    "ESPPADOM n'en utilise pas : faites-la retirer par l'émetteur.",
    "Safety rule of the library: a DOCTYPE can make a reader load other files or fill its memory. ESPPADOM uses none, "
    "so the file is refused as a whole.",
    "Règle de sécurité de la bibliothèque : un DOCTYPE peut faire charger d'autres fichiers ou saturer la mémoire. "
    "ESPPADOM n'en utilise pas ; le fichier est refusé en entier.",
    standing::known};
inline constexpr finding_kind encoding{
    "ESP-XML-008",
    severity::error,
    "The encoding '{0}' cannot be read.",
    "L'encodage « {0} » ne peut pas être lu.",
    "Convert the file to UTF-8.",
    "Convertissez le fichier en UTF-8.",
    "Technical. UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 and windows-1252 are read; in any other encoding names and "
    "codes would be guessed, so nothing of the file is read.",
    "Technique. UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 et windows-1252 sont lus ; dans un autre encodage, noms et "
    "codes seraient devinés, et rien du fichier n'est donc lu.",
    standing::known};
inline constexpr finding_kind invalid_characters{
    "ESP-XML-009",
    severity::error,
    "The message contains bytes that are no characters of its encoding; they are read as U+FFFD.",
    "Le message contient des octets qui ne sont pas des caractères de son encodage ; ils sont lus comme U+FFFD.",
    "Have the sender declare the true encoding, or write UTF-8.",
    "Faites déclarer le véritable encodage par l'émetteur, ou écrire en UTF-8.",
    "Technical. Most often a file in windows-1252 that declares UTF-8. The message is read, but the texts with the "
    "replaced characters, identifiers included, can no longer be compared with those of other messages.",
    "Technique. Le plus souvent, un fichier en windows-1252 qui se déclare en UTF-8. Le message est lu, mais les "
    "textes aux caractères remplacés, identifiants compris, ne se comparent plus à ceux d'autres messages.",
    standing::known};
inline constexpr finding_kind too_large{
    "ESP-XML-010",
    severity::error,
    "A message is larger than the limit of {0} bytes; it is left out.",
    "Un message dépasse la limite de {0} octets ; il est écarté.",
    "Check the file; raise the limit only if such a message is genuine.",
    "Vérifiez le fichier ; ne relevez la limite que si un tel message est légitime.",
    "Safety limit of the library (16 MiB a message unless set otherwise); a visit takes some kilobytes. The other "
    "messages of the file are read; what this one carried is missing.",
    "Limite de sécurité de la bibliothèque (16 Mio par message, sauf autre réglage) ; une intervention tient en "
    "quelques kilo-octets. Les autres messages du fichier sont lus ; le contenu de celui-ci manque.",
    standing::known};
inline constexpr finding_kind too_deep{
    "ESP-XML-011",
    severity::error,
    "Elements are nested deeper than the limit of {0}; the message is left out.",
    "L'imbrication des éléments dépasse la limite de {0} ; le message est écarté.",
    "No ESPPADOM message needs that depth: have the sender check the file.",
    "Aucun message ESPPADOM n'exige cette profondeur : faites vérifier le fichier.",
    "Safety limit of the library (64 levels unless set otherwise); the deepest ESPPADOM message has about ten. What "
    "the message carried is missing from the run.",
    "Limite de sécurité de la bibliothèque (64 niveaux, sauf autre réglage) ; le message ESPPADOM le plus profond en "
    "compte une dizaine. Le contenu du message manque au traitement.",
    standing::known};
inline constexpr finding_kind unknown_entity{
    "ESP-XML-012",
    severity::error,
    "The character '&' stands here without one of the five entities of XML or a character number; it is read as text.",
    "Le caractère « & » apparaît ici sans l'une des cinq entités de XML ni numéro de caractère ; il est lu comme "
    "texte.",
    "The sender must write '&amp;'.",
    "L'émetteur doit écrire « &amp; ».",
    "Rule of XML 1.0: an ampersand in a text is written as an entity. The message is read with the character as it "
    "stands; other software will refuse the file.",
    "Règle de XML 1.0 : une esperluette dans un texte s'écrit par une entité. Le message est lu avec le caractère tel "
    "quel ; un autre logiciel refusera le fichier.",
    standing::known};
inline constexpr finding_kind after_root{
    "ESP-XML-013",
    severity::error,
    "There is content after the end of the root element; it is not read.",
    "Il y a du contenu après la fin de l'élément racine ; il n'est pas lu.",
    "Send one root element a file.",
    "Transmettez un seul élément racine par fichier.",
    "Rule of XML 1.0: one root element a document. Messages after it, as in files simply put one behind the other, are "
    "not read and will be missing.",
    "Règle de XML 1.0 : un seul élément racine par document. Les messages placés après, comme dans des fichiers mis "
    "bout à bout, ne sont pas lus et manqueront.",
    standing::known};
inline constexpr finding_kind other_kind{
    "ESP-XML-014",
    severity::error,
    "The message is of kind '{0}' where '{1}' was expected; it is left out.",
    "Le message est de type « {0} » au lieu de « {1} » ; il est écarté.",
    "Put each kind of message in a file of its own.",
    "Transmettez chaque type de message dans son propre fichier.",
    "The caller asked for one kind of message and the envelope holds another; the standard gives ORDER, DELIVERY and "
    "INVOICE an envelope each. The other messages of the file are read.",
    "L'appelant a demandé un type de message et l'enveloppe en contient un autre ; le standard donne à ORDER, DELIVERY "
    "et INVOICE une enveloppe chacun. Les autres messages du fichier sont lus.",
    standing::known};
inline constexpr finding_kind no_message{
    "ESP-XML-015",
    severity::warning,
    "The file contains no message.",
    "Le fichier ne contient aucun message.",
    "Check that the export was not empty by mistake.",
    "Vérifiez que l'export n'est pas vide par erreur.",
    "An envelope of DELIVERY may be empty; one of ORDER or INVOICE should not (inferred). Nothing is withdrawn by it: "
    "messages are increments, and a visit that is absent is unchanged unless its month is declared complete.",
    "Une enveloppe DELIVERY peut être vide ; une enveloppe ORDER ou INVOICE ne devrait pas l'être (déduit). Rien n'est "
    "retiré pour autant : les messages s'ajoutent, et une intervention absente reste inchangée, sauf si son mois est "
    "déclaré complet.",
    standing::inferred_medium};
inline constexpr finding_kind unbalanced{
    "ESP-XML-016",
    severity::error,
    "The end tag '{0}' does not close the element that is open; the message is left out.",
    "La balise fermante « {0} » ne ferme pas l'élément ouvert ; le message est écarté.",
    "Have the sender correct the message and send it again.",
    "Faites corriger puis renvoyer le message par l'émetteur.",
    "Rule of XML 1.0: every start tag is closed by its own end tag, innermost first. Only this message is lost; the "
    "others of the file are read where their limits can be found.",
    "Règle de XML 1.0 : chaque balise ouvrante est fermée par la sienne, la plus intérieure d'abord. Seul ce message "
    "est perdu ; les autres du fichier sont lus tant que leurs limites se retrouvent.",
    standing::known};
inline constexpr finding_kind nothing_to_read{
    "ESP-XML-017",
    severity::warning,
    "There is no XML file here.",
    "Il n'y a aucun fichier XML ici.",
    "Check the folder's name; files must end in .xml.",
    "Vérifiez le nom du dossier ; les fichiers doivent se terminer par .xml.",
    "Technical. Of a folder and its subfolders only files whose names end in .xml are read, so there was nothing to "
    "check: this is no proof that the month is in order.",
    "Technique. D'un dossier et de ses sous-dossiers, seuls les fichiers dont le nom finit par .xml sont lus ; il n'y "
    "avait donc rien à contrôler, ce qui ne prouve pas que le mois est en ordre.",
    standing::known};
inline constexpr finding_kind too_many_files{
    "ESP-XML-018",
    severity::error,
    "There are more files than the limit of {0}; the others are not read.",
    "Il y a plus de fichiers que la limite de {0} ; les autres ne sont pas lus.",
    "Work in several runs or raise the limit.",
    "Travaillez en plusieurs fois ou relevez la limite.",
    "Safety limit of the library (100 000 files unless set otherwise). Files are taken in the order of their names; "
    "those beyond the limit are neither checked nor counted.",
    "Limite de sécurité de la bibliothèque (100 000 fichiers, sauf autre réglage). Les fichiers sont pris dans l'ordre "
    "de leurs noms ; ceux au-delà de la limite ne sont ni contrôlés ni comptés.",
    standing::known};

inline constexpr finding_kind too_many_elements{
    "ESP-XML-019",
    severity::error,
    "A message has more elements and attributes than the limit of {0}; it is left out.",
    "Un message a plus d'éléments et d'attributs que la limite de {0} ; il est écarté.",
    "Check the file; the limit grows with that of the size of a message.",
    "Vérifiez le fichier ; la limite suit celle de la taille d'un message.",
    "Safety limit of the library, derived from the largest size of a message: a small text full of tags can take a "
    "hundred times its size in memory. What the message carried is missing from the run.",
    "Limite de sécurité de la bibliothèque, tirée de la taille maximale d'un message : un petit texte rempli de "
    "balises peut occuper cent fois sa taille en mémoire. Le contenu du message manque au traitement.",
    standing::known};

// -- the structure of a message ---------------------------------------------------------------------------------------

inline constexpr finding_kind missing{
    "ESP-XML-020",
    severity::warning,
    "The mandatory element '{0}' ({1}) is missing.",
    "L'élément obligatoire « {0} » ({1}) est absent.",
    "Ask the sender to provide it, at the place the table of the message gives.",
    "Demandez à l'émetteur de le fournir, à la place indiquée par le tableau du message.",
    "The tables of the messages say which elements must be there; each table row has its own standing. Reading is "
    "lenient: the value stays unset and the message is kept; billing lists the visit as unbilled if it needs the "
    "value. Profile strict makes this an error.",
    "Les tableaux des messages disent quels éléments doivent figurer ; chaque ligne a son propre degré de certitude. "
    "La lecture est tolérante : la valeur reste vide et le message est gardé ; la facturation classe l'intervention en "
    "non facturé si elle en a besoin. Le profil strict en fait une erreur.",
    standing::known};
inline constexpr finding_kind missing_strict = as_error(missing);
inline constexpr finding_kind unknown_element{
    "ESP-XML-021",
    severity::info,
    "The element '{0}' is not known here; it is kept as it is.",
    "L'élément « {0} » n'est pas connu à cet endroit ; il est conservé tel quel.",
    "Nothing to do, unless it should carry information for billing: then have its name and place corrected.",
    "Rien à faire, sauf s'il doit porter une information utile à la facturation : faites alors corriger son nom ou sa "
    "place.",
    "ESPPADOM types are closed sequences, so an element outside them is an addition of the producer, a later version "
    "or a misspelling. It has no effect on billing and is written back unchanged in a round trip.",
    "Les types ESPPADOM sont des séquences fermées : un élément qui n'y figure pas est un ajout du producteur, une "
    "version ultérieure ou une faute d'orthographe. Il est sans effet sur la facturation et réécrit tel quel en "
    "aller-retour.",
    standing::known};
inline constexpr finding_kind unknown_attribute{
    "ESP-XML-022",
    severity::info,
    "The attribute '{0}' is not known here; it is kept as it is.",
    "L'attribut « {0} » n'est pas connu à cet endroit ; il est conservé tel quel.",
    "Nothing to do, unless it is a misspelling of a known one, such as unitCode or listID.",
    "Rien à faire, sauf s'il s'agit d'un attribut connu mal orthographié, comme unitCode ou listID.",
    "Elements have few attributes (lists of codes, schemes of identifiers, units, currencies, the version). Any other "
    "has no effect on billing and is written back unchanged in a round trip.",
    "Les éléments ont peu d'attributs (listes de codes, schémas d'identifiants, unités, devises, version). Tout autre "
    "est sans effet sur la facturation et réécrit tel quel en aller-retour.",
    standing::known};
inline constexpr finding_kind out_of_order{
    "ESP-XML-023",
    severity::warning,
    "The element '{0}' does not stand at its place; it is read all the same.",
    "L'élément « {0} » n'est pas à sa place ; il est lu malgré tout.",
    "The sender should keep the order of the standard: others may refuse the file.",
    "L'émetteur doit respecter l'ordre du standard : d'autres peuvent refuser le fichier.",
    "ESPPADOM types are XSD sequences, in which order matters; the order is evidenced for DELIVERY and mostly inferred "
    "for ORDER and INVOICE. The value counts all the same, and the writer puts elements back in order.",
    "Les types ESPPADOM sont des séquences XSD, où l'ordre compte ; cet ordre est établi pour DELIVERY et surtout "
    "déduit pour ORDER et INVOICE. La valeur compte malgré tout, et l'écriture rétablit l'ordre.",
    standing::known};
inline constexpr finding_kind out_of_order_strict = as_error(out_of_order);
inline constexpr finding_kind duplicate_element{
    "ESP-XML-024",
    severity::error,
    "The element '{0}' may stand only once; the first is used, this one is kept aside.",
    "L'élément « {0} » ne peut figurer qu'une fois ; le premier est utilisé, celui-ci est mis de côté.",
    "Ask the sender which one is right.",
    "Demandez à l'émetteur lequel est le bon.",
    "The tables of the messages allow this element once, and a choice between two values is not the reader's to make. "
    "Billing uses the first one; if the second is right, the amount is wrong.",
    "Les tableaux des messages n'admettent cet élément qu'une fois, et ce n'est pas à la lecture de choisir entre deux "
    "valeurs. La facturation emploie la première ; si la seconde est la bonne, le montant est faux.",
    standing::known};
inline constexpr finding_kind unexpected_text{
    "ESP-XML-025",
    severity::warning,
    "There is text where only elements are expected; it is kept aside.",
    "Il y a du texte là où seuls des éléments sont attendus ; il est mis de côté.",
    "Have the sender check the element.",
    "Faites vérifier l'élément par l'émetteur.",
    "Elements of the structure hold elements, not text; a text there is a value that lost its own element. It has no "
    "effect on billing and is written back in a round trip. Profile strict makes this an error.",
    "Les éléments de structure contiennent des éléments, pas du texte ; un texte y est une valeur qui a perdu son "
    "élément. Il est sans effet sur la facturation et réécrit en aller-retour. Le profil strict en fait une erreur.",
    standing::known};
inline constexpr finding_kind unexpected_text_strict = as_error(unexpected_text);
inline constexpr finding_kind other_namespace{
    "ESP-XML-026",
    severity::info,
    "The element '{0}' is in another namespace than expected; it is read by its name.",
    "L'élément « {0} » est dans un autre espace de noms que prévu ; il est lu d'après son nom.",
    "The sender should use the namespace of the standard: others may refuse the file.",
    "L'émetteur doit employer l'espace de noms du standard : d'autres peuvent refuser le fichier.",
    "Namespaces are evidenced for DELIVERY and inferred for ORDER and INVOICE; producers differ, so an element of the "
    "right name in a neighbouring namespace counts like any other.",
    "Les espaces de noms sont établis pour DELIVERY et déduits pour ORDER et INVOICE ; les producteurs diffèrent, et "
    "un élément au bon nom dans un espace de noms voisin compte comme un autre.",
    standing::inferred_high};

inline constexpr finding_kind other_namespace_strict = as_error(other_namespace);
inline constexpr finding_kind another_payer{
    "ESP-XML-060",
    severity::warning,
    "There is more than one payer ('{0}'); the first is used, the others are kept in their order.",
    "Il y a plus d'un payeur (« {0} ») ; le premier est utilisé, les autres sont conservés dans leur ordre.",
    "Where several funders pay, the sender should write a line for each with its own payer.",
    "Quand plusieurs financeurs paient, l'émetteur doit écrire une ligne pour chacun, avec son payeur.",
    "The standard has one payer at each place. Files with several are known; which of them pays what they do not say.",
    "Le standard prévoit un payeur à chaque endroit. Des fichiers en portent plusieurs, sans dire lequel paie quoi.",
    standing::inferred_medium};
inline constexpr finding_kind encoding_mismatch{
    "ESP-XML-061",
    severity::warning,
    "The file declares the encoding '{0}', but its bytes are {1}; they are read as that.",
    "Le fichier déclare l'encodage « {0} », mais ses octets sont en {1} ; ils sont lus ainsi.",
    "The sender should declare the encoding the file has; other programs may refuse it.",
    "L'émetteur doit déclarer l'encodage réel du fichier ; d'autres programmes peuvent le refuser.",
    "A byte order mark, or a declaration that can be read at all, shows which encoding a file has, whatever it says.",
    "Une marque d'ordre des octets, ou une déclaration lisible telle quelle, montre l'encodage du fichier, quoi qu'il "
    "dise."};

// -- values -----------------------------------------------------------------------------------------------------------

inline constexpr finding_kind bad_value{
    "ESP-XML-030",
    severity::error,
    "The value of '{0}' cannot be read: {1} expected.",
    "La valeur de « {0} » ne peut pas être lue ; attendu : {2}.",
    "Have the sender correct it; the value is kept aside and not used.",
    "Faites-la corriger par l'émetteur ; elle est mise de côté et n'est pas utilisée.",
    "The table of the message gives each element a type, and a value of another form cannot be guessed. The field "
    "counts as absent; billing lists the visit as unbilled if it needs it.",
    "Le tableau du message donne un type à chaque élément, et une valeur d'une autre forme ne se devine pas. Le champ "
    "compte comme absent ; la facturation classe l'intervention en non facturé si elle en a besoin.",
    standing::known};
inline constexpr finding_kind no_such_date{
    "ESP-XML-031",
    severity::error,
    "The date or time in '{0}' does not exist in the calendar.",
    "La date ou l'heure de « {0} » n'existe pas dans le calendrier.",
    "Have the sender correct it; the value is kept aside and not used.",
    "Faites-la corriger par l'émetteur ; elle est mise de côté et n'est pas utilisée.",
    "A day such as 30 February or an hour such as 25:00 has no meaning to correct it to. The field counts as absent; "
    "billing lists the visit as unbilled if it needs it.",
    "Un jour comme le 30 février ou une heure comme 25:00 n'a pas de sens vers lequel le corriger. Le champ compte "
    "comme absent ; la facturation classe l'intervention en non facturé si elle en a besoin.",
    standing::known};
inline constexpr finding_kind time_form{
    "ESP-XML-032",
    severity::info,
    "The date or time in '{0}' has another form than YYYY-MM-DDTHH:MM:SS; it is read as {1}, French time.",
    "La date ou l'heure de « {0} » a une autre forme que AAAA-MM-JJTHH:MM:SS ; elle est lue comme {1}, heure "
    "française.",
    "The sender should write local time without offset or fraction.",
    "L'émetteur doit écrire l'heure locale sans décalage ni fraction.",
    "Production writes French civil time, without offset or fraction. Other forms (Z, +01:00, date only, 20260302) are "
    "converted to it; the text is kept for a round trip. A wrong offset moves a visit by hours, so the reading given "
    "is worth a look.",
    "La production écrit l'heure civile française, sans décalage ni fraction. Les autres formes (Z, +01:00, date "
    "seule, 20260302) y sont converties ; le texte est gardé pour l'aller-retour. Un décalage faux déplace "
    "l'intervention de plusieurs heures : la lecture indiquée mérite un coup d'œil.",
    standing::known};
inline constexpr finding_kind number_form{
    "ESP-XML-033",
    severity::warning,
    "The number in '{0}' has another form than XML asks for; it is read as {1}.",
    "Le nombre de « {0} » n'a pas la forme prévue par XML ; il est lu comme {1}.",
    "The sender should write digits and a decimal point only.",
    "L'émetteur doit n'écrire que des chiffres et un point décimal.",
    "XML decimals have a point and no blanks, thousands marks or exponent. A decimal comma and the like are understood "
    "by common usage, but 1,500 can mean two things, so the reading given is worth a look. Profile strict makes this "
    "an error.",
    "Les décimaux de XML ont un point et ni blanc, ni séparateur de milliers, ni exposant. La virgule décimale et "
    "autres usages sont compris, mais « 1,500 » peut vouloir dire deux choses : la lecture indiquée mérite un coup "
    "d'œil. Le profil strict en fait une erreur.",
    standing::known};
inline constexpr finding_kind number_form_strict = as_error(number_form);
inline constexpr finding_kind spring_gap{
    "ESP-XML-034",
    severity::warning,
    "The time {1} in '{0}' does not exist in France: the clock skips it at the change to summer time.",
    "L'heure {1} de « {0} » n'existe pas en France : elle est sautée au passage à l'heure d'été.",
    "Have the sender correct the time; a visit with such a time cannot be billed.",
    "Faites corriger l'heure par l'émetteur ; une intervention à une telle heure ne peut pas être facturée.",
    "Times are French civil time; on the last Sunday of March the hour from 02:00 to 02:59 does not exist. The value "
    "is kept, but no duration can be computed from it, and the visit is listed as unbilled.",
    "Les heures sont l'heure civile française ; le dernier dimanche de mars, l'heure de 02:00 à 02:59 n'existe pas. La "
    "valeur est gardée, mais aucune durée ne s'en calcule, et l'intervention figure en non facturé.",
    standing::known};
inline constexpr finding_kind too_many_decimals{
    "ESP-XML-035",
    severity::error,
    "The number in '{0}' has more decimals than the {1} that can be kept without rounding.",
    "Le nombre de « {0} » a plus de décimales que les {1} qui peuvent être gardées sans arrondi.",
    "Have the sender round it; the value is kept aside and not used.",
    "Faites-le arrondir par l'émetteur ; la valeur est mise de côté et n'est pas utilisée.",
    "Amounts have 2 decimals, tariffs up to 6 and percentages up to 4; the library never rounds what it reads, because "
    "each rounding of public money must be a rule. The field counts as absent.",
    "Les montants ont 2 décimales, les tarifs jusqu'à 6 et les pourcentages jusqu'à 4 ; la bibliothèque n'arrondit "
    "jamais ce qu'elle lit, car tout arrondi d'argent public doit être une règle. Le champ compte comme absent.",
    standing::known};
inline constexpr finding_kind value_form{
    "ESP-XML-036",
    severity::info,
    "'{0}' is written in another way than the standard's; it is understood.",
    "« {0} » est écrit autrement que dans le standard ; c'est compris.",
    "Nothing to do; the sender may write it as the standard does to be read by everybody.",
    "Rien à faire ; l'émetteur peut l'écrire comme le standard pour être lu par tous.",
    "Variants seen or expected in the field: 1 and 0 for true and false, currencyCode for currencyID, a date without "
    "its midnight or in an element of its own. The value is certain; the text is kept for a round trip.",
    "Variantes vues ou attendues sur le terrain : 1 et 0 pour true et false, currencyCode pour currencyID, une date "
    "sans son minuit ou dans son propre élément. La valeur est certaine ; le texte est gardé pour l'aller-retour.",
    standing::inferred_medium};
inline constexpr finding_kind no_unit{
    "ESP-XML-037",
    severity::warning,
    "The quantity in '{0}' has no unit; hours (HUR) are assumed.",
    "La quantité de « {0} » n'a pas d'unité ; des heures (HUR) sont supposées.",
    "The sender should write unitCode; check the quantity against the visit until then.",
    "L'émetteur doit écrire unitCode ; d'ici là, vérifiez la quantité au regard de l'intervention.",
    "DELIVERY and INVOICE of production count hours (HUR); that a quantity without a unit is in hours too is inferred. "
    "If minutes were meant, sixty times too much would be billed.",
    "Les DELIVERY et INVOICE de production comptent en heures (HUR) ; qu'une quantité sans unité soit aussi en heures "
    "est déduit. Si des minutes étaient voulues, soixante fois trop serait facturé.",
    standing::inferred_medium};
inline constexpr finding_kind empty_value{
    "ESP-XML-038",
    severity::warning,
    "The element '{0}' is empty where {1} is expected; it counts as absent.",
    "L'élément « {0} » est vide ; attendu : {2}. Il compte comme absent.",
    "The sender should leave the element out or fill it.",
    "L'émetteur doit omettre l'élément ou le remplir.",
    "An optional element that is there but empty holds no value of its type; producers leave such elements behind. It "
    "counts as absent and is written back in a round trip.",
    "Un élément facultatif présent mais vide ne porte aucune valeur de son type ; des producteurs en laissent ainsi. "
    "Il compte comme absent et est réécrit en aller-retour.",
    standing::known};
inline constexpr finding_kind not_built{"ESP-XML-039",
                                        severity::error,
                                        "This build of the library does not read XML.",
                                        "Cette version compilée de la bibliothèque ne lit pas le XML.",
                                        "Use a build with ESPPADOM_WITH_XML.",
                                        "Utilisez une version compilée avec ESPPADOM_WITH_XML.",
                                        "Technical. The XML reader is a part that may be left out when the library is "
                                        "built; without it nothing of any file is read.",
                                        "Technique. La lecture de XML est une partie qui peut être omise à la "
                                        "compilation de la bibliothèque ; sans elle, rien n'est lu d'aucun fichier.",
                                        standing::known};

/// Every kind once, for the documentation.
inline constexpr std::array all{&unreadable,         &empty_file,        &not_xml,           &malformed,
                                &cut_short,          &wrong_root,        &doctype,           &encoding,
                                &invalid_characters, &too_large,         &too_deep,          &unknown_entity,
                                &after_root,         &other_kind,        &no_message,        &unbalanced,
                                &nothing_to_read,    &too_many_files,    &too_many_elements, &missing,
                                &unknown_element,    &unknown_attribute, &out_of_order,      &duplicate_element,
                                &unexpected_text,    &other_namespace,   &bad_value,         &no_such_date,
                                &time_form,          &number_form,       &spring_gap,        &too_many_decimals,
                                &value_form,         &no_unit,           &empty_value,       &not_built,
                                &another_payer,      &encoding_mismatch};

}  // namespace exchange_findings
}  // namespace esppadom::inline ESPPADOM_ABI
