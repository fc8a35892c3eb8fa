// The correction rate of messages that were not billed: all visits that count, grouped by provider, beneficiary,
// caregiver or service. Billing rules reference, section 2e.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/bill/increment.hpp"
#include "esppadom/bill/judged_visit.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/bill/raw_stamps.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Sides whose methods prove nothing; both when it is the times that were changed.
inline std::uint8_t doubtful_sides(const visit_record& record, const stamp_rules& rules) {
  if (rules.probative_methods.empty()) return 2;
  const auto doubtful = [&](const std::vector<std::string>& methods) {
    return !is_probative(methods, rules.probative_methods);
  };
  const int sides = (doubtful(record.arrival_methods) ? 1 : 0) + (doubtful(record.departure_methods) ? 1 : 0);
  return static_cast<std::uint8_t>(sides == 0 ? 2 : sides);
}

}  // namespace detail

/// What the rates need to know of a visit that was judged. Texts are not owned.
inline rated_visit rated_of(const judged_visit& visit, std::string_view beneficiary, local_month month) {
  const auto& record = *visit.record;
  const auto& rules = visit.rules->rules;
  rated_visit seen;
  seen.corrected = visit.klass;
  seen.concerned_sides = detail::doubtful_sides(record, rules.stamps);
  seen.both_stamps_valid = visit.klass == visit_class::stamped && record.arrival && record.departure;
  seen.incomplete_call = record.arrival.has_value() != record.departure.has_value();
  seen.incompatible = visit.kind == visit_kind::incompatible && !rules.incompatible.in_rates;
  seen.outage = record.outage;
  seen.extra_minutes_count = visit.extra != duration{} && rules.extra_minutes.counts_as_correction;
  seen.billed = visit.time.total.round_seconds(rounding_mode::half_up).value_or(duration::invalid());
  seen.month = month;
  seen.provider = record.provider;
  seen.beneficiary = beneficiary;
  seen.caregiver = record.caregiver;
  seen.service = visit.line ? visit.line->service : std::string_view{record.service};
  return seen;
}

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
inline message_rates rate_messages(const increment& input, const rule_book& book, const rate_query& query) {
  message_rates result;
  result.table.by = query.by;
  auto facts = prepare(input, {}, {}, {});
  result.found = std::move(facts.found);

  rule_lookup rules(book);
  findings judged;
  std::map<std::pair<std::string, local_month>, group_rate> groups;
  const plan_lines no_plan;
  for (const auto& part : facts.beneficiaries) {
    visit_judge judge(part.beneficiary, no_plan, facts.conflicts, rules, judged);
    auto records = part.visits;
    add_raw_stamps(
        records, part.raw_stamps,
        [&judge](const visit_record& record) -> const rule_set& { return judge.rules_of(record); }, result.found);
    for (const auto& record : records) {
      const auto visit = judge.judge(record);
      const auto month = local_month::of(visit.start.date());
      if (query.month && month != *query.month) continue;
      auto seen = rated_of(visit, part.beneficiary, month);
      seen.outside_rates =
          record.is_planned || !is_timed(visit.kind) || visit.reason == unbilled_reason::unit_not_supported;
      auto& row = groups[{std::string(group_of(seen, query.by)), month}];
      row.unit = query.unit.value_or(visit.rules->rules.correction.unit);
      count_visit(row.tally, seen, visit.rules->rules.correction, rated_population::all);
    }
  }
  // That no order is known is not news here.
  constexpr std::array about_visits{&bil_unknown_code, &bil_code_evidence, &bil_incompatible_contradiction};
  for (auto& one : judged.items()) {
    if (std::find(about_visits.begin(), about_visits.end(), one.kind) != about_visits.end())
      result.found.add(std::move(one));
  }
  for (auto& [key, row] : groups) {
    row.group = key.first;
    row.month = key.second;
    result.table.rows.push_back(std::move(row));
  }
  return result;
}

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
