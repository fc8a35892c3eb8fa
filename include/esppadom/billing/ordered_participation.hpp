// What an order says of the participation, and which of order and rule book applies. Messages reference, section 4;
// billing rules reference, section 2d, "Prices and volumes" (inferred, medium).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "esppadom/billing/funding_findings.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/participation.hpp"
#include "esppadom/message/order.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What the beneficiary leaves to pay: a share of each minute charged, or a fixed amount of the month.
struct participation_terms {
  participation_share share;
  std::optional<fraction> month;  ///< euros; with it `share` is nothing

  friend bool operator==(const participation_terms&, const participation_terms&) = default;
};

/// As a finding shows it: "13.6192 %", "2.50 €/h", "136.19 € a month".
inline std::string to_string(const participation_terms& terms) {
  if (!terms.month) return to_string(terms.share);
  decimal euros;
  if (round(*terms.month, 2, rounding_mode::half_up).get(euros) != error_code::success) return "? €/MON";
  return to_string(euros) + " €/MON";
}

/// What an order says of a line's participation; `problem` is set instead when it cannot be read.
struct ordered_participation {
  std::optional<participation_terms> terms;
  std::string problem;
  bool of_line = false;  ///< the line itself says it, not the whole order
};

namespace detail {

inline bool is_participation_entry(const allowance_charge& item) {
  return !item.is_charge && item.reason_code.value == "PARTICIPATION" && (item.percent || item.amount);
}

// The entry of a list that tells the participation; `several` when there is more than one.
inline const allowance_charge* participation_entry(const std::vector<allowance_charge>& items, bool& several) {
  const allowance_charge* only = nullptr;
  for (const allowance_charge& item : items) {
    if (!is_participation_entry(item)) continue;
    several = several || only != nullptr;
    only = &item;
  }
  return only;
}

// An amount per so many hours or minutes as an amount of one hour.
inline result<unit_price> amount_of_hour(money amount, const measure& basis) {
  const bool minutes = basis.unit_code == "MIN";
  if (!minutes && basis.unit_code != "HUR") return error_code::unsupported;
  const fraction hours = fraction(basis.value) / fraction(minutes ? 60 : 1);
  decimal hourly;
  const auto error = round(euros_of(amount) / hours, 6, rounding_mode::unnecessary).get(hourly);
  if (error != error_code::success) return error;
  return unit_price::from_decimal(hourly);
}

inline ordered_participation read_participation(const allowance_charge& item, const std::optional<measure>& period) {
  ordered_participation out;
  participation_terms terms;
  if (item.percent) {
    terms.share = *item.percent;
    if (!is_participation(terms.share)) out.problem = to_string(*item.percent) + " %";
  } else if (item.basis_quantity) {
    const auto hourly = amount_of_hour(item.amount->value, *item.basis_quantity).get(terms.share.per_hour);
    if (hourly != error_code::success || !is_participation(terms.share)) {
      out.problem = to_string(item.amount->value) + " / " + to_string(item.basis_quantity->value) + " " +
                    item.basis_quantity->unit_code;
    }
  } else if (period && (period->unit_code != "MON" || period->value != decimal{1, 0})) {
    out.problem = to_string(item.amount->value) + " / " + to_string(period->value) + " " + period->unit_code;
  } else {
    terms.month = euros_of(item.amount->value);
    if (!(*terms.month >= fraction())) out.problem = to_string(item.amount->value);
  }
  if (out.problem.empty()) out.terms = terms;
  return out;
}

}  // namespace detail

/// The participation an order gives for one of its lines: that of the line itself, a percentage, an amount of an hour
/// (`basis_quantity` in HUR or MIN) or of the month; else that of the whole order, a fixed monthly amount or a
/// percentage. Nothing when neither says anything. A line for which both speak, or one of them twice, is a problem.
/// Example: amount 2.50 per 1 HUR → 2.50 €/h.
inline ordered_participation participation_ordered(const order& from, const order_line& line) {
  bool several = false;
  const allowance_charge* of_line = detail::participation_entry(line.amounts, several);
  const allowance_charge* of_order = detail::participation_entry(from.order_amounts, several);
  ordered_participation out;
  if (several || (of_line && of_order)) {
    out.problem = "2 PARTICIPATION";
  } else if (of_line) {
    out = detail::read_participation(*of_line, line.requested_period);
    out.of_line = true;
  } else if (of_order) {
    out = detail::read_participation(*of_order, std::nullopt);
  }
  return out;
}

/// What the rule book gives on a day. With the national scale and no inputs it gives nothing, so that the order's
/// percentage counts. Errors: those of `participation_of_book` and `monthly_participation_of_book`.
constexpr result<std::optional<participation_terms>> participation_terms_of_book(const participation_rules& rules,
                                                                                 local_date day) {
  using found = std::optional<participation_terms>;
  std::optional<participation_share> share;
  if (const error_code e = participation_of_book(rules, day).get(share); e != error_code::success) return e;
  if (share) return found(participation_terms{*share, std::nullopt});
  std::optional<fraction> month;
  if (const error_code e = monthly_participation_of_book(rules, day).get(month); e != error_code::success) return e;
  return month ? found(participation_terms{{}, month}) : found();
}

}  // namespace esppadom::inline ESPPADOM_ABI
