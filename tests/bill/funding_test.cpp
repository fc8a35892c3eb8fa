// Plans, carried hours and funders over months, through the whole of `bill`.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "month.hpp"

namespace esppadom::tests {
namespace {

constexpr std::string_view carry_five_months = R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1,
  "valid_from": "2026-01-01", "valid_to": null, "scope": {"level": "departement", "departement": "99"},
  "smoothing": {"carry": {"enabled": true, "horizon_periods": 5, "may_exceed_ceiling": true}}}]})";

/// One visit a day of up to eight hours until the month's hours are used.
void add_hours(bill_request& request, std::string_view of_month, int hours) {
  int number = 0;
  for (int left = hours; left > 0; left -= 8) {
    made visit;
    visit.id = std::string(of_month) + "-" + std::to_string(number);
    const auto start = local_time::at(month(of_month).first_day() + number++, 8 * 3600);
    visit.start = to_string(start);
    visit.end = to_string(local_time{start.seconds + std::min(left, 8) * 3600, 0});
    request.messages.add(delivery_of(visit));
  }
}

struct month_use {
  int used, own, carried, excess;
};

std::vector<month_use> uses(const bill_result& result) {
  std::vector<month_use> rows;
  const auto hours = [](const exact_duration& time) {
    return static_cast<int>(time.whole_seconds().value().seconds / 3600);
  };
  for (const auto& row : result.smoothing) {
    rows.push_back({hours(row.used), hours(row.own), hours(row.carried), hours(row.excess)});
  }
  return rows;
}

constexpr int used_hours[] = {14, 16, 20, 26, 25, 18, 24};

bill_request seven_months(std::string_view rules) {
  auto request = request_for("2026-07", rules.empty() ? rule_book{} : rules_from(rules));
  ordered plan;
  plan.hours = "20";
  request.messages.add(order_of(plan));
  for (int i = 0; i < 7; ++i)
    add_hours(request, "2026-0" + std::to_string(i + 1), used_hours[i]);
  return request;
}

TEST(CarriedHours, follow_the_table_of_the_decree) {
  const auto rows = uses(bill(seven_months(carry_five_months)));
  const month_use expected[] = {{14, 14, 0, 0}, {16, 16, 0, 0}, {20, 20, 0, 0}, {26, 20, 6, 0},
                                {25, 20, 4, 1}, {18, 18, 0, 0}, {24, 20, 2, 2}};
  ASSERT_EQ(rows.size(), 7u);
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_EQ(rows[i].used, expected[i].used) << i;
    EXPECT_EQ(rows[i].own, expected[i].own) << i;
    EXPECT_EQ(rows[i].carried, expected[i].carried) << i;
    EXPECT_EQ(rows[i].excess, expected[i].excess) << i;
  }
}

TEST(CarriedHours, are_lost_under_the_neutral_rules) {
  const auto rows = uses(bill(seven_months({})));
  ASSERT_EQ(rows.size(), 7u);
  const int excess[] = {0, 0, 0, 6, 5, 0, 4};
  for (std::size_t i = 0; i < 7; ++i)
    EXPECT_EQ(rows[i].excess, excess[i]) << i;
}

TEST(CarriedHours, month_by_month_gives_what_one_run_gives) {
  const auto once = bill(seven_months(carry_five_months));
  ledger facts;
  for (int i = 0; i < 7; ++i) {
    const auto of_month = "2026-0" + std::to_string(i + 1);
    auto request = request_for(of_month, rules_from(carry_five_months));
    ordered plan;
    plan.hours = "20";
    request.messages.add(order_of(plan));
    add_hours(request, of_month, used_hours[i]);
    request.before = facts;
    const auto result = bill(request);
    EXPECT_EQ(result.invoices.size(), 1u);
    facts = result.after;
  }
  EXPECT_EQ(cumulated(facts), cumulated(once.after));
}

TEST(CarriedHours, a_late_visit_moves_the_excess_to_the_month_that_used_the_carry) {
  auto request = request_for("2026-04", rules_from(carry_five_months));
  ordered plan;
  plan.hours = "20";
  request.messages.add(order_of(plan));
  const int used[] = {14, 20, 20, 26};
  for (int i = 0; i < 4; ++i)
    add_hours(request, "2026-0" + std::to_string(i + 1), used[i]);
  const auto first = bill(request);

  auto late = request_for("2026-04", rules_from(carry_five_months));
  late.before = first.after;
  made visit;
  visit.id = "LATE";
  visit.start = "2026-01-28T08:00:00";
  visit.end = "2026-01-28T12:00:00";
  late.messages.add(delivery_of(visit));
  const auto second = bill(late);
  const auto rows = uses(second);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].own, 18);
  EXPECT_EQ(rows[3].own, 20);
  EXPECT_EQ(rows[3].carried, 2);
  EXPECT_EQ(rows[3].excess, 4);
  // January gets four hours more, April gives four back.
  EXPECT_EQ(total_of(second, document_type::complementary), euros("98.32"));
  EXPECT_EQ(total_of(second, document_type::credit_note), euros("98.32"));
}

TEST(StackedFunders, the_second_pays_what_the_first_no_longer_can) {
  auto request = request_for("2026-05");
  ordered first;
  first.hours = "2";
  first.participation = "20";
  request.messages.add(order_of(first));
  ordered second;
  second.id = "CMD-2";
  second.line = "PLAN-2";
  second.payer = "MUT-7";
  second.tariff = "20.00";
  second.hours = "1";
  request.messages.add(order_of(second));
  made visit;
  visit.start = "2026-05-04T09:00:00";
  visit.end = "2026-05-04T13:00:00";
  request.messages.add(delivery_of(visit));
  const auto result = bill(request);
  ASSERT_EQ(result.invoices.size(), 2u);
  // 2 h at 24.58 less 20 %; 1 h at 20.00; the last hour is the beneficiary's.
  EXPECT_EQ(result.invoices[0].funder, "CD99");
  EXPECT_EQ(result.invoices[0].total, euros("39.33"));
  EXPECT_EQ(result.invoices[1].funder, "MUT-7");
  EXPECT_EQ(result.invoices[1].total, euros("20.00"));
  ASSERT_EQ(result.beneficiary_invoices.size(), 1u);
  EXPECT_EQ(result.beneficiary_invoices[0].total, euros("38.99"));  // 9.83 + 4.58 + 24.58
  std::vector<std::string> reasons;
  for (const auto& line : result.beneficiary_invoices[0].lines)
    reasons.push_back(line.reason);
  std::sort(reasons.begin(), reasons.end());
  EXPECT_EQ(reasons, (std::vector<std::string>{"OVER_PLAN", "OVER_TARIFF", "PARTICIPATION"}));
}

// Billing rules reference, section 6: plan 1 000, resources 1 500, GIR 3; 18 h × 25 € = 450 € used → 61.29 and 388.71.
TEST(NationalScale, leaves_the_beneficiary_the_part_of_apa_used) {
  const auto book = rules_of_file(ESPPADOM_SOURCE_DIR "/examples/rules/national-apa.json");
  auto request = request_for("2026-05", book);
  ordered plan;
  plan.beneficiary = "B-7788";
  plan.tariff = "25.00";
  request.messages.add(order_of(plan));
  for (const int day : {4, 5, 6}) {
    made visit;
    visit.id = "DLV-" + std::to_string(day);
    visit.beneficiary = plan.beneficiary;
    visit.start = "2026-05-0" + std::to_string(day) + "T08:00:00";
    visit.end = "2026-05-0" + std::to_string(day) + "T14:00:00";
    request.messages.add(delivery_of(visit));
  }
  const auto result = bill(request);
  ASSERT_EQ(result.invoices.size(), 1u);
  EXPECT_EQ(result.invoices[0].total, euros("388.71"));
  ASSERT_EQ(result.beneficiary_invoices.size(), 1u);
  EXPECT_EQ(result.beneficiary_invoices[0].total, euros("61.29"));
}

TEST(NationalScale, holds_the_visit_when_the_rate_cannot_be_known) {
  const auto book = rules_of_file(ESPPADOM_SOURCE_DIR "/examples/rules/national-apa.json");
  auto request = request_for("2026-05", book);
  ordered stranger;
  stranger.beneficiary = "B-2";  // the book has no resources of theirs
  request.messages.add(order_of(stranger));
  made visit;
  visit.beneficiary = "B-2";
  request.messages.add(delivery_of(visit));
  const auto result = bill(request);
  EXPECT_TRUE(result.invoices.empty());
  ASSERT_EQ(result.unbilled.size(), 1u);
  EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::rule_conflict);
  const auto is_told = [](const finding& one) { return one.kind == &bil_no_participation_rate; };
  EXPECT_EQ(std::count_if(result.found.items().begin(), result.found.items().end(), is_told), 1);
}

TEST(ChangeOfFunder, the_new_funding_starts_where_the_old_one_ends) {
  auto request = request_for("2026-05");
  ordered before;
  before.payer = "CNAV";
  before.until = "2026-05-15T00:00:00";
  request.messages.add(order_of(before));
  ordered after;
  after.id = "CMD-2";
  after.line = "PLAN-2";
  after.from = "2026-05-16T00:00:00";
  request.messages.add(order_of(after));
  for (int date : {15, 16}) {
    made visit;
    visit.id = "DLV-" + std::to_string(date);
    visit.line = "";
    visit.start = "2026-05-" + std::to_string(date) + "T09:00:00";
    visit.end = "2026-05-" + std::to_string(date) + "T10:00:00";
    request.messages.add(delivery_of(visit));
  }
  const auto result = bill(request);
  ASSERT_EQ(result.invoices.size(), 2u);
  EXPECT_EQ(result.invoices[0].funder, "CD99");
  EXPECT_EQ(result.invoices[0].lines[0].deliveries, std::vector<std::string>{"DLV-16"});
  EXPECT_EQ(result.invoices[1].funder, "CNAV");
  EXPECT_EQ(result.invoices[1].lines[0].deliveries, std::vector<std::string>{"DLV-15"});
}

TEST(Unbilled, says_why_and_what_is_at_stake) {
  auto request = request_for("2026-05");
  request.messages.add(order_of({}));
  made stranger;
  stranger.id = "NO-ORDER";
  stranger.beneficiary = "B-2";
  request.messages.add(delivery_of(stranger));
  made cancelled;
  cancelled.id = "CANCELLED";
  request.messages.add(delivery_of(cancelled));
  request.given.cancellations.push_back({"CANCELLED", std::nullopt, std::nullopt, std::nullopt, std::nullopt});
  made gap;
  gap.id = "BACKWARDS";
  gap.start = "2026-05-05T10:00:00";
  gap.end = "2026-05-05T09:00:00";
  request.messages.add(delivery_of(gap));
  const auto result = bill(request);
  EXPECT_TRUE(result.invoices.empty());
  ASSERT_EQ(result.unbilled.size(), 3u);
  EXPECT_EQ(result.unbilled[0].delivery, "BACKWARDS");
  EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::end_before_start);
  EXPECT_EQ(result.unbilled[1].delivery, "CANCELLED");
  EXPECT_EQ(result.unbilled[1].reason, unbilled_reason::cancelled);
  EXPECT_EQ(result.unbilled[1].amount_at_stake, euros("24.58"));
  EXPECT_EQ(result.unbilled[2].delivery, "NO-ORDER");
  EXPECT_EQ(result.unbilled[2].reason, unbilled_reason::no_order_line);
}

}  // namespace
}  // namespace esppadom::tests
