// esppadom ledger: begins a ledger from what a predecessor left, shows what one holds, cuts a part out for another
// operator, puts parts together.

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/ledger_csv.hpp"
#include "esppadom/exchange/ledger_transfer.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "table_text.hpp"

namespace cli {
namespace {

using esppadom::error_code;
using esppadom::findings;

constexpr std::string_view schema = "esppadom/ledger/1";

void need_output(const ledger_options& options, const speaker& to) {
  if (options.output.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"-o"}));
}

void write_ledger(const std::string& path, const esppadom::ledger& facts, const speaker& to) {
  const std::filesystem::path target(path);
  staged_folder out(target.has_parent_path() ? target.parent_path() : std::filesystem::path("."));
  auto error = out.add(target.filename(), write_json(facts));
  if (error == error_code::success) error = out.commit();
  if (error != error_code::success)
    throw cannot_go_on(to.say({"cannot write {0}", "écriture impossible de {0}"}, {path}));
}

outcome read_bytes(const std::string& file, std::string& bytes, findings& found) {
  if (file_bytes(file).get(bytes) == error_code::success) return outcome::fine;
  report_unreadable(file, found);
  return outcome::unusable;
}

outcome read_ledger(const std::string& file, esppadom::ledger& into, findings& found) {
  std::string bytes;
  if (const auto end = read_bytes(file, bytes, found); end != outcome::fine) return end;
  const auto error =
      esppadom::read_ledger_json(bytes, found, {esppadom::json_strictness::strict, esppadom::ledger_json_limits, file})
          .get(into);
  return error == error_code::success ? outcome::fine : outcome::errors;
}

outcome refuse(outcome end, const findings& found, output_format format, const speaker& to) {
  emit_refusal(schema, found, format, to);
  return end;
}

outcome init(const ledger_options& options, const speaker& to) {
  need_output(options, to);
  findings found;
  std::string bytes;
  const auto& file = options.files.front();
  if (const auto end = read_bytes(file, bytes, found); end != outcome::fine)
    return refuse(end, found, output_format::text, to);
  const auto begun = read_ledger_csv(bytes, options.rule_book, found, file);
  if (!begun) return refuse(outcome::errors, found, output_format::text, to);
  write_ledger(options.output, *begun, to);
  return outcome::fine;
}

// What is cut out: exactly one option says it.
std::pair<esppadom::ledger_cut, std::string> cut_of(const ledger_options& options, const speaker& to) {
  std::vector<std::pair<esppadom::ledger_cut, std::string>> asked;
  if (!options.provider.empty()) asked.emplace_back(esppadom::ledger_cut::provider, options.provider);
  if (!options.service.empty()) asked.emplace_back(esppadom::ledger_cut::service, options.service);
  if (!options.beneficiary.empty()) asked.emplace_back(esppadom::ledger_cut::beneficiary, options.beneficiary);
  if (asked.size() == 1) return asked.front();
  throw usage_error(std::string(to.say({"one of --provider, --service and --beneficiary is needed",
                                        "il faut l'un de --provider, --service et --beneficiary"})));
}

outcome export_part(const ledger_options& options, const speaker& to) {
  need_output(options, to);
  const auto cut = cut_of(options, to);
  const auto format = format_of(options.format, true, to);
  findings found;
  esppadom::ledger all;
  if (const auto end = read_ledger(options.files.front(), all, found); end != outcome::fine)
    return refuse(end, found, format, to);
  esppadom::ledger_export done;
  if (exported(all, cut.first, cut.second, found).get(done) != error_code::success)
    return refuse(outcome::errors, found, format, to);
  write_ledger(options.output, done.part, to);
  switch (format) {
    case output_format::json:
      emit(write_json(done, cut.first, cut.second, found, to.language()), to);
      break;
    case output_format::csv:
      emit(write_csv(table_of(done)), to);
      break;
    case output_format::text:
      emit(heading(to.say({"Taken and left out", "Repris et laissés"})) + table_text(table_of(done), to) + "\n" +
               findings_by_kind_text(found, to) + findings_count_text(found, to) + "\n",
           to);
      break;
  }
  return outcome::fine;
}

outcome merge_parts(const ledger_options& options, const speaker& to) {
  need_output(options, to);
  findings found;
  std::vector<esppadom::ledger> parts;
  for (const auto& file : options.files) {
    if (const auto end = read_ledger(file, parts.emplace_back(), found); end != outcome::fine)
      return refuse(end, found, output_format::text, to);
  }
  esppadom::ledger whole;
  if (merged_ledger(std::move(parts), found).get(whole) != error_code::success)
    return refuse(outcome::errors, found, output_format::text, to);
  std::cerr << findings_text(found, to);
  write_ledger(options.output, whole, to);
  return outcome::fine;
}

struct month_counts {
  std::int64_t documents = 0;
  esppadom::money invoices;
  esppadom::money credits;
};

outcome show(const ledger_options& options, const speaker& to) {
  findings found;
  esppadom::ledger facts;
  if (const auto end = read_ledger(options.files.front(), facts, found); end != outcome::fine)
    return refuse(end, found, output_format::text, to);
  std::cerr << findings_text(found, to);
  std::size_t visits = 0, orders = 0, lines = 0, opening = 0, alerts = 0;
  for (const auto& part : facts.beneficiaries) {
    visits += part.visits.size();
    orders += part.orders.size();
    lines += part.lines.size();
    opening += part.opening.size();
    alerts += static_cast<std::size_t>(
        std::count_if(part.alerts.begin(), part.alerts.end(), [](const auto& one) { return !one.ended_on; }));
  }
  std::map<esppadom::local_month, month_counts> months;
  for (const auto& document : facts.documents) {
    auto& sum = months[document.billed_in];
    ++sum.documents;
    (document.type == esppadom::document_type::credit_note ? sum.credits : sum.invoices) += document.due;
  }
  std::string out;
  const auto line = [&](const words& label, const std::string& value) {
    out += std::string(to.say(label)) + " " + value + "\n";
  };
  line({"format:", "format :"}, std::to_string(facts.format));
  line({"rule book:", "recueil de règles :"}, facts.rule_book.empty() ? "-" : facts.rule_book);
  for (const auto& one : facts.rule_sets)
    line({"rule set:", "jeu de règles :"}, one.id + " " + std::to_string(one.version) + " " + one.sha256);
  line({"beneficiaries:", "bénéficiaires :"}, std::to_string(facts.beneficiaries.size()));
  line({"orders:", "commandes :"}, std::to_string(orders));
  line({"visits:", "interventions :"}, std::to_string(visits));
  line({"lines:", "lignes :"}, std::to_string(lines));
  line({"opening entries:", "entrées de reprise :"}, std::to_string(opening));
  line({"adjustments:", "ajustements :"}, std::to_string(facts.adjustments.size()));
  line({"numbers taken elsewhere:", "numéros pris ailleurs :"}, std::to_string(facts.taken_numbers.size()));
  line({"standing alerts:", "alertes en cours :"}, std::to_string(alerts));
  for (const auto& [month, sum] : months)
    line({"month of billing:", "mois de facturation :"}, to_string(month) + "  " + std::to_string(sum.documents) +
                                                             "  " + to_string(sum.invoices) + "  -" +
                                                             to_string(sum.credits));
  emit(out, to);
  return outcome::fine;
}

}  // namespace

outcome run_ledger(const ledger_options& options, const speaker& to) {
  if (options.files.empty()) throw usage_error(std::string(to.say({"a file is missing", "un fichier manque"})));
  if (options.action == "merge") return merge_parts(options, to);
  if (options.files.size() > 1)
    throw usage_error(std::string(to.say({"one file at a time", "un seul fichier à la fois"})));
  if (options.action == "init") return init(options, to);
  if (options.action == "show") return show(options, to);
  if (options.action == "export") return export_part(options, to);
  wrong_choice("ledger", options.action, "init, show, export, merge", to);
}

}  // namespace cli
