// Alerts that are told once, over what a run of billing gives.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "esppadom/bill/statistics.hpp"
#include "esppadom/oversight/told_alerts.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Tells the alerts of `query.now` once: `facts` (the ledger to keep) receives which were told, when, and which ended.
/// What concerns a visit or a pool of an earlier month stands until the facts of that month, as `billed` has them now,
/// say otherwise. Only who is asked for (`query.beneficiary`, `query.provider`) is told or ended.
/// Example: a visit of 4 May with one stamp is told on 5 May, stands in June, and ends on the day on which it was found
/// sent again with both stamps.
inline alert_news tell_alerts(const bill_result& billed, const rule_book& book, const circumstances& given,
                              const statistic_query& query, ledger& facts) {
  const auto alerts_at = [&](local_time when) {
    auto asked = query;
    asked.now = when;
    return std::get<std::vector<alert>>(statistics(statistic::alerts, billed, book, given, asked).rows);
  };
  const auto today = query.now.date();
  const auto is_asked = [&query](const std::string& beneficiary, const told_alert& one) {
    return (query.beneficiary.empty() || beneficiary == query.beneficiary) &&
           (query.provider.empty() || one.provider == query.provider);
  };
  std::set<local_month> earlier;
  std::set<std::pair<std::string, std::string>> open;
  for (const auto& part : facts.beneficiaries) {
    for (const auto& one : part.alerts) {
      const auto month = local_month::of(one.date);
      if (one.ended_on || !outlives_its_month(one.kind) || month >= local_month::of(today)) continue;
      earlier.insert(month);
      open.insert({part.beneficiary, one.id});
    }
  }
  auto standing = alerts_at(query.now);
  for (const auto month : earlier) {
    for (auto& one : alerts_at(local_time::at(month.last_day(), 86'399))) {
      if (open.contains({one.beneficiary, one.id})) standing.push_back(std::move(one));
    }
  }
  return tell_alerts(facts, standing, today, is_asked);
}

}  // namespace esppadom::inline ESPPADOM_ABI
