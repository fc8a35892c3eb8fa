#include "esppadom/exchange/calculate.hpp"

#include "exchange/calculation.hpp"

namespace esppadom::inline ESPPADOM_ABI {

result<std::string> calculate(calculation of, std::string_view question, const rule_book& rules, const rule_query& whom,
                              findings& found) {
  const auto resolved = resolve(rules, whom);
  const detail::calculation_context context{resolved.rules, whom};
  switch (of) {
    case calculation::visit_time:
    case calculation::declared_time:
    case calculation::extra_minutes:
    case calculation::extra_minutes_left:
    case calculation::double_visit:
    case calculation::payable_share:
    case calculation::declarative_quota:
    case calculation::reduced_price:
    case calculation::priced_visit:
      return detail::calculate_visit(of, question, found, context);
    case calculation::corrections:
    case calculation::envelope:
    case calculation::covered_visits:
    case calculation::smoothed_plan:
      return detail::calculate_oversight(of, question, found, context);
    default:
      return detail::calculate_money(of, question, found, context);
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI
