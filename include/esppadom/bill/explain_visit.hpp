// How the time and the price of one visit came about, recorded by the kernels that bill it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/visit_judge.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The steps of a priced segment; -1 where none is known.
struct segment_steps {
  std::int32_t time = -1;
  std::int32_t price = -1;
};

/// What a rule on the total of a day or month made of a visit.
struct total_share {
  duration others;  ///< billed time of the other visits of the total
  duration before;
  duration on_later;  ///< of the difference, put on visits that come later
  bool known = false;
};

/// The totals that `round_totals` will take, visit by visit; to be asked before they are rounded.
inline total_share total_of(std::span<const judged_visit> visits, const judged_visit& wanted) {
  const auto key = [](const judged_visit& visit) {
    const auto scope = visit.rules->rules.duration.rounding.scope;
    const auto date = visit.start.date();
    return std::tuple(visit.line->from->provider.id(), std::string_view(visit.line->line->order_line_id),
                      scope == rounding_scope::day ? date : local_month::of(date).first_day());
  };
  const auto takes_part = [](const judged_visit& visit) {
    return visit.reason == unbilled_reason::none && !visit.cancelled && is_timed(visit.kind) &&
           visit.rules->rules.duration.rounding.scope != rounding_scope::intervention;
  };
  total_share out;
  if (!takes_part(wanted)) return out;
  std::vector<duration> times;
  std::size_t place = 0;
  const judged_visit* last = nullptr;
  for (const auto& visit : visits) {
    if (!takes_part(visit) || key(visit) != key(wanted)) continue;
    if (&visit == &wanted) place = times.size();
    times.push_back(visit.time.billed);
    last = &visit;
  }
  if (!last) return out;
  out.known = true;
  out.before = wanted.time.billed;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (i != place) out.others += times[i];
  }
  auto rounded = times;
  if (round_total(rounded, last->rules->rules.duration.rounding) != unbilled_reason::none) out.known = false;
  for (std::size_t i = place + 1; i < times.size(); ++i)
    out.on_later += rounded[i] - times[i];
  return out;
}

/// Records time and price of one visit.
class visit_recorder {
 public:
  visit_recorder(explanation_log& log, visit_judge& judge) : log_(log), judge_(judge) {}

  /// The billed time, stamp by stamp, rule by rule.
  void record_time(const judged_visit& visit, const total_share& total) {
    if (!is_timed(visit.kind)) {
      const auto group = log_.group(trace_labels::billable_time);
      total_ = log_.given(visit.time.total, trace_labels::declared_time, visit.record->unit_code);
      return;
    }
    const auto& resolved = visit.day_rest ? *visit.rules : judge_.leading_rules(visit);
    log_.under(resolved);
    const auto& rules = resolved.rules;
    record_extra(visit);
    const auto from = log_.last() + 1;
    auto times = visit_judge::times_of(*visit.record, rules.stamps);
    times.day_rest = visit.day_rest;
    const auto time = billable_duration(times, rules.stamps, rules.duration, rules.calendar,
                                        basis_of(visit.kind, rules.duration, rules.incompatible), visit.extra, log_);
    traced_value<duration> billed{time.billed, step_of(from, time.billed)};
    total_ = {time.total, step_of(from, time.total)};
    if (total.known && total.before == time.billed && visit.time.billed != time.billed) {
      log_.under(*visit.rules);
      record_totals(visit, billed, total);
    }
    if (!(total_.value == visit.time.total)) total_ = log_.given(visit.time.total, trace_labels::billed_total);
    supply_parts(visit);
  }

  /// The priced segments; one that is no longer as it was priced has no step.
  std::vector<segment_steps> record_price(const judged_visit& visit, attribution_rule attribution) {
    std::vector<segment_steps> out(visit.priced.segments.size());
    if (!visit.terms || visit.terms->reason != unbilled_reason::none) return out;
    log_.under(*visit.rules);
    record_hour(visit);
    if (!is_timed(visit.kind)) return out;
    const auto from = static_cast<std::size_t>(log_.last() + 1);
    calendar_rules calendar = visit.rules->rules.calendar;
    calendar.attribution = attribution;
    const auto priced = price_visit(visit.time, visit.price, visit.terms->surcharges, calendar, log_);
    std::vector<segment_steps> steps;
    for (std::size_t i = from; i < log_.steps().size(); ++i) {
      const auto& step = log_.steps()[i];
      if (step.label == &trace_labels::segment_price)
        steps.push_back({step.operands.front().step, static_cast<std::int32_t>(i)});
    }
    if (steps.size() != priced.segments.size() || steps.size() != out.size()) return out;
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (priced.segments[i] == visit.priced.segments[i]) out[i] = steps[i];
    }
    return out;
  }

  /// The whole time billed.
  [[nodiscard]] const traced_value<exact_duration>& total() const { return total_; }

 private:
  std::int32_t step_of(std::int32_t from, const auto& value) const {
    return log_.find(from, trace_unit::second, trace_number_of(value));
  }

  void record_extra(const judged_visit& visit) {
    if (!visit.record->extra_minutes) return;
    const auto group = log_.group(trace_labels::extra_minutes);
    const auto declared = log_.given(duration::of_minutes(visit.record->extra_minutes->minutes),
                                     trace_labels::extra_declared, visit.record->extra_minutes->reason.value_or(""));
    auto kept = declared;
    if (kept.value != visit.extra) {
      const auto limit = log_.given(visit.extra, trace_labels::extra_accepted);
      kept = log_.step(trace_operation::minimum, min(declared.value, visit.extra), trace_labels::extra_minutes,
                       declared, limit);
    }
    log_.supply(trace_labels::extra_minutes, kept);
  }

  /// A total that was rounded once: what it came to, and which part of the difference lies on this visit.
  void record_totals(const judged_visit& visit, const traced_value<duration>& billed, const total_share& total) {
    const auto& rules = visit.rules->rules.duration;
    const auto group = log_.group(trace_labels::totals);
    log_.about_last(std::string(name_of(rules.rounding.scope)));
    const auto others = log_.given(total.others, trace_labels::other_visits_time);
    const auto sum = log_.step(trace_operation::add, total.others + billed.value, trace_labels::total, others, billed);
    const auto rounded = rounded_step(sum, round_duration(sum.value, rules.rounding), rules.rounding,
                                      rounded_side::whole, trace_labels::rounded_total, log_);
    const auto difference =
        log_.step(trace_operation::subtract, rounded.value - sum.value, trace_labels::total_difference, rounded, sum);
    const auto later = log_.given(total.on_later, trace_labels::put_on_later);
    const auto left = log_.step(trace_operation::subtract, difference.value - total.on_later,
                                trace_labels::difference_left, difference, later);
    const auto nothing_less =
        log_.step(trace_operation::subtract, -billed.value, trace_labels::no_less_than_nothing, duration(), billed);
    const auto change = log_.step(trace_operation::maximum, max(left.value, -billed.value),
                                  trace_labels::difference_taken, left, nothing_less);
    const auto after =
        log_.step(trace_operation::add, billed.value + change.value, trace_labels::adjusted, billed, change);
    log_.supply(trace_labels::billed, after);
    const auto from = log_.last();
    billable_time time = visit.time;
    set_billed(time, after.value, visit.extra, rules, log_);
    total_ = {time.total, step_of(from, time.total)};
  }

  /// Time without and with extra minutes, as the price asks for them.
  void supply_parts(const judged_visit& visit) {
    if (visit.time.extra == exact_duration()) {
      log_.supply(trace_labels::billed_base, total_);
      return;
    }
    const auto extra = log_.input(visit.time.extra, trace_labels::extra_minutes);
    log_.supply(trace_labels::extra_minutes, extra);
    log_.supply(trace_labels::billed_base,
                log_.step(trace_operation::subtract, visit.time.base, trace_labels::billed_base, total_, extra));
  }

  /// The price of an hour: the order's or the rule book's, less what the kind of visit takes off.
  void record_hour(const judged_visit& visit) {
    const auto group = log_.group(trace_labels::hourly_price);
    const auto& rules = visit.rules->rules;
    const auto& line = *visit.line->line;
    const bool ordered = line.provider_rate || line.tariff;
    const bool by_rules = rules.tariff.provider_rate && *rules.tariff.provider_rate == visit.terms->price &&
                          (!ordered || rules.tariff.source == tariff_source::rule_book);
    auto price = by_rules ? log_.parameter(visit.terms->price, "tariff.provider_rate")
                          : log_.given(visit.terms->price, trace_labels::order_price, line.order_line_id);
    log_.supply(trace_labels::base_price, reduced_hour(visit, price));
  }

  /// The price of an hour as far as it is payable; both shares in one step, for only their product has to fit.
  traced_value<unit_price> reduced_hour(const judged_visit& visit, const traced_value<unit_price>& price) {
    auto shares = visit_judge::shares_of_price(visit);
    if (shares.declared == percentage::from_percent(100)) shares.declared.reset();
    unit_price reduced;
    if ((!shares.declared && !shares.reason) ||
        visit_judge::payable_price(visit, price.value).get(reduced) != error_code::success)
      return price;  // in full, or the visit is not billed
    const auto& label = trace_labels::reduced_hourly_price;
    const auto of_reason = [&] {
      return log_.parameter(*shares.reason, "payable_share_pct." + *visit.record->payable_reason);
    };
    if (!shares.declared) return log_.step(trace_operation::multiply, reduced, label, price, of_reason());
    const auto factor = log_.parameter(*shares.declared, "declarative.price_pct");
    if (!shares.reason) return log_.step(trace_operation::multiply, reduced, label, price, factor);
    return log_.step(trace_operation::multiply, reduced, label, price, factor, of_reason());
  }

  explanation_log& log_;
  visit_judge& judge_;
  traced_value<exact_duration> total_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
