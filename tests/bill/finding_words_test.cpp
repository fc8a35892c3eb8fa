// What billing says is said in words: no name of an enumeration stands in a sentence that has words for it, and French
// sentences say them in French.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bill/month.hpp"
#include "bill/one_rule.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/findings.hpp"
#include "esppadom/billing/reason_words.hpp"
#include "esppadom/billing/stamp_findings.hpp"

namespace esppadom::tests {
namespace {

/// Words of every choice: there, different in the two languages, of one choice only, and no code.
template <class Choice>
void check_words() {
  std::set<std::string_view> seen;
  for (const auto& item : enum_names<Choice>::items) {
    const auto words = words_of(item.value);
    for (const auto text : {words.en, words.fr}) {
      EXPECT_GT(text.size(), 2U) << item.name;
      EXPECT_EQ(text.find('_'), std::string_view::npos) << text;
      EXPECT_NE(text, "other") << item.name;
      EXPECT_TRUE(seen.insert(text).second) << item.name << ": " << text << " is said twice";
    }
  }
}

TEST(FindingWords, every_choice_has_its_own_in_both_languages) {
  check_words<unbilled_reason>();
  check_words<held_reason>();
  check_words<plan_problem>();
  check_words<visit_class>();
  check_words<tolerance_policy>();
  check_words<ambiguous_policy>();
}

/// What the finding of that kind says of a run, in French.
std::string said(const bill_request& request, const finding_kind& kind) {
  const auto told = of_kind(bill(request), kind);
  return told.size() == 1 ? message(told[0], language::french) : std::to_string(told.size()) + " findings";
}

bill_request one_visit(std::string_view rules, const made& visit, const ordered& plan = {}) {
  auto request = request_under(rules, plan);
  request.messages.add(delivery_of(visit));
  return request;
}

TEST(FindingWords, extra_minutes_that_no_rule_allows_lack_an_approval) {
  auto request = one_visit("\"timezone\": \"Europe/Paris\"", {});
  request.given.extra_minutes.push_back({"DLV-1", 15, "R", "A"});
  EXPECT_TRUE(
      said(request, bil_extra_minutes).starts_with("15 minutes complémentaires non facturées : accord manquant."));
}

TEST(FindingWords, a_quantity_that_makes_no_month_is_named) {
  auto request = request_under("\"timezone\": \"Europe/Paris\"", {.id = "CMD-0", .line = "PLAN-0", .service = "APA-0"});
  auto plan = order_of({});
  plan.lines[0].requested_period.reset();
  request.messages.add(plan);
  request.messages.add(delivery_of({}));
  const auto text = said(request, bil_plan_quantity);
  EXPECT_TRUE(
      text.starts_with("La quantité de la ligne de commande PLAN-1 ne peut pas être ramenée au mois : un total "
                       "sur toute la commande."))
      << text;
}

TEST(FindingWords, what_is_on_no_document_has_its_reason) {
  const auto request = one_visit(R"("invoicing": {"pro_forma": true})", {});
  EXPECT_EQ(
      said(request, bil_document_held),
      "24.58 EUR du prestataire SAAD-1 pour 2026-05 ne figurent sur aucun document de cette facturation : pro forma "
      "à valider. Si la pro forma attend sa validation, relancez en nommant le prestataire comme ayant validé ; "
      "sinon, la prochaine facture principale reprend le montant.");
}

TEST(FindingWords, code_and_stamps_that_disagree_are_described) {
  const auto request = one_visit("\"timezone\": \"Europe/Paris\"", {.code = "CO2"});
  EXPECT_TRUE(said(request, bil_code_evidence)
                  .starts_with("D'après son motif de correction, l'intervention est sans aucun horodatage valable ; "
                               "d'après ses horodatages, horodatée à l'arrivée et au départ."))
      << said(request, bil_code_evidence);
}

TEST(FindingWords, a_visit_left_to_be_validated_says_what_its_stamps_lack) {
  const std::string rules = R"("stamps": {"auto_validate": true, "tolerance_min": {"start_early": 10}})";
  const auto told = [&](const made& visit) {
    auto request = one_visit(rules, visit);
    request.given.planned_visits.push_back(
        {"DLV-1", "SAAD-1", "B-1", {}, {}, at("2026-05-04T09:00:00"), at("2026-05-04T10:00:00")});
    return said(request, bil_not_validated);
  };
  EXPECT_TRUE(told({.code = "CRE", .stamped = false}).find("(créée sans horodatage)") != std::string::npos)
      << told({.code = "CRE", .stamped = false});
  EXPECT_TRUE(told({.start = "2026-05-04T08:40:00"}).find("(hors tolérance)") != std::string::npos)
      << told({.start = "2026-05-04T08:40:00"});
}

}  // namespace
}  // namespace esppadom::tests
