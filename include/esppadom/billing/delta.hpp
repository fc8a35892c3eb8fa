// The difference between what should stand now and what was emitted: what makes reruns harmless.
// Billing rules reference, section 2f, "Delta rule" (inferred, high).
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/line.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {
/// What a difference is taken over: the line key without rate, day class and participation, and the payer. Last comes
/// whose share it is, where the beneficiary pays for a funder. It refers to the line's own text.
using group_key = std::tuple<local_month, std::string_view, std::string_view, std::string_view, std::string_view,
                             std::string_view, std::string_view>;

inline group_key group_of(const emitted_line& line) {
  const bool for_funder = !line.reason.empty() && !line.funders.empty() && channel_of_reason(line.reason);
  return {line.month,
          line.provider,
          line.payer,
          line.order_line,
          line.service,
          line.reason,
          for_funder ? std::string_view(line.funders.front()) : std::string_view()};
}

/// The whole line key, payer and reason included.
inline auto full_key(const emitted_line& line) {
  return std::tie(line.month, line.provider, line.payer, line.reason, line.order_line, line.service, line.aid_type,
                  line.funders, line.price.e6, line.surcharge.e4, line.participation.e4, line.vat.e4);
}
inline void add_amounts(emitted_line& to, const emitted_line& line, int sign) {
  to.time = sign > 0 ? to.time + line.time : to.time - line.time;
  const auto add = [sign](auto& sum, auto part) { sum = sign > 0 ? sum + part : sum - part; };
  add(to.base, line.base);
  add(to.gross, line.gross);
  add(to.share, line.share);
  add(to.other_funders, line.other_funders);
  add(to.over_tariff, line.over_tariff);
  add(to.beneficiary_share, line.beneficiary_share);
}

inline void copy_amounts(emitted_line& to, const emitted_line& from) {
  to.time = from.time;
  to.base = from.base;
  to.gross = from.gross;
  to.share = from.share;
  to.other_funders = from.other_funders;
  to.over_tariff = from.over_tariff;
  to.beneficiary_share = from.beneficiary_share;
}

/// Sorts by identifier and makes one of those that are of one visit.
inline void sum_by_visit(std::vector<billed_visit>& visits) {
  std::stable_sort(visits.begin(), visits.end(),
                   [](const billed_visit& a, const billed_visit& b) { return a.delivery_id < b.delivery_id; });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < visits.size(); ++i) {
    if (visits[i].delivery_id == visits[kept].delivery_id) {
      visits[kept].time += visits[i].time;
    } else if (++kept != i) {
      visits[kept] = std::move(visits[i]);
    }
  }
  if (!visits.empty()) visits.resize(kept + 1);
}

/// The lines of one full key, emitted and to stand.
class line_difference {
 public:
  /// `line` must outlive the difference; those emitted (`sign` -1) come before those that should stand.
  void add(const emitted_line& line, int sign) { parts_.push_back({&line, sign}); }

  /// What describes the line: the target's, where there is one, else the first that was emitted.
  const emitted_line& newest() const {
    const auto& [last, sign] = parts_.back();
    return sign > 0 ? *last : *parts_.front().first;
  }

  /// The difference, with the visits whose time is another one.
  emitted_line line() const {
    emitted_line sum = newest();
    sum.document.clear();
    sum.number = 0;
    if (parts_.size() == 1 && parts_.front().second > 0) {
      std::erase_if(sum.deliveries, has_no_time);
      return sum;
    }
    sum.deliveries.clear();
    copy_amounts(sum, {});
    for (const auto& [part, sign] : parts_) {
      add_amounts(sum, *part, sign);
      for (const auto& visit : part->deliveries)
        sum.deliveries.push_back({visit.delivery_id, sign > 0 ? visit.time : -visit.time});
    }
    sum_by_visit(sum.deliveries);
    std::erase_if(sum.deliveries, has_no_time);
    return sum;
  }

 private:
  static bool has_no_time(const billed_visit& visit) { return visit.time == exact_duration{}; }

  std::vector<std::pair<const emitted_line*, int>> parts_;
};

inline bool says_nothing(const emitted_line& line) {
  return line.share == money{} && line.gross == money{} && line.time == exact_duration{};
}
}  // namespace detail

/// The lines of every payer that a target line stands for: one a funder, and one a reason on the beneficiary's side.
/// The share of a funder that does not pay the provider (`payment_channel`) is on the beneficiary's side too, with a
/// reason of its own and that funder as the only one named.
inline std::vector<emitted_line> payer_lines(const target_line& target) {
  emitted_line common;
  common.month = target.key.month;
  common.provider = target.key.provider;
  common.order_id = target.key.order_id;
  common.order_line = target.key.order_line;
  common.service = target.key.service;
  common.aid_type = target.key.aid_type;
  common.price = target.key.price;
  common.surcharge = target.key.surcharge;
  common.kind = target.kind;
  common.participation = target.key.participation;
  common.vat = target.key.vat;
  common.funders = target.key.funders;
  common.time = target.time;
  common.gross = target.cents.price;
  common.base = target.key.surcharge.e4 == 0
                    ? target.cents.price
                    : round<money>(target.time * target.key.price, rounding_mode::half_up).value_or(money::invalid());
  common.beneficiary_share = target.cents.beneficiary_total();
  common.over_tariff = target.cents.beneficiary[static_cast<std::size_t>(beneficiary_reason::over_tariff)];
  common.rule_sets = target.rule_sets;
  common.unit = target.unit;
  common.deliveries.reserve(target.visits.size());
  for (const auto& visit : target.visits)
    common.deliveries.push_back({visit.delivery_id, visit.time});
  detail::sum_by_visit(common.deliveries);

  money all_funders;
  for (const auto share : target.cents.funders)
    all_funders += share;
  std::vector<emitted_line> lines;
  for (std::size_t i = 0; i < target.key.funders.size(); ++i) {
    auto line = common;
    line.share = target.cents.funders[i];
    line.other_funders = all_funders - line.share;
    if (target.channel == payment_channel::provider_direct) {
      line.payer = target.key.funders[i];
    } else if (line.share == money{}) {
      continue;
    } else {  // the beneficiary pays the provider, the funder pays the beneficiary or the vouchers
      line.reason = reason_of(target.channel);
      line.funders = {target.key.funders[i]};
    }
    lines.push_back(std::move(line));
  }
  for (const auto& reason : enum_names<beneficiary_reason>::items) {
    const auto share = target.cents.beneficiary[static_cast<std::size_t>(reason.value)];
    if (share == money{}) continue;
    auto line = common;
    line.reason = reason.name;
    line.share = share;
    line.other_funders = all_funders;
    lines.push_back(std::move(line));
  }
  return lines;
}

/// What to emit so that what was emitted becomes what should stand: per full line key, signed, with the visits whose
/// billed time differs. A group (beneficiary, provider, order line, service, payer, month) whose sum does not change
/// emits nothing. Lines come in key order.
inline std::vector<emitted_line> delta(std::vector<emitted_line> target, const std::vector<emitted_line>& emitted) {
  using key = std::remove_cvref_t<decltype(detail::full_key(std::declval<const emitted_line&>()))>;
  std::map<key, detail::line_difference> differences;  // keys and groups refer to lines of `target` and `emitted`
  std::map<detail::group_key, money> sums;
  const auto add = [&](const emitted_line& line, int sign) {
    differences[detail::full_key(line)].add(line, sign);
    auto& total = sums[detail::group_of(line)];
    total = sign > 0 ? total + line.share : total - line.share;
  };
  for (const auto& line : emitted)
    add(line, -1);
  for (const auto& line : target)
    add(line, +1);

  std::vector<emitted_line> result;
  for (const auto& [at, difference] : differences) {
    if (sums[detail::group_of(difference.newest())] == money{}) continue;
    auto line = difference.line();
    if (!detail::says_nothing(line)) result.push_back(std::move(line));
  }
  return result;
}

}  // namespace esppadom
