// What outlives a run. The ledger holds facts only, by beneficiary: orders, retained visits, and every line that was
// ever emitted with its document. Counters and carried minutes are not in it: they follow by replay.
// Billing rules reference, section 2f (inferred, high).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "esppadom/billing/told_alert.hpp"
#include "esppadom/billing/visit_record.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Which rules a result was computed under.
struct rule_set_ref {
  std::string id;
  std::int64_t version = 0;
  std::string sha256;  ///< of the canonical JSON of that version

  friend bool operator==(const rule_set_ref&, const rule_set_ref&) = default;
  friend auto operator<=>(const rule_set_ref&, const rule_set_ref&) = default;
};

/// The kind of a document. A pro forma never enters a ledger.
enum class document_type : std::uint8_t { main, complementary, credit_note, pro_forma };

template <>
struct enum_names<document_type> {
  static constexpr enum_name<document_type> items[] = {{document_type::main, "main"},
                                                       {document_type::complementary, "complementary"},
                                                       {document_type::credit_note, "credit_note"},
                                                       {document_type::pro_forma, "pro_forma"}};
};

/// Where an invoice stands (inferred, medium). The ledger holds what was issued; later states are told by the payer.
enum class invoice_state : std::uint8_t { draft, pro_forma, issued, rejected, validated, payment_ordered, paid };

template <>
struct enum_names<invoice_state> {
  static constexpr enum_name<invoice_state> items[] = {{invoice_state::draft, "DRAFT"},
                                                       {invoice_state::pro_forma, "PRO_FORMA"},
                                                       {invoice_state::issued, "ISSUED"},
                                                       {invoice_state::rejected, "REJECTED"},
                                                       {invoice_state::validated, "VALIDATED"},
                                                       {invoice_state::payment_ordered, "PAYMENT_ORDERED"},
                                                       {invoice_state::paid, "PAID"}};
};

/// What changes an amount to pay without being a line: a penalty on the correction rate, an advance paid, a part of an
/// advance recovered.
enum class adjustment_reason : std::uint8_t { penalty, advance, recovery };

template <>
struct enum_names<adjustment_reason> {
  static constexpr enum_name<adjustment_reason> items[] = {{adjustment_reason::penalty, "PENALTY"},
                                                           {adjustment_reason::advance, "ADVANCE"},
                                                           {adjustment_reason::recovery, "RECOVERY"}};
};

/// An adjustment that was made. The amount is signed as the funder sees it: below 0 it owes less (penalty, recovery),
/// above 0 more (an advance, a penalty given back).
struct document_adjustment {
  adjustment_reason reason = adjustment_reason::penalty;
  local_month month;  ///< a penalty: the last month of the period that was rated; an advance: the month it is for
  local_month billed_in;
  std::string provider;
  std::string funder;
  std::string kind;  ///< of the document, as the granularity tells documents apart
  money amount;
  std::string document;

  friend bool operator==(const document_adjustment&, const document_adjustment&) = default;
};

/// A document that was issued. `billed_in` is the month of the run, `month` the month of the visits.
struct issued_document {
  std::string id;
  document_type type = document_type::main;
  local_month month;
  local_month billed_in;
  std::string provider;
  std::string funder;
  std::string kind;  ///< what the granularity tells apart: aid type, district, beneficiary
  local_time issued_at;
  money total;  ///< of its lines
  money due;    ///< what is to be paid: total, penalties, VAT, less recovered advances
  invoice_state state = invoice_state::issued;

  friend bool operator==(const issued_document&, const issued_document&) = default;
};

/// A visit on a line, and how much of it is billed there (signed, as the line).
struct billed_visit {
  std::string delivery_id;
  exact_duration time;

  friend bool operator==(const billed_visit&, const billed_visit&) = default;
};

/// A line as emitted to one payer; amounts are signed (a credit note's are negative). The payer is a funder, or empty:
/// the beneficiary. Several lines of one group add up to what has been asked so far.
struct emitted_line {
  std::string document;     ///< empty on the beneficiary's side
  std::int64_t number = 0;  ///< of the line on its document, from 1
  local_month month;        ///< of the visits
  std::string provider;
  std::string order_id;
  std::string order_line;
  std::string service;
  std::string aid_type;
  std::string payer;
  std::string reason;  ///< on the beneficiary's side: why this is theirs
  unit_price price;
  percentage surcharge;
  surcharge_kind kind = surcharge_kind::none;
  percentage participation;
  percentage vat;
  std::vector<std::string> funders;  ///< who pays on these minutes, in order
  exact_duration time;
  money base;                            ///< the price without surcharge
  money gross;                           ///< the price
  money share;                           ///< the payer's
  money other_funders;                   ///< what the other funders of the line pay
  money over_tariff;                     ///< the part of the price above the funder's tariff
  money beneficiary_share;               ///< of the same line
  std::vector<billed_visit> deliveries;  ///< by identifier
  std::vector<rule_set_ref> rule_sets;
  std::optional<std::string> unit;  ///< of a line that counts no time: an hour of `time` stands for one unit

  friend bool operator==(const emitted_line&, const emitted_line&) = default;
};

/// What a predecessor left: minutes of an earlier month that may still be used (`lot`), or minutes of a month that were
/// used and paid elsewhere (`used`).
enum class opening_kind : std::uint8_t { lot, used };

template <>
struct enum_names<opening_kind> {
  static constexpr enum_name<opening_kind> items[] = {{opening_kind::lot, "lot"}, {opening_kind::used, "used"}};
};

struct opening_time {
  opening_kind kind = opening_kind::lot;
  std::string pool;  ///< as billing names it: "funder/aid type", then "/group" and "/provider" where they apply
  local_month month;
  exact_duration time;

  friend bool operator==(const opening_time&, const opening_time&) = default;
};

/// What a plan paid of a visit when it was invoiced, where that stands (`smoothing.late` = keep_closed). Signed:
/// several of one visit add up.
struct closed_use {
  std::string pool;  ///< as billing names it
  local_date day;    ///< of the visit, or of its part in that period
  std::string provider;
  std::string delivery_id;
  exact_duration asked;    ///< what the visit would have taken of a plan without end
  exact_duration covered;  ///< what the plan paid

  friend bool operator==(const closed_use&, const closed_use&) = default;
};

/// Everything known of one beneficiary.
struct beneficiary_ledger {
  std::string beneficiary;
  std::vector<opening_time> opening;     ///< by pool, month and kind
  std::vector<order> orders;             ///< by issue time, then identifier
  std::vector<visit_record> visits;      ///< one a (provider, delivery id), withdrawn ones included
  std::vector<visit_record> raw_stamps;  ///< `HOR` messages
  std::vector<absence> absences;         ///< by first day
  std::vector<emitted_line> lines;       ///< in the order in which they were emitted
  std::vector<closed_use> closed;        ///< in the order in which they were invoiced
  std::vector<told_alert> alerts;        ///< by identifier; none where nobody had alerts told

  friend bool operator==(const beneficiary_ledger&, const beneficiary_ledger&) = default;
};

struct ledger {
  std::int64_t format = 1;
  std::string rule_book;  ///< identifier of the rule book the ledger was made under; empty = new
  std::vector<rule_set_ref> rule_sets;
  std::vector<issued_document> documents;
  std::vector<document_adjustment> adjustments;   ///< in the order in which they were made
  std::vector<beneficiary_ledger> beneficiaries;  ///< by identifier
  std::vector<std::string> taken_numbers;         ///< of documents that another part of the ledger holds; sorted

  friend bool operator==(const ledger&, const ledger&) = default;
};

template <>
inline constexpr auto description<rule_set_ref> = fields(field<&rule_set_ref::id>("jeu de règles"),
                                                         field<&rule_set_ref::version>("version"),
                                                         field<&rule_set_ref::sha256>("empreinte SHA-256"));

template <>
inline constexpr auto description<billed_visit> = fields(field<&billed_visit::delivery_id>("n° de document"),
                                                         field<&billed_visit::time>("temps facturé"));

template <>
inline constexpr auto description<issued_document> =
    fields(field<&issued_document::id>("n° de document"), field<&issued_document::type>("nature"),
           field<&issued_document::month>("mois des interventions"),
           field<&issued_document::billed_in>("mois de facturation"), field<&issued_document::provider>("prestataire"),
           field<&issued_document::funder>("financeur"), field<&issued_document::kind>("regroupement"),
           field<&issued_document::issued_at>("date d'émission"), field<&issued_document::total>("total"),
           field<&issued_document::due>("dû"), field<&issued_document::state>("état"));

template <>
inline constexpr auto description<document_adjustment> = fields(
    field<&document_adjustment::reason>("motif"), field<&document_adjustment::month>("mois"),
    field<&document_adjustment::billed_in>("mois de facturation"), field<&document_adjustment::provider>("prestataire"),
    field<&document_adjustment::funder>("financeur"), field<&document_adjustment::kind>("regroupement"),
    field<&document_adjustment::amount>("montant"), field<&document_adjustment::document>("n° de document"));

template <>
inline constexpr auto description<emitted_line> = fields(
    field<&emitted_line::document>("n° de document"), field<&emitted_line::number>("n° de ligne"),
    field<&emitted_line::month>("mois des interventions"), field<&emitted_line::provider>("prestataire"),
    field<&emitted_line::order_id>("n° de commande"), field<&emitted_line::order_line>("ligne de commande"),
    field<&emitted_line::service>("prestation"), field<&emitted_line::aid_type>("type d'aide"),
    field<&emitted_line::payer>("payeur"), field<&emitted_line::reason>("motif"),
    field<&emitted_line::price>("prix horaire"), field<&emitted_line::surcharge>("majoration"),
    field<&emitted_line::kind>("motif de majoration"), field<&emitted_line::participation>("participation"),
    field<&emitted_line::vat>("taux de TVA"), field<&emitted_line::funders>("financeurs de la ligne"),
    field<&emitted_line::time>("temps facturé"), field<&emitted_line::base>("prix hors majoration"),
    field<&emitted_line::gross>("prix"), field<&emitted_line::share>("part du payeur"),
    field<&emitted_line::other_funders>("part des autres financeurs"),
    field<&emitted_line::over_tariff>("part au-dessus du tarif"),
    field<&emitted_line::beneficiary_share>("part du bénéficiaire"), field<&emitted_line::deliveries>("interventions"),
    field<&emitted_line::rule_sets>("jeux de règles"), field<&emitted_line::unit>("unité, hors temps"));

template <>
inline constexpr auto description<opening_time> = fields(field<&opening_time::kind>("nature"),
                                                         field<&opening_time::pool>("enveloppe"),
                                                         field<&opening_time::month>("mois"),
                                                         field<&opening_time::time>("temps"));

template <>
inline constexpr auto description<closed_use> = fields(field<&closed_use::pool>("enveloppe"),
                                                       field<&closed_use::day>("jour"),
                                                       field<&closed_use::provider>("prestataire"),
                                                       field<&closed_use::delivery_id>("n° de document"),
                                                       field<&closed_use::asked>("temps demandé"),
                                                       field<&closed_use::covered>("temps pris en charge"));

template <>
inline constexpr auto description<beneficiary_ledger> = fields(
    field<&beneficiary_ledger::beneficiary>("bénéficiaire"), field<&beneficiary_ledger::opening>("reprise"),
    field<&beneficiary_ledger::orders>("commandes"), field<&beneficiary_ledger::visits>("interventions retenues"),
    field<&beneficiary_ledger::raw_stamps>("horodatages seuls"), field<&beneficiary_ledger::absences>("absences"),
    field<&beneficiary_ledger::lines>("lignes émises"), field<&beneficiary_ledger::closed>("mois clos"),
    field<&beneficiary_ledger::alerts>("alertes signalées"));

template <>
inline constexpr auto description<ledger> = fields(field<&ledger::format>("version du format"),
                                                   field<&ledger::rule_book>("recueil de règles"),
                                                   field<&ledger::rule_sets>("jeux de règles"),
                                                   field<&ledger::documents>("documents émis"),
                                                   field<&ledger::adjustments>("ajustements"),
                                                   field<&ledger::beneficiaries>("bénéficiaires"),
                                                   field<&ledger::taken_numbers>("numéros déjà pris"));

/// The part of a ledger that concerns one beneficiary; null when there is none.
inline const beneficiary_ledger* find_beneficiary(const ledger& all, std::string_view beneficiary) {
  const auto at = std::lower_bound(all.beneficiaries.begin(), all.beneficiaries.end(), beneficiary,
                                   [](const auto& part, std::string_view id) { return part.beneficiary < id; });
  return at != all.beneficiaries.end() && at->beneficiary == beneficiary ? &*at : nullptr;
}

/// One ledger a beneficiary, documents and adjustments left out: what may be computed apart, on other threads,
/// processes or machines.
inline std::vector<ledger> split(const ledger& all) {
  std::vector<ledger> parts;
  parts.reserve(all.beneficiaries.size());
  for (const auto& beneficiary : all.beneficiaries) {
    ledger part;
    part.format = all.format;
    part.rule_book = all.rule_book;
    part.rule_sets = all.rule_sets;
    part.taken_numbers = all.taken_numbers;
    part.beneficiaries.push_back(beneficiary);
    parts.push_back(std::move(part));
  }
  return parts;
}

/// The ledger of several disjoint parts, whatever their order: `merge(split(x))` has the beneficiaries of `x`.
inline ledger merge(std::vector<ledger> parts) {
  ledger all;
  for (auto& part : parts) {
    all.format = std::max(all.format, part.format);
    if (all.rule_book.empty()) all.rule_book = part.rule_book;
    all.rule_sets.insert(all.rule_sets.end(), part.rule_sets.begin(), part.rule_sets.end());
    std::move(part.documents.begin(), part.documents.end(), std::back_inserter(all.documents));
    std::move(part.adjustments.begin(), part.adjustments.end(), std::back_inserter(all.adjustments));
    std::move(part.beneficiaries.begin(), part.beneficiaries.end(), std::back_inserter(all.beneficiaries));
    std::move(part.taken_numbers.begin(), part.taken_numbers.end(), std::back_inserter(all.taken_numbers));
  }
  std::sort(all.taken_numbers.begin(), all.taken_numbers.end());
  all.taken_numbers.erase(std::unique(all.taken_numbers.begin(), all.taken_numbers.end()), all.taken_numbers.end());
  std::sort(all.rule_sets.begin(), all.rule_sets.end());
  all.rule_sets.erase(std::unique(all.rule_sets.begin(), all.rule_sets.end()), all.rule_sets.end());
  std::sort(all.documents.begin(), all.documents.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::sort(all.beneficiaries.begin(), all.beneficiaries.end(),
            [](const auto& a, const auto& b) { return a.beneficiary < b.beneficiary; });
  return all;
}

}  // namespace esppadom
