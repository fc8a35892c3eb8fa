// A telephone number in one form, so that a log and a directory that write it differently mean the same line. The
// forms are those of the French numbering plan (ARCEP decision 2018-0881) and of ITU-T E.164.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

// What people write between digits: blanks (also no-break and narrow), points, hyphens, slashes.
inline constexpr std::array<std::string_view, 9> phone_separators{" ", "\t", "\xC2\xA0", "\xE2\x80\xAF", ".", "-",
                                                                  "/", "(",  ")"};

// Digits and at most one leading '+'; "(0)" after a country code is dropped with its digit. None for other characters.
inline std::optional<std::string> phone_digits(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (text.starts_with("(0)") && (out.starts_with('+') || out.starts_with("00"))) {
      text.remove_prefix(3);
      continue;
    }
    const auto separator = std::find_if(phone_separators.begin(), phone_separators.end(),
                                        [&](std::string_view one) { return text.starts_with(one); });
    if (separator != phone_separators.end()) {
      text.remove_prefix(separator->size());
      continue;
    }
    const char c = text.front();
    if (!(c >= '0' && c <= '9') && !(c == '+' && out.empty())) return std::nullopt;
    out.push_back(c);
    text.remove_prefix(1);
  }
  return out;
}

// Country codes whose nine-digit numbers are dialled with a leading 0 inside the French plan: metropolitan France,
// Réunion and Mayotte, Guadeloupe, Guyane, Martinique.
inline constexpr std::array<std::string_view, 5> french_codes{"33", "262", "590", "594", "596"};

}  // namespace detail

/// The number in the form the library compares: a French one with ten digits from 0, any other as '+' and its digits.
/// Blanks, points, hyphens, slashes, brackets and a "(0)" after the country code do not count; 00 stands for '+'; a
/// French number may lack its first 0 (spreadsheets take it away) or the '+' of +33. The overseas codes +262, +590,
/// +594 and +596 are dialled with a 0 inside the plan and are brought to that form. None for short numbers, withheld
/// ones and anything else.
/// Examples: "+33 (0)1 99 00 12 34", "0033199001234", "01.99.00.12.34" and "199001234" → "0199001234";
/// "+262 262 00 00 00" → "0262000000"; "+32 2 555 12 12" → "+3225551212"; "3949", "anonymous", "" → none.
inline std::optional<std::string> normalised_phone(std::string_view text) {
  auto digits = detail::phone_digits(text);
  if (!digits) return std::nullopt;
  std::string number = std::move(*digits);
  if (number.starts_with("00")) number.replace(0, 2, "+");
  if (number.size() == 11 && number.starts_with("33")) number.insert(0, "+");
  if (number.starts_with('+')) {
    for (const auto code : detail::french_codes) {
      if (number.size() == 1 + code.size() + 9 && number.compare(1, code.size(), code) == 0 &&
          number[1 + code.size()] != '0')
        return "0" + number.substr(1 + code.size());
    }
    const bool fits = number.size() >= 9 && number.size() <= 16 && number[1] != '0' && !number.starts_with("+33");
    return fits ? std::optional(number) : std::nullopt;
  }
  if (number.size() == 9 && number.front() != '0') number.insert(0, "0");
  if (number.size() != 10 || number.front() != '0') return std::nullopt;
  return number;
}

}  // namespace esppadom::inline ESPPADOM_ABI
