// Explanations: plan, split, cents and sources of one visit as steps, worked out by hand.
#include "esppadom/bill/explain.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "bill/month.hpp"
#include "bill/one_rule.hpp"
#include "esppadom/bill/visit_funding.hpp"
#include "esppadom/billing/splitter.hpp"

namespace esppadom {
namespace {

// Off, explanations are nothing.
static_assert(std::is_empty_v<detail::no_split_notes>);
static_assert(std::is_empty_v<detail::no_watch>);

constexpr trace_number minutes(std::int64_t count) { return {60 * count, 1}; }

/// Results of all steps with that label, in order.
std::vector<trace_number> results(const explanation& one, const trace_label& label) {
  std::vector<trace_number> out;
  for (const auto& step : one.log.steps()) {
    if (step.label == &label && step.operation != trace_operation::group) out.push_back(step.result);
  }
  return out;
}
std::string share_of(const explanation& one, explained_party party, std::optional<beneficiary_reason> reason = {}) {
  for (const auto& share : one.shares) {
    if (share.party == party && share.reason == reason) return to_string(one.log.result(share.step));
  }
  return "none";
}

/// Visits of so many minutes on days that follow each other, from 4 May 2026.
bill_request visits_of(bill_request request, std::initializer_list<int> lengths) {
  int number = 0;
  for (const int length : lengths) {
    tests::made visit;
    visit.id = "DLV-" + std::to_string(++number);
    const auto start = local_time::at(tests::day("2026-05-03") + number, 9 * 3600);
    visit.start = to_string(start);
    visit.end = to_string(local_time{start.seconds + 60 * length, 0});
    request.messages.add(tests::delivery_of(visit));
  }
  return request;
}

explanation explained(const bill_request& request, std::string_view delivery) {
  const auto all = explain(request, delivery);
  EXPECT_EQ(all.size(), 1U);
  return all.empty() ? explanation{} : all.front();
}

TEST(explain, shows_what_earlier_visits_left_of_the_plan_and_where_the_visit_is_cut) {
  tests::ordered plan;
  plan.hours = "1.5";
  plan.participation = "20";
  const auto request = visits_of(tests::request_under(R"("tariff": {"source": "order"})", plan), {60, 60, 60});

  const auto second = explained(request, "DLV-2");
  EXPECT_EQ(results(second, trace_labels::plan_of_period), std::vector{minutes(90)});
  EXPECT_EQ(results(second, trace_labels::used_before), std::vector{minutes(60)});
  EXPECT_EQ(results(second, trace_labels::available), std::vector{minutes(30)});
  EXPECT_EQ(results(second, trace_labels::taken), std::vector{minutes(30)});
  EXPECT_EQ(results(second, trace_labels::cut_rest), std::vector{minutes(30)});
  EXPECT_EQ(second.log.result(second.time), minutes(60));
  EXPECT_EQ(second.log.result(second.price), (trace_number{1229, 50}));  // 24.58 €
  EXPECT_EQ(share_of(second, explained_party::funder), "1229/125");      // 9.832 €
  EXPECT_EQ(share_of(second, explained_party::beneficiary, beneficiary_reason::participation), "1229/500");
  EXPECT_EQ(share_of(second, explained_party::beneficiary, beneficiary_reason::over_plan), "1229/100");
  EXPECT_EQ(second.log.result(second.check), (trace_number{0, 1}));
  EXPECT_EQ(second.lines.size(), 2U);

  const auto third = explained(request, "DLV-3");
  EXPECT_EQ(results(third, trace_labels::available), (std::vector<trace_number>{{0, 1}}));
  EXPECT_EQ(share_of(third, explained_party::funder), "none");
  EXPECT_EQ(share_of(third, explained_party::beneficiary, beneficiary_reason::over_plan), "1229/50");
}

TEST(explain, shows_hours_left_of_earlier_months) {
  tests::ordered plan;
  plan.hours = "1";
  auto request = tests::request_under(
      R"("smoothing": {"carry": {"enabled": true, "horizon_periods": 5, "order": "own_then_oldest", "may_exceed_ceiling": true}})",
      plan);
  tests::made april;
  april.id = "DLV-0";
  april.start = "2026-04-06T09:00:00";
  april.end = "2026-04-06T09:20:00";
  request.messages.add(tests::delivery_of(april));
  const auto one = explained(visits_of(std::move(request), {90}), "DLV-1");
  EXPECT_EQ(results(one, trace_labels::lot), std::vector{minutes(40)});
  EXPECT_EQ(results(one, trace_labels::available), std::vector{minutes(100)});
  EXPECT_EQ(share_of(one, explained_party::funder), "3687/100");  // 36.87 €
}

TEST(explain, shows_how_a_line_is_brought_to_cents_and_where_the_residual_goes) {
  tests::ordered plan;
  plan.tariff = "25";
  plan.participation = "13.6192";
  const auto request = visits_of(tests::request_under(R"("tariff": {"source": "order"})", plan), {77, 77, 77});
  const auto one = explained(request, "DLV-1");
  ASSERT_EQ(one.lines.size(), 1U);
  const auto& line = one.lines.front();
  EXPECT_EQ(line.visits, 3U);
  EXPECT_EQ(one.log.result(line.time), minutes(231));
  EXPECT_EQ(one.log.result(line.price), (trace_number{385, 4}));  // 96.25 €
  // 96.25 × 86.3808 % = 83.14152 € → 83.14 €; 13.11 € are left, 0.00152 € more than the exact share.
  ASSERT_EQ(line.shares.size(), 2U);
  EXPECT_EQ(one.log.result(line.shares[0].step), (trace_number{4157, 50}));
  EXPECT_EQ(one.log.result(line.shares[1].step), (trace_number{1311, 100}));
  EXPECT_EQ(results(one, trace_labels::residual), (std::vector<trace_number>{{19, 12500}}));
  EXPECT_EQ(line.shares[0].difference, -1);
}

TEST(explain, takes_off_what_earlier_runs_invoiced) {
  auto request = visits_of(tests::request_under(R"("tariff": {"source": "order"})"), {60});
  const auto first = bill(request);
  auto later = tests::request_under(R"("tariff": {"source": "order"})");
  later.before = first.after;
  later.month = later.month + 1;
  tests::made longer;
  longer.end = "2026-05-04T10:30:00";
  longer.issued = "2026-06-20T08:00:00";
  later.messages.add(tests::delivery_of(longer));
  const auto one = explained(later, "DLV-1");
  ASSERT_EQ(one.lines.size(), 1U);
  const auto& share = one.lines.front().shares.front();
  ASSERT_GE(share.difference, 0);
  EXPECT_EQ(one.log.result(share.step), (trace_number{3687, 100}));
  EXPECT_EQ(one.log.result(share.difference), (trace_number{1229, 100}));
}

TEST(explain, names_the_rule_set_of_each_parameter) {
  const auto request = visits_of(
      tests::request_under(R"("duration": {"rounding": {"object": "duration", "step_min": 15, "mode": "nearest"}})"),
      {67});
  const auto one = explained(request, "DLV-1");
  const auto& sources = one.log.sources();
  const auto step = std::find_if(sources.begin(), sources.end(),
                                 [](const auto& each) { return each.second.key == "duration.rounding.step_min"; });
  ASSERT_NE(step, sources.end());
  EXPECT_EQ(step->second.version, 0U);
  EXPECT_EQ(step->second.label, "pas de l'arrondi");
  EXPECT_EQ(one.log.result(one.time), minutes(60));
}

TEST(explain, goes_as_far_as_an_unbilled_visit_came) {
  auto request = visits_of(tests::request_under(R"("tariff": {"source": "order"})"), {60});
  tests::made stray;
  stray.id = "DLV-9";
  stray.line = "NONE";
  stray.service = "OTHER";
  request.messages.add(tests::delivery_of(stray));
  const auto one = explained(request, "DLV-9");
  EXPECT_EQ(one.reason, unbilled_reason::no_order_line);
  EXPECT_TRUE(one.shares.empty());
  ASSERT_EQ(one.unbilled.size(), 1U);
  EXPECT_EQ(one.log.result(one.time), minutes(60));
  EXPECT_TRUE(explain(request, "NOBODY").empty());
}

TEST(explain, bills_what_a_run_without_explanations_bills) {
  tests::dice with(20260501);
  const auto made = tests::random_visits(with, 12);
  auto request = tests::request_for("2026-06");
  for (const auto& each : made.orders)
    request.messages.add(each);
  for (const auto& each : made.deliveries)
    request.messages.add(each);
  const auto plain = bill(request);
  const auto told = bill_and_explain(request, [](std::string_view, std::string_view) { return true; });
  EXPECT_EQ(told.result.after, plain.after);
  EXPECT_EQ(told.result.unbilled, plain.unbilled);
  EXPECT_EQ(told.result.invoices, plain.invoices);
  EXPECT_GE(told.visits.size(), 60U);
  for (const auto& one : told.visits) {
    if (one.check < 0) continue;
    EXPECT_EQ(one.log.result(one.check), (trace_number{0, 1})) << one.delivery;
  }
}

/// Every value of a rule that a step names, with the version that gave it.
bool names_rule(const explanation& one, std::string_view key) {
  return std::any_of(one.log.sources().begin(), one.log.sources().end(), [&](const auto& entry) {
    return entry.second.key == key && entry.second.version == std::uint32_t{0};
  });
}

TEST(explain, shows_what_earlier_visits_left_of_a_volume) {
  const auto request =
      visits_of(tests::request_under(R"("funding": {"per_funder": [{"funder": "CD99", "volume": {"minutes": 150}}]})"),
                {60, 60, 60});
  const auto one = explained(request, "DLV-3");
  EXPECT_TRUE(names_rule(one, "funding.per_funder.volume.minutes"));
  EXPECT_EQ(results(one, trace_labels::volume_used), std::vector{minutes(120)});
  EXPECT_EQ(results(one, trace_labels::volume_left), std::vector{minutes(30)});
  EXPECT_EQ(share_of(one, explained_party::funder), "1229/100");  // half an hour at 24.58

  const auto euros = explained(
      visits_of(tests::request_under(R"("funding": {"per_funder": [{"funder": "CD99", "volume": {"euros": 30}}]})"),
                {60, 60}),
      "DLV-2");
  EXPECT_TRUE(names_rule(euros, "funding.per_funder.volume.euros"));
  EXPECT_EQ(results(euros, trace_labels::euros_left), (std::vector{trace_number{271, 50}}));  // 30.00 - 24.58
}

TEST(explain, shows_what_is_left_under_sub_ceilings) {
  const auto request =
      visits_of(tests::request_under(
                    R"("smoothing": {"sub_ceilings": [{"service": "APA-HR", "max_min": 100, "period": "month"}, )"
                    R"({"service": "APA-HR", "max_min": 80, "period": "week"}]})"),
                {60, 60});  // Monday and Tuesday
  const auto one = explained(request, "DLV-2");
  EXPECT_TRUE(names_rule(one, "smoothing.sub_ceilings"));
  EXPECT_EQ(results(one, trace_labels::sub_ceiling_used), (std::vector{minutes(60), minutes(60)}));
  EXPECT_EQ(results(one, trace_labels::sub_ceiling_left), (std::vector{minutes(40), minutes(20), minutes(20)}));
  EXPECT_EQ(share_of(one, explained_party::funder), "1229/150");  // 20 min of 24.58
}

TEST(explain, shows_what_stands_of_a_visit_that_was_invoiced) {
  tests::ordered plan;
  plan.hours = "2";
  auto request = tests::request_under(R"("smoothing": {"late": "keep_closed"})", plan);
  tests::made visit;
  visit.end = "2026-05-04T10:00:00";
  request.messages.add(tests::delivery_of(visit));
  const auto first = bill(request);
  visit.issued = "2026-06-02T08:00:00";
  visit.end = "2026-05-04T11:30:00";  // 90 min more than the 60 that were invoiced, 60 are left
  auto again = tests::request_under(R"("smoothing": {"late": "keep_closed"})", plan);
  again.messages.add(tests::delivery_of(visit));
  again.before = first.after;
  const auto one = explained(again, "DLV-1");
  EXPECT_EQ(results(one, trace_labels::stands), std::vector{minutes(60)});
  EXPECT_EQ(results(one, trace_labels::asked_more), std::vector{minutes(90)});
  EXPECT_EQ(results(one, trace_labels::left_for_more), std::vector{minutes(60)});
  EXPECT_EQ(results(one, trace_labels::available).back(), minutes(120));
}

TEST(explain, shows_what_was_paid_of_the_first_visit_of_a_double) {
  tests::ordered plan;
  plan.hours = "0.75";
  auto request = tests::request_under(R"("double_visit": {"allowed": true, "plan_factor": 1})", plan);
  tests::made visit;
  request.messages.add(tests::delivery_of(visit));
  visit.id = "DLV-2";
  visit.caregiver = "C-2";
  visit.start = "2026-05-04T09:15:00";  // 45 min of 60 paid of the first, 30 of them after 09:15
  request.messages.add(tests::delivery_of(visit));
  const auto one = explained(request, "DLV-2");
  EXPECT_EQ(results(one, trace_labels::paid_of_first), std::vector{minutes(30)});
  EXPECT_EQ(share_of(one, explained_party::funder), "1229/100");
}

}  // namespace
}  // namespace esppadom
