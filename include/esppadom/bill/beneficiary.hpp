// One beneficiary billed: every visit judged, the months replayed in order, the lines that should stand now.
// A pure function of the beneficiary's facts, the rule book and two dates: beneficiaries may be spread over threads,
// processes or machines.
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/bill/beneficiary_outcome.hpp"
#include "esppadom/bill/fixed_participations.hpp"
#include "esppadom/bill/forecast.hpp"
#include "esppadom/bill/funder_volumes.hpp"
#include "esppadom/bill/judged_visit.hpp"
#include "esppadom/bill/line_book.hpp"
#include "esppadom/bill/measured_together.hpp"
#include "esppadom/bill/merged_visits.hpp"
#include "esppadom/bill/pool_book.hpp"
#include "esppadom/bill/rated.hpp"
#include "esppadom/bill/raw_stamps.hpp"
#include "esppadom/bill/together.hpp"
#include "esppadom/bill/unbilled_price.hpp"
#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/line.hpp"
#include "esppadom/billing/pools.hpp"
#include "esppadom/billing/segment_list.hpp"
#include "esppadom/billing/visit_split.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// The segments of a visit that belong to one month.
struct visit_part {
  judged_visit* visit = nullptr;
  std::span<const segment> segments;
  bool is_double = false;  ///< the time of the second visit of a double while the first went on
};

/// Watches nothing; a run that is watched says how its visits are billed.
struct no_watch {};

/// `Watch` is `no_watch`, or a pointer to what listens (explain_watch.hpp).
template <class Watch = no_watch>
class beneficiary_run {
 public:
  static constexpr bool is_watched = !std::is_same_v<Watch, no_watch>;

  beneficiary_run(const beneficiary_ledger& facts, const caregiver_conflicts& conflicts, const billing_dates& dates,
                  rule_lookup& rules, Watch watch = {})
      : facts_(facts),
        dates_(dates),
        rules_(rules),
        records_(facts.visits),
        plan_(facts.orders, dates.as_of, out_.found),
        judge_(facts.beneficiary, plan_, conflicts, rules, out_.found),
        pools_(plan_, facts, rules, out_.found),
        lines_(facts.beneficiary, rules.book(), out_.found),
        watch_(watch) {
    out_.beneficiary = facts.beneficiary;
  }

  beneficiary_outcome run() {
    merge_raw_stamps();
    merge_visits();
    for (const auto& record : records_)
      visits_.push_back(judge_.judge(record));
    std::sort(visits_.begin(), visits_.end(), in_clock_order);
    hold_late(visits_, facts_, dates_);
    hold_same_visit(visits_, out_.found);
    cap_days(visits_, judge_);
    find_doubles(visits_, out_.found);
    cap_extra_minutes(visits_, judge_, out_.found);
    if constexpr (is_watched) watch_->before_totals(visits_);
    round_totals(visits_, judge_);
    cut_doubles();
    fund_months();
    if constexpr (is_watched) watch_->finished(visits_, judge_);
    for (const auto& visit : visits_)
      report(visit);
    finish();
    return std::move(out_);
  }

 private:
  static bool in_clock_order(const judged_visit& a, const judged_visit& b) {
    return std::tie(a.start, a.record->delivery_id, a.record->provider) <
           std::tie(b.start, b.record->delivery_id, b.record->provider);
  }

  void merge_raw_stamps() {
    const auto rules_of = [this](const visit_record& record) -> const rule_set& { return judge_.rules_of(record); };
    for (const auto* raw : add_raw_stamps(records_, facts_.raw_stamps, rules_of, out_.found)) {
      out_.unbilled.push_back({raw->delivery_id, facts_.beneficiary, raw->provider, month_of(reference_stamp(*raw)),
                               unbilled_reason::stamp_only, std::nullopt});
    }
  }

  /// Visits that continue another one are billed with it.
  void merge_visits() {
    const auto rules_of = [this](const visit_record& record) -> const rule_set& { return judge_.rules_of(record); };
    for (const auto& [record, into] : merge_consecutive(records_, rules_of, out_.found)) {
      out_.unbilled.push_back({record.delivery_id, facts_.beneficiary, record.provider,
                               month_of(reference_start(record)), unbilled_reason::merged, money()});
    }
  }

  void cut_doubles() {
    for (auto& visit : visits_) {
      if (const auto unpaid = cut_double(visit); unpaid > exact_amount()) {
        out_.unbilled.push_back({visit.record->delivery_id, facts_.beneficiary, visit.record->provider,
                                 month_of(visit.start), unbilled_reason::double_visit, in_cents(unpaid)});
      }
    }
  }

  const rule_set& rules_on(const plan_line* line, std::string_view funder, local_date day) {
    rule_query query;
    query.date = day;
    query.departement = sole_departement(rules_.book());
    query.funder = funder;
    if (line) query.provider = line->from->provider.id();
    if (line) query.service = line->service;
    query.beneficiary = facts_.beneficiary;
    return rules_.at(query).rules;
  }

  // -- months

  local_month last_month() const {
    auto last = dates_.month;
    for (const auto& line : facts_.lines)
      last = std::max(last, line.month);
    return last;
  }

  /// The parts of every billable visit by month, in clock order.
  std::map<local_month, std::vector<visit_part>> parts_by_month() {
    std::map<local_month, std::vector<visit_part>> months;
    const auto last = last_month();
    for (auto& visit : visits_) {
      if (visit.reason != unbilled_reason::none) continue;
      const std::span<const segment> all{visit.priced.segments.begin(), visit.priced.segments.size()};
      const std::size_t doubled = visit.second_of ? visit.second_of->segments : 0;
      for (std::size_t from = 0; from < all.size();) {
        const auto month = month_of(all[from].date);
        auto to = from + 1;
        while (to < all.size() && to != doubled && same_part(visit, all[from].date, all[to].date))
          ++to;
        if (month <= last) {
          months[month].push_back(part_of(visit, all.subspan(from, to - from)));
          months[month].back().is_double = from < doubled;
        } else if (from == 0) {
          visit.reason = unbilled_reason::after_month;
        }
        from = to;
      }
    }
    return months;
  }

  /// A part of a visit; on another day than its first one, where visits are cut at every boundary, it has the line, the
  /// rules and the terms of its own day.
  visit_part part_of(judged_visit& visit, std::span<const segment> segments) {
    const local_date day = segments.front().date;
    const bool by_day = visit.rules->rules.calendar.attribution == attribution_rule::split_boundaries;
    if (!by_day || day == visit.start.date()) return {&visit, segments};
    judged_visit& own = later_days_.emplace_back(judge_.on_day(visit, day));
    if (own.reason != unbilled_reason::none) return {&own, segments};
    const std::span<const segment> all{own.priced.segments.begin(), own.priced.segments.size()};
    const auto is_of_day = [day](const segment& each) { return each.date == day; };
    const auto first = std::find_if(all.begin(), all.end(), is_of_day);
    const auto end = std::find_if_not(first, all.end(), is_of_day);
    return {&own, {first, end}};
  }

  /// Whether the minutes of two days of a visit draw on the same: in one month, and on one day where plans are counted
  /// by weeks or by versions.
  static bool same_part(const judged_visit& visit, local_date a, local_date b) {
    const auto& rules = visit.rules->rules.smoothing;
    const bool by_day = rules.period == pool_period::week || rules.prorata == plan_proration::by_day ||
                        visit.rules->rules.calendar.attribution == attribution_rule::split_boundaries;
    if (by_day) return a == b;
    return month_of(a) == month_of(b);
  }

  void fund_months() {
    const auto months = parts_by_month();
    if (months.empty()) return;
    open_pools(months);
    for (auto month = months.begin()->first; month <= last_month(); month = month + 1) {
      const auto at = months.find(month);
      if (at == months.end()) continue;
      for (const auto& part : at->second) {
        const bool can_be_billed = !is_later_day(part) || part.visit->reason == unbilled_reason::none;
        if (can_be_billed) fund(part, month);
        if (is_later_day(part) && part.visit->reason != unbilled_reason::none) report_part(part, month);
      }
    }
    out_.smoothing = pools_.rows();
  }

  void open_pools(const std::map<local_month, std::vector<visit_part>>& months) {
    pools_.make(months.begin()->first, last_month());
    for (const auto& [month, parts] : months) {
      for (const auto& part : parts) {
        if (part.visit->reason != unbilled_reason::none) continue;
        for (const auto& funder : part.visit->terms->funders) {
          if (funder.line) pools_.starts(funder.line, part.segments.front().date);
        }
      }
    }
    pools_.open();
  }

  // -- funding

  std::vector<funder_place> funders_of(const judged_visit& visit, local_date day) {
    const auto& calendar = visit.rules->rules.calendar;
    const auto date = visit.start.date();
    const bool holiday = is_public_holiday(date, calendar.zone, calendar.pentecost_monday);
    std::vector<funder_place> places;
    for (const auto& funder : visit.terms->funders) {
      if (!pays_on(funder.rules.days, date, holiday)) continue;
      auto* from = funder.line ? pools_.find(funder.line, day) : nullptr;
      places.push_back({&funder, from, from ? from->slot_of(day) : pool_slot{}});
    }
    return places;
  }

  /// What a funder's own rules leave of a visit; null when nothing does.
  static std::optional<exact_duration>* own_time(judged_visit& visit, const funder_terms& funder) {
    if (visit.own.empty()) return nullptr;
    return &visit.own[static_cast<std::size_t>(&funder - visit.terms->funders.data())];
  }

  void fund(const visit_part& part, local_month month) {
    const bool by_lots = part.visit->rules->rules.smoothing.tariff_month == tariff_month::grant;
    // Of the second visit of a double whose plan counts once no lot pays.
    const bool counted = !part.is_double || part.visit->rules->rules.double_visit.plan_factor == 2;
    if (by_lots && counted && !part.visit->cancelled) {
      fund_by_lots(part, month);
    } else {
      fund_part(part, month);
    }
  }

  /// Carried minutes at the tariff of the period they were granted for: the visit is cut where it passes from one lot
  /// to the next, and each part billed on the terms of its lot.
  void fund_by_lots(const visit_part& part, local_month month) {
    auto& visit = *part.visit;
    const auto day = part.segments.front().date;
    const funder_place* first = nullptr;
    const auto places = funders_of(visit, day);
    for (const auto& place : places) {
      if (!first && place.from && place.terms->source.nature == funding_nature::hourly) first = &place;
    }
    if (!first) return fund_part(part, month);
    exact_duration time;
    for (const auto& each : part.segments) {
      if (!each.extra_minutes || visit.terms->split.extra_minutes_in_plan) time += each.time;
    }
    if (const auto limit = pools_.under_sub_ceilings(visit.rules->rules.smoothing, visit.line->service, day))
      time = min(time, *limit);

    std::vector<segment> rest(part.segments.begin(), part.segments.end());
    for (const auto& draw : first->from->preview(first->slot, time)) {
      auto head = cut_off(rest, draw.amount);
      const visit_terms* terms = nullptr;
      if (draw.source == draw_source::lot) terms = terms_of_lot(visit, first->from->days_of_lot(draw.from));
      if (terms) {
        const auto price = judge_.payable_price(visit, terms->price);
        if (!price) {
          visit.reason = unbilled_reason::rule_conflict;
          return;
        }
        const bool paid_once = part.is_double && visit.rules->rules.double_visit.pay_factor == 1;
        for (auto& each : head)
          each.price = paid_once ? unit_price() : *price;
      }
      const auto* own = std::exchange(visit.terms, terms ? terms : visit.terms);
      fund_part({&visit, head, part.is_double}, month);
      visit.terms = own;
      if (visit.reason != unbilled_reason::none) return;
    }
    if (!rest.empty()) fund_part({&visit, rest, part.is_double}, month);
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
        const auto& rules = rules_on(line, line->payer, last);
        at->second = terms_of(*line, funding_lines(plan_, *line, local_time::at(last, 0)), rules.tariff, rules.funding,
                              rules.smoothing, rules.extra_minutes, local_month::of(last).first_day(), out_.found);
      }
      if (at->second.reason == unbilled_reason::none) return &at->second;
    }
    out_.found.add(bil_no_tariff_of_lot, visit.record->delivery_id, {to_string(local_month::of(days.first))});
    return nullptr;
  }

  void fund_part(const visit_part& part, local_month month) {
    auto& visit = *part.visit;
    if (visit.cancelled == cancelled_bill_to::beneficiary) {
      const auto split = bill_beneficiary(part.segments, beneficiary_reason::cancelled);
      if constexpr (is_watched) {
        if (watch_->wants(visit)) watch_->billed_alone(visit, judge_, month, part.segments, split);
      }
      add_lines(visit, split, {}, month);
      return;
    }
    const auto day = part.segments.front().date;
    const auto& smoothing = visit.rules->rules.smoothing;
    const auto places = funders_of(visit, day);
    std::vector<funding_source> sources;
    std::vector<funder_state> states;
    auto rules = visit.terms->split;
    rules.limit = pools_.under_sub_ceilings(smoothing, visit.line->service, day);
    for (const auto& place : places) {
      if (place.from && place.from->is_broken(place.slot)) {
        visit.reason = unbilled_reason::rule_conflict;
        return;
      }
      auto state = volumes_.of(*place.terms, day);
      if (const auto* own = own_time(visit, *place.terms)) state.own = *own;
      if (place.from) place.from->limit(place.slot, state);
      sources.push_back(place.terms->source);
      states.push_back(state);
    }
    const bool counted = !part.is_double || visit.rules->rules.double_visit.plan_factor == 2;
    if (!counted) {
      limit_to_first(*visit.second_of, sources, places, states);
      rules.limit.reset();
    }
    const auto split = split_of(part, month, places, sources, states, rules);
    if (split.reason != unbilled_reason::none) {
      visit.reason = split.reason;
      return;
    }
    charge(part, places, split, counted);
    add_lines(visit, split, places, month);
  }

  visit_split split_of(const visit_part& part, [[maybe_unused]] local_month month,
                       [[maybe_unused]] const std::vector<funder_place>& places,
                       const std::vector<funding_source>& sources, const std::vector<funder_state>& states,
                       const split_rules& rules) {
    if constexpr (is_watched) {
      if (watch_->wants(*part.visit))
        return watch_->split(*part.visit, judge_, month, part.segments, places, sources, states, rules);
    }
    return split_visit(part.segments, sources, states, rules);
  }

  /// A plan that counts the slot of a double once pays of the second visit what it paid of the first.
  static void limit_to_first(const double_part& part, const std::vector<funding_source>& sources,
                             const std::vector<funder_place>& places, std::vector<funder_state>& states) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (sources[i].nature != funding_nature::hourly) continue;
      exact_duration before, share;
      for (const auto& [payer, time] : part.first->charged) {
        if (payer == places[i].terms->payer) share += share_of_double(before, time, part.offset, part.time);
        before += time;
      }
      states[i].pool = share;
      states[i].pool_euros.reset();
      states[i].volume.reset();
      states[i].closed = false;
    }
  }

  /// Takes off pools and volumes what was charged; of the second visit of a double that does not count, euros only.
  void charge(const visit_part& part, const std::vector<funder_place>& places, const visit_split& split, bool counted) {
    auto& visit = *part.visit;
    const auto day = part.segments.front().date;
    exact_duration in_plan;
    const funder_place* first = nullptr;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto& taken = split.charges[i];
      funder_charge off = taken;
      if (!counted) off.plan_time = {};
      volumes_.charge(*places[i].terms, day, off);
      if (auto* own = own_time(visit, *places[i].terms); own && *own) *own = max(**own - taken.time, exact_duration{});
      if (places[i].terms->source.nature != funding_nature::hourly) continue;
      if (visit.rules->rules.double_visit.allowed) visit.charged.emplace_back(places[i].terms->payer, taken.plan_time);
      if (!counted) continue;
      in_plan += taken.plan_time;
      if (!places[i].from) continue;
      places[i].from->charge(places[i].slot, taken);
      if (!first) first = &places[i];
    }
    if (!counted || places.empty()) return;
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
    pools_.use_sub_ceilings(visit.rules->rules.smoothing, visit.line->service, day, in_plan + uncovered);
    if (first) first->from->refuse(first->slot, uncovered, worth);
  }

  void add_lines(judged_visit& visit, const visit_split& split, const std::vector<funder_place>& places,
                 local_month month) {
    if (split.reason != unbilled_reason::none) {
      visit.reason = split.reason;
      return;
    }
    const added_pieces added = lines_.add(visit, split, places, month);
    if (added.rejected > exact_amount{}) {
      out_.unbilled.push_back({visit.record->delivery_id, facts_.beneficiary, visit.record->provider, month,
                               unbilled_reason::over_plan, in_cents(added.rejected)});
    }
    if (added.on_an_invoice) rate(visit, month);  // what only the beneficiary pays is on no invoice to a funder
  }

  // -- what is reported

  /// Counts a billed visit once, whatever the parts it was billed in.
  void rate(judged_visit& visit, local_month month) {
    if (std::exchange(visit.is_rated, true) || visit.cancelled || !is_timed(visit.kind)) return;
    const auto& rules = visit.rules->rules.correction;
    auto& count = out_.rates[{visit.record->provider, month}];
    count.unit = rules.unit;
    if (const auto& quota = visit.rules->rules.declarative.quota) count.quota = quota;
    if (visit.undocumented) ++count.undocumented;
    correction_tally counts;
    count_visit(counts, rated_of(visit, facts_.beneficiary, month), rules, rated_population::invoiced);
    count.tally += counts;
    if (!rules_.has_penalties()) return;
    out_.counted.push_back({visit.record->delivery_id, visit.record->provider, visit.record->caregiver, month,
                            visit.start, visit.klass, counts, visit.undocumented || visit.reason_not_allowed});
  }

  static local_month month_of(local_date date) { return local_month::of(date); }
  static local_month month_of(local_time time) { return local_month::of(time.date()); }

  bool is_later_day(const visit_part& part) const {
    return std::any_of(later_days_.begin(), later_days_.end(),
                       [&](const judged_visit& each) { return &each == part.visit; });
  }

  /// A later day of a visit that cannot be billed, with its price on the terms of the first day.
  void report_part(const visit_part& part, local_month month) {
    const auto& visit = *part.visit;
    exact_amount price;
    for (const auto& each : part.segments)
      price += price_of(each);
    out_.unbilled.push_back(
        {visit.record->delivery_id, facts_.beneficiary, visit.record->provider, month, visit.reason, in_cents(price)});
  }

  void report(const judged_visit& visit) {
    if (visit.reason == unbilled_reason::none) return;
    out_.unbilled.push_back({visit.record->delivery_id, facts_.beneficiary, visit.record->provider,
                             month_of(visit.start), visit.reason, at_stake(visit)});
  }

  void report_distances() {
    const auto count = std::count_if(visits_.begin(), visits_.end(), [](const auto& v) { return v.distance_unknown; });
    if (count != 0) out_.found.add(bil_distance_unknown, {}, {std::to_string(count), facts_.beneficiary});
  }

  void finish() {
    report_distances();
    out_.lines = lines_.take();
    for (const auto& line : out_.lines)
      out_.rule_sets.insert(out_.rule_sets.end(), line.rule_sets.begin(), line.rule_sets.end());
    const auto absences = days_of(facts_.absences);
    const auto rules_on = [this](const plan_line* line, std::string_view funder, local_date day) -> const rule_set& {
      return this->rules_on(line, funder, day);
    };
    out_.fixed = lines_.fixed().amounts(plan_, absences, rules_on);
    if (rules_.has_advances()) out_.forecasts = forecasts_of(plan_, absences, dates_.month + 1, rules_on);
    std::sort(out_.rule_sets.begin(), out_.rule_sets.end());
    out_.rule_sets.erase(std::unique(out_.rule_sets.begin(), out_.rule_sets.end()), out_.rule_sets.end());
  }

  const beneficiary_ledger& facts_;
  const billing_dates& dates_;
  rule_lookup& rules_;
  beneficiary_outcome out_;
  std::vector<visit_record> records_;  ///< with raw stamps added
  plan_lines plan_;
  visit_judge judge_;
  std::vector<judged_visit> visits_;
  std::deque<judged_visit> later_days_;  ///< parts of visits on other days than their first; addresses stay
  pool_book pools_;
  std::map<std::pair<const plan_line*, local_date>, visit_terms> lot_terms_;  ///< `tariff_month` grant
  funder_volumes volumes_;
  line_book lines_;
  [[no_unique_address]] Watch watch_;
};

}  // namespace detail

/// Bills one beneficiary. `rules` may be shared by the beneficiaries of one thread.
inline beneficiary_outcome bill_beneficiary(const beneficiary_ledger& facts, const caregiver_conflicts& conflicts,
                                            const billing_dates& dates, rule_lookup& rules) {
  return detail::beneficiary_run<>(facts, conflicts, dates, rules).run();
}

}  // namespace esppadom
