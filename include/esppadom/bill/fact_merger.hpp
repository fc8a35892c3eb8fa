// Increment and ledger as one: which of several messages about a visit or an order counts. Billing rules reference,
// sections 1 and 2f.
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "esppadom/bill/increment.hpp"
#include "esppadom/bill/visit_place.hpp"
#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/findings.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/message/circumstances.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

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

}  // namespace detail

}  // namespace esppadom
