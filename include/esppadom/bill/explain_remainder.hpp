// Cents shared out by largest remainder, written as steps. Billing rules reference, section 2d ("Lines and cents").
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/billing/invoicing.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The steps of `share_out(total, parts)`: each part gets its whole cents; of the cents that are left each part gets
/// one before which fewer parts come than there are cents, a larger remainder before a smaller one and an earlier part
/// before a later one. Example: 3.35 € over 1.675 and 1.675 → 1.67 each, one cent left, the first part takes it.
class remainder_recorder {
 public:
  using cents = traced_value<money>;
  using euros = traced_value<exact_amount>;

  remainder_recorder(explanation_log& log, std::vector<euros> parts) : log_(log), parts_(std::move(parts)) {}

  /// Whole cents and remainders. False, and nothing recorded, where more than a cent a part is left, or fewer than
  /// none, or a part is nothing.
  bool begin(const cents& total) {
    std::vector<money> whole;
    money rest = total.value;
    for (const auto& part : parts_) {
      whole.push_back(round<money>(part.value, rounding_mode::floor).value_or(money::invalid()));
      rest -= whole.back();
      if (!(part.value > exact_amount())) return false;
    }
    if (!rest.is_valid() || rest < money() || money::from_cents(static_cast<std::int64_t>(parts_.size())) < rest)
      return false;
    left_ = total;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      whole_.push_back(
          log_.step(trace_operation::round, trace_mode::floor, whole[i], trace_labels::floor_cents, parts_[i], cent()));
      remainders_.push_back(log_.euros(trace_operation::subtract, parts_[i].value - exact_amount(whole[i]),
                                       trace_labels::remainder_of_part, parts_[i], whole_[i]));
      left_ =
          log_.step(trace_operation::subtract, left_.value - whole[i], trace_labels::cents_to_give, left_, whole_[i]);
    }
    return true;
  }

  /// The cents of a part, `label` says of what.
  cents share(std::size_t i, const trace_label& label) {
    cents before;
    for (std::size_t j = 0; j < parts_.size(); ++j) {
      if (j == i) continue;
      const auto takes = taken_before(j, i);
      before = before.step < 0 ? takes
                               : log_.step(trace_operation::add, before.value + takes.value,
                                           trace_labels::cent_taken_before, before, takes);
    }
    const auto given =
        before.step < 0
            ? log_.step(trace_operation::add, left_.value, trace_labels::remainder_cents, left_)
            : log_.step(trace_operation::choose, trace_mode::less, before.value < left_.value ? cent() : money(),
                        trace_labels::remainder_cents, before, left_, cent(), money());
    const auto share = log_.step(trace_operation::add, whole_[i].value + given.value, label, whole_[i], given);
    static_cast<void>(log_.euros(trace_operation::subtract, exact_amount(share.value) - parts_[i].value,
                                 trace_labels::residual, share, parts_[i]));
    return share;
  }

 private:
  static constexpr money cent() { return money::from_cents(1); }

  /// A cent where part j comes before part i.
  cents taken_before(std::size_t j, std::size_t i) {
    const auto& mine = remainders_[i];
    const auto& other = remainders_[j];
    const bool is_before = j < i ? mine.value <= other.value : mine.value < other.value;
    return log_.step(trace_operation::choose, j < i ? trace_mode::less_or_equal : trace_mode::less,
                     is_before ? cent() : money(), trace_labels::cent_taken_before, mine, other, cent(), money());
  }

  explanation_log& log_;
  std::vector<euros> parts_, remainders_;
  std::vector<cents> whole_;
  cents left_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
