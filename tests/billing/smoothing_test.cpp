#include "esppadom/billing/smoothing.hpp"

#include <map>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::json;
using vectors::rational;

using outcome = pool_outcome<exact_duration>;
using use = pool_use<exact_duration>;
using time_account = pool_account<exact_duration>;
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

by_month by_name(const std::vector<pool_lot<exact_duration>>& lots) {
  by_month out;
  for (const auto& lot : lots)
    out[to_string(local_month{lot.period})] += hours(lot.amount);
  return out;
}
by_month taken(const outcome& month) { return by_name(month.carried); }
by_month left(const outcome& month) { return by_name(month.lots); }

smoothing_rules read_smoothing(const json& fragment) {
  smoothing_rules rules;
  vectors::read_group(fragment, rules);
  EXPECT_EQ(check(rules), error_code::success);
  return rules;
}

std::vector<use> read_months(const json& input) {
  std::vector<use> months;
  local_month month = parse_local_month(std::string_view(input["first_month"])).value();
  std::vector<rational> over;
  if (json list; input["over_sub_ceiling_hours"].get(list) == simdjson::SUCCESS) over = numbers(list);
  for (const rational& used : numbers(input["used_hours"])) {
    use each;
    each.period = month.index;
    each.quantity = of_hours(number(input["plan_hours"]));
    each.used = of_hours(used);
    if (!over.empty()) each.over_sub_ceiling = of_hours(over[months.size()]);
    months.push_back(each);
    ++month;
  }
  return months;
}

template <class Of>
auto gather(const std::vector<outcome>& outcomes, Of of) {
  std::vector<decltype(of(outcomes.front()))> out;
  for (const outcome& each : outcomes)
    out.push_back(of(each));
  return out;
}

TEST(smoothing, gives_the_reference_tables) {
  vectors::for_each_case("smoothing.json", [](const json& input, const json& expected) {
    const std::vector<use> months = read_months(input);
    const auto outcomes = smooth<exact_duration>(terms_in_time(read_smoothing(input["rules"])), months);
    for (const auto [key, value] : simdjson::dom::object(expected)) {
      SCOPED_TRACE(std::string(key));
      if (key == "carried") {
        EXPECT_EQ(gather(outcomes, taken), lists(value));
      } else if (key == "lots") {
        EXPECT_EQ(gather(outcomes, left), lists(value));
      } else {
        exact_duration outcome::*member = key == "own"           ? &outcome::own
                                          : key == "plan"        ? &outcome::plan
                                          : key == "advance"     ? &outcome::advance
                                          : key == "excess"      ? &outcome::excess
                                          : key == "expired"     ? &outcome::expired
                                          : key == "lost_to_cap" ? &outcome::lost_to_cap
                                                                 : nullptr;
        ASSERT_NE(member, nullptr) << "no such expectation";
        EXPECT_EQ(gather(outcomes, [member](const outcome& each) { return hours(each.*member); }), numbers(value));
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

exact_duration minutes(int count) { return exact_duration(duration::of_minutes(count)); }

smoothing_rules carrying(std::int64_t horizon) {
  smoothing_rules rules;
  rules.carry.enabled = true;
  rules.carry.horizon_periods = horizon;
  rules.carry.may_exceed_ceiling = true;
  return rules;
}

/// An account over months of 20 h, from January 2026 on.
time_account twenty_hours_a_month(const smoothing_rules& rules, int months) {
  time_account out;
  for (int i = 0; i < months; ++i)
    out.open({local_month::of(2026, 1).value().index + i, {minutes(1200)}, false}, terms_in_time(rules));
  return out;
}

TEST(smoothing, says_when_a_visit_may_not_be_cut_and_nothing_says_what_becomes_of_it) {
  smoothing_rules rules;
  EXPECT_EQ(check(rules), error_code::success);
  rules.split_at_ceiling = false;
  EXPECT_EQ(check(rules), error_code::missing);
}

TEST(smoothing, charges_a_visit_wholly_in_beyond_the_plan_and_says_so) {
  time_account one;
  one.open({0, {minutes(150)}, false}, terms_in_time({}));
  for (int i = 0; i < 3; ++i)
    one.charge(0, 0, minutes(60));
  one.refuse(0, minutes(60));
  const auto result = one.outcomes(1).front();
  EXPECT_EQ(result.own, minutes(150));
  EXPECT_EQ(result.overhang, minutes(30));
  EXPECT_EQ(result.excess, minutes(60));
  EXPECT_EQ(covered_in_all(result), minutes(180));
}

TEST(smoothing, takes_a_visit_wholly_in_out_of_the_plan_that_a_ceiling_leaves) {
  auto rules = carrying(5);
  rules.carry.order = carry_order::oldest_first;
  rules.carry.may_exceed_ceiling = false;
  time_account two = twenty_hours_a_month(rules, 2);
  two.charge(0, 0, minutes(900));
  two.charge(1, 0, minutes(1230));  // 300 of January, 900 up to the ceiling of 1200, and 30 beyond it
  const auto result = two.outcomes(2).back();
  EXPECT_EQ(result.own, minutes(930));
  EXPECT_EQ(result.overhang, minutes(0));
  EXPECT_EQ(result.lots.at(0).amount, minutes(270));
}

TEST(smoothing, leaves_the_minutes_before_a_visit_wholly_out_to_the_periods_that_follow) {
  time_account one;
  one.open({0, {minutes(150)}, false}, terms_in_time(carrying(5)));
  one.charge(0, 0, minutes(120));
  one.refuse(0, minutes(60));
  const auto result = one.outcomes(1).front();
  ASSERT_EQ(result.lots.size(), 1U);
  EXPECT_EQ(result.lots[0].amount, minutes(30));
}

TEST(smoothing, reports_durations_beyond_its_range_instead_of_computing_with_them) {
  time_account one = twenty_hours_a_month({}, 1);
  one.refuse(0, exact_duration::invalid());
  EXPECT_FALSE(is_valid(one.outcomes(1).front()));
  EXPECT_TRUE(is_valid(twenty_hours_a_month({}, 1).outcomes(1).front()));
}

TEST(smoothing, gives_each_version_of_a_plan_its_own_quantity_and_carries_what_the_last_one_leaves) {
  time_account one;
  one.open({0, {minutes(1200), minutes(1800)}, false}, terms_in_time(carrying(1)));
  one.open({1, {minutes(1800)}, false}, terms_in_time(carrying(1)));
  EXPECT_EQ(one.take(0, 0, minutes(1300)), minutes(1200));
  EXPECT_EQ(one.take(0, 1, minutes(1000)), minutes(1000));
  EXPECT_EQ(one.take(1, 0, minutes(3000)), minutes(2600));
  const auto months = one.outcomes(2);
  EXPECT_EQ(months[0].own, minutes(2200));
  EXPECT_EQ(months[0].expired, exact_duration());
  EXPECT_EQ(months[0].lots[0].amount, minutes(800));
  EXPECT_EQ(carried_in_all(months[1]), minutes(800));
}

TEST(smoothing, lets_the_last_version_of_a_plan_alone_use_the_next_period_in_advance) {
  smoothing_rules rules = carrying(1);
  rules.advance.enabled = true;
  rules.advance.cap = duration::of_minutes(300);
  time_account one;
  one.open({0, {minutes(1200), minutes(1800)}, false}, terms_in_time(rules));
  one.open({1, {minutes(1800)}, false}, terms_in_time(rules));
  EXPECT_EQ(one.available(0, 0), minutes(1200));
  EXPECT_FALSE(one.view(0, 0).advance_cap);
  EXPECT_EQ(one.available(0, 1), minutes(2100));
  EXPECT_EQ(one.take(0, 0, minutes(1300)), minutes(1200));
  EXPECT_EQ(one.take(0, 1, minutes(2000)), minutes(2000));
  EXPECT_EQ(one.outcomes(2)[0].advance, minutes(200));
  EXPECT_EQ(one.outcomes(2)[1].plan, minutes(1600));
}

TEST(smoothing, ends_lots_with_their_plan_unless_they_survive_it) {
  for (const bool across : {false, true}) {
    smoothing_rules rules = carrying(5);
    rules.carry.across_plans = across;
    time_account one;
    one.open({0, {minutes(600)}, false}, terms_in_time(rules));
    one.open({1, {minutes(600)}, true}, terms_in_time(rules));
    EXPECT_EQ(one.take(1, 0, minutes(1000)), minutes(across ? 1000 : 600));
    EXPECT_EQ(one.outcomes(2)[1].expired, minutes(across ? 0 : 600));
  }
}

// -- what arrives late (section 2c, table of `late`) ------------------------------------------------------------------

TEST(smoothing, a_late_visit_finds_what_its_month_and_the_lots_still_have_left) {
  time_account one = twenty_hours_a_month(carrying(5), 4);
  const int used[] = {14, 20, 20, 26};
  for (std::size_t month = 0; month < 4; ++month)
    EXPECT_EQ(one.take(month, 0, minutes(60 * used[month])), minutes(60 * used[month]));
  EXPECT_EQ(one.available(0), exact_duration());
  one.refuse(0, minutes(240) - one.take(0, 0, minutes(240)));
  const auto months = one.outcomes(4);
  EXPECT_EQ(months[0].excess, minutes(240));
  EXPECT_EQ(months[0].own, minutes(14 * 60));
  EXPECT_EQ(covered_in_all(months[3]), minutes(26 * 60));
  EXPECT_EQ(carried_in_all(months[3]), minutes(6 * 60));
}

TEST(smoothing, a_late_visit_takes_first_what_no_later_month_has_used) {
  time_account one = twenty_hours_a_month(carrying(5), 4);
  const int used[] = {14, 20, 20, 22};
  for (std::size_t month = 0; month < 4; ++month)
    one.take(month, 0, minutes(60 * used[month]));
  EXPECT_EQ(one.available(0), minutes(240));
  EXPECT_EQ(one.take(0, 0, minutes(300)), minutes(240));
  EXPECT_TRUE(one.outcomes(4)[3].lots.empty());
}

TEST(smoothing, a_credit_only_gives_lots_back) {
  time_account one = twenty_hours_a_month(carrying(5), 5);
  const int used[] = {14, 16, 20, 26, 25};
  for (std::size_t month = 0; month < 5; ++month)
    one.refuse(month, minutes(60 * used[month]) - one.take(month, 0, minutes(60 * used[month])));
  EXPECT_EQ(one.outcomes(5)[4].excess, minutes(60));
  EXPECT_EQ(one.give_back(0, 0, minutes(180)), minutes(180));
  const auto months = one.outcomes(5);
  EXPECT_EQ(months[4].excess, minutes(60));
  ASSERT_EQ(months[4].lots.size(), 1U);
  EXPECT_EQ(months[4].lots[0].period, local_month::of(2026, 1).value().index);
  EXPECT_EQ(months[4].lots[0].amount, minutes(180));
}

TEST(smoothing, gives_back_what_was_taken_last) {
  time_account one = twenty_hours_a_month(carrying(5), 2);
  one.take(0, 0, minutes(1000));
  one.take(1, 0, minutes(1300));
  one.give_back(1, 0, minutes(150));
  const auto months = one.outcomes(2);
  EXPECT_EQ(carried_in_all(months[1]), exact_duration());
  EXPECT_EQ(months[1].own, minutes(1150));
  EXPECT_EQ(months[1].lots.size(), 2U);
}

// -- properties on random pools, in time and in euros -----------------------------------------------------------------

template <class Amount>
Amount fraction_of(int numerator, int denominator);
template <>
exact_duration fraction_of(int numerator, int denominator) {
  return exact_duration::of_ratio(numerator, denominator);
}
template <>
exact_amount fraction_of(int numerator, int denominator) {
  return exact_duration::of_ratio(numerator, denominator) * unit_price::from_e6(36'000'000);
}

template <class Amount>
struct random_pool {
  pool_terms<Amount> terms;
  std::vector<pool_use<Amount>> periods;
};

template <class Amount>
random_pool<Amount> some_pool(std::mt19937& random) {
  const auto pick = [&random](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
  random_pool<Amount> out;
  carry_rules& carry = out.terms.carry;
  carry.enabled = pick(0, 4) > 0;
  carry.horizon_periods = pick(0, 6);
  carry.order = static_cast<carry_order>(pick(0, 2));
  carry.may_exceed_ceiling = pick(0, 1) == 0;
  if (pick(0, 3) == 0) out.terms.carry_cap = fraction_of<Amount>(pick(0, 36'000), 1);
  if (pick(0, 3) == 0) carry.cap_pct = percentage::from_percent(pick(0, 100));
  if (pick(0, 3) == 0) out.terms.ceiling = fraction_of<Amount>(pick(36'000, 144'000), 1);
  if (pick(0, 3) == 0) out.terms.advance_cap = fraction_of<Amount>(pick(0, 18'000), 1);
  // Euros on the grid of amounts; time in fractions of a second too.
  const bool fractions = std::is_same_v<Amount, exact_duration> && pick(0, 1) == 0;
  const int count = pick(1, 14);
  for (int i = 0; i < count; ++i) {
    pool_use<Amount> each;
    each.period = 100 + i;
    each.quantity = fraction_of<Amount>(pick(0, 120'000), fractions ? pick(1, 31) : 1);
    each.used = fraction_of<Amount>(pick(0, 150'000), fractions ? pick(1, 31) : 1);
    if (pick(0, 3) == 0) each.over_sub_ceiling = scaled(each.used, std::int64_t{pick(0, 10)}, std::int64_t{10});
    out.periods.push_back(each);
  }
  return out;
}

template <class Amount>
rational total(const std::vector<pool_outcome<Amount>>& outcomes, Amount pool_outcome<Amount>::*member) {
  rational sum = 0;
  for (const auto& each : outcomes)
    sum += vectors::to_rational(each.*member);
  return sum;
}

template <class Amount>
class smoothing_of : public testing::Test {};
using amounts = testing::Types<exact_duration, exact_amount>;
TYPED_TEST_SUITE(smoothing_of, amounts);

template <class Amount>
void expect_conserved(const pool_account<Amount>& account, std::size_t count, rational used, int n) {
  const auto outcomes = account.outcomes(count);
  rational granted = 0;
  rational spent = 0;
  for (const auto& each : outcomes) {
    ASSERT_TRUE(is_valid(each));
    granted += vectors::to_rational(each.quantity);
    spent += vectors::to_rational(covered_in_all(each)) + vectors::to_rational(each.excess);
  }
  ASSERT_EQ(spent, used) << n;
  rational left_over = 0;
  for (const auto& lot : outcomes.back().lots)
    left_over += vectors::to_rational(lot.amount);
  rational carried = 0;
  for (const auto& each : outcomes)
    carried += vectors::to_rational(carried_in_all(each));
  using one = pool_outcome<Amount>;
  ASSERT_EQ(granted, total(outcomes, &one::own) + total(outcomes, &one::repaid) + carried +
                         total(outcomes, &one::expired) + total(outcomes, &one::lost_to_cap) + left_over)
      << n;
}

TYPED_TEST(smoothing_of, conserves_what_is_used_and_what_is_granted) {  // I7
  std::mt19937 random(7);
  for (int n = 0; n < 1'000; ++n) {
    const auto pool = some_pool<TypeParam>(random);
    const auto outcomes = smooth<TypeParam>(pool.terms, pool.periods);
    rational used = 0;
    pool_account<TypeParam> account;
    for (const auto& each : pool.periods)
      account.open({each.period, {each.quantity}, false}, pool.terms);
    for (std::size_t i = 0; i < pool.periods.size(); ++i) {
      const auto& each = outcomes[i];
      ASSERT_EQ(each.own + carried_in_all(each) + each.advance + each.excess, pool.periods[i].used) << n;
      account.refuse(i, pool.periods[i].used - account.take(i, 0, pool.periods[i].used));
      used += vectors::to_rational(pool.periods[i].used);
    }
    expect_conserved(account, pool.periods.size(), used, n);
  }
}

TYPED_TEST(smoothing_of, conserves_when_visits_and_credits_come_late) {  // I7, keep_closed
  std::mt19937 random(17);
  const auto pick = [&random](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
  for (int n = 0; n < 500; ++n) {
    const auto pool = some_pool<TypeParam>(random);
    pool_account<TypeParam> account;
    for (const auto& each : pool.periods)
      account.open({each.period, {each.quantity, each.quantity}, pick(0, 5) == 0}, pool.terms);
    rational used = 0;
    for (int step = 0; step < 40; ++step) {
      const auto at = static_cast<std::size_t>(pick(0, static_cast<int>(pool.periods.size()) - 1));
      const auto part = static_cast<std::size_t>(pick(0, 1));
      const TypeParam amount = fraction_of<TypeParam>(pick(0, 40'000), 1);
      if (pick(0, 3) == 0) {
        used -= vectors::to_rational(account.give_back(at, part, amount));
      } else if (pick(0, 5) == 0) {
        account.charge(at, part, amount);
        used += vectors::to_rational(amount);
      } else {
        const TypeParam most = account.available(at, part);
        const TypeParam taken = account.take(at, part, amount);
        ASSERT_EQ(taken, min(most, amount)) << n;
        account.refuse(at, amount - taken);
        used += vectors::to_rational(amount);
      }
      ASSERT_GE(account.available(at, part), TypeParam());
    }
    expect_conserved(account, pool.periods.size(), used, n);
  }
}

TYPED_TEST(smoothing_of, never_uses_a_lot_after_its_time_nor_more_of_it_than_there_is) {  // I8
  std::mt19937 random(8);
  for (int n = 0; n < 1'000; ++n) {
    const auto pool = some_pool<TypeParam>(random);
    std::map<std::int32_t, rational> lots;
    for (const auto& each : smooth<TypeParam>(pool.terms, pool.periods)) {
      for (const auto& taken_lot : each.carried) {
        ASSERT_LE(each.period - taken_lot.period, pool.terms.carry.horizon_periods);
        ASSERT_LT(taken_lot.period, each.period);
        lots[taken_lot.period] -= vectors::to_rational(taken_lot.amount);
        ASSERT_GE(lots[taken_lot.period], 0);
      }
      for (const TypeParam& amount : {each.own, each.advance, each.excess, each.expired, each.lost_to_cap})
        ASSERT_GE(amount, TypeParam());
      for (const auto& lot : each.lots) {
        ASSERT_GT(lot.amount, TypeParam());
        if (lot.period == each.period) lots[lot.period] = vectors::to_rational(lot.amount);
        ASSERT_EQ(lots[lot.period], vectors::to_rational(lot.amount));
      }
    }
  }
}

TYPED_TEST(smoothing_of, carry_and_a_longer_horizon_never_raise_the_total_excess) {  // I8
  std::mt19937 random(9);
  for (int n = 0; n < 300; ++n) {
    auto pool = some_pool<TypeParam>(random);
    pool.terms.advance_cap.reset();
    auto strict = pool.terms;
    strict.carry.enabled = false;
    using one = pool_outcome<TypeParam>;
    rational before = total(smooth<TypeParam>(strict, pool.periods), &one::excess);
    pool.terms.carry.enabled = true;
    for (std::int64_t& horizon = pool.terms.carry.horizon_periods = 0; horizon <= 6; ++horizon) {
      const rational excess = total(smooth<TypeParam>(pool.terms, pool.periods), &one::excess);
      ASSERT_LE(excess, before) << n << ", horizon " << horizon;
      before = excess;
    }
  }
}

TYPED_TEST(smoothing_of, replaying_visit_by_visit_gives_the_same_as_the_totals) {  // I19
  std::mt19937 random(11);
  for (int n = 0; n < 500; ++n) {
    const auto pool = some_pool<TypeParam>(random);
    pool_account<TypeParam> by_visits;
    for (const auto& each : pool.periods)
      by_visits.open({each.period, {each.quantity}, false}, pool.terms);
    for (std::size_t i = 0; i < pool.periods.size(); ++i) {
      const auto& each = pool.periods[i];
      const TypeParam rest = each.used - each.over_sub_ceiling;
      const TypeParam half = scaled(rest, std::int64_t{1}, std::int64_t{2});
      TypeParam taken = by_visits.take(i, 0, half);
      taken += by_visits.take(i, 0, rest - half);
      by_visits.refuse(i, each.used - taken);
    }
    const auto totals = smooth<TypeParam>(pool.terms, pool.periods);
    ASSERT_EQ(by_visits.outcomes(totals.size()), totals) << n;
  }
}

TYPED_TEST(smoothing_of, periods_drawn_upon_in_another_order_cover_no_less_in_all_than_there_is) {
  std::mt19937 random(12);
  for (int n = 0; n < 500; ++n) {
    const auto pool = some_pool<TypeParam>(random);
    pool_account<TypeParam> account;
    for (const auto& each : pool.periods)
      account.open({each.period, {each.quantity}, false}, pool.terms);
    for (std::size_t i = pool.periods.size(); i-- > 0;)
      account.take(i, 0, pool.periods[i].used);
    for (std::size_t i = 0; i < pool.periods.size(); ++i) {
      const TypeParam most = account.available(i, 0);
      ASSERT_EQ(account.take(i, 0, most + most), most);
      ASSERT_EQ(account.available(i, 0), TypeParam());
    }
  }
}

}  // namespace
