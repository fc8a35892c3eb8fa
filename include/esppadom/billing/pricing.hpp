// From billable time to priced segments: unit price, day and hourly surcharges, in clock order. Billing rules
// reference, section 5.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/duration.hpp"
#include "esppadom/billing/segment_list.hpp"
#include "esppadom/billing/trace.hpp"
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

/// Surcharges by kind. A kind that is not given has none of its own: the order's counts where it names one. A 0 that is
/// given is a value like any other, which may differ from the order's (`tariff.source`).
struct surcharge_percents {
  std::optional<percentage> saturday;
  std::optional<percentage> sunday;
  std::optional<percentage> public_holiday;
  std::optional<percentage> first_of_january;
  std::optional<percentage> first_of_may;
  std::optional<percentage> christmas;
  std::optional<percentage> evening;
  std::optional<percentage> custom;

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
inline constexpr auto description<tariff_rules> =
    fields(parameter<&tariff_rules::provider_rate>("provider_rate", "prix du prestataire", standing::known)
               .in(parameter_unit::euros)
               .between(0, 1'000'000),
           parameter<&tariff_rules::unit>("unit", "unité du prix", standing::inferred_medium),
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

// -- what is priced ---------------------------------------------------------------------------------------------------

/// A visit with its price. When `reason` is not `none` nothing of it can be billed.
struct priced_visit {
  segment_list segments;
  exact_amount price;  ///< of all segments together, surcharges included
  unbilled_reason reason = unbilled_reason::none;

  friend constexpr bool operator==(const priced_visit&, const priced_visit&) = default;
};

namespace trace_labels {
inline constexpr trace_label pricing{"pricing", "price", "prix"};
inline constexpr trace_label segment_time{"segment_time", "time of the segment", "temps du segment"};
inline constexpr trace_label part_total{"part_total", "time billed for the day", "temps facturé pour le jour"};
inline constexpr trace_label billed_base{"billed_base", "time billed without extra minutes",
                                         "temps facturé sans minutes complémentaires"};
inline constexpr trace_label base_price{"base_price", "hourly price", "prix horaire"};
inline constexpr trace_label surcharge{"surcharge", "surcharge", "majoration"};
inline constexpr trace_label surcharge_factor{"surcharge_factor", "1 + surcharge", "1 + majoration"};
inline constexpr trace_label segment_price{"segment_price", "price of the segment", "prix du segment"};
inline constexpr trace_label visit_price{"visit_price", "price of the visit", "prix de l'intervention"};
}  // namespace trace_labels

// -- surcharges of a day and of a minute ------------------------------------------------------------------------------

/// What a day brings to the price of its minutes.
struct day_surcharges {
  percentage on_date;  ///< of the first that matches of 25 December, 1 May, 1 January, other public holiday
  surcharge_kind on_date_kind = surcharge_kind::none;
  percentage on_weekday;  ///< of Saturday or Sunday
  surcharge_kind on_weekday_kind = surcharge_kind::none;
  day_class day = day_class::weekday;

  friend constexpr bool operator==(const day_surcharges&, const day_surcharges&) = default;
};

/// The rate of a kind; none given is 0 %.
constexpr percentage rate_of(const std::optional<percentage>& percent) { return percent.value_or(percentage()); }

/// The surcharges of a day (known practice for the choice among them). A kind that matches counts even at 0 %.
/// Example: Saturday 2022-01-01 with first_of_january 90 %, saturday 12 % → 90 % and 12 %.
constexpr day_surcharges surcharges_of(local_date date, const surcharge_percents& percent,
                                       const calendar_rules& calendar) {
  day_surcharges out;
  const weekday name = date.weekday();
  if (name == weekday::sat) {
    out.on_weekday = rate_of(percent.saturday);
    out.on_weekday_kind = surcharge_kind::saturday;
    out.day = day_class::saturday;
  } else if (name == weekday::sun) {
    out.on_weekday = rate_of(percent.sunday);
    out.on_weekday_kind = surcharge_kind::sunday;
    out.day = day_class::sunday;
  }
  const holiday which = public_holiday(date, calendar.zone, calendar.pentecost_monday);
  if (which == holiday::none) return out;
  out.day = day_class::public_holiday;
  switch (which) {
    case holiday::christmas:
      out.on_date = rate_of(percent.christmas);
      out.on_date_kind = surcharge_kind::christmas;
      break;
    case holiday::labour_day:
      out.on_date = rate_of(percent.first_of_may);
      out.on_date_kind = surcharge_kind::first_of_may;
      break;
    case holiday::new_year:
      out.on_date = rate_of(percent.first_of_january);
      out.on_date_kind = surcharge_kind::first_of_january;
      break;
    default:
      out.on_date = rate_of(percent.public_holiday);
      out.on_date_kind = surcharge_kind::public_holiday;
  }
  return out;
}

/// The surcharge of a minute and its reason.
struct minute_surcharge {
  percentage percent;
  surcharge_kind kind = surcharge_kind::none;
  day_class day = day_class::weekday;
  surcharge_parts parts{};  ///< where several kinds add up

  friend constexpr bool operator==(const minute_surcharge&, const minute_surcharge&) = default;
};

namespace detail {

// Keeps the stronger of two; at the same rate the first.
constexpr void keep_stronger(minute_surcharge& best, percentage percent, surcharge_kind kind) {
  if (percent > best.percent) best.kind = kind;
  best.percent = max(best.percent, percent);  // an invalid one sticks
}

// Several kinds at once: the strongest names the surcharge, the parts tell what it is made of.
constexpr void add_up(minute_surcharge& out, const surcharge_parts& parts, percentage custom) {
  const percentage strongest = out.percent;
  out.percent = parts.on_date + parts.on_weekday + parts.evening + custom;
  if (!(out.percent == strongest)) out.parts = parts;
}

}  // namespace detail

/// The surcharges that apply to the same minute, combined by the policy:
/// `replace_hourly_if_higher` (known practice): the higher of the day's two; evening and custom replace it where they
/// are strictly higher, and add up where both are. `max`: the highest of all. `sum`: all added, the day's two included
/// (inferred, medium). The kind is the strongest of those that count.
/// Day class: `evening` in the evening window of an ordinary weekday, and on other days where the evening rate exceeds
/// the day's (inferred, medium).
constexpr minute_surcharge surcharge_at(const day_surcharges& day, bool in_evening, bool in_custom,
                                        const surcharge_rules& rules) {
  minute_surcharge out{{}, surcharge_kind::none, day.day};
  detail::keep_stronger(out, day.on_date, day.on_date_kind);
  detail::keep_stronger(out, day.on_weekday, day.on_weekday_kind);
  const bool adds_up = rules.policy == surcharge_policy::sum;
  if (!in_evening && !in_custom) {
    if (adds_up) detail::add_up(out, {day.on_date, day.on_weekday, percentage()}, percentage());
    return out;
  }
  const percentage by_day = out.percent;
  const percentage evening = in_evening ? rate_of(rules.percent.evening) : percentage();
  const percentage custom = in_custom ? rate_of(rules.percent.custom) : percentage();
  detail::keep_stronger(out, evening, surcharge_kind::evening);
  detail::keep_stronger(out, custom, surcharge_kind::custom);
  if (adds_up) {
    detail::add_up(out, {day.on_date, day.on_weekday, evening}, custom);
  } else if (rules.policy == surcharge_policy::replace_hourly_if_higher && evening > by_day && custom > by_day) {
    detail::add_up(out, {percentage(), percentage(), evening}, custom);
  }
  if (in_evening && (day.day == day_class::weekday || evening > by_day)) out.day = day_class::evening;
  return out;
}

// -- pricing ----------------------------------------------------------------------------------------------------------

namespace detail {

// The pieces of the day a window covers, in seconds of the day: one, or two when it crosses midnight.
struct window_pieces {
  std::array<std::int32_t, 4> edges{};  // from, to, from, to
  std::size_t count = 0;                // edges used
};

constexpr window_pieces pieces_of(const std::optional<time_window>& window) {
  constexpr std::int32_t midnight = 86400;
  if (!window || window->from == window->to) return {};
  if (window->from < window->to) return {{window->from.seconds, window->to.seconds}, 2};
  return {{0, window->to.seconds, window->from.seconds, midnight}, 4};
}

// The edges of a window on one day, as places: from, to, from, to.
struct placed_window {
  std::array<std::int64_t, 4> edges{};
  std::size_t count = 0;

  [[nodiscard]] constexpr bool contains(std::int64_t place) const {
    for (std::size_t i = 0; i < count; i += 2) {
      if (place >= edges[i] && place < edges[i + 1]) return true;
    }
    return false;
  }
  // The first edge after a place, if it lies before `limit`; else `limit`.
  [[nodiscard]] constexpr std::int64_t next_edge(std::int64_t after, std::int64_t limit) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (edges[i] > after && edges[i] < limit) limit = edges[i];
    }
    return limit;
  }
};

// Places of a retained interval, in seconds. Where the clock does not change between its ends, clock readings serve and
// need no look-up. Its readings carry their fold: no policy is asked again.
struct place_finder {
  bool clock_changes = false;

  [[nodiscard]] constexpr std::int64_t of(local_time time) const {
    if (!clock_changes) return time.seconds;
    return paris::to_instant(time).value_or(instant{}).unix_seconds;
  }
  [[nodiscard]] constexpr std::int64_t boundary(local_date date, std::int32_t second_of_day) const {
    const local_time time = local_time::at(date, second_of_day);
    if (!clock_changes) return time.seconds;
    return clock_line{}.boundary(time).value_or(instant{}).unix_seconds;
  }
  [[nodiscard]] constexpr placed_window window(const window_pieces& pieces, local_date date) const {
    placed_window out;
    for (; out.count < pieces.count; ++out.count)
      out.edges[out.count] = boundary(date, pieces.edges[out.count]);
    return out;
  }
};

// What stays the same over a visit, and the segments found so far; a log also keeps the steps of their times.
template <class Trace>
struct pricing_job {
  using traced_time = typename Trace::template traced<exact_duration>;
  struct nothing {};

  const surcharge_rules& rules;
  const calendar_rules& calendar;
  unit_price price;
  place_finder places;
  segment_list& segments;
  std::conditional_t<Trace::active, std::vector<traced_time>, nothing> times{};

  constexpr void add(const traced_time& time, const minute_surcharge& surcharge, local_date date, bool extra) {
    segments.push_back(
        {plain(time), price, surcharge.percent, surcharge.kind, surcharge.day, date, extra, 0, surcharge.parts});
    if constexpr (Trace::active) times.push_back(time);
  }
};

// The price of all segments together, recorded segment by segment.
template <class Trace>
constexpr exact_amount total_price(const pricing_job<Trace>& job, Trace& trace) {
  auto total = typename Trace::template traced<exact_amount>{};
  [[maybe_unused]] const auto price = trace.input(job.price, trace_labels::base_price);
  for (std::size_t i = 0; i < job.segments.size(); ++i) {
    const segment& part = job.segments[i];
    const exact_amount amount = price_of(part);
    if constexpr (Trace::active) {
      const auto percent = trace.look_up(part.surcharge, trace_labels::surcharge, "funding.surcharges.percent",
                                         name_of(part.kind), to_string(part.date));
      const auto factor = trace.step(trace_operation::add, percentage::from_percent(100) + part.surcharge,
                                     trace_labels::surcharge_factor, std::int64_t{1}, percent);
      const trace_mode mode = amount.is_exact() ? trace_mode::none : trace_mode::grid;
      const auto priced = trace.step(trace_operation::multiply, mode, amount, trace_labels::segment_price, job.times[i],
                                     price, trace_number{1, 3600}, factor);
      total = trace.step(trace_operation::add, plain(total) + amount, trace_labels::visit_price, total, priced);
    } else {
      total = i == 0 ? amount : total + amount;
    }
  }
  return plain(total);
}

// The share of the billed time of a part that falls to some of its seconds: itself where both are the same.
constexpr exact_duration share_of(const exact_duration& billed, std::int64_t seconds, std::int64_t length) {
  if (billed == exact_duration(duration::of_seconds(length))) return exact_duration(duration::of_seconds(seconds));
  return scaled(billed, seconds, length);
}

// Prices the part [from, to) of an interval that belongs to one day, cut at the edges of the windows; `billed` is the
// time billed for it, spread evenly.
template <class Trace>
constexpr void price_part(pricing_job<Trace>& job, local_date date, std::int64_t from, std::int64_t to,
                          const typename Trace::template traced<exact_duration>& billed, Trace& trace) {
  const day_surcharges day = surcharges_of(date, job.rules.percent, job.calendar);
  if (!job.rules.evening_window && !job.rules.custom_window) {
    job.add(billed, surcharge_at(day, false, false, job.rules), date, false);
    return;
  }
  const placed_window evening = job.places.window(pieces_of(job.rules.evening_window), date);
  const placed_window custom = job.places.window(pieces_of(job.rules.custom_window), date);
  const auto surcharge_of = [&](std::int64_t place) {
    return surcharge_at(day, evening.contains(place), custom.contains(place), job.rules);
  };
  const auto next_edge = [&](std::int64_t place) { return custom.next_edge(place, evening.next_edge(place, to)); };
  std::int64_t at = from;
  do {
    const minute_surcharge now = surcharge_of(at);
    std::int64_t next = next_edge(at);
    while (next < to && surcharge_of(next) == now)
      next = next_edge(next);
    if (at == from && next == to) {
      job.add(billed, now, date, false);
    } else {
      const auto time =
          trace.step(trace_operation::multiply, share_of(plain(billed), next - at, to - from),
                     trace_labels::segment_time, billed, duration::of_seconds(next - at), trace_number{1, to - from});
      job.add(time, now, date, false);
    }
    at = next;
  } while (at < to);
}

// Each day takes its own minutes of the interval, the last what is left of the billed time: a rounding difference falls
// on the latest part, and on those before once that is at 0. Returns the last day that got any.
template <class Trace>
constexpr local_date price_days(pricing_job<Trace>& job, const interval& period, const exact_duration& base,
                                Trace& trace) {
  const std::int64_t end = job.places.of(period.end);
  local_date date = period.start.date();
  std::int64_t from = job.places.of(period.start);
  exact_duration left = base;
  while (true) {
    const std::int64_t midnight = job.places.boundary(date, 86400);
    const std::int64_t to = midnight < end ? midnight : end;
    const exact_duration own(duration::of_seconds(to - from));
    const exact_duration billed = to == end ? left : min(own, left);
    const auto part =
        trace.step(trace_operation::minimum, billed, trace_labels::part_total, to == end ? left : own, left);
    left -= billed;
    price_part(job, date, from, to, part, trace);
    if (to == end || left == exact_duration()) return date;
    from = to;
    ++date;
  }
}

}  // namespace detail

/// The priced segments of a visit, in clock order: its billable time at the unit price, cut where a surcharge begins or
/// ends and, with attribution `split_midnight` or `split_boundaries`, at midnight: prices, plans and months begin on a
/// day, so that every boundary is one; what price each day has is the caller's part. Billing rules reference, section 5
/// (known practice for policy `replace_hourly_if_higher` and attribution `start`). The windows of evening and custom
/// surcharges cut the retained interval on the part's own day; where more or less is billed than the interval lasts,
/// every cut is scaled. Extra minutes are a last segment at the base price. Windows that begin or end in the hour of a
/// clock change: a skipped reading stands for the end of the gap, a repeated one for the first of both. Reasons:
/// arithmetic.
///
/// Example: 18:00–22:00 at 25 €/h, evening +30 % from 20:00: 120 min at 25 € and 120 min at 32.50 € an hour.
template <class Trace = no_trace>
constexpr priced_visit price_visit(const retained_time& retained, const exact_duration& base,
                                   const exact_duration& extra, unit_price price, const surcharge_rules& rules,
                                   const calendar_rules& calendar, Trace&& trace = {}) {
  [[maybe_unused]] const auto group = trace.group(trace_labels::pricing);
  using trace_type = std::remove_cvref_t<Trace>;
  priced_visit out;
  const interval& period = retained.period;
  const bool holds = period.start.is_valid() && period.end.is_valid() && base.is_valid() && extra.is_valid();
  if (!holds) [[unlikely]] {
    out.reason = unbilled_reason::arithmetic;
    return out;
  }
  const bool clock_changes = period.end.seconds - period.start.seconds != retained.length.seconds;
  detail::pricing_job<trace_type> job{rules, calendar, price, {clock_changes}, out.segments};
  local_date date = period.start.date();
  if (base.numerator() != 0) {
    if (calendar.attribution == attribution_rule::start) {
      const auto billed = trace.input(base, trace_labels::billed_base);
      detail::price_part(job, date, job.places.of(period.start), job.places.of(period.end), billed, trace);
    } else {
      date = detail::price_days(job, period, base, trace);
    }
  }
  if (extra.numerator() != 0) job.add(trace.input(extra, trace_labels::extra_minutes), minute_surcharge{}, date, true);
  out.price = detail::total_price(job, trace);
  if (!out.price.is_valid()) out.reason = unbilled_reason::arithmetic;
  return out;
}

/// The same for what `billable_duration` found; its reason, if it has one, stands.
template <class Trace = no_trace>
constexpr priced_visit price_visit(const billable_time& visit, unit_price price, const surcharge_rules& rules,
                                   const calendar_rules& calendar, Trace&& trace = {}) {
  if (visit.reason != unbilled_reason::none) {
    priced_visit out;
    out.reason = visit.reason;
    return out;
  }
  return price_visit(visit.retained, visit.base, visit.extra, price, rules, calendar, std::forward<Trace>(trace));
}

}  // namespace esppadom::inline ESPPADOM_ABI
