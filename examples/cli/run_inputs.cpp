#include "run_inputs.hpp"

#include <algorithm>
#include <utility>

#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::error_code;
using esppadom::findings;

outcome read_settings(const run_files& files, esppadom::bill_request& request, findings& found) {
  outcome end = outcome::fine;
  if (!files.rules.empty()) end = outcome_of(esppadom::load_rule_book_file(files.rules, found).get(request.rules));
  if (!files.circumstances.empty()) end = std::max(end, read_circumstances(files.circumstances, request.given, found));
  if (files.ledger.empty()) return end;
  std::string bytes;
  if (file_bytes(files.ledger).get(bytes) != error_code::success) {
    report_unreadable(files.ledger, found);
    return outcome::unusable;
  }
  const auto error = esppadom::read_ledger_json(
                         bytes, found, {esppadom::json_strictness::strict, esppadom::ledger_json_limits, files.ledger})
                         .get(request.before);
  return std::max(end, outcome_of(error));
}

outcome read_messages(const run_files& files, run_inputs& read, findings& found, const speaker& to) {
  progress bar(to, size_of(files.orders) + size_of(files.deliveries));
  auto& messages = read.request.messages;
  const auto orders =
      read_messages_of<esppadom::order>(files.orders, esppadom::message_kind::order, found, bar,
                                        [&](esppadom::order&& message) { messages.add(std::move(message)); });
  const auto deliveries =
      read_messages_of<esppadom::delivery>(files.deliveries, esppadom::message_kind::delivery, found, bar,
                                           [&](const esppadom::delivery& message) { messages.add(message); });
  return orders.readable && deliveries.readable ? outcome::fine : outcome::unusable;
}

}  // namespace

run_inputs read_run(const run_files& files, findings& found, const speaker& to) {
  run_inputs read;
  read.end = read_settings(files, read.request, found);
  if (read.end == outcome::fine) read.end = read_messages(files, read, found, to);
  if (read.end != outcome::fine || files.ledger.empty()) return read;
  found.merge(check_ledger(read.request.before, read.request.rules));
  if (found.has_errors()) read.end = outcome::errors;
  return read;
}

std::optional<esppadom::local_month> month_of(std::string_view option, const std::string& text, const speaker& to) {
  if (text.empty()) return std::nullopt;
  const auto month = esppadom::parse_local_month(text);
  if (!month) wrong_value(option, text, {"a month YYYY-MM", "un mois AAAA-MM"}, to);
  return *month;
}

std::optional<esppadom::local_date> date_of(std::string_view option, const std::string& text, const speaker& to) {
  if (text.empty()) return std::nullopt;
  const auto day = esppadom::parse_local_date(text);
  if (!day) wrong_value(option, text, {"a date YYYY-MM-DD", "une date AAAA-MM-JJ"}, to);
  return *day;
}

}  // namespace cli
