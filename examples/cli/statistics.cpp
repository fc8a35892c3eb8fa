// esppadom statistics: one statistic over a ledger, or over orders and visits.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "commands.hpp"
#include "esppadom/exchange/statistics_report.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "run_inputs.hpp"
#include "table_text.hpp"

namespace cli {
namespace {

using esppadom::findings;

constexpr std::string_view schema = "esppadom/statistics/1";

struct asked {
  esppadom::statistic of{};
  esppadom::statistic_query query;
  std::optional<esppadom::local_month> from;
  std::optional<esppadom::local_month> to;
  std::optional<esppadom::local_date> as_of;
  std::optional<esppadom::local_time> now;
  output_format format{};
};

asked asked_by(const statistics_options& options, const speaker& to) {
  if (options.of.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--of"}));
  if (options.deliveries.empty() && options.ledger.empty())
    throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--deliveries"}));
  asked out;
  out.of = choice<esppadom::statistic>("--of", options.of, to);
  out.query.period = choice<esppadom::statistic_period>("--period", options.period, to);
  out.query.beneficiary = options.beneficiary;
  out.query.provider = options.provider;
  out.query.caregiver = options.caregiver;
  out.query.service = options.service;
  out.query.funder = options.funder;
  out.from = month_of("--from", options.from, to);
  out.to = month_of("--to", options.to, to);
  out.as_of = date_of("--as-of", options.as_of, to);
  if (!options.now.empty()) {
    const auto now = esppadom::parse_local_time(options.now.size() == 16 ? options.now + ":00" : options.now);
    if (!now) wrong_value("--now", options.now, {"a time YYYY-MM-DDThh:mm", "une heure AAAA-MM-JJThh:mm"}, to);
    out.now = *now;
  }
  out.format = format_of(options.format, true, to);
  return out;
}

/// The months in which visits lie; nothing where there is none.
std::optional<std::pair<esppadom::local_month, esppadom::local_month>> months_of(
    const esppadom::bill_request& request) {
  std::optional<std::pair<esppadom::local_month, esppadom::local_month>> months;
  const auto add = [&months](const esppadom::visit_record& visit) {
    const auto month = esppadom::local_month::of(reference_start(visit).date());
    if (!months) months = std::pair(month, month);
    months->first = std::min(months->first, month);
    months->second = std::max(months->second, month);
  };
  for (const auto& visit : request.messages.visits())
    add(visit.visit);
  for (const auto& part : request.before.beneficiaries)
    std::for_each(part.visits.begin(), part.visits.end(), add);
  return months;
}

std::string report_text(const esppadom::statistic_table& table, const findings& found, const speaker& to) {
  std::string out = heading(name_of(table.of));
  const auto cells = table_of(table);
  out += cells.rows.empty() ? "  " + std::string(to.say({"nothing", "rien"})) + "\n" : table_text(cells, to);
  for (const auto& one : table.left_out) {
    out += "  " +
           to.say({"not billed ({0}): {1}, {2} at stake", "non facturé ({0}) : {1}, {2} en jeu"},
                  {std::string(name_of(one.reason)), to.count(static_cast<std::uint64_t>(one.count)),
                   to.amount(one.at_stake)}) +
           "\n";
  }
  return out + "\n" + findings_by_kind_text(found, to) + findings_count_text(found, to) + "\n";
}

}  // namespace

outcome run_statistics(const statistics_options& options, const speaker& to) {
  asked what = asked_by(options, to);
  findings found;
  auto read =
      read_run({options.orders, options.deliveries, options.rules, options.circumstances, options.ledger}, found, to);
  if (read.end != outcome::fine) {
    emit_refusal(schema, found, what.format, to);
    return read.end;
  }
  const auto months = months_of(read.request);
  auto last = what.to.value_or(months ? months->second : esppadom::local_month{});
  if (what.of == esppadom::statistic::alerts && what.now) last = esppadom::local_month::of(what.now->date());
  what.query.from = what.from.value_or(months ? std::min(months->first, last) : last);
  what.query.to = last;
  const auto known = std::max(read.last_issue.value_or(last.last_day()), last.last_day());
  issue_on(read.request, last, what.as_of.value_or(known));
  what.query.now = what.now.value_or(esppadom::local_time::at(last.last_day(), 86'399));
  auto billed = bill(read.request);
  auto table = statistics(what.of, billed, read.request.rules, read.request.given, what.query);
  found.merge(std::move(billed.found));
  found.merge(std::move(table.found));
  switch (what.format) {
    case output_format::json:
      emit(write_json(table, found, to.language()), to);
      break;
    case output_format::csv:
      emit(write_csv(table_of(table)), to);
      break;
    case output_format::text:
      emit(report_text(table, found, to), to);
      break;
  }
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
