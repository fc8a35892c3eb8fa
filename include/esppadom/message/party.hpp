// A party of a message: beneficiary, provider (SAAD), ordering party, payer. Messages reference, section 2.2.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/message/code_lists.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/value/code.hpp"
#include "esppadom/value/identifier.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A contact of a party. The caregiver is the provider's contact whose type is `INT`.
struct party_contact {
  std::optional<identifier> id;
  std::optional<std::string> person_name;
  std::optional<code> type_code;
  extras_t extras;

  friend bool operator==(const party_contact&, const party_contact&) = default;
};

struct party_address {
  std::optional<std::string> line_one;
  std::optional<std::string> postcode;
  std::optional<std::string> city;
  std::optional<code> country;
  extras_t extras;

  friend bool operator==(const party_address&, const party_address&) = default;
};

struct party_tax_registration {
  std::string id;
  extras_t extras;

  friend bool operator==(const party_tax_registration&, const party_tax_registration&) = default;
};

struct party_endpoint {
  std::string uri;
  extras_t extras;

  friend bool operator==(const party_endpoint&, const party_endpoint&) = default;
};

struct party {
  std::vector<identifier> ids;
  std::optional<std::string> name;
  std::optional<std::string> first_name;
  std::optional<std::string> last_name;
  std::optional<local_date> birth_date;
  std::optional<std::string> siret;
  std::vector<party_contact> contacts;
  std::optional<party_address> address;
  std::optional<party_tax_registration> tax_registration;
  std::optional<party_endpoint> endpoint;
  extras_t extras;

  /// The first identifier's text; empty when there is none.
  std::string_view id() const { return ids.empty() ? std::string_view{} : std::string_view{ids.front().value}; }

  friend bool operator==(const party&, const party&) = default;
};

template <>
inline constexpr auto description<party_contact> =
    fields(element<&party_contact::id>(pie / "ID" | also(ram / "ID"), "identifiant", standing::known),
           element<&party_contact::person_name>(pie / "PersonName" | also(ram / "PersonName"), "nom", standing::known),
           element<&party_contact::type_code>(pie / "TypeCode" | also(ram / "TypeCode"), "type de contact",
                                              standing::known, contact_types));

template <>
inline constexpr auto description<party_address> = fields(
    element<&party_address::line_one>(pie / "LineOne" | also(ram / "LineOne"), "rue", standing::known),
    element<&party_address::postcode>(pie / "PostcodeCode" | also(ram / "PostcodeCode"), "code postal", standing::known)
        .token(),
    element<&party_address::city>(pie / "CityName" | also(ram / "CityName"), "ville", standing::known),
    element<&party_address::country>(pie / "CountryID" | also(ram / "CountryID"), "pays", standing::known, countries));

template <>
inline constexpr auto description<party_tax_registration> =
    fields(element<&party_tax_registration::id>(pie / "ID" | also(ram / "ID"), "n° de TVA", standing::inferred_medium)
               .token());

template <>
inline constexpr auto description<party_endpoint> = fields(
    element<&party_endpoint::uri>(pie / "URIID" | also(ram / "URIID"), "URI", standing::inferred_medium).token());

template <>
inline constexpr auto description<party> = fields(
    element<&party::ids>(pie / "ID" | also(ram / "ID"), "identifiant", standing::known, at_least_one),
    element<&party::name>(pie / "Name" | also(ram / "Name"), "nom complet / raison sociale", standing::known),
    element<&party::first_name>(pie / "FirstName" | also(ram / "FirstName"), "prénom", standing::known),
    element<&party::last_name>(pie / "LastName" | also(ram / "LastName"), "nom", standing::known),
    element<&party::birth_date>(pie / "BirthDate" | also(ram / "BirthDate"), "date de naissance", standing::known),
    element<&party::siret>(pie / "SIRET" | also(ram / "SIRET"), "SIRET", standing::known).token(14),
    element<&party::contacts>(pie / "DefinedCITradeContact" | also(ram / "DefinedCITradeContact"),
                              "contact / intervenant", standing::known),
    element<&party::address>(pie / "PostalCITradeAddress" | also(ram / "PostalCITradeAddress"), "adresse",
                             standing::known),
    element<&party::tax_registration>(pie / "SpecifiedCITaxRegistration" | also(ram / "SpecifiedCITaxRegistration"),
                                      "immatriculation TVA", standing::known)
        .though("namespace", standing::inferred_medium),
    element<&party::endpoint>(pie / "EndPointURICIUniversalCommunication" |
                                  also(ram / "EndPointURICIUniversalCommunication"),
                              "adresse électronique", standing::known)
        .though("namespace", standing::inferred_medium));

/// The caregiver (*intervenant*) among the provider's contacts: the first of type `INT`; null when there is none.
inline const party_contact* caregiver(const party& provider) {
  for (const auto& candidate : provider.contacts) {
    if (candidate.type_code && candidate.type_code->value == "INT") return &candidate;
  }
  return nullptr;
}

}  // namespace esppadom::inline ESPPADOM_ABI
