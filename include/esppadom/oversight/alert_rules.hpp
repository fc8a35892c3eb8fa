// The thresholds of alerts. Billing rules reference, section 9. Those that are not set raise no alert.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/percentage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The profiles of caregivers that a service accepts.
struct accepted_profiles {
  std::string service;
  std::vector<std::string> profiles;

  friend bool operator==(const accepted_profiles&, const accepted_profiles&) = default;
};

template <>
inline constexpr auto description<accepted_profiles> =
    fields(parameter<&accepted_profiles::service>("service", "prestation", standing::open),
           parameter<&accepted_profiles::profiles>("profiles", "profils d'intervenants admis", standing::open));

/// `alerts` of a rule set.
struct alert_rules {
  std::vector<duration> watch = {duration::of_minutes(30)};
  std::int64_t plan_expiry_months = 2;  ///< as the CASVP asks; known
  std::optional<percentage> underuse_pct;
  std::optional<std::int64_t> underuse_months;
  std::vector<accepted_profiles> qualifications;  ///< by service; one that is not named accepts everybody

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
               .between(1, 120),
           parameter<&alert_rules::qualifications>("qualifications", "profils d'intervenants admis par prestation",
                                                   standing::open));

}  // namespace esppadom::inline ESPPADOM_ABI
