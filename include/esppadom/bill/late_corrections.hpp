// Corrections that come after their deadline (`invoicing.correction_deadline_days`; open): they are not taken, and an
// earlier message of the visit stands.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/bill/increment.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/bill/request.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The messages of an increment that came in time, and the corrections that did not.
struct corrections_in_time {
  struct late_visit {
    named_visit entry;
    std::int64_t deadline_days = 0;
  };
  increment in_time;
  std::vector<late_visit> late;

  bool any() const { return !late.empty(); }

  /// Tells of every late correction; a visit that no other message tells of is listed as unbilled.
  void report(prepared_facts& facts) const {
    for (const auto& [entry, days] : late) {
      const auto& visit = entry.visit;
      facts.found.add(bil_correction_too_late, visit.delivery_id,
                      {to_string(visit.issued_at.date()), std::to_string(days)});
      const auto knows = [&](const beneficiary_ledger& part) {
        return std::any_of(part.visits.begin(), part.visits.end(), [&](const visit_record& known) {
          return known.provider == visit.provider && known.delivery_id == visit.delivery_id;
        });
      };
      if (std::any_of(facts.beneficiaries.begin(), facts.beneficiaries.end(), knows)) continue;
      facts.unbilled.push_back({visit.delivery_id, entry.beneficiary, visit.provider,
                                local_month::of(reference_start(visit).date()), unbilled_reason::correction_too_late,
                                std::nullopt});
    }
  }
};

/// Takes corrections out that were issued more than the deadline after the day of their visit; the last day itself is
/// in time. Any correction code counts but `HOR`, which replaces nothing. The rules are those of département, provider,
/// service and beneficiary on that day: which funder pays is not known yet.
/// Example: deadline 10 days, visit of 4 May: a correction issued on 14 May is taken, one of 15 May is not.
inline corrections_in_time late_corrections(const increment& given, rule_lookup& rules) {
  corrections_in_time out;
  if (!rules.has_correction_deadlines()) return out;
  const auto deadline_of = [&](const named_visit& entry) -> std::optional<std::int64_t> {
    const auto& visit = entry.visit;
    if (visit.correction_code.empty() || visit.correction_code == "HOR") return std::nullopt;
    rule_query query;
    query.date = reference_start(visit).date();
    query.departement = sole_departement(rules.book());
    query.provider = visit.provider;
    query.service = visit.service;
    query.beneficiary = entry.beneficiary;
    const auto& days = rules.at(query).rules.invoicing.correction_deadline_days;
    if (!days || visit.issued_at.date() <= query.date + static_cast<std::int32_t>(*days)) return std::nullopt;
    return days;
  };
  for (const auto& entry : given.visits()) {
    if (const auto days = deadline_of(entry)) out.late.push_back({entry, *days});
  }
  if (out.late.empty()) return out;
  out.in_time = given;
  out.in_time.keep_if([&](const named_visit& entry) { return !deadline_of(entry); });
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
