// Rule books, billing, correction rates, the national scale.

#include <memory>

#include "esppadom/bill/comparison.hpp"
#include "esppadom/bill/rates.hpp"
#include "esppadom/exchange/apa_report.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/explanation.hpp"
#include "esppadom/exchange/report_page.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/rule_report.hpp"
#include "request.hpp"
#include "rows.hpp"
#include "rules.hpp"

namespace py_api {

using namespace esppadom;

namespace {

// -- rules ------------------------------------------------------------------------------------------------------------

std::shared_ptr<rules> load_rules(const std::string& text, const std::string& name, bool advice) {
  auto out = std::make_shared<rules>();
  json_read_options options;
  options.file = name;
  error_code met{};
  {
    const py::gil_scoped_release others_run;
    met = (advice ? check_rule_book(text, out->found, options) : load_rule_book(text, out->found, options))
              .get(out->book);
  }
  if (met != error_code::success) fail(met, out->found, name);
  return out;
}

py::str show(const rules& self, const py::handle& at, const std::string& departement, const std::string& funder,
             const std::string& provider, const std::string& service, const std::string& beneficiary) {
  rule_query asked;
  asked.date = date_from(at, "at");
  asked.departement = departement.empty() ? sole_departement(self.book) : std::string_view(departement);
  asked.funder = funder;
  asked.provider = provider;
  asked.service = service;
  asked.beneficiary = beneficiary;
  return str_of(write_json(show_rules(self.book, asked), self.book, asked));
}

// -- a run ------------------------------------------------------------------------------------------------------------

void add_message(bill_request& to, any_message&& message) {
  if (auto* one = std::get_if<order>(&message)) to.messages.add(std::move(*one));
  if (const auto* visit = std::get_if<delivery>(&message)) to.messages.add(*visit);
}

void add_messages(request& self, const py::list& messages) {
  std::vector<any_message> all;
  all.reserve(messages.size());
  for (const auto& each : messages) {
    if (py::isinstance<struct_node<invoice>>(each))
      fail_type("an Invoice cannot be billed: give orders and deliveries");
    all.push_back(message_from(each));
  }
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(self.one_at_a_time);
  for (auto& each : all)
    add_message(self.content, std::move(each));
}

/// What a reader whose messages were added had to leave out: months are not complete without it.
void note_findings(request& self, reader& from) {
  auto found = from.found();
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(self.one_at_a_time);
  self.found.merge(std::move(found));
}

bool read_messages(request& self, const py::object& from, const std::string& name, const py::sequence& kinds) {
  const auto given = source_from(from, name);
  std::vector<message_kind> wanted;
  for (const auto& each : kinds)
    wanted.push_back(choice_from<message_kind>(text_from(each, "kind"), "kind"));
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(self.one_at_a_time);
  bool readable = false;
  {
    input_messages all(given->inputs(), given->found, {}, wanted);
    while (auto message = all.next())
      add_message(self.content, std::move(*message));
    readable = all.readable();
  }
  self.found.merge(given->found);
  return readable;
}

/// When and how a run is made.
struct asked_run {
  local_month month;
  local_date as_of;
  issue with;
  std::vector<complete_month> complete;

  asked_run(const std::string& month_text, const py::handle& known_on, const py::handle& issued_at,
            const std::string& transaction_id, const std::string& stage, const py::sequence& complete_for,
            const py::sequence& validated)
      : month(value_or_fail(parse_local_month(month_text), "month")),
        as_of(date_from(known_on, "as_of")),
        with{time_from(issued_at, "issued_at"), transaction_id, choice_from<issue_stage>(stage, "stage"), {}} {
    for (const auto& each : validated)
      with.validated.push_back(text_from(each, "validated"));
    for (const auto& each : complete_for)
      complete.push_back({text_from(each, "complete_for"), month});
  }

  void put(bill_request& into) const {
    into.month = month;
    into.as_of = as_of;
    into.with = with;
    into.complete = complete;
  }
};

std::shared_ptr<billed> run(request& self, const std::string& month, const py::handle& as_of,
                            const py::handle& issued_at, const std::string& transaction_id, const std::string& stage,
                            const py::sequence& complete_for, const py::sequence& validated) {
  const asked_run asked(month, as_of, issued_at, transaction_id, stage, complete_for, validated);
  auto out = std::make_shared<billed>();
  bool refused = false;
  {
    const py::gil_scoped_release others_run;
    const std::lock_guard alone(self.one_at_a_time);
    asked.put(self.content);
    out->found = self.found;
    refused = refuse_unread(self.content, out->found);
    if (!refused) out->result = bill(self.content);
    asked.put(out->asked);
    out->asked.complete.clear();
    out->asked.rules = self.content.rules;
    out->asked.given = self.content.given;
    out->found.merge(out->result.found);
  }
  if (refused) fail(error_code::unreadable, out->found, "complete_for");
  return out;
}

/// The same month under two rule books.
struct compared {
  billed ours;
  bill_comparison with;
};

std::shared_ptr<compared> compare(request& self, const rules& other, const std::string& month, const py::handle& as_of,
                                  const py::handle& issued_at, const std::string& transaction_id,
                                  const std::string& stage, const py::sequence& complete_for,
                                  const py::sequence& validated) {
  auto out = std::make_shared<compared>();
  out->ours = std::move(*run(self, month, as_of, issued_at, transaction_id, stage, complete_for, validated));
  alone_with(self, [&](const bill_request& content) {
    out->with = compare_bills(content, out->ours.result, other.book);
    return true;
  });
  return out;
}

py::str explain(request& self, const std::string& delivery, const std::string& provider, const std::string& format,
                const std::string& lang, const std::string& month, const py::handle& as_of, const py::handle& issued_at,
                const std::string& transaction_id) {
  const asked_run asked(month, as_of, issued_at, transaction_id, "final", py::tuple(), py::tuple());
  const auto form = choice_from<explanation_format>(format, "format");
  const auto in = language_from(lang);
  result<std::string> out;
  {
    const py::gil_scoped_release others_run;
    const std::lock_guard alone(self.one_at_a_time);
    asked.put(self.content);
    out = explain_visit(self.content, delivery, provider, form, in);
  }
  return str_of(value_or_fail(out, delivery));
}

/// Rates, and what was found on the way.
struct rates {
  rate_table table;
  findings found;
};

std::shared_ptr<rates> rate(request& self, const std::string& by, const std::string& unit, const std::string& month) {
  rate_query query;
  query.by = choice_from<correction_group>(by, "by");
  if (!unit.empty()) {
    if (unit != "intervention" && unit != "stamp" && unit != "minutes") {
      fail_value("unit must be one of intervention, stamp, minutes, not '" + unit + "'");
    }
    query.unit = choice_from<correction_unit>("by_" + unit, "unit");
  }
  if (!month.empty()) query.month = value_or_fail(parse_local_month(month), "month");
  auto out = std::make_shared<rates>();
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(self.one_at_a_time);
  auto done = rate_messages(self.content.messages, self.content.rules, query);
  out->table = std::move(done.table);
  out->found = self.found;
  out->found.merge(std::move(done.found));
  return out;
}

// -- the national scale -----------------------------------------------------------------------------------------------

py::str apa(const py::handle& date, std::int64_t gir, const py::handle& plan, const py::handle& resources, bool couple,
            const py::handle& mtp) {
  apa_question asked;
  asked.day = date_from(date, "date");
  asked.of = {gir, scalar<money>::in(plan, "plan"), scalar<money>::in(resources, "resources"), couple};
  if (!mtp.is_none()) asked.mtp = scalar<money>::in(mtp, "mtp");
  return str_of(write_json(value_or_fail(answer_of(asked), "apa_participation")));
}

void bind_rules(py::module_& to) {
  py::class_<rules, std::shared_ptr<rules>>(to, "RuleBook", "A rule book: dated, scoped rule sets.")
      .def(py::init(&load_rules), py::arg("text"), py::arg("name") = "rules", py::arg("advice") = false,
           "Loads a rule file's text; strict. `advice` also finds what is legal and deserves a second look.")
      .def_property_readonly("id", [](const rules& self) { return str_of(self.book.id); })
      .def_property_readonly("findings", [](const rules& self) { return list_of(self.found); })
      .def(
          "to_json", [](const rules& self) { return rendered([&] { return write_rule_book(self.book); }); },
          "The canonical JSON of the book.")
      .def("show", &show, py::arg("at"), py::arg("departement") = "", py::arg("funder") = "", py::arg("provider") = "",
           py::arg("service") = "", py::arg("beneficiary") = "",
           "Every parameter as it holds for somebody on a day, and where it comes from: esppadom/rules-show/1.");
}

void bind_runs(py::module_& to) {
  py::class_<billed, std::shared_ptr<billed>>(to, "Bill", "What a run of billing gave.")
      .def(
          "to_json",
          [](const billed& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return write_bill_json(self.asked, self.result, self.found, in); });
          },
          py::arg("lang") = "en", "Canonical JSON, esppadom/bill/1.")
      .def_property_readonly(
          "data",
          [](const billed& self) {
            return parsed(write_bill_json(self.asked, self.result, self.found, language::english));
          },
          "The canonical JSON as dicts and lists.")
      .def_property_readonly(
          "ledger", [](const billed& self) { return rendered([&] { return write_json(self.result.after); }); },
          "The ledger to keep and to give to the next run: canonical JSON.")
      .def_property_readonly(
          "invoices",
          [](const billed& self) {
            py::list out;
            for (const auto& each : self.result.messages)
              out.append(object_of(each));
            return out;
          },
          "The INVOICE messages.")
      .def(
          "report",
          [](const billed& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return write_html(month_report(self.asked, self.result, self.found, in), in); });
          },
          py::arg("lang") = "fr", "One page of HTML for those who manage, which needs nothing else.")
      .def_property_readonly("findings", [](const billed& self) { return list_of(self.found); })
      .def_property_readonly(
          "ok", [](const billed& self) { return !self.found.has_errors(); }, "Whether there is no error.");

  const auto comparison_json = [](const compared& self, language in) {
    return write_bill_json(self.ours.asked, self.ours.result, self.ours.found, in, &self.with);
  };
  py::class_<compared, std::shared_ptr<compared>>(to, "Comparison", "The same month billed under two rule books.")
      .def(
          "to_json",
          [comparison_json](const compared& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return comparison_json(self, in); });
          },
          py::arg("lang") = "en", "Canonical JSON, esppadom/bill/1, with the member \"comparison\".")
      .def_property_readonly(
          "data", [comparison_json](const compared& self) { return parsed(comparison_json(self, language::english)); },
          "The canonical JSON as dicts and lists.")
      .def_property_readonly(
          "total", [](const compared& self) { return python_of(self.with.total); },
          "The figures under both books and their difference: Decimal, int.")
      .def_property_readonly(
          "beneficiaries", [](const compared& self) { return python_list(self.with.beneficiaries); },
          "Where something differs.")
      .def_property_readonly(
          "providers", [](const compared& self) { return python_list(self.with.providers); },
          "Where something differs.")
      .def_property_readonly(
          "funders", [](const compared& self) { return python_list(self.with.funders); }, "Where something differs.");

  py::class_<rates, std::shared_ptr<rates>>(to, "Rates", "Correction rates.")
      .def(
          "to_json",
          [](const rates& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return write_json(self.table, self.found, in); });
          },
          py::arg("lang") = "en", "Canonical JSON, esppadom/correction-rate/1.")
      .def(
          "to_csv", [](const rates& self) { return rendered([&] { return write_csv(self.table); }); },
          "The rows as CSV.")
      .def_property_readonly(
          "data", [](const rates& self) { return parsed(write_json(self.table, self.found, language::english)); },
          "The canonical JSON as dicts and lists: \"total\" and \"rows\".")
      .def_property_readonly("findings", [](const rates& self) { return list_of(self.found); });

  py::class_<request, std::shared_ptr<request>>(to, "Request", "Everything a run is given.")
      .def(py::init<>())
      .def("add", &add_messages, py::arg("messages"), "Takes copies of orders and deliveries.")
      .def("read", &read_messages, py::arg("source"), py::arg("name") = "", py::arg("kinds") = py::tuple(),
           "Orders and deliveries of files; whether all could be read.")
      .def(
          "set_rules",
          [](request& self, const rules& book) {
            const py::gil_scoped_release others_run;
            const std::lock_guard alone(self.one_at_a_time);
            self.content.rules = book.book;
          },
          py::arg("rules"))
      .def(
          "set_circumstances",
          [](request& self, struct_node<circumstances>& given) {
            circumstances copy = given.get();
            const py::gil_scoped_release others_run;
            const std::lock_guard alone(self.one_at_a_time);
            self.content.given = std::move(copy);
          },
          py::arg("circumstances"))
      .def(
          "set_ledger",
          [](request& self, const std::string& text, const std::string& name) {
            findings found;
            result<ledger> read;
            {
              const py::gil_scoped_release others_run;
              read = read_ledger_json(text, found, {json_strictness::strict, ledger_json_limits, name});
            }
            if (!read) fail(read.error(), found, name);
            const py::gil_scoped_release others_run;
            const std::lock_guard alone(self.one_at_a_time);
            self.content.before = std::move(*read);
            self.found.merge(found);
          },
          py::arg("text"), py::arg("name") = "ledger")
      .def_property_readonly("findings",
                             [](request& self) {
                               findings now;
                               {
                                 const py::gil_scoped_release others_run;
                                 const std::lock_guard alone(self.one_at_a_time);
                                 now = self.found;
                               }
                               return list_of(now);
                             })
      .def("run", &run, py::arg("month"), py::arg("as_of"), py::arg("issued_at"), py::arg("transaction_id"),
           py::arg("stage") = "final", py::arg("complete_for") = py::tuple(), py::arg("validated") = py::tuple())
      .def("note_findings", &note_findings, py::arg("reader"), "Findings of a reader whose messages were added.")
      .def("compare", &compare, py::arg("other"), py::arg("month"), py::arg("as_of"), py::arg("issued_at"),
           py::arg("transaction_id"), py::arg("stage") = "final", py::arg("complete_for") = py::tuple(),
           py::arg("validated") = py::tuple())
      .def("explain", &explain, py::arg("delivery"), py::arg("provider"), py::arg("format"), py::arg("lang"),
           py::arg("month"), py::arg("as_of"), py::arg("issued_at"), py::arg("transaction_id"))
      .def("rate", &rate, py::arg("by") = "provider", py::arg("unit") = "", py::arg("month") = "");
}

}  // namespace

void bind_billing(py::module_& to) {
  bind_rules(to);
  bind_runs(to);
  to.def("apa", &apa, py::arg("date"), py::arg("gir"), py::arg("plan"), py::arg("resources"), py::arg("couple") = false,
         py::arg("mtp") = py::none(), "Canonical JSON, esppadom/apa/1.");
}

}  // namespace py_api
