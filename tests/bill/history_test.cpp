// Histories of 24 months at random: late visits, corrections, withdrawals, rejections, penalties (I12, I13, I17).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "month.hpp"

namespace esppadom::tests {
namespace {

constexpr std::string_view carried_rules = R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1,
  "scope": {"level": "departement", "departement": "99"},
  "correction": {"penalty": "reduction", "threshold_pct": 8, "k": 1},
  "smoothing": {"carry": {"enabled": true, "horizon_periods": 5, "may_exceed_ceiling": true}}}]})";

/// What is said of visits over two years, in the order in which it is said.
struct history {
  std::vector<order> orders;
  std::map<std::int32_t, std::vector<delivery>> messages;  // by month of the run
};

history random_history(dice& with) {
  history out;
  const auto first = month("2026-01");
  std::int32_t second = 0;  // no two messages are of one instant: a tie would be decided by their content
  for (int b = 0; b < 3; ++b) {
    const auto who = "B-" + std::to_string(b);
    ordered plan;
    plan.id = "CMD-" + std::to_string(b);
    plan.beneficiary = who;
    plan.line = "PLAN-" + std::to_string(b);
    plan.hours = std::to_string(with.pick(3, 9));
    plan.participation = with.chance(50) ? "13.6192" : "";
    out.orders.push_back(order_of(plan));
    for (std::int32_t m = 0; m < 24; ++m) {
      for (std::int64_t v = with.pick(0, 5); v > 0; --v) {
        made visit;
        visit.id = who + "-" + std::to_string(m) + "-" + std::to_string(v);
        visit.beneficiary = who;
        visit.line = plan.line;
        visit.caregiver = "C-" + std::to_string(b);
        const auto start = local_time::at((first + m).first_day() + static_cast<std::int32_t>(with.pick(0, 27)),
                                          static_cast<std::int32_t>(with.pick(7 * 3600, 18 * 3600)));
        visit.start = to_string(start);
        visit.end = to_string(local_time{start.seconds + with.pick(600, 12'000), 0});
        visit.code = with.chance(15) ? "CRE" : "";
        auto run = m + static_cast<std::int32_t>(with.chance(15) ? with.pick(1, 4) : 0);
        visit.issued = to_string(local_time::at((first + run).last_day(), 3600 + ++second));
        if (run < 24) out.messages[run].push_back(delivery_of(visit));
        if (with.chance(12)) {  // corrected or withdrawn later
          run += static_cast<std::int32_t>(with.pick(0, 5));
          visit.issued = to_string(local_time::at((first + run).last_day(), 43'200 + ++second));
          visit.code = with.chance(40) ? "SUP" : "COD";
          visit.end = to_string(local_time{at(visit.end).seconds + with.pick(-300, 900), 0});
          if (run < 24) out.messages[run].push_back(delivery_of(visit));
        }
      }
    }
  }
  return out;
}

bill_request run_at(const history& given, std::int32_t index, const rule_book& rules) {
  bill_request request;
  request.rules = rules;
  request.month = month("2026-01") + index;
  request.as_of = request.month.last_day() + 10;
  request.with.issued_at = local_time::at(request.as_of);
  request.with.transaction_id = "LOT";
  for (const auto& message : given.orders)
    request.messages.add(message);
  return request;
}

/// What every payer was asked for in all by documents, penalties included.
money asked_by_documents(const ledger& facts) {
  money sum;
  for (const auto& document : facts.documents)
    sum += document.type == document_type::credit_note ? -document.due : document.due;
  return sum;
}

money asked_by_facts(const ledger& facts) {
  money sum;
  for (const auto& part : facts.beneficiaries) {
    for (const auto& line : part.lines)
      sum += line.payer.empty() ? money{} : line.share;
  }
  for (const auto& change : facts.adjustments)
    sum += change.amount;
  return sum;
}

class Histories : public testing::TestWithParam<int> {
 protected:
  dice with{static_cast<std::uint64_t>(GetParam()) * 104'729};
  history given = random_history(with);
  rule_book rules = rules_from(carried_rules);
};

TEST_P(Histories, run_by_run_ends_where_one_run_does) {
  ledger facts;
  for (std::int32_t index = 0; index < 24; ++index) {
    auto request = run_at(given, index, rules);
    for (const auto& message : given.messages[index])
      request.messages.add(message);
    request.before = facts;
    const auto result = bill(request);
    facts = result.after;
    EXPECT_EQ(asked_by_documents(facts), asked_by_facts(facts)) << index;
    if (index % 6 == 0) {
      request.before = facts;
      const auto again = bill(request);
      EXPECT_TRUE(again.invoices.empty()) << index;
      EXPECT_EQ(again.after, facts) << index;
    }
    for (const auto& row : result.smoothing)
      EXPECT_EQ(row.used, row.own + row.carried + row.advance + row.excess);
  }
  auto all = run_at(given, 23, rules);
  for (const auto& [index, messages] : given.messages) {
    for (const auto& message : messages)
      all.messages.add(message);
  }
  const auto once = bill(all);
  EXPECT_EQ(cumulated(facts), cumulated(once.after));
  EXPECT_EQ(asked_by_facts(facts), asked_by_facts(once.after));
}

TEST_P(Histories, what_is_rejected_and_sent_again_ends_where_it_was) {
  auto request = run_at(given, 11, rules);
  for (std::int32_t index = 0; index < 12; ++index) {
    for (const auto& message : given.messages[index])
      request.messages.add(message);
  }
  const auto first = bill(request);
  ASSERT_FALSE(first.invoices.empty());
  auto refused = run_at(given, 11, rules);
  refused.before = first.after;
  for (const auto& invoice : first.invoices) {
    if (with.chance(40)) refused.given.rejections.push_back({invoice.id, std::nullopt, "test"});
  }
  const auto second = bill(refused);
  auto again = run_at(given, 11, rules);
  again.before = second.after;
  for (std::int32_t index = 0; index < 12; ++index) {
    for (auto message : given.messages[index]) {
      message.transaction_id = "T-2";  // sent again, in the same order
      message.issued_at = local_time{message.issued_at.seconds + 86'400 * 400, 0};
      again.messages.add(message);
    }
  }
  const auto third = bill(again);
  EXPECT_EQ(cumulated(third.after), cumulated(first.after));
  EXPECT_EQ(third.smoothing, first.smoothing);
  EXPECT_EQ(asked_by_facts(third.after), asked_by_facts(first.after));
}

TEST_P(Histories, a_rule_version_outside_its_dates_changes_nothing) {
  auto text = std::string(carried_rules);
  text.insert(text.rfind("]}"), R"(, {"id": "later", "version": 1, "valid_from": "2028-01-01",
    "scope": {"level": "funder", "funder": "CD99"}, "duration": {"rounding": {"object": "duration", "step_min": 60,
    "mode": "up"}}})");
  auto one = run_at(given, 23, rules);
  auto other = run_at(given, 23, rules_from(text));
  for (const auto& [index, messages] : given.messages) {
    for (const auto& message : messages) {
      one.messages.add(message);
      other.messages.add(message);
    }
  }
  EXPECT_EQ(cumulated(bill(one).after), cumulated(bill(other).after));
}

INSTANTIATE_TEST_SUITE_P(random, Histories, testing::Range(1, 7));

}  // namespace
}  // namespace esppadom::tests
