// The step after beneficiaries were billed one by one: cents, differences to what was emitted, documents, the ledger.
// Nothing here depends on the order in which outcomes arrive.
#pragma once

#include <vector>

#include "esppadom/bill/beneficiary_outcome.hpp"
#include "esppadom/bill/linkage.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/bill/request.hpp"
#include "esppadom/bill/result.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Puts the outcomes of all beneficiaries together. `before` is the ledger of the request, `facts` what `prepare` made
/// of it; a pro forma returns the ledger unchanged.
ESPPADOM_CHAIN bill_result assemble(std::vector<beneficiary_outcome> outcomes, prepared_facts facts,
                                    const ledger& before, rule_lookup& rules, local_month month, const issue& with);

}  // namespace esppadom::inline ESPPADOM_ABI

#if ESPPADOM_CHAIN_IS_INLINE
#include "esppadom/bill/assemble_run.hpp"
#endif
