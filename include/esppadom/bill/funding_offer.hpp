// The funders of a visit, or of a part of it, and what is left of each. Billing rules reference, section 2d.
#pragma once

#include <span>
#include <vector>

#include "esppadom/bill/line_book.hpp"
#include "esppadom/billing/visit_split.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Places, sources and states are of one length, funder by funder in the order of payment.
struct funding_offer {
  std::vector<funder_place> places;
  std::vector<funding_source> sources;
  std::vector<funder_state> states;
  split_rules rules;
  std::vector<lot_sources> lots;  ///< the sources on the terms of lots (lot_terms.hpp)
  unbilled_reason reason = unbilled_reason::none;

  /// How these segments are split.
  [[nodiscard]] visit_split of(std::span<const segment> segments) const {
    return split_visit(segments, sources, states, rules, lots);
  }
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
