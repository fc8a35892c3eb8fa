// The trial balance of a ledger: per month of billing, funder and provider, what documents ask, what lines add up to,
// and that both agree. Billing rules reference, section 2f (slips, f10: net = invoices − credit notes; known).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/oversight/statistics/facts.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One funder and provider in one month of billing. Amounts are as the funder sees them: penalties and recovered
/// advances below 0.
struct balance_row {
  std::string period;  ///< in which the documents were billed
  std::string funder;
  std::string provider;
  std::int64_t invoices = 0;
  money invoiced;
  std::int64_t credit_notes = 0;
  money credited;
  money lines;    ///< Σ shares of the lines of these documents
  money control;  ///< invoiced − credited − lines: 0, or the ledger was altered
  money penalties;
  money advances;   ///< paid, beside the documents
  money recovered;  ///< on the documents
  money due;        ///< Σ due of the documents, credit notes taken off

  friend bool operator==(const balance_row&, const balance_row&) = default;
};

template <>
inline constexpr auto description<balance_row> =
    fields(field<&balance_row::period>("période"), field<&balance_row::funder>("financeur"),
           field<&balance_row::provider>("prestataire"), field<&balance_row::invoices>("factures"),
           field<&balance_row::invoiced>("facturé"), field<&balance_row::credit_notes>("avoirs"),
           field<&balance_row::credited>("restitué"), field<&balance_row::lines>("total des lignes"),
           field<&balance_row::control>("contrôle"), field<&balance_row::penalties>("réfactions"),
           field<&balance_row::advances>("acomptes versés"), field<&balance_row::recovered>("acomptes récupérés"),
           field<&balance_row::due>("dû"));

/// The balance by period of billing, funder and provider, in that order.
/// Example: an invoice of 737.40, one of 49.16 and a credit note of 24.58: invoiced 786.56, credited 24.58, lines
/// 761.98, control 0.00.
inline std::vector<balance_row> trial_balance(const ledger& facts, const statistic_query& query) {
  std::map<std::tuple<std::string, std::string, std::string>, balance_row> sums;
  std::map<std::string, balance_row*> of_document;
  const auto is_wanted = [&query](local_month month, const std::string& funder, const std::string& provider) {
    return is_asked(query, month) && (query.funder.empty() || funder == query.funder) &&
           (query.provider.empty() || provider == query.provider);
  };
  const auto row_of = [&](local_month month, const std::string& funder, const std::string& provider) -> balance_row& {
    auto& row = sums[{period_of(query, month), funder, provider}];
    std::tie(row.period, row.funder, row.provider) = std::tuple(period_of(query, month), funder, provider);
    return row;
  };
  for (const auto& one : facts.documents) {
    if (!is_wanted(one.billed_in, one.funder, one.provider)) continue;
    auto& row = row_of(one.billed_in, one.funder, one.provider);
    of_document[one.id] = &row;
    if (one.type == document_type::credit_note) {
      ++row.credit_notes;
      row.credited += one.total;
      row.due -= one.due;
    } else {
      ++row.invoices;
      row.invoiced += one.total;
      row.due += one.due;
    }
  }
  for (const auto& part : facts.beneficiaries) {
    for (const auto& line : part.lines) {
      const auto at = of_document.find(line.document);
      if (!line.payer.empty() && at != of_document.end()) at->second->lines += line.share;
    }
  }
  for (const auto& one : facts.adjustments) {
    if (!is_wanted(one.billed_in, one.funder, one.provider)) continue;
    auto& row = row_of(one.billed_in, one.funder, one.provider);
    (one.reason == adjustment_reason::penalty   ? row.penalties
     : one.reason == adjustment_reason::advance ? row.advances
                                                : row.recovered) += one.amount;
  }
  std::vector<balance_row> out;
  for (auto& [key, row] : sums) {
    row.control = row.invoiced - row.credited - row.lines;
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
