// A hash of what a message says, for the one question where order must not matter: of two messages with the same
// identifier and the same issue time, which one counts? The hash decides, never the order of files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/code.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/identifier.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {
/// FNV-1a with 64 bits: not cryptographic, and nothing here needs it to be.
class content_hasher {
 public:
  constexpr void bytes(std::string_view text) {
    for (const char c : text)
      step(static_cast<unsigned char>(c));
    step(0xFF);  // never part of UTF-8: "ab","c" and "a","bc" differ
  }
  constexpr void number(std::int64_t value) {
    auto bits = static_cast<std::uint64_t>(value);
    int left = 8;
    for (; left > 1 && bits > 0xFF; --left, bits >>= 8)
      step(static_cast<unsigned char>(bits & 0xFF));
    // The bytes that remain after the next one are zero: each is a multiplication, and all of them are one.
    hash_ = (hash_ ^ bits) * powers[static_cast<std::size_t>(left)];
  }
  constexpr std::uint64_t value() const { return hash_; }

 private:
  static constexpr std::uint64_t prime = 0x100000001B3u;
  static constexpr std::array<std::uint64_t, 9> powers = [] {
    std::array<std::uint64_t, 9> out{1};
    for (std::size_t i = 1; i < out.size(); ++i)
      out[i] = out[i - 1] * prime;
    return out;
  }();

  constexpr void step(unsigned char byte) { hash_ = (hash_ ^ byte) * prime; }
  std::uint64_t hash_ = 0xCBF29CE484222325u;
};

template <class T>
void hash_into(content_hasher& hasher, const T& value) {
  if constexpr (described<T>) {
    for_each_member<T>([&](const auto& entry) { hash_into(hasher, value.*(entry.member)); });
  } else if constexpr (is_optional<T>::value) {
    hasher.number(value ? 1 : 0);
    if (value) hash_into(hasher, *value);
  } else if constexpr (is_vector<T>::value) {
    hasher.number(static_cast<std::int64_t>(value.size()));
    for (const auto& item : value)
      hash_into(hasher, item);
  } else if constexpr (std::is_same_v<T, std::string>) {
    hasher.bytes(value);
  } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
    hasher.number(static_cast<std::int64_t>(value));
  } else if constexpr (std::is_same_v<T, local_time>) {
    hasher.number(value.seconds);
    hasher.number(value.fold);
  } else if constexpr (std::is_same_v<T, local_date>) {
    hasher.number(value.days);
  } else if constexpr (std::is_same_v<T, local_month>) {
    hasher.number(value.index);
  } else if constexpr (std::is_same_v<T, decimal>) {
    const auto plain = normalised(value);
    hasher.number(plain.coefficient);
    hasher.number(plain.scale);
  } else if constexpr (std::is_same_v<T, money>) {
    hasher.number(value.cents);
  } else if constexpr (std::is_same_v<T, unit_price>) {
    hasher.number(value.e6);
  } else if constexpr (std::is_same_v<T, percentage>) {
    hasher.number(value.e4);
  } else if constexpr (std::is_same_v<T, identifier>) {
    hasher.bytes(value.value);
  } else if constexpr (std::is_same_v<T, code>) {
    hasher.bytes(value.value);
    hasher.bytes(value.list_id);
  } else if constexpr (requires {
                         value.value;
                         value.unit_code;
                       }) {
    hash_into(hasher, value.value);
    hasher.bytes(value.unit_code);
  } else {
    hash_into(hasher, value.value);
    hasher.bytes(value.currency);
  }
}
}  // namespace detail

/// The hash of every described field of a message, extras left out; equal messages have equal hashes.
template <described T>
std::uint64_t content_hash(const T& message) {
  detail::content_hasher hasher;
  detail::hash_into(hasher, message);
  return hasher.value();
}

/// The same as 16 hexadecimal digits.
template <described T>
std::string content_digest(const T& message) {
  auto bits = content_hash(message);
  std::string text(16, '0');
  for (auto at = text.rbegin(); at != text.rend(); ++at, bits >>= 4)
    *at = "0123456789abcdef"[bits & 0xF];
  return text;
}

}  // namespace esppadom
