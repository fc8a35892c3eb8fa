// Variants of meaning are brought to the usual form, never without saying so.

#include "esppadom/message/normalise.hpp"

#include <gtest/gtest.h>

namespace {

using namespace esppadom;

amount cents(std::int64_t count) { return {money::from_cents(count), "EUR"}; }

invoice bill(std::int64_t share) {
  invoice out;
  out.invoice_id = "F-1";
  out.type_code.value = "380";
  invoice_line line;
  line.line_id = "1";
  line.tariff.value = unit_price::from_euros(25);
  line.billed_quantity = {{share < 0 ? -2 : 2, 0}, "HUR"};
  line.funder_share = cents(share);
  line.service.codes = {{"APA-HRJO", "CD99", "CD99"}};
  out.lines = {line};
  out.line_total = out.tax_basis_total = out.grand_total = out.due_payable = cents(share);
  return out;
}

TEST(normalise, leaves_a_usual_message_as_it_is) {
  const auto got = normalise(bill(4000));
  EXPECT_EQ(got.message, bill(4000));
  EXPECT_EQ(got.totals, totals_mode::net);
  EXPECT_TRUE(got.found.empty());
}

TEST(normalise, drops_empty_service_codes) {
  delivery visit;
  visit.lines.resize(1);
  visit.lines[0].service.codes = {{"", "ESPPADOM_TYPE_AIDE", "EDESS"}, {"X", "L", ""}, {" ", "", ""}};
  const auto got = normalise(visit);
  ASSERT_EQ(got.message.lines[0].service.codes.size(), 1U);
  EXPECT_EQ(got.message.lines[0].service.code(), "X");
  EXPECT_EQ(got.found.total(), 1U);
}

TEST(normalise, makes_a_negative_invoice_a_positive_credit_note) {
  const auto got = normalise(bill(-5000));
  EXPECT_EQ(got.message.type_code.value, "381");
  EXPECT_EQ(got.message.sign(), -1);
  EXPECT_EQ(got.message.due_payable.value, money::from_cents(5000));
  EXPECT_EQ(got.message.lines[0].funder_share.value, money::from_cents(5000));
  EXPECT_EQ(got.message.lines[0].billed_quantity.value, (decimal{2, 0}));
  EXPECT_EQ(got.message.lines[0].tariff.value, unit_price::from_euros(25));
  EXPECT_EQ(got.found.total(), 1U);

  auto credit = bill(-5000);
  credit.type_code.value = "381";
  EXPECT_EQ(normalise(credit).message.type_code.value, "381");
  EXPECT_EQ(normalise(credit).message.due_payable.value, money::from_cents(5000));
}

TEST(normalise, takes_negative_lines_without_visits_for_the_participation) {
  auto priced = bill(5000);  // 2 h × 25.00
  priced.lines.push_back(bill(-1000).lines[0]);
  priced.due_payable = cents(4000);
  const auto got = normalise(priced);
  EXPECT_EQ(got.message, priced);
  EXPECT_EQ(got.totals, totals_mode::negative_lines);
  EXPECT_EQ(got.participation, money::from_cents(1000));
  ASSERT_EQ(got.found.total(), 1U);
  EXPECT_EQ(got.found.items()[0].code(), "ESP-MSG-050");
}

TEST(normalise, takes_no_line_that_corrects_something_for_a_participation) {
  auto corrected = bill(5000);
  corrected.lines.push_back(bill(-1000).lines[0]);
  corrected.due_payable = cents(4000);
  auto of_visits = corrected;
  of_visits.lines[1].delivery_refs.emplace_back();
  auto of_lines = corrected;
  of_lines.lines[1].corrected_line.emplace();
  auto does_not_add_up = corrected;
  does_not_add_up.due_payable = cents(4001);
  auto not_at_full_price = corrected;
  not_at_full_price.lines[0].funder_share = cents(4999);
  not_at_full_price.due_payable = cents(3999);
  for (const auto& one : {of_visits, of_lines, does_not_add_up, not_at_full_price}) {
    const auto got = normalise(one);
    EXPECT_EQ(got.totals, totals_mode::net);
    ASSERT_EQ(got.found.total(), 1U);
    EXPECT_EQ(got.found.items()[0].code(), "ESP-MSG-043");
  }
}

TEST(normalise, keeps_mixed_signs_and_says_so) {
  auto mixed = bill(4000);
  mixed.lines.push_back(bill(-1000).lines[0]);
  const auto got = normalise(mixed);
  EXPECT_EQ(got.message, mixed);
  ASSERT_EQ(got.found.total(), 1U);
  EXPECT_EQ(got.found.items()[0].code(), "ESP-MSG-043");
}

TEST(normalise, tells_a_supplementary_invoice) {
  for (const char* type : {"383", "384", "380"}) {
    auto supplement = bill(1000);
    supplement.type_code.value = type;
    supplement.corrected_invoice = corrected_invoice_ref{"F-0", std::nullopt, {}};
    const auto got = normalise(supplement);
    EXPECT_EQ(got.message.type_code.value, "380");
    EXPECT_EQ(got.message.subtype_code->value, "COMPLEMENTAIRE");
    EXPECT_EQ(got.found.total(), 1U);
  }
}

TEST(normalise, detects_totals_before_participation) {
  auto gross = bill(5000);  // 2 h × 25.00
  gross.due_payable = cents(4000);
  const auto got = normalise(gross);
  EXPECT_EQ(got.totals, totals_mode::gross);
  EXPECT_EQ(got.participation, money::from_cents(1000));
  EXPECT_EQ(got.found.total(), 1U);
}

}  // namespace
