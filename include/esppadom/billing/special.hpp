// What departs from the ordinary visit: extra minutes, beneficiaries who cannot be under télégestion, declarative
// visits, double visits, visits that did not take place as foreseen. Billing rules reference, section 2g.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/billing/duration.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/percentage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// How visits may be entered without stamps.
enum class declarative_mode : std::uint8_t { none, per_visit, monthly };

template <>
struct enum_names<declarative_mode> {
  static constexpr enum_name<declarative_mode> items[] = {{declarative_mode::none, "none"},
                                                          {declarative_mode::per_visit, "per_visit"},
                                                          {declarative_mode::monthly, "monthly"}};
};

/// The time billed for a beneficiary who cannot be under télégestion.
enum class incompatible_source : std::uint8_t { planned, declared };

template <>
struct enum_names<incompatible_source> {
  static constexpr enum_name<incompatible_source> items[] = {{incompatible_source::planned, "planned"},
                                                             {incompatible_source::declared, "declared"}};
};

/// Who pays extra minutes.
enum class extra_minutes_bearer : std::uint8_t { funder, beneficiary, provider };

template <>
struct enum_names<extra_minutes_bearer> {
  static constexpr enum_name<extra_minutes_bearer> items[] = {{extra_minutes_bearer::funder, "funder"},
                                                              {extra_minutes_bearer::beneficiary, "beneficiary"},
                                                              {extra_minutes_bearer::provider, "provider"}};
};

// -- parameters -------------------------------------------------------------------------------------------------------

struct declarative_rules {
  declarative_mode mode = declarative_mode::none;
  std::optional<percentage> quota;
  bool proof_required = false;
  percentage price_share = percentage::from_percent(100);

  friend bool operator==(const declarative_rules&, const declarative_rules&) = default;
};

struct incompatible_rules {
  bool status = false;
  std::optional<std::string> decision_ref;
  incompatible_source source = incompatible_source::planned;
  bool approval_required = true;
  std::vector<std::string> reasons;
  bool in_rates = false;

  friend bool operator==(const incompatible_rules&, const incompatible_rules&) = default;
};

struct double_visit_rules {
  bool allowed = false;
  std::int64_t plan_factor = 2;
  std::int64_t pay_factor = 2;

  friend bool operator==(const double_visit_rules&, const double_visit_rules&) = default;
};

struct extra_minutes_rules {
  bool allowed = false;
  std::optional<std::string> code;
  std::optional<extra_minutes_bearer> bearer;
  std::optional<duration> monthly_cap;
  bool counts_in_plan = true;
  bool counts_as_correction = false;
  std::vector<std::string> reasons;

  friend bool operator==(const extra_minutes_rules&, const extra_minutes_rules&) = default;
};

/// The share of the price that stays payable, by reason; no value = the rule set says nothing.
struct payable_share_rules {
  std::optional<percentage> waiting;
  std::optional<percentage> beneficiary_absent;
  std::optional<percentage> care_refused;

  friend bool operator==(const payable_share_rules&, const payable_share_rules&) = default;
};

template <>
inline constexpr auto description<declarative_rules> =
    fields(parameter<&declarative_rules::mode>("mode", "saisie déclarative", standing::known),
           parameter<&declarative_rules::quota>("quota_pct", "part déclarative admise", standing::open)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameter<&declarative_rules::proof_required>("proof_required", "justificatif exigé", standing::open),
           parameter<&declarative_rules::price_share>("price_pct", "part du prix payée", standing::open)
               .in(parameter_unit::percent)
               .between(0, 100));

template <>
inline constexpr auto description<incompatible_rules> =
    fields(parameter<&incompatible_rules::status>("status", "bénéficiaire incompatible", standing::known),
           parameter<&incompatible_rules::decision_ref>("decision_ref", "référence de la décision", standing::known),
           parameter<&incompatible_rules::source>("duration_source", "temps facturé", standing::known),
           parameter<&incompatible_rules::approval_required>("approval_required", "accord du financeur exigé",
                                                             standing::known),
           parameter<&incompatible_rules::reasons>("reasons", "motifs d'incompatibilité", standing::open),
           parameter<&incompatible_rules::in_rates>("in_rates", "compte dans les taux", standing::known));

template <>
inline constexpr auto description<double_visit_rules> =
    fields(parameter<&double_visit_rules::allowed>("allowed", "double intervention admise", standing::inferred_medium),
           parameter<&double_visit_rules::plan_factor>("plan_factor", "décompte du plan", standing::open)
               .in(parameter_unit::count)
               .between(1, 2),
           parameter<&double_visit_rules::pay_factor>("pay_factor", "décompte du prix", standing::open)
               .in(parameter_unit::count)
               .between(1, 2));

template <>
inline constexpr auto description<extra_minutes_rules> =
    fields(parameter<&extra_minutes_rules::allowed>("allowed", "minutes complémentaires admises", standing::known),
           parameter<&extra_minutes_rules::code>("code", "code de correction du producteur", standing::open),
           parameter<&extra_minutes_rules::bearer>("bearer", "à la charge de", standing::open),
           parameter<&extra_minutes_rules::monthly_cap>("monthly_cap_min", "plafond mensuel", standing::open)
               .in(parameter_unit::minutes)
               .between(0, 44640),
           parameter<&extra_minutes_rules::counts_in_plan>("counts_in_plan", "comptent dans le plan", standing::open),
           parameter<&extra_minutes_rules::counts_as_correction>("counts_as_correction", "comptent comme correction",
                                                                 standing::open),
           parameter<&extra_minutes_rules::reasons>("reasons", "motifs autorisés", standing::open));

template <>
inline constexpr auto description<payable_share_rules> = fields(
    parameter<&payable_share_rules::waiting>("WAITING", "attente à la porte", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100),
    parameter<&payable_share_rules::beneficiary_absent>("BENEFICIARY_ABSENT", "bénéficiaire absent", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100),
    parameter<&payable_share_rules::care_refused>("CARE_REFUSED", "soin refusé", standing::open)
        .in(parameter_unit::percent)
        .between(0, 100));

// -- extra minutes ----------------------------------------------------------------------------------------------------

/// Extra minutes as far as the rule set accepts them, or why it does not; the visit itself is billed either way.
struct accepted_minutes {
  duration extra;
  unbilled_reason reason = unbilled_reason::none;

  friend constexpr bool operator==(const accepted_minutes&, const accepted_minutes&) = default;
};

/// Extra minutes of a visit (g1; the field is known, its meaning inferred, medium). Whole minutes, 0 or more; they need
/// the rule set's permission, a correction code and a bearer named there, a reason and an author. Reasons: not_approved
/// (not allowed, a negative number, or a reason that is not on the rule set's list), extra_minutes_without_code (code,
/// bearer, reason or author absent), arithmetic.
inline accepted_minutes accept_extra_minutes(std::int64_t minutes, const std::optional<std::string>& reason,
                                             const std::optional<std::string>& author,
                                             const extra_minutes_rules& rules) {
  if (minutes == 0) return {};
  if (!rules.allowed || minutes < 0) return {duration(), unbilled_reason::not_approved};
  const bool documented = reason && !reason->empty() && author && !author->empty();
  if (!documented || !rules.code || rules.code->empty() || !rules.bearer)
    return {duration(), unbilled_reason::extra_minutes_without_code};
  if (!rules.reasons.empty() && std::find(rules.reasons.begin(), rules.reasons.end(), *reason) == rules.reasons.end())
    return {duration(), unbilled_reason::not_approved};
  const duration extra = duration::of_minutes(minutes);
  if (!extra.is_valid()) return {duration(), unbilled_reason::arithmetic};
  return {extra, unbilled_reason::none};
}

/// What of accepted extra minutes a month still takes (`monthly_cap_min`): the minutes of one beneficiary and order
/// line are added up in clock order, and what exceeds the cap does not count. Open: no source says over what it is
/// taken. Example: cap 60 min, 50 used, 15 asked → 10.
constexpr duration within_monthly_cap(duration asked, duration used, const std::optional<duration>& cap) {
  return cap ? min(asked, max(*cap - used, duration())) : asked;
}

// -- visits without stamps --------------------------------------------------------------------------------------------

/// How a visit is to be treated.
enum class visit_kind : std::uint8_t {
  ordinary,      ///< as the rule set says
  incompatible,  ///< the beneficiary cannot be under télégestion: no stamp is expected
  declarative,   ///< entered on an attendance sheet, visit by visit: no stamp is expected
  monthly,       ///< no visit but the total of a month, declared: its quantity is the truth
  quantity,      ///< a number of meals, days or other units: no time, no stamps
};

template <>
struct enum_names<visit_kind> {
  static constexpr enum_name<visit_kind> items[] = {{visit_kind::ordinary, "ordinary"},
                                                    {visit_kind::incompatible, "incompatible"},
                                                    {visit_kind::declarative, "declarative"},
                                                    {visit_kind::monthly, "monthly"},
                                                    {visit_kind::quantity, "quantity"}};
};

/// Whether it is a visit with a start and an end, and not a total of a month or a number of units.
constexpr bool is_timed(visit_kind kind) { return kind != visit_kind::monthly && kind != visit_kind::quantity; }

/// Whether times are those of a monthly total: no stamp, and retained from the first to the last instant of a calendar
/// month (the end in the last minute of its last day or at the midnight after it; the form is inferred, medium).
constexpr bool is_monthly_total(const visit_times& times) {
  if (times.arrival || times.departure || !times.retained) return false;
  const local_time start = times.retained->start;
  const local_month month = local_month::of(start.date());
  if (start != local_time::at(month.first_day())) return false;
  const local_time next = local_time::at((month + 1).first_day());
  return times.retained->end.seconds >= next.seconds - 60 && times.retained->end <= next;
}

/// The time of a written quantity: hours (`HUR`) as all written hours are read, minutes (`MIN`) exactly; invalid for
/// another unit. Example: 31.5 HUR → 31 h 30 min.
constexpr exact_duration declared_time(decimal quantity, std::string_view unit_code) {
  if (unit_code == "HUR") return read_hours(quantity);
  if (unit_code == "MIN") return scaled(exact_hours(quantity), 1, 60);
  return exact_duration::invalid();
}

/// The kind of a visit. A monthly total is one where the rule set lets months be declared. Incompatible wins over what
/// follows: by the rule set (scope beneficiary) or by a period of the circumstances. A
/// visit is declarative when its code says so, or when the rule set lets visits be declared and it carries no stamp.
constexpr visit_kind kind_of(visit_class by_code, const visit_times& times, bool incompatible_period,
                             const incompatible_rules& incompatible, const declarative_rules& declarative) {
  if (declarative.mode == declarative_mode::monthly && is_monthly_total(times)) return visit_kind::monthly;
  if (incompatible.status || incompatible_period) return visit_kind::incompatible;
  if (by_code == visit_class::declarative) return visit_kind::declarative;
  const bool stamped = times.arrival || times.departure;
  if (declarative.mode == declarative_mode::per_visit && !stamped) return visit_kind::declarative;
  return visit_kind::ordinary;
}

/// The time a visit of that kind is billed on. Incompatible: the planned time is sent for billing (known), or the
/// declared one. Declarative: the source of the rule set, the period entered standing where stamps would (inferred,
/// medium: a visit without stamps is read from its retained period, section 2a, step 8), so that `min_stamped_planned`
/// bills no more than the planned time. Rounding, snap and cap apply as to any visit.
constexpr time_basis basis_of(visit_kind kind, const duration_rules& rules, const incompatible_rules& incompatible) {
  switch (kind) {
    case visit_kind::incompatible:
      return {
          incompatible.source == incompatible_source::planned ? duration_source::planned : duration_source::retained,
          false};
    case visit_kind::declarative:
      return {rules.source, false};
    case visit_kind::monthly:
    case visit_kind::quantity:
      return {duration_source::retained, false};
    case visit_kind::ordinary:
      break;
  }
  return {rules.source, true};
}

/// Whether a visit of that kind may be billed at all. An incompatible one needs the reference of the Département's
/// decision when the rule set asks for an approval; a declarative one needs a rule set that lets visits be declared.
/// Reasons: not_approved; rule_conflict for a declared visit where only monthly totals may be declared.
inline unbilled_reason permission_of(visit_kind kind, const std::optional<std::string>& decision_ref,
                                     const incompatible_rules& incompatible, const declarative_rules& declarative) {
  if (kind == visit_kind::incompatible) {
    const bool referenced =
        (decision_ref && !decision_ref->empty()) || (incompatible.decision_ref && !incompatible.decision_ref->empty());
    return incompatible.approval_required && !referenced ? unbilled_reason::not_approved : unbilled_reason::none;
  }
  if (kind != visit_kind::declarative || declarative.mode == declarative_mode::per_visit) return unbilled_reason::none;
  return declarative.mode == declarative_mode::none ? unbilled_reason::not_approved : unbilled_reason::rule_conflict;
}

/// Whether so many of the visits were declared that the share exceeds the quota; a share equal to it does not.
/// Example: 1 of 20 at 5 % does not, 1 of 19 does.
constexpr bool exceeds_quota(std::int64_t declared, std::int64_t all, percentage quota) {
  return int128{declared} * 1'000'000 > int128{quota.e4} * all;
}

/// A price of which only a share is paid (declarative visits: `price_pct`), or a share of a share. The result must fit
/// six decimals, for no rule names a rounding here. Errors: inexact, overflow, invalid_value. Examples: 24.58 €/h at
/// 90 % → 22.122 €/h; 20.000001 €/h at 50 % of 20 % → inexact.
constexpr result<unit_price> reduced_price(unit_price price, percentage share,
                                           percentage of_share = percentage::from_percent(100)) {
  if (!price.is_valid() || !share.is_valid() || !of_share.is_valid()) return error_code::invalid_value;
  constexpr std::int64_t whole = 1'000'000;
  int128 factor = 0, product = 0, reduced = 0;
  if (checked_mul(int128{share.e4}, int128{of_share.e4}, factor) || checked_mul(int128{price.e6}, factor, product))
    return error_code::overflow;
  const error_code e = divide(product, int128{whole} * whole, rounding_mode::unnecessary).get(reduced);
  if (e != error_code::success) return e;
  if (!fits_int64(reduced)) return error_code::overflow;
  return unit_price::from_e6(static_cast<std::int64_t>(reduced));
}

/// The share of the price that stays payable for a reason (`WAITING`, `BENEFICIARY_ABSENT`, `CARE_REFUSED`: the reasons
/// are known, their shares open); none where the rule set gives no share or does not know the reason.
inline std::optional<percentage> payable_share(std::string_view reason, const payable_share_rules& rules) {
  if (reason == "WAITING") return rules.waiting;
  if (reason == "BENEFICIARY_ABSENT") return rules.beneficiary_absent;
  if (reason == "CARE_REFUSED") return rules.care_refused;
  return std::nullopt;
}

// -- units that are no time -------------------------------------------------------------------------------------------

/// Whether a quantity counts time; a unit that is not named does.
constexpr bool is_time_unit(std::string_view unit_code) {
  return unit_code == "HUR" || unit_code == "MIN" || unit_code.empty();
}

/// A number of units as billing counts it: as that many hours, so that quantity × price is time × hourly price and
/// plans and funders count units as they count hours. Example: 12 meals → 12 h.
constexpr exact_duration counted_units(decimal quantity) { return exact_hours(quantity); }

// -- doubles ----------------------------------------------------------------------------------------------------------

/// What the second visit of a double still takes of a funder whose plan counts the slot once (`plan_factor` 1): the
/// time that this funder paid of the first visit while both were there. `before` is what earlier funders paid of the
/// first, `own` what this one paid, `offset` how long the first went on alone, `both` how long both were there.
/// Example: first 60 min, of which 45 paid; second comes after 15 min → 30 min.
constexpr exact_duration share_of_double(const exact_duration& before, const exact_duration& own,
                                         const exact_duration& offset, const exact_duration& both) {
  const exact_duration from = max(before, offset);
  const exact_duration to = min(before + own, offset + both);
  return max(to - from, exact_duration());
}

}  // namespace esppadom::inline ESPPADOM_ABI
