// Which circumstances belong to which visit: planned times, cancellations, extra minutes, reasons, proofs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
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
      } else {
        planned_by_people_[{item.provider, item.beneficiary}].push_back(&item);
      }
    }
    for (const auto& item : given.cancellations)
      cancelled_[item.delivery_id] = &item;
    for (const auto& item : given.extra_minutes)
      extra_[item.delivery_id] = &item;
    for (const auto& item : given.corrections)
      corrections_[item.delivery_id] = &item;
    for (const auto& item : given.payable_reasons)
      payable_[item.delivery_id] = &item;
    for (const auto& item : given.proofs)
      proofs_[item.delivery_id] = &item;
    for (const auto& item : given.stamp_distances) {
      const auto [at, is_new] = distances_.try_emplace(item.delivery_id, &item);
      if (!is_new && item.metres > at->second->metres) at->second = &item;
    }
  }

  void apply(const std::string& beneficiary, visit_record& visit) {
    if (!visit.planned) visit.planned = planned(beneficiary, visit);
    if (const auto at = cancelled_.find(visit.delivery_id); at != cancelled_.end()) {
      visit.cancelled = *at->second;
      used_.insert(at->second);
    }
    if (const auto at = extra_.find(visit.delivery_id); at != extra_.end()) {
      visit.extra_minutes = added_minutes{at->second->minutes, at->second->reason, at->second->author};
      used_.insert(at->second);
    }
    if (const auto at = corrections_.find(visit.delivery_id); at != corrections_.end()) {
      visit.correction = correction_note{at->second->reason, at->second->author};
      used_.insert(at->second);
    }
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
    for (const auto& item : given_.cancellations)
      report(item.delivery_id, &item, "cancellations", found);
    for (const auto& item : given_.extra_minutes)
      report(item.delivery_id, &item, "extra_minutes", found);
    for (const auto& item : given_.corrections)
      report(item.delivery_id, &item, "corrections", found);
    for (const auto& item : given_.payable_reasons)
      report(item.delivery_id, payable_, "payable_reasons", found);
    for (const auto& item : given_.proofs)
      report(item.delivery_id, proofs_, "proofs", found);
    for (const auto& item : given_.stamp_distances)
      report(item.delivery_id, distances_, "stamp_distances", found);
    for (const auto& item : given_.planned_visits) {
      if (item.delivery_id) report(*item.delivery_id, &item, "planned_visits", found);
    }
  }

 private:
  template <class Item>
  using by_visit = std::unordered_map<std::string, const Item*>;

  template <class Item>
  const Item* of_visit(const by_visit<Item>& items, const visit_record& visit) {
    const auto at = items.find(visit.delivery_id);
    if (at == items.end()) return nullptr;
    used_.insert(at->second);
    return at->second;
  }

  void report(const std::string& id, const void* item, const char* kind, findings& found) const {
    if (!used_.contains(item)) found.add(bil_circumstance_without_visit, id, {kind, id});
  }
  template <class Item>
  void report(const std::string& id, const by_visit<Item>& items, const char* kind, findings& found) const {
    report(id, items.at(id), kind, found);
  }

  std::optional<interval> planned(const std::string& beneficiary, const visit_record& visit) {
    if (const auto at = planned_by_id_.find(visit.delivery_id); at != planned_by_id_.end()) {
      used_.insert(at->second);
      return interval{at->second->start, at->second->end};
    }
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
    used_.insert(best);
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
  std::unordered_map<std::string, const planned_visit*> planned_by_id_;
  std::map<std::pair<std::string, std::string>, std::vector<const planned_visit*>> planned_by_people_;
  std::unordered_map<std::string, const cancellation*> cancelled_;
  std::unordered_map<std::string, const extra_minutes_entry*> extra_;
  std::unordered_map<std::string, const correction_entry*> corrections_;
  by_visit<payable_reason> payable_;
  by_visit<proof_entry> proofs_;
  by_visit<stamp_distance> distances_;
  std::set<const void*> used_;
};

}  // namespace detail

}  // namespace esppadom
