#include "arguments.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/library.hpp"

namespace cli {
namespace {

using esppadom::language;

std::optional<language> language_named(std::string_view name) {
  const auto found = esppadom::parse_enum<language>(name);
  if (!found) return std::nullopt;
  return *found;
}

language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).substr(0, 2) == "fr" ? language::french : language::english;
  }
  return language::english;
}

// The language has to be known before anything is said, even that the command line is wrong.
language language_of(int argc, const char* const* argv) {
  constexpr std::string_view option = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    std::string_view value;
    if (word == option && i + 1 < argc) value = argv[i + 1];
    if (word.size() > option.size() && word.starts_with(option) && word[option.size()] == '=')
      value = word.substr(option.size() + 1);
    if (const auto named = language_named(value)) return *named;
  }
  return language_of_environment();
}

constexpr std::array<const char*, 0> planned_commands{};  // commands that are announced, and not there yet

/// The command line as CLI11 sees it. It only takes words apart; what they mean is checked by the commands.
class command_line {
 public:
  explicit command_line(language in)
      : to_(in),
        app_(text({"Exact billing of home care from ESPPADOM messages.",
                   "Facturation exacte de l'aide à domicile à partir de "
                   "messages ESPPADOM."}),
             "esppadom") {
    set_up(app_);
    app_.set_version_flag("--version", "esppadom " + std::string(esppadom::library_version()),
                          text({"Show the version", "Affiche la version"}));
    app_.footer(
        text({"Exit status: 0 = fine, 1 = findings of severity error (what is safe is written all the same), 2 "
              "= wrong use or input that cannot be read.",
              "Code de retour : 0 = tout va bien, 1 = constats de gravité erreur (ce qui est sûr est écrit "
              "malgré tout), 2 = mauvaise utilisation ou entrée illisible."}));
    add_validate();
    add_bill();
    add_explain();
    add_report();
    add_correction_rate();
    add_convert();
    add_diff();
    add_conformance();
    add_apa();
    add_ledger();
    add_rules();
    add_reconcile();
    add_statistics();
    add_statements();
    add_identify();
    add_view();
  }

  request parse(int argc, const char* const* argv) {
    try {
      refuse_unknown_command(argc, argv);
      app_.parse(argc, argv);
      return chosen();
    } catch (const CLI::CallForHelp&) {
      return said(help(), outcome::fine);
    } catch (const CLI::CallForVersion&) {
      return said(app_.version() + "\n", outcome::fine);
    } catch (const CLI::ParseError& error) {
      throw usage_error(explained(error));
    }
  }

 private:
  std::string text(const words& both) const { return std::string(to_.say(both)); }

  static request said(const std::string& what, outcome end) {
    std::cout << what;
    return said_all{end};
  }

  std::string help() const {
    for (const CLI::App* sub : app_.get_subcommands()) {
      return sub->help("esppadom");
    }
    return app_.help();
  }

  void set_up(CLI::App& app) {
    app.set_help_flag("-h,--help", text({"Show this help", "Affiche cette aide"}));
    app.add_option("--lang", lang_,
                   text({"Language of texts: fr or en (default: of the environment, else en)",
                         "Langue des textes : fr ou en (par défaut : celle de l'environnement, sinon "
                         "en)"}))
        ->type_name("fr|en");
    auto format = std::make_shared<CLI::Formatter>();
    format->column_width(34);
    if (to_.french()) {
      for (const auto& [label, french] :
           {std::pair{"Usage", "Utilisation"}, std::pair{"Positionals", "Arguments"},
            std::pair{"Subcommand", "Commande"}, std::pair{"SUBCOMMAND", "COMMANDE"},
            std::pair{"Subcommands", "Commandes"}, std::pair{"TEXT", "TEXTE"}, std::pair{"REQUIRED", "OBLIGATOIRE"}})
        format->label(label, french);
    }
    app.formatter(format);
  }

  CLI::App& add_command(const char* name, const words& about) {
    CLI::App& sub = *app_.add_subcommand(name, text(about));
    sub.group(text({"Commands", "Commandes"}));
    set_up(sub);
    return sub;
  }

  void add(CLI::App& app, const char* name, std::string& into, const char* type, const words& about) {
    app.add_option(name, into, text(about))->type_name(type);
  }
  void add(CLI::App& app, const char* name, std::vector<std::string>& into, const char* type, const words& about) {
    app.add_option(name, into, text(about))->type_name(type);
  }
  void add_planned(CLI::App& app, const char* name, bool takes_value) {
    CLI::Option* option = takes_value ? app.add_option(name) : app.add_flag(name);
    option->group("");  // not in the help
    planned_.emplace_back(option, name);
  }

  void add_validate() {
    CLI::App& app = add_command("validate", {"Check files of messages", "Contrôle des fichiers de messages"});
    add(app, "paths", validate_.paths, "FILE|DIR", {"Files, or folders of *.xml", "Fichiers, ou dossiers de *.xml"});
    add(app, "--profile", validate_.profile, "strict|lenient|FILE",
        {"lenient (default): what can be understood is at most a warning; strict: what departs from the standard is an "
         "error; or a file of your own levels",
         "lenient (par défaut) : ce qui se comprend est au plus un avertissement ; strict : tout écart au standard est "
         "une erreur ; ou un fichier de vos propres niveaux"});
    add(app, "--format", validate_.format, "text|json|junit|sarif", {"Form of the report", "Forme du compte rendu"});
  }

  void add_convert() {
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

  void add_correction_rate() {
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

  void add_bill() {
    CLI::App& app = add_command("bill", {"Bill a month", "Facture un mois"});
    add_bill_inputs(app, bill_);
    add(app, "--out", bill_.out, "DIR",
        {"Where bill.json, ledger.json and invoices/*.xml are written (mandatory)",
         "Où sont écrits bill.json, ledger.json et invoices/*.xml (obligatoire)"});
    add(app, "--format", bill_.format, "text|json", {"Form of the summary", "Forme du bilan"});
    app.add_flag("--explain", bill_.explain,
                 text({"Also write explanations.jsonl: every visit explained, one line of JSON each",
                       "Écrit aussi explanations.jsonl : chaque intervention expliquée, une ligne de JSON chacune"}));
    add(app, "--compare", bill_.compare, "OTHER.json",
        {"Bills again under these rules and says what differs, and by which rules; nothing else changes",
         "Facture à nouveau selon ces règles et dit ce qui change, et par quelles règles ; rien d'autre ne change"});
  }

  void add_explain() {
    CLI::App& app = add_command(
        "explain", {"Explain every amount and every second of one visit, or the totals of a document",
                    "Explique chaque montant et chaque seconde d'une intervention, ou les totaux d'un document"});
    add_bill_inputs(app, explain_.inputs);
    add(app, "--delivery", explain_.delivery, "ID",
        {"The visit: this or --document", "L'intervention : ceci ou --document"});
    add(app, "--document", explain_.document, "ID",
        {"A document of this run: its lines, penalties, VAT and advances up to what is due",
         "Un document de cette facturation : ses lignes, pénalités, TVA et acomptes, jusqu'au net à payer"});
    add(app, "--provider", explain_.provider, "ID",
        {"Its provider, where several use that identifier", "Son prestataire, si plusieurs utilisent cet identifiant"});
    add(app, "--format", explain_.format, "text|json|html", {"Form of the explanation", "Forme de l'explication"});
    add(app, "-o,--output", explain_.output, "FILE",
        {"Write to this file (default: standard output)", "Écrit dans ce fichier (par défaut : sortie standard)"});
  }

  void add_report() {
    CLI::App& app = add_command("report", {"One page of HTML about a month, for those who manage",
                                           "Une page HTML sur un mois, pour ceux qui pilotent"});
    add_bill_inputs(app, report_.inputs);
    add(app, "-o,--output", report_.output, "FILE", {"The page (mandatory)", "La page (obligatoire)"});
    app.add_option("--smallest-group", report_.smallest_group,
                   text({"Leave out persons, and rows of fewer beneficiaries, so that nobody can be told apart",
                         "Écarter les personnes et les lignes de moins de bénéficiaires, pour que nul ne se "
                         "reconnaisse"}))
        ->type_name("N");
  }

  /// What billing reads, for every command that bills.
  void add_bill_inputs(CLI::App& app, bill_options& into) {
    add(app, "--rules", into.rules, "FILE", {"Rule book (mandatory)", "Recueil de règles (obligatoire)"});
    add(app, "--orders", into.orders, "FILE|DIR",
        {"ORDER files (mandatory; may be repeated)", "Fichiers ORDER (obligatoire ; répétable)"});
    add(app, "--deliveries", into.deliveries, "FILE|DIR",
        {"DELIVERY files (mandatory; may be repeated)", "Fichiers DELIVERY (obligatoire ; répétable)"});
    add(app, "--month", into.month, "YYYY-MM", {"The month to bill (mandatory)", "Le mois à facturer (obligatoire)"});
    add(app, "--as-of", into.as_of, "YYYY-MM-DD",
        {"What was known on that day (mandatory)", "État des connaissances à cette date (obligatoire)"});
    add(app, "--circumstances", into.circumstances, "FILE|DIR",
        {"What no message carries: planned visits, absences, cancellations… (JSON, CSV, or a folder of CSV files)",
         "Ce qu'aucun message ne porte : interventions planifiées, absences, annulations… (JSON, CSV, ou un dossier de "
         "fichiers CSV)"});
    add(app, "--ledger", into.ledger, "FILE",
        {"The ledger of the run before (default: none)",
         "Le registre de la facturation précédente (par défaut : "
         "aucun)"});
    add(app, "--complete-for", into.complete_for, "PROVIDER",
        {"The files hold all visits of this provider in the month: others leave (may be repeated)",
         "Les fichiers contiennent toutes les interventions de ce prestataire dans le mois : les autres sont retirées "
         "(répétable)"});
    add(app, "--validated", into.validated, "PROVIDER",
        {"This provider validated its pro forma, for rules with invoicing.pro_forma (may be repeated)",
         "Ce prestataire a validé sa pro forma, pour les règles avec invoicing.pro_forma (répétable)"});
    add(app, "--issued-at", into.issued_at, "TIME",
        {"Issue time of the invoices (default: the as-of date, 00:00:00)",
         "Date d'émission des factures (par défaut : la date d'arrêté, 00:00:00)"});
    add(app, "--transaction", into.transaction, "ID",
        {"Identifier of the batch (default: I and the issue time)",
         "Identifiant du lot (par défaut : I et la date d'émission)"});
    add(app, "--stage", into.stage, "pro_forma|final",
        {"final (default); a pro forma changes nothing in the ledger",
         "final (par défaut) ; un pro forma ne change rien au registre"});
  }

  void add_diff() {
    CLI::App& app =
        add_command("diff", {"Compare messages by what they say", "Compare des messages d'après leur sens"});
    add(app, "sides", diff_.sides, "A B",
        {"Two files or folders of messages; exit status 0 = they say the same, 1 = they differ, 2 = unusable",
         "Deux fichiers ou dossiers de messages ; code de retour 0 = même sens, 1 = différents, 2 = inutilisables"});
    app.add_flag(
        "--personal", diff_.personal,
        text({"Show values that are a person's data", "Montre les valeurs qui sont des données personnelles"}));
    add(app, "--format", diff_.format, "text|json", {"Form of the report", "Forme du compte rendu"});
  }

  void add_conformance() {
    CLI::App& app = add_command("conformance", {"Run the conformance kit", "Exécute le kit de conformité"});
    add(app, "kit", conformance_.kit, "DIR", {"The folder of the kit", "Le dossier du kit"});
    add(app, "--answers", conformance_.answers, "DIR",
        {"Judge these answers of another software instead of this library",
         "Juge les réponses d'un autre logiciel au lieu de cette bibliothèque"});
    add(app, "--written", conformance_.written, "DIR",
        {"Also check the files that software writes, in profile strict",
         "Contrôle aussi les fichiers que ce logiciel écrit, en profil strict"});
    add(app, "--name", conformance_.name, "TEXT",
        {"Name and version of that software", "Nom et version de ce logiciel"});
    add(app, "--write-answers", conformance_.write_answers, "DIR",
        {"Write the answers of this library: a model of what to answer",
         "Écrit les réponses de cette bibliothèque : un modèle de réponse"});
    add(app, "--format", conformance_.format, "tap|junit|json|markdown|html",
        {"Form of the report", "Forme du compte rendu"});
  }

  void add_ledger() {
    CLI::App& app = add_command("ledger", {"Begin a ledger, show one, hand a part of it over, put parts together",
                                           "Ouvre un registre, en montre un, en transmet une partie, réunit des "
                                           "parties"});
    add(app, "action", ledger_.action, "init|show|export|merge",
        {"init: from the CSV table of a predecessor; show: what a ledger holds; export: what another operator needs "
         "for "
         "one provider, service or beneficiary; merge: parts of a ledger put together",
         "init : à partir du tableau CSV d'un prédécesseur ; show : ce que contient un registre ; export : ce qu'il "
         "faut à un autre opérateur pour un prestataire, une prestation ou un bénéficiaire ; merge : des parties d'un "
         "registre réunies"});
    add(app, "file", ledger_.files, "FILE",
        {"OPENING.csv or ledger.json; merge: several", "OUVERTURE.csv ou ledger.json ; merge : plusieurs"});
    add(app, "--rule-book", ledger_.rule_book, "ID",
        {"init: the rule book the ledger goes on with (default: any)",
         "init : le recueil de règles avec lequel le registre continue (par défaut : n'importe lequel)"});
    add(app, "--provider", ledger_.provider, "ID", {"export: of this provider", "export : de ce prestataire"});
    add(app, "--service", ledger_.service, "CODE", {"export: of this service", "export : de cette prestation"});
    add(app, "--beneficiary", ledger_.beneficiary, "ID",
        {"export: of this beneficiary", "export : de ce bénéficiaire"});
    add(app, "-o,--output", ledger_.output, "FILE",
        {"init, export, merge: where to write", "init, export, merge : où écrire"});
    add(app, "--format", ledger_.format, "text|json|csv",
        {"export: form of the report of what was taken and left out",
         "export : forme du compte rendu de ce qui est repris et laissé"});
  }

  void add_apa() {
    CLI::App& app = add_command(
        "apa", {"Participation under the national scale of APA", "Participation selon le barème national de l'APA"});
    add(app, "--date", apa_.date, "YYYY-MM-DD", {"The day (mandatory)", "Le jour (obligatoire)"});
    add(app, "--gir", apa_.gir, "N", {"GIR, 1 to 4 (mandatory)", "GIR, de 1 à 4 (obligatoire)"});
    add(app, "--plan", apa_.plan, "EUR", {"Plan of a month (mandatory)", "Plan d'aide mensuel (obligatoire)"});
    add(app, "--resources", apa_.resources, "EUR",
        {"Resources of a month (mandatory)", "Ressources mensuelles (obligatoire)"});
    app.add_flag("--couple", apa_.couple, text({"Resources of a couple", "Ressources d'un couple"}));
    add(app, "--mtp", apa_.mtp, "EUR",
        {"MTP of 1 January, for years whose value is not known here",
         "MTP du 1er janvier, pour les années dont la valeur n'est pas connue ici"});
    add(app, "--csv", apa_.csv, "FILE",
        {"Many rows instead: columns year, gir, plan, resources, couple (and mtp), separated by commas",
         "Plusieurs lignes à la place : colonnes year, gir, plan, resources, couple (et mtp), séparées par des "
         "virgules"});
    add(app, "--format", apa_.format, "text|json", {"Form of the answer", "Forme de la réponse"});
  }

  void add_rules() {
    CLI::App& app = add_command("rules", {"Check a rule file, or show what it says for somebody on a day",
                                          "Contrôle un fichier de règles, ou montre ce qu'il dit pour quelqu'un à une "
                                          "date"});
    add(app, "action", rules_.action, "check|show",
        {"check: errors, and what deserves a second look; show: every parameter and where it comes from",
         "check : les erreurs, et ce qui mérite un second regard ; show : chaque paramètre et son origine"});
    add(app, "file", rules_.file, "FILE", {"The rule file", "Le fichier de règles"});
    add(app, "--at", rules_.at, "YYYY-MM-DD", {"For show: the day (mandatory)", "Pour show : le jour (obligatoire)"});
    add(app, "--departement", rules_.departement, "CODE",
        {"The payer's département (default: the only one the file names)",
         "Le département payeur (par défaut : le seul que nomme le fichier)"});
    add(app, "--funder", rules_.funder, "ID", {"The funder", "Le financeur"});
    add(app, "--provider", rules_.provider, "ID", {"The provider", "Le prestataire"});
    add(app, "--service", rules_.service, "CODE", {"The service", "La prestation"});
    add(app, "--beneficiary", rules_.beneficiary, "ID", {"The beneficiary", "Le bénéficiaire"});
    add(app, "--format", rules_.format, "text|json", {"Form of the answer", "Forme de la réponse"});
  }

  void add_reconcile() {
    CLI::App& app = add_command("reconcile", {"Hold invoices against orders and visits",
                                              "Rapproche les factures des commandes et des interventions"});
    add(app, "--orders", reconcile_.orders, "FILE|DIR", {"ORDER files", "Fichiers ORDER"});
    add(app, "--deliveries", reconcile_.deliveries, "FILE|DIR", {"DELIVERY files", "Fichiers DELIVERY"});
    add(app, "--invoices", reconcile_.invoices, "FILE|DIR",
        {"INVOICE files, whoever made them (mandatory)", "Fichiers INVOICE, quel qu'en soit l'auteur (obligatoire)"});
    add(app, "--rules", reconcile_.rules, "FILE",
        {"Rule book: times and amounts are compared with what it gives",
         "Recueil de règles : temps et montants sont comparés à ce qu'il donne"});
    add(app, "--circumstances", reconcile_.circumstances, "FILE|DIR",
        {"With rules: what no message carries", "Avec des règles : ce qu'aucun message ne porte"});
    add(app, "--ledger", reconcile_.ledger, "FILE",
        {"With rules: the ledger before these files", "Avec des règles : le registre d'avant ces fichiers"});
    add(app, "--as-of", reconcile_.as_of, "YYYY-MM-DD",
        {"With rules: what was known on that day (default: the latest issue date)",
         "Avec des règles : état des connaissances à cette date (par défaut : la dernière date d'émission)"});
    add(app, "--from", reconcile_.from, "YYYY-MM", {"From this month of visits on", "À partir de ce mois"});
    add(app, "--to", reconcile_.to, "YYYY-MM", {"Up to this month of visits", "Jusqu'à ce mois"});
    add(app, "--provider", reconcile_.provider, "ID", {"Only this provider", "Ce prestataire seulement"});
    add(app, "--funder", reconcile_.funder, "ID", {"Only this payer", "Ce payeur seulement"});
    add(app, "--service", reconcile_.service, "CODE", {"Only this service", "Cette prestation seulement"});
    add(app, "--by", reconcile_.by, "WHAT",
        {"Sums by provider (default), funder, service, month or beneficiary",
         "Sommes par provider (par défaut), funder, service, month ou beneficiary"});
    add(app, "--format", reconcile_.format, "text|json|csv", {"Form of the report", "Forme du compte rendu"});
  }

  void add_statistics() {
    CLI::App& app = add_command("statistics", {"One statistic over a ledger, or over orders and visits",
                                               "Un état sur un registre, ou sur des commandes et interventions"});
    auto& of = statistics_;
    add(app, "--of", of.of, "NAME", {"The statistic (mandatory)", "L'état (obligatoire)"});
    add(app, "--ledger", of.ledger, "FILE", {"The ledger of the last run", "Le registre de la dernière facturation"});
    add(app, "--orders", of.orders, "FILE|DIR", {"ORDER files", "Fichiers ORDER"});
    add(app, "--deliveries", of.deliveries, "FILE|DIR", {"DELIVERY files", "Fichiers DELIVERY"});
    add(app, "--rules", of.rules, "FILE",
        {"Rule book (default: neutral rules)", "Recueil de règles (par défaut : règles neutres)"});
    add(app, "--circumstances", of.circumstances, "FILE|DIR",
        {"Planned visits, absences and what else no message carries",
         "Interventions planifiées, absences et ce qu'aucun message ne porte"});
    add(app, "--as-of", of.as_of, "YYYY-MM-DD",
        {"What was known on that day (default: the latest issue date)",
         "État des connaissances à cette date (par défaut : la dernière date d'émission)"});
    add(app, "--from", of.from, "YYYY-MM",
        {"First month (default: of the first visit)", "Premier mois (par défaut : de la première intervention)"});
    add(app, "--to", of.to, "YYYY-MM",
        {"Last month (default: of the last visit)", "Dernier mois (par défaut : de la dernière intervention)"});
    add(app, "--now", of.now, "TIME",
        {"For alerts: the moment (default: the end of the last month)",
         "Pour les alertes : le moment (par défaut : la fin du dernier mois)"});
    add(app, "--period", of.period, "PERIOD",
        {"month (default), half_year, year, or window: the six months up to --to",
         "month (par défaut), half_year, year, ou window : les six mois jusqu'à --to"});
    add(app, "--beneficiary", of.beneficiary, "ID", {"Only this beneficiary", "Ce bénéficiaire seulement"});
    add(app, "--provider", of.provider, "ID", {"Only this provider", "Ce prestataire seulement"});
    add(app, "--caregiver", of.caregiver, "ID", {"Only this caregiver", "Cet intervenant seulement"});
    add(app, "--service", of.service, "CODE", {"Only this service", "Cette prestation seulement"});
    add(app, "--funder", of.funder, "ID", {"Only this funder", "Ce financeur seulement"});
    app.add_option("--smallest-group", of.smallest_group,
                   text({"Leave rows of fewer beneficiaries out, so that nobody can be told apart",
                         "Écarter les lignes de moins de bénéficiaires, pour que nul ne se reconnaisse"}))
        ->type_name("N");
    add(app, "--ledger-out", of.ledger_out, "FILE",
        {"For alerts: tell each once, and write the ledger that knows it",
         "Pour les alertes : signaler chacune une fois, et écrire le registre qui le sait"});
    add(app, "--format", of.format, "text|json|csv", {"Form of the table", "Forme du tableau"});
  }

  void add_statements() {
    CLI::App& app = add_command("statements",
                                {"Trial balance, contracts, sealed statements of service rendered, their verification",
                                 "Balance, contrats, états de service fait scellés, leur vérification"});
    auto& of = statements_;
    add(app, "action", of.action, "trial-balance|cpom|service-fait|verify",
        {"trial-balance: documents by month, funder and provider; cpom: a contract's objectives, advances, balance and "
         "envelope; service-fait: one sealed file a beneficiary and month; verify: whether such files are what was "
         "sealed",
         "trial-balance : documents par mois, financeur et prestataire ; cpom : objectifs, acomptes, solde et "
         "enveloppe d'un contrat ; service-fait : un fichier scellé par bénéficiaire et par mois ; verify : si ces "
         "fichiers sont tels que scellés"});
    add(app, "path", of.path, "DIR", {"verify: the folder of the files", "verify : le dossier des fichiers"});
    add(app, "--ledger", of.ledger, "FILE",
        {"The ledger (mandatory but for verify)", "Le registre (obligatoire sauf pour verify)"});
    add(app, "--rules", of.rules, "FILE",
        {"cpom: the rule book (mandatory)", "cpom : le recueil de règles (obligatoire)"});
    add(app, "--from", of.from, "YYYY-MM", {"First month", "Premier mois"});
    add(app, "--to", of.to, "YYYY-MM", {"Last month", "Dernier mois"});
    add(app, "--beneficiary", of.beneficiary, "ID", {"Only this beneficiary", "Ce bénéficiaire seulement"});
    add(app, "--provider", of.provider, "ID", {"Only this provider", "Ce prestataire seulement"});
    add(app, "--funder", of.funder, "ID", {"Only this funder", "Ce financeur seulement"});
    add(app, "--out", of.out, "DIR",
        {"service-fait: where to write; goes on with the month before if it is there",
         "service-fait : où écrire ; poursuit le mois précédent s'il y est"});
    app.add_option("--keep-years", of.keep_years,
                   text({"service-fait: years to keep, for the date of retention",
                         "service-fait : durée de conservation en années"}))
        ->type_name("N");
    add(app, "--head", of.head, "SEAL",
        {"verify: the seal of the last document, kept elsewhere",
         "verify : le sceau du dernier document, conservé ailleurs"});
    add(app, "--format", of.format, "text|csv|json|html",
        {"Form of the answer; service-fait: html writes a page beside each file",
         "Forme de la réponse ; service-fait : html écrit une page à côté de chaque fichier"});
  }

  void add_identify() {
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

  void add_view() {
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
  }

  request chosen() const {
    for (const auto& [option, name] : planned_) {
      if (option->count() > 0) not_built_yet(name, to_);
    }
    if (!lang_.empty() && !language_named(lang_)) wrong_choice("--lang", lang_, "fr, en", to_);
    if (app_.got_subcommand("validate")) return validate_;
    if (app_.got_subcommand("convert")) return convert_;
    if (app_.got_subcommand("correction-rate")) return correction_rate_;
    if (app_.got_subcommand("bill")) return bill_;
    if (app_.got_subcommand("explain")) return explain_;
    if (app_.got_subcommand("report")) return report_;
    if (app_.got_subcommand("diff")) return diff_;
    if (app_.got_subcommand("conformance")) return conformance_;
    if (app_.got_subcommand("apa")) return apa_;
    if (app_.got_subcommand("ledger")) return ledger_;
    if (app_.got_subcommand("rules")) return rules_;
    if (app_.got_subcommand("reconcile")) return reconcile_;
    if (app_.got_subcommand("statistics")) return statistics_;
    if (app_.got_subcommand("statements")) return statements_;
    if (app_.got_subcommand("identify")) return identify_;
    if (app_.got_subcommand("view")) return view_;
    throw usage_error(text({"no command is given", "aucune commande n'est donnée"}));
  }

  void refuse_unknown_command(int argc, const char* const* argv) const {
    for (int i = 1; i < argc; ++i) {
      const std::string word = argv[i];
      if (word == "--lang") ++i;
      if (word.empty() || word.front() == '-') continue;
      for (const CLI::App* sub : app_.get_subcommands([](const CLI::App*) { return true; })) {
        if (sub->get_name() == word) return;
      }
      for (const char* planned : planned_commands) {
        if (word == planned) not_built_yet(word, to_);
      }
      throw usage_error(to_.say({"unknown command: {0}", "commande inconnue : {0}"}, {word}));
    }
  }

  std::string explained(const CLI::ParseError& error) const {
    if (!to_.french()) return error.what();
    const std::string detail = error.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&error)) return "argument inconnu (" + detail + ")";
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return "valeur manquante ou en trop (" + detail + ")";
    return "ligne de commande incorrecte (" + detail + ")";
  }

  speaker to_;
  CLI::App app_;
  std::string lang_;
  validate_options validate_;
  convert_options convert_;
  correction_rate_options correction_rate_;
  bill_options bill_;
  explain_options explain_;
  report_options report_;
  conformance_options conformance_;
  diff_options diff_;
  apa_options apa_;
  ledger_options ledger_;
  rules_options rules_;
  reconcile_options reconcile_;
  statistics_options statistics_;
  statements_options statements_;
  identify_options identify_;
  view_options view_;
  std::vector<std::pair<const CLI::Option*, const char*>> planned_;
};

}  // namespace

arguments parse_arguments(int argc, const char* const* argv) {
  arguments read;
  read.language = language_of(argc, argv);
  try {
    read.what = command_line(read.language).parse(argc, argv);
  } catch (const usage_error& error) {
    const speaker to(read.language);
    std::cerr << "esppadom: " << error.what() << "\n"
              << to.say({"Try: esppadom --help", "Essayez : esppadom --help"}) << "\n";
    read.what = said_all{outcome::unusable};
  }
  return read;
}

}  // namespace cli
