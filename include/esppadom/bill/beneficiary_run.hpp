// One beneficiary billed. Who links the library finds it compiled there; see bill/linkage.hpp.
#pragma once

#include "esppadom/bill/beneficiary.hpp"
#include "esppadom/bill/watched_run.hpp"

namespace esppadom::inline ESPPADOM_ABI {

ESPPADOM_CHAIN beneficiary_outcome bill_beneficiary(const beneficiary_ledger& facts,
                                                    const caregiver_conflicts& conflicts, const billing_dates& dates,
                                                    rule_lookup& rules) {
  return detail::beneficiary_run<>(facts, conflicts, dates, rules).run();
}

}  // namespace esppadom::inline ESPPADOM_ABI
