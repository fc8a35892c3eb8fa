// Reads the vectors of tests/vectors: times, fragments of rule sets over the neutral one, exact fractions. Rules are
// read from their descriptions, apart from the library's own loader, so that kernel tests do not depend on it.
#pragma once

#include <gtest/gtest.h>
#include <simdjson.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/special.hpp"

namespace vectors {

using rational = boost::multiprecision::cpp_rational;
using boost::multiprecision::cpp_int;
using json = simdjson::dom::element;

/// "19200/31", "-5" or "2.458" as an exact fraction.
inline rational to_rational(std::string_view text) {
  const auto slash = text.find('/');
  if (slash != std::string_view::npos) return to_rational(text.substr(0, slash)) / to_rational(text.substr(slash + 1));
  if (text.starts_with('-')) return -to_rational(text.substr(1));
  cpp_int digits = 0;
  cpp_int scale = 1;
  bool fraction = false;
  for (const char c : text) {
    if (c == '.') {
      fraction = true;
      continue;
    }
    EXPECT_TRUE(c >= '0' && c <= '9') << text;
    digits = digits * 10 + (c - '0');
    if (fraction) scale *= 10;
  }
  return rational(digits, scale);
}

inline rational to_rational(const esppadom::exact_amount& amount) { return to_rational(esppadom::to_string(amount)); }
inline rational to_rational(const esppadom::exact_duration& time) { return to_rational(esppadom::to_string(time)); }

inline std::string text_of(const json& value) {
  return value.is_string() ? std::string(std::string_view(value)) : simdjson::to_string(value);
}

// -- rules ------------------------------------------------------------------------------------------------------------

template <class T>
T read_value(const json& value, esppadom::parameter_unit unit);

template <class T>
void read_group(const json& object, T& into) {
  std::set<std::string, std::less<>> known;
  esppadom::for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = esppadom::member_type<Entry::member>;
    known.insert(std::string(esppadom::key_of(entry)));
    json value;
    if (object[esppadom::key_of(entry)].get(value) != simdjson::SUCCESS) return;
    if constexpr (esppadom::described<type>) {
      read_group(value, into.*Entry::member);
    } else {
      esppadom::parameter_unit unit = esppadom::parameter_unit::none;
      if constexpr (requires { entry.unit; }) unit = entry.unit;
      into.*Entry::member = read_value<type>(value, unit);
    }
  });
  for (const auto [key, value] : simdjson::dom::object(object))
    EXPECT_TRUE(known.contains(key)) << "unknown key " << key;
}

template <class T>
T read_value(const json& value, esppadom::parameter_unit unit) {
  using namespace esppadom;
  if constexpr (is_optional<T>::value) {
    if (value.is_null()) return std::nullopt;
    return read_value<typename T::value_type>(value, unit);
  } else if constexpr (is_vector<T>::value) {
    T list;
    if constexpr (keyed_entry<typename T::value_type> && requires(typename T::value_type e) { e.meaning; }) {
      for (const auto [key, each] : simdjson::dom::object(value))
        list.push_back({std::string(key), read_value<visit_class>(each, unit)});
    } else {
      for (const json each : simdjson::dom::array(value))
        list.push_back(read_value<typename T::value_type>(each, unit));
    }
    return list;
  } else if constexpr (std::is_same_v<T, bool>) {
    return bool(value);
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return std::int64_t(value);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return text_of(value);
  } else if constexpr (std::is_enum_v<T>) {
    return parse_enum<T>(std::string_view(value)).value();
  } else if constexpr (std::is_same_v<T, duration>) {
    const rational seconds = to_rational(text_of(value)) * (unit == parameter_unit::hours     ? 3600
                                                            : unit == parameter_unit::minutes ? 60
                                                                                              : 1);
    EXPECT_EQ(denominator(seconds), 1);
    return duration::of_seconds(static_cast<std::int64_t>(numerator(seconds)));
  } else if constexpr (std::is_same_v<T, percentage>) {
    return parse_percentage(text_of(value)).value();
  } else if constexpr (std::is_same_v<T, unit_price>) {
    return unit_price::from_decimal(parse_decimal(text_of(value)).value()).value();
  } else if constexpr (std::is_same_v<T, money>) {
    return parse_money(text_of(value)).value();
  } else if constexpr (std::is_same_v<T, time_of_day>) {
    return parse_time_of_day(std::string_view(value)).value();
  } else if constexpr (std::is_same_v<T, local_date>) {
    return parse_local_date(std::string_view(value)).value();
  } else {
    T group{};
    read_group(value, group);
    return group;
  }
}

/// The parameters of the kernel, neutral but for what a fragment sets. Keys of the calendar stand at the top.
struct kernel_rules {
  esppadom::calendar_rules calendar;
  esppadom::stamp_rules stamps;
  esppadom::duration_rules duration;
  esppadom::declarative_rules declarative;
  esppadom::incompatible_rules incompatible;
};

inline kernel_rules read_rules(const json& fragment) {
  kernel_rules rules;
  json group;
  if (fragment["stamps"].get(group) == simdjson::SUCCESS) read_group(group, rules.stamps);
  if (fragment["duration"].get(group) == simdjson::SUCCESS) read_group(group, rules.duration);
  if (fragment["declarative"].get(group) == simdjson::SUCCESS) read_group(group, rules.declarative);
  if (fragment["incompatible"].get(group) == simdjson::SUCCESS) read_group(group, rules.incompatible);
  esppadom::for_each_member<esppadom::calendar_rules>([&]<class Entry>(const Entry& entry) {
    json value;
    if (fragment[entry.key].get(value) != simdjson::SUCCESS) return;
    rules.calendar.*Entry::member =
        read_value<esppadom::member_type<Entry::member>>(value, esppadom::parameter_unit::none);
  });
  return rules;
}

// -- times ------------------------------------------------------------------------------------------------------------

inline esppadom::local_time read_time(std::string_view text, std::uint8_t fold = 0) {
  esppadom::local_time time = esppadom::parse_local_time(text).value();
  time.fold = fold;
  return time;
}

inline esppadom::interval read_interval(const json& pair) {
  return {read_time(std::string_view(pair.at(0))), read_time(std::string_view(pair.at(1)))};
}

inline std::uint8_t read_fold(const json& object, std::string_view key) {
  std::int64_t fold = 0;
  return object[key].get(fold) == simdjson::SUCCESS ? static_cast<std::uint8_t>(fold) : std::uint8_t{0};
}

inline esppadom::visit_times read_times(const json& object) {
  esppadom::visit_times times;
  std::string_view text;
  json pair;
  if (object["arrival"].get(text) == simdjson::SUCCESS)
    times.arrival = read_time(text, read_fold(object, "arrival_fold"));
  if (object["departure"].get(text) == simdjson::SUCCESS)
    times.departure = read_time(text, read_fold(object, "departure_fold"));
  if (object["retained"].get(pair) == simdjson::SUCCESS) times.retained = read_interval(pair);
  if (object["planned"].get(pair) == simdjson::SUCCESS) times.planned = read_interval(pair);
  return times;
}

/// Calls `run(input, expected)` for every case of a file under tests/vectors.
template <class Run>
void for_each_case(const std::string& file, Run run) {
  simdjson::dom::parser parser;
  json root;
  ASSERT_EQ(parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/vectors/" + file).get(root), simdjson::SUCCESS);
  std::size_t count = 0;
  for (const json each : simdjson::dom::array(root["cases"])) {
    SCOPED_TRACE(file + ": " + std::string(std::string_view(each["name"])));
    run(json(each["input"]), json(each["expected"]));
    ++count;
  }
  EXPECT_GT(count, 0U);
}

}  // namespace vectors
