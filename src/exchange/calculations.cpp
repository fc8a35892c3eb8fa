#include "esppadom/exchange/calculations.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

#include "esppadom/billing/documents.hpp"
#include "esppadom/billing/visit_split.hpp"
#include "exchange/json_report.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

bool is_plausible(const split_question& asked) {
  if (!asked.time.is_valid() || asked.time < duration() || !(asked.price >= unit_price())) return false;
  for (const auto& one : asked.funders) {
    if (!(one.tariff >= unit_price())) return false;
    if (!(one.participation >= percentage()) || one.participation > percentage::from_e4(1'000'000)) return false;
    if (one.left && (!one.left->is_valid() || *one.left < duration())) return false;
  }
  return true;
}

exact_line line_of(const visit_split& from) {
  exact_line line;
  line.price = price_of(from);
  line.beneficiary = beneficiary_share(from);
  line.provider = provider_share(from);
  for (const auto& charge : from.charges)
    line.funders.push_back(charge.share);
  return line;
}

void write_amount(detail::json_writer& to, std::string_view key, money cents, const exact_amount& exact) {
  detail::write_shown(to, key, cents);
  detail::write_shown(to, std::string(key) + "_exact", to_string(exact));
}

void write_lots(detail::json_writer& to, std::string_view key, const std::vector<pool_lot<exact_duration>>& lots,
                pool_period period) {
  to.key(key);
  to.begin_array();
  for (const auto& lot : lots) {
    to.begin_object();
    detail::write_shown(to, "period", period_name(period, lot.period));
    detail::write_shown(to, "seconds", lot.amount);
    to.end_object();
  }
  to.end_array();
}

}  // namespace

result<split_answer> split_of(const split_question& asked) {
  if (asked.funders.size() > max_funders) return error_code::too_large;
  if (!is_plausible(asked)) return error_code::out_of_range;
  split_rules rules;
  if (const auto error = split_rules_of({}, {}, {}).get(rules); error != error_code::success) return error;
  segment part;
  part.time = exact_duration(asked.time);
  part.price = asked.price;
  std::vector<funding_source> sources;
  std::vector<funder_state> states;
  for (const auto& one : asked.funders) {
    sources.push_back(source_of({}, {}, one.tariff, participation_share(one.participation)));
    auto& state = states.emplace_back();
    if (one.left) state.volume = exact_duration(*one.left);
  }
  const auto done = split_visit(std::span(&part, 1), sources, states, rules);
  if (done.reason != unbilled_reason::none) return error_code::invalid_value;
  split_answer out;
  out.exact = line_of(done);
  const auto error = settle_line(out.exact, asked.rounding, asked.residual).get(out.cents);
  if (error != error_code::success) return error;
  return out;
}

std::string write_json(const split_answer& answer) {
  std::string out;
  detail::json_writer to(out, json_layout::indented);
  to.begin_object();
  detail::write_shown(to, "schema", std::string("esppadom/split/1"));
  write_amount(to, "price", answer.cents.price, answer.exact.price);
  to.key("funders");
  to.begin_array();
  for (std::size_t i = 0; i < answer.exact.funders.size(); ++i) {
    to.begin_object();
    write_amount(to, "share", answer.cents.funders[i], answer.exact.funders[i]);
    to.end_object();
  }
  to.end_array();
  write_amount(to, "beneficiary", answer.cents.beneficiary, answer.exact.beneficiary);
  to.end_object();
  return out + "\n";
}

result<smooth_answer> smooth(const rule_book& rules, const rule_query& whom, std::span<const smoothed_use> periods) {
  const auto resolved = resolve(rules, whom);
  const auto& smoothing = resolved.rules.smoothing;
  if (smoothing.unit != smoothing_unit::minutes || smoothing.period == pool_period::grant)
    return error_code::unsupported;
  if (const auto error = check(smoothing); error != error_code::success) return error;
  smooth_answer out;
  out.period = smoothing.period;
  auto period = period_at(smoothing.period, whom.date);
  std::vector<pool_use<exact_duration>> uses;
  for (const auto& one : periods) {
    if (!one.plan.is_valid() || !one.used.is_valid() || one.plan < duration() || one.used < duration())
      return error_code::out_of_range;
    uses.push_back({period++, exact_duration(one.plan), exact_duration(one.used), {}});
  }
  out.periods = smooth(terms_in_time(smoothing), std::span<const pool_use<exact_duration>>(uses));
  for (const auto& one : out.periods) {
    if (!is_valid(one)) return error_code::out_of_range;
  }
  return out;
}

std::string write_json(const smooth_answer& answer) {
  using detail::write_shown;
  std::string out;
  detail::json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/smooth/1"));
  write_shown(to, "period", answer.period);
  to.key("periods");
  to.begin_array();
  for (const auto& one : answer.periods) {
    to.begin_object();
    write_shown(to, "period", period_name(answer.period, one.period));
    write_shown(to, "quantity_seconds", one.quantity);
    write_shown(to, "plan_seconds", one.plan);
    write_shown(to, "repaid_seconds", one.repaid);
    write_shown(to, "own_seconds", one.own);
    write_lots(to, "carried", one.carried, answer.period);
    write_shown(to, "advance_seconds", one.advance);
    write_shown(to, "excess_seconds", one.excess);
    write_shown(to, "expired_seconds", one.expired);
    write_shown(to, "lost_to_cap_seconds", one.lost_to_cap);
    write_lots(to, "lots", one.lots, answer.period);
    to.end_object();
  }
  to.end_array();
  to.end_object();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
