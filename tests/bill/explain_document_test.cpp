// Explanations of documents: lines, penalties, VAT and advances as steps, worked out by hand.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "bill/month.hpp"
#include "esppadom/bill/explain.hpp"

namespace esppadom {
namespace {

std::string rules_with(std::string_view families) {
  return R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 3, "scope": {"level": "departement",
    "departement": "99"}, )" +
         std::string(families) + "}]}";
}

/// Ten visits of one hour at 20 €, the first three of them created.
bill_request ten_visits(std::string_view families) {
  auto request = tests::request_for("2026-05", tests::rules_from(rules_with(families)));
  tests::ordered plan;
  plan.tariff = "20.00";
  request.messages.add(tests::order_of(plan));
  for (int i = 0; i < 10; ++i) {
    tests::made visit;
    visit.id = "DLV-" + std::to_string(i);
    const auto start = local_time::at(tests::day("2026-05-04") + i, 9 * 3600);
    visit.start = to_string(start);
    visit.end = to_string(local_time{start.seconds + 3600, 0});
    visit.code = i < 3 ? "CRE" : "";
    request.messages.add(tests::delivery_of(visit));
  }
  return request;
}

std::vector<std::string> results(const document_explanation& one, const trace_label& label) {
  std::vector<std::string> out;
  for (const auto& step : one.log.steps()) {
    if (step.label == &label && step.operation != trace_operation::group) out.push_back(to_string(step.result));
  }
  return out;
}
std::string at(const document_explanation& one, std::int32_t step) {
  return step < 0 ? "none" : to_string(one.log.result(step));
}
/// Whether the step is computed from others, and is no given number.
bool is_computed(const document_explanation& one, std::int32_t step) {
  return step >= 0 && one.log.steps()[static_cast<std::size_t>(step)].operation != trace_operation::input;
}

/// Every document of the run, each with the totals that the run gave.
std::vector<document_explanation> explained(const bill_request& request) {
  const auto billed = bill_and_explain(
      request, [](std::string_view, std::string_view) { return false; }, [](std::string_view) { return true; });
  const auto plain = bill(request);
  EXPECT_EQ(billed.result.invoices, plain.invoices);
  EXPECT_EQ(billed.documents.size(), plain.invoices.size());
  for (std::size_t i = 0; i < billed.documents.size(); ++i) {
    const auto& one = billed.documents[i];
    const auto& invoice = plain.invoices[i];
    EXPECT_EQ(one.id, invoice.id);
    EXPECT_EQ(at(one, one.lines), to_string(trace_number_of(invoice.total)));
    EXPECT_EQ(at(one, one.grand_total), to_string(trace_number_of(invoice.grand_total)));
    EXPECT_EQ(at(one, one.due), to_string(trace_number_of(invoice.due)));
    EXPECT_EQ(is_computed(one, one.lines), !invoice.lines.empty());
    for (const auto step : {one.net, one.vat, one.grand_total, one.due})
      EXPECT_TRUE(is_computed(one, step)) << invoice.id << " " << step;
  }
  return billed.documents;
}

TEST(ExplainDocument, a_reduction_follows_rate_threshold_and_coefficient) {
  const auto all = explained(
      ten_visits(R"("correction": {"penalty": "reduction", "threshold_pct": 10, "k": "0.5", "cap_pct": 15})"));
  ASSERT_EQ(all.size(), 1U);
  const auto& one = all.front();
  EXPECT_EQ(results(one, trace_labels::correction_rate), std::vector<std::string>{"3/10"});
  EXPECT_EQ(results(one, trace_labels::excess_rate), std::vector<std::string>{"1/5"});
  EXPECT_EQ(results(one, trace_labels::capped_reduction), std::vector<std::string>{"1/10"});
  EXPECT_EQ(results(one, trace_labels::penalty_base), std::vector<std::string>{"200"});
  EXPECT_EQ(at(one, one.penalties), "-20");
  EXPECT_TRUE(is_computed(one, one.penalties));
  EXPECT_EQ(at(one, one.due), "180");
  bool named = false;
  for (const auto& [step, source] : one.log.sources())
    named = named || (source.key == "correction.threshold_pct" && source.version == 0U);
  EXPECT_TRUE(named);
}

TEST(ExplainDocument, refused_visits_bring_the_rate_to_the_threshold) {
  const auto all = explained(ten_visits(R"("correction": {"penalty": "refuse_excess", "threshold_pct": 10})"));
  ASSERT_EQ(all.size(), 1U);
  const auto& one = all.front();
  EXPECT_EQ(results(one, trace_labels::left_of_corrections), (std::vector<std::string>{"2", "1"}));
  EXPECT_EQ(results(one, trace_labels::beyond_allowed), std::vector<std::string>{"0"});
  EXPECT_EQ(results(one, trace_labels::refused_total), std::vector<std::string>{"40"});
  EXPECT_EQ(at(one, one.penalties), "-40");
  EXPECT_EQ(at(one, one.due), "160");
}

TEST(ExplainDocument, a_rate_is_the_sum_of_what_is_counted_class_by_class) {
  const auto rules = [](std::string_view unit) {
    return R"("correction": {"penalty": "refuse_excess", "threshold_pct": 10, "unit": ")" + std::string(unit) +
           R"(", "code_weights": {"CREATED": 0.5}})";
  };
  const auto visits = explained(ten_visits(rules("by_intervention")));
  ASSERT_EQ(visits.size(), 1U);
  EXPECT_EQ(results(visits[0], trace_labels::visits_of_class),
            (std::vector<std::string>{"7", "3"}));  // stamped, created
  EXPECT_EQ(results(visits[0], trace_labels::rate_denominator), (std::vector<std::string>{"7", "10"}));
  EXPECT_EQ(results(visits[0], trace_labels::corrected_of_class), std::vector<std::string>{"3"});
  EXPECT_EQ(results(visits[0], trace_labels::weighed_of_class), std::vector<std::string>{"3/2"});
  EXPECT_EQ(results(visits[0], trace_labels::rate_numerator), std::vector<std::string>{"3/2"});
  const auto stamps = explained(ten_visits(rules("by_stamp")));
  EXPECT_EQ(results(stamps[0], trace_labels::two_stamps), (std::vector<std::string>{"14", "6"}));
  EXPECT_EQ(results(stamps[0], trace_labels::rate_numerator), std::vector<std::string>{"6"});
  EXPECT_EQ(results(stamps[0], trace_labels::rate_denominator), (std::vector<std::string>{"14", "20"}));
  const auto minutes = explained(ten_visits(rules("by_minutes")));
  EXPECT_EQ(results(minutes[0], trace_labels::corrected_time_of_class), std::vector<std::string>{"10800"});
  EXPECT_EQ(results(minutes[0], trace_labels::rate_denominator), (std::vector<std::string>{"25200", "36000"}));
  for (const auto* all : {&visits, &stamps, &minutes}) {
    for (const auto& step : all->front().log.steps()) {
      const bool is_sum = step.label == &trace_labels::rate_numerator || step.label == &trace_labels::rate_denominator;
      EXPECT_TRUE(!is_sum || step.operation == trace_operation::add);
    }
  }
}

TEST(ExplainDocument, a_tier_is_reached_from_its_rate_on) {
  const auto all = explained(ten_visits(R"("correction": {"penalty": "tiers", "tiers": [
      {"from_pct": 10, "reduction_pct": 2}, {"from_pct": 30, "reduction_pct": 5}, {"from_pct": 31, "reduction_pct": 9}]})"));
  ASSERT_EQ(all.size(), 1U);
  const auto& one = all.front();
  EXPECT_EQ(results(one, trace_labels::tier_reached), (std::vector<std::string>{"1/50", "1/20", "1/20"}));
  EXPECT_EQ(at(one, one.penalties), "-10");
}

TEST(ExplainDocument, a_rate_below_its_threshold_is_told_and_takes_nothing) {
  const auto all = explained(ten_visits(R"("correction": {"penalty": "refuse_excess", "threshold_pct": 30})"));
  ASSERT_EQ(all.size(), 1U);
  const auto& one = all.front();
  EXPECT_EQ(results(one, trace_labels::above_threshold), std::vector<std::string>{"0"});
  EXPECT_EQ(one.penalties, -1);
  EXPECT_EQ(at(one, one.due), "200");
}

TEST(ExplainDocument, a_penalty_withdrawn_stands_against_that_of_earlier_runs) {
  auto request = ten_visits(R"("correction": {"penalty": "refuse_excess", "threshold_pct": 10})");
  const auto before = bill(request).after;
  auto later = tests::request_for("2026-05", request.rules);
  later.before = before;
  tests::made visit;  // the same times, now stamped
  visit.id = "DLV-2";
  visit.start = "2026-05-06T09:00:00";
  visit.end = "2026-05-06T10:00:00";
  visit.issued = "2026-06-05T08:00:00";
  later.messages.add(tests::delivery_of(visit));
  const auto all = explained(later);
  ASSERT_EQ(all.size(), 1U);
  const auto& one = all.front();
  EXPECT_EQ(results(one, trace_labels::penalty_before), std::vector<std::string>{"40"});
  EXPECT_EQ(results(one, trace_labels::penalty_total), std::vector<std::string>{"20"});
  EXPECT_EQ(at(one, one.due), "20");
}

TEST(ExplainDocument, vat_is_taken_out_of_prices_or_comes_on_top) {
  const auto with = explained(ten_visits(R"("invoicing": {"vat_pct": "5.5", "prices_include_tax": true})"));
  ASSERT_EQ(with.size(), 1U);
  EXPECT_EQ(results(with[0], trace_labels::exact_net), std::vector<std::string>{"40000/211"});  // 200 ÷ 1.055
  EXPECT_EQ(at(with[0], with[0].net), "18957/100");
  EXPECT_EQ(at(with[0], with[0].vat), "1043/100");  // 189.57 × 5.5 % = 10.42635
  EXPECT_EQ(at(with[0], with[0].difference), "0");
  const auto on_top = explained(ten_visits(R"("invoicing": {"vat_pct": "5.5", "prices_include_tax": false})"));
  ASSERT_EQ(on_top.size(), 1U);
  EXPECT_EQ(at(on_top[0], on_top[0].net), "200");
  EXPECT_EQ(at(on_top[0], on_top[0].vat), "11");
  EXPECT_EQ(at(on_top[0], on_top[0].due), "211");
  EXPECT_EQ(on_top[0].difference, -1);
}

TEST(ExplainDocument, an_advance_is_recovered_in_parts_and_another_granted) {
  auto request = ten_visits(R"("invoicing": {"advance": {"enabled": true, "pct": 50, "recover": "spread",
                                                         "spread_months": 3}})");
  request.given.advances.push_back({"SAAD-1", "CD99", tests::month("2026-05"), tests::euros("100.00")});
  const auto all = explained(request);
  ASSERT_EQ(all.size(), 1U);
  const auto& one = all.front();
  EXPECT_EQ(results(one, trace_labels::exact_part), std::vector<std::string>{"100/3"});
  EXPECT_EQ(at(one, one.recovered), "1667/50");
  EXPECT_TRUE(is_computed(one, one.recovered));
  EXPECT_EQ(at(one, one.due), "8333/50");
  EXPECT_EQ(results(one, trace_labels::ordered_quantity), std::vector<std::string>{"108000"});
  EXPECT_EQ(results(one, trace_labels::forecast_gross), std::vector<std::string>{"600"});  // 30 h × 20 €
  EXPECT_EQ(results(one, trace_labels::advance_forecast), std::vector<std::string>{"600"});
  for (const auto& step : one.log.steps()) {
    EXPECT_TRUE(step.label != &trace_labels::advance_forecast || step.operation == trace_operation::add);
  }
  EXPECT_EQ(at(one, one.new_advance), "300");
}

TEST(ExplainDocument, a_forecast_is_that_of_the_days_in_force_less_participations) {
  auto request = tests::request_for(
      "2026-05", tests::rules_from(rules_with(R"("smoothing": {"prorata": "daily"}, "invoicing": {"advance":
      {"enabled": true, "pct": 50}}, "funding": {"per_funder": [{"funder": "CD99", "participation":
      {"basis": "accepted_plan", "amount": "136.19"}}]})")));
  tests::ordered plan;
  plan.tariff = "20.00";
  plan.until = "2026-06-10T23:59:59";  // 10 of 30 days: 10 of 30 h
  request.messages.add(tests::order_of(plan));
  tests::made visit;
  visit.end = "2026-05-04T18:00:00";  // 180 €, more than what is taken off
  request.messages.add(tests::delivery_of(visit));
  const auto all = explained(request);
  ASSERT_EQ(all.size(), 1U);
  const auto& one = all.front();
  EXPECT_EQ(results(one, trace_labels::share_of_days), std::vector<std::string>{"1/3"});
  EXPECT_EQ(results(one, trace_labels::forecast_gross), std::vector<std::string>{"200"});
  EXPECT_EQ(results(one, trace_labels::forecast_of_line), std::vector<std::string>{"6381/100"});  // less 136.19
  EXPECT_EQ(results(one, trace_labels::advance_forecast), std::vector<std::string>{"6381/100"});
  EXPECT_EQ(at(one, one.new_advance), "3191/100");  // half of 63.81
}

TEST(ExplainDocument, a_document_that_the_run_does_not_issue_is_not_explained) {
  EXPECT_FALSE(explain_document(ten_visits(R"("invoicing": {})"), "NONE"));
}

}  // namespace
}  // namespace esppadom
