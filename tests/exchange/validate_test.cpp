// Files and folders are checked together; a bad one never hides the others.

#include "esppadom/exchange/validate.hpp"

#include <gtest/gtest.h>

#include "exchange/xml_support.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;

validation validate_all(const std::vector<std::filesystem::path>& paths, const validation_options& options = {}) {
  return validate(std::span<const std::filesystem::path>(paths), options);
}

TEST(validate, accepts_the_samples_with_one_finding_a_file_about_transactions) {
  const auto got = validate_all({data_path("samples")});
  ASSERT_EQ(got.files.size(), 4U);
  std::vector<std::uint64_t> messages;
  for (const auto& file : got.files) {
    messages.push_back(file.messages);
    EXPECT_EQ(file.message, message_kind::delivery);
    EXPECT_EQ(file.version, "1.4");
  }
  EXPECT_EQ(messages, (std::vector<std::uint64_t>{1, 6, 6, 72}));
  EXPECT_FALSE(got.found.has_errors()) << codes(got.found);
  EXPECT_EQ(count(got.found, "ESP-MSG-030"), 3U);
  EXPECT_EQ(got.found.count(severity::warning), 3U) << codes(got.found);
}

TEST(validate, accepts_several_kinds_in_one_folder) {
  const auto got = validate_all({data_path("example")});
  ASSERT_EQ(got.files.size(), 3U);
  EXPECT_EQ(got.files[0].message, message_kind::delivery);
  EXPECT_EQ(got.files[1].message, message_kind::invoice);
  EXPECT_EQ(got.files[2].message, message_kind::order);
  EXPECT_TRUE(got.found.empty()) << codes(got.found);
}

TEST(validate, goes_on_after_unreadable_and_bad_files) {
  const temporary_file bad("not xml at all", "a.xml");
  std::ofstream(bad.folder() / "b.xml") << one_delivery();
  std::ofstream(bad.folder() / "ignored.txt") << "text";
  const auto got = validate_all({bad.folder(), bad.folder() / "absent.xml"});
  ASSERT_EQ(got.files.size(), 3U);
  EXPECT_FALSE(got.files[0].message.has_value());
  EXPECT_EQ(got.files[1].messages, 1U);
  EXPECT_FALSE(got.files[2].message.has_value());
  EXPECT_EQ(count(got.found, "ESP-XML-003"), 1U);
  EXPECT_EQ(count(got.found, "ESP-XML-001"), 1U);
  EXPECT_TRUE(first(got.found, "ESP-XML-003")->file.ends_with("/a.xml"));
}

TEST(validate, says_when_a_folder_has_nothing_to_read_or_too_much) {
  const temporary_file text("x", "note.txt");
  EXPECT_EQ(count(validate_all({text.folder()}).found, "ESP-XML-017"), 1U);
  validation_options options;
  options.bounds.files = 2;
  const auto got = validate_all({data_path("samples")}, options);
  EXPECT_EQ(got.files.size(), 2U);
  EXPECT_EQ(count(got.found, "ESP-XML-018"), 1U);
}

TEST(validate, gives_findings_about_meaning_the_place_of_the_message) {
  std::string xml = replaced(one_delivery(), "2026-10-27T19:35:24", "2026-10-27T15:35:24");
  xml = replaced(xml, ">2.925<", ">-2.925<");
  findings found;
  validate(bytes_of(xml), "visits.xml", found);
  const finding* order = first(found, "ESP-MSG-002");
  ASSERT_NE(order, nullptr) << codes(found);
  EXPECT_EQ(order->path, "/CrossIndustryDespatchAdvice/retained_period");
  EXPECT_EQ(order->line, 2U);
  EXPECT_EQ(order->document, "6b02096be32177a3aee0cdd7");
  EXPECT_EQ(count(found, "ESP-MSG-014"), 1U);
}

TEST(validate, reports_repeated_document_numbers) {
  findings found;
  const std::string one = sample_message(0);
  validate(bytes_of(wrapped(one + sample_message(1) + one)), "x.xml", found);
  ASSERT_EQ(count(found, "ESP-MSG-031"), 1U) << codes(found);
  EXPECT_TRUE(first(found, "ESP-MSG-031")->path.starts_with("/delivery/CrossIndustryDespatchAdvice[3]"));
}

TEST(validate, reports_a_skipped_time_once) {
  findings found;
  validate(bytes_of(replaced(one_delivery(), "2026-10-27T16:39:54</qdt", "2026-03-29T02:30:00</qdt")), "x.xml", found);
  EXPECT_EQ(count(found, "ESP-XML-034"), 1U);
  EXPECT_EQ(count(found, "ESP-MSG-006"), 0U);
}

}  // namespace
