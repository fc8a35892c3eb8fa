// Reading, writing and checking documents.

#include "documents.hpp"

#include <algorithm>

#include "esppadom/exchange/json_documents.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/validate.hpp"

namespace py_api {

using namespace esppadom;

std::unique_ptr<source> source_from(const py::object& from, const std::string& name) {
  auto out = std::make_unique<source>();
  if (PyBytes_Check(from.ptr())) {
    out->bytes = std::string(std::string_view(py::reinterpret_borrow<py::bytes>(from)));
    out->name = name.empty() ? "bytes" : name;
  } else {
    out->paths = paths_from(from);
  }
  return out;
}

// -- reading ----------------------------------------------------------------------------------------------------------

reader::reader(std::unique_ptr<source> from, const read_options& options, const std::vector<message_kind>& kinds)
    : from_(std::move(from)) {
  messages_.emplace(from_->inputs(), from_->found, options, kinds);
}

// Called without the GIL.
std::optional<any_message> reader::next() {
  const std::lock_guard alone(one_at_a_time_);
  if (!messages_) return std::nullopt;
  auto out = messages_->next();
  ended_ = !out;
  return out;
}

void reader::close() {
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(one_at_a_time_);
  messages_.reset();
}

py::list reader::findings() { return list_of(found()); }

esppadom::findings reader::found() {
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(one_at_a_time_);
  return from_->found;
}

py::tuple reader::place() {
  message_place at;
  {
    const py::gil_scoped_release others_run;
    const std::lock_guard alone(one_at_a_time_);
    if (messages_ && messages_->reader() != nullptr) at = messages_->reader()->place();
  }
  if (at.line == 0) return py::make_tuple(py::none(), py::none());
  return py::make_tuple(at.line, at.column);
}

bool reader::readable() {
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(one_at_a_time_);
  return !messages_ || messages_->readable();
}

std::string reader::file() {
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(one_at_a_time_);
  return messages_ ? messages_->file() : std::string();
}

std::optional<envelope> reader::head() {
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(one_at_a_time_);
  if (!messages_ || messages_->documents() == 0) return std::nullopt;
  return messages_->head();
}

std::optional<envelope> reader::complete_head() {
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(one_at_a_time_);
  if (!messages_ || !ended_ || messages_->documents() != 1) return std::nullopt;
  return messages_->head();
}

namespace {

read_options reading(bool strict) {
  read_options out;
  if (strict) out.profile = read_profile::strict;
  return out;
}

std::vector<message_kind> kinds_from(const py::sequence& names) {
  std::vector<message_kind> out;
  for (const auto& each : names)
    out.push_back(choice_from<message_kind>(text_from(each, "kind"), "kind"));
  return out;
}

// -- writing ----------------------------------------------------------------------------------------------------------

/// Writes a document piece by piece: what was added comes back as bytes.
class writer {
 public:
  writer(const std::string& kind, const std::string& format, const std::string& profile, reader* like) {
    const auto of = choice_from<message_kind>(kind, "kind");
    const auto how = choice_from<write_profile>(profile, "profile");
    if (format != "xml" && format != "json") fail_value("format must be one of xml, json, not '" + format + "'");
    head_ = default_envelope(of);
    if (like != nullptr) {
      if (auto seen = like->head()) head_ = std::move(*seen);
    }
    if (head_.kind != of) fail(error_code::conflict, "like");
    if (format == "xml") {
      xml_.emplace(into(), head_, how);
    } else {
      json_.emplace(into(), head_, how);
    }
  }

  py::bytes add(const py::list& messages) {
    std::vector<any_message> all;
    all.reserve(messages.size());
    for (const auto& each : messages) {
      all.push_back(message_from(each));
      if (all.back().index() != static_cast<std::size_t>(head_.kind)) {
        fail_type("a document holds messages of one kind: " + std::string(name_of(head_.kind)));
      }
    }
    error_code met = error_code::success;
    {
      const py::gil_scoped_release others_run;
      const std::lock_guard alone(one_at_a_time_);
      for (const auto& each : all) {
        met = xml_ ? xml_->write(each) : json_->write(each);
        if (met != error_code::success) break;
      }
    }
    check(met, "message");
    return taken();
  }

  py::bytes finish(reader* like) {
    std::optional<envelope> complete;
    if (like != nullptr) complete = like->complete_head();
    error_code met{};
    {
      const py::gil_scoped_release others_run;
      const std::lock_guard alone(one_at_a_time_);
      if (complete) {
        met = xml_ ? xml_->finish(*complete) : json_->finish(*complete);
      } else {
        met = xml_ ? xml_->finish() : json_->finish();
      }
    }
    check(met, "document");
    return taken();
  }

 private:
  byte_sink into() {
    return {[this](std::string_view bytes) {
      out_ += bytes;
      return error_code::success;
    }};
  }
  py::bytes taken() {
    std::string text;
    {
      const py::gil_scoped_release others_run;
      const std::lock_guard alone(one_at_a_time_);
      text = std::exchange(out_, {});
    }
    return py::bytes(text);
  }

  std::mutex one_at_a_time_;
  std::string out_;
  envelope head_;
  std::optional<message_writer> xml_;
  std::optional<json_document_writer> json_;
};

// -- checking ---------------------------------------------------------------------------------------------------------

severity_profile profile_from(const std::string& name, const py::object& file) {
  severity_profile out;
  if (file.is_none()) return value_or_fail(built_in_profile(name), name);
  findings found;
  const auto code = load_severity_profile_file(path_from(file), found).get(out);
  if (code != error_code::success) fail(code, found, text_from(py::str(file), "profile"));
  return out;
}

validation validated(const py::object& from, const std::string& name, const std::string& profile,
                     const py::object& profile_file) {
  validation_options options;
  options.levels = profile_from(profile, profile_file);
  const auto given = source_from(from, name);
  const py::gil_scoped_release others_run;
  if (!given->in_memory()) return validate(given->paths, options);
  validator checks(options);
  validation out;
  const auto each_input = [&](const auto& each) {
    auto all = given->inputs();
    while (auto one = all.next())
      each(*one);
  };
  each_input([&](input& one) { out.files.push_back(checks.add(std::move(one.bytes), one.name)); });
  checks.found().merge(given->found);
  out.found = checks.finish([&](const auto& wanted, const auto& again) {
    each_input([&](input& one) {
      if (wanted(one.name)) again(one.name, std::move(one.bytes));
    });
  });
  return out;
}

py::list files_of(const validation& checked) {
  py::list out;
  for (const auto& each : checked.files) {
    py::dict row;
    row["file"] = str_of(each.file);
    row["message"] = each.message ? py::object(str_of(name_of(*each.message))) : py::none();
    row["version"] = each.version ? py::object(str_of(*each.version)) : py::none();
    row["messages"] = each.messages;
    out.append(row);
  }
  return out;
}

}  // namespace

void bind_documents(py::module_& to) {
  py::class_<reader>(to, "Reader",
                     "The messages of files, folders and ZIP archives, one after the other in constant memory.")
      .def(py::init([](const py::object& from, const std::string& name, bool strict, const py::sequence& kinds) {
             return std::make_unique<reader>(source_from(from, name), reading(strict), kinds_from(kinds));
           }),
           py::arg("source"), py::arg("name") = "", py::arg("strict") = false, py::arg("kinds") = py::tuple())
      .def("__iter__", [](py::object self) { return self; })
      .def("__next__",
           [](reader& self) {
             std::optional<any_message> message;
             {
               const py::gil_scoped_release others_run;
               message = self.next();
             }
             if (!message) throw py::stop_iteration();
             return object_of_message(std::move(*message));
           })
      .def("__enter__", [](py::object self) { return self; })
      .def("__exit__", [](reader& self, const py::args&) { self.close(); })
      .def("close", &reader::close, "Lets go of the files; what comes after is the end.")
      .def_property_readonly("findings", &reader::findings, "What was wrong so far.")
      .def_property_readonly(
          "file", [](reader& self) { return str_of(self.file()); }, "The file of the last message.")
      .def_property_readonly(
          "line", [](reader& self) { return py::object(self.place()[0]); }, "Where the last message stands; from 1.")
      .def_property_readonly(
          "column", [](reader& self) { return py::object(self.place()[1]); }, "Where the last message stands; from 1.")
      .def_property_readonly("readable", &reader::readable, "False when a file could not be read as messages at all.")
      .def_property_readonly(
          "version",
          [](reader& self) -> py::object {
            const auto head = self.head();
            if (!head || !head->version_id) return py::none();
            return str_of(*head->version_id);
          },
          "The version that the last document says of itself.");

  py::class_<writer>(to, "Writer", "Writes a document of messages of one kind piece by piece.")
      .def(py::init<const std::string&, const std::string&, const std::string&, reader*>(), py::arg("kind"),
           py::arg("format") = "xml", py::arg("profile") = "canonical", py::arg("like") = py::none())
      .def("add", &writer::add, py::arg("messages"), "What the document goes on with.")
      .def("finish", &writer::finish, py::arg("like") = py::none(), "The end of the document.");

  py::class_<validation>(to, "Validation", "What is known after files were checked.")
      .def(py::init(&validated), py::arg("source"), py::arg("name") = "", py::arg("profile") = "lenient",
           py::arg("profile_file") = py::none())
      .def_property_readonly(
          "ok", [](const validation& self) { return !self.found.has_errors(); }, "Whether there is no error.")
      .def_property_readonly("findings", [](const validation& self) { return list_of(self.found); })
      .def_property_readonly("files", &files_of, "What each file holds.")
      .def(
          "to_json",
          [](const validation& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return write_json(report_of(self, in)); });
          },
          py::arg("lang") = "en", "Canonical JSON, esppadom/validate/1.")
      .def(
          "to_sarif",
          [](const validation& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return write_sarif(self, in); });
          },
          py::arg("lang") = "en", "SARIF 2.1.0.")
      .def(
          "to_junit",
          [](const validation& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return write_junit(self, in); });
          },
          py::arg("lang") = "en", "JUnit's XML.");
}

}  // namespace py_api
