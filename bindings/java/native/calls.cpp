// Calls of a voice server as messages; messages as a role may see them.

#include <utility>
#include <variant>

#include "runs.hpp"

namespace java {

using esppadom::error_code;
using esppadom::findings;

outcome identify(const identify_request& asked, identify_result& answer) {
  findings found;
  esppadom::rule_book rules;
  if (asked.rules) {
    if (auto met = read_rules(*asked.rules, asked.language, found, rules)) return met;
  }
  esppadom::circumstances planned;
  if (auto met = circumstances_of(asked.circumstances, asked.facts, asked.language, found, planned)) return met;
  if (asked.issued_at && !asked.issued_at->is_valid()) return because(error_code::invalid_value, "issuedAt");
  std::vector<esppadom::raw_call> made;
  auto code = esppadom::read_calls_csv(asked.calls.content.content, asked.calls.name, found).get(made);
  if (code != error_code::success) return because(code, found, asked.calls.name, asked.language);
  esppadom::phone_directory directory;
  code = esppadom::read_phone_directory(asked.directory.content.content, asked.directory.name, found).get(directory);
  if (code != error_code::success) return because(code, found, asked.directory.name, asked.language);
  esppadom::call_message_settings with;
  with.issued_at = asked.issued_at;
  with.transaction_id = asked.transaction_id;
  with.method = asked.method;
  auto log = identify_log(made, directory, planned, rules, with, found);
  answer.json = write_json(log, found, asked.language);
  answer.findings = rows_of(found, asked.language);
  answer.visits = std::move(log.messages.visits);
  answer.raw_stamps = std::move(log.messages.raw_stamps);
  answer.counts = log.counts;
  answer.calls = std::move(log.left);
  return std::nullopt;
}

outcome view(const view_request& asked, view_result& answer) {
  auto viewer = esppadom::message_viewer::of(
      {asked.role, {asked.provider, asked.beneficiary, asked.service}, asked.key.content, asked.keep_dates});
  if (!viewer) return because(viewer.error(), "role");
  findings found;
  const auto for_each_message = [&](auto&& each) -> outcome {
    for (const auto& one : asked.orders)
      each(esppadom::any_message(one));
    for (const auto& one : asked.deliveries)
      each(esppadom::any_message(one));
    for (const auto& one : asked.invoices)
      each(esppadom::any_message(one));
    if (asked.paths.empty()) return std::nullopt;
    esppadom::input_messages all(esppadom::input_reader(paths_of(asked.paths), found), found);
    while (auto message = all.next())
      each(std::move(*message));
    if (!all.readable()) return because(error_code::unreadable, found, "paths", asked.language);
    return std::nullopt;
  };
  if (asked.smallest_group) {
    if (auto met = for_each_message([&](esppadom::any_message message) { viewer->count(message); })) return met;
    found = findings();
    const auto code = viewer->leave_out_groups_below(*asked.smallest_group);
    if (code != error_code::success) return because(code, "smallestGroup");
  }
  const auto see = [&](esppadom::any_message message) {
    auto left = viewer->see(std::move(message));
    if (!left) return;
    if (auto* order = std::get_if<esppadom::order>(&*left)) answer.orders.push_back(std::move(*order));
    if (auto* delivery = std::get_if<esppadom::delivery>(&*left)) answer.deliveries.push_back(std::move(*delivery));
    if (auto* invoice = std::get_if<esppadom::invoice>(&*left)) answer.invoices.push_back(std::move(*invoice));
  };
  if (auto met = for_each_message(see)) return met;
  answer.findings = rows_of(found, asked.language);
  answer.json = write_json(viewer->with(), viewer->report());
  return std::nullopt;
}

}  // namespace java
