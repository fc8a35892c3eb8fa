// What is wrong in orders and rules gives a finding each, and the rest of the month is billed: prices that nobody
// gives, orders that contradict each other, hours of before the history, funders that no order names.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "bill/month.hpp"
#include "bill/one_rule.hpp"
#include "esppadom/billing/funding_findings.hpp"

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
  EXPECT_EQ(told[0].arguments, texts{"PLAN-2"});
}

TEST(BadInput, orders_of_one_line_that_do_not_replace_each_other_are_told) {
  auto request = request_under("\"timezone\": \"Europe/Paris\"");
  request.messages.add(order_of({.id = "CMD-2", .from = "2026-05-16T00:00:00", .hours = "10"}));
  request.messages.add(delivery_of({}));
  const auto result = bill(request);
  const auto told = of_kind(result, bil_orders_contradict);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].arguments, (texts{"CMD-1", "CMD-2", "PLAN-1", "2026-05-16"}));
  EXPECT_EQ(total_of(result, document_type::main), euros("24.58"));

  const auto contradictions = [](const ordered& second) {
    auto of_two = request_under("\"timezone\": \"Europe/Paris\"");
    of_two.messages.add(order_of(second));
    of_two.messages.add(delivery_of({}));
    return of_kind(bill(of_two), bil_orders_contradict).size();
  };
  EXPECT_EQ(contradictions({.id = "CMD-2", .issued = "2025-12-02T09:00:00"}), 0U) << "a later one replaces it";
  EXPECT_EQ(contradictions({.id = "CMD-2", .payer = "CD98"}), 0U) << "another payer of the same line";
  EXPECT_EQ(contradictions({.id = "CMD-2", .line = "PLAN-2"}), 0U) << "another line";
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

}  // namespace
}  // namespace esppadom::tests
