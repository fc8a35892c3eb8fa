// The shape of the national parameters of APA. Their values are data: src/data/national/apa.json, turned into
// apa_data.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <iterator>

#include "esppadom/value/decimal.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// How participation grows with resources. `linear` (until February 2016): one rate for the whole plan. `sliced` (since
/// March 2016): the plan is cut in three slices, of which the higher ones weigh more.
enum class apa_formula_kind : std::uint8_t { linear, sliced };

/// A formula and the first day it holds. Thresholds and slices are multiples of the MTP.
struct apa_formula {
  local_date from;
  apa_formula_kind kind;
  decimal free_below;    ///< resources up to this: no participation
  decimal full_above;    ///< resources above this: the highest rate
  decimal highest_rate;  ///< of the accepted plan, 0.90
  decimal slice_1;
  decimal slice_2;
  decimal weight_2;  ///< of resources in the second slice
  decimal weight_3;
};

/// Ceilings of the accepted plan as multiples of the MTP, of GIR 1 to 4.
struct apa_ceilings {
  local_date from;
  std::array<decimal, 4> of_gir;
};

/// An amount and the first day it holds; invalid when it is not known.
struct dated_amount {
  local_date from;
  money value;
};

/// The entry of a table with rising dates that holds on a day; none before the first.
template <class Entry, std::size_t Count>
constexpr const Entry* entry_on(const Entry (&table)[Count], local_date day) {
  const Entry* found = nullptr;
  for (const Entry& entry : table) {
    if (entry.from <= day) found = &entry;
  }
  return found;
}

}  // namespace esppadom::inline ESPPADOM_ABI
