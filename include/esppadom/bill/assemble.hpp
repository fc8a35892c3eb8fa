// The step after beneficiaries were billed one by one: cents, differences to what was emitted, documents, the ledger.
// Nothing here depends on the order in which outcomes arrive.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/beneficiary.hpp"
#include "esppadom/billing/delta.hpp"
#include "esppadom/billing/documents.hpp"
#include "esppadom/billing/invoice_message.hpp"
#include "esppadom/billing/settlement.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// With what documents are issued.
struct issue {
  local_time issued_at;
  std::string transaction_id;
  issue_stage stage = issue_stage::final;
};

namespace detail {
/// Brings every line to cents. Lines that are rounded on the invoice are settled together with those that share it.
inline void settle_all(std::vector<beneficiary_outcome>& outcomes, std::vector<unbilled_visit>& unbilled) {
  std::map<std::tuple<local_month, std::string, std::string>, std::vector<target_line*>> on_invoice;
  const auto give_up = [&unbilled](target_line& line) {
    for (const auto& visit : line.visits) {
      unbilled.push_back({visit.delivery_id, line.beneficiary, line.key.provider, line.key.month,
                          unbilled_reason::arithmetic, std::nullopt});
    }
    line.visits.clear();
  };
  for (auto& outcome : outcomes) {
    for (auto& line : outcome.lines) {
      if (line.round_at == rounding_place::invoice) {
        on_invoice[{line.key.month, line.key.provider, line.kind_of_invoice}].push_back(&line);
      } else if (!settle(line)) {
        give_up(line);
      }
    }
  }
  for (auto& [key, lines] : on_invoice) {
    if (settle_together(lines)) continue;
    for (auto* line : lines)
      give_up(*line);
  }
  for (auto& outcome : outcomes) {
    std::erase_if(outcome.lines, [](const target_line& line) { return line.visits.empty(); });
  }
}

/// Lines of months that are due: up to the billed month, and later ones that were billed before.
inline bool is_due(const emitted_line& line, local_month month, const std::vector<emitted_line>& emitted) {
  return line.month <= month || std::any_of(emitted.begin(), emitted.end(), [&](const emitted_line& other) {
           return other.month == line.month && other.provider == line.provider && other.payer == line.payer;
         });
}

/// What the granularity tells apart is kept with the line it was emitted under, so that a difference finds its invoice.
inline std::string kind_of(const emitted_line& line, const beneficiary_outcome& outcome) {
  for (const auto& target : outcome.lines) {
    if (target.key.order_line == line.order_line && target.key.service == line.service &&
        target.key.provider == line.provider && target.key.month == line.month) {
      return target.kind_of_invoice;
    }
  }
  return {};
}

inline std::vector<beneficiary_delta> differences(const beneficiary_outcome& outcome, const beneficiary_ledger& facts,
                                                  const std::vector<issued_document>& documents, local_month month) {
  std::vector<emitted_line> target;
  for (const auto& line : outcome.lines) {
    for (auto& payer_line : payer_lines(line)) {
      if (is_due(payer_line, month, facts.lines)) target.push_back(std::move(payer_line));
    }
  }
  std::vector<beneficiary_delta> result;
  for (auto& line : delta(target, facts.lines)) {
    auto kind = kind_of(line, outcome);
    for (const auto& before : facts.lines) {  // a group that was billed stays on its invoices
      if (group_of(before) != group_of(line) || before.document.empty()) continue;
      const auto at = std::find_if(documents.begin(), documents.end(),
                                   [&](const issued_document& document) { return document.id == before.document; });
      if (at != documents.end()) kind = at->kind;
    }
    result.push_back({outcome.beneficiary, std::move(kind), std::move(line)});
  }
  return result;
}

template <class Rows, class Key>
void sort_by(Rows& rows, Key key) {
  std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}
}  // namespace detail

/// The correction rate of a provider's month over its invoices.
struct billed_rate {
  std::string provider;
  local_month month;
  correction_tally tally;
  correction_unit unit = correction_unit::by_intervention;
};

/// Everything a run returns.
struct bill_result {
  local_month month;
  std::vector<rule_set_ref> rule_sets;  ///< those that gave at least one key to a billed line
  std::vector<billed_invoice> invoices;
  std::vector<beneficiary_invoice> beneficiary_invoices;
  std::vector<smoothing_row> smoothing;
  std::vector<unbilled_visit> unbilled;
  std::vector<billed_rate> rates;  ///< of the billed month and of every month that changed, by provider
  std::vector<invoice> messages;   ///< one INVOICE an invoice, in the same order
  ledger after;
  findings found;
};

/// Puts the outcomes of all beneficiaries together. `before` is the ledger of the request, `facts` what `prepare` made
/// of it; a pro forma returns the ledger unchanged.
inline bill_result assemble(std::vector<beneficiary_outcome> outcomes, prepared_facts facts, const ledger& before,
                            std::string_view rule_book_id, local_month month, const issue& with) {
  bill_result result;
  result.month = month;
  result.found = std::move(facts.found);
  result.unbilled = std::move(facts.unbilled);
  detail::sort_by(outcomes, [](const beneficiary_outcome& outcome) { return std::tie(outcome.beneficiary); });
  detail::settle_all(outcomes, result.unbilled);
  for (auto& outcome : outcomes)
    take_off(outcome.lines, outcome.fixed, result.found);

  std::vector<beneficiary_delta> changes;
  std::map<rate_key, rate_count> rates;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    auto& outcome = outcomes[i];
    for (auto& change : detail::differences(outcome, facts.beneficiaries[i], before.documents, month)) {
      changes.push_back(std::move(change));
    }
    const auto append = [](auto& to, auto& from) { std::move(from.begin(), from.end(), std::back_inserter(to)); };
    append(result.unbilled, outcome.unbilled);
    append(result.smoothing, outcome.smoothing);
    for (const auto& [key, count] : outcome.rates) {
      auto& sum = rates[key];
      sum.tally += count.tally;
      sum.unit = count.unit;
      sum.undocumented += count.undocumented;
    }
    append(result.rule_sets, outcome.rule_sets);
    result.found.merge(std::move(outcome.found));
  }
  auto issued = issue_documents(std::move(changes), before.documents, month, with.issued_at, with.stage);

  party_directory directory;
  for (const auto& part : facts.beneficiaries) {
    for (const auto& message : part.orders)
      directory.add(message);
  }
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

  if (with.stage == issue_stage::pro_forma) {
    result.after = before;
    return result;
  }
  result.after.rule_book = std::string(rule_book_id);
  result.after.rule_sets = before.rule_sets;
  result.after.rule_sets.insert(result.after.rule_sets.end(), result.rule_sets.begin(), result.rule_sets.end());
  std::sort(result.after.rule_sets.begin(), result.after.rule_sets.end());
  result.after.rule_sets.erase(std::unique(result.after.rule_sets.begin(), result.after.rule_sets.end()),
                               result.after.rule_sets.end());
  result.after.documents = before.documents;
  std::move(issued.documents.begin(), issued.documents.end(), std::back_inserter(result.after.documents));
  detail::sort_by(result.after.documents, [](const issued_document& document) { return std::tie(document.id); });
  std::map<std::string, std::vector<emitted_line>> emitted;
  for (auto& fact : issued.facts)
    emitted[fact.beneficiary].push_back(std::move(fact.line));
  for (auto& part : facts.beneficiaries) {
    auto& lines = emitted[part.beneficiary];
    std::move(lines.begin(), lines.end(), std::back_inserter(part.lines));
  }
  result.after.beneficiaries = std::move(facts.beneficiaries);
  return result;
}

}  // namespace esppadom
