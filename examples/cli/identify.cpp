// esppadom identify: from the log of a voice server to DELIVERY messages.

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "esppadom/exchange/calls.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/xml.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"
#include "output.hpp"

namespace cli {
namespace {

using esppadom::error_code;
using esppadom::findings;

constexpr std::string_view schema = "esppadom/identify/1";

void need(const std::string& value, std::string_view option, const speaker& to) {
  if (value.empty()) throw usage_error(to.say({"{0} is missing", "{0} manque"}, {std::string(option)}));
}

/// Everything a log is identified with.
struct identify_inputs {
  std::vector<esppadom::raw_call> calls;
  esppadom::phone_directory directory;
  esppadom::circumstances planned;
  esppadom::rule_book rules;
  outcome end = outcome::fine;

  void ended(error_code error) { end = std::max(end, outcome_of(error)); }
};

/// The whole file; a finding where it cannot be read.
bool read_bytes(const std::string& path, std::string& into, identify_inputs& read, findings& found) {
  if (file_bytes(path).get(into) == error_code::success) return true;
  report_unreadable(path, found);
  read.end = outcome::unusable;
  return false;
}

identify_inputs read_inputs(const identify_options& options, findings& found) {
  identify_inputs read;
  std::string bytes;
  if (read_bytes(options.calls, bytes, read, found))
    read.ended(esppadom::read_calls_csv(bytes, options.calls, found).get(read.calls));
  if (read_bytes(options.directory, bytes, read, found))
    read.ended(esppadom::read_phone_directory(bytes, options.directory, found).get(read.directory));
  if (!options.rules.empty()) read.ended(esppadom::load_rule_book_file(options.rules, found).get(read.rules));
  if (!options.planned.empty()) {
    findings of_planned;
    read.end = std::max(read.end, read_circumstances(options.planned, read.planned, of_planned));
    found.merge(std::move(of_planned));
  }
  return read;
}

std::string xml_of(const std::vector<esppadom::delivery>& messages, const speaker& to) {
  std::string out;
  const esppadom::byte_sink sink{[&out](std::string_view bytes) {
    out += bytes;
    return error_code::success;
  }};
  esppadom::message_writer writer(sink, esppadom::default_envelope(esppadom::message_kind::delivery));
  for (const auto& message : messages) {
    if (writer.write(message) != error_code::success)
      throw cannot_go_on(
          to.say({"XML cannot carry what message {0} says", "XML ne peut porter ce que dit le message {0}"},
                 {message.delivery_id}));
  }
  static_cast<void>(writer.finish());
  return out;
}

void write_folder(const identify_options& options, const esppadom::identified_log& log, const std::string& report,
                  const speaker& to) {
  staged_folder folder(options.out);
  auto error = folder.add("identify.json", report);
  if (error == error_code::success && !log.messages.visits.empty())
    error = folder.add("deliveries.xml", xml_of(log.messages.visits, to));
  if (error == error_code::success && !log.messages.raw_stamps.empty())
    error = folder.add("raw-stamps.xml", xml_of(log.messages.raw_stamps, to));
  if (error == error_code::success) error = folder.commit();
  if (error == error_code::success) return;
  throw cannot_go_on(to.say({"cannot write {0}", "écriture impossible de {0}"}, {folder.failed().generic_string()}));
}

std::string report_text(const esppadom::identified_log& log, const findings& found, const speaker& to) {
  std::string out = heading(to.say({"Calls", "Appels"}));
  text_table table({{"", text_table::align::left}, {"", text_table::align::right}});
  const auto add = [&](const words& what, std::int64_t count) {
    table.add({std::string(to.say(what)), to.count(static_cast<std::uint64_t>(count))});
  };
  add({"in the log", "au journal"}, log.counts.calls);
  add({"of a visit", "d'une intervention"}, log.counts.in_visits);
  add({"repeated", "répétés"}, log.counts.duplicates);
  add({"incomplete", "incomplets"}, log.counts.incomplete);
  add({"ambiguous", "ambigus"}, log.counts.ambiguous);
  add({"not identified", "non identifiés"}, log.counts.unidentified);
  add({"visits made of them", "interventions obtenues"}, log.counts.visits);
  out += table.str();
  return out + "\n" + findings_text(found, to) + findings_count_text(found, to) + "\n";
}

}  // namespace

outcome run_identify(const identify_options& options, const speaker& to) {
  need(options.calls, "--calls", to);
  need(options.directory, "--directory", to);
  need(options.out, "--out", to);
  const auto format = format_of(options.format, false, to);
  esppadom::call_message_settings with;
  with.transaction_id = options.transaction;
  with.method = options.method;
  if (!options.issued_at.empty()) {
    const auto issued = esppadom::parse_local_time(options.issued_at);
    if (!issued)
      wrong_value("--issued-at", options.issued_at, {"a time YYYY-MM-DDThh:mm:ss", "une heure AAAA-MM-JJThh:mm:ss"},
                  to);
    with.issued_at = *issued;
  }
  findings found;
  const auto read = read_inputs(options, found);
  if (read.end != outcome::fine) {
    emit_refusal(schema, found, format, to);
    return read.end;
  }
  const auto log = esppadom::identify_log(read.calls, read.directory, read.planned, read.rules, with, found);
  const auto report = write_json(log, found, to.language());
  write_folder(options, log, report, to);
  emit(format == output_format::json ? report : report_text(log, found, to), to);
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
