// Numbers that authorities give out, and their check digits.
#pragma once

#include <string_view>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {
constexpr bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}
}  // namespace detail

/// Whether a text is 14 digits.
constexpr bool is_siret_form(std::string_view text) { return text.size() == 14 && detail::all_digits(text); }

/// Whether 14 digits satisfy the check of INSEE: Luhn's, or, for the establishments of La Poste (SIREN 356000000), a
/// sum of digits that is a multiple of 5. Example: 73282932000074 does, 73282932000075 does not.
constexpr bool is_siret_key(std::string_view digits) {
  int luhn = 0;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[i] - '0';
    const int weighted = (digits.size() - i) % 2 == 0 ? digit * 2 : digit;
    luhn += weighted > 9 ? weighted - 9 : weighted;
    sum += digit;
  }
  return luhn % 10 == 0 || (digits.starts_with("356000000") && sum % 5 == 0);
}

/// Whether a text is written as a French VAT number: FR, two digits or capital letters (without I and O), nine digits.
constexpr bool is_french_vat_form(std::string_view text) {
  if (text.size() != 13 || !text.starts_with("FR") || !detail::all_digits(text.substr(4))) return false;
  for (const char c : text.substr(2, 2)) {
    const bool letter = c >= 'A' && c <= 'Z' && c != 'I' && c != 'O';
    if (!letter && (c < '0' || c > '9')) return false;
  }
  return true;
}

/// Whether the two digits of a French VAT number follow from its SIREN: key = (12 + 3 × (SIREN mod 97)) mod 97. A key
/// with letters follows another rule and is taken as it is. Example: FR44732829320 does, FR45732829320 does not.
constexpr bool is_french_vat_key(std::string_view number) {
  const std::string_view key = number.substr(2, 2);
  if (!detail::all_digits(key)) return true;
  int remainder = 0;
  for (const char c : number.substr(4))
    remainder = (remainder * 10 + (c - '0')) % 97;
  return (key[0] - '0') * 10 + (key[1] - '0') == (12 + 3 * remainder) % 97;
}

}  // namespace esppadom::inline ESPPADOM_ABI
