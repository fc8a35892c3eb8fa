// On what terms a visit is billed: its price, its surcharges and its funders, from the order where it says so and from
// the rule book elsewhere. Billing rules reference, section 2d, "Prices and volumes" (inferred, medium).
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/billing/findings.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/funding_findings.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/ordered_participation.hpp"
#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/special.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A funder of a visit: who, by which order line (none = the rule book alone), under which rules.
struct funder_terms {
  std::string payer;
  const plan_line* line = nullptr;
  funder_rules rules;
  participation_share participation;  ///< left to the beneficiary of each minute
  std::optional<fraction> month;      ///< left to the beneficiary of the whole month instead, in euros
  bool month_of_order = false;        ///< `month` is the order's own amount, not the rule book's
  bool month_of_plan = false;         ///< `month` is a percentage of the order on the rule book's accepted plan
  bool is_settled = true;             ///< false: order and rule book lead to no participation, it can pay nothing
  funding_source source;
};

struct visit_terms {
  local_month month;  ///< whose national scales and bands these are
  unit_price price;
  surcharge_rules surcharges;
  std::vector<funder_terms> funders;  ///< in the order of payment, whatever the day
  split_rules split;
  unbilled_reason reason = unbilled_reason::none;
};

/// The price of one hour of a price given for a basis (`1 HUR` when absent). Errors: unsupported for a basis that is no
/// time, inexact when the price of an hour has more than six decimals, out_of_range for a basis of nothing.
/// Example: 12.29 € for 30 MIN → 24.58 €/h.
constexpr result<unit_price> hourly_price(const price& given, const std::optional<measure>& basis) {
  if (!basis) return given.value;
  const bool minutes = basis->unit_code == "MIN";
  if (!minutes && basis->unit_code != "HUR" && !basis->unit_code.empty()) return error_code::unsupported;
  if (basis->value.coefficient <= 0) return error_code::out_of_range;
  const int128 scale = detail::powers_of_ten[basis->value.scale];
  const int128 numerator = int128{given.value.e6} * scale * (minutes ? 60 : 1);
  int128 hourly = 0;
  const auto error = divide(numerator, basis->value.coefficient, rounding_mode::unnecessary).get(hourly);
  if (error != error_code::success) return error;
  if (!fits_int64(hourly)) return error_code::overflow;
  return unit_price::from_e6(static_cast<std::int64_t>(hourly));
}

/// The price of one unit that is no time (`C62`, `DAY`) of a price given for a basis (one unit when absent). Errors:
/// unsupported for a basis of time, inexact, out_of_range. Example: 98.40 € for 12 C62 → 8.20 €.
constexpr result<unit_price> price_of_unit(const price& given, const std::optional<measure>& basis) {
  if (!basis) return given.value;
  if (is_time_unit(basis->unit_code)) return error_code::unsupported;
  return hourly_price(given, measure{basis->value, "HUR"});
}

namespace detail {
/// Both sources of a value; one that differs from the other is reported, and `tariff.source` says which counts.
template <class Value>
Value settled(const std::optional<Value>& of_order, const std::optional<Value>& of_rules, Value neither,
              tariff_source source, std::string_view what, const std::string& document, findings& found) {
  if (!of_order) return of_rules.value_or(neither);
  if (!of_rules || *of_rules == *of_order) return *of_order;
  const bool order_pays = source == tariff_source::order;
  found.add(
      bil_order_and_rules_differ, document,
      {std::string(what), to_string(*of_order), to_string(*of_rules), std::string(order_pays ? "order" : "rule_book")});
  return order_pays ? *of_order : *of_rules;
}

inline std::optional<percentage> percent_of(const order_line& line, std::string_view reason, bool is_charge) {
  for (const auto& item : line.amounts) {
    if (item.is_charge == is_charge && item.reason_code.value == reason && item.percent) return item.percent;
  }
  return std::nullopt;
}

struct surcharge_member {
  surcharge_kind kind;
  std::optional<percentage> surcharge_percents::*member;
  std::string_view key;
};
inline constexpr surcharge_member surcharge_members[] = {
    {surcharge_kind::saturday, &surcharge_percents::saturday, "funding.surcharges.percent.saturday"},
    {surcharge_kind::sunday, &surcharge_percents::sunday, "funding.surcharges.percent.sunday"},
    {surcharge_kind::public_holiday, &surcharge_percents::public_holiday, "funding.surcharges.percent.public_holiday"},
    {surcharge_kind::first_of_january, &surcharge_percents::first_of_january,
     "funding.surcharges.percent.first_of_january"},
    {surcharge_kind::first_of_may, &surcharge_percents::first_of_may, "funding.surcharges.percent.first_of_may"},
    {surcharge_kind::christmas, &surcharge_percents::christmas, "funding.surcharges.percent.christmas"},
    {surcharge_kind::evening, &surcharge_percents::evening, "funding.surcharges.percent.evening"},
    {surcharge_kind::custom, &surcharge_percents::custom, "funding.surcharges.percent.custom"}};

inline surcharge_rules surcharges_of_line(const order_line& line, surcharge_rules rules, tariff_source source,
                                          const std::string& document, findings& found) {
  for (const auto& [kind, member, key] : surcharge_members) {
    const auto of_order = percent_of(line, name_of(kind), true);
    if (!of_order) continue;
    auto& percent = rules.percent.*member;
    percent = settled(of_order, percent, percentage{}, source, key, document, found);
  }
  return rules;
}

inline std::size_t rank_of(const funding_rules& rules, std::string_view payer, std::string_view aid_type) {
  for (std::size_t i = 0; i < rules.order.size(); ++i) {
    if (rules.order[i] == payer || (!aid_type.empty() && rules.order[i] == aid_type)) return i;
  }
  return rules.order.size();
}

inline const funder_rules* rules_for(const funding_rules& rules, std::string_view payer, std::string_view aid_type) {
  const auto* own = rules_of(rules, payer);
  return own || aid_type.empty() ? own : rules_of(rules, aid_type);
}

// What the rule book says of the participation; silent where the national scale has no inputs and the order speaks.
inline result<std::optional<participation_terms>> participation_in_book(const participation_rules& rules,
                                                                        bool order_speaks, local_date day) {
  const participation_inputs nothing;
  const bool national = rules.rate == participation_rate::national_apa;
  if (national && order_speaks && rules.inputs == nothing) return std::optional<participation_terms>();
  return participation_terms_of_book(rules, day);
}

// A percentage of the order as the fixed amount of a month, where the rule set wants one.
inline result<participation_terms> on_accepted_plan(const participation_terms& terms,
                                                    const participation_rules& rules) {
  if (rules.basis != participation_basis::accepted_plan || terms.month) return terms;
  if (!rules.inputs.accepted_plan || terms.share.per_hour != unit_price()) return error_code::invalid_value;
  return participation_terms{{},
                             fraction::of(terms.share.percent.e4, 1'000'000) * euros_of(*rules.inputs.accepted_plan)};
}

// Whether a document would show both alike.
inline bool shown_alike(const participation_terms& a, const participation_terms& b) {
  if (a.month || b.month) return a.month && b.month && to_string(a) == to_string(b);
  return a.share.percent == b.share.percent && a.share.per_hour == b.share.per_hour;
}

/// What the beneficiary leaves of a funder's rate, from the rule book and the order. False, with a finding on the
/// order, when they do not lead to a participation.
inline bool settle_participation(funder_terms& funder, tariff_source source, const std::string& document,
                                 local_date day, findings& found) {
  const participation_rules& rules = funder.rules.participation;
  if (rules.basis == participation_basis::none) return true;
  ordered_participation ordered;
  if (funder.line) ordered = participation_ordered(*funder.line->from, *funder.line->line);
  if (!ordered.problem.empty()) {
    found.add(bil_participation_unreadable, document, {funder.line->line->order_line_id, ordered.problem});
    return false;
  }
  std::optional<participation_terms> of_book;
  error_code error = participation_in_book(rules, ordered.terms.has_value(), day).get(of_book);
  const bool of_month = ordered.terms && ordered.terms->month.has_value();
  if (error == error_code::success && ordered.terms) {
    participation_terms of_order;
    error = on_accepted_plan(*ordered.terms, rules).get(of_order);
    if (error == error_code::success) ordered.terms = of_order;
  }
  const bool wants_amount =
      rules.basis == participation_basis::accepted_plan || rules.basis == participation_basis::per_hour_amount;
  if (error == error_code::success && !ordered.terms && !of_book && wants_amount) error = error_code::invalid_value;
  if (error != error_code::success) {
    found.add(bil_no_participation_rate, document,
              {funder.payer, to_string(local_month::of(day)), std::string(name_of(rules.rate))});
    return false;
  }
  const bool of_order = ordered.terms && (!of_book || source == tariff_source::order);
  if (ordered.terms && of_book && !shown_alike(*ordered.terms, *of_book)) {
    found.add(bil_order_and_rules_differ, document,
              {"per_funder.participation", to_string(*ordered.terms), to_string(*of_book),
               std::string(of_order ? "order" : "rule_book")});
  }
  const participation_terms applies = of_order ? *ordered.terms : of_book.value_or(participation_terms());
  if (!is_participation(applies.share)) {
    found.add(bil_participation_unreadable, document, {funder.payer, to_string(applies)});
    return false;
  }
  funder.participation = applies.share;
  funder.month = applies.month;
  funder.month_of_order = of_order && of_month;
  funder.month_of_plan = of_order && !of_month && applies.month.has_value();
  return true;
}

/// The funders named by the rule book that need no order: fixed and complementary ones, hourly ones with a rate.
inline bool stands_alone(const funder_rules& rules) {
  return rules.nature != funding_nature::hourly || rules.rate.has_value();
}
}  // namespace detail

namespace detail {
/// Funders that pay on the same days, of which the rule set names none in its order of payment.
inline void tell_unranked(const visit_terms& terms, const funding_rules& funding, const plan_line& joined,
                          findings& found) {
  const auto is_unranked = [&](const funder_terms& funder) {
    const auto aid_type = funder.line ? funder.line->aid_type : std::string_view{};
    return rank_of(funding, funder.payer, aid_type) == funding.order.size();
  };
  for (std::size_t i = 0; i < terms.funders.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto& first = terms.funders[k];
      const auto& other = terms.funders[i];
      const auto& days = other.rules.days;
      const bool same_days = std::any_of(first.rules.days.begin(), first.rules.days.end(), [&](funding_day day) {
        return std::find(days.begin(), days.end(), day) != days.end();
      });
      if (same_days && is_unranked(first) && is_unranked(other))
        found.add(bil_funders_unranked, joined.from->order_id, {first.payer, other.payer, joined.line->order_line_id});
    }
  }
}

/// A price below nothing is none; one of nothing is told.
inline bool is_price(unit_price price, const plan_line& line, findings& found) {
  const auto& id = line.line->order_line_id;
  if (price == unit_price()) found.add(bil_price_of_nothing, line.from->order_id, {id});
  if (!(price < unit_price())) return true;
  found.add(bil_negative_price, line.from->order_id, {id, to_string(price)});
  return false;
}
}  // namespace detail

/// The terms for a visit joined to `joined` and funded by `lines` (`funding_lines`). Reasons: no_price, rule_conflict
/// (a basis no built family handles, contradictory funding rules). A funder whose participation cannot be found is not
/// settled: only visits that it pays cannot be billed. Differences between order and rule book are findings on the
/// order. `day` is that of the visit: national scales change with its month.
inline visit_terms terms_of(const plan_line& joined, std::span<const plan_line* const> lines,
                            const tariff_rules& tariff, const funding_rules& funding, const smoothing_rules& smoothing,
                            const extra_minutes_rules& extra_minutes, local_date day, findings& found) {
  visit_terms terms;
  terms.month = local_month::of(day);
  const auto month_begin = terms.month.first_day();
  const auto& document = joined.from->order_id;
  const auto fail = [&terms](unbilled_reason reason) {
    terms.reason = reason;
    return terms;
  };
  const bool by_unit = tariff.unit == price_unit::each;
  const auto hourly = [by_unit](const std::optional<price>& given, const std::optional<measure>& basis,
                                std::optional<unit_price>& out) {
    if (!given) return true;
    unit_price value;
    const auto read = by_unit ? price_of_unit(*given, basis) : hourly_price(*given, basis);
    if (read.get(value) != error_code::success) return false;
    out = value;
    return true;
  };

  std::optional<unit_price> of_order;
  const auto& line = *joined.line;
  if (line.provider_rate ? !hourly(line.provider_rate, line.provider_rate_basis, of_order)
                         : !hourly(line.tariff, line.tariff_basis, of_order)) {
    return fail(unbilled_reason::rule_conflict);
  }
  if (!of_order && !tariff.provider_rate) {
    found.add(bil_no_price, document, {line.order_line_id, to_string(day)});
    return fail(unbilled_reason::no_price);
  }
  terms.price = detail::settled(of_order, tariff.provider_rate, unit_price{}, tariff.source, "tariff.provider_rate",
                                document, found);
  if (!detail::is_price(terms.price, joined, found)) return fail(unbilled_reason::no_price);
  terms.surcharges = detail::surcharges_of_line(line, funding.surcharges, tariff.source, document, found);
  if (split_rules_of(funding, smoothing, extra_minutes).get(terms.split) != error_code::success) {
    return fail(unbilled_reason::rule_conflict);
  }

  for (const auto* source : lines) {
    funder_terms funder;
    funder.payer = std::string(source->payer);
    funder.line = source;
    if (const auto* known = detail::rules_for(funding, source->payer, source->aid_type)) funder.rules = *known;
    std::optional<unit_price> rate;
    if (!hourly(source->line->tariff, source->line->tariff_basis, rate)) return fail(unbilled_reason::rule_conflict);
    if (!rate) hourly(source->line->provider_rate, source->line->provider_rate_basis, rate);
    funder.rules.rate = detail::settled(rate, funder.rules.rate, terms.price, tariff.source, "per_funder.rate",
                                        source->from->order_id, found);
    funder.is_settled = detail::settle_participation(funder, tariff.source, source->from->order_id, month_begin, found);
    if (*funder.rules.rate < unit_price()) {
      found.add(bil_negative_price, source->from->order_id,
                {source->line->order_line_id, to_string(*funder.rules.rate)});
      funder.is_settled = false;
    }
    terms.funders.push_back(std::move(funder));
  }
  for (const auto& name : funding.order) {
    const auto* known = rules_of(funding, name);
    const bool ordered = std::any_of(terms.funders.begin(), terms.funders.end(), [&](const funder_terms& funder) {
      return funder.payer == name || (funder.line && funder.line->aid_type == name);
    });
    if (ordered || !known || !detail::stands_alone(*known)) continue;
    funder_terms funder;
    funder.payer = name;
    funder.rules = *known;
    funder.is_settled = detail::settle_participation(funder, tariff.source, document, month_begin, found);
    terms.funders.push_back(std::move(funder));
  }
  std::stable_sort(terms.funders.begin(), terms.funders.end(), [&](const funder_terms& a, const funder_terms& b) {
    const auto rank = [&](const funder_terms& funder) {
      return detail::rank_of(funding, funder.payer, funder.line ? funder.line->aid_type : std::string_view{});
    };
    return rank(a) < rank(b);
  });
  detail::tell_unranked(terms, funding, joined, found);
  for (auto& funder : terms.funders) {
    funder.source = source_of(funder.rules, smoothing, funder.rules.rate.value_or(terms.price), funder.participation);
  }
  return terms;
}

/// The payer of an order line among the funders of its terms; null where these cannot be billed.
inline const funder_terms* payer_of(const visit_terms& terms, const plan_line& line) {
  if (terms.reason != unbilled_reason::none) return nullptr;
  for (const auto& funder : terms.funders) {
    if (funder.line == &line) return funder.is_settled ? &funder : nullptr;
  }
  return nullptr;
}

}  // namespace esppadom
