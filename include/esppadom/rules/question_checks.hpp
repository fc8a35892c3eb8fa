// Whether a rule book has rules for what is asked of it.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "esppadom/rules/question_findings.hpp"
#include "esppadom/rules/rule_book.hpp"
#include "esppadom/rules/scope_words.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// Whether a version says something of that funder beyond scopes: under `funding.per_funder` or `funding.order`.
inline bool pays_under(const rule_version& one, std::string_view funder) {
  const auto& funding = one.values.funding;
  return std::any_of(funding.per_funder.begin(), funding.per_funder.end(),
                     [&](const funder_rules& rules) { return rules.funder == funder; }) ||
         std::find(funding.order.begin(), funding.order.end(), funder) != funding.order.end();
}

}  // namespace detail

/// Tells of a département that is not the book's, of a day on which nothing of the book holds, and of identifiers that
/// the book does not name. Example: a book of département 99 asked for 12 gives one finding, ESP-RUL-060.
inline findings check_question(const rule_book& book, const rule_query& query) {
  findings found;
  const auto own = sole_departement(book);
  if (!own.empty() && !query.departement.empty() && query.departement != own) {
    found.add(rul_other_departement, {}, {std::string(own), std::string(query.departement)});
    return found;
  }
  const auto applies = [&](const rule_version& one) {
    local_date from = query.date;
    local_date to = query.date;
    return detail::matches(one.scope, query) && detail::in_force(one, query.date, from, to);
  };
  if (!book.versions.empty() && std::none_of(book.versions.begin(), book.versions.end(), applies))
    found.add(rul_nothing_in_force, {}, {to_string(query.date)});
  const auto look_for = [&](std::string_view asked, std::optional<std::string> rule_scope::*field, scope_level level) {
    const auto names = [&](const rule_version& one) {
      return one.scope.*field == asked || (field == &rule_scope::funder && detail::pays_under(one, asked));
    };
    if (!asked.empty() && std::none_of(book.versions.begin(), book.versions.end(), names))
      found.add(rul_no_scope_of, {}, with_words({std::string(asked)}, words_of(level)));
  };
  look_for(query.funder, &rule_scope::funder, scope_level::funder);
  look_for(query.provider, &rule_scope::provider, scope_level::provider);
  look_for(query.service, &rule_scope::service, scope_level::service);
  look_for(query.beneficiary, &rule_scope::beneficiary, scope_level::beneficiary);
  return found;
}

}  // namespace esppadom::inline ESPPADOM_ABI
