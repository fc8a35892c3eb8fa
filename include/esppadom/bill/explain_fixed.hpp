// A participation fixed for a month, step by step: the amounts in force and the days they count for, and what is taken
// off the lines one after the other. Billing rules reference, section 2d, "Participation".
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "esppadom/bill/explain_grant.hpp"
#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/explain_participation.hpp"
#include "esppadom/billing/fixed_participation.hpp"
#include "esppadom/billing/line.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

inline std::string name_of_line(const target_line& line) {
  return to_string(line.key.month) + " " + line.key.order_line + " " + line.key.service;
}

/// A line among those of its beneficiary, and what is taken off them.
struct lines_of_beneficiary {
  std::span<const target_line> lines;
  std::span<const settled_parts> rounded;  ///< of each line, before anything is taken off
  std::span<const fixed_participation> fixed;
  std::span<const fixed_participation_basis> from;  ///< of each of these
  std::size_t own = 0;                              ///< the line

  [[nodiscard]] const target_line& line() const { return lines[own]; }
};

/// Records what fixed participations take off one line.
class fixed_recorder {
 public:
  using cents = traced_value<money>;

  fixed_recorder(explanation_log& log, const lines_of_beneficiary& of) : log_(log), of_(of) {
    for (const auto& each : of.rounded)
      shares_.push_back(each.funders);
  }

  /// For each funder of the line what is taken off its share; no step = nothing. `shares` are those before.
  std::vector<cents> record(std::span<const cents> shares) {
    std::vector<cents> off(shares.size());
    for (std::size_t i = 0; i < of_.fixed.size(); ++i)
      take(i, shares, off);
    return off;
  }

 private:
  struct taken_part {
    std::size_t line = 0;
    std::size_t funder = 0;
    money share;  ///< before
    money taken;
  };

  /// As `take_off` does, line after line.
  std::vector<taken_part> taken_of(const fixed_participation& fixed) {
    std::vector<taken_part> out;
    money left = fixed.amount;
    for (std::size_t k = 0; k < of_.lines.size(); ++k) {
      const auto& key = of_.lines[k].key;
      if (key.month != fixed.month || (!fixed.provider.empty() && key.provider != fixed.provider)) continue;
      for (std::size_t i = 0; i < key.funders.size(); ++i) {
        auto& share = shares_[k][i];
        const money taken = min(left, share);
        if (key.funders[i] != fixed.funder || !(taken > money())) continue;
        out.push_back({k, i, share, taken});
        share -= taken;
        left -= taken;
      }
    }
    return out;
  }

  void take(std::size_t at, std::span<const cents> shares, std::vector<cents>& off) {
    const auto parts = taken_of(of_.fixed[at]);
    std::size_t last = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].line == of_.own) last = i;
    }
    if (last == parts.size()) return;
    const auto group = log_.group(trace_labels::fixed_participation);
    log_.about_last(of_.fixed[at].funder + ", " + to_string(of_.fixed[at].month));
    auto left = amount_of_month(at);
    for (std::size_t i = 0; i <= last; ++i) {
      const auto& part = parts[i];
      const bool is_own = part.line == of_.own;
      const auto& label = is_own ? trace_labels::line_cents : trace_labels::line_before;
      const auto share = is_own && shares[part.funder].value == part.share
                             ? shares[part.funder]
                             : log_.given(part.share, label, name_of_line(of_.lines[part.line]));
      const auto taken = log_.step(trace_operation::minimum, part.taken, trace_labels::fixed_off, left, share);
      if (is_own) off[part.funder] = log_.about(taken, of_.line().key.funders[part.funder]);
      if (i != last) {
        left = log_.step(trace_operation::subtract, left.value - part.taken, trace_labels::fixed_left, left, taken);
      }
    }
  }

  cents amount_of_month(std::size_t at) {
    const auto& fixed = of_.fixed[at];
    if (at >= of_.from.size()) return log_.given(fixed.amount, trace_labels::fixed_of_month);
    const auto& from = of_.from[at];
    const auto month = to_string(fixed.month);
    traced_value<exact_amount> sum;
    for (const auto& part : from.parts) {
      const auto amount = amount_of(part.amount);
      const auto whole = from.from_rules.empty()
                             ? amount_in_force(part.amount, fixed)
                             : log_.parameter_of_funder(amount, "participation.amount", from.from_rules);
      const auto one = of_days(log_, whole, part.share, 0, month);
      sum = sum.step < 0 ? one
                         : log_.euros(trace_operation::add, sum.value + one.value, trace_labels::fixed_sum, sum, one);
    }
    const bool agrees =
        sum.step >= 0 && round<money>(sum.value, from.rounding).value_or(money::invalid()) == fixed.amount;
    if (!agrees) return log_.given(fixed.amount, trace_labels::fixed_of_month);
    return log_.step(trace_operation::round, trace_mode_of(from.rounding), fixed.amount, trace_labels::fixed_of_month,
                     sum, money::from_cents(1));
  }

  /// What the rule book works out for the month, or orders state.
  traced_value<exact_amount> amount_in_force(const fraction& amount, const fixed_participation& fixed) {
    const exact_amount on_grid = amount_of(amount);
    if (log_.rules()) {
      for (const auto& rules : log_.rules()->rules.funding.per_funder) {
        const auto euros = participation_recorder(log_, rules, fixed.month).month(amount);
        if (euros.step < 0) continue;
        return log_.euros(trace_operation::multiply, on_grid, trace_labels::fixed_in_force, euros,
                          exact_share{fraction(1)});
      }
    }
    return log_.given(on_grid, trace_labels::fixed_in_force, fixed.funder);
  }

  explanation_log& log_;
  const lines_of_beneficiary& of_;
  std::vector<std::vector<money>> shares_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
