// The JSON that commands and bindings give about data: findings as rows, and what was read. Keys are stable and always
// present; what is unknown is null. Arrays are sorted, nothing depends on a clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/validate.hpp"
#include "esppadom/export.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A finding in one language, as a row of a report. `line` and `column` are 1-based.
struct finding_row {
  std::string code;
  esppadom::severity severity = esppadom::severity::error;
  std::optional<std::string> id;  ///< of the document it is about
  std::optional<std::string> path;
  std::optional<std::string> file;
  std::optional<std::uint64_t> line;
  std::optional<std::uint64_t> column;
  std::string message;

  friend bool operator==(const finding_row&, const finding_row&) = default;
};

/// How many findings of a kind were counted without being kept.
struct dropped_row {
  std::string code;
  esppadom::severity severity = esppadom::severity::error;
  std::uint64_t count = 0;

  friend bool operator==(const dropped_row&, const dropped_row&) = default;
};

/// What a file holds. `message` and `version` are unknown when it could not be read.
struct file_row {
  std::string file;
  std::optional<std::string> message;
  std::optional<std::string> version;
  std::uint64_t messages = 0;

  friend bool operator==(const file_row&, const file_row&) = default;
};

/// What is known after files were checked.
struct validation_report {
  std::string schema = "esppadom/validate/1";
  std::vector<file_row> files;
  std::vector<finding_row> findings;
  std::vector<dropped_row> findings_dropped;

  friend bool operator==(const validation_report&, const validation_report&) = default;
};

template <>
inline constexpr auto description<finding_row> =
    fields(field<&finding_row::code>("code"), field<&finding_row::severity>("gravité"),
           field<&finding_row::id>("n° de document"), field<&finding_row::path>("chemin"),
           field<&finding_row::file>("fichier"), field<&finding_row::line>("ligne"),
           field<&finding_row::column>("colonne"), field<&finding_row::message>("texte"));

template <>
inline constexpr auto description<dropped_row> = fields(field<&dropped_row::code>("code"),
                                                        field<&dropped_row::severity>("gravité"),
                                                        field<&dropped_row::count>("nombre"));

template <>
inline constexpr auto description<file_row> = fields(field<&file_row::file>("fichier"),
                                                     field<&file_row::message>("message"),
                                                     field<&file_row::version>("version"),
                                                     field<&file_row::messages>("nombre de messages"));

template <>
inline constexpr auto description<validation_report> = fields(
    field<&validation_report::schema>("schéma"), field<&validation_report::files>("fichiers"),
    field<&validation_report::findings>("constats"), field<&validation_report::findings_dropped>("constats comptés"));

/// The findings that were kept, sorted by `finding_less`, with their texts in that language.
ESPPADOM_API std::vector<finding_row> rows_of(const findings& found, language in);

/// The findings that were only counted, sorted by code.
ESPPADOM_API std::vector<dropped_row> dropped_rows_of(const findings& found);

/// What `validate` says, as a report; files sorted by name.
ESPPADOM_API validation_report report_of(const validation& checked, language in);

/// Canonical JSON, indented, with a line end.
ESPPADOM_API std::string write_json(const validation_report& report);

/// What a finding is about: whether a file can be read at all, whether it is built as the standard says, whether what
/// it says makes sense.
enum class check_level : std::uint8_t { well_formed, structure, sense };

template <>
struct enum_names<check_level> {
  static constexpr enum_name<check_level> items[] = {
      {check_level::well_formed, "well_formed"}, {check_level::structure, "structure"}, {check_level::sense, "sense"}};
};

/// The level of a finding, by its code. Examples: ESP-XML-004 is well_formed, ESP-XML-020 structure, ESP-MSG-021 sense.
ESPPADOM_API check_level level_of(std::string_view code);

/// SARIF 2.1.0 (OASIS), what code-scanning services and editors read: one result a finding, one rule a kind of finding.
/// Columns count characters. The same data always give the same bytes.
ESPPADOM_API std::string write_sarif(const validation& checked, language in);

/// JUnit's XML, what continuous integration reads: a test suite a file with one test a level, which fails where there
/// are errors. Warnings and remarks stand in `system-out`.
ESPPADOM_API std::string write_junit(const validation& checked, language in);

/// `{"schema": …, "findings": […], "findings_dropped": […]}`: all a command has to say that could not do its work.
ESPPADOM_API std::string write_findings_json(std::string_view schema, const findings& found, language in);

}  // namespace esppadom::inline ESPPADOM_ABI
