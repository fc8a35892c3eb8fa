// Statistics, invoices held against a request, trial balances, sealed statements.

#include <memory>
#include <optional>
#include <vector>

#include "esppadom/bill/own_invoices.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/cpom_report.hpp"
#include "esppadom/exchange/ledger_transfer.hpp"
#include "esppadom/exchange/oversight.hpp"
#include "esppadom/exchange/reconcile_report.hpp"
#include "esppadom/exchange/statement_page.hpp"
#include "esppadom/exchange/statistics_report.hpp"
#include "request.hpp"
#include "rows.hpp"
#include "rules.hpp"

namespace py_api {

using namespace esppadom;

namespace {

std::optional<local_month> month_or_none(const py::object& value, std::string_view what) {
  if (value.is_none()) return std::nullopt;
  return month_from(value, what);
}

std::optional<local_date> date_or_none(const py::object& value, std::string_view what) {
  if (value.is_none()) return std::nullopt;
  return date_from(value, what);
}

// -- statistics -------------------------------------------------------------------------------------------------------

struct statistic_answer {
  statistic_table table;
  findings found;
};

std::shared_ptr<statistic_answer> take_statistic(request& self, const std::string& of, const std::string& period,
                                                 const py::object& first, const py::object& last,
                                                 const py::object& as_of, const py::object& now,
                                                 const std::string& beneficiary, const std::string& provider,
                                                 const std::string& caregiver, const std::string& service,
                                                 const std::string& funder, const py::object& smallest_group) {
  statistics_question asked;
  asked.of = choice_from<statistic>(of, "of");
  asked.period = choice_from<statistic_period>(period, "period");
  asked.from = month_or_none(first, "first");
  asked.to = month_or_none(last, "last");
  asked.as_of = date_or_none(as_of, "as_of");
  if (!now.is_none()) asked.now = time_from(now, "now");
  asked.beneficiary = beneficiary;
  asked.provider = provider;
  asked.caregiver = caregiver;
  asked.service = service;
  asked.funder = funder;
  if (!smallest_group.is_none()) asked.smallest_group = integer_from(smallest_group, "smallest_group");
  auto out = std::make_shared<statistic_answer>();
  const auto met = alone_with(self, [&](bill_request& content) {
    out->found = self.found;
    return statistics_of(content, asked, out->found).get(out->table);
  });
  if (met != error_code::success) fail(met, out->found, met == error_code::conflict ? "ledger" : "smallest_group");
  return out;
}

// -- alerts told once -------------------------------------------------------------------------------------------------

struct alert_answer {
  alert_report report;
  findings found;
};

std::shared_ptr<alert_answer> tell_alerts_of(request& self, const py::object& as_of, const py::object& now,
                                             const std::string& beneficiary, const std::string& provider) {
  statistics_question asked;
  asked.as_of = date_or_none(as_of, "as_of");
  if (!now.is_none()) asked.now = time_from(now, "now");
  asked.beneficiary = beneficiary;
  asked.provider = provider;
  auto out = std::make_shared<alert_answer>();
  const auto met = alone_with(self, [&](bill_request& content) {
    out->found = self.found;
    return told_alerts_of(content, asked, out->found).get(out->report);
  });
  if (met != error_code::success) fail(met, out->found, "ledger");
  return out;
}

// -- reconciliation ---------------------------------------------------------------------------------------------------

/// Invoices that are to be checked.
struct invoices {
  std::mutex one_at_a_time;
  stated_invoices documents;
  findings found;  ///< of reading
};

void add_invoices(invoices& self, const py::list& messages) {
  for (const auto& each : messages) {
    const auto message = message_from(each);
    const auto* one = std::get_if<invoice>(&message);
    if (one == nullptr) fail_type("an Invoice is needed, not an order or a delivery");
    const std::lock_guard alone(self.one_at_a_time);
    self.documents.add(*one);
  }
}

bool read_invoices(invoices& self, const py::object& from, const std::string& name) {
  const auto given = source_from(from, name);
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(self.one_at_a_time);
  bool readable = false;
  {
    input_messages all(given->inputs(), given->found, {}, {message_kind::invoice});
    while (auto message = all.next()) {
      if (const auto* one = std::get_if<invoice>(&*message)) self.documents.add(*one);
    }
    readable = all.readable();
  }
  self.found.merge(given->found);
  return readable;
}

void note_findings_of(invoices& self, reader& from) {
  auto found = from.found();
  const py::gil_scoped_release others_run;
  const std::lock_guard alone(self.one_at_a_time);
  self.found.merge(std::move(found));
}

struct reconcile_answer {
  reconciliation report;
  findings found;
};

std::shared_ptr<reconcile_answer> reconcile_with(request& self, invoices& stated, const py::object& first,
                                                 const py::object& last, const py::object& as_of,
                                                 const std::string& provider, const std::string& funder,
                                                 const std::string& service, const std::string& by) {
  reconcile_question asked;
  asked.query = {month_or_none(first, "first"),         month_or_none(last, "last"), provider, funder, service,
                 choice_from<reconcile_group>(by, "by")};
  asked.as_of = date_or_none(as_of, "as_of");
  auto out = std::make_shared<reconcile_answer>();
  const auto met = alone_with(self, [&](bill_request& content) {
    const std::lock_guard alone(stated.one_at_a_time);
    out->found = self.found;
    out->found.merge(stated.found);
    return reconciliation_of(content, stated.documents, asked, out->found).get(out->report);
  });
  if (met != error_code::success) fail(met, out->found, "ledger");
  return out;
}

std::shared_ptr<reconcile_answer> reconcile_own_of(const billed& self) {
  auto out = std::make_shared<reconcile_answer>();
  const py::gil_scoped_release others_run;
  out->report = reconcile_own(self.result);
  out->found = out->report.found;
  return out;
}

// -- statements -------------------------------------------------------------------------------------------------------

ledger ledger_from(const std::string& text, const std::string& name, findings& found) {
  result<ledger> read;
  {
    const py::gil_scoped_release others_run;
    read = read_ledger_json(text, found, {json_strictness::strict, ledger_json_limits, name});
  }
  if (!read) fail(read.error(), found, name);
  return std::move(*read);
}

struct export_answer {
  ledger_export done;
  ledger_cut by{};
  std::string id;
  findings found;
};

std::shared_ptr<export_answer> part_of_ledger(const std::string& text, const std::string& name, const std::string& by,
                                              const std::string& id) {
  auto out = std::make_shared<export_answer>();
  out->by = choice_from<ledger_cut>(by, "by");
  out->id = id;
  const auto all = ledger_from(text, name, out->found);
  error_code met{};
  {
    const py::gil_scoped_release others_run;
    met = exported(all, out->by, id, out->found).get(out->done);
  }
  if (met != error_code::success) fail(met, out->found, id);
  return out;
}

std::shared_ptr<trial_balance_table> balance_of(const std::string& text, const std::string& name,
                                                const py::object& first, const py::object& last,
                                                const std::string& funder, const std::string& provider) {
  const trial_balance_question asked{month_or_none(first, "first"), month_or_none(last, "last"), funder, provider};
  findings found;
  return std::make_shared<trial_balance_table>(trial_balance_of(ledger_from(text, name, found), asked));
}

struct cpom_answer {
  cpom_statement statement;
  findings found;
};

std::shared_ptr<cpom_answer> cpom_statement_from(const std::string& text, const std::string& name, const rules& book,
                                                 const py::object& first, const py::object& last,
                                                 const std::string& funder, const std::string& provider) {
  const cpom_question asked{month_or_none(first, "first"), month_or_none(last, "last"), funder, provider};
  auto out = std::make_shared<cpom_answer>();
  const auto facts = ledger_from(text, name, out->found);
  error_code met{};
  {
    const py::gil_scoped_release others_run;
    met = cpom_of(facts, book.book, asked, out->found).get(out->statement);
  }
  if (met != error_code::success) fail(met, out->found, "ledger");
  return out;
}

plain_table cpom_table(const cpom_statement& of, const std::string& part) {
  if (part == "months") return table_of(std::span<const cpom_month>(of.months));
  if (part == "contracts") return table_of(std::span<const cpom_contract>(of.contracts));
  if (part != "rows") fail_value("of must be one of rows, months, contracts, not '" + part + "'");
  return table_of(std::span<const cpom_row>(of.rows));
}

/// Two texts each, a name and what was kept.
std::vector<std::pair<std::string, std::string>> pairs_from(const py::sequence& pairs, std::string_view what) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& each : pairs) {
    const auto pair = py::reinterpret_borrow<py::object>(each);
    if (!py::isinstance<py::tuple>(pair) || py::len(pair) != 2) fail_type(std::string(what) + " must be pairs");
    const auto both = py::reinterpret_borrow<py::tuple>(pair);
    const py::object bytes = both[1];
    out.emplace_back(text_from(py::object(both[0]), what),
                     py::isinstance<py::bytes>(bytes) ? bytes.cast<std::string>() : text_from(bytes, what));
  }
  return out;
}

py::str whole_ledger(const py::sequence& parts) {
  std::vector<ledger> all;
  findings found;
  for (const auto& [name, json] : pairs_from(parts, "parts"))
    all.push_back(ledger_from(json, name, found));
  result<ledger> whole;
  {
    const py::gil_scoped_release others_run;
    whole = merged_ledger(std::move(all), found);
  }
  if (!whole) fail(whole.error(), found, "parts");
  return rendered([&] { return write_json(*whole); });
}

py::tuple statements_of(const std::string& text, const std::string& name, const py::object& first,
                        const py::object& last, const std::string& beneficiary, const py::object& keep_years,
                        const py::sequence& before) {
  service_fait_question asked{month_from(first, "first"), month_or_none(last, "last"), beneficiary, std::nullopt};
  if (!keep_years.is_none()) asked.keep_years = scalar<int>::in(keep_years, "keep_years");
  std::vector<statement_before> kept;
  for (auto& [whose, json] : pairs_from(before, "before"))
    kept.push_back({whose, {whose, std::move(json)}});
  findings found;
  const auto facts = ledger_from(text, name, found);
  std::vector<sealed_service_fait> sealed;
  error_code met{};
  {
    const py::gil_scoped_release others_run;
    met = service_fait_statements(facts, asked, kept, found).get(sealed);
  }
  if (met != error_code::success) fail(met, "service_fait");
  py::list out;
  for (auto& one : sealed)
    out.append(std::make_shared<sealed_service_fait>(std::move(one)));
  return py::make_tuple(out, list_of(found));
}

py::list verified(const py::sequence& kept, const std::string& head) {
  std::vector<kept_statement> statements;
  for (auto& [name, json] : pairs_from(kept, "statements"))
    statements.push_back({std::move(name), std::move(json)});
  findings found;
  {
    const py::gil_scoped_release others_run;
    verify_chain(statements, head.empty() ? std::nullopt : std::optional(head), found);
  }
  return list_of(found);
}

/// What every answer has: its JSON, its rows as CSV, its findings.
template <class Answer, class Report>
void add_forms(py::class_<Answer, std::shared_ptr<Answer>>& to, Report Answer::*report) {
  to.def(
        "to_json",
        [report](const Answer& self, const std::string& lang) {
          const auto in = language_from(lang);
          return rendered([&] { return write_json(self.*report, self.found, in); });
        },
        py::arg("lang") = "en", "The canonical JSON.")
      .def(
          "to_csv",
          [report](const Answer& self) { return rendered([&] { return write_csv(table_of(self.*report)); }); },
          "The rows as CSV.")
      .def_property_readonly(
          "data",
          [report](const Answer& self) { return parsed(write_json(self.*report, self.found, language::english)); },
          "The canonical JSON as dicts and lists.")
      .def_property_readonly("findings", [](const Answer& self) { return list_of(self.found); })
      .def_property_readonly(
          "ok", [](const Answer& self) { return !self.found.has_errors(); }, "Whether there is no error.");
}

void bind_answers(py::module_& to) {
  py::class_<statistic_answer, std::shared_ptr<statistic_answer>> statistics(to, "Statistics", "A statistic.");
  statistics.def_property_readonly("of", [](const statistic_answer& self) { return str_of(name_of(self.table.of)); })
      .def_property_readonly(
          "first", [](const statistic_answer& self) { return str_of(to_string(first_month(self.table.query))); },
          "The first month, \"2026-10\".")
      .def_property_readonly("last",
                             [](const statistic_answer& self) { return str_of(to_string(self.table.query.to)); })
      .def_property_readonly(
          "rows",
          [](const statistic_answer& self) {
            return std::visit([](const auto& rows) { return python_list(rows); }, self.table.rows);
          },
          "The rows: amounts Decimal, durations int seconds, dates date.")
      .def_property_readonly(
          "left_out", [](const statistic_answer& self) { return python_list(self.table.left_out); },
          "Visits that the rules do not bill, by reason.");
  add_forms(statistics, &statistic_answer::table);

  py::class_<alert_answer, std::shared_ptr<alert_answer>> alerts(to, "AlertNews", "Alerts that are told once.");
  alerts
      .def_property_readonly(
          "rows", [](const alert_answer& self) { return python_list(self.report.news.events); },
          "What is to be told, begun or ended: dates date, durations int seconds.")
      .def_property_readonly(
          "standing", [](const alert_answer& self) { return self.report.news.standing; },
          "How many were told before and still stand.")
      .def_property_readonly("now", [](const alert_answer& self) { return datetime_of(self.report.now); })
      .def_property_readonly(
          "ledger", [](const alert_answer& self) { return rendered([&] { return write_json(self.report.after); }); },
          "The ledger to keep for the next time, as JSON.");
  add_forms(alerts, &alert_answer::report);

  py::class_<export_answer, std::shared_ptr<export_answer>>(to, "LedgerExport",
                                                            "A part of a ledger for another operator.")
      .def_property_readonly(
          "part", [](const export_answer& self) { return rendered([&] { return write_json(self.done.part); }); },
          "The part, itself a ledger, as JSON.")
      .def_property_readonly(
          "facts", [](const export_answer& self) { return python_list(self.done.facts); },
          "What of each kind was taken and left out: amounts Decimal.")
      .def(
          "to_json",
          [](const export_answer& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return write_json(self.done, self.by, self.id, self.found, in); });
          },
          py::arg("lang") = "en", "Canonical JSON, esppadom/ledger-export/1.")
      .def(
          "to_csv", [](const export_answer& self) { return str_of(write_csv(table_of(self.done))); },
          "What was taken and left out as CSV.")
      .def_property_readonly("findings", [](const export_answer& self) { return list_of(self.found); });

  py::class_<reconcile_answer, std::shared_ptr<reconcile_answer>> reconciliations(to, "Reconciliation",
                                                                                  "Invoices held against a request.");
  reconciliations
      .def_property_readonly(
          "with_rules", [](const reconcile_answer& self) { return self.report.with_rules; },
          "Whether amounts were compared with what the rules give.")
      .def_property_readonly("total", [](const reconcile_answer& self) { return python_of(self.report.total); })
      .def_property_readonly("sums", [](const reconcile_answer& self) { return python_list(self.report.sums); })
      .def_property_readonly(
          "left_out", [](const reconcile_answer& self) { return python_list(self.report.left_out); },
          "Lines that are in no sum.")
      .def_property_readonly(
          "rows", [](const reconcile_answer& self) { return python_list(self.report.rows); },
          "The differences: amounts Decimal, durations int seconds.");
  add_forms(reconciliations, &reconcile_answer::report);

  py::class_<trial_balance_table, std::shared_ptr<trial_balance_table>>(to, "TrialBalance",
                                                                        "The trial balance of a ledger.")
      .def_readonly("balanced", &trial_balance_table::balanced, "Whether the control is 0 in every row.")
      .def_property_readonly("first", [](const trial_balance_table& self) { return str_of(to_string(self.from)); })
      .def_property_readonly("last", [](const trial_balance_table& self) { return str_of(to_string(self.to)); })
      .def_property_readonly(
          "rows", [](const trial_balance_table& self) { return python_list(self.rows); }, "The rows: amounts Decimal.")
      .def_property_readonly(
          "months_without_documents",
          [](const trial_balance_table& self) { return python_list(self.months_without_documents); },
          "Months in which nothing was billed, \"2026-10\".")
      .def(
          "to_json", [](const trial_balance_table& self) { return str_of(write_json(self)); },
          "Canonical JSON, esppadom/trial-balance/1.")
      .def(
          "to_csv",
          [](const trial_balance_table& self) {
            return str_of(write_csv(table_of(std::span<const balance_row>(self.rows))));
          },
          "The rows as CSV.");
}

void bind_statements(py::module_& to) {
  const auto page = [](const sealed_service_fait& self, const std::string& lang) {
    const auto in = language_from(lang);
    return rendered([&] { return write_html(self, in); });
  };
  py::class_<sealed_service_fait, std::shared_ptr<sealed_service_fait>>(
      to, "Statement", "A sealed statement of service rendered of one beneficiary and month.")
      .def_property_readonly("beneficiary",
                             [](const sealed_service_fait& self) { return str_of(self.statement.beneficiary); })
      .def_property_readonly(
          "month", [](const sealed_service_fait& self) { return str_of(to_string(self.statement.month)); },
          "The month, \"2026-10\".")
      .def_property_readonly(
          "seal", [](const sealed_service_fait& self) { return str_of(self.seal); },
          "Its SHA-256; that of the last one is kept elsewhere, as the head of the chain.")
      .def_property_readonly(
          "json", [](const sealed_service_fait& self) { return str_of(write_json(self)); },
          "What is kept, byte for byte.")
      .def("to_html", page, py::arg("lang") = "fr", "One page to read, sign and file; what is sealed is the JSON.")
      .def("_repr_html_", [page](const sealed_service_fait& self) { return page(self, "fr"); });

  py::class_<cpom_answer, std::shared_ptr<cpom_answer>>(to, "CpomStatement",
                                                        "What contracts (CPOM) authorised, performed and billed.")
      .def(
          "to_json",
          [](const cpom_answer& self, const std::string& lang) {
            const auto in = language_from(lang);
            return rendered([&] { return write_json(self.statement, self.found, in); });
          },
          py::arg("lang") = "en", "Canonical JSON, esppadom/cpom/1.")
      .def(
          "to_csv",
          [](const cpom_answer& self, const std::string& of) {
            return str_of(write_csv(cpom_table(self.statement, of)));
          },
          py::arg("of") = "rows", "The rows, the months or the contracts as CSV.")
      .def_property_readonly(
          "data",
          [](const cpom_answer& self) { return parsed(write_json(self.statement, self.found, language::english)); },
          "The canonical JSON as dicts and lists.")
      .def_property_readonly(
          "contracts", [](const cpom_answer& self) { return python_list(self.statement.contracts); },
          "A provider each: amounts Decimal, durations int seconds.")
      .def_property_readonly(
          "months", [](const cpom_answer& self) { return python_list(self.statement.months); },
          "Objectives, advances and balance by month: amounts Decimal.")
      .def_property_readonly(
          "rows", [](const cpom_answer& self) { return python_list(self.statement.rows); },
          "By objective, month and service: amounts Decimal, durations int seconds.")
      .def_property_readonly("findings", [](const cpom_answer& self) { return list_of(self.found); })
      .def_property_readonly(
          "ok", [](const cpom_answer& self) { return !self.found.has_errors(); }, "Whether there is no error.");
}

}  // namespace

void bind_oversight(py::module_& to) {
  bind_answers(to);
  bind_statements(to);
  py::class_<invoices, std::shared_ptr<invoices>>(to, "Invoices", "Invoices that are to be checked.")
      .def(py::init<>())
      .def("add", &add_invoices, py::arg("messages"), "Takes what it needs.")
      .def("read", &read_invoices, py::arg("source"), py::arg("name") = "",
           "Invoices of files; whether all could be read.")
      .def("note_findings", &note_findings_of, py::arg("reader"), "Findings of a reader whose messages were added.");
  to.def("statistics", &take_statistic, py::arg("request"), py::arg("of"), py::arg("period"), py::arg("first"),
         py::arg("last"), py::arg("as_of"), py::arg("now"), py::arg("beneficiary"), py::arg("provider"),
         py::arg("caregiver"), py::arg("service"), py::arg("funder"), py::arg("smallest_group") = py::none(),
         "Bills the request and takes a statistic.");
  to.def("told_alerts", &tell_alerts_of, py::arg("request"), py::arg("as_of"), py::arg("now"), py::arg("beneficiary"),
         py::arg("provider"), "Bills the request and tells alerts once.");
  to.def("export_ledger", &part_of_ledger, py::arg("ledger"), py::arg("name"), py::arg("by"), py::arg("id"),
         "The part of a ledger that another operator needs.");
  to.def("merge_ledgers", &whole_ledger, py::arg("parts"), "One ledger of several parts, as JSON.");
  to.def("reconcile", &reconcile_with, py::arg("request"), py::arg("invoices"), py::arg("first"), py::arg("last"),
         py::arg("as_of"), py::arg("provider"), py::arg("funder"), py::arg("service"), py::arg("by"),
         "Holds invoices against the request.");
  to.def("trial_balance", &balance_of, py::arg("ledger"), py::arg("name"), py::arg("first"), py::arg("last"),
         py::arg("funder"), py::arg("provider"), "The trial balance of a ledger.");
  to.def("service_fait", &statements_of, py::arg("ledger"), py::arg("name"), py::arg("first"), py::arg("last"),
         py::arg("beneficiary"), py::arg("keep_years"), py::arg("before"), "Statements, and findings.");
  to.def("cpom", &cpom_statement_from, py::arg("ledger"), py::arg("name"), py::arg("rules"), py::arg("first"),
         py::arg("last"), py::arg("funder"), py::arg("provider"), "The statement of the contracts of a ledger.");
  to.def("reconcile_own", &reconcile_own_of, py::arg("bill"), "The invoices of a run held against its facts.");
  to.def("verify", &verified, py::arg("statements"), py::arg("head"), "What is wrong with statements that were kept.");
}

}  // namespace py_api
