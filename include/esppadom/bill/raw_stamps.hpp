// Raw stamps (`HOR` messages) find the visit they belong to. Billing rules reference, section 2a.
#pragma once

#include <span>
#include <vector>

#include "esppadom/bill/prepare.hpp"
#include "esppadom/billing/findings.hpp"
#include "esppadom/billing/visit_record.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// When raw stamps were taken: arrival, else departure, else what else the message says.
inline local_time reference_stamp(const visit_record& raw) {
  return raw.arrival ? *raw.arrival : raw.departure ? *raw.departure : reference_start(raw);
}

/// The visit raw stamps belong to: of the same identifier, else of the same caregiver at that time; null = none.
inline visit_record* visit_of_stamps(std::span<visit_record> visits, const visit_record& raw) {
  for (auto& visit : visits) {
    if (visit.provider == raw.provider && visit.delivery_id == raw.delivery_id) return &visit;
  }
  const interval time{reference_stamp(raw), raw.departure ? *raw.departure : reference_stamp(raw)};
  for (auto& visit : visits) {
    if (visit.provider != raw.provider || visit.caregiver != raw.caregiver) continue;
    const auto real = detail::real_time(visit);
    if (real && real->start <= time.end && time.start <= real->end) return &visit;
  }
  return nullptr;
}

/// Adds raw stamps to their visits, with a finding each; returns those that belong to none.
inline std::vector<const visit_record*> add_raw_stamps(std::span<visit_record> visits,
                                                       std::span<const visit_record> raw_stamps, findings& found) {
  std::vector<const visit_record*> left;
  for (const auto& raw : raw_stamps) {
    if (auto* visit = visit_of_stamps(visits, raw)) {
      add_stamps(*visit, raw);
      found.add(bil_raw_stamps_merged, raw.delivery_id, {visit->delivery_id});
    } else {
      left.push_back(&raw);
    }
  }
  return left;
}

}  // namespace esppadom::inline ESPPADOM_ABI
