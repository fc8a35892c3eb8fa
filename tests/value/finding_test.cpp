#include "esppadom/value/finding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace esppadom;

constexpr finding_kind late = {"ESP-TST-001",
                               severity::warning,
                               "The visit {0} ends after {1}.",
                               "L'intervention {0} finit après {1}.",
                               "Check {1} in the schedule.",
                               "Vérifiez {1} dans le planning."};
constexpr finding_kind broken = {"ESP-TST-002", severity::error, "Broken: {0}", "Cassé : {0}", "", ""};
constexpr finding_kind note = {"ESP-TST-003", severity::info, "Note {2} {x} {} {00} {1", "Note", "", ""};

finding make(const finding_kind& kind, std::vector<std::string> arguments = {}, std::uint64_t line = 0) {
  finding found;
  found.kind = &kind;
  found.line = line;
  found.arguments = std::move(arguments);
  return found;
}

TEST(finding, speaks_both_languages_and_says_what_to_do) {
  const finding found = make(late, {"V1", "18:00"});
  EXPECT_EQ(message(found, language::english), "The visit V1 ends after 18:00. Check 18:00 in the schedule.");
  EXPECT_EQ(message(found, language::french), "L'intervention V1 finit après 18:00. Vérifiez 18:00 dans le planning.");
  EXPECT_EQ(found.code(), "ESP-TST-001");
  EXPECT_EQ(found.level(), severity::warning);
  EXPECT_EQ(message(finding{}, language::french), "");
}

TEST(finding, fills_only_the_placeholders_it_has_arguments_for) {
  EXPECT_EQ(message(make(note, {"a", "b"}), language::english), "Note {2} {x} {} a {1");
  EXPECT_EQ(message(make(broken, {"{1} and {0}", "never"}), language::english), "Broken: {1} and {0}");
}

TEST(finding, has_a_total_order) {
  std::vector<finding> all;
  for (const char* file : {"a", "b"}) {
    for (const std::uint64_t line : {2U, 10U}) {
      for (const std::uint64_t column : {1U, 3U}) {
        for (const char* document : {"D1", "D2"}) {
          for (const char* path : {"p", "q"}) {
            for (const finding_kind* kind : {&late, &broken}) {
              for (const char* argument : {"x", "y"}) {
                all.push_back({kind, document, path, file, line, column, {argument}});
              }
            }
          }
        }
      }
    }
  }
  std::vector<finding> shuffled(all.rbegin(), all.rend());
  std::sort(shuffled.begin(), shuffled.end(), finding_less);
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_FALSE(finding_less(shuffled[i], all[i]));
    EXPECT_FALSE(finding_less(all[i], shuffled[i]));
    EXPECT_TRUE(i == 0 || finding_less(all[i - 1], all[i]));
  }
}

TEST(findings, are_kept_up_to_the_limit_and_counted_beyond) {
  findings found(3);
  EXPECT_TRUE(found.empty());
  for (std::uint64_t line = 1; line <= 5; ++line)
    found.add(make(late, {}, line));
  found.add(make(broken));
  found.add(make(late));
  ASSERT_EQ(found.items().size(), 3U);
  EXPECT_EQ(found.items()[2].line, 3U);
  ASSERT_EQ(found.dropped().size(), 2U);
  EXPECT_EQ(found.dropped()[0].kind, &late);
  EXPECT_EQ(found.dropped()[0].count, 3U);
  EXPECT_EQ(found.dropped()[1].count, 1U);
  EXPECT_EQ(found.count(severity::warning), 6U);
  EXPECT_EQ(found.count(severity::error), 1U);
  EXPECT_EQ(found.total(), 7U);
  EXPECT_TRUE(found.has_errors());
}

TEST(findings, merge_as_if_all_had_been_added_to_one) {
  findings left(4);
  left.add(make(late, {}, 1));
  findings right(2);
  for (std::uint64_t line = 2; line <= 6; ++line)
    right.add(make(line == 6 ? broken : late, {}, line));
  left.merge(right);
  EXPECT_EQ(left.items().size(), 3U);
  EXPECT_EQ(left.items()[2].line, 3U);
  EXPECT_EQ(left.count(severity::warning), 5U);
  EXPECT_EQ(left.count(severity::error), 1U);
  EXPECT_EQ(left.total(), 6U);
  ASSERT_EQ(left.dropped().size(), 2U);
  EXPECT_EQ(left.dropped()[0].count, 2U);
  findings more;
  for (int i = 0; i < 3; ++i)
    more.add(make(note));
  left.merge(more);
  EXPECT_EQ(left.items().size(), 4U);
  EXPECT_EQ(left.count(severity::info), 3U);
  EXPECT_EQ(findings().limit(), 10'000U);
}

}  // namespace
