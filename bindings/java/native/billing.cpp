// Billing: a run takes its messages as they come, and bills them.

#include <cstdint>
#include <memory>
#include <utility>

#include "esppadom/exchange/bill_json.hpp"
#include "runs.hpp"

namespace java {

using esppadom::error_code;
using esppadom::findings;

/// A month that is gathered. Billing changes nothing in it: more may follow, and it may be billed again.
class run_session : public session {
 public:
  esppadom::bill_request request;
  findings found;
  esppadom::language language = esppadom::language::french;
  std::int64_t messages = 0;  ///< that were added
};

outcome open_run(const billing_request& asked, std::unique_ptr<session>& opened) {
  auto made = std::make_unique<run_session>();
  made->language = asked.language;
  if (auto met = fill(asked, made->found, made->request)) return met;
  opened = std::move(made);
  return std::nullopt;
}

outcome add_to_run(session& on, const run_messages& asked, run_size& answer) {
  auto* run = dynamic_cast<run_session*>(&on);
  if (run == nullptr) return because(error_code::conflict, "session");
  for (const auto& one : asked.orders)
    run->request.messages.add(esppadom::order(one));
  for (const auto& one : asked.deliveries)
    run->request.messages.add(one);
  run->messages += static_cast<std::int64_t>(asked.orders.size() + asked.deliveries.size());
  answer.messages = run->messages;
  return std::nullopt;
}

outcome bill_run(session& on, const state_request&, billing_result& answer) {
  const auto* run = dynamic_cast<const run_session*>(&on);
  if (run == nullptr) return because(error_code::conflict, "session");
  findings found = run->found;
  if (refuse_unread(run->request, found)) {
    return because(error_code::unreadable, found, "completeFor", run->language);
  }

  auto result = esppadom::bill(run->request);
  found.merge(std::move(result.found));
  answer.json = write_bill_json(run->request, result, found, run->language);
  answer.ledger.content = write_json(result.after);
  answer.findings = rows_of(found, run->language);
  answer.summary = summarise(result);
  answer.month = run->request.month;
  answer.rule_sets = std::move(result.rule_sets);
  answer.invoices = std::move(result.invoices);
  answer.beneficiary_invoices = std::move(result.beneficiary_invoices);
  answer.payments = std::move(result.payments);
  answer.smoothing = std::move(result.smoothing);
  answer.unbilled = std::move(result.unbilled);
  answer.held = std::move(result.held);
  answer.advances = std::move(result.advances);
  answer.slips = std::move(result.slips);
  answer.messages = std::move(result.messages);
  return std::nullopt;
}

}  // namespace java
