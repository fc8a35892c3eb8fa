// Consecutive visits of which only the first start and the last end are stamped become one. Billing rules reference,
// section 2a, variant a6 (known that it is done; how visits are merged is inferred, medium).
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/visit_place.hpp"
#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/correction_class.hpp"
#include "esppadom/billing/stamp_checks.hpp"
#include "esppadom/billing/stamp_findings.hpp"
#include "esppadom/billing/visit_record.hpp"
#include "esppadom/rules/rule_set.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Whether nothing stands against billing a visit with another one.
inline bool may_be_merged(const visit_record& visit) {
  return real_time(visit) && !visit.caregiver.empty() && !visit.is_planned && !visit.cancelled &&
         !visit.extra_minutes && !visit.payable_reason;
}

/// `clock` is that of the rules: a visit that ends as the clocks change goes on an hour later, or earlier, by their
/// readings. A side that no clock shows follows nothing.
inline bool is_consecutive(const visit_record& a, const visit_record& b, const merge_rules& rules,
                           const clock_line& clock) {
  const auto what = [](const visit_record& visit) {
    return std::tie(visit.provider, visit.caregiver, visit.service, visit.aid_type, visit.order_id, visit.order_line_id,
                    visit.unit_code);
  };
  if (what(a) != what(b)) return false;
  const interval before = *real_time(a);
  const interval after = *real_time(b);
  for (const local_time side : {before.start, before.end, after.start, after.end}) {
    if (!clock.place_or_invalid(side).is_valid()) return false;
  }
  const std::int64_t gap =
      clock.place_or_invalid(after.start).unix_seconds - clock.place_or_invalid(before.end).unix_seconds;
  return gap >= 0 && gap <= rules.max_gap.seconds;
}

/// The class of two visits as one: a start that was corrected in the first, an end that was in the second.
inline std::optional<visit_class> class_of_both(visit_class first, visit_class last) {
  const auto is_plain = [](visit_class value) {
    return value == visit_class::stamped || value == visit_class::start_corrected ||
           value == visit_class::end_corrected || value == visit_class::both_corrected || value == visit_class::created;
  };
  if (!is_plain(first) || !is_plain(last)) return std::nullopt;
  if (first == visit_class::created && last == visit_class::created) return visit_class::created;
  const bool start = first != visit_class::stamped && first != visit_class::end_corrected;
  const bool end = last != visit_class::stamped && last != visit_class::start_corrected;
  if (start && end) return visit_class::both_corrected;
  return start ? visit_class::start_corrected : end ? visit_class::end_corrected : visit_class::stamped;
}

/// The code that says so; none when one of the codes, or the class of both, is not known to the rule set.
inline std::optional<std::string> code_of_both(const visit_record& a, const visit_record& b, const stamp_rules& rules) {
  const auto class_of = [&](const visit_record& visit) {
    return class_from_code(visit.correction_code, visit.provider, visit.issued_at.date(), rules);
  };
  const auto first = class_of(a);
  const auto last = class_of(b);
  if (!first || !last) return std::nullopt;
  const auto both = class_of_both(*first, *last);
  const auto* map = code_map_for(rules, a.provider, a.issued_at.date());
  if (!both || !map) return std::nullopt;
  for (const code_class& entry : map->map) {
    if (entry.meaning == *both) return entry.code;
  }
  return std::nullopt;
}

inline void extend(visit_record& visit, const visit_record& by, std::string code) {
  const auto whole = [](const std::optional<interval>& first, const std::optional<interval>& last) {
    return first && last ? std::optional(interval{first->start, last->end}) : std::nullopt;
  };
  visit.planned = whole(planned_time(visit), planned_time(by));
  visit.announced.reset();
  visit.retained = whole(visit.retained, by.retained);
  visit.departure = by.departure;
  visit.departure_methods = by.departure_methods;
  visit.correction_code = std::move(code);
  if (!visit.correction) visit.correction = by.correction;
  visit.outage = visit.outage || by.outage;
  if (by.distance_m) visit.distance_m = std::max(visit.distance_m.value_or(0), *by.distance_m);
}

}  // namespace detail

/// A visit that is billed with another one.
struct merged_visit {
  visit_record record;
  std::string into;
};

/// Merges consecutive visits where the rule set of the first says so: same provider, caregiver, order line and service,
/// at most `max_gap_min` apart; with scope `ivr_only` only when the first start and the last end were taken by landline
/// (`IVR`). The visit lasts from the start of the first to the end of the last, gap included. Removes the later visits
/// from `records` and returns them, with a finding each.
/// Example: 09:00–10:00 and 10:00–10:45, gap 0 → one visit 09:00–10:45, stamped 09:00 and 10:45.
template <class RulesOf>
std::vector<merged_visit> merge_consecutive(std::vector<visit_record>& records, RulesOf rules_of, findings& found) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (detail::may_be_merged(records[i])) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) { return std::pair(detail::real_time(records[i])->start, i); };
    return key(a) < key(b);
  });
  std::vector<merged_visit> merged;
  std::vector<bool> is_gone(records.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    auto& first = records[order[i]];
    if (is_gone[order[i]]) continue;
    const rule_set& settings = rules_of(first);
    const stamp_rules& rules = settings.stamps;
    const clock_line clock = line_of(settings.calendar);
    if (!rules.merge_consecutive.enabled) continue;
    const bool only_landline = rules.merge_consecutive.scope == merge_scope::ivr_only;
    if (only_landline && !detail::names_method(first.arrival_methods, "IVR")) continue;
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      const auto& next = records[order[j]];
      if (is_gone[order[j]] || !detail::is_consecutive(first, next, rules.merge_consecutive, clock)) continue;
      auto code = detail::code_of_both(first, next, rules);
      if (!code) continue;
      if (only_landline && next.departure && !detail::names_method(next.departure_methods, "IVR")) continue;
      found.add(bil_merged_visits, next.delivery_id, {first.delivery_id});
      merged.push_back({next, first.delivery_id});
      detail::extend(first, next, std::move(*code));
      is_gone[order[j]] = true;
    }
  }
  std::vector<visit_record> kept;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!is_gone[i]) kept.push_back(std::move(records[i]));
  }
  records = std::move(kept);
  return merged;
}

}  // namespace esppadom::inline ESPPADOM_ABI
