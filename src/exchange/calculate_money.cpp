// Calculations about amounts.
#include <algorithm>
#include <span>

#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/participation.hpp"
#include "esppadom/billing/visit_split.hpp"
#include "exchange/calculation.hpp"
#include "exchange/calculation_money.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

namespace {

constexpr auto participation_place = static_cast<std::size_t>(beneficiary_reason::participation);

bool is_left(const std::optional<exact_duration>& time) { return !time || is_time(*time); }
bool is_share(percentage share) { return share.e4 >= 0 && share.e4 <= 1'000'000; }

bool is_plausible(const split_visit_question& asked) {
  return std::all_of(asked.segments.begin(), asked.segments.end(),
                     [](const asked_segment& one) {
                       return is_time(one.seconds) && one.price >= unit_price() &&
                              one.surcharge.value_or(percentage()) >= percentage();
                     }) &&
         std::all_of(asked.funders.begin(), asked.funders.end(),
                     [](const asked_funder& one) {
                       return one.tariff >= unit_price() && is_share(one.participation.value_or(percentage())) &&
                              is_left(one.pool_seconds) && is_left(one.volume_seconds) &&
                              one.euros.value_or(money()) >= money();
                     }) &&
         is_left(asked.limit_seconds);
}

result<funding_source> source_of(const asked_funder& asked, const calculation_context& context) {
  const auto& all = context.rules.funding.per_funder;
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const funder_rules& one) { return asked.funder && one.funder == *asked.funder; });
  const auto rules = at == all.end() ? funder_rules{} : *at;
  std::optional<participation_share> of_book;
  auto error = participation_of_book(rules.participation, context.whom.date).get(of_book);
  if (error != error_code::success) return error;
  participation_share share;
  error = participation_of(rules.participation.basis,
                           of_book.value_or(participation_share(asked.participation.value_or(percentage()))))
              .get(share);
  if (error != error_code::success) return error;
  return esppadom::source_of(rules, context.rules.smoothing, asked.tariff, share);
}

told_cents told(const settled_line& line) { return {line.price, line.funders, line.beneficiary, line.provider}; }

result<split_visit_answer> told(const visit_split& done, const calculation_context& context) {
  split_visit_answer out;
  out.reason = done.reason;
  exact_line line;
  line.price = price_of(done);
  line.beneficiary = out.beneficiary = beneficiary_share(done);
  line.provider = out.provider = provider_share(done);
  out.rejected = rejected_price(done);
  for (const auto& one : done.charges) {
    out.funders.push_back({one.share, one.time});
    line.funders.push_back(one.share);
  }
  for (const auto& item : enum_names<beneficiary_reason>::items) {
    const auto amount = beneficiary_share(done, item.value);
    if (amount > exact_amount()) out.reasons.push_back({item.value, amount});
  }
  for (const auto& one : done.pieces)
    out.pieces.push_back({one.part.time, one.price});
  if (done.reason != unbilled_reason::none) return out;
  settled_line cents;
  const auto& rules = context.rules;
  const auto error = settle_line(line, rules.invoicing.line_rounding, rules.funding.residual_cent_to).get(cents);
  if (error != error_code::success) return error;
  out.cents = told(cents);
  return out;
}

result<split_visit_answer> split_among(const split_visit_question& asked, const calculation_context& context) {
  if (asked.funders.size() > max_funders) return error_code::too_large;
  if (!is_plausible(asked)) return error_code::out_of_range;
  const auto& rules = context.rules;
  split_rules how;
  auto error = split_rules_of(rules.funding, rules.smoothing, rules.extra_minutes).get(how);
  if (error != error_code::success) return error;
  how.limit = asked.limit_seconds;
  std::vector<segment> segments;
  for (const auto& one : asked.segments) {
    auto& part = segments.emplace_back();
    part.time = one.seconds;
    part.price = one.price;
    part.surcharge = one.surcharge.value_or(percentage());
    part.kind = one.kind.value_or(surcharge_kind::none);
    part.day = one.day.value_or(day_class::weekday);
    part.extra_minutes = one.extra_minutes.value_or(false);
  }
  if (asked.cancelled.value_or(false))
    return told(bill_beneficiary(segments, beneficiary_reason::cancelled, how.extra_minutes), context);
  std::vector<funding_source> sources;
  std::vector<funder_state> states;
  for (const auto& one : asked.funders) {
    error = source_of(one, context).get(sources.emplace_back());
    if (error != error_code::success) return error;
    auto& state = states.emplace_back();
    state.pool = one.pool_seconds;
    state.volume = one.volume_seconds;
    if (one.euros) state.euros = exact_amount(*one.euros);
  }
  return told(split_visit(segments, sources, states, how), context);
}

result<cents_answer> in_cents(const cents_question& asked, const calculation_context& context) {
  std::vector<exact_line> lines;
  for (const auto& one : asked.lines) {
    lines.push_back({one.price, one.funders, one.beneficiary, one.provider.value_or(exact_amount())});
    exact_amount sum = one.beneficiary + lines.back().provider;
    for (const auto& share : one.funders)
      sum += share;
    if (sum != one.price) return error_code::conflict;
  }
  const auto rounding = context.rules.invoicing.line_rounding;
  const auto residual = context.rules.funding.residual_cent_to;
  cents_answer out;
  error_code error{};
  if (context.rules.invoicing.round_at == rounding_place::visit) {
    settled_line sum;
    error = settle_visits(lines, rounding, residual).get(sum);
    out.lines.push_back(told(sum));
  } else if (context.rules.invoicing.round_at == rounding_place::invoice) {
    std::vector<settled_line> settled;
    error = settle_together(lines, rounding, residual).get(settled);
    for (const auto& one : settled)
      out.lines.push_back(told(one));
  } else {
    for (const auto& one : lines) {
      settled_line settled;
      error = settle_line(one, rounding, residual).get(settled);
      if (error != error_code::success) break;
      out.lines.push_back(told(settled));
    }
  }
  if (error != error_code::success) return error;
  return out;
}

result<document_vat> vat_for(const vat_question& asked, const calculation_context&) {
  const auto is_rate = [](const taxed_amount& one) { return is_share(one.rate); };
  if (!std::all_of(asked.amounts.begin(), asked.amounts.end(), is_rate)) return error_code::out_of_range;
  auto out = vat_of(asked.amounts, asked.prices_include_tax);
  if (!out.grand_total.is_valid()) return error_code::overflow;
  return out;
}

result<fixed_participation_answer> taken_off(const fixed_participation_question& asked, const calculation_context&) {
  if (asked.amount < money()) return error_code::out_of_range;
  std::vector<target_line> lines;
  for (const auto& one : asked.lines) {
    auto& line = lines.emplace_back();
    line.key.month = one.month;
    line.key.provider = one.provider;
    line.cents.price = one.price;
    for (const auto& share : one.shares) {
      line.key.funders.push_back(share.funder);
      line.cents.funders.push_back(share.amount);
    }
  }
  fixed_participation_answer out;
  out.taken = take_off(lines, {asked.month, asked.funder, asked.provider.value_or(""), asked.amount});
  for (const auto& line : lines) {
    auto& told = out.lines.emplace_back();
    for (std::size_t i = 0; i < line.key.funders.size(); ++i)
      told.shares.push_back({line.key.funders[i], line.cents.funders[i]});
    told.participation = line.cents.beneficiary[participation_place];
  }
  return out;
}

result<participation_of_month_answer> of_month(const participation_of_month_question& asked,
                                               const calculation_context& context) {
  const auto amount_on = [&](local_date day) -> std::optional<fraction> {
    for (const auto& one : asked.amounts) {
      if (day_span{one.from, one.to}.contains(day)) return one.amount;
    }
    return std::nullopt;
  };
  participation_of_month_answer out;
  const auto& days = context.rules.calendar;
  const plan_calendar calendar{days.zone, days.pentecost_monday, {}};
  out.amount = participation_of_month(asked.month, context.rules.smoothing.prorata, calendar, amount_on);
  if (!out.amount.is_valid()) return out.amount.error();
  money cents;
  if (round<money>(out.amount, rounding_mode::half_up).get(cents) == error_code::success) out.cents = cents;
  return out;
}

}  // namespace

result<std::string> calculate_money(calculation of, std::string_view question, findings& found,
                                    const calculation_context& context) {
  switch (of) {
    case calculation::split_visit:
      return answered(of, question, found, context, split_among);
    case calculation::cents:
      return answered(of, question, found, context, in_cents);
    case calculation::vat:
      return answered(of, question, found, context, vat_for);
    case calculation::fixed_participation:
      return answered(of, question, found, context, taken_off);
    case calculation::participation_of_month:
      return answered(of, question, found, context, of_month);
    default:
      return error_code::unsupported;
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
