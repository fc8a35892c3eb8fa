// The parts that `assemble` puts together: cents, kinds of documents, differences, the rules of documents, advances.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/beneficiary_outcome.hpp"
#include "esppadom/bill/penalties.hpp"
#include "esppadom/bill/request.hpp"
#include "esppadom/bill/result.hpp"
#include "esppadom/billing/delta.hpp"
#include "esppadom/billing/documents.hpp"
#include "esppadom/billing/kept_prices.hpp"
#include "esppadom/billing/settlement.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

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

/// Which document a line of one beneficiary belongs to: a group that was billed stays on its invoices, any other goes
/// where the granularity puts it.
class kinds_of_invoice {
 public:
  using document_kinds = std::map<std::string, std::string>;  // by document

  kinds_of_invoice(const beneficiary_outcome& outcome, const beneficiary_ledger& facts, const document_kinds& issued) {
    for (const auto& line : outcome.lines) {
      by_line_.try_emplace({line.key.month, line.key.provider, line.key.order_line, line.key.service},
                           line.kind_of_invoice);
    }
    for (const auto& line : facts.lines) {
      if (line.document.empty()) continue;
      if (const auto at = issued.find(line.document); at != issued.end()) by_group_[group_of(line)] = at->second;
    }
  }

  std::string of(const emitted_line& line) const {
    if (const auto at = by_group_.find(group_of(line)); at != by_group_.end()) return std::string(at->second);
    const auto at = by_line_.find({line.month, line.provider, line.order_line, line.service});
    return std::string(at != by_line_.end() ? at->second : std::string_view());
  }

 private:
  std::map<std::tuple<local_month, std::string_view, std::string_view, std::string_view>, std::string_view> by_line_;
  std::map<group_key, std::string_view> by_group_;
};

inline kinds_of_invoice::document_kinds kinds_of(const std::vector<issued_document>& documents) {
  kinds_of_invoice::document_kinds kinds;
  for (const auto& document : documents)
    kinds[document.id] = document.kind;
  return kinds;
}

/// The differences of one beneficiary; the shares of its lines go to `shares` when these are wanted.
inline std::vector<beneficiary_delta> differences(const beneficiary_outcome& outcome, const beneficiary_ledger& facts,
                                                  const kinds_of_invoice::document_kinds& issued, local_month month,
                                                  rule_lookup& rules, std::vector<standing_share>* shares) {
  const kinds_of_invoice kinds(outcome, facts, issued);
  std::vector<emitted_line> target;
  for (const auto& line : outcome.lines) {
    std::size_t funder = 0;
    for (auto& payer_line : payer_lines(line)) {
      const auto place = funder++;  // lines of funders come first, in their order
      if (!is_due(payer_line, month, facts.lines)) continue;
      if (shares && !payer_line.payer.empty()) shares->push_back({&line, place, kinds.of(payer_line)});
      target.push_back(std::move(payer_line));
    }
  }
  if (rules.has_kept_prices()) {
    target = keep_billed_prices(std::move(target), facts.lines, [&](const emitted_line& line) {
      rule_query query;
      query.date = line.month.last_day();
      query.departement = sole_departement(rules.book());
      query.funder = line.funders.empty() ? std::string_view{} : std::string_view(line.funders.front());
      query.provider = line.provider;
      query.service = line.service;
      query.beneficiary = outcome.beneficiary;
      return rules.at(query).rules.invoicing.retro_tariff == retroactive_tariff::none;
    });
  }
  std::vector<beneficiary_delta> result;
  for (auto& line : delta(std::move(target), facts.lines)) {
    auto kind = kinds.of(line);
    result.push_back({outcome.beneficiary, std::move(kind), std::move(line)});
  }
  return result;
}

/// The invoicing rules of every pair of provider and funder, on the last day of the billed month.
inline document_rules rules_of_documents(const std::vector<beneficiary_delta>& changes,
                                         const std::vector<document_adjustment>& adjustments, local_month month,
                                         rule_lookup& rules) {
  document_rules out;
  const auto add = [&](const std::string& provider, const std::string& funder) {
    const auto [at, is_new] = out.try_emplace({provider, funder});
    if (!is_new) return;
    rule_query query;
    query.date = month.last_day();
    query.departement = sole_departement(rules.book());
    query.funder = funder;
    query.provider = provider;
    at->second = rules.at(query).rules.invoicing;
  };
  for (const auto& change : changes) {
    add(change.line.provider, change.line.payer);
    add(change.line.provider, {});
  }
  for (const auto& change : adjustments)
    add(change.provider, change.funder);
  return out;
}

/// The average of what was due of a month of billing, over the `months` up to the billed one; the documents of the run
/// itself are `issued`.
inline money average_due(const ledger& before, const issued_documents& issued,
                         const std::pair<std::string, std::string>& who, local_month month, std::int64_t months) {
  money sum;
  const auto add = [&](const auto& document, bool credit) {
    if (document.provider != who.first || document.funder != who.second) return;
    sum += credit ? -document.due : document.due;
  };
  for (const auto& document : before.documents) {
    if (document.billed_in > month || document.billed_in <= month - static_cast<std::int32_t>(months)) continue;
    add(document, document.type == document_type::credit_note);
  }
  for (const auto& document : issued.documents)
    add(document, issued.giving_back.contains(document.id));
  return ratio_of(sum, 1, months, rounding_mode::half_up);
}

/// Advances for the month after the billed one, to pairs that have none for it yet. `issued` are the documents of the
/// run: a month of billing that is averaged is known only with them.
inline std::vector<advance_row> grant_advances(const std::vector<beneficiary_outcome>& outcomes, const ledger& before,
                                               const issued_documents& issued, local_month month, rule_lookup& rules) {
  std::vector<advance_row> rows;
  if (!rules.has_advances()) return rows;
  std::map<std::pair<std::string, std::string>, money> forecasts;
  for (const auto& outcome : outcomes) {
    for (const auto& [who, amount] : outcome.forecasts)
      forecasts[who] += amount;
  }
  for (const auto& [who, forecast] : forecasts) {
    rule_query query;
    query.date = (month + 1).first_day();
    query.departement = sole_departement(rules.book());
    query.provider = who.first;
    query.funder = who.second;
    const auto& given = rules.at(query).rules.invoicing.advance;
    if (!given.enabled || !given.pct) continue;
    advance_row row{who.first, who.second, month + 1, given.base, forecast, *given.pct, {}};
    if (given.base == advance_base::avg_months)
      row.base_amount = average_due(before, issued, who, month, given.base_months.value_or(1));
    row.amount = advance_of(row.base_amount, row.pct);
    const bool granted = std::any_of(before.adjustments.begin(), before.adjustments.end(), [&](const auto& change) {
      return change.reason == adjustment_reason::advance && change.month == row.month &&
             change.provider == row.provider && change.funder == row.funder;
    });
    if (!granted && row.amount > money{}) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
