// The correction rate (*taux de correction*) and the rates beside it, as exact fractions: how many of the visits whose
// recording counts had to be corrected. Billing rules reference, section 2e.
//
// Known: the rate is taken over the visits of a month, a visit enters it when its data were modified or when it was not
// stamped by a probative system, visits of incompatible beneficiaries are left out, and each département sets a
// threshold (5 to 8 %). The exact denominator and unit are open: the rule set names them (`correction`).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/billing/visit.hpp"
#include "esppadom/oversight/correction_rules.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/rounding_mode.hpp"

namespace esppadom::inline ESPPADOM_ABI {

// -- a rate -----------------------------------------------------------------------------------------------------------

/// An exact fraction of visits, stamps or time. A denominator of 0 means that there is no rate.
struct exact_rate {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;

  [[nodiscard]] constexpr bool is_defined() const { return denominator > 0; }

  /// Equal as fractions: 1/4 == 2/8. Two undefined rates are equal.
  friend constexpr bool operator==(const exact_rate& a, const exact_rate& b) {
    if (!a.is_defined() || !b.is_defined()) return a.is_defined() == b.is_defined();
    return int128{a.numerator} * b.denominator == int128{b.numerator} * a.denominator;
  }
};

/// Whether a rate is above a threshold, compared as fractions: 1/12 exceeds 8.33 %, 32/400 does not exceed 8 %. An
/// undefined rate exceeds nothing.
constexpr bool exceeds(const exact_rate& value, percentage threshold) {
  if (!value.is_defined() || !threshold.is_valid()) return false;
  return int128{value.numerator} * 1'000'000 > int128{threshold.e4} * value.denominator;
}

/// The rate in percent with two decimals, half up, for reports; no value when it is undefined.
/// Example: 87/300 = "29.00", 1/12 = "8.33".
inline std::optional<std::string> to_percent(const exact_rate& value) {
  if (!value.is_defined()) return std::nullopt;
  int128 hundredths = 0;
  if (divide(int128{value.numerator} * 10'000, value.denominator, rounding_mode::half_up).get(hundredths) !=
          error_code::success ||
      !fits_int64(hundredths))
    return std::nullopt;
  std::string out;
  append_to(out, decimal{static_cast<std::int64_t>(hundredths), 2});
  return out;
}

// -- what is rated ----------------------------------------------------------------------------------------------------

/// What the rates need to know of one visit. Texts are not owned.
struct rated_visit {
  visit_class corrected = visit_class::stamped;  ///< as `correction.classify_by` gives it
  std::uint8_t concerned_sides = 0;              ///< for `not_probative` and `times_changed`: stamps concerned, 0 to 2
  bool both_stamps_valid = false;                ///< both sides stamped, none replaced
  bool incomplete_call = false;                  ///< one side stamped only, or a party not identified
  bool incompatible = false;         ///< and the rule set does not count such visits (`incompatible.in_rates`)
  bool outage = false;               ///< a stamp is missing while stamping was out of order
  bool outside_rates = false;        ///< a monthly total, or a unit that is not time: never in a rate
  bool extra_minutes_count = false;  ///< has extra minutes, and the rule set counts them as a correction
  bool invoiced = true;              ///< on an invoice of any date
  duration billed;
  local_month month;  ///< of the visit
  std::string_view provider;
  std::string_view beneficiary;
  std::string_view caregiver;
  std::string_view service;
};

/// Which visits a rate is taken over: those on invoices, or, without invoices, all of them.
enum class rated_population : std::uint8_t { invoiced, all };

template <>
struct enum_names<rated_population> {
  static constexpr enum_name<rated_population> items[] = {{rated_population::invoiced, "invoiced"},
                                                          {rated_population::all, "all"}};
};

// -- counting ---------------------------------------------------------------------------------------------------------

/// Counts from which every rate follows. Counting one visit after the other, or parts that are then merged, gives the
/// same.
struct correction_tally {
  std::int64_t performed = 0;      ///< visits that took place, left out of the rates or not
  std::int64_t declarative = 0;    ///< of these, entered by hand
  std::int64_t interventions = 0;  ///< N: visits in the rates
  std::int64_t corrected = 0;      ///< of N
  std::int64_t weight_e4 = 0;      ///< Σ weights of the corrected ones, in 1/10 000
  std::int64_t created = 0;        ///< of N, class `created`
  std::int64_t modified = 0;       ///< of N, a side or both corrected
  std::int64_t fully_stamped = 0;  ///< of N, both stamps valid
  std::int64_t stamps = 0;         ///< missing, replaced or doubtful stamps of the corrected ones
  std::int64_t incomplete = 0;     ///< of N, incomplete calls
  std::int64_t incomplete_corrected = 0;
  duration time;            ///< billed, of N
  duration corrected_time;  ///< billed, of the corrected ones

  correction_tally& operator+=(const correction_tally& other) {
    performed += other.performed;
    declarative += other.declarative;
    interventions += other.interventions;
    corrected += other.corrected;
    weight_e4 += other.weight_e4;
    created += other.created;
    modified += other.modified;
    fully_stamped += other.fully_stamped;
    stamps += other.stamps;
    incomplete += other.incomplete;
    incomplete_corrected += other.incomplete_corrected;
    time += other.time;
    corrected_time += other.corrected_time;
    return *this;
  }

  friend bool operator==(const correction_tally&, const correction_tally&) = default;
};

namespace detail {

// How much a visit of that class counts; 0 = it is no correction.
constexpr quantity weight_of(visit_class corrected, const correction_rules& rules) {
  const correction_weights& weights = rules.code_weights;
  switch (corrected) {
    case visit_class::start_corrected:
      return weights.start_corrected;
    case visit_class::end_corrected:
      return weights.end_corrected;
    case visit_class::both_corrected:
      return weights.both_corrected;
    case visit_class::created:
      return weights.created;
    case visit_class::data_changed:
      return weights.data_changed;
    case visit_class::deleted:
      return weights.deleted;
    case visit_class::not_probative:
      return weights.not_probative;
    case visit_class::times_changed:
      return weights.times_changed;
    case visit_class::declarative:
      return rules.declarative == declarative_in_rates::as_corrected ? quantity::from_units(1) : quantity();
    case visit_class::stamped:
    case visit_class::stamp_only:
    case visit_class::rejected:
      return {};
  }
  return {};
}

// How many stamps of a corrected visit are missing, replaced or doubtful.
constexpr std::int64_t stamps_of(const rated_visit& visit) {
  switch (visit.corrected) {
    case visit_class::start_corrected:
    case visit_class::end_corrected:
      return 1;
    case visit_class::both_corrected:
    case visit_class::created:
    case visit_class::declarative:
      return 2;
    case visit_class::not_probative:
    case visit_class::times_changed:
      return std::min<std::int64_t>(visit.concerned_sides, 2);
    default:
      return 0;
  }
}

// Whether a visit belongs to N. A deleted visit did not take place: it is counted only where its class has a weight.
constexpr bool is_rated(const rated_visit& visit, const correction_rules& rules) {
  if (visit.outside_rates) return false;
  if (visit.incompatible && is_excluded(rules, correction_exclusion::incompatible)) return false;
  if (visit.outage && is_excluded(rules, correction_exclusion::outage)) return false;
  switch (visit.corrected) {
    case visit_class::stamp_only:
      return !is_excluded(rules, correction_exclusion::stamp_only);
    case visit_class::rejected:
      return !is_excluded(rules, correction_exclusion::rejected);
    case visit_class::deleted:
      return rules.code_weights.deleted > quantity();
    case visit_class::declarative:
      return rules.declarative != declarative_in_rates::exclude;
    default:
      return true;
  }
}

constexpr bool took_place(visit_class corrected) {
  return corrected != visit_class::deleted && corrected != visit_class::stamp_only &&
         corrected != visit_class::rejected;
}

}  // namespace detail

/// Counts one visit under the rules of its date. With `rated_population::invoiced` a visit that is on no invoice is
/// not counted at all.
inline void count_visit(correction_tally& tally, const rated_visit& visit, const correction_rules& rules,
                        rated_population population) {
  if (population == rated_population::invoiced && !visit.invoiced) return;
  if (!visit.outside_rates && detail::took_place(visit.corrected)) {
    ++tally.performed;
    if (visit.corrected == visit_class::declarative) ++tally.declarative;
  }
  if (!detail::is_rated(visit, rules)) return;
  quantity weight = detail::weight_of(visit.corrected, rules);
  if (visit.extra_minutes_count) weight = max(weight, quantity::from_units(1));
  ++tally.interventions;
  tally.time += visit.billed;
  tally.fully_stamped += visit.both_stamps_valid ? 1 : 0;
  tally.incomplete += visit.incomplete_call ? 1 : 0;
  tally.created += visit.corrected == visit_class::created ? 1 : 0;
  tally.modified += visit.corrected == visit_class::start_corrected || visit.corrected == visit_class::end_corrected ||
                            visit.corrected == visit_class::both_corrected
                        ? 1
                        : 0;
  if (!(weight > quantity())) return;
  ++tally.corrected;
  tally.weight_e4 += weight.e4;
  tally.stamps += detail::stamps_of(visit);
  tally.corrected_time += visit.billed;
  tally.incomplete_corrected += visit.incomplete_call ? 1 : 0;
}

/// Counts visits that share one rule set.
inline correction_tally tally_of(std::span<const rated_visit> visits, const correction_rules& rules,
                                 rated_population population) {
  correction_tally tally;
  for (const rated_visit& visit : visits)
    count_visit(tally, visit, rules, population);
  return tally;
}

// -- the rates --------------------------------------------------------------------------------------------------------

/// The correction rate in one unit. By visits: Σ weights / N. By stamps: missing or replaced stamps / 2N. By minutes:
/// billed time of corrected visits / billed time of N. Undefined when N is 0.
/// Example: N 400, COA 12, COD 8, CO2 4, CRE 16: 40/400 by visits, 60/800 by stamps.
constexpr exact_rate correction_rate(const correction_tally& tally, correction_unit unit) {
  switch (unit) {
    case correction_unit::by_intervention:
      if (tally.weight_e4 % 10'000 == 0) return {tally.weight_e4 / 10'000, tally.interventions};
      return {tally.weight_e4, tally.interventions * 10'000};
    case correction_unit::by_stamp:
      return {tally.stamps, 2 * tally.interventions};
    case correction_unit::by_minutes:
      if (!tally.time.is_valid() || !tally.corrected_time.is_valid()) return {};
      return {tally.corrected_time.seconds, tally.time.seconds};
  }
  return {};
}

/// Created visits / N.
constexpr exact_rate creation_rate(const correction_tally& tally) { return {tally.created, tally.interventions}; }

/// Visits with a side or both corrected / N.
constexpr exact_rate modification_rate(const correction_tally& tally) { return {tally.modified, tally.interventions}; }

/// Visits with both stamps valid / N.
constexpr exact_rate telegestion_rate(const correction_tally& tally) {
  return {tally.fully_stamped, tally.interventions};
}

/// Declarative visits / all visits that took place, those outside the rates included.
constexpr exact_rate declarative_rate(const correction_tally& tally) { return {tally.declarative, tally.performed}; }

/// Corrected incomplete calls / incomplete calls: asked for by the CASVP, its formula is not published (inferred, low).
constexpr exact_rate incomplete_call_correction_rate(const correction_tally& tally) {
  return {tally.incomplete_corrected, tally.incomplete};
}

/// Whether the rate in the unit of the rules exceeds their threshold, compared exactly. No value without threshold or
/// without rate.
constexpr std::optional<bool> exceeds_threshold(const correction_tally& tally, const correction_rules& rules) {
  const exact_rate value = correction_rate(tally, rules.unit);
  if (!rules.threshold_pct || !value.is_defined()) return std::nullopt;
  return exceeds(value, *rules.threshold_pct);
}

// -- groups -----------------------------------------------------------------------------------------------------------

/// What rates are shown by.
enum class correction_group : std::uint8_t { provider, beneficiary, caregiver, service };

template <>
struct enum_names<correction_group> {
  static constexpr enum_name<correction_group> items[] = {{correction_group::provider, "provider"},
                                                          {correction_group::beneficiary, "beneficiary"},
                                                          {correction_group::caregiver, "caregiver"},
                                                          {correction_group::service, "service"}};
};

/// Over how long counts are added up.
enum class correction_period : std::uint8_t { month, quarter };

/// The counts of one group over one period.
struct correction_row {
  std::string group;   ///< its identifier
  local_month period;  ///< the month, or the first month of the quarter
  correction_tally tally;

  friend bool operator==(const correction_row&, const correction_row&) = default;
};

/// What a visit is grouped by.
constexpr std::string_view group_of(const rated_visit& visit, correction_group by) {
  switch (by) {
    case correction_group::provider:
      return visit.provider;
    case correction_group::beneficiary:
      return visit.beneficiary;
    case correction_group::caregiver:
      return visit.caregiver;
    case correction_group::service:
      return visit.service;
  }
  return {};
}

/// The first month of the quarter of the year.
constexpr local_month quarter_of(local_month month) { return month - month.index % 3; }

/// Counts by group and period, in the order of group, then period; the visits share one rule set.
inline std::vector<correction_row> tally_by(std::span<const rated_visit> visits, const correction_rules& rules,
                                            correction_group by, rated_population population,
                                            correction_period over = correction_period::month) {
  std::map<std::pair<std::string_view, local_month>, correction_tally> tallies;
  for (const rated_visit& visit : visits) {
    const local_month period = over == correction_period::quarter ? quarter_of(visit.month) : visit.month;
    count_visit(tallies[{group_of(visit, by), period}], visit, rules, population);
  }
  std::vector<correction_row> rows;
  rows.reserve(tallies.size());
  for (const auto& [key, tally] : tallies)
    rows.push_back({std::string(key.first), key.second, tally});
  return rows;
}

/// Counts over the scope that the rules hold against their threshold: provider and month, provider and quarter,
/// beneficiary and month, or caregiver and month.
inline std::vector<correction_row> tally_by_scope(std::span<const rated_visit> visits, const correction_rules& rules,
                                                  rated_population population) {
  switch (rules.scope) {
    case correction_scope::provider_month:
      return tally_by(visits, rules, correction_group::provider, population);
    case correction_scope::provider_quarter:
      return tally_by(visits, rules, correction_group::provider, population, correction_period::quarter);
    case correction_scope::beneficiary_month:
      return tally_by(visits, rules, correction_group::beneficiary, population);
    case correction_scope::worker_month:
      return tally_by(visits, rules, correction_group::caregiver, population);
  }
  return {};
}

}  // namespace esppadom::inline ESPPADOM_ABI
