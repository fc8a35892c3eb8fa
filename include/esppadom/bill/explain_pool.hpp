// What a pool leaves to a visit, step by step: the plan of the period, what earlier visits used, what earlier periods
// left, what may be used in advance. Billing rules reference, section 2c.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <type_traits>

#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/billing/smoothing.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Records what a visit may take from a pool; the last step is `pool_view::available`. `name_of_period` names the
/// period of a lot.
template <class Amount>
class pool_recorder {
 public:
  /// `granted` is the step of the plan of the period; without a step it is a given number.
  pool_recorder(explanation_log& log, const pool_view<Amount>& seen, const traced_value<Amount>& granted,
                const std::function<std::string(std::int32_t)>& name_of_period)
      : log_(log), seen_(seen), granted_(granted), name_of_period_(name_of_period) {}

  traced_value<Amount> record() {
    const auto own = record_own();
    const auto lots = record_lots();
    const auto [carried, of_own] = seen_.lots_first ? lots_first(own, lots) : own_first(own, lots);
    const auto advance = record_advance();
    const Amount sum = carried.value + of_own.value + advance.value;
    return step(trace_operation::add, sum, trace_labels::available, of_own, carried, advance);
  }

 private:
  using traced = traced_value<Amount>;
  struct parts {
    traced carried;
    traced own;
  };

  template <class... Operands>
  traced step(trace_operation operation, const Amount& value, const trace_label& label, const Operands&... operands) {
    if constexpr (std::is_same_v<Amount, exact_amount>) {
      return log_.euros(operation, value, label, operands...);
    } else {
      return log_.step(operation, value, label, operands...);
    }
  }
  traced at_least_nothing(const traced& value, const trace_label& label) {
    return step(trace_operation::maximum, zero_or_more(value.value), label, value, Amount());
  }

  traced record_own() {
    auto rest = granted_.step >= 0 && granted_.value == seen_.granted
                    ? step(trace_operation::add, granted_.value, trace_labels::plan_of_period, granted_)
                    : log_.given(seen_.granted, trace_labels::plan_of_period);
    const auto less = [&](const Amount& amount, const trace_label& label) {
      if (amount == Amount()) return;
      rest = step(trace_operation::subtract, rest.value - amount, trace_labels::own_difference, rest,
                  log_.given(amount, label));
    };
    less(seen_.repaid, trace_labels::advance_repaid);
    less(seen_.used, trace_labels::used_before);
    less(seen_.used_later, trace_labels::used_by_later);
    return at_least_nothing(rest, trace_labels::own_left);
  }

  traced record_lots() {
    traced sum;
    for (const auto& lot : seen_.lots) {
      if (lot.amount == Amount()) continue;
      const auto one = log_.given(lot.amount, trace_labels::lot, name_of_period_(lot.period));
      sum = step(trace_operation::add, sum.value + one.value, trace_labels::carried_left, sum, one);
    }
    return sum;
  }

  /// What is left under the ceiling, of which so much is taken before.
  traced room(const traced& taken_before) {
    const auto ceiling = log_.given(*seen_.ceiling, trace_labels::pool_ceiling);
    auto left = step(trace_operation::subtract, ceiling.value - seen_.used_of_ceiling, trace_labels::under_ceiling,
                     ceiling, log_.given(seen_.used_of_ceiling, trace_labels::used_of_ceiling));
    if (taken_before.step >= 0) {
      left = step(trace_operation::subtract, left.value - taken_before.value, trace_labels::under_ceiling, left,
                  taken_before);
    }
    return at_least_nothing(left, trace_labels::under_ceiling_or_none);
  }

  parts own_first(const traced& own, const traced& lots) {
    if (!seen_.ceiling || lots.value == Amount()) return {lots, own};
    const auto left = room(own);
    return {step(trace_operation::minimum, min(lots.value, left.value), trace_labels::carried_usable, lots, left), own};
  }

  parts lots_first(const traced& own, const traced& lots) {
    if (!seen_.ceiling) return {lots, own};
    const auto left = room({});
    const auto carried =
        step(trace_operation::minimum, min(lots.value, left.value), trace_labels::carried_usable, lots, left);
    const auto after =
        step(trace_operation::subtract, left.value - carried.value, trace_labels::after_lots, left, carried);
    return {carried, step(trace_operation::minimum, min(own.value, after.value), trace_labels::own_usable, own, after)};
  }

  traced record_advance() {
    if (!seen_.advance_cap) return {};
    const auto cap = log_.given(*seen_.advance_cap, trace_labels::advance_cap);
    const auto left = step(trace_operation::subtract, cap.value - seen_.advanced, trace_labels::advance_room, cap,
                           log_.given(seen_.advanced, trace_labels::advanced_before));
    const auto next = log_.given(seen_.next_left, trace_labels::next_period_left);
    const auto room =
        step(trace_operation::minimum, min(left.value, next.value), trace_labels::advance_usable, left, next);
    return at_least_nothing(room, trace_labels::advance_usable);
  }

  explanation_log& log_;
  const pool_view<Amount>& seen_;
  const traced_value<Amount>& granted_;
  const std::function<std::string(std::int32_t)>& name_of_period_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
