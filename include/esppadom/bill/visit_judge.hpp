// One visit judged on its own: which order line, which rules, how long, at what price. No other visit matters here.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/judged_visit.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/billing/correction_class.hpp"
#include "esppadom/billing/duration.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/special.hpp"
#include "esppadom/billing/stamp_checks.hpp"
#include "esppadom/billing/stamp_findings.hpp"
#include "esppadom/billing/terms.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Judges the visits of one beneficiary under a rule book; keeps what several visits share.
class visit_judge {
 public:
  visit_judge(std::string_view beneficiary, const plan_lines& plan, const caregiver_conflicts& conflicts,
              rule_lookup& rules, findings& found)
      : beneficiary_(beneficiary), plan_(plan), conflicts_(conflicts), rules_(rules), found_(found) {}

  judged_visit judge(const visit_record& record) {
    judged_visit visit;
    visit.record = &record;
    visit.start = reference_start(record);
    find_line(visit);
    find_rules(visit);
    check_unit(visit);
    classify(visit);
    if (record.is_planned) visit.reason = unbilled_reason::planned_only;
    if (visit.klass == visit_class::deleted) visit.reason = unbilled_reason::deleted;
    if (!visit.has_class) note(visit, unbilled_reason::unknown_code);
    if (visit.line) visit.terms = terms(visit);
    if (record.cancelled) {
      visit.cancelled = cancelled_to(visit.rules->rules.funding.cancelled, *record.cancelled, visit.start);
      if (*visit.cancelled == cancelled_bill_to::none) note(visit, unbilled_reason::cancelled);
    }
    note(visit, conflict_of(visit));
    measure(visit);  // also when it is not billed: what is at stake is worth knowing
    // Stamps and duration come before the price (section 2, order of the chain).
    if (visit.terms) note(visit, reason_under(visit, *visit.terms));
    price(visit);
    return visit;
  }

  /// The part of a visit that lies on a later day, on the line, rules and terms of that day (attribution
  /// `split_boundaries`); only its segments of that day count.
  judged_visit on_day(const judged_visit& whole, local_date day) {
    judged_visit visit = whole;
    visit.start = local_time::at(day, 0);
    visit.terms = nullptr;
    find_line(visit);
    if (!visit.line) return visit;
    find_rules(visit);
    visit.terms = terms(visit);
    note(visit, reason_under(visit, *visit.terms));
    price(visit, attribution_rule::split_boundaries);
    return visit;
  }

  /// Measures and prices a visit again, now that what is left of the day's plan is known.
  void measure_within(judged_visit& visit, duration day_rest) {
    auto times = times_of(*visit.record, visit.rules->rules.stamps);
    times.day_rest = visit.day_rest = day_rest;
    const auto& rules = visit.rules->rules;
    const auto basis = basis_of(visit.kind, rules.duration, rules.incompatible);
    visit.time = billable_duration(times, rules.stamps, rules.duration, rules.calendar, basis, visit.extra);
    visit.reason = visit.time.reason;
    if (visit.kind == visit_kind::ordinary && rules.stamps.retained_gap)
      visit.klass = class_of(visit.by_code, evidence_of(*visit.record, rules, day_rest), rules);
    price(visit);
  }

  /// The rules of a visit that is not judged yet.
  const rule_set& rules_of(const visit_record& record) {
    judged_visit visit;
    visit.record = &record;
    visit.start = reference_start(record);
    visit.line = join(plan_, record, visit.start).line;
    find_rules(visit);
    return visit.rules->rules;
  }

  /// The rules that give a visit its duration: those of the funder that pays first.
  const resolved_rules& leading_rules(const judged_visit& visit) {
    if (!visit.terms || visit.terms->funders.empty()) return *visit.rules;
    const auto& first = visit.terms->funders.front().payer;
    return first == visit.line->payer ? *visit.rules : rules_of(visit, first);
  }

  /// A stamp taken by a means that the rule set does not admit is none.
  static visit_times times_of(const visit_record& record, const stamp_rules& rules) {
    visit_times times{record.arrival, record.departure, record.retained, planned_time(record)};
    if (!is_method_allowed(record.arrival_methods, rules)) times.arrival.reset();
    if (!is_method_allowed(record.departure_methods, rules)) times.departure.reset();
    return times;
  }

  /// The shares of its price that a visit is paid: of declared visits, and of the reason for which it did not take
  /// place as foreseen.
  struct price_shares {
    std::optional<percentage> declared, reason;
  };
  static price_shares shares_of_price(const judged_visit& visit) {
    const auto& rules = visit.rules->rules;
    price_shares out;
    if (visit.kind == visit_kind::declarative || visit.kind == visit_kind::monthly)
      out.declared = rules.declarative.price_share;
    if (visit.record->payable_reason) out.reason = payable_share(*visit.record->payable_reason, rules.payable_share);
    return out;
  }

  /// What is paid of a price for this visit. Error: when six decimals cannot hold it.
  static result<unit_price> payable_price(const judged_visit& visit, unit_price price) {
    const auto [declared, reason] = shares_of_price(visit);
    if (!declared && !reason) return price;
    constexpr auto all = percentage::from_percent(100);
    return reduced_price(price, declared.value_or(all), reason.value_or(all));
  }

  /// Prices a visit, again after its time was changed by a rule on the total of a day or month.
  void price(judged_visit& visit) const { price(visit, visit.rules->rules.calendar.attribution); }

 private:
  void price(judged_visit& visit, attribution_rule attribution) const {
    if (!visit.terms || visit.terms->reason != unbilled_reason::none) return;
    const auto& rules = visit.rules->rules;
    visit.price = visit.terms->price;
    if (payable_price(visit, visit.terms->price).get(visit.price) != error_code::success) {
      note(visit, unbilled_reason::rule_conflict);
      return;
    }
    if (!is_timed(visit.kind)) {
      visit.priced = price_of_total(visit);
      note(visit, visit.priced.reason);
      return;
    }
    calendar_rules calendar = rules.calendar;
    calendar.attribution = attribution;
    visit.priced = price_visit(visit.time, visit.price, visit.terms->surcharges, calendar);
    note(visit, visit.priced.reason);
  }

  /// The first reason stands.
  static void note(judged_visit& visit, unbilled_reason reason) {
    if (visit.reason == unbilled_reason::none) visit.reason = reason;
  }

  /// A total has no day and no hour: no surcharge, one segment on the first of its month.
  static priced_visit price_of_total(const judged_visit& visit) {
    priced_visit out;
    out.reason = visit.time.reason;
    if (out.reason != unbilled_reason::none) return out;
    segment whole;
    whole.time = visit.time.total;
    whole.price = visit.price;
    whole.date = visit.start.date();
    out.segments.push_back(whole);
    out.price = price_of(whole);
    if (!out.price.is_valid()) out.reason = unbilled_reason::arithmetic;
    return out;
  }

  unbilled_reason conflict_of(const judged_visit& visit) {
    const auto at = conflicts_.find(place_of(*visit.record));
    if (at == conflicts_.end()) return unbilled_reason::none;
    const conflict_rules& rules = visit.rules->rules.stamps.conflict;
    if (rules.travel && !at->second.previous.empty() && at->second.gap < *rules.travel) {
      found_.add(bil_travel_too_short, visit.record->delivery_id,
                 {at->second.previous, std::to_string(at->second.gap.seconds / 60),
                  std::to_string(rules.travel->seconds / 60)});
    }
    const auto policy = rules.same_worker;
    if (at->second.overlapping.empty() || policy == worker_conflict_policy::allow) return unbilled_reason::none;
    found_.add(bil_caregiver_conflict, visit.record->delivery_id, {at->second.overlapping});
    return policy == worker_conflict_policy::reject ? unbilled_reason::caregiver_conflict : unbilled_reason::none;
  }

  void find_line(judged_visit& visit) {
    const auto& record = *visit.record;
    const auto joined = join(plan_, record, visit.start);
    visit.line = joined.line;
    visit.reason = joined.reason;
    if (joined.reason == unbilled_reason::no_order_line) {
      found_.add(bil_no_order_line, record.delivery_id, {to_string(visit.start.date())});
    } else if (joined.reason == unbilled_reason::several_order_lines) {
      found_.add(bil_several_order_lines, record.delivery_id,
                 {std::to_string(joined.candidates), to_string(visit.start.date())});
    } else if (joined.by_service) {
      found_.add(bil_joined_by_service, record.delivery_id, {record.order_line_id});
    }
  }

  /// Units that are no time need a tariff by the unit and a plan in the same unit, time needs the others.
  void check_unit(judged_visit& visit) {
    const auto& unit = visit.record->unit_code;
    const bool by_unit = visit.rules->rules.tariff.unit == price_unit::each;
    visit.counts_units = by_unit && !is_time_unit(unit);
    bool fits = by_unit != is_time_unit(unit);
    if (visit.line && visit.line->line->requested_quantity) {
      const auto& ordered = visit.line->line->requested_quantity->unit_code;
      fits = fits && (is_time_unit(unit) ? is_time_unit(ordered) : ordered == unit);
    }
    if (fits) return;
    visit.reason = unbilled_reason::unit_not_supported;
    found_.add(bil_unit_mismatch, visit.record->delivery_id,
               {unit, std::string(name_of(visit.rules->rules.tariff.unit))});
  }

  rule_query query_of(const judged_visit& visit) const {
    rule_query query;
    query.date = visit.start.date();
    query.departement = sole_departement(rules_.book());
    query.funder = visit.line ? visit.line->payer : std::string_view{};
    query.provider = visit.record->provider;
    query.service = visit.line ? visit.line->service : std::string_view{visit.record->service};
    query.beneficiary = beneficiary_;
    return query;
  }

  const resolved_rules& rules_of(const judged_visit& visit, std::string_view funder) {
    rule_query query = query_of(visit);
    query.funder = funder;
    return rules_.at(query);
  }

  void find_rules(judged_visit& visit) {
    rule_query query = query_of(visit);
    visit.rules = &rules_.at(query);
    // The code map is resolved on the issue date of the message, not on the visit's (the producer's habits changed).
    query.date = visit.record->issued_at.date();
    code_rules_ = &rules_.at(query);
  }

  void classify(judged_visit& visit) {
    const auto& record = *visit.record;
    const auto& rules = visit.rules->rules;
    const auto known =
        class_from_code(record.correction_code, record.provider, record.issued_at.date(), code_rules_->rules.stamps);
    // The code that extra minutes carry is named by the rule set, with a class or without.
    visit.has_class = known || (!record.correction_code.empty() && record.correction_code == rules.extra_minutes.code);
    if (!visit.has_class) found_.add(bil_unknown_code, record.delivery_id, {record.correction_code});
    const auto by_code = visit.by_code = known.value_or(visit_class::data_changed);
    visit.kind =
        kind_of(by_code, times_of(record, rules.stamps), record.incompatible, rules.incompatible, rules.declarative);
    if (visit.counts_units) visit.kind = visit_kind::quantity;
    if (record.incompatible && !rules.incompatible.status && rules.incompatible.decision_ref) {
      found_.add(bil_incompatible_contradiction, record.delivery_id);
    }
    const bool is_declared = visit.kind == visit_kind::declarative || visit.kind == visit_kind::monthly;
    visit.klass = is_declared ? visit_class::declarative : by_code;
    report_incompatible_reason(visit);
    if (by_code == visit_class::deleted) visit.klass = by_code;
    if (record.is_planned || visit.klass == visit_class::deleted) return;
    // Where the rates count the visits of incompatible beneficiaries, they are classified as all others.
    const bool is_rated =
        rules.incompatible.in_rates || !is_excluded(rules.correction, correction_exclusion::incompatible);
    if (visit.kind == visit_kind::incompatible && is_rated)
      visit.klass = class_of(by_code, evidence_of(record, rules), rules);
    if (visit.kind != visit_kind::ordinary) return;

    const auto seen = evidence_of(record, rules);
    const auto by_evidence = class_from_evidence(seen, rules.stamps, rules.calendar);
    if (!agree(by_code, by_evidence)) {
      found_.add(bil_code_evidence, record.delivery_id,
                 with_words(with_words({}, words_of(by_code)), words_of(by_evidence)));
    }
    const auto gaps = gaps_of(by_code, record.correction ? record.correction->reason : std::nullopt,
                              record.correction ? record.correction->author : std::nullopt, rules.stamps);
    visit.undocumented = gaps.reason_missing || gaps.author_missing;
    visit.reason_not_allowed = gaps.reason_not_allowed;
    if (gaps.reason_not_allowed) {
      found_.add(bil_reason_not_allowed, record.delivery_id, code_and_words(by_code));
    }
    visit.klass = class_of(by_code, seen, rules);
  }

  /// The class that `correction.classify_by` wants.
  static visit_class class_of(visit_class by_code, const visit_evidence& seen, const rule_set& rules) {
    const auto source = rules.correction.classify_by;
    if (source == correction_source::code) return by_code;
    const auto by_evidence = class_from_evidence(seen, rules.stamps, rules.calendar);
    return source == correction_source::evidence ? by_evidence : worst(by_code, by_evidence);
  }

  void report_incompatible_reason(const judged_visit& visit) {
    const auto& accepted = visit.rules->rules.incompatible.reasons;
    if (visit.kind != visit_kind::incompatible || accepted.empty()) return;
    const auto& reason = visit.record->incompatible_reason;
    if (reason && std::find(accepted.begin(), accepted.end(), *reason) != accepted.end()) return;
    found_.add(bil_incompatible_reason, visit.record->delivery_id, {reason.value_or(std::string())});
  }

  /// Means, reason and place of the stamps.
  unbilled_reason stamp_problem(judged_visit& visit) {
    const auto& record = *visit.record;
    const auto& rules = visit.rules->rules.stamps;
    if (visit.kind != visit_kind::ordinary) return unbilled_reason::none;
    const std::optional<std::string> reason = record.correction ? record.correction->reason : std::nullopt;
    for (const auto* methods : {&record.arrival_methods, &record.departure_methods}) {
      if (!is_method_allowed(*methods, rules)) {
        found_.add(bil_method_not_allowed, record.delivery_id, {std::string(method_name(methods->front()))});
      } else if (lacks_manual_reason(*methods, reason, rules)) {
        found_.add(bil_manual_reason, record.delivery_id, {reason.value_or(std::string())});
      }
    }
    const visit_times admitted = times_of(record, rules);  // a stamp that is none was taken nowhere
    if (!rules.distance_m || (!admitted.arrival && !admitted.departure)) return unbilled_reason::none;
    if (!record.distance_m) visit.distance_unknown = true;
    if (!is_too_far(record.distance_m, rules)) return unbilled_reason::none;
    found_.add(bil_outside_distance, record.delivery_id,
               {std::to_string(*record.distance_m), std::to_string(*rules.distance_m)});
    return rules.outside_distance == distance_policy::reject ? unbilled_reason::outside_tolerance
                                                             : unbilled_reason::none;
  }

  /// `day_rest`: what is left of the day's plan, where that is the cap.
  static visit_evidence evidence_of(const visit_record& record, const rule_set& rules,
                                    std::optional<duration> day_rest = {}) {
    visit_evidence seen;
    visit_times times = times_of(record, rules.stamps);
    times.day_rest = day_rest;
    seen.arrival_stamped = times.arrival.has_value();
    seen.departure_stamped = times.departure.has_value();
    seen.arrival_methods = record.arrival_methods;
    seen.departure_methods = record.departure_methods;
    seen.retained = record.retained;
    if (rules.stamps.retained_gap && times.arrival && times.departure) {
      const auto computed = billable_duration(times, rules.stamps, rules.duration, rules.calendar,
                                              time_basis{duration_source::stamped, true}, duration{});
      if (computed.reason == unbilled_reason::none) seen.computed = computed.retained.period;
    }
    return seen;
  }

  void measure(judged_visit& visit) {
    const auto& record = *visit.record;
    const auto& rules = visit.rules->rules;
    if (!is_timed(visit.kind)) {
      visit.time = time_of_total(record, visit.counts_units);
      note_problems(visit);
      return;
    }
    if (const auto& added = record.extra_minutes) {
      auto accepted = accept_extra_minutes(added->minutes, added->reason, added->author, rules.extra_minutes);
      if (accepted.extra > duration() && record.correction_code != rules.extra_minutes.code)
        accepted = {duration(), unbilled_reason::extra_minutes_without_code};
      visit.extra = accepted.extra;
      if (accepted.reason != unbilled_reason::none) {
        found_.add(bil_extra_minutes, record.delivery_id,
                   with_words({std::to_string(added->minutes)}, words_of(accepted.reason)));
      }
    }
    const auto& leading = leading_rules(visit).rules;
    visit.time = time_under(visit, leading);
    if (rules.funding.duration_from == duration_from::each) measure_for_each(visit, leading);
    if (visit.reason == unbilled_reason::none && visit.time.reason == unbilled_reason::planned_time_missing) {
      found_.add(bil_planned_missing, record.delivery_id);
    }
    note_problems(visit);
    report_stamps(visit);
    report_ambiguous(record, rules.calendar);
  }

  /// Why a visit is not billed, in the order of the reference: the planned time that a rule needs (section 2a, step 6),
  /// the place of the stamps (7), missing sides and times (8), then what special visits need (2g); that nothing is left
  /// of the time comes last.
  void note_problems(judged_visit& visit) {
    const unbilled_reason of_time = visit.time.reason;
    const bool needs_planned =
        of_time == unbilled_reason::planned_time_missing || of_time == unbilled_reason::no_planned_visit;
    if (needs_planned) note(visit, of_time);
    note(visit, stamp_problem(visit));
    if (of_time != unbilled_reason::zero_duration) note(visit, of_time);
    const auto& rules = visit.rules->rules;
    note(visit, permission_of(visit.kind, visit.record->decision_ref, rules.incompatible, rules.declarative));
    check_proof(visit);
    check_payable(visit);
    note(visit, of_time);
  }

  static billable_time time_under(const judged_visit& visit, const rule_set& rules) {
    const auto basis = basis_of(visit.kind, rules.duration, rules.incompatible);
    return billable_duration(times_of(*visit.record, rules.stamps), rules.stamps, rules.duration, rules.calendar, basis,
                             visit.extra);
  }

  /// What each funder's own rules give the visit, where they are others than those that measure it.
  void measure_for_each(judged_visit& visit, const rule_set& leading) {
    if (!visit.terms) return;
    for (const auto& funder : visit.terms->funders) {
      auto& own = visit.own.emplace_back();
      const auto& theirs = rules_of(visit, funder.payer).rules;
      if (&theirs == &leading) continue;
      if (theirs.duration.rounding.scope != rounding_scope::intervention) {
        found_.add(bil_own_duration_of_totals, visit.record->delivery_id, {funder.payer});
        note(visit, unbilled_reason::rule_conflict);
        return;
      }
      const auto time = time_under(visit, theirs);
      note(visit, time.reason);
      own = time.total;
    }
  }

  /// The quantity of a monthly total, or of units, is the truth: nothing is computed from a period.
  static billable_time time_of_total(const visit_record& record, bool counts_units) {
    billable_time time;
    time.base = time.total =
        counts_units ? counted_units(record.billed_quantity) : declared_time(record.billed_quantity, record.unit_code);
    time.billed = time.total.round_seconds(rounding_mode::half_up).value_or(duration::invalid());
    if (record.retained) time.retained = {*record.retained, time.billed};
    if (!time.total.is_valid() || !time.billed.is_valid() || time.total < exact_duration()) {
      time.reason = unbilled_reason::arithmetic;
    } else if (time.total == exact_duration()) {
      time.reason = unbilled_reason::zero_duration;
    }
    return time;
  }

  void check_proof(judged_visit& visit) {
    const auto& record = *visit.record;
    const bool is_declared = visit.kind == visit_kind::declarative || visit.kind == visit_kind::monthly;
    if (!is_declared || !visit.rules->rules.declarative.proof_required) return;
    if (record.proof && !record.proof->empty()) return;
    if (visit.reason == unbilled_reason::none) found_.add(bil_proof_missing, record.delivery_id);
    note(visit, unbilled_reason::proof_missing);
  }

  void check_payable(judged_visit& visit) {
    const auto& record = *visit.record;
    if (!record.payable_reason || visit.reason != unbilled_reason::none) return;
    const auto share = payable_share(*record.payable_reason, visit.rules->rules.payable_share);
    if (!share) {
      found_.add(bil_no_payable_share, record.delivery_id, {*record.payable_reason});
      note(visit, unbilled_reason::payable_share_missing);
      return;
    }
    found_.add(bil_payable_share, record.delivery_id, {*record.payable_reason, to_string(*share)});
  }

  void report_stamps(const judged_visit& visit) {
    const auto& id = visit.record->delivery_id;
    const bool is_correct = visit.klass == visit_class::stamped && visit.record->arrival && visit.record->departure &&
                            !visit.time.stamps.outside_tolerance;
    if (visit.rules->rules.stamps.auto_validate && visit.reason == unbilled_reason::none && !is_correct)
      found_.add(bil_not_validated, id, with_words({}, lack_of_stamps(visit)));
    if (visit.time.stamps.outside_tolerance)
      found_.add(bil_outside_tolerance, id, code_and_words(visit.rules->rules.stamps.outside_tolerance));
    if (visit.reason == unbilled_reason::no_planned_visit) found_.add(bil_no_planned_visit, id);
  }

  void report_ambiguous(const visit_record& record, const calendar_rules& calendar) {
    if (fixed_offset(calendar.timezone)) return;
    const auto repeated = [](const std::optional<local_time>& time) { return time && paris::is_ambiguous(*time); };
    if (!repeated(record.arrival) && !repeated(record.departure) &&
        !(record.retained &&
          (paris::is_ambiguous(record.retained->start) || paris::is_ambiguous(record.retained->end))))
      return;
    found_.add(bil_ambiguous_time, record.delivery_id, code_and_words(calendar.dst_ambiguous));
  }

  const visit_terms* terms(const judged_visit& visit) {
    auto lines = funding_lines(plan_, *visit.line, visit.start);
    const auto month = local_month::of(visit.start.date());
    auto& known = terms_[{visit.line, visit.rules, lines, month}];
    if (!known) {
      const auto& rules = visit.rules->rules;
      known = std::make_unique<visit_terms>(terms_of(*visit.line, lines, rules.tariff, rules.funding, rules.smoothing,
                                                     rules.extra_minutes, visit.start.date(), found_));
    }
    return known.get();
  }

  std::string_view beneficiary_;
  const plan_lines& plan_;
  const caregiver_conflicts& conflicts_;
  rule_lookup& rules_;
  findings& found_;
  const resolved_rules* code_rules_ = nullptr;
  std::map<std::tuple<const plan_line*, const resolved_rules*, std::vector<const plan_line*>, local_month>,
           std::unique_ptr<visit_terms>>
      terms_;
};

}  // namespace esppadom
