// esppadom statistics: one statistic over a ledger, or over orders and visits.

#include <string>

#include "commands.hpp"
#include "esppadom/billing/reason_words.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/oversight.hpp"
#include "esppadom/exchange/statistics_report.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "run_inputs.hpp"
#include "table_text.hpp"

namespace cli {
namespace {

using esppadom::findings;

constexpr std::string_view schema = "esppadom/statistics/1";

esppadom::statistics_question asked_by(const statistics_options& options, const speaker& to) {
  if (options.of.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--of"}));
  if (options.deliveries.empty() && options.ledger.empty())
    throw usage_error(to.say({"{0} is missing", "{0} manque"}, {"--deliveries"}));
  esppadom::statistics_question out;
  out.of = choice<esppadom::statistic>("--of", options.of, to);
  if (!options.ledger_out.empty() && out.of != esppadom::statistic::alerts)
    throw usage_error(to.say({"{0} is for --of alerts", "{0} va avec --of alerts"}, {"--ledger-out"}));
  out.period = choice<esppadom::statistic_period>("--period", options.period, to);
  out.beneficiary = options.beneficiary;
  out.provider = options.provider;
  out.caregiver = options.caregiver;
  out.service = options.service;
  out.funder = options.funder;
  out.from = month_of("--from", options.from, to);
  out.to = month_of("--to", options.to, to);
  out.as_of = date_of("--as-of", options.as_of, to);
  if (!options.now.empty()) {
    const auto now = esppadom::parse_local_time(options.now.size() == 16 ? options.now + ":00" : options.now);
    if (!now) wrong_value("--now", options.now, {"a time YYYY-MM-DDThh:mm", "une heure AAAA-MM-JJThh:mm"}, to);
    out.now = *now;
  }
  out.smallest_group = options.smallest_group;
  if (out.smallest_group && *out.smallest_group < 2)
    wrong_value("--smallest-group", std::to_string(*out.smallest_group), {"at least 2", "au moins 2"}, to);
  return out;
}

std::string report_text(const esppadom::statistic_table& table, const findings& found, const speaker& to) {
  std::string out = heading(name_of(table.of));
  const auto cells = table_of(table);
  out += cells.rows.empty() ? "  " + std::string(to.say({"nothing", "rien"})) + "\n" : table_text(cells, to);
  if (table.smallest_group) {
    out += "  " +
           to.say({"left out, small groups: {0} rows", "écartées, petits groupes : {0} lignes"},
                  {to.count(static_cast<std::uint64_t>(table.suppressed))}) +
           "\n";
  }
  for (const auto& one : table.left_out) {
    out += "  " +
           to.say({"not billed ({0}): {1}, {2} at stake", "non facturé ({0}) : {1}, {2} en jeu"},
                  {std::string(words_of(one.reason).in(to.language())), to.count(static_cast<std::uint64_t>(one.count)),
                   to.amount(one.at_stake)}) +
           "\n";
  }
  return out + "\n" + findings_by_kind_text(found, to) + findings_count_text(found, to) + "\n";
}

void write_ledger(const std::string& path, const esppadom::ledger& facts, const speaker& to) {
  staged_file out(path);
  auto error = out.write(write_json(facts));
  if (error == esppadom::error_code::success) error = out.commit();
  if (error != esppadom::error_code::success)
    throw cannot_go_on(to.say({"cannot write {0}", "écriture impossible de {0}"}, {path}));
}

// The ledger is written last: when that fails the same alerts come again, and none is lost.
outcome tell_alerts_once(run_inputs& read, const esppadom::statistics_question& asked, const std::string& ledger_out,
                         output_format format, findings& found, const speaker& to) {
  esppadom::alert_report report;
  if (read.end == outcome::fine) read.end = outcome_of(told_alerts_of(read.request, asked, found).get(report));
  if (read.end != outcome::fine) {
    emit_refusal("esppadom/alerts/1", found, format, to);
    return read.end;
  }
  const auto cells = table_of(report);
  switch (format) {
    case output_format::json:
      emit(write_json(report, found, to.language()), to);
      break;
    case output_format::csv:
      emit(write_csv(cells), to);
      break;
    case output_format::text:
      emit(heading(to.say({"Alerts since they were last told", "Alertes depuis le dernier signalement"})) +
               (cells.rows.empty() ? "  " + std::string(to.say({"nothing", "rien"})) + "\n" : table_text(cells, to)) +
               to.say({"told before and still standing: {0}", "déjà signalées et toujours en cours : {0}"},
                      {to.count(static_cast<std::uint64_t>(report.news.standing))}) +
               "\n\n" + findings_by_kind_text(found, to) + findings_count_text(found, to) + "\n",
           to);
      break;
  }
  write_ledger(ledger_out, report.after, to);
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace

outcome run_statistics(const statistics_options& options, const speaker& to) {
  const auto asked = asked_by(options, to);
  const auto format = format_of(options.format, true, to);
  findings found;
  auto read =
      read_run({options.orders, options.deliveries, options.rules, options.circumstances, options.ledger}, found, to);
  if (!options.ledger_out.empty()) return tell_alerts_once(read, asked, options.ledger_out, format, found, to);
  esppadom::statistic_table table;
  if (read.end == outcome::fine) {
    const auto error = statistics_of(read.request, asked, found).get(table);
    if (error == esppadom::error_code::unknown_name)
      throw usage_error(to.say(
          {"{0}: the rows of {1} count no beneficiaries", "{0} : les lignes de {1} ne comptent pas de bénéficiaires"},
          {"--smallest-group", options.of}));
    read.end = outcome_of(error);
  }
  if (read.end != outcome::fine) {
    emit_refusal(schema, found, format, to);
    return read.end;
  }
  switch (format) {
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
