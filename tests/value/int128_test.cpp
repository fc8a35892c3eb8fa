#include "esppadom/value/int128.hpp"

#include <gtest/gtest.h>

#include <random>

#include "rational_oracle.hpp"

namespace {

using namespace esppadom;

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

// Numbers of every width, and the ends of the range.
struct source {
  std::mt19937_64 random{7};

  int128 wide() {
    switch (random() % 16) {
      case 0:
        return int128_max;
      case 1:
        return int128_min;
      case 2:
        return 0;
      case 3:
        return static_cast<int>(random() % 5) - 2;
      default:
        break;
    }
    const int128 value = ((static_cast<int128>(random() >> 1) << 63) + static_cast<int128>(random() >> 1)) >>
                         static_cast<int>(random() % 126);
    return random() % 2 == 0 ? value : -value;
  }
  std::int64_t narrow() {
    switch (random() % 16) {
      case 0:
        return highest;
      case 1:
        return lowest;
      case 2:
        return -1;
      default:
        break;
    }
    return static_cast<std::int64_t>(random()) >> (random() % 63);
  }
};

TEST(int128, checked_64_bit_arithmetic_tells_every_overflow) {
  source numbers;
  for (int i = 0; i < 100'000; ++i) {
    const std::int64_t a = numbers.narrow();
    const std::int64_t b = numbers.narrow();
    const int128 exact[] = {int128{a} + b, int128{a} - b, int128{a} * b};
    std::int64_t out[] = {0, 0, 0};
    const bool overflow[] = {checked_add(a, b, out[0]), checked_sub(a, b, out[1]), checked_mul(a, b, out[2])};
    for (int k = 0; k < 3; ++k) {
      ASSERT_EQ(overflow[k], exact[k] < lowest || exact[k] > highest) << a << " " << b << " operation " << k;
      if (overflow[k]) continue;
      ASSERT_EQ(out[k], exact[k]) << a << " " << b << " operation " << k;
    }
  }
}

TEST(int128, checked_128_bit_arithmetic_tells_every_overflow) {
  source numbers;
  const oracle::integer most = oracle::wide(int128_max);
  const oracle::integer least = oracle::wide(int128_min);
  for (int i = 0; i < 100'000; ++i) {
    const int128 a = numbers.wide();
    const int128 b = numbers.wide();
    const oracle::integer wide_a = oracle::wide(a);
    const oracle::integer wide_b = oracle::wide(b);
    const oracle::integer exact[] = {wide_a + wide_b, wide_a - wide_b, wide_a * wide_b};
    int128 out[] = {0, 0, 0};
    const bool overflow[] = {checked_add(a, b, out[0]), checked_sub(a, b, out[1]), checked_mul(a, b, out[2])};
    for (int k = 0; k < 3; ++k) {
      ASSERT_EQ(overflow[k], exact[k] > most || exact[k] < least) << wide_a << " " << wide_b << " operation " << k;
      if (overflow[k]) continue;
      ASSERT_EQ(oracle::wide(out[k]), exact[k]) << wide_a << " " << wide_b << " operation " << k;
    }
  }
}

TEST(int128, scaling_is_the_floor_of_the_exact_quotient_whatever_the_width_of_the_product) {
  source numbers;
  const oracle::integer most = oracle::wide(int128_max);
  int wide_products = 0;
  int answered = 0;
  for (int i = 0; i < 60'000; ++i) {
    const int128 value = numbers.wide();
    const int128 multiplier = numbers.wide();
    int128 divisor = numbers.wide();
    if (divisor <= 0) divisor = divisor == 0 || divisor == int128_min ? int128{1} : int128(-divisor);
    const oracle::integer product = oracle::wide(value) * oracle::wide(multiplier);
    const oracle::integer bottom = oracle::wide(divisor);
    oracle::integer floor = product / bottom;
    const bool divides = floor * bottom == product;
    if (!divides && product < 0) --floor;
    const auto actual = detail::scale_floor(value, multiplier, divisor);
    if (abs(product) > most) ++wide_products;
    if (actual.overflow) {
      // Giving up is allowed only at the edge of the range or beyond it.
      if (value == int128_min || multiplier == int128_min) continue;
      ASSERT_GT(abs(floor) + abs(oracle::wide(multiplier)), most / 2) << product << " / " << bottom;
      continue;
    }
    ++answered;
    ASSERT_EQ(oracle::wide(actual.quotient), floor) << product << " / " << bottom;
    ASSERT_EQ(actual.divides, divides) << product << " / " << bottom;
  }
  EXPECT_GT(wide_products, 10'000);
  EXPECT_GT(answered, 20'000);
}

TEST(int128, scaling_bit_by_bit_is_plain_division_on_small_numbers) {
  for (int divisor = 1; divisor <= 40; ++divisor) {
    for (int factor = 0; factor < divisor; ++factor) {
      for (int multiplier = 0; multiplier <= 90; ++multiplier) {
        const auto actual = detail::scale_below_divisor_bitwise(factor, multiplier, divisor);
        ASSERT_EQ(actual.quotient, factor * multiplier / divisor) << factor << " * " << multiplier << " / " << divisor;
        ASSERT_EQ(actual.divides, factor * multiplier % divisor == 0);
        ASSERT_FALSE(actual.overflow);
      }
    }
  }
}

TEST(int128, greatest_common_divisor_is_that_of_boost) {
  source numbers;
  for (int i = 0; i < 20'000; ++i) {
    int128 a = numbers.wide();
    int128 b = numbers.wide();
    if (a == int128_min) a = 12;
    if (b == int128_min) b = -18;
    ASSERT_EQ(oracle::wide(gcd(a, b)), gcd(oracle::wide(a), oracle::wide(b)));
  }
  EXPECT_EQ(gcd(std::int64_t{36}, std::int64_t{-24}), 12);
  EXPECT_EQ(gcd(std::int64_t{0}, std::int64_t{0}), 0);
}

TEST(int128, is_written_in_decimal) {
  EXPECT_EQ(to_string(int128_max), "170141183460469231731687303715884105727");
  EXPECT_EQ(to_string(int128_min), "-170141183460469231731687303715884105728");
  EXPECT_EQ(to_string(int128{0}), "0");
  EXPECT_EQ(to_string(int128{-10}), "-10");
}

}  // namespace
