// What if: two rule books on one month, and the part of each rule family in the difference.
#include "esppadom/bill/comparison.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "bill/month.hpp"
#include "bill/one_rule.hpp"

namespace esppadom {
namespace {

using tests::euros;

rule_book book(std::string_view keys, std::string_view id = "dep-99") {
  return tests::rules_from(R"({"id": ")" + std::string(id) + R"(", "rule_sets": [{"id": ")" + std::string(id) +
                           R"(-2026", "version": 1, "valid_from": "2026-01-01", "valid_to": null, )"
                           R"("scope": {"level": "departement", "departement": "99"})" +
                           std::string(keys) + "}]}");
}

constexpr std::string_view quarter_hour =
    R"(, "duration": {"rounding": {"object": "duration", "step_min": 15, "mode": "nearest"}})";
constexpr std::string_view sundays_dearer = R"(, "funding": {"surcharges": {"percent": {"sunday": "25"}}})";
constexpr std::string_view both_changes =
    R"(, "duration": {"rounding": {"object": "duration", "step_min": 15, "mode": "nearest"}})"
    R"(, "funding": {"surcharges": {"percent": {"sunday": "25"}}})";

/// 50 minutes on a Monday and 10 minutes on a Sunday, at 24.58 € an hour.
bill_request two_visits(rule_book rules) {
  auto request = tests::request_for("2026-05", std::move(rules));
  request.messages.add(tests::order_of({}));
  tests::made monday;
  monday.end = "2026-05-04T09:50:00";
  tests::made sunday;
  sunday.id = "DLV-2";
  sunday.start = "2026-05-10T09:00:00";
  sunday.end = "2026-05-10T09:10:00";
  request.messages.add(tests::delivery_of(monday));
  request.messages.add(tests::delivery_of(sunday));
  return request;
}

bill_comparison compared(const bill_request& request, const rule_book& other) {
  return compare_bills(request, bill(request), other);
}

std::vector<std::string> keys_of(const std::vector<differing_key>& keys) {
  std::vector<std::string> names;
  for (const auto& key : keys)
    names.push_back(key.key + (key.funder.empty() ? "" : "@" + key.funder));
  return names;
}

money paid(const bill_figures& figures) { return figures.funders + *figures.beneficiaries; }

TEST(Comparison, the_same_rules_change_nothing) {
  const auto request = two_visits(book(quarter_hour));
  const auto result = compared(request, book(quarter_hour, "another-name"));
  EXPECT_TRUE(result.families.empty());
  EXPECT_TRUE(result.beneficiaries.empty());
  EXPECT_TRUE(result.providers.empty());
  EXPECT_TRUE(result.funders.empty());
  EXPECT_EQ(result.total.ours, result.total.other);
  EXPECT_EQ(result.total.difference, detail::no_figures());
}

// 50 min × 24.58 = 20.4833 €, 45 min = 18.435 €; 10 min = 4.0967 €, 15 min = 6.145 €.
TEST(Comparison, exact_minutes_against_the_quarter_hour) {
  const auto result = compared(two_visits(book("")), book(quarter_hour));
  ASSERT_EQ(result.families.size(), 1U);
  const auto& family = result.families.front();
  EXPECT_EQ(rule_families[family.family].name, "duration");
  EXPECT_EQ(keys_of(family.keys), (std::vector<std::string>{"duration.rounding.object", "duration.rounding.step_min",
                                                            "duration.rounding.mode"}));
  EXPECT_EQ(paid(result.total.ours), euros("24.58"));
  EXPECT_EQ(paid(result.total.other), euros("24.58"));  // 24.58 exactly: what one visit loses the other gains
  EXPECT_EQ(*result.total.ours.used, exact_duration(duration::of_minutes(60)));

  auto monday_only = tests::request_for("2026-05", book(""));
  monday_only.messages.add(tests::order_of({}));
  tests::made monday;
  monday.end = "2026-05-04T09:50:00";
  monday_only.messages.add(tests::delivery_of(monday));
  const auto one = compared(monday_only, book(quarter_hour));
  EXPECT_EQ(paid(one.total.difference), euros("18.44") - euros("20.48"));
  EXPECT_EQ(*one.total.difference.used, exact_duration(duration::of_minutes(-5)));
  ASSERT_EQ(one.beneficiaries.size(), 1U);
  EXPECT_EQ(one.beneficiaries.front().name, "B-1");
  EXPECT_EQ(one.beneficiaries.front().difference.adjustments, std::nullopt);
  ASSERT_EQ(one.providers.size(), 1U);
  EXPECT_EQ(one.providers.front().difference.used, std::nullopt);
  EXPECT_EQ(one.families.front().alone, one.total.difference);
  EXPECT_EQ(one.families.front().step, one.total.difference);
}

// The Sunday visit: 10 min at 24.58 = 4.10 €, with 25 % 5.12 €; rounded to 15 min 6.15 € and 7.68 €: the surcharge is
// worth 1.02 € alone and 1.53 € on the longer time.
TEST(Comparison, steps_add_up_where_rules_act_on_each_other) {
  const auto result = compared(two_visits(book("")), book(both_changes));
  ASSERT_EQ(result.families.size(), 2U);
  const auto& duration_part = result.families[0];
  const auto& funding_part = result.families[1];
  EXPECT_EQ(keys_of(funding_part.keys), std::vector<std::string>{"funding.surcharges.percent.sunday"});
  EXPECT_EQ(duration_part.alone, duration_part.step);
  EXPECT_EQ(paid(duration_part.step) + paid(funding_part.step), paid(result.total.difference));
  EXPECT_NE(funding_part.alone, funding_part.step);

  const auto with_sundays = two_visits(book(sundays_dearer));
  const auto plain = two_visits(book(""));
  const auto owed = [](const bill_request& request) { return paid(detail::figures_of_run(bill(request)).total); };
  EXPECT_EQ(paid(funding_part.alone), owed(with_sundays) - owed(plain));
  EXPECT_EQ(paid(result.total.difference), owed(two_visits(book(both_changes))) - owed(plain));
}

TEST(Comparison, a_ledger_kept_under_our_rules_does_not_stand_in_the_way) {
  auto request = two_visits(book(""));
  request.before = bill(request).after;
  tests::made later;
  later.id = "DLV-3";
  later.start = "2026-05-11T09:00:00";
  later.end = "2026-05-11T09:50:00";
  request.messages.add(tests::delivery_of(later));
  const auto result = compared(request, book(quarter_hour, "dep-99-other"));
  EXPECT_FALSE(result.found.has_errors());
  EXPECT_EQ(result.total.ours.used, exact_duration(duration::of_minutes(110)));
  EXPECT_EQ(result.total.other.used, exact_duration(duration::of_minutes(105)));
}

TEST(Comparison, names_keys_of_funders_and_of_other_dates) {
  const auto ours = book(R"(, "funding": {"per_funder": [{"funder": "M1", "nature": "complement", "percent": "50"}]})");
  const auto other =
      book(R"(, "funding": {"per_funder": [{"funder": "M1", "nature": "complement", "percent": "40"}]})");
  EXPECT_EQ(keys_of(differing_keys(ours, other)), std::vector<std::string>{"funding.per_funder.percent@M1"});
  auto later = ours;
  later.versions.front().valid_from = tests::day("2026-02-01");
  const auto keys = keys_of(differing_keys(ours, later));
  EXPECT_NE(std::find(keys.begin(), keys.end(), "funding.per_funder.nature@M1"), keys.end());
  EXPECT_TRUE(differing_keys(ours, ours).empty());
}

// The law that makes a family's effect well defined: whoever and whenever one asks, a mixture says of each family what
// the book it is from says.
TEST(Comparison, a_mixture_holds_each_family_as_its_book_has_it) {
  const auto root = std::filesystem::path(ESPPADOM_SOURCE_DIR) / "examples" / "rules";
  std::vector<rule_book> books;
  for (const char* name : {"departement", "carry-five-months", "two-funders", "participation", "invoicing", "sunday"})
    books.push_back(tests::rules_of_file(root / (std::string(name) + ".json")));
  tests::dice dice(20261122);
  for (int round = 0; round < 400; ++round) {
    const auto& ours = books[static_cast<std::size_t>(dice.pick(0, 5))];
    const auto& other = books[static_cast<std::size_t>(dice.pick(0, 5))];
    family_mask mask;
    for (std::size_t i = 0; i < mask.size(); ++i)
      mask.set(i, dice.chance(50));
    rule_query query;
    query.date = tests::day("2025-12-01") + static_cast<std::int32_t>(dice.pick(0, 400));
    query.departement = dice.chance(80) ? "99" : "";
    query.funder = dice.chance(50) ? "CD99" : "MUT99";
    query.provider = dice.chance(50) ? "512" : "SAAD-1";
    const auto mixed = resolve(mixed_book(ours, other, mask), query).rules;
    const auto our_rules = resolve(ours, query).rules;
    const auto other_rules = resolve(other, query).rules;
    std::size_t place = 0;
    for_each_member<rule_set>([&](const auto& entry) {
      const auto& expected = mask.test(place) ? other_rules : our_rules;
      EXPECT_EQ(mixed.*(entry.member), expected.*(entry.member)) << rule_families[place].name << " in round " << round;
      ++place;
    });
  }
}

}  // namespace
}  // namespace esppadom
