// Two months billed one after the other: the ledger that the first run returns goes into the second. Then the second
// month again, spread over threads, with the same result. Run from the root of the tree.

#include <cstddef>
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/bill/assemble.hpp"
#include "esppadom/bill/beneficiary.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/xml.hpp"

namespace {

using namespace esppadom;

/// A visit of the example under another number and on another day.
delivery visit_on(const delivery& pattern, const std::string& id, const std::string& date) {
  delivery visit = pattern;
  visit.delivery_id = id;
  visit.issued_at = parse_local_time("2026-05-02T08:00:00").value();
  visit.retained_period.start = parse_local_time(date + "T09:00:00").value();
  visit.retained_period.end = parse_local_time(date + "T10:00:00").value();
  visit.stamps->arrival->certified_at = *visit.retained_period.start;
  visit.stamps->departure->certified_at = *visit.retained_period.end;
  return visit;
}

void show(const bill_result& result) {
  std::cout << to_string(result.month) << "\n";
  for (const billed_invoice& each : result.invoices) {
    std::cout << "  " << each.id << " " << name_of(each.type) << " of " << to_string(each.month) << " " << each.funder
              << " " << to_string(each.total) << "\n";
  }
  for (const beneficiary_invoice& each : result.beneficiary_invoices)
    std::cout << "  " << each.beneficiary << " of " << to_string(each.month) << " " << to_string(each.total) << "\n";
}

// [spread]
bill_result bill_on_threads(const bill_request& request, std::size_t threads) {
  auto facts = prepare(request.messages, request.given, request.before, request.complete);
  const billing_dates dates{request.month, request.as_of};
  std::vector<beneficiary_outcome> outcomes(facts.beneficiaries.size());
  std::vector<std::thread> workers;
  for (std::size_t t = 0; t < threads; ++t) {
    workers.emplace_back([&, t] {
      rule_lookup rules(request.rules);  // one a thread: it remembers what it looked up
      for (std::size_t i = t; i < outcomes.size(); i += threads)
        outcomes[i] = bill_beneficiary(facts.beneficiaries[i], facts.conflicts, dates, rules);
    });
  }
  for (std::thread& worker : workers)
    worker.join();
  rule_lookup rules(request.rules);
  return assemble(std::move(outcomes), std::move(facts), request.before, rules, request.month, request.with);
}
// [spread end]

}  // namespace

int main() {
  findings found;
  const rule_book rules = load_rule_book_file("examples/rules/departement.json", found).value();
  const auto orders = read_orders("tests/data/example/order.xml", found);
  const auto visits = read_deliveries("tests/data/example/delivery.xml", found);

  // [first month]
  bill_request march;
  march.rules = rules;
  march.month = parse_local_month("2026-03").value();
  march.as_of = parse_local_date("2026-04-02").value();
  march.with = {parse_local_time("2026-04-02T09:00:00").value(), "LOT-2026-04-02", issue_stage::final};
  for (const order& each : orders)
    march.messages.add(each);
  for (const delivery& each : visits)
    march.messages.add(each);
  const bill_result first = bill(march);
  show(first);
  const std::string kept = write_json(first.after);  // keep it until the next run
  // [first month end]

  // [second month]
  bill_request april;
  april.rules = rules;
  april.month = parse_local_month("2026-04").value();
  april.as_of = parse_local_date("2026-05-02").value();
  april.with = {parse_local_time("2026-05-02T09:00:00").value(), "LOT-2026-05-02", issue_stage::final};
  april.before = read_ledger_json(kept, found).value();
  april.messages.add(visit_on(visits.front(), "DLV-0007", "2026-03-30"));  // of March, sent late
  april.messages.add(visit_on(visits.front(), "DLV-0008", "2026-04-07"));
  const bill_result second = bill(april);
  show(second);
  // [second month end]

  // [nothing new]
  bill_request again = april;
  again.before = second.after;
  std::cout << "again: " << bill(again).invoices.size() << " invoices\n";
  // [nothing new end]

  std::cout << "on threads: " << (bill_on_threads(april, 4).after == second.after ? "the same" : "different") << "\n";
  for (const finding& each : found.items())
    std::cout << each.code() << " " << message(each, language::english) << "\n";
}
