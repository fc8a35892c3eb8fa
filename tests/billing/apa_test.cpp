// The national scale of APA against values computed by others: 2 112 independent vectors of 2023 to 2026, the public
// test values of OpenFisca-France for the years before, and the ceilings the administration prints.
#include "esppadom/billing/apa.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::rational;
using vectors::to_rational;

local_date on(int year, int month, int day) { return local_date::of(year, month, day).value(); }
money euros(std::string_view text) { return parse_money(text).value(); }
std::string places(const fraction& value, unsigned count) {
  return to_string(round(value, count, rounding_mode::half_up).value());
}

// The vectors write the smallest rates as 4e-06 and 7.2e-05.
std::string without_exponent(const std::string& text) {
  const auto at = text.find("e-0");
  if (at == std::string::npos) return text;
  const auto zeros = static_cast<std::size_t>(text[at + 3] - '0') - 1;
  std::string digits = text.substr(0, at);
  digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
  return "0." + std::string(zeros, '0') + digits;
}

apa_share share(const apa_scale& scale, std::int64_t gir, const char* plan, const char* resources, bool couple) {
  return apa_share_of(scale, {gir, euros(plan), euros(resources), couple}).value();
}

TEST(apa, agrees_with_the_independent_vectors) {
  std::ifstream file(ESPPADOM_SOURCE_DIR "/tests/data/oracle/apa_vectors.csv");
  std::string line;
  ASSERT_TRUE(std::getline(file, line));
  ASSERT_EQ(line, "year,mtp,gir,plan,resources,couple,accepted,participation,taux,apa_paid");
  int rows = 0;
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::stringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');)
      cells.push_back(cell);
    ASSERT_EQ(cells.size(), 10U);
    const auto scale = apa_scale_on(on(std::stoi(cells[0]), 1, 1)).value();
    ASSERT_EQ(scale.mtp, euros(cells[1])) << line;
    const auto found = share(scale, cells[2].back() - '0', cells[3].c_str(), cells[4].c_str(), cells[5] == "1");
    const auto near = [&](const fraction& value, const std::string& expected, const char* tolerance) {
      return abs(to_rational(to_string(value)) - to_rational(expected)) <= to_rational(tolerance);
    };
    EXPECT_TRUE(near(found.accepted, cells[6], "0.00005")) << line;
    EXPECT_TRUE(near(found.participation, cells[7], "0.00005")) << line;
    EXPECT_TRUE(near(found.rate, without_exponent(cells[8]), "0.0000005")) << line;
    EXPECT_EQ(found.paid, euros(cells[9])) << line;
    ++rows;
  }
  EXPECT_EQ(rows, 2112);
}

TEST(apa, gives_the_ceilings_and_thresholds_that_are_published) {
  const auto ceiling = [](int year, int gir) {
    return places(
        apa_share_of(apa_scale_on(on(year, 1, 1)).value(), {gir, money::from_euros(5000), {}, false}).value().accepted,
        2);
  };
  const auto ceilings = [&](int year) {
    return std::vector<std::string>{ceiling(year, 1), ceiling(year, 2), ceiling(year, 3), ceiling(year, 4)};
  };
  using texts = std::vector<std::string>;
  EXPECT_EQ(ceilings(2023), (texts{"1852.03", "1487.11", "1074.49", "716.72"}));
  EXPECT_EQ(ceilings(2024), (texts{"1955.60", "1581.44", "1143.09", "762.87"}));
  EXPECT_EQ(ceilings(2025), (texts{"2045.56", "1654.18", "1195.67", "797.96"}));
  EXPECT_EQ(ceilings(2026), (texts{"2080.33", "1682.30", "1215.99", "811.52"}));
  EXPECT_EQ(apa_scale_on(on(2025, 6, 1)).value().floor, euros("35.64"));
  EXPECT_EQ(apa_scale_on(on(2026, 5, 31)).value().floor, euros("36.06"));
  EXPECT_EQ(apa_scale_on(on(2026, 6, 1)).value().floor, euros("36.93"));
}

TEST(apa, gives_the_public_values_of_the_older_formula) {
  const auto in_2014 = apa_scale_on(on(2014, 5, 1), euros("1103.08")).value();
  EXPECT_EQ(share(in_2014, 1, "2000", "0", false).paid, euros("1312.67"));
  EXPECT_EQ(share(in_2014, 3, "1800", "700", false).paid, euros("843.86"));
  const auto in_2013 = apa_scale_on(on(2013, 5, 1), euros("1096.50")).value();
  EXPECT_EQ(share(in_2013, 1, "3000", "700", false).paid, euros("1304.84"));
  EXPECT_EQ(share(in_2013, 3, "3000", "700", false).paid, euros("838.82"));
  EXPECT_EQ(share(in_2013, 1, "1200", "3500", false).paid, euros("120"));
  EXPECT_EQ(places(share(in_2013, 3, "1200", "3500", false).participation, 2), "754.94");
  EXPECT_EQ(share(in_2013, 4, "100", "4000", false).paid, euros("0"));  // 10.00 lies under the floor
  EXPECT_EQ(share(in_2013, 4, "100", "1000", true).paid, euros("100"));
  EXPECT_EQ(to_string(share(apa_scale_on(on(2017, 5, 1), euros("1107.49")).value(), 4, "100", "3000", false).rate),
            "9/10");
  const auto in_2019 = share(apa_scale_on(on(2019, 5, 1), euros("1121.92")).value(), 4, "300", "3500", false);
  EXPECT_EQ(to_string(in_2019.rate), "9/10");
  EXPECT_EQ(in_2019.paid, euros("0"));  // 30.00 lies under 3 h of SMIC, 30.09
}

TEST(apa, tells_what_nobody_has_published) {
  EXPECT_TRUE(apa_scale_on(on(2026, 12, 31)));
  EXPECT_EQ(apa_scale_on(on(2027, 1, 1)).error(), error_code::out_of_range);
  EXPECT_TRUE(apa_scale_on(on(2027, 1, 1), euros("1300.00")));
  EXPECT_EQ(apa_scale_on(on(2014, 12, 31)).error(), error_code::out_of_range);
  EXPECT_EQ(apa_scale_on(on(2004, 10, 25), euros("930.00")).error(), error_code::out_of_range);
  EXPECT_EQ(apa_scale_on(on(2026, 1, 1), money()).error(), error_code::out_of_range);
}

TEST(apa, refuses_what_gives_no_right_or_makes_no_sense) {
  const auto scale = apa_scale_on(on(2026, 1, 1)).value();
  for (const std::int64_t gir : {std::int64_t{-1}, std::int64_t{0}, std::int64_t{5}, std::int64_t{6}}) {
    EXPECT_EQ(apa_share_of(scale, {gir, euros("100"), euros("100"), false}).error(), error_code::out_of_range);
  }
  EXPECT_EQ(apa_share_of(scale, {1, euros("-1"), euros("100"), false}).error(), error_code::out_of_range);
  EXPECT_EQ(apa_share_of(scale, {1, euros("1"), euros("-0.01"), false}).error(), error_code::out_of_range);
  EXPECT_EQ(apa_share_of(scale, {1, euros("1000000.01"), euros("1"), false}).error(), error_code::out_of_range);
  const auto nothing = share(scale, 1, "0", "9000", false);
  EXPECT_EQ(nothing.rate, fraction());
  EXPECT_EQ(nothing.paid, money());
}

// Invariant I10: 0 ≤ P ≤ 0.9 A; P never falls when resources rise; no jump at thresholds and slice edges.
TEST(apa, participation_is_bounded_rises_with_resources_and_never_jumps) {
  std::mt19937_64 engine(7);
  const auto cents = [&](std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(engine); };
  for (int i = 0; i < 4'000; ++i) {
    const int year = 2015 + i % 12;
    const auto scale = apa_scale_on(on(year, 1 + i % 12, 1)).value();
    apa_situation one{1 + i % 4, money::from_cents(cents(300'000)), money::from_cents(cents(400'000)), i % 3 == 0};
    const auto here = apa_share_of(scale, one).value();
    EXPECT_TRUE(here.participation >= fraction() && here.participation <= fraction::of(9, 10) * here.accepted);
    EXPECT_TRUE(here.rate >= fraction() && here.rate <= fraction::of(9, 10));
    one.resources += money::from_cents(1);
    const auto richer = apa_share_of(scale, one).value();
    EXPECT_TRUE(richer.participation >= here.participation);
    // One cent of resources moves it by less than three cents: plans of these sizes have no steeper slope.
    EXPECT_TRUE(richer.participation - here.participation < fraction::of(3, 100));
  }
}

TEST(apa, is_continuous_where_the_formula_changes) {
  for (const int year : {2015, 2016, 2024, 2026}) {
    const auto scale = apa_scale_on(on(year, 6, 1)).value();
    for (const decimal edge : {scale.formula.free_below, scale.formula.full_above}) {
      const auto threshold = round(fraction(edge) * euros_of(scale.mtp), 2, rounding_mode::floor).value();
      const money below = money::from_decimal(threshold).value();
      const auto at = [&](money resources) {
        return apa_share_of(scale, {1, money::from_euros(1500), resources, false}).value().participation;
      };
      EXPECT_TRUE(at(below + money::from_cents(1)) - at(below) < fraction::of(2, 100)) << year;
    }
    for (const decimal edge : {scale.formula.slice_1, scale.formula.slice_2}) {
      const auto slice = round(fraction(edge) * euros_of(scale.mtp), 2, rounding_mode::floor).value();
      const money below = money::from_decimal(slice).value();
      const auto with = [&](money plan) {
        return apa_share_of(scale, {1, plan, money::from_euros(2000), false}).value().participation;
      };
      EXPECT_TRUE(with(below + money::from_cents(1)) - with(below) < fraction::of(1, 100)) << year;
    }
  }
}

}  // namespace
