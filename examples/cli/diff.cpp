// esppadom diff: what two messages or batches do not say alike.

#include <iostream>
#include <utility>

#include "commands.hpp"
#include "esppadom/exchange/difference_report.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"

namespace cli {
namespace {

struct side {
  esppadom::message_batch messages;
  bool readable = true;
};

side read_side(const std::string& path, const speaker& to) {
  side out;
  esppadom::findings found;
  bool any = false;
  progress bar(to, size_of({path}));
  const bool all = for_each_input({path}, found, [&](esppadom::input& one) {
    any = true;
    const auto read = read_messages(
        one, esppadom::read_profile::lenient, found, bar,
        [&](esppadom::any_message&& message, esppadom::message_reader&) { out.messages.add(std::move(message)); });
    out.readable = out.readable && read.readable;
  });
  out.readable = out.readable && all && any;
  // What could not be read cannot be compared: that is worth saying, remarks about form are not.
  if (found.has_errors()) std::cerr << findings_text(found, to);
  return out;
}

}  // namespace

outcome run_diff(const diff_options& options, const speaker& to) {
  if (options.sides.size() != 2)
    throw usage_error(std::string(to.say({"two files or folders are needed", "il faut deux fichiers ou dossiers"})));
  const auto format = format_of(options.format, false, to);
  const auto people = options.personal ? esppadom::personal_data::shown : esppadom::personal_data::hidden;
  const side a = read_side(options.sides[0], to);
  const side b = read_side(options.sides[1], to);
  if (!a.readable || !b.readable) return outcome::unusable;
  const auto report = compare_batches(a.messages, b.messages);
  emit(format == output_format::json ? write_json(report, to.language(), people)
                                     : write_text(report, to.language(), people),
       to);
  return report.empty() ? outcome::fine : outcome::errors;
}

}  // namespace cli
