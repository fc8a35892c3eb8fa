// Special cases as a whole bill sees them: payable shares, monthly totals, caps, quotas, proofs, overseas
// zones.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "bill/one_rule.hpp"
#include "bill/plan_hours.hpp"
#include "esppadom/billing/stamp_findings.hpp"
#include "esppadom/rules/findings.hpp"

namespace esppadom::tests {
namespace {

TEST(PayableShare, of_a_visit_that_did_not_take_place_is_that_of_its_reason) {
  const auto run = [](const std::string& shares, const std::string& reason) {
    auto request = request_under("\"payable_share_pct\": {" + shares + "}");
    request.messages.add(delivery_of({}));
    request.given.payable_reasons.push_back({"DLV-1", reason});
    return bill(request);
  };
  const auto half = run(R"("BENEFICIARY_ABSENT": 50)", "BENEFICIARY_ABSENT");
  EXPECT_EQ(funded(half), euros("12.29"));
  EXPECT_EQ(used_of(half), hours(60));
  EXPECT_EQ(of_kind(half, bil_payable_share).size(), 1U);
  EXPECT_EQ(funded(run(R"("WAITING": 100)", "WAITING")), euros("24.58"));

  const auto nothing = run(R"("CARE_REFUSED": 0)", "CARE_REFUSED");
  EXPECT_EQ(funded(nothing), euros("0.00"));
  EXPECT_EQ(used_of(nothing), hours(60));
  for (const auto& reason : {"WAITING", "SNOW"}) {
    const auto unknown = run(R"("CARE_REFUSED": 0)", reason);
    ASSERT_EQ(unknown.unbilled.size(), 1U);
    EXPECT_EQ(unknown.unbilled[0].reason, unbilled_reason::payable_share_missing);
    EXPECT_EQ(unknown.unbilled[0].amount_at_stake, euros("24.58"));
    EXPECT_EQ(of_kind(unknown, bil_no_payable_share).size(), 1U);
  }
}

delivery total_of_may(const std::string& quantity, const std::string& unit = "HUR",
                      const std::string& end = "2026-05-31T23:59:59") {
  made given;
  given.id = "DLV-MAY";
  given.start = "2026-05-01T00:00:00";
  given.end = end;
  given.stamped = false;
  auto message = delivery_of(given);
  message.lines[0].billed_quantity = measure{parse_decimal(quantity).value(), unit};
  return message;
}

TEST(PayableShare, of_nothing_is_listed_where_the_plan_rejects_it) {
  auto request =
      request_under(R"("smoothing": {"overflow": "reject"}, "payable_share_pct": {"CARE_REFUSED": 0})", plan_of("0.5"));
  request.messages.add(delivery_of({}));
  request.given.payable_reasons.push_back({"DLV-1", "CARE_REFUSED"});
  const auto result = bill(request);
  ASSERT_EQ(result.unbilled.size(), 1U);  // the half hour above the plan
  EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::over_plan);
  EXPECT_EQ(result.unbilled[0].amount_at_stake, money());
}

TEST(MonthlyTotal, is_billed_by_its_quantity_and_stays_out_of_the_rates) {
  const std::string rules =
      R"("declarative": {"mode": "monthly"}, "funding": {"surcharges": {"percent": {"public_holiday": 50}}})";
  auto request = request_under(rules);
  request.messages.add(total_of_may("20.5"));
  const auto result = bill(request);
  EXPECT_TRUE(result.unbilled.empty());
  EXPECT_EQ(funded(result), euros("503.89"));  // 20.5 × 24.58, no surcharge of 1 May
  EXPECT_EQ(used_of(result), hours(1230));
  EXPECT_TRUE(result.rates.empty());

  request = request_under(rules);
  request.messages.add(total_of_may("90", "MIN", "2026-06-01T00:00:00"));
  EXPECT_EQ(funded(bill(request)), euros("36.87"));
}

TEST(MonthlyTotal, beside_visits_of_the_same_caregiver_is_no_conflict) {
  auto request = request_under(R"("declarative": {"mode": "monthly"})");
  request.messages.add(total_of_may("10"));
  request.messages.add(delivery_of({}));
  made elsewhere;
  elsewhere.id = "DLV-9";
  elsewhere.beneficiary = "B-2";
  request.messages.add(delivery_of(elsewhere));
  const auto result = bill(request);
  EXPECT_TRUE(of_kind(result, bil_same_visit_two_ids).empty());
  EXPECT_EQ(funded(result), euros("270.38"));
  EXPECT_EQ(of_kind(result, bil_caregiver_conflict).size(), 1U);  // of the two visits only
}

TEST(MonthlyTotal, needs_a_rule_set_that_lets_months_be_declared) {
  auto request = request_under(R"("declarative": {"mode": "per_visit"})");
  request.messages.add(total_of_may("20.5"));
  EXPECT_EQ(bill(request).unbilled.size(), 1U);
  request = request_under(R"("declarative": {"mode": "monthly", "price_pct": 90})");
  request.messages.add(total_of_may("10"));
  EXPECT_EQ(funded(bill(request)), euros("221.22"));
}

TEST(Declared, visits_need_a_proof_where_the_rule_set_asks_for_one) {
  auto request = request_under(R"("declarative": {"mode": "per_visit", "proof_required": true})");
  made visit;
  visit.stamped = false;
  request.messages.add(delivery_of(visit));
  const auto without = bill(request);
  ASSERT_EQ(without.unbilled.size(), 1U);
  EXPECT_EQ(without.unbilled[0].reason, unbilled_reason::proof_missing);
  EXPECT_EQ(of_kind(without, bil_proof_missing).size(), 1U);
  request.given.proofs.push_back({"DLV-1", "SHEET-7"});
  EXPECT_EQ(funded(bill(request)), euros("24.58"));
}

TEST(Declared, visits_above_the_quota_are_an_alert) {
  const auto run = [](const std::string& quota) {
    auto request = request_under("\"declarative\": {\"mode\": \"per_visit\", \"quota_pct\": " + quota + "}");
    for (int i = 0; i < 4; ++i) {
      made visit;
      visit.id = "DLV-" + std::to_string(i);
      visit.start = "2026-05-0" + std::to_string(4 + i) + "T09:00:00";
      visit.end = "2026-05-0" + std::to_string(4 + i) + "T10:00:00";
      visit.stamped = i != 0;
      request.messages.add(delivery_of(visit));
    }
    return of_kind(bill(request), bil_declarative_quota);
  };
  EXPECT_TRUE(run("25").empty());
  const auto told = run("24.99");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].arguments, (std::vector<std::string>{"1", "4", "SAAD-1", "2026-05", "24.99"}));
}

// Three visits of an hour, each with 15 extra minutes.
void add_extra_minutes(bill_request& request) {
  for (int i = 0; i < 3; ++i) {
    made visit;
    visit.code = "MDT";
    visit.id = "DLV-" + std::to_string(i);
    visit.start = "2026-05-0" + std::to_string(4 + i) + "T09:00:00";
    visit.end = "2026-05-0" + std::to_string(4 + i) + "T10:00:00";
    request.messages.add(delivery_of(visit));
    request.given.extra_minutes.push_back({visit.id, 15, "R", "A"});
  }
}

TEST(ExtraMinutes, above_the_cap_of_the_month_do_not_count) {
  auto request = request_under(R"("extra_minutes": {"allowed": true, "code": "MDT", "bearer": "funder", )"
                               R"("monthly_cap_min": 20})");
  add_extra_minutes(request);
  const auto result = bill(request);
  EXPECT_EQ(used_of(result), hours(200));
  const auto told = of_kind(result, bil_extra_minutes_cap);
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].arguments, (std::vector<std::string>{"10", "20"}));
  EXPECT_EQ(told[1].arguments, (std::vector<std::string>{"15", "20"}));
}

TEST(ExtraMinutes, beside_a_plan_in_euros_leave_its_euros_to_the_others) {
  auto request = request_under(R"("smoothing": {"unit": "euros"}, "extra_minutes": {"allowed": true, "code": "MDT", )"
                               R"("bearer": "funder", "counts_in_plan": false})",
                               plan_of("1.5"));  // 36.87 €
  add_extra_minutes(request);
  const auto result = bill(request);
  EXPECT_EQ(funded(result), euros("49.16"));  // the plan, and 15 minutes beside it of the two visits that it pays
  ASSERT_TRUE(result.smoothing.at(0).euros);
  EXPECT_EQ(result.smoothing.at(0).euros->own, euros("36.87"));
  ASSERT_EQ(result.beneficiary_invoices.size(), 1U);
  EXPECT_EQ(result.beneficiary_invoices[0].total, euros("43.02"));  // 1.75 h
}

TEST(ExtraMinutes, of_a_cancelled_visit_are_the_beneficiarys_unless_the_provider_bears_them) {
  const auto owed = [](const std::string& bearer) {
    auto request = request_under(R"("extra_minutes": {"allowed": true, "code": "MDT", "bearer": ")" + bearer +
                                 R"("}, "funding": {"cancelled": {"bill_to": "beneficiary"}})");
    add_extra_minutes(request);
    for (const auto& visit : request.given.extra_minutes)
      request.given.cancellations.emplace_back().delivery_id = visit.delivery_id;
    const auto result = bill(request);
    EXPECT_TRUE(result.invoices.empty());
    return result.beneficiary_invoices.at(0).total;
  };
  EXPECT_EQ(owed("funder"), euros("92.18"));  // 3 h 45
  EXPECT_EQ(owed("beneficiary"), euros("92.18"));
  EXPECT_EQ(owed("provider"), euros("73.74"));  // 3 h
}

TEST(ExtraMinutes, the_cap_goes_on_over_an_order_that_supersedes_another) {
  ordered first;
  first.until = "2026-05-15T23:59:59";
  auto request = request_under(
      R"("extra_minutes": {"allowed": true, "code": "MDT", "bearer": "funder", "monthly_cap_min": 20})", first);
  request.messages.add(order_of({.id = "CMD-2", .from = "2026-05-16T00:00:00"}));  // the same line
  for (const char* day : {"2026-05-04", "2026-05-20"}) {
    made visit;
    visit.code = "MDT";
    visit.id = day;
    visit.start = std::string(day) + "T09:00:00";
    visit.end = std::string(day) + "T10:00:00";
    request.messages.add(delivery_of(visit));
    request.given.extra_minutes.push_back({visit.id, 15, "R", "A"});
  }
  const auto result = bill(request);
  EXPECT_EQ(used_of(result), exact_duration(duration::of_minutes(140)));
  const auto told = of_kind(result, bil_extra_minutes_cap);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].arguments, (std::vector<std::string>{"10", "20"}));
}

TEST(ExtraMinutes, count_on_visits_with_the_code_that_the_producer_names) {
  auto request = request_under(R"("extra_minutes": {"allowed": true, "code": "MDT", "bearer": "funder"})");
  request.messages.add(delivery_of({.id = "DLV-1", .code = "MDT"}));
  request.messages.add(delivery_of({.id = "DLV-2", .start = "2026-05-05T09:00:00", .end = "2026-05-05T10:00:00"}));
  for (const char* id : {"DLV-1", "DLV-2"})
    request.given.extra_minutes.push_back({id, 15, "R", "A"});
  const auto result = bill(request);
  EXPECT_EQ(used_of(result), exact_duration(duration::of_minutes(135)));
  EXPECT_EQ(of_kind(result, bil_extra_minutes).size(), 1U);
}

TEST(Incompatible, reasons_that_are_not_accepted_are_told) {
  auto request = request_under(R"("incompatible": {"reasons": ["NO_LINE"], "duration_source": "declared"})");
  request.messages.add(delivery_of({}));
  request.given.incompatible_periods.push_back({"B-1", day("2026-05-01"), std::nullopt, "D-12", "OTHER"});
  const auto result = bill(request);
  EXPECT_EQ(of_kind(result, bil_incompatible_reason).size(), 1U);
  EXPECT_TRUE(result.unbilled.empty());
  request.given.incompatible_periods[0].reason = "NO_LINE";
  EXPECT_TRUE(of_kind(bill(request), bil_incompatible_reason).empty());
}

// Thirty meals a month at 8.20 € each, ordered beside hours of care; `count` of them are delivered.
bill_request meals(const std::string& count, const std::string& unit = "C62",
                   const std::string& rules = R"("tariff": {"unit": "each"})") {
  auto request = request_for(
      "2026-05",
      rules_from(R"({"id": "dep-99", "rule_sets": [{"id": "meals", "version": 1, "valid_from": "2026-01-01", )"
                 R"("valid_to": null, "scope": {"level": "service", "departement": "99", )"
                 R"("service": "REPAS"}, )" +
                 rules + "}]}"));
  request.messages.add(order_of({}));
  ordered plan;
  plan.id = "CMD-2";
  plan.line = "REPAS-1";
  plan.service = "REPAS";
  plan.tariff = "8.20";
  plan.participation = "25";
  auto order = order_of(plan);
  order.lines[0].requested_quantity = measure{{30, 0}, "C62"};
  request.messages.add(order);
  made given;
  given.id = "DLV-MEALS";
  given.line = "REPAS-1";
  given.service = "REPAS";
  given.stamped = false;
  auto message = delivery_of(given);
  message.lines[0].billed_quantity = measure{parse_decimal(count).value(), unit};
  request.messages.add(message);
  return request;
}

TEST(Units, are_billed_by_number_times_price_and_count_in_their_own_plan) {
  const auto result = bill(meals("12"));
  EXPECT_TRUE(result.unbilled.empty());
  EXPECT_EQ(funded(result), euros("73.80"));  // 12 × 8.20 less 25 %
  EXPECT_TRUE(result.rates.empty());
  ASSERT_EQ(result.smoothing.size(), 1U);
  EXPECT_EQ(result.smoothing[0].unit, "C62");
  ASSERT_EQ(result.invoices.size(), 1U);
  const auto& line = result.invoices[0].lines.at(0);
  EXPECT_EQ(line.unit, "C62");
  EXPECT_EQ(line.units, (decimal{12, 0}));
  EXPECT_EQ(line.billed_seconds, exact_duration());
  const auto& message = result.messages.at(0).lines.at(0);
  EXPECT_EQ(message.billed_quantity.unit_code, "C62");
  EXPECT_EQ(message.billed_quantity.value, (decimal{12, 0}));
  EXPECT_EQ(message.tariff_basis->unit_code, "C62");
  EXPECT_EQ(summarise(result).hours.used, exact_duration());
}

TEST(Units, above_their_plan_are_the_beneficiarys) {
  const auto result = bill(meals("31"));
  EXPECT_EQ(funded(result), euros("184.50"));  // 30 × 8.20 × 75 %
  ASSERT_EQ(result.beneficiary_invoices.size(), 1U);
  EXPECT_EQ(result.beneficiary_invoices[0].total, euros("69.70"));  // 30 × 8.20 × 25 % and one meal
}

TEST(Units, are_not_rounded_and_need_no_whole_number) {
  const auto result = bill(meals(
      "1.17", "C62",
      R"("tariff": {"unit": "each"}, "duration": {"rounding": {"object": "duration", "step_min": 60, "mode": "up"}})"));
  EXPECT_EQ(funded(result), euros("7.20"));  // 1.17 × 8.20 × 75 % = 7.1955
}

TEST(Units, that_do_not_go_with_tariff_or_plan_are_listed) {
  for (const auto& [unit, rules] :
       {std::pair{"C62", R"("tariff": {"unit": "hour"})"}, std::pair{"HUR", R"("tariff": {"unit": "each"})"},
        std::pair{"DAY", R"("tariff": {"unit": "each"})"}}) {
    const auto result = bill(meals("12", unit, rules));
    ASSERT_EQ(result.unbilled.size(), 1U) << unit;
    EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::unit_not_supported);
    EXPECT_EQ(of_kind(result, bil_unit_mismatch).size(), 1U);
    EXPECT_TRUE(result.invoices.empty());
  }
}

TEST(Units, billed_again_emit_nothing) {
  auto request = meals("12");
  auto first = bill(request);
  request.before = first.after;
  EXPECT_TRUE(bill(request).invoices.empty());
}

TEST(Overseas, nights_have_no_clock_change) {
  const auto run = [](const std::string& zone) {
    auto request = request_for("2026-03", {});
    request = request_under("\"timezone\": \"" + zone + "\"");
    request.month = month("2026-03");
    made night;
    night.start = "2026-03-28T22:00:00";
    night.end = "2026-03-29T06:00:00";
    request.messages.add(delivery_of(night));
    return funded(bill(request));
  };
  EXPECT_EQ(run("Europe/Paris"), euros("172.06"));    // 7 h
  EXPECT_EQ(run("Indian/Reunion"), euros("196.64"));  // 8 h
  EXPECT_EQ(run("America/Cayenne"), euros("196.64"));
}

TEST(Overseas, zones_with_clock_changes_of_their_own_are_refused_by_name) {
  for (const char* zone : {"America/Miquelon", "Europe/Brussels", "europe/paris", ""}) {
    findings found;
    const auto book = load_rule_book(R"({"rule_set": {"id": "Z", "version": 1, "valid_from": "2026-01-01", )"
                                     R"("scope": {"level": "departement", "departement": "99"}, "timezone": ")" +
                                         std::string(zone) + "\"}}",
                                     found);
    EXPECT_FALSE(book.has_value()) << zone;
    ASSERT_FALSE(found.items().empty());
    EXPECT_EQ(found.items()[0].kind, &rul_unknown_timezone);
  }
}

TEST(Incompatible, visits_that_the_rates_count_are_classified_as_all_others) {
  const auto corrected = [](const std::string& by, bool by_exclusion) {
    const std::string counted =
        by_exclusion ? R"("correction": {"exclude": [], "classify_by": ")" : R"("correction": {"classify_by": ")";
    auto request = request_under(R"("incompatible": {"duration_source": "declared", "in_rates": )" +
                                 std::string(by_exclusion ? "false" : "true") + "}, " + counted + by + "\"}");
    made visit;
    visit.stamped = false;
    request.messages.add(delivery_of(visit));
    incompatible_period period;
    period.beneficiary = "B-1";
    period.from = day("2026-01-01");
    period.decision_ref = "D-1";
    request.given.incompatible_periods.push_back(period);
    return bill(request).rates.at(0).tally.corrected;
  };
  for (const bool by_exclusion : {false, true}) {
    EXPECT_EQ(corrected("code", by_exclusion), 0);
    EXPECT_EQ(corrected("evidence", by_exclusion), 1);
    EXPECT_EQ(corrected("worst", by_exclusion), 1);
  }
}

}  // namespace
}  // namespace esppadom::tests
