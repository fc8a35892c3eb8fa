#include "esppadom/value/local_time.hpp"

#include <date/tz.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace esppadom;

const date::time_zone& tz_paris() {
  static const date::time_zone* zone = date::locate_zone("Europe/Paris");
  return *zone;
}

std::int64_t tz_offset(std::int64_t unix_seconds) {
  return tz_paris().get_info(date::sys_seconds(std::chrono::seconds(unix_seconds))).offset.count();
}

local_time read(const std::string& text, int fold = 0) {
  local_time time = parse_local_time(text).value();
  time.fold = static_cast<std::uint8_t>(fold);
  return time;
}

void expect_as_tz(std::int64_t unix_seconds) {
  const instant at{unix_seconds};
  ASSERT_EQ(paris::utc_offset(at).seconds, tz_offset(unix_seconds)) << to_string(at);
  const local_time local = paris::to_local(at);
  ASSERT_EQ(local.seconds, unix_seconds + tz_offset(unix_seconds)) << to_string(at);
  ASSERT_EQ(paris::to_instant(local).value(), at) << to_string(at);
}

// The clock reading as the tz database understands it: how often it occurs and which instants it means.
void expect_reading_as_tz(std::int64_t civil_seconds) {
  const auto info = tz_paris().get_info(date::local_seconds(std::chrono::seconds(civil_seconds)));
  const local_time first{civil_seconds, 0};
  const local_time second{civil_seconds, 1};
  ASSERT_EQ(paris::exists(first), info.result != date::local_info::nonexistent) << to_string(first);
  ASSERT_EQ(paris::is_ambiguous(first), info.result == date::local_info::ambiguous) << to_string(first);
  if (info.result == date::local_info::nonexistent) {
    ASSERT_EQ(paris::to_instant(first).error(), error_code::does_not_exist);
    return;
  }
  ASSERT_EQ(paris::to_instant(first).value().unix_seconds, civil_seconds - info.first.offset.count())
      << to_string(first);
  const auto later = info.result == date::local_info::ambiguous ? info.second : info.first;
  ASSERT_EQ(paris::to_instant(second).value().unix_seconds, civil_seconds - later.offset.count()) << to_string(first);
}

// Every change of offset the tz database knows between two years; the database of the system is wrong after 2037 in
// this reader.
std::vector<std::int64_t> tz_changes(int from, int to) {
  std::vector<std::int64_t> changes;
  const auto end = local_date::of(to + 1, 1, 1).value().days * std::int64_t{86400};
  auto at = local_date::of(from, 1, 1).value().days * std::int64_t{86400};
  while (at < end) {
    const auto next = tz_paris().get_info(date::sys_seconds(std::chrono::seconds(at))).end.time_since_epoch().count();
    if (next < end) changes.push_back(next);
    at = next;
  }
  return changes;
}

TEST(paris, agrees_with_the_tz_database_around_every_change_from_1946_to_2037) {
  const std::vector<std::int64_t> changes = tz_changes(1946, 2037);
  EXPECT_GE(changes.size(), 2U * (2037 - 1976 + 1));
  for (const std::int64_t change : changes) {
    for (const std::int64_t distance : {0, 1, 2, 1799, 1800, 3599, 3600, 3601, 7199, 7200, 7201, 86400, 7 * 86400}) {
      expect_as_tz(change + distance);
      expect_as_tz(change - distance);
      expect_reading_as_tz(change + 3600 + distance);
      expect_reading_as_tz(change + 3600 - distance);
      expect_reading_as_tz(change + 7200 + distance);
      expect_reading_as_tz(change + 7200 - distance);
    }
  }
}

TEST(paris, agrees_with_the_tz_database_at_random_instants_and_around_new_year) {
  const std::int64_t from = local_date::of(1946, 1, 1).value().days * std::int64_t{86400};
  const std::int64_t to = local_date::of(2037, 12, 31).value().days * std::int64_t{86400};
  std::mt19937_64 random(5);
  std::uniform_int_distribution<std::int64_t> any(from, to);
  for (int i = 0; i < 100'000; ++i) {
    const std::int64_t at = any(random);
    expect_as_tz(at);
    expect_reading_as_tz(at);
  }
  for (int year = 1947; year <= 2037; ++year) {
    const std::int64_t new_year = local_date::of(year, 1, 1).value().days * std::int64_t{86400};
    for (std::int64_t distance = -3 * 86400; distance <= 3 * 86400; distance += 3600) {
      expect_as_tz(new_year + distance);
      expect_reading_as_tz(new_year + distance);
    }
  }
}

TEST(paris, keeps_the_rule_of_the_union_after_the_tables) {
  for (int year = 2038; year <= last_year; ++year) {
    // The changes of a year from the calendar of the standard library.
    const auto spring = std::chrono::sys_days(std::chrono::year(year) / 3 / std::chrono::Sunday[std::chrono::last]);
    const auto autumn = std::chrono::sys_days(std::chrono::year(year) / 10 / std::chrono::Sunday[std::chrono::last]);
    const std::int64_t begin = spring.time_since_epoch().count() * std::int64_t{86400} + 3600;
    const std::int64_t end = autumn.time_since_epoch().count() * std::int64_t{86400} + 3600;
    ASSERT_EQ(paris::utc_offset({begin - 1}).seconds, 3600) << year;
    ASSERT_EQ(paris::utc_offset({begin}).seconds, 7200) << year;
    ASSERT_EQ(paris::utc_offset({end - 1}).seconds, 7200) << year;
    ASSERT_EQ(paris::utc_offset({end}).seconds, 3600) << year;
    ASSERT_FALSE(paris::exists({begin + 3600}));
    ASSERT_TRUE(paris::is_ambiguous({end + 3600}));
  }
}

TEST(paris, elapsed_time_follows_the_table_of_the_rules) {
  const struct {
    const char* start;
    int start_fold;
    const char* end;
    int end_fold;
    int civil_minutes;
    int elapsed_minutes;
  } rows[] = {
      {"2026-03-28T22:00:00", 0, "2026-03-29T06:00:00", 0, 480, 420},
      {"2026-10-24T22:00:00", 0, "2026-10-25T06:00:00", 0, 480, 540},
      {"2026-03-29T01:30:00", 0, "2026-03-29T03:15:00", 0, 105, 45},
      {"2026-10-25T02:30:00", 0, "2026-10-25T03:30:00", 0, 60, 120},
      {"2026-10-25T02:30:00", 1, "2026-10-25T03:30:00", 0, 60, 60},
      {"2026-10-25T02:30:00", 0, "2026-10-25T02:15:00", 1, -15, 45},
  };
  for (const auto& row : rows) {
    const local_time start = read(row.start, row.start_fold);
    const local_time end = read(row.end, row.end_fold);
    EXPECT_EQ(civil_difference(start, end), duration::of_minutes(row.civil_minutes)) << row.start;
    EXPECT_EQ(paris::elapsed(start, end).value(), duration::of_minutes(row.elapsed_minutes)) << row.start;
    EXPECT_EQ(paris::after(start, duration::of_minutes(row.elapsed_minutes)).value(), end) << row.start;
  }
  EXPECT_EQ(paris::elapsed(read("2026-03-29T02:30:00"), read("2026-03-29T06:00:00")).error(),
            error_code::does_not_exist);
  EXPECT_EQ(paris::elapsed(read("2026-03-28T22:00:00"), read("2026-03-29T02:00:00")).error(),
            error_code::does_not_exist);
}

TEST(paris, an_ambiguous_time_takes_the_named_policy) {
  const local_time twice = read("2026-10-25T02:30:00");
  EXPECT_EQ(paris::resolve(twice, ambiguous_policy::first).value().fold, 0);
  EXPECT_EQ(paris::resolve(twice, ambiguous_policy::second).value().fold, 1);
  EXPECT_EQ(paris::resolve(twice, ambiguous_policy::reject).error(), error_code::ambiguous);
  EXPECT_EQ(paris::resolve(read("2026-10-25T03:00:00", 1), ambiguous_policy::reject).value().fold, 0);
  EXPECT_EQ(paris::resolve(read("2026-03-29T02:59:59"), ambiguous_policy::first).error(), error_code::does_not_exist);
  EXPECT_EQ(parse_enum<ambiguous_policy>("reject").value(), ambiguous_policy::reject);
}

TEST(paris, refuses_times_outside_its_range) {
  EXPECT_EQ(paris::to_instant(read("1945-12-31T23:59:59")).error(), error_code::out_of_range);
  EXPECT_TRUE(paris::to_instant(read("1946-01-01T00:00:00")));
  EXPECT_TRUE(paris::to_instant(read("9999-12-31T23:59:59")));
  EXPECT_EQ(paris::to_instant(local_time::invalid()).error(), error_code::invalid_value);
  EXPECT_FALSE(paris::to_local(instant::invalid()).is_valid());
  EXPECT_FALSE(paris::utc_offset({std::numeric_limits<std::int64_t>::max()}).is_valid());
  EXPECT_FALSE(civil_difference(local_time::invalid(), read("2026-01-01T00:00:00")).is_valid());
}

TEST(local_time, has_a_date_and_a_time_of_day) {
  const local_time time = local_time::of(2026, 10, 5, 8, 30, 15).value();
  EXPECT_EQ(to_string(time), "2026-10-05T08:30:15");
  EXPECT_EQ(to_string(time.date()), "2026-10-05");
  EXPECT_EQ(time.seconds_of_day(), 8 * 3600 + 30 * 60 + 15);
  EXPECT_EQ(local_time::at(time.date(), time.seconds_of_day()), time);
  const local_time old = read("1912-03-01T23:59:59");
  EXPECT_EQ(to_string(old), "1912-03-01T23:59:59");
  EXPECT_EQ(old.seconds_of_day(), 86399);
  EXPECT_EQ(to_string(civil_sum(old, duration::of_seconds(1))), "1912-03-02T00:00:00");
  EXPECT_LT(read("2026-10-25T02:30:00", 0), read("2026-10-25T02:30:00", 1));
  EXPECT_EQ(local_time::of(2026, 10, 5, 24, 0).error(), error_code::out_of_range);
  EXPECT_EQ(to_string(instant{0}), "1970-01-01T00:00:00Z");
}

TEST(local_time, strict_reading_takes_the_written_form_only) {
  for (const char* text :
       {"", "2026-10-05", "2026-10-05T08:30", "2026-10-05 08:30:00", "2026-10-05T08:30:00Z", "2026-10-05T08:30:00.5",
        "2026-10-05T8:30:00", "2026-10-05T08-30-00", "2026-10-05t08:30:00", "2026-10-05T08:30:0x"}) {
    EXPECT_EQ(parse_local_time(text).error(), error_code::invalid_syntax) << text;
  }
  for (const char* text :
       {"2026-10-05T24:00:00", "2026-10-05T08:60:00", "2026-10-05T08:30:60", "2026-02-29T08:30:00"}) {
    EXPECT_EQ(parse_local_time(text).error(), error_code::out_of_range) << text;
  }
}

TEST(local_time, lenient_reading_tells_what_it_tolerated) {
  using flag = bool time_leniency::*;
  const struct {
    const char* text;
    const char* format;
    const char* expected;
    int fold;
    std::vector<flag> flags;
  } rows[] = {
      {"2026-10-05T08:30:15", "", "2026-10-05T08:30:15", 0, {}},
      {"2026-10-05T08:30", "", "2026-10-05T08:30:00", 0, {&time_leniency::no_seconds}},
      {"2026-10-05", "", "2026-10-05T00:00:00", 0, {&time_leniency::date_only}},
      {"2026-10-05+02:00", "", "2026-10-05T00:00:00", 0, {&time_leniency::date_only, &time_leniency::offset_ignored}},
      {"2026-10-05T08:30:15.987", "", "2026-10-05T08:30:15", 0, {&time_leniency::fraction_cut}},
      {"2026-10-05T06:30:15Z", "", "2026-10-05T08:30:15", 0, {&time_leniency::offset_applied}},
      {"2026-10-25T00:30:00Z", "", "2026-10-25T02:30:00", 0, {&time_leniency::offset_applied}},
      {"2026-10-25T01:30:00Z", "", "2026-10-25T02:30:00", 1, {&time_leniency::offset_applied}},
      {"2026-10-25T02:30:00+01:00", "", "2026-10-25T02:30:00", 1, {&time_leniency::offset_applied}},
      {"2026-10-25T02:30:00+02:00", "", "2026-10-25T02:30:00", 0, {&time_leniency::offset_applied}},
      {"2026-03-29T02:30:00+01:00", "", "2026-03-29T03:30:00", 0, {&time_leniency::offset_applied}},
      {"2026-10-04T22:30:15.5-0400",
       "",
       "2026-10-05T04:30:15",
       0,
       {&time_leniency::offset_applied, &time_leniency::fraction_cut}},
      {"1931-10-05T23:00:00Z", "", "1931-10-05T23:00:00", 0, {&time_leniency::offset_ignored}},
      {"2026-10-05 08:30", "", "2026-10-05T08:30:00", 0, {&time_leniency::blank_separator, &time_leniency::no_seconds}},
      {"\n 2026-10-05T08:30:15 ", "", "2026-10-05T08:30:15", 0, {&time_leniency::surrounding_blanks}},
      {"2026-10-31T24:00:00", "", "2026-11-01T00:00:00", 0, {&time_leniency::end_of_day}},
      {"20261005", "102", "2026-10-05T00:00:00", 0, {&time_leniency::format_code, &time_leniency::date_only}},
      {"202610050830", "203", "2026-10-05T08:30:00", 0, {&time_leniency::format_code, &time_leniency::no_seconds}},
      {"20261005083015", "204", "2026-10-05T08:30:15", 0, {&time_leniency::format_code}},
      {"2026-10-05T08:30:15", "204", "2026-10-05T08:30:15", 0, {}},
  };
  for (const auto& row : rows) {
    const auto actual = parse_local_time_lenient(row.text, row.format);
    ASSERT_TRUE(actual) << row.text;
    EXPECT_EQ(to_string(actual->time), row.expected) << row.text;
    EXPECT_EQ(actual->time.fold, row.fold) << row.text;
    time_leniency expected;
    for (const flag met : row.flags)
      expected.*met = true;
    EXPECT_EQ(actual->tolerated, expected) << row.text;
    EXPECT_EQ(actual->tolerated.any(), !row.flags.empty()) << row.text;
  }
}

TEST(local_time, lenient_reading_still_refuses_what_is_no_time) {
  const struct {
    const char* text;
    const char* format;
    error_code expected;
  } rows[] = {
      {"", "", error_code::invalid_syntax},
      {"yesterday", "", error_code::invalid_syntax},
      {"05/10/2026", "", error_code::invalid_syntax},
      {"20261005", "", error_code::invalid_syntax},
      {"2026-10-05T", "", error_code::invalid_syntax},
      {"2026-10-05T08", "", error_code::invalid_syntax},
      {"2026-10-05T08:30:15.", "", error_code::invalid_syntax},
      {"2026-10-05T08:30:15+", "", error_code::invalid_syntax},
      {"2026-10-05T08:30:15ZZ", "", error_code::invalid_syntax},
      {"2026-10-05T08:30:15 Paris", "", error_code::invalid_syntax},
      {"20261005", "203", error_code::invalid_syntax},
      {"202610050830", "204", error_code::invalid_syntax},
      {"20261005", "999", error_code::invalid_syntax},
      {"2026-10-05T25:00:00", "", error_code::out_of_range},
      {"2026-10-05T24:00:01", "", error_code::out_of_range},
      {"2026-02-30", "", error_code::out_of_range},
      {"2026-10-05T08:30:15+15:00", "", error_code::out_of_range},
      {"20261332", "102", error_code::out_of_range},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(parse_local_time_lenient(row.text, row.format).error(), row.expected) << row.text << " " << row.format;
  }
}

}  // namespace
