// What is decided of one visit on its own: which order line, which rules, how long, at what price.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "esppadom/billing/duration.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/reason_words.hpp"
#include "esppadom/billing/special.hpp"
#include "esppadom/billing/terms.hpp"
#include "esppadom/billing/visit_record.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

struct judged_visit;

namespace detail {
/// value × part / whole; invalid where that does not fit.
constexpr exact_duration in_proportion(const exact_duration& value, const exact_duration& part,
                                       const exact_duration& whole) {
  if (!fits_int64(part.numerator()) || !fits_int64(whole.numerator())) return exact_duration::invalid();
  const auto times = scaled(value, static_cast<std::int64_t>(part.numerator()), part.denominator());
  return scaled(times, whole.denominator(), static_cast<std::int64_t>(whole.numerator()));
}
}  // namespace detail

/// The start of the second visit of a double: the time during which the first went on.
struct double_part {
  const judged_visit* first = nullptr;
  duration time;             ///< on the clock
  duration offset;           ///< since the first began, on the clock
  std::size_t segments = 0;  ///< how many priced segments it makes; 0 = both count in plan and price
};

/// Time of a visit on the clock as it is billed, and the reverse: rounded time, also of a day or month, is that of the
/// whole retained interval, as surcharge windows see it (section 5). Example: 30 of 60 min billed as 75 → 37.5 min.
constexpr exact_duration as_billed(const exact_duration& clock, const billable_time& of) {
  const exact_duration length(of.retained.length);
  return of.base == length ? clock : detail::in_proportion(clock, of.base, length);
}
constexpr exact_duration on_clock(const exact_duration& billed, const billable_time& of) {
  const exact_duration length(of.retained.length);
  return of.base == length ? billed : detail::in_proportion(billed, length, of.base);
}

/// Time of a visit that a funder of minutes was charged.
struct charged_time {
  std::string_view payer;
  exact_duration from;  ///< since the visit began, as billed
  exact_duration time;
};

/// A visit and all that is decided of it before plans and funders are looked at.
struct judged_visit {
  const visit_record* record = nullptr;
  local_time start;  ///< the visit is dated and ordered by it
  const plan_line* line = nullptr;
  const resolved_rules* rules = nullptr;
  const visit_terms* terms = nullptr;
  visit_kind kind = visit_kind::ordinary;
  visit_class klass = visit_class::stamped;
  visit_class by_code = visit_class::stamped;  ///< what the code alone says
  bool has_class = true;                       ///< `stamps.code_map` names its correction code
  unit_price price;                            ///< of one hour
  billable_time time;
  std::optional<duration> day_rest;                ///< what was left of the day's plan, where that is the cap
  duration extra;                                  ///< extra minutes accepted
  std::vector<std::optional<exact_duration>> own;  ///< by funder: what its own rules leave it (`duration_from` each)
  priced_visit priced;
  std::optional<cancelled_bill_to> cancelled;  ///< to whom, when it is cancelled
  unbilled_reason reason = unbilled_reason::none;
  bool counts_units = false;  ///< units that are no time
  bool is_rated = false;
  bool undocumented = false;             ///< a correction without the reason and author that the rule set requires
  bool reason_not_allowed = false;       ///< a correction with a reason that the rule set does not list
  bool distance_unknown = false;         ///< a tolerance on the distance could not be tested
  std::optional<double_part> second_of;  ///< two caregivers on one slot: this one came second
  std::vector<charged_time> charged;     ///< on all its days, in order; only where doubles are allowed
};

/// Calls `use(funder)` for those of the terms that pay visits of the day on which this one begins, in their order.
template <class Use>
void each_funder_of(const judged_visit& visit, const visit_terms& terms, Use use) {
  const auto& calendar = visit.rules->rules.calendar;
  const auto date = visit.start.date();
  const bool holiday = is_public_holiday(date, calendar.zone, calendar.pentecost_monday);
  for (const auto& funder : terms.funders) {
    if (pays_on(funder.rules.days, date, holiday)) use(funder);
  }
}

/// Why a visit that is billed is not correctly stamped: its class, or what its stamps lack.
inline paired_words lack_of_stamps(const judged_visit& visit) {
  if (visit.klass != visit_class::stamped) return words_of(visit.klass);
  const bool both = visit.record->arrival && visit.record->departure;
  return words_of(both ? unbilled_reason::outside_tolerance : unbilled_reason::stamp_missing);
}

/// Why a visit cannot be billed on these terms: theirs, or that one of its funders is not settled.
inline unbilled_reason reason_under(const judged_visit& visit, const visit_terms& terms) {
  auto reason = terms.reason;
  each_funder_of(visit, terms, [&](const funder_terms& funder) {
    if (!funder.is_settled && reason == unbilled_reason::none) reason = unbilled_reason::rule_conflict;
  });
  return reason;
}

}  // namespace esppadom::inline ESPPADOM_ABI
