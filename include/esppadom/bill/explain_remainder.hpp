// Cents shared out by largest remainder, written as steps. Billing rules reference, section 2d ("Lines and cents").
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/billing/invoicing.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The steps of `share_out(total, parts)`: each part gets its whole cents; of the cents that are left each part gets
/// one before which fewer parts come than there are cents, a larger remainder before a smaller one and an earlier part
/// before a later one. Empty, and nothing recorded, where more than a cent a part is left, or fewer than none.
/// Example: 3.35 € over 1.675 and 1.675 → 1.67 each, one cent left, the first part takes it.
inline std::vector<traced_value<money>> share_out_steps(explanation_log& log, const traced_value<money>& total,
                                                        std::span<const traced_value<exact_amount>> parts) {
  constexpr money cent = money::from_cents(1);
  std::vector<money> whole;
  money rest = total.value;
  for (const auto& part : parts) {
    whole.push_back(round<money>(part.value, rounding_mode::floor).value_or(money::invalid()));
    rest -= whole.back();
    if (!(part.value > exact_amount())) return {};
  }
  if (!rest.is_valid() || rest < money() || money::from_cents(static_cast<std::int64_t>(parts.size())) < rest)
    return {};

  std::vector<traced_value<money>> shares;
  std::vector<traced_value<exact_amount>> remainders;
  auto left = total;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    shares.push_back(
        log.step(trace_operation::round, trace_mode::floor, whole[i], trace_labels::floor_cents, parts[i], cent));
    remainders.push_back(log.euros(trace_operation::subtract, parts[i].value - exact_amount(whole[i]),
                                   trace_labels::remainder_of_part, parts[i], shares[i]));
    left = log.step(trace_operation::subtract, left.value - whole[i], trace_labels::cents_to_give, left, shares[i]);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    traced_value<money> before{money(), -1};
    for (std::size_t j = 0; j < parts.size(); ++j) {
      if (j == i) continue;
      const bool is_before =
          j < i ? remainders[i].value <= remainders[j].value : remainders[i].value < remainders[j].value;
      const auto takes = log.step(trace_operation::choose, j < i ? trace_mode::less_or_equal : trace_mode::less,
                                  is_before ? cent : money(), trace_labels::cent_taken_before, remainders[i],
                                  remainders[j], cent, money());
      before = before.step < 0 ? takes
                               : log.step(trace_operation::add, before.value + takes.value,
                                          trace_labels::cent_taken_before, before, takes);
    }
    const auto given = before.step < 0 ? log.step(trace_operation::add, left.value, trace_labels::remainder_cents, left)
                                       : log.step(trace_operation::choose, trace_mode::less,
                                                  before.value < left.value ? cent : money(),
                                                  trace_labels::remainder_cents, before, left, cent, money());
    shares[i] =
        log.step(trace_operation::add, shares[i].value + given.value, trace_labels::cents_of_reason, shares[i], given);
    static_cast<void>(log.euros(trace_operation::subtract, exact_amount(shares[i].value) - parts[i].value,
                                trace_labels::residual, shares[i], parts[i]));
  }
  return shares;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
