#include "table_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace cli {
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
                       column.kind == esppadom::cell_kind::text ? text_table::align::left : text_table::align::right});
  }
  text_table out(std::move(columns));
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const auto i : kept)
      cells.push_back(shown_cell(row[i], table.columns[i].kind, to));
    out.add(std::move(cells));
  }
  return out.str();
}

}  // namespace cli
