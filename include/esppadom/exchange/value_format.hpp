// Amounts, times, rates and dates as readers of a report expect them, in French or in English.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "esppadom/export.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Formats for people; what machines read is written by the functions of exchange/json.hpp and csv.hpp.
class ESPPADOM_API value_format {
 public:
  explicit value_format(language in) : in_(in) {}

  [[nodiscard]] language spoken() const { return in_; }
  [[nodiscard]] bool french() const { return in_ == language::french; }

  /// A decimal number in groups of three digits. Example: "-1234.5" is "-1 234,5" or "-1,234.5".
  [[nodiscard]] std::string number(std::string_view decimals) const;
  /// "12 345" or "12,345".
  [[nodiscard]] std::string count(std::uint64_t value) const;
  /// "1 234,56 €" or "€1,234.56".
  [[nodiscard]] std::string amount(money sum) const;
  /// "25,00 %" or "25.00%" from "25.00"; a dash when undefined.
  [[nodiscard]] std::string percent(const std::optional<std::string>& decimals) const;
  /// "117 h 05", with seconds only where there are any: "116 h 59 min 38 s". Fractions of a second are rounded half up.
  [[nodiscard]] std::string hours(const exact_duration& time) const;
  /// "10/11/2026" or "2026-11-10".
  [[nodiscard]] std::string date(local_date day) const;
  /// "octobre 2026" or "October 2026".
  [[nodiscard]] std::string month(local_month value) const;

 private:
  language in_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
