// What is wrong in orders and rules gives a finding each, and the rest of the month is billed: prices that nobody
// gives, orders that contradict each other, hours of before the history, funders that no order names.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "bill/month.hpp"
#include "bill/one_rule.hpp"
#include "esppadom/billing/funding_findings.hpp"
#include "esppadom/message/checks/circumstance_findings.hpp"

namespace esppadom::tests {
namespace {

using texts = std::vector<std::string>;

constexpr std::string_view carrying =
    R"("smoothing": {"carry": {"enabled": true, "horizon_periods": 5, "order": "own_then_oldest"}})";

TEST(BadInput, a_line_without_price_is_told_once_and_its_visits_are_listed) {
  auto request = request_under("\"timezone\": \"Europe/Paris\"");
  auto other = order_of({.id = "CMD-2", .line = "PLAN-2", .service = "APA-NUIT"});
  other.lines[0].tariff.reset();
  request.messages.add(other);
  request.messages.add(delivery_of({}));
  for (const char* id : {"DLV-2", "DLV-3"})
    request.messages.add(delivery_of({.id = id,
                                      .start = "2026-05-05T09:00:00",
                                      .end = "2026-05-05T10:00:00",
                                      .caregiver = id,
                                      .line = "PLAN-2",
                                      .service = "APA-NUIT"}));
  const auto result = bill(request);
  EXPECT_EQ(total_of(result, document_type::main), euros("24.58"));
  ASSERT_EQ(result.unbilled.size(), 2U);
  for (const auto& row : result.unbilled)
    EXPECT_EQ(row.reason, unbilled_reason::no_price);
  const auto told = of_kind(result, bil_no_price);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].arguments, (texts{"PLAN-2", "2026-05-05"}));
}

TEST(BadInput, orders_of_one_line_that_do_not_replace_each_other_are_told) {
  auto request = request_under("\"timezone\": \"Europe/Paris\"");
  request.messages.add(order_of({.id = "CMD-2", .from = "2026-05-16T00:00:00", .hours = "10"}));
  request.messages.add(delivery_of({}));
  const auto result = bill(request);
  const auto told = of_kind(result, bil_orders_contradict);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].arguments, (texts{"CMD-1", "CMD-2", "APA-HR", "2026-05-16", "CD99"}));
  EXPECT_EQ(total_of(result, document_type::main), euros("24.58"));

  const auto contradictions = [](const ordered& second, std::string_view plans = {}) {
    auto of_two = request_under("\"timezone\": \"Europe/Paris\"", {.id = "CMD-0", .payer = "CD98", .service = "APA-0"});
    auto orders = std::vector{order_of({}), order_of(second)};
    for (std::size_t i = 0; i < plans.size(); ++i)
      orders[i].plan.emplace().id = plans.substr(i, 1);
    for (const auto& each : orders)
      of_two.messages.add(each);
    of_two.messages.add(delivery_of({}));
    return of_kind(bill(of_two), bil_orders_contradict).size();
  };
  EXPECT_EQ(contradictions({.id = "CMD-2", .issued = "2025-12-02T09:00:00"}), 0U) << "a later one replaces it";
  EXPECT_EQ(contradictions({.id = "CMD-2", .payer = "CD98"}), 0U) << "another payer of the same line";
  EXPECT_EQ(contradictions({.id = "CMD-2", .line = "PLAN-2"}), 1U) << "another line for the same service";
  EXPECT_EQ(contradictions({.id = "CMD-2", .line = "PLAN-2"}, "AA"), 1U) << "the same plan";
  EXPECT_EQ(contradictions({.id = "CMD-2", .line = "PLAN-2"}, "AB"), 0U) << "another plan";
  EXPECT_EQ(contradictions({.id = "CMD-2", .line = "PLAN-2", .service = "APA-NUIT"}), 0U) << "another service";
  EXPECT_EQ(contradictions({.id = "CMD-2", .provider = "SAAD-2"}), 0U) << "another provider";
}

TEST(BadInput, hours_of_before_the_history_are_told_as_long_as_they_could_serve) {
  const auto told = [](std::string_view billed, std::string_view from, bool opening) {
    ordered plan;
    plan.from = std::string(from) + "T00:00:00";
    auto request = request_under(carrying, plan);
    request.month = month(billed);
    request.as_of = request.month.last_day() + 10;
    request.messages.add(delivery_of({}));  // of May
    if (opening) {
      auto& part = request.before.beneficiaries.emplace_back();
      part.beneficiary = "B-1";
      part.opening = {{opening_kind::lot, "CD99/APA", month("2026-04"), exact_duration(duration::of_hours(3))}};
    }
    return of_kind(bill(request), bil_carry_before_history);
  };
  const auto first = told("2026-05", "2026-01-01", false);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].arguments, (texts{"CD99/APA", "2026-05", "5", "2026-01-01"}));
  EXPECT_EQ(told("2026-09", "2026-01-01", false).size(), 1U);  // April serves up to September
  EXPECT_EQ(told("2026-10", "2026-01-01", false).size(), 0U);
  EXPECT_EQ(told("2026-05", "2026-05-01", false).size(), 0U) << "the order begins with the history";
  EXPECT_EQ(told("2026-05", "2026-01-01", true).size(), 0U) << "the opening says what was left";
}

TEST(BadInput, two_funders_of_the_rules_that_no_order_names_share_what_is_left) {
  auto request = request_under(
      R"("funding": {"order": ["CD99", "M-1", "M-2"], "per_funder": [{"funder": "CD99", "rate": "20"},
          {"funder": "M-1", "nature": "complement", "percent": "80"},
          {"funder": "M-2", "nature": "complement", "percent": "80"}]}, "tariff": {"source": "rule_book"})");
  request.messages.add(delivery_of({}));
  const auto result = bill(request);  // together no more than the price
  money sum;
  for (const auto& invoice : result.invoices)
    sum += invoice.total;
  for (const auto& invoice : result.beneficiary_invoices)
    sum += invoice.total;
  EXPECT_EQ(sum, euros("24.58"));
  EXPECT_EQ(result.invoices.size(), 3U);
}

TEST(BadInput, terms_that_cannot_be_computed_hold_only_visits_of_the_days_that_their_funder_pays) {
  // MUT99 pays on Saturdays an amount by the hour that nobody names.
  auto request = request_under(R"("funding": {"order": ["CD99", "MUT99"], "per_funder": [{"funder": "MUT99",
      "days": ["SAT"], "participation": {"basis": "per_hour_amount"}}]})");
  request.messages.add(order_of({.id = "CMD-2", .payer = "MUT99", .line = "PLAN-2"}));
  request.messages.add(delivery_of({}));  // a Monday
  request.messages.add(delivery_of({.id = "DLV-2", .start = "2026-05-09T09:00:00", .end = "2026-05-09T10:00:00"}));
  const auto result = bill(request);
  EXPECT_EQ(total_of(result, document_type::main), euros("24.58"));
  ASSERT_EQ(result.unbilled.size(), 1U);
  EXPECT_EQ(result.unbilled[0].delivery, "DLV-2");
  EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::rule_conflict);
  EXPECT_EQ(of_kind(result, bil_no_participation_rate).size(), 1U);
}

TEST(BadInput, a_price_below_nothing_is_told_and_its_visits_are_listed) {
  const auto billed_at = [](const ordered& plan) {
    auto request = request_under("\"timezone\": \"Europe/Paris\"", plan);
    request.messages.add(delivery_of({}));
    return bill(request);
  };
  const auto below = billed_at({.tariff = "-3.00"});
  EXPECT_TRUE(below.invoices.empty());
  ASSERT_EQ(below.unbilled.size(), 1U);
  EXPECT_EQ(below.unbilled[0].reason, unbilled_reason::no_price);
  ASSERT_EQ(of_kind(below, bil_negative_price).size(), 1U);
  EXPECT_EQ(of_kind(below, bil_negative_price)[0].arguments, (texts{"PLAN-1", "-3.00"}));

  const auto rate_below = billed_at({.tariff = "-0.01", .provider_rate = "20.00"});  // the funder's, not the price
  EXPECT_TRUE(rate_below.invoices.empty());
  ASSERT_EQ(rate_below.unbilled.size(), 1U);
  EXPECT_EQ(rate_below.unbilled[0].reason, unbilled_reason::rule_conflict);
  EXPECT_EQ(of_kind(rate_below, bil_negative_price).size(), 1U);

  const auto nothing = billed_at({.tariff = "0.00"});
  EXPECT_TRUE(nothing.invoices.empty());
  EXPECT_TRUE(nothing.unbilled.empty());
  EXPECT_EQ(of_kind(nothing, bil_price_of_nothing).size(), 1U);
  EXPECT_EQ(of_kind(billed_at({.tariff = "0.01"}), bil_price_of_nothing).size(), 0U);
}

TEST(BadInput, funders_of_the_same_days_that_no_order_ranks_are_told) {
  const auto told = [](std::string_view rules, const ordered& second) {
    auto request = request_under(rules);
    request.messages.add(order_of(second));
    request.messages.add(delivery_of({}));
    return of_kind(bill(request), bil_funders_unranked);
  };
  const ordered mutual{.id = "CMD-2", .payer = "MUT99", .line = "PLAN-2"};
  const auto both = told("\"timezone\": \"Europe/Paris\"", mutual);
  ASSERT_EQ(both.size(), 1U);
  EXPECT_EQ(both[0].arguments, (texts{"CD99", "MUT99", "PLAN-1"}));
  EXPECT_EQ(told(R"("funding": {"order": ["CD99", "MUT99"]})", mutual).size(), 0U);
  EXPECT_EQ(told(R"("funding": {"order": ["MUT99"]})", mutual).size(), 0U) << "one named stands before one that is not";
  EXPECT_EQ(told(R"("funding": {"order": ["CNAV"]})", mutual).size(), 1U);
  EXPECT_EQ(told(R"("funding": {"per_funder": [{"funder": "CD99", "days": ["MON", "TUE"]},
      {"funder": "MUT99", "days": ["SAT"]}]})",
                 mutual)
                .size(),
            0U);
  EXPECT_EQ(
      told("\"timezone\": \"Europe/Paris\"", {.id = "CMD-2", .payer = "MUT99", .line = "PLAN-2", .service = "APA-NUIT"})
          .size(),
      0U);
}

TEST(BadInput, an_as_of_date_before_the_month_is_told) {
  const auto told = [](std::string_view as_of) {
    auto request = request_under("\"timezone\": \"Europe/Paris\"");
    request.as_of = day(as_of);
    request.messages.add(delivery_of({}));
    return of_kind(bill(request), bil_as_of_before_month).size();
  };
  EXPECT_EQ(told("2026-04-30"), 1U);
  EXPECT_EQ(told("2026-05-01"), 0U);
}

TEST(BadInput, circumstances_that_cannot_be_meant_are_told_once_and_the_month_is_billed) {
  const auto told = [](std::string_view from, std::string_view to) {
    auto request = request_under("\"timezone\": \"Europe/Paris\"");
    request.messages.add(delivery_of({}));
    request.given.absences = {{.beneficiary = "B1", .from = day(from), .to = day(to)}};
    const auto result = bill(request);
    EXPECT_EQ(total_of(result, document_type::main), euros("24.58"));
    return of_kind(result, circumstance_findings::reversed);
  };
  const auto reversed = told("2026-05-20", "2026-05-19");
  ASSERT_EQ(reversed.size(), 1U);
  EXPECT_EQ(reversed[0].path, "/absences/0");
  EXPECT_EQ(told("2026-05-20", "2026-05-20").size(), 0U);
}

TEST(BadInput, a_circumstance_is_not_without_visit_because_another_says_the_same) {
  auto request = request_under("\"timezone\": \"Europe/Paris\"");
  auto visit = delivery_of({});
  request.messages.add(visit);
  request.given.corrections = {{"DLV-1", "REASON", "AUTHOR"}, {"DLV-1", "REASON", "AUTHOR"}, {"DLV-9", {}, {}}};
  const auto told = of_kind(bill(request), bil_circumstance_without_visit);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].arguments, (texts{"corrections", "DLV-9"}));
}

}  // namespace
}  // namespace esppadom::tests
