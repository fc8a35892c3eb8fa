// Rounding of stamps, durations and totals to a step: parameters and functions. Billing rules reference, section 2b.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "esppadom/billing/trace.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What is rounded.
enum class rounding_object : std::uint8_t { none, stamps, duration };

template <>
struct enum_names<rounding_object> {
  static constexpr enum_name<rounding_object> items[] = {
      {rounding_object::none, "none"}, {rounding_object::stamps, "stamps"}, {rounding_object::duration, "duration"}};
};

/// Over what a duration is rounded: each visit, or the sum of a day's or a month's visits.
enum class rounding_scope : std::uint8_t { intervention, day, month };

template <>
struct enum_names<rounding_scope> {
  static constexpr enum_name<rounding_scope> items[] = {
      {rounding_scope::intervention, "intervention"}, {rounding_scope::day, "day"}, {rounding_scope::month, "month"}};
};

/// In which direction time is rounded.
enum class step_mode : std::uint8_t {
  nearest,  ///< to the nearest step; a tie as `step_tie` says
  up,
  down,
  provider,   ///< in favour of the provider: start down, end up, a duration up
  payer,      ///< in favour of the payer: the opposite
  threshold,  ///< up from `threshold_min` on, else down
};

template <>
struct enum_names<step_mode> {
  static constexpr enum_name<step_mode> items[] = {
      {step_mode::nearest, "nearest"},   {step_mode::up, "up"},       {step_mode::down, "down"},
      {step_mode::provider, "provider"}, {step_mode::payer, "payer"}, {step_mode::threshold, "threshold"}};
};

/// Where a remainder of just half a step goes.
enum class step_tie : std::uint8_t { up, down, even };

template <>
struct enum_names<step_tie> {
  static constexpr enum_name<step_tie> items[] = {
      {step_tie::up, "up"}, {step_tie::down, "down"}, {step_tie::even, "even"}};
};

/// When rounding applies at all.
enum class rounding_guard : std::uint8_t { always, real_lt_planned, real_gt_planned };

template <>
struct enum_names<rounding_guard> {
  static constexpr enum_name<rounding_guard> items[] = {{rounding_guard::always, "always"},
                                                        {rounding_guard::real_lt_planned, "real_lt_planned"},
                                                        {rounding_guard::real_gt_planned, "real_gt_planned"}};
};

// -- parameters -------------------------------------------------------------------------------------------------------

struct rounding_rules {
  rounding_object object = rounding_object::none;
  rounding_scope scope = rounding_scope::intervention;
  duration step = duration::of_minutes(1);
  step_mode mode = step_mode::nearest;
  std::optional<duration> threshold;
  step_tie tie = step_tie::up;
  rounding_guard guard = rounding_guard::always;

  friend bool operator==(const rounding_rules&, const rounding_rules&) = default;
};

template <>
inline constexpr auto description<rounding_rules> =
    fields(parameter<&rounding_rules::object>("object", "ce qui est arrondi", standing::known),
           parameter<&rounding_rules::scope>("scope", "portée de l'arrondi", standing::open),
           parameter<&rounding_rules::step>("step_min", "pas de l'arrondi", standing::known)
               .in(parameter_unit::minutes)
               .one_of({1, 5, 10, 15, 30, 60}),
           parameter<&rounding_rules::mode>("mode", "sens de l'arrondi", standing::known),
           parameter<&rounding_rules::threshold>("threshold_min", "seuil de l'arrondi supérieur", standing::open)
               .in(parameter_unit::minutes)
               .between(0, 60),
           parameter<&rounding_rules::tie>("tie", "milieu du pas", standing::open),
           parameter<&rounding_rules::guard>("guard", "condition de l'arrondi", standing::known));

// -- one duration or stamp --------------------------------------------------------------------------------------------

/// What a duration or one side of a visit is rounded as.
enum class rounded_side : std::uint8_t { start, end, whole };

/// The direction for one side: `provider` rounds a start down, an end and a duration up; `payer` the opposite.
constexpr step_mode direction_of(step_mode mode, rounded_side side) {
  if (mode == step_mode::provider) return side == rounded_side::start ? step_mode::down : step_mode::up;
  if (mode == step_mode::payer) return side == rounded_side::start ? step_mode::up : step_mode::down;
  return mode;
}

namespace detail {

// seconds mod step, never negative. What fits 32 bits is divided there: several times faster on many processors.
constexpr std::int64_t floor_remainder(std::int64_t seconds, std::int64_t step) {
  if ((static_cast<std::uint64_t>(seconds) | static_cast<std::uint64_t>(step)) >> 32 == 0)
    return static_cast<std::uint32_t>(seconds) % static_cast<std::uint32_t>(step);
  const std::int64_t rest = seconds % step;
  return rest < 0 ? rest + step : rest;
}

}  // namespace detail

/// `seconds` rounded to a multiple of the step. The step must be positive; with mode `threshold` a threshold must be
/// given. Monotone and idempotent. Standing: known modes, threshold open.
/// Example: 4 180 s (69 min 40 s) to 15 min: nearest 75 min, down 60 min; 52 min, threshold 7: 60 min.
constexpr std::int64_t round_seconds(std::int64_t seconds, const rounding_rules& rules, rounded_side side) {
  const std::int64_t step = rules.step.seconds;
  const std::int64_t rest = detail::floor_remainder(seconds, step);
  if (rest == 0) return seconds;
  const std::int64_t below = seconds - rest;
  switch (direction_of(rules.mode, side)) {
    case step_mode::up:
      return below + step;
    case step_mode::threshold:
      return rest >= rules.threshold->seconds ? below + step : below;
    case step_mode::nearest:
      if (2 * rest != step) return 2 * rest > step ? below + step : below;
      if (rules.tie == step_tie::even) return below / step % 2 == 0 ? below : below + step;
      return rules.tie == step_tie::up ? below + step : below;
    default:
      return below;
  }
}

/// A duration rounded by the rules.
constexpr duration round_duration(duration value, const rounding_rules& rules) {
  return duration::of_seconds(round_seconds(value.seconds, rules, rounded_side::whole));
}

/// Whether the rules can be applied at all: a positive step, and a threshold where the mode needs one.
constexpr bool is_applicable(const rounding_rules& rules) {
  if (rules.object == rounding_object::none) return true;
  return rules.step.seconds > 0 && (rules.mode != step_mode::threshold || rules.threshold.has_value());
}

namespace detail {

constexpr trace_mode trace_mode_of(const rounding_rules& rules, rounded_side side) {
  switch (direction_of(rules.mode, side)) {
    case step_mode::up:
      return trace_mode::ceiling;
    case step_mode::threshold:
      return trace_mode::threshold;
    case step_mode::nearest:
      break;
    default:
      return trace_mode::floor;
  }
  if (rules.tie == step_tie::even) return trace_mode::half_even;
  return rules.tie == step_tie::up ? trace_mode::half_up : trace_mode::half_down;
}

// Records a rounding by the rules; `value` is a duration or a place on the line, `result` what it was rounded to.
template <class Value, class T, class Trace>
constexpr typename Trace::template traced<T> rounded_step(const Value& value, const T& result,
                                                          const rounding_rules& rules, rounded_side side,
                                                          const trace_label& label, Trace& trace) {
  const trace_mode mode = trace_mode_of(rules, side);
  const auto step = trace.parameter(rules.step, "duration.rounding.step_min");
  if (mode != trace_mode::threshold) return trace.step(trace_operation::round, mode, result, label, value, step);
  return trace.step(trace_operation::round, mode, result, label, value, step,
                    trace.parameter(*rules.threshold, "duration.rounding.threshold_min"));
}

}  // namespace detail

namespace trace_labels {
inline constexpr trace_label total{"total", "total", "total"};
inline constexpr trace_label rounded_total{"rounded_total", "rounded total", "total arrondi"};
inline constexpr trace_label total_difference{"total_difference", "difference of the rounded total",
                                              "écart d'arrondi du total"};
inline constexpr trace_label adjusted{"adjusted", "time after the rounded total", "temps après arrondi du total"};
}  // namespace trace_labels

// -- the total of a day or a month ------------------------------------------------------------------------------------

/// Rounds the sum of the visits of a day or a month once and puts the difference on the latest: a surplus on the latest
/// that has any time, a cut on the latest and, once it is at 0, on those before. `visits` are the billed times without
/// extra minutes of one beneficiary and order line, in clock order; they are changed. Standing: open (b13). A step of
/// its own in the trace. Reasons: rule_conflict, arithmetic (nothing is changed then).
/// Example: 67 + 52 min to the nearest 15 → 67 and 53 min.
template <class Trace = no_trace>
constexpr unbilled_reason round_total(std::span<duration> visits, const rounding_rules& rules, Trace&& trace = {}) {
  if (rules.object != rounding_object::duration || rules.scope == rounding_scope::intervention)
    return unbilled_reason::none;
  if (!is_applicable(rules)) return unbilled_reason::rule_conflict;
  duration sum;
  for (const duration visit : visits)
    sum += visit;
  if (!sum.is_valid() || !(sum + rules.step).is_valid()) return unbilled_reason::arithmetic;
  const auto total = trace.input(sum, trace_labels::total);
  const auto rounded = detail::rounded_step(total, round_duration(sum, rules), rules, rounded_side::whole,
                                            trace_labels::rounded_total, trace);
  const duration difference = plain(rounded) - sum;
  if (difference == duration()) return unbilled_reason::none;
  static_cast<void>(trace.step(trace_operation::subtract, difference, trace_labels::total_difference, rounded, total));
  duration left = difference;
  for (std::size_t i = visits.size(); i-- > 0 && left != duration();) {
    if (visits[i] == duration()) continue;
    const duration change = max(left, -visits[i]);
    static_cast<void>(trace.step(trace_operation::add, visits[i] + change, trace_labels::adjusted, visits[i], change));
    visits[i] += change;
    left -= change;
  }
  return unbilled_reason::none;
}

}  // namespace esppadom::inline ESPPADOM_ABI
