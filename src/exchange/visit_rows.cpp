#include "esppadom/exchange/visit_rows.hpp"

#include <utility>

namespace esppadom::inline ESPPADOM_ABI {

namespace {

party known_as(const std::string& id) {
  party out;
  out.ids.push_back({id, {}, {}});
  return out;
}

delivery_line line_of(const visit_row& row) {
  delivery_line out;
  out.line_id = "1";
  if (!row.order_line_id.empty()) out.order_line_id = row.order_line_id;
  if (!row.service.empty()) out.service.codes.push_back({row.service, {}, {}});
  if (!row.aid_type.empty()) out.service.codes.push_back({row.aid_type, std::string(aid_types.id), {}});
  if (row.billed_seconds && *row.billed_seconds % 60 == 0)
    out.billed_quantity = measure{{*row.billed_seconds / 60, 0}, "MIN"};
  return out;
}

std::optional<stamp> stamp_of(const std::optional<local_time>& time) {
  if (!time) return std::nullopt;
  stamp out;
  out.certified_at = *time;
  return out;
}

}  // namespace

delivery delivery_of_row(const visit_row& row) {
  delivery out;
  out.message_version = "1.4";
  out.delivery_id = row.delivery_id;
  out.issued_at = row.issued_at.value_or(local_time::invalid());
  out.beneficiary = known_as(row.beneficiary);
  out.provider = known_as(row.provider);
  if (!row.caregiver.empty()) {
    party_contact contact;
    contact.id = identifier{row.caregiver, {}, {}};
    contact.type_code = code{"INT", {}, {}};
    out.provider.contacts.push_back(std::move(contact));
  }
  out.correction_code = code{row.correction_code, {}, {}};
  out.retained_period.start = row.retained_start;
  out.retained_period.end = row.retained_end;
  if (row.planned_start || row.planned_end) {
    auto& planned = out.planned_period.emplace();
    planned.start = row.planned_start;
    planned.end = row.planned_end;
  }
  if (row.arrival || row.departure) {
    auto& stamps = out.stamps.emplace();
    stamps.arrival = stamp_of(row.arrival);
    stamps.departure = stamp_of(row.departure);
  }
  if (!row.order_id.empty()) out.order_refs.emplace_back().order_id = row.order_id;
  out.lines.push_back(line_of(row));
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
