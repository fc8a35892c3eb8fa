#include "esppadom/billing/plan.hpp"

#include "billing/vector_reader.hpp"
#include "esppadom/billing/plan_grant.hpp"

namespace {

using namespace esppadom;
using vectors::json;

std::optional<measure> read_measure(const json& input, std::string_view key) {
  json pair;
  if (input[key].get(pair) != simdjson::SUCCESS) return std::nullopt;
  return measure{parse_decimal(std::string_view(pair.at(0))).value(), std::string(std::string_view(pair.at(1)))};
}

template <class Enumeration>
std::optional<Enumeration> read_name(const json& input, std::string_view key) {
  std::string_view name;
  if (input[key].get(name) != simdjson::SUCCESS) return std::nullopt;
  for (const auto& item : enum_names<Enumeration>::items) {
    if (item.name == name) return item.value;
  }
  ADD_FAILURE() << "no such name: " << name;
  return std::nullopt;
}

pool_period kind_of(const json& input) {
  return read_name<pool_period>(input, "pool_period").value_or(pool_period::month);
}
std::optional<week_to_month> weeks_of(const json& input) { return read_name<week_to_month>(input, "week_to_month"); }

std::string_view basis_of(const ordered_quantity& plan) {
  switch (plan.basis) {
    case quantity_basis::month:
      return "month";
    case quantity_basis::week_by_month:
      return "week_by_month";
    case quantity_basis::period:
      return "period";
  }
  return {};
}

TEST(plan, brings_what_an_order_line_says_to_the_month_or_says_why_not) {
  vectors::for_each_case("smoothing_plan.json", [](const json& input, const json& expected) {
    const ordered_quantity plan =
        read_quantity(kind_of(input), weeks_of(input), read_measure(input, "quantity"), read_measure(input, "period"));
    EXPECT_EQ(name_of(plan.problem), std::string_view(expected["problem"]));
    std::string_view seconds = "0";
    if (expected["seconds"].get(seconds) != simdjson::SUCCESS) seconds = "0";
    EXPECT_EQ(to_string(plan.time), seconds);
    json basis;
    if (expected["basis"].get(basis) == simdjson::SUCCESS) {
      EXPECT_EQ(basis_of(plan), std::string_view(basis));
    }
  });
}

TEST(plan, counts_its_last_day_and_grants_nothing_after_it) {
  const auto day = [](std::string_view text) { return parse_local_date(text).value(); };
  plan_version granted;
  granted.ordered.time = exact_duration(duration::of_minutes(1'200));
  granted.in_force = {day("2026-01-01"), day("2026-03-15")};
  smoothing_rules rules;
  rules.prorata = plan_proration::by_day;
  const day_span march{day("2026-03-01"), day("2026-03-31")};
  const auto parts =
      grant_of_period<exact_duration>(rules, march, std::span(&granted, 1), plan_calendar{},
                                      [](const plan_version&, const exact_duration& time) { return time; });
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].days, (day_span{day("2026-03-01"), day("2026-03-15")}));
  EXPECT_EQ(parts[0].quantity, granted.ordered.time);
  EXPECT_EQ(parts[1].days, (day_span{day("2026-03-16"), day("2026-03-31")}));
  EXPECT_EQ(parts[1].quantity, exact_duration());
}

}  // namespace
