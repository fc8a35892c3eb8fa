// Fractions against Boost's rationals.
#include "esppadom/value/fraction.hpp"

#include <gtest/gtest.h>

#include <random>

#include "rational_oracle.hpp"

namespace {

using esppadom::decimal;
using esppadom::fraction;
using esppadom::int128;
using esppadom::rounding_mode;

oracle::rational exact(const fraction& value) { return oracle::ratio(value.numerator(), value.denominator()); }

class random_fractions {
 public:
  fraction next() {
    const int bits = std::uniform_int_distribution(1, 40)(engine_);
    const std::int64_t limit = std::int64_t{1} << bits;
    const auto above = std::uniform_int_distribution<std::int64_t>(-limit, limit)(engine_);
    const auto below = std::uniform_int_distribution<std::int64_t>(1, limit)(engine_);
    return fraction::of(above, below);
  }

 private:
  std::mt19937_64 engine_{20261122};
};

TEST(fraction, arithmetic_agrees_with_rationals) {
  random_fractions draw;
  for (int i = 0; i < 20'000; ++i) {
    const fraction a = draw.next();
    const fraction b = draw.next();
    ASSERT_EQ(exact(a + b), exact(a) + exact(b));
    ASSERT_EQ(exact(a - b), exact(a) - exact(b));
    ASSERT_EQ(exact(a * b), exact(a) * exact(b));
    if (b != fraction()) {
      ASSERT_EQ(exact(a / b), exact(a) / exact(b));
    }
    ASSERT_EQ(a < b, exact(a) < exact(b));
    ASSERT_EQ(a == b, exact(a) == exact(b));
    ASSERT_EQ(exact(min(a, b)), (exact(a) < exact(b) ? exact(a) : exact(b)));
    ASSERT_EQ(exact(max(a, b)), (exact(a) < exact(b) ? exact(b) : exact(a)));
  }
}

TEST(fraction, rounding_agrees_with_rationals) {
  random_fractions draw;
  for (int i = 0; i < 20'000; ++i) {
    const fraction value = i % 4 == 0 ? fraction::of(2 * i - 9999, 2000) : draw.next();  // every fourth may be a tie
    for (const rounding_mode mode : oracle::all_modes) {
      const auto expected = oracle::round(exact(value) * 1000, mode);
      const auto found = round(value, 3, mode);
      if (!expected) {
        ASSERT_EQ(found.error(), esppadom::error_code::inexact) << to_string(value);
      } else {
        ASSERT_EQ(oracle::integer(found.value().coefficient), *expected) << to_string(value);
      }
    }
  }
}

TEST(fraction, is_reduced_with_a_positive_denominator) {
  EXPECT_EQ(to_string(fraction::of(6, -4)), "-3/2");
  EXPECT_EQ(to_string(fraction::of(0, -7)), "0");
  EXPECT_EQ(to_string(fraction(decimal{725, 3})), "29/40");
  EXPECT_EQ(to_string(fraction(5)), "5");
}

TEST(fraction, what_does_not_fit_is_invalid_and_stays_so) {
  const fraction huge(std::int64_t{1} << 62);
  const fraction beyond = huge * huge * huge;
  EXPECT_FALSE(beyond.is_valid());
  EXPECT_FALSE((beyond - beyond).is_valid());
  EXPECT_FALSE((fraction(1) / fraction()).is_valid());
  EXPECT_FALSE(beyond < fraction(1));
  EXPECT_FALSE(beyond == beyond);
  EXPECT_FALSE(max(beyond, fraction(1)).is_valid());
  EXPECT_EQ(to_string(beyond), "invalid");
  EXPECT_EQ(round(beyond, 2, rounding_mode::half_up).error(), esppadom::error_code::invalid_value);
  EXPECT_EQ(round(huge, 2, rounding_mode::half_up).error(), esppadom::error_code::overflow);
  EXPECT_EQ(round(fraction(1), 19, rounding_mode::half_up).error(), esppadom::error_code::out_of_range);
}

TEST(fraction, compares_without_forming_products) {
  const int128 wide = int128{1} << 120;
  EXPECT_TRUE(fraction::of(wide, wide - 1) > fraction::of(wide + 1, wide));
  EXPECT_TRUE(fraction::of(-wide, wide - 1) < fraction::of(-wide - 1, wide));
}

}  // namespace
