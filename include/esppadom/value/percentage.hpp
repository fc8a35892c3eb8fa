#pragma once

// Participation rates, surcharges, penalties and VAT are percentages with four decimals.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/value/decimal.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"
#include "esppadom/value/sticky.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A percentage in ten-thousandths of a percent: 20 % = 200 000. Made by named factories only.
/// Allowed: percentage ± percentage, -percentage, percentage × integer, comparison; its product with an amount is in
/// exact_amount.hpp.
struct percentage {
  std::int64_t e4 = 0;  ///< ten-thousandths of a percent (1/1 000 000 of the whole)

  constexpr percentage() = default;

  /// From ten-thousandths of a percent.
  template <whole_number I>
  static constexpr percentage from_e4(I count) {
    return percentage(detail::sticky_from(count));
  }
  /// From whole percents: from_percent(20) is 20 %.
  template <whole_number I>
  static constexpr percentage from_percent(I count) {
    return percentage(detail::sticky_mul(detail::sticky_from(count), 10000));
  }
  /// From a decimal number, e.g. one read from a message; without a mode the value must fit exactly, else `inexact`.
  /// Errors: inexact, overflow. Example: 13.6192 → 136 192.
  static constexpr result<percentage> from_decimal(decimal value, rounding_mode mode = rounding_mode::unnecessary) {
    std::int64_t number = 0;
    if (const error_code e = rescale(value, 4, mode).get(number); e != error_code::success) return e;
    if (number == detail::sticky_invalid) return error_code::overflow;
    return percentage(number);
  }

  /// The sticky state of an overflow: every operation on it yields it again, comparisons with it are false.
  static constexpr percentage invalid() { return percentage(detail::sticky_invalid); }
  [[nodiscard]] constexpr bool is_valid() const { return e4 != detail::sticky_invalid; }

  friend constexpr percentage operator+(percentage a, percentage b) {
    return percentage(detail::sticky_add(a.e4, b.e4));
  }
  friend constexpr percentage operator-(percentage a, percentage b) {
    return percentage(detail::sticky_sub(a.e4, b.e4));
  }
  friend constexpr percentage operator-(percentage a) { return percentage(detail::sticky_negate(a.e4)); }
  constexpr percentage& operator+=(percentage other) { return *this = *this + other; }
  constexpr percentage& operator-=(percentage other) { return *this = *this - other; }
  template <whole_number I>
  friend constexpr percentage operator*(percentage a, I times) {
    return percentage(detail::sticky_mul(a.e4, detail::sticky_from(times)));
  }
  template <whole_number I>
  friend constexpr percentage operator*(I times, percentage a) {
    return a * times;
  }
  friend constexpr std::partial_ordering operator<=>(percentage a, percentage b) {
    return detail::sticky_compare(a.e4, b.e4);
  }
  friend constexpr bool operator==(percentage a, percentage b) { return detail::sticky_equal(a.e4, b.e4); }
  /// The smaller and the greater of two; invalid when either is.
  friend constexpr percentage min(percentage a, percentage b) { return percentage(detail::sticky_min(a.e4, b.e4)); }
  friend constexpr percentage max(percentage a, percentage b) { return percentage(detail::sticky_max(a.e4, b.e4)); }

 private:
  explicit constexpr percentage(std::int64_t raw) : e4(raw) {}
};

/// The percentage as a decimal of scale 4. The value must be valid.
constexpr decimal to_decimal(percentage value) { return {value.e4, 4}; }

/// Appends the text of to_string.
inline void append_to(std::string& out, percentage value) {
  if (!value.is_valid()) {
    out += "invalid";
  } else {
    detail::append_scaled(out, value.e4, 4, 0);
  }
}

/// No needless zeros, no sign: "20", "13.6192"; "invalid" for the invalid state.
inline std::string to_string(percentage value) {
  std::string out;
  append_to(out, value);
  return out;
}

/// Reads an XML decimal; nothing is ever cut. Errors: invalid_syntax, out_of_range, overflow, inexact (more than 4
/// decimals that matter). Example: "5.5" → 5.5 %.
constexpr result<percentage> parse_percentage(std::string_view text) {
  decimal value;
  if (const error_code e = parse_decimal(text).get(value); e != error_code::success) return e;
  return percentage::from_decimal(value);
}

/// With a fixed number of decimals (0 to 4), for reports: to_fixed(29 %, 2) = "29.00". "invalid" for the invalid state.
inline std::string to_fixed(percentage value, unsigned decimals, rounding_mode mode = rounding_mode::half_up) {
  decimal shown;
  if (!value.is_valid() || rounded(to_decimal(value), decimals, mode).get(shown) != error_code::success)
    return "invalid";
  return to_string(shown);
}

}  // namespace esppadom::inline ESPPADOM_ABI
