// How the exact amounts of a visit became cents on invoice lines, together with the other visits of the line.
// Billing rules reference, section 2d ("Lines and cents").
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/bill/explain_fixed.hpp"
#include "esppadom/bill/explain_labels.hpp"
#include "esppadom/bill/explain_log.hpp"
#include "esppadom/bill/explain_remainder.hpp"
#include "esppadom/bill/explain_settle.hpp"
#include "esppadom/bill/explain_split.hpp"
#include "esppadom/bill/explain_together.hpp"
#include "esppadom/bill/explanation.hpp"
#include "esppadom/billing/delta.hpp"
#include "esppadom/billing/line.hpp"
#include "esppadom/billing/settlement.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// A line among those of its beneficiary, and those it is rounded with.
struct line_states {
  lines_of_beneficiary of;
  lines_together together;
};

class line_recorder {
 public:
  line_recorder(explanation_log& log, const std::vector<kept_piece>& pieces, const std::string& delivery,
                std::span<const emitted_line> emitted)
      : log_(log), pieces_(pieces), delivery_(delivery), emitted_(emitted) {}

  explained_line record(const line_states& states) {
    const auto& line = states.of.line();
    const auto group = log_.group(trace_labels::line);
    log_.about_last(name_of_line(line));
    explained_line out;
    out.key = line.key;
    out.visits = line.visits.size();
    out.round_at = line.round_at;
    out.rounding = line.line_rounding;
    sum_up(line);
    out.time = time_.step;
    settle_line_of(line, states.of.rounded[states.of.own], states.together);
    out.price = cents_.price.step;
    after_fixed(states.of);
    for (std::size_t i = 0; i < line.key.funders.size(); ++i) {
      explained_share share{explained_party::funder, line.key.funders[i], {}, cents_.funders[i].step};
      share.difference = difference_of(line, line.key.funders[i], {}, cents_.funders[i]);
      out.shares.push_back(share);
    }
    for (const auto& reason : enum_names<beneficiary_reason>::items) {
      const auto& amount = cents_.reasons[static_cast<std::size_t>(reason.value)];
      if (amount.step < 0) continue;
      explained_share share{explained_party::beneficiary, {}, reason.value, amount.step};
      share.difference = difference_of(line, {}, reason.name, amount);
      out.shares.push_back(share);
    }
    if (cents_.provider.step >= 0 && !(cents_.provider.value == money()))
      out.shares.push_back({explained_party::provider, {}, {}, cents_.provider.step});
    return out;
  }

 private:
  using euros = traced_value<exact_amount>;
  using cents = traced_value<money>;
  [[nodiscard]] bool is_on(const kept_piece& one, const line_key& key) const {
    return !one.piece.rejected && one.month == key.month && one.piece.part.price == key.price &&
           one.piece.part.surcharge == key.surcharge && one.piece.participation == key.participation &&
           one.payers == key.funders;
  }

  // -- exact sums

  euros plus(const euros& sum, const euros& part, const trace_label& label) {
    if (sum.step < 0) return part;
    return log_.euros(trace_operation::add, sum.value + part.value, label, sum, part);
  }

  /// The visit's own part of one column: the steps of its pieces, or the value where these do not tell it.
  template <class StepOf, class ValueOf>
  euros own(const line_key& key, const exact_amount& value, const trace_label& label, const StepOf& step_of,
            const ValueOf& value_of) {
    euros sum;
    for (const auto& one : pieces_) {
      if (!is_on(one, key)) continue;
      const auto step = step_of(one);
      if (step >= 0) sum = plus(sum, {value_of(one), step}, label);
    }
    if (sum.step >= 0 && sum.value.numerator() == value.numerator()) return sum;
    return value == exact_amount() ? euros{} : log_.given(value, label);
  }

  euros with_others(const euros& mine, const exact_amount& whole, const exact_amount& others, const trace_label& label,
                    const trace_label& of_others) {
    if (others == exact_amount() && mine.step >= 0) return mine;
    if (mine.step < 0 && others == exact_amount()) return {};
    const auto rest = log_.given(others, of_others);
    if (mine.step < 0) return rest;
    const auto sum = mine.value + others;
    return log_.euros(trace_operation::add, sum.numerator() == whole.numerator() ? whole : sum, label, mine, rest);
  }

  void sum_up(const target_line& line) {
    exact_parts mine, others;
    exact_duration own_time, other_time;
    mine.funders.resize(line.key.funders.size());
    others.funders.resize(line.key.funders.size());
    for (const auto& visit : line.visits) {
      const bool is_own = visit.delivery_id == delivery_;
      (is_own ? mine : others).add(visit.parts);
      (is_own ? own_time : other_time) += visit.time;
    }
    record_time(line, own_time, other_time);
    own_ = columns(line, mine);
    all_ = {};
    all_.price =
        with_others(own_.price, line.exact.price, others.price, trace_labels::line_price, trace_labels::others_price);
    for (std::size_t i = 0; i < line.key.funders.size(); ++i) {
      all_.funders.push_back(with_others(own_.funders[i], line.exact.funders[i], others.funders[i],
                                         trace_labels::line_share, trace_labels::others_share));
      log_.about(all_.funders.back(), line.key.funders[i]);
    }
    for (std::size_t i = 0; i < beneficiary_reason_count; ++i) {
      all_.reasons[i] = with_others(own_.reasons[i], line.exact.beneficiary[i], others.beneficiary[i],
                                    trace_labels::line_share, trace_labels::others_share);
      if (all_.reasons[i].step < 0) continue;
      log_.about(all_.reasons[i], std::string(name_of(static_cast<beneficiary_reason>(i))));
      all_.beneficiary = plus(all_.beneficiary, all_.reasons[i], trace_labels::line_share);
    }
    all_.provider = with_others(own_.provider, line.exact.provider, others.provider, trace_labels::line_share,
                                trace_labels::others_share);
  }

  exact_columns columns(const target_line& line, const exact_parts& mine) {
    exact_columns out;
    const auto& key = line.key;
    out.price = own(
        key, mine.price, trace_labels::own_price, [](const kept_piece& one) { return one.steps.price; },
        [](const kept_piece& one) { return one.piece.price; });
    for (std::size_t i = 0; i < key.funders.size(); ++i) {
      out.funders.push_back(own(
          key, mine.funders[i], trace_labels::own_share,
          [i](const kept_piece& one) { return i < one.steps.shares.size() ? one.steps.shares[i] : -1; },
          [i](const kept_piece& one) { return one.piece.shares[i].amount; }));
    }
    for (std::size_t i = 0; i < beneficiary_reason_count; ++i) {
      const auto value_of = [i](const kept_piece& one) {
        exact_amount sum;
        for (const auto& part : one.piece.beneficiary) {
          if (part.reason == static_cast<beneficiary_reason>(i)) sum += part.amount;
        }
        return sum;
      };
      out.reasons[i] = own(
          key, mine.beneficiary[i], trace_labels::own_share,
          [i](const kept_piece& one) { return one.steps.reasons[i]; }, value_of);
      if (out.reasons[i].step >= 0) out.beneficiary = plus(out.beneficiary, out.reasons[i], trace_labels::own_share);
    }
    out.provider = own(
        key, mine.provider, trace_labels::own_share, [](const kept_piece& one) { return one.steps.provider; },
        [](const kept_piece& one) { return one.piece.provider; });
    return out;
  }

  void record_time(const target_line& line, const exact_duration& own_time, const exact_duration& others) {
    traced_value<exact_duration> mine;
    for (const auto& one : pieces_) {
      if (!is_on(one, line.key)) continue;
      const traced_value<exact_duration> part{one.piece.part.time, one.steps.time};
      mine = mine.step < 0
                 ? part
                 : log_.step(trace_operation::add, mine.value + part.value, trace_labels::own_time, mine, part);
    }
    if (mine.step < 0 || !(mine.value == own_time)) mine = log_.given(own_time, trace_labels::own_time);
    time_ = others == exact_duration() ? mine
                                       : log_.step(trace_operation::add, line.time, trace_labels::line_time, mine,
                                                   log_.given(others, trace_labels::others_time));
  }

  // -- cents

  void settle_line_of(const target_line& line, const settled_parts& result, const lines_together& together) {
    settled_line as_settled{result.price, result.funders, result.beneficiary_total(), result.provider};
    if (together.size() <= 1 && (line.round_at != rounding_place::visit || line.visits.size() == 1)) {
      const auto alone = settle_line(exact_line_of(line.exact, line.key.funders, line.key.funders), line.line_rounding,
                                     line.residual_cent_to);
      if (alone && *alone == as_settled) {
        cents_ = settle_recorder(log_).record(all_, as_settled, line.key.funders, line.line_rounding);
        share_reasons(line, result);
        return;
      }
    }
    if (line.round_at == rounding_place::visit) {
      settle_own_visit(line, as_settled);
    } else {
      settle_with_others(line, as_settled, together);
    }
    share_reasons(line, result);
  }

  /// Each visit is rounded on its own; the line is their sum.
  void settle_own_visit(const target_line& line, const settled_line& result) {
    settled_line mine;
    for (const auto& visit : line.visits) {
      if (visit.delivery_id != delivery_) continue;
      const auto one = settle_line(exact_line_of(visit.parts, line.key.funders, line.key.funders), line.line_rounding,
                                   line.residual_cent_to);
      if (one) mine = *one;
    }
    const auto own = settle_recorder(log_).record(own_, mine, line.key.funders, line.line_rounding);
    const auto sum = [&](const cents& part, const money& part_value, const money& whole) {
      const auto others = log_.given(whole - part_value, trace_labels::other_cents);
      if (part.step < 0) return others;
      return log_.step(trace_operation::add, whole, trace_labels::line_cents, part, others);
    };
    cents_.price = sum(own.price, mine.price, result.price);
    for (std::size_t i = 0; i < result.funders.size(); ++i)
      cents_.funders.push_back(
          log_.about(sum(own.funders[i], mine.funders[i], result.funders[i]), line.key.funders[i]));
    cents_.beneficiary = sum(own.beneficiary, mine.beneficiary, result.beneficiary);
    cents_.provider = sum(own.provider, mine.provider, result.provider);
  }

  /// Lines of an invoice that are rounded together; of a long one, whole cents of the exact share, and those it gets by
  /// its remainder.
  void settle_with_others(const target_line& line, const settled_line& result, const lines_together& together) {
    if (auto computed = together_recorder(log_, together, line, all_).record(result)) {
      cents_ = std::move(*computed);
      return;
    }
    const auto column = [&](const euros& exact, const money& whole) {
      if (exact.step < 0) return cents{};
      return by_remainder(exact, whole);
    };
    for (std::size_t i = 0; i < result.funders.size(); ++i)
      cents_.funders.push_back(log_.about(column(all_.funders[i], result.funders[i]), line.key.funders[i]));
    cents_.provider = column(all_.provider, result.provider);
    cents_.beneficiary = column(all_.beneficiary, result.beneficiary);
    cents sum;
    const auto add = [&](const cents& part) {
      if (part.step < 0) return;
      sum = sum.step < 0 ? part
                         : log_.step(trace_operation::add, sum.value + part.value, trace_labels::line_cents, sum, part);
    };
    for (const auto& share : cents_.funders)
      add(share);
    add(cents_.provider);
    add(cents_.beneficiary);
    cents_.price =
        sum.step >= 0 && sum.value == result.price ? sum : log_.given(result.price, trace_labels::line_cents);
  }

  cents by_remainder(const euros& exact, const money& whole) {
    const auto below = round<money>(exact.value, rounding_mode::floor).value_or(money::invalid());
    const auto floor = log_.step(trace_operation::round, trace_mode::floor, below, trace_labels::floor_cents, exact,
                                 money::from_cents(1));
    const auto given = log_.given(whole - below, trace_labels::remainder_cents);
    const auto share = log_.step(trace_operation::add, whole, trace_labels::cents_of_reason, floor, given);
    static_cast<void>(
        log_.euros(trace_operation::subtract, exact_amount(whole) - exact.value, trace_labels::residual, share, exact));
    return share;
  }

  /// The beneficiary's cents among the reasons, by largest remainder.
  void share_reasons(const target_line& line, const settled_parts& result) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < beneficiary_reason_count; ++i)
      count += all_.reasons[i].step >= 0 ? 1U : 0U;
    if (count > 1 && share_reasons_in_steps(result)) return;
    for (std::size_t i = 0; i < beneficiary_reason_count; ++i) {
      if (all_.reasons[i].step < 0 && result.beneficiary[i] == money()) continue;
      const auto name = std::string(name_of(static_cast<beneficiary_reason>(i)));
      if (count <= 1 && cents_.beneficiary.step >= 0 && cents_.beneficiary.value == result.beneficiary[i]) {
        cents_.reasons[i] = log_.about(cents_.beneficiary, name);
      } else if (all_.reasons[i].step >= 0) {
        cents_.reasons[i] = log_.about(by_remainder(all_.reasons[i], result.beneficiary[i]), name);
      } else {
        cents_.reasons[i] = log_.given(result.beneficiary[i], trace_labels::remainder_cents, name);
      }
    }
    static_cast<void>(line);
  }

  /// The same as steps; false, and nothing recorded, where these would not give the result.
  bool share_reasons_in_steps(const settled_parts& result) {
    std::vector<euros> parts;
    std::vector<std::size_t> reasons;
    for (std::size_t i = 0; i < beneficiary_reason_count; ++i) {
      if (all_.reasons[i].step < 0) {
        if (!(result.beneficiary[i] == money())) return false;
        continue;
      }
      parts.push_back(all_.reasons[i]);
      reasons.push_back(i);
    }
    std::vector<exact_amount> amounts;
    for (const auto& part : parts)
      amounts.push_back(part.value);
    const auto computed = share_out(cents_.beneficiary.value, amounts);
    if (cents_.beneficiary.step < 0 || !computed) return false;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      if (!((*computed)[i] == result.beneficiary[reasons[i]])) return false;
    }
    remainder_recorder recorder(log_, parts);
    if (!recorder.begin(cents_.beneficiary)) return false;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      cents_.reasons[reasons[i]] = log_.about(recorder.share(i, trace_labels::cents_of_reason),
                                              std::string(name_of(static_cast<beneficiary_reason>(reasons[i]))));
    }
    return true;
  }

  // -- after cents

  void after_fixed(const lines_of_beneficiary& of) {
    const auto off = fixed_recorder(log_, of).record(cents_.funders);
    for (std::size_t i = 0; i < off.size(); ++i) {
      if (off[i].step < 0) continue;
      const auto& payer = of.line().key.funders[i];
      auto& share = cents_.funders[i];
      share = log_.about(
          log_.step(trace_operation::subtract, share.value - off[i].value, trace_labels::after_fixed, share, off[i]),
          payer);
      auto& participation = cents_.reasons[static_cast<std::size_t>(beneficiary_reason::participation)];
      const auto sum = participation.value + off[i].value;
      participation = participation.step < 0
                          ? log_.step(trace_operation::add, sum, trace_labels::after_fixed, off[i])
                          : log_.step(trace_operation::add, sum, trace_labels::after_fixed, participation, off[i]);
      log_.about(participation, std::string(name_of(beneficiary_reason::participation)));
    }
  }

  /// What is to be invoiced now, where earlier runs invoiced some of it; -1 where they did not.
  std::int32_t difference_of(const target_line& line, const std::string& payer, std::string_view reason,
                             const cents& now) {
    if (now.step < 0) return -1;
    for (const auto& wanted : payer_lines(line)) {
      if (wanted.payer != payer || wanted.reason != reason) continue;
      money before;
      bool any = false;
      for (const auto& old : emitted_) {
        if (full_key(old) != full_key(wanted)) continue;
        before += old.share;
        any = true;
      }
      if (!any || !(wanted.share == now.value)) return -1;
      const auto emitted = log_.given(before, trace_labels::emitted_before, payer);
      return log_
          .about(log_.step(trace_operation::subtract, now.value - before, trace_labels::difference, now, emitted),
                 payer.empty() ? std::string(reason) : payer)
          .step;
    }
    return -1;
  }

  explanation_log& log_;
  const std::vector<kept_piece>& pieces_;
  const std::string& delivery_;
  std::span<const emitted_line> emitted_;
  exact_columns own_, all_;
  cent_columns cents_;
  traced_value<exact_duration> time_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
