// What must hold for any bytes given to the readers of CSV: for tests and for fuzzing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/circumstances_csv.hpp"
#include "esppadom/exchange/csv_mapping.hpp"

namespace esppadom_laws {

/// The texts of all findings, in both languages: they must not fail either.
inline void speak(const esppadom::findings& found) {
  for (const auto& one : found.items()) {
    static_cast<void>(message(one, esppadom::language::english));
    static_cast<void>(message(one, esppadom::language::french));
  }
}

/// Whatever the bytes: rows that were read are written and read back as they were, in every separator and encoding, and
/// nothing more is found wrong with them. Empty = the law holds; else what is broken.
inline std::string csv_reads_back(std::string_view bytes) {
  using namespace esppadom;
  for (const auto& separator : enum_names<csv_separator>::items) {
    for (const auto& encoding : enum_names<csv_encoding_name>::items) {
      csv_dialect dialect;
      dialect.separator = separator.value;
      dialect.encoding = encoding.value;
      csv_limits limits;
      limits.row_bytes = 4096;
      limits.columns = 64;
      findings found;
      std::vector<std::vector<std::string>> rows;
      csv_reader reader(bytes_of(bytes), found, dialect, {}, limits);
      while (reader.next())
        rows.emplace_back(reader.fields().begin(), reader.fields().end());
      std::string text;
      csv_writer writer({[&](std::string_view part) {
                          text += part;
                          return error_code::success;
                        }},
                        dialect);
      for (const auto& row : rows)
        static_cast<void>(writer.write(row));
      static_cast<void>(writer.flush());
      if (writer.replaced() > 0) return "a character that was read cannot be written in its encoding";
      findings again;
      csv_reader second(bytes_of(text), again, dialect);
      std::size_t index = 0;
      for (; second.next(); ++index) {
        if (index >= rows.size()) return "more rows are read back than were written";
        if (std::vector<std::string>(second.fields().begin(), second.fields().end()) != rows[index])
          return "a row is not read back as it was";
      }
      if (index != rows.size() || !again.empty()) return "a row is not read back";
    }
  }
  return {};
}

/// Whatever the bytes: a shipped mapping and the circumstances take them without an exception and without an end.
inline std::string csv_is_taken(std::string_view bytes) {
  using namespace esppadom;
  findings found;
  static const result<csv_mapping> mapping = [] {
    findings none;
    return load_csv_mapping(shipped_csv_mapping("visits"), none);
  }();
  if (!mapping) return "the shipped mapping does not load";
  csv_importer importer(*mapping, {bytes_of(bytes)}, found);
  delivery message;
  std::size_t count = 0;
  while (importer.next(message))
    ++count;
  if (count > bytes.size()) return "more messages than bytes";
  circumstances given;
  static_cast<void>(read_circumstances_csv(bytes, "absences.csv", given, found));
  static_cast<void>(read_circumstances_csv(bytes, "circumstances.csv", given, found));
  speak(found);
  return {};
}

/// Whatever the bytes: a mapping file is loaded or refused with a finding.
inline std::string csv_mapping_is_judged(std::string_view bytes) {
  esppadom::findings found;
  const auto mapping = esppadom::load_csv_mapping(bytes, found);
  speak(found);
  return mapping || found.has_errors() ? std::string() : std::string("a mapping is refused without a finding");
}

/// One of them, as the first byte says: '{' begins a mapping file, '#' rows of any form, anything else rows to import.
inline std::string csv_law(std::string_view bytes) {
  if (bytes.starts_with('{')) return csv_mapping_is_judged(bytes);
  return bytes.starts_with('#') ? csv_reads_back(bytes.substr(1)) : csv_is_taken(bytes);
}

}  // namespace esppadom_laws
