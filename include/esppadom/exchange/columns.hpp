// Messages as columns, for whoever works with tables: a batch of rows at a time, in constant memory. Money is whole
// cents, time whole seconds, a clock reading the seconds since 1970-01-01T00:00:00 on the clock of Paris; nothing is a
// floating-point number. exchange/arrow.hpp hands the same batches to other software.
//
//     column_reader table(source, table_rows::visits);
//     while (auto batch = table.next()) …
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/enum_names.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a row is.
enum class table_rows : std::uint8_t {
  visits,  ///< a DELIVERY message
  stamps,  ///< a certified time of arrival or departure
  lines,   ///< a line of a DELIVERY
  shares,  ///< a line of an INVOICE: who pays how much of what
};

template <>
struct enum_names<table_rows> {
  static constexpr enum_name<table_rows> items[] = {{table_rows::visits, "visits"},
                                                    {table_rows::stamps, "stamps"},
                                                    {table_rows::lines, "lines"},
                                                    {table_rows::shares, "shares"}};
};

enum class column_type : std::uint8_t {
  text,      ///< UTF-8, rarely twice the same
  category,  ///< UTF-8, often the same: an index into the texts of the batch
  time,      ///< seconds on the clock of Paris since 1970-01-01T00:00:00
  seconds,   ///< a duration
  cents,     ///< money
  price,     ///< of an hour or unit, in millionths of a euro
  count,
  boolean,
};

template <>
struct enum_names<column_type> {
  static constexpr enum_name<column_type> items[] = {{column_type::text, "text"},   {column_type::category, "category"},
                                                     {column_type::time, "time"},   {column_type::seconds, "seconds"},
                                                     {column_type::cents, "cents"}, {column_type::price, "price"},
                                                     {column_type::count, "count"}, {column_type::boolean, "boolean"}};
};

struct column_info {
  std::string_view name;  ///< as the messages' fields are named
  column_type type = column_type::text;
  std::string_view unit;   ///< "s", "c€", "µ€"; empty = none
  std::string_view label;  ///< French
};

/// The columns of a table. They live as long as the library.
ESPPADOM_API std::span<const column_info> columns_of(table_rows rows);

/// The kind of message that rows come from.
constexpr message_kind message_of(table_rows rows) {
  return rows == table_rows::shares ? message_kind::invoice : message_kind::delivery;
}

/// The values of a column in a batch, laid out as the Arrow columnar format does.
struct column_values {
  std::vector<std::uint8_t> present;  ///< a bit a row, the lowest first
  std::int64_t absent = 0;            ///< how many rows have no value
  std::vector<std::int64_t> numbers;  ///< of every type but text, category and boolean
  std::vector<std::uint8_t> flags;    ///< boolean: a bit a row
  std::vector<std::int32_t> places;   ///< category: the index of its text; text: where it begins, and the end
  std::vector<std::int32_t> ends;     ///< category: where the texts begin, and the end
  std::string characters;             ///< of all texts
};

struct column_batch {
  std::int64_t rows = 0;
  std::vector<column_values> columns;

  /// The value of a cell: a number, or the text of one. None when there is none.
  [[nodiscard]] ESPPADOM_API std::optional<std::int64_t> number(std::size_t column, std::int64_t row) const;
  [[nodiscard]] ESPPADOM_API std::optional<std::string_view> text(std::size_t column, std::int64_t row,
                                                                  column_type type) const;
};

/// Gives one message after the other; none at the end.
using message_supply = std::function<std::optional<any_message>()>;

/// Makes batches of messages, each of `batch_rows` rows and what the last message has beyond. Messages of other kinds
/// than the table's are passed over. One owner.
class ESPPADOM_API column_reader {
 public:
  static constexpr std::int64_t usual_rows = 65'536;

  column_reader(message_supply from, table_rows rows, std::int64_t batch_rows = usual_rows);
  ~column_reader();
  column_reader(column_reader&&) noexcept;
  column_reader& operator=(column_reader&&) noexcept;

  /// The next batch, never an empty one; none at the end.
  std::optional<column_batch> next();
  [[nodiscard]] table_rows rows() const;

 private:
  class state;
  std::unique_ptr<state> state_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
