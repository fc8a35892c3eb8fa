// The statement of a contract from a ledger and its rule book: gathers what orders authorised, visits performed and
// invoices billed, and the contract in force in each month.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/billing/invoicing.hpp"
#include "esppadom/billing/joins.hpp"
#include "esppadom/billing/ledger.hpp"
#include "esppadom/billing/plan_grant.hpp"
#include "esppadom/billing/pools.hpp"
#include "esppadom/billing/reason_words.hpp"
#include "esppadom/billing/terms.hpp"
#include "esppadom/oversight/cpom.hpp"
#include "esppadom/oversight/statistics/asked_names.hpp"
#include "esppadom/oversight/statistics/facts.hpp"
#include "esppadom/rules/rule_lookup.hpp"

namespace esppadom::inline ESPPADOM_ABI {
namespace detail {

/// Adds the activity of beneficiaries up, by provider, month and service.
class cpom_gatherer {
 public:
  cpom_gatherer(const rule_book& book, const statistic_query& query, findings& found)
      : rules_(book), query_(query), found_(found) {}

  void add(const beneficiary_ledger& part) {
    if (!query_.beneficiary.empty() && part.beneficiary != query_.beneficiary) return;
    findings ignored;
    const plan_lines plan(part.orders, no_end, ignored);
    std::vector<day_span> away;
    for (const auto& one : part.absences)
      away.push_back({one.from, one.to.value_or(no_end)});
    for (auto month = first_month(query_); month <= query_.to; ++month)
      add_authorised(part.beneficiary, plan, away, month);
    auto of_any_service = query_;
    of_any_service.service.clear();
    for_each_visit(std::span(&part, 1), of_any_service,
                   [&](const statistic_visit& visit) { add_performed(plan, visit); });
    for (const auto& line : part.lines)
      add_billed(line);
  }

  std::vector<cpom_activity> activity() {
    std::vector<cpom_activity> out;
    for (auto& [key, sum] : sums_) {
      const auto mode = rounding_of(std::get<0>(key), std::get<1>(key));
      sum.row.authorised_amount = round<money>(sum.authorised, mode).value_or(money::invalid());
      sum.row.performed_amount = round<money>(sum.performed, mode).value_or(money::invalid());
      out.push_back(std::move(sum.row));
    }
    return out;
  }

  std::vector<cpom_terms> terms() {
    std::set<std::string> providers;
    for (const auto& [key, sum] : sums_)
      providers.insert(std::get<0>(key));
    for (const auto& version : rules_.book().versions) {
      if (version.scope.provider) providers.insert(*version.scope.provider);
    }
    std::vector<cpom_terms> out;
    for (const auto& provider : providers) {
      if (!is_asked_for(provider)) continue;
      for (auto month = first_month(query_); month <= query_.to; ++month)
        out.push_back({provider, month, rules_of(provider, month).cpom, rounding_of(provider, month)});
    }
    return out;
  }

 private:
  struct sum_of {
    cpom_activity row;
    exact_amount authorised;
    exact_amount performed;
  };

  [[nodiscard]] bool is_asked_for(std::string_view provider) const {
    return query_.provider.empty() || provider == query_.provider;
  }
  [[nodiscard]] bool is_asked_payer(std::string_view payer) const {
    return query_.funder.empty() || payer == query_.funder;
  }

  rule_query question(std::string_view provider, local_month month) {
    rule_query query;
    query.date = month.last_day();
    query.departement = sole_departement(rules_.book());
    query.funder = query_.funder;
    query.provider = provider;
    return query;
  }
  const rule_set& rules_of(std::string_view provider, local_month month) {
    return rules_.at(question(provider, month)).rules;
  }
  const rule_set& rules_of(const plan_line& line, std::string_view beneficiary, local_month month) {
    auto query = question(line.from->provider.id(), month);
    query.funder = line.payer;
    query.service = line.service;
    query.beneficiary = beneficiary;
    return rules_.at(query).rules;
  }
  rounding_mode rounding_of(std::string_view provider, local_month month) {
    return mode_of(rules_of(provider, month).invoicing.line_rounding);
  }

  sum_of& at(std::string_view provider, local_month month, std::string_view service) {
    auto& sum = sums_[{std::string(provider), month, std::string(service)}];
    sum.row.provider = provider;
    sum.row.month = month;
    sum.row.service = service;
    return sum;
  }

  /// The funder's price of an hour; 0 where order and rules lead to none: a visit that meets it is told in its bill.
  static unit_price rate_of(const plan_line& line, const rule_set& rules, local_date day) {
    findings told_elsewhere;
    const std::array<const plan_line*, 1> alone{&line};
    const auto terms =
        terms_of(line, alone, rules.tariff, rules.funding, rules.smoothing, rules.extra_minutes, day, told_elsewhere);
    const auto* payer = payer_of(terms, line);
    return payer ? payer->source.rate : unit_price();
  }

  /// Lines of one payer, provider and service are versions of one plan: where nothing is prorated, the last counts.
  void add_authorised(const std::string& beneficiary, const plan_lines& plan, std::span<const day_span> away,
                      local_month month) {
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::vector<const plan_line*>> plans;
    for (const auto& line : plan.all()) {
      const std::string_view provider = line.from->provider.id();
      if (!is_asked_for(provider) || !is_asked_payer(line.payer)) continue;
      if (!query_.service.empty() && line.service != query_.service) continue;
      if (common_days(days_in_force(line), days_of(month)).is_empty()) continue;
      plans[{provider, line.payer, line.service}].push_back(&line);
    }
    for (const auto& [key, lines] : plans) {
      const auto& rules = rules_of(*lines.front(), beneficiary, month);
      auto monthly = rules.smoothing;
      monthly.period = pool_period::month;
      std::vector<plan_version> versions;
      std::vector<unit_price> rates;
      bool timed = true;
      for (const auto* line : lines) {
        const auto version = version_of(*line, monthly, days_of(month));
        if (version.ordered.problem != plan_problem::none) {
          tell_unknown(*line, version.ordered.problem);
          continue;
        }
        timed = timed && !unit_of(*line);
        versions.push_back(version);
        rates.push_back(rate_of(*line, rules, version.in_force.first));
      }
      const plan_calendar calendar{rules.calendar.zone, rules.calendar.pentecost_monday, away};
      auto& sum = at(std::get<0>(key), month, std::get<2>(key));
      const auto time_of = [](const plan_version&, const exact_duration& time) { return time; };
      const auto amount_of = [&](const plan_version& version, const exact_duration& time) {
        return time * rates[static_cast<std::size_t>(&version - versions.data())];
      };
      if (timed) {
        for (const auto& part : grant_of_period<exact_duration>(monthly, days_of(month), versions, calendar, time_of))
          sum.row.authorised_seconds += part.quantity;
      }
      for (const auto& part : grant_of_period<exact_amount>(monthly, days_of(month), versions, calendar, amount_of))
        sum.authorised += part.quantity;
    }
  }

  void tell_unknown(const plan_line& line, plan_problem problem) {
    if (unknown_.insert(&line.line->order_line_id).second)
      found_.add(cpo_authorised_unknown, line.from->order_id,
                 with_words({line.line->order_line_id}, words_of(problem)));
  }

  void add_performed(const plan_lines& plan, const statistic_visit& visit) {
    const auto& record = *visit.record;
    const auto joined = join(plan, record, visit.start);
    const plan_line* paid = joined.line;
    if (joined.line && !query_.funder.empty()) {
      paid = nullptr;
      for (const auto* source : funding_lines(plan, *joined.line, visit.start)) {
        if (source->payer == query_.funder) paid = source;
      }
    }
    if (!paid && !query_.funder.empty()) return;
    if (paid && unit_of(*paid)) return;
    const std::string_view service = paid ? paid->service : std::string_view(record.service);
    if (!query_.service.empty() && service != query_.service) return;
    auto& sum = at(record.provider, visit.month, service);
    sum.row.performed_seconds += visit.performed;
    if (!paid) return;
    const auto& rules = rules_of(*paid, visit.of->beneficiary, visit.month);
    sum.performed += visit.performed * rate_of(*paid, rules, visit.start.date());
  }

  void add_billed(const emitted_line& line) {
    if (line.payer.empty() || !is_asked(query_, line.month) || !is_asked_for(line.provider)) return;
    if (!is_asked_payer(line.payer) || (!query_.service.empty() && line.service != query_.service)) return;
    auto& row = at(line.provider, line.month, line.service).row;
    row.billed_amount += line.share;
    const bool timed = query_.funder.empty() ? counts_once(line) : !line.unit;
    if (timed) row.billed_seconds += line.time;
  }

  rule_lookup rules_;
  const statistic_query& query_;
  findings& found_;
  std::map<std::tuple<std::string, local_month, std::string>, sum_of> sums_;
  std::set<const std::string*> unknown_;
};

}  // namespace detail

/// The statement of the contracts of a ledger for the months of `query`, for its provider, funder, service and
/// beneficiary where given. A contract stands under `cpom` of the rules in force on the last day of each month for the
/// provider. Authorised hours are those the orders grant for the month, weeks and changed plans brought to it as
/// `smoothing` says; with several funders each authorises its own. Performed hours are those of visits that took place.
/// Both are valued at the funder's hourly price; billed is what is on invoices, minutes once. Services that count no
/// time have amounts only. Each amount of a row is rounded once, by `invoicing.line_rounding`.
inline cpom_statement cpom_statement_of(const ledger& facts, const rule_book& book, const statistic_query& query) {
  findings found;
  detail::cpom_gatherer gatherer(book, query, found);
  for (const auto& part : facts.beneficiaries)
    gatherer.add(part);
  const auto activity = gatherer.activity();
  auto out = cpom_statement_of(activity, gatherer.terms(), first_month(query), query.to);
  found.merge(std::move(out.found));
  auto asked = query;  // a contract may be there before its first visit
  const auto has_scope = [&](const rule_version& one) { return one.scope.provider == asked.provider; };
  if (std::any_of(book.versions.begin(), book.versions.end(), has_scope)) asked.provider.clear();
  tell_unknown_names(facts.beneficiaries, {}, asked, found);
  out.found = std::move(found);
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
