// What is kept of each message to compare it with others: numbers for its identifiers, its times, its quantities.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "esppadom/message/content_hash.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/oversight/batch/text_store.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace batch {

using number = std::uint32_t;  ///< of a text or a party; 0 = none

inline constexpr std::int64_t no_time = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t open_end = std::numeric_limits<std::int64_t>::max();

/// Common to all kinds of messages.
struct message_record {
  number id = 0;
  number transaction = 0;
  std::uint32_t file = 0;
  std::uint32_t index = 0;  ///< among the messages of the file, from 1
  std::int64_t issued = no_time;
  std::uint64_t meaning = 0;  ///< hash of what it says, without transaction and issue
  number provider = 0;
  number ordering_party = 0;
  number beneficiary = 0;
  bool replaced = false;  ///< a later message has the same id
};

struct service_codes {
  number code = 0;
  number aid_type = 0;
};

struct order_line_record {
  number id = 0;
  number payer = 0;
  service_codes service;
};
struct order_record : message_record {
  number plan = 0;
  number payer = 0;
  number previous = 0;
  bool names_previous = false;
  std::int64_t start = no_time;
  std::int64_t end = open_end;  ///< exclusive
  std::uint32_t first_line = 0;
  std::uint32_t lines = 0;
};

struct visit_line_record {
  number id = 0;
  number order_line = 0;
  service_codes service;
  std::int64_t seconds = -1;  ///< billed; −1 when it counts no time
};
enum class visit_state : std::uint8_t { made, planned, deleted, stamps_only };
struct visit_record : message_record {
  number order = 0;
  number caregiver = 0;
  std::int64_t start = no_time;
  std::int64_t end = no_time;
  std::uint32_t first_line = 0;
  std::uint32_t lines = 0;
  visit_state state = visit_state::made;
};

struct delivery_ref_record {
  number delivery = 0;
  number line = 0;
};
struct invoice_line_record {
  number id = 0;
  number order = 0;
  number order_line = 0;
  number beneficiary = 0;
  number corrected_invoice = 0;
  number corrected_line = 0;
  service_codes service;
  std::int64_t seconds = -1;   ///< billed; −1 when it counts no time
  std::int64_t tariff_e6 = 0;  ///< of an hour
  money share;
  money gross;  ///< share and what others bear
  std::uint32_t first_ref = 0;
  std::uint32_t refs = 0;
  std::uint32_t invoice = 0;
};
enum class invoice_kind : std::uint8_t { main, supplementary, credit, pro_forma };
struct invoice_record : message_record {
  number order = 0;
  number payer = 0;  ///< a party
  number corrected = 0;
  std::int64_t start = no_time;
  std::int64_t end = open_end;  ///< exclusive
  std::uint32_t first_line = 0;
  std::uint32_t lines = 0;
  invoice_kind kind = invoice_kind::main;
};

/// Bytes a message takes beside its texts, at most: a visit or an order of one line, an invoice line of one visit.
inline constexpr std::size_t bytes_per_visit = sizeof(visit_record) + sizeof(visit_line_record);
inline constexpr std::size_t bytes_per_order = sizeof(order_record) + sizeof(order_line_record);
static_assert(bytes_per_visit <= 160 && bytes_per_order <= 160);

/// The hash of what a message says, whenever and in whatever batch it is sent.
template <class Message>
std::uint64_t meaning_of(const Message& message) {
  esppadom::detail::content_hasher hasher;
  for_each_member<Message>([&]<class Entry>(const Entry&) {
    constexpr std::string_view name = member_name<Entry::member>;
    if constexpr (name != "transaction_id" && name != "issued_at" && name != "message_version") {
      esppadom::detail::hash_into(hasher, message.*(Entry::member));
    }
  });
  return hasher.value();
}

inline std::int64_t seconds_of(const local_time& time) { return time.is_valid() ? time.seconds : no_time; }
inline std::int64_t seconds_of(const std::optional<local_time>& time) { return time ? seconds_of(*time) : no_time; }

/// The end of a validity as an exclusive instant: midnight includes its day.
inline std::int64_t exclusive_end(const std::optional<local_time>& end) {
  constexpr std::int64_t day = 86'400;
  if (!end || !end->is_valid()) return open_end;
  return end->seconds_of_day() == 0 ? end->seconds + day : end->seconds;
}

/// The whole seconds a quantity means, rounded down; −1 when it is no time or negative.
inline std::int64_t time_seconds(const measure& quantity) {
  if (!is_time(quantity) || quantity.value.coefficient < 0) return -1;
  const auto time = time_of(quantity).value_or(exact_duration::invalid());
  return time.is_valid() ? time.floor_seconds().seconds : -1;
}

/// The messages of a batch, by kind, with the texts they share.
struct store {
  text_store texts;
  party_store parties;
  std::vector<order_record> orders;
  std::vector<order_line_record> order_lines;
  std::vector<visit_record> visits;
  std::vector<visit_line_record> visit_lines;
  std::vector<invoice_record> invoices;
  std::vector<invoice_line_record> invoice_lines;
  std::vector<delivery_ref_record> refs;

  number text(std::string_view one) { return texts.number_of(one); }
  number text_or_none(const std::optional<std::string>& one) { return one ? text(*one) : 0; }
  number whom(const party& one) { return parties.number_of(one.ids); }
  number whom(const std::optional<party>& one) { return one ? whom(*one) : 0; }
  service_codes codes(const service& one) { return {text(one.code()), text(one.aid_type())}; }

  void add(const order& message, std::uint32_t file, std::uint32_t index) {
    order_record out;
    fill(out, message, message.order_id, file, index);
    out.ordering_party = whom(message.ordering_party);
    out.beneficiary = whom(message.beneficiary);
    out.payer = whom(message.payer);
    if (message.plan) out.plan = text_or_none(message.plan->id);
    out.names_previous = message.previous_order.has_value();
    if (message.previous_order) out.previous = text(message.previous_order->id);
    out.start = seconds_of(message.validity_period.start);
    out.end = exclusive_end(message.validity_period.end);
    out.first_line = static_cast<std::uint32_t>(order_lines.size());
    out.lines = static_cast<std::uint32_t>(message.lines.size());
    for (const auto& line : message.lines) {
      order_lines.push_back({text(line.order_line_id), whom(message.payer_of(line)), codes(line.service)});
    }
    orders.push_back(out);
  }

  void add(const delivery& message, std::uint32_t file, std::uint32_t index) {
    visit_record out;
    fill(out, message, message.delivery_id, file, index);
    if (!message.order_refs.empty()) {
      out.order = text_or_none(message.order_refs.front().order_id);
      out.ordering_party = whom(message.order_refs.front().issuer);
    }
    out.beneficiary = whom(message.beneficiary);
    if (const auto* person = caregiver(message.provider); person != nullptr && person->id) {
      out.caregiver = text(person->id->value);
    }
    out.start = seconds_of(message.retained_period.start);
    out.end = seconds_of(message.retained_period.end);
    if (message.is_planned()) out.state = visit_state::planned;
    if (message.is_deleted()) out.state = visit_state::deleted;
    if (message.is_stamp_only()) out.state = visit_state::stamps_only;
    out.first_line = static_cast<std::uint32_t>(visit_lines.size());
    out.lines = static_cast<std::uint32_t>(message.lines.size());
    for (const auto& line : message.lines) {
      visit_lines.push_back({text(line.line_id), text_or_none(line.order_line_id), codes(line.service),
                             time_seconds(line.billed_quantity)});
    }
    visits.push_back(out);
  }

  void add(const invoice& message, std::uint32_t file, std::uint32_t index) {
    invoice_record out;
    fill(out, message, message.invoice_id, file, index);
    out.ordering_party = whom(message.ordering_party);
    out.beneficiary = whom(message.beneficiary);
    out.payer = message.payer ? whom(message.payer) : out.ordering_party;
    if (message.order_ref) out.order = text_or_none(message.order_ref->order_id);
    if (message.corrected_invoice) out.corrected = text(message.corrected_invoice->invoice_id);
    out.start = seconds_of(message.billing_period.start);
    out.end = exclusive_end(message.billing_period.end);
    out.kind = kind_of(message);
    out.first_line = static_cast<std::uint32_t>(invoice_lines.size());
    out.lines = static_cast<std::uint32_t>(message.lines.size());
    for (const auto& line : message.lines)
      add_line(out, line);
    invoices.push_back(out);
  }

 private:
  template <class Record, class Message>
  void fill(Record& out, const Message& message, std::string_view id, std::uint32_t file, std::uint32_t index) {
    out.id = text(id);
    out.transaction = text(message.transaction_id);
    out.file = file;
    out.index = index;
    out.issued = seconds_of(message.issued_at);
    out.meaning = meaning_of(message);
    out.provider = whom(message.provider);
  }

  static invoice_kind kind_of(const invoice& message) {
    if (message.type_code.is("381")) return invoice_kind::credit;
    if (message.type_code.is("325")) return invoice_kind::pro_forma;
    const bool told = message.subtype_code && message.subtype_code->is("COMPLEMENTAIRE");
    return told || message.corrected_invoice ? invoice_kind::supplementary : invoice_kind::main;
  }

  void add_line(const invoice_record& of, const invoice_line& line) {
    invoice_line_record out;
    out.id = text(line.line_id);
    out.order = of.order;
    if (line.order_ref) {
      if (line.order_ref->order_id) out.order = text_or_none(line.order_ref->order_id);
      out.order_line = text_or_none(line.order_ref->order_line_id);
    }
    out.beneficiary = line.beneficiary ? whom(line.beneficiary) : of.beneficiary;
    if (line.corrected_line) {
      out.corrected_invoice = text(line.corrected_line->invoice_id);
      out.corrected_line = text_or_none(line.corrected_line->line_id);
    }
    out.service = codes(line.service);
    out.seconds = time_seconds(line.billed_quantity);
    const bool hourly = !line.tariff_basis || time_seconds(*line.tariff_basis) == 3600;
    if (hourly && line.tariff.value > unit_price{}) out.tariff_e6 = line.tariff.value.e6;
    out.share = line.funder_share.value;
    out.gross = out.share;
    for (const auto& one : line.amounts) {
      if (!one.is_charge && one.amount) out.gross += one.amount->value;
    }
    out.first_ref = static_cast<std::uint32_t>(refs.size());
    out.refs = static_cast<std::uint32_t>(line.delivery_refs.size());
    out.invoice = static_cast<std::uint32_t>(invoices.size());
    for (const auto& one : line.delivery_refs)
      refs.push_back({text(one.delivery_id), text_or_none(one.line_id)});
    invoice_lines.push_back(out);
  }
};

}  // namespace batch
}  // namespace esppadom::inline ESPPADOM_ABI
