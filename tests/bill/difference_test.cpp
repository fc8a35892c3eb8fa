// What a rerun emits: the steps of the table in the billing rules reference, section 2f, and what stands around it.
#include <gtest/gtest.h>

#include <string>

#include "month.hpp"

namespace esppadom::tests {
namespace {

/// 30 visits of one hour in May.
void add_may(bill_request& request, int visits = 30) {
  for (int i = 0; i < visits; ++i) {
    made visit;
    visit.id = "DLV-" + std::to_string(i);
    const auto start = local_time::at(month("2026-05").first_day() + i, 9 * 3600);
    visit.start = to_string(start);
    visit.end = to_string(local_time{start.seconds + 3600, 0});
    request.messages.add(delivery_of(visit));
  }
}

bill_request may(const ledger& before = {}) {
  auto request = request_for("2026-05");
  ordered plan;
  plan.hours = "100";
  request.messages.add(order_of(plan));
  request.before = before;
  return request;
}

TEST(Difference, follows_the_table_of_five_steps) {
  auto first = may();
  add_may(first);
  const auto main = bill(first);
  EXPECT_EQ(total_of(main, document_type::main), euros("737.40"));
  ASSERT_EQ(main.invoices.size(), 1u);

  auto late = may(main.after);
  made visit;
  visit.id = "LATE";
  visit.start = "2026-05-31T14:00:00";
  visit.end = "2026-05-31T16:00:00";
  late.messages.add(delivery_of(visit));
  const auto supplementary = bill(late);
  ASSERT_EQ(supplementary.invoices.size(), 1u);
  EXPECT_EQ(supplementary.invoices[0].type, document_type::complementary);
  EXPECT_EQ(supplementary.invoices[0].total, euros("49.16"));
  EXPECT_EQ(supplementary.invoices[0].corrects, main.invoices[0].id);
  EXPECT_EQ(supplementary.invoices[0].lines[0].deliveries, std::vector<std::string>{"LATE"});

  auto wrong = may(supplementary.after);
  made withdrawn;
  withdrawn.id = "DLV-3";
  withdrawn.start = "2026-05-04T09:00:00";
  withdrawn.end = "2026-05-04T10:00:00";
  withdrawn.code = "SUP";
  withdrawn.issued = "2026-06-10T08:00:00";
  wrong.messages.add(delivery_of(withdrawn));
  const auto credit = bill(wrong);
  ASSERT_EQ(credit.invoices.size(), 1u);
  EXPECT_EQ(credit.invoices[0].type, document_type::credit_note);
  EXPECT_EQ(credit.invoices[0].total, euros("24.58"));
  EXPECT_EQ(credit.invoices[0].lines[0].deliveries, std::vector<std::string>{"DLV-3"});
  EXPECT_EQ(credit.messages[0].type_code.value, "381");
  EXPECT_EQ(credit.messages[0].due_payable.value, euros("24.58"));

  const auto nothing = bill(may(credit.after));
  EXPECT_TRUE(nothing.invoices.empty());
  std::int64_t sum = 0;
  for (const auto& [key, cents] : cumulated(nothing.after))
    sum += cents;
  EXPECT_EQ(sum, 76198);
}

TEST(Difference, a_mere_change_of_rate_is_one_line_with_the_difference_of_the_rates) {
  auto first = request_for("2026-05");
  ordered plan;
  plan.hours = "200";
  plan.tariff = "25.00";
  first.messages.add(order_of(plan));
  for (int i = 0; i < 30; ++i) {
    made visit;
    visit.id = "DLV-" + std::to_string(i);
    const auto start = local_time::at(month("2026-05").first_day() + i, 9 * 3600);
    visit.start = to_string(start);
    visit.end = to_string(local_time{start.seconds + 4 * 3600, 0});
    first.messages.add(delivery_of(visit));
  }
  const auto main = bill(first);
  EXPECT_EQ(total_of(main, document_type::main), euros("3000.00"));

  auto second = request_for("2026-05");
  second.before = main.after;
  plan.id = "CMD-2";
  plan.issued = "2026-06-02T09:00:00";
  plan.tariff = "25.40";
  second.messages.add(order_of(plan));
  const auto difference = bill(second);
  ASSERT_EQ(difference.invoices.size(), 1u);
  const auto& invoice = difference.invoices[0];
  EXPECT_EQ(invoice.type, document_type::complementary);
  EXPECT_EQ(invoice.total, euros("48.00"));
  ASSERT_EQ(invoice.lines.size(), 1u);
  EXPECT_EQ(invoice.lines[0].unit_price, parse_unit_price("0.40").value());
  EXPECT_EQ(invoice.lines[0].billed_seconds, exact_duration(duration::of_hours(120)));
  EXPECT_EQ(invoice.lines[0].deliveries.size(), 30u);
}

TEST(Difference, of_price_and_time_shows_the_time_it_adds) {
  // 2 h 45 at 23.50 €/h = 64.63; then 2 h 35 at 27.10 = 70.01: 5.38 € more for ten minutes less.
  ordered plan;
  plan.tariff = "23.50";
  made visit;
  visit.end = "2026-05-04T11:45:00";
  auto request = request_for("2026-05");
  request.messages.add(order_of(plan));
  request.messages.add(delivery_of(visit));
  const auto first = bill(request);
  EXPECT_EQ(total_of(first, document_type::main), euros("64.63"));

  plan.tariff = "27.10";
  plan.issued = "2026-06-02T09:00:00";
  visit.end = "2026-05-04T11:35:00";
  visit.issued = "2026-06-03T08:00:00";
  auto again = request_for("2026-05");
  again.before = first.after;
  again.messages.add(order_of(plan));
  again.messages.add(delivery_of(visit));
  const auto result = bill(again);
  ASSERT_EQ(result.invoices.size(), 1U);
  EXPECT_EQ(result.invoices[0].type, document_type::complementary);
  ASSERT_EQ(result.invoices[0].lines.size(), 1U);
  EXPECT_EQ(result.invoices[0].lines[0].gross, euros("5.38"));
  EXPECT_EQ(result.invoices[0].lines[0].billed_seconds, exact_duration() - exact_duration(duration::of_minutes(10)));
}

TEST(Difference, a_superseding_order_with_the_same_terms_emits_nothing) {
  auto first = may();
  add_may(first);
  const auto main = bill(first);
  auto second = request_for("2026-05");
  second.before = main.after;
  ordered plan;
  plan.id = "CMD-2";
  plan.hours = "100";
  plan.issued = "2026-06-02T09:00:00";
  second.messages.add(order_of(plan));
  const auto after = bill(second);
  EXPECT_TRUE(after.invoices.empty());
}

TEST(Difference, a_visit_that_is_absent_stays_unless_the_month_is_declared_complete) {
  auto first = may();
  add_may(first);
  const auto main = bill(first);

  auto silent = may(main.after);
  EXPECT_TRUE(bill(silent).invoices.empty());

  auto complete = may(main.after);
  add_may(complete, 29);
  complete.complete.push_back({"SAAD-1", month("2026-05")});
  const auto credit = bill(complete);
  ASSERT_EQ(credit.invoices.size(), 1u);
  EXPECT_EQ(credit.invoices[0].type, document_type::credit_note);
  EXPECT_EQ(credit.invoices[0].total, euros("24.58"));
}

TEST(Difference, a_pro_forma_changes_no_fact) {
  auto request = may();
  add_may(request);
  request.with.stage = issue_stage::pro_forma;
  const auto result = bill(request);
  ASSERT_EQ(result.invoices.size(), 1u);
  EXPECT_EQ(result.invoices[0].type, document_type::pro_forma);
  EXPECT_EQ(result.messages[0].type_code.value, "325");
  EXPECT_EQ(result.after, request.before);
}

TEST(Difference, visits_after_the_billed_month_wait) {
  auto request = may();
  made june;
  june.start = "2026-06-02T09:00:00";
  june.end = "2026-06-02T10:00:00";
  request.messages.add(delivery_of(june));
  const auto first = bill(request);
  EXPECT_TRUE(first.invoices.empty());
  ASSERT_EQ(first.unbilled.size(), 1u);
  EXPECT_EQ(first.unbilled[0].reason, unbilled_reason::after_month);

  auto next = request_for("2026-06");
  next.before = first.after;
  const auto second = bill(next);
  ASSERT_EQ(second.invoices.size(), 1u);
  EXPECT_EQ(second.invoices[0].type, document_type::main);
  EXPECT_EQ(second.invoices[0].total, euros("24.58"));
}

TEST(Difference, the_ledger_of_another_rule_book_bills_nothing) {
  auto request = may();
  add_may(request);
  request.before.rule_book = "dep-12";
  request.rules.id = "dep-99";
  const auto result = bill(request);
  EXPECT_TRUE(result.found.has_errors());
  EXPECT_TRUE(result.invoices.empty());
  EXPECT_EQ(result.after, request.before);
}

}  // namespace
}  // namespace esppadom::tests
