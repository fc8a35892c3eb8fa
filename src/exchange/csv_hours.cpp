#include <algorithm>

#include "exchange/csv_plan.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

// The instant of a clock reading; one that is skipped in spring is the instant of the change.
std::optional<std::int64_t> instant_of(local_time time) {
  instant at;
  error_code e = paris::to_instant(time).get(at);
  if (e == error_code::does_not_exist)
    e = paris::to_instant({time.seconds - time.seconds % 3600 + 3600, time.fold}).get(at);
  if (e != error_code::success) return std::nullopt;
  return at.unix_seconds;
}

bool in_night(std::int32_t second, const plan_split& by) {
  if (by.night_from == by.night_to) return false;
  if (by.night_from < by.night_to) return second >= by.night_from && second < by.night_to;
  return second >= by.night_from || second < by.night_to;
}

hours_part part_at(local_date day, std::int32_t second, const plan_split& by) {
  for (const hours_part part : by.order) {
    const bool fits = part == hours_part::holiday  ? is_public_holiday(day, by.zone)
                      : part == hours_part::sunday ? day.weekday() == weekday::sun
                      : part == hours_part::night  ? in_night(second, by)
                                                   : true;
    if (fits) return part;
  }
  return hours_part::day;
}

}  // namespace

std::optional<std::array<std::int64_t, 4>> split_hours(local_time from, local_time to, const plan_split& by) {
  const auto first = instant_of(from);
  const auto last = instant_of(to);
  if (!first || !last) return std::nullopt;
  std::array<std::int64_t, 4> out{};
  std::int64_t done = *first;
  for (local_date day = from.date(); done < *last; ++day) {
    // Parts change at midnight and at the bounds of the night only.
    std::array<std::int32_t, 4> cuts{0, std::min(by.night_from, by.night_to), std::max(by.night_from, by.night_to),
                                     86400};
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const auto end = instant_of(local_time::at(day, cuts.at(i + 1), 1));
      if (!end) return std::nullopt;
      const std::int64_t upto = std::min(*end, *last);
      if (cuts.at(i) == cuts.at(i + 1) || upto <= done) continue;
      out.at(static_cast<std::size_t>(part_at(day, cuts.at(i), by))) += upto - done;
      done = upto;
    }
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
