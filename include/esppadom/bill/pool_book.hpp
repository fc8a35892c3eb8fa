// The pools of one beneficiary: which order lines draw on which pool, on which days, and what each pool grants period
// by period. Billing rules reference, section 2c.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/funder_rates.hpp"
#include "esppadom/billing/funding_findings.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/pools.hpp"
#include "esppadom/billing/reason_words.hpp"
#include "esppadom/billing/terms.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Before every day there can be.
inline constexpr local_date no_beginning{days_of(first_year, 1, 1)};

/// Of the beneficiary's absences, their days.
inline std::vector<day_span> days_of(std::span<const absence> absences) {
  std::vector<day_span> days;
  for (const absence& each : absences)
    days.push_back({each.from, each.to.value_or(no_end)});
  return days;
}

class pool_book {
 public:
  pool_book(const plan_lines& plan, const beneficiary_ledger& facts, rule_lookup& rules, findings& found)
      : plan_(plan),
        beneficiary_(facts.beneficiary),
        opening_(facts.opening),
        absences_(days_of(facts.absences)),
        rules_(rules),
        found_(found) {}

  /// Every pool is to say of what its quantities are made.
  void keep_terms() { keeps_terms_ = true; }

  /// Sorts the order lines into pools, for visits from the month `first` to `last`. The name of a pool, its unit and
  /// its period are those of the rules on the day of the visit: a version of a rule set changes nothing outside its
  /// dates, and where it changes one of the three, a new count begins.
  void make(local_month first, local_month last) {
    last_ = last;
    pool_of_line_.resize(plan_.all().size());
    for (std::size_t i = 0; i < plan_.all().size(); ++i) {
      const plan_line& line = plan_.all()[i];
      for (auto month = first; month <= last;) {
        const auto& resolved = resolved_for(line, month);
        const local_month until = std::min(last, last_month_under(resolved));
        day_span days{month.first_day(), until.last_day()};
        if (month == first) days.first = no_beginning;
        if (until == last) days.last = no_end;
        add(i, resolved.rules.smoothing, days);
        month = until + 1;
      }
    }
    const std::size_t known = pools_.size();
    for (std::size_t i = 0; i < known; ++i)
      separate_grants(pools_[i]);
  }

  /// The pool of a line for a visit of that day.
  pool* find(const plan_line* line, local_date day) {
    for (const auto& place : pool_of_line_[index_of(line)]) {
      if (place.days.contains(day)) return &place.in->counts;
    }
    return nullptr;
  }

  /// The pool of that name for a visit of that day; pools in euros are not looked for.
  pool* find(std::string_view name, local_date day) {
    kept_pool* each = named(name, day);
    return each && !each->counts.counts_euros() ? &each->counts : nullptr;
  }
  void starts(std::string_view name, local_date day) {
    if (kept_pool* each = named(name, day); each && (!each->first_use || day < *each->first_use)) each->first_use = day;
  }

  /// A pool is known from the period of its first visit on: hours left of earlier periods are not in the ledger.
  void starts(const plan_line* line, local_date day) {
    for (const auto& place : pool_of_line_[index_of(line)]) {
      if (!place.days.contains(day)) continue;
      auto& first = place.in->first_use;
      if (!first || day < *first) first = day;
    }
  }

  /// Opens every pool that has visits, up to the last month.
  void open() {
    for (kept_pool& each : pools_)
      begin_with_opening(each);
    for (const opening_time& one : opening_) {
      const bool known =
          std::any_of(pools_.begin(), pools_.end(), [&](const kept_pool& each) { return takes(each, one); });
      if (!known) found_.add(bil_opening_unused, {}, {one.pool, to_string(one.month)});
    }
    for (kept_pool& each : pools_) {
      if (!each.first_use) continue;
      tell_unknown_history(each);
      if (each.counts.counts_euros()) {
        open_periods<exact_amount>(each);
      } else {
        open_periods<exact_duration>(each);
        use_opening(each);
      }
    }
  }

  /// The periods of all pools, pool by pool.
  std::vector<smoothing_row> rows() const {
    std::vector<smoothing_row> out;
    for (const kept_pool& each : pools_) {
      if (!each.first_use) continue;
      for (auto& row : each.counts.rows(std::string(beneficiary_), last_))
        out.push_back(std::move(row));
    }
    return out;
  }

 private:
  struct member {
    const plan_line* line = nullptr;
    day_span days;  ///< on which the rules put the line into the pool
  };
  struct kept_pool {
    pool counts;
    std::vector<member> members;
    std::optional<local_date> first_use;
  };
  struct line_place {
    day_span days;
    kept_pool* in = nullptr;
  };

  kept_pool* named(std::string_view name, local_date day) {
    const auto at = std::find_if(pools_.begin(), pools_.end(), [&](const kept_pool& each) {
      return each.counts.name() == name && std::any_of(each.members.begin(), each.members.end(),
                                                       [&](const member& one) { return one.days.contains(day); });
    });
    return at == pools_.end() ? nullptr : &*at;
  }

  std::size_t index_of(const plan_line* line) const { return static_cast<std::size_t>(line - plan_.all().data()); }

  const resolved_rules& resolved_for(const plan_line& line, local_month month) {
    rule_query query;
    query.date = month.last_day();
    query.departement = sole_departement(rules_.book());
    query.funder = line.payer;
    query.provider = line.from->provider.id();
    query.service = line.service;
    query.beneficiary = beneficiary_;
    return rules_.at(query);
  }

  /// The last month whose rules, those of its last day, are these.
  static local_month last_month_under(const resolved_rules& resolved) {
    const auto month = local_month::of(resolved.valid_to);
    return month.last_day() <= resolved.valid_to ? month : month - 1;
  }

  void add(std::size_t line, const smoothing_rules& rules, const day_span& days) {
    const auto name = pool_name(plan_.all()[line], rules);
    const auto [at, is_new] = by_key_.try_emplace({name, rules.unit, rules.period}, nullptr);
    if (is_new) {
      pools_.push_back({pool(name, rules.unit, rules.period), {}, std::nullopt});
      at->second = &pools_.back();
      at->second->counts.counted_in = unit_of(plan_.all()[line]);
    }
    at->second->members.push_back({&plan_.all()[line], days});
    pool_of_line_[line].push_back({days, at->second});
  }

  // -- what a predecessor left: pools in time, counted by months ------------------------------------------------------

  static bool takes(const kept_pool& each, const opening_time& one) {
    return each.counts.name() == one.pool && each.counts.kind() == pool_period::month && !each.counts.counts_euros();
  }

  void begin_with_opening(kept_pool& each) {
    for (const opening_time& one : opening_) {
      if (!takes(each, one)) continue;
      const auto day = one.month.first_day();
      if (!each.first_use || day < *each.first_use) each.first_use = day;
    }
  }

  /// Hours that earlier periods may have left, and that could still serve.
  void tell_unknown_history(const kept_pool& each) {
    const auto kind = each.counts.kind();
    if (kind == pool_period::grant) return;
    const auto first = period_at(kind, *each.first_use);
    const auto days = days_of_period(kind, first);
    const auto& carry = rules_of_period(each, days).rules.smoothing.carry;
    if (!carry.enabled || period_at(kind, last_.first_day()) >= first + carry.horizon_periods) return;
    if (std::any_of(opening_.begin(), opening_.end(), [&](const opening_time& one) { return takes(each, one); }))
      return;
    auto since = days.first;
    const plan_line* line = nullptr;
    for (const member& one : each.members) {
      const auto from = days_in_force(*one.line).first;
      if (from < since) line = one.line;
      since = std::min(since, from);
    }
    if (line) {
      found_.add(
          bil_carry_before_history, line->from->order_id,
          {each.counts.name(), period_name(kind, first), std::to_string(carry.horizon_periods), to_string(since)});
    }
  }

  /// Up to the last month with a lot a month grants what was left of it: its lot, or nothing.
  std::optional<exact_duration> left_by_predecessor(const kept_pool& each, local_month month) const {
    std::optional<exact_duration> left;
    for (const opening_time& one : opening_) {
      if (one.kind != opening_kind::lot || !takes(each, one) || month > one.month) continue;
      if (!left) left = exact_duration{};
      if (month == one.month) *left += one.time;
    }
    return left;
  }

  void use_opening(kept_pool& each) {
    for (const opening_time& one : opening_) {
      if (one.kind != opening_kind::used || !takes(each, one) || one.month > last_) continue;
      const auto slot = each.counts.slot_of(one.month.first_day());
      funder_state state;
      each.counts.limit(slot, state);
      funder_charge taken;
      taken.plan_time = state.pool ? min(*state.pool, one.time) : one.time;
      each.counts.charge(slot, taken);
      if (one.time > taken.plan_time) each.counts.refuse(slot, one.time - taken.plan_time, exact_amount{});
    }
  }

  // -- what a period grants -------------------------------------------------------------------------------------------

  /// By which terms the funder of a line pays: its rate less the participation.
  struct line_value {
    funding_source source;
    bool is_known = false;
  };

  struct period_versions {
    std::vector<plan_version> versions;   ///< with a quantity, in force in the period
    std::vector<line_value> values;       ///< of the versions; only for pools in euros
    std::vector<const plan_line*> lines;  ///< of the versions; only where terms are kept
    bool unlimited = false, broken = false;
  };

  template <class Amount>
  void open_periods(kept_pool& each) {
    const auto grants = grants_in(each);
    std::vector<std::string_view> plans_before;
    bool is_first = true;
    for (std::int32_t number = first_period(each, grants);; ++number) {
      const day_span days = days_of_number(each, grants, number);
      if (days.is_empty()) break;
      const bool ahead = days.first > last_.last_day();
      const auto& resolved = rules_of_period(each, days);
      if (ahead && (is_first || !resolved.rules.smoothing.advance.enabled)) break;
      const smoothing_rules& rules = resolved.rules.smoothing;
      pool_period_grant<Amount> grant;
      grant.period = number;
      grant.days = days;
      auto now = versions_in<Amount>(each, rules, days, is_first);
      grant.unlimited = now.unlimited;
      grant.broken = now.broken;
      const plan_calendar calendar{resolved.rules.calendar.zone, resolved.rules.calendar.pentecost_monday, absences_};
      const auto value_of = [&](const plan_version& granted, const exact_duration& time) {
        return amount_of<Amount>(now, static_cast<std::size_t>(&granted - now.versions.data()), time);
      };
      std::vector<granted_term> terms;
      const auto tell = [&](std::size_t part, const plan_version& of, const day_span& unit, const day_share& share) {
        if (!keeps_terms_) return;
        const auto at = static_cast<std::size_t>(&of - now.versions.data());
        auto& term = terms.emplace_back(granted_term_of(*now.lines[at], of, rules, days, unit, share, calendar));
        term.part = part;
        if constexpr (std::is_same_v<Amount, exact_amount>) term.worth = now.values[at].source;
      };
      if (!grant.broken) grant.parts = grant_of_period<Amount>(rules, days, now.versions, calendar, value_of, tell);
      if constexpr (std::is_same_v<Amount, exact_duration>) {
        if (const auto left = left_by_predecessor(each, local_month::of(days.first))) {
          grant.unlimited = grant.broken = false;
          grant.parts = {{days, *left}};
          terms.clear();
        }
      }
      if (keeps_terms_) each.counts.terms.push_back(std::move(terms));
      grant.terms = terms_of_period<Amount>(rules, now);
      const auto plans = plans_of(now.versions, days);
      grant.new_plan = each.counts.kind() == pool_period::grant || is_other_plan(plans_before, plans);
      if (!plans.empty()) plans_before = plans;
      each.counts.open(std::move(grant));
      is_first = false;
      if (ahead) break;  // one period more, for use in advance
    }
  }

  static std::vector<granted_plan> grants_in(const kept_pool& each) {
    if (each.counts.kind() != pool_period::grant) return {};
    std::vector<plan_version> versions;
    for (const member& one : each.members) {
      smoothing_rules rules;
      rules.period = pool_period::grant;
      versions.push_back(version_of(*one.line, rules, one.days));
    }
    return grants_of(versions);
  }

  /// Grants that are in force at once are pots of their own, named by their plans.
  void separate_grants(kept_pool& all) {
    const auto grants = grants_in(all);
    if (!run_side_by_side(grants)) return;
    const std::string name = all.counts.name();
    const auto members = std::exchange(all.members, {});
    for (std::size_t i = 0; i < grants.size(); ++i) {
      pool own(grants[i].plan.empty() ? name : name + "/" + std::string(grants[i].plan),
               all.counts.counts_euros() ? smoothing_unit::euros : smoothing_unit::minutes, pool_period::grant);
      own.counted_in = all.counts.counted_in;
      kept_pool& pot = i == 0 ? all : pools_.emplace_back(kept_pool{own, {}, std::nullopt});
      if (i == 0) pot.counts = own;
      for (const std::size_t one : grants[i].versions) {
        pot.members.push_back(members[one]);
        for (auto& place : pool_of_line_[index_of(members[one].line)]) {
          if (place.in == &all && place.days == members[one].days) place.in = &pot;
        }
      }
    }
  }

  static std::int32_t first_period(const kept_pool& each, const std::vector<granted_plan>& grants) {
    if (each.counts.kind() != pool_period::grant) return period_at(each.counts.kind(), *each.first_use);
    std::int32_t number = 0;
    while (static_cast<std::size_t>(number) + 1 < grants.size() &&
           grants[static_cast<std::size_t>(number) + 1].days.first <= *each.first_use)
      ++number;
    return number;
  }

  static day_span days_of_number(const kept_pool& each, const std::vector<granted_plan>& grants, std::int32_t number) {
    if (each.counts.kind() != pool_period::grant) return days_of_period(each.counts.kind(), number);
    const auto at = static_cast<std::size_t>(number);
    return at < grants.size() ? grants[at].days : day_span{local_date{1}, local_date{0}};
  }

  /// The rules of a period are those of the month in which it, or the count in the pool, begins.
  const resolved_rules& rules_of_period(const kept_pool& each, const day_span& days) {
    const local_date first = std::max(days.first, *each.first_use);
    const auto* line = each.members.front().line;
    for (const member& one : each.members) {
      if (common_days(one.days, days_in_force(*one.line)).contains(first)) line = one.line;
    }
    return resolved_for(*line, local_month::of(first));
  }

  template <class Amount>
  period_versions versions_in(const kept_pool& each, const smoothing_rules& rules, const day_span& days, bool tell) {
    period_versions out;
    std::vector<plan_version> all;
    for (const member& one : each.members)
      all.push_back(version_of(*one.line, rules, one.days));
    // Of versions that follow each other in one month only the last counts, where nothing is prorated.
    const bool is_short = each.counts.kind() == pool_period::week || each.counts.kind() == pool_period::month;
    const bool last_only = rules.prorata == plan_proration::none && is_short;
    const auto last = last_day_in_force(all, days);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const member& one = each.members[i];
      plan_version now = all[i];
      if (common_days(now.in_force, days).is_empty()) continue;
      if (last_only && !now.in_force.contains(*last)) continue;
      auto& problem = now.ordered.problem;
      if (problem == plan_problem::none && is_endless(now, rules, days)) problem = plan_problem::open_ended;
      if (problem == plan_problem::no_quantity) {
        out.unlimited = true;
        if (tell) found_.add(bil_no_quantity, one.line->from->order_id, {one.line->line->order_line_id});
      } else if (problem != plan_problem::none) {
        out.broken = true;
        if (tell) {
          found_.add(bil_plan_quantity, one.line->from->order_id,
                     with_words({one.line->line->order_line_id}, words_of(problem)));
        }
      } else {
        out.versions.push_back(now);
        if (keeps_terms_) out.lines.push_back(one.line);
        if constexpr (std::is_same_v<Amount, exact_amount>) {
          out.values.push_back(value_of_line(*one.line, std::max(now.in_force.first, days.first)));
          out.broken = out.broken || !out.values.back().is_known;
        }
      }
    }
    return out;
  }

  /// Days or months of something without end cannot be counted.
  static bool is_endless(const plan_version& granted, const smoothing_rules& rules, const day_span& days) {
    if (days.last < no_end) return false;
    const bool by_days = rules.prorata == plan_proration::daily || rules.prorata == plan_proration::working_days;
    return by_days || granted.ordered.basis != quantity_basis::period;
  }

  line_value value_of_line(const plan_line& line, local_date day) {
    const auto& rules = resolved_for(line, local_month::of(day)).rules;
    const plan_line* lines[] = {&line};
    findings told_elsewhere;
    const auto terms =
        terms_of(line, lines, rules.tariff, rules.funding, rules.smoothing, rules.extra_minutes, day, told_elsewhere);
    const auto* payer = payer_of(terms, line);
    return payer ? line_value{payer->source, true} : line_value{};
  }

  template <class Amount>
  static Amount amount_of(const period_versions& of, std::size_t at, const exact_duration& time) {
    if constexpr (std::is_same_v<Amount, exact_duration>) {
      return time;
    } else {
      const funding_source& source = of.values[at].source;
      segment part;
      part.time = time;
      // An ordered hour is one of a weekday; no price of the provider bounds what it is worth.
      part.price = has_day_rate(source, day_class::weekday) ? day_rate(source, day_class::weekday) : source.rate;
      return rate_segment(part, price_of(part), source, split_rules{}).share;
    }
  }

  template <class Amount>
  static pool_terms<Amount> terms_of_period(const smoothing_rules& rules, const period_versions& now) {
    if constexpr (std::is_same_v<Amount, exact_duration>) {
      return terms_in_time(rules);
    } else {
      // Limits are written in minutes: they are worth what the plan's minutes are.
      const auto worth = [&](duration time) {
        return now.values.empty() ? exact_amount() : amount_of<Amount>(now, 0, exact_duration(time));
      };
      pool_terms<exact_amount> terms;
      terms.carry = rules.carry;
      if (rules.ceiling) terms.ceiling = worth(*rules.ceiling);
      if (rules.carry.cap) terms.carry_cap = worth(*rules.carry.cap);
      if (rules.advance.enabled) terms.advance_cap = worth(rules.advance.cap);
      return terms;
    }
  }

  /// The plans that the orders in force on the last active day name.
  static std::vector<std::string_view> plans_of(std::span<const plan_version> versions, const day_span& days) {
    std::vector<std::string_view> plans;
    const auto last = last_day_in_force(versions, days);
    for (const plan_version& each : versions) {
      if (last && each.in_force.contains(*last) && !each.plan.empty()) plans.push_back(each.plan);
    }
    return plans;
  }

  /// Whether the plan before is over: both are named, and none goes on.
  static bool is_other_plan(const std::vector<std::string_view>& before, const std::vector<std::string_view>& now) {
    if (before.empty() || now.empty()) return false;
    return std::none_of(now.begin(), now.end(), [&](std::string_view plan) {
      return std::find(before.begin(), before.end(), plan) != before.end();
    });
  }

  const plan_lines& plan_;
  std::string_view beneficiary_;
  std::span<const opening_time> opening_;
  std::vector<day_span> absences_;
  rule_lookup& rules_;
  findings& found_;
  local_month last_;
  bool keeps_terms_ = false;
  std::deque<kept_pool> pools_;  ///< addresses stay
  std::map<std::tuple<std::string, smoothing_unit, pool_period>, kept_pool*> by_key_;
  std::vector<std::vector<line_place>> pool_of_line_;
};

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
