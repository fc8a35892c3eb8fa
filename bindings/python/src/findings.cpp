// Findings as objects.

#include <memory>

#include "common.hpp"
#include "esppadom/exchange/reports.hpp"

namespace py_api {

using namespace esppadom;

namespace {

/// Kinds are constants of the library; everything else is the finding's own.
py::object number_or_none(std::uint64_t number) {
  if (number == 0) return py::none();
  return py::int_(number);
}

}  // namespace

py::list list_of(const findings& found) {
  py::list out;
  for (const auto& each : found.items())
    out.append(py::cast(std::make_shared<finding>(each)));
  return out;
}

void bind_findings(py::module_& to) {
  py::class_<finding, std::shared_ptr<finding>>(to, "Finding", "What the library has to say about data.")
      .def_property_readonly(
          "code", [](const finding& self) { return str_of(self.code()); }, "Stable: ESP-XML-020.")
      .def_property_readonly(
          "severity", [](const finding& self) { return str_of(name_of(self.level())); }, "error, warning or info.")
      .def_property_readonly(
          "document", [](const finding& self) { return str_or_none(self.document); },
          "The id of the message it is about.")
      .def_property_readonly(
          "path", [](const finding& self) { return str_or_none(self.path); }, "Where in it.")
      .def_property_readonly("file", [](const finding& self) { return str_or_none(self.file); })
      .def_property_readonly(
          "line", [](const finding& self) { return number_or_none(self.line); }, "From 1.")
      .def_property_readonly(
          "column", [](const finding& self) { return number_or_none(self.column); }, "In characters, from 1.")
      .def_property_readonly(
          "message", [](const finding& self) { return str_of(message(self, language::english)); },
          "What was found and what to do, in English.")
      .def_property_readonly(
          "message_fr", [](const finding& self) { return str_of(message(self, language::french)); },
          "Ce qui a été constaté et ce qu'il faut faire.")
      .def("__repr__", [](const finding& self) {
        std::string out = "<Finding " + std::string(self.code()) + " " + std::string(name_of(self.level()));
        if (!self.file.empty()) out += " " + self.file;
        if (self.line != 0) out += ":" + std::to_string(self.line);
        return str_of(out + ">");
      });
}

}  // namespace py_api
