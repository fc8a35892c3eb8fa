// Visits and credits that come after later months were invoiced: `smoothing.late` (billing rules reference, section
// 2c).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "billing/vector_reader.hpp"
#include "month.hpp"

namespace esppadom::tests {
namespace {

using vectors::json;
using vectors::rational;

std::string book_text(std::string_view smoothing, std::string_view more = "") {
  return R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1, "valid_from": "2026-01-01",
    "valid_to": null, "scope": {"level": "departement", "departement": "99"}, "smoothing": )" +
         std::string(smoothing) + std::string(more) + "}]}";
}
std::string carry_five(std::string_view late) {
  return R"({"late": ")" + std::string(late) +
         R"(", "carry": {"enabled": true, "horizon_periods": 5, "may_exceed_ceiling": true}})";
}

/// A run after the other: every message is an increment to the ledger so far.
class months_in_sequence {
 public:
  months_in_sequence(const rule_book& rules, std::string hours) : rules_(rules) {
    ordered plan;
    plan.hours = std::move(hours);
    plan.tariff = "10.00";
    order_ = order_of(plan);
  }

  void add(const std::string& id, const std::string& date, std::int64_t hours) {
    made visit;
    visit.id = id;
    visit.issued = "2026-07-01T08:00:0" + std::to_string(version_[id]++);
    visit.start = date + "T06:00:00";
    visit.end = to_string(local_time{at(visit.start).seconds + hours * 3600, 0});
    waiting_.push_back(delivery_of(visit));
  }
  void add(const made& visit) { waiting_.push_back(delivery_of(visit)); }
  void withdraw(const std::string& id, const std::string& date) {
    made visit;
    visit.id = id;
    visit.issued = "2026-07-02T08:00:00";
    visit.start = date + "T06:00:00";
    visit.end = date + "T07:00:00";
    visit.code = "SUP";
    waiting_.push_back(delivery_of(visit));
  }

  bill_result bill(std::string_view month_name) {
    auto request = request_for(month_name, rules_);
    request.as_of = day("2026-12-31");
    request.messages.add(order_);
    for (const auto& message : std::exchange(waiting_, {}))
      request.messages.add(message);
    request.before = before_;
    auto result = esppadom::bill(request);
    before_ = result.after;
    return result;
  }

 private:
  rule_book rules_;
  order order_;
  ledger before_;
  std::vector<delivery> waiting_;
  std::map<std::string, int> version_;
};

std::string month_name(std::size_t number) { return "2026-0" + std::to_string(number); }

rational hours(const exact_duration& time) { return vectors::to_rational(time) / 3600; }

std::vector<std::int64_t> numbers(const json& list) {
  std::vector<std::int64_t> out;
  for (const json each : simdjson::dom::array(list))
    out.push_back(std::int64_t(each));
  return out;
}

/// The visits of a month: one of at most 16 h a day, from the 2nd on.
void add_month(months_in_sequence& run, std::size_t month, std::int64_t used) {
  for (int visit = 0; used > 0; ++visit) {
    const auto date = month_name(month) + "-0" + std::to_string(2 + visit);
    run.add(month_name(month) + "/" + std::to_string(visit), date, std::min<std::int64_t>(used, 16));
    used -= 16;
  }
}

void add_step(months_in_sequence& run, const json& step, const std::vector<std::int64_t>& used, int number) {
  json change;
  if (step["add"].get(change) == simdjson::SUCCESS) {
    run.add("late/" + std::to_string(number), std::string(std::string_view(change.at(0))), std::int64_t(change.at(1)));
  }
  if (step["less"].get(change) == simdjson::SUCCESS) {
    const std::string month{std::string_view(change.at(0))};
    const auto whole = std::min<std::int64_t>(used.at(static_cast<std::size_t>(month.back() - '1')), 16);
    run.add(month + "/0", month + "-02", whole - std::int64_t(change.at(1)));
  }
}

std::vector<std::string> documents_of(const bill_result& result) {
  std::vector<std::string> out;
  for (const auto& each : result.invoices)
    out.push_back(std::string(name_of(each.type)) + " " + to_string(each.month) + " " + to_string(each.total));
  std::sort(out.begin(), out.end());
  return out;
}

TEST(late, visits_and_credits_move_closed_months_or_leave_them) {
  vectors::for_each_case("smoothing_late.json", [](const json& input, const json& expected) {
    const auto rules = rules_from(book_text(carry_five(std::string_view(input["late"]))));
    months_in_sequence run(rules, std::to_string(std::int64_t(input["plan_hours"])));
    const auto used = numbers(input["used"]);
    for (std::size_t i = 0; i < used.size(); ++i) {
      add_month(run, i + 1, used[i]);
      run.bill(month_name(i + 1));
    }
    bill_result last;
    int number = 0;
    for (const json step : simdjson::dom::array(input["then"])) {
      add_step(run, step, used, number++);
      last = run.bill(std::string_view(step["billed"]));
    }
    const auto expect = [&](std::string_view key, exact_duration smoothing_row::*value) {
      const auto wanted = numbers(expected[key]);
      ASSERT_GE(last.smoothing.size(), wanted.size());
      for (std::size_t i = 0; i < last.smoothing.size(); ++i)
        EXPECT_EQ(hours(last.smoothing[i].*value), i < wanted.size() ? wanted[i] : 0) << key << " " << i + 1;
    };
    expect("own", &smoothing_row::own);
    expect("carried", &smoothing_row::carried);
    expect("excess", &smoothing_row::excess);
    json lots;
    if (expected["lots"].get(lots) == simdjson::SUCCESS) {
      const auto& left = last.smoothing.at(used.size() - 1).lots;
      std::size_t count = 0;
      for (const auto [key, value] : simdjson::dom::object(lots)) {
        ++count;
        const auto at =
            std::find_if(left.begin(), left.end(), [&](const auto& lot) { return to_string(lot.month) == key; });
        ASSERT_NE(at, left.end()) << key;
        EXPECT_EQ(hours(at->left), std::int64_t(json(value))) << key;
      }
      EXPECT_EQ(left.size(), count);
    }
    std::vector<std::string> wanted;
    for (const json each : simdjson::dom::array(expected["documents"]))
      wanted.emplace_back(std::string_view(each));
    EXPECT_EQ(documents_of(last), wanted);

    const auto again = run.bill(to_string(last.month));  // the law that holds whatever is late
    EXPECT_TRUE(again.invoices.empty());
    EXPECT_TRUE(again.beneficiary_invoices.empty());
    EXPECT_EQ(again.after, last.after);
    EXPECT_EQ(again.smoothing, last.smoothing);
  });
}

TEST(late, a_visit_that_is_withdrawn_gives_back_what_it_used_and_leaves_the_others) {
  months_in_sequence run(rules_from(book_text(carry_five("keep_closed"))), "10");
  run.add("A", "2026-01-02", 6);
  run.bill("2026-01");
  run.add("B", "2026-02-02", 14);  // own 10, January's lot 4
  run.bill("2026-02");
  run.withdraw("A", "2026-01-02");
  const auto credited = run.bill("2026-02");
  EXPECT_EQ(documents_of(credited), std::vector<std::string>{"credit_note 2026-01 60.00"});
  run.add("C", "2026-01-03", 7);
  const auto late = run.bill("2026-02");  // 6 h of January are left
  EXPECT_EQ(documents_of(late), std::vector<std::string>{"complementary 2026-01 60.00"});
  ASSERT_EQ(late.smoothing.size(), 2u);
  EXPECT_EQ(hours(late.smoothing[0].own), 6);
  EXPECT_EQ(hours(late.smoothing[0].excess), 1);
  EXPECT_EQ(hours(late.smoothing[1].carried), 4);
  run.withdraw("B", "2026-02-02");
  run.withdraw("C", "2026-01-03");
  EXPECT_EQ(documents_of(run.bill("2026-02")),
            (std::vector<std::string>{"credit_note 2026-01 60.00", "credit_note 2026-02 140.00"}));
  run.add("D", "2026-02-03", 20);
  EXPECT_EQ(documents_of(run.bill("2026-02")), std::vector<std::string>{"complementary 2026-02 200.00"});
}

TEST(late, a_visit_that_may_not_be_cut_stays_in_or_out) {
  for (const bool in : {true, false}) {
    const std::string smoothing = std::string(R"({"late": "keep_closed", "split_at_ceiling": false, "crossing": ")") +
                                  (in ? "in" : "out") + "\"}";
    months_in_sequence run(rules_from(book_text(smoothing)), "10");
    run.add("A", "2026-01-05", 6);
    run.add("B", "2026-01-06", 6);
    const auto first = run.bill("2026-01");
    EXPECT_EQ(total_of(first, document_type::main), euros(in ? "120.00" : "60.00"));
    run.add("C", "2026-01-02", 3);  // nothing after the visit at the ceiling is charged
    const auto second = run.bill("2026-01");
    EXPECT_TRUE(second.invoices.empty());
    ASSERT_EQ(second.smoothing.size(), 1u);
    EXPECT_EQ(hours(second.smoothing[0].own), in ? 12 : 6);
    EXPECT_EQ(hours(second.smoothing[0].excess), in ? 3 : 9);
  }
}

TEST(late, a_sub_ceiling_serves_first_who_was_invoiced_first) {
  const auto rules = rules_from(book_text(
      R"({"late": "keep_closed", "sub_ceilings": [{"service": "APA-HR", "max_min": 540, "period": "month"}]})"));
  months_in_sequence run(rules, "30");
  run.add("A", "2026-01-05", 8);
  run.bill("2026-01");
  run.add("B", "2026-01-02", 3);
  const auto result = run.bill("2026-01");
  EXPECT_EQ(documents_of(result), std::vector<std::string>{"complementary 2026-01 10.00"});
}

TEST(late, a_double_told_later_that_began_first_draws_on_what_the_invoiced_visit_used) {
  const auto rules = rules_from(book_text(R"({"late": "keep_closed"})",
                                          R"(, "double_visit": {"allowed": true, "plan_factor": 1, "pay_factor": 1})"));
  months_in_sequence run(rules, "4");
  run.add("A", "2026-01-05", 3);
  EXPECT_EQ(documents_of(run.bill("2026-01")), std::vector<std::string>{"main 2026-01 30.00"});
  made first;  // 05:45–09:00: A is the second now, and the slot is 3 h 15 of the plan's 4 h
  first.id = "B";
  first.caregiver = "C-2";
  first.issued = "2026-07-03T08:00:00";
  first.start = "2026-01-05T05:45:00";
  first.end = "2026-01-05T09:00:00";
  run.add(first);
  const auto result = run.bill("2026-01");
  EXPECT_EQ(documents_of(result), std::vector<std::string>{"complementary 2026-01 2.50"});
  EXPECT_EQ(result.smoothing.at(0).own, exact_duration(duration::of_minutes(195)));
}

TEST(late, keep_closed_is_refused_where_it_has_no_meaning) {
  for (const char* other : {R"("unit": "euros")", R"("tariff_month": "grant")"}) {
    findings found;
    EXPECT_FALSE(
        load_rule_book(book_text(std::string(R"({"late": "keep_closed", )") + other + "}"), found).has_value());
    ASSERT_FALSE(found.items().empty());
    EXPECT_EQ(found.items()[0].path, "/rule_sets/0/smoothing/late");
  }
}

// -- on random months
// ---------------------------------------------------------------------------------------------------

/// What a funder was asked to pay for each delivery, in all.
std::map<std::pair<std::string, std::string>, exact_duration> funded(const ledger& facts) {
  std::map<std::pair<std::string, std::string>, exact_duration> sums;
  for (const auto& part : facts.beneficiaries) {
    for (const auto& line : part.lines) {
      if (line.payer.empty()) continue;
      for (const auto& visit : line.deliveries)
        sums[{line.payer, visit.delivery_id}] += visit.time;
    }
  }
  std::erase_if(sums, [](const auto& entry) { return entry.second == exact_duration(); });
  return sums;
}

class KeepClosed : public testing::TestWithParam<int> {
 protected:
  dice with{static_cast<std::uint64_t>(GetParam()) * 104'729};
  rule_book rules =
      rules_from(book_text(carry_five("keep_closed"),
                           R"(, "duration": {"rounding": {"object": "duration", "step_min": 15, "mode": "nearest"}},
                     "funding": {"order": ["CD99", "MUT-7"], "surcharges": {"percent": {"sunday": 20}}})"));

  bill_request request() const {
    auto out = request_for("2026-06", rules);
    out.as_of = day("2026-07-10");
    return out;
  }
};

TEST_P(KeepClosed, new_visits_change_nothing_that_was_invoiced) {
  const auto given = random_visits(with, 5);
  ledger facts;
  std::set<std::string> known;
  constexpr std::size_t batches = 3;
  for (std::size_t batch = 0; batch < batches; ++batch) {
    auto one = request();
    for (const auto& message : given.orders)
      one.messages.add(message);
    for (std::size_t i = batch; i < given.deliveries.size(); i += batches) {
      const auto& visit = given.deliveries[i];  // only visits that are new: no corrections of known ones
      if (visit.correction() == "SUP" || !known.insert(visit.delivery_id).second) continue;
      one.messages.add(visit);
    }
    one.before = facts;
    const auto before = funded(facts);
    const auto result = bill(one);
    const auto now = funded(result.after);
    for (const auto& [key, time] : before) {
      const auto at = now.find(key);
      EXPECT_TRUE(at != now.end() && at->second == time) << key.second;
    }
    EXPECT_EQ(total_of(result, document_type::credit_note), money());
    facts = result.after;

    auto again = request();
    again.before = facts;
    const auto second = bill(again);
    EXPECT_TRUE(second.invoices.empty());
    EXPECT_TRUE(second.beneficiary_invoices.empty());
    EXPECT_EQ(second.after, facts);
    EXPECT_EQ(second.smoothing, result.smoothing);
  }
}

INSTANTIATE_TEST_SUITE_P(random, KeepClosed, testing::Range(1, 13));

}  // namespace
}  // namespace esppadom::tests
