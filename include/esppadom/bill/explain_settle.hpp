// The rule of the cent as steps: a price and its shares brought to whole cents, once. Billing rules reference, section
// 2d
// ("Lines and cents").
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/invoicing.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The exact columns of a line or of several, as steps; no step = nothing.
struct exact_columns {
  traced_value<exact_amount> price;
  std::vector<traced_value<exact_amount>> funders;
  std::array<traced_value<exact_amount>, beneficiary_reason_count> reasons{};
  traced_value<exact_amount> beneficiary;
  traced_value<exact_amount> provider;
};

/// The same in cents.
struct cent_columns {
  traced_value<money> price;
  std::vector<traced_value<money>> funders;
  std::array<traced_value<money>, beneficiary_reason_count> reasons{};
  traced_value<money> beneficiary;
  traced_value<money> provider;
};

class settle_recorder {
 public:
  explicit settle_recorder(explanation_log& log) : log_(log) {}

  /// The rule of the cent over some columns: `settled` is what it gave.
  cent_columns record(const exact_columns& exact, const settled_line& settled, std::span<const std::string> funders,
                      line_rounding mode) {
    cent_columns out;
    const auto in_cents_of = [&](const euros& value) {
      return round<money>(value.value, mode_of(mode)).value_or(money::invalid());
    };
    out.price = rounded(exact.price, settled.price, mode, trace_labels::rounded_price);
    auto left = out.price;
    const auto take = [&](const euros& value, const std::string& about) -> cents {
      if (value.step < 0) return {};
      const auto nearest = rounded(value, in_cents_of(value), mode, trace_labels::rounded_share);
      const auto share = log_.step(trace_operation::minimum, min(nearest.value, left.value),
                                   trace_labels::share_in_cents, nearest, left);
      log_.about(share, about);
      left = log_.step(trace_operation::subtract, left.value - share.value, trace_labels::cents_left, left, share);
      return share;
    };
    for (std::size_t i = 0; i < exact.funders.size(); ++i)
      out.funders.push_back(take(exact.funders[i], funders[i]));
    out.provider = take(exact.provider, {});
    const auto takes_rest = [&](cents& share, const money& result, const euros& value) {
      if (result == share.value && share.step >= 0) return;
      share = share.step < 0 ? log_.step(trace_operation::add, result, trace_labels::rest_in_cents, left)
                             : log_.step(trace_operation::add, result, trace_labels::rest_in_cents, share, left);
      if (value.step >= 0) {
        static_cast<void>(log_.euros(trace_operation::subtract, exact_amount(result) - value.value,
                                     trace_labels::residual, share, value));
      }
    };
    if (exact.beneficiary.step >= 0 || !(settled.beneficiary == money()))
      takes_rest(out.beneficiary, settled.beneficiary, exact.beneficiary);
    for (std::size_t i = 0; i < exact.funders.size(); ++i)
      takes_rest_of(out.funders[i], settled.funders[i], exact.funders[i], takes_rest);
    takes_rest_of(out.provider, settled.provider, exact.provider, takes_rest);
    return out;
  }

 private:
  using euros = traced_value<exact_amount>;
  using cents = traced_value<money>;

  cents rounded(const euros& value, const money& result, line_rounding mode, const trace_label& label) {
    return log_.step(trace_operation::round, esppadom::trace_mode_of(mode_of(mode)), result, label, value, cent());
  }
  static money cent() { return money::from_cents(1); }

  template <class TakesRest>
  void takes_rest_of(cents& share, const money& result, const euros& value, const TakesRest& takes_rest) {
    if (share.step < 0 && result == money()) return;
    if (!(share.value == result) || share.step < 0) takes_rest(share, result, value);
  }

  explanation_log& log_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
