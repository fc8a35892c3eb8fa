// The invoices of a run against its own facts: nothing differs in what the library makes, a wrong line is found.
#include "esppadom/bill/own_invoices.hpp"

#include <gtest/gtest.h>

#include "month.hpp"

namespace esppadom::tests {
namespace {

bill_request random_request(std::uint64_t seed) {
  dice with(seed);
  const auto input = random_visits(with, 12);
  auto request = request_for("2026-06");
  for (const auto& each : input.orders)
    request.messages.add(each);
  for (const auto& each : input.deliveries)
    request.messages.add(each);
  return request;
}

TEST(OwnInvoices, nothing_differs_in_what_the_library_makes) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE(seed);
    auto request = random_request(seed);
    auto billed = bill(request);
    EXPECT_EQ(reconcile_own(billed).found.items().size(), 0U);
    // A later run: visits withdrawn and changed give complementary invoices and credit notes.
    auto later = request_for("2026-07");
    later.before = billed.after;
    dice with(seed + 100);
    const auto more = random_visits(with, 6);
    for (const auto& each : more.deliveries)
      later.messages.add(each);
    EXPECT_EQ(reconcile_own(bill(later)).found.items().size(), 0U);
  }
}

/// One cent, one visit or one line of a message changed after the run is found.
TEST(OwnInvoices, a_wrong_line_is_found) {
  auto request = random_request(3);
  const auto billed = bill(request);
  ASSERT_FALSE(billed.messages.empty());
  for (int what = 0; what < 3; ++what) {
    SCOPED_TRACE(what);
    auto wrong = billed;
    auto& line = wrong.messages[0].lines.at(0);
    if (what == 0) line.funder_share.value += money::from_cents(1);
    if (what == 1) line.delivery_refs.push_back({"NOBODY-SENT-IT", std::nullopt, {}});
    if (what == 2) wrong.messages[0].lines.erase(wrong.messages[0].lines.begin());
    const auto report = reconcile_own(wrong);
    EXPECT_FALSE(report.rows.empty());
    EXPECT_TRUE(report.found.has_errors() || report.found.count(severity::warning) > 0);
    if (what == 0) {
      EXPECT_EQ(report.rows[0].difference, money::from_cents(1));
    }
  }
}

TEST(OwnInvoices, a_pro_forma_is_in_no_ledger) {
  auto request = random_request(2);
  request.with.stage = issue_stage::pro_forma;
  EXPECT_TRUE(reconcile_own(bill(request)).rows.empty());
}

}  // namespace
}  // namespace esppadom::tests
