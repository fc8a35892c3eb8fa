// The schedule of a beneficiary or a caregiver: visits in the order of time, with their week and day. Billing rules
// reference, section 3.1 (weekly and monthly schedule; known).
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "esppadom/message/circumstances.hpp"
#include "esppadom/oversight/statistics/facts.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Whose schedule comes first in the order.
enum class schedule_order : std::uint8_t { beneficiary, caregiver };

/// One visit of a schedule. `performed` is false for one that is planned and did not take place (yet).
struct schedule_row {
  std::string week;  ///< of ISO 8601: 2026-W19
  local_date day;
  weekday on = weekday::mon;
  local_time start;
  local_time end;
  std::string beneficiary;
  std::string caregiver;
  std::string provider;
  std::string service;
  std::optional<local_time> planned_start;
  std::optional<local_time> planned_end;
  bool performed = true;

  friend bool operator==(const schedule_row&, const schedule_row&) = default;
};

template <>
inline constexpr auto description<schedule_row> =
    fields(field<&schedule_row::week>("semaine"), field<&schedule_row::day>("jour"),
           field<&schedule_row::on>("jour de semaine"), field<&schedule_row::start>("début"),
           field<&schedule_row::end>("fin"), field<&schedule_row::beneficiary>("bénéficiaire"),
           field<&schedule_row::caregiver>("intervenant"), field<&schedule_row::provider>("prestataire"),
           field<&schedule_row::service>("prestation"), field<&schedule_row::planned_start>("début prévu"),
           field<&schedule_row::planned_end>("fin prévue"), field<&schedule_row::performed>("réalisée"));

/// The ISO week of a day: the week of its Thursday. Examples: 2026-01-01 → 2026-W01, 2027-01-01 → 2026-W53.
inline std::string iso_week(local_date day) {
  const std::int32_t monday = day.days - static_cast<std::int32_t>(day.weekday());
  const local_date thursday{monday + 3};
  const std::int32_t first = detail::days_of(thursday.year(), 1, 1);
  const std::int32_t number = (thursday.days - first) / 7 + 1;
  return to_string(thursday).substr(0, 4) + (number < 10 ? "-W0" : "-W") + std::to_string(number);
}

/// The visits that took place and those that are planned, by whom, then by time. A visit without a retained period
/// stands at its stamps, then at its planned time.
inline std::vector<schedule_row> schedule(std::span<const beneficiary_ledger> facts,
                                          std::span<const planned_visit> planned, schedule_order by,
                                          const statistic_query& query) {
  std::vector<schedule_row> rows;
  const auto add = [&rows](const interval& when, const std::string& beneficiary, const std::string& caregiver,
                           const std::string& provider, const std::string& service, const std::optional<interval>& plan,
                           bool performed) {
    schedule_row row{iso_week(when.start.date()),
                     when.start.date(),
                     when.start.date().weekday(),
                     when.start,
                     when.end,
                     beneficiary,
                     caregiver,
                     provider,
                     service,
                     {},
                     {},
                     performed};
    if (plan) {
      row.planned_start = plan->start;
      row.planned_end = plan->end;
    }
    rows.push_back(std::move(row));
  };
  for_each_visit(facts, query, [&](const statistic_visit& visit) {
    const auto& record = *visit.record;
    const auto plan = planned_time(record);
    interval when{visit.start, visit.start};
    if (record.retained) {
      when = *record.retained;
    } else if (record.departure) {
      when.end = *record.departure;
    } else if (plan) {
      when.end = plan->end;
    }
    add(when, visit.of->beneficiary, record.caregiver, record.provider, record.service, plan, true);
  });
  for (const auto& one : planned) {
    const auto month = local_month::of(one.start.date());
    const std::string caregiver = one.caregiver.value_or(std::string());
    const std::string service = one.service.value_or(std::string());
    if (!is_asked(query, month) || (!query.beneficiary.empty() && one.beneficiary != query.beneficiary) ||
        (!query.provider.empty() && one.provider != query.provider) ||
        (!query.caregiver.empty() && caregiver != query.caregiver) ||
        (!query.service.empty() && service != query.service))
      continue;
    const bool performed = std::any_of(rows.begin(), rows.end(), [&](const schedule_row& row) {
      return row.performed && row.provider == one.provider && row.beneficiary == one.beneficiary && row.planned_start &&
             *row.planned_start < one.end && one.start < *row.planned_end;
    });
    if (!performed)
      add({one.start, one.end}, one.beneficiary, caregiver, one.provider, service, interval{one.start, one.end}, false);
  }
  std::sort(rows.begin(), rows.end(), [by](const schedule_row& a, const schedule_row& b) {
    const auto place = [by](const schedule_row& row) {
      return by == schedule_order::beneficiary ? std::tie(row.beneficiary, row.start, row.caregiver, row.provider)
                                               : std::tie(row.caregiver, row.start, row.beneficiary, row.provider);
    };
    return place(a) < place(b);
  });
  return rows;
}

}  // namespace esppadom::inline ESPPADOM_ABI
