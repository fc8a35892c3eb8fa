// Every check of one message is raised by what is wrong, at its place, and not by a near miss.

#include <gtest/gtest.h>

#include <set>

#include "esppadom/message/checks.hpp"
#include "message/sound_messages.hpp"

namespace {

using namespace esppadom;
using namespace sound;

std::string visit_after(const std::function<void(delivery&)>& change) { return found_after(visit(), change); }
std::string order_after(const std::function<void(order&)>& change) { return found_after(plan(), change); }
std::string bill_after(const std::function<void(invoice&)>& change) { return found_after(bill(), change); }

TEST(sound_messages, give_no_finding) {
  EXPECT_EQ(visit_after([](delivery&) {}), "");
  EXPECT_EQ(order_after([](order&) {}), "");
  EXPECT_EQ(bill_after([](invoice&) {}), "");
}

TEST(kinds, say_all_in_both_languages) {
  std::set<std::string_view> seen;
  const auto look = [&](const auto& kinds) {
    for (const finding_kind* kind : kinds) {
      EXPECT_TRUE(seen.insert(kind->code).second) << kind->code;
      for (const auto text : {kind->en, kind->fr, kind->remedy_en, kind->remedy_fr, kind->why_en, kind->why_fr})
        EXPECT_FALSE(text.empty()) << kind->code;
    }
  };
  look(message_findings::common);
  look(message_findings::of_invoices);
}

// -- codes ------------------------------------------------------------------------------------------------------------

TEST(codes, unknown_ones_are_told_and_kept) {
  const auto mode = [](const code& one) { return visit_after([&](delivery& m) { m.lines[0].care_mode = one; }); };
  EXPECT_EQ(mode({"PRE", "ESPPADOM_CADRE", "EDESS"}), "");
  EXPECT_EQ(mode({"MAN", "", ""}), "");
  EXPECT_EQ(mode({"DIRECT", "LIBE_CADRE", "LIBESPPADOM"}), "");
  EXPECT_EQ(mode({"XXX", "ESPPADOM_CADRE", "EDESS"}), "060 lines[1].care_mode");
  EXPECT_EQ(mode({"XXX", "", ""}), "060 lines[1].care_mode");
  EXPECT_EQ(mode({"XXX", "token", "token"}), "060 lines[1].care_mode");
  EXPECT_EQ(mode({"XXX", "CD99_CADRE", "CD99"}), "");
  EXPECT_EQ(mode({"FE1", "", ""}), "061 lines[1].care_mode");
  EXPECT_EQ(mode({"FE1", "ESPPADOM_CADRE", "EDESS"}), "010 lines[1].care_mode");
  EXPECT_EQ(mode({"XXX", "LIBE_CADRE", "LIBESPPADOM"}), "061 lines[1].care_mode");
}

TEST(codes, are_looked_at_wherever_a_list_stands_behind_the_field) {
  const code odd{"?", "", ""};
  EXPECT_EQ(visit_after([&](delivery& m) { m.stamps->arrival->customer_method = odd; }),
            "060 stamps.arrival.customer_method");
  EXPECT_EQ(visit_after([&](delivery& m) { m.stamps->departure->supplier_method = odd; }),
            "060 stamps.departure.supplier_method");
  EXPECT_EQ(visit_after([&](delivery& m) {
              m.provider.contacts.push_back({std::nullopt, std::nullopt, odd, {}});
            }),
            "060 provider.contacts[2].type_code");
  EXPECT_EQ(visit_after([&](delivery& m) {
              m.beneficiary.address = party_address{};
              m.beneficiary.address->country = odd;
            }),
            "060 beneficiary.address.country");
  EXPECT_EQ(visit_after([&](delivery& m) {
              m.beneficiary.address = party_address{};
              m.beneficiary.address->country = code{"BE", "", ""};
            }),
            "");
  EXPECT_EQ(order_after([&](order& m) { m.purpose_code = odd; }), "060 purpose_code");
  EXPECT_EQ(order_after([&](order& m) { m.document_type_code = odd; }), "060 document_type_code");
  EXPECT_EQ(bill_after([&](invoice& m) { m.taxes[0].type_code = odd; }), "060 taxes[1].type_code");
  EXPECT_EQ(bill_after([&](invoice& m) { m.taxes[0].type_code = code{"VAT", "", ""}; }), "");
  EXPECT_EQ(bill_after([&](invoice& m) { m.subtype_code = odd; }), "061 subtype_code");
  EXPECT_EQ(bill_after([&](invoice& m) { m.lines[0].amounts[0].reason_code = odd; }),
            "061 lines[1].amounts[1].reason_code");
}

TEST(codes, of_services_may_be_local_but_not_EDESS_s_own) {
  const auto with = [](const code& one) { return visit_after([&](delivery& m) { m.lines[0].service.codes = {one}; }); };
  EXPECT_EQ(with({"APA-HRJO", "CD99_PRESTATIONS", "CD99"}), "");
  EXPECT_EQ(with({"APA", "ESPPADOM_TYPE_AIDE", "EDESS"}), "");
  EXPECT_EQ(with({"XXX", "ESPPADOM_TYPE_AIDE", "EDESS"}), "060 lines[1].service.codes[1]");
  EXPECT_EQ(with({"APA-HRJO", "ESPPADOM_PREST", "EDESS"}), "010 lines[1].service.codes[1]");
  EXPECT_EQ(with({"APA-HRJO", "CD99_PRESTATIONS", "EDESS"}), "010 lines[1].service.codes[1]");
  EXPECT_EQ(with({"APA-HRJO", "ESPPADOM_MINE", "CD99"}), "010 lines[1].service.codes[1]");
}

// -- numbers ----------------------------------------------------------------------------------------------------------

TEST(vat_number, has_a_form_and_a_key_that_follows_from_the_siren) {
  EXPECT_TRUE(is_french_vat_form("FR44732829320"));
  EXPECT_TRUE(is_french_vat_key("FR44732829320"));
  EXPECT_FALSE(is_french_vat_key("FR45732829320"));
  EXPECT_TRUE(is_french_vat_form("FRK7399859412"));
  EXPECT_TRUE(is_french_vat_key("FRK7399859412")) << "letters follow another rule";
  for (const char* bad : {"", "FR4473282932", "FR447328293201", "DE44732829320", "FRI4732829320", "FR4473282932X"})
    EXPECT_FALSE(is_french_vat_form(bad)) << bad;
  for (int siren = 100'000'000; siren < 100'000'500; ++siren) {
    int right = 0;
    for (int key = 0; key < 97; ++key) {
      const std::string text = "FR" + std::string(key < 10 ? "0" : "") + std::to_string(key) + std::to_string(siren);
      right += is_french_vat_key(text) ? 1 : 0;
    }
    EXPECT_EQ(right, 1) << siren;
  }
}

TEST(vat_number, of_a_party_fits_its_siret) {
  const auto with = [](const char* number, const char* siret) {
    return bill_after([&](invoice& m) {
      m.provider.tax_registration = party_tax_registration{number, {}};
      m.provider.siret = siret;
    });
  };
  EXPECT_EQ(with("FR44732829320", "73282932000074"), "");
  EXPECT_EQ(with("FR4473282932", "73282932000074"), "065 provider.tax_registration.id");
  EXPECT_EQ(with("FR45732829320", "73282932000074"), "066 provider.tax_registration.id");
  EXPECT_EQ(with("FR44732829320", "35600000000048"), "067 provider.tax_registration.id");
  EXPECT_EQ(with("", "73282932000074"), "068 provider.tax_registration.id");
  EXPECT_EQ(with("FR44732829320", "7328293200007"), "011 provider.siret");
}

// -- units, currencies ------------------------------------------------------------------------------------------------

TEST(units, are_those_of_recommendation_20_and_of_their_place) {
  const auto billed = [](const char* unit) {
    return visit_after([&](delivery& m) { m.lines[0].billed_quantity.unit_code = unit; });
  };
  for (const char* good : {"HUR", "C62", "DAY"})
    EXPECT_EQ(billed(good), "") << good;
  EXPECT_EQ(billed("XYZ"), "063 lines[1].billed_quantity");
  for (const char* calendar : {"WEE", "MON", "ANN"})
    EXPECT_EQ(billed(calendar), "064 lines[1].billed_quantity") << calendar;
  const auto per = [](const char* unit) {
    return order_after([&](order& m) { m.lines[0].requested_period->unit_code = unit; });
  };
  for (const char* good : {"DAY", "WEE", "MON", "ANN"})
    EXPECT_EQ(per(good), "") << good;
  for (const char* bad : {"HUR", "MIN", "C62"})
    EXPECT_EQ(per(bad), "064 lines[1].requested_period") << bad;
}

TEST(units, of_quantity_and_price_are_the_same) {
  EXPECT_EQ(order_after([](order& m) { m.lines[0].requested_quantity->unit_code = "MIN"; }), "");
  EXPECT_EQ(order_after([](order& m) { m.lines[0].requested_quantity->unit_code = "C62"; }),
            "083 lines[1].requested_quantity");
  EXPECT_EQ(order_after([](order& m) {
              m.lines[0].requested_quantity->unit_code = "C62";
              m.lines[0].tariff_basis->unit_code = "C62";
            }),
            "");
  EXPECT_EQ(order_after([](order& m) { m.lines[0].tariff_basis->value = {0, 0}; }), "082 lines[1].tariff_basis");
  EXPECT_EQ(order_after([](order& m) {
              m.lines[0].requested_period->value = {-1, 0};
            }),
            "082 lines[1].requested_period");
}

TEST(currency, is_the_euro) {
  EXPECT_EQ(bill_after([](invoice& m) { m.due_payable.currency = "CHF"; }), "062 due_payable");
  EXPECT_EQ(bill_after([](invoice& m) { m.due_payable.currency.clear(); }), "");
  EXPECT_EQ(bill_after([](invoice& m) { m.currency.value = "USD"; }), "062 currency");
  EXPECT_EQ(order_after([](order& m) { m.lines[0].tariff->currency = "CHF"; }), "062 lines[1].tariff");
}

// -- versions ---------------------------------------------------------------------------------------------------------

TEST(version, without_it_or_of_an_unknown_one_is_told) {
  for (const char* good : {"1.0", "1.2", "1.3", "1.4", " 1.4 "})
    EXPECT_EQ(visit_after([&](delivery& m) { m.message_version = good; }), "") << good;
  EXPECT_EQ(visit_after([](delivery& m) { m.message_version = "2.0"; }), "069 message_version");
  EXPECT_EQ(visit_after([](delivery& m) { m.message_version.clear(); }), "068 message_version");
  EXPECT_EQ(order_after([](order& m) { m.transaction_id = " "; }), "068 transaction_id");
}

TEST(version, below_1_4_has_no_invoice_for_several_orders) {
  const auto with = [](const char* version, const char* second) {
    return bill_after([&](invoice& m) {
      m.message_version = version;
      m.lines[1].order_ref->order_id = second;
    });
  };
  EXPECT_EQ(with("1.4", "CMD-2"), "");
  EXPECT_EQ(with("1.3", "CMD-2"), "071 lines[2].order_ref.order_id");
  EXPECT_EQ(with("1.2", "CMD-2"), "070 lines[2].order_ref.order_id");
  EXPECT_EQ(with("1.2", "CMD-1"), "");
}

TEST(version, below_1_4_has_no_list_of_services) {
  const auto with = [](const char* version) {
    return visit_after([&](delivery& m) {
      m.message_version = version;
      m.lines[0].service.codes.push_back({"S1", "ESPPADOM_SERVICE", "EDESS"});
    });
  };
  EXPECT_EQ(with("1.4"), "060 lines[1].service.codes[3]") << "its content is not public";
  EXPECT_EQ(with("1.3"), "060 lines[1].service.codes[3]; 071 lines[1].service.codes[3]");
  EXPECT_EQ(with("1.2"), "060 lines[1].service.codes[3]; 070 lines[1].service.codes[3]");
}

// -- DELIVERY ---------------------------------------------------------------------------------------------------------

TEST(visits, have_stamps_before_their_issue_and_near_their_retained_period) {
  EXPECT_EQ(visit_after([](delivery& m) { m.issued_at = at("2026-03-02T10:02:47"); }), "");
  EXPECT_EQ(visit_after([](delivery& m) { m.issued_at = at("2026-03-02T10:02:46"); }),
            "074 stamps.departure.certified_at");
  const auto shifted = [](const char* from, const char* to, const char* correction) {
    return visit_after([&](delivery& m) {
      m.stamps = stamp_pair{stamped(from), stamped(to), {}};
      if (*correction != '\0') m.correction_code = code{correction, "", ""};
    });
  };
  EXPECT_EQ(shifted("2026-03-02T07:00:00", "2026-03-02T09:00:00", ""), "079 stamps");
  EXPECT_EQ(shifted("2026-03-02T07:00:00", "2026-03-02T09:00:01", ""), "");
  EXPECT_EQ(shifted("2026-03-02T10:00:00", "2026-03-02T11:00:00", ""), "079 stamps");
  EXPECT_EQ(shifted("2026-03-02T10:00:00", "2026-03-02T11:00:00", "MDT"), "");
}

TEST(visits, name_their_order_and_their_caregiver) {
  EXPECT_EQ(visit_after([](delivery& m) { m.lines[0].order_line_id.reset(); }), "075 order_refs");
  const auto orders = [](std::vector<const char*> ids) {
    return visit_after([&](delivery& m) {
      m.lines[0].order_line_id.reset();
      for (const char* id : ids)
        m.order_refs.push_back({std::string(id), std::nullopt, {}});
    });
  };
  EXPECT_EQ(orders({"CMD-1"}), "");
  EXPECT_EQ(orders({"CMD-1", "CMD-1"}), "");
  EXPECT_EQ(orders({"CMD-1", "CMD-2"}), "076 order_refs");
  EXPECT_EQ(orders({" "}), "075 order_refs");
  EXPECT_EQ(visit_after([](delivery& m) { m.provider.contacts.clear(); }), "077 provider.contacts");
}

TEST(visits, that_carry_stamps_only_have_some) {
  EXPECT_EQ(visit_after([](delivery& m) { m.correction_code = code{"HOR", "", ""}; }), "");
  EXPECT_EQ(visit_after([](delivery& m) {
              m.correction_code = code{"HOR", "", ""};
              m.stamps.reset();
            }),
            "078 correction_code");
}

TEST(visits, of_several_lines_are_compared_as_a_whole) {
  const auto two = [](decimal first, decimal second) {
    return visit_after([&](delivery& m) {
      m.lines.push_back(m.lines[0]);
      m.lines[1].line_id = "2";
      m.lines[0].billed_quantity.value = first;
      m.lines[1].billed_quantity.value = second;
    });
  };
  EXPECT_EQ(two({5, 1}, {5, 1}), "");
  EXPECT_EQ(two({75, 2}, {5, 1}), "025 lines");
  EXPECT_EQ(two({25, 2}, {5, 1}), "024 lines");
  EXPECT_EQ(visit_after([](delivery& m) {
              m.lines.push_back(m.lines[0]);
              m.lines[1].billed_quantity.value = {0, 0};
            }),
            "040 lines[2].line_id");
}

TEST(visits, hours_mean_the_minute_they_stand_for) {
  const auto retained = [](const char* end, decimal hours) {
    return visit_after([&](delivery& m) {
      m.retained_period.end = at(end);
      m.lines[0].billed_quantity.value = hours;
    });
  };
  EXPECT_EQ(retained("2026-03-02T10:10:00", {117, 2}), "") << "1.17 h are 70 min";
  EXPECT_EQ(retained("2026-03-02T10:11:00", {117, 2}), "024 lines[1].billed_quantity");
  EXPECT_EQ(retained("2026-03-02T09:38:00", {6'333'333, 7}), "");
}

TEST(visits, of_a_whole_month_are_told_by_their_quantity) {
  const auto month = [](decimal hours) {
    return visit_after([&](delivery& m) {
      m.retained_period = {at("2026-03-01T00:00:00"), at("2026-03-31T23:59:59"), {}};
      m.stamps.reset();
      m.correction_code = code{"CRE", "", ""};
      m.lines[0].billed_quantity.value = hours;
    });
  };
  EXPECT_EQ(month({36, 0}), "");
  EXPECT_EQ(month({744, 0}), "024 lines[1].billed_quantity") << "the clock changes in March: 743 h";
}

// -- ORDER ------------------------------------------------------------------------------------------------------------

TEST(orders, replace_others_and_stay_within_their_plan) {
  EXPECT_EQ(order_after([](order& m) { m.previous_order = previous_order_ref{"CMD-0", {}}; }), "");
  EXPECT_EQ(order_after([](order& m) {
              m.previous_order = previous_order_ref{" CMD-1", {}};
            }),
            "080 previous_order.id");
  EXPECT_EQ(order_after([](order& m) { m.previous_order = previous_order_ref{}; }), "068 previous_order.id");
  const auto planned = [](const char* from, const char* to) {
    return order_after([&](order& m) {
      m.plan = order_plan{};
      m.plan->period = validity_period{at(from), at(to), {}};
    });
  };
  EXPECT_EQ(planned("2026-03-01T00:00:00", "2028-02-29T00:00:00"), "");
  EXPECT_EQ(planned("2026-03-02T00:00:00", "2028-02-29T00:00:00"), "086 validity_period");
  EXPECT_EQ(planned("2026-03-01T00:00:00", "2028-02-28T00:00:00"), "086 validity_period");
}

TEST(orders, have_tariffs_that_hold_on_some_day) {
  const auto tariff = [](const char* from, const char* to) {
    return order_after([&](order& m) { m.lines[0].tariff_period = validity_period{at(from), at(to), {}}; });
  };
  EXPECT_EQ(tariff("2026-01-01T00:00:00", "2026-12-31T00:00:00"), "");
  EXPECT_EQ(tariff("2025-01-01T00:00:00", "2026-02-28T00:00:00"), "086 lines[1].tariff_period");
  EXPECT_EQ(tariff("2028-03-01T00:00:00", "2028-12-31T00:00:00"), "086 lines[1].tariff_period");
}

TEST(orders, say_how_much_and_on_what_terms) {
  EXPECT_EQ(order_after([](order& m) { m.lines[0].requested_quantity.reset(); }), "081 lines[1].requested_quantity");
  const auto with = [](const allowance_charge& one) {
    return order_after([&](order& m) { m.lines[0].amounts = {one}; });
  };
  allowance_charge sunday = reason("SUNDAY", true, 0);
  sunday.amount.reset();
  EXPECT_EQ(with(sunday), "084 lines[1].amounts[1]");
  sunday.percent = percentage::from_percent(20);
  EXPECT_EQ(with(sunday), "");
  sunday.is_charge = false;
  EXPECT_EQ(with(sunday), "085 lines[1].amounts[1].is_charge");
  EXPECT_EQ(with(reason("PARTICIPATION", true, 100)), "085 lines[1].amounts[1].is_charge");
  EXPECT_EQ(with(reason("PARTICIPATION", false, 100)), "");
  EXPECT_EQ(with(reason("", false, 100)), "068 lines[1].amounts[1].reason_code");
  EXPECT_EQ(with(reason("PARTICIPATION", false, -100)), "014 lines[1].amounts[1].amount");
  for (const char* charge :
       {"SATURDAY", "SUNDAY", "PUBLIC_HOLIDAY", "FIRST_OF_JANUARY", "FIRST_OF_MAY", "CHRISTMAS", "EVENING", "CUSTOM"}) {
    EXPECT_EQ(with(reason(charge, true, 1)), "") << charge;
    EXPECT_NE(with(reason(charge, false, 1)), "") << charge;
  }
  for (const char* other : {"PARTICIPATION", "OVER_TARIFF", "OTHER_FUNDER", "OVER_PLAN", "PENALTY", "ADVANCE"}) {
    EXPECT_EQ(with(reason(other, false, 1)), "") << other;
    EXPECT_NE(with(reason(other, true, 1)), "") << other;
  }
}

}  // namespace
