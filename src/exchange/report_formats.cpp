// What validation found, in the forms other tools read: SARIF and JUnit.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/reports.hpp"
#include "esppadom/library.hpp"
#include "exchange/json_writer.hpp"
#if ESPPADOM_WITH_XML
#include "exchange/junit.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {
namespace {

using detail::json_writer;

// -- levels -----------------------------------------------------------------------------------------------------------

bool is_any_of(std::string_view code, std::initializer_list<std::string_view> codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string_view level_title(check_level level, language in) {
  const bool fr = in == language::french;
  switch (level) {
    case check_level::well_formed:
      return fr ? "bien formé" : "well-formed";
    case check_level::structure:
      return fr ? "structure" : "structure";
    default:
      return fr ? "sens" : "sense";
  }
}

// -- SARIF ------------------------------------------------------------------------------------------------------------

std::string_view sarif_level(severity level) {
  switch (level) {
    case severity::error:
      return "error";
    case severity::warning:
      return "warning";
    default:
      return "note";
  }
}

// A path as a relative URI reference (RFC 3986): what is not allowed there is written %XX.
std::string uri_of(std::string_view path) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  constexpr std::string_view allowed = "-._~/!$&'()*+,;=@";
  std::string out;
  bool first_segment = true;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '/') first_segment = false;
    if (letter || allowed.find(c) != std::string_view::npos || (c == ':' && !first_segment)) {
      out.push_back(c);
    } else {
      out.push_back('%');
      out.push_back(hex[byte >> 4U]);
      out.push_back(hex[byte & 15U]);
    }
  }
  return path.starts_with("/") && !path.starts_with("//") ? "file://" + out : out;
}

void member(json_writer& to, std::string_view key, std::string_view text) {
  to.key(key);
  to.string(text);
}
void text_member(json_writer& to, std::string_view key, std::string_view text) {
  to.key(key);
  to.begin_object();
  member(to, "text", text);
  to.end_object();
}

using kind_index = std::map<std::string_view, std::size_t>;

struct sarif_rules {
  std::vector<const finding_kind*> kinds;
  kind_index at;
};

// One rule a code: the strict and the lenient kind of a code are one rule.
sarif_rules rules_of(const findings& found) {
  std::map<std::string_view, const finding_kind*> by_code;
  for (const auto& one : found.items()) {
    if (one.kind != nullptr) by_code.emplace(one.kind->code, one.kind);
  }
  for (const auto& one : found.dropped()) {
    if (one.kind != nullptr) by_code.emplace(one.kind->code, one.kind);
  }
  sarif_rules out;
  for (const auto& [code, kind] : by_code) {
    out.at.emplace(code, out.kinds.size());
    out.kinds.push_back(kind);
  }
  return out;
}

// The text of a kind without a finding: its placeholders become dots.
std::string general(std::string_view text) {
  std::string out;
  detail::append_filled(out, text, std::vector<std::string>(10, "…"));
  return out;
}

void write_rule(json_writer& to, const finding_kind& kind, language in) {
  const bool fr = in == language::french;
  to.begin_object();
  member(to, "id", kind.code);
  text_member(to, "shortDescription", general(fr ? kind.fr : kind.en));
  const std::string_view why = fr ? kind.why_fr : kind.why_en;
  if (!why.empty()) text_member(to, "fullDescription", why);
  const std::string_view remedy = fr ? kind.remedy_fr : kind.remedy_en;
  if (!remedy.empty()) text_member(to, "help", general(remedy));
  to.key("defaultConfiguration");
  to.begin_object();
  member(to, "level", sarif_level(kind.level));
  to.end_object();
  to.key("properties");
  to.begin_object();
  member(to, "checkLevel", name_of(level_of(kind.code)));
  member(to, "standing", name_of(kind.evidence));
  to.end_object();
  to.end_object();
}

void write_location(json_writer& to, const finding& one) {
  to.key("locations");
  to.begin_array();
  to.begin_object();
  if (!one.file.empty()) {
    to.key("physicalLocation");
    to.begin_object();
    to.key("artifactLocation");
    to.begin_object();
    member(to, "uri", uri_of(one.file));
    to.end_object();
    if (one.line > 0) {
      to.key("region");
      to.begin_object();
      to.key("startLine");
      to.integer(static_cast<std::int64_t>(one.line));
      if (one.column > 0) {
        to.key("startColumn");
        to.integer(static_cast<std::int64_t>(one.column));
      }
      to.end_object();
    }
    to.end_object();
  }
  if (!one.path.empty()) {
    to.key("logicalLocations");
    to.begin_array();
    to.begin_object();
    member(to, "fullyQualifiedName", one.path);
    to.end_object();
    to.end_array();
  }
  to.end_object();
  to.end_array();
}

void write_result(json_writer& to, const finding& one, const sarif_rules& rules, language in) {
  to.begin_object();
  member(to, "ruleId", one.code());
  to.key("ruleIndex");
  to.integer(static_cast<std::int64_t>(rules.at.at(one.code())));
  member(to, "level", sarif_level(one.level()));
  text_member(to, "message", message(one, in));
  if (!one.file.empty() || !one.path.empty()) write_location(to, one);
  if (!one.document.empty()) {
    to.key("properties");
    to.begin_object();
    member(to, "document", one.document);
    to.end_object();
  }
  to.end_object();
}

// Findings that were counted without being kept are told as a notification: no result speaks for them.
void write_dropped(json_writer& to, const findings& found, const sarif_rules& rules, language in) {
  const auto rows = dropped_rows_of(found);
  if (rows.empty()) return;
  to.key("invocations");
  to.begin_array();
  to.begin_object();
  to.key("executionSuccessful");
  to.raw("true");
  to.key("toolExecutionNotifications");
  to.begin_array();
  for (const auto& row : rows) {
    const std::string count = std::to_string(row.count);
    to.begin_object();
    to.key("associatedRule");
    to.begin_object();
    member(to, "id", row.code);
    to.key("index");
    to.integer(static_cast<std::int64_t>(rules.at.at(row.code)));
    to.end_object();
    member(to, "level", sarif_level(row.severity));
    text_member(to, "message",
                in == language::french
                    ? count + " autres constats " + row.code + " ont été comptés sans être listés."
                    : count + " further findings " + row.code + " were counted without being listed.");
    to.end_object();
  }
  to.end_array();
  to.end_object();
  to.end_array();
}

std::vector<const finding*> sorted(const findings& found) {
  std::vector<const finding*> out;
  for (const auto& one : found.items()) {
    if (one.kind != nullptr) out.push_back(&one);
  }
  std::stable_sort(out.begin(), out.end(), [](const finding* a, const finding* b) { return finding_less(*a, *b); });
  return out;
}

}  // namespace

check_level level_of(std::string_view code) {
  if (code.starts_with("ESP-ARC-")) return check_level::well_formed;
  if (code.starts_with("ESP-XML-")) {
    return code < "ESP-XML-020" || code == "ESP-XML-039" ? check_level::well_formed : check_level::structure;
  }
  if (code.starts_with("ESP-JSON-")) {
    const bool text = is_any_of(code, {"ESP-JSON-001", "ESP-JSON-010", "ESP-JSON-011", "ESP-JSON-012"});
    return text ? check_level::well_formed : check_level::structure;
  }
  return code.starts_with("ESP-CSV-") ? check_level::structure : check_level::sense;
}

std::string write_sarif(const validation& checked, language in) {
  std::string out;
  const sarif_rules rules = rules_of(checked.found);
  json_writer to(out, json_layout::indented);
  to.begin_object();
  member(to, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  member(to, "version", "2.1.0");
  to.key("runs");
  to.begin_array();
  to.begin_object();
  to.key("tool");
  to.begin_object();
  to.key("driver");
  to.begin_object();
  member(to, "name", "esppadom");
  member(to, "version", library_version());
  member(to, "semanticVersion", library_version());
  member(to, "language", in == language::french ? "fr" : "en");
  to.key("rules");
  to.begin_array();
  for (const auto* kind : rules.kinds)
    write_rule(to, *kind, in);
  to.end_array();
  to.end_object();
  to.end_object();
  write_dropped(to, checked.found, rules, in);
  member(to, "columnKind", "unicodeCodePoints");
  to.key("results");
  to.begin_array();
  for (const auto* one : sorted(checked.found))
    write_result(to, *one, rules, in);
  to.end_array();
  to.end_object();
  to.end_array();
  to.end_object();
  return out + "\n";
}

#if ESPPADOM_WITH_XML

namespace {

std::string line_of(const finding& one, language in) {
  std::string out;
  if (one.line > 0) out += std::to_string(one.line) + ":" + std::to_string(one.column) + " ";
  out += std::string(one.code()) + " " + message(one, in);
  if (!one.path.empty()) out += " [" + one.path + "]";
  return out + "\n";
}

}  // namespace

std::string write_junit(const validation& checked, language in) {
  std::map<std::string_view, std::vector<const finding*>> by_file;
  for (const auto& file : checked.files)
    by_file[file.file];
  for (const auto* one : sorted(checked.found))
    by_file[one->file].push_back(one);
  std::vector<detail::junit_suite> suites;
  for (const auto& [file, found] : by_file) {
    detail::junit_suite suite{file.empty() ? "-" : std::string(file), {}};
    for (const auto level : {check_level::well_formed, check_level::structure, check_level::sense}) {
      detail::junit_case test;
      test.class_name = "esppadom.validate";
      test.name = level_title(level, in);
      std::size_t errors = 0;
      for (const auto* one : found) {
        if (level_of(one->code()) != level) continue;
        const bool error = one->level() == severity::error;
        if (error && errors++ == 0) {
          test.failed = true;
          test.failure_type = one->code();
          test.failure_message = message(*one, in);
        }
        (error ? test.failure_text : test.output) += line_of(*one, in);
      }
      suite.cases.push_back(std::move(test));
    }
    suites.push_back(std::move(suite));
  }
  // Errors that were only counted must not look like success.
  detail::junit_suite counted{in == language::french ? "constats comptés" : "counted findings", {}};
  for (const auto& row : dropped_rows_of(checked.found)) {
    detail::junit_case test;
    test.class_name = "esppadom.validate";
    test.name = row.code;
    test.failed = row.severity == severity::error;
    test.failure_type = row.code;
    test.failure_message = "× " + std::to_string(row.count);
    if (!test.failed) test.output = "× " + std::to_string(row.count);
    counted.cases.push_back(std::move(test));
  }
  if (!counted.cases.empty()) suites.push_back(std::move(counted));
  return detail::junit_document("esppadom validate", suites);
}

#else

std::string write_junit(const validation&, language) { return {}; }

#endif

}  // namespace esppadom::inline ESPPADOM_ABI
