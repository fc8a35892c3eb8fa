#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/csv.hpp"
#include "esppadom/exchange/csv_findings.hpp"
#include "exchange/csv_fuzz.hpp"

namespace {

using namespace esppadom;
using rows = std::vector<std::vector<std::string>>;

rows read(std::string_view text, findings& found, const csv_dialect& dialect = {}, const csv_limits& limits = {}) {
  rows out;
  csv_reader reader(bytes_of(text), found, dialect, "f.csv", limits);
  while (reader.next())
    out.emplace_back(reader.fields().begin(), reader.fields().end());
  return out;
}

rows read_well(std::string_view text, const csv_dialect& dialect = {}) {
  findings found;
  rows out = read(text, found, dialect);
  EXPECT_TRUE(found.empty());
  return out;
}

std::string codes(const findings& found) {
  std::string out;
  for (const auto& one : found.items())
    out += (out.empty() ? "" : " ") + std::string(one.code()) + "@" + std::to_string(one.line);
  return out;
}

std::string written(const rows& all, const csv_dialect& dialect = {}) {
  std::string out;
  csv_writer writer({[&](std::string_view part) {
                      out += part;
                      return error_code::success;
                    }},
                    dialect);
  for (const auto& row : all)
    EXPECT_EQ(writer.write(row), error_code::success);
  EXPECT_EQ(writer.flush(), error_code::success);
  return out;
}

TEST(csv_text, fields_are_read_as_rfc_4180_writes_them) {
  EXPECT_EQ(read_well("a;b\r\n1;2\r\n"), (rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(read_well("\"a;b\";\"c\"\"d\"\n"), (rows{{"a;b", "c\"d"}}));
  EXPECT_EQ(read_well("\"two\r\nlines\";x"), (rows{{"two\r\nlines", "x"}}));
  EXPECT_EQ(read_well(" a ;\"\"\n"), (rows{{" a ", ""}}));
  EXPECT_EQ(read_well("a;\n\n;b\n"), (rows{{"a", ""}, {"", "b"}}));
  EXPECT_EQ(read_well("\"\"\n"), (rows{{""}}));
  EXPECT_EQ(read_well("a\rb\r"), (rows{{"a"}, {"b"}}));
  EXPECT_EQ(read_well(""), rows{});
}

TEST(csv_text, a_byte_order_mark_is_no_part_of_the_first_field) {
  EXPECT_EQ(read_well("\xEF\xBB\xBF"
                      "a;b\n"),
            (rows{{"a", "b"}}));
  csv_dialect dialect;
  dialect.byte_order_mark = true;
  EXPECT_EQ(written({{"a"}}, dialect),
            "\xEF\xBB\xBF"
            "a\r\n");
}

TEST(csv_text, separators_and_line_ends_are_chosen) {
  csv_dialect dialect;
  dialect.separator = csv_separator::tab;
  dialect.line_end = csv_line_end::lf;
  EXPECT_EQ(written({{"a;b", "c\td"}}, dialect), "a;b\t\"c\td\"\n");
  dialect.separator = csv_separator::comma;
  dialect.quoting = csv_quoting::all;
  EXPECT_EQ(written({{"a", ""}}, dialect), "\"a\",\"\"\n");
}

TEST(csv_text, every_field_has_its_place) {
  const auto places = [](std::string_view text, const csv_dialect& dialect = {}) {
    findings found;
    csv_reader reader(bytes_of(text), found, dialect);
    std::string out;
    while (reader.next()) {
      for (std::size_t i = 0; i < reader.fields().size(); ++i)
        out += std::to_string(reader.place(i).line) + ":" + std::to_string(reader.place(i).column) + " ";
    }
    return out;
  };
  EXPECT_EQ(places("a;bc\r\n;\"x\";\r\n"), "1:1 1:3 2:1 2:2 2:6 ");
  EXPECT_EQ(places("\n\n\"two\r\nlines\";b\nc"), "3:1 4:8 5:1 ") << "empty lines, line ends in quotes";
  EXPECT_EQ(places("\xEF\xBB\xBF\xC3\xA9t\xC3\xA9;b"), "1:1 1:5 ") << "characters, not bytes; no byte order mark";
  csv_dialect latin;
  latin.encoding = csv_encoding_name::iso_8859_1;
  EXPECT_EQ(places("\xE9\xA4;b", latin), "1:1 1:4 ");
  findings found;
  csv_reader none(bytes_of("a"), found);
  ASSERT_TRUE(none.next());
  EXPECT_EQ(none.place(5).column, 0U);
}

TEST(csv_text, rows_that_are_no_csv_are_told_with_their_line_and_passed_over) {
  findings found;
  EXPECT_EQ(read("a;b\n1;x\"y\n\"p\"q;2\n3;4\n", found), (rows{{"a", "b"}, {"3", "4"}}));
  EXPECT_EQ(codes(found), "ESP-CSV-001@2 ESP-CSV-001@3");
  findings open;
  EXPECT_EQ(read("a\n\"never closed\nmore\n", open), (rows{{"a"}}));
  EXPECT_EQ(codes(open), "ESP-CSV-001@2");
}

TEST(csv_text, lines_are_counted_through_quoted_line_ends) {
  findings found;
  static_cast<void>(read("\"a\r\nb\nc\"\r\n\r\nx\"\r\n", found));
  EXPECT_EQ(codes(found), "ESP-CSV-001@5");
}

TEST(csv_text, a_nul_is_refused) {
  findings found;
  EXPECT_EQ(read(std::string_view("a\0b\nc\n", 6), found), (rows{{"c"}}));
  EXPECT_EQ(codes(found), "ESP-CSV-007@1");
}

TEST(csv_text, what_exceeds_a_limit_is_one_finding_and_reading_goes_on) {
  findings found;
  csv_limits limits;
  limits.row_bytes = 10;
  limits.columns = 3;
  EXPECT_EQ(read("a\n" + std::string(1'000'000, 'x') + "\n;;;;;\nb\n", found, {}, limits), (rows{{"a"}, {"b"}}));
  EXPECT_EQ(codes(found), "ESP-CSV-002@2 ESP-CSV-003@3");
}

TEST(csv_text, encodings_of_one_byte_become_utf_8_and_back) {
  csv_dialect dialect;
  dialect.encoding = csv_encoding_name::iso_8859_15;
  EXPECT_EQ(read_well("\xE9\xA4;\xBD\n", dialect), (rows{{"é€", "œ"}}));
  EXPECT_EQ(written({{"é€", "œ"}}, dialect), "\xE9\xA4;\xBD\r\n");
  dialect.encoding = csv_encoding_name::windows_1252;
  EXPECT_EQ(written({{"’€"}}, dialect), "\x92\x80\r\n");
  EXPECT_EQ(read_well("\x92\x80\n", dialect), (rows{{"’€"}}));
  dialect.encoding = csv_encoding_name::iso_8859_1;
  std::string out;
  csv_writer writer({[&](std::string_view part) {
                      out += part;
                      return error_code::success;
                    }},
                    dialect);
  EXPECT_EQ(writer.write({"5 €"}), error_code::success);
  EXPECT_EQ(writer.flush(), error_code::success);
  EXPECT_EQ(out, "5 ?\r\n");
  EXPECT_EQ(writer.replaced(), 1U);
}

TEST(csv_text, bytes_of_another_encoding_are_refused_row_by_row) {
  findings found;
  EXPECT_EQ(read("é\n\xE9\nok\n", found), (rows{{"é"}, {"ok"}}));
  EXPECT_EQ(codes(found), "ESP-CSV-005@2");
}

TEST(csv_text, a_formula_is_guarded_and_every_text_comes_back) {
  EXPECT_EQ(guarded_formula("=1+1"), "'=1+1");
  EXPECT_EQ(guarded_formula("-5"), "'-5");
  EXPECT_EQ(guarded_formula("'@x"), "''@x");
  EXPECT_EQ(guarded_formula("l'arrivée"), "l'arrivée");
  EXPECT_EQ(guarded_formula("'plain"), "'plain");
  for (const std::string text : {"=1", "'=1", "''=1", "'", "", "'a", "+33", "\tx", "@", "a=b"})
    EXPECT_EQ(unguarded_formula(guarded_formula(text)), text);
}

TEST(csv_text, random_bytes_are_rows_that_read_back_or_findings) {
  std::mt19937_64 random(20261122);
  const std::string_view alphabet("ab;,\t\"\"\"\r\n\n\xC3\xA9\xE9\x80\0=", 17);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (auto size = random() % 60; size > 0; --size)
      text += alphabet[random() % alphabet.size()];
    ASSERT_EQ(esppadom_laws::csv_reads_back(text), "") << "round " << round;
    ASSERT_EQ(esppadom_laws::csv_is_taken(text), "") << "round " << round;
  }
}

}  // namespace
