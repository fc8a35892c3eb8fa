// What an order line grants, as written: how much time, for which period. Billing rules reference, section 2c; messages
// reference, section 3 (`requested_quantity`, `requested_period`).
#pragma once

#include <cstdint>
#include <optional>

#include "esppadom/billing/pool_period.hpp"
#include "esppadom/billing/smoothing_rules.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Why an order line gives no plan for a period.
enum class plan_problem : std::uint8_t {
  none,
  no_quantity,            ///< the line orders no quantity: nothing limits it
  total_over_validity,    ///< no period: a total over the whole order
  weekly_without_rule,    ///< a weekly order, and `week_to_month` is not set
  period_not_supported,   ///< a period that no rule brings to the pool's
  unit_not_supported,     ///< a quantity that is not time
  quantity_out_of_range,  ///< negative, or beyond what the library can hold
  open_ended,             ///< a quantity per month or week over a grant without end
};

template <>
struct enum_names<plan_problem> {
  static constexpr enum_name<plan_problem> items[] = {{plan_problem::none, "NONE"},
                                                      {plan_problem::no_quantity, "NO_QUANTITY"},
                                                      {plan_problem::total_over_validity, "TOTAL_OVER_VALIDITY"},
                                                      {plan_problem::weekly_without_rule, "WEEKLY_WITHOUT_RULE"},
                                                      {plan_problem::period_not_supported, "PERIOD_NOT_SUPPORTED"},
                                                      {plan_problem::unit_not_supported, "UNIT_NOT_SUPPORTED"},
                                                      {plan_problem::quantity_out_of_range, "QUANTITY_OUT_OF_RANGE"},
                                                      {plan_problem::open_ended, "OPEN_ENDED"}};
};

/// What a quantity is ordered for: each month, each week (brought to months by a rule), or once for the whole period of
/// the pool.
enum class quantity_basis : std::uint8_t { month, week_by_month, period };

/// The quantity of an order line, or why there is none.
struct ordered_quantity {
  exact_duration time;
  quantity_basis basis = quantity_basis::month;
  plan_problem problem = plan_problem::none;

  friend constexpr bool operator==(const ordered_quantity&, const ordered_quantity&) = default;
};

namespace detail {
/// Months of a written period (`MON`, `ANN`); 0 when it is none of these or no whole number.
constexpr std::int32_t written_months(const measure& period) {
  const decimal value = normalised(period.value);
  if (value.scale != 0 || value.coefficient < 1 || value.coefficient > 120) return 0;
  if (period.unit_code == "MON") return static_cast<std::int32_t>(value.coefficient);
  if (period.unit_code == "ANN") return static_cast<std::int32_t>(value.coefficient) * 12;
  return 0;
}
}  // namespace detail

/// What an order line grants for the periods of a pool. Hours (`HUR`) are read as all written hours are (messages
/// reference, section 8.2), minutes (`MIN`) exactly. How the messages express a period is open; understood are
/// - `1 MON`: each month; periods of several months are the sum of theirs;
/// - `1 WEE`: each week of a weekly pool, otherwise brought to months by `week_to_month`, which must then be set;
/// - as many months as the pool's period has (`3 MON` for quarters, `1 ANN` or `12 MON` for years): once for each;
/// - no period: a total over the validity, which only a pool of the whole grant can use.
/// Examples (monthly pool): 36 HUR per 1 MON → 36 h each month; 5 HUR per 1 WEE → weekly_without_rule.
inline ordered_quantity read_quantity(pool_period kind, std::optional<week_to_month> weeks,
                                      const std::optional<measure>& quantity, const std::optional<measure>& period) {
  const auto refused = [](plan_problem problem) { return ordered_quantity{{}, quantity_basis::month, problem}; };
  if (!quantity) return refused(plan_problem::no_quantity);
  exact_duration time;
  if (quantity->unit_code == "HUR") {
    time = read_hours(quantity->value);
  } else if (quantity->unit_code == "MIN") {
    time = scaled(exact_hours(quantity->value), 1, 60);
  } else {
    return refused(plan_problem::unit_not_supported);
  }
  if (!(time >= exact_duration())) return refused(plan_problem::quantity_out_of_range);
  if (!period) {
    if (kind != pool_period::grant) return refused(plan_problem::total_over_validity);
    return {time, quantity_basis::period, plan_problem::none};
  }
  if (period->unit_code == "WEE" && period->value == decimal{1, 0}) {
    if (kind == pool_period::week) return {time, quantity_basis::period, plan_problem::none};
    if (!weeks) return refused(plan_problem::weekly_without_rule);
    return {time, quantity_basis::week_by_month, plan_problem::none};
  }
  const std::int32_t months = detail::written_months(*period);
  if (kind == pool_period::week || months == 0) return refused(plan_problem::period_not_supported);
  if (months == 1) return {time, quantity_basis::month, plan_problem::none};
  if (months == months_of(kind)) return {time, quantity_basis::period, plan_problem::none};
  return refused(plan_problem::period_not_supported);
}

}  // namespace esppadom::inline ESPPADOM_ABI
