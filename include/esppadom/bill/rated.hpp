// What is known of a visit for correction rates: its class, its stamps, what it was planned for. Billing rules
// reference, section 2e.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/bill/increment.hpp"
#include "esppadom/bill/judged_visit.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/bill/raw_stamps.hpp"
#include "esppadom/bill/visit_judge.hpp"
#include "esppadom/billing/correction_class.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Sides whose methods prove nothing; both when it is the times that were changed.
inline std::uint8_t doubtful_sides(const visit_record& record, const stamp_rules& rules) {
  if (rules.probative_methods.empty()) return 2;
  const auto doubtful = [&](const std::vector<std::string>& methods) {
    return !is_probative(methods, rules.probative_methods);
  };
  const int sides = (doubtful(record.arrival_methods) ? 1 : 0) + (doubtful(record.departure_methods) ? 1 : 0);
  return static_cast<std::uint8_t>(sides == 0 ? 2 : sides);
}

}  // namespace detail

/// What the rates need to know of a visit that was judged. Texts are not owned.
inline rated_visit rated_of(const judged_visit& visit, std::string_view beneficiary, local_month month) {
  const auto& record = *visit.record;
  const auto& rules = visit.rules->rules;
  rated_visit seen;
  seen.corrected = visit.klass;
  seen.concerned_sides = detail::doubtful_sides(record, rules.stamps);
  seen.both_stamps_valid = visit.klass == visit_class::stamped && record.arrival && record.departure;
  seen.incomplete_call = record.arrival.has_value() != record.departure.has_value();
  seen.incompatible = visit.kind == visit_kind::incompatible && !rules.incompatible.in_rates;
  const visit_times admitted = visit_judge::times_of(record, rules.stamps);
  seen.outage = record.outage && !(admitted.arrival && admitted.departure);
  seen.extra_minutes_count = visit.extra != duration{} && rules.extra_minutes.counts_as_correction;
  seen.billed = visit.time.total.round_seconds(rounding_mode::half_up).value_or(duration::invalid());
  seen.month = month;
  seen.provider = record.provider;
  seen.beneficiary = beneficiary;
  seen.caregiver = record.caregiver;
  seen.service = visit.line ? visit.line->service : std::string_view{record.service};
  return seen;
}

}  // namespace esppadom::inline ESPPADOM_ABI
