#include "runs.hpp"

#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/rule_report.hpp"

namespace java {

using esppadom::error_code;
using esppadom::findings;

namespace {

std::string transaction_at(esppadom::local_time time) {
  std::string id = "I";
  for (const char c : to_string(time)) {
    if (c >= '0' && c <= '9') id += c;
  }
  return id;
}

/// Rules, ledger, circumstances.
outcome read_documents(const run_inputs& asked, esppadom::language in, findings& found, esppadom::bill_request& out) {
  if (asked.rules) {
    if (auto met = read_rules(*asked.rules, in, found, out.rules)) return met;
  }
  if (asked.ledger) {
    if (auto met = read_ledger(*asked.ledger, in, found, out.before)) return met;
  }
  return circumstances_of(asked.circumstances, asked.facts, in, found, out.given);
}

outcome read_messages(const run_inputs& asked, esppadom::language in, findings& found, esppadom::increment& into) {
  for (const auto& one : asked.orders)
    into.add(esppadom::order(one));
  for (const auto& one : asked.deliveries)
    into.add(one);
  const bool orders = read_all<esppadom::order>(asked.order_paths, esppadom::message_kind::order, found,
                                                [&](esppadom::order&& one) { into.add(std::move(one)); });
  const bool deliveries = read_all<esppadom::delivery>(asked.delivery_paths, esppadom::message_kind::delivery, found,
                                                       [&](const esppadom::delivery& one) { into.add(one); });
  if (!orders || !deliveries) return because(error_code::unreadable, found, "paths", in);
  return std::nullopt;
}

outcome issue_by(const billing_request& asked, findings& found, esppadom::bill_request& out) {
  out.month = asked.month;
  out.as_of = asked.as_of;
  out.with.issued_at = asked.issued_at.value_or(esppadom::local_time::at(asked.as_of));
  if (!out.with.issued_at.is_valid()) return because(error_code::invalid_value, "issuedAt");
  out.with.transaction_id = asked.transaction_id.value_or(transaction_at(out.with.issued_at));
  if (out.with.transaction_id.empty()) return because(error_code::missing, "transactionId");
  out.with.stage = asked.stage;
  out.with.validated = asked.validated;
  for (const auto& provider : asked.complete_for)
    out.complete.push_back({provider, asked.month});
  found.merge(check_ledger(out.before, out.rules));
  if (found.has_errors()) return because(error_code::conflict, found, "ledger", asked.language);
  return std::nullopt;
}

}  // namespace

esppadom::json_read_options reading(const named_document& from) {
  esppadom::json_read_options out;
  out.file = from.name;
  return out;
}

outcome read_rules(const named_document& from, esppadom::language in, findings& found, esppadom::rule_book& out) {
  const auto code = load_rule_book(from.content.content, found, reading(from)).get(out);
  if (code == error_code::success) return std::nullopt;
  return because(code, found, from.name, in);
}

outcome read_ledger(const named_document& from, esppadom::language in, findings& found, esppadom::ledger& out) {
  const auto code = read_ledger_json(from.content.content, found,
                                     {esppadom::json_strictness::strict, esppadom::ledger_json_limits, from.name})
                        .get(out);
  if (code == error_code::success) return std::nullopt;
  return because(code, found, from.name, in);
}

outcome circumstances_of(const std::optional<named_document>& document,
                         const std::optional<esppadom::circumstances>& facts, esppadom::language in, findings& found,
                         esppadom::circumstances& out) {
  if (facts && document) return because(error_code::conflict, "facts");
  if (facts) out = *facts;
  if (!document) return std::nullopt;
  const auto code = read_circumstances_json(document->content.content, found, reading(*document)).get(out);
  if (code != error_code::success) return because(code, found, document->name, in);
  return std::nullopt;
}

outcome query_of(const rules_query& asked, findings& found, esppadom::rule_book& rules, esppadom::rule_query& out) {
  if (auto met = read_rules(asked.rules, asked.language, found, rules)) return met;
  out = {asked.date, asked.departement, asked.funder, asked.provider, asked.service, asked.beneficiary};
  if (out.departement.empty()) out.departement = sole_departement(rules);
  return std::nullopt;
}

outcome fill(const billing_request& asked, findings& found, esppadom::bill_request& out) {
  if (auto met = read_documents(asked, asked.language, found, out)) return met;
  if (auto met = issue_by(asked, found, out)) return met;
  return read_messages(asked, asked.language, found, out.messages);
}

outcome fill(const run_inputs& asked, esppadom::language in, findings& found, esppadom::bill_request& out) {
  if (auto met = read_documents(asked, in, found, out)) return met;
  return read_messages(asked, in, found, out.messages);
}

}  // namespace java
