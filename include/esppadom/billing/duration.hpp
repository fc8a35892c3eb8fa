// From the real time of a visit to its billable time: rounding, snap, cap. Billing rules reference, section 2b.
#pragma once

#include <cstdint>
#include <optional>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/stamps.hpp"
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
    fields(parameter<&cap_rules::kind>("kind", "plafond de l'intervention", standing::known)
               .built_only({cap_kind::none, cap_kind::planned, cap_kind::planned_plus}),
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

}  // namespace esppadom::inline ESPPADOM_ABI
