#pragma once

// Money is whole cents. What lies between cents is an exact_amount until a named rounding.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/value/decimal.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"
#include "esppadom/value/sticky.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A sum in whole euro cents, ±92 233 720 368 547 758.07 €. Made by named factories only.
/// Allowed: money ± money, -money, money × integer, comparison with money. Anything else does not compile.
struct money {
  std::int64_t cents = 0;  ///< whole euro cents

  constexpr money() = default;

  /// The sum of that many cents.
  template <whole_number I>
  static constexpr money from_cents(I count) {
    return money(detail::sticky_from(count));
  }
  /// The sum of that many whole euros.
  template <whole_number I>
  static constexpr money from_euros(I count) {
    return money(detail::sticky_mul(detail::sticky_from(count), 100));
  }
  /// From a decimal number, e.g. one read from a message; without a mode the value must fit exactly, else `inexact`.
  /// Errors: inexact, overflow. Example: 21.23 → 2123 cents; 21.234 → inexact.
  static constexpr result<money> from_decimal(decimal value, rounding_mode mode = rounding_mode::unnecessary) {
    std::int64_t number = 0;
    if (const error_code e = rescale(value, 2, mode).get(number); e != error_code::success) return e;
    if (number == detail::sticky_invalid) return error_code::overflow;
    return money(number);
  }

  /// The sticky state of an overflow: every operation on it yields it again, comparisons with it are false.
  static constexpr money invalid() { return money(detail::sticky_invalid); }
  [[nodiscard]] constexpr bool is_valid() const { return cents != detail::sticky_invalid; }

  friend constexpr money operator+(money a, money b) { return money(detail::sticky_add(a.cents, b.cents)); }
  friend constexpr money operator-(money a, money b) { return money(detail::sticky_sub(a.cents, b.cents)); }
  friend constexpr money operator-(money a) { return money(detail::sticky_negate(a.cents)); }
  constexpr money& operator+=(money other) { return *this = *this + other; }
  constexpr money& operator-=(money other) { return *this = *this - other; }
  template <whole_number I>
  friend constexpr money operator*(money a, I times) {
    return money(detail::sticky_mul(a.cents, detail::sticky_from(times)));
  }
  template <whole_number I>
  friend constexpr money operator*(I times, money a) {
    return a * times;
  }
  friend constexpr std::partial_ordering operator<=>(money a, money b) {
    return detail::sticky_compare(a.cents, b.cents);
  }
  friend constexpr bool operator==(money a, money b) { return detail::sticky_equal(a.cents, b.cents); }
  /// The smaller and the greater of two; invalid when either is.
  friend constexpr money min(money a, money b) { return money(detail::sticky_min(a.cents, b.cents)); }
  friend constexpr money max(money a, money b) { return money(detail::sticky_max(a.cents, b.cents)); }

 private:
  explicit constexpr money(std::int64_t raw) : cents(raw) {}
};

/// The sum as a decimal of scale 2. The value must be valid.
constexpr decimal to_decimal(money value) { return {value.cents, 2}; }

/// Appends the text of to_string.
inline void append_to(std::string& out, money value) {
  if (!value.is_valid()) {
    out += "invalid";
  } else {
    detail::append_scaled(out, value.cents, 2, 2);
  }
}

/// Always two decimals: "21.23", "-0.05"; "invalid" for the invalid state.
inline std::string to_string(money value) {
  std::string out;
  append_to(out, value);
  return out;
}

/// Reads an XML decimal; nothing is ever cut. Errors: invalid_syntax, out_of_range, overflow, inexact (more than 2
/// decimals that matter). Example: "21.2" → 21.20 €; "21.234" → inexact.
constexpr result<money> parse_money(std::string_view text) {
  decimal value;
  if (const error_code e = parse_decimal(text).get(value); e != error_code::success) return e;
  return money::from_decimal(value);
}

}  // namespace esppadom::inline ESPPADOM_ABI
