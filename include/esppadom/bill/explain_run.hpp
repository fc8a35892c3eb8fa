// How a run is explained. Who links the library finds it compiled there; see bill/linkage.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/bill/assemble.hpp"
#include "esppadom/bill/assembled_parts.hpp"
#include "esppadom/bill/explain.hpp"
#include "esppadom/bill/explain_cents.hpp"
#include "esppadom/bill/explain_document.hpp"
#include "esppadom/bill/explain_watch.hpp"
#include "esppadom/bill/late_corrections.hpp"
#include "esppadom/bill/prepare.hpp"
#include "esppadom/bill/request_checks.hpp"
#include "esppadom/bill/watched_run.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

/// The shares of a visit over all its pieces, and the sum that must be the price.
class result_recorder {
 public:
  explicit result_recorder(explanation_draft& draft) : draft_(draft), log_(draft.out.log) {}

  void record() {
    if (draft_.pieces.empty()) return;
    const auto group = log_.group(trace_labels::result);
    const auto price = sum_of(trace_labels::price_total, {},
                              [](const kept_piece& one) { return std::pair(one.steps.price, one.piece.price); });
    draft_.out.price = price.step;
    for (const auto& payer : payers())
      add_funder(payer);
    for (const auto& reason : enum_names<beneficiary_reason>::items)
      add_reason(reason.value);
    add(explained_party::provider, sum_of(trace_labels::provider_total, {}, [](const kept_piece& one) {
          return std::pair(one.steps.provider, one.piece.provider);
        }));
    add(explained_party::nobody, sum_of(trace_labels::unbilled_total, {}, [](const kept_piece& one) {
          return std::pair(one.steps.rejected, one.piece.left);
        }));
    if (all_.step < 0) return;
    draft_.out.check =
        log_.euros(trace_operation::subtract, price.value - all_.value, trace_labels::sum_check, price, all_).step;
  }

 private:
  using euros = traced_value<exact_amount>;

  [[nodiscard]] std::vector<std::string> payers() const {
    std::vector<std::string> out;
    for (const auto& one : draft_.pieces) {
      for (const auto& payer : one.payers) {
        if (std::find(out.begin(), out.end(), payer) == out.end()) out.push_back(payer);
      }
    }
    return out;
  }

  template <class PartOf>
  euros sum_of(const trace_label& label, const std::string& about, const PartOf& part_of) {
    euros sum;
    for (const auto& one : draft_.pieces) {
      const auto [step, value] = part_of(one);
      if (step < 0) continue;
      sum = sum.step < 0 ? euros{value, step}
                         : log_.euros(trace_operation::add, sum.value + value, label, sum, euros{value, step});
    }
    if (sum.step < 0) return sum;
    return log_.about(log_.euros(trace_operation::add, sum.value, label, sum), about);
  }

  void add(explained_party party, const euros& sum, std::string payer = {},
           std::optional<beneficiary_reason> reason = {}) {
    if (sum.step < 0) return;
    draft_.out.shares.push_back({party, std::move(payer), reason, sum.step});
    all_ = all_.step < 0
               ? sum
               : log_.euros(trace_operation::add, all_.value + sum.value, trace_labels::sum_of_shares, all_, sum);
  }
  void add_funder(const std::string& payer) {
    add(explained_party::funder,
        sum_of(trace_labels::funder_total, payer,
               [&](const kept_piece& one) {
                 for (std::size_t i = 0; i < one.payers.size(); ++i) {
                   if (one.payers[i] == payer) return std::pair(one.steps.shares[i], one.piece.shares[i].amount);
                 }
                 return std::pair(std::int32_t{-1}, exact_amount());
               }),
        payer);
  }
  void add_reason(beneficiary_reason reason) {
    add(explained_party::beneficiary,
        sum_of(trace_labels::beneficiary_reason_total, std::string(name_of(reason)),
               [&](const kept_piece& one) {
                 exact_amount sum;
                 for (const auto& part : one.piece.beneficiary) {
                   if (part.reason == reason) sum += part.amount;
                 }
                 return std::pair(one.steps.reasons[static_cast<std::size_t>(reason)], sum);
               }),
        {}, reason);
  }

  explanation_draft& draft_;
  explanation_log& log_;
  euros all_;
};

/// All lines in cents, as `assemble` settles them, before and after participations fixed for a month are taken off.
struct settled_lines {
  std::vector<beneficiary_outcome> outcomes;
  std::vector<std::vector<settled_parts>> rounded;  ///< by outcome and line

  explicit settled_lines(const std::vector<beneficiary_outcome>& billed) : outcomes(billed) {
    std::sort(outcomes.begin(), outcomes.end(),
              [](const auto& a, const auto& b) { return a.beneficiary < b.beneficiary; });
    std::vector<unbilled_visit> given_up;
    settle_all(outcomes, given_up);
    findings found;
    for (auto& outcome : outcomes) {
      auto& kept = rounded.emplace_back();
      for (const auto& line : outcome.lines)
        kept.push_back(line.cents);
      take_off(outcome.lines, outcome.fixed, found);
    }
  }

  /// Those that are rounded together with a line, itself among them; none where it is rounded alone.
  [[nodiscard]] lines_together with(const target_line& line) const {
    lines_together out;
    if (line.round_at != rounding_place::invoice) return out;
    const auto invoice_of = [](const target_line& one) {
      return std::tie(one.key.month, one.key.provider, one.kind_of_invoice);
    };
    for (const auto& outcome : outcomes) {
      for (const auto& other : outcome.lines) {
        if (other.round_at == rounding_place::invoice && invoice_of(other) == invoice_of(line)) out.push_back(&other);
      }
    }
    return out;
  }
};

inline bool has_visit(const target_line& line, const explanation& one) {
  return line.key.provider == one.provider &&
         std::any_of(line.visits.begin(), line.visits.end(),
                     [&](const line_visit& visit) { return visit.delivery_id == one.delivery; });
}

inline void record_lines(explanation_draft& draft, const settled_lines& settled, const ledger& before) {
  auto& out = draft.out;
  std::vector<emitted_line> emitted;
  for (const auto& part : before.beneficiaries) {
    if (part.beneficiary == out.beneficiary) emitted = part.lines;
  }
  for (std::size_t i = 0; i < settled.outcomes.size(); ++i) {
    const auto& outcome = settled.outcomes[i];
    if (outcome.beneficiary != out.beneficiary) continue;
    for (std::size_t j = 0; j < outcome.lines.size(); ++j) {
      if (!has_visit(outcome.lines[j], out)) continue;
      line_recorder recorder(out.log, draft.pieces, out.delivery, emitted);
      const lines_of_beneficiary of{outcome.lines, settled.rounded[i], outcome.fixed, outcome.fixed_from, j};
      out.lines.push_back(recorder.record({of, settled.with(outcome.lines[j])}));
    }
  }
}

inline bool contains_text(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// What the run says of the visit: documents, what is not billed and why, what waits.
inline void note_outcome(explanation& out, const bill_result& result) {
  for (const auto& each : result.invoices) {
    if (each.provider != out.provider) continue;
    for (const auto& line : each.lines) {
      if (line.beneficiary == out.beneficiary && contains_text(line.deliveries, out.delivery))
        out.documents.push_back({each.id, each.type, each.funder, line.funder_share});
    }
  }
  for (const auto& row : result.unbilled) {
    if (row.delivery == out.delivery && row.provider == out.provider) out.unbilled.push_back(row);
  }
  for (const auto& row : result.held) {
    if (row.provider == out.provider && contains_text(row.deliveries, out.delivery)) out.held.push_back(row.reason);
  }
}

/// Visits that were set aside before any beneficiary was billed.
inline void add_unjudged(std::vector<explanation>& visits, const bill_result& result, const wanted_visit& wanted) {
  for (const auto& row : result.unbilled) {
    if (!wanted(row.provider, row.delivery)) continue;
    const bool known = std::any_of(visits.begin(), visits.end(), [&](const explanation& one) {
      return one.delivery == row.delivery && one.provider == row.provider;
    });
    if (known) continue;
    explanation one;
    one.delivery = row.delivery;
    one.provider = row.provider;
    one.beneficiary = row.beneficiary;
    one.month = row.month;
    one.reason = row.reason;
    visits.push_back(std::move(one));
  }
}

}  // namespace detail

ESPPADOM_CHAIN explained_bill bill_and_explain(const bill_request& request, const wanted_visit& wanted,
                                               const wanted_document& documents) {
  explained_bill out;
  if (check_ledger(request.before, request.rules).has_errors()) {
    out.result = bill(request);
    return out;
  }
  const auto travel = longest_travel(request.rules);
  rule_lookup rules(request.rules);
  auto late = late_corrections(request.messages, rules);
  auto facts = late.any() ? prepare(late.in_time, request.given, request.before, request.complete, travel)
                          : prepare(request.messages, request.given, request.before, request.complete, travel);
  late.report(facts);
  check_request(request, facts.found);
  const billing_dates dates{request.month, request.as_of};
  std::vector<beneficiary_outcome> outcomes;
  std::vector<detail::explanation_draft> drafts;
  for (const auto& part : facts.beneficiaries) {
    detail::explain_watch watch(part.beneficiary, wanted);
    outcomes.push_back(
        detail::beneficiary_run<detail::explain_watch*>(part, facts.conflicts, dates, rules, &watch).run());
    for (auto& draft : watch.take())
      drafts.push_back(std::move(draft));
  }
  detail::document_basis basis{request.before, request.month, {}, {}, {}, {}, nullptr};
  if (!drafts.empty() || documents) {
    const detail::settled_lines settled(outcomes);
    for (auto& draft : drafts) {
      detail::result_recorder(draft).record();
      detail::record_lines(draft, settled, request.before);
    }
    if (documents) {
      for (const auto& outcome : settled.outcomes)
        basis.forecasts.insert(basis.forecasts.end(), outcome.forecast_from.begin(), outcome.forecast_from.end());
      basis.penalties =
          detail::penalty_parts(settled.outcomes, facts.beneficiaries, request.before, request.month, rules);
    }
  }
  auto advances = new_advances(facts.advances, request.before.adjustments, request.month);
  out.result = assemble(std::move(outcomes), std::move(facts), request.before, rules, request.month, request.with);
  if (documents) {
    basis.granted = out.result.advances;
    for (const auto& row : basis.granted)
      advances.push_back(
          {adjustment_reason::advance, row.month, request.month, row.provider, row.funder, {}, row.amount, {}});
    advances.insert(advances.end(), request.before.adjustments.begin(), request.before.adjustments.end());
    basis.advances = open_advances(advances, request.month);
    out.documents = detail::record_documents(out.result.invoices, std::move(basis), documents, rules);
  }
  for (auto& draft : drafts)
    out.visits.push_back(std::move(draft.out));
  detail::add_unjudged(out.visits, out.result, wanted);
  for (auto& one : out.visits)
    detail::note_outcome(one, out.result);
  std::sort(out.visits.begin(), out.visits.end(), [](const explanation& a, const explanation& b) {
    return std::tie(a.provider, a.delivery) < std::tie(b.provider, b.delivery);
  });
  return out;
}

ESPPADOM_CHAIN std::vector<explanation> explain(const bill_request& request, std::string_view delivery) {
  return bill_and_explain(request, [&](std::string_view, std::string_view id) { return id == delivery; }).visits;
}

ESPPADOM_CHAIN std::optional<document_explanation> explain_document(const bill_request& request, std::string_view id) {
  auto billed = bill_and_explain(
      request, [](std::string_view, std::string_view) { return false; },
      [&](std::string_view document) { return document == id; });
  if (billed.documents.empty()) return std::nullopt;
  return std::move(billed.documents.front());
}

}  // namespace esppadom::inline ESPPADOM_ABI
