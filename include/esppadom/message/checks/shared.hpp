// What the checks of the three messages have in common: values, periods, codes, parties, quantities, amounts.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/message/allowance_charge.hpp"
#include "esppadom/message/checks/common_findings.hpp"
#include "esppadom/message/checks/official_numbers.hpp"
#include "esppadom/message/code_tables.hpp"
#include "esppadom/message/findings.hpp"
#include "esppadom/message/party.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/message/service.hpp"
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

namespace detail {

inline std::string numbered(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index + 1) + "]";
}

inline std::string text_of(const measure& one) {
  return to_string(one.value) + (one.unit_code.empty() ? "" : " " + one.unit_code);
}

/// What a quantity counts: time, days or pieces; or the length of a period.
enum class counts : std::uint8_t { work, periods };

// Findings of one message. Paths name members from the message down: `lines[2].service.codes[1]`.
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

  // -- values that must be there --------------------------------------------------------------------------------------

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
  void reference(std::string_view text, const std::string& path) {
    if (trimmed(text).empty()) add(message_findings::no_reference, path, {path});
  }

  // -- times ----------------------------------------------------------------------------------------------------------

  void existing(const local_time& time, const std::string& path) {
    if (options_.skipped_times && time.is_valid() && !paris::exists(time)) {
      add(message_findings::no_such_time, path, {path, to_string(time)});
    }
  }

  void period(const local_time& start, const local_time& end, const std::string& path, bool may_be_empty) {
    existing(start, path + ".start");
    existing(end, path + ".end");
    order(start, end, path, may_be_empty);
  }
  void order(const local_time& start, const local_time& end, const std::string& path, bool may_be_empty) {
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
    if (end->is_valid() && end->seconds_of_day() == last_second) {
      add(message_findings::last_second, path + ".end", {path});
    }
    period(start, *end, path, true);
  }
  void validity(const validity_period& one, const std::string& path) { validity(one.start, one.end, path); }

  // Whether a validity lies within another one; an open side of the inner one is as wide as the outer.
  void within(const validity_period& inner, const validity_period& outer, const std::string& path,
              const std::string& around) {
    if (!inner.start.is_valid() || !outer.start.is_valid()) return;
    const bool early = inner.start < outer.start;
    const bool late = outer.end && inner.end && inner.end->is_valid() && last_day(*inner.end) > last_day(*outer.end);
    if (early || late) add(message_findings::outside_plan, path, {path, around});
  }

  // -- codes ----------------------------------------------------------------------------------------------------------

  // Messages reference, sections 9 and 9.1: unknown codes are told and kept; only EDESS's lists and values name EDESS.
  void list(const code& one, const std::string& path, const code_list& usual = {}) {
    if (attribution_of(one) != attribution::fine) {
      add(message_findings::list_attribution, path,
          {path, std::string(trimmed(one.list_id)), std::string(trimmed(one.list_agency_name))});
      return;
    }
    if (one.empty()) return;
    const std::string_view named = trimmed(one.list_id);
    const listed_codes* const codes = find_list(named.empty() || named == "token" ? usual.id : named);
    if (codes == nullptr || is_known_code(codes->id, one.value)) return;
    const bool outside = codes->status != list_status::partial || find_code(codes->id, one.value) != nullptr;
    add(outside ? message_findings::code_outside_list : message_findings::unlisted_code, path,
        {path, one.key(), std::string(codes->id)});
  }
  void list(const std::optional<code>& one, const std::string& path, const code_list& usual = {}) {
    if (one) list(*one, path, usual);
  }

  void services(const service& one, const std::string& path) {
    bool any = false;
    for (std::size_t i = 0; i < one.codes.size(); ++i) {
      any |= !one.codes[i].empty();
      list(one.codes[i], numbered(path + ".codes", i));
    }
    if (!any) add(message_findings::no_service, path, {path});
  }

  // -- parties --------------------------------------------------------------------------------------------------------

  void identity(const party& one, const std::string& path) {
    value(one.id(), path + ".ids");
    for (std::size_t i = 0; i < one.contacts.size(); ++i)
      list(one.contacts[i].type_code, numbered(path + ".contacts", i) + ".type_code", contact_types);
    if (one.address && one.address->country && !is_country_form(trimmed(one.address->country->value))) {
      list(one.address->country, path + ".address.country", countries);
    }
    const std::string_view siret = one.siret ? trimmed(*one.siret) : std::string_view{};
    if (!siret.empty() && !is_siret_form(siret)) add(message_findings::siret_form, path + ".siret", {path});
    if (one.tax_registration) vat_number(trimmed(one.tax_registration->id), siret, path);
  }
  void identity(const std::optional<party>& one, const std::string& path) {
    if (one) identity(*one, path);
  }

  // -- quantities and amounts -----------------------------------------------------------------------------------------

  // A negative number, or a time beyond what a visit, a day or a month can have.
  void quantity(const measure& one, const std::string& path, bool may_exceed_a_day) {
    if (one.value.coefficient < 0) {
      add(message_findings::negative, path, {path, text_of(one)});
      return;
    }
    unit(one, path, counts::work);
    if (!is_time(one)) return;
    const auto hours = exact_duration(duration::of_hours(1));
    const auto time = time_of(one).value_or(exact_duration::invalid());
    if (!time.is_valid() || time > hours * 744) {
      add(message_findings::absurd, path, {path, text_of(one)});
    } else if (!may_exceed_a_day && time > hours * 24) {
      add(message_findings::long_time, path, {path, text_of(one)});
    }
  }

  // Variant V21: only units of Recommendation 20 are known; absent means hours, which the reader reports.
  void unit(const measure& one, const std::string& path, counts what) {
    const std::string_view text = trimmed(one.unit_code);
    if (text.empty()) return;
    if (!is_known_code(unit_codes.id, text)) {
      add(message_findings::unknown_unit, path, {path, std::string(text)});
      return;
    }
    const bool calendar = text == "WEE" || text == "MON" || text == "ANN";
    const bool day = text == "DAY";
    if (what == counts::work ? !calendar : calendar || day) return;
    const bool work = what == counts::work;
    add(message_findings::unit_out_of_place, path,
        {path, std::string(text), work ? "HUR, MIN, DAY or C62" : "DAY, WEE, MON or ANN",
         work ? "HUR, MIN, DAY ou C62" : "DAY, WEE, MON ou ANN"});
  }

  // What a price or a quantity is "per": nothing can be divided by zero.
  void basis(const std::optional<measure>& one, const std::string& path, counts what) {
    if (!one) return;
    if (one->value.coefficient <= 0) add(message_findings::empty_basis, path, {path, text_of(*one)});
    unit(*one, path, what);
  }

  // A quantity and the basis of its price count the same thing: both time, or both the same unit.
  void same_unit(const measure& quantity, const std::optional<measure>& basis, const std::string& path) {
    if (!basis || trimmed(quantity.unit_code).empty() || trimmed(basis->unit_code).empty()) return;
    if (is_time(quantity) && is_time(*basis)) return;
    if (trimmed(quantity.unit_code) == trimmed(basis->unit_code)) return;
    add(message_findings::units_differ, path, {path, quantity.unit_code, basis->unit_code});
  }

  void currency(std::string_view text, const std::string& path) {
    text = trimmed(text);
    if (!text.empty() && text != "EUR") add(message_findings::other_currency, path, {path, std::string(text)});
  }
  void currency(const std::optional<amount>& one, const std::string& path) {
    if (one) currency(one->currency, path);
  }

  void tariff(const std::optional<price>& one, const std::string& path) {
    if (!one) return;
    if (one->value < unit_price{}) add(message_findings::negative, path, {path, to_string(one->value)});
    currency(one->currency, path);
  }

  // Reasons are those of the library's list when they name no other (messages reference, section 9.2).
  void amounts(const std::vector<allowance_charge>& all, const std::string& path) {
    for (std::size_t i = 0; i < all.size(); ++i)
      amount_of(all[i], numbered(path, i));
  }

 private:
  static local_date last_day(const local_time& end) { return end.date(); }

  // ISO 3166-1 has hundreds of codes; any two capital letters will do.
  static bool is_country_form(std::string_view text) {
    return text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
  }

  void vat_number(std::string_view number, std::string_view siret, const std::string& path) {
    const std::string at = path + ".tax_registration.id";
    if (number.empty()) {
      reference(number, at);
    } else if (!is_french_vat_form(number)) {
      add(message_findings::vat_form, at, {path});
    } else if (!is_french_vat_key(number)) {
      add(message_findings::vat_key, at, {path});
    } else if (is_siret_form(siret) && number.substr(4) != siret.substr(0, 9)) {
      add(message_findings::vat_siren, at, {path});
    }
  }

  void amount_of(const allowance_charge& one, const std::string& at) {
    list(one.reason_code, at + ".reason_code", amount_reasons);
    reference(one.reason_code.value, at + ".reason_code");
    const bool outside = one.percent && (*one.percent < percentage{} ||
                                         (!one.is_charge && *one.percent > percentage::from_percent(100)));
    if (outside) add(message_findings::out_of_range_percent, at + ".percent", {at, to_string(*one.percent)});
    if (one.amount && one.amount->value < money{}) {
      add(message_findings::negative, at + ".amount", {at, to_string(one.amount->value)});
    }
    currency(one.amount, at + ".amount");
    currency(one.basis_amount, at + ".basis_amount");
    basis(one.basis_quantity, at + ".basis_quantity", counts::work);
    if (!one.percent && !one.amount) add(message_findings::nothing_said, at, {at});
    if (const auto charge = is_charge_reason(one.reason_code.key()); charge && *charge != one.is_charge) {
      add(message_findings::wrong_direction, at + ".is_charge", {at, one.reason_code.key()});
    }
  }

  // Whether a reason of the library's list is a surcharge; none for reasons of other lists.
  static std::optional<bool> is_charge_reason(std::string_view reason) {
    if (!is_known_code(amount_reasons.id, reason)) return std::nullopt;
    for (const std::string_view not_borne :
         {"PARTICIPATION", "OVER_TARIFF", "OTHER_FUNDER", "OVER_PLAN", "PENALTY", "ADVANCE"}) {
      if (reason == not_borne) return false;
    }
    return true;
  }

  std::string_view document_;
  findings& found_;
  const check_options& options_;
};

/// Line numbers that stand twice.
template <class Lines, class Id>
void check_line_ids(const Lines& lines, Id id_of, std::string_view member, message_check& check) {
  std::vector<std::pair<std::string_view, std::size_t>> ids;
  for (std::size_t i = 0; i < lines.size(); ++i)
    ids.emplace_back(trimmed(id_of(lines[i])), i);
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 1; i < ids.size(); ++i) {
    const bool repeated = ids[i].first == ids[i - 1].first && !ids[i].first.empty();
    const bool told = i > 1 && ids[i].first == ids[i - 2].first;
    if (!repeated || told) continue;
    check.add(message_findings::duplicate_line, numbered("lines", ids[i].second) + "." + std::string(member),
              {std::string(ids[i].first)});
  }
}

}  // namespace detail
}  // namespace esppadom::inline ESPPADOM_ABI
