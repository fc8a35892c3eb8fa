#pragma once

// Rounding of Boost rationals, written from the definition of the modes and sharing nothing with the library: the
// nearest integer is looked for among the neighbours.

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string>

#include "esppadom/value/int128.hpp"
#include "esppadom/value/rounding_mode.hpp"

namespace oracle {

using integer = boost::multiprecision::cpp_int;
using rational = boost::multiprecision::cpp_rational;

inline constexpr esppadom::rounding_mode all_modes[] = {
    esppadom::rounding_mode::up,        esppadom::rounding_mode::down,       esppadom::rounding_mode::ceiling,
    esppadom::rounding_mode::floor,     esppadom::rounding_mode::half_up,    esppadom::rounding_mode::half_down,
    esppadom::rounding_mode::half_even, esppadom::rounding_mode::unnecessary};

inline integer wide(esppadom::int128 value) { return integer(esppadom::to_string(value)); }

// Boost 1.74 wants its denominators positive.
inline rational ratio(esppadom::int128 top, esppadom::int128 bottom) {
  const integer sign = bottom < 0 ? -1 : 1;
  return {integer(wide(top) * sign), integer(wide(bottom) * sign)};
}

inline std::optional<integer> round(const rational& exact, esppadom::rounding_mode mode) {
  using esppadom::rounding_mode;
  const rational size = abs(exact);
  const integer below = integer(numerator(size) / denominator(size));  // of the magnitude: towards zero
  const rational rest = size - below;
  const bool negative = exact < 0;
  bool away = false;
  if (rest != 0) {
    const rational half(1, 2);
    switch (mode) {
      case rounding_mode::up:
        away = true;
        break;
      case rounding_mode::down:
        away = false;
        break;
      case rounding_mode::ceiling:
        away = !negative;
        break;
      case rounding_mode::floor:
        away = negative;
        break;
      case rounding_mode::half_up:
        away = rest >= half;
        break;
      case rounding_mode::half_down:
        away = rest > half;
        break;
      case rounding_mode::half_even:
        away = rest > half || (rest == half && below % 2 == 1);
        break;
      case rounding_mode::unnecessary:
        return std::nullopt;
    }
  }
  const integer magnitude = below + (away ? 1 : 0);
  return negative ? integer(-magnitude) : magnitude;
}

}  // namespace oracle
