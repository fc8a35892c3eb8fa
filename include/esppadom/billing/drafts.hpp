// Drafts of documents: which difference goes on which, and which must wait, under the invoicing rules of the provider
// and the funder. Billing rules reference, section 2f: f2, f3, f11, f12.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/document_lines.hpp"
#include "esppadom/billing/invoicing_rules.hpp"
#include "esppadom/billing/issue_stage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The invoicing rules of a provider's documents to a funder; neutral for pairs that are not in it. An empty funder
/// stands for the beneficiaries.
using document_rules = std::map<std::pair<std::string, std::string>, invoicing_rules>;

namespace detail {
using invoice_key = std::tuple<local_month, std::string, std::string, std::string>;  // month, provider, funder, kind

inline const issued_document* main_of(std::span<const issued_document> documents, const invoice_key& key) {
  const auto at = std::find_if(documents.begin(), documents.end(), [&](const issued_document& document) {
    return document.type == document_type::main &&
           std::tie(document.month, document.provider, document.funder, document.kind) == key;
  });
  return at == documents.end() ? nullptr : &*at;
}

inline invoicing_rules rules_for(const document_rules& rules, const std::string& provider, const std::string& funder) {
  const auto at = rules.find({provider, funder});
  return at == rules.end() ? invoicing_rules{} : at->second;
}

/// A document before it has a type and a number. The sum is signed: below 0 it is a credit note.
struct draft_document {
  std::vector<const beneficiary_delta*> lines;
  std::vector<document_adjustment*> adjustments;
  money sum;
};

class drafter {
 public:
  using draft_key = std::pair<invoice_key, bool>;  // true = gives back

  drafter(const std::vector<beneficiary_delta>& differences, std::vector<document_adjustment>& adjustments,
          std::span<const issued_document> before, local_month billed_in, const document_rules& rules)
      : before_(before), billed_in_(billed_in), rules_(rules) {
    add_lines(differences);
    for (auto& change : adjustments)
      add_adjustment(change);
  }

  /// What a final run must leave off because its pro forma was not validated.
  void hold_unvalidated(const std::set<std::string>& validated) {
    for (auto at = drafts.begin(); at != drafts.end();) {
      const auto& [month, provider, funder, kind] = at->first.first;
      const bool waits = rules_of(provider, funder).pro_forma && !validated.contains(provider);
      at = waits ? hold(at, held_reason::not_validated) : std::next(at);
    }
  }

  /// What may not be a document of its own goes on the main invoice of the billed month, else it waits.
  void move_late() {
    std::map<std::tuple<std::string, std::string, local_month>, std::int64_t> supplementary;
    for (const auto& document : before_) {
      if (document.type == document_type::complementary)
        ++supplementary[{document.provider, document.funder, document.month}];
    }
    for (auto at = drafts.begin(); at != drafts.end();) {
      const auto& [month, provider, funder, kind] = at->first.first;
      const auto rules = rules_of(provider, funder);
      std::optional<held_reason> why;
      if (at->first.second) {
        if (rules.credit_note == credit_note_form::negative_line) why = held_reason::credit_on_next;
      } else if (main_of(before_, at->first.first)) {
        auto& count = supplementary[{provider, funder, month}];
        const auto& limit = rules.complementary.max_per_month;
        if (!rules.complementary.enabled) {
          why = held_reason::complementary_disabled;
        } else if (limit && count >= *limit) {
          why = held_reason::complementary_limit;
        } else {
          ++count;
        }
      }
      at = !why ? std::next(at) : move_to_main(at) ? drafts.erase(at) : hold(at, *why);
    }
  }

  std::map<draft_key, draft_document> drafts;
  std::vector<held_document> held;
  std::set<const void*> held_parts;  ///< differences and adjustments that are on no document

 private:
  using position = std::map<draft_key, draft_document>::iterator;

  invoicing_rules rules_of(const std::string& provider, const std::string& funder) const {
    return rules_for(rules_, provider, funder);
  }

  void add_lines(const std::vector<beneficiary_delta>& differences) {
    // Whether a group gives or takes is judged on its sum: its parts go on the same document.
    std::map<std::pair<std::string_view, group_key>, money> sums;
    for (const auto& difference : differences)
      sums[{difference.beneficiary, group_of(difference.line)}] += difference.line.share;
    for (const auto& difference : differences) {
      const auto& fact = difference.line;
      if (fact.payer.empty()) continue;
      const bool gives_back = sums[{difference.beneficiary, group_of(fact)}] < money{};
      auto& draft = drafts[{{fact.month, fact.provider, fact.payer, difference.kind}, gives_back}];
      draft.lines.push_back(&difference);
      draft.sum += fact.share;
    }
  }

  void add_adjustment(document_adjustment& change) {
    const invoice_key key{change.month, change.provider, change.funder, change.kind};
    const auto invoice = drafts.find({key, false});
    const auto credit = drafts.find({key, true});
    bool gives_back = change.amount < money{};
    if (gives_back && invoice != drafts.end()) gives_back = invoice->second.sum + change.amount < money{};
    if (!gives_back && invoice == drafts.end() && credit != drafts.end()) {
      gives_back = credit->second.sum + change.amount <= money{};
    }
    auto& draft = drafts[{key, gives_back}];
    draft.adjustments.push_back(&change);
    draft.sum += change.amount;
  }

  /// A main invoice of this run takes lines of other months as long as it does not fall below 0.
  bool move_to_main(position late) {
    auto key = late->first.first;
    std::get<0>(key) = billed_in_;
    const auto to = drafts.find({key, false});
    if (to == drafts.end() || to == late || main_of(before_, key)) return false;
    auto& main = to->second;
    if (main.sum + late->second.sum < money{}) return false;
    main.lines.insert(main.lines.end(), late->second.lines.begin(), late->second.lines.end());
    main.adjustments.insert(main.adjustments.end(), late->second.adjustments.begin(), late->second.adjustments.end());
    main.sum += late->second.sum;
    return true;
  }

  position hold(position at, held_reason reason) {
    held_document row;
    std::tie(row.month, row.provider, row.funder, row.kind) = at->first.first;
    row.reason = reason;
    row.amount = at->second.sum;
    std::set<std::string> visits;
    for (const auto* part : at->second.lines) {
      held_parts.insert(part);
      for (const auto& visit : part->line.deliveries)
        visits.insert(visit.delivery_id);
    }
    for (const auto* change : at->second.adjustments)
      held_parts.insert(change);
    row.deliveries.assign(visits.begin(), visits.end());
    held.push_back(std::move(row));
    return drafts.erase(at);
  }

  std::span<const issued_document> before_;
  local_month billed_in_;
  const document_rules& rules_;
};
}  // namespace detail

}  // namespace esppadom::inline ESPPADOM_ABI
