// The overseas zones against the tz database: same offset at every hour, no clock change between the years tested.

#include <date/tz.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>

#include "esppadom/billing/calendar_rules.hpp"

namespace {

using namespace esppadom;

std::int64_t unix_seconds(int year) { return std::int64_t{local_date::of(year, 1, 1).value().days} * 86400; }

TEST(timezone, overseas_offsets_are_those_of_the_tz_database) {
  for (const fixed_zone& zone : fixed_zones) {
    SCOPED_TRACE(std::string(zone.name));
    const auto* known = date::locate_zone(std::string(zone.name));
    calendar_rules rules;
    rules.timezone = std::string(zone.name);
    const clock_line line = line_of(rules);
    for (std::int64_t at = unix_seconds(1981); at < unix_seconds(2038); at += 3600) {
      const auto offset = known->get_info(date::sys_seconds{std::chrono::seconds{at}}).offset.count();
      ASSERT_EQ(offset, zone.offset) << at;
      ASSERT_EQ(line.reading(instant{at}).seconds, at + offset);
      ASSERT_EQ(line.place(local_time{at + offset, 0}).value().unix_seconds, at);
      ASSERT_EQ(line.boundary(local_time{at + offset, 0}).value().unix_seconds, at);
    }
  }
}

TEST(timezone, the_clock_changes_of_paris_do_not_touch_them) {
  calendar_rules rules;
  rules.timezone = "Indian/Reunion";
  for (const dst_policy policy : {dst_policy::elapsed, dst_policy::civil}) {
    rules.clock_changes = policy;
    rules.dst_ambiguous = ambiguous_policy::reject;
    const auto skipped_in_paris = local_time::of(2026, 3, 29, 2, 30).value();
    const auto repeated_in_paris = local_time::of(2026, 10, 25, 2, 30).value();
    for (const clock_line& line : {line_of(rules), line_of(rules, skipped_in_paris)}) {
      EXPECT_EQ(line.place(skipped_in_paris).value().unix_seconds, skipped_in_paris.seconds - 4 * 3600);
      EXPECT_EQ(line.place(repeated_in_paris).value().unix_seconds, repeated_in_paris.seconds - 4 * 3600);
    }
  }
}

TEST(timezone, others_have_no_fixed_offset) {
  for (const char* zone : {"Europe/Paris", "America/Miquelon", "Pacific/Noumea", "UTC", ""})
    EXPECT_FALSE(fixed_offset(zone).has_value()) << zone;
  EXPECT_TRUE(is_known_zone("Europe/Paris"));
  EXPECT_FALSE(is_known_zone("America/Miquelon"));
}

}  // namespace
