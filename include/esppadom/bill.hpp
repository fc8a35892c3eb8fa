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

#include "esppadom/bill/linkage.hpp"
#include "esppadom/bill/request.hpp"
#include "esppadom/bill/result.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

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
ESPPADOM_CHAIN bill_result bill(const bill_request& request);

}  // namespace esppadom::inline ESPPADOM_ABI

#if ESPPADOM_CHAIN_IS_INLINE
#include "esppadom/bill/run.hpp"
#endif
