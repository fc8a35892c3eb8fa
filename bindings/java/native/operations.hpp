// The operations Java may call, in one table: a name, the request, the answer, the function. The client on the other
// side is printed from it, and docs/bindings.md says what they are called in each language.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "call_requests.hpp"
#include "field_requests.hpp"
#include "layout.hpp"
#include "oversight_requests.hpp"
#include "table_requests.hpp"

namespace java {

using outcome = std::optional<failure>;  ///< none: it worked

/// What stays open between calls: a reader, a writer, a conversion. One thread at a time.
class session {
 public:
  virtual ~session() = default;
};

class reader_session;
class writer_session;
class convert_session;
class run_session;

outcome library(const library_request& asked, library_info& answer);
outcome check(const check_request& asked, check_result& answer);
outcome field_of(const field_request& asked, field_text& answer);
outcome change_field(const field_change& asked, changed_message& answer);
outcome list_fields(const fields_request& asked, listed_fields& answer);
outcome validate(const validation_request& asked, validation_result& answer);
outcome check_rules(const rules_request& asked, rules_result& answer);
outcome show_rules(const rules_query& asked, json_document& answer);
outcome correction_rate(const rate_request& asked, rate_result& answer);
outcome explain(const explanation_request& asked, explanation_result& answer);
outcome apa(const apa_request& asked, apa_result& answer);
outcome conformance(const conformance_request& asked, conformance_result& answer);

outcome statistics(const statistics_request& asked, statistics_result& answer);
outcome told_alerts(const alerts_request& asked, alerts_result& answer);
outcome export_ledger(const ledger_export_request& asked, ledger_export_result& answer);
outcome merge_ledgers(const ledger_merge_request& asked, ledger_merge_result& answer);
outcome reconcile(const reconciliation_request& asked, reconciliation_result& answer);
outcome trial_balance(const trial_balance_request& asked, trial_balance_result& answer);
outcome cpom(const cpom_request& asked, cpom_result& answer);
outcome service_fait(const service_fait_request& asked, service_fait_result& answer);
outcome verify(const verification_request& asked, check_result& answer);
outcome report(const billing_request& asked, explanation_result& answer);
outcome compare(const comparison_request& asked, json_document& answer);
outcome reconcile_own(const billing_request& asked, reconciliation_result& answer);
outcome identify(const identify_request& asked, identify_result& answer);
outcome view(const view_request& asked, view_result& answer);
outcome diff(const diff_request& asked, diff_result& answer);
outcome round_durations(const round_request& asked, round_result& answer);
outcome split(const split_request& asked, split_result& answer);
outcome smooth(const smooth_request& asked, json_document& answer);
outcome calculate(const calculation_request& asked, json_document& answer);
outcome describe(const description_request& asked, json_document& answer);
outcome export_csv(const csv_export_request& asked, csv_export_result& answer);
outcome import_csv(const csv_import_request& asked, csv_import_result& answer);
outcome read_circumstances(const circumstances_request& asked, circumstances_result& answer);
outcome write_circumstances(const circumstances_text& asked, json_document& answer);

outcome open_reader(const read_request& asked, std::unique_ptr<session>& opened);
outcome open_writer(const write_request& asked, std::unique_ptr<session>& opened);
outcome open_conversion(const convert_request& asked, std::unique_ptr<session>& opened);
outcome open_table(const table_request& asked, std::unique_ptr<session>& opened);
outcome open_run(const billing_request& asked, std::unique_ptr<session>& opened);

outcome read_on(session& on, const next_request& asked, message_batch& answer);
outcome reader_now(session& on, const state_request& asked, reader_state& answer);
outcome write_on(session& on, const message_batch& asked, chunk& answer);
outcome finish_writing(session& on, const finish_request& asked, chunk& answer);
outcome convert_on(session& on, const state_request& asked, chunk& answer);
outcome converted(session& on, const state_request& asked, check_result& answer);
outcome table_on(session& on, const state_request& asked, table_buffers& answer);
outcome table_now(session& on, const state_request& asked, table_state& answer);
outcome add_to_run(session& on, const run_messages& asked, run_size& answer);
outcome bill_run(session& on, const state_request& asked, billing_result& answer);

/// An operation: `call` answers at once, `open` starts a session, `next` goes on with one.
template <class Function>
struct operation {
  std::string_view name;
  Function* function;
};

template <class Request, class Answer>
struct call_types {
  using request = Request;
  using answer = Answer;
};
template <class Request, class Answer>
call_types<Request, Answer> types_of(outcome (*)(const Request&, Answer&));
template <class Request, class Answer>
call_types<Request, Answer> types_of(outcome (*)(session&, const Request&, Answer&));

template <class Function>
using request_of = typename decltype(types_of(std::declval<Function*>()))::request;
template <class Function>
using answer_of = typename decltype(types_of(std::declval<Function*>()))::answer;

inline constexpr auto calls =
    std::tuple{operation<decltype(library)>{"library", library},
               operation<decltype(check)>{"check", check},
               operation<decltype(field_of)>{"field", field_of},
               operation<decltype(change_field)>{"changeField", change_field},
               operation<decltype(list_fields)>{"fields", list_fields},
               operation<decltype(validate)>{"validate", validate},
               operation<decltype(check_rules)>{"checkRules", check_rules},
               operation<decltype(show_rules)>{"showRules", show_rules},
               operation<decltype(correction_rate)>{"correctionRate", correction_rate},
               operation<decltype(explain)>{"explain", explain},
               operation<decltype(apa)>{"apa", apa},
               operation<decltype(conformance)>{"conformance", conformance},
               operation<decltype(statistics)>{"statistics", statistics},
               operation<decltype(told_alerts)>{"toldAlerts", told_alerts},
               operation<decltype(export_ledger)>{"exportLedger", export_ledger},
               operation<decltype(merge_ledgers)>{"mergeLedgers", merge_ledgers},
               operation<decltype(reconcile)>{"reconcile", reconcile},
               operation<decltype(trial_balance)>{"trialBalance", trial_balance},
               operation<decltype(service_fait)>{"serviceFait", service_fait},
               operation<decltype(verify)>{"verify", verify},
               operation<decltype(report)>{"report", report},
               operation<decltype(compare)>{"compare", compare},
               operation<decltype(cpom)>{"cpom", cpom},
               operation<decltype(reconcile_own)>{"reconcileOwn", reconcile_own},
               operation<decltype(identify)>{"identify", identify},
               operation<decltype(view)>{"view", view},
               operation<decltype(diff)>{"diff", diff},
               operation<decltype(round_durations)>{"roundDurations", round_durations},
               operation<decltype(split)>{"split", split},
               operation<decltype(smooth)>{"smooth", smooth},
               operation<decltype(calculate)>{"calculate", calculate},
               operation<decltype(describe)>{"describe", describe},
               operation<decltype(export_csv)>{"exportCsv", export_csv},
               operation<decltype(import_csv)>{"importCsv", import_csv},
               operation<decltype(read_circumstances)>{"readCircumstances", read_circumstances},
               operation<decltype(write_circumstances)>{"writeCircumstances", write_circumstances}};
inline constexpr auto opens = std::tuple{
    operation<decltype(open_reader)>{"reader", open_reader}, operation<decltype(open_writer)>{"writer", open_writer},
    operation<decltype(open_conversion)>{"conversion", open_conversion},
    operation<decltype(open_table)>{"table", open_table}, operation<decltype(open_run)>{"run", open_run}};
inline constexpr auto nexts = std::tuple{operation<decltype(read_on)>{"readOn", read_on},
                                         operation<decltype(reader_now)>{"readerNow", reader_now},
                                         operation<decltype(write_on)>{"writeOn", write_on},
                                         operation<decltype(finish_writing)>{"finishWriting", finish_writing},
                                         operation<decltype(convert_on)>{"convertOn", convert_on},
                                         operation<decltype(converted)>{"converted", converted},
                                         operation<decltype(table_on)>{"tableOn", table_on},
                                         operation<decltype(table_now)>{"tableNow", table_now},
                                         operation<decltype(add_to_run)>{"addToRun", add_to_run},
                                         operation<decltype(bill_run)>{"billRun", bill_run}};

template <class Request>
Request opened_from(outcome (*)(const Request&, std::unique_ptr<session>&));
template <class Function>
using opened_by = decltype(opened_from(std::declval<Function*>()));

/// Everything that crosses the border.
inline layout whole_layout() {
  layout out;
  out.add<failure>();
  const auto add_both = [&](const auto&... one) {
    ((out.add<request_of<std::remove_pointer_t<decltype(one.function)>>>(),
      out.add<answer_of<std::remove_pointer_t<decltype(one.function)>>>()),
     ...);
  };
  std::apply(add_both, calls);
  std::apply(add_both, nexts);
  std::apply([&](const auto&... one) { (out.add<opened_by<std::remove_pointer_t<decltype(one.function)>>>(), ...); },
             opens);
  return out;
}

/// The hash of the layout and of the names of the operations, 16 hexadecimal digits.
inline std::string layout_hash(const layout& all) {
  std::string text = all.text();
  const auto add_names = [&](const auto&... one) { ((text += std::string(one.name) + "\n"), ...); };
  std::apply(add_names, calls);
  std::apply(add_names, opens);
  std::apply(add_names, nexts);
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4)
    out += "0123456789abcdef"[hash_of(text) >> shift & 0xf];
  return out;
}

}  // namespace java
