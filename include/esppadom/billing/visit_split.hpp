// The split of a priced visit among its funders, the beneficiary and the provider: exact, minute by minute, nothing
// lost. Billing rules reference, section 2d (inferred, medium).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/inline_list.hpp"
#include "esppadom/billing/line.hpp"
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
};

/// What the beneficiary pays on a piece, and why.
struct beneficiary_part {
  beneficiary_reason reason = beneficiary_reason::participation;
  exact_amount amount;
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

inline constexpr percentage hundred_percent = percentage::from_percent(100);

// duration × price with the quick way for whole seconds.
constexpr exact_amount timed(const exact_duration& time, unit_price hourly) {
  if (time.is_whole_seconds() && fits_int64(time.numerator())) [[likely]]
    return duration::of_seconds(static_cast<std::int64_t>(time.numerator())) * hourly;
  return time * hourly;
}

constexpr exact_amount segment_price(const segment& part) {
  const exact_amount base = timed(part.time, part.price);
  return part.surcharge == percentage() ? base : base * (hundred_percent + part.surcharge);
}

// A share of an amount that may already hold three percentages.
constexpr exact_amount share_of(const exact_amount& amount, percentage share) {
  return share.is_valid() ? scaled(amount, share.e4, 1'000'000) : exact_amount::invalid();
}

// The day class whose rate already contains a surcharge of that kind.
constexpr std::optional<day_class> class_of(surcharge_kind kind) {
  switch (kind) {
    case surcharge_kind::saturday:
      return day_class::saturday;
    case surcharge_kind::sunday:
      return day_class::sunday;
    case surcharge_kind::public_holiday:
    case surcharge_kind::first_of_january:
    case surcharge_kind::first_of_may:
    case surcharge_kind::christmas:
      return day_class::public_holiday;
    case surcharge_kind::evening:
      return day_class::evening;
    case surcharge_kind::none:
    case surcharge_kind::custom:
      break;
  }
  return std::nullopt;
}

constexpr unit_price day_rate(const funding_source& source, day_class day) {
  return source.day_rates[static_cast<std::size_t>(day)];
}

// The amount with the part of the surcharge that the funder bears.
constexpr exact_amount with_borne_surcharge(const exact_amount& base, const segment& part, const funding_source& source,
                                            const split_rules& rules) {
  if (part.surcharge == percentage() || rules.bearer == surcharge_bearer::beneficiary) return base;
  if (source.has_day_rates) {
    const std::optional<day_class> day = class_of(part.kind);
    if (day && day_rate(source, *day).is_valid()) return base;
  }
  if (rules.bearer == surcharge_bearer::funder) return base * (hundred_percent + part.surcharge);
  return base + base * part.surcharge * rules.funder_part_of_surcharge;
}

// What a rate comes to on a piece: the funder's amount before participation, and the price it is held against.
struct rated {
  exact_amount gross;
  bool over_tariff = false;  ///< the price exceeds the rate
};

constexpr rated rate_piece(const funded_piece& piece, const funding_source& source, const split_rules& rules) {
  const segment& part = piece.part;
  const bool capped = source.rate_cap == funder_rate_cap::min;
  if (source.has_day_rates && day_rate(source, part.day).is_valid()) {
    const exact_amount full = timed(part.time, day_rate(source, part.day));
    const exact_amount base = capped ? min(full, piece.price) : full;
    return {with_borne_surcharge(base, part, source, rules), full < piece.price};
  }
  const unit_price rate = capped ? min(source.rate, part.price) : source.rate;
  const exact_amount base = timed(part.time, rate);
  return {with_borne_surcharge(base, part, source, rules), source.rate < part.price};
}

/// Splits one visit; a struct because the steps share sources, rules and result.
struct splitter {
  std::span<const funding_source> sources;
  std::span<const funder_state> states;
  const split_rules& rules;
  visit_split& out;

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
    head.price = segment_price(head.part);
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
      funded_piece& piece = out.pieces.push_back({});
      piece.part = part;
      piece.price = segment_price(part);
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
    return true;
  }

  // How much of the time on offer an hourly funder takes.
  constexpr exact_duration taken(const funder_state& state, const funding_source& source, const exact_duration& offered,
                                 funder_charge& charge) const {
    exact_duration time = offered;
    if (state.closed) time = {};
    if (state.pool && !state.closed && *state.pool < offered) {
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
    piece.shares.push_back({static_cast<std::uint8_t>(source), amount});
    piece.left -= amount;
  }

  // Charges a whole piece to an hourly funder; the share is at most what is left of the price of these minutes.
  constexpr bool charge_piece(funded_piece& piece, std::size_t index) const {
    const funding_source& source = sources[index];
    const rated rate = rate_piece(piece, source, rules);
    if (rate.over_tariff && rules.price_over_tariff == over_tariff::forbidden) return false;
    piece.gross = rate.gross;
    piece.hourly = static_cast<std::uint8_t>(index);
    piece.participation = source.participation;
    const bool full = source.participation == percentage();
    add_share(piece, index, min(full ? rate.gross : rate.gross * (hundred_percent - source.participation), piece.left));
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
      piece.gross = rate_piece(piece, sources[index], rules).gross;
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

  constexpr void give(funded_piece& piece, beneficiary_reason reason, const exact_amount& amount) const {
    if (amount == exact_amount()) return;
    piece.beneficiary.push_back({reason, amount});
  }

  // What is left on minutes an hourly funder pays: the part above its tariff, the surcharge it does not bear, and the
  // participation. Later funders are deemed to have paid the participation first.
  constexpr void rest_of_charged(funded_piece& piece) const {
    const funding_source& source = sources[piece.hourly];
    const segment& part = piece.part;
    exact_amount rest = piece.left;
    exact_amount above;
    exact_amount surcharge;
    if (source.has_day_rates && day_rate(source, part.day).is_valid()) {
      above = max(piece.price - piece.gross, exact_amount());
    } else {
      const bool surcharged = !(part.surcharge == percentage());
      if (surcharged || source.rate < part.price) {
        const exact_amount same_basis =
            surcharged ? with_borne_surcharge(timed(part.time, part.price), part, source, rules) : piece.price;
        above = max(same_basis - piece.gross, exact_amount());
        if (surcharged) surcharge = max(piece.price - same_basis, exact_amount());
      }
    }
    above = min(above, rest);
    rest -= above;
    surcharge = min(surcharge, rest);
    rest -= surcharge;
    give(piece, beneficiary_reason::participation, rest);
    if (rules.price_over_tariff == over_tariff::provider) {
      piece.provider = above;
    } else {
      give(piece, beneficiary_reason::over_tariff, above);
    }
    give(piece, beneficiary_reason::surcharge, surcharge);
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
        rest_of_charged(piece);
      }
    }
  }
};

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
  detail::splitter run{sources, states, rules, out};
  unbilled_reason reason = run.start(segments);
  if (!run.has_valid_states()) reason = unbilled_reason::arithmetic;
  if (sources.size() > max_funders || sources.size() != states.size()) reason = unbilled_reason::rule_conflict;
  if (reason != unbilled_reason::none) {
    run.fail(reason);
    return out;
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    out.charges.push_back({});
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
    run.give(piece, reason, piece.left);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
