// A row of a table of visits as a DELIVERY message: the way back from exchange/columns.hpp, for whoever keeps visits in
// a table of his own and has them billed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "esppadom/export.hpp"
#include "esppadom/message/delivery.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a row says, under the names of the columns of `table_rows::visits`. Empty texts are absent.
struct visit_row {
  std::string delivery_id;
  std::string provider;
  std::string beneficiary;
  std::string caregiver;
  std::string order_id;
  std::string order_line_id;
  std::string service;
  std::string aid_type;
  std::string correction_code;
  std::optional<local_time> issued_at;
  std::optional<local_time> retained_start;
  std::optional<local_time> retained_end;
  std::optional<local_time> planned_start;
  std::optional<local_time> planned_end;
  std::optional<local_time> arrival;
  std::optional<local_time> departure;
  std::optional<std::int64_t> billed_seconds;
};

template <>
inline constexpr auto description<visit_row> =
    fields(field<&visit_row::delivery_id>("n° de l'intervention"), field<&visit_row::provider>("prestataire"),
           field<&visit_row::beneficiary>("bénéficiaire"), field<&visit_row::caregiver>("intervenant"),
           field<&visit_row::order_id>("n° de commande"), field<&visit_row::order_line_id>("n° de ligne de commande"),
           field<&visit_row::service>("code de prestation"), field<&visit_row::aid_type>("type d'aide"),
           field<&visit_row::correction_code>("code de correction"), field<&visit_row::issued_at>("date d'émission"),
           field<&visit_row::retained_start>("début retenu"), field<&visit_row::retained_end>("fin retenue"),
           field<&visit_row::planned_start>("début planifié"), field<&visit_row::planned_end>("fin planifiée"),
           field<&visit_row::arrival>("arrivée certifiée"), field<&visit_row::departure>("départ certifié"),
           field<&visit_row::billed_seconds>("quantité facturable, en temps (s)"));

/// A message with one line. What a table does not hold, methods of stamps and further lines above all, it does not
/// have; a quantity that is no whole number of minutes is left to the retained period. Example: billed_seconds 3600
/// becomes a quantity of 60 MIN.
ESPPADOM_API delivery delivery_of_row(const visit_row& row);

}  // namespace esppadom::inline ESPPADOM_ABI
