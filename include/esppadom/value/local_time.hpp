#pragma once

// French civil time as the messages write it (date and time of day, no offset), instants, and the way between them:
// Europe/Paris.

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "esppadom/value/duration.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A point of the universal time line.
struct instant {
  std::int64_t unix_seconds = 0;  ///< since 1970-01-01T00:00:00Z, without leap seconds

  static constexpr instant invalid() { return {(std::numeric_limits<std::int64_t>::min)()}; }
  [[nodiscard]] constexpr bool is_valid() const { return *this != invalid(); }
  friend constexpr auto operator<=>(instant, instant) = default;
};

/// A date and time of day on the clock of Paris. `fold` tells the two readings of the repeated autumn hour apart: 0 the
/// first (summer time), 1 the second; it has no meaning at other times and should then be 0. Ordered by the clock, then
/// by fold.
struct local_time {
  std::int64_t seconds = 0;  ///< civil seconds since 1970-01-01T00:00:00, as if all days had 86 400
  std::uint8_t fold = 0;

  /// `second_of_day` may be 86 400, which is the midnight that ends the day.
  static constexpr local_time at(local_date date, std::int32_t second_of_day = 0, std::uint8_t fold = 0) {
    return {std::int64_t{date.days} * 86400 + second_of_day, fold};
  }
  /// Errors: out_of_range for a date or a time of day that does not exist on any day.
  static constexpr result<local_time> of(int year, int month, int day, int hour, int minute, int second = 0,
                                         std::uint8_t fold = 0) {
    local_date date;
    if (const error_code e = local_date::of(year, month, day).get(date); e != error_code::success) return e;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
      return error_code::out_of_range;
    return at(date, hour * 3600 + minute * 60 + second, fold);
  }

  static constexpr local_time invalid() { return {(std::numeric_limits<std::int64_t>::min)(), 0}; }
  [[nodiscard]] constexpr bool is_valid() const { return seconds != invalid().seconds; }

  [[nodiscard]] constexpr local_date date() const {
    const std::int64_t days = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
    return {static_cast<std::int32_t>(days)};
  }
  /// 0 to 86 399.
  [[nodiscard]] constexpr std::int32_t seconds_of_day() const {
    const auto rest = static_cast<std::int32_t>(seconds % 86400);
    return rest < 0 ? rest + 86400 : rest;
  }

  friend constexpr auto operator<=>(const local_time&, const local_time&) = default;
};

/// Which reading of a repeated autumn hour is meant (rule parameter `dst_ambiguous`).
enum class ambiguous_policy { first, second, reject };

template <>
struct enum_names<ambiguous_policy> {
  static constexpr enum_name<ambiguous_policy> items[] = {
      {ambiguous_policy::first, "first"}, {ambiguous_policy::second, "second"}, {ambiguous_policy::reject, "reject"}};
};

/// The difference of the two clock readings, b - a, whatever the clock changes between them: the rule `dst_policy =
/// civil`.
constexpr duration civil_difference(local_time a, local_time b) {
  if (!a.is_valid() || !b.is_valid()) return duration::invalid();
  return duration::of_seconds(b.seconds) - duration::of_seconds(a.seconds);
}

/// The clock reading that many civil seconds later; the result may fall in a gap, and its fold is 0.
constexpr local_time civil_sum(local_time start, duration length) {
  if (!start.is_valid() || !length.is_valid()) return local_time::invalid();
  const duration sum = duration::of_seconds(start.seconds) + length;
  return sum.is_valid() ? local_time{sum.seconds, 0} : local_time::invalid();
}

/// Europe/Paris, from 1946-01-01 to 9999-12-31. Since 1996 the rule of the European Union: summer time from the last
/// Sunday of March to the last Sunday of October, 01:00 UTC (directive 2000/84/EC, and 94/21/EC before it); 1981 to
/// 1995 it ended on the last Sunday of September; 1976 to 1980 have dates of their own; 1946 to 1975 had none. Earlier
/// times are out_of_range: the war and the years before it had other offsets. Times to come follow today's rule.
namespace paris {

namespace detail {

// Unix seconds. A year without summer time begins it after all times and ends it before all, so that no comparison
// needs to know.
struct summer {
  std::int64_t begin = (std::numeric_limits<std::int64_t>::max)() / 2;
  std::int64_t end = (std::numeric_limits<std::int64_t>::min)() / 2;
};

inline constexpr int known_from = 1946;
inline constexpr int table_to = 2100;
inline constexpr std::int64_t lowest = std::int64_t{esppadom::detail::days_of(known_from, 1, 1)} * 86400;
inline constexpr std::int64_t highest = std::int64_t{esppadom::detail::days_of(last_year, 12, 31)} * 86400 + 86399;

constexpr std::int64_t utc(int year, int month, int day, int hour) {
  return std::int64_t{esppadom::detail::days_of(year, month, day)} * 86400 + hour * 3600;
}

// Last Sunday of the month, 01:00 UTC.
constexpr std::int64_t last_sunday(int year, int month) {
  const local_date last{esppadom::detail::days_of(year, month, days_in_month(year, month))};
  const int since_sunday = (static_cast<int>(last.weekday()) + 1) % 7;
  return std::int64_t{last.days - since_sunday} * 86400 + 3600;
}

constexpr summer summer_of_year(int year) {
  if (year >= 1996) return {last_sunday(year, 3), last_sunday(year, 10)};
  if (year >= 1981) return {last_sunday(year, 3), last_sunday(year, 9)};
  switch (year) {
    case 1976:
      return {utc(1976, 3, 28, 0), utc(1976, 9, 25, 23)};
    case 1977:
      return {utc(1977, 4, 3, 1), utc(1977, 9, 25, 1)};
    case 1978:
      return {utc(1978, 4, 2, 1), utc(1978, 10, 1, 1)};
    case 1979:
      return {utc(1979, 4, 1, 1), utc(1979, 9, 30, 1)};
    case 1980:
      return {utc(1980, 4, 6, 1), utc(1980, 9, 28, 1)};
    default:
      return {};
  }
}

inline constexpr std::array<summer, table_to - known_from + 1> summers = [] {
  std::array<summer, table_to - known_from + 1> table{};
  for (int year = known_from; year <= table_to; ++year) {
    table[static_cast<std::size_t>(year - known_from)] = summer_of_year(year);
  }
  return table;
}();

// The summer time of the year of a count of seconds within lowest..highest. A mean year finds the index: it may be off
// by one in the days around the new year, far from any clock change.
constexpr summer summer_around(std::int64_t seconds) {
  constexpr std::int64_t mean_year = 31'556'952;
  const auto index = static_cast<std::size_t>((seconds - lowest) / mean_year);
  if (index < summers.size()) return summers[index];
  return summer_of_year(local_time{seconds}.date().year());
}

constexpr bool in_range(std::int64_t seconds) { return seconds >= lowest && seconds <= highest; }

}  // namespace detail

/// False for the readings the clock skips in spring (02:00:00 to 02:59:59 since 1977), true at any other time.
constexpr bool exists(local_time time) {
  if (!detail::in_range(time.seconds)) return time.is_valid();
  const detail::summer summer = detail::summer_around(time.seconds);
  return time.seconds < summer.begin + 3600 || time.seconds >= summer.begin + 7200;
}

/// True for the readings the clock shows twice in autumn (02:00:00 to 02:59:59 since 1977).
constexpr bool is_ambiguous(local_time time) {
  if (!detail::in_range(time.seconds)) return false;
  const detail::summer summer = detail::summer_around(time.seconds);
  return time.seconds >= summer.end + 3600 && time.seconds < summer.end + 7200;
}

/// The offset of Paris from universal time, 3600 or 7200 s; invalid outside 1946..9999.
constexpr duration utc_offset(instant at) {
  if (!detail::in_range(at.unix_seconds)) return duration::invalid();
  const detail::summer summer = detail::summer_around(at.unix_seconds);
  return duration::of_seconds(at.unix_seconds >= summer.begin && at.unix_seconds < summer.end ? 7200 : 3600);
}

/// The clock reading at an instant, with its fold; invalid outside 1946..9999.
constexpr local_time to_local(instant at) {
  const duration offset = utc_offset(at);
  if (!offset.is_valid()) return local_time::invalid();
  const local_time time{at.unix_seconds + offset.seconds, 0};
  const bool second_reading = offset.seconds == 3600 && is_ambiguous(time);
  return {time.seconds, static_cast<std::uint8_t>(second_reading ? 1 : 0)};
}

/// The instant of a clock reading; `fold` chooses between the two readings of the repeated hour.
/// Errors: does_not_exist in the spring gap; out_of_range outside 1946..9999; invalid_value.
constexpr result<instant> to_instant(local_time time) {
  if (!detail::in_range(time.seconds)) return time.is_valid() ? error_code::out_of_range : error_code::invalid_value;
  const detail::summer summer = detail::summer_around(time.seconds);
  const std::int64_t standard = time.seconds - 3600;
  const std::int64_t last = summer.end + (time.fold == 0 ? 3600 : 0);
  const bool in_summer = (standard >= summer.begin) & (standard < last);
  if (in_summer & (standard < summer.begin + 3600)) [[unlikely]]
    return error_code::does_not_exist;
  return instant{standard - (in_summer ? 3600 : 0)};
}

/// The reading with its fold set as the policy says: for times from messages, which cannot tell. Other times get fold
/// 0. Errors: ambiguous (policy `reject`); does_not_exist; out_of_range; invalid_value.
constexpr result<local_time> resolve(local_time time, ambiguous_policy policy) {
  if (!detail::in_range(time.seconds)) return time.is_valid() ? error_code::out_of_range : error_code::invalid_value;
  if (!exists(time)) return error_code::does_not_exist;
  if (!is_ambiguous(time)) return local_time{time.seconds, 0};
  if (policy == ambiguous_policy::reject) return error_code::ambiguous;
  return local_time{time.seconds, static_cast<std::uint8_t>(policy == ambiguous_policy::second ? 1 : 0)};
}

/// The time that really passes from a to b (negative when b is earlier): the rule `dst_policy = elapsed`.
/// Errors: as to_instant. Example: 2026-10-24 22:00 to 2026-10-25 06:00 is 540 min.
constexpr result<duration> elapsed(local_time a, local_time b) {
  instant from;
  instant to;
  if (const error_code e = to_instant(a).get(from); e != error_code::success) return e;
  if (const error_code e = to_instant(b).get(to); e != error_code::success) return e;
  return duration::of_seconds(to.unix_seconds - from.unix_seconds);
}

/// The clock reading after that much time has really passed. Errors: as to_instant; invalid_value.
/// Example: 2026-03-29 01:30 plus 45 min is 03:15.
constexpr result<local_time> after(local_time start, duration length) {
  instant from;
  if (const error_code e = to_instant(start).get(from); e != error_code::success) return e;
  const duration sum = duration::of_seconds(from.unix_seconds) + length;
  if (!sum.is_valid()) return error_code::invalid_value;
  const local_time end = to_local({sum.seconds});
  if (!end.is_valid()) return error_code::out_of_range;
  return end;
}

}  // namespace paris

/// Reads "YYYY-MM-DDTHH:MM:SS", the form the messages write; fold is 0. Errors: invalid_syntax, out_of_range.
/// Whether the time exists is asked with paris::exists.
constexpr result<local_time> parse_local_time(std::string_view text) {
  if (text.size() != 19 || text[10] != 'T' || text[13] != ':' || text[16] != ':') return error_code::invalid_syntax;
  const int hour = detail::digits_at(text, 11, 2);
  const int minute = detail::digits_at(text, 14, 2);
  const int second = detail::digits_at(text, 17, 2);
  if (hour < 0 || minute < 0 || second < 0) return error_code::invalid_syntax;
  local_date date;
  if (const error_code e = parse_local_date(text.substr(0, 10)).get(date); e != error_code::success) return e;
  if (hour > 23 || minute > 59 || second > 59) return error_code::out_of_range;
  return local_time::at(date, hour * 3600 + minute * 60 + second);
}

/// Appends "YYYY-MM-DDTHH:MM:SS"; the fold is not written. "invalid" for the invalid state.
inline void append_to(std::string& out, local_time time) {
  if (!time.is_valid()) {
    out += "invalid";
    return;
  }
  append_to(out, time.date());
  const std::int32_t second = time.seconds_of_day();
  out.push_back('T');
  detail::append_digits(out, second / 3600, 2);
  out.push_back(':');
  detail::append_digits(out, second / 60 % 60, 2);
  out.push_back(':');
  detail::append_digits(out, second % 60, 2);
}

/// "YYYY-MM-DDTHH:MM:SS".
inline std::string to_string(local_time time) {
  std::string out;
  append_to(out, time);
  return out;
}

/// "YYYY-MM-DDTHH:MM:SSZ".
inline std::string to_string(instant at) {
  std::string out = to_string(local_time{at.unix_seconds, 0});
  if (at.is_valid()) out.push_back('Z');
  return out;
}

/// What `parse_local_time_lenient` had to put up with.
struct time_leniency {
  bool date_only = false;           ///< no time of day; midnight is taken
  bool no_seconds = false;          ///< HH:MM; zero seconds are taken
  bool fraction_cut = false;        ///< fractions of a second were dropped
  bool offset_applied = false;      ///< 'Z' or an offset was converted to the clock of Paris, fold included
  bool offset_ignored = false;      ///< an offset on a bare date, or before 1946: the written reading is kept
  bool format_code = false;         ///< the compact form of format 102, 203 or 204
  bool blank_separator = false;     ///< a space between date and time of day
  bool end_of_day = false;          ///< 24:00, taken as the midnight that follows
  bool surrounding_blanks = false;  ///< blanks before or after

  [[nodiscard]] constexpr bool any() const {
    return date_only || no_seconds || fraction_cut || offset_applied || offset_ignored || format_code ||
           blank_separator || end_of_day || surrounding_blanks;
  }
  friend constexpr bool operator==(const time_leniency&, const time_leniency&) = default;
};

/// A time read leniently, and what was tolerated.
struct lenient_time {
  local_time time;
  time_leniency tolerated;
};

namespace detail {

// Consumes the text from the left; every step either succeeds or leaves an error.
struct lenient_time_parser {
  std::string_view rest;
  lenient_time out;
  bool has_offset = false;
  std::int32_t offset = 0;

  constexpr int take(std::size_t count) {
    const int value = digits_at(rest, 0, count);
    if (value >= 0) rest.remove_prefix(count);
    return value;
  }
  constexpr bool skip(char c) {
    const bool found = rest.starts_with(c);
    if (found) rest.remove_prefix(1);
    return found;
  }

  constexpr error_code set(int year, int month, int day, int hour, int minute, int second) {
    if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0) return error_code::invalid_syntax;
    local_date date;
    if (const error_code e = local_date::of(year, month, day).get(date); e != error_code::success) return e;
    const bool midnight = hour == 24 && minute == 0 && second == 0;
    if ((hour > 23 && !midnight) || minute > 59 || second > 59) return error_code::out_of_range;
    out.tolerated.end_of_day = midnight;
    out.time = local_time::at(date, hour * 3600 + minute * 60 + second);
    return error_code::success;
  }

  constexpr error_code compact(std::string_view format) {
    out.tolerated.format_code = true;
    const int year = take(4);
    const int month = take(2);
    const int day = take(2);
    out.tolerated.date_only = format == "102";
    out.tolerated.no_seconds = format == "203";
    const int hour = format == "102" ? 0 : take(2);
    const int minute = format == "102" ? 0 : take(2);
    const int second = format == "204" ? take(2) : 0;
    return set(year, month, day, hour, minute, second);
  }

  constexpr error_code extended() {
    const int year = take(4);
    if (!skip('-')) return error_code::invalid_syntax;
    const int month = take(2);
    if (!skip('-')) return error_code::invalid_syntax;
    const int day = take(2);
    const bool blank = rest.starts_with(' ');
    if (!blank && !rest.starts_with('T') && !rest.starts_with('t')) {
      out.tolerated.date_only = true;
      return set(year, month, day, 0, 0, 0);
    }
    rest.remove_prefix(1);
    out.tolerated.blank_separator = blank;
    const int hour = take(2);
    if (!skip(':')) return error_code::invalid_syntax;
    const int minute = take(2);
    int second = 0;
    if (skip(':')) {
      second = take(2);
      if (const error_code e = fraction(); e != error_code::success) return e;
    } else {
      out.tolerated.no_seconds = true;
    }
    return set(year, month, day, hour, minute, second);
  }

  constexpr error_code fraction() {
    if (!skip('.') && !skip(',')) return error_code::success;
    if (digits_at(rest, 0, 1) < 0) return error_code::invalid_syntax;
    while (digits_at(rest, 0, 1) >= 0)
      rest.remove_prefix(1);
    out.tolerated.fraction_cut = true;
    return error_code::success;
  }

  // 'Z', ±hh:mm, ±hhmm or ±hh, up to 14 hours.
  constexpr error_code read_offset() {
    if (rest.empty()) return error_code::success;
    has_offset = true;
    if (skip('Z') || skip('z')) return error_code::success;
    const bool west = rest.starts_with('-');
    if (!skip('-') && !skip('+')) return error_code::invalid_syntax;
    const int hours = take(2);
    skip(':');
    const int minutes = rest.empty() ? 0 : take(2);
    if (hours < 0 || minutes < 0) return error_code::invalid_syntax;
    if (hours > 14 || minutes > 59) return error_code::out_of_range;
    offset = (west ? -1 : 1) * (hours * 3600 + minutes * 60);
    return error_code::success;
  }

  constexpr void apply_offset() {
    if (!has_offset) return;
    const local_time local = paris::to_local({out.time.seconds - offset});
    out.tolerated.offset_applied = !out.tolerated.date_only && local.is_valid();
    out.tolerated.offset_ignored = !out.tolerated.offset_applied;
    if (out.tolerated.offset_applied) out.time = local;
  }
};

}  // namespace detail

/// Reads the variants that readers must accept (messages reference, section 6, V12): date only, no seconds, fraction,
/// 'Z' or offset (converted to the clock of Paris), a space for 'T', 24:00, and the compact forms of a DateTimeString
/// whose attribute `format` is 102 (YYYYMMDD), 203 (YYYYMMDDHHMM) or 204 (YYYYMMDDHHMMSS). A text in extended form is
/// accepted whatever the format says. Errors: invalid_syntax, out_of_range. Example: "2026-10-25T01:30:00Z" → 02:30:00
/// with fold 1 and offset_applied.
constexpr result<lenient_time> parse_local_time_lenient(std::string_view text, std::string_view format = {}) {
  detail::lenient_time_parser parser;
  parser.rest = trimmed(text);
  parser.out.tolerated.surrounding_blanks = parser.rest.size() != text.size();
  const bool known_format = format == "102" || format == "203" || format == "204";
  const bool compact = known_format && !(parser.rest.size() > 4 && parser.rest[4] == '-');
  error_code e = compact ? parser.compact(format) : parser.extended();
  if (e == error_code::success) e = parser.read_offset();
  if (e == error_code::success && !parser.rest.empty()) e = error_code::invalid_syntax;
  if (e != error_code::success) return e;
  parser.apply_offset();
  return parser.out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
