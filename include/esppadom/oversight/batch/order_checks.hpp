// Numbers used twice, and orders that replace others (messages reference, section 1, "Create and modify").
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/oversight/batch/look_up.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace batch {

// Within one file a repeated number is told when the file is read; here it is told across files.
template <class Record, class Counts>
void check_repeated_ids(const context& in, const std::vector<Record>& records, const char* path, Counts counts) {
  std::map<std::pair<number, number>, std::size_t> first;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Record& one = records[i];
    if (one.id == 0 || !counts(one)) continue;
    const auto [known, fresh] = first.try_emplace({one.id, in.key(one.provider)}, i);
    if (fresh) continue;
    const Record& earlier = records[known->second];
    if (earlier.file == one.file) continue;
    const bool same = earlier.meaning == one.meaning;
    in.say(same ? batch_findings::id_repeated : batch_findings::id_with_other_content, one, path,
           {in.text(one.id), in.file(earlier.file)});
  }
}

inline void check_repeated_ids(const context& in) {
  check_repeated_ids(in, in.all().orders, "order_id", [](const order_record&) { return true; });
  // A plan sent before the visit, stamps alone and a withdrawal carry the number of their visit by right.
  check_repeated_ids(in, in.all().visits, "delivery_id",
                     [](const visit_record& one) { return one.state == visit_state::made; });
  check_repeated_ids(in, in.all().invoices, "invoice_id", [](const invoice_record&) { return true; });
}

inline bool share_a_line(const context& in, const order_record& a, const order_record& b) {
  for (const auto& one : in.lines_of(a)) {
    for (const auto& other : in.lines_of(b)) {
      if (one.id != 0 && one.id == other.id) return true;
    }
  }
  return false;
}

// A plan may be ordered in parts, one a payer: the same plan replaces only for the same payers.
inline bool share_plan_and_payers(const context& in, const order_record& a, const order_record& b) {
  if (a.plan == 0 || a.plan != b.plan) return false;
  for (const auto& one : in.lines_of(a)) {
    bool found = false;
    for (const auto& other : in.lines_of(b))
      found |= in.key(one.payer) == in.key(other.payer);
    if (!found) return false;
  }
  return true;
}

inline bool seems_to_replace(const context& in, const order_record& later, const order_record& earlier) {
  if (later.issued <= earlier.issued || later.id == earlier.id || later.names_previous) return false;
  if (in.key(later.beneficiary) != in.key(earlier.beneficiary)) return false;
  if (in.key(later.provider) != in.key(earlier.provider)) return false;
  if (later.start >= earlier.end || earlier.start >= later.end) return false;
  return share_a_line(in, later, earlier) || share_plan_and_payers(in, later, earlier);
}

inline void check_named_previous(const context& in, const order_record& one) {
  for (const auto& [key, index] : in.orders().of(one.previous)) {
    const order_record& earlier = in.all().orders[index];
    const number id = earlier.id;
    if (earlier.id == one.id || earlier.replaced) continue;
    if (earlier.previous == one.id) {
      if (earlier.id < one.id) {
        in.say(batch_findings::orders_replace_each_other, one, "previous_order.id", {in.text(one.id), in.text(id)});
      }
      continue;
    }
    in.say(batch_findings::order_superseded, one, "previous_order.id", {in.text(one.id), in.text(id)});
    if (one.transaction != 0 && one.transaction == earlier.transaction) {
      in.say(batch_findings::superseded_in_same_batch, one, "transaction_id", {in.text(one.id), in.text(id)});
    }
  }
}

/// Superseded orders are told, never set aside: what pays is decided by billing. An order that names none is compared
/// with the last one issued before it only, so that a long succession gives one finding an order.
inline void check_superseding(const context& in) {
  for (const order_record& one : in.all().orders) {
    if (one.replaced) continue;
    check_named_previous(in, one);
    const order_record* last = nullptr;
    for (const auto& [id, index] : in.orders_of_beneficiary().of(in.key(one.beneficiary))) {
      const order_record& other = in.all().orders[index];
      if (!seems_to_replace(in, one, other)) continue;
      if (last == nullptr || std::tie(last->issued, last->id) < std::tie(other.issued, other.id)) last = &other;
    }
    if (last == nullptr) continue;
    in.say(batch_findings::order_perhaps_superseded, one, "order_id", {in.text(one.id), in.text(last->id)});
  }
}

}  // namespace batch
}  // namespace esppadom::inline ESPPADOM_ABI
