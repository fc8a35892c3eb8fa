// What most likely made a difference, from what is known of both sides.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/oversight/reconcile/facts.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

/// The words for a reason, in English and in French.
constexpr std::pair<std::string_view, std::string_view> words_of(difference_reason reason) {
  switch (reason) {
    case difference_reason::rounding:
      return {"rounding", "arrondi"};
    case difference_reason::late_visit:
      return {"visit sent or changed after the invoice", "intervention envoyée ou changée après la facture"};
    case difference_reason::changed_plan:
      return {"changed plan", "plan modifié"};
    case difference_reason::other_rules:
      return {"other rules, or another version of them", "autres règles, ou autre version"};
    case difference_reason::billed_twice:
      return {"billed twice", "facturé deux fois"};
    case difference_reason::no_visit:
      return {"no visit to be billed", "pas d'intervention à facturer"};
    case difference_reason::not_sent:
      return {"not billed although known in time", "non facturé bien que connu à temps"};
    case difference_reason::no_order:
      return {"no order", "pas de commande"};
    case difference_reason::unknown:
      return {"unknown", "inconnue"};
  }
  return {};
}

/// Whether a period of validity has a day of that month.
inline bool overlaps(const validity_period& period, local_month month) {
  const auto last = local_time::at(month.last_day(), 86'399);
  return contains(period, local_time::at(month.first_day())) || contains(period, last) ||
         (period.start >= local_time::at(month.first_day()) && period.start <= last);
}

/// What the checks on lines have shown of a group.
struct group_signs {
  bool repeated = false;
  bool no_visit = false;
  bool late_visit = false;
  bool no_order = false;
};

/// Both sides of a group.
struct group_sides {
  exact_duration stated_time;
  exact_duration expected_time;
  money stated;
  money expected;
  std::set<std::string> stated_visits;
  std::set<std::string> expected_visits;
  std::vector<std::string> missing;  ///< expected, and on no line of the payer
  std::int64_t lines = 0;
  local_time issued_at{};  ///< of the last invoice
};

/// What else is looked at.
struct group_look {
  const reconcile_facts* facts = nullptr;
  local_month month;
  std::string_view provider;
  std::string_view beneficiary;
  std::string_view service;
  std::vector<unit_price> stated_prices;
  std::vector<unit_price> expected_prices;
  bool no_order = false;  ///< the rules found no order line for one of the visits
};

inline bool any_issued_after(const group_look& look, const std::set<std::string>& visits, local_time issued) {
  return std::any_of(visits.begin(), visits.end(), [&](const std::string& id) {
    const auto visit = look.facts->visit(id, look.provider);
    return visit.record && visit.record->issued_at > issued;
  });
}

/// Orders of the group's service that hold in its month; those issued after the invoice are counted apart.
inline std::pair<int, int> orders_in_month(const group_look& look, local_time issued) {
  std::pair<int, int> count{0, 0};
  const auto* part = look.facts->of(look.beneficiary);
  if (part == nullptr) return count;
  for (const auto& one : part->orders) {
    if (one.provider.id() != look.provider || !overlaps(one.validity_period, look.month)) continue;
    const bool has_service = std::any_of(one.lines.begin(), one.lines.end(),
                                         [&](const order_line& line) { return line.service.code() == look.service; });
    if (!has_service) continue;
    ++count.first;
    if (one.issued_at > issued) ++count.second;
  }
  return count;
}

/// The most likely reason. What is certain comes first: minutes on two lines, visits that are none; then what happened
/// after the invoice; then how the same visits can give other figures.
inline difference_reason likely_reason(const group_look& look, const group_signs& signs, const group_sides& sides) {
  if (signs.repeated) return difference_reason::billed_twice;
  if (signs.no_visit) return difference_reason::no_visit;
  if (signs.late_visit) return difference_reason::late_visit;
  if (signs.no_order || look.no_order) return difference_reason::no_order;
  if (sides.lines == 0) return difference_reason::not_sent;
  const std::set<std::string> missing(sides.missing.begin(), sides.missing.end());
  if (any_issued_after(look, missing, sides.issued_at) || any_issued_after(look, sides.stated_visits, sides.issued_at))
    return difference_reason::late_visit;
  const auto [orders, later_orders] = orders_in_month(look, sides.issued_at);
  if (later_orders > 0) return difference_reason::changed_plan;
  if (!missing.empty()) return difference_reason::not_sent;

  const auto visits = static_cast<std::int64_t>(std::max(sides.stated_visits.size(), std::size_t{1}));
  const auto gap = magnitude(sides.stated_time - sides.expected_time);
  const bool same_visits = sides.stated_visits == sides.expected_visits;
  const bool same_time = gap <= exact_duration(duration::of_seconds(visits));
  const bool few_cents = magnitude(sides.stated - sides.expected) <= money::from_cents(visits + sides.lines);
  if (same_visits && same_time && few_cents) return difference_reason::rounding;
  const bool other_price =
      std::any_of(look.stated_prices.begin(), look.stated_prices.end(), [&](const unit_price& price) {
        return std::find(look.expected_prices.begin(), look.expected_prices.end(), price) == look.expected_prices.end();
      });
  if (orders > 1) return difference_reason::changed_plan;
  if (!same_visits) return difference_reason::unknown;
  const bool below_a_minute = gap < exact_duration(duration::of_seconds(60 * visits));
  if (!other_price && !same_time && below_a_minute) return difference_reason::rounding;
  return difference_reason::other_rules;
}

}  // namespace detail
}  // namespace esppadom::inline ESPPADOM_ABI
