// What the split of a visit gives: its pieces, who pays on each, and what each funder is charged.
// Billing rules reference, section 2d (inferred, medium).
#pragma once

#include <cstddef>
#include <cstdint>

#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/inline_list.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Parts a visit may be cut into at most.
inline constexpr std::size_t max_pieces = 24;

/// What a funder pays on a piece.
struct funder_share {
  std::uint8_t source = 0;  ///< index among the sources
  exact_amount amount;

  constexpr funder_share() = default;
  constexpr funder_share(std::uint8_t index, const exact_amount& share) : source(index), amount(share) {}
};

/// What the beneficiary pays on a piece, and why.
struct beneficiary_part {
  beneficiary_reason reason = beneficiary_reason::participation;
  exact_amount amount;

  constexpr beneficiary_part() = default;
  constexpr beneficiary_part(beneficiary_reason why, const exact_amount& share) : reason(why), amount(share) {}
};

/// A part of a visit on which the same parties pay: price = Σ shares + Σ beneficiary + provider, or the whole price is
/// rejected.
struct funded_piece {
  static constexpr std::uint8_t nobody = 255;

  segment part;
  exact_amount price;
  inline_list<funder_share, max_funders> shares;  ///< in the order of payment
  std::uint8_t hourly = nobody;                   ///< the source these minutes are charged to
  bool rejected = false;                          ///< above the plan, and the rule set rejects that
  percentage participation;                       ///< of the hourly source
  inline_list<beneficiary_part, 3> beneficiary;
  exact_amount provider;

  exact_amount gross;  ///< the hourly source's rate on these minutes, before participation
  exact_amount left;   ///< price less Σ shares

  constexpr funded_piece() {}  // NOLINT(modernize-use-equals-default): value-initialising must not clear the lists
};

/// A visit split. With a reason other than `none` nothing of it is billed, and there are no pieces.
struct visit_split {
  unbilled_reason reason = unbilled_reason::none;
  inline_list<funded_piece, max_pieces> pieces;     ///< in clock order
  inline_list<funder_charge, max_funders> charges;  ///< one for each source
};

/// Sums over the pieces that are billed.
constexpr exact_amount price_of(const visit_split& split) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces) {
    if (!piece.rejected) sum += piece.price;
  }
  return sum;
}
constexpr exact_amount rejected_price(const visit_split& split) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces) {
    if (piece.rejected) sum += piece.price;
  }
  return sum;
}
constexpr exact_amount beneficiary_share(const visit_split& split) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces) {
    for (const beneficiary_part& part : piece.beneficiary)
      sum += part.amount;
  }
  return sum;
}
constexpr exact_amount beneficiary_share(const visit_split& split, beneficiary_reason reason) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces) {
    for (const beneficiary_part& part : piece.beneficiary) {
      if (part.reason == reason) sum += part.amount;
    }
  }
  return sum;
}
constexpr exact_amount provider_share(const visit_split& split) {
  exact_amount sum;
  for (const funded_piece& piece : split.pieces)
    sum += piece.provider;
  return sum;
}

}  // namespace esppadom::inline ESPPADOM_ABI
