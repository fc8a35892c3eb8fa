// How a run of billing is put before reconciliation. Who links the library finds it compiled there; see
// bill/linkage.hpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "esppadom/bill/prepare.hpp"
#include "esppadom/bill/reconcile.hpp"

namespace esppadom::inline ESPPADOM_ABI {

ESPPADOM_CHAIN expected_month facts_of(const increment& messages, const circumstances& given) {
  auto facts = prepare(messages, given, {}, {});
  return {std::move(facts.beneficiaries), std::nullopt, {}, std::move(facts.found)};
}

ESPPADOM_CHAIN expected_month expected_of(const bill_result& billed) {
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

ESPPADOM_CHAIN reconciliation reconcile(const expected_month& expected, const stated_invoices& invoices,
                                        const reconcile_query& query) {
  return reconcile({expected.facts, &invoices, expected.lines ? &*expected.lines : nullptr, expected.unbilled}, query);
}

}  // namespace esppadom::inline ESPPADOM_ABI
