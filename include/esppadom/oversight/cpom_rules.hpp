// The parameters of the multi-year contract between département and provider (CPOM): objectives, advances, envelope.
// They change no bill: the statement of the contract (oversight/cpom.hpp) is made from them. Billing rules reference,
// section 2g (g5); layout of the objectives: open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An objective of the contract and what an eligible hour is worth.
struct cpom_objective {
  std::string name;
  std::vector<std::string> services;
  std::optional<unit_price> unit_amount;

  friend bool operator==(const cpom_objective&, const cpom_objective&) = default;
};

template <>
inline constexpr auto description<cpom_objective> =
    fields(parameter<&cpom_objective::name>("name", "objectif", standing::inferred_low),
           parameter<&cpom_objective::services>("services", "prestations concernées", standing::inferred_low),
           parameter<&cpom_objective::unit_amount>("unit_amount", "montant par heure éligible", standing::inferred_low)
               .in(parameter_unit::euros)
               .between(0, 1'000'000));

/// A part payment of the contract.
struct cpom_advance {
  std::optional<local_month> month;
  money amount;

  friend bool operator==(const cpom_advance&, const cpom_advance&) = default;
};

template <>
inline constexpr auto description<cpom_advance> =
    fields(parameter<&cpom_advance::month>("month", "mois", standing::inferred_low),
           parameter<&cpom_advance::amount>("amount", "montant", standing::inferred_low)
               .in(parameter_unit::euros)
               .between(0, 1'000'000'000));

/// A global amount with a ratio of flexibility (experiment of 2012; known).
struct cpom_envelope {
  std::optional<money> amount;
  std::optional<percentage> flexibility_pct;

  friend bool operator==(const cpom_envelope&, const cpom_envelope&) = default;
};

template <>
inline constexpr auto description<cpom_envelope> =
    fields(parameter<&cpom_envelope::amount>("amount", "montant de l'enveloppe", standing::known)
               .in(parameter_unit::euros)
               .between(0, 1'000'000'000),
           parameter<&cpom_envelope::flexibility_pct>("flexibility_pct", "taux de souplesse", standing::known)
               .in(parameter_unit::percent)
               .between(0, 100));

/// `cpom` of a rule set.
struct cpom_rules {
  std::vector<cpom_objective> objectives;
  std::vector<cpom_advance> advances;
  cpom_envelope envelope;

  friend bool operator==(const cpom_rules&, const cpom_rules&) = default;
};

template <>
inline constexpr auto description<cpom_rules> =
    fields(parameter<&cpom_rules::objectives>("objectives", "objectifs", standing::inferred_low),
           parameter<&cpom_rules::advances>("advances", "acomptes", standing::inferred_low),
           parameters<&cpom_rules::envelope>("envelope", "enveloppe globale"));

}  // namespace esppadom::inline ESPPADOM_ABI
