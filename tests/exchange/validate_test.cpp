// Files and folders are checked together; a bad one never hides the others.

#include "esppadom/exchange/validate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "esppadom/exchange/json.hpp"
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
  const auto element = xml.find("OccurrenceCISpecifiedPeriod");
  EXPECT_EQ(order->line, 1 + static_cast<std::uint64_t>(
                                 std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(element), '\n')));
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

// The line and column of the first `what` of a text, from 1.
std::pair<std::uint64_t, std::uint64_t> place_of(std::string_view text, std::string_view what) {
  const auto offset = text.find(what);
  EXPECT_NE(offset, std::string_view::npos) << what;
  const auto before = text.substr(0, offset);
  const auto line = before.rfind('\n');
  std::uint64_t column = 1;
  for (const char c : line == std::string_view::npos ? before : before.substr(line + 1))
    column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return {1 + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')), column};
}

std::string example(const char* name) {
  std::ifstream file(data_path(std::string("example/") + name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// One finding with that code, at the element that begins with `element` (its first occurrence).
void expect_at(const std::string& xml, const char* code, std::string_view element, const char* path_end) {
  findings found;
  validate(bytes_of(xml), "x.xml", found);
  const finding* one = first(found, code);
  ASSERT_NE(one, nullptr) << code << " is not in " << codes(found);
  EXPECT_EQ(std::pair(one->line, one->column), place_of(xml, element)) << code;
  EXPECT_TRUE(one->path.ends_with(path_end)) << one->path;
}

TEST(validate, gives_findings_about_meaning_the_place_of_their_element) {
  const std::string invoice = example("invoice.xml");
  expect_at(replaced(invoice, ">25.91</ram:LineTotalAmount>", ">27.91</ram:LineTotalAmount>"), "ESP-MSG-112",
            "<ram:LineTotalAmount currencyID=\"EUR\">27.91", "/lines[2].funder_share");
  expect_at(replaced(invoice, ">161.60</ram:DuePayableAmount>", ">161.61</ram:DuePayableAmount>"), "ESP-MSG-042",
            "<ram:DuePayableAmount", "/due_payable");
  expect_at(replaced(invoice, ">380<", ">999<"), "ESP-MSG-100", "<ram:TypeCode>999", "/type_code");
  const std::string delivery = example("delivery.xml");
  expect_at(replaced(delivery, "ESPPADOM_TYPE_AIDE", "ESPPADOM_PREST"), "ESP-MSG-010",
            "<qdt:ID listID=\"ESPPADOM_PREST\"", "/lines[1].service.codes[2]");
  expect_at(replaced(delivery, "2026-03-02T09:01:12", "2026-04-02T09:01:12"), "ESP-MSG-074",
            "<ram:CertifiedDateTime>2026-04-02", "/stamps.arrival.certified_at");
  const std::string order = example("order.xml");
  expect_at(replaced(order, "<ram:RequestedQuantity unitCode=\"HUR\">4</ram:RequestedQuantity>", ""), "ESP-MSG-081",
            "<ram:SpecifiedCIOLSupplyChainTradeDelivery>\n          \n", "/lines[2].requested_quantity");
}

TEST(validate, finds_elements_under_other_prefixes_and_scopes) {
  std::string xml = replaced(example("invoice.xml"), ">380<", ">999<");
  xml = replaced(xml, "<ram:TypeCode>999</ram:TypeCode>",
                 "<q:TypeCode xmlns:q=\"urn:un:unece:uncefact:data:standard:"
                 "ReusableAggregateBusinessInformationEntity:8\">999</q:TypeCode>");
  expect_at(xml, "ESP-MSG-100", "<q:TypeCode", "/type_code");
}

TEST(validate, compares_the_files_as_one_batch_with_places) {
  const std::string delivery = replaced(example("delivery.xml"), ">PLAN-7788-2<", ">PLAN-7788-9<");
  const temporary_file files(delivery, "delivery.xml");
  std::ofstream(files.folder() / "order.xml") << example("order.xml");
  const auto got = validate_all({files.folder()});
  ASSERT_EQ(got.found.total(), 1U) << codes(got.found);
  const finding* one = first(got.found, "ESP-BAT-014");
  ASSERT_NE(one, nullptr) << codes(got.found);
  EXPECT_EQ(one->document, "DLV-0004");
  EXPECT_EQ(std::pair(one->line, one->column), place_of(delivery, "<ram:OrderLineID>PLAN-7788-9"));
  EXPECT_EQ(one->path, "/delivery/CrossIndustryDespatchAdvice[4]/lines[1].order_line_id");
  EXPECT_TRUE(one->file.ends_with("/delivery.xml"));
}

TEST(validate, tells_of_one_number_in_two_files) {
  const std::string xml = one_delivery();
  const temporary_file files(xml, "a.xml");
  std::ofstream(files.folder() / "b.xml") << replaced(xml, "19:35:24</qdt", "19:36:24</qdt");
  const auto got = validate_all({files.folder()});
  const finding* one = first(got.found, "ESP-BAT-001");
  ASSERT_NE(one, nullptr) << codes(got.found);
  EXPECT_TRUE(one->file.ends_with("/b.xml"));
  EXPECT_GT(one->line, 2U);
  EXPECT_EQ(count(got.found, "ESP-BAT-010"), 1U) << "there is no order";
}

TEST(validate, grades_by_a_profile) {
  validation_options options;
  options.levels = built_in_profile("strict").value();
  const std::string xml =
      replaced(example("invoice.xml"), ">161.60</ram:DuePayableAmount>", ">161.61</ram:DuePayableAmount>");
  findings found;
  validate(bytes_of(xml), "x.xml", found, options);
  EXPECT_EQ(first(found, "ESP-MSG-042")->level(), severity::error);
  findings ignored;
  options.levels = load_severity_profile(R"({"id": "x", "levels": {"ESP-MSG-042": "off"}})", ignored).value();
  findings less;
  validate(bytes_of(xml), "x.xml", less, options);
  EXPECT_EQ(count(less, "ESP-MSG-042"), 0U);
  EXPECT_EQ(less.total() + 1, found.total());
}
TEST(validate, gives_findings_about_JSON_the_place_of_their_value) {
  findings read;
  const auto visits = parse_deliveries(example("delivery.xml"), read);
  delivery late = visits.messages.at(0);
  late.stamps->departure->certified_at = parse_local_time("2026-04-02T10:02:47").value();
  const std::string json = "{\"schema\": \"esppadom/delivery/1\",\n \"messages\": [" +
                           write_json(visits.messages.at(1)) + ",\n  " +
                           write_json(late, {json_layout::indented, json_absent::left_out}) + "]}";
  findings found;
  validate(bytes_of(json), "x.json", found);
  const finding* one = first(found, "ESP-MSG-074");
  ASSERT_NE(one, nullptr) << codes(found);
  EXPECT_EQ(one->path, "/messages/1/stamps/departure/certified_at");
  EXPECT_EQ(std::pair(one->line, one->column), place_of(json, "\"2026-04-02T10:02:47\""));
}

}  // namespace
