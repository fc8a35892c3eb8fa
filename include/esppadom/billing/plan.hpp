// The plan of a month: what an order line grants, brought to the month. Billing rules reference, section 2c; messages
// reference, section 3 (`requested_quantity`, `requested_period`).
#pragma once

#include <cstdint>
#include <optional>

#include "esppadom/billing/smoothing.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Why an order line gives no plan for a month.
enum class plan_problem : std::uint8_t {
  none,
  no_quantity,            ///< the line orders no quantity: nothing limits it
  total_over_validity,    ///< no period: a total over the whole order
  weekly_without_rule,    ///< a weekly order, and `week_to_month` is not set
  period_not_supported,   ///< a period other than one month
  unit_not_supported,     ///< a quantity that is not time
  quantity_out_of_range,  ///< negative, or beyond what the library can hold
};

template <>
struct enum_names<plan_problem> {
  static constexpr enum_name<plan_problem> items[] = {{plan_problem::none, "NONE"},
                                                      {plan_problem::no_quantity, "NO_QUANTITY"},
                                                      {plan_problem::total_over_validity, "TOTAL_OVER_VALIDITY"},
                                                      {plan_problem::weekly_without_rule, "WEEKLY_WITHOUT_RULE"},
                                                      {plan_problem::period_not_supported, "PERIOD_NOT_SUPPORTED"},
                                                      {plan_problem::unit_not_supported, "UNIT_NOT_SUPPORTED"},
                                                      {plan_problem::quantity_out_of_range, "QUANTITY_OUT_OF_RANGE"}};
};

/// A month's plan, or why there is none.
struct plan_quantity {
  exact_duration time;
  plan_problem problem = plan_problem::none;

  friend constexpr bool operator==(const plan_quantity&, const plan_quantity&) = default;
};

/// The time an order line grants in one month. Hours (`HUR`) are read as all written hours are (messages reference,
/// section 8.2), minutes (`MIN`) exactly. Whatever the days of the month on which the line is valid, the whole quantity
/// counts (`prorata` none; open). How the messages express a period is open too: only `1 MON` is taken as a monthly
/// quantity; a quantity without period is a total, and no way to share it out over the months is evidenced.
/// Examples: 36 HUR per 1 MON → 36 h; 90 MIN per 1 MON → 90 min; 5 HUR per 1 WEE → weekly_without_rule.
inline plan_quantity plan_of_month(const smoothing_rules& rules, const std::optional<measure>& quantity,
                                   const std::optional<measure>& period) {
  if (!quantity) return {{}, plan_problem::no_quantity};
  exact_duration time;
  if (quantity->unit_code == "HUR") {
    time = read_hours(quantity->value);
  } else if (quantity->unit_code == "MIN") {
    time = scaled(exact_hours(quantity->value), 1, 60);
  } else {
    return {{}, plan_problem::unit_not_supported};
  }
  if (!(time >= exact_duration())) return {{}, plan_problem::quantity_out_of_range};
  if (!period) return {{}, plan_problem::total_over_validity};
  if (period->unit_code == "WEE" && !rules.week_to_month) return {{}, plan_problem::weekly_without_rule};
  if (period->unit_code != "MON" || period->value != decimal{1, 0}) return {{}, plan_problem::period_not_supported};
  return {time, plan_problem::none};
}

}  // namespace esppadom::inline ESPPADOM_ABI
