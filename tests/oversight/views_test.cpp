// Views: every text of a message that is filled to the last field is gone unless the view is known to keep it.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "esppadom/oversight/views/reduce.hpp"

namespace {

using namespace esppadom;

// Not a hash anybody should use: it only has to be a function of domain and value.
std::string toy_hash(std::string_view domain, std::string_view value) {
  std::uint64_t state = 1469598103934665603U;
  for (const std::string_view text : {domain, std::string_view("\x1f"), value}) {
    for (const char c : text)
      state = (state ^ static_cast<unsigned char>(c)) * 1099511628211U;
  }
  std::string out;
  for (int i = 0; i < 16; ++i, state >>= 4)
    out.push_back("0123456789abcdef"[state & 15U]);
  return out;
}

// Puts something into every field, and into the extras of every struct.
class filler {
 public:
  template <class T>
  void fill(const std::string& path, T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
      value = "~" + path + "~";
    } else if constexpr (std::is_same_v<T, identifier>) {
      fill(path, value.value);
      fill(path + ".scheme", value.scheme_id);
      fill(path + ".agency", value.scheme_agency_name);
    } else if constexpr (std::is_same_v<T, code>) {
      fill(path, value.value);
    } else if constexpr (std::is_same_v<T, local_time>) {
      value = parse_local_time("2026-03-04T05:06:07").value();
    } else if constexpr (std::is_same_v<T, local_date>) {
      value = parse_local_date("1938-07-21").value();
    } else if constexpr (described<T>) {
      if constexpr (requires { value.extras; }) {
        extra one;
        one.content = "~" + path + ".extras~";
        value.extras.items.push_back(one);
      }
      for_each_member<T>(
          [&](const auto& entry) { fill(path + "." + std::string(key_of(entry)), value.*(entry.member)); });
    }
  }
  template <class T>
  void fill(const std::string& path, std::optional<T>& value) {
    fill(path, value.emplace());
  }
  template <class T>
  void fill(const std::string& path, std::vector<T>& value) {
    fill(path, value.emplace_back());
  }
};

// All texts that stand in a message, extras included.
class collector {
 public:
  template <class T>
  void take(const T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
      texts.insert(value);
    } else if constexpr (std::is_same_v<T, identifier>) {
      texts.insert({value.value, value.scheme_id, value.scheme_agency_name});
    } else if constexpr (std::is_same_v<T, code>) {
      texts.insert(value.value);
    } else if constexpr (std::is_same_v<T, local_date>) {
      texts.insert(to_string(value));
    } else if constexpr (described<T>) {
      if constexpr (requires { value.extras; }) {
        for (const auto& one : value.extras.items)
          texts.insert(one.content);
      }
      for_each_member<T>([&](const auto& entry) { take(value.*(entry.member)); });
    }
  }
  template <class T>
  void take(const std::optional<T>& value) {
    if (value) take(*value);
  }
  template <class T>
  void take(const std::vector<T>& values) {
    for (const auto& value : values)
      take(value);
  }

  std::set<std::string> texts;
};

template <class Message>
std::set<std::string> texts_of(const Message& one) {
  collector all;
  all.take(one);
  return all.texts;
}

template <class Message>
Message full() {
  Message out;
  filler().fill("m", out);
  return out;
}

template <class Message>
Message seen_by(view_role role, const Message& one, view_report* told = nullptr) {
  view_report report;
  auto out = reduced(one, view_of(role), {}, toy_hash, report);
  if (told) *told = report;
  return *out;
}

// What the statistician is known to be left: nothing else may be.
bool is_harmless(const std::string& text) {
  const auto ends = [&](std::string_view end) { return text.ends_with(std::string(end) + "~"); };
  if (!text.starts_with("~")) return true;  // pseudonyms, bands
  if (text.find("contacts") != std::string::npos) return ends("type_code");
  return ends("message_version") || ends("_code") || ends("codes") || ends("currency") || ends("unit_code") ||
         ends("care_mode") || ends("_method") || ends("reference") || text.find("global_id") != std::string::npos;
}

template <class Message>
class EveryMessage : public testing::Test {};
using messages = testing::Types<order, delivery, invoice>;
TYPED_TEST_SUITE(EveryMessage, messages);

TYPED_TEST(EveryMessage, LeavesTheStatisticianNothingOfAPerson) {
  const auto whole = full<TypeParam>();
  ASSERT_GT(texts_of(whole).size(), 40U);
  for (const auto& text : texts_of(seen_by(view_role::statistician, whole)))
    EXPECT_TRUE(is_harmless(text)) << text;
}

TYPED_TEST(EveryMessage, KeepsNoExtrasForAnybody) {
  const auto whole = full<TypeParam>();
  for (const auto& item : enum_names<view_role>::items) {
    for (const auto& text : texts_of(seen_by(item.value, whole)))
      EXPECT_EQ(text.find("extras"), std::string::npos) << item.name << " " << text;
  }
}

TYPED_TEST(EveryMessage, GivesTheDepartementNoNameOfACaregiverAndTheFamilyNoAddress) {
  const auto whole = full<TypeParam>();
  for (const auto& text : texts_of(seen_by(view_role::departement, whole)))
    EXPECT_EQ(text.find("person_name"), std::string::npos) << text;
  for (const auto& text : texts_of(seen_by(view_role::family, whole))) {
    EXPECT_EQ(text.find("address"), std::string::npos) << text;
    EXPECT_EQ(text.find("contacts.id"), std::string::npos) << text;
    EXPECT_NE(text, "1938-07-21");
  }
}

TYPED_TEST(EveryMessage, ToldWhatWasRemoved) {
  view_report report;
  static_cast<void>(seen_by(view_role::statistician, full<TypeParam>(), &report));
  EXPECT_EQ(report.messages, 1);
  for (const auto what : {removal::name, removal::address, removal::birth_date, removal::contact, removal::endpoint,
                          removal::free_text, removal::pseudonym, removal::date, removal::extra})
    EXPECT_GT(report.count(what), 0) << name_of(what);
}

TYPED_TEST(EveryMessage, IsItselfWhereEverythingMayBeSeen) {
  const auto whole = full<TypeParam>();
  EXPECT_EQ(seen_by(view_role::provider, whole), whole) << "extras do not count";
}

delivery visit(const char* beneficiary, const char* start, const char* end) {
  delivery one;
  one.delivery_id = std::string("DLV-") + start;
  one.beneficiary.ids = {{beneficiary, {}, {}}};
  one.provider.ids = {{"512", {}, {}}};
  one.retained_period = {parse_local_time(start).value(), parse_local_time(end).value(), {}};
  one.issued_at = parse_local_time(end).value();
  one.lines.emplace_back();
  one.lines.back().order_line_id = "PLAN-1";
  return one;
}

TEST(View, ShiftsAllDatesOfABeneficiaryByTheSameWeeks) {
  std::set<std::int64_t> shifts;
  for (int i = 0; i < 300; ++i) {
    const auto whom = "B-" + std::to_string(i);
    std::optional<std::int64_t> days;
    for (const char* day : {"2026-01-01", "2026-03-29", "2026-12-31"}) {
      const auto one =
          visit(whom.c_str(), (std::string(day) + "T08:00:00").c_str(), (std::string(day) + "T09:15:00").c_str());
      const auto left = seen_by(view_role::statistician, one);
      const auto gap = one.retained_period.start->date().days - left.retained_period.start->date().days;
      EXPECT_EQ(gap % 7, 0);
      EXPECT_GE(gap, 7);
      EXPECT_LE(gap, 364);
      EXPECT_EQ(days.value_or(gap), gap);
      days = gap;
      EXPECT_EQ(civil_difference(*left.retained_period.start, *left.retained_period.end), duration::of_minutes(75));
      EXPECT_EQ(one.issued_at.date().days - left.issued_at.date().days, gap);
    }
    shifts.insert(*days);
  }
  EXPECT_GT(shifts.size(), 20U) << "beneficiaries shift differently";
}

TEST(View, PseudonymsJoinWhatIdentifiersJoined) {
  const auto a = seen_by(view_role::statistician, visit("B-1", "2026-03-02T08:00:00", "2026-03-02T09:00:00"));
  const auto b = seen_by(view_role::statistician, visit(" B-1 ", "2026-03-03T08:00:00", "2026-03-03T09:00:00"));
  EXPECT_EQ(a.beneficiary.id(), b.beneficiary.id()) << "blanks around an identifier do not count";
  EXPECT_EQ(a.lines[0].order_line_id, b.lines[0].order_line_id);
  order ordered;
  ordered.beneficiary.ids = {{"B-1", "scheme", "agency"}};
  ordered.lines.emplace_back();
  ordered.lines.back().order_line_id = "PLAN-1";
  const auto c = seen_by(view_role::statistician, ordered);
  EXPECT_EQ(c.beneficiary.id(), a.beneficiary.id());
  EXPECT_EQ(c.lines[0].order_line_id, a.lines[0].order_line_id);
  EXPECT_EQ(a.provider.id(), "512");
}

TEST(View, APayerWhoIsThePersonIsReducedLikeThePerson) {
  order one;
  one.beneficiary.ids = {{"B-1", {}, {}}};
  one.payer.emplace();
  one.payer->ids = {{"B-1", {}, {}}};
  one.payer->name = "Jeanne MARTIN";
  const auto left = seen_by(view_role::statistician, one);
  EXPECT_EQ(left.payer->id(), left.beneficiary.id());
  EXPECT_FALSE(left.payer->name);
}

TEST(View, GrainOfBirthAndPlace) {
  const auto left = [](const char* birth, const char* postcode) {
    auto one = visit("B-1", "2026-03-02T08:00:00", "2026-03-02T09:00:00");
    one.beneficiary.birth_date = parse_local_date(birth).value();
    one.beneficiary.address.emplace().postcode = postcode;
    one.beneficiary.address->city = "Exempleville";
    return seen_by(view_role::statistician, one).beneficiary;
  };
  EXPECT_EQ(to_string(*left("1939-12-31", "75012").birth_date), "1935-01-01");
  EXPECT_EQ(to_string(*left("1940-01-01", "75012").birth_date), "1940-01-01");
  EXPECT_EQ(left("1940-01-01", "75012").address->postcode, "75000");
  EXPECT_EQ(left("1940-01-01", "97411").address->postcode, "97400");
  EXPECT_FALSE(left("1940-01-01", "75012").address->city);
  EXPECT_FALSE(left("1940-01-01", "B-1000").address) << "what is no French postcode goes";
}

TEST(View, ScopeLeavesOutWhatIsOfOthers) {
  const auto one = visit("B-1", "2026-03-02T08:00:00", "2026-03-02T09:00:00");
  view_report report;
  const auto& with = view_of(view_role::provider);
  EXPECT_TRUE(reduced(one, with, {"512", "B-1", ""}, {}, report));
  EXPECT_FALSE(reduced(one, with, {"513", "", ""}, {}, report));
  EXPECT_FALSE(reduced(one, with, {"512", "B-2", ""}, {}, report));
  EXPECT_FALSE(reduced(one, with, {"512", "", "APA"}, {}, report));
  EXPECT_EQ(report.count(removal::message), 3);
  auto two = one;
  two.lines.front().service.codes = {{"DAY", {}, {}}};
  two.lines.push_back(two.lines.front());
  two.lines.back().service.codes = {{"NIGHT", {}, {}}};
  EXPECT_EQ(reduced(two, with, {"", "", "NIGHT"}, {}, report)->lines.size(), 1U);
  invoice bill;
  bill.lines.resize(2);
  bill.lines[0].service.codes = {{"DAY", {}, {}}};
  bill.lines[1].service.codes = {{"NIGHT", {}, {}}};
  EXPECT_FALSE(reduced(bill, with, {"", "", "NIGHT"}, {}, report)) << "half an invoice has no true total";
}

TEST(View, RolesStandInTheOrderOfTheirNames) {
  for (const auto& item : enum_names<view_role>::items)
    EXPECT_EQ(view_of(item.value).role, item.value);
  for (const auto& one : views)
    EXPECT_FALSE(one.extras);
}

}  // namespace
