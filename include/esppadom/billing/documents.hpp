// From differences to documents: which invoice a line goes on, its type and number, and the beneficiary's invoices.
// Billing rules reference, section 2f: types f1 to f3 (known), numbering f7 (known practice), one counter a provider
// and month of billing.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/delta.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The stage of a run: a pro forma is shown and changes nothing, a final invoice enters the ledger.
enum class issue_stage : std::uint8_t { pro_forma, final };

template <>
struct enum_names<issue_stage> {
  static constexpr enum_name<issue_stage> items[] = {{issue_stage::pro_forma, "pro_forma"},
                                                     {issue_stage::final, "final"}};
};

/// A difference and whose it is. `kind` is what the granularity of the rule set tells apart.
struct beneficiary_delta {
  std::string beneficiary;
  std::string kind;
  emitted_line line;
};

namespace detail {
inline exact_duration absolute(const exact_duration& time) { return time < exact_duration{} ? -time : time; }

inline billed_line shown(const beneficiary_delta& difference, int sign) {
  const auto& fact = difference.line;
  const auto signed_money = [sign](money value) { return sign < 0 ? -value : value; };
  billed_line line;
  line.month = fact.month;
  line.beneficiary = difference.beneficiary;
  line.order_id = fact.order_id;
  line.order_line = fact.order_line;
  line.service = fact.service;
  line.aid_type = fact.aid_type;
  for (const auto& visit : fact.deliveries)
    line.deliveries.push_back(visit.delivery_id);
  line.billed_seconds = sign < 0 ? -fact.time : fact.time;
  line.unit_price = fact.price;
  line.surcharges = signed_money(fact.gross - fact.base);
  line.surcharge_pct = fact.surcharge;
  line.surcharge = fact.kind;
  line.gross = signed_money(fact.gross);
  line.participation_pct = fact.participation;
  line.other_funders = signed_money(fact.other_funders);
  line.over_tariff = signed_money(fact.over_tariff);
  line.funder_share = signed_money(fact.share);
  line.beneficiary_share = signed_money(fact.beneficiary_share);
  line.participation = line.gross - line.funder_share - line.other_funders - line.over_tariff;
  line.funders = fact.funders;
  return line;
}

/// One line for a change that takes from one key and gives to another. A mere change of rate shows the quantity it
/// concerns and the difference of the rates.
inline billed_line merged(std::span<const beneficiary_delta* const> parts, int sign) {
  const auto* newest = parts.front();
  const auto* oldest = parts.front();
  for (const auto* part : parts) {
    if (part->line.time > exact_duration{}) newest = part;
    if (part->line.time < exact_duration{}) oldest = part;
  }
  beneficiary_delta sum = *newest;
  sum.line.deliveries.clear();
  sum.line.base = sum.line.gross = sum.line.share = money{};
  sum.line.other_funders = sum.line.over_tariff = sum.line.beneficiary_share = money{};
  sum.line.time = {};
  std::map<std::string, exact_duration> visits;
  for (const auto* part : parts) {
    add_amounts(sum.line, part->line, +1);
    for (const auto& visit : part->line.deliveries)
      visits[visit.delivery_id] += visit.time;
  }
  for (const auto& [id, time] : visits)
    sum.line.deliveries.push_back({id, time});
  auto line = shown(sum, sign);
  if (sum.line.time == exact_duration{}) {
    line.billed_seconds = absolute(newest->line.time);
    const auto difference = newest->line.price - oldest->line.price;
    line.unit_price = sign < 0 ? -difference : difference;
  } else {
    line.billed_seconds = absolute(sum.line.time);
  }
  return line;
}

inline auto line_order(const billed_line& line) {
  return std::tie(line.month, line.beneficiary, line.order_line, line.service, line.funders, line.unit_price.e6,
                  line.surcharge_pct.e4, line.participation_pct.e4);
}

inline std::string number_text(std::size_t number, std::size_t width) {
  auto text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

inline std::string document_id(std::string_view prefix, std::string_view provider, local_month billed_in,
                               std::size_t number) {
  const auto first = billed_in.first_day();
  return std::string(prefix) + "-" + std::string(provider) + "-" +
         number_text(static_cast<std::size_t>(first.month()), 2) +
         number_text(static_cast<std::size_t>(first.year() % 100), 2) + "-" + number_text(number, 5);
}
}  // namespace detail

/// The documents of a run and the facts that enter the ledger, with their document identifiers.
struct issued_documents {
  std::vector<billed_invoice> invoices;
  std::vector<beneficiary_invoice> beneficiary_invoices;
  std::vector<issued_document> documents;
  std::vector<beneficiary_delta> facts;
};

namespace detail {
using invoice_key = std::tuple<local_month, std::string, std::string, std::string>;  // month, provider, funder, kind

inline bool has_main(std::span<const issued_document> documents, const invoice_key& key) {
  return std::any_of(documents.begin(), documents.end(), [&](const issued_document& document) {
    return document.type == document_type::main &&
           std::tie(document.month, document.provider, document.funder, document.kind) == key;
  });
}

inline std::optional<std::string> main_of(std::span<const issued_document> documents, const invoice_key& key) {
  for (const auto& document : documents) {
    if (document.type == document_type::main &&
        std::tie(document.month, document.provider, document.funder, document.kind) == key) {
      return document.id;
    }
  }
  return std::nullopt;
}

/// The lines of one invoice or credit note: same sign as they are, mixed groups merged.
inline std::vector<billed_line> lines_of(const std::vector<const beneficiary_delta*>& differences, int sign) {
  std::map<std::pair<std::string, group_key>, std::vector<const beneficiary_delta*>> groups;
  for (const auto* difference : differences) {
    groups[{difference->beneficiary, group_of(difference->line)}].push_back(difference);
  }
  std::vector<billed_line> lines;
  for (const auto& [key, parts] : groups) {
    const auto against = [sign](const beneficiary_delta* part) {
      return sign < 0 ? part->line.share > money{} || part->line.time > exact_duration{}
                      : part->line.share < money{} || part->line.time < exact_duration{};
    };
    if (std::any_of(parts.begin(), parts.end(), against)) {
      lines.push_back(merged(parts, sign));
    } else {
      for (const auto* part : parts)
        lines.push_back(shown(*part, sign));
    }
  }
  std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return line_order(a) < line_order(b); });
  return lines;
}

inline std::vector<beneficiary_invoice> beneficiary_side(const std::vector<beneficiary_delta>& differences) {
  std::map<std::tuple<std::string, std::string, local_month>, beneficiary_invoice> invoices;
  for (const auto& [beneficiary, kind, fact] : differences) {
    if (!fact.payer.empty()) continue;
    auto& invoice = invoices[{beneficiary, fact.provider, fact.month}];
    invoice.beneficiary = beneficiary;
    invoice.provider = fact.provider;
    invoice.month = fact.month;
    invoice.total += fact.share;
    beneficiary_line line;
    line.reason = fact.reason;
    line.order_line = fact.order_line;
    line.service = fact.service;
    for (const auto& visit : fact.deliveries)
      line.deliveries.push_back(visit.delivery_id);
    line.billed_seconds = fact.time;
    line.unit_price = fact.price;
    line.gross = fact.gross;
    line.amount = fact.share;
    invoice.lines.push_back(std::move(line));
  }
  std::vector<beneficiary_invoice> result;
  for (auto& [key, invoice] : invoices) {
    std::stable_sort(invoice.lines.begin(), invoice.lines.end(), [](const auto& a, const auto& b) {
      return std::tie(a.order_line, a.reason, a.unit_price.e6) < std::tie(b.order_line, b.reason, b.unit_price.e6);
    });
    result.push_back(std::move(invoice));
  }
  return result;
}
}  // namespace detail

/// Groups differences into documents. The first document of a (month, provider, funder, kind) is its main invoice;
/// later ones are complementary where more is due, credit notes where less is. `before` are the documents of the
/// ledger.
inline issued_documents issue_documents(std::vector<beneficiary_delta> differences,
                                        std::span<const issued_document> before, local_month billed_in,
                                        local_time issued_at, issue_stage stage) {
  // Whether a group gives or takes is judged on its sum: its parts go on the same document.
  std::map<std::pair<std::string, detail::group_key>, money> sums;
  for (const auto& difference : differences) {
    sums[{difference.beneficiary, detail::group_of(difference.line)}] += difference.line.share;
  }
  std::map<std::pair<detail::invoice_key, bool>, std::vector<const beneficiary_delta*>> grouped;
  for (const auto& difference : differences) {
    if (difference.line.payer.empty()) continue;
    const auto& fact = difference.line;
    const bool gives_back = sums[{difference.beneficiary, detail::group_of(fact)}] < money{};
    grouped[{{fact.month, fact.provider, fact.payer, difference.kind}, gives_back}].push_back(&difference);
  }

  issued_documents result;
  std::map<std::pair<std::string, std::string>, std::size_t> counters;  // by provider and prefix
  for (const auto& document : before) {
    if (document.billed_in != billed_in) continue;
    ++counters[{document.provider, document.type == document_type::credit_note ? "AV" : "FACT"}];
  }
  std::map<const beneficiary_delta*, std::string> document_of;
  for (const auto& [key, parts] : grouped) {
    const auto& [month, provider, funder, kind] = key.first;
    const int sign = key.second ? -1 : 1;
    billed_invoice invoice;
    invoice.type = key.second                            ? document_type::credit_note
                   : detail::has_main(before, key.first) ? document_type::complementary
                                                         : document_type::main;
    if (invoice.type != document_type::main) invoice.corrects = detail::main_of(before, key.first);
    std::string prefix = key.second ? "AV" : "FACT";
    if (stage == issue_stage::pro_forma) {
      invoice.type = document_type::pro_forma;
      prefix = key.second ? "PFAV" : "PF";
    }
    invoice.id = detail::document_id(prefix, provider, billed_in, ++counters[{provider, prefix}]);
    invoice.month = month;
    invoice.provider = provider;
    invoice.funder = funder;
    invoice.kind = kind;
    invoice.lines = detail::lines_of(parts, sign);
    for (const auto& line : invoice.lines)
      invoice.total += line.funder_share;
    for (const auto* part : parts)
      document_of[part] = invoice.id;
    result.documents.push_back(
        {invoice.id, invoice.type, month, billed_in, provider, funder, kind, issued_at, invoice.total});
    result.invoices.push_back(std::move(invoice));
  }
  result.beneficiary_invoices = detail::beneficiary_side(differences);
  for (auto& difference : differences) {
    const auto at = document_of.find(&difference);
    if (at != document_of.end()) difference.line.document = at->second;
  }
  result.facts = std::move(differences);
  return result;
}

}  // namespace esppadom
