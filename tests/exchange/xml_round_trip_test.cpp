// What was read is written back; what is written is read back.

#include <gtest/gtest.h>

#include "esppadom/message/quantity.hpp"
#include "exchange/xml_support.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;

std::string round_trip_of(const std::string& xml) {
  findings found;
  return round_trip(parse_deliveries(xml, found));
}

// xmllint must find both documents the same, white space included.
void expect_same(const std::string& written, const std::string& source) {
  EXPECT_EQ(canonical_difference(written, source), "");
}

TEST(round_trip, gives_canonically_equal_samples) {
  for (const char* name : {"samples/delivery-72.xml", "samples/delivery-6-default-namespace.xml",
                           "samples/delivery-6-other-prefixes.xml", "samples/delivery-1-bare-root.xml"}) {
    SCOPED_TRACE(name);
    expect_same(round_trip_of(data(name)), data(name));
  }
}

// The example mixes elements on one line and on several: blanks between elements are not compared.
TEST(round_trip, gives_canonically_equal_examples_of_all_three_messages) {
  findings found;
  const auto check = [](const std::string& written, const char* name) {
    EXPECT_EQ(canonical_difference(written, data(name), true), "") << name;
  };
  check(round_trip(parse_orders(data("example/order.xml"), found)), "example/order.xml");
  check(round_trip(parse_deliveries(data("example/delivery.xml"), found)), "example/delivery.xml");
  check(round_trip(parse_invoices(data("example/invoice.xml"), found)), "example/invoice.xml");
}

TEST(canonical_profile, writes_the_example_with_the_same_values) {
  findings found;
  const auto invoices = read_invoices(data_path("example/invoice.xml"), found);
  const std::string written = write(std::span<const invoice>(invoices));
  EXPECT_EQ(parse_invoices(written, found).messages, invoices);
  EXPECT_EQ(canonical_difference(written, data("example/invoice.xml"), true), "");
  EXPECT_TRUE(found.empty()) << codes(found);
}

TEST(round_trip, keeps_unknown_elements_attributes_comments_and_instructions) {
  std::string xml = one_delivery();
  xml = replaced(xml, "<ram:IssueDateTime>",
                 "<!-- noted --><ram:Extra a=\"1\">x &amp; <ram:Deep/></ram:Extra>\n      <ram:IssueDateTime>");
  xml = replaced(xml, "<pie:ID schemeAgencyName", "<pie:ID schemeURI=\"urn:x\" schemeAgencyName");
  xml = replaced(xml, "<ram:ShipToCITradeParty>", "<ram:ShipToCITradeParty mark=\"seen\">");
  xml = replaced(xml, "<pie:LastName>", "<?keep this?><pie:LastName>");
  xml = replaced(xml, "</pie:LastName>", "</pie:LastName><other:Note xmlns:other=\"urn:other\">n</other:Note>");
  findings found;
  const auto read = parse_deliveries(xml, found);
  ASSERT_EQ(read.messages.size(), 1U);
  EXPECT_FALSE(found.has_errors()) << codes(found);
  EXPECT_EQ(count(found, "ESP-XML-021"), 2U) << codes(found);
  EXPECT_EQ(count(found, "ESP-XML-022"), 2U) << codes(found);
  EXPECT_EQ(canonical_difference(round_trip(read), xml, true), "");
  EXPECT_EQ(read.messages[0], parse_deliveries(one_delivery(), found).messages[0]) << "extras are no part of equality";
}

TEST(round_trip, declares_what_an_unknown_element_needs_in_another_document) {
  const std::string xml =
      replaced(one_delivery(), "<ram:IssueDateTime>", "<ram:Extra><pie:In/></ram:Extra><ram:IssueDateTime>");
  findings found;
  const auto read = parse_deliveries(xml, found);
  envelope head = default_envelope(message_kind::delivery);
  head.namespaces = {{"m", head.namespaces[0].uri}, {"r", head.namespaces[1].uri}};
  const std::string written = write(std::span<const delivery>(read.messages), head, write_profile::round_trip);
  EXPECT_FALSE(canonical(written).empty()) << written;
  EXPECT_NE(written.find("<ram:Extra xmlns:ram="), std::string::npos);
  const auto again = parse_deliveries(written, found);
  EXPECT_EQ(again.messages, read.messages);
}

TEST(round_trip, keeps_prefixes_declared_again_inside) {
  std::string xml = one_delivery();
  xml = replaced(xml, "<ram:BilledQuantity unitCode=\"HUR\">2.925</ram:BilledQuantity>",
                 "<q:BilledQuantity xmlns:q=\"urn:un:unece:uncefact:data:standard:"
                 "ReusableAggregateBusinessInformationEntity:10\" unitCode=\"HUR\">2.925</q:BilledQuantity>");
  xml =
      replaced(xml, "<ram:ShipToCITradeParty>",
               "<ram:ShipToCITradeParty xmlns:pie=\"urn:un:unece:uncefact:data:standard:PersonInformationEntity:2\">");
  findings found;
  const auto read = parse_deliveries(xml, found);
  EXPECT_TRUE(found.empty()) << codes(found);
  EXPECT_EQ(to_string(read.messages.at(0).lines.at(0).billed_quantity.value), "2.925");
  EXPECT_EQ(read.messages[0].beneficiary.id(), "C100000");
  expect_same(round_trip(read), xml);
}

TEST(round_trip, treats_a_prefix_bound_to_something_else_as_unknown) {
  const std::string xml = replaced(one_delivery(), "<pie:LastName>", "<pie:LastName xmlns:pie=\"urn:elsewhere\">");
  findings found;
  const auto read = parse_deliveries(xml, found);
  EXPECT_FALSE(read.messages.at(0).beneficiary.last_name.has_value());
  EXPECT_EQ(count(found, "ESP-XML-021"), 1U) << codes(found);
  expect_same(round_trip(read), xml);
}

TEST(round_trip, keeps_the_order_of_the_source) {
  std::string xml = one_delivery();
  const std::string first = "<pie:FirstName>Zoé</pie:FirstName>\n          ";
  xml = replaced(xml, first, "");
  xml = replaced(xml, "<pie:BirthDate>", first + "<pie:BirthDate>");
  findings found;
  const auto read = parse_deliveries(xml, found);
  EXPECT_EQ(count(found, "ESP-XML-023"), 1U) << codes(found);
  EXPECT_EQ(read.messages.at(0).beneficiary.first_name, "Zoé");
  expect_same(round_trip(read), xml);
  const std::string in_order = write(std::span<const delivery>(read.messages));
  EXPECT_LT(in_order.find("<pie:FirstName>"), in_order.find("<pie:LastName>"));
}

TEST(round_trip, keeps_how_values_were_written) {
  std::string xml = one_delivery();
  xml = replaced(xml, "2026-10-27T16:39:54</qdt", "2026-10-27T15:39:54Z</qdt");
  xml = replaced(xml, "2026-11-05T10:15:00", " 2026-11-05T10:15:00.250 ");
  xml = replaced(xml, "1945-09-13T00:00:00", "1945-09-13");
  xml = replaced(xml, ">2.925<", ">+02,9250<");
  xml = replaced(xml, "<pie:CityName>Paris", "<pie:CityName> Paris ");
  findings found;
  auto read = parse_deliveries(xml, found);
  EXPECT_FALSE(found.has_errors()) << codes(found);
  EXPECT_EQ(read.messages.at(0), parse_deliveries(one_delivery(), found).messages.at(0));
  expect_same(round_trip(read), xml);

  // A lexical form is written only while it still means the value.
  read.messages[0].issued_at = parse_local_time("2026-11-06T08:00:00").value();
  const std::string changed = round_trip(read);
  EXPECT_NE(changed.find("<ram:IssueDateTime>2026-11-06T08:00:00</ram:IssueDateTime>"), std::string::npos);
  EXPECT_NE(changed.find(">+02,9250<"), std::string::npos);
}

TEST(round_trip, keeps_dates_in_an_element_of_their_own) {
  const std::string xml =
      replaced(one_delivery(), "<ram:IssueDateTime>2026-11-05T10:15:00",
               "<ram:IssueDateTime><udt:DateTimeString xmlns:udt=\"urn:un:unece:uncefact:data:standard:"
               "UnqualifiedDataType:9\" format=\"204\">20261105101500</udt:DateTimeString>");
  findings found;
  const auto read = parse_deliveries(xml, found);
  EXPECT_EQ(to_string(read.messages.at(0).issued_at), "2026-11-05T10:15:00");
  EXPECT_FALSE(found.has_errors()) << codes(found);
  EXPECT_EQ(canonical_difference(round_trip(read), xml, true), "");
}

TEST(round_trip, keeps_a_stamp_without_an_element_of_its_own) {
  std::string xml = one_delivery();
  const auto begin = xml.find("<ram:CertifiedDateTime>");
  const auto end = xml.find("</ram:StartDateTime>");
  xml.replace(begin, end - begin, "2026-10-27T16:39:54");
  findings found;
  const auto read = parse_deliveries(xml, found);
  EXPECT_TRUE(found.empty()) << codes(found);
  EXPECT_EQ(to_string(read.messages.at(0).stamps->arrival->certified_at), "2026-10-27T16:39:54");
  EXPECT_EQ(canonical_difference(round_trip(read), xml, true), "");
}

TEST(round_trip, keeps_what_could_not_be_read_and_what_was_absent) {
  std::string xml = one_delivery();
  xml = replaced(xml, "2026-11-05T10:15:00", "yesterday");
  xml = replaced(xml, "<ram:VersionID>1.4</ram:VersionID>\n      ", "");
  xml = replaced(xml, "<ram:ApplicableCIDDHSupplyChainTradeSettlement/>\n      ", "");
  xml = replaced(xml, "1945-09-13T00:00:00", "");
  xml = replaced(xml, "<pie:SIRET>12345678901234</pie:SIRET>", "<pie:SIRET>1</pie:SIRET><pie:SIRET>2</pie:SIRET>");
  findings found;
  const auto read = parse_deliveries(xml, found);
  EXPECT_FALSE(read.messages.at(0).issued_at.is_valid());
  EXPECT_EQ(read.messages[0].provider.siret, "1");
  EXPECT_FALSE(read.messages[0].beneficiary.birth_date.has_value());
  EXPECT_EQ(count(found, "ESP-XML-030"), 1U);
  EXPECT_EQ(count(found, "ESP-XML-020"), 1U);
  EXPECT_EQ(count(found, "ESP-XML-024"), 1U) << codes(found);
  EXPECT_EQ(canonical_difference(round_trip(read), xml, true), "");
}

TEST(round_trip, keeps_what_stands_around_messages) {
  std::string xml = data("samples/delivery-6-default-namespace.xml");
  xml = replaced(xml, "<ns:delivery ", "<!-- export 17 -->\n<ns:delivery xmlns:x=\"urn:x\" x:kind=\"test\" ");
  const auto second = xml.find("<ns:CrossIndustryDespatchAdvice>", xml.find("</ns:CrossIndustryDespatchAdvice>"));
  xml.insert(second, "<!-- second --><x:Separator/>\n  ");
  xml = replaced(xml, "</ns:delivery>", "  <!-- end -->\n</ns:delivery>\n<!-- after -->");
  findings found;
  const auto read = parse_deliveries(xml, found);
  EXPECT_EQ(read.messages.size(), 6U);
  EXPECT_EQ(canonical_difference(round_trip(read), xml, true), "");
}

TEST(canonical_profile, omits_empty_codes_and_normalises_quantities) {
  findings found;
  const auto read = parse_deliveries(data("samples/delivery-72.xml"), found);
  const std::string written = write(std::span<const delivery>(read.messages));
  EXPECT_EQ(written.find("<ram:TypeCode listID=\"ESPPADOM_EFFECTIVITY_AJUST\" listAgencyName=\"EDESS\"/>"),
            std::string::npos);
  EXPECT_EQ(written.find("2.6527777777777777"), std::string::npos);
  EXPECT_NE(written.find(">2.6527777778</ram:BilledQuantity>"), std::string::npos);
  const auto again = parse_deliveries(written, found);
  ASSERT_EQ(again.messages.size(), 72U);
  for (std::size_t i = 0; i < 72; ++i) {
    EXPECT_EQ(again.messages[i].correction_code.has_value(), !read.messages[i].correction().empty());
    EXPECT_EQ(time_of(again.messages[i].lines[0].billed_quantity).value(),
              time_of(read.messages[i].lines[0].billed_quantity).value());
  }
  EXPECT_EQ(write(std::span<const delivery>(again.messages)), written);
}

TEST(production_profile, writes_only_what_production_writes) {
  findings found;
  auto messages = read_deliveries(data_path("example/delivery.xml"), found);
  messages[0].planned_period = messages[0].retained_period;
  const std::string written = write(std::span<const delivery>(messages), write_profile::production_1_4);
  EXPECT_EQ(written.find("IssuerAssignedID"), std::string::npos);
  EXPECT_EQ(written.find("APA-HRJO"), std::string::npos);
  EXPECT_EQ(written.find("PlannedDelivery"), std::string::npos);
  EXPECT_NE(written.find("<ram:TypeCode listAgencyName=\"EDESS\" listID=\"ESPPADOM_EFFECTIVITY_AJUST\"/>"),
            std::string::npos);
  EXPECT_NE(canonical(written), "");
}

TEST(extended_profile, adds_the_planned_period) {
  findings found;
  auto messages = read_deliveries(data_path("example/delivery.xml"), found);
  messages.resize(1);
  messages[0].planned_period = messages[0].retained_period;
  const auto again = parse_deliveries(write(std::span<const delivery>(messages), write_profile::extended), found);
  EXPECT_EQ(again.messages, messages);
  EXPECT_EQ(write(std::span<const delivery>(messages)).find("PlannedDelivery"), std::string::npos);
}

TEST(writer, gives_a_message_of_stamps_only_a_retained_period) {
  findings found;
  auto messages = parse_deliveries(one_delivery(), found).messages;
  messages[0].correction_code->value = "HOR";
  messages[0].retained_period = {};
  const auto again = parse_deliveries(write(std::span<const delivery>(messages)), found).messages;
  EXPECT_EQ(to_string(*again.at(0).retained_period.start), "2026-10-27T16:39:54");
  EXPECT_EQ(again[0].retained_period.start, again[0].retained_period.end);
}

TEST(writer, refuses_an_invalid_amount_and_a_second_bare_message) {
  findings found;
  auto invoices = read_invoices(data_path("example/invoice.xml"), found);
  std::string out;
  const byte_sink sink{[&](std::string_view bytes) {
    out += bytes;
    return error_code::success;
  }};
  message_writer writer(sink, default_envelope(message_kind::invoice));
  auto broken = invoices[0];
  broken.due_payable.value = money::invalid();
  EXPECT_EQ(writer.write(broken), error_code::invalid_value);
  EXPECT_EQ(writer.write(invoices[0]), error_code::success);
  EXPECT_EQ(writer.write(delivery{}), error_code::conflict);
  EXPECT_EQ(writer.finish(), error_code::success);
  EXPECT_EQ(parse_invoices(out, found).messages, invoices);

  envelope bare = default_envelope(message_kind::invoice);
  bare.wrapped = false;
  message_writer single(sink, bare);
  EXPECT_EQ(single.write(invoices[0]), error_code::success);
  EXPECT_EQ(single.write(invoices[0]), error_code::conflict);
}

TEST(writer, writes_a_document_without_messages) {
  findings found;
  const std::string written = write(std::span<const order>{});
  EXPECT_NE(canonical(written), "");
  EXPECT_TRUE(parse_orders(written, found).messages.empty());
}

}  // namespace
