#include "esppadom/value/exact_amount.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <vector>

#include "rational_oracle.hpp"

namespace {

using namespace esppadom;
using oracle::all_modes;
using oracle::integer;
using oracle::rational;

constexpr int128 grid = exact_amount::denominator;
constexpr int128 cent = grid / 100;
constexpr int128 millionth = grid / 1'000'000;

// The value on the grid, in euros.
rational exact(const exact_amount& amount) { return oracle::ratio(amount.numerator(), grid); }

std::string place(const rational& value, rounding_mode mode) { return value.str() + " " + std::string(name_of(mode)); }

// Both targets, all modes, against the rational that the amount stands for.
void expect_rounds_as(const exact_amount& amount, const rational& euros) {
  ASSERT_TRUE(amount.is_valid());
  for (const rounding_mode mode : all_modes) {
    const auto cents = oracle::round(euros * 100, mode);
    const auto money_result = round<money>(amount, mode);
    ASSERT_EQ(money_result.has_value(), cents.has_value()) << place(euros, mode);
    if (cents) {
      ASSERT_EQ(money_result->cents, *cents) << place(euros, mode);
    }
    const auto e6 = oracle::round(euros * 1'000'000, mode);
    const auto price_result = round<unit_price>(amount, mode);
    ASSERT_EQ(price_result.has_value(), e6.has_value()) << place(euros, mode);
    if (e6) {
      ASSERT_EQ(price_result->e6, *e6) << place(euros, mode);
    }
  }
}

TEST(exact_amount, holds_time_times_price_times_three_percentages_without_loss) {
  std::mt19937_64 random(31);
  for (int i = 0; i < 40'000; ++i) {
    const auto seconds = static_cast<std::int64_t>(random() % 200'000) - 20'000;
    const auto e6 = static_cast<std::int64_t>(random() % 60'000'000) - 5'000'000;
    exact_amount amount = duration::of_seconds(seconds) * unit_price::from_e6(e6);
    rational euros(integer(seconds) * e6, integer(3'600'000'000));
    const auto factors = random() % 4;
    for (std::uint64_t k = 0; k < factors; ++k) {
      const auto e4 = static_cast<std::int64_t>(random() % 1'500'000) - 100'000;
      amount = amount * percentage::from_e4(e4);
      euros *= rational(integer(e4), 1'000'000);
    }
    ASSERT_TRUE(amount.is_exact());
    ASSERT_EQ(exact(amount), euros);
    expect_rounds_as(amount, euros);
  }
}

TEST(exact_amount, adds_and_compares_as_rationals_do) {
  std::mt19937_64 random(32);
  const auto any = [&random] {
    const auto seconds = static_cast<std::int64_t>(random() % 100'000);
    const auto e6 = static_cast<std::int64_t>(random() % 40'000'000) - 10'000'000;
    const auto e4 = static_cast<std::int64_t>(random() % 1'000'001);
    return duration::of_seconds(seconds) * unit_price::from_e6(e6) * percentage::from_e4(e4);
  };
  for (int i = 0; i < 30'000; ++i) {
    const exact_amount a = any();
    const exact_amount b = i % 4 == 0 ? a : any();
    const rational x = exact(a);
    const rational y = exact(b);
    const auto times = static_cast<std::int64_t>(random() % 2001) - 1000;
    ASSERT_EQ(exact(a + b), x + y);
    ASSERT_EQ(exact(a - b), x - y);
    ASSERT_EQ(exact(-a), -x);
    ASSERT_EQ(exact(a * times), x * times);
    ASSERT_EQ(exact(times * a), x * times);
    ASSERT_EQ(exact(min(a, b)), x < y ? x : y);
    ASSERT_EQ(exact(max(a, b)), x < y ? y : x);
    ASSERT_EQ(a < b, x < y);
    ASSERT_EQ(a > b, x > y);
    ASSERT_EQ(a == b, x == y);
    ASSERT_TRUE((a + b).is_exact() && (a - b).is_exact() && (a * times).is_exact());
  }
}

TEST(exact_amount, takes_money_prices_quantities_and_fractions_of_time) {
  EXPECT_EQ(exact(exact_amount(money::from_cents(-2123))), rational(-2123, 100));
  EXPECT_EQ(exact(exact_amount(unit_price::from_e6(23'456'789))), rational(23'456'789, 1'000'000));
  EXPECT_EQ(exact(quantity::from_units(3) * unit_price::from_cents(790)), rational(2370, 100));
  EXPECT_EQ(exact(unit_price::from_cents(790) * quantity::from_e4(12'345)), rational(integer(790) * 12'345, 1'000'000));
  EXPECT_EQ(exact(unit_price::from_cents(2458) * duration::of_minutes(150)), rational(6145, 100));
  std::mt19937_64 random(33);
  for (int i = 0; i < 20'000; ++i) {
    const auto top = static_cast<std::int64_t>(random() % 10'000'000);
    const auto bottom = static_cast<std::int64_t>(random() % 400) + 1;
    const auto e6 = static_cast<std::int64_t>(random() % 60'000'000) - 10'000'000;
    const exact_amount amount = exact_duration::of_ratio(top, bottom) * unit_price::from_e6(e6);
    const rational euros(integer(top) * e6, integer(bottom) * 3'600'000'000);
    ASSERT_EQ(amount.is_exact(), exact(amount) == euros);
    ASSERT_LE(exact(amount), euros);
    ASSERT_LE(euros, exact(amount) + oracle::ratio(amount.guard(), grid));
    expect_rounds_as(amount, euros);
  }
}

TEST(exact_amount, rounds_at_and_beside_every_tie) {
  std::mt19937_64 random(34);
  for (int i = 0; i < 20'000; ++i) {
    const int128 unit = i % 2 == 0 ? cent : millionth;
    const auto count = static_cast<std::int64_t>(random() >> (random() % 30 + (unit == cent ? 27 : 14)));
    const int128 base = unit * (random() % 2 == 0 ? count : -count);
    for (const int128& beside :
         {int128{0}, int128{1}, int128(unit / 2 - 1), int128(unit / 2), int128(unit / 2 + 1), int128(unit - 1)}) {
      const exact_amount amount = exact_amount::from_numerator(base + beside);
      expect_rounds_as(amount, exact(amount));
    }
  }
}

TEST(exact_amount, rounds_the_ends_of_its_range) {
  for (const int128& numerator : {int128_max, int128_min, int128(int128_max - 1), int128(int128_min + 1)}) {
    const exact_amount amount = exact_amount::from_numerator(numerator);
    expect_rounds_as(amount, exact(amount));
  }
}

// What the contract of the guard says, written out: a breakpoint within the interval is taken as the value.
rational guarded(const exact_amount& amount, const integer& unit, rounding_mode mode) {
  const integer low = oracle::wide(amount.numerator());
  const integer high = low + amount.guard();
  const bool halves =
      mode == rounding_mode::half_up || mode == rounding_mode::half_down || mode == rounding_mode::half_even;
  for (integer multiple = low / unit - 2; multiple <= high / unit + 2; ++multiple) {
    const integer doubled = 2 * multiple * unit + (halves ? unit : integer(0));
    if (2 * low <= doubled && doubled <= 2 * high) return {doubled, integer(2 * unit)};
  }
  return {low, unit};
}

TEST(exact_amount, a_guard_reaches_the_breakpoint_it_covers_and_no_other) {
  std::mt19937_64 random(35);
  for (int i = 0; i < 40'000; ++i) {
    const int128 unit = i % 2 == 0 ? cent : millionth;
    const auto guard = static_cast<std::uint32_t>(random() % (1U << (1 + random() % 23)));
    const auto count = static_cast<std::int64_t>(random() % 1'000'000) - 500'000;
    const int128 near = unit * count + (random() % 2 == 0 ? unit / 2 : int128{0});
    const int128 away = static_cast<std::int64_t>(random() % (2 * std::uint64_t{guard} + 4)) - 2;
    const exact_amount amount = exact_amount::from_numerator(near - away, guard);
    for (const rounding_mode mode : all_modes) {
      const auto expected = oracle::round(guarded(amount, oracle::wide(unit), mode), mode);
      std::optional<std::int64_t> actual;
      if (unit == cent) {
        money out;
        if (round<money>(amount, mode).get(out) == error_code::success) actual = out.cents;
      } else {
        unit_price out;
        if (round<unit_price>(amount, mode).get(out) == error_code::success) actual = out.e6;
      }
      ASSERT_EQ(actual.has_value(), expected.has_value()) << to_string(amount) << " " << name_of(mode);
      if (expected) {
        ASSERT_EQ(*actual, *expected) << to_string(amount) << " " << name_of(mode);
      }
    }
  }
}

TEST(exact_amount, quotients_round_as_the_rationals_they_stand_for) {
  std::mt19937_64 random(36);
  int cut = 0;
  for (int i = 0; i < 60'000; ++i) {
    const auto half_cents = static_cast<std::int64_t>(random() % 2'000'000) - 500'000;
    rational euros(half_cents, 200);
    exact_amount amount = exact_amount::from_numerator(cent / 2 * half_cents);
    // There and back over the same numbers: the value is a tie again, now with a guard.
    std::vector<std::pair<std::int64_t, std::int64_t>> way;
    for (std::uint64_t k = 0; k < 1 + random() % 3; ++k) {
      way.emplace_back(static_cast<std::int64_t>(random() % 200) + 1, static_cast<std::int64_t>(random() % 400) + 1);
    }
    const bool mirrored = random() % 2 == 0;
    for (const auto& [top, bottom] : way) {
      amount = scaled(amount, mirrored ? -top : top, bottom);
      euros *= oracle::ratio(mirrored ? -top : top, bottom);
    }
    expect_rounds_as(amount, euros);
    for (const auto& [top, bottom] : way) {
      amount = scaled(amount, bottom, -top);
      euros *= oracle::ratio(bottom, -top);
    }
    ASSERT_EQ(abs(euros), abs(rational(half_cents, 200)));
    ASSERT_LE(exact(amount), euros);
    ASSERT_LE(euros, exact(amount) + oracle::ratio(amount.guard(), grid));
    expect_rounds_as(amount, euros);
    cut += amount.is_exact() ? 0 : 1;
  }
  EXPECT_GT(cut, 20'000);
}

TEST(exact_amount, parts_of_a_whole_add_up_to_it) {
  std::mt19937_64 random(37);
  for (int i = 0; i < 20'000; ++i) {
    const auto half_cents = static_cast<std::int64_t>(random() % 2'000'000) - 1'000'000;
    const exact_amount whole = exact_amount::from_numerator(cent / 2 * half_cents);
    const rational euros(half_cents, 200);
    const auto parts = static_cast<int>(random() % 30) + 2;
    exact_amount sum;
    exact_amount rest = whole;
    for (int k = 0; k < parts; ++k) {
      sum += scaled(whole, 1, parts);
      rest -= scaled(whole, 1, parts);
    }
    ASSERT_EQ(sum, whole);
    ASSERT_EQ(rest, exact_amount());
    expect_rounds_as(sum, euros);
    expect_rounds_as(rest, rational(0));
    const auto day = static_cast<int>(random() % 31);
    expect_rounds_as(scaled(whole, day, 31) + scaled(whole, 31 - day, 31), euros);
    expect_rounds_as(-(-whole - scaled(whole, day, 7)) - scaled(whole, day, 7), euros);
    const percentage share = percentage::from_e4(static_cast<std::int64_t>(random() % 1'000'001));
    expect_rounds_as(scaled(whole, 1, parts) * share, euros / parts * rational(integer(share.e4), 1'000'000));
  }
}

TEST(exact_amount, a_fourth_percentage_is_an_error_unless_it_falls_on_the_grid) {
  const exact_amount time = duration::of_seconds(1) * unit_price::from_e6(1);
  const percentage odd = percentage::from_e4(333'333);
  const exact_amount three = time * odd * odd * odd;
  EXPECT_TRUE(three.is_exact());
  const exact_amount four = three * odd;
  EXPECT_FALSE(four.is_valid());
  EXPECT_EQ(four.error(), error_code::inexact);
  EXPECT_EQ(round<money>(four, rounding_mode::half_up).error(), error_code::inexact);
  EXPECT_EQ(round<money>(four + three, rounding_mode::half_up).error(), error_code::inexact);
  EXPECT_EQ(round<money>(three - four, rounding_mode::half_up).error(), error_code::inexact);
  EXPECT_EQ(round<money>(-four, rounding_mode::half_up).error(), error_code::inexact);
  EXPECT_EQ(round<money>(scaled(four, 1, 2), rounding_mode::half_up).error(), error_code::inexact);
  EXPECT_EQ(round<money>(min(four, three), rounding_mode::half_up).error(), error_code::inexact);
  EXPECT_EQ(round<money>(max(three, four), rounding_mode::half_up).error(), error_code::inexact);
  EXPECT_EQ(round<money>(four * odd, rounding_mode::half_up).error(), error_code::inexact);
  EXPECT_EQ(to_string(four), "inexact");
  EXPECT_FALSE(four == four);
  EXPECT_TRUE((three * percentage::from_percent(100)).is_exact());
  EXPECT_TRUE((three * percentage::from_percent(0)).is_exact());
  const exact_amount half =
      duration::of_hours(1) * unit_price::from_euros(25) * odd * odd * odd * percentage::from_percent(50);
  EXPECT_TRUE(half.is_exact());
}

TEST(exact_amount, overflow_sticks_and_is_never_a_number) {
  const exact_amount one(money::from_cents(1));
  const exact_amount most = exact_amount::from_numerator(int128_max);
  const std::vector<exact_amount> invalid = {
      exact_amount::invalid(),
      most + one,
      -most - one,
      exact_amount::from_numerator(int128_min) - one,
      -exact_amount::from_numerator(int128_min),
      most * 2,
      most * percentage::from_percent(101),
      scaled(most, 3, 2),
      scaled(one, 1, 0),
      exact_amount(money::invalid()),
      exact_amount(unit_price::invalid()),
      exact_amount(money::from_euros(1'900'000'000)),
      one * percentage::invalid(),
      duration::invalid() * unit_price(),
      duration() * unit_price::invalid(),
      duration::of_seconds(std::numeric_limits<std::int64_t>::max()) * unit_price::from_e6(2),
      exact_duration::invalid() * unit_price(),
      quantity::invalid() * unit_price::from_euros(1),
      quantity::from_units(1'900'000'000) * unit_price::from_euros(1),
      exact_amount::from_numerator(0, exact_amount::guard_limit),
      exact_amount::from_numerator(0, exact_amount::guard_limit - 1) + exact_amount::from_numerator(0, 1),
      exact_amount::from_numerator(0, exact_amount::guard_limit - 1) * 2,
  };
  for (const exact_amount& value : invalid) {
    EXPECT_FALSE(value.is_valid());
    EXPECT_FALSE(value.is_exact());
    EXPECT_EQ(value.error(), error_code::overflow);
    EXPECT_EQ(round<money>(value, rounding_mode::half_up).error(), error_code::overflow);
    EXPECT_EQ(round<unit_price>(value + one, rounding_mode::half_up).error(), error_code::overflow);
    EXPECT_FALSE((one - value).is_valid());
    EXPECT_FALSE((value * 0).is_valid());
    EXPECT_FALSE((value * percentage()).is_valid());
    EXPECT_FALSE(min(value, one).is_valid());
    EXPECT_FALSE(max(one, value).is_valid());
    EXPECT_EQ(value <=> one, std::partial_ordering::unordered);
    EXPECT_EQ(to_string(value), "overflow");
  }
  EXPECT_EQ(most.error(), error_code::success);
}

TEST(exact_amount, the_range_of_time_times_price_ends_where_the_numerator_does) {
  const rational most = oracle::ratio(int128_max, grid);
  std::mt19937_64 random(38);
  int inside = 0;
  for (int i = 0; i < 50'000; ++i) {
    const auto seconds = static_cast<std::int64_t>(random() >> (1 + random() % 40)) * (random() % 2 == 0 ? 1 : -1);
    const auto e6 = static_cast<std::int64_t>(random() >> (1 + random() % 62)) * (random() % 2 == 0 ? 1 : -1);
    const rational euros(integer(seconds) * e6, integer(3'600'000'000));
    const exact_amount amount = duration::of_seconds(seconds) * unit_price::from_e6(e6);
    const exact_amount same = exact_duration(duration::of_seconds(seconds)) * unit_price::from_e6(e6);
    ASSERT_EQ(amount.is_valid(), abs(euros) <= most) << euros;
    ASSERT_EQ(same.is_valid(), amount.is_valid());
    if (!amount.is_valid()) continue;
    ASSERT_EQ(exact(amount), euros);
    ASSERT_EQ(same, amount);
    ++inside;
  }
  EXPECT_GT(inside, 5'000);
}

TEST(exact_amount, percentages_divide_whatever_the_numerator) {
  std::mt19937_64 random(39);
  for (int i = 0; i < 60'000; ++i) {
    int128 numerator = ((static_cast<int128>(random()) << 63) + static_cast<int128>(random() >> 1)) >>
                       static_cast<int>(random() % 120);
    if (i % 3 == 0) numerator = numerator / 1'000'000 * 1'000'000;
    if (random() % 2 == 0) numerator = -numerator;
    const auto e4 = static_cast<std::int64_t>(random() % 2'000'001) - 500'000;
    const exact_amount product = exact_amount::from_numerator(numerator) * percentage::from_e4(e4);
    const integer wide = oracle::wide(numerator) * e4;
    const integer quotient = wide / 1'000'000;
    if (abs(quotient) > oracle::wide(int128_max)) {
      ASSERT_FALSE(product.is_valid());
    } else if (quotient * 1'000'000 != wide) {
      ASSERT_EQ(product.error(), error_code::inexact) << wide;
    } else {
      ASSERT_TRUE(product.is_exact()) << wide;
      ASSERT_EQ(oracle::wide(product.numerator()), quotient);
    }
  }
}

TEST(exact_amount, guards_allow_equality_but_not_order) {
  const exact_amount one(money::from_euros(1));
  const exact_amount seventh = scaled(one, 1, 7);
  EXPECT_FALSE(seventh.is_exact());
  EXPECT_EQ(seventh.guard(), 1U);
  EXPECT_EQ(seventh * 7, one);
  EXPECT_FALSE(seventh * 7 < one);
  EXPECT_FALSE(seventh * 7 > one);
  EXPECT_EQ(-seventh * 7, -one);
  EXPECT_LT(seventh, scaled(one, 1, 6));
  EXPECT_GT(scaled(one, 2, 7), seventh);
  EXPECT_NE(seventh, seventh + exact_amount::from_numerator(2));
  EXPECT_TRUE(scaled(one, 1, 3).is_exact());  // the grid holds ninths
  EXPECT_LT(exact_amount::from_numerator(int128_min, 5), exact_amount::from_numerator(int128_max, 5));
  EXPECT_EQ(exact_amount::from_numerator(int128_min, 5), exact_amount::from_numerator(int128_min + 5));
  EXPECT_LT(exact_amount::from_numerator(int128_min, 5), exact_amount::from_numerator(int128_min + 6));
}

TEST(exact_amount, computes_the_worked_examples) {
  const auto half_up = [](const exact_amount& amount) {
    return to_string(round<money>(amount, rounding_mode::half_up).value());
  };
  // 36 750 cents over 60: the exact tie that decimal floating point misses
  EXPECT_EQ(half_up(scaled(exact_amount(money::from_cents(36'750)), 1, 6'000)), "0.06");
  EXPECT_EQ(half_up(scaled(exact_amount(money::from_cents(36'750)), 1, 60)), "6.13");
  EXPECT_EQ(half_up(duration::of_minutes(35) * unit_price::from_cents(1050)), "6.13");
  // 18:00 to 22:00 at 25 €/h, evening +30 % from 20:00, 150 min under the ceiling
  const unit_price hourly = unit_price::from_euros(25);
  const percentage evening = percentage::from_percent(130);
  EXPECT_EQ(half_up(duration::of_minutes(120) * hourly + duration::of_minutes(30) * hourly * evening), "66.25");
  EXPECT_EQ(half_up(duration::of_minutes(90) * hourly * evening), "48.75");
  static_assert(round<money>(duration::of_minutes(90) * unit_price::from_euros(25) * percentage::from_percent(130),
                             rounding_mode::unnecessary)
                    .value() == money::from_cents(4875));
}

TEST(exact_amount, is_written_as_a_reduced_fraction) {
  EXPECT_EQ(to_string(exact_amount(money::from_cents(6625))), "265/4");
  EXPECT_EQ(to_string(exact_amount(money::from_euros(-12))), "-12");
  EXPECT_EQ(to_string(exact_amount()), "0");
  EXPECT_EQ(to_string(duration::of_seconds(1) * unit_price::from_euros(1)), "1/3600");
  EXPECT_EQ(to_string(scaled(exact_amount(money::from_euros(1)), 1, 7)).front(), '~');
}

}  // namespace
