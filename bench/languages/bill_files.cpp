// The month that the benches of C, Python and Java bill, and what billing it takes in C++.
//
//   esppadom_bench_files write FOLDER VISITS    orders.xml, deliveries.xml, rules.json
//   esppadom_bench_files bill FOLDER TIMES      reads them and bills: seconds (medians) and the total, as JSON

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../visits.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/inputs.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/xml.hpp"

namespace {

namespace fs = std::filesystem;
using seconds = std::chrono::duration<double>;

constexpr std::string_view rules = R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1,
  "valid_from": "2026-01-01", "valid_to": null, "scope": {"level": "departement", "departement": "99"},
  "duration": {"rounding": {"object": "duration", "step_min": 15, "mode": "nearest"}},
  "smoothing": {"carry": {"enabled": true, "horizon_periods": 5, "may_exceed_ceiling": true}},
  "funding": {"surcharges": {"percent": {"sunday": 20}}}}]})";

void put(const fs::path& file, std::string_view bytes) { std::ofstream(file, std::ios::binary) << bytes; }

int write_month(const fs::path& folder, int visits) {
  const auto month = esppadom::bench::month_of(visits);
  fs::create_directories(folder);
  put(folder / "orders.xml", esppadom::write(std::span(month.orders)));
  put(folder / "deliveries.xml", esppadom::write(std::span(month.deliveries)));
  put(folder / "rules.json", rules);
  return 0;
}

double median(std::vector<double> times) {
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
  return times[times.size() / 2];
}

/// Runs so many times: the median of the seconds.
template <class Run>
double timed(int times, Run&& run) {
  std::vector<double> all;
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    all.push_back(seconds(std::chrono::steady_clock::now() - start).count());
  }
  return median(std::move(all));
}

int bill_month(const fs::path& folder, int times) {
  esppadom::findings found;
  esppadom::bill_request request;
  request.rules = esppadom::load_rule_book_file(folder / "rules.json", found).value();
  request.month = esppadom::local_month::of(2026, 10).value();
  request.as_of = esppadom::local_date::of(2026, 11, 10).value();
  request.with = {esppadom::local_time::of(2026, 11, 10, 9, 0).value(), "LOT-1", esppadom::issue_stage::final};
  const auto read = timed(times, [&] {
    request.messages = {};
    esppadom::input_messages all(esppadom::input_reader({folder / "orders.xml", folder / "deliveries.xml"}, found),
                                 found, {}, {});
    while (auto message = all.next()) {
      if (auto* order = std::get_if<esppadom::order>(&*message)) request.messages.add(std::move(*order));
      if (auto* visit = std::get_if<esppadom::delivery>(&*message)) request.messages.add(*visit);
    }
  });
  std::int64_t cents = 0;
  const auto billed = timed(times, [&] {
    cents = 0;
    for (const auto& invoice : esppadom::bill(request).invoices)
      cents += invoice.total.cents;
  });
  // The same with what a program keeps of it: bill.json and the ledger.
  const auto with_documents = timed(times, [&] {
    const auto result = esppadom::bill(request);
    const auto bill = esppadom::write_bill_json(request, result, found, esppadom::language::french);
    const auto ledger = esppadom::write_json(result.after);
    if (bill.empty() || ledger.empty()) cents = 0;
  });
  std::cout << "{\"read\": " << read << ", \"bill\": " << billed << ", \"bill and documents\": " << with_documents
            << ", \"cents\": " << cents << "}\n";
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 4 && std::string_view(arguments[1]) == "write")
    return write_month(arguments[2], std::stoi(arguments[3]));
  if (count == 4 && std::string_view(arguments[1]) == "bill") return bill_month(arguments[2], std::stoi(arguments[3]));
  return 2;
}
