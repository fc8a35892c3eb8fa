// What a plan grants for a period, step by step: the quantities of the orders, weeks brought to months, the days that
// count, what an hour is worth. Billing rules reference, section 2c (`prorata`, `week_to_month`: open).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>

#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/explain_units.hpp"
#include "esppadom/billing/funder_rates.hpp"
#include "esppadom/billing/granted_term.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The name of a span of days: "2026-03", or its first and last day.
inline std::string name_of_days(const day_span& days) {
  const auto month = local_month::of(days.first);
  if (days == days_of(month)) return to_string(month);
  return to_string(days.first) + "/" + to_string(days.last);
}

/// An amount for so many days of a whole: the amount itself where all of them count.
template <class Amount>
traced_value<Amount> of_days(explanation_log& log, const traced_value<Amount>& whole, const day_share& share,
                             std::int64_t absent, const std::string& days) {
  if (share.active == share.whole) return whole;
  const auto count = [](std::int64_t number) { return exact_count{fraction(number)}; };
  auto active = log.given(count(share.active + absent), trace_labels::days_in_force, days);
  if (absent != 0) {
    active = log.step(trace_operation::subtract, count(share.active), trace_labels::days_counted, active,
                      log.given(count(absent), trace_labels::days_absent, days));
  }
  const auto all = log.given(count(share.whole), trace_labels::days_of_whole, days);
  const exact_share part{share.whole == 0 ? fraction() : fraction::of(share.active, int128{share.whole})};
  const auto ratio = log.step(trace_operation::divide, part, trace_labels::share_of_days, active, all);
  const auto value = share_of_plan(whole.value, share);
  if constexpr (std::is_same_v<Amount, exact_amount>) {
    return log.euros(trace_operation::multiply, value, trace_labels::part_of_days, whole, ratio);
  } else {
    return log.step(trace_operation::multiply, value, trace_labels::part_of_days, whole, ratio);
  }
}

/// An amount of euros less the participation in it.
inline traced_value<exact_amount> less_participation_steps(explanation_log& log,
                                                           const traced_value<exact_amount>& gross,
                                                           const traced_value<exact_duration>& time,
                                                           const participation_share& share) {
  const auto value = after_participation(gross.value, time.value, share);
  if (share.is_nothing()) return gross;
  if (share.per_hour != unit_price()) {
    const auto off =
        log.euros(trace_operation::multiply, time.value * share.per_hour, trace_labels::participation_amount, time,
                  log.given(share.per_hour, trace_labels::participation_hour), trace_number{1, 3600});
    const auto less =
        log.euros(trace_operation::subtract, gross.value - off.value, trace_labels::less_participation, gross, off);
    return log.euros(trace_operation::maximum, value, trace_labels::less_participation, less, exact_amount());
  }
  const exact_share of_one{share.exact ? *share.exact : fraction::of(share.percent.e4, std::int64_t{1'000'000})};
  const auto kept =
      log.step(trace_operation::subtract, exact_share{fraction(1) - of_one.of_one}, trace_labels::kept_rate,
               exact_share{fraction(1)}, log.given(of_one, trace_labels::participation_rate));
  return log.euros(trace_operation::multiply, value, trace_labels::less_participation, gross, kept);
}

/// Records of what a quantity is made; the steps give what the plan computed from the same terms.
class grant_recorder {
 public:
  explicit grant_recorder(explanation_log& log) : log_(log) {}

  /// The quantity of one part of a period; no step where there is no term of it.
  template <class Amount>
  traced_value<Amount> record(std::span<const granted_term> terms, std::size_t part) {
    const auto group = log_.group(trace_labels::granted);
    traced_value<Amount> sum;
    for (const auto& term : terms) {
      if (term.part != part) continue;
      traced_value<Amount> one;
      if constexpr (std::is_same_v<Amount, exact_amount>) {
        one = worth_of(time_of(term), term);
        sum = sum.step < 0
                  ? one
                  : log_.euros(trace_operation::add, sum.value + one.value, trace_labels::granted_sum, sum, one);
      } else {
        one = time_of(term);
        sum = sum.step < 0
                  ? one
                  : log_.step(trace_operation::add, sum.value + one.value, trace_labels::granted_sum, sum, one);
      }
    }
    return sum;
  }

 private:
  using time = traced_value<exact_duration>;

  time time_of(const granted_term& term) {
    const auto written = term.written.empty() ? std::string() : ": " + term.written;
    auto sum = log_.given(term.ordered, trace_labels::ordered_quantity, term.order_line + written);
    if (term.weeks) sum = month_of(sum, *term.weeks, local_month::of(term.unit.first));
    return of_days(log_, sum, term.share, term.absent, name_of_days(term.unit));
  }

  /// A weekly quantity: times the weeks of a month, or the days of the month, by the rule.
  time month_of(const time& weekly, week_to_month rule, local_month month) {
    const auto value = month_of_weeks(rule, weekly.value, month);
    const auto rule_is = [&](std::int64_t numerator, std::int64_t denominator) {
      const exact_count factor{fraction::of(numerator, denominator)};
      return log_.about(log_.parameter(factor, "smoothing.week_to_month"), std::string(name_of(rule)));
    };
    const auto counted = [&](std::int64_t number, const trace_label& label) {
      return log_.given(exact_count{fraction(number)}, label, to_string(month));
    };
    const auto times = [&](const auto&... factors) {
      return log_.step(trace_operation::multiply, value, trace_labels::month_of_weeks, weekly, factors...);
    };
    switch (rule) {
      case week_to_month::days_over_7:
        return times(counted(month.days(), trace_labels::days_of_month), rule_is(1, 7));
      case week_to_month::weeks_52_over_12:
        return times(rule_is(52, 12));
      case week_to_month::weeks_4_33:
        return times(rule_is(433, 100));
      case week_to_month::iso_weeks:
        return times(counted(iso_weeks_of(month), trace_labels::weeks_of_month), rule_is(1, 1));
    }
    return weekly;
  }

  /// Hours of a plan in euros, each worth the funder's rate of a weekday less the participation.
  traced_value<exact_amount> worth_of(const time& granted, const granted_term& term) {
    const auto& source = *term.worth;
    const auto hour = has_day_rate(source, day_class::weekday) ? day_rate(source, day_class::weekday) : source.rate;
    const auto gross =
        log_.euros(trace_operation::multiply, granted.value * hour, trace_labels::worth_of_plan, granted,
                   log_.given(hour, trace_labels::worth_of_hour, term.order_line), trace_number{1, 3600});
    return less_participation_steps(log_, gross, granted, source.participation);
  }

  explanation_log& log_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
