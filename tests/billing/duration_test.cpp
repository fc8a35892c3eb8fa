#include "esppadom/billing/duration.hpp"

#include <random>
#include <vector>

#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::json;

// Runs one case of duration.json, stamps.json or dst.json: every key of `expected` is compared.
void run_duration_case(const json& input, const json& expected) {
  const vectors::kernel_rules rules = vectors::read_rules(input["rules"]);
  const visit_times times = vectors::read_times(input["times"]);
  std::int64_t extra = 0;
  if (input["times"]["extra_minutes"].get(extra) != simdjson::SUCCESS) extra = 0;
  const billable_time visit = billable_duration(times, rules.stamps, rules.duration, rules.calendar,
                                                time_basis{rules.duration.source, true}, duration::of_minutes(extra));
  std::string_view reason = "NONE";
  if (expected["reason"].get(reason) != simdjson::SUCCESS) reason = "NONE";
  EXPECT_EQ(name_of(visit.reason), reason);
  for (const auto [key, value] : simdjson::dom::object(expected)) {
    if (key == "billed_seconds") {
      EXPECT_EQ(visit.billed.seconds, std::int64_t(value));
    } else if (key == "total_seconds") {
      EXPECT_EQ(to_string(visit.total), std::string_view(value));
    } else if (key == "base_seconds") {
      EXPECT_EQ(to_string(visit.base), std::string_view(value));
    } else if (key == "extra_seconds") {
      EXPECT_EQ(to_string(visit.extra), std::string_view(value));
    } else if (key == "retained") {
      EXPECT_EQ(to_string(visit.retained.period.start), std::string_view(value.at(0)));
      EXPECT_EQ(to_string(visit.retained.period.end), std::string_view(value.at(1)));
    } else if (key == "retained_end_fold") {
      EXPECT_EQ(visit.retained.period.end.fold, std::int64_t(value));
    } else if (key == "snapped") {
      EXPECT_EQ(visit.snapped, bool(value));
    } else if (key == "capped") {
      EXPECT_EQ(visit.capped, bool(value));
    } else if (key == "outside_tolerance") {
      EXPECT_EQ(visit.stamps.outside_tolerance, bool(value));
    } else {
      EXPECT_EQ(key, "reason") << "no such expectation";
    }
  }
}

TEST(duration, gives_the_billable_seconds_of_the_reference_tables) {
  vectors::for_each_case("duration.json", run_duration_case);
}

TEST(duration, follows_the_policies_for_missing_and_late_stamps) {
  vectors::for_each_case("stamps.json", run_duration_case);
}

TEST(duration, measures_both_clock_change_nights) { vectors::for_each_case("dst.json", run_duration_case); }

TEST(duration, rounds_totals_once_and_puts_the_difference_on_the_latest_visit) {
  vectors::for_each_case("duration_total.json", [](const json& input, const json& expected) {
    rounding_rules rules;
    vectors::read_group(input["rounding"], rules);
    std::vector<duration> visits;
    for (const json minutes : simdjson::dom::array(input["minutes"]))
      visits.push_back(duration::of_minutes(std::int64_t(minutes)));
    if (rules.scope == rounding_scope::intervention) {
      for (duration& visit : visits)
        visit = round_duration(visit, rules);
    } else {
      EXPECT_EQ(round_total(visits, rules), unbilled_reason::none);
    }
    std::size_t i = 0;
    for (const json minutes : simdjson::dom::array(expected["minutes"]))
      EXPECT_EQ(visits.at(i++), duration::of_minutes(std::int64_t(minutes)));
    EXPECT_EQ(i, visits.size());
  });
}

TEST(duration, is_a_constant_expression) {
  constexpr auto billed = [] {
    visit_times times;
    times.retained = interval{local_time::of(2026, 3, 3, 9, 0).value(), local_time::of(2026, 3, 3, 10, 10).value()};
    duration_rules rules;
    rules.quantity_decimals = 2;
    return billable_duration(times, stamp_rules{}, rules, calendar_rules{}).total;
  };
  static_assert(round_duration(duration::of_minutes(52), [] {
                  rounding_rules rules;
                  rules.object = rounding_object::duration;
                  rules.step = duration::of_minutes(15);
                  return rules;
                }()) == duration::of_minutes(45));
  EXPECT_EQ(to_string(billed()), "4212");
}

// -- rules that cannot be applied -------------------------------------------------------------------------------------

TEST(duration, refuses_rules_that_cannot_be_applied) {
  visit_times times;
  times.retained = interval{local_time::of(2026, 3, 3, 9, 0).value(), local_time::of(2026, 3, 3, 10, 10).value()};
  duration_rules rules;
  rules.rounding.object = rounding_object::duration;
  rules.rounding.mode = step_mode::threshold;
  EXPECT_EQ(billable_duration(times, {}, rules, {}).reason, unbilled_reason::rule_conflict);
  rules.rounding.mode = step_mode::nearest;
  rules.rounding.step = duration();
  EXPECT_EQ(billable_duration(times, {}, rules, {}).reason, unbilled_reason::rule_conflict);
}

TEST(duration, caps_at_what_is_left_of_the_days_plan) {
  visit_times times;
  times.retained = interval{local_time::of(2026, 3, 3, 9, 0).value(), local_time::of(2026, 3, 3, 10, 10).value()};
  times.planned = interval{local_time::of(2026, 3, 3, 9, 0).value(), local_time::of(2026, 3, 3, 10, 0).value()};
  duration_rules rules;
  rules.cap.kind = cap_kind::day_plan;
  EXPECT_EQ(billable_duration(times, {}, rules, {}).billed, duration::of_minutes(60));  // alone: its own plan
  for (const auto& [rest, billed] : {std::pair(69, 69), std::pair(70, 70), std::pair(71, 70)}) {
    times.day_rest = duration::of_minutes(rest);
    EXPECT_EQ(billable_duration(times, {}, rules, {}).billed, duration::of_minutes(billed));
  }
  times.day_rest = duration();
  EXPECT_EQ(billable_duration(times, {}, rules, {}).reason, unbilled_reason::zero_duration);
  times.planned.reset();
  EXPECT_EQ(billable_duration(times, {}, rules, {}).reason, unbilled_reason::planned_time_missing);
}

TEST(duration, tells_what_it_cannot_hold) {
  visit_times times;
  times.retained = interval{local_time::of(9999, 12, 31, 9, 0).value(), local_time::of(9999, 12, 31, 23, 0).value()};
  EXPECT_EQ(billable_duration(times, {}, {}, {}).reason, unbilled_reason::none);
  times.retained->start = local_time::of(1900, 1, 1, 9, 0).value();
  EXPECT_EQ(billable_duration(times, {}, {}, {}).reason, unbilled_reason::arithmetic);
  times.retained->start = local_time::invalid();
  EXPECT_EQ(billable_duration(times, {}, {}, {}).reason, unbilled_reason::arithmetic);
  std::vector<duration> visits(2, duration::of_seconds(std::int64_t{1} << 62));
  rounding_rules total;
  total.object = rounding_object::duration;
  total.scope = rounding_scope::month;
  EXPECT_EQ(round_total(visits, total), unbilled_reason::arithmetic);
}

// -- properties -------------------------------------------------------------------------------------------------------

class random_rounding {
 public:
  explicit random_rounding(std::uint64_t seed) : random_(seed) {}

  std::int64_t below(std::int64_t limit) { return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random_); }
  template <class T, std::size_t N>
  T pick(const T (&values)[N]) {
    return values[static_cast<std::size_t>(below(N))];
  }

  rounding_rules rules(rounding_object object) {
    rounding_rules out;
    out.object = object;
    out.step = duration::of_minutes(pick({1, 5, 10, 15, 30, 60}));
    out.mode = pick({step_mode::nearest, step_mode::up, step_mode::down, step_mode::provider, step_mode::payer,
                     step_mode::threshold});
    out.tie = pick({step_tie::up, step_tie::down, step_tie::even});
    out.threshold = duration::of_seconds(1 + below(out.step.seconds));
    return out;
  }

 private:
  std::mt19937_64 random_;
};

constexpr int cases = 100'000;

TEST(duration, rounding_is_idempotent_and_gives_multiples_I1_I2) {
  random_rounding random(1);
  for (int i = 0; i < cases; ++i) {
    const rounding_rules rules = random.rules(rounding_object::duration);
    const duration value = duration::of_seconds(random.below(100'000));
    const duration once = round_duration(value, rules);
    ASSERT_EQ(round_duration(once, rules), once);
    ASSERT_EQ(once.seconds % rules.step.seconds, 0);
  }
}

TEST(duration, rounding_is_monotone_I2) {
  random_rounding random(2);
  for (int i = 0; i < cases; ++i) {
    const rounding_rules rules = random.rules(rounding_object::duration);
    const duration value = duration::of_seconds(random.below(100'000));
    const duration more = value + duration::of_seconds(random.below(2'000));
    ASSERT_LE(round_duration(value, rules), round_duration(more, rules));
  }
}

TEST(duration, rounding_moves_less_than_a_step_I3) {
  random_rounding random(3);
  for (int i = 0; i < cases; ++i) {
    rounding_rules rules = random.rules(rounding_object::duration);
    const duration value = duration::of_seconds(random.below(100'000));
    const duration moved = round_duration(value, rules) - value;
    ASSERT_LT(max(moved, -moved), rules.step);
    rules.mode = step_mode::nearest;
    const duration nearest = round_duration(value, rules);
    ASSERT_LE(2 * max(nearest - value, value - nearest), rules.step);
    rules.mode = step_mode::provider;
    ASSERT_GE(round_duration(value, rules), nearest);
    rules.mode = step_mode::payer;
    ASSERT_LE(round_duration(value, rules), nearest);
  }
}

TEST(duration, thresholds_order_the_results_I4) {
  random_rounding random(4);
  for (int i = 0; i < cases; ++i) {
    rounding_rules rules = random.rules(rounding_object::duration);
    const duration minutes = duration::of_minutes(random.below(1'500));
    rules.mode = step_mode::threshold;
    const duration sooner = round_duration(minutes, rules);
    rules.threshold = min(*rules.threshold + duration::of_seconds(random.below(600)), rules.step);
    ASSERT_GE(sooner, round_duration(minutes, rules));
    rules.threshold = duration::of_minutes(1);
    const duration first = round_duration(minutes, rules);
    rules.mode = step_mode::up;
    ASSERT_EQ(first, round_duration(minutes, rules));
    rules.mode = step_mode::threshold;
    rules.threshold = rules.step;
    const duration last = round_duration(minutes, rules);
    rules.mode = step_mode::down;
    ASSERT_EQ(last, round_duration(minutes, rules));
  }
}

struct random_visit {
  visit_times times;
  stamp_rules stamps;
  duration_rules rules;
  calendar_rules calendar;
};

// Visits of any day of ten years, a part of them in the clock-change nights.
random_visit make_visit(random_rounding& random) {
  random_visit out;
  const local_date change = random.pick({local_date::of(2026, 3, 28).value(), local_date::of(2026, 10, 24).value()});
  const local_date day = random.below(4) == 0
                             ? change + static_cast<std::int32_t>(random.below(2))
                             : local_date::of(2022, 1, 1).value() + static_cast<std::int32_t>(random.below(3652));
  const auto at = [&](std::int64_t seconds) {
    local_time time{local_time::at(day).seconds + seconds, 0};
    if (!paris::exists(time)) time.seconds += 3600;
    return time;
  };
  const std::int64_t start = random.below(86400);
  out.times.arrival = at(start);
  out.times.departure = at(start + 3600 + random.below(36'000));
  const std::int64_t planned = start - start % 900;
  out.times.planned = interval{at(planned), at(planned + 3600 + 900 * random.below(30))};
  out.stamps.precision =
      random.pick({stamp_precision::keep_seconds, stamp_precision::trunc_minute, stamp_precision::nearest_minute});
  out.rules.source =
      random.pick({duration_source::stamped, duration_source::planned, duration_source::min_stamped_planned});
  out.rules.rounding =
      random.rules(random.pick({rounding_object::none, rounding_object::stamps, rounding_object::duration}));
  out.rules.rounding.guard =
      random.pick({rounding_guard::always, rounding_guard::real_lt_planned, rounding_guard::real_gt_planned});
  if (random.below(2) == 0) out.rules.snap_to_planned.under = duration::of_minutes(random.below(60));
  if (random.below(2) == 0) out.rules.snap_to_planned.over = duration::of_minutes(random.below(60));
  out.rules.cap.kind = random.pick({cap_kind::none, cap_kind::planned, cap_kind::planned_plus});
  out.rules.cap.extra = duration::of_minutes(random.below(30));
  if (random.below(4) == 0) out.rules.min_billable = duration::of_minutes(random.below(90));
  if (random.below(4) == 0) out.rules.max_billable = duration::of_minutes(60 + random.below(300));
  return out;
}

TEST(duration, billable_time_is_never_negative_and_a_cap_holds_I5) {
  random_rounding random(5);
  for (int i = 0; i < cases; ++i) {
    const random_visit visit = make_visit(random);
    const billable_time billed = billable_duration(visit.times, visit.stamps, visit.rules, visit.calendar);
    ASSERT_TRUE(billed.reason == unbilled_reason::none || billed.reason == unbilled_reason::zero_duration)
        << name_of(billed.reason);
    ASSERT_GE(billed.billed, duration());
    if (visit.rules.cap.kind == cap_kind::planned) {
      ASSERT_LE(billed.billed, billed.planned);
    }
    if (visit.rules.max_billable) {
      ASSERT_LE(billed.billed, *visit.rules.max_billable);
    }
    ASSERT_EQ(billed.total, exact_duration(billed.billed));
  }
}

TEST(duration, the_retained_interval_lasts_what_is_billed) {
  random_rounding random(6);
  for (int i = 0; i < cases; ++i) {
    const random_visit visit = make_visit(random);
    const billable_time billed = billable_duration(visit.times, visit.stamps, visit.rules, visit.calendar);
    ASSERT_EQ(paris::elapsed(billed.retained.period.start, billed.retained.period.end).value(), billed.billed);
    ASSERT_EQ(billed.retained.length, billed.billed);
  }
}

TEST(duration, stamps_move_less_than_a_step_each_I3) {
  random_rounding random(7);
  for (int i = 0; i < cases; ++i) {
    random_visit visit = make_visit(random);
    visit.rules = {};
    visit.rules.source = duration_source::stamped;
    visit.rules.rounding = random.rules(rounding_object::stamps);
    const auto billed = [&](step_mode mode) {
      visit.rules.rounding.mode = mode;
      return billable_duration(visit.times, visit.stamps, visit.rules, visit.calendar);
    };
    const billable_time rounded = billed(visit.rules.rounding.mode);
    const duration moved = rounded.billed - rounded.real;
    ASSERT_LT(max(moved, -moved), 2 * visit.rules.rounding.step);
    const duration nearest = billed(step_mode::nearest).billed;
    ASSERT_GE(billed(step_mode::provider).billed, nearest);
    ASSERT_LE(billed(step_mode::payer).billed, nearest);
  }
}

TEST(duration, a_rounded_total_keeps_every_visit_at_or_above_zero) {
  random_rounding random(8);
  for (int i = 0; i < 20'000; ++i) {
    rounding_rules rules = random.rules(rounding_object::duration);
    rules.scope = rounding_scope::month;
    std::vector<duration> visits;
    duration sum;
    for (std::int64_t n = random.below(8); n >= 0; --n) {
      visits.push_back(duration::of_seconds(random.below(5'000)));
      sum += visits.back();
    }
    ASSERT_EQ(round_total(visits, rules), unbilled_reason::none);
    duration after;
    for (const duration visit : visits) {
      ASSERT_GE(visit, duration());
      after += visit;
    }
    ASSERT_EQ(after, round_duration(sum, rules));
  }
}

}  // namespace
