// What no message carries: circumstances.

#include "esppadom/exchange/circumstances_csv.hpp"
#include "esppadom/exchange/json.hpp"
#include "structs.hpp"

namespace py_api {

using namespace esppadom;

void bind_circumstances(py::module_& to) {
  using of = struct_node<circumstances>;
  bind_struct<planned_visit>(to, "A visit foreseen in the schedule.");
  bind_struct<incompatible_period>(to, "A period during which a beneficiary cannot be under télégestion.");
  bind_struct<outage_period>(to, "A period when stamping did not work for a provider.");
  bind_struct<absence>(to, "A period without the beneficiary.");
  bind_struct<cancellation>(to, "A cancelled visit.");
  bind_struct<payable_reason>(to, "A reason for which a visit stays payable.");
  bind_struct<extra_minutes_entry>(to, "Minutes a manager added to a visit.");
  bind_struct<correction_entry>(to, "Why and by whom a visit was corrected.");
  bind_struct<rejection>(to, "A refusal by the payer.");
  bind_struct<advance>(to, "An advance.");
  bind_struct<proof_entry>(to, "What a declared visit rests on.");
  bind_struct<stamp_distance>(to, "How far from the home a visit was stamped.");
  bind_struct<caregiver_profile>(to, "What a caregiver is qualified for.");
  bind_struct<circumstances>(to, "What no message carries and billing needs.")
      .def(
          "to_json",
          [](of& self, bool indented) {
            json_write_options options;
            if (indented) options.layout = json_layout::indented;
            return str_of(write_json(self.get(), options));
          },
          py::arg("indented") = false, "The canonical JSON.")
      .def_static(
          "from_json",
          [](const std::string& text, const std::string& name) {
            findings found;
            json_read_options options;
            options.file = name;
            auto read = read_circumstances_json(text, found, options);
            if (!read) fail(read.error(), found, name);
            return std::make_shared<of>(std::move(*read));
          },
          py::arg("text"), py::arg("name") = "circumstances", "What a JSON text holds; strict.")
      .def(
          "add_csv",
          [](of& self, const py::bytes& bytes, const std::string& name) {
            findings found;
            circumstances more = self.get();
            const auto code = read_circumstances_csv(std::string_view(bytes), name, more, found);
            if (code != error_code::success) fail(code, found, name);
            self.get() = std::move(more);
            return list_of(found);
          },
          py::arg("data"), py::arg("name"),
          "Adds what a CSV file says; `name` says which list it is, unless there is a column `kind`. The findings.");
}

}  // namespace py_api
