// Smoothing (*lissage*): what a month's visits may take from the plan of that month, from hours left over in earlier
// months (*report*) and in advance; what remains is the excess (*dépassement*). Billing rules reference, section 2c.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "esppadom/billing/smoothing_rules.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_date.hpp"

namespace esppadom::inline ESPPADOM_ABI {

// -- the month of a pool ----------------------------------------------------------------------------------------------

/// A month of one pool (*enveloppe*): what is granted and what is used. All amounts of time are 0 or more.
struct pool_month {
  local_month month;
  exact_duration quantity;          ///< the plan of the month, before any advance is repaid
  exact_duration used;              ///< by all visits of the pool
  exact_duration over_sub_ceiling;  ///< part of `used` that lies above sub-ceilings: it draws on nothing
  exact_duration next_quantity;     ///< the plan of the month after; only asked where hours may be used in advance
};

/// Hours of a month that are still usable.
struct carry_lot {
  local_month month;
  exact_duration left;

  friend constexpr bool operator==(const carry_lot&, const carry_lot&) = default;
};

/// Hours taken from a lot.
struct carry_use {
  local_month month;  ///< of the lot
  exact_duration taken;

  friend constexpr bool operator==(const carry_use&, const carry_use&) = default;
};

/// What goes from one month of a pool to the next: derived by replay, never stored as a fact.
struct pool_state {
  std::vector<carry_lot> lots;  ///< oldest first, none empty
  exact_duration borrowed;      ///< used in advance of the month to come

  friend bool operator==(const pool_state&, const pool_state&) = default;
};

/// What a month's use came to. Two sums always hold:
/// used = own + Σ carried + advance + excess - overhang;
/// quantity = own + repaid + what goes into the month's lot + lost_to_cap, or lost to `expired` where nothing is
/// carried.
struct pool_outcome {
  local_month month;
  exact_duration plan;             ///< the quantity less the advance that is repaid
  exact_duration repaid;           ///< advance of the month before
  exact_duration own;              ///< used of the month's own plan
  std::vector<carry_use> carried;  ///< used of earlier months, in the order of use
  exact_duration advance;          ///< used of the month to come
  exact_duration excess;           ///< used beyond all that: to `overflow`
  exact_duration overhang;         ///< charged beyond the plan because the visit at the ceiling is wholly `in`
  exact_duration expired;          ///< hours that ceased to be usable before or with this month
  exact_duration lost_to_cap;      ///< hours of this month that a cap keeps from being carried
  std::vector<carry_lot> lots;     ///< left after the month

  friend bool operator==(const pool_outcome&, const pool_outcome&) = default;
};

/// Σ of what was taken from lots.
constexpr exact_duration carried_time(const pool_outcome& outcome) {
  exact_duration sum;
  for (const carry_use& use : outcome.carried)
    sum += use.taken;
  return sum;
}

/// The time the funder's pool pays: own + carried + advance + overhang.
constexpr exact_duration covered_time(const pool_outcome& outcome) {
  return outcome.own + carried_time(outcome) + outcome.advance + outcome.overhang;
}

/// False when a duration left the range of the library; the outcome must then not be used.
constexpr bool is_valid(const pool_outcome& outcome) {
  return covered_time(outcome).is_valid() && outcome.excess.is_valid() && outcome.plan.is_valid() &&
         outcome.expired.is_valid() && outcome.lost_to_cap.is_valid();
}

struct pool_step {
  pool_state state;  ///< after the month
  pool_outcome outcome;
};

/// Whether the parameters agree with each other. Errors: missing when visits may not be cut at the ceiling and
/// `crossing` does not say what becomes of them; unsupported for what is not built.
constexpr error_code check(const smoothing_rules& rules) {
  if (rules.unit != smoothing_unit::minutes || rules.period != pool_period::month) return error_code::unsupported;
  return !rules.split_at_ceiling && !rules.crossing ? error_code::missing : error_code::success;
}

namespace detail {

constexpr exact_duration zero_or_more(const exact_duration& time) { return max(time, exact_duration()); }

// Takes from the lots, in the order of the rules, at most `room`.
inline exact_duration take_from_lots(std::vector<carry_lot>& lots, exact_duration room, bool newest_first,
                                     std::vector<carry_use>& uses) {
  exact_duration taken;
  for (std::size_t i = 0; i < lots.size() && room > exact_duration(); ++i) {
    carry_lot& lot = newest_first ? lots[lots.size() - 1 - i] : lots[i];
    const exact_duration part = min(room, lot.left);
    lot.left -= part;
    room -= part;
    taken += part;
    uses.push_back({lot.month, part});
  }
  std::erase_if(lots, [](const carry_lot& lot) { return lot.left == exact_duration(); });
  return taken;
}

inline exact_duration drop_expired(std::vector<carry_lot>& lots, local_month month, std::int64_t horizon) {
  exact_duration dropped;
  std::erase_if(lots, [&](const carry_lot& lot) {
    const bool expired = month - lot.month > horizon;
    if (expired) dropped += lot.left;
    return expired;
  });
  return dropped;
}

// How much of what a month leaves may be carried at most.
constexpr exact_duration carry_limit(const carry_rules& carry, const exact_duration& left,
                                     const exact_duration& quantity) {
  exact_duration limit = left;
  if (carry.cap) limit = min(limit, exact_duration(*carry.cap));
  if (carry.cap_pct) limit = min(limit, scaled(quantity, carry.cap_pct->e4, 1'000'000));
  return limit;
}

}  // namespace detail

/// One month of a pool: what its use takes from the month's own plan, from lots and in advance, and the excess.
/// Months are given in ascending order; `state` is that after the month before (default constructed for the first).
///
/// Lots of month m serve up to month m + horizon. With `own_then_*` the month's own plan is used first (décret
/// 2024-395, known; the order among lots is inferred, medium), with `oldest_first` the lots. Unless carry may exceed
/// the ceiling, own and carried time together stay within it (the ceiling is `ceiling_min`, else the month's quantity).
/// An advance is repaid from the next month's plan; what that month cannot repay stays owed. Example: plan 20 h, lots
/// Jan 6 h and Feb 4 h, used 26 h in April → own 20 h, Jan 6 h, excess 0, left Feb 4 h.
inline pool_step advance_month(const smoothing_rules& rules, const pool_state& before, const pool_month& month) {
  pool_step step;
  pool_outcome& out = step.outcome;
  pool_state& after = step.state;
  const carry_rules& carry = rules.carry;
  after.lots = before.lots;
  out.month = month.month;
  out.expired = detail::drop_expired(after.lots, month.month, carry.enabled ? carry.horizon_periods : 0);
  out.repaid = min(before.borrowed, month.quantity);
  out.plan = month.quantity - out.repaid;
  after.borrowed = before.borrowed - out.repaid;

  const exact_duration over = min(month.over_sub_ceiling, month.used);
  exact_duration rest = month.used - over;
  const exact_duration ceiling = rules.ceiling ? exact_duration(*rules.ceiling) : month.quantity;
  if (carry.enabled && carry.order == carry_order::oldest_first) {
    const exact_duration limit = carry.may_exceed_ceiling ? rest : min(rest, max(ceiling, out.plan));
    const exact_duration taken = detail::take_from_lots(after.lots, limit, false, out.carried);
    out.own = min(limit - taken, out.plan);
    rest -= taken + out.own;
  } else {
    out.own = min(rest, out.plan);
    rest -= out.own;
    if (carry.enabled) {
      const exact_duration room = carry.may_exceed_ceiling ? rest : detail::zero_or_more(min(rest, ceiling - out.own));
      rest -= detail::take_from_lots(after.lots, room, carry.order == carry_order::own_then_newest, out.carried);
    }
  }
  if (rules.advance.enabled) {
    out.advance = min(rest, min(exact_duration(rules.advance.cap), month.next_quantity));
    after.borrowed += out.advance;
    rest -= out.advance;
  }
  out.excess = over + rest;

  const exact_duration left = out.plan - out.own;
  if (!carry.enabled) {
    out.expired += left;
  } else if (const exact_duration kept = detail::carry_limit(carry, left, month.quantity); left.is_valid()) {
    out.lost_to_cap = left - kept;
    if (kept > exact_duration()) after.lots.push_back({month.month, kept});
  }
  out.lots = after.lots;
  return step;
}

/// All months of a pool in ascending order, from an empty state. The plan of the month after is taken from the next
/// element when that is the next month, else from `next_quantity`.
inline std::vector<pool_outcome> smooth(const smoothing_rules& rules, std::span<const pool_month> months) {
  std::vector<pool_outcome> outcomes;
  outcomes.reserve(months.size());
  pool_state state;
  for (std::size_t i = 0; i < months.size(); ++i) {
    pool_month month = months[i];
    if (i + 1 < months.size() && months[i + 1].month == month.month + 1) month.next_quantity = months[i + 1].quantity;
    pool_step step = advance_month(rules, state, month);
    state = std::move(step.state);
    outcomes.push_back(std::move(step.outcome));
  }
  return outcomes;
}

/// How much time the pool can cover in a month, whatever is used: plan, usable lots and advance. `month.used` does not
/// matter. Example: plan 20 h, lots 10 h that may exceed the ceiling → 30 h.
inline exact_duration available(const smoothing_rules& rules, const pool_state& before, pool_month month) {
  month.over_sub_ceiling = {};
  month.used = month.quantity + month.next_quantity;
  for (const carry_lot& lot : before.lots)
    month.used += lot.left;
  return covered_time(advance_month(rules, before, month).outcome);
}

// -- the visits of a month --------------------------------------------------------------------------------------------

/// How much of each visit is covered, in clock order, when `covered` time is there in all. The visit that crosses the
/// end is cut at that second (known practice); where it may not be cut it is wholly in or wholly out and nothing after
/// it is covered (inferred, low). Example: three visits of 60 min, 150 min → 60, 60, 30; `in` 60, 60, 60; `out` 60,
/// 60, 0.
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

/// The month of a pool once its visits have been charged one by one against `available`: `charged` is what they got,
/// `refused` what they did not (above the pool, or above another limit of the funder). Minutes charged beyond what was
/// available (a visit wholly `in`) become the overhang; refused ones are excess and use up nothing.
inline pool_step close_month(const smoothing_rules& rules, const pool_state& before, pool_month month,
                             const exact_duration& charged, const exact_duration& refused) {
  const exact_duration within = min(charged, available(rules, before, month));
  month.used = within + month.over_sub_ceiling;
  pool_step step = advance_month(rules, before, month);
  step.outcome.overhang = charged - within;
  step.outcome.excess += refused;
  return step;
}

/// A month of a pool and how much of each of its visits is covered.
struct covered_month {
  pool_step step;
  std::vector<exact_duration> covered;  ///< one for each visit
};

/// A month whose visits, in clock order, all draw on one pool. `month.used` is taken from the visits; time above
/// sub-ceilings is not among them but in `month.over_sub_ceiling`.
inline covered_month smooth_visits(const smoothing_rules& rules, const pool_state& before, const pool_month& month,
                                   std::span<const exact_duration> visits) {
  covered_month out;
  out.covered = cover(rules, available(rules, before, month), visits);
  exact_duration charged;
  exact_duration refused;
  for (std::size_t i = 0; i < visits.size(); ++i) {
    charged += out.covered[i];
    refused += visits[i] - out.covered[i];
  }
  out.step = close_month(rules, before, month, charged, refused);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
