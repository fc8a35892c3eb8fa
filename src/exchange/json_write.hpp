// Writes any value the library describes. For sources of exchange; users see the functions of exchange/json.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "exchange/json_scalars.hpp"
#include "exchange/json_values.hpp"
#include "exchange/json_writer.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

template <class T>
void write_value(json_writer& to, const T& value, json_absent absent, parameter_unit unit = parameter_unit::none);

// A duration in the unit of its parameter: 450 s are 7.5 minutes. A number of seconds that no decimal gives is written
// as a fraction, "100/60".
inline void write_duration(json_writer& to, duration value, parameter_unit unit) {
  const std::int64_t factor = seconds_of(unit);
  std::string text;
  std::int64_t scaled = value.seconds;
  for (std::uint8_t scale = 0; value.is_valid() && scale <= 7; ++scale) {
    if (scaled % factor == 0) {
      append_to(text, decimal{scaled / factor, scale});
      return to.raw(text);
    }
    if (checked_mul(scaled, std::int64_t{10}, scaled)) break;
  }
  append_to(text, value);
  to.string(value.is_valid() ? text + "/" + to_string(duration::of_seconds(factor)) : text);
}

template <class K>
std::string_view text_of_key(const K& key) {
  if constexpr (std::is_enum_v<K>) {
    return name_of(key);
  } else {
    return key;
  }
}

/// Whether a member is left out of the output.
template <class T>
bool is_absent(const T& value, json_absent absent) {
  if (absent == json_absent::shown) return false;
  if constexpr (is_optional<T>::value) {
    return !value.has_value();
  } else if constexpr (is_vector<T>::value) {
    return value.empty();
  } else if constexpr (std::is_same_v<T, local_time>) {
    return !value.is_valid();  // a mandatory time that was not there
  } else {
    return false;
  }
}

template <class T>
void write_plain(json_writer& to, const T& value, json_absent absent) {
  bool rest_is_empty = true;
  std::apply(
      [&](const auto&, const auto&... member) {
        if constexpr (collapses_to_text<T>) rest_is_empty = ((value.*(member.member)).empty() && ...);
      },
      plain_members<T>);
  if constexpr (collapses_to_text<T>) {
    if (rest_is_empty) return to.string(value.value);
  }
  to.begin_object();
  std::apply(
      [&](const auto&... member) {
        const auto one = [&](std::string_view key, const auto& content) {
          if constexpr (std::is_same_v<std::remove_cvref_t<decltype(content)>, std::string>) {
            if (content.empty() && key != "value") return;
          } else if constexpr (std::is_integral_v<std::remove_cvref_t<decltype(content)>>) {
            if (content == 0) return;
          }
          to.key(key);
          write_value(to, content, absent);
        };
        (one(member.key, value.*(member.member)), ...);
      },
      plain_members<T>);
  to.end_object();
}

template <described T>
void write_members(json_writer& to, const T& value, json_absent absent) {
  for_each_member<T>([&](const auto& entry) {
    const auto& content = value.*(entry.member);
    if (is_absent(content, absent)) return;
    to.key(key_of(entry));
    if constexpr (requires { entry.unit; }) {
      write_value(to, content, absent, entry.unit);
    } else {
      write_value(to, content, absent);
    }
  });
  if constexpr (has_extras<T>) {
    if (!value.extras.items.empty()) {
      to.key("extras");
      write_value(to, value.extras.items, absent);
    }
  }
}

template <class T>
void write_value(json_writer& to, const T& value, json_absent absent, parameter_unit unit) {
  if constexpr (is_optional<T>::value) {
    if (value) {
      write_value(to, *value, absent, unit);
    } else {
      to.raw("null");
    }
  } else if constexpr (keyed_list<T>::value) {
    to.begin_object();
    for (const auto& item : value) {
      to.key(text_of_key(item.*(keyed_list<T>::key)));
      write_value(to, item.*(keyed_list<T>::content), absent, unit);
    }
    to.end_object();
  } else if constexpr (is_vector<T>::value) {
    to.begin_array();
    for (const auto& item : value)
      write_value(to, static_cast<const value_of_t<T>&>(item), absent, unit);
    to.end_array();
  } else if constexpr (plain_struct<T>) {
    write_plain(to, value, absent);
  } else if constexpr (described<T>) {
    to.begin_object();
    write_members(to, value, absent);
    to.end_object();
  } else if constexpr (std::is_same_v<T, duration>) {
    write_duration(to, value, unit);
  } else if constexpr (json_scalar_type<T>) {
    std::string text;
    json_scalar<T>::append(text, value);
    if (json_scalar<T>::quoted) {
      to.string(text);
    } else {
      to.raw(text);
    }
  } else if constexpr (std::is_same_v<T, bool>) {
    to.raw(value ? "true" : "false");
  } else if constexpr (std::is_enum_v<T>) {
    to.string(name_of(value));
  } else if constexpr (std::is_integral_v<T>) {
    to.integer(static_cast<std::int64_t>(value));
  } else {
    to.string(std::string_view(value));
  }
}

/// The JSON of a value as one text, without a line end.
template <class T>
std::string json_text_of(const T& value, const json_write_options& options) {
  std::string out;
  json_writer to(out, options.layout);
  write_value(to, value, options.absent);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
