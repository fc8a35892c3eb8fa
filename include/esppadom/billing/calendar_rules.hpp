// How a rule set reads the clock and the calendar: clock changes, public holidays, and the day a visit belongs to.
// Billing rules reference, sections 2a (clock changes, boundaries) and 5 (holidays).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/holidays.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// How long a visit across a clock change lasts.
enum class dst_policy : std::uint8_t {
  elapsed,  ///< the time that really passed
  civil,    ///< the difference of the clock readings
};

template <>
struct enum_names<dst_policy> {
  static constexpr enum_name<dst_policy> items[] = {{dst_policy::elapsed, "elapsed"}, {dst_policy::civil, "civil"}};
};

/// The day, and with it the month and the tariff, that a visit's minutes belong to.
enum class attribution_rule : std::uint8_t {
  start,             ///< all of them to the day of the start
  split_midnight,    ///< each minute to its own day
  split_boundaries,  ///< also cut where month, tariff or plan change
};

template <>
struct enum_names<attribution_rule> {
  static constexpr enum_name<attribution_rule> items[] = {{attribution_rule::start, "start"},
                                                          {attribution_rule::split_midnight, "split_midnight"},
                                                          {attribution_rule::split_boundaries, "split_boundaries"}};
};

/// A time of day in seconds after midnight, 0 to 86 400 (the midnight that ends the day).
struct time_of_day {
  std::int32_t seconds = 0;

  friend constexpr auto operator<=>(const time_of_day&, const time_of_day&) = default;
};

/// Reads "HH:MM" or "HH:MM:SS", "24:00" included. Errors: invalid_syntax, out_of_range. Example: "20:00" → 72 000.
constexpr result<time_of_day> parse_time_of_day(std::string_view text) {
  const bool with_seconds = text.size() == 8;
  if ((text.size() != 5 && !with_seconds) || text[2] != ':' || (with_seconds && text[5] != ':'))
    return error_code::invalid_syntax;
  const int hour = detail::digits_at(text, 0, 2);
  const int minute = detail::digits_at(text, 3, 2);
  const int second = with_seconds ? detail::digits_at(text, 6, 2) : 0;
  if (hour < 0 || minute < 0 || second < 0) return error_code::invalid_syntax;
  const std::int32_t total = hour * 3600 + minute * 60 + second;
  if (minute > 59 || second > 59 || total > 86400) return error_code::out_of_range;
  return time_of_day{total};
}

/// Appends "HH:MM", with seconds when there are any.
inline void append_to(std::string& out, time_of_day time) {
  detail::append_digits(out, time.seconds / 3600, 2);
  out.push_back(':');
  detail::append_digits(out, time.seconds / 60 % 60, 2);
  if (time.seconds % 60 == 0) return;
  out.push_back(':');
  detail::append_digits(out, time.seconds % 60, 2);
}

inline std::string to_string(time_of_day time) {
  std::string out;
  append_to(out, time);
  return out;
}

/// A window of the day; it crosses midnight when it ends before it starts, and is empty when both are equal. In JSON
/// `{"from": "20:00", "to": "07:00"}`.
struct time_window {
  time_of_day from;
  time_of_day to;

  friend constexpr bool operator==(const time_window&, const time_window&) = default;
};

/// Reads "20:00-07:00", the form of a window in one cell of a table. Errors: invalid_syntax, out_of_range.
constexpr result<time_window> parse_time_window(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return error_code::invalid_syntax;
  time_window window;
  if (const error_code e = parse_time_of_day(text.substr(0, dash)).get(window.from); e != error_code::success) return e;
  if (const error_code e = parse_time_of_day(text.substr(dash + 1)).get(window.to); e != error_code::success) return e;
  return window;
}

/// "20:00-07:00".
inline std::string to_string(time_window window) { return to_string(window.from) + "-" + to_string(window.to); }

/// A time zone of the French overseas départements and collectivités, whose clock never changes.
struct fixed_zone {
  std::string_view name;
  std::int64_t offset = 0;  ///< what is added to universal time, in seconds
};

/// The zones without summer time that rule sets may name beside Europe/Paris. Their offsets have held since 1967
/// (Guyane), the others for longer, but for one summer of Martinique in 1980 (tz database).
inline constexpr std::array<fixed_zone, 7> fixed_zones = {{{"America/Guadeloupe", -4 * 3600},
                                                           {"America/Martinique", -4 * 3600},
                                                           {"America/Cayenne", -3 * 3600},
                                                           {"America/St_Barthelemy", -4 * 3600},
                                                           {"America/Marigot", -4 * 3600},
                                                           {"Indian/Reunion", 4 * 3600},
                                                           {"Indian/Mayotte", 3 * 3600}}};

/// The zone whose rules billing computes itself; every other must be one of `fixed_zones`.
inline constexpr std::string_view paris_zone = "Europe/Paris";

/// The offset of a zone without summer time; none for Europe/Paris and for zones that are not known.
constexpr std::optional<std::int64_t> fixed_offset(std::string_view timezone) {
  if (timezone == paris_zone) return std::nullopt;
  for (const fixed_zone& zone : fixed_zones) {
    if (zone.name == timezone) return zone.offset;
  }
  return std::nullopt;
}

/// Whether a rule set may name that zone.
constexpr bool is_known_zone(std::string_view timezone) {
  return timezone == paris_zone || fixed_offset(timezone).has_value();
}

/// The keys of a rule set that stand at its top level.
struct calendar_rules {
  std::string timezone = "Europe/Paris";
  holiday_zone zone = holiday_zone::metropole;
  bool pentecost_monday = true;
  dst_policy clock_changes = dst_policy::elapsed;
  ambiguous_policy dst_ambiguous = ambiguous_policy::first;
  attribution_rule attribution = attribution_rule::start;

  friend bool operator==(const calendar_rules&, const calendar_rules&) = default;
};

template <>
inline constexpr auto description<time_window> = fields(parameter<&time_window::from>("from", "à partir de",
                                                                                      standing::known),
                                                        parameter<&time_window::to>("to", "jusqu'à", standing::known));

template <>
inline constexpr auto description<calendar_rules> = fields(
    parameter<&calendar_rules::timezone>("timezone", "fuseau horaire", standing::known),
    parameter<&calendar_rules::zone>("holiday_zone", "zone des jours fériés", standing::known),
    parameter<&calendar_rules::pentecost_monday>("pentecost_monday", "lundi de Pentecôte férié",
                                                 standing::inferred_medium),
    parameter<&calendar_rules::clock_changes>("dst_policy", "durée aux changements d'heure", standing::inferred_low),
    parameter<&calendar_rules::dst_ambiguous>("dst_ambiguous", "heure répétée en automne", standing::inferred_medium),
    parameter<&calendar_rules::attribution>("attribution", "jour d'imputation", standing::known));

/// Readings between two clock changes, where the clock and universal time run side by side; it may be empty.
struct even_stretch {
  std::int64_t from = 0;    ///< first reading
  std::int64_t to = 0;      ///< first reading no longer inside
  std::int64_t offset = 0;  ///< what is added to universal time

  [[nodiscard]] constexpr bool contains(std::int64_t reading) const {
    return static_cast<std::uint64_t>(reading) - static_cast<std::uint64_t>(from) <
           static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
  }

  /// All readings of a clock that never changes.
  static constexpr even_stretch always(std::int64_t offset) {
    return {paris::detail::lowest, paris::detail::highest + 1, offset};
  }

  /// The stretch that a reading lies in; beside it when it falls in the hour of a change; empty before 1976. It ends a
  /// month away where no change is near: long enough for a visit.
  static constexpr even_stretch around(local_time time) {
    if (!paris::detail::in_range(time.seconds)) return {};
    constexpr std::int64_t month = 30 * 86400;
    const paris::detail::summer summer = paris::detail::summer_around(time.seconds);
    if (summer.begin == summer.end) return {};
    if (time.seconds < summer.begin + 3600) return {time.seconds - month, summer.begin + 3600, 3600};
    if (time.seconds >= summer.end + 7200) return {summer.end + 7200, time.seconds + month, 3600};
    return {summer.begin + 7200, summer.end + 3600, 7200};
  }
};

/// The line on which durations are measured: instants under `elapsed`; under `civil` clock readings, taken as if the
/// clock never changed.
struct clock_line {
  dst_policy policy = dst_policy::elapsed;
  ambiguous_policy ambiguous = ambiguous_policy::first;
  even_stretch even{};  ///< where no look-up is needed

  /// Where a clock reading lies. A reading with fold 1 comes from a message that gave its offset and stands; with fold
  /// 0 a repeated hour follows the policy. Errors: does_not_exist, ambiguous, out_of_range, invalid_value.
  [[nodiscard]] constexpr result<instant> place(local_time time) const {
    if (even.contains(time.seconds)) [[likely]]
      return instant{time.seconds - even.offset};
    return look_up(time);
  }

  /// The same, invalid where `place` has an error.
  [[nodiscard]] constexpr instant place_or_invalid(local_time time) const {
    if (even.contains(time.seconds)) [[likely]]
      return {time.seconds - even.offset};
    return look_up(time).value_or(instant::invalid());
  }

  /// The clock reading at a place, with its fold; under `civil` it may be one that the clock skips. Invalid outside the
  /// years 1946 to 9999.
  [[nodiscard]] constexpr local_time reading(instant at) const {
    if (even.contains(at.unix_seconds + even.offset)) [[likely]]
      return {at.unix_seconds + even.offset, 0};
    return policy == dst_policy::civil ? local_time{at.unix_seconds, 0} : paris::to_local(at);
  }

  /// The first place at or after a clock reading: a reading that the clock skips stands for the end of the gap, one
  /// that it repeats for the first of both.
  [[nodiscard]] constexpr result<instant> boundary(local_time time) const {
    if (even.contains(time.seconds)) return instant{time.seconds - even.offset};
    if (policy == dst_policy::civil) return instant{time.seconds};
    time.fold = 0;
    if (!paris::exists(time)) time.seconds += 3600 - time.seconds % 3600;
    return paris::to_instant(time);
  }

 private:
  [[nodiscard]] constexpr result<instant> look_up(local_time time) const {
    if (ambiguous == ambiguous_policy::first && policy == dst_policy::elapsed) return paris::to_instant(time);
    local_time resolved;
    const error_code e = paris::resolve(time, ambiguous).get(resolved);
    const bool settled = e == error_code::ambiguous && (time.fold != 0 || policy == dst_policy::civil);
    if (e != error_code::success && !settled) return e;
    if (policy == dst_policy::civil) return instant{time.seconds};
    return paris::to_instant(time.fold == 0 ? resolved : time);
  }
};

/// The line a rule set measures on.
constexpr clock_line line_of(const calendar_rules& rules) {
  clock_line line{rules.clock_changes, rules.dst_ambiguous, {}};
  if (const auto offset = fixed_offset(rules.timezone)) line.even = even_stretch::always(*offset);
  return line;
}

/// The same for times around one: what lies near it needs no look-up of its own.
constexpr clock_line line_of(const calendar_rules& rules, local_time around) {
  clock_line line = line_of(rules);
  const bool is_fixed = line.even.from != line.even.to;
  if (line.policy == dst_policy::elapsed && !is_fixed) line.even = even_stretch::around(around);
  return line;
}

}  // namespace esppadom::inline ESPPADOM_ABI
