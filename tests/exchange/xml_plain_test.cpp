// Reading a message straight from its bytes: ordinary messages are read so, and never otherwise than the walker does.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "exchange/xml_support.hpp"
#include "fuzz/plain_law.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;
using esppadom_laws::plain_reading;
using esppadom_laws::read_both_ways;

// The sample with its first message alone.
std::string first_of_sample() {
  const std::string all = data("samples/delivery-72.xml");
  const std::string_view end = "</ns:CrossIndustryDespatchAdvice>";
  return all.substr(0, all.find(end) + end.size()) + "\n</ns:delivery>\n";
}

bool is_plain(const std::string& xml) {
  const plain_reading done = read_both_ways(xml);
  EXPECT_EQ(done.broken, "") << xml;
  return done.all == 1 && done.plain == 1;
}

TEST(plain_reader, reads_every_message_of_production) {
  for (const char* file : {"samples/delivery-72.xml", "samples/delivery-6-default-namespace.xml",
                           "samples/delivery-6-other-prefixes.xml"}) {
    const plain_reading done = read_both_ways(data(file));
    EXPECT_EQ(done.broken, "") << file;
    EXPECT_GE(done.all, 6U) << file;
    EXPECT_EQ(done.plain, done.all) << file;
  }
}

TEST(plain_reader, agrees_with_the_walker_on_every_vector) {
  std::size_t files = 0;
  plain_reading total;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/messages")) {
    if (entry.path().extension() != ".xml") continue;
    const plain_reading done = read_both_ways(text_of_file(entry.path().string()));
    EXPECT_EQ(done.broken, "") << entry.path();
    ++files;
    total.plain += done.plain;
    total.all += done.all;
  }
  EXPECT_GT(files, 500U);
  EXPECT_GT(total.plain, total.all / 4);
  EXPECT_LT(total.plain, total.all);
}

// Every byte of a message left out, or with another before it.
TEST(plain_reader, agrees_with_the_walker_whatever_byte_is_changed) {
  const std::string whole = first_of_sample();
  const std::size_t begin = whole.find("<ns:CrossIndustryDespatchAdvice>");
  std::size_t plain = 0;
  for (std::size_t at = begin; at < whole.size(); ++at) {
    const auto look = [&](std::string_view instead, std::size_t length) {
      std::string changed = whole;
      const plain_reading done = read_both_ways(changed.replace(at, length, instead));
      ASSERT_EQ(done.broken, "") << changed;
      plain += done.plain;
    };
    look("", 1);
    for (const char* before :
         {"<", ">", "&", "\"", "/", " ", "\r", "\n", "=", "0", "\x01", "\xC3\xA9", "\x80", "<!---->"})
      look(before, 0);
  }
  EXPECT_GT(plain, 1000U);
}

TEST(plain_reader, resolves_the_five_entities_and_leaves_other_references) {
  const std::string xml = first_of_sample();
  EXPECT_TRUE(is_plain(replaced(xml, ">Paris<", ">&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos;<")));
  EXPECT_FALSE(is_plain(replaced(xml, ">Paris<", ">&#80;aris<")));
  EXPECT_FALSE(is_plain(replaced(xml, ">Paris<", ">Paris & Co<")));
}

TEST(plain_reader, leaves_what_is_told_or_kept_to_the_walker) {
  const std::string xml = first_of_sample();
  ASSERT_TRUE(is_plain(xml));
  EXPECT_TRUE(is_plain(replaced(xml, "<pie:LastName>", "\r\n\t<pie:LastName >")));
  EXPECT_FALSE(is_plain(replaced(xml, ">2.925<", ">2,925<")));  // a form that is kept
  EXPECT_FALSE(is_plain(replaced(xml, ">2.925<", ">02.925<")));
  EXPECT_FALSE(is_plain(replaced(xml, " unitCode=\"HUR\"", "")));                       // told
  EXPECT_FALSE(is_plain(replaced(xml, "<pie:LastName>", "<!-- c --><pie:LastName>")));  // kept
  EXPECT_FALSE(is_plain(replaced(xml, "<pie:LastName>", "<pie:LastName a=\"1\">")));
  EXPECT_FALSE(is_plain(replaced(xml, "T16:39:54</ram:Cert", "T16:39:54Z</ram:Cert")));
  EXPECT_FALSE(is_plain(replaced(xml, "2026-10-27T16:39:54</ram:Cert", "2026-03-29T02:30:00</ram:Cert")));
  EXPECT_FALSE(is_plain(replaced(xml, ">Paris<", ">a ]]> b<")));
  EXPECT_FALSE(is_plain(replaced(xml, ">Paris<", "> Paris<")));
}

// Lines and columns are looked up in a tree that such a message does not have until somebody asks.
TEST(plain_reader, tells_where_a_member_stands) {
  const std::string xml = data("samples/delivery-72.xml");
  findings found;
  message_reader reader(bytes_of(xml), found);
  delivery message;
  ASSERT_TRUE(reader.next(message));
  ASSERT_TRUE(reader.next(message));
  const auto second = xml.find("<ns:CrossIndustryDespatchAdvice>", xml.find("</ns:CrossIndustryDespatchAdvice>"));
  const auto element = xml.find("<ram:BilledQuantity", second);
  const auto line = 1 + std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(element), '\n');
  const auto place = reader.place("lines[1].billed_quantity");
  EXPECT_EQ(place.line, static_cast<std::uint64_t>(line));
  EXPECT_EQ(place.column, element - xml.rfind('\n', element));
  EXPECT_EQ(place.path, "/delivery/CrossIndustryDespatchAdvice[2]/lines[1].billed_quantity");
}

// Odd messages between ordinary ones, so many that fewer are tried: each is read as it would be alone.
TEST(plain_reader, may_give_up_trying_and_begin_again) {
  const std::string one = first_of_sample();
  const auto begin = one.find("  <ns:CrossIndustryDespatchAdvice>");
  const auto end = one.find("</ns:delivery>");
  const std::string ordinary = one.substr(begin, end - begin);
  const std::string odd = replaced(ordinary, ">2.925<", ">2,925<");
  std::string all = one.substr(0, begin);
  for (int i = 0; i < 200; ++i)
    all += i < 150 && i % 10 != 0 ? odd : ordinary;
  all += one.substr(end);
  findings found;
  const auto read = parse_deliveries(all, found);
  ASSERT_EQ(read.messages.size(), 200U);
  EXPECT_EQ(found.items().size(), 135U) << codes(found);
  EXPECT_EQ(canonical_difference(round_trip(read), all), "");
}

}  // namespace
