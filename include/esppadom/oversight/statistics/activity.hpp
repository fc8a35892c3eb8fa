// Who performed how much, for whom and for which money: performed hours per beneficiary, per caregiver, per pair,
// beneficiaries by funder, one beneficiary over all providers, activity summaries by month, half-year and year, by
// branch and district. All of these are one question with other groups. Billing rules reference, sections 3.1 and 9
// (the list is known, definitions inferred, medium).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/oversight/statistics/facts.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What activity is grouped by.
enum class activity_group : std::uint8_t {
  all,
  beneficiary,
  beneficiary_provider,  ///< each beneficiary with each of its providers
  caregiver,
  pair,  ///< each caregiver with each beneficiary
  provider,
  service,
  funder,
  branch,    ///< the provider's postcode
  district,  ///< the beneficiary's postcode
};

template <>
struct enum_names<activity_group> {
  static constexpr enum_name<activity_group> items[] = {{activity_group::all, "all"},
                                                        {activity_group::beneficiary, "beneficiary"},
                                                        {activity_group::beneficiary_provider, "beneficiary_provider"},
                                                        {activity_group::caregiver, "caregiver"},
                                                        {activity_group::pair, "pair"},
                                                        {activity_group::provider, "provider"},
                                                        {activity_group::service, "service"},
                                                        {activity_group::funder, "funder"},
                                                        {activity_group::branch, "branch"},
                                                        {activity_group::district, "district"}};
};

/// The activity of one group over one period. A column that the group does not fix is unknown. `billed_seconds` is what
/// funders are billed, each minute once; by funder, what that funder is billed. Amounts belong to lines, not to visits:
/// by caregiver and by pair they are unknown.
struct activity_row {
  std::string period;
  std::optional<std::string> beneficiary;
  std::optional<std::string> caregiver;
  std::optional<std::string> provider;
  std::optional<std::string> service;
  std::optional<std::string> funder;  ///< empty text = not on an invoice to a funder
  std::optional<std::string> place;   ///< of a branch or district
  std::int64_t beneficiaries = 0;
  std::int64_t caregivers = 0;
  std::int64_t visits = 0;
  exact_duration performed_seconds;
  exact_duration billed_seconds;
  std::optional<money> funder_amount;
  std::optional<money> beneficiary_amount;
  std::optional<exact_duration> shortest_seconds;
  std::optional<exact_duration> longest_seconds;

  friend bool operator==(const activity_row&, const activity_row&) = default;
};

template <>
inline constexpr auto description<activity_row> =
    fields(field<&activity_row::period>("période"), field<&activity_row::beneficiary>("bénéficiaire"),
           field<&activity_row::caregiver>("intervenant"), field<&activity_row::provider>("prestataire"),
           field<&activity_row::service>("prestation"), field<&activity_row::funder>("financeur"),
           field<&activity_row::place>("code postal"), field<&activity_row::beneficiaries>("bénéficiaires"),
           field<&activity_row::caregivers>("intervenants"), field<&activity_row::visits>("interventions"),
           field<&activity_row::performed_seconds>("temps réalisé (s)"),
           field<&activity_row::billed_seconds>("temps facturé (s)"),
           field<&activity_row::funder_amount>("part des financeurs"),
           field<&activity_row::beneficiary_amount>("part du bénéficiaire"),
           field<&activity_row::shortest_seconds>("plus courte (s)"),
           field<&activity_row::longest_seconds>("plus longue (s)"));

namespace detail {

/// Adds visits and lines up by group.
class activity_sums {
 public:
  activity_sums(const places& where, activity_group by, const statistic_query& query)
      : where_(where), by_(by), query_(query) {}

  void add(const beneficiary_ledger& part) {
    std::map<std::pair<std::string, std::string>, exact_duration> billed;  // provider, visit
    std::map<std::pair<std::string, std::string>, std::set<std::string>> payers;
    std::map<std::pair<std::string, std::string>, std::string> services;
    std::map<std::tuple<std::string, std::string, std::string>, exact_duration> by_payer;
    for (const auto& line : part.lines) {
      for (const auto& visit : line.deliveries) {
        const std::pair key{line.provider, visit.delivery_id};
        if (counts_once(line)) billed[key] += visit.time;
        if (!line.payer.empty()) by_payer[{line.provider, visit.delivery_id, line.payer}] += visit.time;
        services.insert_or_assign(key, line.service);
      }
    }
    for (const auto& [key, time] : by_payer) {
      if (time != exact_duration{}) payers[{std::get<0>(key), std::get<1>(key)}].insert(std::get<2>(key));
    }
    auto without_funder = query_;
    without_funder.service.clear();
    for_each_visit(std::span(&part, 1), without_funder, [&](const statistic_visit& visit) {
      const std::pair key{visit.record->provider, visit.record->delivery_id};
      const auto known = services.find(key);
      const auto& service = known == services.end() ? visit.record->service : known->second;
      if (!query_.service.empty() && service != query_.service) return;
      auto funders = payers[key];
      if (!query_.funder.empty() && !funders.contains(query_.funder)) return;
      if (by_ != activity_group::funder) {
        add_visit(visit, service, {}, billed[key]);
      } else if (funders.empty()) {
        add_visit(visit, service, {}, {});
      } else {
        for (const auto& funder : funders) {
          if (query_.funder.empty() || funder == query_.funder) add_visit(visit, service, funder, {});
        }
      }
    });
    if (query_.caregiver.empty()) add_lines(part);
  }

  std::vector<activity_row> rows() {
    std::vector<activity_row> out;
    for (auto& [key, sum] : sums_) {
      sum.row.beneficiaries = static_cast<std::int64_t>(sum.beneficiaries.size());
      sum.row.caregivers = static_cast<std::int64_t>(sum.caregivers.size());
      out.push_back(std::move(sum.row));
    }
    return out;
  }

 private:
  struct sum_of {
    activity_row row;
    std::set<std::string_view> beneficiaries;
    std::set<std::string_view> caregivers;
  };

  [[nodiscard]] bool by_person() const { return by_ == activity_group::caregiver || by_ == activity_group::pair; }

  sum_of& group(local_month month, const std::string& beneficiary, const std::string& caregiver,
                const std::string& provider, const std::string& service, const std::string& funder) {
    activity_row row;
    row.period = period_of(query_, month);
    switch (by_) {
      case activity_group::all:
        break;
      case activity_group::beneficiary_provider:
        row.provider = provider;
        row.beneficiary = beneficiary;
        break;
      case activity_group::beneficiary:
        row.beneficiary = beneficiary;
        break;
      case activity_group::pair:
        row.beneficiary = beneficiary;
        row.caregiver = caregiver;
        row.provider = provider;
        break;
      case activity_group::caregiver:
        row.caregiver = caregiver;
        row.provider = provider;
        break;
      case activity_group::provider:
        row.provider = provider;
        break;
      case activity_group::service:
        row.service = service;
        break;
      case activity_group::funder:
        row.funder = funder;
        break;
      case activity_group::branch:
        row.place = where_.branch(provider);
        break;
      case activity_group::district:
        row.place = where_.district(beneficiary);
        break;
    }
    auto& sum = sums_[{row.period, row.beneficiary, row.caregiver, row.provider, row.service, row.funder, row.place}];
    if (sum.row.period.empty()) sum.row = std::move(row);
    return sum;
  }

  void add_visit(const statistic_visit& visit, const std::string& service, const std::string& funder,
                 const exact_duration& billed) {
    const auto& record = *visit.record;
    auto& sum = group(visit.month, visit.of->beneficiary, record.caregiver, record.provider, service, funder);
    auto& row = sum.row;
    ++row.visits;
    row.performed_seconds += visit.performed;
    if (by_person() || !query_.caregiver.empty()) row.billed_seconds += billed;
    sum.beneficiaries.insert(visit.of->beneficiary);
    if (!record.caregiver.empty()) sum.caregivers.insert(record.caregiver);
    if (!(visit.performed > exact_duration{})) return;
    row.shortest_seconds = row.shortest_seconds ? min(*row.shortest_seconds, visit.performed) : visit.performed;
    row.longest_seconds = row.longest_seconds ? max(*row.longest_seconds, visit.performed) : visit.performed;
  }

  void add_lines(const beneficiary_ledger& part) {
    if (by_person()) return;
    if (!query_.beneficiary.empty() && part.beneficiary != query_.beneficiary) return;
    for (const auto& line : part.lines) {
      if (!is_asked(query_, line.month)) continue;
      if (!query_.provider.empty() && line.provider != query_.provider) continue;
      if (!query_.service.empty() && line.service != query_.service) continue;
      if (!query_.funder.empty() && line.payer != query_.funder) continue;
      auto& row = group(line.month, part.beneficiary, {}, line.provider, line.service, line.payer).row;
      const bool of_one_payer = by_ == activity_group::funder || !query_.funder.empty();
      const bool timed = of_one_payer ? !line.payer.empty() && !line.unit : counts_once(line);
      if (timed) row.billed_seconds += line.time;
      auto& amount = line.payer.empty() ? row.beneficiary_amount : row.funder_amount;
      amount = amount.value_or(money{}) + line.share;
    }
  }

  using key_t =
      std::tuple<std::string, std::optional<std::string>, std::optional<std::string>, std::optional<std::string>,
                 std::optional<std::string>, std::optional<std::string>, std::optional<std::string>>;
  const places& where_;
  activity_group by_;
  const statistic_query& query_;
  std::map<key_t, sum_of> sums_;
};

}  // namespace detail

/// Activity by group and period, in the order of period, then group; the visits that took place, and the lines emitted
/// for the months asked for. Sums over all rows are those of the invoices: of amounts to the cent, of billed time to
/// the second. A period in which nothing happened has no row. Example: two visits of 60 and 90 minutes at 24.58 €/h,
/// one funder: visits 2, performed 9 000 s, billed 9 000 s, funder_amount 61.45, shortest 3 600 s, longest 5 400 s.
inline std::vector<activity_row> activity(std::span<const beneficiary_ledger> facts, activity_group by,
                                          const statistic_query& query) {
  const places where(facts);
  detail::activity_sums sums(where, by, query);
  for (const auto& part : facts)
    sums.add(part);
  return sums.rows();
}

}  // namespace esppadom::inline ESPPADOM_ABI
