// The rule book: dated, scoped rule sets, and the look-up that resolves every key to the most specific scope valid on a
// date. Billing rules reference, section 4 (a proposal of the library; inferred, high).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/rules/parameter_table.hpp"
#include "esppadom/rules/rule_set.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_date.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// From the least to the most specific.
enum class scope_level : std::uint8_t { departement, funder, provider, service, beneficiary };

template <>
struct enum_names<scope_level> {
  static constexpr enum_name<scope_level> items[] = {{scope_level::departement, "departement"},
                                                     {scope_level::funder, "funder"},
                                                     {scope_level::provider, "provider"},
                                                     {scope_level::service, "service"},
                                                     {scope_level::beneficiary, "beneficiary"}};
};

/// Whom a rule set is for: every field that is given must match. The field of the level is given (at level
/// `departement` it may be absent: every payer), fields of more specific levels are not. The département is the
/// payer's (*domicile de secours*), not the provider's.
struct rule_scope {
  scope_level level = scope_level::departement;
  std::optional<std::string> departement;
  std::optional<std::string> funder;
  std::optional<std::string> provider;
  std::optional<std::string> service;
  std::optional<std::string> beneficiary;

  friend bool operator==(const rule_scope&, const rule_scope&) = default;
};

template <>
inline constexpr auto description<rule_scope> = fields(field<&rule_scope::level>("niveau"),
                                                       field<&rule_scope::departement>("département payeur"),
                                                       field<&rule_scope::funder>("financeur"),
                                                       field<&rule_scope::provider>("prestataire"),
                                                       field<&rule_scope::service>("prestation"),
                                                       field<&rule_scope::beneficiary>("bénéficiaire"));

/// The legal or contractual source of a rule set.
struct rule_source {
  std::optional<std::string> text;
  std::optional<std::string> url;

  friend bool operator==(const rule_source&, const rule_source&) = default;
};

template <>
inline constexpr auto description<rule_source> = fields(field<&rule_source::text>("texte"),
                                                        field<&rule_source::url>("adresse"));

/// A key that this version of the library does not know, kept by lenient reading: it has no effect.
struct unknown_key {
  std::string pointer;  ///< JSON pointer inside the rule set
  std::string json;     ///< its value, compact

  friend bool operator==(const unknown_key&, const unknown_key&) = default;
};

/// One version of a rule set. Only the leaves in `set` (and, for each entry of `values.funding.per_funder`, in
/// `per_funder_set`) say anything; the others keep the neutral value and leave the key to less specific scopes.
struct rule_version {
  std::string id;
  std::int64_t version = 1;
  std::optional<local_date> valid_from;  ///< inclusive; none = always
  std::optional<local_date> valid_to;    ///< inclusive; none = for ever
  rule_scope scope;
  rule_source source;
  rule_set values;
  parameter_mask<rule_set> set;
  std::vector<parameter_mask<funder_rules>> per_funder_set;
  std::vector<unknown_key> unknown;
  std::string sha256;  ///< of its canonical JSON; empty when it was not read from a file

  friend bool operator==(const rule_version&, const rule_version&) = default;
};

/// All rules of a request. A book without versions is valid: everything is neutral.
struct rule_book {
  std::string id;
  std::vector<rule_version> versions;

  friend bool operator==(const rule_book&, const rule_book&) = default;
};

/// Whom and when rules are asked for; what is not known is empty, and a scope that names it then does not match. The
/// date is the visit's start date (for `stamps.code_map` the issue date of the message).
struct rule_query {
  local_date date = {};
  std::string_view departement = {};
  std::string_view funder = {};
  std::string_view provider = {};
  std::string_view service = {};
  std::string_view beneficiary = {};
};

namespace detail {

inline constexpr std::uint32_t neutral_origin = (std::numeric_limits<std::uint32_t>::max)();

template <class Set>
using leaf_origins = std::array<std::uint32_t, leaf_count<Set>>;

template <class Set>
constexpr leaf_origins<Set> neutral_origins() {
  leaf_origins<Set> origins{};
  for (auto& origin : origins)
    origin = neutral_origin;
  return origins;
}

}  // namespace detail

/// Rules as they hold between two dates.
struct resolved_rules {
  /// The origin of a key that no version sets.
  static constexpr std::uint32_t neutral = detail::neutral_origin;

  rule_set rules;
  local_date valid_from;  ///< over these dates, both inclusive, the same query gives the same rules
  local_date valid_to;
  /// For each leaf the index in `rule_book::versions` of the version that gave it, or `neutral`.
  detail::leaf_origins<rule_set> origin = detail::neutral_origins<rule_set>();
  /// The same for each entry of `rules.funding.per_funder`.
  std::vector<detail::leaf_origins<funder_rules>> per_funder_origin;

  friend bool operator==(const resolved_rules&, const resolved_rules&) = default;
};

namespace detail {

// The first and the last date there can be.
inline constexpr local_date first_date{days_of(first_year, 1, 1)};
inline constexpr local_date last_date{days_of(last_year, 12, 31)};

constexpr bool names(const std::optional<std::string>& field, std::string_view asked) {
  return !field || *field == asked;
}

inline bool matches(const rule_scope& scope, const rule_query& query) {
  return names(scope.departement, query.departement) && names(scope.funder, query.funder) &&
         names(scope.provider, query.provider) && names(scope.service, query.service) &&
         names(scope.beneficiary, query.beneficiary);
}

// Level first, then how specific the other named fields are. Two different scopes that match one query never tie.
constexpr std::uint32_t specificity(const rule_scope& scope) {
  return (scope.beneficiary ? 16U : 0U) + (scope.service ? 8U : 0U) + (scope.provider ? 4U : 0U) +
         (scope.funder ? 2U : 0U) + (scope.departement ? 1U : 0U);
}

// Narrows [from, to] around `date` to the part over which the version is in force, or over which it is not.
inline bool in_force(const rule_version& one, local_date date, local_date& from, local_date& to) {
  if (one.valid_from && date < *one.valid_from) {
    to = std::min(to, *one.valid_from - 1);
    return false;
  }
  if (one.valid_to && date > *one.valid_to) {
    from = std::max(from, *one.valid_to + 1);
    return false;
  }
  if (one.valid_from) from = std::max(from, *one.valid_from);
  if (one.valid_to) to = std::min(to, *one.valid_to);
  return true;
}

template <class Set>
void overlay(Set& rules, leaf_origins<Set>& origin, const Set& values, const parameter_mask<Set>& set,
             std::uint32_t index) {
  for (std::size_t leaf = 0; leaf < leaf_count<Set>; ++leaf) {
    if (!set.test(leaf)) continue;
    parameter_table<Set>[leaf].copy(rules, values);
    origin[leaf] = index;
  }
}

inline void overlay(resolved_rules& to, const rule_version& from, std::uint32_t index) {
  overlay(to.rules, to.origin, from.values, from.set, index);
  auto& funders = to.rules.funding.per_funder;
  const auto& given = from.values.funding.per_funder;
  for (std::size_t i = 0; i < given.size() && i < from.per_funder_set.size(); ++i) {
    const auto at = std::find_if(funders.begin(), funders.end(),
                                 [&](const funder_rules& known) { return known.funder == given[i].funder; });
    const auto place = static_cast<std::size_t>(at - funders.begin());
    if (at == funders.end()) {
      funders.emplace_back();
      to.per_funder_origin.push_back(neutral_origins<funder_rules>());
    }
    overlay(funders[place], to.per_funder_origin[place], given[i], from.per_funder_set[i], index);
  }
}

// `matching` holds indexes of versions, the least specific first.
inline resolved_rules resolve_among(const rule_book& book, const std::vector<std::uint32_t>& matching,
                                    local_date date) {
  resolved_rules out;
  out.valid_from = first_date;
  out.valid_to = last_date;
  for (const std::uint32_t index : matching) {
    const rule_version& one = book.versions[index];
    if (in_force(one, date, out.valid_from, out.valid_to)) overlay(out, one, index);
  }
  return out;
}

inline void sort_by_specificity(const rule_book& book, std::vector<std::uint32_t>& versions) {
  std::sort(versions.begin(), versions.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto left = specificity(book.versions[a].scope);
    const auto right = specificity(book.versions[b].scope);
    return left != right ? left < right : a < b;
  });
}

}  // namespace detail

/// The rules for a query: each key has the value of the most specific scope that sets it in a version valid on the date
/// (beneficiary, service, provider, funder, département; of two scopes of one level the one that names more), else the
/// neutral value. Entries of `funding.per_funder` are merged by funder, key by key; they stand in the order in which
/// the less specific scopes name them. A book from `load_rule_book` has no two versions of one scope that overlap.
///
/// For many visits use `rule_lookup`, which resolves each combination of scopes once per period.
inline resolved_rules resolve(const rule_book& book, const rule_query& query) {
  std::vector<std::uint32_t> matching;
  for (std::size_t i = 0; i < book.versions.size(); ++i) {
    if (detail::matches(book.versions[i].scope, query)) matching.push_back(static_cast<std::uint32_t>(i));
  }
  detail::sort_by_specificity(book, matching);
  return detail::resolve_among(book, matching, query.date);
}

/// The identity of a version, for results.
inline rule_set_ref reference_of(const rule_version& one) { return {one.id, one.version, one.sha256}; }

/// How findings and reports name a version. Example: "dep-99-2026 version 2".
inline std::string label_of(const rule_version& one) { return one.id + " version " + std::to_string(one.version); }

/// The versions that gave at least one key, by index.
inline std::vector<std::uint32_t> versions_used(const resolved_rules& resolved) {
  std::vector<std::uint32_t> used(resolved.origin.begin(), resolved.origin.end());
  for (const auto& origin : resolved.per_funder_origin)
    used.insert(used.end(), origin.begin(), origin.end());
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  if (!used.empty() && used.back() == resolved_rules::neutral) used.pop_back();
  return used;
}

/// Their identities, in that order.
inline std::vector<rule_set_ref> rule_sets_used(const rule_book& book, const resolved_rules& resolved) {
  std::vector<rule_set_ref> references;
  for (const std::uint32_t index : versions_used(resolved))
    references.push_back(reference_of(book.versions[index]));
  return references;
}

/// The département of a book whose scopes name just one; empty when they name none or several. For callers whose
/// messages do not say which département pays.
inline std::string_view sole_departement(const rule_book& book) {
  std::string_view found;
  for (const rule_version& one : book.versions) {
    if (!one.scope.departement) continue;
    if (!found.empty() && found != *one.scope.departement) return {};
    found = *one.scope.departement;
  }
  return found;
}

}  // namespace esppadom::inline ESPPADOM_ABI
