#include "arguments.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command_line.hpp"
#include "esppadom/library.hpp"
#include "nearest.hpp"

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

}  // namespace

command_line::command_line(language in)
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

request command_line::parse(int argc, const char* const* argv) {
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

std::string command_line::text(const words& both) const { return std::string(to_.say(both)); }

request command_line::said(const std::string& what, outcome end) {
  std::cout << what;
  return said_all{end};
}

std::string command_line::help() const {
  for (const CLI::App* sub : app_.get_subcommands()) {
    return sub->help("esppadom");
  }
  return app_.help();
}

void command_line::set_up(CLI::App& app) {
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
         {std::pair{"Usage", "Utilisation"}, std::pair{"Positionals", "Arguments"}, std::pair{"Subcommand", "Commande"},
          std::pair{"SUBCOMMAND", "COMMANDE"}, std::pair{"Subcommands", "Commandes"}, std::pair{"TEXT", "TEXTE"},
          std::pair{"REQUIRED", "OBLIGATOIRE"}})
      format->label(label, french);
  }
  app.formatter(format);
}

CLI::App& command_line::add_command(const char* name, const words& about) {
  CLI::App& sub = *app_.add_subcommand(name, text(about));
  sub.group(text({"Commands", "Commandes"}));
  set_up(sub);
  return sub;
}

void command_line::add(CLI::App& app, const char* name, std::string& into, const char* type, const words& about) {
  app.add_option(name, into, text(about))->type_name(type);
}

void command_line::add(CLI::App& app, const char* name, std::vector<std::string>& into, const char* type,
                       const words& about) {
  app.add_option(name, into, text(about))->type_name(type);
}

request command_line::chosen() const {
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

void command_line::refuse_unknown_command(int argc, const char* const* argv) const {
  std::vector<std::string> known;
  for (const CLI::App* sub : app_.get_subcommands([](const CLI::App*) { return true; }))
    known.push_back(sub->get_name());
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--lang") ++i;
    if (word.empty() || word.front() == '-') continue;
    if (std::find(known.begin(), known.end(), word) != known.end()) return;
    throw usage_error(to_.say({"unknown command: {0}", "commande inconnue : {0}"}, {word}) + meant(word, known));
  }
}

std::string command_line::meant(std::string_view word, const std::vector<std::string>& known) const {
  const auto nearest = nearest_to(word, known);
  return nearest.empty() ? nearest : " " + to_.say({"(did you mean {0}?)", "(vouliez-vous dire {0} ?)"}, {nearest});
}

std::string command_line::of_unknown_argument() const {
  std::vector<const CLI::App*> apps;
  for (const CLI::App* sub : app_.get_subcommands())
    apps.push_back(sub);
  apps.push_back(&app_);
  for (const CLI::App* app : apps) {
    auto left = app->remaining();
    if (left.empty()) continue;
    // What follows an unknown option is mostly its value: the option is what is wrong.
    const auto option =
        std::find_if(left.begin(), left.end(), [](const std::string& one) { return one.starts_with("-"); });
    if (option == left.end()) return to_.say({"unexpected argument: {0}", "argument en trop : {0}"}, {left.front()});
    const auto word = option->substr(0, option->find('='));
    std::vector<std::string> known;
    for (const CLI::Option* each : app->get_options()) {
      for (const auto& name : each->get_lnames())
        known.push_back("--" + name);
    }
    return to_.say({"unknown option: {0}", "option inconnue : {0}"}, {word}) + meant(word, known);
  }
  return text({"unexpected argument", "argument en trop"});
}

std::string command_line::explained(const CLI::ParseError& error) const {
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) return of_unknown_argument();
  const std::string detail = error.what();
  if (!to_.french()) return detail;
  const auto colon = detail.find(": ");
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) && colon != std::string::npos)
    return "valeur manquante ou en trop : " + detail.substr(0, colon);
  if (dynamic_cast<const CLI::ConversionError*>(&error) && colon != std::string::npos)
    return "valeur incorrecte : " + detail.substr(colon + 2);
  return "ligne de commande incorrecte (" + detail + ")";
}

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
