// Stamps: their parameters, and the times that count from what was stamped, retained and planned. Billing rules
// reference, section 2a; the algorithm is inferred (medium to high), step by step from known variants.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/rounding.hpp"
#include "esppadom/billing/trace.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What becomes of the seconds of a stamp before anything is computed.
enum class stamp_precision : std::uint8_t { keep_seconds, trunc_minute, nearest_minute };

template <>
struct enum_names<stamp_precision> {
  static constexpr enum_name<stamp_precision> items[] = {{stamp_precision::keep_seconds, "keep_seconds"},
                                                         {stamp_precision::trunc_minute, "trunc_minute"},
                                                         {stamp_precision::nearest_minute, "nearest_minute"}};
};

/// Where a side that was not stamped is read.
enum class missing_policy : std::uint8_t {
  use_retained,  ///< the producer's retained period
  use_planned,   ///< the schedule
  reject,        ///< the visit is not billed
  zero,          ///< the visit counts 0 minutes
};

template <>
struct enum_names<missing_policy> {
  static constexpr enum_name<missing_policy> items[] = {{missing_policy::use_retained, "use_retained"},
                                                        {missing_policy::use_planned, "use_planned"},
                                                        {missing_policy::reject, "reject"},
                                                        {missing_policy::zero, "zero"}};
};

/// What becomes of a visit whose stamps lie too far from the schedule.
enum class tolerance_policy : std::uint8_t { reject, flag, clamp_to_tolerance, use_planned };

template <>
struct enum_names<tolerance_policy> {
  static constexpr enum_name<tolerance_policy> items[] = {{tolerance_policy::reject, "reject"},
                                                          {tolerance_policy::flag, "flag"},
                                                          {tolerance_policy::clamp_to_tolerance, "clamp_to_tolerance"},
                                                          {tolerance_policy::use_planned, "use_planned"}};
};

/// What becomes of a visit stamped too far from the home.
enum class distance_policy : std::uint8_t { reject, flag };

template <>
struct enum_names<distance_policy> {
  static constexpr enum_name<distance_policy> items[] = {{distance_policy::reject, "reject"},
                                                         {distance_policy::flag, "flag"}};
};

/// Two visits of one caregiver at the same time.
enum class worker_conflict_policy : std::uint8_t { reject, flag, allow };

template <>
struct enum_names<worker_conflict_policy> {
  static constexpr enum_name<worker_conflict_policy> items[] = {{worker_conflict_policy::reject, "reject"},
                                                                {worker_conflict_policy::flag, "flag"},
                                                                {worker_conflict_policy::allow, "allow"}};
};

/// Two caregivers at one beneficiary's at the same time.
enum class beneficiary_conflict_policy : std::uint8_t { reject, flag, allow, allow_if_double };

template <>
struct enum_names<beneficiary_conflict_policy> {
  static constexpr enum_name<beneficiary_conflict_policy> items[] = {
      {beneficiary_conflict_policy::reject, "reject"},
      {beneficiary_conflict_policy::flag, "flag"},
      {beneficiary_conflict_policy::allow, "allow"},
      {beneficiary_conflict_policy::allow_if_double, "allow_if_double"}};
};

/// Which consecutive visits are merged.
enum class merge_scope : std::uint8_t { all, ivr_only };

template <>
struct enum_names<merge_scope> {
  static constexpr enum_name<merge_scope> items[] = {{merge_scope::all, "all"}, {merge_scope::ivr_only, "ivr_only"}};
};

// -- parameters -------------------------------------------------------------------------------------------------------

struct match_window_rules {
  std::optional<duration> before;
  std::optional<duration> after;

  friend bool operator==(const match_window_rules&, const match_window_rules&) = default;
};

/// How far a stamp may lie from the planned time; no value = not tested.
struct tolerance_rules {
  std::optional<duration> start_early;
  std::optional<duration> start_late;
  std::optional<duration> end_early;
  std::optional<duration> end_late;

  friend bool operator==(const tolerance_rules&, const tolerance_rules&) = default;
};

struct merge_rules {
  bool enabled = false;
  duration max_gap;
  merge_scope scope = merge_scope::all;

  friend bool operator==(const merge_rules&, const merge_rules&) = default;
};

struct conflict_rules {
  worker_conflict_policy same_worker = worker_conflict_policy::flag;
  beneficiary_conflict_policy same_beneficiary = beneficiary_conflict_policy::allow_if_double;
  std::optional<duration> travel;

  friend bool operator==(const conflict_rules&, const conflict_rules&) = default;
};

struct missing_rules {
  missing_policy start = missing_policy::use_retained;
  missing_policy end = missing_policy::use_retained;
  missing_policy both = missing_policy::use_retained;

  friend bool operator==(const missing_rules&, const missing_rules&) = default;
};

/// The class a correction code stands for. In JSON an entry of an object: `"COA": "START_CORRECTED"`.
struct code_class {
  std::string code;
  visit_class meaning = visit_class::stamped;

  friend bool operator==(const code_class&, const code_class&) = default;
};

/// The meaning of the correction codes of one producer (all of them when none is named) in messages issued between two
/// dates, both inclusive, none = open. A producer once changed the meaning of its codes from one export to the next.
struct code_map_entry {
  std::optional<std::string> producer;
  std::optional<local_date> issued_from;
  std::optional<local_date> issued_to;
  std::vector<code_class> map;

  friend bool operator==(const code_map_entry&, const code_map_entry&) = default;
};

/// The reasons authorised for one class. In JSON an entry of an object: `"CREATED": ["…"]`.
struct class_reasons {
  visit_class corrected = visit_class::stamped;
  std::vector<std::string> reasons;

  friend bool operator==(const class_reasons&, const class_reasons&) = default;
};

/// The codes as their official list explains them.
inline code_map_entry official_code_map() {
  return {std::nullopt,
          std::nullopt,
          std::nullopt,
          {{"", visit_class::stamped},
           {"COA", visit_class::start_corrected},
           {"COD", visit_class::end_corrected},
           {"CO2", visit_class::both_corrected},
           {"CRE", visit_class::created},
           {"MDT", visit_class::data_changed},
           {"SUP", visit_class::deleted},
           {"HOR", visit_class::stamp_only}}};
}

struct stamp_rules {
  stamp_precision precision = stamp_precision::keep_seconds;
  duration dedupe;
  duration pair_max = duration::of_hours(24);
  std::vector<std::string> methods_allowed = {"IVR", "BADGE", "NFC", "QR", "MOBILE", "MANUAL"};
  match_window_rules match_window;
  tolerance_rules tolerance;
  tolerance_policy outside_tolerance = tolerance_policy::flag;
  std::optional<std::int64_t> distance_m;
  distance_policy outside_distance = distance_policy::flag;
  merge_rules merge_consecutive;
  bool auto_validate = false;
  conflict_rules conflict;
  missing_rules missing;
  std::vector<code_map_entry> code_map = {official_code_map()};
  std::vector<std::string> probative_methods;
  std::optional<duration> retained_gap;
  std::vector<visit_class> reason_required = {visit_class::start_corrected, visit_class::end_corrected,
                                              visit_class::both_corrected, visit_class::created};
  std::vector<class_reasons> reasons_allowed;
  std::vector<std::string> manual_reasons;

  friend bool operator==(const stamp_rules&, const stamp_rules&) = default;
};

template <>
inline constexpr auto description<match_window_rules> =
    fields(parameter<&match_window_rules::before>("before", "fenêtre avant le début planifié", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440)
               .not_built(),
           parameter<&match_window_rules::after>("after", "fenêtre après le début planifié", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440)
               .not_built());

template <>
inline constexpr auto description<tolerance_rules> =
    fields(parameter<&tolerance_rules::start_early>("start_early", "avance tolérée à l'arrivée", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&tolerance_rules::start_late>("start_late", "retard toléré à l'arrivée", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&tolerance_rules::end_early>("end_early", "avance tolérée au départ", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&tolerance_rules::end_late>("end_late", "retard toléré au départ", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440));

template <>
inline constexpr auto description<merge_rules> = fields(
    parameter<&merge_rules::enabled>("enabled", "interventions consécutives réunies", standing::known).not_built(),
    parameter<&merge_rules::max_gap>("max_gap_min", "écart maximal entre interventions réunies",
                                     standing::inferred_medium)
        .in(parameter_unit::minutes)
        .between(0, 1440)
        .not_built(),
    parameter<&merge_rules::scope>("scope", "interventions concernées", standing::known).not_built());

template <>
inline constexpr auto description<conflict_rules> =
    fields(parameter<&conflict_rules::same_worker>("same_worker", "même intervenant à deux endroits", standing::known),
           parameter<&conflict_rules::same_beneficiary>("same_beneficiary", "deux intervenants chez un bénéficiaire",
                                                        standing::inferred_medium)
               .not_built(),
           parameter<&conflict_rules::travel>("travel_min", "temps de trajet minimal", standing::inferred_medium)
               .in(parameter_unit::minutes)
               .between(0, 1440)
               .not_built());

template <>
inline constexpr auto description<missing_rules> =
    fields(parameter<&missing_rules::start>("start", "arrivée non horodatée", standing::inferred_high),
           parameter<&missing_rules::end>("end", "départ non horodaté", standing::inferred_high),
           parameter<&missing_rules::both>("both", "aucun horodatage", standing::inferred_high));

template <>
inline constexpr auto description<code_class> = fields(field<&code_class::code>("code de correction", standing::known),
                                                       field<&code_class::meaning>("classe", standing::inferred_high));
template <>
inline constexpr bool keyed_entry<code_class> = true;

template <>
inline constexpr auto description<code_map_entry> =
    fields(parameter<&code_map_entry::producer>("producer", "producteur", standing::known),
           parameter<&code_map_entry::issued_from>("issued_from", "émis à partir du", standing::known),
           parameter<&code_map_entry::issued_to>("issued_to", "émis jusqu'au", standing::known),
           parameter<&code_map_entry::map>("map", "classe de chaque code", standing::known));

template <>
inline constexpr auto description<class_reasons> = fields(field<&class_reasons::corrected>("classe"),
                                                          field<&class_reasons::reasons>("motifs autorisés"));
template <>
inline constexpr bool keyed_entry<class_reasons> = true;

template <>
inline constexpr auto description<stamp_rules> = fields(
    parameter<&stamp_rules::precision>("precision", "précision des horodatages", standing::known),
    parameter<&stamp_rules::dedupe>("dedupe_seconds", "horodatages en double", standing::inferred_medium)
        .in(parameter_unit::seconds)
        .between(0, 86400)
        .not_built(),
    parameter<&stamp_rules::pair_max>("pair_max_hours", "durée maximale d'une intervention", standing::inferred_medium)
        .in(parameter_unit::hours)
        .between(1, 744),
    parameter<&stamp_rules::methods_allowed>("methods_allowed", "modes d'identification admis", standing::known)
        .not_built(),
    parameters<&stamp_rules::match_window>("match_window_min", "fenêtre de rapprochement avec le planning"),
    parameters<&stamp_rules::tolerance>("tolerance_min", "tolérance par rapport au planning"),
    parameter<&stamp_rules::outside_tolerance>("outside_tolerance", "hors tolérance", standing::known)
        .built_only({tolerance_policy::reject, tolerance_policy::flag}),
    parameter<&stamp_rules::distance_m>("distance_m", "distance tolérée", standing::known)
        .in(parameter_unit::metres)
        .between(0, 1'000'000)
        .not_built(),
    parameter<&stamp_rules::outside_distance>("outside_distance", "hors distance", standing::known).not_built(),
    parameters<&stamp_rules::merge_consecutive>("merge_consecutive", "interventions consécutives"),
    parameter<&stamp_rules::auto_validate>("auto_validate", "validation automatique", standing::known).not_built(),
    parameters<&stamp_rules::conflict>("conflict", "conflits"),
    parameters<&stamp_rules::missing>("missing", "horodatages manquants"),
    parameter<&stamp_rules::code_map>("code_map", "signification des codes de correction", standing::known),
    parameter<&stamp_rules::probative_methods>("probative_methods", "modes d'identification probants",
                                               standing::inferred_medium),
    parameter<&stamp_rules::retained_gap>("retained_gap_min", "écart admis avec la période retenue", standing::open)
        .in(parameter_unit::minutes)
        .between(0, 1440),
    parameter<&stamp_rules::reason_required>("reason_required", "classes dont le motif est exigé", standing::known),
    parameter<&stamp_rules::reasons_allowed>("reasons_allowed", "motifs autorisés par classe", standing::known),
    parameter<&stamp_rules::manual_reasons>("manual_reasons", "motifs de saisie manuelle", standing::known)
        .not_built());

// -- the times that count ---------------------------------------------------------------------------------------------

namespace trace_labels {
inline constexpr trace_label stamps{"stamps", "times of the visit", "horaires de l'intervention"};
inline constexpr trace_label arrival{"arrival", "certified arrival", "arrivée certifiée"};
inline constexpr trace_label departure{"departure", "certified departure", "départ certifié"};
inline constexpr trace_label retained_start{"retained_start", "retained start", "début retenu"};
inline constexpr trace_label retained_end{"retained_end", "retained end", "fin retenue"};
inline constexpr trace_label planned_start{"planned_start", "planned start", "début planifié"};
inline constexpr trace_label planned_end{"planned_end", "planned end", "fin planifiée"};
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

// Whether a stamp lies outside the tolerance around its planned time.
constexpr result<bool> is_outside(const std::optional<local_time>& stamp, local_time planned,
                                  const std::optional<duration>& early, const std::optional<duration>& late,
                                  const clock_line& line) {
  if (!stamp || (!early && !late)) return false;
  instant at;
  instant foreseen;
  if (const error_code e = line.place(*stamp).get(at); e != error_code::success) return e;
  if (const error_code e = line.place(planned).get(foreseen); e != error_code::success) return e;
  const duration gap = duration::of_seconds(at.unix_seconds - foreseen.unix_seconds);
  return (early && gap < -*early) || (late && gap > *late);
}

constexpr bool is_tested(const tolerance_rules& rules) {
  return rules.start_early || rules.start_late || rules.end_early || rules.end_late;
}

constexpr stamp_check check_sides(const visit_times& times, const stamp_rules& rules, const calendar_rules& calendar) {
  stamp_check check;
  check.arrival_missing = !times.arrival;
  check.departure_missing = !times.departure;
  if (check.incomplete() && policy_for(check, rules.missing) == missing_policy::reject) {
    check.reason = unbilled_reason::stamp_missing;
    return check;
  }
  const tolerance_rules& tolerance = rules.tolerance;
  const bool tested_start = times.arrival && (tolerance.start_early || tolerance.start_late);
  const bool tested_end = times.departure && (tolerance.end_early || tolerance.end_late);
  if (!tested_start && !tested_end) return check;
  if (!times.planned) {
    check.reason = unbilled_reason::planned_time_missing;
    return check;
  }
  const clock_line line = line_of(calendar);
  const auto start = is_outside(times.arrival, times.planned->start, tolerance.start_early, tolerance.start_late, line);
  const auto end = is_outside(times.departure, times.planned->end, tolerance.end_early, tolerance.end_late, line);
  if (!start || !end) {
    check.reason = reason_of(start ? end.error() : start.error());
    return check;
  }
  check.outside_tolerance = *start || *end;
  if (!check.outside_tolerance || rules.outside_tolerance == tolerance_policy::flag) return check;
  const bool rejects = rules.outside_tolerance == tolerance_policy::reject;
  check.reason = rejects ? unbilled_reason::outside_tolerance : unbilled_reason::rule_conflict;
  return check;
}

}  // namespace detail

/// Missing sides and tolerance (rule variants a2 to a4). Rejects only where the rule set says so. A tolerance needs the
/// planned time: `planned_time_missing` without it.
/// Example: tolerance start_late 15 min, planned 09:00, stamped 09:15:00 → inside (bounds are inclusive).
constexpr stamp_check check_stamps(const visit_times& times, const stamp_rules& rules, const calendar_rules& calendar) {
  if (times.arrival && times.departure && !detail::is_tested(rules.tolerance)) [[likely]]
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

/// A time at the precision of the rule set. Example: 09:03:40 → 09:03 (trunc_minute), 09:04 (nearest_minute).
template <class Trace>
constexpr typename Trace::template traced<instant> at_precision(const typename Trace::template traced<instant>& time,
                                                                stamp_precision precision, const trace_label& label,
                                                                Trace& trace) {
  if (precision == stamp_precision::keep_seconds) return time;
  const bool nearest = precision == stamp_precision::nearest_minute;
  const std::int64_t seconds = plain(time).unix_seconds + (nearest ? 30 : 0);
  const std::int64_t rest = detail::floor_remainder(seconds, 60);
  return trace.step(trace_operation::round, nearest ? trace_mode::half_up : trace_mode::floor, instant{seconds - rest},
                    label, time, duration::of_minutes(1));
}

}  // namespace esppadom::inline ESPPADOM_ABI
