// From the real time of a visit to its billable time: rounding, snap, cap. Billing rules reference, section 2b.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/rounding.hpp"
#include "esppadom/billing/stamps.hpp"
#include "esppadom/billing/trace.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Which time a bill is made of.
enum class duration_source : std::uint8_t {
  retained,             ///< the producer's retained period: the neutral position
  stamped,              ///< recomputed from the stamps
  planned,              ///< the schedule, whatever the real time
  min_stamped_planned,  ///< the shorter of both
};

template <>
struct enum_names<duration_source> {
  static constexpr enum_name<duration_source> items[] = {{duration_source::retained, "retained"},
                                                         {duration_source::stamped, "stamped"},
                                                         {duration_source::planned, "planned"},
                                                         {duration_source::min_stamped_planned, "min_stamped_planned"}};
};

/// What a visit's billable time is cut at.
enum class cap_kind : std::uint8_t { none, planned, planned_plus, day_plan };

template <>
struct enum_names<cap_kind> {
  static constexpr enum_name<cap_kind> items[] = {{cap_kind::none, "none"},
                                                  {cap_kind::planned, "planned"},
                                                  {cap_kind::planned_plus, "planned_plus"},
                                                  {cap_kind::day_plan, "day_plan"}};
};

// -- parameters -------------------------------------------------------------------------------------------------------

/// Gaps to the planned duration that count as none; a side without value is off.
struct snap_rules {
  std::optional<duration> under;
  std::optional<duration> over;

  friend bool operator==(const snap_rules&, const snap_rules&) = default;
};

struct cap_rules {
  cap_kind kind = cap_kind::none;
  duration extra;

  friend bool operator==(const cap_rules&, const cap_rules&) = default;
};

struct duration_rules {
  duration_source source = duration_source::retained;
  rounding_rules rounding;
  snap_rules snap_to_planned;
  cap_rules cap;
  duration min_billable;
  std::optional<duration> max_billable;
  std::optional<std::int64_t> quantity_decimals;

  friend bool operator==(const duration_rules&, const duration_rules&) = default;
};

template <>
inline constexpr auto description<snap_rules> =
    fields(parameter<&snap_rules::under>("under_min", "écart en moins ramené au planifié", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&snap_rules::over>("over_min", "écart en plus ramené au planifié", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440));

template <>
inline constexpr auto description<cap_rules> =
    fields(parameter<&cap_rules::kind>("kind", "plafond de l'intervention", standing::known),
           parameter<&cap_rules::extra>("extra_min", "dépassement admis du planifié", standing::inferred_medium)
               .in(parameter_unit::minutes)
               .between(0, 1440));

template <>
inline constexpr auto description<duration_rules> =
    fields(parameter<&duration_rules::source>("source", "temps qui sert à facturer", standing::known),
           parameters<&duration_rules::rounding>("rounding", "arrondi"),
           parameters<&duration_rules::snap_to_planned>("snap_to_planned", "petits écarts au planifié"),
           parameters<&duration_rules::cap>("cap", "plafond"),
           parameter<&duration_rules::min_billable>("min_billable_min", "minimum facturable", standing::open)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&duration_rules::max_billable>("max_billable_min", "maximum facturable", standing::open)
               .in(parameter_unit::minutes)
               .between(0, 44640),
           parameter<&duration_rules::quantity_decimals>("quantity_decimals", "décimales des heures", standing::known)
               .in(parameter_unit::count)
               .one_of({2, 4}));

// -- billable time ----------------------------------------------------------------------------------------------------

namespace trace_labels {
inline constexpr trace_label billable_time{"billable_time", "billable time", "temps facturable"};
inline constexpr trace_label raw{"raw", "time between the stamps", "temps entre les horodatages"};
inline constexpr trace_label real{"real", "real time", "temps réel"};
inline constexpr trace_label planned{"planned", "planned time", "temps planifié"};
inline constexpr trace_label least_real_planned{"least_real_planned", "the shorter of real and planned time",
                                                "le plus court du réel et du planifié"};
inline constexpr trace_label clock_reading{"clock_reading", "clock reading", "heure lue"};
inline constexpr trace_label rounded_reading{"rounded_reading", "rounded clock reading", "heure arrondie"};
inline constexpr trace_label rounded_start{"rounded_start", "rounded start", "début arrondi"};
inline constexpr trace_label rounded_end{"rounded_end", "rounded end", "fin arrondie"};
inline constexpr trace_label rounded{"rounded", "rounded time", "temps arrondi"};
inline constexpr trace_label over_planned{"over_planned", "time above the planned time", "temps au-dessus du planifié"};
inline constexpr trace_label under_planned{"under_planned", "time below the planned time",
                                           "temps en dessous du planifié"};
inline constexpr trace_label not_above{"not_above", "planned if the gap is not above",
                                       "planifié si l'écart ne dépasse pas"};
inline constexpr trace_label snapped{"snapped", "brought to the planned time", "ramené au planifié"};
inline constexpr trace_label at_least{"at_least", "minimum billable", "minimum facturable"};
inline constexpr trace_label capped{"capped", "cap", "plafonné"};
inline constexpr trace_label day_rest{"day_rest", "what is left of the day's plan", "reste du planifié du jour"};
inline constexpr trace_label cap_with_extra{"cap_with_extra", "planned time and the overrun allowed",
                                            "planifié et dépassement admis"};
inline constexpr trace_label at_most{"at_most", "maximum billable", "maximum facturable"};
inline constexpr trace_label billed{"billed", "billed time", "temps facturé"};
inline constexpr trace_label extra_minutes{"extra_minutes", "extra minutes", "minutes complémentaires"};
inline constexpr trace_label with_extra{"with_extra", "with extra minutes", "avec minutes complémentaires"};
inline constexpr trace_label rounded_hours{"rounded_hours", "hours to the decimals of the rule",
                                           "heures aux décimales de la règle"};
}  // namespace trace_labels

/// Which time a visit is billed on, and whether stamps are expected of it; where they are not, the retained period
/// stands for them. The rule set's source for ordinary visits; special.hpp gives it for the others.
struct time_basis {
  duration_source source = duration_source::retained;
  bool stamps_expected = true;

  friend constexpr bool operator==(const time_basis&, const time_basis&) = default;
};

/// The interval a visit is retained for, and the time that passes in it by the rule set's clock policy.
struct retained_time {
  interval period;
  duration length;

  friend constexpr bool operator==(const retained_time&, const retained_time&) = default;
};

/// The billable time of a visit. When `reason` is not `none` the visit is not billed and the rest says how far the rule
/// came.
struct billable_time {
  duration planned;        ///< zero when no rule needed it
  duration real;           ///< measured, at the rule's precision
  duration billed;         ///< after rounding, snap and cap; without extra minutes
  exact_duration base;     ///< what is billed without the extra minutes, at the decimals of the rule
  exact_duration extra;    ///< extra minutes among the total
  exact_duration total;    ///< base + extra: what counts in plan, funding, price and message
  retained_time retained;  ///< lasts `billed`, but for source `retained`, whose interval stands as given
  bool snapped = false;
  bool capped = false;
  stamp_check stamps;
  unbilled_reason reason = unbilled_reason::none;

  friend bool operator==(const billable_time&, const billable_time&) = default;
};

namespace detail {

constexpr bool guard_needs_planned(const rounding_rules& rules) {
  if (rules.guard == rounding_guard::always) return false;
  return rules.object == rounding_object::stamps ||
         (rules.object == rounding_object::duration && rules.scope == rounding_scope::intervention);
}

constexpr bool needs_planned(const duration_rules& rules, duration_source source) {
  return source == duration_source::planned || source == duration_source::min_stamped_planned ||
         rules.cap.kind != cap_kind::none || rules.snap_to_planned.under || rules.snap_to_planned.over ||
         guard_needs_planned(rules.rounding);
}

constexpr bool is_active(rounding_guard guard, duration real, duration planned) {
  if (guard == rounding_guard::always) return true;
  return guard == rounding_guard::real_lt_planned ? real < planned : real > planned;
}

// The working state of the algorithm: d and the interval it was last read from.
template <class Trace>
struct duration_work {
  template <class T>
  using traced = typename Trace::template traced<T>;

  traced_span<Trace> raw;      // before any precision step
  traced_span<Trace> precise;  // what `real` is measured on
  traced_span<Trace> planned;
  traced<duration> planned_length{};
  traced<duration> real{};
  traced<duration> billed{};
  instant retained_start{};
};

// A place on the line rounded by the clock: steps divide the hour, and so does every offset of Paris; only an even step
// of a whole hour tells the clock from universal time.
template <class Trace>
constexpr auto rounded_place(const typename Trace::template traced<instant>& place, const rounding_rules& rules,
                             rounded_side side, const clock_line& line, Trace& trace) {
  const std::int64_t offset = line.reading(plain(place)).seconds - plain(place).unix_seconds;
  const auto reading = trace.step(trace_operation::add, instant{plain(place).unix_seconds + offset},
                                  trace_labels::clock_reading, place, duration::of_seconds(offset));
  const instant target{round_seconds(plain(reading).unix_seconds, rules, side)};
  const auto rounded = rounded_step(reading, target, rules, side, trace_labels::rounded_reading, trace);
  const trace_label& label = side == rounded_side::start ? trace_labels::rounded_start : trace_labels::rounded_end;
  return trace.step(trace_operation::subtract, instant{target.unix_seconds - offset}, label, rounded,
                    duration::of_seconds(offset));
}

template <class Trace>
constexpr void round_stamps(duration_work<Trace>& work, const rounding_rules& rules, const clock_line& line,
                            Trace& trace) {
  const auto start = rounded_place(work.precise.start, rules, rounded_side::start, line, trace);
  const auto end = rounded_place(work.precise.end, rules, rounded_side::end, line, trace);
  work.retained_start = plain(start);
  const std::int64_t length = plain(end).unix_seconds - plain(start).unix_seconds;
  work.billed = trace.step(trace_operation::cut, duration::of_seconds(length < 0 ? 0 : length), trace_labels::rounded,
                           start, end, start, end);
}

template <class Trace>
constexpr void round_real(duration_work<Trace>& work, const rounding_rules& rules, Trace& trace) {
  work.billed = rounded_step(work.real, round_duration(plain(work.real), rules), rules, rounded_side::whole,
                             trace_labels::rounded, trace);
}

// Returns whether the planned time was taken.
template <class Trace>
constexpr bool snap(duration_work<Trace>& work, const snap_rules& rules, Trace& trace) {
  if (!rules.under && !rules.over) return false;
  const duration raw_length = duration::of_seconds(work.raw.seconds());
  const duration planned = plain(work.planned_length);
  const auto raw = trace.step(trace_operation::subtract, raw_length, trace_labels::raw, work.raw.end, work.raw.start);
  const auto excess =
      trace.step(trace_operation::subtract, raw_length - planned, trace_labels::over_planned, raw, work.planned_length);
  const auto shortfall = trace.step(trace_operation::subtract, planned - raw_length, trace_labels::under_planned,
                                    work.planned_length, raw);
  const auto over = trace.parameter(rules.over.value_or(duration()), "duration.snap_to_planned.over_min");
  const auto under = trace.parameter(rules.under.value_or(duration()), "duration.snap_to_planned.under_min");
  // Inclusive on both sides; a side that is off allows no gap at all. Two comparisons, for a replay has no conjunction.
  const bool not_over = plain(excess) <= plain(over);
  const bool within = not_over && plain(shortfall) <= plain(under);
  const auto upper =
      trace.step(trace_operation::choose, trace_mode::less_or_equal, not_over ? planned : plain(work.billed),
                 trace_labels::not_above, excess, over, work.planned_length, work.billed);
  work.billed = trace.step(trace_operation::choose, trace_mode::less_or_equal, within ? planned : plain(work.billed),
                           trace_labels::snapped, shortfall, under, upper, work.billed);
  if (within) work.retained_start = plain(work.planned.start);
  return within;
}

// Returns whether the cap or the maximum took anything.
template <class Trace>
constexpr bool clamp(duration_work<Trace>& work, const duration_rules& rules, const std::optional<duration>& day_rest,
                     Trace& trace) {
  if (plain(work.billed).seconds > 0 && rules.min_billable.seconds > plain(work.billed).seconds) {
    work.billed = trace.step(trace_operation::maximum, rules.min_billable, trace_labels::at_least, work.billed,
                             trace.parameter(rules.min_billable, "duration.min_billable_min"));
  }
  const std::int64_t before = plain(work.billed).seconds;
  if (rules.cap.kind != cap_kind::none) {
    auto limit = work.planned_length;
    if (rules.cap.kind == cap_kind::day_plan && day_rest) limit = trace.input(*day_rest, trace_labels::day_rest);
    if (rules.cap.kind == cap_kind::planned_plus) {
      limit = trace.step(trace_operation::add, plain(limit) + rules.cap.extra, trace_labels::cap_with_extra, limit,
                         trace.parameter(rules.cap.extra, "duration.cap.extra_min"));
    }
    work.billed = trace.step(trace_operation::minimum, min(plain(work.billed), plain(limit)), trace_labels::capped,
                             work.billed, limit);
  }
  if (rules.max_billable) {
    work.billed =
        trace.step(trace_operation::minimum, min(plain(work.billed), *rules.max_billable), trace_labels::at_most,
                   work.billed, trace.parameter(*rules.max_billable, "duration.max_billable_min"));
  }
  return plain(work.billed).seconds < before;
}

// A retained period stands as it was sent: only sources that read stamps have any to replace.
constexpr bool replaces_stamps(const stamp_check& check, const stamp_rules& rules, duration_source source) {
  const bool replaces = rules.outside_tolerance == tolerance_policy::clamp_to_tolerance ||
                        rules.outside_tolerance == tolerance_policy::use_planned;
  return check.outside_tolerance && replaces &&
         (source == duration_source::stamped || source == duration_source::min_stamped_planned);
}

// Real time and what is made of it before clamping; only for sources that measure.
template <class Trace>
constexpr unbilled_reason measure_real(duration_work<Trace>& work, bool& snapped, const visit_times& times,
                                       const stamp_check& check, const stamp_rules& stamps, const duration_rules& rules,
                                       time_basis basis, const clock_line& line, Trace& trace) {
  const duration_source source = basis.source;
  const bool reads_retained = source == duration_source::retained || !basis.stamps_expected;
  if (reads_retained) {
    if (!times.retained) return unbilled_reason::time_missing;
    work.raw = span_of(*times.retained, trace_labels::retained_start, trace_labels::retained_end, stamps.pair_max, line,
                       trace);
    work.precise = work.raw;
  } else {
    work.raw = stamped_span(times, stamps, line, trace);
    if (replaces_stamps(check, stamps, source) && work.raw.reason == unbilled_reason::none)
      replace_outside(work.raw, work.planned, check, stamps, trace);
    work.precise.start = at_precision(work.raw.start, stamps.precision, trace_labels::precise_start, trace);
    work.precise.end = at_precision(work.raw.end, stamps.precision, trace_labels::precise_end, trace);
  }
  if (work.raw.reason != unbilled_reason::none) return work.raw.reason;
  work.retained_start = plain(work.precise.start);
  work.real = trace.step(trace_operation::subtract, duration::of_seconds(work.precise.seconds()), trace_labels::real,
                         work.precise.end, work.precise.start);
  if (source == duration_source::min_stamped_planned) {
    work.real = trace.step(trace_operation::minimum, min(plain(work.real), plain(work.planned_length)),
                           trace_labels::least_real_planned, work.real, work.planned_length);
  }
  work.billed = work.real;
  const rounding_rules& rounding = rules.rounding;
  if (rounding.object != rounding_object::none &&
      is_active(rounding.guard, plain(work.real), plain(work.planned_length))) {
    if (rounding.object == rounding_object::stamps) {
      round_stamps(work, rounding, line, trace);
    } else if (rounding.scope == rounding_scope::intervention) {
      round_real(work, rounding, trace);
    }
  }
  snapped = snap(work, rules.snap_to_planned, trace);
  return unbilled_reason::none;
}

// The hours of a time at that many decimals, as time.
constexpr exact_duration at_decimals(const exact_duration& time, unsigned decimals) {
  decimal hours;
  if (to_hours(time, decimals, rounding_mode::half_up).get(hours) != error_code::success)
    return exact_duration::invalid();
  return exact_hours(hours);
}

}  // namespace detail

namespace detail {

template <class Billed, class Trace>
constexpr unbilled_reason settle(billable_time& visit, const Billed& billed, duration extra,
                                 const duration_rules& rules, Trace& trace) {
  visit.billed = plain(billed);
  if (extra.seconds == 0 && !rules.quantity_decimals) {
    visit.base = visit.total = exact_duration(visit.billed);
    return visit.billed.seconds == 0 ? unbilled_reason::zero_duration : unbilled_reason::none;
  }
  auto total = trace.step(trace_operation::add, exact_duration(visit.billed + extra), trace_labels::with_extra, billed,
                          trace.input(extra, trace_labels::extra_minutes));
  if (rules.quantity_decimals) {
    const auto decimals = static_cast<std::uint8_t>(*rules.quantity_decimals);
    total = trace.step(trace_operation::round, trace_mode::half_up, at_decimals(plain(total), decimals),
                       trace_labels::rounded_hours, total, exact_hours(decimal{1, decimals}));
  }
  visit.total = plain(total);
  visit.extra = visit.billed == duration() ? visit.total : min(exact_duration(extra), visit.total);
  visit.base = visit.total - visit.extra;
  if (!visit.base.is_valid()) return unbilled_reason::arithmetic;
  return visit.total == exact_duration() ? unbilled_reason::zero_duration : unbilled_reason::none;
}

// The planned time, where a rule in force needs it.
template <class Trace>
constexpr unbilled_reason find_planned(duration_work<Trace>& work, const visit_times& times, duration longest,
                                       const clock_line& line, Trace& trace) {
  if (!times.planned) return unbilled_reason::planned_time_missing;
  work.planned = span_of(*times.planned, trace_labels::planned_start, trace_labels::planned_end, longest, line, trace);
  if (work.planned.reason != unbilled_reason::none) return work.planned.reason;
  work.planned_length = trace.step(trace_operation::subtract, duration::of_seconds(work.planned.seconds()),
                                   trace_labels::planned, work.planned.end, work.planned.start);
  return unbilled_reason::none;
}

template <class Trace>
constexpr retained_time retained_of(const duration_work<Trace>& work, duration_source source, const clock_line& line) {
  if (source == duration_source::retained) {
    return {{line.reading(plain(work.raw.start)), line.reading(plain(work.raw.end))},
            duration::of_seconds(work.raw.seconds())};
  }
  const instant end{work.retained_start.unix_seconds + plain(work.billed).seconds};
  return {{line.reading(work.retained_start), line.reading(end)}, plain(work.billed)};
}

// The algorithm: fills the visit and returns its reason.
template <class Trace>
constexpr unbilled_reason apply_rules(billable_time& visit, const visit_times& times, const stamp_rules& stamps,
                                      const duration_rules& rules, const calendar_rules& calendar, time_basis basis,
                                      duration extra, Trace& trace) {
  if (!is_applicable(rules.rounding)) return unbilled_reason::rule_conflict;
  if (basis.stamps_expected) {
    visit.stamps = check_stamps(times, stamps, calendar);
    const bool fails = visit.stamps.reason != unbilled_reason::none;
    if (fails && visit.stamps.reason != unbilled_reason::stamp_missing) return visit.stamps.reason;
  }
  const std::optional<local_time>& stamp = times.arrival ? times.arrival : times.departure;
  const clock_line line = stamp            ? line_of(calendar, *stamp)
                          : times.retained ? line_of(calendar, times.retained->start)
                                           : line_of(calendar);
  duration_work<Trace> work;
  if (needs_planned(rules, basis.source) || replaces_stamps(visit.stamps, stamps, basis.source)) {
    const unbilled_reason reason = find_planned(work, times, stamps.pair_max, line, trace);
    if (reason != unbilled_reason::none) return reason;
    visit.planned = plain(work.planned_length);
  }
  // A planned time that a rule needs is looked for first (section 2a, steps 6 and 8).
  if (visit.stamps.reason != unbilled_reason::none) return visit.stamps.reason;
  if (basis.source == duration_source::planned) {
    work.billed = work.planned_length;
    work.retained_start = plain(work.planned.start);
  } else {
    const unbilled_reason reason =
        measure_real(work, visit.snapped, times, visit.stamps, stamps, rules, basis, line, trace);
    if (reason != unbilled_reason::none) return reason;
    visit.real = plain(work.real);
  }
  visit.capped = clamp(work, rules, times.day_rest, trace);
  visit.retained = retained_of(work, basis.source, line);
  if (!visit.retained.period.end.is_valid()) return unbilled_reason::arithmetic;
  return settle(visit, work.billed, extra, rules, trace);
}

}  // namespace detail

/// Sets the billed time of a visit whose rules gave a time, after a total was rounded, and what follows from it: extra
/// minutes are added, and the sum takes the decimals of the rule. Rounded hours replace the time everywhere after:
/// plan, funders, price and message; their difference lies on the visit, not on its extra minutes. Sets the reason:
/// none, zero_duration or arithmetic.
/// Example: 70 min at 2 decimals → 1.17 h → 4 212 s.
template <class Trace = no_trace>
constexpr void set_billed(billable_time& visit, duration billed, duration extra, const duration_rules& rules,
                          Trace&& trace = {}) {
  visit.reason = detail::settle(visit, trace.input(billed, trace_labels::billed), extra, rules, trace);
}

/// The billable time of a visit: source, rounding, snap, cap, extra minutes, decimals, in the order of the billing
/// rules reference, section 2b (inferred, medium: the order; the variants are known). `extra` are the extra minutes
/// that special.hpp has accepted. Nothing is billed without a time that a rule in force needs.
///
/// Example: planned 09:00–10:00, stamped 08:56:40–10:06:20, source `stamped`: 4 180 s; to the nearest 15 min 75 min;
/// with cap `planned` 60 min.
template <class Trace = no_trace>
constexpr billable_time billable_duration(const visit_times& times, const stamp_rules& stamps,
                                          const duration_rules& rules, const calendar_rules& calendar, time_basis basis,
                                          duration extra, Trace&& trace = {}) {
  [[maybe_unused]] const auto group = trace.group(trace_labels::billable_time);
  billable_time visit;
  visit.reason = detail::apply_rules(visit, times, stamps, rules, calendar, basis, extra, trace);
  return visit;
}

/// The same for an ordinary visit without extra minutes.
template <class Trace = no_trace>
constexpr billable_time billable_duration(const visit_times& times, const stamp_rules& stamps,
                                          const duration_rules& rules, const calendar_rules& calendar,
                                          Trace&& trace = {}) {
  return billable_duration(times, stamps, rules, calendar, time_basis{rules.source, true}, duration(),
                           std::forward<Trace>(trace));
}

}  // namespace esppadom::inline ESPPADOM_ABI
