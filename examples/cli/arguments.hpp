// What the command line says.
#pragma once

#include <variant>

#include "commands.hpp"
#include "esppadom/value/result.hpp"

namespace cli {

/// Nothing to do: what there was to say (help, version, a mistake) has been said.
struct said_all {
  outcome end = outcome::fine;
};

using request = std::variant<said_all, validate_options, convert_options, correction_rate_options, bill_options,
                             conformance_options, diff_options, apa_options, ledger_options, rules_options,
                             explain_options, report_options, reconcile_options, statistics_options, statements_options,
                             identify_options, view_options>;

struct arguments {
  esppadom::language language = esppadom::language::english;
  request what;
};

/// Reads the command line. The language is that of --lang, else of the environment (LC_ALL, LC_MESSAGES, LANG), else
/// English.
arguments parse_arguments(int argc, const char* const* argv);

}  // namespace cli
