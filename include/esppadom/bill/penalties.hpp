// Penalties on the correction rate: judged once all beneficiaries are billed, over the visits on invoices and the
// shares of their lines. They reopen neither smoothing nor funding: they are amounts of their own, and refused visits
// stay in the rate. Billing rules reference, section 2e (formulas open).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/beneficiary_outcome.hpp"
#include "esppadom/bill/penalty_part.hpp"
#include "esppadom/bill/penalty_row.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/oversight/correction_penalty.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A funder's share of a line as it should stand, and the document it belongs to.
struct standing_share {
  const target_line* line = nullptr;
  std::size_t funder = 0;  ///< the place in the line's funders
  std::string kind;        ///< of the document

  const std::string& payer() const { return line->key.funders[funder]; }
  money cents() const { return line->cents.funders[funder]; }
};

/// What the penalties come to, and the differences to what the ledger already holds.
struct judged_penalties {
  std::vector<penalty_row> rows;
  std::vector<document_adjustment> differences;
  findings found;
};

namespace detail {

using visit_names = std::set<std::string_view>;

/// The funder's share of some visits of a line: rounded once, at most the line's; the whole share for all visits.
inline money share_of(const standing_share& share, const visit_names& visits, rounding_mode mode) {
  exact_amount sum;
  bool all = true;
  for (const auto& visit : share.line->visits) {
    if (!visits.contains(visit.delivery_id)) {
      all = false;
    } else if (share.funder < visit.parts.funders.size()) {
      sum += visit.parts.funders[share.funder];
    }
  }
  if (all) return share.cents();
  return min(round<money>(sum, mode).value_or(money::invalid()), share.cents());
}

class penalty_run {
 public:
  penalty_run(const std::vector<beneficiary_outcome>& outcomes, std::span<const standing_share> shares,
              const ledger& before, local_month month, rule_lookup& rules, std::vector<penalty_part>* parts)
      : shares_(shares), before_(before), month_(month), rules_(rules), parts_(parts) {
    for (const auto& outcome : outcomes) {
      for (const auto& visit : outcome.counted)
        visits_[{visit.provider, visit.month}].push_back({&visit, outcome.beneficiary});
    }
  }

  judged_penalties run() {
    for (const auto& share : shares_) {
      put_into_period(share);
      shares_of_[{share.line->key.provider, share.payer(), share.line->key.month}].push_back(&share);
    }
    for (const auto& [key, period] : periods_) {
      if (is_over(key)) judge(key, period);
    }
    compare();
    return std::move(out_);
  }

 private:
  using period_key = std::tuple<std::string, std::string, local_month>;               // provider, funder, last month
  using target_key = std::tuple<local_month, std::string, std::string, std::string>;  // month, provider, funder, kind

  struct seen_visit {
    const counted_visit* visit = nullptr;
    std::string_view beneficiary;
  };
  struct period_t {
    const rule_set* rules = nullptr;
    local_month from;
  };

  const rule_set& rules_of(const std::string& provider, const std::string& funder, local_month month) {
    rule_query query;
    query.date = month.last_day();
    query.departement = sole_departement(rules_.book());
    query.funder = funder;
    query.provider = provider;
    return rules_.at(query).rules;
  }

  static bool says_something(const correction_rules& rules) {
    return rules.penalty != correction_penalty::none || rules.undocumented != undocumented_correction::flag;
  }

  void put_into_period(const standing_share& share) {
    const auto& key = share.line->key;
    const auto* rules = &rules_of(key.provider, share.payer(), key.month);
    auto from = key.month, last = key.month;
    if (rules->correction.scope == correction_scope::provider_quarter) {
      from = quarter_of(key.month);
      last = from + 2;
      rules = &rules_of(key.provider, share.payer(), last);
    }
    if (!says_something(rules->correction)) return;
    periods_[{key.provider, share.payer(), last}] = {rules, from};
  }

  /// A period is judged once its last month is billed.
  bool is_over(const period_key& key) const {
    const auto& [provider, funder, last] = key;
    if (last <= month_) return true;
    return std::any_of(before_.documents.begin(), before_.documents.end(), [&](const issued_document& document) {
      return document.provider == std::get<0>(key) && document.funder == std::get<1>(key) &&
             document.month == std::get<2>(key);
    });
  }

  void judge(const period_key& key, const period_t& period) {
    std::map<std::string_view, std::vector<seen_visit>> groups;
    const auto scope = period.rules->correction.scope;
    for (auto month = period.from; month <= std::get<2>(key); month = month + 1) {
      const auto at = visits_.find({std::get<0>(key), month});
      if (at == visits_.end()) continue;
      for (const auto& seen : at->second) {
        const auto group = scope == correction_scope::beneficiary_month ? seen.beneficiary
                           : scope == correction_scope::worker_month    ? std::string_view(seen.visit->caregiver)
                                                                        : std::string_view{};
        groups[group].push_back(seen);
      }
    }
    for (const auto& [group, visits] : groups)
      judge_group(key, period, std::string(group), visits);
  }

  void judge_group(const period_key& key, const period_t& period, std::string group,
                   const std::vector<seen_visit>& visits) {
    const auto& rules = period.rules->correction;
    correction_tally tally;
    for (const auto& seen : visits)
      tally += seen.visit->counts;
    const auto judged = judge_rate(tally, rules);
    penalty_row row;
    std::tie(row.provider, row.funder, row.month) = key;
    row.from = period.from;
    row.scope = rules.scope;
    row.group = std::move(group);
    row.unit = rules.unit;
    row.numerator = judged.rate.numerator;
    row.denominator = judged.rate.denominator;
    row.rate_pct = to_percent(judged.rate);
    row.threshold_pct = judged.threshold_pct;
    row.exceeds = judged.exceeds;
    row.penalty = rules.penalty;
    row.reduction_pct = shown_reduction(judged.reduction);

    visit_names members, refused, undocumented;
    for (const auto& seen : visits) {
      members.insert(seen.visit->delivery);
      if (rules.undocumented == undocumented_correction::refuse && seen.visit->undocumented)
        undocumented.insert(seen.visit->delivery);
    }
    if (rules.penalty == correction_penalty::refuse_excess) refused = beyond_threshold(visits, tally, rules);
    row.refused.assign(refused.begin(), refused.end());
    row.undocumented.assign(undocumented.begin(), undocumented.end());
    visit_names unpaid = refused;
    unpaid.insert(undocumented.begin(), undocumented.end());
    const auto first_part = parts_ ? parts_->size() : 0;
    charge(row, period, judged.reduction, members, unpaid);
    for (auto i = first_part; parts_ && i < parts_->size(); ++i)
      tell((*parts_)[i], row, judged, tally, visits, refused);
    out_.rows.push_back(std::move(row));
  }

  static void tell(penalty_part& part, const penalty_row& row, const penalty_judgement& judged,
                   const correction_tally& tally, const std::vector<seen_visit>& visits, const visit_names& refused) {
    part.group = row.group;
    part.counted = part_of_rate(tally, row.unit);
    part.whole = whole_of_rate(tally, row.unit);
    part.judged = judged;
    std::map<visit_class, correction_tally> classes;
    for (const auto& seen : visits)
      classes[seen.visit->klass] += seen.visit->counts;
    for (const auto& [klass, counts] : classes)
      part.classes.push_back({klass, counts});
    for (const auto& seen : visits) {
      if (refused.contains(seen.visit->delivery))
        part.refused_visits.push_back({seen.visit->delivery, part_of_rate(seen.visit->counts, row.unit)});
    }
  }

  static visit_names beyond_threshold(const std::vector<seen_visit>& visits, const correction_tally& tally,
                                      const correction_rules& rules) {
    std::vector<refusable_visit> corrected;
    for (const auto& seen : visits) {
      const auto& visit = *seen.visit;
      if (visit.counts.corrected != 0)
        corrected.push_back({visit.provider, visit.delivery, visit.start, visit.klass, visit.counts});
    }
    visit_names refused;
    for (const auto index : refused_visits(corrected, tally, rules))
      refused.insert(corrected[index].delivery_id);
    return refused;
  }

  /// Refused visits are not paid; a reduction is taken of what remains. One amount, rounded once, a document. A visit
  /// over two months is judged with all its parts: the later ones are on lines of the month after the period.
  void charge(penalty_row& row, const period_t& period, const fraction& reduction, const visit_names& members,
              const visit_names& unpaid) {
    const auto mode = mode_of(period.rules->invoicing.line_rounding);
    std::map<std::string, std::pair<money, money>> by_kind;  // base, refused
    std::map<std::string, std::vector<penalised_share>> told;
    for (auto month = period.from; month <= row.month + 1; month = month + 1) {
      const auto at = shares_of_.find({row.provider, row.funder, month});
      if (at == shares_of_.end()) continue;
      for (const standing_share* share : at->second) {
        const auto judged = share_of(*share, members, mode);
        const auto unpaid_part = unpaid.empty() ? money{} : share_of(*share, unpaid, mode);
        if (judged == money{} && unpaid_part == money{}) continue;
        auto& [base, refused] = by_kind[share->kind];
        base += judged;
        refused += unpaid_part;
        if (!parts_) continue;
        const auto& line = *share->line;
        told[share->kind].push_back({line.beneficiary, line.key.order_line, line.key.month, judged, unpaid_part});
      }
    }
    for (const auto& [kind, sums] : by_kind) {
      const auto& [base, refused] = sums;
      money reduced;
      if (reduction > fraction()) reduced = reduced_by(base - refused, reduction, mode).value_or(money::invalid());
      row.base += base;
      row.amount += refused + reduced;
      targets_[{row.month, row.provider, row.funder, kind}] += refused + reduced;
      if (!parts_) continue;
      penalty_part part;
      std::tie(part.provider, part.funder, part.month) = std::tie(row.provider, row.funder, row.month);
      part.kind = kind;
      part.shares = std::move(told[kind]);
      std::tie(part.base, part.refused, part.reduced) = std::tie(base, refused, reduced);
      parts_->push_back(std::move(part));
    }
  }

  void compare() {
    auto open = targets_;
    for (const auto& done : before_.adjustments) {
      if (done.reason != adjustment_reason::penalty) continue;
      open[{done.month, done.provider, done.funder, done.kind}] += done.amount;  // below 0: taken off already
    }
    for (const auto& [key, amount] : open) {
      if (amount == money{}) continue;
      document_adjustment change;
      std::tie(change.month, change.provider, change.funder, change.kind) = key;
      change.amount = -amount;
      out_.differences.push_back(std::move(change));
    }
    const auto is_shown = [&](const penalty_row& row) {
      const bool changes = std::any_of(out_.differences.begin(), out_.differences.end(), [&](const auto& change) {
        return change.month == row.month && change.provider == row.provider && change.funder == row.funder;
      });
      if (row.month != month_ && !changes) return false;
      return row.group.empty() || row.exceeds || row.amount != money{};
    };
    std::erase_if(out_.rows, [&](const penalty_row& row) { return !is_shown(row); });
    for (const auto& row : out_.rows)
      report(row);
  }

  void report(const penalty_row& row) {
    if (row.penalty == correction_penalty::bonus) {
      out_.found.add(bil_bonus_without_formula, {}, {row.provider, to_string(row.month)});
    } else if (row.exceeds) {
      const auto limit = row.threshold_pct ? to_string(*row.threshold_pct) : std::string("-");
      out_.found.add(bil_rate_exceeds, {},
                     {row.provider, to_string(row.month), row.rate_pct.value_or("-"), std::to_string(row.numerator),
                      std::to_string(row.denominator), limit, to_string(row.amount)});
    }
    if (!row.undocumented.empty()) {
      out_.found.add(bil_undocumented_refused, {},
                     {std::to_string(row.undocumented.size()), row.provider, to_string(row.month)});
    }
  }

  std::span<const standing_share> shares_;
  const ledger& before_;
  local_month month_;
  rule_lookup& rules_;
  std::vector<penalty_part>* parts_;
  judged_penalties out_;
  std::map<std::pair<std::string, local_month>, std::vector<seen_visit>> visits_;
  std::map<period_key, period_t> periods_;
  std::map<period_key, std::vector<const standing_share*>> shares_of_;  // by the month of the line
  std::map<target_key, money> targets_;
};

}  // namespace detail

/// Judges the correction rates of all periods that are over and compares the penalties with those the ledger holds. The
/// rate is taken over the visits on invoices to whichever funder (2e); the rules are those that hold for the funder and
/// the provider on the last day of the period. What each amount was computed from goes to `parts` where this is wanted.
inline judged_penalties judge_penalties(const std::vector<beneficiary_outcome>& outcomes,
                                        std::span<const standing_share> shares, const ledger& before, local_month month,
                                        rule_lookup& rules, std::vector<penalty_part>* parts = nullptr) {
  return detail::penalty_run(outcomes, shares, before, month, rules, parts).run();
}

}  // namespace esppadom::inline ESPPADOM_ABI
