// What the quantity and the tariff of an invoice line make, before participation, surcharges and taxes.
#pragma once

#include <cstdint>
#include <optional>

#include "esppadom/message/invoice.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// numerator / denominator in cents, half up; none when it does not fit. Both are positive.
inline std::optional<money> cents_of(int128 numerator, int128 denominator) {
  const int128 cents = (numerator * 2 + denominator) / (denominator * 2);
  return fits_int64(cents) ? std::optional<money>(money::from_cents(static_cast<std::int64_t>(cents))) : std::nullopt;
}

/// Quantity × tariff / basis; none when the quantity and the basis do not count the same thing.
inline std::optional<money> price_of(const invoice_line& line) {
  constexpr std::int64_t e6_per_cent = 10'000;
  constexpr std::int64_t one_hour = 3600;
  const std::int64_t tariff = line.tariff.value.e6;
  if (tariff <= 0 || line.billed_quantity.value.coefficient < 0) return std::nullopt;
  if (is_time(line.billed_quantity)) {
    const auto time = time_of(line.billed_quantity).value_or(exact_duration::invalid());
    if (!time.is_valid()) return std::nullopt;
    std::int64_t basis = one_hour;
    if (line.tariff_basis) {
      if (!is_time(*line.tariff_basis)) return std::nullopt;
      const auto per = time_of(*line.tariff_basis).value_or(exact_duration::invalid());
      if (!per.is_valid() || per <= exact_duration{}) return std::nullopt;
      basis = per.floor_seconds().seconds;
    }
    if (basis <= 0) return std::nullopt;
    return cents_of(int128{time.floor_seconds().seconds} * tariff, int128{basis} * e6_per_cent);
  }
  const auto pieces = quantity::from_decimal(line.billed_quantity.value);
  quantity per = quantity::from_units(1);
  if (line.tariff_basis) {
    if (trimmed(line.tariff_basis->unit_code) != trimmed(line.billed_quantity.unit_code)) return std::nullopt;
    if (quantity::from_decimal(line.tariff_basis->value).get(per) != error_code::success) return std::nullopt;
  }
  if (!pieces || per.e4 <= 0) return std::nullopt;
  return cents_of(int128{(*pieces).e4} * tariff, int128{per.e4} * e6_per_cent);
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
