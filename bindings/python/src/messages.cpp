// ORDER, DELIVERY and INVOICE.

#include "messages.hpp"

#include "esppadom/exchange/fields.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/message/checks.hpp"

namespace py_api {

using namespace esppadom;

// -- what the descriptions leave to functions -------------------------------------------------------------------------

template <>
std::vector<member> derived_members<delivery>() {
  using of = struct_node<delivery>;
  return {derived("correction", "motif de correction, vide = aucune correction", "str",
                  [](node& self) -> py::object { return str_of(static_cast<of&>(self).get().correction()); }),
          derived("is_stamp_only", "horodatages seuls (HOR)", "bool",
                  [](node& self) -> py::object { return py::bool_(static_cast<of&>(self).get().is_stamp_only()); }),
          derived("is_deleted", "suppression de l'intervention (SUP)", "bool",
                  [](node& self) -> py::object { return py::bool_(static_cast<of&>(self).get().is_deleted()); }),
          derived("is_planned", "envoyé avant l'intervention", "bool",
                  [](node& self) -> py::object { return py::bool_(static_cast<of&>(self).get().is_planned()); })};
}

template <>
std::vector<member> derived_members<party>() {
  using of = struct_node<party>;
  return {derived("id", "premier identifiant, vide = aucun", "str",
                  [](node& self) -> py::object { return str_of(static_cast<of&>(self).get().id()); })};
}

template <>
std::vector<member> derived_members<service>() {
  using of = struct_node<service>;
  return {derived("code", "code de prestation, vide = aucun", "str",
                  [](node& self) -> py::object { return str_of(static_cast<of&>(self).get().code()); }),
          derived("aid_type", "type d'aide, vide = aucun", "str",
                  [](node& self) -> py::object { return str_of(static_cast<of&>(self).get().aid_type()); })};
}

template <>
std::vector<member> derived_members<invoice>() {
  using of = struct_node<invoice>;
  return {derived("sign", "-1 pour un avoir, 1 sinon", "int",
                  [](node& self) -> py::object { return py::int_(static_cast<of&>(self).get().sign()); })};
}

namespace {

// -- fields by path ---------------------------------------------------------------------------------------------------

template <class T>
constexpr field_subject subject_of = std::is_same_v<T, order>      ? field_subject::order
                                     : std::is_same_v<T, delivery> ? field_subject::delivery
                                                                   : field_subject::invoice;

field_selector path_of(field_subject subject, const std::string& text) {
  std::string wrong;
  const auto path = field_selector::compile(subject, text, &wrong);
  if (!path) fail(path.error(), wrong.empty() ? text : wrong);
  return *path;
}

py::object object_of_value(const field_value& value) {
  return std::visit(
      []<class V>(const V& one) -> py::object {
        if constexpr (std::is_same_v<V, std::monostate>) {
          return py::none();
        } else if constexpr (std::is_same_v<V, exact_duration>) {
          const auto whole = one.whole_seconds();
          if (whole) return py::int_(whole->seconds);
          return py::module_::import("fractions").attr("Fraction")(to_string(one));
        } else {
          return scalar<V>::out(one);
        }
      },
      value);
}

field_value field_value_from(field_type type, py::handle value, std::string_view what) {
  if (value.is_none()) return {};
  switch (type) {
    case field_type::boolean:
      return scalar<bool>::in(value, what);
    case field_type::integer:
      return integer_from(value, what);
    case field_type::decimal:
      return decimal_from(value, what);
    case field_type::amount:
      return scalar<money>::in(value, what);
    case field_type::price:
      return scalar<unit_price>::in(value, what);
    case field_type::percent:
      return scalar<percentage>::in(value, what);
    case field_type::date:
      return date_from(value, what);
    case field_type::month:
      return month_from(value, what);
    case field_type::time:
      return time_from(value, what);
    case field_type::seconds:
      return exact_duration(scalar<duration>::in(value, what));
    default:
      return text_from(value, what);
  }
}

template <class T>
T read_json(const std::string& text, findings& found, const json_read_options& options) {
  result<T> read;
  if constexpr (std::is_same_v<T, order>) {
    read = read_order_json(text, found, options);
  } else if constexpr (std::is_same_v<T, delivery>) {
    read = read_delivery_json(text, found, options);
  } else {
    read = read_invoice_json(text, found, options);
  }
  if (!read) fail(read.error(), found, "text");
  return std::move(*read);
}

template <class T, class Class>
void bind_message_methods(Class& type) {
  using of = struct_node<T>;
  type.def(
          "get",
          [](of& self, const std::string& path) {
            const auto at = path_of(subject_of<T>, path);
            return object_of_value(value_or_fail(get_field(self.get(), at), path));
          },
          py::arg("path"), "The value at a path such as \"lines[0].billed_quantity\"; None when there is none.")
      .def(
          "set",
          [](of& self, const std::string& path, py::handle value) {
            const auto at = path_of(subject_of<T>, path);
            const auto fresh = field_value_from(at.type(), value, path);
            check(set_field(self.get(), at, fresh), path);
          },
          py::arg("path"), py::arg("value"), "Sets the value at a path; what is missing on the way is made.")
      .def(
          "check",
          [](of& self) {
            findings found;
            esppadom::check(self.get(), found);
            return list_of(found);
          },
          "What the message says that cannot be right, by itself.")
      .def(
          "to_json",
          [](of& self, bool indented) {
            json_write_options options;
            if (indented) options.layout = json_layout::indented;
            return str_of(write_json(self.get(), options));
          },
          py::arg("indented") = false, "The canonical JSON of the message, without extras.")
      .def_static(
          "from_json",
          [](const std::string& text) {
            findings found;
            return std::make_shared<of>(read_json<T>(text, found, {}));
          },
          py::arg("text"), "The message that a JSON text holds.");
}

py::list fields_of(const std::string& subject) {
  py::list out;
  for (const auto& each : list_fields(choice_from<field_subject>(subject, "message"))) {
    py::dict row;
    row["path"] = str_of(each.path);
    row["type"] = str_of(name_of(each.type));
    row["occurrence"] = str_of(each.occurrence);
    row["label"] = str_of(each.label);
    row["standing"] = str_of(name_of(each.evidence));
    row["code_list"] = str_or_none(each.code_list);
    row["choices"] = str_or_none(each.choices);
    row["settable"] = each.settable;
    out.append(row);
  }
  return out;
}

}  // namespace

py::object object_of_message(any_message message) {
  return std::visit([](auto& one) { return object_of(std::move(one)); }, message);
}

any_message message_from(py::handle value) {
  if (py::isinstance<struct_node<delivery>>(value)) return py::cast<struct_node<delivery>&>(value).get();
  if (py::isinstance<struct_node<order>>(value)) return py::cast<struct_node<order>&>(value).get();
  if (py::isinstance<struct_node<invoice>>(value)) return py::cast<struct_node<invoice>&>(value).get();
  fail_type(std::string("a message must be an Order, a Delivery or an Invoice, not ") + Py_TYPE(value.ptr())->tp_name);
}

bool is_message(py::handle value) {
  return py::isinstance<struct_node<delivery>>(value) || py::isinstance<struct_node<order>>(value) ||
         py::isinstance<struct_node<invoice>>(value);
}

void bind_messages(py::module_& to) {
  bind_struct<extra>(to, "What a document carried that the description does not know; written back in round trip.");
  bind_struct<code>(to, "A coded value and the list it is taken from.");
  bind_struct<identifier>(to, "An identifier and its scheme.");
  bind_struct<measure>(to, "A quantity with its unit: HUR hour, MIN minute, C62 one, MON month…");
  bind_struct<amount>(to, "An amount of money; no currency is read as EUR.");
  bind_struct<price>(to, "A price of one unit; no currency is read as EUR.");
  bind_struct<validity_period>(to, "A period of validity: an end at 00:00:00 is inclusive; no end = open.");
  bind_struct<instant_period>(to, "A period between two instants, sides possibly missing.");
  bind_struct<party_contact>(to, "A contact of a party; the caregiver is the provider's contact of type INT.");
  bind_struct<party_address>(to, "An address.");
  bind_struct<party_tax_registration>(to, "A VAT registration.");
  bind_struct<party_endpoint>(to, "An electronic address.");
  bind_struct<party>(to, "A party: beneficiary, provider, ordering party, payer.");
  bind_struct<service>(to, "The service (prestation) a line is about.");
  bind_struct<note>(to, "A note.");
  bind_struct<allowance_charge>(to, "A surcharge, or an amount that this payer does not bear.");

  bind_struct<delivery_order_ref>(to, "The order a visit belongs to.");
  bind_struct<delivery_contract>(to, "The contract of a visit.");
  bind_struct<stamp>(to, "A certified time of arrival or departure (horodatage).");
  bind_struct<stamp_pair>(to, "Arrival and departure as certified.");
  bind_struct<delivery_line>(to, "A line of a visit.");
  auto visits = bind_struct<delivery>(to, "DELIVERY: a visit that a home-care service made.");
  bind_message_methods<delivery>(visits);

  bind_struct<order_plan>(to, "The plan behind an order.");
  bind_struct<previous_order_ref>(to, "The order that is replaced.");
  bind_struct<delivery_instruction>(to, "An instruction.");
  bind_struct<order_line>(to, "A line of an order.");
  auto orders = bind_struct<order>(to, "ORDER: the care plan a département orders from a provider.");
  bind_message_methods<order>(orders);

  bind_struct<invoice_order_ref>(to, "The order of an invoice.");
  bind_struct<invoice_line_order_ref>(to, "The order and its line behind a line.");
  bind_struct<invoice_tax>(to, "A total of VAT.");
  bind_struct<line_tax>(to, "VAT of a line.");
  bind_struct<corrected_invoice_ref>(to, "The invoice that is corrected.");
  bind_struct<corrected_line_ref>(to, "The line that is corrected.");
  bind_struct<delivery_ref>(to, "A visit that is billed.");
  bind_struct<invoice_line>(to, "A line of an invoice.");
  auto invoices = bind_struct<invoice>(to, "INVOICE: what a provider bills to one payer.");
  bind_message_methods<invoice>(invoices);

  to.def("fields", &fields_of, py::arg("message"),
         "Every field of \"order\", \"delivery\", \"invoice\" or \"circumstances\" by path: type, occurrence, French "
         "label, standing.");
}

}  // namespace py_api
