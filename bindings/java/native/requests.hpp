// What Java may ask and what it is answered: plain structs with a description, from which the records and the client on
// the other side are printed. Names of files that cross are UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/bill/rates.hpp"
#include "esppadom/bill/summary.hpp"
#include "esppadom/exchange/explanation.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/xml.hpp"
#include "exchange/envelope_json.hpp"
#include "wire.hpp"

namespace java {

/// How messages are written down.
enum class document_format : std::uint8_t { xml, json };
/// The forms of a report of checks.
enum class report_form : std::uint8_t { json, sarif, junit };

/// A document in memory and what findings call it.
struct named_document {
  std::string name;
  bytes content;
};

/// Why a call could not be made.
struct failure {
  std::string code;  ///< of the finding behind, or the name of an error code
  std::string message_en;
  std::string message_fr;
  std::string path;
  std::string file;
  std::int64_t line = 0;
  std::int64_t column = 0;
  std::vector<esppadom::finding_row> findings;
};

struct library_request {};
struct library_info {
  std::string version;
  std::string layout;  ///< hash of everything that crosses the border, 16 hexadecimal digits
};

// -- reading and writing ----------------------------------------------------------------------------------------------

struct read_request {
  std::optional<std::string> path;
  std::optional<named_document> document;
  bool strict = false;
  std::int64_t message_bytes = 0;  ///< the largest message; 0 = 16 MiB
  esppadom::language language = esppadom::language::french;
};

/// One message of any kind.
struct message_item {
  std::optional<esppadom::order> order;
  std::optional<esppadom::delivery> delivery;
  std::optional<esppadom::invoice> invoice;
};

struct next_request {
  std::int64_t at_most = 1;
};
struct message_batch {
  std::vector<message_item> messages;
  bool end = false;
};

/// What surrounds the messages of a document.
struct document_frame {
  esppadom::message_kind kind = esppadom::message_kind::delivery;
  esppadom::envelope envelope;
  std::string last;    ///< what stands between the last message and the root's end, as XML
  std::string epilog;  ///< comments and instructions after the root, as XML
};

struct state_request {};
struct reader_state {
  bool readable = true;
  document_frame frame;
  std::int64_t line = 0;  ///< of the last message
  std::int64_t column = 0;
  std::vector<esppadom::finding_row> findings;
  std::vector<esppadom::dropped_row> dropped;
};

struct write_request {
  esppadom::message_kind kind = esppadom::message_kind::delivery;
  document_format format = document_format::xml;
  esppadom::write_profile profile = esppadom::write_profile::canonical;
  std::optional<document_frame> frame;
};
struct finish_request {
  std::optional<document_frame> frame;  ///< complete, for what stood after the last message
};
struct chunk {
  bytes content;
  bool end = false;
};

struct convert_request {
  std::optional<std::string> path;
  std::optional<named_document> document;
  document_format format = document_format::xml;
  esppadom::write_profile profile = esppadom::write_profile::round_trip;
  esppadom::language language = esppadom::language::french;
};

// -- checking ---------------------------------------------------------------------------------------------------------

struct check_request {
  message_item message;
  esppadom::language language = esppadom::language::french;
};
struct check_result {
  std::vector<esppadom::finding_row> findings;
};

struct validation_request {
  std::vector<std::string> paths;
  std::vector<named_document> documents;
  std::string profile = "lenient";
  std::optional<named_document> own_profile;
  report_form form = report_form::json;
  esppadom::language language = esppadom::language::french;
};
struct validation_result {
  bool readable = true;
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
  esppadom::validation_report report;
  bytes document;  ///< the report in the form that was asked for
};

// -- rules, rates, billing --------------------------------------------------------------------------------------------

struct rules_request {
  named_document rules;
  esppadom::language language = esppadom::language::french;
};
struct rules_result {
  bool usable = false;
  std::string canonical;
  std::vector<esppadom::finding_row> findings;
};
struct rules_query {
  named_document rules;
  esppadom::local_date date;
  std::string departement;
  std::string funder;
  std::string provider;
  std::string service;
  std::string beneficiary;
  esppadom::language language = esppadom::language::french;
};
struct json_document {
  std::string json;
};

struct rate_request {
  std::vector<std::string> paths;
  std::vector<esppadom::delivery> deliveries;
  std::optional<named_document> rules;
  esppadom::correction_group by = esppadom::correction_group::provider;
  std::optional<esppadom::correction_unit> unit;
  std::optional<esppadom::local_month> month;
  esppadom::language language = esppadom::language::french;
};
struct rate_row {
  std::string group;
  esppadom::local_month month;
  std::int64_t interventions = 0;
  std::int64_t corrected = 0;
  std::optional<esppadom::decimal> rate_pct;
};
struct rate_result {
  std::int64_t interventions = 0;
  std::int64_t corrected = 0;
  std::optional<esppadom::decimal> rate_pct;
  std::vector<rate_row> rows;
  std::vector<esppadom::finding_row> findings;
  bool readable = true;
  std::string json;
};

/// What a run is given; without rules every rule is neutral.
struct run_inputs {
  std::vector<std::string> order_paths;
  std::vector<std::string> delivery_paths;
  std::vector<esppadom::order> orders;
  std::vector<esppadom::delivery> deliveries;
  std::optional<named_document> rules;
  std::optional<named_document> circumstances;
  std::optional<esppadom::circumstances> facts;  ///< circumstances as values, instead of a document
  std::optional<named_document> ledger;
};

/// Everything a run is given, and when and how documents are issued.
struct billing_request : run_inputs {
  esppadom::local_month month;
  esppadom::local_date as_of;
  std::optional<esppadom::local_time> issued_at;
  std::optional<std::string> transaction_id;
  esppadom::issue_stage stage = esppadom::issue_stage::final;
  std::vector<std::string> complete_for;
  std::vector<std::string> validated;
  esppadom::language language = esppadom::language::french;
};
/// Messages for a run that was opened.
struct run_messages {
  std::vector<esppadom::order> orders;
  std::vector<esppadom::delivery> deliveries;
};
struct run_size {
  std::int64_t messages = 0;
};
struct billing_result {
  esppadom::local_month month;
  std::vector<esppadom::rule_set_ref> rule_sets;
  std::vector<esppadom::billed_invoice> invoices;
  std::vector<esppadom::beneficiary_invoice> beneficiary_invoices;
  std::vector<esppadom::funder_payment> payments;
  std::vector<esppadom::smoothing_row> smoothing;
  std::vector<esppadom::unbilled_visit> unbilled;
  std::vector<esppadom::held_document> held;
  std::vector<esppadom::advance_row> advances;
  std::vector<esppadom::slip> slips;
  esppadom::bill_summary summary;
  std::vector<esppadom::invoice> messages;
  bytes ledger;
  std::vector<esppadom::finding_row> findings;
  std::string json;
};

struct explanation_request {
  billing_request billing;
  std::string delivery;
  std::string provider;  ///< empty: the only one that uses the identifier
  esppadom::explanation_format form = esppadom::explanation_format::text;
};
struct explanation_result {
  bytes document;
};

struct apa_request {
  esppadom::local_date date;
  std::int64_t gir = 1;
  esppadom::money plan;
  esppadom::money resources;
  bool couple = false;
  std::optional<esppadom::money> mtp;
};
struct apa_result {
  esppadom::decimal accepted;       ///< four decimals, half up
  esppadom::decimal participation;  ///< four decimals, half up
  esppadom::decimal rate;           ///< six decimals, half up
  esppadom::money paid;
  std::string json;
};

struct conformance_request {
  std::string kit;
  esppadom::language language = esppadom::language::french;
};
struct conformance_result {
  bool passed = false;
  std::int64_t cases = 0;
  std::string json;
};

}  // namespace java

namespace esppadom::inline ESPPADOM_ABI {

template <>
struct enum_names<java::document_format> {
  static constexpr enum_name<java::document_format> items[] = {{java::document_format::xml, "xml"},
                                                               {java::document_format::json, "json"}};
};
template <>
struct enum_names<java::report_form> {
  static constexpr enum_name<java::report_form> items[] = {
      {java::report_form::json, "json"}, {java::report_form::sarif, "sarif"}, {java::report_form::junit, "junit"}};
};

template <>
inline constexpr auto description<java::named_document> =
    fields(field<&java::named_document::name>("nom que portent les constats"),
           field<&java::named_document::content>("contenu"));
template <>
inline constexpr auto description<java::failure> =
    fields(field<&java::failure::code>("code"), field<&java::failure::message_en>("texte anglais"),
           field<&java::failure::message_fr>("texte français"), field<&java::failure::path>("chemin"),
           field<&java::failure::file>("fichier"), field<&java::failure::line>("ligne"),
           field<&java::failure::column>("colonne"), field<&java::failure::findings>("constats"));
template <>
inline constexpr auto description<java::library_request> = fields();
template <>
inline constexpr auto description<java::library_info> = fields(field<&java::library_info::version>("version"),
                                                               field<&java::library_info::layout>("empreinte"));

template <>
inline constexpr auto description<java::read_request> =
    fields(field<&java::read_request::path>("fichier"), field<&java::read_request::document>("document en mémoire"),
           field<&java::read_request::strict>("lecture stricte"),
           field<&java::read_request::message_bytes>("taille maximale d'un message ; 0 = 16 Mio"),
           field<&java::read_request::language>("langue des constats"));
template <>
inline constexpr auto description<java::message_item> = fields(field<&java::message_item::order>("commande"),
                                                               field<&java::message_item::delivery>("compte rendu"),
                                                               field<&java::message_item::invoice>("facture"));
template <>
inline constexpr auto description<java::next_request> =
    fields(field<&java::next_request::at_most>("nombre maximal de messages"));
template <>
inline constexpr auto description<java::message_batch> = fields(field<&java::message_batch::messages>("messages"),
                                                                field<&java::message_batch::end>("fin"));
template <>
inline constexpr auto description<java::document_frame> = fields(
    field<&java::document_frame::kind>("nature des messages"), field<&java::document_frame::envelope>("enveloppe"),
    field<&java::document_frame::last>("avant la fin de la racine"),
    field<&java::document_frame::epilog>("après la racine"));
template <>
inline constexpr auto description<java::state_request> = fields();
template <>
inline constexpr auto description<java::reader_state> = fields(
    field<&java::reader_state::readable>("lisible"), field<&java::reader_state::frame>("ce qui entoure les messages"),
    field<&java::reader_state::line>("ligne du dernier message"),
    field<&java::reader_state::column>("colonne du dernier message"), field<&java::reader_state::findings>("constats"),
    field<&java::reader_state::dropped>("constats comptés"));
template <>
inline constexpr auto description<java::write_request> =
    fields(field<&java::write_request::kind>("nature des messages"), field<&java::write_request::format>("format"),
           field<&java::write_request::profile>("profil d'écriture"),
           field<&java::write_request::frame>("ce qui entoure les messages"));
template <>
inline constexpr auto description<java::finish_request> =
    fields(field<&java::finish_request::frame>("ce qui entoure les messages, complet"));
template <>
inline constexpr auto description<java::chunk> = fields(field<&java::chunk::content>("octets"),
                                                        field<&java::chunk::end>("fin"));
template <>
inline constexpr auto description<java::convert_request> = fields(
    field<&java::convert_request::path>("fichier"), field<&java::convert_request::document>("document en mémoire"),
    field<&java::convert_request::format>("format"), field<&java::convert_request::profile>("profil d'écriture"),
    field<&java::convert_request::language>("langue des constats"));

template <>
inline constexpr auto description<java::check_request> = fields(field<&java::check_request::message>("message"),
                                                                field<&java::check_request::language>("langue"));
template <>
inline constexpr auto description<java::check_result> = fields(field<&java::check_result::findings>("constats"));
template <>
inline constexpr auto description<java::validation_request> = fields(
    field<&java::validation_request::paths>("fichiers, dossiers et archives"),
    field<&java::validation_request::documents>("documents en mémoire"),
    field<&java::validation_request::profile>("profil de gravité fourni : strict ou lenient"),
    field<&java::validation_request::own_profile>("profil de gravité propre, en JSON"),
    field<&java::validation_request::form>("forme du rapport"), field<&java::validation_request::language>("langue"));
template <>
inline constexpr auto description<java::validation_result> = fields(
    field<&java::validation_result::readable>("tout a pu être lu"),
    field<&java::validation_result::errors>("nombre d'erreurs"),
    field<&java::validation_result::warnings>("nombre d'avertissements"),
    field<&java::validation_result::report>("rapport"), field<&java::validation_result::document>("rapport écrit"));

template <>
inline constexpr auto description<java::rules_request> = fields(field<&java::rules_request::rules>("fichier de règles"),
                                                                field<&java::rules_request::language>("langue"));
template <>
inline constexpr auto description<java::rules_result> = fields(field<&java::rules_result::usable>("utilisable"),
                                                               field<&java::rules_result::canonical>("JSON canonique"),
                                                               field<&java::rules_result::findings>("constats"));
template <>
inline constexpr auto description<java::rules_query> =
    fields(field<&java::rules_query::rules>("fichier de règles"), field<&java::rules_query::date>("date"),
           field<&java::rules_query::departement>("département"), field<&java::rules_query::funder>("financeur"),
           field<&java::rules_query::provider>("prestataire"), field<&java::rules_query::service>("prestation"),
           field<&java::rules_query::beneficiary>("bénéficiaire"), field<&java::rules_query::language>("langue"));
template <>
inline constexpr auto description<java::json_document> = fields(field<&java::json_document::json>("JSON canonique"));

template <>
inline constexpr auto description<java::rate_request> = fields(
    field<&java::rate_request::paths>("fichiers, dossiers et archives"),
    field<&java::rate_request::deliveries>("comptes rendus"), field<&java::rate_request::rules>("fichier de règles"),
    field<&java::rate_request::by>("regroupement"), field<&java::rate_request::unit>("unité ; sinon celle des règles"),
    field<&java::rate_request::month>("mois ; sinon tous"), field<&java::rate_request::language>("langue"));
template <>
inline constexpr auto description<java::rate_row> = fields(field<&java::rate_row::group>("groupe"),
                                                           field<&java::rate_row::month>("mois"),
                                                           field<&java::rate_row::interventions>("interventions"),
                                                           field<&java::rate_row::corrected>("corrigées"),
                                                           field<&java::rate_row::rate_pct>("taux de correction (%)"));
template <>
inline constexpr auto description<java::rate_result> =
    fields(field<&java::rate_result::interventions>("interventions"), field<&java::rate_result::corrected>("corrigées"),
           field<&java::rate_result::rate_pct>("taux de correction (%)"), field<&java::rate_result::rows>("détail"),
           field<&java::rate_result::findings>("constats"), field<&java::rate_result::readable>("tout a pu être lu"),
           field<&java::rate_result::json>("JSON canonique"));

template <>
inline constexpr auto description<java::run_inputs> =
    fields(field<&java::run_inputs::order_paths>("commandes : fichiers, dossiers et archives"),
           field<&java::run_inputs::delivery_paths>("comptes rendus : fichiers, dossiers et archives"),
           field<&java::run_inputs::orders>("commandes"), field<&java::run_inputs::deliveries>("comptes rendus"),
           field<&java::run_inputs::rules>("fichier de règles ; sans règles, toutes sont neutres"),
           field<&java::run_inputs::circumstances>("circonstances, en JSON"),
           field<&java::run_inputs::facts>("circonstances, comme valeurs au lieu d'un document"),
           field<&java::run_inputs::ledger>("registre de la facturation précédente"));
/// The entries of two lists as one: a request that is given what another one is, and more.
template <std::size_t... First, class... Entry, std::size_t... Second, class... Other>
constexpr entry_list<Entry..., Other...> joined(
    const detail::entry_list<std::index_sequence<First...>, Entry...>& one,
    const detail::entry_list<std::index_sequence<Second...>, Other...>& two) {
  return {{entry_of<First>(one)}..., {entry_of<Second>(two)}...};
}

template <>
inline constexpr auto description<java::billing_request> =
    joined(description<java::run_inputs>,
           fields(field<&java::billing_request::month>("mois facturé"),
                  field<&java::billing_request::as_of>("date d'arrêté : les commandes émises après sont inconnues"),
                  field<&java::billing_request::issued_at>("date d'émission ; sinon minuit de la date d'arrêté"),
                  field<&java::billing_request::transaction_id>("n° de transaction ; sinon tiré de la date d'émission"),
                  field<&java::billing_request::stage>("facture définitive ou pro forma"),
                  field<&java::billing_request::complete_for>(
                      "prestataires dont toutes les interventions du mois sont données"),
                  field<&java::billing_request::validated>("prestataires qui ont validé leur pro forma"),
                  field<&java::billing_request::language>("langue")));
template <>
inline constexpr auto description<java::run_messages> =
    fields(field<&java::run_messages::orders>("commandes"), field<&java::run_messages::deliveries>("comptes rendus"));
template <>
inline constexpr auto description<java::run_size> = fields(field<&java::run_size::messages>("messages ajoutés"));
template <>
inline constexpr auto description<java::billing_result> = fields(
    field<&java::billing_result::month>("mois facturé"), field<&java::billing_result::rule_sets>("jeux de règles"),
    field<&java::billing_result::invoices>("factures"),
    field<&java::billing_result::beneficiary_invoices>("factures des bénéficiaires"),
    field<&java::billing_result::payments>("versements"), field<&java::billing_result::smoothing>("lissage"),
    field<&java::billing_result::unbilled>("non facturé"), field<&java::billing_result::held>("retenu"),
    field<&java::billing_result::advances>("avances"), field<&java::billing_result::slips>("bordereaux"),
    field<&java::billing_result::summary>("synthèse"), field<&java::billing_result::messages>("messages INVOICE"),
    field<&java::billing_result::ledger>("registre à conserver, en JSON"),
    field<&java::billing_result::findings>("constats"), field<&java::billing_result::json>("JSON canonique"));

template <>
inline constexpr auto description<java::explanation_request> =
    fields(field<&java::explanation_request::billing>("facturation dont une intervention est expliquée"),
           field<&java::explanation_request::delivery>("n° de l'intervention"),
           field<&java::explanation_request::provider>("prestataire, si plusieurs emploient ce numéro"),
           field<&java::explanation_request::form>("forme de l'explication"));
template <>
inline constexpr auto description<java::explanation_result> =
    fields(field<&java::explanation_result::document>("explication"));

template <>
inline constexpr auto description<java::apa_request> =
    fields(field<&java::apa_request::date>("date"), field<&java::apa_request::gir>("GIR"),
           field<&java::apa_request::plan>("plan d'aide mensuel"),
           field<&java::apa_request::resources>("ressources mensuelles"), field<&java::apa_request::couple>("couple"),
           field<&java::apa_request::mtp>("majoration pour tierce personne, si elle n'est pas encore publiée"));
template <>
inline constexpr auto description<java::apa_result> = fields(field<&java::apa_result::accepted>("plan retenu"),
                                                             field<&java::apa_result::participation>("participation"),
                                                             field<&java::apa_result::rate>("taux de participation"),
                                                             field<&java::apa_result::paid>("APA versée"),
                                                             field<&java::apa_result::json>("JSON canonique"));

template <>
inline constexpr auto description<java::conformance_request> = fields(
    field<&java::conformance_request::kit>("dossier des cas"), field<&java::conformance_request::language>("langue"));
template <>
inline constexpr auto description<java::conformance_result> =
    fields(field<&java::conformance_result::passed>("réussi"), field<&java::conformance_result::cases>("nombre de cas"),
           field<&java::conformance_result::json>("JSON canonique"));

}  // namespace esppadom::inline ESPPADOM_ABI
