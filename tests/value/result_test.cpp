#include "esppadom/value/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>

#include "esppadom/value/enum_names.hpp"

namespace {

using namespace esppadom;

constexpr result<int> half(int number) {
  if (number % 2 != 0) return error_code::inexact;
  return number / 2;
}

TEST(result, gives_the_value_in_both_styles) {
  int out = 0;
  EXPECT_EQ(half(8).get(out), error_code::success);
  EXPECT_EQ(out, 4);
  EXPECT_EQ(half(8).value(), 4);
  EXPECT_EQ(*half(8), 4);
  EXPECT_TRUE(half(8));
  static_assert(half(8).value() == 4);
  static_assert(half(7).error() == error_code::inexact);
}

TEST(result, gives_the_reason_and_leaves_the_output_alone) {
  int out = 77;
  EXPECT_EQ(half(7).get(out), error_code::inexact);
  EXPECT_EQ(out, 77);
  EXPECT_FALSE(half(7).has_value());
  EXPECT_EQ(half(7).value_or(5), 5);
  try {
    static_cast<void>(half(7).value());
    FAIL() << "value() must throw";
  } catch (const error& thrown) {
    EXPECT_EQ(thrown.code(), error_code::inexact);
    EXPECT_STREQ(thrown.what(), "the value would need rounding");
  }
}

TEST(result, is_an_error_unless_it_holds_a_value) {
  EXPECT_EQ(result<int>().error(), error_code::invalid_value);
  EXPECT_EQ(result<int>(error_code::success).error(), error_code::invalid_value);
}

TEST(result, moves_what_cannot_be_copied) {
  result<std::unique_ptr<int>> owner(std::make_unique<int>(3));
  std::unique_ptr<int> out;
  ASSERT_EQ(std::move(owner).get(out), error_code::success);
  EXPECT_EQ(*out, 3);
  result<std::string> text(std::string("abc"));
  EXPECT_EQ(text->size(), 3U);
  EXPECT_EQ(std::move(text).value(), "abc");
}

TEST(result, has_a_message_for_every_error_in_both_languages) {
  for (const language in : {language::french, language::english}) {
    std::set<std::string_view> seen;
    for (int code = 0; code <= static_cast<int>(error_code::end_of_input); ++code) {
      const std::string_view text = error_message(static_cast<error_code>(code), in);
      EXPECT_FALSE(text.empty());
      EXPECT_TRUE(seen.insert(text).second) << text;
      EXPECT_NE(text, error_message(static_cast<error_code>(9999), in));
    }
  }
  EXPECT_EQ(name_of(language::french), "fr");
}

}  // namespace
