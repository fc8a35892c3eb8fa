#include "bill_inputs.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "esppadom/billing/findings.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/inputs.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::error_code;
using esppadom::findings;

void need(const std::string& value, std::string_view option, const speaker& to) {
  if (value.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {std::string(option)}));
}

/// Local time without offset; seconds may be left out.
esppadom::local_time time_of(const std::string& text, const speaker& to) {
  const auto time = esppadom::parse_local_time(text.size() == 16 ? text + ":00" : text);
  if (!time) wrong_value("--issued-at", text, {"a time YYYY-MM-DDThh:mm:ss", "une heure AAAA-MM-JJThh:mm:ss"}, to);
  return *time;
}

/// "I20261110000000".
std::string transaction_at(esppadom::local_time time) {
  std::string id = "I";
  for (const char c : to_string(time)) {
    if (c >= '0' && c <= '9') id += c;
  }
  return id;
}

/// What the options say, before any file is opened.
esppadom::bill_request asked_by(const bill_options& options, bool writes, const speaker& to) {
  need(options.rules, "--rules", to);
  need(options.orders.empty() ? std::string() : options.orders.front(), "--orders", to);
  need(options.deliveries.empty() ? std::string() : options.deliveries.front(), "--deliveries", to);
  need(options.month, "--month", to);
  need(options.as_of, "--as-of", to);
  if (writes) need(options.out, "--out", to);

  esppadom::bill_request request;
  const auto month = esppadom::parse_local_month(options.month);
  if (!month) wrong_value("--month", options.month, {"a month YYYY-MM", "un mois AAAA-MM"}, to);
  const auto as_of = esppadom::parse_local_date(options.as_of);
  if (!as_of) wrong_value("--as-of", options.as_of, {"a date YYYY-MM-DD", "une date AAAA-MM-JJ"}, to);
  request.month = *month;
  request.as_of = *as_of;
  request.with.issued_at = time_of(options.issued_at.empty() ? to_string(*as_of) + "T00:00:00" : options.issued_at, to);
  request.with.transaction_id =
      options.transaction.empty() ? transaction_at(request.with.issued_at) : options.transaction;
  request.with.stage = choice<esppadom::issue_stage>("--stage", options.stage, to);
  request.with.validated = options.validated;
  for (const auto& provider : options.complete_for)
    request.complete.push_back({provider, *month});
  return request;
}

/// Reads one JSON input; `into` is untouched and the outcome says how the command ends when it cannot be used.
template <class Value, class Read>
outcome read_json_file(const std::string& path, findings& found, Value& into, Read read) {
  std::string bytes;
  if (file_bytes(path).get(bytes) != error_code::success) {
    report_unreadable(path, found);
    return outcome::unusable;
  }
  return outcome_of(read(bytes).get(into));
}

outcome read_settings(const bill_options& options, esppadom::bill_request& request, findings& found) {
  auto end = outcome_of(esppadom::load_rule_book_file(options.rules, found).get(request.rules));
  if (!options.ledger.empty()) {
    end =
        std::max(end, read_json_file(options.ledger, found, request.before, [&](const std::string& bytes) {
                   return esppadom::read_ledger_json(
                       bytes, found, {esppadom::json_strictness::strict, esppadom::ledger_json_limits, options.ledger});
                 }));
  }
  if (!options.circumstances.empty())
    end = std::max(end, read_circumstances(options.circumstances, request.given, found));
  return end;
}

/// Messages go into the increment one by one: a visit is kept, its message is not.
outcome read_all_messages(const bill_options& options, esppadom::bill_request& request, findings& found,
                          read_counts& counts, const speaker& to) {
  progress bar(to, size_of(options.orders) + size_of(options.deliveries));
  const auto orders =
      read_messages_of<esppadom::order>(options.orders, esppadom::message_kind::order, found, bar,
                                        [&](esppadom::order&& message) { request.messages.add(std::move(message)); });
  const auto deliveries =
      read_messages_of<esppadom::delivery>(options.deliveries, esppadom::message_kind::delivery, found, bar,
                                           [&](const esppadom::delivery& message) { request.messages.add(message); });
  counts.orders += orders.messages;
  counts.deliveries += deliveries.messages;
  const bool readable = orders.readable && deliveries.readable;
  return readable ? outcome::fine : outcome::unusable;
}

}  // namespace

esppadom::bill_request bill_request_of(const bill_options& options, bool writes, const speaker& to) {
  return asked_by(options, writes, to);
}

outcome read_bill_inputs(const bill_options& options, esppadom::bill_request& request, esppadom::findings& found,
                         read_counts& counts, const speaker& to) {
  auto end = read_settings(options, request, found);
  if (end == outcome::fine) {
    found.merge(check_ledger(request.before, request.rules));
    if (found.has_errors()) end = outcome::errors;
  }
  if (end == outcome::fine) end = read_all_messages(options, request, found, counts, to);
  if (end == outcome::fine && refuse_unread(request, found)) end = outcome::errors;
  return end;
}

}  // namespace cli
