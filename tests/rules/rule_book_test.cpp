// Each key resolves to the most specific scope that sets it on the date, and to nothing else.
#include "esppadom/rules/rule_book.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "esppadom/rules/rule_lookup.hpp"
#include "varied.hpp"

namespace esppadom_tests {
namespace {

using namespace esppadom;

local_date day(int month, int number) { return local_date::of(2026, month, number).value(); }

rule_version version_of(std::string id, rule_scope scope) {
  rule_version one;
  one.id = std::move(id);
  one.scope = std::move(scope);
  return one;
}

rule_scope departement(std::string name) { return {scope_level::departement, std::move(name), {}, {}, {}, {}}; }
rule_scope provider(std::string name) { return {scope_level::provider, {}, {}, std::move(name), {}, {}}; }

// Sets one leaf of a version.
void set_leaf(rule_version& one, std::string_view name) {
  const std::size_t leaf = leaf_index<rule_set>(name);
  ASSERT_LT(leaf, leaf_count<rule_set>) << name;
  one.set.set(leaf);
}

TEST(rule_book, an_empty_book_is_neutral) {
  const auto resolved = resolve(rule_book{}, {});
  EXPECT_EQ(resolved.rules, rule_set{});
  EXPECT_TRUE(versions_used(resolved).empty());
  EXPECT_EQ(resolved.valid_from, local_date::of(1583, 1, 1).value());
  EXPECT_EQ(resolved.valid_to, local_date::of(9999, 12, 31).value());
}

TEST(rule_book, every_leaf_has_a_name_of_its_own_and_a_french_label) {
  std::set<std::string> names;
  for (const auto& leaf : parameter_table<rule_set>) {
    EXPECT_TRUE(names.insert(leaf.name()).second) << leaf.name();
    EXPECT_FALSE(leaf.label.empty()) << leaf.name();
    EXPECT_EQ(leaf_index<rule_set>(leaf.name()), names.size() - 1);
  }
  EXPECT_EQ(leaf_index<rule_set>("stamps.missing"), leaf_count<rule_set>);
}

TEST(rule_book, a_leaf_copies_its_own_value_and_no_other) {
  random_bits random(1);
  for (std::size_t i = 0; i < leaf_count<rule_set>; ++i) {
    rule_set varied;
    const rule_set neutral;
    for (int tries = 0; tries < 200 && parameter_table<rule_set>[i].same(varied, neutral); ++tries)
      vary(varied, random);
    rule_set copy;
    parameter_table<rule_set>[i].copy(copy, varied);
    for (std::size_t j = 0; j < leaf_count<rule_set>; ++j) {
      EXPECT_TRUE(parameter_table<rule_set>[j].same(copy, i == j ? varied : neutral));
      if (i == j) {
        EXPECT_FALSE(parameter_table<rule_set>[j].same(copy, neutral)) << parameter_table<rule_set>[j].name();
      }
    }
  }
}

TEST(rule_book, the_more_specific_scope_wins_key_by_key) {
  rule_book book;
  auto general = version_of("dep", departement("99"));
  general.values.duration.rounding.step = duration::of_minutes(15);
  general.values.duration.source = duration_source::stamped;
  set_leaf(general, "duration.rounding.step_min");
  set_leaf(general, "duration.source");
  auto special = version_of("saad", provider("SAAD01"));
  special.values.duration.rounding.step = duration::of_minutes(5);
  set_leaf(special, "duration.rounding.step_min");
  book.versions = {special, general};

  const auto here = resolve(book, {day(3, 1), "99", "APA", "SAAD01", "S", "B"});
  EXPECT_EQ(here.rules.duration.rounding.step, duration::of_minutes(5));
  EXPECT_EQ(here.rules.duration.source, duration_source::stamped);
  EXPECT_EQ(here.origin[leaf_index<rule_set>("duration.rounding.step_min")], 0U);
  EXPECT_EQ(here.origin[leaf_index<rule_set>("duration.source")], 1U);
  EXPECT_EQ(here.origin[leaf_index<rule_set>("duration.cap.kind")], resolved_rules::neutral);
  EXPECT_EQ(versions_used(here), (std::vector<std::uint32_t>{0, 1}));

  const auto elsewhere = resolve(book, {day(3, 1), "99", "APA", "SAAD02", "S", "B"});
  EXPECT_EQ(elsewhere.rules.duration.rounding.step, duration::of_minutes(15));
  EXPECT_EQ(resolve(book, {day(3, 1), "98", "APA", "SAAD02", "S", "B"}).rules, rule_set{});
}

TEST(rule_book, both_dates_are_inclusive) {
  rule_book book;
  auto one = version_of("dep", departement("99"));
  one.valid_from = day(3, 10);
  one.valid_to = day(3, 20);
  one.values.duration.source = duration_source::planned;
  set_leaf(one, "duration.source");
  book.versions = {one};
  const auto source = [&](local_date date) { return resolve(book, {date, "99"}).rules.duration.source; };
  EXPECT_EQ(source(day(3, 9)), duration_source::retained);
  EXPECT_EQ(source(day(3, 10)), duration_source::planned);
  EXPECT_EQ(source(day(3, 20)), duration_source::planned);
  EXPECT_EQ(source(day(3, 21)), duration_source::retained);
  EXPECT_EQ(resolve(book, {day(3, 9), "99"}).valid_to, day(3, 9));
  EXPECT_EQ(resolve(book, {day(3, 15), "99"}).valid_from, day(3, 10));
  EXPECT_EQ(resolve(book, {day(3, 15), "99"}).valid_to, day(3, 20));
  EXPECT_EQ(resolve(book, {day(3, 21), "99"}).valid_from, day(3, 21));
}

TEST(rule_book, funders_are_merged_by_name_and_key) {
  rule_book book;
  auto general = version_of("dep", departement("99"));
  general.values.funding.per_funder.resize(2);
  general.values.funding.per_funder[0].funder = "APA";
  general.values.funding.per_funder[0].rate = unit_price::from_e6(24'580'000);
  general.values.funding.per_funder[0].nature = funding_nature::fixed;
  general.values.funding.per_funder[1].funder = "CNAV";
  general.per_funder_set.resize(2);
  const auto leaf = [](std::string_view name) { return leaf_index<funder_rules>(name); };
  general.per_funder_set[0].set(leaf("funder")).set(leaf("rate")).set(leaf("nature"));
  general.per_funder_set[1].set(leaf("funder"));
  auto special = version_of("saad", provider("SAAD01"));
  special.values.funding.per_funder.resize(1);
  special.values.funding.per_funder[0].funder = "APA";
  special.values.funding.per_funder[0].rate = unit_price::from_e6(25'000'000);
  special.per_funder_set.resize(1);
  special.per_funder_set[0].set(leaf("funder")).set(leaf("rate"));
  book.versions = {general, special};

  const auto resolved = resolve(book, {day(1, 1), "99", {}, "SAAD01"});
  ASSERT_EQ(resolved.rules.funding.per_funder.size(), 2U);
  EXPECT_EQ(resolved.rules.funding.per_funder[0].funder, "APA");
  EXPECT_EQ(resolved.rules.funding.per_funder[0].rate, unit_price::from_e6(25'000'000));
  EXPECT_EQ(resolved.rules.funding.per_funder[0].nature, funding_nature::fixed);
  EXPECT_EQ(resolved.rules.funding.per_funder[1].funder, "CNAV");
  EXPECT_EQ(resolved.per_funder_origin[0][leaf("rate")], 1U);
  EXPECT_EQ(resolved.per_funder_origin[0][leaf("nature")], 0U);
  EXPECT_EQ(resolved.per_funder_origin[0][leaf("max")], resolved_rules::neutral);
  EXPECT_EQ(versions_used(resolved), (std::vector<std::uint32_t>{0, 1}));
}

TEST(rule_book, the_only_departement_of_a_book_is_known) {
  rule_book book;
  EXPECT_EQ(sole_departement(book), "");
  book.versions = {version_of("a", provider("P")), version_of("b", departement("99")),
                   version_of("c", departement("99"))};
  EXPECT_EQ(sole_departement(book), "99");
  book.versions.push_back(version_of("d", departement("98")));
  EXPECT_EQ(sole_departement(book), "");
}

// -- random books, against a reference that thinks in names
// ------------------------------------------------------------

const char* const names[] = {"", "A", "B"};

std::optional<std::string> some_name(random_bits& random) { return names[pick(random, 1, 2)]; }

rule_scope random_scope(random_bits& random) {
  rule_scope scope;
  const auto level = pick(random, 0, 4);
  scope.level = static_cast<scope_level>(level);
  const std::array<std::optional<std::string>*, 5> fields{&scope.departement, &scope.funder, &scope.provider,
                                                          &scope.service, &scope.beneficiary};
  for (std::int64_t i = 0; i <= level; ++i) {
    if (i == level || pick(random, 0, 2) == 0) *fields.at(static_cast<std::size_t>(i)) = some_name(random);
  }
  return scope;
}

bool overlapping(const rule_version& a, const rule_version& b) {
  const auto from = [](const rule_version& one) { return one.valid_from.value_or(local_date{-1'000'000}); };
  const auto to = [](const rule_version& one) { return one.valid_to.value_or(local_date{10'000'000}); };
  return a.scope == b.scope && from(a) <= to(b) && from(b) <= to(a);
}

rule_version random_version(random_bits& random, int number) {
  rule_version one = version_of("v" + std::to_string(number), random_scope(random));
  vary(one.values, random);
  for (std::size_t leaf = 0; leaf < leaf_count<rule_set>; ++leaf)
    one.set.set(leaf, pick(random, 0, 3) == 0);
  auto& funders = one.values.funding.per_funder;
  funders.resize(static_cast<std::size_t>(pick(random, 0, 2)));
  one.per_funder_set.resize(funders.size());
  const bool swapped = pick(random, 0, 1) == 1;
  for (std::size_t i = 0; i < funders.size(); ++i) {
    vary(funders[i], random);
    funders[i].funder = (i == 0) == swapped ? "APA" : "CNAV";
    for (std::size_t leaf = 0; leaf < leaf_count<funder_rules>; ++leaf)
      one.per_funder_set[i].set(leaf, leaf == 0 || pick(random, 0, 1) == 1);
  }
  if (pick(random, 0, 2) > 0) one.valid_from = local_date{static_cast<std::int32_t>(pick(random, 20'000, 20'060))};
  if (pick(random, 0, 2) > 0) {
    const std::int32_t from = one.valid_from ? one.valid_from->days : 20'000;
    one.valid_to = local_date{static_cast<std::int32_t>(pick(random, from, 20'090))};
  }
  return one;
}

rule_book random_book(random_bits& random) {
  rule_book book;
  for (std::int64_t i = pick(random, 0, 12); i > 0; --i) {
    rule_version one = random_version(random, static_cast<int>(i));
    const bool clash = std::any_of(book.versions.begin(), book.versions.end(),
                                   [&](const rule_version& other) { return overlapping(one, other); });
    if (!clash) book.versions.push_back(std::move(one));
  }
  return book;
}

rule_query random_query(random_bits& random) {
  return {local_date{static_cast<std::int32_t>(pick(random, 19'990, 20'100))},
          names[pick(random, 0, 2)],
          names[pick(random, 0, 2)],
          names[pick(random, 0, 2)],
          names[pick(random, 0, 2)],
          names[pick(random, 0, 2)]};
}

// The fields a scope names, most specific first: compared as words, the larger one is more specific.
std::string rank_of(const rule_scope& scope) {
  std::string out;
  for (const auto* field : {&scope.beneficiary, &scope.service, &scope.provider, &scope.funder, &scope.departement})
    out += *field ? '1' : '0';
  return out;
}

bool applies(const rule_version& one, const rule_query& query) {
  const std::pair<const std::optional<std::string>*, std::string_view> fields[] = {
      {&one.scope.departement, query.departement},
      {&one.scope.funder, query.funder},
      {&one.scope.provider, query.provider},
      {&one.scope.service, query.service},
      {&one.scope.beneficiary, query.beneficiary}};
  for (const auto& [named, asked] : fields) {
    if (*named && **named != asked) return false;
  }
  return !(one.valid_from && query.date < *one.valid_from) && !(one.valid_to && query.date > *one.valid_to);
}

const rule_version* best(const rule_book& book, const rule_query& query, auto&& sets) {
  const rule_version* found = nullptr;
  for (const rule_version& one : book.versions) {
    if (!applies(one, query) || !sets(one)) continue;
    if (found == nullptr || rank_of(one.scope) > rank_of(found->scope)) found = &one;
  }
  return found;
}

std::size_t entry_of(const rule_version& one, const std::string& funder) {
  const auto& list = one.values.funding.per_funder;
  return static_cast<std::size_t>(
      std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.funder == funder; }) - list.begin());
}

rule_set reference(const rule_book& book, const rule_query& query) {
  rule_set out;
  for (std::size_t leaf = 0; leaf < leaf_count<rule_set>; ++leaf) {
    const auto* one = best(book, query, [&](const rule_version& candidate) { return candidate.set.test(leaf); });
    if (one != nullptr) parameter_table<rule_set>[leaf].copy(out, one->values);
  }
  for (const std::string funder : {"APA", "CNAV"}) {
    funder_rules merged;
    bool any = false;
    for (std::size_t leaf = 0; leaf < leaf_count<funder_rules>; ++leaf) {
      const auto* one = best(book, query, [&](const rule_version& candidate) {
        const std::size_t at = entry_of(candidate, funder);
        return at < candidate.per_funder_set.size() && candidate.per_funder_set[at].test(leaf);
      });
      if (one == nullptr) continue;
      any = true;
      parameter_table<funder_rules>[leaf].copy(merged, one->values.funding.per_funder[entry_of(*one, funder)]);
    }
    if (any) out.funding.per_funder.push_back(merged);
  }
  return out;
}

rule_set with_sorted_funders(rule_set rules) {
  std::sort(rules.funding.per_funder.begin(), rules.funding.per_funder.end(),
            [](const auto& a, const auto& b) { return a.funder < b.funder; });
  return rules;
}

TEST(rule_book, random_books_resolve_as_the_reference_says) {
  random_bits random(20);
  for (int i = 0; i < 150; ++i) {
    const rule_book book = random_book(random);
    rule_lookup lookup(book);
    for (int j = 0; j < 40; ++j) {
      const rule_query query = random_query(random);
      const resolved_rules resolved = resolve(book, query);
      ASSERT_EQ(with_sorted_funders(resolved.rules), reference(book, query));
      ASSERT_EQ(lookup.at(query), resolved);
      ASSERT_LE(resolved.valid_from, query.date);
      ASSERT_GE(resolved.valid_to, query.date);
      // The same over the whole period, and another period on either side of it.
      rule_query other = query;
      other.date = local_date{static_cast<std::int32_t>(
          pick(random, std::max(resolved.valid_from.days, 19'000), std::min(resolved.valid_to.days, 21'000)))};
      ASSERT_EQ(resolve(book, other), resolved);
    }
  }
}

// I17: the order of versions in the file says nothing, and a version changes nothing outside its dates and scope.
TEST(rule_book, order_and_foreign_versions_change_nothing) {
  random_bits random(17);
  for (int i = 0; i < 100; ++i) {
    const rule_book book = random_book(random);
    rule_book shuffled = book;
    std::shuffle(shuffled.versions.begin(), shuffled.versions.end(), random);
    rule_book changed = book;
    if (changed.versions.empty()) continue;
    const auto at = static_cast<std::size_t>(pick(random, 0, static_cast<std::int64_t>(book.versions.size()) - 1));
    vary(changed.versions[at].values, random);
    changed.versions[at].set.flip();
    changed.versions[at].per_funder_set.clear();
    for (int j = 0; j < 40; ++j) {
      const rule_query query = random_query(random);
      ASSERT_EQ(with_sorted_funders(resolve(shuffled, query).rules), with_sorted_funders(resolve(book, query).rules));
      if (applies(book.versions[at], query)) continue;
      ASSERT_EQ(resolve(changed, query).rules, resolve(book, query).rules);
    }
  }
}

// Every leaf counts: giving another value to one that a version sets changes the resolution, at that leaf only.
TEST(rule_book, changing_any_value_changes_the_resolution) {
  random_bits random(3);
  for (std::size_t leaf = 0; leaf < leaf_count<rule_set>; ++leaf) {
    rule_book book;
    book.versions = {version_of("dep", departement("99"))};
    book.versions[0].set.set();
    const rule_query query{day(1, 1), "99"};
    const rule_set before = resolve(book, query).rules;
    rule_set varied;
    for (int tries = 0; tries < 200 && parameter_table<rule_set>[leaf].same(varied, before); ++tries)
      vary(varied, random);
    parameter_table<rule_set>[leaf].copy(book.versions[0].values, varied);
    const rule_set after = resolve(book, query).rules;
    for (std::size_t other = 0; other < leaf_count<rule_set>; ++other)
      EXPECT_EQ(parameter_table<rule_set>[other].same(before, after), other != leaf);
  }
}

}  // namespace
}  // namespace esppadom_tests
