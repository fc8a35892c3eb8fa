// Calculations about months of visits, plans and contracts.
#include <algorithm>
#include <span>

#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/pool_period.hpp"
#include "esppadom/billing/smoothing.hpp"
#include "esppadom/oversight/correction_penalty.hpp"
#include "exchange/calculation.hpp"
#include "exchange/calculation_oversight.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

constexpr std::int64_t most_visits = 1'000'000;

// -- corrections ------------------------------------------------------------------------------------------------------

bool is_plausible(const rated_group& group) {
  return group.count >= 0 && group.count <= most_visits && group.concerned_sides.value_or(0) >= 0 &&
         group.concerned_sides.value_or(0) <= 2 && group.billed_seconds.value_or(duration()) >= duration();
}

rated_visit visit_of(const rated_group& group) {
  rated_visit out;
  out.corrected = group.of_class;
  out.concerned_sides = static_cast<std::uint8_t>(group.concerned_sides.value_or(0));
  out.both_stamps_valid = group.both_stamps_valid.value_or(false);
  out.incomplete_call = group.incomplete_call.value_or(false);
  out.incompatible = group.incompatible.value_or(false);
  out.outage = group.outage.value_or(false);
  out.outside_rates = group.outside_rates.value_or(false);
  out.extra_minutes_count = group.extra_minutes_count.value_or(false);
  out.invoiced = group.invoiced.value_or(true);
  out.billed = group.billed_seconds.value_or(duration());
  return out;
}

std::optional<told_rate> told(const exact_rate& rate) {
  const auto percent = to_percent(rate);
  if (!percent) return std::nullopt;
  return told_rate{rate.numerator, rate.denominator, *percent};
}

result<corrections_answer> corrections_of(const corrections_question& asked, const calculation_context& context) {
  const auto& rules = context.rules.correction;
  const auto population = asked.population.value_or(rated_population::all);
  correction_tally tally;
  std::vector<refusable_visit> corrected;
  std::int64_t all = 0;
  for (const auto& group : asked.visits) {
    if (!is_plausible(group) || (all += group.count) > most_visits) return error_code::out_of_range;
    refusable_visit one;
    one.corrected = group.of_class;
    if (group.delivery) one.delivery_id = *group.delivery;
    if (group.start) one.start = *group.start;
    count_visit(one.counts, visit_of(group), rules, population);
    for (std::int64_t i = 0; i < group.count; ++i) {
      tally += one.counts;
      if (one.counts.corrected != 0) corrected.push_back(one);
    }
  }
  const auto judged = judge_rate(tally, rules);
  corrections_answer out;
  out.interventions = tally.interventions;
  out.corrected = tally.corrected;
  out.by_intervention = told(correction_rate(tally, correction_unit::by_intervention));
  out.by_stamp = told(correction_rate(tally, correction_unit::by_stamp));
  out.by_minutes = told(correction_rate(tally, correction_unit::by_minutes));
  out.creation = told(creation_rate(tally));
  out.modification = told(modification_rate(tally));
  out.telegestion = told(telegestion_rate(tally));
  out.declarative = told(declarative_rate(tally));
  out.incomplete_call = told(incomplete_call_correction_rate(tally));
  if (judged.rate.is_defined() && (rules.threshold_pct || rules.penalty == correction_penalty::tiers))
    out.exceeds = judged.exceeds;
  out.reduction = judged.reduction;
  if (asked.base) {
    money amount;
    const auto error = reduced_by(*asked.base, judged.reduction, rounding_mode::half_up).get(amount);
    if (error != error_code::success) return error;
    out.amount = amount;
  }
  if (rules.penalty != correction_penalty::refuse_excess) return out;
  const auto refused = refused_visits(corrected, tally, rules);
  out.refused = static_cast<std::int64_t>(refused.size());
  for (const auto index : refused) {
    if (!corrected[index].delivery_id.empty()) out.refused_visits.emplace_back(corrected[index].delivery_id);
  }
  std::sort(out.refused_visits.begin(), out.refused_visits.end());
  return out;
}

// -- envelopes --------------------------------------------------------------------------------------------------------

result<envelope_use> beside_envelope(const envelope_question& asked, const calculation_context& context) {
  static constexpr auto most = money::from_cents(1'000'000'000'000);
  const auto is_amount = [](money amount) { return amount >= money() && amount <= most; };
  const auto flexibility = asked.flexibility_pct.value_or(percentage());
  if (!is_amount(asked.amount) || !is_amount(asked.used) || flexibility.e4 < 0 || flexibility.e4 > 1'000'000)
    return error_code::out_of_range;
  return use_of_envelope(asked.amount, flexibility, asked.used, mode_of(context.rules.invoicing.line_rounding));
}

// -- plans ------------------------------------------------------------------------------------------------------------

result<covered_visits_answer> covered(const covered_visits_question& asked, const calculation_context& context) {
  const auto& rules = context.rules.smoothing;
  if (const auto error = check(rules); error != error_code::success) return error;
  const auto is_one = [](const exact_duration& time) { return is_time(time); };
  if (!is_time(asked.available) || !std::all_of(asked.visits.begin(), asked.visits.end(), is_one))
    return error_code::out_of_range;
  return covered_visits_answer{cover(rules, asked.available, asked.visits)};
}

std::vector<told_lot> told(const std::vector<pool_lot<exact_duration>>& lots, pool_period period) {
  std::vector<told_lot> out;
  for (const auto& one : lots)
    out.push_back({period_name(period, one.period), one.amount});
  return out;
}

result<smoothed_plan_answer> smoothed(const smoothed_plan_question& asked, const calculation_context& context) {
  const auto& rules = context.rules.smoothing;
  if (rules.unit != smoothing_unit::minutes || rules.period == pool_period::grant) return error_code::unsupported;
  if (const auto error = check(rules); error != error_code::success) return error;
  auto period = period_at(rules.period, context.whom.date);
  std::vector<pool_use<exact_duration>> uses;
  for (const auto& one : asked.periods) {
    const auto over = one.over_sub_ceiling.value_or(exact_duration());
    if (!is_time(one.plan) || !is_time(one.used) || !is_time(over)) return error_code::out_of_range;
    uses.push_back({period++, one.plan, one.used, over});
  }
  smoothed_plan_answer out;
  for (const auto& one : smooth(terms_in_time(rules), std::span<const pool_use<exact_duration>>(uses))) {
    if (!is_valid(one)) return error_code::out_of_range;
    out.periods.push_back({period_name(rules.period, one.period), one.plan, one.repaid, one.own,
                           told(one.carried, rules.period), one.advance, one.excess, one.expired, one.lost_to_cap,
                           told(one.lots, rules.period)});
  }
  return out;
}

}  // namespace

result<std::string> calculate_oversight(calculation of, std::string_view question, findings& found,
                                        const calculation_context& context) {
  switch (of) {
    case calculation::corrections:
      return answered(of, question, found, context, corrections_of);
    case calculation::envelope:
      return answered(of, question, found, context, beside_envelope);
    case calculation::covered_visits:
      return answered(of, question, found, context, covered);
    case calculation::smoothed_plan:
      return answered(of, question, found, context, smoothed);
    default:
      return error_code::unsupported;
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
