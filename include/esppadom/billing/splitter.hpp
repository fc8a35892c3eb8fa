// The steps of the split of one visit: which funder takes which minutes and how much, then who bears the rest. Used by
// visit_split.hpp, where the function and its rules are described.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "esppadom/billing/funder_rates.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/inline_list.hpp"
#include "esppadom/billing/split_result.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

template <class Amount>
constexpr void give(funded_piece& piece, beneficiary_reason reason, const Amount& amount) {
  if (!(amount == Amount())) piece.beneficiary.emplace_back(reason, exact_amount(amount));
}

template <class Amount>
constexpr void give(funded_piece& piece, const remainder<Amount>& rest, over_tariff bearer) {
  give(piece, beneficiary_reason::participation, rest.participation);
  if (bearer == over_tariff::provider) {
    piece.provider = exact_amount(rest.above_tariff);
  } else {
    give(piece, beneficiary_reason::over_tariff, rest.above_tariff);
  }
  give(piece, beneficiary_reason::surcharge, rest.surcharge);
}

/// What a split tells while it goes on; this one listens to nothing and compiles to nothing. Indexes are those of
/// pieces and sources, values those of the split itself, so that what is noted is what was computed.
struct no_split_notes {
  /// A piece was made of a segment, cut in two at its head, or offered to a funder of minutes.
  constexpr void started(std::size_t) const {}
  constexpr void cut(std::size_t) const {}
  constexpr void offered(std::size_t) const {}
  /// How much of the time on offer a funder takes; `before` was taken by others.
  constexpr void taken(std::size_t, const exact_duration&, const exact_duration&, const exact_duration&) const {}
  /// A share of a piece, the last of its list: at a rate, up to a sum, or a percentage.
  constexpr void priced(std::size_t, std::size_t, const rated<exact_amount>&) const {}
  constexpr void paid(std::size_t, std::size_t, const std::optional<exact_amount>&) const {}
  constexpr void complemented(std::size_t, std::size_t, const std::optional<exact_amount>&) const {}
  /// Charges are brought down from a sum to another; the hourly share of a piece is taken back, then given in part.
  constexpr void reduced(std::size_t, const exact_amount&, const exact_amount&, bool) const {}
  constexpr void released(std::size_t, const exact_amount&, bool) const {}
  constexpr void kept(std::size_t, const exact_duration&, const exact_duration&) const {}
  constexpr void shared_in_proportion(std::size_t, std::size_t) const {}
  /// Who bears what is left of a piece: by the formulas of an hourly funder, or one party all of it.
  constexpr void left_by_rate(std::size_t, const remainder<exact_amount>&) const {}
  constexpr void left_to_one(std::size_t) const {}
};

/// The least common multiple of 1 to 40 and a million. Plans prorated by days or weeks and minutes cut at a percentage
/// have denominators that divide it, and so have all their sums: none leaves the 64 bits of an exact duration.
inline constexpr std::int64_t common_denominator = 6'678'664'321'329'000'000;

/// The millionths of a second of a time, rounded up; -1 for one that is none.
constexpr int128 millionths_of(const exact_duration& time) {
  int128 millionths = 0;
  if (!time.is_valid() || checked_mul(time.numerator(), int128{1'000'000}, millionths)) return -1;
  return millionths / time.denominator() + (millionths % time.denominator() == 0 ? 0 : 1);
}

/// Splits one visit; a struct because the steps share sources, rules and result.
template <class Notes = no_split_notes>
struct splitter {
  std::span<const funding_source> sources;
  std::span<const funder_state> states;
  const split_rules& rules;
  visit_split& out;
  std::span<const lot_sources> lots{};
  exact_duration charged{};  // to funders of minutes so far, of what counts in the plan
  [[no_unique_address]] Notes notes{};

  constexpr void fail(unbilled_reason reason) {
    out.reason = reason;
    out.pieces = {};
    out.charges = {};
  }

  // A funder on the terms of a piece.
  constexpr const funding_source& source_of(const funded_piece& piece, std::size_t index) const {
    return piece.part.lot == 0 ? sources[index] : lots[piece.part.lot - 1U][index];
  }

  constexpr bool counts(const funded_piece& piece) const {
    return !piece.part.extra_minutes || rules.extra_minutes_in_plan;
  }
  // Whether a funder may still take these minutes. What others have paid in full is no longer on offer.
  constexpr bool on_offer(const funded_piece& piece) const {
    if (piece.hourly != funded_piece::nobody) return false;
    if (piece.part.extra_minutes && rules.extra_minutes != extra_minutes_bearer::funder) return false;
    return piece.shares.empty() || !(piece.left == exact_amount());
  }

  // Cuts a piece at `time` from its start; false when there is no room for another piece.
  constexpr bool cut(std::size_t at, const exact_duration& time) {
    if (out.pieces.full()) return false;
    funded_piece tail = out.pieces[at];
    funded_piece& head = out.pieces[at];
    tail.part.time -= time;
    head.part.time = time;
    head.price = segment_price<exact_amount>(head.part);
    tail.price -= head.price;
    // What fixed funders have already paid follows the price: the earlier minutes first.
    head.left = head.price;
    tail.left = tail.price;
    for (std::size_t i = 0; i < head.shares.size(); ++i) {
      const exact_amount whole_share = head.shares[i].amount;
      head.shares[i].amount = min(whole_share, head.left);
      tail.shares[i].amount = whole_share - head.shares[i].amount;
      head.left -= head.shares[i].amount;
      tail.left -= tail.shares[i].amount;
    }
    drop_empty_shares(head);
    drop_empty_shares(tail);
    out.pieces.insert(at + 1, tail);
    notes.cut(at);
    return true;
  }

  // A funder that pays nothing on minutes is not among those that pay on them.
  static constexpr void drop_empty_shares(funded_piece& piece) {
    inline_list<funder_share, max_funders> paying;
    for (const funder_share& each : piece.shares) {
      if (!(each.amount == exact_amount())) paying.push_back(each);
    }
    piece.shares = paying;
  }

  constexpr unbilled_reason start(std::span<const segment> segments) {
    if (segments.size() > max_pieces) return unbilled_reason::rule_conflict;
    for (const segment& part : segments) {
      if (part.time == exact_duration()) continue;
      if (part.extra_minutes && !rules.extra_minutes) return unbilled_reason::extra_minutes_without_code;
      funded_piece& piece = out.pieces.emplace_back();
      piece.part = part;
      piece.price = segment_price<exact_amount>(part);
      piece.left = piece.price;
      if (!piece.price.is_valid()) return unbilled_reason::arithmetic;
      notes.started(out.pieces.size() - 1);
    }
    return unbilled_reason::none;
  }

  // A state that left the range of the library limits nothing: refuse it.
  constexpr bool has_valid_states() const {
    for (const funder_state& state : states) {
      if (state.pool && !state.pool->is_valid()) return false;
      if (state.pool_euros && !state.pool_euros->is_valid()) return false;
      if (state.volume && !state.volume->is_valid()) return false;
      if (state.euros && !state.euros->is_valid()) return false;
      if (state.own && !state.own->is_valid()) return false;
    }
    return !rules.limit || rules.limit->is_valid();
  }

  // How much of the time on offer an hourly funder takes.
  constexpr exact_duration taken(const funder_state& state, const funding_source& source, const exact_duration& offered,
                                 funder_charge& charge) const {
    exact_duration time = offered;
    if (rules.limit) time = min(time, max(*rules.limit - charged, exact_duration()));
    if (state.closed) return {};
    if (state.pool && *state.pool < time) {
      const bool some_left = *state.pool > exact_duration();
      if (source.at_ceiling == ceiling_policy::cut) {
        time = max(*state.pool, exact_duration());
      } else {
        charge.closes = true;
        if (source.at_ceiling == ceiling_policy::whole_out || !some_left) time = {};
      }
    }
    if (state.volume) time = min(time, max(*state.volume, exact_duration()));
    if (rules.split == funding_split::visit && time < offered) time = {};
    return time;
  }

  constexpr void add_share(funded_piece& piece, std::size_t source, const exact_amount& amount) const {
    piece.shares.emplace_back(static_cast<std::uint8_t>(source), amount);
    piece.left -= amount;
  }

  // Charges a whole piece to an hourly funder; the share is at most what is left of the price of these minutes.
  constexpr bool charge_piece(std::size_t at, std::size_t index) {
    funded_piece& piece = out.pieces[at];
    const funding_source& source = source_of(piece, index);
    const rated<exact_amount> rate = rate_segment(piece.part, piece.price, source, rules);
    if (rate.over_tariff && rules.price_over_tariff == over_tariff::forbidden) return false;
    piece.gross = rate.gross;
    piece.hourly = static_cast<std::uint8_t>(index);
    piece.participation = source.participation.percent;
    add_share(piece, index, min(rate.share, piece.left));
    notes.priced(at, index, rate);
    return true;
  }

  constexpr bool hourly(std::size_t index) {
    funder_charge& charge = out.charges[index];
    const funder_state& state = states[index];
    exact_duration offered;
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
      if (!on_offer(out.pieces[i]) || !counts(out.pieces[i])) continue;
      offered += out.pieces[i].part.time;
      notes.offered(i);
    }
    if (state.own) offered = min(offered, max(*state.own, exact_duration()));
    const exact_duration take = taken(state, sources[index], offered, charge);
    notes.taken(index, charged, offered, take);
    const bool leaves_all = take == exact_duration() && !(offered == exact_duration());
    exact_duration rest = take;
    if (!leaves_all) {
      for (std::size_t i = 0; i < out.pieces.size(); ++i) {
        if (!on_offer(out.pieces[i])) continue;
        if (counts(out.pieces[i])) {
          if (rest == exact_duration()) continue;
          if (rest < out.pieces[i].part.time && !cut(i, rest)) return give_up(unbilled_reason::rule_conflict);
          rest -= out.pieces[i].part.time;
        }
        if (!charge_piece(i, index)) return give_up(unbilled_reason::price_over_tariff);
        add_to(charge, out.pieces[i]);
      }
    }
    if (state.pool_euros && *state.pool_euros < charge.plan_share && !reduce_to_pool(*state.pool_euros, index))
      return give_up(unbilled_reason::rule_conflict);
    if (state.euros && *state.euros < charge.share && !reduce_to(*state.euros, index))
      return give_up(unbilled_reason::rule_conflict);
    charge.refused = offered - charge.plan_time;
    charged += charge.plan_time;
    return true;
  }

  constexpr bool give_up(unbilled_reason reason) {
    fail(reason);
    return false;
  }

  constexpr void add_to(funder_charge& charge, const funded_piece& piece) const {
    charge.time += piece.part.time;
    const exact_amount& share = piece.shares[piece.shares.size() - 1].amount;
    charge.share += share;
    if (!counts(piece)) return;
    charge.plan_time += piece.part.time;
    charge.plan_share += share;
  }

  // time × part / all: exact where the denominator is one that sums over visits and plans can keep, else rounded up to
  // a millionth of a second (so that the share still fits the price of the minutes).
  static constexpr exact_duration in_proportion(const exact_duration& time, const exact_amount& part,
                                                const exact_amount& all) {
    const int128 common = gcd(part.numerator(), all.numerator());
    if (common == 0) return exact_duration::invalid();
    const int128 top = part.numerator() / common;
    const int128 bottom = all.numerator() / common;
    if (fits_int64(top) && fits_int64(bottom)) {
      const exact_duration exact = scaled(time, static_cast<std::int64_t>(top), static_cast<std::int64_t>(bottom));
      if (exact.is_valid() && common_denominator % exact.denominator() == 0) return exact;
    }
    const int128 millionths = millionths_of(time);
    const scaled_floor steps = scale_floor(millionths, top, bottom);
    if (millionths < 0 || steps.overflow) return exact_duration::invalid();
    return min(time, exact_duration::of_ratio(steps.quotient + (steps.divides ? 0 : 1), 1'000'000));
  }

  // The end of a pool in euros: the visit is cut there, minutes in proportion, or is wholly in or out.
  constexpr bool reduce_to_pool(exact_amount left, std::size_t index) {
    const ceiling_policy policy = sources[index].at_ceiling;
    const bool keeps = policy == ceiling_policy::whole_in && left > exact_amount();
    const bool fits = keeps || reduce_to(policy == ceiling_policy::cut ? left : exact_amount(), index, true);
    out.charges[index].closes = policy != ceiling_policy::cut;
    return fits;
  }

  // Brings what was just charged to a funder down to its euros, minutes in proportion. Euros of the plan reduce what
  // counts in it; extra minutes beside it stay as long as the plan pays something, minutes without a price always.
  constexpr bool reduce_to(exact_amount euros, std::size_t index, bool of_plan = false) {
    funder_charge& charge = out.charges[index];
    const exact_amount all = of_plan ? charge.plan_share : charge.share;
    const exact_amount target = max(euros, exact_amount());
    const bool counted_only = of_plan && target > exact_amount();
    exact_amount rest = target;
    charge = {};
    notes.reduced(index, target, all, of_plan);
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
      if (out.pieces[i].hourly != index) continue;
      if (!shrinks(out.pieces[i], counted_only)) {
        add_to(charge, out.pieces[i]);
        continue;
      }
      const exact_amount share = out.pieces[i].shares.back().amount;
      const exact_duration time = out.pieces[i].part.time;
      release(out.pieces[i], share);
      // The last one takes what is left, so that the sum is the target to the last digit.
      const bool last = !has_more(i + 1, index, counted_only);
      const exact_amount part = last ? rest : quotient(share, target, all);
      notes.released(i, share, last);
      const exact_duration kept = time_of(part, out.pieces[i], in_proportion(time, target, all));
      if (kept == exact_duration()) continue;
      if (kept < time) {
        notes.kept(i, time, kept);
        if (!cut(i, kept)) return false;
      }
      funded_piece& piece = out.pieces[i];
      const funding_source& source = source_of(piece, index);
      piece.gross = rate_segment(piece.part, piece.price, source, rules).gross;
      piece.hourly = static_cast<std::uint8_t>(index);
      piece.participation = source.participation.percent;
      add_share(piece, index, min(part, piece.left));
      notes.shared_in_proportion(i, index);
      rest -= part;
      add_to(charge, piece);
    }
    return true;
  }

  // The time for which a part of the euros pays: in proportion, but not less than its price, less what others have paid
  // of the first minutes, comes to.
  static constexpr exact_duration time_of(const exact_amount& part, const funded_piece& piece,
                                          const exact_duration& proportional) {
    if (part == exact_amount() || piece.left == piece.price) return proportional;
    return max(proportional, in_proportion(piece.part.time, piece.price - piece.left + part, piece.price));
  }

  // Whether what was just charged for a piece gives way to the end of euros: minutes at 0 € use none.
  constexpr bool shrinks(const funded_piece& piece, bool counted_only) const {
    return !(piece.shares[piece.shares.size() - 1].amount == exact_amount()) && (!counted_only || counts(piece));
  }

  constexpr bool has_more(std::size_t from, std::size_t index, bool counted_only) const {
    for (std::size_t i = from; i < out.pieces.size(); ++i) {
      if (out.pieces[i].hourly == index && shrinks(out.pieces[i], counted_only)) return true;
    }
    return false;
  }

  static constexpr exact_amount quotient(const exact_amount& value, const exact_amount& part, const exact_amount& all) {
    return scaled(value, part.numerator(), all.numerator());
  }

  // Takes the hourly share, the last one, back.
  static constexpr void release(funded_piece& piece, const exact_amount& share) {
    inline_list<funder_share, max_funders> others;
    for (std::size_t i = 0; i + 1 < piece.shares.size(); ++i)
      others.push_back(piece.shares[i]);
    piece.shares = others;
    piece.left += share;
    piece.hourly = funded_piece::nobody;
    piece.participation = {};
    piece.gross = {};
  }

  // Whether a funder other than one of minutes may pay on a piece.
  constexpr bool open_to_amounts(const funded_piece& piece) const {
    return !piece.part.extra_minutes || rules.extra_minutes == extra_minutes_bearer::funder;
  }

  constexpr void fixed(std::size_t index) {
    funder_charge& charge = out.charges[index];
    std::optional<exact_amount> euros = states[index].euros;
    if (euros) euros = max(*euros, exact_amount());
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
      funded_piece& piece = out.pieces[i];
      if (!open_to_amounts(piece)) continue;
      const exact_amount share = euros ? min(piece.left, *euros) : piece.left;
      if (share == exact_amount()) continue;
      add_share(piece, index, share);
      notes.paid(i, index, euros);
      add_to(charge, piece);
      if (euros) *euros -= share;
    }
  }

  constexpr void complement(std::size_t index) {
    funder_charge& charge = out.charges[index];
    const funding_source& source = sources[index];
    std::optional<exact_amount> room = states[index].euros;
    if (room) room = max(*room, exact_amount());
    if (source.max) room = room ? min(*room, exact_amount(*source.max)) : exact_amount(*source.max);
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
      funded_piece& piece = out.pieces[i];
      if (piece.shares.empty()) continue;  // only minutes on which others pay
      exact_amount share = share_of(piece.left, source.percent);
      if (room) share = min(share, *room);
      if (share == exact_amount()) continue;
      add_share(piece, index, share);
      notes.complemented(i, index, room);
      add_to(charge, piece);
      if (room) *room -= share;
    }
  }

  // What is left on minutes that no hourly funder pays.
  constexpr void rest_of_uncharged(funded_piece& piece, bool had_hourly) const {
    if (piece.part.extra_minutes && rules.extra_minutes == extra_minutes_bearer::provider) {
      piece.provider = piece.left;
    } else if (piece.part.extra_minutes && rules.extra_minutes == extra_minutes_bearer::beneficiary) {
      give(piece, beneficiary_reason::extra_minutes, piece.left);
    } else if (!had_hourly) {
      give(piece, beneficiary_reason::not_funded, piece.left);
    } else if (rules.overflow == overflow_to::provider) {
      piece.provider = piece.left;
    } else if (rules.overflow == overflow_to::reject && piece.shares.empty()) {
      piece.rejected = true;
    } else {
      give(piece, beneficiary_reason::over_plan, piece.left);
    }
  }

  constexpr void rest() {
    bool had_hourly = false;
    for (const funding_source& source : sources)
      had_hourly = had_hourly || source.nature == funding_nature::hourly;
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
      funded_piece& piece = out.pieces[i];
      if (!piece.left.is_valid()) return fail(unbilled_reason::arithmetic);
      if (piece.hourly == funded_piece::nobody) {
        rest_of_uncharged(piece, had_hourly);
        notes.left_to_one(i);
      } else {
        const funding_source& source = source_of(piece, piece.hourly);
        const auto left = remainder_of(piece.part, piece.price, piece.gross, piece.left, source, rules);
        give(piece, left, rules.price_over_tariff);
        notes.left_by_rate(i, left);
      }
    }
  }
};

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
