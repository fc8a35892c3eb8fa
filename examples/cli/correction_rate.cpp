// esppadom correction-rate: how many of the visits in DELIVERY files had to be corrected.

#include <optional>
#include <utility>

#include "bill_text.hpp"
#include "commands.hpp"
#include "esppadom/bill/rates.hpp"
#include "esppadom/exchange/bill_json.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "findings_text.hpp"
#include "inputs.hpp"

namespace cli {
namespace {

using esppadom::findings;

struct asked {
  esppadom::rate_query query;
  output_format format{};
};

std::optional<esppadom::correction_unit> unit_of(std::string_view text, const speaker& to) {
  if (text.empty()) return std::nullopt;
  const auto unit = esppadom::parse_enum<esppadom::correction_unit>("by_" + std::string(text));
  if (!unit) wrong_choice("--unit", text, "intervention, stamp, minutes", to);
  return *unit;
}

asked asked_by(const correction_rate_options& options, const speaker& to) {
  if (options.paths.empty()) throw usage_error(std::string(to.say({"no file is given", "aucun fichier n'est donné"})));
  asked out;
  out.query.by = choice<esppadom::correction_group>("--by", options.by, to);
  out.query.unit = unit_of(options.unit, to);
  out.format = format_of(options.format, true, to);
  if (!options.month.empty()) {
    const auto month = esppadom::parse_local_month(options.month);
    if (!month) wrong_value("--month", options.month, {"a month YYYY-MM", "un mois AAAA-MM"}, to);
    out.query.month = *month;
  }
  return out;
}

struct read_visits {
  esppadom::increment messages;
  bool readable = true;
};

// Only what a rate needs of each message is kept.
read_visits read_all(const std::vector<std::string>& paths, findings& found, const speaker& to) {
  read_visits read;
  progress bar(to, size_of(paths));
  const auto total =
      read_messages_of<esppadom::delivery>(paths, esppadom::message_kind::delivery, found, bar,
                                           [&](const esppadom::delivery& message) { read.messages.add(message); });
  read.readable = total.readable;
  return read;
}

}  // namespace

outcome run_correction_rate(const correction_rate_options& options, const speaker& to) {
  const asked what = asked_by(options, to);
  findings found;
  esppadom::rule_book rules;
  if (!options.rules.empty()) {
    const auto error = esppadom::load_rule_book_file(options.rules, found).get(rules);
    if (error != esppadom::error_code::success) {
      emit_refusal("esppadom/correction-rate/1", found, what.format, to);
      return outcome_of(error);
    }
  }
  const auto read = read_all(options.paths, found, to);
  auto rates = rate_messages(read.messages, rules, what.query);
  found.merge(std::move(rates.found));

  switch (what.format) {
    case output_format::json:
      emit(write_json(rates.table, found, to.language()), to);
      break;
    case output_format::csv:
      emit(write_csv(rates.table), to);
      break;
    case output_format::text:
      emit(findings_text(found, to) + rates_text(rates.table, to) + "\n" + findings_count_text(found, to) + "\n", to);
      break;
  }
  if (!read.readable) return outcome::unusable;
  return found.has_errors() ? outcome::errors : outcome::fine;
}

}  // namespace cli
