// Where a visit stands in the world, and when it took place.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "esppadom/billing/visit_record.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Where a visit stands in the world: its provider and the delivery id, which is the provider's own.
using visit_place = std::pair<std::string_view, std::string_view>;

constexpr visit_place place_of(const visit_record& visit) { return {visit.provider, visit.delivery_id}; }

/// Orders places that own their text, and those that do not.
struct place_less {
  using is_transparent = void;
  bool operator()(const visit_place& a, const visit_place& b) const noexcept { return a < b; }
};

namespace detail {

struct place_hash {
  std::size_t operator()(const visit_place& place) const noexcept {
    const std::hash<std::string_view> hash;
    return hash(place.second) + 0x9E3779B97F4A7C15u * hash(place.first);
  }
};

/// When a visit took place, as far as it is known: retained, else stamped.
inline std::optional<interval> real_time(const visit_record& visit) {
  if (visit.retained) return visit.retained;
  if (visit.arrival && visit.departure) return interval{*visit.arrival, *visit.departure};
  return std::nullopt;
}

/// How long two times last together; below zero when there is a gap between them.
inline std::int64_t overlap_seconds(const interval& a, const interval& b) {
  return std::min(a.end.seconds, b.end.seconds) - std::max(a.start.seconds, b.start.seconds);
}

}  // namespace detail

}  // namespace esppadom
