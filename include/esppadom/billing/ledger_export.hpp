// A part of a ledger for another operator, and parts put together again. A part holds whole beneficiaries: who is
// served by several providers shares plans among them, and only all facts of a beneficiary replay to the same hours.
// Billing rules reference, section 2f ("Ledger and increments"); what is taken with a part is inferred (medium).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a part of a ledger is cut out by.
enum class ledger_cut : std::uint8_t { provider, service, beneficiary };

template <>
struct enum_names<ledger_cut> {
  static constexpr enum_name<ledger_cut> items[] = {
      {ledger_cut::provider, "provider"}, {ledger_cut::service, "service"}, {ledger_cut::beneficiary, "beneficiary"}};
};

/// The kinds of facts that an export counts.
enum class ledger_fact : std::uint8_t {
  beneficiaries,
  orders,
  visits,
  raw_stamps,
  absences,
  opening,
  lines,
  closed,
  alerts,
  documents,
  documents_in_part,  ///< taken documents that have lines of beneficiaries who are left out, too
  adjustments,
  open_advances,  ///< advances that are not recovered, by provider, funder and month
  others_visits,  ///< of the taken visits: those of other providers or services, which count in shared plans
  others_lines,   ///< of the taken lines, in the same way
};

template <>
struct enum_names<ledger_fact> {
  static constexpr enum_name<ledger_fact> items[] = {{ledger_fact::beneficiaries, "beneficiaries"},
                                                     {ledger_fact::orders, "orders"},
                                                     {ledger_fact::visits, "visits"},
                                                     {ledger_fact::raw_stamps, "raw_stamps"},
                                                     {ledger_fact::absences, "absences"},
                                                     {ledger_fact::opening, "opening"},
                                                     {ledger_fact::lines, "lines"},
                                                     {ledger_fact::closed, "closed"},
                                                     {ledger_fact::alerts, "alerts"},
                                                     {ledger_fact::documents, "documents"},
                                                     {ledger_fact::documents_in_part, "documents_in_part"},
                                                     {ledger_fact::adjustments, "adjustments"},
                                                     {ledger_fact::open_advances, "open_advances"},
                                                     {ledger_fact::others_visits, "others_visits"},
                                                     {ledger_fact::others_lines, "others_lines"}};
};

/// How many facts of a kind were taken and how many left out, with their amounts where they have one: documents less
/// credit notes, adjustments as the funder sees them, advances as far as they are open.
struct exported_facts {
  ledger_fact fact = ledger_fact::beneficiaries;
  std::int64_t taken = 0;
  std::int64_t left_out = 0;
  std::optional<money> amount_taken;
  std::optional<money> amount_left_out;

  friend bool operator==(const exported_facts&, const exported_facts&) = default;
};

template <>
inline constexpr auto description<exported_facts> = fields(field<&exported_facts::fact>("nature"),
                                                           field<&exported_facts::taken>("repris"),
                                                           field<&exported_facts::left_out>("laissés"),
                                                           field<&exported_facts::amount_taken>("montant repris"),
                                                           field<&exported_facts::amount_left_out>("montant laissé"));

/// A part of a ledger, itself a ledger, and what it takes and leaves; a row for each kind of fact.
struct ledger_export {
  ledger part;
  std::vector<exported_facts> facts;
};

namespace detail {

inline bool names_service(const order& message, std::string_view service) {
  return std::any_of(message.lines.begin(), message.lines.end(),
                     [service](const order_line& line) { return line.service.code() == service; });
}

/// Whether facts belong to what an export is about.
class cut_filter {
 public:
  cut_filter(ledger_cut by, std::string_view id) : by_(by), id_(id) {}

  [[nodiscard]] bool is_own(const order& one) const {
    return by_ == ledger_cut::provider ? one.provider.id() == id_ : names_service(one, id_);
  }
  [[nodiscard]] bool is_own(const visit_record& one) const {
    return (by_ == ledger_cut::provider ? one.provider : one.service) == id_;
  }
  [[nodiscard]] bool is_own(const emitted_line& one) const {
    return (by_ == ledger_cut::provider ? one.provider : one.service) == id_;
  }
  [[nodiscard]] bool is_own(const issued_document& one) const {
    return by_ == ledger_cut::provider && one.provider == id_;
  }
  [[nodiscard]] bool is_own(const document_adjustment& one) const {
    return by_ == ledger_cut::provider && one.provider == id_;
  }

  /// A beneficiary whom nobody serves yet, hours of a predecessor for example, goes with every provider and service.
  [[nodiscard]] bool takes(const beneficiary_ledger& part) const {
    if (by_ == ledger_cut::beneficiary) return part.beneficiary == id_;
    if (part.orders.empty() && part.visits.empty() && part.raw_stamps.empty() && part.lines.empty()) return true;
    const auto own = [this](const auto& one) { return is_own(one); };
    return std::any_of(part.orders.begin(), part.orders.end(), own) ||
           std::any_of(part.visits.begin(), part.visits.end(), own) ||
           std::any_of(part.raw_stamps.begin(), part.raw_stamps.end(), own) ||
           std::any_of(part.lines.begin(), part.lines.end(), own);
  }
  [[nodiscard]] bool tells_others() const { return by_ != ledger_cut::beneficiary; }

 private:
  ledger_cut by_;
  std::string_view id_;
};

/// Counts facts while they are taken or left out.
class export_count {
 public:
  void add(ledger_fact fact, bool taken, std::size_t count = 1) {
    auto& row = row_of(fact);
    (taken ? row.taken : row.left_out) += static_cast<std::int64_t>(count);
  }
  void add_amount(ledger_fact fact, bool taken, money amount) {
    auto& row = row_of(fact);
    auto& sum = taken ? row.amount_taken : row.amount_left_out;
    sum = sum.value_or(money{}) + amount;
  }
  void add(const beneficiary_ledger& part, bool taken) {
    add(ledger_fact::beneficiaries, taken);
    add(ledger_fact::orders, taken, part.orders.size());
    add(ledger_fact::visits, taken, part.visits.size());
    add(ledger_fact::raw_stamps, taken, part.raw_stamps.size());
    add(ledger_fact::absences, taken, part.absences.size());
    add(ledger_fact::opening, taken, part.opening.size());
    add(ledger_fact::lines, taken, part.lines.size());
    add(ledger_fact::closed, taken, part.closed.size());
    add(ledger_fact::alerts, taken, part.alerts.size());
  }

  [[nodiscard]] std::vector<exported_facts> rows() const {
    std::vector<exported_facts> out;
    for (const auto& item : enum_names<ledger_fact>::items) {
      const auto at = rows_.find(item.value);
      out.push_back(at != rows_.end() ? at->second : exported_facts{item.value, 0, 0, std::nullopt, std::nullopt});
    }
    return out;
  }

 private:
  exported_facts& row_of(ledger_fact fact) {
    auto& row = rows_[fact];
    row.fact = fact;
    return row;
  }
  std::map<ledger_fact, exported_facts> rows_;
};

inline void count_open_advances(const ledger& all, const cut_filter& filter, export_count& count) {
  std::map<std::tuple<std::string_view, std::string_view, local_month>, std::pair<money, bool>> open;
  for (const auto& one : all.adjustments) {
    if (one.reason == adjustment_reason::penalty) continue;
    auto& [left, own] = open[{one.provider, one.funder, one.month}];
    left += one.amount;
    own = filter.is_own(one);
  }
  for (const auto& [key, sum] : open) {
    if (sum.first <= money{}) continue;
    count.add(ledger_fact::open_advances, sum.second);
    count.add_amount(ledger_fact::open_advances, sum.second, sum.first);
  }
}

/// Adjustments by provider; among those of one provider their order stands.
inline void sort_adjustments(std::vector<document_adjustment>& adjustments) {
  std::stable_sort(adjustments.begin(), adjustments.end(),
                   [](const auto& a, const auto& b) { return a.provider < b.provider; });
}

}  // namespace detail

/// The part of a ledger that another operator needs to go on billing one provider, one service or one beneficiary, and
/// what is left out. In the part are
///  - every beneficiary concerned, whole: orders, visits, stamps, lots and minutes of a predecessor, lines, what stands
///    of closed months, rejections, alerts, also where other providers or services share the plan;
///  - of a provider: all its documents, penalties and advances; else the documents with lines of the beneficiaries
///    (penalties and advances are the provider's and stay);
///  - the numbers of all documents that are left out, so that none is given twice;
///  - rule book and rule sets the facts were made under.
/// With the rule book it bills the next month of that provider to the same bytes as the whole ledger does.
/// Example: provider "512" of 3, with 2 of 5 beneficiaries, one of them also another's: 2 beneficiaries taken, 3 left
/// out, the other's visits at the shared one counted as `others_visits`.
inline ledger_export export_ledger(const ledger& all, ledger_cut by, std::string_view id) {
  const detail::cut_filter filter(by, id);
  detail::export_count count;
  ledger_export out;
  out.part.format = all.format;
  out.part.rule_book = all.rule_book;
  out.part.rule_sets = all.rule_sets;
  std::set<std::string_view> on_documents, of_others;
  for (const auto& part : all.beneficiaries) {
    const bool taken = filter.takes(part);
    count.add(part, taken);
    for (const auto& line : part.lines)
      (taken ? on_documents : of_others).insert(line.document);
    if (!taken) continue;
    if (filter.tells_others()) {
      const auto others = [&filter](const auto& facts) {
        return static_cast<std::size_t>(
            std::count_if(facts.begin(), facts.end(), [&filter](const auto& one) { return !filter.is_own(one); }));
      };
      count.add(ledger_fact::others_visits, true, others(part.visits));
      count.add(ledger_fact::others_lines, true, others(part.lines));
    }
    out.part.beneficiaries.push_back(part);
  }
  std::set<std::string> numbers(all.taken_numbers.begin(), all.taken_numbers.end());
  for (const auto& one : all.documents) {
    const bool taken = by == ledger_cut::provider ? filter.is_own(one) : on_documents.contains(one.id);
    count.add(ledger_fact::documents, taken);
    count.add_amount(ledger_fact::documents, taken,
                     one.type == document_type::credit_note ? money{} - one.total : one.total);
    if (taken) {
      if (of_others.contains(one.id)) count.add(ledger_fact::documents_in_part, true);
      out.part.documents.push_back(one);
    } else {
      numbers.insert(one.id);
    }
  }
  out.part.taken_numbers.assign(numbers.begin(), numbers.end());
  for (const auto& one : all.adjustments) {
    const bool taken = filter.is_own(one);
    count.add(ledger_fact::adjustments, taken);
    count.add_amount(ledger_fact::adjustments, taken, one.amount);
    if (taken) out.part.adjustments.push_back(one);
  }
  detail::count_open_advances(all, filter, count);
  out.facts = count.rows();
  return out;
}

/// Why parts of ledgers do not go together: two of them say different things of the same.
enum class merge_conflict : std::uint8_t { format, rule_book, rule_set, beneficiary, document, adjustments };

template <>
struct enum_names<merge_conflict> {
  static constexpr enum_name<merge_conflict> items[] = {
      {merge_conflict::format, "format"},     {merge_conflict::rule_book, "rule_book"},
      {merge_conflict::rule_set, "rule_set"}, {merge_conflict::beneficiary, "beneficiary"},
      {merge_conflict::document, "document"}, {merge_conflict::adjustments, "adjustments"}};
};

/// What stands in two parts and differs: a beneficiary, a document, the adjustments of a provider.
struct ledger_conflict {
  merge_conflict kind = merge_conflict::beneficiary;
  std::string id;

  friend bool operator==(const ledger_conflict&, const ledger_conflict&) = default;
};

/// Parts put together, or why they cannot be.
struct ledger_merge {
  ledger whole;
  std::vector<ledger_conflict> conflicts;  ///< nothing is merged when there is one
};

namespace detail {

/// Takes facts by their key; a second one must be equal.
template <class T>
class taken_once {
 public:
  bool take(const std::string& id, T value) {
    const auto at = all_.find(id);
    if (at != all_.end()) return at->second == value;
    all_.emplace(id, std::move(value));
    return true;
  }
  [[nodiscard]] bool contains(const std::string& id) const { return all_.contains(id); }
  std::map<std::string, T>& all() { return all_; }

 private:
  std::map<std::string, T> all_;
};

}  // namespace detail

/// One ledger of several parts, whatever their order: exports of several providers, or one's own ledger and the export
/// of who changes over. Facts that several parts hold must be equal and count once; the exports of all providers give
/// the ledger they were cut from (its adjustments by provider). Parts that were billed apart after they were cut and
/// share a beneficiary conflict: nothing decides which of the two is right.
inline ledger_merge merge_exports(std::vector<ledger> parts) {
  ledger_merge out;
  std::set<std::pair<merge_conflict, std::string>> conflicts;
  std::map<std::pair<std::string, std::int64_t>, std::string> rule_sets;
  detail::taken_once<beneficiary_ledger> beneficiaries;
  detail::taken_once<issued_document> documents;
  detail::taken_once<std::vector<document_adjustment>> adjustments;
  std::set<std::string> numbers;
  for (auto& part : parts) {
    if (part.format != ledger{}.format) conflicts.insert({merge_conflict::format, std::to_string(part.format)});
    if (out.whole.rule_book.empty()) out.whole.rule_book = part.rule_book;
    if (!part.rule_book.empty() && part.rule_book != out.whole.rule_book)
      conflicts.insert({merge_conflict::rule_book, part.rule_book});
    for (const auto& one : part.rule_sets) {
      const auto [at, is_new] = rule_sets.try_emplace({one.id, one.version}, one.sha256);
      if (!is_new && at->second != one.sha256)
        conflicts.insert({merge_conflict::rule_set, one.id + " " + std::to_string(one.version)});
    }
    for (auto& one : part.beneficiaries) {
      const auto id = one.beneficiary;
      if (!beneficiaries.take(id, std::move(one))) conflicts.insert({merge_conflict::beneficiary, id});
    }
    for (auto& one : part.documents) {
      const auto id = one.id;
      if (!documents.take(id, std::move(one))) conflicts.insert({merge_conflict::document, id});
    }
    std::map<std::string, std::vector<document_adjustment>> by_provider;
    for (auto& one : part.adjustments)
      by_provider[one.provider].push_back(std::move(one));
    for (auto& [provider, changes] : by_provider) {
      if (!adjustments.take(provider, std::move(changes))) conflicts.insert({merge_conflict::adjustments, provider});
    }
    numbers.insert(part.taken_numbers.begin(), part.taken_numbers.end());
  }
  for (const auto& [kind, id] : conflicts)
    out.conflicts.push_back({kind, id});
  if (!out.conflicts.empty()) {
    out.whole = {};
    return out;
  }
  for (const auto& [key, sha256] : rule_sets)
    out.whole.rule_sets.push_back({key.first, key.second, sha256});
  for (auto& [id, one] : beneficiaries.all())
    out.whole.beneficiaries.push_back(std::move(one));
  for (auto& [provider, changes] : adjustments.all())
    out.whole.adjustments.insert(out.whole.adjustments.end(), changes.begin(), changes.end());
  for (const auto& number : numbers) {
    if (!documents.contains(number)) out.whole.taken_numbers.push_back(number);
  }
  for (auto& [id, one] : documents.all())
    out.whole.documents.push_back(std::move(one));
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
