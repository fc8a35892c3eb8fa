// Pools end to end: periods, prorations, units, plans that follow each other (billing rules reference, section 2c).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "billing/vector_reader.hpp"
#include "month.hpp"

namespace esppadom::tests {
namespace {

using vectors::json;
using vectors::rational;

std::string text(const json& from, std::string_view key, std::string otherwise) {
  json value;
  return from[key].get(value) == simdjson::SUCCESS ? vectors::text_of(value) : otherwise;
}

rule_book book_of(std::string_view smoothing) {
  return rules_from(R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1, "valid_from": "2026-01-01",
    "valid_to": null, "scope": {"level": "departement", "departement": "99"}, "smoothing": )" +
                    std::string(smoothing) + "}]}");
}

std::optional<measure> period_of(const std::string& per) {
  if (per.empty()) return std::nullopt;
  const auto blank = per.find(' ');
  if (blank == std::string::npos) return measure{{1, 0}, per};
  return measure{parse_decimal(per.substr(0, blank)).value(), per.substr(blank + 1)};
}

bill_request request_of(const json& input) {
  auto request = request_for(std::string_view(input["billed"]), book_of(simdjson::to_string(json(input["rules"]))));
  int number = 0;
  for (const json each : simdjson::dom::array(input["orders"])) {
    ordered plan;
    plan.id = "CMD-" + std::to_string(++number);
    plan.issued = "2025-12-0" + std::to_string(number) + "T09:00:00";
    plan.from = text(each, "from", "") + "T00:00:00";
    if (const auto until = text(each, "until", ""); !until.empty()) plan.until = until + "T23:59:59";
    plan.hours = text(each, "hours", "");
    plan.tariff = text(each, "tariff", text(input, "tariff", "24.58"));
    plan.participation = text(input, "participation", "");
    auto message = order_of(plan);
    message.lines[0].requested_period = period_of(text(each, "per", "MON"));
    if (const auto id = text(each, "plan", ""); !id.empty()) message.plan.emplace().id = id;
    request.messages.add(message);
  }
  json list;
  if (input["absences"].get(list) == simdjson::SUCCESS) {
    for (const json each : simdjson::dom::array(list))
      request.given.absences.push_back(
          {"B-1", day(std::string_view(each.at(0))), day(std::string_view(each.at(1))), std::nullopt});
  }
  number = 0;
  for (const json each : simdjson::dom::array(input["visits"])) {
    made visit;
    visit.id = "DLV-" + std::to_string(++number);
    const auto start = local_time::at(day(std::string_view(each.at(0))), 8 * 3600);
    visit.start = to_string(start);
    visit.end = to_string(local_time{start.seconds + 3600 * std::int64_t(each.at(1)), 0});
    request.messages.add(delivery_of(visit));
  }
  return request;
}

rational minutes(const exact_duration& time) { return vectors::to_rational(time) / 60; }

void expect_euros(const smoothing_euros& row, const json& expected) {
  const std::map<std::string_view, money> amounts = {{"plan", row.plan},       {"used", row.used},
                                                     {"own", row.own},         {"carried", row.carried},
                                                     {"advance", row.advance}, {"excess", row.excess}};
  for (const auto [key, value] : simdjson::dom::object(expected))
    EXPECT_EQ(to_string(amounts.at(key)), std::string_view(value)) << key;
}

void expect_row(const smoothing_row& row, const json& expected) {
  EXPECT_EQ(row.period.value_or(to_string(row.month)), std::string_view(expected["period"]));
  const auto expect = [&](std::string_view key, const exact_duration& time) {
    json value;
    const rational wanted =
        expected[key].get(value) == simdjson::SUCCESS ? vectors::to_rational(std::string_view(value)) : rational(0);
    EXPECT_EQ(minutes(time), wanted) << key;
  };
  if (row.plan_seconds) expect("plan", *row.plan_seconds);
  expect("own", row.own);
  expect("carried", row.carried);
  expect("excess", row.excess);
  json euros;
  ASSERT_EQ(row.euros.has_value(), expected["euros"].get(euros) == simdjson::SUCCESS);
  if (row.euros) expect_euros(*row.euros, euros);
}

/// Every visit is on lines for all its time, or listed; shares make the price.
void expect_whole(const bill_request& request, const bill_result& result) {
  std::map<std::string, exact_duration> on_lines;
  for (const auto& part : result.after.beneficiaries) {
    std::map<std::tuple<std::string, std::string, std::string>, exact_duration> by_line;
    for (const auto& line : part.lines) {
      EXPECT_EQ(line.gross,
                line.reason.empty() ? line.share + line.other_funders + line.beneficiary_share : line.gross);
    }
  }
  EXPECT_TRUE(bill([&] {
                auto again = request;
                again.before = result.after;
                return again;
              }())
                  .invoices.empty());
}

TEST(smoothing, counts_plans_over_periods_in_time_or_euros) {
  vectors::for_each_case("smoothing_month.json", [](const json& input, const json& expected) {
    const auto request = request_of(input);
    const auto result = bill(request);
    const auto rows = simdjson::dom::array(expected["rows"]);
    ASSERT_EQ(result.smoothing.size(), rows.size());
    std::size_t at = 0;
    for (const json row : rows) {
      SCOPED_TRACE(at);
      expect_row(result.smoothing[at++], row);
    }
    std::size_t unbilled = 0;
    if (std::uint64_t count = 0; expected["unbilled"].get(count) == simdjson::SUCCESS) unbilled = count;
    EXPECT_EQ(result.unbilled.size(), unbilled);
    json findings_wanted;
    if (expected["findings"].get(findings_wanted) == simdjson::SUCCESS) {
      for (const json code : simdjson::dom::array(findings_wanted)) {
        EXPECT_TRUE(std::any_of(result.found.items().begin(), result.found.items().end(), [&](const auto& one) {
          return one.kind->code == std::string_view(code);
        })) << std::string_view(code);
      }
    }
    expect_whole(request, result);
  });
}

// -- which lines share a pool -----------------------------------------------------------------------------------------

/// Two providers with one plan each, 10 h and 10 h; the first performs 14 h, the second 4 h.
bill_request two_providers(std::string_view smoothing) {
  auto request = request_for("2026-03", book_of(smoothing));
  for (const char* provider : {"SAAD-1", "SAAD-2"}) {
    ordered plan;
    plan.id = std::string("CMD-") + provider;
    plan.line = std::string("L-") + provider;
    plan.provider = provider;
    plan.hours = "10";
    request.messages.add(order_of(plan));
    made visit;
    visit.id = std::string("DLV-") + provider;
    visit.provider = provider;
    visit.caregiver = std::string("C-") + provider;
    visit.line = plan.line;
    visit.start = provider == std::string("SAAD-1") ? "2026-03-02T06:00:00" : "2026-03-04T08:00:00";
    visit.end = provider == std::string("SAAD-1") ? "2026-03-02T20:00:00" : "2026-03-04T12:00:00";
    request.messages.add(delivery_of(visit));
  }
  return request;
}

TEST(smoothing, one_plan_of_two_providers_is_one_pool_or_one_each) {
  const auto shared = bill(two_providers("{}"));
  ASSERT_EQ(shared.smoothing.size(), 1u);
  EXPECT_EQ(minutes(shared.smoothing[0].own), 1080);
  EXPECT_EQ(minutes(shared.smoothing[0].excess), 0);

  const auto each = bill(two_providers(R"({"pool_scope": "per_provider"})"));
  ASSERT_EQ(each.smoothing.size(), 2u);
  EXPECT_EQ(each.smoothing[0].pool, "CD99/APA/SAAD-1");
  EXPECT_EQ(minutes(each.smoothing[0].own), 600);
  EXPECT_EQ(minutes(each.smoothing[0].excess), 240);
  EXPECT_EQ(minutes(each.smoothing[1].own), 240);
}

/// Two services of one aid type, 10 h each; 14 h of the first, 4 h of the second.
bill_request two_services(std::string_view smoothing) {
  auto request = request_for("2026-03", book_of(smoothing));
  for (const char* service : {"APA-HR", "APA-LIEN"}) {
    ordered plan;
    plan.id = std::string("CMD-") + service;
    plan.line = std::string("L-") + service;
    plan.service = service;
    plan.hours = "10";
    request.messages.add(order_of(plan));
    made visit;
    visit.id = std::string("DLV-") + service;
    visit.service = service;
    visit.line = plan.line;
    visit.start = service == std::string("APA-HR") ? "2026-03-02T06:00:00" : "2026-03-04T08:00:00";
    visit.end = service == std::string("APA-HR") ? "2026-03-02T20:00:00" : "2026-03-04T12:00:00";
    request.messages.add(delivery_of(visit));
  }
  return request;
}

TEST(smoothing, services_share_a_pool_unless_groups_tell_them_apart) {
  const auto together = bill(two_services("{}"));
  ASSERT_EQ(together.smoothing.size(), 1u);
  EXPECT_EQ(minutes(together.smoothing[0].excess), 0);

  const auto apart = bill(two_services(R"({"service_groups": [{"name": "LIEN", "services": ["APA-LIEN"]}]})"));
  ASSERT_EQ(apart.smoothing.size(), 2u);
  EXPECT_EQ(apart.smoothing[0].pool, "CD99/APA");
  EXPECT_EQ(minutes(apart.smoothing[0].excess), 240);
  EXPECT_EQ(apart.smoothing[1].pool, "CD99/APA/LIEN");
  EXPECT_EQ(minutes(apart.smoothing[1].own), 240);
}

TEST(smoothing, sub_ceilings_are_counted_over_their_own_period) {
  const auto weekly = bill(two_services(
      R"({"sub_ceilings": [{"service": "APA-HR", "max_min": 540, "period": "week"}, {"service": "APA-LIEN", "max_min": 60, "period": "year"}]})"));
  ASSERT_EQ(weekly.smoothing.size(), 1u);
  EXPECT_EQ(minutes(weekly.smoothing[0].own), 600);
  EXPECT_EQ(minutes(weekly.smoothing[0].excess), 480);
}

TEST(smoothing, visits_of_a_day_share_the_plan_of_the_day) {
  auto request = request_for("2026-05", rules_from(R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1,
    "valid_from": "2026-01-01", "valid_to": null, "scope": {"level": "departement"},
    "duration": {"cap": {"kind": "day_plan"}}}]})"));
  request.messages.add(order_of({}));
  const char* times[][2] = {{"09:00:00", "10:20:00"}, {"14:00:00", "15:00:00"}, {"18:00:00", "18:30:00"}};
  for (std::size_t i = 0; i < 3; ++i) {  // 60 + 60 + 15 planned, 80 + 60 + 30 real
    made visit;
    visit.id = "DLV-" + std::to_string(i);
    visit.start = std::string("2026-05-04T") + times[i][0];
    visit.end = std::string("2026-05-04T") + times[i][1];
    request.messages.add(delivery_of(visit));
    planned_visit plan;
    plan.delivery_id = visit.id;
    plan.start = at(visit.start);
    plan.end = local_time{plan.start.seconds + (i == 2 ? 900 : 3600), 0};
    request.given.planned_visits.push_back(plan);
  }
  const auto result = bill(request);
  ASSERT_EQ(result.invoices.size(), 1u);
  ASSERT_EQ(result.invoices[0].lines.size(), 1u);
  EXPECT_EQ(minutes(result.invoices[0].lines[0].billed_seconds), 135);  // 80 + 55 + 0
  ASSERT_EQ(result.unbilled.size(), 1u);
  EXPECT_EQ(result.unbilled[0].delivery, "DLV-2");
  EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::zero_duration);
}

/// A night from 31 March 22:00 to 1 April 06:00; the tariff rises on 1 April, or no order follows.
bill_request night(std::string_view attribution, bool order_follows) {
  auto request = request_for("2026-04", rules_from(R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1,
    "valid_from": "2026-01-01", "valid_to": null, "scope": {"level": "departement"}, "attribution": ")" +
                                                   std::string(attribution) + "\"}]}"));
  ordered plan;
  plan.tariff = "24.00";
  plan.until = "2026-03-31T23:59:59";
  request.messages.add(order_of(plan));
  if (order_follows) {
    plan = {};
    plan.id = "CMD-2";
    plan.tariff = "25.00";
    plan.from = "2026-04-01T00:00:00";
    request.messages.add(order_of(plan));
  }
  made visit;
  visit.start = "2026-03-31T22:00:00";
  visit.end = "2026-04-01T06:00:00";
  request.messages.add(delivery_of(visit));
  return request;
}

TEST(smoothing, a_night_is_cut_where_tariff_and_plan_change) {
  EXPECT_EQ(total_of(bill(night("start", true)), document_type::main), euros("192.00"));
  EXPECT_EQ(total_of(bill(night("split_midnight", true)), document_type::main), euros("192.00"));
  const auto cut = bill(night("split_boundaries", true));
  EXPECT_EQ(total_of(cut, document_type::main), euros("198.00"));  // 2 h at 24 € and 6 h at 25 €
  ASSERT_EQ(cut.invoices.size(), 2u);
  EXPECT_EQ(cut.invoices[0].total + cut.invoices[1].total, euros("198.00"));
  EXPECT_TRUE(cut.unbilled.empty());
  std::int64_t counted = 0;
  for (const auto& rate : cut.rates)
    counted += rate.tally.interventions;
  EXPECT_EQ(counted, 1);
}

TEST(smoothing, the_part_of_a_night_that_no_order_covers_is_listed) {
  const auto result = bill(night("split_boundaries", false));
  EXPECT_EQ(total_of(result, document_type::main), euros("48.00"));
  ASSERT_EQ(result.unbilled.size(), 1u);
  EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::no_order_line);
  EXPECT_EQ(result.unbilled[0].amount_at_stake, euros("144.00"));
}

TEST(smoothing, a_change_of_the_period_in_the_rules_changes_nothing_before_it) {  // I17
  const std::string months = R"({"id": "dep-99", "rule_sets": [
    {"id": "a", "version": 1, "valid_from": "2026-01-01", "valid_to": "2026-03-31", "scope": {"level": "departement"},
     "smoothing": {"period": "month"}},
    {"id": "b", "version": 1, "valid_from": "2026-04-01", "valid_to": null, "scope": {"level": "departement"},
     "smoothing": {"period": "quarter"}}]})";
  auto request = request_for("2026-05", rules_from(months));
  ordered plan;
  plan.hours = "10";
  request.messages.add(order_of(plan));
  for (const char* date : {"2026-03-02", "2026-04-02", "2026-05-04"}) {
    made visit;
    visit.id = date;
    visit.start = std::string(date) + "T06:00:00";
    visit.end = std::string(date) + "T18:00:00";
    request.messages.add(delivery_of(visit));
  }
  const auto result = bill(request);
  ASSERT_EQ(result.smoothing.size(), 4u);  // March, April and May of the monthly count, and the quarter
  EXPECT_EQ(minutes(result.smoothing[0].excess), 120);
  EXPECT_EQ(result.smoothing.back().period, "2026-Q2");
  EXPECT_EQ(minutes(result.smoothing.back().own), 1440);
}

}  // namespace
}  // namespace esppadom::tests
