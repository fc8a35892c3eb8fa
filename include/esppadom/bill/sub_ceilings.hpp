// What the visits of one beneficiary used under the sub-ceilings of their services. Billing rules reference, section
// 2c.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "esppadom/billing/pool_period.hpp"
#include "esppadom/billing/smoothing.hpp"
#include "esppadom/billing/smoothing_rules.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// A sub-ceiling of a service in the period of a visit.
struct sub_ceiling_use {
  exact_duration max;
  exact_duration used;  ///< by earlier visits
  std::string period;
};

class sub_ceilings_used {
 public:
  /// What is left under the sub-ceilings of a service on a day; they are tested before plan and lots.
  std::optional<exact_duration> under(const smoothing_rules& rules, std::string_view service, local_date day) const {
    std::optional<exact_duration> left;
    for (const auto& each : in_full(rules, service, day)) {
      const auto rest = zero_or_more(each.max - each.used);
      left = left ? min(*left, rest) : rest;
    }
    return left;
  }
  /// The same in full.
  std::vector<sub_ceiling_use> in_full(const smoothing_rules& rules, std::string_view service, local_date day) const {
    std::vector<sub_ceiling_use> out;
    for (const auto& ceiling : rules.sub_ceilings) {
      if (ceiling.service != service) continue;
      const auto at = used_.find(key_of(ceiling, day));
      const auto used = at == used_.end() ? exact_duration{} : at->second;
      out.push_back({exact_duration(ceiling.max), used, period_name(ceiling.period, period_at(ceiling.period, day))});
    }
    return out;
  }
  void use(const smoothing_rules& rules, std::string_view service, local_date day, const exact_duration& time) {
    for (const auto& ceiling : rules.sub_ceilings) {
      if (ceiling.service == service) used_[key_of(ceiling, day)] += time;
    }
  }

 private:
  using place = std::tuple<std::string, pool_period, std::int32_t, std::int64_t>;

  static place key_of(const sub_ceiling& ceiling, local_date day) {
    return {ceiling.service, ceiling.period, period_at(ceiling.period, day), ceiling.max.seconds};
  }

  std::map<place, exact_duration> used_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
