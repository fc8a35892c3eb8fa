// The invoices of a run held against the facts it bills from, before anybody receives them: the automatic
// reconciliation of every invoice. Billing rules reference, section 2f (f13; known that platforms do it).
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "esppadom/bill/reconcile.hpp"
#include "esppadom/oversight/reconciliation_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Reads the messages of a run as a payer would and compares them with the ledger of the run: the amount of each payer,
/// beneficiary, service and month to the cent, every visit on its line, no visit that nobody sent. Times are not
/// compared where amounts agree: a line that only changes a rate repeats a quantity that was billed before. Only
/// documents of this run are looked at; a pro forma, which is in no ledger, is not. What differs is a row and a finding
/// (ESP-REC); nothing does in a run that went as it should. Its cost is that of one pass over lines and facts; `bill`
/// does not do it by itself: call it, as the command does, or leave it. Example: one cent added to a line of a message:
/// one row `amount`, difference 0.01.
inline reconciliation reconcile_own(const bill_result& billed) {
  std::map<std::string_view, local_month> documents;
  for (const auto& one : billed.invoices) {
    if (one.type == document_type::pro_forma) return {};
    documents.emplace(one.id, one.month);
  }
  if (documents.empty()) return {};
  stated_invoices stated;
  for (const auto& message : billed.messages)
    stated.add(message);
  auto expected = expected_of(billed);
  std::erase_if(*expected.lines,
                [&documents](const expected_line& one) { return !documents.contains(one.line.document); });
  // A message has one period: what comes late on the next invoice stands there under that invoice's month.
  for (auto& one : *expected.lines)
    one.line.month = documents.at(one.line.document);
  auto report = reconcile(expected, stated, {});
  constexpr std::array kinds{&rec_amount, &rec_not_invoiced, &rec_unknown_visit, &rec_other_beneficiary};
  findings found;
  for (auto& one : report.found.items()) {
    if (std::find(kinds.begin(), kinds.end(), one.kind) != kinds.end()) found.add(std::move(one));
  }
  report.found = std::move(found);
  std::erase_if(report.rows, [](const reconcile_row& row) {
    if (row.check == reconcile_check::amount) return row.difference == money{};
    return row.check != reconcile_check::not_invoiced && row.check != reconcile_check::delivery;
  });
  report.sums.clear();
  report.total.differences = static_cast<std::int64_t>(report.rows.size());
  return report;
}

}  // namespace esppadom::inline ESPPADOM_ABI
