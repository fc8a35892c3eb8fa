#include "esppadom/exchange/plain_table.hpp"

#include "esppadom/exchange/value_format.hpp"
#include "exchange/csv_rows.hpp"

namespace esppadom::inline ESPPADOM_ABI {

std::string shown_cell(const std::string& cell, cell_kind kind, const value_format& format) {
  money sum;
  duration time;
  if (cell.empty()) return {};
  if (kind == cell_kind::amount && parse_money(cell).get(sum) == error_code::success) return format.amount(sum);
  if (kind == cell_kind::seconds && parse_duration(cell).get(time) == error_code::success)
    return format.hours(exact_duration(time));
  if (kind == cell_kind::percent) return format.percent(cell);
  return kind == cell_kind::number ? format.number(cell) : cell;
}

std::string write_csv(const plain_table& table) {
  std::vector<std::string> keys;
  for (const auto& column : table.columns)
    keys.push_back(column.key);
  detail::csv_rows out;
  out.add(keys);
  for (const auto& row : table.rows)
    out.add(row);
  return std::move(out).text();
}

}  // namespace esppadom::inline ESPPADOM_ABI
