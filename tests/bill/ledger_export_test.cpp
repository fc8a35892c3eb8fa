// A part of a ledger holds all that the next operator needs: the next month of a provider is billed to the same bytes,
// and all parts together are the ledger.
#include "esppadom/billing/ledger_export.hpp"

#include <gtest/gtest.h>

#include <set>
#include <span>
#include <string>
#include <vector>

#include "bill/month.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/ledger_transfer.hpp"
#include "esppadom/exchange/xml.hpp"

namespace {

using namespace esppadom;
using namespace esppadom::tests;

const char* const carrying = R"({"id": "book", "rule_sets": [
  {"id": "cd", "version": 1, "scope": {"level": "departement", "departement": "99"},
   "smoothing": {"carry": {"enabled": true, "horizon_periods": 3}}}]})";
const char* const one_series = R"({"id": "book", "rule_sets": [
  {"id": "cd", "version": 1, "scope": {"level": "departement", "departement": "99"},
   "invoicing": {"numbering": {"company": "ONE"}}}]})";

struct history {
  std::vector<order> orders;
  std::vector<delivery> deliveries;
};

// Three providers, a third of the beneficiaries served by two of them on one plan, three months.
history random_history(dice& with, int beneficiaries) {
  history out;
  for (int b = 0; b < beneficiaries; ++b) {
    const auto who = "B-" + std::to_string(b);
    const int providers = with.chance(33) ? 2 : 1;
    const auto first = with.pick(0, 2);
    for (int p = 0; p < providers; ++p) {
      const auto provider = "SAAD-" + std::to_string((first + p) % 3);
      ordered plan;
      plan.id = "CMD-" + std::to_string(b) + "-" + std::to_string(p);
      plan.beneficiary = who;
      plan.provider = provider;
      plan.line = "PLAN-" + std::to_string(b) + "-" + std::to_string(p);
      plan.hours = std::to_string(with.pick(2, 12));
      plan.participation = with.chance(60) ? "13.6192" : "";
      out.orders.push_back(order_of(plan));
      const auto visits = with.pick(3, 12);
      for (int v = 0; v < visits; ++v) {
        made visit;
        visit.id = who + "-" + std::to_string(p) + "-" + std::to_string(v);
        visit.beneficiary = who;
        visit.provider = provider;
        visit.line = plan.line;
        const auto start = local_time::at(month("2026-04").first_day() + static_cast<std::int32_t>(with.pick(0, 90)),
                                          static_cast<std::int32_t>(with.pick(6 * 3600, 20 * 3600)));
        visit.start = to_string(start);
        visit.end = to_string(local_time{start.seconds + with.pick(300, 14000), 0});
        visit.caregiver = "C-" + std::to_string(with.pick(0, 300));
        visit.issued = "2026-04-01T08:00:00";
        out.deliveries.push_back(delivery_of(visit));
      }
    }
  }
  return out;
}

bill_result bill_month(const history& of, std::string_view billed, const ledger& before, const char* rules = carrying) {
  auto request = request_for(billed, rules_from(rules));
  request.before = before;
  for (const auto& one : of.orders)
    request.messages.add(one);
  const auto last = request.month.last_day();
  for (const auto& one : of.deliveries) {
    if (one.retained_period.start->date() <= last) request.messages.add(one);
  }
  for (const auto* provider : {"SAAD-0", "SAAD-1", "SAAD-2"}) {
    if (billed == "2026-04") request.given.advances.push_back({provider, "CD99", month("2026-05"), euros("40.00")});
  }
  return bill(request);
}

// The invoices of one provider as they are sent.
std::string invoices_of(const bill_result& result, const std::string& provider) {
  std::string out;
  for (const auto& message : result.messages) {
    if (message.provider.id() == provider) out += write(std::span<const invoice>(&message, 1)) + "\n";
  }
  for (const auto& one : result.beneficiary_invoices) {
    if (one.provider == provider) out += one.beneficiary + " " + to_string(one.total) + "\n";
  }
  return out;
}

ledger by_provider(ledger facts) {
  detail::sort_adjustments(facts.adjustments);
  return facts;
}

TEST(LedgerExport, bills_the_next_month_of_a_provider_to_the_same_bytes) {
  int invoices = 0;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    dice with(seed);
    const auto facts = random_history(with, 7);
    auto before = bill_month(facts, "2026-04", {}).after;
    before = bill_month(facts, "2026-05", before).after;
    const auto whole = bill_month(facts, "2026-06", before);
    for (const std::string provider : {"SAAD-0", "SAAD-1", "SAAD-2"}) {
      const auto part = export_ledger(before, ledger_cut::provider, provider).part;
      const auto apart = bill_month(facts, "2026-06", part);
      ASSERT_EQ(invoices_of(apart, provider), invoices_of(whole, provider)) << seed << " " << provider;
      history own;  // the next operator gets this provider's messages only
      for (const auto& one : facts.orders) {
        if (one.provider.id() == provider) own.orders.push_back(one);
      }
      for (const auto& one : facts.deliveries) {
        if (one.provider.id() == provider) own.deliveries.push_back(one);
      }
      ASSERT_EQ(invoices_of(bill_month(own, "2026-06", part), provider),
                invoices_of(bill_month(own, "2026-06", before), provider))
          << seed << " " << provider;
      invoices += static_cast<int>(std::count_if(whole.invoices.begin(), whole.invoices.end(),
                                                 [&](const auto& one) { return one.provider == provider; }));
    }
  }
  EXPECT_GT(invoices, 50);
}

TEST(LedgerExport, all_providers_together_are_the_ledger) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    dice with(seed);
    const auto facts = random_history(with, 7);
    auto before = bill_month(facts, "2026-04", {}).after;
    before = bill_month(facts, "2026-05", before).after;
    opening_time lot;
    lot.pool = "CD99/APA";
    lot.month = month("2026-03");
    lot.time = exact_duration(duration::of_hours(2));
    beneficiary_ledger unserved;
    unserved.beneficiary = "B-9";
    unserved.opening.push_back(lot);
    before.beneficiaries.push_back(unserved);
    told_alert told;
    told.id = "overrun/B-0/CD99/APA/2026-04";
    before.beneficiaries.front().alerts.push_back(told);
    std::vector<ledger> parts;
    for (const auto* provider : {"SAAD-2", "SAAD-0", "SAAD-1"})
      parts.push_back(export_ledger(before, ledger_cut::provider, provider).part);
    const auto merged = merge_exports(parts);
    ASSERT_TRUE(merged.conflicts.empty());
    ASSERT_EQ(merged.whole, by_provider(before)) << seed;
    ASSERT_EQ(write_json(merged.whole), write_json(by_provider(before)));
    ASSERT_EQ(merge_exports({merged.whole, parts[0]}).whole, merged.whole);
  }
}

TEST(LedgerExport, all_beneficiaries_together_are_the_ledger_but_for_adjustments) {
  dice with(7);
  const auto facts = random_history(with, 7);
  auto before = bill_month(facts, "2026-04", {}).after;
  before = bill_month(facts, "2026-05", before).after;
  std::vector<ledger> parts;
  for (const auto& one : before.beneficiaries)
    parts.push_back(export_ledger(before, ledger_cut::beneficiary, one.beneficiary).part);
  auto without = before;
  without.adjustments.clear();
  ASSERT_FALSE(before.adjustments.empty());
  EXPECT_EQ(merge_exports(parts).whole, without);
}

TEST(LedgerExport, says_what_is_left_out) {
  dice with(3);
  const auto facts = random_history(with, 9);
  const auto before = bill_month(facts, "2026-04", {}).after;
  findings found;
  const auto done = exported(before, ledger_cut::provider, "SAAD-1", found).value();
  EXPECT_TRUE(found.empty());
  ASSERT_EQ(done.facts.size(), std::size(enum_names<ledger_fact>::items));
  const auto row = [&done](ledger_fact fact) { return done.facts.at(static_cast<std::size_t>(fact)); };
  const auto people = row(ledger_fact::beneficiaries);
  EXPECT_EQ(people.taken, static_cast<std::int64_t>(done.part.beneficiaries.size()));
  EXPECT_EQ(people.taken + people.left_out, static_cast<std::int64_t>(before.beneficiaries.size()));
  EXPECT_GT(people.left_out, 0);
  EXPECT_EQ(row(ledger_fact::open_advances).amount_taken, euros("40.00"));
  EXPECT_EQ(row(ledger_fact::open_advances).amount_left_out, euros("80.00"));
  money taken, left;
  for (const auto& one : before.documents)
    (one.provider == "SAAD-1" ? taken : left) += one.total;
  EXPECT_EQ(row(ledger_fact::documents).amount_taken, taken);
  EXPECT_EQ(row(ledger_fact::documents).amount_left_out, left);
  EXPECT_EQ(done.part.taken_numbers.size() + done.part.documents.size(), before.documents.size());
  EXPECT_FALSE(exported(before, ledger_cut::provider, "SAAD-9", found));
  EXPECT_EQ(found.items().back().code(), "ESP-LED-004");
  EXPECT_TRUE(exported(before, ledger_cut::service, "APA-HR", found));
  EXPECT_EQ(found.items().back().code(), "ESP-LED-006");  // everybody has that service, so that no series is shared
}

TEST(LedgerExport, numbers_of_other_parts_are_not_given_again) {
  dice with(5);
  const auto facts = random_history(with, 7);
  const auto before = bill_month(facts, "2026-04", {}, one_series).after;
  const auto part = export_ledger(before, ledger_cut::provider, "SAAD-2").part;
  findings found;
  EXPECT_TRUE(exported(before, ledger_cut::provider, "SAAD-2", found));
  ASSERT_EQ(found.items().size(), 1U);
  EXPECT_EQ(found.items()[0].code(), "ESP-LED-008");
  EXPECT_EQ(found.items()[0].arguments, (std::vector<std::string>{"FACT-ONE-0426-"}));
  std::set<std::string> taken;
  for (const auto& one : before.documents)
    taken.insert(one.id);
  auto changed = facts;  // something more for the month that was billed
  for (auto& one : changed.deliveries) {
    if (one.provider.id() != "SAAD-2") continue;
    one.issued_at = at("2026-05-02T08:00:00");
    one.retained_period.end = local_time{one.retained_period.end->seconds + 1800, 0};
  }
  const auto again = bill_month(changed, "2026-04", part, one_series);
  int own = 0;
  for (const auto& one : again.invoices) {
    if (one.provider != "SAAD-2") continue;
    ++own;
    EXPECT_FALSE(taken.contains(one.id)) << one.id;
  }
  EXPECT_GT(own, 0);
}

TEST(LedgerExport, parts_that_contradict_each_other_are_not_merged) {
  dice with(3);
  const auto facts = random_history(with, 7);
  const auto before = bill_month(facts, "2026-04", {}).after;
  auto other = before;
  other.beneficiaries.front().visits.pop_back();
  other.documents.front().due += money::from_cents(1);
  findings found;
  EXPECT_EQ(merged_ledger({before, other}, found).error(), error_code::conflict);
  ASSERT_EQ(found.items().size(), 2U);
  EXPECT_EQ(found.items()[0].code(), "ESP-LED-007");
  EXPECT_EQ(found.items()[0].arguments, (std::vector<std::string>{"B-0", "the beneficiary", "le bénéficiaire"}));
  EXPECT_EQ(found.items()[1].arguments,
            (std::vector<std::string>{before.documents.front().id, "the document", "la pièce"}));
  other = before;
  other.rule_book = "another";
  findings again;
  EXPECT_EQ(merged_ledger({before, other}, again).error(), error_code::conflict);
}

}  // namespace
