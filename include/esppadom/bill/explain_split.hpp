// How the price of a visit was split among funders, beneficiary and provider: the notes of the split, written as steps.
// Every result is the one the split computed. Billing rules reference, section 2d.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_limits.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/explain_split_rates.hpp"
#include "esppadom/bill/explain_visit.hpp"
#include "esppadom/bill/line_book.hpp"
#include "esppadom/billing/splitter.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// A piece with its steps, kept until lines are looked at.
struct kept_piece {
  local_month month;
  funded_piece piece;
  std::vector<std::string> payers;  ///< of `piece.shares`
  piece_steps steps;
};

class split_recorder : private split_steps {
 public:
  split_recorder(explanation_log& log, split_context context, const visit_split& out)
      : split_steps(log, std::move(context)), out_(out) {}

  [[nodiscard]] const std::vector<piece_steps>& pieces() const { return pieces_; }

  void started(std::size_t at) {
    while (in_.segments[next_segment_].time == exact_duration())
      ++next_segment_;
    const auto known = in_.of_segments[next_segment_++];
    piece_steps& steps = pieces_.emplace_back();
    const auto& piece = out_.pieces[at];
    const bool fits = known.time >= 0 && is(known.time, piece.part.time) && is(known.price, piece.price);
    steps.time = fits ? known.time : log_.given(piece.part.time, trace_labels::segment_time).step;
    steps.price = fits ? known.price : price_of_time(piece, steps.time, trace_labels::piece_price);
    steps.left = steps.price;
  }

  void cut(std::size_t at) {
    const piece_steps old = pieces_[at];
    const auto &head = out_.pieces[at], &tail = out_.pieces[at + 1];
    piece_steps first, rest;
    first.time = head_step_ >= 0 && is(head_step_, head.part.time)
                     ? head_step_
                     : log_.given(head.part.time, trace_labels::taken_here).step;
    rest.time = log_.step(trace_operation::subtract, tail.part.time, trace_labels::cut_rest, time_of(old.time),
                          time_of(first.time))
                    .step;
    first.price = price_of_time(head, first.time, trace_labels::piece_price);
    rest.price = money_step(trace_operation::subtract, tail.price, trace_labels::rest_price, money_of(old.price),
                            money_of(first.price));
    exact_amount left_of_head = head.price, left_of_tail = tail.price;
    first.left = first.price;
    rest.left = rest.price;
    for (std::size_t i = 0; i < old.shares.size(); ++i) {
      const auto &a = head.shares[i].amount, &b = tail.shares[i].amount;
      first.shares.push_back(money_step(trace_operation::minimum, a, trace_labels::share_of_cut,
                                        money_of(old.shares[i]), money_of(first.left)));
      rest.shares.push_back(money_step(trace_operation::subtract, b, trace_labels::share_of_cut,
                                       money_of(old.shares[i]), money_of(first.shares.back())));
      left_of_head -= a;
      left_of_tail -= b;
      first.left = unpaid(left_of_head, first.left, first.shares.back());
      rest.left = unpaid(left_of_tail, rest.left, rest.shares.back());
    }
    pieces_[at] = first;
    pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(at) + 1, rest);
    head_step_ = -1;
  }

  void offered(std::size_t at) { offered_.push_back(at); }

  void taken(std::size_t index, const exact_duration& before, const exact_duration& offered,
             const exact_duration& take) {
    const auto& state = in_.states[index];
    const auto& steps = in_.of_states[index];
    target_ = {};
    traced_value<exact_duration> time{};
    for (const auto at : offered_) {
      const traced_value<exact_duration> one{out_.pieces[at].part.time, pieces_[at].time};
      time = time.step < 0 ? one
                           : log_.step(trace_operation::add, time.value + one.value, trace_labels::offered, time, one);
    }
    if (offered_.empty()) time = log_.given(offered, trace_labels::offered);
    offered_.clear();
    if (state.own) {
      const auto own = not_negative(steps.own);
      time = log_.step(trace_operation::minimum, offered, trace_labels::limited, time, own);
    }
    const auto all = time;
    if (in_.split->limit) {
      const auto used = log_.given(before, trace_labels::charged_before);
      const auto room = not_negative(log_.step(trace_operation::subtract, *in_.split->limit - before,
                                               trace_labels::room_under_limit, in_.limit, used));
      time = log_.step(trace_operation::minimum, min(time.value, room.value), trace_labels::limited, time, room);
    }
    time = within_pool(index, time);
    if (state.volume && !state.closed) {
      const auto volume = not_negative(steps.volume);
      time = log_.step(trace_operation::minimum, min(time.value, volume.value), trace_labels::limited, time, volume);
    }
    if (in_.split->split == funding_split::visit && !state.closed) {
      const auto whole = time.value < all.value ? exact_duration() : time.value;
      time = log_.step(trace_operation::choose, trace_mode::less, whole, trace_labels::whole_or_nothing, time, all,
                       exact_duration(), time);
    }
    rest_ = time.value == take ? time : log_.given(take, trace_labels::taken);
    head_step_ = rest_.step;
  }

  void priced(std::size_t at, std::size_t index, const rated<exact_amount>& rate) {
    const auto& piece = out_.pieces[at];
    piece_steps& steps = pieces_[at];
    const auto gross = gross_of(piece, index, steps, rate);
    steps.gross = gross;
    const auto wanted = less_participation_of(piece, index, steps, rate, gross);
    add_share(at, index, trace_operation::minimum, trace_labels::funder_pays, money_of(wanted), money_of(steps.left));
    less_of_rest(at);
  }

  void paid(std::size_t at, std::size_t index, const std::optional<exact_amount>& euros) {
    if (!euros) {
      add_share(at, index, trace_operation::add, trace_labels::funder_pays, money_of(pieces_[at].left));
      return;
    }
    add_share(at, index, trace_operation::minimum, trace_labels::funder_pays, money_of(pieces_[at].left),
              room_of(index, *euros));
    spend(at, index, *euros);
  }

  void complemented(std::size_t at, std::size_t index, const std::optional<exact_amount>& room) {
    const auto& terms = *in_.places[index].terms;
    const auto& source = in_.sources[index];
    const auto rate = of_funder(terms, source.percent, "percent", trace_labels::complement_rate);
    const auto before = left_before(at);
    const auto part = log_.known(before, money_step(trace_operation::multiply, share_of(before, source.percent),
                                                    trace_labels::complement_share, money_of(pieces_[at].left), rate));
    if (!room) {
      add_share(at, index, trace_operation::add, trace_labels::funder_pays, money_of(part.step));
      return;
    }
    add_share(at, index, trace_operation::minimum, trace_labels::funder_pays, money_of(part.step),
              room_of(index, *room));
    spend(at, index, *room);
  }

  void reduced(std::size_t index, const exact_amount& target, const exact_amount& all, bool of_plan) {
    const auto& steps = in_.of_states[index];
    const auto limit = steps.pool_euros.step >= 0 && zero_or_more(steps.pool_euros.value) == target ? steps.pool_euros
                       : steps.euros.step >= 0 && zero_or_more(steps.euros.value) == target
                           ? steps.euros
                           : log_.given(target, trace_labels::euros_target);
    target_ = log_.euros(trace_operation::maximum, target, trace_labels::euros_target, limit, exact_amount());
    traced_value<exact_amount> sum{};
    for (std::size_t i = 0; i < out_.pieces.size(); ++i) {
      const bool beside_plan = out_.pieces[i].part.extra_minutes && !in_.split->extra_minutes_in_plan;
      if (out_.pieces[i].hourly != index || (of_plan && beside_plan)) continue;
      const auto& share = last_share(out_.pieces[i]);
      const traced_value<exact_amount> one{share, pieces_[i].shares.back()};
      sum = sum.step < 0 ? one
                         : log_.euros(trace_operation::add, sum.value + share, trace_labels::charged_euros, sum, one);
    }
    if (!(sum.value == all) || sum.step < 0) sum = log_.given(all, trace_labels::charged_euros);
    const auto ratio = target.numerator() == 0 || all.numerator() == 0
                           ? fraction()
                           : fraction::of(target.numerator(), all.numerator());
    ratio_ = log_.step(trace_operation::divide, exact_share{ratio}, trace_labels::proportion, target_, sum);
    rest_of_target_ = target_;
    charged_ = all;
  }

  void released(std::size_t at, const exact_amount& share, bool last) {
    piece_steps& steps = pieces_[at];
    const auto released = steps.shares.back();
    steps.shares.pop_back();
    steps.left = money_step(trace_operation::add, out_.pieces[at].left, trace_labels::unpaid, money_of(steps.left),
                            money_of(released));
    part_ = rest_of_target_;
    if (last) return;
    const auto value = scaled(share, target_.value.numerator(), charged_.numerator());
    part_ = log_.known(
        value, money_step(trace_operation::multiply, value, trace_labels::share_wanted, money_of(released), ratio_));
    rest_of_target_ = log_.euros(trace_operation::subtract, rest_of_target_.value - value, trace_labels::rest_of_target,
                                 rest_of_target_, part_);
  }

  void kept(std::size_t at, const exact_duration& time, const exact_duration& kept) {
    auto ratio = ratio_;
    const bool is_shared = !(out_.pieces[at].left == out_.pieces[at].price);
    if (is_shared && !gives(ratio, time, kept)) ratio = ratio_with_others(at);
    head_step_ = by_ratio(at, time, kept, ratio);
  }

  void shared_in_proportion(std::size_t at, std::size_t index) {
    if (pieces_[at].gross < 0) {
      rated<exact_amount> rate;
      rate.gross = out_.pieces[at].gross;
      pieces_[at].gross = gross_of(out_.pieces[at], index, pieces_[at], rate);
    }
    add_share(at, index, trace_operation::minimum, trace_labels::funder_pays, money_of(part_.step),
              money_of(pieces_[at].left));
  }

  void left_by_rate(std::size_t at, const remainder<exact_amount>& rest) {
    const auto& piece = out_.pieces[at];
    piece_steps& steps = pieces_[at];
    const auto& source = source_of(piece, piece.hourly);
    const bool surcharged = piece.part.surcharge.e4 != 0;
    const bool by_day = has_day_rate(source, piece.part.day);
    if (!by_day && !surcharged && !(source.rate < piece.part.price)) {
      left_whole(steps, beneficiary_reason::participation, trace_labels::participation_share, piece.left);
      return;
    }
    auto basis = steps.price;
    exact_amount same_basis = piece.price;
    if (!by_day && surcharged) {
      const auto base = segment_price_without_surcharge(piece, steps);
      same_basis =
          with_borne_surcharge(timed<exact_amount>(piece.part.time, piece.part.price), piece.part, source, *in_.split);
      basis =
          borne(piece, source, base, timed<exact_amount>(piece.part.time, piece.part.price), trace_labels::same_basis);
    }
    const auto over = positive_difference(same_basis - piece.gross, basis, steps.gross, trace_labels::price_above);
    const auto above = money_step(trace_operation::minimum, rest.above_tariff, trace_labels::over_tariff_share,
                                  money_of(over), money_of(steps.left));
    auto left = money_step(trace_operation::subtract, piece.left - rest.above_tariff, trace_labels::unpaid,
                           money_of(steps.left), money_of(above));
    if (!by_day && surcharged) {
      const auto more = positive_difference(piece.price - same_basis, steps.price, basis, trace_labels::price_above);
      const auto surcharge = money_step(trace_operation::minimum, rest.surcharge, trace_labels::surcharge_share,
                                        money_of(more), money_of(left));
      left = money_step(trace_operation::subtract, rest.participation, trace_labels::participation_share,
                        money_of(left), money_of(surcharge));
      give(steps, beneficiary_reason::surcharge, surcharge, rest.surcharge);
    }
    give(steps, beneficiary_reason::participation, left, rest.participation);
    if (in_.split->price_over_tariff == over_tariff::provider) {
      steps.provider = above;
    } else {
      give(steps, beneficiary_reason::over_tariff, above, rest.above_tariff);
    }
  }

  void left_to_one(std::size_t at) {
    const auto& piece = out_.pieces[at];
    piece_steps& steps = pieces_[at];
    if (piece.rejected) {
      steps.rejected = money_step(trace_operation::add, piece.left, trace_labels::left_unbilled, money_of(steps.left));
    } else if (!piece.beneficiary.empty()) {
      left_whole(steps, piece.beneficiary[0].reason, trace_labels::left_to_beneficiary, piece.left);
    } else if (!(piece.provider == exact_amount())) {
      steps.provider =
          money_step(trace_operation::add, piece.left, trace_labels::left_to_provider, money_of(steps.left));
    }
  }

 private:
  // -- euros that end inside a visit

  static fraction fraction_of(const exact_duration& time) { return fraction::of(time.numerator(), time.denominator()); }
  static bool gives(const traced_value<exact_share>& ratio, const exact_duration& time, const exact_duration& kept) {
    const auto exact = fraction_of(time) * ratio.value.of_one;
    return exact.is_valid() && exact == fraction_of(kept);
  }

  /// The minutes of a ratio: exact, or up to a millionth of a second.
  std::int32_t by_ratio(std::size_t at, const exact_duration& time, const exact_duration& kept,
                        const traced_value<exact_share>& ratio) {
    const auto whole = time_of(pieces_[at].time);
    if (gives(ratio, time, kept))
      return log_.step(trace_operation::multiply, kept, trace_labels::kept_time, whole, ratio).step;
    const auto millionth = exact_duration::of_ratio(1, 1'000'000);
    const auto fine = exact_duration::of_ratio(millionths_of(time), 1'000'000);
    const auto start = fine == time ? whole
                                    : log_.step(trace_operation::round, trace_mode::ceiling, fine,
                                                trace_labels::kept_time, whole, millionth);
    const exact_seconds product{fraction_of(fine) * ratio.value.of_one};
    if (!product.value.is_valid()) return log_.given(kept, trace_labels::kept_time).step;
    const auto exact = log_.step(trace_operation::multiply, product, trace_labels::kept_time, start, ratio);
    return log_.step(trace_operation::round, trace_mode::ceiling, kept, trace_labels::kept_time, exact, millionth).step;
  }

  /// How much of a piece is paid by a part of the euros together with what others have paid of it.
  traced_value<exact_share> ratio_with_others(std::size_t at) {
    const auto& piece = out_.pieces[at];
    const auto others =
        log_.euros(trace_operation::subtract, piece.price - piece.left, trace_labels::others_paid,
                   log_.known(piece.price, pieces_[at].price), log_.known(piece.left, pieces_[at].left));
    const auto paid =
        log_.euros(trace_operation::add, others.value + part_.value, trace_labels::paid_in_all, others, part_);
    const auto ratio =
        piece.price.numerator() == 0 ? fraction() : fraction::of(paid.value.numerator(), piece.price.numerator());
    return log_.step(trace_operation::divide, exact_share{ratio}, trace_labels::proportion, paid,
                     log_.known(piece.price, pieces_[at].price));
  }

  // -- what an hourly funder takes

  traced_value<exact_duration> within_pool(std::size_t index, const traced_value<exact_duration>& time) {
    const auto& state = in_.states[index];
    if (state.closed) return log_.given(exact_duration(), trace_labels::pool_closed);
    if (!state.pool) return time;
    const auto& pool = in_.of_states[index].pool;
    const auto policy = in_.sources[index].at_ceiling;
    if (policy == ceiling_policy::cut) {
      const auto left = not_negative(pool);
      return log_.step(trace_operation::minimum, min(time.value, left.value), trace_labels::taken, time, left);
    }
    if (policy == ceiling_policy::whole_out) {
      const auto value = time.value <= pool.value ? time.value : exact_duration();
      return log_.step(trace_operation::choose, trace_mode::less_or_equal, value, trace_labels::whole_or_nothing, time,
                       pool, time, exact_duration());
    }
    const auto value = exact_duration() < pool.value ? time.value : exact_duration();
    return log_.step(trace_operation::choose, trace_mode::less, value, trace_labels::whole_or_nothing, exact_duration(),
                     pool, time, exact_duration());
  }

  /// After a piece was charged, what is left to take: where the next one may be cut.
  void less_of_rest(std::size_t at) {
    if (rest_.step < 0 || target_.step >= 0) return;
    const auto& part = out_.pieces[at].part;
    if (part.extra_minutes && !in_.split->extra_minutes_in_plan) return;
    const auto left = rest_.value - part.time;
    if (at + 1 < out_.pieces.size() && left > exact_duration()) {
      rest_ = log_.step(trace_operation::subtract, left, trace_labels::taken_here, rest_, time_of(pieces_[at].time));
      head_step_ = rest_.step;
    } else {
      rest_ = {left, -1};
      head_step_ = -1;
    }
  }

  // -- shares

  [[nodiscard]] static const exact_amount& last_share(const funded_piece& piece) {
    return piece.shares[piece.shares.size() - 1].amount;
  }
  template <class... Operands>
  void add_share(std::size_t at, std::size_t index, trace_operation operation, const trace_label& label,
                 const Operands&... operands) {
    const auto& piece = out_.pieces[at];
    piece_steps& steps = pieces_[at];
    steps.shares.push_back(money_step(operation, last_share(piece), label, operands...));
    log_.about_last(in_.places[index].terms->payer);
    steps.left = unpaid(piece.left, steps.left, steps.shares.back());
  }
  /// What was left of the price before the last share.
  [[nodiscard]] exact_amount left_before(std::size_t at) const {
    const auto& piece = out_.pieces[at];
    exact_amount left = piece.price;
    for (std::size_t i = 0; i + 1 < piece.shares.size(); ++i)
      left -= piece.shares[i].amount;
    return left;
  }
  /// What is left of the euros of a funder of amounts, of which `value` before this piece.
  traced_value<exact_amount> room_of(std::size_t index, const exact_amount& value) {
    if (room_index_ != index || room_.step < 0) {
      room_index_ = index;
      const auto& source = in_.sources[index];
      const auto& euros = in_.of_states[index].euros;
      room_ = {};
      if (euros.step >= 0) {
        room_ = log_.euros(trace_operation::maximum, zero_or_more(euros.value), trace_labels::euros_target, euros,
                           exact_amount());
      }
      if (source.nature == funding_nature::complement && source.max) {
        const auto most = of_funder(*in_.places[index].terms, *source.max, "max", trace_labels::complement_max);
        room_ = room_.step < 0 ? traced_value<exact_amount>{exact_amount(*source.max), most.step}
                               : log_.euros(trace_operation::minimum, min(room_.value, exact_amount(*source.max)),
                                            trace_labels::euros_target, room_, most);
      }
    }
    if (!(room_.value == value)) room_ = log_.given(value, trace_labels::euros_left);
    return room_;
  }
  void spend(std::size_t at, std::size_t index, const exact_amount& euros) {
    static_cast<void>(index);
    const auto left = euros - last_share(out_.pieces[at]);
    room_ = log_.euros(trace_operation::subtract, left, trace_labels::rest_of_target, room_,
                       money_of(pieces_[at].shares.back()));
  }
  void give(piece_steps& steps, beneficiary_reason reason, std::int32_t step, const exact_amount& value) {
    if (value == exact_amount()) return;
    steps.reasons[static_cast<std::size_t>(reason)] = step;
    log_.about(traced_value<exact_amount>{value, step}, std::string(name_of(reason)));
  }
  void left_whole(piece_steps& steps, beneficiary_reason reason, const trace_label& label, const exact_amount& value) {
    if (value == exact_amount()) return;
    give(steps, reason, money_step(trace_operation::add, value, label, money_of(steps.left)), value);
  }

  const visit_split& out_;
  std::vector<piece_steps> pieces_;
  std::vector<std::size_t> offered_;
  std::size_t next_segment_ = 0;
  std::int32_t head_step_ = -1;  ///< the time at which the next piece is cut
  traced_value<exact_duration> rest_;
  exact_amount charged_;  ///< what is brought down to `target_`
  traced_value<exact_amount> target_, rest_of_target_, part_, room_;
  traced_value<exact_share> ratio_;
  std::size_t room_index_ = 0;
};

/// What the split tells goes to a recorder.
struct split_notes {
  split_recorder* to = nullptr;

  void started(std::size_t at) const { to->started(at); }
  void cut(std::size_t at) const { to->cut(at); }
  void offered(std::size_t at) const { to->offered(at); }
  void taken(std::size_t index, const exact_duration& before, const exact_duration& on_offer,
             const exact_duration& take) const {
    to->taken(index, before, on_offer, take);
  }
  void priced(std::size_t at, std::size_t index, const rated<exact_amount>& rate) const { to->priced(at, index, rate); }
  void paid(std::size_t at, std::size_t index, const std::optional<exact_amount>& euros) const {
    to->paid(at, index, euros);
  }
  void complemented(std::size_t at, std::size_t index, const std::optional<exact_amount>& room) const {
    to->complemented(at, index, room);
  }
  void reduced(std::size_t index, const exact_amount& target, const exact_amount& all, bool of_plan) const {
    to->reduced(index, target, all, of_plan);
  }
  void released(std::size_t at, const exact_amount& share, bool last) const { to->released(at, share, last); }
  void kept(std::size_t at, const exact_duration& time, const exact_duration& part) const { to->kept(at, time, part); }
  void shared_in_proportion(std::size_t at, std::size_t index) const { to->shared_in_proportion(at, index); }
  void left_by_rate(std::size_t at, const remainder<exact_amount>& rest) const { to->left_by_rate(at, rest); }
  void left_to_one(std::size_t at) const { to->left_to_one(at); }
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
