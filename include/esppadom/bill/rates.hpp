// The correction rate of messages that were not billed: all visits that count, grouped by provider, beneficiary,
// caregiver or service. Billing rules reference, section 2e.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/bill/increment.hpp"
#include "esppadom/bill/linkage.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Counts of one group in one month, and the unit its rate is taken in.
struct group_rate {
  std::string group;
  local_month month;
  correction_tally tally;
  correction_unit unit = correction_unit::by_intervention;

  friend bool operator==(const group_rate&, const group_rate&) = default;
};

/// Rates by group and month, in that order.
struct rate_table {
  correction_group by = correction_group::provider;
  rated_population population = rated_population::all;
  std::vector<group_rate> rows;

  /// The counts of all rows together.
  [[nodiscard]] correction_tally total() const {
    correction_tally sum;
    for (const group_rate& row : rows)
      sum += row.tally;
    return sum;
  }
  /// The unit of all rows; none when they differ (then there is no common rate) or when there is no row.
  [[nodiscard]] std::optional<correction_unit> unit() const {
    if (rows.empty()) return std::nullopt;
    const auto other = [&](const group_rate& row) { return row.unit != rows.front().unit; };
    if (std::any_of(rows.begin(), rows.end(), other)) return std::nullopt;
    return rows.front().unit;
  }
};

/// What is asked of `rate_messages`.
struct rate_query {
  correction_group by = correction_group::provider;
  std::optional<local_month> month;     ///< none = every month that has visits
  std::optional<correction_unit> unit;  ///< none = the unit of the rule set in force
};

struct message_rates {
  rate_table table;
  findings found;
};

/// The rates of the visits of an increment, without orders and invoices: N is every visit that the rules do not exclude
/// (`rated_population::all`). Of several messages of one visit the latest counts. Rules of a funder's scope do not
/// apply: without orders the payer is not known. A visit counts in the month in which it starts.
/// Example: the 72 visits of the production-shaped sample, neutral rules: 18 corrected, 25.00 %.
ESPPADOM_CHAIN message_rates rate_messages(const increment& input, const rule_book& book, const rate_query& query);

/// The rates a run of billing took over its invoices, as a table by provider.
template <class Rates>
rate_table table_of(const Rates& billed) {
  rate_table table;
  table.population = rated_population::invoiced;
  for (const auto& each : billed)
    table.rows.push_back({each.provider, each.month, each.tally, each.unit});
  return table;
}

}  // namespace esppadom::inline ESPPADOM_ABI

#if ESPPADOM_CHAIN_IS_INLINE
#include "esppadom/bill/rates_run.hpp"
#endif
