// Penalties of section 2e: vectors, and properties on random months.
#include "esppadom/oversight/correction_penalty.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <set>

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
  EXPECT_TRUE(book.has_value()) << text << (found.items().empty() ? "" : message(found.items()[0], language::english));
  return resolve(book.value_or(rule_book{}), {}).rules.correction;
}

struct rated_group {
  std::vector<refusable_visit> corrected;
  correction_tally tally;
};

rated_group visits_of(const json& groups, const correction_rules& rules) {
  rated_group out;
  for (const json group : simdjson::dom::array(groups)) {
    refusable_visit visit;
    rated_visit seen;
    seen.corrected = visit.corrected = parse_enum<visit_class>(std::string_view(group["class"])).value();
    std::int64_t seconds = 0;
    if (group["billed_seconds"].get(seconds) != simdjson::SUCCESS) seconds = 0;
    seen.billed = duration::of_seconds(seconds);
    std::string_view text;
    if (group["delivery"].get(text) == simdjson::SUCCESS) visit.delivery_id = text;
    if (group["start"].get(text) == simdjson::SUCCESS) visit.start = parse_local_time(text).value();
    count_visit(visit.counts, seen, rules, rated_population::all);
    const std::int64_t count = group["count"];
    for (std::int64_t i = 0; i < count; ++i) {
      out.tally += visit.counts;
      if (visit.counts.corrected != 0) out.corrected.push_back(visit);
    }
  }
  return out;
}

rational exact(const fraction& value) {
  return rational(boost::multiprecision::cpp_int(to_string(value.numerator())),
                  boost::multiprecision::cpp_int(to_string(value.denominator())));
}

TEST(correction_penalty, vectors) {
  simdjson::dom::parser parser;
  const json file = parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/correction_penalty.json");
  int count = 0;
  for (const json item : simdjson::dom::array(file["cases"])) {
    SCOPED_TRACE(std::string(std::string_view(item["name"])));
    const json expected = item["expected"];
    const auto rules = rules_of(item["input"]["rules"]);
    const auto group = visits_of(item["input"]["visits"], rules);
    const auto judged = judge_rate(group.tally, rules);
    const auto refused = rules.penalty == correction_penalty::refuse_excess
                             ? refused_visits(group.corrected, group.tally, rules)
                             : std::vector<std::size_t>{};
    std::string_view text;
    bool flag = false;
    std::int64_t number = 0;
    json list;
    if (expected["rate"].get(text) == simdjson::SUCCESS) {
      EXPECT_EQ(rational(judged.rate.numerator, judged.rate.denominator), rational(std::string(text)));
    }
    if (expected["exceeds"].get(flag) == simdjson::SUCCESS) {
      EXPECT_EQ(judged.exceeds, flag);
    }
    if (expected["refused"].get(number) == simdjson::SUCCESS) {
      EXPECT_EQ(refused.size(), static_cast<std::size_t>(number));
    }
    if (expected["reduction"].get(text) == simdjson::SUCCESS) {
      EXPECT_EQ(exact(judged.reduction), rational(std::string(text)));
    }
    if (expected["amount"].get(text) == simdjson::SUCCESS) {
      const money base = parse_money(std::string_view(expected["base"])).value();
      EXPECT_EQ(to_string(reduced_by(base, judged.reduction, rounding_mode::half_up).value()), text);
    }
    if (expected["refused_visits"].get(list) == simdjson::SUCCESS) {
      std::set<std::string> wanted, seen;
      for (const json one : simdjson::dom::array(list))
        wanted.emplace(std::string_view(one));
      for (const auto index : refused)
        seen.emplace(group.corrected[index].delivery_id);
      EXPECT_EQ(seen, wanted);
    }
    ++count;
  }
  EXPECT_GT(count, 35);
}

TEST(correction_penalty, refuses_the_fewest_visits_that_bring_the_rate_to_the_threshold) {
  random_bits of(7);
  for (int round = 0; round < 2'000; ++round) {
    correction_rules rules;
    rules.penalty = correction_penalty::refuse_excess;
    rules.threshold_pct = percentage::from_e4(pick(of, 0, 400'000));
    const auto corrected = pick(of, 0, 40);
    const auto others = pick(of, 0, 100);
    rated_visit seen;
    correction_tally tally;
    std::vector<refusable_visit> visits(static_cast<std::size_t>(corrected));
    for (auto& visit : visits) {
      seen.corrected = visit_class::created;
      count_visit(visit.counts, seen, rules, rated_population::all);
      tally += visit.counts;
    }
    seen.corrected = visit_class::stamped;
    for (std::int64_t i = 0; i < others; ++i)
      count_visit(tally, seen, rules, rated_population::all);
    const auto n = corrected + others;
    const auto allowed = boost::multiprecision::cpp_int(n) * rules.threshold_pct->e4 / 1'000'000;  // ⌊N·s⌋
    const auto wanted = corrected - std::min(corrected, static_cast<std::int64_t>(allowed));
    EXPECT_EQ(refused_visits(visits, tally, rules).size(), static_cast<std::size_t>(wanted)) << corrected << "/" << n;
  }
}

TEST(correction_penalty, a_reduction_grows_with_the_rate_and_stays_within_the_pay) {
  random_bits of(11);
  for (int round = 0; round < 2'000; ++round) {
    correction_rules rules;
    rules.penalty = correction_penalty::reduction;
    rules.threshold_pct = percentage::from_e4(pick(of, 0, 1'000'000));
    rules.k = quantity::from_e4(pick(of, 0, 1'000'000));
    if (pick(of, 0, 1) == 0) rules.cap_pct = percentage::from_e4(pick(of, 0, 1'000'000));
    correction_tally tally;
    tally.interventions = pick(of, 1, 5'000);
    tally.weight_e4 = pick(of, 0, tally.interventions) * 10'000;
    const auto one = judge_rate(tally, rules).reduction;
    const rational rate(tally.weight_e4 / 10'000, tally.interventions);
    rational wanted = (rate - rational(rules.threshold_pct->e4, 1'000'000)) * rational(rules.k->e4, 10'000);
    if (rules.cap_pct) wanted = std::min(wanted, rational(rules.cap_pct->e4, 1'000'000));
    wanted = std::max(rational(0), std::min(wanted, rational(1)));
    EXPECT_EQ(exact(one), wanted);
  }
}

}  // namespace
}  // namespace esppadom_tests
