// The segments of one visit in a container that needs no allocation for an ordinary visit.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "esppadom/billing/visit.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The segments of a visit, in clock order. A visit has few; more than four move to the heap.
class segment_list {
 public:
  static constexpr std::size_t inline_capacity = 4;

  constexpr segment_list() = default;

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const segment* begin() const { return spilled() ? rest_.data() : few_.data(); }
  [[nodiscard]] constexpr const segment* end() const { return begin() + size_; }
  [[nodiscard]] constexpr segment* begin() { return spilled() ? rest_.data() : few_.data(); }
  [[nodiscard]] constexpr segment* end() { return begin() + size_; }
  [[nodiscard]] constexpr const segment& operator[](std::size_t i) const { return begin()[i]; }
  [[nodiscard]] constexpr segment& operator[](std::size_t i) { return begin()[i]; }
  [[nodiscard]] constexpr segment& back() { return begin()[size_ - 1]; }
  // NOLINTNEXTLINE(google-explicit-constructor): whoever reads segments takes a span
  [[nodiscard]] constexpr operator std::span<const segment>() const { return {begin(), size_}; }

  constexpr void push_back(const segment& part) {
    if (size_ < inline_capacity) [[likely]] {
      few_[size_++] = part;
      return;
    }
    if (size_ == inline_capacity) rest_.assign(few_.begin(), few_.end());
    rest_.push_back(part);
    ++size_;
  }
  constexpr void clear() {
    size_ = 0;
    rest_.clear();
  }

  friend constexpr bool operator==(const segment_list& a, const segment_list& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  [[nodiscard]] constexpr bool spilled() const { return size_ > inline_capacity; }

  std::array<segment, inline_capacity> few_{};
  std::vector<segment> rest_;
  std::size_t size_ = 0;
};

}  // namespace esppadom::inline ESPPADOM_ABI
