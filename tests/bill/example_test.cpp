// The worked example of the messages reference, section 11: one order, six visits, one invoice, to the cent.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "esppadom/exchange/xml.hpp"
#include "month.hpp"

namespace esppadom::tests {
namespace {

constexpr std::string_view rules_of_the_example = R"({"id": "cd99", "rule_sets": [{"id": "cd99-2026", "version": 1,
  "valid_from": "2026-01-01", "valid_to": null, "scope": {"level": "departement", "departement": "99"},
  "stamps": {"precision": "trunc_minute", "probative_methods": ["BDG"],
    "missing": {"start": "use_planned", "end": "use_planned", "both": "use_planned"}},
  "duration": {"source": "stamped", "snap_to_planned": {"under_min": 5, "over_min": 5}, "cap": {"kind": "planned"}},
  "funding": {"surcharges": {"bearer": "funder"}}}]})";

struct planned {
  const char* id;
  const char* start;
  const char* end;
};
constexpr planned schedule[] = {{"DLV-0001", "2026-03-02T09:00:00", "2026-03-02T10:00:00"},
                                {"DLV-0002", "2026-03-04T09:00:00", "2026-03-04T10:30:00"},
                                {"DLV-0003", "2026-03-06T09:00:00", "2026-03-06T10:30:00"},
                                {"DLV-0004", "2026-03-08T10:00:00", "2026-03-08T11:00:00"},
                                {"DLV-0005", "2026-03-10T18:00:00", "2026-03-10T19:00:00"},
                                {"DLV-0006", "2026-03-12T09:00:00", "2026-03-12T10:30:00"}};

std::filesystem::path example(const char* name) {
  return std::filesystem::path(ESPPADOM_SOURCE_DIR) / "tests/data/example" / name;
}

bill_request request_of_the_example(findings& found) {
  auto request = request_for("2026-03", rules_from(rules_of_the_example));
  request.with = {at("2026-04-02T09:00:00"), "FAC-20260402-01", issue_stage::final};
  for (auto& message : read_orders(example("order.xml"), found))
    request.messages.add(std::move(message));
  for (const auto& message : read_deliveries(example("delivery.xml"), found))
    request.messages.add(message);
  for (const auto& visit : schedule) {
    planned_visit item;
    item.delivery_id = visit.id;
    item.provider = "512";
    item.beneficiary = "B-7788";
    item.start = at(visit.start);
    item.end = at(visit.end);
    request.given.planned_visits.push_back(item);
  }
  return request;
}

TEST(WorkedExample, gives_the_invoice_of_the_reference) {
  findings found;
  const auto result = bill(request_of_the_example(found));
  EXPECT_FALSE(found.has_errors());
  EXPECT_FALSE(result.found.has_errors());
  EXPECT_TRUE(result.unbilled.empty());
  ASSERT_EQ(result.invoices.size(), 1u);
  const auto& invoice = result.invoices[0];
  EXPECT_EQ(invoice.total, euros("161.60"));
  ASSERT_EQ(invoice.lines.size(), 2u);

  const auto& weekdays = invoice.lines[0];
  EXPECT_EQ(weekdays.order_line, "PLAN-7788-1");
  EXPECT_EQ(weekdays.billed_seconds, exact_duration(duration::of_minutes(377)));
  EXPECT_EQ(weekdays.gross, euros("157.08"));
  EXPECT_EQ(weekdays.participation, euros("21.39"));
  EXPECT_EQ(weekdays.funder_share, euros("135.69"));
  EXPECT_EQ(weekdays.deliveries,
            (std::vector<std::string>{"DLV-0001", "DLV-0002", "DLV-0003", "DLV-0005", "DLV-0006"}));

  const auto& sunday = invoice.lines[1];
  EXPECT_EQ(sunday.order_line, "PLAN-7788-2");
  EXPECT_EQ(sunday.billed_seconds, exact_duration(duration::of_minutes(60)));
  EXPECT_EQ(sunday.surcharges, euros("5.00"));
  EXPECT_EQ(sunday.gross, euros("30.00"));
  EXPECT_EQ(sunday.participation, euros("4.09"));
  EXPECT_EQ(sunday.funder_share, euros("25.91"));

  ASSERT_EQ(result.beneficiary_invoices.size(), 1u);
  EXPECT_EQ(result.beneficiary_invoices[0].total, euros("25.48"));
}

TEST(WorkedExample, gives_the_correction_rates_of_the_reference) {
  findings found;
  const auto result = bill(request_of_the_example(found));
  ASSERT_EQ(result.rates.size(), 1u);
  const auto& tally = result.rates[0].tally;
  EXPECT_EQ(to_percent(correction_rate(tally, correction_unit::by_intervention)), "33.33");
  EXPECT_EQ(to_percent(correction_rate(tally, correction_unit::by_stamp)), "25.00");
}

/// What billing derives must be what a provider would have written by hand; the number of the invoice is its own.
TEST(WorkedExample, builds_the_message_of_the_reference) {
  findings found;
  const auto result = bill(request_of_the_example(found));
  const auto reference = read_invoices(example("invoice.xml"), found);
  ASSERT_EQ(reference.size(), 1u);
  ASSERT_EQ(result.messages.size(), 1u);
  auto built = result.messages[0];
  built.invoice_id = reference[0].invoice_id;
  ASSERT_EQ(built.lines.size(), reference[0].lines.size());
  EXPECT_EQ(built.due_payable, reference[0].due_payable);
  EXPECT_EQ(built.taxes, reference[0].taxes);
  EXPECT_EQ(built.billing_period, reference[0].billing_period);
  EXPECT_EQ(built.payer, reference[0].payer);
  EXPECT_EQ(built.beneficiary, reference[0].beneficiary);
  EXPECT_EQ(built.order_ref, reference[0].order_ref);
  for (std::size_t i = 0; i < built.lines.size(); ++i) {
    const auto &line = built.lines[i], &expected = reference[0].lines[i];
    EXPECT_EQ(line.order_ref, expected.order_ref);
    EXPECT_EQ(line.tariff, expected.tariff);
    EXPECT_EQ(line.billed_quantity, expected.billed_quantity);
    EXPECT_EQ(line.care_mode, expected.care_mode);
    EXPECT_EQ(line.service, expected.service);
    EXPECT_EQ(line.funder_share, expected.funder_share);
    EXPECT_EQ(line.participation_total, expected.participation_total);
    EXPECT_EQ(line.delivery_refs.size(), expected.delivery_refs.size());
    ASSERT_EQ(line.amounts.size(), expected.amounts.size());
    for (std::size_t j = 0; j < line.amounts.size(); ++j) {
      EXPECT_EQ(line.amounts[j].is_charge, expected.amounts[j].is_charge);
      EXPECT_EQ(line.amounts[j].percent, expected.amounts[j].percent);
      EXPECT_EQ(line.amounts[j].amount, expected.amounts[j].amount);
      EXPECT_EQ(line.amounts[j].reason_code, expected.amounts[j].reason_code);
      EXPECT_EQ(line.amounts[j].basis_amount, expected.amounts[j].basis_amount);
    }
  }
}

}  // namespace
}  // namespace esppadom::tests
