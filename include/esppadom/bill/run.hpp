// The composition itself. Who links the library finds it compiled there; see bill/linkage.hpp.
#pragma once

#include <utility>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/bill/assemble.hpp"
#include "esppadom/bill/beneficiary.hpp"
#include "esppadom/bill/late_corrections.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/bill/request_checks.hpp"

namespace esppadom::inline ESPPADOM_ABI {

ESPPADOM_CHAIN bill_result bill(const bill_request& request) {
  if (auto refused = check_ledger(request.before, request.rules); refused.has_errors()) {
    bill_result result;
    result.month = request.month;
    result.after = request.before;
    result.found = std::move(refused);
    return result;
  }
  const auto travel = longest_travel(request.rules);
  rule_lookup rules(request.rules);
  auto late = late_corrections(request.messages, rules);
  auto facts = late.any() ? prepare(late.in_time, request.given, request.before, request.complete, travel)
                          : prepare(request.messages, request.given, request.before, request.complete, travel);
  late.report(facts);
  check_request(request, facts.found);
  const billing_dates dates{request.month, request.as_of};
  std::vector<beneficiary_outcome> outcomes;
  outcomes.reserve(facts.beneficiaries.size());
  for (const auto& part : facts.beneficiaries) {
    outcomes.push_back(bill_beneficiary(part, facts.conflicts, dates, rules));
  }
  return assemble(std::move(outcomes), std::move(facts), request.before, rules, request.month, request.with);
}

}  // namespace esppadom::inline ESPPADOM_ABI
