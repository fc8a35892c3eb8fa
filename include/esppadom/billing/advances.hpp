// Exceptional advances (*acomptes exceptionnels*): what one comes to, and how it is recovered from later invoices.
// Billing rules reference, section 2f, f5: that they exist is known, rate and recovery are open.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/invoicing_rules.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/vat.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/message/description.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An advance that a run grants for the month after the billed one.
struct advance_row {
  std::string provider;
  std::string funder;
  local_month month;  ///< the month it is for; it is recovered from what is billed in it or later
  advance_base base = advance_base::forecast;
  money base_amount;
  percentage pct;
  money amount;

  friend bool operator==(const advance_row&, const advance_row&) = default;
};

template <>
inline constexpr auto description<advance_row> = fields(field<&advance_row::provider>("prestataire"),
                                                        field<&advance_row::funder>("financeur"),
                                                        field<&advance_row::month>("mois"),
                                                        field<&advance_row::base>("assiette"),
                                                        field<&advance_row::base_amount>("montant de l'assiette"),
                                                        field<&advance_row::pct>("taux"),
                                                        field<&advance_row::amount>("montant"));

/// An advance that is not recovered yet.
struct open_advance {
  std::string provider;
  std::string funder;
  local_month month;
  money granted;
  money left;
  money recovered_now;  ///< in this month of billing

  friend bool operator==(const open_advance&, const open_advance&) = default;
};

/// `pct` of a base, rounded once, half up. Example: 80 % of 1 234.56 → 987.65.
inline money advance_of(money base, percentage pct) { return vat_on(base, pct); }

/// What is to be taken off the invoices of a month of billing at most: with `next` all that is left; with `spread` one
/// of `spread_months` equal parts, rounded up to the cent, so that the last is the smallest. Nothing before the month
/// that the advance is for. Example: 100.00 in 3 parts → 33.34, 33.34, 33.32.
inline money to_recover(const open_advance& advance, const invoice_advance_rules& rules, local_month billed_in) {
  if (billed_in < advance.month) return {};
  if (rules.recover == advance_recovery::next || !rules.spread_months) return advance.left;
  const auto part = detail::ratio_of(advance.granted, 1, *rules.spread_months, rounding_mode::ceiling);
  return min(advance.left, part - advance.recovered_now);
}

/// The advances of a ledger that are not recovered, by provider, funder and month. The same run repeated recovers
/// nothing more of a `spread` part: what the month of billing already took counts.
inline std::vector<open_advance> open_advances(const std::vector<document_adjustment>& adjustments,
                                               local_month billed_in) {
  std::map<std::tuple<std::string, std::string, local_month>, open_advance> open;
  for (const auto& change : adjustments) {
    if (change.reason == adjustment_reason::penalty) continue;
    auto& sum = open[{change.provider, change.funder, change.month}];
    std::tie(sum.provider, sum.funder, sum.month) = std::tie(change.provider, change.funder, change.month);
    sum.left += change.amount;
    if (change.reason == adjustment_reason::advance) sum.granted += change.amount;
    if (change.reason == adjustment_reason::recovery && change.billed_in == billed_in)
      sum.recovered_now -= change.amount;
  }
  std::vector<open_advance> out;
  for (auto& [key, one] : open) {
    if (one.left > money{}) out.push_back(std::move(one));
  }
  return out;
}

/// The advances of the circumstances that the ledger does not hold yet, as facts. One (provider, funder, month) has one
/// amount: a greater one adds the difference, a smaller one takes it back.
inline std::vector<document_adjustment> new_advances(const std::vector<advance>& given,
                                                     const std::vector<document_adjustment>& known,
                                                     local_month billed_in) {
  std::map<std::tuple<local_month, std::string, std::string>, money> amounts;
  for (const auto& one : given)
    amounts[{one.month, one.provider, one.funder}] += one.amount;
  std::vector<document_adjustment> out;
  for (const auto& [key, amount] : amounts) {
    document_adjustment change;
    change.reason = adjustment_reason::advance;
    std::tie(change.month, change.provider, change.funder) = key;
    change.billed_in = billed_in;
    change.amount = amount;
    for (const auto& before : known) {
      if (before.reason == adjustment_reason::advance && before.month == change.month &&
          before.provider == change.provider && before.funder == change.funder)
        change.amount -= before.amount;
    }
    if (change.amount != money{}) out.push_back(std::move(change));
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
