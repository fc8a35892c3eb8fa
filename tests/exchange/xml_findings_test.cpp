// Variants a reader must accept, and what it says about them, with path, line and column.

#include <gtest/gtest.h>

#include "esppadom/exchange/findings.hpp"
#include "exchange/xml_support.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;

struct outcome {
  delivery message;
  findings found;
};

outcome read(const std::string& xml, read_profile profile = read_profile::lenient) {
  outcome out;
  read_options options;
  options.profile = profile;
  options.file = "visits.xml";
  auto got = parse_deliveries(xml, out.found, options);
  EXPECT_EQ(got.messages.size(), 1U) << codes(out.found);
  if (!got.messages.empty()) out.message = std::move(got.messages[0]);
  return out;
}

outcome changed(std::string_view from, std::string_view to, read_profile profile = read_profile::lenient) {
  return read(replaced(one_delivery(), from, to), profile);
}

// The only finding, its severity and place.
void expect_only(const findings& found, std::string_view code, severity level, std::uint64_t line,
                 std::uint64_t column) {
  ASSERT_EQ(found.total(), 1U) << codes(found);
  const finding& one = found.items()[0];
  EXPECT_EQ(one.code(), code);
  EXPECT_EQ(one.level(), level);
  EXPECT_EQ(one.line, line);
  EXPECT_EQ(one.column, column);
  EXPECT_EQ(one.file, "visits.xml");
}

TEST(codes_of_findings, are_unique_and_have_texts_in_both_languages) {
  std::vector<std::string_view> seen;
  for (const finding_kind* kind : exchange_findings::all) {
    EXPECT_EQ(std::count(seen.begin(), seen.end(), kind->code), 0) << kind->code;
    seen.push_back(kind->code);
    EXPECT_TRUE(kind->code.starts_with("ESP-XML-"));
    for (const auto text : {kind->en, kind->fr, kind->remedy_en, kind->remedy_fr})
      EXPECT_FALSE(text.empty()) << kind->code;
  }
}

TEST(missing_element, is_a_warning_and_in_the_strict_profile_an_error) {
  const std::string line = "      <ram:VersionID>1.4</ram:VersionID>\n";
  expect_only(changed(line, "").found, "ESP-XML-020", severity::warning, 3, 5);
  const auto strict = changed(line, "", read_profile::strict);
  expect_only(strict.found, "ESP-XML-020", severity::error, 3, 5);
  const finding& one = strict.found.items()[0];
  EXPECT_EQ(one.path, "/CrossIndustryDespatchAdvice/CIDDHExchangedDocumentContext");
  EXPECT_EQ(one.document, "6b02096be32177a3aee0cdd7");
  EXPECT_EQ(one.arguments.at(0), "VersionID");
  EXPECT_NE(message(one, language::french).find("version du message"), std::string::npos);
}

TEST(missing_part, leaves_times_without_a_value) {
  std::string xml = one_delivery();
  const auto begin = xml.find("<ns:CIDDHExchangedDocument>");
  const auto end = xml.find("<ns:CIDDHSupplyChainTradeTransaction>");
  xml.erase(begin, end - begin);
  const auto got = read(xml);
  EXPECT_FALSE(got.message.issued_at.is_valid());
  EXPECT_EQ(got.message.delivery_id, "");
  EXPECT_EQ(count(got.found, "ESP-XML-020"), 1U) << codes(got.found);
}

TEST(unknown_element, tells_where_it_stands) {
  const auto got = changed("<pie:CountryID>", "<pie:Planet>Earth</pie:Planet><pie:CountryID>");
  expect_only(got.found, "ESP-XML-021", severity::info, 34, 13);
  EXPECT_EQ(got.found.items()[0].path,
            "/CrossIndustryDespatchAdvice/CIDDHSupplyChainTradeTransaction/ApplicableCIDDHSupplyChainTradeDelivery/"
            "ShipToCITradeParty/PostalCITradeAddress/Planet");
  EXPECT_EQ(message(got.found.items()[0], language::english).find("Earth"), std::string::npos);
}

TEST(place, counts_characters_and_numbers_repeated_elements) {
  const auto got = changed("<pie:CountryID>", "<!-- éàü€𝄞 --><pie:Planet/><pie:Planet/><pie:CountryID>");
  ASSERT_EQ(got.found.total(), 2U);
  EXPECT_EQ(got.found.items()[0].column, 27U);
  EXPECT_TRUE(got.found.items()[1].path.ends_with("/Planet[2]"));
}

TEST(place, is_that_of_the_file_for_later_messages) {
  const std::string text = data("samples/delivery-72.xml");
  const auto at = text.rfind("<ram:IssueDateTime>");
  std::string xml = text;
  xml.insert(at, "<ram:Extra/>");
  findings found;
  EXPECT_EQ(parse_deliveries(xml, found).messages.size(), 72U);
  ASSERT_EQ(found.total(), 1U) << codes(found);
  EXPECT_EQ(found.items()[0].path, "/delivery/CrossIndustryDespatchAdvice[72]/CIDDHExchangedDocument/Extra");
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
  EXPECT_EQ(found.items()[0].line, static_cast<std::uint64_t>(line));
  EXPECT_EQ(found.items()[0].column, 7U);
}

TEST(place, is_right_on_one_long_line) {
  std::string xml = data("samples/delivery-6-other-prefixes.xml");
  std::string many = xml.substr(0, xml.find("<ns2:CrossIndustryDespatchAdvice>"));
  const std::string one = xml.substr(many.size(), xml.rfind("</ns2:delivery>") - many.size());
  for (int i = 0; i < 40; ++i)
    many += one;  // more than one chunk
  const auto at = many.rfind("<UNECE_RAM_8p0:IssueDateTime>");
  std::string with = many;
  with.insert(at, "<x/>");
  findings found;
  EXPECT_EQ(parse_deliveries(with + "</ns2:delivery>", found).messages.size(), 240U);
  ASSERT_EQ(found.total(), 1U) << codes(found);
  std::uint64_t column = 1;
  for (std::size_t i = 0; i < at; ++i)
    column += (static_cast<unsigned char>(many[i]) & 0xC0U) != 0x80U ? 1U : 0U;
  EXPECT_EQ(found.items()[0].line, 1U);
  EXPECT_EQ(found.items()[0].column, column);
}

TEST(second_element, of_a_kind_that_stands_once_is_an_error) {
  const auto got = changed("<ram:IssueDateTime>", "<ram:ID>other</ram:ID><ram:IssueDateTime>");
  EXPECT_EQ(got.message.delivery_id, "6b02096be32177a3aee0cdd7");
  expect_only(got.found, "ESP-XML-024", severity::error, 9, 7);
}

TEST(element_out_of_order, is_read_with_a_warning_strictly_an_error) {
  const std::string name = "<pie:Name>SAAD Exemple - Antenne Nord</pie:Name>";
  std::string xml = replaced(one_delivery(), name, "");
  xml = replaced(xml, "<pie:DefinedCITradeContact>", name + "<pie:DefinedCITradeContact>");
  const auto lenient = read(xml);
  EXPECT_EQ(lenient.message.provider.name, "SAAD Exemple - Antenne Nord");
  ASSERT_EQ(lenient.found.total(), 1U);
  EXPECT_EQ(lenient.found.items()[0].level(), severity::warning);
  EXPECT_EQ(read(xml, read_profile::strict).found.items().at(0).level(), severity::error);
}

TEST(text_between_elements, is_kept_with_a_warning) {
  const auto got = changed("<ram:IssueDateTime>", "stray<ram:IssueDateTime>");
  ASSERT_EQ(got.found.total(), 1U);
  EXPECT_EQ(got.found.items()[0].code(), "ESP-XML-025");
}

TEST(another_namespace, of_the_family_or_none_is_accepted_by_name) {
  auto got = changed("<qdt:StartDateTime>2026-10-27T16:39:54</qdt:StartDateTime>",
                     "<pie:StartDateTime>2026-10-27T16:39:54</pie:StartDateTime>");
  EXPECT_EQ(to_string(*got.message.retained_period.start), "2026-10-27T16:39:54");
  EXPECT_EQ(got.found.items().at(0).code(), "ESP-XML-026");
  EXPECT_EQ(got.found.items()[0].level(), severity::info);
  got = changed("<pie:LastName>O'Connor</pie:LastName>", "<LastName>O'Connor</LastName>");
  EXPECT_EQ(got.message.beneficiary.last_name, "O'Connor");
  EXPECT_EQ(got.found.items().at(0).code(), "ESP-XML-026");
}

TEST(periods, may_be_in_either_namespace) {
  const auto got = changed("<qdt:StartDateTime>2026-10-27T16:39:54</qdt:StartDateTime>",
                           "<ram:StartDateTime>2026-10-27T16:39:54</ram:StartDateTime>");
  EXPECT_EQ(to_string(*got.message.retained_period.start), "2026-10-27T16:39:54");
  EXPECT_TRUE(got.found.empty()) << codes(got.found);
}

TEST(root, may_have_any_version_and_the_context_its_plain_name) {
  std::string xml = replaced(one_delivery(), "CrossIndustryDespatchAdvice:2", "CrossIndustryDespatchAdvice:7");
  xml = replaced(xml, "BusinessInformationEntity:8", "BusinessInformationEntity:10");
  xml = replaced(xml, "<ns:CIDDHExchangedDocumentContext>", "<ns:CIExchangedDocumentContext>");
  xml = replaced(xml, "</ns:CIDDHExchangedDocumentContext>", "</ns:CIExchangedDocumentContext>");
  const auto got = read(xml);
  EXPECT_TRUE(got.found.empty()) << codes(got.found);
  EXPECT_EQ(got.message.message_version, "1.4");
}

TEST(times, in_other_forms_are_read_as_french_time) {
  struct form {
    const char* written;
    const char* meant;
    int fold = 0;
  };
  for (const auto& [written, meant, fold] :
       {form{"2026-07-01T08:00:00Z", "2026-07-01T10:00:00"}, form{"2026-01-05T10:15:00+01:00", "2026-01-05T10:15:00"},
        form{"2026-11-05T10:15", "2026-11-05T10:15:00"}, form{"2026-11-05", "2026-11-05T00:00:00"},
        form{"2026-11-05T10:15:00.999", "2026-11-05T10:15:00"},
        form{"2026-10-25T01:30:00Z", "2026-10-25T02:30:00", 1}}) {
    const auto got = changed("2026-11-05T10:15:00", written);
    EXPECT_EQ(to_string(got.message.issued_at), meant) << written;
    EXPECT_EQ(got.message.issued_at.fold, fold) << written;
    EXPECT_EQ(got.found.items().at(0).code(), "ESP-XML-032") << written;
    EXPECT_EQ(got.found.items()[0].level(), severity::info);
  }
}

TEST(times, that_do_not_exist_are_reported) {
  expect_only(changed("2026-11-05T10:15:00", "2026-02-30T10:15:00").found, "ESP-XML-031", severity::error, 9, 7);
  expect_only(changed("2026-11-05T10:15:00", "2026-11-05T24:15:00").found, "ESP-XML-031", severity::error, 9, 7);
  expect_only(changed("2026-11-05T10:15:00", "soon").found, "ESP-XML-030", severity::error, 9, 7);
  const auto gap = changed("2026-11-05T10:15:00", "2026-03-29T02:30:00");
  expect_only(gap.found, "ESP-XML-034", severity::warning, 9, 7);
  EXPECT_EQ(to_string(gap.message.issued_at), "2026-03-29T02:30:00");
}

TEST(birth_date, is_accepted_in_any_form_and_never_repeated) {
  for (const char* form : {"1945-09-13", "1945-09-13T12:00:00", "", " "}) {
    const auto got = changed("1945-09-13T00:00:00", form);
    EXPECT_TRUE(got.found.empty()) << form << codes(got.found);
    EXPECT_EQ(got.message.beneficiary.birth_date.has_value(), form[0] == '1');
  }
  const auto bad = changed("1945-09-13T00:00:00", "13 septembre 1945");
  ASSERT_EQ(bad.found.total(), 1U);
  EXPECT_EQ(message(bad.found.items()[0], language::french).find("1945"), std::string::npos);
}

TEST(numbers, with_comma_blanks_or_exponent_are_warnings_strictly_errors) {
  for (const char* form : {"2,925", "2.925E0", "29.25e-1"}) {
    const auto got = changed(">2.925<", std::string(">") + form + "<");
    EXPECT_EQ(got.message.lines.at(0).billed_quantity.value, (decimal{2925, 3})) << form;
    ASSERT_EQ(got.found.total(), 1U) << form;
    EXPECT_EQ(got.found.items()[0].code(), "ESP-XML-033");
    EXPECT_EQ(got.found.items()[0].level(), severity::warning);
    EXPECT_EQ(changed(">2.925<", std::string(">") + form + "<", read_profile::strict).found.items().at(0).level(),
              severity::error);
  }
  expect_only(changed(">2.925<", ">much<").found, "ESP-XML-030", severity::error, 77, 11);
}

TEST(unit, that_is_absent_means_hours_with_a_warning) {
  const auto got = changed(" unitCode=\"HUR\"", "");
  EXPECT_EQ(got.message.lines.at(0).billed_quantity.unit_code, "");
  ASSERT_EQ(got.found.total(), 1U);
  EXPECT_EQ(got.found.items()[0].code(), "ESP-XML-037");
}

TEST(empty_type_code, is_a_value) {
  const auto got = changed(">COD</ram:TypeCode>", "/>");
  ASSERT_TRUE(got.message.correction_code.has_value());
  EXPECT_EQ(got.message.correction(), "");
  EXPECT_EQ(got.message.correction_code->list_id, "ESPPADOM_EFFECTIVITY_AJUST");
  EXPECT_TRUE(got.found.empty());
}

TEST(several_order_references, are_all_kept) {
  const auto got = changed("<ram:ContractReferencedCIReferencedDocument>",
                           "<ram:BuyerOrderReferencedCIReferencedDocument><ram:IssuerAssignedID>CMD-2"
                           "</ram:IssuerAssignedID></ram:BuyerOrderReferencedCIReferencedDocument>"
                           "<ram:ContractReferencedCIReferencedDocument>");
  ASSERT_EQ(got.message.order_refs.size(), 2U);
  EXPECT_EQ(got.message.order_refs[1].order_id, "CMD-2");
  EXPECT_TRUE(got.found.empty()) << codes(got.found);
}

TEST(order_variants, of_indicator_tax_and_currency_are_understood) {
  std::string xml = data("example/order.xml");
  xml = replaced(xml, "<ram:ChargeIndicator>false<", "<ram:ChargeIndicator>0<");
  xml = replaced(xml, "<ram:ChargeIndicator>true</ram:ChargeIndicator>",
                 "<ram:ChargeIndicator><udt:Indicator xmlns:udt=\"urn:un:unece:uncefact:data:standard:"
                 "UnqualifiedDataType:9\">true</udt:Indicator></ram:ChargeIndicator>");
  xml = replaced(xml, "currencyID=\"EUR\"", "currencyCode=\"EUR\"");
  findings found;
  const auto read = parse_orders(xml, found);
  EXPECT_EQ(read.messages, parse_orders(data("example/order.xml"), found).messages);
  EXPECT_EQ(count(found, "ESP-XML-036"), 3U) << codes(found);
  EXPECT_EQ(canonical_difference(round_trip(read), xml, true), "");

  std::string bill = data("example/invoice.xml");
  while (bill.find("CalculatedRate>") != std::string::npos)
    bill = replaced(bill, "CalculatedRate>", "RateApplicablePercent>");
  findings none;
  const auto invoices = parse_invoices(bill, none);
  EXPECT_EQ(invoices.messages, parse_invoices(data("example/invoice.xml"), none).messages);
  EXPECT_TRUE(none.empty()) << codes(none);
  EXPECT_EQ(canonical_difference(round_trip(invoices), bill, true), "");
}

TEST(amounts, are_never_rounded_in_silence) {
  const std::string xml =
      replaced(data("example/invoice.xml"), ">161.60</ram:DuePayableAmount>", ">161.605</ram:DuePayableAmount>");
  findings found;
  const auto read = parse_invoices(xml, found);
  EXPECT_EQ(count(found, "ESP-XML-035"), 1U) << codes(found);
  EXPECT_EQ(canonical_difference(round_trip(read), xml, true), "");
  findings none;
  EXPECT_EQ(to_string(parse_invoices(replaced(data("example/invoice.xml"), ">161.60</ram:DuePayableAmount>",
                                              ">161.6000</ram:DuePayableAmount>"),
                                     none)
                          .messages.at(0)
                          .due_payable.value),
            "161.60");
  EXPECT_TRUE(none.empty());
}

TEST(other_encodings, are_read_with_the_same_places) {
  const std::string utf_8 = replaced(one_delivery(), "<pie:CountryID>", "<pie:Planet/><pie:CountryID>");
  const auto expected = read(utf_8);
  const auto check = [&](const std::string& xml, const char* name) {
    const auto got = read(xml);
    EXPECT_EQ(got.message, expected.message) << name;
    EXPECT_EQ(codes(got.found), codes(expected.found)) << name;
    EXPECT_EQ(got.message.beneficiary.name, "Zoé O'CONNOR") << name;
  };
  check("\xEF\xBB\xBF" + utf_8, "UTF-8 with byte order mark");
  // iconv, which is not ours, makes the other forms.
  const auto converted = [](const std::string& text, const char* to, std::string_view declared) {
    const temporary_file file(replaced(text, "encoding=\"utf-8\"", "encoding=\"" + std::string(declared) + "\""));
    std::string out;
    FILE* pipe = popen(("iconv -f UTF-8 -t " + std::string(to) + " '" + file.path().string() + "'").c_str(), "r");
    char buffer[4096];
    for (std::size_t got = 0; pipe != nullptr && (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
      out.append(buffer, got);
    if (pipe != nullptr) pclose(pipe);
    return out;
  };
  check(converted(utf_8, "ISO-8859-1", "ISO-8859-1"), "ISO-8859-1");
  check(converted(utf_8, "ISO-8859-15", "iso-8859-15"), "ISO-8859-15");
  check(converted(utf_8, "WINDOWS-1252", "Windows-1252"), "windows-1252");
  check(converted(utf_8, "UTF-16", "UTF-16"), "UTF-16 with byte order mark");
  check(converted(utf_8, "UTF-16BE", "UTF-16"), "UTF-16 big end first");
  check(converted(utf_8, "UTF-16LE", "UTF-16"), "UTF-16 little end first");
  const std::string rich = replaced(one_delivery(), "Zoé O'CONNOR", "€ œ Š ž Ÿ “x” – 𝄞");
  const auto wide = read(converted(rich, "UTF-16", "UTF-16"));
  EXPECT_EQ(wide.message.beneficiary.name, "€ œ Š ž Ÿ “x” – 𝄞");
  const std::string western = replaced(one_delivery(), "Zoé O'CONNOR", "€ œ Š ž Ÿ");
  EXPECT_EQ(read(converted(western, "ISO-8859-15", "ISO-8859-15")).message.beneficiary.name, "€ œ Š ž Ÿ");
  EXPECT_EQ(read(converted(western, "WINDOWS-1252", "windows-1252")).message.beneficiary.name, "€ œ Š ž Ÿ");
}

TEST(findings_of_a_hopeless_file, are_counted_beyond_the_limit) {
  std::string xml;
  for (int i = 0; i < 300; ++i)
    xml += replaced(sample_message(0), "<ram:IssueDateTime>", "<ram:Extra/><ram:IssueDateTime>");
  findings found(50);
  EXPECT_EQ(parse_deliveries(wrapped(xml), found).messages.size(), 300U);
  EXPECT_EQ(found.items().size(), 50U);
  EXPECT_EQ(found.total(), 300U);
}

}  // namespace
