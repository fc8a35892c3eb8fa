// Looks rules up for many visits: each combination of scopes is resolved once per period and kept.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One owner, one thread: looking up fills its memory. The book must outlive it and stay as it is. The result is the
/// same as that of `resolve`.
class rule_lookup {
 public:
  explicit rule_lookup(const rule_book& book) : book_(&book) {
    for (std::size_t i = 0; i < book.versions.size(); ++i)
      add(static_cast<std::uint32_t>(i));
    const auto any = [&](const auto& says) { return std::any_of(book.versions.begin(), book.versions.end(), says); };
    has_penalties_ = any([](const rule_version& one) {
      return one.values.correction.penalty != correction_penalty::none ||
             one.values.correction.undocumented != undocumented_correction::flag;
    });
    has_advances_ = any([](const rule_version& one) { return one.values.invoicing.advance.enabled; });
    has_kept_prices_ =
        any([](const rule_version& one) { return one.values.invoicing.retro_tariff == retroactive_tariff::none; });
    has_merging_ = any([](const rule_version& one) { return one.values.stamps.merge_consecutive.enabled; });
    has_correction_deadlines_ =
        any([](const rule_version& one) { return one.values.invoicing.correction_deadline_days.has_value(); });
  }

  /// The rules for a query. The reference stays valid as long as the look-up lives.
  const resolved_rules& at(const rule_query& query) {
    find_matching(query);
    auto& periods = known_[matching_];
    for (const auto& candidate : periods) {
      if (query.date >= candidate->valid_from && query.date <= candidate->valid_to) return *candidate;
    }
    periods.push_back(std::make_unique<resolved_rules>(detail::resolve_among(*book_, matching_, query.date)));
    return *periods.back();
  }

  /// Whether any version of the book says what follows on a correction rate.
  bool has_penalties() const { return has_penalties_; }

  /// Whether any version of the book grants advances, or limits how late a correction may come.
  bool has_advances() const { return has_advances_; }
  bool has_correction_deadlines() const { return has_correction_deadlines_; }
  /// Whether any version lets billed visits keep their prices.
  bool has_kept_prices() const { return has_kept_prices_; }
  /// Whether any version bills consecutive visits as one.
  bool has_merging() const { return has_merging_; }

  /// The book it looks in.
  const rule_book& book() const { return *book_; }

 private:
  using by_name = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

  // Each version under the name of its most specific field; those that name none under the empty one.
  void add(std::uint32_t index) {
    const rule_scope& scope = book_->versions[index].scope;
    if (scope.beneficiary) {
      beneficiaries_[*scope.beneficiary].push_back(index);
    } else if (scope.service) {
      services_[*scope.service].push_back(index);
    } else if (scope.provider) {
      providers_[*scope.provider].push_back(index);
    } else if (scope.funder) {
      funders_[*scope.funder].push_back(index);
    } else {
      departements_[scope.departement ? std::string_view(*scope.departement) : std::string_view()].push_back(index);
    }
  }

  void collect(const by_name& names, std::string_view name, const rule_query& query) {
    const auto found = names.find(name);
    if (found == names.end()) return;
    for (const std::uint32_t index : found->second) {
      if (detail::matches(book_->versions[index].scope, query)) matching_.push_back(index);
    }
  }

  void find_matching(const rule_query& query) {
    matching_.clear();
    collect(departements_, {}, query);
    if (!query.departement.empty()) collect(departements_, query.departement, query);
    collect(funders_, query.funder, query);
    collect(providers_, query.provider, query);
    collect(services_, query.service, query);
    collect(beneficiaries_, query.beneficiary, query);
    detail::sort_by_specificity(*book_, matching_);
  }

  const rule_book* book_;
  bool has_penalties_ = false;
  bool has_advances_ = false;
  bool has_correction_deadlines_ = false;
  bool has_kept_prices_ = false;
  bool has_merging_ = false;
  by_name departements_;
  by_name funders_;
  by_name providers_;
  by_name services_;
  by_name beneficiaries_;
  std::vector<std::uint32_t> matching_;
  std::map<std::vector<std::uint32_t>, std::vector<std::unique_ptr<resolved_rules>>> known_;
};

}  // namespace esppadom::inline ESPPADOM_ABI
