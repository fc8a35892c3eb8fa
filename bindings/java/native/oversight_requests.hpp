// What Java may ask about months that were billed, about ledgers and about single rules, and what it is answered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/exchange/calculate.hpp"
#include "esppadom/exchange/calculations.hpp"
#include "esppadom/exchange/cpom_report.hpp"
#include "esppadom/exchange/describe.hpp"
#include "esppadom/exchange/ledger_transfer.hpp"
#include "esppadom/exchange/oversight.hpp"
#include "requests.hpp"

namespace java {

struct statistics_request {
  run_inputs inputs;
  esppadom::statistic of = esppadom::statistic::hours_by_beneficiary;
  esppadom::statistic_period period = esppadom::statistic_period::month;
  std::optional<esppadom::local_month> from;
  std::optional<esppadom::local_month> to;
  std::optional<esppadom::local_date> as_of;
  std::optional<esppadom::local_time> now;
  std::string beneficiary;
  std::string provider;
  std::string caregiver;
  std::string service;
  std::string funder;
  std::optional<std::int64_t> smallest_group;
  esppadom::language language = esppadom::language::french;
};
struct statistics_result {
  std::vector<esppadom::finding_row> findings;
  std::string csv;
  std::string json;
};

struct alerts_request {
  run_inputs inputs;
  std::optional<esppadom::local_date> as_of;
  std::optional<esppadom::local_time> now;
  std::string beneficiary;
  std::string provider;
  esppadom::language language = esppadom::language::french;
};
struct alerts_result {
  esppadom::local_time now;
  std::vector<esppadom::alert_event> events;
  std::int64_t standing = 0;
  bytes ledger;
  std::vector<esppadom::finding_row> findings;
  std::string csv;
  std::string json;
};

struct ledger_export_request {
  named_document ledger;
  esppadom::ledger_cut by = esppadom::ledger_cut::provider;
  std::string id;
  esppadom::language language = esppadom::language::french;
};
struct ledger_export_result {
  bytes part;
  std::vector<esppadom::exported_facts> facts;
  std::vector<esppadom::finding_row> findings;
  std::string csv;
  std::string json;
};
struct ledger_merge_request {
  std::vector<named_document> parts;
  esppadom::language language = esppadom::language::french;
};
struct ledger_merge_result {
  bytes ledger;
  std::vector<esppadom::finding_row> findings;
};

struct reconciliation_request {
  run_inputs inputs;
  std::vector<std::string> invoice_paths;
  std::vector<esppadom::invoice> invoices;
  std::optional<esppadom::local_month> from;
  std::optional<esppadom::local_month> to;
  std::optional<esppadom::local_date> as_of;
  std::string provider;
  std::string funder;
  std::string service;
  esppadom::reconcile_group by = esppadom::reconcile_group::provider;
  esppadom::language language = esppadom::language::french;
};
struct reconciliation_result {
  bool with_rules = false;
  std::vector<esppadom::reconcile_row> rows;
  std::vector<esppadom::reconcile_sum> sums;
  esppadom::reconcile_sum total;
  std::vector<esppadom::finding_row> findings;
  std::string csv;
  std::string json;
};

struct trial_balance_request {
  named_document ledger;
  std::optional<esppadom::local_month> from;
  std::optional<esppadom::local_month> to;
  std::string funder;
  std::string provider;
  esppadom::language language = esppadom::language::french;
};
struct trial_balance_result {
  bool balanced = true;
  std::vector<esppadom::balance_row> rows;
  std::string json;
};

struct cpom_request {
  named_document ledger;
  named_document rules;
  std::optional<esppadom::local_month> from;
  std::optional<esppadom::local_month> to;
  std::string funder;
  std::string provider;
  esppadom::language language = esppadom::language::french;
};
struct cpom_result {
  std::vector<esppadom::cpom_contract> contracts;
  std::vector<esppadom::cpom_month> months;
  std::vector<esppadom::cpom_row> rows;
  std::vector<esppadom::finding_row> findings;
  std::string csv;
  std::string json;
};

struct service_fait_request {
  named_document ledger;
  esppadom::local_month from;
  std::optional<esppadom::local_month> to;
  std::string beneficiary;
  std::optional<std::int64_t> keep_years;
  std::vector<named_document> before;  ///< of the month before, each named by its beneficiary
  bool pages = false;                  ///< also as HTML
  esppadom::language language = esppadom::language::french;
};
struct sealed_statement {
  std::string beneficiary;
  esppadom::local_month month;
  std::string seal;
  bytes document;
  std::optional<bytes> page;
};
struct service_fait_result {
  std::vector<sealed_statement> statements;
  std::vector<esppadom::finding_row> findings;
};
struct verification_request {
  std::vector<named_document> statements;
  std::optional<std::string> head;
  esppadom::language language = esppadom::language::french;
};

struct comparison_request {
  billing_request billing;
  named_document other;
};
struct diff_request {
  std::vector<std::string> paths;
  std::vector<std::string> other_paths;
  bool personal_data = false;
  esppadom::language language = esppadom::language::french;
};
struct diff_result {
  bool equal = false;
  std::vector<esppadom::finding_row> findings;
  std::string json;
};

// -- single rules -----------------------------------------------------------------------------------------------------

struct rounding {
  esppadom::duration step = esppadom::duration::of_minutes(1);
  esppadom::step_mode mode = esppadom::step_mode::nearest;
  esppadom::step_tie tie = esppadom::step_tie::up;
  std::optional<esppadom::duration> threshold;
};
struct round_request {
  rounding rule;
  std::vector<esppadom::duration> times;
};
struct round_result {
  std::vector<esppadom::duration> times;
};

struct funder_terms {
  esppadom::unit_price tariff;
  esppadom::percentage participation;
  std::optional<esppadom::duration> left;
};
struct split_request {
  esppadom::duration time;
  esppadom::unit_price price;
  std::vector<funder_terms> funders;
  esppadom::line_rounding rounding = esppadom::line_rounding::half_up;
  esppadom::residual_cent residual = esppadom::residual_cent::first_funder;
};
struct split_result {
  esppadom::money price;
  std::vector<esppadom::money> funders;
  esppadom::money beneficiary;
  esppadom::money provider;
  std::string json;
};

struct plan_use {
  esppadom::duration plan;
  esppadom::duration used;
};
struct smooth_request {
  rules_query whom;
  std::vector<plan_use> periods;
};

struct calculation_request {
  esppadom::calculation of = esppadom::calculation::visit_time;
  std::string question;
  std::optional<rules_query> whom;
  esppadom::language language = esppadom::language::french;
};
struct description_request {
  esppadom::described_subject of = esppadom::described_subject::order;
};

}  // namespace java

namespace esppadom::inline ESPPADOM_ABI {

template <>
inline constexpr auto description<java::statistics_request> =
    fields(field<&java::statistics_request::inputs>("données"), field<&java::statistics_request::of>("statistique"),
           field<&java::statistics_request::period>("période"),
           field<&java::statistics_request::from>("premier mois ; absent : le premier qui a des interventions"),
           field<&java::statistics_request::to>("dernier mois ; absent : le dernier qui a des interventions"),
           field<&java::statistics_request::as_of>("date de connaissance"),
           field<&java::statistics_request::now>("instant des alertes"),
           field<&java::statistics_request::beneficiary>("bénéficiaire ; vide : tous"),
           field<&java::statistics_request::provider>("prestataire ; vide : tous"),
           field<&java::statistics_request::caregiver>("intervenant ; vide : tous"),
           field<&java::statistics_request::service>("prestation ; vide : toutes"),
           field<&java::statistics_request::funder>("financeur ; vide : tous"),
           field<&java::statistics_request::smallest_group>("plus petit groupe montré ; absent : tous"),
           field<&java::statistics_request::language>("langue"));
template <>
inline constexpr auto description<java::alerts_request> =
    fields(field<&java::alerts_request::inputs>("données, avec le registre de la dernière fois"),
           field<&java::alerts_request::as_of>("date de connaissance"),
           field<&java::alerts_request::now>("instant des alertes ; absent : la fin du dernier mois"),
           field<&java::alerts_request::beneficiary>("bénéficiaire ; vide : tous"),
           field<&java::alerts_request::provider>("prestataire ; vide : tous"),
           field<&java::alerts_request::language>("langue"));
template <>
inline constexpr auto description<java::alerts_result> = fields(
    field<&java::alerts_result::now>("instant"), field<&java::alerts_result::events>("ce qui est nouveau ou terminé"),
    field<&java::alerts_result::standing>("alertes déjà signalées et toujours en cours"),
    field<&java::alerts_result::ledger>("registre à conserver pour la prochaine fois"),
    field<&java::alerts_result::findings>("constats"), field<&java::alerts_result::csv>("lignes, en CSV"),
    field<&java::alerts_result::json>("JSON canonique"));
template <>
inline constexpr auto description<java::ledger_export_request> =
    fields(field<&java::ledger_export_request::ledger>("registre"),
           field<&java::ledger_export_request::by>("ce qui est repris"),
           field<&java::ledger_export_request::id>("son identifiant"),
           field<&java::ledger_export_request::language>("langue"));
template <>
inline constexpr auto description<java::ledger_export_result> = fields(
    field<&java::ledger_export_result::part>("la partie, elle-même un registre"),
    field<&java::ledger_export_result::facts>("repris et laissés, par nature"),
    field<&java::ledger_export_result::findings>("constats"), field<&java::ledger_export_result::csv>("lignes, en CSV"),
    field<&java::ledger_export_result::json>("JSON canonique"));
template <>
inline constexpr auto description<java::ledger_merge_request> =
    fields(field<&java::ledger_merge_request::parts>("parties, dans n'importe quel ordre"),
           field<&java::ledger_merge_request::language>("langue"));
template <>
inline constexpr auto description<java::ledger_merge_result> =
    fields(field<&java::ledger_merge_result::ledger>("registre réuni"),
           field<&java::ledger_merge_result::findings>("constats"));
template <>
inline constexpr auto description<java::statistics_result> = fields(
    field<&java::statistics_result::findings>("constats"), field<&java::statistics_result::csv>("lignes, en CSV"),
    field<&java::statistics_result::json>("JSON canonique"));
template <>
inline constexpr auto description<java::reconciliation_request> =
    fields(field<&java::reconciliation_request::inputs>("données"),
           field<&java::reconciliation_request::invoice_paths>("fichiers de factures"),
           field<&java::reconciliation_request::invoices>("factures"),
           field<&java::reconciliation_request::from>("premier mois ; absent : celui des factures"),
           field<&java::reconciliation_request::to>("dernier mois ; absent : celui des factures"),
           field<&java::reconciliation_request::as_of>("date de connaissance"),
           field<&java::reconciliation_request::provider>("prestataire ; vide : tous"),
           field<&java::reconciliation_request::funder>("financeur ; vide : tous"),
           field<&java::reconciliation_request::service>("prestation ; vide : toutes"),
           field<&java::reconciliation_request::by>("regroupement des sommes"),
           field<&java::reconciliation_request::language>("langue"));
template <>
inline constexpr auto description<java::reconciliation_result> = fields(
    field<&java::reconciliation_result::with_rules>("comparée aux règles"),
    field<&java::reconciliation_result::rows>("écarts"), field<&java::reconciliation_result::sums>("sommes"),
    field<&java::reconciliation_result::total>("total"), field<&java::reconciliation_result::findings>("constats"),
    field<&java::reconciliation_result::csv>("écarts, en CSV"),
    field<&java::reconciliation_result::json>("JSON canonique"));
template <>
inline constexpr auto description<java::trial_balance_request> = fields(
    field<&java::trial_balance_request::ledger>("registre"), field<&java::trial_balance_request::from>("premier mois"),
    field<&java::trial_balance_request::to>("dernier mois"),
    field<&java::trial_balance_request::funder>("financeur ; vide : tous"),
    field<&java::trial_balance_request::provider>("prestataire ; vide : tous"),
    field<&java::trial_balance_request::language>("langue"));
template <>
inline constexpr auto description<java::trial_balance_result> = fields(
    field<&java::trial_balance_result::balanced>("contrôle nul partout"),
    field<&java::trial_balance_result::rows>("lignes"), field<&java::trial_balance_result::json>("JSON canonique"));
template <>
inline constexpr auto description<java::cpom_request> = fields(
    field<&java::cpom_request::ledger>("registre"), field<&java::cpom_request::rules>("fichier de règles"),
    field<&java::cpom_request::from>("premier mois ; absent : le premier facturé"),
    field<&java::cpom_request::to>("dernier mois ; absent : le dernier facturé"),
    field<&java::cpom_request::funder>("financeur ; vide : tous"),
    field<&java::cpom_request::provider>("prestataire ; vide : tous"), field<&java::cpom_request::language>("langue"));
template <>
inline constexpr auto description<java::cpom_result> =
    fields(field<&java::cpom_result::contracts>("contrats"), field<&java::cpom_result::months>("mois"),
           field<&java::cpom_result::rows>("objectifs et prestations"), field<&java::cpom_result::findings>("constats"),
           field<&java::cpom_result::csv>("lignes, en CSV"), field<&java::cpom_result::json>("JSON canonique"));
template <>
inline constexpr auto description<java::service_fait_request> = fields(
    field<&java::service_fait_request::ledger>("registre"), field<&java::service_fait_request::from>("premier mois"),
    field<&java::service_fait_request::to>("dernier mois ; absent : le premier"),
    field<&java::service_fait_request::beneficiary>("bénéficiaire ; vide : tous"),
    field<&java::service_fait_request::keep_years>("années de conservation"),
    field<&java::service_fait_request::before>("états du mois précédent, nommés par leur bénéficiaire"),
    field<&java::service_fait_request::pages>("aussi en HTML"), field<&java::service_fait_request::language>("langue"));
template <>
inline constexpr auto description<java::sealed_statement> =
    fields(field<&java::sealed_statement::beneficiary>("bénéficiaire"), field<&java::sealed_statement::month>("mois"),
           field<&java::sealed_statement::seal>("sceau"),
           field<&java::sealed_statement::document>("état, à conserver octet pour octet"),
           field<&java::sealed_statement::page>("page HTML à lire et à signer, si elle est demandée"));
template <>
inline constexpr auto description<java::service_fait_result> = fields(
    field<&java::service_fait_result::statements>("états"), field<&java::service_fait_result::findings>("constats"));
template <>
inline constexpr auto description<java::verification_request> =
    fields(field<&java::verification_request::statements>("états conservés"),
           field<&java::verification_request::head>("sceau du dernier, conservé ailleurs"),
           field<&java::verification_request::language>("langue"));
template <>
inline constexpr auto description<java::comparison_request> = fields(
    field<&java::comparison_request::billing>("facturation"), field<&java::comparison_request::other>("autres règles"));
template <>
inline constexpr auto description<java::diff_request> =
    fields(field<&java::diff_request::paths>("premier lot"), field<&java::diff_request::other_paths>("second lot"),
           field<&java::diff_request::personal_data>("montrer les données personnelles"),
           field<&java::diff_request::language>("langue"));
template <>
inline constexpr auto description<java::diff_result> = fields(field<&java::diff_result::equal>("égaux"),
                                                              field<&java::diff_result::findings>("constats"),
                                                              field<&java::diff_result::json>("JSON canonique"));
template <>
inline constexpr auto description<java::rounding> =
    fields(field<&java::rounding::step>("pas"), field<&java::rounding::mode>("sens"),
           field<&java::rounding::tie>("au milieu du pas"),
           field<&java::rounding::threshold>("seuil de l'arrondi supérieur, du sens threshold"));
template <>
inline constexpr auto description<java::round_request> = fields(field<&java::round_request::rule>("arrondi"),
                                                                field<&java::round_request::times>("durées"));
template <>
inline constexpr auto description<java::round_result> = fields(field<&java::round_result::times>("durées arrondies"));
template <>
inline constexpr auto description<java::funder_terms> =
    fields(field<&java::funder_terms::tariff>("tarif horaire"),
           field<&java::funder_terms::participation>("participation du bénéficiaire, en %"),
           field<&java::funder_terms::left>("temps encore financé ; absent : sans limite"));
template <>
inline constexpr auto description<java::split_request> =
    fields(field<&java::split_request::time>("durée"), field<&java::split_request::price>("prix horaire"),
           field<&java::split_request::funders>("financeurs, dans leur ordre"),
           field<&java::split_request::rounding>("arrondi au centime"),
           field<&java::split_request::residual>("centime restant"));
template <>
inline constexpr auto description<java::split_result> =
    fields(field<&java::split_result::price>("prix"), field<&java::split_result::funders>("parts des financeurs"),
           field<&java::split_result::beneficiary>("part du bénéficiaire"),
           field<&java::split_result::provider>("part du prestataire"),
           field<&java::split_result::json>("JSON canonique, avec les fractions exactes"));
template <>
inline constexpr auto description<java::plan_use> = fields(field<&java::plan_use::plan>("plan de la période"),
                                                           field<&java::plan_use::used>("temps réalisé"));
template <>
inline constexpr auto description<java::smooth_request> =
    fields(field<&java::smooth_request::whom>("règles, et date dans la première période"),
           field<&java::smooth_request::periods>("périodes qui se suivent"));
template <>
inline constexpr auto description<java::calculation_request> = fields(
    field<&java::calculation_request::of>("calcul"), field<&java::calculation_request::question>("question, en JSON"),
    field<&java::calculation_request::whom>("règles, date et personne ; absentes : règles neutres"),
    field<&java::calculation_request::language>("langue"));
template <>
inline constexpr auto description<java::description_request> =
    fields(field<&java::description_request::of>("message, ou partie"));

}  // namespace esppadom::inline ESPPADOM_ABI
