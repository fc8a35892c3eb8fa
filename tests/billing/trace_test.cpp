#include "esppadom/billing/trace.hpp"

#include <random>
#include <vector>

#include "billing/allocation_count.hpp"
#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::rational;
using vectors::to_rational;

static_assert(std::is_empty_v<no_trace>);
static_assert(std::is_same_v<no_trace::traced<duration>, duration>);

struct setting {
  visit_times times;
  stamp_rules stamps;
  duration_rules duration;
  surcharge_rules surcharges;
  calendar_rules calendar;
};

// One visit through every step that can be recorded.
setting rich_setting() {
  setting out;
  out.times.arrival = local_time::of(2026, 3, 8, 18, 56, 40).value();
  out.times.departure = local_time::of(2026, 3, 8, 21, 6, 20).value();
  out.times.planned = interval{local_time::of(2026, 3, 8, 19, 0).value(), local_time::of(2026, 3, 8, 20, 0).value()};
  out.stamps.precision = stamp_precision::trunc_minute;
  out.duration.source = duration_source::stamped;
  out.duration.rounding.object = rounding_object::duration;
  out.duration.rounding.step = duration::of_minutes(15);
  out.duration.snap_to_planned.over = duration::of_minutes(5);
  out.duration.cap.kind = cap_kind::planned_plus;
  out.duration.cap.extra = duration::of_minutes(50);
  out.duration.max_billable = duration::of_minutes(109);
  out.duration.quantity_decimals = 2;
  out.surcharges.percent.sunday = percentage::from_percent(20);
  out.surcharges.percent.evening = percentage::from_percent(30);
  out.surcharges.evening_window = parse_time_window("20:00-07:00").value();
  return out;
}

template <class Trace>
priced_visit run(const setting& in, Trace&& trace) {
  const billable_time time = billable_duration(in.times, in.stamps, in.duration, in.calendar,
                                               time_basis{in.duration.source, true}, duration::of_minutes(5), trace);
  return price_visit(time, unit_price::from_cents(2458), in.surcharges, in.calendar, trace);
}

// -- an independent replay, with fractions and the meaning of the operations alone ------------------------------------

rational floor_of(const rational& value) {
  boost::multiprecision::cpp_int quotient = numerator(value) / denominator(value);
  if (value < quotient) --quotient;
  return quotient;
}

rational rounded(const trace_row& row, const std::vector<rational>& in) {
  const rational steps = in.at(0) / in.at(1);
  const rational below = floor_of(steps);
  const rational rest = steps - below;
  const rational half(1, 2);
  bool up = false;
  if (row.mode == "ceiling") {
    up = rest > 0;
  } else if (row.mode == "half_up") {
    up = rest >= half;
  } else if (row.mode == "half_down") {
    up = rest > half;
  } else if (row.mode == "half_even") {
    up = rest > half || (rest == half && numerator(below) % 2 != 0);
  } else if (row.mode == "threshold") {
    up = rest > 0 && rest * in.at(1) >= in.at(2);
  } else {
    EXPECT_EQ(row.mode, "floor");
  }
  return in.at(1) * (up ? below + 1 : below);
}

rational chosen(const trace_row& row, const std::vector<rational>& in) {
  const bool holds = row.mode == "less"            ? in.at(0) < in.at(1)
                     : row.mode == "less_or_equal" ? in.at(0) <= in.at(1)
                                                   : in.at(0) == in.at(1);
  return holds ? in.at(2) : in.at(3);
}

rational recomputed(const trace_row& row, const std::vector<rational>& in) {
  rational out = in.at(0);
  if (row.operation == "round") return rounded(row, in);
  if (row.operation == "choose") return chosen(row, in);
  if (row.operation == "cut") {
    const rational length = std::min(in.at(1), in.at(3)) - std::max(in.at(0), in.at(2));
    return std::max(length, rational(0));
  }
  for (std::size_t i = 1; i < in.size(); ++i) {
    if (row.operation == "add") {
      out += in[i];
    } else if (row.operation == "subtract") {
      out -= in[i];
    } else if (row.operation == "multiply") {
      out *= in[i];
    } else if (row.operation == "divide") {
      out /= in[i];
    } else if (row.operation == "minimum") {
      out = std::min(out, in[i]);
    } else if (row.operation == "maximum") {
      out = std::max(out, in[i]);
    } else {
      ADD_FAILURE() << "operation " << row.operation;
    }
  }
  return out;
}

constexpr const char* exact_grid = "90000000000000000000000000000";  // steps of an exact amount in one euro

bool is_given(const trace_row& row) {
  return row.operation == "input" || row.operation == "parameter" || row.operation == "look_up";
}

// The number of steps whose result does not follow from their operands.
std::size_t contradictions(const std::vector<trace_row>& rows) {
  std::size_t count = 0;
  for (const trace_row& row : rows) {
    if (row.operation == "group" || is_given(row)) continue;
    std::vector<rational> operands;
    for (const std::string& operand : row.operands) {
      const bool is_step = operand.starts_with('#');
      const std::size_t step = is_step ? std::stoul(operand.substr(1)) : 0;
      EXPECT_TRUE(!is_step || step < static_cast<std::size_t>(row.step));
      operands.push_back(to_rational(is_step ? rows.at(step).result : operand));
    }
    const rational missing = recomputed(row, operands) - to_rational(row.result);
    const rational allowed = row.mode == "grid" ? rational(1 << 24) / vectors::cpp_int(exact_grid) : rational(0);
    if (missing < 0 || missing > allowed) ++count;
  }
  return count;
}

TEST(trace, changes_no_result) {
  const setting in = rich_setting();
  trace_log log;
  EXPECT_EQ(run(in, no_trace{}), run(in, log));
  EXPECT_GT(log.steps().size(), 20U);
}

TEST(trace, makes_no_allocation_when_off) {
  if (!allocations_are_counted) GTEST_SKIP() << "the address sanitizer allocates in its own way";
  const setting in = rich_setting();
  const std::size_t before = allocation_count();
  const priced_visit visit = run(in, no_trace{});
  EXPECT_EQ(allocation_count(), before);
  EXPECT_EQ(visit.segments.size(), 3U);
  trace_log log;
  static_cast<void>(run(in, log));
  EXPECT_GT(allocation_count(), before);
}

TEST(trace, can_be_replayed_with_fractions_alone) {
  const setting in = rich_setting();
  trace_log log;
  const priced_visit visit = run(in, log);
  const std::vector<trace_row> rows = rows_of(log);
  EXPECT_EQ(contradictions(rows), 0U);
  EXPECT_EQ(to_rational(rows.back().result), to_rational(visit.price));
  EXPECT_EQ(rows.back().label, "visit_price");
}

TEST(trace, a_changed_number_is_detected) {
  trace_log log;
  static_cast<void>(run(rich_setting(), log));
  const std::vector<trace_row> rows = rows_of(log);
  std::size_t changed = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].operation == "group" || is_given(rows[i])) continue;
    std::vector<trace_row> other = rows;
    other[i].result = "12345/678";
    EXPECT_GT(contradictions(other), 0U) << rows[i].label;
    ++changed;
    for (std::size_t k = 0; k < rows[i].operands.size(); ++k) {
      const std::string& operation = rows[i].operation;
      if (operation != "add" && operation != "subtract" && operation != "multiply") continue;
      other = rows;
      other[i].operands[k] = "12345/678";
      EXPECT_GT(contradictions(other), 0U) << rows[i].label;
    }
  }
  EXPECT_GT(changed, 15U);
}

TEST(trace, every_kind_of_visit_replays_to_its_result) {
  std::mt19937_64 random(9);
  const auto below = [&](std::int64_t limit) {
    return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random);
  };
  for (int i = 0; i < 3'000; ++i) {
    setting in = rich_setting();
    in.times.departure->seconds = in.times.arrival->seconds + below(20'000);
    in.times.planned->end.seconds = in.times.planned->start.seconds + below(20'000);
    in.stamps.precision = static_cast<stamp_precision>(below(3));
    in.duration.source = static_cast<duration_source>(1 + below(3));
    in.duration.rounding.object = static_cast<rounding_object>(below(3));
    in.duration.rounding.mode = static_cast<step_mode>(below(6));
    in.duration.rounding.tie = static_cast<step_tie>(below(3));
    in.duration.rounding.threshold = duration::of_minutes(1 + below(15));
    in.duration.rounding.guard = static_cast<rounding_guard>(below(3));
    in.duration.snap_to_planned.under = duration::of_minutes(below(20));
    if (below(2) == 0) in.duration.snap_to_planned.over.reset();
    in.duration.min_billable = duration::of_minutes(below(40));
    in.duration.cap.kind = static_cast<cap_kind>(below(3));
    if (below(2) == 0) in.duration.quantity_decimals = 4;
    if (below(2) == 0) in.calendar.attribution = attribution_rule::split_midnight;
    trace_log log;
    const priced_visit visit = run(in, log);
    ASSERT_EQ(visit, run(in, no_trace{}));
    const std::vector<trace_row> rows = rows_of(log);
    ASSERT_EQ(contradictions(rows), 0U);
    if (visit.reason != unbilled_reason::none) continue;
    const rational numerator(vectors::cpp_int(to_string(visit.price.numerator())), vectors::cpp_int(exact_grid));
    ASSERT_EQ(to_rational(rows.back().result), numerator);
  }
}

TEST(trace, steps_stand_in_their_groups) {
  trace_log log;
  static_cast<void>(run(rich_setting(), log));
  const std::vector<trace_row> rows = rows_of(log);
  std::int64_t group = -1;
  for (const trace_row& row : rows) {
    if (row.operation == "group") {
      EXPECT_EQ(row.parent, -1);
      group = row.step;
    } else {
      EXPECT_EQ(row.parent, group);
    }
  }
  EXPECT_EQ(rows.front().label, "billable_time");
}

TEST(trace, labels_speak_both_languages) {
  trace_log log;
  static_cast<void>(run(rich_setting(), log));
  for (const trace_step& step : log.steps()) {
    if (step.label == nullptr) {
      EXPECT_FALSE(step.parameter.empty());
      continue;
    }
    EXPECT_FALSE(step.label->key.empty());
    EXPECT_FALSE(step.label->en.empty());
    EXPECT_FALSE(step.label->fr.empty());
  }
}

}  // namespace
