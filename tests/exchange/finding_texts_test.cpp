// The texts of every kind of finding: complete, equal in both languages, and laid out as each language wants it.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/exchange/finding_areas.hpp"

namespace {

using namespace esppadom;

std::vector<const finding_kind*> all_kinds() {
  std::vector<const finding_kind*> out;
  for (const finding_area& area : finding_areas)
    out.insert(out.end(), area.kinds.begin(), area.kinds.end());
  return out;
}

/// Kinds whose findings carry an argument in both languages: the English text names one, the French text its pair.
constexpr std::array bilingual{
    "ESP-RUL-062", "ESP-STA-003", "ESP-BIL-013",  "ESP-BIL-015",  "ESP-BIL-017",  "ESP-BIL-026", "ESP-BIL-030",
    "ESP-BIL-040", "ESP-BIL-050", "ESP-BIL-104",  "ESP-BIL-110",  "ESP-CPO-005",  "ESP-REC-021", "ESP-XML-004",
    "ESP-XML-030", "ESP-XML-038", "ESP-JSON-001", "ESP-JSON-002", "ESP-JSON-006", "ESP-MSG-021", "ESP-MSG-022",
    "ESP-MSG-023", "ESP-MSG-050", "ESP-MSG-064",  "ESP-MSG-070",  "ESP-MSG-071",  "ESP-BAT-012", "ESP-BAT-026",
    "ESP-CSV-001", "ESP-CSV-011", "ESP-CSV-018",  "ESP-CSV-051",  "ESP-CSV-054",  "ESP-KIT-002", "ESP-KIT-003",
    "ESP-REC-012", "ESP-REC-030", "ESP-REC-031",  "ESP-REC-032",  "ESP-CAL-001",  "ESP-CAL-002", "ESP-CAL-003",
    "ESP-LED-004", "ESP-LED-007", "ESP-LED-010"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::set<int> placeholders(std::string_view text) {
  std::set<int> out;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && is_digit(text[end]))
      ++end;
    const bool whole = end > at + 1 && end < text.size() && text[end] == '}';
    out.insert(whole ? std::stoi(std::string(text.substr(at + 1, end - at - 1))) : -1);
  }
  return out;
}

std::set<int> united(std::set<int> a, const std::set<int>& b) {
  a.insert(b.begin(), b.end());
  return a;
}

std::string without(std::string text, const std::string& part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
    text.erase(at, part.size());
  return text;
}

bool ends_or_blank(const std::string& text, std::size_t at) { return at >= text.size() || text[at] == ' '; }

/// What a French typographer would mark; empty = nothing.
std::string marked_in_french(std::string_view given) {
  const std::string text = without(std::string(given), "&amp;");
  for (const char* quote : {"\"", "“", "”", "‘", "’"}) {
    if (text.find(quote) != std::string::npos) return std::string("the quotation mark ") + quote;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool after_blank = i > 0 && text[i - 1] == ' ';
    if ((c == ':' || c == ';' || c == '?' || c == '!') && ends_or_blank(text, i + 1) && !after_blank) {
      return "no space before " + text.substr(i, 1);
    }
    const bool after_letter = i > 0 && (std::isalpha(static_cast<unsigned char>(text[i - 1])) != 0);
    if (c == '\'' && !after_letter) return "a quotation mark instead of an apostrophe";
    if (text.compare(i, 2, "«") == 0 && (i + 2 >= text.size() || text[i + 2] != ' ')) return "no space after «";
    if (text.compare(i, 2, "»") == 0 && !after_blank) return "no space before »";
  }
  return {};
}

TEST(finding_kinds, have_codes_that_are_well_formed_and_unique) {
  std::set<std::string_view> seen;
  for (const auto* kind : all_kinds()) {
    const std::string_view code = kind->code;
    EXPECT_TRUE(seen.insert(code).second) << code << " is the code of two kinds";
    const auto hyphen = code.rfind('-');
    ASSERT_TRUE(code.starts_with("ESP-") && hyphen > 4 && hyphen + 4 == code.size()) << code;
    const std::string_view area = code.substr(4, hyphen - 4);
    EXPECT_TRUE(area.size() == 3 || area.size() == 4) << code;
    EXPECT_TRUE(std::all_of(area.begin(), area.end(), is_capital)) << code;
    EXPECT_TRUE(std::all_of(code.begin() + static_cast<std::ptrdiff_t>(hyphen) + 1, code.end(), is_digit)) << code;
  }
  EXPECT_GT(seen.size(), 120U);
}

TEST(finding_kinds, stand_in_the_area_of_their_code) {
  for (const finding_area& area : finding_areas) {
    for (const auto* kind : area.kinds) {
      const std::string_view letters = kind->code.substr(0, kind->code.rfind('-'));
      EXPECT_TRUE(area.title.starts_with(letters)) << kind->code << " stands under " << area.title;
    }
  }
}

TEST(finding_kinds, are_found_by_their_code) {
  for (const auto* kind : all_kinds())
    EXPECT_EQ(find_finding_kind(kind->code), kind) << kind->code;
  EXPECT_EQ(find_finding_kind("ESP-XML-999"), nullptr);
  EXPECT_EQ(find_finding_kind("ESP-XML"), nullptr);
  EXPECT_EQ(find_finding_kind(""), nullptr);
}

TEST(finding_kinds, say_in_both_languages_what_was_found_what_to_do_and_why) {
  for (const auto* kind : all_kinds()) {
    const std::array texts{kind->en, kind->fr, kind->remedy_en, kind->remedy_fr, kind->why_en, kind->why_fr};
    for (const std::string_view text : texts) {
      EXPECT_TRUE(text.ends_with('.')) << kind->code << ": " << text;
      EXPECT_EQ(text.find("  "), std::string_view::npos) << kind->code << ": " << text;
      EXPECT_FALSE(text.starts_with(' ')) << kind->code << ": " << text;
      EXPECT_EQ(std::count(texts.begin(), texts.end(), text), 1) << kind->code << " says twice: " << text;
    }
    EXPECT_GT(kind->why_en.size(), 30U) << kind->code;
    EXPECT_GT(kind->why_fr.size(), 30U) << kind->code;
    EXPECT_FALSE(name_of(kind->level).empty()) << kind->code;
    EXPECT_FALSE(name_of(kind->evidence).empty()) << kind->code;
  }
}

TEST(finding_kinds, name_the_same_arguments_in_both_languages) {
  for (const auto* kind : all_kinds()) {
    const auto en = united(placeholders(kind->en), placeholders(kind->remedy_en));
    const auto fr = united(placeholders(kind->fr), placeholders(kind->remedy_fr));
    if (std::find(bilingual.begin(), bilingual.end(), kind->code) == bilingual.end()) {
      EXPECT_EQ(en, fr) << kind->code;
    } else {
      EXPECT_EQ(en.size(), fr.size()) << kind->code;
      EXPECT_NE(en, fr) << kind->code << " is no longer bilingual";
    }
    int expected = 0;
    for (const int placeholder : united(en, fr))
      EXPECT_EQ(placeholder, expected++) << kind->code << " leaves an argument out";
    EXPECT_TRUE(placeholders(kind->why_en).empty() && placeholders(kind->why_fr).empty())
        << kind->code << ": the explanation is for the documentation and has no arguments";
  }
}

TEST(finding_kinds, are_written_as_each_language_wants_it) {
  for (const auto* kind : all_kinds()) {
    for (const std::string_view text : {kind->fr, kind->remedy_fr, kind->why_fr})
      EXPECT_EQ(marked_in_french(text), "") << kind->code << ": " << text;
    for (const std::string_view text : {kind->en, kind->remedy_en, kind->why_en}) {
      EXPECT_EQ(text.find("«"), std::string_view::npos) << kind->code << ": " << text;
      for (const char* mark : {" :", " ;", " ?", " !"})
        EXPECT_EQ(text.find(mark), std::string_view::npos) << kind->code << ": " << text;
    }
  }
}

TEST(french_typography, is_judged_as_a_typographer_would) {
  EXPECT_EQ(marked_in_french("L'heure « {0} » de 23:59:59 : lue comme {1} ; « &amp; » aussi."), "");
  for (const char* wrong : {"Le champ \"{0}\".", "Le champ “{0}”.", "Le champ '{0}'.", "Le champ «{0}».",
                            "Attention: oui.", "Un; deux.", "Quoi? Rien.", "L’heure."}) {
    EXPECT_NE(marked_in_french(wrong), "") << wrong;
  }
}

}  // namespace
