// Reads any value the library describes from JSON. For sources of exchange; users see the functions of
// exchange/json.hpp.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/exchange/findings.hpp"
#include "esppadom/rules/findings.hpp"
#include "esppadom/value/int128.hpp"
#include "exchange/json_reader.hpp"
#include "exchange/json_scalars.hpp"
#include "exchange/json_values.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// What an entry of a description asks of a value beyond its type, in the unit of the file.
struct value_bounds {
  parameter_unit unit = parameter_unit::none;
  std::int64_t minimum = std::int64_t{-1} << 62;
  std::int64_t maximum = std::int64_t{1} << 62;
  std::array<std::int64_t, 8> choices{};
  std::uint8_t choice_count = 0;
};

template <class Entry>
constexpr value_bounds bounds_of(const Entry& entry) {
  if constexpr (requires { entry.minimum; }) {
    return {entry.unit, entry.minimum, entry.maximum, entry.choices, entry.choice_count};
  } else {
    return {};
  }
}

/// Reads a value into `out`; false when there was a finding. The source may be dead afterwards.
template <class T>
bool read_value(json_source& from, json_value& value, const json_step& step, T& out, const value_bounds& bounds = {});

/// What is written in the place of a value, in words.
struct json_expectation {
  std::string_view en;
  std::string_view fr;
};

/// A duration is written in the unit of its key, other values in the form of their type.
template <class T>
constexpr json_expectation json_expectation_of(parameter_unit unit) {
  if constexpr (std::is_same_v<T, duration>) {
    if (unit == parameter_unit::minutes)
      return {"a number of minutes such as 90 or 7.5", "un nombre de minutes comme 90 ou 7.5"};
    if (seconds_of(unit) != 1) return {"a number of hours such as 24", "un nombre d'heures comme 24"};
  }
  return {json_scalar<T>::expected_en, json_scalar<T>::expected_fr};
}

inline bool bad_value(json_source& from, const json_step& step, const json_token& found, error_code why,
                      const json_expectation& expected) {
  from.report(json_bad_value, step, found.at,
              {quoted_for_finding(found.text),
               std::string(error_message(why, language::english)) + "; expected: " + std::string(expected.en),
               std::string(error_message(why, language::french)) + " ; attendu : " + std::string(expected.fr)});
  return false;
}

/// Whether value / scale lies within the bounds of its entry.
inline bool check_bounds(json_source& from, const json_step& step, const json_token& found, std::int64_t value,
                         std::int64_t scale, const value_bounds& bounds) {
  constexpr value_bounds any;
  if (bounds.choice_count == 0 && bounds.minimum == any.minimum && bounds.maximum == any.maximum) return true;
  if (bounds.choice_count > 0) {
    std::string choices;
    for (std::uint8_t i = 0; i < bounds.choice_count; ++i) {
      if (int128{value} == int128{bounds.choices[i]} * scale) return true;
      choices += (i == 0 ? "" : ", ") + std::to_string(bounds.choices[i]);
    }
    from.report(json_unknown_choice, step, found.at, {quoted_for_finding(found.text), choices});
    return false;
  }
  if (int128{value} >= int128{bounds.minimum} * scale && int128{value} <= int128{bounds.maximum} * scale) return true;
  from.report(json_out_of_range, step, found.at,
              {quoted_for_finding(found.text), std::to_string(bounds.minimum), std::to_string(bounds.maximum)});
  return false;
}

/// The bounds of a value that was read, for the types that are numbers.
template <class T>
bool within_bounds(json_source& from, const json_step& step, const json_token& found, const T& value,
                   const value_bounds& bounds) {
  if constexpr (std::is_same_v<T, money>) {
    return check_bounds(from, step, found, value.cents, 100, bounds);
  } else if constexpr (std::is_same_v<T, unit_price>) {
    return check_bounds(from, step, found, value.e6, 1'000'000, bounds);
  } else if constexpr (std::is_same_v<T, percentage> || std::is_same_v<T, quantity>) {
    return check_bounds(from, step, found, value.e4, 10'000, bounds);
  } else if constexpr (std::is_same_v<T, duration>) {
    return check_bounds(from, step, found, value.seconds, seconds_of(bounds.unit), bounds);
  } else if constexpr (std::is_same_v<T, decimal>) {
    return check_bounds(from, step, found, value.coefficient, powers_of_ten[value.scale], bounds);
  } else {
    return true;
  }
}

/// A duration written in minutes, hours or days: "7.5" minutes are 450 s, "100/60" minutes 100 s.
inline result<duration> parse_duration_in(std::string_view text, parameter_unit unit) {
  const std::int64_t factor = seconds_of(unit);
  const std::size_t slash = text.find('/');
  decimal number;
  if (const error_code e = parse_decimal(text.substr(0, slash)).get(number); e != error_code::success) return e;
  std::int64_t divisor = 1;
  if (slash != std::string_view::npos) {
    const std::string_view below = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(below.data(), below.data() + below.size(), divisor);
    if (error != std::errc{} || end != below.data() + below.size() || divisor <= 0) return error_code::invalid_syntax;
  }
  const int128 seconds = int128{number.coefficient} * factor;
  const int128 parts = int128{powers_of_ten[number.scale]} * divisor;
  if (seconds % parts != 0) return error_code::inexact;
  if (!fits_int64(seconds / parts)) return error_code::overflow;
  return duration::of_seconds(static_cast<std::int64_t>(seconds / parts));
}

template <class T>
result<T> parse_scalar(std::string_view text, parameter_unit unit) {
  if constexpr (std::is_same_v<T, duration>) {
    if (seconds_of(unit) != 1) return parse_duration_in(text, unit);
  }
  return json_scalar<T>::parse(text);
}

template <json_scalar_type T>
bool read_scalar(json_source& from, json_value& value, const json_step& step, T& out, const value_bounds& bounds) {
  const json_token found = from.token(value, step);
  if (from.is_dead()) return false;
  const bool is_number = found.what == json_token::kind::number && json_scalar<T>::accepts_number;
  if (found.what != json_token::kind::string && !is_number) {
    const json_expectation expected = json_expectation_of<T>(bounds.unit);
    from.wrong_type(step, found, expected.en, expected.fr);
    return false;
  }
  const error_code error = parse_scalar<T>(found.text, bounds.unit).get(out);
  if (error != error_code::success) return bad_value(from, step, found, error, json_expectation_of<T>(bounds.unit));
  return within_bounds(from, step, found, out, bounds);
}

inline constexpr json_expectation of_whole_number{"a whole number", "un nombre entier"};

template <class T>
bool read_integer(json_source& from, json_value& value, const json_step& step, T& out, const value_bounds& bounds) {
  const json_token found = from.token(value, step);
  if (from.is_dead()) return false;
  if (found.what != json_token::kind::number) {
    from.wrong_type(step, found, of_whole_number.en, of_whole_number.fr);
    return false;
  }
  const auto [end, error] = std::from_chars(found.text.data(), found.text.data() + found.text.size(), out);
  if (error == std::errc::result_out_of_range)
    return bad_value(from, step, found, error_code::out_of_range, of_whole_number);
  if (error != std::errc{} || end != found.text.data() + found.text.size())
    return bad_value(from, step, found, error_code::inexact, of_whole_number);
  return check_bounds(from, step, found, static_cast<std::int64_t>(out), 1, bounds);
}

template <class E>
std::string choices_of() {
  std::string out;
  for (const auto& item : enum_names<E>::items) {
    if (!out.empty()) out += ", ";
    out += item.name;
  }
  return out;
}

template <class E>
bool parse_choice(json_source& from, const json_step& step, std::string_view text, const char* at, E& out) {
  if (parse_enum<E>(text).get(out) == error_code::success) return true;
  from.report(json_unknown_choice, step, at, {quoted_for_finding(text), choices_of<E>()});
  return false;
}

template <class E>
bool read_enum(json_source& from, json_value& value, const json_step& step, E& out) {
  const json_token found = from.token(value, step);
  if (from.is_dead()) return false;
  if (found.what != json_token::kind::string) {
    from.wrong_type(step, found, "one of: " + choices_of<E>(), "l'une des valeurs : " + choices_of<E>());
    return false;
  }
  return parse_choice(from, step, found.text, found.at, out);
}

/// Whether a value is a container of that kind; else a finding, and the value is passed over.
inline bool expect_container(json_source& from, json_value& value, const json_step& step, char bracket) {
  const char* at = json_source::start_of(value);
  if (*at == bracket) return true;
  const json_token found = from.token(value, step);
  if (from.is_dead()) return false;
  from.wrong_type(step, found, bracket == '{' ? "an object" : "a list", bracket == '{' ? "un objet" : "une liste");
  if (found.what == json_token::kind::object || found.what == json_token::kind::array) from.pass_over(value, step);
  return false;
}

template <class T>
bool read_list(json_source& from, json_value& value, const json_step& step, std::vector<T>& out,
               const value_bounds& bounds) {
  if (!expect_container(from, value, step, '[')) return false;
  out.clear();
  bool good = true;
  from.for_each_item_of(value, step, [&](std::size_t index, json_value& content) {
    T item{};
    good &= read_value(from, content, step.at(index), item, bounds);
    out.push_back(std::move(item));
  });
  return good && !from.is_dead();
}

template <class T>
bool read_keyed(json_source& from, json_value& value, const json_step& step, std::vector<T>& out,
                const value_bounds& bounds) {
  using list = keyed_list<std::vector<T>>;
  if (!expect_container(from, value, step, '{')) return false;
  out.clear();
  bool good = true;
  from.for_each_member_of(value, step, [&](std::string_view name, const char* at, json_value& content) {
    const json_step here = step.under(name);
    T item{};
    auto& key = item.*(list::key);
    if constexpr (std::is_enum_v<std::remove_cvref_t<decltype(key)>>) {
      good &= parse_choice(from, here, name, at, key);
    } else {
      key = name;
    }
    for (const auto& other : out) {
      if (!(other.*(list::key) == key)) continue;
      from.report(json_duplicate_key, here, at, {quoted_for_finding(name)});
      good = false;
    }
    good &= read_value(from, content, here, item.*(list::content), bounds);
    out.push_back(std::move(item));
  });
  return good && !from.is_dead();
}

/// Reads a member whose key is unknown: an error when strict, a warning when lenient.
inline bool read_unknown(json_source& from, json_value& value, const json_step& step, const char* at,
                         const std::string& known, std::string* kept = nullptr) {
  from.pass_over(value, step, kept);
  if (from.failure() == error_code::too_deep) return false;  // one cause, told already
  if (from.is_strict()) {
    from.report(json_unknown_key, step, at, {quoted_for_finding(step.key), known});
  } else {
    from.report(json_kept_key, step, at, {quoted_for_finding(step.key)});
  }
  return !from.is_strict();
}

template <described T>
std::string known_keys() {
  std::string out;
  for_each_member<T>([&](const auto& entry) {
    if (!out.empty()) out += ", ";
    out += key_of(entry);
  });
  return out;
}

template <described T>
constexpr std::size_t member_count() {
  std::size_t count = 0;
  for_each_member<T>([&](const auto&) { ++count; });
  return count;
}

/// What a family that is not built, or a value that is not built, makes of a rule file; defined for parameters only.
template <class Owner, class Entry>
bool check_built(json_source& from, const json_step& step, const char* at, const Entry& entry, const Owner& owner);

template <described T>
bool read_described(json_source& from, json_value& value, const json_step& step, T& out) {
  if (!expect_container(from, value, step, '{')) return false;
  const char* start = json_source::start_of(value);
  std::array<bool, member_count<T>() + 1> seen{};
  bool good = true;
  from.for_each_member_of(value, step, [&](std::string_view name, const char* at, json_value& content) {
    const json_step here = step.under(name);
    bool known = false;
    const auto take = [&](std::size_t index, auto&& read) {
      known = true;
      if (seen[index]) {
        from.report(json_duplicate_key, here, at, {quoted_for_finding(name)});
        good = false;
      }
      seen[index] = true;
      good &= read();
    };
    std::size_t index = 0;
    for_each_member<T>([&](const auto& entry) {
      const std::size_t mine = index++;
      if (known || key_of(entry) != name) return;
      take(mine, [&] {
        if (!read_value(from, content, here, out.*(entry.member), bounds_of(entry))) return false;
        return check_built(from, here, at, entry, out);
      });
    });
    if constexpr (has_extras<T>) {
      if (!known && name == "extras") take(index, [&] { return read_value(from, content, here, out.extras.items); });
    }
    if (!known) good &= read_unknown(from, content, here, at, known_keys<T>());
  });
  if (from.is_dead()) return false;
  std::size_t index = 0;
  for_each_member<T>([&](const auto& entry) {
    using type = std::remove_cvref_t<decltype(out.*(entry.member))>;
    const bool may_miss = is_optional<type>::value || is_vector<type>::value;
    if (seen[index++] || may_miss) return;
    if constexpr (std::is_same_v<type, local_time>) out.*(entry.member) = local_time::invalid();
    if (!from.is_strict()) return;
    from.report(json_missing_key, step, start, {std::string(key_of(entry))});
    good = false;
  });
  return good;
}

template <plain_struct T>
bool read_plain(json_source& from, json_value& value, const json_step& step, T& out) {
  if constexpr (collapses_to_text<T>) {
    if (*json_source::start_of(value) == '"') return read_value(from, value, step, out.value);
  }
  if (!expect_container(from, value, step, '{')) return false;
  [[maybe_unused]] const char* start = json_source::start_of(value);
  bool good = true;
  std::uint32_t seen = 0;
  from.for_each_member_of(value, step, [&](std::string_view name, const char* at, json_value& content) {
    const json_step here = step.under(name);
    bool known = false;
    std::uint32_t bit = 1;
    const auto one = [&](std::string_view key, auto& member) {
      const std::uint32_t mine = bit;
      bit <<= 1;
      if (known || key != name) return;
      known = true;
      if ((seen & mine) != 0) {
        from.report(json_duplicate_key, here, at, {quoted_for_finding(name)});
        good = false;
      }
      seen |= mine;
      good &= read_value(from, content, here, member);
    };
    std::apply([&](const auto&... member) { (one(member.key, out.*(member.member)), ...); }, plain_members<T>);
    if (!known) good &= read_unknown(from, content, here, at, "value, …");
  });
  if constexpr (std::is_same_v<T, measure>) {
    if (good && out.unit_code.empty()) from.report(exchange_findings::no_unit, step, start, {std::string(step.key)});
  }
  return good && !from.is_dead();
}

template <class T>
bool read_value(json_source& from, json_value& value, const json_step& step, T& out, const value_bounds& bounds) {
  if constexpr (is_optional<T>::value) {
    if (*json_source::start_of(value) == 'n') {
      out.reset();
      return from.token(value, step).what == json_token::kind::null;
    }
    return read_value(from, value, step, out.emplace(), bounds);
  } else if constexpr (keyed_list<T>::value) {
    return read_keyed(from, value, step, out, bounds);
  } else if constexpr (is_vector<T>::value) {
    return read_list(from, value, step, out, bounds);
  } else if constexpr (plain_struct<T>) {
    return read_plain(from, value, step, out);
  } else if constexpr (described<T>) {
    return read_described(from, value, step, out);
  } else if constexpr (json_scalar_type<T>) {
    return read_scalar(from, value, step, out, bounds);
  } else if constexpr (std::is_same_v<T, bool>) {
    const json_token found = from.token(value, step);
    if (from.is_dead()) return false;
    if (found.what != json_token::kind::boolean) {
      from.wrong_type(step, found, "true or false", "true ou false");
      return false;
    }
    out = found.text == "true";
    return true;
  } else if constexpr (std::is_enum_v<T>) {
    return read_enum(from, value, step, out);
  } else if constexpr (std::is_integral_v<T>) {
    return read_integer(from, value, step, out, bounds);
  } else {
    const json_token found = from.token(value, step);
    if (from.is_dead()) return false;
    if (found.what != json_token::kind::string) {
      from.wrong_type(step, found, "a string", "une chaîne");
      return false;
    }
    out = found.text;
    return true;
  }
}

/// The dotted name of a parameter: "stamps.missing.start". Keys of the file above the rule set are left out.
inline std::string parameter_name(const json_step& step) {
  std::string out;
  for (const json_step* at = &step; at != nullptr && at->parent != nullptr; at = at->parent) {
    if (at->key == "rule_set" || at->key == "rule_sets") break;
    if (at->index != json_step::no_index) continue;
    out = out.empty() ? std::string(at->key) : std::string(at->key) + "." + out;
  }
  return out;
}

/// The first value of an enumeration that is not built, by name; empty when all are.
template <class T>
std::string_view value_not_built(std::uint64_t built, const T& value) {
  if constexpr (is_optional<T>::value) {
    return value ? value_not_built(built, *value) : std::string_view{};
  } else if constexpr (is_vector<T>::value) {
    for (const auto& item : value) {
      const std::string_view found = value_not_built(built, item);
      if (!found.empty()) return found;
    }
    return {};
  } else if constexpr (std::is_enum_v<T>) {
    return ((built >> static_cast<unsigned>(value)) & 1) != 0 ? std::string_view{} : name_of(value);
  } else {
    return {};
  }
}

template <class Owner, class Entry>
bool check_built(json_source& from, const json_step& step, const char* at, const Entry& entry, const Owner& owner) {
  if constexpr (requires { entry.neutral_only; }) {
    const auto& value = owner.*(entry.member);
    if (entry.neutral_only && !(value == Owner{}.*(entry.member))) {
      from.report(rul_not_built, step, at, {parameter_name(step)});
      return false;
    }
    const std::string_view missing = value_not_built(entry.built, value);
    if (!missing.empty()) {
      from.report(rul_value_not_built, step, at, {parameter_name(step), std::string(missing)});
      return false;
    }
  }
  return true;
}

/// The value a text holds, or why there is none; `out` then has at least one error more.
template <class T>
result<T> read_json_text(std::string_view bytes, findings& out, const json_read_options& options,
                         const json_origin& origin = {}) {
  json_source from(bytes, out, options, origin);
  T value{};
  bool good = true;
  const bool whole = from.with_root([&](json_value& root) { good = read_value(from, root, json_step{}, value); });
  if (!whole || !good || from.errors() > 0) return from.failure();
  return value;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
