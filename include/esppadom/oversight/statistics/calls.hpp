// Calls: visits with one stamp, without any, and stamps that belong to nobody. Billing rules reference, section 9
// (incomplete_calls, rejected_stamps, unstamped_visits; known), section 3.1 (unidentified by the IVR; known).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/oversight/statistics/facts.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The calls of one provider over one period.
struct calls_row {
  std::string period;
  std::string provider;
  std::int64_t visits = 0;
  std::int64_t complete = 0;      ///< both sides stamped and both parties known
  std::int64_t one_stamp = 0;     ///< one side stamped only
  std::int64_t no_stamp = 0;      ///< neither, though the beneficiary could be under télégestion
  std::int64_t unidentified = 0;  ///< stamped, and the caregiver is not known
  std::int64_t stray_stamps = 0;  ///< raw stamps under a number that no visit has
  shown_rate incomplete;          ///< one stamp or unidentified / visits
  shown_rate corrected;           ///< incomplete calls with a correction code / incomplete calls (inferred, low)

  friend bool operator==(const calls_row&, const calls_row&) = default;
};

template <>
inline constexpr auto description<calls_row> =
    fields(field<&calls_row::period>("période"), field<&calls_row::provider>("prestataire"),
           field<&calls_row::visits>("interventions"), field<&calls_row::complete>("appels complets"),
           field<&calls_row::one_stamp>("un seul appel"), field<&calls_row::no_stamp>("sans appel"),
           field<&calls_row::unidentified>("non identifiés"), field<&calls_row::stray_stamps>("appels orphelins"),
           field<&calls_row::incomplete>("appels incomplets"), field<&calls_row::corrected>("incomplets corrigés"));

/// Calls by period and provider. An incomplete call counts as corrected when its DELIVERY has a correction code.
inline std::vector<calls_row> calls(std::span<const beneficiary_ledger> facts, const statistic_query& query) {
  std::map<std::pair<std::string, std::string>, calls_row> sums;
  const auto row_of = [&](local_month month, const std::string& provider) -> calls_row& {
    auto& row = sums[{period_of(query, month), provider}];
    row.period = period_of(query, month);
    row.provider = provider;
    return row;
  };
  for_each_visit(facts, query, [&](const statistic_visit& visit) {
    const auto& record = *visit.record;
    auto& row = row_of(visit.month, record.provider);
    ++row.visits;
    const int sides = (record.arrival ? 1 : 0) + (record.departure ? 1 : 0);
    const bool unidentified = sides > 0 && record.caregiver.empty();
    if (sides == 2 && !unidentified) ++row.complete;
    if (sides == 1) ++row.one_stamp;
    if (sides == 0 && !record.incompatible) ++row.no_stamp;
    if (unidentified) ++row.unidentified;
    if (sides != 1 && !unidentified) return;
    ++row.incomplete.numerator;
    if (!record.correction_code.empty()) ++row.corrected.numerator;
  });
  for (const auto& part : facts) {
    if (!query.beneficiary.empty() && part.beneficiary != query.beneficiary) continue;
    std::set<std::pair<std::string_view, std::string_view>> known;
    for (const auto& record : part.visits)
      known.insert({record.provider, record.delivery_id});
    for (const auto& raw : part.raw_stamps) {
      const auto month = local_month::of(reference_start(raw).date());
      if (!is_asked(query, month) || (!query.provider.empty() && raw.provider != query.provider)) continue;
      if (!known.contains({raw.provider, raw.delivery_id})) ++row_of(month, raw.provider).stray_stamps;
    }
  }
  std::vector<calls_row> out;
  for (auto& [key, row] : sums) {
    row.incomplete.denominator = row.visits;
    row.corrected.denominator = row.incomplete.numerator;
    row.incomplete.pct = to_percent({row.incomplete.numerator, row.incomplete.denominator});
    row.corrected.pct = to_percent({row.corrected.numerator, row.corrected.denominator});
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
