// Carried time on the terms of the lot it comes from (`smoothing.tariff_month` = grant): which minutes of a visit these
// are. Billing rules reference, section 2c (inferred, medium).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/bill/line_book.hpp"
#include "esppadom/bill/visit_judge.hpp"
#include "esppadom/billing/segment_list.hpp"
#include "esppadom/billing/visit_split.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The terms of a payer among those of a visit; null where it has none.
inline const funder_terms* terms_of_payer(const visit_terms& terms, std::string_view payer) {
  for (const auto& funder : terms.funders) {
    if (funder.payer == payer) return &funder;
  }
  return nullptr;
}

/// Whether two funders pay the same for any minutes.
inline bool pay_alike(const funding_source& a, const funding_source& b) {
  const auto same_rate = [](unit_price one, unit_price other) {
    return one.is_valid() == other.is_valid() && (!one.is_valid() || one == other);
  };
  const auto& [percent, exact, per_hour] = a.participation;
  return a.rate_cap == b.rate_cap && same_rate(a.rate, b.rate) &&
         std::equal(a.day_rates.begin(), a.day_rates.end(), b.day_rates.begin(), same_rate) &&
         percent == b.participation.percent && exact == b.participation.exact && per_hour == b.participation.per_hour;
}

/// Whether both give the same price and, of each funder, the same share.
inline bool bill_alike(const visit_terms& a, const visit_terms& b) {
  const auto same = [](const funder_terms& one, const funder_terms& other) {
    return one.payer == other.payer && pay_alike(one.source, other.source);
  };
  return a.price == b.price && std::equal(a.funders.begin(), a.funders.end(), b.funders.begin(), b.funders.end(), same);
}

/// The minutes of a visit, those of lots at their price; `segment::lot` counts in `terms` from 1 on.
struct lot_minutes {
  std::vector<segment> segments;
  std::vector<const visit_terms*> terms;
  std::map<const funder_terms*, exact_duration> ends;  ///< of funders whose volume or euros end in the visit

  /// A funder on the terms of a segment.
  [[nodiscard]] const funder_terms& on_terms_of(const segment& part, const funder_terms& own) const {
    const auto* of_lot = part.lot == 0 ? nullptr : terms_of_payer(*terms[part.lot - 1U], own.payer);
    return of_lot ? *of_lot : own;
  }

  /// The funders of a visit on the terms of each lot.
  [[nodiscard]] std::vector<lot_sources> sources_of(std::span<const funder_place> places) const {
    std::vector<lot_sources> out(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
      for (const auto& place : places) {
        const auto* of_lot = terms_of_payer(*terms[i], place.terms->payer);
        out[i].push_back(of_lot ? of_lot->source : place.terms->source);
      }
    }
    return out;
  }

  /// Euros that end in the visit end where the minutes that they pay do.
  void limit(const funder_terms& funder, funder_state& state) const {
    const auto at = ends.find(&funder);
    if (at == ends.end()) return;
    state.volume = state.volume ? min(*state.volume, at->second) : at->second;
  }
};

/// Marks minutes of lots, funder by funder: the first minutes that are left are those of its first draw.
class lot_marker {
 public:
  /// `paid_once`: minutes at 0 €/h are paid with the first visit of a double, and stay at 0.
  lot_marker(const visit_judge& judge, const judged_visit& visit, std::span<const segment> segments, bool paid_once)
      : judge_(judge), visit_(visit), paid_once_(paid_once), rest_(segments.begin(), segments.end()) {}

  /// The next draw of a funder, on the terms of a lot or, null, on the visit's own. False where its volume, its euros
  /// or its own rules end before.
  bool mark(const funder_terms& funder, funder_state& left, const exact_duration& time, const visit_terms* of_lot) {
    if (of_lot && bill_alike(*of_lot, *visit_.terms)) of_lot = nullptr;
    auto after = rest_;
    const auto head = priced(cut_off(after, time), of_lot);
    const auto paid = payable_by(funder.payer, head, of_lot, left);
    out_.ends[&funder] += paid.plan_time;
    if (paid.plan_time < time) {
      append(priced(cut_off(rest_, paid.plan_time), of_lot));
      return false;
    }
    rest_ = std::move(after);
    append(head);
    if (left.volume) *left.volume -= paid.plan_time;
    if (left.own) *left.own -= paid.time;
    if (left.euros) *left.euros -= paid.share;
    return true;
  }

  /// The funder has no end in the visit that its pool does not set.
  void goes_on(const funder_terms& funder) { out_.ends.erase(&funder); }
  /// The time up to where it pays.
  [[nodiscard]] exact_duration end_of(const funder_terms& funder) const { return out_.ends.at(&funder); }

  /// All minutes; false where a price has no six decimals.
  bool finish(lot_minutes& out) && {
    append(rest_);
    out = std::move(out_);
    return is_priced_;
  }

 private:
  std::vector<segment> priced(std::vector<segment> head, const visit_terms* of_lot) {
    if (!of_lot) return head;
    unit_price price;
    if (judge_.payable_price(visit_, of_lot->price).get(price) != error_code::success) is_priced_ = false;
    const auto lot = number_of(of_lot);
    for (auto& each : head) {
      if (!paid_once_ || each.price > unit_price()) each.price = price;
      each.lot = lot;
    }
    return head;
  }

  std::uint8_t number_of(const visit_terms* of_lot) {
    for (std::size_t i = 0; i < out_.terms.size(); ++i) {
      if (bill_alike(*out_.terms[i], *of_lot)) return static_cast<std::uint8_t>(i + 1);
    }
    out_.terms.push_back(of_lot);
    if (out_.terms.size() > std::numeric_limits<std::uint8_t>::max()) is_priced_ = false;
    return static_cast<std::uint8_t>(out_.terms.size());
  }

  /// What a funder can pay of minutes within its volume, its euros and its own rules.
  funder_charge payable_by(std::string_view payer, std::span<const segment> head, const visit_terms* of_lot,
                           const funder_state& left) const {
    const auto& terms = of_lot ? *of_lot : *visit_.terms;
    std::vector<segment> on_these_terms(head.begin(), head.end());
    for (auto& each : on_these_terms)
      each.lot = 0;
    if (const auto* funder = terms_of_payer(terms, payer)) {
      const auto split = split_visit(on_these_terms, {&funder->source, 1}, {&left, 1}, visit_.terms->split);
      if (split.reason == unbilled_reason::none) return split.charges[0];
    }
    funder_charge all;  // what is wrong is told when it is billed
    all.time = all.plan_time = time_of(head);
    return all;
  }

  /// Minutes that differ in nothing stay together.
  void append(const std::vector<segment>& more) {
    for (const auto& each : more) {
      auto* last = out_.segments.empty() ? nullptr : &out_.segments.back();
      auto as_long = each;
      if (last) as_long.time = last->time;
      if (last && as_long == *last) {
        last->time += each.time;
      } else {
        out_.segments.push_back(each);
      }
    }
  }

  const visit_judge& judge_;
  const judged_visit& visit_;
  bool paid_once_;
  bool is_priced_ = true;
  std::vector<segment> rest_;
  lot_minutes out_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
