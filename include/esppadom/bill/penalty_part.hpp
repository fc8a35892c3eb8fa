// From what the penalty of one document was computed: for explanations.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "esppadom/billing/visit.hpp"
#include "esppadom/oversight/correction_penalty.hpp"
#include "esppadom/oversight/correction_rate.hpp"
#include "esppadom/value/fraction.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// What a penalty takes of a funder's share of one line.
struct penalised_share {
  std::string beneficiary;
  std::string order_line;
  local_month month;
  money base;     ///< of the visits that were judged
  money refused;  ///< of the visits that are not paid
};

/// A visit that a penalty leaves unpaid, and what it adds to the numerator of the rate.
struct refused_visit {
  std::string delivery;
  fraction counted;
};

/// The visits of one class in a rate.
struct rated_class {
  visit_class klass = visit_class::stamped;
  correction_tally counts;
};

/// A rate that was judged, and the amount it takes of the documents of one kind.
struct penalty_part {
  std::string provider;
  std::string funder;
  local_month month;                 ///< the last of the period
  std::string kind;                  ///< of the document
  std::string group;                 ///< beneficiary or worker; empty: all of the provider
  fraction counted;                  ///< the numerator of the rate, in its unit
  fraction whole;                    ///< the denominator
  std::vector<rated_class> classes;  ///< of which both are the sums
  penalty_judgement judged;
  std::vector<refused_visit> refused_visits;  ///< beyond the threshold
  std::vector<penalised_share> shares;
  money base;
  money refused;
  money reduced;
};

}  // namespace esppadom::inline ESPPADOM_ABI
