// From billable time to priced segments: unit price, day and hourly surcharges, in clock order. Billing rules
// reference, section 5.
#pragma once

#include <cstdint>
#include <optional>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a price is the price of.
enum class price_unit : std::uint8_t { hour, each };

template <>
struct enum_names<price_unit> {
  static constexpr enum_name<price_unit> items[] = {{price_unit::hour, "hour"}, {price_unit::each, "each"}};
};

/// Which price pays when the order and the rule book differ.
enum class tariff_source : std::uint8_t { order, rule_book };

template <>
struct enum_names<tariff_source> {
  static constexpr enum_name<tariff_source> items[] = {{tariff_source::order, "order"},
                                                       {tariff_source::rule_book, "rule_book"}};
};

/// How surcharges that apply to the same minutes combine.
enum class surcharge_policy : std::uint8_t {
  max,                       ///< the highest
  sum,                       ///< all of them
  replace_hourly_if_higher,  ///< an hourly one replaces the day's only when strictly higher
};

template <>
struct enum_names<surcharge_policy> {
  static constexpr enum_name<surcharge_policy> items[] = {
      {surcharge_policy::max, "max"},
      {surcharge_policy::sum, "sum"},
      {surcharge_policy::replace_hourly_if_higher, "replace_hourly_if_higher"}};
};

/// Who pays the part of the price that is a surcharge.
enum class surcharge_bearer : std::uint8_t { beneficiary, funder, split };

template <>
struct enum_names<surcharge_bearer> {
  static constexpr enum_name<surcharge_bearer> items[] = {{surcharge_bearer::beneficiary, "beneficiary"},
                                                          {surcharge_bearer::funder, "funder"},
                                                          {surcharge_bearer::split, "split"}};
};

// -- parameters -------------------------------------------------------------------------------------------------------

struct tariff_rules {
  std::optional<unit_price> provider_rate;
  price_unit unit = price_unit::hour;
  tariff_source source = tariff_source::order;

  friend bool operator==(const tariff_rules&, const tariff_rules&) = default;
};

/// Surcharges by kind; 0 = none.
struct surcharge_percents {
  percentage saturday;
  percentage sunday;
  percentage public_holiday;
  percentage first_of_january;
  percentage first_of_may;
  percentage christmas;
  percentage evening;
  percentage custom;

  friend constexpr bool operator==(const surcharge_percents&, const surcharge_percents&) = default;
};

struct surcharge_rules {
  surcharge_policy policy = surcharge_policy::replace_hourly_if_higher;
  surcharge_bearer bearer = surcharge_bearer::beneficiary;
  std::optional<percentage> split;  ///< the funder's part of the surcharge, with bearer `split`
  surcharge_percents percent;
  std::optional<time_window> evening_window;
  std::optional<time_window> custom_window;

  friend bool operator==(const surcharge_rules&, const surcharge_rules&) = default;
};

template <>
inline constexpr auto description<tariff_rules> = fields(
    parameter<&tariff_rules::provider_rate>("provider_rate", "prix du prestataire", standing::known)
        .in(parameter_unit::euros)
        .between(0, 1'000'000),
    parameter<&tariff_rules::unit>("unit", "unité du prix", standing::inferred_medium).built_only({price_unit::hour}),
    parameter<&tariff_rules::source>("source", "prix qui l'emporte", standing::open));

template <>
inline constexpr auto description<surcharge_percents> =
    fields(parameter<&surcharge_percents::saturday>("saturday", "samedi", standing::known)
               .in(parameter_unit::percent)
               .between(0, 1000),
           parameter<&surcharge_percents::sunday>("sunday", "dimanche", standing::known)
               .in(parameter_unit::percent)
               .between(0, 1000),
           parameter<&surcharge_percents::public_holiday>("public_holiday", "jour férié", standing::known)
               .in(parameter_unit::percent)
               .between(0, 1000),
           parameter<&surcharge_percents::first_of_january>("first_of_january", "1er janvier", standing::known)
               .in(parameter_unit::percent)
               .between(0, 1000),
           parameter<&surcharge_percents::first_of_may>("first_of_may", "1er mai", standing::known)
               .in(parameter_unit::percent)
               .between(0, 1000),
           parameter<&surcharge_percents::christmas>("christmas", "25 décembre", standing::known)
               .in(parameter_unit::percent)
               .between(0, 1000),
           parameter<&surcharge_percents::evening>("evening", "soirée", standing::known)
               .in(parameter_unit::percent)
               .between(0, 1000),
           parameter<&surcharge_percents::custom>("custom", "plage particulière", standing::known)
               .in(parameter_unit::percent)
               .between(0, 1000));

template <>
inline constexpr auto description<surcharge_rules> =
    fields(parameter<&surcharge_rules::policy>("policy", "cumul des majorations", standing::known),
           parameter<&surcharge_rules::bearer>("bearer", "majorations à la charge de", standing::open),
           parameter<&surcharge_rules::split>("split_pct", "part du financeur dans la majoration", standing::open)
               .in(parameter_unit::percent)
               .between(0, 100),
           parameters<&surcharge_rules::percent>("percent", "taux des majorations"),
           parameter<&surcharge_rules::evening_window>("evening_window", "plage de soirée", standing::known),
           parameter<&surcharge_rules::custom_window>("custom_window", "plage particulière", standing::known));

}  // namespace esppadom::inline ESPPADOM_ABI
