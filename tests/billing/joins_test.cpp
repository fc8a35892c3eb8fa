// Which order line a visit belongs to, and which order stands when several do.
#include "esppadom/billing/joins.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace esppadom::tests {
namespace {

local_time at(std::string_view text) { return parse_local_time(text).value(); }

struct line_given {
  std::string id, service, payer;
};

order order_with(std::string id, std::string from, std::string until, std::string issued,
                 const std::vector<line_given>& lines) {
  order out;
  out.order_id = std::move(id);
  out.issued_at = at(issued);
  out.validity_period.start = at(from);
  if (!until.empty()) out.validity_period.end = at(until);
  out.provider.ids.push_back({"SAAD-1", {}, {}});
  out.ordering_party.ids.push_back({"CD99", {}, {}});
  for (const auto& given : lines) {
    order_line line;
    line.order_line_id = given.id;
    line.service.codes.push_back({given.service, "LOCAL", {}});
    if (!given.payer.empty()) {
      line.payer.emplace();
      line.payer->ids.push_back({given.payer, {}, {}});
    }
    out.lines.push_back(line);
  }
  return out;
}

class Joins : public testing::Test {
 protected:
  std::vector<order> orders;
  findings found;
  visit_record visit;

  Joins() {
    visit.provider = "SAAD-1";
    visit.service = "HR";
  }

  plan_lines plan(std::string_view as_of = "2026-12-31") {
    return plan_lines(orders, parse_local_date(as_of).value(), found);
  }
};

constexpr auto first_of_may = "2026-05-01T09:00:00";

TEST_F(Joins, by_order_and_line_then_by_line_then_by_service) {
  orders.push_back(
      order_with("A", "2026-01-01T00:00:00", "", "2025-12-01T00:00:00", {{"L1", "HR", ""}, {"L2", "DF", ""}}));
  orders.push_back(order_with("B", "2026-01-01T00:00:00", "", "2025-12-02T00:00:00", {{"L9", "PM", ""}}));
  const auto lines = plan();
  visit.order_id = "A";
  visit.order_line_id = "L2";
  EXPECT_EQ(join(lines, visit, at(first_of_may)).line->line->order_line_id, "L2");
  visit.order_id.clear();
  EXPECT_EQ(join(lines, visit, at(first_of_may)).line->line->order_line_id, "L2");
  visit.order_line_id.clear();
  EXPECT_EQ(join(lines, visit, at(first_of_may)).line->line->order_line_id, "L1");
  visit.order_line_id = "UNKNOWN";
  const auto joined = join(lines, visit, at(first_of_may));
  EXPECT_EQ(joined.line->line->order_line_id, "L1");
  EXPECT_TRUE(joined.by_service);
}

TEST_F(Joins, none_and_several_are_reasons) {
  orders.push_back(order_with("A", "2026-01-01T00:00:00", "", "2025-12-01T00:00:00", {{"L1", "HR", ""}}));
  orders.push_back(order_with("B", "2026-01-01T00:00:00", "", "2025-12-02T00:00:00", {{"L2", "HR", ""}}));
  const auto lines = plan();
  const auto several = join(lines, visit, at(first_of_may));
  EXPECT_EQ(several.reason, unbilled_reason::several_order_lines);
  EXPECT_EQ(several.candidates, 2u);
  visit.service = "OTHER";
  EXPECT_EQ(join(lines, visit, at(first_of_may)).reason, unbilled_reason::no_order_line);
  visit.service = "HR";
  visit.provider = "SAAD-2";
  EXPECT_EQ(join(lines, visit, at(first_of_may)).reason, unbilled_reason::no_order_line);
}

TEST_F(Joins, one_service_ordered_from_two_payers_is_one_funding) {
  orders.push_back(
      order_with("A", "2026-01-01T00:00:00", "", "2025-12-01T00:00:00", {{"L1", "HR", "CD99"}, {"L2", "HR", "MUT-7"}}));
  const auto lines = plan();
  const auto joined = join(lines, visit, at(first_of_may));
  ASSERT_NE(joined.line, nullptr);
  EXPECT_EQ(joined.line->line->order_line_id, "L1");
  const auto funding = funding_lines(lines, *joined.line, at(first_of_may));
  ASSERT_EQ(funding.size(), 2u);
  EXPECT_EQ(funding[1]->payer, "MUT-7");
}

TEST_F(Joins, an_end_at_midnight_is_the_last_day_and_an_end_in_the_day_is_an_instant) {
  orders.push_back(
      order_with("A", "2026-01-01T00:00:00", "2026-05-01T00:00:00", "2025-12-01T00:00:00", {{"L1", "HR", ""}}));
  const auto lines = plan();
  EXPECT_NE(join(lines, visit, at("2026-05-01T23:59:59")).line, nullptr);
  EXPECT_EQ(join(lines, visit, at("2026-05-02T00:00:00")).line, nullptr);
  orders[0].validity_period.end = at("2026-05-01T12:00:00");
  const auto until_noon = plan();
  EXPECT_NE(join(until_noon, visit, at("2026-05-01T11:59:59")).line, nullptr);
  EXPECT_EQ(join(until_noon, visit, at("2026-05-01T12:00:00")).line, nullptr);
}

TEST_F(Joins, a_later_order_for_the_same_line_stands_from_its_first_day) {
  orders.push_back(order_with("A", "2026-01-01T00:00:00", "", "2025-12-01T00:00:00", {{"L1", "HR", ""}}));
  orders.push_back(order_with("B", "2026-05-01T00:00:00", "", "2026-04-20T00:00:00", {{"L1", "HR", ""}}));
  visit.order_id = "A";  // the provider still echoes the old number
  visit.order_line_id = "L1";
  const auto lines = plan();
  EXPECT_EQ(join(lines, visit, at("2026-04-30T09:00:00")).line->from->order_id, "A");
  EXPECT_EQ(join(lines, visit, at(first_of_may)).line->from->order_id, "B");
  ASSERT_EQ(found.items().size(), 1u);
  EXPECT_EQ(found.items()[0].kind, &bil_order_superseded);
}

TEST_F(Joins, an_order_issued_after_the_as_of_date_is_not_known) {
  orders.push_back(order_with("A", "2026-01-01T00:00:00", "", "2025-12-01T00:00:00", {{"L1", "HR", ""}}));
  orders.push_back(order_with("B", "2026-05-01T00:00:00", "", "2026-06-20T00:00:00", {{"L1", "HR", ""}}));
  const auto lines = plan("2026-06-10");
  EXPECT_EQ(join(lines, visit, at(first_of_may)).line->from->order_id, "A");
  EXPECT_EQ(found.items()[0].kind, &bil_order_after_as_of);
}

TEST_F(Joins, orders_of_one_plan_for_two_payers_stand_together) {
  orders.push_back(order_with("A", "2026-01-01T00:00:00", "", "2025-12-01T00:00:00", {{"L1", "HR", "CD99"}}));
  orders.push_back(order_with("B", "2026-01-01T00:00:00", "", "2025-12-02T00:00:00", {{"L2", "HR", "MUT-7"}}));
  for (auto& each : orders)
    each.plan = order_plan{"PLAN-1", {}, {}, {}};
  const auto lines = plan();
  EXPECT_EQ(funding_lines(lines, *join(lines, visit, at(first_of_may)).line, at(first_of_may)).size(), 2u);
}

}  // namespace
}  // namespace esppadom::tests
