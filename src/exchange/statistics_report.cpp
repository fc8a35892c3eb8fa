#include "esppadom/exchange/statistics_report.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "esppadom/exchange/views.hpp"
#include "exchange/json_report.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

template <class Row>
error_code suppress(std::vector<Row>& rows, std::int64_t k, std::int64_t& suppressed) {
  if constexpr (requires(const Row& row) {
                  row.period;
                  row.beneficiaries;
                }) {
    std::map<std::string, std::vector<std::size_t>> periods;
    for (std::size_t i = 0; i < rows.size(); ++i)
      periods[rows[i].period].push_back(i);
    std::vector<bool> out(rows.size(), false);
    for (const auto& [period, places] : periods) {
      std::vector<std::int64_t> sizes;
      for (const auto place : places)
        sizes.push_back(rows[place].beneficiaries);
      const auto small = small_groups(sizes, k);
      for (std::size_t i = 0; i < places.size(); ++i)
        out[places[i]] = small[i];
    }
    std::vector<Row> kept;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!out[i]) kept.push_back(std::move(rows[i]));
    }
    suppressed += static_cast<std::int64_t>(rows.size() - kept.size());
    rows = std::move(kept);
    return error_code::success;
  } else {
    return error_code::unknown_name;
  }
}

}  // namespace

error_code suppress_small_groups(statistic_table& table, std::int64_t k) {
  if (k < 2) return error_code::out_of_range;
  const auto error = std::visit([&](auto& rows) { return suppress(rows, k, table.suppressed); }, table.rows);
  if (error == error_code::success) table.smallest_group = k;
  return error;
}

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
  write_shown(to, "smallest_group", table.smallest_group);
  to.end_object();
  std::visit([&to](const auto& rows) { write_shown(to, "rows", rows); }, table.rows);
  write_shown(to, "suppressed", table.suppressed);
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
