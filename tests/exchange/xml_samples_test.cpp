// The production-shaped files hold what is known of them.

#include <gtest/gtest.h>

#include <map>

#include "exchange/xml_support.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;

std::vector<delivery> deliveries(std::string_view name, findings& found) {
  return read_deliveries(data_path(name), found);
}

TEST(samples, are_read_without_any_error_or_warning) {
  for (const char* name : {"samples/delivery-72.xml", "samples/delivery-6-default-namespace.xml",
                           "samples/delivery-6-other-prefixes.xml", "samples/delivery-1-bare-root.xml"}) {
    findings found;
    EXPECT_FALSE(deliveries(name, found).empty()) << name;
    EXPECT_EQ(found.total(), 0U) << name << "\n" << codes(found);
  }
}

TEST(samples, have_the_known_correction_codes) {
  findings found;
  std::map<std::string, int> corrections;
  for (const auto& message : deliveries("samples/delivery-72.xml", found)) {
    ASSERT_TRUE(message.correction_code.has_value()) << "an empty code is present, not absent";
    ++corrections[message.correction_code->value];
    EXPECT_EQ(message.correction_code->list_id, "ESPPADOM_EFFECTIVITY_AJUST");
    EXPECT_EQ(message.correction_code->list_agency_name, "EDESS");
  }
  const std::map<std::string, int> expected{{"", 54}, {"CO2", 7}, {"COA", 5}, {"COD", 4}, {"CRE", 2}};
  EXPECT_EQ(corrections, expected);
}

TEST(samples, have_retained_periods_of_421178_seconds) {
  findings found;
  duration sum;
  for (const auto& message : deliveries("samples/delivery-72.xml", found)) {
    ASSERT_TRUE(message.retained_period.start && message.retained_period.end);
    sum += paris::elapsed(*message.retained_period.start, *message.retained_period.end).value();
  }
  EXPECT_EQ(sum.seconds, 421178);
}

TEST(samples, have_persons_without_first_name_or_birth_date_but_never_without_last_name) {
  findings found;
  int without_first_name = 0;
  int without_birth_date = 0;
  for (const auto& message : deliveries("samples/delivery-72.xml", found)) {
    EXPECT_TRUE(message.beneficiary.last_name.has_value());
    without_first_name += message.beneficiary.first_name ? 0 : 1;
    without_birth_date += message.beneficiary.birth_date ? 0 : 1;
  }
  EXPECT_GT(without_first_name, 0);
  EXPECT_GT(without_birth_date, 0);
}

TEST(samples, are_the_same_whatever_the_prefixes) {
  findings found;
  auto first_six = deliveries("samples/delivery-72.xml", found);
  first_six.resize(6);
  EXPECT_EQ(deliveries("samples/delivery-6-default-namespace.xml", found), first_six);
  EXPECT_EQ(deliveries("samples/delivery-6-other-prefixes.xml", found), first_six);
  const auto bare = deliveries("samples/delivery-1-bare-root.xml", found);
  ASSERT_EQ(bare.size(), 1U);
  EXPECT_EQ(bare[0], first_six[0]);
}

TEST(samples, keep_every_value_of_the_first_message) {
  findings found;
  const auto message = deliveries("samples/delivery-72.xml", found).at(0);
  EXPECT_EQ(message.message_version, "1.4");
  EXPECT_EQ(message.transaction_id, "I202611051015000");
  EXPECT_EQ(message.delivery_id, "6b02096be32177a3aee0cdd7");
  EXPECT_EQ(to_string(message.issued_at), "2026-11-05T10:15:00");
  ASSERT_EQ(message.order_refs.size(), 1U);
  EXPECT_FALSE(message.order_refs[0].order_id.has_value());
  EXPECT_EQ(message.order_refs[0].issuer->id(), "075");
  EXPECT_EQ(message.contract->global_id->value, "P");
  EXPECT_EQ(message.beneficiary.name, "Zoé O'CONNOR");
  EXPECT_EQ(to_string(*message.beneficiary.birth_date), "1945-09-13");
  EXPECT_EQ(message.beneficiary.address->line_one, "38 rue de l'Église <bât. A>");
  EXPECT_EQ(message.provider.siret, "12345678901234");
  ASSERT_NE(caregiver(message.provider), nullptr);
  EXPECT_EQ(caregiver(message.provider)->id->value, "60186");
  EXPECT_EQ(message.correction(), "COD");
  EXPECT_EQ(to_string(*message.retained_period.end), "2026-10-27T19:35:24");
  ASSERT_TRUE(message.stamps && message.stamps->arrival);
  EXPECT_FALSE(message.stamps->departure.has_value());
  EXPECT_EQ(to_string(message.stamps->arrival->certified_at), "2026-10-27T16:39:54");
  EXPECT_EQ(message.stamps->arrival->supplier_method->value, "BDG");
  ASSERT_EQ(message.lines.size(), 1U);
  EXPECT_EQ(message.lines[0].order_line_id, "PLAN-5758");
  EXPECT_EQ(to_string(message.lines[0].billed_quantity.value), "2.925");
  EXPECT_EQ(message.lines[0].billed_quantity.unit_code, "HUR");
  EXPECT_EQ(message.lines[0].care_mode->value, "PRE");
  EXPECT_EQ(message.lines[0].service.aid_type(), "PCH");
  EXPECT_EQ(message.lines[0].service.code(), "");
  EXPECT_EQ(message.lines[0].service.label, "Aide à l'autonomie");
}

TEST(samples, tell_their_envelope) {
  findings found;
  const auto wide = parse_deliveries(data("samples/delivery-6-other-prefixes.xml"), found);
  EXPECT_TRUE(wide.head.wrapped);
  EXPECT_EQ(wide.head.version_id, "1.4");
  ASSERT_EQ(wide.head.namespaces.size(), 4U);
  EXPECT_EQ(wide.head.namespaces[0].prefix, "UNECE_RAM_8p0");
  EXPECT_FALSE(wide.head.layout.elements_on_lines);
  const auto bare = parse_deliveries(one_delivery(), found);
  EXPECT_FALSE(bare.head.wrapped);
  EXPECT_FALSE(bare.head.version_id.has_value());
}

TEST(example, is_read_without_findings) {
  findings found;
  const auto orders = read_orders(data_path("example/order.xml"), found);
  const auto visits = deliveries("example/delivery.xml", found);
  const auto invoices = read_invoices(data_path("example/invoice.xml"), found);
  EXPECT_EQ(found.total(), 0U) << codes(found);
  ASSERT_EQ(orders.size(), 1U);
  ASSERT_EQ(visits.size(), 6U);
  ASSERT_EQ(invoices.size(), 1U);

  EXPECT_EQ(orders[0].order_id, "CMD-2026-0042");
  ASSERT_EQ(orders[0].lines.size(), 2U);
  EXPECT_EQ(to_string(orders[0].lines[0].tariff->value), "25.00");
  EXPECT_EQ(orders[0].lines[0].requested_period->unit_code, "MON");
  ASSERT_EQ(orders[0].lines[1].amounts.size(), 2U);
  EXPECT_TRUE(orders[0].lines[1].amounts[0].is_charge);
  EXPECT_EQ(to_string(*orders[0].lines[1].amounts[1].percent), "13.6192");
  EXPECT_EQ(orders[0].lines[0].service.code(), "APA-HRJO");

  EXPECT_EQ(to_string(visits[1].lines[0].billed_quantity.value), "1.2833333333");
  EXPECT_FALSE(visits[4].stamps.has_value());

  EXPECT_EQ(to_string(invoices[0].due_payable.value), "161.60");
  EXPECT_EQ(to_string(invoices[0].lines[0].funder_share.value), "135.69");
  EXPECT_EQ(invoices[0].sign(), 1);
}

TEST(for_each, stops_when_told_to) {
  findings found;
  const std::string text = data("samples/delivery-72.xml");
  int seen = 0;
  for_each_delivery(bytes_of(text), found, {}, [&](delivery&&) { return ++seen < 5; });
  EXPECT_EQ(seen, 5);
}

TEST(place, tells_line_and_column_of_a_message) {
  findings found;
  const std::string text = data("samples/delivery-72.xml");
  message_reader reader(bytes_of(text), found);
  delivery message;
  std::uint64_t line = 0;
  while (reader.next(message)) {
    const auto at = reader.place();
    EXPECT_EQ(at.column, 3U);
    EXPECT_GT(at.line, line);
    line = at.line;
  }
  const auto before = text.rfind("<ns:CrossIndustryDespatchAdvice>");
  EXPECT_EQ(line, 1U + static_cast<std::uint64_t>(
                           std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(before), '\n')));
  EXPECT_EQ(reader.count(), 72U);
}

}  // namespace
