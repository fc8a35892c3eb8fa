// Every statistic by its name, over what a run of billing gives: one call for commands, reports and bindings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/bill/summary.hpp"
#include "esppadom/oversight/alerts.hpp"
#include "esppadom/oversight/statistics/absences.hpp"
#include "esppadom/oversight/statistics/activity.hpp"
#include "esppadom/oversight/statistics/calls.hpp"
#include "esppadom/oversight/statistics/forecast.hpp"
#include "esppadom/oversight/statistics/plan_follow_up.hpp"
#include "esppadom/oversight/statistics/profiles.hpp"
#include "esppadom/oversight/statistics/schedule.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The statistics (*états*) there are.
enum class statistic : std::uint8_t {
  hours_by_beneficiary,
  hours_by_beneficiary_and_provider,
  hours_by_caregiver,
  hours_by_pair,
  hours_by_provider,
  hours_by_service,
  hours_by_branch,
  hours_by_district,
  beneficiaries_by_funder,
  activity_summary,
  plan_follow_up,
  forecast_against_real,
  calls,
  correction_rates,
  schedule_by_beneficiary,
  schedule_by_caregiver,
  profiles,
  absences,
  alerts,
};

template <>
struct enum_names<statistic> {
  static constexpr enum_name<statistic> items[] = {
      {statistic::hours_by_beneficiary, "hours_by_beneficiary"},
      {statistic::hours_by_beneficiary_and_provider, "hours_by_beneficiary_and_provider"},
      {statistic::hours_by_caregiver, "hours_by_caregiver"},
      {statistic::hours_by_pair, "hours_by_pair"},
      {statistic::hours_by_provider, "hours_by_provider"},
      {statistic::hours_by_service, "hours_by_service"},
      {statistic::hours_by_branch, "hours_by_branch"},
      {statistic::hours_by_district, "hours_by_district"},
      {statistic::beneficiaries_by_funder, "beneficiaries_by_funder"},
      {statistic::activity_summary, "activity_summary"},
      {statistic::plan_follow_up, "plan_follow_up"},
      {statistic::forecast_against_real, "forecast_against_real"},
      {statistic::calls, "calls"},
      {statistic::correction_rates, "correction_rates"},
      {statistic::schedule_by_beneficiary, "schedule_by_beneficiary"},
      {statistic::schedule_by_caregiver, "schedule_by_caregiver"},
      {statistic::profiles, "profiles"},
      {statistic::absences, "absences"},
      {statistic::alerts, "alerts"}};
};

/// The rates of a provider over one period, each with numerator and denominator. `correction` is unknown where rules of
/// several units meet.
struct rates_row {
  std::string period;
  std::string provider;
  std::int64_t interventions = 0;
  shown_rate correction;
  shown_rate creation;
  shown_rate modification;
  shown_rate telegestion;
  shown_rate declarative;
  shown_rate incomplete_calls_corrected;

  friend bool operator==(const rates_row&, const rates_row&) = default;
};

template <>
inline constexpr auto description<rates_row> =
    fields(field<&rates_row::period>("période"), field<&rates_row::provider>("prestataire"),
           field<&rates_row::interventions>("interventions"), field<&rates_row::correction>("correction"),
           field<&rates_row::creation>("création"), field<&rates_row::modification>("modification"),
           field<&rates_row::telegestion>("télégestion"), field<&rates_row::declarative>("déclaratif"),
           field<&rates_row::incomplete_calls_corrected>("appels incomplets corrigés"));

using statistic_rows = std::variant<std::vector<activity_row>, std::vector<plan_row>, std::vector<forecast_row>,
                                    std::vector<calls_row>, std::vector<rates_row>, std::vector<schedule_row>,
                                    std::vector<profile_row>, std::vector<absence_row>, std::vector<alert>>;

/// A statistic and what it leaves out: visits that the rules do not bill, by reason.
struct statistic_table {
  statistic of = statistic::hours_by_beneficiary;
  statistic_query query;
  statistic_rows rows;
  std::vector<unbilled_total> left_out;
  findings found;
  std::optional<std::int64_t> smallest_group{};  ///< rows of fewer beneficiaries were left out
  std::int64_t suppressed = 0;                   ///< how many rows these are
};

/// A statistic over what a run of billing gives: the facts of its ledger, its smoothing, what it did not bill. The run
/// must not be a pro forma, whose ledger lacks its lines.
ESPPADOM_CHAIN statistic_table statistics(statistic of, const bill_result& billed, const rule_book& book,
                                          const circumstances& given, const statistic_query& query);

}  // namespace esppadom::inline ESPPADOM_ABI

#if ESPPADOM_CHAIN_IS_INLINE
#include "esppadom/bill/statistics_run.hpp"
#endif
