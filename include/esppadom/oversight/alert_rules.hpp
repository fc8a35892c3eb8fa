// The thresholds of alerts. Billing rules reference, section 9. Those that are not set raise no alert.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/percentage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// `alerts` of a rule set.
struct alert_rules {
  std::vector<duration> watch = {duration::of_minutes(30)};
  std::int64_t plan_expiry_months = 2;  ///< as the CASVP asks; known
  std::optional<percentage> underuse_pct;
  std::optional<std::int64_t> underuse_months;

  friend bool operator==(const alert_rules&, const alert_rules&) = default;
};

template <>
inline constexpr auto description<alert_rules> =
    fields(parameter<&alert_rules::watch>("watch_min", "délais de veille après le début prévu", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 1440),
           parameter<&alert_rules::plan_expiry_months>("plan_expiry_months", "alerte de fin de plan", standing::known)
               .in(parameter_unit::months)
               .between(0, 120),
           parameter<&alert_rules::underuse_pct>("underuse_pct", "seuil de sous-consommation", standing::open)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameter<&alert_rules::underuse_months>("underuse_months", "durée de sous-consommation", standing::open)
               .in(parameter_unit::months)
               .between(1, 120));

}  // namespace esppadom::inline ESPPADOM_ABI
