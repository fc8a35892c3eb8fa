// Single rules: rounding, splitting, smoothing.

#include "esppadom/exchange/calculations.hpp"

#include <span>

#include "esppadom/billing/rounding.hpp"
#include "esppadom/exchange/calculate.hpp"
#include "handles.hpp"

using namespace c_api;

namespace {

using esppadom::duration;
using esppadom::error_code;

problem rules_of(const esppadom_rounding& given, esppadom::rounding_rules& out) {
  constexpr std::int64_t day = 86'400;
  out.object = esppadom::rounding_object::duration;
  if (given.step_seconds < 1 || given.step_seconds > day) return because(error_code::out_of_range, "step_seconds");
  out.step = duration::of_seconds(given.step_seconds);
  ESPPADOM_C_TRY(named_of(given.mode, "mode", out.mode));
  ESPPADOM_C_TRY(named_of(given.tie, "tie", out.tie));
  if (out.mode != esppadom::step_mode::threshold) return none();
  if (given.threshold_seconds < 0 || given.threshold_seconds > given.step_seconds)
    return because(error_code::out_of_range, "threshold_seconds");
  out.threshold = duration::of_seconds(given.threshold_seconds);
  return none();
}

problem question_of(const esppadom_split_query& given, esppadom::split_question& out) {
  const auto price = [](std::string_view text) { return esppadom::parse_unit_price(text); };
  const auto percent = [](std::string_view text) { return esppadom::parse_percentage(text); };
  if (given.half_even != 0 && given.half_even != 1) return because(error_code::invalid_value, "half_even");
  if (given.residual_to_last != 0 && given.residual_to_last != 1)
    return because(error_code::invalid_value, "residual_to_last");
  if (given.funders == nullptr && given.funders_size != 0) return null_argument("funders");
  if (given.funders_size > esppadom::max_funders) return because(error_code::too_large, "funders_size");
  if (given.half_even == 1) out.rounding = esppadom::line_rounding::half_even;
  if (given.residual_to_last == 1) out.residual = esppadom::residual_cent::last_funder;
  out.time = duration::of_seconds(given.seconds);
  ESPPADOM_C_TRY(parsed(given.unit_price, "unit_price", out.price, price));
  for (std::uint64_t i = 0; i < given.funders_size; ++i) {
    const auto& from = given.funders[i];
    auto& one = out.funders.emplace_back();
    ESPPADOM_C_TRY(parsed(from.tariff, "tariff", one.tariff, price));
    ESPPADOM_C_TRY(parsed(from.participation, "participation", one.participation, percent));
    if (from.seconds >= 0) one.left = duration::of_seconds(from.seconds);
  }
  return none();
}

}  // namespace

extern "C" {

esppadom_status esppadom_round_durations(const esppadom_rounding* rounding, int64_t* seconds, uint64_t size,
                                         esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(rounding);
    if (seconds == nullptr && size != 0) return null_argument("seconds");
    esppadom_rounding given;
    ESPPADOM_C_TRY(read_struct(rounding, given));
    esppadom::rounding_rules rules;
    ESPPADOM_C_TRY(rules_of(given, rules));
    constexpr std::int64_t most = std::int64_t{1} << 62;
    const std::span all(seconds, static_cast<std::size_t>(size));
    for (const std::int64_t each : all) {
      if (each < -most || each > most) return because(error_code::out_of_range, "seconds");
    }
    for (std::int64_t& each : all)
      each = round_duration(duration::of_seconds(each), rules).seconds;
    return none();
  });
}

esppadom_status esppadom_split(const esppadom_split_query* query, esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(query);
    ESPPADOM_C_NEED(json);
    esppadom_split_query given;
    ESPPADOM_C_TRY(read_struct(query, given));
    esppadom::split_question asked;
    ESPPADOM_C_TRY(question_of(given, asked));
    esppadom::split_answer answer;
    ESPPADOM_C_TRY(because(split_of(asked).get(answer), "query"));
    return give(write_json(answer), json);
  });
}

esppadom_status esppadom_smooth(const esppadom_rules* rules, const esppadom_rule_query* whom,
                                const int64_t* plan_seconds, const int64_t* used_seconds, uint64_t size,
                                esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(rules);
    ESPPADOM_C_NEED(whom);
    ESPPADOM_C_NEED(json);
    if (size != 0) {
      ESPPADOM_C_NEED(plan_seconds);
      ESPPADOM_C_NEED(used_seconds);
    }
    esppadom::rule_query asked;
    ESPPADOM_C_TRY(query_of(whom, rules->book, asked));
    std::vector<esppadom::smoothed_use> periods;
    for (std::uint64_t i = 0; i < size; ++i)
      periods.push_back({duration::of_seconds(plan_seconds[i]), duration::of_seconds(used_seconds[i])});
    esppadom::smooth_answer answer;
    ESPPADOM_C_TRY(because(smooth(rules->book, asked, periods).get(answer), "smoothing"));
    return give(write_json(answer), json);
  });
}

esppadom_status esppadom_calculate(esppadom_view of, esppadom_view question, const esppadom_rules* rules,
                                   const esppadom_rule_query* whom, esppadom_findings* findings, esppadom_text* json,
                                   esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED_VIEW(question);
    ESPPADOM_C_NEED(json);
    esppadom::calculation asked{};
    if (text_of(of).empty()) return because(error_code::missing, "of");
    ESPPADOM_C_TRY(named_of(of, "of", asked));
    const esppadom::rule_book neutral;
    const auto& book = rules == nullptr ? neutral : rules->book;
    esppadom::rule_query query;
    if (rules != nullptr) {
      ESPPADOM_C_NEED(whom);
      ESPPADOM_C_TRY(query_of(whom, book, query));
    }
    esppadom::findings found;
    std::string answer;
    const auto code = calculate(asked, text_of(question), book, query, found).get(answer);
    problem met = code == error_code::success ? none() : because(code, found, "question");
    add_to(findings, std::move(found));
    if (met.status != ESPPADOM_SUCCESS) return met;
    return give(answer, json);
  });
}

}  // extern "C"
