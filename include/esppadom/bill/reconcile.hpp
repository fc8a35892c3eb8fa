// Reconciliation from messages: what a run of billing gives for the same orders and visits, held against invoices.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/oversight/reconciliation.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What orders, visits and rules of a request give, as reconciliation wants it.
struct expected_month {
  std::vector<beneficiary_ledger> facts;
  std::optional<std::vector<expected_line>> lines;  ///< none = no rules
  std::vector<unbilled_visit> unbilled;
  findings found;
};

/// The facts of messages that are not billed: without rules.
inline expected_month facts_of(const increment& messages, const circumstances& given) {
  auto facts = prepare(messages, given, {}, {});
  return {std::move(facts.beneficiaries), std::nullopt, {}, std::move(facts.found)};
}

/// Everything that a run has emitted, earlier runs included, with shares without VAT. The ledger of the run must hold
/// its documents: a pro forma leaves none. Shares of documents of earlier runs are those of the ledger.
inline expected_month expected_of(const bill_result& billed) {
  std::map<std::string, const billed_invoice*> documents;
  for (const auto& one : billed.invoices)
    documents[one.id] = &one;
  expected_month out;
  out.lines.emplace();
  for (const auto& part : billed.after.beneficiaries) {
    for (const auto& line : part.lines) {
      if (line.payer.empty()) continue;
      expected_line one{part.beneficiary, line, line.share};
      const auto at = documents.find(line.document);
      const auto place = static_cast<std::size_t>(line.number);
      if (line.vat != percentage{} && at != documents.end() && place >= 1 && place <= at->second->lines.size()) {
        const auto net = at->second->lines[place - 1].net_share;
        one.share = line.share < money{} ? -detail::magnitude(net) : net;
      }
      out.lines->push_back(std::move(one));
    }
  }
  out.facts = billed.after.beneficiaries;
  out.unbilled = billed.unbilled;
  return out;
}

/// Reconciles invoices with what was prepared before.
inline reconciliation reconcile(const expected_month& expected, const stated_invoices& invoices,
                                const reconcile_query& query) {
  return reconcile({expected.facts, &invoices, expected.lines ? &*expected.lines : nullptr, expected.unbilled}, query);
}

}  // namespace esppadom::inline ESPPADOM_ABI
