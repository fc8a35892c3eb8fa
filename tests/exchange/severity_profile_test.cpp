// Severity profiles are data, read strictly, and change levels only.

#include "esppadom/exchange/severity_profile.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "esppadom/exchange/finding_areas.hpp"

namespace {

using namespace esppadom;

std::string codes_of(const findings& found) {
  std::string out;
  for (const auto& one : found.items())
    out += std::string(out.empty() ? "" : "; ") + std::string(one.code()) + " " + one.path;
  return out;
}

std::string problems(std::string_view json) {
  findings found;
  const auto got = load_severity_profile(json, found);
  EXPECT_EQ(got.has_value(), found.empty()) << json;
  return codes_of(found);
}

TEST(finding_areas, hold_every_code_once_and_find_it) {
  std::vector<std::string_view> seen;
  for (const auto& area : finding_areas) {
    for (const auto* kind : area.kinds) {
      EXPECT_EQ(find_finding_kind(kind->code), kind) << kind->code;
      seen.push_back(kind->code);
    }
  }
  EXPECT_GT(seen.size(), 150U);
  EXPECT_EQ(find_finding_kind("ESP-MSG-999"), nullptr);
}

TEST(built_in_profiles, are_those_of_the_data) {
  for (const char* id : {"lenient", "strict"}) {
    std::ifstream file(std::string(ESPPADOM_SOURCE_DIR) + "/src/data/profiles/" + id + ".json");
    std::stringstream text;
    text << file.rdbuf();
    findings found;
    const auto read = load_severity_profile(text.str(), found);
    ASSERT_TRUE(read.has_value()) << codes_of(found);
    EXPECT_EQ(*read, built_in_profile(id).value()) << "run tools/check_generated --update";
  }
  EXPECT_FALSE(built_in_profile("sloppy").has_value());
  EXPECT_TRUE(built_in_profile("lenient").value().levels.empty());
}

TEST(built_in_profiles, strict_never_lowers_a_level) {
  const auto strict = built_in_profile("strict").value();
  ASSERT_FALSE(strict.levels.empty());
  for (const auto& one : strict.levels) {
    const auto* kind = find_finding_kind(one.code);
    ASSERT_NE(kind, nullptr) << one.code;
    EXPECT_EQ(one.level, profile_level::error) << one.code;
    EXPECT_NE(kind->level, severity::error) << one.code << " is an error anyway";
  }
}

TEST(profiles, stand_on_a_base) {
  findings found;
  const auto own = load_severity_profile(
      R"({"id": "dep-99", "base": "strict", "levels": {"ESP-XML-020": "info", "ESP-MSG-030": "off"}})", found);
  ASSERT_TRUE(own.has_value()) << codes_of(found);
  EXPECT_EQ((*own).id, "dep-99");
  EXPECT_EQ((*own).level_of(*find_finding_kind("ESP-XML-020")), profile_level::info);
  EXPECT_EQ((*own).level_of(*find_finding_kind("ESP-MSG-030")), profile_level::off);
  EXPECT_EQ((*own).level_of(*find_finding_kind("ESP-XML-023")), profile_level::error) << "from the base";
  EXPECT_EQ((*own).level_of(*find_finding_kind("ESP-MSG-031")), profile_level::warning) << "its own level";
}

TEST(profiles, are_read_strictly) {
  EXPECT_EQ(problems(R"({"id": "x", "levels": {}})"), "");
  EXPECT_EQ(problems(R"({"levels": {}})"), "ESP-JSON-008 ");
  EXPECT_EQ(problems(R"({"id": "x"})"), "ESP-JSON-008 ");
  EXPECT_EQ(problems(R"({"id": "x", "levels": {}, "extra": [1]})"), "ESP-JSON-003 /extra");
  EXPECT_EQ(problems(R"({"id": "x", "levels": {"ESP-MSG-999": "error"}})"), "ESP-JSON-007 /levels/ESP-MSG-999");
  EXPECT_EQ(problems(R"({"id": "x", "levels": {"ESP-MSG-030": "fatal"}})"), "ESP-JSON-007 /levels/ESP-MSG-030");
  EXPECT_EQ(problems(R"({"id": "x", "levels": {"ESP-MSG-030": 1}})"), "ESP-JSON-002 /levels/ESP-MSG-030");
  EXPECT_EQ(problems(R"({"id": "x", "levels": {"ESP-MSG-030": "off", "ESP-MSG-030": "off"}})"),
            "ESP-JSON-005 /levels/ESP-MSG-030");
  EXPECT_EQ(problems(R"({"id": "x", "base": "sloppy", "levels": {}})"), "ESP-JSON-007 /base");
  EXPECT_EQ(problems(R"({"id": 5, "levels": {}})"), "ESP-JSON-002 /id");
  EXPECT_EQ(problems(R"({"id": "x", "levels": []})"), "ESP-JSON-002 /levels");
  EXPECT_EQ(problems(R"([])"), "ESP-JSON-002 ");
  EXPECT_EQ(problems("{").substr(0, 12), "ESP-JSON-001");
}

TEST(profiles, tell_line_and_column) {
  findings found;
  EXPECT_FALSE(load_severity_profile("{\"id\": \"x\",\n  \"levels\": {\"ESP-X\": \"off\"}}", found).has_value());
  ASSERT_EQ(found.items().size(), 1U);
  EXPECT_EQ(found.items()[0].line, 2U);
  EXPECT_GT(found.items()[0].column, 1U);
}

TEST(graded_findings, change_their_level_and_nothing_else) {
  const auto* kind = find_finding_kind("ESP-MSG-031");
  findings found(2);
  for (int i = 0; i < 5; ++i)
    found.add(*kind, "D-" + std::to_string(i), {"D"});
  findings ignored;
  const auto as = [&](const char* level) {
    return graded(found, load_severity_profile(
                             R"({"id": "x", "levels": {"ESP-MSG-031": ")" + std::string(level) + "\"}}", ignored)
                             .value());
  };
  EXPECT_EQ(as("error").count(severity::error), 5U);
  EXPECT_EQ(as("error").items().size(), 2U);
  EXPECT_EQ(as("error").items()[1].code(), "ESP-MSG-031");
  EXPECT_EQ(message(as("error").items()[1], language::french), message(found.items()[1], language::french));
  EXPECT_EQ(as("info").count(severity::info), 5U);
  EXPECT_EQ(as("warning").count(severity::warning), 5U);
  EXPECT_EQ(as("off").total(), 0U);
  EXPECT_EQ(graded(found, built_in_profile("lenient").value()).count(severity::warning), 5U);
}

}  // namespace
