// How the totals of a document came about: the sum of its lines, penalties, VAT, advances recovered, what is due; and
// the advance that the run grants beside it. Recorded from the state the run used; a step whose formula does not give
// the run's value stands as a given number.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/bill/assembled_parts.hpp"
#include "esppadom/bill/document_explanation.hpp"
#include "esppadom/bill/explain_forecast.hpp"
#include "esppadom/bill/explain_penalty.hpp"
#include "esppadom/bill/penalties.hpp"
#include "esppadom/bill/penalty_part.hpp"
#include "esppadom/billing/advances.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/vat.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// What the documents of a run were made from, beside their lines.
struct document_basis {
  const ledger& before;
  local_month billed_in;
  std::vector<penalty_part> penalties;
  std::vector<open_advance> advances;  ///< before the next document recovers of them
  std::vector<advance_row> granted;
  std::vector<forecast_part> forecasts;                 ///< from which these were computed
  const std::vector<billed_invoice>* issued = nullptr;  ///< the documents of the run
};

/// The penalties of a run, as `assemble` judges them. Lines are in cents; `facts` belong to the outcomes, in their
/// order.
inline std::vector<penalty_part> penalty_parts(const std::vector<beneficiary_outcome>& outcomes,
                                               const std::vector<beneficiary_ledger>& facts, const ledger& before,
                                               local_month month, rule_lookup& rules) {
  std::vector<penalty_part> parts;
  if (!rules.has_penalties()) return parts;
  std::vector<standing_share> shares;
  const auto issued = kinds_of(before.documents);
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    static_cast<void>(differences(outcomes[i], facts[i], issued, month, rules, &shares));
  static_cast<void>(judge_penalties(outcomes, shares, before, month, rules, &parts));
  return parts;
}

/// Records one document.
class document_recorder {
 public:
  document_recorder(document_explanation& out, const billed_invoice& invoice, const document_basis& basis,
                    rule_lookup& rules)
      : out_(out), log_(out.log), money_(out.log), invoice_(invoice), basis_(basis), rules_(rules) {}

  void record() {
    out_.id = invoice_.id;
    out_.type = invoice_.type;
    out_.corrects = invoice_.corrects;
    out_.provider = invoice_.provider;
    out_.funder = invoice_.funder;
    out_.month = invoice_.month;
    out_.kind = invoice_.kind;
    add_lines();
    add_penalties();
    add_vat();
    add_recoveries();
    add_new_advance();
  }

 private:
  using euros = traced_value<money>;

  struct taxed {
    euros amount;
    percentage rate;
  };
  struct rate_steps {
    traced_value<exact_share> rate;
    traced_value<exact_share> one_plus;
  };

  const resolved_rules& rules_on(local_date date) const {
    rule_query query;
    query.date = date;
    query.departement = sole_departement(rules_.book());
    query.funder = invoice_.funder;
    query.provider = invoice_.provider;
    return rules_.at(query);
  }

  const resolved_rules& rules_of_document() const { return rules_on(basis_.billed_in.last_day()); }

  /// A sum that is what the run says, else that as a given number.
  euros agreed(const euros& value, money of_run, const trace_label& label) {
    return value.step >= 0 && value.value == of_run ? value : log_.given(of_run, label);
  }

  // -- lines and penalties

  void add_lines() {
    const auto group = log_.group(trace_labels::document_lines);
    euros sum;
    for (std::size_t i = 0; i < invoice_.lines.size(); ++i) {
      const auto& line = invoice_.lines[i];
      auto name = std::to_string(i + 1) + " · " + line.beneficiary + " · " + line.order_line;
      if (line.month != invoice_.month) name += " · " + to_string(line.month);
      const auto share = log_.given(line.funder_share, trace_labels::document_line, std::move(name));
      amounts_.push_back({share, line.vat_pct});
      sum = money_.plus(sum, share, trace_labels::lines_total);
    }
    lines_ = agreed(sum, invoice_.total, trace_labels::lines_total);
    out_.lines = lines_.step;
  }

  void add_penalties() {
    const auto rate =
        invoice_.lines.empty() ? rules_of_document().rules.invoicing.vat_pct : invoice_.lines.front().vat_pct;
    bool told = false;
    for (const auto& change : invoice_.adjustments) {
      if (change.reason == adjustment_reason::recovery) continue;
      told = told || change.month == invoice_.month;
      const auto amount = change.reason == adjustment_reason::penalty
                              ? add_penalty(change.month, &change.amount)
                              : log_.given(change.amount, trace_labels::penalty_on_document);
      amounts_.push_back({amount, rate});
      penalties_ = money_.plus(penalties_, amount, trace_labels::penalties_total);
    }
    out_.penalties = penalties_.step;
    // A rate that takes nothing off this document is told as well.
    const bool is_judged = std::any_of(basis_.penalties.begin(), basis_.penalties.end(),
                                       [&](const penalty_part& part) { return is_of(part, invoice_.month); });
    if (!told && is_judged) static_cast<void>(add_penalty(invoice_.month, nullptr));
  }

  [[nodiscard]] bool is_of(const penalty_part& part, local_month month) const {
    return part.provider == invoice_.provider && part.funder == invoice_.funder && part.month == month &&
           part.kind == invoice_.kind;
  }

  euros add_penalty(local_month month, const money* amount) {
    const auto group = log_.group(trace_labels::penalty);
    log_.about_last(to_string(month));
    euros sum;
    for (const auto& part : basis_.penalties) {
      if (!is_of(part, month)) continue;
      penalty_recorder recorder(log_, rules_on(month.last_day()));
      sum = money_.plus(sum, recorder.record(part), trace_labels::penalty_total);
    }
    if (!amount) return {};
    if (sum.step < 0) sum = log_.given(money{}, trace_labels::penalty_total);
    money before;
    for (const auto& done : basis_.before.adjustments) {
      if (done.reason == adjustment_reason::penalty && done.month == month && done.provider == invoice_.provider &&
          done.funder == invoice_.funder && done.kind == invoice_.kind)
        before -= done.amount;
    }
    const auto done = log_.given(before, trace_labels::penalty_before);
    const auto less = [&](const euros& from, const euros& what) {
      return log_.step(trace_operation::subtract, *amount, trace_labels::penalty_on_document, from, what);
    };
    if (before - sum.value == *amount) return less(done, sum);
    if (sum.value - before == *amount) return less(sum, done);  // a credit note shows what it gives back
    return log_.given(*amount, trace_labels::penalty_on_document);
  }

  // -- VAT

  [[nodiscard]] traced_value<exact_share> rate_of(percentage rate) {
    const exact_share share{fraction_of(rate)};
    for (const auto& line : invoice_.lines) {
      if (line.vat_pct != rate) continue;
      rule_query query;
      query.date = line.month.last_day();
      query.departement = sole_departement(rules_.book());
      query.funder = invoice_.funder;
      query.provider = invoice_.provider;
      query.service = line.service;
      query.beneficiary = line.beneficiary;
      const auto& found = rules_.at(query);
      if (found.rules.invoicing.vat_pct != rate) continue;
      log_.under(found);
      return log_.parameter(share, "invoicing.vat_pct");
    }
    const auto& found = rules_of_document();
    if (invoice_.lines.empty() && found.rules.invoicing.vat_pct == rate) {
      log_.under(found);
      return log_.parameter(share, "invoicing.vat_pct");
    }
    return log_.given(share, trace_labels::line_vat_rate);
  }

  euros net_of(const taxed& one, bool include_tax, const rate_steps& steps) {
    if (!include_tax || one.rate == percentage{}) return one.amount;
    const auto value = euros_of(one.amount.value) * fraction::of(std::int64_t{1'000'000}, 1'000'000 + one.rate.e4);
    const auto exact =
        log_.step(trace_operation::divide, exact_euros{value}, trace_labels::exact_net, one.amount, steps.one_plus);
    return money_.rounded(exact, without_vat(one.amount.value, one.rate), rounding_mode::half_up,
                          trace_labels::net_amount);
  }

  void add_vat() {
    const auto group = log_.group(trace_labels::vat);
    const auto& rules = rules_of_document();
    const bool include_tax = rules.rules.invoicing.prices_include_tax;
    std::map<std::int64_t, std::vector<const taxed*>> by_rate;
    for (const auto& one : amounts_)
      by_rate[one.rate.e4].push_back(&one);
    if (by_rate.empty() || by_rate.rbegin()->first != 0) {
      log_.under(rules);
      static_cast<void>(log_.parameter(std::int64_t{include_tax ? 1 : 0}, "invoicing.prices_include_tax"));
    }
    euros net, tax;
    for (const auto& [e4, amounts] : by_rate) {
      const auto rate = percentage::from_e4(e4);
      rate_steps steps{rate_of(rate), {}};
      if (include_tax && e4 != 0) {
        steps.one_plus = log_.step(trace_operation::add, exact_share{fraction(1) + fraction_of(rate)},
                                   trace_labels::one_plus_vat, exact_share{fraction(1)}, steps.rate);
      }
      euros basis;
      for (const auto* one : amounts)
        basis = money_.plus(basis, net_of(*one, include_tax, steps), trace_labels::vat_base);
      const auto exact = log_.step(trace_operation::multiply, exact_euros{euros_of(basis.value) * fraction_of(rate)},
                                   trace_labels::exact_vat, basis, steps.rate);
      const auto amount =
          money_.rounded(exact, vat_on(basis.value, rate), rounding_mode::half_up, trace_labels::vat_amount);
      net = money_.plus(net, basis, trace_labels::net_total);
      tax = money_.plus(tax, amount, trace_labels::vat_total);
    }
    out_.net = net.step;
    out_.vat = tax.step;
    add_total(net, tax, include_tax);
  }

  void add_total(const euros& net, const euros& tax, bool include_tax) {
    total_ = net.step < 0
                 ? log_.given(invoice_.grand_total, trace_labels::grand_total)
                 : agreed(log_.step(trace_operation::add, net.value + tax.value, trace_labels::grand_total, net, tax),
                          invoice_.grand_total, trace_labels::grand_total);
    out_.grand_total = total_.step;
    if (!include_tax || invoice_.taxes.empty()) return;
    auto difference = total_.value - lines_.value;
    if (penalties_.step < 0) {
      out_.difference =
          log_.step(trace_operation::subtract, difference, trace_labels::vat_difference, total_, lines_).step;
    } else {
      difference -= penalties_.value;
      out_.difference =
          log_.step(trace_operation::subtract, difference, trace_labels::vat_difference, total_, lines_, penalties_)
              .step;
    }
  }

  // -- advances

  void add_recoveries() {
    const auto group = log_.group(trace_labels::document_total);
    auto due = log_.step(trace_operation::add, total_.value, trace_labels::due, total_);
    euros all;
    for (const auto& change : invoice_.adjustments) {
      if (change.reason != adjustment_reason::recovery) continue;
      const auto part = recover(change.month, -change.amount, due);
      due = log_.step(trace_operation::subtract, due.value - part.value, trace_labels::due, due, part);
      all = money_.plus(all, part, trace_labels::recovered);
    }
    out_.recovered = all.step;
    out_.due = agreed(due, invoice_.due, trace_labels::due).step;
  }

  euros recover(local_month month, money amount, const euros& due) {
    const auto group = log_.group(trace_labels::recovery);
    log_.about_last(to_string(month));
    const auto open = std::find_if(basis_.advances.begin(), basis_.advances.end(), [&](const open_advance& one) {
      return one.provider == invoice_.provider && one.funder == invoice_.funder && one.month == month;
    });
    if (open == basis_.advances.end()) return log_.given(amount, trace_labels::recovered);
    const auto& rules = rules_on(basis_.billed_in.last_day());
    log_.under(rules);
    const auto granted = log_.given(open->granted, trace_labels::advance_granted);
    const auto earlier = log_.given(open->granted - open->left, trace_labels::recovered_before);
    auto most = log_.step(trace_operation::subtract, open->left, trace_labels::advance_left, granted, earlier);
    const auto& how = rules.rules.invoicing.advance;
    if (how.recover == advance_recovery::spread && how.spread_months) {
      const auto rest = rest_of_part(*open, granted, *how.spread_months);
      most = log_.step(trace_operation::minimum, min(most.value, rest.value), trace_labels::recoverable, most, rest);
    }
    const auto part =
        log_.step(trace_operation::minimum, min(most.value, due.value), trace_labels::recovered, most, due);
    return agreed(part, amount, trace_labels::recovered);
  }

  /// What an equal part of the advance leaves, after what this month of billing took before.
  euros rest_of_part(const open_advance& open, const euros& granted, std::int64_t months) {
    const auto count = log_.parameter(months, "invoicing.advance.spread_months");
    const exact_euros value{euros_of(open.granted) * fraction::of(1, int128{months})};
    const auto exact = log_.step(trace_operation::divide, value, trace_labels::exact_part, granted, count);
    const auto part = money_.rounded(exact, ratio_of(open.granted, 1, months, rounding_mode::ceiling),
                                     rounding_mode::ceiling, trace_labels::part_of_advance);
    if (open.recovered_now == money{}) return part;
    const auto taken = log_.given(open.recovered_now, trace_labels::recovered_in_month);
    return log_.step(trace_operation::subtract, part.value - taken.value, trace_labels::part_left, part, taken);
  }

  void add_new_advance() {
    if (invoice_.type == document_type::credit_note || invoice_.month != basis_.billed_in) return;
    for (const auto& row : basis_.granted) {
      if (row.provider != invoice_.provider || row.funder != invoice_.funder) continue;
      const auto group = log_.group(trace_labels::new_advance);
      log_.about_last(to_string(row.month));
      const auto& rules = rules_on(row.month.first_day());
      const auto base = base_of(row, rules);
      log_.under(rules);
      const auto rate = log_.parameter(row.pct, "invoicing.advance.pct");
      const exact_euros value{euros_of(base.value) * fraction_of(row.pct)};
      const auto exact = log_.step(trace_operation::multiply, value, trace_labels::exact_advance, base, rate);
      out_.new_advance = money_.rounded(exact, row.amount, rounding_mode::half_up, trace_labels::advance_granted).step;
    }
  }

  euros base_of(const advance_row& row, const resolved_rules& rules) {
    if (row.base != advance_base::avg_months) {
      return agreed(forecast_recorder(log_).record(basis_.forecasts, row.provider, row.funder), row.base_amount,
                    trace_labels::advance_forecast);
    }
    const auto months = rules.rules.invoicing.advance.base_months.value_or(1);
    euros sum;
    for (const auto& document : basis_.before.documents) {
      if (document.provider != row.provider || document.funder != row.funder) continue;
      if (document.billed_in > basis_.billed_in ||
          document.billed_in <= basis_.billed_in - static_cast<std::int32_t>(months))
        continue;
      const auto due = document.type == document_type::credit_note ? -document.due : document.due;
      sum = money_.plus(sum, log_.given(due, trace_labels::due_of_document, document.id), trace_labels::due_total);
    }
    for (const auto& document : *basis_.issued) {
      if (document.provider != row.provider || document.funder != row.funder) continue;
      const auto due = document.type == document_type::credit_note ? -document.due : document.due;
      sum = money_.plus(sum, log_.given(due, trace_labels::due_of_document, document.id), trace_labels::due_total);
    }
    if (sum.step < 0) return log_.given(row.base_amount, trace_labels::advance_base);
    log_.under(rules);
    const auto count = log_.parameter(months, "invoicing.advance.base_months");
    const exact_euros value{euros_of(sum.value) * fraction::of(1, int128{months})};
    const auto exact = log_.step(trace_operation::divide, value, trace_labels::exact_average, sum, count);
    return money_.rounded(exact, row.base_amount, rounding_mode::half_up, trace_labels::advance_base);
  }

  document_explanation& out_;
  explanation_log& log_;
  money_steps money_;
  const billed_invoice& invoice_;
  const document_basis& basis_;
  rule_lookup& rules_;
  std::vector<taxed> amounts_;
  euros lines_, penalties_, total_;
};

/// What earlier documents of the run recovered is not left for later ones.
inline void pass_recoveries(const billed_invoice& invoice, std::vector<open_advance>& advances) {
  for (const auto& change : invoice.adjustments) {
    if (change.reason != adjustment_reason::recovery) continue;
    for (auto& open : advances) {
      if (open.provider != invoice.provider || open.funder != invoice.funder || open.month != change.month) continue;
      open.left += change.amount;
      open.recovered_now -= change.amount;
    }
  }
}

/// The documents of a run that are wanted, in its order.
inline std::vector<document_explanation> record_documents(const std::vector<billed_invoice>& invoices,
                                                          document_basis basis, const wanted_document& wanted,
                                                          rule_lookup& rules) {
  std::vector<document_explanation> out;
  basis.issued = &invoices;
  for (const auto& invoice : invoices) {
    if (wanted(invoice.id)) document_recorder(out.emplace_back(), invoice, basis, rules).record();
    pass_recoveries(invoice, basis.advances);
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI::detail
