// Values that follow from other fields, listed and addressed beside them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "esppadom/exchange/fields.hpp"
#include "esppadom/message/quantity.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

struct derived_node {
  std::string_view name;
  field_type type = field_type::text;
  std::string_view label;  ///< French
  standing evidence = standing::known;
  field_value (*read)(const void*) = nullptr;
  error_code (*write)(void*, const field_value&) = nullptr;  ///< null: readable only
};

template <class T, field_value (*Read)(const T&)>
field_value derived_read(const void* from) {
  return Read(*static_cast<const T*>(from));
}
template <class T, error_code (*Write)(T&, const field_value&)>
error_code derived_write(void* into, const field_value& value) {
  return Write(*static_cast<T*>(into), value);
}

/// The derived values of a struct; specialised for those that have any.
template <class T>
inline constexpr std::array<derived_node, 0> derived_fields{};

inline field_value text_or_none(std::string_view text) {
  return text.empty() ? field_value{} : field_value{std::string(text)};
}

// -- party ------------------------------------------------------------------------------------------------------------

inline field_value read_party_id(const party& from) { return text_or_none(from.id()); }
inline error_code write_party_id(party& into, const field_value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return has_value(value) ? error_code::invalid_value : error_code::missing;
  if (into.ids.empty()) into.ids.emplace_back();
  into.ids.front().value = *text;
  return error_code::success;
}

template <>
inline constexpr std::array derived_fields<party>{derived_node{"id", field_type::text, "identifiant (le premier)",
                                                               standing::known, &derived_read<party, read_party_id>,
                                                               &derived_write<party, write_party_id>}};

// -- service ----------------------------------------------------------------------------------------------------------

inline error_code write_service_code(service& into, const field_value& value, bool aid_type) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return has_value(value) ? error_code::invalid_value : error_code::missing;
  for (auto& one : into.codes) {
    if ((one.list_id == aid_types.id) != aid_type) continue;
    one.value = *text;
    return error_code::success;
  }
  code made{*text, {}, {}};
  if (aid_type) {
    made.list_id = aid_types.id;
    made.list_agency_name = aid_types.agency;
  }
  into.codes.push_back(std::move(made));
  return error_code::success;
}
inline field_value read_code(const service& from) { return text_or_none(from.code()); }
inline field_value read_aid_type(const service& from) { return text_or_none(from.aid_type()); }
inline error_code write_code(service& into, const field_value& value) { return write_service_code(into, value, false); }
inline error_code write_aid_type(service& into, const field_value& value) {
  return write_service_code(into, value, true);
}

template <>
inline constexpr std::array derived_fields<service>{
    derived_node{"code", field_type::text, "code de prestation (hors type d'aide)", standing::known,
                 &derived_read<service, read_code>, &derived_write<service, write_code>},
    derived_node{"aid_type", field_type::text, "type d'aide", standing::known, &derived_read<service, read_aid_type>,
                 &derived_write<service, write_aid_type>}};

// -- periods ----------------------------------------------------------------------------------------------------------

inline field_value seconds_between(const std::optional<local_time>& from, const std::optional<local_time>& to) {
  duration length;
  if (!from || !to || paris::elapsed(*from, *to).get(length) != error_code::success) return {};
  return exact_duration(length);
}
inline field_value read_period_seconds(const instant_period& from) { return seconds_between(from.start, from.end); }
inline field_value read_stamped_seconds(const stamp_pair& from) {
  if (!from.arrival || !from.departure) return {};
  return seconds_between(from.arrival->certified_at, from.departure->certified_at);
}

template <>
inline constexpr std::array derived_fields<instant_period>{
    derived_node{"seconds", field_type::seconds, "durée réelle (heure de Paris)", standing::known,
                 &derived_read<instant_period, read_period_seconds>, nullptr}};
template <>
inline constexpr std::array derived_fields<stamp_pair>{
    derived_node{"seconds", field_type::seconds, "durée horodatée", standing::known,
                 &derived_read<stamp_pair, read_stamped_seconds>, nullptr}};

// -- quantities as time -----------------------------------------------------------------------------------------------

inline field_value seconds_of(const measure& quantity) {
  exact_duration time;
  if (time_of(quantity).get(time) != error_code::success) return {};
  return time;
}
inline error_code set_seconds(measure& into, const field_value& value) {
  const auto* time = std::get_if<exact_duration>(&value);
  if (time == nullptr) return has_value(value) ? error_code::invalid_value : error_code::missing;
  return measure_of(*time).get(into);
}

inline field_value read_delivery_seconds(const delivery_line& from) { return seconds_of(from.billed_quantity); }
inline error_code write_delivery_seconds(delivery_line& into, const field_value& value) {
  return set_seconds(into.billed_quantity, value);
}
inline field_value read_invoice_seconds(const invoice_line& from) { return seconds_of(from.billed_quantity); }
inline error_code write_invoice_seconds(invoice_line& into, const field_value& value) {
  return set_seconds(into.billed_quantity, value);
}
inline field_value read_requested_seconds(const order_line& from) {
  return from.requested_quantity ? seconds_of(*from.requested_quantity) : field_value{};
}
inline error_code write_requested_seconds(order_line& into, const field_value& value) {
  if (!has_value(value)) {
    into.requested_quantity.reset();
    return error_code::success;
  }
  measure made;
  if (const error_code e = set_seconds(made, value); e != error_code::success) return e;
  into.requested_quantity = made;
  return error_code::success;
}

// What the payer and the others bear together, excluding VAT (messages reference, section 5.2).
inline field_value read_gross(const invoice_line& from) {
  money sum = from.funder_share.value;
  if (from.participation_total) sum += from.participation_total->value;
  return sum.is_valid() ? field_value{sum} : field_value{};
}
inline field_value read_base(const invoice_line& from) {
  money sum = from.funder_share.value;
  if (from.participation_total) sum += from.participation_total->value;
  if (from.surcharge_total) sum -= from.surcharge_total->value;
  return sum.is_valid() ? field_value{sum} : field_value{};
}

template <>
inline constexpr std::array derived_fields<delivery_line>{derived_node{
    "billed_seconds", field_type::seconds, "quantité facturable en temps", standing::known,
    &derived_read<delivery_line, read_delivery_seconds>, &derived_write<delivery_line, write_delivery_seconds>}};
template <>
inline constexpr std::array derived_fields<order_line>{derived_node{
    "requested_seconds", field_type::seconds, "quantité commandée en temps", standing::inferred_high,
    &derived_read<order_line, read_requested_seconds>, &derived_write<order_line, write_requested_seconds>}};
template <>
inline constexpr std::array derived_fields<invoice_line>{
    derived_node{"billed_seconds", field_type::seconds, "quantité facturée en temps", standing::inferred_high,
                 &derived_read<invoice_line, read_invoice_seconds>,
                 &derived_write<invoice_line, write_invoice_seconds>},
    derived_node{"gross", field_type::amount, "montant brut : part du financeur et part non prise en charge",
                 standing::inferred_medium, &derived_read<invoice_line, read_gross>, nullptr},
    derived_node{"base", field_type::amount, "montant de base : brut sans majorations", standing::inferred_medium,
                 &derived_read<invoice_line, read_base>, nullptr}};

// -- messages ---------------------------------------------------------------------------------------------------------

inline field_value read_correction(const delivery& from) { return text_or_none(from.correction()); }
inline error_code write_correction(delivery& into, const field_value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr && has_value(value)) return error_code::invalid_value;
  if (text == nullptr || text->empty()) {
    into.correction_code.reset();
  } else {
    into.correction_code = code{*text, std::string(effectivity_adjust.id), std::string(effectivity_adjust.agency)};
  }
  return error_code::success;
}
inline field_value read_stamp_only(const delivery& from) { return from.is_stamp_only(); }
inline field_value read_deleted(const delivery& from) { return from.is_deleted(); }
inline field_value read_planned(const delivery& from) { return from.is_planned(); }
inline field_value read_visit_seconds(const delivery& from) {
  exact_duration sum;
  for (const auto& line : from.lines) {
    exact_duration time;
    if (time_of(line.billed_quantity).get(time) != error_code::success) return {};
    sum += time;
  }
  return from.lines.empty() || !sum.is_valid() ? field_value{} : field_value{sum};
}

template <>
inline constexpr std::array derived_fields<delivery>{
    derived_node{"correction", field_type::text, "motif de correction, vide = aucun", standing::known,
                 &derived_read<delivery, read_correction>, &derived_write<delivery, write_correction>},
    derived_node{"is_stamp_only", field_type::boolean, "horodatages seuls (HOR)", standing::known,
                 &derived_read<delivery, read_stamp_only>, nullptr},
    derived_node{"is_deleted", field_type::boolean, "intervention supprimée (SUP)", standing::known,
                 &derived_read<delivery, read_deleted>, nullptr},
    derived_node{"is_planned", field_type::boolean, "envoyée avant l'intervention", standing::inferred_low,
                 &derived_read<delivery, read_planned>, nullptr},
    derived_node{"billed_seconds", field_type::seconds, "quantités facturables des lignes, en temps", standing::known,
                 &derived_read<delivery, read_visit_seconds>, nullptr}};

inline field_value read_sign(const invoice& from) { return static_cast<std::int64_t>(from.sign()); }

template <>
inline constexpr std::array derived_fields<invoice>{
    derived_node{"sign", field_type::integer, "sens : -1 pour un avoir, 1 sinon", standing::inferred_medium,
                 &derived_read<invoice, read_sign>, nullptr}};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
