// What a reconciliation is given and what it says: invoice lines as they stand, lines as the rules make them, the
// differences between both. Billing rules reference, section 2f (f13; checks R).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A line of an invoice, whoever made it. Times and amounts are signed: those of a credit note are below 0. The share
/// is the payer's, without VAT.
struct stated_line {
  std::string document;
  std::string line;
  local_time issued_at;
  std::optional<local_month> month;  ///< of the visits; none = the invoice names no period
  std::string provider;
  std::string payer;
  std::string beneficiary;
  std::string order_id;
  std::string order_line;
  std::string service;
  std::vector<std::string> deliveries;
  std::optional<exact_duration> time;  ///< none = the line counts no time
  std::optional<unit_price> price;     ///< of one hour, or of one unit
  std::optional<percentage> participation;
  money share;
  bool pro_forma = false;
};

/// What an invoice should say for one payer under the rules: a line that billing emitted, and its share without VAT.
struct expected_line {
  std::string beneficiary;
  emitted_line line;
  money share;
};

/// The checks R.
enum class reconcile_check : std::uint8_t {
  order_line,        ///< every invoice line has an order line
  validity,          ///< its visits lie inside the order's validity
  tariff,            ///< its tariff is one that holds on that date
  participation,     ///< so is its rate of participation
  delivery,          ///< every visit it names was made, and for that beneficiary
  billable,          ///< no more is billed than the visits are worth
  once,              ///< no minute is billed twice to one payer
  amount,            ///< time and amount are those the rules give
  not_invoiced,      ///< every visit to be billed stands on an invoice
  order_unperformed  ///< every order is performed
};

template <>
struct enum_names<reconcile_check> {
  static constexpr enum_name<reconcile_check> items[] = {{reconcile_check::order_line, "order_line"},
                                                         {reconcile_check::validity, "validity"},
                                                         {reconcile_check::tariff, "tariff"},
                                                         {reconcile_check::participation, "participation"},
                                                         {reconcile_check::delivery, "delivery"},
                                                         {reconcile_check::billable, "billable"},
                                                         {reconcile_check::once, "once"},
                                                         {reconcile_check::amount, "amount"},
                                                         {reconcile_check::not_invoiced, "not_invoiced"},
                                                         {reconcile_check::order_unperformed, "order_unperformed"}};
};

/// What most likely made the difference. It is a hint for whoever looks into it, never a judgement.
enum class difference_reason : std::uint8_t {
  rounding,      ///< same visits, a few cents or less than a minute a visit
  late_visit,    ///< a visit was sent, changed or withdrawn after the invoice was issued
  changed_plan,  ///< an order was issued after the invoice, or two orders hold in that month
  other_rules,   ///< same visits at another duration or price: other rules, or another version of them
  billed_twice,  ///< the same minutes stand on several lines
  no_visit,      ///< what is billed is no visit that was sent, or one that is not to be billed
  not_sent,      ///< the visits were known in time and stand on no invoice
  no_order,      ///< no order covers it
  unknown
};

template <>
struct enum_names<difference_reason> {
  static constexpr enum_name<difference_reason> items[] = {{difference_reason::rounding, "rounding"},
                                                           {difference_reason::late_visit, "late_visit"},
                                                           {difference_reason::changed_plan, "changed_plan"},
                                                           {difference_reason::other_rules, "other_rules"},
                                                           {difference_reason::billed_twice, "billed_twice"},
                                                           {difference_reason::no_visit, "no_visit"},
                                                           {difference_reason::not_sent, "not_sent"},
                                                           {difference_reason::no_order, "no_order"},
                                                           {difference_reason::unknown, "unknown"}};
};

/// One difference with both sides: what the invoice states, what orders, visits and rules give. What a side does not
/// say is not there. `difference` is stated less expected.
struct reconcile_row {
  reconcile_check check = reconcile_check::amount;
  difference_reason reason = difference_reason::unknown;
  std::optional<std::string> document;
  std::optional<std::string> line;
  std::optional<local_month> month;
  std::string provider;
  std::string payer;
  std::string beneficiary;
  std::string service;
  std::string order_line;
  std::vector<std::string> deliveries;
  std::optional<exact_duration> stated_seconds;
  std::optional<exact_duration> expected_seconds;
  std::optional<money> stated_amount;
  std::optional<money> expected_amount;
  std::optional<money> difference;
  std::optional<std::string> stated;        ///< of what is neither time nor amount: a tariff, a rate, a period
  std::optional<std::string> expected;      ///< the same
  std::optional<unbilled_reason> unbilled;  ///< why the rules bill nothing, where that is known

  friend bool operator==(const reconcile_row&, const reconcile_row&) = default;
};

/// Both sides added up for one provider, payer, service, beneficiary or month.
struct reconcile_sum {
  std::string group;
  std::int64_t lines = 0;
  exact_duration stated_seconds;
  std::optional<exact_duration> expected_seconds;  ///< unknown without rules
  money stated_amount;
  std::optional<money> expected_amount;  ///< unknown without rules
  std::optional<money> difference;       ///< stated less expected
  std::int64_t differences = 0;          ///< rows about this group

  friend bool operator==(const reconcile_sum&, const reconcile_sum&) = default;
};

/// Why invoice lines are in no sum.
enum class left_out_reason : std::uint8_t { other_currency, replaced, pro_forma, outside_filter };

template <>
struct enum_names<left_out_reason> {
  static constexpr enum_name<left_out_reason> items[] = {{left_out_reason::other_currency, "other_currency"},
                                                         {left_out_reason::replaced, "replaced"},
                                                         {left_out_reason::pro_forma, "pro_forma"},
                                                         {left_out_reason::outside_filter, "outside_filter"}};
};

/// Lines that the sums leave out. Amounts in another currency are not added up.
struct omitted_lines {
  left_out_reason reason = left_out_reason::replaced;
  std::int64_t lines = 0;
  std::optional<money> amount;

  friend bool operator==(const omitted_lines&, const omitted_lines&) = default;
};

enum class reconcile_group : std::uint8_t { provider, payer, service, month, beneficiary };

template <>
struct enum_names<reconcile_group> {
  static constexpr enum_name<reconcile_group> items[] = {{reconcile_group::provider, "provider"},
                                                         {reconcile_group::payer, "funder"},
                                                         {reconcile_group::service, "service"},
                                                         {reconcile_group::month, "month"},
                                                         {reconcile_group::beneficiary, "beneficiary"}};
};

/// What is looked at. An empty text or a month that is not given leaves nothing out.
struct reconcile_query {
  std::optional<local_month> from;
  std::optional<local_month> to;
  std::string provider;
  std::string payer;
  std::string service;
  reconcile_group by = reconcile_group::provider;
};

/// Everything one reconciliation says.
struct reconciliation {
  reconcile_group by = reconcile_group::provider;
  bool with_rules = false;  ///< whether amounts were compared with what the rules give
  reconcile_sum total;
  std::vector<reconcile_sum> sums;  ///< by `group`
  std::vector<omitted_lines> left_out;
  std::vector<reconcile_row> rows;  ///< by month, provider, payer, beneficiary, service, check, document, line
  findings found;
};

template <>
inline constexpr auto description<reconcile_row> = fields(
    field<&reconcile_row::check>("contrôle"), field<&reconcile_row::reason>("cause probable"),
    field<&reconcile_row::document>("n° de facture"), field<&reconcile_row::line>("ligne"),
    field<&reconcile_row::month>("mois"), field<&reconcile_row::provider>("prestataire"),
    field<&reconcile_row::payer>("payeur"), field<&reconcile_row::beneficiary>("bénéficiaire"),
    field<&reconcile_row::service>("prestation"), field<&reconcile_row::order_line>("ligne de commande"),
    field<&reconcile_row::deliveries>("interventions"), field<&reconcile_row::stated_seconds>("temps facturé (s)"),
    field<&reconcile_row::expected_seconds>("temps attendu (s)"),
    field<&reconcile_row::stated_amount>("montant facturé"), field<&reconcile_row::expected_amount>("montant attendu"),
    field<&reconcile_row::difference>("écart"), field<&reconcile_row::stated>("valeur facturée"),
    field<&reconcile_row::expected>("valeur attendue"), field<&reconcile_row::unbilled>("motif de non-facturation"));

template <>
inline constexpr auto description<reconcile_sum> = fields(field<&reconcile_sum::group>("groupe"),
                                                          field<&reconcile_sum::lines>("lignes"),
                                                          field<&reconcile_sum::stated_seconds>("temps facturé (s)"),
                                                          field<&reconcile_sum::expected_seconds>("temps attendu (s)"),
                                                          field<&reconcile_sum::stated_amount>("montant facturé"),
                                                          field<&reconcile_sum::expected_amount>("montant attendu"),
                                                          field<&reconcile_sum::difference>("écart"),
                                                          field<&reconcile_sum::differences>("nombre d'écarts"));

template <>
inline constexpr auto description<omitted_lines> = fields(field<&omitted_lines::reason>("motif"),
                                                          field<&omitted_lines::lines>("lignes"),
                                                          field<&omitted_lines::amount>("montant"));

}  // namespace esppadom::inline ESPPADOM_ABI
