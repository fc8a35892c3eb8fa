// Planned visits against performed ones: gaps of start, end and duration, what was planned and did not take place, what
// took place without being planned. Billing rules reference, section 9 (planned_vs_real; known).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/message/circumstances.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/oversight/statistics/facts.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Planned against real, of one beneficiary with one provider. Gaps are those of visits that have both times; they are
/// counted as they stand, later and longer positive, and as sizes.
struct forecast_row {
  std::string period;
  std::string provider;
  std::string beneficiary;
  std::int64_t planned_visits = 0;
  std::int64_t performed_visits = 0;
  std::int64_t not_performed = 0;  ///< planned, and no visit
  std::int64_t unplanned = 0;      ///< performed, and no planned time is known
  exact_duration planned_seconds;
  exact_duration performed_seconds;
  exact_duration start_gap_seconds;          ///< Σ (real − planned start)
  exact_duration start_distance_seconds;     ///< Σ |real − planned start|
  exact_duration end_distance_seconds;       ///< Σ |real − planned end|
  exact_duration duration_distance_seconds;  ///< Σ |real − planned duration|
  shown_rate performed;                      ///< performed / planned visits, of those planned

  friend bool operator==(const forecast_row&, const forecast_row&) = default;
};

template <>
inline constexpr auto description<forecast_row> = fields(
    field<&forecast_row::period>("période"), field<&forecast_row::provider>("prestataire"),
    field<&forecast_row::beneficiary>("bénéficiaire"), field<&forecast_row::planned_visits>("interventions prévues"),
    field<&forecast_row::performed_visits>("interventions réalisées"),
    field<&forecast_row::not_performed>("prévues, non réalisées"),
    field<&forecast_row::unplanned>("réalisées, non prévues"), field<&forecast_row::planned_seconds>("temps prévu (s)"),
    field<&forecast_row::performed_seconds>("temps réalisé (s)"),
    field<&forecast_row::start_gap_seconds>("écarts de début, signés (s)"),
    field<&forecast_row::start_distance_seconds>("écarts de début (s)"),
    field<&forecast_row::end_distance_seconds>("écarts de fin (s)"),
    field<&forecast_row::duration_distance_seconds>("écarts de durée (s)"),
    field<&forecast_row::performed>("part réalisée du prévu"));

/// Planned against real by period, provider and beneficiary. `planned` are the planned visits of the circumstances; an
/// announced visit that never took place counts as planned too. A planned visit is performed by the visit it names,
/// else by one of the same provider and beneficiary at that time.
inline std::vector<forecast_row> forecast_against_real(std::span<const beneficiary_ledger> facts,
                                                       std::span<const planned_visit> planned,
                                                       const statistic_query& query) {
  std::map<std::tuple<std::string, std::string, std::string>, forecast_row> sums;
  const auto row_of = [&](local_month month, const std::string& provider,
                          const std::string& beneficiary) -> forecast_row& {
    auto& row = sums[{period_of(query, month), provider, beneficiary}];
    if (row.period.empty()) {
      row.period = period_of(query, month);
      row.provider = provider;
      row.beneficiary = beneficiary;
    }
    return row;
  };
  const auto seconds = [](local_time from, local_time to) { return exact_duration(civil_difference(from, to)); };
  const auto size = [](const exact_duration& gap) { return gap < exact_duration{} ? -gap : gap; };
  std::multimap<std::pair<std::string, std::string>, const visit_record*> made;  // provider, beneficiary
  for_each_visit(facts, query, [&](const statistic_visit& visit) {
    const auto& record = *visit.record;
    made.emplace(std::pair(record.provider, visit.of->beneficiary), &record);
    auto& row = row_of(visit.month, record.provider, visit.of->beneficiary);
    ++row.performed_visits;
    row.performed_seconds += visit.performed;
    const auto plan = planned_time(record);
    if (!plan) {
      ++row.unplanned;
      return;
    }
    ++row.planned_visits;
    row.planned_seconds += seconds(plan->start, plan->end);
    if (!record.retained) return;
    const auto start = seconds(plan->start, record.retained->start);
    row.start_gap_seconds += start;
    row.start_distance_seconds += size(start);
    row.end_distance_seconds += size(seconds(plan->end, record.retained->end));
    row.duration_distance_seconds += size(seconds(plan->end, record.retained->end) - start);
  });
  const auto add_missed = [&](const std::string& provider, const std::string& beneficiary, const interval& when) {
    const auto month = local_month::of(when.start.date());
    if (!is_asked(query, month) || (!query.provider.empty() && provider != query.provider) ||
        (!query.beneficiary.empty() && beneficiary != query.beneficiary))
      return;
    auto& row = row_of(month, provider, beneficiary);
    ++row.planned_visits;
    ++row.not_performed;
    row.planned_seconds += seconds(when.start, when.end);
  };
  for (const auto& one : planned) {
    const auto [first, last] = made.equal_range({one.provider, one.beneficiary});
    const bool performed = std::any_of(first, last, [&](const auto& entry) {
      if (one.delivery_id) return entry.second->delivery_id == *one.delivery_id;
      const auto plan = planned_time(*entry.second);
      return plan && plan->start < one.end && one.start < plan->end;
    });
    if (!performed && query.caregiver.empty() && query.service.empty())
      add_missed(one.provider, one.beneficiary, {one.start, one.end});
  }
  if (query.caregiver.empty() && query.service.empty()) {
    for (const auto& part : facts) {
      for (const auto& record : part.visits) {
        if (record.is_planned && record.retained && record.correction_code != "SUP")
          add_missed(record.provider, part.beneficiary, *record.retained);
      }
    }
  }
  std::vector<forecast_row> out;
  for (auto& [key, row] : sums) {
    const exact_rate rate{row.planned_visits - row.not_performed, row.planned_visits};
    row.performed = {rate.numerator, rate.denominator, to_percent(rate)};
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
