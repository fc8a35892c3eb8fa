// Calls of a voice server as messages; messages as a role may see them.

#include "esppadom/exchange/calls.hpp"

#include <memory>
#include <optional>

#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/views.hpp"
#include "messages.hpp"
#include "request.hpp"
#include "rows.hpp"
#include "rules.hpp"

namespace py_api {

using namespace esppadom;

namespace {

/// A log, identified, and everything that was found.
struct identified {
  identified_log log;
  findings found;
};

std::shared_ptr<identified> identify_of(const std::string& calls, const std::string& calls_name,
                                        const std::string& directory, const std::string& directory_name,
                                        const rules* book, struct_node<circumstances>* planned,
                                        const py::object& issued_at, const std::string& transaction_id,
                                        const std::string& method) {
  call_message_settings with;
  if (!issued_at.is_none()) with.issued_at = time_from(issued_at, "issued_at");
  with.transaction_id = transaction_id;
  with.method = method;
  circumstances given;
  if (planned != nullptr) given = planned->get();
  auto out = std::make_shared<identified>();
  error_code met{};
  {
    const py::gil_scoped_release others_run;
    std::vector<raw_call> log;
    phone_directory whose;
    met = read_calls_csv(calls, calls_name, out->found).get(log);
    if (met == error_code::success) met = read_phone_directory(directory, directory_name, out->found).get(whose);
    if (met == error_code::success)
      out->log = identify_log(log, whose, given, book != nullptr ? book->book : rule_book(), with, out->found);
  }
  if (met != error_code::success) fail(met, out->found, "identify");
  return out;
}

py::list list_of_messages(const std::vector<delivery>& messages) {
  py::list out;
  for (const auto& one : messages)
    out.append(object_of_message(one));
  return out;
}

message_viewer viewer_for(const std::string& role, const std::string& key, const std::string& provider,
                          const std::string& beneficiary, const std::string& service, bool keep_dates) {
  auto made =
      message_viewer::of({choice_from<view_role>(role, "role"), {provider, beneficiary, service}, key, keep_dates});
  if (!made) fail(made.error(), "role " + role);
  return std::move(made).value();
}

/// The message as the role may see it, or None.
py::object seen_by(message_viewer& self, const py::handle& message) {
  auto left = self.see(message_from(message));
  if (!left) return py::none();
  return object_of_message(std::move(*left));
}

}  // namespace

void bind_calls(py::module_& to) {
  py::class_<identified, std::shared_ptr<identified>>(to, "IdentifiedCalls", "What became of a log of calls.")
      .def(
          "to_json",
          [](const identified& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return write_json(self.log, self.found, in); });
          },
          py::arg("lang") = "en", "Canonical JSON, esppadom/identify/1.")
      .def_property_readonly(
          "data", [](const identified& self) { return parsed(write_json(self.log, self.found, language::english)); },
          "The canonical JSON as dicts and lists.")
      .def_property_readonly(
          "visits", [](const identified& self) { return list_of_messages(self.log.messages.visits); },
          "A Delivery for each visit that two calls tell of.")
      .def_property_readonly(
          "raw_stamps", [](const identified& self) { return list_of_messages(self.log.messages.raw_stamps); },
          "A Delivery with the code HOR for each visit of which only one call is there.")
      .def_property_readonly(
          "counts", [](const identified& self) { return python_of(self.log.counts); }, "How many calls ended how.")
      .def_property_readonly(
          "left", [](const identified& self) { return python_list(self.log.left); },
          "Calls that are no visit: unidentified, ambiguous, repeated or incomplete, and why.")
      .def_property_readonly("findings", [](const identified& self) { return list_of(self.found); })
      .def_property_readonly(
          "ok", [](const identified& self) { return !self.found.has_errors(); }, "Whether there is no error.");
  to.def("identify", &identify_of, py::arg("calls"), py::arg("calls_name"), py::arg("directory"),
         py::arg("directory_name"), py::arg("rules").none(true), py::arg("planned").none(true), py::arg("issued_at"),
         py::arg("transaction_id"), py::arg("method"), "Identifies the calls of a log and makes messages of them.");

  py::class_<message_viewer>(to, "Viewer", "Reduces messages to what a role may see, and counts what it removed.")
      .def(py::init(&viewer_for), py::arg("role"), py::arg("key") = "", py::arg("provider") = "",
           py::arg("beneficiary") = "", py::arg("service") = "", py::arg("keep_dates") = false,
           "`role` is departement, provider, branch, beneficiary, family or statistician; `key` is that of the "
           "pseudonyms, at least 16 bytes. One thread at a time.")
      .def("see", &seen_by, py::arg("message"), "The message as the role may see it; None for one it may not see.")
      .def(
          "count", [](message_viewer& self, const py::handle& message) { self.count(message_from(message)); },
          py::arg("message"), "Counts of whom a message speaks, before any is seen.")
      .def(
          "leave_out_groups_below",
          [](message_viewer& self, std::int64_t people) { check(self.leave_out_groups_below(people), "people"); },
          py::arg("people"), "Leaves messages of small groups out, once all are counted.")
      .def(
          "to_json", [](const message_viewer& self) { return str_of(write_json(self.with(), self.report())); },
          "What was kept and removed so far: canonical JSON, esppadom/view/1, without any value of a message.");
}

}  // namespace py_api
