// DELIVERY: the visit a home-care service made (*télégestion*, *compte rendu d'intervention*).
// Messages reference, section 4.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/message/party.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/message/service.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The order a visit belongs to. Production files name only the issuer.
struct delivery_order_ref {
  std::optional<std::string> order_id;
  std::optional<party> issuer;
  extras_t extras;

  friend bool operator==(const delivery_order_ref&, const delivery_order_ref&) = default;
};

struct delivery_contract {
  std::optional<identifier> global_id;  ///< constant `P` observed; meaning open
  extras_t extras;

  friend bool operator==(const delivery_contract&, const delivery_contract&) = default;
};

/// One certified time of arrival or departure (*horodatage*).
struct stamp {
  local_time certified_at;
  std::optional<code> customer_method;
  std::optional<code> supplier_method;
  extras_t extras;

  friend bool operator==(const stamp&, const stamp&) = default;
};

/// Arrival and departure as certified; one side only = incomplete call.
struct stamp_pair {
  std::optional<stamp> arrival;
  std::optional<stamp> departure;
  extras_t extras;

  friend bool operator==(const stamp_pair&, const stamp_pair&) = default;
};

struct delivery_line {
  std::string line_id;
  std::optional<std::string> order_line_id;
  measure billed_quantity;  ///< a rendering of the retained period, in decimal hours in production
  std::optional<code> care_mode;
  esppadom::service service;
  extras_t extras;

  friend bool operator==(const delivery_line&, const delivery_line&) = default;
};

struct delivery {
  std::string message_version;
  std::string transaction_id;  ///< of the batch; never a business key
  std::string delivery_id;
  local_time issued_at;
  std::vector<delivery_order_ref> order_refs;
  std::optional<delivery_contract> contract;
  party beneficiary;
  party provider;                       ///< its contact of type INT is the caregiver
  std::optional<code> correction_code;  ///< present and empty = "no correction"
  instant_period retained_period;
  std::optional<instant_period> planned_period;
  std::optional<stamp_pair> stamps;
  std::vector<delivery_line> lines;
  extras_t extras;

  /// The correction code's text; empty = no correction.
  std::string_view correction() const {
    return correction_code ? std::string_view{correction_code->value} : std::string_view{};
  }
  /// Whether the message carries raw stamps only (`HOR`): its retained period says nothing.
  bool is_stamp_only() const { return correction() == "HOR"; }
  /// Whether the message withdraws the visit (`SUP`).
  bool is_deleted() const { return correction() == "SUP"; }
  /// Whether the message was sent before the visit: no stamps, issued before the start (variant V25; inferred, low).
  bool is_planned() const { return !stamps && retained_period.start && issued_at < *retained_period.start; }

  friend bool operator==(const delivery&, const delivery&) = default;
};

template <>
inline constexpr auto description<delivery_order_ref> = fields(
    element<&delivery_order_ref::order_id>(ram / "IssuerAssignedID", "n° de commande", standing::inferred_high).token(),
    element<&delivery_order_ref::issuer>(ram / "IssuerCITradeParty", "donneur d'ordre / tiers payeur",
                                         standing::known));

template <>
inline constexpr auto description<delivery_contract> =
    fields(element<&delivery_contract::global_id>(qdt / "GlobalID" | also(ram / "GlobalID"), "constante `P` observée",
                                                  standing::known)
               .though("meaning", standing::open));

template <>
inline constexpr auto description<stamp> = fields(
    own_text<&stamp::certified_at>(),
    element<&stamp::certified_at>(ram / "CertifiedDateTime" | also(qdt / "CertifiedDateTime"), "heure certifiée",
                                  standing::known),
    element<&stamp::customer_method>(ram / "CustomerIdentificationMethod" | also(qdt / "CustomerIdentificationMethod"),
                                     "mode d'identification du bénéficiaire", standing::known, timestamp_methods),
    element<&stamp::supplier_method>(ram / "SupplierIdentificationMethod" | also(qdt / "SupplierIdentificationMethod"),
                                     "mode d'identification de l'intervenant", standing::known, timestamp_methods));

template <>
inline constexpr auto description<stamp_pair> = fields(
    element<&stamp_pair::arrival>(ram / "StartDateTime" | also(qdt / "StartDateTime"), "arrivée", standing::known),
    element<&stamp_pair::departure>(ram / "EndDateTime" | also(qdt / "EndDateTime"), "départ", standing::known));

template <>
inline constexpr auto description<delivery_line> = fields(
    within(ram / "AssociatedCIDDLDocumentLineDocument" | also(ram / "AssociatedCIDocumentLineDocument"), "",
           standing::known, element<&delivery_line::line_id>(ram / "LineID", "n° de ligne", standing::known).token(),
           element<&delivery_line::order_line_id>(ram / "OrderLineID", "identifiant du plan d'aide / ligne de commande",
                                                  standing::known)
               .token()),
    within(ram / "SpecifiedCIDDLSupplyChainTradeDelivery" | also(ram / "SpecifiedCISupplyChainTradeDelivery"), "",
           standing::known,
           element<&delivery_line::billed_quantity>(ram / "BilledQuantity", "quantité facturable (heures décimales)",
                                                    standing::known, unit_codes)),
    may_be_within(ram / "SpecifiedCIDDLSupplyChainTradeSettlement" |
                      also(ram / "SpecifiedCISupplyChainTradeSettlement"),
                  "", standing::known,
                  element<&delivery_line::care_mode>(ram / "CadreIntervention", "cadre d'intervention", standing::known,
                                                     care_modes)),
    element<&delivery_line::service>(ram / "SpecifiedCITradeProduct", "prestation", standing::known));

template <>
inline constexpr auto description<delivery> = fields(
    within(msg / "CIDDHExchangedDocumentContext" | also(msg / "CIExchangedDocumentContext"), "contexte",
           standing::known,
           element<&delivery::message_version>(ram / "VersionID", "version du message", standing::known).token(),
           element<&delivery::transaction_id>(ram / "SpecifiedTransactionID", "n° de transaction", standing::known)
               .token()),
    within(msg / "CIDDHExchangedDocument" | also(msg / "CIExchangedDocument"), "entête de télégestion", standing::known,
           element<&delivery::delivery_id>(ram / "ID", "n° de document", standing::known).token(),
           element<&delivery::issued_at>(ram / "IssueDateTime", "date d'émission", standing::known)),
    within(
        msg / "CIDDHSupplyChainTradeTransaction" | also(msg / "CISupplyChainTradeTransaction"), "transaction",
        standing::known,
        within(ram / "ApplicableCIDDHSupplyChainTradeAgreement" | also(ram / "ApplicableCISupplyChainTradeAgreement"),
               "accord", standing::known,
               element<&delivery::order_refs>(ram / "BuyerOrderReferencedCIReferencedDocument", "commande concernée",
                                              standing::known)
                   .written_once(),
               element<&delivery::contract>(ram / "ContractReferencedCIReferencedDocument", "contrat",
                                            standing::known)),
        within(
            ram / "ApplicableCIDDHSupplyChainTradeDelivery" | also(ram / "ApplicableCISupplyChainTradeDelivery"),
            "délivrance", standing::known,
            element<&delivery::beneficiary>(ram / "ShipToCITradeParty", "bénéficiaire", standing::known),
            element<&delivery::provider>(ram / "ShipFromCITradeParty", "prestataire et intervenant", standing::known),
            within(ram / "ActualDespatchCISupplyChainEvent", "délivrance retenue", standing::known,
                   element<&delivery::correction_code>(ram / "TypeCode", "motif de correction", standing::known,
                                                       effectivity_adjust)
                       .or_empty(),
                   element<&delivery::retained_period>(ram / "OccurrenceCISpecifiedPeriod", "période retenue",
                                                       standing::known)
                       .sides("début retenu", "fin retenue")
                       .sides_written_once()),
            may_be_within(ram / "PlannedDeliveryCISupplyChainEvent", "intervention planifiée", standing::inferred_low,
                          element<&delivery::planned_period>(ram / "OccurrenceCISpecifiedPeriod", "période planifiée",
                                                             standing::inferred_low)
                              .sides("début planifié", "fin planifiée")
                              .complete()
                              .mandatory()),
            may_be_within(ram / "AdditionalReferencedCIReferencedDocument", "délivrance effective (horodatage)",
                          standing::known,
                          element<&delivery::stamps>(ram / "EffectiveCISpecifiedPeriod", "horodatages", standing::known)
                              .mandatory())),
        empty(ram / "ApplicableCIDDHSupplyChainTradeSettlement" | also(ram / "ApplicableCISupplyChainTradeSettlement"),
              "règlement (vide)", standing::known),
        element<&delivery::lines>(ram / "IncludedCIDDLSupplyChainTradeLineItem" |
                                      also(ram / "IncludedCISupplyChainTradeLineItem"),
                                  "ligne", standing::known, at_least_one)
            .though("1..n", standing::inferred_high)));

template <>
inline constexpr document_form document_of<delivery>{
    .uri = "urn:un:unece:uncefact:data:standard:CrossIndustryDespatchAdvice:2",
    .uri_evidence = standing::known,
    .wrapper = msg / "delivery",
    .wrapper_label = "enveloppe",
    .wrapper_evidence = standing::known,
    .message = msg / "CrossIndustryDespatchAdvice",
    .message_label = "compte rendu d'intervention (un par intervention)",
    .message_evidence = standing::known,
    .messages = "deliveries",
    .at_least_one = false,
    .is_written_once = false,
};

}  // namespace esppadom::inline ESPPADOM_ABI
