// Who pays how much of a month, and to whom: volumes by period, durations by funder, ways of payment, cancelled visits.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "bill/one_rule.hpp"
#include "month.hpp"

namespace esppadom::tests {
namespace {

rule_book book_with(std::string_view funding, std::string_view more_sets = "") {
  return rules_from(R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1, "valid_from": "2026-01-01",
  "valid_to": null, "scope": {"level": "departement", "departement": "99"}, "funding": )" +
                    std::string(funding) + "}" + std::string(more_sets) + "]}");
}

void add_visit(bill_request& request, std::string_view date, int hours = 2, int minutes = 0) {
  made visit;
  visit.id = "D-" + std::string(date);
  const auto start = at(std::string(date) + "T09:00:00");
  visit.start = to_string(start);
  visit.end = to_string(local_time{start.seconds + hours * 3600 + minutes * 60, 0});
  request.messages.add(delivery_of(visit));
}

std::int64_t hours_of(const bill_result& result, std::string_view funder = "CD99") {
  std::int64_t seconds = 0;
  for (const auto& invoice : result.invoices) {
    if (invoice.funder != funder) continue;
    for (const auto& line : invoice.lines)
      seconds += line.billed_seconds.whole_seconds().value().seconds;
  }
  return seconds / 60;
}

TEST(FunderVolume, of_a_week_begins_again_on_monday) {
  auto request = request_for("2026-05", book_with(R"({"per_funder": [{"funder": "CD99",
      "volume": {"minutes": 150, "period": "week"}}]})"));
  request.messages.add(order_of({}));
  add_visit(request, "2026-05-04");  // Monday: 120 min
  add_visit(request, "2026-05-10");  // Sunday: 30 min are left
  add_visit(request, "2026-05-11");  // Monday: 120 min
  EXPECT_EQ(hours_of(bill(request)), 270);
}

TEST(FunderVolume, of_a_quarter_a_semester_or_a_year_lasts_over_months) {
  const auto billed = [](std::string_view period) {
    auto request = request_for("2026-07", book_with(R"({"per_funder": [{"funder": "CD99",
        "volume": {"minutes": 150, "period": ")" + std::string(period) +
                                                    R"("}}]})"));
    request.messages.add(order_of({}));
    for (const char* date : {"2026-01-31", "2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01"})
      add_visit(request, date);
    return hours_of(bill(request));
  };
  EXPECT_EQ(billed("month"), 600);
  EXPECT_EQ(billed("quarter"), 150 + 150 + 120);
  EXPECT_EQ(billed("semester"), 150 + 120);
  EXPECT_EQ(billed("year"), 150);
  EXPECT_EQ(billed("grant"), 150);
}

TEST(DurationFrom, each_bounds_a_funder_by_the_minutes_of_its_own_rules) {
  constexpr std::string_view own = R"(, {"id": "mut", "version": 1, "valid_from": "2026-01-01", "valid_to": null,
      "scope": {"level": "funder", "funder": "MUT-7"}, "duration": {"max_billable_min": 20}})";
  for (const bool each : {true, false}) {
    auto request = request_for(
        "2026-05", book_with(each ? R"({"duration_from": "each"})" : R"({"duration_from": "first_funder"})", own));
    ordered first;
    first.hours = "1";
    request.messages.add(order_of(first));
    ordered second;
    second.id = "CMD-2";
    second.line = "PLAN-2";
    second.payer = "MUT-7";
    request.messages.add(order_of(second));
    add_visit(request, "2026-05-04", 1, 40);
    const auto result = bill(request);
    EXPECT_EQ(hours_of(result, "CD99"), 60);
    EXPECT_EQ(hours_of(result, "MUT-7"), each ? 20 : 40);
  }
}

std::vector<std::string> reasons_of(const bill_result& result) {
  std::vector<std::string> reasons;
  for (const auto& invoice : result.beneficiary_invoices) {
    for (const auto& line : invoice.lines)
      reasons.push_back(line.reason + " " + to_string(line.amount));
  }
  std::sort(reasons.begin(), reasons.end());
  return reasons;
}

TEST(PlanInEuros, of_a_funder_with_rates_by_the_day_is_worth_its_weekday) {
  ordered plan;
  plan.hours = "1";
  plan.tariff = "20.00";
  plan.provider_rate = "30.00";
  for (const auto& [rate, funded] : {std::pair{"26.00", "26.00"}, {"18.00", "18.00"}}) {
    const std::string rules =
        R"("smoothing": {"unit": "euros"}, "funding": {"per_funder": [{"funder": "CD99", "rates": {"weekday": ")";
    auto request = request_under(rules + rate + "\"}}]}", plan);
    made visit;
    visit.end = "2026-05-04T11:00:00";
    request.messages.add(delivery_of(visit));
    EXPECT_EQ(total_of(bill(request), document_type::main), euros(funded)) << rate;
  }
}

TEST(PaymentChannel, to_the_beneficiary_asks_them_for_the_whole_price) {
  auto request = request_for("2026-05", book_with(R"({"payment_channel": "beneficiary"})"));
  ordered given;
  given.participation = "20";
  request.messages.add(order_of(given));
  add_visit(request, "2026-05-04");  // 49.16
  const auto result = bill(request);
  EXPECT_TRUE(result.invoices.empty());
  EXPECT_EQ(reasons_of(result), (std::vector<std::string>{"FUNDER_SHARE 39.33", "PARTICIPATION 9.83"}));
  ASSERT_EQ(result.payments.size(), 1u);
  EXPECT_EQ(result.payments[0].funder, "CD99");
  EXPECT_EQ(result.payments[0].beneficiary, "B-1");
  EXPECT_EQ(result.payments[0].channel, payment_channel::beneficiary);
  EXPECT_EQ(result.payments[0].amount, euros("39.33"));
  EXPECT_EQ(result.payments[0].face_value, money());

  request.before = result.after;
  const auto again = bill(request);
  EXPECT_TRUE(again.payments.empty());
  EXPECT_TRUE(again.beneficiary_invoices.empty());
}

TEST(PaymentChannel, by_vouchers_gives_their_face_value_with_the_participation) {
  auto request = request_for("2026-05", book_with(R"({"payment_channel": "cesu_prefinance"})"));
  ordered given;
  given.participation = "20";
  given.provider_rate = "26.00";
  auto plan = order_of(given);
  plan.lines[0].care_mode = code{"EMPLOI_DIRECT", {}, {}};
  request.messages.add(plan);
  add_visit(request, "2026-05-04");  // price 52.00, funder 39.328
  const auto result = bill(request);
  EXPECT_TRUE(result.invoices.empty());
  EXPECT_EQ(reasons_of(result), (std::vector<std::string>{"CESU 39.33", "OVER_TARIFF 2.84", "PARTICIPATION 9.83"}));
  ASSERT_EQ(result.payments.size(), 1u);
  EXPECT_EQ(result.payments[0].amount, euros("39.33"));
  EXPECT_EQ(result.payments[0].face_value, euros("49.16"));  // 2 h × 24.58
  EXPECT_EQ(result.payments[0].care_mode, "EMPLOI_DIRECT");

  const cesu_voucher hour = cesu_of_hour(unit_price::from_cents(2458), percentage::from_percent(20));
  EXPECT_EQ(to_string(hour.face_value), "1229/50");
  EXPECT_EQ(to_string(hour.prefinanced), "2458/125");
}

TEST(PaymentChannel, vouchers_hold_the_share_and_the_participation_and_nothing_else) {
  const auto paid = [](const std::string& funding, std::string_view participation, std::string_view hours) {
    auto request = request_for("2026-05", book_with(R"({"payment_channel": "cesu_prefinance", )" + funding + "}"));
    ordered given;
    given.participation = participation;
    given.provider_rate = "26.00";
    given.hours = hours;
    request.messages.add(order_of(given));
    add_visit(request, "2026-05-10");  // a Sunday, 52.00 without surcharge
    std::vector<std::string> values;
    for (const auto& row : bill(request).payments)
      values.push_back(row.funder + " " + to_string(row.amount) + " " + to_string(row.face_value));
    return values;
  };
  using texts = std::vector<std::string>;
  EXPECT_EQ(paid(R"("surcharges": {"percent": {"sunday": 25}})", "20", "20"), texts{"CD99 39.33 49.16"})
      << "surcharge and price above the tariff are the beneficiary's, outside the vouchers";
  EXPECT_EQ(paid(R"("price_over_tariff": "provider")", "20", "20"), texts{"CD99 39.33 49.16"});
  const std::string fixed =
      R"("per_funder": [{"funder": "FIX99", "nature": "fixed", "volume": {"euros": 10}}], "order": )";
  EXPECT_EQ(paid(fixed + R"(["CD99", "FIX99"])", "0", "1"), (texts{"CD99 24.58 24.58", "FIX99 10.00 10.00"}))
      << "what is above the plan is in no voucher";
  const std::string top_up = R"("per_funder": [{"funder": "TOP99", "nature": "complement", "percent": 25}], "order": )";
  EXPECT_EQ(paid(top_up + R"(["CD99", "TOP99"])", "20", "20"), (texts{"CD99 39.33 45.99", "TOP99 3.17 3.17"}))
      << "the top-up pays 3.17 of the participation of 9.83; what is left of it is in the vouchers of one funder";
}

TEST(PaymentChannel, that_changes_gives_the_invoice_back) {
  auto request = request_for("2026-05");
  request.messages.add(order_of({}));
  add_visit(request, "2026-05-04");
  const auto first = bill(request);
  EXPECT_EQ(total_of(first, document_type::main), euros("49.16"));
  auto later = request_for("2026-05", book_with(R"({"payment_channel": "beneficiary"})"));
  later.before = first.after;
  const auto second = bill(later);
  EXPECT_EQ(total_of(second, document_type::credit_note), euros("49.16"));
  ASSERT_EQ(second.payments.size(), 1u);
  EXPECT_EQ(second.payments[0].amount, euros("49.16"));
}

TEST(CancelledVisit, of_the_caregiver_is_nobodys_unless_a_condition_bills_it) {
  const cancelled_rules rules{cancelled_bill_to::beneficiary, 24};
  cancellation event;
  event.initiative = cancellation_initiative::caregiver;
  event.announced_at = at("2026-05-01T09:00:00");
  const auto start = at("2026-05-10T09:00:00");
  EXPECT_EQ(cancelled_to(rules, event, start), cancelled_bill_to::none);
  EXPECT_EQ(caregiver_is_paid(event), std::nullopt);
  event.condition = cancellation_condition::billed_paid;
  EXPECT_EQ(cancelled_to(rules, event, start), cancelled_bill_to::beneficiary) << "no notice of the beneficiary's";
  EXPECT_EQ(caregiver_is_paid(event), true);
  event.initiative = cancellation_initiative::beneficiary;
  EXPECT_EQ(cancelled_to(rules, event, start), cancelled_bill_to::none) << "announced long before";
  event.condition = cancellation_condition::unbilled_unpaid;
  EXPECT_EQ(caregiver_is_paid(event), false);
}

TEST(SurchargeOfOrderLine, stands_where_the_rules_say_nothing_and_meets_a_0_that_they_give) {
  const auto billed = [](std::string_view source, std::string_view percents) {
    const auto rules = R"("tariff": {"source": ")" + std::string(source) +
                       R"("}, "funding": {"surcharges": {"percent": )" + std::string(percents) + "}}";
    auto plan = order_of({});
    allowance_charge surcharge;
    surcharge.is_charge = true;
    surcharge.percent = percentage::from_percent(20);
    surcharge.reason_code.value = "SUNDAY";
    plan.lines[0].amounts.push_back(surcharge);
    auto request = request_for("2026-05", book_under(rules));
    request.messages.add(plan);
    add_visit(request, "2026-05-10");  // a Sunday, 49.16 without surcharge
    const auto result = bill(request);
    money total;
    for (const auto& each : result.invoices)
      total += each.total;
    for (const auto& each : result.beneficiary_invoices)
      total += each.total;
    return to_string(total) + (of_kind(result, bil_order_and_rules_differ).empty() ? "" : " told");
  };
  EXPECT_EQ(billed("order", "{}"), "58.99");
  EXPECT_EQ(billed("rule_book", "{}"), "58.99");
  EXPECT_EQ(billed("rule_book", R"({"sunday": null})"), "58.99");
  EXPECT_EQ(billed("rule_book", R"({"sunday": 20})"), "58.99");
  EXPECT_EQ(billed("order", R"({"sunday": 0})"), "58.99 told");
  EXPECT_EQ(billed("rule_book", R"({"sunday": 0})"), "49.16 told");
  EXPECT_EQ(billed("rule_book", R"({"saturday": 0})"), "58.99");
}

TEST(DayRates, leave_the_funder_the_surcharges_for_which_it_has_no_rate) {
  // Sunday 20 % and custom 12 % add up; the rate of Sundays contains the first alone.
  const auto paid = [](const std::string& rates) {
    auto request = request_for("2026-05", book_with(R"({"surcharges": {"policy": "sum", "bearer": "funder",
        "percent": {"sunday": 20, "custom": 12}, "custom_window": {"from": "00:00", "to": "24:00"}},
        "per_funder": [{"funder": "CD99", "rates": {)" +
                                                    rates + "}}]}"));
    request.messages.add(order_of({}));
    add_visit(request, "2026-05-10", 1);
    return total_of(bill(request), document_type::main);
  };
  EXPECT_EQ(paid(R"("sunday": "28.50")"), euros("31.92"));    // 28.50 × 1.12
  EXPECT_EQ(paid(R"("saturday": "28.50")"), euros("32.45"));  // 24.58 × 1.32
}

}  // namespace
}  // namespace esppadom::tests
