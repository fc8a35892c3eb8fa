// The laws of the ledger and the invariants of a bill, on random months (billing rules reference, section 10).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "esppadom/bill/assemble.hpp"
#include "esppadom/bill/beneficiary.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/rules/rule_lookup.hpp"
#include "month.hpp"

namespace esppadom::tests {
namespace {

constexpr std::string_view quarter_hours = R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1,
  "valid_from": "2026-01-01", "valid_to": null, "scope": {"level": "departement", "departement": "99"},
  "duration": {"rounding": {"object": "duration", "step_min": 15, "mode": "nearest"}},
  "smoothing": {"carry": {"enabled": true, "horizon_periods": 5, "may_exceed_ceiling": true}},
  "funding": {"order": ["CD99", "MUT-7"], "surcharges": {"percent": {"sunday": 20, "public_holiday": 50}}}}]})";

bill_request with_all(const random_month& given, std::string_view rules = quarter_hours) {
  auto request = request_for("2026-06", rules_from(rules));
  request.as_of = day("2026-07-10");
  for (const auto& message : given.orders)
    request.messages.add(message);
  for (const auto& message : given.deliveries)
    request.messages.add(message);
  return request;
}

void expect_same(const bill_result& a, const bill_result& b) {
  EXPECT_EQ(a.invoices, b.invoices);
  EXPECT_EQ(a.beneficiary_invoices, b.beneficiary_invoices);
  EXPECT_EQ(a.unbilled, b.unbilled);
  EXPECT_EQ(a.smoothing, b.smoothing);
  EXPECT_EQ(a.after, b.after);
}

class Laws : public testing::TestWithParam<int> {
 protected:
  dice with{static_cast<std::uint64_t>(GetParam()) * 7919};
  random_month given = random_visits(with, 6);
};

TEST_P(Laws, a_second_run_emits_nothing) {
  auto request = with_all(given);
  const auto first = bill(request);
  ASSERT_FALSE(first.invoices.empty());
  request.before = first.after;
  const auto second = bill(request);
  EXPECT_TRUE(second.invoices.empty());
  EXPECT_TRUE(second.beneficiary_invoices.empty());
  EXPECT_EQ(second.after, first.after);
}

TEST_P(Laws, an_empty_increment_changes_nothing) {
  const auto first = bill(with_all(given));
  auto again = request_for("2026-06", rules_from(quarter_hours));
  again.as_of = day("2026-07-10");
  again.before = first.after;
  const auto second = bill(again);
  EXPECT_TRUE(second.invoices.empty());
  EXPECT_EQ(second.after, first.after);
}

TEST_P(Laws, one_batch_or_many_end_in_the_same_cumulated_amounts) {
  const auto once = bill(with_all(given));
  auto pieces = given.deliveries;
  with.shuffle(pieces);
  ledger facts;
  const auto batches = static_cast<std::size_t>(with.pick(2, 5));
  for (std::size_t batch = 0; batch < batches; ++batch) {
    auto request = request_for("2026-06", rules_from(quarter_hours));
    request.as_of = day("2026-07-10");
    for (const auto& message : given.orders)
      request.messages.add(message);
    for (std::size_t i = batch; i < pieces.size(); i += batches)
      request.messages.add(pieces[i]);
    request.before = facts;
    facts = bill(request).after;
  }
  EXPECT_EQ(cumulated(facts), cumulated(once.after));
  ASSERT_EQ(facts.beneficiaries.size(), once.after.beneficiaries.size());
  for (std::size_t i = 0; i < facts.beneficiaries.size(); ++i) {
    EXPECT_EQ(facts.beneficiaries[i].visits, once.after.beneficiaries[i].visits);
  }
}

TEST_P(Laws, the_order_of_messages_does_not_matter) {
  const auto straight = bill(with_all(given));
  with.shuffle(given.orders);
  with.shuffle(given.deliveries);
  expect_same(bill(with_all(given)), straight);
}

TEST_P(Laws, beneficiaries_may_be_spread_in_any_way) {
  const auto request = with_all(given);
  const auto together = bill(request);
  auto facts = prepare(request.messages, request.given, request.before, request.complete);
  std::vector<std::size_t> order(facts.beneficiaries.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  with.shuffle(order);
  std::vector<beneficiary_outcome> outcomes;
  for (const auto i : order) {
    rule_lookup own(request.rules);  // nothing is shared
    outcomes.push_back(bill_beneficiary(facts.beneficiaries[i], facts.conflicts, {request.month, request.as_of}, own));
  }
  rule_lookup rules(request.rules);
  expect_same(assemble(std::move(outcomes), std::move(facts), request.before, rules, request.month, request.with),
              together);
}

TEST_P(Laws, lines_add_up_and_shares_make_the_price) {
  for (const auto* place : {"visit", "line", "invoice"}) {
    auto rules = std::string(quarter_hours);
    rules.insert(rules.rfind("}]}"), std::string(R"(, "invoicing": {"round_at": ")") + place + "\"}");
    const auto result = bill(with_all(given, rules));
    for (const auto& invoice : result.invoices) {
      money sum;
      for (const auto& line : invoice.lines) {
        sum += line.funder_share;
        EXPECT_GE(line.funder_share.cents, 0);
        EXPECT_GE(line.beneficiary_share.cents, 0);
        EXPECT_EQ(line.gross, line.funder_share + line.other_funders + line.beneficiary_share) << place;
      }
      EXPECT_EQ(sum, invoice.total);
    }
    for (const auto& invoice : result.beneficiary_invoices) {
      money sum;
      for (const auto& line : invoice.lines)
        sum += line.amount;
      EXPECT_EQ(sum, invoice.total);
    }
  }
}

TEST_P(Laws, every_second_stands_on_one_line_or_its_visit_is_listed) {
  const auto request = with_all(given);
  const auto result = bill(request);
  std::map<std::string, std::int64_t> on_lines, expected;
  const auto facts = prepare(request.messages, request.given, request.before, request.complete);
  rule_lookup rules(request.rules);
  for (const auto& part : facts.beneficiaries) {
    const auto outcome = bill_beneficiary(part, facts.conflicts, {request.month, request.as_of}, rules);
    for (const auto& line : outcome.lines) {
      for (const auto& visit : line.visits) {
        on_lines[visit.delivery_id] += visit.time.whole_seconds().value().seconds;
      }
    }
    for (const auto& visit : part.visits) {
      const bool listed = std::any_of(result.unbilled.begin(), result.unbilled.end(),
                                      [&](const auto& row) { return row.delivery == visit.delivery_id; });
      if (listed) continue;
      const auto seconds = paris::elapsed(visit.retained->start, visit.retained->end).value().seconds;
      expected[visit.delivery_id] = (seconds + 450) / 900 * 900;  // to the nearest quarter of an hour, tie up
    }
  }
  EXPECT_EQ(on_lines, expected);
  for (const auto& row : result.smoothing) {
    EXPECT_EQ(row.used, row.own + row.carried + row.advance + row.excess);
  }
}

TEST_P(Laws, every_visit_is_billed_or_listed) {
  const auto result = bill(with_all(given));
  std::set<std::string> seen;
  for (const auto& part : result.after.beneficiaries) {
    for (const auto& line : part.lines) {
      for (const auto& visit : line.deliveries)
        seen.insert(visit.delivery_id);
    }
  }
  for (const auto& row : result.unbilled)
    seen.insert(row.delivery);
  for (const auto& message : given.deliveries)
    EXPECT_TRUE(seen.contains(message.delivery_id)) << message.delivery_id;
}

TEST_P(Laws, raw_stamps_change_no_amount_and_a_withdrawal_removes_one_visit) {
  const auto before = bill(with_all(given));
  auto more = given;
  for (std::size_t i = 0; i < given.deliveries.size(); i += 3) {
    auto raw = given.deliveries[i];
    raw.correction_code = code{"HOR", {}, {}};
    raw.issued_at = at("2026-06-20T08:00:00");
    more.deliveries.push_back(raw);
  }
  EXPECT_EQ(cumulated(bill(with_all(more)).after), cumulated(before.after));

  auto without = given;
  const auto victim = given.deliveries.front().delivery_id;
  std::erase_if(without.deliveries, [&](const delivery& each) { return each.delivery_id == victim; });
  auto withdrawn = given;
  auto notice = given.deliveries.front();
  notice.correction_code = code{"SUP", {}, {}};
  notice.issued_at = at("2026-06-25T08:00:00");
  withdrawn.deliveries.push_back(notice);
  EXPECT_EQ(cumulated(bill(with_all(withdrawn)).after), cumulated(bill(with_all(without)).after));
}

INSTANTIATE_TEST_SUITE_P(RandomMonths, Laws, testing::Range(1, 21));

}  // namespace
}  // namespace esppadom::tests
