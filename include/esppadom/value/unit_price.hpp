#pragma once

// Tariffs have up to six decimals.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/value/decimal.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"
#include "esppadom/value/sticky.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A price per unit (an hour, a meal) in millionths of a euro. Made by named factories only.
/// Allowed: price ± price, -price, price × integer, comparison with a price; duration × price is in exact_amount.hpp.
struct unit_price {
  std::int64_t e6 = 0;  ///< millionths of a euro

  constexpr unit_price() = default;

  /// From millionths of a euro.
  template <whole_number I>
  static constexpr unit_price from_e6(I count) {
    return unit_price(detail::sticky_from(count));
  }
  /// From whole cents.
  template <whole_number I>
  static constexpr unit_price from_cents(I count) {
    return unit_price(detail::sticky_mul(detail::sticky_from(count), 10000));
  }
  /// From whole euros.
  template <whole_number I>
  static constexpr unit_price from_euros(I count) {
    return unit_price(detail::sticky_mul(detail::sticky_from(count), 1000000));
  }
  /// The same sum as a price: exact, or invalid beyond ±9.2 thousand billion euros.
  static constexpr unit_price from_money(money sum) { return unit_price(detail::sticky_mul(sum.cents, 10000)); }
  /// From a decimal number, e.g. one read from a message; without a mode the value must fit exactly, else `inexact`.
  /// Errors: inexact, overflow. Example: 24.58 → 24 580 000.
  static constexpr result<unit_price> from_decimal(decimal value, rounding_mode mode = rounding_mode::unnecessary) {
    std::int64_t number = 0;
    if (const error_code e = rescale(value, 6, mode).get(number); e != error_code::success) return e;
    if (number == detail::sticky_invalid) return error_code::overflow;
    return unit_price(number);
  }

  /// The sticky state of an overflow: every operation on it yields it again, comparisons with it are false.
  static constexpr unit_price invalid() { return unit_price(detail::sticky_invalid); }
  [[nodiscard]] constexpr bool is_valid() const { return e6 != detail::sticky_invalid; }

  friend constexpr unit_price operator+(unit_price a, unit_price b) {
    return unit_price(detail::sticky_add(a.e6, b.e6));
  }
  friend constexpr unit_price operator-(unit_price a, unit_price b) {
    return unit_price(detail::sticky_sub(a.e6, b.e6));
  }
  friend constexpr unit_price operator-(unit_price a) { return unit_price(detail::sticky_negate(a.e6)); }
  constexpr unit_price& operator+=(unit_price other) { return *this = *this + other; }
  constexpr unit_price& operator-=(unit_price other) { return *this = *this - other; }
  template <whole_number I>
  friend constexpr unit_price operator*(unit_price a, I times) {
    return unit_price(detail::sticky_mul(a.e6, detail::sticky_from(times)));
  }
  template <whole_number I>
  friend constexpr unit_price operator*(I times, unit_price a) {
    return a * times;
  }
  friend constexpr std::partial_ordering operator<=>(unit_price a, unit_price b) {
    return detail::sticky_compare(a.e6, b.e6);
  }
  friend constexpr bool operator==(unit_price a, unit_price b) { return detail::sticky_equal(a.e6, b.e6); }
  /// The smaller and the greater of two; invalid when either is.
  friend constexpr unit_price min(unit_price a, unit_price b) { return unit_price(detail::sticky_min(a.e6, b.e6)); }
  friend constexpr unit_price max(unit_price a, unit_price b) { return unit_price(detail::sticky_max(a.e6, b.e6)); }

 private:
  explicit constexpr unit_price(std::int64_t raw) : e6(raw) {}
};

/// The price as a decimal of scale 6. The value must be valid.
constexpr decimal to_decimal(unit_price value) { return {value.e6, 6}; }

/// Appends the text of to_string.
inline void append_to(std::string& out, unit_price value) {
  if (!value.is_valid()) {
    out += "invalid";
  } else {
    detail::append_scaled(out, value.e6, 6, 2);
  }
}

/// At least two decimals, none needless: "24.58", "23.456", "25.00"; "invalid" for the invalid state.
inline std::string to_string(unit_price value) {
  std::string out;
  append_to(out, value);
  return out;
}

/// Reads an XML decimal; nothing is ever cut. Errors: invalid_syntax, out_of_range, overflow, inexact (more than 6
/// decimals that matter). Example: "24.580000" → 24.58 €.
constexpr result<unit_price> parse_unit_price(std::string_view text) {
  decimal value;
  if (const error_code e = parse_decimal(text).get(value); e != error_code::success) return e;
  return unit_price::from_decimal(value);
}

}  // namespace esppadom::inline ESPPADOM_ABI
