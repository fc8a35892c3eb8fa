// Raw stamps (`HOR` messages) find the visit they belong to. Billing rules reference, section 2a, steps 2 to 5.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "esppadom/bill/visit_place.hpp"
#include "esppadom/billing/duplicate_stamps.hpp"
#include "esppadom/billing/findings.hpp"
#include "esppadom/billing/stamp_findings.hpp"
#include "esppadom/billing/visit_record.hpp"
#include "esppadom/rules/rule_set.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// When raw stamps were taken: arrival, else departure, else what else the message says.
inline local_time reference_stamp(const visit_record& raw) {
  return raw.arrival ? *raw.arrival : raw.departure ? *raw.departure : reference_start(raw);
}

namespace detail {

/// What raw stamps last. One stamp is a second, the one after an arrival or before a departure: of two visits without a
/// gap the first ends with it and the second begins with it.
inline interval time_of_stamps(const visit_record& raw) {
  interval time{reference_stamp(raw), raw.departure ? *raw.departure : reference_stamp(raw)};
  if (raw.departure && !raw.arrival) --time.start.seconds;
  if (time.end <= time.start) time.end.seconds = time.start.seconds + 1;
  return time;
}

}  // namespace detail

/// The visit raw stamps belong to: of the same identifier, else of the same caregiver at that time; null = none. Times
/// that only touch do not overlap.
inline visit_record* visit_of_stamps(std::span<visit_record> visits, const visit_record& raw) {
  for (auto& visit : visits) {
    if (visit.provider == raw.provider && visit.delivery_id == raw.delivery_id) return &visit;
  }
  const interval time = detail::time_of_stamps(raw);
  for (auto& visit : visits) {
    if (visit.provider != raw.provider || visit.caregiver != raw.caregiver) continue;
    auto real = detail::real_time(visit);
    if (real && real->end <= real->start) real->end.seconds = real->start.seconds + 1;
    if (real && detail::overlap_seconds(*real, time) > 0) return &visit;
  }
  return nullptr;
}

namespace detail {

/// The stamps that repetitions of one visit are compared with: its own, else the first raw ones.
struct first_stamps {
  std::optional<local_time> arrival;
  std::optional<local_time> departure;
};

/// The first arrival and the last departure of stamps that are one.
inline void drop_duplicates(visit_record& visit, const visit_record& raw, const first_stamps& first,
                            const rule_set& rules, findings& found) {
  const bool arrival = is_duplicate(first.arrival, raw.arrival, rules.stamps, rules.calendar);
  const bool departure = is_duplicate(first.departure, raw.departure, rules.stamps, rules.calendar);
  if (!arrival && !departure) return;
  if (arrival && *raw.arrival < *visit.arrival) {
    visit.arrival = raw.arrival;
    visit.arrival_methods = raw.arrival_methods;
  }
  if (departure && *visit.departure < *raw.departure) {
    visit.departure = raw.departure;
    visit.departure_methods = raw.departure_methods;
  }
  found.add(bil_duplicate_stamp, raw.delivery_id, {visit.delivery_id});
}

}  // namespace detail

/// Adds raw stamps to their visits, in the order in which they were issued, with a finding each; returns those that
/// belong to none. `rules_of` gives the rule set of a visit.
template <class RulesOf>
std::vector<const visit_record*> add_raw_stamps(std::span<visit_record> visits,
                                                std::span<const visit_record> raw_stamps, RulesOf rules_of,
                                                findings& found) {
  std::vector<const visit_record*> in_order;
  for (const auto& raw : raw_stamps)
    in_order.push_back(&raw);
  std::sort(in_order.begin(), in_order.end(), [](const visit_record* a, const visit_record* b) {
    return std::tie(a->issued_at, a->delivery_id, a->digest) < std::tie(b->issued_at, b->delivery_id, b->digest);
  });
  std::map<const visit_record*, detail::first_stamps> first;
  std::vector<const visit_record*> left;
  for (const auto* raw : in_order) {
    auto* visit = visit_of_stamps(visits, *raw);
    if (!visit) {
      left.push_back(raw);
      continue;
    }
    const auto at = first.try_emplace(visit, detail::first_stamps{visit->arrival, visit->departure}).first;
    detail::drop_duplicates(*visit, *raw, at->second, rules_of(*visit), found);
    add_stamps(*visit, *raw);
    if (!at->second.arrival) at->second.arrival = visit->arrival;
    if (!at->second.departure) at->second.departure = visit->departure;
    found.add(bil_raw_stamps_merged, raw->delivery_id, {visit->delivery_id});
  }
  return left;
}

}  // namespace esppadom::inline ESPPADOM_ABI
