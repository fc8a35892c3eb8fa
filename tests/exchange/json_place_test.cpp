// A member of a message is found in its JSON, or the closest value around it.

#include "exchange/json_place.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using esppadom::detail::offset_of_member;
using esppadom::detail::pointer_of_member;

const std::string text = R"( {"a": "x\"}", "n": -1.5e3, "empty": {}, "none": [], "lines": [{"id": "1", "flag": true},
  {"id":"2","service":{"codes":[ {"value":"APA"},{"value":"PCH"} ]}}], "last": null})";

std::string at(std::string_view member, std::size_t length) {
  return text.substr(offset_of_member(text, member), length);
}

TEST(json_place, is_that_of_the_value) {
  EXPECT_EQ(at("a", 4), R"("x\")");
  EXPECT_EQ(at("n", 6), "-1.5e3");
  EXPECT_EQ(at("empty", 2), "{}");
  EXPECT_EQ(at("lines[1].id", 3), R"("1")");
  EXPECT_EQ(at("lines[1].flag", 4), "true");
  EXPECT_EQ(at("lines[2].id", 3), R"("2")");
  EXPECT_EQ(at("lines[2].service.codes[2]", 14), R"({"value":"PCH")");
  EXPECT_EQ(at("lines[2].service.codes[2].value", 5), R"("PCH")");
  EXPECT_EQ(at("last", 4), "null");
}

TEST(json_place, of_what_is_not_there_is_around_it) {
  EXPECT_EQ(at("absent", 4), R"({"a")");
  EXPECT_EQ(at("lines[3].id", 6), R"([{"id")");
  EXPECT_EQ(at("lines[2].service.label", 8), R"({"codes")");
  EXPECT_EQ(at("none[1].x", 2), "[]");
  EXPECT_EQ(at("n.x", 6), "-1.5e3");
}

TEST(json_place, is_told_as_a_pointer) {
  EXPECT_EQ(pointer_of_member("lines[2].service.codes[1]"), "/lines/1/service/codes/0");
  EXPECT_EQ(pointer_of_member("delivery_id"), "/delivery_id");
  EXPECT_EQ(pointer_of_member(""), "");
}

}  // namespace
