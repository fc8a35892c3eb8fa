// The commands: what the command line may say to each, and how each ends. Options are kept as they were written;
// the command that uses one checks it.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/value/enum_names.hpp"
#include "text.hpp"

namespace cli {

/// The exit status.
enum class outcome : int {
  fine = 0,
  errors = 1,    ///< findings of severity error; what is safe was written all the same
  unusable = 2,  ///< wrong use, or input that cannot be read; nothing was written
};

/// Wrong use of the command, in the user's language.
class usage_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An output that could not be written, or an input that stops everything.
class cannot_go_on : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct validate_options {
  std::vector<std::string> paths;
  std::string profile = "lenient";
  std::string format = "text";
};

struct convert_options {
  std::vector<std::string> files;
  std::string to;
  std::string profile = "round_trip";
  std::string output;
  std::string from;
  std::string mapping;
  std::vector<std::string> parameters;
  std::string circumstances;
  std::string list_fields;
  bool list_mappings = false;
  std::string format = "text";
};

struct correction_rate_options {
  std::vector<std::string> paths;
  std::string rules;
  std::string unit;
  std::string by = "provider";
  std::string month;
  std::string format = "text";
};

struct conformance_options {
  std::string kit;
  std::string answers;
  std::string written;
  std::string name;
  std::string write_answers;
  std::string format = "tap";
};

struct diff_options {
  std::vector<std::string> sides;
  bool personal = false;
  std::string format = "text";
};

struct bill_options {
  std::string rules;
  std::vector<std::string> orders;
  std::vector<std::string> deliveries;
  std::string month;
  std::string as_of;
  std::string out;
  std::string circumstances;
  std::string ledger;
  std::vector<std::string> complete_for;
  std::vector<std::string> validated;
  std::string issued_at;
  std::string transaction;
  std::string stage = "final";
  std::string compare;
  std::string format = "text";
  bool explain = false;
};

/// The inputs of bill, and which visit or which document.
struct explain_options {
  bill_options inputs;
  std::string delivery;
  std::string document;
  std::string provider;
  std::string format = "text";
  std::string output;
};

struct reconcile_options {
  std::vector<std::string> orders;
  std::vector<std::string> deliveries;
  std::vector<std::string> invoices;
  std::string rules;
  std::string circumstances;
  std::string ledger;
  std::string as_of;
  std::string from;
  std::string to;
  std::string provider;
  std::string funder;
  std::string service;
  std::string by = "provider";
  std::string format = "text";
};

struct statistics_options {
  std::string of;
  std::vector<std::string> orders;
  std::vector<std::string> deliveries;
  std::string rules;
  std::string circumstances;
  std::string ledger;
  std::string as_of;
  std::string from;
  std::string to;
  std::string now;
  std::string period = "month";
  std::string beneficiary;
  std::string provider;
  std::string caregiver;
  std::string service;
  std::string funder;
  std::string ledger_out;
  std::optional<std::int64_t> smallest_group;
  std::string format = "text";
};

struct statements_options {
  std::string action;
  std::string path;
  std::string ledger;
  std::string rules;
  std::string from;
  std::string to;
  std::string beneficiary;
  std::string provider;
  std::string funder;
  std::string head;
  std::string out;
  std::optional<int> keep_years;
  std::string format = "text";
};

struct identify_options {
  std::string calls;
  std::string directory;
  std::string planned;
  std::string rules;
  std::string issued_at;
  std::string transaction;
  std::string method = "IVR";
  std::string out;
  std::string format = "text";
};

struct view_options {
  std::vector<std::string> files;
  std::string role;
  std::string key_file;
  std::string provider;
  std::string beneficiary;
  std::string service;
  bool keep_dates = false;
  std::string output;
  std::string format = "text";
  std::optional<std::int64_t> smallest_group;
};

/// The inputs of bill, and where the page goes.
struct report_options {
  bill_options inputs;
  std::string output;
  std::optional<std::int64_t> smallest_group;
};

struct ledger_options {
  std::string action;
  std::vector<std::string> files;
  std::string rule_book;
  std::string provider;
  std::string service;
  std::string beneficiary;
  std::string output;
  std::string format = "text";
};

struct apa_options {
  std::string date;
  std::string gir;
  std::string plan;
  std::string resources;
  bool couple = false;
  std::string mtp;
  std::string csv;
  std::string format = "text";
};

struct rules_options {
  std::string action;
  std::string file;
  std::string at;
  std::string departement;
  std::string funder;
  std::string provider;
  std::string service;
  std::string beneficiary;
  std::string format = "text";
};

outcome run_validate(const validate_options& options, const speaker& to);
outcome run_convert(const convert_options& options, const speaker& to);
/// The parts of convert that have to do with CSV and with the listing of fields.
outcome run_convert_csv(const convert_options& options, const speaker& to);
outcome run_list_fields(const convert_options& options, const speaker& to);
outcome run_correction_rate(const correction_rate_options& options, const speaker& to);
outcome run_bill(const bill_options& options, const speaker& to);
outcome run_explain(const explain_options& options, const speaker& to);
outcome run_report(const report_options& options, const speaker& to);
outcome run_conformance(const conformance_options& options, const speaker& to);
outcome run_diff(const diff_options& options, const speaker& to);
outcome run_ledger(const ledger_options& options, const speaker& to);
outcome run_reconcile(const reconcile_options& options, const speaker& to);
outcome run_statistics(const statistics_options& options, const speaker& to);
outcome run_identify(const identify_options& options, const speaker& to);
outcome run_view(const view_options& options, const speaker& to);
outcome run_statements(const statements_options& options, const speaker& to);
outcome run_apa(const apa_options& options, const speaker& to);
outcome run_rules(const rules_options& options, const speaker& to);

/// Writes to standard output; throws `cannot_go_on` when it is closed or full.
void emit(std::string_view text, const speaker& to);
/// Writes to that file, whole or not at all, or to standard output when no file is named; throws `cannot_go_on`.
void emit_to(const std::string& path, std::string_view text, const speaker& to);

/// The value an option names; throws `usage_error`, which lists the choices.
[[noreturn]] void wrong_choice(std::string_view option, std::string_view text, std::string_view choices,
                               const speaker& to);
[[noreturn]] void wrong_value(std::string_view option, std::string_view text, const words& expected, const speaker& to);
[[noreturn]] void not_built_yet(std::string_view what, const speaker& to);

template <class E>
E choice(std::string_view option, std::string_view text, const speaker& to) {
  const auto value = esppadom::parse_enum<E>(text);
  if (value) return *value;
  std::string choices;
  for (const auto& item : esppadom::enum_names<E>::items)
    choices += (choices.empty() ? "" : ", ") + std::string(item.name);
  wrong_choice(option, text, choices, to);
}

enum class output_format { text, json, csv };

}  // namespace cli

template <>
struct esppadom::enum_names<cli::output_format> {
  static constexpr enum_name<cli::output_format> items[] = {
      {cli::output_format::text, "text"}, {cli::output_format::json, "json"}, {cli::output_format::csv, "csv"}};
};

namespace cli {

/// `csv` is refused where a command has none.
output_format format_of(std::string_view text, bool with_csv, const speaker& to);

}  // namespace cli
