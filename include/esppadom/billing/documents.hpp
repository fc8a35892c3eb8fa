// From differences to documents: which invoice a line goes on, its type, number and totals, and the beneficiary's
// invoices. Billing rules reference, section 2f: types f1 to f3 (known), numbering f7 (known practice).
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/advances.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/drafts.hpp"
#include "esppadom/billing/numbering.hpp"
#include "esppadom/billing/vat.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// With what documents are made.
struct document_request {
  local_month billed_in;
  local_time issued_at;
  issue_stage stage = issue_stage::final;
  std::set<std::string> validated;  ///< providers whose pro forma was validated
  document_rules rules;
  std::vector<open_advance> advances;        ///< still to be recovered
  std::vector<std::string> taken_numbers{};  ///< of documents that the ledger does not hold
};

/// The documents of a run and the facts that enter the ledger, with their document identifiers.
struct issued_documents {
  std::vector<billed_invoice> invoices;
  std::vector<beneficiary_invoice> beneficiary_invoices;
  std::vector<issued_document> documents;
  std::set<std::string> giving_back;  ///< identifiers of those that give back: a pro forma does not show it by its type
  std::vector<beneficiary_delta> facts;
  std::vector<document_adjustment> adjustments;
  std::vector<held_document> held;
  findings found;
};

namespace detail {
inline std::vector<beneficiary_invoice> beneficiary_side(const std::vector<beneficiary_delta>& differences,
                                                         const document_rules& rules) {
  std::map<std::tuple<std::string, std::string, local_month>, beneficiary_invoice> invoices;
  std::map<const beneficiary_invoice*, std::map<std::int64_t, money>> taxed;  // by rate
  for (const auto& [beneficiary, kind, fact] : differences) {
    if (!fact.payer.empty()) continue;
    auto& invoice = invoices[{beneficiary, fact.provider, fact.month}];
    invoice.beneficiary = beneficiary;
    invoice.provider = fact.provider;
    invoice.month = fact.month;
    invoice.total += fact.share;
    beneficiary_line line;
    line.reason = fact.reason;
    line.order_line = fact.order_line;
    line.service = fact.service;
    line.deliveries.reserve(fact.deliveries.size());
    for (const auto& visit : fact.deliveries)
      line.deliveries.push_back(visit.delivery_id);
    set_quantity(line, fact.time, fact.unit);
    line.unit_price = fact.price;
    line.gross = fact.gross;
    line.amount = fact.share;
    invoice.lines.push_back(std::move(line));
    const auto at = rules.find({fact.provider, std::string()});
    if (fact.vat != percentage{} && at != rules.end() && !at->second.prices_include_tax)
      taxed[&invoice][fact.vat.e4] += fact.share;
  }
  for (auto& [key, invoice] : invoices) {  // prices without VAT: it comes on top, once a rate
    for (const auto& [rate, basis] : taxed[&invoice]) {
      beneficiary_line line;
      line.reason = "VAT";
      line.amount =
          basis < money{} ? -vat_on(-basis, percentage::from_e4(rate)) : vat_on(basis, percentage::from_e4(rate));
      invoice.total += line.amount;
      invoice.lines.push_back(std::move(line));
    }
  }
  std::vector<beneficiary_invoice> result;
  for (auto& [key, invoice] : invoices) {
    std::stable_sort(invoice.lines.begin(), invoice.lines.end(), [](const auto& a, const auto& b) {
      return std::tie(a.order_line, a.reason, a.unit_price.e6) < std::tie(b.order_line, b.reason, b.unit_price.e6);
    });
    result.push_back(std::move(invoice));
  }
  return result;
}
/// Net amounts, VAT and totals of a document. Penalties are taxed at the rate of the first line; on a document without
/// lines at that of the rules, so that what is given back later has the VAT that was taken off.
inline void add_totals(billed_invoice& invoice, const invoicing_rules& rules, findings& found) {
  std::vector<taxed_amount> amounts;
  for (const auto& line : invoice.lines) {
    invoice.total += line.funder_share;
    amounts.push_back({line.funder_share, line.vat_pct});
  }
  const auto rate = invoice.lines.empty() ? rules.vat_pct : invoice.lines.front().vat_pct;
  for (const auto& change : invoice.adjustments)
    amounts.push_back({change.amount, rate});
  auto vat = vat_of(amounts, rules.prices_include_tax);
  for (std::size_t i = 0; i < invoice.lines.size(); ++i)
    invoice.lines[i].net_share = vat.net[i];
  invoice.taxes = std::move(vat.taxes);
  invoice.grand_total = invoice.due = vat.grand_total;
  if (vat.difference != money{}) {
    found.add(bil_vat_difference, invoice.id, {to_string(vat.grand_total), to_string(vat.difference)});
  }
}

inline void recover(billed_invoice& invoice, std::vector<open_advance>& advances, const invoicing_rules& rules,
                    local_month billed_in, std::vector<document_adjustment>& done) {
  for (auto& advance : advances) {
    if (advance.provider != invoice.provider || advance.funder != invoice.funder) continue;
    const auto part = min(to_recover(advance, rules.advance, billed_in), invoice.due);
    if (!(part > money{})) continue;
    advance.left -= part;
    advance.recovered_now += part;
    invoice.due -= part;
    invoice.adjustments.push_back({adjustment_reason::recovery, advance.month, -part});
    done.push_back({adjustment_reason::recovery, advance.month, billed_in, invoice.provider, invoice.funder,
                    invoice.kind, -part, invoice.id});
  }
}
}  // namespace detail

/// Groups differences into documents. The first document of a (month, provider, funder, kind) is its main invoice;
/// later ones are complementary where more is due, credit notes where less is, unless the invoicing rules put them on
/// the main invoice of the billed month or let them wait (`held`: neither a document nor a fact of the ledger). A
/// penalty goes on the invoice of its month as long as this does not fall below 0, else on a credit note. Advances are
/// recovered from invoices. `before` are the documents of the ledger.
inline issued_documents issue_documents(std::vector<beneficiary_delta> differences,
                                        std::vector<document_adjustment> adjustments,
                                        std::span<const issued_document> before, document_request with) {
  detail::drafter plan(differences, adjustments, before, with.billed_in, with.rules);
  const bool pro_forma = with.stage == issue_stage::pro_forma;
  if (!pro_forma) plan.hold_unvalidated(with.validated);
  plan.move_late();

  issued_documents result;
  result.held = std::move(plan.held);
  document_numbers numbers(before, with.billed_in, with.taken_numbers);
  std::map<const beneficiary_delta*, std::pair<std::string, std::int64_t>> place_of;
  for (const auto& [key, draft] : plan.drafts) {
    const auto& [month, provider, funder, kind] = key.first;
    const auto rules = detail::rules_for(with.rules, provider, funder);
    const int sign = key.second ? -1 : 1;
    const auto* main = detail::main_of(before, key.first);
    billed_invoice invoice;
    invoice.type = key.second ? document_type::credit_note : main ? document_type::complementary : document_type::main;
    if (invoice.type != document_type::main && main) invoice.corrects = main->id;
    if (pro_forma) invoice.type = document_type::pro_forma;
    invoice.id = numbers.next(rules.numbering, provider, key.second, pro_forma);
    invoice.month = month;
    invoice.provider = provider;
    invoice.funder = funder;
    invoice.kind = kind;
    for (auto& line : detail::lines_of(draft.lines, sign)) {
      invoice.lines.push_back(std::move(line.line));
      for (const auto* part : line.parts)
        place_of[part] = {invoice.id, static_cast<std::int64_t>(invoice.lines.size())};
    }
    for (auto* change : draft.adjustments) {
      change->document = invoice.id;
      change->billed_in = with.billed_in;
      invoice.adjustments.push_back({change->reason, change->month, sign < 0 ? -change->amount : change->amount});
    }
    detail::add_totals(invoice, rules, result.found);
    if (sign > 0) detail::recover(invoice, with.advances, rules, with.billed_in, result.adjustments);
    result.documents.push_back({invoice.id, invoice.type, month, with.billed_in, provider, funder, kind, with.issued_at,
                                invoice.total, invoice.due, invoice_state::issued});
    if (sign < 0) result.giving_back.insert(invoice.id);
    result.invoices.push_back(std::move(invoice));
  }

  std::vector<beneficiary_delta> kept;
  kept.reserve(differences.size());
  for (auto& difference : differences) {
    const auto at = place_of.find(&difference);
    if (at != place_of.end()) std::tie(difference.line.document, difference.line.number) = at->second;
    const bool waits = difference.line.payer.empty() && !pro_forma &&
                       detail::rules_for(with.rules, difference.line.provider, {}).pro_forma &&
                       !with.validated.contains(difference.line.provider);
    if (waits || plan.held_parts.contains(&difference)) continue;
    kept.push_back(std::move(difference));
  }
  result.beneficiary_invoices = detail::beneficiary_side(kept, with.rules);
  result.facts = std::move(kept);
  for (auto& change : adjustments) {
    if (!plan.held_parts.contains(&change)) result.adjustments.push_back(std::move(change));
  }
  return result;
}

}  // namespace esppadom::inline ESPPADOM_ABI
