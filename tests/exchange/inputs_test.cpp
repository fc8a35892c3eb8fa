// Files that lie in memory: what they stand for, within which limits.

#include "esppadom/exchange/inputs.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "exchange/xml_support.hpp"

namespace {

using namespace esppadom;

std::string archive_named(std::string_view name) { return xml_test::data("fuzz/zip/" + std::string(name)); }

std::string codes(const findings& found) {
  std::string out;
  for (const auto& one : found.items())
    out += (out.empty() ? "" : " ") + std::string(one.code());
  return out;
}

struct visited {
  std::vector<std::string> names;
  std::vector<std::string> bytes;
  findings found;
};

visited all_of(std::string_view bytes, const input_limits& bounds = {}) {
  visited out;
  for_each_input(bytes, "a.zip", out.found, bounds, [&](input& one) {
    out.names.push_back(one.name);
    std::string text;
    std::string part(5000, '\0');
    for (;;) {
      std::size_t got = 0;
      if (one.bytes.read(part.data(), part.size()).get(got) != error_code::success || got == 0) break;
      text += part.substr(0, got);
    }
    out.bytes.push_back(std::move(text));
    return true;
  });
  return out;
}

TEST(inputs_in_memory, an_archive_stands_for_its_entries) {
  const auto got = all_of(archive_named("order-and-delivery-deflated.zip"));
  EXPECT_EQ(got.names, (std::vector<std::string>{"a.zip!/in/order.xml", "a.zip!/DELIVERY.XML"}));
  EXPECT_EQ(got.bytes, (std::vector<std::string>{xml_test::data("example/order.xml"),
                                                 xml_test::data("samples/delivery-1-bare-root.xml")}));
  EXPECT_EQ(codes(got.found), "");
}

TEST(inputs_in_memory, an_archive_written_as_a_stream_or_stored_is_read_too) {
  for (const auto* name : {"streamed.zip", "one-stored-delivery.zip"}) {
    const auto got = all_of(archive_named(name));
    ASSERT_EQ(got.bytes.size(), 1U) << name;
    EXPECT_EQ(got.bytes[0], xml_test::data("samples/delivery-1-bare-root.xml"));
  }
}

TEST(inputs_in_memory, any_other_file_is_one_input_by_its_name) {
  const std::string text = xml_test::data("samples/delivery-1-bare-root.xml");
  findings found;
  int count = 0;
  for_each_input(text, "upload", found, {}, [&](input& one) {
    ++count;
    EXPECT_EQ(one.name, "upload");
    EXPECT_TRUE(one.named);
    EXPECT_EQ(one.kind, message_kind::delivery);
    EXPECT_EQ(one.size, text.size());
    return true;
  });
  EXPECT_EQ(count, 1);
  EXPECT_EQ(all_of(text).bytes, std::vector<std::string>{text});
}

TEST(inputs_in_memory, names_that_lead_out_and_archives_inside_are_passed_over) {
  const auto got = all_of(archive_named("names-that-lead-out.zip"));
  EXPECT_EQ(got.names, (std::vector<std::string>{"a.zip!/m.json", "a.zip!/empty.xml"}));
  EXPECT_EQ(codes(got.found), "ESP-ARC-003 ESP-ARC-003 ESP-ARC-003 ESP-ARC-006");
}

TEST(inputs_in_memory, limits_hold) {
  EXPECT_EQ(all_of(archive_named("too-much-for-its-size.zip")).names.size(), 2U);
  input_limits one_file;
  one_file.files = 1;
  EXPECT_EQ(all_of(archive_named("order-and-delivery-deflated.zip"), one_file).names.size(), 1U);
  one_file.files = 0;
  EXPECT_TRUE(all_of("<a/>", one_file).names.empty());
}

}  // namespace
