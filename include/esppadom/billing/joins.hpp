// Which order line a visit belongs to, and which lines fund it. Messages reference, section 4 (semantics); billing
// rules reference, section 2d. Joining is inferred (medium); superseding too.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "esppadom/billing/findings.hpp"
#include "esppadom/billing/funding_findings.hpp"
#include "esppadom/billing/visit_record.hpp"
#include "esppadom/message/order.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An order line as billing looks it up.
struct plan_line {
  const order* from = nullptr;
  const order_line* line = nullptr;
  std::string_view payer;
  std::string_view service;
  std::string_view aid_type;
  std::optional<local_date> superseded_on;  ///< first day on which a later order stands instead

  /// Whether the line is the one in force for a visit that starts at `when`.
  bool in_force(local_time when) const {
    return contains(from->validity_period, when) && (!superseded_on || when.date() < *superseded_on);
  }
};

namespace detail {
inline bool overlap(const validity_period& a, const validity_period& b) {
  const auto ends_before = [](const validity_period& first, const validity_period& second) {
    return first.end &&
           (first.end->seconds_of_day() == 0 ? first.end->date() < second.start.date() : *first.end <= second.start);
  };
  return !ends_before(a, b) && !ends_before(b, a);
}

inline bool same_line_id(const order& a, const order& b) {
  return std::any_of(a.lines.begin(), a.lines.end(), [&](const order_line& line) {
    return std::any_of(b.lines.begin(), b.lines.end(),
                       [&](const order_line& other) { return other.order_line_id == line.order_line_id; });
  });
}

inline bool same_plan_and_payer(const order& a, const order& b) {
  if (!a.plan || !b.plan || !a.plan->id || a.plan->id != b.plan->id) return false;
  return std::all_of(a.lines.begin(), a.lines.end(), [&](const order_line& line) {
    return std::any_of(b.lines.begin(), b.lines.end(),
                       [&](const order_line& other) { return a.payer_of(line).id() == b.payer_of(other).id(); });
  });
}
}  // namespace detail

namespace detail {
/// Whether both orders name a plan, each another.
inline bool of_different_plans(const order& a, const order& b) {
  return a.plan && a.plan->id && b.plan && b.plan->id && *a.plan->id != *b.plan->id;
}

/// A line of the first for a service that the other, too, orders at the expense of the same payer; null when there is
/// none.
inline const order_line* line_of_both(const order& a, const order& b) {
  for (const auto& line : a.lines) {
    for (const auto& other : b.lines) {
      if (line.service.code() == other.service.code() && a.payer_of(line).id() == b.payer_of(other).id()) return &line;
    }
  }
  return nullptr;
}
}  // namespace detail

/// Whether `later` supersedes `earlier`: it names it, or, naming none, matches its order line (or its plan and payer)
/// over an overlapping period and was issued later. It does so from its own first day on.
inline bool supersedes(const order& later, const order& earlier) {
  if (&later == &earlier || later.issued_at <= earlier.issued_at) return false;
  if (later.previous_order) return later.previous_order->id == earlier.order_id;
  if (later.provider.id() != earlier.provider.id()) return false;
  if (!detail::overlap(later.validity_period, earlier.validity_period)) return false;
  return detail::same_line_id(later, earlier) || detail::same_plan_and_payer(later, earlier);
}

/// The order lines of one beneficiary, in document order of orders sorted by issue time, as known on a date.
class plan_lines {
 public:
  plan_lines() = default;

  /// `orders` must outlive the result. Superseded orders and those issued after `as_of` give a finding.
  plan_lines(std::span<const order> orders, local_date as_of, findings& found) {
    std::vector<const order*> known;
    for (const auto& candidate : orders) {
      if (candidate.issued_at.date() <= as_of) {
        known.push_back(&candidate);
      } else {
        found.add(bil_order_after_as_of, candidate.order_id, {candidate.order_id, to_string(as_of)});
      }
    }
    std::sort(known.begin(), known.end(), [](const order* a, const order* b) {
      return std::tie(a->issued_at, a->order_id) < std::tie(b->issued_at, b->order_id);
    });
    std::vector<std::optional<local_date>> all_ends;
    for (const auto* earlier : known) {
      std::optional<local_date> ends;
      for (const auto* later : known) {
        if (!supersedes(*later, *earlier)) continue;
        const auto from = later->validity_period.start.date();
        if (!ends || from < *ends) ends = from;
        found.add(bil_order_superseded, earlier->order_id, {earlier->order_id, later->order_id, to_string(from)});
      }
      for (const auto& line : earlier->lines) {
        lines_.push_back(
            {earlier, &line, earlier->payer_of(line).id(), line.service.code(), line.service.aid_type(), ends});
      }
      all_ends.push_back(ends);
    }
    tell_contradictions(known, all_ends, found);
  }

  const std::vector<plan_line>& all() const { return lines_; }

 private:
  /// Orders of one service at the expense of one payer, where neither ends with the other. Different plans may well be
  /// in force at once.
  static void tell_contradictions(const std::vector<const order*>& known,
                                  const std::vector<std::optional<local_date>>& ends, findings& found) {
    for (std::size_t i = 0; i < known.size(); ++i) {
      for (std::size_t j = i + 1; j < known.size(); ++j) {
        const auto& a = *known[i];
        const auto& b = *known[j];
        if (a.provider.id() != b.provider.id() || !detail::overlap(a.validity_period, b.validity_period)) continue;
        if (detail::of_different_plans(a, b)) continue;
        const auto from = std::max(a.validity_period.start.date(), b.validity_period.start.date());
        if ((ends[i] && *ends[i] <= from) || (ends[j] && *ends[j] <= from)) continue;
        if (const auto* line = detail::line_of_both(a, b))
          found.add(bil_orders_contradict, a.order_id,
                    {a.order_id, b.order_id, std::string(line->service.code()), to_string(from),
                     std::string(a.payer_of(*line).id())});
      }
    }
  }

  std::vector<plan_line> lines_;
};

/// The line a visit belongs to, or why there is none.
struct joined_line {
  const plan_line* line = nullptr;
  unbilled_reason reason = unbilled_reason::none;
  std::size_t candidates = 0;
  bool by_service = false;  ///< the identifiers the visit names matched nothing in force
};

namespace detail {
/// Several lines are one funding when they order the same service from different payers.
inline bool one_funding(const std::vector<const plan_line*>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i]->service != lines[0]->service) return false;
    for (std::size_t j = 0; j < i; ++j) {
      if (lines[i]->payer == lines[j]->payer) return false;
    }
  }
  return true;
}

inline joined_line chosen(const std::vector<const plan_line*>& candidates) {
  if (candidates.empty()) return {};
  if (!one_funding(candidates)) return {nullptr, unbilled_reason::several_order_lines, candidates.size(), false};
  return {candidates.front(), unbilled_reason::none, candidates.size(), false};
}

template <class Predicate>
std::vector<const plan_line*> lines_where(const std::vector<const plan_line*>& lines, Predicate holds) {
  std::vector<const plan_line*> kept;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(kept), holds);
  return kept;
}

/// The service of the line a visit names, whether or not that line is still in force.
inline std::string_view named_service(const plan_lines& plan, const visit_record& visit) {
  for (const auto& candidate : plan.all()) {
    if (candidate.line->order_line_id == visit.order_line_id &&
        (visit.order_id.empty() || candidate.from->order_id == visit.order_id)) {
      return candidate.service;
    }
  }
  return visit.service;
}
}  // namespace detail

/// Joins a visit that starts at `when`: by (order, order line), else by order line, else by service; several or none is
/// a reason not to bill.
inline joined_line join(const plan_lines& plan, const visit_record& visit, local_time when) {
  std::vector<const plan_line*> in_force;
  for (const auto& line : plan.all()) {
    if (line.from->provider.id() == visit.provider && line.in_force(when)) in_force.push_back(&line);
  }
  if (!visit.order_line_id.empty()) {
    auto by_id = detail::lines_where(
        in_force, [&](const plan_line* line) { return line->line->order_line_id == visit.order_line_id; });
    auto by_order =
        detail::lines_where(by_id, [&](const plan_line* line) { return line->from->order_id == visit.order_id; });
    if (!by_order.empty()) return detail::chosen(by_order);
    if (!by_id.empty()) return detail::chosen(by_id);
  }
  const auto service =
      visit.order_line_id.empty() ? std::string_view{visit.service} : detail::named_service(plan, visit);
  auto by_service = detail::lines_where(in_force, [&](const plan_line* line) {
    return service.empty() ? line->aid_type == visit.aid_type || visit.aid_type.empty() : line->service == service;
  });
  auto result = detail::chosen(by_service);
  if (by_service.empty()) result.reason = unbilled_reason::no_order_line;
  result.by_service = !visit.order_line_id.empty();
  return result;
}

/// The lines that fund a visit joined to `joined`: that line first, then those of other payers that order the same
/// service from the same provider on that date, each payer once.
inline std::vector<const plan_line*> funding_lines(const plan_lines& plan, const plan_line& joined, local_time when) {
  std::vector<const plan_line*> sources{&joined};
  for (const auto& line : plan.all()) {
    if (!line.in_force(when) || line.service != joined.service) continue;
    if (line.from->provider.id() != joined.from->provider.id()) continue;
    const auto known = std::any_of(sources.begin(), sources.end(),
                                   [&](const plan_line* source) { return source->payer == line.payer; });
    if (!known) sources.push_back(&line);
  }
  return sources;
}

}  // namespace esppadom
