// Statements of contracts: vectors, the envelope against exact fractions, and sums that are those of the invoices.
#include "esppadom/bill/cpom.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>

#include "esppadom/exchange/cpom_report.hpp"
#include "vector_month.hpp"

namespace esppadom::tests {
namespace {

using rational = boost::multiprecision::cpp_rational;

void expect_cells(const plain_table& table, const json& expected, std::string_view key) {
  SCOPED_TRACE(std::string(key));
  json rows;
  if (expected[key].get(rows) != simdjson::SUCCESS) return;
  EXPECT_EQ(table.rows.size(), simdjson::dom::array(rows).size());
  std::size_t at = 0;
  for (const json row : simdjson::dom::array(rows)) {
    SCOPED_TRACE(at);
    for (const auto [name, wanted] : simdjson::dom::object(row)) {
      const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                       [name = name](const table_column& one) { return one.key == name; });
      ASSERT_NE(column, table.columns.end()) << name;
      if (at < table.rows.size()) {
        EXPECT_EQ(table.rows[at][static_cast<std::size_t>(column - table.columns.begin())], std::string_view(wanted))
            << name;
      }
    }
    ++at;
  }
}

void expect_use(const json& given, const json& expected) {
  const auto use =
      use_of_envelope(euros(text(given, "amount", "")), parse_percentage(text(given, "flexibility_pct", "")).value(),
                      euros(text(given, "used", "")), rounding_mode::half_up);
  EXPECT_EQ(to_string(use.lower), text(expected, "lower", ""));
  EXPECT_EQ(to_string(use.upper), text(expected, "upper", ""));
  EXPECT_EQ(name_of(use.position), text(expected, "position", ""));
  EXPECT_EQ(to_string(use.outside), text(expected, "outside", ""));
}

rule_book book_of(const json& input) {
  json given;
  std::string members = R"("source": {"text": "fictional"})";
  if (input["rules"].get(given) == simdjson::SUCCESS) {
    const auto object = simdjson::to_string(given);
    members = object.substr(1, object.size() - 2);
  }
  return rules_from(R"({"rule_set": {"id": "v", "version": 1, "scope": {"level": "departement"}, "cpom": )" +
                    simdjson::to_string(json(input["cpom"])) + ", " + members + "}}");
}

ledger ledger_of(const json& input, const rule_book& book, local_month first, local_month last) {
  ledger facts;
  for (auto month = first; month <= last; ++month) {
    auto request = request_for(to_string(month), book);
    request.as_of = day("2027-12-31");
    request.before = facts;
    if (month == first) {
      for (const json each : simdjson::dom::array(input["orders"]))
        request.messages.add(order_from(each));
      for (const json each : simdjson::dom::array(input["deliveries"]))
        request.messages.add(delivery_from(each));
    }
    facts = bill(request).after;
  }
  return facts;
}

TEST(Cpom, vectors) {
  simdjson::dom::parser parser;
  const json file = parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/cpom.json");
  int count = 0;
  for (const json item : simdjson::dom::array(file["cases"])) {
    SCOPED_TRACE(std::string(std::string_view(item["name"])));
    ++count;
    const json input = item["input"], expected = item["expected"];
    json envelope;
    if (input["envelope"].get(envelope) == simdjson::SUCCESS) {
      expect_use(envelope, expected);
      continue;
    }
    const auto book = book_of(input);
    statistic_query query;
    query.to = month(text(input, "to", ""));
    query.from = month(text(input, "from", text(input, "to", "")));
    query.provider = text(input, "provider", "");
    query.funder = text(input, "funder", "");
    const auto statement = cpom_statement_of(ledger_of(input, book, query.from, query.to), book, query);
    expect_cells(table_of(std::span(statement.contracts)), expected, "contracts");
    expect_cells(table_of(std::span(statement.months)), expected, "months");
    expect_cells(table_of(std::span(statement.rows)), expected, "rows");
    std::vector<std::string> codes, wanted;
    for (const auto& one : statement.found.items())
      codes.emplace_back(one.code());
    for (const json one : simdjson::dom::array(expected["codes"]))
      wanted.emplace_back(std::string_view(one));
    std::sort(codes.begin(), codes.end());
    EXPECT_EQ(codes, wanted);
  }
  EXPECT_GE(count, 30);
}

/// The position is that of exact fractions, whatever the amounts; the amount outside is theirs, rounded.
TEST(Cpom, the_envelope_is_compared_exactly) {
  std::mt19937_64 random(20261122);
  for (int i = 0; i < 20'000; ++i) {
    const auto amount = static_cast<std::int64_t>(random() % 1'000'000);
    const auto e4 = static_cast<std::int64_t>(random() % 1'000'001);
    const rational low = rational(amount) * (1'000'000 - e4) / 1'000'000;
    const rational high = rational(amount) * (1'000'000 + e4) / 1'000'000;
    const auto near = static_cast<std::int64_t>(random() % 2 == 0 ? low : high);
    const auto used = near + static_cast<std::int64_t>(random() % 5) - 2;
    if (used < 0) continue;
    const auto use = use_of_envelope(money::from_cents(amount), percentage::from_e4(e4), money::from_cents(used),
                                     rounding_mode::half_up);
    const auto expected = used < low    ? envelope_position::below
                          : used > high ? envelope_position::above
                                        : envelope_position::within;
    ASSERT_EQ(use.position, expected) << amount << " " << e4 << " " << used;
    const rational beyond = used < low ? used - low : used > high ? used - high : rational(0);
    const rational off = rational(use.outside.cents) - beyond;
    ASSERT_LE(abs(off), rational(1, 2));
  }
}

/// Over random months: billed amounts and hours of all contracts are those of the invoices, credit notes taken off.
TEST(Cpom, sums_are_those_of_the_invoices) {
  const auto book = rules_from(
      R"({"rule_set": {"id": "v", "version": 1, "scope": {"level": "departement"},
          "cpom": {"objectives": [{"name": "all", "services": [], "unit_amount": "2.37"}]}}})");
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE(seed);
    dice with(seed);
    const auto input = random_visits(with, 14);
    auto request = request_for("2026-06", book);
    for (const auto& each : input.orders)
      request.messages.add(each);
    for (const auto& each : input.deliveries)
      request.messages.add(each);
    const auto billed = bill(request);
    statistic_query query;
    query.from = month("2026-01");
    query.to = month("2026-12");
    const auto statement = cpom_statement_of(billed.after, book, query);
    money invoiced, contracts, rows, months;
    for (const auto& each : billed.invoices)
      invoiced += each.type == document_type::credit_note ? -each.total : each.total;
    exact_duration hours, once;
    for (const auto& each : billed.after.beneficiaries) {
      for (const auto& line : each.lines)
        once += counts_once(line) ? line.time : exact_duration{};
    }
    for (const auto& each : statement.contracts) {
      contracts += each.billed_amount;
      hours += each.billed_seconds;
    }
    for (const auto& each : statement.rows)
      rows += each.objective_amount.value_or(money{});
    for (const auto& each : statement.months)
      months += each.objectives_amount;
    EXPECT_EQ(contracts, invoiced);
    EXPECT_EQ(hours, once);
    EXPECT_EQ(rows, months);
  }
}

/// An envelope that changes between the months asked for is not compared; an advance in two versions counts once.
TEST(Cpom, versions_of_a_contract) {
  const auto book = rules_from(
      R"({"id": "b", "rule_sets": [
        {"id": "v", "version": 1, "valid_from": "2026-01-01", "valid_to": "2026-05-31",
         "scope": {"level": "provider", "provider": "SAAD-9"},
         "cpom": {"advances": [{"month": "2026-05", "amount": "10.00"}], "envelope": {"amount": 100}}},
        {"id": "v", "version": 2, "valid_from": "2026-06-01", "valid_to": null,
         "scope": {"level": "provider", "provider": "SAAD-9"},
         "cpom": {"advances": [{"month": "2026-05", "amount": "10.00"}], "envelope": {"amount": 101}}}]})");
  statistic_query query;
  query.from = month("2026-05");
  query.to = month("2026-06");
  const auto statement = cpom_statement_of(ledger{}, book, query);
  ASSERT_EQ(statement.contracts.size(), 1U);
  EXPECT_EQ(statement.contracts[0].advances, euros("10.00"));
  EXPECT_EQ(statement.contracts[0].balance, euros("-10.00"));
  EXPECT_FALSE(statement.contracts[0].envelope);
  ASSERT_EQ(statement.found.items().size(), 1U);
  EXPECT_EQ(statement.found.items()[0].code(), "ESP-CPO-004");
  query.to = query.from;
  EXPECT_EQ(cpom_statement_of(ledger{}, book, query).contracts[0].envelope, euros("100.00"));
}

/// An advance without a month, which `rules check` refuses, is told by the statement too.
TEST(Cpom, an_advance_without_month_is_left_out) {
  cpom_terms terms{"SAAD-1", month("2026-05"), {}, rounding_mode::half_up};
  terms.rules.advances.push_back({std::nullopt, euros("10.00")});
  const auto statement = cpom_statement_of({}, std::span(&terms, 1), terms.month, terms.month);
  EXPECT_EQ(statement.contracts[0].advances, money{});
  ASSERT_EQ(statement.found.items().size(), 1U);
  EXPECT_EQ(statement.found.items()[0].code(), "ESP-CPO-002");
}

}  // namespace
}  // namespace esppadom::tests
