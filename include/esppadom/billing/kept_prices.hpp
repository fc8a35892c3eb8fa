// A tariff changed for the past that leaves what is billed as it is: `invoicing.retro_tariff` = none. Billing rules
// reference, section 2f, f9 (inferred, medium).
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/delta.hpp"
#include "esppadom/billing/vat.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {
/// Lines that share visits: all payers and reasons of an order line's month.
using family_key = std::tuple<local_month, std::string, std::string, std::string>;
inline family_key family_of(const emitted_line& line) {
  return {line.month, line.provider, line.order_line, line.service};
}

/// Seconds billed of each visit, as any one payer sees them; empty when a time is not whole seconds.
using visit_seconds = std::map<std::string, std::int64_t>;
inline bool seconds_of_visits(const std::vector<const emitted_line*>& lines, visit_seconds& out) {
  std::map<std::pair<std::string, std::string>, visit_seconds> by_payer;
  for (const auto* line : lines) {
    for (const auto& visit : line->deliveries) {
      const auto whole = visit.time.whole_seconds();
      if (!whole) return false;
      by_payer[{line->payer, line->reason}][visit.delivery_id] += whole->seconds;
    }
  }
  for (const auto& [payer, visits] : by_payer) {
    for (const auto& [id, seconds] : visits)
      out[id] = std::max(out[id], seconds);
  }
  std::erase_if(out, [](const auto& entry) { return entry.second == 0; });
  return true;
}

/// The part of a line that `seconds` of its time make, signed; its payer's share is rounded half up.
inline emitted_line part_of_line(const emitted_line& line, const std::string& visit, std::int64_t seconds,
                                 std::int64_t whole) {
  auto part = line;
  part.document.clear();
  part.number = 0;
  const auto take = [&](money amount) {
    const auto size = ratio_of(amount, seconds < 0 ? -seconds : seconds, whole, rounding_mode::half_up);
    return seconds < 0 ? -size : size;
  };
  part.share = take(line.share);
  part.other_funders = take(line.other_funders);
  part.over_tariff = take(line.over_tariff);
  part.beneficiary_share = take(line.beneficiary_share);
  const auto surcharges = take(line.gross - line.base);
  part.gross = take(line.gross);
  part.base = part.gross - surcharges;
  part.time = exact_duration(duration::of_seconds(seconds));
  part.deliveries = {{visit, part.time}};
  return part;
}

/// Adds what changes for one visit of a family, each line at its own price.
inline bool add_change(std::vector<emitted_line>& to, const std::vector<const emitted_line*>& lines,
                       const std::string& visit, std::int64_t change, std::int64_t of) {
  for (const auto* line : lines) {
    const auto whole = line->time.whole_seconds();
    const auto at = std::find_if(line->deliveries.begin(), line->deliveries.end(),
                                 [&](const billed_visit& one) { return one.delivery_id == visit; });
    if (at == line->deliveries.end()) continue;
    if (!whole || whole->seconds <= 0) continue;  // a credit is not what was billed
    const auto seconds = at->time.whole_seconds().value_or(duration{}).seconds;
    if (seconds * change % of != 0) return false;
    to.push_back(part_of_line(*line, visit, seconds * change / of, whole->seconds));
  }
  return true;
}

inline std::set<std::int64_t> participations_of(const std::vector<const emitted_line*>& lines) {
  std::set<std::int64_t> rates;
  for (const auto* line : lines)
    rates.insert(line->participation.e4);
  return rates;
}

/// What should stand of a family when its visits keep the prices they were billed at; false = compute it anew.
inline bool keep_family(const std::vector<const emitted_line*>& target, const std::vector<const emitted_line*>& emitted,
                        std::vector<emitted_line>& out) {
  visit_seconds now, then;
  if (!seconds_of_visits(target, now) || !seconds_of_visits(emitted, then)) return false;
  if (then.empty() || participations_of(target) != participations_of(emitted)) return false;
  std::vector<emitted_line> kept;
  for (const auto* line : emitted)
    kept.push_back(*line);
  std::set<std::string> visits;
  for (const auto* times : {&now, &then}) {
    for (const auto& [id, seconds] : *times)
      visits.insert(id);
  }
  for (const auto& id : visits) {
    const auto is = now.contains(id) ? now.at(id) : 0;
    const auto was = then.contains(id) ? then.at(id) : 0;
    if (is == was) continue;
    if (!add_change(kept, is > was ? target : emitted, id, is - was, std::max(is, was))) return false;
  }
  std::move(kept.begin(), kept.end(), std::back_inserter(out));
  return true;
}
}  // namespace detail

/// The target lines where `keeps(line)` says that billed visits keep their prices: what was emitted stands, and only
/// visits whose billed time differs change, more time at the price of now, less at the price it was billed at, in
/// proportion. A change of the participation is no change of tariff: those lines are computed anew.
/// Example: 120 h billed at 25.00, tariff now 25.40 → nothing to emit; a late visit of 2 h then costs 50.80.
template <class Keeps>
std::vector<emitted_line> keep_billed_prices(std::vector<emitted_line> target, const std::vector<emitted_line>& emitted,
                                             const Keeps& keeps) {
  std::map<detail::family_key, std::pair<std::vector<const emitted_line*>, std::vector<const emitted_line*>>> families;
  for (const auto& line : target)
    families[detail::family_of(line)].first.push_back(&line);
  for (const auto& line : emitted)
    families[detail::family_of(line)].second.push_back(&line);
  std::vector<emitted_line> out;
  for (const auto& [key, sides] : families) {
    const auto& [now, then] = sides;
    if (!now.empty() && !then.empty() && keeps(*then.front()) && detail::keep_family(now, then, out)) continue;
    for (const auto* line : now)
      out.push_back(*line);
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
