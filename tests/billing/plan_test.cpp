#include "esppadom/billing/plan.hpp"

#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::json;

std::optional<measure> read_measure(const json& input, std::string_view key) {
  json pair;
  if (input[key].get(pair) != simdjson::SUCCESS) return std::nullopt;
  return measure{parse_decimal(std::string_view(pair.at(0))).value(), std::string(std::string_view(pair.at(1)))};
}

TEST(plan, brings_what_an_order_line_says_to_the_month_or_says_why_not) {
  vectors::for_each_case("smoothing_plan.json", [](const json& input, const json& expected) {
    const plan_quantity plan =
        plan_of_month(smoothing_rules{}, read_measure(input, "quantity"), read_measure(input, "period"));
    EXPECT_EQ(name_of(plan.problem), std::string_view(expected["problem"]));
    std::string_view seconds = "0";
    if (expected["seconds"].get(seconds) != simdjson::SUCCESS) seconds = "0";
    EXPECT_EQ(to_string(plan.time), seconds);
  });
}

}  // namespace
