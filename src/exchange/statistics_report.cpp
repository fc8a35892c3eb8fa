#include "esppadom/exchange/statistics_report.hpp"

#include "exchange/json_report.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

std::string write_json(const statistic_table& table, const findings& found, language in) {
  using namespace detail;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/statistics/1"));
  write_shown(to, "of", table.of);
  to.key("query");
  to.begin_object();
  write_shown(to, "from", first_month(table.query));
  write_shown(to, "to", table.query.to);
  write_shown(to, "period", table.query.period);
  write_shown(to, "beneficiary", unless_empty(table.query.beneficiary));
  write_shown(to, "provider", unless_empty(table.query.provider));
  write_shown(to, "caregiver", unless_empty(table.query.caregiver));
  write_shown(to, "service", unless_empty(table.query.service));
  write_shown(to, "funder", unless_empty(table.query.funder));
  to.end_object();
  std::visit([&to](const auto& rows) { write_shown(to, "rows", rows); }, table.rows);
  write_shown(to, "left_out", table.left_out);
  write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

plain_table table_of(const statistic_table& table) {
  return std::visit([]<class Row>(const std::vector<Row>& rows) { return table_of_rows(std::span<const Row>(rows)); },
                    table.rows);
}

}  // namespace esppadom::inline ESPPADOM_ABI
