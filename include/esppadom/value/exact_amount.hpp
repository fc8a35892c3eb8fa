#pragma once

// An amount of euros before rounding: exact fractions over one fixed denominator, so that a chain such as
// duration × unit price × percentage × percentage loses nothing and is rounded once, where a rule says so.
//
// Divisions that the denominator cannot hold (VAT, proration, equal shares) are made with `scaled`. Its result is
// floored on the grid of the denominator, and the amount remembers how many grid steps it may lie below the true value:
// the *guard*. Rounding treats a value whose guard reaches a tie (or, in directed modes, a representable value) as
// lying exactly there. This is exact in practice: a guard of g steps spans g / (9·10^28) €, while a true value that is
// near a tie without being it differs from it by at least 1 / (200·q) €, q being its denominator. Confusion needs q
// > 4.5·10^26 / g: beyond 10^19 even at the largest guard, 2^24, where a bill has day counts, percentages and shares
// whose denominators multiply to far less.

#include <compare>
#include <cstdint>
#include <limits>
#include <string>

#include "esppadom/value/duration.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/quantity.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"
#include "esppadom/value/sticky.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

constexpr int128 power_of_ten_128(unsigned exponent) {
  int128 power = 1;
  for (unsigned i = 0; i < exponent; ++i)
    power *= 10;
  return power;
}

#if ESPPADOM_NATIVE_INT128

// Inverse of an odd number modulo 2^128: each Newton step doubles the number of right bits.
constexpr uint128 inverse_modulo_2_128(uint128 odd) {
  uint128 inverse = odd;
  for (int i = 0; i < 7; ++i)
    inverse *= 2 - odd * inverse;
  return inverse;
}

// Divides by a constant whose part above the factors of two has at most 64 bits, without the general 128-bit division:
// the divisor is brought to exactly 64 bits, and a reciprocal of 64 bits gives the quotient but for at most two units.
template <int Shift, std::uint64_t Divisor>
struct fast_divider {
  static_assert(Divisor >> 63 == 1);
  static constexpr auto reciprocal = static_cast<std::uint64_t>(~uint128{0} / Divisor - (uint128{1} << 64));

  // For 0 <= dividend < 2^127.
  static constexpr floor_division divide(uint128 dividend) {
    const uint128 top = dividend >> Shift;
    const auto high = static_cast<std::uint64_t>(top >> 64);  // below the divisor, as Shift >= 13
    const auto low = static_cast<std::uint64_t>(top);
    const uint128 estimate = uint128{reciprocal} * high + top;
    auto quotient = static_cast<std::uint64_t>(estimate >> 64) + 1;
    std::uint64_t rest = low - quotient * Divisor;
    if (rest > static_cast<std::uint64_t>(estimate)) {
      --quotient;
      rest += Divisor;
    }
    if (rest >= Divisor) [[unlikely]] {
      ++quotient;
      rest -= Divisor;
    }
    const uint128 remainder = (uint128{rest} << Shift) | (dividend & ((uint128{1} << Shift) - 1));
    return {static_cast<int128>(quotient), static_cast<int128>(remainder)};
  }

  // Any dividend, rounded towards minus infinity.
  static constexpr floor_division divide_floor(int128 dividend) {
    if (dividend >= 0) return divide(static_cast<uint128>(dividend));
    const floor_division mirrored = divide(static_cast<uint128>(~dividend));
    constexpr int128 whole = static_cast<int128>(uint128{Divisor} << Shift);
    return {~mirrored.quotient, whole - 1 - mirrored.remainder};
  }
};

#endif

struct exact_quotient {
  int128 quotient;
  bool divides;
};

// value / 1 000 000, and whether it divides.
constexpr exact_quotient divide_by_million(int128 value) {
#if ESPPADOM_NATIVE_INT128
  // 10^6 = 2^6 × 15625. Multiplying by the inverse of an odd divisor permutes the integers modulo 2^128 and sends its
  // multiples to their quotients; so the value divides just when the product lies in the range of quotients.
  constexpr int128 odd = 15625;
  constexpr uint128 inverse = inverse_modulo_2_128(15625);
  const auto quotient = static_cast<int128>(static_cast<uint128>(value >> 6) * inverse);
  const bool divides = (value & 63) == 0 && quotient <= int128_max / odd && quotient >= int128_min / odd;
  return {quotient, divides};
#else
  const floor_division parts = detail::divide_floor(value, 1'000'000);
  return {parts.quotient, parts.remainder == 0};
#endif
}

}  // namespace detail

/// A sum in euros, exact: a 128-bit numerator over 9·10^28, within ±1.89 thousand million euros. The denominator holds
/// time in 1/90 000 h, a tariff of six decimals and three percentages.
///
/// Two error states stick through every operation and are told by `round`: *overflow* and *inexact* (a product with a
/// percentage that the denominator cannot hold). Comparisons with them are false.
class exact_amount {
 public:
  /// Grid steps in one euro.
  static constexpr int128 denominator = 9 * detail::power_of_ten_128(28);
  /// A guard that reaches this bound is the overflow state.
  static constexpr std::uint32_t guard_limit = std::uint32_t{1} << 24;

  constexpr exact_amount() = default;
  explicit constexpr exact_amount(money sum) {
    *this = sum.is_valid() ? from_product(sum.cents, denominator / 100) : invalid();
  }
  explicit constexpr exact_amount(unit_price price) {
    *this = price.is_valid() ? from_product(price.e6, denominator / 1'000'000) : invalid();
  }

  /// From grid steps, and how many of them the true value may lie above; the inverse of numerator() and guard().
  static constexpr exact_amount from_numerator(int128 numerator, std::uint32_t guard = 0) {
    return guard < guard_limit ? exact_amount(numerator, guard) : invalid();
  }

  template <detail::not_a_count N>
  static exact_amount from_numerator(N, std::uint32_t = 0) = delete;

  static constexpr exact_amount invalid() { return failed(state_overflow); }
  [[nodiscard]] constexpr bool is_valid() const { return state_ == 0; }

  /// True when no quotient was cut: the value is exactly numerator() / denominator.
  [[nodiscard]] constexpr bool is_exact() const { return state_ == 0 && guard_ == 0; }

  /// success, overflow or inexact.
  [[nodiscard]] constexpr error_code error() const {
    if (state_ == 0) return error_code::success;
    return (state_ & state_overflow) != 0 ? error_code::overflow : error_code::inexact;
  }

  [[nodiscard]] constexpr int128 numerator() const { return numerator_; }
  [[nodiscard]] constexpr std::uint32_t guard() const { return guard_; }

  friend constexpr exact_amount operator+(const exact_amount& a, const exact_amount& b) {
    exact_amount sum;
    const bool overflow = checked_add(a.numerator_, b.numerator_, sum.numerator_);
    sum.guard_ = a.guard_ + b.guard_;
    sum.state_ = a.state_ | b.state_;
    if (overflow || sum.guard_ >= guard_limit || sum.state_ != 0) [[unlikely]]
      return sum.spoiled();
    return sum;
  }
  friend constexpr exact_amount operator-(const exact_amount& a, const exact_amount& b) {
    // The true value of -b lies up to b.guard_ steps below -numerator: the floor moves down by the guard.
    exact_amount difference;
    int128 highest = 0;
    const bool overflow = checked_add(b.numerator_, int128{b.guard_}, highest) ||
                          checked_sub(a.numerator_, highest, difference.numerator_);
    difference.guard_ = a.guard_ + b.guard_;
    difference.state_ = a.state_ | b.state_;
    if (overflow || difference.guard_ >= guard_limit || difference.state_ != 0) [[unlikely]]
      return difference.spoiled();
    return difference;
  }
  friend constexpr exact_amount operator-(const exact_amount& a) { return exact_amount() - a; }
  constexpr exact_amount& operator+=(const exact_amount& other) { return *this = *this + other; }
  constexpr exact_amount& operator-=(const exact_amount& other) { return *this = *this - other; }

  template <whole_number I>
  friend constexpr exact_amount operator*(const exact_amount& a, I times) {
    const std::int64_t factor = detail::sticky_from(times);
    return factor == detail::sticky_invalid ? invalid() : scaled(a, factor, 1);
  }
  template <whole_number I>
  friend constexpr exact_amount operator*(I times, const exact_amount& a) {
    return a * times;
  }

  /// The share of an amount: 66.25 € × 20 % = 13.25 €. When the amount is exact and the product does not fall on the
  /// grid (a fourth percentage), the result is in the inexact state: say with `round` or `scaled` what is meant.
  friend constexpr exact_amount operator*(const exact_amount& a, percentage share) {
    if (!share.is_valid()) return invalid();
    const detail::exact_quotient part = detail::divide_by_million(a.numerator_);
    exact_amount product;
    const bool overflow = checked_mul(part.quotient, int128{share.e4}, product.numerator_);
    if (part.divides && !overflow && (a.guard_ | a.state_) == 0) [[likely]]
      return product;
    return multiply_slowly(a, share.e4);
  }
  friend constexpr exact_amount operator*(percentage share, const exact_amount& a) { return a * share; }

  /// amount × multiplier / divisor, for quotients that no percentage can say: proration by days, equal shares, VAT
  /// within a price. Floored on the grid, the guard growing accordingly; invalid for a zero divisor or when it does
  /// not fit. Example: scaled(100 €, 1, 7) added seven times rounds to 100.00 €.
  friend constexpr exact_amount scaled(const exact_amount& value, int128 multiplier, int128 divisor) {
    if (value.state_ != 0) return value;
    if (divisor == 0 || divisor == int128_min || multiplier == int128_min) return invalid();
    if (divisor < 0) {
      multiplier = -multiplier;
      divisor = -divisor;
    }
    const detail::scaled_floor one = detail::scale_floor(value.numerator_, multiplier, divisor);
    if (one.overflow) return invalid();
    if (value.guard_ == 0) return exact_amount(one.quotient, one.divides ? 0 : 1);
    int128 far_end = 0;
    if (checked_add(value.numerator_, int128{value.guard_}, far_end)) return invalid();
    const detail::scaled_floor other = detail::scale_floor(far_end, multiplier, divisor);
    if (other.overflow) return invalid();
    const detail::scaled_floor& low = multiplier < 0 ? other : one;
    const detail::scaled_floor& high = multiplier < 0 ? one : other;
    int128 spread = 0;
    if (checked_sub(high.quotient, low.quotient, spread) || spread >= guard_limit - 1) return invalid();
    return exact_amount(low.quotient, static_cast<std::uint32_t>(spread) + (high.divides ? 0U : 1U));
  }

  template <class N, class D>
  requires(detail::not_a_count<N> || detail::not_a_count<D>) friend exact_amount
      scaled(const exact_amount&, N, D) = delete;

  /// By value; amounts whose guards let them be equal are equivalent (seven sevenths of 1 € equal 1 €).
  friend constexpr std::partial_ordering operator<=>(const exact_amount& a, const exact_amount& b) {
    if ((a.state_ | b.state_) != 0) return std::partial_ordering::unordered;
    if (lies_above(b.numerator_, a.numerator_, a.guard_)) return std::partial_ordering::less;
    if (lies_above(a.numerator_, b.numerator_, b.guard_)) return std::partial_ordering::greater;
    return std::partial_ordering::equivalent;
  }
  friend constexpr bool operator==(const exact_amount& a, const exact_amount& b) {
    return (a <=> b) == std::partial_ordering::equivalent;
  }

  /// The smaller and the greater of two; the error state of either sticks.
  friend constexpr exact_amount min(const exact_amount& a, const exact_amount& b) {
    if ((a.state_ | b.state_) != 0) return failed(a.state_ | b.state_);
    return b < a ? b : a;
  }
  friend constexpr exact_amount max(const exact_amount& a, const exact_amount& b) {
    if ((a.state_ | b.state_) != 0) return failed(a.state_ | b.state_);
    return a < b ? b : a;
  }

  /// price × duration, per hour. Used through the operators below.
  static constexpr exact_amount of_time(duration time, unit_price hourly) {
    // s/3600 × e6/10^6 × 9·10^28 = s × e6 × 5^20 × 2^18
    constexpr std::int64_t five_to_20 = 95'367'431'640'625;
    constexpr std::int64_t limit = static_cast<std::int64_t>(int128_max / (int128{five_to_20} * (1 << 18)));
    std::int64_t product = 0;
    const bool overflow = checked_mul(time.seconds, hourly.e6, product) || product > limit || product < -limit;
    if (overflow || !time.is_valid() || !hourly.is_valid()) [[unlikely]]
      return invalid();
    return exact_amount(int128{product} * five_to_20 * (1 << 18), 0);
  }
  static constexpr exact_amount of_time(const exact_duration& time, unit_price hourly) {
    if (time.is_whole_seconds() && fits_int64(time.numerator())) return of_time(time.floor_seconds(), hourly);
    if (!time.is_valid() || !hourly.is_valid()) return invalid();
    int128 product = 0;
    if (checked_mul(time.numerator(), int128{hourly.e6}, product)) return invalid();
    const detail::scaled_floor steps =
        detail::scale_floor(product, denominator / 3'600'000'000, int128{time.denominator()});
    return steps.overflow ? invalid() : exact_amount(steps.quotient, steps.divides ? 0 : 1);
  }
  static constexpr exact_amount of_units(quantity units, unit_price each) {
    if (!units.is_valid() || !each.is_valid()) return invalid();
    return from_product(int128{units.e4} * each.e6, denominator / 10'000'000'000);
  }

 private:
  static constexpr std::uint8_t state_inexact = 1;
  static constexpr std::uint8_t state_overflow = 2;

  constexpr exact_amount(int128 numerator, std::uint32_t guard) : numerator_(numerator), guard_(guard) {}

  static constexpr exact_amount failed(int state) {
    exact_amount out;
    out.state_ = static_cast<std::uint8_t>(state);
    return out;
  }

  static constexpr exact_amount from_product(int128 a, int128 b) {
    exact_amount out;
    return checked_mul(a, b, out.numerator_) ? invalid() : out;
  }

  // high > low + steps, without forming a sum that could overflow
  static constexpr bool lies_above(int128 high, int128 low, std::uint32_t steps) {
    int128 distance = 0;
    return high > low && (checked_sub(high, low, distance) || distance > steps);
  }

  // The error state of a sum that failed; overflow when it was none of its terms.
  [[nodiscard]] constexpr exact_amount spoiled() const {
    return failed(state_ != 0 ? int{state_} : int{state_overflow});
  }

  static constexpr exact_amount multiply_slowly(const exact_amount& a, std::int64_t e4) {
    const exact_amount product = scaled(a, e4, 1'000'000);
    return a.guard_ == 0 && product.guard_ != 0 ? failed(state_inexact) : product;
  }

  int128 numerator_ = 0;
  std::uint32_t guard_ = 0;
  std::uint8_t state_ = 0;
};

/// Time at an hourly price: 2 h 30 × 24.58 €/h = 61.45 €. Exact, or the overflow state.
constexpr exact_amount operator*(duration time, unit_price hourly) { return exact_amount::of_time(time, hourly); }
constexpr exact_amount operator*(unit_price hourly, duration time) { return exact_amount::of_time(time, hourly); }

/// The same for a fraction of a second; exact where its denominator divides the grid, else with a guard of one step.
constexpr exact_amount operator*(const exact_duration& time, unit_price hourly) {
  return exact_amount::of_time(time, hourly);
}
constexpr exact_amount operator*(unit_price hourly, const exact_duration& time) {
  return exact_amount::of_time(time, hourly);
}

/// Units (meals, lump sums) at a unit price: 3 × 7.90 € = 23.70 €. Exact, or the overflow state.
constexpr exact_amount operator*(quantity units, unit_price each) { return exact_amount::of_units(units, each); }
constexpr exact_amount operator*(unit_price each, quantity units) { return exact_amount::of_units(units, each); }

namespace detail {

// Grid steps in one unit of the target, the divider for it, and the way back from a 64-bit count.
template <class T>
struct rounding_target;

template <>
struct rounding_target<money> {
  static constexpr int128 unit = exact_amount::denominator / 100;  // 9·10^26 = 2^26 × 13 411 045 074 462 890 625
#if ESPPADOM_NATIVE_INT128
  using divider = fast_divider<26, static_cast<std::uint64_t>(unit >> 26)>;
#endif
  static constexpr money make(std::int64_t count) { return money::from_cents(count); }
};

template <>
struct rounding_target<unit_price> {
  static constexpr int128 unit = exact_amount::denominator / 1'000'000;  // 9·10^22 = 2^22 × 55 bits
#if ESPPADOM_NATIVE_INT128
  using divider = fast_divider<13, static_cast<std::uint64_t>(unit >> 13)>;
#endif
  static constexpr unit_price make(std::int64_t count) { return unit_price::from_e6(count); }
};

// The integer nearest to (rest + [0, guard]) / unit + below, in the sense of the mode.
constexpr result<int128> round_parts(int128 below, int128 rest, std::uint32_t guard, int128 unit, rounding_mode mode) {
  if (rest == 0) return below;
  if (rest + guard >= unit && (mode <= rounding_mode::floor || mode == rounding_mode::unnecessary))
    return int128(below + 1);
  if (mode == rounding_mode::unnecessary) return error_code::inexact;
  const int128 middle = unit / 2;
  const int half = static_cast<int>(rest > middle) - static_cast<int>(rest + guard < middle);
  return int128(below + static_cast<int>(rounds_up(below, half, mode)));
}

}  // namespace detail

/// Rounds to whole cents (`round<money>`) or to millionths of a euro (`round<unit_price>`).
/// Errors: overflow, inexact (the amount's own state, or a remainder under `unnecessary`).
/// Example: round<money>(36750/60 cents, half_up) = 6.13 €.
template <class T>
requires requires { detail::rounding_target<T>::unit; }
constexpr result<T> round(const exact_amount& amount, rounding_mode mode) {
  using target = detail::rounding_target<T>;
  if (!amount.is_valid()) [[unlikely]]
    return amount.error();
#if ESPPADOM_NATIVE_INT128
  const detail::floor_division parts = target::divider::divide_floor(amount.numerator());
#else
  const detail::floor_division parts = detail::divide_floor(amount.numerator(), target::unit);
#endif
  int128 count = 0;
  const error_code e =
      detail::round_parts(parts.quotient, parts.remainder, amount.guard(), target::unit, mode).get(count);
  if (e != error_code::success) [[unlikely]]
    return e;
  return target::make(static_cast<std::int64_t>(count));
}

/// Reduced fraction of a euro: "265/4", or "12" when whole. A '~' before it says that the value is known to within its
/// guard only. "overflow" or "inexact" for the error states.
inline std::string to_string(const exact_amount& amount) {
  if (!amount.is_valid()) return amount.error() == error_code::inexact ? "inexact" : "overflow";
  const int128 common = gcd(amount.numerator(), exact_amount::denominator);
  const int128 bottom = exact_amount::denominator / common;
  std::string out = amount.is_exact() ? "" : "~";
  out += to_string(int128(amount.numerator() / common));
  if (bottom != 1) out += "/" + to_string(bottom);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
