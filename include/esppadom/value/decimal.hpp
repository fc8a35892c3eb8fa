#pragma once

// A decimal number exactly as it was written: the bridge between texts (XML, JSON, CSV) and the scaled integers of the
// library.

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "esppadom/value/int128.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

inline constexpr unsigned max_scale = 18;

inline constexpr std::array<std::int64_t, max_scale + 1> powers_of_ten = [] {
  std::array<std::int64_t, max_scale + 1> powers{};
  std::int64_t power = 1;
  for (auto& entry : powers) {
    entry = power;
    power = entry == 1'000'000'000'000'000'000 ? 0 : power * 10;
  }
  return powers;
}();

}  // namespace detail

/// value = coefficient / 10^scale, scale 0 to 18. The scale tells how many decimals were written: 1.50 is {150, 2}.
/// Equality and order are those of the value: 1.50 == 1.5.
struct decimal {
  std::int64_t coefficient = 0;
  std::uint8_t scale = 0;

  friend constexpr std::strong_ordering operator<=>(decimal a, decimal b) {
    if (a.scale == b.scale) return a.coefficient <=> b.coefficient;
    // |coefficient| < 2^63 and 10^18 < 2^60: the products fit.
    const int128 left = int128{a.coefficient} * (a.scale < b.scale ? detail::powers_of_ten[b.scale - a.scale] : 1);
    const int128 right = int128{b.coefficient} * (b.scale < a.scale ? detail::powers_of_ten[a.scale - b.scale] : 1);
    return left < right    ? std::strong_ordering::less
           : left == right ? std::strong_ordering::equal
                           : std::strong_ordering::greater;
  }
  friend constexpr bool operator==(decimal a, decimal b) { return (a <=> b) == std::strong_ordering::equal; }
};

namespace detail {

struct scanned_decimal {
  decimal value;
  error_code error = error_code::invalid_syntax;
  bool digits_cut = false;
};

// Collects digits into a magnitude below 2^63. Zeros after the point wait: they count only when a digit follows or when
// there is room for them, so that a long tail of zeros is never an overflow.
struct digit_collector {
  std::uint64_t magnitude = 0;
  unsigned scale = 0;
  unsigned waiting_zeros = 0;

  constexpr bool push(unsigned digit) {
    constexpr auto limit = static_cast<std::uint64_t>((std::numeric_limits<std::int64_t>::max)());
    if (magnitude >= limit / 10 && magnitude > (limit - digit) / 10) return false;
    magnitude = magnitude * 10 + digit;
    return true;
  }
  constexpr bool push_decimal(unsigned digit) {
    if (scale == max_scale || !push(digit)) return false;
    ++scale;
    return true;
  }
  constexpr bool push_fraction(unsigned digit) {
    if (digit == 0) {
      ++waiting_zeros;
      return true;
    }
    for (; waiting_zeros > 0; --waiting_zeros) {
      if (!push_decimal(0)) return false;
    }
    return push_decimal(digit);
  }
  constexpr void settle() {
    while (waiting_zeros > 0 && push_decimal(0))
      --waiting_zeros;
  }
};

// [sign] digits [. digits], at least one digit; with `may_cut`, fraction digits beyond capacity are dropped.
constexpr scanned_decimal scan_decimal(std::string_view text, bool may_cut) {
  scanned_decimal out;
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) at = 1;
  digit_collector digits;
  bool any_digit = false;
  bool in_fraction = false;
  bool full = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !in_fraction) {
      in_fraction = true;
      continue;
    }
    if (c < '0' || c > '9') {
      out.error = error_code::invalid_syntax;
      return out;
    }
    any_digit = true;
    const auto digit = static_cast<unsigned>(c - '0');
    if (full) continue;
    if (in_fraction ? digits.push_fraction(digit) : digits.push(digit)) continue;
    if (!in_fraction || !may_cut) {
      out.error = error_code::out_of_range;
      full = true;  // go on, so that malformed text is reported as such
    } else {
      full = true;
      out.digits_cut = true;
      digits.waiting_zeros = 0;
    }
  }
  if (!any_digit) {
    out.error = error_code::invalid_syntax;
    return out;
  }
  if (out.error == error_code::out_of_range) return out;
  digits.settle();
  const auto magnitude = static_cast<std::int64_t>(digits.magnitude);
  out.value = {negative ? -magnitude : magnitude, static_cast<std::uint8_t>(digits.scale)};
  out.error = error_code::success;
  return out;
}

// number / 10^scale, without trailing zeros beyond `min_decimals` decimals.
inline void append_scaled(std::string& out, std::int64_t number, unsigned scale, unsigned min_decimals) {
  constexpr std::size_t width = 24;
  std::array<char, width> reversed{};
  std::size_t length = 0;
  auto magnitude = static_cast<std::uint64_t>(number);
  if (number < 0) magnitude = 0 - magnitude;
  unsigned decimals = scale;
  for (; decimals > min_decimals && magnitude % 10 == 0; --decimals)
    magnitude /= 10;
  for (unsigned written = 0; written <= decimals || magnitude != 0; ++written) {
    if (written == decimals && decimals > 0) reversed[length++] = '.';
    reversed[length++] = static_cast<char>('0' + magnitude % 10);
    magnitude /= 10;
  }
  if (number < 0) out.push_back('-');
  while (length > 0)
    out.push_back(reversed[--length]);
}

}  // namespace detail

/// Reads an XML decimal: optional sign, digits, optional '.' and digits; no exponent, no blanks ("5." and ".5" are
/// accepted). Errors: invalid_syntax; out_of_range for more than 18 decimals or a coefficient beyond 2^63 - 1 (trailing
/// zeros never count). Example: parse_decimal("0.8333333333333334") = {8333333333333334, 16}.
constexpr result<decimal> parse_decimal(std::string_view text) {
  const detail::scanned_decimal scanned = detail::scan_decimal(text, false);
  if (scanned.error != error_code::success) return scanned.error;
  return scanned.value;
}

/// What `parse_decimal_lenient` had to put up with.
struct decimal_leniency {
  bool comma = false;               ///< ',' as decimal separator
  bool thousands_blanks = false;    ///< blanks (also no-break and narrow) between groups of three digits
  bool exponent = false;            ///< scientific notation
  bool surrounding_blanks = false;  ///< blanks before or after
  bool digits_cut = false;          ///< digits beyond the capacity of `decimal` were dropped, towards zero

  constexpr bool any() const { return comma || thousands_blanks || exponent || surrounding_blanks || digits_cut; }
};

namespace detail {

// Length in bytes of a blank used between thousands: space, U+00A0, U+2009, U+202F.
constexpr std::size_t thousands_blank(std::string_view text) {
  if (text.starts_with(' ')) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xE2\x80\x89") || text.starts_with("\xE2\x80\xAF")) return 3;
  return 0;
}

// The mantissa with '.' as separator and without blanks between thousands; empty when the form is wrong.
inline std::string plain_mantissa(std::string_view text, decimal_leniency& tolerated) {
  std::string out;
  std::size_t group = 0;  // digits since the last blank
  bool grouped = false;   // a blank was met
  bool in_fraction = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool digit = c >= '0' && c <= '9';
    const bool separator = c == '.' || c == ',';
    const std::size_t blank = digit || separator ? 0 : thousands_blank(text.substr(at));
    if (blank > 0) {
      if (in_fraction || group == 0 || group > 3 || (grouped && group != 3)) return {};
      grouped = tolerated.thousands_blanks = true;
      group = 0;
      at += blank;
      continue;
    }
    if (separator) {
      if (in_fraction || (grouped && group != 3)) return {};
      in_fraction = true;
      tolerated.comma |= c == ',';
      out.push_back('.');
    } else {
      group += digit ? 1U : 0U;
      out.push_back(c);
    }
    ++at;
  }
  if (grouped && !in_fraction && group != 3) return {};
  return out;
}

// A decimal exponent of at most three digits; anything longer is out of range anyway.
constexpr result<int> scan_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty()) return error_code::invalid_syntax;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return error_code::invalid_syntax;
    value = value > 999 ? value : value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

constexpr result<decimal> shifted(decimal value, int exponent, decimal_leniency& tolerated) {
  if (value.coefficient == 0) return decimal{};
  int scale = static_cast<int>(value.scale) - exponent;
  for (; scale < 0; ++scale) {
    if (checked_mul(value.coefficient, 10, value.coefficient)) return error_code::out_of_range;
  }
  for (; scale > static_cast<int>(max_scale) && value.coefficient != 0; --scale) {
    tolerated.digits_cut |= value.coefficient % 10 != 0;
    value.coefficient /= 10;
  }
  if (value.coefficient == 0) return decimal{};
  return decimal{value.coefficient, static_cast<std::uint8_t>(scale)};
}

}  // namespace detail

/// Like parse_decimal, but accepts a decimal comma, blanks between thousands, an exponent, surrounding blanks, and more
/// digits than a `decimal` holds; `tolerated` says which of these were met, so that a reader can report them. Errors:
/// invalid_syntax, out_of_range. Example: "1 234,5" → 1234.5 with comma and thousands_blanks.
inline result<decimal> parse_decimal_lenient(std::string_view text, decimal_leniency& tolerated) {
  tolerated = {};
  const std::string_view core = trimmed(text);
  tolerated.surrounding_blanks = core.size() != text.size();
  const std::size_t exponent_at = core.find_first_of("eE");
  const std::string mantissa = detail::plain_mantissa(core.substr(0, exponent_at), tolerated);
  const detail::scanned_decimal scanned = detail::scan_decimal(mantissa, true);
  if (scanned.error != error_code::success) return scanned.error;
  tolerated.digits_cut = scanned.digits_cut;
  if (exponent_at == std::string_view::npos) return scanned.value;
  tolerated.exponent = true;
  int exponent = 0;
  if (const error_code e = detail::scan_exponent(core.substr(exponent_at + 1)).get(exponent);
      e != error_code::success) {
    return e;
  }
  return detail::shifted(scanned.value, exponent, tolerated);
}

/// Appends the number with exactly `scale` decimals, '.' as separator.
inline void append_to(std::string& out, decimal value) {
  detail::append_scaled(out, value.coefficient, value.scale, value.scale);
}

/// The number with exactly `scale` decimals: {150, 2} → "1.50", {-5, 2} → "-0.05".
inline std::string to_string(decimal value) {
  std::string out;
  append_to(out, value);
  return out;
}

/// The same value without trailing zeros: 1.50 → 1.5; 100 stays {100, 0}.
constexpr decimal normalised(decimal value) {
  while (value.scale > 0 && value.coefficient % 10 == 0) {
    value.coefficient /= 10;
    --value.scale;
  }
  return value;
}

/// The coefficient at another scale (0 to 18): rescale(1.255, 2, half_up) = 126.
/// Errors: inexact for `unnecessary` when digits would be lost; overflow; invalid_value for a scale above 18.
constexpr result<std::int64_t> rescale(decimal value, unsigned scale, rounding_mode mode) {
  if (scale > detail::max_scale || value.scale > detail::max_scale) return error_code::invalid_value;
  if (scale >= value.scale) {
    std::int64_t out = 0;
    if (checked_mul(value.coefficient, detail::powers_of_ten[scale - value.scale], out)) return error_code::overflow;
    return out;
  }
  const std::int64_t divisor = detail::powers_of_ten[value.scale - scale];
  if (value.coefficient % divisor == 0) return value.coefficient / divisor;
  int128 rounded = 0;
  if (const error_code e = divide(value.coefficient, divisor, mode).get(rounded); e != error_code::success) return e;
  return static_cast<std::int64_t>(rounded);
}

/// The value rounded to that many decimals, as a decimal of exactly that scale. Errors as rescale.
constexpr result<decimal> rounded(decimal value, unsigned scale, rounding_mode mode) {
  std::int64_t coefficient = 0;
  if (const error_code e = rescale(value, scale, mode).get(coefficient); e != error_code::success) return e;
  return decimal{coefficient, static_cast<std::uint8_t>(scale)};
}

}  // namespace esppadom::inline ESPPADOM_ABI
