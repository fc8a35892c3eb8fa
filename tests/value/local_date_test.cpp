#include "esppadom/value/local_date.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace {

using namespace esppadom;

TEST(local_date, agrees_with_the_calendar_of_the_standard_library_on_every_day) {
  const auto first = std::chrono::sys_days(std::chrono::year(first_year) / 1 / 1).time_since_epoch().count();
  const auto last = std::chrono::sys_days(std::chrono::year(last_year) / 12 / 31).time_since_epoch().count();
  for (auto count = static_cast<std::int32_t>(first); count <= last; ++count) {
    const std::chrono::sys_days point{std::chrono::days(count)};
    const std::chrono::year_month_day expected(point);
    const local_date date{count};
    const calendar_day day = date.calendar();
    ASSERT_EQ(day.year, static_cast<int>(expected.year()));
    ASSERT_EQ(day.month, static_cast<int>(static_cast<unsigned>(expected.month())));
    ASSERT_EQ(day.day, static_cast<int>(static_cast<unsigned>(expected.day())));
    ASSERT_EQ(static_cast<unsigned>(date.weekday()) + 1, std::chrono::weekday(point).iso_encoding());
    ASSERT_EQ(local_date::of(day.year, day.month, day.day).value(), date);
    ASSERT_TRUE(date.is_in_range());
  }
  EXPECT_FALSE(local_date{static_cast<std::int32_t>(first) - 1}.is_in_range());
  EXPECT_FALSE(local_date{static_cast<std::int32_t>(last) + 1}.is_in_range());
}

TEST(local_date, refuses_days_that_do_not_exist) {
  EXPECT_EQ(local_date::of(2026, 2, 29).error(), error_code::out_of_range);
  EXPECT_TRUE(local_date::of(2028, 2, 29));
  EXPECT_EQ(local_date::of(1900, 2, 29).error(), error_code::out_of_range);
  EXPECT_EQ(local_date::of(2026, 13, 1).error(), error_code::out_of_range);
  EXPECT_EQ(local_date::of(2026, 0, 1).error(), error_code::out_of_range);
  EXPECT_EQ(local_date::of(2026, 1, 0).error(), error_code::out_of_range);
  EXPECT_EQ(local_date::of(1582, 12, 31).error(), error_code::out_of_range);
  EXPECT_EQ(local_date::of(10000, 1, 1).error(), error_code::out_of_range);
}

TEST(local_date, is_read_and_written) {
  EXPECT_EQ(to_string(parse_local_date("2026-10-05").value()), "2026-10-05");
  EXPECT_EQ(parse_local_date("2026-10-05").value() - parse_local_date("2026-09-30").value(), 5);
  EXPECT_EQ(to_string(parse_local_date("2026-12-31").value() + 1), "2027-01-01");
  EXPECT_EQ(parse_local_date("2026-02-30").error(), error_code::out_of_range);
  for (const char* text :
       {"", "2026-1-05", "2026/10/05", "20261005", "2026-10-05T00:00:00", " 2026-10-05", "2026-10-0x", "-026-10-05"}) {
    EXPECT_EQ(parse_local_date(text).error(), error_code::invalid_syntax) << text;
  }
  EXPECT_EQ(parse_enum<weekday>("SUN").value(), weekday::sun);
}

TEST(local_month, counts_months) {
  const local_month october = parse_local_month("2026-10").value();
  EXPECT_EQ(to_string(october), "2026-10");
  EXPECT_EQ(to_string(october.first_day()), "2026-10-01");
  EXPECT_EQ(to_string(october.last_day()), "2026-10-31");
  EXPECT_EQ(october.days(), 31);
  EXPECT_EQ(to_string(october + 3), "2027-01");
  EXPECT_EQ(to_string(october - 10), "2025-12");
  EXPECT_EQ((october + 3) - october, 3);
  EXPECT_EQ(local_month::of(october.last_day()), october);
  EXPECT_EQ(local_month::of(october.last_day() + 1), october + 1);
  EXPECT_TRUE(october.contains(october.first_day()));
  EXPECT_FALSE(october.contains(october.last_day() + 1));
  EXPECT_EQ(local_month::of(2028, 2).value().days(), 29);
  EXPECT_EQ(parse_local_month("2026-13").error(), error_code::out_of_range);
  for (const char* text : {"", "2026", "2026-1", "2026-10-01", "2026/10"}) {
    EXPECT_EQ(parse_local_month(text).error(), error_code::invalid_syntax) << text;
  }
}

}  // namespace
