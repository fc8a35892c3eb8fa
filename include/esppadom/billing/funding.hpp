// Funding: who pays a visit. Each funder (*financeur*) in its order, then the beneficiary, or the provider. Parameters;
// the split itself is in visit_split.hpp. Billing rules reference, section 2d.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/billing/participation.hpp"
#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/smoothing_rules.hpp"
#include "esppadom/billing/special.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/result.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

// -- parameters -------------------------------------------------------------------------------------------------------

/// How a funder pays. `hourly`: its minutes at its rate. `fixed`: the price until its amount is used up. `complement`:
/// a percentage of what is left of the price on minutes that others pay (inferred, medium).
enum class funding_nature : std::uint8_t { hourly, fixed, complement };

template <>
struct enum_names<funding_nature> {
  static constexpr enum_name<funding_nature> items[] = {
      {funding_nature::hourly, "hourly"}, {funding_nature::fixed, "fixed"}, {funding_nature::complement, "complement"}};
};

/// What bounds the rate of a funder: nothing but its own tariff, the price of the minutes, or the smaller of rate and
/// price. A share never exceeds the price of the minutes it is charged on, whatever the value; so `provider_price`
/// gives what `funder_tariff` gives (the formula's reading; inferred, medium).
enum class funder_rate_cap : std::uint8_t { funder_tariff, provider_price, min };

template <>
struct enum_names<funder_rate_cap> {
  static constexpr enum_name<funder_rate_cap> items[] = {{funder_rate_cap::funder_tariff, "funder_tariff"},
                                                         {funder_rate_cap::provider_price, "provider_price"},
                                                         {funder_rate_cap::min, "min"}};
};

/// Which funder takes the cents that rounding leaves when the beneficiary pays nothing. Standing: open.
enum class residual_cent : std::uint8_t { first_funder, last_funder };

template <>
struct enum_names<residual_cent> {
  static constexpr enum_name<residual_cent> items[] = {{residual_cent::first_funder, "first_funder"},
                                                       {residual_cent::last_funder, "last_funder"}};
};

/// What is allotted to a funder: the minutes of a visit, cut where needed (known practice), or whole visits (inferred,
/// medium).
enum class funding_split : std::uint8_t { minutes, visit };

template <>
struct enum_names<funding_split> {
  static constexpr enum_name<funding_split> items[] = {{funding_split::minutes, "minutes"},
                                                       {funding_split::visit, "visit"}};
};

/// Whose rules give the duration of a visit that several funders share. Standing: open.
enum class duration_from : std::uint8_t { first_funder, each };

template <>
struct enum_names<duration_from> {
  static constexpr enum_name<duration_from> items[] = {{duration_from::first_funder, "first_funder"},
                                                       {duration_from::each, "each"}};
};

/// Who bears the part of the provider's price above the funder's tariff. To the beneficiary: known.
enum class over_tariff : std::uint8_t { beneficiary, provider, forbidden };

template <>
struct enum_names<over_tariff> {
  static constexpr enum_name<over_tariff> items[] = {{over_tariff::beneficiary, "beneficiary"},
                                                     {over_tariff::provider, "provider"},
                                                     {over_tariff::forbidden, "forbidden"}};
};

/// Who is billed for a cancelled visit.
enum class cancelled_bill_to : std::uint8_t { none, beneficiary, funder };

template <>
struct enum_names<cancelled_bill_to> {
  static constexpr enum_name<cancelled_bill_to> items[] = {{cancelled_bill_to::none, "none"},
                                                           {cancelled_bill_to::beneficiary, "beneficiary"},
                                                           {cancelled_bill_to::funder, "funder"}};
};

/// To whom the funder's money goes: to the provider (who invoices the funder), to the beneficiary (whom the provider
/// invoices for all), or to the issuer of prepaid vouchers with which the beneficiary pays. All three are known.
enum class payment_channel : std::uint8_t { provider_direct, beneficiary, cesu_prefinance };

template <>
struct enum_names<payment_channel> {
  static constexpr enum_name<payment_channel> items[] = {{payment_channel::provider_direct, "provider_direct"},
                                                         {payment_channel::beneficiary, "beneficiary"},
                                                         {payment_channel::cesu_prefinance, "cesu_prefinance"}};
};

/// A day on which a funder may be valid.
enum class funding_day : std::uint8_t { mon, tue, wed, thu, fri, sat, sun, holiday };

template <>
struct enum_names<funding_day> {
  static constexpr enum_name<funding_day> items[] = {{funding_day::mon, "MON"}, {funding_day::tue, "TUE"},
                                                     {funding_day::wed, "WED"}, {funding_day::thu, "THU"},
                                                     {funding_day::fri, "FRI"}, {funding_day::sat, "SAT"},
                                                     {funding_day::sun, "SUN"}, {funding_day::holiday, "HOLIDAY"}};
};

/// Rates of a funder by kind of day, of one hour; null = its ordinary rate. All share one volume (inferred, medium).
struct funder_day_rates {
  std::optional<unit_price> weekday;
  std::optional<unit_price> saturday;
  std::optional<unit_price> sunday;
  std::optional<unit_price> public_holiday;
  std::optional<unit_price> evening;

  friend bool operator==(const funder_day_rates&, const funder_day_rates&) = default;
};

template <>
inline constexpr auto description<funder_day_rates> = fields(
    parameter<&funder_day_rates::weekday>("weekday", "tarif des jours ouvrables", standing::inferred_medium)
        .in(parameter_unit::euros)
        .between(0, 10'000),
    parameter<&funder_day_rates::saturday>("saturday", "tarif du samedi", standing::inferred_medium)
        .in(parameter_unit::euros)
        .between(0, 10'000),
    parameter<&funder_day_rates::sunday>("sunday", "tarif du dimanche", standing::inferred_medium)
        .in(parameter_unit::euros)
        .between(0, 10'000),
    parameter<&funder_day_rates::public_holiday>("public_holiday", "tarif des jours fériés", standing::inferred_medium)
        .in(parameter_unit::euros)
        .between(0, 10'000),
    parameter<&funder_day_rates::evening>("evening", "tarif du soir", standing::inferred_medium)
        .in(parameter_unit::euros)
        .between(0, 10'000));

/// How much a funder pays in a period, beside what its order lines say; null = no such limit.
struct funder_volume {
  std::optional<duration> minutes;
  std::optional<money> euros;
  pool_period period = pool_period::month;

  friend bool operator==(const funder_volume&, const funder_volume&) = default;
};

template <>
inline constexpr auto description<funder_volume> =
    fields(parameter<&funder_volume::minutes>("minutes", "volume en minutes", standing::known)
               .in(parameter_unit::minutes)
               .between(0, 6'000'000),
           parameter<&funder_volume::euros>("euros", "volume en euros", standing::known)
               .in(parameter_unit::euros)
               .between(0, 10'000'000),
           parameter<&funder_volume::period>("period", "période du volume", standing::known));

/// One entry of `funding.per_funder`, told apart by `funder`.
struct funder_rules {
  std::string funder;  ///< the funder's identifier, or its type of aid
  funding_nature nature = funding_nature::hourly;
  std::optional<unit_price> rate;  ///< null = the order line's tariff
  funder_rate_cap rate_cap = funder_rate_cap::min;
  funder_day_rates rates;
  std::optional<percentage> percent;  ///< of a complement
  std::optional<money> max;           ///< of a complement, for each visit
  funder_volume volume;
  std::vector<funding_day> days = {funding_day::mon, funding_day::tue, funding_day::wed, funding_day::thu,
                                   funding_day::fri, funding_day::sat, funding_day::sun, funding_day::holiday};
  participation_rules participation;

  friend bool operator==(const funder_rules&, const funder_rules&) = default;
};

template <>
inline constexpr auto description<funder_rules> =
    fields(parameter<&funder_rules::funder>("funder", "financeur", standing::known),
           parameter<&funder_rules::nature>("nature", "nature du financement", standing::known),
           parameter<&funder_rules::rate>("rate", "tarif horaire du financeur", standing::known)
               .in(parameter_unit::euros)
               .between(0, 10'000),
           parameter<&funder_rules::rate_cap>("rate_cap", "plafond du tarif du financeur", standing::inferred_medium),
           parameters<&funder_rules::rates>("rates", "tarifs par type de jour"),
           parameter<&funder_rules::percent>("percent", "part du complément", standing::inferred_medium)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameter<&funder_rules::max>("max", "maximum du complément par intervention", standing::inferred_medium)
               .in(parameter_unit::euros)
               .between(0, 100'000),
           parameters<&funder_rules::volume>("volume", "volume financé"),
           parameter<&funder_rules::days>("days", "jours financés", standing::known),
           parameters<&funder_rules::participation>("participation", "participation du bénéficiaire"));

/// `cancelled` of the funding rules.
struct cancelled_rules {
  cancelled_bill_to bill_to = cancelled_bill_to::none;
  std::optional<std::int64_t> notice_hours;  ///< announced that long before, the visit is billed to nobody

  friend bool operator==(const cancelled_rules&, const cancelled_rules&) = default;
};

template <>
inline constexpr auto description<cancelled_rules> =
    fields(parameter<&cancelled_rules::bill_to>("bill_to", "intervention annulée facturée à", standing::known),
           parameter<&cancelled_rules::notice_hours>("notice_hours", "délai de prévenance", standing::open)
               .in(parameter_unit::hours)
               .between(0, 8'760));

/// `funding` of a rule set. Neutral: funders in the order of the order lines, each as its order line says.
struct funding_rules {
  std::vector<std::string> order;  ///< funders, first payer first
  residual_cent residual_cent_to = residual_cent::last_funder;
  funding_split split = funding_split::minutes;
  esppadom::duration_from duration_from = esppadom::duration_from::first_funder;
  std::vector<funder_rules> per_funder;
  over_tariff price_over_tariff = over_tariff::beneficiary;
  surcharge_rules surcharges;
  cancelled_rules cancelled;
  esppadom::payment_channel payment_channel = esppadom::payment_channel::provider_direct;

  friend bool operator==(const funding_rules&, const funding_rules&) = default;
};

template <>
inline constexpr auto description<funding_rules> = fields(
    parameter<&funding_rules::order>("order", "ordre des financeurs", standing::open),
    parameter<&funding_rules::residual_cent_to>("residual_cent_to", "centime résiduel", standing::open),
    parameter<&funding_rules::split>("split", "répartition par minutes ou par interventions", standing::open),
    parameter<&funding_rules::duration_from>("duration_from", "durée d'une intervention partagée", standing::open),
    parameter<&funding_rules::per_funder>("per_funder", "règles par financeur", standing::known),
    parameter<&funding_rules::price_over_tariff>("price_over_tariff", "part du prix au-dessus du tarif",
                                                 standing::known),
    parameters<&funding_rules::surcharges>("surcharges", "majorations"),
    parameters<&funding_rules::cancelled>("cancelled", "interventions annulées"),
    parameter<&funding_rules::payment_channel>("payment_channel", "mode de versement", standing::known));

/// The rules of one funder; null when the rule set has none for it.
constexpr const funder_rules* rules_of(const funding_rules& rules, std::string_view funder) {
  for (const auto& candidate : rules.per_funder) {
    if (candidate.funder == funder) return &candidate;
  }
  return nullptr;
}

// -- which funders, which bearer --------------------------------------------------------------------------------------

/// Whether a funder is valid on the day a visit starts (known practice): on a public holiday its days must contain
/// HOLIDAY, otherwise the day of the week. Example: Sunday 1 May 2022, a holiday: {FRI, HOLIDAY} is valid, {SUN} is
/// not.
constexpr bool pays_on(std::span<const funding_day> days, local_date date, bool public_holiday) {
  const auto wanted = public_holiday ? funding_day::holiday : static_cast<funding_day>(date.weekday());
  for (const funding_day day : days) {
    if (day == wanted) return true;
  }
  return false;
}

/// Whether a dated funding is valid for a visit that starts on `date`: from its first day, until the day before `end`
/// (known practice: the end is exclusive, so that the next funding may start on that day). No end = open.
constexpr bool funds_on(local_date start, std::optional<local_date> end, local_date date) {
  return start <= date && (!end || *end > date);
}

/// To whom a cancelled visit is billed: nobody when the cancellation says so (`unbilled_unpaid`), when it came from the
/// caregiver and no condition bills it (inferred, medium), or when the beneficiary announced it at least `notice_hours`
/// before the start; else as the rule set says. That it never goes to the funder is known practice; the delay is open.
/// `announced` is read as elapsed time; when it cannot be placed on the clock no notice is credited.
constexpr cancelled_bill_to cancelled_to(const cancelled_rules& rules, const cancellation& cancelled,
                                         local_time start) {
  if (cancelled.condition == cancellation_condition::unbilled_unpaid) return cancelled_bill_to::none;
  const bool of_caregiver = cancelled.initiative == cancellation_initiative::caregiver;
  if (of_caregiver && !cancelled.condition) return cancelled_bill_to::none;
  if (!of_caregiver && rules.notice_hours && cancelled.announced_at) {
    const duration notice = paris::elapsed(*cancelled.announced_at, start).value_or(duration());
    if (notice >= duration::of_hours(*rules.notice_hours)) return cancelled_bill_to::none;
  }
  return rules.bill_to;
}

/// Whether the caregiver is paid for a cancelled visit (known: the conditions in use name it); none when the
/// cancellation does not say.
constexpr std::optional<bool> caregiver_is_paid(const cancellation& cancelled) {
  if (!cancelled.condition) return std::nullopt;
  return *cancelled.condition == cancellation_condition::billed_paid;
}

/// The reason under which the beneficiary is asked for a funder's share that the funder pays elsewhere; empty when the
/// provider invoices the funder.
constexpr std::string_view reason_of(payment_channel channel) {
  switch (channel) {
    case payment_channel::beneficiary:
      return "FUNDER_SHARE";
    case payment_channel::cesu_prefinance:
      return "CESU";
    case payment_channel::provider_direct:
      break;
  }
  return {};
}
constexpr std::optional<payment_channel> channel_of_reason(std::string_view reason) {
  for (const payment_channel channel : {payment_channel::beneficiary, payment_channel::cesu_prefinance}) {
    if (reason_of(channel) == reason) return channel;
  }
  return std::nullopt;
}

/// Funders of one visit at most.
inline constexpr std::size_t max_funders = 8;

// -- what is known of a funder ----------------------------------------------------------------------------------------

/// What happens at the end of a funder's pool: the visit is cut, or wholly charged, or wholly left.
enum class ceiling_policy : std::uint8_t { cut, whole_in, whole_out };

/// One funder of a visit, with its rules resolved. Made by `source_of`; the order of sources is the order of payment.
struct funding_source {
  funding_nature nature = funding_nature::hourly;
  funder_rate_cap rate_cap = funder_rate_cap::min;
  ceiling_policy at_ceiling = ceiling_policy::cut;
  bool has_day_rates = false;
  unit_price rate;                        ///< of one hour
  std::array<unit_price, 5> day_rates{};  ///< by day_class; invalid = `rate`
  participation_share participation;      ///< what is left to the beneficiary of the rate
  percentage percent;                     ///< of a complement
  std::optional<money> max;               ///< of a complement, for each visit
};

/// What a funder still has for a visit; no value = no such limit.
struct funder_state {
  std::optional<exact_duration> pool;      ///< what smoothing leaves of the period (`available`)
  std::optional<exact_amount> pool_euros;  ///< the same for a pool counted in euros
  std::optional<exact_duration> volume;    ///< of its volume in minutes
  std::optional<exact_amount> euros;       ///< of its volume in euros
  std::optional<exact_duration> own;       ///< what its own rules give this visit (`duration_from` each)
  bool closed = false;                     ///< a visit that may not be cut has reached the end of the pool
};

/// What one visit takes from a funder.
struct funder_charge {
  exact_duration time;       ///< charged
  exact_duration plan_time;  ///< the part of it that counts against pool and volume
  exact_duration refused;    ///< offered and beyond what the funder has
  exact_amount share;
  exact_amount plan_share;  ///< the part of it that counts against a pool in euros
  bool closes = false;

  constexpr funder_charge() {}  // NOLINT(modernize-use-equals-default): clears its members once, not twice
};

/// The funders of a visit, in the same order, on the terms of a lot of carried time.
using lot_sources = std::vector<funding_source>;

/// The rules of a split that are not a funder's own. Made by `split_rules_of`.
struct split_rules {
  funding_split split = funding_split::minutes;
  over_tariff price_over_tariff = over_tariff::beneficiary;
  overflow_to overflow = overflow_to::beneficiary;
  surcharge_bearer bearer = surcharge_bearer::beneficiary;
  percentage funder_part_of_surcharge;  ///< with bearer `split`
  std::optional<extra_minutes_bearer> extra_minutes;
  bool extra_minutes_in_plan = true;
  std::optional<exact_duration> limit;  ///< what all funders of minutes together may take of this visit (sub-ceilings)
};

/// A funder as `split_visit` needs it. `tariff` is the order line's, used where the rule book gives no rate; which of
/// two differing rates pays is decided before (`tariff.source`): pass only that one.
constexpr funding_source source_of(const funder_rules& rules, const smoothing_rules& smoothing, unit_price tariff,
                                   const participation_share& participation) {
  funding_source source;
  source.nature = rules.nature;
  source.rate_cap = rules.rate_cap;
  if (!smoothing.split_at_ceiling) {
    source.at_ceiling = smoothing.crossing == crossing_visit::in ? ceiling_policy::whole_in : ceiling_policy::whole_out;
  }
  source.rate = rules.rate.value_or(tariff);
  source.participation = participation;
  source.percent = rules.percent.value_or(percentage());
  source.max = rules.max;
  const std::optional<unit_price> rates[] = {rules.rates.weekday, rules.rates.saturday, rules.rates.sunday,
                                             rules.rates.public_holiday, rules.rates.evening};
  for (std::size_t i = 0; i < source.day_rates.size(); ++i) {
    source.day_rates[i] = rates[i].value_or(unit_price::invalid());
    source.has_day_rates = source.has_day_rates || rates[i].has_value();
  }
  return source;
}

/// Errors: missing when a surcharge is to be split and `split_pct` does not say how.
constexpr result<split_rules> split_rules_of(const funding_rules& funding, const smoothing_rules& smoothing,
                                             const extra_minutes_rules& extra_minutes) {
  split_rules rules;
  rules.split = funding.split;
  rules.price_over_tariff = funding.price_over_tariff;
  rules.overflow = smoothing.overflow;
  rules.bearer = funding.surcharges.bearer;
  if (rules.bearer == surcharge_bearer::split) {
    if (!funding.surcharges.split) return error_code::missing;
    rules.funder_part_of_surcharge = *funding.surcharges.split;
  }
  rules.extra_minutes = extra_minutes.bearer;
  rules.extra_minutes_in_plan = extra_minutes.counts_in_plan;
  return rules;
}

/// The state after a visit.
constexpr funder_state after(const funder_state& before, const funder_charge& charge) {
  funder_state state = before;
  if (state.pool) state.pool = max(*state.pool - charge.plan_time, exact_duration());
  if (state.pool_euros) state.pool_euros = max(*state.pool_euros - charge.share, exact_amount());
  if (state.volume) state.volume = max(*state.volume - charge.plan_time, exact_duration());
  if (state.euros) state.euros = *state.euros - charge.share;
  state.closed = before.closed || charge.closes;
  return state;
}

}  // namespace esppadom::inline ESPPADOM_ABI
