// A ledger as its file has it: the facts, and last the seal over them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/message/description.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Derived, so that the members of a ledger stand beside the seal and not one level below.
struct sealed_ledger : ledger {
  std::optional<std::string> seal;  ///< SHA-256 of the canonical JSON of everything else
};

/// The entries of a list, then one more.
template <std::size_t... Indices, class... Entries, class Entry>
constexpr auto and_then(const entry_list<std::index_sequence<Indices...>, Entries...>& list, Entry last) {
  return fields(entry_of<Indices>(list)..., last);
}

}  // namespace detail

template <>
inline constexpr auto description<detail::sealed_ledger> =
    detail::and_then(description<ledger>, field<&detail::sealed_ledger::seal>("sceau"));

}  // namespace esppadom::inline ESPPADOM_ABI
