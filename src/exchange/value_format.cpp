#include "esppadom/exchange/value_format.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "esppadom/value/duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace {

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

struct month_name {
  std::string_view en;
  std::string_view fr;
};

}  // namespace

std::string value_format::number(std::string_view digits) const {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  std::string out(digits.substr(0, first));
  for (std::size_t i = first; i < point; ++i) {
    if (i > first && (point - i) % 3 == 0) out += french() ? " " : ",";
    out += digits[i];
  }
  if (point < digits.size()) {
    out += french() ? "," : ".";
    out += digits.substr(point + 1);
  }
  return out;
}

std::string value_format::count(std::uint64_t value) const { return number(std::to_string(value)); }

std::string value_format::amount(money sum) const {
  const std::string digits = number(to_string(sum));
  if (french()) return digits + " €";
  return digits.starts_with('-') ? "-€" + digits.substr(1) : "€" + digits;
}

std::string value_format::percent(const std::optional<std::string>& decimals) const {
  if (!decimals) return "–";
  return number(*decimals) + (french() ? " %" : "%");
}

std::string value_format::hours(const exact_duration& time) const {
  const auto rounded = time.round_seconds(rounding_mode::half_up);
  if (!rounded) return "–";
  const std::int64_t seconds = rounded->seconds < 0 ? -rounded->seconds : rounded->seconds;
  std::string out = rounded->seconds < 0 ? "-" : "";
  out += number(std::to_string(seconds / 3600)) + " h " + two_digits(seconds / 60 % 60);
  if (seconds % 60 != 0) out += " min " + two_digits(seconds % 60) + " s";
  return out;
}

std::string value_format::date(local_date day) const {
  if (!french()) return to_string(day);
  return two_digits(day.day()) + "/" + two_digits(day.month()) + "/" + std::to_string(day.year());
}

std::string value_format::month(local_month value) const {
  static constexpr std::array<month_name, 12> names{{{"January", "janvier"},
                                                     {"February", "février"},
                                                     {"March", "mars"},
                                                     {"April", "avril"},
                                                     {"May", "mai"},
                                                     {"June", "juin"},
                                                     {"July", "juillet"},
                                                     {"August", "août"},
                                                     {"September", "septembre"},
                                                     {"October", "octobre"},
                                                     {"November", "novembre"},
                                                     {"December", "décembre"}}};
  const month_name& name = names.at(static_cast<std::size_t>(value.month() - 1));
  return std::string(french() ? name.fr : name.en) + " " + std::to_string(value.year());
}

}  // namespace esppadom::inline ESPPADOM_ABI
