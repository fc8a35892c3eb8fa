#pragma once

// Quantities of what is not time, and written hours.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/value/decimal.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"
#include "esppadom/value/sticky.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A quantity in ten-thousandths of a unit: meals, days, lump sums, or hours as a rendering of a duration. Made by
/// named factories only. Time is never computed with quantities: durations are the truth, hours a way to write them.
struct quantity {
  std::int64_t e4 = 0;  ///< ten-thousandths of a unit

  constexpr quantity() = default;

  /// From ten-thousandths of a unit.
  template <whole_number I>
  static constexpr quantity from_e4(I count) {
    return quantity(detail::sticky_from(count));
  }
  /// From whole units.
  template <whole_number I>
  static constexpr quantity from_units(I count) {
    return quantity(detail::sticky_mul(detail::sticky_from(count), 10000));
  }
  /// From a decimal number, e.g. one read from a message; without a mode the value must fit exactly, else `inexact`.
  /// Errors: inexact, overflow. Example: 1.17 → 11 700.
  static constexpr result<quantity> from_decimal(decimal value, rounding_mode mode = rounding_mode::unnecessary) {
    std::int64_t number = 0;
    if (const error_code e = rescale(value, 4, mode).get(number); e != error_code::success) return e;
    if (number == detail::sticky_invalid) return error_code::overflow;
    return quantity(number);
  }

  /// The sticky state of an overflow: every operation on it yields it again, comparisons with it are false.
  static constexpr quantity invalid() { return quantity(detail::sticky_invalid); }
  [[nodiscard]] constexpr bool is_valid() const { return e4 != detail::sticky_invalid; }

  friend constexpr quantity operator+(quantity a, quantity b) { return quantity(detail::sticky_add(a.e4, b.e4)); }
  friend constexpr quantity operator-(quantity a, quantity b) { return quantity(detail::sticky_sub(a.e4, b.e4)); }
  friend constexpr quantity operator-(quantity a) { return quantity(detail::sticky_negate(a.e4)); }
  constexpr quantity& operator+=(quantity other) { return *this = *this + other; }
  constexpr quantity& operator-=(quantity other) { return *this = *this - other; }
  template <whole_number I>
  friend constexpr quantity operator*(quantity a, I times) {
    return quantity(detail::sticky_mul(a.e4, detail::sticky_from(times)));
  }
  template <whole_number I>
  friend constexpr quantity operator*(I times, quantity a) {
    return a * times;
  }
  friend constexpr std::partial_ordering operator<=>(quantity a, quantity b) {
    return detail::sticky_compare(a.e4, b.e4);
  }
  friend constexpr bool operator==(quantity a, quantity b) { return detail::sticky_equal(a.e4, b.e4); }
  /// The smaller and the greater of two; invalid when either is.
  friend constexpr quantity min(quantity a, quantity b) { return quantity(detail::sticky_min(a.e4, b.e4)); }
  friend constexpr quantity max(quantity a, quantity b) { return quantity(detail::sticky_max(a.e4, b.e4)); }

 private:
  explicit constexpr quantity(std::int64_t raw) : e4(raw) {}
};

/// The quantity as a decimal of scale 4. The value must be valid.
constexpr decimal to_decimal(quantity value) { return {value.e4, 4}; }

/// Appends the text of to_string.
inline void append_to(std::string& out, quantity value) {
  if (!value.is_valid()) {
    out += "invalid";
  } else {
    detail::append_scaled(out, value.e4, 4, 0);
  }
}

/// No needless zeros: "3", "1.17"; "invalid" for the invalid state.
inline std::string to_string(quantity value) {
  std::string out;
  append_to(out, value);
  return out;
}

/// Reads an XML decimal; nothing is ever cut. Errors: invalid_syntax, out_of_range, overflow, inexact (more than 4
/// decimals that matter). Example: "1.5" → 15 000.
constexpr result<quantity> parse_quantity(std::string_view text) {
  decimal value;
  if (const error_code e = parse_decimal(text).get(value); e != error_code::success) return e;
  return quantity::from_decimal(value);
}

}  // namespace esppadom::inline ESPPADOM_ABI
