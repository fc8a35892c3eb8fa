// The visits of one beneficiary beside each other: the same visit under two identifiers, two caregivers at once.
// Billing rules reference, sections 2a (step 9) and 2g (g4).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "esppadom/bill/judged_visit.hpp"
#include "esppadom/bill/visit_place.hpp"
#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/stamp_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// When a visit took place; nothing for monthly totals and numbers of units, which are no time at the home.
inline std::optional<interval> time_at_home(const judged_visit& visit) {
  return is_timed(visit.kind) ? real_time(*visit.record) : std::nullopt;
}

/// Whether the stamps of a visit stand after section 2a. That its time is rounded to nothing is found in section 2b,
/// later, and makes no other visit of it; without a time at all (a missing stamp that counts zero) nothing is at the
/// home.
inline bool stands(const judged_visit& visit) {
  return visit.reason == unbilled_reason::none ||
         (visit.reason == unbilled_reason::zero_duration && visit.time.retained != retained_time());
}

/// Cuts the segments of a visit so that the first ones last `time`; returns how many these are.
inline std::size_t cut_segments(segment_list& segments, const exact_duration& time) {
  segment_list out;
  exact_duration left = time;
  std::size_t inside = 0;
  for (const segment& part : segments) {
    const exact_duration taken = part.extra_minutes ? exact_duration() : min(part.time, left);
    left -= taken;
    if (!(taken == exact_duration())) {
      segment head = part;
      head.time = taken;
      out.push_back(head);
      ++inside;
    }
    if (!(taken == part.time)) {
      segment tail = part;
      tail.time -= taken;
      out.push_back(tail);
    }
  }
  segments = std::move(out);
  return inside;
}

/// Elapsed seconds that two visits share, and from the start of `first` to that of `second`; on the night of a clock
/// change they are not what clock readings say.
struct shared_time {
  std::int64_t both = 0;
  std::int64_t offset = 0;

  static shared_time of(const retained_time& second, const retained_time& first) {
    const auto crosses = [](const retained_time& one) {
      const interval& period = one.period;
      return period.end.seconds - period.start.seconds != one.length.seconds || period.start.fold != 0 ||
             period.end.fold != 0;
    };
    const place_finder places{crosses(second) || crosses(first)};
    const std::int64_t own = places.of(second.period.start), others = places.of(first.period.start);
    const std::int64_t end = std::min(places.of(second.period.end), places.of(first.period.end));
    return {end - std::max(own, others), own - others};
  }
};

/// Marks the time during which `first` was there too: the start of the second visit.
inline void mark_double(judged_visit& second, const judged_visit& first) {
  const auto shared = shared_time::of(second.time.retained, first.time.retained);
  if (second.time.retained.length.seconds <= 0 || shared.both <= 0) return;
  double_part part;
  part.first = &first;
  part.time = duration::of_seconds(shared.both);
  part.offset = duration::of_seconds(std::max<std::int64_t>(shared.offset, 0));
  second.second_of = part;
}

}  // namespace detail

/// Holds the later message of two visits that are one: same provider and caregiver, overlapping times, two identifiers.
/// `visits` are in clock order.
inline void hold_same_visit(std::span<judged_visit> visits, findings& found) {
  for (std::size_t i = 0; i < visits.size(); ++i) {
    for (std::size_t j = i + 1; j < visits.size(); ++j) {
      const auto &a = *visits[i].record, &b = *visits[j].record;
      const auto first = detail::time_at_home(visits[i]), second = detail::time_at_home(visits[j]);
      if (!first || !second || !a.retained || !b.retained) continue;
      if (visits[j].start >= a.retained->end) break;
      if (a.caregiver.empty() || a.caregiver != b.caregiver || a.provider != b.provider) continue;
      if (!detail::overlap(*a.retained, *b.retained)) continue;
      auto& held = replaces(b, a) ? visits[j] : visits[i];
      const auto& kept = replaces(b, a) ? a : b;
      if (!detail::stands(visits[i]) || !detail::stands(visits[j])) continue;
      held.reason = unbilled_reason::same_visit_two_ids;
      found.add(bil_same_visit_two_ids, held.record->delivery_id, {kept.delivery_id});
    }
  }
}

namespace detail {
/// Calls `pair(earlier, second)` for every two visits of two caregivers at the beneficiary's at once that may be
/// billed. `visits` are in clock order.
template <class Pair>
void each_at_once(std::span<judged_visit> visits, Pair pair) {
  std::vector<judged_visit*> present;  // earlier visits that may still go on
  for (judged_visit& second : visits) {
    const auto time = time_at_home(second);
    if (!time || second.record->caregiver.empty() || second.record->cancelled || !stands(second)) continue;
    std::erase_if(present, [&](const judged_visit* other) { return time_at_home(*other)->end <= second.start; });
    for (judged_visit* earlier : present) {
      if (!stands(*earlier) || !stands(second)) continue;
      if (earlier->record->caregiver == second.record->caregiver) continue;
      if (overlap(*time_at_home(*earlier), *time)) pair(*earlier, second);
    }
    present.push_back(&second);
  }
}

/// To be told of a second caregiver makes no other visit of it.
inline bool may_be_double(const rule_set& rules) {
  return rules.double_visit.allowed && rules.stamps.conflict.same_beneficiary != beneficiary_conflict_policy::reject;
}
}  // namespace detail

/// Two caregivers at the beneficiary's at once where this is no double: a finding, or a visit held, as the rules of the
/// visit that began later say. Stamps come before duration: a visit held uses nothing of the day's plan.
inline void hold_conflicts(std::span<judged_visit> visits, findings& found) {
  detail::each_at_once(visits, [&](judged_visit& other, judged_visit& second) {
    const rule_set& rules = second.rules->rules;
    const auto policy = rules.stamps.conflict.same_beneficiary;
    const bool is_expected = policy == beneficiary_conflict_policy::allow_if_double && rules.double_visit.allowed;
    if (policy == beneficiary_conflict_policy::allow || is_expected) return;
    found.add(bil_beneficiary_conflict, second.record->delivery_id, {other.record->delivery_id});
    if (policy != beneficiary_conflict_policy::reject) return;
    auto& held = replaces(*second.record, *other.record) ? second : other;
    held.reason = unbilled_reason::beneficiary_conflict;
  });
}

/// Of a double on one order line the later visit is the second, for the time it shares with the earlier one that stays
/// longest. `visits` are in clock order and must not move afterwards.
inline void find_doubles(std::span<judged_visit> visits) {
  detail::each_at_once(visits, [](const judged_visit& other, judged_visit& second) {
    if (other.line != second.line || !detail::may_be_double(second.rules->rules)) return;
    const auto both = detail::shared_time::of(second.time.retained, other.time.retained).both;
    if (!second.second_of || both > second.second_of->time.seconds) detail::mark_double(second, other);
  });
}

/// Cuts the priced segments of the second visit of a double, and pays nothing for its time there where the rules, those
/// of the visit's first day, pay the slot once. Returns what that time would have cost.
inline exact_amount cut_double(judged_visit& visit, const double_visit_rules& rules) {
  if (!visit.second_of || visit.reason != unbilled_reason::none) return {};
  if (rules.plan_factor == 2 && rules.pay_factor == 2) return {};
  const auto shared = as_billed(exact_duration(visit.second_of->time), visit.time);
  visit.second_of->segments = detail::cut_segments(visit.priced.segments, shared);
  if (rules.pay_factor == 2) return {};
  exact_amount unpaid;
  for (std::size_t i = 0; i < visit.second_of->segments; ++i) {
    unpaid += price_of(visit.priced.segments[i]);
    visit.priced.segments[i].price = unit_price();
  }
  return unpaid;
}

}  // namespace esppadom
