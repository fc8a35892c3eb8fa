// Smoothing (*lissage*): what a month's visits may take from the plan of that month, from hours left over in earlier
// months (*report*) and in advance; what remains is the excess (*dépassement*). Parameters and function.
// Billing rules reference, section 2c.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/percentage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

// -- parameters -------------------------------------------------------------------------------------------------------

/// What a plan is counted in.
enum class smoothing_unit : std::uint8_t { minutes, euros };

template <>
struct enum_names<smoothing_unit> {
  static constexpr enum_name<smoothing_unit> items[] = {{smoothing_unit::minutes, "minutes"},
                                                        {smoothing_unit::euros, "euros"}};
};

/// A period over which a plan or a volume is counted; `grant` is the whole time of the order.
enum class pool_period : std::uint8_t { week, month, quarter, semester, year, grant };

template <>
struct enum_names<pool_period> {
  static constexpr enum_name<pool_period> items[] = {
      {pool_period::week, "week"},         {pool_period::month, "month"}, {pool_period::quarter, "quarter"},
      {pool_period::semester, "semester"}, {pool_period::year, "year"},   {pool_period::grant, "grant"}};
};

/// Whether two providers of one plan draw on the same counter. Standing: open.
enum class pool_scope : std::uint8_t { shared, per_provider };

template <>
struct enum_names<pool_scope> {
  static constexpr enum_name<pool_scope> items[] = {{pool_scope::shared, "shared"},
                                                    {pool_scope::per_provider, "per_provider"}};
};

/// How a weekly order becomes a monthly plan. Standing: open, no default.
enum class week_to_month : std::uint8_t { days_over_7, weeks_52_over_12, weeks_4_33, iso_weeks };

template <>
struct enum_names<week_to_month> {
  static constexpr enum_name<week_to_month> items[] = {{week_to_month::days_over_7, "days_over_7"},
                                                       {week_to_month::weeks_52_over_12, "52_over_12"},
                                                       {week_to_month::weeks_4_33, "4.33"},
                                                       {week_to_month::iso_weeks, "iso_weeks"}};
};

/// What several plan versions in one month come to. Standing: open.
enum class plan_proration : std::uint8_t { none, daily, working_days, by_day };

template <>
struct enum_names<plan_proration> {
  static constexpr enum_name<plan_proration> items[] = {{plan_proration::none, "none"},
                                                        {plan_proration::daily, "daily"},
                                                        {plan_proration::working_days, "working_days"},
                                                        {plan_proration::by_day, "by_day"}};
};

/// In which order the month's own hours and those of earlier months are used. That the month's own come first is known
/// (décret 2024-395); oldest first among the others is inferred (medium).
enum class carry_order : std::uint8_t { own_then_oldest, own_then_newest, oldest_first };

template <>
struct enum_names<carry_order> {
  static constexpr enum_name<carry_order> items[] = {{carry_order::own_then_oldest, "own_then_oldest"},
                                                     {carry_order::own_then_newest, "own_then_newest"},
                                                     {carry_order::oldest_first, "oldest_first"}};
};

/// Whether a visit that crosses the ceiling and may not be cut is wholly charged or wholly in excess.
enum class crossing_visit : std::uint8_t { in, out };

template <>
struct enum_names<crossing_visit> {
  static constexpr enum_name<crossing_visit> items[] = {{crossing_visit::in, "in"}, {crossing_visit::out, "out"}};
};

/// Whose tariff is paid for carried hours: that of the month of use (décret 2024-395, known) or of the grant.
enum class tariff_month : std::uint8_t { use, grant };

template <>
struct enum_names<tariff_month> {
  static constexpr enum_name<tariff_month> items[] = {{tariff_month::use, "use"}, {tariff_month::grant, "grant"}};
};

/// What a visit or a credit that arrives late does to months already closed. Standing: open.
enum class late_visits : std::uint8_t { recompute, keep_closed };

template <>
struct enum_names<late_visits> {
  static constexpr enum_name<late_visits> items[] = {{late_visits::recompute, "recompute"},
                                                     {late_visits::keep_closed, "keep_closed"}};
};

/// Who bears the excess. To the beneficiary: known practice; the others inferred.
enum class overflow_to : std::uint8_t { beneficiary, provider, reject, next_funder };

template <>
struct enum_names<overflow_to> {
  static constexpr enum_name<overflow_to> items[] = {{overflow_to::beneficiary, "beneficiary"},
                                                     {overflow_to::provider, "provider"},
                                                     {overflow_to::reject, "reject"},
                                                     {overflow_to::next_funder, "next_funder"}};
};

/// Services that draw on one counter.
struct service_group {
  std::string name;
  std::vector<std::string> services;

  friend bool operator==(const service_group&, const service_group&) = default;
};

template <>
inline constexpr auto description<service_group> =
    fields(parameter<&service_group::name>("name", "nom du groupe", standing::open),
           parameter<&service_group::services>("services", "prestations du groupe", standing::open));

/// A maximum for one service inside the plan, e.g. 9 h a month of social link (D232-8-1, known). It is tested before
/// plan and lots (inferred, medium).
struct sub_ceiling {
  std::string service;
  duration max;
  pool_period period = pool_period::month;

  friend bool operator==(const sub_ceiling&, const sub_ceiling&) = default;
};

template <>
inline constexpr auto description<sub_ceiling> = fields(
    parameter<&sub_ceiling::service>("service", "prestation plafonnée", standing::known),
    parameter<&sub_ceiling::max>("max_min", "maximum dans la période", standing::known)
        .in(parameter_unit::minutes)
        .between(0, 600'000),
    parameter<&sub_ceiling::period>("period", "période du plafond", standing::known).built_only({pool_period::month}));

/// `carry` of the smoothing rules: hours left over, and for how long. Neutral: none.
struct carry_rules {
  bool enabled = false;
  std::int64_t horizon_periods = 0;  ///< a lot of month m may be used up to month m + horizon
  carry_order order = carry_order::own_then_oldest;
  std::optional<duration> cap;        ///< at most that much of a month is carried
  std::optional<percentage> cap_pct;  ///< at most that share of the month's plan is carried
  bool may_exceed_ceiling = false;
  bool across_plans = false;

  friend bool operator==(const carry_rules&, const carry_rules&) = default;
};

template <>
inline constexpr auto description<carry_rules> = fields(
    parameter<&carry_rules::enabled>("enabled", "report des heures non utilisées", standing::known),
    parameter<&carry_rules::horizon_periods>("horizon_periods", "durée du report", standing::known)
        .in(parameter_unit::months)
        .between(0, 120),
    parameter<&carry_rules::order>("order", "ordre d'utilisation", standing::inferred_medium),
    parameter<&carry_rules::cap>("cap_min", "maximum reporté par mois", standing::open)
        .in(parameter_unit::minutes)
        .between(0, 600'000),
    parameter<&carry_rules::cap_pct>("cap_pct", "maximum reporté, en part du plan du mois", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100),
    parameter<&carry_rules::may_exceed_ceiling>("may_exceed_ceiling", "report au-delà du plafond mensuel",
                                                standing::known),
    parameter<&carry_rules::across_plans>("across_plans", "report d'un plan à l'autre", standing::open).not_built());

/// `advance` of the smoothing rules: hours of the next month used before it. Standing: open. Neutral: none.
struct plan_advance_rules {
  bool enabled = false;
  duration cap;

  friend bool operator==(const plan_advance_rules&, const plan_advance_rules&) = default;
};

template <>
inline constexpr auto description<plan_advance_rules> =
    fields(parameter<&plan_advance_rules::enabled>("enabled", "utilisation par anticipation", standing::open),
           parameter<&plan_advance_rules::cap>("cap_min", "maximum anticipé par mois", standing::open)
               .in(parameter_unit::minutes)
               .between(0, 600'000));

/// `smoothing` of a rule set. Neutral: each month for itself, the visit that crosses the plan is cut there, the excess
/// is the beneficiary's.
struct smoothing_rules {
  smoothing_unit unit = smoothing_unit::minutes;
  pool_period period = pool_period::month;
  esppadom::pool_scope pool_scope = esppadom::pool_scope::shared;
  std::vector<service_group> service_groups;
  std::optional<esppadom::week_to_month> week_to_month;
  plan_proration prorata = plan_proration::none;
  carry_rules carry;
  std::optional<duration> ceiling;  ///< null = the month's ordered quantity
  bool split_at_ceiling = true;
  std::optional<crossing_visit> crossing;  ///< required when a visit may not be cut
  plan_advance_rules advance;
  esppadom::tariff_month tariff_month = esppadom::tariff_month::use;
  late_visits late = late_visits::recompute;
  std::vector<sub_ceiling> sub_ceilings;
  overflow_to overflow = overflow_to::beneficiary;
  std::optional<std::int64_t> control_window_months;  ///< for statements on use; no amount depends on it

  friend bool operator==(const smoothing_rules&, const smoothing_rules&) = default;
};

template <>
inline constexpr auto description<smoothing_rules> = fields(
    parameter<&smoothing_rules::unit>("unit", "unité du lissage", standing::open).built_only({smoothing_unit::minutes}),
    parameter<&smoothing_rules::period>("period", "période du lissage", standing::open)
        .built_only({pool_period::month}),
    parameter<&smoothing_rules::pool_scope>("pool_scope", "compteur commun aux prestataires", standing::open)
        .built_only({pool_scope::shared}),
    parameter<&smoothing_rules::service_groups>("service_groups", "groupes de prestations", standing::open).not_built(),
    parameter<&smoothing_rules::week_to_month>("week_to_month", "commande hebdomadaire ramenée au mois", standing::open)
        .not_built(),
    parameter<&smoothing_rules::prorata>("prorata", "plusieurs versions du plan dans un mois", standing::open)
        .built_only({plan_proration::none}),
    parameters<&smoothing_rules::carry>("carry", "report"),
    parameter<&smoothing_rules::ceiling>("ceiling_min", "plafond mensuel", standing::open)
        .in(parameter_unit::minutes)
        .between(0, 600'000),
    parameter<&smoothing_rules::split_at_ceiling>("split_at_ceiling", "intervention coupée au plafond",
                                                  standing::known),
    parameter<&smoothing_rules::crossing>("crossing", "intervention au plafond, si elle n'est pas coupée",
                                          standing::inferred_low),
    parameters<&smoothing_rules::advance>("advance", "anticipation"),
    parameter<&smoothing_rules::tariff_month>("tariff_month", "tarif des heures reportées", standing::known)
        .built_only({tariff_month::use}),
    parameter<&smoothing_rules::late>("late", "interventions tardives", standing::open)
        .built_only({late_visits::recompute}),
    parameter<&smoothing_rules::sub_ceilings>("sub_ceilings", "sous-plafonds", standing::inferred_medium),
    parameter<&smoothing_rules::overflow>("overflow", "charge du dépassement", standing::inferred_medium),
    parameter<&smoothing_rules::control_window_months>("control_window_months", "période de référence du contrôle",
                                                       standing::known)
        .in(parameter_unit::months)
        .between(1, 120));

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
