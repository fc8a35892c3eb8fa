// What the orders foresee for a month, step by step: the base of an advance (`invoicing.advance.base` forecast).
#pragma once

#include <span>
#include <string_view>

#include "esppadom/bill/explain_document_labels.hpp"
#include "esppadom/bill/explain_grant.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/forecast.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

class forecast_recorder {
 public:
  using cents = traced_value<money>;

  explicit forecast_recorder(explanation_log& log) : log_(log) {}

  /// What a provider and a funder may expect, order line by order line; no step where no line foresees anything.
  cents record(std::span<const forecast_part> parts, std::string_view provider, std::string_view funder) {
    cents sum;
    for (const auto& part : parts) {
      if (part.provider != provider || part.funder != funder) continue;
      const auto one = of_line(part);
      sum = sum.step < 0
                ? log_.step(trace_operation::add, one.value, trace_labels::advance_forecast, one)
                : log_.step(trace_operation::add, sum.value + one.value, trace_labels::advance_forecast, sum, one);
    }
    return sum;
  }

 private:
  cents of_line(const forecast_part& part) {
    const auto group = log_.group(trace_labels::forecast_of_line);
    log_.about_last(part.order_line);
    auto time = grant_recorder(log_).record<exact_duration>(part.terms, 0);
    if (time.step < 0 || !(time.value == part.time)) time = log_.given(part.time, trace_labels::forecast_hours);
    const auto gross = log_.euros(trace_operation::multiply, part.time * part.rate, trace_labels::forecast_gross, time,
                                  log_.given(part.rate, trace_labels::forecast_rate), trace_number{1, 3600});
    auto share = less_participation_steps(log_, gross, time, part.participation);
    if (part.fixed) {
      const auto less =
          log_.euros(trace_operation::subtract, share.value - *part.fixed, trace_labels::forecast_less_fixed, share,
                     log_.given(*part.fixed, trace_labels::fixed_in_force));
      share = log_.euros(trace_operation::maximum, max(less.value, exact_amount()), trace_labels::forecast_less_fixed,
                         less, exact_amount());
    }
    const auto cents_of = round<money>(share.value, rounding_mode::half_up).value_or(money{});
    if (!(cents_of == part.amount)) return log_.given(part.amount, trace_labels::forecast_of_line);
    return log_.step(trace_operation::round, trace_mode::half_up, part.amount, trace_labels::forecast_of_line, share,
                     money::from_cents(1));
  }

  explanation_log& log_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
