// Messages reduced to what a role may see. Everything is derived from the descriptions of the messages, so that a field
// added to a party is never forgotten: what is not known to be harmless goes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/message/delivery.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/oversight/views/view.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A keyed hash as at least 16 hexadecimal digits, of a value in a domain: `person`, `caregiver`, `document`, `weeks`.
/// The same values give the same digits, and without the key nothing leads back (exchange/views.hpp makes one).
using keyed_hash = std::function<std::string(std::string_view domain, std::string_view value)>;

/// Whose messages are asked for; empty = all.
struct view_scope {
  std::string provider;
  std::string beneficiary;
  std::string service;

  friend bool operator==(const view_scope&, const view_scope&) = default;
};

namespace detail {

/// Digits of the hash that make a pseudonym: of a million identifiers two share one with a probability of 3 in 10^8.
inline constexpr std::size_t pseudonym_digits = 16;

// 1 to 52 weeks, from the first digits of a hash.
inline std::int64_t weeks_of(std::string_view hex) {
  std::int64_t number = 0;
  for (const char c : hex.substr(0, 8))
    number = number * 16 + (c <= '9' ? c - '0' : c - 'a' + 10);
  return 1 + number % 52;
}

class view_reducer {
 public:
  view_reducer(const view& with, const keyed_hash& hash, view_report& report)
      : with_(with), hash_(hash), report_(report) {}

  template <class Message>
  void message(Message& one) {
    beneficiary_ = id_of_beneficiary(one);
    days_ = days_for(beneficiary_.empty() ? std::string(one.provider.id()) : beneficiary_);
    members(one);
  }

 private:
  static std::string id_of_beneficiary(const order& one) { return collapsed(one.beneficiary.id()); }
  static std::string id_of_beneficiary(const delivery& one) { return collapsed(one.beneficiary.id()); }
  static std::string id_of_beneficiary(const invoice& one) {
    return one.beneficiary ? collapsed(one.beneficiary->id()) : std::string();
  }

  void note(removal what, std::int64_t times = 1) { report_.counts[static_cast<std::size_t>(what)] += times; }

  std::int64_t days_for(const std::string& whom) const {
    return with_.shift_dates ? 7 * weeks_of(hash_("weeks", whom)) : 0;
  }

  template <class T>
  void members(T& value) {
    if constexpr (requires { value.extras; }) drop_extras(value.extras);
    for_each_member<T>([&](const auto& entry) { field(key_of(entry), value.*(entry.member)); });
  }

  void drop_extras(extras_t& extras) {
    if (with_.extras || extras.empty()) return;
    note(removal::extra, static_cast<std::int64_t>(extras.items.size()));
    extras.items.clear();
  }

  // -- fields ---------------------------------------------------------------------------------------------------------

  template <class T>
  void field(std::string_view name, T& value) {
    if constexpr (std::is_same_v<T, party>) {
      reduce_party(name, value);
    } else if constexpr (std::is_same_v<T, invoice_line>) {
      reduce_line(value);
    } else if constexpr (std::is_same_v<T, local_time>) {
      shift(value);
    } else if constexpr (std::is_same_v<T, std::string>) {
      if (is_document_id(name)) replace("document", "D-", with_.document_ids, value);
    } else if constexpr (described<T>) {
      members(value);
    }
  }
  template <class T>
  void field(std::string_view name, std::optional<T>& value) {
    if (value) field(name, *value);
  }
  void field(std::string_view name, std::optional<std::string>& value) {
    if (!value) return;
    if (is_document_id(name)) return replace("document", "D-", with_.document_ids, *value);
    if (!is_free_text(name) || with_.free_text) return;
    note(removal::free_text);
    value.reset();
  }
  template <class T>
  void field(std::string_view name, std::vector<T>& values) {
    if constexpr (std::is_same_v<T, esppadom::note> || std::is_same_v<T, delivery_instruction>) {
      if (!with_.free_text) {
        note(removal::free_text, static_cast<std::int64_t>(values.size()));
        values.clear();
      }
    }
    for (auto& value : values)
      field(name, value);
  }

  // Every identifier of a document, a line or a plan: they may be made of a person's.
  static bool is_document_id(std::string_view name) { return name == "id" || name.ends_with("_id"); }
  static bool is_free_text(std::string_view name) { return name == "label" || name.ends_with("reason"); }

  void reduce_line(invoice_line& line) {
    const auto before = std::pair(beneficiary_, days_);
    if (line.beneficiary && !line.beneficiary->id().empty()) {
      beneficiary_ = collapsed(line.beneficiary->id());
      days_ = days_for(beneficiary_);
    }
    members(line);
    std::tie(beneficiary_, days_) = before;
  }

  void shift(local_time& value) {
    if (days_ == 0 || !value.is_valid()) return;
    value.seconds -= days_ * 86'400;
    value.fold = 0;
    note(removal::date);
  }

  // -- parties --------------------------------------------------------------------------------------------------------

  // The beneficiary, and whoever else carries what only a person has: a payer may be the beneficiary.
  [[nodiscard]] bool is_person(std::string_view name, const party& one) const {
    return name == "beneficiary" || one.first_name || one.last_name || one.birth_date ||
           (!beneficiary_.empty() && collapsed(one.id()) == beneficiary_);
  }

  void reduce_party(std::string_view name, party& one) {
    drop_extras(one.extras);
    if (is_person(name, one)) reduce_person(one);
    for (auto& contact : one.contacts)
      reduce_contact(contact);
    if (one.address) drop_extras(one.address->extras);
    if (one.endpoint) drop_extras(one.endpoint->extras);
    if (one.tax_registration) drop_extras(one.tax_registration->extras);
    if (with_.endpoints) return;
    remove(one.endpoint, removal::endpoint);
    remove(one.tax_registration, removal::endpoint);
  }

  void reduce_person(party& one) {
    for (auto& id : one.ids)
      replace("person", "P-", with_.person_ids, id);
    if (!with_.person_names) {
      remove(one.name, removal::name);
      remove(one.first_name, removal::name);
      remove(one.last_name, removal::name);
      remove(one.siret, removal::name);
    }
    if (one.birth_date && with_.births != birth_grain::day) reduce_birth(one.birth_date);
    if (one.address && with_.places != place_grain::full) reduce_place(one.address);
  }

  void reduce_birth(std::optional<local_date>& birth) {
    note(removal::birth_date);
    const int year = birth->year() - birth->year() % 5;
    const auto band = local_date::of(year, 1, 1);
    if (with_.births == birth_grain::band && band) {
      birth = *band;
    } else {
      birth.reset();
    }
  }

  void reduce_place(std::optional<party_address>& place) {
    note(removal::address);
    if (with_.places == place_grain::removed || !place->postcode) return place.reset();
    std::string code = *place->postcode;
    const std::size_t kept = code.starts_with("97") || code.starts_with("98") ? 3 : 2;
    const bool good = code.size() == 5 && code.find_first_not_of("0123456789") == std::string::npos;
    if (!good) return place.reset();
    code.replace(kept, 5 - kept, 5 - kept, '0');
    party_address left;
    left.postcode = std::move(code);
    place = std::move(left);
  }

  void reduce_contact(party_contact& contact) {
    drop_extras(contact.extras);
    if (!with_.contact_names) remove(contact.person_name, removal::contact);
    if (!contact.id) return;
    if (with_.caregiver_ids == id_grain::removed) return remove(contact.id, removal::contact);
    replace("caregiver", "C-", with_.caregiver_ids, *contact.id);
  }

  template <class T>
  void remove(std::optional<T>& value, removal what) {
    if (!value) return;
    note(what);
    value.reset();
  }

  // -- identifiers ----------------------------------------------------------------------------------------------------

  void replace(std::string_view domain, std::string_view prefix, id_grain grain, std::string& value) {
    const auto text = collapsed(value);
    if (grain == id_grain::kept || text.empty()) return;
    note(removal::pseudonym);
    value = std::string(prefix) + hash_(domain, text).substr(0, pseudonym_digits);
  }
  void replace(std::string_view domain, std::string_view prefix, id_grain grain, identifier& id) {
    if (grain == id_grain::kept) return;
    replace(domain, prefix, grain, id.value);
    id.scheme_id.clear();
    id.scheme_agency_name.clear();
  }

  const view& with_;
  const keyed_hash& hash_;
  view_report& report_;
  std::string beneficiary_;
  std::int64_t days_ = 0;
};

template <class Message>
bool is_of_beneficiary(const Message& one, std::string_view whom) {
  if constexpr (std::is_same_v<Message, invoice>) {
    for (const auto& line : one.lines) {
      const party* const of = line.beneficiary ? &*line.beneficiary : one.beneficiary ? &*one.beneficiary : nullptr;
      if (!of || !equal_collapsed(of->id(), whom)) return false;
    }
    return !one.lines.empty();
  } else {
    return equal_collapsed(one.beneficiary.id(), whom);
  }
}

}  // namespace detail

/// A message as a role may see it; none where it is not of the provider, beneficiary or service asked for. Of an order
/// or a visit the lines of other services are left out; an invoice is kept whole or not at all, so that its totals stay
/// true. `hash` may be empty where the view needs no key. The report is added to.
///
/// Dates shift by 1 to 52 whole weeks into the past, one number a beneficiary: days of the week, times of day and gaps
/// stay; public holidays, months and changes of the clock do not. Dates of an invoice of several beneficiaries shift by
/// its provider's number, those of its lines by their beneficiaries'.
///
/// Example: a visit for the statistician keeps its times of day, quantity and service, and says "P-…" for the
/// beneficiary, born 1935-01-01, living in 99000.
template <class Message>
std::optional<Message> reduced(Message message, const view& with, const view_scope& scope, const keyed_hash& hash,
                               view_report& report) {
  const auto leave_out = [&report] {
    ++report.counts[static_cast<std::size_t>(removal::message)];
    return std::nullopt;
  };
  if (!scope.provider.empty() && !equal_collapsed(message.provider.id(), scope.provider)) return leave_out();
  if (!scope.beneficiary.empty() && !detail::is_of_beneficiary(message, scope.beneficiary)) return leave_out();
  if (!scope.service.empty()) {
    const auto lines = message.lines.size();
    std::erase_if(message.lines,
                  [&](const auto& line) { return !equal_collapsed(line.service.code(), scope.service); });
    const auto left_out = lines - message.lines.size();
    if (message.lines.empty() || (std::is_same_v<Message, invoice> && left_out > 0)) return leave_out();
    report.counts[static_cast<std::size_t>(removal::line)] += static_cast<std::int64_t>(left_out);
  }
  detail::view_reducer(with, hash, report).message(message);
  ++report.messages;
  return message;
}

}  // namespace esppadom::inline ESPPADOM_ABI
