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

}  // namespace
