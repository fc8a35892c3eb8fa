// VAT of a document: by line where prices include it, by rate at the foot of the document. Messages reference, section
// 5.2 (inferred, medium). VAT of home care is often exempt: the neutral rate is 0.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/int128.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An amount and the rate it is taxed at.
struct taxed_amount {
  money amount;
  percentage rate;
};

/// The VAT of one rate.
struct billed_tax {
  percentage rate;
  money basis;
  money amount;

  friend bool operator==(const billed_tax&, const billed_tax&) = default;
};

template <>
inline constexpr auto description<billed_tax> = fields(field<&billed_tax::rate>("taux"),
                                                       field<&billed_tax::basis>("base HT"),
                                                       field<&billed_tax::amount>("TVA"));

/// Amounts of a document without and with VAT.
struct document_vat {
  std::vector<money> net;         ///< of each amount, without VAT
  std::vector<billed_tax> taxes;  ///< by rate, ascending; rates of 0 only where something else is taxed
  money net_total;
  money tax_total;
  money grand_total;
  money difference;  ///< grand total − Σ of the amounts, where these include VAT

  friend bool operator==(const document_vat&, const document_vat&) = default;
};

namespace detail {
inline money ratio_of(money value, int128 numerator, int128 denominator, rounding_mode mode) {
  int128 cents = 0;
  if (!value.is_valid() ||
      divide(int128{value.cents} * numerator, denominator, mode).get(cents) != error_code::success ||
      !fits_int64(cents))
    return money::invalid();
  return money::from_cents(static_cast<std::int64_t>(cents));
}
}  // namespace detail

/// An amount without VAT: incl / (1 + rate), rounded once. Example: 10.00 at 5.5 % → 9.48; 75 at 20 % → 62.50.
inline money without_vat(money including, percentage rate, rounding_mode mode = rounding_mode::half_up) {
  return detail::ratio_of(including, 1'000'000, int128{1'000'000} + rate.e4, mode);
}

/// The VAT on a basis, rounded once. Example: 28.44 at 5.5 % → 1.56.
inline money vat_on(money basis, percentage rate, rounding_mode mode = rounding_mode::half_up) {
  return detail::ratio_of(basis, rate.e4, 1'000'000, mode);
}

/// The VAT of a document. Where amounts include VAT each is first brought to its net amount; then the VAT of each rate
/// is taken once on the sum of its net amounts. Both roundings are half up.
/// Examples at 5.5 %, including: three times 10.00 → 9.48 each, basis 28.44, VAT 1.56, total 30.00; three times 10.03 →
/// 9.51 each, basis 28.53, VAT 1.57, total 30.10, difference 0.01. Excluding: 100.00 → VAT 5.50, total 105.50.
inline document_vat vat_of(std::span<const taxed_amount> amounts, bool include_tax) {
  document_vat out;
  money given;
  for (const auto& part : amounts) {
    out.net.push_back(include_tax ? without_vat(part.amount, part.rate) : part.amount);
    out.net_total += out.net.back();
    given += part.amount;
    auto at =
        std::find_if(out.taxes.begin(), out.taxes.end(), [&](const billed_tax& tax) { return tax.rate == part.rate; });
    if (at == out.taxes.end()) at = out.taxes.insert(at, {part.rate, {}, {}});
    at->basis += out.net.back();
  }
  std::sort(out.taxes.begin(), out.taxes.end(),
            [](const billed_tax& a, const billed_tax& b) { return a.rate.e4 < b.rate.e4; });
  for (auto& tax : out.taxes) {
    tax.amount = vat_on(tax.basis, tax.rate);
    out.tax_total += tax.amount;
  }
  out.grand_total = out.net_total + out.tax_total;
  if (include_tax) out.difference = out.grand_total - given;
  if (out.taxes.size() == 1 && out.taxes.front().rate == percentage{}) out.taxes.clear();
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
