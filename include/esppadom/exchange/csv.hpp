// CSV as text: rows of fields, read as a stream and written the same way every time (RFC 4180). What the columns mean
// is said by a mapping (exchange/csv_mapping.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

enum class csv_separator : std::uint8_t { semicolon, comma, tab };
enum class csv_encoding_name : std::uint8_t { utf_8, iso_8859_1, iso_8859_15, windows_1252 };
enum class csv_line_end : std::uint8_t { crlf, lf };
enum class csv_quoting : std::uint8_t {
  minimal,  ///< only what needs quotes
  all,      ///< every field
};

template <>
struct enum_names<csv_separator> {
  static constexpr enum_name<csv_separator> items[] = {
      {csv_separator::semicolon, ";"}, {csv_separator::comma, ","}, {csv_separator::tab, "tab"}};
};
template <>
struct enum_names<csv_encoding_name> {
  static constexpr enum_name<csv_encoding_name> items[] = {{csv_encoding_name::utf_8, "utf-8"},
                                                           {csv_encoding_name::iso_8859_1, "iso-8859-1"},
                                                           {csv_encoding_name::iso_8859_15, "iso-8859-15"},
                                                           {csv_encoding_name::windows_1252, "windows-1252"}};
};
template <>
struct enum_names<csv_line_end> {
  static constexpr enum_name<csv_line_end> items[] = {{csv_line_end::crlf, "crlf"}, {csv_line_end::lf, "lf"}};
};
template <>
struct enum_names<csv_quoting> {
  static constexpr enum_name<csv_quoting> items[] = {{csv_quoting::minimal, "minimal"}, {csv_quoting::all, "all"}};
};

/// How a CSV text is written down.
struct csv_dialect {
  csv_separator separator = csv_separator::semicolon;
  csv_encoding_name encoding = csv_encoding_name::utf_8;
  bool byte_order_mark = false;  ///< written before UTF-8; read with or without
  csv_line_end line_end = csv_line_end::crlf;
  csv_quoting quoting = csv_quoting::minimal;
  /// Text that a spreadsheet would run as a formula (first character = + - @, tab or carriage return) is written with
  /// an apostrophe before it, which reading takes away again.
  bool guard_formulas = false;

  friend bool operator==(const csv_dialect&, const csv_dialect&) = default;
};

/// What exceeds one of these is a finding, and reading goes on with the next row.
struct csv_limits {
  std::size_t row_bytes = std::size_t{1} << 20;
  std::size_t columns = 4096;
  std::size_t joined_bytes = std::size_t{256} << 20;  ///< of all files a mapping joins to the first
};

/// Where something stands in a CSV text, from 1; columns count characters, as an editor does.
struct csv_place {
  std::uint64_t line = 0;
  std::uint64_t column = 0;  ///< 0 = of the line as a whole
};

/// Reads rows in constant memory: one row is held at a time. Fields stay as they are written, blanks included; a line
/// without any character is no row. Line ends are CRLF, LF or CR, and any of them inside quotes belongs to the field.
/// One owner.
///
///     csv_reader rows(bytes_of("a;b\r\n1;\"x;y\"\r\n"), found);
///     while (rows.next()) … rows.fields() …
class ESPPADOM_API csv_reader {
 public:
  csv_reader(byte_source source, findings& found, const csv_dialect& dialect = {}, std::string file = {},
             const csv_limits& limits = {});
  ~csv_reader();
  csv_reader(csv_reader&&) noexcept;
  csv_reader& operator=(csv_reader&&) noexcept;

  /// Goes to the next row that is CSV; rows that are not are findings and are passed over. False at the end.
  bool next();
  /// The fields of the row, in UTF-8; valid until the next call of `next`.
  [[nodiscard]] const std::vector<std::string_view>& fields() const;
  /// Where the row begins, from 1.
  [[nodiscard]] std::uint64_t line() const;
  /// Where a field of the row begins, its quote included; the row when it has no such field.
  [[nodiscard]] csv_place place(std::size_t field) const;
  /// False when the bytes could not be read.
  [[nodiscard]] bool readable() const;

 private:
  class state;
  std::unique_ptr<state> state_;
};

/// Writes rows. Characters that the encoding does not have are written '?' and counted.
class ESPPADOM_API csv_writer {
 public:
  explicit csv_writer(byte_sink sink, const csv_dialect& dialect = {});

  /// Errors: those of the sink.
  error_code write(const std::vector<std::string>& fields);
  /// Writes what is still held. Errors: those of the sink.
  error_code flush();
  /// How many characters had no place in the encoding.
  [[nodiscard]] std::uint64_t replaced() const { return replaced_; }

 private:
  void append(std::string_view field, bool only);

  byte_sink sink_;
  csv_dialect dialect_;
  std::string held_;
  std::uint64_t replaced_ = 0;
  bool begun_ = false;
};

/// Text that a spreadsheet cannot take for a formula, and back: "=1+1" ↔ "'=1+1". Every text comes back as it was.
ESPPADOM_API std::string guarded_formula(std::string_view text);
ESPPADOM_API std::string_view unguarded_formula(std::string_view text);

}  // namespace esppadom::inline ESPPADOM_ABI
