// JSON documents of messages: nothing is lost between XML and JSON, in either direction; what is wrong is said with its
// place; what would break a document of XML is not let in.

#include <gtest/gtest.h>

#include "esppadom/exchange/json_documents.hpp"
#include "exchange/xml_support.hpp"
#include "fuzz/laws.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;

template <class Message>
std::string json_of(const document<Message>& read, write_profile profile = write_profile::round_trip) {
  return esppadom_laws::json_document_of(read, profile);
}

std::string delivery_document(const std::string& messages) {
  return "{\"schema\": \"esppadom/delivery/1\", \"messages\": [" + messages + "]}";
}

template <class Message, class Parse>
void expect_lossless(const std::string& xml, Parse parse) {
  findings found;
  const auto read = parse(xml, found, read_options{});
  ASSERT_FALSE(read.messages.empty());
  const std::string json = json_of(read);
  findings later;
  const auto again = parse(json, later, read_options{});
  EXPECT_TRUE(later.empty()) << codes(later);
  EXPECT_EQ(again.head, read.head);
  EXPECT_EQ(again.messages, read.messages);
  EXPECT_EQ(difference(round_trip(again), round_trip(read)), "");
  EXPECT_EQ(difference(json_of(again), json), "");
  EXPECT_EQ(canonical_difference(round_trip(again), xml, true), "");
}

TEST(json_document, of_the_samples_and_the_example_becomes_the_same_xml_again) {
  for (const char* name :
       {"samples/delivery-72.xml", "samples/delivery-6-default-namespace.xml", "samples/delivery-6-other-prefixes.xml",
        "samples/delivery-1-bare-root.xml", "example/delivery.xml"}) {
    SCOPED_TRACE(name);
    expect_lossless<delivery>(data(name), &parse_deliveries);
  }
  expect_lossless<order>(data("example/order.xml"), &parse_orders);
  expect_lossless<invoice>(data("example/invoice.xml"), &parse_invoices);
}

TEST(json_document, keeps_everything_that_the_description_does_not_know) {
  std::string xml = data("samples/delivery-6-default-namespace.xml");
  xml = replaced(xml, "<ns:delivery ", "<!-- export 17 -->\n<ns:delivery xmlns:x=\"urn:x\" x:kind=\"test\" ");
  const auto second = xml.find("<ns:CrossIndustryDespatchAdvice>", xml.find("</ns:CrossIndustryDespatchAdvice>"));
  xml.insert(second, "<!-- second --><x:Separator/>\n  ");
  xml = replaced(xml, "</ns:delivery>", "  <!-- end -->\n</ns:delivery>\n<!-- after -->");
  xml = replaced(xml, "<IssueDateTime>", "<!-- noted --><Extra a=\"1\">x &amp; <Deep/></Extra>\n      <IssueDateTime>");
  xml = replaced(xml, "<ShipToCITradeParty>", "<ShipToCITradeParty mark=\"seen\">");
  xml = replaced(xml, "<pie:LastName>", "<?keep this?><pie:LastName>");
  xml = replaced(xml, "T00:00:00</pie:BirthDate>", "</pie:BirthDate>");
  xml = replaced(xml, "<VersionID>1.4</VersionID>", "");
  xml = replaced(xml, "<ApplicableCIDDHSupplyChainTradeSettlement/>", "");
  expect_lossless<delivery>(xml, &parse_deliveries);
}

TEST(json_document, keeps_values_that_could_not_be_read) {
  std::string xml = one_delivery();
  xml = replaced(xml, "<ram:IssueDateTime>2026-11-05T10:15:00", "<ram:IssueDateTime>yesterday");
  xml = replaced(xml, "<pie:SIRET>12345678901234</pie:SIRET>", "<pie:SIRET>1</pie:SIRET><pie:SIRET>2</pie:SIRET>");
  xml = replaced(xml, ">2.925<", "> 02,925 <");
  expect_lossless<delivery>(xml, &parse_deliveries);
}

TEST(json_document, in_another_profile_has_neither_extras_nor_the_surroundings) {
  findings found;
  const auto read = parse_deliveries(data("samples/delivery-6-other-prefixes.xml"), found);
  const std::string json = json_of(read, write_profile::canonical);
  EXPECT_EQ(json.find("\"extras\""), std::string::npos);
  EXPECT_EQ(json.find("UNECE_RAM_8p0"), std::string::npos);
  const auto again = parse_deliveries(json, found);
  EXPECT_EQ(again.messages, read.messages);
  EXPECT_EQ(again.head.namespaces, default_envelope(message_kind::delivery).namespaces);
}

TEST(json_document, is_written_a_message_a_line_and_read_by_xml_readers_too) {
  findings found;
  const auto read = parse_deliveries(one_delivery(), found);
  const std::string json = json_of(read);
  EXPECT_TRUE(json.starts_with("{\"schema\": \"esppadom/delivery/1\",\n \"envelope\": {")) << json;
  EXPECT_NE(json.find(" \"messages\": [\n  {\"message_version\":\"1.4\""), std::string::npos) << json;
  findings later;
  const std::string text = "\xEF\xBB\xBF \n" + json;
  message_reader reader(bytes_of(text), later);
  delivery one;
  ASSERT_TRUE(reader.next(one));
  EXPECT_EQ(one, read.messages[0]);
  EXPECT_EQ(reader.place().path, "/messages/0");
  EXPECT_EQ(reader.place().line, 5U);
  EXPECT_EQ(reader.place().column, 3U);
  EXPECT_FALSE(reader.next(one));
  EXPECT_EQ(reader.count(), 1U);
  EXPECT_FALSE(reader.head().wrapped);
}

TEST(json_document, may_be_read_in_any_portions) {
  findings found;
  const auto read = parse_deliveries(data("samples/delivery-6-default-namespace.xml"), found);
  const std::string json = json_of(read);
  for (const std::size_t portion : {1U, 7U, 4096U}) {
    std::string_view rest = json;
    message_reader reader({[&](char* into, std::size_t capacity) -> result<std::size_t> {
                            const auto count = std::min({portion, capacity, rest.size()});
                            std::copy_n(rest.data(), count, into);
                            rest.remove_prefix(count);
                            return count;
                          }},
                          found);
    std::vector<delivery> messages;
    delivery one;
    while (reader.next(one))
      messages.push_back(one);
    EXPECT_EQ(messages, read.messages) << portion;
  }
}

struct fault {
  std::string json;
  std::string_view code;
  std::string_view path;
  std::uint64_t line;
  std::uint64_t column;
};

TEST(json_document, with_a_fault_says_what_and_where) {
  const fault faults[] = {
      {"{}", "ESP-JSON-032", "", 1, 1},
      {"{\"messages\": []}", "ESP-JSON-030", "", 1, 14},
      {"{\"schema\": \"esppadom/delivery/2\", \"messages\": []}", "ESP-JSON-031", "/schema", 1, 12},
      {"{\"schema\": \"esppadom/delivery/1\"}", "ESP-JSON-032", "", 1, 1},
      {"{\"schema\": \"esppadom/delivery/1\", \"messages\": {}}", "ESP-JSON-032", "/messages", 1, 47},
      {"{\"schema\": \"esppadom/delivery/1\", \"messages\": [", "ESP-JSON-001", "", 1, 48},
      {"{\"schema\": \"esppadom/delivery/1\", \"messages\": [}", "ESP-JSON-001", "", 1, 48},
      {"{\"schema\": \"esppadom/delivery/1\",\n \"messages\": [\n  {\"delivery_id\": 7}]}", "ESP-JSON-002",
       "/messages/0/delivery_id", 3, 19},
      {"{\"schema\": \"esppadom/delivery/1\",\n \"messages\": [{\"delivery_id\": \"a\"},\n  {\"issued_at\": \"x\"}]}",
       "ESP-JSON-006", "/messages/1/issued_at", 3, 17},
      {"{\"schema\": \"esppadom/delivery/1\", \"messages\": []} x", "ESP-JSON-001", "", 1, 52},
  };
  for (const auto& one : faults) {
    SCOPED_TRACE(one.json);
    findings found;
    parse_deliveries(one.json, found);
    const finding* first_error = first(found, one.code);
    ASSERT_NE(first_error, nullptr) << codes(found);
    EXPECT_EQ(found.count(severity::error), 1U) << codes(found);
    EXPECT_EQ(first_error->path, one.path);
    EXPECT_EQ(first_error->line, one.line) << codes(found);
    if (!one.path.empty() || one.code == "ESP-JSON-030") {
      EXPECT_EQ(first_error->column, one.column) << codes(found);
    }
  }
}

TEST(json_document, goes_on_after_a_message_that_cannot_be_read) {
  findings found;
  const auto read = parse_deliveries(
      delivery_document("{\"delivery_id\": 1}, {\"delivery_id\": \"b\"}, [], {\"delivery_id\": \"d\"}"), found);
  ASSERT_EQ(read.messages.size(), 2U) << codes(found);
  EXPECT_EQ(read.messages[0].delivery_id, "b");
  EXPECT_EQ(read.messages[1].delivery_id, "d");
  EXPECT_FALSE(read.messages[1].issued_at.is_valid()) << "a time that is absent is no time, not 1970";
}

TEST(json_document, asks_for_every_mandatory_member_when_read_strictly) {
  findings lenient;
  parse_deliveries(delivery_document("{\"delivery_id\": \"b\", \"colour\": 1}"), lenient);
  EXPECT_FALSE(lenient.has_errors()) << codes(lenient);
  EXPECT_EQ(count(lenient, "ESP-JSON-004"), 1U);
  findings strict;
  read_options options;
  options.profile = read_profile::strict;
  EXPECT_TRUE(
      parse_deliveries(delivery_document("{\"delivery_id\": \"b\", \"colour\": 1}"), strict, options).messages.empty());
  EXPECT_GE(count(strict, "ESP-JSON-008"), 5U) << codes(strict);
  EXPECT_EQ(count(strict, "ESP-JSON-003"), 1U);
}

TEST(json_document, of_another_kind_is_an_error_for_each_message) {
  findings found;
  EXPECT_TRUE(parse_orders(delivery_document("{}, {}"), found).messages.empty());
  EXPECT_EQ(count(found, "ESP-XML-014"), 2U) << codes(found);
}

TEST(json_document, cannot_smuggle_markup_into_xml) {
  const char* bad[] = {
      R"({"kind":"element","content":"</ns:x><ns:y>"})", R"({"kind":"element","content":"<a><b></a></b>"})",
      R"({"kind":"element","content":"text"})",          R"({"kind":"element","content":"<a/><b/>"})",
      R"({"kind":"element","content":"<a>\u0001</a>"})", R"({"kind":"markup","content":"<!-- a --><b/>"})",
      R"({"kind":"markup","content":"<!-- a"})",         R"({"kind":"attribute","name":"a=\"1\" b","content":"2"})",
      R"({"kind":"alias","content":"ns:x y=\"1\""})"};
  for (const char* item : bad) {
    SCOPED_TRACE(item);
    findings found;
    const auto read =
        parse_deliveries(delivery_document("{\"delivery_id\": \"a\", \"extras\": [" + std::string(item) + "]}"), found);
    ASSERT_EQ(read.messages.size(), 1U) << codes(found);
    EXPECT_EQ(count(found, "ESP-JSON-033"), 1U) << codes(found);
    EXPECT_TRUE(read.messages[0].extras.empty());
    EXPECT_NE(canonical(round_trip(read)), "");
  }
  const std::string around = R"({"schema": "esppadom/delivery/1", "envelope": {"prolog": "<a/>",
    "namespaces": [{"prefix": "a b", "uri": "u"}], "attributes": [{"name": "x='", "value": "y"}],
    "layout": {"first": "<b/>"}}, "messages": [], "end": {"last": "</c>", "epilog": "x"}})";
  findings found;
  const auto read = parse_deliveries(around, found);
  EXPECT_EQ(count(found, "ESP-JSON-033"), 2U) << codes(found);
  EXPECT_NE(canonical(round_trip(read)), "");
  EXPECT_EQ(read.head.prolog + read.head.last + read.head.epilog + read.head.layout.first, "");
}

TEST(json_document, of_any_length_is_read_in_the_same_memory) {
  const std::string one = "{\"delivery_id\": \"" + std::string(3000, 'x') + "\"}";
  std::string start = "{\"schema\": \"esppadom/delivery/1\", \"messages\": [" + one;
  std::uint64_t left = 20'000;
  std::string pending = start;
  findings found;
  message_reader reader({[&](char* into, std::size_t capacity) -> result<std::size_t> {
                          while (pending.size() < capacity && left > 0)
                            pending += --left == 0 ? std::string("]}") : "," + one;
                          const auto count = std::min(capacity, pending.size());
                          std::copy_n(pending.data(), count, into);
                          pending.erase(0, count);
                          return count;
                        }},
                        found);
  delivery message;
  while (reader.next(message)) {
  }
  EXPECT_EQ(reader.count(), 20'000U);
  EXPECT_TRUE(found.empty()) << codes(found);
}

TEST(json_document, with_a_message_far_too_large_goes_on_with_the_next) {
  read_options options;
  options.bounds.message_bytes = 10'000;
  findings found;
  const auto read = parse_deliveries(delivery_document("{\"delivery_id\": \"a\"}, {\"delivery_id\": \"" +
                                                       std::string(700'000, 'x') + "\"}, {\"delivery_id\": \"c\"}"),
                                     found, options);
  ASSERT_EQ(read.messages.size(), 2U) << codes(found);
  EXPECT_EQ(read.messages[1].delivery_id, "c");
  EXPECT_EQ(count(found, "ESP-XML-010"), 1U) << codes(found);
}

}  // namespace
