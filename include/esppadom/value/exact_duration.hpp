#pragma once

// A duration as an exact fraction of a second: prorated plans, proportionally reduced minutes and hours written with
// many decimals are no whole number of seconds. Also the reading and writing of hours, where such fractions come from.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/value/decimal.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/quantity.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"
#include "esppadom/value/sticky.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An exact, reduced fraction of a second: a 128-bit numerator over a positive 64-bit denominator. What would pass
/// these bounds is the sticky invalid state, as is a division by zero; comparisons with it are false.
class exact_duration {
 public:
  constexpr exact_duration() = default;
  explicit constexpr exact_duration(duration whole)
      : numerator_(whole.seconds), denominator_(whole.is_valid() ? 1 : 0) {}

  /// numerator / denominator seconds, reduced; invalid when the denominator is zero or does not fit.
  /// Example: of_ratio(19200, 31) is 19200/31 s.
  static constexpr exact_duration of_ratio(int128 numerator, int128 denominator) {
    if (denominator == 0 || numerator == int128_min || denominator == int128_min) return invalid();
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    const int128 common = gcd(numerator, denominator);
    denominator /= common;
    if (!fits_int64(denominator)) return invalid();
    return exact_duration(numerator / common, static_cast<std::int64_t>(denominator));
  }

  template <class N, class D>
  requires(detail::not_a_count<N> || detail::not_a_count<D>) static exact_duration of_ratio(N, D) = delete;

  static constexpr exact_duration invalid() { return exact_duration(0, 0); }
  [[nodiscard]] constexpr bool is_valid() const { return denominator_ != 0; }

  /// Numerator and denominator of the reduced fraction; the denominator is positive, 0 in the invalid state.
  [[nodiscard]] constexpr int128 numerator() const { return numerator_; }
  [[nodiscard]] constexpr std::int64_t denominator() const { return denominator_; }

  [[nodiscard]] constexpr bool is_whole_seconds() const { return denominator_ == 1; }

  /// The duration when it is whole seconds. Errors: inexact, overflow, invalid_value.
  [[nodiscard]] constexpr result<duration> whole_seconds() const { return round_seconds(rounding_mode::unnecessary); }

  /// Rounded to whole seconds. Errors: inexact (for `unnecessary`), overflow, invalid_value.
  [[nodiscard]] constexpr result<duration> round_seconds(rounding_mode mode) const {
    if (!is_valid()) return error_code::invalid_value;
    int128 seconds = numerator_;
    if (denominator_ != 1) {
      const error_code e = divide(numerator_, denominator_, mode).get(seconds);
      if (e != error_code::success) return e;
    }
    if (!fits_int64(seconds)) return error_code::overflow;
    const duration out = duration::of_seconds(static_cast<std::int64_t>(seconds));
    if (!out.is_valid()) return error_code::overflow;
    return out;
  }

  /// The greatest whole number of seconds not above the value (towards minus infinity); invalid stays invalid.
  [[nodiscard]] constexpr duration floor_seconds() const {
    return round_seconds(rounding_mode::floor).value_or(duration::invalid());
  }

  friend constexpr exact_duration operator+(const exact_duration& a, const exact_duration& b) {
    if (a.denominator_ == 1 && b.denominator_ == 1) {
      int128 sum = 0;
      return checked_add(a.numerator_, b.numerator_, sum) ? invalid() : exact_duration(sum, 1);
    }
    return add(a, b);
  }
  friend constexpr exact_duration operator-(const exact_duration& a) {
    return a.numerator_ == int128_min ? invalid() : exact_duration(-a.numerator_, a.denominator_);
  }
  friend constexpr exact_duration operator-(const exact_duration& a, const exact_duration& b) { return a + -b; }
  constexpr exact_duration& operator+=(const exact_duration& other) { return *this = *this + other; }
  constexpr exact_duration& operator-=(const exact_duration& other) { return *this = *this - other; }

  template <whole_number I>
  friend constexpr exact_duration operator*(const exact_duration& a, I times) {
    const std::int64_t factor = detail::sticky_from(times);
    return factor == detail::sticky_invalid ? invalid() : scaled(a, factor, 1);
  }
  template <whole_number I>
  friend constexpr exact_duration operator*(I times, const exact_duration& a) {
    return a * times;
  }

  /// value × numerator / denominator, exact. Invalid when the denominator is zero or the result does not fit.
  /// Example: 3600 s × 16/93 = 19200/31 s.
  friend constexpr exact_duration scaled(const exact_duration& value, std::int64_t numerator,
                                         std::int64_t denominator) {
    if (!value.is_valid() || denominator == 0) return invalid();
    const exact_duration factor = of_ratio(numerator, denominator);
    const exact_duration left = of_ratio(value.numerator_, factor.denominator_);
    const exact_duration right = of_ratio(factor.numerator_, value.denominator_);
    int128 top = 0;
    std::int64_t bottom = 0;
    if (!factor.is_valid() || !left.is_valid() || !right.is_valid() ||
        checked_mul(left.numerator_, right.numerator_, top) ||
        checked_mul(left.denominator_, right.denominator_, bottom)) {
      return invalid();
    }
    return exact_duration(top, bottom);
  }

  template <class N, class D>
  requires(detail::not_a_count<N> || detail::not_a_count<D>) friend exact_duration
      scaled(const exact_duration&, N, D) = delete;

  friend constexpr std::partial_ordering operator<=>(const exact_duration& a, const exact_duration& b) {
    if (!a.is_valid() || !b.is_valid()) return std::partial_ordering::unordered;
    if (a.denominator_ == b.denominator_) return order(a.numerator_, b.numerator_);
    // Whole seconds first; the rests lie below the denominators, so that their cross products fit.
    const detail::floor_division left = detail::divide_floor(a.numerator_, a.denominator_);
    const detail::floor_division right = detail::divide_floor(b.numerator_, b.denominator_);
    if (left.quotient != right.quotient) return order(left.quotient, right.quotient);
    return order(left.remainder * b.denominator_, right.remainder * a.denominator_);
  }
  friend constexpr bool operator==(const exact_duration& a, const exact_duration& b) {
    return a.is_valid() && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  }

  /// The smaller and the greater of two; invalid when either is.
  friend constexpr exact_duration min(const exact_duration& a, const exact_duration& b) {
    if (!a.is_valid() || !b.is_valid()) return invalid();
    return b < a ? b : a;
  }
  friend constexpr exact_duration max(const exact_duration& a, const exact_duration& b) {
    if (!a.is_valid() || !b.is_valid()) return invalid();
    return a < b ? b : a;
  }

 private:
  constexpr exact_duration(int128 numerator, std::int64_t denominator)
      : numerator_(numerator), denominator_(denominator) {}

  static constexpr std::partial_ordering order(int128 a, int128 b) {
    return a < b    ? std::partial_ordering::less
           : a == b ? std::partial_ordering::equivalent
                    : std::partial_ordering::greater;
  }

  static constexpr exact_duration add(const exact_duration& a, const exact_duration& b) {
    if (!a.is_valid() || !b.is_valid()) return invalid();
    const std::int64_t common = gcd(a.denominator_, b.denominator_);
    int128 left = 0;
    int128 right = 0;
    int128 sum = 0;
    if (checked_mul(a.numerator_, int128{b.denominator_ / common}, left) ||
        checked_mul(b.numerator_, int128{a.denominator_ / common}, right) || checked_add(left, right, sum)) {
      return invalid();
    }
    return of_ratio(sum, int128{a.denominator_ / common} * b.denominator_);
  }

  int128 numerator_ = 0;
  std::int64_t denominator_ = 1;
};

/// Reduced fraction of a second: "19200/31", or "3600" when whole; "invalid" for the invalid state.
inline std::string to_string(const exact_duration& value) {
  if (!value.is_valid()) return "invalid";
  std::string out = to_string(value.numerator());
  if (value.denominator() != 1) out += "/" + to_string(int128{value.denominator()});
  return out;
}

/// Reads what to_string writes: "3600" or "19200/31". Errors: invalid_syntax, out_of_range, division_by_zero.
constexpr result<exact_duration> parse_exact_duration(std::string_view text) {
  const std::size_t slash = text.find('/');
  decimal top;
  decimal bottom{1, 0};
  if (const error_code e = parse_decimal(text.substr(0, slash)).get(top); e != error_code::success) return e;
  if (slash != std::string_view::npos) {
    if (const error_code e = parse_decimal(text.substr(slash + 1)).get(bottom); e != error_code::success) return e;
  }
  if (top.scale != 0 || bottom.scale != 0) return error_code::invalid_syntax;
  if (bottom.coefficient == 0) return error_code::division_by_zero;
  return exact_duration::of_ratio(top.coefficient, bottom.coefficient);
}

/// The exact time of a number of hours: 1.17 h = 4212 s. The number must be a valid decimal (scale 0 to 18).
constexpr exact_duration exact_hours(decimal hours) {
  if (hours.scale > detail::max_scale) return exact_duration::invalid();
  return exact_duration::of_ratio(int128{hours.coefficient} * 3600, detail::powers_of_ten[hours.scale]);
}

/// The exact time of a quantity of hours: 1.17 h = 4212 s.
constexpr exact_duration exact_hours(quantity hours) {
  return hours.is_valid() ? exact_hours(to_decimal(hours)) : exact_duration::invalid();
}

/// Reads written hours (messages reference, section 8.2; a library rule). With the tolerance max(60 × one unit of the
/// last written decimal, 1e-9) minutes: the nearest whole minute if it is within, else the nearest whole second if it
/// is within, else the exact fraction. Examples: 1.17 → 70 min; 0.8333333333333334 → 50 min; 1.255 → 75 min 18
/// s; 1.1611111111 → 69 min 40 s.
constexpr exact_duration read_hours(decimal hours) {
  if (hours.scale > detail::max_scale) return exact_duration::invalid();
  const int128 power = detail::powers_of_ten[hours.scale];
  constexpr int128 billion = 1'000'000'000;
  const int128 minutes = divide(int128{hours.coefficient} * 60, power, rounding_mode::half_up).value_or(0);
  int128 gap = int128{hours.coefficient} * 60 - minutes * power;  // minutes × 10^scale
  if (gap < 0) gap = -gap;
  if (gap <= 60 || gap * billion <= power) return exact_duration::of_ratio(minutes * 60, 1);
  const int128 seconds = divide(int128{hours.coefficient} * 3600, power, rounding_mode::half_up).value_or(0);
  gap = int128{hours.coefficient} * 3600 - seconds * power;  // seconds × 10^scale
  if (gap < 0) gap = -gap;
  if (gap <= 3600 || gap * billion <= power * 60) return exact_duration::of_ratio(seconds, 1);
  return exact_hours(hours);
}

/// A duration as hours rounded to that many decimals (0 to 18), trailing zeros removed; messages write 10 decimals,
/// half up (messages reference, section 8.2). Errors: overflow, invalid_value, inexact (for `unnecessary`). Example: 77
/// min → 1.2833333333.
constexpr result<decimal> to_hours(const exact_duration& value, unsigned decimals = 10,
                                   rounding_mode mode = rounding_mode::half_up) {
  if (!value.is_valid() || decimals > detail::max_scale) return error_code::invalid_value;
  int128 top = 0;
  int128 hours = 0;
  if (checked_mul(value.numerator(), int128{detail::powers_of_ten[decimals]}, top)) return error_code::overflow;
  const error_code e = divide(top, int128{value.denominator()} * 3600, mode).get(hours);
  if (e != error_code::success) return e;
  if (!fits_int64(hours)) return error_code::overflow;
  return normalised(decimal{static_cast<std::int64_t>(hours), static_cast<std::uint8_t>(decimals)});
}
constexpr result<decimal> to_hours(duration value, unsigned decimals = 10,
                                   rounding_mode mode = rounding_mode::half_up) {
  return to_hours(exact_duration(value), decimals, mode);
}

/// Hours as messages write them (messages reference, section 8.2): half up to 10 decimals, without trailing zeros,
/// except for those that read_hours needs to find the same time again: 70 min 12 s is 1.170, because 1.17 is read as 70
/// min (a library rule). Errors: overflow, invalid_value. Example: 77 min → 1.2833333333.
constexpr result<decimal> write_hours(const exact_duration& value) {
  decimal hours;
  if (const error_code e = to_hours(value).get(hours); e != error_code::success) return e;
  for (decimal longer = hours; longer.scale < 10; ++longer.scale) {
    if (read_hours(longer) == value) return longer;
    if (checked_mul(longer.coefficient, 10, longer.coefficient)) break;
  }
  return hours;
}
constexpr result<decimal> write_hours(duration value) { return write_hours(exact_duration(value)); }

}  // namespace esppadom::inline ESPPADOM_ABI
