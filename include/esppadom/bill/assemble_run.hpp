// How outcomes are put together. Who links the library finds it compiled there; see bill/linkage.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/assemble.hpp"
#include "esppadom/bill/assembled_parts.hpp"
#include "esppadom/bill/penalties.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/documents.hpp"
#include "esppadom/billing/invoice_message.hpp"
#include "esppadom/billing/payments.hpp"
#include "esppadom/billing/reason_words.hpp"
#include "esppadom/billing/slips.hpp"
#include "esppadom/billing/stamp_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {
template <class Rows, class Key>
void sort_by(Rows& rows, Key key) {
  std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}
}  // namespace detail

ESPPADOM_CHAIN bill_result assemble(std::vector<beneficiary_outcome> outcomes, prepared_facts facts,
                                    const ledger& before, rule_lookup& rules, local_month month, const issue& with) {
  bill_result result;
  result.month = month;
  result.found = std::move(facts.found);
  result.unbilled = std::move(facts.unbilled);
  detail::sort_by(outcomes, [](const beneficiary_outcome& outcome) { return std::tie(outcome.beneficiary); });
  detail::settle_all(outcomes, result.unbilled);
  for (auto& outcome : outcomes)
    take_off(outcome.lines, outcome.fixed, result.found);

  std::vector<beneficiary_delta> changes;
  std::vector<standing_share> shares;
  std::map<rate_key, rate_count> rates;
  const auto issued_kinds = detail::kinds_of(before.documents);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    auto& outcome = outcomes[i];
    for (auto& change : detail::differences(outcome, facts.beneficiaries[i], issued_kinds, month, rules,
                                            rules.has_penalties() ? &shares : nullptr)) {
      changes.push_back(std::move(change));
    }
    const auto append = [](auto& to, auto& from) { std::move(from.begin(), from.end(), std::back_inserter(to)); };
    append(result.unbilled, outcome.unbilled);
    append(result.smoothing, outcome.smoothing);
    append(facts.beneficiaries[i].closed, outcome.closed);
    for (const auto& [key, count] : outcome.rates) {
      auto& sum = rates[key];
      sum.tally += count.tally;
      sum.unit = count.unit;
      if (count.quota) sum.quota = count.quota;
      sum.undocumented += count.undocumented;
    }
    append(result.rule_sets, outcome.rule_sets);
    result.found.merge(std::move(outcome.found));
  }
  auto judged = judge_penalties(outcomes, shares, before, month, rules);
  result.penalties = std::move(judged.rows);
  result.found.merge(std::move(judged.found));
  document_request documents{month, with.issued_at, with.stage, {with.validated.begin(), with.validated.end()}, {}, {}};
  documents.taken_numbers = before.taken_numbers;
  documents.rules = detail::rules_of_documents(changes, judged.differences, month, rules);
  auto advances = new_advances(facts.advances, before.adjustments, month);
  auto known = before.adjustments;
  known.insert(known.end(), advances.begin(), advances.end());
  documents.advances = open_advances(known, month);
  auto issued =
      issue_documents(std::move(changes), std::move(judged.differences), before.documents, std::move(documents));
  result.advances = detail::grant_advances(outcomes, before, issued, month, rules);  // for months to come
  for (const auto& row : result.advances)
    advances.push_back({adjustment_reason::advance, row.month, month, row.provider, row.funder, {}, row.amount, {}});
  issued.adjustments.insert(issued.adjustments.begin(), advances.begin(), advances.end());
  result.held = std::move(issued.held);
  for (const auto& row : result.held) {
    result.found.add(bil_document_held, {},
                     with_words({to_string(row.amount), row.provider, to_string(row.month)}, words_of(row.reason)));
  }
  result.found.merge(std::move(issued.found));

  party_directory directory;
  for (const auto& part : facts.beneficiaries) {
    for (const auto& message : part.orders)
      directory.add(message);
  }
  result.payments = payments_of(issued.facts, [&directory](const beneficiary_delta& fact) {
    billed_line line;
    line.beneficiary = fact.beneficiary;
    line.service = fact.line.service;
    const auto ordered = directory.line_of(line, fact.line.provider, fact.line.funders.front());
    return ordered.care_mode ? ordered.care_mode->value : std::string();
  });
  for (const auto& each : issued.invoices) {
    result.messages.push_back(to_message(each, {with.transaction_id, with.issued_at}, directory));
  }
  result.invoices = std::move(issued.invoices);
  result.beneficiary_invoices = std::move(issued.beneficiary_invoices);

  for (const auto& rate : rates) {
    const auto& key = rate.first;  // no structured binding: lambdas of Clang before 16 cannot see one
    const auto& count = rate.second;
    const bool shown =
        key.second == month || std::any_of(result.invoices.begin(), result.invoices.end(), [&](const auto& each) {
          return each.provider == key.first && each.month == key.second;
        });
    if (!shown) continue;
    result.rates.push_back({key.first, key.second, count.tally, count.unit});
    if (count.quota && exceeds_quota(count.tally.declarative, count.tally.performed, *count.quota)) {
      result.found.add(bil_declarative_quota, {},
                       {std::to_string(count.tally.declarative), std::to_string(count.tally.performed), key.first,
                        to_string(key.second), to_string(*count.quota)});
    }
    if (count.undocumented != 0) {
      result.found.add(bil_reason_missing, {}, {std::to_string(count.undocumented), key.first, to_string(key.second)});
    }
  }

  const auto by_place = [](const auto& row) {
    return std::tie(row.month, row.provider, row.delivery, row.beneficiary);
  };
  detail::sort_by(result.unbilled, by_place);
  detail::sort_by(result.smoothing,
                  [](const smoothing_row& row) { return std::tie(row.beneficiary, row.pool, row.month); });
  std::sort(result.rule_sets.begin(), result.rule_sets.end());
  result.rule_sets.erase(std::unique(result.rule_sets.begin(), result.rule_sets.end()), result.rule_sets.end());
  std::sort(result.found.items().begin(), result.found.items().end(), finding_less);

  auto all_documents = before.documents;
  for (auto& document : all_documents) {
    const auto& refused = facts.rejected_documents;
    if (std::find(refused.begin(), refused.end(), document.id) != refused.end() &&
        may_follow(document.state, invoice_state::rejected))
      document.state = invoice_state::rejected;
  }
  if (with.stage == issue_stage::final) {
    std::move(issued.documents.begin(), issued.documents.end(), std::back_inserter(all_documents));
  }
  result.slips = slips_of(all_documents, month);
  if (with.stage == issue_stage::pro_forma) {
    result.after = before;
    return result;
  }
  result.after.rule_book = rules.book().id;
  result.after.rule_sets = before.rule_sets;
  result.after.rule_sets.insert(result.after.rule_sets.end(), result.rule_sets.begin(), result.rule_sets.end());
  std::sort(result.after.rule_sets.begin(), result.after.rule_sets.end());
  result.after.rule_sets.erase(std::unique(result.after.rule_sets.begin(), result.after.rule_sets.end()),
                               result.after.rule_sets.end());
  result.after.documents = std::move(all_documents);
  result.after.adjustments = before.adjustments;
  result.after.taken_numbers = before.taken_numbers;
  std::move(issued.adjustments.begin(), issued.adjustments.end(), std::back_inserter(result.after.adjustments));
  detail::sort_by(result.after.documents, [](const issued_document& document) { return std::tie(document.id); });
  std::map<std::string, std::vector<emitted_line>> emitted;
  for (auto& fact : issued.facts)
    emitted[fact.beneficiary].push_back(std::move(fact.line));
  for (auto& part : facts.beneficiaries) {
    auto& lines = emitted[part.beneficiary];
    std::move(lines.begin(), lines.end(), std::back_inserter(part.lines));
    for (auto& visit : part.visits) {
      const auto at = facts.resubmitted.find({visit.provider, visit.delivery_id});
      if (at != facts.resubmitted.end() && visit.rejected) visit.rejected->digest = at->second;
    }
  }
  result.after.beneficiaries = std::move(facts.beneficiaries);
  return result;
}

}  // namespace esppadom::inline ESPPADOM_ABI
