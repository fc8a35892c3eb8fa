#include "esppadom/value/holidays.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace {

using namespace esppadom;

local_date day_of(const std::string& text) { return parse_local_date(text).value(); }

// Why the second source (tests/value/holidays_oracle_test.py) and the library may differ on a day; empty when nothing
// explains it.
std::string reason_to_differ(holiday_zone zone, local_date day) {
  const calendar_day date = day.calendar();
  const int key = date.month * 100 + date.day;
  const int from_easter = day - easter_sunday(date.year);
  if (from_easter == 50 && date.year >= 2005 && date.year <= 2007) {
    return "Whit Monday as default solidarity day, law 2004-626: the rule set says so with pentecost_monday = false";
  }
  switch (zone) {
    case holiday_zone::guadeloupe:
      if (from_easter == -24 || from_easter == -2 || key == 721) return "local custom, not in decree 83-1003";
      break;
    case holiday_zone::martinique:
      if (key == 721) return "local custom, not in decree 83-1003";
      break;
    case holiday_zone::saint_martin:
      if (key == 721) return "local custom, not in decree 83-1003";
      if ((key == 527 || key == 528) && date.year < 2018)
        return "28 May since 2012 there; since 2018 here, and the day of Guadeloupe before";
      break;
    case holiday_zone::saint_barthelemy:
      if (key == 1009 && date.year < 2012) return "part of Guadeloupe before; the library gives today's day";
      break;
    default:
      break;
  }
  return "";
}

TEST(holidays, agree_with_a_second_source_in_every_zone_from_1990_to_2060) {
  std::ifstream table(std::string(ESPPADOM_SOURCE_DIR) + "/tests/value/holidays_oracle.csv");
  std::string line;
  ASSERT_TRUE(std::getline(table, line));
  int rows = 0;
  std::map<std::string, int> differences;
  while (std::getline(table, line)) {
    std::istringstream fields(line);
    std::string zone_name;
    std::string year_text;
    std::string text;
    std::getline(fields, zone_name, ',');
    std::getline(fields, year_text, ',');
    const holiday_zone zone = parse_enum<holiday_zone>(zone_name).value();
    const int year = std::stoi(year_text);
    std::set<local_date> theirs;
    while (fields >> text)
      theirs.insert(day_of(year_text + "-" + text));
    for (local_date day = local_date::of(year, 1, 1).value(); day.year() == year; ++day) {
      if (is_public_holiday(day, zone) == theirs.contains(day)) continue;
      const std::string reason = reason_to_differ(zone, day);
      EXPECT_FALSE(reason.empty()) << zone_name << " " << to_string(day);
      ++differences[zone_name];
    }
    ++rows;
  }
  EXPECT_EQ(rows, 9 * 71);
  const std::map<std::string, int> expected = {{"metropole", 3},   {"alsace_moselle", 3}, {"guadeloupe", 216},
                                               {"martinique", 74}, {"guyane", 3},         {"reunion", 3},
                                               {"mayotte", 3},     {"saint_martin", 84},  {"saint_barthelemy", 25}};
  EXPECT_EQ(differences, expected);
}

TEST(holidays, easter_is_that_of_the_calendar_tables) {
  // Including the extremes (22 March, 25 April) and the exceptions of the lunar cycle (1954, 1981, 2049, 2076).
  for (const char* text :
       {"1583-04-10", "1598-03-22", "1609-04-19", "1666-04-25", "1693-03-22", "1700-04-11", "1734-04-25", "1761-03-22",
        "1818-03-22", "1886-04-25", "1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19", "1999-04-04", "2000-04-23",
        "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18",
        "2076-04-19", "2100-03-28", "2199-04-14", "2200-04-06", "2285-03-22"}) {
    const local_date day = day_of(text);
    EXPECT_EQ(to_string(easter_sunday(day.year())), text);
  }
}

TEST(holidays, easter_is_a_sunday_between_its_limits_in_every_year) {
  for (int year = first_year; year <= last_year; ++year) {
    const local_date easter = easter_sunday(year);
    ASSERT_EQ(easter.weekday(), weekday::sun) << year;
    ASSERT_GE(easter, local_date::of(year, 3, 22).value()) << year;
    ASSERT_LE(easter, local_date::of(year, 4, 25).value()) << year;
  }
}

TEST(holidays, are_named) {
  const auto in_metropole = [](const char* text) { return public_holiday(day_of(text), holiday_zone::metropole); };
  EXPECT_EQ(in_metropole("2026-01-01"), holiday::new_year);
  EXPECT_EQ(in_metropole("2026-04-06"), holiday::easter_monday);
  EXPECT_EQ(in_metropole("2026-05-01"), holiday::labour_day);
  EXPECT_EQ(in_metropole("2026-05-08"), holiday::victory_day);
  EXPECT_EQ(in_metropole("2026-05-14"), holiday::ascension);
  EXPECT_EQ(in_metropole("2026-05-25"), holiday::pentecost_monday);
  EXPECT_EQ(in_metropole("2026-07-14"), holiday::national_day);
  EXPECT_EQ(in_metropole("2026-08-15"), holiday::assumption);
  EXPECT_EQ(in_metropole("2026-11-01"), holiday::all_saints);
  EXPECT_EQ(in_metropole("2026-11-11"), holiday::armistice);
  EXPECT_EQ(in_metropole("2026-12-25"), holiday::christmas);
  EXPECT_EQ(in_metropole("2026-04-05"), holiday::none);
  EXPECT_EQ(in_metropole("2026-04-03"), holiday::none);
  EXPECT_EQ(in_metropole("2026-12-26"), holiday::none);
  EXPECT_EQ(public_holiday(day_of("2026-04-03"), holiday_zone::alsace_moselle), holiday::good_friday);
  EXPECT_EQ(public_holiday(day_of("2026-12-26"), holiday_zone::alsace_moselle), holiday::second_christmas_day);
  EXPECT_EQ(public_holiday(day_of("2026-12-20"), holiday_zone::reunion), holiday::abolition);
  EXPECT_EQ(public_holiday(day_of("2017-05-27"), holiday_zone::saint_martin), holiday::abolition);
  EXPECT_EQ(public_holiday(day_of("2018-05-28"), holiday_zone::saint_martin), holiday::abolition);
  EXPECT_EQ(holiday_label(holiday::pentecost_monday, language::french), "Lundi de Pentecôte");
  EXPECT_EQ(name_of(holiday::all_saints), "all_saints");
}

TEST(holidays, a_fixed_date_names_the_day_when_two_fall_together) {
  EXPECT_EQ(public_holiday(day_of("2008-05-01"), holiday_zone::metropole), holiday::labour_day);   // and Ascension
  EXPECT_EQ(public_holiday(day_of("1997-05-08"), holiday_zone::metropole), holiday::victory_day);  // and Ascension
}

TEST(holidays, whit_monday_can_be_left_out) {
  const local_date whit_monday = day_of("2026-05-25");
  EXPECT_TRUE(is_public_holiday(whit_monday, holiday_zone::metropole));
  EXPECT_FALSE(is_public_holiday(whit_monday, holiday_zone::metropole, false));
  int days = 0;
  for (local_date day = day_of("2026-01-01"); day.year() == 2026; ++day) {
    days += is_public_holiday(day, holiday_zone::metropole, false) ? 1 : 0;
  }
  EXPECT_EQ(days, 10);
  // 22 May 1972 was Whit Monday and the day of Martinique: it stays a holiday there.
  EXPECT_TRUE(is_public_holiday(day_of("1972-05-22"), holiday_zone::martinique, false));
}

}  // namespace
