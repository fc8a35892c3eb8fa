// Reconciliation from messages: what a run of billing gives for the same orders and visits, held against invoices.
#pragma once

#include <optional>
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
ESPPADOM_CHAIN expected_month facts_of(const increment& messages, const circumstances& given);

/// Everything that a run has emitted, earlier runs included, with shares without VAT. The ledger of the run must hold
/// its documents: a pro forma leaves none. Shares of documents of earlier runs are those of the ledger.
ESPPADOM_CHAIN expected_month expected_of(const bill_result& billed);

/// Reconciles invoices with what was prepared before.
ESPPADOM_CHAIN reconciliation reconcile(const expected_month& expected, const stated_invoices& invoices,
                                        const reconcile_query& query);

}  // namespace esppadom::inline ESPPADOM_ABI

#if ESPPADOM_CHAIN_IS_INLINE
#include "esppadom/bill/reconcile_run.hpp"
#endif
