// From the log of a voice server to messages: reading logs and directories, and the report of what was not identified.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/csv.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/export.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/oversight/calls/messages.hpp"
#include "esppadom/oversight/calls/outcomes.hpp"
#include "esppadom/oversight/calls/raw_call.hpp"
#include "esppadom/rules/rule_book.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/paired_words.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a log or a directory may be at most. A file with more rows is one finding (ESP-CAL-006), and nothing is read.
struct call_limits {
  csv_limits csv;
  std::size_t rows = 5'000'000;
};

/// The calls of a log in CSV: UTF-8, columns call, at, number, caregiver, direction (arrival or departure), provider in
/// any order; only `at` is mandatory. The separator is the one the header uses. Times as YYYY-MM-DDThh:mm:ss, a blank
/// for T, seconds left out, or with an offset, which tells the two readings of the repeated autumn hour apart. Rows
/// that cannot be used are findings and are left out. Errors: invalid_value for a header without `at`; too_large.
ESPPADOM_API result<std::vector<raw_call>> read_calls_csv(std::string_view bytes, std::string_view file,
                                                          findings& found, const call_limits& limits = {});

/// A directory in CSV, one row a number: columns number, provider, beneficiary (mandatory), service, service_list,
/// aid_type, order, order_line, issuer, from, to. As `read_calls_csv` in all else.
ESPPADOM_API result<phone_directory> read_phone_directory_csv(std::string_view bytes, std::string_view file,
                                                              findings& found, const call_limits& limits = {});

/// The same in JSON: {"entries": [{"number": "…", "provider": "…", "beneficiary": "…", …}]}. Errors: those of
/// `read_circumstances_json`.
ESPPADOM_API result<phone_directory> read_phone_directory_json(std::string_view bytes, findings& found,
                                                               const json_read_options& options = {});

/// A directory in JSON where the text begins with a brace, else in CSV.
ESPPADOM_API result<phone_directory> read_phone_directory(std::string_view bytes, std::string_view file,
                                                          findings& found);

/// A log, identified.
struct identified_log {
  identification outcome;
  call_messages messages;
  call_counts counts;
  std::vector<call_row> left;  ///< calls that are no visit
};

/// Identifies a log (oversight/calls/identify.hpp) by the rules that hold for each beneficiary on each day, and makes
/// its messages. Of the circumstances the planned visits count. What is not identified is a finding (ESP-CAL), without
/// telephone number.
ESPPADOM_API identified_log identify_log(std::span<const raw_call> calls, const phone_directory& directory,
                                         const circumstances& given, const rule_book& rules,
                                         const call_message_settings& with, findings& found);

/// The canonical JSON (schema esppadom/identify/1), indented, with a line end: counts, the calls that are no visit, and
/// all findings of the run.
ESPPADOM_API std::string write_json(const identified_log& log, const findings& found, language in);

/// Why a call is no visit. Example: call_reason::no_departure is "no departure follows".
ESPPADOM_API paired_words words_of(call_reason reason);

}  // namespace esppadom::inline ESPPADOM_ABI
