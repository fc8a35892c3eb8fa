// What plans paid of visits that were invoiced, where that stands (`smoothing.late` = keep_closed): facts of the
// ledger, replayed before anything is funded, and the differences of this run. Billing rules reference, section 2c
// (open).
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/pool_book.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/pools.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// A part of a visit: provider, delivery, first day.
using visit_day = std::tuple<std::string, std::string, local_date>;

/// What one visit uses of one pool: as it was invoiced, and as this run finds it.
struct pool_use_of_visit {
  exact_duration asked, covered;          ///< as invoiced
  exact_duration asked_now, covered_now;  ///< 0 as long as no visit says otherwise
  bool is_settled = false;                ///< the pool knows `covered_now`

  [[nodiscard]] bool is_invoiced() const { return asked != exact_duration() || covered != exact_duration(); }
  /// What the visit may take: what it took, and for what it asks more than then, what is left now.
  [[nodiscard]] exact_duration limit(const exact_duration& asks, const exact_duration& left) const {
    return covered + min(max(asks - asked, exact_duration()), left);
  }
};

class closed_visits {
 public:
  explicit closed_visits(std::span<const closed_use> facts) : facts_(facts) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const closed_use& fact = facts[i];
      order_.try_emplace({fact.provider, fact.delivery_id}, i);
      pool_use_of_visit& use = uses_[{fact.pool, fact.provider, fact.delivery_id, fact.day}];
      use.asked += fact.asked;
      use.covered += fact.covered;
    }
  }

  [[nodiscard]] bool empty() const { return facts_.empty(); }

  /// Invoiced visits come first, in the order in which they were invoiced.
  [[nodiscard]] std::size_t order_of(const visit_record& visit) const {
    const auto at = order_.find({visit.provider, visit.delivery_id});
    return at == order_.end() ? (std::numeric_limits<std::size_t>::max)() : at->second;
  }

  /// The first day of each pool.
  void starts(pool_book& pools) const {
    for (const closed_use& fact : facts_)
      pools.starts(fact.pool, fact.day);
  }

  /// Draws on the pools as the invoices did, one after the other, then gives back what visits used that are not there
  /// any more: `live` are those that are.
  void replay(pool_book& pools, const std::set<visit_day>& live) {
    for (const closed_use& fact : facts_) {
      if (pool* from = pools.find(fact.pool, fact.day)) from->settle(from->slot_of(fact.day), fact.covered);
    }
    for (auto& [key, use] : uses_) {
      const auto& [name, provider, delivery, day] = key;
      if (!live.contains({provider, delivery, day})) give_back(pools, key, use);
    }
  }

  pool_use_of_visit& of(std::string_view pool, const visit_day& part) {
    const auto& [provider, delivery, day] = part;
    return uses_[{std::string(pool), provider, delivery, day}];
  }

  /// What this run changes, for the ledger. What was not funded again is given back.
  std::vector<closed_use> differences(pool_book& pools) {
    std::vector<closed_use> out;
    for (auto& [key, use] : uses_) {
      if (!use.is_settled) give_back(pools, key, use);
      const auto& [name, provider, delivery, day] = key;
      closed_use change{name, day, provider, delivery, use.asked_now - use.asked, use.covered_now - use.covered};
      if (change.asked != exact_duration() || change.covered != exact_duration()) out.push_back(std::move(change));
    }
    // As this run drew: by day.
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    return out;
  }

 private:
  using place = std::tuple<std::string, std::string, std::string, local_date>;  // pool, then the visit

  static void give_back(pool_book& pools, const place& key, pool_use_of_visit& use) {
    use.is_settled = true;
    const local_date day = std::get<3>(key);
    if (pool* from = pools.find(std::get<0>(key), day))
      from->settle(from->slot_of(day), exact_duration() - use.covered);
  }

  std::span<const closed_use> facts_;
  std::map<std::pair<std::string, std::string>, std::size_t> order_;  // by (provider, delivery)
  std::map<place, pool_use_of_visit> uses_;
};

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
