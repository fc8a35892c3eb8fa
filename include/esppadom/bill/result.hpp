// What a run of billing gives.
#pragma once

#include <string>
#include <vector>

#include "esppadom/bill/penalty_row.hpp"
#include "esppadom/billing/advances.hpp"
#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/payments.hpp"
#include "esppadom/billing/slips.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The correction rate of a provider's month over its invoices.
struct billed_rate {
  std::string provider;
  local_month month;
  correction_tally tally;
  correction_unit unit = correction_unit::by_intervention;
};

/// Everything a run returns.
struct bill_result {
  local_month month;
  std::vector<rule_set_ref> rule_sets;  ///< those that gave at least one key to a billed line
  std::vector<billed_invoice> invoices;
  std::vector<beneficiary_invoice> beneficiary_invoices;
  std::vector<funder_payment> payments;  ///< what funders pay elsewhere than to the provider
  std::vector<smoothing_row> smoothing;
  std::vector<unbilled_visit> unbilled;
  std::vector<billed_rate> rates;      ///< of the billed month and of every month that changed, by provider
  std::vector<penalty_row> penalties;  ///< rates held against a threshold, over the same months
  std::vector<held_document> held;     ///< differences that are on no document of this run
  std::vector<advance_row> advances;   ///< granted by this run
  std::vector<slip> slips;             ///< of the billed month, with the documents of earlier runs
  std::vector<invoice> messages;       ///< one INVOICE an invoice, in the same order
  ledger after;
  findings found;
};

}  // namespace esppadom::inline ESPPADOM_ABI
