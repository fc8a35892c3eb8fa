// Statistics, invoices held against a request, statements.

#include "esppadom/exchange/oversight.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/cpom_report.hpp"
#include "esppadom/exchange/ledger_transfer.hpp"
#include "esppadom/exchange/reconcile_report.hpp"
#include "esppadom/exchange/statement_page.hpp"
#include "esppadom/exchange/statistics_report.hpp"
#include "handles.hpp"

using namespace c_api;

struct esppadom_invoices {
  esppadom::stated_invoices documents;
  esppadom::findings found;  ///< of invoices read from files
};

struct esppadom_statements {
  struct one {
    esppadom::sealed_service_fait sealed;
    std::string month;
    std::string json;
  };
  std::vector<one> all;
};

namespace {

using esppadom::error_code;
using esppadom::findings;

problem question_of(const esppadom_statistics_options& given, esppadom::statistics_question& out) {
  ESPPADOM_C_TRY(named_of(given.of, "of", out.of));
  ESPPADOM_C_TRY(named_of(given.period, "period", out.period));
  ESPPADOM_C_TRY(month_of(given.from, "from", out.from));
  ESPPADOM_C_TRY(month_of(given.to, "to", out.to));
  ESPPADOM_C_TRY(date_of(given.as_of, "as_of", out.as_of));
  ESPPADOM_C_TRY(
      parsed(given.now, "now", out.now, [](std::string_view text) { return esppadom::parse_local_time(text); }));
  ESPPADOM_C_TRY(value_of(given.beneficiary, "beneficiary", out.beneficiary));
  ESPPADOM_C_TRY(value_of(given.provider, "provider", out.provider));
  ESPPADOM_C_TRY(value_of(given.caregiver, "caregiver", out.caregiver));
  ESPPADOM_C_TRY(value_of(given.service, "service", out.service));
  if (given.smallest_group != 0) out.smallest_group = given.smallest_group;
  return value_of(given.funder, "funder", out.funder);
}

problem question_of(const esppadom_reconcile_options& given, esppadom::reconcile_question& out) {
  ESPPADOM_C_TRY(month_of(given.from, "from", out.query.from));
  ESPPADOM_C_TRY(month_of(given.to, "to", out.query.to));
  ESPPADOM_C_TRY(date_of(given.as_of, "as_of", out.as_of));
  ESPPADOM_C_TRY(value_of(given.provider, "provider", out.query.provider));
  ESPPADOM_C_TRY(value_of(given.payer, "payer", out.query.payer));
  ESPPADOM_C_TRY(value_of(given.service, "service", out.query.service));
  return named_of(given.by, "by", out.query.by);
}

problem question_of(const esppadom_service_fait_options& given, esppadom::service_fait_question& out) {
  if (text_of(given.from).empty()) return because(error_code::missing, "from");
  ESPPADOM_C_TRY(month_of(given.from, "from", out.from));
  ESPPADOM_C_TRY(month_of(given.to, "to", out.to));
  ESPPADOM_C_TRY(value_of(given.beneficiary, "beneficiary", out.beneficiary));
  if (given.keep_years < 0) return because(error_code::out_of_range, "keep_years");
  if (given.keep_years > 0) out.keep_years = given.keep_years;
  return none();
}

/// Two texts in turn, so many times.
problem pairs_of(const esppadom_view* given, std::uint64_t size, const char* argument,
                 std::vector<std::pair<std::string, std::string>>& out) {
  if (size == 0) return none();
  if (given == nullptr) return null_argument(argument);
  if (size % 2 != 0) return because(error_code::invalid_value, argument);
  for (std::uint64_t i = 0; i < size; i += 2) {
    if (is_broken(given[i]) || is_broken(given[i + 1])) return null_argument(argument);
    out.emplace_back(text_of(given[i]), text_of(given[i + 1]));
  }
  return none();
}

/// Two texts for the caller, or none when there is no memory for both.
problem give_both(std::string_view first, esppadom_text* to, std::string_view second, esppadom_text* other) {
  esppadom_text kept{};
  ESPPADOM_C_TRY(give(first, &kept));
  std::unique_ptr<char[]> owned(kept.data);
  ESPPADOM_C_TRY(give(second, other));
  *to = {owned.release(), kept.size};
  return none();
}

problem ledger_of(esppadom_view json, esppadom_view name, esppadom_findings* collector, esppadom::ledger& out) {
  return read_json(json, name, collector, out, [&](std::string_view text, auto& found) {
    return esppadom::read_ledger_json(text, found,
                                      {esppadom::json_strictness::strict, esppadom::ledger_json_limits, text_of(name)});
  });
}

}  // namespace

extern "C" {

esppadom_status esppadom_statistics(esppadom_request* request, const esppadom_statistics_options* options,
                                    esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(options);
    ESPPADOM_C_NEED(json);
    esppadom_statistics_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(given.language, in));
    if (text_of(given.of).empty()) return because(error_code::missing, "of");
    esppadom::statistics_question asked;
    ESPPADOM_C_TRY(question_of(given, asked));
    findings found;
    esppadom::statistic_table table;
    const auto code = statistics_of(request->content, asked, found).get(table);
    if (code != error_code::success)
      return because(code, found, code == error_code::conflict ? "ledger" : "smallest_group");
    return give(write_json(table, together(*request, std::move(found)), in), json);
  });
}

esppadom_status esppadom_told_alerts(esppadom_request* request, const esppadom_statistics_options* options,
                                     esppadom_text* json, esppadom_text* ledger, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(json);
    ESPPADOM_C_NEED(ledger);
    esppadom_statistics_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(given.language, in));
    esppadom::statistics_question asked;
    ESPPADOM_C_TRY(question_of(given, asked));
    findings found;
    esppadom::alert_report report;
    const auto code = told_alerts_of(request->content, asked, found).get(report);
    if (code != error_code::success) return because(code, found, "ledger");
    return give_both(write_json(report, together(*request, std::move(found)), in), json, write_json(report.after),
                     ledger);
  });
}

esppadom_status esppadom_ledger_export(esppadom_view ledger, esppadom_view name, esppadom_view by, esppadom_view id,
                                       int32_t language, esppadom_findings* findings, esppadom_text* part,
                                       esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(part);
    ESPPADOM_C_NEED_VIEW(id);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    if (text_of(by).empty()) return because(error_code::missing, "by");
    esppadom::ledger_cut cut{};
    ESPPADOM_C_TRY(named_of(by, "by", cut));
    esppadom::ledger all;
    ESPPADOM_C_TRY(ledger_of(ledger, name, findings, all));
    esppadom::findings found;
    esppadom::ledger_export done;
    const auto code = exported(all, cut, text_of(id), found).get(done);
    problem met = code == error_code::success ? none() : because(code, found, "id");
    const auto report = code == error_code::success ? write_json(done, cut, text_of(id), found, in) : std::string();
    add_to(findings, std::move(found));
    if (met.status != ESPPADOM_SUCCESS) return met;
    if (json == nullptr) return give(write_json(done.part), part);
    return give_both(write_json(done.part), part, report, json);
  });
}

esppadom_status esppadom_ledger_merge(const esppadom_view* parts, uint64_t parts_size, esppadom_findings* findings,
                                      esppadom_text* ledger, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(ledger);
    std::vector<std::pair<std::string, std::string>> pairs;
    ESPPADOM_C_TRY(pairs_of(parts, parts_size, "parts", pairs));
    std::vector<esppadom::ledger> all;
    for (const auto& [name, json] : pairs)
      ESPPADOM_C_TRY(ledger_of(view_of(json), view_of(name), findings, all.emplace_back()));
    esppadom::findings found;
    esppadom::ledger whole;
    const auto code = merged_ledger(std::move(all), found).get(whole);
    problem met = code == error_code::success ? none() : because(code, found, "parts");
    add_to(findings, std::move(found));
    if (met.status != ESPPADOM_SUCCESS) return met;
    return give(write_json(whole), ledger);
  });
}

esppadom_status esppadom_invoices_new(esppadom_invoices** invoices, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(invoices);
    return give(std::make_unique<esppadom_invoices>(), invoices);
  });
}

void esppadom_invoices_free(esppadom_invoices* invoices) { delete invoices; }

esppadom_status esppadom_invoices_add(esppadom_invoices* invoices, const esppadom_message* message,
                                      esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(invoices);
    ESPPADOM_C_NEED(message);
    const auto* one = std::get_if<esppadom::invoice>(&message->content);
    if (one == nullptr) return because(error_code::unsupported, "message");
    invoices->documents.add(*one);
    return none();
  });
}

esppadom_status esppadom_invoices_read(esppadom_invoices* invoices, esppadom_view path, esppadom_findings* findings,
                                       esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(invoices);
    ESPPADOM_C_NEED(findings);
    esppadom::findings found;
    ESPPADOM_C_TRY(
        read_messages(path, {esppadom::message_kind::invoice}, found, [&](const esppadom::any_message& message) {
          if (const auto* one = std::get_if<esppadom::invoice>(&message)) invoices->documents.add(*one);
        }));
    invoices->found.merge(found);
    add_to(findings, std::move(found));
    return none();
  });
}

esppadom_status esppadom_reconcile(esppadom_request* request, const esppadom_invoices* invoices,
                                   const esppadom_reconcile_options* options, esppadom_text* json,
                                   esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(invoices);
    ESPPADOM_C_NEED(json);
    esppadom_reconcile_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(given.language, in));
    esppadom::reconcile_question asked;
    ESPPADOM_C_TRY(question_of(given, asked));
    findings found;
    esppadom::reconciliation report;
    const auto code = reconciliation_of(request->content, invoices->documents, asked, found).get(report);
    if (code != error_code::success) return because(code, found, "ledger");
    auto of_reading = invoices->found;
    of_reading.merge(std::move(found));
    return give(write_json(report, together(*request, std::move(of_reading)), in), json);
  });
}

esppadom_status esppadom_statements_trial_balance(esppadom_view ledger, esppadom_view name,
                                                  const esppadom_balance_options* options, esppadom_findings* findings,
                                                  esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(json);
    esppadom_balance_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    esppadom::trial_balance_question asked;
    ESPPADOM_C_TRY(month_of(given.from, "from", asked.from));
    ESPPADOM_C_TRY(month_of(given.to, "to", asked.to));
    ESPPADOM_C_TRY(value_of(given.funder, "funder", asked.funder));
    ESPPADOM_C_TRY(value_of(given.provider, "provider", asked.provider));
    esppadom::ledger facts;
    ESPPADOM_C_TRY(ledger_of(ledger, name, findings, facts));
    return give(write_json(trial_balance_of(facts, asked)), json);
  });
}

esppadom_status esppadom_statements_cpom(esppadom_view ledger, esppadom_view name, const esppadom_rules* rules,
                                         const esppadom_cpom_options* options, esppadom_findings* findings,
                                         esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(rules);
    ESPPADOM_C_NEED(json);
    esppadom_cpom_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(given.language, in));
    esppadom::cpom_question asked;
    ESPPADOM_C_TRY(month_of(given.from, "from", asked.from));
    ESPPADOM_C_TRY(month_of(given.to, "to", asked.to));
    ESPPADOM_C_TRY(value_of(given.funder, "funder", asked.funder));
    ESPPADOM_C_TRY(value_of(given.provider, "provider", asked.provider));
    esppadom::ledger facts;
    ESPPADOM_C_TRY(ledger_of(ledger, name, findings, facts));
    esppadom::findings found;
    esppadom::cpom_statement statement;
    const auto code = cpom_of(facts, rules->book, asked, found).get(statement);
    problem met = code == error_code::success ? none() : because(code, found, "ledger");
    const std::string text = code == error_code::success ? write_json(statement, found, in) : std::string();
    add_to(findings, std::move(found));
    if (met.status != ESPPADOM_SUCCESS) return met;
    return give(text, json);
  });
}

esppadom_status esppadom_statements_service_fait(esppadom_view ledger, esppadom_view name,
                                                 const esppadom_service_fait_options* options,
                                                 esppadom_findings* findings, esppadom_statements** statements,
                                                 esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(options);
    ESPPADOM_C_NEED(statements);
    esppadom_service_fait_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    esppadom::service_fait_question asked;
    ESPPADOM_C_TRY(question_of(given, asked));
    std::vector<std::pair<std::string, std::string>> pairs;
    ESPPADOM_C_TRY(pairs_of(given.before, given.before_size, "before", pairs));
    std::vector<esppadom::statement_before> before;
    for (auto& [beneficiary, json] : pairs)
      before.push_back({beneficiary, {beneficiary, std::move(json)}});
    esppadom::ledger facts;
    ESPPADOM_C_TRY(ledger_of(ledger, name, findings, facts));
    esppadom::findings found;
    std::vector<esppadom::sealed_service_fait> sealed;
    const auto code = service_fait_statements(facts, asked, before, found).get(sealed);
    problem met = code == error_code::success ? none() : because(code, found, "keep_years");
    add_to(findings, std::move(found));
    if (met.status != ESPPADOM_SUCCESS) return met;
    auto made = std::make_unique<esppadom_statements>();
    for (auto& one : sealed) {
      auto json = write_json(one);
      auto month = to_string(one.statement.month);
      made->all.push_back({std::move(one), std::move(month), std::move(json)});
    }
    return give(std::move(made), statements);
  });
}

uint64_t esppadom_statements_size(const esppadom_statements* statements) {
  return statements == nullptr ? 0 : statements->all.size();
}

esppadom_status esppadom_statements_at(const esppadom_statements* statements, uint64_t index,
                                       esppadom_statement* statement, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(statements);
    if (index >= statements->all.size()) return because(error_code::out_of_range, "index");
    const auto& one = statements->all[static_cast<std::size_t>(index)];
    return write_struct(esppadom_statement{0, 0, view_of(one.sealed.statement.beneficiary), view_of(one.month),
                                           view_of(one.sealed.seal), view_of(one.json)},
                        statement);
  });
}

esppadom_status esppadom_statements_html(const esppadom_statements* statements, uint64_t index, int32_t language,
                                         esppadom_text* html, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(statements);
    ESPPADOM_C_NEED(html);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    if (index >= statements->all.size()) return because(error_code::out_of_range, "index");
    return give(write_html(statements->all[static_cast<std::size_t>(index)].sealed, in), html);
  });
}

void esppadom_statements_free(esppadom_statements* statements) { delete statements; }

esppadom_status esppadom_statements_verify(const esppadom_view* kept, uint64_t kept_size, esppadom_view head,
                                           esppadom_findings* findings, int32_t* good, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(good);
    ESPPADOM_C_NEED_VIEW(head);
    std::vector<std::pair<std::string, std::string>> pairs;
    ESPPADOM_C_TRY(pairs_of(kept, kept_size, "kept", pairs));
    std::vector<esppadom::kept_statement> statements;
    for (auto& [name, json] : pairs)
      statements.push_back({std::move(name), std::move(json)});
    const std::string seal(text_of(head));
    esppadom::findings found;
    const bool fine = verify_chain(statements, seal.empty() ? std::nullopt : std::optional(seal), found);
    add_to(findings, std::move(found));
    *good = fine ? 1 : 0;
    return none();
  });
}

}  // extern "C"
