// ORDER: the care plan a département orders from a provider (*commande de prestations*, *prise en charge*).
// Messages reference, section 3.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "esppadom/message/allowance_charge.hpp"
#include "esppadom/message/party.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/message/service.hpp"

namespace esppadom::inline ESPPADOM_ABI {

struct order_plan {
  std::optional<std::string> id;
  std::optional<identifier> contract_global_id;
  std::optional<validity_period> period;
  extras_t extras;

  friend bool operator==(const order_plan&, const order_plan&) = default;
};

struct previous_order_ref {
  std::string id;
  extras_t extras;

  friend bool operator==(const previous_order_ref&, const previous_order_ref&) = default;
};

struct delivery_instruction {
  std::string text;
  extras_t extras;

  friend bool operator==(const delivery_instruction&, const delivery_instruction&) = default;
};

struct order_line {
  std::string order_line_id;
  std::optional<price> provider_rate;  ///< the SAAD's own price, when it differs
  std::optional<measure> provider_rate_basis;
  std::optional<price> tariff;  ///< the funder's rate; also the price when there is no provider rate
  std::optional<measure> tariff_basis;
  std::optional<validity_period> tariff_period;
  std::optional<std::string> tariff_reference;
  std::optional<measure> requested_quantity;
  std::optional<measure> requested_period;  ///< 1 MON = per month, 1 WEE = per week; absent = over the validity
  std::optional<code> care_mode;
  std::optional<party> payer;  ///< overrides the order's payer
  std::vector<allowance_charge> amounts;
  esppadom::service service;
  extras_t extras;

  friend bool operator==(const order_line&, const order_line&) = default;
};

struct order {
  std::string message_version;
  std::string transaction_id;
  std::string order_id;
  std::optional<code> document_type_code;
  local_time issued_at;
  std::optional<code> purpose_code;
  std::vector<note> notes;
  esppadom::validity_period validity_period;
  party provider;
  party ordering_party;
  std::optional<order_plan> plan;
  std::optional<previous_order_ref> previous_order;
  party beneficiary;
  std::vector<delivery_instruction> instructions;
  std::optional<code> currency;
  std::optional<party> payer;
  std::vector<allowance_charge> order_amounts;
  std::vector<order_line> lines;
  extras_t extras;

  /// Who pays a line: its own payer, else the order's, else the ordering party.
  const party& payer_of(const order_line& line) const {
    if (line.payer) return *line.payer;
    return payer ? *payer : ordering_party;
  }

  friend bool operator==(const order&, const order&) = default;
};

template <>
inline constexpr auto description<order_plan> = fields(
    element<&order_plan::id>(ram / "IssuerAssignedID", "n° du plan d'aide", standing::inferred_medium).token(),
    element<&order_plan::contract_global_id>(qdt / "GlobalID" | also(ram / "GlobalID"), "nature du contrat (?)",
                                             standing::inferred_low),
    element<&order_plan::period>(ram / "EffectiveCISpecifiedPeriod", "bornes du plan d'aide", standing::inferred_low));

template <>
inline constexpr auto description<previous_order_ref> = fields(
    element<&previous_order_ref::id>(ram / "IssuerAssignedID", "n° de la commande remplacée", standing::inferred_low)
        .token());

template <>
inline constexpr auto description<delivery_instruction> =
    fields(element<&delivery_instruction::text>(ram / "Description", "texte", standing::inferred_high));

template <>
inline constexpr auto description<order_line> = fields(
    within(ram / "AssociatedCIOLDocumentLineDocument" | also(ram / "AssociatedCIDocumentLineDocument"), "",
           standing::inferred_high,
           element<&order_line::order_line_id>(ram / "LineID",
                                               "n° de ligne / id du plan d'aide (repris par DELIVERY `OrderLineID`)",
                                               standing::inferred_high)
               .token()),
    may_be_within(
        ram / "SpecifiedCIOLSupplyChainTradeAgreement" | also(ram / "SpecifiedCISupplyChainTradeAgreement"),
        "accord de ligne", standing::inferred_high,
        may_be_within(ram / "GrossPriceProductCITradePrice", "tarif du prestataire", standing::inferred_low,
                      element<&order_line::provider_rate>(ram / "ChargeAmount", "tarif horaire du SAAD",
                                                          standing::inferred_low)
                          .mandatory(),
                      element<&order_line::provider_rate_basis>(ram / "BasisQuantity", "base du tarif",
                                                                standing::inferred_low, unit_codes)),
        may_be_within(
            ram / "NetPriceProductCITradePrice", "tarif du financeur", standing::inferred_medium,
            element<&order_line::tariff>(ram / "ChargeAmount", "tarif horaire", standing::inferred_medium).mandatory(),
            element<&order_line::tariff_basis>(ram / "BasisQuantity", "base du tarif", standing::inferred_medium,
                                               unit_codes),
            element<&order_line::tariff_period>(ram / "ValidityCISpecifiedPeriod", "validité du tarif",
                                                standing::inferred_low),
            may_be_within(ram / "ReferencedCIReferencedDocument", "référence externe de tarif", standing::inferred_low,
                          element<&order_line::tariff_reference>(ram / "IssuerAssignedID", "code du tarif",
                                                                 standing::inferred_low)
                              .mandatory()
                              .token()))),
    within(ram / "SpecifiedCIOLSupplyChainTradeDelivery" | also(ram / "SpecifiedCISupplyChainTradeDelivery"),
           "délivrance de ligne", standing::inferred_high,
           element<&order_line::requested_quantity>(ram / "RequestedQuantity", "quantité commandée",
                                                    standing::inferred_high, unit_codes),
           may_be_within(ram / "RequestedDeliveryCISupplyChainEvent", "fréquence", standing::inferred_low,
                         within(ram / "OccurrenceCISpecifiedPeriod", "période de référence", standing::inferred_low,
                                element<&order_line::requested_period>(
                                    qdt / "DurationMeasure" | also(ram / "DurationMeasure"), "par mois / par semaine",
                                    standing::inferred_low, unit_codes)
                                    .mandatory()))),
    may_be_within(ram / "SpecifiedCIOLSupplyChainTradeSettlement" | also(ram / "SpecifiedCISupplyChainTradeSettlement"),
                  "règlement de ligne", standing::inferred_high,
                  element<&order_line::care_mode>(ram / "CadreIntervention", "cadre d'intervention",
                                                  standing::inferred_high, care_modes),
                  element<&order_line::payer>(ram / "PayerCITradeParty", "payeur de la ligne",
                                              standing::inferred_medium),
                  element<&order_line::amounts>(ram / "SpecifiedCITradeAllowanceCharge",
                                                "ticket modérateur / participation", standing::inferred_low)),
    element<&order_line::service>(ram / "SpecifiedCITradeProduct", "prestation", standing::known));

template <>
inline constexpr auto description<order> = fields(
    within(msg / "CIOHExchangedDocumentContext" | also(msg / "CIExchangedDocumentContext"), "contexte",
           standing::inferred_medium,
           element<&order::message_version>(ram / "VersionID", "version du message", standing::inferred_high).token(),
           element<&order::transaction_id>(ram / "SpecifiedTransactionID", "n° de transaction", standing::inferred_high)
               .token()),
    within(msg / "CIOHExchangedDocument" | also(msg / "CIExchangedDocument"), "entête", standing::known,
           element<&order::order_id>(ram / "ID", "n° de commande", standing::inferred_high).token(),
           element<&order::document_type_code>(ram / "TypeCode", "type de document", standing::open, invoice_types),
           element<&order::issued_at>(ram / "IssueDateTime", "date d'émission", standing::known),
           element<&order::purpose_code>(ram / "PurposeCode", "nature du message", standing::open, message_functions),
           element<&order::notes>(ram / "IncludedCINote", "commentaire", standing::inferred_low),
           element<&order::validity_period>(ram / "EffectiveCISpecifiedPeriod", "période de validité", standing::known)
               .sides("début de validité", "fin de validité")),
    within(
        msg / "CIOHSupplyChainTradeTransaction" | also(msg / "CISupplyChainTradeTransaction"),
        "transaction commerciale", standing::inferred_high,
        within(ram / "ApplicableCIOHSupplyChainTradeAgreement" | also(ram / "ApplicableCISupplyChainTradeAgreement"),
               "accord", standing::inferred_high,
               element<&order::provider>(ram / "SellerCITradeParty", "prestataire (SAAD)", standing::inferred_high),
               element<&order::ordering_party>(ram / "BuyerCITradeParty", "donneur d'ordre", standing::inferred_high),
               element<&order::plan>(ram / "ContractReferencedCIReferencedDocument", "plan d'aide / contrat",
                                     standing::inferred_medium),
               element<&order::previous_order>(ram / "PreviousOrderReferencedCIReferencedDocument",
                                               "commande remplacée", standing::inferred_low)),
        within(ram / "ApplicableCIOHSupplyChainTradeDelivery" | also(ram / "ApplicableCISupplyChainTradeDelivery"),
               "conditions de délivrance", standing::inferred_high,
               element<&order::beneficiary>(ram / "ShipToCITradeParty", "bénéficiaire", standing::inferred_high),
               element<&order::instructions>(ram / "DeliveryCIDeliveryInstructions", "instruction de livraison",
                                             standing::inferred_high)),
        within(ram / "ApplicableCIOHSupplyChainTradeSettlement" | also(ram / "ApplicableCISupplyChainTradeSettlement"),
               "règlement", standing::inferred_high,
               element<&order::currency>(ram / "OrderCurrencyCode", "devise", standing::inferred_medium, currencies),
               element<&order::payer>(ram / "PayerCITradeParty", "payeur", standing::inferred_high),
               element<&order::order_amounts>(ram / "SpecifiedCITradeAllowanceCharge",
                                              "participation forfaitaire mensuelle", standing::inferred_low)),
        element<&order::lines>(ram / "IncludedCIOLSupplyChainTradeLineItem" |
                                   also(ram / "IncludedCISupplyChainTradeLineItem"),
                               "ligne de commande", standing::inferred_high, at_least_one)));

template <>
inline constexpr document_form document_of<order>{
    .uri = "urn:un:unece:uncefact:data:standard:CrossIndustryOrder:2",
    .uri_evidence = standing::inferred_high,
    .wrapper = msg / "order",
    .wrapper_label = "enveloppe",
    .wrapper_evidence = standing::inferred_medium,
    .message = msg / "CrossIndustryOrder",
    .message_label = "commande",
    .message_evidence = standing::known,
    .messages = "orders",
    .at_least_one = true,
    .is_written_once = true,
};

}  // namespace esppadom::inline ESPPADOM_ABI
