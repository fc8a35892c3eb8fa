// Messages that contradict each other are told so, those that agree are left in peace, and nothing is said of what the
// batch does not hold.

#include "esppadom/oversight/batch_checks.hpp"

#include <gtest/gtest.h>

#include "esppadom/oversight/findings.hpp"
#include "message/sound_messages.hpp"

namespace {

using namespace esppadom;
using namespace sound;

/// Messages in files; what is found as "012 F-1 beneficiary; …".
struct batch_of {
  batch_checks checks;

  template <class... Messages>
  batch_of& file(const char* name, const Messages&... messages) {
    checks.begin_file(name);
    (checks.add(messages), ...);
    return *this;
  }
  std::vector<finding> findings_of() {
    findings found;
    checks.finish(found);
    for (const auto& one : found.items()) {
      for (const auto in : {language::english, language::french}) {
        const auto text = esppadom::message(one, in);
        EXPECT_FALSE(text.empty());
        EXPECT_EQ(text.find('{'), std::string::npos) << text;
      }
    }
    return found.items();
  }
  std::string found() {
    std::string out;
    for (const auto& one : findings_of()) {
      out += (out.empty() ? "" : "; ") + std::string(one.code().substr(8));
      if (!one.document.empty()) out += " " + one.document;
      if (!one.path.empty()) out += " " + one.path;
    }
    return out;
  }
};

delivery visit_named(const char* id, const char* start = "2026-03-02T09:00:00",
                     const char* end = "2026-03-02T10:00:00") {
  delivery out = visit();
  out.delivery_id = id;
  out.retained_period = {at(start), at(end), {}};
  out.order_refs = {{std::string("CMD-1"), somebody("CD99"), {}}};
  return out;
}

/// An invoice of one line for one hour at 25 €.
invoice bill_for(const char* id, std::vector<const char*> deliveries, std::int64_t share = 2500) {
  invoice out = bill();
  out.invoice_id = id;
  out.lines.resize(1);
  auto& line = out.lines[0];
  line.billed_quantity = {{static_cast<std::int64_t>(deliveries.size()), 0}, "HUR"};
  line.amounts.clear();
  line.participation_total.reset();
  line.funder_share = euros(share);
  line.delivery_refs.clear();
  for (const char* one : deliveries)
    line.delivery_refs.push_back({one, "1", {}});
  out.beneficiary = somebody("B-1");
  return out;
}

delivery changed(delivery message, const std::function<void(delivery&)>& change) {
  change(message);
  return message;
}
order changed(order message, const std::function<void(order&)>& change) {
  change(message);
  return message;
}
invoice changed(invoice message, const std::function<void(invoice&)>& change) {
  change(message);
  return message;
}

TEST(kinds, say_all_in_both_languages) {
  for (const finding_kind* kind : batch_findings::all) {
    for (const auto text : {kind->en, kind->fr, kind->remedy_en, kind->remedy_fr, kind->why_en, kind->why_fr})
      EXPECT_FALSE(text.empty()) << kind->code;
  }
}

TEST(batch, of_messages_that_agree_gives_nothing) {
  EXPECT_EQ(batch_of().file("o", plan()).file("d", visit_named("DLV-1")).file("i", bill_for("F-1", {"DLV-1"})).found(),
            "");
  EXPECT_EQ(batch_of().found(), "");
}

TEST(batch, says_once_what_it_cannot_compare) {
  EXPECT_EQ(batch_of()
                .file("d", visit_named("DLV-1"), visit_named("DLV-2", "2026-03-03T09:00:00", "2026-03-03T10:00:00"))
                .found(),
            "010");
  EXPECT_EQ(batch_of().file("i", bill_for("F-1", {"DLV-1"})).found(), "010; 020");
  EXPECT_EQ(batch_of().file("o", plan()).found(), "");
}

TEST(ids, that_stand_in_two_files_are_told) {
  const auto again = changed(visit_named("DLV-1"), [](delivery& m) {
    m.transaction_id = "LOT-9";
    m.issued_at = at("2026-03-20T08:00:00");
  });
  EXPECT_EQ(batch_of().file("o", plan()).file("a", visit_named("DLV-1")).file("b", again).found(),
            "002 DLV-1 delivery_id");
  const auto longer = changed(again, [](delivery& m) { m.retained_period.end = at("2026-03-02T10:01:00"); });
  EXPECT_EQ(batch_of().file("o", plan()).file("a", visit_named("DLV-1")).file("b", longer).found(),
            "001 DLV-1 delivery_id");
  EXPECT_EQ(batch_of().file("o", plan()).file("a", visit_named("DLV-1"), longer).found(), "") << "told by its file";
  const auto elsewhere = changed(again, [](delivery& m) { m.provider.ids[0].value = "SAAD-2"; });
  EXPECT_EQ(batch_of().file("a", visit_named("DLV-1")).file("b", elsewhere).found(), "010") << "another provider's";
  const auto stamps = changed(again, [](delivery& m) { m.correction_code = code{"HOR", "", ""}; });
  EXPECT_EQ(batch_of().file("o", plan()).file("a", visit_named("DLV-1")).file("b", stamps).found(), "");
  const auto changed_order = changed(plan(), [](order& m) { m.lines[0].requested_quantity->value = {40, 0}; });
  EXPECT_EQ(batch_of().file("a", plan()).file("b", changed_order).found(), "001 CMD-1 order_id");
}

TEST(visits, under_two_numbers_at_one_time_are_told) {
  const auto two = [](const delivery& second) {
    return batch_of().file("o", plan()).file("d", visit_named("DLV-1"), second).found();
  };
  EXPECT_EQ(two(visit_named("DLV-2", "2026-03-02T09:59:00", "2026-03-02T10:30:00")), "003 DLV-2 retained_period");
  EXPECT_EQ(two(visit_named("DLV-2", "2026-03-02T10:00:00", "2026-03-02T10:30:00")), "");
  const auto near_miss = [&](const std::function<void(delivery&)>& change) {
    return two(changed(visit_named("DLV-2", "2026-03-02T09:30:00", "2026-03-02T10:30:00"), change));
  };
  EXPECT_EQ(near_miss([](delivery& m) { m.provider.contacts[0].id->value = "AX-43"; }), "");
  EXPECT_EQ(near_miss([](delivery& m) { m.correction_code = code{"SUP", "", ""}; }), "");
  EXPECT_EQ(near_miss([](delivery& m) { m.correction_code = code{"HOR", "", ""}; }), "");
  EXPECT_EQ(near_miss([](delivery& m) { m.delivery_id = "DLV-1"; }), "") << "a replacement";
}

TEST(visits, echo_the_parties_of_their_order) {
  const auto with = [](const std::function<void(delivery&)>& change) {
    return batch_of().file("o", plan()).file("d", changed(visit_named("DLV-1"), change)).found();
  };
  EXPECT_EQ(with([](delivery& m) { m.beneficiary.ids[0].value = "B-2"; }), "012 DLV-1 beneficiary");
  EXPECT_EQ(with([](delivery& m) { m.provider.ids[0].value = "SAAD-2"; }), "012 DLV-1 provider");
  EXPECT_EQ(with([](delivery& m) { m.order_refs[0].issuer->ids[0].value = "CD77"; }), "012 DLV-1 order_refs[1].issuer");
  EXPECT_EQ(with([](delivery& m) { m.order_refs[0].issuer.reset(); }), "");
  EXPECT_EQ(with([](delivery& m) { m.beneficiary.ids[0] = {" B-1 ", "token", "token"}; }), "");
  EXPECT_EQ(with([](delivery& m) {
              m.beneficiary.ids.insert(m.beneficiary.ids.begin(), {"X-9", "", ""});
            }),
            "")
      << "one of several identifiers is enough";
}

TEST(visits, echo_line_and_service_of_their_order) {
  const auto with = [](const std::function<void(delivery&)>& change) {
    return batch_of().file("o", plan()).file("d", changed(visit_named("DLV-1"), change)).found();
  };
  EXPECT_EQ(with([](delivery& m) { m.lines[0].order_line_id = "PLAN-2"; }), "014 DLV-1 lines[1].order_line_id");
  EXPECT_EQ(with([](delivery& m) { m.lines[0].service.codes[0].value = "APA-HRDF"; }), "013 DLV-1 lines[1].service");
  EXPECT_EQ(with([](delivery& m) { m.lines[0].service.codes.erase(m.lines[0].service.codes.begin()); }), "")
      << "production names the aid type only";
  EXPECT_EQ(with([](delivery& m) {
              m.lines[0].service.codes = {{"PCH", "ESPPADOM_TYPE_AIDE", "EDESS"}};
            }),
            "013 DLV-1 lines[1].service");
  EXPECT_EQ(with([](delivery& m) { m.lines[0].order_line_id.reset(); }), "");
  EXPECT_EQ(with([](delivery& m) {
              m.lines[0].order_line_id.reset();
              m.lines[0].service.codes[0].value = "APA-HRDF";
            }),
            "013 DLV-1 lines[1].service");
}

TEST(visits, without_order_number_are_found_by_their_line) {
  const auto with = [](const std::function<void(delivery&)>& change) {
    return batch_of()
        .file("o", plan())
        .file("d", changed(visit_named("DLV-1"),
                           [&](delivery& m) {
                             m.order_refs.clear();
                             change(m);
                           }))
        .found();
  };
  EXPECT_EQ(with([](delivery&) {}), "");
  EXPECT_EQ(with([](delivery& m) { m.lines[0].order_line_id = "PLAN-2"; }), "014 DLV-1 lines[1].order_line_id");
  EXPECT_EQ(with([](delivery& m) { m.beneficiary.ids[0].value = "B-2"; }), "") << "no order of that beneficiary";
  EXPECT_EQ(with([](delivery& m) { m.lines[0].service.codes[0].value = "APA-HRDF"; }), "013 DLV-1 lines[1].service");
}

TEST(visits, of_an_order_that_is_not_there_are_told_once_an_order) {
  const auto unknown = [](const char* id) {
    return changed(visit_named(id, "2026-03-05T09:00:00", "2026-03-05T10:00:00"), [](delivery& m) {
      m.order_refs[0].order_id = "CMD-7";
      m.provider.contacts.clear();
    });
  };
  auto all = batch_of().file("o", plan()).file("d", unknown("DLV-1"), unknown("DLV-2")).findings_of();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].code(), "ESP-BAT-011");
  EXPECT_EQ(all[0].file, "d");
  EXPECT_EQ(all[0].path, "order_refs[1].order_id");
  EXPECT_EQ(all[0].arguments, (std::vector<std::string>{"CMD-7", "2"}));
}

TEST(visits, lie_within_the_validity_of_their_order) {
  const auto on = [](const char* start, const char* end) {
    return batch_of().file("o", plan()).file("d", visit_named("DLV-1", start, end)).found();
  };
  EXPECT_EQ(on("2026-02-28T23:00:00", "2026-03-01T00:30:00"), "015 DLV-1 retained_period");
  EXPECT_EQ(on("2026-03-01T00:00:00", "2026-03-01T00:30:00"), "");
  EXPECT_EQ(on("2028-02-29T23:30:00", "2028-02-29T23:59:00"), "") << "a midnight end includes its day";
  EXPECT_EQ(on("2028-03-01T00:00:00", "2028-03-01T00:30:00"), "015 DLV-1 retained_period");
}

TEST(orders, that_replace_others_are_told) {
  const auto second = [](const std::function<void(order&)>& change) {
    return changed(plan(), [&](order& m) {
      m.order_id = "CMD-2";
      m.transaction_id = "LOT-2";
      m.issued_at = at("2026-05-20T11:00:00");
      change(m);
    });
  };
  const auto with = [&](const std::function<void(order&)>& change) {
    return batch_of().file("o", plan(), second(change)).found();
  };
  EXPECT_EQ(with([](order& m) { m.previous_order = previous_order_ref{"CMD-1", {}}; }), "004 CMD-2 previous_order.id");
  EXPECT_EQ(with([](order& m) {
              m.previous_order = previous_order_ref{"CMD-1", {}};
              m.transaction_id = "LOT-0";
            }),
            "004 CMD-2 previous_order.id; 006 CMD-2 transaction_id");
  EXPECT_EQ(with([](order& m) { m.previous_order = previous_order_ref{"CMD-0", {}}; }), "");
  EXPECT_EQ(with([](order&) {}), "005 CMD-2 order_id");
  EXPECT_EQ(with([](order& m) { m.lines[0].order_line_id = "PLAN-2"; }), "");
  EXPECT_EQ(with([](order& m) { m.beneficiary.ids[0].value = "B-2"; }), "");
  EXPECT_EQ(with([](order& m) { m.provider.ids[0].value = "SAAD-2"; }), "");
  EXPECT_EQ(with([](order& m) { m.issued_at = plan().issued_at; }), "");
  EXPECT_EQ(with([](order& m) { m.validity_period.start = at("2028-03-01T00:00:00"); }), "") << "it follows";
}

TEST(orders, of_the_same_plan_replace_for_the_same_payer_only) {
  const auto part = [](const char* id, const char* line, const char* payer) {
    return changed(plan(), [&](order& m) {
      m.order_id = id;
      m.plan = order_plan{};
      m.plan->id = "P-1";
      m.lines[0].order_line_id = line;
      m.payer = somebody(payer);
      m.issued_at = at(*line == 'A' ? "2026-02-20T11:00:00" : "2026-02-21T11:00:00");
    });
  };
  EXPECT_EQ(batch_of().file("o", part("CMD-1", "A", "CD99"), part("CMD-2", "B", "CD99")).found(), "005 CMD-2 order_id");
  EXPECT_EQ(batch_of().file("o", part("CMD-1", "A", "CD99"), part("CMD-2", "B", "MUT")).found(), "");
}

TEST(orders, that_replace_each_other_are_an_error) {
  const auto a = changed(plan(), [](order& m) { m.previous_order = previous_order_ref{"CMD-2", {}}; });
  const auto b = changed(plan(), [](order& m) {
    m.order_id = "CMD-2";
    m.previous_order = previous_order_ref{"CMD-1", {}};
  });
  EXPECT_EQ(batch_of().file("o", a, b).found(), "007 CMD-2 previous_order.id");
}

TEST(invoices, echo_their_orders) {
  const auto with = [](const std::function<void(invoice&)>& change) {
    return batch_of()
        .file("o", plan())
        .file("d", visit_named("DLV-1"))
        .file("i", changed(bill_for("F-1", {"DLV-1"}), change))
        .found();
  };
  EXPECT_EQ(with([](invoice& m) { m.lines[0].order_ref->order_line_id = "PLAN-2"; }),
            "014 F-1 lines[1].order_ref.order_line_id");
  EXPECT_EQ(with([](invoice& m) { m.lines[0].order_ref->order_id = "CMD-7"; }), "011 F-1 lines[1].order_ref.order_id");
  EXPECT_EQ(with([](invoice& m) { m.ordering_party.ids[0].value = "CD77"; }), "012 F-1 ordering_party");
  EXPECT_EQ(with([](invoice& m) { m.beneficiary->ids[0].value = "B-2"; }), "012 F-1 beneficiary; 026 F-1 beneficiary");
  EXPECT_EQ(with([](invoice& m) { m.lines[0].service.codes[0].value = "APA-HRDF"; }),
            "013 F-1 lines[1].service; 025 F-1 lines[1].service");
  EXPECT_EQ(with([](invoice& m) {
              m.billing_period = {at("2026-02-01T00:00:00"), at("2026-02-28T00:00:00"), {}};
            }),
            "016 F-1 billing_period");
  EXPECT_EQ(with([](invoice& m) {
              m.billing_period = {at("2026-02-01T00:00:00"), at("2026-03-01T00:00:00"), {}};
            }),
            "");
}

TEST(invoices, bill_what_was_delivered) {
  const auto second = visit_named("DLV-2", "2026-03-03T09:00:00", "2026-03-03T10:00:00");
  const auto with = [&](
                        const invoice& one, const std::function<void(delivery&)>& change = [](delivery&) {}) {
    return batch_of().file("o", plan()).file("d", changed(visit_named("DLV-1"), change), second).file("i", one).found();
  };
  EXPECT_EQ(with(bill_for("F-1", {"DLV-1", "DLV-2"}, 5000)), "");
  EXPECT_EQ(with(bill_for("F-1", {"DLV-1", "DLV-3"}, 5000)), "021 F-1 lines[1].delivery_refs[2].delivery_id");
  EXPECT_EQ(with(bill_for("F-1", {"DLV-1"}),
                 [](delivery& m) {
                   m.correction_code = code{"SUP", "", ""};
                 }),
            "022 F-1 lines[1].delivery_refs[1].delivery_id");
  EXPECT_EQ(with(bill_for("F-1", {"DLV-1"}),
                 [](delivery& m) {
                   m.correction_code = code{"HOR", "", ""};
                 }),
            "022 F-1 lines[1].delivery_refs[1].delivery_id");
  const auto billed = [&](decimal hours) {
    return with(changed(bill_for("F-1", {"DLV-1"}), [&](invoice& m) { m.lines[0].billed_quantity.value = hours; }));
  };
  EXPECT_EQ(billed({1, 0}), "");
  EXPECT_EQ(billed({102, 2}), "023 F-1 lines[1].billed_quantity");
  EXPECT_EQ(billed({98, 2}), "024 F-1 lines[1].billed_quantity");
  EXPECT_EQ(billed({99'999'999'999'999, 14}), "");
}

TEST(invoices, bill_nothing_twice_to_one_payer) {
  const auto with = [](const auto&... bills) {
    return batch_of().file("o", plan()).file("d", visit_named("DLV-1")).file("i", bills...).found();
  };
  const auto first = bill_for("F-1", {"DLV-1"});
  const auto second = bill_for("F-2", {"DLV-1"});
  EXPECT_EQ(with(first, second), "030 F-2 lines[1]");
  const auto credit = changed(bill_for("A-1", {"DLV-1"}), [](invoice& m) {
    m.type_code.value = "381";
    m.corrected_invoice = corrected_invoice_ref{"F-1", std::nullopt, {}};
  });
  EXPECT_EQ(with(first, credit, second), "");
  const auto pro_forma = changed(first, [](invoice& m) {
    m.invoice_id = "P-1";
    m.type_code.value = "325";
  });
  EXPECT_EQ(with(pro_forma, second), "");
  const auto half = [](const char* id) {
    return changed(bill_for(id, {"DLV-1"}, 1250), [](invoice& m) { m.lines[0].billed_quantity.value = {5, 1}; });
  };
  EXPECT_EQ(with(half("F-1"), half("F-2")), "") << "a visit cut at the ceiling";
  const auto supplement = changed(second, [](invoice& m) {
    m.subtype_code = code{"COMPLEMENTAIRE", "", ""};
    m.corrected_invoice = corrected_invoice_ref{"F-1", std::nullopt, {}};
  });
  EXPECT_EQ(with(first, supplement), "") << "a change of tariff names the visits again";
}

TEST(invoices, of_several_funders_stay_within_the_price) {
  const auto of = [](const char* id, const char* payer, std::int64_t share) {
    return changed(bill_for(id, {"DLV-1"}, share), [&](invoice& m) {
      m.payer = somebody(payer);
      m.lines[0].amounts = {reason("OTHER_FUNDER", false, 2500 - share)};
    });
  };
  const auto with = [&](std::int64_t first, std::int64_t second) {
    return batch_of()
        .file("o", plan())
        .file("d", visit_named("DLV-1"))
        .file("i", of("F-1", "CD99", first), of("F-2", "MUT", second))
        .found();
  };
  EXPECT_EQ(with(1500, 1000), "");
  EXPECT_EQ(with(1500, 1004), "") << "a cent a line and a visit";
  EXPECT_EQ(with(1500, 1005), "031 F-2 lines[1]");
  EXPECT_EQ(with(2500, 2500), "031 F-2 lines[1]");
}

TEST(invoices, of_two_funders_that_share_a_cut_visit_are_fine) {
  // CD99 pays DLV-1 and half of DLV-2, MUT the other half.
  const auto second = visit_named("DLV-2", "2026-03-03T09:00:00", "2026-03-03T10:00:00");
  const auto first_bill = changed(bill_for("F-1", {"DLV-1", "DLV-2"}, 3750), [](invoice& m) {
    m.payer = somebody("CD99");
    m.lines[0].billed_quantity.value = {15, 1};
  });
  const auto other_bill = changed(bill_for("F-2", {"DLV-2"}, 1250), [](invoice& m) {
    m.payer = somebody("MUT");
    m.lines[0].billed_quantity.value = {5, 1};
  });
  EXPECT_EQ(
      batch_of().file("o", plan()).file("d", visit_named("DLV-1"), second).file("i", first_bill, other_bill).found(),
      "");
}

TEST(invoices, refer_to_invoices_and_lines_that_exist) {
  const auto first = bill_for("F-1", {"DLV-1"});
  const auto correcting = [](const char* invoice_id, const char* line) {
    return changed(bill_for("A-1", {"DLV-1"}), [&](invoice& m) {
      m.type_code.value = "381";
      m.corrected_invoice = corrected_invoice_ref{invoice_id, std::nullopt, {}};
      m.lines[0].corrected_line = corrected_line_ref{invoice_id, std::string(line), {}};
    });
  };
  const auto with = [&](const invoice& credit) {
    return batch_of().file("o", plan()).file("d", visit_named("DLV-1")).file("i", first, credit).found();
  };
  EXPECT_EQ(with(correcting("F-1", "1")), "");
  EXPECT_EQ(with(correcting("F-0", "1")), "032 A-1 corrected_invoice.invoice_id");
  EXPECT_EQ(with(correcting("F-1", "9")), "033 A-1 lines[1].corrected_line.line_id");
}

TEST(batch, tells_the_message_a_finding_is_about) {
  batch_checks checks;
  checks.begin_file("o");
  checks.add(plan());
  checks.begin_file("d");
  checks.add(visit_named("DLV-1"));
  checks.add(visit_named("DLV-2", "2026-03-02T09:30:00", "2026-03-02T10:30:00"));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  checks.finish([&](finding&&, std::uint32_t file, std::uint32_t index) { places.emplace_back(file, index); });
  EXPECT_EQ(places, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 2}}));
}

TEST(batch, keeps_no_more_than_its_limit) {
  batch_checks checks(2);
  for (int i = 0; i < 5; ++i) {
    delivery one = visit_named("DLV");
    one.delivery_id += std::to_string(i);
    checks.add(one);
  }
  EXPECT_EQ(checks.size(), 5U);
  findings found;
  checks.finish(found);
  EXPECT_EQ(found.items().back().code(), "ESP-BAT-040");
  EXPECT_EQ(found.items().back().arguments, std::vector<std::string>{"2"});
}

TEST(batch, of_many_messages_compares_them_all) {
  batch_checks checks;
  checks.begin_file("o");
  checks.add(plan());
  checks.begin_file("d");
  delivery one = visit_named("X");
  one.provider.contacts.clear();
  for (int i = 0; i < 3000; ++i) {
    one.delivery_id = "DLV-" + std::to_string(i);
    checks.add(one);
  }
  checks.begin_file("e");
  one.lines[0].order_line_id = "PLAN-9";
  for (int i = 0; i < 3000; ++i) {
    one.delivery_id = "DLV-" + std::to_string(i);
    checks.add(one);
  }
  findings found;
  checks.finish(found);
  std::size_t repeated = 0;
  for (const auto& each : found.items())
    repeated += each.code() == "ESP-BAT-001" ? 1U : 0U;
  EXPECT_EQ(repeated, 3000U);
}

// Line numbers are the provider's business: many orders may have a line "1".
TEST(batch, finds_the_order_of_a_line_by_its_beneficiary) {
  batch_checks checks;
  for (int i = 0; i < 2000; ++i) {
    order one = plan();
    one.order_id = "CMD-" + std::to_string(i);
    one.beneficiary.ids[0].value = "B-" + std::to_string(i);
    one.lines[0].order_line_id = "1";
    one.lines[0].service.codes[0].value = "S-" + std::to_string(i);
    checks.add(one);
  }
  delivery one = visit();
  one.provider.contacts.clear();
  one.lines[0].order_line_id = "1";
  for (int i = 0; i < 2000; ++i) {
    one.delivery_id = "DLV-" + std::to_string(i);
    one.beneficiary.ids[0].value = "B-" + std::to_string(i);
    one.lines[0].service.codes[0].value = "S-" + std::to_string(i == 77 ? 78 : i);
    checks.add(one);
  }
  findings found;
  checks.finish(found);
  ASSERT_EQ(found.items().size(), 1U);
  EXPECT_EQ(found.items()[0].document, "DLV-77");
  EXPECT_EQ(found.items()[0].arguments, (std::vector<std::string>{"S-78", "S-77", "1"}));
}

}  // namespace
