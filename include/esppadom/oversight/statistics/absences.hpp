// Absences of beneficiaries, temporary and definitive. Billing rules reference, sections 3.1 and 9 (known; they come
// with the circumstances).
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "esppadom/oversight/statistics/facts.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// One absence, as far as it lies in the months asked for.
struct absence_row {
  std::string beneficiary;
  local_date from;
  std::optional<local_date> to;  ///< none = definitive
  std::string reason;
  bool definitive = false;
  std::int64_t days = 0;    ///< in the months asked for
  std::int64_t visits = 0;  ///< that took place meanwhile: worth a look

  friend bool operator==(const absence_row&, const absence_row&) = default;
};

template <>
inline constexpr auto description<absence_row> = fields(field<&absence_row::beneficiary>("bénéficiaire"),
                                                        field<&absence_row::from>("premier jour"),
                                                        field<&absence_row::to>("dernier jour"),
                                                        field<&absence_row::reason>("motif"),
                                                        field<&absence_row::definitive>("définitive"),
                                                        field<&absence_row::days>("jours dans la période"),
                                                        field<&absence_row::visits>("interventions pendant l'absence"));

/// The absences that have a day in the months asked for, by beneficiary and first day.
inline std::vector<absence_row> absences_in(std::span<const beneficiary_ledger> facts, const statistic_query& query) {
  const local_date first = first_month(query).first_day();
  const local_date last = query.to.last_day();
  std::vector<absence_row> out;
  for (const auto& part : facts) {
    if (!query.beneficiary.empty() && part.beneficiary != query.beneficiary) continue;
    for (const auto& one : part.absences) {
      const local_date begin = std::max(one.from, first);
      const local_date end = one.to ? std::min(*one.to, last) : last;
      if (begin > end) continue;
      absence_row row{part.beneficiary, one.from,        one.to, one.reason.value_or(std::string()),
                      !one.to,          end - begin + 1, 0};
      row.visits = std::count_if(part.visits.begin(), part.visits.end(), [&](const visit_record& visit) {
        const local_date day = reference_start(visit).date();
        return took_place(visit) && day >= begin && day <= end;
      });
      out.push_back(std::move(row));
    }
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
