// The operations that answer at once. No rule of billing is here: requests are handed to the library as they are.

#include "operations.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "esppadom/exchange/apa_report.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/explanation.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/rule_report.hpp"
#include "esppadom/library.hpp"
#include "esppadom/message/checks.hpp"
#include "runs.hpp"

namespace java {

using esppadom::error_code;
using esppadom::findings;

outcome library(const library_request&, library_info& answer) {
  answer.version = esppadom::library_version();
  answer.layout = layout_hash(whole_layout());
  return std::nullopt;
}

outcome check(const check_request& asked, check_result& answer) {
  findings found;
  if (asked.message.order) esppadom::check(*asked.message.order, found);
  if (asked.message.delivery) esppadom::check(*asked.message.delivery, found);
  if (asked.message.invoice) esppadom::check(*asked.message.invoice, found);
  answer.findings = rows_of(found, asked.language);
  return std::nullopt;
}

outcome validate(const validation_request& asked, validation_result& answer) {
  esppadom::validation_options how;
  findings of_profile;
  const auto code = asked.own_profile ? load_severity_profile(asked.own_profile->content.content, of_profile,
                                                              reading(*asked.own_profile))
                                            .get(how.levels)
                                      : esppadom::built_in_profile(asked.profile).get(how.levels);
  if (code != error_code::success) return because(code, of_profile, "profile", asked.language);

  esppadom::validator checks(how);
  esppadom::validation done;
  const auto add = [&](esppadom::input& one) {
    done.files.push_back(checks.add(std::move(one.bytes), one.name));
    answer.readable = answer.readable && done.files.back().message.has_value();
    return true;
  };
  const auto paths = paths_of(asked.paths);
  findings of_inputs;
  if (!paths.empty()) for_each_input(paths, of_inputs, {}, add);
  for (const auto& one : asked.documents)
    for_each_input(one.content.content, one.name, of_inputs, {}, add);
  answer.readable = answer.readable && !of_inputs.has_errors();
  checks.found().merge(std::move(of_inputs));
  done.found = checks.finish([&](const auto& wanted, const auto& each) {
    findings told;  // when they were read first
    const auto again = [&](esppadom::input& one) {
      if (wanted(one.name)) each(one.name, std::move(one.bytes));
      return true;
    };
    if (!paths.empty()) for_each_input(paths, told, {}, again);
    for (const auto& one : asked.documents)
      for_each_input(one.content.content, one.name, told, {}, again);
  });

  answer.errors = static_cast<std::int64_t>(done.found.count(esppadom::severity::error));
  answer.warnings = static_cast<std::int64_t>(done.found.count(esppadom::severity::warning));
  answer.report = report_of(done, asked.language);
  switch (asked.form) {
    case report_form::sarif:
      answer.document.content = write_sarif(done, asked.language);
      break;
    case report_form::junit:
      answer.document.content = write_junit(done, asked.language);
      break;
    case report_form::json:
      answer.document.content = write_json(answer.report);
      break;
  }
  return std::nullopt;
}

outcome check_rules(const rules_request& asked, rules_result& answer) {
  findings found;
  esppadom::rule_book book;
  const auto code = check_rule_book(asked.rules.content.content, found, reading(asked.rules)).get(book);
  answer.usable = code == error_code::success;
  if (answer.usable) answer.canonical = write_rule_book(book);
  answer.findings = rows_of(found, asked.language);
  return std::nullopt;
}

outcome show_rules(const rules_query& asked, json_document& answer) {
  findings found;
  esppadom::rule_book book;
  esppadom::rule_query query;
  if (auto met = query_of(asked, found, book, query)) return met;
  answer.json = write_json(esppadom::show_rules(book, query), book, query, asked.language);
  return std::nullopt;
}

outcome correction_rate(const rate_request& asked, rate_result& answer) {
  findings found;
  esppadom::rule_book rules;
  if (asked.rules) {
    if (auto met = read_rules(*asked.rules, asked.language, found, rules)) return met;
  }
  esppadom::increment messages;
  for (const auto& one : asked.deliveries)
    messages.add(one);
  answer.readable = read_all<esppadom::delivery>(asked.paths, esppadom::message_kind::delivery, found,
                                                 [&](const esppadom::delivery& one) { messages.add(one); });
  auto rates = rate_messages(messages, rules, {asked.by, asked.month, asked.unit});
  found.merge(std::move(rates.found));

  const auto percent = [](const esppadom::correction_tally& tally, esppadom::correction_unit unit) {
    return decimal_of(to_percent(esppadom::correction_rate(tally, unit)));
  };
  const auto total = rates.table.total();
  answer.interventions = total.interventions;
  answer.corrected = total.corrected;
  if (const auto unit = rates.table.unit()) answer.rate_pct = percent(total, *unit);
  for (const auto& row : rates.table.rows)
    answer.rows.push_back(
        {row.group, row.month, row.tally.interventions, row.tally.corrected, percent(row.tally, row.unit)});
  answer.findings = rows_of(found, asked.language);
  answer.json = write_json(rates.table, found, asked.language);
  return std::nullopt;
}

outcome apa(const apa_request& asked, apa_result& answer) {
  const auto result =
      esppadom::answer_of({asked.date, asked.mtp, {asked.gir, asked.plan, asked.resources, asked.couple}});
  if (!result) return because(result.error(), "apa");
  const auto places = [](const esppadom::fraction& value, unsigned count) {
    return round(value, count, esppadom::rounding_mode::half_up).value_or(esppadom::decimal());
  };
  answer.accepted = places(result->share.accepted, 4);
  answer.participation = places(result->share.participation, 4);
  answer.rate = places(result->share.rate, 6);
  answer.paid = result->share.paid;
  answer.json = write_json(*result);
  return std::nullopt;
}

outcome explain(const explanation_request& asked, explanation_result& answer) {
  findings found;
  esppadom::bill_request request;
  if (auto met = fill(asked.billing, found, request)) return met;
  const auto code = explain_visit(request, asked.delivery, asked.provider, asked.form, asked.billing.language)
                        .get(answer.document.content);
  if (code != error_code::success) return because(code, "delivery " + asked.delivery);
  return std::nullopt;
}

}  // namespace java
