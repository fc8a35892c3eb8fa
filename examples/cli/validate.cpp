// esppadom validate: reads files and says what is wrong with them.

#include <utility>

#include "commands.hpp"
#include "esppadom/exchange/reports.hpp"
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

checked_files check(const validate_options& options, esppadom::read_profile profile, const speaker& to) {
  checked_files checked;
  auto& found = checked.what.found;
  const auto names = expand(options.paths, {}, found);
  checked.readable = !found.has_errors();
  progress bar(to, size_of(names));
  for (const std::string& name : names) {
    esppadom::byte_source source;
    if (esppadom::bytes_of_file(name).get(source) == esppadom::error_code::success) {
      checked.what.files.push_back(validate(counted(std::move(source), bar), name, found, {profile, {}}));
    } else {
      report_unreadable(name, found);
      checked.what.files.push_back({name, std::nullopt, std::nullopt, 0});
    }
    checked.readable = checked.readable && checked.what.files.back().message.has_value();
  }
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
  const auto profile = choice<esppadom::read_profile>("--profile", options.profile, to);
  const auto format = choice<report_format>("--format", options.format, to);

  const auto checked = check(options, profile, to);
  const auto& what = checked.what;
  emit(report_in(format, what, to), to);
  if (!checked.readable) return outcome::unusable;
  return what.found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
