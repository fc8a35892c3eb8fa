// Penalties end to end: amounts of their own on the documents of the month, minutes and plans untouched (2e).
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "month.hpp"

namespace esppadom::tests {
namespace {

std::string rules_with(std::string_view correction, std::string_view more = "") {
  return R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1, "scope": {"level": "departement",
    "departement": "99"}, "correction": {)" +
         std::string(correction) + "}" + std::string(more) + "}]}";
}

/// Ten visits of one hour at 20 €, the first `corrected` of them created; ids and days ascend.
bill_request ten_visits(int corrected, std::string_view rules, const ordered& plan = {}) {
  auto request = request_for("2026-05", rules_from(rules));
  auto line = plan;
  line.tariff = "20.00";
  request.messages.add(order_of(line));
  for (int i = 0; i < 10; ++i) {
    made visit;
    visit.id = "DLV-" + std::to_string(i);
    const auto day = "2026-05-" + std::string(i < 6 ? "0" : "") + std::to_string(4 + i);
    visit.start = day + "T09:00:00";
    visit.end = day + "T10:00:00";
    visit.code = i < corrected ? "CRE" : "";
    request.messages.add(delivery_of(visit));
  }
  return request;
}

TEST(Penalties, refused_visits_are_an_amount_of_their_own_and_stay_in_the_rate) {
  const auto request = ten_visits(3, rules_with(R"("penalty": "refuse_excess", "threshold_pct": 10)"));
  const auto result = bill(request);
  ASSERT_EQ(result.invoices.size(), 1u);
  const auto& invoice = result.invoices[0];
  EXPECT_EQ(invoice.total, euros("200.00"));
  EXPECT_EQ(invoice.due, euros("160.00"));
  ASSERT_EQ(invoice.adjustments.size(), 1u);
  EXPECT_EQ(invoice.adjustments[0].amount, euros("-40.00"));
  EXPECT_EQ(invoice.lines[0].billed_seconds, exact_duration(duration::of_hours(10)));
  ASSERT_EQ(result.penalties.size(), 1u);
  const auto& row = result.penalties[0];
  EXPECT_EQ(row.refused, (std::vector<std::string>{"DLV-1", "DLV-2"}));  // the latest
  EXPECT_EQ(row.numerator, 3);
  EXPECT_EQ(row.denominator, 10);
  EXPECT_EQ(row.rate_pct, "30.00");
  EXPECT_EQ(row.amount, euros("40.00"));
  ASSERT_EQ(result.smoothing.size(), 1u);
  EXPECT_EQ(result.smoothing[0].used, exact_duration(duration::of_hours(10)));
  ASSERT_EQ(result.messages.size(), 1u);
  const auto& message = result.messages[0];
  EXPECT_EQ(message.line_total.value, euros("200.00"));
  EXPECT_EQ(message.allowance_total->value, euros("40.00"));
  EXPECT_EQ(message.due_payable.value, euros("160.00"));

  auto again = request;
  again.before = result.after;
  EXPECT_TRUE(bill(again).invoices.empty());
}

/// A created visit of `ten_visits` at the same times, now stamped: no line changes, the penalty does.
made stamped_again() {
  made visit;
  visit.id = "DLV-2";
  visit.start = "2026-05-06T09:00:00";
  visit.end = "2026-05-06T10:00:00";
  visit.issued = "2026-06-05T08:00:00";
  return visit;
}

TEST(Penalties, a_reduction_follows_the_rate_when_a_correction_is_withdrawn) {
  const auto rules = rules_with(R"("penalty": "reduction", "threshold_pct": 10, "k": "0.5")");
  auto request = ten_visits(3, rules);
  const auto first = bill(request);
  ASSERT_EQ(first.invoices.size(), 1u);
  EXPECT_EQ(first.invoices[0].due, euros("180.00"));  // 0.5 × (30 % − 10 %) = 10 % of 200
  ASSERT_EQ(first.penalties.size(), 1u);
  EXPECT_EQ(first.penalties[0].reduction_pct, parse_percentage("10").value());

  auto later = request_for("2026-05", rules_from(rules));
  auto visit = stamped_again();
  later.messages.add(delivery_of(visit));
  later.before = first.after;
  const auto second = bill(later);
  ASSERT_EQ(second.invoices.size(), 1u);
  EXPECT_EQ(second.invoices[0].type, document_type::complementary);
  EXPECT_TRUE(second.invoices[0].lines.empty());
  EXPECT_EQ(second.invoices[0].due, euros("10.00"));
  EXPECT_EQ(second.messages[0].charge_total->value, euros("10.00"));
  EXPECT_EQ(second.messages[0].lines.size(), 1u);

  visit.code = "CRE";
  visit.issued = "2026-06-06T08:00:00";
  auto last = request_for("2026-05", rules_from(rules));
  last.messages.add(delivery_of(visit));
  last.before = second.after;
  const auto third = bill(last);
  ASSERT_EQ(third.invoices.size(), 1u);
  EXPECT_EQ(third.invoices[0].type, document_type::credit_note);
  EXPECT_EQ(third.invoices[0].due, euros("10.00"));
}

TEST(Penalties, the_unit_decides_and_an_alert_takes_nothing_off) {
  EXPECT_EQ(bill(ten_visits(1, rules_with(R"("penalty": "refuse_excess", "threshold_pct": 10)"))).invoices[0].due,
            euros("200.00"));
  const auto alert = bill(ten_visits(3, rules_with(R"("penalty": "alert", "threshold_pct": 8)")));
  EXPECT_EQ(alert.invoices[0].due, euros("200.00"));
  EXPECT_TRUE(std::any_of(alert.found.items().begin(), alert.found.items().end(),
                          [](const finding& one) { return one.code() == "ESP-BIL-100"; }));
  const auto bonus = bill(ten_visits(0, rules_with(R"("penalty": "bonus", "threshold_pct": 8)")));
  EXPECT_EQ(bonus.invoices[0].due, euros("200.00"));
  EXPECT_TRUE(std::any_of(bonus.found.items().begin(), bonus.found.items().end(),
                          [](const finding& one) { return one.code() == "ESP-BIL-101"; }));
}

TEST(Penalties, a_quarter_is_judged_with_its_last_month) {
  const auto rules = rules_with(R"("penalty": "refuse_excess", "threshold_pct": 10, "scope": "provider_quarter")");
  const auto may = bill(ten_visits(3, rules));
  EXPECT_EQ(may.invoices[0].due, euros("200.00"));
  EXPECT_TRUE(may.penalties.empty());
  auto june = request_for("2026-06", rules_from(rules));
  made visit;
  visit.id = "DLV-J";
  visit.start = "2026-06-02T09:00:00";
  visit.end = "2026-06-02T10:00:00";
  visit.issued = "2026-07-01T08:00:00";
  june.messages.add(delivery_of(visit));
  june.before = may.after;
  const auto result = bill(june);
  ASSERT_EQ(result.penalties.size(), 1u);
  EXPECT_EQ(result.penalties[0].numerator, 3);
  EXPECT_EQ(result.penalties[0].denominator, 11);
  EXPECT_EQ(result.penalties[0].amount, euros("40.00"));  // at most 1 of 11 may stay
  ASSERT_EQ(result.invoices.size(), 2u);                  // 20 asked, 40 refused: an invoice never falls below 0
  EXPECT_EQ(result.invoices[0].due, euros("20.00"));
  EXPECT_EQ(result.invoices[1].type, document_type::credit_note);
  EXPECT_EQ(result.invoices[1].due, euros("40.00"));
}

TEST(Penalties, worker_and_beneficiary_are_judged_apart) {
  for (const auto* scope : {"worker_month", "beneficiary_month"}) {
    auto request = ten_visits(3, rules_with(R"("penalty": "reduction", "threshold_pct": 10, "k": 1, "scope": ")" +
                                            std::string(scope) + "\""));
    ordered other;
    other.id = "CMD-2";
    other.beneficiary = "B-2";
    other.line = "PLAN-2";
    other.tariff = "20.00";
    request.messages.add(order_of(other));
    made visit;
    visit.id = "DLV-X";
    visit.beneficiary = "B-2";
    visit.caregiver = "C-2";
    visit.line = "PLAN-2";
    request.messages.add(delivery_of(visit));
    const auto result = bill(request);
    ASSERT_EQ(result.penalties.size(), 1u) << scope;
    EXPECT_EQ(result.penalties[0].group, std::string(scope) == "worker_month" ? "C-1" : "B-1");
    EXPECT_EQ(result.penalties[0].base, euros("200.00"));
    EXPECT_EQ(result.penalties[0].amount, euros("40.00"));  // 30 % − 10 % of 200, not of 220
    EXPECT_EQ(result.invoices[0].total, euros("220.00"));
  }
}

TEST(Penalties, undocumented_corrections_are_refused_until_they_are_documented) {
  const auto rules = rules_with(R"("undocumented": "refuse")", R"(, "stamps": {"reason_required": ["CREATED"]})");
  const auto first = bill(ten_visits(2, rules));
  EXPECT_EQ(first.invoices[0].due, euros("160.00"));
  EXPECT_EQ(first.penalties[0].undocumented, (std::vector<std::string>{"DLV-0", "DLV-1"}));
  auto later = request_for("2026-05", rules_from(rules));
  later.given.corrections.push_back({"DLV-0", "badge oublié", "responsable"});
  later.before = first.after;
  const auto second = bill(later);
  ASSERT_EQ(second.invoices.size(), 1u);
  EXPECT_EQ(second.invoices[0].due, euros("20.00"));
}

TEST(Penalties, have_the_vat_of_the_lines_also_when_they_are_given_back_on_a_document_of_their_own) {
  for (const auto& [included, asked, given_back] :
       {std::tuple{"false", "216.00", "12.00"}, std::tuple{"true", "180.00", "10.00"}}) {
    const auto rules =
        rules_with(R"("penalty": "reduction", "threshold_pct": 10, "k": "0.5")",
                   R"(, "invoicing": {"vat_pct": 20, "prices_include_tax": )" + std::string(included) + "}");
    const auto first = bill(ten_visits(3, rules));
    EXPECT_EQ(first.invoices.at(0).due, euros(asked)) << included;  // 200 − 20, and 20 % on top or inside
    auto later = request_for("2026-05", rules_from(rules));
    later.messages.add(delivery_of(stamped_again()));
    later.before = first.after;
    const auto second = bill(later);
    ASSERT_EQ(second.invoices.size(), 1u);
    EXPECT_EQ(second.invoices[0].due, euros(given_back)) << included;
    ASSERT_EQ(second.invoices[0].taxes.size(), 1u) << included;
    EXPECT_EQ(second.invoices[0].taxes[0].basis + second.invoices[0].taxes[0].amount, euros(given_back));
  }
}

/// May and June: an hour of May, a created night of two hours in each month, and two hours of June; 20 € an hour.
std::pair<bill_result, bill_result> over_two_months(std::string_view attribution, const std::string& hours) {
  const auto rules = rules_with(R"("penalty": "refuse_excess", "threshold_pct": 10)",
                                R"(, "attribution": ")" + std::string(attribution) + "\"");
  auto may = request_for("2026-05", rules_from(rules));
  ordered plan;
  plan.tariff = "20.00";
  plan.hours = hours;
  may.messages.add(order_of(plan));
  may.messages.add(delivery_of({}));
  made night;
  night.id = "DLV-N";
  night.start = "2026-05-31T22:00:00";
  night.end = "2026-06-01T02:00:00";
  night.code = "CRE";
  may.messages.add(delivery_of(night));
  auto first = bill(may);
  auto june = request_for("2026-06", rules_from(rules));
  made visit;
  visit.id = "DLV-J";
  visit.start = "2026-06-02T09:00:00";
  visit.end = "2026-06-02T11:00:00";
  visit.issued = "2026-07-01T08:00:00";
  june.messages.add(delivery_of(visit));
  june.before = first.after;
  auto second = bill(june);
  return {std::move(first), std::move(second)};
}

TEST(Penalties, refuse_a_visit_over_two_months_with_its_part_in_the_second) {
  for (const auto* attribution : {"split_midnight", "split_boundaries"}) {
    const auto [may, june] = over_two_months(attribution, "30");
    ASSERT_EQ(may.invoices.size(), 1u);
    EXPECT_EQ(may.invoices[0].due, euros("20.00")) << attribution;  // 60 less the 40 of the night in May
    ASSERT_EQ(june.invoices.size(), 2u) << attribution;
    EXPECT_EQ(june.invoices[0].type, document_type::credit_note);  // the rate is that of May
    EXPECT_EQ(june.invoices[0].month, month("2026-05"));
    EXPECT_EQ(june.invoices[0].due, euros("40.00")) << attribution;
    EXPECT_EQ(june.invoices[1].due, euros("80.00")) << attribution;
  }
}

TEST(Penalties, a_visit_is_in_the_rate_of_the_month_in_which_a_part_is_on_an_invoice) {
  for (const auto* attribution : {"split_midnight", "split_boundaries"}) {
    const auto [may, june] = over_two_months(attribution, "1");  // the plan of May is used up before the night
    ASSERT_EQ(may.penalties.size(), 1u);
    EXPECT_EQ(may.penalties[0].denominator, 1) << attribution;
    ASSERT_EQ(june.penalties.size(), 1u) << attribution;
    EXPECT_EQ(june.penalties[0].refused, std::vector<std::string>{"DLV-N"}) << attribution;
    EXPECT_EQ(june.invoices.at(0).due, euros("0.00")) << attribution;
  }
}

TEST(Penalties, keys_that_do_not_go_together_are_refused) {
  for (const auto* bad : {R"("penalty": "alert")", R"("penalty": "reduction", "threshold_pct": 8)",
                          R"("penalty": "tiers")", R"("k": 1)", R"("tiers": [{"from_pct": 8, "reduction_pct": 2}])"}) {
    findings found;
    EXPECT_FALSE(load_rule_book(rules_with(bad), found).has_value()) << bad;
  }
}

}  // namespace
}  // namespace esppadom::tests
