#pragma once

// Exact fractions of 128-bit integers: for formulas that divide by data, such as the national scale of APA, before the
// one rounding at the end.

#include <compare>
#include <cstdint>
#include <string>

#include "esppadom/value/decimal.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An exact, reduced fraction. What would pass 127 bits, and a division by zero, is the sticky invalid state: every
/// operation on it yields it again, comparisons with it are false.
class fraction {
 public:
  constexpr fraction() = default;
  explicit constexpr fraction(std::int64_t whole) : numerator_(whole) {}
  explicit constexpr fraction(const decimal& value)
      : fraction(of(value.coefficient, detail::powers_of_ten[value.scale])) {}

  /// numerator / denominator, reduced; invalid when the denominator is zero. Example: of(6, -4) is -3/2.
  static constexpr fraction of(int128 numerator, int128 denominator) {
    if (denominator == 0 || numerator == int128_min || denominator == int128_min) return invalid();
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    const int128 common = gcd(numerator, denominator);
    return {numerator / common, denominator / common};
  }
  template <class N, class D>
  requires(detail::not_a_count<N> || detail::not_a_count<D>) static fraction of(N, D) = delete;

  static constexpr fraction invalid() { return {0, 0}; }
  [[nodiscard]] constexpr bool is_valid() const { return denominator_ != 0; }

  /// Numerator and denominator of the reduced fraction; the denominator is positive, 0 in the invalid state.
  [[nodiscard]] constexpr int128 numerator() const { return numerator_; }
  [[nodiscard]] constexpr int128 denominator() const { return denominator_; }

  friend constexpr fraction operator+(const fraction& a, const fraction& b) {
    if (!a.is_valid() || !b.is_valid()) return invalid();
    const int128 common = gcd(a.denominator_, b.denominator_);
    const int128 of_a = b.denominator_ / common;
    const int128 of_b = a.denominator_ / common;
    int128 left = 0;
    int128 right = 0;
    int128 sum = 0;
    int128 below = 0;
    const bool overflow = checked_mul(a.numerator_, of_a, left) || checked_mul(b.numerator_, of_b, right) ||
                          checked_add(left, right, sum) || checked_mul(a.denominator_, of_a, below);
    return overflow ? invalid() : of(sum, below);
  }
  friend constexpr fraction operator-(const fraction& a) { return {-a.numerator_, a.denominator_}; }
  friend constexpr fraction operator-(const fraction& a, const fraction& b) { return a + -b; }
  friend constexpr fraction operator*(const fraction& a, const fraction& b) {
    if (!a.is_valid() || !b.is_valid()) return invalid();
    const int128 across = gcd(a.numerator_, b.denominator_);
    const int128 back = gcd(b.numerator_, a.denominator_);
    int128 above = 0;
    int128 below = 0;
    const bool overflow = checked_mul(a.numerator_ / across, b.numerator_ / back, above) ||
                          checked_mul(a.denominator_ / back, b.denominator_ / across, below);
    return overflow ? invalid() : of(above, below);
  }
  friend constexpr fraction operator/(const fraction& a, const fraction& b) {
    return a * of(b.denominator_, b.numerator_);
  }
  constexpr fraction& operator+=(const fraction& other) { return *this = *this + other; }

  friend constexpr std::partial_ordering operator<=>(const fraction& a, const fraction& b) {
    if (!a.is_valid() || !b.is_valid()) return std::partial_ordering::unordered;
    // Continued fractions: no product is formed, so that any two fractions can be compared.
    fraction left = a;
    fraction right = b;
    for (bool upright = true;; upright = !upright) {
      const auto whole_left = detail::divide_floor(left.numerator_, left.denominator_);
      const auto whole_right = detail::divide_floor(right.numerator_, right.denominator_);
      auto order = std::partial_ordering::equivalent;
      if (whole_left.quotient != whole_right.quotient) {
        order =
            whole_left.quotient < whole_right.quotient ? std::partial_ordering::less : std::partial_ordering::greater;
      } else if (whole_left.remainder == 0 || whole_right.remainder == 0) {
        if (whole_left.remainder != 0) order = std::partial_ordering::greater;
        if (whole_right.remainder != 0) order = std::partial_ordering::less;
      } else {
        left = {left.denominator_, whole_left.remainder};
        right = {right.denominator_, whole_right.remainder};
        continue;
      }
      return upright ? order : 0 <=> order;
    }
  }
  friend constexpr bool operator==(const fraction& a, const fraction& b) {
    return a.is_valid() && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  }
  friend constexpr fraction min(const fraction& a, const fraction& b) {
    if (!a.is_valid() || !b.is_valid()) return invalid();
    return b < a ? b : a;
  }
  friend constexpr fraction max(const fraction& a, const fraction& b) {
    if (!a.is_valid() || !b.is_valid()) return invalid();
    return a < b ? b : a;
  }

 private:
  constexpr fraction(int128 numerator, int128 denominator) : numerator_(numerator), denominator_(denominator) {}

  int128 numerator_ = 0;
  int128 denominator_ = 1;
};

/// The fraction as a decimal of that many places, 0 to 18.
/// Errors: out_of_range (places), overflow, inexact (mode `unnecessary`), invalid_value.
/// Example: round(fraction::of(2, 3), 4, rounding_mode::half_up) = 0.6667.
constexpr result<decimal> round(const fraction& value, unsigned places, rounding_mode mode) {
  if (!value.is_valid()) return error_code::invalid_value;
  if (places > 18) return error_code::out_of_range;
  // The whole part apart, so that only the rest is scaled.
  const int128 power = detail::powers_of_ten[places];
  const auto whole = detail::divide_floor(value.numerator(), value.denominator());
  int128 out = 0;
  int128 rest = 0;
  if (checked_mul(whole.quotient, power, out) || checked_mul(whole.remainder, power, rest)) return error_code::overflow;
  const auto places_of_rest = detail::divide_floor(rest, value.denominator());
  if (checked_add(out, places_of_rest.quotient, out)) return error_code::overflow;
  if (places_of_rest.remainder != 0) {
    if (mode == rounding_mode::unnecessary) return error_code::inexact;
    const int128 missing = value.denominator() - places_of_rest.remainder;
    const int half = places_of_rest.remainder < missing ? -1 : (places_of_rest.remainder == missing ? 0 : 1);
    out += static_cast<int>(detail::rounds_up(out, half, mode));
  }
  if (!fits_int64(out)) return error_code::overflow;
  return decimal{static_cast<std::int64_t>(out), static_cast<std::uint8_t>(places)};
}

/// "3/4", "-5"; "invalid" for the invalid state.
inline std::string to_string(const fraction& value) {
  if (!value.is_valid()) return "invalid";
  std::string out = to_string(value.numerator());
  if (value.denominator() != 1) out += "/" + to_string(value.denominator());
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
