// The global step before beneficiaries are billed one by one: increments are merged into the ledger's facts, messages
// replace each other, circumstances find their visits. Nothing here depends on the order of the input.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/bill/increment.hpp"
#include "esppadom/bill/linkage.hpp"
#include "esppadom/bill/request.hpp"
#include "esppadom/bill/visit_place.hpp"
#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/special.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a visit's caregiver did at another beneficiary's, by delivery id.
struct caregiver_elsewhere {
  std::string overlapping;  ///< at the same time, of a message that came earlier; empty = nothing
  std::string previous;     ///< just before; empty = nothing nearer than any travel time asked for
  duration gap;             ///< since `previous` ended
};

/// Visits whose caregiver was elsewhere at that time, or just before: (provider, delivery id) → where.
using caregiver_conflicts = std::map<std::pair<std::string, std::string>, caregiver_elsewhere, place_less>;

/// Visits by (provider, delivery id) → digest of the message of each that was refused.
using refused_messages = std::map<std::pair<std::string, std::string>, std::string>;

/// The facts of every beneficiary of increment and ledger, sorted by identifier.
struct prepared_facts {
  std::vector<beneficiary_ledger> beneficiaries;
  caregiver_conflicts conflicts;
  std::vector<unbilled_visit> unbilled;
  std::vector<advance> advances;                ///< of the circumstances
  std::vector<std::string> rejected_documents;  ///< refused as a whole
  refused_messages resubmitted;                 ///< sent again in the very run that is told of their refusal
  findings found;
};

/// The longest travel time that any rule set of a book asks for; zero when none does.
inline duration longest_travel(const rule_book& rules) {
  duration longest;
  for (const auto& each : rules.versions) {
    if (const auto travel = each.values.stamps.conflict.travel) longest = max(longest, *travel);
  }
  return longest;
}

/// Merges an increment and circumstances into the facts of a ledger, and tells of circumstances what cannot be meant
/// (`check_circumstances`). `travel`: gaps between a caregiver's visits at different beneficiaries are noted when they
/// are shorter.
ESPPADOM_CHAIN prepared_facts prepare(const increment& input, const circumstances& given, const ledger& before,
                                      const std::vector<complete_month>& complete, duration travel = {});

}  // namespace esppadom::inline ESPPADOM_ABI

#if ESPPADOM_CHAIN_IS_INLINE
#include "esppadom/bill/prepare_run.hpp"
#endif
