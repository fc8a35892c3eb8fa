// esppadom validate: reads files and says what is wrong with them.

#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>

#include "commands.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/severity_profile.hpp"
#include "esppadom/exchange/validate.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"

namespace cli {

enum class report_format { text, json, junit, sarif };

}  // namespace cli

template <>
struct esppadom::enum_names<cli::report_format> {
  static constexpr enum_name<cli::report_format> items[] = {{cli::report_format::text, "text"},
                                                            {cli::report_format::json, "json"},
                                                            {cli::report_format::junit, "junit"},
                                                            {cli::report_format::sarif, "sarif"}};
};

namespace cli {
namespace {

struct checked_files {
  esppadom::validation what;
  bool readable = true;
};

// A profile is one of the library's, or a file: what is neither is read as a file, so that its absence is told.
esppadom::severity_profile profile_of(const std::string& name, const speaker& to) {
  esppadom::severity_profile out;
  if (esppadom::built_in_profile(name).get(out) == esppadom::error_code::success) return out;
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::path(name), error))
    wrong_choice("--profile", name, std::string(to.say({"strict, lenient, FILE", "strict, lenient, FICHIER"})), to);
  esppadom::findings found;
  if (esppadom::load_severity_profile_file(std::filesystem::path(name), found).get(out) !=
      esppadom::error_code::success) {
    std::cerr << findings_text(found, to);
    throw cannot_go_on(std::string(to.say({"the profile cannot be used", "le profil est inutilisable"})) + ": " + name);
  }
  return out;
}

checked_files check(const validate_options& options, const esppadom::severity_profile& profile, const speaker& to) {
  checked_files checked;
  esppadom::validation_options how;
  how.levels = profile;
  esppadom::validator checks(how);
  progress bar(to, size_of(options.paths));
  const bool all = for_each_input(options.paths, checks.found(), [&](esppadom::input& one) {
    checked.what.files.push_back(checks.add(counted(std::move(one.bytes), bar), one.name));
    checked.readable = checked.readable && checked.what.files.back().message.has_value();
  });
  checked.readable = checked.readable && all;
  checked.what.found = checks.finish([&](const auto& wanted, const auto& each) {
    esppadom::findings told;  // when they were read first
    for_each_input(options.paths, told, [&](esppadom::input& one) {
      if (wanted(one.name)) each(one.name, std::move(one.bytes));
    });
  });
  return checked;
}

std::string text_of(const esppadom::validation& checked, const speaker& to) {
  std::string out = findings_text(checked.found, to);
  if (!out.empty()) out += "\n";
  text_table table({{std::string(to.say({"file", "fichier"}))},
                    {std::string(to.say({"message", "message"}))},
                    {std::string(to.say({"version", "version"}))},
                    {std::string(to.say({"messages read", "messages lus"})), text_table::align::right}});
  for (const auto& file : report_of(checked, to.language()).files)
    table.add({file.file, file.message.value_or("–"), file.version.value_or("–"), to.count(file.messages)});
  return out + table.str() + "\n" + findings_count_text(checked.found, to) + "\n";
}

std::string report_in(report_format format, const esppadom::validation& checked, const speaker& to) {
  switch (format) {
    case report_format::json:
      return write_json(report_of(checked, to.language()));
    case report_format::junit:
      return write_junit(checked, to.language());
    case report_format::sarif:
      return write_sarif(checked, to.language());
    default:
      return text_of(checked, to);
  }
}

}  // namespace

outcome run_validate(const validate_options& options, const speaker& to) {
  if (options.paths.empty()) throw usage_error(std::string(to.say({"no file is given", "aucun fichier n'est donné"})));
  const auto profile = profile_of(options.profile, to);
  const auto format = choice<report_format>("--format", options.format, to);

  const auto checked = check(options, profile, to);
  const auto& what = checked.what;
  emit(report_in(format, what, to), to);
  if (!checked.readable) return outcome::unusable;
  return what.found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
