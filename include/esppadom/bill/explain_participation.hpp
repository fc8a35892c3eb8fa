// What the rule book leaves to the beneficiary of a funder's rate, step by step: the national scale of APA, the band of
// the resources. Billing rules reference, section 6 (formula known, its reading inferred, high).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/explain_units.hpp"
#include "esppadom/billing/apa.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/participation.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Records the participation that the rules of a funder give in a month.
class participation_recorder {
 public:
  using ratio = traced_value<exact_share>;
  using euros = traced_value<exact_euros>;

  /// `rules` must outlive the recorder.
  participation_recorder(explanation_log& log, const funder_rules& rules, local_month month)
      : log_(log), rules_(rules.participation), name_(rules.funder), day_(month.first_day()) {}

  /// The share of each minute; no step, and nothing recorded, where the national scale does not give it.
  ratio share(const fraction& wanted) {
    const auto known = of_scale();
    if (!known || known->rate != wanted) return {{wanted}, -1};
    return log_.about(rate_of_scale(*known), name_);
  }

  /// The percentage, or the amount of an hour, of the band of resources; no step, and nothing recorded, where the table
  /// does not give it.
  template <class T>
  traced_value<T> of_band(const T& wanted) {
    participation_band band;
    const bool asked = rules_.rate == participation_rate::table;
    if (!asked || band_of(rules_).get(band) != error_code::success || !gives(band, wanted)) return {wanted, -1};
    static_cast<void>(given_resources());
    return log_.about(log_.parameter_of_funder(wanted, "participation.table", name_),
                      name_ + ", " + to_string(band.from) + " – " + (band.to ? to_string(*band.to) : "") + " €");
  }

  /// The amount of a month of the accepted plan: by the national scale, or a percentage of the plan; no step, and
  /// nothing recorded, where neither gives it.
  euros month(const fraction& wanted) {
    if (const auto known = of_scale(); known && known->participation == wanted) {
      const auto rate = rate_of_scale(*known);
      return of_plan(rate, wanted);
    }
    const bool of_book = rules_.basis == participation_basis::accepted_plan && rules_.inputs.accepted_plan;
    if (!of_book || !(*rules_.inputs.accepted_plan > money())) return {{wanted}, -1};
    const auto part = wanted / euros_of(*rules_.inputs.accepted_plan);
    percentage shown;
    if (percentage_of(part).get(shown) != error_code::success) return {{wanted}, -1};
    auto percent = of_band(shown);
    if (percent.step < 0) {
      percent = rules_.percent == shown ? log_.parameter_of_funder(shown, "participation.percent", name_)
                                        : log_.given(shown, trace_labels::participation_rate);
    }
    accepted_ = given_plan();
    return of_plan({{part}, percent.step}, wanted);
  }

 private:
  /// Where on the scale a beneficiary stands, in multiples of the MTP.
  struct place_on_scale {
    euros mtp;
    ratio resources, free, full, width;
  };

  static bool gives(const participation_band& band, percentage wanted) { return band.percent == wanted; }
  static bool gives(const participation_band& band, unit_price wanted) { return band.amount == wanted; }
  static result<percentage> percentage_of(const fraction& share) {
    decimal exact;
    const error_code e = round(share, 6, rounding_mode::unnecessary).get(exact);
    if (e != error_code::success) return e;
    return percentage::from_e4(exact.coefficient);
  }

  /// The share of the scale; none where the rules do not ask it.
  [[nodiscard]] std::optional<apa_share> of_scale() const {
    apa_share out;
    const bool asked = rules_.rate == participation_rate::national_apa;
    if (!asked || national_share(rules_, day_).get(out) != error_code::success) return std::nullopt;
    return out;
  }

  // -- values from outside, and simple steps

  euros given_resources() {
    return log_.parameter_of_funder(exact_euros{euros_of(*rules_.inputs.resources)}, "participation.inputs.resources",
                                    name_);
  }
  euros given_plan() {
    return log_.parameter_of_funder(exact_euros{euros_of(*rules_.inputs.accepted_plan)},
                                    "participation.inputs.accepted_plan", name_);
  }
  /// A number of the national data, by its place there.
  ratio number(decimal value, const trace_label& label, std::string_view key) {
    return log_.look_up(exact_share{fraction(value)}, label, "national.apa", key, to_string(day_));
  }
  euros plus(const euros& a, const euros& b, const trace_label& label) {
    return log_.step(trace_operation::add, exact_euros{a.value.value + b.value.value}, label, a, b);
  }
  euros minus(const euros& a, const euros& b, const trace_label& label) {
    return log_.step(trace_operation::subtract, exact_euros{a.value.value - b.value.value}, label, a, b);
  }
  euros least(const euros& a, const euros& b, const trace_label& label) {
    return log_.step(trace_operation::minimum, exact_euros{min(a.value.value, b.value.value)}, label, a, b);
  }
  euros times(const ratio& a, const euros& b, const trace_label& label) {
    return log_.step(trace_operation::multiply, exact_euros{a.value.of_one * b.value.value}, label, a, b);
  }
  ratio times(const ratio& a, const ratio& b, const trace_label& label) {
    return log_.step(trace_operation::multiply, exact_share{a.value.of_one * b.value.of_one}, label, a, b);
  }
  ratio minus(const ratio& a, const ratio& b, const trace_label& label) {
    return log_.step(trace_operation::subtract, exact_share{a.value.of_one - b.value.of_one}, label, a, b);
  }
  ratio over(const ratio& a, const ratio& b, const trace_label& label) {
    return log_.step(trace_operation::divide, exact_share{a.value.of_one / b.value.of_one}, label, a, b);
  }
  ratio over(const euros& a, const euros& b, const trace_label& label) {
    return log_.step(trace_operation::divide, exact_share{a.value.value / b.value.value}, label, a, b);
  }

  // -- the scale

  euros of_plan(const ratio& rate, const fraction& wanted) {
    return log_.step(trace_operation::multiply, exact_euros{wanted}, trace_labels::scale_participation, rate,
                     accepted_);
  }

  ratio rate_of_scale(const apa_share& known) {
    const auto group = log_.group(trace_labels::national_scale);
    log_.about_last(name_);
    const apa_scale scale = apa_scale_on(day_).value();
    const euros mtp =
        log_.look_up(exact_euros{euros_of(scale.mtp)}, trace_labels::mtp, "national.apa", "mtp", to_string(day_));
    const auto gir = static_cast<std::size_t>(*rules_.inputs.gir - 1);
    const auto factor =
        number(scale.ceilings.of_gir[gir], trace_labels::ceiling_factor, "ceilings.gir_" + std::to_string(gir + 1));
    accepted_ = least(given_plan(), times(factor, mtp, trace_labels::plan_ceiling), trace_labels::accepted_plan);
    auto resources = given_resources();
    if (*rules_.inputs.couple) {
      const auto divisor = number(apa_data::couple_divisor, trace_labels::couple_divisor, "couple_divisor");
      resources = log_.step(trace_operation::divide, exact_euros{resources.value.value / divisor.value.of_one},
                            trace_labels::resources_of_one, resources, divisor);
    }
    const auto rate = unrounded(scale.formula, mtp, over(resources, mtp, trace_labels::resources_in_mtp));
    if (!rules_.rate_scale) return rate;
    const exact_share step{fraction(decimal{1, static_cast<std::uint8_t>(*rules_.rate_scale)})};
    return log_.step(trace_operation::round, trace_mode_of(mode_of(*rules_.rate_rounding)), exact_share{known.rate},
                     trace_labels::participation_rate, rate,
                     log_.parameter_of_funder(step, "participation.rate_scale", name_));
  }

  /// Participation / accepted plan.
  ratio unrounded(const apa_formula& formula, const euros& mtp, const ratio& resources) {
    const auto highest = number(formula.highest_rate, trace_labels::highest_rate, "formulas.highest_rate");
    if (accepted_.value.value == fraction()) {
      return log_.step(trace_operation::choose, trace_mode::equal, exact_share{}, trace_labels::no_accepted_plan,
                       accepted_, exact_euros{}, exact_share{}, highest);
    }
    const auto free = number(formula.free_below, trace_labels::free_below, "formulas.free_below");
    if (resources.value.of_one <= free.value.of_one) {
      return log_.step(trace_operation::choose, trace_mode::less_or_equal, exact_share{}, trace_labels::rate_of_scale,
                       resources, free, exact_share{}, highest);
    }
    const auto full = number(formula.full_above, trace_labels::full_above, "formulas.full_above");
    const place_on_scale at{mtp, resources, free, full, minus(full, free, trace_labels::scale_width)};
    const auto risen = over(minus(resources, free, trace_labels::above_free), at.width, trace_labels::risen);
    auto rate = times(risen, highest, trace_labels::scale_factor);
    if (formula.kind == apa_formula_kind::sliced) {
      const auto asked = times(rate, counted_plan(formula, at), trace_labels::scale_participation);
      rate = over(asked, accepted_, trace_labels::rate_of_scale);
    }
    return log_.step(trace_operation::minimum, exact_share{min(rate.value.of_one, highest.value.of_one)},
                     trace_labels::rate_of_scale, rate, highest);
  }

  /// A1 + f2·A2 + f3·A3: the accepted plan in its slices, of which the higher ones count by their weights.
  euros counted_plan(const apa_formula& formula, const place_on_scale& at) {
    const auto up_to = [&](decimal factor, std::string_view key) {
      const auto edge = times(number(factor, trace_labels::edge_factor, key), at.mtp, trace_labels::slice_edge);
      return least(accepted_, edge, trace_labels::plan_up_to);
    };
    const auto first = up_to(formula.slice_1, "formulas.slice_1");
    if (first.value.value == accepted_.value.value) return first;
    const auto second = up_to(formula.slice_2, "formulas.slice_2");
    const auto two = with_slice(first, second, first, weight_of(formula.weight_2, "formulas.weight_2", at));
    if (second.value.value == accepted_.value.value) return two;
    return with_slice(two, accepted_, second, weight_of(formula.weight_3, "formulas.weight_3", at));
  }
  euros with_slice(const euros& sum, const euros& upper, const euros& lower, const ratio& weight) {
    const auto slice = minus(upper, lower, trace_labels::plan_slice);
    return plus(sum, times(weight, slice, trace_labels::weighted_slice), trace_labels::weighted_plan);
  }

  /// (f·S + (1 − f)·full − free) / width: it rises to 1 with the resources.
  ratio weight_of(decimal value, std::string_view key, const place_on_scale& at) {
    const auto factor = number(value, trace_labels::slice_factor, key);
    const auto rest = minus(ratio{{fraction(1)}, -1}, factor, trace_labels::slice_rest);
    const auto a = times(factor, at.resources, trace_labels::slice_part);
    const auto b = times(rest, at.full, trace_labels::slice_part);
    const ratio both =
        log_.step(trace_operation::add, exact_share{a.value.of_one + b.value.of_one}, trace_labels::slice_sum, a, b);
    return over(minus(both, at.free, trace_labels::slice_above), at.width, trace_labels::slice_weight);
  }

  explanation_log& log_;
  const participation_rules& rules_;
  const std::string& name_;
  local_date day_;
  euros accepted_;  ///< once recorded
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
