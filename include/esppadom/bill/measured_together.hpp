// The time of visits where it depends on the other visits of the beneficiary, after each was judged and before any is
// funded: those that are held, the plan of a day, the month's extra minutes, the rounding of totals.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/beneficiary_outcome.hpp"
#include "esppadom/bill/visit_judge.hpp"
#include "esppadom/billing/ledger.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

/// Whether a visit that was never billed comes too late for this run: after the time bar, counted in whole months from
/// that of the visit; or after the day of the month after the billed one on which that month is closed.
inline unbilled_reason too_late(const visit_record& record, const invoicing_rules& rules, local_month month,
                                const billing_dates& dates) {
  if (rules.time_bar_months && dates.as_of > (month + static_cast<std::int32_t>(*rules.time_bar_months)).last_day())
    return unbilled_reason::time_barred;
  if (rules.cutoff_day) {
    const auto next = dates.month + 1;
    const auto closed = std::min(next.first_day() + static_cast<std::int32_t>(*rules.cutoff_day - 1), next.last_day());
    if (record.issued_at.date() > closed) return unbilled_reason::after_cutoff;
  }
  return unbilled_reason::none;
}

/// Visits that come too late for this run, or that their payer refused.
inline void hold_late(std::vector<judged_visit>& visits, const beneficiary_ledger& facts, const billing_dates& dates) {
  std::set<std::pair<std::string_view, std::string_view>> billed;
  for (const auto& line : facts.lines) {
    for (const auto& visit : line.deliveries)
      billed.insert({line.provider, visit.delivery_id});
  }
  for (auto& visit : visits) {
    if (visit.reason != unbilled_reason::none) continue;
    const auto& record = *visit.record;
    if (record.rejected && record.rejected->digest == record.digest) {
      visit.reason = unbilled_reason::rejected_by_payer;
    } else if (!billed.contains({record.provider, record.delivery_id})) {
      visit.reason = too_late(record, visit.rules->rules.invoicing, local_month::of(visit.start.date()), dates);
    }
  }
}

/// The plan of a day (`cap.kind` day_plan): visits of a line share their planned times, in clock order.
inline void cap_days(std::vector<judged_visit>& visits, visit_judge& judge) {
  std::map<std::tuple<std::string_view, std::string_view, local_date>, std::vector<judged_visit*>> days;
  for (auto& visit : visits) {
    const bool planned = visit.reason == unbilled_reason::none || visit.reason == unbilled_reason::zero_duration ||
                         visit.reason == unbilled_reason::planned_only;
    if (!planned || visit.cancelled || !is_timed(visit.kind) ||
        visit.rules->rules.duration.cap.kind != cap_kind::day_plan)
      continue;
    days[{visit.line->from->provider.id(), visit.line->line->order_line_id, visit.start.date()}].push_back(&visit);
  }
  for (auto& [key, members] : days) {
    duration rest;
    for (const auto* visit : members)
      rest += visit->time.planned;
    for (auto* visit : members) {
      if (visit->reason == unbilled_reason::planned_only) continue;
      judge.measure_within(*visit, rest);
      rest -= visit->time.billed;
    }
  }
}

/// Extra minutes above the month's cap do not count.
inline void cap_extra_minutes(std::vector<judged_visit>& visits, visit_judge& judge, findings& found) {
  // By the line's identifier: an order that supersedes another goes on with its count.
  std::map<std::tuple<std::string_view, std::string_view, local_month>, duration> used;
  for (auto& visit : visits) {
    if (visit.reason != unbilled_reason::none || visit.extra == duration()) continue;
    const auto& rules = visit.rules->rules;
    auto& sum =
        used[{visit.line->from->provider.id(), visit.line->line->order_line_id, local_month::of(visit.start.date())}];
    const duration kept = within_monthly_cap(visit.extra, sum, rules.extra_minutes.monthly_cap);
    sum += kept;
    if (kept == visit.extra) continue;
    found.add(bil_extra_minutes_cap, visit.record->delivery_id,
              {std::to_string((visit.extra - kept).seconds / 60),
               std::to_string(rules.extra_minutes.monthly_cap->seconds / 60)});
    visit.extra = kept;
    visit.time.extra = {};
    set_billed(visit.time, visit.time.billed, kept, rules.duration);
    visit.reason = visit.time.reason;
    judge.price(visit);
  }
}

/// Rounding of the total of a day or month (`rounding.scope`).
inline void round_totals(std::vector<judged_visit>& visits, visit_judge& judge) {
  // An order that replaces another keeps its lines, so that superseding alone changes no total.
  std::map<std::tuple<std::string_view, std::string_view, local_date>, std::vector<judged_visit*>> groups;
  for (auto& visit : visits) {
    if (visit.reason != unbilled_reason::none || visit.cancelled || !is_timed(visit.kind)) continue;
    const auto scope = visit.rules->rules.duration.rounding.scope;
    if (scope == rounding_scope::intervention) continue;
    const auto date = visit.start.date();
    groups[{visit.line->from->provider.id(), visit.line->line->order_line_id,
            scope == rounding_scope::day ? date : local_month::of(date).first_day()}]
        .push_back(&visit);
  }
  for (auto& [key, members] : groups) {
    std::vector<duration> times;
    for (const auto* visit : members)
      times.push_back(visit->time.billed);
    const auto reason = round_total(times, members.back()->rules->rules.duration.rounding);
    for (std::size_t i = 0; i < members.size(); ++i) {
      auto& visit = *members[i];
      if (reason != unbilled_reason::none) {
        visit.reason = reason;
      } else if (times[i] != visit.time.billed) {
        set_billed(visit.time, times[i], visit.extra, visit.rules->rules.duration);
        visit.reason = visit.time.reason;
        judge.price(visit);
      }
    }
  }
}

}  // namespace detail
}  // namespace esppadom
