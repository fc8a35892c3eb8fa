// How each value type is spelled in JSON: a string or a number, its text, and how the text is read.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/quantity.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Specialise for a type that is one JSON token: `quoted` (written as a string), `accepts_number`, `expected_en` and
/// `expected_fr` (for findings), `append(std::string&, const T&)` and `parse(std::string_view)`.
template <class T>
struct json_scalar;

template <class T>
concept json_scalar_type = requires(std::string& out, const T& value, std::string_view text) {
  json_scalar<T>::append(out, value);
  { json_scalar<T>::parse(text) } -> std::same_as<result<T>>;
};

struct decimal_spelling {
  static constexpr bool quoted = true;
  static constexpr bool accepts_number = true;
  static constexpr std::string_view expected_en = "a decimal number such as 24.58, as a string or a number";
  static constexpr std::string_view expected_fr = "un nombre décimal comme 24.58, en chaîne ou en nombre";
};

template <>
struct json_scalar<decimal> : decimal_spelling {
  static void append(std::string& out, const decimal& value) { out += to_string(value); }
  static result<decimal> parse(std::string_view text) { return parse_decimal(text); }
};
template <>
struct json_scalar<money> : decimal_spelling {
  static void append(std::string& out, money value) { append_to(out, value); }
  static result<money> parse(std::string_view text) { return parse_money(text); }
};
template <>
struct json_scalar<unit_price> : decimal_spelling {
  static void append(std::string& out, unit_price value) { append_to(out, value); }
  static result<unit_price> parse(std::string_view text) { return parse_unit_price(text); }
};
template <>
struct json_scalar<percentage> : decimal_spelling {
  static void append(std::string& out, percentage value) { append_to(out, value); }
  static result<percentage> parse(std::string_view text) { return parse_percentage(text); }
};
template <>
struct json_scalar<quantity> : decimal_spelling {
  static void append(std::string& out, quantity value) { append_to(out, value); }
  static result<quantity> parse(std::string_view text) { return parse_quantity(text); }
};

template <>
struct json_scalar<exact_duration> {
  static constexpr bool quoted = true;
  static constexpr bool accepts_number = true;
  static constexpr std::string_view expected_en = "seconds, whole or as a fraction \"19200/31\"";
  static constexpr std::string_view expected_fr = "des secondes, entières ou en fraction \"19200/31\"";
  static void append(std::string& out, const exact_duration& value) { out += to_string(value); }
  static result<exact_duration> parse(std::string_view text) { return parse_exact_duration(text); }
};

template <>
struct json_scalar<duration> {
  static constexpr bool quoted = false;
  static constexpr bool accepts_number = true;
  static constexpr std::string_view expected_en = "a whole number of seconds";
  static constexpr std::string_view expected_fr = "un nombre entier de secondes";
  static void append(std::string& out, duration value) { append_to(out, value); }
  static result<duration> parse(std::string_view text) { return parse_duration(text); }
};

template <>
struct json_scalar<local_date> {
  static constexpr bool quoted = true;
  static constexpr bool accepts_number = false;
  static constexpr std::string_view expected_en = "a date \"YYYY-MM-DD\"";
  static constexpr std::string_view expected_fr = "une date \"AAAA-MM-JJ\"";
  static void append(std::string& out, local_date value) { append_to(out, value); }
  static result<local_date> parse(std::string_view text) { return parse_local_date(text); }
};

template <>
struct json_scalar<local_month> {
  static constexpr bool quoted = true;
  static constexpr bool accepts_number = false;
  static constexpr std::string_view expected_en = "a month \"YYYY-MM\"";
  static constexpr std::string_view expected_fr = "un mois \"AAAA-MM\"";
  static void append(std::string& out, local_month value) { append_to(out, value); }
  static result<local_month> parse(std::string_view text) { return parse_local_month(text); }
};

template <>
struct json_scalar<time_of_day> {
  static constexpr bool quoted = true;
  static constexpr bool accepts_number = false;
  static constexpr std::string_view expected_en = "a time of day \"hh:mm\"";
  static constexpr std::string_view expected_fr = "une heure du jour \"hh:mm\"";
  static void append(std::string& out, time_of_day value) { append_to(out, value); }
  static result<time_of_day> parse(std::string_view text) { return parse_time_of_day(text); }
};

template <>
struct json_scalar<local_time> {
  static constexpr bool quoted = true;
  static constexpr bool accepts_number = false;
  static constexpr std::string_view expected_en = "a local time \"YYYY-MM-DDThh:mm:ss\"";
  static constexpr std::string_view expected_fr = "une heure locale \"AAAA-MM-JJThh:mm:ss\"";

  // The fold only means something in the repeated hour; there its second reading is winter time.
  static void append(std::string& out, local_time value) {
    append_to(out, value);
    if (value.fold == 1 && paris::is_ambiguous(value)) out += "+01:00";
  }
  static result<local_time> parse(std::string_view text) {
    if (text.size() <= 19) return parse_local_time(text);
    lenient_time read;
    if (const error_code e = parse_local_time_lenient(text).get(read); e != error_code::success) return e;
    time_leniency offset_only;
    offset_only.offset_applied = true;
    if (read.tolerated != offset_only) return error_code::invalid_syntax;
    return read.time;
  }
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
