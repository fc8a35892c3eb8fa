#include "table_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace cli {
namespace {

using esppadom::cell_kind;

std::string shown(const std::string& cell, cell_kind kind, const speaker& to) {
  if (cell.empty()) return {};
  if (kind == cell_kind::amount) {
    esppadom::money sum;
    if (esppadom::parse_money(cell).get(sum) == esppadom::error_code::success) return to.amount(sum);
  } else if (kind == cell_kind::seconds) {
    esppadom::duration time;
    if (esppadom::parse_duration(cell).get(time) == esppadom::error_code::success)
      return to.hours(esppadom::exact_duration(time));
  } else if (kind == cell_kind::percent) {
    return to.percent(cell);
  }
  return cell;
}

}  // namespace

std::string table_text(const esppadom::plain_table& table, const speaker& to) {
  std::vector<std::size_t> kept;
  std::vector<text_table::column> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool any =
        std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return !row[i].empty(); });
    if (!any) continue;
    kept.push_back(i);
    const auto& column = table.columns[i];
    columns.push_back({to.french() ? column.label : column.key,
                       column.kind == cell_kind::text ? text_table::align::left : text_table::align::right});
  }
  text_table out(std::move(columns));
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const auto i : kept)
      cells.push_back(shown(row[i], table.columns[i].kind, to));
    out.add(std::move(cells));
  }
  return out.str();
}

}  // namespace cli
