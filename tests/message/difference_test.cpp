// Messages are compared by what they say.
#include "esppadom/message/difference.hpp"

#include <gtest/gtest.h>

namespace {

using namespace esppadom;

delivery visit(const char* id = "DLV-1") {
  delivery out;
  out.delivery_id = id;
  out.issued_at = parse_local_time("2026-03-15T18:15:00").value_or(local_time{});
  out.beneficiary.ids = {{"B-7788", "BENEFICIAIRE", "CD99"}};
  out.provider.ids = {{"512", "", ""}};
  out.provider.siret = "12345670900013";
  out.retained_period.start = parse_local_time("2026-03-02T09:00:00").value_or(local_time{});
  delivery_line line;
  line.line_id = "1";
  line.billed_quantity = {decimal{15, 1}, "HUR"};
  line.service.codes = {{"APA-HRJO", "CD99_PRESTATIONS", "CD99"}, {"APA", "ESPPADOM_TYPE_AIDE", "EDESS"}};
  out.lines.push_back(line);
  return out;
}

std::vector<std::string> paths(const std::vector<difference>& found) {
  std::vector<std::string> out;
  for (const auto& one : found)
    out.push_back(one.path);
  return out;
}

using texts = std::vector<std::string>;

TEST(difference_of_messages, is_none_where_only_the_writing_differs) {
  const auto a = visit();
  auto b = visit();
  b.lines[0].billed_quantity = {decimal{90, 0}, "MIN"};
  b.beneficiary.ids[0] = {" B-7788 ", "token", "token"};
  b.correction_code = code{};
  std::swap(b.lines[0].service.codes[0], b.lines[0].service.codes[1]);
  EXPECT_EQ(paths(differences(a, b)), texts{});
}

TEST(difference_of_messages, names_path_and_both_values) {
  const auto a = visit();
  auto b = visit();
  b.lines[0].billed_quantity.value = decimal{1, 0};
  b.provider.siret.reset();
  b.beneficiary.ids[0].value = "B-7789";
  const auto found = differences(a, b);
  EXPECT_EQ(paths(found), (texts{"beneficiary.ids[B-7788]", "beneficiary.ids[B-7789]", "provider.siret",
                                 "lines[1].billed_quantity"}));
  EXPECT_EQ(found[3].left, "1.5 HUR (90 min)");
  EXPECT_EQ(found[3].right, "1 HUR (60 min)");
  EXPECT_EQ(found[2].left, "12345670900013");
  EXPECT_EQ(found[2].right, std::nullopt);
  EXPECT_EQ(found[3].document, "DLV-1");
}

TEST(difference_of_messages, finds_lines_by_their_number_and_tells_personal_data) {
  auto a = visit();
  auto b = visit();
  a.lines.push_back(a.lines[0]);
  a.lines[1].line_id = "2";
  b.lines.insert(b.lines.begin(), a.lines[1]);
  EXPECT_EQ(paths(differences(a, b)), texts{});
  b.lines.pop_back();
  EXPECT_EQ(paths(differences(a, b)), texts{"lines[1]"});
  auto c = visit();
  c.beneficiary.last_name = "Martin";
  const auto found = differences(visit(), c);
  ASSERT_EQ(paths(found), texts{"beneficiary.last_name"});
  EXPECT_TRUE(found[0].personal);
}

TEST(difference_of_messages, knows_that_a_negative_invoice_is_a_credit_note) {
  invoice a;
  a.invoice_id = "F1";
  a.type_code.value = "381";
  a.due_payable.value = money::from_cents(5000);
  a.lines.resize(1);
  a.lines[0].funder_share.value = money::from_cents(5000);
  invoice b = a;
  b.type_code.value = "380";
  b.due_payable.value = money::from_cents(-5000);
  b.due_payable.currency = "EUR";
  b.lines[0].funder_share.value = money::from_cents(-5000);
  EXPECT_EQ(paths(differences(a, b)), texts{});
  b.due_payable.value = money::from_cents(-5001);
  b.lines[0].funder_share.value = money::from_cents(-5001);
  EXPECT_EQ(paths(differences(a, b)), (texts{"due_payable", "lines[].funder_share"}));
}

TEST(difference_of_batches, matches_documents_by_number_and_not_by_place) {
  const std::vector<delivery> a{visit("DLV-1"), visit("DLV-2"), visit("DLV-3")};
  const std::vector<delivery> b{visit("DLV-4"), visit("DLV-3"), visit("DLV-1")};
  const auto found = batch_differences<delivery>(a, b);
  EXPECT_EQ(found.only_left, texts{"DLV-2"});
  EXPECT_EQ(found.only_right, texts{"DLV-4"});
  EXPECT_TRUE(found.differences.empty());
  EXPECT_TRUE(batch_differences<delivery>(a, a).empty());
}

}  // namespace
