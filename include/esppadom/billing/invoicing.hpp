// How exact amounts become the cents of lines and documents, under the parameters of invoicing_rules.hpp.
// Billing rules reference, sections 2d (cent rule) and 2f.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/invoicing_rules.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/rounding_mode.hpp"

namespace esppadom::inline ESPPADOM_ABI {

// -- from exact amounts to cents --------------------------------------------------------------------------------------

constexpr rounding_mode mode_of(line_rounding rounding) {
  return rounding == line_rounding::half_even ? rounding_mode::half_even : rounding_mode::half_up;
}

/// The exact parts of what is rounded once: a visit, a line, or a whole invoice.
/// price = Σ funders + beneficiary + provider.
struct exact_line {
  exact_amount price;
  std::vector<exact_amount> funders;  ///< in funding order; 0 = has no share
  exact_amount beneficiary;
  exact_amount provider;
};

/// The same in whole cents, with the same sum.
struct settled_line {
  money price;
  std::vector<money> funders;
  money beneficiary;
  money provider;

  friend bool operator==(const settled_line&, const settled_line&) = default;
};

/// The rule of the cent (inferred, high). The price is rounded once; each funder in its order gets its rounded share,
/// at most what is left; then the provider; the rest is the beneficiary's. Without an exact beneficiary share the rest
/// is the provider's, and without that the first or last funder's *with* a share: who has an exact share of 0 never
/// gets a cent. Errors: those of the amounts (overflow, inexact).
/// Examples: 2.458 € as 1.4748 + 0.9832, last_funder → 1.47 + 0.99; 100 € in three equal shares → 33.33, 33.33, 33.34.
inline result<settled_line> settle_line(const exact_line& line, line_rounding rounding, residual_cent residual) {
  const rounding_mode mode = mode_of(rounding);
  settled_line out;
  if (const error_code e = round<money>(line.price, mode).get(out.price); e != error_code::success) return e;
  if (!line.beneficiary.is_valid()) return line.beneficiary.error();
  money left = out.price;
  money* first = nullptr;
  money* last = nullptr;
  out.funders.resize(line.funders.size());
  for (std::size_t i = 0; i < line.funders.size(); ++i) {
    money share;
    if (const error_code e = round<money>(line.funders[i], mode).get(share); e != error_code::success) return e;
    out.funders[i] = min(share, left);
    left -= out.funders[i];
    if (line.funders[i] > exact_amount()) {
      last = &out.funders[i];
      if (!first) first = last;
    }
  }
  money provider;
  if (const error_code e = round<money>(line.provider, mode).get(provider); e != error_code::success) return e;
  out.provider = min(provider, left);
  left -= out.provider;
  money* const funder = residual == residual_cent::first_funder ? first : last;
  if (line.beneficiary > exact_amount() || (!funder && !(line.provider > exact_amount()))) {
    out.beneficiary = left;
  } else if (line.provider > exact_amount()) {
    out.provider += left;
  } else {
    *funder += left;
  }
  return out;
}

/// Shares a sum of cents out in proportion to exact parts by largest remainder; at a tie the earlier part gets the
/// cent. Parts of 0 get nothing. Σ result = total whenever some part is above 0. Errors: those of the parts.
/// Example: 96.25 € over three times 32.0833… → 32.09, 32.08, 32.08.
inline result<std::vector<money>> share_out(money total, std::span<const exact_amount> parts) {
  std::vector<money> out(parts.size());
  std::vector<exact_amount> remainders(parts.size());
  std::vector<std::size_t> order;
  money left = total;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (const error_code e = round<money>(parts[i], rounding_mode::floor).get(out[i]); e != error_code::success)
      return e;
    remainders[i] = parts[i] - exact_amount(out[i]);
    left -= out[i];
    if (parts[i] > exact_amount()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  const money cent = money::from_cents(1);
  // Cents to give go down the order, cents to take back go up it.
  while (left > money() && !order.empty()) {
    for (std::size_t i = 0; i < order.size() && left > money(); ++i) {
      out[order[i]] += cent;
      left -= cent;
    }
  }
  while (left < money()) {
    const money before = left;
    for (std::size_t i = order.size(); i-- > 0 && left < money();) {
      if (out[order[i]] == money()) continue;
      out[order[i]] -= cent;
      left += cent;
    }
    if (left == before) break;
  }
  return out;
}

namespace detail {

// Shares one party's total out over the lines; `part_of` names its exact part of a line, `cents_of` where it goes.
template <class PartOf, class CentsOf>
error_code share_column(std::span<const exact_line> lines, money total, std::vector<settled_line>& out,
                        const PartOf& part_of, const CentsOf& cents_of) {
  std::vector<exact_amount> parts;
  parts.reserve(lines.size());
  for (const exact_line& line : lines)
    parts.push_back(part_of(line));
  std::vector<money> cents;
  if (const error_code e = share_out(total, parts).get(cents); e != error_code::success) return e;
  for (std::size_t i = 0; i < lines.size(); ++i)
    cents_of(out[i]) = cents[i];
  return error_code::success;
}

inline money paid(const settled_line& line) {
  money sum = line.provider;
  for (const money share : line.funders)
    sum += share;
  return sum;
}

// Prices of the lines once all other parties are settled. Lines without a beneficiary cost what the others pay; the
// rest of the price goes to the lines that have one, by largest remainder, and never below what the others pay.
inline error_code settle_prices(std::span<const exact_line> lines, money total, std::vector<settled_line>& out) {
  std::vector<exact_amount> open(lines.size());
  money left = total;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out[i].price = paid(out[i]);
    if (lines[i].beneficiary > exact_amount()) {
      open[i] = lines[i].price;
    } else {
      left -= out[i].price;
    }
  }
  std::vector<money> prices;
  if (const error_code e = share_out(left, open).get(prices); e != error_code::success) return e;
  money short_of;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!(lines[i].beneficiary > exact_amount())) continue;
    out[i].beneficiary = max(prices[i] - out[i].price, money());
    short_of += max(out[i].price - prices[i], money());
  }
  for (std::size_t i = lines.size(); i-- > 0 && short_of > money();) {
    const money given = min(short_of, out[i].beneficiary);
    out[i].beneficiary -= given;
    short_of -= given;
  }
  for (settled_line& line : out)
    line.price += line.beneficiary;
  return short_of == money() ? error_code::success : error_code::conflict;
}

}  // namespace detail

/// Lines that are rounded together (`round_at` invoice): price and shares of all lines are settled once by the rule of
/// the cent, then distributed to the lines by largest remainder (ties: line order), so that the lines always add up to
/// the totals (EN 16931 BR-CO-10). `funders` has the same length in all lines, a place for each funder of the invoice.
/// The price of a line follows its exact price where the beneficiary has a share, and the shares where it has none: no
/// share is negative and who has an exact share of 0 gets nothing. Errors: those of the amounts; conflict when the
/// parts of a line do not add up to its price, or lines differ in their number of funders.
/// Example: three lines of 77 min at 25 €/h → 32.09, 32.08, 32.08.
inline result<std::vector<settled_line>> settle_together(std::span<const exact_line> lines, line_rounding rounding,
                                                         residual_cent residual) {
  exact_line all;
  if (!lines.empty()) all.funders.resize(lines.front().funders.size());
  for (const exact_line& line : lines) {
    if (line.funders.size() != all.funders.size()) return error_code::conflict;
    all.price += line.price;
    all.beneficiary += line.beneficiary;
    all.provider += line.provider;
    for (std::size_t f = 0; f < line.funders.size(); ++f)
      all.funders[f] += line.funders[f];
  }
  settled_line total;
  if (const error_code e = settle_line(all, rounding, residual).get(total); e != error_code::success) return e;
  std::vector<settled_line> out(lines.size());
  for (settled_line& line : out)
    line.funders.resize(all.funders.size());
  error_code e = error_code::success;
  for (std::size_t f = 0; f < all.funders.size() && e == error_code::success; ++f) {
    e = detail::share_column(
        lines, total.funders[f], out, [f](const exact_line& line) { return line.funders[f]; },
        [f](settled_line& line) -> money& { return line.funders[f]; });
  }
  if (e == error_code::success) {
    e = detail::share_column(
        lines, total.provider, out, [](const exact_line& line) { return line.provider; },
        [](settled_line& line) -> money& { return line.provider; });
  }
  if (e == error_code::success) e = detail::settle_prices(lines, total.price, out);
  if (e != error_code::success) return e;
  return out;
}

/// Lines that are rounded apart: a line is the sum of its visits, each settled for itself (`round_at` visit).
/// Example: six visits of 68 min and one of 60 min at 25 €/h, funder 80 % → price 194.98, share 156.02.
inline result<settled_line> settle_visits(std::span<const exact_line> visits, line_rounding rounding,
                                          residual_cent residual) {
  settled_line sum;
  for (const exact_line& visit : visits) {
    settled_line one;
    if (const error_code e = settle_line(visit, rounding, residual).get(one); e != error_code::success) return e;
    if (sum.funders.size() < one.funders.size()) sum.funders.resize(one.funders.size());
    sum.price += one.price;
    sum.beneficiary += one.beneficiary;
    sum.provider += one.provider;
    for (std::size_t f = 0; f < one.funders.size(); ++f)
      sum.funders[f] += one.funders[f];
  }
  return sum;
}

}  // namespace esppadom::inline ESPPADOM_ABI
