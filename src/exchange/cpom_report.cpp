#include "esppadom/exchange/cpom_report.hpp"

#include <algorithm>

#include "esppadom/bill.hpp"
#include "exchange/json_report.hpp"

namespace esppadom::inline ESPPADOM_ABI {

result<cpom_statement> cpom_of(const ledger& facts, const rule_book& book, const cpom_question& asked,
                               findings& found) {
  auto refused = check_ledger(facts, book);
  const bool has_errors = refused.has_errors();
  found.merge(std::move(refused));
  if (has_errors) return error_code::conflict;
  std::optional<local_month> first, last;
  for (const auto& one : facts.documents) {
    first = first ? std::min(*first, one.billed_in) : one.billed_in;
    last = last ? std::max(*last, one.billed_in) : one.billed_in;
  }
  statistic_query query;
  query.from = asked.from.value_or(first.value_or(local_month{}));
  query.to = asked.to.value_or(last.value_or(query.from));
  query.funder = asked.funder;
  query.provider = asked.provider;
  auto statement = cpom_statement_of(facts, book, query);
  found.merge(statement.found);
  return statement;
}

std::string write_json(const cpom_statement& statement, const findings& found, language in) {
  using namespace detail;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/cpom/1"));
  write_shown(to, "contracts", statement.contracts);
  write_shown(to, "months", statement.months);
  write_shown(to, "rows", statement.rows);
  write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

plain_table table_of(std::span<const cpom_row> rows) { return table_of_rows(rows); }
plain_table table_of(std::span<const cpom_month> months) { return table_of_rows(months); }
plain_table table_of(std::span<const cpom_contract> contracts) { return table_of_rows(contracts); }

}  // namespace esppadom::inline ESPPADOM_ABI
