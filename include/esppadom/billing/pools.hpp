// The pools of one beneficiary: what each plan still grants, month by month, by replay of the visits.
// Billing rules reference, section 2c: a pool is (beneficiary, funder, aid type, service group) over all orders of a
// succession (inferred, high).
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/plan.hpp"
#include "esppadom/billing/smoothing.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The group of a service inside its aid type; empty = the one group of the aid type.
constexpr std::string_view group_of_service(const smoothing_rules& rules, std::string_view service) {
  for (const auto& group : rules.service_groups) {
    for (const auto& member : group.services) {
      if (member == service) return group.name;
    }
  }
  return {};
}

/// The name of the pool a line belongs to: "funder/aid type", then "/group" and "/provider" where they tell pools
/// apart.
inline std::string pool_name(const plan_line& line, const smoothing_rules& rules) {
  auto name = std::string(line.payer) + "/" + std::string(line.aid_type);
  if (const auto group = group_of_service(rules, line.service); !group.empty()) name += "/" + std::string(group);
  if (rules.pool_scope == pool_scope::per_provider) name += "/" + std::string(line.from->provider.id());
  return name;
}

namespace detail {
inline bool active_on(const plan_line& line, local_date day) {
  const auto& period = line.from->validity_period;
  if (day < period.start.date() || (line.superseded_on && day >= *line.superseded_on)) return false;
  return !period.end || day <= period.end->date();
}

/// The last day of the month on which any of the lines is in force.
inline std::optional<local_date> last_active_day(const std::vector<const plan_line*>& lines, local_month month) {
  for (auto day = month.last_day(); day >= month.first_day(); day = day - 1) {
    if (std::any_of(lines.begin(), lines.end(), [&](const plan_line* line) { return active_on(*line, day); })) {
      return day;
    }
  }
  return std::nullopt;
}
}  // namespace detail

/// What a month of a pool grants: the lines in force on its last active day, whole (`prorata` none; open). Nothing when
/// no line is in force; no limit when a line in force orders no quantity.
struct month_grant {
  std::optional<exact_duration> quantity = exact_duration{};
  bool broken = false;  ///< a quantity cannot be brought to the month: nothing may be charged to the pool
};

inline month_grant grant_of_month(const smoothing_rules& rules, const std::vector<const plan_line*>& lines,
                                  local_month month, findings& found) {
  month_grant grant;
  const auto day = detail::last_active_day(lines, month);
  if (!day) return grant;
  for (const auto* line : lines) {
    if (!detail::active_on(*line, *day)) continue;
    const auto plan = plan_of_month(rules, line->line->requested_quantity, line->line->requested_period);
    if (plan.problem == plan_problem::no_quantity) {
      grant.quantity.reset();
      found.add(bil_no_quantity, line->from->order_id, {line->line->order_line_id});
    } else if (plan.problem != plan_problem::none) {
      grant.broken = true;
      found.add(bil_plan_quantity, line->from->order_id,
                {line->line->order_line_id, std::string(name_of(plan.problem))});
    } else if (grant.quantity) {
      *grant.quantity += plan.time;
    }
  }
  return grant;
}

/// One pool over the months. Months are opened and closed in ascending order; visits are charged in between.
class pool {
 public:
  pool(std::string name, std::vector<const plan_line*> lines) : name_(std::move(name)), lines_(std::move(lines)) {}

  const std::string& name() const { return name_; }
  const std::vector<const plan_line*>& lines() const { return lines_; }
  bool is_open() const { return open_; }
  bool is_broken() const { return grant_.broken; }
  bool has_started() const { return started_; }

  void open(const smoothing_rules& rules, local_month month, findings& found) {
    rules_ = rules;
    month_ = {};
    month_.month = month;
    findings told_before;  // what is wrong with the orders is said once, not every month
    grant_ = grant_of_month(rules, lines_, month, started_ ? told_before : found);
    if (grant_.quantity) month_.quantity = *grant_.quantity;
    if (rules.advance.enabled) {
      const auto next = grant_of_month(rules, lines_, month + 1, told_before);
      if (next.quantity) month_.next_quantity = *next.quantity;
    }
    left_ = available(rules, state_, month_);
    charged_ = refused_ = {};
    closed_at_ceiling_ = false;
    open_ = started_ = true;
  }

  /// What is left for the next visit; none = no limit.
  std::optional<exact_duration> left() const {
    if (!grant_.quantity) return std::nullopt;
    return left_;
  }
  bool closed_at_ceiling() const { return closed_at_ceiling_; }

  void charge(const funder_charge& taken) {
    charged_ += taken.plan_time;
    left_ = max(left_ - taken.plan_time, exact_duration{});
    closed_at_ceiling_ = closed_at_ceiling_ || taken.closes;
  }
  /// Time that no funder took: the excess of the pool whose overflow rule decides.
  void refuse(const exact_duration& time) { refused_ += time; }

  smoothing_row close(const std::string& beneficiary) {
    open_ = false;
    smoothing_row row;
    row.beneficiary = beneficiary;
    row.pool = name_;
    row.month = month_.month;
    row.used = charged_ + refused_;
    if (!grant_.quantity) {
      row.own = charged_;
      row.excess = refused_;
      return row;
    }
    auto step = close_month(rules_, state_, month_, charged_, refused_);
    state_ = std::move(step.state);
    const auto& outcome = step.outcome;
    row.plan_seconds = month_.quantity;
    row.own = outcome.own + outcome.overhang;
    row.carried = carried_time(outcome);
    row.advance = outcome.advance;
    row.excess = outcome.excess;
    row.expired = outcome.expired;
    for (const auto& lot : outcome.lots)
      row.lots.push_back({lot.month, lot.left});
    return row;
  }

 private:
  std::string name_;
  std::vector<const plan_line*> lines_;
  smoothing_rules rules_;
  pool_state state_;
  pool_month month_{};
  month_grant grant_;
  exact_duration left_, charged_, refused_;
  bool open_ = false, started_ = false, closed_at_ceiling_ = false;
};

}  // namespace esppadom
