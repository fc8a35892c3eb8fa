// The kernel: stamps, rounding, price, split and cents of one visit, and how many of its cents are wrong.
#include <benchmark/benchmark.h>

#include <boost/multiprecision/cpp_int.hpp>

#include <vector>

#include "esppadom/billing/duration.hpp"
#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/visit_split.hpp"
#include "visits.hpp"

namespace esppadom::bench {
namespace {

struct priced_cents {
  money price, funder;
};

struct kernel_input {
  visit_times times;
};

const std::vector<visit_times>& inputs() {
  static const auto made = [] {
    std::vector<visit_times> visits;
    numbers with(42);
    const auto first = local_time::of(2026, 10, 1, 6, 0).value().seconds;
    for (int i = 0; i < 200'000; ++i) {
      const local_time start{first + with.below(24) * 86400 + with.below(50'000), 0};
      const local_time end{start.seconds + 600 + with.below(9000), 0};
      visits.push_back({start, end, interval{start, end}, std::nullopt});
    }
    return visits;
  }();
  return made;
}

constexpr auto hourly = unit_price::from_e6(24'580'000);

/// One visit through the public functions of every step.
template <class Trace>
priced_cents bill_visit(const visit_times& times, const rule_set& rules, const funding_source& funder,
                        const split_rules& split, Trace&& trace) {
  const auto time = billable_duration(times, rules.stamps, rules.duration, rules.calendar, trace);
  const auto priced = price_visit(time, hourly, rules.funding.surcharges, rules.calendar, trace);
  const funder_state unlimited;
  const auto parts = split_visit(priced.segments, {&funder, 1}, {&unlimited, 1}, split);
  exact_amount share;
  for (const auto& piece : parts.pieces) {
    for (const auto& paid : piece.shares)
      share += paid.amount;
  }
  return {round<money>(priced.price, rounding_mode::half_up).value_or(money::invalid()),
          round<money>(share, rounding_mode::half_up).value_or(money::invalid())};
}

struct kernel_setting {
  rule_set rules = usual_rules();
  funding_source funder = source_of({}, rules.smoothing, hourly, percentage::from_e4(136'192));
  split_rules split = split_rules_of(rules.funding, rules.smoothing, rules.extra_minutes).value();
};

/// The same in rationals, written without the library: elapsed civil seconds (no clock change in these days), quarter
/// hours, Sunday +20 % for the beneficiary, 13.6192 % participation.
priced_cents in_rationals(const visit_times& times) {
  using rational = boost::multiprecision::cpp_rational;
  const auto seconds = times.retained->end.seconds - times.retained->start.seconds;
  const rational hours((seconds + 450) / 900, 4);
  const auto days = times.retained->start.seconds / 86400;
  const bool sunday = (days + 4) % 7 == 0;  // 1970-01-01 was a Thursday
  const rational base = hours * rational(2458, 100);
  const rational price = sunday ? rational(base * rational(6, 5)) : base;
  const rational share = base * (1 - rational(136192, 1000000));
  const auto cents = [](const rational& amount) {
    const rational scaled = amount * 200 + 1;
    const auto whole = numerator(scaled) / (denominator(scaled) * 2);
    return money::from_cents(static_cast<std::int64_t>(whole));
  };
  return {cents(price), cents(share)};
}

std::int64_t wrong_cents() {
  const kernel_setting with;
  std::int64_t wrong = 0;
  for (const auto& times : inputs()) {
    const auto ours = bill_visit(times, with.rules, with.funder, with.split, no_trace{});
    const auto exact = in_rationals(times);
    wrong += (ours.price != exact.price ? 1 : 0) + (ours.funder != exact.funder ? 1 : 0);
  }
  return wrong;
}

void kernel(benchmark::State& state) {
  const kernel_setting with;
  for (auto _ : state) {
    for (const auto& times : inputs()) {
      benchmark::DoNotOptimize(bill_visit(times, with.rules, with.funder, with.split, no_trace{}));
    }
  }
  state.counters["wrong cents"] = static_cast<double>(wrong_cents());
  state.counters["visits/s"] =
      benchmark::Counter(static_cast<double>(inputs().size()), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(kernel)->Name("kernel/trace off")->Unit(benchmark::kMillisecond);

void kernel_traced(benchmark::State& state) {
  const kernel_setting with;
  for (auto _ : state) {
    for (std::size_t i = 0; i < 20'000; ++i) {
      trace_log log;
      benchmark::DoNotOptimize(bill_visit(inputs()[i], with.rules, with.funder, with.split, log));
    }
  }
  state.counters["visits/s"] = benchmark::Counter(20'000.0, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(kernel_traced)->Name("kernel/trace on")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace esppadom::bench
