// What a beneficiary leaves to pay, through the whole of `bill`: by percentage, by the hour, fixed for the month.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "esppadom/billing/funding_findings.hpp"
#include "month.hpp"

namespace esppadom::tests {
namespace {

std::string book_with(std::string_view funding) {
  return R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1, "valid_from": "2026-01-01",
  "valid_to": null, "scope": {"level": "departement", "departement": "99"}, )" +
         std::string(funding) + "}]}";
}

std::string participation(std::string_view rules) {
  return book_with(R"("funding": {"per_funder": [{"funder": "CD99", "participation": )" + std::string(rules) + "}]}");
}

allowance_charge participation_of(std::string_view amount, bool by_hour) {
  allowance_charge part;
  part.amount = esppadom::amount{euros(amount), "EUR"};
  if (by_hour) part.basis_quantity = measure{{1, 0}, "HUR"};
  part.reason_code.value = "PARTICIPATION";
  return part;
}

/// Visits of two hours on the first days of May 2026 (Friday 1 May is a holiday).
void add_visits(bill_request& request, int count, std::string_view provider = "SAAD-1",
                std::string_view line = "PLAN-1") {
  for (int day = 1; day <= count; ++day) {
    made visit;
    visit.id = std::string(provider) + "-" + std::to_string(day);
    visit.provider = provider;
    visit.line = line;
    visit.start = "2026-05-0" + std::to_string(day) + "T09:00:00";
    visit.end = "2026-05-0" + std::to_string(day) + "T11:00:00";
    request.messages.add(delivery_of(visit));
  }
}

money invoiced(const bill_result& result, std::string_view provider = "SAAD-1") {
  money sum;
  for (const auto& each : result.invoices) {
    if (each.provider == provider) sum += each.total;
  }
  return sum;
}

money owed(const bill_result& result, std::string_view provider = "SAAD-1") {
  money sum;
  for (const auto& each : result.beneficiary_invoices) {
    if (each.provider == provider) sum += each.total;
  }
  return sum;
}

std::ptrdiff_t told(const bill_result& result, const finding_kind& kind) {
  return std::count_if(result.found.items().begin(), result.found.items().end(),
                       [&](const finding& one) { return one.kind == &kind; });
}

TEST(FixedParticipation, is_taken_once_a_month_off_the_lines_of_the_funder) {
  auto request = request_for("2026-05", rules_from(participation(R"({"basis": "accepted_plan", "amount": 136.19})")));
  request.messages.add(order_of({}));
  add_visits(request, 9);  // 18 h × 24.58 = 442.44
  const auto result = bill(request);
  EXPECT_EQ(invoiced(result), euros("306.25"));
  EXPECT_EQ(owed(result), euros("136.19"));
  ASSERT_EQ(result.beneficiary_invoices.size(), 1u);
  ASSERT_EQ(result.beneficiary_invoices[0].lines.size(), 1u);
  EXPECT_EQ(result.beneficiary_invoices[0].lines[0].reason, "PARTICIPATION");
  const auto& line = result.invoices.at(0).lines.at(0);
  EXPECT_EQ(line.gross, euros("442.44"));
  EXPECT_EQ(line.participation, euros("136.19"));

  request.before = result.after;
  const auto again = bill(request);
  EXPECT_TRUE(again.invoices.empty());
  EXPECT_TRUE(again.beneficiary_invoices.empty());
}

TEST(FixedParticipation, comes_from_the_national_scale_too) {
  auto request = request_for("2026-05", rules_from(participation(R"({"basis": "accepted_plan", "rate": "national_apa",
      "inputs": {"resources": 1500, "couple": false, "gir": 3, "accepted_plan": 1000}})")));
  request.messages.add(order_of({}));
  add_visits(request, 9);
  const auto result = bill(request);
  EXPECT_EQ(invoiced(result), euros("306.25"));
  EXPECT_EQ(owed(result), euros("136.19"));
}

TEST(FixedParticipation, takes_no_more_than_the_shares_and_says_so) {
  auto request = request_for("2026-05", rules_from(participation(R"({"basis": "accepted_plan", "amount": 136.19})")));
  request.messages.add(order_of({}));
  add_visits(request, 2);  // 98.32
  const auto result = bill(request);
  EXPECT_EQ(invoiced(result), money());
  EXPECT_EQ(owed(result), euros("98.32"));
  EXPECT_EQ(told(result, bil_participation_above_shares), 1);
}

TEST(FixedParticipation, of_two_providers_is_that_of_each_order) {
  auto request = request_for("2026-05");
  for (const auto& [provider, amount] : {std::pair("SAAD-1", "30.00"), std::pair("SAAD-2", "20.00")}) {
    ordered given;
    given.id = std::string("CMD-") + provider;
    given.line = std::string("PLAN-") + provider;
    given.provider = provider;
    auto plan = order_of(given);
    plan.order_amounts.push_back(participation_of(amount, false));
    request.messages.add(plan);
    add_visits(request, 3, provider, given.line);  // 147.48
  }
  const auto result = bill(request);
  EXPECT_EQ(invoiced(result, "SAAD-1"), euros("117.48"));
  EXPECT_EQ(owed(result, "SAAD-1"), euros("30.00"));
  EXPECT_EQ(invoiced(result, "SAAD-2"), euros("127.48"));
  EXPECT_EQ(owed(result, "SAAD-2"), euros("20.00"));
}

TEST(FixedParticipation, of_an_order_that_ends_in_the_month_counts_whole_unless_prorated) {
  auto request = request_for("2026-05");
  ordered given;
  given.from = "2026-05-01T00:00:00";
  given.until = "2026-05-10T23:59:59";
  auto plan = order_of(given);
  plan.order_amounts.push_back(participation_of("31.00", false));
  request.messages.add(plan);
  add_visits(request, 3);
  const auto result = bill(request);
  EXPECT_EQ(owed(result), euros("31.00"));
}

TEST(FixedParticipation, counts_by_days_where_the_plan_does) {
  auto request = request_for("2026-05", rules_from(book_with(R"("smoothing": {"prorata": "daily"})")));
  ordered given;
  given.from = "2026-05-01T00:00:00";
  given.until = "2026-05-10T23:59:59";
  auto plan = order_of(given);
  plan.order_amounts.push_back(participation_of("31.00", false));
  request.messages.add(plan);
  add_visits(request, 3);
  EXPECT_EQ(owed(bill(request)), euros("10.00"));  // 31.00 × 10/31
}

TEST(FixedParticipation, of_a_late_visit_moves_to_it_what_the_first_could_not_bear) {
  const auto rules = rules_from(participation(R"({"basis": "accepted_plan", "amount": 136.19})"));
  auto request = request_for("2026-05", rules);
  request.messages.add(order_of({}));
  add_visits(request, 2);
  const auto first = bill(request);
  auto late = request_for("2026-05", rules);
  late.before = first.after;
  add_visits(late, 9);
  const auto second = bill(late);
  auto at_once = request_for("2026-05", rules);
  at_once.messages.add(order_of({}));
  add_visits(at_once, 9);
  EXPECT_EQ(cumulated(second.after), cumulated(bill(at_once).after));  // I15
  EXPECT_EQ(owed(second), euros("37.87"));                             // 136.19 − 98.32
}

TEST(HourlyParticipation, is_an_amount_of_every_hour) {
  for (const bool of_order : {false, true}) {
    auto request =
        of_order ? request_for("2026-05")
                 : request_for("2026-05", rules_from(participation(R"({"basis": "per_hour_amount", "amount": 2.5})")));
    auto plan = order_of({});
    if (of_order) plan.lines[0].amounts.push_back(participation_of("2.50", true));
    request.messages.add(plan);
    add_visits(request, 2);
    const auto result = bill(request);
    EXPECT_EQ(invoiced(result), euros("88.32"));
    EXPECT_EQ(owed(result), euros("10.00"));
  }
}

TEST(HourlyParticipation, that_differs_between_order_and_rules_is_told) {
  auto request = request_for("2026-05", rules_from(participation(R"({"basis": "per_hour_amount", "amount": 2.4})")));
  auto plan = order_of({});
  plan.lines[0].amounts.push_back(participation_of("2.50", true));
  request.messages.add(plan);
  add_visits(request, 2);
  const auto result = bill(request);
  EXPECT_EQ(told(result, bil_order_and_rules_differ), 1);
  EXPECT_EQ(owed(result), euros("10.00"));  // tariff.source: the order
}

TEST(Participation, that_cannot_be_read_holds_the_visits) {
  for (const int what : {0, 1, 2}) {
    auto request = request_for("2026-05");
    auto plan = order_of({});
    auto given = participation_of("2.50", false);
    if (what == 0) given.basis_quantity = measure{{1, 0}, "DAY"};
    if (what == 1) given.basis_quantity = measure{{7, 0}, "HUR"};  // 0.357142… an hour
    plan.lines[0].amounts.push_back(given);
    if (what == 2) plan.order_amounts.push_back(given);
    request.messages.add(plan);
    add_visits(request, 1);
    const auto result = bill(request);
    EXPECT_TRUE(result.invoices.empty());
    ASSERT_EQ(result.unbilled.size(), 1u);
    EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::rule_conflict);
    EXPECT_EQ(told(result, bil_participation_unreadable), 1);
  }
}

TEST(NationalRate, unrounded_is_rounded_once_with_the_line) {
  const auto rules = [](std::string_view more) {
    return rules_from(participation(R"({"rate": "national_apa", "inputs": {"resources": 1500, "couple": false,
        "gir": 3, "accepted_plan": 1000})" +
                                    std::string(more) + "}"));
  };
  const auto billed_under = [](rule_book book) {
    auto request = request_for("2026-05", std::move(book));
    ordered given;
    given.tariff = "25.00";
    given.hours = "744";
    request.messages.add(order_of(given));
    for (int day = 1; day <= 31; ++day) {
      made visit;
      visit.id = "D-" + std::to_string(day);
      const auto start = local_time::at(month("2026-05").first_day() + (day - 1));
      visit.start = to_string(start);
      visit.end = to_string(local_time{start.seconds + 86'400, 0});
      request.messages.add(delivery_of(visit));
    }
    return invoiced(bill(request));
  };
  EXPECT_EQ(billed_under(rules("")), euros("16066.84"));
  EXPECT_EQ(billed_under(rules(R"(, "rate_scale": 6, "rate_rounding": "half_up")")), euros("16066.83"));
}

}  // namespace
}  // namespace esppadom::tests
