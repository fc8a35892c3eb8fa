// How calls end: what the library cannot do is a Python exception, and Python runs on while the library works.
#pragma once

#include <pybind11/pybind11.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace py_api {

namespace py = pybind11;

using esppadom::error_code;

/// Raises esppadom.Error. `about` says what the code is about: the name of an argument, a file, a path.
[[noreturn]] void fail(error_code code, std::string_view about);
/// The same with the first error found in the data: its code, text and place.
[[noreturn]] void fail(error_code code, const esppadom::findings& found, std::string_view about);
[[noreturn]] void fail_type(const std::string& text);
[[noreturn]] void fail_value(const std::string& text);

inline void check(error_code code, std::string_view about) {
  if (code != error_code::success) fail(code, about);
}

template <class T>
T value_or_fail(const esppadom::result<T>& from, std::string_view about) {
  if (!from) fail(from.error(), about);
  return *from;
}

/// Texts from the library are UTF-8; what is not becomes U+FFFD.
inline py::str str_of(std::string_view text) {
  PyObject* out = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
  if (out == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(out);
}

/// A text that the library makes while other threads run.
template <class Render>
py::str rendered(Render&& render) {
  std::string out;
  {
    const py::gil_scoped_release others_run;
    out = render();
  }
  return str_of(out);
}

/// An empty text is None.
inline py::object str_or_none(std::string_view text) {
  if (text.empty()) return py::none();
  return str_of(text);
}

/// The UTF-8 of a str. Raises UnicodeEncodeError for lone surrogates, TypeError for what is no str.
std::string text_from(py::handle value, std::string_view what);

/// The enumerator of that name. Raises ValueError that lists the names.
template <class E>
E choice_from(const std::string& name, std::string_view argument) {
  const auto found = esppadom::parse_enum<E>(name);
  if (found) return *found;
  std::string known;
  for (const auto& item : esppadom::enum_names<E>::items) {
    known += (known.empty() ? "" : ", ") + std::string(item.name);
  }
  fail_value(std::string(argument) + " must be one of " + known + ", not '" + name + "'");
}

inline esppadom::language language_from(const std::string& name) {
  return choice_from<esppadom::language>(name, "lang");
}

/// A path as Python's os.fsencode and the file system agree on it: bytes on POSIX, UTF-8 on Windows.
std::filesystem::path path_from(const py::object& path);
std::vector<std::filesystem::path> paths_from(const py::sequence& paths);

/// The findings as a list of esppadom.Finding.
py::list list_of(const esppadom::findings& found);

void bind_findings(py::module_& to);
void bind_messages(py::module_& to);
void bind_circumstances(py::module_& to);
void bind_documents(py::module_& to);
void bind_billing(py::module_& to);
void bind_oversight(py::module_& to);
void bind_calls(py::module_& to);
void bind_csv(py::module_& to);
void bind_functions(py::module_& to);
void bind_tables(py::module_& to);

}  // namespace py_api
