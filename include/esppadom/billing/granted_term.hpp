// Of what the quantity a plan grants is made, for explanations: what an order line grants, for which days.
// Billing rules reference, section 2c.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/plan_grant.hpp"
#include "esppadom/billing/pool_period.hpp"
#include "esppadom/value/decimal.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What one order line adds to the quantity of a period: its quantity, brought to months where it is ordered by weeks,
/// for the days it is in force.
struct granted_term {
  std::size_t part = 0;                 ///< of the period
  std::string order_line;               ///< "ORD-1 · L1"
  std::string written;                  ///< "5 HUR / 1 WEE"
  exact_duration ordered;               ///< the quantity as it is read
  std::optional<week_to_month> weeks;   ///< how a week is brought to a month; none = it is no weekly quantity
  day_span unit;                        ///< the days the quantity is for
  day_share share;                      ///< of these, those that count
  std::int64_t absent = 0;              ///< days of absence, on which the plan would count
  std::optional<funding_source> worth;  ///< of a pool in euros: what an hour is worth
};

/// The term of an order line for the days of a unit of a period.
inline granted_term granted_term_of(const plan_line& line, const plan_version& of, const smoothing_rules& rules,
                                    const day_span& period, const day_span& unit, const day_share& share,
                                    const plan_calendar& calendar) {
  const auto text = [](const measure& each) { return to_string(each.value) + " " + each.unit_code; };
  granted_term term;
  term.order_line = line.from->order_id + " · " + line.line->order_line_id;
  const auto& ordered = *line.line;
  if (ordered.requested_quantity) term.written = text(*ordered.requested_quantity);
  if (ordered.requested_period) term.written += " / " + text(*ordered.requested_period);
  term.ordered = of.ordered.time;
  if (of.ordered.basis == quantity_basis::week_by_month) term.weeks = rules.week_to_month;
  term.unit = unit;
  term.share = share;
  if (rules.prorata == plan_proration::daily || rules.prorata == plan_proration::working_days) {
    plan_calendar present = calendar;
    present.absences = {};
    term.absent = share_of_period(rules.prorata, unit, common_days(of.in_force, period), present).active - share.active;
  }
  return term;
}

}  // namespace esppadom::inline ESPPADOM_ABI
