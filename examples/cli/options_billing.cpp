// The words of the commands that bill, explain and show rules and ledgers.
#include "command_line.hpp"

namespace cli {

void command_line::add_bill() {
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

void command_line::add_explain() {
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

void command_line::add_report() {
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

void command_line::add_bill_inputs(CLI::App& app, bill_options& into) {
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

void command_line::add_apa() {
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
      {"Many rows instead: columns year, gir, plan, resources, couple (and mtp), separated by commas, semicolons or "
       "tabs",
       "Plusieurs lignes à la place : colonnes year, gir, plan, resources, couple (et mtp), séparées par des "
       "virgules, des points-virgules ou des tabulations"});
  add(app, "--format", apa_.format, "text|json", {"Form of the answer", "Forme de la réponse"});
}

void command_line::add_ledger() {
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
  add(app, "--beneficiary", ledger_.beneficiary, "ID", {"export: of this beneficiary", "export : de ce bénéficiaire"});
  add(app, "-o,--output", ledger_.output, "FILE",
      {"init, export, merge: where to write", "init, export, merge : où écrire"});
  add(app, "--format", ledger_.format, "text|json|csv",
      {"export: form of the report of what was taken and left out",
       "export : forme du compte rendu de ce qui est repris et laissé"});
}

void command_line::add_rules() {
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

}  // namespace cli
