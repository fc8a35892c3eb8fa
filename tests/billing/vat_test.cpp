// VAT of a document, numbers, slips and states of invoices: sections 5.2 (messages) and 2f (rules).
#include "esppadom/billing/vat.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <string>
#include <vector>

#include "esppadom/billing/advances.hpp"
#include "esppadom/billing/numbering.hpp"
#include "esppadom/billing/slips.hpp"

namespace esppadom_tests {
namespace {

using namespace esppadom;
using json = simdjson::dom::element;

std::string_view text(const json& value) { return value; }
money euros(std::string_view value) { return parse_money(value).value(); }

TEST(vat, vectors) {
  simdjson::dom::parser parser;
  const json file = parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/invoicing_vat.json");
  int count = 0;
  for (const json item : simdjson::dom::array(file["cases"])) {
    SCOPED_TRACE(std::string(text(item["name"])));
    std::vector<taxed_amount> amounts;
    for (const json one : simdjson::dom::array(item["input"]["amounts"]))
      amounts.push_back({euros(text(one.at(0))), parse_percentage(text(one.at(1))).value()});
    const bool include = item["input"]["prices_include_tax"];
    const auto out = vat_of(amounts, include);
    const json expected = item["expected"];
    std::size_t at = 0;
    for (const json one : simdjson::dom::array(expected["net"]))
      EXPECT_EQ(to_string(out.net.at(at++)), text(one));
    EXPECT_EQ(at, out.net.size());
    at = 0;
    for (const json one : simdjson::dom::array(expected["taxes"])) {
      ASSERT_LT(at, out.taxes.size());
      EXPECT_EQ(out.taxes[at].rate, parse_percentage(text(one.at(0))).value());
      EXPECT_EQ(to_string(out.taxes[at].basis), text(one.at(1)));
      EXPECT_EQ(to_string(out.taxes[at++].amount), text(one.at(2)));
    }
    EXPECT_EQ(at, out.taxes.size());
    EXPECT_EQ(to_string(out.net_total), text(expected["net_total"]));
    EXPECT_EQ(to_string(out.tax_total), text(expected["tax_total"]));
    EXPECT_EQ(to_string(out.grand_total), text(expected["grand_total"]));
    EXPECT_EQ(to_string(out.difference), text(expected["difference"]));
    ++count;
  }
  EXPECT_EQ(count, 9);
}

TEST(numbering, goes_on_and_passes_over_what_is_taken) {
  const auto may = parse_local_month("2026-05").value();
  std::vector<issued_document> before(1);
  before[0].id = "FACT-SAAD01-0526-00002";  // of another provider with the same code
  before[0].billed_in = may;
  before[0].provider = "OTHER";
  document_numbers numbers(before, may);
  EXPECT_EQ(numbers.next({}, "SAAD01", false, false), "FACT-SAAD01-0526-00001");
  EXPECT_EQ(numbers.next({}, "SAAD01", false, false), "FACT-SAAD01-0526-00003");
  EXPECT_EQ(numbers.next({}, "SAAD01", true, false), "AV-SAAD01-0526-00001");
  EXPECT_EQ(numbers.next({}, "SAAD01", true, true), "PFAV-SAAD01-0526-00001");
  numbering_rules yearly;
  yearly.period = numbering_period::year;
  yearly.digits = 2;
  EXPECT_EQ(numbers.next(yearly, "S", false, false), "FACT-S-2026-01");
}

TEST(slips, add_up_by_funder) {
  const auto may = parse_local_month("2026-05").value();
  const auto one = [&](const char* id, document_type type, const char* funder, const char* due) {
    issued_document document;
    document.id = id;
    document.type = type;
    document.billed_in = may;
    document.funder = funder;
    document.due = euros(due);
    return document;
  };
  const std::vector<issued_document> documents{
      one("F-2", document_type::complementary, "CD99", "49.16"), one("F-1", document_type::main, "CD99", "100.00"),
      one("A-1", document_type::credit_note, "CD99", "24.58"), one("P-1", document_type::pro_forma, "CD99", "7.00"),
      one("F-3", document_type::main, "MUT", "5.00")};
  const auto slips = slips_of(documents, may);
  ASSERT_EQ(slips.size(), 2u);
  EXPECT_EQ(slips[0].invoices, euros("149.16"));
  EXPECT_EQ(slips[0].net, euros("124.58"));
  EXPECT_EQ(slips[0].documents, (std::vector<std::string>{"A-1", "F-1", "F-2"}));
  EXPECT_TRUE(slips_of(documents, may + 1).empty());
}

TEST(states, follow_each_other_as_described) {
  using enum invoice_state;
  int allowed = 0;
  for (const auto& from : enum_names<invoice_state>::items) {
    for (const auto& to : enum_names<invoice_state>::items)
      allowed += may_follow(from.value, to.value) ? 1 : 0;
  }
  EXPECT_EQ(allowed, 7);
  ledger facts;
  facts.documents.resize(1);
  facts.documents[0].id = "F-1";
  EXPECT_EQ(with_state(facts, "F-2", validated).error(), error_code::missing);
  EXPECT_EQ(with_state(facts, "F-1", paid).error(), error_code::conflict);
  auto next = with_state(facts, "F-1", validated);
  ASSERT_TRUE(next.has_value());
  next = with_state(*next, "F-1", payment_ordered);
  next = with_state(*next, "F-1", paid);
  EXPECT_EQ(next->documents[0].state, paid);
}

TEST(advances, are_recovered_at_once_or_in_equal_parts_that_add_up) {
  open_advance advance{"S", "F", parse_local_month("2026-05").value(), euros("100.00"), euros("100.00"), {}};
  invoice_advance_rules rules;
  EXPECT_EQ(to_recover(advance, rules, advance.month), euros("100.00"));
  EXPECT_EQ(to_recover(advance, rules, advance.month - 1), money{});
  rules.recover = advance_recovery::spread;
  rules.spread_months = 3;
  for (const auto* part : {"33.34", "33.34", "33.32", "0.00"}) {
    EXPECT_EQ(to_recover(advance, rules, advance.month), euros(part));
    advance.left -= euros(part);
  }
  EXPECT_EQ(advance_of(euros("1234.56"), percentage::from_percent(80)), euros("987.65"));
}

}  // namespace
}  // namespace esppadom_tests
