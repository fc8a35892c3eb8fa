// What the orders foresee for a month: the base of an advance (`invoicing.advance.base` forecast).
#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/billing/fixed_participation.hpp"
#include "esppadom/billing/granted_term.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/participation.hpp"
#include "esppadom/billing/plan_grant.hpp"
#include "esppadom/billing/terms.hpp"
#include "esppadom/value/exact_amount.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What one order line adds to a forecast, for explanations.
struct forecast_part {
  std::string provider;
  std::string funder;
  std::string order_line;           ///< "ORD-1 · L1"
  std::vector<granted_term> terms;  ///< of the hours of the month
  exact_duration time;              ///< these hours
  unit_price rate;
  participation_share participation;
  std::optional<exact_amount> fixed;  ///< of a month, taken off
  money amount;
};

namespace detail {

/// Sums by (provider, funder).
using forecast_sums = std::map<std::pair<std::string, std::string>, money>;

/// The ordered hours of a month at the funder's rate, less the participation, as visits would be funded; surcharges and
/// carried hours are not foreseen. A line whose rules and order do not lead to terms is left out: that is told when a
/// visit meets it. `rules_on(line, funder, day)` gives the rules; `told`, where given, receives the parts of the sums.
/// Example: 30 h at 24.58 € without participation → 737.40 €.
template <class RulesOn>
forecast_sums forecasts_of(const plan_lines& plan, const std::vector<day_span>& absences, local_month month,
                           RulesOn rules_on, std::vector<forecast_part>* told = nullptr) {
  forecast_sums sums;
  const day_span days{month.first_day(), month.last_day()};
  for (const auto& line : plan.all()) {
    const auto& rules = rules_on(&line, line.payer, days.last);
    auto monthly = rules.smoothing;
    monthly.period = pool_period::month;
    const std::vector<plan_version> versions{version_of(line, monthly, days)};
    if (versions[0].in_force.is_empty() || versions[0].ordered.problem != plan_problem::none) continue;
    findings unheard;
    const std::array<const plan_line*, 1> alone{&line};
    const visit_terms terms =
        terms_of(line, alone, rules.tariff, rules.funding, rules.smoothing, rules.extra_minutes, days.first, unheard);
    const funder_terms* payer = payer_of(terms, line);
    if (!payer) continue;
    const funder_terms& funder = *payer;

    const plan_calendar calendar{rules.calendar.zone, rules.calendar.pentecost_monday, absences};
    exact_duration time;
    forecast_part part;
    const auto tell = [&](std::size_t, const plan_version& of, const day_span& unit, const day_share& counted) {
      if (told) part.terms.push_back(granted_term_of(line, of, monthly, days, unit, counted, calendar));
    };
    for (const auto& granted : grant_of_period<exact_duration>(
             monthly, days, versions, calendar, [](const plan_version&, const exact_duration& all) { return all; },
             tell))
      time += granted.quantity;
    auto share = after_participation(time * funder.source.rate, time, funder.participation);
    if (funder.month) share = max(share - amount_of(*funder.month), exact_amount());
    part.provider = std::string(line.from->provider.id());
    part.funder = std::string(line.payer);
    part.amount = round<money>(share, rounding_mode::half_up).value_or(money{});
    sums[{part.provider, part.funder}] += part.amount;
    if (!told) continue;
    part.order_line = line.from->order_id + " · " + line.line->order_line_id;
    part.time = time;
    part.rate = funder.source.rate;
    part.participation = funder.participation;
    if (funder.month) part.fixed = amount_of(*funder.month);
    told->push_back(std::move(part));
  }
  return sums;
}

}  // namespace detail
}  // namespace esppadom
