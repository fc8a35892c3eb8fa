// Adding a field to a message is one member and one entry (docs/decisions/0009-adding-a-field.md). Here a stamp gets
// the distance from the home at which it was taken, which no public source has in a message; everything else follows.

#if __has_include(<pugixml.hpp>) && __has_include(<simdjson.h>) && !defined(ESPPADOM_SHARED)

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/xml.hpp"
#include "esppadom/message/content_hash.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/field_list.hpp"
#include "exchange/json_read.hpp"
#include "exchange/json_write.hpp"
#include "exchange/message_tables.hpp"
#include "exchange/xml_walker.hpp"
#include "exchange/xml_writer.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// `stamp`, as it would stand in message/delivery.hpp after the change.
struct located_stamp {
  local_time certified_at;
  std::optional<code> customer_method;
  std::optional<code> supplier_method;
  std::optional<measure> distance;  // the member
  extras_t extras;

  friend bool operator==(const located_stamp&, const located_stamp&) = default;
};

template <>
inline constexpr auto description<located_stamp> =
    fields(own_text<&located_stamp::certified_at>(),
           element<&located_stamp::certified_at>(ram / "CertifiedDateTime" | also(qdt / "CertifiedDateTime"),
                                                 "heure certifiée", standing::known),
           element<&located_stamp::customer_method>(ram / "CustomerIdentificationMethod",
                                                    "mode d'identification du bénéficiaire", standing::known,
                                                    timestamp_methods),
           element<&located_stamp::supplier_method>(ram / "SupplierIdentificationMethod",
                                                    "mode d'identification de l'intervenant", standing::known,
                                                    timestamp_methods),
           // the entry
           element<&located_stamp::distance>(ram / "DistanceMeasure", "distance du domicile", standing::open));

}  // namespace esppadom

namespace {

using namespace esppadom;

static_assert(description<located_stamp>.size == description<stamp>.size + 1, "one entry more, and nothing else");

constexpr std::string_view with_distance =
    "<ns:Stamp><ram:CertifiedDateTime>2026-03-02T09:01:12</ram:CertifiedDateTime>"
    "<ram:SupplierIdentificationMethod listID=\"ESPPADOM_TIMESTAMP_METHOD\" listAgencyName=\"EDESS\">BDG"
    "</ram:SupplierIdentificationMethod><ram:DistanceMeasure unitCode=\"MTR\">35</ram:DistanceMeasure></ns:Stamp>";

template <class T>
struct read_stamp {
  T value;
  std::vector<finding> found;

  std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const auto& one : found)
      out.emplace_back(one.code());
    return out;
  }
};

template <class T>
read_stamp<T> read_xml(std::string_view xml) {
  xml::scope names;
  for (const auto& binding : default_envelope(message_kind::delivery).namespaces)
    names.declare(binding.prefix, binding.uri);
  xml::walker reader(read_profile::lenient, {});
  read_stamp<T> out;
  EXPECT_TRUE(reader.read({xml, nullptr, true, {}}, names, tables::level_of<T>, &out.value));
  out.found = reader.found();
  return out;
}

template <class T>
std::string write_xml(const T& value, write_profile profile) {
  envelope head = default_envelope(message_kind::delivery);
  head.layout = {};
  std::string out;
  xml::element_writer writer(head, profile);
  EXPECT_TRUE(writer.append_message("Stamp", {}, tables::level_of<T>, &value, out));
  return out;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  const auto at = out.find(from);
  EXPECT_NE(at, std::string::npos);
  return out.replace(at, from.size(), to);
}

TEST(field_not_described, is_kept_but_not_understood) {
  const auto read = read_xml<stamp>(with_distance);
  EXPECT_EQ(read.codes(), std::vector<std::string>{"ESP-XML-021"});
  EXPECT_NE(write_xml(read.value, write_profile::round_trip).find("<ram:DistanceMeasure unitCode=\"MTR\">35"),
            std::string::npos);
  EXPECT_EQ(write_xml(read.value, write_profile::canonical).find("DistanceMeasure"), std::string::npos);
}

TEST(field_described, is_read_with_its_type) {
  const auto read = read_xml<located_stamp>(with_distance);
  EXPECT_TRUE(read.found.empty()) << read.codes().front();
  ASSERT_TRUE(read.value.distance);
  EXPECT_EQ(to_string(read.value.distance->value), "35");
  EXPECT_EQ(read.value.distance->unit_code, "MTR");
}

TEST(field_described, is_checked_for_form_place_and_number) {
  const auto codes = [](std::string_view from, std::string_view to) {
    return read_xml<located_stamp>(replaced(with_distance, from, to)).codes();
  };
  using list = std::vector<std::string>;
  EXPECT_EQ(codes(">35<", ">near<"), list{"ESP-XML-030"});
  EXPECT_EQ(codes(" unitCode=\"MTR\"", ""), list{"ESP-XML-037"});
  EXPECT_EQ(codes("</ns:Stamp>", "<ram:DistanceMeasure unitCode=\"MTR\">36</ram:DistanceMeasure></ns:Stamp>"),
            list{"ESP-XML-024"});
  EXPECT_EQ(codes("<ram:CertifiedDateTime>2026-03-02T09:01:12</ram:CertifiedDateTime>", ""), list{"ESP-XML-020"});
  EXPECT_EQ(codes("<ns:Stamp>", "<ns:Stamp><ram:DistanceMeasure unitCode=\"MTR\">1</ram:DistanceMeasure>"),
            (list{"ESP-XML-023", "ESP-XML-023", "ESP-XML-024"}));
}

TEST(field_described, is_written_at_its_place_and_read_back) {
  const auto read = read_xml<located_stamp>(with_distance);
  const std::string xml = write_xml(read.value, write_profile::canonical);
  EXPECT_LT(xml.find("SupplierIdentificationMethod"), xml.find("<ram:DistanceMeasure unitCode=\"MTR\">35</ram:"));
  EXPECT_EQ(read_xml<located_stamp>(xml.substr(xml.find('<'))).value, read.value);
}

TEST(field_described, stands_in_json_under_the_name_of_the_member) {
  const auto read = read_xml<located_stamp>(with_distance);
  std::string json;
  detail::json_writer to(json, json_layout::compact);
  detail::write_value(to, read.value, json_absent::left_out);
  EXPECT_NE(json.find("\"distance\":{\"value\":\"35\",\"unit_code\":\"MTR\"}"), std::string::npos) << json;

  findings found;
  located_stamp back;
  ASSERT_EQ(detail::read_json_text<located_stamp>(json, found, {}).get(back), error_code::success) << json;
  EXPECT_EQ(back, read.value);

  stamp without;
  EXPECT_NE(detail::read_json_text<stamp>(json, found, {}).get(without), error_code::success);
  ASSERT_EQ(found.total(), 1U);
  EXPECT_EQ(found.items()[0].code(), "ESP-JSON-003");
}

TEST(field_described, counts_in_comparison_and_digest) {
  const auto read = read_xml<located_stamp>(with_distance);
  located_stamp farther = read.value;
  farther.distance->value = decimal{36, 0};
  EXPECT_NE(farther, read.value);
  EXPECT_NE(content_digest(farther), content_digest(read.value));
}

TEST(field_described, stands_in_the_list_that_tables_and_schemas_are_printed_from) {
  const field_node all = field_list<located_stamp>();
  EXPECT_EQ(all.children.size(), field_list<stamp>().children.size() + 1);
  const field_node& added = all.children.back();
  EXPECT_EQ(added.member, "distance");
  EXPECT_EQ(added.kind, field_kind::quantity);
  EXPECT_EQ(added.label, "distance du domicile");
  EXPECT_EQ(added.evidence, standing::open);
  EXPECT_EQ(added.occurrence(), "0..1");
}

}  // namespace

#endif
