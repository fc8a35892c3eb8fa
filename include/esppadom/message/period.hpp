// Periods, quantities and amounts as messages carry them.
#pragma once

#include <optional>
#include <string>

#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A period of validity. The end is inclusive when its time is 00:00:00 (a date), an exclusive instant otherwise
/// (messages reference, section 3; inferred, medium). No end = open.
struct validity_period {
  local_time start;
  std::optional<local_time> end;
  extras_t extras;

  friend bool operator==(const validity_period&, const validity_period&) = default;
};

/// A period between two instants, sides possibly missing.
struct instant_period {
  std::optional<local_time> start;
  std::optional<local_time> end;
  extras_t extras;

  friend bool operator==(const instant_period&, const instant_period&) = default;
};

template <>
inline constexpr auto description<validity_period> =
    fields(element<&validity_period::start>(qdt / "StartDateTime" | also(ram / "StartDateTime"), "début", as_group)
               .though("namespace", standing::inferred_medium),
           element<&validity_period::end>(qdt / "EndDateTime" | also(ram / "EndDateTime"), "fin", as_group)
               .though("namespace and 0..1", standing::inferred_medium));

template <>
inline constexpr auto description<instant_period> =
    fields(element<&instant_period::start>(qdt / "StartDateTime" | also(ram / "StartDateTime"), "début", as_group),
           element<&instant_period::end>(qdt / "EndDateTime" | also(ram / "EndDateTime"), "fin", as_group));

/// Whether `when` lies in the period, by the reading of `validity_period`.
constexpr bool contains(const validity_period& period, local_time when) {
  if (when < period.start) return false;
  if (!period.end) return true;
  if (period.end->seconds_of_day() == 0) return when.date() <= period.end->date();
  return when < *period.end;
}

/// A decimal quantity with its unit (UN/ECE Recommendation 20: HUR hour, MIN minute, C62 one, DAY, WEE, MON, ANN).
struct measure {
  decimal value;
  std::string unit_code;

  friend bool operator==(const measure&, const measure&) = default;
};

/// An amount of money with its currency; empty = not said, read as EUR.
struct amount {
  money value;
  std::string currency;

  friend bool operator==(const amount&, const amount&) = default;
};

/// A price of one unit with its currency; empty = not said, read as EUR.
struct price {
  unit_price value;
  std::string currency;

  friend bool operator==(const price&, const price&) = default;
};

}  // namespace esppadom::inline ESPPADOM_ABI
