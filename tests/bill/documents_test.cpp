// Documents end to end: what is late, what waits, numbers, VAT, districts, rejections, advances, slips (2f).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "month.hpp"

namespace esppadom::tests {
namespace {

std::string invoicing(std::string_view rules, std::string_view more = "") {
  return R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1, "scope": {"level": "departement",
    "departement": "99"}, "invoicing": {)" +
         std::string(rules) + "}" + std::string(more) + "}]}";
}

delivery visit_on(std::string_view day, std::string_view id, std::string_view issued = "2026-06-01T08:00:00",
                  int hours = 1) {
  made visit;
  visit.id = std::string(id);
  visit.start = std::string(day) + "T09:00:00";
  visit.end = std::string(day) + "T" + (hours + 9 < 10 ? "0" : "") + std::to_string(hours + 9) + ":00:00";
  visit.issued = std::string(issued);
  return delivery_of(visit);
}

bill_request run_of(std::string_view month_text, std::string_view rules, const ledger& before = {}) {
  auto request = request_for(month_text, rules_from(rules));
  request.messages.add(order_of({}));
  request.before = before;
  return request;
}

bool has(const findings& found, std::string_view code) {
  return std::any_of(found.items().begin(), found.items().end(),
                     [&](const finding& one) { return one.code() == code; });
}

/// The table of 2f: main, supplementary, credit note, nothing.
TEST(Documents, the_table_of_increments_restores_every_amount) {
  ordered wide;
  wide.hours = "40";
  const auto run = [&](const char* month_text, const ledger& before) {
    auto request = request_for(month_text, rules_from(invoicing("")));
    request.messages.add(order_of(wide));
    request.before = before;
    return request;
  };
  auto may = run("2026-05", {});
  for (int i = 0; i < 10; ++i)
    may.messages.add(visit_on("2026-05-" + std::string(i < 5 ? "0" : "") + std::to_string(5 + i),
                              "DLV-" + std::to_string(i), "2026-06-01T08:00:00", 3));
  auto first = bill(may);
  EXPECT_EQ(total_of(first, document_type::main), euros("737.40"));
  auto june = run("2026-06", first.after);
  june.messages.add(visit_on("2026-05-28", "DLV-L", "2026-06-20T08:00:00", 2));
  const auto second = bill(june);
  EXPECT_EQ(total_of(second, document_type::complementary), euros("49.16"));
  auto again = run("2026-06", second.after);
  again.messages.add(visit_on("2026-05-05", "DLV-0", "2026-06-21T08:00:00", 2));
  const auto third = bill(again);
  EXPECT_EQ(total_of(third, document_type::credit_note), euros("24.58"));
  again.before = third.after;
  const auto fourth = bill(again);
  EXPECT_TRUE(fourth.invoices.empty());
  EXPECT_EQ((cumulated(fourth.after).at({"B-1", "CD99", month("2026-05").index})), 76'198);
  ASSERT_EQ(third.slips.size(), 1u);
  EXPECT_EQ(third.slips[0].net, euros("24.58"));  // June: 49.16 − 24.58
}

TEST(Documents, late_lines_go_on_the_next_main_invoice_when_supplementary_ones_are_off) {
  const auto rules = invoicing(R"("complementary": {"enabled": false}, "credit_note": "negative_line")");
  auto may = run_of("2026-05", rules);
  may.messages.add(visit_on("2026-05-05", "A"));
  may.messages.add(visit_on("2026-05-06", "B", "2026-06-01T08:00:00", 2));
  const auto first = bill(may);
  auto rerun = run_of("2026-05", rules, first.after);
  rerun.messages.add(visit_on("2026-05-07", "C"));
  const auto held = bill(rerun);
  EXPECT_TRUE(held.invoices.empty());
  ASSERT_EQ(held.held.size(), 1u);
  EXPECT_EQ(held.held[0].reason, held_reason::complementary_disabled);
  EXPECT_EQ(held.held[0].amount, euros("24.58"));
  EXPECT_TRUE(has(held.found, "ESP-BIL-104"));
  EXPECT_EQ(cumulated(held.after), cumulated(first.after));

  auto june = run_of("2026-06", rules, held.after);
  june.messages.add(visit_on("2026-06-02", "D", "2026-07-01T08:00:00", 3));
  june.messages.add(visit_on("2026-05-06", "B", "2026-06-20T08:00:00", 1));  // one hour less
  const auto next = bill(june);
  ASSERT_EQ(next.invoices.size(), 1u);
  EXPECT_EQ(next.invoices[0].type, document_type::main);
  EXPECT_EQ(next.invoices[0].total, euros("73.74"));  // 3 h of June; May: +1 h −1 h is one difference of 0
  june.before = next.after;
  EXPECT_TRUE(bill(june).invoices.empty());
}

TEST(Documents, a_credit_is_a_negative_line_of_the_next_invoice) {
  const auto rules = invoicing(R"("credit_note": "negative_line")");
  auto may = run_of("2026-05", rules);
  may.messages.add(visit_on("2026-05-05", "A", "2026-06-01T08:00:00", 3));
  const auto first = bill(may);
  auto june = run_of("2026-06", rules, first.after);
  june.messages.add(visit_on("2026-05-05", "A", "2026-06-20T08:00:00", 1));
  const auto alone = bill(june);
  EXPECT_TRUE(alone.invoices.empty());
  ASSERT_EQ(alone.held.size(), 1u);
  EXPECT_EQ(alone.held[0].reason, held_reason::credit_on_next);
  june.messages.add(visit_on("2026-06-02", "D", "2026-07-01T08:00:00", 4));
  const auto result = bill(june);
  ASSERT_EQ(result.invoices.size(), 1u);
  const auto& invoice = result.invoices[0];
  EXPECT_EQ(invoice.type, document_type::main);
  EXPECT_EQ(invoice.total, euros("49.16"));
  ASSERT_EQ(invoice.lines.size(), 2u);
  EXPECT_EQ(invoice.lines[0].month, month("2026-05"));
  EXPECT_EQ(invoice.lines[0].funder_share, euros("-49.16"));
  EXPECT_EQ(invoice.lines[0].billed_seconds, exact_duration(duration::of_hours(-2)));
  june.before = result.after;
  EXPECT_TRUE(bill(june).invoices.empty());
}

TEST(Documents, the_number_of_supplementary_invoices_is_limited) {
  const auto rules = invoicing(R"("complementary": {"max_per_month": 1})");
  auto may = run_of("2026-05", rules);
  may.messages.add(visit_on("2026-05-05", "A"));
  auto facts = bill(may).after;
  for (const auto* id : {"B", "C"}) {
    auto more = run_of("2026-05", rules, facts);
    more.messages.add(visit_on(std::string(id) == "B" ? "2026-05-06" : "2026-05-07", id));
    const auto result = bill(more);
    EXPECT_EQ(result.invoices.size(), std::string(id) == "B" ? 1u : 0u);
    facts = result.after;
  }
}

TEST(Documents, a_cut_off_leaves_later_messages_to_the_next_run) {
  const auto rules = invoicing(R"("cutoff_day": 5)");
  auto may = run_of("2026-05", rules);
  may.messages.add(visit_on("2026-05-05", "A", "2026-06-05T23:59:59"));
  may.messages.add(visit_on("2026-05-06", "B", "2026-06-06T00:00:00"));
  const auto first = bill(may);
  EXPECT_EQ(total_of(first, document_type::main), euros("24.58"));
  ASSERT_EQ(first.unbilled.size(), 1u);
  EXPECT_EQ(first.unbilled[0].reason, unbilled_reason::after_cutoff);
  EXPECT_EQ(first.unbilled[0].amount_at_stake, euros("24.58"));
  const auto next = bill(run_of("2026-06", rules, first.after));
  EXPECT_EQ(total_of(next, document_type::complementary), euros("24.58"));
}

TEST(Documents, a_time_bar_stops_what_was_never_billed) {
  const auto rules = invoicing(R"("time_bar_months": 6)");
  for (const auto* as_of : {"2026-11-30", "2026-12-01"}) {
    auto request = run_of("2026-05", rules);
    request.messages.add(visit_on("2026-05-05", "A"));
    request.as_of = day(as_of);
    const auto result = bill(request);
    if (std::string_view(as_of) == "2026-11-30") {
      EXPECT_EQ(result.invoices.size(), 1u);
    } else {
      EXPECT_TRUE(result.invoices.empty());
      EXPECT_EQ(result.unbilled.at(0).reason, unbilled_reason::time_barred);
    }
  }
}

TEST(Documents, a_correction_after_its_deadline_is_not_taken) {
  const auto rules = invoicing(R"("correction_deadline_days": 10)");
  for (const auto* issued : {"2026-05-15T23:00:00", "2026-05-16T00:00:00"}) {
    const bool in_time = std::string_view(issued) < "2026-05-16";
    auto request = run_of("2026-05", rules);
    request.messages.add(visit_on("2026-05-05", "A", "2026-05-06T08:00:00", 1));
    auto corrected = visit_on("2026-05-05", "A", issued, 2);
    corrected.correction_code = code{"COD", {}, {}};
    request.messages.add(corrected);
    auto created = visit_on("2026-05-05", "N", issued, 1);
    created.correction_code = code{"CRE", {}, {}};
    created.retained_period.start = at("2026-05-05T15:00:00");
    created.retained_period.end = at("2026-05-05T16:00:00");
    request.messages.add(created);
    const auto result = bill(request);
    EXPECT_EQ(total_of(result, document_type::main), euros(in_time ? "73.74" : "24.58"));
    EXPECT_EQ(has(result.found, "ESP-BIL-105"), !in_time);
    EXPECT_EQ(result.unbilled.size(), in_time ? 0u : 1u);
  }
}

TEST(Documents, a_pro_forma_is_validated_before_the_invoice_is_issued) {
  const auto rules = invoicing(R"("pro_forma": true)");
  auto request = run_of("2026-05", rules);
  request.messages.add(visit_on("2026-05-05", "A"));
  request.with.stage = issue_stage::pro_forma;
  const auto shown = bill(request);
  ASSERT_EQ(shown.invoices.size(), 1u);
  EXPECT_EQ(shown.invoices[0].type, document_type::pro_forma);
  EXPECT_EQ(shown.after, request.before);
  request.with.stage = issue_stage::final;
  const auto waits = bill(request);
  EXPECT_TRUE(waits.invoices.empty());
  ASSERT_EQ(waits.held.size(), 1u);
  EXPECT_EQ(waits.held[0].reason, held_reason::not_validated);
  request.with.validated = {"SAAD-1"};
  request.before = waits.after;
  const auto final_run = bill(request);
  ASSERT_EQ(final_run.invoices.size(), 1u);
  EXPECT_EQ(final_run.invoices[0].total, shown.invoices[0].total);
}

TEST(Documents, prices_with_vat_give_net_lines_and_vat_at_the_foot) {
  for (const auto* included : {"true", "false"}) {
    const auto rules =
        invoicing(R"("vat_pct": "5.5", "round_at": "visit", "prices_include_tax": )" + std::string(included));
    auto request = request_for("2026-05", rules_from(rules));
    for (int i = 0; i < 3; ++i) {
      ordered plan;
      plan.id = "CMD-" + std::to_string(i);
      plan.beneficiary = "B-" + std::to_string(i);
      plan.line = "PLAN-" + std::to_string(i);
      plan.tariff = "10.03";
      plan.participation = i == 0 ? "10" : "";
      request.messages.add(order_of(plan));
      made visit;
      visit.id = "DLV-" + std::to_string(i);
      visit.beneficiary = plan.beneficiary;
      visit.line = plan.line;
      request.messages.add(delivery_of(visit));
    }
    const auto result = bill(request);
    ASSERT_EQ(result.invoices.size(), 1u);
    const auto& invoice = result.invoices[0];
    ASSERT_EQ(invoice.taxes.size(), 1u);
    const auto& message = result.messages[0];
    EXPECT_EQ(message.grand_total.value, invoice.grand_total);
    EXPECT_EQ(message.tax_basis_total.value + message.tax_total->value, message.grand_total.value);
    if (std::string_view(included) == "true") {
      EXPECT_EQ(invoice.total, euros("29.09"));  // 9.03 + 10.03 + 10.03
      EXPECT_EQ(invoice.lines[1].net_share, euros("9.51"));
      EXPECT_EQ(invoice.taxes[0].basis, euros("27.58"));  // 8.56 + 9.51 + 9.51
      EXPECT_EQ(invoice.taxes[0].amount, euros("1.52"));
      EXPECT_EQ(invoice.grand_total, euros("29.10"));
      EXPECT_TRUE(has(result.found, "ESP-BIL-103"));
    } else {
      EXPECT_EQ(invoice.grand_total, euros("30.69"));  // 29.09 + 1.60
      ASSERT_EQ(result.beneficiary_invoices.size(), 1u);
      EXPECT_EQ(result.beneficiary_invoices[0].total, euros("1.06"));  // 1.00 + 5.5 % VAT
    }
  }
}

TEST(Documents, districts_come_from_the_postcode) {
  const auto rules = invoicing(R"("granularity": "provider_service_district")");
  auto request = request_for("2026-05", rules_from(rules));
  for (int i = 0; i < 3; ++i) {
    ordered plan;
    plan.id = "CMD-" + std::to_string(i);
    plan.beneficiary = "B-" + std::to_string(i);
    plan.line = "PLAN-" + std::to_string(i);
    auto message = order_of(plan);
    if (i < 2) {
      message.beneficiary.address.emplace();
      message.beneficiary.address->postcode = i == 0 ? "75011" : "75012";
    }
    request.messages.add(message);
    made visit;
    visit.id = "DLV-" + std::to_string(i);
    visit.beneficiary = plan.beneficiary;
    visit.line = plan.line;
    request.messages.add(delivery_of(visit));
  }
  const auto result = bill(request);
  ASSERT_EQ(result.invoices.size(), 3u);
  EXPECT_EQ(result.invoices[1].kind, "APA/75011");
  EXPECT_TRUE(has(result.found, "ESP-BIL-107"));
}

TEST(Documents, numbers_follow_the_policy_and_never_repeat) {
  const auto rules =
      invoicing(R"("numbering": {"invoice": "F", "credit_note": "A", "company": "X", "digits": 3, "period": "year"})");
  auto may = run_of("2026-05", rules);
  may.messages.add(visit_on("2026-05-05", "A"));
  issued_document elsewhere;
  elsewhere.id = "F-X-2026-002";
  elsewhere.month = elsewhere.billed_in = month("2026-01");
  elsewhere.provider = "SAAD-1";
  elsewhere.funder = "CD99";
  may.before.documents.push_back(elsewhere);
  const auto first = bill(may);
  EXPECT_EQ(first.invoices[0].id, "F-X-2026-003");  // one of the year came before, and its number is taken
  auto june = run_of("2026-06", rules, first.after);
  june.messages.add(visit_on("2026-06-05", "B", "2026-07-01T08:00:00"));
  EXPECT_EQ(bill(june).invoices[0].id, "F-X-2026-004");
}

/// I13: a rejected line is credited, then invoiced again once it is sent again; hours of the plan come back exactly.
TEST(Documents, a_rejected_line_is_credited_and_resubmitted) {
  const auto rules = invoicing("", R"(, "smoothing": {"carry": {"enabled": true, "horizon_periods": 5}})");
  auto may = run_of("2026-05", rules);
  may.messages.add(visit_on("2026-05-05", "A", "2026-06-01T08:00:00", 3));
  const auto first = bill(may);
  auto refused = run_of("2026-05", rules, first.after);
  refused.given.rejections.push_back({first.invoices[0].id, "1", "code prestation"});
  const auto second = bill(refused);
  ASSERT_EQ(second.invoices.size(), 1u);
  EXPECT_EQ(second.invoices[0].type, document_type::credit_note);
  EXPECT_EQ(second.invoices[0].total, euros("73.74"));
  EXPECT_EQ(second.unbilled.at(0).reason, unbilled_reason::rejected_by_payer);
  EXPECT_TRUE(cumulated(second.after).empty());

  refused.before = second.after;
  EXPECT_TRUE(bill(refused).invoices.empty());

  auto again = run_of("2026-05", rules, second.after);
  again.given = refused.given;  // told again: no effect any more
  again.messages.add(visit_on("2026-05-05", "A", "2026-06-15T08:00:00", 3));
  const auto third = bill(again);
  ASSERT_EQ(third.invoices.size(), 1u);
  EXPECT_EQ(third.invoices[0].type, document_type::complementary);
  EXPECT_EQ(cumulated(third.after), cumulated(first.after));
  EXPECT_EQ(third.smoothing, first.smoothing);

  auto at_once = run_of("2026-05", rules, first.after);  // sent again in the very run that is told of the refusal
  at_once.given = refused.given;
  at_once.messages.add(visit_on("2026-05-05", "A", "2026-06-15T08:00:00", 3));
  const auto credited = bill(at_once);
  ASSERT_EQ(credited.invoices.size(), 1u);
  EXPECT_EQ(credited.invoices[0].type, document_type::credit_note);
  EXPECT_EQ(credited.unbilled.at(0).reason, unbilled_reason::rejected_by_payer);
  const auto repaired = bill(run_of("2026-06", rules, credited.after));
  ASSERT_EQ(repaired.invoices.size(), 1u);
  EXPECT_EQ(repaired.invoices[0].type, document_type::complementary);
  EXPECT_EQ(cumulated(repaired.after), cumulated(first.after));
  EXPECT_TRUE(bill(run_of("2026-06", rules, repaired.after)).invoices.empty());

  auto unknown = run_of("2026-05", rules, third.after);
  unknown.given.rejections.push_back({"NONE", std::nullopt, "?"});
  EXPECT_TRUE(has(bill(unknown).found, "ESP-BIL-106"));
}

TEST(Documents, advances_are_recovered_from_the_next_invoice_or_in_parts) {
  for (const auto* how : {R"("recover": "next")", R"("recover": "spread", "spread_months": 3)"}) {
    const bool spread = std::string_view(how).find("spread") != std::string_view::npos;
    const auto rules = invoicing(R"("advance": {)" + std::string(how) + "}");
    auto april = run_of("2026-04", rules);
    april.given.advances.push_back({"SAAD-1", "CD99", month("2026-05"), euros("100.00")});
    auto facts = bill(april).after;
    ASSERT_EQ(facts.adjustments.size(), 1u);
    const char* due[] = {"0.00", "0.00", "47.48"};      // 73.74 − 73.74, 73.74 − 26.26 … below
    const char* parts[] = {"40.40", "40.40", "40.42"};  // 73.74 − 33.34, − 33.34, − 33.32
    const char* months[] = {"2026-05", "2026-06", "2026-07"};
    for (int i = 0; i < 3; ++i) {
      auto run = run_of(months[i], rules, facts);
      run.given = april.given;
      run.messages.add(visit_on(std::string(months[i]) + "-05", "V" + std::to_string(i), "2026-08-01T08:00:00", 3));
      const auto result = bill(run);
      ASSERT_EQ(result.invoices.size(), 1u);
      const auto expected = spread ? parts[i] : i == 0 ? due[0] : i == 1 ? due[2] : "73.74";
      EXPECT_EQ(result.invoices[0].due, euros(expected)) << how << months[i];
      EXPECT_EQ(result.messages[0].due_payable.value, euros(expected));
      facts = result.after;
    }
  }
}

TEST(Documents, a_share_of_the_forecast_or_of_the_average_is_granted_once) {
  auto forecast = run_of("2026-05", invoicing(R"("advance": {"enabled": true, "pct": 50})"));
  forecast.messages.add(visit_on("2026-05-05", "A"));
  const auto first = bill(forecast);
  ASSERT_EQ(first.advances.size(), 1u);
  EXPECT_EQ(first.advances[0].base_amount, euros("737.40"));  // 30 h × 24.58
  EXPECT_EQ(first.advances[0].amount, euros("368.70"));
  forecast.before = first.after;
  EXPECT_TRUE(bill(forecast).advances.empty());

  auto facts = first.after;
  facts.rule_sets.clear();  // another rule set under the same number would be refused
  auto average = run_of("2026-06", invoicing(R"("advance": {"enabled": true, "pct": 50, "base": "avg_months",
                                               "base_months": 2})"),
                        facts);
  const auto second = bill(average);
  ASSERT_EQ(second.advances.size(), 1u);
  EXPECT_EQ(second.advances[0].base_amount, euros("12.29"));  // 24.58 over two months
}

/// The months of billing that are averaged end with the billed one: what the run itself issues counts.
TEST(Documents, an_average_counts_what_the_same_run_invoices_and_credits) {
  const auto rules = invoicing(R"("advance": {"enabled": true, "pct": 50, "base": "avg_months", "base_months": 2})");
  auto may = run_of("2026-05", rules);
  may.messages.add(visit_on("2026-05-05", "A", "2026-06-01T08:00:00", 3));
  may.messages.add(visit_on("2026-05-06", "B"));
  const auto first = bill(may);
  ASSERT_EQ(first.advances.size(), 1u);
  EXPECT_EQ(first.advances[0].base_amount, euros("49.16"));  // (0 + 98.32) / 2
  EXPECT_EQ(first.advances[0].amount, euros("24.58"));

  auto june = run_of("2026-06", rules, first.after);
  june.messages.add(visit_on("2026-06-05", "C", "2026-07-01T08:00:00", 2));
  june.messages.add(visit_on("2026-05-05", "A", "2026-06-20T08:00:00", 2));  // an hour less
  for (const auto stage : {issue_stage::pro_forma, issue_stage::final}) {
    june.with.stage = stage;
    const auto second = bill(june);
    ASSERT_EQ(second.advances.size(), 1u);
    // May 98.32; June 49.16 less the advance of 24.58, less the credit note of 24.58
    EXPECT_EQ(second.advances[0].base_amount, euros("49.16"));
  }
}

TEST(Documents, a_forecast_leaves_out_what_the_beneficiary_pays_however_it_is_said) {
  const auto base_of = [](const order& ordered) {
    auto request = request_for("2026-05", rules_from(invoicing(R"("advance": {"enabled": true, "pct": 50})")));
    request.messages.add(ordered);
    request.messages.add(visit_on("2026-05-05", "A"));
    const auto result = bill(request);
    return result.advances.size() == 1 ? result.advances[0].base_amount : money::invalid();
  };
  allowance_charge part;
  part.reason_code.value = "PARTICIPATION";
  part.percent = percentage::from_percent(20);
  auto by_line = order_of({});
  by_line.lines[0].amounts.push_back(part);
  EXPECT_EQ(base_of(by_line), euros("589.92"));  // 737.40 × 0.8
  auto by_order = order_of({});
  by_order.order_amounts.push_back(part);
  EXPECT_EQ(base_of(by_order), euros("589.92"));
  part.percent.reset();
  part.amount = amount{euros("2.50"), "EUR"};
  part.basis_quantity = measure{{1, 0}, "HUR"};
  auto by_hour = order_of({});
  by_hour.lines[0].amounts.push_back(part);
  EXPECT_EQ(base_of(by_hour), euros("662.40"));  // 30 h × (24.58 − 2.50)
}

TEST(Documents, a_tariff_changed_for_the_past_may_leave_what_is_billed) {
  for (const auto* retro : {"recompute", "none"}) {
    const auto rules = invoicing(R"("retro_tariff": ")" + std::string(retro) + "\"");
    auto may = run_of("2026-05", rules);
    may.messages.add(visit_on("2026-05-05", "A", "2026-06-01T08:00:00", 5));
    const auto first = bill(may);
    auto june = request_for("2026-06", rules_from(rules));
    june.before = first.after;
    ordered dearer;
    dearer.id = "CMD-9";
    dearer.issued = "2026-06-10T09:00:00";
    dearer.tariff = "25.58";
    june.messages.add(order_of(dearer));
    const bool keeps = std::string_view(retro) == "none";
    const auto second = bill(june);
    EXPECT_EQ(total_of(second, document_type::complementary), euros(keeps ? "0.00" : "5.00"));
    auto late = june;
    late.before = second.after;
    late.messages.add(visit_on("2026-05-06", "L", "2026-06-15T08:00:00", 2));
    late.messages.add(visit_on("2026-05-05", "A", "2026-06-15T08:00:00", 4));  // one hour less
    const auto third = bill(late);
    const auto sums = cumulated(third.after);
    // 4 h at 24.58 + 2 h at 25.58, or 6 h at 25.58
    EXPECT_EQ((sums.at({"B-1", "CD99", month("2026-05").index})), keeps ? 14'948 : 15'348);
    late.before = third.after;
    EXPECT_TRUE(bill(late).invoices.empty());
  }
}

TEST(Documents, what_a_predecessor_left_is_used_and_its_numbers_are_passed_over) {
  const auto rules = invoicing("", R"(, "smoothing": {"carry": {"enabled": true, "horizon_periods": 5,
    "may_exceed_ceiling": true}})");
  auto request = request_for("2026-05", rules_from(rules));
  ordered plan;
  plan.hours = "4";
  request.messages.add(order_of(plan));
  request.messages.add(visit_on("2026-05-05", "A", "2026-06-01T08:00:00", 5));
  beneficiary_ledger part;
  part.beneficiary = "B-1";
  part.opening = {{opening_kind::lot, "CD99/APA", month("2026-04"), exact_duration(duration::of_hours(3))},
                  {opening_kind::used, "CD99/APA", month("2026-05"), exact_duration(duration::of_hours(1))}};
  request.before.beneficiaries.push_back(part);
  const auto result = bill(request);
  ASSERT_FALSE(result.smoothing.empty());
  const auto& row = result.smoothing.back();
  EXPECT_EQ(row.used, exact_duration(duration::of_hours(6)));
  EXPECT_EQ(row.own, exact_duration(duration::of_hours(4)));
  EXPECT_EQ(row.carried, exact_duration(duration::of_hours(2)));
  ASSERT_EQ(row.lots.size(), 1u);
  EXPECT_EQ(row.lots[0].left, exact_duration(duration::of_hours(1)));
  EXPECT_EQ(result.after.beneficiaries[0].opening, part.opening);
}

}  // namespace
}  // namespace esppadom::tests
