// What is wrong with a JSON text becomes a finding that says where, and never a value.
#include <gtest/gtest.h>

#include <algorithm>

#include "esppadom/exchange/json.hpp"
#include "esppadom/exchange/json_findings.hpp"
#include "varied.hpp"

namespace esppadom_tests {
namespace {

using namespace esppadom;

struct bad_case {
  std::string text;
  std::string code;
  std::string path;
  std::uint64_t line;
  std::uint64_t column;
  error_code result = error_code::invalid_value;
};

constexpr error_code no_json = error_code::invalid_syntax;

const bad_case cases[] = {
    {"", "ESP-JSON-001", "", 1, 1, no_json},
    {"   \n ", "ESP-JSON-001", "", 2, 2, no_json},
    {"{", "ESP-JSON-001", "", 1, 2, no_json},
    {"{\"absences\": [", "ESP-JSON-001", "/absences/0", 1, 15, no_json},
    {"{\"absences\" []}", "ESP-JSON-001", "", 1, 13, no_json},
    {"{\"absences\": [],}", "ESP-JSON-001", "", 1, 17, no_json},
    {"{\"absences\": [] \"outages\": []}", "ESP-JSON-001", "", 1, 17, no_json},
    {"{\"absences\": []} x", "ESP-JSON-001", "", 1, 18, no_json},
    {"{\"absences\": []}}", "ESP-JSON-001", "", 1, 17, no_json},
    {"{absences: []}", "ESP-JSON-001", "", 1, 2, no_json},
    {"{\"absences\": [}", "ESP-JSON-001", "/absences/0", 1, 15, no_json},
    {"{\n  \"absences\": nul\n}", "ESP-JSON-001", "/absences", 2, 15, no_json},
    {"{\"absences\": [\"a]}", "ESP-JSON-001", "", 1, 15, no_json},
    {"{\"a\tb\": 1}", "ESP-JSON-001", "", 1, 4, no_json},
    {"{\"abs\xFF\": []}", "ESP-JSON-001", "", 1, 6, no_json},
    {"{\"é\", \"abs\xC3\": []}", "ESP-JSON-001", "", 1, 11, no_json},
    {"{\"absences\": [{\"beneficiary\": \"\\q\"}]}", "ESP-JSON-001", "", 1, 0, no_json},
    {"7", "ESP-JSON-002", "", 1, 1},
    {"[]", "ESP-JSON-002", "", 1, 1},
    {"{\"absences\": {}}", "ESP-JSON-002", "/absences", 1, 14},
    {"{\"absences\": [7]}", "ESP-JSON-002", "/absences/0", 1, 15},
    {"{\"absences\": null}", "ESP-JSON-002", "/absences", 1, 14},
    {"{\"absence\": []}", "ESP-JSON-003", "/absence", 1, 2},
    {"{\"a/b~c\": []}", "ESP-JSON-003", "/a~1b~0c", 1, 2},
    {"{\"absences\": [], \"absences\": []}", "ESP-JSON-005", "/absences", 1, 18},
    {"{\"absences\": [{\"beneficiary\": \"B\"}]}", "ESP-JSON-008", "/absences/0", 1, 15},
    {"{\"absences\": [{\"beneficiary\": 7, \"from\": \"2026-01-01\"}]}", "ESP-JSON-002", "/absences/0/beneficiary", 1,
     31},
    {"{\"absences\": [{\"beneficiary\": \"B\", \"from\": \"2026-02-29\"}]}", "ESP-JSON-006", "/absences/0/from", 1, 44},
    {"{\"absences\": [{\"beneficiary\": \"B\", \"from\": 20260201}]}", "ESP-JSON-002", "/absences/0/from", 1, 44},
    {"{\"absences\": [{\"beneficiary\": \"B\",\n\"from\": \"1/2/2026\"}]}", "ESP-JSON-006", "/absences/0/from", 2, 9},
    {"{\"extra_minutes\": [{\"delivery_id\": \"D\", \"minutes\": 1.5}]}", "ESP-JSON-006", "/extra_minutes/0/minutes", 1,
     52},
    {"{\"extra_minutes\": [{\"delivery_id\": \"D\", \"minutes\": \"1\"}]}", "ESP-JSON-002", "/extra_minutes/0/minutes",
     1, 52},
    {"{\"extra_minutes\": [{\"delivery_id\": \"D\", \"minutes\": 99999999999999999999}]}", "ESP-JSON-006",
     "/extra_minutes/0/minutes", 1, 52},
    {"{\"cancellations\": [{\"delivery_id\": \"D\", \"condition\": \"paid\"}]}", "ESP-JSON-007",
     "/cancellations/0/condition", 1, 54},
    {"{\"cancellations\": [{\"delivery_id\": \"D\", \"condition\": 1}]}", "ESP-JSON-002", "/cancellations/0/condition",
     1, 54},
    {"{\"advances\": [{\"provider\":\"P\",\"funder\":\"F\",\"month\":\"2026-10\",\"amount\":\"1.234\"}]}",
     "ESP-JSON-006", "/advances/0/amount", 1, 71},
    {"{\"advances\": [{\"provider\":\"P\",\"funder\":\"F\",\"month\":\"2026-10\",\"amount\":1e3}]}", "ESP-JSON-006",
     "/advances/0/amount", 1, 71},
    {"{\"advances\": [{\"provider\":\"P\",\"funder\":\"F\",\"month\":\"2026-10\",\"amount\":01}]}", "ESP-JSON-001",
     "/advances/0/amount", 1, 71, no_json},
    {"{\"advances\": [{\"provider\":\"P\",\"funder\":\"F\",\"month\":\"2026-13\",\"amount\":1}]}", "ESP-JSON-006",
     "/advances/0/month", 1, 52},
};

TEST(json_bad_input, each_fault_is_a_finding_that_says_where) {
  for (const auto& item : cases) {
    SCOPED_TRACE(item.text);
    findings found;
    const auto value = read_circumstances_json(item.text, found, {json_strictness::strict, {}, "c.json"});
    EXPECT_EQ(value.error(), item.result);
    ASSERT_EQ(found.items().size(), 1U);
    const finding& first = found.items().front();
    EXPECT_EQ(first.code(), item.code);
    EXPECT_EQ(first.level(), severity::error);
    EXPECT_EQ(first.path, item.path);
    EXPECT_EQ(first.file, "c.json");
    EXPECT_EQ(first.line, item.line);
    if (item.column > 0) {
      EXPECT_EQ(first.column, item.column);
    }
    EXPECT_EQ(message(first, language::english).find('{'), std::string::npos) << message(first, language::english);
    EXPECT_EQ(message(first, language::french).find('{'), std::string::npos) << message(first, language::french);
  }
}

TEST(json_bad_input, all_faults_of_a_text_are_told_at_once) {
  findings found;
  EXPECT_FALSE(read_circumstances_json(
      R"({"x": {"y": [1, {"z": null}]}, "absences": [{"beneficiary": 1}, {"from": "x", "beneficiary": "B"}]})", found));
  EXPECT_EQ(found.count(severity::error), 4U);  // unknown x, wrong type, missing from, bad date
}

TEST(json_bad_input, decimals_come_from_the_characters_of_the_file) {
  findings found;
  // The nearest double to 4503599627370497.51 has another cent, and so has 0.285 as a sum of doubles.
  const auto value = read_circumstances_json(
      R"({"advances": [{"provider":"P","funder":"F","month":"2026-10","amount":45035996273704.97},
                       {"provider":"P","funder":"F","month":"2026-10","amount":"92233720368547758.07"},
                       {"provider":"P","funder":"F","month":"2026-10","amount":-0.010}]})",
      found);
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ((*value).advances[0].amount, money::from_cents(4503599627370497));
  EXPECT_EQ((*value).advances[1].amount, money::from_cents(9223372036854775807));
  EXPECT_EQ((*value).advances[2].amount, money::from_cents(-1));
}

TEST(json_bad_input, lenient_reading_passes_unknown_keys_with_a_warning) {
  findings found;
  const auto value = read_circumstances_json(R"({"x": [{"y": 1}], "absences": [{"beneficiary": "B"}]})", found,
                                             {json_strictness::lenient, {}, {}});
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(found.count(severity::warning), 1U);
  EXPECT_EQ(found.items().at(0).code(), "ESP-JSON-004");
  EXPECT_EQ((*value).absences.size(), 1U);
}

TEST(json_bad_input, a_byte_order_mark_is_no_fault) {
  findings found;
  EXPECT_TRUE(read_circumstances_json("\xEF\xBB\xBF{}", found).has_value());
  EXPECT_FALSE(read_circumstances_json("\xEF\xBB\xBF{\"q\": 1}", found).has_value());
  EXPECT_EQ(found.items().at(0).column, 2U);
}

TEST(json_bad_input, limits_hold) {
  findings found;
  json_read_options options;
  options.limits.bytes = 10;
  EXPECT_EQ(read_circumstances_json("{\"absences\": []}", found, options).error(), error_code::too_large);
  EXPECT_EQ(found.items().at(0).code(), "ESP-JSON-010");

  for (const std::size_t levels : {std::size_t{64}, std::size_t{100'000}}) {
    findings deep;
    const std::string text = "{\"x\": " + std::string(levels, '[') + std::string(levels, ']') + "}";
    EXPECT_EQ(read_circumstances_json(text, deep, {json_strictness::lenient, {}, {}}).error(), error_code::too_deep);
    ASSERT_EQ(deep.items().size(), 1U) << "one cause, one finding";
    EXPECT_EQ(deep.items().back().code(), "ESP-JSON-011");
  }
  findings fits;
  const std::string text = "{\"x\": " + std::string(63, '[') + std::string(63, ']') + "}";
  EXPECT_TRUE(read_circumstances_json(text, fits, {json_strictness::lenient, {}, {}}).has_value());
}

TEST(json_bad_input, places_are_right_far_into_a_long_text) {
  std::string text = "{\"absences\": [";
  for (int i = 0; i < 20'000; ++i)
    text += i % 100 == 0 ? "\n {\"beneficiary\": \"é\", \"from\": \"2026-01-01\"},"
                         : "{\"beneficiary\": \"é\", \"from\": \"2026-01-01\"},";
  text += "\n  17]}";
  findings found;
  EXPECT_FALSE(read_circumstances_json(text, found));
  ASSERT_EQ(found.items().size(), 1U);
  EXPECT_EQ(found.items()[0].line, 202U);
  EXPECT_EQ(found.items()[0].column, 3U);
  EXPECT_EQ(found.items()[0].path, "/absences/20000");
}

// Cut anywhere or with any byte replaced, a text gives a value or a finding; what is said is repeatable.
TEST(json_bad_input, damaged_texts_give_a_value_or_a_finding) {
  random_bits random(5);
  circumstances value;
  while (value.planned_visits.empty() || value.advances.empty())
    vary(value, random);
  const std::string text = write_json(value, {json_layout::indented, json_absent::shown});
  const auto check = [](const std::string& damaged) {
    findings first;
    findings second;
    const auto one = read_circumstances_json(damaged, first);
    const auto two = read_circumstances_json(damaged, second);
    ASSERT_EQ(one.error(), two.error());
    ASSERT_EQ(first.total(), second.total());
    ASSERT_EQ(one.has_value(), !first.has_errors()) << damaged;
  };
  for (std::size_t length = 0; length < text.size(); ++length)
    check(text.substr(0, length));
  const std::string bytes = "\"{}[]:,\\ 0-.e\n\x00\xFFzt";
  for (int i = 0; i < 5'000; ++i) {
    std::string damaged = text;
    for (std::int64_t hits = pick(random, 1, 3); hits > 0; --hits) {
      const auto at = static_cast<std::size_t>(pick(random, 0, static_cast<std::int64_t>(text.size()) - 1));
      damaged[at] = bytes[static_cast<std::size_t>(pick(random, 0, static_cast<std::int64_t>(bytes.size()) - 1))];
    }
    check(damaged);
  }
}

TEST(json_bad_input, the_codes_are_different) {
  std::vector<std::string_view> codes;
  for (const auto* kind : json_finding_kinds)
    codes.push_back(kind->code);
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(std::adjacent_find(codes.begin(), codes.end()), codes.end());
}

}  // namespace
}  // namespace esppadom_tests
