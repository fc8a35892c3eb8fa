// Whether a DELIVERY makes sense by itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "esppadom/message/checks/shared.hpp"
#include "esppadom/message/checks/version.hpp"
#include "esppadom/message/delivery.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

// What the code says about the stamps against what is there (messages reference, sections 9 and 10). Production keeps
// cancelled stamps in the message, so a stamp too many is only an information.
inline void check_correction(const delivery& message, message_check& check) {
  const std::string code(trimmed(message.correction()));
  const std::string path = "correction_code";
  if (!code.empty() && !is_known_code(effectivity_adjust.id, code)) {
    check.add(message_findings::unknown_correction, path, {code});
    return;
  }
  const bool arrival = message.stamps && message.stamps->arrival;
  const bool departure = message.stamps && message.stamps->departure;
  if (message.is_stamp_only() && !arrival && !departure) {
    check.add(message_findings::stamp_only_without_stamp, path, {});
  }
  const bool about_times = code.empty() || code == "COA" || code == "COD" || code == "CO2" || code == "CRE";
  if (!about_times || message.is_planned()) return;
  const bool says_no_arrival = code == "COA" || code == "CO2" || code == "CRE";
  const bool says_no_departure = code == "COD" || code == "CO2" || code == "CRE";
  const auto compare = [&](bool stamped, bool says_none, const char* en, const char* fr) {
    if (!stamped && !says_none) check.add(message_findings::stamp_missing, path, {code, en, fr});
    if (stamped && says_none && code != "CO2") check.add(message_findings::stamp_present, path, {code, en, fr});
  };
  compare(arrival, says_no_arrival, "arrival", "l'arrivée");
  compare(departure, says_no_departure, "departure", "le départ");
}

/// The time all lines that count time bill together; none when one of them is no readable time.
inline std::optional<exact_duration> billed_time(const delivery& message) {
  exact_duration sum;
  bool any = false;
  for (const auto& line : message.lines) {
    if (!is_time(line.billed_quantity) || line.billed_quantity.value.coefficient < 0) return std::nullopt;
    const auto time = time_of(line.billed_quantity).value_or(exact_duration::invalid());
    if (!time.is_valid()) return std::nullopt;
    sum = sum + time;
    any = true;
  }
  return any && sum.is_valid() ? std::optional<exact_duration>(sum) : std::nullopt;
}

// Written hours mean the minute they stand for (messages reference, section 8.2); a difference below one minute comes
// from rounding. A month sent as one total without stamps says its quantity only.
inline void check_billed_time(const delivery& message, message_check& check) {
  const auto& period = message.retained_period;
  if (!period.start || !period.end) return;
  const auto time = billed_time(message);
  local_time second_reading = *period.end;
  if (paris::is_ambiguous(second_reading)) second_reading.fold = 1;
  const auto shortest = paris::elapsed(*period.start, *period.end);
  const auto longest = paris::elapsed(*period.start, second_reading);
  if (!time || !shortest || !longest || *longest < duration{}) return;
  const bool monthly_total = !message.stamps && *longest > duration::of_hours(48);
  const exact_duration minute{duration::of_minutes(1)};
  const bool more = *time >= exact_duration(*longest) + minute;
  const bool less = *time <= exact_duration(*shortest) - minute;
  if ((!more && !less) || (less && monthly_total)) return;
  const std::string path = message.lines.size() == 1 ? "lines[1].billed_quantity" : "lines";
  const auto& kind =
      more && message.correction().empty() ? message_findings::more_than_retained : message_findings::other_quantity;
  check.add(kind, path, {path, to_minutes_string(time->floor_seconds()), to_minutes_string(*shortest)});
}

inline void check_retained_period(const delivery& message, message_check& check) {
  const auto& period = message.retained_period;
  if (message.is_stamp_only()) return;  // may hold anything
  if (!period.start) check.add(message_findings::no_retained_period, "retained_period", {"start", "début"});
  if (!period.end) check.add(message_findings::no_retained_period, "retained_period", {"end", "fin"});
  check.period(period, "retained_period", message.is_deleted());
}

inline void check_stamp(const std::optional<stamp>& one, const std::string& path, const delivery& message,
                        message_check& check) {
  if (!one) return;
  check.value(one->certified_at, path + ".certified_at");
  check.list(one->customer_method, path + ".customer_method", timestamp_methods);
  check.list(one->supplier_method, path + ".supplier_method", timestamp_methods);
  if (one->certified_at.is_valid() && message.issued_at.is_valid() && one->certified_at > message.issued_at) {
    check.add(message_findings::later_than_issue, path + ".certified_at",
              {path, to_string(one->certified_at), to_string(message.issued_at)});
  }
}

inline void check_stamps(const delivery& message, message_check& check) {
  if (!message.stamps) return;
  const auto& [arrival, departure, extras] = *message.stamps;
  check_stamp(arrival, "stamps.arrival", message, check);
  check_stamp(departure, "stamps.departure", message, check);
  if (!arrival || !departure) return;
  const local_time& from = arrival->certified_at;
  const local_time& to = departure->certified_at;
  check.order(from, to, "stamps", true);
  const auto& retained = message.retained_period;
  const bool comparable = retained.start && retained.end && from.is_valid() && to.is_valid() && from <= to &&
                          *retained.start < *retained.end && message.correction().empty();
  if (comparable && (to <= *retained.start || from >= *retained.end)) {
    check.add(message_findings::stamps_elsewhere, "stamps",
              {to_string(from), to_string(to), to_string(*retained.start), to_string(*retained.end)});
  }
}

// The order is named by its number, by its line, or both; production names the line only.
inline void check_order_refs(const delivery& message, message_check& check) {
  std::string_view first;
  std::size_t different = 0;
  for (const auto& one : message.order_refs) {
    const std::string_view id = one.order_id ? trimmed(*one.order_id) : std::string_view{};
    if (id.empty() || (different > 0 && id == first)) continue;
    if (different == 0) first = id;
    ++different;
  }
  if (different > 1) check.add(message_findings::several_orders, "order_refs", {std::to_string(different)});
  bool line = false;
  for (const auto& one : message.lines)
    line |= one.order_line_id && !trimmed(*one.order_line_id).empty();
  if (different == 0 && !line && !message.lines.empty()) check.add(message_findings::no_order_named, "order_refs", {});
}

}  // namespace detail

/// What is wrong with one DELIVERY. Standing of the single checks: that of each kind of finding.
inline void check(const delivery& message, findings& found, const check_options& options = {}) {
  detail::message_check check(message.delivery_id, found, options);
  check.reference(message.message_version, "message_version");
  detail::check_version(message.message_version, check);
  check.reference(message.transaction_id, "transaction_id");
  check.value(message.delivery_id, "delivery_id");
  check.value(message.issued_at, "issued_at");
  detail::check_order_refs(message, check);
  check.identity(message.beneficiary, "beneficiary");
  check.identity(message.provider, "provider");
  if (caregiver(message.provider) == nullptr) check.add(message_findings::no_caregiver, "provider.contacts", {});
  // A value that the list does not have is told by check_correction.
  if (message.correction_code && attribution_of(*message.correction_code) != attribution::value_not_in_list &&
      attribution_of(*message.correction_code) != attribution::fine) {
    check.list(*message.correction_code, "correction_code");
  }
  detail::check_correction(message, check);
  detail::check_retained_period(message, check);
  if (message.planned_period) check.period(*message.planned_period, "planned_period", false);
  detail::check_stamps(message, check);
  if (message.lines.empty()) check.value(std::string_view{}, "lines");
  detail::check_line_ids(
      message.lines, [](const delivery_line& line) -> std::string_view { return line.line_id; }, "line_id", check);
  const bool counts = !message.is_stamp_only() && !message.is_deleted();
  for (std::size_t i = 0; i < message.lines.size(); ++i) {
    const auto& line = message.lines[i];
    const std::string path = detail::numbered("lines", i);
    check.reference(line.line_id, path + ".line_id");
    check.list(line.care_mode, path + ".care_mode", care_modes);
    check.services(line.service, path + ".service");
    detail::check_service_version(message.message_version, line.service, path + ".service", check);
    if (counts) check.quantity(line.billed_quantity, path + ".billed_quantity", !message.stamps);
  }
  if (counts) detail::check_billed_time(message, check);
}

}  // namespace esppadom::inline ESPPADOM_ABI
