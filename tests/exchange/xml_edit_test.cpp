// A message that was read, changed and written: what was not touched stays as it was, to the last comment; a way of
// writing a value goes exactly when it no longer means the value.

#include <gtest/gtest.h>

#include "esppadom/message/quantity.hpp"
#include "exchange/xml_support.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;

// A delivery with something unknown, a comment and an odd form at every level.
std::string decorated() {
  std::string xml = one_delivery();
  xml = replaced(xml, "<ram:IssueDateTime>2026-11-05T10:15:00",
                 "<!-- noted --><ram:Extra a=\"1\"><ram:Deep/></ram:Extra><ram:IssueDateTime> 2026-11-05T10:15:00.250");
  xml = replaced(xml, "<ram:ShipToCITradeParty>", "<ram:ShipToCITradeParty mark=\"seen\">");
  xml = replaced(xml, "<pie:LastName>", "<?keep this?><pie:LastName>");
  xml = replaced(xml, "T00:00:00</pie:BirthDate>",
                 "</pie:BirthDate><other:Note xmlns:other=\"urn:other\">n</other:Note>");
  xml = replaced(xml, "<ram:IncludedCIDDLSupplyChainTradeLineItem>",
                 "<!-- line --><ram:IncludedCIDDLSupplyChainTradeLineItem n=\"1\">");
  xml = replaced(xml, ">2.925</ram:BilledQuantity>", ">02,9250</ram:BilledQuantity><ram:Hint>h</ram:Hint>");
  xml = replaced(xml, "</ram:IncludedCIDDLSupplyChainTradeLineItem>",
                 "</ram:IncludedCIDDLSupplyChainTradeLineItem><!-- after the line --><ram:Total>1</ram:Total>");
  return xml;
}

document<delivery> read(const std::string& xml) {
  findings found;
  auto out = parse_deliveries(xml, found);
  EXPECT_FALSE(found.has_errors()) << codes(found);
  EXPECT_EQ(out.messages.size(), 1U);
  return out;
}

// What is written is the source with one text replaced, and nothing else.
void expect_only_change(const document<delivery>& edited, std::string_view from, std::string_view to) {
  EXPECT_EQ(canonical_difference(round_trip(edited), replaced(decorated(), from, to), true), "");
}

TEST(edited_message, that_is_not_changed_is_the_source) {
  EXPECT_EQ(canonical_difference(round_trip(read(decorated())), decorated(), true), "");
}

TEST(edited_message, with_another_quantity_loses_its_old_form_only) {
  auto edited = read(decorated());
  edited.messages[0].lines[0].billed_quantity.value = decimal{15, 1};
  expect_only_change(edited, ">02,9250<", ">1.5<");
}

TEST(edited_message, with_the_same_quantity_keeps_its_form) {
  auto edited = read(decorated());
  edited.messages[0].lines[0].billed_quantity.value = decimal{29250, 4};
  EXPECT_EQ(canonical_difference(round_trip(edited), decorated(), true), "");
}

TEST(edited_message, with_another_time_loses_its_old_form_only) {
  auto edited = read(decorated());
  edited.messages[0].issued_at = parse_local_time("2026-11-06T08:00:00").value();
  expect_only_change(edited, " 2026-11-05T10:15:00.250", "2026-11-06T08:00:00");
  edited.messages[0].issued_at = parse_local_time("2026-11-05T10:15:00").value();
  EXPECT_EQ(canonical_difference(round_trip(edited), decorated(), true), "") << "and has it again with the old value";
}

TEST(edited_message, with_another_birth_date_loses_its_old_form_only) {
  auto edited = read(decorated());
  edited.messages[0].beneficiary.birth_date = parse_local_date("1946-01-02").value();
  expect_only_change(edited, "<pie:BirthDate>1945-09-13<", "<pie:BirthDate>1946-01-02T00:00:00<");
}

TEST(edited_message, without_an_optional_part_keeps_everything_else) {
  auto edited = read(decorated());
  edited.messages[0].provider.siret.reset();
  expect_only_change(edited, "<pie:SIRET>12345678901234</pie:SIRET>", "");
}

TEST(edited_message, with_a_line_appended_keeps_what_stood_around_the_first) {
  auto edited = read(decorated());
  delivery_line line;
  line.line_id = "2";
  line.billed_quantity = {decimal{1, 0}, "HUR"};
  line.service.codes.push_back({"X", "LOCAL", "CD99"});
  edited.messages[0].lines.push_back(line);
  // Unknown things stand after the line they followed; the new line comes last.
  const std::string added =
      "<!-- after the line --><ram:Total>1</ram:Total><ram:IncludedCIDDLSupplyChainTradeLineItem>"
      "<ram:AssociatedCIDDLDocumentLineDocument><ram:LineID>2</ram:LineID></ram:AssociatedCIDDLDocumentLineDocument>"
      "<ram:SpecifiedCIDDLSupplyChainTradeDelivery><ram:BilledQuantity unitCode=\"HUR\">1</ram:BilledQuantity>"
      "</ram:SpecifiedCIDDLSupplyChainTradeDelivery><ram:SpecifiedCITradeProduct>"
      "<qdt:ID listID=\"LOCAL\" listAgencyName=\"CD99\">X</qdt:ID></ram:SpecifiedCITradeProduct>"
      "</ram:IncludedCIDDLSupplyChainTradeLineItem>";
  expect_only_change(edited, "<!-- after the line --><ram:Total>1</ram:Total>", added);
}

TEST(edited_message, with_its_line_removed_keeps_what_belonged_to_no_line) {
  auto edited = read(decorated());
  edited.messages[0].lines.clear();
  const std::string xml = round_trip(edited);
  EXPECT_NE(canonical(xml), "");
  EXPECT_EQ(xml.find("<ram:Hint>"), std::string::npos) << "what was inside the line goes with it";
  for (const char* kept : {"<!-- line -->", "<!-- after the line -->", "<ram:Total>1</ram:Total>", "<!-- noted -->",
                           "<ram:Extra a=\"1\">", "mark=\"seen\"", "<?keep this?>", "<other:Note"})
    EXPECT_NE(xml.find(kept), std::string::npos) << kept;
}

TEST(edited_message, with_a_line_moved_takes_what_it_holds_along) {
  auto edited = read(decorated());
  auto& lines = edited.messages[0].lines;
  delivery_line first;
  first.line_id = "0";
  lines.insert(lines.begin(), first);
  const std::string xml = round_trip(edited);
  const auto hint = xml.find("<ram:Hint>");
  ASSERT_NE(hint, std::string::npos);
  EXPECT_LT(xml.find("<ram:LineID>0</ram:LineID>"), hint);
  EXPECT_NE(xml.find(">02,9250<"), std::string::npos) << "the form moves with its value";
}

TEST(edited_message, may_fill_an_attribute_that_was_empty) {
  findings found;
  auto edited = parse_deliveries(replaced(one_delivery(), "schemeAgencyName=\"token\" schemeID=\"token\">075<",
                                          "schemeAgencyName=\"\" schemeID=\"token\">075<"),
                                 found);
  edited.messages.at(0).order_refs.at(0).issuer->ids.at(0).scheme_agency_name = "CD75";
  const std::string xml = round_trip(edited);
  EXPECT_NE(canonical(xml), "") << "an attribute may not stand twice";
  EXPECT_NE(xml.find("schemeAgencyName=\"CD75\""), std::string::npos);
}

TEST(edited_message, with_a_character_that_xml_cannot_carry_is_refused) {
  auto edited = read(decorated());
  std::string out;
  message_writer writer({[&out](std::string_view bytes) {
                          out += bytes;
                          return error_code::success;
                        }},
                        edited.head, write_profile::round_trip);
  for (const char* bad : {"\x01", "a\x1F", "\xFF", "\xED\xA0\x80", "\xEF\xBF\xBF"}) {
    delivery broken = edited.messages[0];
    broken.beneficiary.name = bad;
    EXPECT_EQ(writer.write(broken), error_code::invalid_value);
    broken = edited.messages[0];
    broken.lines[0].service.codes.at(0).list_id = bad;
    EXPECT_EQ(writer.write(broken), error_code::invalid_value);
  }
  edited.messages[0].beneficiary.name = "\xF0\x9D\x84\x9E \t\n\rz";
  EXPECT_EQ(writer.write(edited.messages[0]), error_code::success);
  EXPECT_EQ(writer.finish(), error_code::success);
  findings found;
  EXPECT_EQ(parse_deliveries(out, found).messages.at(0).beneficiary.name, "\xF0\x9D\x84\x9E \t\n\rz");
}

TEST(reference_by_number, to_what_is_no_character_is_replaced_and_reported) {
  for (const char* bad : {"&#1;", "&#x1F;", "&#xD800;", "&#xFFFF;", "&#x110000;", "&#99999999999;"}) {
    findings found;
    const auto got = parse_deliveries(replaced(one_delivery(), "Ville de Paris", bad), found);
    EXPECT_EQ(count(found, "ESP-XML-009"), 1U) << bad << codes(found);
    EXPECT_EQ(got.messages.at(0).order_refs.at(0).issuer->name, "\xEF\xBF\xBD") << bad;
    EXPECT_NE(canonical(round_trip(got)), "") << bad;
  }
}

}  // namespace
