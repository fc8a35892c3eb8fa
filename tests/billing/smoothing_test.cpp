#include "esppadom/billing/smoothing.hpp"

#include <map>
#include <random>
#include <string>
#include <vector>

#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::json;
using vectors::rational;

using by_month = std::map<std::string, rational>;

rational hours(const exact_duration& time) { return vectors::to_rational(time) / 3600; }

exact_duration of_hours(const rational& value) {
  const rational seconds = value * 3600;
  return exact_duration::of_ratio(static_cast<std::int64_t>(numerator(seconds)),
                                  static_cast<std::int64_t>(denominator(seconds)));
}

rational number(const json& value) { return vectors::to_rational(vectors::text_of(value)); }

std::vector<rational> numbers(const json& list) {
  std::vector<rational> out;
  for (const json each : simdjson::dom::array(list))
    out.push_back(number(each));
  return out;
}

std::vector<by_month> lists(const json& list) {
  std::vector<by_month> out;
  for (const json each : simdjson::dom::array(list)) {
    by_month& month = out.emplace_back();
    for (const auto [key, value] : simdjson::dom::object(each))
      month[std::string(key)] = number(value);
  }
  return out;
}

by_month taken(const pool_outcome& month) {
  by_month out;
  for (const carry_use& use : month.carried)
    out[to_string(use.month)] += hours(use.taken);
  return out;
}

by_month left(const pool_outcome& month) {
  by_month out;
  for (const carry_lot& lot : month.lots)
    out[to_string(lot.month)] += hours(lot.left);
  return out;
}

smoothing_rules read_smoothing(const json& fragment) {
  smoothing_rules rules;
  vectors::read_group(fragment, rules);
  EXPECT_EQ(check(rules), error_code::success);
  return rules;
}

std::vector<pool_month> read_months(const json& input) {
  std::vector<pool_month> months;
  local_month month = parse_local_month(std::string_view(input["first_month"])).value();
  std::vector<rational> over;
  if (json list; input["over_sub_ceiling_hours"].get(list) == simdjson::SUCCESS) over = numbers(list);
  for (const rational& used : numbers(input["used_hours"])) {
    pool_month each;
    each.month = month;
    each.quantity = of_hours(number(input["plan_hours"]));
    each.used = of_hours(used);
    if (!over.empty()) each.over_sub_ceiling = of_hours(over[months.size()]);
    months.push_back(each);
    ++month;
  }
  return months;
}

template <class Of>
auto gather(const std::vector<pool_outcome>& outcomes, Of of) {
  std::vector<decltype(of(outcomes.front()))> out;
  for (const pool_outcome& each : outcomes)
    out.push_back(of(each));
  return out;
}

TEST(smoothing, gives_the_reference_tables) {
  vectors::for_each_case("smoothing.json", [](const json& input, const json& expected) {
    const auto outcomes = smooth(read_smoothing(input["rules"]), read_months(input));
    for (const auto [key, value] : simdjson::dom::object(expected)) {
      SCOPED_TRACE(std::string(key));
      if (key == "carried") {
        EXPECT_EQ(gather(outcomes, taken), lists(value));
      } else if (key == "lots") {
        EXPECT_EQ(gather(outcomes, left), lists(value));
      } else {
        exact_duration pool_outcome::*member = key == "own"           ? &pool_outcome::own
                                               : key == "plan"        ? &pool_outcome::plan
                                               : key == "advance"     ? &pool_outcome::advance
                                               : key == "excess"      ? &pool_outcome::excess
                                               : key == "expired"     ? &pool_outcome::expired
                                               : key == "lost_to_cap" ? &pool_outcome::lost_to_cap
                                                                      : nullptr;
        ASSERT_NE(member, nullptr) << "no such expectation";
        EXPECT_EQ(gather(outcomes, [member](const pool_outcome& each) { return hours(each.*member); }), numbers(value));
      }
    }
  });
}

TEST(smoothing, covers_visits_in_clock_order_and_treats_the_one_at_the_ceiling_as_the_rules_say) {
  vectors::for_each_case("smoothing_cover.json", [](const json& input, const json& expected) {
    std::vector<exact_duration> visits;
    for (const rational& minutes : numbers(input["visits_min"]))
      visits.push_back(of_hours(minutes / 60));
    const auto covered = cover(read_smoothing(input["rules"]), of_hours(number(input["available_min"]) / 60), visits);
    std::vector<rational> minutes;
    for (const exact_duration& part : covered)
      minutes.push_back(hours(part) * 60);
    EXPECT_EQ(minutes, numbers(expected["covered_min"]));
  });
}

TEST(smoothing, says_when_a_visit_may_not_be_cut_and_nothing_says_what_becomes_of_it) {
  smoothing_rules rules;
  EXPECT_EQ(check(rules), error_code::success);
  rules.split_at_ceiling = false;
  EXPECT_EQ(check(rules), error_code::missing);
}

TEST(smoothing, charges_a_visit_wholly_in_beyond_the_plan_and_says_so) {
  smoothing_rules rules;
  rules.split_at_ceiling = false;
  rules.crossing = crossing_visit::in;
  pool_month month;
  month.month = local_month::of(2026, 4).value();
  month.quantity = exact_duration(duration::of_minutes(150));
  const std::vector<exact_duration> visits(4, exact_duration(duration::of_minutes(60)));
  const auto result = smooth_visits(rules, {}, month, visits);
  EXPECT_EQ(result.step.outcome.own, exact_duration(duration::of_minutes(150)));
  EXPECT_EQ(result.step.outcome.overhang, exact_duration(duration::of_minutes(30)));
  EXPECT_EQ(result.step.outcome.excess, exact_duration(duration::of_minutes(60)));
  EXPECT_EQ(covered_time(result.step.outcome), exact_duration(duration::of_minutes(180)));
}

TEST(smoothing, leaves_the_minutes_before_a_visit_wholly_out_to_the_months_that_follow) {
  smoothing_rules rules;
  rules.split_at_ceiling = false;
  rules.crossing = crossing_visit::out;
  rules.carry.enabled = true;
  rules.carry.horizon_periods = 5;
  pool_month month;
  month.month = local_month::of(2026, 4).value();
  month.quantity = exact_duration(duration::of_minutes(150));
  const std::vector<exact_duration> visits(3, exact_duration(duration::of_minutes(60)));
  const auto result = smooth_visits(rules, {}, month, visits);
  EXPECT_EQ(result.step.outcome.own, exact_duration(duration::of_minutes(120)));
  EXPECT_EQ(result.step.outcome.excess, exact_duration(duration::of_minutes(60)));
  ASSERT_EQ(result.step.state.lots.size(), 1U);
  EXPECT_EQ(result.step.state.lots[0].left, exact_duration(duration::of_minutes(30)));
}

TEST(smoothing, reports_durations_beyond_its_range_instead_of_computing_with_them) {
  pool_month month;
  month.quantity = exact_duration(duration::of_hours(20));
  month.used = exact_duration::invalid();
  EXPECT_FALSE(is_valid(advance_month(smoothing_rules{}, {}, month).outcome));
  month.used = month.quantity;
  EXPECT_TRUE(is_valid(advance_month(smoothing_rules{}, {}, month).outcome));
}

// -- properties on random pools ---------------------------------------------------------------------------------------

struct random_pool {
  smoothing_rules rules;
  std::vector<pool_month> months;
};

random_pool some_pool(std::mt19937& random) {
  const auto pick = [&random](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
  random_pool out;
  carry_rules& carry = out.rules.carry;
  carry.enabled = pick(0, 4) > 0;
  carry.horizon_periods = pick(0, 6);
  carry.order = static_cast<carry_order>(pick(0, 2));
  carry.may_exceed_ceiling = pick(0, 1) == 0;
  if (pick(0, 3) == 0) carry.cap = duration::of_minutes(pick(0, 600));
  if (pick(0, 3) == 0) carry.cap_pct = percentage::from_e4(pick(0, 1'000'000));
  if (pick(0, 3) == 0) out.rules.ceiling = duration::of_minutes(pick(600, 2400));
  out.rules.advance.enabled = pick(0, 3) == 0;
  out.rules.advance.cap = duration::of_minutes(pick(0, 300));
  const int whole = pick(0, 1);
  const int count = pick(1, 14);
  for (int i = 0; i < count; ++i) {
    pool_month month;
    month.month = local_month::of(2026, 1).value() + i;
    month.quantity = exact_duration::of_ratio(pick(0, 120'000), whole == 0 ? pick(1, 31) : 1);
    month.used = exact_duration::of_ratio(pick(0, 150'000), whole == 0 ? pick(1, 31) : 1);
    if (pick(0, 3) == 0) month.over_sub_ceiling = scaled(month.used, pick(0, 10), 10);
    out.months.push_back(month);
  }
  return out;
}

rational total(const std::vector<pool_outcome>& outcomes, exact_duration pool_outcome::*member) {
  rational sum = 0;
  for (const pool_outcome& each : outcomes)
    sum += vectors::to_rational(each.*member);
  return sum;
}

TEST(smoothing, conserves_what_is_used_and_what_is_granted) {  // I7
  std::mt19937 random(7);
  for (int n = 0; n < 1'500; ++n) {
    const random_pool pool = some_pool(random);
    const auto outcomes = smooth(pool.rules, pool.months);
    rational granted = 0;
    rational carried = 0;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      const pool_outcome& each = outcomes[i];
      ASSERT_TRUE(is_valid(each));
      ASSERT_EQ(each.own + carried_time(each) + each.advance + each.excess, pool.months[i].used) << n;
      granted += vectors::to_rational(pool.months[i].quantity);
      carried += vectors::to_rational(carried_time(each));
    }
    rational left_over = 0;
    for (const carry_lot& lot : outcomes.back().lots)
      left_over += vectors::to_rational(lot.left);
    ASSERT_EQ(granted, total(outcomes, &pool_outcome::own) + total(outcomes, &pool_outcome::repaid) + carried +
                           total(outcomes, &pool_outcome::expired) + total(outcomes, &pool_outcome::lost_to_cap) +
                           left_over)
        << n;
  }
}

TEST(smoothing, never_uses_a_lot_after_its_time_nor_more_of_it_than_there_is) {  // I8
  std::mt19937 random(8);
  for (int n = 0; n < 1'500; ++n) {
    const random_pool pool = some_pool(random);
    std::map<std::int32_t, rational> lots;
    for (const pool_outcome& each : smooth(pool.rules, pool.months)) {
      for (const carry_use& use : each.carried) {
        ASSERT_LE(each.month - use.month, pool.rules.carry.horizon_periods);
        ASSERT_LT(use.month, each.month);
        lots[use.month.index] -= vectors::to_rational(use.taken);
        ASSERT_GE(lots[use.month.index], 0);
      }
      for (const exact_duration& time : {each.own, each.advance, each.excess, each.expired, each.lost_to_cap})
        ASSERT_GE(time, exact_duration());
      for (const carry_lot& lot : each.lots) {
        ASSERT_GT(lot.left, exact_duration());
        if (lot.month == each.month) lots[lot.month.index] = vectors::to_rational(lot.left);
        ASSERT_EQ(lots[lot.month.index], vectors::to_rational(lot.left));
      }
    }
  }
}

TEST(smoothing, carry_and_a_longer_horizon_never_raise_the_total_excess) {  // I8
  std::mt19937 random(9);
  for (int n = 0; n < 400; ++n) {
    random_pool pool = some_pool(random);
    pool.rules.advance.enabled = false;
    smoothing_rules strict = pool.rules;
    strict.carry.enabled = false;
    const rational without = total(smooth(strict, pool.months), &pool_outcome::excess);
    rational before = without;
    pool.rules.carry.enabled = true;
    for (pool.rules.carry.horizon_periods = 0; pool.rules.carry.horizon_periods <= 6;
         ++pool.rules.carry.horizon_periods) {
      const rational excess = total(smooth(pool.rules, pool.months), &pool_outcome::excess);
      ASSERT_LE(excess, before) << n << ", horizon " << pool.rules.carry.horizon_periods;
      before = excess;
    }
  }
}

TEST(smoothing, covers_in_all_what_is_available_and_no_more) {
  std::mt19937 random(10);
  for (int n = 0; n < 4'000; ++n) {
    const random_pool pool = some_pool(random);
    pool_state state;
    for (pool_month month : pool.months) {
      month.next_quantity = exact_duration(duration::of_hours(10));
      month.over_sub_ceiling = {};
      const exact_duration most = available(pool.rules, state, month);
      const pool_step step = advance_month(pool.rules, state, month);
      ASSERT_EQ(covered_time(step.outcome), min(most, month.used)) << n;
      state = step.state;
    }
  }
}

TEST(smoothing, replaying_month_by_month_with_visits_gives_the_same_as_the_totals) {
  std::mt19937 random(11);
  for (int n = 0; n < 1'000; ++n) {
    const random_pool pool = some_pool(random);
    pool_state by_totals;
    pool_state by_visits;
    for (const pool_month& month : pool.months) {
      const exact_duration rest = month.used - month.over_sub_ceiling;
      const std::vector<exact_duration> visits = {scaled(rest, 1, 3), scaled(rest, 1, 2), scaled(rest, 1, 6)};
      const pool_step totals = advance_month(pool.rules, by_totals, month);
      const covered_month by_visit = smooth_visits(pool.rules, by_visits, month, visits);
      ASSERT_EQ(by_visit.step.outcome, totals.outcome) << n;
      by_totals = totals.state;
      by_visits = by_visit.step.state;
      ASSERT_EQ(by_totals, by_visits);
    }
  }
}

}  // namespace
