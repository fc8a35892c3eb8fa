// What a run is given: orders and deliveries as increments. A visit that is absent is unchanged; it leaves only by
// withdrawal, by replacement, or when the caller declares a provider's month complete.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/billing/findings.hpp"
#include "esppadom/billing/visit_record.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/order.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A provider whose month is declared complete: its visits of that month that are not in the increment leave.
struct complete_month {
  std::string provider;
  local_month month;
};

/// A visit and whose it is.
struct named_visit {
  std::string beneficiary;
  visit_record visit;
};

/// Orders and visits collected from messages, in any order. A delivery is reduced to its record at once, so that
/// millions of them fit in memory.
class increment {
 public:
  void add(order message) { orders_.push_back(std::move(message)); }

  void add(const delivery& message) {
    named_visit entry{std::string(message.beneficiary.id()), record_of(message)};
    if (message.lines.size() > 1) {
      found_.add(bil_several_lines, message.delivery_id, {std::to_string(message.lines.size())});
    }
    const char* missing = message.delivery_id.empty()    ? "ID"
                          : entry.beneficiary.empty()    ? "ShipToCITradeParty/ID"
                          : entry.visit.provider.empty() ? "ShipFromCITradeParty/ID"
                                                         : nullptr;
    if (missing) {
      found_.add(bil_missing_identifier, message.delivery_id, {missing});
      nameless_.push_back(std::move(entry));
    } else {
      visits_.push_back(std::move(entry));
    }
  }

  /// Keeps the visits for which `says` is true.
  template <class Says>
  void keep_if(const Says& says) {
    std::erase_if(visits_, [&](const named_visit& entry) { return !says(entry); });
  }

  const std::vector<order>& orders() const { return orders_; }
  const std::deque<named_visit>& visits() const { return visits_; }
  /// Visits without the identifiers billing needs: listed as unbilled.
  const std::deque<named_visit>& nameless() const { return nameless_; }
  const findings& found() const { return found_; }

 private:
  std::vector<order> orders_;
  std::deque<named_visit> visits_;  ///< large records, that never move
  std::deque<named_visit> nameless_;
  findings found_;
};

}  // namespace esppadom
