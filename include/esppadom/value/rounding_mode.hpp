#pragma once

// Rounding is always named. The names and their meaning are those of Java's RoundingMode.

#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What to do with the part that does not fit.
enum class rounding_mode {
  up,           ///< away from zero
  down,         ///< towards zero
  ceiling,      ///< towards plus infinity
  floor,        ///< towards minus infinity
  half_up,      ///< nearest; a tie goes away from zero
  half_down,    ///< nearest; a tie goes towards zero
  half_even,    ///< nearest; a tie goes to the even neighbour
  unnecessary,  ///< the value must be exact, else it is an error
};

template <>
struct enum_names<rounding_mode> {
  static constexpr enum_name<rounding_mode> items[] = {
      {rounding_mode::up, "up"},
      {rounding_mode::down, "down"},
      {rounding_mode::ceiling, "ceiling"},
      {rounding_mode::floor, "floor"},
      {rounding_mode::half_up, "half_up"},
      {rounding_mode::half_down, "half_down"},
      {rounding_mode::half_even, "half_even"},
      {rounding_mode::unnecessary, "unnecessary"},
  };
};

namespace detail {

// Whether a value that lies strictly between the integers `below` and `below + 1` goes to the upper one.
// `half` is -1, 0 or +1: under, on, over the middle. `unnecessary` must have been dealt with.
constexpr bool rounds_up(int128 below, int half, rounding_mode mode) {
  // Without short circuits: which side of the middle a value lies on cannot be predicted.
  const bool positive = below >= 0;
  const bool over = half > 0;
  const bool tie = half == 0;
  switch (mode) {
    case rounding_mode::up:
      return positive;
    case rounding_mode::down:
      return !positive;
    case rounding_mode::ceiling:
      return true;
    case rounding_mode::floor:
      return false;
    case rounding_mode::half_up:
      return over | (tie & positive);
    case rounding_mode::half_down:
      return over | (tie & !positive);
    case rounding_mode::half_even:
      return over | (tie & (below % 2 != 0));
    case rounding_mode::unnecessary:
      break;
  }
  return false;
}

}  // namespace detail

/// The integer nearest to dividend / divisor in the sense of the mode.
/// Errors: division_by_zero; inexact for `unnecessary` when there is a remainder; overflow for -2^127 / -1.
/// Example: divide(-5, 2, rounding_mode::half_up) = -3.
constexpr result<int128> divide(int128 dividend, int128 divisor, rounding_mode mode) {
  if (divisor == 0) return error_code::division_by_zero;
  if (divisor < 0) {
    if (dividend == int128_min || divisor == int128_min) return error_code::overflow;
    dividend = -dividend;
    divisor = -divisor;
  }
  const detail::floor_division parts = detail::divide_floor(dividend, divisor);
  if (parts.remainder == 0) return parts.quotient;
  if (mode == rounding_mode::unnecessary) return error_code::inexact;
  const int128 missing = divisor - parts.remainder;
  const int half = parts.remainder < missing ? -1 : (parts.remainder == missing ? 0 : 1);
  return int128(parts.quotient + static_cast<int>(detail::rounds_up(parts.quotient, half, mode)));
}

template <class N, class D>
requires(detail::not_a_count<N> || detail::not_a_count<D>) result<int128> divide(N, D, rounding_mode)
= delete;

}  // namespace esppadom::inline ESPPADOM_ABI
