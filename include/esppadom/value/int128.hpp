#pragma once

// 128-bit integers and checked arithmetic: the ground on which amounts and durations stay exact.
//
// GCC and Clang have a native type; elsewhere (or with ESPPADOM_NO_NATIVE_INT128 defined) Boost.Multiprecision serves,
// with the same range. Code above this header uses only `int128`, `uint128` and the functions below.

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

#include "esppadom/version.hpp"

#if defined(__SIZEOF_INT128__) && !defined(ESPPADOM_NO_NATIVE_INT128)
#define ESPPADOM_NATIVE_INT128 1
#else
#define ESPPADOM_NATIVE_INT128 0
#include <boost/multiprecision/cpp_int.hpp>
#endif

namespace esppadom::inline ESPPADOM_ABI {

#if ESPPADOM_NATIVE_INT128
__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;
#else
using int128 = boost::multiprecision::int128_t;
using uint128 = boost::multiprecision::uint128_t;
#endif

/// Largest and smallest value the library lets an `int128` take: ±2^127, whatever the type beneath can hold.
inline constexpr int128 int128_max = (int128{1} << 126) - 1 + (int128{1} << 126);
inline constexpr int128 int128_min = -int128_max - 1;

/// `out = a + b`; returns true on overflow, and `out` is then meaningless.
constexpr bool checked_add(std::int64_t a, std::int64_t b, std::int64_t& out) {
#if defined(__GNUC__) || defined(__clang__)
  return __builtin_add_overflow(a, b, &out);
#else
  out = static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
  return ((a ^ out) & (b ^ out)) < 0;
#endif
}

/// `out = a - b`; returns true on overflow, and `out` is then meaningless.
constexpr bool checked_sub(std::int64_t a, std::int64_t b, std::int64_t& out) {
#if defined(__GNUC__) || defined(__clang__)
  return __builtin_sub_overflow(a, b, &out);
#else
  out = static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
  return ((a ^ b) & (a ^ out)) < 0;
#endif
}

/// `out = a * b`; returns true on overflow, and `out` is then meaningless.
constexpr bool checked_mul(std::int64_t a, std::int64_t b, std::int64_t& out) {
#if defined(__GNUC__) || defined(__clang__)
  return __builtin_mul_overflow(a, b, &out);
#else
  constexpr auto lowest = (std::numeric_limits<std::int64_t>::min)();
  out = static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
  if (a == 0 || b == 0) return false;
  if ((a == -1 && b == lowest) || (b == -1 && a == lowest)) return true;
  return out / b != a;
#endif
}

/// `out = a + b`; returns true on overflow, and `out` is then meaningless.
constexpr bool checked_add(int128 a, int128 b, int128& out) {
#if ESPPADOM_NATIVE_INT128
  return __builtin_add_overflow(a, b, &out);
#else
  if (a == int128_min && b == int128_min) return true;  // the one sum that does not fit Boost's 128 bits and sign
  out = a + b;
  return out > int128_max || out < int128_min;
#endif
}

/// `out = a - b`; returns true on overflow, and `out` is then meaningless.
constexpr bool checked_sub(int128 a, int128 b, int128& out) {
#if ESPPADOM_NATIVE_INT128
  return __builtin_sub_overflow(a, b, &out);
#else
  out = a - b;
  return out > int128_max || out < int128_min;
#endif
}

/// `out = a * b`; returns true on overflow, and `out` is then meaningless.
constexpr bool checked_mul(int128 a, int128 b, int128& out) {
#if ESPPADOM_NATIVE_INT128
  return __builtin_mul_overflow(a, b, &out);
#else
  if (a == 0 || b == 0) {
    out = 0;
    return false;
  }
  const int128 magnitude_a = a < 0 ? int128(-a) : a;
  const int128 magnitude_b = b < 0 ? int128(-b) : b;
  const bool negative = (a < 0) != (b < 0);
  const int128 limit = negative ? int128(int128_max + 1) : int128_max;
  if (magnitude_a > limit / magnitude_b) return true;
  out = a * b;
  return false;
#endif
}

/// True when the value can be held by a 64-bit integer.
constexpr bool fits_int64(int128 value) {
  return value >= (std::numeric_limits<std::int64_t>::min)() && value <= (std::numeric_limits<std::int64_t>::max)();
}

/// Greatest common divisor, never negative; gcd(0, 0) = 0. The arguments must lie above the smallest value of their
/// type. Example: gcd(36, -24) = 12.
constexpr std::int64_t gcd(std::int64_t a, std::int64_t b) {
  while (b != 0) {
    const std::int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

/// Greatest common divisor of wide integers; it falls back to 64 bits as soon as both sides fit.
constexpr int128 gcd(int128 a, int128 b) {
  while (b != 0) {
    if (fits_int64(a) && fits_int64(b)) {
      const auto narrow_a = static_cast<std::int64_t>(a);
      const auto narrow_b = static_cast<std::int64_t>(b);
      constexpr auto lowest = (std::numeric_limits<std::int64_t>::min)();
      if (narrow_a != lowest && narrow_b != lowest) return gcd(narrow_a, narrow_b);
    }
    const int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? int128(-a) : a;
}

/// The integer in decimal, with a leading '-' when negative.
inline std::string to_string(int128 value) {
  std::string digits;
  const bool negative = value < 0;
  do {
    const int digit = static_cast<int>(value % 10);
    digits.insert(digits.begin(), static_cast<char>('0' + (digit < 0 ? -digit : digit)));
    value /= 10;
  } while (value != 0);
  if (negative) digits.insert(digits.begin(), '-');
  return digits;
}

namespace detail {

template <class T, class... Others>
inline constexpr bool is_any_of = (std::is_same_v<T, Others> || ...);

// What converts to an integer in silence although it counts nothing: fractions, truth values, characters. Functions
// that take an int128 have a deleted overload for these.
template <class T>
concept not_a_count = std::is_floating_point_v<std::remove_cvref_t<T>> || is_any_of < std::remove_cvref_t<T>,
bool, char, wchar_t, char8_t, char16_t, char32_t > ;

struct floor_division {
  int128 quotient;
  int128 remainder;  // 0 <= remainder < divisor
};

// Rounds towards minus infinity; the divisor must be positive.
constexpr floor_division divide_floor(int128 dividend, int128 divisor) {
  int128 quotient = dividend / divisor;
  int128 remainder = dividend - quotient * divisor;
  if (remainder < 0) {
    remainder += divisor;
    quotient -= 1;
  }
  return {quotient, remainder};
}

struct scaled_floor {
  int128 quotient = 0;
  bool divides = true;
  bool overflow = false;
};

// floor(factor * multiplier / divisor) for 0 <= factor < divisor and multiplier >= 0, one bit of the multiplier at a
// time, so that no product is ever formed. Only for operands so wide that their product passes 127 bits.
constexpr scaled_floor scale_below_divisor_bitwise(int128 factor, int128 multiplier, int128 divisor) {
  int128 quotient = 0;
  int128 rest = 0;
  for (int bit = 126; bit >= 0; --bit) {
    if (checked_add(quotient, quotient, quotient)) return {0, true, true};
    if (rest >= divisor - rest) {
      rest -= divisor - rest;
      quotient += 1;
    } else {
      rest += rest;
    }
    if (((multiplier >> bit) & 1) == 0) continue;
    if (rest >= divisor - factor) {
      rest -= divisor - factor;
      quotient += 1;
    } else {
      rest += factor;
    }
  }
  return {quotient, rest == 0, false};
}

// floor(value * multiplier / divisor), exact whatever the width of the product; the divisor must be positive.
constexpr scaled_floor scale_floor(int128 value, int128 multiplier, int128 divisor) {
  int128 product = 0;
  if (!checked_mul(value, multiplier, product)) {
    const floor_division simple = divide_floor(product, divisor);
    return {simple.quotient, simple.remainder == 0, false};
  }
  if (multiplier < 0) {
    if (value == int128_min || multiplier == int128_min) return {0, true, true};
    value = -value;
    multiplier = -multiplier;
  }
  const floor_division parts = divide_floor(value, divisor);
  int128 whole = 0;
  if (checked_mul(parts.quotient, multiplier, whole)) return {0, true, true};
  scaled_floor rest;
  if (!checked_mul(parts.remainder, multiplier, product)) {
    const floor_division simple = divide_floor(product, divisor);
    rest = {simple.quotient, simple.remainder == 0, false};
  } else {
    rest = scale_below_divisor_bitwise(parts.remainder, multiplier, divisor);
  }
  int128 total = 0;
  if (rest.overflow || checked_add(whole, rest.quotient, total)) return {0, true, true};
  return {total, rest.divides, false};
}

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
