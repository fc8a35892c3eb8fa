// From a billed invoice to the INVOICE message. Amounts as in the messages reference, section 5.2 (inferred, medium).
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Who is who, and what a service is called: what invoices repeat from the orders (echo rule E1). The orders must
/// outlive it.
class party_directory {
 public:
  /// Later orders win over earlier ones.
  void add(const order& source) {
    providers_[source.provider.id()] = &source.provider;
    beneficiaries_[source.beneficiary.id()] = &source.beneficiary;
    for (const auto& line : source.lines) {
      const auto& payer = source.payer_of(line);
      payers_[payer.id()] = &payer;
      ordering_parties_[payer.id()] = &source.ordering_party;
      services_[line.service.code()] = &line.service;
      lines_[{source.beneficiary.id(), source.provider.id(), payer.id(), line.service.code()}] = {&source, &line};
    }
  }

  /// The order line of a payer for a service; the one the visit was joined to when the payer has none of its own.
  struct ordered_line {
    std::string_view order_id;
    std::string_view order_line_id;
    const code* care_mode = nullptr;  ///< null = the order names none
  };
  ordered_line line_of(const billed_line& line, std::string_view provider, std::string_view payer) const {
    const auto at = lines_.find({line.beneficiary, provider, payer, line.service});
    if (at == lines_.end()) return {line.order_id, line.order_line, nullptr};
    const auto& [source, ordered] = at->second;
    const code* care_mode = ordered->care_mode ? &*ordered->care_mode : nullptr;
    if (line.funders.empty() || line.funders.front() != payer)
      return {source->order_id, ordered->order_line_id, care_mode};
    return {line.order_id, line.order_line, care_mode};
  }

  party provider(const std::string& id) const { return known(providers_, id); }
  party payer(const std::string& id) const { return known(payers_, id); }
  party ordering_party(const std::string& payer) const { return known(ordering_parties_, payer); }
  party beneficiary(const std::string& id) const { return known(beneficiaries_, id); }

  esppadom::service service_of(const billed_line& line) const {
    if (const auto at = services_.find(line.service); at != services_.end()) {
      auto copy = *at->second;
      copy.extras = {};
      return copy;
    }
    esppadom::service service;
    if (!line.service.empty()) service.codes.push_back({line.service, {}, {}});
    return service;
  }

 private:
  using parties = std::map<std::string_view, const party*>;

  static party known(const parties& among, const std::string& id) {
    if (const auto at = among.find(id); at != among.end()) return *at->second;
    party stranger;
    stranger.ids.push_back({id, {}, {}});
    return stranger;
  }

  using line_place = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;
  parties providers_, beneficiaries_, payers_, ordering_parties_;
  std::map<std::string_view, const esppadom::service*> services_;
  std::map<line_place, std::pair<const order*, const order_line*>> lines_;
};

/// What a batch of invoices is issued with.
struct invoice_heading {
  std::string transaction_id;
  local_time issued_at;
};

namespace detail {
inline code listed(std::string_view value, const code_list& list) {
  return {std::string(value), std::string(list.id), std::string(list.agency)};
}
inline amount euros(money value) { return {value, "EUR"}; }

inline allowance_charge not_borne(std::string_view reason, std::string_view label, money value) {
  allowance_charge part;
  part.is_charge = false;
  part.amount = euros(value);
  part.reason_code = listed(reason, amount_reasons);
  part.reason = std::string(label);
  return part;
}

inline std::vector<allowance_charge> amounts_of(const billed_line& line) {
  std::vector<allowance_charge> amounts;
  if (line.surcharges != money{}) {
    allowance_charge surcharge;
    surcharge.is_charge = true;
    surcharge.percent = line.surcharge_pct;
    surcharge.amount = euros(line.surcharges);
    surcharge.reason_code = listed(name_of(line.surcharge), amount_reasons);
    surcharge.reason = "Majoration";
    surcharge.basis_amount = euros(line.gross - line.surcharges);
    amounts.push_back(std::move(surcharge));
  }
  if (line.other_funders != money{}) {
    amounts.push_back(not_borne("OTHER_FUNDER", "Part des autres financeurs", line.other_funders));
  }
  if (line.over_tariff != money{}) {
    amounts.push_back(not_borne("OVER_TARIFF", "Part au-dessus du tarif", line.over_tariff));
  }
  if (line.participation != money{}) {
    auto participation = not_borne("PARTICIPATION", "Participation du bénéficiaire", line.participation);
    if (line.participation_pct != percentage{}) participation.percent = line.participation_pct;
    participation.basis_amount = euros(line.gross);
    amounts.push_back(std::move(participation));
  }
  return amounts;
}

/// A line without VAT, for prices that include it: every amount is brought to its net amount, the participation is what
/// remains. The price of one hour has up to six decimals.
inline billed_line net_line(const billed_line& line) {
  auto net = line;
  const auto rate = line.vat_pct;
  for (money billed_line::*part :
       {&billed_line::surcharges, &billed_line::gross, &billed_line::other_funders, &billed_line::over_tariff})
    net.*part = without_vat(line.*part, rate);
  net.funder_share = line.net_share;
  net.participation = net.gross - net.other_funders - net.over_tariff - net.funder_share;
  int128 price = 0;
  if (divide(int128{line.unit_price.e6} * 1'000'000, int128{1'000'000} + rate.e4, rounding_mode::half_up).get(price) ==
      error_code::success)
    net.unit_price = unit_price::from_e6(static_cast<std::int64_t>(price));
  return net;
}

inline code tax_category(percentage rate) { return code{rate == percentage{} ? "E" : "S", {}, {}}; }

inline invoice_line message_line(const billed_invoice& source, const billed_line& given, std::size_t number,
                                 const party_directory& directory, bool name_beneficiary) {
  const bool is_net = given.net_share == given.funder_share;
  const std::optional<billed_line> net = is_net ? std::nullopt : std::optional(net_line(given));
  const billed_line& line = net ? *net : given;
  invoice_line out;
  const auto ordered = directory.line_of(line, source.provider, source.funder);
  out.line_id = std::to_string(number);
  invoice_line_order_ref reference;
  if (!ordered.order_id.empty()) reference.order_id = std::string(ordered.order_id);
  if (!ordered.order_line_id.empty()) reference.order_line_id = std::string(ordered.order_line_id);
  if (reference.order_id || reference.order_line_id) out.order_ref = std::move(reference);
  out.tariff = {line.unit_price, "EUR"};
  const std::string unit = line.unit.value_or("HUR");
  out.tariff_basis = measure{{1, 0}, unit};
  out.billed_quantity = measure{line.units ? *line.units : write_hours(line.billed_seconds).value_or(decimal{}), unit};
  if (name_beneficiary) out.beneficiary = directory.beneficiary(line.beneficiary);
  out.delivery_refs.reserve(line.deliveries.size());
  for (const auto& id : line.deliveries)
    out.delivery_refs.push_back({id, std::nullopt, {}});
  if (ordered.care_mode) out.care_mode = *ordered.care_mode;
  out.tax = line_tax{line.vat_pct, tax_category(line.vat_pct), {}};
  out.amounts = amounts_of(line);
  out.funder_share = euros(line.funder_share);
  out.surcharge_total = euros(line.surcharges);
  out.participation_total = euros(line.gross - line.funder_share);
  out.tax_total = euros(line.vat_pct == percentage{} ? money{} : vat_on(line.net_share, line.vat_pct));
  out.service = directory.service_of(line);
  return out;
}
}  // namespace detail

namespace detail {
/// A document that only changes a penalty still needs a line (one or more, inferred high): of no time and no amount.
inline invoice_line line_without_amount() {
  invoice_line out;
  out.line_id = "1";
  out.tariff = {unit_price{}, "EUR"};
  out.tariff_basis = measure{{1, 0}, "HUR"};
  out.billed_quantity = measure{decimal{}, "HUR"};
  out.tax = line_tax{percentage{}, code{"E", {}, {}}, {}};
  out.funder_share = euros(money{});
  out.surcharge_total = out.participation_total = out.tax_total = euros(money{});
  out.service.codes.push_back(listed("PENALTY", amount_reasons));
  out.service.label = "Réfaction sur le taux de correction";
  return out;
}

/// Totals of a document without VAT: lines, then penalties as allowances and charges; recovered advances are what was
/// paid before.
inline void add_totals(invoice& message, const billed_invoice& source) {
  money lines, allowances, charges, prepaid;
  for (const auto& line : source.lines)
    lines += line.net_share;
  const bool net_prices = lines == source.total;
  const auto rate = source.lines.empty() ? percentage{} : source.lines.front().vat_pct;
  for (const auto& change : source.adjustments) {
    if (change.reason == adjustment_reason::recovery) {
      prepaid -= change.amount;
      continue;
    }
    const bool adds = change.amount > money{};
    auto amount = adds ? change.amount : -change.amount;
    if (!net_prices) amount = without_vat(amount, rate);
    auto part = not_borne("PENALTY", "Réfaction sur le taux de correction", amount);
    part.is_charge = adds;
    (adds ? charges : allowances) += amount;
    message.document_amounts.push_back(std::move(part));
  }
  message.line_total = euros(lines);
  if (charges != money{}) message.charge_total = euros(charges);
  if (allowances != money{}) message.allowance_total = euros(allowances);
  if (prepaid != money{}) message.prepaid_total = euros(prepaid);
  message.tax_basis_total = euros(lines - allowances + charges);
  message.grand_total = euros(source.grand_total);
  message.due_payable = euros(source.due);
}

/// VAT by rate; exempt where nothing is taxed.
inline void add_taxes(invoice& message, const billed_invoice& source) {
  money total;
  for (const auto& one : source.taxes) {
    invoice_tax tax;
    tax.amount = euros(one.amount);
    tax.type_code = code{"VAT", {}, {}};
    tax.rate = one.rate;
    tax.basis_amount = euros(one.basis);
    tax.category_code = tax_category(one.rate);
    if (one.rate == percentage{}) tax.exemption_reason = "Exonération de TVA";
    total += one.amount;
    message.taxes.push_back(std::move(tax));
  }
  message.tax_total = euros(total);
  if (!source.taxes.empty()) return;
  invoice_tax tax;
  tax.amount = euros(money{});
  tax.type_code = code{"VAT", {}, {}};
  tax.exemption_reason = "Exonération de TVA";
  tax.rate = percentage{};
  tax.basis_amount = message.tax_basis_total;
  tax.category_code = code{"E", {}, {}};
  message.taxes.push_back(std::move(tax));
}
}  // namespace detail

/// The INVOICE message of a billed invoice: one payer, its lines in the invoice's order, amounts without VAT.
inline invoice to_message(const billed_invoice& source, const invoice_heading& heading,
                          const party_directory& directory) {
  invoice message;
  message.message_version = "1.4";
  message.transaction_id = heading.transaction_id;
  message.invoice_id = source.id;
  message.issued_at = heading.issued_at;
  switch (source.type) {
    case document_type::credit_note:
      message.type_code.value = "381";
      break;
    case document_type::pro_forma:
      message.type_code.value = "325";
      break;
    default:
      message.type_code.value = "380";
      break;
  }
  if (source.type == document_type::main) message.subtype_code = detail::listed("PRINCIPALE", invoice_natures);
  if (source.type == document_type::complementary) {
    message.subtype_code = detail::listed("COMPLEMENTAIRE", invoice_natures);
  }
  if (source.type == document_type::credit_note) {
    message.credit_reason_code = detail::listed("CORRECTION", credit_reasons);
  }
  if (source.corrects) message.corrected_invoice = corrected_invoice_ref{*source.corrects, std::nullopt, {}};
  message.provider = directory.provider(source.provider);
  message.provider.contacts.clear();
  message.payer = directory.payer(source.funder);
  message.ordering_party = directory.ordering_party(source.funder);

  std::set<std::string_view> beneficiaries, orders;
  for (const auto& line : source.lines) {
    beneficiaries.insert(line.beneficiary);
    orders.insert(directory.line_of(line, source.provider, source.funder).order_id);
  }
  const bool one_beneficiary = beneficiaries.size() == 1;
  if (one_beneficiary) message.beneficiary = directory.beneficiary(std::string(*beneficiaries.begin()));
  if (orders.size() == 1 && !orders.begin()->empty()) {
    message.order_ref = invoice_order_ref{std::string(*orders.begin()), {}};
  }
  message.currency.value = "EUR";
  message.billing_period.start = local_time::at(source.month.first_day());
  message.billing_period.end = local_time::at(source.month.last_day());

  detail::add_totals(message, source);
  detail::add_taxes(message, source);
  std::size_t number = 0;
  for (const auto& line : source.lines) {
    message.lines.push_back(detail::message_line(source, line, ++number, directory, !one_beneficiary));
  }
  if (message.lines.empty()) message.lines.push_back(detail::line_without_amount());
  return message;
}

}  // namespace esppadom
