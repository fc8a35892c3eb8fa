// The lines of documents: what a difference looks like on an invoice or a credit note.
// Billing rules reference, section 2f (a mere change of rate is one line: same quantity, the difference of the rates).
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/delta.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A difference and whose it is. `kind` is what the granularity of the rule set tells apart.
struct beneficiary_delta {
  std::string beneficiary;
  std::string kind;
  emitted_line line;
};

namespace detail {
inline exact_duration absolute(const exact_duration& time) { return time < exact_duration{} ? -time : time; }

/// Sets the quantity of a line: time, or a number of units.
template <class Line>
void set_quantity(Line& line, const exact_duration& time, const std::optional<std::string>& unit) {
  line.unit = unit;
  line.billed_seconds = unit ? exact_duration() : time;
  if (unit) line.units = to_hours(time).value_or(decimal{});
}

inline billed_line shown(const beneficiary_delta& difference, int sign) {
  const auto& fact = difference.line;
  const auto signed_money = [sign](money value) { return sign < 0 ? -value : value; };
  billed_line line;
  line.month = fact.month;
  line.beneficiary = difference.beneficiary;
  line.order_id = fact.order_id;
  line.order_line = fact.order_line;
  line.service = fact.service;
  line.aid_type = fact.aid_type;
  line.deliveries.reserve(fact.deliveries.size());
  for (const auto& visit : fact.deliveries)
    line.deliveries.push_back(visit.delivery_id);
  set_quantity(line, sign < 0 ? -fact.time : fact.time, fact.unit);
  line.unit_price = fact.price;
  line.surcharges = signed_money(fact.gross - fact.base);
  line.surcharge_pct = fact.surcharge;
  line.surcharge = fact.kind;
  line.gross = signed_money(fact.gross);
  line.participation_pct = fact.participation;
  line.other_funders = signed_money(fact.other_funders);
  line.over_tariff = signed_money(fact.over_tariff);
  line.funder_share = signed_money(fact.share);
  line.beneficiary_share = signed_money(fact.beneficiary_share);
  line.net_share = line.funder_share;
  line.vat_pct = fact.vat;
  line.participation = line.gross - line.funder_share - line.other_funders - line.over_tariff;
  line.funders = fact.funders;
  return line;
}

/// One line for a change that takes from one key and gives to another. A mere change of rate shows the quantity it
/// concerns and the difference of the rates. Otherwise the time is what the change adds to the document, so that the
/// times of all documents come to what stands: below 0 where more is paid for less time.
inline billed_line merged(std::span<const beneficiary_delta* const> parts, int sign) {
  const auto* newest = parts.front();
  const auto* oldest = parts.front();
  for (const auto* part : parts) {
    if (part->line.time > exact_duration{}) newest = part;
    if (part->line.time < exact_duration{}) oldest = part;
  }
  beneficiary_delta sum = *newest;
  sum.line.deliveries.clear();
  sum.line.base = sum.line.gross = sum.line.share = money{};
  sum.line.other_funders = sum.line.over_tariff = sum.line.beneficiary_share = money{};
  sum.line.time = {};
  std::map<std::string, exact_duration> visits;
  for (const auto* part : parts) {
    add_amounts(sum.line, part->line, +1);
    for (const auto& visit : part->line.deliveries)
      visits[visit.delivery_id] += visit.time;
  }
  for (const auto& [id, time] : visits)
    sum.line.deliveries.push_back({id, time});
  auto line = shown(sum, sign);
  if (sum.line.time == exact_duration{}) {
    set_quantity(line, absolute(newest->line.time), newest->line.unit);
    const auto difference = newest->line.price - oldest->line.price;
    line.unit_price = sign < 0 ? -difference : difference;
  }
  return line;
}

inline auto line_order(const billed_line& line) {
  return std::tie(line.month, line.beneficiary, line.order_line, line.service, line.funders, line.unit_price.e6,
                  line.surcharge_pct.e4, line.participation_pct.e4);
}

/// A line of a document and the differences it stands for.
struct drafted_line {
  billed_line line;
  std::vector<const beneficiary_delta*> parts;
};

/// The lines of one invoice or credit note, in their order: same sign as they are, mixed groups merged.
inline std::vector<drafted_line> lines_of(const std::vector<const beneficiary_delta*>& differences, int sign) {
  std::map<std::pair<std::string_view, group_key>, std::vector<const beneficiary_delta*>> groups;
  for (const auto* difference : differences) {
    groups[{difference->beneficiary, group_of(difference->line)}].push_back(difference);
  }
  std::vector<drafted_line> lines;
  for (const auto& [key, parts] : groups) {
    const auto against = [sign](const beneficiary_delta* part) {
      return sign < 0 ? part->line.share > money{} || part->line.time > exact_duration{}
                      : part->line.share < money{} || part->line.time < exact_duration{};
    };
    if (std::any_of(parts.begin(), parts.end(), against)) {
      lines.push_back({merged(parts, sign), parts});
    } else {
      for (const auto* part : parts)
        lines.push_back({shown(*part, sign), {part}});
    }
  }
  std::sort(lines.begin(), lines.end(),
            [](const auto& a, const auto& b) { return line_order(a.line) < line_order(b.line); });
  return lines;
}

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
