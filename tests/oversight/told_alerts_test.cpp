// An alert is told once, and again only when it has ended and begins anew: over random histories, held against sets.
#include "esppadom/oversight/told_alerts.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace esppadom;

local_date day(int number) { return parse_local_date("2026-03-01").value() + number; }

alert made(int number, const std::string& beneficiary, const std::string& provider,
           alert_kind kind = alert_kind::incomplete_call) {
  alert one;
  one.id = std::string(name_of(kind)) + "/" + beneficiary + "/" + provider + "/" + std::to_string(number);
  one.kind = kind;
  one.date = day(0);
  one.beneficiary = beneficiary;
  one.provider = provider;
  one.subject = std::to_string(number);
  return one;
}

constexpr auto everybody = [](const std::string&, const told_alert&) { return true; };

std::set<std::string> ids(const alert_news& news, alert_change change) {
  std::set<std::string> out;
  for (const auto& one : news.events) {
    if (one.change == change) out.insert(one.id);
  }
  return out;
}

TEST(ToldAlerts, are_told_once_and_end_and_begin_anew) {
  ledger facts;
  const auto one = made(1, "B-1", "SAAD-1");
  auto news = tell_alerts(facts, {one}, day(0), everybody);
  ASSERT_EQ(news.events.size(), 1U);
  EXPECT_EQ(news.events[0].change, alert_change::begun);
  news = tell_alerts(facts, {one}, day(1), everybody);
  EXPECT_TRUE(news.events.empty());
  EXPECT_EQ(news.standing, 1);
  news = tell_alerts(facts, {}, day(2), everybody);
  ASSERT_EQ(news.events.size(), 1U);
  EXPECT_EQ(news.events[0].change, alert_change::ended);
  EXPECT_EQ(news.events[0].told_on, day(0));
  EXPECT_EQ(facts.beneficiaries.at(0).alerts.at(0).ended_on, day(2));
  EXPECT_TRUE(tell_alerts(facts, {}, day(3), everybody).events.empty());
  news = tell_alerts(facts, {one}, day(4), everybody);
  EXPECT_EQ(ids(news, alert_change::begun), (std::set<std::string>{one.id}));
  EXPECT_EQ(facts.beneficiaries.at(0).alerts.at(0).told_on, day(4));
  EXPECT_FALSE(facts.beneficiaries.at(0).alerts.at(0).ended_on);
}

TEST(ToldAlerts, a_longer_watch_does_not_end_the_shorter) {
  ledger facts;
  auto shorter = made(1, "B-1", "SAAD-1", alert_kind::late_start);
  auto longer = shorter;
  shorter.id += "/30 min";
  longer.id += "/60 min";
  tell_alerts(facts, {shorter}, day(0), everybody);
  const auto news = tell_alerts(facts, {longer}, day(0), everybody);
  ASSERT_EQ(news.events.size(), 1U);
  EXPECT_EQ(news.events[0].id, longer.id);
  EXPECT_EQ(news.standing, 1);
  EXPECT_EQ(ids(tell_alerts(facts, {}, day(1), everybody), alert_change::ended).size(), 2U);
}

TEST(ToldAlerts, an_earlier_day_ends_nothing_that_was_told_later) {
  ledger facts;
  tell_alerts(facts, {made(1, "B-1", "SAAD-1")}, day(5), everybody);
  const auto known = facts;
  EXPECT_TRUE(tell_alerts(facts, {}, day(3), everybody).events.empty());
  EXPECT_EQ(facts, known);
}

TEST(ToldAlerts, hold_over_random_histories) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    std::mt19937_64 source(seed);
    const auto pick = [&source](int count) { return static_cast<int>(source() % static_cast<std::uint64_t>(count)); };
    ledger facts;
    std::set<std::string> standing;  // what was told and did not end
    std::set<std::string> held;      // what stands today
    std::vector<alert> all;
    for (int i = 0; i < 12; ++i)
      all.push_back(made(i, "B-" + std::to_string(pick(4)), "SAAD-" + std::to_string(pick(2))));
    for (int today = 0; today < 30; ++today) {
      for (const auto& one : all) {
        if (pick(100) < 30 && !held.erase(one.id)) held.insert(one.id);
      }
      const auto provider = "SAAD-" + std::to_string(pick(3));  // SAAD-2 stands for everybody
      const auto concerns = [&](const std::string& of) { return provider == "SAAD-2" || of == provider; };
      std::vector<alert> now;
      std::set<std::string> begun, ended;
      for (const auto& one : all) {
        if (!concerns(one.provider)) continue;
        if (held.contains(one.id)) now.push_back(one);
        if (held.contains(one.id) && !standing.contains(one.id)) begun.insert(one.id);
        if (!held.contains(one.id) && standing.contains(one.id)) ended.insert(one.id);
      }
      const auto is_asked = [&](const std::string&, const told_alert& one) { return concerns(one.provider); };
      const auto news = tell_alerts(facts, now, day(today), is_asked);
      ASSERT_EQ(ids(news, alert_change::begun), begun) << seed;
      ASSERT_EQ(ids(news, alert_change::ended), ended) << seed;
      ASSERT_EQ(static_cast<std::size_t>(news.standing), now.size() - begun.size());
      for (const auto& id : begun)
        standing.insert(id);
      for (const auto& id : ended)
        standing.erase(id);
      const auto known = facts;
      ASSERT_TRUE(tell_alerts(facts, now, day(today), is_asked).events.empty()) << seed;
      ASSERT_EQ(facts, known) << seed;
      ASSERT_TRUE(std::is_sorted(facts.beneficiaries.begin(), facts.beneficiaries.end(),
                                 [](const auto& a, const auto& b) { return a.beneficiary < b.beneficiary; }));
    }
  }
}

}  // namespace
