// Vectors of calls and of views: a log becomes visits, a message what a role may see.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/calls.hpp"
#include "esppadom/exchange/json_documents.hpp"
#include "esppadom/exchange/rule_book_json.hpp"
#include "esppadom/exchange/views.hpp"

namespace esppadom {
namespace {

using json = simdjson::dom::element;

json load(simdjson::dom::parser& parser, std::string_view family) {
  return parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/" + std::string(family));
}

std::string text(const json& object, std::string_view key) {
  std::string_view value;
  return std::string(object[key].get(value) == simdjson::SUCCESS ? value : std::string_view());
}

std::string minified(const json& value) { return simdjson::minify(value); }

std::vector<raw_call> calls_of(const json& input) {
  constexpr std::array columns{"at", "number", "caregiver", "direction"};
  std::string csv = "at;number;caregiver;direction\n";
  for (const json call : simdjson::dom::array(input["calls"])) {
    for (const auto* column : columns)
      csv += text(call, column) + (column == columns.back() ? "\n" : ";");
  }
  findings found;
  auto out = read_calls_csv(csv, "calls", found).value();
  EXPECT_TRUE(found.items().empty());
  return out;
}

/// The rules and circumstances of a vector, and what comes of its log.
identified_log identified(const json& input, const std::vector<raw_call>& calls, const phone_directory& directory) {
  findings found;
  circumstances given;
  json planned;
  if (input["planned"].get(planned) == simdjson::SUCCESS)
    given = read_circumstances_json(R"({"planned_visits": )" + minified(planned) + "}", found).value();
  const auto rules =
      load_rule_book(R"({"rule_set": {"id": "v", "version": 1, "scope": {"level": "departement"}, "stamps": )" +
                         minified(json(input["stamps"])) + "}}",
                     found)
          .value();
  EXPECT_TRUE(found.items().empty());
  return identify_log(calls, directory, given, rules, {}, found);
}

TEST(Calls, vectors) {
  simdjson::dom::parser parser;
  const json file = load(parser, "calls.json");
  int count = 0;
  for (const json item : simdjson::dom::array(file["cases"])) {
    SCOPED_TRACE(text(item, "name"));
    ++count;
    const json input = item["input"], expected = item["expected"];
    const auto calls = calls_of(input);
    findings found;
    const auto directory =
        read_phone_directory(R"({"entries": )" + minified(json(input["directory"])) + "}", "directory", found).value();
    const auto log = identified(input, calls, directory);
    const auto visits = simdjson::dom::array(expected["visits"]);
    ASSERT_EQ(log.outcome.visits.size(), visits.size());
    ASSERT_EQ(log.messages.visits.size(), visits.size());
    std::size_t at = 0;
    for (const json one : visits) {
      const auto& visit = log.outcome.visits[at];
      EXPECT_EQ(directory.entries[visit.entry].beneficiary, text(one, "beneficiary"));
      EXPECT_EQ(log.messages.visits[at++].beneficiary.id(), text(one, "beneficiary"));
      EXPECT_EQ(visit.caregiver, text(one, "caregiver"));
      EXPECT_EQ(visit.arrival, std::size_t(std::uint64_t(one["arrival"])) - 1);
      EXPECT_EQ(visit.departure, std::size_t(std::uint64_t(one["departure"])) - 1);
      EXPECT_EQ(visit.stamped.seconds, std::int64_t(one["seconds"]));
    }
    const auto left = simdjson::dom::array(expected["left"]);
    ASSERT_EQ(log.left.size(), left.size());
    at = 0;
    for (const json one : left) {
      const auto& row = log.left[at++];
      EXPECT_EQ(row.row, std::int64_t(one["row"]));
      EXPECT_EQ(name_of(row.outcome), text(one, "outcome"));
      EXPECT_EQ(name_of(row.reason), text(one, "reason"));
      std::int64_t repeated = 0;
      if (one["repeats"].get(repeated) == simdjson::SUCCESS) {
        EXPECT_EQ(row.repeats, repeated);
      }
      simdjson::dom::array who;
      if (one["beneficiaries"].get(who) != simdjson::SUCCESS) continue;
      std::vector<std::string> names;
      for (const json name : who)
        names.emplace_back(std::string_view(name));
      EXPECT_EQ(row.beneficiaries, names);
    }
    EXPECT_EQ(log.counts.calls, static_cast<std::int64_t>(calls.size()));
    EXPECT_EQ(log.counts.in_visits, 2 * static_cast<std::int64_t>(visits.size()));
  }
  EXPECT_GE(count, 25);
}

any_message message_of(const json& input) {
  findings found;
  const std::string document =
      R"({"schema": ")" + text(input, "schema") + R"(", "messages": [)" + minified(json(input["message"])) + "]}";
  message_reader from(bytes_of(document), found);
  auto message = from.next();
  for (const auto& one : found.items())
    ADD_FAILURE() << esppadom::message(one, language::english) << " " << one.path;
  return message.value();
}

std::string written(const any_message& message) {
  std::string out;
  json_document_writer to(byte_sink{[&](std::string_view bytes) {
                            out += bytes;
                            return error_code::success;
                          }},
                          default_envelope(message_kind::delivery));
  EXPECT_EQ(to.write(message), error_code::success);
  EXPECT_EQ(to.finish(), error_code::success);
  return out;
}

void expect_members(const any_message& message, const json& expected) {
  simdjson::dom::parser parser;
  const json document = parser.parse(simdjson::padded_string(written(message)));
  const json one = document.at_pointer("/messages/0");
  for (const auto [path, wanted] : simdjson::dom::object(expected)) {
    SCOPED_TRACE(std::string(path));
    json value;
    const bool present = one.at_pointer("/" + std::string(path)).get(value) == simdjson::SUCCESS;
    EXPECT_EQ(present, !wanted.is_null());
    if (present && !wanted.is_null()) {
      EXPECT_EQ(minified(value), minified(json(wanted)));
    }
  }
}

TEST(Views, vectors) {
  simdjson::dom::parser parser;
  const json file = load(parser, "views.json");
  int count = 0;
  for (const json item : simdjson::dom::array(file["cases"])) {
    SCOPED_TRACE(text(item, "name"));
    ++count;
    const json input = item["input"], expected = item["expected"];
    bool keep_dates = false;
    if (input["keep_dates"].get(keep_dates) != simdjson::SUCCESS) keep_dates = false;
    auto viewer = message_viewer::of({parse_enum<view_role>(text(input, "role")).value(),
                                      {text(input, "provider"), text(input, "beneficiary"), text(input, "service")},
                                      text(input, "key"),
                                      keep_dates});
    ASSERT_TRUE(viewer);
    const auto seen = viewer->see(message_of(input));
    EXPECT_EQ(seen.has_value(), bool(expected["seen"]));
    json fields;
    if (seen && expected["fields"].get(fields) == simdjson::SUCCESS) expect_members(*seen, fields);
    json removed;
    if (expected["removed"].get(removed) != simdjson::SUCCESS) continue;
    for (const auto [name, times] : simdjson::dom::object(removed))
      EXPECT_EQ(viewer->report().count(parse_enum<removal>(name).value()), std::int64_t(times)) << name;
  }
  EXPECT_GE(count, 12);
}

}  // namespace
}  // namespace esppadom
