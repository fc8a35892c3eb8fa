// Written quantities and the time they mean, by the rule of section 8.2 of the messages reference.

#include "esppadom/message/quantity.hpp"

#include <gtest/gtest.h>

namespace {

using namespace esppadom;

measure hours(const char* text) { return {parse_decimal(text).value(), "HUR"}; }

exact_duration seconds(std::int64_t count) { return exact_duration(duration::of_seconds(count)); }

TEST(time_of, follows_the_table_of_the_reference) {
  EXPECT_EQ(time_of(hours("1.5")).value(), seconds(90 * 60));
  EXPECT_EQ(time_of(hours("0.6333333")).value(), seconds(38 * 60));
  EXPECT_EQ(time_of(hours("1.17")).value(), seconds(70 * 60));
  EXPECT_EQ(time_of(hours("0.8333333333333334")).value(), seconds(50 * 60));
  EXPECT_EQ(time_of(hours("1.255")).value(), seconds(75 * 60 + 18));
  EXPECT_EQ(time_of(hours("1.1611111111")).value(), seconds(69 * 60 + 40));
  EXPECT_EQ(time_of(hours("2.925")).value(), seconds(175 * 60 + 30));
}

TEST(time_of, knows_minutes_and_takes_no_unit_for_hours) {
  EXPECT_EQ(time_of({{90, 0}, "MIN"}).value(), seconds(5400));
  EXPECT_EQ(time_of({{75, 1}, "MIN"}).value(), seconds(450));
  EXPECT_EQ(time_of({{15, 1}, ""}).value(), seconds(5400));
  for (const char* unit : {"DAY", "WEE", "MON", "ANN", "C62", "hur"})
    EXPECT_EQ((time_of({{1, 0}, unit}).error()), error_code::unsupported) << unit;
}

TEST(measure_of, writes_ten_decimals_half_up_without_trailing_zeros) {
  EXPECT_EQ(to_string(measure_of(duration::of_minutes(77)).value().value), "1.2833333333");
  EXPECT_EQ(to_string(measure_of(duration::of_minutes(50)).value().value), "0.8333333333");
  EXPECT_EQ(to_string(measure_of(duration::of_minutes(40)).value().value), "0.6666666667");
  EXPECT_EQ(to_string(measure_of(duration::of_minutes(60)).value().value), "1");
  EXPECT_EQ(to_string(measure_of(duration::of_minutes(90)).value().value), "1.5");
  EXPECT_EQ(measure_of(duration::of_minutes(90)).value().unit_code, "HUR");
  EXPECT_EQ(to_string(measure_of(duration::of_seconds(36)).value().value), "0.010") << "0.01 is read as one minute";
}

// Every visit of up to two days, to the second.
TEST(measure_of, is_read_back_as_the_same_time) {
  for (std::int64_t count = 0; count <= 2 * 86400; ++count) {
    const duration time = duration::of_seconds(count);
    ASSERT_TRUE(time_of(measure_of(time).value()).value() == exact_duration(time)) << count;
  }
}

TEST(canonical, normalises_hours_and_leaves_other_units_their_value) {
  EXPECT_EQ(to_string(canonical(hours("2.6527777777777777")).value), "2.6527777778");
  EXPECT_EQ(to_string(canonical(hours("1.50")).value), "1.5");
  EXPECT_EQ(to_string(canonical({{150, 2}, "C62"}).value), "1.5");
  EXPECT_EQ(to_string(canonical({{9000, 2}, "MIN"}).value), "90");
  EXPECT_EQ(canonical({{150, 2}, "C62"}).unit_code, "C62");
}

}  // namespace
