// An alert that was told, as the ledger keeps it, so that it is not told again. What raises alerts is in
// oversight/alerts.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

enum class alert_kind : std::uint8_t {
  plan_expiring,                ///< the order ends within `plan_expiry_months`, and no other follows
  new_beneficiary_with_aid,     ///< the first order begins in this month, with a kind of aid
  new_beneficiary_without_aid,  ///< the same, without
  incomplete_call,              ///< one side stamped only, in this month
  unstamped_visit,              ///< no side stamped, in this month
  late_start,                   ///< not stamped `watch_min` after the planned start
  carry_lot_expiring,           ///< carried hours in the last month in which they may be used
  overrun,                      ///< more is used in this month than plan and carried hours allow
  underuse,                     ///< less than `underuse_pct` of the plan was used in each of `underuse_months` months
  visit_during_absence,         ///< a visit took place while the beneficiary was absent
  unqualified_caregiver,        ///< a visit by a caregiver none of whose profiles its service accepts
};

template <>
struct enum_names<alert_kind> {
  static constexpr enum_name<alert_kind> items[] = {
      {alert_kind::plan_expiring, "plan_expiring"},
      {alert_kind::new_beneficiary_with_aid, "new_beneficiary_with_aid"},
      {alert_kind::new_beneficiary_without_aid, "new_beneficiary_without_aid"},
      {alert_kind::incomplete_call, "incomplete_call"},
      {alert_kind::unstamped_visit, "unstamped_visit"},
      {alert_kind::late_start, "late_start"},
      {alert_kind::carry_lot_expiring, "carry_lot_expiring"},
      {alert_kind::overrun, "overrun"},
      {alert_kind::underuse, "underuse"},
      {alert_kind::visit_during_absence, "visit_during_absence"},
      {alert_kind::unqualified_caregiver, "unqualified_caregiver"}};
};

/// An alert of a beneficiary that was told. It stands until it has an end; one that begins again is told again.
struct told_alert {
  std::string id;
  alert_kind kind = alert_kind::plan_expiring;
  local_date date;       ///< when what it is about happens
  std::string provider;  ///< empty = it is no single provider's
  std::string subject;   ///< an order, a visit or a pool
  local_date told_on;
  std::optional<local_date> ended_on;  ///< the day on which its cause was found gone

  friend bool operator==(const told_alert&, const told_alert&) = default;
};

template <>
inline constexpr auto description<told_alert> =
    fields(field<&told_alert::id>("n° d'alerte"), field<&told_alert::kind>("nature"), field<&told_alert::date>("date"),
           field<&told_alert::provider>("prestataire"), field<&told_alert::subject>("objet"),
           field<&told_alert::told_on>("signalée le"), field<&told_alert::ended_on>("terminée le"));

}  // namespace esppadom::inline ESPPADOM_ABI
