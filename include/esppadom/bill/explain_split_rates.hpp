// What a piece of a split visit is worth, and what an hourly funder pays on it, written as steps: prices, rates,
// surcharges borne, participations. Every result is the one the split computed. Billing rules reference, section 2d.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_limits.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/explain_participation.hpp"
#include "esppadom/bill/explain_visit.hpp"
#include "esppadom/bill/line_book.hpp"
#include "esppadom/bill/lot_terms.hpp"
#include "esppadom/billing/splitter.hpp"
#include "esppadom/value/fraction.hpp"
#include "esppadom/value/local_date.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The steps of one piece.
struct piece_steps {
  std::int32_t time = -1;
  std::int32_t price = -1;
  std::int32_t left = -1;
  std::int32_t gross = -1;
  std::vector<std::int32_t> shares;                              ///< as in `funded_piece::shares`
  std::array<std::int32_t, beneficiary_reason_count> reasons{};  ///< -1 = nothing for that reason
  std::int32_t provider = -1;
  std::int32_t rejected = -1;

  piece_steps() { reasons.fill(-1); }
};

/// What one split is recorded with.
struct split_context {
  const visit_terms* terms = nullptr;
  const rule_set* rules = nullptr;
  std::span<const funder_place> places;
  std::span<const funding_source> sources;
  std::span<const funder_state> states;
  const lot_minutes* lots = nullptr;  ///< where carried time has the terms of its lot
  std::span<const lot_sources> sources_of_lots;
  const split_rules* split = nullptr;
  std::span<const segment> segments;
  std::vector<detail::segment_steps> of_segments;  ///< of `segments`
  std::vector<detail::state_steps> of_states;      ///< of `states`
  traced_value<exact_duration> limit;
};

/// Steps of prices and rates, for the recorder of a split.
class split_steps {
 protected:
  split_steps(explanation_log& log, split_context context) : log_(log), in_(std::move(context)) {}

  // -- a funder on the terms of a piece: the visit's own, or those of the lot its minutes come from

  [[nodiscard]] const funder_terms& terms_of(const funded_piece& piece, std::size_t index) const {
    const auto& own = *in_.places[index].terms;
    return in_.lots ? in_.lots->on_terms_of(piece.part, own) : own;
  }
  [[nodiscard]] const funding_source& source_of(const funded_piece& piece, std::size_t index) const {
    return piece.part.lot == 0 ? in_.sources[index] : in_.sources_of_lots[piece.part.lot - 1U][index];
  }
  [[nodiscard]] local_month month_of(const funded_piece& piece) const {
    return piece.part.lot == 0 ? in_.terms->month : in_.lots->terms[piece.part.lot - 1U]->month;
  }

  // -- steps as values of their kind

  template <class T>
  [[nodiscard]] bool is(std::int32_t step, const T& value) const {
    return step >= 0 && log_.result(step) == trace_number_of(value);
  }
  [[nodiscard]] static traced_value<exact_duration> time_of(std::int32_t step) { return {{}, step}; }
  [[nodiscard]] static traced_value<exact_amount> money_of(std::int32_t step) { return {{}, step}; }

  template <class... Operands>
  std::int32_t money_step(trace_operation operation, const exact_amount& value, const trace_label& label,
                          const Operands&... operands) {
    return log_.euros(operation, value, label, operands...).step;
  }
  traced_value<exact_duration> not_negative(const traced_value<exact_duration>& value) {
    if (!(value.value < exact_duration())) return value;
    return log_.step(trace_operation::maximum, exact_duration(), trace_labels::at_least_nothing, value,
                     exact_duration());
  }
  std::int32_t unpaid(const exact_amount& value, std::int32_t left, std::int32_t share) {
    return money_step(trace_operation::subtract, value, trace_labels::unpaid, money_of(left), money_of(share));
  }
  std::int32_t positive_difference(const exact_amount& value, std::int32_t from, std::int32_t less,
                                   const trace_label& label) {
    const auto difference = money_step(trace_operation::subtract, value, label, money_of(from), money_of(less));
    return money_step(trace_operation::maximum, max(value, exact_amount()), label, money_of(difference),
                      exact_amount());
  }

  // -- prices

  traced_value<unit_price> price_of_hour(const segment& part) {
    return log_.input(part.price, trace_labels::base_price);
  }
  traced_value<percentage> factor_of(const segment& part) {
    const auto percent = log_.look_up(part.surcharge, trace_labels::surcharge, "funding.surcharges.percent",
                                      name_of(part.kind), to_string(part.date));
    return log_.step(trace_operation::add, hundred_percent + part.surcharge, trace_labels::surcharge_factor,
                     percentage(hundred_percent), percent);
  }
  std::int32_t price_of_time(const funded_piece& piece, std::int32_t time, const trace_label& label) {
    const auto price = price_of_hour(piece.part);
    if (piece.part.surcharge.e4 == 0) {
      return money_step(trace_operation::multiply, piece.price, label, time_of(time), price, trace_number{1, 3600});
    }
    return money_step(trace_operation::multiply, piece.price, label, time_of(time), price, trace_number{1, 3600},
                      factor_of(piece.part));
  }
  std::int32_t segment_price_without_surcharge(const funded_piece& piece, const piece_steps& steps) {
    return money_step(trace_operation::multiply, timed<exact_amount>(piece.part.time, piece.part.price),
                      trace_labels::piece_price, time_of(steps.time), price_of_hour(piece.part), trace_number{1, 3600});
  }

  // -- rates

  template <class T>
  traced_value<T> of_funder(const funder_terms& terms, const T& value, std::string_view key, const trace_label& label) {
    const auto name = name_in_book(terms, value, key);
    return name.empty() ? log_.given(value, label, terms.payer) : log_.parameter_of_funder(value, key, name);
  }
  /// How the rule book calls the funder whose rule gave that value; empty when it is the order's.
  template <class T>
  [[nodiscard]] std::string name_in_book(const funder_terms& terms, const T& value, std::string_view key) const {
    const auto* own =
        rules_for(in_.rules->funding, terms.payer, terms.line ? terms.line->aid_type : std::string_view());
    if (!own) return {};
    const auto same = [&](const auto& candidate) { return candidate && *candidate == value; };
    bool found = false;
    if constexpr (std::is_same_v<T, unit_price>) {
      if (key == "rate") found = same(own->rate);
      if (key == "rates.weekday") found = same(own->rates.weekday);
      if (key == "rates.saturday") found = same(own->rates.saturday);
      if (key == "rates.sunday") found = same(own->rates.sunday);
      if (key == "rates.public_holiday") found = same(own->rates.public_holiday);
      if (key == "rates.evening") found = same(own->rates.evening);
      if (key == "participation.amount") found = same(own->participation.amount);
    } else if constexpr (std::is_same_v<T, percentage>) {
      if (key == "percent") found = same(own->percent);
      if (key == "participation.percent") found = same(own->participation.percent);
    } else if constexpr (std::is_same_v<T, money>) {
      if (key == "max") found = same(own->max);
    }
    return found ? own->funder : std::string();
  }

  std::int32_t gross_of(const funded_piece& piece, std::size_t index, const piece_steps& steps,
                        const rated<exact_amount>& rate) {
    const auto& terms = terms_of(piece, index);
    const auto& source = source_of(piece, index);
    const auto& part = piece.part;
    const bool capped = source.rate_cap == funder_rate_cap::min;
    if (has_day_rate(source, part.day)) {
      const auto of_day = of_funder(terms, day_rate(source, part.day), "rates." + std::string(name_of(part.day)),
                                    trace_labels::funder_day_rate);
      const auto full = timed<exact_amount>(part.time, of_day.value);
      auto base = money_step(trace_operation::multiply, full, trace_labels::at_rate, time_of(steps.time), of_day,
                             trace_number{1, 3600});
      if (capped) {
        base = money_step(trace_operation::minimum, min(full, piece.price), trace_labels::capped_amount, money_of(base),
                          money_of(steps.price));
      }
      return borne(piece, source, base, capped ? min(full, piece.price) : full, trace_labels::with_surcharge,
                   &rate.gross);
    }
    auto hour = of_funder(terms, source.rate, "rate", trace_labels::funder_rate);
    if (capped) {
      hour = log_.step(trace_operation::minimum, min(source.rate, part.price), trace_labels::capped_rate, hour,
                       price_of_hour(part));
    }
    const auto full = timed<exact_amount>(part.time, hour.value);
    const auto base = money_step(trace_operation::multiply, full, trace_labels::at_rate, time_of(steps.time), hour,
                                 trace_number{1, 3600});
    return borne(piece, source, base, full, trace_labels::with_surcharge, &rate.gross);
  }

  /// The amount with the part of the surcharge that the funder bears.
  std::int32_t borne(const funded_piece& piece, const funding_source& source, std::int32_t base,
                     const exact_amount& value, const trace_label& label, const exact_amount* computed = nullptr) {
    if (piece.part.surcharge.e4 == 0 || in_.split->bearer == surcharge_bearer::beneficiary) return base;
    segment part = piece.part;  // with what of its surcharge no rate of the funder contains
    part.surcharge = surcharge_beside_rates(piece.part, source);
    if (part.surcharge.e4 == 0) return base;
    const auto full = computed ? *computed : with_borne_surcharge(value, piece.part, source, *in_.split);
    if (in_.split->bearer == surcharge_bearer::funder)
      return money_step(trace_operation::multiply, full, label, money_of(base), factor_of(part));
    const auto percent = log_.look_up(part.surcharge, trace_labels::surcharge, "funding.surcharges.percent",
                                      name_of(part.kind), to_string(part.date));
    const auto of_funder_part = log_.parameter(in_.split->funder_part_of_surcharge, "funding.surcharges.split_pct");
    const auto more = portion(portion(value, part.surcharge), in_.split->funder_part_of_surcharge);
    const auto added = money_step(trace_operation::multiply, more, trace_labels::borne_surcharge, money_of(base),
                                  percent, of_funder_part);
    return money_step(trace_operation::add, full, label, money_of(base), money_of(added));
  }

  std::int32_t less_participation_of(const funded_piece& piece, std::size_t index, const piece_steps& steps,
                                     const rated<exact_amount>& rate, std::int32_t gross) {
    const auto& terms = terms_of(piece, index);
    const auto& share = source_of(piece, index).participation;
    if (share.is_nothing()) return gross;
    if (share.per_hour != unit_price()) {
      const auto hour = participation_by_hour(piece, terms, share.per_hour);
      const auto amount = piece.part.time * share.per_hour;
      const auto off = money_step(trace_operation::multiply, amount, trace_labels::participation_amount,
                                  time_of(steps.time), hour, trace_number{1, 3600});
      const auto less = money_step(trace_operation::subtract, rate.gross - amount, trace_labels::less_participation,
                                   money_of(gross), money_of(off));
      return money_step(trace_operation::maximum, rate.share, trace_labels::less_participation, money_of(less),
                        exact_amount());
    }
    const auto of_one = participation_of(piece, index, share);
    const auto kept = log_.step(trace_operation::subtract, exact_share{fraction(1) - of_one.value.of_one},
                                trace_labels::kept_rate, exact_share{fraction(1)}, of_one);
    return money_step(trace_operation::multiply, rate.share, trace_labels::less_participation, money_of(gross), kept);
  }

  /// The share of each minute, and where it comes from; recorded once for all pieces.
  traced_value<exact_share> participation_of(const funded_piece& piece, std::size_t index,
                                             const participation_share& share) {
    const auto [known, is_new] = participations_.try_emplace({piece.part.lot, index});
    if (is_new) known->second = recorded_participation(piece, terms_of(piece, index), share);
    return known->second;
  }
  traced_value<exact_share> recorded_participation(const funded_piece& piece, const funder_terms& terms,
                                                   const participation_share& share) {
    const fraction of_one = share.exact ? *share.exact : fraction::of(share.percent.e4, std::int64_t{1'000'000});
    participation_recorder of_month(log_, terms.rules, month_of(piece));
    const auto by_scale = of_month.share(of_one);
    if (by_scale.step >= 0) return by_scale;
    if (share.exact) return log_.given(exact_share{of_one}, trace_labels::participation_rate, terms.payer);
    auto percent = of_month.of_band(share.percent);
    if (percent.step < 0)
      percent = of_funder(terms, share.percent, "participation.percent", trace_labels::participation_rate);
    return {{of_one}, percent.step};
  }
  traced_value<unit_price> participation_by_hour(const funded_piece& piece, const funder_terms& terms,
                                                 unit_price amount) {
    const auto banded = participation_recorder(log_, terms.rules, month_of(piece)).of_band(amount);
    if (banded.step >= 0) return banded;
    return of_funder(terms, amount, "participation.amount", trace_labels::participation_hour);
  }

  explanation_log& log_;
  std::map<std::pair<std::uint8_t, std::size_t>, traced_value<exact_share>> participations_;  ///< by lot and funder
  split_context in_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
