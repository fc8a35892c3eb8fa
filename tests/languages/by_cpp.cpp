// Answers the questions of a file about messages and single rules in C++: esppadom_by_cpp QUESTIONS FOLDER. See
// work.py.

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/calculate.hpp"
#include "esppadom/exchange/calculations.hpp"
#include "esppadom/exchange/conformance.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "esppadom/exchange/describe.hpp"
#include "esppadom/exchange/json_documents.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/severity_profile.hpp"
#include "esppadom/exchange/validate.hpp"
#include "esppadom/exchange/xml.hpp"

namespace {

namespace fs = std::filesystem;

template <class Writer>
std::string written(const std::vector<esppadom::any_message>& messages, const esppadom::envelope& first,
                    const esppadom::envelope& complete) {
  std::string out;
  Writer writer(esppadom::byte_sink{[&](std::string_view bytes) {
                  out += bytes;
                  return esppadom::error_code::success;
                }},
                first, esppadom::write_profile::round_trip);
  for (const auto& one : messages) {
    if (writer.write(one) != esppadom::error_code::success) return "cannot be written\n";
  }
  return writer.finish(complete) == esppadom::error_code::success ? out : "cannot be written\n";
}

std::string converted(const std::string& file, bool to_json) {
  esppadom::findings found;
  auto bytes = esppadom::bytes_of_file(file);
  if (!bytes) return "cannot be read\n";
  esppadom::read_options how;
  how.file = file;
  esppadom::message_reader reader(std::move(bytes).value(), found, std::move(how));
  std::vector<esppadom::any_message> messages;
  esppadom::envelope first;
  while (auto one = reader.next()) {
    if (messages.empty()) first = reader.head();
    messages.push_back(std::move(*one));
  }
  if (messages.empty() || !reader.readable()) return "cannot be read\n";
  return to_json ? written<esppadom::json_document_writer>(messages, first, reader.head())
                 : written<esppadom::message_writer>(messages, first, reader.head());
}

std::string report(const std::vector<std::string>& words) {
  esppadom::validation_options how;
  how.levels = esppadom::built_in_profile(words.at(0)).value();
  const std::vector<fs::path> files(words.begin() + 1, words.end());
  return write_json(report_of(esppadom::validate(files, how), esppadom::language::english));
}

std::vector<std::string> words_of(const std::string& line, char separator = '\t') {
  std::vector<std::string> out{""};
  for (const char c : line) {
    if (c == separator) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

/// Rules file, day, plan and use in seconds of each period.
std::string smoothed(const std::vector<std::string>& words) {
  esppadom::findings found;
  const auto rules = esppadom::load_rule_book_file(words.at(0), found).value();
  const auto plan = words_of(words.at(2), ' '), used = words_of(words.at(3), ' ');
  std::vector<esppadom::smoothed_use> periods;
  for (std::size_t i = 0; i < plan.size(); ++i)
    periods.push_back(
        {esppadom::duration::of_seconds(std::stoll(plan[i])), esppadom::duration::of_seconds(std::stoll(used.at(i)))});
  esppadom::rule_query whom;
  whom.date = esppadom::parse_local_date(words.at(1)).value();
  whom.departement = sole_departement(rules);
  return write_json(esppadom::smooth(rules, whom, periods).value());
}

/// Seconds, price, funders.
std::string split(const std::vector<std::string>& words) {
  esppadom::split_question asked;
  asked.time = esppadom::duration::of_seconds(std::stoll(words.at(0)));
  asked.price = esppadom::parse_unit_price(words.at(1)).value();
  for (const auto& one : words_of(words.at(2), ' ')) {
    if (one.empty()) continue;
    const auto parts = words_of(one, ';');
    auto& funder = asked.funders.emplace_back();
    funder.tariff = esppadom::parse_unit_price(parts.at(0)).value();
    funder.participation = esppadom::parse_percentage(parts.at(1)).value();
    if (const auto left = std::stoll(parts.at(2)); left >= 0) funder.left = esppadom::duration::of_seconds(left);
  }
  return write_json(split_of(asked).value());
}

/// Calculation, question, rules file and day or nothing.
std::string calculated(const std::vector<std::string>& words) {
  esppadom::findings found;
  esppadom::rule_book rules;
  esppadom::rule_query whom;
  if (!words.at(2).empty()) {
    rules = esppadom::load_rule_book_file(words[2], found).value();
    whom.date = esppadom::parse_local_date(words.at(3)).value();
    whom.departement = sole_departement(rules);
  }
  const auto of = esppadom::parse_enum<esppadom::calculation>(words.at(0)).value();
  return calculate(of, words.at(1), rules, whom, found).value_or("no answer\n");
}

std::string lines_of(const esppadom::findings& found) {
  std::vector<std::string> lines;
  for (const auto& one : found.items())
    lines.push_back(std::string(one.code()) + " " + std::to_string(one.line) + "\n");
  std::sort(lines.begin(), lines.end());
  return std::accumulate(lines.begin(), lines.end(), std::string());
}

template <class Message>
std::vector<esppadom::any_message> all_of(esppadom::csv_importer& from) {
  std::vector<esppadom::any_message> out;
  for (Message one; from.next(one);)
    out.emplace_back(std::move(one));
  return out;
}

/// A mapping file and the files it reads: what is found, code and line, and the messages.
std::string table(const std::vector<std::string>& words) {
  esppadom::findings found;
  std::ifstream file(words.at(0), std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  const auto mapping = esppadom::load_csv_mapping(json, found);
  if (!mapping) return "no mapping " + std::string(found.items().at(0).code()) + "\n";
  if (!mapping->can_read() || words.size() != mapping->files().size() + 1) return "not read\n";
  std::vector<esppadom::byte_source> sources;
  for (std::size_t i = 1; i < words.size(); ++i)
    sources.push_back(esppadom::bytes_of_file(words[i]).value());
  esppadom::csv_importer from(*mapping, std::move(sources), found, mapping->files());
  using esppadom::field_subject;
  std::vector<esppadom::any_message> messages;
  if (mapping->subject() == field_subject::order) messages = all_of<esppadom::order>(from);
  if (mapping->subject() == field_subject::delivery) messages = all_of<esppadom::delivery>(from);
  if (mapping->subject() == field_subject::invoice) messages = all_of<esppadom::invoice>(from);
  if (messages.empty()) return lines_of(found);
  const auto head = esppadom::default_envelope(static_cast<esppadom::message_kind>(messages.front().index()));
  return lines_of(found) + written<esppadom::json_document_writer>(messages, head, head);
}

/// The folder of a kit.
std::string judged(const std::vector<std::string>& words) {
  esppadom::findings found;
  return write_json(esppadom::run_conformance(words.at(0), found).value(), esppadom::language::english);
}

std::string answer(const std::string& what, const std::vector<std::string>& rest) {
  if (what == "validate") return report(rest);
  if (what == "smooth") return smoothed(rest);
  if (what == "split") return split(rest);
  if (what == "table") return table(rest);
  if (what == "calculate") return calculated(rest);
  if (what == "kit") return judged(rest);
  if (what == "describe")
    return description_json(esppadom::parse_enum<esppadom::described_subject>(rest.at(0)).value());
  return converted(rest.at(0), what == "json");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::ifstream questions(arguments[1]);
  for (std::string line; std::getline(questions, line);) {
    const auto words = words_of(line);
    const std::vector<std::string> rest(words.begin() + 2, words.end());
    constexpr std::array<std::string_view, 9> known{"json",  "xml",       "validate", "smooth", "split",
                                                    "table", "calculate", "describe", "kit"};
    if (std::find(known.begin(), known.end(), words[1]) == known.end()) continue;
    std::ofstream(fs::path(arguments[2]) / words[0], std::ios::binary) << answer(words[1], rest);
  }
  return 0;
}
