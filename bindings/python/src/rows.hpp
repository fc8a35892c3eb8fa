// Rows of reports as dicts of Python's own values, by a fold over their descriptions: amounts Decimal, dates date,
// times datetime, durations int seconds (a Fraction where they are not whole), choices their names, what is not there
// None.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "esppadom/message/description.hpp"
#include "scalars.hpp"

namespace py_api {

template <class T>
py::object python_of(const T& value);

template <class T>
py::object python_optional(const std::optional<T>& value) {
  if (!value) return py::none();
  return python_of(*value);
}

template <class T>
py::list python_list(const std::vector<T>& values) {
  py::list out;
  for (const auto& each : values)
    out.append(python_of(each));
  return out;
}

template <class T>
py::object python_of(const T& value) {
  if constexpr (esppadom::is_optional<T>::value) {
    return python_optional(value);
  } else if constexpr (esppadom::is_vector<T>::value) {
    return python_list(value);
  } else if constexpr (std::is_same_v<T, esppadom::exact_duration>) {
    if (!value.is_whole_seconds()) return py::module_::import("fractions").attr("Fraction")(to_string(value));
    const auto whole = value.round_seconds(esppadom::rounding_mode::half_up);
    if (!whole) return py::none();
    return py::int_(whole->seconds);
  } else if constexpr (is_scalar<T>) {
    return scalar<T>::out(value);
  } else {
    py::dict out;
    esppadom::for_each_member<T>([&]<class Entry>(const Entry& entry) {
      out[str_of(esppadom::key_of(entry))] = python_of(value.*Entry::member);
    });
    return out;
  }
}

}  // namespace py_api
