// Smoothing (*lissage*): what visits may take from the plan of their period, from what is left of earlier periods
// (*report*) and in advance; what remains is the excess (*dépassement*). Time or euros. Billing rules reference,
// section 2c.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "esppadom/billing/smoothing_rules.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Whether the parameters agree with each other. Errors: missing when visits may not be cut at the ceiling and
/// `crossing` does not say what becomes of them.
constexpr error_code check(const smoothing_rules& rules) {
  return !rules.split_at_ceiling && !rules.crossing ? error_code::missing : error_code::success;
}

// -- a period of a pool -----------------------------------------------------------------------------------------------

/// What the rule set says of one period of a pool, in the amounts of the pool.
template <class Amount>
struct pool_terms {
  carry_rules carry;                  ///< `carry.cap` is not read: see `carry_cap`
  std::optional<Amount> ceiling;      ///< none = the quantity of the period
  std::optional<Amount> carry_cap;    ///< at most that much is carried
  std::optional<Amount> advance_cap;  ///< at most that much is used in advance; none = no use in advance
};

/// The terms of a pool counted in time.
inline pool_terms<exact_duration> terms_in_time(const smoothing_rules& rules) {
  pool_terms<exact_duration> terms;
  terms.carry = rules.carry;
  if (rules.ceiling) terms.ceiling = exact_duration(*rules.ceiling);
  if (rules.carry.cap) terms.carry_cap = exact_duration(*rules.carry.cap);
  if (rules.advance.enabled) terms.advance_cap = exact_duration(rules.advance.cap);
  return terms;
}

/// A period as it is opened: its number (`period_at`; periods that follow each other have numbers that do), what it
/// grants, in one part or several (`granted_part`), and whether another plan begins with it.
template <class Amount>
struct pool_opening {
  std::int32_t period = 0;
  std::vector<Amount> parts;
  bool new_plan = false;
};

/// Where an amount is taken from.
enum class draw_source : std::uint8_t {
  own,       ///< the period's own plan
  lot,       ///< what an earlier period left
  advance,   ///< the period to come
  overhang,  ///< beyond the plan, because the visit at the ceiling is wholly `in`
};

/// An amount taken; `from` is the period of the lot, or the part of the period's own plan.
template <class Amount>
struct pool_draw {
  draw_source source = draw_source::own;
  std::int32_t from = 0;
  Amount amount;

  friend constexpr bool operator==(const pool_draw&, const pool_draw&) = default;
};

/// What is left of a period and still usable, or what was taken of it.
template <class Amount>
struct pool_lot {
  std::int32_t period = 0;
  Amount amount;

  friend constexpr bool operator==(const pool_lot&, const pool_lot&) = default;
};

/// What is known of a period, and of a part of its own plan, when a visit draws on it: the numbers `available` follows
/// from.
template <class Amount>
struct pool_view {
  Amount granted;                      ///< the quantity of the part
  Amount repaid;                       ///< of it, to the advance of the period before
  Amount used;                         ///< of it, by earlier visits
  Amount used_later;                   ///< of it, by later periods, from the lot it left
  std::vector<pool_lot<Amount>> lots;  ///< left of earlier periods, in the order of use; may be 0
  bool lots_first = false;             ///< lots are used before the period's own plan
  std::optional<Amount> ceiling;       ///< own and carried together stay within it; none = no such limit
  Amount used_of_ceiling;              ///< by earlier visits
  std::optional<Amount> advance_cap;   ///< at most that much is used of the next period; none = nothing is
  Amount advanced;                     ///< by earlier visits
  Amount next_left;                    ///< of the next period's own plan
  Amount available;
};

/// What a period's use came to. Two sums always hold:
/// used = own + Σ carried + advance + excess, when `overhang` is added on the right;
/// quantity = own + repaid + expired of the period + lost_to_cap + what goes into the period's lot.
template <class Amount>
struct pool_outcome {
  std::int32_t period = 0;
  Amount quantity;
  Amount plan;                            ///< the quantity less the advance that is repaid
  Amount repaid;                          ///< advance of the period before
  Amount own;                             ///< used of the period's own plan
  std::vector<pool_lot<Amount>> carried;  ///< used of earlier periods, in the order of use
  Amount advance;                         ///< used of the period to come
  Amount excess;                          ///< used beyond all that: to `overflow`
  Amount overhang;                        ///< charged beyond the plan because the visit at the ceiling is wholly `in`
  Amount expired;                         ///< what ceased to be usable before or with this period
  Amount lost_to_cap;                     ///< of this period, what a cap keeps from being carried
  std::vector<pool_lot<Amount>> lots;     ///< left after the period, oldest first, none empty

  friend bool operator==(const pool_outcome&, const pool_outcome&) = default;
};

/// Σ of what was taken from lots.
template <class Amount>
constexpr Amount carried_in_all(const pool_outcome<Amount>& outcome) {
  Amount sum;
  for (const auto& use : outcome.carried)
    sum += use.amount;
  return sum;
}

/// What the funder's pool pays: own + carried + advance + overhang.
template <class Amount>
constexpr Amount covered_in_all(const pool_outcome<Amount>& outcome) {
  return outcome.own + carried_in_all(outcome) + outcome.advance + outcome.overhang;
}

/// False when an amount left the range of the library; the outcome must then not be used.
template <class Amount>
constexpr bool is_valid(const pool_outcome<Amount>& outcome) {
  return covered_in_all(outcome).is_valid() && outcome.excess.is_valid() && outcome.plan.is_valid() &&
         outcome.expired.is_valid() && outcome.lost_to_cap.is_valid();
}

// -- the account ------------------------------------------------------------------------------------------------------

namespace detail {

template <class Amount>
constexpr Amount zero_or_more(const Amount& amount) {
  return max(amount, Amount());
}
constexpr exact_duration capped_share(const exact_duration& amount, percentage share) {
  return scaled(amount, share.e4, 1'000'000);
}
constexpr exact_amount capped_share(const exact_amount& amount, percentage share) {
  return scaled(amount, int128{share.e4}, int128{1'000'000});
}

}  // namespace detail

/// One pool over its periods: opened in ascending order, then drawn upon in any order. Drawing period by period in
/// ascending order is `late = recompute`; drawing for an early period after later ones have used its lots is what a
/// late visit does under `keep_closed`: it finds what is left. A value: nothing outside it matters.
///
/// Lots of period p serve up to period p + horizon. With `own_then_*` a period's own plan is used first (décret
/// 2024-395, known; the order among lots is inferred, medium), with `oldest_first` the lots. Unless carry may exceed
/// the ceiling, own and carried together stay within it (the ceiling of the terms, else the period's quantity). An
/// advance is taken off the next period's plan; of several parts only the last may use one. Example: plan 20 h, lots
/// Jan 6 h and Feb 4 h, 26 h taken in April → own 20 h, Jan 6 h, left Feb 4 h.
template <class Amount>
class pool_account {
 public:
  using draws = std::vector<pool_draw<Amount>>;

  /// Opens the next period.
  void open(const pool_opening<Amount>& opening, pool_terms<Amount> terms) {
    const std::size_t here = periods_.size();
    const std::int64_t horizon = terms.carry.enabled ? terms.carry.horizon_periods : 0;
    for (entry& lot : periods_) {
      const bool plan_is_over = opening.new_plan && !terms.carry.across_plans;
      if (lot.dropped_at == never && (opening.period - lot.period > horizon || plan_is_over)) lot.dropped_at = here;
    }
    entry& added = periods_.emplace_back();
    added.period = opening.period;
    added.terms = std::move(terms);
    for (const Amount& quantity : opening.parts)
      added.parts.push_back({quantity, {}, {}});
    if (added.parts.empty()) added.parts.emplace_back();
  }

  [[nodiscard]] std::size_t size() const { return periods_.size(); }
  [[nodiscard]] std::int32_t period(std::size_t at) const { return periods_[at].period; }

  /// What may be taken in a period, for a visit that draws on that part of its own plan. Example: plan 20 h, lots 10 h
  /// that may exceed the ceiling → 30 h.
  [[nodiscard]] Amount available(std::size_t at, std::size_t part = 0) const {
    Amount everything = own_left(periods_[at], part);
    for (const entry& lot : periods_)
      everything += lot_left(lot);
    if (periods_[at].terms.advance_cap) everything += *periods_[at].terms.advance_cap;
    Amount sum;
    for (const auto& draw : preview(at, part, everything))
      sum += draw.amount;
    return sum;
  }

  /// From where an amount would be taken, in order; together at most the amount and what is available.
  [[nodiscard]] draws preview(std::size_t at, std::size_t part, const Amount& amount) const {
    draws out;
    const entry& here = periods_[at];
    const carry_rules& carry = here.terms.carry;
    const Amount within = here.terms.ceiling.value_or(quantity_of(here));
    const Amount used = own_of(here) + here.carried;
    Amount rest = amount;
    const auto take = [&](draw_source source, std::int32_t from, const Amount& taken) {
      rest -= taken;
      if (taken > Amount()) out.push_back({source, from, taken});
    };
    if (carry.enabled && carry.order == carry_order::oldest_first) {
      const Amount ceiling = max(within, quantity_of(here) - repaid_of(here));
      Amount room = carry.may_exceed_ceiling ? rest : min(rest, detail::zero_or_more(ceiling - used));
      const Amount before = rest;
      take_lots(at, room, take);
      room -= before - rest;
      take(draw_source::own, static_cast<std::int32_t>(part), min(room, own_left(here, part)));
    } else {
      const Amount own = min(rest, own_left(here, part));
      take(draw_source::own, static_cast<std::int32_t>(part), own);
      if (carry.enabled) {
        const Amount room = carry.may_exceed_ceiling ? rest : min(rest, detail::zero_or_more(within - used - own));
        take_lots(at, room, take);
      }
    }
    if (has_advance(at, part)) {
      const entry& next = periods_[at + 1];
      const Amount room = min(*here.terms.advance_cap - here.advanced, own_left(next, 0));
      take(draw_source::advance, next.period, min(rest, detail::zero_or_more(room)));
    }
    return out;
  }

  /// What `available` follows from, for explanations.
  [[nodiscard]] pool_view<Amount> view(std::size_t at, std::size_t part = 0) const {
    const entry& here = periods_[at];
    pool_view<Amount> out;
    out.granted = here.parts[part].quantity;
    out.repaid = here.parts[part].repaid;
    out.used = here.parts[part].own;
    out.used_later = part + 1 == here.parts.size() ? here.used_later : Amount();
    out.lots_first = here.terms.carry.enabled && here.terms.carry.order == carry_order::oldest_first;
    if (here.terms.carry.enabled) {
      take_lots(at, std::nullopt, [&](draw_source, std::int32_t period, const Amount& left) {
        out.lots.push_back({period, left});
      });
    }
    if (here.terms.carry.enabled && !here.terms.carry.may_exceed_ceiling) {
      out.ceiling = here.terms.ceiling.value_or(quantity_of(here));
      if (out.lots_first) out.ceiling = max(*out.ceiling, quantity_of(here) - repaid_of(here));
      out.used_of_ceiling = own_of(here) + here.carried;
    }
    if (has_advance(at, part)) {
      out.advance_cap = here.terms.advance_cap;
      out.advanced = here.advanced;
      out.next_left = own_left(periods_[at + 1], 0);
    }
    out.available = available(at, part);
    return out;
  }

  /// Takes at most the amount; returns what was taken.
  Amount take(std::size_t at, std::size_t part, const Amount& amount) {
    Amount taken;
    for (const auto& draw : preview(at, part, amount)) {
      apply(at, draw);
      taken += draw.amount;
    }
    return taken;
  }

  /// Takes the whole amount: what is not available comes out of what the ceiling leaves of the plan, then is overhang.
  void charge(std::size_t at, std::size_t part, const Amount& amount) {
    const Amount beyond = amount - take(at, part, amount);
    const Amount kept = min(beyond, own_left(periods_[at], part));
    if (kept > Amount()) apply(at, {draw_source::own, static_cast<std::int32_t>(part), kept});
    if (beyond > kept) apply(at, {draw_source::overhang, static_cast<std::int32_t>(part), beyond - kept});
  }

  /// Gives back what was taken last in a period, for that part: a credit. Returns what was given back.
  Amount give_back(std::size_t at, std::size_t part, const Amount& amount) {
    entry& here = periods_[at];
    Amount rest = amount;
    for (std::size_t i = here.journal.size(); i-- > 0 && rest > Amount();) {
      pool_draw<Amount>& draw = here.journal[i];
      const bool other_part = draw.source == draw_source::own && draw.from != static_cast<std::int32_t>(part);
      if (other_part) continue;
      const Amount back = min(rest, draw.amount);
      add(at, draw, Amount() - back);
      draw.amount -= back;
      rest -= back;
    }
    std::erase_if(here.journal, [](const auto& draw) { return !(draw.amount > Amount()); });
    return amount - rest;
  }

  /// What no funder took of a period's visits.
  void refuse(std::size_t at, const Amount& amount) { periods_[at].excess += amount; }

  /// What the first `count` periods came to, as things stand.
  [[nodiscard]] std::vector<pool_outcome<Amount>> outcomes(std::size_t count) const {
    std::vector<pool_outcome<Amount>> out;
    std::vector<Amount> used(periods_.size());  // of each lot, up to the period looked at
    for (std::size_t at = 0; at < count && at < periods_.size(); ++at) {
      const entry& here = periods_[at];
      pool_outcome<Amount>& outcome = out.emplace_back();
      outcome.period = here.period;
      outcome.quantity = quantity_of(here);
      outcome.repaid = repaid_of(here);
      outcome.plan = outcome.quantity - outcome.repaid;
      outcome.own = own_of(here);
      outcome.advance = here.advanced;
      outcome.excess = here.excess;
      outcome.overhang = here.overhang;
      for (const auto& draw : here.journal) {
        if (draw.source != draw_source::lot) continue;
        outcome.carried.push_back({draw.from, draw.amount});
        used[position_of(draw.from)] += draw.amount;
      }
      const Amount lot = lot_of(here);
      const Amount rest = outcome.plan - outcome.own;
      const Amount last = left_of(here.parts.back());
      outcome.expired = here.terms.carry.enabled ? rest - last : rest;
      if (here.terms.carry.enabled) outcome.lost_to_cap = last - lot;
      for (std::size_t i = 0; i < at; ++i) {
        if (periods_[i].dropped_at == at) outcome.expired += lot_left(periods_[i]);
      }
      for (std::size_t i = 0; i <= at; ++i) {
        if (periods_[i].dropped_at <= at) continue;
        const Amount left = lot_of(periods_[i]) - used[i];
        if (left > Amount()) outcome.lots.push_back({periods_[i].period, left});
      }
    }
    return out;
  }

 private:
  static constexpr std::size_t never = (std::numeric_limits<std::size_t>::max)();

  struct part_use {
    Amount quantity;
    Amount own;
    Amount repaid;
  };
  struct entry {
    std::int32_t period = 0;
    pool_terms<Amount> terms;
    std::vector<part_use> parts;
    Amount carried;     // taken from lots
    Amount advanced;    // taken of the next period
    Amount overhang;    // charged beyond what there was
    Amount excess;      // refused
    Amount used_later;  // of the lot this period left
    std::size_t dropped_at = never;
    draws journal;
  };

  static Amount quantity_of(const entry& one) { return sum_of(one, &part_use::quantity); }
  static Amount own_of(const entry& one) { return sum_of(one, &part_use::own); }
  static Amount repaid_of(const entry& one) { return sum_of(one, &part_use::repaid); }
  static Amount sum_of(const entry& one, Amount part_use::*member) {
    Amount sum = one.parts.front().*member;
    for (std::size_t i = 1; i < one.parts.size(); ++i)
      sum += one.parts[i].*member;
    return sum;
  }
  static Amount left_of(const part_use& part) { return part.quantity - part.repaid - part.own; }

  /// Whether the visits of a part may use the next period's plan: a version of the plan that ended inside the period
  /// grants nothing in the next one.
  [[nodiscard]] bool has_advance(std::size_t at, std::size_t part) const {
    const entry& here = periods_[at];
    return here.terms.advance_cap && at + 1 < periods_.size() && part + 1 == here.parts.size();
  }

  /// What a visit may still take of a part. The lot that later periods have used comes out of the last part.
  static Amount own_left(const entry& one, std::size_t part) {
    const Amount left = left_of(one.parts[part]);
    return detail::zero_or_more(part + 1 == one.parts.size() ? left - one.used_later : left);
  }
  /// What a period hands on: what its last part leaves, within the caps. Parts that ended before hand on nothing.
  static Amount lot_of(const entry& one) {
    const carry_rules& carry = one.terms.carry;
    if (!carry.enabled) return {};
    Amount lot = left_of(one.parts.back());
    if (one.terms.carry_cap) lot = min(lot, *one.terms.carry_cap);
    // Of the plan as it stands once an advance is repaid: `plan[m]` of section 2c.
    const part_use& last = one.parts.back();
    if (carry.cap_pct) lot = min(lot, detail::capped_share(last.quantity - last.repaid, *carry.cap_pct));
    return detail::zero_or_more(lot);
  }
  static Amount lot_left(const entry& one) { return detail::zero_or_more(lot_of(one) - one.used_later); }

  [[nodiscard]] std::size_t position_of(std::int32_t period) const {
    return static_cast<std::size_t>(period - periods_.front().period);
  }

  /// Lots in the order of use, up to an amount; all of them without one.
  template <class Take>
  void take_lots(std::size_t at, std::optional<Amount> room, Take take) const {
    const bool newest_first = periods_[at].terms.carry.order == carry_order::own_then_newest;
    for (std::size_t i = 0; i < at && (!room || *room > Amount()); ++i) {
      const entry& lot = periods_[newest_first ? at - 1 - i : i];
      if (lot.dropped_at <= at) continue;
      const Amount part = room ? min(*room, lot_left(lot)) : lot_left(lot);
      if (room) *room -= part;
      take(draw_source::lot, lot.period, part);
    }
  }

  void apply(std::size_t at, const pool_draw<Amount>& draw) {
    add(at, draw, draw.amount);
    draws& journal = periods_[at].journal;
    if (!journal.empty() && journal.back().source == draw.source && journal.back().from == draw.from) {
      journal.back().amount += draw.amount;
    } else {
      journal.push_back(draw);
    }
  }

  void add(std::size_t at, const pool_draw<Amount>& draw, const Amount& amount) {
    entry& here = periods_[at];
    switch (draw.source) {
      case draw_source::own:
        here.parts[static_cast<std::size_t>(draw.from)].own += amount;
        break;
      case draw_source::lot:
        here.carried += amount;
        periods_[position_of(draw.from)].used_later += amount;
        break;
      case draw_source::advance:
        here.advanced += amount;
        periods_[at + 1].parts.front().repaid += amount;
        break;
      case draw_source::overhang:
        here.overhang += amount;
        break;
    }
  }

  std::vector<entry> periods_;
};

// -- totals and visits ------------------------------------------------------------------------------------------------

/// A period of one pool (*enveloppe*) by its totals: what is granted and what is used. All amounts are 0 or more.
template <class Amount>
struct pool_use {
  std::int32_t period = 0;
  Amount quantity;          ///< the plan of the period, before any advance is repaid
  Amount used;              ///< by all visits of the pool
  Amount over_sub_ceiling;  ///< part of `used` that lies above sub-ceilings: it draws on nothing
};

/// All periods of a pool in ascending order, from an empty account: what a run over the totals of each period gives. A
/// use in advance needs the period after, so that the last one has none.
template <class Amount>
std::vector<pool_outcome<Amount>> smooth(const pool_terms<Amount>& terms, std::span<const pool_use<Amount>> periods) {
  pool_account<Amount> account;
  for (const auto& each : periods)
    account.open({each.period, {each.quantity}, false}, terms);
  for (std::size_t at = 0; at < periods.size(); ++at) {
    const Amount over = min(periods[at].over_sub_ceiling, periods[at].used);
    const Amount use = periods[at].used - over;
    account.refuse(at, over + (use - account.take(at, 0, use)));
  }
  return account.outcomes(periods.size());
}

/// How much of each visit is covered, in clock order, when `covered` is there in all. The visit that crosses the end is
/// cut at that second (known practice); where it may not be cut it is wholly in or wholly out and nothing after it is
/// covered (inferred, low). Example: three visits of 60 min, 150 min → 60, 60, 30; `in` 60, 60, 60; `out` 60, 60, 0.
inline std::vector<exact_duration> cover(const smoothing_rules& rules, exact_duration covered,
                                         std::span<const exact_duration> visits) {
  std::vector<exact_duration> parts;
  parts.reserve(visits.size());
  for (const exact_duration& visit : visits) {
    exact_duration part = min(visit, detail::zero_or_more(covered));
    covered -= part;
    if (part < visit && !rules.split_at_ceiling) {
      const bool crosses = part > exact_duration();
      part = crosses && rules.crossing == crossing_visit::in ? visit : exact_duration();
      covered = {};
    }
    parts.push_back(part);
  }
  return parts;
}

}  // namespace esppadom::inline ESPPADOM_ABI
