#include "esppadom/value/decimal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "rational_oracle.hpp"

namespace {

using namespace esppadom;

oracle::rational exact(decimal value) {
  oracle::integer power = 1;
  for (int i = 0; i < value.scale; ++i)
    power *= 10;
  return {oracle::integer(value.coefficient), power};
}

TEST(decimal, keeps_what_was_written) {
  const struct {
    const char* text;
    std::int64_t coefficient;
    int scale;
    const char* written;
  } rows[] = {
      {"0", 0, 0, "0"},
      {"1.50", 150, 2, "1.50"},
      {"-0.05", -5, 2, "-0.05"},
      {"+21.23", 2123, 2, "21.23"},
      {".5", 5, 1, "0.5"},
      {"5.", 5, 0, "5"},
      {"007", 7, 0, "7"},
      {"0.8333333333333334", 8333333333333334, 16, "0.8333333333333334"},
      {"9223372036854775807", 9223372036854775807, 0, "9223372036854775807"},
      {"-9.223372036854775807", -9223372036854775807, 18, "-9.223372036854775807"},
      {"0.000000000000000001", 1, 18, "0.000000000000000001"},
      {"-0.0", 0, 1, "0.0"},
  };
  for (const auto& row : rows) {
    const auto read = parse_decimal(row.text);
    ASSERT_TRUE(read) << row.text;
    EXPECT_EQ(read->coefficient, row.coefficient) << row.text;
    EXPECT_EQ(read->scale, row.scale) << row.text;
    EXPECT_EQ(to_string(*read), row.written);
  }
}

TEST(decimal, refuses_what_is_no_decimal) {
  for (const char* text :
       {"", "+", "-", ".", "-.", "1,5", "1e3", " 1", "1 ", "1.2.3", "--1", "1-", "0x10", "NaN", "INF", "1 000",
        "\xC2\xA0"
        "1"}) {
    EXPECT_EQ(parse_decimal(text).error(), error_code::invalid_syntax) << text;
  }
}

TEST(decimal, never_cuts_digits_but_forgives_zeros) {
  EXPECT_EQ(parse_decimal("9223372036854775808").error(), error_code::out_of_range);
  EXPECT_EQ(parse_decimal("0.0000000000000000001").error(), error_code::out_of_range);
  EXPECT_EQ(parse_decimal("1.00000000000000000000000001").error(), error_code::out_of_range);
  EXPECT_EQ(parse_decimal("99999999999999999999x").error(), error_code::invalid_syntax);
  const auto long_tail = parse_decimal("12.50000000000000000000000000000");
  ASSERT_TRUE(long_tail);
  EXPECT_EQ(*long_tail, (decimal{125, 1}));
  EXPECT_EQ(parse_decimal("-000000000000000000000000012.5").value(), (decimal{-125, 1}));
}

TEST(decimal, is_compared_by_value) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 50'000; ++i) {
    const decimal a{static_cast<std::int64_t>(random()) >> (random() % 63), static_cast<std::uint8_t>(random() % 19)};
    decimal b{static_cast<std::int64_t>(random()) >> (random() % 63), static_cast<std::uint8_t>(random() % 19)};
    if (i % 4 == 0) b = normalised(a);
    const oracle::rational x = exact(a);
    const oracle::rational y = exact(b);
    ASSERT_EQ(a < b, x < y) << to_string(a) << " " << to_string(b);
    ASSERT_EQ(a == b, x == y) << to_string(a) << " " << to_string(b);
    ASSERT_EQ(a > b, x > y) << to_string(a) << " " << to_string(b);
  }
  EXPECT_EQ((decimal{150, 2}), (decimal{15, 1}));
}

TEST(decimal, survives_printing_and_reading) {
  std::mt19937_64 random(12);
  for (int i = 0; i < 50'000; ++i) {
    decimal value{static_cast<std::int64_t>(random()) >> (random() % 63), static_cast<std::uint8_t>(random() % 19)};
    if (value.coefficient == std::numeric_limits<std::int64_t>::min()) value.coefficient = 0;
    const decimal back = parse_decimal(to_string(value)).value();
    ASSERT_EQ(back.coefficient, value.coefficient) << to_string(value);
    ASSERT_EQ(back.scale, value.scale) << to_string(value);
    ASSERT_EQ(exact(normalised(value)), exact(value));
    ASSERT_TRUE(normalised(value).scale == 0 || normalised(value).coefficient % 10 != 0);
  }
}

TEST(decimal, is_rescaled_as_the_mode_says) {
  std::mt19937_64 random(13);
  int answered = 0;
  for (int i = 0; i < 60'000; ++i) {
    const decimal value{static_cast<std::int64_t>(random()) >> (random() % 63),
                        static_cast<std::uint8_t>(random() % 19)};
    const auto scale = static_cast<unsigned>(random() % 19);
    oracle::integer power = 1;
    for (unsigned k = 0; k < scale; ++k)
      power *= 10;
    for (const rounding_mode mode : oracle::all_modes) {
      const auto expected = oracle::round(exact(value) * power, mode);
      const auto actual = rescale(value, scale, mode);
      if (!expected) {
        ASSERT_EQ(actual.error(), error_code::inexact);
      } else if (*expected > std::numeric_limits<std::int64_t>::max() ||
                 *expected < std::numeric_limits<std::int64_t>::min()) {
        ASSERT_EQ(actual.error(), error_code::overflow);
      } else {
        ASSERT_EQ(actual.value(), *expected) << to_string(value) << " to " << scale << " " << name_of(mode);
        ++answered;
      }
    }
  }
  EXPECT_GT(answered, 100'000);
  EXPECT_EQ(rescale({1255, 3}, 2, rounding_mode::half_up).value(), 126);
  EXPECT_EQ(rescale({1, 0}, 19, rounding_mode::half_up).error(), error_code::invalid_value);
  EXPECT_EQ(to_string(rounded({29, 0}, 2, rounding_mode::half_up).value()), "29.00");
}

TEST(decimal, lenient_reading_tells_what_it_tolerated) {
  decimal_leniency met;
  EXPECT_EQ(parse_decimal_lenient("12.50", met).value(), (decimal{1250, 2}));
  EXPECT_FALSE(met.any());
  EXPECT_EQ(parse_decimal_lenient("1 234,5", met).value(), (decimal{12345, 1}));
  EXPECT_TRUE(met.comma && met.thousands_blanks && !met.exponent && !met.surrounding_blanks && !met.digits_cut);
  for (const char* text : {"1\xC2\xA0"
                           "234\xE2\x80\xAF"
                           "567,8",
                           "1\xE2\x80\x89"
                           "234 567.8"}) {
    EXPECT_EQ(parse_decimal_lenient(text, met).value(), (decimal{12345678, 1})) << text;
    EXPECT_TRUE(met.thousands_blanks) << text;
  }
  EXPECT_EQ(parse_decimal_lenient("\n 3 \t", met).value(), (decimal{3, 0}));
  EXPECT_TRUE(met.surrounding_blanks && !met.comma);
  EXPECT_EQ(parse_decimal_lenient("8.25E-1", met).value(), (decimal{825, 3}));
  EXPECT_TRUE(met.exponent && !met.digits_cut);
  EXPECT_EQ(parse_decimal_lenient("-1,5e+03", met).value(), (decimal{-1500, 0}));
  EXPECT_EQ(parse_decimal_lenient("1.16666666666666674068", met).value(), (decimal{1166666666666666740, 18}));
  EXPECT_TRUE(met.digits_cut);
  EXPECT_EQ(parse_decimal_lenient("1.6666666666666667e-05", met).value(), (decimal{16666666666666, 18}));
  EXPECT_TRUE(met.digits_cut && met.exponent);
  EXPECT_EQ(parse_decimal_lenient("1e-400", met).value(), (decimal{0, 0}));
  EXPECT_TRUE(met.digits_cut);
  EXPECT_EQ(parse_decimal_lenient("0e400", met).value(), (decimal{0, 0}));
  EXPECT_EQ(parse_decimal_lenient("1e19", met).error(), error_code::out_of_range);
  EXPECT_EQ(parse_decimal_lenient("1e99999999999999", met).error(), error_code::out_of_range);
  EXPECT_EQ(parse_decimal_lenient("99999999999999999999", met).error(), error_code::out_of_range);
}

TEST(decimal, lenient_reading_still_refuses_what_could_mean_two_things) {
  decimal_leniency met;
  for (const char* text : {"", " ", "1.234,56", "1,234,567", "1 23", "12 34", "1234 567", " ,", "1 234 56,7", "1,2 3",
                           "1e", "e5", "1e5.0", "1e+", "abc", "1 ,5", "1  234", "12 %",
                           "1\xC2"
                           "234"}) {
    EXPECT_EQ(parse_decimal_lenient(text, met).error(), error_code::invalid_syntax) << text;
  }
}

}  // namespace
