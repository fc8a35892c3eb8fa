// The split of a priced visit among its funders, the beneficiary and the provider: exact, minute by minute, nothing
// lost. Billing rules reference, section 2d (inferred, medium).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "esppadom/billing/funder_rates.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/inline_list.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Parts a visit may be cut into at most.
inline constexpr std::size_t max_pieces = 24;

// -- the result -------------------------------------------------------------------------------------------------------

/// What a funder pays on a piece.
struct funder_share {
  std::uint8_t source = 0;  ///< index among the sources
  exact_amount amount;

  constexpr funder_share() = default;
  constexpr funder_share(std::uint8_t index, const exact_amount& share) : source(index), amount(share) {}
};

/// What the beneficiary pays on a piece, and why.
struct beneficiary_part {
  beneficiary_reason reason = beneficiary_reason::participation;
  exact_amount amount;

  constexpr beneficiary_part() = default;
  constexpr beneficiary_part(beneficiary_reason why, const exact_amount& share) : reason(why), amount(share) {}
};

/// A part of a visit on which the same parties pay: price = Σ shares + Σ beneficiary + provider, or the whole price is
/// rejected.
struct funded_piece {
  static constexpr std::uint8_t nobody = 255;

  segment part;
  exact_amount price;
  inline_list<funder_share, max_funders> shares;  ///< in the order of payment
  std::uint8_t hourly = nobody;                   ///< the source these minutes are charged to
  bool rejected = false;                          ///< above the plan, and the rule set rejects that
  percentage participation;                       ///< of the hourly source
  inline_list<beneficiary_part, 3> beneficiary;
  exact_amount provider;

  exact_amount gross;  ///< the hourly source's rate on these minutes, before participation
  exact_amount left;   ///< price less Σ shares

  constexpr funded_piece() {}  // NOLINT(modernize-use-equals-default): value-initialising must not clear the lists
};

/// A visit split. With a reason other than `none` nothing of it is billed, and there are no pieces.
struct visit_split {
  unbilled_reason reason = unbilled_reason::none;
  inline_list<funded_piece, max_pieces> pieces;     ///< in clock order
  inline_list<funder_charge, max_funders> charges;  ///< one for each source
};

/// Sums over the pieces that are billed.
constexpr exact_amount price_of(const visit_split& split) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces) {
    if (!piece.rejected) sum += piece.price;
  }
  return sum;
}
constexpr exact_amount rejected_price(const visit_split& split) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces) {
    if (piece.rejected) sum += piece.price;
  }
  return sum;
}
constexpr exact_amount beneficiary_share(const visit_split& split) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces) {
    for (const beneficiary_part& part : piece.beneficiary)
      sum += part.amount;
  }
  return sum;
}
constexpr exact_amount beneficiary_share(const visit_split& split, beneficiary_reason reason) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces) {
    for (const beneficiary_part& part : piece.beneficiary) {
      if (part.reason == reason) sum += part.amount;
    }
  }
  return sum;
}
constexpr exact_amount provider_share(const visit_split& split) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces)
    sum += piece.provider;
  return sum;
}

// -- the split --------------------------------------------------------------------------------------------------------

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

/// Splits one visit; a struct because the steps share sources, rules and result.
struct splitter {
  std::span<const funding_source> sources;
  std::span<const funder_state> states;
  const split_rules& rules;
  visit_split& out;
  exact_duration charged{};  // to funders of minutes so far, of what counts in the plan

  constexpr void fail(unbilled_reason reason) {
    out.reason = reason;
    out.pieces = {};
    out.charges = {};
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
    out.pieces.insert(at + 1, tail);
    return true;
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
    }
    return unbilled_reason::none;
  }

  // A state that left the range of the library limits nothing: refuse it.
  constexpr bool has_valid_states() const {
    for (const funder_state& state : states) {
      if (state.pool && !state.pool->is_valid()) return false;
      if (state.volume && !state.volume->is_valid()) return false;
      if (state.euros && !state.euros->is_valid()) return false;
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
  constexpr bool charge_piece(funded_piece& piece, std::size_t index) const {
    const funding_source& source = sources[index];
    const rated<exact_amount> rate = rate_segment(piece.part, piece.price, source, rules);
    if (rate.over_tariff && rules.price_over_tariff == over_tariff::forbidden) return false;
    piece.gross = rate.gross;
    piece.hourly = static_cast<std::uint8_t>(index);
    piece.participation = source.participation;
    add_share(piece, index, min(rate.share, piece.left));
    return true;
  }

  constexpr bool hourly(std::size_t index) {
    funder_charge& charge = out.charges[index];
    const funder_state& state = states[index];
    exact_duration offered;
    for (const funded_piece& piece : out.pieces) {
      if (on_offer(piece) && counts(piece)) offered += piece.part.time;
    }
    const exact_duration take = taken(state, sources[index], offered, charge);
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
        if (!charge_piece(out.pieces[i], index)) return give_up(unbilled_reason::price_over_tariff);
        add_to(charge, out.pieces[i]);
      }
    }
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
    if (counts(piece)) charge.plan_time += piece.part.time;
    charge.share += piece.shares[piece.shares.size() - 1].amount;
  }

  // time × part / all, exact where a fraction of 64 bits can hold it, else rounded up to a millionth of a second (so
  // that the share still fits the price of the minutes).
  static constexpr exact_duration in_proportion(const exact_duration& time, const exact_amount& part,
                                                const exact_amount& all) {
    const int128 common = gcd(part.numerator(), all.numerator());
    if (common == 0) return exact_duration::invalid();
    const int128 top = part.numerator() / common;
    const int128 bottom = all.numerator() / common;
    if (fits_int64(top) && fits_int64(bottom)) {
      const exact_duration exact = scaled(time, static_cast<std::int64_t>(top), static_cast<std::int64_t>(bottom));
      if (exact.is_valid()) return exact;
    }
    int128 millionths = 0;
    if (checked_mul(time.numerator(), int128{1'000'000}, millionths)) return exact_duration::invalid();
    const scaled_floor steps = scale_floor(millionths / time.denominator() + 1, top, bottom);
    if (steps.overflow) return exact_duration::invalid();
    return min(time, exact_duration::of_ratio(steps.quotient + 1, 1'000'000));
  }

  // Brings what was just charged to a funder down to its euros, minutes in proportion.
  constexpr bool reduce_to(exact_amount euros, std::size_t index) {
    funder_charge& charge = out.charges[index];
    const exact_amount all = charge.share;
    const exact_amount target = max(euros, exact_amount());
    exact_amount rest = target;
    charge = {};
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
      if (out.pieces[i].hourly != index) continue;
      const exact_amount share = out.pieces[i].shares.back().amount;
      const exact_duration time = out.pieces[i].part.time;
      release(out.pieces[i], share);
      const exact_duration kept = in_proportion(time, target, all);
      if (kept == exact_duration()) continue;
      if (kept < time && !cut(i, kept)) return false;
      funded_piece& piece = out.pieces[i];
      piece.gross = rate_segment(piece.part, piece.price, sources[index], rules).gross;
      piece.hourly = static_cast<std::uint8_t>(index);
      piece.participation = sources[index].participation;
      // The last one takes what is left, so that the sum is the target to the last digit.
      const bool last = !has_more(i + 1, index);
      const exact_amount part = last ? rest : quotient(share, target, all);
      add_share(piece, index, min(part, piece.left));
      rest -= part;
      add_to(charge, piece);
    }
    return true;
  }

  constexpr bool has_more(std::size_t from, std::size_t index) const {
    for (std::size_t i = from; i < out.pieces.size(); ++i) {
      if (out.pieces[i].hourly == index) return true;
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
    for (funded_piece& piece : out.pieces) {
      if (!open_to_amounts(piece)) continue;
      const exact_amount share = euros ? min(piece.left, *euros) : piece.left;
      if (share == exact_amount()) continue;
      add_share(piece, index, share);
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
    for (funded_piece& piece : out.pieces) {
      if (piece.shares.empty()) continue;  // only minutes on which others pay
      exact_amount share = share_of(piece.left, source.percent);
      if (room) share = min(share, *room);
      if (share == exact_amount()) continue;
      add_share(piece, index, share);
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
    for (funded_piece& piece : out.pieces) {
      if (!piece.left.is_valid()) return fail(unbilled_reason::arithmetic);
      if (piece.hourly == funded_piece::nobody) {
        rest_of_uncharged(piece, had_hourly);
      } else {
        const funding_source& source = sources[piece.hourly];
        give(piece, remainder_of(piece.part, piece.price, piece.gross, piece.left, source, rules),
             rules.price_over_tariff);
      }
    }
  }
};

// One segment wholly charged to one hourly funder; returns the share.
constexpr exact_amount quick_piece(const segment& part, const funding_source& source, const split_rules& rules,
                                   funded_piece& piece) {
  piece.part = part;
  piece.hourly = 0;
  piece.participation = source.participation;
  if (part.surcharge.e4 == 0 && !source.has_day_rates && source.rate == part.price) {
    // Nothing to compare: the rate is the price. Written out, because amounts kept in memory for a moment cost more
    // than the whole calculation.
    const std::int64_t product = static_cast<std::int64_t>(part.time.numerator()) * part.price.e6;
    const int128 price = product * steps_of_a_second;
    const int128 share = int128{product} * (1'000'000 - source.participation.e4) * (steps_of_a_second / 1'000'000);
    const int128 left = price - share;
    piece.price = exact_amount::from_numerator(price);
    piece.gross = exact_amount::from_numerator(price);
    piece.left = exact_amount::from_numerator(left);
    piece.shares.emplace_back(std::uint8_t{0}, exact_amount::from_numerator(share));
    if (left != 0)
      piece.beneficiary.emplace_back(beneficiary_reason::participation, exact_amount::from_numerator(left));
    return exact_amount::from_numerator(share);
  }
  const auto price = segment_price<grid_amount>(part);
  const rated<grid_amount> rate = rate_segment(part, price, source, rules);
  const grid_amount share = min(rate.share, price);
  const grid_amount left = price - share;
  piece.price = exact_amount(price);
  piece.gross = exact_amount(rate.gross);
  piece.left = exact_amount(left);
  piece.shares.emplace_back(std::uint8_t{0}, exact_amount(share));
  give(piece, remainder_of(part, price, rate.gross, left, source, rules), rules.price_over_tariff);
  return exact_amount(share);
}

// The usual case at little cost: whole seconds, a first funder that takes them all, and no other but funders of minutes
// after it, to whom nothing is left. False when the visit is not of this kind; `out` is then untouched.
constexpr bool quick_split(std::span<const segment> segments, std::span<const funding_source> sources,
                           std::span<const funder_state> states, const split_rules& rules, visit_split& out) {
  if (sources.empty() || sources.size() > max_funders || states.size() != sources.size()) return false;
  if (rules.price_over_tariff == over_tariff::forbidden) return false;
  if (segments.empty() || segments.size() > max_pieces || states[0].euros || states[0].closed) return false;
  for (const funding_source& source : sources) {
    if (source.nature != funding_nature::hourly) return false;
  }
  const funding_source& source = sources[0];
  // Below these bounds no product of a price, its surcharge and two percentages leaves 127 bits.
  constexpr std::int64_t most_seconds = 1'000'000;
  constexpr std::int64_t highest_price = 10'000'000'000;  // 10 000 €
  constexpr std::int64_t highest_percent = 10'000'000;    // 1 000 %
  const auto is_price = [](unit_price price) { return price.e6 >= 0 && price.e6 <= highest_price; };
  const auto is_share = [](percentage share) { return share.e4 >= 0 && share.e4 <= 1'000'000; };
  if (!is_price(source.rate) || !is_share(source.participation) || !is_share(rules.funder_part_of_surcharge))
    return false;
  std::int64_t seconds = 0;
  for (const segment& part : segments) {
    const bool fits =
        part.time.is_whole_seconds() && part.time.numerator() > 0 && part.time.numerator() <= most_seconds;
    if (!fits || part.extra_minutes || !is_price(part.price)) return false;
    if (part.surcharge.e4 < 0 || part.surcharge.e4 > highest_percent) return false;
    if (has_day_rate(source, part.day) && !is_price(day_rate(source, part.day))) return false;

    seconds += static_cast<std::int64_t>(part.time.numerator());
  }
  const exact_duration time{duration::of_seconds(seconds)};
  const auto has = [&](const std::optional<exact_duration>& limit) {
    if (!limit) return true;
    return limit->is_whole_seconds() ? limit->numerator() >= seconds : *limit >= time;
  };
  if (!has(states[0].pool) || !has(states[0].volume) || !has(rules.limit)) return false;

  exact_amount total;
  for (const segment& part : segments)
    total += quick_piece(part, source, rules, out.pieces.emplace_back());
  funder_charge& charge = out.charges.emplace_back();
  charge.time = time;
  charge.plan_time = time;
  charge.share = total;
  for (std::size_t i = 1; i < sources.size(); ++i)
    out.charges.emplace_back();
  return true;
}

}  // namespace detail

/// Splits a priced visit among the sources that are valid for it, in their order.
///
/// An hourly funder takes the first minutes on offer, as far as its pool and volume reach, at the smaller of its rate
/// and the price (`rate_cap`), less the participation; a share never exceeds what is left of the price of the minutes
/// it is charged on. With a volume in euros its minutes shrink in proportion. What it leaves is offered to the next
/// one. A fixed funder pays the price in clock order until its euros are used up; a complement pays its percentage of
/// what is left on minutes others pay on. Minutes that no funder of minutes takes are the excess and go to `overflow`
/// (`next_funder` is what the order of sources does anyway, then the beneficiary); without such a funder they are the
/// beneficiary's as not funded. The rest of the price is the beneficiary's, by reason, or the provider's for the part
/// above the tariff.
///
/// Exact: for each piece price = Σ shares + Σ beneficiary + provider. The visit is unbilled with reason
/// price_over_tariff (the rule set forbids it), extra_minutes_without_code (no bearer for its extra minutes),
/// rule_conflict (more than `max_funders` sources or `max_pieces` pieces) or arithmetic.
/// Example: 120 min at 27 €/h; APA 24.58 €/h, 20 %, 60 min left; then fixed, 15 € left → 19.664 + 15 + 19.336.
constexpr visit_split split_visit(std::span<const segment> segments, std::span<const funding_source> sources,
                                  std::span<const funder_state> states, const split_rules& rules) {
  visit_split out;
  if (detail::quick_split(segments, sources, states, rules, out)) return out;
  detail::splitter run{sources, states, rules, out};
  unbilled_reason reason = run.start(segments);
  if (!run.has_valid_states()) reason = unbilled_reason::arithmetic;
  if (sources.size() > max_funders || sources.size() != states.size()) reason = unbilled_reason::rule_conflict;
  if (reason != unbilled_reason::none) {
    run.fail(reason);
    return out;
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    out.charges.emplace_back();
    if (sources[i].nature == funding_nature::fixed) {
      run.fixed(i);
    } else if (sources[i].nature == funding_nature::complement) {
      run.complement(i);
    } else if (!run.hourly(i)) {
      return out;
    }
  }
  run.rest();
  return out;
}

/// A visit that the beneficiary pays alone, for one reason: cancelled visits, visits without funding.
constexpr visit_split bill_beneficiary(std::span<const segment> segments, beneficiary_reason reason) {
  visit_split out;
  split_rules rules;
  rules.extra_minutes = extra_minutes_bearer::beneficiary;
  detail::splitter run{{}, {}, rules, out};
  if (const unbilled_reason failed = run.start(segments); failed != unbilled_reason::none) {
    run.fail(failed);
    return out;
  }
  for (funded_piece& piece : out.pieces)
    detail::give(piece, reason, piece.left);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
