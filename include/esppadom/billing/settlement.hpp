// Target lines to cents: the cent rule of invoicing.hpp at the place each line's rule set names.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/line.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {
/// The exact parts of a line or visit, funders in the columns of `columns`.
inline exact_line exact_line_of(const exact_parts& parts, const std::vector<std::string>& funders,
                                const std::vector<std::string>& columns) {
  exact_line line{parts.price, std::vector<exact_amount>(columns.size()), parts.beneficiary_total(), parts.provider};
  for (std::size_t i = 0; i < parts.funders.size(); ++i) {
    const auto at = std::find(columns.begin(), columns.end(), funders[i]);
    line.funders[static_cast<std::size_t>(at - columns.begin())] += parts.funders[i];
  }
  return line;
}

/// Takes the cents over; the beneficiary's are shared out among the reasons by largest remainder.
inline bool take(target_line& line, const settled_line& settled, const std::vector<std::string>& columns) {
  line.cents = {};
  line.cents.price = settled.price;
  line.cents.provider = settled.provider;
  for (const auto& funder : line.key.funders) {
    const auto at = std::find(columns.begin(), columns.end(), funder);
    line.cents.funders.push_back(settled.funders[static_cast<std::size_t>(at - columns.begin())]);
  }
  std::vector<money> reasons;
  if (share_out(settled.beneficiary, line.exact.beneficiary).get(reasons) != error_code::success) return false;
  std::copy(reasons.begin(), reasons.end(), line.cents.beneficiary.begin());
  return true;
}
}  // namespace detail

/// Brings a line to cents at its own place: the line, or each of its visits. False when an amount cannot be rounded.
inline bool settle(target_line& line) {
  const auto& columns = line.key.funders;
  settled_line settled;
  if (line.round_at != rounding_place::visit) {
    const auto exact = detail::exact_line_of(line.exact, columns, columns);
    const auto error = settle_line(exact, line.line_rounding, line.residual_cent_to).get(settled);
    return error == error_code::success && detail::take(line, settled, columns);
  }
  std::vector<exact_line> visits;
  visits.reserve(line.visits.size());
  for (const auto& visit : line.visits)
    visits.push_back(detail::exact_line_of(visit.parts, columns, columns));
  const auto error = settle_visits(visits, line.line_rounding, line.residual_cent_to).get(settled);
  return error == error_code::success && detail::take(line, settled, columns);
}

/// Brings the lines of one invoice to cents together. False when an amount cannot be rounded.
inline bool settle_together(std::span<target_line* const> lines) {
  std::vector<std::string> columns;
  for (const auto* line : lines) {
    for (const auto& funder : line->key.funders) {
      if (std::find(columns.begin(), columns.end(), funder) == columns.end()) columns.push_back(funder);
    }
  }
  std::vector<exact_line> exact;
  exact.reserve(lines.size());
  for (const auto* line : lines)
    exact.push_back(detail::exact_line_of(line->exact, line->key.funders, columns));
  std::vector<settled_line> settled;
  const auto& rules = *lines.front();
  if (settle_together(std::span<const exact_line>(exact), rules.line_rounding, rules.residual_cent_to).get(settled) !=
      error_code::success) {
    return false;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!detail::take(*lines[i], settled[i], columns)) return false;
  }
  return true;
}

}  // namespace esppadom
