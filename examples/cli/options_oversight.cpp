// The words of the commands that look over what was billed.
#include "command_line.hpp"

namespace cli {

void command_line::add_reconcile() {
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

void command_line::add_statistics() {
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

void command_line::add_statements() {
  CLI::App& app =
      add_command("statements", {"Trial balance, contracts, sealed statements of service rendered, their verification",
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

}  // namespace cli
