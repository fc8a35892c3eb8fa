// What billing one beneficiary is asked and gives, before the results of all beneficiaries are put together.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "esppadom/bill/fixed_participations.hpp"
#include "esppadom/bill/forecast.hpp"
#include "esppadom/billing/bill_result.hpp"
#include "esppadom/billing/line.hpp"
#include "esppadom/oversight/correction_rate.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Until when a run bills, and what it knows.
struct billing_dates {
  local_month month;  ///< the last month that is billed
  local_date as_of;   ///< orders issued later are not known
};

/// A provider's month.
using rate_key = std::pair<std::string, local_month>;

/// Counts for the correction rate and the unit the rule set takes it in.
struct rate_count {
  correction_tally tally;
  correction_unit unit = correction_unit::by_intervention;
  std::optional<percentage> quota;  ///< of declared visits that the rule set accepts
  std::int64_t undocumented = 0;    ///< corrections without the reason and author that the rule set requires
};

/// A visit on an invoice, as rates and penalties see it.
struct counted_visit {
  std::string delivery;
  std::string provider;
  std::string caregiver;
  local_month month;
  local_time start;
  visit_class klass = visit_class::stamped;
  correction_tally counts;    ///< of this visit alone
  bool undocumented = false;  ///< corrected without what the rule set asks for
};

/// What billing one beneficiary gives; `lines` are exact, cents come when all beneficiaries are there.
struct beneficiary_outcome {
  std::string beneficiary;
  std::vector<target_line> lines;
  std::vector<fixed_participation> fixed;             ///< to be taken off the lines once they are in cents
  std::vector<fixed_participation_basis> fixed_from;  ///< for explanations: from what each of these was computed
  std::vector<unbilled_visit> unbilled;
  std::vector<smoothing_row> smoothing;
  std::map<rate_key, rate_count> rates;  ///< of the visits that are billed
  std::vector<counted_visit> counted;    ///< the same visits one by one, where the rule book has penalties
  std::map<std::pair<std::string, std::string>, money>
      forecasts;                             ///< by (provider, funder), where advances are granted
  std::vector<forecast_part> forecast_from;  ///< for explanations: from what these were summed up
  std::vector<closed_use> closed;            ///< to be added to the ledger's
  std::vector<rule_set_ref> rule_sets;
  findings found;
};

}  // namespace esppadom
