// Bad files give findings with a place and a remedy; reading goes on with the next message; nothing crashes or hangs.

#include <gtest/gtest.h>

#include "exchange/xml_support.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;

struct outcome {
  std::vector<delivery> messages;
  findings found;
};

outcome read(const std::string& xml, read_options options = {}) {
  outcome out;
  out.messages = parse_deliveries(xml, out.found, options).messages;
  for (const auto& one : out.found.items()) {
    EXPECT_FALSE(message(one, language::english).empty());
    EXPECT_FALSE(message(one, language::french).empty());
    EXPECT_FALSE(one.kind->remedy_en.empty() || one.kind->remedy_fr.empty()) << one.code();
    EXPECT_EQ(message(one, language::english).find('{'), std::string::npos) << message(one, language::english);
    EXPECT_EQ(message(one, language::french).find('{'), std::string::npos) << message(one, language::french);
  }
  return out;
}

// The code of the only error, and where it is.
void expect_error(const outcome& got, std::string_view code, std::uint64_t line, std::uint64_t column) {
  EXPECT_EQ(got.found.count(severity::error), 1U) << codes(got.found);
  const finding* one = first(got.found, code);
  ASSERT_NE(one, nullptr) << codes(got.found);
  EXPECT_EQ(one->line, line);
  EXPECT_EQ(one->column, column);
}

const std::string& message_xml() {
  static const std::string text = sample_message(0);
  return text;
}

std::string named(std::string text, std::string_view id) {
  return replaced(std::move(text), "6b02096be32177a3aee0cdd7", id);
}

TEST(bad_file, without_any_content) {
  expect_error(read(""), "ESP-XML-002", 1, 1);
  expect_error(read(" \n\t\n"), "ESP-XML-002", 1, 1);
}

TEST(bad_file, that_is_no_xml) {
  expect_error(read("\n  {\"delivery\": []}"), "ESP-JSON-032", 2, 16);
  expect_error(read("\n  delivery"), "ESP-XML-003", 2, 3);
  expect_error(read("PK\x03\x04 and so on <a>"), "ESP-XML-003", 1, 1);
  expect_error(read("<<<"), "ESP-XML-003", 1, 1);
}

TEST(bad_file, with_another_root) {
  const auto got = read("<?xml version=\"1.0\"?>\n <html><body/></html>");
  expect_error(got, "ESP-XML-006", 2, 2);
  EXPECT_NE(message(*first(got.found, "ESP-XML-006"), language::english).find("html"), std::string::npos);
}

TEST(bad_file, cut_short) {
  const std::string whole = wrapped(message_xml() + named(message_xml(), "second"));
  for (const double share : {0.55, 0.7, 0.9, 0.97}) {
    const auto cut = whole.substr(0, static_cast<std::size_t>(static_cast<double>(whole.size()) * share));
    const auto got = read(cut);
    EXPECT_EQ(got.messages.size(), 1U) << share;
    EXPECT_EQ(count(got.found, "ESP-XML-005"), 1U) << codes(got.found);
  }
  const auto in_root_tag = read(whole.substr(0, 100));
  EXPECT_EQ(count(in_root_tag.found, "ESP-XML-005"), 1U) << codes(in_root_tag.found);
}

TEST(bad_file, cut_at_every_byte_never_crashes) {
  const std::string whole = wrapped("<!-- x --><![CDATA[ y ]]>" + message_xml());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto got = read(whole.substr(0, length));
    EXPECT_GE(got.found.count(severity::error) + got.messages.size(), 1U) << length;
  }
}

TEST(bad_file, with_a_document_type_declaration) {
  const std::string bomb =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE delivery [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">\n"
      "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>\n<delivery>&b;&file;</delivery>";
  expect_error(read(bomb), "ESP-XML-007", 2, 1);
  const auto inside = read(wrapped("<!DOCTYPE x>" + message_xml()));
  EXPECT_EQ(count(inside.found, "ESP-XML-004"), 1U) << codes(inside.found);
  EXPECT_EQ(inside.messages.size(), 1U);
}

TEST(bad_file, with_entities_of_its_own) {
  const auto got = read(replaced(one_delivery(), "Ville de Paris", "Ville &de; Paris &#233; &#x20AC; &amp; R&D"));
  EXPECT_EQ(count(got.found, "ESP-XML-012"), 1U) << codes(got.found);
  EXPECT_EQ(got.messages.at(0).order_refs.at(0).issuer->name, "Ville &de; Paris é € & R&D");
}

TEST(bad_file, nested_a_hundred_thousand_levels_deep) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i)
    deep += "<ram:a>";
  std::string closing;
  for (int i = 0; i < 100'000; ++i)
    closing += "</ram:a>";
  const auto in_message = replaced(message_xml(), "<ram:IssueDateTime>", deep + closing + "<ram:IssueDateTime>");
  auto got = read(wrapped(in_message + named(message_xml(), "next")));
  EXPECT_EQ(count(got.found, "ESP-XML-011"), 1U) << codes(got.found);
  ASSERT_EQ(got.messages.size(), 1U);
  EXPECT_EQ(got.messages[0].delivery_id, "next");
  // Never closed, between messages, and as the root.
  got = read(wrapped(deep + message_xml()));
  EXPECT_TRUE(got.found.has_errors());
  got = read(deep);
  EXPECT_EQ(count(got.found, "ESP-XML-006"), 1U) << codes(got.found);
}

// A stream that is never held in memory: a message whose text does not end for a long time.
class endless {
 public:
  endless(std::string before, std::string piece, std::uint64_t times, std::string after)
      : parts_{std::move(before), std::move(piece), std::move(after)}, times_(times) {}

  result<std::size_t> read(char* into, std::size_t capacity) {
    std::size_t done = 0;
    while (done < capacity && part_ < 3) {
      const std::string& from = parts_[part_];
      const std::size_t count = std::min(capacity - done, from.size() - at_);
      std::copy_n(from.data() + at_, count, into + done);
      done += count;
      at_ += count;
      if (at_ < from.size()) continue;
      at_ = 0;
      if (part_ != 1 || --times_ == 0) ++part_;
    }
    return done;
  }

 private:
  std::string parts_[3];
  std::uint64_t times_;
  std::size_t part_ = 0;
  std::size_t at_ = 0;
};

std::uint64_t resident_kib() {
  std::ifstream status("/proc/self/status");
  std::string word;
  std::uint64_t out = 0;
  while (status >> word) {
    if (word == "VmHWM:") status >> out;
  }
  return out;
}

outcome read_endless(const std::string& opening, const std::string& piece, const std::string& closing) {
  const std::string head = wrapped("");
  const std::string start = head.substr(0, head.find("</ns:delivery>"));
  const auto at = message_xml().find("<ram:IssueDateTime>");
  auto source =
      std::make_shared<endless>(start + message_xml().substr(0, at) + opening, piece, 100'000,
                                closing + message_xml().substr(at) + named(message_xml(), "next") + "</ns:delivery>");
  outcome out;
  read_options options;
  options.bounds.message_bytes = 1024 * 1024;
  for_each_delivery({[source](char* into, std::size_t capacity) { return source->read(into, capacity); }}, out.found,
                    options, [&](delivery&& one) {
                      out.messages.push_back(std::move(one));
                      return true;
                    });
  return out;
}

TEST(bad_file, with_a_message_far_too_large_is_read_in_bounded_memory) {
  const std::string piece(1000, 'x');  // 100 MB in all
  [[maybe_unused]] const auto before = resident_kib();
  for (const auto& [opening, closing] :
       {std::pair{"<ram:Note>", "</ram:Note>"}, std::pair{"<!-- ", "-->"}, std::pair{"<![CDATA[", "]]>"},
        std::pair{"<?x ", "?>"}, std::pair{"<ram:Note a=\"", "\"/>"}}) {
    const auto got = read_endless(opening, piece, closing);
    EXPECT_EQ(count(got.found, "ESP-XML-010"), 1U) << opening << "\n" << codes(got.found);
    ASSERT_EQ(got.messages.size(), 1U) << opening;
    EXPECT_EQ(got.messages[0].delivery_id, "next");
  }
  const auto elements = read_endless("", "<ram:Note>n</ram:Note>", "");
  EXPECT_EQ(count(elements.found, "ESP-XML-010"), 1U) << codes(elements.found);
  EXPECT_EQ(elements.messages.size(), 1U);
#if !defined(__SANITIZE_ADDRESS__)  // which keeps what is freed
  EXPECT_LT(resident_kib() - before, 40U * 1024);
#endif
}

TEST(bad_message, with_more_elements_than_memory_is_for) {
  std::string crowd;
  for (int i = 0; i < 150'000; ++i)
    crowd += "<a/>";
  read_options options;
  options.bounds.message_bytes = 1024 * 1024;
  const auto got = read(wrapped(replaced(message_xml(), "<ram:IssueDateTime>", crowd + "<ram:IssueDateTime>") +
                                named(message_xml(), "next")),
                        options);
  EXPECT_EQ(count(got.found, "ESP-XML-019"), 1U) << codes(got.found);
  ASSERT_EQ(got.messages.size(), 1U);
  EXPECT_EQ(got.messages[0].delivery_id, "next");
}

TEST(bad_message, with_bytes_that_are_no_utf_8) {
  const auto got = read(
      wrapped(replaced(message_xml(), "Ville de Paris", "Ville \xE9 \xC3 Paris\x01") + named(message_xml(), "next")));
  ASSERT_EQ(got.messages.size(), 2U);
  EXPECT_EQ(got.messages[0].order_refs.at(0).issuer->name, "Ville \xEF\xBF\xBD \xEF\xBF\xBD Paris\xEF\xBF\xBD");
  EXPECT_EQ(count(got.found, "ESP-XML-009"), 1U) << codes(got.found);
  EXPECT_GT(first(got.found, "ESP-XML-009")->line, 2U);
  // Overlong, surrogate and out-of-range forms are no characters either.
  for (const char* bytes : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\xE2\x82"}) {
    EXPECT_EQ(count(read(replaced(one_delivery(), "Ville", bytes)).found, "ESP-XML-009"), 1U);
  }
}

TEST(bad_message, that_is_unbalanced_is_left_out_and_the_next_is_read) {
  const auto broken = replaced(message_xml(), "</ram:VersionID>", "</ram:Version>");
  const auto got = read(wrapped("\n" + broken + "\n" + named(message_xml(), "next")));
  ASSERT_EQ(got.messages.size(), 1U) << codes(got.found);
  EXPECT_EQ(got.messages[0].delivery_id, "next");
  EXPECT_EQ(count(got.found, "ESP-XML-016"), 1U) << codes(got.found);
  EXPECT_EQ(first(got.found, "ESP-XML-016")->line, 5U);
}

TEST(bad_message, that_is_never_closed_does_not_take_the_next_with_it) {
  const auto broken = replaced(message_xml(), "</ns:CrossIndustryDespatchAdvice>", "");
  const auto got = read(wrapped(broken + named(message_xml(), "two") + broken + named(message_xml(), "four")));
  ASSERT_EQ(got.messages.size(), 2U) << codes(got.found);
  EXPECT_EQ(got.messages[0].delivery_id, "two");
  EXPECT_EQ(got.messages[1].delivery_id, "four");
}

TEST(bad_message, with_malformed_markup) {
  for (const char* wrong :
       {"<ram:IssueDateTime a=b>", "<ram:IssueDateTime <x>", "<>", "< ram:IssueDateTime>", "<!ELEMENT x>"}) {
    const auto got =
        read(wrapped(replaced(message_xml(), "<ram:IssueDateTime>", wrong) + named(message_xml(), "next")));
    ASSERT_EQ(got.messages.size(), 1U) << wrong << "\n" << codes(got.found);
    EXPECT_EQ(got.messages[0].delivery_id, "next") << wrong;
    EXPECT_TRUE(got.found.has_errors()) << wrong;
  }
}

TEST(good_message, is_not_cut_by_its_own_end_tag_in_comments_text_and_attributes) {
  const std::string end = "</ns:CrossIndustryDespatchAdvice>";
  std::string xml = replaced(message_xml(), "<ram:IssueDateTime>",
                             "<!-- " + end + " --><ram:Note><![CDATA[" + end + "]]></ram:Note><?x " + end +
                                 "?><ram:Odd a='>' b=\">/>\"/><ram:IssueDateTime>");
  xml = replaced(xml, "<ram:ApplicableCIDDHSupplyChainTradeSettlement/>",
                 "<ns:CrossIndustryDespatchAdvice><ns:CrossIndustryDespatchAdvice/></ns:CrossIndustryDespatchAdvice>"
                 "<ram:ApplicableCIDDHSupplyChainTradeSettlement/>");
  const auto got = read(wrapped(xml + named(message_xml(), "next")));
  EXPECT_FALSE(got.found.has_errors()) << codes(got.found);
  ASSERT_EQ(got.messages.size(), 2U);
  EXPECT_EQ(got.messages[1].delivery_id, "next");
}

TEST(bad_file, with_content_after_its_root) {
  const auto got = read(wrapped(message_xml()) + "<ns:delivery/>");
  EXPECT_EQ(got.messages.size(), 1U);
  EXPECT_EQ(count(got.found, "ESP-XML-013"), 1U) << codes(got.found);
}

TEST(bad_file, with_messages_of_another_kind) {
  findings found;
  EXPECT_TRUE(parse_orders(data("samples/delivery-1-bare-root.xml"), found).messages.empty());
  EXPECT_EQ(count(found, "ESP-XML-014"), 1U) << codes(found);
}

TEST(bad_file, without_messages) {
  const auto got = read(wrapped(""));
  EXPECT_EQ(count(got.found, "ESP-XML-015"), 1U);
  EXPECT_FALSE(got.found.has_errors());
  const auto empty =
      read("<ns:delivery xmlns:ns=\"urn:un:unece:uncefact:data:standard:CrossIndustryDespatchAdvice:2\"/>");
  EXPECT_EQ(count(empty.found, "ESP-XML-015"), 1U);
}

TEST(bad_file, in_an_unknown_encoding) {
  const auto got = read("<?xml version=\"1.0\" encoding=\"EBCDIC-CP-FR\"?><delivery/>");
  ASSERT_NE(first(got.found, "ESP-XML-008"), nullptr) << codes(got.found);
  EXPECT_EQ(first(got.found, "ESP-XML-008")->arguments.at(0), "ebcdic-cp-fr");
}

TEST(bad_file, that_does_not_exist_or_fails_while_it_is_read) {
  findings found;
  EXPECT_TRUE(read_deliveries("/nowhere/at/all.xml", found).empty());
  EXPECT_TRUE(read_deliveries(std::filesystem::temp_directory_path(), found).empty());
  EXPECT_EQ(count(found, "ESP-XML-001"), 2U);
  int calls = 0;
  const std::string text = wrapped(message_xml());
  findings later;
  for_each_delivery({[&](char* into, std::size_t capacity) -> result<std::size_t> {
                      if (calls++ > 1) return error_code::unreadable;
                      const std::size_t count = std::min(capacity, text.size() / 2);
                      std::copy_n(text.data(), count, into);
                      return count;
                    }},
                    later, {}, [](delivery&&) { return true; });
  EXPECT_EQ(count(later, "ESP-XML-001"), 1U) << codes(later);
}

TEST(source, may_give_its_bytes_in_any_portions) {
  const std::string text = data("samples/delivery-6-other-prefixes.xml");
  for (const std::size_t portion : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
    std::size_t at = 0;
    findings found;
    int seen = 0;
    for_each_delivery({[&](char* into, std::size_t capacity) -> result<std::size_t> {
                        const std::size_t count = std::min({portion, capacity, text.size() - at});
                        std::copy_n(text.data() + at, count, into);
                        at += count;
                        return count;
                      }},
                      found, {}, [&](delivery&&) { return ++seen > 0; });
    EXPECT_EQ(seen, 6);
    EXPECT_TRUE(found.empty());
  }
}

// The same bytes damaged at random: whatever happens is a finding or a message.
TEST(damaged_files, never_crash) {
  const std::string whole = wrapped(message_xml() + named(message_xml(), "next"));
  std::uint64_t state = 42;
  const auto random = [&](std::uint64_t bound) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (state >> 33U) % bound;
  };
  for (int round = 0; round < 1500; ++round) {
    std::string text = whole;
    for (auto n = 1 + random(4); n > 0; --n) {
      const auto at = random(text.size());
      constexpr std::string_view replacements = "<>/\"'&!?-[]=: \n\0x\xFF\xC3";
      switch (random(4)) {
        case 0:
          text[at] = replacements[random(replacements.size())];
          break;
        case 1:
          text.erase(at, random(40));
          break;
        case 2:
          text.insert(at, text.substr(random(text.size()), random(60)));
          break;
        default:
          text.insert(at, 1, replacements[random(replacements.size())]);
          break;
      }
    }
    findings found;
    const auto got = parse_deliveries(text, found);
    EXPECT_LE(got.messages.size(), 4U);
    static_cast<void>(round_trip(got));
  }
}

}  // namespace
