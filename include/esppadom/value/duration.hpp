#pragma once

// Measured and billed time is whole seconds; hours and minutes are renderings.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/value/decimal.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"
#include "esppadom/value/sticky.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A length of time in whole seconds. Made by named factories only.
/// Allowed: duration ± duration, -duration, duration × integer, comparison with a duration. Fractions of a second are
/// an exact_duration.
struct duration {
  std::int64_t seconds = 0;  ///< whole seconds

  constexpr duration() = default;

  /// That many seconds.
  template <whole_number I>
  static constexpr duration of_seconds(I count) {
    return duration(detail::sticky_from(count));
  }
  /// That many minutes.
  template <whole_number I>
  static constexpr duration of_minutes(I count) {
    return duration(detail::sticky_mul(detail::sticky_from(count), 60));
  }
  /// That many hours.
  template <whole_number I>
  static constexpr duration of_hours(I count) {
    return duration(detail::sticky_mul(detail::sticky_from(count), 3600));
  }

  /// The sticky state of an overflow: every operation on it yields it again, comparisons with it are false.
  static constexpr duration invalid() { return duration(detail::sticky_invalid); }
  [[nodiscard]] constexpr bool is_valid() const { return seconds != detail::sticky_invalid; }

  friend constexpr duration operator+(duration a, duration b) {
    return duration(detail::sticky_add(a.seconds, b.seconds));
  }
  friend constexpr duration operator-(duration a, duration b) {
    return duration(detail::sticky_sub(a.seconds, b.seconds));
  }
  friend constexpr duration operator-(duration a) { return duration(detail::sticky_negate(a.seconds)); }
  constexpr duration& operator+=(duration other) { return *this = *this + other; }
  constexpr duration& operator-=(duration other) { return *this = *this - other; }
  template <whole_number I>
  friend constexpr duration operator*(duration a, I times) {
    return duration(detail::sticky_mul(a.seconds, detail::sticky_from(times)));
  }
  template <whole_number I>
  friend constexpr duration operator*(I times, duration a) {
    return a * times;
  }
  friend constexpr std::partial_ordering operator<=>(duration a, duration b) {
    return detail::sticky_compare(a.seconds, b.seconds);
  }
  friend constexpr bool operator==(duration a, duration b) { return detail::sticky_equal(a.seconds, b.seconds); }
  /// The smaller and the greater of two; invalid when either is.
  friend constexpr duration min(duration a, duration b) { return duration(detail::sticky_min(a.seconds, b.seconds)); }
  friend constexpr duration max(duration a, duration b) { return duration(detail::sticky_max(a.seconds, b.seconds)); }

 private:
  explicit constexpr duration(std::int64_t raw) : seconds(raw) {}
};

/// Appends the text of to_string.
inline void append_to(std::string& out, duration value) {
  if (!value.is_valid()) {
    out += "invalid";
  } else {
    detail::append_scaled(out, value.seconds, 0, 0);
  }
}

/// The number of seconds, e.g. "4620"; "invalid" for the invalid state.
inline std::string to_string(duration value) {
  std::string out;
  append_to(out, value);
  return out;
}

/// Minutes for readers: "77 min", "75 min 18 s", "-30 s", "0 min"; "invalid" for the invalid state.
inline std::string to_minutes_string(duration value) {
  if (!value.is_valid()) return "invalid";
  const std::int64_t magnitude = value.seconds < 0 ? -value.seconds : value.seconds;
  std::string out = value.seconds < 0 ? "-" : "";
  const bool has_minutes = magnitude >= 60 || magnitude == 0;
  if (has_minutes) {
    detail::append_scaled(out, magnitude / 60, 0, 0);
    out += " min";
  }
  if (magnitude % 60 != 0) {
    if (has_minutes) out += ' ';
    detail::append_scaled(out, magnitude % 60, 0, 0);
    out += " s";
  }
  return out;
}

/// Reads a whole number of seconds. Errors: invalid_syntax, out_of_range, inexact. Example: "4620" → 77 min.
constexpr result<duration> parse_duration(std::string_view text) {
  decimal value;
  if (const error_code e = parse_decimal(text).get(value); e != error_code::success) return e;
  std::int64_t seconds = 0;
  if (const error_code e = rescale(value, 0, rounding_mode::unnecessary).get(seconds); e != error_code::success)
    return e;
  return duration::of_seconds(seconds);
}

}  // namespace esppadom::inline ESPPADOM_ABI
