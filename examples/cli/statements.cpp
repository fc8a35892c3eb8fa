// esppadom statements: the trial balance of a ledger, the statement of a contract, sealed monthly statements of service
// rendered, their verification.

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/cpom_report.hpp"
#include "esppadom/exchange/oversight.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/statement_page.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "run_inputs.hpp"
#include "table_text.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using esppadom::error_code;
using esppadom::findings;

constexpr std::string_view schema = "esppadom/statements/1";

struct read_ledger {
  esppadom::ledger facts;
  outcome end = outcome::fine;
};

read_ledger ledger_of(const statements_options& options, findings& found, const speaker& to) {
  if (options.ledger.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--ledger"}));
  read_ledger out;
  std::string bytes;
  if (file_bytes(options.ledger).get(bytes) != error_code::success) {
    report_unreadable(options.ledger, found);
    out.end = outcome::unusable;
    return out;
  }
  out.end =
      outcome_of(esppadom::read_ledger_json(
                     bytes, found, {esppadom::json_strictness::strict, esppadom::ledger_json_limits, options.ledger})
                     .get(out.facts));
  return out;
}

outcome balance(const statements_options& options, const speaker& to) {
  const auto format = format_of(options.format, true, to);
  const esppadom::trial_balance_question asked{month_of("--from", options.from, to), month_of("--to", options.to, to),
                                               options.funder, options.provider};
  findings found;
  const auto read = ledger_of(options, found, to);
  if (read.end != outcome::fine) {
    emit_refusal(schema, found, format, to);
    return read.end;
  }
  std::cerr << findings_text(found, to);
  const auto answer = trial_balance_of(read.facts, asked);
  const auto table = table_of(std::span<const esppadom::balance_row>(answer.rows));
  std::string empty;
  for (const auto month : answer.months_without_documents)
    empty += (empty.empty() ? "" : ", ") + to_string(month);
  if (!empty.empty()) empty = "  " + to.say({"nothing billed in: {0}", "rien de facturé en : {0}"}, {empty}) + "\n";
  emit(format == output_format::csv    ? write_csv(table)
       : format == output_format::json ? write_json(answer)
                                       : heading(to.say({"Trial balance", "Balance"})) + table_text(table, to) + empty,
       to);
  return answer.balanced ? outcome::fine : outcome::errors;
}

std::string cpom_text(const esppadom::cpom_statement& statement, const findings& found, const speaker& to) {
  const auto part = [&to](const words& title, const esppadom::plain_table& table) {
    return heading(to.say(title)) + table_text(table, to) + "\n";
  };
  return part({"Contracts", "Contrats"}, table_of(std::span<const esppadom::cpom_contract>(statement.contracts))) +
         part({"Months", "Mois"}, table_of(std::span<const esppadom::cpom_month>(statement.months))) +
         part({"Objectives and services", "Objectifs et prestations"},
              table_of(std::span<const esppadom::cpom_row>(statement.rows))) +
         findings_text(found, to) + findings_count_text(found, to) + "\n";
}

outcome cpom(const statements_options& options, const speaker& to) {
  if (options.rules.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--rules"}));
  const auto format = format_of(options.format, true, to);
  const esppadom::cpom_question asked{month_of("--from", options.from, to), month_of("--to", options.to, to),
                                      options.funder, options.provider};
  findings found;
  auto read = ledger_of(options, found, to);
  esppadom::rule_book book;
  if (read.end == outcome::fine) read.end = outcome_of(esppadom::load_rule_book_file(options.rules, found).get(book));
  esppadom::cpom_statement statement;
  if (read.end == outcome::fine) read.end = outcome_of(cpom_of(read.facts, book, asked, found).get(statement));
  if (read.end != outcome::fine) {
    emit_refusal("esppadom/cpom/1", found, format, to);
    return read.end;
  }
  switch (format) {
    case output_format::json:
      emit(write_json(statement, found, to.language()), to);
      break;
    case output_format::csv:
      emit(write_csv(table_of(std::span<const esppadom::cpom_row>(statement.rows))), to);
      break;
    case output_format::text:
      emit(cpom_text(statement, found, to), to);
      break;
  }
  return found.has_errors() ? outcome::errors : outcome::fine;
}

std::string file_of(const std::string& beneficiary, esppadom::local_month month, std::string_view suffix = ".json") {
  return file_name_of(beneficiary) + "-" + to_string(month) + std::string(suffix);
}

/// The statements of JSON files in a folder.
std::vector<esppadom::kept_statement> kept_in(const fs::path& folder, findings& found) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    if (at->path().extension() == ".json") paths.push_back(at->path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<esppadom::kept_statement> out;
  for (const auto& path : paths) {
    esppadom::kept_statement one{path.generic_string(), {}};
    if (file_bytes(path).get(one.bytes) == error_code::success) {
      out.push_back(std::move(one));
    } else {
      report_unreadable(one.name, found);
    }
  }
  if (paths.empty()) report_unreadable(folder.generic_string(), found);
  return out;
}

/// What the folder holds of the month before.
std::vector<esppadom::statement_before> kept_before(const statements_options& options, const esppadom::ledger& facts,
                                                    esppadom::local_month first) {
  std::vector<esppadom::statement_before> out;
  for (const auto& part : facts.beneficiaries) {
    esppadom::kept_statement kept;
    kept.name = (fs::path(options.out) / file_of(part.beneficiary, first - 1)).generic_string();
    if (file_bytes(kept.name).get(kept.bytes) == error_code::success)
      out.push_back({part.beneficiary, std::move(kept)});
  }
  return out;
}

outcome service_fait(const statements_options& options, const speaker& to) {
  if (options.out.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--out"}));
  const auto first = month_of("--from", options.from, to);
  if (!first) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--from"}));
  const bool as_pages = options.format == "html";
  if (!as_pages && options.format != "text") wrong_choice("--format", options.format, "text, html", to);
  const esppadom::service_fait_question asked{*first, month_of("--to", options.to, to), options.beneficiary,
                                              options.keep_years};
  findings found;
  const auto read = ledger_of(options, found, to);
  if (read.end != outcome::fine) {
    emit_refusal(schema, found, output_format::text, to);
    return read.end;
  }
  std::vector<esppadom::sealed_service_fait> all;
  auto error = service_fait_statements(read.facts, asked, kept_before(options, read.facts, *first), found).get(all);
  staged_folder out(options.out);
  for (const auto& one : all) {
    if (error == error_code::success)
      error = out.add(file_of(one.statement.beneficiary, one.statement.month), write_json(one));
    if (error == error_code::success && as_pages)
      error = out.add(file_of(one.statement.beneficiary, one.statement.month, ".html"), write_html(one, to.language()));
  }
  if (error == error_code::success) error = out.commit();
  if (error != error_code::success)
    throw cannot_go_on(to.say(
        {"cannot write {0}; nothing was written", "écriture impossible de {0} ; rien n'a été écrit"}, {options.out}));
  emit(findings_text(found, to) + to.say({"{0} statements written", "{0} états écrits"}, {to.count(all.size())}) + "\n",
       to);
  return found.has_errors() ? outcome::errors : outcome::fine;
}

outcome verify(const statements_options& options, const speaker& to) {
  if (options.path.empty()) throw usage_error(std::string(to.say({"no folder is given", "aucun dossier n'est donné"})));
  const auto format = format_of(options.format, false, to);
  findings found;
  const auto kept = kept_in(options.path, found);
  if (found.has_errors()) {
    emit_refusal(schema, found, format, to);
    return outcome::unusable;
  }
  const std::optional<std::string> head = options.head.empty() ? std::nullopt : std::optional(options.head);
  const bool good = verify_chain(kept, head, found);
  if (format == output_format::json) {
    emit(write_findings_json(schema, found, to.language()), to);
  } else {
    emit(findings_text(found, to) + to.say({"{0} statements verified", "{0} états vérifiés"}, {to.count(kept.size())}) +
             "\n" + findings_count_text(found, to) + "\n",
         to);
  }
  return good ? outcome::fine : outcome::errors;
}

}  // namespace

outcome run_statements(const statements_options& options, const speaker& to) {
  if (options.action == "trial-balance") return balance(options, to);
  if (options.action == "cpom") return cpom(options, to);
  if (options.action == "service-fait") return service_fait(options, to);
  if (options.action == "verify") return verify(options, to);
  wrong_choice("statements", options.action, "trial-balance, cpom, service-fait, verify", to);
}

}  // namespace cli
