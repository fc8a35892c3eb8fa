// Findings for people: grouped by kind, errors first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"
#include "text.hpp"

namespace cli {

/// All findings of one kind. `count` includes those that were only counted.
struct finding_group {
  const esppadom::finding_kind* kind = nullptr;
  std::uint64_t count = 0;
  std::vector<const esppadom::finding*> kept;  ///< sorted by place
};

/// Errors first, then by code.
std::vector<finding_group> grouped(const esppadom::findings& found);

/// "error", "avertissement", …
std::string_view severity_word(esppadom::severity level, const speaker& to);

/// Each kind with its first occurrences: where, and what to do.
std::string findings_text(const esppadom::findings& found, const speaker& to);

/// Each kind with its number and the text of its first occurrence: for summaries.
std::string findings_by_kind_text(const esppadom::findings& found, const speaker& to);

/// Says why a command did nothing: in JSON as the findings alone on standard output, else in words on standard error.
void emit_refusal(std::string_view schema, const esppadom::findings& found, output_format format, const speaker& to);

/// How a command ends that could not read an input: `unusable` where nothing could be made of it, `errors` where it was
/// understood and refused.
outcome outcome_of(esppadom::error_code error);

/// "2 errors, 1 warning, 5 remarks".
std::string findings_count_text(const esppadom::findings& found, const speaker& to);

}  // namespace cli
