// How each statistic is made. Who links the library finds it compiled there; see bill/linkage.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/rated.hpp"
#include "esppadom/bill/raw_stamps.hpp"
#include "esppadom/bill/statistics.hpp"
#include "esppadom/bill/visit_judge.hpp"
#include "esppadom/billing/pool_period.hpp"
#include "esppadom/oversight/reconcile/same_person.hpp"
#include "esppadom/oversight/reconciliation_findings.hpp"
#include "esppadom/oversight/statistics/asked_names.hpp"
#include "esppadom/oversight/statistics/findings.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

inline shown_rate shown(const exact_rate& rate) { return {rate.numerator, rate.denominator, to_percent(rate)}; }

/// Whether a visit stands on a line to a funder, by provider and number.
inline std::set<std::pair<std::string_view, std::string_view>> invoiced_visits(const beneficiary_ledger& part) {
  std::map<std::pair<std::string_view, std::string_view>, exact_duration> times;
  for (const auto& line : part.lines) {
    if (!counts_once(line)) continue;
    for (const auto& visit : line.deliveries)
      times[{line.provider, visit.delivery_id}] += visit.time;
  }
  std::set<std::pair<std::string_view, std::string_view>> out;
  for (const auto& [key, time] : times) {
    if (time != exact_duration{}) out.insert(key);
  }
  return out;
}

}  // namespace detail

/// The rates of section 2e over visits of a ledger that stand on an invoice to a funder, by period and provider.
inline std::vector<rates_row> correction_rates(const ledger& facts, const rule_book& book,
                                               const statistic_query& query) {
  struct sum_of {
    correction_tally tally;
    std::optional<correction_unit> unit;
    bool several_units = false;
  };
  std::map<std::pair<std::string, std::string>, sum_of> sums;
  rule_lookup rules(book);
  const caregiver_conflicts no_conflict;
  for (const auto& part : facts.beneficiaries) {
    if (!query.beneficiary.empty() && part.beneficiary != query.beneficiary) continue;
    findings ignored;
    const plan_lines plan(part.orders, local_date{detail::days_of(last_year, 12, 31)}, ignored);
    visit_judge judge(part.beneficiary, plan, no_conflict, rules, ignored);
    auto records = part.visits;
    add_raw_stamps(
        records, part.raw_stamps,
        [&judge](const visit_record& record) -> const rule_set& { return judge.rules_of(record); }, ignored);
    const auto invoiced = detail::invoiced_visits(part);
    for (const auto& record : records) {
      const auto month = local_month::of(reference_start(record).date());
      if (!is_asked(query, month) || (!query.provider.empty() && record.provider != query.provider) ||
          (!query.caregiver.empty() && record.caregiver != query.caregiver))
        continue;
      const auto visit = judge.judge(record);
      auto seen = rated_of(visit, part.beneficiary, month);
      seen.invoiced = invoiced.contains({record.provider, record.delivery_id});
      seen.outside_rates = record.is_planned || record.cancelled || !is_timed(visit.kind);
      auto& sum = sums[{period_of(query, month), record.provider}];
      const auto unit = visit.rules->rules.correction.unit;
      sum.several_units = sum.several_units || (sum.unit && *sum.unit != unit);
      sum.unit = unit;
      count_visit(sum.tally, seen, visit.rules->rules.correction, rated_population::invoiced);
    }
  }
  std::vector<rates_row> rows;
  for (const auto& [key, sum] : sums) {
    const auto& tally = sum.tally;
    rows.push_back({key.first, key.second, tally.interventions,
                    sum.several_units ? shown_rate{} : detail::shown(correction_rate(tally, *sum.unit)),
                    detail::shown(creation_rate(tally)), detail::shown(modification_rate(tally)),
                    detail::shown(telegestion_rate(tally)), detail::shown(declarative_rate(tally)),
                    detail::shown(incomplete_call_correction_rate(tally))});
  }
  return rows;
}

/// The last month in which a lot may be used, from the rules of its pool's funder and beneficiary.
inline std::optional<local_month> last_month_of_lot(rule_lookup& rules, const smoothing_row& row, const lot_row& lot) {
  rule_query query;
  query.date = row.month.last_day();
  query.departement = sole_departement(rules.book());
  query.funder = std::string_view(row.pool).substr(0, row.pool.find('/'));
  query.beneficiary = row.beneficiary;
  const auto& smoothing = rules.at(query).rules.smoothing;
  const auto months = months_of(smoothing.period);
  if (!smoothing.carry.enabled || months == 0) return std::nullopt;
  return lot.month + static_cast<std::int32_t>(smoothing.carry.horizon_periods) * months;
}

/// The alerts of a moment over what a run gives, with the thresholds of the rule book; who is not asked for is left
/// out.
inline std::vector<alert> alerts_of(const bill_result& billed, const rule_book& book, const circumstances& given,
                                    const statistic_query& query) {
  rule_lookup rules(book);
  auto all = alerts(
      {billed.after.beneficiaries, billed.smoothing, given.planned_visits, query.now, given.caregiver_profiles},
      [&](std::string_view beneficiary) {
        rule_query who;
        who.date = query.now.date();
        who.departement = sole_departement(book);
        who.beneficiary = beneficiary;
        return rules.at(who).rules.alerts;
      },
      [&rules](const smoothing_row& row, const lot_row& lot) { return last_month_of_lot(rules, row, lot); });
  std::erase_if(all, [&query](const alert& one) {
    return (!query.beneficiary.empty() && one.beneficiary != query.beneficiary) ||
           (!query.provider.empty() && one.provider != query.provider);
  });
  return all;
}

namespace detail {

inline statistic_rows rows_of_statistic(statistic of, const bill_result& billed, const rule_book& book,
                                        const circumstances& given, const statistic_query& query) {
  const auto& facts = billed.after.beneficiaries;
  switch (of) {
    case statistic::hours_by_beneficiary:
      return activity(facts, activity_group::beneficiary, query);
    case statistic::hours_by_beneficiary_and_provider:
      return activity(facts, activity_group::beneficiary_provider, query);
    case statistic::hours_by_caregiver:
      return activity(facts, activity_group::caregiver, query);
    case statistic::hours_by_pair:
      return activity(facts, activity_group::pair, query);
    case statistic::hours_by_provider:
      return activity(facts, activity_group::provider, query);
    case statistic::hours_by_service:
      return activity(facts, activity_group::service, query);
    case statistic::hours_by_branch:
      return activity(facts, activity_group::branch, query);
    case statistic::hours_by_district:
      return activity(facts, activity_group::district, query);
    case statistic::beneficiaries_by_funder:
      return activity(facts, activity_group::funder, query);
    case statistic::activity_summary:
      return activity(facts, activity_group::all, query);
    case statistic::plan_follow_up: {
      rule_lookup rules(book);
      return plan_follow_up(billed.smoothing, query, [&rules](const smoothing_row& row, const lot_row& lot) {
        return last_month_of_lot(rules, row, lot);
      });
    }
    case statistic::forecast_against_real:
      return forecast_against_real(facts, given.planned_visits, query);
    case statistic::calls:
      return calls(facts, query);
    case statistic::correction_rates:
      return correction_rates(billed.after, book, query);
    case statistic::schedule_by_beneficiary:
      return schedule(facts, given.planned_visits, schedule_order::beneficiary, query);
    case statistic::schedule_by_caregiver:
      return schedule(facts, given.planned_visits, schedule_order::caregiver, query);
    case statistic::profiles:
      return profiles(facts, query);
    case statistic::absences:
      return absences_in(facts, query);
    case statistic::alerts:
      return alerts_of(billed, book, given, query);
  }
  return {};
}

inline void note_empty_months(const bill_result& billed, const statistic_query& query, findings& found) {
  std::set<local_month> months;
  for_each_visit(billed.after.beneficiaries, query,
                 [&months](const statistic_visit& visit) { months.insert(visit.month); });
  for (auto month = first_month(query); month <= query.to; ++month) {
    if (!months.contains(month)) found.add(sta_empty_month, {}, {to_string(month)});
  }
}

inline std::vector<unbilled_total> left_out_of(const bill_result& billed, const statistic_query& query) {
  bill_result asked;
  for (const auto& visit : billed.unbilled) {
    if (!is_asked(query, visit.month) || (!query.provider.empty() && visit.provider != query.provider) ||
        (!query.beneficiary.empty() && visit.beneficiary != query.beneficiary))
      continue;
    asked.unbilled.push_back(visit);
  }
  return unbilled_by_reason(asked);
}

}  // namespace detail

ESPPADOM_CHAIN statistic_table statistics(statistic of, const bill_result& billed, const rule_book& book,
                                          const circumstances& given, const statistic_query& query) {
  statistic_table table;
  table.of = of;
  table.query = query;
  table.rows = detail::rows_of_statistic(of, billed, book, given, query);
  table.left_out = detail::left_out_of(billed, query);
  if (of != statistic::alerts) detail::note_empty_months(billed, query, table.found);
  tell_unknown_names(billed.after.beneficiaries, given.planned_visits, query, table.found);
  for (const auto& pair : beneficiaries_under_two_ids(billed.after.beneficiaries))
    table.found.add(rec_two_ids, {}, {pair.first, pair.second});
  if (of == statistic::profiles) {
    std::int64_t unknown = 0;
    for (const auto& row : std::get<std::vector<profile_row>>(table.rows))
      unknown += row.age_band.empty() ? row.beneficiaries : 0;
    if (unknown > 0) table.found.add(sta_no_birth_date, {}, {std::to_string(unknown)});
  }
  return table;
}

}  // namespace esppadom::inline ESPPADOM_ABI
