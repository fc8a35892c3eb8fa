// What a run is asked that cannot be meant: told, and billed all the same.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "esppadom/bill/request.hpp"
#include "esppadom/billing/document_findings.hpp"
#include "esppadom/value/paired_words.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Every provider that an order, a visit or a document of the run names, whether it came with the run or is of the
/// ledger.
inline std::set<std::string_view> providers_of_run(const bill_request& request) {
  std::set<std::string_view> out;
  for (const auto& each : request.messages.orders())
    out.insert(each.provider.id());
  for (const auto& each : request.messages.visits())
    out.insert(each.visit.provider);
  for (const auto& part : request.before.beneficiaries) {
    for (const auto& each : part.orders)
      out.insert(each.provider.id());
    for (const auto& each : part.visits)
      out.insert(each.provider);
    for (const auto& each : part.lines)
      out.insert(each.provider);
  }
  for (const auto& each : request.before.documents)
    out.insert(each.provider);
  return out;
}

}  // namespace detail

/// Tells an as-of date before the month that is billed, and each provider named as complete or as having validated
/// its pro forma that nothing of the run names: a slip in the name would leave visits standing, or an invoice unmade.
inline void check_request(const bill_request& request, findings& found) {
  if (request.as_of < request.month.first_day())
    found.add(bil_as_of_before_month, {}, {to_string(request.as_of), to_string(request.month)});
  if (request.complete.empty() && request.with.validated.empty()) return;
  const auto known = detail::providers_of_run(request);
  const auto tell = [&](const std::string& provider, std::string field, std::size_t at, const paired_words& said) {
    if (known.contains(provider)) return;
    finding one;
    one.kind = &bil_unknown_provider;
    one.path = std::move(field) + "[" + std::to_string(at) + "]";
    one.arguments = with_words({provider}, said);
    found.add(std::move(one));
  };
  for (std::size_t i = 0; i < request.complete.size(); ++i)
    tell(request.complete[i].provider, "complete_for", i, {"its month is complete", "son mois est complet"});
  for (std::size_t i = 0; i < request.with.validated.size(); ++i)
    tell(request.with.validated[i], "validated", i, {"its pro forma is validated", "sa pro forma est validée"});
}

}  // namespace esppadom::inline ESPPADOM_ABI
