// What the library retains of a visit: the facts of its DELIVERY and of the circumstances that concern it. A record is
// all that later runs need; names and addresses are not in it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "esppadom/billing/visit.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/message/content_hash.hpp"
#include "esppadom/message/delivery.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Minutes a manager added, as far as the circumstances document them.
struct added_minutes {
  std::int64_t minutes = 0;
  std::optional<std::string> reason;
  std::optional<std::string> author;

  friend bool operator==(const added_minutes&, const added_minutes&) = default;
};

/// A planned time and the message that announced it.
struct announcement {
  interval planned;
  local_time issued_at;
  std::string digest;

  friend bool operator==(const announcement&, const announcement&) = default;
};

/// Why and by whom a visit was corrected, as far as the circumstances document it.
struct correction_note {
  std::optional<std::string> reason;
  std::optional<std::string> author;

  friend bool operator==(const correction_note&, const correction_note&) = default;
};

/// A refusal of an invoice line by its payer. It holds as long as the visit is the message that was refused: one that
/// was sent again is resubmitted.
struct rejected_visit {
  std::string invoice_id;
  std::string reason;
  std::string digest;  ///< of the message that was refused

  friend bool operator==(const rejected_visit&, const rejected_visit&) = default;
};

struct visit_record {
  std::string delivery_id;
  std::string digest;  ///< of the message's content
  local_time issued_at;
  std::string provider;
  std::string caregiver;
  std::string order_id;
  std::string order_line_id;
  std::string service;
  std::string aid_type;
  std::string correction_code;
  std::optional<local_time> arrival;
  std::optional<local_time> departure;
  std::vector<std::string> arrival_methods;  ///< of beneficiary and caregiver
  std::vector<std::string> departure_methods;
  std::optional<interval> retained;
  std::optional<interval> planned;  ///< of the message itself, else of the circumstances
  rare<announcement> announced;     ///< by an earlier message of the same identifier
  decimal billed_quantity;
  std::string unit_code;
  bool is_planned = false;  ///< sent before the visit: nothing was performed yet
  rare<added_minutes> extra_minutes;
  rare<correction_note> correction;
  rare<cancellation> cancelled;
  bool incompatible = false;                       ///< the circumstances say so on that date
  std::optional<std::string> decision_ref;         ///< of the decision that made the beneficiary incompatible
  bool outage = false;                             ///< stamping was out of order at its time
  std::optional<std::string> payable_reason;       ///< why it stays payable though it did not take place as foreseen
  std::optional<std::string> proof;                ///< of a declared visit: reference of the attendance sheet
  std::optional<std::int64_t> distance_m;          ///< between the home and the farthest stamp
  std::optional<std::string> incompatible_reason;  ///< why the beneficiary is incompatible
  rare<rejected_visit> rejected;

  friend bool operator==(const visit_record&, const visit_record&) = default;
};

template <>
inline constexpr auto description<added_minutes> = fields(field<&added_minutes::minutes>("minutes complémentaires"),
                                                          field<&added_minutes::reason>("motif"),
                                                          field<&added_minutes::author>("auteur"));

template <>
inline constexpr auto description<announcement> = fields(field<&announcement::planned>("horaire planifié"),
                                                         field<&announcement::issued_at>("date d'émission"),
                                                         field<&announcement::digest>("empreinte"));

template <>
inline constexpr auto description<correction_note> = fields(field<&correction_note::reason>("motif"),
                                                            field<&correction_note::author>("auteur"));

template <>
inline constexpr auto description<rejected_visit> = fields(field<&rejected_visit::invoice_id>("n° de facture"),
                                                           field<&rejected_visit::reason>("motif du rejet"),
                                                           field<&rejected_visit::digest>("empreinte"));

template <>
inline constexpr auto description<visit_record> = fields(
    field<&visit_record::delivery_id>("n° de document"), field<&visit_record::digest>("empreinte"),
    field<&visit_record::issued_at>("date d'émission"), field<&visit_record::provider>("prestataire"),
    field<&visit_record::caregiver>("intervenant"), field<&visit_record::order_id>("n° de commande"),
    field<&visit_record::order_line_id>("ligne de commande"), field<&visit_record::service>("prestation"),
    field<&visit_record::aid_type>("type d'aide"), field<&visit_record::correction_code>("motif de correction"),
    field<&visit_record::arrival>("arrivée certifiée"), field<&visit_record::departure>("départ certifié"),
    field<&visit_record::arrival_methods>("modes d'identification à l'arrivée"),
    field<&visit_record::departure_methods>("modes d'identification au départ"),
    field<&visit_record::retained>("période retenue"), field<&visit_record::planned>("période planifiée"),
    field<&visit_record::announced>("période annoncée"), field<&visit_record::billed_quantity>("quantité facturable"),
    field<&visit_record::unit_code>("unité"), field<&visit_record::is_planned>("annoncée, non effectuée"),
    field<&visit_record::extra_minutes>("minutes complémentaires"),
    field<&visit_record::correction>("motif et auteur de la correction"), field<&visit_record::cancelled>("annulation"),
    field<&visit_record::incompatible>("bénéficiaire incompatible"),
    field<&visit_record::decision_ref>("référence de la décision"), field<&visit_record::outage>("panne"),
    field<&visit_record::payable_reason>("motif payable"), field<&visit_record::proof>("référence du justificatif"),
    field<&visit_record::distance_m>("distance au domicile (m)"),
    field<&visit_record::incompatible_reason>("motif d'incompatibilité"), field<&visit_record::rejected>("rejet"));

/// The instant a visit is ordered and dated by: retained start, else arrival, else planned start, else issue time.
inline local_time reference_start(const visit_record& visit) {
  if (visit.retained) return visit.retained->start;
  if (visit.arrival) return *visit.arrival;
  if (visit.planned) return visit.planned->start;
  return visit.issued_at;
}

/// The planned time of a visit: its own or the circumstances', else an announcement's. Never the real time.
inline std::optional<interval> planned_time(const visit_record& visit) {
  if (visit.planned) return visit.planned;
  if (visit.announced) return visit.announced->planned;
  return std::nullopt;
}

namespace detail {
inline std::optional<interval> whole(const instant_period& period) {
  if (!period.start || !period.end) return std::nullopt;
  return interval{*period.start, *period.end};
}
inline std::vector<std::string> methods_of(const stamp& side) {
  std::vector<std::string> methods;
  for (const auto* method : {&side.customer_method, &side.supplier_method}) {
    if (*method && !(*method)->value.empty()) methods.push_back((*method)->value);
  }
  return methods;
}
inline bool overlap(const interval& a, const interval& b) { return a.start < b.end && b.start < a.end; }
}  // namespace detail

/// The facts of one DELIVERY. A message has one line in production; with several, the first is the visit's.
inline visit_record record_of(const delivery& message) {
  visit_record visit;
  visit.delivery_id = message.delivery_id;
  visit.digest = content_digest(message);
  visit.issued_at = message.issued_at;
  visit.provider = message.provider.id();
  if (const auto* person = caregiver(message.provider); person && person->id) visit.caregiver = person->id->value;
  for (const auto& reference : message.order_refs) {
    if (reference.order_id && !reference.order_id->empty()) {
      visit.order_id = *reference.order_id;
      break;
    }
  }
  visit.correction_code = message.correction();
  if (message.stamps) {
    if (const auto& side = message.stamps->arrival) {
      visit.arrival = side->certified_at;
      visit.arrival_methods = detail::methods_of(*side);
    }
    if (const auto& side = message.stamps->departure) {
      visit.departure = side->certified_at;
      visit.departure_methods = detail::methods_of(*side);
    }
  }
  visit.retained = detail::whole(message.retained_period);
  if (message.planned_period) visit.planned = detail::whole(*message.planned_period);
  visit.is_planned = message.is_planned();
  if (!message.lines.empty()) {
    const auto& line = message.lines.front();
    visit.order_line_id = line.order_line_id.value_or(std::string{});
    visit.service = line.service.code();
    visit.aid_type = line.service.aid_type();
    visit.billed_quantity = line.billed_quantity.value;
    visit.unit_code = line.billed_quantity.unit_code;
  }
  return visit;
}

/// Whether `a` counts before `b` when both have the same identifier: later issue time, then content.
inline bool replaces(const visit_record& a, const visit_record& b) {
  return std::tie(a.issued_at, a.digest) > std::tie(b.issued_at, b.digest);
}

/// The messages of one (provider, delivery id): what counts, whatever the order in which they came.
inline visit_record merged(const visit_record& a, const visit_record& b) {
  const auto& winner = replaces(b, a) ? b : a;
  const auto& loser = &winner == &a ? b : a;
  auto result = winner;
  // An announcement is an earlier message than the one that counts, never that message itself.
  const bool same = winner.digest == loser.digest && winner.issued_at == loser.issued_at;
  auto earlier = loser.announced;
  if (loser.is_planned && loser.retained && !same) {
    earlier = announcement{*loser.retained, loser.issued_at, loser.digest};
  }
  if (earlier && (!result.announced || std::tie(earlier->issued_at, earlier->digest) >
                                           std::tie(result.announced->issued_at, result.announced->digest))) {
    result.announced = earlier;
  }
  // What the circumstances said of the visit belongs to the visit, not to the message.
  if (!result.planned) result.planned = loser.planned;
  if (!result.extra_minutes) result.extra_minutes = loser.extra_minutes;
  if (!result.correction) result.correction = loser.correction;
  if (!result.cancelled) result.cancelled = loser.cancelled;
  result.incompatible = winner.incompatible || loser.incompatible;
  if (!result.decision_ref) result.decision_ref = loser.decision_ref;
  result.outage = winner.outage || loser.outage;
  if (!result.rejected) result.rejected = loser.rejected;
  if (!result.payable_reason) result.payable_reason = loser.payable_reason;
  if (!result.proof) result.proof = loser.proof;
  if (!result.distance_m) result.distance_m = loser.distance_m;
  if (!result.incompatible_reason) result.incompatible_reason = loser.incompatible_reason;
  return result;
}

/// Adds raw stamps (`HOR`) to the visit they belong to: earliest arrival, latest departure; sides the visit has stay.
inline void add_stamps(visit_record& visit, const visit_record& raw) {
  if (!visit.arrival && raw.arrival) {
    visit.arrival = raw.arrival;
    visit.arrival_methods = raw.arrival_methods;
  }
  if (!visit.departure && raw.departure) {
    visit.departure = raw.departure;
    visit.departure_methods = raw.departure_methods;
  }
}

}  // namespace esppadom
