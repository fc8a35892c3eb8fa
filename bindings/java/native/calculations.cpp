// Single rules: rounding, splitting, smoothing.

#include "esppadom/exchange/calculations.hpp"

#include "esppadom/billing/rounding.hpp"
#include "esppadom/exchange/rule_report.hpp"
#include "runs.hpp"

namespace java {

using esppadom::duration;
using esppadom::error_code;
using esppadom::findings;

outcome round_durations(const round_request& asked, round_result& answer) {
  constexpr std::int64_t day = 86'400;
  constexpr std::int64_t most = std::int64_t{1} << 62;
  const auto& rule = asked.rule;
  if (rule.step.seconds < 1 || rule.step.seconds > day) return because(error_code::out_of_range, "step");
  esppadom::rounding_rules rules;
  rules.object = esppadom::rounding_object::duration;
  rules.step = rule.step;
  rules.mode = rule.mode;
  rules.tie = rule.tie;
  if (rule.mode == esppadom::step_mode::threshold) {
    if (!rule.threshold) return because(error_code::missing, "threshold");
    if (rule.threshold->seconds < 0 || *rule.threshold > rule.step)
      return because(error_code::out_of_range, "threshold");
    rules.threshold = rule.threshold;
  }
  for (const auto& one : asked.times) {
    if (one.seconds < -most || one.seconds > most) return because(error_code::out_of_range, "times");
    answer.times.push_back(round_duration(one, rules));
  }
  return std::nullopt;
}

outcome split(const split_request& asked, split_result& answer) {
  esppadom::split_question question{asked.time, asked.price, {}, asked.rounding, asked.residual};
  for (const auto& one : asked.funders)
    question.funders.push_back({one.tariff, one.participation, one.left});
  esppadom::split_answer made;
  const auto code = split_of(question).get(made);
  if (code != error_code::success) return because(code, "split");
  answer.json = write_json(made);
  answer.price = made.cents.price;
  answer.funders = std::move(made.cents.funders);
  answer.beneficiary = made.cents.beneficiary;
  answer.provider = made.cents.provider;
  return std::nullopt;
}

outcome smooth(const smooth_request& asked, json_document& answer) {
  findings found;
  esppadom::rule_book rules;
  esppadom::rule_query whom;
  if (auto met = query_of(asked.whom, found, rules, whom)) return met;
  std::vector<esppadom::smoothed_use> periods;
  for (const auto& one : asked.periods)
    periods.push_back({one.plan, one.used});
  esppadom::smooth_answer made;
  const auto code = esppadom::smooth(rules, whom, periods).get(made);
  if (code != error_code::success) return because(code, "smoothing");
  answer.json = write_json(made);
  return std::nullopt;
}

outcome calculate(const calculation_request& asked, json_document& answer) {
  findings found;
  esppadom::rule_book rules;
  esppadom::rule_query whom;
  if (asked.whom) {
    if (auto met = query_of(*asked.whom, found, rules, whom)) return met;
  }
  const auto code = esppadom::calculate(asked.of, asked.question, rules, whom, found).get(answer.json);
  if (code != error_code::success) return because(code, found, "question", asked.language);
  return std::nullopt;
}

outcome describe(const description_request& asked, json_document& answer) {
  answer.json = description_json(asked.of);
  return std::nullopt;
}

}  // namespace java
