// esppadom bill: reads rules, ledger, orders and deliveries, lets the library bill the month, and writes what comes
// back.

#include <algorithm>
#include <filesystem>
#include <optional>
#include <span>
#include <utility>

#include "bill_inputs.hpp"
#include "bill_text.hpp"
#include "commands.hpp"
#include "comparison_text.hpp"
#include "esppadom/bill.hpp"
#include "esppadom/bill/comparison.hpp"
#include "esppadom/bill/own_invoices.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/explanation.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/xml.hpp"
#include "findings_text.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::error_code;
using esppadom::findings;

constexpr std::string_view schema = "esppadom/bill/1";

void write_results(const bill_options& options, const std::string& json, const std::string& explanations,
                   const esppadom::bill_result& result, const speaker& to) {
  staged_folder out(options.out);
  auto error = error_code::success;
  const auto add = [&](const std::filesystem::path& name, const std::string& bytes) {
    if (error == error_code::success) error = out.add(name, bytes);
  };
  for (const auto& message : result.messages) {
    const auto name = file_name_of(message.invoice_id) + ".xml";
    add(std::filesystem::path("invoices") / name, write(std::span(&message, 1), esppadom::write_profile::canonical));
  }
  add("bill.json", json);
  if (options.explain) add("explanations.jsonl", explanations);
  add("ledger.json", write_json(result.after));  // last: a run counts once its ledger is there
  if (error == error_code::success) error = out.commit();
  if (error != error_code::success) {
    throw cannot_go_on(to.say({"cannot write {0}; nothing was written",
                               "écriture impossible de {0} ; rien n'a été "
                               "écrit"},
                              {out.failed().generic_string()}));
  }
}

}  // namespace

outcome run_bill(const bill_options& options, const speaker& to) {
  auto request = bill_request_of(options, true, to);
  const auto format = format_of(options.format, false, to);
  findings found;
  read_counts counts;
  std::optional<esppadom::rule_book> other;
  auto end = read_bill_inputs(options, request, found, counts, to);
  if (!options.compare.empty()) {
    end = std::max(end, outcome_of(esppadom::load_rule_book_file(options.compare, found).get(other.emplace())));
  }
  if (end != outcome::fine) {
    emit_refusal(schema, found, format, to);
    return end;
  }

  std::string explanations;
  esppadom::bill_result result;
  if (options.explain) {
    explanations = explain_all(request, result);
  } else {
    result = bill(request);
  }
  found.merge(std::move(result.found));
  found.merge(reconcile_own(result).found);
  std::optional<esppadom::bill_comparison> compared;
  if (other) compared = compare_bills(request, result, *other);
  const auto json = write_bill_json(request, result, found, to.language(), compared ? &*compared : nullptr);
  write_results(options, json, explanations, result, to);
  if (format == output_format::json) {
    emit(json, to);
  } else {
    const auto text = bill_text(request, result, counts, found, to);
    emit(compared ? text + comparison_text(*compared, request.rules, to) : text, to);
  }
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
