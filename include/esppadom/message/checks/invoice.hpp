// Whether an INVOICE makes sense by itself.
#pragma once

#include <string>
#include <string_view>

#include "esppadom/message/checks/invoice_findings.hpp"
#include "esppadom/message/checks/invoice_totals.hpp"
#include "esppadom/message/checks/shared.hpp"
#include "esppadom/message/checks/version.hpp"
#include "esppadom/message/invoice.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

// Messages reference, section 5.2: 380 invoice, 381 credit note, 325 pro forma; a supplementary invoice is a 380 that
// says so and names the invoice it completes.
inline void check_document_kind(const invoice& message, message_check& check) {
  const bool credit = message.type_code.is("381");
  const bool supplementary = message.subtype_code && message.subtype_code->is("COMPLEMENTAIRE");
  const bool variant = message.type_code.is("383") || message.type_code.is("384");
  const bool invoices = credit || variant || message.type_code.is("380") || message.type_code.is("325");
  if (!message.type_code.empty() && !invoices) {  // the list has other documents too: 220 is an order
    check.add(message_findings::unknown_type, "type_code", {message.type_code.key()});
  }
  check.list(message.subtype_code, "subtype_code", invoice_natures);
  check.list(message.credit_reason_code, "credit_reason_code", credit_reasons);
  if (supplementary && !message.corrected_invoice) {
    check.add(message_findings::supplementary_alone, "subtype_code", {});
  }
  if (credit) {
    const bool code_given = message.credit_reason_code && !message.credit_reason_code->empty();
    const bool text_given = message.credit_reason && !trimmed(*message.credit_reason).empty();
    if (!message.corrected_invoice) check.add(message_findings::credit_alone, "corrected_invoice", {});
    if (!code_given && !text_given) check.add(message_findings::credit_without_reason, "credit_reason_code", {});
  }
  if (!message.corrected_invoice) return;
  check.reference(message.corrected_invoice->invoice_id, "corrected_invoice.invoice_id");
  if (!credit && !supplementary && (variant || message.type_code.is("380"))) {
    check.add(message_findings::untold_supplement, "corrected_invoice", {});
  }
  const bool itself = equal_collapsed(message.corrected_invoice->invoice_id, message.invoice_id);
  if (itself && !trimmed(message.invoice_id).empty()) {
    check.add(message_findings::corrects_itself, "corrected_invoice.invoice_id", {message.invoice_id});
  }
}

inline void check_currencies(const invoice& message, message_check& check) {
  check.currency(message.currency.value, "currency");
  check.currency(message.line_total.currency, "line_total");
  check.currency(message.charge_total, "charge_total");
  check.currency(message.allowance_total, "allowance_total");
  check.currency(message.tax_basis_total.currency, "tax_basis_total");
  check.currency(message.tax_total, "tax_total");
  check.currency(message.grand_total.currency, "grand_total");
  check.currency(message.prepaid_total, "prepaid_total");
  check.currency(message.due_payable.currency, "due_payable");
}

inline void check_line_period(const invoice& message, const invoice_line& line, const std::string& path,
                              message_check& check) {
  if (!line.billing_period) return;
  const instant_period& own = *line.billing_period;
  const instant_period& whole = message.billing_period;
  if (own.start) check.validity(*own.start, own.end, path);
  if (!own.start || !own.end || !whole.start || !whole.end) return;
  if (own.start->date() < whole.start->date() || own.end->date() > whole.end->date()) {
    check.add(message_findings::line_outside_period, path, {path});
  }
}

inline void check_invoice_line(const invoice& message, const invoice_line& line, const std::string& path,
                               message_check& check) {
  check.value(line.line_id, path + ".line_id");
  check.tariff(line.tariff, path + ".tariff");
  check.basis(line.tariff_basis, path + ".tariff_basis", counts::work);
  if (line.billed_quantity.unit_code.empty() && line.billed_quantity.value.coefficient == 0) {
    check.value(std::string_view{}, path + ".billed_quantity");
  } else if (line.billed_quantity.value.coefficient >= 0) {  // a negative quantity is told with the amounts
    check.quantity(line.billed_quantity, path + ".billed_quantity", true);
    check.same_unit(line.billed_quantity, line.tariff_basis, path + ".billed_quantity");
  }
  check.identity(line.beneficiary, path + ".beneficiary");
  if (line.beneficiary && message.beneficiary && !line.beneficiary->ids.empty() && !message.beneficiary->ids.empty() &&
      !(line.beneficiary->ids.front() == message.beneficiary->ids.front())) {
    check.add(message_findings::other_beneficiary, path + ".beneficiary", {path});
  }
  check.list(line.care_mode, path + ".care_mode", care_modes);
  check_line_period(message, line, path + ".billing_period", check);
  check.amounts(line.amounts, path + ".amounts");
  check.currency(line.funder_share.currency, path + ".funder_share");
  check_line_amounts(line, path, check);
  check_line_tax(message, line, path, check);
  check.services(line.service, path + ".service");
  check_service_version(message.message_version, line.service, path + ".service", check);
}

// Since guide 1.4 an invoice may concern several orders (known).
inline void check_number_of_orders(const invoice& message, message_check& check) {
  std::string_view first =
      message.order_ref && message.order_ref->order_id ? trimmed(*message.order_ref->order_id) : std::string_view{};
  for (std::size_t i = 0; i < message.lines.size(); ++i) {
    const auto& ref = message.lines[i].order_ref;
    const std::string_view id = ref && ref->order_id ? trimmed(*ref->order_id) : std::string_view{};
    if (id.empty() || id == first) continue;
    if (!first.empty()) {
      came_with_1_4(message.message_version, numbered("lines", i) + ".order_ref.order_id",
                    "one invoice for several orders", "une facture pour plusieurs commandes", check);
      return;
    }
    first = id;
  }
}

inline void check_delivery_refs(const invoice& message, message_check& check) {
  std::size_t without = 0;
  for (std::size_t i = 0; i < message.lines.size(); ++i) {
    const auto& refs = message.lines[i].delivery_refs;
    without += refs.empty() ? 1U : 0U;
    for (std::size_t j = 0; j < refs.size(); ++j)
      check.reference(refs[j].delivery_id, numbered(numbered("lines", i) + ".delivery_refs", j) + ".delivery_id");
  }
  if (without == 0) return;
  check.add(message_findings::no_delivery_named, "lines",
            {std::to_string(without), std::to_string(message.lines.size())});
}

}  // namespace detail

/// What is wrong with one INVOICE. Standing of the single checks: that of each kind of finding.
inline void check(const invoice& message, findings& found, const check_options& options = {}) {
  detail::message_check check(message.invoice_id, found, options);
  check.reference(message.message_version, "message_version");
  detail::check_version(message.message_version, check);
  check.reference(message.transaction_id, "transaction_id");
  check.value(message.invoice_id, "invoice_id");
  check.value(message.type_code.value, "type_code");
  check.value(message.issued_at, "issued_at");
  detail::check_document_kind(message, check);
  check.identity(message.provider, "provider");
  check.identity(message.ordering_party, "ordering_party");
  check.identity(message.beneficiary, "beneficiary");
  check.identity(message.payer, "payer");
  check.identity(message.payee, "payee");
  detail::check_currencies(message, check);
  const auto& period = message.billing_period;
  if (!period.start) check.value(std::string_view{}, "billing_period.start");
  if (!period.end) check.value(std::string_view{}, "billing_period.end");
  if (period.start) check.validity(*period.start, period.end, "billing_period");
  check.amounts(message.document_amounts, "document_amounts");
  if (message.lines.empty()) check.value(std::string_view{}, "lines");
  for (std::size_t i = 0; i < message.lines.size(); ++i)
    detail::check_invoice_line(message, message.lines[i], detail::numbered("lines", i), check);
  detail::check_line_ids(
      message.lines, [](const invoice_line& line) -> std::string_view { return line.line_id; }, "line_id", check);
  detail::check_number_of_orders(message, check);
  detail::check_delivery_refs(message, check);
  detail::check_totals(message, check);
}

}  // namespace esppadom::inline ESPPADOM_ABI
