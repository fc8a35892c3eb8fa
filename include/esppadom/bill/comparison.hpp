// What if: the same month billed under two rule books, and what each rule family makes of the difference.
//
// A family is swapped as a whole, with its dates and scopes: its keys depend on each other, and no rule joins two
// families, so that every mixture of two valid books is a valid book.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/bill.hpp"
#include "esppadom/bill/summary.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/rules/rule_book.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A member of `rule_set`: "duration" with its leaves [first, last) in `parameter_table<rule_set>`.
struct rule_family {
  std::string_view name;
  std::string_view label;  ///< French
  std::size_t first = 0;
  std::size_t last = 0;
};

namespace detail {

constexpr std::size_t count_families() {
  std::size_t count = 0;
  for_each_member<rule_set>([&](const auto&) { ++count; });
  return count;
}

constexpr auto make_rule_families() {
  std::array<rule_family, count_families()> families{};
  std::size_t at = 0;
  std::size_t leaf = 0;
  for_each_member<rule_set>([&]<class Entry>(const Entry& entry) {
    const std::size_t count = count_leaves<member_type<Entry::member>>();
    const std::string_view key = key_of(entry);
    families.at(at++) = {key.empty() ? std::string_view("calendar") : key, entry.label, leaf, leaf + count};
    leaf += count;
  });
  return families;
}

}  // namespace detail

/// The families of the parameter set, in the order in which data flows through them. The calendar, whose keys stand at
/// the top level of a rule file, is called "calendar".
inline constexpr auto rule_families = detail::make_rule_families();

/// Families by their place in `rule_families`.
using family_mask = std::bitset<rule_families.size()>;

/// Where two books set one key differently: a value under another scope or other dates is a difference too, even when
/// it has no effect on a month.
struct differing_key {
  std::size_t family = 0;  ///< its place in `rule_families`
  std::string key;         ///< "duration.rounding.step_min"
  std::string funder;      ///< of an entry of `funding.per_funder`; else empty

  friend bool operator==(const differing_key&, const differing_key&) = default;
};

/// What is compared of a run. Amounts are owed after the run: credit notes are taken off.
struct bill_figures {
  money funders;                       ///< Σ of the funders' shares on the lines
  std::optional<money> adjustments;    ///< what documents ask beside their lines: penalties, VAT, advances
  std::optional<money> beneficiaries;  ///< Σ of beneficiary invoices
  std::optional<exact_duration> used;  ///< time of the billed month that counts towards plans
  std::optional<exact_duration> excess;
  std::optional<std::int64_t> unbilled;  ///< visits, or parts of visits
  std::optional<money> at_stake;         ///< their price, as far as it is known

  friend bool operator==(const bill_figures&, const bill_figures&) = default;
};

/// The figures of one beneficiary, provider or funder, or of all, under both books; `difference` is other − ours.
struct compared_row {
  std::string name;
  bill_figures ours;
  bill_figures other;
  bill_figures difference;

  friend bool operator==(const compared_row&, const compared_row&) = default;
};

/// What one family makes of the difference.
struct compared_family {
  std::size_t family = 0;           ///< its place in `rule_families`
  std::vector<differing_key> keys;  ///< never empty
  bill_figures alone;               ///< our rules with only this family of the other book, less our rules
  bill_figures step;                ///< what it adds when the families before it have been swapped already

  friend bool operator==(const compared_family&, const compared_family&) = default;
};

/// Rows stand by name and only where something differs. The steps of the families add up to the difference of the
/// total to the cent; what stands alone need not, because rules act on each other.
struct bill_comparison {
  rule_book other;
  compared_row total;
  std::vector<compared_family> families;  ///< those that differ, in the order of `rule_families`
  std::vector<compared_row> beneficiaries;
  std::vector<compared_row> providers;
  std::vector<compared_row> funders;
  findings found;  ///< of billing under the other book
};

template <>
inline constexpr auto description<bill_figures> = fields(field<&bill_figures::funders>("parts des financeurs"),
                                                         field<&bill_figures::adjustments>("ajustements"),
                                                         field<&bill_figures::beneficiaries>("part des bénéficiaires"),
                                                         field<&bill_figures::used>("consommé (s)"),
                                                         field<&bill_figures::excess>("dépassement (s)"),
                                                         field<&bill_figures::unbilled>("non facturé (nombre)"),
                                                         field<&bill_figures::at_stake>("montant en jeu"));

template <>
inline constexpr auto description<compared_row> = fields(field<&compared_row::name>("nom"),
                                                         field<&compared_row::ours>("selon nos règles"),
                                                         field<&compared_row::other>("selon les autres règles"),
                                                         field<&compared_row::difference>("écart"));

namespace detail {

// One setting of one key: where and when it holds.
struct key_setting {
  const rule_version* from = nullptr;
  std::size_t entry = 0;  // of `funding.per_funder`
};

inline bool same_place(const rule_version& a, const rule_version& b) {
  return a.scope == b.scope && a.valid_from == b.valid_from && a.valid_to == b.valid_to;
}

// Whether each setting of one list has its equal in the other; both are short.
template <class Same>
bool same_settings(const std::vector<key_setting>& ours, const std::vector<key_setting>& other, const Same& same) {
  return ours.size() == other.size() &&
         std::is_permutation(ours.begin(), ours.end(), other.begin(), [&](const key_setting& a, const key_setting& b) {
           return same_place(*a.from, *b.from) && same(a, b);
         });
}

inline std::vector<key_setting> settings_of(const rule_book& book, std::size_t leaf) {
  std::vector<key_setting> found;
  for (const auto& one : book.versions) {
    if (one.set.test(leaf)) found.push_back({&one, 0});
  }
  return found;
}

inline std::vector<key_setting> settings_of(const rule_book& book, std::string_view funder, std::size_t leaf) {
  std::vector<key_setting> found;
  for (const auto& one : book.versions) {
    const auto& funders = one.values.funding.per_funder;
    for (std::size_t i = 0; i < funders.size() && i < one.per_funder_set.size(); ++i) {
      if (funders[i].funder == funder && one.per_funder_set[i].test(leaf)) found.push_back({&one, i});
    }
  }
  return found;
}

inline std::vector<std::string> funders_named(const rule_book& ours, const rule_book& other) {
  std::vector<std::string> names;
  for (const rule_book* book : {&ours, &other}) {
    for (const auto& one : book->versions) {
      for (const auto& funder : one.values.funding.per_funder)
        names.push_back(funder.funder);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

inline void add_differing_funders(const rule_book& ours, const rule_book& other, std::size_t family,
                                  std::vector<differing_key>& out) {
  for (const auto& funder : funders_named(ours, other)) {
    for (std::size_t leaf = 0; leaf < leaf_count<funder_rules>; ++leaf) {
      const auto& described = parameter_table<funder_rules>[leaf];
      const auto same = [&](const key_setting& a, const key_setting& b) {
        return described.same(a.from->values.funding.per_funder[a.entry], b.from->values.funding.per_funder[b.entry]);
      };
      if (same_settings(settings_of(ours, funder, leaf), settings_of(other, funder, leaf), same)) continue;
      out.push_back({family, "funding.per_funder." + described.name(), funder});
    }
  }
}

inline void keep_leaves(rule_version& of, const parameter_mask<rule_set>& kept, bool funders) {
  rule_set values;
  of.set &= kept;
  copy_leaves(values, of.values, of.set);
  if (funders) {
    values.funding.per_funder = std::move(of.values.funding.per_funder);
  } else {
    of.per_funder_set.clear();
  }
  of.values = std::move(values);
}

inline bool holds_funders(const rule_family& family) { return family.name == "funding"; }

}  // namespace detail

/// The keys that the two books set differently, in the order of the parameter set.
inline std::vector<differing_key> differing_keys(const rule_book& ours, const rule_book& other) {
  std::vector<differing_key> found;
  for (std::size_t i = 0; i < rule_families.size(); ++i) {
    for (std::size_t leaf = rule_families[i].first; leaf < rule_families[i].last; ++leaf) {
      const auto& described = parameter_table<rule_set>[leaf];
      const auto same = [&](const detail::key_setting& a, const detail::key_setting& b) {
        return described.same(a.from->values, b.from->values);
      };
      if (detail::same_settings(detail::settings_of(ours, leaf), detail::settings_of(other, leaf), same)) continue;
      found.push_back({i, described.name(), {}});
    }
    if (detail::holds_funders(rule_families[i])) detail::add_differing_funders(ours, other, i, found);
  }
  return found;
}

/// Our book with the families of `from_other` as the other book has them, at its dates and for its scopes.
inline rule_book mixed_book(const rule_book& ours, const rule_book& other, const family_mask& from_other) {
  parameter_mask<rule_set> theirs;
  bool their_funders = false;
  for (std::size_t i = 0; i < rule_families.size(); ++i) {
    if (!from_other.test(i)) continue;
    for (std::size_t leaf = rule_families[i].first; leaf < rule_families[i].last; ++leaf)
      theirs.set(leaf);
    their_funders = their_funders || detail::holds_funders(rule_families[i]);
  }
  rule_book mixed{ours.id, {}};
  const auto take = [&](const rule_book& book, const parameter_mask<rule_set>& kept, bool funders) {
    for (rule_version one : book.versions) {
      detail::keep_leaves(one, kept, funders);
      mixed.versions.push_back(std::move(one));
    }
  };
  take(ours, ~theirs, !their_funders);
  take(other, theirs, their_funders);
  return mixed;
}

namespace detail {

template <class T>
T difference_of(const T& a, const T& b) {
  return a - b;
}
template <class T>
std::optional<T> difference_of(const std::optional<T>& a, const std::optional<T>& b) {
  if (!a && !b) return std::nullopt;
  return difference_of(a.value_or(T()), b.value_or(T()));
}

inline bill_figures difference_of(const bill_figures& a, const bill_figures& b) {
  bill_figures out;
  for_each_member<bill_figures>(
      [&](const auto& entry) { out.*(entry.member) = difference_of(a.*(entry.member), b.*(entry.member)); });
  return out;
}

inline bill_figures no_figures() { return {{}, money(), money(), exact_duration(), exact_duration(), 0, money()}; }

// The figures of a run by one of its dimensions; "" stands for the whole run.
struct figures_of_run {
  bill_figures total = no_figures();
  std::map<std::string, bill_figures> beneficiaries;
  std::map<std::string, bill_figures> providers;
  std::map<std::string, bill_figures> funders;

  explicit figures_of_run(const bill_result& result) {
    for (const auto& invoice : result.invoices)
      add(invoice);
    for (const auto& invoice : result.beneficiary_invoices) {
      *total.beneficiaries += invoice.total;
      *beneficiary(invoice.beneficiary).beneficiaries += invoice.total;
      *provider(invoice.provider).beneficiaries += invoice.total;
    }
    for (const auto& row : result.smoothing) {
      if (row.month != result.month || row.unit) continue;
      auto& one = beneficiary(row.beneficiary);
      for (bill_figures* figures : {&total, &one}) {
        *figures->used += row.used;
        *figures->excess += row.excess;
      }
    }
    for (const auto& visit : result.unbilled) {
      auto& one = beneficiary(visit.beneficiary);
      auto& by = provider(visit.provider);
      for (bill_figures* figures : {&total, &one, &by}) {
        ++*figures->unbilled;
        *figures->at_stake += visit.amount_at_stake.value_or(money());
      }
    }
  }

 private:
  // A document's adjustments are nobody's among the beneficiaries; a plan is not one provider's.
  bill_figures& beneficiary(const std::string& name) {
    bill_figures empty = no_figures();
    empty.adjustments.reset();
    return beneficiaries.try_emplace(name, empty).first->second;
  }
  bill_figures& provider(const std::string& name) {
    bill_figures empty = no_figures();
    empty.used.reset();
    empty.excess.reset();
    return providers.try_emplace(name, empty).first->second;
  }
  bill_figures& funder(const std::string& name) {
    return funders.try_emplace(name, bill_figures{{}, money(), {}, {}, {}, {}, {}}).first->second;
  }

  void add(const billed_invoice& invoice) {
    const auto owed = [&](money amount) { return gives_back(invoice) ? -amount : amount; };
    for (bill_figures* figures : {&total, &provider(invoice.provider), &funder(invoice.funder)}) {
      figures->funders += owed(invoice.total);
      *figures->adjustments += owed(invoice.due - invoice.total);
    }
    for (const auto& line : invoice.lines)
      beneficiary(line.beneficiary).funders += owed(line.funder_share);
  }
};

inline std::vector<compared_row> rows_that_differ(const std::map<std::string, bill_figures>& ours,
                                                  const std::map<std::string, bill_figures>& other) {
  std::map<std::string, compared_row> rows;
  for (const auto& [name, figures] : ours)
    rows[name].ours = figures;
  for (const auto& [name, figures] : other)
    rows[name].other = figures;
  std::vector<compared_row> out;
  for (auto& [name, row] : rows) {
    if (row.ours == row.other) continue;
    row.name = name;
    row.difference = difference_of(row.other, row.ours);
    out.push_back(std::move(row));
  }
  return out;
}

// Rules whose effect is asked are not those the ledger was kept under, and that is no fault here.
inline bill_request what_if(const bill_request& request) {
  bill_request asked = request;
  asked.before.rule_book.clear();
  asked.before.rule_sets.clear();
  return asked;
}

}  // namespace detail

/// Bills the request again under the other rule book and compares; `ours` is what `bill(request)` returned. Months
/// before the billed one change only where a visit or an order touches them, as in any run. Costs one run for the whole
/// and two for each family that differs (one for the first and the last of them).
inline bill_comparison compare_bills(const bill_request& request, const bill_result& ours, const rule_book& other) {
  bill_request asked = detail::what_if(request);
  const auto billed_under = [&](rule_book rules) {
    asked.rules = std::move(rules);
    return bill(asked);
  };
  const detail::figures_of_run before(ours);
  auto result = billed_under(other);
  const detail::figures_of_run after(result);

  bill_comparison out;
  out.other = other;
  out.found = std::move(result.found);
  out.total = {{}, before.total, after.total, detail::difference_of(after.total, before.total)};
  out.beneficiaries = detail::rows_that_differ(before.beneficiaries, after.beneficiaries);
  out.providers = detail::rows_that_differ(before.providers, after.providers);
  out.funders = detail::rows_that_differ(before.funders, after.funders);

  for (auto& key : differing_keys(request.rules, other)) {
    if (out.families.empty() || out.families.back().family != key.family)
      out.families.push_back({key.family, {}, {}, {}});
    out.families.back().keys.push_back(std::move(key));
  }
  const auto total_with = [&](const family_mask& swapped) {
    return detail::figures_of_run(billed_under(mixed_book(request.rules, other, swapped))).total;
  };
  family_mask swapped;
  bill_figures so_far = before.total;
  for (auto& family : out.families) {
    family_mask only;
    only.set(family.family);
    swapped |= only;
    const bool last = &family == &out.families.back();
    const bill_figures now = last ? after.total : total_with(swapped);
    family.step = detail::difference_of(now, so_far);
    family.alone = swapped == only ? family.step : detail::difference_of(total_with(only), before.total);
    so_far = now;
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
