// Surcharges, participations and notes, as ORDER and INVOICE carry them.
#pragma once

#include <optional>
#include <string>

#include "esppadom/message/code_lists.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/message/period.hpp"
#include "esppadom/value/code.hpp"
#include "esppadom/value/percentage.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// An allowance or charge: surcharge percent of a line, participation of the beneficiary, amounts not borne by a payer.
struct allowance_charge {
  bool is_charge = false;  ///< true = surcharge, false = amount not borne by this payer
  std::optional<percentage> percent;
  std::optional<measure> basis_quantity;
  std::optional<esppadom::amount> amount;
  code reason_code;
  std::optional<std::string> reason;
  std::optional<esppadom::amount> basis_amount;
  extras_t extras;

  friend bool operator==(const allowance_charge&, const allowance_charge&) = default;
};

struct note {
  std::string text;
  extras_t extras;

  friend bool operator==(const note&, const note&) = default;
};

template <>
inline constexpr auto description<allowance_charge> =
    fields(element<&allowance_charge::is_charge>(ram / "ChargeIndicator", "sens (majoration / retenue)", as_group),
           element<&allowance_charge::percent>(ram / "CalculationPercent", "taux", as_group),
           element<&allowance_charge::basis_quantity>(ram / "BasisQuantity", "quantité de base", as_group, unit_codes),
           element<&allowance_charge::amount>(ram / "ActualAmount", "montant", as_group),
           element<&allowance_charge::reason_code>(ram / "ReasonCode", "motif", as_group, amount_reasons),
           element<&allowance_charge::reason>(ram / "Reason", "libellé du motif", as_group),
           element<&allowance_charge::basis_amount>(ram / "BasisAmount", "assiette", as_group));

template <>
inline constexpr auto description<note> = fields(element<&note::text>(ram / "Content", "texte",
                                                                      standing::inferred_low));

}  // namespace esppadom::inline ESPPADOM_ABI
