// Whether an ORDER makes sense by itself.
#pragma once

#include <string>
#include <string_view>

#include "esppadom/message/checks/shared.hpp"
#include "esppadom/message/checks/version.hpp"
#include "esppadom/message/order.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

// A tariff may begin before the order and end after it; only one that holds on no day of the order is odd.
inline void check_tariff_period(const order& message, const validity_period& one, const std::string& path,
                                message_check& check) {
  check.validity(one, path);
  const auto& order_period = message.validity_period;
  if (!one.start.is_valid() || !order_period.start.is_valid()) return;
  const bool after = order_period.end && one.start.date() > order_period.end->date();
  const bool before = one.end && one.end->date() < order_period.start.date();
  if (after || before) check.add(message_findings::outside_plan, path, {path, "validity_period"});
}

inline void check_order_line(const order& message, const order_line& line, const std::string& path,
                             message_check& check) {
  check.value(line.order_line_id, path + ".order_line_id");
  check.tariff(line.provider_rate, path + ".provider_rate");
  check.basis(line.provider_rate_basis, path + ".provider_rate_basis", counts::work);
  check.tariff(line.tariff, path + ".tariff");
  check.basis(line.tariff_basis, path + ".tariff_basis", counts::work);
  if (!line.tariff && !line.provider_rate) check.add(message_findings::no_tariff, path, {path});
  if (line.tariff_period) check_tariff_period(message, *line.tariff_period, path + ".tariff_period", check);
  if (!line.requested_quantity) {
    check.add(message_findings::no_volume, path + ".requested_quantity", {path});
  } else {
    const std::string at = path + ".requested_quantity";
    check.unit(*line.requested_quantity, at, counts::work);
    if (line.requested_quantity->value.coefficient < 0) {
      check.add(message_findings::negative, at, {at, text_of(*line.requested_quantity)});
    }
    check.same_unit(*line.requested_quantity, line.provider_rate ? line.provider_rate_basis : line.tariff_basis, at);
  }
  check.basis(line.requested_period, path + ".requested_period", counts::periods);
  check.list(line.care_mode, path + ".care_mode", care_modes);
  check.identity(line.payer, path + ".payer");
  check.amounts(line.amounts, path + ".amounts");
  check.services(line.service, path + ".service");
  check_service_version(message.message_version, line.service, path + ".service", check);
}

}  // namespace detail

/// What is wrong with one ORDER. Standing of the single checks: that of each kind of finding.
inline void check(const order& message, findings& found, const check_options& options = {}) {
  detail::message_check check(message.order_id, found, options);
  check.reference(message.message_version, "message_version");
  detail::check_version(message.message_version, check);
  check.reference(message.transaction_id, "transaction_id");
  check.value(message.order_id, "order_id");
  check.list(message.document_type_code, "document_type_code", invoice_types);
  check.value(message.issued_at, "issued_at");
  check.list(message.purpose_code, "purpose_code", message_functions);
  check.validity(message.validity_period, "validity_period");
  check.identity(message.provider, "provider");
  check.identity(message.ordering_party, "ordering_party");
  check.identity(message.beneficiary, "beneficiary");
  check.identity(message.payer, "payer");
  if (message.plan && message.plan->period) {
    check.validity(*message.plan->period, "plan.period");
    check.within(message.validity_period, *message.plan->period, "validity_period", "plan.period");
  }
  if (message.previous_order) {
    check.reference(message.previous_order->id, "previous_order.id");
    const bool itself = equal_collapsed(message.previous_order->id, message.order_id);
    if (itself && !trimmed(message.order_id).empty()) {
      check.add(message_findings::previous_is_itself, "previous_order.id", {message.order_id});
    }
  }
  if (message.currency) check.currency(message.currency->value, "currency");
  check.amounts(message.order_amounts, "order_amounts");
  if (message.lines.empty()) check.value(std::string_view{}, "lines");
  for (std::size_t i = 0; i < message.lines.size(); ++i)
    detail::check_order_line(message, message.lines[i], detail::numbered("lines", i), check);
  detail::check_line_ids(
      message.lines, [](const order_line& line) -> std::string_view { return line.order_line_id; }, "order_line_id",
      check);
}

}  // namespace esppadom::inline ESPPADOM_ABI
