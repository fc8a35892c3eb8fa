// What a funder may pay of a visit, step by step: what its pool leaves, what was invoiced and stands, its volume, the
// sub-ceilings of the service. Billing rules reference, sections 2c and 2d.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "esppadom/bill/explain_grant.hpp"
#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/explain_pool.hpp"
#include "esppadom/bill/line_book.hpp"
#include "esppadom/bill/pool_book.hpp"
#include "esppadom/bill/sub_ceilings.hpp"
#include "esppadom/billing/funding.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// What a funder still had for the visit, as steps; no step = no such limit.
struct state_steps {
  traced_value<exact_duration> pool, volume, own;
  traced_value<exact_amount> pool_euros, euros;
};

/// Records limits; a step whose formula does not give the run's value stands as a given number instead.
class limit_recorder {
 public:
  explicit limit_recorder(explanation_log& log) : log_(log) {}

  state_steps record(const funder_place& place, const funder_state& state) {
    const auto group = log_.group(trace_labels::funder);
    const auto& payer = place.terms->payer;
    log_.about_last(payer);
    state_steps out;
    if (state.own) out.own = log_.given(*state.own, trace_labels::own_rules_time, payer);
    if (state.pool) out.pool = record_pool(place, *state.pool);
    if (state.pool_euros) out.pool_euros = record_pool(place, *state.pool_euros);
    const auto& volume = place.terms->rules.volume;
    if (state.volume && volume.minutes)
      out.volume = record_volume(place, exact_duration(*volume.minutes), *state.volume, "volume.minutes");
    if (state.euros && volume.euros)
      out.euros = record_volume(place, exact_amount(*volume.euros), *state.euros, "volume.euros");
    return out;
  }

  /// What is left under the sub-ceilings of a service: the least of all that name it.
  traced_value<exact_duration> record(std::span<const sub_ceiling_use> ceilings, const exact_duration& limit,
                                      const std::string& service) {
    const auto group = log_.group(trace_labels::sub_ceilings);
    log_.about_last(service);
    traced_value<exact_duration> least{};
    for (const auto& each : ceilings) {
      const auto most = log_.about(log_.parameter(each.max, "smoothing.sub_ceilings"), each.period);
      const auto used = log_.given(each.used, trace_labels::sub_ceiling_used, each.period);
      const auto rest =
          log_.step(trace_operation::subtract, most.value - used.value, trace_labels::sub_ceiling_rest, most, used);
      const auto left = log_.step(trace_operation::maximum, zero_or_more(rest.value), trace_labels::sub_ceiling_left,
                                  rest, exact_duration());
      least = least.step < 0 ? left
                             : log_.step(trace_operation::minimum, min(least.value, left.value),
                                         trace_labels::sub_ceiling_left, least, left);
    }
    return least.step >= 0 && least.value == limit ? least : log_.given(limit, trace_labels::sub_ceiling_left, service);
  }

 private:
  template <class Amount>
  traced_value<Amount> record_volume(const funder_place& place, const Amount& whole, const Amount& left,
                                     std::string_view key) {
    const auto& name = place.terms->rules.funder;
    const auto granted = name.empty() ? log_.given(whole, trace_labels::volume, place.terms->payer)
                                      : log_.parameter_of_funder(whole, key, name);
    const auto used = log_.given(whole - left, trace_labels::volume_used, place.terms->payer);
    const auto& label = trace_labels::volume_left;
    if constexpr (std::is_same_v<Amount, exact_amount>) {
      return log_.about(log_.euros(trace_operation::subtract, left, trace_labels::euros_left, granted, used), name);
    } else {
      return log_.about(log_.step(trace_operation::subtract, left, label, granted, used), name);
    }
  }

  template <class Amount>
  traced_value<Amount> record_pool(const funder_place& place, const Amount& available) {
    const auto group = log_.group(trace_labels::pool);
    if (!place.from) return log_.given(available, trace_labels::available);
    log_.about_last(place.from->name() + ", " + place.from->period_of(place.slot));
    if constexpr (std::is_same_v<Amount, exact_duration>) {
      if (!place.of_first.empty()) return record_double(place, available);
      if (place.stands) return record_standing(place, *place.stands, available);
    }
    return record_left(place, available);
  }

  template <class Amount>
  traced_value<Amount> record_left(const funder_place& place, const Amount& available) {
    const auto seen = place.from->view<Amount>(place.slot);
    if (!seen || !(seen->available == available)) return log_.given(available, trace_labels::available);
    const std::function<std::string(std::int32_t)> name = [&](std::int32_t period) {
      return place.from->period_of_lot(period);
    };
    traced_value<Amount> granted;
    if (const auto& terms = place.from->terms; place.slot.period < terms.size())
      granted = grant_recorder(log_).record<Amount>(terms[place.slot.period], place.slot.part);
    const auto out = pool_recorder<Amount>(log_, *seen, granted, name).record();
    return out.value == available ? out : log_.given(available, trace_labels::available);
  }

  /// The second visit of a double that the plan counts once: what was paid of the first while both were there.
  traced_value<exact_duration> record_double(const funder_place& place, const exact_duration& available) {
    traced_value<exact_duration> sum{};
    for (const auto& each : place.of_first) {
      const auto shared = zero_or_more(min(each.to, each.end) - max(each.from, each.begin));
      const auto from = log_.given(each.from, trace_labels::first_paid_from);
      const auto to = log_.given(each.to, trace_labels::first_paid_to);
      const auto begin = log_.given(each.begin, trace_labels::both_from);
      const auto end = log_.given(each.end, trace_labels::both_to);
      const auto one = log_.step(trace_operation::cut, shared, trace_labels::paid_of_first, from, to, begin, end);
      sum = sum.step < 0 ? one
                         : log_.step(trace_operation::add, sum.value + one.value, trace_labels::available, sum, one);
    }
    return sum.value == available ? sum : log_.given(available, trace_labels::available);
  }

  /// What was paid of the visit when it was invoiced, and what is left for what it asks more than then.
  traced_value<exact_duration> record_standing(const funder_place& place, const standing_use& stands,
                                               const exact_duration& available) {
    const auto paid = log_.given(stands.covered, trace_labels::stands);
    const auto asks = log_.given(stands.asked_now, trace_labels::asked_now);
    const auto asked = log_.given(stands.asked, trace_labels::asked_then);
    const auto difference =
        log_.step(trace_operation::subtract, asks.value - asked.value, trace_labels::asked_difference, asks, asked);
    const auto more = log_.step(trace_operation::maximum, zero_or_more(difference.value), trace_labels::asked_more,
                                difference, exact_duration());
    const auto left = record_left(place, stands.left);
    const auto usable =
        log_.step(trace_operation::minimum, min(more.value, left.value), trace_labels::left_for_more, more, left);
    const auto sum = log_.step(trace_operation::add, paid.value + usable.value, trace_labels::available, paid, usable);
    return sum.value == available ? sum : log_.given(available, trace_labels::available);
  }

  explanation_log& log_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
