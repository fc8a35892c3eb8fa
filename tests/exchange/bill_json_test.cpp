// The ledger as JSON is lossless; reports show times as whole seconds without hiding a fraction.

#include "esppadom/exchange/bill_json.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/ledger_findings.hpp"
#include "esppadom/exchange/reports.hpp"
#include "esppadom/exchange/sha256.hpp"

namespace {

using namespace esppadom;

local_time at(const char* text) { return parse_local_time(text).value(); }
local_month month_of(const char* text) { return parse_local_month(text).value(); }

visit_record full_visit() {
  visit_record visit;
  visit.delivery_id = "D-1 \"quoted\" é";
  visit.digest = std::string(64, 'a');
  visit.issued_at = at("2026-11-05T10:15:00");
  visit.provider = "SAAD01";
  visit.caregiver = "60186";
  visit.order_id = "CMD-1";
  visit.order_line_id = "PLAN-1";
  visit.service = "APA-HR";
  visit.aid_type = "APA";
  visit.correction_code = "COA";
  visit.arrival = at("2026-10-25T02:30:00");
  visit.arrival->fold = 1;  // the second reading of the repeated hour
  visit.departure = at("2026-10-25T03:30:00");
  visit.arrival_methods = {"BDG", "NFC"};
  visit.retained = interval{at("2026-10-25T02:30:00"), at("2026-10-25T03:30:00")};
  visit.planned = interval{at("2026-10-25T02:15:00"), at("2026-10-25T03:15:00")};
  visit.announced = announcement{*visit.planned, at("2026-10-20T08:00:00"), std::string(64, 'b')};
  visit.billed_quantity = decimal{26527777777777777, 16};
  visit.unit_code = "HUR";
  visit.extra_minutes = added_minutes{7, "chute", "gestionnaire-1"};
  visit.cancelled = cancellation{"D-1", cancellation_condition::billed_unpaid, std::nullopt, std::nullopt, "absente"};
  visit.incompatible = true;
  visit.outage = true;
  return visit;
}

emitted_line full_line() {
  emitted_line line;
  line.document = "FACT-SAAD01-1026-00001";
  line.month = month_of("2026-10");
  line.provider = "SAAD01";
  line.order_id = "CMD-1";
  line.order_line = "PLAN-1";
  line.service = "APA-HR";
  line.payer = "CD99";
  line.price = unit_price::from_e6(24'580'001);
  line.surcharge = percentage::from_e4(200'000);
  line.kind = surcharge_kind::sunday;
  line.participation = percentage::from_e4(136'192);
  line.funders = {"CD99", "CARSAT99"};
  line.time = exact_duration::of_ratio(-19200, 31);
  line.base = money::from_cents(-423);
  line.gross = money::from_cents(-508);
  line.share = money::from_cents(-1);
  line.deliveries = {{"D-1", exact_duration::of_ratio(-19200, 31)}};
  line.rule_sets = {{"dep-99", 2, std::string(64, 'c')}};
  return line;
}

ledger full_ledger() {
  order given;
  given.order_id = "CMD-1";
  given.issued_at = at("2026-09-01T00:00:00");
  given.beneficiary.ids.push_back({"B1", "token", "token"});
  given.beneficiary.last_name = "Exemple";
  given.lines.emplace_back();

  beneficiary_ledger part;
  part.beneficiary = "B1";
  part.opening = {{opening_kind::used, "CD99/APA", month_of("2026-08"), exact_duration::of_ratio(5400, 7)}};
  part.orders = {given};
  part.visits = {full_visit()};
  part.raw_stamps = {visit_record{}};
  part.raw_stamps.front().issued_at = at("2026-10-01T00:00:00");
  part.lines = {full_line()};

  ledger all;
  all.rule_book = "dep-99";
  all.rule_sets = full_line().rule_sets;
  all.documents = {{"FACT-SAAD01-1026-00001", document_type::credit_note, month_of("2026-09"), month_of("2026-10"),
                    "SAAD01", "CD99", "APA", at("2026-11-10T00:00:00"), money::from_cents(1), money::from_cents(2),
                    invoice_state::validated}};
  all.adjustments = {{adjustment_reason::penalty, month_of("2026-09"), month_of("2026-10"), "SAAD01", "CD99", "APA",
                      money::from_cents(-3), "FACT-SAAD01-1026-00001"}};
  all.beneficiaries = {part};
  return all;
}

TEST(LedgerJson, ReadingWhatWasWrittenGivesTheSameLedger) {
  for (const ledger& written : {ledger{}, full_ledger()}) {
    const std::string text = write_json(written);
    EXPECT_TRUE(text.ends_with("}\n"));
    findings found;
    const auto read = read_ledger_json(text, found);
    ASSERT_TRUE(read.has_value()) << text << (found.empty() ? "" : message(found.items().front(), language::english));
    EXPECT_TRUE(*read == written);
    EXPECT_EQ(write_json(*read), text);
    EXPECT_TRUE(found.empty());
  }
}

TEST(LedgerJson, TheSecondReadingOfTheRepeatedHourIsKept) {
  findings found;
  const auto read = read_ledger_json(write_json(full_ledger()), found);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->beneficiaries.at(0).visits.at(0).arrival->fold, 1);
}

/// The codes of what reading a text finds; "" stands for a ledger that is taken.
std::set<std::string> codes_of_reading(const std::string& text) {
  findings found;
  std::set<std::string> codes;
  if (read_ledger_json(text, found, {json_strictness::strict, ledger_json_limits, "ledger.json"})) codes.insert("");
  for (const auto& one : found.items()) {
    codes.emplace(one.code());
    EXPECT_EQ(one.file, "ledger.json");
  }
  return codes;
}

TEST(LedgerSeal, IsTheDigestOfEverythingElse) {
  const std::string text = write_json(full_ledger());
  const auto at = text.find(R"(,"seal":")");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(text.substr(at), R"(,"seal":")" + sha256_hex(text.substr(0, at) + "}").value() + "\"}\n");
}

/// The values of a JSON text: where each begins and ends, quotation marks left out.
std::vector<std::pair<std::size_t, std::size_t>> literals_of(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (std::size_t i = 0; i < text.size();) {
    const bool quoted = text[i] == '"';
    const bool plain = std::string_view("-0123456789tfn").find(text[i]) != std::string_view::npos;
    if (!quoted && !plain) {
      ++i;
      continue;
    }
    auto end = i + 1;
    while (quoted ? text[end] != '"' : std::string_view(",]}").find(text[end]) == std::string_view::npos)
      end += text[end] == '\\' ? 2 : 1;
    const bool is_key = quoted && text[end + 1] == ':';
    if (!is_key) out.emplace_back(quoted ? i + 1 : i, end);
    i = quoted ? end + 1 : end;
  }
  return out;
}

TEST(LedgerSeal, AnyLiteralThatIsChangedIsRefused) {
  const std::string text = write_json(full_ledger());
  const auto literals = literals_of(text);
  EXPECT_GT(literals.size(), 100U);
  std::size_t altered = 0;
  for (const auto& [begin, end] : literals) {
    const std::string value = text.substr(begin, end - begin);
    std::set<std::string> tried{value};
    for (const auto digit : std::string_view("0123456789")) {
      auto other = value;
      if (const auto at = value.find_last_of("0123456789"); at != std::string::npos) other[at] = digit;
      tried.insert(other);
    }
    for (const std::string& other : {value + "x", std::string("7"), std::string("true"), std::string("false")})
      tried.insert(other);
    for (const auto& other : tried) {
      if (other == value) continue;
      auto changed = text;
      const auto codes = codes_of_reading(changed.replace(begin, end - begin, other));
      EXPECT_FALSE(codes.contains("")) << value << " became " << other;
      EXPECT_FALSE(codes.empty()) << value << " became " << other;
      if (codes == std::set<std::string>{"ESP-LED-009"}) ++altered;
    }
  }
  EXPECT_GT(altered, literals.size());
}

TEST(LedgerSeal, APartThatIsTakenOutIsRefused) {
  const auto whole = full_ledger();
  const auto text = write_json(whole);
  const auto seal = text.substr(text.find(R"(,"seal":")"));
  const auto with_the_old_seal = [&](void (*change)(ledger&)) {
    auto altered = whole;
    change(altered);
    const auto written = write_json(altered);
    return codes_of_reading(written.substr(0, written.find(R"(,"seal":")")) + seal);
  };
  const std::set<std::string> refused{"ESP-LED-009"};
  EXPECT_EQ(with_the_old_seal([](ledger& all) { all.documents.clear(); }), refused);
  EXPECT_EQ(with_the_old_seal([](ledger& all) { all.adjustments.clear(); }), refused);
  EXPECT_EQ(with_the_old_seal([](ledger& all) { all.beneficiaries[0].lines.clear(); }), refused);
  EXPECT_EQ(with_the_old_seal([](ledger& all) { all.beneficiaries[0].visits.pop_back(); }), refused);
  EXPECT_EQ(with_the_old_seal([](ledger& all) { all.taken_numbers.emplace_back("F-1"); }), refused);
  EXPECT_EQ(with_the_old_seal([](ledger&) {}), std::set<std::string>{""});
}

TEST(LedgerSeal, WhatIsRefusedIsSaidInBothLanguagesWithItsPlace) {
  auto text = write_json(ledger{});
  text.replace(text.find(R"("rule_book":"")"), 14, R"("rule_book":"x")");
  findings found;
  EXPECT_EQ(read_ledger_json(text, found).error(), error_code::invalid_value);
  ASSERT_EQ(found.items().size(), 1U);
  const auto& told = found.items().front();
  EXPECT_EQ(told.kind, &led_altered);
  EXPECT_EQ(told.path, "/seal");
  EXPECT_NE(message(told, language::english).find("not as it was written"), std::string::npos);
  EXPECT_NE(message(told, language::french).find("pas tel qu'il a été écrit"), std::string::npos);
}

TEST(LedgerSeal, DoesNotDependOnLayoutNorOnTheOrderOfKeys) {
  const auto text = write_json(full_ledger());
  const auto at = text.find(R"(,"seal":")");
  const auto seal = text.substr(at + 1, text.size() - at - 3);
  std::string spread;
  for (const char c : "{ " + seal + "," + text.substr(1, at - 1) + "}")
    spread += c == ',' ? ",\n\t" : std::string(1, c);
  findings found;
  const auto read = read_ledger_json(spread, found);
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(found.empty());
  EXPECT_TRUE(*read == full_ledger());
}

TEST(LedgerSeal, ALedgerWithoutOneIsTakenAndTold) {
  const auto text = write_json(full_ledger());
  const auto unsealed = text.substr(0, text.find(R"(,"seal":")")) + "}";
  EXPECT_EQ(codes_of_reading(unsealed), (std::set<std::string>{"", "ESP-LED-010"}));
  EXPECT_EQ(codes_of_reading(text), std::set<std::string>{""});
  EXPECT_EQ(led_no_seal.level, severity::warning);
}

TEST(LedgerJson, AnUnknownKeyIsAnErrorWithItsPlace) {
  findings found;
  const auto read = read_ledger_json("{\"format\": 1,\n \"surprise\": true}", found);
  EXPECT_EQ(read.error(), error_code::invalid_value);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.items().front().code(), "ESP-JSON-003");
  EXPECT_EQ(found.items().front().path, "/surprise");
  EXPECT_EQ(found.items().front().line, 2U);
}

TEST(LedgerJson, WhatIsNoJsonIsRefused) {
  findings found;
  EXPECT_EQ(read_ledger_json("{\"format\": 1", found).error(), error_code::invalid_syntax);
  EXPECT_TRUE(found.has_errors());
}

TEST(BillJson, TimesAreWholeSecondsWithTheirFractionBeside) {
  bill_request request;
  request.month = month_of("2026-10");
  request.with.issued_at = at("2026-11-10T00:00:00");
  bill_result result;
  billed_invoice invoice;
  invoice.id = "FACT-1";
  billed_line line;
  line.month = request.month;
  line.billed_seconds = exact_duration::of_ratio(19200, 31);  // 619.35…
  line.participation_pct = percentage::from_e4(136'192);
  line.surcharge_pct = percentage::from_percent(20);
  line.gross = money::from_cents(2123);
  invoice.lines = {line};
  invoice.month = request.month;
  result.invoices = {invoice};
  const std::string text = write_bill_json(request, result, {}, language::english);
  for (const char* expected :
       {"\"schema\": \"esppadom/bill/1\"", "\"billed_seconds\": 619,", "\"billed_seconds_exact\": \"19200/31\"",
        "\"participation_pct\": \"13.6192\"", "\"surcharge_pct\": \"20.00\"", "\"gross\": \"21.23\"",
        "\"rate_pct\": null", "\"findings\": []"}) {
    EXPECT_NE(text.find(expected), std::string::npos) << expected << " in\n" << text;
  }
  result.invoices.front().lines.front().billed_seconds = exact_duration(duration::of_minutes(30));
  const std::string whole = write_bill_json(request, result, {}, language::english);
  EXPECT_NE(whole.find("\"billed_seconds\": 1800,"), std::string::npos);
  EXPECT_EQ(whole.find("_exact"), std::string::npos);
}

TEST(RatesCsv, FieldsAreQuotedWhereTheyMustBe) {
  rate_table rates;
  group_rate row;
  row.group = "A, \"B\"";
  row.month = month_of("2026-10");
  row.tally.interventions = 12;
  row.tally.corrected = 1;
  row.tally.weight_e4 = 10'000;
  rates.rows = {row};
  EXPECT_EQ(write_csv(rates),
            "provider,month,interventions,corrected,rate_pct\r\n\"A, \"\"B\"\"\",2026-10,12,1,8.33\r\n");
}

TEST(Reports, FindingsAreSortedByPlaceAndUnknownIsNull) {
  findings found;
  found.add(bil_unknown_code, "D-2", {"XYZ"});
  finding placed;
  placed.kind = &bil_unknown_code;
  placed.file = "a.xml";
  placed.line = 3;
  placed.column = 7;
  placed.arguments = {"XYZ"};
  found.add(placed);
  const auto rows = rows_of(found, language::french);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].id, "D-2");
  EXPECT_FALSE(rows[0].file || rows[0].line || rows[0].column || rows[0].path);
  EXPECT_EQ(rows[1].file, "a.xml");
  EXPECT_EQ(rows[1].line, 3U);
  EXPECT_NE(rows[1].message.find("motif de correction"), std::string::npos);
  const auto text = write_findings_json("esppadom/test/1", found, language::english);
  EXPECT_NE(text.find("\"id\": null"), std::string::npos);
  EXPECT_NE(text.find("\"findings_dropped\": []"), std::string::npos);
}

TEST(Reports, WhatIsOnlyCountedIsSaid) {
  findings found(1);
  for (int i = 0; i < 3; ++i)
    found.add(bil_unknown_code, "D", {"X"});
  const auto rows = dropped_rows_of(found);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].code, "ESP-BIL-014");
  EXPECT_EQ(rows[0].count, 2U);
}

}  // namespace
