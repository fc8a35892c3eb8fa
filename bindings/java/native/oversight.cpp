// Questions about whole months and about ledgers. The library composes the answers.

#include <span>

#include "esppadom/bill/own_invoices.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/difference_report.hpp"
#include "esppadom/exchange/reconcile_report.hpp"
#include "esppadom/exchange/report_page.hpp"
#include "esppadom/exchange/statement_page.hpp"
#include "esppadom/exchange/statistics_report.hpp"
#include "runs.hpp"

namespace java {

using esppadom::error_code;
using esppadom::findings;

namespace {

/// A run as billed, for what is made of it.
struct billed_run {
  findings found;
  esppadom::bill_request request;
  esppadom::bill_result result;
};

outcome bill_run(const billing_request& asked, billed_run& out) {
  if (auto met = fill(asked, out.found, out.request)) return met;
  if (refuse_unread(out.request, out.found))
    return because(error_code::unreadable, out.found, "completeFor", asked.language);
  out.result = esppadom::bill(out.request);
  out.found.merge(std::move(out.result.found));
  return std::nullopt;
}

outcome read_batch(const std::vector<std::string>& paths, esppadom::language in, findings& found,
                   esppadom::message_batch& out) {
  esppadom::input_messages all(esppadom::input_reader(paths_of(paths), found), found);
  while (auto message = all.next())
    out.add(std::move(*message));
  if (!all.readable()) return because(error_code::unreadable, found, "paths", in);
  return std::nullopt;
}

void tell(esppadom::reconciliation report, const findings& found, esppadom::language in,
          reconciliation_result& answer) {
  answer.findings = rows_of(found, in);
  answer.csv = write_csv(table_of(report));
  answer.json = write_json(report, found, in);
  answer.with_rules = report.with_rules;
  answer.rows = std::move(report.rows);
  answer.sums = std::move(report.sums);
  answer.total = std::move(report.total);
}

std::vector<esppadom::kept_statement> kept(const std::vector<named_document>& documents) {
  std::vector<esppadom::kept_statement> out;
  for (const auto& one : documents)
    out.push_back({one.name, one.content.content});
  return out;
}

}  // namespace

outcome statistics(const statistics_request& asked, statistics_result& answer) {
  findings found;
  esppadom::bill_request request;
  if (auto met = fill(asked.inputs, asked.language, found, request)) return met;
  const esppadom::statistics_question question{asked.of,        asked.period,  asked.from,        asked.to,
                                               asked.as_of,     asked.now,     asked.beneficiary, asked.provider,
                                               asked.caregiver, asked.service, asked.funder,      asked.smallest_group};
  esppadom::statistic_table table;
  const auto code = statistics_of(request, question, found).get(table);
  if (code != error_code::success)
    return because(code, found, code == error_code::conflict ? "ledger" : "smallestGroup", asked.language);
  answer.findings = rows_of(found, asked.language);
  answer.csv = write_csv(table_of(table));
  answer.json = write_json(table, found, asked.language);
  return std::nullopt;
}

outcome told_alerts(const alerts_request& asked, alerts_result& answer) {
  findings found;
  esppadom::bill_request request;
  if (auto met = fill(asked.inputs, asked.language, found, request)) return met;
  esppadom::statistics_question question;
  question.as_of = asked.as_of;
  question.now = asked.now;
  question.beneficiary = asked.beneficiary;
  question.provider = asked.provider;
  esppadom::alert_report report;
  const auto code = told_alerts_of(request, question, found).get(report);
  if (code != error_code::success) return because(code, found, "ledger", asked.language);
  answer.findings = rows_of(found, asked.language);
  answer.csv = write_csv(table_of(report));
  answer.json = write_json(report, found, asked.language);
  answer.ledger.content = write_json(report.after);
  answer.now = report.now;
  answer.standing = report.news.standing;
  answer.events = std::move(report.news.events);
  return std::nullopt;
}

outcome export_ledger(const ledger_export_request& asked, ledger_export_result& answer) {
  findings found;
  esppadom::ledger all;
  if (auto met = read_ledger(asked.ledger, asked.language, found, all)) return met;
  esppadom::ledger_export done;
  const auto code = exported(all, asked.by, asked.id, found).get(done);
  if (code != error_code::success) return because(code, found, "id", asked.language);
  answer.part.content = write_json(done.part);
  answer.findings = rows_of(found, asked.language);
  answer.csv = write_csv(table_of(done));
  answer.json = write_json(done, asked.by, asked.id, found, asked.language);
  answer.facts = std::move(done.facts);
  return std::nullopt;
}

outcome merge_ledgers(const ledger_merge_request& asked, ledger_merge_result& answer) {
  findings found;
  std::vector<esppadom::ledger> parts;
  for (const auto& one : asked.parts) {
    if (auto met = read_ledger(one, asked.language, found, parts.emplace_back())) return met;
  }
  esppadom::ledger whole;
  const auto code = merged_ledger(std::move(parts), found).get(whole);
  if (code != error_code::success) return because(code, found, "parts", asked.language);
  answer.ledger.content = write_json(whole);
  answer.findings = rows_of(found, asked.language);
  return std::nullopt;
}

outcome reconcile(const reconciliation_request& asked, reconciliation_result& answer) {
  findings found;
  esppadom::bill_request request;
  if (auto met = fill(asked.inputs, asked.language, found, request)) return met;
  esppadom::stated_invoices invoices;
  for (const auto& one : asked.invoices)
    invoices.add(one);
  if (!read_all<esppadom::invoice>(asked.invoice_paths, esppadom::message_kind::invoice, found,
                                   [&](const esppadom::invoice& one) { invoices.add(one); }))
    return because(error_code::unreadable, found, "invoicePaths", asked.language);
  const esppadom::reconcile_question question{
      {asked.from, asked.to, asked.provider, asked.funder, asked.service, asked.by}, asked.as_of};
  esppadom::reconciliation report;
  const auto code = reconciliation_of(request, invoices, question, found).get(report);
  if (code != error_code::success) return because(code, found, "ledger", asked.language);
  tell(std::move(report), found, asked.language, answer);
  return std::nullopt;
}

outcome reconcile_own(const billing_request& asked, reconciliation_result& answer) {
  billed_run run;
  if (auto met = bill_run(asked, run)) return met;
  auto report = esppadom::reconcile_own(run.result);
  const auto found = report.found;
  tell(std::move(report), found, asked.language, answer);
  return std::nullopt;
}

outcome cpom(const cpom_request& asked, cpom_result& answer) {
  findings found;
  esppadom::ledger facts;
  esppadom::rule_book rules;
  if (auto met = read_ledger(asked.ledger, asked.language, found, facts)) return met;
  if (auto met = read_rules(asked.rules, asked.language, found, rules)) return met;
  esppadom::cpom_statement statement;
  const auto code = cpom_of(facts, rules, {asked.from, asked.to, asked.funder, asked.provider}, found).get(statement);
  if (code != error_code::success) return because(code, found, "ledger", asked.language);
  answer.findings = rows_of(found, asked.language);
  answer.csv = write_csv(table_of(std::span<const esppadom::cpom_row>(statement.rows)));
  answer.json = write_json(statement, found, asked.language);
  answer.contracts = std::move(statement.contracts);
  answer.months = std::move(statement.months);
  answer.rows = std::move(statement.rows);
  return std::nullopt;
}

outcome trial_balance(const trial_balance_request& asked, trial_balance_result& answer) {
  findings found;
  esppadom::ledger facts;
  if (auto met = read_ledger(asked.ledger, asked.language, found, facts)) return met;
  auto table = trial_balance_of(facts, {asked.from, asked.to, asked.funder, asked.provider});
  answer.json = write_json(table);
  answer.balanced = table.balanced;
  answer.rows = std::move(table.rows);
  return std::nullopt;
}

outcome service_fait(const service_fait_request& asked, service_fait_result& answer) {
  findings found;
  esppadom::ledger facts;
  if (auto met = read_ledger(asked.ledger, asked.language, found, facts)) return met;
  constexpr std::int64_t most_years = 1000;
  if (asked.keep_years && (*asked.keep_years < 0 || *asked.keep_years > most_years))
    return because(error_code::out_of_range, "keepYears");
  esppadom::service_fait_question question{asked.from, asked.to, asked.beneficiary, std::nullopt};
  if (asked.keep_years) question.keep_years = static_cast<int>(*asked.keep_years);
  std::vector<esppadom::statement_before> before;
  for (auto& one : kept(asked.before)) {
    const std::string whose = one.name;
    before.push_back({whose, std::move(one)});
  }
  std::vector<esppadom::sealed_service_fait> sealed;
  const auto code = service_fait_statements(facts, question, before, found).get(sealed);
  if (code != error_code::success) return because(code, found, "serviceFait", asked.language);
  for (const auto& one : sealed) {
    answer.statements.push_back(
        {one.statement.beneficiary, one.statement.month, one.seal, {write_json(one)}, std::nullopt});
    if (asked.pages) answer.statements.back().page = bytes{write_html(one, asked.language)};
  }
  answer.findings = rows_of(found, asked.language);
  return std::nullopt;
}

outcome verify(const verification_request& asked, check_result& answer) {
  findings found;
  verify_chain(kept(asked.statements), asked.head, found);
  answer.findings = rows_of(found, asked.language);
  return std::nullopt;
}

outcome report(const billing_request& asked, explanation_result& answer) {
  billed_run run;
  if (auto met = bill_run(asked, run)) return met;
  answer.document.content =
      write_html(month_report(run.request, run.result, run.found, asked.language), asked.language);
  return std::nullopt;
}

outcome compare(const comparison_request& asked, json_document& answer) {
  billed_run run;
  esppadom::rule_book other;
  if (auto met = read_rules(asked.other, asked.billing.language, run.found, other)) return met;
  if (auto met = bill_run(asked.billing, run)) return met;
  const auto compared = compare_bills(run.request, run.result, other);
  answer.json = write_bill_json(run.request, run.result, run.found, asked.billing.language, &compared);
  return std::nullopt;
}

outcome diff(const diff_request& asked, diff_result& answer) {
  findings found;
  esppadom::message_batch a;
  esppadom::message_batch b;
  if (auto met = read_batch(asked.paths, asked.language, found, a)) return met;
  if (auto met = read_batch(asked.other_paths, asked.language, found, b)) return met;
  const auto differences = compare_batches(a, b);
  answer.equal = differences.empty();
  answer.json = write_json(differences, asked.language,
                           asked.personal_data ? esppadom::personal_data::shown : esppadom::personal_data::hidden);
  answer.findings = rows_of(found, asked.language);
  return std::nullopt;
}

}  // namespace java
