#pragma once

// Dates and months of the civil calendar, as plain counts: days since 1970-01-01, months since year 0.
// Both cover the years 1583 to 9999 (Gregorian, four digits); arithmetic beyond them is not checked, `is_in_range`
// tells.

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Days of the week; the week begins on Monday.
enum class weekday : std::uint8_t { mon, tue, wed, thu, fri, sat, sun };

template <>
struct enum_names<weekday> {
  static constexpr enum_name<weekday> items[] = {{weekday::mon, "MON"}, {weekday::tue, "TUE"}, {weekday::wed, "WED"},
                                                 {weekday::thu, "THU"}, {weekday::fri, "FRI"}, {weekday::sat, "SAT"},
                                                 {weekday::sun, "SUN"}};
};

inline constexpr int first_year = 1583;
inline constexpr int last_year = 9999;

/// True for the leap years of the Gregorian calendar.
constexpr bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// Number of days of a month (1 to 12).
constexpr int days_in_month(int year, int month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Year, month 1 to 12, day 1 to 31.
struct calendar_day {
  int year = 1970;
  int month = 1;
  int day = 1;
  friend constexpr bool operator==(const calendar_day&, const calendar_day&) = default;
};

namespace detail {

// Days from 0000-03-01 to 1970-01-01; counting from March puts the leap day at the end of the year.
inline constexpr int days_before_1970 = 719468;

constexpr std::int32_t days_of(int year, int month, int day) {
  const int march_year = month > 2 ? year : year - 1;
  const int march_month = month > 2 ? month - 3 : month + 9;
  const int leap_days = march_year / 4 - march_year / 100 + march_year / 400;
  // 153 days in each five months from March: 31 30 31 30 31
  return march_year * 365 + leap_days + (153 * march_month + 2) / 5 + day - 1 - days_before_1970;
}

constexpr calendar_day calendar_day_of(std::int32_t days) {
  const auto quarters = 4 * (static_cast<std::uint32_t>(days) + days_before_1970) + 3;  // quarter days
  const std::uint32_t century = quarters / 146097;                                      // of 36524.25 days
  const std::uint32_t in_century = quarters % 146097 | 3;
  const std::uint32_t year = in_century / 1461;  // of 365.25 days
  const std::uint32_t day_of_year = in_century % 1461 / 4;
  const std::uint32_t month = (5 * day_of_year + 2) / 153;
  const std::uint32_t day = day_of_year - (153 * month + 2) / 5 + 1;
  const bool next_year = month >= 10;
  return {static_cast<int>(century * 100 + year + (next_year ? 1 : 0)),
          static_cast<int>(next_year ? month - 9 : month + 3), static_cast<int>(day)};
}

// Value of a fixed number of digits; -1 when one is missing.
constexpr int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return -1;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

inline void append_digits(std::string& out, int value, int count) {
  int power = 1;
  for (int i = 1; i < count; ++i)
    power *= 10;
  for (; power > 0; power /= 10)
    out.push_back(static_cast<char>('0' + value / power % 10));
}

}  // namespace detail

/// A day of the civil calendar.
struct local_date {
  std::int32_t days = 0;  ///< since 1970-01-01

  /// Errors: out_of_range for a day that does not exist or a year outside 1583..9999. Example: of(2026, 2, 29) is an
  /// error.
  static constexpr result<local_date> of(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12) return error_code::out_of_range;
    if (day < 1 || day > days_in_month(year, month)) return error_code::out_of_range;
    return local_date{detail::days_of(year, month, day)};
  }

  [[nodiscard]] constexpr calendar_day calendar() const { return detail::calendar_day_of(days); }
  [[nodiscard]] constexpr int year() const { return calendar().year; }
  [[nodiscard]] constexpr int month() const { return calendar().month; }
  [[nodiscard]] constexpr int day() const { return calendar().day; }

  [[nodiscard]] constexpr esppadom::weekday weekday() const {
    // 1970-01-01 was a Thursday; the multiple of seven keeps the sum positive over the whole range.
    return static_cast<esppadom::weekday>((static_cast<std::uint32_t>(days) + 3 + 7 * 200'000) % 7);
  }

  [[nodiscard]] constexpr bool is_in_range() const {
    return days >= detail::days_of(first_year, 1, 1) && days <= detail::days_of(last_year, 12, 31);
  }

  friend constexpr auto operator<=>(local_date, local_date) = default;
  friend constexpr local_date operator+(local_date date, std::int32_t count) { return {date.days + count}; }
  friend constexpr local_date operator-(local_date date, std::int32_t count) { return {date.days - count}; }
  template <std::floating_point F>
  friend local_date operator+(local_date, F) = delete;
  template <std::floating_point F>
  friend local_date operator-(local_date, F) = delete;
  /// Days from the second to the first.
  friend constexpr std::int32_t operator-(local_date a, local_date b) { return a.days - b.days; }
  constexpr local_date& operator++() {
    ++days;
    return *this;
  }
  constexpr local_date& operator+=(std::int32_t count) { return *this = *this + count; }
};

/// A month of the civil calendar.
struct local_month {
  std::int32_t index = 1970 * 12;  ///< year × 12 + month - 1

  /// Errors: out_of_range for a month outside 1..12 or a year outside 1583..9999.
  static constexpr result<local_month> of(int year, int month) {
    if (year < first_year || year > last_year || month < 1 || month > 12) return error_code::out_of_range;
    return local_month{year * 12 + month - 1};
  }
  /// The month of a date.
  static constexpr local_month of(local_date date) {
    const calendar_day day = date.calendar();
    return {day.year * 12 + day.month - 1};
  }

  [[nodiscard]] constexpr int year() const { return index / 12; }
  [[nodiscard]] constexpr int month() const { return index % 12 + 1; }
  [[nodiscard]] constexpr int days() const { return days_in_month(year(), month()); }
  [[nodiscard]] constexpr local_date first_day() const { return {detail::days_of(year(), month(), 1)}; }
  [[nodiscard]] constexpr local_date last_day() const { return {detail::days_of(year(), month(), days())}; }
  [[nodiscard]] constexpr bool contains(local_date date) const { return date >= first_day() && date <= last_day(); }
  [[nodiscard]] constexpr bool is_in_range() const { return index >= first_year * 12 && index <= last_year * 12 + 11; }

  friend constexpr auto operator<=>(local_month, local_month) = default;
  friend constexpr local_month operator+(local_month month, std::int32_t count) { return {month.index + count}; }
  friend constexpr local_month operator-(local_month month, std::int32_t count) { return {month.index - count}; }
  template <std::floating_point F>
  friend local_month operator+(local_month, F) = delete;
  template <std::floating_point F>
  friend local_month operator-(local_month, F) = delete;
  /// Months from the second to the first.
  friend constexpr std::int32_t operator-(local_month a, local_month b) { return a.index - b.index; }
  constexpr local_month& operator++() {
    ++index;
    return *this;
  }
};

/// Reads "YYYY-MM-DD". Errors: invalid_syntax, out_of_range.
constexpr result<local_date> parse_local_date(std::string_view text) {
  const int year = detail::digits_at(text, 0, 4);
  const int month = detail::digits_at(text, 5, 2);
  const int day = detail::digits_at(text, 8, 2);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return error_code::invalid_syntax;
  if (year < 0 || month < 0 || day < 0) return error_code::invalid_syntax;
  return local_date::of(year, month, day);
}

/// Reads "YYYY-MM". Errors: invalid_syntax, out_of_range.
constexpr result<local_month> parse_local_month(std::string_view text) {
  const int year = detail::digits_at(text, 0, 4);
  const int month = detail::digits_at(text, 5, 2);
  if (text.size() != 7 || text[4] != '-' || year < 0 || month < 0) return error_code::invalid_syntax;
  return local_month::of(year, month);
}

/// Appends "YYYY-MM-DD".
inline void append_to(std::string& out, local_date date) {
  const calendar_day day = date.calendar();
  detail::append_digits(out, day.year, 4);
  out.push_back('-');
  detail::append_digits(out, day.month, 2);
  out.push_back('-');
  detail::append_digits(out, day.day, 2);
}

/// Appends "YYYY-MM".
inline void append_to(std::string& out, local_month month) {
  detail::append_digits(out, month.year(), 4);
  out.push_back('-');
  detail::append_digits(out, month.month(), 2);
}

/// "YYYY-MM-DD".
inline std::string to_string(local_date date) {
  std::string out;
  append_to(out, date);
  return out;
}

/// "YYYY-MM".
inline std::string to_string(local_month month) {
  std::string out;
  append_to(out, month);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
