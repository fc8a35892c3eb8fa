#include "esppadom/billing/stamps.hpp"

#include <random>

#include "billing/vector_reader.hpp"
#include "esppadom/billing/correction_class.hpp"

namespace {

using namespace esppadom;
using vectors::json;

TEST(stamps, class_comes_from_the_code_by_producer_and_issue_date) {
  vectors::for_each_case("stamps_class.json", [](const json& input, const json& expected) {
    stamp_rules rules;
    if (!json(input["code_map"]).is_null()) {
      rules.code_map = vectors::read_value<std::vector<code_map_entry>>(input["code_map"], parameter_unit::none);
    }
    const auto meaning = class_from_code(std::string_view(input["code"]), std::string_view(input["producer"]),
                                         parse_local_date(std::string_view(input["issued"])).value(), rules);
    if (json(expected["class"]).is_null()) {
      EXPECT_FALSE(meaning.has_value());
    } else {
      ASSERT_TRUE(meaning.has_value());
      EXPECT_EQ(name_of(*meaning), std::string_view(expected["class"]));
    }
  });
}

TEST(stamps, codes_are_compared_without_surrounding_blanks) {
  const stamp_rules rules;
  const local_date issued = local_date::of(2026, 3, 15).value();
  EXPECT_EQ(class_from_code(" COA\n", "P1", issued, rules), visit_class::start_corrected);
  EXPECT_EQ(class_from_code("  ", "P1", issued, rules), visit_class::stamped);
  EXPECT_EQ(class_from_code("coa", "P1", issued, rules), std::nullopt);
}

TEST(stamps, a_rule_set_without_a_map_for_the_date_knows_no_code) {
  stamp_rules rules;
  rules.code_map.front().issued_from = local_date::of(2026, 1, 1).value();
  EXPECT_EQ(class_from_code("COA", "P1", local_date::of(2025, 12, 31).value(), rules), std::nullopt);
  EXPECT_EQ(class_from_code("COA", "P1", local_date::of(2026, 1, 1).value(), rules), visit_class::start_corrected);
}

struct seen_case {
  bool arrival;
  bool departure;
  visit_class expected;
};

TEST(stamps, class_by_evidence_names_the_missing_sides) {
  for (const seen_case& each : {seen_case{true, true, visit_class::stamped},
                                {false, true, visit_class::start_corrected},
                                {true, false, visit_class::end_corrected},
                                {false, false, visit_class::created}}) {
    visit_evidence seen;
    seen.arrival_stamped = each.arrival;
    seen.departure_stamped = each.departure;
    EXPECT_EQ(class_from_evidence(seen, {}, {}), each.expected);
  }
}

TEST(stamps, a_method_that_proves_nothing_is_seen_on_either_side) {
  const std::vector<std::string> badge = {"BDG"};
  const std::vector<std::string> typed = {"MAN"};
  visit_evidence seen{true, true, badge, typed, {}, {}};
  stamp_rules rules;
  EXPECT_EQ(class_from_evidence(seen, rules, {}), visit_class::stamped);  // not tested
  rules.probative_methods = {"BDG", "IVR"};
  EXPECT_EQ(class_from_evidence(seen, rules, {}), visit_class::not_probative);
  seen.departure_methods = badge;
  EXPECT_EQ(class_from_evidence(seen, rules, {}), visit_class::stamped);
}

TEST(stamps, a_retained_period_that_leaves_the_stamps_is_seen) {
  const auto at = [](int minute, int second) { return local_time::of(2026, 3, 3, 9, minute, second).value(); };
  visit_evidence seen;
  seen.arrival_stamped = seen.departure_stamped = true;
  seen.retained = interval{at(0, 0), at(50, 0)};
  seen.computed = interval{at(0, 0), at(45, 0)};
  stamp_rules rules;
  EXPECT_EQ(class_from_evidence(seen, rules, {}), visit_class::stamped);  // not tested
  rules.retained_gap = duration::of_minutes(5);
  EXPECT_EQ(class_from_evidence(seen, rules, {}), visit_class::stamped);  // inclusive
  seen.computed->end = at(44, 59);
  EXPECT_EQ(class_from_evidence(seen, rules, {}), visit_class::times_changed);
  seen.computed = interval{at(6, 0), at(50, 0)};
  EXPECT_EQ(class_from_evidence(seen, rules, {}), visit_class::times_changed);
}

TEST(stamps, code_and_evidence_agree_or_the_worst_of_both_counts) {
  using enum visit_class;
  EXPECT_TRUE(agree(both_corrected, created));
  EXPECT_TRUE(agree(data_changed, stamped));
  EXPECT_TRUE(agree(deleted, start_corrected));
  EXPECT_FALSE(agree(stamped, start_corrected));
  EXPECT_FALSE(agree(start_corrected, end_corrected));
  EXPECT_FALSE(agree(data_changed, not_probative));
  EXPECT_EQ(worst(stamped, start_corrected), start_corrected);
  EXPECT_EQ(worst(start_corrected, stamped), start_corrected);
  EXPECT_EQ(worst(start_corrected, end_corrected), start_corrected);
  EXPECT_EQ(worst(data_changed, stamped), data_changed);
  EXPECT_EQ(worst(stamped, not_probative), not_probative);
  EXPECT_EQ(worst(declarative, created), declarative);
}

TEST(stamps, corrections_are_audited_as_the_rule_set_asks) {
  stamp_rules rules;
  const std::optional<std::string> none;
  const std::optional<std::string> reason = "R1";
  const std::optional<std::string> author = "A1";
  EXPECT_FALSE(gaps_of(visit_class::stamped, none, none, rules).any());
  EXPECT_EQ(gaps_of(visit_class::created, none, author, rules), (correction_gaps{true, false, false}));
  EXPECT_EQ(gaps_of(visit_class::created, reason, none, rules), (correction_gaps{false, true, false}));
  EXPECT_FALSE(gaps_of(visit_class::created, reason, author, rules).any());
  rules.reasons_allowed = {{visit_class::created, {"R2"}}};
  EXPECT_EQ(gaps_of(visit_class::created, reason, author, rules), (correction_gaps{false, false, true}));
  EXPECT_FALSE(gaps_of(visit_class::start_corrected, reason, author, rules).any());
}

TEST(stamps, the_check_tells_which_sides_are_missing) {
  visit_times times;
  times.arrival = local_time::of(2026, 3, 3, 9, 0).value();
  const stamp_check check = check_stamps(times, {}, {});
  EXPECT_FALSE(check.arrival_missing);
  EXPECT_TRUE(check.departure_missing);
  EXPECT_TRUE(check.incomplete());
  EXPECT_EQ(check.reason, unbilled_reason::none);
}

TEST(stamps, a_line_with_an_even_stretch_gives_what_a_look_up_gives) {
  std::mt19937_64 random(11);
  const auto below = [&](std::int64_t limit) {
    return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random);
  };
  for (int i = 0; i < 200'000; ++i) {
    const std::int64_t change = paris::detail::summers[static_cast<std::size_t>(20 + below(130))].begin;
    const std::int64_t near =
        below(2) == 0 && change != 0 ? change + below(20'000) - 5'000 : below(std::int64_t{130} * 366 * 86400) - 86400;
    const local_time around{near, 0};
    const local_time time{near + (below(2) == 0 ? below(200'000) - 100'000 : below(80 * 86400) - 40 * 86400),
                          static_cast<std::uint8_t>(below(8) == 0)};
    calendar_rules rules;
    rules.clock_changes = static_cast<dst_policy>(below(2));
    rules.dst_ambiguous = static_cast<ambiguous_policy>(below(3));
    const clock_line with = line_of(rules, around);
    const clock_line without = line_of(rules);
    const result<instant> place = without.place(time);
    ASSERT_EQ(with.place(time).error(), place.error()) << to_string(around) << ' ' << to_string(time);
    ASSERT_EQ(with.place(time).value_or(instant{}), place.value_or(instant{}));
    ASSERT_EQ(with.place_or_invalid(time), place.value_or(instant::invalid()));
    const instant at{time.seconds};
    ASSERT_EQ(with.reading(at), without.reading(at)) << to_string(around) << ' ' << to_string(at);
  }
}

TEST(stamps, the_neutral_rules_are_those_of_the_reference) {
  const stamp_rules rules;
  EXPECT_EQ(rules.pair_max, duration::of_hours(24));
  EXPECT_EQ(rules.missing,
            (missing_rules{missing_policy::use_retained, missing_policy::use_retained, missing_policy::use_retained}));
  EXPECT_EQ(rules.precision, stamp_precision::keep_seconds);
  EXPECT_EQ(rules.tolerance, tolerance_rules{});
  EXPECT_EQ(duration_rules{}.source, duration_source::retained);
  EXPECT_EQ(duration_rules{}.rounding.object, rounding_object::none);
}

}  // namespace
