// Two caregivers on one slot, as a whole bill sees them. Billing rules reference, section 2g (g4: open).

#include <gtest/gtest.h>

#include <string>

#include "bill/one_rule.hpp"
#include "bill/plan_hours.hpp"

namespace esppadom::tests {
namespace {

// Two caregivers, 09:00–10:00 and `from`–10:00, on a plan of that many hours at 24.58 €/h.
bill_result double_visit_under(const std::string& factors, const std::string& hours,
                               const std::string& from = "2026-05-04T09:00:00") {
  auto request = request_under("\"double_visit\": {\"allowed\": true" + factors + "}", plan_of(hours));
  made visit;
  request.messages.add(delivery_of(visit));
  visit.id = "DLV-2";
  visit.caregiver = "C-2";
  visit.start = from;
  request.messages.add(delivery_of(visit));
  return bill(request);
}

TEST(Doubles, count_twice_in_plan_and_price_by_neutral_rules) {
  const auto result = double_visit_under("", "30");
  EXPECT_EQ(funded(result), euros("49.16"));
  EXPECT_EQ(used_of(result), hours(120));
  const auto short_plan = double_visit_under("", "1.5");
  EXPECT_EQ(funded(short_plan), euros("36.87"));
}

TEST(Doubles, may_count_once_in_the_plan_and_twice_in_the_price) {
  const std::string once = R"(, "plan_factor": 1)";
  EXPECT_EQ(used_of(double_visit_under(once, "30")), hours(60));
  EXPECT_EQ(funded(double_visit_under(once, "30")), euros("49.16"));
  EXPECT_EQ(funded(double_visit_under(once, "1")), euros("49.16"));  // the plan covers the slot
  // Half the slot is covered: half of each visit is funded, the rest is the beneficiary's.
  const auto half = double_visit_under(once, "0.5");
  EXPECT_EQ(funded(half), euros("24.58"));
  ASSERT_EQ(half.beneficiary_invoices.size(), 1U);
  EXPECT_EQ(half.beneficiary_invoices[0].total, euros("24.58"));
}

TEST(Doubles, of_a_part_of_the_visit_count_that_part) {
  // The second comes at 09:30 and stays until 10:00: with the plan used up after 45 min, 15 of its 30 min are covered.
  const std::string once = R"(, "plan_factor": 1)";
  const auto result = double_visit_under(once, "0.75", "2026-05-04T09:30:00");
  EXPECT_EQ(used_of(result), hours(60));
  EXPECT_EQ(funded(result), euros("24.58"));
}

TEST(Doubles, may_be_paid_once) {
  const auto result = double_visit_under(R"(, "pay_factor": 1)", "30");
  EXPECT_EQ(funded(result), euros("24.58"));
  EXPECT_EQ(used_of(result), hours(120));
  ASSERT_EQ(result.unbilled.size(), 1U);
  EXPECT_EQ(result.unbilled[0].delivery, "DLV-2");
  EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::double_visit);
  EXPECT_EQ(result.unbilled[0].amount_at_stake, euros("24.58"));
  EXPECT_EQ(result.rates.at(0).tally.interventions, 2);  // one for each caregiver

  const auto both_once = double_visit_under(R"(, "pay_factor": 1, "plan_factor": 1)", "30");
  EXPECT_EQ(funded(both_once), euros("24.58"));
  EXPECT_EQ(used_of(both_once), hours(60));
}

TEST(Doubles, go_on_alone_at_the_full_price) {
  auto request = request_under(R"("double_visit": {"allowed": true, "pay_factor": 1})");
  made visit;
  request.messages.add(delivery_of(visit));
  visit.id = "DLV-2";
  visit.caregiver = "C-2";
  visit.end = "2026-05-04T11:00:00";
  request.messages.add(delivery_of(visit));
  EXPECT_EQ(funded(bill(request)), euros("49.16"));  // one hour of the slot, one hour alone
}

TEST(Doubles, that_are_paid_once_are_one_visit_for_a_plan_that_takes_whole_visits) {
  // 09:00–12:00, then 10:00–12:30 of which two hours are shared: of a plan of 4 h one is left, and 2.5 h do not fit.
  const auto billed = [](const std::string& split) {
    auto request = request_under(
        R"("double_visit": {"allowed": true, "pay_factor": 1}, "funding": {"split": ")" + split + "\"}", plan_of("4"));
    made visit;
    visit.end = "2026-05-04T12:00:00";
    request.messages.add(delivery_of(visit));
    visit.id = "DLV-2";
    visit.caregiver = "C-2";
    visit.start = "2026-05-04T10:00:00";
    visit.end = "2026-05-04T12:30:00";
    request.messages.add(delivery_of(visit));
    return bill(request);
  };
  const auto whole = billed("visit");
  EXPECT_EQ(used_of(whole), hours(330));
  EXPECT_EQ(whole.smoothing.at(0).own, hours(180));
  EXPECT_EQ(funded(whole), euros("73.74"));  // 3 h
  const auto by_minutes = billed("minutes");
  EXPECT_EQ(by_minutes.smoothing.at(0).own, hours(240));
  EXPECT_EQ(funded(by_minutes), euros("73.74"));  // the fourth hour is that of the slot, at 0 €/h
}

TEST(Doubles, that_are_cut_at_midnight_are_doubles_on_both_days) {
  // Two caregivers from 23:00, one until 01:00, the other until 01:30: 2 h of the slot and half an hour alone.
  const auto billed = [](const std::string& factors) {
    auto request =
        request_under(R"("attribution": "split_boundaries", "double_visit": {"allowed": true)" + factors + "}");
    made visit;
    visit.start = "2026-05-04T23:00:00";
    visit.end = "2026-05-05T01:00:00";
    request.messages.add(delivery_of(visit));
    visit.id = "DLV-2";
    visit.caregiver = "C-2";
    visit.end = "2026-05-05T01:30:00";
    request.messages.add(delivery_of(visit));
    return bill(request);
  };
  const auto both = billed("");
  EXPECT_EQ(funded(both), euros("110.61"));  // 4.5 h
  EXPECT_EQ(used_of(both), hours(270));
  const auto once_in_the_plan = billed(R"(, "plan_factor": 1)");
  EXPECT_EQ(funded(once_in_the_plan), euros("110.61"));
  EXPECT_EQ(used_of(once_in_the_plan), hours(150));
  const auto paid_once = billed(R"(, "pay_factor": 1)");
  EXPECT_EQ(funded(paid_once), euros("61.45"));  // 2.5 h
  EXPECT_EQ(used_of(paid_once), hours(270));
  ASSERT_EQ(paid_once.unbilled.size(), 1U);
  EXPECT_EQ(paid_once.unbilled[0].amount_at_stake, euros("49.16"));
}

// Two caregivers on one slot from 23:00 of a day until 01:00 of the next.
void add_night(bill_request& request, const std::string& day, const std::string& next) {
  made visit;
  visit.start = day + "T23:00:00";
  visit.end = next + "T01:00:00";
  request.messages.add(delivery_of(visit));
  visit.id = "DLV-2";
  visit.caregiver = "C-2";
  request.messages.add(delivery_of(visit));
}

TEST(Doubles, count_once_on_a_later_day_as_far_as_the_first_was_charged_on_that_day) {
  auto request = request_under(
      R"("attribution": "split_boundaries", "double_visit": {"allowed": true, "plan_factor": 1})", plan_of("1"));
  add_night(request, "2026-05-04", "2026-05-05");
  const auto result = bill(request);
  EXPECT_EQ(funded(result), euros("49.16"));  // an hour of each, before midnight
  EXPECT_EQ(used_of(result), hours(120));
  ASSERT_EQ(result.beneficiary_invoices.size(), 1U);
  EXPECT_EQ(result.beneficiary_invoices[0].total, euros("49.16"));
}

TEST(Doubles, count_once_in_each_week_as_far_as_the_first_was_charged_in_that_week) {
  auto request = request_under(R"("attribution": "split_midnight", "smoothing": {"period": "week"}, )"
                               R"("double_visit": {"allowed": true, "plan_factor": 1})");
  auto order = order_of({});
  order.lines.front().requested_quantity = measure{{5, 1}, "HUR"};
  order.lines.front().requested_period = measure{{1, 0}, "WEE"};
  request.messages = {};
  request.messages.add(order);
  add_night(request, "2026-05-10", "2026-05-11");
  EXPECT_EQ(funded(bill(request)), euros("49.16"));  // half an hour of each on Sunday and on Monday
}

TEST(Doubles, with_a_part_that_may_not_be_billed_are_not_billed_at_all) {
  for (const char* plan_factor : {"1", "2"}) {
    ordered plan;
    plan.provider_rate = "27";
    auto request = request_under(R"("funding": {"price_over_tariff": "forbidden"}, "double_visit": )"
                                 R"({"allowed": true, "pay_factor": 1, "plan_factor": )" +
                                     std::string(plan_factor) + "}",
                                 plan);
    made visit;
    request.messages.add(delivery_of(visit));
    visit.id = "DLV-2";
    visit.caregiver = "C-2";
    visit.start = "2026-05-04T09:30:00";
    visit.end = "2026-05-04T10:30:00";
    request.messages.add(delivery_of(visit));
    const auto result = bill(request);
    EXPECT_EQ(used_of(result), hours(0)) << plan_factor;
    EXPECT_TRUE(result.rates.empty()) << plan_factor;
    ASSERT_EQ(result.unbilled.size(), 2U) << plan_factor;
    for (const auto& each : result.unbilled)
      EXPECT_EQ(each.reason, unbilled_reason::price_over_tariff) << each.delivery;
  }
}

TEST(Doubles, share_elapsed_time_in_the_night_of_a_clock_change) {
  // The second stays from 01:30 to 03:30, which is three hours; of the first 150 min, from 01:30 to 03:00, they share
  // all.
  auto request = request_under(R"("double_visit": {"allowed": true, "pay_factor": 1})");
  request.month = month("2026-10");
  request.as_of = request.month.last_day() + 10;
  made visit;
  visit.start = "2026-10-25T01:30:00";
  visit.end = "2026-10-25T03:00:00";
  visit.issued = "2026-11-02T10:00:00";
  request.messages.add(delivery_of(visit));
  visit.id = "DLV-2";
  visit.caregiver = "C-2";
  visit.end = "2026-10-25T03:30:00";
  request.messages.add(delivery_of(visit));
  const auto result = bill(request);
  EXPECT_EQ(funded(result), euros("73.74"));  // 2.5 h of the slot and 0.5 h alone
  EXPECT_EQ(used_of(result), hours(330));
}

TEST(Doubles, of_a_part_of_the_visit_leave_a_top_up_its_maximum_once) {
  auto request = request_under(R"("double_visit": {"allowed": true, "plan_factor": 1}, "funding": {)"
                               R"("order": ["CD99", "TOP99"], "per_funder": [{"funder": "TOP99", )"
                               R"("nature": "complement", "percent": 50, "max": "1.50"}]})",
                               {.participation = "50"});
  made visit;
  request.messages.add(delivery_of(visit));
  visit.id = "DLV-2";
  visit.caregiver = "C-2";
  visit.start = "2026-05-04T09:30:00";
  visit.end = "2026-05-04T10:30:00";
  request.messages.add(delivery_of(visit));
  money paid;
  for (const auto& invoice : bill(request).invoices) {
    if (invoice.funder == "TOP99") paid += invoice.total;
  }
  EXPECT_EQ(paid, euros("3.00"));
}

TEST(Doubles, that_are_not_billed_at_all_are_listed_once) {
  auto request = request_under(R"("double_visit": {"allowed": true, "pay_factor": 1})");
  ordered plan;
  plan.id = "CMD-2";
  plan.beneficiary = "B-2";
  auto weekly = order_of(plan);  // no rule brings its week to the month
  weekly.lines[0].requested_period = measure{{1, 0}, "WEE"};
  request.messages.add(weekly);
  for (const char* caregiver : {"C-1", "C-2"}) {
    made visit;
    visit.id = caregiver;
    visit.caregiver = caregiver;
    visit.beneficiary = "B-2";
    request.messages.add(delivery_of(visit));
  }
  const auto result = bill(request);
  ASSERT_EQ(result.unbilled.size(), 2U);
  for (const auto& each : result.unbilled)
    EXPECT_EQ(each.reason, unbilled_reason::rule_conflict) << each.delivery;
}

}  // namespace
}  // namespace esppadom::tests
