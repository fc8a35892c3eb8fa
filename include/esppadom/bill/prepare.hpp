// The global step before beneficiaries are billed one by one: increments are merged into the ledger's facts, messages
// replace each other, circumstances find their visits. Nothing here depends on the order of the input.
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "esppadom/bill/increment.hpp"
#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/special.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a visit's caregiver did at another beneficiary's, by delivery id.
struct caregiver_elsewhere {
  std::string overlapping;  ///< at the same time, of a message that came earlier; empty = nothing
  std::string previous;     ///< just before; empty = nothing nearer than any travel time asked for
  duration gap;             ///< since `previous` ended
};

/// Where a visit stands in the world: its provider and the delivery id, which is the provider's own.
using visit_place = std::pair<std::string_view, std::string_view>;

constexpr visit_place place_of(const visit_record& visit) { return {visit.provider, visit.delivery_id}; }

/// Orders places that own their text, and those that do not.
struct place_less {
  using is_transparent = void;
  bool operator()(const visit_place& a, const visit_place& b) const noexcept { return a < b; }
};

/// Visits whose caregiver was elsewhere at that time, or just before: (provider, delivery id) → where.
using caregiver_conflicts = std::map<std::pair<std::string, std::string>, caregiver_elsewhere, place_less>;

/// Visits by (provider, delivery id) → digest of the message of each that was refused.
using refused_messages = std::map<std::pair<std::string, std::string>, std::string>;

/// The facts of every beneficiary of increment and ledger, sorted by identifier.
struct prepared_facts {
  std::vector<beneficiary_ledger> beneficiaries;
  caregiver_conflicts conflicts;
  std::vector<unbilled_visit> unbilled;
  std::vector<advance> advances;                ///< of the circumstances
  std::vector<std::string> rejected_documents;  ///< refused as a whole
  refused_messages resubmitted;                 ///< sent again in the very run that is told of their refusal
  findings found;
};

namespace detail {
struct place_hash {
  std::size_t operator()(const visit_place& place) const noexcept {
    const std::hash<std::string_view> hash;
    return hash(place.second) + 0x9E3779B97F4A7C15u * hash(place.first);
  }
};

/// Merges increment and ledger. Visits are looked at where they stand, in ledger and increment, which must outlive the
/// merger, and copied once, at the end.
class fact_merger {
 public:
  fact_merger(const ledger& before, const increment& input, findings& found) {
    for (const auto& part : before.beneficiaries) {
      auto& facts = part_of(part.beneficiary).facts;
      facts.opening = part.opening;
      facts.orders = part.orders;
      facts.raw_stamps = part.raw_stamps;
      facts.lines = part.lines;
      facts.absences = part.absences;
      facts.closed = part.closed;
      facts.alerts = part.alerts;
      for (const auto& visit : part.visits)
        add_visit(part.beneficiary, visit, false);
    }
    for (const auto& message : input.orders())
      add_order(message, found);
    places_.reserve(places_.size() + input.visits().size());
    for (const auto& entry : input.visits()) {
      if (entry.visit.correction_code == "HOR") {
        add_raw(entry);
      } else {
        add_visit(entry.beneficiary, entry.visit, true);
      }
    }
    report_replaced(found);
  }

  /// An absence with the same first day replaces the one known: an end is often known only later.
  void add(std::vector<absence> absences) {
    std::sort(absences.begin(), absences.end(), [](const absence& a, const absence& b) {
      return std::tie(a.from, a.to, a.reason) < std::tie(b.from, b.to, b.reason);
    });
    for (const auto& each : absences) {
      auto& known = part_of(each.beneficiary).facts.absences;
      const auto place = std::lower_bound(known.begin(), known.end(), each.from,
                                          [](const absence& one, local_date from) { return one.from < from; });
      if (place != known.end() && place->from == each.from) {
        *place = each;
      } else {
        known.insert(place, each);
      }
    }
  }

  void drop_absent(const std::vector<complete_month>& complete) {
    if (complete.empty()) return;
    std::erase_if(slots_, [&](const slot& each) {
      if (each.messages != 0) return false;
      const auto month = local_month::of(reference_start(*each.visit).date());
      return std::any_of(complete.begin(), complete.end(), [&](const auto& item) {
        return item.provider == each.visit->provider && item.month == month;
      });
    });
    places_.clear();  // of slots that have moved
  }

  std::vector<beneficiary_ledger> finish() {
    for (const auto& each : slots_)
      part_of(each.beneficiary).visits.push_back(each.visit);
    std::vector<gathered*> sorted;
    for (auto& each : parts_)
      sorted.push_back(&each);
    std::sort(sorted.begin(), sorted.end(),
              [](const gathered* a, const gathered* b) { return a->facts.beneficiary < b->facts.beneficiary; });
    std::vector<beneficiary_ledger> result;
    result.reserve(sorted.size());
    for (auto* each : sorted) {
      auto& facts = each->facts;
      std::sort(facts.orders.begin(), facts.orders.end(), [](const order& a, const order& b) {
        return std::tie(a.issued_at, a.order_id) < std::tie(b.issued_at, b.order_id);
      });
      std::sort(facts.raw_stamps.begin(), facts.raw_stamps.end(), comes_before);
      std::sort(each->visits.begin(), each->visits.end(),
                [](const visit_record* a, const visit_record* b) { return comes_before(*a, *b); });
      facts.visits.reserve(each->visits.size());
      for (const auto* visit : each->visits)
        facts.visits.push_back(*visit);
      result.push_back(std::move(facts));
    }
    return result;
  }

 private:
  /// A visit, whatever the messages that told of it.
  struct slot {
    std::string_view beneficiary;
    const visit_record* visit = nullptr;  ///< in ledger or increment; `own` where several messages are one
    std::size_t messages = 0;             ///< of the increment
    visit_record* own = nullptr;
  };

  struct gathered {
    beneficiary_ledger facts;
    std::vector<const visit_record*> visits;
  };

  static bool comes_before(const visit_record& a, const visit_record& b) {
    return std::tie(a.provider, a.delivery_id, a.digest) < std::tie(b.provider, b.delivery_id, b.digest);
  }

  gathered& part_of(std::string_view beneficiary) {
    if (last_ && last_->facts.beneficiary == beneficiary) return *last_;
    const auto at = names_.find(beneficiary);
    if (at != names_.end()) return *(last_ = at->second);
    last_ = &parts_.emplace_back();
    last_->facts.beneficiary = beneficiary;
    names_.emplace(last_->facts.beneficiary, last_);
    return *last_;
  }

  void add_visit(std::string_view beneficiary, const visit_record& visit, bool is_new) {
    const auto [at, inserted] = places_.try_emplace(place_of(visit), slots_.size());
    if (inserted) slots_.push_back({beneficiary, &visit});
    auto& known = slots_[at->second];
    if (!inserted) {
      if (replaces(visit, *known.visit)) known.beneficiary = beneficiary;
      auto both = merged(*known.visit, visit);
      if (!known.own) known.own = &merged_.emplace_back();
      *known.own = std::move(both);
      known.visit = known.own;
    }
    part_of(beneficiary);  // a beneficiary whose visit moves away is billed too: lines may have to be given back
    if (is_new) ++known.messages;
  }

  void report_replaced(findings& found) const {
    std::vector<const slot*> repeated;
    for (const auto& each : slots_) {
      if (each.messages > 1) repeated.push_back(&each);
    }
    // Sorted: findings must not depend on the order of messages.
    std::sort(repeated.begin(), repeated.end(),
              [](const slot* a, const slot* b) { return comes_before(*a->visit, *b->visit); });
    for (const auto* each : repeated)
      found.add(bil_replaced, each->visit->delivery_id, {std::to_string(each->messages)});
  }

  void add_raw(const named_visit& entry) {
    auto& raw = part_of(entry.beneficiary).facts.raw_stamps;
    const auto known = std::any_of(raw.begin(), raw.end(), [&](const visit_record& other) {
      return other.provider == entry.visit.provider && other.delivery_id == entry.visit.delivery_id &&
             other.digest == entry.visit.digest;
    });
    if (!known) raw.push_back(entry.visit);
  }

  void add_order(const order& message, findings& found) {
    auto& orders = part_of(message.beneficiary.id()).facts.orders;
    const auto at = std::find_if(orders.begin(), orders.end(), [&](const order& other) {
      return other.order_id == message.order_id && other.ordering_party.id() == message.ordering_party.id();
    });
    if (at == orders.end()) {
      orders.push_back(message);
    } else if (*at != message) {
      found.add(bil_same_order_id, message.order_id, {message.order_id});
      const auto rank = [](const order& candidate) { return std::pair(candidate.issued_at, content_hash(candidate)); };
      if (rank(message) > rank(*at)) *at = message;
    }
  }

  std::deque<gathered> parts_;  ///< addresses stay
  std::unordered_map<std::string_view, gathered*> names_;
  gathered* last_ = nullptr;  ///< messages of one beneficiary mostly follow each other
  std::vector<slot> slots_;
  std::unordered_map<visit_place, std::size_t, place_hash> places_;
  std::deque<visit_record> merged_;
};

inline std::optional<interval> real_time(const visit_record& visit) {
  if (visit.retained) return visit.retained;
  if (visit.arrival && visit.departure) return interval{*visit.arrival, *visit.departure};
  return std::nullopt;
}

inline std::int64_t overlap_seconds(const interval& a, const interval& b) {
  return std::min(a.end.seconds, b.end.seconds) - std::max(a.start.seconds, b.start.seconds);
}

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

  bool in_outage(const visit_record& visit) const {
    if (visit.arrival && visit.departure) return false;
    const auto time = planned_time(visit) ? planned_time(visit) : visit.retained;
    if (!time) return false;
    return std::any_of(given_.outages.begin(), given_.outages.end(), [&](const auto& item) {
      if (item.provider != visit.provider || !detail::overlap(interval{item.from, item.to}, *time)) return false;
      const auto uses = [&](const auto& methods) {
        return std::find(methods.begin(), methods.end(), *item.method) != methods.end();
      };
      return !item.method || uses(visit.arrival_methods) || uses(visit.departure_methods);
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

/// Overlaps of one caregiver's visits at different beneficiaries, and gaps shorter than `travel` between them, over all
/// beneficiaries: one pass a caregiver.
inline caregiver_conflicts find_caregiver_conflicts(const std::vector<beneficiary_ledger>& beneficiaries,
                                                    duration travel) {
  struct stay {
    const visit_record* visit;
    const std::string* beneficiary;
  };
  std::unordered_map<visit_place, std::vector<stay>, place_hash> by_caregiver;  // (provider, caregiver)
  for (const auto& facts : beneficiaries) {
    for (const auto& visit : facts.visits) {
      const bool live = visit.retained && !visit.caregiver.empty() && !visit.is_planned &&
                        visit.correction_code != "SUP" &&
                        !is_monthly_total({visit.arrival, visit.departure, visit.retained, std::nullopt});
      if (live) by_caregiver[{visit.provider, visit.caregiver}].push_back({&visit, &facts.beneficiary});
    }
  }
  caregiver_conflicts conflicts;
  for (auto& [who, stays] : by_caregiver) {
    std::sort(stays.begin(), stays.end(), [](const stay& a, const stay& b) {
      return std::tie(a.visit->retained->start, a.visit->delivery_id) <
             std::tie(b.visit->retained->start, b.visit->delivery_id);
    });
    const stay* longest = nullptr;
    for (const auto& next : stays) {
      if (longest && *longest->beneficiary != *next.beneficiary &&
          overlap(*longest->visit->retained, *next.visit->retained)) {
        const auto* later = replaces(*next.visit, *longest->visit) ? next.visit : longest->visit;
        const auto* other = later == next.visit ? longest->visit : next.visit;
        conflicts[{later->provider, later->delivery_id}].overlapping = other->delivery_id;
      } else if (longest && *longest->beneficiary != *next.beneficiary) {
        const auto gap =
            duration::of_seconds(next.visit->retained->start.seconds - longest->visit->retained->end.seconds);
        if (gap < travel) {
          auto& where = conflicts[{next.visit->provider, next.visit->delivery_id}];
          where.previous = longest->visit->delivery_id;
          where.gap = gap;
        }
      }
      if (!longest || longest->visit->retained->end < next.visit->retained->end) longest = &next;
    }
  }
  return conflicts;
}

/// The digests that a ledger knows its visits by.
inline refused_messages messages_of(const ledger& before) {
  refused_messages known;
  for (const auto& part : before.beneficiaries) {
    for (const auto& visit : part.visits)
      known[{visit.provider, visit.delivery_id}] = visit.digest;
  }
  return known;
}

/// Marks the visits of what a payer refused: they are credited, and wait until they are sent again. What was refused is
/// the message the ledger knows: one that replaces it in this run waits with it, for a difference of nothing would
/// leave the refused line standing, and is returned, to be billed by the next run.
inline refused_messages apply_rejections(const std::vector<rejection>& given, const ledger& before,
                                         std::vector<beneficiary_ledger>& beneficiaries, findings& found) {
  refused_messages resubmitted;
  if (given.empty()) return resubmitted;
  const auto known_messages = messages_of(before);
  for (const auto& item : given) {
    bool known = false;
    for (auto& facts : beneficiaries) {
      std::set<std::pair<std::string_view, std::string_view>> refused;
      for (const auto& line : facts.lines) {
        if (line.document != item.invoice_id) continue;
        if (item.line_id && *item.line_id != std::to_string(line.number)) continue;
        known = true;
        for (const auto& visit : line.deliveries)
          refused.insert({line.provider, visit.delivery_id});
      }
      for (auto& visit : facts.visits) {
        // A refusal counts once, even when it is told again after the visit was sent again.
        const bool told = visit.rejected && visit.rejected->invoice_id == item.invoice_id;
        if (told || !refused.contains({visit.provider, visit.delivery_id})) continue;
        visit.rejected = rejected_visit{item.invoice_id, item.reason, visit.digest};
        const auto message = known_messages.find({visit.provider, visit.delivery_id});
        if (message != known_messages.end() && message->second != visit.digest) resubmitted.insert(*message);
      }
    }
    if (!known) found.add(bil_rejection_unknown, item.invoice_id, {item.invoice_id, item.line_id.value_or("-")});
  }
  return resubmitted;
}

}  // namespace detail

/// The longest travel time that any rule set of a book asks for; zero when none does.
inline duration longest_travel(const rule_book& rules) {
  duration longest;
  for (const auto& each : rules.versions) {
    if (const auto travel = each.values.stamps.conflict.travel) longest = max(longest, *travel);
  }
  return longest;
}

/// Merges an increment and circumstances into the facts of a ledger. `travel`: gaps between a caregiver's visits at
/// different beneficiaries are noted when they are shorter.
inline prepared_facts prepare(const increment& input, const circumstances& given, const ledger& before,
                              const std::vector<complete_month>& complete, duration travel = {}) {
  prepared_facts result;
  result.found.merge(input.found());
  detail::fact_merger merger(before, input, result.found);
  merger.add(given.absences);
  merger.drop_absent(complete);
  result.beneficiaries = merger.finish();

  detail::circumstance_index index(given);
  for (auto& facts : result.beneficiaries) {
    for (auto& visit : facts.visits)
      index.apply(facts.beneficiary, visit);
  }
  index.report_unused(result.found);
  result.resubmitted = detail::apply_rejections(given.rejections, before, result.beneficiaries, result.found);
  result.advances = given.advances;
  for (const auto& item : given.rejections) {
    if (!item.line_id) result.rejected_documents.push_back(item.invoice_id);
  }
  result.conflicts = detail::find_caregiver_conflicts(result.beneficiaries, travel);
  for (const auto& entry : input.nameless()) {
    result.unbilled.push_back({entry.visit.delivery_id, entry.beneficiary, entry.visit.provider,
                               local_month::of(reference_start(entry.visit).date()),
                               unbilled_reason::identifier_missing, std::nullopt});
  }
  return result;
}

}  // namespace esppadom
