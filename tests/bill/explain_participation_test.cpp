// Explanations of what a rule book leaves to the beneficiary: the national scale, bands of resources, a percentage of
// the accepted plan. The scale's results are those that apa_test.cpp compares with others' figures.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "bill/explained.hpp"
#include "bill/month.hpp"
#include "bill/one_rule.hpp"
#include "esppadom/bill/explain.hpp"
#include "esppadom/billing/apa.hpp"

namespace esppadom {
namespace {

bill_request under(std::string_view participation) {
  auto request = tests::request_under(
      R"("funding": {"per_funder": [{"funder": "CD99", "participation": )" + std::string(participation) + "}]}", {});
  tests::add_visit(request, "DLV-1", "2026-05-04", 60);
  return request;
}

std::string scale(std::int64_t gir, int plan, int resources, bool couple, std::string_view more = "") {
  return R"({"rate": "national_apa", "inputs": {"gir": )" + std::to_string(gir) + R"(, "accepted_plan": )" +
         std::to_string(plan) + R"(, "resources": )" + std::to_string(resources) + R"(, "couple": )" +
         (couple ? "true" : "false") + "}" + std::string(more) + "}";
}

bool names(const explanation& one, std::string_view key) {
  const auto& sources = one.log.sources();
  return std::any_of(sources.begin(), sources.end(), [&](const auto& each) { return each.second.key == key; });
}

TEST(ExplainParticipation, computes_the_rate_of_the_national_scale) {
  const auto apa = apa_scale_on(tests::day("2026-05-01")).value();
  int charged = 0;
  for (const std::int64_t gir : {1, 2, 3, 4}) {
    for (const int plan : {0, 300, 500, 1000, 2500}) {
      for (const int resources : {800, 934, 1500, 2500, 3440, 6000}) {
        for (const bool couple : {false, true}) {
          const auto known =
              apa_share_of(apa, {gir, money::from_euros(plan), money::from_euros(resources), couple}).value();
          const auto one = tests::explained(under(scale(gir, plan, resources, couple)));
          if (known.rate == fraction()) continue;  // nothing is taken off, nothing to explain
          ++charged;
          const auto rates = tests::results(one, trace_labels::rate_of_scale);
          ASSERT_FALSE(rates.empty()) << gir << ' ' << plan << ' ' << resources;
          EXPECT_EQ(rates.back(), to_string(trace_number_of(exact_share{known.rate})));
          EXPECT_TRUE(tests::results(one, trace_labels::participation_rate).empty());
          EXPECT_TRUE(names(one, "funding.per_funder.participation.inputs.resources"));
        }
      }
    }
  }
  EXPECT_GT(charged, 100);
}

TEST(ExplainParticipation, rounds_the_rate_of_the_scale_where_the_rules_say_so) {
  const auto one =
      tests::explained(under(scale(3, 1000, 1500, false, R"(, "rate_scale": 6, "rate_rounding": "half_up")")));
  EXPECT_EQ(tests::results(one, trace_labels::participation_rate), tests::texts{"2128/15625"});  // 13.6192 %
  EXPECT_TRUE(tests::is_computed(one, trace_labels::participation_rate));
  EXPECT_TRUE(names(one, "funding.per_funder.participation.rate_scale"));
}

TEST(ExplainParticipation, names_the_band_of_the_resources) {
  const std::string bands = R"("rate": "table", "inputs": {"resources": 1500}, "table": )"
                            R"([{"from": 0, "to": 1000, "percent": 5}, {"from": 1000, "percent": 20}])";
  const auto one = tests::explained(under("{" + bands + "}"));
  EXPECT_TRUE(names(one, "funding.per_funder.participation.table"));
  EXPECT_TRUE(names(one, "funding.per_funder.participation.inputs.resources"));
  EXPECT_TRUE(tests::results(one, trace_labels::participation_rate).empty());
  EXPECT_EQ(tests::results(one, trace_labels::kept_rate), tests::texts{"4/5"});

  const auto hourly = tests::explained(under(R"({"basis": "per_hour_amount", "amount": 2.5})"));
  EXPECT_TRUE(names(hourly, "funding.per_funder.participation.amount"));
  EXPECT_TRUE(tests::results(hourly, trace_labels::participation_hour).empty());
}

TEST(ExplainParticipation, computes_the_amount_of_a_month) {
  auto with_basis = [](std::string rules) { return under(R"({"basis": "accepted_plan", )" + rules.substr(1)); };
  const auto national = tests::explained(with_basis(scale(3, 1000, 1500, false)));
  EXPECT_TRUE(tests::is_computed(national, trace_labels::fixed_in_force));
  EXPECT_TRUE(tests::is_computed(national, trace_labels::scale_participation));
  EXPECT_EQ(tests::results(national, trace_labels::fixed_of_month), tests::texts{"13619/100"});

  const auto percent = tests::explained(with_basis(R"({"percent": 20, "inputs": {"accepted_plan": 1000}})"));
  EXPECT_TRUE(tests::is_computed(percent, trace_labels::fixed_in_force));
  EXPECT_EQ(tests::results(percent, trace_labels::fixed_in_force), tests::texts{"200"});
  EXPECT_TRUE(names(percent, "funding.per_funder.participation.percent"));
}

}  // namespace
}  // namespace esppadom
