// The checks of a reconciliation that look at invoice lines: their order, tariff and visits, and that no minute is
// billed twice.
#pragma once

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/reason_words.hpp"
#include "esppadom/oversight/reconcile/facts.hpp"
#include "esppadom/oversight/reconcile/reasons.hpp"
#include "esppadom/oversight/reconcile/records.hpp"
#include "esppadom/oversight/reconcile/stated.hpp"
#include "esppadom/oversight/reconciliation_findings.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What is reconciled. Everything that is pointed to must outlive the call.
struct reconcile_request {
  std::span<const beneficiary_ledger> facts;  ///< orders and visits, as a ledger or `prepare` holds them
  const stated_invoices* invoices = nullptr;
  const std::vector<expected_line>* expected = nullptr;  ///< null = no rules are given
  std::span<const unbilled_visit> unbilled;              ///< what the rules do not bill, and why
};

namespace detail {

/// Lines and what is expected, in groups of one month, provider, payer, beneficiary and service; each line judged by
/// itself and with those that bill the same visits.
class line_checks {
 public:
  line_checks(const reconcile_request& request, const reconcile_query& query)
      : facts_(request.facts), expected_(request.expected), query_(query) {
    out_.by = query.by;
    out_.with_rules = request.expected != nullptr;
    if (request.invoices) lines_ = request.invoices->lines(out_.left_out, out_.found);
    for (const auto& one : request.unbilled)
      unbilled_.try_emplace({one.provider, one.delivery}, one.reason);
  }

  void check_lines() {
    choose_lines();
    choose_expected();
    if (!facts_.has_orders() && !lines_.empty()) out_.found.add(rec_no_orders, {}, {count_of(lines_.size())});
    if (!facts_.has_visits() && !lines_.empty()) out_.found.add(rec_no_visits, {}, {count_of(lines_.size())});
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (facts_.has_orders()) check_order(i);
      if (facts_.has_visits()) check_visits(i);
    }
    if (facts_.has_visits()) check_worth();
  }

 protected:
  using group_key = std::tuple<local_month, std::string, std::string, std::string, std::string>;
  struct group {
    std::vector<std::size_t> stated;
    std::vector<const expected_line*> expected;
    group_signs signs;
  };

  static std::string count_of(std::size_t count) { return std::to_string(count); }

  // -- what is looked at

  [[nodiscard]] bool fits(std::string_view provider, std::string_view payer, std::string_view service) const {
    return (query_.provider.empty() || query_.provider == provider) &&
           (query_.payer.empty() || query_.payer == payer) && (query_.service.empty() || query_.service == service);
  }
  [[nodiscard]] bool fits(local_month month) const {
    return (!query_.from || month >= *query_.from) && (!query_.to || month <= *query_.to);
  }
  [[nodiscard]] bool in_period(local_month month) const {
    if (!fits(month)) return false;
    if (query_.from || query_.to) return true;
    return first_ && month >= *first_ && month <= *last_;
  }

  void choose_lines() {
    omitted_lines outside{left_out_reason::outside_filter, 0, money{}};
    std::vector<stated_line> kept;
    for (auto& line : lines_) {
      if (!line.month && !line.deliveries.empty()) {
        const auto visit = facts_.visit(line.deliveries.front(), line.provider);
        if (visit.record) line.month = local_month::of(reference_start(*visit.record).date());
      }
      if (!line.month) line.month = local_month::of(line.issued_at.date());
      if (fits(line.provider, line.payer, line.service) && fits(*line.month)) {
        if (!first_ || *line.month < *first_) first_ = line.month;
        if (!last_ || *line.month > *last_) last_ = line.month;
        kept.push_back(std::move(line));
      } else {
        ++outside.lines;
        outside.amount = *outside.amount + line.share;
      }
    }
    lines_ = std::move(kept);
    if (outside.lines > 0) out_.left_out.push_back(outside);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& line = lines_[i];
      groups_[key_of(line)].stated.push_back(i);
      for (const auto& id : line.deliveries)
        named_.insert({line.provider, line.payer, id});
      for (const auto& id : line.deliveries)
        named_.insert({line.provider, std::string(), id});
    }
  }

  void choose_expected() {
    if (!expected_) return;
    for (const auto& one : *expected_) {
      const auto& line = one.line;
      if (line.payer.empty() || !fits(line.provider, line.payer, line.service) || !in_period(line.month)) continue;
      groups_[{line.month, line.provider, line.payer, one.beneficiary, line.service}].expected.push_back(&one);
      for (const auto& visit : line.deliveries)
        worth_[{line.provider, line.payer, visit.delivery_id}] += visit.time;
    }
  }

  static group_key key_of(const stated_line& line) {
    return {*line.month, line.provider, line.payer, line.beneficiary, line.service};
  }
  group& group_of(const stated_line& line) { return groups_.at(key_of(line)); }

  // -- rows

  static reconcile_row row_of(reconcile_check check, const stated_line& line) {
    reconcile_row row;
    row.check = check;
    row.document = line.document;
    row.line = line.line;
    row.month = line.month;
    row.provider = line.provider;
    row.payer = line.payer;
    row.beneficiary = line.beneficiary;
    row.service = line.service;
    row.order_line = line.order_line;
    row.stated_seconds = line.time;
    row.stated_amount = line.share;
    return row;
  }
  static reconcile_row row_of(reconcile_check check, const group_key& key) {
    reconcile_row row;
    row.check = check;
    row.month = std::get<0>(key);
    row.provider = std::get<1>(key);
    row.payer = std::get<2>(key);
    row.beneficiary = std::get<3>(key);
    row.service = std::get<4>(key);
    return row;
  }
  static std::string place_of(const stated_line& line) { return line.document + "/" + line.line; }

  void add(reconcile_row row, const finding_kind& kind, std::vector<std::string> arguments) {
    out_.found.add(kind, row.document.value_or(std::string()), std::move(arguments));
    out_.rows.push_back(std::move(row));
  }

  reconcile_facts facts_;
  const std::vector<expected_line>* expected_;
  const reconcile_query& query_;
  reconciliation out_;
  std::vector<stated_line> lines_;
  std::optional<local_month> first_;
  std::optional<local_month> last_;
  std::map<group_key, group> groups_;
  std::set<std::tuple<std::string, std::string, std::string>> named_;  ///< provider, payer or empty, visit
  std::map<std::tuple<std::string, std::string, std::string>, exact_duration> worth_;  ///< provider, payer, visit
  std::map<std::pair<std::string, std::string>, unbilled_reason> unbilled_;            ///< provider, visit

 private:
  // -- orders (R: an order line, its validity, its tariff, the participation)

  void check_order(std::size_t index) {
    const auto& line = lines_[index];
    const auto candidates = facts_.lines_for(line);
    if (candidates.empty()) {
      auto row = row_of(reconcile_check::order_line, line);
      row.reason = difference_reason::no_order;
      row.deliveries = line.deliveries;
      group_of(line).signs.no_order = true;
      add(std::move(row), rec_no_order_line,
          {place_of(line), to_string(line.share) + " €", line.beneficiary, line.service});
      return;
    }
    check_validity(line, candidates);
    if (line.share > money{} || line.time > exact_duration{}) {
      check_tariff(line, candidates);
      check_participation(line);
    }
  }

  void check_validity(const stated_line& line, const std::vector<ordered>& candidates) {
    for (const auto& id : line.deliveries) {
      const auto visit = facts_.visit(id, line.provider);
      if (!visit.record) continue;
      const auto when = reference_start(*visit.record);
      const bool covered = std::any_of(candidates.begin(), candidates.end(),
                                       [&](const ordered& one) { return contains(one.from->validity_period, when); });
      if (covered) continue;
      auto row = row_of(reconcile_check::validity, line);
      row.reason = difference_reason::no_order;
      row.deliveries = {id};
      row.stated = to_string(when.date());
      row.expected = text_of(candidates.front().from->validity_period);
      group_of(line).signs.no_order = true;
      auto expected = *row.expected;
      add(std::move(row), rec_outside_validity, {place_of(line), id, to_string(when.date()), std::move(expected)});
    }
  }

  void check_tariff(const stated_line& line, const std::vector<ordered>& candidates) {
    if (!line.price) return;
    std::vector<unit_price> prices;
    if (expected_) {
      for (const auto* one : group_of(line).expected) {
        prices.push_back(one->line.price);
        prices.push_back(net_price(one->line));
      }
    } else {
      for (const auto& one : candidates) {
        if (!holds_for(one, line)) continue;
        if (one.line->tariff) prices.push_back(one.line->tariff->value);
        if (one.line->provider_rate) prices.push_back(one.line->provider_rate->value);
      }
    }
    if (prices.empty() || std::find(prices.begin(), prices.end(), *line.price) != prices.end()) return;
    const bool of_another_order = std::any_of(candidates.begin(), candidates.end(), [&](const ordered& one) {
      return (one.line->tariff && one.line->tariff->value == *line.price) ||
             (one.line->provider_rate && one.line->provider_rate->value == *line.price);
    });
    auto row = row_of(reconcile_check::tariff, line);
    row.reason = of_another_order || plan_changed(line, candidates) ? difference_reason::changed_plan
                                                                    : difference_reason::other_rules;
    row.stated = to_string(*line.price);
    row.expected = to_string(prices.front());
    const auto [en, fr] = words_of(row.reason);
    add(std::move(row), rec_tariff,
        {place_of(line), to_string(*line.price), to_string(prices.front()), std::string(en), std::string(fr)});
  }

  // The price of an hour without VAT, where a line has any.
  static unit_price net_price(const emitted_line& line) {
    int128 net = 0;
    if (divide(int128{line.price.e6} * 1'000'000, int128{1'000'000} + line.vat.e4, rounding_mode::half_up).get(net) !=
        error_code::success)
      return line.price;
    return unit_price::from_e6(static_cast<std::int64_t>(net));
  }

  // Whether an order holds on one of the days a line bills, or in its month where it names no known visit.
  bool holds_for(const ordered& one, const stated_line& line) const {
    bool any_known = false;
    for (const auto& id : line.deliveries) {
      const auto visit = facts_.visit(id, line.provider);
      if (!visit.record) continue;
      any_known = true;
      if (contains(one.from->validity_period, reference_start(*visit.record))) return true;
    }
    return !any_known && overlaps(one.from->validity_period, *line.month);
  }

  static bool plan_changed(const stated_line& line, const std::vector<ordered>& candidates) {
    return std::any_of(candidates.begin(), candidates.end(), [&](const ordered& one) {
      return one.from->issued_at > line.issued_at && overlaps(one.from->validity_period, *line.month);
    });
  }

  void check_participation(const stated_line& line) {
    if (!expected_ || !line.participation) return;
    const auto& expected = group_of(line).expected;
    if (expected.empty()) return;
    for (const auto* one : expected) {
      if (one->line.participation == *line.participation) return;
    }
    auto row = row_of(reconcile_check::participation, line);
    row.reason = difference_reason::changed_plan;
    row.stated = to_string(*line.participation);
    row.expected = to_string(expected.front()->line.participation);
    add(std::move(row), rec_participation,
        {place_of(line), to_string(*line.participation), to_string(expected.front()->line.participation)});
  }

  // -- visits (R: every billed minute has delivery minutes, and no minute twice)

  void check_visits(std::size_t index) {
    const auto& line = lines_[index];
    auto& signs = group_of(line).signs;
    for (const auto& id : line.deliveries) {
      const auto visit = facts_.visit(id, line.provider);
      const bool is_credit = line.share < money{} || line.time < exact_duration{};
      auto row = row_of(reconcile_check::delivery, line);
      row.deliveries = {id};
      if (!visit.record) {
        if (is_credit) continue;
        row.reason = difference_reason::no_visit;
        signs.no_visit = true;
        if (facts_.is_stamps_only(id)) {
          row.unbilled = unbilled_reason::stamp_only;
          add(std::move(row), rec_unpayable_visit,
              with_words({place_of(line), id}, words_of(unbilled_reason::stamp_only)));
        } else {
          add(std::move(row), rec_unknown_visit, {place_of(line), id});
        }
        continue;
      }
      const auto reason = unpayable(*visit.record);
      if (reason != unbilled_reason::none && !is_credit) {
        const bool late = visit.record->issued_at > line.issued_at;
        row.reason = late ? difference_reason::late_visit : difference_reason::no_visit;
        (late ? signs.late_visit : signs.no_visit) = true;
        row.unbilled = reason;
        add(std::move(row), rec_unpayable_visit, with_words({place_of(line), id}, words_of(reason)));
      } else if (visit.of->beneficiary != line.beneficiary && !line.beneficiary.empty()) {
        row.reason = difference_reason::no_visit;
        row.stated = line.beneficiary;
        row.expected = visit.of->beneficiary;
        signs.no_visit = true;
        add(std::move(row), rec_other_beneficiary, {place_of(line), id, line.beneficiary, visit.of->beneficiary});
      }
    }
  }

  [[nodiscard]] std::optional<exact_duration> worth_of(const stated_line& line, const std::string& id) const {
    const auto visit = facts_.visit(id, line.provider);
    if (!visit.record) return std::nullopt;
    if (unpayable(*visit.record) != unbilled_reason::none) return exact_duration{};
    if (!expected_) return delivered_time(*visit.record);
    const auto at = worth_.find({line.provider, line.payer, id});
    return at == worth_.end() ? exact_duration{} : at->second;
  }

  // Lines of one payer that share visits are looked at together: a visit may be cut into several lines.
  void check_worth() {
    std::vector<std::size_t> parent(lines_.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&parent](std::size_t i) {
      while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
      return i;
    };
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<std::size_t>> billing;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      for (const auto& id : lines_[i].deliveries) {
        auto& lines = billing[{lines_[i].provider, lines_[i].payer, id}];
        if (!lines.empty()) parent[root(i)] = root(lines.front());
        if (lines.empty() || lines.back() != i) lines.push_back(i);
      }
    }
    struct component {
      std::vector<std::size_t> lines;
      std::vector<std::string> visits;
      std::string repeated;
      exact_duration worth;
      bool known = true;
    };
    std::map<std::size_t, component> components;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      components[root(i)].lines.push_back(i);
    for (const auto& [key, lines] : billing) {
      auto& all = components[root(lines.front())];
      const auto& id = std::get<2>(key);
      const auto worth = worth_of(lines_[lines.front()], id);
      all.visits.push_back(id);
      all.known = all.known && worth.has_value();
      if (worth) all.worth += *worth;
      const auto adds =
          std::count_if(lines.begin(), lines.end(), [&](std::size_t i) { return lines_[i].time > exact_duration{}; });
      if (adds > 1 && all.repeated.empty()) all.repeated = id;
    }
    for (const auto& [id, all] : components) {
      exact_duration stated;
      bool timed = !all.visits.empty() && all.known;
      for (const auto i : all.lines) {
        timed = timed && lines_[i].time.has_value();
        stated += lines_[i].time.value_or(exact_duration{});
      }
      const auto slack = exact_duration(duration::of_seconds(static_cast<std::int64_t>(all.visits.size())));
      if (timed && stated > all.worth + slack) report_excess(all.lines, all.visits, all.repeated, stated, all.worth);
    }
  }

  void report_excess(const std::vector<std::size_t>& lines, const std::vector<std::string>& visits,
                     const std::string& repeated, const exact_duration& stated, const exact_duration& worth) {
    const auto& last = lines_[lines.back()];
    auto row = row_of(repeated.empty() ? reconcile_check::billable : reconcile_check::once, last);
    row.reason = repeated.empty() ? difference_reason::other_rules : difference_reason::billed_twice;
    row.deliveries = repeated.empty() ? visits : std::vector<std::string>{repeated};
    row.stated_seconds = stated;
    row.expected_seconds = worth;
    row.stated_amount.reset();
    std::string places;
    for (const auto i : lines) {
      places += (places.empty() ? "" : ", ") + place_of(lines_[i]);
      if (!repeated.empty()) group_of(lines_[i]).signs.repeated = true;
    }
    if (repeated.empty()) {
      add(std::move(row), rec_more_than_billable, {places, minutes_of(stated), minutes_of(worth)});
    } else {
      add(std::move(row), rec_billed_twice, {repeated, places, minutes_of(stated), minutes_of(worth)});
    }
  }
};

}  // namespace detail
}  // namespace esppadom::inline ESPPADOM_ABI
