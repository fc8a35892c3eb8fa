// Which circumstances belong to which visit: planned times, cancellations, extra minutes, reasons, proofs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "esppadom/bill/visit_place.hpp"
#include "esppadom/billing/findings.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/special.hpp"
#include "esppadom/billing/stamp_checks.hpp"
#include "esppadom/message/circumstances.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Circumstances, indexed by what they name.
class circumstance_index {
 public:
  explicit circumstance_index(const circumstances& given) : given_(given) {
    for (const auto& item : given.planned_visits) {
      if (item.delivery_id) {
        planned_by_id_[*item.delivery_id] = &item;
        has_come_[*item.delivery_id] = false;
      } else {
        planned_by_people_[{item.provider, item.beneficiary}].push_back(&item);
      }
    }
    index(given.cancellations, cancelled_);
    index(given.extra_minutes, extra_);
    index(given.corrections, corrections_);
    index(given.payable_reasons, payable_);
    index(given.proofs, proofs_);
    index(given.stamp_distances, distances_);
    for (const auto& item : given.stamp_distances) {
      auto& farthest = distances_[item.delivery_id];
      if (item.metres > farthest->metres) farthest = &item;
    }
  }

  void apply(const std::string& beneficiary, visit_record& visit) {
    if (const auto at = has_come_.find(visit.delivery_id); at != has_come_.end()) at->second = true;
    if (!visit.planned) visit.planned = planned(beneficiary, visit);
    if (const auto* item = of_visit(cancelled_, visit)) visit.cancelled = *item;
    if (const auto* item = of_visit(extra_, visit))
      visit.extra_minutes = added_minutes{item->minutes, item->reason, item->author};
    if (const auto* item = of_visit(corrections_, visit))
      visit.correction = correction_note{item->reason, item->author};
    if (const auto* item = of_visit(payable_, visit)) visit.payable_reason = item->reason;
    if (const auto* item = of_visit(proofs_, visit)) visit.proof = item->reference;
    if (const auto* item = of_visit(distances_, visit)) visit.distance_m = item->metres;
    if (const auto* period = incompatible_on(beneficiary, reference_start(visit).date())) {
      visit.incompatible = true;
      if (!visit.decision_ref) visit.decision_ref = period->decision_ref;
      if (!visit.incompatible_reason) visit.incompatible_reason = period->reason;
    }
    visit.outage = visit.outage || in_outage(visit);
  }

  void report_unused(findings& found) const {
    report(given_.cancellations, "cancellations", found);
    report(given_.extra_minutes, "extra_minutes", found);
    report(given_.corrections, "corrections", found);
    report(given_.payable_reasons, "payable_reasons", found);
    report(given_.proofs, "proofs", found);
    report(given_.stamp_distances, "stamp_distances", found);
    for (const auto& item : given_.planned_visits) {
      if (item.delivery_id) report(*item.delivery_id, "planned_visits", found);
    }
  }

 private:
  template <class Item>
  using by_visit = std::unordered_map<std::string, const Item*>;

  template <class Item>
  void index(const std::vector<Item>& items, by_visit<Item>& by_id) {
    for (const auto& item : items) {
      by_id[item.delivery_id] = &item;
      has_come_[item.delivery_id] = false;
    }
  }

  template <class Item>
  static const Item* of_visit(const by_visit<Item>& items, const visit_record& visit) {
    const auto at = items.find(visit.delivery_id);
    return at == items.end() ? nullptr : at->second;
  }

  void report(const std::string& id, const char* kind, findings& found) const {
    if (!has_come_.at(id)) found.add(bil_circumstance_without_visit, id, {kind, id});
  }
  template <class Item>
  void report(const std::vector<Item>& items, const char* kind, findings& found) const {
    for (const auto& item : items)
      report(item.delivery_id, kind, found);
  }

  std::optional<interval> planned(const std::string& beneficiary, const visit_record& visit) {
    if (const auto* item = of_visit(planned_by_id_, visit)) return interval{item->start, item->end};
    if (planned_by_people_.empty()) return std::nullopt;
    auto real = real_time(visit);
    const auto at = planned_by_people_.find({visit.provider, beneficiary});
    if (!real || at == planned_by_people_.end()) return std::nullopt;
    // A visit that ends as it begins is of the planned time in which that instant lies.
    if (real->end == real->start) ++real->end.seconds;
    const planned_visit* best = nullptr;
    std::int64_t most = 0;
    for (const auto* item : at->second) {
      if (!may_be(*item, visit)) continue;
      const auto shared = overlap_seconds({item->start, item->end}, *real);
      if (shared > most || (shared == most && best && item->start < best->start)) {
        best = item;
        most = shared;
      }
    }
    if (!best) return std::nullopt;
    return interval{best->start, best->end};
  }

  static bool may_be(const planned_visit& item, const visit_record& visit) {
    const bool same_caregiver = !item.caregiver || *item.caregiver == visit.caregiver;
    return same_caregiver && (!item.service || visit.service.empty() || *item.service == visit.service);
  }

  const incompatible_period* incompatible_on(const std::string& beneficiary, local_date date) const {
    for (const auto& item : given_.incompatible_periods) {
      if (item.beneficiary == beneficiary && item.from <= date && (!item.to || date <= *item.to)) return &item;
    }
    return nullptr;
  }

  /// Whether stamping was out of order at the time of the visit. Which stamps it lacks is told by its rules. An outage
  /// of one means is not that of a visit that names others; one without any stamp names none, and is in any outage.
  bool in_outage(const visit_record& visit) const {
    const auto time = planned_time(visit) ? planned_time(visit) : visit.retained;
    if (!time) return false;
    return std::any_of(given_.outages.begin(), given_.outages.end(), [&](const auto& item) {
      if (item.provider != visit.provider || !detail::overlap(interval{item.from, item.to}, *time)) return false;
      if (!item.method || (visit.arrival_methods.empty() && visit.departure_methods.empty())) return true;
      const auto name = method_name(*item.method);
      return names_method(visit.arrival_methods, name) || names_method(visit.departure_methods, name);
    });
  }

  const circumstances& given_;
  by_visit<planned_visit> planned_by_id_;
  std::map<std::pair<std::string, std::string>, std::vector<const planned_visit*>> planned_by_people_;
  by_visit<cancellation> cancelled_;
  by_visit<extra_minutes_entry> extra_;
  by_visit<correction_entry> corrections_;
  by_visit<payable_reason> payable_;
  by_visit<proof_entry> proofs_;
  by_visit<stamp_distance> distances_;
  std::unordered_map<std::string, bool> has_come_;  ///< the visits that entries name
};

}  // namespace detail

}  // namespace esppadom
