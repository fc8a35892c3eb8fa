// Carried time at the tariff of the period it was granted for, whole grants as pots, and volumes beside plans
// (billing rules reference, section 2c).
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "bill/month.hpp"
#include "bill/plan_hours.hpp"

namespace esppadom::tests {
namespace {

/// A month under a few keys of a rule set.
bill_request month_under(std::string_view billed, const std::string& rules) {
  return request_for(billed, rules_from(R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1,
    "valid_from": "2026-01-01", "valid_to": null, "scope": {"level": "departement", "departement": "99"}, )" +
                                        rules + "}]}"));
}

std::string carried_at(const std::string& tariff_month) {
  return R"("smoothing": {"carry": {"enabled": true, "horizon_periods": 5, "may_exceed_ceiling": true}, )"
         R"("tariff_month": ")" +
         tariff_month + "\"}";
}

/// An order of one month.
ordered of_month(std::string_view which, const std::string& hours, const std::string& tariff) {
  ordered plan;
  plan.id = "CMD-" + std::string(which);
  plan.from = std::string(which) + "-01T00:00:00";
  plan.until = to_string(month(which).last_day()) + "T23:59:59";
  plan.hours = hours;
  plan.tariff = tariff;
  return plan;
}

money of_funder(const bill_result& result, std::string_view funder, std::string_view which) {
  money sum;
  for (const auto& invoice : result.invoices) {
    if (invoice.funder == funder && invoice.month == month(which)) sum += invoice.total;
  }
  return sum;
}

TEST(TariffOfGrant, is_that_of_the_month_whose_hours_are_used) {
  for (const bool of_grant : {false, true}) {
    auto request = month_under("2026-04", carried_at(of_grant ? "grant" : "use"));
    request.messages.add(order_of(of_month("2026-03", "10", "24.00")));
    request.messages.add(order_of(of_month("2026-04", "10", "25.00")));
    request.messages.add(visit_of("2026-03-02T08:00:00", 8));
    request.messages.add(visit_of("2026-04-02T08:00:00", 13));  // 10 h own, 2 h of March, 1 h more
    const auto result = bill(request);
    EXPECT_EQ(funded(result), euros(of_grant ? "490.00" : "492.00"));
    ASSERT_EQ(result.smoothing.size(), 2U);
    EXPECT_EQ(result.smoothing[1].carried, hours(120));
    EXPECT_EQ(result.smoothing[1].excess, hours(60));
    ASSERT_EQ(result.beneficiary_invoices.size(), 1U);
    EXPECT_EQ(result.beneficiary_invoices[0].total, euros("25.00"));
  }
}

// CD99 has 10 h a month at 25 €/h; MUT99 2 h at 20 €/h in March and at 25 €/h in April. The price is 25 €/h.
bill_request with_a_second_funder(const std::string& rules) {
  auto request = month_under("2026-04", rules);
  for (const char* which : {"2026-03", "2026-04"}) {
    for (const char* payer : {"CD99", "MUT99"}) {
      const bool is_first = payer == std::string("CD99");
      auto plan =
          of_month(which, is_first ? "10" : "2", is_first || which == std::string("2026-04") ? "25.00" : "20.00");
      plan.id += payer;
      plan.payer = payer;
      plan.line = is_first ? "PLAN-1" : "PLAN-2";
      plan.provider_rate = "25.00";
      request.messages.add(order_of(plan));
    }
  }
  return request;
}

TEST(TariffOfGrant, holds_for_the_hours_of_a_second_funder) {
  const auto paid = [](const std::string& tariff_month) {
    auto request = with_a_second_funder(carried_at(tariff_month));
    request.messages.add(visit_of("2026-03-02T08:00:00", 10));
    request.messages.add(visit_of("2026-04-02T08:00:00", 14));  // CD99 pays 10 h, MUT99 4 h
    return of_funder(bill(request), "MUT99", "2026-04");
  };
  EXPECT_EQ(paid("use"), euros("100.00"));
  EXPECT_EQ(paid("grant"), euros("90.00"));
}

TEST(TariffOfGrant, holds_where_a_volume_of_the_first_funder_ends_before_its_plan) {
  for (const char* volume : {R"({"minutes": 360})", R"({"euros": "150.00"})"}) {  // 6 h a month
    auto request = with_a_second_funder(carried_at("grant") +
                                        R"(, "funding": {"order": ["CD99", "MUT99"], "per_funder": [{"funder": "CD99",
        "volume": )" + volume + "}]}");
    request.messages.add(visit_of("2026-03-02T08:00:00", 6));
    request.messages.add(visit_of("2026-04-02T08:00:00", 10));  // CD99 pays 6 h, MUT99 2 h of April and 2 h of March
    const auto result = bill(request);
    EXPECT_EQ(of_funder(result, "CD99", "2026-04"), euros("150.00")) << volume;
    EXPECT_EQ(of_funder(result, "MUT99", "2026-04"), euros("90.00")) << volume;
  }
}

TEST(TariffOfGrant, a_visit_of_which_a_lot_may_not_be_billed_is_not_billed_in_part) {
  auto request = month_under("2026-04", carried_at("grant") + R"(, "funding": {"price_over_tariff": "forbidden"})");
  for (const char* which : {"2026-02", "2026-03", "2026-04"}) {
    auto plan = of_month(which, "10", "20.00");
    plan.provider_rate = which == std::string("2026-03") ? "30.00" : "20.00";
    request.messages.add(order_of(plan));
  }
  request.messages.add(visit_of("2026-02-02T08:00:00", 8));
  request.messages.add(visit_of("2026-03-02T08:00:00", 1));  // dearer than the tariff
  request.messages.add(visit_of("2026-04-02T08:00:00", 10));
  request.messages.add(visit_of("2026-04-03T08:00:00", 4));  // 2 h of February, 2 h of March
  request.messages.add(visit_of("2026-04-04T08:00:00", 2));  // 2 h of February
  const auto result = bill(request);
  std::vector<std::string> held;
  for (const auto& row : result.unbilled) {
    EXPECT_EQ(row.reason, unbilled_reason::price_over_tariff);
    held.push_back(row.delivery);
  }
  EXPECT_EQ(held, (std::vector<std::string>{"2026-03-02T08:00:00", "2026-04-03T08:00:00"}));
  EXPECT_EQ(funded(result), euros("400.00"));  // 8 + 10 + 2 h
  EXPECT_EQ(result.smoothing.back().carried, hours(120));
}

TEST(Grants, in_force_at_once_are_pots_of_their_own) {
  // Plan A of 5 h for each of two providers; SAAD-1 has plan B of 4 h from 16 March on. Where SAAD-2 stays with A, its
  // order is the one in force on the last day of A.
  const auto billed = [](bool side_by_side) {
    auto request = month_under(
        "2026-03",
        R"("smoothing": {"period": "grant", "carry": {"enabled": true, "horizon_periods": 5, "across_plans": true,
        "may_exceed_ceiling": true}})");
    const auto add = [&](const char* id, const char* provider, const char* plan, const char* from, const char* until,
                         const char* quantity) {
      auto message = order_of({.id = id,
                               .provider = provider,
                               .from = std::string(from) + "T00:00:00",
                               .hours = quantity,
                               .until = std::string(until) + "T23:59:59"});
      message.lines[0].requested_period.reset();
      message.plan.emplace().id = plan;
      request.messages.add(message);
    };
    add("CMD-1", "SAAD-1", "A", "2026-03-01", "2026-03-15", "5");
    add("CMD-2", "SAAD-2", "A", "2026-03-01", side_by_side ? "2026-03-31" : "2026-03-15", "5");
    add("CMD-3", "SAAD-1", "B", "2026-03-16", "2026-04-30", "4");
    request.messages.add(visit_of("2026-03-02T08:00:00", 3));
    request.messages.add(visit_of("2026-03-17T08:00:00", 6));  // B has 4 h; of A 7 h are left
    if (side_by_side) request.messages.add(visit_of("2026-03-18T08:00:00", 8, "SAAD-2"));  // of A
    return bill(request);
  };
  const auto apart = billed(true);
  ASSERT_EQ(apart.smoothing.size(), 2U);
  EXPECT_EQ(apart.smoothing[0].pool, "CD99/APA/A");
  EXPECT_EQ(apart.smoothing[0].own, hours(300));
  EXPECT_EQ(apart.smoothing[0].excess, hours(360));
  EXPECT_EQ(apart.smoothing[1].pool, "CD99/APA/B");
  EXPECT_EQ(apart.smoothing[1].own, hours(240));
  EXPECT_EQ(apart.smoothing[1].excess, hours(120));

  const auto in_turn = billed(false);  // B follows A, whose rest it may use
  ASSERT_EQ(in_turn.smoothing.size(), 2U);
  EXPECT_EQ(in_turn.smoothing[1].pool, "CD99/APA");
  EXPECT_EQ(in_turn.smoothing[1].own, hours(240));
  EXPECT_EQ(in_turn.smoothing[1].carried, hours(120));
  EXPECT_EQ(in_turn.smoothing[1].excess, hours(0));
}

TEST(Volumes, in_euros_that_end_week_after_week_stay_within_what_can_be_computed) {
  auto request = month_under("2026-06", R"("funding": {"per_funder": [{"funder": "CD99",
      "volume": {"euros": "90.01", "period": "week"},
      "participation": {"basis": "per_hour_amount", "amount": "1.7531"}}]})");
  ordered plan = plan_of("100");
  plan.tariff = "24.5819";
  request.messages.add(order_of(plan));
  for (int number = 1; number <= 30; ++number) {
    made visit;
    visit.id = "DLV-" + std::to_string(number);
    const auto start = local_time::at(month("2026-06").first_day() + (number - 1), 8 * 3600);
    visit.start = to_string(start);
    visit.end = to_string(local_time{start.seconds + 3600 + 7 * number, 0});
    request.messages.add(delivery_of(visit));
  }
  const auto result = bill(request);
  EXPECT_TRUE(result.unbilled.empty());
  // Four weeks of 90.01 €, and 2 h 6 min 53 s of the fifth at 22.8288 €/h.
  EXPECT_EQ(funded(result), euros("408.32"));
}

}  // namespace
}  // namespace esppadom::tests
