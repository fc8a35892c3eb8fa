// A month billed under a few keys of a rule set, and what was found in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bill/month.hpp"

namespace esppadom::tests {

inline std::vector<finding> of_kind(const bill_result& result, const finding_kind& kind) {
  std::vector<finding> out;
  for (const auto& one : result.found.items()) {
    if (one.kind == &kind) out.push_back(one);
  }
  return out;
}

/// A rule set of département 99 from 2026 on; `rules` are its keys, `"duration": {…}, "stamps": {…}`.
inline rule_book book_under(std::string_view rules) {
  const std::string head = R"({"id": "dep-99", "rule_sets": [{"id": "dep-99-2026", "version": 1, )"
                           R"("valid_from": "2026-01-01", "valid_to": null, )"
                           R"("scope": {"level": "departement", "departement": "99"}, )";
  return rules_from(head + std::string(rules) + "}]}");
}

/// May 2026 of one order of 30 h under such a rule set.
inline bill_request request_under(std::string_view rules, const ordered& plan = {}) {
  auto request = request_for("2026-05", book_under(rules));
  request.messages.add(order_of(plan));
  return request;
}

}  // namespace esppadom::tests
