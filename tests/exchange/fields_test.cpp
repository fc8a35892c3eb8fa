#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "esppadom/exchange/fields.hpp"
#include "esppadom/exchange/json.hpp"
#include "varied.hpp"

namespace {

using namespace esppadom;
using namespace esppadom_tests;

field_selector path(field_subject subject, std::string_view text) {
  const auto made = field_selector::compile(subject, text);
  EXPECT_TRUE(made) << text;
  return made.value_or(field_selector());
}

template <class Message>
std::string shown(const Message& from, field_subject subject, std::string_view text) {
  return to_string(get_field(from, path(subject, text)).value_or(field_value{}));
}

delivery a_visit() {
  delivery out;
  out.delivery_id = "DLV-0001";
  out.beneficiary.ids = {{"B-7788", "BENEFICIAIRE", "CD99"}};
  out.provider.contacts.push_back({identifier{"T-1", {}, {}}, {}, code{"TEL", {}, {}}, {}});
  out.provider.contacts.push_back({identifier{"AX-42", {}, {}}, {}, code{"INT", {}, {}}, {}});
  out.retained_period.start = parse_local_time("2026-10-24T22:00:00").value();
  out.retained_period.end = parse_local_time("2026-10-25T06:00:00").value();
  out.lines.resize(1);
  out.lines[0].billed_quantity = {{117, 2}, "HUR"};
  out.lines[0].service.codes = {{"APA", "ESPPADOM_TYPE_AIDE", "EDESS"}, {"APA-HRJO", "CD99_PRESTATIONS", "CD99"}};
  return out;
}

TEST(fields, values_are_found_by_path) {
  const delivery visit = a_visit();
  const auto at = [&](std::string_view text) { return shown(visit, field_subject::delivery, text); };
  EXPECT_EQ(at("delivery_id"), "DLV-0001");
  EXPECT_EQ(at("beneficiary.id"), "B-7788");
  EXPECT_EQ(at("beneficiary.ids[0].scheme_id"), "BENEFICIAIRE");
  EXPECT_EQ(at("provider.contacts[type=INT].id"), "AX-42");
  EXPECT_EQ(at("provider.contacts[type!=INT].id.value"), "T-1");
  EXPECT_EQ(at("lines[0].service.codes[list=ESPPADOM_TYPE_AIDE].value"), "APA");
  EXPECT_EQ(at("lines[0].service.code"), "APA-HRJO");
  EXPECT_EQ(at("lines[0].service.aid_type"), "APA");
  EXPECT_EQ(at("lines[0].billed_quantity"), "1.17");
  EXPECT_EQ(at("lines[0].billed_seconds"), "4200");   // 1.17 h are 70 min (messages reference, section 8.2)
  EXPECT_EQ(at("retained_period.seconds"), "32400");  // the night of the autumn change has an hour more
  EXPECT_EQ(at("stamps.arrival.certified_at"), "");
  EXPECT_EQ(at("is_deleted"), "false");
  EXPECT_EQ(at("lines[7].line_id"), "");
}

TEST(fields, an_open_index_is_the_callers) {
  delivery visit = a_visit();
  visit.lines.resize(2);
  visit.lines[1].line_id = "two";
  const auto line = path(field_subject::delivery, "lines[].line_id");
  EXPECT_EQ(line.open_indexes(), 1U);
  EXPECT_EQ(line.open_list(), "lines");
  const std::array<std::size_t, 1> second{1};
  EXPECT_EQ(to_string(get_field(visit, line, second).value()), "two");
  EXPECT_EQ(get_field(visit, line).error(), error_code::missing);
  const auto lines = field_selector::compile_list(field_subject::delivery, "lines").value();
  EXPECT_EQ(count_field(visit, lines).value(), 2U);
}

TEST(fields, a_path_that_names_nothing_is_refused_with_the_word_that_is_wrong) {
  const auto wrong = [](std::string_view text, error_code why, std::string_view word) {
    std::string problem;
    EXPECT_EQ(field_selector::compile(field_subject::delivery, text, &problem).error(), why) << text;
    EXPECT_EQ(problem, word) << text;
  };
  wrong("beneficiary.nam", error_code::unknown_name, "nam");
  wrong("lines.line_id", error_code::unknown_name, "line_id");
  wrong("beneficiary", error_code::missing, "beneficiary");
  wrong("lines[]", error_code::missing, "lines[]");
  wrong("delivery_id[0]", error_code::conflict, "delivery_id[");
  wrong("lines[0", error_code::invalid_syntax, "[0");
  wrong("lines[x=1].line_id", error_code::unknown_name, "x");
  wrong("delivery_id.x", error_code::unknown_name, "x");
  wrong("", error_code::invalid_syntax, "");
  wrong("retained_period.seconds.x", error_code::unknown_name, "x");
}

TEST(fields, setting_makes_what_is_missing_and_is_checked) {
  delivery visit;
  const auto set = [&](std::string_view text, const field_value& value) {
    return set_field(visit, path(field_subject::delivery, text), value);
  };
  EXPECT_EQ(set("provider.contacts[type=INT].id", std::string("AX-42")), error_code::success);
  ASSERT_EQ(visit.provider.contacts.size(), 1U);
  EXPECT_EQ(visit.provider.contacts[0].type_code->value, "INT");
  EXPECT_EQ(visit.provider.contacts[0].type_code->list_id, "ESPPADOM_CONTACT_PRESTATAIRE");
  EXPECT_EQ(set("correction_code", std::string("COD")), error_code::success);
  EXPECT_EQ(visit.correction_code->list_agency_name, "EDESS");
  EXPECT_EQ(set("stamps.arrival.certified_at", parse_local_time("2026-03-02T09:01:12").value()), error_code::success);
  EXPECT_TRUE(visit.stamps->arrival);
  EXPECT_EQ(set("lines[0].billed_seconds", exact_duration(duration::of_minutes(77))), error_code::success);
  EXPECT_EQ(to_string(visit.lines[0].billed_quantity.value), "1.2833333333");
  EXPECT_EQ(visit.lines[0].billed_quantity.unit_code, "HUR");
  EXPECT_EQ(set("lines[0].service.codes[list=ESPPADOM_TYPE_AIDE]", std::string("APA")), error_code::success);
  EXPECT_EQ(set("lines[0].service.code", std::string("X")), error_code::success);
  EXPECT_EQ(visit.lines[0].service.aid_type(), "APA");
  EXPECT_EQ(visit.lines[0].service.code(), "X");

  EXPECT_EQ(set("delivery_id", std::int64_t{5}), error_code::invalid_value);
  EXPECT_EQ(set("delivery_id", {}), error_code::missing);
  EXPECT_EQ(set("is_deleted", true), error_code::unsupported);
  EXPECT_EQ(set("beneficiary.name", {}), error_code::success);
  EXPECT_EQ(set("correction_code", {}), error_code::success);
  EXPECT_FALSE(visit.correction_code);
  EXPECT_EQ(set_field(visit, path(field_subject::order, "order_id"), std::string("x")), error_code::unsupported);

  circumstances given;
  const auto how = path(field_subject::circumstances, "cancellations[0].condition");
  EXPECT_EQ(set_field(given, how, std::string("billed_paid")), error_code::success);
  EXPECT_EQ(set_field(given, how, std::string("whatever")), error_code::unknown_name);
  EXPECT_EQ(how.choices(), "billed_paid, billed_unpaid, unbilled_unpaid");
}

TEST(fields, invoice_lines_tell_gross_and_base) {
  invoice bill;
  bill.lines.resize(1);
  bill.lines[0].funder_share.value = money::from_cents(2591);
  bill.lines[0].participation_total = amount{money::from_cents(409), {}};
  bill.lines[0].surcharge_total = amount{money::from_cents(500), {}};
  EXPECT_EQ(shown(bill, field_subject::invoice, "lines[0].gross"), "30.00");
  EXPECT_EQ(shown(bill, field_subject::invoice, "lines[0].base"), "25.00");
  bill.type_code.value = "381";
  EXPECT_EQ(shown(bill, field_subject::invoice, "sign"), "-1");
}

TEST(fields, the_list_is_complete_unique_and_every_path_of_it_compiles) {
  for (const auto& subject : enum_names<field_subject>::items) {
    std::set<std::string> seen;
    for (const auto& field : list_fields(subject.value)) {
      EXPECT_TRUE(seen.insert(field.path).second) << field.path;
      EXPECT_FALSE(field.label.empty()) << field.path;
      std::string text = field.path;
      if (field.type == field_type::group) continue;
      const auto made = field_selector::compile(subject.value, text);
      ASSERT_TRUE(made) << text;
      EXPECT_EQ(made->type(), field.type) << text;
      EXPECT_EQ(made->settable(), field.settable) << text;
    }
  }
  std::set<std::string> paths;
  for (const auto& field : list_fields(field_subject::delivery))
    paths.insert(field.path);
  for (const char* wanted :
       {"beneficiary.birth_date", "provider.contacts[].type_code", "stamps.departure.certified_at",
        "lines[].service.codes[].list_id", "lines[].billed_quantity.unit_code", "planned_period.end"})
    EXPECT_TRUE(paths.contains(wanted)) << wanted;
}

// A group without any value leaves no trace in its values; all else is equal.
void without_empty_groups(const circumstances& from, const circumstances& into) {
  EXPECT_EQ(write_json(from), write_json(into));
}
void without_empty_groups(const delivery& from, const delivery& into) {
  EXPECT_EQ(from.delivery_id, into.delivery_id);
  EXPECT_EQ(from.lines, into.lines);
  EXPECT_EQ(from.retained_period, into.retained_period);
  EXPECT_EQ(from.beneficiary.ids, into.beneficiary.ids);
  EXPECT_EQ(from.beneficiary.birth_date, into.beneficiary.birth_date);
  EXPECT_EQ(from.correction_code, into.correction_code);
}

// Every value of a message, copied by path into an empty one, gives the same message: compared through the JSON form,
// which is written without this code.
template <class Message>
void copies_by_path(field_subject subject) {
  random_bits random(7);
  const auto fields = list_fields(subject);
  for (int round = 0; round < 40; ++round) {
    Message from{};
    vary(from, random);
    Message into{};
    const auto copy = [&](const auto& self, const std::string& rest, std::string done) -> void {
      const std::size_t open = rest.find("[]");
      if (open != std::string::npos) {
        const std::string list = done + rest.substr(0, open);
        const auto counted = field_selector::compile_list(subject, list);
        const std::size_t count = count_field(from, counted.value_or(field_selector())).value_or(0);
        for (std::size_t i = 0; i < count; ++i)
          self(self, rest.substr(open + 2), list + "[" + std::to_string(i) + "]");
        return;
      }
      const auto at = field_selector::compile(subject, done + rest);
      ASSERT_TRUE(at) << done + rest;
      const auto value = get_field(from, *at);
      ASSERT_TRUE(value);
      if (has_value(*value)) {
        EXPECT_EQ(set_field(into, *at, *value), error_code::success) << done + rest;
      }
    };
    for (const auto& field : fields) {
      if (!field.derived && field.type != field_type::group) copy(copy, field.path, "");
    }
    without_empty_groups(from, into);
  }
}

TEST(fields, every_delivery_can_be_copied_by_path) { copies_by_path<delivery>(field_subject::delivery); }
TEST(fields, a_list_grows_without_end_value_by_value_and_never_by_a_leap) {
  circumstances given;
  const auto condition = path(field_subject::circumstances, "cancellations[].delivery_id");
  for (std::size_t i = 0; i < 10'050; ++i) {
    const std::size_t at[] = {i};
    ASSERT_EQ(set_field(given, condition, field_value(std::to_string(i)), at), error_code::success) << i;
  }
  EXPECT_EQ(given.cancellations.size(), 10'050U);
  EXPECT_EQ(given.cancellations.back().delivery_id, "10049");
  for (const std::size_t leap : {std::size_t{10'051}, std::size_t{4'000'000'000}}) {
    const std::size_t at[] = {leap};
    EXPECT_EQ(set_field(given, condition, field_value(std::string("far")), at), error_code::out_of_range);
  }
  EXPECT_EQ(given.cancellations.size(), 10'050U);
}

TEST(fields, every_circumstance_can_be_copied_by_path) { copies_by_path<circumstances>(field_subject::circumstances); }

}  // namespace
