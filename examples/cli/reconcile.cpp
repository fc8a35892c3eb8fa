// esppadom reconcile: orders, visits and invoices held against each other.

#include <span>
#include <string>
#include <vector>

#include "commands.hpp"
#include "esppadom/exchange/oversight.hpp"
#include "esppadom/exchange/reconcile_report.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "run_inputs.hpp"
#include "table_text.hpp"

namespace cli {
namespace {

using esppadom::findings;

constexpr std::string_view schema = "esppadom/reconcile/1";

words words_of(esppadom::left_out_reason reason) {
  using enum esppadom::left_out_reason;
  switch (reason) {
    case other_currency:
      return {"another currency", "autre monnaie"};
    case replaced:
      return {"replaced by a later copy", "remplacée par un envoi plus récent"};
    case pro_forma:
      return {"pro forma", "pro forma"};
    case outside_filter:
      break;
  }
  return {"not what was asked for", "hors de ce qui est demandé"};
}

esppadom::reconcile_question asked_by(const reconcile_options& options, const speaker& to) {
  if (options.invoices.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--invoices"}));
  esppadom::reconcile_question out;
  out.query.from = month_of("--from", options.from, to);
  out.query.to = month_of("--to", options.to, to);
  out.query.provider = options.provider;
  out.query.payer = options.funder;
  out.query.service = options.service;
  out.query.by = choice<esppadom::reconcile_group>("--by", options.by, to);
  out.as_of = date_of("--as-of", options.as_of, to);
  return out;
}

struct read_invoices {
  esppadom::stated_invoices documents;
  bool readable = true;
};

read_invoices read_all(const std::vector<std::string>& paths, findings& found, const speaker& to) {
  read_invoices read;
  progress bar(to, size_of(paths));
  read.readable =
      read_messages_of<esppadom::invoice>(paths, esppadom::message_kind::invoice, found, bar,
                                          [&read](const esppadom::invoice& message) { read.documents.add(message); })
          .readable;
  return read;
}

std::string report_text(const esppadom::reconciliation& report, const findings& found, const speaker& to) {
  using esppadom::reconcile_sum;
  std::string out = heading(to.say({"Sums", "Sommes"}));
  auto sums = report.sums;
  sums.push_back(report.total);
  sums.back().group = to.say({"total", "total"});
  out += table_text(esppadom::table_of_rows(std::span<const reconcile_sum>(sums)), to);
  if (!report.with_rules) {
    out += "  " +
           std::string(to.say(
               {"without rules: amounts were not compared", "sans règles : les montants n'ont pas été comparés"})) +
           "\n";
  }
  for (const auto& one : report.left_out) {
    out += "  " + to.say({"left out ({0}): {1} lines", "laissé de côté ({0}) : {1} lignes"},
                         {std::string(to.say(words_of(one.reason))), to.count(static_cast<std::uint64_t>(one.lines))});
    if (one.amount) out += ", " + to.amount(*one.amount);
    out += "\n";
  }
  return out + "\n" + findings_text(found, to) + findings_count_text(found, to) + "\n";
}

}  // namespace

outcome run_reconcile(const reconcile_options& options, const speaker& to) {
  const auto asked = asked_by(options, to);
  const auto format = format_of(options.format, true, to);
  findings found;
  auto read =
      read_run({options.orders, options.deliveries, options.rules, options.circumstances, options.ledger}, found, to);
  read_invoices invoices;
  if (read.end == outcome::fine) invoices = read_all(options.invoices, found, to);
  if (!invoices.readable) read.end = outcome::unusable;
  esppadom::reconciliation report;
  if (read.end == outcome::fine)
    read.end = outcome_of(reconciliation_of(read.request, invoices.documents, asked, found).get(report));
  if (read.end != outcome::fine) {
    emit_refusal(schema, found, format, to);
    return read.end;
  }
  switch (format) {
    case output_format::json:
      emit(write_json(report, found, to.language()), to);
      break;
    case output_format::csv:
      emit(write_csv(table_of(report)), to);
      break;
    case output_format::text:
      emit(report_text(report, found, to), to);
      break;
  }
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
