// The opening of a ledger: a table that is understood gives facts, any other gives findings and nothing else.
#include "esppadom/exchange/ledger_csv.hpp"

#include <gtest/gtest.h>

#include <string>

namespace esppadom_tests {
namespace {

using namespace esppadom;

const std::string table =
    "kind;beneficiary;pool;month;time;document;type;billed_in;provider;funder;kind_of_document;issued_at;amount\r\n"
    "lot;B-2;CD99/APA;2026-04;1:30;;;;;;;;\r\n"
    "lot;B-1;CD99/APA;2026-04;3:00:15;;;;;;;;\r\n"
    "used;B-1;CD99/APA;2026-05;12:00;;;;;;;;\r\n"
    "document;;;2026-05;;FACT-S-0526-00007;main;2026-05;S;CD99;APA;2026-06-03T08:00:00;1234.56\r\n"
    "advance;;;2026-06;;;;2026-05;S;CD99;;;100.00\r\n";

TEST(ledger_csv, gives_lots_counters_documents_and_advances) {
  findings found;
  const auto begun = read_ledger_csv(table, "dep-99", found);
  ASSERT_TRUE(begun.has_value());
  EXPECT_TRUE(found.items().empty());
  EXPECT_EQ(begun->rule_book, "dep-99");
  ASSERT_EQ(begun->beneficiaries.size(), 2u);
  const auto& first = begun->beneficiaries[0];
  EXPECT_EQ(first.beneficiary, "B-1");
  ASSERT_EQ(first.opening.size(), 2u);
  EXPECT_EQ(first.opening[0].time, exact_duration(duration::of_seconds(3 * 3600 + 15)));
  EXPECT_EQ(first.opening[1].kind, opening_kind::used);
  ASSERT_EQ(begun->documents.size(), 1u);
  EXPECT_EQ(begun->documents[0].due, money::from_cents(123'456));
  ASSERT_EQ(begun->adjustments.size(), 1u);
  EXPECT_EQ(begun->adjustments[0].amount, money::from_euros(100));
}

TEST(ledger_csv, columns_may_stand_in_any_order) {
  findings found;
  const auto begun = read_ledger_csv("time;month;pool;kind;beneficiary\n0:45;2026-04;P/APA;lot;B\n", {}, found);
  ASSERT_TRUE(begun.has_value());
  EXPECT_EQ(begun->beneficiaries.at(0).opening.at(0).time, exact_duration(duration::of_minutes(45)));
}

TEST(ledger_csv, nothing_is_guessed) {
  const std::string head = "kind;beneficiary;pool;month;time\n";
  for (const std::string& bad :
       {std::string(), std::string("beneficiary;pool\n"), head + "lots;B;P;2026-04;1:00\n",
        head + "lot;;P;2026-04;1:00\n", head + "lot;B;P;2026-13;1:00\n", head + "lot;B;P;2026-04;1:60\n",
        head + "lot;B;P;2026-04;90\n", head + "lot;B;P;2026-04;-1:00\n", head + "lot;B;P;2026-04;1:00:00:00\n",
        head + "lot;B;P;2026-04;1:00\nlot;B;P;2026-04;2:00\n", head + "document;B;P;2026-04;1:00\n"}) {
    findings found;
    EXPECT_FALSE(read_ledger_csv(bad, {}, found).has_value()) << bad;
    EXPECT_TRUE(found.has_errors()) << bad;
  }
}

}  // namespace
}  // namespace esppadom_tests
