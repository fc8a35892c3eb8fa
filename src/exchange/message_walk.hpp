// Walks over everything a message holds, along its description.
#pragma once

#include <type_traits>

#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Calls `visit(struct)` for a described value and every described value inside it.
template <class T, class Visit>
void for_each_struct(T& value, Visit&& visit) {
  using type = std::remove_const_t<T>;
  if constexpr (is_optional<type>::value) {
    if (value) for_each_struct(*value, visit);
  } else if constexpr (is_vector<type>::value) {
    for (auto& one : value)
      for_each_struct(one, visit);
  } else if constexpr (described<type>) {
    visit(value);
    for_each_member<type>([&](const auto& entry) { for_each_struct(value.*(entry.member), visit); });
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
