// What a penalty on the correction rate is, and what it was computed from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/oversight/correction_penalty.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A rate held against its threshold, and what follows for one funder's invoices. Amounts are what the funder does not
/// pay.
struct penalty_row {
  std::string provider;
  std::string funder;
  local_month from;   ///< the first month of the period
  local_month month;  ///< the last one: the penalty is on its documents
  correction_scope scope = correction_scope::provider_month;
  std::string group;  ///< the beneficiary or the caregiver, where the scope names one
  correction_unit unit = correction_unit::by_intervention;
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  std::optional<std::string> rate_pct;  ///< two decimals, half up; none = no visit was rated
  std::optional<percentage> threshold_pct;
  bool exceeds = false;  ///< compared exactly, never by the printed percentage
  correction_penalty penalty = correction_penalty::none;
  std::vector<std::string> refused;       ///< beyond the threshold, by identifier
  std::vector<std::string> undocumented;  ///< refused because reason, author or an authorised reason is missing
  percentage reduction_pct;               ///< shown with four decimals; the amount comes from the exact fraction
  money base;                             ///< the funder's shares that were judged
  money amount;                           ///< base × reduction, or the shares of the refused visits

  friend bool operator==(const penalty_row&, const penalty_row&) = default;
};

template <>
inline constexpr auto description<penalty_row> =
    fields(field<&penalty_row::provider>("prestataire"), field<&penalty_row::funder>("financeur"),
           field<&penalty_row::from>("premier mois"), field<&penalty_row::month>("dernier mois"),
           field<&penalty_row::scope>("périmètre"), field<&penalty_row::group>("bénéficiaire ou intervenant"),
           field<&penalty_row::unit>("unité"), field<&penalty_row::numerator>("numérateur"),
           field<&penalty_row::denominator>("dénominateur"), field<&penalty_row::rate_pct>("taux"),
           field<&penalty_row::threshold_pct>("seuil"), field<&penalty_row::exceeds>("dépasse"),
           field<&penalty_row::penalty>("pénalité"), field<&penalty_row::refused>("interventions refusées"),
           field<&penalty_row::undocumented>("interventions refusées faute de justification"),
           field<&penalty_row::reduction_pct>("réfaction"), field<&penalty_row::base>("assiette"),
           field<&penalty_row::amount>("montant"));

}  // namespace esppadom::inline ESPPADOM_ABI
