// Identified calls as DELIVERY messages. Messages reference, section 4.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/message/circumstances.hpp"
#include "esppadom/message/code_lists.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/oversight/calls/outcomes.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What messages made of calls carry beside what the calls say.
struct call_message_settings {
  std::optional<local_time> issued_at;  ///< none = when the last call was made
  std::string transaction_id;           ///< of the batch; empty = "CALLS-" and the time of issue
  std::string message_version = "1.4";
  /// Identification method of both sides (`stamps.methods_allowed` of the rules); the official list has no code for a
  /// call from the beneficiary's line, so it is written without list. Empty = not written.
  std::string method = "IVR";

  friend bool operator==(const call_message_settings&, const call_message_settings&) = default;
};

/// The messages of a log: a DELIVERY for each visit, and one with the code HOR (raw stamps) for each incomplete one, in
/// the order of the identification.
struct call_messages {
  std::vector<delivery> visits;
  std::vector<delivery> raw_stamps;

  friend bool operator==(const call_messages&, const call_messages&) = default;
};

namespace detail {

// Digits of a clock reading: 20260302-080205.
inline std::string compact_time(local_time at) {
  std::string out;
  for (const char c : to_string(at)) {
    if (c == 'T') out.push_back('-');
    if (c >= '0' && c <= '9') out.push_back(c);
  }
  return out;
}

inline party party_of(const std::string& id) {
  party out;
  out.ids.push_back({id, {}, {}});
  return out;
}

class call_message_maker {
 public:
  call_message_maker(std::span<const raw_call> calls, const phone_directory& directory,
                     std::span<const planned_visit> planned, call_message_settings with)
      : calls_(calls), directory_(directory), planned_(planned), with_(std::move(with)) {
    local_time last;
    for (const auto& call : calls)
      last = std::max(last, call.at);
    issued_at_ = with_.issued_at.value_or(last);
    if (with_.transaction_id.empty()) with_.transaction_id = "CALLS-" + compact_time(issued_at_);
  }

  delivery visit(const called_visit& one) {
    auto message = common(one);
    const auto* plan = one.planned ? &planned_[*one.planned] : nullptr;
    const bool named = plan && plan->delivery_id && used_.insert(*plan->delivery_id).second;
    message.delivery_id = named ? *plan->delivery_id : new_id("", one);
    if (plan) message.planned_period = instant_period{plan->start, plan->end, {}};
    message.lines.front().billed_quantity = measure_of(one.stamped).value_or(measure{});
    return message;
  }

  delivery raw(const called_visit& one) {
    auto message = common(one);
    message.delivery_id = new_id("HOR-", one);
    message.correction_code = code{"HOR", std::string(effectivity_adjust.id), std::string(effectivity_adjust.agency)};
    message.lines.front().billed_quantity = measure{decimal{}, std::string(hour_unit)};
    return message;
  }

 private:
  delivery common(const called_visit& one) const {
    const auto& entry = directory_.entries[one.entry];
    delivery message;
    message.message_version = with_.message_version;
    message.transaction_id = with_.transaction_id;
    message.issued_at = issued_at_;
    if (entry.order || entry.issuer) {
      delivery_order_ref reference;
      reference.order_id = entry.order;
      if (entry.issuer) reference.issuer = party_of(*entry.issuer);
      message.order_refs.push_back(std::move(reference));
    }
    message.beneficiary = party_of(entry.beneficiary);
    message.provider = party_of(entry.provider);
    party_contact caregiver;
    caregiver.id = identifier{one.caregiver, {}, {}};
    caregiver.type_code = code{"INT", std::string(contact_types.id), std::string(contact_types.agency)};
    message.provider.contacts.push_back(std::move(caregiver));
    stamp_pair stamps;
    if (one.arrival) stamps.arrival = stamp_of(*one.arrival);
    if (one.departure) stamps.departure = stamp_of(*one.departure);
    const auto& first = one.arrival ? *one.arrival : *one.departure;
    const auto& last = one.departure ? *one.departure : *one.arrival;
    message.retained_period = {calls_[first].at, calls_[last].at, {}};
    message.stamps = std::move(stamps);
    message.lines.push_back(line_of(one, entry));
    return message;
  }

  [[nodiscard]] delivery_line line_of(const called_visit& one, const directory_entry& entry) const {
    delivery_line line;
    line.line_id = "1";
    line.order_line_id = entry.order_line;
    auto service = entry.service;
    if (!service && one.planned) service = planned_[*one.planned].service;
    if (service)
      line.service.codes.push_back(
          {*service, entry.service_list.value_or(""), entry.service_list ? entry.issuer.value_or("") : std::string()});
    if (entry.aid_type)
      line.service.codes.push_back({*entry.aid_type, std::string(aid_types.id), std::string(aid_types.agency)});
    if (line.service.codes.empty()) line.service.codes.emplace_back();
    return line;
  }

  [[nodiscard]] stamp stamp_of(std::size_t call) const {
    stamp out;
    out.certified_at = calls_[call].at;
    if (!with_.method.empty()) out.customer_method = out.supplier_method = code{with_.method, {}, {}};
    return out;
  }

  // Stable: the same calls give the same identifiers, whatever else stands in the log.
  std::string new_id(std::string_view prefix, const called_visit& one) {
    const auto& entry = directory_.entries[one.entry];
    const auto base = std::string(prefix) + entry.provider + "-" + entry.beneficiary + "-" + one.caregiver + "-" +
                      compact_time(calls_[one.arrival ? *one.arrival : *one.departure].at);
    auto id = base;
    for (int next = 2; !used_.insert(id).second; ++next)
      id = base + "-" + std::to_string(next);
    return id;
  }

  std::span<const raw_call> calls_;
  const phone_directory& directory_;
  std::span<const planned_visit> planned_;
  call_message_settings with_;
  local_time issued_at_;
  std::set<std::string> used_;
};

}  // namespace detail

/// The messages of identified calls; the inputs are those of `identify`. A visit has its stamps, the same as retained
/// period, the stamped time as quantity, the planned period if a planned visit fits, and the identifier of that planned
/// visit if it has one, else provider, beneficiary, caregiver and time of the arrival. There is no correction code:
/// what both calls attest needs none. Names are not known here. Incomplete calls are never completed: their messages
/// say HOR, count no time, and join the visit once somebody sends it (billing rules reference, section 2a, step 2).
/// Example: provider 512, B-1, I-17, 2026-03-02 08:02:05 → "512-B-1-I-17-20260302-080205".
inline call_messages messages_of(const identification& found, std::span<const raw_call> calls,
                                 const phone_directory& directory, std::span<const planned_visit> planned,
                                 const call_message_settings& with) {
  detail::call_message_maker maker(calls, directory, planned, with);
  call_messages out;
  for (const auto& one : found.visits)
    out.visits.push_back(maker.visit(one));
  for (const auto& one : found.incomplete)
    out.raw_stamps.push_back(maker.raw(one));
  return out;
}

/// The calls that are no visit, in the order of the log. `messages` are those of `messages_of`.
inline std::vector<call_row> rows_of(const identification& found, std::span<const raw_call> calls,
                                     const phone_directory& directory, const call_messages& messages) {
  std::vector<const std::string*> documents(calls.size(), nullptr);
  for (std::size_t i = 0; i < found.incomplete.size() && i < messages.raw_stamps.size(); ++i) {
    const auto& one = found.incomplete[i];
    documents[one.arrival ? *one.arrival : *one.departure] = &messages.raw_stamps[i].delivery_id;
  }
  std::vector<call_row> rows;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const auto& judged = found.calls[i];
    if (judged.outcome == call_outcome::visit) continue;
    call_row row;
    row.row = static_cast<std::int64_t>(i) + 1;
    row.call = calls[i].call;
    row.at = calls[i].at;
    row.caregiver = calls[i].caregiver;
    row.direction = calls[i].direction;
    row.outcome = judged.outcome;
    row.reason = judged.reason;
    std::set<std::string> beneficiaries;
    for (const auto entry : judged.entries)
      beneficiaries.insert(directory.entries[entry].beneficiary);
    row.beneficiaries.assign(beneficiaries.begin(), beneficiaries.end());
    if (judged.repeats) row.repeats = static_cast<std::int64_t>(*judged.repeats) + 1;
    if (documents[i]) row.delivery = *documents[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace esppadom::inline ESPPADOM_ABI
