// The esppadom command: what conformance testers and operators run. It reads files, calls the library and writes what
// comes back; no amount is computed here.

#include <exception>
#include <iostream>
#include <variant>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"

namespace cli {
namespace {

struct runner {
  speaker to;

  outcome operator()(const said_all& done) const { return done.end; }
  outcome operator()(const validate_options& options) const { return run_validate(options, to); }
  outcome operator()(const convert_options& options) const { return run_convert(options, to); }
  outcome operator()(const correction_rate_options& options) const { return run_correction_rate(options, to); }
  outcome operator()(const bill_options& options) const { return run_bill(options, to); }
  outcome operator()(const explain_options& options) const { return run_explain(options, to); }
  outcome operator()(const report_options& options) const { return run_report(options, to); }
  outcome operator()(const conformance_options& options) const { return run_conformance(options, to); }
  outcome operator()(const diff_options& options) const { return run_diff(options, to); }
  outcome operator()(const reconcile_options& options) const { return run_reconcile(options, to); }
  outcome operator()(const statistics_options& options) const { return run_statistics(options, to); }
  outcome operator()(const statements_options& options) const { return run_statements(options, to); }
  outcome operator()(const identify_options& options) const { return run_identify(options, to); }
  outcome operator()(const view_options& options) const { return run_view(options, to); }
  outcome operator()(const apa_options& options) const { return run_apa(options, to); }
  outcome operator()(const ledger_options& options) const { return run_ledger(options, to); }
  outcome operator()(const rules_options& options) const { return run_rules(options, to); }
};

outcome run(const arguments& read) {
  const speaker to(read.language);
  try {
    return std::visit(runner{to}, read.what);
  } catch (const usage_error& error) {
    std::cerr << "esppadom: " << error.what() << "\n"
              << to.say({"Try: esppadom --help", "Essayez : esppadom --help"}) << "\n";
  } catch (const std::exception& error) {
    std::cerr << "esppadom: " << error.what() << "\n";
  }
  return outcome::unusable;
}

}  // namespace

void emit(std::string_view text, const speaker& to) {
  std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
  std::cout.flush();
  if (!std::cout) {
    throw cannot_go_on(std::string(to.say({"cannot write to standard output",
                                           "écriture impossible sur la sortie "
                                           "standard"})));
  }
}

void emit_to(const std::string& path, std::string_view text, const speaker& to) {
  if (path.empty()) return emit(text, to);
  staged_file file(path);
  auto error = file.write(text);
  if (error == esppadom::error_code::success) error = file.commit();
  if (error != esppadom::error_code::success)
    throw cannot_go_on(to.say({"cannot write {0}", "écriture impossible de {0}"}, {path}));
}

void wrong_choice(std::string_view option, std::string_view text, std::string_view choices, const speaker& to) {
  throw usage_error(to.say({"{0}: '{1}' is none of: {2}", "{0} : « {1} » ne fait pas partie de : {2}"},
                           {std::string(option), std::string(text), std::string(choices)}));
}

void wrong_value(std::string_view option, std::string_view text, const words& expected, const speaker& to) {
  throw usage_error(to.say({"{0}: '{1}' is not {2}", "{0} : « {1} » n'est pas {2}"},
                           {std::string(option), std::string(text), std::string(to.say(expected))}));
}

void not_built_yet(std::string_view what, const speaker& to) {
  throw usage_error(to.say({"{0} is not built yet in this version", "{0} n'existe pas encore dans cette version"},
                           {std::string(what)}));
}

output_format format_of(std::string_view text, bool with_csv, const speaker& to) {
  const auto format = choice<output_format>("--format", text, to);
  if (format == output_format::csv && !with_csv) wrong_choice("--format", text, "text, json", to);
  return format;
}

}  // namespace cli

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return static_cast<int>(cli::run(cli::parse_arguments(argc, argv)));
}
