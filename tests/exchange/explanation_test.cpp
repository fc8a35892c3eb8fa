// Documents of explanations: words for all that can be said, errors, the same bytes every time.
#include "esppadom/exchange/explanation.hpp"

#include <gtest/gtest.h>

#include <string>

#include "bill/month.hpp"

namespace esppadom {
namespace {

TEST(explanation, has_words_for_every_reason) {
  for (const auto& item : enum_names<unbilled_reason>::items) {
    const auto words = words_of(item.value);
    EXPECT_NE(words.en, "other") << item.name;
    EXPECT_NE(words.en, words.fr) << item.name;
  }
}

TEST(explanation, is_of_one_visit_of_one_provider) {
  auto request = tests::request_for("2026-05");
  request.messages.add(tests::order_of({}));
  tests::made visit;
  request.messages.add(tests::delivery_of(visit));
  visit.provider = "SAAD-2";
  request.messages.add(tests::delivery_of(visit));
  const auto ask = [&](std::string_view id, std::string_view provider, explanation_format format) {
    return explain_visit(request, id, provider, format, language::french);
  };
  EXPECT_EQ(ask("NOBODY", "", explanation_format::text).error(), error_code::missing);
  EXPECT_EQ(ask("DLV-1", "", explanation_format::text).error(), error_code::ambiguous);
  for (const auto format : {explanation_format::text, explanation_format::json, explanation_format::html}) {
    const auto first = ask("DLV-1", "SAAD-1", format);
    ASSERT_TRUE(first);
    EXPECT_NE(first->find("DLV-1"), std::string::npos);
    EXPECT_EQ(*first, *ask("DLV-1", "SAAD-1", format));
  }
  EXPECT_NE(ask("DLV-1", "SAAD-1", explanation_format::text)->find("24,58"), std::string::npos);
}

}  // namespace
}  // namespace esppadom
