// The split of a priced visit among its funders, the beneficiary and the provider: exact, minute by minute, nothing
// lost. Billing rules reference, section 2d (inferred, medium).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "esppadom/billing/funder_rates.hpp"
#include "esppadom/billing/funding.hpp"
#include "esppadom/billing/split_result.hpp"
#include "esppadom/billing/splitter.hpp"
#include "esppadom/billing/visit.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

// One segment wholly charged to one hourly funder; returns the share.
constexpr exact_amount quick_piece(const segment& part, const funding_source& source, const split_rules& rules,
                                   funded_piece& piece) {
  piece.part = part;
  piece.hourly = 0;
  piece.participation = source.participation.percent;
  const bool same_rate = source.rate == part.price && source.participation.per_hour.e6 == 0;
  if (part.surcharge.e4 == 0 && !source.has_day_rates && same_rate) {
    // Nothing to compare: the rate is the price. Written out, because amounts kept in memory for a moment cost more
    // than the whole calculation.
    const std::int64_t product = static_cast<std::int64_t>(part.time.numerator()) * part.price.e6;
    const int128 price = product * steps_of_a_second;
    const std::int64_t kept = 1'000'000 - source.participation.percent.e4;
    const int128 share = int128{product} * kept * (steps_of_a_second / 1'000'000);
    const int128 left = price - share;
    piece.price = exact_amount::from_numerator(price);
    piece.gross = exact_amount::from_numerator(price);
    piece.left = exact_amount::from_numerator(left);
    piece.shares.emplace_back(std::uint8_t{0}, exact_amount::from_numerator(share));
    if (left != 0)
      piece.beneficiary.emplace_back(beneficiary_reason::participation, exact_amount::from_numerator(left));
    return exact_amount::from_numerator(share);
  }
  const auto price = segment_price<grid_amount>(part);
  const rated<grid_amount> rate = rate_segment(part, price, source, rules);
  const grid_amount share = min(rate.share, price);
  const grid_amount left = price - share;
  piece.price = exact_amount(price);
  piece.gross = exact_amount(rate.gross);
  piece.left = exact_amount(left);
  piece.shares.emplace_back(std::uint8_t{0}, exact_amount(share));
  give(piece, remainder_of(part, price, rate.gross, left, source, rules), rules.price_over_tariff);
  return exact_amount(share);
}

// The usual case at little cost: whole seconds, a first funder that takes them all, and no other but funders of minutes
// after it, to whom nothing is left. False when the visit is not of this kind; `out` is then untouched.
constexpr bool quick_split(std::span<const segment> segments, std::span<const funding_source> sources,
                           std::span<const funder_state> states, const split_rules& rules, visit_split& out) {
  if (sources.empty() || sources.size() > max_funders || states.size() != sources.size()) return false;
  if (rules.price_over_tariff == over_tariff::forbidden) return false;
  if (segments.empty() || segments.size() > max_pieces || states[0].euros || states[0].closed) return false;
  if (states[0].own || states[0].pool_euros) return false;
  for (const funding_source& source : sources) {
    if (source.nature != funding_nature::hourly) return false;
  }
  const funding_source& source = sources[0];
  // Below these bounds no product of a price, its surcharge and two percentages leaves 127 bits.
  constexpr std::int64_t most_seconds = 1'000'000;
  constexpr std::int64_t highest_price = 10'000'000'000;  // 10 000 €
  constexpr std::int64_t highest_percent = 10'000'000;    // 1 000 %
  const auto is_price = [](unit_price price) { return price.e6 >= 0 && price.e6 <= highest_price; };
  const auto is_share = [](percentage share) { return share.e4 >= 0 && share.e4 <= 1'000'000; };
  if (!is_price(source.rate) || !is_share(rules.funder_part_of_surcharge)) return false;
  if (source.participation.exact || !is_share(source.participation.percent) || !is_price(source.participation.per_hour))
    return false;
  std::int64_t seconds = 0;
  for (const segment& part : segments) {
    const bool fits =
        part.time.is_whole_seconds() && part.time.numerator() > 0 && part.time.numerator() <= most_seconds;
    if (!fits || part.extra_minutes || part.lot != 0 || !is_price(part.price)) return false;
    if (part.surcharge.e4 < 0 || part.surcharge.e4 > highest_percent) return false;
    if (has_day_rate(source, part.day) && !is_price(day_rate(source, part.day))) return false;

    seconds += static_cast<std::int64_t>(part.time.numerator());
  }
  const exact_duration time{duration::of_seconds(seconds)};
  const auto has = [&](const std::optional<exact_duration>& limit) {
    if (!limit) return true;
    return limit->is_whole_seconds() ? limit->numerator() >= seconds : *limit >= time;
  };
  if (!has(states[0].pool) || !has(states[0].volume) || !has(rules.limit)) return false;

  exact_amount total;
  for (const segment& part : segments)
    total += quick_piece(part, source, rules, out.pieces.emplace_back());
  funder_charge& charge = out.charges.emplace_back();
  charge.time = time;
  charge.plan_time = time;
  charge.share = total;
  charge.plan_share = total;
  for (std::size_t i = 1; i < sources.size(); ++i)
    out.charges.emplace_back();
  return true;
}

// The general way, telling its steps.
template <class Notes>
constexpr void split_step_by_step(std::span<const segment> segments, std::span<const funding_source> sources,
                                  std::span<const funder_state> states, const split_rules& rules,
                                  std::span<const lot_sources> lots, Notes notes, visit_split& out) {
  splitter<Notes> run{sources, states, rules, out, lots, {}, notes};
  unbilled_reason reason = run.start(segments);
  if (!run.has_valid_states()) reason = unbilled_reason::arithmetic;
  for (const segment& part : segments) {
    if (part.lot > lots.size() || (part.lot != 0 && lots[part.lot - 1U].size() != sources.size()))
      reason = unbilled_reason::rule_conflict;
  }
  if (sources.size() > max_funders || sources.size() != states.size()) reason = unbilled_reason::rule_conflict;
  if (reason != unbilled_reason::none) {
    run.fail(reason);
    return;
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    out.charges.emplace_back();
    if (sources[i].nature == funding_nature::fixed) {
      run.fixed(i);
    } else if (sources[i].nature == funding_nature::complement) {
      run.complement(i);
    } else if (!run.hourly(i)) {
      return;
    }
  }
  run.rest();
}

}  // namespace detail

/// Splits a priced visit among the sources that are valid for it, in their order.
///
/// An hourly funder takes the first minutes on offer, as far as its pool, its volume and its own rules reach, at the
/// rate that `rate_cap` names, less the participation; a share never exceeds what is left of the price of the minutes
/// it is charged on. With a volume in euros its minutes shrink in proportion. What it leaves is offered to the next
/// one. A fixed funder pays the price in clock order until its euros are used up; a complement pays its percentage of
/// what is left on minutes others pay on. Minutes that no funder of minutes takes are the excess and go to `overflow`
/// (`next_funder` is what the order of sources does anyway, then the beneficiary); without such a funder they are the
/// beneficiary's as not funded. The rest of the price is the beneficiary's, by reason, or the provider's for the part
/// above the tariff.
///
/// Segments of carried time that are billed on the terms of their lot (`tariff_month` = grant) say which: `lots` has
/// the sources on these terms. Pools, volumes and limits are those of the visit.
///
/// Exact: for each piece price = Σ shares + Σ beneficiary + provider. The visit is unbilled with reason
/// price_over_tariff (the rule set forbids it), extra_minutes_without_code (no bearer for its extra minutes),
/// rule_conflict (more than `max_funders` sources or `max_pieces` pieces, a lot without sources) or arithmetic.
/// Example: 120 min at 27 €/h; APA 24.58 €/h, 20 %, 60 min left; then fixed, 15 € left → 19.664 + 15 + 19.336.
constexpr visit_split split_visit(std::span<const segment> segments, std::span<const funding_source> sources,
                                  std::span<const funder_state> states, const split_rules& rules,
                                  std::span<const lot_sources> lots = {}) {
  visit_split out;
  if (!detail::quick_split(segments, sources, states, rules, out))
    detail::split_step_by_step(segments, sources, states, rules, lots, detail::no_split_notes{}, out);
  return out;
}

/// A visit that the beneficiary pays alone, for one reason: cancelled visits, visits without funding. Of its extra
/// minutes only those that the provider bears are not the beneficiary's. The visit is unbilled with reason
/// extra_minutes_without_code (no bearer for its extra minutes), rule_conflict (more than `max_pieces` pieces) or
/// arithmetic.
constexpr visit_split bill_beneficiary(
    std::span<const segment> segments, beneficiary_reason reason,
    std::optional<extra_minutes_bearer> extra_minutes = extra_minutes_bearer::beneficiary) {
  visit_split out;
  split_rules rules;
  rules.extra_minutes = extra_minutes;
  detail::splitter<> run{{}, {}, rules, out, {}};
  if (const unbilled_reason failed = run.start(segments); failed != unbilled_reason::none) {
    run.fail(failed);
    return out;
  }
  for (funded_piece& piece : out.pieces) {
    if (piece.part.extra_minutes && extra_minutes == extra_minutes_bearer::provider) {
      piece.provider = piece.left;
    } else {
      detail::give(piece, reason, piece.left);
    }
  }
  return out;
}

}  // namespace esppadom::inline ESPPADOM_ABI
