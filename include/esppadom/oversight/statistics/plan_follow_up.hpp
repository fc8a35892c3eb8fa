// The plan against its use: authorised, used, carried, in excess, by month, half-year, year and six-month window, with
// the lots that are left and when they expire. Billing rules reference, sections 3.1 and 9 (plan_gap; known).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/oversight/statistics/facts.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A pool of hours over one period. `left_seconds` is what the lots still hold at its end; `next_expiry` the last month
/// in which the oldest of them may be used, unknown without carry.
struct plan_row {
  std::string period;
  std::string beneficiary;
  std::string pool;
  std::int64_t months = 0;                           ///< of the period that have a row of billing
  std::optional<exact_duration> authorised_seconds;  ///< none = some month has no plan that limits
  exact_duration used_seconds;
  exact_duration own_seconds;
  exact_duration carried_seconds;
  exact_duration advance_seconds;
  exact_duration excess_seconds;
  exact_duration expired_seconds;
  exact_duration left_seconds;
  std::optional<local_month> next_expiry;
  std::optional<exact_duration> expiring_seconds;  ///< of that lot
  shown_rate gap;  ///< (authorised − used) / authorised, in seconds; below 0 above the plan

  friend bool operator==(const plan_row&, const plan_row&) = default;
};

template <>
inline constexpr auto description<plan_row> =
    fields(field<&plan_row::period>("période"), field<&plan_row::beneficiary>("bénéficiaire"),
           field<&plan_row::pool>("enveloppe"), field<&plan_row::months>("mois"),
           field<&plan_row::authorised_seconds>("autorisé (s)"), field<&plan_row::used_seconds>("consommé (s)"),
           field<&plan_row::own_seconds>("sur le plan (s)"), field<&plan_row::carried_seconds>("sur le report (s)"),
           field<&plan_row::advance_seconds>("par anticipation (s)"),
           field<&plan_row::excess_seconds>("dépassement (s)"), field<&plan_row::expired_seconds>("report périmé (s)"),
           field<&plan_row::left_seconds>("report restant (s)"), field<&plan_row::next_expiry>("prochaine péremption"),
           field<&plan_row::expiring_seconds>("à périmer (s)"), field<&plan_row::gap>("écart au plan"));

/// Rows of billing added up by beneficiary, pool and period, in that order after the period. `last_month_of(row, lot)`
/// says in which month a lot of the row may be used for the last time, none when it is not known. Pools that count
/// units, not time, are left out.
template <class LastMonthOf>
std::vector<plan_row> plan_follow_up(std::span<const smoothing_row> rows, const statistic_query& query,
                                     const LastMonthOf& last_month_of) {
  std::map<std::tuple<std::string, std::string, std::string>, std::pair<plan_row, const smoothing_row*>> sums;
  for (const auto& row : rows) {
    if (row.unit || !is_asked(query, row.month)) continue;
    if (!query.beneficiary.empty() && row.beneficiary != query.beneficiary) continue;
    if (!query.funder.empty() && row.pool.substr(0, row.pool.find('/')) != query.funder) continue;
    const auto period = period_of(query, row.month);
    const auto [at, is_new] = sums.try_emplace({period, row.beneficiary, row.pool});
    auto& [sum, last] = at->second;
    if (is_new) {
      sum.period = period;
      sum.beneficiary = row.beneficiary;
      sum.pool = row.pool;
      sum.authorised_seconds = exact_duration{};
    }
    ++sum.months;
    if (!row.plan_seconds) sum.authorised_seconds.reset();
    if (sum.authorised_seconds) *sum.authorised_seconds += *row.plan_seconds;
    sum.used_seconds += row.used;
    sum.own_seconds += row.own;
    sum.carried_seconds += row.carried;
    sum.advance_seconds += row.advance;
    sum.excess_seconds += row.excess;
    sum.expired_seconds += row.expired;
    if (!last || row.month >= last->month) last = &row;
  }
  std::vector<plan_row> out;
  for (auto& [key, entry] : sums) {
    auto& [sum, last] = entry;
    for (const auto& lot : last->lots) {
      if (!(lot.left > exact_duration{})) continue;
      sum.left_seconds += lot.left;
      const std::optional<local_month> until = last_month_of(*last, lot);
      if (!until || (sum.next_expiry && *sum.next_expiry <= *until)) continue;
      sum.next_expiry = until;
      sum.expiring_seconds = lot.left;
    }
    if (sum.authorised_seconds) {
      const auto gap = (*sum.authorised_seconds - sum.used_seconds).round_seconds(rounding_mode::half_up);
      const auto all = sum.authorised_seconds->round_seconds(rounding_mode::half_up);
      exact_rate rate{gap.value_or(duration{}).seconds, all.value_or(duration{}).seconds};
      sum.gap = {rate.numerator, rate.denominator, to_percent(rate)};
    }
    out.push_back(std::move(sum));
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
