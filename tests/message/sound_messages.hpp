// Messages in which nothing is wrong, to be spoilt by tests.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/message/checks.hpp"

namespace sound {

using namespace esppadom;

inline local_time at(std::string_view text) { return parse_local_time(text).value(); }

inline party somebody(const char* id) {
  party out;
  out.ids = {{id, "", ""}};
  return out;
}

inline stamp stamped(std::string_view text) {
  stamp out;
  out.certified_at = at(text);
  return out;
}

inline service helping() {
  service out;
  out.codes = {{"APA-HRJO", "CD99_PRESTATIONS", "CD99"}, {"APA", "ESPPADOM_TYPE_AIDE", "EDESS"}};
  return out;
}

inline delivery visit() {
  delivery out;
  out.message_version = "1.4";
  out.transaction_id = "LOT-1";
  out.delivery_id = "DLV-1";
  out.issued_at = at("2026-03-15T18:15:00");
  out.beneficiary = somebody("B-1");
  out.provider = somebody("SAAD-1");
  party_contact caregiver;
  caregiver.id = identifier{"AX-42", "", ""};
  caregiver.type_code = code{"INT", "ESPPADOM_CONTACT_PRESTATAIRE", "EDESS"};
  out.provider.contacts = {caregiver};
  out.retained_period = {at("2026-03-02T09:00:00"), at("2026-03-02T10:00:00"), {}};
  out.stamps = stamp_pair{stamped("2026-03-02T09:01:12"), stamped("2026-03-02T10:02:47"), {}};
  delivery_line line;
  line.line_id = "1";
  line.order_line_id = "PLAN-1";
  line.billed_quantity = {decimal{1, 0}, "HUR"};
  line.service = helping();
  out.lines = {line};
  return out;
}

inline order plan() {
  order out;
  out.message_version = "1.4";
  out.transaction_id = "LOT-0";
  out.order_id = "CMD-1";
  out.issued_at = at("2026-02-20T11:00:00");
  out.validity_period = {at("2026-03-01T00:00:00"), at("2028-02-29T00:00:00"), {}};
  out.provider = somebody("SAAD-1");
  out.ordering_party = somebody("CD99");
  out.beneficiary = somebody("B-1");
  order_line line;
  line.order_line_id = "PLAN-1";
  line.tariff = price{unit_price::from_euros(25), "EUR"};
  line.tariff_basis = measure{{1, 0}, "HUR"};
  line.requested_quantity = measure{{36, 0}, "HUR"};
  line.requested_period = measure{{1, 0}, "MON"};
  line.service = helping();
  out.lines = {line};
  return out;
}

inline amount euros(std::int64_t cents) { return {money::from_cents(cents), "EUR"}; }

inline allowance_charge reason(const char* code, bool is_charge, std::int64_t cents) {
  allowance_charge out;
  out.is_charge = is_charge;
  out.reason_code = {code, "LIBE_MOTIF_MONTANT", "LIBESPPADOM"};
  out.amount = euros(cents);
  return out;
}

/// 377 min at 25 €/h: 157.08, of which 21.39 are the beneficiary's; 60 min on a Sunday: 30.00, of which 4.09.
inline invoice bill() {
  invoice out;
  out.message_version = "1.4";
  out.transaction_id = "FAC-1";
  out.invoice_id = "F-1";
  out.type_code.value = "380";
  out.issued_at = at("2026-04-02T09:00:00");
  out.provider = somebody("SAAD-1");
  out.ordering_party = somebody("CD99");
  out.currency.value = "EUR";
  out.billing_period = {at("2026-03-01T00:00:00"), at("2026-03-31T00:00:00"), {}};
  invoice_line line;
  line.line_id = "1";
  line.service = helping();
  line.order_ref = invoice_line_order_ref{"CMD-1", "PLAN-1", {}};
  line.tariff = {unit_price::from_euros(25), "EUR"};
  line.tariff_basis = measure{{1, 0}, "HUR"};
  line.billed_quantity = {{62'833'333'333, 10}, "HUR"};
  line.delivery_refs = {{"DLV-1", "1", {}}};
  line.tax = line_tax{percentage{}, code{"E", "", ""}, {}};
  line.amounts = {reason("PARTICIPATION", false, 2139)};
  line.participation_total = euros(2139);
  line.funder_share = euros(13569);
  out.lines = {line};
  line.line_id = "2";
  line.billed_quantity = {{1, 0}, "HUR"};
  line.amounts = {reason("SUNDAY", true, 500), reason("PARTICIPATION", false, 409)};
  line.surcharge_total = euros(500);
  line.participation_total = euros(409);
  line.funder_share = euros(2591);
  out.lines.push_back(line);
  invoice_tax tax;
  tax.category_code = code{"E", "", ""};
  tax.exemption_reason = "Exonération";
  tax.rate = percentage{};
  tax.amount = euros(0);
  tax.basis_amount = euros(16160);
  out.taxes = {tax};
  for (amount* one : {&out.line_total, &out.tax_basis_total, &out.grand_total, &out.due_payable})
    *one = euros(16160);
  out.tax_total = euros(0);
  return out;
}

template <class Message>
std::vector<finding> findings_of(const Message& message) {
  findings found;
  check(message, found);
  for (const auto& one : found.items()) {
    for (const auto in : {language::english, language::french}) {
      const auto text = esppadom::message(one, in);
      EXPECT_FALSE(text.empty());
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
    }
  }
  return found.items();
}

template <class Message>
std::vector<std::string> codes_of(const Message& message) {
  std::vector<std::string> out;
  for (const auto& one : findings_of(message))
    out.emplace_back(one.code());
  return out;
}

inline std::vector<std::string> codes_after(const std::function<void(delivery&)>& change) {
  delivery message = visit();
  change(message);
  return codes_of(message);
}

/// "ESP-MSG-060 lines[1].care_mode; …": what is found after a change, and where.
template <class Message, class Change>
std::string found_after(Message message, Change change) {
  change(message);
  std::string out;
  for (const auto& one : findings_of(message))
    out += (out.empty() ? "" : "; ") + std::string(one.code().substr(8)) + " " + one.path;
  return out;
}

}  // namespace sound
