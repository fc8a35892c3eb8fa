// Explanations of what a visit shares with others: the hours granted for a period, participations fixed for a month,
// cents that an invoice rounds together. Worked out by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "bill/explained.hpp"
#include "bill/month.hpp"
#include "bill/one_rule.hpp"
#include "esppadom/bill/explain.hpp"

namespace esppadom {
namespace {

using tests::add_visit, tests::explained, tests::is_computed, tests::results, tests::texts;

bill_request weekly(std::string_view rule, std::string_view more = "") {
  auto order = tests::order_of({});
  order.lines.front().requested_quantity = measure{{5, 0}, "HUR"};
  order.lines.front().requested_period = measure{{1, 0}, "WEE"};
  auto request = tests::request_under(
      R"("smoothing": {"week_to_month": ")" + std::string(rule) + "\"" + std::string(more) + "}", {});
  request.messages = {};
  request.messages.add(order);
  add_visit(request, "DLV-1", "2026-05-04", 60);
  return request;
}

// -- hours granted

TEST(ExplainGrant, brings_a_weekly_order_to_the_month) {
  const auto by_days = explained(weekly("days_over_7"));  // 5 h × 31 / 7
  EXPECT_EQ(results(by_days, trace_labels::ordered_quantity), texts{"18000"});
  EXPECT_EQ(results(by_days, trace_labels::days_of_month), texts{"31"});
  EXPECT_EQ(results(by_days, trace_labels::plan_of_period), texts{"558000/7"});
  EXPECT_TRUE(is_computed(by_days, trace_labels::plan_of_period));
  EXPECT_EQ(results(explained(weekly("52_over_12")), trace_labels::plan_of_period), texts{"78000"});
  EXPECT_EQ(results(explained(weekly("4.33")), trace_labels::plan_of_period), texts{"77940"});
  const auto by_weeks = explained(weekly("iso_weeks"));  // Thursdays 7, 14, 21 and 28 May
  EXPECT_EQ(results(by_weeks, trace_labels::weeks_of_month), texts{"4"});
  EXPECT_EQ(results(by_weeks, trace_labels::plan_of_period), texts{"72000"});
}

TEST(ExplainGrant, counts_days_in_force_without_absences) {
  auto request = weekly("days_over_7", R"(, "prorata": "daily")");
  absence away;
  away.beneficiary = "B-1";
  away.from = tests::day("2026-05-11");
  away.to = tests::day("2026-05-15");
  request.given.absences.push_back(away);
  const auto one = explained(request);
  EXPECT_EQ(results(one, trace_labels::days_in_force), texts{"31"});
  EXPECT_EQ(results(one, trace_labels::days_absent), texts{"5"});
  EXPECT_EQ(results(one, trace_labels::days_counted), texts{"26"});
  EXPECT_EQ(results(one, trace_labels::share_of_days), texts{"26/31"});
  EXPECT_EQ(results(one, trace_labels::plan_of_period), texts{"468000/7"});  // 5 h × 26 / 7
  EXPECT_TRUE(is_computed(one, trace_labels::plan_of_period));
}

TEST(ExplainGrant, adds_up_orders_that_follow_each_other) {
  tests::ordered first;
  first.hours = "20";
  first.until = "2026-05-15T23:59:59";
  auto request = tests::request_under(R"("smoothing": {"prorata": "daily"})", first);
  tests::ordered then;
  then.id = "CMD-2";
  then.hours = "30";
  then.from = "2026-05-16T00:00:00";
  request.messages.add(tests::order_of(then));
  add_visit(request, "DLV-1", "2026-05-04", 60);
  const auto one = explained(request);
  EXPECT_EQ(results(one, trace_labels::ordered_quantity), (texts{"72000", "108000"}));
  EXPECT_EQ(results(one, trace_labels::share_of_days), (texts{"15/31", "16/31"}));
  EXPECT_EQ(results(one, trace_labels::plan_of_period), texts{"2808000/31"});  // 46 800/31 min
  EXPECT_TRUE(is_computed(one, trace_labels::plan_of_period));
}

TEST(ExplainGrant, says_what_the_hours_of_a_plan_in_euros_are_worth) {
  tests::ordered plan;
  plan.participation = "20";
  auto request = tests::request_under(R"("smoothing": {"unit": "euros"})", plan);
  add_visit(request, "DLV-1", "2026-05-04", 60);
  const auto one = explained(request);
  EXPECT_EQ(results(one, trace_labels::worth_of_plan), texts{"3687/5"});     // 30 h × 24.58
  EXPECT_EQ(results(one, trace_labels::plan_of_period), texts{"14748/25"});  // less 20 %
  EXPECT_TRUE(is_computed(one, trace_labels::plan_of_period));
}

// -- participations fixed for a month

constexpr std::string_view fixed_rules =
    R"("funding": {"per_funder": [{"funder": "CD99", "participation": {"basis": "accepted_plan", "amount": "136.19"}}]})";

TEST(ExplainFixed, takes_the_participation_off_the_lines_one_after_the_other) {
  auto plan = tests::order_of({});
  auto other = plan.lines.front();
  other.order_line_id = "PLAN-2";
  plan.lines.push_back(other);
  auto request = tests::request_under(fixed_rules, {});
  request.messages = {};
  request.messages.add(plan);
  add_visit(request, "DLV-1", "2026-05-04", 120, "PLAN-1");
  add_visit(request, "DLV-2", "2026-05-05", 300, "PLAN-2");
  const auto first = explained(request, "DLV-1");
  EXPECT_EQ(results(first, trace_labels::fixed_of_month), texts{"13619/100"});
  EXPECT_EQ(results(first, trace_labels::fixed_off), texts{"1229/25"});  // all of 49.16
  const auto second = explained(request, "DLV-2");
  EXPECT_EQ(results(second, trace_labels::fixed_off), (texts{"1229/25", "8703/100"}));  // 136.19 − 49.16
  EXPECT_EQ(results(second, trace_labels::fixed_left), texts{"8703/100"});
  EXPECT_EQ(results(second, trace_labels::after_fixed), (texts{"3587/100", "8703/100"}));  // 122.90 − 87.03
  EXPECT_TRUE(is_computed(second, trace_labels::fixed_off));
  EXPECT_TRUE(is_computed(second, trace_labels::fixed_of_month));
  const auto& sources = second.log.sources();
  EXPECT_TRUE(std::any_of(sources.begin(), sources.end(), [](const auto& each) {
    return each.second.key == "funding.per_funder.participation.amount" && each.second.version == 0U;
  }));
}

TEST(ExplainFixed, counts_the_days_of_the_month) {
  tests::ordered plan;
  plan.from = "2026-05-16T00:00:00";
  auto request = tests::request_under(std::string(fixed_rules) + R"(, "smoothing": {"prorata": "daily"})", plan);
  add_visit(request, "DLV-1", "2026-05-18", 300);
  const auto one = explained(request);
  EXPECT_EQ(results(one, trace_labels::fixed_of_month), texts{"7029/100"});  // 136.19 × 16 / 31 = 70.29
  EXPECT_TRUE(is_computed(one, trace_labels::fixed_of_month));
}

// -- cents that an invoice rounds together

/// Three orders with a line each, on one invoice: 77 min at 25 €, three times 32.0833… €.
bill_request three_lines(std::string_view participation) {
  auto request = tests::request_under(R"("tariff": {"source": "order"}, "invoicing": {"round_at": "invoice"})", {});
  request.messages = {};
  for (const auto* number : {"1", "2", "3"}) {
    tests::ordered plan;
    plan.id = std::string("CMD-") + number;
    plan.line = std::string("PLAN-") + number;
    plan.beneficiary = std::string("B-") + number;
    plan.tariff = "25";
    plan.participation = std::string(participation);
    request.messages.add(tests::order_of(plan));
    tests::made visit;
    visit.id = std::string("DLV-") + number;
    visit.beneficiary = plan.beneficiary;
    visit.line = plan.line;
    visit.end = "2026-05-04T10:17:00";
    request.messages.add(tests::delivery_of(visit));
  }
  return request;
}

TEST(ExplainTogether, says_which_line_gets_the_cent) {
  const auto request = three_lines("");
  const auto first = explained(request, "DLV-1"), last = explained(request, "DLV-3");
  for (const auto* one : {&first, &last}) {
    EXPECT_EQ(results(*one, trace_labels::rounded_price), texts{"385/4"});  // 96.25 € of the invoice
    EXPECT_EQ(results(*one, trace_labels::cents_to_give).back(), "1/100");
    ASSERT_EQ(one->lines.size(), 1U);
    EXPECT_TRUE(is_computed(*one, trace_labels::line_cents));
  }
  EXPECT_EQ(to_string(first.log.result(first.lines[0].price)), "3209/100");
  EXPECT_EQ(to_string(last.log.result(last.lines[0].price)), "802/25");  // 32.08
}

TEST(ExplainTogether, leaves_the_beneficiary_what_the_price_of_the_line_leaves) {
  const auto request = three_lines("13.6192");
  for (const auto* id : {"DLV-1", "DLV-2", "DLV-3"}) {
    const auto one = explained(request, id);
    ASSERT_EQ(one.lines.size(), 1U);
    EXPECT_TRUE(is_computed(one, trace_labels::line_cents));
    EXPECT_TRUE(is_computed(one, trace_labels::rest_in_cents));
    const auto& line = one.lines[0];
    ASSERT_EQ(line.shares.size(), 2U);
    const bool is_first = std::string_view(id) == "DLV-1";  // 83.14 of 96.25: 27.72, 27.71, 27.71
    EXPECT_EQ(to_string(one.log.result(line.shares[0].step)), is_first ? "693/25" : "2771/100");
    EXPECT_EQ(to_string(one.log.result(line.shares[1].step)), "437/100");
  }
}

}  // namespace
}  // namespace esppadom
