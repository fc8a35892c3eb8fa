// From exact sums to cents: the cent rule, at the place the rule set names. Billing rules reference, section 2d, "Lines
// and cents" (inferred, high); EN 16931 BR-CO-10: the lines of an invoice add up to its total.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "esppadom/billing/line.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

constexpr rounding_mode mode_of(line_rounding rounding) {
  return rounding == line_rounding::half_even ? rounding_mode::half_even : rounding_mode::half_up;
}

/// `total` in whole cents, shared out in proportion to exact amounts: each gets its amount rounded down, the cents left
/// go to the largest remainders, ties to the first. Amounts must not be negative. Errors: those of `round`;
/// out_of_range when the total is more than a cent an amount away from the sum. Example: 96.25 over three
/// times 32.0833… → 32.09, 32.08, 32.08.
inline result<std::vector<money>> distribute(money total, const std::vector<exact_amount>& amounts) {
  std::vector<money> shares;
  std::vector<std::size_t> order;
  money left = total;
  for (const auto& amount : amounts) {
    money floor;
    if (const auto error = round<money>(amount, rounding_mode::floor).get(floor); error != error_code::success) {
      return error;
    }
    order.push_back(shares.size());
    shares.push_back(floor);
    left = left - floor;
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return amounts[a] - exact_amount(shares[a]) > amounts[b] - exact_amount(shares[b]);
  });
  if (left.cents < 0 || left.cents > static_cast<std::int64_t>(order.size())) return error_code::out_of_range;
  for (std::size_t i = 0; i < static_cast<std::size_t>(left.cents); ++i)
    shares[order[i]] += money::from_cents(1);
  return shares;
}

namespace detail {
inline bool is_positive(const exact_amount& amount) { return amount > exact_amount{}; }

/// The funder that takes the rest when nobody else has a share: the first or last one that has one itself.
inline std::size_t residual_funder(const exact_parts& exact, residual_cent to) {
  std::size_t found = exact.funders.size();
  for (std::size_t i = 0; i < exact.funders.size(); ++i) {
    if (!is_positive(exact.funders[i])) continue;
    found = i;
    if (to == residual_cent::first_funder) break;
  }
  return found;
}

/// What is left of the price once the funders have their cents: the provider's part rounded, the rest to the
/// beneficiary; a party without an exact share never gets a cent.
inline error_code give_rest(settled_parts& cents, const exact_parts& exact, rounding_mode mode, residual_cent to) {
  money rest = cents.price;
  for (const auto share : cents.funders)
    rest = rest - share;
  const auto own = exact.beneficiary_total();
  if (is_positive(exact.provider)) {
    cents.provider = rest;
    if (is_positive(own)) {
      if (const auto error = round<money>(exact.provider, mode).get(cents.provider); error != error_code::success) {
        return error;
      }
      cents.provider = std::min(cents.provider, rest, [](money a, money b) { return a < b; });
    }
    rest = rest - cents.provider;
  }
  if (is_positive(own)) {
    std::vector<exact_amount> parts(exact.beneficiary.begin(), exact.beneficiary.end());
    // The balance may differ from the sum of the reasons by some cents: reasons are scaled to it in order.
    std::vector<money> shares;
    money left = rest;
    std::size_t last = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      money share;
      if (const auto error = round<money>(parts[i], mode).get(share); error != error_code::success) return error;
      if (left < share) share = left;
      shares.push_back(share);
      left = left - share;
      if (is_positive(parts[i])) last = i;
    }
    shares[last] += left;
    std::copy(shares.begin(), shares.end(), cents.beneficiary.begin());
    return error_code::success;
  }
  if (rest == money{}) return error_code::success;
  const auto funder = residual_funder(exact, to);
  if (funder == exact.funders.size()) return error_code::out_of_range;
  cents.funders[funder] += rest;
  return error_code::success;
}
}  // namespace detail

/// The cents of one rounding unit: price and shares rounded once, the rest to the beneficiary, or, without a
/// beneficiary's share, to the first or last funder. Errors: those of `round`.
/// Examples: 13.6192 % of 24.58 → 21.23 and 3.35; 0.05 in three equal shares → 0.02, 0.02, 0.01.
inline result<settled_parts> settle(const exact_parts& exact, line_rounding rounding, residual_cent to) {
  settled_parts cents;
  const auto mode = mode_of(rounding);
  if (const auto error = round<money>(exact.price, mode).get(cents.price); error != error_code::success) return error;
  money left = cents.price;
  for (const auto& amount : exact.funders) {
    money share;
    if (const auto error = round<money>(amount, mode).get(share); error != error_code::success) return error;
    if (left < share) share = left;
    cents.funders.push_back(share);
    left = left - share;
  }
  if (const auto error = detail::give_rest(cents, exact, mode, to); error != error_code::success) return error;
  return cents;
}

/// Brings a line to cents at its own place: the line, or each of its visits. False when an amount cannot be rounded.
inline bool settle(target_line& line) {
  if (line.round_at != rounding_place::visit) {
    return settle(line.exact, line.line_rounding, line.residual_cent_to).get(line.cents) == error_code::success;
  }
  settled_parts sum;
  sum.funders.resize(line.key.funders.size());
  for (const auto& visit : line.visits) {
    settled_parts part;
    const auto error = settle(visit.parts, line.line_rounding, line.residual_cent_to).get(part);
    if (error != error_code::success) return false;
    sum.price += part.price;
    sum.provider += part.provider;
    for (std::size_t i = 0; i < part.funders.size(); ++i)
      sum.funders[i] += part.funders[i];
    for (std::size_t i = 0; i < part.beneficiary.size(); ++i)
      sum.beneficiary[i] += part.beneficiary[i];
  }
  line.cents = std::move(sum);
  return true;
}

namespace detail {
/// One funder's part of the lines: rounded once in all, then shared out.
inline bool settle_funder(const std::vector<target_line*>& lines, const std::string& funder) {
  std::vector<exact_amount> amounts;
  std::vector<money*> places;
  exact_amount sum;
  for (auto* line : lines) {
    for (std::size_t i = 0; i < line->key.funders.size(); ++i) {
      if (line->key.funders[i] != funder) continue;
      amounts.push_back(line->exact.funders[i]);
      places.push_back(&line->cents.funders[i]);
      sum += line->exact.funders[i];
    }
  }
  money total;
  std::vector<money> shares;
  if (round<money>(sum, mode_of(lines.front()->line_rounding)).get(total) != error_code::success ||
      distribute(total, amounts).get(shares) != error_code::success) {
    return false;
  }
  for (std::size_t i = 0; i < places.size(); ++i)
    *places[i] = shares[i];
  return true;
}

inline bool is_fully_funded(const target_line& line) {
  return !is_positive(line.exact.beneficiary_total()) && !is_positive(line.exact.provider);
}
}  // namespace detail

/// Brings the lines of one invoice to cents together: each funder's total is rounded once and shared out by largest
/// remainder. A line that funders pay in full costs what they pay; the other lines share what is left of the rounded
/// total price, each at least its funders' part. False when an amount cannot be rounded.
/// Example: three lines of 32.0833… → 96.25, written 32.09 + 32.08 + 32.08.
inline bool settle_together(const std::vector<target_line*>& lines) {
  std::map<std::string, bool> funders;
  exact_amount whole;
  for (auto* line : lines) {
    line->cents = {};
    line->cents.funders.resize(line->key.funders.size());
    whole += line->exact.price;
    for (const auto& funder : line->key.funders)
      funders[funder] = true;
  }
  for (const auto& [funder, present] : funders) {
    if (!detail::settle_funder(lines, funder)) return false;
  }
  const auto mode = mode_of(lines.front()->line_rounding);
  money total;
  if (round<money>(whole, mode).get(total) != error_code::success) return false;
  std::vector<target_line*> shared;
  std::vector<exact_amount> amounts;
  exact_amount shared_price;
  for (auto* line : lines) {
    if (detail::is_fully_funded(*line)) {
      for (const auto share : line->cents.funders)
        line->cents.price += share;
      total = total - line->cents.price;
    } else {
      shared.push_back(line);
      amounts.push_back(line->exact.price);
      shared_price += line->exact.price;
    }
  }
  if (shared.empty()) return true;
  std::vector<money> prices;
  if (distribute(total, amounts).get(prices) != error_code::success) {
    // Full lines took a cent more or less than their part: the others are rounded among themselves.
    if (round<money>(shared_price, mode).get(total) != error_code::success ||
        distribute(total, amounts).get(prices) != error_code::success) {
      return false;
    }
  }
  for (std::size_t i = 0; i < shared.size(); ++i) {
    auto& line = *shared[i];
    money paid;
    for (const auto share : line.cents.funders)
      paid += share;
    line.cents.price = prices[i] < paid ? paid : prices[i];
    if (detail::give_rest(line.cents, line.exact, mode, line.residual_cent_to) != error_code::success) return false;
  }
  return true;
}

}  // namespace esppadom
