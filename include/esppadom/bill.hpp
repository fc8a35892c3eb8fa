// From a request to invoices, ledger and findings: the composition of all steps.
//
//   prepare  merges increments and circumstances into the facts (global)
//   map      bills every beneficiary on its own
//   assemble cents, differences, documents, ledger (global)
//
// `bill` runs the three in one thread. Who wants to spread the middle step over threads, processes or machines calls
// the three functions; the result is the same to the byte.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "esppadom/bill/assemble.hpp"
#include "esppadom/bill/beneficiary.hpp"
#include "esppadom/bill/increment.hpp"
#include "esppadom/bill/late_corrections.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a run is asked. Everything that matters is here: no clock, no file, no setting elsewhere.
struct bill_request {
  increment messages;
  circumstances given;
  rule_book rules;
  local_month month;  ///< billed with every earlier month that changes
  local_date as_of;   ///< orders issued later are not known
  issue with;
  ledger before;
  std::vector<complete_month> complete;
};

/// Why a ledger and a rule book do not belong together: another format, another book, or a version of a rule set that
/// was changed without a new number. Empty = they do.
inline findings check_ledger(const ledger& before, const rule_book& rules) {
  findings found;
  if (before.format != ledger{}.format) {
    found.add(bil_ledger_format, {}, {std::to_string(before.format), std::to_string(ledger{}.format)});
  }
  if (!before.rule_book.empty() && before.rule_book != rules.id) {
    found.add(bil_ledger_other_book, {}, {before.rule_book, rules.id});
  }
  for (const auto& known : before.rule_sets) {
    for (const auto& candidate : rules.versions) {
      if (candidate.id == known.id && candidate.version == known.version && candidate.sha256 != known.sha256) {
        found.add(bil_ledger_rule_set_changed, {}, {known.id, std::to_string(known.version)});
      }
    }
  }
  return found;
}

/// Bills a month: main invoices, differences for every earlier month that changed, the beneficiary's invoices, what was
/// not billed and why, and the ledger to keep. A ledger that does not belong to the rule book bills nothing: the result
/// holds the findings and the ledger as it was.
///
/// Two laws hold. A second run with the same request and the ledger of the first emits nothing. The same visits in one
/// run or in many end in the same cumulated amounts (`smoothing.late` = recompute).
inline bill_result bill(const bill_request& request) {
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
  const billing_dates dates{request.month, request.as_of};
  std::vector<beneficiary_outcome> outcomes;
  outcomes.reserve(facts.beneficiaries.size());
  for (const auto& part : facts.beneficiaries) {
    outcomes.push_back(bill_beneficiary(part, facts.conflicts, dates, rules));
  }
  return assemble(std::move(outcomes), std::move(facts), request.before, rules, request.month, request.with);
}

}  // namespace esppadom
