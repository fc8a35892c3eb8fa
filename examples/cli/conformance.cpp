// esppadom conformance: runs the cases of the conformance kit, compares the answers of another software with them, and
// judges the files it writes.

#include <filesystem>
#include <iostream>

#include "commands.hpp"
#include "esppadom/exchange/conformance.hpp"
#include "findings_text.hpp"
#include "output.hpp"

namespace cli {

enum class conformance_format { tap, junit, json, markdown, html };

}  // namespace cli

template <>
struct esppadom::enum_names<cli::conformance_format> {
  using enum cli::conformance_format;
  static constexpr enum_name<cli::conformance_format> items[] = {
      {tap, "tap"}, {junit, "junit"}, {json, "json"}, {markdown, "markdown"}, {html, "html"}};
};

namespace cli {
namespace {

std::string report_in(conformance_format format, const esppadom::conformance_report& report, const speaker& to) {
  switch (format) {
    case conformance_format::junit:
      return write_junit(report, to.language());
    case conformance_format::json:
      return write_json(report, to.language());
    case conformance_format::markdown:
      return write_markdown(report, to.language());
    case conformance_format::html:
      return write_html(report, to.language());
    default:
      return write_tap(report, to.language());
  }
}

void need_folder(const std::string& path, const speaker& to) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return;
  throw cannot_go_on(to.say({"{0} is not a folder", "{0} n'est pas un dossier"}, {path}));
}

}  // namespace

outcome run_conformance(const conformance_options& options, const speaker& to) {
  if (options.kit.empty()) throw usage_error(std::string(to.say({"no kit is given", "aucun kit n'est donné"})));
  const auto format = choice<conformance_format>("--format", options.format, to);
  if (!options.answers.empty() && !options.write_answers.empty()) {
    throw usage_error(std::string(
        to.say({"--answers and --write-answers exclude each other", "--answers et --write-answers s'excluent"})));
  }
  need_folder(options.kit, to);
  esppadom::conformance_options how;
  how.judged = options.name;
  if (!options.answers.empty()) {
    need_folder(options.answers, to);
    how.answers = options.answers;
  }
  if (!options.written.empty()) {
    need_folder(options.written, to);
    how.written = options.written;
  }
  std::optional<staged_folder> answers;
  if (!options.write_answers.empty()) {
    answers.emplace(options.write_answers);
    how.keep_answer = [&](const std::string& name, std::string_view text) { return answers->add(name, text); };
  }
  esppadom::findings found;
  esppadom::conformance_report report;
  const auto error = esppadom::run_conformance(options.kit, found, how).get(report);
  std::cerr << findings_text(found, to);
  if (error != esppadom::error_code::success) return outcome::unusable;
  if (answers && answers->commit() != esppadom::error_code::success) {
    throw cannot_go_on(to.say({"cannot write {0}", "écriture impossible de {0}"}, {answers->failed().string()}));
  }
  emit(report_in(format, report, to), to);
  return report.passed() && !found.has_errors() ? outcome::fine : outcome::errors;
}

}  // namespace cli
