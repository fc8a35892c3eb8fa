// The variants a reader must accept, V1 to V26 (messages reference, section 6): what is read, what is said in either
// profile, and that the document is written back as it was.

#include <gtest/gtest.h>

#include <optional>

#include "esppadom/message/checks.hpp"
#include "esppadom/message/normalise.hpp"
#include "esppadom/message/quantity.hpp"
#include "exchange/message_tables.hpp"
#include "exchange/xml_support.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;

template <class Message>
document<Message> parse(std::string_view xml, findings& found, const read_options& options) {
  if constexpr (std::is_same_v<Message, order>) {
    return parse_orders(xml, found, options);
  } else if constexpr (std::is_same_v<Message, delivery>) {
    return parse_deliveries(xml, found, options);
  } else {
    return parse_invoices(xml, found, options);
  }
}

/// A variant read in both profiles: the finding each gives (empty = none), and the same document written back.
template <class Message>
Message accepted(const std::string& xml, std::string_view code = {}, std::optional<severity> lenient = {},
                 std::optional<severity> strict = {}) {
  findings found;
  const auto read = parse<Message>(xml, found, {});
  findings hard;
  read_options options;
  options.profile = read_profile::strict;
  const auto again = parse<Message>(xml, hard, options);
  EXPECT_EQ(read.messages.size(), 1U) << codes(found);
  EXPECT_EQ(read.messages, again.messages) << "the profile changes what is said, not what is read";
  const auto expect_said = [&](const findings& said, std::optional<severity> level) {
    if (!level) {
      EXPECT_TRUE(said.empty()) << codes(said);
      return;
    }
    EXPECT_GE(count(said, code), 1U) << codes(said);
    for (const auto& one : said.items()) {
      EXPECT_EQ(one.code(), code);
      EXPECT_EQ(one.level(), *level) << one.code();
      EXPECT_GT(one.line, 0U);
    }
  };
  expect_said(found, lenient);
  expect_said(hard, strict ? strict : lenient);
  EXPECT_EQ(canonical_difference(round_trip(read), xml, true), "");
  return read.messages.empty() ? Message{} : read.messages[0];
}

std::string all_replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

template <class Message>
Message example();
template <>
order example() {
  findings found;
  return parse_orders(data("example/order.xml"), found).messages.at(0);
}
template <>
delivery example() {
  findings found;
  return parse_deliveries(one_delivery(), found).messages.at(0);
}
template <>
invoice example() {
  findings found;
  return parse_invoices(data("example/invoice.xml"), found).messages.at(0);
}

std::string order_xml() { return data("example/order.xml"); }
std::string invoice_xml() { return data("example/invoice.xml"); }

TEST(V1_other_root_versions, are_matched_by_the_part_before_the_last_colon) {
  for (const char* version : {":1\"", ":3\"", ":10\"", ":2025A\""}) {
    EXPECT_EQ(accepted<order>(all_replaced(all_replaced(order_xml(), ":2\"", version), ":8\"", version)),
              example<order>());
    EXPECT_EQ(accepted<delivery>(all_replaced(all_replaced(one_delivery(), ":2\"", version), ":8\"", version)),
              example<delivery>());
    EXPECT_EQ(accepted<invoice>(all_replaced(all_replaced(invoice_xml(), ":2\"", version), ":8\"", version)),
              example<invoice>());
  }
  findings found;
  const auto read = parse_orders(replaced(order_xml(), "CrossIndustryOrder:2\"", "CrossIndustryOrder:3\""), found);
  EXPECT_TRUE(read.head.namespaces.at(0).uri.ends_with("CrossIndustryOrder:3")) << "recorded for the round trip";
}

TEST(V2_bare_root, is_accepted_for_all_three_messages) {
  const auto bare = [](std::string xml, const std::string& wrapper, const std::string& root) {
    const auto declarations_at = xml.find(" xmlns:ns=");
    const std::string declarations = xml.substr(declarations_at, xml.find('>', declarations_at) - declarations_at);
    const auto begin = xml.find("<ns:" + root + ">");
    xml = xml.substr(begin, xml.find("</ns:" + wrapper + ">") - begin);
    return replaced(xml, "<ns:" + root + ">", "<ns:" + root + declarations + ">");
  };
  EXPECT_EQ(accepted<order>(bare(order_xml(), "order", "CrossIndustryOrder")), example<order>());
  EXPECT_EQ(accepted<invoice>(bare(invoice_xml(), "invoice", "CrossIndustryInvoice")), example<invoice>());
  findings found;
  EXPECT_FALSE(parse_deliveries(one_delivery(), found).head.wrapped);
}

TEST(V3_prefixes, may_be_any_and_be_declared_anywhere) {
  const auto any = [](std::string xml) {
    xml = all_replaced(xml, "ns:", "ns3:");
    xml = all_replaced(all_replaced(xml, "xmlns3:", "xmlns:"), "xmlns:ns=", "xmlns:ns3=");
    return replaced(all_replaced(xml, "qdt:", "UNECE_QDT_8p0:"), "xmlns:qdt=", "xmlns:UNECE_QDT_8p0=");
  };
  EXPECT_EQ(accepted<order>(any(order_xml())), example<order>());
  EXPECT_EQ(accepted<invoice>(any(invoice_xml())), example<invoice>());
  // The trade namespace as the default one.
  const auto by_default = [](std::string xml) {
    xml = all_replaced(xml, "<ram:", "<");
    xml = all_replaced(xml, "</ram:", "</");
    return replaced(xml, "xmlns:ram=", "xmlns=");
  };
  EXPECT_EQ(accepted<order>(by_default(order_xml())), example<order>());
  EXPECT_EQ(accepted<invoice>(by_default(invoice_xml())), example<invoice>());
  // Declared again on inner elements, with another prefix or another meaning of the same one.
  const std::string ram = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:8";
  std::string inner = replaced(order_xml(), "<ram:OrderCurrencyCode>EUR</ram:OrderCurrencyCode>",
                               "<pie:OrderCurrencyCode xmlns:pie=\"" + ram + "\">EUR</pie:OrderCurrencyCode>");
  inner = replaced(inner, "<ram:Description>Clé chez la gardienne</ram:Description>",
                   "<Description xmlns=\"" + ram + "\">Clé chez la gardienne</Description>");
  EXPECT_EQ(accepted<order>(inner), example<order>());
}

TEST(V4_another_namespace_of_the_family, is_accepted_and_strictly_an_error) {
  const auto info = severity::info;
  const auto error = severity::error;
  EXPECT_EQ(accepted<delivery>(replaced(one_delivery(), "<pie:LastName>O'Connor</pie:LastName>",
                                        "<qdt:LastName>O'Connor</qdt:LastName>"),
                               "ESP-XML-026", info, error),
            example<delivery>());
  EXPECT_EQ(accepted<order>(replaced(order_xml(), "<ram:Description>Clé chez la gardienne</ram:Description>",
                                     "<pie:Description>Clé chez la gardienne</pie:Description>"),
                            "ESP-XML-026", info, error),
            example<order>());
  EXPECT_EQ(accepted<invoice>(replaced(invoice_xml(), "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>",
                                       "<InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>"),
                              "ESP-XML-026", info, error),
            example<invoice>());
}

// Every name with the mark of its message and level, H or L, has its plain form.
std::string without_mark(std::string_view name) {
  for (const std::string_view mark : {"CIDDH", "CIDDL", "CIOH", "CIOL", "CIIH", "CIIL"}) {
    const auto at = name.find(mark);
    if (at == std::string_view::npos) continue;
    return std::string(name.substr(0, at)) + "CI" + std::string(name.substr(at + mark.size()));
  }
  return {};
}

int expect_plain_names(const tables::level& table) {
  int count = 0;
  for (std::size_t i = 0; i < table.count; ++i) {
    const auto& slot = table.slots[i];
    if (slot.inner != nullptr) count += expect_plain_names(*slot.inner);
    if (slot.names == nullptr) continue;
    const std::string plain = without_mark(slot.names->written.local);
    if (plain.empty()) continue;
    ++count;
    EXPECT_TRUE(slot.names->matches({slot.names->written.space, plain})) << slot.names->written.local;
  }
  return count;
}

TEST(V5_names_without_marks, are_accepted_at_every_level) {
  EXPECT_GE(expect_plain_names(tables::level_of<order>), 11);
  EXPECT_GE(expect_plain_names(tables::level_of<delivery>), 10);
  EXPECT_GE(expect_plain_names(tables::level_of<invoice>), 13);
  const auto plain = [](std::string xml) {
    for (const char* mark : {"CIDDH", "CIDDL", "CIOH", "CIOL", "CIIH", "CIIL"})
      xml = all_replaced(xml, mark, "CI");
    return xml;
  };
  EXPECT_EQ(accepted<order>(plain(order_xml())), example<order>());
  EXPECT_EQ(accepted<delivery>(plain(one_delivery())), example<delivery>());
  EXPECT_EQ(accepted<invoice>(plain(invoice_xml())), example<invoice>());
}

TEST(V6_missing_elements, are_unset_with_a_warning_and_strictly_an_error) {
  const auto visit = accepted<delivery>(replaced(one_delivery(), "<ram:VersionID>1.4</ram:VersionID>", ""),
                                        "ESP-XML-020", severity::warning, severity::error);
  EXPECT_EQ(visit.message_version, "");
  const auto plan =
      accepted<order>(replaced(order_xml(), "<ram:IssueDateTime>2026-02-20T11:00:00</ram:IssueDateTime>", ""),
                      "ESP-XML-020", severity::warning, severity::error);
  EXPECT_FALSE(plan.issued_at.is_valid());
  const auto optional =
      accepted<order>(replaced(order_xml(), "<ram:OrderCurrencyCode>EUR</ram:OrderCurrencyCode>", ""));
  EXPECT_FALSE(optional.currency.has_value());
  const auto bill =
      accepted<invoice>(replaced(invoice_xml(), "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", ""),
                        "ESP-XML-020", severity::warning, severity::error);
  EXPECT_TRUE(bill.currency.empty());
}

TEST(V7_unknown_elements_and_attributes, keep_their_place) {
  EXPECT_EQ(accepted<order>(replaced(order_xml(), "<ram:OrderCurrencyCode>",
                                     "<x:Extra xmlns:x=\"urn:x\" a=\"1\">t<x:In/></x:Extra><ram:OrderCurrencyCode>"),
                            "ESP-XML-021", severity::info),
            example<order>());
  EXPECT_EQ(
      accepted<invoice>(replaced(invoice_xml(), "<ram:InvoiceCurrencyCode>", "<ram:InvoiceCurrencyCode mark=\"x\">"),
                        "ESP-XML-022", severity::info),
      example<invoice>());
  // Comments, character data sections and instructions say nothing and stay where they are.
  std::string xml = replaced(one_delivery(), "<pie:LastName>O'Connor</pie:LastName>",
                             "<!-- a --><?b c?><pie:LastName><![CDATA[O'Connor]]></pie:LastName><!-- d -->");
  EXPECT_EQ(accepted<delivery>(xml), example<delivery>());
  xml = replaced(one_delivery(), "<pie:LastName>O'Connor</pie:LastName>",
                 "<pie:LastName>O'<!-- x -->Con<![CDATA[nor]]></pie:LastName>");
  findings found;
  EXPECT_EQ(parse_deliveries(xml, found).messages.at(0), example<delivery>());
}

TEST(V8_order_of_elements, is_a_warning_strictly_an_error_and_restored_in_canonical_form) {
  const std::string name = "<pie:Name>SAAD Exemple - Antenne Nord</pie:Name>";
  std::string xml = replaced(one_delivery(), name, "");
  xml = replaced(xml, "<pie:DefinedCITradeContact>", name + "<pie:DefinedCITradeContact>");
  const auto read = accepted<delivery>(xml, "ESP-XML-023", severity::warning, severity::error);
  EXPECT_EQ(read, example<delivery>());
  const std::string usual = write(std::span<const delivery>(&read, 1));
  EXPECT_LT(usual.find(name), usual.find("<pie:SIRET>"));
}

TEST(V9_empty_type_code, is_no_correction_and_only_a_round_trip_keeps_it) {
  const auto read = accepted<delivery>(replaced(one_delivery(), ">COD</ram:TypeCode>", "/>"));
  ASSERT_TRUE(read.correction_code.has_value());
  EXPECT_EQ(read.correction(), "");
  EXPECT_EQ(read.correction_code->list_id, "ESPPADOM_EFFECTIVITY_AJUST");
  EXPECT_EQ(write(std::span<const delivery>(&read, 1)).find("ESPPADOM_EFFECTIVITY_AJUST"), std::string::npos);
}

TEST(V10_settlement, may_be_empty_or_absent) {
  EXPECT_EQ(accepted<delivery>(one_delivery()), example<delivery>());
  EXPECT_EQ(accepted<delivery>(replaced(one_delivery(), "<ram:ApplicableCIDDHSupplyChainTradeSettlement/>", "")),
            example<delivery>());
}

TEST(V11_birth_date, may_be_a_date_time_a_date_or_empty) {
  for (const char* form : {"1945-09-13", "1945-09-13T12:30:00"}) {
    EXPECT_EQ(accepted<delivery>(replaced(one_delivery(), "1945-09-13T00:00:00", form)), example<delivery>()) << form;
  }
  const auto none = accepted<delivery>(replaced(one_delivery(), "1945-09-13T00:00:00", ""));
  EXPECT_FALSE(none.beneficiary.birth_date.has_value());
}

TEST(V12_times, are_understood_in_every_form_and_keep_it) {
  struct form {
    const char* written;
    const char* meant;
  };
  for (const auto& [written, meant] :
       {form{"2026-11-05T09:15:00Z", "2026-11-05T10:15:00"}, form{"2026-11-05T10:15:00+01:00", "2026-11-05T10:15:00"},
        form{"2026-11-05T10:15:00.250", "2026-11-05T10:15:00"}, form{"2026-11-05T10:15", "2026-11-05T10:15:00"},
        form{"2026-11-05", "2026-11-05T00:00:00"}}) {
    const auto read =
        accepted<delivery>(replaced(one_delivery(), "2026-11-05T10:15:00", written), "ESP-XML-032", severity::info);
    EXPECT_EQ(to_string(read.issued_at), meant) << written;
  }
  for (const auto& [written, meant] :
       {form{"102\">20261105", "2026-11-05T00:00:00"}, form{"203\">202611051015", "2026-11-05T10:15:00"},
        form{"204\">20261105101500", "2026-11-05T10:15:00"}}) {
    const auto read = accepted<delivery>(
        replaced(
            one_delivery(), "2026-11-05T10:15:00",
            "<udt:DateTimeString xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:9\" format=\"" +
                std::string(written) + "</udt:DateTimeString>"),
        "ESP-XML-032", severity::info);
    EXPECT_EQ(to_string(read.issued_at), meant) << written;
  }
  const auto plan = accepted<order>(replaced(order_xml(), "2028-02-29T00:00:00", "2028-02-29T23:59:59"));
  findings found;
  check(plan, found);
  EXPECT_EQ(count(found, "ESP-MSG-005"), 1U) << codes(found);
  EXPECT_EQ(first(found, "ESP-MSG-005")->level(), severity::warning);
}

TEST(V13_periods, may_be_in_either_namespace_and_stamps_without_an_element_of_their_own) {
  EXPECT_EQ(accepted<order>(all_replaced(all_replaced(order_xml(), "qdt:StartDateTime", "ram:StartDateTime"),
                                         "qdt:EndDateTime", "ram:EndDateTime")),
            example<order>());
  std::string xml = one_delivery();
  const auto begin = xml.find("<ram:CertifiedDateTime>");
  xml.replace(begin, xml.find("</ram:StartDateTime>") - begin, "2026-10-27T16:39:54");
  EXPECT_EQ(to_string(accepted<delivery>(xml).stamps->arrival->certified_at), "2026-10-27T16:39:54");
}

TEST(V14_repeated_payers, are_kept_in_their_order) {
  const auto more = [](const std::string& xml) {
    const auto begin = xml.find("<ram:PayerCITradeParty>");
    const auto end = xml.find("</ram:PayerCITradeParty>", begin) + 24;
    std::string out = xml;
    out.insert(end,
               "<ram:PayerCITradeParty><pie:ID>B</pie:ID></ram:PayerCITradeParty>"
               "<ram:PayerCITradeParty><pie:ID>C</pie:ID></ram:PayerCITradeParty>");
    return out;
  };
  const auto warning = severity::warning;
  const auto plan = accepted<order>(more(order_xml()), "ESP-XML-060", warning);
  EXPECT_EQ(plan, example<order>()) << "the first is the payer";
  ASSERT_EQ(plan.extras.items.size(), 2U);
  EXPECT_NE(plan.extras.items[0].content.find(">B<"), std::string::npos);
  EXPECT_NE(plan.extras.items[1].content.find(">C<"), std::string::npos);
  EXPECT_EQ(accepted<invoice>(more(invoice_xml()), "ESP-XML-060", warning), example<invoice>());
}

TEST(V14_repeated_order_references, are_kept_in_their_order) {
  const auto read = accepted<delivery>(
      replaced(one_delivery(), "<ram:ContractReferencedCIReferencedDocument>",
               "<ram:BuyerOrderReferencedCIReferencedDocument><ram:IssuerAssignedID>CMD-2</ram:IssuerAssignedID>"
               "</ram:BuyerOrderReferencedCIReferencedDocument><ram:ContractReferencedCIReferencedDocument>"));
  ASSERT_EQ(read.order_refs.size(), 2U);
  EXPECT_EQ(read.order_refs[1].order_id, "CMD-2");
}

TEST(V15_product_identifiers, fill_service_code_or_aid_type_by_their_list) {
  const std::string local = "<qdt:ID listID=\"CD99_PRESTATIONS\" listAgencyName=\"CD99\">APA-HRJO</qdt:ID>";
  const std::string aid = "<qdt:ID listID=\"ESPPADOM_TYPE_AIDE\" listAgencyName=\"EDESS\">APA</qdt:ID>";
  const auto only_local = accepted<order>(replaced(order_xml(), aid, "")).lines.at(0).service;
  EXPECT_EQ(only_local.code(), "APA-HRJO");
  EXPECT_EQ(only_local.aid_type(), "");
  const auto only_aid = accepted<order>(replaced(order_xml(), local, "")).lines.at(0).service;
  EXPECT_EQ(only_aid.code(), "");
  EXPECT_EQ(only_aid.aid_type(), "APA");
  const auto empty = accepted<order>(replaced(order_xml(), ">APA-HRJO<", "><"));
  ASSERT_EQ(empty.lines.at(0).service.codes.size(), 2U) << "read as it is";
  const auto understood = normalise(empty);
  EXPECT_EQ(understood.message.lines.at(0).service.codes.size(), 1U);
  EXPECT_EQ(understood.found.total(), 1U);
}

// The totals of the example, written otherwise: 161.60 are due of 187.08.
std::string with_totals(std::string_view line_total, std::string_view before_due) {
  std::string xml = invoice_xml();
  const auto begin = xml.find("<ram:LineTotalAmount currencyID=\"EUR\">161.60");
  const auto end = xml.find("<ram:DuePayableAmount", begin);
  return xml.replace(begin, end - begin,
                     "<ram:LineTotalAmount currencyID=\"EUR\">" + std::string(line_total) + "</ram:LineTotalAmount>" +
                         std::string(before_due));
}
std::string total(const char* name, const char* amount) {
  return std::string("<ram:") + name + " currencyID=\"EUR\">" + amount + "</ram:" + name + ">";
}

TEST(V16_gross_totals, are_detected_by_arithmetic) {
  // 6.2833333333 h and 1 h at 25.00, without surcharge: 182.08.
  const std::string rest =
      total("TaxBasisTotalAmount", "182.08") + total("TaxTotalAmount", "0.00") + total("GrandTotalAmount", "182.08");
  const auto bare = accepted<invoice>(with_totals("182.08", rest));
  auto understood = normalise(bare);
  EXPECT_EQ(understood.totals, totals_mode::gross);
  EXPECT_EQ(to_string(understood.participation), "20.48");
  EXPECT_EQ(count(understood.found, "ESP-MSG-050"), 1U) << codes(understood.found);

  const auto allowance = accepted<invoice>(
      with_totals("182.08", total("AllowanceTotalAmount", "20.48") + total("TaxBasisTotalAmount", "161.60") +
                                total("TaxTotalAmount", "0.00") + total("GrandTotalAmount", "161.60")));
  understood = normalise(allowance);
  EXPECT_EQ(understood.totals, totals_mode::gross);
  EXPECT_EQ(to_string(understood.participation), "20.48");

  auto prepaid = bare;
  prepaid.prepaid_total = amount{money::from_cents(2048), "EUR"};
  EXPECT_EQ(normalise(prepaid).totals, totals_mode::net) << "an advance is no participation…";
  prepaid.lines[0].participation_total = amount{money::from_cents(2048), "EUR"};
  prepaid.lines[1].participation_total = amount{money{}, "EUR"};
  understood = normalise(prepaid);
  EXPECT_EQ(understood.totals, totals_mode::gross) << "…unless the lines say so";
  EXPECT_EQ(to_string(understood.participation), "20.48");

  EXPECT_EQ(normalise(example<invoice>()).totals, totals_mode::net);
}

TEST(V17_signs, become_positive_amounts_and_a_type) {
  std::string xml = invoice_xml();
  for (const char* positive :
       {">161.60<", ">135.69<", ">25.91<", ">6.2833333333<", ">21.39<", ">4.09<", ">157.08<", ">30.00<", ">5.00<"})
    xml = all_replaced(xml, positive, ">-" + std::string(positive).substr(1));
  xml = all_replaced(xml, "<ram:BilledQuantity unitCode=\"HUR\">1<", "<ram:BilledQuantity unitCode=\"HUR\">-1<");
  const auto read = accepted<invoice>(xml);
  EXPECT_EQ(read.sign(), 1) << "reading changes nothing";
  const auto understood = normalise(read);
  EXPECT_EQ(understood.message.sign(), -1);
  EXPECT_EQ(to_string(understood.message.due_payable.value), "161.60");
  EXPECT_EQ(to_string(understood.message.lines.at(1).funder_share.value), "25.91");
  EXPECT_EQ(count(understood.found, "ESP-MSG-050"), 1U) << codes(understood.found);

  auto credit = read;
  credit.type_code.value = "381";
  EXPECT_EQ(normalise(credit).message, understood.message);

  auto mixed = example<invoice>();
  mixed.lines[1].funder_share.value = money::from_cents(-2591);
  EXPECT_EQ(normalise(mixed).message, mixed);
  EXPECT_EQ(count(normalise(mixed).found, "ESP-MSG-043"), 1U);

  auto not_adding_up = read;
  not_adding_up.due_payable.value = money::from_cents(-16000);
  EXPECT_EQ(normalise(not_adding_up).message, not_adding_up) << "the signs read are kept";
  EXPECT_EQ(count(normalise(not_adding_up).found, "ESP-MSG-043"), 1U);
}

TEST(V18_supplementary_invoices, are_told_by_what_they_refer_to) {
  for (const char* type : {"383", "384", "380"}) {
    std::string xml = replaced(invoice_xml(), "<ram:TypeCode>380<", "<ram:TypeCode>" + std::string(type) + "<");
    xml = replaced(xml,
                   "<ram:SubtypeCode listID=\"LIBE_NATURE_FACTURE\" listAgencyName=\"LIBESPPADOM\">PRINCIPALE"
                   "</ram:SubtypeCode>",
                   "");
    xml = replaced(xml, "</ram:SpecifiedCIIHTradeSettlementMonetarySummation>",
                   "</ram:SpecifiedCIIHTradeSettlementMonetarySummation><ram:InvoiceReferencedCIReferencedDocument>"
                   "<ram:IssuerAssignedID>FACT-0</ram:IssuerAssignedID></ram:InvoiceReferencedCIReferencedDocument>");
    const auto read = accepted<invoice>(xml);
    EXPECT_EQ(read.type_code.value, type);
    const auto understood = normalise(read);
    ASSERT_TRUE(understood.message.subtype_code.has_value());
    EXPECT_EQ(understood.message.subtype_code->value, "COMPLEMENTAIRE");
  }
}

TEST(V19_delivery_references, may_be_additional_references) {
  EXPECT_EQ(accepted<invoice>(all_replaced(invoice_xml(), "DespatchAdviceReferencedCIReferencedDocument",
                                           "AdditionalReferencedCIReferencedDocument")),
            example<invoice>());
}

TEST(V20_rates_indicators_and_currencies, are_read_under_their_other_names) {
  for (const char* name : {"ApplicablePercent>", "RateApplicablePercent>"})
    EXPECT_EQ(accepted<invoice>(all_replaced(invoice_xml(), "CalculatedRate>", name)), example<invoice>()) << name;
  std::string xml = all_replaced(invoice_xml(), "<ram:ChargeIndicator>false<", "<ram:ChargeIndicator>0<");
  xml = all_replaced(xml, "<ram:ChargeIndicator>true<", "<ram:ChargeIndicator>1<");
  EXPECT_EQ(accepted<invoice>(xml, "ESP-XML-036", severity::info), example<invoice>());
  xml = all_replaced(invoice_xml(), "<ram:ChargeIndicator>false</ram:ChargeIndicator>",
                     "<ram:ChargeIndicator><udt:Indicator xmlns:udt=\"urn:un:unece:uncefact:data:standard:"
                     "UnqualifiedDataType:9\">false</udt:Indicator></ram:ChargeIndicator>");
  EXPECT_EQ(accepted<invoice>(xml, "ESP-XML-036", severity::info), example<invoice>());
  EXPECT_EQ(
      accepted<invoice>(all_replaced(invoice_xml(), "currencyID=", "currencyCode="), "ESP-XML-036", severity::info),
      example<invoice>());
  const auto none = accepted<invoice>(all_replaced(invoice_xml(), " currencyID=\"EUR\"", ""));
  EXPECT_EQ(none.due_payable.value, example<invoice>().due_payable.value);
  EXPECT_EQ(none.due_payable.currency, "") << "read as EUR";
}

TEST(V21_units, are_kept_and_only_time_is_converted) {
  const auto with = [](const char* unit) {
    return replaced(one_delivery(), "unitCode=\"HUR\">2.925<", "unitCode=\"" + std::string(unit) + "\">90<");
  };
  const auto quantity = [](const delivery& visit) { return visit.lines.at(0).billed_quantity; };
  EXPECT_EQ(time_of(quantity(accepted<delivery>(with("MIN")))).value(), exact_duration(duration::of_minutes(90)));
  for (const char* unit : {"C62", "DAY", "MON"}) {
    const auto read = quantity(accepted<delivery>(with(unit)));
    EXPECT_EQ(read.unit_code, unit);
    EXPECT_EQ(to_string(read.value), "90");
    EXPECT_EQ(time_of(read).error(), error_code::unsupported) << unit;
  }
  const auto absent = quantity(accepted<delivery>(replaced(one_delivery(), " unitCode=\"HUR\">2.925<", ">2.925<"),
                                                  "ESP-XML-037", severity::warning));
  EXPECT_EQ(absent.unit_code, "");
  EXPECT_EQ(time_of(absent).value(), exact_duration(duration::of_seconds(10530)));
}

TEST(V22_decimal_comma_and_blanks, are_a_warning_and_strictly_an_error) {
  EXPECT_EQ(accepted<delivery>(replaced(one_delivery(), ">2.925<", ">2,925<"), "ESP-XML-033", severity::warning,
                               severity::error),
            example<delivery>());
  for (const char* form : {">1 161,60<",
                           ">1\xC2\xA0"
                           "161.60<"}) {
    const auto read = accepted<invoice>(
        replaced(invoice_xml(), ">161.60</ram:DuePayableAmount>", std::string(form) + "/ram:DuePayableAmount>"),
        "ESP-XML-033", severity::warning, severity::error);
    EXPECT_EQ(to_string(read.due_payable.value), "1161.60") << form;
  }
}

TEST(V23_encodings, that_are_declared_wrongly_are_read_by_their_bytes) {
  const std::string mark = "\xEF\xBB\xBF";
  const auto declared = [](const char* name) {
    return replaced(one_delivery(), "encoding=\"utf-8\"", "encoding=\"" + std::string(name) + "\"");
  };
  findings found;
  EXPECT_EQ(parse_deliveries(mark + declared("ISO-8859-1"), found).messages.at(0), example<delivery>());
  EXPECT_EQ(count(found, "ESP-XML-061"), 1U) << "a byte order mark decides";
  EXPECT_EQ(found.total(), 1U) << codes(found);
  findings wide;
  EXPECT_EQ(parse_deliveries(declared("UTF-16"), wide).messages.at(0), example<delivery>());
  EXPECT_EQ(count(wide, "ESP-XML-061"), 1U) << codes(wide);
  findings none;
  EXPECT_EQ(parse_deliveries(mark + one_delivery(), none).messages.at(0), example<delivery>());
  EXPECT_TRUE(none.empty()) << codes(none);
  // Western bytes declared as UTF-8: no guess, but what is wrong is said.
  findings western;
  EXPECT_EQ(
      parse_deliveries(all_replaced(one_delivery(), "Zoé", "Zo\xE9"), western).messages.at(0).beneficiary.first_name,
      "Zo\xEF\xBF\xBD");
  EXPECT_EQ(count(western, "ESP-XML-009"), 1U) << codes(western);
}

TEST(V24_unknown_codes, are_kept_as_they_are) {
  const auto read = accepted<delivery>(replaced(one_delivery(), ">COD</ram:TypeCode>", ">NEW</ram:TypeCode>"));
  EXPECT_EQ(read.correction(), "NEW");
  findings found;
  check(read, found);
  EXPECT_EQ(found.count(severity::error), 0U) << codes(found);
  EXPECT_EQ(count(found, "ESP-MSG-020"), 1U) << codes(found);
}

TEST(V25_planned_visit, is_one_sent_before_it_without_stamps) {
  std::string xml = one_delivery();
  const auto begin = xml.find("<ram:AdditionalReferencedCIReferencedDocument>");
  const auto end = xml.find("</ram:AdditionalReferencedCIReferencedDocument>") + 47;
  xml.erase(begin, end - begin);
  EXPECT_FALSE(accepted<delivery>(xml).is_planned()) << "issued after the visit";
  xml = replaced(xml, "2026-11-05T10:15:00", "2026-10-20T10:15:00");
  EXPECT_TRUE(accepted<delivery>(xml).is_planned());
  EXPECT_FALSE(example<delivery>().is_planned());
}

TEST(V26_the_same_visit_under_two_ids, are_two_messages) {
  const std::string first_id = sample_message(0);
  const std::string both = wrapped(first_id + replaced(first_id, "6b02096be32177a3aee0cdd7", "another"));
  findings found;
  const auto read = parse_deliveries(both, found);
  ASSERT_EQ(read.messages.size(), 2U);
  EXPECT_EQ(read.messages[1].delivery_id, "another");
  EXPECT_EQ(canonical_difference(round_trip(read), both, true), "");
}

}  // namespace
