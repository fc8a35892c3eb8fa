#include "esppadom/exchange/reports.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "exchange/json_write.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

template <class T>
std::optional<T> unless(const T& value, const T& unknown) {
  if (value == unknown) return std::nullopt;
  return value;
}

finding_row row_of(const finding& found, language in) {
  return {std::string(found.code()),
          found.level(),
          unless(found.document, std::string()),
          unless(found.path, std::string()),
          unless(found.file, std::string()),
          unless(found.line, std::uint64_t{0}),
          unless(found.column, std::uint64_t{0}),
          message(found, in)};
}

}  // namespace

std::vector<finding_row> rows_of(const findings& found, language in) {
  std::vector<const finding*> sorted;
  sorted.reserve(found.items().size());
  for (const finding& one : found.items())
    sorted.push_back(&one);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const finding* a, const finding* b) { return finding_less(*a, *b); });
  std::vector<finding_row> rows;
  rows.reserve(sorted.size());
  for (const finding* one : sorted)
    rows.push_back(row_of(*one, in));
  return rows;
}

std::vector<dropped_row> dropped_rows_of(const findings& found) {
  std::vector<dropped_row> rows;
  for (const dropped_findings& entry : found.dropped()) {
    if (entry.kind) rows.push_back({std::string(entry.kind->code), entry.kind->level, entry.count});
  }
  std::sort(rows.begin(), rows.end(), [](const dropped_row& a, const dropped_row& b) {
    return std::tie(a.code, a.severity) < std::tie(b.code, b.severity);
  });
  return rows;
}

validation_report report_of(const validation& checked, language in) {
  validation_report report;
  for (const validated_file& file : checked.files) {
    file_row& row = report.files.emplace_back();
    row.file = file.file;
    if (file.message) row.message = std::string(name_of(*file.message));
    row.version = file.version;
    row.messages = file.messages;
  }
  std::stable_sort(report.files.begin(), report.files.end(),
                   [](const file_row& a, const file_row& b) { return a.file < b.file; });
  report.findings = rows_of(checked.found, in);
  report.findings_dropped = dropped_rows_of(checked.found);
  return report;
}

std::string write_json(const validation_report& report) {
  return detail::json_text_of(report, {json_layout::indented, json_absent::shown}) + "\n";
}

std::string write_findings_json(std::string_view schema, const findings& found, language in) {
  std::string out;
  detail::json_writer to(out, json_layout::indented);
  to.begin_object();
  to.key("schema");
  to.string(schema);
  to.key("findings");
  detail::write_value(to, rows_of(found, in), json_absent::shown);
  to.key("findings_dropped");
  detail::write_value(to, dropped_rows_of(found), json_absent::shown);
  to.end_object();
  return out + "\n";
}

}  // namespace esppadom::inline ESPPADOM_ABI
