// Values for property tests: fills whatever is described with values that depend on a random generator.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/value/code.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/identifier.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/quantity.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom_tests {

using random_bits = std::mt19937_64;

inline std::int64_t pick(random_bits& random, std::int64_t least, std::int64_t most) {
  return std::uniform_int_distribution<std::int64_t>(least, most)(random);
}

inline std::string some_text(random_bits& random) {
  static const std::vector<std::string> pieces = {"a", "Z", "0",  " ",  "\"",   "\\", "/",
                                                  "é", "œ", "\n", "\t", "\x01", "€",  "\xF0\x9D\x84\x9E",
                                                  "'", "{", "]",  ",",  "~"};
  std::string out = "t";
  for (std::int64_t i = pick(random, 0, 6); i > 0; --i)
    out += pieces[static_cast<std::size_t>(pick(random, 0, static_cast<std::int64_t>(pieces.size()) - 1))];
  return out;
}

template <class T>
void vary(T& value, random_bits& random);

template <class T>
void vary_members(T& value, random_bits& random) {
  esppadom::for_each_member<T>([&](const auto& entry) { vary(value.*(entry.member), random); });
}

template <class T>
void vary_list(std::vector<T>& value, random_bits& random) {
  value.resize(static_cast<std::size_t>(pick(random, 0, 2)));
  int number = 0;
  for (auto& item : value) {
    vary(item, random);
    if constexpr (esppadom::keyed_entry<T>) {  // keys of one object differ
      auto& key = item.*(esppadom::entry_of<0>(esppadom::description<T>).member);
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(key)>, std::string>) {
        key += std::to_string(number++);
      } else {
        using choice = std::remove_cvref_t<decltype(key)>;
        key = esppadom::enum_names<choice>::items[number++].value;
      }
    }
  }
}

template <class T>
void vary(T& value, random_bits& random) {
  using namespace esppadom;
  if constexpr (is_optional<T>::value) {
    value.reset();
    if (pick(random, 0, 2) > 0) vary(value.emplace(), random);
  } else if constexpr (is_vector<T>::value) {
    vary_list(value, random);
  } else if constexpr (std::is_same_v<T, bool>) {
    value = pick(random, 0, 1) == 1;
  } else if constexpr (std::is_enum_v<T>) {
    const auto& items = enum_names<T>::items;
    value = items[pick(random, 0, static_cast<std::int64_t>(std::size(items)) - 1)].value;
  } else if constexpr (std::is_integral_v<T>) {
    value = static_cast<T>(pick(random, 0, 100));
  } else if constexpr (std::is_same_v<T, std::string>) {
    value = some_text(random);
  } else if constexpr (std::is_same_v<T, money>) {
    value = money::from_cents(pick(random, -1'000'000, 1'000'000));
  } else if constexpr (std::is_same_v<T, unit_price>) {
    value = unit_price::from_e6(pick(random, 0, 100'000'000));
  } else if constexpr (std::is_same_v<T, percentage>) {
    value = percentage::from_e4(pick(random, 0, 1'000'000));
  } else if constexpr (std::is_same_v<T, quantity>) {
    value = quantity::from_e4(pick(random, 0, 10'000));
  } else if constexpr (std::is_same_v<T, decimal>) {
    value = decimal{pick(random, -1'000'000'000, 1'000'000'000), static_cast<std::uint8_t>(pick(random, 0, 9))};
  } else if constexpr (std::is_same_v<T, duration>) {
    value = duration::of_seconds(pick(random, 0, 1'000'000));
  } else if constexpr (std::is_same_v<T, exact_duration>) {
    value = exact_duration::of_ratio(pick(random, -1'000'000, 1'000'000), pick(random, 1, 100));
  } else if constexpr (std::is_same_v<T, local_date>) {
    value = local_date{static_cast<std::int32_t>(pick(random, 15'000, 25'000))};
  } else if constexpr (std::is_same_v<T, local_month>) {
    value = local_month::of(local_date{static_cast<std::int32_t>(pick(random, 15'000, 25'000))});
  } else if constexpr (std::is_same_v<T, local_time>) {
    value = local_time{pick(random, 1'300'000'000, 2'000'000'000), 0};
  } else if constexpr (std::is_same_v<T, time_of_day>) {
    value = time_of_day{static_cast<std::int32_t>(pick(random, 0, 86'400))};
  } else if constexpr (std::is_same_v<T, identifier>) {
    value = {some_text(random), pick(random, 0, 1) ? some_text(random) : "", pick(random, 0, 1) ? "agency" : ""};
  } else if constexpr (std::is_same_v<T, code>) {
    value = {pick(random, 0, 3) ? some_text(random) : "", pick(random, 0, 1) ? some_text(random) : "", ""};
  } else if constexpr (std::is_same_v<T, measure>) {
    vary(value.value, random);
    value.unit_code = pick(random, 0, 1) ? "HUR" : "";
  } else if constexpr (std::is_same_v<T, amount> || std::is_same_v<T, price>) {
    vary(value.value, random);
    value.currency = pick(random, 0, 1) ? "EUR" : "";
  } else {
    static_assert(described<T>);
    vary_members(value, random);
  }
}

}  // namespace esppadom_tests
