// Orders, visits and invoices held against each other: the checks R of the billing rules reference, section 2f (f13;
// that platforms do it for every invoice is known, the list of checks inferred, high). It judges any invoice, made by
// the library or not.
//
// With `expected`, what the rules give for the same orders and visits, times and amounts are compared to the second and
// to the cent. Without, the checks that need no rules are made: orders, validity, tariffs of the orders, visits, and no
// more time than their DELIVERY says.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/joins.hpp"
#include "esppadom/oversight/reconcile/line_checks.hpp"
#include "esppadom/oversight/reconcile/same_person.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

/// Times and amounts of groups, and what is not there at all.
class reconciler : line_checks {
 public:
  using line_checks::line_checks;

  reconciliation run() {
    check_lines();
    if (expected_) {
      for (const auto& [key, both] : groups_)
        compare(key, both);
    } else if (facts_.has_visits()) {
      find_uninvoiced();
    }
    if (facts_.has_visits()) find_unperformed();
    for (const auto& pair : beneficiaries_under_two_ids(facts_.all()))
      out_.found.add(rec_two_ids, {}, {pair.first, pair.second});
    if (lines_.empty() && out_.rows.empty()) out_.found.add(rec_empty_period, {});
    finish();
    return std::move(out_);
  }

 private:
  // -- times and amounts under the rules

  void compare(const group_key& key, const group& all) {
    group_sides sides;
    for (const auto i : all.stated) {
      const auto& line = lines_[i];
      sides.stated_time += line.time.value_or(exact_duration{});
      sides.stated += line.share;
      sides.issued_at = std::max(sides.issued_at, line.issued_at);
      sides.lines += 1;
      for (const auto& id : line.deliveries)
        sides.stated_visits.insert(id);
    }
    std::map<std::string, exact_duration> times;
    for (const auto* one : all.expected) {
      if (!one->line.unit) sides.expected_time += one->line.time;
      sides.expected += one->share;
      for (const auto& visit : one->line.deliveries)
        times[visit.delivery_id] += visit.time;
    }
    exact_duration missing_time;
    for (const auto& [id, time] : times) {
      if (time == exact_duration{}) continue;
      sides.expected_visits.insert(id);
      if (!named_.contains({std::get<1>(key), std::get<2>(key), id})) {
        sides.missing.push_back(id);
        missing_time += time;
      }
    }
    const auto reason = reason_of(facts_, key, all, sides);
    if (!sides.missing.empty()) report_missing(key, all, sides, missing_time, reason);
    if (all.stated.empty()) return;
    report_sides(key, all, sides, reason);
  }

  void report_missing(const group_key& key, const group& all, const group_sides& sides, const exact_duration& time,
                      difference_reason reason) {
    auto row = row_of(reconcile_check::not_invoiced, key);
    row.reason = reason;
    row.deliveries = sides.missing;
    row.expected_seconds = time;
    if (all.stated.empty()) {
      row.stated_amount = money{};
      row.expected_amount = sides.expected;
      row.difference = -sides.expected;
    }
    const auto [en, fr] = words_of(reason);
    add(std::move(row), rec_not_invoiced,
        {to_string(std::get<0>(key)), std::get<1>(key), std::get<3>(key), std::get<4>(key),
         count_of(sides.missing.size()), std::string(en), std::string(fr)});
  }

  void report_sides(const group_key& key, const group& all, const group_sides& sides, difference_reason reason) {
    const auto slack = exact_duration(
        duration::of_seconds(static_cast<std::int64_t>(sides.stated_visits.size() + sides.expected_visits.size()) + 1));
    const bool same_time = magnitude(sides.stated_time - sides.expected_time) <= slack;
    const bool same_amount = sides.stated == sides.expected;
    if (same_amount && same_time) return;
    auto row = row_of(reconcile_check::amount, key);
    row.reason = reason;
    row.document = lines_[all.stated.front()].document;
    row.order_line = lines_[all.stated.front()].order_line;
    row.stated_seconds = sides.stated_time;
    row.expected_seconds = sides.expected_time;
    row.stated_amount = sides.stated;
    row.expected_amount = sides.expected;
    row.difference = sides.stated - sides.expected;
    for (const auto& id : sides.stated_visits) {
      if (sides.expected_visits.contains(id)) continue;
      row.deliveries.push_back(id);
      const auto at = unbilled_.find({std::get<1>(key), id});
      if (!row.unbilled && at != unbilled_.end()) row.unbilled = at->second;
    }
    const auto [en, fr] = words_of(reason);
    std::vector<std::string> arguments{to_string(std::get<0>(key)), std::get<1>(key), std::get<3>(key),
                                       std::get<4>(key)};
    if (same_amount) {
      arguments.insert(arguments.end(), {minutes_of(sides.stated_time), minutes_of(sides.expected_time)});
    } else {
      arguments.insert(arguments.end(),
                       {to_string(sides.stated), to_string(sides.expected), to_string(*row.difference)});
    }
    arguments.insert(arguments.end(), {std::string(en), std::string(fr)});
    add(std::move(row), same_amount ? rec_time : rec_amount, std::move(arguments));
  }

  difference_reason reason_of(const reconcile_facts& facts, const group_key& key, const group& all,
                              const group_sides& sides) const {
    group_look look{&facts, std::get<0>(key), std::get<1>(key), std::get<3>(key), std::get<4>(key), {}, {}};
    for (const auto i : all.stated) {
      if (lines_[i].price) look.stated_prices.push_back(*lines_[i].price);
    }
    for (const auto* one : all.expected)
      look.expected_prices.push_back(one->line.price);
    for (const auto& id : sides.stated_visits) {
      const auto at = unbilled_.find({std::get<1>(key), id});
      if (at != unbilled_.end() && at->second == unbilled_reason::no_order_line) look.no_order = true;
    }
    return likely_reason(look, all.signs, sides);
  }

  // -- what is not there

  // Without rules: visits that no invoice names, by provider, beneficiary, service and month.
  void find_uninvoiced() {
    std::map<group_key, std::pair<std::vector<std::string>, exact_duration>> missing;
    for (const auto& part : facts_.all()) {
      for (const auto& visit : part.visits) {
        const auto month = local_month::of(reference_start(visit).date());
        if (unpayable(visit) != unbilled_reason::none || visit.cancelled) continue;
        if (!in_period(month) || !fits(visit.provider, query_.payer, visit.service)) continue;
        if (named_.contains({visit.provider, std::string(), visit.delivery_id})) continue;
        auto& [ids, time] = missing[{month, visit.provider, std::string(), part.beneficiary, visit.service}];
        ids.push_back(visit.delivery_id);
        time += delivered_time(visit).value_or(exact_duration{});
      }
    }
    for (auto& [key, what] : missing) {
      auto row = row_of(reconcile_check::not_invoiced, key);
      local_time issued{};
      for (const auto& line : lines_) {
        if (line.provider == row.provider && line.month == row.month) issued = std::max(issued, line.issued_at);
      }
      const bool late = std::any_of(what.first.begin(), what.first.end(), [&](const std::string& id) {
        return facts_.visit(id, row.provider).record->issued_at > issued;
      });
      row.reason = late && issued != local_time{} ? difference_reason::late_visit : difference_reason::not_sent;
      row.deliveries = what.first;
      row.expected_seconds = what.second;
      const auto [en, fr] = words_of(row.reason);
      add(std::move(row), rec_not_invoiced,
          {to_string(std::get<0>(key)), std::get<1>(key), std::get<3>(key), std::get<4>(key),
           count_of(what.first.size()), std::string(en), std::string(fr)});
    }
  }

  void find_unperformed() {
    const auto first = query_.from ? query_.from : first_;
    const auto last = query_.to ? query_.to : last_;
    if (!first || !last) return;
    for (const auto& part : facts_.all()) {
      std::set<std::tuple<local_month, std::string_view, std::string_view>> performed;
      for (const auto& visit : part.visits) {
        if (unpayable(visit) != unbilled_reason::none) continue;
        const auto month = local_month::of(reference_start(visit).date());
        performed.insert({month, visit.provider, visit.order_line_id});
        performed.insert({month, visit.provider, visit.service});
      }
      findings ignored;
      constexpr std::int32_t end_of_time = esppadom::detail::days_of(last_year, 12, 31);
      const plan_lines plan(part.orders, local_date{end_of_time}, ignored);
      for (const auto& line : plan.all()) {
        if (!fits(line.from->provider.id(), line.payer, line.service)) continue;
        for (auto month = *first; month <= *last; ++month) {
          if (!overlaps(line.from->validity_period, month)) continue;
          if (line.superseded_on && *line.superseded_on <= month.first_day()) continue;
          if (performed.contains({month, line.from->provider.id(), line.line->order_line_id}) ||
              performed.contains({month, line.from->provider.id(), line.service}))
            continue;
          reconcile_row row;
          row.check = reconcile_check::order_unperformed;
          row.month = month;
          row.provider = line.from->provider.id();
          row.payer = line.payer;
          row.beneficiary = part.beneficiary;
          row.service = line.service;
          row.order_line = line.line->order_line_id;
          add(std::move(row), rec_order_unperformed, {line.line->order_line_id, line.from->order_id, to_string(month)});
        }
      }
    }
  }

  // -- sums

  [[nodiscard]] std::string name_of_group(const group_key& key) const {
    switch (query_.by) {
      case reconcile_group::provider:
        return std::get<1>(key);
      case reconcile_group::payer:
        return std::get<2>(key);
      case reconcile_group::service:
        return std::get<4>(key);
      case reconcile_group::month:
        return to_string(std::get<0>(key));
      case reconcile_group::beneficiary:
        return std::get<3>(key);
    }
    return {};
  }

  void finish() {
    std::map<std::string, reconcile_sum> sums;
    for (const auto& [key, all] : groups_) {
      auto& sum = sums[name_of_group(key)];
      for (auto* to : {&sum, &out_.total}) {
        for (const auto i : all.stated) {
          ++to->lines;
          to->stated_seconds += lines_[i].time.value_or(exact_duration{});
          to->stated_amount += lines_[i].share;
        }
        if (!expected_) continue;
        auto time = to->expected_seconds.value_or(exact_duration{});
        auto amount = to->expected_amount.value_or(money{});
        for (const auto* one : all.expected) {
          if (!one->line.unit) time += one->line.time;
          amount += one->share;
        }
        to->expected_seconds = time;
        to->expected_amount = amount;
        to->difference = to->stated_amount - amount;
      }
    }
    for (const auto& row : out_.rows) {
      ++out_.total.differences;
      ++sums[name_of_group({row.month.value_or(local_month{}), row.provider, row.payer, row.beneficiary, row.service})]
            .differences;
    }
    for (auto& [name, sum] : sums) {
      sum.group = name;
      out_.sums.push_back(std::move(sum));
    }
    std::sort(out_.rows.begin(), out_.rows.end(), [](const reconcile_row& a, const reconcile_row& b) {
      const auto place = [](const reconcile_row& row) {
        return std::tie(row.month, row.provider, row.payer, row.beneficiary, row.service, row.check, row.document,
                        row.line, row.deliveries, row.order_line);
      };
      return place(a) < place(b);
    });
    std::sort(out_.found.items().begin(), out_.found.items().end(), finding_less);
  }
};

}  // namespace detail

/// Holds invoices against orders and visits, and, where `expected` is given, against what the rules give. Every
/// difference is a row and a finding (ESP-REC); sums say what they leave out.
/// Example: a line that bills 60 minutes of a visit worth 45 gives a row `billable` (3 600 s against 2 700 s) and, with
/// rules at 24.00 € an hour, a row `amount` with a difference of 6.00 €.
inline reconciliation reconcile(const reconcile_request& request, const reconcile_query& query) {
  return detail::reconciler(request, query).run();
}

}  // namespace esppadom::inline ESPPADOM_ABI
