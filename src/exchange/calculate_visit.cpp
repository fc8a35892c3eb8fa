// Calculations about one visit.
#include "exchange/calculation_visit.hpp"

#include "esppadom/billing/duration.hpp"
#include "esppadom/billing/pricing.hpp"
#include "exchange/calculation.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

result<visit_time_answer> time_of(const visit_time_question& asked, const calculation_context& context) {
  const visit_times times{asked.arrival, asked.departure, asked.retained, asked.planned, asked.day_rest};
  const auto& rules = context.rules;
  if (asked.extra && !is_time(*asked.extra)) return error_code::out_of_range;
  visit_time_answer out;
  out.kind = kind_of(asked.by_code.value_or(visit_class::stamped), times, asked.incompatible_period.value_or(false),
                     rules.incompatible, rules.declarative);
  const auto made =
      billable_duration(times, rules.stamps, rules.duration, rules.calendar,
                        basis_of(out.kind, rules.duration, rules.incompatible), asked.extra.value_or(duration()));
  out.reason = made.reason;
  out.planned_seconds = made.planned;
  out.real_seconds = made.real;
  out.billed_seconds = made.billed;
  out.base_seconds = made.base;
  out.extra_seconds = made.extra;
  out.total_seconds = made.total;
  out.snapped = made.snapped;
  out.capped = made.capped;
  return out;
}

result<declared_time_answer> declared(const declared_time_question& asked, const calculation_context& context) {
  const visit_times times{asked.arrival, asked.departure, asked.retained, std::nullopt};
  declared_time_answer out;
  out.kind = kind_of(visit_class::stamped, times, false, context.rules.incompatible, context.rules.declarative);
  if (out.kind != visit_kind::monthly) return out;
  out.seconds = declared_time(asked.quantity, asked.unit);
  return out.seconds->is_valid() ? result<declared_time_answer>(out)
                                 : result<declared_time_answer>(error_code::unsupported);
}

result<extra_minutes_answer> accepted(const extra_minutes_question& asked, const calculation_context& context) {
  const auto made = accept_extra_minutes(asked.minutes, asked.reason, asked.author, context.rules.extra_minutes);
  return extra_minutes_answer{made.extra, made.reason};
}

result<seconds_answer> left_of_cap(const extra_minutes_left_question& asked, const calculation_context&) {
  if (!is_time(asked.asked) || !is_time(asked.used) || (asked.cap && !is_time(*asked.cap)))
    return error_code::out_of_range;
  return seconds_answer{exact_duration(within_monthly_cap(asked.asked, asked.used, asked.cap))};
}

result<seconds_answer> of_double(const double_visit_question& asked, const calculation_context&) {
  if (!is_time(asked.before) || !is_time(asked.own) || !is_time(asked.offset) || !is_time(asked.both))
    return error_code::out_of_range;
  return seconds_answer{share_of_double(asked.before, asked.own, asked.offset, asked.both)};
}

result<payable_share_answer> payable(const payable_share_question& asked, const calculation_context& context) {
  return payable_share_answer{payable_share(asked.reason, context.rules.payable_share)};
}

result<declarative_quota_answer> quota(const declarative_quota_question& asked, const calculation_context&) {
  if (asked.declared < 0 || asked.all < asked.declared) return error_code::out_of_range;
  return declarative_quota_answer{exceeds_quota(asked.declared, asked.all, asked.quota)};
}

result<priced_visit_answer> priced(const priced_visit_question& asked, const calculation_context& context) {
  static constexpr auto longest = duration::of_hours(31 * 24);
  const auto extra = asked.extra_seconds.value_or(exact_duration());
  if (!(asked.price >= unit_price()) || !is_time(asked.base_seconds.value_or(exact_duration())) || !is_time(extra))
    return error_code::out_of_range;
  const auto& calendar = context.rules.calendar;
  const auto line = line_of(calendar, asked.retained.start);
  no_trace trace;
  const auto span =
      span_of(asked.retained, trace_labels::retained_start, trace_labels::retained_end, longest, line, trace);
  priced_visit_answer out;
  out.reason = span.reason;
  if (out.reason != unbilled_reason::none) return out;
  const retained_time retained{{line.reading(span.start), line.reading(span.end)},
                               duration::of_seconds(span.seconds())};
  const auto made = price_visit(retained, asked.base_seconds.value_or(exact_duration(retained.length)), extra,
                                asked.price, context.rules.funding.surcharges, calendar);
  out.reason = made.reason;
  if (out.reason != unbilled_reason::none) return out;
  for (const segment& part : made.segments)
    out.segments.push_back({part.time, part.surcharge, part.kind, part.day, part.date, part.extra_minutes});
  out.price = made.price;
  money cents;
  if (round<money>(out.price, rounding_mode::half_up).get(cents) == error_code::success) out.cents = cents;
  return out;
}

result<reduced_price_answer> reduced(const reduced_price_question& asked, const calculation_context&) {
  reduced_price_answer out;
  const auto error = reduced_price(asked.price, asked.percent).get(out.price);
  if (error != error_code::success) return error;
  return out;
}

}  // namespace

result<std::string> calculate_visit(calculation of, std::string_view question, findings& found,
                                    const calculation_context& context) {
  switch (of) {
    case calculation::visit_time:
      return answered(of, question, found, context, time_of);
    case calculation::declared_time:
      return answered(of, question, found, context, declared);
    case calculation::extra_minutes:
      return answered(of, question, found, context, accepted);
    case calculation::extra_minutes_left:
      return answered(of, question, found, context, left_of_cap);
    case calculation::double_visit:
      return answered(of, question, found, context, of_double);
    case calculation::payable_share:
      return answered(of, question, found, context, payable);
    case calculation::declarative_quota:
      return answered(of, question, found, context, quota);
    case calculation::reduced_price:
      return answered(of, question, found, context, reduced);
    case calculation::priced_visit:
      return answered(of, question, found, context, priced);
    default:
      return error_code::unsupported;
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
