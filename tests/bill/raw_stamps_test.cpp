// Raw stamps (code HOR) find the visit they belong to, and say so; those that find none are listed.

#include "esppadom/bill/raw_stamps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "bill/month.hpp"

namespace esppadom::tests {
namespace {

bill_result billed_with(const made& raw) {
  made visit;
  visit.stamped = false;
  visit.code = "CRE";
  auto request = request_for("2026-05");
  request.messages.add(order_of({}));
  request.messages.add(delivery_of(visit));
  request.messages.add(delivery_of(raw));
  return bill(request);
}

std::vector<finding> merged_in(const bill_result& result) {
  std::vector<finding> out;
  for (const auto& one : result.found.items()) {
    if (one.kind == &bil_raw_stamps_merged) out.push_back(one);
  }
  return out;
}

TEST(RawStamps, of_the_same_visit_say_which_one_they_were_merged_into) {
  made raw;
  raw.code = "HOR";
  raw.id = "DLV-RAW";
  const auto result = billed_with(raw);
  const auto merged = merged_in(result);
  ASSERT_EQ(merged.size(), 1U);
  EXPECT_EQ(merged[0].document, "DLV-RAW");
  EXPECT_EQ(merged[0].arguments, std::vector<std::string>{"DLV-1"});
  EXPECT_TRUE(result.unbilled.empty());
}

TEST(RawStamps, of_another_caregiver_are_listed_and_not_merged) {
  made raw;
  raw.code = "HOR";
  raw.id = "DLV-RAW";
  raw.caregiver = "C-2";
  const auto result = billed_with(raw);
  EXPECT_TRUE(merged_in(result).empty());
  ASSERT_EQ(result.unbilled.size(), 1U);
  EXPECT_EQ(result.unbilled[0].reason, unbilled_reason::stamp_only);
}

TEST(RawStamps, that_bring_the_missing_stamp_end_the_exclusion_of_an_outage) {
  const auto counted = [](bool with_raw) {
    made visit;
    visit.stamped = false;
    visit.code = "CRE";
    auto request = request_for("2026-05");
    request.messages.add(order_of({}));
    request.messages.add(delivery_of(visit));
    if (with_raw) {
      made raw;
      raw.code = "HOR";
      raw.id = "DLV-RAW";
      request.messages.add(delivery_of(raw));
    }
    outage_period out;
    out.provider = "SAAD-1";
    out.from = parse_local_time("2026-05-01T00:00:00").value();
    out.to = parse_local_time("2026-06-01T00:00:00").value();
    request.given.outages.push_back(out);
    const auto result = bill(request);
    return result.rates.empty() ? 0 : result.rates[0].tally.interventions;
  };
  EXPECT_EQ(counted(false), 0);  // the outage explains the missing stamps
  EXPECT_EQ(counted(true), 1);   // none is missing any more
}

TEST(RawStamps, belong_to_the_visit_that_begins_with_them_not_to_the_one_that_ends) {
  const auto into = [](bool arrival, bool departure) {
    auto request = request_for("2026-05");
    request.messages.add(order_of({}));
    for (const char* hour : {"09", "10"}) {
      made visit;
      visit.id = std::string("DLV-") + hour;
      visit.start = std::string("2026-05-04T") + hour + ":00:00";
      visit.end = to_string(local_time{at(visit.start).seconds + 3600, 0});
      visit.stamped = false;
      visit.code = "CRE";
      request.messages.add(delivery_of(visit));
    }
    made raw;
    raw.code = "HOR";
    raw.id = "DLV-RAW";
    raw.start = arrival ? "2026-05-04T10:00:00" : "2026-05-04T09:00:00";
    raw.end = arrival ? "2026-05-04T11:00:00" : "2026-05-04T10:00:00";
    auto message = delivery_of(raw);
    if (!arrival) message.stamps->arrival.reset();
    if (!departure) message.stamps->departure.reset();
    request.messages.add(message);
    const auto merged = merged_in(bill(request));
    return merged.size() == 1 ? merged[0].arguments.at(0) : std::string("none");
  };
  EXPECT_EQ(into(true, true), "DLV-10");
  EXPECT_EQ(into(true, false), "DLV-10");
  EXPECT_EQ(into(false, true), "DLV-09");
}

}  // namespace
}  // namespace esppadom::tests
