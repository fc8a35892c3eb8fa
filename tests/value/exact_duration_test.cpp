#include "esppadom/value/exact_duration.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "rational_oracle.hpp"

namespace {

using namespace esppadom;

oracle::rational exact(const exact_duration& value) { return oracle::ratio(value.numerator(), value.denominator()); }

exact_duration random_duration(std::mt19937_64& random) {
  const auto top = static_cast<std::int64_t>(random() >> (24 + random() % 36)) - (1 << 8);
  const auto bottom = static_cast<std::int64_t>(random() % 4 == 0 ? 1 : 1 + random() % 5000);
  return exact_duration::of_ratio(top, bottom);
}

TEST(exact_duration, computes_as_rationals_do) {
  std::mt19937_64 random(21);
  for (int i = 0; i < 60'000; ++i) {
    const exact_duration a = random_duration(random);
    const exact_duration b = i % 5 == 0 ? a : random_duration(random);
    const oracle::rational x = exact(a);
    const oracle::rational y = exact(b);
    ASSERT_EQ(exact(a + b), x + y);
    ASSERT_EQ(exact(a - b), x - y);
    ASSERT_EQ(exact(-a), -x);
    ASSERT_EQ(a < b, x < y);
    ASSERT_EQ(a == b, x == y);
    ASSERT_EQ(a > b, x > y);
    ASSERT_EQ(exact(min(a, b)), x < y ? x : y);
    ASSERT_EQ(exact(max(a, b)), x < y ? y : x);
    const auto top = static_cast<std::int64_t>(random() % 2001) - 1000;
    const auto bottom = static_cast<std::int64_t>(random() % 367) + 1;
    ASSERT_EQ(exact(scaled(a, top, bottom)), x * oracle::ratio(top, bottom));
    ASSERT_EQ(exact(scaled(a, top, -bottom)), x * oracle::ratio(-top, bottom));
    ASSERT_EQ(exact(a * top), x * top);
    for (const rounding_mode mode : oracle::all_modes) {
      const auto expected = oracle::round(x, mode);
      const auto actual = a.round_seconds(mode);
      ASSERT_EQ(actual.has_value(), expected.has_value());
      if (expected) {
        ASSERT_EQ(actual->seconds, *expected);
      }
    }
    ASSERT_EQ(a.floor_seconds().seconds, *oracle::round(x, rounding_mode::floor));
    ASSERT_EQ(a.is_whole_seconds(), denominator(x) == 1);
    ASSERT_EQ(parse_exact_duration(to_string(a)).value(), a);
  }
}

TEST(exact_duration, is_compared_without_forming_wide_products) {
  // a/b against (a+1)/(b+1) and their like, near the bounds of the type
  std::mt19937_64 random(22);
  for (int i = 0; i < 20'000; ++i) {
    const int128 top = (static_cast<int128>(random() >> 1) << 62) - static_cast<int>(random() % 3);
    const auto bottom = static_cast<std::int64_t>(random() >> 2) + 1;
    const exact_duration a = exact_duration::of_ratio(top, bottom);
    const exact_duration b =
        exact_duration::of_ratio(top + static_cast<int>(random() % 3) - 1, bottom + static_cast<int>(random() % 2));
    ASSERT_EQ(a < b, exact(a) < exact(b));
    ASSERT_EQ(a == b, exact(a) == exact(b));
  }
}

TEST(exact_duration, invalid_sticks) {
  const std::vector<exact_duration> invalid = {
      exact_duration::invalid(),
      exact_duration::of_ratio(1, 0),
      exact_duration(duration::invalid()),
      scaled(exact_duration(duration::of_hours(1)), 1, 0),
      exact_duration::of_ratio(int128_max, 1) * 2,
      exact_duration::of_ratio(1, int128_max),
      exact_duration::of_ratio(int128_max, 1) + exact_duration::of_ratio(int128_max, 1),
      exact_duration::of_ratio(1, 4'000'000'007) + exact_duration::of_ratio(1, 4'000'000'009)};
  const exact_duration hour(duration::of_hours(1));
  for (const exact_duration& value : invalid) {
    EXPECT_FALSE(value.is_valid());
    EXPECT_FALSE((value + hour).is_valid());
    EXPECT_FALSE((hour - value).is_valid());
    EXPECT_FALSE((-value).is_valid());
    EXPECT_FALSE((value * 0).is_valid());
    EXPECT_FALSE(scaled(value, 1, 2).is_valid());
    EXPECT_FALSE(min(value, hour).is_valid());
    EXPECT_FALSE(max(hour, value).is_valid());
    EXPECT_FALSE(value == value);
    EXPECT_FALSE(value < hour);
    EXPECT_FALSE(value.floor_seconds().is_valid());
    EXPECT_EQ(value.whole_seconds().error(), error_code::invalid_value);
    EXPECT_EQ(to_string(value), "invalid");
  }
  EXPECT_EQ(exact_duration::of_ratio(int128_max, 1).whole_seconds().error(), error_code::overflow);
}

TEST(exact_duration, is_written_as_a_reduced_fraction) {
  EXPECT_EQ(to_string(scaled(exact_duration(duration::of_hours(1)), 16, 93)), "19200/31");
  EXPECT_EQ(to_string(exact_duration(duration::of_hours(1))), "3600");
  EXPECT_EQ(to_string(exact_duration::of_ratio(-7, 14)), "-1/2");
  EXPECT_EQ(parse_exact_duration("19200/31").value(), exact_duration::of_ratio(19200, 31));
  EXPECT_EQ(parse_exact_duration("1/0").error(), error_code::division_by_zero);
  for (const char* text : {"", "/", "1/", "/2", "1.5", "1/2/3", "1/2.0", "a"}) {
    EXPECT_EQ(parse_exact_duration(text).error(), error_code::invalid_syntax) << text;
  }
}

TEST(hours, are_read_as_the_messages_mean_them) {
  const struct {
    const char* hours;
    const char* seconds;
  } rows[] = {
      {"1.5", "5400"},
      {"0.6333333", "2280"},
      {"1.17", "4200"},
      {"0.8333333333333334", "3000"},
      {"1.255", "4518"},
      {"1.1611111111", "4180"},
      {"2", "7200"},
      {"0", "0"},
      {"-1.17", "-4200"},
      {"1.2833333333", "4620"},
      {"1.00", "3600"},
      {"0.01666666666666667", "60"},
      {"0.0002777777777778", "1"},
      {"1.23456789", "1111111101/250000"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(to_string(read_hours(parse_decimal(row.hours).value())), row.seconds) << row.hours;
  }
  EXPECT_EQ(exact_hours(decimal{117, 2}), exact_duration(duration::of_seconds(4212)));
  EXPECT_EQ(exact_hours(quantity::from_e4(11'700)), exact_duration(duration::of_seconds(4212)));
  EXPECT_FALSE(exact_hours(quantity::invalid()).is_valid());
}

TEST(hours, follow_the_tolerance_of_the_reference_on_any_number) {
  std::mt19937_64 random(23);
  for (int i = 0; i < 60'000; ++i) {
    decimal hours{static_cast<std::int64_t>(random() % 1'000'000'000'000'000),
                  static_cast<std::uint8_t>(random() % 17)};
    if (i % 3 != 0) {  // hours a producer would write for a number of seconds
      const auto seconds = static_cast<std::int64_t>(random() % 40'000) / (i % 2 == 0 ? 60 : 1) * (i % 2 == 0 ? 60 : 1);
      const auto scale = static_cast<unsigned>(random() % 13);
      hours = {0, static_cast<std::uint8_t>(scale)};
      const decimal rounded_hours = to_hours(duration::of_seconds(seconds), scale).value();
      hours.coefficient = rescale(rounded_hours, scale, rounding_mode::unnecessary).value();
    }
    oracle::integer power = 1;
    for (int k = 0; k < hours.scale; ++k)
      power *= 10;
    const oracle::rational value(oracle::integer(hours.coefficient), power);
    const oracle::rational ulp = oracle::rational(60) / power;
    const oracle::rational least(1, 1'000'000'000);
    const oracle::rational tolerance = ulp > least ? ulp : least;
    const oracle::rational minutes = value * 60;
    const oracle::rational seconds = value * 3600;
    const oracle::rational whole_minutes(*oracle::round(minutes, rounding_mode::half_up));
    const oracle::rational whole_seconds(*oracle::round(seconds, rounding_mode::half_up));
    oracle::rational expected = seconds;
    if (abs(oracle::rational(minutes - whole_minutes)) <= tolerance) {
      expected = whole_minutes * 60;
    } else if (abs(oracle::rational(seconds - whole_seconds)) / 60 <= tolerance) {
      expected = whole_seconds;
    }
    ASSERT_EQ(exact(read_hours(hours)), expected) << to_string(hours);
  }
}

TEST(hours, are_rounded_to_the_decimals_asked_for) {
  EXPECT_EQ(to_string(to_hours(duration::of_minutes(77)).value()), "1.2833333333");
  EXPECT_EQ(to_string(to_hours(duration::of_minutes(90)).value()), "1.5");
  EXPECT_EQ(to_string(to_hours(duration::of_minutes(60)).value()), "1");
  EXPECT_EQ(to_string(to_hours(duration::of_minutes(77), 2).value()), "1.28");
  EXPECT_EQ(to_hours(duration::of_minutes(77), 2, rounding_mode::unnecessary).error(), error_code::inexact);
  EXPECT_EQ(to_hours(duration::invalid()).error(), error_code::invalid_value);
  EXPECT_EQ(to_hours(duration::of_minutes(77), 19).error(), error_code::invalid_value);
}

TEST(hours, are_written_for_messages_so_that_reading_gives_the_same_time) {
  for (int minutes = -3000; minutes <= 60'000; ++minutes) {
    const duration time = duration::of_minutes(minutes);
    ASSERT_EQ(read_hours(write_hours(time).value()), exact_duration(time)) << minutes;
    ASSERT_EQ(to_string(write_hours(time).value()), to_string(to_hours(time).value())) << minutes;
  }
  for (int seconds = 0; seconds <= 90'000; ++seconds) {
    const duration time = duration::of_seconds(seconds);
    ASSERT_EQ(read_hours(write_hours(time).value()), exact_duration(time)) << seconds;
  }
  EXPECT_EQ(to_string(write_hours(duration::of_minutes(77)).value()), "1.2833333333");
  EXPECT_EQ(to_string(write_hours(duration::of_seconds(4212)).value()), "1.170");
  EXPECT_EQ(to_string(write_hours(exact_duration::of_ratio(19200, 31)).value()), "0.1720430108");
  EXPECT_EQ(write_hours(duration::invalid()).error(), error_code::invalid_value);
}

}  // namespace
