// Scalars on their way: amounts, prices, rates and quantities are decimal.Decimal, times datetime.datetime without time
// zone (with fold), dates datetime.date, months "YYYY-MM", durations whole seconds as int, choices their names.
#pragma once

#include "common.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/unit_price.hpp"

namespace py_api {

/// Decimal("21.50") of "21.50".
py::object decimal_of(const std::string& text);
/// What a Decimal or int says. Raises TypeError with a hint for a float, ValueError beyond 18 digits.
esppadom::decimal decimal_from(py::handle value, std::string_view what);
std::int64_t integer_from(py::handle value, std::string_view what);
py::object datetime_of(esppadom::local_time time);
esppadom::local_time time_from(py::handle value, std::string_view what);
py::object date_of(esppadom::local_date date);
esppadom::local_date date_from(py::handle value, std::string_view what);
esppadom::local_month month_from(py::handle value, std::string_view what);

/// How a scalar crosses, and what it is called in Python's annotations.
template <class T>
struct scalar;

template <>
struct scalar<std::string> {
  static constexpr std::string_view annotation = "str";
  static py::object out(const std::string& value) { return str_of(value); }
  static std::string in(py::handle value, std::string_view what) { return text_from(value, what); }
};

template <>
struct scalar<bool> {
  static constexpr std::string_view annotation = "bool";
  static py::object out(bool value) { return py::bool_(value); }
  static bool in(py::handle value, std::string_view what) {
    if (!PyBool_Check(value.ptr())) fail_type(std::string(what) + " must be True or False");
    return value.ptr() == Py_True;
  }
};

template <class T>
requires std::is_integral_v<T>
struct scalar<T> {
  static constexpr std::string_view annotation = "int";
  static py::object out(T value) { return py::int_(value); }
  static T in(py::handle value, std::string_view what) {
    const auto wide = integer_from(value, what);
    if (!std::in_range<T>(wide)) fail_value(std::string(what) + " is out of range");
    return static_cast<T>(wide);
  }
};

template <class T>
requires std::is_enum_v<T>
struct scalar<T> {
  static constexpr std::string_view annotation = "str";
  static py::object out(T value) { return str_of(esppadom::name_of(value)); }
  static T in(py::handle value, std::string_view what) { return choice_from<T>(text_from(value, what), what); }
};

template <>
struct scalar<esppadom::decimal> {
  static constexpr std::string_view annotation = "Decimal";
  static py::object out(esppadom::decimal value) { return decimal_of(to_string(value)); }
  static esppadom::decimal in(py::handle value, std::string_view what) { return decimal_from(value, what); }
};

/// Amounts, prices and rates: a decimal that the type must hold without rounding.
template <class T>
requires requires(esppadom::decimal d) { T::from_decimal(d); }
struct scalar<T> {
  static constexpr std::string_view annotation = "Decimal";
  static py::object out(T value) {
    if (!value.is_valid()) return py::none();
    return decimal_of(to_string(value));
  }
  static T in(py::handle value, std::string_view what) {
    const auto held = T::from_decimal(decimal_from(value, what));
    if (!held)
      fail_value(std::string(what) + ": " + std::string(error_message(held.error(), esppadom::language::english)));
    return *held;
  }
};

template <>
struct scalar<esppadom::local_time> {
  static constexpr std::string_view annotation = "datetime.datetime";
  static py::object out(esppadom::local_time value) { return datetime_of(value); }
  static esppadom::local_time in(py::handle value, std::string_view what) { return time_from(value, what); }
};

template <>
struct scalar<esppadom::local_date> {
  static constexpr std::string_view annotation = "datetime.date";
  static py::object out(esppadom::local_date value) { return date_of(value); }
  static esppadom::local_date in(py::handle value, std::string_view what) { return date_from(value, what); }
};

template <>
struct scalar<esppadom::local_month> {
  static constexpr std::string_view annotation = "str";
  static py::object out(esppadom::local_month value) { return str_of(to_string(value)); }
  static esppadom::local_month in(py::handle value, std::string_view what) { return month_from(value, what); }
};

template <>
struct scalar<esppadom::duration> {
  static constexpr std::string_view annotation = "int";
  static py::object out(esppadom::duration value) {
    if (!value.is_valid()) return py::none();
    return py::int_(value.seconds);
  }
  static esppadom::duration in(py::handle value, std::string_view what) {
    return esppadom::duration::of_seconds(integer_from(value, what));
  }
};

template <class T>
concept is_scalar = requires {
  scalar<T>::annotation;
};

}  // namespace py_api
