#include "esppadom/exchange/bill_json.hpp"

#include "esppadom/bill/summary.hpp"
#include "exchange/bill_comparison_json.hpp"
#include "exchange/csv_rows.hpp"
#include "exchange/json_report.hpp"
#include "exchange/json_write.hpp"

#if ESPPADOM_WITH_JSON
#include "exchange/json_read.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {

#if ESPPADOM_WITH_JSON
result<ledger> read_ledger_json(std::string_view bytes, findings& out, const json_read_options& options) {
  return detail::read_json_text<ledger>(bytes, out, options);
}
#else
result<ledger> read_ledger_json(std::string_view, findings&, const json_read_options&) { return error_code::not_built; }
#endif

std::string write_json(const ledger& value) {
  return detail::json_text_of(value, {json_layout::compact, json_absent::left_out}) + "\n";
}

std::string write_csv(const rate_table& rates) {
  detail::csv_rows out;
  out.add({std::string(name_of(rates.by)), "month", "interventions", "corrected", "rate_pct"});
  for (const group_rate& row : rates.rows) {
    out.add({row.group, to_string(row.month), std::to_string(row.tally.interventions),
             std::to_string(row.tally.corrected), to_percent(correction_rate(row.tally, row.unit)).value_or("")});
  }
  return std::move(out).text();
}

std::string write_json(const rate_table& rates, const findings& found, language in) {
  std::string out;
  detail::json_writer to(out, json_layout::indented);
  to.begin_object();
  to.key("schema");
  to.string("esppadom/correction-rate/1");
  detail::write_rates(to, rates);
  detail::write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

std::string write_bill_json(const bill_request& request, const bill_result& result, const findings& found, language in,
                            const bill_comparison* compared) {
  using namespace detail;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/bill/1"));
  write_shown(to, "month", request.month);
  write_shown(to, "as_of", request.as_of);
  write_shown(to, "issued_at", request.with.issued_at);
  write_shown(to, "transaction_id", request.with.transaction_id);
  write_shown(to, "stage", request.with.stage);
  write_shown(to, "rule_book", request.rules.id);
  write_shown(to, "rule_sets", result.rule_sets);
  write_shown(to, "invoices", result.invoices);
  write_shown(to, "beneficiary_invoices", result.beneficiary_invoices);
  write_shown(to, "payments", result.payments);
  write_shown(to, "smoothing", result.smoothing);
  write_shown(to, "unbilled", result.unbilled);
  to.key("correction_rate");
  to.begin_object();
  write_rates(to, table_of(result.rates));
  to.end_object();
  write_shown(to, "penalties", result.penalties);
  write_shown(to, "held", result.held);
  write_shown(to, "advances", result.advances);
  write_shown(to, "slips", result.slips);
  write_shown(to, "summary", summarise(result));
  if (compared) write_comparison(to, *compared, request.rules, in);
  write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
