#pragma once

// Whether a message makes sense by itself, and whether the messages of one file do together. Pure functions: a message
// in, findings out; nothing is changed and nothing refused. What needs a rule book or other messages is decided further
// up.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/message/delivery.hpp"
#include "esppadom/message/findings.hpp"
#include "esppadom/message/invoice.hpp"
#include "esppadom/message/order.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What to look at.
struct check_options {
  /// Times the clock skips in spring. A reader that reports them with their place sets this to false.
  bool skipped_times = true;
};

/// What the order of two clock readings says, both readings of the autumn hour considered.
enum class period_order : std::uint8_t { forward, empty, only_over_clock_change, backward, undecided };

/// `undecided` when a time does not exist or lies outside 1946..9999.
/// Example: 2026-10-25 02:30 to 02:15 is only_over_clock_change: 45 min, or nothing at all.
constexpr period_order order_of(local_time start, local_time end) {
  if (!start.is_valid() || !end.is_valid() || !paris::exists(start) || !paris::exists(end)) {
    return period_order::undecided;
  }
  if (start.seconds < end.seconds) return period_order::forward;
  if (start.seconds == end.seconds) return period_order::empty;
  if (paris::is_ambiguous(start) && paris::is_ambiguous(end)) {
    const auto longest = paris::elapsed({start.seconds, 0}, {end.seconds, 1});
    if (longest && *longest > duration{}) return period_order::only_over_clock_change;
  }
  return period_order::backward;
}

/// Whether a text is 14 digits.
constexpr bool is_siret_form(std::string_view text) {
  if (text.size() != 14) return false;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

/// Whether 14 digits satisfy the check of INSEE: Luhn's, or, for the establishments of La Poste (SIREN 356000000), a
/// sum of digits that is a multiple of 5. Example: 73282932000074 does, 73282932000075 does not.
constexpr bool is_siret_key(std::string_view digits) {
  int luhn = 0;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[i] - '0';
    const int weighted = (digits.size() - i) % 2 == 0 ? digit * 2 : digit;
    luhn += weighted > 9 ? weighted - 9 : weighted;
    sum += digit;
  }
  return luhn % 10 == 0 || (digits.starts_with("356000000") && sum % 5 == 0);
}

namespace detail {

// Findings of one message.
class message_check {
 public:
  message_check(std::string_view document, findings& found, const check_options& options)
      : document_(document), found_(found), options_(options) {}

  void add(const finding_kind& kind, std::string path, std::vector<std::string> arguments) {
    finding out;
    out.kind = &kind;
    out.document = document_;
    out.path = std::move(path);
    out.arguments = std::move(arguments);
    found_.add(std::move(out));
  }

  void value(std::string_view text, const std::string& path) {
    if (trimmed(text).empty()) add(message_findings::no_value, path, {path});
  }
  void value(const local_time& time, const std::string& path) {
    if (!time.is_valid()) {
      add(message_findings::no_value, path, {path});
    } else {
      existing(time, path);
    }
  }

  void existing(const local_time& time, const std::string& path) {
    if (options_.skipped_times && time.is_valid() && !paris::exists(time)) {
      add(message_findings::no_such_time, path, {path, to_string(time)});
    }
  }

  void period(const local_time& start, const local_time& end, const std::string& path, bool may_be_empty) {
    existing(start, path + ".start");
    existing(end, path + ".end");
    switch (order_of(start, end)) {
      case period_order::backward:
        add(message_findings::end_before_start, path, {path, to_string(start), to_string(end)});
        break;
      case period_order::only_over_clock_change:
        add(message_findings::over_clock_change, path, {path});
        break;
      case period_order::empty:
        if (!may_be_empty) add(message_findings::no_length, path, {path});
        break;
      default:
        break;
    }
  }

  void period(const instant_period& one, const std::string& path, bool may_be_empty) {
    if (one.start && one.end) period(*one.start, *one.end, path, may_be_empty);
  }

  // Bounds of a plan, a tariff, a bill: days, or instants.
  void validity(const local_time& start, const std::optional<local_time>& end, const std::string& path) {
    value(start, path + ".start");
    if (!end) return;
    constexpr std::int32_t last_second = 86399;
    if (end->is_valid() && end->seconds_of_day() == last_second) add(message_findings::last_second, path, {path});
    period(start, *end, path, true);
  }

  // Messages reference, section 9.1: only EDESS's own lists and values may name EDESS.
  void list(const code& one, const std::string& path) {
    constexpr std::string_view official_prefix = "ESPPADOM_";
    const std::string_view list = trimmed(one.list_id);
    const std::string_view agency = trimmed(one.list_agency_name);
    const bool official_name = list.starts_with(official_prefix);
    bool wrong = false;
    if (agency == edess_agency) wrong = !official_name || list == "ESPPADOM_PREST";
    if (agency != edess_agency && !agency.empty()) wrong = official_name;
    if (wrong) add(message_findings::list_attribution, path, {path, std::string(list), std::string(agency)});
  }
  void list(const std::optional<code>& one, const std::string& path) {
    if (one) list(*one, path);
  }

  void identity(const party& one, const std::string& path) {
    value(one.id(), path + ".id");
    if (!one.siret || trimmed(*one.siret).empty()) return;
    if (!is_siret_form(trimmed(*one.siret))) add(message_findings::siret_form, path + ".siret", {path});
  }

  void services(const service& one, const std::string& path) {
    bool any = false;
    for (const auto& coded : one.codes) {
      any |= !coded.empty();
      list(coded, path);
    }
    if (!any) add(message_findings::no_service, path, {path});
  }

  // A negative number, or a time beyond what a visit, a day or a month can have.
  void quantity(const measure& one, const std::string& path, bool may_exceed_a_day) {
    if (one.value.coefficient < 0) {
      add(message_findings::negative, path, {path, to_string(one.value) + " " + one.unit_code});
      return;
    }
    if (!is_time(one)) return;
    const auto hours = exact_duration(duration::of_hours(1));
    const auto time = time_of(one).value_or(exact_duration::invalid());
    const std::string text = to_string(one.value) + " " + one.unit_code;
    if (!time.is_valid() || time > hours * 744) {
      add(message_findings::absurd, path, {path, text});
    } else if (!may_exceed_a_day && time > hours * 24) {
      add(message_findings::long_time, path, {path, text});
    }
  }

  void amounts(const std::vector<allowance_charge>& all, const std::string& path) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& one = all[i];
      const std::string at = path + "[" + std::to_string(i + 1) + "]";
      list(one.reason_code, at);
      const bool outside = one.percent && (*one.percent < percentage{} ||
                                           (!one.is_charge && *one.percent > percentage::from_percent(100)));
      if (outside) add(message_findings::out_of_range_percent, at, {at, to_string(*one.percent)});
      if (one.amount && one.amount->value < money{})
        add(message_findings::negative, at, {at, to_string(one.amount->value)});
    }
  }

  void tariff(const std::optional<price>& one, const std::string& path) {
    if (one && one->value < unit_price{}) add(message_findings::negative, path, {path, to_string(one->value)});
  }

 private:
  std::string_view document_;
  findings& found_;
  const check_options& options_;
};

inline bool is_known_correction(std::string_view code) {
  constexpr std::array known{"", "CRE", "MDT", "SUP", "COA", "COD", "CO2", "HOR"};
  return std::find(known.begin(), known.end(), code) != known.end();
}

// What the code says about the stamps against what is there (messages reference, sections 9 and 10). Production keeps
// cancelled stamps in the message, so a stamp too many is only an information.
inline void check_correction(const delivery& message, message_check& check) {
  const std::string code(trimmed(message.correction()));
  const std::string path = "correction_code";
  if (!is_known_correction(code)) {
    check.add(message_findings::unknown_correction, path, {code});
    return;
  }
  const bool arrival = message.stamps && message.stamps->arrival;
  const bool departure = message.stamps && message.stamps->departure;
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

inline void check_billed_time(const delivery& message, const measure& billed, const std::string& path,
                              message_check& check) {
  const auto& period = message.retained_period;
  if (!period.start || !period.end || !is_time(billed) || billed.value.coefficient < 0) return;
  const auto time = time_of(billed).value_or(exact_duration::invalid());
  local_time second_reading = *period.end;
  if (paris::is_ambiguous(second_reading)) second_reading.fold = 1;
  const auto shortest = paris::elapsed(*period.start, *period.end);
  const auto longest = paris::elapsed(*period.start, second_reading);
  if (!time.is_valid() || !shortest || !longest || *longest < duration{}) return;
  const exact_duration minute{duration::of_minutes(1)};
  if (time > exact_duration(*shortest) - minute && time < exact_duration(*longest) + minute) return;
  const std::string billed_text = to_minutes_string(time.floor_seconds());
  const std::string retained_text = to_minutes_string(*shortest);
  const bool more = time > exact_duration(*longest);
  const auto& kind =
      more && message.correction().empty() ? message_findings::more_than_retained : message_findings::other_quantity;
  check.add(kind, path, {path, billed_text, retained_text});
}

inline void check_retained_period(const delivery& message, message_check& check) {
  const auto& period = message.retained_period;
  if (message.is_stamp_only()) return;  // may hold anything
  if (!period.start) check.add(message_findings::no_retained_period, "retained_period", {"start", "début"});
  if (!period.end) check.add(message_findings::no_retained_period, "retained_period", {"end", "fin"});
  check.period(period, "retained_period", message.is_deleted());
}

}  // namespace detail

/// What is wrong with one DELIVERY. Standing of the single checks: mandatory values and code lists known; times,
/// quantities and SIRET are plausibility checks of the library.
inline void check(const delivery& message, findings& found, const check_options& options = {}) {
  detail::message_check check(message.delivery_id, found, options);
  check.value(message.delivery_id, "delivery_id");
  check.value(message.issued_at, "issued_at");
  check.identity(message.beneficiary, "beneficiary");
  check.identity(message.provider, "provider");
  check.list(message.correction_code, "correction_code");
  detail::check_correction(message, check);
  detail::check_retained_period(message, check);
  if (message.planned_period) check.period(*message.planned_period, "planned_period", false);
  if (message.stamps) {
    const auto& [arrival, departure, extras] = *message.stamps;
    for (const auto* side : {&arrival, &departure}) {
      if (!*side) continue;
      const std::string path = side == &arrival ? "stamps.arrival" : "stamps.departure";
      check.value((*side)->certified_at, path + ".certified_at");
      check.list((*side)->customer_method, path + ".customer_method");
      check.list((*side)->supplier_method, path + ".supplier_method");
    }
    check_options stamps_seen = options;
    stamps_seen.skipped_times = false;
    detail::message_check order(message.delivery_id, found, stamps_seen);
    if (arrival && departure) order.period(arrival->certified_at, departure->certified_at, "stamps", true);
  }
  if (message.lines.empty()) check.value(std::string_view{}, "lines");
  for (std::size_t i = 0; i < message.lines.size(); ++i) {
    const auto& line = message.lines[i];
    const std::string path = "lines[" + std::to_string(i + 1) + "]";
    check.list(line.care_mode, path + ".care_mode");
    check.services(line.service, path + ".service");
    if (message.is_stamp_only() || message.is_deleted()) continue;
    check.quantity(line.billed_quantity, path + ".billed_quantity", !message.stamps);
    if (message.lines.size() == 1) {
      detail::check_billed_time(message, line.billed_quantity, path + ".billed_quantity", check);
    }
  }
}

namespace detail {

inline void check_order_line(const order_line& line, const std::string& path, message_check& check) {
  check.value(line.order_line_id, path + ".order_line_id");
  check.tariff(line.provider_rate, path + ".provider_rate");
  check.tariff(line.tariff, path + ".tariff");
  if (!line.tariff && !line.provider_rate) check.add(message_findings::no_tariff, path, {path});
  if (line.tariff_period) check.validity(line.tariff_period->start, line.tariff_period->end, path + ".tariff_period");
  const bool negative = line.requested_quantity && line.requested_quantity->value.coefficient < 0;
  if (negative) check.quantity(*line.requested_quantity, path + ".requested_quantity", true);
  check.list(line.care_mode, path + ".care_mode");
  if (line.payer) check.identity(*line.payer, path + ".payer");
  check.amounts(line.amounts, path + ".amounts");
  check.services(line.service, path + ".service");
}

template <class Lines, class Id>
void check_line_ids(const Lines& lines, Id id_of, message_check& check) {
  std::vector<std::string_view> ids;
  for (const auto& line : lines)
    ids.push_back(trimmed(id_of(line)));
  std::sort(ids.begin(), ids.end());
  for (auto at = std::adjacent_find(ids.begin(), ids.end()); at != ids.end();
       at = std::adjacent_find(std::upper_bound(at, ids.end(), *at), ids.end())) {
    if (!at->empty()) check.add(message_findings::duplicate_line, "lines", {std::string(*at)});
  }
}

}  // namespace detail

/// What is wrong with one ORDER.
inline void check(const order& message, findings& found, const check_options& options = {}) {
  detail::message_check check(message.order_id, found, options);
  check.value(message.order_id, "order_id");
  check.value(message.issued_at, "issued_at");
  check.validity(message.validity_period.start, message.validity_period.end, "validity_period");
  check.identity(message.provider, "provider");
  check.identity(message.ordering_party, "ordering_party");
  check.identity(message.beneficiary, "beneficiary");
  if (message.payer) check.identity(*message.payer, "payer");
  if (message.plan && message.plan->period) {
    check.validity(message.plan->period->start, message.plan->period->end, "plan.period");
  }
  check.amounts(message.order_amounts, "order_amounts");
  if (message.lines.empty()) check.value(std::string_view{}, "lines");
  for (std::size_t i = 0; i < message.lines.size(); ++i)
    detail::check_order_line(message.lines[i], "lines[" + std::to_string(i + 1) + "]", check);
  detail::check_line_ids(
      message.lines, [](const order_line& line) -> std::string_view { return line.order_line_id; }, check);
}

namespace detail {

inline void check_sum(money written, money computed, const std::string& path, message_check& check) {
  if (written != computed)
    check.add(message_findings::wrong_sum, path, {path, to_string(written), to_string(computed)});
}

inline money or_zero(const std::optional<amount>& one) { return one ? one->value : money{}; }

// Messages reference, section 5.2 (inferred, medium).
inline void check_totals(const invoice& message, message_check& check) {
  money lines;
  bool negative = false;
  for (const auto& line : message.lines) {
    lines += line.funder_share.value;
    negative |= line.funder_share.value < money{};
  }
  money taxes;
  for (const auto& tax : message.taxes)
    taxes += tax.amount.value;
  check_sum(message.line_total.value, lines, "line_total", check);
  check_sum(message.tax_basis_total.value,
            message.line_total.value - or_zero(message.allowance_total) + or_zero(message.charge_total),
            "tax_basis_total", check);
  if (message.tax_total) check_sum(message.tax_total->value, taxes, "tax_total", check);
  check_sum(message.grand_total.value, message.tax_basis_total.value + or_zero(message.tax_total), "grand_total",
            check);
  check_sum(message.due_payable.value, message.grand_total.value - or_zero(message.prepaid_total), "due_payable",
            check);
  if (negative || message.due_payable.value < money{}) check.add(message_findings::negative_amounts, "due_payable", {});
}

}  // namespace detail

/// What is wrong with one INVOICE.
inline void check(const invoice& message, findings& found, const check_options& options = {}) {
  detail::message_check check(message.invoice_id, found, options);
  check.value(message.invoice_id, "invoice_id");
  check.value(message.type_code.value, "type_code");
  check.value(message.issued_at, "issued_at");
  check.identity(message.provider, "provider");
  check.identity(message.ordering_party, "ordering_party");
  if (message.payer) check.identity(*message.payer, "payer");
  if (message.billing_period.start) {
    check.validity(*message.billing_period.start, message.billing_period.end, "billing_period");
  }
  check.amounts(message.document_amounts, "document_amounts");
  if (message.lines.empty()) check.value(std::string_view{}, "lines");
  for (std::size_t i = 0; i < message.lines.size(); ++i) {
    const auto& line = message.lines[i];
    const std::string path = "lines[" + std::to_string(i + 1) + "]";
    check.value(line.line_id, path + ".line_id");
    check.services(line.service, path + ".service");
    check.list(line.care_mode, path + ".care_mode");
  }
  detail::check_line_ids(
      message.lines, [](const invoice_line& line) -> std::string_view { return line.line_id; }, check);
  detail::check_totals(message, check);
}

/// What shows, or is worth saying once, when the messages of one file are seen together: several transaction numbers, a
/// document number used twice, a provider's SIRET with a wrong check digit. Keeps about 32 bytes a document. HOR never
/// replaces a message, so it may repeat a number.
///
///     file_checks together;
///     for (const auto& message : messages) together.add(message, found);
///     together.finish(found);
class file_checks {
 public:
  void add(const delivery& message, findings& found) {
    transactions_.insert(message.transaction_id);
    if (!message.is_stamp_only()) add_id(message.delivery_id, found);
    add_siret(message.delivery_id, message.provider, found);
  }
  void add(const order& message, findings& found) {
    transactions_.insert(message.transaction_id);
    add_id(message.order_id, found);
    add_siret(message.order_id, message.provider, found);
  }
  void add(const invoice& message, findings& found) {
    transactions_.insert(message.transaction_id);
    add_id(message.invoice_id, found);
    add_siret(message.invoice_id, message.provider, found);
  }

  void finish(findings& found) const {
    if (transactions_.size() < 2) return;
    finding out;
    out.kind = &message_findings::several_transactions;
    out.arguments = {std::to_string(transactions_.size())};
    found.add(std::move(out));
  }

 private:
  // A set of 128-bit digests of texts: two texts with one digest are not to be expected.
  class digests {
   public:
    /// False when the text is there already.
    bool insert(std::string_view text) {
      if ((count_ + 1) * 4 > slots_.size() * 3) grow();
      return place(slots_, digest_of(text), count_);
    }
    [[nodiscard]] std::size_t size() const { return count_; }

   private:
    struct digest {
      std::uint64_t low = 0;
      std::uint64_t high = 0;
      friend constexpr bool operator==(const digest&, const digest&) = default;
    };

    static constexpr std::uint64_t mixed(std::uint64_t value) {
      value ^= value >> 33U;
      value *= 0xFF51AFD7ED558CCDU;
      value ^= value >> 33U;
      value *= 0xC4CEB9FE1A85EC53U;
      return value ^ value >> 33U;
    }
    static constexpr digest digest_of(std::string_view text) {
      std::uint64_t low = 0xCBF29CE484222325U;  // FNV-1a, twice with different factors
      std::uint64_t high = 0x9E3779B97F4A7C15U;
      for (const char c : trimmed(text)) {
        const auto byte = static_cast<unsigned char>(c);
        low = (low ^ byte) * 0x100000001B3U;
        high = (high ^ byte) * 0xD6E8FEB86659FD93U;
      }
      return {mixed(low), mixed(high ^ low) | 1U};  // never the empty slot
    }
    static bool place(std::vector<digest>& slots, const digest& one, std::size_t& count) {
      for (std::size_t at = one.low & (slots.size() - 1);; at = (at + 1) & (slots.size() - 1)) {
        if (slots[at] == one) return false;
        if (slots[at] == digest{}) {
          slots[at] = one;
          ++count;
          return true;
        }
      }
    }
    void grow() {
      std::vector<digest> larger(slots_.empty() ? 16 : slots_.size() * 2);
      std::size_t count = 0;
      for (const auto& one : slots_) {
        if (one != digest{}) place(larger, one, count);
      }
      slots_ = std::move(larger);
    }

    std::vector<digest> slots_;
    std::size_t count_ = 0;
  };

  void add_id(std::string_view id, findings& found) {
    if (trimmed(id).empty() || ids_.insert(id)) return;
    finding out;
    out.kind = &message_findings::duplicate_id;
    out.document = id;
    out.arguments = {std::string(id)};
    found.add(std::move(out));
  }

  void add_siret(std::string_view document, const party& provider, findings& found) {
    const std::string_view siret = provider.siret ? trimmed(*provider.siret) : std::string_view{};
    if (!is_siret_form(siret) || is_siret_key(siret) || !sirets_.insert(siret)) return;
    finding out;
    out.kind = &message_findings::siret_key;
    out.document = document;
    out.path = "provider.siret";
    out.arguments = {"provider"};
    found.add(std::move(out));
  }

  digests ids_;
  digests transactions_;
  digests sirets_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
