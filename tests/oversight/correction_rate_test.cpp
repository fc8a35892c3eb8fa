// The rates of section 2e: vectors, and properties on random visits.
#include "esppadom/oversight/correction_rate.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <boost/multiprecision/cpp_int.hpp>

#include "esppadom/exchange/rule_book_json.hpp"
#include "varied.hpp"

namespace esppadom_tests {
namespace {

using namespace esppadom;
using rational = boost::multiprecision::cpp_rational;
using json = simdjson::dom::element;

correction_rules rules_of(const json& members) {
  const std::string text =
      R"({"rule_set": {"id": "v", "version": 1, "scope": {"level": "departement"}, "correction": )" +
      simdjson::to_string(members) + "}}";
  findings found;
  const auto book = load_rule_book(text, found);
  EXPECT_TRUE(book.has_value()) << text << message(found.items().at(0), language::english);
  return resolve(book.value_or(rule_book{}), {}).rules.correction;
}

bool flag(const json& object, std::string_view key, bool absent = false) {
  bool value = absent;
  return object[key].get(value) == simdjson::SUCCESS ? value : absent;
}
std::int64_t number(const json& object, std::string_view key) {
  std::int64_t value = 0;
  return object[key].get(value) == simdjson::SUCCESS ? value : 0;
}

std::vector<rated_visit> visits_of(const json& groups) {
  std::vector<rated_visit> visits;
  for (const json group : simdjson::dom::array(groups)) {
    rated_visit visit;
    visit.corrected = parse_enum<visit_class>(std::string_view(group["class"])).value();
    visit.concerned_sides = static_cast<std::uint8_t>(number(group, "concerned_sides"));
    visit.both_stamps_valid = flag(group, "both_stamps_valid");
    visit.incomplete_call = flag(group, "incomplete_call");
    visit.incompatible = flag(group, "incompatible");
    visit.outage = flag(group, "outage");
    visit.outside_rates = flag(group, "outside_rates");
    visit.extra_minutes_count = flag(group, "extra_minutes_count");
    visit.invoiced = flag(group, "invoiced", true);
    visit.billed = duration::of_seconds(number(group, "billed_seconds"));
    visits.insert(visits.end(), static_cast<std::size_t>(number(group, "count")), visit);
  }
  return visits;
}

void expect_rate(const json& expected, const std::string& key, const exact_rate& value) {
  json wanted;
  if (expected[key].get(wanted) == simdjson::SUCCESS) {
    EXPECT_EQ(value.is_defined(), !wanted.is_null()) << key;
    if (!wanted.is_null()) {
      EXPECT_EQ(rational(value.numerator, value.denominator), rational(std::string(std::string_view(wanted)))) << key;
    }
  }
  if (expected[key + "_pct"].get(wanted) == simdjson::SUCCESS) {
    const auto text = to_percent(value);
    EXPECT_EQ(text.has_value(), !wanted.is_null()) << key;
    if (!wanted.is_null()) {
      EXPECT_EQ(*text, std::string_view(wanted)) << key;
    }
  }
}

TEST(correction_rate, vectors) {
  simdjson::dom::parser parser;
  const json file = parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/correction_rate.json");
  int count = 0;
  for (const json item : simdjson::dom::array(file["cases"])) {
    SCOPED_TRACE(std::string(std::string_view(item["name"])));
    const json input = item["input"];
    const json expected = item["expected"];
    const correction_rules rules = rules_of(input["rules"]);
    std::string_view population = "all";
    if (input["population"].get(population) != simdjson::SUCCESS) population = "all";
    const auto tally = tally_of(visits_of(input["visits"]), rules, parse_enum<rated_population>(population).value());
    std::int64_t wanted = 0;
    if (expected["interventions"].get(wanted) == simdjson::SUCCESS) {
      EXPECT_EQ(tally.interventions, wanted);
    }
    if (expected["corrected"].get(wanted) == simdjson::SUCCESS) {
      EXPECT_EQ(tally.corrected, wanted);
    }
    expect_rate(expected, "by_intervention", correction_rate(tally, correction_unit::by_intervention));
    expect_rate(expected, "by_stamp", correction_rate(tally, correction_unit::by_stamp));
    expect_rate(expected, "by_minutes", correction_rate(tally, correction_unit::by_minutes));
    expect_rate(expected, "creation", creation_rate(tally));
    expect_rate(expected, "modification", modification_rate(tally));
    expect_rate(expected, "telegestion", telegestion_rate(tally));
    expect_rate(expected, "declarative", declarative_rate(tally));
    expect_rate(expected, "incomplete_call", incomplete_call_correction_rate(tally));
    json exceeded;
    if (expected["exceeds"].get(exceeded) == simdjson::SUCCESS) {
      const auto found = exceeds_threshold(tally, rules);
      EXPECT_EQ(found.has_value(), !exceeded.is_null());
      if (found && !exceeded.is_null()) {
        EXPECT_EQ(*found, bool(exceeded));
      }
    }
    ++count;
  }
  EXPECT_GE(count, 30);
}

rated_visit random_visit(random_bits& random) {
  rated_visit visit;
  visit.corrected = enum_names<visit_class>::items[pick(random, 0, 11)].value;
  visit.concerned_sides = static_cast<std::uint8_t>(pick(random, 0, 2));
  visit.both_stamps_valid = visit.corrected == visit_class::stamped;
  visit.incomplete_call = pick(random, 0, 4) == 0;
  visit.incompatible = pick(random, 0, 9) == 0;
  visit.outage = pick(random, 0, 9) == 0;
  visit.outside_rates = pick(random, 0, 9) == 0;
  visit.extra_minutes_count = pick(random, 0, 9) == 0;
  visit.invoiced = pick(random, 0, 3) > 0;
  visit.billed = duration::of_seconds(pick(random, 0, 20'000));
  visit.month = local_month::of(2026, static_cast<int>(pick(random, 1, 6))).value();
  static constexpr std::string_view names[] = {"A", "B", "C"};
  visit.provider = names[pick(random, 0, 2)];
  visit.beneficiary = names[pick(random, 0, 2)];
  visit.caregiver = names[pick(random, 0, 2)];
  visit.service = names[pick(random, 0, 2)];
  return visit;
}

std::vector<rated_visit> random_visits(random_bits& random) {
  std::vector<rated_visit> visits;
  for (std::int64_t i = pick(random, 0, 60); i > 0; --i)
    visits.push_back(random_visit(random));
  return visits;
}

correction_rules random_rules(random_bits& random) {
  correction_rules rules;
  vary(rules, random);
  return rules;
}

rational value_of(const exact_rate& rate) { return rational(rate.numerator, rate.denominator); }

constexpr correction_unit units[] = {correction_unit::by_intervention, correction_unit::by_stamp,
                                     correction_unit::by_minutes};

// I11.
TEST(correction_rate, every_rate_lies_between_0_and_1) {
  random_bits random(11);
  for (int i = 0; i < 2'000; ++i) {
    const auto tally = tally_of(random_visits(random), random_rules(random), rated_population::all);
    for (const auto& rate :
         {correction_rate(tally, units[0]), correction_rate(tally, units[1]), correction_rate(tally, units[2]),
          creation_rate(tally), modification_rate(tally), telegestion_rate(tally), declarative_rate(tally),
          incomplete_call_correction_rate(tally)}) {
      if (!rate.is_defined()) continue;
      ASSERT_GE(value_of(rate), 0);
      ASSERT_LE(value_of(rate), 1);
    }
  }
}

TEST(correction_rate, a_stamped_visit_never_raises_it) {
  random_bits random(12);
  for (int i = 0; i < 2'000; ++i) {
    auto visits = random_visits(random);
    const correction_rules rules = random_rules(random);
    const auto before = tally_of(visits, rules, rated_population::all);
    rated_visit stamped = random_visit(random);
    stamped.corrected = visit_class::stamped;
    stamped.extra_minutes_count = false;
    visits.push_back(stamped);
    const auto after = tally_of(visits, rules, rated_population::all);
    for (const correction_unit unit : units) {
      const auto first = correction_rate(before, unit);
      const auto second = correction_rate(after, unit);
      if (first.is_defined()) {
        ASSERT_LE(value_of(second), value_of(first));
      } else if (second.is_defined()) {
        ASSERT_EQ(value_of(second), 0);
      }
    }
  }
}

TEST(correction_rate, an_incompatible_visit_never_changes_it) {
  random_bits random(13);
  for (int i = 0; i < 2'000; ++i) {
    auto visits = random_visits(random);
    const correction_rules rules;
    const auto before = tally_of(visits, rules, rated_population::all);
    visits.push_back(random_visit(random));
    visits.back().incompatible = true;
    const auto after = tally_of(visits, rules, rated_population::all);
    for (const correction_unit unit : units)
      ASSERT_EQ(correction_rate(after, unit), correction_rate(before, unit));
  }
}

TEST(correction_rate, counting_in_parts_gives_the_same) {
  random_bits random(14);
  for (int i = 0; i < 500; ++i) {
    const auto visits = random_visits(random);
    const correction_rules rules = random_rules(random);
    for (const auto by : {correction_group::provider, correction_group::beneficiary, correction_group::caregiver,
                          correction_group::service}) {
      correction_tally sum;
      const auto rows = tally_by(visits, rules, by, rated_population::invoiced);
      for (std::size_t row = 0; row < rows.size(); ++row) {
        sum += rows[row].tally;
        std::vector<rated_visit> own;
        for (const auto& visit : visits) {
          if (group_of(visit, by) == rows[row].group && visit.month == rows[row].period) own.push_back(visit);
        }
        ASSERT_EQ(tally_of(own, rules, rated_population::invoiced), rows[row].tally);
        if (row > 0) {
          ASSERT_LT(std::pair(rows[row - 1].group, rows[row - 1].period), std::pair(rows[row].group, rows[row].period));
        }
      }
      ASSERT_EQ(sum, tally_of(visits, rules, rated_population::invoiced));
    }
  }
}

TEST(correction_rate, the_scope_of_the_rules_groups_by_quarter_too) {
  std::vector<rated_visit> visits(3);
  for (std::size_t i = 0; i < 3; ++i) {
    visits[i].provider = "P";
    visits[i].caregiver = i == 2 ? "C2" : "C1";
    visits[i].month = local_month::of(2026, static_cast<int>(2 + i)).value();  // February to April
  }
  correction_rules rules;
  EXPECT_EQ(tally_by_scope(visits, rules, rated_population::all).size(), 3U);
  rules.scope = correction_scope::provider_quarter;
  const auto rows = tally_by_scope(visits, rules, rated_population::all);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(to_string(rows[0].period), "2026-01");
  EXPECT_EQ(rows[0].tally.interventions, 2);
  EXPECT_EQ(to_string(rows[1].period), "2026-04");
  rules.scope = correction_scope::worker_month;
  EXPECT_EQ(tally_by_scope(visits, rules, rated_population::all).front().group, "C1");
  rules.scope = correction_scope::beneficiary_month;
  EXPECT_EQ(tally_by_scope(visits, rules, rated_population::all).front().group, "");
}

TEST(correction_rate, percents_and_thresholds_are_exact) {
  random_bits random(15);
  for (int i = 0; i < 20'000; ++i) {
    const exact_rate rate{pick(random, 0, 3'000'000'000), pick(random, 1, 3'000'000'000)};
    const percentage threshold = percentage::from_e4(pick(random, 0, 2'000'000));
    ASSERT_EQ(exceeds(rate, threshold), value_of(rate) > rational(threshold.e4, 1'000'000));
    const rational hundredths = value_of(rate) * 10'000 + rational(1, 2);
    const boost::multiprecision::cpp_int rounded = numerator(hundredths) / denominator(hundredths);
    std::string digits = rounded.str();
    if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
    digits.insert(digits.size() - 2, ".");
    ASSERT_EQ(to_percent(rate), digits);
  }
  EXPECT_EQ(to_percent({1, 12}), "8.33");
  EXPECT_EQ(to_percent({1, 800}), "0.13");  // 0.125
  EXPECT_EQ(to_percent({}), std::nullopt);
  EXPECT_FALSE(exceeds({}, percentage()));
}

}  // namespace
}  // namespace esppadom_tests
