// What a run is asked that cannot be meant: dates before the month, providers that nothing names. It is told wherever a
// month is billed, with or without explanations, and billed all the same.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "bill/month.hpp"
#include "bill/one_rule.hpp"
#include "esppadom/bill/explain.hpp"
#include "esppadom/billing/document_findings.hpp"

namespace esppadom::tests {
namespace {

using texts = std::vector<std::string>;

/// One visit of SAAD-1 in May 2026, billed on the day `as_of`.
bill_request one_visit(std::string_view as_of = "2026-06-10") {
  auto request = request_under("\"timezone\": \"Europe/Paris\"");
  request.as_of = day(as_of);
  request.messages.add(delivery_of({}));
  return request;
}

bill_result explained(const bill_request& request) {
  return bill_and_explain(request, [](std::string_view, std::string_view) { return true; }).result;
}

TEST(RequestChecks, an_as_of_date_before_the_month_is_told_also_where_the_bill_is_explained) {
  const auto told = of_kind(explained(one_visit("2026-04-30")), bil_as_of_before_month);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].arguments, (texts{"2026-04-30", "2026-05"}));
  EXPECT_EQ(of_kind(explained(one_visit("2026-05-01")), bil_as_of_before_month).size(), 0U);
}

TEST(RequestChecks, a_provider_that_nothing_names_is_told_with_the_field_that_names_it) {
  auto request = one_visit();
  request.complete = {{"SAAD-1", request.month}, {"SAAD1", request.month}};
  request.with.validated = {"saad-1", "SAAD-1"};
  for (const auto& result : {bill(request), explained(request)}) {
    const auto told = of_kind(result, bil_unknown_provider);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].path, "complete_for[1]");
    EXPECT_EQ(told[0].arguments[0], "SAAD1");
    EXPECT_EQ(told[1].path, "validated[0]");
    EXPECT_EQ(told[1].arguments[0], "saad-1");
    EXPECT_EQ(
        message(told[0], language::french),
        "La demande dit du prestataire SAAD1 que son mois est complet, or aucune commande, intervention ni facture "
        "ne le nomme. Corrigez l'identifiant : il s'écrit comme dans les commandes et les interventions.");
    EXPECT_EQ(
        message(told[1], language::english),
        "The run is told of provider saad-1 that its pro forma is validated, and no order, visit or document names "
        "it. Correct the identifier: it must be written as in the orders and visits.");
    EXPECT_EQ(result.invoices.size(), 1U);
  }
}

TEST(RequestChecks, a_provider_is_known_by_an_order_a_visit_or_the_ledger_alone) {
  auto by_order = request_under("\"timezone\": \"Europe/Paris\"");  // an order, and no visit
  by_order.complete = {{"SAAD-1", by_order.month}};
  EXPECT_EQ(of_kind(bill(by_order), bil_unknown_provider).size(), 0U);

  auto by_visit = request_for("2026-05", one_visit().rules);
  by_visit.messages.add(delivery_of({}));
  by_visit.complete = {{"SAAD-1", by_visit.month}};
  EXPECT_EQ(of_kind(bill(by_visit), bil_unknown_provider).size(), 0U);

  auto by_ledger = request_for("2026-06", one_visit().rules);
  by_ledger.complete = {{"SAAD-1", month("2026-05")}};
  EXPECT_EQ(of_kind(bill(by_ledger), bil_unknown_provider).size(), 1U);
  by_ledger.before = bill(one_visit()).after;
  const auto withdrawn = bill(by_ledger);  // the last visit of the provider leaves with it
  EXPECT_EQ(of_kind(withdrawn, bil_unknown_provider).size(), 0U);
  EXPECT_EQ(total_of(withdrawn, document_type::credit_note), euros("24.58"));
}

}  // namespace
}  // namespace esppadom::tests
