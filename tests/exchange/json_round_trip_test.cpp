// Whatever the library describes comes back from its JSON as it was, in every form of writing.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "esppadom/exchange/json.hpp"
#include "varied.hpp"

namespace esppadom_tests {
namespace {

using namespace esppadom;

const json_write_options all_options[] = {{json_layout::compact, json_absent::left_out},
                                          {json_layout::compact, json_absent::shown},
                                          {json_layout::indented, json_absent::left_out},
                                          {json_layout::indented, json_absent::shown}};

template <class T>
void expect_round_trips(std::uint64_t seed, int count,
                        result<T> (*read)(std::string_view, findings&, const json_read_options&)) {
  random_bits random(seed);
  for (int i = 0; i < count; ++i) {
    T value{};
    vary(value, random);
    for (const auto& options : all_options) {
      const std::string text = write_json(value, options);
      findings found;
      const result<T> back = read(text, found, {});
      ASSERT_TRUE(back.has_value()) << text << "\n" << message(found.items().at(0), language::english);
      EXPECT_FALSE(found.has_errors());  // a measure without a unit is worth a warning
      EXPECT_TRUE(*back == value) << text;
      EXPECT_EQ(write_json(*back, options), text);
    }
  }
}

TEST(json_round_trip, circumstances) { expect_round_trips<circumstances>(1, 200, &read_circumstances_json); }
TEST(json_round_trip, delivery) { expect_round_trips<delivery>(2, 200, &read_delivery_json); }
TEST(json_round_trip, order) { expect_round_trips<order>(3, 200, &read_order_json); }
TEST(json_round_trip, invoice) { expect_round_trips<invoice>(4, 200, &read_invoice_json); }

TEST(json_round_trip, extras_travel_with_their_struct) {
  delivery value;
  value.delivery_id = "D1";
  value.beneficiary.extras.items.push_back({extra::kind::element, "a/b", "ID", 2, "x", "<x>é</x>"});
  const std::string text = write_json(value);
  findings found;
  const auto back = read_delivery_json(text, found);
  ASSERT_TRUE(back.has_value()) << text;
  EXPECT_EQ((*back).beneficiary.extras.items, value.beneficiary.extras.items);
}

TEST(json_round_trip, the_second_reading_of_the_repeated_hour_keeps_its_fold) {
  circumstances value;
  planned_visit visit;
  visit.start = local_time::of(2026, 10, 25, 2, 30, 0, 1).value();
  visit.end = local_time::of(2026, 10, 25, 2, 45, 0, 0).value();
  value.planned_visits.push_back(visit);
  const std::string text = write_json(value);
  EXPECT_NE(text.find("\"2026-10-25T02:30:00+01:00\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"2026-10-25T02:45:00\""), std::string::npos) << text;
  findings found;
  EXPECT_EQ(read_circumstances_json(text, found).value(), value);
}

std::string content_of(const std::string& name) {
  std::ifstream file(std::string(ESPPADOM_SOURCE_DIR) + "/tests/exchange/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// json_oracle_test.py proves that both files are what Python's json module writes.
TEST(json_round_trip, both_layouts_are_those_of_python) {
  const std::string compact = content_of("json_oracle.compact.json");
  findings found;
  const auto value = read_circumstances_json(compact, found);
  ASSERT_TRUE(value.has_value()) << message(found.items().at(0), language::english);
  EXPECT_EQ(write_json(*value, {json_layout::compact, json_absent::shown}) + "\n", compact);
  EXPECT_EQ(write_json(*value, {json_layout::indented, json_absent::shown}) + "\n",
            content_of("json_oracle.indented.json"));
}

}  // namespace
}  // namespace esppadom_tests
