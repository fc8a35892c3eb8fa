// esppadom rules: is a rule file sound, and what does it say for somebody on a day.

#include <iostream>
#include <string>

#include "commands.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/rule_report.hpp"
#include "esppadom/rules/scope_words.hpp"
#include "findings_text.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::rule_book;
using esppadom::shown_parameter;

constexpr std::string_view check_schema = "esppadom/rules-check/1";

outcome check(const rules_options& options, const std::string& bytes, output_format format, const speaker& to) {
  esppadom::findings found;
  esppadom::json_read_options reading;
  reading.file = options.file;
  const auto book = check_rule_book(bytes, found, reading);
  if (format == output_format::json) {
    emit(esppadom::write_findings_json(check_schema, found, to.language()), to);
  } else {
    std::string text = findings_text(found, to);
    if (book && found.total() == 0) text += std::string(to.say({"Nothing to say.", "Rien à signaler."})) + "\n";
    emit(text + findings_count_text(found, to) + "\n", to);
  }
  return found.has_errors() ? outcome::errors : outcome::fine;
}

// "dep-99-2026 version 1 (service APA)", or that no rule set gives the value.
std::string origin_of(const shown_parameter& one, const rule_book& book, const speaker& to) {
  if (!one.version) return std::string(to.say({"neutral", "neutre"}));
  const auto& version = book.versions[*one.version];
  const auto& scope = version.scope;
  std::string of;
  for (const auto* field : {&scope.departement, &scope.funder, &scope.provider, &scope.service, &scope.beneficiary}) {
    if (*field) of = **field;
  }
  return label_of(version) + " (" + std::string(words_of(scope.level).in(to.language())) +
         (of.empty() ? "" : " " + of) + ")";
}

// How well a rule is evidenced, in words; JSON has the name that the documents use.
std::string_view evidence_of(const shown_parameter& one, const speaker& to) {
  using esppadom::standing;
  switch (one.evidence) {
    case standing::known:
      return to.say({"known", "établi"});
    case standing::inferred_high:
      return to.say({"inferred (high)", "déduit (élevée)"});
    case standing::inferred_medium:
      return to.say({"inferred (medium)", "déduit (moyenne)"});
    case standing::inferred_low:
      return to.say({"inferred (low)", "déduit (faible)"});
    case standing::open:
      break;
  }
  return to.say({"open", "ouvert"});
}

// As much of a value as fits a line; JSON has it whole.
std::string shown_value(const shown_parameter& one) {
  constexpr std::size_t most = 48;
  if (one.value.size() > most) return one.value.substr(0, most - 3) + "…";
  return one.unit.empty() || one.value == "null" ? one.value : one.value + " " + std::string(one.unit);
}

std::string table_of(const std::vector<shown_parameter>& all, const rule_book& book, const speaker& to) {
  text_table table({{std::string(to.say({"key", "clé"}))},
                    {std::string(to.say({"value", "valeur"}))},
                    {std::string(to.say({"French label", "libellé"}))},
                    {std::string(to.say({"standing", "statut"}))},
                    {std::string(to.say({"from", "origine"}))}});
  for (const auto& one : all) {
    table.add({one.key, shown_value(one), std::string(one.label), std::string(evidence_of(one, to)),
               origin_of(one, book, to)});
  }
  return table.str();
}

outcome show(const rules_options& options, const std::string& bytes, output_format format, const speaker& to) {
  esppadom::rule_query query;
  const auto date = esppadom::parse_local_date(options.at);
  if (!date) wrong_value("--at", options.at, {"a date (YYYY-MM-DD)", "une date (AAAA-MM-JJ)"}, to);
  query.date = *date;
  query.departement = options.departement;
  query.funder = options.funder;
  query.provider = options.provider;
  query.service = options.service;
  query.beneficiary = options.beneficiary;
  esppadom::findings found;
  esppadom::json_read_options reading;
  reading.file = options.file;
  rule_book book;
  if (const auto error = load_rule_book(bytes, found, reading).get(book); error != esppadom::error_code::success) {
    emit_refusal("esppadom/rules-show/1", found, format, to);
    return outcome_of(error);
  }
  if (query.departement.empty()) query.departement = sole_departement(book);
  const auto rules = show_rules(book, query);
  const auto end = rules.found.has_errors() ? outcome::errors : outcome::fine;
  if (format == output_format::json) {
    emit(write_json(rules, book, query, to.language()), to);
    return end;
  }
  std::string text = to.say({"Rules on {0}; the same from {1} to {2}.", "Règles au {0} ; les mêmes du {1} au {2}."},
                            {to.date(query.date), to.date(rules.valid_from), to.date(rules.valid_to)});
  text += "\n\n" + table_of(rules.parameters, book, to);
  for (const auto& one : rules.funders) {
    text += "\n" + heading(to.say({"Funder {0}", "Financeur {0}"}, {one.funder})) + table_of(one.parameters, book, to);
  }
  if (rules.found.total() != 0)
    text += "\n" + findings_text(rules.found, to) + findings_count_text(rules.found, to) + "\n";
  emit(text, to);
  return end;
}

}  // namespace

outcome run_rules(const rules_options& options, const speaker& to) {
  const auto format = format_of(options.format, false, to);
  if (options.action != "check" && options.action != "show") wrong_choice("rules", options.action, "check, show", to);
  if (options.file.empty())
    throw usage_error(std::string(to.say({"a rule file is needed", "il faut un fichier de règles"})));
  const auto bytes = file_bytes(options.file);
  if (!bytes) {
    std::cerr << "esppadom: " << to.say({"{0}: cannot be read", "{0} : lecture impossible"}, {options.file}) << "\n";
    return outcome::unusable;
  }
  return options.action == "check" ? check(options, *bytes, format, to) : show(options, *bytes, format, to);
}

}  // namespace cli
