// What a question leaves open is taken from the messages, and a ledger of other rules is refused.
#include "esppadom/exchange/oversight.hpp"

#include <gtest/gtest.h>

#include "bill/month.hpp"
#include "esppadom/exchange/sha256.hpp"

namespace {

using namespace esppadom;
using namespace esppadom::tests;

bill_request two_months() {
  bill_request request;
  request.messages.add(order_of({}));
  made visit;
  request.messages.add(delivery_of(visit));
  visit.id = "DLV-2";
  visit.start = "2026-07-01T09:00:00";
  visit.end = "2026-07-01T11:00:00";
  visit.issued = "2026-08-20T08:00:00";
  request.messages.add(delivery_of(visit));
  request.complete.push_back({"SAAD-1", month("2026-05")});
  request.with.stage = issue_stage::pro_forma;
  return request;
}

TEST(StatisticsOf, covers_the_months_of_the_visits_as_known_when_the_last_message_was_issued) {
  auto request = two_months();
  findings found;
  statistics_question asked;
  asked.of = statistic::hours_by_provider;
  const auto table = statistics_of(request, asked, found).value();
  EXPECT_EQ(table.query.from, month("2026-05"));
  EXPECT_EQ(table.query.to, month("2026-07"));
  EXPECT_EQ(request.as_of, day("2026-08-20"));
  EXPECT_TRUE(request.complete.empty());
  const auto& rows = std::get<std::vector<activity_row>>(table.rows);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].performed_seconds, exact_duration(duration::of_hours(1)));
  EXPECT_EQ(rows[1].funder_amount, euros("49.16"));
}

TEST(StatisticsOf, keeps_to_what_was_said) {
  auto request = two_months();
  findings found;
  statistics_question asked;
  asked.of = statistic::alerts;
  asked.now = at("2026-05-20T10:00:00");
  asked.as_of = day("2026-06-01");
  const auto table = statistics_of(request, asked, found).value();
  EXPECT_EQ(table.query.to, month("2026-05"));
  EXPECT_EQ(table.query.now, *asked.now);
  EXPECT_EQ(request.as_of, day("2026-06-01"));
}

TEST(StatisticsOf, refuses_a_ledger_of_other_rules) {
  auto request = two_months();
  request.before.rule_book = "of another department";
  findings found;
  EXPECT_EQ(statistics_of(request, {}, found).error(), error_code::conflict);
  ASSERT_EQ(found.items().size(), 1U);
  EXPECT_EQ(found.items()[0].code(), "ESP-BIL-021");
  findings again;
  EXPECT_EQ(reconciliation_of(request, {}, {}, again).error(), error_code::conflict);
}

TEST(ReconciliationOf, compares_amounts_only_with_rules) {
  auto request = request_for("2026-05", rules_from(R"({"id": "n", "rule_sets": [
    {"id": "n-1", "version": 1, "scope": {"level": "departement", "departement": "99"}}]})"));
  request.messages.add(order_of({}));
  request.messages.add(delivery_of({}));
  stated_invoices invoices;
  for (auto message : bill(request).messages) {
    message.lines.at(0).funder_share.value += money::from_cents(100);
    invoices.add(message);
  }
  EXPECT_EQ(invoices.last_month(), month("2026-05"));
  EXPECT_EQ(invoices.last_issue(), day("2026-06-10"));
  findings found;
  const auto report = reconciliation_of(request, invoices, {}, found).value();
  EXPECT_TRUE(report.with_rules);
  EXPECT_EQ(report.total.difference, euros("1.00"));
  request.rules = {};
  EXPECT_FALSE(reconciliation_of(request, invoices, {}, found).value().with_rules);
}

ledger billed_ledger() {
  auto request = two_months();
  request.complete.clear();
  request.month = month("2026-07");
  request.as_of = day("2026-08-20");
  request.with = {at("2026-08-20T00:00:00"), "LOT-1", issue_stage::final};
  return bill(request).after;
}

TEST(TrialBalanceOf, covers_the_months_of_billing_and_sees_a_line_that_was_altered) {
  auto facts = billed_ledger();
  const auto table = trial_balance_of(facts, {});
  EXPECT_TRUE(table.balanced);
  EXPECT_EQ(table.from, month("2026-07"));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].invoiced, euros("73.74"));
  EXPECT_EQ(write_json(table).substr(0, 45), "{\n  \"schema\": \"esppadom/trial-balance/1\",\n  \"");
  const auto empty = trial_balance_of(facts, {month("2026-01"), month("2026-02"), "", ""});
  EXPECT_TRUE(empty.rows.empty());
  EXPECT_EQ(empty.months_without_documents, (std::vector{month("2026-01"), month("2026-02")}));
  EXPECT_TRUE(table.months_without_documents.empty());
  EXPECT_TRUE(trial_balance_of({}, {}).months_without_documents.empty());
  for (auto& line : facts.beneficiaries.at(0).lines)
    line.share += money::from_cents(1);
  EXPECT_FALSE(trial_balance_of(facts, {}).balanced);
}

TEST(ServiceFaitStatements, follow_the_one_before_and_stop_where_it_was_altered) {
  if (!sha256_hex("").has_value()) GTEST_SKIP() << "built without OpenSSL";
  const auto facts = billed_ledger();
  findings found;
  const auto first = service_fait_statements(facts, {month("2026-05"), {}, "", {}}, {}, found).value();
  ASSERT_EQ(first.size(), 1U);
  std::vector<statement_before> before{{"B-1", {"may", write_json(first[0])}}};
  const auto rest = service_fait_statements(facts, {month("2026-06"), month("2026-07"), "", {}}, before, found).value();
  ASSERT_EQ(rest.size(), 2U);
  EXPECT_EQ(rest[0].statement.previous, first[0].seal);
  EXPECT_FALSE(found.has_errors());
  before[0].kept.bytes.back() = ' ';
  EXPECT_TRUE(service_fait_statements(facts, {month("2026-06"), {}, "", {}}, before, found).value().empty());
  EXPECT_TRUE(found.has_errors());
  EXPECT_TRUE(service_fait_statements(facts, {month("2026-06"), {}, "nobody", {}}, {}, found).value().empty());
}

}  // namespace
