// Which stamps are one, and which two make a visit. Billing rules reference, section 2a, steps 4 and 5 (inferred,
// medium to high).
#pragma once

#include <cstdint>
#include <optional>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/stamp_rules.hpp"
#include "esppadom/billing/stamps.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Whether two stamps of one direction are one: at most `dedupe_seconds` apart, at the precision of the rule set; never
/// with the neutral 0. Example: 60 s, 09:00:05 and 09:01:05 → one stamp.
constexpr bool is_duplicate(instant first, instant second, const stamp_rules& rules) {
  if (rules.dedupe <= duration() || !first.is_valid() || !second.is_valid()) return false;
  const std::int64_t gap = detail::place_at_precision(first, rules.precision).unix_seconds -
                           detail::place_at_precision(second, rules.precision).unix_seconds;
  return gap <= rules.dedupe.seconds && -gap <= rules.dedupe.seconds;
}

/// The same of clock readings; false where one is missing or has no place on the line.
inline bool is_duplicate(const std::optional<local_time>& a, const std::optional<local_time>& b,
                         const stamp_rules& rules, const calendar_rules& calendar) {
  if (!a || !b || rules.dedupe <= duration()) return false;
  const clock_line line = line_of(calendar);
  return is_duplicate(line.place_or_invalid(*a), line.place_or_invalid(*b), rules);
}

/// Whether an arrival and a departure make a visit: the departure later, by no more than `pair_max_hours`.
/// Example: 24 h, 08:00 and 08:00 of the next day → yes; one second more → no; 08:00 and 08:00 → no.
constexpr bool is_pair(instant arrival, instant departure, const stamp_rules& rules) {
  return arrival.is_valid() && departure > arrival &&
         departure.unix_seconds - arrival.unix_seconds <= rules.pair_max.seconds;
}

}  // namespace esppadom::inline ESPPADOM_ABI
