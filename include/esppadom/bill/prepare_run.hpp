// How facts are prepared. Who links the library finds it compiled there; see bill/linkage.hpp.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "esppadom/bill/circumstance_index.hpp"
#include "esppadom/bill/fact_merger.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/bill/visit_place.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/message/checks/circumstances.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {
/// Overlaps of one caregiver's visits at different beneficiaries, and gaps shorter than `travel` between them, over all
/// beneficiaries: one pass a caregiver.
inline caregiver_conflicts find_caregiver_conflicts(const std::vector<beneficiary_ledger>& beneficiaries,
                                                    duration travel) {
  struct stay {
    const visit_record* visit;
    const std::string* beneficiary;
  };
  std::unordered_map<visit_place, std::vector<stay>, place_hash> by_caregiver;  // (provider, caregiver)
  for (const auto& facts : beneficiaries) {
    for (const auto& visit : facts.visits) {
      const bool live = visit.retained && !visit.caregiver.empty() && !visit.is_planned &&
                        visit.correction_code != "SUP" &&
                        !is_monthly_total({visit.arrival, visit.departure, visit.retained, std::nullopt});
      if (live) by_caregiver[{visit.provider, visit.caregiver}].push_back({&visit, &facts.beneficiary});
    }
  }
  caregiver_conflicts conflicts;
  for (auto& [who, stays] : by_caregiver) {
    std::sort(stays.begin(), stays.end(), [](const stay& a, const stay& b) {
      return std::tie(a.visit->retained->start, a.visit->delivery_id) <
             std::tie(b.visit->retained->start, b.visit->delivery_id);
    });
    const stay* longest = nullptr;
    for (const auto& next : stays) {
      if (longest && *longest->beneficiary != *next.beneficiary &&
          overlap(*longest->visit->retained, *next.visit->retained)) {
        const auto* later = replaces(*next.visit, *longest->visit) ? next.visit : longest->visit;
        const auto* other = later == next.visit ? longest->visit : next.visit;
        conflicts[{later->provider, later->delivery_id}].overlapping = other->delivery_id;
      } else if (longest && *longest->beneficiary != *next.beneficiary) {
        const auto gap =
            duration::of_seconds(next.visit->retained->start.seconds - longest->visit->retained->end.seconds);
        if (gap < travel) {
          auto& where = conflicts[{next.visit->provider, next.visit->delivery_id}];
          where.previous = longest->visit->delivery_id;
          where.gap = gap;
        }
      }
      if (!longest || longest->visit->retained->end < next.visit->retained->end) longest = &next;
    }
  }
  return conflicts;
}

/// The digests that a ledger knows its visits by.
inline refused_messages messages_of(const ledger& before) {
  refused_messages known;
  for (const auto& part : before.beneficiaries) {
    for (const auto& visit : part.visits)
      known[{visit.provider, visit.delivery_id}] = visit.digest;
  }
  return known;
}

/// Marks the visits of what a payer refused: they are credited, and wait until they are sent again. What was refused is
/// the message the ledger knows: one that replaces it in this run waits with it, for a difference of nothing would
/// leave the refused line standing, and is returned, to be billed by the next run.
inline refused_messages apply_rejections(const std::vector<rejection>& given, const ledger& before,
                                         std::vector<beneficiary_ledger>& beneficiaries, findings& found) {
  refused_messages resubmitted;
  if (given.empty()) return resubmitted;
  const auto known_messages = messages_of(before);
  for (const auto& item : given) {
    bool known = false;
    for (auto& facts : beneficiaries) {
      std::set<std::pair<std::string_view, std::string_view>> refused;
      for (const auto& line : facts.lines) {
        if (line.document != item.invoice_id) continue;
        if (item.line_id && *item.line_id != std::to_string(line.number)) continue;
        known = true;
        for (const auto& visit : line.deliveries)
          refused.insert({line.provider, visit.delivery_id});
      }
      for (auto& visit : facts.visits) {
        // A refusal counts once, even when it is told again after the visit was sent again.
        const bool told = visit.rejected && visit.rejected->invoice_id == item.invoice_id;
        if (told || !refused.contains({visit.provider, visit.delivery_id})) continue;
        visit.rejected = rejected_visit{item.invoice_id, item.reason, visit.digest};
        const auto message = known_messages.find({visit.provider, visit.delivery_id});
        if (message != known_messages.end() && message->second != visit.digest) resubmitted.insert(*message);
      }
    }
    if (!known) found.add(bil_rejection_unknown, item.invoice_id, {item.invoice_id, item.line_id.value_or("-")});
  }
  return resubmitted;
}

}  // namespace detail

ESPPADOM_CHAIN prepared_facts prepare(const increment& input, const circumstances& given, const ledger& before,
                                      const std::vector<complete_month>& complete, duration travel) {
  prepared_facts result;
  result.found.merge(input.found());
  check_circumstances(given, result.found);
  detail::fact_merger merger(before, input, result.found);
  merger.add(given.absences);
  merger.drop_absent(complete);
  result.beneficiaries = merger.finish();

  detail::circumstance_index index(given);
  for (auto& facts : result.beneficiaries) {
    for (auto& visit : facts.visits)
      index.apply(facts.beneficiary, visit);
  }
  index.report_unused(result.found);
  result.resubmitted = detail::apply_rejections(given.rejections, before, result.beneficiaries, result.found);
  result.advances = given.advances;
  for (const auto& item : given.rejections) {
    if (!item.line_id) result.rejected_documents.push_back(item.invoice_id);
  }
  result.conflicts = detail::find_caregiver_conflicts(result.beneficiaries, travel);
  for (const auto& entry : input.nameless()) {
    result.unbilled.push_back({entry.visit.delivery_id, entry.beneficiary, entry.visit.provider,
                               local_month::of(reference_start(entry.visit).date()),
                               unbilled_reason::identifier_missing, std::nullopt});
  }
  return result;
}

}  // namespace esppadom::inline ESPPADOM_ABI
