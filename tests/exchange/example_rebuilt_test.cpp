// The full example of the messages reference (section 11), built from typed values alone: what the writer makes of them
// is what it makes of the files. The invoice is built by billing (tests/bill/example_test.cpp).
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "esppadom/message/difference.hpp"
#include "xml_support.hpp"

namespace {

using namespace esppadom;

local_time at(std::string_view text) { return parse_local_time(text).value(); }
code edess(std::string_view value, const code_list& list) {
  return {std::string(value), std::string(list.id), std::string(list.agency)};
}

party funder() {
  party out;
  out.ids = {{"CD99", "FINANCEUR", "CD99"}};
  out.name = "Département exemple";
  return out;
}

party saad() {
  party out;
  out.ids = {{"512", "SAAD", "CD99"}};
  out.name = "SAAD Exemple - Agence Nord";
  out.siret = "12345670900013";
  return out;
}

party saad_with_caregiver(bool second) {
  party out = saad();
  party_contact caregiver;
  caregiver.id = identifier{second ? "AX-57" : "AX-42", "INTERVENANT", "SAAD512"};
  caregiver.person_name = second ? "LEROY Anne" : "DURAND Paul";
  caregiver.type_code = edess("INT", contact_types);
  out.contacts.push_back(caregiver);
  out.address = party_address{"10 rue du Marché", "99000", "Chef-Lieu", code{"FR", {}, {}}, {}};
  return out;
}

party beneficiary() {
  party out;
  out.ids = {{"B-7788", "BENEFICIAIRE", "CD99"}};
  out.name = "Jeanne MARTIN";
  out.first_name = "Jeanne";
  out.last_name = "Martin";
  out.birth_date = parse_local_date("1938-07-21").value();
  out.address = party_address{"3 impasse des Tilleuls", "99100", "Exempleville", code{"FR", {}, {}}, {}};
  return out;
}

service aid(bool weekday) {
  service out;
  out.codes = {{weekday ? "APA-HRJO" : "APA-HRDF", "CD99_PRESTATIONS", "CD99"}, edess("APA", aid_types)};
  out.label = weekday ? "Aide à domicile, jours ouvrables" : "Aide à domicile, dimanches et jours fériés";
  return out;
}

allowance_charge percent(bool charge, std::string_view value, std::string_view reason, std::string_view label) {
  allowance_charge out;
  out.is_charge = charge;
  out.percent = parse_percentage(value).value();
  out.reason_code = edess(reason, amount_reasons);
  out.reason = std::string(label);
  return out;
}

order_line line(bool weekday, std::int64_t hours) {
  order_line out;
  out.order_line_id = weekday ? "PLAN-7788-1" : "PLAN-7788-2";
  out.tariff = price{parse_unit_price("25.00").value(), "EUR"};
  out.tariff_basis = measure{{1, 0}, "HUR"};
  out.requested_quantity = measure{{hours, 0}, "HUR"};
  out.requested_period = measure{{1, 0}, "MON"};
  out.care_mode = edess("PRE", care_modes);
  if (!weekday) out.amounts.push_back(percent(true, "20", "SUNDAY", "Majoration dimanche"));
  out.amounts.push_back(percent(false, "13.6192", "PARTICIPATION", "Participation du bénéficiaire"));
  out.service = aid(weekday);
  return out;
}

order example_order() {
  order out;
  out.message_version = "1.4";
  out.transaction_id = "LOT-20260220-01";
  out.order_id = "CMD-2026-0042";
  out.issued_at = at("2026-02-20T11:00:00");
  out.validity_period = {at("2026-03-01T00:00:00"), at("2028-02-29T00:00:00"), {}};
  out.provider = saad();
  out.ordering_party = funder();
  out.plan = order_plan{"PLAN-7788", {}, {}, {}};
  out.beneficiary = beneficiary();
  out.instructions = {{"Clé chez la gardienne", {}}};
  out.currency = code{"EUR", {}, {}};
  out.payer = funder();
  out.lines = {line(true, 36), line(false, 4)};
  return out;
}

struct visit {
  const char* id;
  const char* day;
  const char* from;
  const char* to;
  const char* arrival;
  const char* departure;
  const char* code;
  const char* hours;
  bool weekday;
  bool second_caregiver = false;
};

constexpr std::array visits{
    visit{"DLV-0001", "2026-03-02", "09:00:00", "10:00:00", "09:01:12", "10:02:47", "", "1", true},
    visit{"DLV-0002", "2026-03-04", "09:03:00", "10:20:00", "09:03:40", "10:20:05", "", "1.2833333333", true},
    visit{"DLV-0003", "2026-03-06", "09:00:00", "10:30:00", "09:02:10", "", "COD", "1.5", true},
    visit{"DLV-0004", "2026-03-08", "09:58:00", "10:58:00", "09:58:30", "11:20:10", "", "1", false, true},
    visit{"DLV-0005", "2026-03-10", "18:00:00", "19:00:00", "", "", "CRE", "1", true, true},
    visit{"DLV-0006", "2026-03-12", "08:58:00", "10:28:00", "08:58:00", "10:41:30", "", "1.5", true}};

std::optional<stamp> badge(const std::string& day, const std::string& time) {
  if (time.empty()) return std::nullopt;
  stamp out;
  out.certified_at = at(day + "T" + time);
  out.customer_method = edess("BDG", timestamp_methods);
  out.supplier_method = edess("BDG", timestamp_methods);
  return out;
}

delivery example_delivery(const visit& one) {
  const std::string day = one.day;
  delivery out;
  out.message_version = "1.4";
  out.transaction_id = "TG-20260315-01";
  out.delivery_id = one.id;
  out.issued_at = at("2026-03-15T18:15:00");
  delivery_order_ref reference;
  reference.order_id = "CMD-2026-0042";
  reference.issuer = funder();
  out.order_refs.push_back(reference);
  out.contract = delivery_contract{identifier{"P", "token", "token"}, {}};
  out.beneficiary = beneficiary();
  out.provider = saad_with_caregiver(one.second_caregiver);
  if (*one.code != '\0') out.correction_code = edess(one.code, effectivity_adjust);
  out.retained_period = {at(day + "T" + one.from), at(day + "T" + one.to), {}};
  if (*one.arrival != '\0') out.stamps = stamp_pair{badge(day, one.arrival), badge(day, one.departure), {}};
  delivery_line line;
  line.line_id = "1";
  line.order_line_id = one.weekday ? "PLAN-7788-1" : "PLAN-7788-2";
  line.billed_quantity = measure{parse_decimal(one.hours).value(), "HUR"};
  line.care_mode = edess("PRE", care_modes);
  line.service = aid(one.weekday);
  out.lines.push_back(line);
  return out;
}

template <class Message>
void expect_same(const std::vector<Message>& built, const document<Message>& read) {
  ASSERT_EQ(built.size(), read.messages.size());
  for (std::size_t i = 0; i < built.size(); ++i) {
    for (const auto& one : differences(read.messages[i], built[i]))
      ADD_FAILURE() << "message " << i + 1 << " differs at " << one.path;
    EXPECT_EQ(built[i], read.messages[i]) << "message " << i + 1;
  }
  EXPECT_EQ(write(std::span<const Message>(built)), write(std::span<const Message>(read.messages)));
}

TEST(full_example, order_is_rebuilt_from_typed_values) {
  findings found;
  const auto read = parse_orders(xml_test::text_of_file(ESPPADOM_SOURCE_DIR "/tests/data/example/order.xml"), found);
  EXPECT_EQ(found.total(), 0U);
  expect_same<order>({example_order()}, read);
}

TEST(full_example, deliveries_are_rebuilt_from_typed_values) {
  findings found;
  const auto read =
      parse_deliveries(xml_test::text_of_file(ESPPADOM_SOURCE_DIR "/tests/data/example/delivery.xml"), found);
  EXPECT_EQ(found.total(), 0U);
  std::vector<delivery> built;
  for (const visit& one : visits)
    built.push_back(example_delivery(one));
  expect_same(built, read);
}

}  // namespace
