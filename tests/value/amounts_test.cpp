// The scaled integers: money, unit_price, percentage, quantity, duration.

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <type_traits>

#include "esppadom/value/duration.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/quantity.hpp"
#include "esppadom/value/unit_price.hpp"

namespace {

using namespace esppadom;

constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

TEST(amounts, are_made_by_named_factories) {
  static_assert(money::from_cents(2123).cents == 2123);
  static_assert(money::from_euros(21).cents == 2100);
  static_assert(unit_price::from_e6(24'580'000).e6 == 24'580'000);
  static_assert(unit_price::from_cents(2458) == unit_price::from_e6(24'580'000));
  static_assert(unit_price::from_euros(24) == unit_price::from_cents(2400));
  static_assert(unit_price::from_money(money::from_cents(2458)) == unit_price::from_cents(2458));
  static_assert(percentage::from_percent(20).e4 == 200'000);
  static_assert(percentage::from_e4(136'192).e4 == 136'192);
  static_assert(quantity::from_units(3).e4 == 30'000);
  static_assert(duration::of_seconds(60) == duration::of_minutes(1));
  static_assert(duration::of_hours(2).seconds == 7200);
  static_assert(money{}.cents == 0);
  static_assert(std::is_trivially_copyable_v<money> && sizeof(money) == 8);
}

TEST(amounts, allow_only_what_makes_sense) {
  static_assert(money::from_cents(5) + money::from_cents(6) - money::from_cents(1) ==
                money::from_euros(0) + money::from_cents(10));
  static_assert(-money::from_cents(5) == money::from_cents(-5));
  static_assert(money::from_cents(5) * 3 == 3U * money::from_cents(5));
  static_assert(money::from_cents(5) < money::from_cents(6));
  static_assert(min(money::from_cents(5), money::from_cents(6)) == money::from_cents(5));
  static_assert(max(duration::of_hours(1), duration::of_minutes(59)) == duration::of_minutes(60));
  duration total;
  total += duration::of_minutes(90);
  total -= duration::of_minutes(30);
  EXPECT_EQ(total, duration::of_hours(1));
}

template <class T>
void overflow_sticks(T most, T one) {
  const T invalid = most + one;
  EXPECT_FALSE(invalid.is_valid());
  EXPECT_FALSE((-most - one - one).is_valid());
  EXPECT_FALSE((most * 2).is_valid());
  EXPECT_FALSE((most * std::numeric_limits<std::uint64_t>::max()).is_valid());
  EXPECT_FALSE((invalid - most).is_valid());
  EXPECT_FALSE((one - invalid).is_valid());
  EXPECT_FALSE((-invalid).is_valid());
  EXPECT_FALSE((invalid * 0).is_valid());
  EXPECT_FALSE(min(invalid, one).is_valid());
  EXPECT_FALSE(max(invalid, one).is_valid());
  EXPECT_FALSE(min(one, invalid).is_valid());
  EXPECT_FALSE(max(one, invalid).is_valid());
  EXPECT_FALSE(invalid == invalid);
  EXPECT_TRUE(invalid != invalid);
  EXPECT_FALSE(invalid < one);
  EXPECT_FALSE(invalid > one);
  EXPECT_FALSE(invalid <= invalid);
  EXPECT_EQ(invalid <=> one, std::partial_ordering::unordered);
  EXPECT_EQ(to_string(invalid), "invalid");
  EXPECT_FALSE(T::invalid().is_valid());
  EXPECT_TRUE(most.is_valid());
  EXPECT_EQ(-(-most), most);
}

TEST(amounts, an_overflow_sticks_and_is_never_a_number) {
  overflow_sticks(money::from_cents(highest), money::from_cents(1));
  overflow_sticks(unit_price::from_e6(highest), unit_price::from_e6(1));
  overflow_sticks(percentage::from_e4(highest), percentage::from_e4(1));
  overflow_sticks(quantity::from_e4(highest), quantity::from_e4(1));
  overflow_sticks(duration::of_seconds(highest), duration::of_seconds(1));
  EXPECT_FALSE(money::from_euros(highest).is_valid());
  EXPECT_FALSE(money::from_cents(std::numeric_limits<std::uint64_t>::max()).is_valid());
  EXPECT_FALSE(duration::of_hours(highest / 60).is_valid());
  EXPECT_FALSE(unit_price::from_money(money::from_cents(highest)).is_valid());
  EXPECT_FALSE(unit_price::from_money(money::invalid()).is_valid());
}

TEST(amounts, are_written_without_doubt) {
  EXPECT_EQ(to_string(money::from_cents(2123)), "21.23");
  EXPECT_EQ(to_string(money::from_cents(-5)), "-0.05");
  EXPECT_EQ(to_string(money::from_cents(0)), "0.00");
  EXPECT_EQ(to_string(money::from_cents(highest)), "92233720368547758.07");
  EXPECT_EQ(to_string(money::from_cents(-highest)), "-92233720368547758.07");
  EXPECT_EQ(to_string(unit_price::from_e6(24'580'000)), "24.58");
  EXPECT_EQ(to_string(unit_price::from_e6(25'000'000)), "25.00");
  EXPECT_EQ(to_string(unit_price::from_e6(23'456'000)), "23.456");
  EXPECT_EQ(to_string(unit_price::from_e6(-1)), "-0.000001");
  EXPECT_EQ(to_string(percentage::from_e4(136'192)), "13.6192");
  EXPECT_EQ(to_string(percentage::from_percent(20)), "20");
  EXPECT_EQ(to_string(percentage::from_e4(-5'000)), "-0.5");
  EXPECT_EQ(to_fixed(percentage::from_percent(29), 2), "29.00");
  EXPECT_EQ(to_fixed(percentage::from_e4(10'050), 1), "1.0");
  EXPECT_EQ(to_fixed(percentage::from_e4(10'500), 1), "1.1");
  EXPECT_EQ(to_fixed(percentage::invalid(), 2), "invalid");
  EXPECT_EQ(to_string(quantity::from_e4(11'700)), "1.17");
  EXPECT_EQ(to_string(duration::of_minutes(77)), "4620");
  EXPECT_EQ(to_string(duration::of_seconds(-1)), "-1");
  EXPECT_EQ(to_minutes_string(duration::of_minutes(77)), "77 min");
  EXPECT_EQ(to_minutes_string(duration::of_seconds(4518)), "75 min 18 s");
  EXPECT_EQ(to_minutes_string(duration::of_seconds(-30)), "-30 s");
  EXPECT_EQ(to_minutes_string(duration::of_seconds(-90)), "-1 min 30 s");
  EXPECT_EQ(to_minutes_string(duration{}), "0 min");
  EXPECT_EQ(to_minutes_string(duration::invalid()), "invalid");
}

TEST(amounts, are_read_without_losing_a_digit) {
  EXPECT_EQ(parse_money("21.23").value(), money::from_cents(2123));
  EXPECT_EQ(parse_money("21.2").value(), money::from_cents(2120));
  EXPECT_EQ(parse_money("21.230000").value(), money::from_cents(2123));
  EXPECT_EQ(parse_money("-0.05").value(), money::from_cents(-5));
  EXPECT_EQ(parse_money("21.234").error(), error_code::inexact);
  EXPECT_EQ(parse_money("21,23").error(), error_code::invalid_syntax);
  EXPECT_EQ(parse_money("92233720368547758.08").error(), error_code::out_of_range);
  EXPECT_EQ(parse_money("92233720368547759").error(), error_code::overflow);
  EXPECT_EQ(parse_unit_price("23.456789").value(), unit_price::from_e6(23'456'789));
  EXPECT_EQ(parse_unit_price("23.4567891").error(), error_code::inexact);
  EXPECT_EQ(parse_percentage("13.6192").value(), percentage::from_e4(136'192));
  EXPECT_EQ(parse_percentage("13.61925").error(), error_code::inexact);
  EXPECT_EQ(parse_quantity("1.17").value(), quantity::from_e4(11'700));
  EXPECT_EQ(parse_duration("4620").value(), duration::of_minutes(77));
  EXPECT_EQ(parse_duration("4620.5").error(), error_code::inexact);
  EXPECT_EQ(money::from_decimal({21235, 3}, rounding_mode::half_even).value(), money::from_cents(2124));
  EXPECT_EQ(money::from_decimal({21235, 3}, rounding_mode::down).value(), money::from_cents(2123));
  static_assert(parse_money("21.23").value().cents == 2123);
}

TEST(amounts, survive_printing_and_reading) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 50'000; ++i) {
    const std::int64_t number = static_cast<std::int64_t>(random()) >> (1 + random() % 62);
    ASSERT_EQ(parse_money(to_string(money::from_cents(number))).value().cents, number);
    ASSERT_EQ(parse_unit_price(to_string(unit_price::from_e6(number))).value().e6, number);
    ASSERT_EQ(parse_percentage(to_string(percentage::from_e4(number))).value().e4, number);
    ASSERT_EQ(parse_quantity(to_string(quantity::from_e4(number))).value().e4, number);
    ASSERT_EQ(parse_duration(to_string(duration::of_seconds(number))).value().seconds, number);
    ASSERT_EQ(money::from_decimal(to_decimal(money::from_cents(number))).value().cents, number);
  }
}

}  // namespace
