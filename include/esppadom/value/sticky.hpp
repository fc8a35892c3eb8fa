#pragma once

// What money, unit prices, percentages, durations and quantities have in common: a 64-bit integer whose smallest value
// means "invalid" and sticks through every operation, so that an overflow ends as an error and never as a wrong number.

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "esppadom/value/int128.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An integer type that counts something: not bool, not a character type, not a floating-point type.
template <class T>
concept whole_number = std::integral<T> && !detail::not_a_count<T>;

namespace detail {

inline constexpr std::int64_t sticky_invalid = (std::numeric_limits<std::int64_t>::min)();

// The integer as 64 bits; invalid when it does not fit.
template <whole_number I>
constexpr std::int64_t sticky_from(I value) {
  if constexpr (std::is_unsigned_v<I> && sizeof(I) >= sizeof(std::int64_t)) {
    if (value > static_cast<I>((std::numeric_limits<std::int64_t>::max)())) return sticky_invalid;
  }
  return static_cast<std::int64_t>(value);
}

constexpr std::int64_t sticky_add(std::int64_t a, std::int64_t b) {
  std::int64_t out = 0;
  const bool overflow = checked_add(a, b, out);
  return overflow || a == sticky_invalid || b == sticky_invalid ? sticky_invalid : out;
}

constexpr std::int64_t sticky_sub(std::int64_t a, std::int64_t b) {
  std::int64_t out = 0;
  const bool overflow = checked_sub(a, b, out);
  return overflow || a == sticky_invalid || b == sticky_invalid ? sticky_invalid : out;
}

constexpr std::int64_t sticky_mul(std::int64_t a, std::int64_t b) {
  std::int64_t out = 0;
  const bool overflow = checked_mul(a, b, out);
  return overflow || a == sticky_invalid || b == sticky_invalid ? sticky_invalid : out;
}

constexpr std::int64_t sticky_negate(std::int64_t a) { return a == sticky_invalid ? a : -a; }

constexpr std::int64_t sticky_min(std::int64_t a, std::int64_t b) { return a < b ? a : b; }  // invalid is the smallest

constexpr std::int64_t sticky_max(std::int64_t a, std::int64_t b) {
  if (a == sticky_invalid || b == sticky_invalid) return sticky_invalid;
  return a < b ? b : a;
}

constexpr std::partial_ordering sticky_compare(std::int64_t a, std::int64_t b) {
  if (a == sticky_invalid || b == sticky_invalid) return std::partial_ordering::unordered;
  return a <=> b;
}

constexpr bool sticky_equal(std::int64_t a, std::int64_t b) { return a == b && a != sticky_invalid; }

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
