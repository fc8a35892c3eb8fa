// The steps of a penalty on the correction rate: rate, threshold, reduction or refused visits, base, amount.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/bill/explain_document_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/explain_units.hpp"
#include "esppadom/bill/penalty_part.hpp"
#include "esppadom/billing/apa.hpp"
#include "esppadom/billing/invoicing.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Steps in euros and cents.
class money_steps {
 public:
  using euros = traced_value<money>;

  explicit money_steps(explanation_log& log) : log_(log) {}

  /// The sum so far and one more amount.
  euros plus(const euros& sum, const euros& part, const trace_label& label) {
    if (sum.step < 0) return log_.step(trace_operation::add, part.value, label, part);
    return log_.step(trace_operation::add, sum.value + part.value, label, sum, part);
  }
  /// An exact amount in cents; given where that is not what the run says.
  euros rounded(const traced_value<exact_euros>& exact, money result, rounding_mode mode, const trace_label& label) {
    decimal cents;
    const bool fits =
        round(exact.value.value, 2, mode).get(cents) == error_code::success && fraction(cents) == euros_of(result);
    if (!fits) return log_.given(result, label);
    return log_.step(trace_operation::round, trace_mode_of(mode), result, label, exact, money::from_cents(1));
  }

 private:
  explanation_log& log_;
};

/// Records one judged rate and what it takes of the documents of one kind.
class penalty_recorder {
 public:
  using euros = traced_value<money>;
  using ratio = traced_value<exact_share>;

  penalty_recorder(explanation_log& log, const resolved_rules& rules)
      : log_(log), money_(log), rules_(rules.rules.correction), mode_(mode_of(rules.rules.invoicing.line_rounding)) {
    log.under(rules);
  }

  euros record(const penalty_part& part) {
    const auto group = log_.group(trace_labels::judged_rate);
    log_.about_last(part.group);
    ratio reduction;
    if (part.whole > fraction()) {
      reduction = rules_.unit == correction_unit::by_minutes ? rate<exact_seconds>(part) : rate<exact_count>(part);
    }
    euros base, refused;
    for (const auto& share : part.shares) {
      const auto name = name_of_share(share);
      base = money_.plus(base, log_.given(share.base, trace_labels::judged_share, name), trace_labels::penalty_base);
      if (share.refused == money{}) continue;
      refused = money_.plus(refused, log_.given(share.refused, trace_labels::refused_share, name),
                            trace_labels::refused_total);
    }
    return charged(part, reduction, base, refused);
  }

 private:
  static std::string name_of_share(const penalised_share& share) {
    return share.beneficiary + " · " + share.order_line + " · " + to_string(share.month);
  }

  euros charged(const penalty_part& part, const ratio& reduction, const euros& base, const euros& refused) {
    const auto whole = part.refused + part.reduced;
    if (base.step < 0 || !(base.value == part.base) || !(refused.value == part.refused))
      return log_.given(whole, trace_labels::penalty_of_rate);
    euros sum = refused;
    if (part.judged.reduction > fraction() && reduction.step >= 0) {
      auto left = base;
      if (refused.step >= 0) {
        left = log_.step(trace_operation::subtract, base.value - refused.value, trace_labels::reducible, base, refused);
      }
      const exact_euros exact{euros_of(left.value) * part.judged.reduction};
      const auto product = log_.step(trace_operation::multiply, exact, trace_labels::exact_reduction, left, reduction);
      const auto cents = money_.rounded(product, part.reduced, mode_, trace_labels::reduction_amount);
      sum = sum.step < 0
                ? log_.step(trace_operation::add, cents.value, trace_labels::penalty_of_rate, cents)
                : log_.step(trace_operation::add, sum.value + cents.value, trace_labels::penalty_of_rate, sum, cents);
    } else if (sum.step >= 0) {
      sum = log_.step(trace_operation::add, sum.value, trace_labels::penalty_of_rate, sum);
    }
    if (sum.step < 0 || !(sum.value == whole)) return log_.given(whole, trace_labels::penalty_of_rate);
    return sum;
  }

  template <class Count>
  ratio rate(const penalty_part& part) {
    const auto counted = numerator<Count>(part);
    const auto whole = denominator<Count>(part);
    const auto value = log_.step(trace_operation::divide,
                                 exact_share{fraction::of(part.counted.numerator() * part.whole.denominator(),
                                                          part.counted.denominator() * part.whole.numerator())},
                                 trace_labels::correction_rate, counted, whole);
    std::optional<traced_value<percentage>> threshold;
    if (rules_.threshold_pct) threshold = log_.parameter(*rules_.threshold_pct, "correction.threshold_pct");
    ratio above;
    if (threshold) {
      above = log_.step(trace_operation::subtract, exact_share{value.value.of_one - fraction_of(*rules_.threshold_pct)},
                        trace_labels::above_threshold, value, *threshold);
    }
    switch (rules_.penalty) {
      case correction_penalty::reduction:
        return threshold && rules_.k ? reduction_above(above, part) : ratio{};
      case correction_penalty::tiers:
        return tier_of(value, threshold, part);
      case correction_penalty::refuse_excess:
        if (threshold && !part.refused_visits.empty()) refuse<Count>(part, counted, whole, *threshold);
        break;
      default:
        break;
    }
    return {};
  }

  // -- what is counted, class by class

  template <class Count>
  traced_value<Count> sum_of(const traced_value<Count>& sum, const traced_value<Count>& one, const trace_label& label) {
    if (sum.step < 0) return log_.step(trace_operation::add, one.value, label, one);
    return log_.step(trace_operation::add, Count{sum.value.value + one.value.value}, label, sum, one);
  }

  template <class Count>
  traced_value<Count> numerator(const penalty_part& part) {
    traced_value<Count> sum;
    for (const auto& each : part.classes) {
      if (each.counts.corrected == 0) continue;
      sum = sum_of(sum, counted_of<Count>(each), trace_labels::rate_numerator);
    }
    return sum.step >= 0 && sum.value.value == part.counted
               ? sum
               : log_.given(Count{part.counted}, trace_labels::rate_numerator);
  }
  template <class Count>
  traced_value<Count> denominator(const penalty_part& part) {
    traced_value<Count> sum;
    for (const auto& each : part.classes) {
      const Count of_class{whole_of_rate(each.counts, rules_.unit)};
      if (of_class.value == fraction()) continue;
      auto one = log_.given(
          rules_.unit == correction_unit::by_stamp ? Count{fraction(each.counts.interventions)} : of_class,
          rules_.unit == correction_unit::by_minutes ? trace_labels::time_of_class : trace_labels::visits_of_class,
          std::string(name_of(each.klass)));
      if (rules_.unit == correction_unit::by_stamp)
        one = log_.step(trace_operation::multiply, of_class, trace_labels::two_stamps, one, trace_number{2, 1});
      sum = sum_of(sum, one, trace_labels::rate_denominator);
    }
    return sum.step >= 0 && sum.value.value == part.whole
               ? sum
               : log_.given(Count{part.whole}, trace_labels::rate_denominator);
  }

  /// What the corrected visits of a class add: their number times the weight of the class, their stamps, their time.
  template <class Count>
  traced_value<Count> counted_of(const rated_class& each) {
    const auto name = std::string(name_of(each.klass));
    const Count of_class{part_of_rate(each.counts, rules_.unit)};
    if (rules_.unit == correction_unit::by_minutes)
      return log_.given(of_class, trace_labels::corrected_time_of_class, name);
    if (rules_.unit == correction_unit::by_stamp)
      return log_.given(of_class, trace_labels::corrected_stamps_of_class, name);
    const auto weight = weight_of(each.klass, rules_);
    const Count corrected{fraction(each.counts.corrected)};
    const Count weighed{corrected.value * fraction::of(weight.e4, std::int64_t{10'000})};
    // A declared visit has no weight of its own; accepted extra minutes count as a whole correction.
    if (each.klass == visit_class::declarative || !(weighed.value == of_class.value))
      return log_.given(of_class, trace_labels::corrected_of_class, name);
    return log_.step(
        trace_operation::multiply, weighed, trace_labels::weighed_of_class,
        log_.given(corrected, trace_labels::corrected_of_class, name),
        log_.parameter(Count{fraction::of(weight.e4, std::int64_t{10'000})}, "correction.code_weights." + name));
  }

  ratio reduction_above(const ratio& above, const penalty_part& part) {
    const auto excess = log_.step(trace_operation::maximum, exact_share{max(above.value.of_one, fraction())},
                                  trace_labels::excess_rate, above, exact_share{});
    const exact_count factor{fraction::of(std::int64_t{rules_.k->e4}, std::int64_t{10'000})};
    const auto k = log_.parameter(factor, "correction.k");
    auto out = log_.step(trace_operation::multiply, exact_share{factor.value * excess.value.of_one},
                         trace_labels::excess_times_k, excess, k);
    const exact_share all{fraction(1)};
    if (rules_.cap_pct) {
      const auto cap = log_.parameter(*rules_.cap_pct, "correction.cap_pct");
      out = log_.step(trace_operation::minimum,
                      exact_share{min(min(out.value.of_one, fraction_of(*rules_.cap_pct)), fraction(1))},
                      trace_labels::capped_reduction, out, cap, all);
    } else {
      out = log_.step(trace_operation::minimum, exact_share{min(out.value.of_one, fraction(1))},
                      trace_labels::capped_reduction, out, all);
    }
    return agreed(out, part);
  }

  /// From the lowest tier to the highest: the reduction of each replaces that before where its rate is reached.
  ratio tier_of(const ratio& rate, const std::optional<traced_value<percentage>>& threshold, const penalty_part& part) {
    auto tiers = rules_.tiers;
    std::stable_sort(tiers.begin(), tiers.end(),
                     [](const correction_tier& a, const correction_tier& b) { return a.from_pct < b.from_pct; });
    ratio out{};
    const correction_tier* last = nullptr;
    for (const auto& tier : tiers) {
      if (last && last->from_pct == tier.from_pct) continue;
      last = &tier;
      const auto name = to_string(tier.from_pct) + " %";
      const auto from = log_.about(log_.parameter(tier.from_pct, "correction.tiers"), name);
      const auto reduced = log_.about(log_.parameter(tier.reduction_pct, "correction.tiers"), name);
      const bool below = rate.value.of_one < fraction_of(tier.from_pct);
      const exact_share result = below ? out.value : exact_share{fraction_of(tier.reduction_pct)};
      out = log_.step(trace_operation::choose, trace_mode::less, result, trace_labels::tier_reached, rate, from, out,
                      reduced);
    }
    if (threshold && out.step >= 0) {
      const bool passes = rate.value.of_one <= fraction_of(threshold->value);
      out = log_.step(trace_operation::choose, trace_mode::less_or_equal, passes ? exact_share{} : out.value,
                      trace_labels::reduction_if_exceeded, rate, *threshold, exact_share{}, out);
    }
    return agreed(out, part);
  }

  ratio agreed(const ratio& out, const penalty_part& part) {
    if (out.step >= 0 && out.value.of_one == part.judged.reduction) return out;
    return log_.given(exact_share{part.judged.reduction}, trace_labels::capped_reduction);
  }

  /// The fewest visits whose removal brings the rate to the threshold.
  template <class Count>
  void refuse(const penalty_part& part, const traced_value<Count>& counted, const traced_value<Count>& whole,
              const traced_value<percentage>& threshold) {
    const auto allowed = log_.step(trace_operation::multiply, Count{part.whole * fraction_of(threshold.value)},
                                   trace_labels::allowed_corrections, whole, threshold);
    auto left = counted;
    for (const auto& visit : part.refused_visits) {
      const auto one = log_.given(Count{visit.counted}, trace_labels::refused_counted, visit.delivery);
      left = log_.step(trace_operation::subtract, Count{left.value.value - visit.counted},
                       trace_labels::left_of_corrections, left, one);
    }
    static_cast<void>(log_.step(trace_operation::subtract, Count{left.value.value - allowed.value.value},
                                trace_labels::beyond_allowed, left, allowed));
  }

  explanation_log& log_;
  money_steps money_;
  const correction_rules& rules_;
  rounding_mode mode_;
};

}  // namespace detail
}  // namespace esppadom::inline ESPPADOM_ABI
