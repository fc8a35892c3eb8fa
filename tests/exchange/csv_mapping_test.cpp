#include <gtest/gtest.h>

#if defined(__linux__)
#include <sys/resource.h>
#endif

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/circumstances_csv.hpp"
#include "esppadom/exchange/csv_findings.hpp"
#include "esppadom/exchange/csv_mapping.hpp"
#include "esppadom/exchange/json.hpp"
#include "esppadom/message/quantity.hpp"
#include "exchange/csv_fuzz.hpp"
#include "varied.hpp"

namespace {

using namespace esppadom;
using namespace esppadom_tests;

std::string codes(const findings& found) {
  std::string out;
  for (const auto& one : found.items())
    out += (out.empty() ? "" : " ") + std::string(one.code()) + "@" + std::to_string(one.line);
  return out;
}

csv_mapping loaded(std::string_view json, const std::vector<std::pair<std::string, std::string>>& parameters = {}) {
  findings found;
  const auto mapping = load_csv_mapping(json, found, {"m.json", parameters});
  EXPECT_TRUE(mapping) << (found.items().empty() ? "" : message(found.items().front(), language::english));
  return mapping.value_or(csv_mapping());
}

byte_sink into(std::string& text) {
  return {[&text](std::string_view part) {
    text += part;
    return error_code::success;
  }};
}

template <class Message>
std::string exported(const csv_mapping& mapping, const std::vector<Message>& messages, findings& found) {
  std::string out;
  csv_exporter exporter(mapping, {into(out)}, found);
  for (const auto& one : messages)
    EXPECT_EQ(exporter.add(one), error_code::success);
  EXPECT_EQ(exporter.finish(), error_code::success);
  return out;
}

template <class Message>
std::vector<Message> imported(const csv_mapping& mapping, std::string_view text, findings& found) {
  std::vector<Message> out;
  csv_importer importer(mapping, {bytes_of(text)}, found);
  Message one;
  while (importer.next(one))
    out.push_back(one);
  return out;
}

delivery visit(const std::string& id, const std::string& start, const std::string& end) {
  delivery out;
  out.delivery_id = id;
  out.beneficiary.ids = {{"U1", {}, {}}};
  out.provider.ids = {{"512", {}, {}}};
  out.retained_period.start = parse_local_time(start).value();
  out.retained_period.end = parse_local_time(end).value();
  out.lines.resize(1);
  return out;
}

constexpr std::string_view duration_mapping = R"({"mapping": "m", "about": "a", "message": "delivery", "files": [
  {"name": "x.csv", "decimal_mark": ",", "columns": [
    {"name": "s", "path": "retained_period.seconds", "unit": "seconds"},
    {"name": "m", "path": "retained_period.seconds", "unit": "minutes"},
    {"name": "h", "path": "retained_period.seconds", "unit": "hours"},
    {"name": "c", "path": "retained_period.seconds", "unit": "hundredths", "rounding": "half_up"},
    {"name": "t", "path": "retained_period.seconds", "unit": "h:mm"}]}]})";

TEST(csv_mapping, a_duration_is_written_in_every_unit) {
  findings found;
  EXPECT_EQ(
      exported<delivery>(loaded(duration_mapping), {visit("1", "2026-03-02T09:00:00", "2026-03-02T10:10:00")}, found),
      "s;m;h;c;t\r\n4200;70;1,1666666667;1,17;1:10\r\n");
  EXPECT_TRUE(found.empty());
}

TEST(csv_mapping, nothing_is_rounded_without_a_named_rounding) {
  findings found;
  EXPECT_EQ(
      exported<delivery>(loaded(duration_mapping), {visit("1", "2026-03-02T09:00:00", "2026-03-02T09:00:20")}, found),
      "s;m;h;c;t\r\n20;;0,0055555556;0,01;\r\n");
  EXPECT_EQ(codes(found), "ESP-CSV-018@0 ESP-CSV-018@0");
}

TEST(csv_mapping, hours_are_shared_between_day_night_sunday_and_holiday) {
  const auto mapping = loaded(shipped_csv_mapping("payroll-hours"), {{"night_from", "21:00"}, {"night_to", "06:00"}});
  findings found;
  // Saturday 24 October 2026, 20:00, to Sunday 06:00: the night of the autumn change has an hour more. Friday 1 May is
  // a holiday, whatever the hour.
  const auto text = exported<delivery>(mapping,
                                       {visit("1", "2026-10-24T20:00:00", "2026-10-25T06:00:00"),
                                        visit("2", "2026-05-01T20:00:00", "2026-05-01T22:00:00"),
                                        visit("3", "2026-03-28T22:00:00", "2026-03-29T04:00:00")},
                                       found);
  EXPECT_TRUE(found.empty());
  EXPECT_NE(text.find("10/2026;;1;1,00;3,00;7,00;0,00;11,00\r\n"), std::string::npos) << text;
  EXPECT_NE(text.find("05/2026;;1;0,00;0,00;0,00;2,00;2,00\r\n"), std::string::npos) << text;
  EXPECT_NE(text.find("03/2026;;1;0,00;2,00;3,00;0,00;5,00\r\n"), std::string::npos) << text;
}

TEST(csv_mapping, rows_of_one_key_make_one_message) {
  const auto mapping = loaded(shipped_csv_mapping("visits"));
  delivery two = visit("V1", "2026-03-02T09:00:00", "2026-03-02T10:00:00");
  two.lines.resize(2);
  two.lines[0].line_id = "1";
  two.lines[1].line_id = "2";
  two.lines[0].billed_quantity = two.lines[1].billed_quantity = {{5, 1}, "HUR"};
  findings found;
  std::string text =
      exported<delivery>(mapping, {two, visit("V2", "2026-03-02T09:00:00", "2026-03-02T10:00:00")}, found);
  const auto back = imported<delivery>(mapping, text, found);
  EXPECT_TRUE(found.empty()) << codes(found);
  ASSERT_EQ(back.size(), 2U);
  ASSERT_EQ(back[0].lines.size(), 2U);
  EXPECT_EQ(back[0].lines[1].line_id, "2");
  EXPECT_EQ(back[1].delivery_id, "V2");

  const std::string header = text.substr(0, text.find("\r\n") + 2);
  const std::string rows = text.substr(header.size());
  findings again;
  static_cast<void>(imported<delivery>(mapping, header + rows + rows, again));
  EXPECT_EQ(codes(again), "ESP-CSV-014@5 ESP-CSV-014@7");
}

TEST(csv_mapping, rows_of_one_message_that_differ_are_told) {
  const auto mapping = loaded(R"({"mapping": "m", "about": "a", "message": "delivery", "files": [
    {"name": "x.csv", "rows": "line", "key": ["id"], "columns": [
      {"name": "id", "path": "delivery_id"}, {"name": "b", "path": "beneficiary.id"},
      {"name": "l", "path": "lines[].line_id"}]}]})");
  findings found;
  const auto back = imported<delivery>(mapping, "id;b;l\nV1;U1;1\nV1;U2;2\nV2;U1;1\n", found);
  EXPECT_EQ(codes(found), "ESP-CSV-023@3");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0].delivery_id, "V2");
}

TEST(csv_mapping, stamps_come_back_from_their_rows) {
  const auto mapping = loaded(R"({"mapping": "m", "about": "a", "message": "delivery", "files": [
    {"name": "x.csv", "rows": "stamp", "key": ["id"], "columns": [
      {"name": "id", "path": "delivery_id"}, {"name": "side", "path": "stamp.side"},
      {"name": "at", "path": "stamp.certified_at", "format": "dd/MM/yyyy HH:mm:ss"}]}]})");
  findings found;
  const auto back = imported<delivery>(mapping,
                                       "id;side;at\nV1;departure;02/03/2026 10:02:47\nV1;arrival;02/03/2026 09:01:12\n"
                                       "V2;middle;02/03/2026 09:01:12\n",
                                       found);
  EXPECT_EQ(codes(found), "ESP-CSV-024@4");
  ASSERT_EQ(back.size(), 1U);
  ASSERT_TRUE(back[0].stamps && back[0].stamps->arrival && back[0].stamps->departure);
  EXPECT_EQ(to_string(back[0].stamps->arrival->certified_at), "2026-03-02T09:01:12");
  findings none;
  EXPECT_EQ(exported<delivery>(mapping, back, none),
            "id;side;at\r\nV1;arrival;02/03/2026 09:01:12\r\nV1;departure;02/03/2026 10:02:47\r\n");
}

TEST(csv_mapping, flat_visits_come_back_as_they_were) {
  const auto mapping = loaded(shipped_csv_mapping("visits"));
  random_bits random(3);
  const auto text = [&] { return some_text(random); };
  for (int round = 0; round < 60; ++round) {
    delivery one = visit("V" + std::to_string(round), "2026-03-02T09:00:00", "2026-03-02T10:00:00");
    one.message_version = "1.4";
    one.transaction_id = text();
    one.issued_at = local_time{pick(random, 1'300'000'000, 2'000'000'000), 0};
    one.beneficiary.name = text();
    one.beneficiary.birth_date = local_date{static_cast<std::int32_t>(pick(random, -10'000, 20'000))};
    one.provider.contacts.push_back({identifier{text(), {}, {}}, text(), code{"INT", {}, {}}, {}});
    if (pick(random, 0, 1) == 1) one.correction_code = code{"COD", {}, {}};
    one.lines.resize(static_cast<std::size_t>(pick(random, 1, 3)));
    for (auto& line : one.lines) {
      line.line_id = text();
      line.billed_quantity = measure_of(duration::of_minutes(pick(random, 0, 600))).value();
      line.service.codes = {{text(), {}, {}}, {"APA", "ESPPADOM_TYPE_AIDE", "EDESS"}};
      line.service.label = text();
    }
    findings found;
    const auto csv = exported<delivery>(mapping, {one}, found);
    const auto back = imported<delivery>(mapping, csv, found);
    ASSERT_TRUE(found.empty()) << codes(found) << csv;
    ASSERT_EQ(back.size(), 1U);
    EXPECT_TRUE(back[0] == one) << write_json(one) << "\n" << write_json(back[0]);
  }
}

TEST(csv_mapping, circumstances_come_back_as_they_were_in_both_forms) {
  random_bits random(11);
  for (int round = 0; round < 60; ++round) {
    circumstances given;
    vary(given, random);
    const std::string wanted = write_json(given);
    circumstances from_files;
    findings found;
    for (const auto& file : write_circumstances_csv(given))
      EXPECT_EQ(read_circumstances_csv(file.bytes, "folder/" + file.name, from_files, found), error_code::success);
    EXPECT_EQ(write_json(from_files), wanted);
    csv_dialect commas;
    commas.separator = csv_separator::comma;
    commas.byte_order_mark = true;
    circumstances from_table;
    EXPECT_EQ(read_circumstances_csv(write_circumstances_table(given, commas), "all.csv", from_table, found),
              error_code::success);
    EXPECT_EQ(write_json(from_table), wanted);
    EXPECT_TRUE(found.empty()) << codes(found);
  }
}

TEST(csv_mapping, circumstances_that_cannot_be_told_apart_are_refused) {
  circumstances given;
  findings found;
  EXPECT_EQ(read_circumstances_csv("a;b\n1;2\n", "things.csv", given, found), error_code::unknown_name);
  EXPECT_EQ(codes(found), "ESP-CSV-022@1");
  findings kinds;
  static_cast<void>(
      read_circumstances_csv("kind;delivery_id;reason\nholidays;D1;x\ncorrections;D2;y\n", "all.csv", given, kinds));
  EXPECT_EQ(codes(kinds), "ESP-CSV-011@2");
  EXPECT_EQ(given.corrections.size(), 1U);
}

TEST(csv_mapping, every_shipped_mapping_is_loaded_strictly) {
  EXPECT_GE(shipped_csv_mappings().size(), 12U);
  for (const auto name : shipped_csv_mappings()) {
    const auto mapping =
        loaded(shipped_csv_mapping(name),
               name == "payroll-hours"
                   ? std::vector<std::pair<std::string, std::string>>{{"night_from", "21:00"}, {"night_to", "06:00"}}
                   : std::vector<std::pair<std::string, std::string>>{});
    EXPECT_EQ(mapping.name(), name);
  }
}

TEST(csv_mapping, damaged_mappings_are_judged) {
  random_bits random(5);
  const std::string whole(shipped_csv_mapping("visits-and-users"));
  for (int round = 0; round < 150; ++round) {
    std::string text = whole;
    for (int i = 0; i < 3; ++i)
      text[static_cast<std::size_t>(pick(random, 0, static_cast<std::int64_t>(text.size()) - 1))] =
          static_cast<char>(pick(random, 32, 126));
    ASSERT_EQ(esppadom_laws::csv_mapping_is_judged(text), "") << text;
  }
}

#if defined(__linux__)
TEST(csv_mapping, memory_does_not_grow_with_the_file) {
  const auto mapping = loaded(R"({"mapping": "m", "about": "a", "message": "delivery", "files": [
    {"name": "x.csv", "columns": [{"name": "id", "path": "delivery_id"}, {"name": "n", "path": "beneficiary.name"}]}]})");
  const std::string row = "V1;" + std::string(200, 'x') + "\n";
  std::size_t left = std::size_t{32} << 20;
  std::string held = "id;n\n";
  const byte_source source{[&](char* into_buffer, std::size_t capacity) -> result<std::size_t> {
    while (held.size() < capacity && left > row.size()) {
      held += row;
      left -= row.size();
    }
    const std::size_t count = held.copy(into_buffer, std::min(capacity, held.size()));
    held.erase(0, count);
    return count;
  }};
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  findings found;
  csv_importer importer(mapping, {source}, found);
  csv_exporter exporter(mapping, {byte_sink{[](std::string_view) { return error_code::success; }}}, found);
  delivery one;
  std::size_t count = 0;
  while (importer.next(one)) {
    ++count;
    ASSERT_EQ(exporter.add(one), error_code::success);
  }
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  EXPECT_GT(count, 100'000U);
  EXPECT_TRUE(found.empty());
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 8 * 1024) << "KiB";
}
#endif

}  // namespace
