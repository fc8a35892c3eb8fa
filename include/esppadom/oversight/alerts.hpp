// Alerts: what somebody should look at, with its date and an identifier that stays the same, so that one alert does not
// come twice. Billing rules reference, sections 3.1 and 9. Thresholds come from the rule book (`alerts`).
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

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/told_alert.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/oversight/alert_rules.hpp"
#include "esppadom/oversight/statistics/facts.hpp"
#include "esppadom/oversight/statistics/plan_follow_up.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One alert. `id` is made of what it is about and of nothing that changes from day to day.
struct alert {
  std::string id;
  alert_kind kind = alert_kind::plan_expiring;
  local_date date;  ///< when it happens: the end of an order, the day of a visit, the last day of a month
  std::string beneficiary;
  std::string provider;
  std::string subject;                    ///< an order, a visit or a pool
  std::optional<exact_duration> seconds;  ///< how much is concerned

  friend bool operator==(const alert&, const alert&) = default;
};

template <>
inline constexpr auto description<alert> = fields(field<&alert::id>("n° d'alerte"), field<&alert::kind>("nature"),
                                                  field<&alert::date>("date"),
                                                  field<&alert::beneficiary>("bénéficiaire"),
                                                  field<&alert::provider>("prestataire"),
                                                  field<&alert::subject>("objet"),
                                                  field<&alert::seconds>("temps concerné (s)"));

/// What alerts are looked for in.
struct alert_request {
  std::span<const beneficiary_ledger> facts;
  std::span<const smoothing_row> smoothing;
  std::span<const planned_visit> planned;
  local_time now;  ///< the month that is looked at is its month
  std::span<const caregiver_profile> profiles{};
};

namespace detail {

class alert_book {
 public:
  void add(alert_kind kind, local_date date, const std::string& beneficiary, const std::string& provider,
           const std::string& subject, const std::string& what = {},
           const std::optional<exact_duration>& seconds = std::nullopt) {
    alert one{std::string(name_of(kind)), kind, date, beneficiary, provider, subject, seconds};
    for (const auto* part : {&beneficiary, &provider, &subject, &what}) {
      if (!part->empty()) one.id += "/" + *part;
    }
    alerts_.insert_or_assign(one.id, std::move(one));
  }
  [[nodiscard]] std::vector<alert> sorted() const {
    std::vector<alert> out;
    for (const auto& [id, one] : alerts_)
      out.push_back(one);
    std::sort(out.begin(), out.end(),
              [](const alert& a, const alert& b) { return std::tie(a.date, a.id) < std::tie(b.date, b.id); });
    return out;
  }

 private:
  std::map<std::string, alert> alerts_;
};

// The same day some months later, at most the last of its month.
constexpr local_date months_after(local_date day, std::int64_t months) {
  const auto month = local_month::of(day) + static_cast<std::int32_t>(months);
  return std::min(month.first_day() + (day.day() - 1), month.last_day());
}

inline void look_at_orders(const beneficiary_ledger& part, local_date today, const alert_rules& rules,
                           alert_book& book) {
  findings ignored;
  const plan_lines plan(part.orders, today, ignored);
  std::optional<local_date> first;
  bool with_aid = false;
  for (const auto& line : plan.all()) {
    const auto start = line.from->validity_period.start.date();
    if (!first || start < *first) first = start;
    with_aid = with_aid || !line.aid_type.empty();
    const auto& end = line.from->validity_period.end;
    if (!end || line.superseded_on) continue;
    const auto last = end->seconds_of_day() == 0 ? end->date() : civil_sum(*end, duration::of_seconds(-1)).date();
    if (last < today || last > months_after(today, rules.plan_expiry_months)) continue;
    const bool followed = std::any_of(plan.all().begin(), plan.all().end(), [&](const plan_line& other) {
      return other.payer == line.payer && other.service == line.service &&
             other.from->provider.id() == line.from->provider.id() && other.in_force(local_time::at(last + 1));
    });
    if (followed) continue;
    book.add(alert_kind::plan_expiring, last, part.beneficiary, std::string(line.from->provider.id()),
             line.from->order_id, to_string(last));
  }
  if (first && local_month::of(*first) == local_month::of(today)) {
    book.add(with_aid ? alert_kind::new_beneficiary_with_aid : alert_kind::new_beneficiary_without_aid, *first,
             part.beneficiary, {}, {}, to_string(local_month::of(*first)));
  }
}

// Profiles by (provider, caregiver).
using known_profiles = std::map<std::pair<std::string_view, std::string_view>, std::vector<const caregiver_profile*>>;

inline known_profiles profiles_by_caregiver(std::span<const caregiver_profile> given) {
  known_profiles out;
  for (const auto& one : given)
    out[{one.provider, one.caregiver}].push_back(&one);
  return out;
}

// Whether both sides are known, what the service accepts and what the caregiver is on that day, and do not meet.
inline bool is_unqualified(const visit_record& visit, local_date day, const alert_rules& rules,
                           const known_profiles& known) {
  const auto accepted = std::find_if(rules.qualifications.begin(), rules.qualifications.end(),
                                     [&visit](const accepted_profiles& one) { return one.service == visit.service; });
  const auto own = known.find({visit.provider, visit.caregiver});
  if (accepted == rules.qualifications.end() || own == known.end()) return false;
  bool any = false;
  for (const auto* one : own->second) {
    if ((one->from && day < *one->from) || (one->to && day > *one->to)) continue;
    any = true;
    const auto& profiles = accepted->profiles;
    if (std::find(profiles.begin(), profiles.end(), one->profile) != profiles.end()) return false;
  }
  return any;
}

inline void look_at_visits(const beneficiary_ledger& part, local_date today, const alert_rules& rules,
                           const known_profiles& profiles, alert_book& book) {
  for (const auto& visit : part.visits) {
    const auto day = reference_start(visit).date();
    if (!took_place(visit) || day > today || local_month::of(day) != local_month::of(today)) continue;
    const auto add = [&](alert_kind kind) { book.add(kind, day, part.beneficiary, visit.provider, visit.delivery_id); };
    const int sides = (visit.arrival ? 1 : 0) + (visit.departure ? 1 : 0);
    if (sides == 1) add(alert_kind::incomplete_call);
    if (sides == 0 && !visit.incompatible) add(alert_kind::unstamped_visit);
    const bool away = std::any_of(part.absences.begin(), part.absences.end(),
                                  [day](const absence& one) { return day >= one.from && (!one.to || day <= *one.to); });
    if (away) add(alert_kind::visit_during_absence);
    if (is_unqualified(visit, day, rules, profiles)) add(alert_kind::unqualified_caregiver);
  }
}

// The longest watch that has passed counts; each is an alert of its own.
inline void look_at_planned(const alert_request& in, const planned_visit& one, const alert_rules& rules,
                            alert_book& book) {
  if (one.start.date() != in.now.date()) return;
  const auto part = std::find_if(in.facts.begin(), in.facts.end(),
                                 [&](const beneficiary_ledger& each) { return each.beneficiary == one.beneficiary; });
  if (part != in.facts.end()) {
    for (const auto& visit : part->visits) {
      const auto plan = planned_time(visit);
      const bool same = one.delivery_id ? visit.delivery_id == *one.delivery_id
                                        : visit.provider == one.provider && plan && plan->start == one.start;
      if (same && (visit.arrival || visit.departure)) return;
    }
  }
  std::optional<duration> passed;
  for (const auto watch : rules.watch) {
    if (civil_difference(one.start, in.now) >= watch && (!passed || watch > *passed)) passed = watch;
  }
  if (!passed) return;
  book.add(alert_kind::late_start, one.start.date(), one.beneficiary, one.provider,
           one.delivery_id.value_or(to_string(one.start)), to_minutes_string(*passed),
           exact_duration(civil_difference(one.start, in.now)));
}

// The rows of one pool, in the order of months.
template <class LastMonthOf>
void look_at_pool(std::span<const smoothing_row* const> rows, local_month month, const alert_rules& rules,
                  const LastMonthOf& last_month_of, alert_book& book) {
  std::int64_t low = 0;
  for (const auto* row : rows) {
    if (row->month > month) break;
    const bool limits = row->plan_seconds && *row->plan_seconds > exact_duration{};
    bool is_low = false;
    if (limits && rules.underuse_pct)
      is_low = row->used * std::int64_t{1'000'000} < *row->plan_seconds * rules.underuse_pct->e4;
    low = is_low ? low + 1 : 0;
    if (row->month != month) continue;
    const auto label = to_string(month);
    if (row->excess > exact_duration{})
      book.add(alert_kind::overrun, month.last_day(), row->beneficiary, {}, row->pool, label, row->excess);
    for (const auto& lot : row->lots) {
      const std::optional<local_month> last = last_month_of(*row, lot);
      if (last && *last == month && lot.left > exact_duration{})
        book.add(alert_kind::carry_lot_expiring, month.last_day(), row->beneficiary, {}, row->pool,
                 to_string(lot.month), lot.left);
    }
    if (rules.underuse_months && low >= *rules.underuse_months)
      book.add(alert_kind::underuse, month.last_day(), row->beneficiary, {}, row->pool, label,
               *row->plan_seconds - row->used);
  }
}

}  // namespace detail

/// The alerts of a moment, by date, then identifier. `rules_of(beneficiary)` gives the thresholds, `last_month_of(row,
/// lot)` the last month in which a lot may be used. Watches, expiry and underuse compare with the threshold itself
/// included: an order that ends two months from today to the day is told, a plan used to exactly the percentage is not.
template <class RulesOf, class LastMonthOf>
std::vector<alert> alerts(const alert_request& in, const RulesOf& rules_of, const LastMonthOf& last_month_of) {
  detail::alert_book book;
  const auto today = in.now.date();
  const auto profiles = detail::profiles_by_caregiver(in.profiles);
  for (const auto& part : in.facts) {
    const alert_rules rules = rules_of(part.beneficiary);
    detail::look_at_orders(part, today, rules, book);
    detail::look_at_visits(part, today, rules, profiles, book);
  }
  for (const auto& one : in.planned)
    detail::look_at_planned(in, one, rules_of(one.beneficiary), book);
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const smoothing_row*>> pools;
  for (const auto& row : in.smoothing) {
    if (!row.unit) pools[{row.beneficiary, row.pool}].push_back(&row);
  }
  for (const auto& [key, rows] : pools) {
    detail::look_at_pool(std::span<const smoothing_row* const>(rows), local_month::of(today),
                         rules_of(std::string(key.first)), last_month_of, book);
  }
  return book.sorted();
}

/// The alerts of `now` that were not among those told `before` (identifiers): what is new.
inline std::vector<alert> new_alerts(std::vector<alert> now, const std::set<std::string>& before) {
  std::erase_if(now, [&before](const alert& one) { return before.contains(one.id); });
  return now;
}

}  // namespace esppadom::inline ESPPADOM_ABI
