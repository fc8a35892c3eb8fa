// Lines of an invoice that are rounded together, step by step, for one of them. Billing rules reference, section 2d
// ("Lines and cents", `round_at` invoice).
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/bill/explain_fixed.hpp"
#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/explain_remainder.hpp"
#include "esppadom/bill/explain_settle.hpp"
#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/line.hpp"
#include "esppadom/billing/settlement.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// The lines of an invoice, in the order in which they are rounded together; empty where they are not.
using lines_together = std::vector<const target_line*>;

/// Records one line of them: the totals of the invoice by the rule of the cent, then of each total what the line gets
/// by largest remainder. Beyond `most` lines nothing is recorded: a bound on the length of an explanation.
class together_recorder {
 public:
  static constexpr std::size_t most = 10'000;

  together_recorder(explanation_log& log, const lines_together& lines, const target_line& own,
                    const exact_columns& exact)
      : log_(log), lines_(lines), own_(own), mine_(exact) {}

  /// The line in cents; none, and nothing recorded, where the steps would not give `result`.
  std::optional<cent_columns> record(const settled_line& result) {
    at_ = static_cast<std::size_t>(std::find(lines_.begin(), lines_.end(), &own_) - lines_.begin());
    if (at_ == lines_.size() || lines_.size() > most) return std::nullopt;
    for (const auto* line : lines_) {
      for (const auto& funder : line->key.funders) {
        if (column_of(funder) == columns_.size()) columns_.push_back(funder);
      }
    }
    for (const auto* line : lines_)
      exact_.push_back(exact_line_of(line->exact, line->key.funders, columns_));
    const auto settled =
        settle_together(std::span<const exact_line>(exact_), own_.line_rounding, own_.residual_cent_to);
    if (!settled || !(in_own_columns((*settled)[at_]) == result)) return std::nullopt;
    settled_ = *settled;
    return shares(result);
  }

 private:
  using euros = traced_value<exact_amount>;
  using cents = traced_value<money>;

  /// One column of all lines: the exact part of each that has one, and their sum.
  struct column {
    std::vector<euros> parts;
    std::size_t own = 0;  ///< the place of the line's among them
    euros sum;
  };

  [[nodiscard]] std::size_t column_of(const std::string& funder) const {
    return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), funder) - columns_.begin());
  }
  [[nodiscard]] settled_line in_own_columns(const settled_line& all) const {
    settled_line out{all.price, {}, all.beneficiary, all.provider};
    for (const auto& funder : own_.key.funders)
      out.funders.push_back(all.funders[column_of(funder)]);
    return out;
  }
  [[nodiscard]] std::string name_of_other(std::size_t i) const {
    return lines_[i]->beneficiary + ", " + name_of_line(*lines_[i]);
  }

  template <class PartOf>
  column column_with(const euros& mine, const PartOf& part_of) {
    column out;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const exact_amount& value = part_of(exact_[i]);
      if (!(value > exact_amount())) continue;
      if (i == at_) out.own = out.parts.size();
      out.parts.push_back(i == at_ && mine.step >= 0 ? mine
                                                     : log_.given(value, trace_labels::other_lines, name_of_other(i)));
      const auto& part = out.parts.back();
      out.sum = out.sum.step < 0 ? part
                                 : log_.euros(trace_operation::add, out.sum.value + part.value,
                                              trace_labels::invoice_total, out.sum, part);
    }
    return out;
  }

  cent_columns shares(const settled_line& result) {
    const auto group = log_.group(trace_labels::rounded_together);
    exact_columns total;
    std::vector<column> funders;
    const auto price = column_with(mine_.price, [](const exact_line& line) { return line.price; });
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const auto at = std::find(own_.key.funders.begin(), own_.key.funders.end(), columns_[c]);
      const auto mine = at == own_.key.funders.end()
                            ? euros{}
                            : mine_.funders[static_cast<std::size_t>(at - own_.key.funders.begin())];
      funders.push_back(column_with(mine, [c](const exact_line& line) { return line.funders[c]; }));
      total.funders.push_back(funders.back().sum);
    }
    const auto provider = column_with(mine_.provider, [](const exact_line& line) { return line.provider; });
    total.price = price.sum;
    total.provider = provider.sum;
    total.beneficiary = column_with(mine_.beneficiary, [](const exact_line& line) { return line.beneficiary; }).sum;
    const auto totals = settle_recorder(log_).record(total, sum_of_all(), columns_, own_.line_rounding);

    cent_columns out;
    for (std::size_t i = 0; i < own_.key.funders.size(); ++i) {
      const auto c = column_of(own_.key.funders[i]);
      const auto share = own_share(funders[c], totals.funders[c], result.funders[i], exact_[at_].funders[c]);
      out.funders.push_back(log_.about(share, columns_[c]));
    }
    out.provider = own_share(provider, totals.provider, result.provider, exact_[at_].provider);
    cents paid;
    for (const auto& share : out.funders)
      add(paid, share);
    add(paid, out.provider);
    if (exact_[at_].beneficiary > exact_amount()) {
      out.beneficiary = rest_of_price(price, totals.price, paid, result);
      add(paid, out.beneficiary);
    }
    out.price =
        paid.step >= 0 && paid.value == result.price ? paid : log_.given(result.price, trace_labels::line_cents);
    return out;
  }

  [[nodiscard]] settled_line sum_of_all() const {
    settled_line sum;
    sum.funders.resize(columns_.size());
    for (const auto& line : settled_) {
      sum.price += line.price;
      sum.beneficiary += line.beneficiary;
      sum.provider += line.provider;
      for (std::size_t c = 0; c < columns_.size(); ++c)
        sum.funders[c] += line.funders[c];
    }
    return sum;
  }

  void add(cents& sum, const cents& part) {
    if (part.step < 0) return;
    sum = sum.step < 0 ? part
                       : log_.step(trace_operation::add, sum.value + part.value, trace_labels::line_cents, sum, part);
  }

  /// What the line gets of the total of a column.
  cents own_share(const column& all, const cents& total, const money& result, const exact_amount& exact) {
    if (!(exact > exact_amount())) return {};
    remainder_recorder recorder(log_, all.parts);
    if (total.step < 0 || !recorder.begin(total)) return log_.given(result, trace_labels::line_cents);
    const auto share = recorder.share(all.own, trace_labels::line_cents);
    return share.value == result ? share : log_.given(result, trace_labels::line_cents);
  }

  /// The beneficiary's: the line's part of the price less what the others pay of it. The prices of lines without a
  /// beneficiary's share are what the others pay of them.
  cents rest_of_price(const column& price, const cents& total, const cents& paid_here, const settled_line& result) {
    auto left = total;
    column open;
    for (std::size_t i = 0, part = 0; i < lines_.size(); ++i) {
      const bool has_price = exact_[i].price > exact_amount();
      if (!(exact_[i].beneficiary > exact_amount())) {
        const auto others = paid(settled_[i]);
        left = log_.step(trace_operation::subtract, left.value - others, trace_labels::left_of_price, left,
                         log_.given(others, trace_labels::paid_by_others, name_of_other(i)));
      } else if (has_price) {
        if (i == at_) open.own = open.parts.size();
        open.parts.push_back(price.parts[part]);
      }
      part += has_price ? 1U : 0U;
    }
    const auto own_price = own_share(open, left, result.price, exact_[at_].price);
    if (paid_here.step < 0)
      return own_price.value == result.beneficiary ? own_price
                                                   : log_.given(result.beneficiary, trace_labels::line_cents);
    const auto rest = log_.step(trace_operation::subtract, own_price.value - paid_here.value,
                                trace_labels::left_of_price, own_price, paid_here);
    const auto share =
        log_.step(trace_operation::maximum, max(rest.value, money()), trace_labels::rest_in_cents, rest, money());
    return share.value == result.beneficiary ? share : log_.given(result.beneficiary, trace_labels::line_cents);
  }

  explanation_log& log_;
  const lines_together& lines_;
  const target_line& own_;
  const exact_columns& mine_;
  std::size_t at_ = 0;
  std::vector<std::string> columns_;
  std::vector<exact_line> exact_;
  std::vector<settled_line> settled_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
