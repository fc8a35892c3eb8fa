// The monthly statement of service rendered (*service fait*) of one beneficiary, as a document to be kept: visits with
// their times and corrections, and what was billed of them. Billing rules reference, sections 2g (g1) and 3.1 (fields
// known; layout, chain and retention inferred, medium). Documents are chained month by month
// (exchange/service_fait.hpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "esppadom/oversight/statistics/facts.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A visit that took place.
struct service_fait_visit {
  std::string delivery;
  std::string provider;
  std::string caregiver;
  std::string service;
  local_time start;
  std::optional<local_time> end;
  exact_duration performed_seconds;
  exact_duration billed_seconds;  ///< to funders, each minute once
  std::int64_t extra_minutes = 0;
  std::string correction_code;
  std::optional<std::string> correction_reason;

  friend bool operator==(const service_fait_visit&, const service_fait_visit&) = default;
};

/// What one payer was asked for the month under one service, all documents together. An empty payer is the beneficiary.
struct service_fait_line {
  std::string payer;
  std::string provider;
  std::string service;
  exact_duration billed_seconds;
  money amount;

  friend bool operator==(const service_fait_line&, const service_fait_line&) = default;
};

struct service_fait {
  std::string schema = "esppadom/service-fait/1";
  std::string beneficiary;
  local_month month;
  std::optional<std::string> previous;  ///< seal of the month before; none = the first document
  std::optional<local_date> keep_until;
  std::vector<service_fait_visit> visits;  ///< by start, then number
  std::vector<service_fait_line> lines;    ///< by payer, provider, service
  exact_duration performed_seconds;
  exact_duration billed_seconds;
  money funders;
  money beneficiary_share;

  friend bool operator==(const service_fait&, const service_fait&) = default;
};

template <>
inline constexpr auto description<service_fait_visit> =
    fields(field<&service_fait_visit::delivery>("intervention"), field<&service_fait_visit::provider>("prestataire"),
           field<&service_fait_visit::caregiver>("intervenant"), field<&service_fait_visit::service>("prestation"),
           field<&service_fait_visit::start>("début"), field<&service_fait_visit::end>("fin"),
           field<&service_fait_visit::performed_seconds>("temps réalisé (s)"),
           field<&service_fait_visit::billed_seconds>("temps facturé (s)"),
           field<&service_fait_visit::extra_minutes>("minutes complémentaires"),
           field<&service_fait_visit::correction_code>("motif de correction"),
           field<&service_fait_visit::correction_reason>("raison de la correction"));

template <>
inline constexpr auto description<service_fait_line> = fields(
    field<&service_fait_line::payer>("payeur"), field<&service_fait_line::provider>("prestataire"),
    field<&service_fait_line::service>("prestation"), field<&service_fait_line::billed_seconds>("temps facturé (s)"),
    field<&service_fait_line::amount>("montant"));

template <>
inline constexpr auto description<service_fait> = fields(
    field<&service_fait::schema>("schéma"), field<&service_fait::beneficiary>("bénéficiaire"),
    field<&service_fait::month>("mois"), field<&service_fait::previous>("sceau du mois précédent"),
    field<&service_fait::keep_until>("à conserver jusqu'au"), field<&service_fait::visits>("interventions"),
    field<&service_fait::lines>("lignes"), field<&service_fait::performed_seconds>("temps réalisé (s)"),
    field<&service_fait::billed_seconds>("temps facturé (s)"), field<&service_fait::funders>("part des financeurs"),
    field<&service_fait::beneficiary_share>("part du bénéficiaire"));

/// The statement of one beneficiary and month; amounts are the sums of the lines emitted for it, to the cent.
inline service_fait service_fait_of(const beneficiary_ledger& facts, local_month month) {
  service_fait out;
  out.beneficiary = facts.beneficiary;
  out.month = month;
  std::map<std::pair<std::string, std::string>, exact_duration> billed;
  std::map<std::tuple<std::string, std::string, std::string>, service_fait_line> lines;
  for (const auto& line : facts.lines) {
    if (line.month != month) continue;
    auto& sum = lines[{line.payer, line.provider, line.service}];
    std::tie(sum.payer, sum.provider, sum.service) = std::tie(line.payer, line.provider, line.service);
    if (!line.payer.empty() && !line.unit) sum.billed_seconds += line.time;
    sum.amount += line.share;
    (line.payer.empty() ? out.beneficiary_share : out.funders) += line.share;
    if (!counts_once(line)) continue;
    out.billed_seconds += line.time;
    for (const auto& visit : line.deliveries)
      billed[{line.provider, visit.delivery_id}] += visit.time;
  }
  for (const auto& record : facts.visits) {
    const auto start = reference_start(record);
    if (!took_place(record) || local_month::of(start.date()) != month) continue;
    service_fait_visit visit{record.delivery_id,
                             record.provider,
                             record.caregiver,
                             record.service,
                             start,
                             {},
                             performed_time(record),
                             billed[{record.provider, record.delivery_id}],
                             0,
                             record.correction_code,
                             {}};
    if (record.retained) {
      visit.end = record.retained->end;
    } else {
      visit.end = record.departure;
    }
    if (record.extra_minutes) visit.extra_minutes = record.extra_minutes->minutes;
    if (record.correction) visit.correction_reason = record.correction->reason;
    out.performed_seconds += visit.performed_seconds;
    out.visits.push_back(std::move(visit));
  }
  std::sort(out.visits.begin(), out.visits.end(), [](const service_fait_visit& a, const service_fait_visit& b) {
    return std::tie(a.start, a.provider, a.delivery) < std::tie(b.start, b.provider, b.delivery);
  });
  for (auto& [key, line] : lines)
    out.lines.push_back(std::move(line));
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
