// esppadom reconcile: orders, visits and invoices held against each other.

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "esppadom/bill/reconcile.hpp"
#include "esppadom/exchange/reconcile_report.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "run_inputs.hpp"
#include "table_text.hpp"

namespace cli {
namespace {

using esppadom::findings;

constexpr std::string_view schema = "esppadom/reconcile/1";

struct asked {
  esppadom::reconcile_query query;
  std::optional<esppadom::local_date> as_of;
  output_format format{};
};

asked asked_by(const reconcile_options& options, const speaker& to) {
  if (options.invoices.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--invoices"}));
  asked out;
  out.query.from = month_of("--from", options.from, to);
  out.query.to = month_of("--to", options.to, to);
  out.query.provider = options.provider;
  out.query.payer = options.funder;
  out.query.service = options.service;
  out.query.by = choice<esppadom::reconcile_group>("--by", options.by, to);
  out.format = format_of(options.format, true, to);
  out.as_of = date_of("--as-of", options.as_of, to);
  return out;
}

/// The invoices, and what they say of the time they are about.
struct read_invoices {
  esppadom::stated_invoices documents;
  std::optional<esppadom::local_month> last_month;
  std::optional<esppadom::local_date> last_issue;
  bool readable = true;
};

template <class T>
void take_later(std::optional<T>& last, const std::optional<T>& other) {
  if (other && (!last || *other > *last)) last = other;
}

read_invoices read_all(const std::vector<std::string>& paths, findings& found, const speaker& to) {
  read_invoices read;
  progress bar(to, size_of(paths));
  const auto total = read_messages_of<esppadom::invoice>(
      paths, esppadom::message_kind::invoice, found, bar, [&read](const esppadom::invoice& message) {
        if (message.issued_at.is_valid()) take_later(read.last_issue, std::optional(message.issued_at.date()));
        for (const auto& line : esppadom::stated_lines(message))
          take_later(read.last_month, line.month);
        read.documents.add(message);
      });
  read.readable = total.readable;
  return read;
}

esppadom::expected_month expected_of(const asked& what, bool with_rules, run_inputs& read,
                                     const read_invoices& invoices) {
  auto& request = read.request;
  if (!with_rules) return esppadom::facts_of(request.messages, request.given);
  auto known = read.last_issue;
  take_later(known, invoices.last_issue);
  const auto as_of = what.as_of.value_or(known.value_or(esppadom::local_date{}));
  const auto month = what.query.to ? what.query.to : invoices.last_month;
  issue_on(request, month.value_or(esppadom::local_month::of(as_of)), as_of);
  auto billed = bill(request);
  auto expected = esppadom::expected_of(billed);
  expected.found = std::move(billed.found);
  return expected;
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
                         {std::string(name_of(one.reason)), to.count(static_cast<std::uint64_t>(one.lines))});
    if (one.amount) out += ", " + to.amount(*one.amount);
    out += "\n";
  }
  return out + "\n" + findings_text(found, to) + findings_count_text(found, to) + "\n";
}

}  // namespace

outcome run_reconcile(const reconcile_options& options, const speaker& to) {
  const asked what = asked_by(options, to);
  findings found;
  auto read =
      read_run({options.orders, options.deliveries, options.rules, options.circumstances, options.ledger}, found, to);
  read_invoices invoices;
  if (read.end == outcome::fine) invoices = read_all(options.invoices, found, to);
  if (!invoices.readable) read.end = outcome::unusable;
  if (read.end != outcome::fine) {
    emit_refusal(schema, found, what.format, to);
    return read.end;
  }
  const auto expected = expected_of(what, !options.rules.empty(), read, invoices);
  auto report = reconcile(expected, invoices.documents, what.query);
  found.merge(std::move(report.found));
  switch (what.format) {
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
