// Complete billing: from typed messages, and from XML to INVOICE XML; how cost grows with the input.
#include <benchmark/benchmark.h>

#include <boost/multiprecision/cpp_int.hpp>

#include <map>
#include <string>

#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/xml.hpp"
#include "visits.hpp"

namespace esppadom::bench {
namespace {

const rule_book& rules() {
  static const auto book = [] {
    findings found;
    return load_rule_book(R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1,
      "valid_from": "2026-01-01", "valid_to": null, "scope": {"level": "departement", "departement": "99"},
      "duration": {"rounding": {"object": "duration", "step_min": 15, "mode": "nearest"}},
      "smoothing": {"carry": {"enabled": true, "horizon_periods": 5, "may_exceed_ceiling": true}},
      "funding": {"surcharges": {"percent": {"sunday": 20}}}}]})",
                          found)
        .value_or(rule_book{});
  }();
  return book;
}

bill_request request() {
  bill_request made;
  made.rules = rules();
  made.month = local_month::of(2026, 10).value();
  made.as_of = local_date::of(2026, 11, 10).value();
  made.with = {local_time::of(2026, 11, 10, 9, 0).value(), "LOT-1", issue_stage::final};
  return made;
}

/// The funder's lines recomputed in rationals from the visits they name.
std::int64_t wrong_cents(const bill_result& result, const month_of_visits& month) {
  using rational = boost::multiprecision::cpp_rational;
  std::map<std::string, const delivery*> visits;
  for (const auto& visit : month.deliveries)
    visits[visit.delivery_id] = &visit;
  std::int64_t wrong = 0;
  for (const auto& invoice : result.invoices) {
    for (const auto& line : invoice.lines) {
      const rational seconds(line.billed_seconds.whole_seconds().value().seconds);
      const rational share = seconds / 3600 * rational(2458, 100) * (1 - rational(136192, 1000000));
      const rational scaled = share * 200 + 1;
      wrong += line.funder_share.cents != static_cast<std::int64_t>(numerator(scaled) / (denominator(scaled) * 2));
    }
  }
  return wrong;
}

void from_messages(benchmark::State& state) {
  const auto month = month_of(static_cast<int>(state.range(0)));
  std::int64_t wrong = 0;
  for (auto _ : state) {
    auto made = request();
    for (const auto& message : month.orders)
      made.messages.add(message);
    for (const auto& message : month.deliveries)
      made.messages.add(message);
    const auto result = bill(made);
    state.PauseTiming();
    wrong = wrong_cents(result, month);
    state.ResumeTiming();
  }
  state.counters["wrong cents"] = static_cast<double>(wrong);
  state.counters["visits/s"] =
      benchmark::Counter(static_cast<double>(month.deliveries.size()), benchmark::Counter::kIsIterationInvariantRate);
  state.SetComplexityN(state.range(0));
}
BENCHMARK(from_messages)
    ->Name("bill/typed messages")
    ->Arg(10'000)
    ->Arg(40'000)
    ->Arg(160'000)
    ->Complexity(benchmark::oN)
    ->Unit(benchmark::kMillisecond);

void from_xml(benchmark::State& state) {
  const auto month = month_of(20'000);
  const auto orders = write(month.orders, write_profile::canonical);
  const auto deliveries = write(month.deliveries, write_profile::canonical);
  for (auto _ : state) {
    auto made = request();
    findings found;
    for (auto& message : parse_orders(orders, found).messages)
      made.messages.add(std::move(message));
    for_each_delivery(bytes_of(deliveries), found, {}, [&](delivery&& message) {
      made.messages.add(message);
      return true;
    });
    const auto result = bill(made);
    benchmark::DoNotOptimize(write(result.messages, write_profile::canonical));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(deliveries.size()));
  state.counters["visits/s"] = benchmark::Counter(20'000.0, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(from_xml)->Name("bill/XML to invoices")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace esppadom::bench
