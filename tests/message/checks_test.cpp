// A message that does not make sense by itself is told so; one that does is left in peace.

#include "esppadom/message/checks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "message/sound_messages.hpp"

namespace {

using namespace esppadom;
using namespace sound;

using list = std::vector<std::string>;

TEST(kinds, are_unique_and_say_everything_twice) {
  list seen;
  for (const finding_kind* kind : message_findings::all) {
    EXPECT_EQ(std::count(seen.begin(), seen.end(), kind->code), 0) << kind->code;
    seen.emplace_back(kind->code);
    for (const auto text : {kind->en, kind->fr, kind->remedy_en, kind->remedy_fr})
      EXPECT_FALSE(text.empty()) << kind->code;
  }
}

TEST(delivery_check, finds_nothing_in_a_sound_visit) { EXPECT_EQ(codes_of(visit()), list{}); }

TEST(delivery_check, wants_what_nothing_works_without) {
  EXPECT_EQ(codes_after([](delivery& m) { m.delivery_id = " "; }), list{"ESP-MSG-001"});
  EXPECT_EQ(codes_after([](delivery& m) { m.beneficiary.ids.clear(); }), list{"ESP-MSG-001"});
  EXPECT_EQ(codes_after([](delivery& m) { m.provider.ids[0].value.clear(); }), list{"ESP-MSG-001"});
  EXPECT_EQ(codes_after([](delivery& m) { m.issued_at = local_time::invalid(); }), list{"ESP-MSG-001"});
  EXPECT_EQ(codes_after([](delivery& m) { m.lines.clear(); }), list{"ESP-MSG-001"});
  EXPECT_EQ(codes_after([](delivery& m) { m.retained_period.end.reset(); }), list{"ESP-MSG-023"});
}

TEST(delivery_check, wants_periods_that_run_forward) {
  EXPECT_EQ(codes_after([](delivery& m) { std::swap(m.retained_period.start, m.retained_period.end); }),
            list{"ESP-MSG-002"});
  EXPECT_EQ(codes_after([](delivery& m) {
              m.retained_period.end = m.retained_period.start;
              m.lines[0].billed_quantity.value = {0, 0};
            }),
            list{"ESP-MSG-003"});
  EXPECT_EQ(codes_after([](delivery& m) {
              m.planned_period = instant_period{m.retained_period.end, m.retained_period.start, {}};
            }),
            list{"ESP-MSG-002"});
  EXPECT_EQ(codes_after([](delivery& m) { std::swap(m.stamps->arrival, m.stamps->departure); }), list{"ESP-MSG-002"});
}

TEST(period_order, considers_both_readings_of_the_autumn_hour) {
  EXPECT_EQ(order_of(at("2026-10-25T02:30:00"), at("2026-10-25T02:15:00")), period_order::only_over_clock_change);
  EXPECT_EQ(order_of(at("2026-10-25T02:15:00"), at("2026-10-25T02:30:00")), period_order::forward);
  EXPECT_EQ(order_of(at("2026-10-25T03:15:00"), at("2026-10-25T02:30:00")), period_order::backward);
  EXPECT_EQ(order_of(at("2026-10-26T02:30:00"), at("2026-10-26T02:15:00")), period_order::backward);
  EXPECT_EQ(order_of(at("2026-03-29T02:30:00"), at("2026-03-29T02:15:00")), period_order::undecided);
  EXPECT_EQ(order_of(at("2026-03-29T01:30:00"), at("2026-03-29T03:15:00")), period_order::forward);
}

TEST(delivery_check, tells_of_times_the_clock_skips) {
  const auto skip = [](delivery& m) { m.retained_period.start = at("2026-03-29T02:30:00"); };
  const auto codes = codes_after([&](delivery& m) {
    skip(m);
    m.retained_period.end = at("2026-03-29T04:30:00");
    m.stamps.reset();
    m.correction_code = code{"CRE", "", ""};
  });
  EXPECT_EQ(codes, list{"ESP-MSG-006"});
  delivery message = visit();
  skip(message);
  findings found;
  check(message, found, {.skipped_times = false});
  EXPECT_TRUE(std::none_of(found.items().begin(), found.items().end(),
                           [](const finding& one) { return one.code() == "ESP-MSG-006"; }));
}

TEST(delivery_check, compares_the_correction_code_with_the_stamps) {
  const auto with = [](const char* correction, bool arrival, bool departure) {
    return codes_after([&](delivery& m) {
      m.correction_code = code{correction, "ESPPADOM_EFFECTIVITY_AJUST", "EDESS"};
      if (!arrival) m.stamps->arrival.reset();
      if (!departure) m.stamps->departure.reset();
      if (!arrival && !departure) m.stamps.reset();
    });
  };
  EXPECT_EQ(with("", true, true), list{});
  EXPECT_EQ(with("COD", true, false), list{});
  EXPECT_EQ(with("COA", false, true), list{});
  EXPECT_EQ(with("CO2", false, false), list{});
  EXPECT_EQ(with("CO2", true, true), list{}) << "production keeps cancelled stamps";
  EXPECT_EQ(with("CRE", false, false), list{});
  EXPECT_EQ(with("MDT", false, false), list{});
  EXPECT_EQ(with("", true, false), list{"ESP-MSG-021"});
  EXPECT_EQ(with("COA", true, false), (list{"ESP-MSG-022", "ESP-MSG-021"}));
  EXPECT_EQ(with("CRE", true, true), (list{"ESP-MSG-022", "ESP-MSG-022"}));
  EXPECT_EQ(with("XYZ", true, true), list{"ESP-MSG-020"});
}

TEST(delivery_check, leaves_planned_and_stamp_only_visits_alone) {
  EXPECT_EQ(codes_after([](delivery& m) {
              m.stamps.reset();
              m.issued_at = at("2026-03-01T08:00:00");
            }),
            list{});
  EXPECT_EQ(codes_after([](delivery& m) {
              m.correction_code = code{"HOR", "", ""};
              m.retained_period = {};
              m.lines[0].billed_quantity.value = {-5, 0};
            }),
            list{});
}

TEST(delivery_check, judges_quantities) {
  const auto with = [](decimal value, const char* unit, const char* correction = "") {
    return codes_after([&](delivery& m) {
      m.lines[0].billed_quantity = {value, unit};
      if (*correction != '\0') m.correction_code = code{correction, "", ""};
    });
  };
  EXPECT_EQ(with({60, 0}, "MIN"), list{});
  EXPECT_EQ(with({-1, 0}, "HUR"), list{"ESP-MSG-014"});
  EXPECT_EQ(with({745, 0}, "HUR", "MDT"), (list{"ESP-MSG-015", "ESP-MSG-024"}));
  EXPECT_EQ(with({25, 0}, "HUR", "MDT"), (list{"ESP-MSG-016", "ESP-MSG-024"}));
  EXPECT_EQ(with({5, 1}, "HUR"), list{"ESP-MSG-024"});
  EXPECT_EQ(with({15, 1}, "HUR"), list{"ESP-MSG-025"});
  EXPECT_EQ(with({15, 1}, "HUR", "MDT"), list{"ESP-MSG-024"});
  EXPECT_EQ(with({900, 0}, "C62"), list{}) << "not a time";
  EXPECT_EQ(with({9'999'999'999'999'999, 16}, "HUR"), list{}) << "one hour written as a double";
}

TEST(delivery_check, reads_the_autumn_night_both_ways) {
  const auto with = [](decimal hours) {
    return codes_after([&](delivery& m) {
      m.retained_period = {at("2026-10-25T01:30:00"), at("2026-10-25T02:30:00"), {}};
      m.stamps.reset();
      m.correction_code = code{"MDT", "", ""};
      m.lines[0].billed_quantity.value = hours;
    });
  };
  EXPECT_EQ(with({1, 0}), list{});
  EXPECT_EQ(with({2, 0}), list{});
  EXPECT_EQ(with({3, 0}), list{"ESP-MSG-024"});
}

TEST(codes, may_name_EDESS_only_with_its_own_lists) {
  const auto with = [](const char* list_id, const char* agency) {
    return codes_after([&](delivery& m) { m.lines[0].service.codes = {{"APA-HRJO", list_id, agency}}; });
  };
  EXPECT_EQ(with("CD99_PRESTATIONS", "CD99"), list{});
  EXPECT_EQ(with("CD99_PRESTATIONS", ""), list{});
  EXPECT_EQ(with("ESPPADOM_PREST", "EDESS"), list{"ESP-MSG-010"}) << "that list does not exist";
  EXPECT_EQ(with("CD99_PRESTATIONS", "EDESS"), list{"ESP-MSG-010"});
  EXPECT_EQ(with("ESPPADOM_PRESTATIONS", "CD99"), list{"ESP-MSG-010"});
  EXPECT_EQ(codes_after([](delivery& m) { m.lines[0].service.codes = {code{}}; }), list{"ESP-MSG-013"});
}

TEST(siret, has_fourteen_digits_and_a_check_digit) {
  EXPECT_TRUE(is_siret_key("73282932000074"));
  EXPECT_FALSE(is_siret_key("73282932000075"));
  EXPECT_TRUE(is_siret_key("35600000000048")) << "head office of La Poste satisfies Luhn";
  EXPECT_TRUE(is_siret_key("35600000049837")) << "an establishment of La Poste: digits sum to a multiple of 5";
  EXPECT_EQ(codes_after([](delivery& m) { m.provider.siret = "1234567890123"; }), list{"ESP-MSG-011"});
  EXPECT_EQ(codes_after([](delivery& m) { m.provider.siret = "1234567890123X"; }), list{"ESP-MSG-011"});
  EXPECT_EQ(codes_after([](delivery& m) { m.provider.siret = "12345678901234"; }), list{});
}

TEST(file_checks, say_once_a_file_what_concerns_all_messages) {
  file_checks together;
  findings found;
  delivery message = visit();
  message.provider.siret = "12345678901234";
  for (int i = 0; i < 5000; ++i) {
    message.delivery_id = "DLV-" + std::to_string(i % 4999);
    message.transaction_id = "LOT-" + std::to_string(i % 3);
    together.add(message, found);
  }
  together.finish(found);
  ASSERT_EQ(found.items().size(), 3U);
  EXPECT_EQ(found.items()[0].code(), "ESP-MSG-012");
  EXPECT_EQ(found.items()[1].code(), "ESP-MSG-031");
  EXPECT_EQ(found.items()[1].arguments.at(0), "DLV-0");
  EXPECT_EQ(found.items()[2].code(), "ESP-MSG-030");
  EXPECT_EQ(found.items()[2].arguments.at(0), "3");
}

TEST(file_checks, let_stamp_only_messages_repeat_a_number) {
  file_checks together;
  findings found;
  delivery message = visit();
  together.add(message, found);
  message.correction_code = code{"HOR", "", ""};
  together.add(message, found);
  together.finish(found);
  EXPECT_TRUE(found.empty());
}

TEST(order_check, judges_an_order) {
  EXPECT_EQ(codes_of(plan()), list{});
  const auto after = [](const std::function<void(order&)>& change) {
    order message = plan();
    change(message);
    return codes_of(message);
  };
  EXPECT_EQ(after([](order& m) { m.validity_period.end = at("2026-12-31T23:59:59"); }), list{"ESP-MSG-005"});
  EXPECT_EQ(after([](order& m) { m.validity_period.end = at("2026-01-01T00:00:00"); }), list{"ESP-MSG-002"});
  EXPECT_EQ(after([](order& m) { m.validity_period.start = local_time::invalid(); }), list{"ESP-MSG-001"});
  EXPECT_EQ(after([](order& m) { m.lines.push_back(m.lines[0]); }), list{"ESP-MSG-040"});
  EXPECT_EQ(after([](order& m) { m.lines[0].tariff.reset(); }), list{"ESP-MSG-041"});
  EXPECT_EQ(after([](order& m) { m.lines[0].tariff->value = unit_price::from_euros(-25); }), list{"ESP-MSG-014"});
  EXPECT_EQ(after([](order& m) { m.lines[0].requested_quantity->value = {-36, 0}; }), list{"ESP-MSG-014"});
  EXPECT_EQ(after([](order& m) {
              allowance_charge one;
              one.reason_code = {"PARTICIPATION", "LIBE_MOTIF_MONTANT", "LIBESPPADOM"};
              one.percent = percentage::from_percent(101);
              m.lines[0].amounts = {one};
            }),
            list{"ESP-MSG-017"});
}

TEST(invoice_check, adds_up_the_totals) {
  invoice one = bill();
  EXPECT_EQ(codes_of(one), list{});
  one.line_total.value = money::from_cents(16161);
  EXPECT_EQ(codes_of(one), (list{"ESP-MSG-042", "ESP-MSG-042"}));
  one = bill();
  one.prepaid_total = amount{money::from_cents(6160), "EUR"};
  EXPECT_EQ(codes_of(one), list{"ESP-MSG-042"});
  one.due_payable.value = money::from_cents(10000);
  EXPECT_EQ(codes_of(one), list{});
}

}  // namespace
