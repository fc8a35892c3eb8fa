// Code lists are data: every code has its labels, unknown codes are told apart, and attribution is judged by the lists.

#include "esppadom/message/code_tables.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace esppadom;

TEST(code_lists, have_labels_in_both_languages_and_unique_codes) {
  std::set<std::string_view> ids;
  for (const auto& list : code_lists) {
    EXPECT_TRUE(ids.insert(list.id).second) << list.id;
    EXPECT_FALSE(list.fr.empty() || list.en.empty() || list.source.empty() || list.agency.empty()) << list.id;
    std::set<std::string_view> codes;
    for (const auto& one : list.codes) {
      EXPECT_TRUE(codes.insert(one.code).second) << list.id << " " << one.code;
      EXPECT_EQ(find_code(list.id, one.code), &one);
      EXPECT_EQ(is_known_code(list.id, one.code), one.in_list);
      EXPECT_EQ(label_of_code(list.id, one.code, language::french), one.fr);
      EXPECT_EQ(label_of_code(list.id, one.code, language::english), one.en);
      EXPECT_FALSE(one.fr.empty() || one.en.empty()) << one.code;
    }
  }
}

std::string codes_of(std::string_view id) {
  std::string out;
  const auto* list = find_list(id);
  if (list == nullptr) return "no such list";
  for (const auto& one : list->codes)
    out += std::string(out.empty() ? "" : " ") + std::string(one.code) + (one.in_list ? "" : "?");
  return out;
}

// Each code of the messages reference, section 9: removing or changing one in src/data is noticed here.
TEST(code_lists, hold_what_public_sources_show) {
  EXPECT_EQ(codes_of("ESPPADOM_EFFECTIVITY_AJUST"), "CRE MDT SUP COA COD CO2 HOR");
  EXPECT_EQ(codes_of("ESPPADOM_TYPE_AIDE"), "APA PCH AM");
  EXPECT_EQ(codes_of("ESPPADOM_CADRE"), "PRE MAN FE1?");
  EXPECT_EQ(codes_of("ESPPADOM_CONTACT_PRESTATAIRE"), "INT");
  EXPECT_EQ(codes_of("ESPPADOM_TIMESTAMP_METHOD"), "BDG");
  EXPECT_EQ(codes_of("ESPPADOM_SERVICE"), "");
  EXPECT_EQ(codes_of("ESPPADOM_PROFIL"), "");
  EXPECT_EQ(codes_of("ESPPADOM_PREST"), "");
  EXPECT_EQ(codes_of("LIBE_CADRE"), "DIRECT");
  EXPECT_EQ(codes_of("LIBE_MOTIF_MONTANT"),
            "PARTICIPATION OVER_TARIFF OTHER_FUNDER OVER_PLAN PENALTY ADVANCE SATURDAY SUNDAY PUBLIC_HOLIDAY "
            "FIRST_OF_JANUARY FIRST_OF_MAY CHRISTMAS EVENING CUSTOM");
  EXPECT_EQ(codes_of("LIBE_NATURE_FACTURE"), "PRINCIPALE COMPLEMENTAIRE");
  EXPECT_EQ(codes_of("LIBE_MOTIF_AVOIR"), "CORRECTION CANCELLED_VISIT TARIFF_CHANGE PLAN_CHANGE REJECTED_LINE");
  EXPECT_EQ(codes_of("UNECE Rec 20"), "HUR MIN DAY WEE MON ANN C62");
  EXPECT_EQ(codes_of("UNTDID 1001"), "220 380 381 325 383 384");
  EXPECT_EQ(codes_of("UNTDID 1225"), "9 5 4 1");
  EXPECT_EQ(codes_of("UNTDID 5153"), "VAT");
  EXPECT_EQ(codes_of("UNCL 5305"), "AE E S Z AA H");
  EXPECT_EQ(codes_of("ISO 4217"), "EUR");
  EXPECT_EQ(codes_of("ISO 3166-1"), "FR");
  EXPECT_EQ(std::size(code_lists), 19U);
}

TEST(code_lists, say_how_much_of_them_is_public) {
  EXPECT_EQ(find_list("ESPPADOM_EFFECTIVITY_AJUST")->status, list_status::complete);
  EXPECT_EQ(find_list("ESPPADOM_TYPE_AIDE")->status, list_status::partial);
  EXPECT_EQ(find_list("ESPPADOM_PROFIL")->status, list_status::empty);
  EXPECT_EQ(find_list("ESPPADOM_PREST")->status, list_status::does_not_exist);
  EXPECT_EQ(find_list(" ESPPADOM_CADRE ")->agency, "EDESS");
  EXPECT_EQ(find_list("CD99_PRESTATIONS"), nullptr);
}

TEST(known_codes, are_looked_up_in_the_list_named_else_in_the_usual_one) {
  EXPECT_TRUE(is_known_code(code{"PRE", "", ""}, care_modes));
  EXPECT_TRUE(is_known_code(code{" PRE ", "ESPPADOM_CADRE", "EDESS"}, care_modes));
  EXPECT_TRUE(is_known_code(code{"DIRECT", "LIBE_CADRE", "LIBESPPADOM"}, care_modes));
  EXPECT_FALSE(is_known_code(code{"DIRECT", "ESPPADOM_CADRE", "EDESS"}, care_modes));
  EXPECT_FALSE(is_known_code(code{"FE1", "", ""}, care_modes));
  EXPECT_FALSE(is_known_code("CD99_PRESTATIONS", "APA"));
}

TEST(attribution, follows_the_lists_and_what_is_in_them) {
  EXPECT_EQ(attribution_of({"APA", "ESPPADOM_TYPE_AIDE", "EDESS"}), attribution::fine);
  EXPECT_EQ(attribution_of({"XYZ", "ESPPADOM_TYPE_AIDE", "EDESS"}), attribution::fine) << "the list is partial";
  EXPECT_EQ(attribution_of({"XYZ", "ESPPADOM_EFFECTIVITY_AJUST", "EDESS"}), attribution::value_not_in_list);
  EXPECT_EQ(attribution_of({"", "ESPPADOM_EFFECTIVITY_AJUST", "EDESS"}), attribution::fine) << "empty: no correction";
  EXPECT_EQ(attribution_of({"FE1", "ESPPADOM_CADRE", "EDESS"}), attribution::value_not_in_list);
  EXPECT_EQ(attribution_of({"A", "ESPPADOM_PROFIL", "EDESS"}), attribution::value_not_in_list) << "empty in 2017";
  EXPECT_EQ(attribution_of({"A", "ESPPADOM_SERVICE", "EDESS"}), attribution::fine) << "its content is open";
  EXPECT_EQ(attribution_of({"APA-HRJO", "ESPPADOM_PREST", "EDESS"}), attribution::no_such_list);
  EXPECT_EQ(attribution_of({"APA-HRJO", "ESPPADOM_PREST", ""}), attribution::no_such_list);
  EXPECT_EQ(attribution_of({"APA-HRJO", "CD99_PRESTATIONS", "EDESS"}), attribution::no_such_list);
  EXPECT_EQ(attribution_of({"APA-HRJO", "ESPPADOM_AUTRE", "EDESS"}), attribution::no_such_list);
  EXPECT_EQ(attribution_of({"SUNDAY", "LIBE_MOTIF_MONTANT", "EDESS"}), attribution::no_such_list);
  EXPECT_EQ(attribution_of({"APA-HRJO", "ESPPADOM_PRESTATIONS", "CD99"}), attribution::official_name);
  EXPECT_EQ(attribution_of({"APA-HRJO", "CD99_PRESTATIONS", "CD99"}), attribution::fine);
  EXPECT_EQ(attribution_of({"APA", "ESPPADOM_TYPE_AIDE", "token"}), attribution::fine);
  EXPECT_EQ(attribution_of({"APA", "", ""}), attribution::fine);
}

}  // namespace
