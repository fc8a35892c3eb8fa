// Requests, billing and correction rates.

#include "esppadom/bill/comparison.hpp"
#include "esppadom/bill/own_invoices.hpp"
#include "esppadom/bill/rates.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/explanation.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/reconcile_report.hpp"
#include "esppadom/exchange/report_page.hpp"
#include "handles.hpp"

using namespace c_api;

namespace {

using esppadom::error_code;
using esppadom::findings;

problem add(esppadom::bill_request& request, esppadom::any_message message) {
  if (auto* one = std::get_if<esppadom::order>(&message)) {
    request.messages.add(std::move(*one));
  } else if (const auto* visit = std::get_if<esppadom::delivery>(&message)) {
    request.messages.add(*visit);
  } else {
    return because(error_code::unsupported, "message");
  }
  return none();
}

problem texts_of(const esppadom_view* given, std::uint64_t size, const char* argument, std::vector<std::string>& out) {
  if (given == nullptr && size != 0) return null_argument(argument);
  for (std::uint64_t i = 0; i < size; ++i) {
    if (is_broken(given[i])) return null_argument(argument);
    out.emplace_back(text_of(given[i]));
  }
  return none();
}

problem options_of(const esppadom_bill_options& given, esppadom::bill_request& out) {
  for (const auto& view : {given.month, given.as_of, given.issued_at, given.transaction_id}) {
    if (is_broken(view)) return null_argument("options");
  }
  const auto month = esppadom::parse_local_month(text_of(given.month));
  if (!month) return because(month.error(), "month");
  const auto as_of = esppadom::parse_local_date(text_of(given.as_of));
  if (!as_of) return because(as_of.error(), "as_of");
  const auto issued_at = esppadom::parse_local_time(text_of(given.issued_at));
  if (!issued_at) return because(issued_at.error(), "issued_at");
  if (text_of(given.transaction_id).empty()) return because(error_code::missing, "transaction_id");
  if (given.stage != ESPPADOM_FINAL && given.stage != ESPPADOM_PRO_FORMA) {
    return because(error_code::unknown_name, "stage");
  }
  std::vector<std::string> complete;
  std::vector<std::string> validated;
  ESPPADOM_C_TRY(texts_of(given.complete_for, given.complete_for_size, "complete_for", complete));
  ESPPADOM_C_TRY(texts_of(given.validated, given.validated_size, "validated", validated));
  out.month = *month;
  out.as_of = *as_of;
  out.with = {*issued_at, std::string(text_of(given.transaction_id)),
              given.stage == ESPPADOM_PRO_FORMA ? esppadom::issue_stage::pro_forma : esppadom::issue_stage::final,
              std::move(validated)};
  out.complete.clear();
  for (auto& provider : complete)
    out.complete.push_back({std::move(provider), *month});
  return none();
}

/// Sets when and how a request is billed, and refuses what may not be.
problem ask(esppadom_request& request, const esppadom_bill_options* options) {
  esppadom_bill_options given;
  ESPPADOM_C_TRY(read_struct(options, given));
  ESPPADOM_C_TRY(options_of(given, request.content));
  auto found = request.found;
  if (refuse_unread(request.content, found)) return because(error_code::unreadable, found, "complete_for");
  return none();
}

}  // namespace

extern "C" {

esppadom_status esppadom_request_new(esppadom_request** request, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    return give(std::make_unique<esppadom_request>(), request);
  });
}

void esppadom_request_free(esppadom_request* request) { delete request; }

esppadom_status esppadom_request_add(esppadom_request* request, const esppadom_message* message,
                                     esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(message);
    return add(request->content, message->content);
  });
}

esppadom_status esppadom_request_read(esppadom_request* request, esppadom_view path, esppadom_findings* findings,
                                      esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(path.data);
    ESPPADOM_C_NEED(findings);
    esppadom::findings found;
    ESPPADOM_C_TRY(read_messages(
        path, {esppadom::message_kind::order, esppadom::message_kind::delivery}, found,
        [&](esppadom::any_message&& message) { static_cast<void>(add(request->content, std::move(message))); }));
    request->found.merge(found);
    add_to(findings, std::move(found));
    return none();
  });
}

esppadom_status esppadom_request_set_rules(esppadom_request* request, const esppadom_rules* rules,
                                           esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(rules);
    request->content.rules = rules->book;
    return none();
  });
}

esppadom_status esppadom_request_set_circumstances(esppadom_request* request, esppadom_view json, esppadom_view name,
                                                   esppadom_findings* findings, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    return read_json(json, name, findings, request->content.given, [&](std::string_view text, auto& found) {
      esppadom::json_read_options options;
      options.file = text_of(name);
      return esppadom::read_circumstances_json(text, found, options);
    });
  });
}

esppadom_status esppadom_request_set_ledger(esppadom_request* request, esppadom_view json, esppadom_view name,
                                            esppadom_findings* findings, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    return read_json(json, name, findings, request->content.before, [&](std::string_view text, auto& found) {
      auto read = esppadom::read_ledger_json(
          text, found, {esppadom::json_strictness::strict, esppadom::ledger_json_limits, text_of(name)});
      if (read) request->of_ledger = found;
      return read;
    });
  });
}

esppadom_status esppadom_bill_run(esppadom_request* request, const esppadom_bill_options* options, esppadom_bill** bill,
                                  esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(options);
    ESPPADOM_C_NEED(bill);
    ESPPADOM_C_TRY(ask(*request, options));
    auto made = std::make_unique<esppadom_bill>();
    made->result = esppadom::bill(request->content);
    made->found = together(*request, made->result.found);
    made->asked.month = request->content.month;
    made->asked.as_of = request->content.as_of;
    made->asked.with = request->content.with;
    made->asked.rules = request->content.rules;
    made->asked.given = request->content.given;
    return give(std::move(made), bill);
  });
}

esppadom_status esppadom_bill_json(const esppadom_bill* bill, int32_t language, esppadom_text* json,
                                   esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(bill);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    return give(write_bill_json(bill->asked, bill->result, bill->found, in), json);
  });
}

esppadom_status esppadom_bill_findings(const esppadom_bill* bill, esppadom_findings* findings, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(bill);
    ESPPADOM_C_NEED(findings);
    findings->all.merge(bill->result.found);
    return none();
  });
}

esppadom_status esppadom_bill_ledger(const esppadom_bill* bill, esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(bill);
    return give(write_json(bill->result.after), json);
  });
}

uint64_t esppadom_bill_invoice_count(const esppadom_bill* bill) {
  return bill == nullptr ? 0 : bill->result.messages.size();
}

esppadom_status esppadom_bill_invoice(const esppadom_bill* bill, uint64_t index, esppadom_message** invoice,
                                      esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(bill);
    ESPPADOM_C_NEED(invoice);
    if (index >= bill->result.messages.size()) return because(error_code::out_of_range, "index");
    return give(
        std::unique_ptr<esppadom_message>(new esppadom_message{bill->result.messages[static_cast<std::size_t>(index)]}),
        invoice);
  });
}

esppadom_status esppadom_bill_report(const esppadom_bill* bill, int32_t language, esppadom_text* html,
                                     esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(bill);
    ESPPADOM_C_NEED(html);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    return give(write_html(month_report(bill->asked, bill->result, bill->found, in), in), html);
  });
}

esppadom_status esppadom_bill_reconcile(const esppadom_bill* bill, int32_t language, esppadom_text* json,
                                        esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(bill);
    ESPPADOM_C_NEED(json);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    const auto report = reconcile_own(bill->result);
    return give(write_json(report, report.found, in), json);
  });
}

esppadom_status esppadom_compare(esppadom_request* request, const esppadom_bill_options* options,
                                 const esppadom_rules* other, int32_t language, esppadom_text* json,
                                 esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(options);
    ESPPADOM_C_NEED(other);
    ESPPADOM_C_NEED(json);
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    ESPPADOM_C_TRY(ask(*request, options));
    auto result = esppadom::bill(request->content);
    const auto compared = compare_bills(request->content, result, other->book);
    const auto found = together(*request, std::move(result.found));
    return give(write_bill_json(request->content, result, found, in, &compared), json);
  });
}

esppadom_status esppadom_explain(esppadom_request* request, const esppadom_bill_options* options,
                                 esppadom_view delivery, esppadom_view provider, int32_t form, int32_t language,
                                 esppadom_text* explanation, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    ESPPADOM_C_NEED(options);
    ESPPADOM_C_NEED_VIEW(delivery);
    ESPPADOM_C_NEED_VIEW(provider);
    ESPPADOM_C_NEED(explanation);
    esppadom_bill_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    ESPPADOM_C_TRY(options_of(given, request->content));
    esppadom::explanation_format as{};
    ESPPADOM_C_TRY(choice_of(form, "form", as));
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(language, in));
    std::string text;
    const auto code = explain_visit(request->content, text_of(delivery), text_of(provider), as, in).get(text);
    if (code != error_code::success) return because(code, text_of(delivery));
    return give(text, explanation);
  });
}

void esppadom_bill_free(esppadom_bill* bill) { delete bill; }

esppadom_status esppadom_correction_rate(const esppadom_request* request, const esppadom_rate_options* options,
                                         esppadom_text* json, esppadom_error** error) {
  return guarded(error, [&]() -> problem {
    ESPPADOM_C_NEED(request);
    esppadom_rate_options given;
    ESPPADOM_C_TRY(read_struct(options, given));
    esppadom::language in{};
    ESPPADOM_C_TRY(language_of(given.language, in));
    esppadom::rate_query query;
    if (!text_of(given.by).empty()) {
      const auto by = esppadom::parse_enum<esppadom::correction_group>(text_of(given.by));
      if (!by) return because(by.error(), "by");
      query.by = *by;
    }
    if (!text_of(given.unit).empty()) {
      const auto unit = esppadom::parse_enum<esppadom::correction_unit>(text_of(given.unit));
      if (!unit) return because(unit.error(), "unit");
      query.unit = *unit;
    }
    if (!text_of(given.month).empty()) {
      const auto month = esppadom::parse_local_month(text_of(given.month));
      if (!month) return because(month.error(), "month");
      query.month = *month;
    }
    auto rates = rate_messages(request->content.messages, request->content.rules, query);
    return give(write_json(rates.table, together(*request, std::move(rates.found)), in), json);
  });
}

}  // extern "C"
