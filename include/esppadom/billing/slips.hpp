// Slips (*bordereaux*) and the life of an invoice: pure functions of the documents. Billing rules reference, section
// 2f, f10 (known) and states (inferred, medium).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What one funder is asked for in one month of billing.
struct slip {
  std::string funder;
  local_month billed_in;
  money invoices;      ///< due, main and complementary
  money credit_notes;  ///< given back, positive
  money net;           ///< invoices − credit notes
  std::vector<std::string> documents;

  friend bool operator==(const slip&, const slip&) = default;
};

template <>
inline constexpr auto description<slip> = fields(field<&slip::funder>("financeur"),
                                                 field<&slip::billed_in>("mois de facturation"),
                                                 field<&slip::invoices>("factures"),
                                                 field<&slip::credit_notes>("avoirs"), field<&slip::net>("net"),
                                                 field<&slip::documents>("documents"));

/// The slips of a month, by funder, documents by number. Pro formas are on no slip.
/// Example: invoices of 100.00 and 49.16, a credit note of 24.58 → net 124.58.
inline std::vector<slip> slips_of(std::span<const issued_document> documents, local_month billed_in) {
  std::map<std::string_view, slip> slips;
  for (const auto& document : documents) {
    if (document.billed_in != billed_in || document.type == document_type::pro_forma) continue;
    auto& sum = slips[document.funder];
    sum.funder = document.funder;
    sum.billed_in = billed_in;
    (document.type == document_type::credit_note ? sum.credit_notes : sum.invoices) += document.due;
    sum.net = sum.invoices - sum.credit_notes;
    sum.documents.push_back(document.id);
  }
  std::vector<slip> out;
  for (auto& [funder, one] : slips) {
    std::sort(one.documents.begin(), one.documents.end());
    out.push_back(std::move(one));
  }
  return out;
}

/// Whether a document may go from one state to the other: DRAFT → PRO_FORMA → ISSUED → REJECTED or VALIDATED;
/// VALIDATED → PAYMENT_ORDERED → PAID. A draft may be issued without a pro forma.
constexpr bool may_follow(invoice_state from, invoice_state to) {
  switch (from) {
    case invoice_state::draft:
      return to == invoice_state::pro_forma || to == invoice_state::issued;
    case invoice_state::pro_forma:
      return to == invoice_state::issued;
    case invoice_state::issued:
      return to == invoice_state::rejected || to == invoice_state::validated;
    case invoice_state::validated:
      return to == invoice_state::payment_ordered;
    case invoice_state::payment_ordered:
      return to == invoice_state::paid;
    case invoice_state::rejected:
    case invoice_state::paid:
      return false;
  }
  return false;
}

/// The ledger with a document in another state. Errors: missing (no such document), conflict (not a step that
/// `may_follow` allows).
inline result<ledger> with_state(ledger facts, std::string_view document, invoice_state state) {
  const auto at = std::find_if(facts.documents.begin(), facts.documents.end(),
                               [&](const issued_document& one) { return one.id == document; });
  if (at == facts.documents.end()) return error_code::missing;
  if (!may_follow(at->state, state)) return error_code::conflict;
  at->state = state;
  return facts;
}

}  // namespace esppadom::inline ESPPADOM_ABI
