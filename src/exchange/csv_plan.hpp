// A mapping after checking: every path compiled, every form settled.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/csv_cell.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

struct plan_table {
  std::string name;
  std::map<std::string, std::string, std::less<>> to_cell;
  std::map<std::string, std::string, std::less<>> to_value;
  unknown_code otherwise = unknown_code::error;
  bool one_to_one = true;
};

/// Where a column takes its value from.
enum class column_source : std::uint8_t { nothing, constant, field, part, circumstances };

struct plan_column {
  std::string name;
  column_source source = column_source::nothing;
  field_selector path;        ///< of field; of circumstances: within the list, with one `[]`
  field_selector many;        ///< of a column with `join`: the list
  field_selector start;       ///< of part
  field_selector end;         ///< of part
  field_selector reference;   ///< of circumstances: the field of the message
  std::size_t key_index = 0;  ///< of circumstances: which of the plan's keys
  std::string constant;
  cell_format format;
  const plan_table* table = nullptr;
  std::string when_empty;
  bool required = false;
  bool mandatory = false;
  bool may_miss = false;  ///< a file without the column is read all the same
  std::optional<std::string> join;
  std::optional<cell_aggregate> aggregate;
  hours_part part = hours_part::day;
  bool is_signed = false;
  bool is_side = false;  ///< says which stamp a row is
  column_use use = column_use::both;

  bool written() const { return use != column_use::read; }
  /// How many of the lists its row goes through a value depends on; 0 = it belongs to the whole message.
  std::size_t depth() const { return path.open_indexes() - (join ? 1 : 0); }
  bool is_read() const {
    return use != column_use::write && source == column_source::field && path.settable() && !aggregate;
  }
};

struct plan_filter {
  bool on_column = false;
  std::size_t column = 0;
  field_selector path;
  cell_format format;
  std::vector<std::string> is;
  std::vector<std::string> is_not;
  std::optional<bool> present;
};

struct plan_link {
  std::size_t column = 0;  ///< of this file
  std::size_t of = 0;      ///< of the first file
};

struct plan_file {
  std::string name;
  csv_dialect dialect;
  bool header = true;
  std::vector<field_selector> levels;  ///< the lists a row goes through
  std::vector<field_selector> sides;   ///< one row a stamp: what must be there for a row of each side
  bool grouped = false;
  std::vector<std::size_t> key;
  std::vector<std::size_t> line_key;
  std::vector<plan_link> links;
  std::vector<plan_filter> filters;
  std::vector<std::vector<plan_column>> variants;  ///< one, or one a side

  const std::vector<plan_column>& columns() const { return variants.front(); }
};

struct plan_split {
  std::int32_t night_from = 0;  ///< seconds of the day
  std::int32_t night_to = 0;
  holiday_zone zone = holiday_zone::metropole;
  std::vector<hours_part> order;
};

/// A list of the circumstances that columns look into, and by what.
struct plan_key {
  field_selector list;
  field_selector key;
};

struct csv_plan {
  std::string name;
  field_subject subject = field_subject::delivery;
  std::map<std::string, plan_table, std::less<>> tables;
  std::vector<std::pair<field_selector, field_value>> settings;
  std::optional<plan_split> split;
  std::vector<plan_key> keys;
  std::vector<plan_file> files;
  bool can_read = true;
  std::string unreadable_en;
  std::string unreadable_fr;
};

/// Takes the last item off the list at a path.
void remove_last_item(circumstances& from, const field_selector& list);

/// The seconds of a period that are day, night, Sunday and holiday, in the order of `hours_part`; none when a time does
/// not exist. Every second counts once: the first of `order` that fits, day if none.
std::optional<std::array<std::int64_t, 4>> split_hours(local_time from, local_time to, const plan_split& by);

}  // namespace esppadom::inline ESPPADOM_ABI::detail
