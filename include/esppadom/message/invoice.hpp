// INVOICE: what a provider bills to one payer. Messages reference, section 5.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/message/allowance_charge.hpp"
#include "esppadom/message/party.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/message/service.hpp"

namespace esppadom::inline ESPPADOM_ABI {

struct invoice_order_ref {
  std::optional<std::string> order_id;
  extras_t extras;

  friend bool operator==(const invoice_order_ref&, const invoice_order_ref&) = default;
};

struct invoice_line_order_ref {
  std::optional<std::string> order_id;
  std::optional<std::string> order_line_id;
  extras_t extras;

  friend bool operator==(const invoice_line_order_ref&, const invoice_line_order_ref&) = default;
};

struct invoice_tax {
  esppadom::amount amount;
  std::optional<code> type_code;
  std::optional<std::string> exemption_reason;
  std::optional<percentage> rate;
  esppadom::amount basis_amount;
  std::optional<code> category_code;
  extras_t extras;

  friend bool operator==(const invoice_tax&, const invoice_tax&) = default;
};

struct line_tax {
  std::optional<percentage> rate;
  std::optional<code> category_code;
  extras_t extras;

  friend bool operator==(const line_tax&, const line_tax&) = default;
};

struct corrected_invoice_ref {
  std::string invoice_id;
  std::optional<local_time> issued_at;
  extras_t extras;

  friend bool operator==(const corrected_invoice_ref&, const corrected_invoice_ref&) = default;
};

struct corrected_line_ref {
  std::string invoice_id;
  std::optional<std::string> line_id;
  extras_t extras;

  friend bool operator==(const corrected_line_ref&, const corrected_line_ref&) = default;
};

struct delivery_ref {
  std::string delivery_id;
  std::optional<std::string> line_id;
  extras_t extras;

  friend bool operator==(const delivery_ref&, const delivery_ref&) = default;
};

struct invoice_line {
  std::string line_id;
  std::optional<invoice_line_order_ref> order_ref;
  price tariff;
  std::optional<measure> tariff_basis;
  measure billed_quantity;
  std::optional<party> beneficiary;
  std::vector<delivery_ref> delivery_refs;
  std::optional<code> care_mode;
  std::optional<line_tax> tax;
  std::optional<instant_period> billing_period;
  std::vector<allowance_charge> amounts;
  amount funder_share;
  std::optional<amount> surcharge_total;
  std::optional<amount> participation_total;
  std::optional<amount> tax_total;
  std::optional<corrected_line_ref> corrected_line;
  esppadom::service service;
  extras_t extras;

  friend bool operator==(const invoice_line&, const invoice_line&) = default;
};

struct invoice {
  std::string message_version;
  std::string transaction_id;
  std::string invoice_id;
  code type_code;  ///< 380 invoice, 381 credit note, 325 pro forma
  local_time issued_at;
  std::optional<code> subtype_code;
  std::vector<note> notes;
  party provider;
  party ordering_party;
  std::optional<invoice_order_ref> order_ref;
  std::optional<party> beneficiary;  ///< when the invoice concerns one only
  code currency;
  std::optional<code> credit_reason_code;
  std::optional<std::string> credit_reason;
  std::optional<party> payee;
  std::optional<party> payer;
  std::vector<invoice_tax> taxes;
  instant_period billing_period;
  std::vector<allowance_charge> document_amounts;
  amount line_total;
  std::optional<amount> charge_total;
  std::optional<amount> allowance_total;
  amount tax_basis_total;
  std::optional<amount> tax_total;
  amount grand_total;
  std::optional<amount> prepaid_total;
  amount due_payable;
  std::optional<corrected_invoice_ref> corrected_invoice;
  std::vector<invoice_line> lines;
  extras_t extras;

  /// −1 for a credit note (381), whose amounts are written positive; +1 otherwise.
  int sign() const { return type_code.value == "381" ? -1 : 1; }

  friend bool operator==(const invoice&, const invoice&) = default;
};

template <>
inline constexpr auto description<invoice_order_ref> =
    fields(element<&invoice_order_ref::order_id>(ram / "IssuerAssignedID", "n° de commande", standing::known).token());

template <>
inline constexpr auto description<invoice_line_order_ref> = fields(
    element<&invoice_line_order_ref::order_id>(ram / "IssuerAssignedID", "n° de commande", standing::inferred_high)
        .token(),
    element<&invoice_line_order_ref::order_line_id>(ram / "LineID", "ligne de commande / plan d'aide",
                                                    standing::inferred_high)
        .token());

template <>
inline constexpr auto description<invoice_tax> = fields(
    element<&invoice_tax::amount>(ram / "CalculatedAmount", "montant de TVA", standing::inferred_medium),
    element<&invoice_tax::type_code>(ram / "TypeCode", "type de taxe", standing::inferred_medium, tax_types),
    element<&invoice_tax::exemption_reason>(ram / "ExemptionReason", "motif d'exonération", standing::inferred_medium),
    element<&invoice_tax::rate>(ram / "CalculatedRate" | also(ram / "ApplicablePercent") |
                                    also(ram / "RateApplicablePercent"),
                                "taux", standing::inferred_medium),
    element<&invoice_tax::basis_amount>(ram / "BasisAmount", "base HT", standing::inferred_medium),
    element<&invoice_tax::category_code>(ram / "CategoryCode", "catégorie", standing::inferred_medium, tax_categories));

template <>
inline constexpr auto description<line_tax> = fields(
    element<&line_tax::rate>(ram / "CalculatedRate" | also(ram / "ApplicablePercent") |
                                 also(ram / "RateApplicablePercent"),
                             "taux", standing::inferred_medium),
    element<&line_tax::category_code>(ram / "CategoryCode", "catégorie", standing::inferred_medium, tax_categories));

template <>
inline constexpr auto description<corrected_invoice_ref> = fields(
    element<&corrected_invoice_ref::invoice_id>(ram / "IssuerAssignedID", "n° de la facture", standing::inferred_medium)
        .token(),
    element<&corrected_invoice_ref::issued_at>(ram / "IssueDateTime", "date", standing::inferred_medium));

template <>
inline constexpr auto description<corrected_line_ref> = fields(
    element<&corrected_line_ref::invoice_id>(ram / "IssuerAssignedID", "n° de la facture", standing::inferred_low)
        .token(),
    element<&corrected_line_ref::line_id>(ram / "LineID", "n° de ligne", standing::inferred_low).token());

template <>
inline constexpr auto description<delivery_ref> = fields(
    element<&delivery_ref::delivery_id>(ram / "IssuerAssignedID", "n° de document DELIVERY", standing::inferred_medium)
        .token(),
    element<&delivery_ref::line_id>(ram / "LineID", "n° de ligne DELIVERY", standing::inferred_medium).token());

template <>
inline constexpr auto description<invoice_line> = fields(
    within(ram / "AssociatedCIILDocumentLineDocument" | also(ram / "AssociatedCIDocumentLineDocument"), "",
           standing::known,
           element<&invoice_line::line_id>(ram / "LineID", "n° de ligne", standing::inferred_high).token()),
    within(ram / "SpecifiedCIILSupplyChainTradeAgreement" | also(ram / "SpecifiedCISupplyChainTradeAgreement"),
           "accord de ligne", standing::known,
           element<&invoice_line::order_ref>(ram / "BuyerOrderReferencedCIReferencedDocument", "commande de la ligne",
                                             standing::inferred_high),
           within(ram / "NetPriceProductCITradePrice", "tarif", standing::inferred_high,
                  element<&invoice_line::tariff>(ram / "ChargeAmount", "tarif horaire HT", standing::inferred_high),
                  element<&invoice_line::tariff_basis>(ram / "BasisQuantity", "base du tarif",
                                                       standing::inferred_medium, unit_codes))),
    within(ram / "SpecifiedCIILSupplyChainTradeDelivery" | also(ram / "SpecifiedCISupplyChainTradeDelivery"),
           "délivrance de ligne", standing::known,
           element<&invoice_line::billed_quantity>(ram / "BilledQuantity", "quantité facturée", standing::inferred_high,
                                                   unit_codes),
           element<&invoice_line::beneficiary>(ram / "ShipToCITradeParty", "bénéficiaire de la ligne",
                                               standing::inferred_medium),
           element<&invoice_line::delivery_refs>(ram / "DespatchAdviceReferencedCIReferencedDocument" |
                                                     also(ram / "AdditionalReferencedCIReferencedDocument"),
                                                 "délivrances facturées", standing::inferred_medium)
               .though("repetition", standing::inferred_low)),
    within(ram / "SpecifiedCIILSupplyChainTradeSettlement" | also(ram / "SpecifiedCISupplyChainTradeSettlement"),
           "règlement de ligne", standing::known,
           element<&invoice_line::care_mode>(ram / "CadreIntervention", "cadre d'intervention",
                                             standing::inferred_medium, care_modes),
           element<&invoice_line::tax>(ram / "ApplicableCITradeTax", "TVA de la ligne", standing::inferred_medium),
           element<&invoice_line::billing_period>(ram / "BillingCISpecifiedPeriod", "période de la ligne",
                                                  standing::inferred_medium)
               .complete(),
           element<&invoice_line::amounts>(ram / "SpecifiedCITradeAllowanceCharge", "majoration; participation",
                                           standing::inferred_medium),
           within(ram / "SpecifiedCIILTradeSettlementMonetarySummation" |
                      also(ram / "SpecifiedCITradeSettlementMonetarySummation"),
                  "totaux de ligne", standing::inferred_high,
                  element<&invoice_line::funder_share>(ram / "LineTotalAmount", "part du financeur HT",
                                                       standing::inferred_medium),
                  element<&invoice_line::surcharge_total>(ram / "ChargeTotalAmount", "total des majorations",
                                                          standing::inferred_medium),
                  element<&invoice_line::participation_total>(ram / "AllowanceTotalAmount", "total non pris en charge",
                                                              standing::inferred_medium),
                  element<&invoice_line::tax_total>(ram / "TaxTotalAmount", "TVA de la ligne",
                                                    standing::inferred_medium)),
           element<&invoice_line::corrected_line>(ram / "InvoiceReferencedCIReferencedDocument", "ligne rectifiée",
                                                  standing::inferred_low)),
    element<&invoice_line::service>(ram / "SpecifiedCITradeProduct", "prestation", standing::known));

template <>
inline constexpr auto description<invoice> = fields(
    within(msg / "CIIHExchangedDocumentContext" | also(msg / "CIExchangedDocumentContext"), "contexte",
           standing::inferred_medium,
           element<&invoice::message_version>(ram / "VersionID", "version", standing::inferred_high).token(),
           element<&invoice::transaction_id>(ram / "SpecifiedTransactionID", "n° de transaction",
                                             standing::inferred_high)
               .token()),
    within(msg / "CIIHExchangedDocument" | also(msg / "CIExchangedDocument"), "entête", standing::inferred_high,
           element<&invoice::invoice_id>(ram / "ID", "n° de facture", standing::inferred_high).token(),
           element<&invoice::type_code>(ram / "TypeCode", "type de facture", standing::inferred_medium, invoice_types),
           element<&invoice::issued_at>(ram / "IssueDateTime", "date d'émission", standing::inferred_high),
           element<&invoice::subtype_code>(ram / "SubtypeCode", "principale / complémentaire", standing::inferred_low,
                                           invoice_natures),
           element<&invoice::notes>(ram / "IncludedCINote", "commentaire", standing::inferred_low)),
    within(
        msg / "CIIHSupplyChainTradeTransaction" | also(msg / "CISupplyChainTradeTransaction"), "transaction",
        standing::inferred_high,
        within(ram / "ApplicableCIIHSupplyChainTradeAgreement" | also(ram / "ApplicableCISupplyChainTradeAgreement"),
               "accord", standing::known,
               element<&invoice::provider>(ram / "SellerCITradeParty", "prestataire (SAAD)", standing::known),
               element<&invoice::ordering_party>(ram / "BuyerCITradeParty", "donneur d'ordre / financeur",
                                                 standing::known),
               element<&invoice::order_ref>(ram / "BuyerOrderReferencedCIReferencedDocument", "commande",
                                            standing::known)),
        within(ram / "ApplicableCIIHSupplyChainTradeDelivery" | also(ram / "ApplicableCISupplyChainTradeDelivery"),
               "délivrance", standing::known,
               element<&invoice::beneficiary>(ram / "ShipToCITradeParty", "bénéficiaire (si unique)",
                                              standing::inferred_high)),
        within(
            ram / "ApplicableCIIHSupplyChainTradeSettlement" | also(ram / "ApplicableCISupplyChainTradeSettlement"),
            "règlement", standing::known,
            element<&invoice::currency>(ram / "InvoiceCurrencyCode", "devise", standing::inferred_high, currencies),
            element<&invoice::credit_reason_code>(ram / "CreditReasonCode", "motif d'avoir", standing::inferred_low,
                                                  credit_reasons),
            element<&invoice::credit_reason>(ram / "CreditReason", "libellé du motif d'avoir", standing::inferred_low),
            element<&invoice::payee>(ram / "PayeeCITradeParty", "créancier", standing::inferred_medium),
            element<&invoice::payer>(ram / "PayerCITradeParty", "payeur", standing::inferred_high),
            element<&invoice::taxes>(ram / "ApplicableCITradeTax", "TVA", standing::inferred_medium),
            element<&invoice::billing_period>(ram / "BillingCISpecifiedPeriod", "période facturée",
                                              standing::inferred_medium)
                .complete(),
            element<&invoice::document_amounts>(
                ram / "SpecifiedCITradeAllowanceCharge",
                "réfaction, majoration de pied (participation forfaitaire : lue seulement)", standing::inferred_low),
            within(ram / "SpecifiedCIIHTradeSettlementMonetarySummation" |
                       also(ram / "SpecifiedCITradeSettlementMonetarySummation"),
                   "totaux", standing::inferred_high,
                   element<&invoice::line_total>(ram / "LineTotalAmount", "total des lignes HT",
                                                 standing::inferred_high),
                   element<&invoice::charge_total>(ram / "ChargeTotalAmount", "total des majorations de pied",
                                                   standing::inferred_medium),
                   element<&invoice::allowance_total>(ram / "AllowanceTotalAmount", "total des retenues de pied",
                                                      standing::inferred_medium),
                   element<&invoice::tax_basis_total>(ram / "TaxBasisTotalAmount", "total HT", standing::inferred_high),
                   element<&invoice::tax_total>(ram / "TaxTotalAmount", "total TVA", standing::inferred_high),
                   element<&invoice::grand_total>(ram / "GrandTotalAmount", "total TTC", standing::inferred_high),
                   element<&invoice::prepaid_total>(ram / "TotalPrepaidAmount", "acomptes déduits",
                                                    standing::inferred_medium),
                   element<&invoice::due_payable>(ram / "DuePayableAmount", "net à payer", standing::inferred_high)),
            element<&invoice::corrected_invoice>(ram / "InvoiceReferencedCIReferencedDocument",
                                                 "facture rectifiée / complétée", standing::inferred_medium)),
        element<&invoice::lines>(ram / "IncludedCIILSupplyChainTradeLineItem" |
                                     also(ram / "IncludedCISupplyChainTradeLineItem"),
                                 "ligne de facture", standing::inferred_high, at_least_one)));

template <>
inline constexpr document_form document_of<invoice>{
    .uri = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:2",
    .uri_evidence = standing::inferred_high,
    .wrapper = msg / "invoice",
    .wrapper_label = "enveloppe",
    .wrapper_evidence = standing::inferred_medium,
    .message = msg / "CrossIndustryInvoice",
    .message_label = "facture",
    .message_evidence = standing::inferred_high,
    .messages = "invoices",
    .at_least_one = true,
    .is_written_once = false,
};

}  // namespace esppadom::inline ESPPADOM_ABI
