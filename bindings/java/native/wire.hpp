// How values cross the border to Java: one binary form that follows the descriptions, so that neither side has code of
// its own for any message. Little-endian; members in the order of their description.
//
//   text, bytes      size (uint32), bytes                    integer, money, prices, rates   int64, in their own scale
//   boolean, choice  one byte (a choice: its place)          duration                        int64 seconds
//   decimal          int64 and its scale (one byte)          date, month                     int32: days, months since
//   0 optional         one byte, then the value                time                            int64 and its fold (one
//   byte) list             count (uint32), then the values         exact duration                  text, "19200/31"
//
// What is read comes from the other side of the border and is not trusted: every size is checked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/value/code.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/identifier.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/quantity.hpp"

namespace java {

/// Bytes that are no text: documents.
struct bytes {
  std::string content;
};

/// The members of the value structs that have no description of their own.
template <class T>
inline constexpr auto value_members = nullptr;
template <class T>
concept value_struct = !std::is_same_v<std::remove_cvref_t<decltype(value_members<T>)>, std::nullptr_t>;

template <>
inline constexpr auto value_members<esppadom::identifier> = std::tuple{
    &esppadom::identifier::value, &esppadom::identifier::scheme_id, &esppadom::identifier::scheme_agency_name};
template <>
inline constexpr auto value_members<esppadom::code> =
    std::tuple{&esppadom::code::value, &esppadom::code::list_id, &esppadom::code::list_agency_name};
template <>
inline constexpr auto value_members<esppadom::measure> =
    std::tuple{&esppadom::measure::value, &esppadom::measure::unit_code};
template <>
inline constexpr auto value_members<esppadom::amount> =
    std::tuple{&esppadom::amount::value, &esppadom::amount::currency};
template <>
inline constexpr auto value_members<esppadom::price> = std::tuple{&esppadom::price::value, &esppadom::price::currency};
template <>
inline constexpr auto value_members<esppadom::extra> =
    std::tuple{&esppadom::extra::what,       &esppadom::extra::level, &esppadom::extra::after,
               &esppadom::extra::occurrence, &esppadom::extra::name,  &esppadom::extra::content};

template <class T>
concept has_extras = requires(const T& value) {
  requires std::is_same_v<std::remove_cvref_t<decltype(value.extras)>, esppadom::extras_t>;
};

// -- writing ----------------------------------------------------------------------------------------------------------

class wire_writer {
 public:
  wire_writer() = default;
  /// With a byte that stands before the values.
  explicit wire_writer(char mark) { *room(1) = mark; }

  std::string take() {
    out_.resize(used_);
    used_ = 0;
    return std::move(out_);
  }

  template <class T>
  void put(const T& value) {
    if constexpr (esppadom::is_optional<T>::value) {
      put(value.has_value());
      if (value) put(*value);
    } else if constexpr (esppadom::is_vector<T>::value) {
      number(static_cast<std::uint32_t>(value.size()));
      for (const auto& item : value)
        put(static_cast<const esppadom::value_of_t<T>&>(item));
    } else if constexpr (std::is_same_v<T, bytes>) {
      put(value.content);
    } else if constexpr (value_struct<T>) {
      std::apply([&](const auto&... member) { (put(value.*member), ...); }, value_members<T>);
    } else if constexpr (esppadom::described<T>) {
      esppadom::for_each_member<T>([&](const auto& entry) { put(value.*(entry.member)); });
      if constexpr (has_extras<T>) put(value.extras.items);
    } else {
      scalar(value);
    }
  }

 private:
  template <class Integer>
  static void store(char* at, Integer value) {
    char octets[sizeof value];
    for (std::size_t i = 0; i < sizeof value; ++i)
      octets[i] = static_cast<char>(static_cast<std::make_unsigned_t<Integer>>(value) >> (8 * i) & 0xff);
    std::memcpy(at, octets, sizeof value);
  }
  template <class Integer>
  void number(Integer value) {
    store(room(sizeof value), value);
  }

  void scalar(const std::string& text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    char* const at = room(sizeof size + text.size());
    store(at, size);
    std::memcpy(at + sizeof size, text.data(), text.size());
  }
  void scalar(bool value) { *room(1) = value ? '\1' : '\0'; }
  void scalar(esppadom::decimal value) {
    number(value.coefficient);
    number(value.scale);
  }
  void scalar(esppadom::money value) { number(value.cents); }
  void scalar(esppadom::unit_price value) { number(value.e6); }
  void scalar(esppadom::percentage value) { number(value.e4); }
  void scalar(esppadom::quantity value) { number(value.e4); }
  void scalar(esppadom::duration value) { number(value.seconds); }
  void scalar(const esppadom::exact_duration& value) { scalar(to_string(value)); }
  void scalar(esppadom::local_date value) { number(std::int32_t{value.days}); }
  void scalar(esppadom::local_month value) { number(std::int32_t{value.index}); }
  void scalar(esppadom::local_time value) {
    number(value.seconds);
    number(value.fold);
  }
  template <class T>
  requires std::is_enum_v<T>
  void scalar(T value) {
    std::uint8_t place = 0;
    for (const auto& item : esppadom::enum_names<T>::items) {
      if (item.value == value) break;
      ++place;
    }
    number(place);
  }
  template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) void scalar(T value) {
    number(static_cast<std::int64_t>(value));
  }

  // Where that many bytes are to be put. Values are many and small: one comparison each.
  char* room(std::size_t count) {
    if (out_.size() - used_ < count) grow(count);
    char* const at = out_.data() + used_;
    used_ += count;
    return at;
  }
  void grow(std::size_t count) {
    constexpr std::size_t least = 256;
    out_.resize(2 * out_.size() + count + least);
  }

  std::string out_;
  std::size_t used_ = 0;
};

// -- reading ----------------------------------------------------------------------------------------------------------

/// Reads what `wire_writer` of the other side wrote. After the first thing that cannot be, nothing more is read and
/// `ok` is false.
class wire_reader {
 public:
  explicit wire_reader(std::string_view in) : in_(in) {}

  [[nodiscard]] bool ok() const { return ok_; }
  /// Whether all was right and nothing is left.
  [[nodiscard]] bool done() const { return ok_ && in_.empty(); }

  template <class T>
  void get(T& value) {
    if constexpr (esppadom::is_optional<T>::value) {
      bool there = false;
      get(there);
      value.reset();
      if (there) get(value.emplace());
    } else if constexpr (esppadom::is_vector<T>::value) {
      get_list(value);
    } else if constexpr (std::is_same_v<T, bytes>) {
      get(value.content);
    } else if constexpr (value_struct<T>) {
      std::apply([&](const auto&... member) { (get(value.*member), ...); }, value_members<T>);
    } else if constexpr (esppadom::described<T>) {
      esppadom::for_each_member<T>([&](const auto& entry) { get(value.*(entry.member)); });
      if constexpr (has_extras<T>) get(value.extras.items);
    } else {
      scalar(value);
    }
  }

 private:
  // A count is only a claim: for more values than this, memory is taken as they come.
  static constexpr std::uint32_t trusted = 64;

  template <class List>
  void get_list(List& list) {
    std::uint32_t count = 0;
    number(count);
    list.clear();
    list.reserve(count < trusted ? count : trusted);
    for (std::uint32_t i = 0; ok_ && i < count; ++i)
      get(list.emplace_back());
  }

  template <class Integer>
  void number(Integer& value) {
    if (!has(sizeof value)) return;
    std::make_unsigned_t<Integer> bits = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
      bits = static_cast<decltype(bits)>(bits | static_cast<decltype(bits)>(static_cast<unsigned char>(in_[i]))
                                                    << (8 * i));
    value = static_cast<Integer>(bits);
    in_.remove_prefix(sizeof value);
  }

  bool has(std::size_t count) {
    ok_ = ok_ && count <= in_.size();
    return ok_;
  }

  void scalar(std::string& text) {
    std::uint32_t size = 0;
    number(size);
    if (!has(size)) return;
    text.assign(in_.substr(0, size));
    in_.remove_prefix(size);
  }
  void scalar(bool& value) {
    std::uint8_t byte = 0;
    number(byte);
    ok_ = ok_ && byte <= 1;
    value = byte == 1;
  }
  void scalar(esppadom::decimal& value) {
    number(value.coefficient);
    number(value.scale);
    ok_ = ok_ && value.scale <= 18;
  }
  void scalar(esppadom::money& value) { number(value.cents); }
  void scalar(esppadom::unit_price& value) { number(value.e6); }
  void scalar(esppadom::percentage& value) { number(value.e4); }
  void scalar(esppadom::quantity& value) { number(value.e4); }
  void scalar(esppadom::duration& value) { number(value.seconds); }
  void scalar(esppadom::exact_duration& value) {
    std::string text;
    scalar(text);
    ok_ = ok_ && esppadom::parse_exact_duration(text).get(value) == esppadom::error_code::success;
  }
  // What the library computes with dates holds for the years it knows.
  static bool is_known(int year) { return year >= esppadom::first_year && year <= esppadom::last_year; }
  static bool is_known_day(std::int64_t days) {
    return days >= esppadom::detail::days_of(esppadom::first_year, 1, 1) &&
           days <= esppadom::detail::days_of(esppadom::last_year, 12, 31);
  }

  void scalar(esppadom::local_date& value) {
    number(value.days);
    ok_ = ok_ && is_known_day(value.days);
  }
  void scalar(esppadom::local_month& value) {
    number(value.index);
    ok_ = ok_ && value.index >= 0 && is_known(value.index / 12);
  }
  void scalar(esppadom::local_time& value) {
    number(value.seconds);
    number(value.fold);
    ok_ = ok_ && value.fold <= 1 && (!value.is_valid() || is_known_day(value.seconds / 86400));
  }
  template <class T>
  requires std::is_enum_v<T>
  void scalar(T& value) {
    std::uint8_t place = 0;
    number(place);
    ok_ = ok_ && place < std::size(esppadom::enum_names<T>::items);
    if (ok_) value = esppadom::enum_names<T>::items[place].value;
  }
  template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) void scalar(T& value) {
    std::int64_t wide = 0;
    number(wide);
    value = static_cast<T>(wide);
    ok_ = ok_ && static_cast<std::int64_t>(value) == wide && (wide >= 0 || std::is_signed_v<T>);
  }

  std::string_view in_;
  bool ok_ = true;
};

}  // namespace java
