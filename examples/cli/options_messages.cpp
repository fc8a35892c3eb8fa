// The words of the commands about messages.
#include "command_line.hpp"

namespace cli {

void command_line::add_validate() {
  CLI::App& app = add_command("validate", {"Check files of messages", "Contrôle des fichiers de messages"});
  add(app, "paths", validate_.paths, "FILE|DIR", {"Files, or folders of *.xml", "Fichiers, ou dossiers de *.xml"});
  add(app, "--profile", validate_.profile, "strict|lenient|FILE",
      {"lenient (default): what can be understood is at most a warning; strict: what departs from the standard is an "
       "error; or a file of your own levels",
       "lenient (par défaut) : ce qui se comprend est au plus un avertissement ; strict : tout écart au standard est "
       "une erreur ; ou un fichier de vos propres niveaux"});
  add(app, "--format", validate_.format, "text|json|junit|sarif", {"Form of the report", "Forme du compte rendu"});
}

void command_line::add_convert() {
  CLI::App& app = add_command("convert", {"Write messages in another form",
                                          "Réécrit des messages sous une autre "
                                          "forme"});
  add(app, "files", convert_.files, "FILE", {"Files of messages", "Fichiers de messages"});
  add(app, "--to", convert_.to, "xml|json|csv", {"What to write (mandatory)", "Ce qu'il faut écrire (obligatoire)"});
  add(app, "--profile", convert_.profile, "PROFILE",
      {"For XML: round_trip (default), canonical, production_1_4 or extended",
       "Pour XML : round_trip (par défaut), canonical, production_1_4 ou extended"});
  add(app, "-o,--output", convert_.output, "FILE",
      {"Where to write (default: standard output)", "Où écrire (par défaut : la sortie standard)"});
  add(app, "--from", convert_.from, "csv",
      {"csv: the files are read with the mapping, in its order or as NAME=FILE; else they are messages",
       "csv : les fichiers sont lus avec la correspondance, dans son ordre ou par NOM=FICHIER ; sinon ce sont des "
       "messages"});
  add(app, "--mapping", convert_.mapping, "FILE|NAME",
      {"For CSV: a mapping file, or the name of one that is shipped",
       "Pour CSV : un fichier de correspondance, ou le nom d'une correspondance fournie"});
  app.add_option("--param", convert_.parameters,
                 text({"For CSV: a parameter of the mapping (may be repeated)",
                       "Pour CSV : un paramètre de la correspondance (répétable)"}))
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  add(app, "--circumstances", convert_.circumstances, "FILE|DIR",
      {"For CSV: circumstances that columns take values from",
       "Pour CSV : circonstances dont des colonnes tirent leurs valeurs"});
  add(app, "--list-fields", convert_.list_fields, "MESSAGE",
      {"List the fields of order, delivery, invoice or circumstances and do nothing else",
       "Liste les champs de order, delivery, invoice ou circumstances et ne fait rien d'autre"});
  app.add_flag("--list-mappings", convert_.list_mappings,
               text({"List the mappings that are shipped and do nothing else",
                     "Liste les correspondances fournies et ne fait rien d'autre"}));
  add(app, "--format", convert_.format, "text|json", {"Form of the lists", "Forme des listes"});
}

void command_line::add_correction_rate() {
  CLI::App& app = add_command("correction-rate", {"Rate of corrected visits in DELIVERY files",
                                                  "Taux de correction des interventions de fichiers DELIVERY"});
  add(app, "paths", correction_rate_.paths, "FILE|DIR",
      {"DELIVERY files, or folders of *.xml", "Fichiers DELIVERY, ou dossiers de *.xml"});
  add(app, "--rules", correction_rate_.rules, "FILE",
      {"Rule book (default: neutral rules)", "Recueil de règles (par défaut : règles neutres)"});
  add(app, "--unit", correction_rate_.unit, "UNIT",
      {"intervention, stamp or minutes (default: the rule book's)",
       "intervention, stamp ou minutes (par défaut : celle du recueil de règles)"});
  add(app, "--by", correction_rate_.by, "WHOM",
      {"provider (default), beneficiary, caregiver or service",
       "provider (par défaut), beneficiary, caregiver ou "
       "service"});
  add(app, "--month", correction_rate_.month, "YYYY-MM", {"Only this month", "Ce mois seulement"});
  add(app, "--format", correction_rate_.format, "text|json|csv", {"Form of the report", "Forme du compte rendu"});
}

void command_line::add_diff() {
  CLI::App& app = add_command("diff", {"Compare messages by what they say", "Compare des messages d'après leur sens"});
  add(app, "sides", diff_.sides, "A B",
      {"Two files or folders of messages; exit status 0 = they say the same, 1 = they differ, 2 = unusable",
       "Deux fichiers ou dossiers de messages ; code de retour 0 = même sens, 1 = différents, 2 = inutilisables"});
  app.add_flag("--personal", diff_.personal,
               text({"Show values that are a person's data", "Montre les valeurs qui sont des données personnelles"}));
  add(app, "--format", diff_.format, "text|json", {"Form of the report", "Forme du compte rendu"});
}

void command_line::add_conformance() {
  CLI::App& app = add_command("conformance", {"Run the conformance kit", "Exécute le kit de conformité"});
  add(app, "kit", conformance_.kit, "DIR", {"The folder of the kit", "Le dossier du kit"});
  add(app, "--answers", conformance_.answers, "DIR",
      {"Judge these answers of another software instead of this library",
       "Juge les réponses d'un autre logiciel au lieu de cette bibliothèque"});
  add(app, "--written", conformance_.written, "DIR",
      {"Also check the files that software writes, in profile strict",
       "Contrôle aussi les fichiers que ce logiciel écrit, en profil strict"});
  add(app, "--name", conformance_.name, "TEXT", {"Name and version of that software", "Nom et version de ce logiciel"});
  add(app, "--write-answers", conformance_.write_answers, "DIR",
      {"Write the answers of this library: a model of what to answer",
       "Écrit les réponses de cette bibliothèque : un modèle de réponse"});
  add(app, "--format", conformance_.format, "tap|junit|json|markdown|html",
      {"Form of the report", "Forme du compte rendu"});
}

void command_line::add_identify() {
  CLI::App& app = add_command("identify", {"Make DELIVERY messages of the log of a voice server",
                                           "Tire des messages DELIVERY du journal d'un serveur vocal"});
  auto& of = identify_;
  add(app, "--calls", of.calls, "FILE",
      {"CSV of the calls: at, number, caregiver, direction (mandatory)",
       "CSV des appels : at, number, caregiver, direction (obligatoire)"});
  add(app, "--directory", of.directory, "FILE",
      {"CSV or JSON of the numbers of each beneficiary (mandatory)",
       "CSV ou JSON des numéros de chaque bénéficiaire (obligatoire)"});
  add(app, "--planned", of.planned, "FILE|DIR",
      {"Circumstances: their planned visits tell who was visited where several share a number",
       "Circonstances : leurs interventions planifiées disent qui a été visité quand plusieurs partagent un numéro"});
  add(app, "--rules", of.rules, "FILE",
      {"Rule book: repetitions, longest visit, window, clock (default: neutral rules)",
       "Recueil de règles : répétitions, durée maximale, fenêtre, heure (par défaut : règles neutres)"});
  add(app, "--issued-at", of.issued_at, "TIME",
      {"Issue time of the messages (default: of the last call)",
       "Heure d'émission des messages (par défaut : celle du dernier appel)"});
  add(app, "--transaction", of.transaction, "ID", {"Number of the batch", "Numéro du lot"});
  add(app, "--method", of.method, "CODE",
      {"Identification method of the stamps (default: IVR)", "Mode d'identification des horodatages (défaut : IVR)"});
  add(app, "--out", of.out, "DIR",
      {"Where deliveries.xml, raw-stamps.xml and identify.json go (mandatory)",
       "Où vont deliveries.xml, raw-stamps.xml et identify.json (obligatoire)"});
  add(app, "--format", of.format, "text|json", {"Form of the report", "Forme du compte rendu"});
}

void command_line::add_view() {
  CLI::App& app =
      add_command("view", {"Messages as a role may see them", "Les messages tels qu'un rôle peut les voir"});
  auto& of = view_;
  add(app, "files", of.files, "FILE|DIR", {"Messages", "Messages"});
  add(app, "--role", of.role, "ROLE",
      {"departement, provider, branch, beneficiary, family or statistician (mandatory)",
       "departement, provider, branch, beneficiary, family ou statistician (obligatoire)"});
  add(app, "--key-file", of.key_file, "FILE",
      {"Secret of at least 16 bytes behind pseudonyms and shifted dates",
       "Secret d'au moins 16 octets derrière les pseudonymes et les dates décalées"});
  add(app, "--provider", of.provider, "ID", {"Only this provider", "Ce prestataire seulement"});
  add(app, "--beneficiary", of.beneficiary, "ID", {"Only this beneficiary", "Ce bénéficiaire seulement"});
  add(app, "--service", of.service, "CODE", {"Only this service", "Cette prestation seulement"});
  app.add_flag("--keep-dates", of.keep_dates, text({"Do not shift dates", "Ne décale pas les dates"}));
  add(app, "-o,--output", of.output, "FILE|DIR",
      {"A file .xml or .json for messages of one kind, or a folder (mandatory)",
       "Un fichier .xml ou .json pour des messages d'un type, ou un dossier (obligatoire)"});
  add(app, "--format", of.format, "text|json",
      {"Form of the report of what was removed", "Forme du compte rendu de ce qui a été retiré"});
  app.add_option("--smallest-group", of.smallest_group,
                 text({"Leave messages out whose provider and service count fewer beneficiaries",
                       "Écarter les messages dont le prestataire et la prestation comptent moins de bénéficiaires"}))
      ->type_name("N");
}

}  // namespace cli
