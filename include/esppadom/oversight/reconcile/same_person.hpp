// One beneficiary under two identifiers.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Pairs of beneficiaries whose orders show one person: an identifier in common, or the same names and birth date
/// (inferred, medium). By identifier, each pair once. Names and dates are compared, never returned.
inline std::vector<std::pair<std::string, std::string>> beneficiaries_under_two_ids(
    std::span<const beneficiary_ledger> facts) {
  std::map<std::string, std::string> owner;
  std::set<std::pair<std::string, std::string>> pairs;
  const auto meet = [&](std::string mark, const std::string& beneficiary) {
    const auto& first = owner.try_emplace(std::move(mark), beneficiary).first->second;
    if (first != beneficiary)
      pairs.insert(first < beneficiary ? std::pair(first, beneficiary) : std::pair(beneficiary, first));
  };
  for (const auto& part : facts) {
    for (const auto& one : part.orders) {
      const auto& who = one.beneficiary;
      for (const auto& id : who.ids) {
        if (!id.empty()) meet("id\x1f" + id.key() + '\x1f' + collapsed(id.scheme_id), part.beneficiary);
      }
      if (!who.last_name || !who.first_name || !who.birth_date) continue;
      meet("name\x1f" + collapsed(*who.last_name) + '\x1f' + collapsed(*who.first_name) + '\x1f' +
               to_string(*who.birth_date),
           part.beneficiary);
    }
  }
  return {pairs.begin(), pairs.end()};
}

}  // namespace esppadom::inline ESPPADOM_ABI
