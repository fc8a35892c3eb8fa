// What a visit that is not billed would have cost.
#pragma once

#include <optional>

#include "esppadom/bill/judged_visit.hpp"
#include "esppadom/value/exact_amount.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

/// Half up; nothing for an amount in an error state.
inline std::optional<money> in_cents(const exact_amount& sum) {
  money value;
  if (round<money>(sum, rounding_mode::half_up).get(value) != error_code::success) return std::nullopt;
  return value;
}

/// What a visit that is not billed would have cost: its billable time, else its retained or planned time.
inline std::optional<money> at_stake(const judged_visit& visit) {
  if (!visit.terms || visit.terms->reason != unbilled_reason::none) return std::nullopt;
  if (!visit.priced.segments.empty()) return in_cents(visit.priced.price);
  const auto time = visit.record->retained ? visit.record->retained : planned_time(*visit.record);
  if (!time) return std::nullopt;
  duration length;
  const clock_line line = line_of(visit.rules->rules.calendar);
  const instant start = line.place_or_invalid(time->start), end = line.place_or_invalid(time->end);
  if (!start.is_valid() || !end.is_valid() || end < start) return std::nullopt;
  length = duration::of_seconds(end.unix_seconds - start.unix_seconds);
  return in_cents(length * visit.terms->price);
}

}  // namespace detail
}  // namespace esppadom
