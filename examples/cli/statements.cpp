// esppadom statements: the trial balance of a ledger, sealed monthly statements of service rendered, their
// verification.

#include "esppadom/exchange/statements.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/reports.hpp"
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

/// The months asked for; by default those in which documents were billed.
esppadom::statistic_query query_of(const statements_options& options, const esppadom::ledger& facts,
                                   const speaker& to) {
  esppadom::statistic_query query;
  std::optional<esppadom::local_month> first, last;
  for (const auto& one : facts.documents) {
    if (!first || one.billed_in < *first) first = one.billed_in;
    if (!last || one.billed_in > *last) last = one.billed_in;
  }
  query.from = month_of("--from", options.from, to).value_or(first.value_or(esppadom::local_month{}));
  query.to = month_of("--to", options.to, to).value_or(last.value_or(query.from));
  query.funder = options.funder;
  query.provider = options.provider;
  return query;
}

outcome balance(const statements_options& options, const speaker& to) {
  const auto format = format_of(options.format, true, to);
  if (format == output_format::json) wrong_choice("--format", options.format, "text, csv", to);
  findings found;
  const auto read = ledger_of(options, found, to);
  if (read.end != outcome::fine) {
    emit_refusal(schema, found, format, to);
    return read.end;
  }
  const auto rows = trial_balance(read.facts, query_of(options, read.facts, to));
  const auto table = table_of(std::span<const esppadom::balance_row>(rows));
  emit(format == output_format::csv ? write_csv(table)
                                    : heading(to.say({"Trial balance", "Balance"})) + table_text(table, to),
       to);
  const bool balanced =
      std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row.control == esppadom::money{}; });
  return balanced ? outcome::fine : outcome::errors;
}

std::string file_of(const std::string& beneficiary, esppadom::local_month month) {
  return file_name_of(beneficiary) + "-" + to_string(month) + ".json";
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

outcome service_fait(const statements_options& options, const speaker& to) {
  if (options.out.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--out"}));
  const auto first = month_of("--from", options.from, to);
  if (!first) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--from"}));
  const auto last = month_of("--to", options.to, to).value_or(*first);
  findings found;
  const auto read = ledger_of(options, found, to);
  if (read.end != outcome::fine) {
    emit_refusal(schema, found, output_format::text, to);
    return read.end;
  }
  staged_folder out(options.out);
  std::uint64_t written = 0;
  auto error = error_code::success;
  for (const auto& part : read.facts.beneficiaries) {
    if (!options.beneficiary.empty() && part.beneficiary != options.beneficiary) continue;
    std::optional<std::string> before;
    esppadom::kept_statement kept;
    kept.name = (fs::path(options.out) / file_of(part.beneficiary, *first - 1)).generic_string();
    if (file_bytes(kept.name).get(kept.bytes) == error_code::success) {
      before = esppadom::seal_of(kept, found);
      if (!before) continue;
    }
    std::vector<esppadom::sealed_service_fait> chain;
    error = esppadom::service_fait_chain(part, *first, last, before, options.keep_years).get(chain);
    for (const auto& one : chain) {
      if (error == error_code::success)
        error = out.add(file_of(part.beneficiary, one.statement.month), write_json(one));
      ++written;
    }
    if (error != error_code::success) break;
  }
  if (error == error_code::success) error = out.commit();
  if (error != error_code::success)
    throw cannot_go_on(to.say(
        {"cannot write {0}; nothing was written", "écriture impossible de {0} ; rien n'a été écrit"}, {options.out}));
  emit(findings_text(found, to) + to.say({"{0} statements written", "{0} états écrits"}, {to.count(written)}) + "\n",
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
  if (options.action == "service-fait") return service_fait(options, to);
  if (options.action == "verify") return verify(options, to);
  wrong_choice("statements", options.action, "trial-balance, service-fait, verify", to);
}

}  // namespace cli
