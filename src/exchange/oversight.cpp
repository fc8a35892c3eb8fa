#include "esppadom/exchange/oversight.hpp"

#include <algorithm>
#include <set>

#include "esppadom/exchange/statistics_report.hpp"
#include "exchange/json_report.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

template <class T>
void take_later(std::optional<T>& last, const std::optional<T>& other) {
  if (other && (!last || *other > *last)) last = other;
}

// The last day on which an order or a visit was issued.
std::optional<local_date> last_issue_of(const increment& messages) {
  std::optional<local_date> last;
  const auto note = [&last](const local_time& issued) {
    if (issued.is_valid()) take_later(last, std::optional(issued.date()));
  };
  for (const auto& one : messages.orders())
    note(one.issued_at);
  for (const auto* visits : {&messages.visits(), &messages.nameless()}) {
    for (const auto& one : *visits)
      note(one.visit.issued_at);
  }
  return last;
}

// The months in which visits lie, those of the ledger included.
std::optional<std::pair<local_month, local_month>> visited_months(const bill_request& request) {
  std::optional<std::pair<local_month, local_month>> months;
  const auto add = [&months](const visit_record& visit) {
    const auto month = local_month::of(reference_start(visit).date());
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

void issue_on(bill_request& request, local_month month, local_date as_of) {
  request.month = month;
  request.as_of = as_of;
  request.complete.clear();
  request.with = {};
  request.with.issued_at = local_time::at(as_of);
  std::set<std::string> providers;
  for (const auto& visit : request.messages.visits())
    providers.insert(visit.visit.provider);
  for (const auto& part : request.before.beneficiaries) {
    for (const auto& visit : part.visits)
      providers.insert(visit.provider);
  }
  request.with.validated.assign(providers.begin(), providers.end());
}

// Fills in when and how the request bills, and says what the question is about.
statistic_query bill_for(bill_request& request, const statistics_question& asked) {
  const auto months = visited_months(request);
  auto last = asked.to.value_or(months ? months->second : local_month{});
  if (asked.of == statistic::alerts && asked.now) last = local_month::of(asked.now->date());
  statistic_query query;
  query.from = asked.from.value_or(months ? std::min(months->first, last) : last);
  query.to = last;
  query.period = asked.period;
  query.beneficiary = asked.beneficiary;
  query.provider = asked.provider;
  query.caregiver = asked.caregiver;
  query.service = asked.service;
  query.funder = asked.funder;
  query.now = asked.now.value_or(local_time::at(last.last_day(), 86'399));
  const auto known = std::max(last_issue_of(request.messages).value_or(last.last_day()), last.last_day());
  issue_on(request, last, asked.as_of.value_or(known));
  return query;
}

bool refuse_ledger(const bill_request& request, findings& found) {
  auto refused = check_ledger(request.before, request.rules);
  const bool out = refused.has_errors();
  if (out) found.merge(std::move(refused));
  return out;
}

}  // namespace

result<statistic_table> statistics_of(bill_request& request, const statistics_question& asked, findings& found) {
  if (refuse_ledger(request, found)) return error_code::conflict;
  const auto query = bill_for(request, asked);
  auto billed = bill(request);
  auto table = statistics(asked.of, billed, request.rules, request.given, query);
  if (asked.smallest_group) {
    const auto error = suppress_small_groups(table, *asked.smallest_group);
    if (error != error_code::success) return error;
  }
  found.merge(std::move(billed.found));
  found.merge(table.found);
  return table;
}

result<alert_report> told_alerts_of(bill_request& request, const statistics_question& asked, findings& found) {
  if (refuse_ledger(request, found)) return error_code::conflict;
  auto alerts_asked = asked;
  alerts_asked.of = statistic::alerts;
  const auto query = bill_for(request, alerts_asked);
  auto billed = bill(request);
  alert_report report;
  report.now = query.now;
  report.after = request.before;
  report.news = tell_alerts(billed, request.rules, request.given, query, report.after);
  found.merge(std::move(billed.found));
  return report;
}

std::string write_json(const alert_report& report, const findings& found, language in) {
  using namespace detail;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/alerts/1"));
  write_shown(to, "now", report.now);
  write_shown(to, "standing", report.news.standing);
  write_shown(to, "events", report.news.events);
  write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

plain_table table_of(const alert_report& report) {
  return table_of_rows(std::span<const alert_event>(report.news.events));
}

result<reconciliation> reconciliation_of(bill_request& request, const stated_invoices& invoices,
                                         const reconcile_question& asked, findings& found) {
  if (refuse_ledger(request, found)) return error_code::conflict;
  expected_month expected;
  if (request.rules.versions.empty()) {
    expected = facts_of(request.messages, request.given);
  } else {
    auto known = last_issue_of(request.messages);
    take_later(known, invoices.last_issue());
    const auto as_of = asked.as_of.value_or(known.value_or(local_date{}));
    const auto month = asked.query.to ? asked.query.to : invoices.last_month();
    issue_on(request, month.value_or(local_month::of(as_of)), as_of);
    expected = expected_of(bill(request));
  }
  auto report = reconcile(expected, invoices, asked.query);
  found.merge(report.found);
  return report;
}

trial_balance_table trial_balance_of(const ledger& facts, const trial_balance_question& asked) {
  std::optional<local_month> first, last;
  for (const auto& one : facts.documents) {
    if (!first || one.billed_in < *first) first = one.billed_in;
    take_later(last, std::optional(one.billed_in));
  }
  statistic_query query;
  query.from = asked.from.value_or(first.value_or(local_month{}));
  query.to = asked.to.value_or(last.value_or(query.from));
  query.funder = asked.funder;
  query.provider = asked.provider;
  trial_balance_table out{query.from, query.to, true, trial_balance(facts, query), {}};
  out.balanced = std::all_of(out.rows.begin(), out.rows.end(), [](const auto& row) { return row.control == money{}; });
  if (!asked.from && !first) return out;
  for (auto month = query.from; month <= query.to; ++month) {
    const auto name = to_string(month);
    const bool billed =
        std::any_of(out.rows.begin(), out.rows.end(), [&](const auto& row) { return row.period == name; });
    if (!billed) out.months_without_documents.push_back(month);
  }
  return out;
}

std::string write_json(const trial_balance_table& table) {
  using namespace detail;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/trial-balance/1"));
  write_shown(to, "from", table.from);
  write_shown(to, "to", table.to);
  write_shown(to, "balanced", table.balanced);
  write_shown(to, "rows", table.rows);
  write_shown(to, "months_without_documents", table.months_without_documents);
  to.end_object();
  return out + "\n";
}

result<std::vector<sealed_service_fait>> service_fait_statements(const ledger& facts,
                                                                 const service_fait_question& asked,
                                                                 std::span<const statement_before> before,
                                                                 findings& found) {
  if (asked.keep_years && (*asked.keep_years < 0 || *asked.keep_years > last_year)) return error_code::out_of_range;
  std::vector<sealed_service_fait> out;
  for (const auto& part : facts.beneficiaries) {
    if (!asked.beneficiary.empty() && part.beneficiary != asked.beneficiary) continue;
    std::optional<std::string> seal;
    const auto at = std::find_if(before.begin(), before.end(),
                                 [&part](const auto& one) { return one.beneficiary == part.beneficiary; });
    if (at != before.end()) {
      seal = seal_of(at->kept, found);
      if (!seal) continue;
    }
    std::vector<sealed_service_fait> chain;
    const auto error =
        service_fait_chain(part, asked.from, asked.to.value_or(asked.from), std::move(seal), asked.keep_years)
            .get(chain);
    if (error != error_code::success) return error;
    std::move(chain.begin(), chain.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
