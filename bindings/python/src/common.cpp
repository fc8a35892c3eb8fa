#include "common.hpp"

#include <array>

namespace py_api {

using esppadom::findings;
using esppadom::language;
using esppadom::severity;

namespace {

std::string_view reason_of(error_code code) {
  constexpr std::array names{"success",      "overflow",       "division_by_zero", "invalid_value", "inexact",
                             "out_of_range", "invalid_syntax", "does_not_exist",   "ambiguous",     "unknown_name",
                             "unreadable",   "too_large",      "too_deep",         "not_built",     "missing",
                             "duplicate",    "conflict",       "unsupported",      "unwritable",    "end_of_input"};
  static_assert(names.size() == static_cast<std::size_t>(error_code::end_of_input) + 1);
  return names.at(static_cast<std::size_t>(code));
}

[[noreturn]] void raise(error_code code, std::string en, std::string fr, const esppadom::finding* behind) {
  const auto type = py::module_::import("esppadom._errors").attr("Error");
  const py::object none = py::none();
  py::object raised = type(str_of(en));
  raised.attr("reason") = str_of(reason_of(code));
  raised.attr("message_fr") = str_of(fr);
  if (behind != nullptr) {
    raised.attr("code") = str_of(behind->code());
    raised.attr("path") = str_or_none(behind->path);
    raised.attr("file") = str_or_none(behind->file);
    if (behind->line != 0) raised.attr("line") = py::int_(behind->line);
    if (behind->column != 0) raised.attr("column") = py::int_(behind->column);
  }
  PyErr_SetObject(type.ptr(), raised.ptr());
  throw py::error_already_set();
}

}  // namespace

void fail(error_code code, std::string_view about) {
  const std::string en(error_message(code, language::english));
  const std::string fr(error_message(code, language::french));
  const std::string what(about);
  raise(code, about.empty() ? en : what + ": " + en, about.empty() ? fr : what + " : " + fr, nullptr);
}

void fail(error_code code, const findings& found, std::string_view about) {
  for (const auto& one : found.items()) {
    if (one.level() != severity::error) continue;
    raise(code, message(one, language::english), message(one, language::french), &one);
  }
  fail(code, about);
}

void fail_type(const std::string& text) {
  PyErr_SetString(PyExc_TypeError, text.c_str());
  throw py::error_already_set();
}

void fail_value(const std::string& text) {
  PyErr_SetString(PyExc_ValueError, text.c_str());
  throw py::error_already_set();
}

std::string text_from(py::handle value, std::string_view what) {
  if (!PyUnicode_Check(value.ptr())) {
    fail_type(std::string(what) + " must be a str, not " + Py_TYPE(value.ptr())->tp_name);
  }
  Py_ssize_t size = 0;
  const char* text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (text == nullptr) throw py::error_already_set();
  return {text, static_cast<std::size_t>(size)};
}

std::filesystem::path path_from(const py::object& path) {
#if defined(_WIN32)
  const auto text = text_from(py::module_::import("os").attr("fsdecode")(path), "path");
  return std::filesystem::path(std::u8string(text.begin(), text.end()));
#else
  const py::object bytes = py::module_::import("os").attr("fsencode")(path);
  const std::string_view text = py::reinterpret_borrow<py::bytes>(bytes);
  if (text.find('\0') != std::string_view::npos) fail_value("a path must not hold a NUL character");
  return std::filesystem::path(text);
#endif
}

std::vector<std::filesystem::path> paths_from(const py::sequence& paths) {
  std::vector<std::filesystem::path> out;
  for (const auto& each : paths)
    out.push_back(path_from(py::reinterpret_borrow<py::object>(each)));
  return out;
}

}  // namespace py_api
