#include "esppadom/exchange/calls.hpp"

#include <utility>

#include "esppadom/oversight/calls/findings.hpp"
#include "esppadom/oversight/calls/identify.hpp"
#include "esppadom/rules/rule_lookup.hpp"
#include "exchange/described_rows.hpp"
#include "exchange/json_report.hpp"

#if ESPPADOM_WITH_JSON
#include "exchange/json_read.hpp"
#endif

namespace esppadom::inline ESPPADOM_ABI {
namespace {

template <class Row>
result<std::vector<Row>> read_rows(std::string_view bytes, std::string_view file, findings& found,
                                   const call_limits& limits) {
  detail::described_rows<Row> rows(bytes, file, found, limits.csv);
  if (!rows.begin()) return error_code::invalid_value;
  std::vector<Row> out;
  while (auto row = rows.next()) {
    if (out.size() == limits.rows) {
      finding one;
      one.kind = &cal_too_many;
      one.file = std::string(file);
      one.arguments = {std::to_string(limits.rows)};
      found.add(std::move(one));
      return error_code::too_large;
    }
    out.push_back(std::move(*row));
  }
  return out;
}

void report(const finding_kind& kind, std::vector<std::string> arguments, findings& found) {
  finding one;
  one.kind = &kind;
  one.arguments = std::move(arguments);
  found.add(std::move(one));
}

void report(const call_row& row, findings& found) {
  const auto number = std::to_string(row.row);
  const auto words = words_of(row.reason);
  const auto say = [&](const finding_kind& kind) {
    report(kind, {number, std::string(words.en), std::string(words.fr)}, found);
  };
  switch (row.outcome) {
    case call_outcome::visit:
      return;
    case call_outcome::duplicate:
      return report(cal_repeated, {number, row.repeats ? std::to_string(*row.repeats) : std::string()}, found);
    case call_outcome::incomplete:
      return say(cal_incomplete);
    case call_outcome::ambiguous:
      return say(cal_ambiguous);
    case call_outcome::unidentified:
      return say(cal_unidentified);
  }
}

}  // namespace

result<std::vector<raw_call>> read_calls_csv(std::string_view bytes, std::string_view file, findings& found,
                                             const call_limits& limits) {
  return read_rows<raw_call>(bytes, file, found, limits);
}

result<phone_directory> read_phone_directory_csv(std::string_view bytes, std::string_view file, findings& found,
                                                 const call_limits& limits) {
  phone_directory out;
  const auto error = read_rows<directory_entry>(bytes, file, found, limits).get(out.entries);
  if (error != error_code::success) return error;
  return out;
}

#if ESPPADOM_WITH_JSON
result<phone_directory> read_phone_directory_json(std::string_view bytes, findings& found,
                                                  const json_read_options& options) {
  return detail::read_json_text<phone_directory>(bytes, found, options);
}
#else
result<phone_directory> read_phone_directory_json(std::string_view, findings&, const json_read_options&) {
  return error_code::not_built;
}
#endif

result<phone_directory> read_phone_directory(std::string_view bytes, std::string_view file, findings& found) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || bytes[first] != '{') return read_phone_directory_csv(bytes, file, found);
  json_read_options how;
  how.file = file;
  return read_phone_directory_json(bytes, found, how);
}

identified_log identify_log(std::span<const raw_call> calls, const phone_directory& directory,
                            const circumstances& given, const rule_book& rules, const call_message_settings& with,
                            findings& found) {
  for (std::size_t i = 0; i < directory.entries.size(); ++i) {
    const auto& entry = directory.entries[i];
    if (!normalised_phone(entry.number)) report(cal_bad_number, {std::to_string(i + 1), entry.beneficiary}, found);
  }
  rule_lookup lookup(rules);
  const auto departement = sole_departement(rules);
  const auto rules_of = [&](const directory_entry& entry, local_date day) -> const rule_set& {
    rule_query query;
    query.date = day;
    query.departement = departement;
    if (entry.issuer) query.funder = *entry.issuer;
    query.provider = entry.provider;
    if (entry.service) query.service = *entry.service;
    query.beneficiary = entry.beneficiary;
    return lookup.at(query).rules;
  };
  identified_log out;
  out.outcome = identify(calls, directory, given.planned_visits, rules_of);
  out.messages = messages_of(out.outcome, calls, directory, given.planned_visits, with);
  out.counts = counts_of(out.outcome);
  out.left = rows_of(out.outcome, calls, directory, out.messages);
  for (const auto& row : out.left)
    report(row, found);
  return out;
}

std::string write_json(const identified_log& log, const findings& found, language in) {
  using namespace detail;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/identify/1"));
  write_shown(to, "counts", log.counts);
  write_shown(to, "calls", log.left);
  write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

paired_words words_of(call_reason reason) {
  using enum call_reason;
  switch (reason) {
    case none:
      return {"part of a visit", "fait partie d'une intervention"};
    case repeated:
      return {"repeats another call", "répète un autre appel"};
    case no_departure:
      return {"no departure follows", "aucun départ ne suit"};
    case no_arrival:
      return {"no arrival came before", "aucune arrivée ne précède"};
    case several_beneficiaries:
      return {"several beneficiaries share the number", "plusieurs bénéficiaires partagent le numéro"};
    case several_services:
      return {"the beneficiary has several services", "le bénéficiaire a plusieurs prestations"};
    case number_withheld:
      return {"number withheld", "numéro masqué"};
    case number_unreadable:
      return {"not a telephone number", "ce n'est pas un numéro de téléphone"};
    case number_unknown:
      return {"number in no directory on that day", "numéro absent de l'annuaire ce jour-là"};
    case caregiver_missing:
      return {"no code of a caregiver", "code de l'intervenant absent"};
    case time_does_not_exist:
      return {"time in the hour skipped in spring", "heure inexistante (passage à l'heure d'été)"};
    case time_ambiguous:
      return {"time in the hour repeated in autumn", "heure ambiguë (passage à l'heure d'hiver)"};
  }
  return {};
}

}  // namespace esppadom::inline ESPPADOM_ABI
