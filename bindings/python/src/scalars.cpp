#include "scalars.hpp"

#include <datetime.h>

#include <cstdlib>

namespace py_api {

namespace {

std::string type_of(py::handle value) { return Py_TYPE(value.ptr())->tp_name; }

py::object decimal_type() {
  static PyObject* type = py::object(py::module_::import("decimal").attr("Decimal")).release().ptr();
  return py::reinterpret_borrow<py::object>(type);
}

void need_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

}  // namespace

py::object decimal_of(const std::string& text) { return decimal_type()(text); }

esppadom::decimal decimal_from(py::handle value, std::string_view what) {
  if (PyFloat_Check(value.ptr())) {
    fail_type(std::string(what) +
              ": a float does not hold decimal amounts exactly; write Decimal(\"21.23\"), from the decimal module");
  }
  const bool integer = PyLong_Check(value.ptr()) && !PyBool_Check(value.ptr());
  if (!integer && !py::isinstance(value, decimal_type())) {
    fail_type(std::string(what) + " must be a Decimal or an int, not " + type_of(value));
  }
  if (integer) return {integer_from(value, what), 0};
  if (!value.attr("is_finite")().cast<bool>()) fail_value(std::string(what) + " must be finite");
  // Digits beyond what is held would only make a long text.
  const auto exponent = value.attr("adjusted")().cast<std::int64_t>();
  if (exponent > 20 || exponent < -40) {
    if (!value.attr("is_zero")().cast<bool>()) fail_value(std::string(what) + " is out of range");
    return {};
  }
  const auto text = py::str(value.attr("__format__")("f")).cast<std::string>();
  const auto held = esppadom::parse_decimal(text);
  if (!held)
    fail_value(std::string(what) + ": " + std::string(error_message(held.error(), esppadom::language::english)));
  return *held;
}

std::int64_t integer_from(py::handle value, std::string_view what) {
  if (!PyLong_Check(value.ptr()) || PyBool_Check(value.ptr())) {
    fail_type(std::string(what) + " must be an int, not " + type_of(value));
  }
  int beyond = 0;
  const long long wide = PyLong_AsLongLongAndOverflow(value.ptr(), &beyond);
  if (beyond != 0) fail_value(std::string(what) + " is out of range");
  return wide;
}

py::object datetime_of(esppadom::local_time time) {
  need_datetime();
  if (!time.is_valid() || !time.date().is_in_range()) return py::none();
  const auto day = time.date().calendar();
  const auto second = time.seconds_of_day();
  PyObject* out =
      PyDateTimeAPI->DateTime_FromDateAndTimeAndFold(day.year, day.month, day.day, second / 3600, second / 60 % 60,
                                                     second % 60, 0, Py_None, time.fold, PyDateTimeAPI->DateTimeType);
  if (out == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(out);
}

esppadom::local_time time_from(py::handle value, std::string_view what) {
  need_datetime();
  if (!PyDateTime_Check(value.ptr())) {
    fail_type(std::string(what) + " must be a datetime.datetime, not " + type_of(value));
  }
  if (!value.attr("tzinfo").is_none()) {
    fail_type(std::string(what) +
              " must have no tzinfo: messages carry the clock of Paris; write "
              ".astimezone(ZoneInfo(\"Europe/Paris\")).replace(tzinfo=None)");
  }
  PyObject* time = value.ptr();
  if (PyDateTime_DATE_GET_MICROSECOND(time) != 0) fail_value(std::string(what) + " must be whole seconds");
  const auto held = esppadom::local_time::of(PyDateTime_GET_YEAR(time), PyDateTime_GET_MONTH(time),
                                             PyDateTime_GET_DAY(time), PyDateTime_DATE_GET_HOUR(time),
                                             PyDateTime_DATE_GET_MINUTE(time), PyDateTime_DATE_GET_SECOND(time),
                                             static_cast<std::uint8_t>(PyDateTime_DATE_GET_FOLD(time)));
  if (!held) fail_value(std::string(what) + " is out of range");
  return *held;
}

py::object date_of(esppadom::local_date date) {
  need_datetime();
  if (!date.is_in_range()) return py::none();
  const auto day = date.calendar();
  PyObject* out = PyDate_FromDate(day.year, day.month, day.day);
  if (out == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(out);
}

esppadom::local_date date_from(py::handle value, std::string_view what) {
  need_datetime();
  if (!PyDate_Check(value.ptr()) || PyDateTime_Check(value.ptr())) {
    fail_type(std::string(what) + " must be a datetime.date, not " + type_of(value));
  }
  const auto held = esppadom::local_date::of(PyDateTime_GET_YEAR(value.ptr()), PyDateTime_GET_MONTH(value.ptr()),
                                             PyDateTime_GET_DAY(value.ptr()));
  if (!held) fail_value(std::string(what) + " is out of range");
  return *held;
}

esppadom::local_month month_from(py::handle value, std::string_view what) {
  const auto held = esppadom::parse_local_month(text_from(value, what));
  if (!held) fail_value(std::string(what) + " must be a month \"YYYY-MM\"");
  return *held;
}

}  // namespace py_api
