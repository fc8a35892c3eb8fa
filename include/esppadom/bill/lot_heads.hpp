// A visit cut where it passes from one lot of carried time to the next, each part with the price and terms of its lot
// (`smoothing.tariff_month` = grant). Billing rules reference, section 2c (inferred, medium).
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/bill/visit_judge.hpp"
#include "esppadom/billing/segment_list.hpp"
#include "esppadom/billing/visit_split.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Segments of a visit that come from one period of a plan, and the terms on which they are billed.
struct lot_head {
  std::vector<segment> segments;
  const visit_terms* terms = nullptr;
};

/// Gives carried time the price of its lot; false where the visit's share of that price has no six decimals.
/// `paid_once`: the second visit of a double, which is paid with the first.
inline bool price_head(const visit_judge& judge, const judged_visit& visit, bool paid_once, lot_head& head) {
  if (head.terms == visit.terms) return true;
  unit_price price;
  if (judge.payable_price(visit, head.terms->price).get(price) != error_code::success) return false;
  for (auto& each : head.segments)
    each.price = paid_once ? unit_price() : price;
  return true;
}

/// What a funder can pay of a head within its volume, its euros and its own rules.
inline funder_charge payable_by(std::string_view payer, const lot_head& head, const funder_state& state) {
  for (const auto& funder : head.terms->funders) {
    if (funder.payer != payer) continue;
    const auto split = split_visit(head.segments, {&funder.source, 1}, {&state, 1}, head.terms->split);
    if (split.reason == unbilled_reason::none) return split.charges[0];
  }
  funder_charge all;  // what is wrong is told when it is billed
  all.time = all.plan_time = time_of(head.segments);
  return all;
}

/// Less what was charged.
inline void take_off(funder_state& state, const funder_charge& taken) {
  if (state.volume) *state.volume -= taken.plan_time;
  if (state.own) *state.own -= taken.time;
  if (state.euros) *state.euros -= taken.share;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
