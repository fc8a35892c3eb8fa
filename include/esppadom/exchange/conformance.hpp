// The conformance kit as a function: cases with what is expected of software that reads ESPPADOM messages, run with
// this library or compared with the answers of another one; and a judgement of the files another one writes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/validate.hpp"
#include "esppadom/export.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

enum class case_verdict : std::uint8_t { passed, failed, not_answered };

template <>
struct enum_names<case_verdict> {
  static constexpr enum_name<case_verdict> items[] = {
      {case_verdict::passed, "passed"}, {case_verdict::failed, "failed"}, {case_verdict::not_answered, "not_answered"}};
};

/// The same text in both languages.
struct both_languages {
  std::string en;
  std::string fr;

  [[nodiscard]] const std::string& in(language which) const { return which == language::french ? fr : en; }
};

/// How one case went.
struct case_result {
  std::string area;  ///< the folder of the case
  std::string name;
  both_languages proves;
  std::string kind;      ///< row, variant, finding, near_miss, writer, encoding
  std::string standing;  ///< of what it proves: "known", "inferred (high)", …, "open"
  std::string source;
  std::vector<std::string> covers;
  case_verdict verdict = case_verdict::failed;
  std::vector<both_languages> faults;  ///< why it failed
};

/// What was found in the files another software wrote.
struct written_files {
  std::size_t files = 0;
  std::uint64_t messages = 0;
  /// By level: errors, warnings, remarks.
  std::map<check_level, std::array<std::uint64_t, 3>> counts;
  /// How many findings of a code.
  std::map<std::string, std::uint64_t> codes;
  findings found;
};

struct conformance_report {
  std::string judged;      ///< the software that was judged, e.g. "esppadom 0.1.0"
  std::string version;     ///< of this library
  std::string kit_sha256;  ///< of all files of the kit; empty when the library was built without SHA-256
  std::size_t kit_files = 0;
  std::vector<case_result> cases;  ///< sorted by area and name
  std::optional<written_files> written;

  [[nodiscard]] std::size_t count(case_verdict verdict) const;
  /// Whether no case failed and the written files have no error. Cases that were not answered do not fail.
  [[nodiscard]] bool passed() const;
};

struct conformance_options {
  std::string judged;                            ///< name of the software judged; empty = this library
  std::optional<std::filesystem::path> answers;  ///< compare these instead of running the cases with this library
  std::optional<std::filesystem::path> written;  ///< files the software judged wrote: checked in profile strict
  /// Receives the answer of this library to every case, as `<area>/<name>.json` and its text.
  std::function<error_code(const std::string& name, std::string_view text)> keep_answer;
};

/// Runs the cases below a folder (`<area>/<name>.json`, schema "esppadom/conformance-case/1"). Errors, each with a
/// finding: unreadable when the folder holds no case, invalid_value when a case cannot be understood, not_built without
/// XML or JSON.
ESPPADOM_API result<conformance_report> run_conformance(const std::filesystem::path& kit, findings& found,
                                                        const conformance_options& options = {});

/// Test Anything Protocol, version 13.
ESPPADOM_API std::string write_tap(const conformance_report& report, language in);
/// JUnit's XML: a suite an area.
ESPPADOM_API std::string write_junit(const conformance_report& report, language in);
/// `"schema": "esppadom/conformance/1"`.
ESPPADOM_API std::string write_json(const conformance_report& report, language in);
/// A report to attach to an answer to a tender: what was run and how it went by area and by standing.
ESPPADOM_API std::string write_markdown(const conformance_report& report, language in);
/// The same as one page that needs no other file.
ESPPADOM_API std::string write_html(const conformance_report& report, language in);

}  // namespace esppadom::inline ESPPADOM_ABI
