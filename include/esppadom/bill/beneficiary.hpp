// One beneficiary billed: every visit judged, the months replayed in order, the lines that should stand now.
// A pure function of the beneficiary's facts, the rule book and two dates: beneficiaries may be spread over threads,
// processes or machines.
#pragma once

#include "esppadom/bill/beneficiary_outcome.hpp"
#include "esppadom/bill/linkage.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Bills one beneficiary. `rules` may be shared by the beneficiaries of one thread.
ESPPADOM_CHAIN beneficiary_outcome bill_beneficiary(const beneficiary_ledger& facts,
                                                    const caregiver_conflicts& conflicts, const billing_dates& dates,
                                                    rule_lookup& rules);

}  // namespace esppadom::inline ESPPADOM_ABI

#if ESPPADOM_CHAIN_IS_INLINE
#include "esppadom/bill/beneficiary_run.hpp"
#endif
