#include "esppadom/value/rounding_mode.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <random>

#include "rational_oracle.hpp"

namespace {

using namespace esppadom;
using oracle::all_modes;

TEST(rounding_mode, has_the_table_of_java) {
  // The table of the Javadoc of RoundingMode, in tenths: up, down, ceiling, floor, half_up, half_down, half_even.
  const struct {
    int tenths;
    int expected[7];
  } rows[] = {
      {55, {6, 5, 6, 5, 6, 5, 6}},         {25, {3, 2, 3, 2, 3, 2, 2}},         {16, {2, 1, 2, 1, 2, 2, 2}},
      {11, {2, 1, 2, 1, 1, 1, 1}},         {10, {1, 1, 1, 1, 1, 1, 1}},         {-10, {-1, -1, -1, -1, -1, -1, -1}},
      {-11, {-2, -1, -1, -2, -1, -1, -1}}, {-16, {-2, -1, -1, -2, -2, -2, -2}}, {-25, {-3, -2, -2, -3, -3, -2, -2}},
      {-55, {-6, -5, -5, -6, -6, -5, -6}},
  };
  for (const auto& row : rows) {
    for (int mode = 0; mode < 7; ++mode) {
      EXPECT_EQ(divide(row.tenths, 10, static_cast<rounding_mode>(mode)).value(), row.expected[mode])
          << row.tenths << " " << name_of(static_cast<rounding_mode>(mode));
    }
    const auto unnecessary = divide(row.tenths, 10, rounding_mode::unnecessary);
    EXPECT_EQ(unnecessary.error(), row.tenths % 10 == 0 ? error_code::success : error_code::inexact);
  }
}

TEST(rounding_mode, agrees_with_rationals_on_random_and_tie_heavy_quotients) {
  std::mt19937_64 random(20261101);
  int ties = 0;
  for (int i = 0; i < 150'000; ++i) {
    int128 divisor = static_cast<int128>(random() >> (random() % 64)) + 1;
    int128 dividend = 0;
    if (i % 2 == 0) {  // a tie, or its neighbours
      divisor *= 2;
      dividend = divisor / 2 * (2 * static_cast<int128>(random() >> (20 + random() % 44)) + 1) +
                 static_cast<int>(random() % 3) - 1;
      ++ties;
    } else {
      dividend = static_cast<int128>(random()) * static_cast<int128>(random() >> (1 + random() % 63));
    }
    if (random() % 2 == 0) dividend = -dividend;
    if (random() % 2 == 0) divisor = -divisor;
    for (const rounding_mode mode : all_modes) {
      const auto expected = oracle::round(oracle::ratio(dividend, divisor), mode);
      const auto actual = divide(dividend, divisor, mode);
      ASSERT_EQ(actual.has_value(), expected.has_value());
      if (expected) {
        ASSERT_EQ(oracle::wide(*actual), *expected)
            << to_string(dividend) << " / " << to_string(divisor) << " " << name_of(mode);
      }
    }
  }
  EXPECT_GT(ties, 50'000);
}

TEST(rounding_mode, refuses_what_has_no_answer) {
  EXPECT_EQ(divide(1, 0, rounding_mode::half_up).error(), error_code::division_by_zero);
  EXPECT_EQ(divide(int128_min, -1, rounding_mode::half_up).error(), error_code::overflow);
  EXPECT_EQ(divide(int128_min, 1, rounding_mode::up).value(), int128_min);
  EXPECT_EQ(divide(int128_max, 2, rounding_mode::half_up).value(), int128{1} << 126);
  EXPECT_EQ(divide(int128_max, int128_max, rounding_mode::unnecessary).value(), 1);
}

TEST(rounding_mode, has_a_name_for_rule_files) {
  for (const rounding_mode mode : all_modes)
    EXPECT_EQ(parse_enum<rounding_mode>(name_of(mode)).value(), mode);
  EXPECT_EQ(name_of(rounding_mode::half_even), "half_even");
  EXPECT_EQ(parse_enum<rounding_mode>("HALF_UP").error(), error_code::unknown_name);
  EXPECT_EQ(name_of(static_cast<rounding_mode>(99)), "");
}

}  // namespace
