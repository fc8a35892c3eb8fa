// The class of a visit: from its correction code, from the evidence, or the worse of both; and whether a correction is
// documented as the rule set asks. Billing rules reference, section 2a, steps 10 to 12 (inferred, medium to high).
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "esppadom/billing/calendar_rules.hpp"
#include "esppadom/billing/stamps.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

inline bool covers(const code_map_entry& entry, local_date issued) {
  return (!entry.issued_from || *entry.issued_from <= issued) && (!entry.issued_to || issued <= *entry.issued_to);
}

}  // namespace detail

/// The code map entry for a message: valid on its issue date, its own producer's before the one for all. Null when
/// there is none.
inline const code_map_entry* code_map_for(const stamp_rules& rules, std::string_view producer, local_date issued) {
  const code_map_entry* general = nullptr;
  for (const code_map_entry& entry : rules.code_map) {
    if (!detail::covers(entry, issued)) continue;
    if (!entry.producer) {
      general = &entry;
    } else if (*entry.producer == producer) {
      return &entry;
    }
  }
  return general;
}

/// The class a correction code stands for, on the message's issue date and for its producer, whatever the date of the
/// visit: a May visit exported in June has the meaning of June. The empty code is "no correction". Codes are compared
/// without surrounding blanks. No value: the rule set does not know the code.
inline std::optional<visit_class> class_from_code(std::string_view code, std::string_view producer, local_date issued,
                                                  const stamp_rules& rules) {
  const code_map_entry* entry = code_map_for(rules, producer, issued);
  if (entry == nullptr) return std::nullopt;
  for (const code_class& candidate : entry->map) {
    if (equal_collapsed(candidate.code, code)) return candidate.meaning;
  }
  return std::nullopt;
}

/// What a message shows of how a visit was recorded.
struct visit_evidence {
  bool arrival_stamped = false;
  bool departure_stamped = false;
  std::span<const std::string> arrival_methods;
  std::span<const std::string> departure_methods;
  std::optional<interval> retained;  ///< as sent
  std::optional<interval> computed;  ///< what the rule set makes of the stamps, with source `stamped`
};

namespace detail {

inline bool is_probative(std::span<const std::string> methods, const std::vector<std::string>& probative) {
  return std::any_of(methods.begin(), methods.end(), [&](const std::string& method) {
    return std::find(probative.begin(), probative.end(), method) != probative.end();
  });
}

constexpr bool differ_by_more(local_time a, local_time b, duration gap, const clock_line& line) {
  instant first;
  instant second;
  if (line.place(a).get(first) != error_code::success || line.place(b).get(second) != error_code::success) return true;
  const std::int64_t difference = first.unix_seconds - second.unix_seconds;
  return difference > gap.seconds || difference < -gap.seconds;
}

}  // namespace detail

/// The class by the evidence. A missing side is a corrected one; with no stamp at all the visit was created. Then,
/// where the rule set tests them: a side identified by no probative method → `not_probative`; a retained period that
/// lies more than `retained_gap_min` from what the stamps give → `times_changed`. Else `stamped`.
inline visit_class class_from_evidence(const visit_evidence& seen, const stamp_rules& rules,
                                       const calendar_rules& calendar) {
  if (!seen.arrival_stamped && !seen.departure_stamped) return visit_class::created;
  if (!seen.arrival_stamped) return visit_class::start_corrected;
  if (!seen.departure_stamped) return visit_class::end_corrected;
  if (!rules.probative_methods.empty() && (!detail::is_probative(seen.arrival_methods, rules.probative_methods) ||
                                           !detail::is_probative(seen.departure_methods, rules.probative_methods)))
    return visit_class::not_probative;
  if (!rules.retained_gap || !seen.retained || !seen.computed) return visit_class::stamped;
  const clock_line line = line_of(calendar);
  const bool changed = detail::differ_by_more(seen.retained->start, seen.computed->start, *rules.retained_gap, line) ||
                       detail::differ_by_more(seen.retained->end, seen.computed->end, *rules.retained_gap, line);
  return changed ? visit_class::times_changed : visit_class::stamped;
}

/// Whether a class says that the recording of the visit was corrected.
constexpr bool is_correction(visit_class value) {
  switch (value) {
    case visit_class::start_corrected:
    case visit_class::end_corrected:
    case visit_class::both_corrected:
    case visit_class::created:
    case visit_class::not_probative:
    case visit_class::times_changed:
      return true;
    default:
      return false;
  }
}

/// Whether code and evidence say the same; when not, that is always a finding. Without stamps a message cannot show
/// whether there ever were any, so that `both_corrected` and `created` agree; a change of other data leaves the stamps
/// as they are; classes that expect no stamps, or no visit, are not compared.
constexpr bool agree(visit_class by_code, visit_class by_evidence) {
  switch (by_code) {
    case visit_class::both_corrected:
    case visit_class::created:
      return by_evidence == visit_class::both_corrected || by_evidence == visit_class::created;
    case visit_class::data_changed:
      return !is_correction(by_evidence);
    case visit_class::deleted:
    case visit_class::stamp_only:
    case visit_class::declarative:
    case visit_class::rejected:
      return true;
    default:
      return by_code == by_evidence;
  }
}

/// The worse of both: a correction if either says so, the code's own class where both do.
constexpr visit_class worst(visit_class by_code, visit_class by_evidence) {
  if (agree(by_code, by_evidence) || is_correction(by_code) || !is_correction(by_evidence)) return by_code;
  return by_evidence;
}

/// What a correction lacks, as the rule set sees it. All false: nothing.
struct correction_gaps {
  bool reason_missing = false;
  bool author_missing = false;
  bool reason_not_allowed = false;

  [[nodiscard]] constexpr bool any() const { return reason_missing || author_missing || reason_not_allowed; }
  friend constexpr bool operator==(const correction_gaps&, const correction_gaps&) = default;
};

/// Reason and author of a correction against `reason_required` (classes that need both) and `reasons_allowed` (the
/// authorised reasons of a class; a class without a list takes any).
inline correction_gaps gaps_of(visit_class corrected, const std::optional<std::string>& reason,
                               const std::optional<std::string>& author, const stamp_rules& rules) {
  correction_gaps gaps;
  const auto& required = rules.reason_required;
  if (std::find(required.begin(), required.end(), corrected) != required.end()) {
    gaps.reason_missing = !reason || reason->empty();
    gaps.author_missing = !author || author->empty();
  }
  if (!reason || reason->empty()) return gaps;
  for (const class_reasons& list : rules.reasons_allowed) {
    if (list.corrected != corrected) continue;
    gaps.reason_not_allowed = std::find(list.reasons.begin(), list.reasons.end(), *reason) == list.reasons.end();
  }
  return gaps;
}

}  // namespace esppadom::inline ESPPADOM_ABI
