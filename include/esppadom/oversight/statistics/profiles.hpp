// Who the beneficiaries are, by age band and kind of aid, and how much they use. Billing rules reference, section 3.1
// (profile and consumption; known; bands inferred, medium). Messages carry neither sex nor GIR.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/oversight/statistics/facts.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The use of one age band and kind of aid over one period.
struct profile_row {
  std::string period;
  std::string age_band;  ///< "0-59", "60-74", "75-84", "85-94", "95+"; empty = no birth date is known
  std::string aid_type;
  std::int64_t beneficiaries = 0;
  std::int64_t visits = 0;
  exact_duration performed_seconds;
  std::optional<exact_duration> per_beneficiary_seconds;

  friend bool operator==(const profile_row&, const profile_row&) = default;
};

template <>
inline constexpr auto description<profile_row> =
    fields(field<&profile_row::period>("période"), field<&profile_row::age_band>("tranche d'âge"),
           field<&profile_row::aid_type>("type d'aide"), field<&profile_row::beneficiaries>("bénéficiaires"),
           field<&profile_row::visits>("interventions"), field<&profile_row::performed_seconds>("temps réalisé (s)"),
           field<&profile_row::per_beneficiary_seconds>("par bénéficiaire (s)"));

/// The age in whole years on a day. Born on 29 February, one grows older on 1 March of other years.
constexpr int age_on(local_date born, local_date day) {
  const auto a = born.calendar();
  const auto b = day.calendar();
  return b.year - a.year - (b.month < a.month || (b.month == a.month && b.day < a.day) ? 1 : 0);
}

/// Examples: 59 → "0-59", 60 → "60-74", 95 → "95+".
inline std::string age_band(int age) {
  if (age < 60) return "0-59";
  if (age < 75) return "60-74";
  if (age < 85) return "75-84";
  if (age < 95) return "85-94";
  return "95+";
}

/// Use by period, age band and kind of aid; the age is that on the last day of each visit's month, so that one
/// beneficiary may pass from one band to the next.
inline std::vector<profile_row> profiles(std::span<const beneficiary_ledger> facts, const statistic_query& query) {
  struct sum_of {
    profile_row row;
    std::set<std::string_view> who;
  };
  std::map<std::tuple<std::string, std::string, std::string>, sum_of> sums;
  std::map<std::string_view, std::optional<local_date>> born;
  for (const auto& part : facts) {
    auto& date = born[part.beneficiary];
    for (const auto& one : part.orders) {
      if (one.beneficiary.birth_date) date = one.beneficiary.birth_date;
    }
  }
  for_each_visit(facts, query, [&](const statistic_visit& visit) {
    const auto& date = born[visit.of->beneficiary];
    const std::string band = date ? age_band(age_on(*date, visit.month.last_day())) : std::string();
    auto& sum = sums[{period_of(query, visit.month), band, visit.record->aid_type}];
    ++sum.row.visits;
    sum.row.performed_seconds += visit.performed;
    sum.who.insert(visit.of->beneficiary);
  });
  std::vector<profile_row> out;
  for (auto& [key, sum] : sums) {
    std::tie(sum.row.period, sum.row.age_band, sum.row.aid_type) = key;
    sum.row.beneficiaries = static_cast<std::int64_t>(sum.who.size());
    sum.row.per_beneficiary_seconds = scaled(sum.row.performed_seconds, 1, sum.row.beneficiaries);
    out.push_back(std::move(sum.row));
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
