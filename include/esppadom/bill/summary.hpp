// What a manager wants to know of a run: how many documents, how much to whom, how many hours, what was not billed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/bill/result.hpp"
#include "esppadom/billing/bill_result.hpp"
#include "esppadom/message/description.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Documents of one type. The total of credit notes is what they give back, positive.
struct document_total {
  document_type type = document_type::main;
  std::int64_t count = 0;
  money total;

  friend bool operator==(const document_total&, const document_total&) = default;
};

/// What one funder owes after this run: invoices less credit notes, penalties taken off.
struct funder_total {
  std::string funder;
  money total;

  friend bool operator==(const funder_total&, const funder_total&) = default;
};

/// Hours of the billed month over all pools. `plan` counts pools whose orders limit them; what is used elsewhere is in
/// `used_without_plan` as well as in `used`.
struct hours_total {
  exact_duration plan;
  exact_duration used;
  exact_duration used_without_plan;
  exact_duration own;
  exact_duration carried;
  exact_duration advance;
  exact_duration excess;
  exact_duration expired;

  friend bool operator==(const hours_total&, const hours_total&) = default;
};

/// Visits, or parts of visits, that are not billed for one reason. `without_price`: those whose price is not known, so
/// that `at_stake` does not count them.
struct unbilled_total {
  unbilled_reason reason = unbilled_reason::none;
  std::int64_t count = 0;
  money at_stake;
  std::int64_t without_price = 0;

  friend bool operator==(const unbilled_total&, const unbilled_total&) = default;
};

struct bill_summary {
  std::vector<document_total> documents;  ///< types that occur
  std::vector<funder_total> funders;      ///< by identifier
  money beneficiaries;                    ///< what beneficiaries owe after this run
  hours_total hours;
  std::vector<unbilled_total> unbilled;  ///< in the order of `unbilled_reason`

  friend bool operator==(const bill_summary&, const bill_summary&) = default;
};

template <>
inline constexpr auto description<document_total> = fields(field<&document_total::type>("nature"),
                                                           field<&document_total::count>("nombre"),
                                                           field<&document_total::total>("total"));
template <>
inline constexpr auto description<funder_total> = fields(field<&funder_total::funder>("financeur"),
                                                         field<&funder_total::total>("total"));
template <>
inline constexpr auto description<hours_total> = fields(
    field<&hours_total::plan>("autorisé (s)"), field<&hours_total::used>("consommé (s)"),
    field<&hours_total::used_without_plan>("consommé sans plafond (s)"), field<&hours_total::own>("sur le mois (s)"),
    field<&hours_total::carried>("sur le report (s)"), field<&hours_total::advance>("par anticipation (s)"),
    field<&hours_total::excess>("dépassement (s)"), field<&hours_total::expired>("report périmé (s)"));
template <>
inline constexpr auto description<unbilled_total> =
    fields(field<&unbilled_total::reason>("motif"), field<&unbilled_total::count>("nombre"),
           field<&unbilled_total::at_stake>("montant en jeu"),
           field<&unbilled_total::without_price>("nombre sans prix connu"));
template <>
inline constexpr auto description<bill_summary> = fields(field<&bill_summary::documents>("documents"),
                                                         field<&bill_summary::funders>("financeurs"),
                                                         field<&bill_summary::beneficiaries>("part des bénéficiaires"),
                                                         field<&bill_summary::hours>("heures"),
                                                         field<&bill_summary::unbilled>("non facturé"));

/// Whether the amounts of a document are given back.
inline bool gives_back(const billed_invoice& document) {
  return document.type == document_type::credit_note || document.id.starts_with("PFAV-");
}

namespace detail {

inline hours_total hours_of(const bill_result& result) {
  hours_total hours;
  for (const smoothing_row& row : result.smoothing) {
    if (row.month != result.month || row.unit) continue;
    if (row.plan_seconds) {
      hours.plan += *row.plan_seconds;
    } else {
      hours.used_without_plan += row.used;
    }
    hours.used += row.used;
    hours.own += row.own;
    hours.carried += row.carried;
    hours.advance += row.advance;
    hours.excess += row.excess;
    hours.expired += row.expired;
  }
  return hours;
}

inline std::vector<unbilled_total> unbilled_by_reason(const bill_result& result) {
  std::map<unbilled_reason, unbilled_total> reasons;
  for (const unbilled_visit& visit : result.unbilled) {
    auto& sum = reasons[visit.reason];
    sum.reason = visit.reason;
    ++sum.count;
    sum.at_stake += visit.amount_at_stake.value_or(money());
    sum.without_price += visit.amount_at_stake ? 0 : 1;
  }
  std::vector<unbilled_total> rows;
  for (const auto& [reason, sum] : reasons)
    rows.push_back(sum);
  return rows;
}

}  // namespace detail

/// The totals of a run: sums of its rows, nothing is computed anew.
inline bill_summary summarise(const bill_result& result) {
  bill_summary summary;
  std::map<document_type, document_total> documents;
  std::map<std::string, money> funders;
  for (const billed_invoice& invoice : result.invoices) {
    auto& sum = documents[invoice.type];
    sum.type = invoice.type;
    ++sum.count;
    sum.total += invoice.due;
    funders[invoice.funder] += gives_back(invoice) ? -invoice.due : invoice.due;
  }
  for (const auto& [type, sum] : documents)
    summary.documents.push_back(sum);
  for (const auto& [funder, total] : funders)
    summary.funders.push_back({funder, total});
  for (const beneficiary_invoice& invoice : result.beneficiary_invoices)
    summary.beneficiaries += invoice.total;
  summary.hours = detail::hours_of(result);
  summary.unbilled = detail::unbilled_by_reason(result);
  return summary;
}

}  // namespace esppadom::inline ESPPADOM_ABI
