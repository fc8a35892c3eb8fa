// Messages as CSV and back, by a mapping.

#include "esppadom/exchange/csv_mapping.hpp"
#include "messages.hpp"

namespace py_api {

using namespace esppadom;

namespace {

csv_mapping mapping_from(const std::string& text, const std::string& name, const py::dict& parameters) {
  csv_mapping_options options;
  options.file = name;
  for (const auto& [key, value] : parameters)
    options.parameters.emplace_back(text_from(key, "a parameter"), text_from(value, "a parameter"));
  findings found;
  csv_mapping out;
  const auto code = load_csv_mapping(text, found, options).get(out);
  if (code != error_code::success) fail(code, found, name);
  return out;
}

py::tuple exported(const py::list& messages, const csv_mapping& mapping, const py::object& given) {
  std::vector<any_message> all;
  for (const auto& each : messages)
    all.push_back(message_from(each));
  std::optional<circumstances> known;
  if (!given.is_none()) {
    if (!py::isinstance<struct_node<circumstances>>(given)) fail_type("circumstances must be Circumstances");
    known = py::cast<struct_node<circumstances>&>(given).get();
  }
  const auto names = mapping.files();
  std::vector<std::string> files(names.size());
  findings found;
  error_code met = error_code::success;
  {
    const py::gil_scoped_release others_run;
    std::vector<byte_sink> sinks;
    for (auto& file : files) {
      sinks.push_back({[&file](std::string_view bytes) {
        file += bytes;
        return error_code::success;
      }});
    }
    csv_exporter out(mapping, std::move(sinks), found, known ? &*known : nullptr);
    for (const auto& each : all) {
      met = std::visit([&](const auto& one) { return out.add(one); }, each);
      if (met != error_code::success) break;
    }
    if (met == error_code::success) met = out.finish();
  }
  check(met, mapping.name());
  py::dict done;
  for (std::size_t i = 0; i < names.size(); ++i)
    done[str_of(names[i])] = py::bytes(files[i]);
  return py::make_tuple(done, list_of(found));
}

template <class Message>
void import_all(csv_importer& from, std::vector<any_message>& into) {
  for (Message one; from.next(one);)
    into.emplace_back(std::move(one));
}

py::tuple imported(const py::dict& files, const csv_mapping& mapping) {
  std::vector<std::string> texts;
  for (const auto& name : mapping.files()) {
    const py::object bytes = files.attr("get")(name);
    if (bytes.is_none()) fail(error_code::missing, name);
    if (!PyBytes_Check(bytes.ptr())) fail_type(name + " must be bytes");
    texts.emplace_back(std::string_view(py::reinterpret_borrow<py::bytes>(bytes)));
  }
  findings found;
  std::vector<any_message> all;
  {
    const py::gil_scoped_release others_run;
    std::vector<byte_source> sources;
    for (const auto& text : texts)
      sources.push_back(bytes_of(text));
    csv_importer from(mapping, std::move(sources), found, mapping.files());
    if (mapping.subject() == field_subject::order) import_all<order>(from, all);
    if (mapping.subject() == field_subject::delivery) import_all<delivery>(from, all);
    if (mapping.subject() == field_subject::invoice) import_all<invoice>(from, all);
  }
  py::list out;
  for (auto& each : all)
    out.append(object_of_message(std::move(each)));
  return py::make_tuple(out, list_of(found));
}

}  // namespace

void bind_csv(py::module_& to) {
  py::class_<csv_mapping>(to, "CsvMapping", "Which column holds which field in which form.")
      .def(py::init(&mapping_from), py::arg("text"), py::arg("name") = "mapping", py::arg("parameters") = py::dict())
      .def_property_readonly("name", [](const csv_mapping& self) { return str_of(self.name()); })
      .def_property_readonly(
          "files",
          [](const csv_mapping& self) {
            py::list out;
            for (const auto& each : self.files())
              out.append(str_of(each));
            return out;
          },
          "The names of its files, in order.")
      .def_property_readonly("can_read", &csv_mapping::can_read, "Whether messages can be read with it.")
      .def_static(
          "shipped",
          [](const std::string& name, const py::dict& parameters) {
            const auto text = shipped_csv_mapping(name);
            if (text.empty()) fail(error_code::unknown_name, name);
            return mapping_from(std::string(text), name, parameters);
          },
          py::arg("name"), py::arg("parameters") = py::dict(), "One that comes with the library.")
      .def_static(
          "shipped_names",
          [] {
            py::list out;
            for (const auto& each : shipped_csv_mappings())
              out.append(str_of(each));
            return out;
          },
          "The names of those that come with the library.");
  to.def("export_csv", &exported, py::arg("messages"), py::arg("mapping"), py::arg("circumstances") = py::none(),
         "The files by name, and findings.");
  to.def("import_csv", &imported, py::arg("files"), py::arg("mapping"), "The messages, and findings.");
}

}  // namespace py_api
