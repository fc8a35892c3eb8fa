// Reading DELIVERY files, beside pugixml alone on the same slices, and writing them.
#include <benchmark/benchmark.h>

#include <pugixml.hpp>

#include <string>

#include "esppadom/exchange/xml.hpp"
#include "visits.hpp"

namespace esppadom::bench {
namespace {

const std::string& file() {
  static const std::string xml = write(month_of(20'000).deliveries, write_profile::canonical);
  return xml;
}

void count(benchmark::State& state, std::int64_t messages) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file().size()));
  state.counters["messages/s"] =
      benchmark::Counter(static_cast<double>(messages), benchmark::Counter::kIsIterationInvariantRate);
}

void slicing(benchmark::State& state) {
  std::int64_t messages = 0;
  for (auto _ : state) {
    messages = 0;
    findings found;
    for_each_slice(bytes_of(file()), found, {}, [&](std::string_view) { ++messages; });
  }
  count(state, messages);
}
BENCHMARK(slicing)->Name("read/slices")->Unit(benchmark::kMillisecond);

void pugixml_alone(benchmark::State& state) {
  std::int64_t messages = 0;
  std::string buffer;
  pugi::xml_document document;
  for (auto _ : state) {
    messages = 0;
    findings found;
    for_each_slice(bytes_of(file()), found, {}, [&](std::string_view slice) {
      buffer.assign(slice);
      benchmark::DoNotOptimize(document.load_buffer_inplace(buffer.data(), buffer.size(), pugi::parse_default));
      ++messages;
    });
  }
  count(state, messages);
}
BENCHMARK(pugixml_alone)->Name("read/pugixml alone")->Unit(benchmark::kMillisecond);

void typed_messages(benchmark::State& state) {
  std::int64_t messages = 0;
  for (auto _ : state) {
    messages = 0;
    findings found;
    for_each_delivery(bytes_of(file()), found, {}, [&](delivery&& message) {
      benchmark::DoNotOptimize(message);
      ++messages;
      return true;
    });
    if (found.has_errors()) state.SkipWithError("the file must read without errors");
  }
  count(state, messages);
}
BENCHMARK(typed_messages)->Name("read/typed messages")->Unit(benchmark::kMillisecond);

void writing(benchmark::State& state) {
  const auto month = month_of(20'000);
  for (auto _ : state)
    benchmark::DoNotOptimize(write(month.deliveries, write_profile::canonical));
  count(state, static_cast<std::int64_t>(month.deliveries.size()));
}
BENCHMARK(writing)->Name("write/typed messages")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace esppadom::bench
