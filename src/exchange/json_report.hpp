// Parts that several reports share. In reports a time is a whole number of seconds: one that is not whole is rounded
// half up, and its fraction stands beside it under the same key with "_exact". Rates that rules name have at least two
// decimals and all that they need.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "esppadom/bill/rates.hpp"
#include "esppadom/exchange/reports.hpp"
#include "exchange/json_write.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

template <class T>
void write_shown(json_writer& to, std::string_view key, const T& value);

template <class T>
void write_shown_item(json_writer& to, const T& value) {
  if constexpr (described<T>) {
    to.begin_object();
    for_each_member<T>([&](const auto& entry) { write_shown(to, key_of(entry), value.*(entry.member)); });
    to.end_object();
  } else {
    write_value(to, value, json_absent::shown);
  }
}

inline void write_seconds(json_writer& to, std::string_view key, const exact_duration& time) {
  to.key(key);
  duration rounded;
  if (time.round_seconds(rounding_mode::half_up).get(rounded) != error_code::success) return to.raw("null");
  to.integer(rounded.seconds);
  if (time.is_whole_seconds()) return;
  to.key(std::string(key) + "_exact");
  to.string(to_string(time));
}

/// A member of an object of a report.
template <class T>
void write_shown(json_writer& to, std::string_view key, const T& value) {
  if constexpr (is_optional<T>::value) {
    if (value) return write_shown(to, key, *value);
    to.key(key);
    to.raw("null");
  } else if constexpr (std::is_same_v<T, exact_duration>) {
    write_seconds(to, key, value);
  } else if constexpr (std::is_same_v<T, percentage>) {
    std::string text;
    if (value.is_valid()) append_scaled(text, value.e4, 4, 2);
    to.key(key);
    to.string(value.is_valid() ? text : to_string(value));
  } else if constexpr (is_vector<T>::value) {
    to.key(key);
    to.begin_array();
    for (const auto& item : value)
      write_shown_item(to, item);
    to.end_array();
  } else {
    to.key(key);
    write_shown_item(to, value);
  }
}

inline void write_rate(json_writer& to, std::string_view key, const std::optional<exact_rate>& value) {
  const auto percent = value ? to_percent(*value) : std::nullopt;
  to.key(key);
  if (percent) {
    to.string(*percent);
  } else {
    to.raw("null");
  }
}

inline void write_tally(json_writer& to, const correction_tally& tally, const std::optional<correction_unit>& unit) {
  const auto number = [&](std::string_view key, std::int64_t value) {
    to.key(key);
    to.integer(value);
  };
  number("interventions", tally.interventions);
  number("corrected", tally.corrected);
  write_rate(to, "rate_pct", unit ? std::optional(correction_rate(tally, *unit)) : std::nullopt);
  write_rate(to, "creation_rate_pct", creation_rate(tally));
  write_rate(to, "modification_rate_pct", modification_rate(tally));
  write_rate(to, "telegestion_rate_pct", telegestion_rate(tally));
  write_rate(to, "declarative_rate_pct", declarative_rate(tally));
  write_rate(to, "incomplete_call_correction_rate_pct", incomplete_call_correction_rate(tally));
  number("declarative", tally.declarative);
  number("stamps", 2 * tally.interventions);
  number("corrected_stamps", tally.stamps);
  write_shown(to, "billed_seconds", tally.time);
  write_shown(to, "corrected_seconds", tally.corrected_time);
}

/// "intervention", "stamp" or "minutes"; null when rows differ.
inline void write_unit(json_writer& to, const std::optional<correction_unit>& unit) {
  to.key("unit");
  if (!unit) return to.raw("null");
  to.string(name_of(*unit).substr(std::string_view("by_").size()));
}

/// The members `unit`, `by`, `population`, `total` and `rows`.
inline void write_rates(json_writer& to, const rate_table& rates) {
  write_unit(to, rates.unit());
  to.key("by");
  to.string(name_of(rates.by));
  to.key("population");
  to.string(name_of(rates.population));
  to.key("total");
  to.begin_object();
  write_tally(to, rates.total(), rates.unit());
  to.end_object();
  to.key("rows");
  to.begin_array();
  for (const group_rate& row : rates.rows) {
    to.begin_object();
    to.key(name_of(rates.by));
    to.string(row.group);
    to.key("month");
    to.string(to_string(row.month));
    write_unit(to, row.unit);
    write_tally(to, row.tally, row.unit);
    to.end_object();
  }
  to.end_array();
}

/// The members `findings` and `findings_dropped`.
inline void write_findings(json_writer& to, const findings& found, language in) {
  write_shown(to, "findings", rows_of(found, in));
  write_shown(to, "findings_dropped", dropped_rows_of(found));
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
