// I16 on random messages of all three kinds: what is written is read back as the same, as XML and as JSON; every
// profile gives a document that reads as itself again. The messages come from the descriptions: every optional part
// there or not, several repetitions, texts with whatever XML may carry.

#include <gtest/gtest.h>

#include <random>

#include "esppadom/exchange/json_documents.hpp"
#include "esppadom/message/quantity.hpp"
#include "exchange/xml_support.hpp"
#include "fuzz/laws.hpp"

namespace {

using namespace esppadom;
using namespace xml_test;

class random_values {
 public:
  explicit random_values(unsigned seed) : engine_(seed) {}

  std::uint64_t below(std::uint64_t bound) { return engine_() % bound; }

  template <class T>
  void fill(T& into) {
    if constexpr (described<T>) {
      for_each_member<T>([&](const auto& entry) { fill(into.*(entry.member)); });
    } else if constexpr (is_optional<T>::value) {
      if (below(2) == 0) fill(into.emplace());
    } else if constexpr (is_vector<T>::value) {
      into.resize(1 + below(3));
      for (auto& one : into)
        fill(one);
    } else {
      set(into);
    }
  }

  std::string text() {
    static constexpr const char* pieces[] = {"a",   "B7",    "é", "œ",  "€",  "𝄞",  "&",  "<", ">",   "\"",       "'",
                                             "]]>", "&amp;", " ", "\n", "\t", "\r", "--", "0", "x:y", "\xC2\x85", "�"};
    std::string out = "m";
    for (auto n = below(12); n > 0; --n)
      out += pieces[below(std::size(pieces))];
    return out + "z";
  }

 private:
  void set(std::string& into) { into = text(); }
  void set(code& into) { into = {text(), below(2) == 0 ? text() : "", below(2) == 0 ? text() : ""}; }
  void set(identifier& into) { into = {text(), below(2) == 0 ? text() : "", below(2) == 0 ? text() : ""}; }
  void set(bool& into) { into = below(2) == 0; }
  void set(local_date& into) { into.days = static_cast<std::int32_t>(below(60000)) - 20000; }
  void set(local_time& into) { into.seconds = static_cast<std::int64_t>(below(4'000'000'000)) - 500'000'000; }
  void set(measure& into) {
    into.value = {static_cast<std::int64_t>(below(9'000'000'000'000'000'000)), static_cast<std::uint8_t>(below(19))};
    into.unit_code = below(2) == 0 ? "HUR" : text();
  }
  void set(amount& into) {
    into.value = money::from_cents(static_cast<std::int64_t>(below(2'000'000'000)) - 1'000'000'000);
    into.currency = below(2) == 0 ? "" : "EUR";
  }
  void set(price& into) {
    into.value = unit_price::from_e6(static_cast<std::int64_t>(below(9'000'000'000)));
    into.currency = below(2) == 0 ? "" : "EUR";
  }
  void set(percentage& into) { into = percentage::from_e4(static_cast<std::int64_t>(below(2'000'000))); }

  std::mt19937_64 engine_;
};

template <class Message>
class random_messages : public testing::Test {
 protected:
  template <class Check>
  void for_each_seed(unsigned seeds, Check check) {
    for (unsigned seed = 1; seed <= seeds; ++seed) {
      random_values random(seed);
      std::vector<Message> messages(1 + random.below(3));
      for (auto& one : messages)
        random.fill(one);
      SCOPED_TRACE("seed " + std::to_string(seed));
      check(messages);
      if (this->HasFailure()) return;
    }
  }
  static constexpr message_kind kind = esppadom_laws::kind_of<Message>;
};

using kinds = testing::Types<order, delivery, invoice>;
TYPED_TEST_SUITE(random_messages, kinds);

TYPED_TEST(random_messages, are_the_same_after_xml) {
  this->for_each_seed(100, [](const std::vector<TypeParam>& messages) {
    const std::span<const TypeParam> all(messages);
    const std::string written =
        write(all, default_envelope(esppadom_laws::kind_of<TypeParam>), write_profile::round_trip);
    findings found;
    const auto read = esppadom_laws::parse<TypeParam>(written, found);
    EXPECT_FALSE(found.has_errors()) << codes(found);
    EXPECT_TRUE(read.messages == messages);
    EXPECT_EQ(difference(round_trip(read), written), "");
  });
}

TYPED_TEST(random_messages, are_the_same_after_json) {
  this->for_each_seed(100, [](const std::vector<TypeParam>& messages) {
    const document<TypeParam> all{default_envelope(esppadom_laws::kind_of<TypeParam>), messages};
    const std::string json = esppadom_laws::json_document_of(all);
    findings found;
    const auto read = esppadom_laws::parse<TypeParam>(json, found);
    EXPECT_TRUE(found.empty()) << codes(found);
    EXPECT_TRUE(read.messages == messages);
    EXPECT_EQ(difference(esppadom_laws::json_document_of(read), json), "");
    EXPECT_EQ(difference(round_trip(read), round_trip(all)), "");
  });
}

TYPED_TEST(random_messages, are_stable_in_every_profile) {
  this->for_each_seed(40, [](const std::vector<TypeParam>& messages) {
    for (const auto profile : {write_profile::canonical, write_profile::extended, write_profile::production_1_4,
                               write_profile::round_trip}) {
      const envelope head = default_envelope(esppadom_laws::kind_of<TypeParam>);
      const std::string once = write(std::span<const TypeParam>(messages), head, profile);
      findings found;
      const auto read = esppadom_laws::parse<TypeParam>(once, found);
      EXPECT_EQ(read.messages.size(), messages.size()) << codes(found);
      std::string twice = write(std::span<const TypeParam>(read.messages), head, profile);
      // Production writes some elements even when there is no value: they are there from the first writing on.
      if (profile == write_profile::production_1_4) {
        const auto again = esppadom_laws::parse<TypeParam>(twice, found);
        EXPECT_TRUE(again.messages == read.messages);
      } else {
        EXPECT_EQ(difference(twice, once), "") << name_of(profile);
      }
    }
  });
}

TYPED_TEST(random_messages, keep_unknown_elements_wherever_they_stand) {
  this->for_each_seed(20, [](const std::vector<TypeParam>& messages) {
    std::string xml = write(std::span<const TypeParam>(messages), default_envelope(esppadom_laws::kind_of<TypeParam>),
                            write_profile::round_trip);
    // An unknown element after every second end tag of a trade element that is no value.
    std::mt19937 random(7);
    std::string with;
    std::size_t from = 0;
    for (auto at = xml.find("\n"); at != std::string::npos; at = xml.find("\n", at + 1)) {
      const auto next = xml.find_first_not_of(' ', at + 1);
      if (next == std::string::npos) break;
      const bool inside = xml.compare(next, 5, "<ram:") == 0 || xml.compare(next, 5, "<pie:") == 0;
      if (!inside || random() % 2 == 0) continue;
      with += xml.substr(from, next - from) + "<x:New xmlns:x=\"urn:x\" n=\"" + std::to_string(at) + "\"/><!-- c -->";
      from = next;
    }
    with += xml.substr(from);
    findings found;
    const auto read = esppadom_laws::parse<TypeParam>(with, found);
    EXPECT_FALSE(found.has_errors()) << codes(found);
    EXPECT_TRUE(read.messages == messages);
    EXPECT_EQ(canonical_difference(round_trip(read), with, true), "");
    EXPECT_EQ(esppadom_laws::json_document_law(read), "");
  });
}

TYPED_TEST(random_messages, with_what_xml_cannot_carry_are_refused) {
  for (const char* bad : {"\x01", "a\x0B", "\x7F\x00z", "\xC3", "\xED\xBF\xBF", "\xEF\xBF\xBE"}) {
    random_values random(3);
    TypeParam message;
    random.fill(message);
    message.transaction_id = std::string_view(bad) == "\x7F" ? std::string("\0", 1) : std::string(bad);
    EXPECT_EQ(write(std::span<const TypeParam>(&message, 1)), "") << "nothing is written";
  }
}

}  // namespace
