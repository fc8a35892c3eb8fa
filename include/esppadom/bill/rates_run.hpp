// How the rates of messages are counted. Who links the library finds it compiled there; see bill/linkage.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "esppadom/bill/prepare.hpp"
#include "esppadom/bill/rated.hpp"
#include "esppadom/bill/rates.hpp"
#include "esppadom/bill/raw_stamps.hpp"
#include "esppadom/bill/visit_judge.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

ESPPADOM_CHAIN message_rates rate_messages(const increment& input, const rule_book& book, const rate_query& query) {
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

}  // namespace esppadom::inline ESPPADOM_ABI
