#include "esppadom/exchange/ledger_transfer.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "esppadom/exchange/ledger_findings.hpp"
#include "esppadom/value/paired_words.hpp"
#include "exchange/json_report.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace {

// "FACT-512-0526-00001" is of the series "FACT-512-0526-".
std::string_view series_of(std::string_view number) {
  const auto end = number.rfind('-');
  return end == std::string_view::npos ? number : number.substr(0, end + 1);
}

void note_shared_series(const ledger& part, findings& found) {
  std::set<std::string_view> own, told;
  for (const auto& one : part.documents)
    own.insert(series_of(one.id));
  for (const auto& number : part.taken_numbers) {
    const auto series = series_of(number);
    if (own.contains(series) && told.insert(series).second) found.add(led_shared_series, {}, {std::string(series)});
  }
}

/// Of whom a part is cut.
constexpr paired_words words_of(ledger_cut by) {
  switch (by) {
    case ledger_cut::provider:
      return {"the provider", "le prestataire"};
    case ledger_cut::service:
      return {"the service", "la prestation"};
    case ledger_cut::beneficiary:
      return {"the beneficiary", "le bénéficiaire"};
  }
  return {};
}

/// What parts contradict each other about.
constexpr paired_words words_of(merge_conflict kind) {
  switch (kind) {
    case merge_conflict::format:
      return {"the form of the ledger", "la forme du registre"};
    case merge_conflict::rule_book:
      return {"the rule book", "le recueil de règles"};
    case merge_conflict::rule_set:
      return {"the rule set", "le jeu de règles"};
    case merge_conflict::beneficiary:
      return {"the beneficiary", "le bénéficiaire"};
    case merge_conflict::document:
      return {"the document", "la pièce"};
    case merge_conflict::adjustments:
      return {"the adjustments of the provider", "les ajustements du prestataire"};
  }
  return {};
}

}  // namespace

result<ledger_export> exported(const ledger& all, ledger_cut by, std::string_view id, findings& found) {
  auto done = export_ledger(all, by, id);
  const auto& part = done.part;
  const bool nothing = part.documents.empty() && part.adjustments.empty() &&
                       std::all_of(part.beneficiaries.begin(), part.beneficiaries.end(), [](const auto& one) {
                         return one.orders.empty() && one.visits.empty() && one.raw_stamps.empty() && one.lines.empty();
                       });
  if (nothing && (by != ledger_cut::beneficiary || part.beneficiaries.empty())) {
    found.add(led_nothing_to_export, {}, with_words({std::string(id)}, words_of(by)));
    return error_code::missing;
  }
  for (const auto& row : done.facts) {
    if (row.fact == ledger_fact::documents_in_part && row.taken > 0)
      found.add(led_documents_in_part, {}, {std::to_string(row.taken)});
    if (row.fact == ledger_fact::open_advances && row.left_out > 0 && by != ledger_cut::provider)
      found.add(led_advances_stay, {},
                {std::to_string(row.left_out), to_string(row.amount_left_out.value_or(money{}))});
  }
  note_shared_series(part, found);
  return done;
}

result<ledger> merged_ledger(std::vector<ledger> parts, findings& found) {
  auto merged = merge_exports(std::move(parts));
  for (const auto& one : merged.conflicts)
    found.add(led_merge_conflict, {}, with_words({one.id}, words_of(one.kind)));
  if (!merged.conflicts.empty()) return error_code::conflict;
  return std::move(merged.whole);
}

std::string write_json(const ledger_export& done, ledger_cut by, std::string_view id, const findings& found,
                       language in) {
  using namespace detail;
  std::string out;
  json_writer to(out, json_layout::indented);
  to.begin_object();
  write_shown(to, "schema", std::string("esppadom/ledger-export/1"));
  write_shown(to, "by", by);
  write_shown(to, "id", std::string(id));
  write_shown(to, "facts", done.facts);
  write_findings(to, found, in);
  to.end_object();
  return out + "\n";
}

plain_table table_of(const ledger_export& done) { return table_of_rows(std::span<const exported_facts>(done.facts)); }

}  // namespace esppadom::inline ESPPADOM_ABI
