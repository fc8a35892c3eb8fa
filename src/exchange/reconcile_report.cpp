#include "esppadom/exchange/reconcile_report.hpp"

#include "exchange/json_report.hpp"

namespace esppadom::inline ESPPADOM_ABI {

std::string write_json(const reconciliation& report, const findings& found, language in) {
  using namespace detail;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/reconcile/1"));
  write_shown(to, "by", report.by);
  write_shown(to, "with_rules", report.with_rules);
  write_shown(to, "total", report.total);
  write_shown(to, "sums", report.sums);
  write_shown(to, "left_out", report.left_out);
  write_shown(to, "differences", report.rows);
  write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

plain_table table_of(const reconciliation& report) {
  return table_of_rows(std::span<const reconcile_row>(report.rows));
}

}  // namespace esppadom::inline ESPPADOM_ABI
