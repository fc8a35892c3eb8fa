// Calls of a voice server: one outcome each, pairs by the rules of stamps, the same whatever the order of the log.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "esppadom/oversight/calls/identify.hpp"
#include "esppadom/oversight/calls/messages.hpp"

namespace {

using namespace esppadom;

local_time at(const char* text) { return parse_local_time(text).value(); }

raw_call call(const char* time, const char* number, const char* caregiver, std::optional<call_direction> direction) {
  raw_call one;
  one.at = at(time);
  one.number = number;
  one.caregiver = caregiver;
  one.direction = direction;
  return one;
}

directory_entry entry(const char* number, const char* beneficiary) {
  directory_entry one;
  one.number = number;
  one.provider = "512";
  one.beneficiary = beneficiary;
  return one;
}

planned_visit plan(const char* beneficiary, const char* start, const char* end) {
  planned_visit one;
  one.provider = "512";
  one.beneficiary = beneficiary;
  one.start = at(start);
  one.end = at(end);
  return one;
}

constexpr auto arrival = call_direction::arrival;
constexpr auto departure = call_direction::departure;
const char* const line = "01 99 00 12 34";

call_rules rules_of(std::int64_t dedupe, std::int64_t pair_hours = 24) {
  call_rules rules;
  rules.stamps.dedupe = duration::of_seconds(dedupe);
  rules.stamps.pair_max = duration::of_hours(pair_hours);
  return rules;
}

TEST(PhoneNumber, IsOneHoweverItIsWritten) {
  for (const char* text :
       {"0199001234", "01 99 00 12 34", "01.99.00.12.34", "01-99-00-12-34", "+33199001234", "+33 1 99 00 12 34",
        "+33 (0)1 99 00 12 34", "0033 1 99 00 12 34", "0033199001234", "33199001234", "199001234",
        "01\xC2\xA0"
        "99\xE2\x80\xAF"
        "00 12/34",
        "(01) 99 00 12 34"})
    EXPECT_EQ(normalised_phone(text), "0199001234") << text;
  EXPECT_EQ(normalised_phone("+262 262 00 00 00"), "0262000000");
  EXPECT_EQ(normalised_phone("0262 00 00 00"), "0262000000");
  EXPECT_EQ(normalised_phone("+32 2 555 12 12"), "+3225551212");
  EXPECT_EQ(normalised_phone("0032 2 555 12 12"), "+3225551212");
  for (const char* text : {"", " ", "3949", "anonymous", "+", "00", "01990012345", "+33 01 99 00 12 34", "01+99001234",
                           "+0199001234", "+12345678901234567"})
    EXPECT_EQ(normalised_phone(text), std::nullopt) << text;
}

TEST(PhoneNumber, OfItsOwnFormStays) {
  std::mt19937 dice(7);
  const std::string letters = "+0123456789 .-()x";
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto n = dice() % 18; n > 0; --n)
      text.push_back(letters[dice() % letters.size()]);
    const auto once = normalised_phone(text);
    if (!once) continue;
    EXPECT_EQ(normalised_phone(*once), once) << text;
  }
}

TEST(Calls, ArrivalAndDepartureMakeAVisitFromAnyNumberOfTheBeneficiary) {
  const phone_directory book{{entry("+33199001234", "B-1"), entry("06 39 98 40 40", "B-1")}};
  const std::vector calls{call("2026-03-02T08:02:05", line, "I-17", arrival),
                          call("2026-03-02T09:01:00", "0639984040", "I-17", departure)};
  const auto found = identify(calls, book, {}, rules_of(0));
  ASSERT_EQ(found.visits.size(), 1U);
  EXPECT_EQ(found.visits[0].stamped, duration::of_seconds(3535));
  const auto messages = messages_of(found, calls, book, {}, {});
  ASSERT_EQ(messages.visits.size(), 1U);
  EXPECT_EQ(messages.visits[0].delivery_id, "512-B-1-I-17-20260302-080205");
  EXPECT_EQ(messages.visits[0].retained_period.end, at("2026-03-02T09:01:00"));
  EXPECT_EQ(messages.visits[0].issued_at, at("2026-03-02T09:01:00"));
  EXPECT_EQ(caregiver(messages.visits[0].provider)->id->value, "I-17");
}

TEST(Calls, RepeatedCallsKeepTheFirstArrivalAndTheLastDeparture) {
  const phone_directory book{{entry(line, "B-1")}};
  const std::vector calls{
      call("2026-03-02T08:00:00", line, "I", arrival),   call("2026-03-02T08:01:00", line, "I", arrival),
      call("2026-03-02T09:00:00", line, "I", departure), call("2026-03-02T09:00:30", line, "I", departure),
      call("2026-03-02T09:01:00", line, "I", departure), call("2026-03-02T09:01:01", line, "I", departure)};
  const auto found = identify(calls, book, {}, rules_of(60));
  ASSERT_EQ(found.visits.size(), 1U);
  EXPECT_EQ(found.visits[0].arrival, 0U);
  EXPECT_EQ(found.visits[0].departure, 4U);
  EXPECT_EQ(found.calls[1].repeats, 0U);
  EXPECT_EQ(found.calls[2].repeats, 4U);
  EXPECT_EQ(found.calls[3].repeats, 4U);
  EXPECT_EQ(found.calls[5].reason, call_reason::no_arrival) << "one second beyond the tolerance of the first departure";
  EXPECT_EQ(identify(calls, book, {}, rules_of(0)).incomplete.size(), 4U) << "neutral rules know no repetition";
}

TEST(Calls, ALogWithoutDirectionsAlternates) {
  const phone_directory book{{entry(line, "B-1")}};
  const std::vector calls{call("2026-03-02T08:00:00", line, "I", {}), call("2026-03-02T08:00:20", line, "I", {}),
                          call("2026-03-02T09:00:00", line, "I", {}), call("2026-03-02T14:00:00", line, "I", {}),
                          call("2026-03-02T15:00:00", line, "I", {}), call("2026-03-03T08:00:00", line, "I", {})};
  const auto found = identify(calls, book, {}, rules_of(60, 12));
  ASSERT_EQ(found.visits.size(), 2U);
  EXPECT_EQ(found.visits[1].arrival, 3U);
  EXPECT_EQ(found.calls[5].reason, call_reason::no_departure);
}

TEST(Calls, TheLongestVisitIsABoundaryOfElapsedTime) {
  const phone_directory book{{entry(line, "B-1")}};
  const auto made = [&](const char* from, const char* to) {
    const std::vector calls{call(from, line, "I", arrival), call(to, line, "I", departure)};
    const auto found = identify(calls, book, {}, rules_of(0, 8));
    return found.visits.empty() ? -1 : found.visits[0].stamped.seconds;
  };
  EXPECT_EQ(made("2026-03-02T22:00:00", "2026-03-03T06:00:00"), 8 * 3600) << "over midnight";
  EXPECT_EQ(made("2026-03-02T22:00:00", "2026-03-03T06:00:01"), -1);
  EXPECT_EQ(made("2026-03-28T22:00:00", "2026-03-29T06:00:00"), 7 * 3600) << "the night that lacks an hour";
  EXPECT_EQ(made("2026-03-28T22:00:00", "2026-03-29T07:00:00"), 8 * 3600);
  EXPECT_EQ(made("2026-10-24T22:00:00", "2026-10-25T06:00:00"), -1) << "nine hours";
  EXPECT_EQ(made("2026-03-02T08:00:00", "2026-03-02T08:00:00"), -1) << "no time at all";
}

TEST(Calls, TheRepeatedHourIsToldApartByItsOffset) {
  const phone_directory book{{entry(line, "B-1")}};
  std::vector calls{call("2026-10-25T02:30:00", line, "I", arrival), call("2026-10-25T02:15:00", line, "I", departure)};
  calls[1].at.fold = 1;
  const auto found = identify(calls, book, {}, rules_of(0));
  ASSERT_EQ(found.visits.size(), 1U);
  EXPECT_EQ(found.visits[0].stamped, duration::of_minutes(45));
}

TEST(Calls, ATimeWithoutPlaceIsNotIdentified) {
  const phone_directory book{{entry(line, "B-1")}};
  auto rules = rules_of(0);
  rules.calendar.dst_ambiguous = ambiguous_policy::reject;
  const std::vector calls{call("2026-03-29T02:30:00", line, "I", arrival),
                          call("2026-10-25T02:30:00", line, "I", arrival)};
  const auto found = identify(calls, book, {}, rules);
  EXPECT_EQ(found.calls[0].reason, call_reason::time_does_not_exist);
  EXPECT_EQ(found.calls[1].reason, call_reason::time_ambiguous);
}

TEST(Calls, APlannedVisitTellsWhoOfACoupleWasVisited) {
  const phone_directory book{{entry(line, "B-1"), entry(line, "B-2")}};
  const std::vector calls{call("2026-03-02T08:45:00", line, "I", arrival),
                          call("2026-03-02T10:30:00", line, "I", departure)};
  EXPECT_EQ(identify(calls, book, {}, rules_of(0)).calls[0].reason, call_reason::several_beneficiaries);
  std::vector plans{plan("B-2", "2026-03-02T09:00:00", "2026-03-02T10:00:00")};
  EXPECT_EQ(identify(calls, book, plans, rules_of(0)).calls[0].outcome, call_outcome::ambiguous) << "no window";
  auto rules = rules_of(0);
  rules.stamps.match_window.before = duration::of_minutes(15);
  const auto found = identify(calls, book, plans, rules);
  ASSERT_EQ(found.visits.size(), 1U) << "the departure, after the planned time, ends the visit that was begun";
  EXPECT_EQ(book.entries[found.visits[0].entry].beneficiary, "B-2");
  EXPECT_EQ(found.visits[0].planned, 0U);
  rules.stamps.match_window.before = duration::of_minutes(14);
  EXPECT_EQ(identify(calls, book, plans, rules).calls[0].outcome, call_outcome::ambiguous);
  plans[0].caregiver = "J";
  rules.stamps.match_window.before = duration::of_minutes(15);
  EXPECT_EQ(identify(calls, book, plans, rules).calls[0].outcome, call_outcome::ambiguous) << "of somebody else";
  plans[0].caregiver = "I";
  plans.push_back(plan("B-1", "2026-03-02T08:50:00", "2026-03-02T09:30:00"));
  EXPECT_EQ(identify(calls, book, plans, rules).calls[0].outcome, call_outcome::ambiguous) << "both are planned";
}

TEST(Calls, APlannedVisitTellsServicesApart) {
  phone_directory book{{entry(line, "B-1"), entry(line, "B-1")}};
  book.entries[0].service = "DAY";
  book.entries[1].service = "NIGHT";
  const std::vector calls{call("2026-03-02T21:00:00", line, "I", arrival),
                          call("2026-03-02T22:00:00", line, "I", departure)};
  EXPECT_EQ(identify(calls, book, {}, rules_of(0)).calls[0].reason, call_reason::several_services);
  std::vector plans{plan("B-1", "2026-03-02T21:00:00", "2026-03-02T22:00:00")};
  plans[0].service = "NIGHT";
  plans[0].delivery_id = "DLV-9";
  const auto found = identify(calls, book, plans, rules_of(0));
  ASSERT_EQ(found.visits.size(), 1U);
  const auto message = messages_of(found, calls, book, plans, {}).visits[0];
  EXPECT_EQ(message.lines[0].service.code(), "NIGHT");
  EXPECT_EQ(message.delivery_id, "DLV-9");
}

TEST(Calls, ANumberBelongsToSomebodyFromDayToDay) {
  phone_directory book{{entry(line, "B-1"), entry(line, "B-2")}};
  book.entries[0].to = parse_local_date("2026-03-01").value();
  book.entries[1].from = parse_local_date("2026-03-03").value();
  const auto reason = [&](const char* time) {
    return identify(std::vector{call(time, line, "I", arrival)}, book, {}, rules_of(0)).calls[0].reason;
  };
  EXPECT_EQ(reason("2026-03-01T23:59:59"), call_reason::no_departure);
  EXPECT_EQ(reason("2026-03-02T00:00:00"), call_reason::number_unknown);
  EXPECT_EQ(reason("2026-03-03T00:00:00"), call_reason::no_departure);
}

TEST(Calls, RawStampsSayNoTime) {
  const phone_directory book{{entry(line, "B-1")}};
  const std::vector calls{call("2026-03-02T08:00:00", line, "I", arrival)};
  const auto found = identify(calls, book, {}, rules_of(0));
  const auto messages = messages_of(found, calls, book, {}, {});
  ASSERT_EQ(messages.raw_stamps.size(), 1U);
  EXPECT_TRUE(messages.raw_stamps[0].is_stamp_only());
  EXPECT_FALSE(messages.raw_stamps[0].stamps->departure);
  EXPECT_EQ(rows_of(found, calls, book, messages)[0].delivery, messages.raw_stamps[0].delivery_id);
}

// -- properties -------------------------------------------------------------------------------------------------------

struct log {
  phone_directory book;
  std::vector<raw_call> calls;
  std::vector<planned_visit> plans;
  call_rules rules;
};

log random_log(unsigned seed) {
  std::mt19937 dice(seed);
  const auto one_of = [&](unsigned n) { return static_cast<int>(dice() % n); };
  const std::vector<std::string> numbers{"0199000001", "0199000002", "0199000003", "0199000004", "0199000005"};
  log out;
  for (int i = 0; i < 7; ++i) {
    auto& one = out.book.entries.emplace_back(entry("", ""));
    one.number = numbers[static_cast<std::size_t>(one_of(4))];
    one.beneficiary = "B-" + std::to_string(one_of(4));
    if (one_of(4) == 0) one.service = one_of(2) == 0 ? "DAY" : "NIGHT";
  }
  const std::int64_t midnight = at("2026-10-24T18:00:00").seconds;
  for (int i = 0; i < 40; ++i) {
    raw_call one;
    one.at = {midnight + one_of(900) * 47, 0};
    if (one_of(15) != 0) one.number = numbers[static_cast<std::size_t>(one_of(5))];
    if (one_of(15) != 0) one.caregiver = "I-" + std::to_string(one_of(3));
    if (one_of(3) != 0) one.direction = one_of(2) == 0 ? arrival : departure;
    one.call = std::to_string(i);
    out.calls.push_back(one);
  }
  for (int i = 0; i < 5; ++i) {
    auto& one = out.plans.emplace_back(plan("", "2026-10-24T18:00:00", "2026-10-24T18:00:00"));
    one.beneficiary = "B-" + std::to_string(one_of(4));
    one.start.seconds += one_of(40'000);
    one.end.seconds = one.start.seconds + 3600;
  }
  out.rules = rules_of(one_of(3) * 90, 1 + one_of(12));
  return out;
}

TEST(Calls, EachEndsInExactlyOneOutcome) {
  for (unsigned seed = 0; seed < 600; ++seed) {
    const auto one = random_log(seed);
    const auto found = identify(one.calls, one.book, one.plans, one.rules);
    ASSERT_EQ(found.calls.size(), one.calls.size());
    std::map<std::size_t, int> used;
    for (const auto* visits : {&found.visits, &found.incomplete}) {
      const bool whole = visits == &found.visits;
      for (const auto& visit : *visits) {
        ASSERT_EQ(visit.arrival && visit.departure, whole);
        for (const auto& side : {visit.arrival, visit.departure}) {
          if (!side) continue;
          ++used[*side];
          const auto& judged = found.calls[*side];
          ASSERT_EQ(judged.outcome, whole ? call_outcome::visit : call_outcome::incomplete) << seed;
          ASSERT_EQ(one.calls[*side].caregiver, visit.caregiver);
          const auto names = [&](std::size_t e) {
            return one.book.entries[e].beneficiary == one.book.entries[visit.entry].beneficiary;
          };
          ASSERT_TRUE(std::any_of(judged.entries.begin(), judged.entries.end(), names));
        }
        if (!whole) continue;
        const auto real = paris::elapsed(one.calls[*visit.arrival].at, one.calls[*visit.departure].at).value();
        ASSERT_EQ(visit.stamped, real);
        ASSERT_GT(real, duration());
        ASSERT_LE(real, one.rules.stamps.pair_max);
        ASSERT_NE(one.calls[*visit.arrival].direction, departure);
        ASSERT_NE(one.calls[*visit.departure].direction, arrival);
      }
    }
    for (std::size_t i = 0; i < found.calls.size(); ++i) {
      const auto& judged = found.calls[i];
      const bool counted = judged.outcome == call_outcome::visit || judged.outcome == call_outcome::incomplete;
      ASSERT_EQ(used[i], counted ? 1 : 0) << seed << " " << i;
      ASSERT_EQ(judged.reason == call_reason::none, judged.outcome == call_outcome::visit) << seed << " " << i;
      if (judged.outcome != call_outcome::duplicate) continue;
      ASSERT_TRUE(judged.repeats);
      ASSERT_EQ(used[*judged.repeats], 1) << "a duplicate repeats a call that is kept";
    }
    const auto counts = counts_of(found);
    ASSERT_EQ(counts.calls,
              counts.in_visits + counts.duplicates + counts.incomplete + counts.ambiguous + counts.unidentified);
    ASSERT_EQ(counts.in_visits, 2 * counts.visits);
    const auto messages = messages_of(found, one.calls, one.book, one.plans, {});
    std::set<std::string> ids;
    for (const auto* list : {&messages.visits, &messages.raw_stamps}) {
      for (const auto& message : *list)
        ASSERT_TRUE(ids.insert(message.delivery_id).second) << "two messages of one identifier";
    }
  }
}

TEST(Calls, TheOrderOfTheLogDoesNotMatter) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    auto one = random_log(seed);
    const auto first =
        messages_of(identify(one.calls, one.book, one.plans, one.rules), one.calls, one.book, one.plans, {});
    std::shuffle(one.calls.begin(), one.calls.end(), std::mt19937(seed));
    const auto again =
        messages_of(identify(one.calls, one.book, one.plans, one.rules), one.calls, one.book, one.plans, {});
    ASSERT_EQ(first, again) << seed;
  }
}

}  // namespace
