// What a run of billing returns, in the form in which it is shown and stored: one struct a table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/line.hpp"
#include "esppadom/billing/vat.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A line of an invoice. Amounts of a credit note are positive: its type says that they are given back.
struct billed_line {
  local_month month;
  std::string beneficiary;
  std::string order_id;
  std::string order_line;
  std::string service;
  std::string aid_type;
  std::vector<std::string> deliveries;
  exact_duration billed_seconds;
  std::optional<decimal> units;     ///< of a line that counts no time: `billed_seconds` is then 0
  std::optional<std::string> unit;  ///< of those, as ordered: C62, DAY
  esppadom::unit_price unit_price;
  money surcharges;  ///< gross − price without surcharge
  percentage surcharge_pct;
  surcharge_kind surcharge = surcharge_kind::none;
  money gross;
  money participation;  ///< what remains of the price once every share is taken off
  percentage participation_pct;
  money other_funders;
  money over_tariff;
  money funder_share;
  money net_share;  ///< the funder's share without VAT; the same where there is none
  percentage vat_pct;
  money beneficiary_share;
  std::vector<std::string> funders;

  friend bool operator==(const billed_line&, const billed_line&) = default;
};

/// An amount of a document beside its lines, in the sense of the document: above 0 it adds to what an invoice asks or a
/// credit note gives back.
struct billed_adjustment {
  adjustment_reason reason = adjustment_reason::penalty;
  local_month month;
  money amount;

  friend bool operator==(const billed_adjustment&, const billed_adjustment&) = default;
};

struct billed_invoice {
  std::string id;
  document_type type = document_type::main;
  local_month month;
  std::string provider;
  std::string funder;
  std::string kind;
  std::optional<std::string> corrects;         ///< the main invoice that a later document completes or corrects
  money total;                                 ///< Σ lines
  std::vector<billed_adjustment> adjustments;  ///< penalties and recovered advances
  std::vector<billed_tax> taxes;               ///< empty where nothing is taxed
  money grand_total;                           ///< with penalties and VAT
  money due;                                   ///< grand total less recovered advances
  std::vector<billed_line> lines;

  friend bool operator==(const billed_invoice&, const billed_invoice&) = default;
};

/// What the beneficiary pays, with the reason; negative when something is given back.
struct beneficiary_line {
  std::string reason;
  std::string order_line;
  std::string service;
  std::vector<std::string> deliveries;
  exact_duration billed_seconds;
  std::optional<decimal> units;     ///< as on an invoice line
  std::optional<std::string> unit;  ///< as on an invoice line
  esppadom::unit_price unit_price;
  money gross;
  money amount;

  friend bool operator==(const beneficiary_line&, const beneficiary_line&) = default;
};

struct beneficiary_invoice {
  std::string beneficiary;
  std::string provider;
  local_month month;
  money total;
  std::vector<beneficiary_line> lines;

  friend bool operator==(const beneficiary_invoice&, const beneficiary_invoice&) = default;
};

/// Why a difference is on no document of this run. It is due: a later run takes it up.
enum class held_reason : std::uint8_t { complementary_disabled, complementary_limit, credit_on_next, not_validated };

template <>
struct enum_names<held_reason> {
  static constexpr enum_name<held_reason> items[] = {{held_reason::complementary_disabled, "COMPLEMENTARY_DISABLED"},
                                                     {held_reason::complementary_limit, "COMPLEMENTARY_LIMIT"},
                                                     {held_reason::credit_on_next, "CREDIT_ON_NEXT_INVOICE"},
                                                     {held_reason::not_validated, "NOT_VALIDATED"}};
};

/// What stays off the documents of a run.
struct held_document {
  std::string provider;
  std::string funder;
  local_month month;  ///< of the visits
  std::string kind;
  held_reason reason = held_reason::complementary_disabled;
  money amount;  ///< below 0: to be given back
  std::vector<std::string> deliveries;

  friend bool operator==(const held_document&, const held_document&) = default;
};

template <>
inline constexpr auto description<held_document> = fields(field<&held_document::provider>("prestataire"),
                                                          field<&held_document::funder>("financeur"),
                                                          field<&held_document::month>("mois"),
                                                          field<&held_document::kind>("regroupement"),
                                                          field<&held_document::reason>("motif"),
                                                          field<&held_document::amount>("montant"),
                                                          field<&held_document::deliveries>("interventions"));

/// Minutes of an earlier month that may still be used.
struct lot_row {
  local_month month;
  exact_duration left;

  friend bool operator==(const lot_row&, const lot_row&) = default;
};

/// Euros of an earlier period that may still be used.
struct euro_lot_row {
  local_month month;
  money left;

  friend bool operator==(const euro_lot_row&, const euro_lot_row&) = default;
};

/// The same as a `smoothing_row` says of time, for a pool that is counted in euros; each rounded half up to cents.
struct smoothing_euros {
  money plan;
  money used;
  money own;
  money carried;
  money advance;
  money excess;
  money expired;
  std::vector<euro_lot_row> lots;

  friend bool operator==(const smoothing_euros&, const smoothing_euros&) = default;
};

/// A period of a pool: what the plan grants, what was used of it, what was carried, what is in excess. Of a pool in
/// euros the time says only what was charged (`own`) and what was not (`excess`).
struct smoothing_row {
  std::string beneficiary;
  std::string pool;
  local_month month;                  ///< the period's last month, or the last billed one where the period goes on
  std::optional<std::string> period;  ///< when it is no month: 2026-W14, 2026-Q2, 2026-S1, 2026, or a grant by its days
  std::optional<exact_duration> plan_seconds;  ///< none = the orders give no quantity
  exact_duration used;
  exact_duration own;
  exact_duration carried;
  exact_duration advance;
  exact_duration excess;
  exact_duration expired;
  std::vector<lot_row> lots;
  std::optional<smoothing_euros> euros;
  std::optional<std::string> unit;  ///< of a pool that counts no time: 3 600 s stand for one unit

  friend bool operator==(const smoothing_row&, const smoothing_row&) = default;
};

/// A visit, or a part of one, that is not billed.
struct unbilled_visit {
  std::string delivery;
  std::string beneficiary;
  std::string provider;
  local_month month;
  unbilled_reason reason = unbilled_reason::none;
  std::optional<money> amount_at_stake;  ///< none = no price is known

  friend bool operator==(const unbilled_visit&, const unbilled_visit&) = default;
};

template <>
inline constexpr auto description<billed_line> = fields(
    field<&billed_line::month>("mois"), field<&billed_line::beneficiary>("bénéficiaire"),
    field<&billed_line::order_id>("n° de commande"), field<&billed_line::order_line>("ligne de commande"),
    field<&billed_line::service>("prestation"), field<&billed_line::aid_type>("type d'aide"),
    field<&billed_line::deliveries>("interventions"), field<&billed_line::billed_seconds>("temps facturé (s)"),
    field<&billed_line::units>("nombre d'unités"), field<&billed_line::unit>("unité, hors temps"),
    field<&billed_line::unit_price>("prix horaire"), field<&billed_line::surcharges>("majorations"),
    field<&billed_line::surcharge_pct>("taux de majoration"), field<&billed_line::surcharge>("motif de majoration"),
    field<&billed_line::gross>("prix"), field<&billed_line::participation>("participation"),
    field<&billed_line::participation_pct>("taux de participation"),
    field<&billed_line::other_funders>("part des autres financeurs"),
    field<&billed_line::over_tariff>("part au-dessus du tarif"), field<&billed_line::funder_share>("part du financeur"),
    field<&billed_line::net_share>("part du financeur HT"), field<&billed_line::vat_pct>("taux de TVA"),
    field<&billed_line::beneficiary_share>("part du bénéficiaire"),
    field<&billed_line::funders>("financeurs de la ligne"));

template <>
inline constexpr auto description<billed_adjustment> = fields(field<&billed_adjustment::reason>("motif"),
                                                              field<&billed_adjustment::month>("mois"),
                                                              field<&billed_adjustment::amount>("montant"));

template <>
inline constexpr auto description<billed_invoice> =
    fields(field<&billed_invoice::id>("n° de facture"), field<&billed_invoice::type>("nature"),
           field<&billed_invoice::month>("mois"), field<&billed_invoice::provider>("prestataire"),
           field<&billed_invoice::funder>("financeur"), field<&billed_invoice::kind>("regroupement"),
           field<&billed_invoice::corrects>("facture complétée ou rectifiée"), field<&billed_invoice::total>("total"),
           field<&billed_invoice::adjustments>("ajustements"), field<&billed_invoice::taxes>("TVA"),
           field<&billed_invoice::grand_total>("total TTC"), field<&billed_invoice::due>("dû"),
           field<&billed_invoice::lines>("lignes"));

template <>
inline constexpr auto description<beneficiary_line> = fields(
    field<&beneficiary_line::reason>("motif"), field<&beneficiary_line::order_line>("ligne de commande"),
    field<&beneficiary_line::service>("prestation"), field<&beneficiary_line::deliveries>("interventions"),
    field<&beneficiary_line::billed_seconds>("temps facturé (s)"), field<&beneficiary_line::units>("nombre d'unités"),
    field<&beneficiary_line::unit>("unité, hors temps"), field<&beneficiary_line::unit_price>("prix horaire"),
    field<&beneficiary_line::gross>("prix"), field<&beneficiary_line::amount>("montant"));

template <>
inline constexpr auto description<beneficiary_invoice> =
    fields(field<&beneficiary_invoice::beneficiary>("bénéficiaire"),
           field<&beneficiary_invoice::provider>("prestataire"), field<&beneficiary_invoice::month>("mois"),
           field<&beneficiary_invoice::total>("total"), field<&beneficiary_invoice::lines>("lignes"));

template <>
inline constexpr auto description<lot_row> = fields(field<&lot_row::month>("mois d'origine"),
                                                    field<&lot_row::left>("reste (s)"));

template <>
inline constexpr auto description<euro_lot_row> = fields(field<&euro_lot_row::month>("mois d'origine"),
                                                         field<&euro_lot_row::left>("reste"));

template <>
inline constexpr auto description<smoothing_euros> =
    fields(field<&smoothing_euros::plan>("plan"), field<&smoothing_euros::used>("consommé"),
           field<&smoothing_euros::own>("sur la période"), field<&smoothing_euros::carried>("sur le report"),
           field<&smoothing_euros::advance>("par anticipation"), field<&smoothing_euros::excess>("dépassement"),
           field<&smoothing_euros::expired>("report périmé"), field<&smoothing_euros::lots>("lots de report"));

template <>
inline constexpr auto description<smoothing_row> =
    fields(field<&smoothing_row::beneficiary>("bénéficiaire"), field<&smoothing_row::pool>("enveloppe"),
           field<&smoothing_row::month>("mois"), field<&smoothing_row::period>("période"),
           field<&smoothing_row::plan_seconds>("plan (s)"), field<&smoothing_row::used>("consommé (s)"),
           field<&smoothing_row::own>("sur le mois (s)"), field<&smoothing_row::carried>("sur le report (s)"),
           field<&smoothing_row::advance>("par anticipation (s)"), field<&smoothing_row::excess>("dépassement (s)"),
           field<&smoothing_row::expired>("report périmé (s)"), field<&smoothing_row::lots>("lots de report"),
           field<&smoothing_row::euros>("en euros"), field<&smoothing_row::unit>("unité, hors temps"));

template <>
inline constexpr auto description<unbilled_visit> = fields(field<&unbilled_visit::delivery>("intervention"),
                                                           field<&unbilled_visit::beneficiary>("bénéficiaire"),
                                                           field<&unbilled_visit::provider>("prestataire"),
                                                           field<&unbilled_visit::month>("mois"),
                                                           field<&unbilled_visit::reason>("motif"),
                                                           field<&unbilled_visit::amount_at_stake>("montant en jeu"));

}  // namespace esppadom
