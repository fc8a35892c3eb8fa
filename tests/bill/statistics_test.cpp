// Statistics: vectors of small months, and the law that their sums are those of the invoices.
#include "esppadom/bill/statistics.hpp"

#include <gtest/gtest.h>

#include <set>

#include "esppadom/exchange/statistics_report.hpp"
#include "vector_month.hpp"

namespace esppadom::tests {
namespace {

circumstances circumstances_from(const json& input) {
  circumstances out;
  json list;
  if (input["planned"].get(list) == simdjson::SUCCESS) {
    for (const json each : simdjson::dom::array(list))
      out.planned_visits.push_back({std::nullopt, text(each, "provider", "SAAD-1"), text(each, "beneficiary", "B-1"),
                                    std::nullopt, std::nullopt, at(text(each, "start", "")),
                                    at(text(each, "end", ""))});
  }
  if (input["absences"].get(list) == simdjson::SUCCESS) {
    for (const json each : simdjson::dom::array(list)) {
      absence one{text(each, "beneficiary", "B-1"), day(text(each, "from", "")), std::nullopt, std::nullopt};
      if (const auto to = text(each, "to", ""); !to.empty()) one.to = day(to);
      if (const auto reason = text(each, "reason", ""); !reason.empty()) one.reason = reason;
      out.absences.push_back(one);
    }
  }
  if (input["profiles"].get(list) == simdjson::SUCCESS) {
    for (const json each : simdjson::dom::array(list)) {
      caregiver_profile one{text(each, "provider", "SAAD-1"), text(each, "caregiver", "C-1"), text(each, "profile", ""),
                            std::nullopt, std::nullopt};
      if (const auto from = text(each, "from", ""); !from.empty()) one.from = day(from);
      if (const auto to = text(each, "to", ""); !to.empty()) one.to = day(to);
      out.caregiver_profiles.push_back(one);
    }
  }
  return out;
}

rule_book rules_of(const json& input) {
  json given;
  if (input["rules"].get(given) != simdjson::SUCCESS) return {};
  const auto members = simdjson::to_string(given);
  return rules_from(R"({"rule_set": {"id": "v", "version": 1, "scope": {"level": "departement"}, )" +
                    members.substr(1) + "}");
}

statistic_table run(const json& input) {
  const auto to = text(input, "to", "2026-05");
  auto request = request_for(to, rules_of(input));
  request.as_of = day("2027-12-31");
  request.given = circumstances_from(input);
  for (const json each : simdjson::dom::array(input["orders"]))
    request.messages.add(order_from(each));
  for (const json each : simdjson::dom::array(input["deliveries"]))
    request.messages.add(delivery_from(each));
  statistic_query query;
  query.to = month(to);
  query.from = month(text(input, "from", to));
  query.period = parse_enum<statistic_period>(text(input, "period", "month")).value();
  query.beneficiary = text(input, "beneficiary", "");
  query.provider = text(input, "provider", "");
  query.funder = text(input, "funder", "");
  query.now = at(text(input, "now", "2026-05-31T23:59:59"));
  const auto of = parse_enum<statistic>(text(input, "of", "")).value();
  return statistics(of, bill(request), request.rules, request.given, query);
}

TEST(Statistics, vectors) {
  simdjson::dom::parser parser;
  const json file = parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/statistics.json");
  std::set<std::string> seen;
  for (const json item : simdjson::dom::array(file["cases"])) {
    SCOPED_TRACE(std::string(std::string_view(item["name"])));
    const auto table = run(item["input"]);
    seen.insert(std::string(name_of(table.of)));
    const auto cells = table_of(table);
    const auto rows = simdjson::dom::array(item["expected"]["rows"]);
    EXPECT_EQ(cells.rows.size(), rows.size());
    std::size_t at = 0;
    for (const json row : rows) {
      SCOPED_TRACE(at);
      for (const auto [key, wanted] : simdjson::dom::object(row)) {
        const auto column = std::find_if(cells.columns.begin(), cells.columns.end(),
                                         [&](const table_column& one) { return one.key == key; });
        ASSERT_NE(column, cells.columns.end()) << key;
        if (at < cells.rows.size()) {
          EXPECT_EQ(cells.rows[at][static_cast<std::size_t>(column - cells.columns.begin())],
                    shown(json(wanted)).value_or(""))
              << key;
        }
      }
      ++at;
    }
    json codes;
    if (item["expected"]["codes"].get(codes) != simdjson::SUCCESS) continue;
    std::vector<std::string> found;
    for (const auto& one : table.found.items())
      found.emplace_back(one.code());
    EXPECT_EQ(shown(found), shown(codes));
  }
  for (const auto& each : enum_names<statistic>::items)
    EXPECT_TRUE(seen.contains(std::string(each.name))) << "no vector of " << each.name;
}

TEST(Statistics, small_groups_are_left_out_by_period) {
  statistic_table table;
  std::vector<activity_row> rows;
  for (const auto& [period, people] : {std::pair("2026-05", 1),
                                       {"2026-05", 7},
                                       {"2026-05", 9},
                                       {"2026-06", 0},
                                       {"2026-06", 2},
                                       {"2026-06", 3},
                                       {"2026-06", 5}}) {
    activity_row row;
    row.period = period;
    row.beneficiaries = people;
    rows.push_back(row);
  }
  table.rows = rows;
  EXPECT_EQ(suppress_small_groups(table, 1), error_code::out_of_range);
  EXPECT_EQ(suppress_small_groups(table, 5), error_code::success);
  EXPECT_EQ(table.suppressed, 4);
  EXPECT_EQ(table.smallest_group, 5);
  std::vector<std::int64_t> left;
  for (const auto& row : std::get<std::vector<activity_row>>(table.rows))
    left.push_back(row.beneficiaries);
  EXPECT_EQ(left, (std::vector<std::int64_t>{9, 0, 5}));
  table.rows = std::vector<alert>(2);
  EXPECT_EQ(suppress_small_groups(table, 5), error_code::unknown_name);
}

struct sums {
  std::int64_t visits = 0;
  exact_duration performed, billed;
  money funders, beneficiaries;
};

sums sums_of(const statistic_table& table) {
  sums out;
  for (const auto& row : std::get<std::vector<activity_row>>(table.rows)) {
    out.visits += row.visits;
    out.performed += row.performed_seconds;
    out.billed += row.billed_seconds;
    out.funders += row.funder_amount.value_or(money{});
    out.beneficiaries += row.beneficiary_amount.value_or(money{});
  }
  return out;
}

/// By whatever group and period: amounts are those of the documents to the cent, billed time that of their lines to the
/// second, visits and performed time those of the visits that took place.
TEST(Statistics, sums_are_those_of_the_invoices) {
  using enum statistic;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(seed);
    dice with(seed);
    const auto input = random_visits(with, 14);
    auto request = request_for("2026-06");
    for (const auto& each : input.orders)
      request.messages.add(each);
    for (const auto& each : input.deliveries)
      request.messages.add(each);
    const auto billed = bill(request);
    money funders, beneficiaries;
    for (const auto& each : billed.invoices)
      funders += each.type == document_type::credit_note ? -each.total : each.total;
    for (const auto& each : billed.beneficiary_invoices)
      beneficiaries += each.total;
    exact_duration lines, performed;
    std::int64_t visits = 0;
    for (const auto& part : billed.after.beneficiaries) {
      for (const auto& line : part.lines)
        lines += counts_once(line) ? line.time : exact_duration{};
      for (const auto& visit : part.visits) {
        if (!took_place(visit)) continue;
        ++visits;
        performed += performed_time(visit);
      }
    }
    ASSERT_GT(funders, money{});
    for (const auto period : {statistic_period::month, statistic_period::half_year, statistic_period::year}) {
      for (const auto of : {hours_by_beneficiary, hours_by_beneficiary_and_provider, hours_by_caregiver, hours_by_pair,
                            hours_by_provider, hours_by_service, hours_by_branch, hours_by_district, activity_summary,
                            beneficiaries_by_funder}) {
        SCOPED_TRACE(name_of(of));
        statistic_query query;
        query.from = month("2026-01");
        query.to = month("2026-12");
        query.period = period;
        const auto got = sums_of(statistics(of, billed, request.rules, request.given, query));
        if (of != beneficiaries_by_funder) {
          EXPECT_EQ(got.visits, visits);
          EXPECT_EQ(got.performed, performed);
          EXPECT_EQ(got.billed, lines);
        }
        if (of == hours_by_caregiver || of == hours_by_pair) continue;  // amounts belong to lines
        EXPECT_EQ(got.funders, funders);
        EXPECT_EQ(got.beneficiaries, beneficiaries);
      }
    }
    exact_duration used;
    for (const auto& row : billed.smoothing)
      used += row.used;
    for (const auto period : {statistic_period::month, statistic_period::year}) {
      statistic_query query;
      query.from = month("2026-01");
      query.to = month("2026-12");
      query.period = period;
      exact_duration shown_used;
      const auto follow = statistics(plan_follow_up, billed, request.rules, request.given, query);
      for (const auto& row : std::get<std::vector<plan_row>>(follow.rows)) {
        shown_used += row.used_seconds;
        EXPECT_EQ(row.own_seconds + row.carried_seconds + row.advance_seconds + row.excess_seconds, row.used_seconds);
      }
      EXPECT_EQ(shown_used, used);
    }
  }
}

TEST(Statistics, weeks_are_those_of_the_standard) {
  for (const auto& [day_of, week] : {std::pair{"2026-01-01", "2026-W01"},
                                     {"2026-12-31", "2026-W53"},
                                     {"2027-01-01", "2026-W53"},
                                     {"2027-01-04", "2027-W01"},
                                     {"2024-12-30", "2025-W01"},
                                     {"2023-01-01", "2022-W52"}})
    EXPECT_EQ(iso_week(day(day_of)), week);
}

TEST(Statistics, ages_change_on_the_birthday) {
  EXPECT_EQ(age_on(day("1941-05-31"), day("2026-05-30")), 84);
  EXPECT_EQ(age_on(day("1941-05-31"), day("2026-05-31")), 85);
  EXPECT_EQ(age_on(day("1944-02-29"), day("2026-02-28")), 81);
  EXPECT_EQ(age_on(day("1944-02-29"), day("2026-03-01")), 82);
  for (const auto& [age, band] : {std::pair{59, "0-59"},
                                  {60, "60-74"},
                                  {74, "60-74"},
                                  {75, "75-84"},
                                  {84, "75-84"},
                                  {85, "85-94"},
                                  {94, "85-94"},
                                  {95, "95+"}})
    EXPECT_EQ(age_band(age), band);
}

}  // namespace
}  // namespace esppadom::tests
