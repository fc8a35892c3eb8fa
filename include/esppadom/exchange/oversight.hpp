// Questions about a request that was filled with messages: what is left open, the months, the day on which orders are
// known, is taken from the messages, the month is billed, and the answer is made of what that gives. One call for
// commands and bindings.
//
// The functions overwrite when and how the request bills (`month`, `as_of`, `with`, `complete`): documents are issued
// on the day of `as_of` under final numbers, and every provider's pro forma counts as validated.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/bill/reconcile.hpp"
#include "esppadom/bill/statistics.hpp"
#include "esppadom/bill/told_alerts.hpp"
#include "esppadom/exchange/plain_table.hpp"
#include "esppadom/exchange/statements.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What is left open: `from` and `to` are the first and the last month that have visits, for alerts the month of `now`;
/// `as_of` the last day of `to` or the last day on which a message was issued, whichever is later; `now` the last
/// second of `to`. An empty text leaves nobody out.
struct statistics_question {
  statistic of = statistic::hours_by_beneficiary;
  statistic_period period = statistic_period::month;
  std::optional<local_month> from;
  std::optional<local_month> to;
  std::optional<local_date> as_of;
  std::optional<local_time> now;
  std::string beneficiary;
  std::string provider;
  std::string caregiver;
  std::string service;
  std::string funder;
  std::optional<std::int64_t> smallest_group{};  ///< leave rows of fewer beneficiaries out; none: leave none out
};

/// Bills and takes a statistic. `found` receives all findings of the run; the table's own are among them.
/// Errors: those of `suppress_small_groups`; conflict when the ledger does not belong to the rules; `found` says why.
/// Example: visits of March and April 2026 and no months asked for: both months are billed, and the rows cover both.
ESPPADOM_API result<statistic_table> statistics_of(bill_request& request, const statistics_question& asked,
                                                   findings& found);

/// Alerts that are told once: what to tell, what ended, and the ledger of the request, in which this is noted and
/// nothing else has changed.
struct alert_report {
  local_time now;
  alert_news news;
  ledger after;
};

/// Bills and tells the alerts of `asked.now` (`asked.of` does not matter): those that the request's ledger knows as
/// told and standing are not told again. `found` and errors as above.
/// Example: asked in the morning and in the evening with the ledger that the first answer gave, the second tells only
/// what came up in between.
ESPPADOM_API result<alert_report> told_alerts_of(bill_request& request, const statistics_question& asked,
                                                 findings& found);

/// Canonical JSON, esppadom/alerts/1, indented, with a line end: the moment, how many alerts stand that were told
/// before, the events, and all findings of the run. The ledger is not in it.
ESPPADOM_API std::string write_json(const alert_report& report, const findings& found, language in);

/// The events as a table.
ESPPADOM_API plain_table table_of(const alert_report& report);

/// What is left open: the months are those of the invoices; `as_of` is the last day on which a message or an invoice
/// was issued.
struct reconcile_question {
  reconcile_query query;
  std::optional<local_date> as_of;
};

/// Holds invoices against the request: times and amounts too when it has rules, else the checks that need none.
/// `found` receives the findings of the comparison. Errors: as above.
ESPPADOM_API result<reconciliation> reconciliation_of(bill_request& request, const stated_invoices& invoices,
                                                      const reconcile_question& asked, findings& found);

/// What is left open: the months in which documents were billed.
struct trial_balance_question {
  std::optional<local_month> from;
  std::optional<local_month> to;
  std::string funder;
  std::string provider;
};

/// The rows of a trial balance, whether the control is 0 in all of them, and the months without a row: nothing was
/// billed in them, as far as the ledger knows and the question asks.
struct trial_balance_table {
  local_month from;
  local_month to;
  bool balanced = true;
  std::vector<balance_row> rows;
  std::vector<local_month> months_without_documents;
};

/// Example: documents billed in March and May 2026 → rows of both, April among the months without documents.
ESPPADOM_API trial_balance_table trial_balance_of(const ledger& facts, const trial_balance_question& asked);

/// Canonical JSON, esppadom/trial-balance/1, indented, with a line end.
ESPPADOM_API std::string write_json(const trial_balance_table& table);

/// The statement of the month before the first one, as it was kept; `beneficiary` is whose it is.
struct statement_before {
  std::string beneficiary;
  kept_statement kept;
};

/// Statements from `from` to `to` (none: only `from`), of one beneficiary or of all (empty).
struct service_fait_question {
  local_month from;
  std::optional<local_month> to;
  std::string beneficiary;
  std::optional<int> keep_years;  ///< kept until the end of that many years after the year of the month
};

/// The sealed statements by beneficiary and month, each chained to the one before. Whose statement in `before` is not
/// as it was sealed has none: that is a finding. Errors: not_built without OpenSSL; out_of_range for years.
ESPPADOM_API result<std::vector<sealed_service_fait>> service_fait_statements(const ledger& facts,
                                                                              const service_fait_question& asked,
                                                                              std::span<const statement_before> before,
                                                                              findings& found);

}  // namespace esppadom::inline ESPPADOM_ABI
