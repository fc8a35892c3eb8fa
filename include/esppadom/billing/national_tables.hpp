// The shape of national tariffs and ceilings. Their values are data: src/data/national, turned into national_data.hpp.
#pragma once

#include "esppadom/billing/apa_tables.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/standing.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An amount, the first day it holds, and how well it is evidenced; an invalid amount is open.
struct national_amount {
  local_date from;
  money value;
  standing evidence = standing::open;

  friend constexpr bool operator==(const national_amount&, const national_amount&) = default;
};

/// A multiple of another national amount.
struct national_factor {
  local_date from;
  decimal value;
  standing evidence = standing::open;
};

/// The ends of the scale by which a retiree shares the cost of an hour: up to one limit the lowest percentage, above
/// the other the highest; what lies between is not published. Invalid limits are open.
struct cnav_share_limits {
  local_date from;
  money lowest_up_to;
  percentage lowest;
  money highest_above;
  percentage highest;
  standing evidence = standing::open;
};

}  // namespace esppadom::inline ESPPADOM_ABI
