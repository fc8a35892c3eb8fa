// The command line as CLI11 sees it: one function a command, in options_*.cpp, says which words it takes.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"

namespace cli {

/// The command line as CLI11 sees it. It only takes words apart; what they mean is checked by the commands.
class command_line {
 public:
  explicit command_line(esppadom::language in);

  request parse(int argc, const char* const* argv);

 private:
  std::string text(const words& both) const;

  static request said(const std::string& what, outcome end);

  std::string help() const;

  void set_up(CLI::App& app);
  CLI::App& add_command(const char* name, const words& about);

  void add(CLI::App& app, const char* name, std::string& into, const char* type, const words& about);
  void add(CLI::App& app, const char* name, std::vector<std::string>& into, const char* type, const words& about);

  void add_validate();
  void add_convert();
  void add_correction_rate();
  void add_bill();
  void add_explain();
  void add_report();

  /// What billing reads, for every command that bills.
  void add_bill_inputs(CLI::App& app, bill_options& into);
  void add_diff();
  void add_conformance();
  void add_ledger();
  void add_apa();
  void add_rules();
  void add_reconcile();
  void add_statistics();
  void add_statements();
  void add_identify();
  void add_view();

  request chosen() const;

  void refuse_unknown_command(int argc, const char* const* argv) const;

  /// " (did you mean …?)", where a known word is near.
  std::string meant(std::string_view word, const std::vector<std::string>& known) const;

  /// Says which word of the line is none that the command takes.
  std::string of_unknown_argument() const;

  std::string explained(const CLI::ParseError& error) const;

  speaker to_;
  CLI::App app_;
  std::string lang_;
  validate_options validate_;
  convert_options convert_;
  correction_rate_options correction_rate_;
  bill_options bill_;
  explain_options explain_;
  report_options report_;
  conformance_options conformance_;
  diff_options diff_;
  apa_options apa_;
  ledger_options ledger_;
  rules_options rules_;
  reconcile_options reconcile_;
  statistics_options statistics_;
  statements_options statements_;
  identify_options identify_;
  view_options view_;
};

}  // namespace cli
