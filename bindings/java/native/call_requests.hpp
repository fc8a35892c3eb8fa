// What Java may ask about the calls of a voice server and about messages as a role may see them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "esppadom/exchange/calls.hpp"
#include "esppadom/exchange/views.hpp"
#include "requests.hpp"

namespace java {

struct identify_request {
  named_document calls;
  named_document directory;
  std::optional<named_document> rules;
  std::optional<named_document> circumstances;
  std::optional<esppadom::circumstances> facts;
  std::optional<esppadom::local_time> issued_at;
  std::string transaction_id;
  std::string method = "IVR";
  esppadom::language language = esppadom::language::french;
};
struct identify_result {
  std::vector<esppadom::delivery> visits;
  std::vector<esppadom::delivery> raw_stamps;
  esppadom::call_counts counts;
  std::vector<esppadom::call_row> calls;
  std::vector<esppadom::finding_row> findings;
  std::string json;
};

struct view_request {
  std::vector<std::string> paths;
  std::vector<esppadom::order> orders;
  std::vector<esppadom::delivery> deliveries;
  std::vector<esppadom::invoice> invoices;
  esppadom::view_role role = esppadom::view_role::statistician;
  bytes key;
  std::string provider;
  std::string beneficiary;
  std::string service;
  bool keep_dates = false;
  std::optional<std::int64_t> smallest_group;
  esppadom::language language = esppadom::language::french;
};
struct view_result {
  std::vector<esppadom::order> orders;
  std::vector<esppadom::delivery> deliveries;
  std::vector<esppadom::invoice> invoices;
  std::vector<esppadom::finding_row> findings;
  std::string json;
};

}  // namespace java

namespace esppadom::inline ESPPADOM_ABI {

template <>
inline constexpr auto description<java::identify_request> = fields(
    field<&java::identify_request::calls>("journal des appels, en CSV"),
    field<&java::identify_request::directory>("annuaire des numéros, en CSV ou en JSON"),
    field<&java::identify_request::rules>("fichier de règles ; sans règles, toutes sont neutres"),
    field<&java::identify_request::circumstances>("circonstances dont comptent les interventions planifiées, document"),
    field<&java::identify_request::facts>("circonstances, comme valeurs au lieu d'un document"),
    field<&java::identify_request::issued_at>("date d'émission ; absente : celle du dernier appel"),
    field<&java::identify_request::transaction_id>("n° de transaction ; vide : tiré de la date d'émission"),
    field<&java::identify_request::method>("mode d'identification écrit dans les messages ; vide : aucun"),
    field<&java::identify_request::language>("langue"));
template <>
inline constexpr auto description<java::identify_result> =
    fields(field<&java::identify_result::visits>("interventions, comme messages DELIVERY"),
           field<&java::identify_result::raw_stamps>("horodatages bruts des interventions incomplètes"),
           field<&java::identify_result::counts>("nombres d'appels"),
           field<&java::identify_result::calls>("appels qui ne sont d'aucune intervention, et pourquoi"),
           field<&java::identify_result::findings>("constats"), field<&java::identify_result::json>("JSON canonique"));
template <>
inline constexpr auto description<java::view_request> =
    fields(field<&java::view_request::paths>("fichiers, dossiers et archives"),
           field<&java::view_request::orders>("commandes"), field<&java::view_request::deliveries>("comptes rendus"),
           field<&java::view_request::invoices>("factures"), field<&java::view_request::role>("qui demande à voir"),
           field<&java::view_request::key>("clé des pseudonymes, d'au moins 16 octets"),
           field<&java::view_request::provider>("prestataire ; vide : tous"),
           field<&java::view_request::beneficiary>("bénéficiaire ; vide : tous"),
           field<&java::view_request::service>("prestation ; vide : toutes"),
           field<&java::view_request::keep_dates>("garder les dates que le rôle verrait décalées"),
           field<&java::view_request::smallest_group>("plus petit groupe montré ; absent : tous"),
           field<&java::view_request::language>("langue"));
template <>
inline constexpr auto description<java::view_result> =
    fields(field<&java::view_result::orders>("commandes"), field<&java::view_result::deliveries>("comptes rendus"),
           field<&java::view_result::invoices>("factures"), field<&java::view_result::findings>("constats"),
           field<&java::view_result::json>("ce qui fut gardé et retiré, en JSON canonique"));

}  // namespace esppadom::inline ESPPADOM_ABI
