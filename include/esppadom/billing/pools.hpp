// A pool of one beneficiary: what its plan still grants, period by period, by replay of the visits.
// Billing rules reference, section 2c: a pool is (beneficiary, funder, aid type, service group) over all orders of a
// succession (inferred, high), and over one provider where `pool_scope` says so.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/granted_term.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/plan_grant.hpp"
#include "esppadom/billing/smoothing.hpp"
#include "esppadom/billing/special.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The group of a service inside its aid type; empty = the one group of the aid type.
constexpr std::string_view group_of_service(const smoothing_rules& rules, std::string_view service) {
  for (const auto& group : rules.service_groups) {
    for (const auto& member : group.services) {
      if (member == service) return group.name;
    }
  }
  return {};
}

namespace detail {
/// A quantity of units that are no time, counted as hours (`counted_units`).
inline std::optional<measure> in_time(std::optional<measure> quantity) {
  if (quantity && !is_time_unit(quantity->unit_code)) quantity->unit_code = "HUR";
  return quantity;
}
}  // namespace detail

/// The unit an order line counts in when that is no time; none for time, and for a line without quantity.
inline std::optional<std::string> unit_of(const plan_line& line) {
  const auto& quantity = line.line->requested_quantity;
  if (!quantity || is_time_unit(quantity->unit_code)) return std::nullopt;
  return quantity->unit_code;
}

/// The name of the pool a line belongs to: "funder/aid type", then "/group", "/provider" and "/unit" where they tell
/// pools apart.
inline std::string pool_name(const plan_line& line, const smoothing_rules& rules) {
  auto name = std::string(line.payer) + "/" + std::string(line.aid_type);
  if (const auto group = group_of_service(rules, line.service); !group.empty()) name += "/" + std::string(group);
  if (rules.pool_scope == pool_scope::per_provider) name += "/" + std::string(line.from->provider.id());
  if (const auto unit = unit_of(line)) name += "/" + *unit;
  return name;
}

/// The days on which an order line is in force.
inline day_span days_in_force(const plan_line& line) {
  const auto& period = line.from->validity_period;
  day_span days{period.start.date(), period.end ? period.end->date() : no_end};
  if (line.superseded_on) days.last = std::min(days.last, *line.superseded_on - 1);
  return days;
}

namespace detail {
inline bool active_on(const plan_line& line, local_date day) { return days_in_force(line).contains(day); }
}  // namespace detail

/// The line as a version of its plan; `within` are the days on which it counts in the pool.
inline plan_version version_of(const plan_line& line, const smoothing_rules& rules, const day_span& within) {
  plan_version out;
  out.ordered = read_quantity(rules.period, rules.week_to_month, detail::in_time(line.line->requested_quantity),
                              line.line->requested_period);
  out.in_force = common_days(days_in_force(line), within);
  if (line.from->plan && line.from->plan->id) out.plan = *line.from->plan->id;
  out.ordered_until = line.from->validity_period.end ? line.from->validity_period.end->date() : no_end;
  return out;
}

/// Where a visit draws in a pool: the period, and the part of its plan (`prorata` by_day has several).
struct pool_slot {
  std::size_t period = 0;
  std::size_t part = 0;

  friend constexpr bool operator==(const pool_slot&, const pool_slot&) = default;
};

/// A period of a pool that is to be opened: its days, what it grants, under which rules. `broken`: the orders do not
/// give a quantity that the rules can use, nothing may be charged. `unlimited`: a line in force orders no quantity.
template <class Amount>
struct pool_period_grant {
  std::int32_t period = 0;
  day_span days;
  std::vector<granted_part<Amount>> parts;
  pool_terms<Amount> terms;
  bool new_plan = false;
  bool unlimited = false;
  bool broken = false;
};

/// One pool over its periods, in time or in euros. All periods are opened first, in ascending order.
class pool {
 public:
  pool(std::string name, smoothing_unit unit, pool_period kind) : name_(std::move(name)), kind_(kind) {
    if (unit == smoothing_unit::euros) account_ = euro_account{};
  }

  /// The unit it counts in when that is no time.
  std::optional<std::string> counted_in;
  /// For explanations, by period: of what the quantity is made. Empty where nobody asks.
  std::vector<std::vector<granted_term>> terms;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] pool_period kind() const { return kind_; }
  [[nodiscard]] bool counts_euros() const { return std::holds_alternative<euro_account>(account_); }

  template <class Amount>
  void open(pool_period_grant<Amount> grant) {
    place next;
    next.days = grant.days;
    next.unlimited = grant.unlimited;
    next.broken = grant.broken;
    pool_opening<Amount> opening;
    opening.period = grant.period;
    opening.new_plan = grant.new_plan;
    for (const auto& part : grant.parts) {
      next.starts.push_back(part.days.first);
      opening.parts.push_back(part.quantity);
    }
    places_.push_back(std::move(next));
    std::get<pool_account<Amount>>(account_).open(opening, std::move(grant.terms));
  }

  /// Where a visit of that day draws; the day lies in one of the periods, else the nearest counts.
  [[nodiscard]] pool_slot slot_of(local_date day) const {
    pool_slot slot;
    while (slot.period + 1 < places_.size() && places_[slot.period + 1].days.first <= day)
      ++slot.period;
    const auto& starts = places_[slot.period].starts;
    while (slot.part + 1 < starts.size() && starts[slot.part + 1] <= day)
      ++slot.part;
    return slot;
  }

  [[nodiscard]] bool is_broken(pool_slot slot) const { return places_[slot.period].broken; }

  /// Puts what is left for a visit into what is known of its funder.
  void limit(pool_slot slot, funder_state& state) {
    const place& here = places_[slot.period];
    state.closed = here.closed_at_ceiling;
    if (here.unlimited) return;
    if (!left_slot_ || *left_slot_ != slot) {
      left_slot_ = slot;
      if (auto* time = std::get_if<time_account>(&account_)) left_time_ = time->available(slot.period, slot.part);
      if (auto* euros = std::get_if<euro_account>(&account_)) left_euros_ = euros->available(slot.period, slot.part);
    }
    if (counts_euros()) {
      state.pool_euros = left_euros_;
    } else {
      state.pool = left_time_;
    }
  }

  /// What is left for a visit and what that follows from; none where the quantity is not limited, or in the other unit.
  template <class Amount>
  [[nodiscard]] std::optional<pool_view<Amount>> view(pool_slot slot) const {
    const auto* account = std::get_if<pool_account<Amount>>(&account_);
    if (!account || places_[slot.period].unlimited || places_[slot.period].broken) return std::nullopt;
    return account->view(slot.period, slot.part);
  }
  /// A period as reports name it: "2026-10", "2026-W41", "2026-Q4", "2026-01-01/2026-12-31".
  [[nodiscard]] std::string period_of(pool_slot slot) const { return name_of_place(slot.period); }
  /// The same for the period of a lot.
  [[nodiscard]] std::string period_of_lot(std::int32_t period) const {
    const auto first = std::visit([](const auto& account) { return account.period(0); }, account_);
    return name_of_place(static_cast<std::size_t>(period - first));
  }

  /// From where so much time would be taken; empty for a pool in euros, which has no tariff to look back to.
  [[nodiscard]] std::vector<pool_draw<exact_duration>> preview(pool_slot slot, const exact_duration& time) const {
    const auto* account = std::get_if<time_account>(&account_);
    if (!account || places_[slot.period].unlimited || places_[slot.period].broken) return {};
    return account->preview(slot.period, slot.part, time);
  }
  [[nodiscard]] day_span days_of_lot(std::int32_t period) const {
    const auto& account = std::get<time_account>(account_);
    return places_[static_cast<std::size_t>(period - account.period(0))].days;
  }

  /// Charges what a funder took of a visit.
  void charge(pool_slot slot, const funder_charge& taken) {
    place& here = places_[slot.period];
    here.charged += taken.plan_time;
    here.closed_at_ceiling = here.closed_at_ceiling || taken.closes;
    if (here.unlimited) return;
    if (auto* time = std::get_if<time_account>(&account_)) {
      time->charge(slot.period, slot.part, taken.plan_time);
      if (left_slot_ == slot) left_time_ = detail::zero_or_more(left_time_ - taken.plan_time);
    }
    if (auto* euros = std::get_if<euro_account>(&account_)) {
      euros->charge(slot.period, slot.part, taken.plan_share);
      if (left_slot_ == slot) left_euros_ = detail::zero_or_more(left_euros_ - taken.plan_share);
    }
    if (left_slot_ && *left_slot_ != slot) left_slot_.reset();
  }

  /// Takes time of a pool counted in time whatever is left, or gives it back when it is below 0: what was invoiced, and
  /// corrections of it.
  void settle(pool_slot slot, const exact_duration& time) {
    place& here = places_[slot.period];
    here.charged += time;
    left_slot_.reset();
    auto* account = std::get_if<time_account>(&account_);
    if (!account || here.unlimited || here.broken) return;
    if (time < exact_duration()) {
      account->give_back(slot.period, slot.part, exact_duration() - time);
    } else {
      account->charge(slot.period, slot.part, time);
    }
  }
  /// Nothing more is charged in the period: a visit that may not be cut has reached the end of the plan.
  void close(pool_slot slot) { places_[slot.period].closed_at_ceiling = true; }

  /// What no funder took: the excess of the pool whose overflow rule decides; `worth` is what the funder would have
  /// paid.
  void refuse(pool_slot slot, const exact_duration& time, const exact_amount& worth) {
    place& here = places_[slot.period];
    here.refused += time;
    if (auto* account = std::get_if<time_account>(&account_)) account->refuse(slot.period, time);
    if (auto* account = std::get_if<euro_account>(&account_)) account->refuse(slot.period, worth);
  }

  /// The periods up to `last`, as they stand.
  [[nodiscard]] std::vector<smoothing_row> rows(const std::string& beneficiary, local_month last) const {
    std::vector<smoothing_row> out;
    for (const place& here : places_) {
      if (here.days.first > last.last_day()) break;
      smoothing_row& row = out.emplace_back();
      row.beneficiary = beneficiary;
      row.pool = name_;
      row.unit = counted_in;
      row.month = std::min(last, local_month::of(here.days.last));
      if (kind_ != pool_period::month) row.period = name_of_period(here);
      row.used = here.charged + here.refused;
      row.own = here.charged;
      row.excess = here.refused;
    }
    if (const auto* time = std::get_if<time_account>(&account_)) fill(out, time->outcomes(out.size()));
    if (const auto* euros = std::get_if<euro_account>(&account_)) fill(out, euros->outcomes(out.size()));
    return out;
  }

 private:
  using time_account = pool_account<exact_duration>;
  using euro_account = pool_account<exact_amount>;

  struct place {
    day_span days;
    std::vector<local_date> starts;  ///< of the parts
    bool unlimited = false, broken = false, closed_at_ceiling = false;
    exact_duration charged, refused;
  };

  [[nodiscard]] std::string name_of_period(const place& here) const {
    if (kind_ != pool_period::grant) return period_name(kind_, period_at(kind_, here.days.first));
    return to_string(here.days.first) + "/" + (here.days.last >= no_end ? std::string() : to_string(here.days.last));
  }
  [[nodiscard]] std::string name_of_place(std::size_t at) const {
    if (kind_ == pool_period::month) return to_string(local_month::of(places_[at].days.first));
    return name_of_period(places_[at]);
  }
  [[nodiscard]] local_month month_of_lot(std::size_t at) const { return local_month::of(places_[at].days.first); }

  void fill(std::vector<smoothing_row>& rows, const std::vector<pool_outcome<exact_duration>>& outcomes) const {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      if (places_[i].unlimited) continue;
      const auto& outcome = outcomes[i];
      smoothing_row& row = rows[i];
      row.plan_seconds = outcome.quantity;
      row.own = outcome.own + outcome.overhang;
      row.carried = carried_in_all(outcome);
      row.advance = outcome.advance;
      row.excess = outcome.excess;
      row.expired = outcome.expired;
      for (const auto& lot : outcome.lots)
        row.lots.push_back({month_of_lot(static_cast<std::size_t>(lot.period - outcomes.front().period)), lot.amount});
    }
  }

  void fill(std::vector<smoothing_row>& rows, const std::vector<pool_outcome<exact_amount>>& outcomes) const {
    const auto cents = [](const exact_amount& sum) {
      return round<money>(sum, rounding_mode::half_up).value_or(money::invalid());
    };
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      if (places_[i].unlimited) continue;
      const auto& outcome = outcomes[i];
      smoothing_euros& row = rows[i].euros.emplace();
      row.plan = cents(outcome.quantity);
      row.used = cents(covered_in_all(outcome) + outcome.excess);
      row.own = cents(outcome.own + outcome.overhang);
      row.carried = cents(carried_in_all(outcome));
      row.advance = cents(outcome.advance);
      row.excess = cents(outcome.excess);
      row.expired = cents(outcome.expired);
      for (const auto& lot : outcome.lots) {
        row.lots.push_back(
            {month_of_lot(static_cast<std::size_t>(lot.period - outcomes.front().period)), cents(lot.amount)});
      }
    }
  }

  std::string name_;
  pool_period kind_;
  std::variant<time_account, euro_account> account_;
  std::vector<place> places_;
  std::optional<pool_slot> left_slot_;  ///< where what is left is known
  exact_duration left_time_;
  exact_amount left_euros_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
