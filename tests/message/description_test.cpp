// The descriptions say the names, kinds and order that everything else derives from.

#include "esppadom/message/description.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "esppadom/message/delivery.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"

namespace {

using namespace esppadom;

static_assert(member_name<&delivery::beneficiary> == "beneficiary");
static_assert(member_name<&party_contact::type_code> == "type_code");
static_assert(described<delivery> && described<party> && !described<money> && !described<std::string>);

template <class T>
std::vector<std::string> members() {
  std::vector<std::string> out;
  for_each_member<T>([&](const auto& entry) { out.emplace_back(key_of(entry)); });
  return out;
}

TEST(description, lists_the_members_of_a_delivery_in_document_order) {
  const std::vector<std::string> expected{
      "message_version", "transaction_id", "delivery_id", "issued_at",       "order_refs",
      "contract",        "beneficiary",    "provider",    "correction_code", "retained_period",
      "planned_period",  "stamps",         "lines"};
  EXPECT_EQ(members<delivery>(), expected);
}

TEST(description, mentions_a_member_with_two_forms_once) {
  const std::vector<std::string> expected{"certified_at", "customer_method", "supplier_method"};
  EXPECT_EQ(members<stamp>(), expected);
}

TEST(description, has_a_french_label_for_every_member) {
  const auto check = [](const auto& entry) { EXPECT_FALSE(entry.label.empty()); };
  for_each_member<order>(check);
  for_each_member<order_line>(check);
  for_each_member<delivery>(check);
  for_each_member<invoice>(check);
  for_each_member<invoice_line>(check);
  for_each_member<party>(check);
}

TEST(names, match_their_aliases) {
  constexpr xml_names names = qdt / "StartDateTime" | also(ram / "StartDateTime");
  static_assert(names.matches(qdt / "StartDateTime") && names.matches(ram / "StartDateTime"));
  static_assert(!names.matches(pie / "StartDateTime"));
  static_assert(names.written == qdt / "StartDateTime");
  SUCCEED();
}

}  // namespace
