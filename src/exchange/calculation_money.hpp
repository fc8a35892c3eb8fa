// Questions about amounts, and their answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "esppadom/billing/split_result.hpp"
#include "esppadom/billing/vat.hpp"
#include "esppadom/value/fraction.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

// -- a visit among its funders ----------------------------------------------------------------------------------------

struct asked_segment {
  exact_duration seconds;
  unit_price price;
  std::optional<percentage> surcharge;
  std::optional<surcharge_kind> kind;
  std::optional<day_class> day;
  std::optional<bool> extra_minutes;
};
struct asked_funder {
  std::optional<std::string> funder;
  unit_price tariff;
  std::optional<percentage> participation;
  std::optional<exact_duration> pool_seconds;
  std::optional<exact_duration> volume_seconds;
  std::optional<money> euros;
};
struct split_visit_question {
  std::vector<asked_segment> segments;
  std::vector<asked_funder> funders;
  std::optional<exact_duration> limit_seconds;
  std::optional<bool> cancelled;
};
struct told_share {
  exact_amount share;
  exact_duration seconds;
};
struct told_reason {
  beneficiary_reason reason = beneficiary_reason::participation;
  exact_amount amount;
};
struct told_piece {
  exact_duration seconds;
  exact_amount price;
};
struct told_cents {
  money price;
  std::vector<money> funders;
  money beneficiary;
  money provider;
};
struct split_visit_answer {
  unbilled_reason reason = unbilled_reason::none;
  std::vector<told_share> funders;
  exact_amount beneficiary;
  exact_amount provider;
  exact_amount rejected;
  std::vector<told_reason> reasons;
  std::vector<told_piece> pieces;
  std::optional<told_cents> cents;
};

// -- cents ------------------------------------------------------------------------------------------------------------

struct asked_line {
  exact_amount price;
  std::vector<exact_amount> funders;
  exact_amount beneficiary;
  std::optional<exact_amount> provider;
};
struct cents_question {
  std::vector<asked_line> lines;
};
struct cents_answer {
  std::vector<told_cents> lines;
};

// -- VAT --------------------------------------------------------------------------------------------------------------

struct vat_question {
  bool prices_include_tax = false;
  std::vector<taxed_amount> amounts;
};

// -- participations of a month ----------------------------------------------------------------------------------------

struct funder_money {
  std::string funder;
  money amount;
};
struct asked_document_line {
  local_month month;
  std::string provider;
  money price;
  std::vector<funder_money> shares;
};
struct fixed_participation_question {
  std::vector<asked_document_line> lines;
  local_month month;
  std::string funder;
  std::optional<std::string> provider;
  money amount;
};
struct told_document_line {
  std::vector<funder_money> shares;
  money participation;
};
struct fixed_participation_answer {
  money taken;
  std::vector<told_document_line> lines;
};

struct amount_in_force {
  local_date from;
  local_date to;
  fraction amount;
};
struct participation_of_month_question {
  local_month month;
  std::vector<amount_in_force> amounts;
};
struct participation_of_month_answer {
  exact_amount amount;
  std::optional<money> cents;
};

}  // namespace detail

template <>
inline constexpr auto description<detail::asked_segment> = fields(
    field<&detail::asked_segment::seconds>("durée (s)"), field<&detail::asked_segment::price>("prix horaire (€)"),
    field<&detail::asked_segment::surcharge>("majoration (%)"),
    field<&detail::asked_segment::kind>("nature de la majoration"), field<&detail::asked_segment::day>("jour"),
    field<&detail::asked_segment::extra_minutes>("minutes complémentaires"));
template <>
inline constexpr auto description<detail::asked_funder> =
    fields(field<&detail::asked_funder::funder>("financeur, d'après funding.per_funder"),
           field<&detail::asked_funder::tariff>("tarif horaire (€)"),
           field<&detail::asked_funder::participation>("participation de la commande (%)"),
           field<&detail::asked_funder::pool_seconds>("reste du plan (s) ; absent : sans limite"),
           field<&detail::asked_funder::volume_seconds>("reste du volume (s) ; absent : sans limite"),
           field<&detail::asked_funder::euros>("reste du volume (€) ; absent : sans limite"));
template <>
inline constexpr auto description<detail::split_visit_question> =
    fields(field<&detail::split_visit_question::segments>("parties de l'intervention"),
           field<&detail::split_visit_question::funders>("financeurs, dans leur ordre"),
           field<&detail::split_visit_question::limit_seconds>("sous-plafond (s)"),
           field<&detail::split_visit_question::cancelled>("annulée, à la charge du bénéficiaire"));
template <>
inline constexpr auto description<detail::told_share> = fields(field<&detail::told_share::share>("part (€, exacte)"),
                                                               field<&detail::told_share::seconds>("temps (s)"));
template <>
inline constexpr auto description<detail::told_reason> =
    fields(field<&detail::told_reason::reason>("motif"), field<&detail::told_reason::amount>("montant (€, exact)"));
template <>
inline constexpr auto description<detail::told_piece> = fields(field<&detail::told_piece::seconds>("temps (s)"),
                                                               field<&detail::told_piece::price>("prix (€, exact)"));
template <>
inline constexpr auto description<detail::told_cents> = fields(
    field<&detail::told_cents::price>("prix (€)"), field<&detail::told_cents::funders>("parts des financeurs (€)"),
    field<&detail::told_cents::beneficiary>("part du bénéficiaire (€)"),
    field<&detail::told_cents::provider>("part du prestataire (€)"));
template <>
inline constexpr auto description<detail::split_visit_answer> = fields(
    field<&detail::split_visit_answer::reason>("motif de non-facturation"),
    field<&detail::split_visit_answer::funders>("parts des financeurs"),
    field<&detail::split_visit_answer::beneficiary>("part du bénéficiaire (€, exacte)"),
    field<&detail::split_visit_answer::provider>("part du prestataire (€, exacte)"),
    field<&detail::split_visit_answer::rejected>("prix rejeté (€, exact)"),
    field<&detail::split_visit_answer::reasons>("part du bénéficiaire par motif"),
    field<&detail::split_visit_answer::pieces>("morceaux"), field<&detail::split_visit_answer::cents>("en centimes"));
template <>
inline constexpr auto description<detail::asked_line> =
    fields(field<&detail::asked_line::price>("prix (€, exact)"),
           field<&detail::asked_line::funders>("parts des financeurs (€, exactes)"),
           field<&detail::asked_line::beneficiary>("part du bénéficiaire (€, exacte)"),
           field<&detail::asked_line::provider>("part du prestataire (€, exacte)"));
template <>
inline constexpr auto description<detail::cents_question> =
    fields(field<&detail::cents_question::lines>("lignes, avec autant de financeurs chacune"));
template <>
inline constexpr auto description<detail::cents_answer> =
    fields(field<&detail::cents_answer::lines>("lignes ; une seule, la somme, quand invoicing.round_at vaut visit"));
template <>
inline constexpr auto description<taxed_amount> = fields(field<&taxed_amount::amount>("montant (€)"),
                                                         field<&taxed_amount::rate>("taux (%)"));
template <>
inline constexpr auto description<detail::vat_question> =
    fields(field<&detail::vat_question::prices_include_tax>("montants TTC"),
           field<&detail::vat_question::amounts>("montants et taux"));
template <>
inline constexpr auto description<document_vat> = fields(field<&document_vat::net>("montants HT (€)"),
                                                         field<&document_vat::taxes>("TVA par taux"),
                                                         field<&document_vat::net_total>("total HT (€)"),
                                                         field<&document_vat::tax_total>("total de TVA (€)"),
                                                         field<&document_vat::grand_total>("total TTC (€)"),
                                                         field<&document_vat::difference>("écart d'arrondi (€)"));
template <>
inline constexpr auto description<detail::funder_money> = fields(field<&detail::funder_money::funder>("financeur"),
                                                                 field<&detail::funder_money::amount>("part (€)"));
template <>
inline constexpr auto description<detail::asked_document_line> = fields(
    field<&detail::asked_document_line::month>("mois"), field<&detail::asked_document_line::provider>("prestataire"),
    field<&detail::asked_document_line::price>("prix (€)"),
    field<&detail::asked_document_line::shares>("parts des financeurs"));
template <>
inline constexpr auto description<detail::fixed_participation_question> =
    fields(field<&detail::fixed_participation_question::lines>("lignes, dans leur ordre"),
           field<&detail::fixed_participation_question::month>("mois"),
           field<&detail::fixed_participation_question::funder>("financeur"),
           field<&detail::fixed_participation_question::provider>("prestataire ; absent : tous"),
           field<&detail::fixed_participation_question::amount>("participation du mois (€)"));
template <>
inline constexpr auto description<detail::told_document_line> =
    fields(field<&detail::told_document_line::shares>("parts des financeurs"),
           field<&detail::told_document_line::participation>("participation du bénéficiaire (€)"));
template <>
inline constexpr auto description<detail::fixed_participation_answer> =
    fields(field<&detail::fixed_participation_answer::taken>("pris (€)"),
           field<&detail::fixed_participation_answer::lines>("lignes"));
template <>
inline constexpr auto description<detail::amount_in_force> =
    fields(field<&detail::amount_in_force::from>("premier jour"), field<&detail::amount_in_force::to>("dernier jour"),
           field<&detail::amount_in_force::amount>("montant d'un mois entier (€)"));
template <>
inline constexpr auto description<detail::participation_of_month_question> =
    fields(field<&detail::participation_of_month_question::month>("mois"),
           field<&detail::participation_of_month_question::amounts>("montants en vigueur"));
template <>
inline constexpr auto description<detail::participation_of_month_answer> =
    fields(field<&detail::participation_of_month_answer::amount>("montant (€, exact)"),
           field<&detail::participation_of_month_answer::cents>("arrondi au centime (€)"));

}  // namespace esppadom::inline ESPPADOM_ABI
