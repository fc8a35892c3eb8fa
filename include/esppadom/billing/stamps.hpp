// Stamps: the times that count from what was stamped, retained and planned. Billing rules reference, section 2a; the
// algorithm is inferred (medium to high), step by step from known variants.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/rounding.hpp"
#include "esppadom/billing/stamp_rules.hpp"
#include "esppadom/billing/trace.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

// -- the times that count ---------------------------------------------------------------------------------------------

namespace trace_labels {
inline constexpr trace_label stamps{"stamps", "times of the visit", "horaires de l'intervention"};
inline constexpr trace_label arrival{"arrival", "certified arrival", "arrivée certifiée"};
inline constexpr trace_label departure{"departure", "certified departure", "départ certifié"};
inline constexpr trace_label retained_start{"retained_start", "retained start", "début retenu"};
inline constexpr trace_label retained_end{"retained_end", "retained end", "fin retenue"};
inline constexpr trace_label planned_start{"planned_start", "planned start", "début planifié"};
inline constexpr trace_label planned_end{"planned_end", "planned end", "fin planifiée"};
inline constexpr trace_label tolerated_from{"tolerated_from", "earliest time tolerated", "heure la plus tôt tolérée"};
inline constexpr trace_label tolerated_to{"tolerated_to", "latest time tolerated", "heure la plus tard tolérée"};
inline constexpr trace_label tolerated_start{"tolerated_start", "start brought into the tolerance",
                                             "début ramené dans la tolérance"};
inline constexpr trace_label tolerated_end{"tolerated_end", "end brought into the tolerance",
                                           "fin ramenée dans la tolérance"};
inline constexpr trace_label precise_start{"precise_start", "start at the rule's precision",
                                           "début à la précision retenue"};
inline constexpr trace_label precise_end{"precise_end", "end at the rule's precision", "fin à la précision retenue"};
}  // namespace trace_labels

/// Why a clock reading has no place on the line.
constexpr unbilled_reason reason_of(error_code error) {
  switch (error) {
    case error_code::success:
      return unbilled_reason::none;
    case error_code::does_not_exist:
      return unbilled_reason::time_does_not_exist;
    case error_code::ambiguous:
      return unbilled_reason::time_ambiguous;
    default:
      return unbilled_reason::arithmetic;
  }
}

/// What the stamps themselves say, whatever they are used for.
struct stamp_check {
  bool arrival_missing = false;
  bool departure_missing = false;
  bool outside_tolerance = false;
  bool arrival_outside = false;    ///< the arrival makes it so
  bool departure_outside = false;  ///< the departure makes it so
  unbilled_reason reason = unbilled_reason::none;

  /// One side is missing (incomplete call) or both.
  [[nodiscard]] constexpr bool incomplete() const { return arrival_missing || departure_missing; }
  friend constexpr bool operator==(const stamp_check&, const stamp_check&) = default;
};

namespace detail {

constexpr missing_policy policy_for(const stamp_check& check, const missing_rules& rules) {
  if (check.arrival_missing && check.departure_missing) return rules.both;
  return check.arrival_missing ? rules.start : rules.end;
}

constexpr instant place_at_precision(instant place, stamp_precision precision) {
  if (precision == stamp_precision::keep_seconds) return place;
  const std::int64_t seconds = place.unix_seconds + (precision == stamp_precision::nearest_minute ? 30 : 0);
  return {seconds - floor_remainder(seconds, 60)};
}

// Whether a stamp, at its precision, lies outside the tolerance around its planned time.
constexpr result<bool> is_outside(const std::optional<local_time>& stamp, local_time planned,
                                  const std::optional<duration>& early, const std::optional<duration>& late,
                                  const clock_line& line, stamp_precision precision) {
  if (!stamp || (!early && !late)) return false;
  instant at;
  instant foreseen;
  if (const error_code e = line.place(*stamp).get(at); e != error_code::success) return e;
  if (const error_code e = line.place(planned).get(foreseen); e != error_code::success) return e;
  const duration gap = duration::of_seconds(place_at_precision(at, precision).unix_seconds - foreseen.unix_seconds);
  return (early && gap < -*early) || (late && gap > *late);
}

constexpr bool is_tested(const tolerance_rules& rules) {
  return rules.start_early || rules.start_late || rules.end_early || rules.end_late;
}

constexpr bool is_tested(const match_window_rules& rules) { return rules.before || rules.after; }

// a1: a visit stamped when none was planned. Only an arrival can be held against the window, which lies around the
// planned start.
constexpr unbilled_reason match_planned(const visit_times& times, const match_window_rules& window,
                                        const clock_line& line) {
  if (!is_tested(window) || (!times.arrival && !times.departure)) return unbilled_reason::none;
  if (!times.planned) return unbilled_reason::no_planned_visit;
  if (!times.arrival) return unbilled_reason::none;
  bool outside = false;
  const error_code e =
      is_outside(times.arrival, times.planned->start, window.before, window.after, line, stamp_precision::keep_seconds)
          .get(outside);
  if (e != error_code::success) return reason_of(e);
  return outside ? unbilled_reason::no_planned_visit : unbilled_reason::none;
}

// a4: the stamps against the planned time.
constexpr void check_tolerance(stamp_check& check, const visit_times& times, const stamp_rules& rules,
                               const clock_line& line) {
  const tolerance_rules& tolerance = rules.tolerance;
  const bool tested_start = times.arrival && (tolerance.start_early || tolerance.start_late);
  const bool tested_end = times.departure && (tolerance.end_early || tolerance.end_late);
  if (!tested_start && !tested_end) return;
  if (!times.planned) {
    check.reason = unbilled_reason::planned_time_missing;
    return;
  }
  const auto start = is_outside(times.arrival, times.planned->start, tolerance.start_early, tolerance.start_late, line,
                                rules.precision);
  const auto end =
      is_outside(times.departure, times.planned->end, tolerance.end_early, tolerance.end_late, line, rules.precision);
  if (!start || !end) {
    check.reason = reason_of(start ? end.error() : start.error());
    return;
  }
  check.arrival_outside = *start;
  check.departure_outside = *end;
  check.outside_tolerance = *start || *end;
  if (check.outside_tolerance && rules.outside_tolerance == tolerance_policy::reject)
    check.reason = unbilled_reason::outside_tolerance;
}

// In the order of the reference, section 2a: planned visit and tolerance (step 7), then missing sides (step 8).
constexpr stamp_check check_sides(const visit_times& times, const stamp_rules& rules, const calendar_rules& calendar) {
  stamp_check check;
  check.arrival_missing = !times.arrival;
  check.departure_missing = !times.departure;
  const clock_line line = line_of(calendar);
  check.reason = match_planned(times, rules.match_window, line);
  if (check.reason == unbilled_reason::none) check_tolerance(check, times, rules, line);
  const bool rejects = check.incomplete() && policy_for(check, rules.missing) == missing_policy::reject;
  if (check.reason == unbilled_reason::none && rejects) check.reason = unbilled_reason::stamp_missing;
  return check;
}

}  // namespace detail

/// Planned visit, missing sides and tolerance (rule variants a1 to a4). Rejects only where the rule set says so. A
/// tolerance needs the planned time: `planned_time_missing` without it; a window needs it too: `no_planned_visit`.
/// Example: tolerance start_late 15 min, planned 09:00, stamped 09:15:00 → inside (bounds are inclusive).
constexpr stamp_check check_stamps(const visit_times& times, const stamp_rules& rules, const calendar_rules& calendar) {
  if (times.arrival && times.departure && !detail::is_tested(rules.tolerance) && !detail::is_tested(rules.match_window))
      [[likely]]
    return {};
  return detail::check_sides(times, rules, calendar);
}

/// A start and an end on the line of the rule set, and the steps that gave them.
template <class Trace>
struct traced_span {
  typename Trace::template traced<instant> start{};
  typename Trace::template traced<instant> end{};
  unbilled_reason reason = unbilled_reason::none;

  [[nodiscard]] constexpr std::int64_t seconds() const { return plain(end).unix_seconds - plain(start).unix_seconds; }
};

namespace detail {

template <class Trace>
constexpr traced_span<Trace> failed_span(unbilled_reason reason) {
  traced_span<Trace> span;
  span.reason = reason;
  return span;
}

}  // namespace detail

/// The span between two clock readings. Reasons: time_does_not_exist, time_ambiguous, arithmetic; end_before_start,
/// also for a span longer than `longest`.
template <class Trace>
constexpr traced_span<Trace> span_of(const interval& period, const trace_label& start_label,
                                     const trace_label& end_label, duration longest, const clock_line& line,
                                     Trace& trace) {
  const instant start = line.place_or_invalid(period.start);
  const instant end = line.place_or_invalid(period.end);
  if (!start.is_valid() || !end.is_valid()) [[unlikely]] {
    const local_time misplaced = start.is_valid() ? period.end : period.start;
    return detail::failed_span<Trace>(reason_of(line.place(misplaced).error()));
  }
  if (end < start || end.unix_seconds - start.unix_seconds > longest.seconds)
    return detail::failed_span<Trace>(unbilled_reason::end_before_start);
  return {trace.input(start, start_label), trace.input(end, end_label)};
}

/// The stamped times before any precision step, a missing side being read where the rule set says. Reasons: those of
/// `span_of`; time_missing and planned_time_missing when what stands in for a stamp is absent itself; stamp_missing;
/// zero_duration for policy `zero`.
template <class Trace>
constexpr traced_span<Trace> stamped_span(const visit_times& times, const stamp_rules& rules, const clock_line& line,
                                          Trace& trace) {
  const stamp_check sides{!times.arrival, !times.departure};
  if (!sides.incomplete()) {
    const interval stamped{*times.arrival, *times.departure};
    return span_of(stamped, trace_labels::arrival, trace_labels::departure, rules.pair_max, line, trace);
  }
  const missing_policy policy = detail::policy_for(sides, rules.missing);
  if (policy == missing_policy::reject) return detail::failed_span<Trace>(unbilled_reason::stamp_missing);
  if (policy == missing_policy::zero) return detail::failed_span<Trace>(unbilled_reason::zero_duration);
  const bool planned = policy == missing_policy::use_planned;
  const std::optional<interval>& stand_in = planned ? times.planned : times.retained;
  if (!stand_in) {
    return detail::failed_span<Trace>(planned ? unbilled_reason::planned_time_missing : unbilled_reason::time_missing);
  }
  const trace_label& start_label = planned ? trace_labels::planned_start : trace_labels::retained_start;
  const trace_label& end_label = planned ? trace_labels::planned_end : trace_labels::retained_end;
  const interval period{times.arrival.value_or(stand_in->start), times.departure.value_or(stand_in->end)};
  return span_of(period, times.arrival ? trace_labels::arrival : start_label,
                 times.departure ? trace_labels::departure : end_label, rules.pair_max, line, trace);
}

namespace detail {

template <class Trace>
constexpr auto brought_within(const typename Trace::template traced<instant>& time,
                              const typename Trace::template traced<instant>& planned,
                              const std::optional<duration>& early, const std::optional<duration>& late,
                              const trace_label& label, std::string_view early_key, std::string_view late_key,
                              Trace& trace) {
  auto out = time;
  if (early) {
    const instant bound{plain(planned).unix_seconds - early->seconds};
    const auto from = trace.step(trace_operation::subtract, bound, trace_labels::tolerated_from, planned,
                                 trace.parameter(*early, early_key));
    out = trace.step(trace_operation::maximum, plain(out) < bound ? bound : plain(out), label, out, from);
  }
  if (late) {
    const instant bound{plain(planned).unix_seconds + late->seconds};
    const auto to =
        trace.step(trace_operation::add, bound, trace_labels::tolerated_to, planned, trace.parameter(*late, late_key));
    out = trace.step(trace_operation::minimum, bound < plain(out) ? bound : plain(out), label, out, to);
  }
  return out;
}

}  // namespace detail

/// Replaces the stamps outside the tolerance: by the bound (`clamp_to_tolerance`) or by the planned time of that side
/// (`use_planned`); the other side stays. What is left may be nothing: reason end_before_start. Standing: policies of
/// the library, without a source. Example: planned 09:00, start_early 15 min, stamped 08:30 → 08:45, or 09:00.
template <class Trace>
constexpr void replace_outside(traced_span<Trace>& times, const traced_span<Trace>& planned, const stamp_check& check,
                               const stamp_rules& rules, Trace& trace) {
  const bool by_planned = rules.outside_tolerance == tolerance_policy::use_planned;
  const tolerance_rules& bounds = rules.tolerance;
  if (check.arrival_outside) {
    times.start = by_planned ? planned.start
                             : detail::brought_within(times.start, planned.start, bounds.start_early, bounds.start_late,
                                                      trace_labels::tolerated_start, "stamps.tolerance_min.start_early",
                                                      "stamps.tolerance_min.start_late", trace);
  }
  if (check.departure_outside) {
    times.end = by_planned ? planned.end
                           : detail::brought_within(times.end, planned.end, bounds.end_early, bounds.end_late,
                                                    trace_labels::tolerated_end, "stamps.tolerance_min.end_early",
                                                    "stamps.tolerance_min.end_late", trace);
  }
  if (plain(times.end) < plain(times.start)) times.reason = unbilled_reason::end_before_start;
}

/// A time at the precision of the rule set. Example: 09:03:40 → 09:03 (trunc_minute), 09:04 (nearest_minute).
template <class Trace>
constexpr typename Trace::template traced<instant> at_precision(const typename Trace::template traced<instant>& time,
                                                                stamp_precision precision, const trace_label& label,
                                                                Trace& trace) {
  if (precision == stamp_precision::keep_seconds) return time;
  const bool nearest = precision == stamp_precision::nearest_minute;
  return trace.step(trace_operation::round, nearest ? trace_mode::half_up : trace_mode::floor,
                    detail::place_at_precision(plain(time), precision), label, time, duration::of_minutes(1));
}

}  // namespace esppadom::inline ESPPADOM_ABI
