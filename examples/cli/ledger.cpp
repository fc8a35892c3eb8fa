// esppadom ledger: begins a ledger from what a predecessor left, and shows what one holds.

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "commands.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/ledger_csv.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::error_code;
using esppadom::findings;

constexpr std::string_view schema = "esppadom/ledger/1";

outcome init(const ledger_options& options, const speaker& to) {
  if (options.output.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"-o"}));
  findings found;
  std::string bytes;
  if (file_bytes(options.file).get(bytes) != error_code::success) {
    report_unreadable(options.file, found);
    emit_refusal(schema, found, output_format::text, to);
    return outcome::unusable;
  }
  const auto begun = read_ledger_csv(bytes, options.rule_book, found, options.file);
  if (!begun) {
    emit_refusal(schema, found, output_format::text, to);
    return outcome::errors;
  }
  const std::filesystem::path path(options.output);
  staged_folder out(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
  auto error = out.add(path.filename(), write_json(*begun));
  if (error == error_code::success) error = out.commit();
  if (error != error_code::success)
    throw cannot_go_on(to.say({"cannot write {0}", "écriture impossible de {0}"}, {options.output}));
  return outcome::fine;
}

struct month_counts {
  std::int64_t documents = 0;
  esppadom::money invoices;
  esppadom::money credits;
};

outcome show(const ledger_options& options, const speaker& to) {
  findings found;
  std::string bytes;
  if (file_bytes(options.file).get(bytes) != error_code::success) {
    report_unreadable(options.file, found);
    emit_refusal(schema, found, output_format::text, to);
    return outcome::unusable;
  }
  const auto read = esppadom::read_ledger_json(
      bytes, found, {esppadom::json_strictness::strict, esppadom::ledger_json_limits, options.file});
  if (!read) {
    emit_refusal(schema, found, output_format::text, to);
    return outcome::errors;
  }
  const auto& facts = *read;
  std::size_t visits = 0, orders = 0, lines = 0, opening = 0;
  for (const auto& part : facts.beneficiaries) {
    visits += part.visits.size();
    orders += part.orders.size();
    lines += part.lines.size();
    opening += part.opening.size();
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
  for (const auto& [month, sum] : months)
    line({"month of billing:", "mois de facturation :"}, to_string(month) + "  " + std::to_string(sum.documents) +
                                                             "  " + to_string(sum.invoices) + "  -" +
                                                             to_string(sum.credits));
  emit(out, to);
  return outcome::fine;
}

}  // namespace

outcome run_ledger(const ledger_options& options, const speaker& to) {
  if (options.file.empty()) throw usage_error(std::string(to.say({"a file is missing", "un fichier manque"})));
  if (options.action == "init") return init(options, to);
  if (options.action == "show") return show(options, to);
  wrong_choice("ledger", options.action, "init, show", to);
}

}  // namespace cli
