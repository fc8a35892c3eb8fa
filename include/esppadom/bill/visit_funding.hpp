// The visits of one beneficiary funded in their order: what each funder may pay, the split, what is taken off pools and
// volumes. Billing rules reference, sections 2c and 2d.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/bill/beneficiary_outcome.hpp"
#include "esppadom/bill/closed_visits.hpp"
#include "esppadom/bill/funder_volumes.hpp"
#include "esppadom/bill/funding_offer.hpp"
#include "esppadom/bill/line_book.hpp"
#include "esppadom/bill/lot_terms.hpp"
#include "esppadom/bill/pool_book.hpp"
#include "esppadom/bill/sub_ceilings.hpp"
#include "esppadom/bill/together.hpp"
#include "esppadom/bill/visit_judge.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/pools.hpp"
#include "esppadom/billing/segment_list.hpp"
#include "esppadom/billing/visit_split.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// The segments of a visit that belong to one month.
struct visit_part {
  judged_visit* whole = nullptr;  ///< the visit on its first day
  judged_visit* visit = nullptr;  ///< the same, or the visit on the terms of a later day
  std::span<const segment> segments;
  exact_duration from;                ///< since the visit began, as billed
  bool is_double = false;             ///< begins with the time of the second visit of a double while the first went on
  bool counts = true;                 ///< false: only that time, which the plan counts with the first visit
  std::span<const segment> after{};   ///< then the time alone that is funded next
  const lot_minutes* lots = nullptr;  ///< where carried time has the terms of its lot

  [[nodiscard]] bool is_later_day() const { return visit != whole; }
};

/// Watches nothing; a run that is watched says how its visits are billed.
struct no_watch {};

/// The rules of an order line and a funder on a day.
inline const rule_set& rules_on(rule_lookup& rules, std::string_view beneficiary, const plan_line* line,
                                std::string_view funder, local_date day) {
  rule_query query;
  query.date = day;
  query.departement = sole_departement(rules.book());
  query.funder = funder;
  if (line) query.provider = line->from->provider.id();
  if (line) query.service = line->service;
  query.beneficiary = beneficiary;
  return rules.at(query).rules;
}

/// `Watch` is `no_watch`, or a pointer to what listens (explain_watch.hpp).
template <class Watch>
class visit_funding {
 public:
  static constexpr bool is_watched = !std::is_same_v<Watch, no_watch>;
  using parts_of_months = std::map<local_month, std::vector<visit_part>>;

  visit_funding(const beneficiary_ledger& facts, rule_lookup& rules, const plan_lines& plan, visit_judge& judge,
                findings& found, Watch watch)
      : facts_(facts),
        rules_(rules),
        plan_(plan),
        judge_(judge),
        found_(found),
        pools_(plan, facts, rules, found),
        closed_(facts.closed),
        watch_(watch) {}

  /// Opens the pools that visits up to the month `last` draw on; `billed` is the month that is billed.
  void open(const parts_of_months& months, local_month billed, local_month last) {
    std::set<visit_day> live;
    billed_ = billed;
    pools_.make(months.begin()->first, last);
    for (const auto& [month, parts] : months) {
      for (const auto& part : parts) {
        if (part.visit->reason != unbilled_reason::none) continue;
        if (part.counts) live.insert(day_of(part));
        for (const auto& funder : part.visit->terms->funders) {
          if (funder.line) pools_.starts(funder.line, part.segments.front().date);
        }
      }
    }
    closed_.starts(pools_);
    if constexpr (is_watched) pools_.keep_terms();
    pools_.open();
    closed_.replay(pools_, live);
  }

  /// The parts of all months in the order in which they draw: what was invoiced and stands, then by month and clock.
  [[nodiscard]] std::vector<std::pair<local_month, visit_part>> in_order(const parts_of_months& months) const {
    std::vector<std::pair<local_month, visit_part>> out;
    for (const auto& [month, parts] : months) {
      for (const auto& part : parts)
        out.emplace_back(month, part);
    }
    if (closed_.empty()) return out;
    const auto place = [this](const judged_visit& visit) {
      auto at = closed_.order_of(*visit.record);
      const bool follows = visit.second_of && visit.rules->rules.double_visit.plan_factor == 1;
      if (follows) at = (std::max)(at, closed_.order_of(*visit.second_of->first->record));
      return at;
    };
    std::stable_sort(out.begin(), out.end(),
                     [&](const auto& a, const auto& b) { return place(*a.second.visit) < place(*b.second.visit); });
    return out;
  }

  /// Funds a part. `add` takes the visit, its split and its funders.
  template <class Add>
  void fund(const visit_part& part, local_month month, const Add& add) {
    const bool by_lots = part.visit->rules->rules.smoothing.tariff_month == tariff_month::grant;
    if (!by_lots || !part.counts || part.visit->cancelled) return fund_part(part, month, add);
    lot_minutes minutes;
    if (!lots_of(part, minutes)) {
      part.visit->reason = unbilled_reason::rule_conflict;
      return;
    }
    auto with_lots = part;
    with_lots.segments = minutes.segments;
    with_lots.lots = &minutes;
    fund_part(with_lots, month, add);
  }

  /// What the ledger is to remember of visits that stand (`smoothing.late` = keep_closed).
  std::vector<closed_use> closed() { return closed_.differences(pools_); }

  [[nodiscard]] std::vector<smoothing_row> rows() const { return pools_.rows(); }

 private:
  /// Whether the visit is invoiced by this run: later months are only where they were invoiced before.
  [[nodiscard]] bool is_due(const judged_visit& visit, local_month month) const {
    return month <= billed_ || std::any_of(facts_.lines.begin(), facts_.lines.end(), [&](const emitted_line& line) {
             return line.month == month && line.provider == visit.record->provider;
           });
  }

  static visit_day day_of(const visit_part& part) {
    return {part.visit->record->provider, part.visit->record->delivery_id, part.segments.front().date};
  }

  std::vector<funder_place> funders_of(const judged_visit& visit, local_date day) {
    std::vector<funder_place> places;
    each_funder_of(visit, *visit.terms, [&](const funder_terms& funder) {
      auto* from = funder.line ? pools_.find(funder.line, day) : nullptr;
      places.push_back({&funder, from, from ? from->slot_of(day) : pool_slot{}, {}, {}});
    });
    return places;
  }

  /// What a funder's own rules leave of a visit; null when nothing does.
  static std::optional<exact_duration>* own_time(judged_visit& visit, const funder_terms& funder) {
    if (visit.own.empty()) return nullptr;
    return &visit.own[static_cast<std::size_t>(&funder - visit.terms->funders.data())];
  }

  /// What volumes and its own rules leave a funder.
  funder_state state_of(judged_visit& visit, const funder_terms& funder, local_date day) {
    auto state = volumes_.of(funder, day);
    if (const auto* own = own_time(visit, funder)) state.own = *own;
    return state;
  }

  /// Carried minutes at the tariff of the period they were granted for; false where a price cannot be reduced.
  bool lots_of(const visit_part& part, lot_minutes& out) {
    auto& visit = *part.visit;
    const auto day = part.segments.front().date;
    exact_duration time;
    for (const auto& each : part.segments) {
      if (!each.extra_minutes || visit.terms->split.extra_minutes_in_plan) time += each.time;
    }
    if (const auto limit = ceilings_.under(visit.rules->rules.smoothing, visit.line->service, day))
      time = min(time, *limit);

    const bool paid_once = part.is_double && visit.rules->rules.double_visit.pay_factor == 1;
    lot_marker marker(judge_, visit, part.segments, paid_once);
    for (const auto& place : funders_of(visit, day)) {
      // Each funder's carried time has the tariff of its own lots; the next one is offered what is left.
      const auto& source = place.terms->source;
      if (!place.from || source.nature != funding_nature::hourly) continue;
      const auto draws = place.from->preview(place.slot, time);
      exact_duration drawn;
      for (const auto& draw : draws)
        drawn += draw.amount;
      const bool whole =
          source.at_ceiling == ceiling_policy::whole_out || visit.terms->split.split == funding_split::visit;
      if (whole && drawn < time) continue;  // it takes nothing of the visit
      auto left = state_of(visit, *place.terms, day);
      bool goes_on = true;
      for (auto draw = draws.begin(); goes_on && draw != draws.end(); ++draw) {
        const bool is_lot = draw->source == draw_source::lot;
        goes_on = marker.mark(*place.terms, left, draw->amount,
                              is_lot ? terms_of_lot(visit, place.from->days_of_lot(draw->from)) : nullptr);
      }
      if (goes_on) marker.goes_on(*place.terms);
      time -= goes_on ? drawn : marker.end_of(*place.terms);
    }
    return std::move(marker).finish(out);
  }

  /// The terms of the line that stood in the visit's place on the last active day of those; null, with a finding, when
  /// there was none: the minutes keep their tariff.
  const visit_terms* terms_of_lot(const judged_visit& visit, const day_span& days) {
    const plan_line* line = nullptr;
    local_date last;
    for (const auto& each : plan_.all()) {
      if (each.payer != visit.line->payer || each.service != visit.line->service) continue;
      if (each.from->provider.id() != visit.line->from->provider.id()) continue;
      const auto common = common_days(days_in_force(each), days);
      if (common.is_empty() || (line && common.last <= last)) continue;
      line = &each;
      last = common.last;
    }
    if (line) {
      const auto [at, is_new] = lot_terms_.try_emplace({line, last});
      if (is_new) {
        const auto& rules = rules_on(rules_, facts_.beneficiary, line, line->payer, last);
        at->second = terms_of(*line, funding_lines(plan_, *line, local_time::at(last, 0)), rules.tariff, rules.funding,
                              rules.smoothing, rules.extra_minutes, last, found_);
      }
      if (reason_under(visit, at->second) == unbilled_reason::none) return &at->second;
    }
    found_.add(bil_no_tariff_of_lot, visit.record->delivery_id, {to_string(local_month::of(days.first))});
    return nullptr;
  }

  template <class Add>
  void fund_part(const visit_part& part, local_month month, const Add& add) {
    auto& visit = *part.visit;
    if (visit.cancelled == cancelled_bill_to::beneficiary) {
      const auto split =
          bill_beneficiary(part.segments, beneficiary_reason::cancelled, visit.terms->split.extra_minutes);
      if constexpr (is_watched) {
        if (watch_->wants(visit)) watch_->billed_alone(visit, judge_, month, part.segments, split);
      }
      add(visit, split, std::vector<funder_place>{});
      return;
    }
    auto offer = offer_of(part);
    visit.reason = offer.reason;
    if (visit.reason != unbilled_reason::none) return;
    visit.reason = reason_after(part, offer);
    if (visit.reason != unbilled_reason::none) return;
    if (!part.counts) {
      limit_to_first(part, offer);
      offer.rules.limit.reset();
    }
    const auto uses = part.counts ? stand(part, month, offer) : std::vector<pool_use_of_visit*>();
    const auto split = split_of(part, month, offer);
    if (split.reason != unbilled_reason::none) {
      visit.reason = split.reason;
      return;
    }
    charge(part, offer.places, split, uses);
    add(visit, split, offer.places);
  }

  funding_offer offer_of(const visit_part& part) {
    auto& visit = *part.visit;
    const auto day = part.segments.front().date;
    funding_offer out;
    out.places = funders_of(visit, day);
    out.rules = visit.terms->split;
    out.rules.limit = ceilings_.under(visit.rules->rules.smoothing, visit.line->service, day);
    for (const auto& place : out.places) {
      if (place.from && place.from->is_broken(place.slot)) out.reason = unbilled_reason::rule_conflict;
      auto state = state_of(visit, *place.terms, day);
      if (place.from) place.from->limit(place.slot, state);
      leave_top_up(visit, *place.terms, state);
      if (part.lots) part.lots->limit(*place.terms, state);
      out.sources.push_back(place.terms->source);
      out.states.push_back(state);
    }
    if (part.lots) out.lots = part.lots->sources_of(out.places);
    return out;
  }

  /// Why the time alone of a second visit cannot be billed: then the time that both share is not billed either.
  static unbilled_reason reason_after(const visit_part& part, const funding_offer& offer) {
    return part.after.empty() ? unbilled_reason::none : offer.of(part.after).reason;
  }

  /// A top-up's maximum is one for all parts of a visit.
  void leave_top_up(const judged_visit& visit, const funder_terms& funder, funder_state& state) const {
    const auto at = topped_up_.find({visit.record, funder.payer});
    if (!funder.source.max || at == topped_up_.end()) return;
    const auto left = exact_amount(*funder.source.max) - at->second;
    state.euros = state.euros ? min(*state.euros, left) : left;
  }

  /// Where invoices stand: lets each pool give a visit what it took, and for what it asks more than then what is left.
  /// By funder what the ledger knows of its pool; null where nothing stands.
  std::vector<pool_use_of_visit*> stand(const visit_part& part, local_month month, funding_offer& offer) {
    std::vector<pool_use_of_visit*> uses;
    const auto& smoothing = part.visit->rules->rules.smoothing;
    if (smoothing.late != late_visits::keep_closed && closed_.empty()) return uses;
    auto& [places, sources, states, rules, lots, reason] = offer;
    uses.resize(places.size());
    exact_duration stands;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (sources[i].nature != funding_nature::hourly || !places[i].from || !states[i].pool) continue;
      auto& use = closed_.of(places[i].from->name(), day_of(part));
      const bool is_new = smoothing.late == late_visits::keep_closed && is_due(*part.visit, month);
      if (!is_new && !use.is_invoiced()) continue;
      stands += use.covered;
      uses[i] = &use;
    }
    if (rules.limit) rules.limit = max(*rules.limit, stands);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!uses[i]) continue;
      auto without_end = offer;  // what the visit asks of this funder, after those before it
      without_end.states[i].pool.reset();
      without_end.states[i].closed = false;
      const auto asked = without_end.of(part.segments);
      if (asked.reason == unbilled_reason::none) uses[i]->asked_now = asked.charges[i].plan_time;
      if (!uses[i]->is_invoiced()) continue;
      places[i].stands = standing_use{uses[i]->covered, uses[i]->asked, uses[i]->asked_now, *states[i].pool};
      states[i].pool = uses[i]->limit(uses[i]->asked_now, *states[i].pool);
      states[i].closed = false;
      if (!smoothing.split_at_ceiling && uses[i]->covered < uses[i]->asked) places[i].from->close(places[i].slot);
    }
    return uses;
  }

  visit_split split_of(const visit_part& part, [[maybe_unused]] local_month month, const funding_offer& offer) {
    if constexpr (is_watched) {
      if (watch_->wants(*part.visit)) {
        const auto& smoothing = part.visit->rules->rules.smoothing;
        const auto day = part.segments.front().date;
        return watch_->split(*part.visit, judge_, month, part.segments, part.lots, offer,
                             ceilings_.in_full(smoothing, part.visit->line->service, day));
      }
    }
    return offer.of(part.segments);
  }

  /// A plan that counts the slot of a double once pays of the second visit what it paid of the first, on the clock: all
  /// in time as the second is billed, since the first began.
  static void limit_to_first(const visit_part& part, funding_offer& offer) {
    auto& [places, sources, states, rules, lots, reason] = offer;
    const judged_visit& first = *part.visit->second_of->first;
    const billable_time& mine = part.visit->time;
    const exact_duration begin = as_billed(exact_duration(part.visit->second_of->offset), mine) + part.from;
    const exact_duration both = time_of(part.segments);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (sources[i].nature != funding_nature::hourly) continue;
      exact_duration share;
      for (const charged_time& charged : first.charged) {
        if (charged.payer != places[i].terms->payer) continue;
        const auto from = as_billed(on_clock(charged.from, first.time), mine);
        const auto time = as_billed(on_clock(charged.time, first.time), mine);
        share += share_of_double(from, time, begin, both);
        if constexpr (is_watched) places[i].of_first.push_back({from, from + time, begin, begin + both});
      }
      states[i].pool = share;
      states[i].pool_euros.reset();
      states[i].volume.reset();
      states[i].closed = false;
    }
  }

  /// Takes off pools and volumes what was charged; of the second visit of a double that does not count, euros only.
  void charge(const visit_part& part, const std::vector<funder_place>& places, const visit_split& split,
              const std::vector<pool_use_of_visit*>& uses) {
    auto& visit = *part.visit;
    const auto day = part.segments.front().date;
    exact_duration in_plan;
    const funder_place* first = nullptr;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto& taken = split.charges[i];
      funder_charge off = taken;
      if (!part.counts) off.plan_time = {};
      volumes_.charge(*places[i].terms, day, off);
      if (places[i].terms->source.max) topped_up_[{visit.record, places[i].terms->payer}] += taken.share;
      if (auto* own = own_time(visit, *places[i].terms); own && *own) *own = max(**own - taken.time, exact_duration{});
      if (places[i].terms->source.nature != funding_nature::hourly) continue;
      if (!part.counts) continue;
      in_plan += taken.plan_time;
      if (!places[i].from) continue;
      if (!uses.empty() && uses[i]) {
        places[i].from->settle(places[i].slot, taken.plan_time - uses[i]->covered);
        if (taken.closes) places[i].from->close(places[i].slot);
        uses[i]->covered_now = taken.plan_time;
        uses[i]->is_settled = true;
      } else {
        places[i].from->charge(places[i].slot, taken);
      }
      if (!first) first = &places[i];
    }
    if (visit.rules->rules.double_visit.allowed) note_charged(part, places, split);
    if (!part.counts || places.empty()) return;
    exact_duration uncovered;
    exact_amount worth;
    for (const auto& piece : split.pieces) {
      const bool counts = !piece.part.extra_minutes || visit.terms->split.extra_minutes_in_plan;
      const bool for_funders =
          !piece.part.extra_minutes || visit.terms->split.extra_minutes == extra_minutes_bearer::funder;
      if (piece.hourly != funded_piece::nobody || !counts || !for_funders) continue;
      uncovered += piece.part.time;
      if (first && first->from->counts_euros())
        worth +=
            min(rate_segment(piece.part, piece.price, first->terms->source, visit.terms->split).share, piece.price);
    }
    // A sub-ceiling is tested before the plan: what is used draws on it, whether or not the plan covers it.
    ceilings_.use(visit.rules->rules.smoothing, visit.line->service, day, in_plan + uncovered);
    if (first) first->from->refuse(first->slot, uncovered, worth);
  }

  /// Remembers who was charged which time, for a second visit of the slot.
  static void note_charged(const visit_part& part, const std::vector<funder_place>& places, const visit_split& split) {
    exact_duration from = part.from;
    for (const auto& piece : split.pieces) {
      if (piece.hourly != funded_piece::nobody)
        part.whole->charged.push_back({places[piece.hourly].terms->payer, from, piece.part.time});
      from += piece.part.time;
    }
  }

  const beneficiary_ledger& facts_;
  rule_lookup& rules_;
  const plan_lines& plan_;
  visit_judge& judge_;
  findings& found_;
  pool_book pools_;
  sub_ceilings_used ceilings_;
  closed_visits closed_;
  local_month billed_;
  std::map<std::pair<const plan_line*, local_date>, visit_terms> lot_terms_;  ///< `tariff_month` grant
  funder_volumes volumes_;
  std::map<std::pair<const visit_record*, std::string>, exact_amount> topped_up_;
  [[no_unique_address]] Watch watch_;
};

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
