// Orders and visits as reconciliation looks them up.
#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/oversight/reconcile/records.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

/// A line of an order, and the order.
struct ordered {
  const order* from = nullptr;
  const order_line* line = nullptr;
};

/// A visit and whose it is.
struct visit_of {
  const visit_record* record = nullptr;
  const beneficiary_ledger* of = nullptr;
};

/// Orders and visits of all beneficiaries; what is given must outlive it.
class reconcile_facts {
 public:
  explicit reconcile_facts(std::span<const beneficiary_ledger> facts) : all_(facts) {
    for (const auto& part : facts) {
      parts_.emplace(part.beneficiary, &part);
      orders_ += part.orders.size();
      for (const auto& visit : part.visits)
        visits_[visit.delivery_id].push_back({&visit, &part});
      for (const auto& visit : part.raw_stamps)
        stamps_.emplace(visit.delivery_id, visit_of{&visit, &part});
    }
  }

  [[nodiscard]] std::span<const beneficiary_ledger> all() const { return all_; }
  [[nodiscard]] bool has_orders() const { return orders_ > 0; }
  [[nodiscard]] bool has_visits() const { return !visits_.empty(); }

  [[nodiscard]] const beneficiary_ledger* of(std::string_view beneficiary) const {
    const auto at = parts_.find(beneficiary);
    return at == parts_.end() ? nullptr : at->second;
  }

  /// The visit of that number: of that provider if one is.
  [[nodiscard]] visit_of visit(const std::string& id, std::string_view provider) const {
    const auto at = visits_.find(id);
    if (at == visits_.end()) return {};
    for (const auto& one : at->second) {
      if (one.record->provider == provider) return one;
    }
    return at->second.front();
  }

  /// Whether there are stamps of that number and nothing else.
  [[nodiscard]] bool is_stamps_only(const std::string& id) const {
    return stamps_.contains(id) && !visits_.contains(id);
  }

  /// The order lines that an invoice line can rest on: of its beneficiary and provider; those it names, else those of
  /// its service.
  [[nodiscard]] std::vector<ordered> lines_for(const stated_line& stated) const {
    std::vector<ordered> named, by_service;
    const auto* part = of(stated.beneficiary);
    if (part == nullptr) return {};
    for (const auto& one : part->orders) {
      if (one.provider.id() != stated.provider) continue;
      for (const auto& line : one.lines) {
        const bool same_service = stated.service.empty() || line.service.code() == stated.service;
        if (!stated.order_line.empty() && line.order_line_id == stated.order_line) {
          named.push_back({&one, &line});
        } else if (same_service && (stated.order_line.empty() || one.order_id == stated.order_id)) {
          by_service.push_back({&one, &line});
        }
      }
    }
    return named.empty() ? by_service : named;
  }

 private:
  std::span<const beneficiary_ledger> all_;
  std::unordered_map<std::string_view, const beneficiary_ledger*> parts_;
  std::unordered_map<std::string_view, std::vector<visit_of>> visits_;
  std::unordered_map<std::string_view, visit_of> stamps_;
  std::size_t orders_ = 0;
};

/// Why a visit is none that can be billed; `none` when it is one.
inline unbilled_reason unpayable(const visit_record& visit) {
  if (visit.correction_code == "SUP") return unbilled_reason::deleted;
  if (visit.correction_code == "HOR") return unbilled_reason::stamp_only;
  if (visit.is_planned) return unbilled_reason::planned_only;
  return unbilled_reason::none;
}

/// The time a DELIVERY says is to be billed; none where it counts no time.
inline std::optional<exact_duration> delivered_time(const visit_record& visit) {
  const measure quantity{visit.billed_quantity, visit.unit_code};
  exact_duration time;
  if (time_of(quantity).get(time) != error_code::success) return std::nullopt;
  return time;
}

inline exact_duration magnitude(const exact_duration& time) { return time < exact_duration{} ? -time : time; }
inline money magnitude(money amount) { return amount < money{} ? -amount : amount; }

/// "2026-01-01 – 2026-12-31"; open ends are left empty.
inline std::string text_of(const validity_period& period) {
  return to_string(period.start.date()) + " – " + (period.end ? to_string(period.end->date()) : std::string());
}

inline std::string minutes_of(const exact_duration& time) {
  return to_minutes_string(time.round_seconds(rounding_mode::half_up).value_or(duration{}));
}

}  // namespace detail
}  // namespace esppadom::inline ESPPADOM_ABI
