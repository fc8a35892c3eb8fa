#pragma once

// Written quantities and the time they mean (messages reference, section 8.2, and variant V21).

#include <string>
#include <string_view>

#include "esppadom/message/period.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

inline constexpr std::string_view hour_unit = "HUR";
inline constexpr std::string_view minute_unit = "MIN";

/// Whether a quantity counts time: hours, minutes, or no unit at all, which is read as hours (V21). `DAY`, `WEE`,
/// `MON`, `ANN` and `C62` are counted as they are and never converted.
constexpr bool is_time(const measure& value) {
  const std::string_view unit = trimmed(value.unit_code);
  return unit.empty() || unit == hour_unit || unit == minute_unit;
}

/// The time a quantity means. Hours by the rule of section 8.2 (a library rule): the nearest whole minute if it lies
/// within the precision of the writing, else the nearest whole second, else the exact fraction. Minutes are exact.
/// Errors: unsupported for a unit that is no time; overflow.
/// Examples: 1.17 HUR → 70 min; 2.925 HUR → 175 min 30 s; 90 MIN → 90 min; 3 C62 → unsupported.
constexpr result<exact_duration> time_of(const measure& value) {
  if (!is_time(value)) return error_code::unsupported;
  if (trimmed(value.unit_code) != minute_unit) {
    const exact_duration read = read_hours(value.value);
    return read.is_valid() ? result<exact_duration>(read) : result<exact_duration>(error_code::overflow);
  }
  if (value.value.scale > detail::max_scale) return error_code::invalid_value;
  const exact_duration minutes =
      exact_duration::of_ratio(int128{value.value.coefficient} * 60, detail::powers_of_ten[value.value.scale]);
  return minutes.is_valid() ? result<exact_duration>(minutes) : result<exact_duration>(error_code::overflow);
}

namespace detail {

/// Hours half-up to 10 decimals without trailing zeros, but with as many zeros as it takes to be read back as the same
/// time: 36 s are 0.010 h, because 0.01 h is read as one minute (section 8.2).
constexpr result<decimal> written_hours(const exact_duration& time) {
  constexpr unsigned decimals = 10;
  decimal hours;
  if (const error_code e = to_hours(time, decimals).get(hours); e != error_code::success) return e;
  const bool whole = time.is_whole_seconds();
  while (whole && hours.scale < decimals && read_hours(hours) != time) {
    if (checked_mul(hours.coefficient, 10, hours.coefficient)) return error_code::overflow;
    ++hours.scale;
  }
  return hours;
}

}  // namespace detail

/// The canonical writing of a time: hours (`HUR`), half-up to 10 decimals, without trailing zeros unless one is needed
/// to be read back as the same time. Errors: overflow, invalid_value. Examples: 77 min → 1.2833333333 HUR; 90 min → 1.5
/// HUR; 36 s → 0.010 HUR.
inline result<measure> measure_of(const exact_duration& time) {
  decimal hours;
  if (const error_code e = detail::written_hours(time).get(hours); e != error_code::success) return e;
  return measure{hours, std::string(hour_unit)};
}
inline result<measure> measure_of(duration time) { return measure_of(exact_duration(time)); }

/// The quantity as the canonical form writes it: hours normalised by reading and writing them, other units without
/// trailing zeros. The unit stays. Examples: 2.6527777777777777 HUR → 2.6527777778; 1.50 C62 → 1.5.
inline measure canonical(const measure& value) {
  measure out{normalised(value.value), value.unit_code};
  if (!is_time(value) || trimmed(value.unit_code) == minute_unit) return out;
  decimal hours;
  if (detail::written_hours(read_hours(value.value)).get(hours) == error_code::success) out.value = hours;
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
