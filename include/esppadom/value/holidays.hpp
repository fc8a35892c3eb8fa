#pragma once

// Legal public holidays (jours fériés) of France by zone.
//
// Source: labour code L3133-1 (the eleven national days), L3134-13 (Alsace-Moselle), L3422-2 with decree 83-1003 and
// later (abolition of slavery, overseas). The rules are those in force since 1982; earlier years get them too.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Where a day is a public holiday (rule parameter `holiday_zone`).
enum class holiday_zone : std::uint8_t {
  metropole,         ///< mainland France and Corsica
  alsace_moselle,    ///< also Good Friday and 26 December
  guadeloupe,        ///< also 27 May
  martinique,        ///< also 22 May
  guyane,            ///< also 10 June
  reunion,           ///< also 20 December
  mayotte,           ///< also 27 April
  saint_martin,      ///< also 28 May (27 May before 2018, as Guadeloupe)
  saint_barthelemy,  ///< also 9 October
};

template <>
struct enum_names<holiday_zone> {
  static constexpr enum_name<holiday_zone> items[] = {{holiday_zone::metropole, "metropole"},
                                                      {holiday_zone::alsace_moselle, "alsace_moselle"},
                                                      {holiday_zone::guadeloupe, "guadeloupe"},
                                                      {holiday_zone::martinique, "martinique"},
                                                      {holiday_zone::guyane, "guyane"},
                                                      {holiday_zone::reunion, "reunion"},
                                                      {holiday_zone::mayotte, "mayotte"},
                                                      {holiday_zone::saint_martin, "saint_martin"},
                                                      {holiday_zone::saint_barthelemy, "saint_barthelemy"}};
};

/// Which public holiday a day is.
enum class holiday : std::uint8_t {
  none,
  new_year,              ///< 1 January
  easter_monday,         ///< Easter + 1
  labour_day,            ///< 1 May
  victory_day,           ///< 8 May
  ascension,             ///< Easter + 39
  pentecost_monday,      ///< Easter + 50
  national_day,          ///< 14 July
  assumption,            ///< 15 August
  all_saints,            ///< 1 November
  armistice,             ///< 11 November
  christmas,             ///< 25 December
  good_friday,           ///< Easter - 2, Alsace-Moselle
  second_christmas_day,  ///< 26 December, Alsace-Moselle
  abolition,             ///< abolition of slavery, overseas
};

template <>
struct enum_names<holiday> {
  static constexpr enum_name<holiday> items[] = {{holiday::none, "none"},
                                                 {holiday::new_year, "new_year"},
                                                 {holiday::easter_monday, "easter_monday"},
                                                 {holiday::labour_day, "labour_day"},
                                                 {holiday::victory_day, "victory_day"},
                                                 {holiday::ascension, "ascension"},
                                                 {holiday::pentecost_monday, "pentecost_monday"},
                                                 {holiday::national_day, "national_day"},
                                                 {holiday::assumption, "assumption"},
                                                 {holiday::all_saints, "all_saints"},
                                                 {holiday::armistice, "armistice"},
                                                 {holiday::christmas, "christmas"},
                                                 {holiday::good_friday, "good_friday"},
                                                 {holiday::second_christmas_day, "second_christmas_day"},
                                                 {holiday::abolition, "abolition"}};
};

/// The name of a holiday for users; empty for `none`.
constexpr std::string_view holiday_label(holiday day, language in) {
  const bool fr = in == language::french;
  switch (day) {
    case holiday::none:
      return "";
    case holiday::new_year:
      return fr ? "Jour de l'An" : "New Year's Day";
    case holiday::easter_monday:
      return fr ? "Lundi de Pâques" : "Easter Monday";
    case holiday::labour_day:
      return fr ? "Fête du Travail" : "Labour Day";
    case holiday::victory_day:
      return fr ? "Victoire de 1945" : "Victory Day 1945";
    case holiday::ascension:
      return fr ? "Ascension" : "Ascension Day";
    case holiday::pentecost_monday:
      return fr ? "Lundi de Pentecôte" : "Whit Monday";
    case holiday::national_day:
      return fr ? "Fête nationale" : "National Day";
    case holiday::assumption:
      return fr ? "Assomption" : "Assumption Day";
    case holiday::all_saints:
      return fr ? "Toussaint" : "All Saints' Day";
    case holiday::armistice:
      return fr ? "Armistice de 1918" : "Armistice Day 1918";
    case holiday::christmas:
      return fr ? "Noël" : "Christmas Day";
    case holiday::good_friday:
      return fr ? "Vendredi saint" : "Good Friday";
    case holiday::second_christmas_day:
      return fr ? "Saint-Étienne" : "Second Christmas Day";
    case holiday::abolition:
      return fr ? "Abolition de l'esclavage" : "Abolition of Slavery";
  }
  return "";
}

namespace detail {

// Days from 22 March, the earliest date, to Easter Sunday of the Gregorian calendar (0 to 34).
//
// The paschal full moon comes from the place of the year in the 19-year cycle of the moon, shifted by the leap days
// that the centuries drop (solar correction) and by the slow drift of the cycle itself (lunar correction, 8 days in 25
// centuries).
constexpr int easter_offset(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int solar = century - century / 4;
  const int lunar = (8 * century + 13) / 25;
  int moon = (19 * golden + solar - lunar + 15) % 30;     // full moon, in days after 21 March
  if (moon == 29 || (moon == 28 && golden > 10)) --moon;  // the cycle has no 30 days to give in such years
  const int full_moon = days_of(year, 3, 21) + moon;
  const int weekday = static_cast<int>(local_date{full_moon}.weekday());
  return moon + (6 - weekday == 0 ? 7 : 6 - weekday) - 1;  // the Sunday after the full moon
}

inline constexpr int easter_table_from = 1900;
inline constexpr int easter_table_to = 2199;

inline constexpr auto easter_offsets = [] {
  std::array<std::uint8_t, easter_table_to - easter_table_from + 1> table{};
  for (int year = easter_table_from; year <= easter_table_to; ++year) {
    table[static_cast<std::size_t>(year - easter_table_from)] = static_cast<std::uint8_t>(easter_offset(year));
  }
  return table;
}();

struct fixed_day {
  int month;
  int day;
  holiday name;
};

inline constexpr fixed_day fixed_days[] = {{1, 1, holiday::new_year},    {5, 1, holiday::labour_day},
                                           {5, 8, holiday::victory_day}, {7, 14, holiday::national_day},
                                           {8, 15, holiday::assumption}, {11, 1, holiday::all_saints},
                                           {11, 11, holiday::armistice}, {12, 25, holiday::christmas}};

// Looked up once a visit: tables, so that no day costs a mispredicted branch.
inline constexpr auto fixed_holidays = [] {
  std::array<holiday, 12 * 32> table{};
  for (const fixed_day& day : fixed_days)
    table[static_cast<std::size_t>((day.month - 1) * 32 + day.day)] = day.name;
  return table;
}();

inline constexpr int first_movable = -2;  // days after Easter
inline constexpr int last_movable = 50;

inline constexpr auto movable_holidays = [] {
  std::array<holiday, last_movable - first_movable + 1> table{};
  table[-2 - first_movable] = holiday::good_friday;
  table[1 - first_movable] = holiday::easter_monday;
  table[39 - first_movable] = holiday::ascension;
  table[50 - first_movable] = holiday::pentecost_monday;
  return table;
}();

// Month × 100 + day of the abolition of slavery; 0 where it is no holiday.
constexpr int abolition_day(int year, holiday_zone zone) {
  switch (zone) {
    case holiday_zone::mayotte:
      return 427;
    case holiday_zone::martinique:
      return 522;
    case holiday_zone::guadeloupe:
      return 527;
    case holiday_zone::saint_martin:
      return year >= 2018 ? 528 : 527;
    case holiday_zone::guyane:
      return 610;
    case holiday_zone::saint_barthelemy:
      return 1009;
    case holiday_zone::reunion:
      return 1220;
    case holiday_zone::metropole:
    case holiday_zone::alsace_moselle:
      break;
  }
  return 0;
}

constexpr holiday zone_holiday(const calendar_day& day, holiday_zone zone) {
  const int key = day.month * 100 + day.day;
  if (zone == holiday_zone::alsace_moselle) return key == 1226 ? holiday::second_christmas_day : holiday::none;
  return key == abolition_day(day.year, zone) ? holiday::abolition : holiday::none;
}

constexpr holiday movable_holiday(int days_after_easter, holiday_zone zone, bool pentecost_monday) {
  const auto index = static_cast<unsigned>(days_after_easter - first_movable);
  if (index >= movable_holidays.size()) return holiday::none;
  const holiday day = movable_holidays[index];
  if (day == holiday::good_friday && zone != holiday_zone::alsace_moselle) return holiday::none;
  if (day == holiday::pentecost_monday && !pentecost_monday) return holiday::none;
  return day;
}

}  // namespace detail

/// Easter Sunday of the Gregorian calendar, years 1583 to 9999. Example: easter_sunday(2026) is 2026-04-05.
constexpr local_date easter_sunday(int year) {
  const bool in_table = year >= detail::easter_table_from && year <= detail::easter_table_to;
  const int offset = in_table ? detail::easter_offsets[static_cast<std::size_t>(year - detail::easter_table_from)]
                              : detail::easter_offset(year);
  return {detail::days_of(year, 3, 22) + offset};
}

/// Which public holiday a day is in a zone, `none` on other days. Where two fall together the fixed date names the day
/// (1 May 2008 is Labour Day, not Ascension): surcharges look for 1 May. `pentecost_monday` = false leaves Whit Monday
/// out, for rule sets that treat it as the solidarity working day. Good Friday is given for all of Alsace-Moselle; the
/// law ties it to communes with a Protestant or mixed church.
constexpr holiday public_holiday(local_date date, holiday_zone zone, bool pentecost_monday = true) {
  const calendar_day day = date.calendar();
  const holiday fixed = detail::fixed_holidays[static_cast<std::size_t>((day.month - 1) * 32 + day.day)];
  if (fixed != holiday::none) return fixed;
  if (zone != holiday_zone::metropole) {
    if (const holiday local = detail::zone_holiday(day, zone); local != holiday::none) return local;
  }
  const std::int64_t from_easter = std::int64_t{date.days} - easter_sunday(day.year).days;
  return detail::movable_holiday(static_cast<int>(from_easter), zone, pentecost_monday);
}

/// public_holiday(…) != none.
constexpr bool is_public_holiday(local_date date, holiday_zone zone, bool pentecost_monday = true) {
  return public_holiday(date, zone, pentecost_monday) != holiday::none;
}

}  // namespace esppadom::inline ESPPADOM_ABI
