// The C interface against C++: the same month billed, and what one call costs.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "esppadom.h"
#include "esppadom/bill.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/xml.hpp"
#include "visits.hpp"

namespace esppadom::bench {
namespace {

constexpr int visits = 10'000;
constexpr std::string_view rules = R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1,
  "valid_from": "2026-01-01", "valid_to": null, "scope": {"level": "departement", "departement": "99"},
  "duration": {"rounding": {"object": "duration", "step_min": 15, "mode": "nearest"}}}]})";

esppadom_view view(std::string_view text) { return {text.data(), text.size()}; }

void check(esppadom_status status) {
  if (status != ESPPADOM_SUCCESS) throw std::runtime_error(esppadom_status_name(status));
}

void add(esppadom_request* request, const std::string& document) {
  esppadom_findings* findings = nullptr;
  esppadom_reader* reader = nullptr;
  check(esppadom_findings_new(&findings, nullptr));
  check(esppadom_reader_open_memory(view(document), view("month"), nullptr, findings, &reader, nullptr));
  for (esppadom_message* message = nullptr;;) {
    check(esppadom_reader_next(reader, &message, nullptr));
    if (message == nullptr) break;
    check(esppadom_request_add(request, message, nullptr));
    esppadom_message_free(message);
  }
  esppadom_reader_free(reader);
  esppadom_findings_free(findings);
}

void bill_in_c(benchmark::State& state) {
  const auto month = month_of(visits);
  esppadom_request* request = nullptr;
  esppadom_rules* book = nullptr;
  check(esppadom_request_new(&request, nullptr));
  check(esppadom_rules_load(view(rules), view("rules"), nullptr, &book, nullptr));
  check(esppadom_request_set_rules(request, book, nullptr));
  esppadom_rules_free(book);
  add(request, write(std::span(month.orders)));
  add(request, write(std::span(month.deliveries)));
  esppadom_bill_options options{};
  options.struct_size = sizeof options;
  options.month = view("2026-10");
  options.as_of = view("2026-11-10");
  options.issued_at = view("2026-11-10T09:00:00");
  options.transaction_id = view("LOT-1");
  for (auto _ : state) {
    esppadom_bill* made = nullptr;
    check(esppadom_bill_run(request, &options, &made, nullptr));
    benchmark::DoNotOptimize(esppadom_bill_invoice_count(made));
    esppadom_bill_free(made);
  }
  esppadom_request_free(request);
  state.counters["visits/s"] = benchmark::Counter(visits, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(bill_in_c)->Name("c/bill")->Unit(benchmark::kMillisecond);

void bill_in_cpp(benchmark::State& state) {
  const auto month = month_of(visits);
  findings found;
  bill_request request;
  request.rules = load_rule_book(rules, found).value();
  request.month = local_month::of(2026, 10).value();
  request.as_of = local_date::of(2026, 11, 10).value();
  request.with = {local_time::of(2026, 11, 10, 9, 0).value(), "LOT-1", issue_stage::final};
  for (const auto& one : month.orders)
    request.messages.add(one);
  for (const auto& one : month.deliveries)
    request.messages.add(one);
  for (auto _ : state) {
    const auto made = bill(request);
    benchmark::DoNotOptimize(made.messages.size());
  }
  state.counters["visits/s"] = benchmark::Counter(visits, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(bill_in_cpp)->Name("c/bill in C++")->Unit(benchmark::kMillisecond);

void call(benchmark::State& state) {
  esppadom_rounding rounding{};
  rounding.struct_size = sizeof rounding;
  rounding.step_seconds = 900;
  std::int64_t time = 4180;
  for (auto _ : state) {
    check(esppadom_round_durations(&rounding, &time, 1, nullptr));
    benchmark::DoNotOptimize(time);
  }
}
BENCHMARK(call)->Name("c/call");

}  // namespace
}  // namespace esppadom::bench
