#include "esppadom/value/identifier.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "esppadom/value/code.hpp"

namespace {

using namespace esppadom;

TEST(text, blanks_are_collapsed_as_xml_does) {
  EXPECT_EQ(collapsed(" \n a \t b\r\nc "), "a b c");
  EXPECT_EQ(collapsed(""), "");
  EXPECT_EQ(collapsed("  "), "");
  EXPECT_EQ(collapsed("a"), "a");
  EXPECT_EQ(trimmed("\n x y \t"), "x y");
}

TEST(text, comparison_without_building_is_comparison_of_what_would_be_built) {
  // every pair of texts of up to five characters over two letters and two blanks
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].size() == 4) break;
    for (const char c : {'a', 'b', ' ', '\n'})
      texts.push_back(texts[i] + c);
  }
  for (const std::string& a : texts) {
    for (const std::string& b : texts)
      ASSERT_EQ(equal_collapsed(a, b), collapsed(a) == collapsed(b)) << a << "|" << b;
  }
}

TEST(identifier, is_equal_after_collapsing_blanks_and_keeps_zeros) {
  EXPECT_EQ((identifier{"A 12", "", ""}), (identifier{" A \n 12 ", "", ""}));
  EXPECT_NE((identifier{"012", "", ""}), (identifier{"12", "", ""}));
  EXPECT_NE((identifier{"a", "", ""}), (identifier{"A", "", ""}));
  EXPECT_EQ((identifier{" A \n 12 ", "", ""}).key(), "A 12");
  EXPECT_TRUE((identifier{" ", "SIRET", ""}).empty());
}

TEST(identifier, compares_a_scheme_only_when_both_sides_say_one) {
  EXPECT_EQ((identifier{"7", "SIRET", ""}), (identifier{"7", "", ""}));
  EXPECT_EQ((identifier{"7", "SIRET", ""}), (identifier{"7", "token", "token"}));
  EXPECT_EQ((identifier{"7", "token", ""}), (identifier{"7", "", "token"}));
  EXPECT_EQ((identifier{"7", " SIRET", ""}), (identifier{"7", "SIRET ", ""}));
  EXPECT_NE((identifier{"7", "SIRET", ""}), (identifier{"7", "FINESS", ""}));
  EXPECT_NE((identifier{"7", "SIRET", "INSEE"}), (identifier{"7", "SIRET", "DREES"}));
  EXPECT_EQ((identifier{"7", "SIRET", "INSEE"}), (identifier{"7", "SIRET", ""}));
}

TEST(code, is_equal_by_value_and_by_list_when_both_name_one) {
  EXPECT_EQ((code{"COA", "ESPPADOM_EFFECTIVITY_AJUST", ""}), (code{" COA", "", "EDESS"}));
  EXPECT_EQ((code{"COA", "token", ""}), (code{"COA", "ESPPADOM_EFFECTIVITY_AJUST", ""}));
  EXPECT_NE((code{"COA", "LOCAL", ""}), (code{"COA", "ESPPADOM_EFFECTIVITY_AJUST", ""}));
  EXPECT_NE((code{"COA", "", ""}), (code{"COD", "", ""}));
  EXPECT_TRUE((code{" COA ", "LOCAL", ""}).is("COA"));
  EXPECT_TRUE((code{}).empty());
  EXPECT_EQ((code{}), (code{" ", "", ""}));
}

}  // namespace
