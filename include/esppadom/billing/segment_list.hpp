// The segments of one visit in a container that needs no allocation for an ordinary visit.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/billing/visit.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The segments of a visit, in clock order. A visit has few; more than four move to the heap. Slots that are not used
/// are never touched.
class segment_list {
 public:
  static constexpr std::size_t inline_capacity = 4;

  constexpr segment_list() {}  // NOLINT(modernize-use-equals-default): value-initialising must not clear the slots
  constexpr segment_list(const segment_list& other) : rest_(other.rest_), size_(other.size_) { copy_few(other); }
  constexpr segment_list(segment_list&& other) noexcept : rest_(std::move(other.rest_)), size_(other.size_) {
    copy_few(other);
    other.clear();
  }
  constexpr segment_list& operator=(const segment_list& other) {
    if (this == &other) return *this;
    rest_ = other.rest_;
    size_ = other.size_;
    copy_few(other);
    return *this;
  }
  constexpr segment_list& operator=(segment_list&& other) noexcept {
    if (this == &other) return *this;
    rest_ = std::move(other.rest_);
    size_ = other.size_;
    copy_few(other);
    other.clear();
    return *this;
  }
  constexpr ~segment_list() = default;

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const segment* begin() const { return spilled() ? rest_.data() : few_.items.data(); }
  [[nodiscard]] constexpr const segment* end() const { return begin() + size_; }
  [[nodiscard]] constexpr segment* begin() { return spilled() ? rest_.data() : few_.items.data(); }
  [[nodiscard]] constexpr segment* end() { return begin() + size_; }
  [[nodiscard]] constexpr const segment& operator[](std::size_t i) const { return begin()[i]; }
  [[nodiscard]] constexpr segment& operator[](std::size_t i) { return begin()[i]; }
  [[nodiscard]] constexpr segment& back() { return begin()[size_ - 1]; }
  // NOLINTNEXTLINE(google-explicit-constructor): whoever reads segments takes a span
  [[nodiscard]] constexpr operator std::span<const segment>() const { return {begin(), size_}; }

  constexpr void push_back(const segment& part) {
    if (size_ < inline_capacity) [[likely]] {
      std::construct_at(few_.items.data() + size_++, part);
      return;
    }
    if (size_ == inline_capacity) rest_.assign(few_.items.begin(), few_.items.end());
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
  static_assert(std::is_trivially_destructible_v<segment>, "slots are never destroyed");

  union slots {
    std::array<segment, inline_capacity> items;
    constexpr slots() {  // NOLINT(modernize-use-equals-default): each slot is made when it is pushed
      if (std::is_constant_evaluated()) std::construct_at(&items);
    }
  };

  [[nodiscard]] constexpr bool spilled() const { return size_ > inline_capacity; }
  constexpr void copy_few(const segment_list& other) {
    if (spilled()) return;
    for (std::size_t i = 0; i < size_; ++i)
      std::construct_at(few_.items.data() + i, other.few_.items[i]);
  }

  slots few_;
  std::vector<segment> rest_;
  std::size_t size_ = 0;
};

/// The time of all segments.
inline exact_duration time_of(std::span<const segment> segments) {
  exact_duration sum;
  for (const segment& part : segments)
    sum += part.time;
  return sum;
}

namespace detail {

/// Takes the first `time` of segments out of them.
inline std::vector<segment> cut_off(std::vector<segment>& from, exact_duration time) {
  std::vector<segment> head;
  while (!from.empty() && time > exact_duration{}) {
    segment& next = from.front();
    head.push_back(next);
    if (time < next.time) {
      head.back().time = time;
      next.time -= time;
      return head;
    }
    time -= next.time;
    from.erase(from.begin());
  }
  return head;
}

}  // namespace detail
}  // namespace esppadom::inline ESPPADOM_ABI
