// A short list without allocation: what a visit is cut into and who pays it. Slots that are not used are never touched.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// At most `Capacity` values in order. Usable in constant expressions; copying copies what is there.
template <class T, std::size_t Capacity>
class inline_list {
  static_assert(std::is_trivially_destructible_v<T>, "slots are never destroyed");

  template <class List, class Value>
  struct cursor {
    List* list = nullptr;
    std::size_t at = 0;
    constexpr Value& operator*() const { return (*list)[at]; }
    constexpr Value* operator->() const { return &(*list)[at]; }
    constexpr cursor& operator++() {
      ++at;
      return *this;
    }
    friend constexpr bool operator==(const cursor& a, const cursor& b) { return a.at == b.at; }
  };

 public:
  using value_type = T;
  static constexpr std::size_t capacity = Capacity;

  constexpr inline_list() {}  // NOLINT(modernize-use-equals-default): value-initialising must not clear the slots
  constexpr inline_list(const inline_list& other) { copy(other); }
  constexpr inline_list& operator=(const inline_list& other) {
    if (this != &other) {
      count_ = 0;
      copy(other);
    }
    return *this;
  }
  constexpr ~inline_list() = default;

  [[nodiscard]] constexpr std::size_t size() const { return count_; }
  [[nodiscard]] constexpr bool empty() const { return count_ == 0; }
  [[nodiscard]] constexpr bool full() const { return count_ == Capacity; }

  constexpr T& operator[](std::size_t i) {
    assert(i < count_);
    return slots_[i].value;
  }
  constexpr const T& operator[](std::size_t i) const {
    assert(i < count_);
    return slots_[i].value;
  }
  constexpr T& back() { return (*this)[count_ - std::size_t{1}]; }

  /// The list must not be full.
  constexpr T& push_back(const T& value) {
    assert(!full());
    return *std::construct_at(&slots_[count_++].value, value);
  }
  /// Appends a value made in place. The list must not be full.
  template <class... Arguments>
  constexpr T& emplace_back(const Arguments&... arguments) {
    assert(!full());
    return *std::construct_at(&slots_[count_++].value, arguments...);
  }
  /// Puts a value before the one at `at` (`at` ≤ size). The list must not be full.
  constexpr void insert(std::size_t at, const T& value) {
    const T copy_of_value = value;
    push_back(copy_of_value);
    for (std::size_t i = count_ - std::size_t{1}; i > at; --i)
      (*this)[i] = (*this)[i - 1];
    (*this)[at] = copy_of_value;
  }

  constexpr auto begin() { return cursor<inline_list, T>{this, 0}; }
  constexpr auto end() { return cursor<inline_list, T>{this, count_}; }
  constexpr auto begin() const { return cursor<const inline_list, const T>{this, 0}; }
  constexpr auto end() const { return cursor<const inline_list, const T>{this, count_}; }

 private:
  union slot {
    T value;
    constexpr slot() {}  // NOLINT(modernize-use-equals-default): the value is made when it is pushed
  };

  constexpr void copy(const inline_list& other) {
    for (std::size_t i = 0; i < other.count_; ++i)
      push_back(other[i]);
  }

  slot slots_[Capacity];
  std::uint8_t count_ = 0;
};

}  // namespace esppadom::inline ESPPADOM_ABI
