// The fixed monthly participations of one beneficiary: which months and funders have one, and how much.
// Billing rules reference, section 2d, "Participation".
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/fixed_participation.hpp"
#include "esppadom/billing/ordered_participation.hpp"
#include "esppadom/billing/pools.hpp"
#include "esppadom/billing/terms.hpp"
#include "esppadom/rules/rule_set.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Gathers, visit by visit, who has a fixed participation in a month; then says how much it is.
class fixed_participations {
 public:
  /// The rule set for a line on a day; for the funder of that name without a line when the line is null.
  using rules_on_day = std::function<const rule_set&(const plan_line* line, std::string_view funder, local_date day)>;

  /// A visit of that month is paid by a funder under these terms and rules. Of one month the last visit decides.
  void note(local_month month, const std::string& provider, const funder_terms& funder, const rule_set& rules) {
    if (!funder.month) return;
    auto& one = noted_[{month, funder.payer, funder.month_of_order ? provider : std::string()}];
    one = {&funder, &rules};
  }

  /// The amounts, each rounded once to cents under the rules' mode, in the order of month, funder, provider. Days of
  /// absence count as they do for the plan. `told`, where given, receives from what each was computed.
  std::vector<fixed_participation> amounts(const plan_lines& plan, std::span<const day_span> absences,
                                           const rules_on_day& rules_on,
                                           std::vector<fixed_participation_basis>* told = nullptr) const {
    std::vector<fixed_participation> result;
    for (const auto& [key, one] : noted_) {
      const auto& [month, funder, provider] = key;
      const std::vector<const plan_line*> lines = lines_of(plan, funder, provider);
      fixed_participation_basis basis;
      const auto amount_on = [&, &first = month, &payer = funder,
                              &known = one](local_date day) -> std::optional<fraction> {
        if (known.terms->month_of_order) return ordered_on(lines, day);
        const plan_line* line = active_line(lines, day);
        if (!line && !lines.empty()) return std::nullopt;
        if (known.terms->month_of_plan) return known.terms->month;
        const rule_set& rules = rules_on(line, payer, day);
        const funder_rules* own = rules_for(rules.funding, payer, line ? line->aid_type : std::string_view());
        if (!own) return std::nullopt;
        const bool stated = own->participation.rate == participation_rate::fixed && own->participation.amount;
        basis.from_rules = stated ? own->funder : std::string();
        return monthly_participation_of_book(own->participation, first.first_day()).value_or(std::nullopt);
      };
      const calendar_rules& calendar = one.rules->calendar;
      const plan_calendar days{calendar.zone, calendar.pentecost_monday, absences};
      const exact_amount sum = participation_of_month(month, one.rules->smoothing.prorata, days, amount_on,
                                                      [&](const fraction& amount, const day_share& share) {
                                                        basis.parts.push_back({amount, share});
                                                      });
      money cents;
      const auto error = round<money>(sum, mode_of(one.rules->invoicing.line_rounding)).get(cents);
      if (error != error_code::success || !(cents > money())) continue;
      result.push_back({month, funder, provider, cents});
      basis.rounding = mode_of(one.rules->invoicing.line_rounding);
      if (told) told->push_back(std::move(basis));
    }
    return result;
  }

 private:
  struct noted {
    const funder_terms* terms = nullptr;
    const rule_set* rules = nullptr;
  };

  static std::vector<const plan_line*> lines_of(const plan_lines& plan, std::string_view funder,
                                                std::string_view provider) {
    std::vector<const plan_line*> lines;
    for (const plan_line& line : plan.all()) {
      if (line.payer == funder && (provider.empty() || line.from->provider.id() == provider)) lines.push_back(&line);
    }
    return lines;
  }

  static const plan_line* active_line(const std::vector<const plan_line*>& lines, local_date day) {
    for (const plan_line* line : lines) {
      if (active_on(*line, day)) return line;
    }
    return nullptr;
  }

  // What the orders in force on a day fix for a month: each order's own amount once, and those of its lines.
  static std::optional<fraction> ordered_on(const std::vector<const plan_line*>& lines, local_date day) {
    std::optional<fraction> sum;
    std::vector<const order*> counted;
    for (const plan_line* line : lines) {
      if (!active_on(*line, day)) continue;
      const ordered_participation given = participation_ordered(*line->from, *line->line);
      if (!given.terms || !given.terms->month) continue;
      if (!given.of_line) {
        if (std::find(counted.begin(), counted.end(), line->from) != counted.end()) continue;
        counted.push_back(line->from);
      }
      sum = sum.value_or(fraction()) + *given.terms->month;
    }
    return sum;
  }

  std::map<std::tuple<local_month, std::string, std::string>, noted> noted_;
};

}  // namespace detail

/// Takes the fixed participations of a beneficiary off the lines, once these are in cents. What exceeds the shares of a
/// month is a finding.
inline void take_off(std::span<target_line> lines, std::span<const fixed_participation> fixed, findings& found) {
  for (const fixed_participation& one : fixed) {
    const money taken = take_off(lines, one);
    if (taken == one.amount) continue;
    found.add(bil_participation_above_shares, {},
              {one.funder, to_string(one.month), to_string(one.amount), to_string(taken)});
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI
