// Reconciliation: vectors of invoices nobody here made, and the law that what the library bills reconciles with itself.
#include "esppadom/bill/reconcile.hpp"

#include <gtest/gtest.h>
#include <set>

#include "vector_month.hpp"

namespace esppadom::tests {
namespace {

invoice invoice_from(const json& given) {
  invoice out;
  out.invoice_id = text(given, "id", "FACT-1");
  out.type_code.value = text(given, "type", "380");
  out.issued_at = at(text(given, "issued_at", "2026-06-05T09:00:00"));
  out.currency.value = text(given, "currency", "EUR");
  out.provider = named("SAAD-1");
  out.ordering_party = named("CD99");
  const auto of = month(text(given, "month", "2026-05"));
  out.billing_period = {local_time::at(of.first_day()), local_time::at(of.last_day()), {}};
  for (const json each : simdjson::dom::array(given["lines"])) {
    invoice_line line;
    line.line_id = std::to_string(out.lines.size() + 1);
    line.order_ref = invoice_line_order_ref{std::nullopt, text(each, "order_line", "PLAN-1"), {}};
    line.tariff = {parse_unit_price(text(each, "tariff", "24.58")).value(), "EUR"};
    line.billed_quantity = {parse_decimal(text(each, "hours", "")).value(), "HUR"};
    line.beneficiary = named(text(each, "beneficiary", "B-1"));
    line.funder_share = {euros(text(each, "share", "")), "EUR"};
    line.service.codes.push_back({text(each, "service", "APA-HR"), {}, {}});
    for (const json id : simdjson::dom::array(each["deliveries"]))
      line.delivery_refs.push_back({std::string(std::string_view(id)), std::nullopt, {}});
    if (const auto rate = text(each, "participation", ""); !rate.empty()) {
      allowance_charge part;
      part.percent = parse_percentage(rate).value();
      part.reason_code.value = "PARTICIPATION";
      line.amounts.push_back(part);
    }
    out.lines.push_back(line);
  }
  return out;
}

/// Compares the members that are given.
template <described T>
void expect_members(const json& expected, const T& value) {
  std::size_t known = 0;
  for_each_member<T>([&](const auto& entry) {
    json wanted;
    if (expected[key_of(entry)].get(wanted) != simdjson::SUCCESS) return;
    ++known;
    EXPECT_EQ(shown(value.*(entry.member)).value_or("null"), shown(wanted).value_or("null")) << key_of(entry);
  });
  EXPECT_EQ(known, simdjson::dom::object(expected).size());
}

reconcile_query query_from(const json& input) {
  reconcile_query query;
  json given;
  if (input["query"].get(given) != simdjson::SUCCESS) return query;
  query.from = month(text(given, "from", ""));
  query.to = month(text(given, "to", ""));
  return query;
}

struct reconciled {
  reconciliation report;
  expected_month expected;
};

reconciled run(const json& input) {
  stated_invoices invoices;
  for (const json each : simdjson::dom::array(input["invoices"]))
    invoices.add(invoice_from(each));
  bill_request request = request_for("2026-05");
  request.as_of = day("2026-07-31");
  for (const json each : simdjson::dom::array(input["orders"]))
    request.messages.add(order_from(each));
  for (const json each : simdjson::dom::array(input["deliveries"]))
    request.messages.add(delivery_from(each));
  reconciled out;
  out.expected = bool(input["with_rules"]) ? expected_of(bill(request)) : facts_of(request.messages, request.given);
  out.report = reconcile(out.expected, invoices, query_from(input));
  return out;
}

TEST(Reconciliation, vectors) {
  simdjson::dom::parser parser;
  const json file = parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/reconciliation.json");
  int count = 0;
  for (const json item : simdjson::dom::array(file["cases"])) {
    SCOPED_TRACE(std::string(std::string_view(item["name"])));
    const json expected = item["expected"];
    const auto [report, facts] = run(item["input"]);
    const auto rows = simdjson::dom::array(expected["rows"]);
    EXPECT_EQ(report.rows.size(), rows.size());
    std::size_t at = 0;
    for (const json row : rows) {
      SCOPED_TRACE(at);
      if (at < report.rows.size()) expect_members(row, report.rows[at]);
      ++at;
    }
    json part;
    if (expected["total"].get(part) == simdjson::SUCCESS) expect_members(part, report.total);
    if (expected["codes"].get(part) == simdjson::SUCCESS) {
      std::vector<std::string> codes;
      for (const auto& one : report.found.items())
        codes.emplace_back(one.code());
      std::sort(codes.begin(), codes.end());
      EXPECT_EQ(shown(codes), shown(part));
    }
    if (expected["left_out"].get(part) == simdjson::SUCCESS) {
      ASSERT_EQ(report.left_out.size(), simdjson::dom::array(part).size());
      for (const json one : simdjson::dom::array(part))
        expect_members(one, report.left_out.front());
    }
    ++count;
  }
  EXPECT_GT(count, 30);
}

/// What the library bills reconciles with itself, whatever the visits; sums are those of the documents to the cent.
TEST(Reconciliation, own_invoices_differ_in_nothing) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE(seed);
    dice with(seed);
    const auto input = random_visits(with, 12);
    auto request = request_for("2026-06");
    for (const auto& each : input.orders)
      request.messages.add(each);
    for (const auto& each : input.deliveries)
      request.messages.add(each);
    const auto billed = bill(request);
    stated_invoices invoices;
    money documents;
    for (const auto& each : billed.messages)
      invoices.add(each);
    for (const auto& each : billed.invoices)
      documents += each.type == document_type::credit_note ? -each.total : each.total;
    for (const auto by : {reconcile_group::provider, reconcile_group::payer, reconcile_group::service,
                          reconcile_group::month, reconcile_group::beneficiary}) {
      reconcile_query query;
      query.by = by;
      const auto report = reconcile(expected_of(billed), invoices, query);
      for (const auto& row : report.rows) {
        EXPECT_TRUE(row.check == reconcile_check::order_unperformed || row.check == reconcile_check::not_invoiced)
            << name_of(row.check) << " " << row.beneficiary << " " << shown(row.deliveries).value_or("");
      }
      EXPECT_EQ(report.total.stated_amount, documents);
      EXPECT_EQ(report.total.expected_amount, documents);
      EXPECT_EQ(report.total.difference, money{});
      money sums;
      exact_duration times;
      std::int64_t rows = 0;
      for (const auto& one : report.sums) {
        sums += one.stated_amount;
        times += one.stated_seconds;
        rows += one.differences;
      }
      EXPECT_EQ(sums, documents);
      EXPECT_EQ(times, report.total.stated_seconds);
      EXPECT_EQ(rows, static_cast<std::int64_t>(report.rows.size()));
    }
  }
}

/// One cent, one minute or one visit changed in one line is found, and nothing else.
TEST(Reconciliation, every_change_of_one_line_is_found) {
  dice with(77);
  const auto input = random_visits(with, 8);
  auto request = request_for("2026-06");
  for (const auto& each : input.orders)
    request.messages.add(each);
  for (const auto& each : input.deliveries)
    request.messages.add(each);
  const auto billed = bill(request);
  const auto expected = expected_of(billed);
  int changes = 0;
  for (std::size_t i = 0; i < billed.messages.size(); ++i) {
    for (std::size_t j = 0; j < billed.messages[i].lines.size() && changes < 120; ++j) {
      for (int what = 0; what < 3; ++what, ++changes) {
        auto messages = billed.messages;
        auto& line = messages[i].lines[j];
        if (what == 0) line.funder_share.value += money::from_cents(1);
        if (what == 1) line.billed_quantity = {decimal{1, 0}, "MIN"};
        if (what == 2) line.delivery_refs.push_back({"NOBODY-SENT-IT", std::nullopt, {}});
        stated_invoices invoices;
        for (const auto& each : messages)
          invoices.add(each);
        const auto report = reconcile(expected, invoices, {});
        const auto check = what == 2 ? reconcile_check::delivery : reconcile_check::amount;
        EXPECT_EQ(std::count_if(report.rows.begin(), report.rows.end(),
                                [&](const reconcile_row& row) {
                                  return row.check == check &&
                                         row.month == local_month::of(messages[i].billing_period.start->date());
                                }),
                  1)
            << what << " " << i << " " << j;
      }
    }
  }
  EXPECT_GT(changes, 40);
}

}  // namespace
}  // namespace esppadom::tests
