// An order that replaces another within a month keeps the other's lines: totals and cents are those of one line.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "esppadom/bill.hpp"
#include "month.hpp"

namespace esppadom::tests {
namespace {

/// Two visits of May, of so many minutes, on either side of the day on which a second order takes the place of the
/// first with the same terms.
bill_result billed(std::string_view rules, std::string_view first_end, std::string_view second_end) {
  bill_request request;
  request.rules = rules_from(rules);
  request.month = month("2026-05");
  request.as_of = day("2026-06-10");
  request.messages.add(order_of({.tariff = "25"}));
  request.messages.add(
      order_of({.id = "CMD-2", .from = "2026-05-16T00:00:00", .issued = "2026-01-05T09:00:00", .tariff = "25"}));
  request.messages.add(delivery_of({.end = "2026-05-04T" + std::string(first_end)}));
  request.messages.add(
      delivery_of({.id = "DLV-2", .start = "2026-05-18T09:00:00", .end = "2026-05-18T" + std::string(second_end)}));
  return bill(request);
}

constexpr std::string_view neutral = R"({"rule_set": {"id": "r", "version": 1, "valid_from": "2026-01-01",
    "valid_to": null, "scope": {"level": "departement", "departement": "99"}}})";

TEST(ReplacedOrder, leaves_one_line_that_is_rounded_once) {
  const auto result = billed(neutral, "09:07:00", "09:07:00");  // 2.9166… twice is 5.8333…, not 2 × 2.92
  ASSERT_EQ(result.invoices.size(), 1u);
  ASSERT_EQ(result.invoices[0].lines.size(), 1u);
  EXPECT_EQ(result.invoices[0].lines[0].gross, euros("5.83"));
  EXPECT_EQ(result.invoices[0].total, euros("5.83"));
}

TEST(ReplacedOrder, leaves_one_total_of_the_month_to_round) {
  const auto result = billed(R"({"rule_set": {"id": "r", "version": 1, "valid_from": "2026-01-01", "valid_to": null,
      "scope": {"level": "departement", "departement": "99"},
      "duration": {"rounding": {"object": "duration", "scope": "month", "step_min": 15, "mode": "nearest"}}}})",
                             "10:07:00", "09:52:00");  // 67 + 52 = 119 min: 120, where 67 and 52 alone give 60 and 45
  ASSERT_EQ(result.invoices.size(), 1u);
  ASSERT_EQ(result.invoices[0].lines.size(), 1u);
  EXPECT_EQ(result.invoices[0].lines[0].billed_seconds, exact_duration(duration::of_hours(2)));
}

TEST(RoundedByVisit, takes_the_parts_of_a_visit_on_one_line_together) {
  bill_request request;
  request.rules = rules_from(R"({"rule_set": {"id": "r", "version": 1, "valid_from": "2026-01-01", "valid_to": null,
      "scope": {"level": "departement", "departement": "99"}, "invoicing": {"round_at": "visit"},
      "extra_minutes": {"allowed": true, "code": "MDT", "bearer": "funder"}}})");
  request.month = month("2026-05");
  request.as_of = day("2026-06-10");
  request.messages.add(order_of({.tariff = "25"}));
  request.messages.add(delivery_of({.end = "2026-05-04T09:07:00", .code = "MDT"}));
  extra_minutes_entry extra;
  extra.delivery_id = "DLV-1";
  extra.minutes = 7;
  extra.reason = "R";
  extra.author = "A";
  request.given.extra_minutes.push_back(extra);
  const auto result = bill(request);
  ASSERT_EQ(result.invoices.size(), 1u);
  EXPECT_EQ(result.invoices[0].total, euros("5.83"));  // 14 min at 25 €/h; 7 and 7 apart are 2.92 each
}

}  // namespace
}  // namespace esppadom::tests
