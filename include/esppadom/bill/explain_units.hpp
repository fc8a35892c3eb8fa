// Exact numbers as steps of an explanation show them, where the library has no type of its own for them.
#pragma once

#include "esppadom/billing/trace.hpp"
#include "esppadom/value/fraction.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Exact euros on no grid, for steps: an amount without VAT before it is rounded.
struct exact_euros {
  fraction value;
};
constexpr trace_number trace_number_of(const exact_euros& amount) {
  return {amount.value.numerator(), amount.value.denominator()};
}
template <>
inline constexpr trace_unit trace_unit_of<exact_euros> = trace_unit::euro;

/// An exact count, and an exact number of seconds.
struct exact_count {
  fraction value;
};
constexpr trace_number trace_number_of(const exact_count& count) {
  return {count.value.numerator(), count.value.denominator()};
}
struct exact_seconds {
  fraction value;
};
constexpr trace_number trace_number_of(const exact_seconds& time) {
  return {time.value.numerator(), time.value.denominator()};
}
template <>
inline constexpr trace_unit trace_unit_of<exact_seconds> = trace_unit::second;

}  // namespace esppadom::inline ESPPADOM_ABI
