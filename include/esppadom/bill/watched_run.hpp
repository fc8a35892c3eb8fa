// How one beneficiary is billed, watched for an explanation or not.
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
#include "esppadom/bill/line_book.hpp"
#include "esppadom/bill/measured_together.hpp"
#include "esppadom/bill/merged_visits.hpp"
#include "esppadom/bill/rated.hpp"
#include "esppadom/bill/raw_stamps.hpp"
#include "esppadom/bill/together.hpp"
#include "esppadom/bill/unbilled_price.hpp"
#include "esppadom/bill/visit_funding.hpp"
#include "esppadom/bill/visit_judge.hpp"
#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/line.hpp"
#include "esppadom/billing/segment_list.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

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
        plan_(facts.orders, dates.as_of, out_.found),
        judge_(facts.beneficiary, plan_, conflicts, rules, out_.found),
        funding_(facts, rules, plan_, judge_, out_.found, watch),
        lines_(facts.beneficiary, rules.book(), out_.found),
        watch_(watch) {
    out_.beneficiary = facts.beneficiary;
  }

  beneficiary_outcome run() {
    const auto judged = records();
    visits_.reserve(judged.size());
    for (const auto& record : judged)
      visits_.push_back(judge_.judge(record));
    std::sort(visits_.begin(), visits_.end(), in_clock_order);
    hold_late(visits_, facts_, dates_);
    hold_same_visit(visits_, out_.found);
    hold_conflicts(visits_, out_.found);
    cap_days(visits_, judge_);
    find_doubles(visits_);
    cap_extra_minutes(visits_, judge_, out_.found);
    if constexpr (is_watched) watch_->before_totals(visits_);
    round_totals(visits_, judge_);
    const auto unpaid = cut_doubles();
    fund_months();
    list_doubles(unpaid);
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

  /// The visits with their raw stamps, those that continue another one put together; the facts' own where nothing
  /// changes.
  std::span<const visit_record> records() {
    if (facts_.raw_stamps.empty() && !rules_.has_merging()) return facts_.visits;
    changed_ = facts_.visits;
    const auto rules_of = [this](const visit_record& record) -> const rule_set& { return judge_.rules_of(record); };
    for (const auto* raw : add_raw_stamps(changed_, facts_.raw_stamps, rules_of, out_.found)) {
      out_.unbilled.push_back({raw->delivery_id, facts_.beneficiary, raw->provider, month_of(reference_stamp(*raw)),
                               unbilled_reason::stamp_only, std::nullopt});
    }
    for (const auto& [record, into] : merge_consecutive(changed_, rules_of, out_.found)) {
      out_.unbilled.push_back({record.delivery_id, facts_.beneficiary, record.provider,
                               month_of(reference_start(record)), unbilled_reason::merged, money()});
    }
    return changed_;
  }

  using unpaid_doubles = std::vector<std::pair<const judged_visit*, exact_amount>>;

  unpaid_doubles cut_doubles() {
    unpaid_doubles out;
    for (auto& visit : visits_) {
      if (!visit.second_of) continue;
      const auto unpaid = cut_double(visit, visit.rules->rules.double_visit);
      if (unpaid > exact_amount()) out.emplace_back(&visit, unpaid);
    }
    return out;
  }
  /// The time of doubles that is not paid; a visit that is not billed at all is listed once, with its own reason.
  void list_doubles(const unpaid_doubles& unpaid) {
    for (const auto& [visit, amount] : unpaid) {
      if (visit->reason != unbilled_reason::none) continue;
      out_.unbilled.push_back({visit->record->delivery_id, facts_.beneficiary, visit->record->provider,
                               month_of(visit->start), unbilled_reason::double_visit, in_cents(amount)});
    }
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
      const auto all = segments_of(visit);
      for (std::size_t from = 0; from < all.size();) {
        const auto month = month_of(all[from].date);
        const auto to = end_of_part(visit, from);
        if (month <= last) {
          months[month].push_back(part_of(visit, from, to));
        } else if (from == 0) {
          visit.reason = unbilled_reason::after_month;
        }
        from = to;
      }
    }
    return months;
  }

  /// A part of a visit; on another day than its first one, where visits are cut at every boundary, it has the line, the
  /// rules and the terms of its own day. Of a double whose slot the plan counts once the time that both share and the
  /// time alone are parts of their own.
  visit_part part_of(judged_visit& visit, std::size_t from, std::size_t to) {
    const local_date day = segments_of(visit)[from].date;
    const bool by_day = visit.rules->rules.calendar.attribution == attribution_rule::split_boundaries;
    if (!by_day || day == visit.start.date()) return part_at(visit, visit, from, to);
    judged_visit& own = later_days_.emplace_back(judge_.on_day(visit, day));
    const visit_part unbilled{&visit, &own, segments_of(visit).subspan(from, to - from), {}};
    if (own.reason != unbilled_reason::none) return unbilled;
    cut_double(own, visit.rules->rules.double_visit);
    const auto all = segments_of(own);
    const bool is_apart = from < segments_apart(visit);
    std::size_t first = is_apart ? 0 : segments_apart(own);
    while (first < all.size() && all[first].date != day)
      ++first;
    if (first < all.size() && (first < segments_apart(own)) == is_apart)
      return part_at(visit, own, first, end_of_part(own, first));
    own.reason = unbilled_reason::rule_conflict;  // its own rules leave nothing of it: listed, not lost
    return unbilled;
  }

  static std::span<const segment> segments_of(const judged_visit& visit) {
    return {visit.priced.segments.begin(), visit.priced.segments.size()};
  }
  static std::size_t doubled_segments(const judged_visit& visit) {
    return visit.second_of ? visit.second_of->segments : 0;
  }
  /// Of these, those that the plan counts with the first visit.
  static std::size_t segments_apart(const judged_visit& visit) {
    return visit.rules->rules.double_visit.plan_factor == 1 ? doubled_segments(visit) : 0;
  }

  /// The segments of a visit from one on that are funded together: of one month or day, on one side of the time that
  /// the plan counts with another visit.
  static std::size_t end_of_part(const judged_visit& visit, std::size_t from) {
    const auto all = segments_of(visit);
    auto to = from + 1;
    while (to < all.size() && to != segments_apart(visit) && same_part(visit, all[from].date, all[to].date))
      ++to;
    return to;
  }

  static visit_part part_at(judged_visit& whole, judged_visit& visit, std::size_t from, std::size_t to) {
    const auto all = segments_of(visit);
    visit_part part{&whole, &visit, all.subspan(from, to - from), time_of(all.first(from))};
    part.is_double = from < doubled_segments(visit);
    part.counts = from >= segments_apart(visit);
    if (!part.counts && to < all.size() && to == segments_apart(visit) &&
        same_part(visit, all[from].date, all[to].date))
      part.after = all.subspan(to, end_of_part(visit, to) - to);
    return part;
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
    if (!months.empty()) funding_.open(months, dates_.month, last_month());
    for (const auto& each : funding_.in_order(months)) {
      const local_month month = each.first;  // lambdas of Clang before 16 cannot see a structured binding
      const visit_part& part = each.second;
      const bool can_be_billed = part.visit->reason == unbilled_reason::none;
      if (can_be_billed) {
        funding_.fund(part, month, [&](judged_visit& visit, const visit_split& split, const auto& places) {
          if (add_lines(visit, split, places, month, part.is_double)) rate(*part.whole, month);
        });
      }
      if (part.is_later_day() && part.visit->reason != unbilled_reason::none) report_part(part, month);
    }
    out_.closed = funding_.closed();
    if (!months.empty()) out_.smoothing = funding_.rows();
  }

  /// Whether some of it is on an invoice to a funder: what only the beneficiary pays is on none.
  bool add_lines(judged_visit& visit, const visit_split& split, const std::vector<funder_place>& places,
                 local_month month, bool is_double) {
    if (split.reason != unbilled_reason::none) {
      visit.reason = split.reason;
      return false;
    }
    const added_pieces added = lines_.add(visit, split, places, month);
    const bool is_listed = is_double && added.rejected == exact_amount();  // as a double
    if (added.is_rejected && !is_listed) {
      out_.unbilled.push_back({visit.record->delivery_id, facts_.beneficiary, visit.record->provider, month,
                               unbilled_reason::over_plan, in_cents(added.rejected)});
    }
    return added.on_an_invoice;
  }

  // -- what is reported

  /// Counts a billed visit once, whatever the parts it was billed in, in the month of the first on an invoice.
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
      return detail::rules_on(rules_, facts_.beneficiary, line, funder, day);
    };
    out_.fixed = lines_.fixed().amounts(plan_, absences, rules_on, is_watched ? &out_.fixed_from : nullptr);
    if (rules_.has_advances()) {
      out_.forecasts =
          forecasts_of(plan_, absences, dates_.month + 1, rules_on, is_watched ? &out_.forecast_from : nullptr);
    }
    std::sort(out_.rule_sets.begin(), out_.rule_sets.end());
    out_.rule_sets.erase(std::unique(out_.rule_sets.begin(), out_.rule_sets.end()), out_.rule_sets.end());
  }

  const beneficiary_ledger& facts_;
  const billing_dates& dates_;
  rule_lookup& rules_;
  beneficiary_outcome out_;
  std::vector<visit_record> changed_;  ///< `records`, where they are not the facts' own
  plan_lines plan_;
  visit_judge judge_;
  std::vector<judged_visit> visits_;
  std::deque<judged_visit> later_days_;  ///< parts of visits on other days than their first; addresses stay
  visit_funding<Watch> funding_;
  line_book lines_;
  [[no_unique_address]] Watch watch_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
