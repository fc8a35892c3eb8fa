// What watches a beneficiary's run for an explanation, and what watches nothing.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/bill/explain_limits.hpp"
#include "esppadom/bill/explain_split.hpp"
#include "esppadom/bill/explain_visit.hpp"
#include "esppadom/bill/explanation.hpp"
#include "esppadom/bill/funding_offer.hpp"
#include "esppadom/bill/line_book.hpp"
#include "esppadom/bill/lot_terms.hpp"
#include "esppadom/bill/visit_judge.hpp"
#include "esppadom/bill/wanted_visit.hpp"
#include "esppadom/billing/visit_split.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// An explanation while it is written.
struct explanation_draft {
  explanation out;
  std::vector<kept_piece> pieces;
  std::map<const judged_visit*, std::vector<segment_steps>> segments;
  total_share total;
};

/// Records the visits that are wanted while their beneficiary is billed.
class explain_watch {
 public:
  static constexpr bool active = true;

  explain_watch(const std::string& beneficiary, const wanted_visit& wanted)
      : beneficiary_(beneficiary), wanted_(wanted) {}

  [[nodiscard]] bool wants(const judged_visit& visit) const {
    return wanted_(visit.record->provider, visit.record->delivery_id);
  }

  void before_totals(std::span<const judged_visit> visits) {
    for (const auto& visit : visits) {
      if (wants(visit)) draft_of(visit).total = total_of(visits, visit);
    }
  }

  /// Splits a part of a visit as `split_visit` does, with every step.
  visit_split split(judged_visit& visit, visit_judge& judge, local_month month, std::span<const segment> segments,
                    const lot_minutes* lots, const funding_offer& offer, const std::vector<sub_ceiling_use>& ceilings) {
    auto& draft = draft_of(visit);
    auto context = context_of(draft, visit, judge, segments);
    const auto group = draft.out.log.group(trace_labels::funding);
    draft.out.log.about_last(to_string(month));
    context.places = offer.places;
    context.sources = offer.sources;
    context.states = offer.states;
    context.lots = lots;
    context.sources_of_lots = offer.lots;
    context.split = &offer.rules;
    limit_recorder limits(draft.out.log);
    for (std::size_t i = 0; i < offer.places.size(); ++i)
      context.of_states.push_back(limits.record(offer.places[i], offer.states[i]));
    const auto& limit = offer.rules.limit;
    if (limit) context.limit = limits.record(ceilings, *limit, std::string(visit.line->service));
    visit_split out;
    split_recorder recorder(draft.out.log, std::move(context), out);
    split_step_by_step(segments, offer.sources, offer.states, offer.rules, offer.lots, split_notes{&recorder}, out);
    keep(draft, month, out, recorder, offer.places);
    return out;
  }

  /// A cancelled visit that the beneficiary pays.
  void billed_alone(judged_visit& visit, visit_judge& judge, local_month month, std::span<const segment> segments,
                    const visit_split& out) {
    auto& draft = draft_of(visit);
    auto context = context_of(draft, visit, judge, segments);
    const auto group = draft.out.log.group(trace_labels::funding);
    split_rules rules;
    context.split = &rules;
    split_recorder recorder(draft.out.log, std::move(context), out);
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
      recorder.started(i);
      recorder.left_to_one(i);
    }
    keep(draft, month, out, recorder, {});
  }

  /// After all is funded: what was never funded is recorded as far as it came.
  void finished(std::span<const judged_visit> visits, visit_judge& judge) {
    for (const auto& visit : visits) {
      if (!wants(visit)) continue;
      auto& draft = draft_of(visit);
      begin(draft, visit, judge);
      draft.out.reason = visit.reason;
    }
  }

  std::vector<explanation_draft> take() {
    std::vector<explanation_draft> out;
    for (auto& [key, draft] : drafts_)
      out.push_back(std::move(*draft));
    drafts_.clear();
    return out;
  }

 private:
  explanation_draft& draft_of(const judged_visit& visit) {
    auto& draft = drafts_[{visit.record->provider, visit.record->delivery_id}];
    if (!draft) {
      draft = std::make_unique<explanation_draft>();
      draft->out.delivery = visit.record->delivery_id;
      draft->out.provider = visit.record->provider;
      draft->out.beneficiary = beneficiary_;
    }
    return *draft;
  }

  /// Time and price, once; a later day has a price of its own.
  const std::vector<segment_steps>& begin(explanation_draft& draft, const judged_visit& visit, visit_judge& judge) {
    const auto [at, is_new] = draft.segments.try_emplace(&visit);
    if (!is_new) return at->second;
    visit_recorder recorder(draft.out.log, judge);
    auto attribution = visit.rules->rules.calendar.attribution;
    if (draft.segments.size() == 1) {
      describe(draft.out, visit);
      recorder.record_time(visit, draft.total);
      draft.out.time = recorder.total().step;
    } else {
      attribution = attribution_rule::split_boundaries;
    }
    at->second = recorder.record_price(visit, attribution);
    if (draft.out.price < 0) {
      draft.out.price = draft.out.log.find(0, trace_unit::euro, trace_number_of(visit.priced.price));
      if (visit.priced.segments.size() == 0) draft.out.price = -1;
    }
    return at->second;
  }

  static void describe(explanation& out, const judged_visit& visit) {
    out.was_judged = true;
    out.month = local_month::of(visit.start.date());
    out.kind = visit.kind;
    out.klass = visit.klass;
    out.calendar = visit.rules->rules.calendar;
    if (visit.counts_units) out.unit = visit.record->unit_code;
    if (!visit.line) return;
    out.order_id = visit.line->from->order_id;
    out.order_line = visit.line->line->order_line_id;
    out.service = std::string(visit.line->service);
  }

  split_context context_of(explanation_draft& draft, const judged_visit& visit, visit_judge& judge,
                           std::span<const segment> segments) {
    const auto& known = begin(draft, visit, judge);
    draft.out.log.under(*visit.rules);
    split_context context;
    context.terms = visit.terms;
    context.rules = &visit.rules->rules;
    context.segments = segments;
    const std::span<const segment> all{visit.priced.segments.begin(), visit.priced.segments.size()};
    for (const auto& each : segments) {
      segment_steps steps;
      for (std::size_t i = 0; i < all.size() && i < known.size(); ++i) {
        if (&all[i] == &each) steps = known[i];
      }
      context.of_segments.push_back(steps);
    }
    return context;
  }

  static void keep(explanation_draft& draft, local_month month, const visit_split& out, const split_recorder& recorder,
                   const std::vector<funder_place>& places) {
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
      kept_piece one{month, out.pieces[i], {}, recorder.pieces()[i]};
      for (const auto& share : out.pieces[i].shares)
        one.payers.push_back(places[share.source].terms->payer);
      draft.pieces.push_back(std::move(one));
    }
  }

  const std::string& beneficiary_;
  const wanted_visit& wanted_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<explanation_draft>> drafts_;
};

}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
