// A split of a visit among its funders, written a second time with Boost rationals from the text of the rules.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "billing/vector_reader.hpp"
#include "esppadom/billing/visit_split.hpp"

namespace second_split {

using namespace esppadom;
using vectors::rational;

inline rational of(percentage share) { return rational(share.e4, 1'000'000); }
inline rational of(unit_price hourly) { return rational(hourly.e6, 1'000'000); }
inline rational of(const exact_duration& time) { return vectors::to_rational(time); }
inline rational of(const fraction& value) { return vectors::to_rational(to_string(value)); }

inline const rational& least(const rational& a, const rational& b) { return b < a ? b : a; }

struct slice {
  const segment* from = nullptr;
  rational seconds;
  std::map<std::size_t, rational> shares;
  int charged_to = -1;

  rational surcharge_factor() const { return 1 + of(from->surcharge); }
  rational price() const { return seconds / 3600 * of(from->price) * surcharge_factor(); }
  rational unpaid() const {
    rational rest = price();
    for (const auto& [source, share] : shares)
      rest -= share;
    return rest;
  }
};

struct book {
  std::vector<slice> slices;
  std::map<std::size_t, rational> shares;
  std::map<std::size_t, rational> seconds;
  std::map<beneficiary_reason, rational> beneficiary;
  rational provider;
  rational rejected;
  bool forbidden = false;
};

struct visit {
  std::vector<segment> segments;
  std::vector<funding_source> sources;
  std::vector<funder_state> states;
  split_rules rules;
};

inline bool includes(const funding_source& source, surcharge_kind kind) {
  static const std::map<surcharge_kind, day_class> day_of = {
      {surcharge_kind::saturday, day_class::saturday},
      {surcharge_kind::sunday, day_class::sunday},
      {surcharge_kind::public_holiday, day_class::public_holiday},
      {surcharge_kind::first_of_january, day_class::public_holiday},
      {surcharge_kind::first_of_may, day_class::public_holiday},
      {surcharge_kind::christmas, day_class::public_holiday},
      {surcharge_kind::evening, day_class::evening}};
  const auto day = day_of.find(kind);
  return day != day_of.end() && source.day_rates[static_cast<std::size_t>(day->second)].is_valid();
}

struct terms {
  rational gross;  // of the funder, before participation
  rational borne;  // factor on a price without surcharge that the funder bears
  bool day_rate = false;
  bool above = false;
};

inline terms terms_of(const slice& part, const funding_source& source, const split_rules& rules) {
  terms out;
  const bool capped = source.rate_cap == funder_rate_cap::min;
  const unit_price special = source.day_rates[static_cast<std::size_t>(part.from->day)];
  out.borne = 1;
  if (!includes(source, part.from->kind)) {
    if (rules.bearer == surcharge_bearer::funder) out.borne = part.surcharge_factor();
    if (rules.bearer == surcharge_bearer::split)
      out.borne = 1 + (part.surcharge_factor() - 1) * of(rules.funder_part_of_surcharge);
  }
  rational hourly = of(source.rate);
  rational against = of(part.from->price);
  if (special.is_valid()) {
    out.day_rate = true;
    hourly = of(special);
    against *= part.surcharge_factor();
  }
  out.above = against > hourly;
  if (capped) hourly = least(hourly, against);
  out.gross = part.seconds / 3600 * hourly * out.borne;
  return out;
}

inline rational without_participation(const rational& gross, const rational& seconds,
                                      const participation_share& share) {
  if (share.per_hour.e6 == 0) return gross * (1 - (share.exact ? of(*share.exact) : of(share.percent)));
  const rational rest = gross - seconds / 3600 * of(share.per_hour);
  return rest < 0 ? rational(0) : rest;
}

class split {
 public:
  explicit split(const visit& given) : given_(given) {}

  book run() {
    for (const segment& part : given_.segments)
      out_.slices.push_back({&part, of(part.time), {}, -1});
    for (std::size_t i = 0; i < given_.sources.size(); ++i) {
      const funding_nature nature = given_.sources[i].nature;
      if (nature == funding_nature::hourly) hourly(i);
      if (nature == funding_nature::fixed) fixed(i);
      if (nature == funding_nature::complement) complement(i);
    }
    for (const slice& part : out_.slices)
      rest(part);
    return out_;
  }

 private:
  bool extra_for_others(const slice& part) const {
    return part.from->extra_minutes && given_.rules.extra_minutes != extra_minutes_bearer::funder;
  }
  bool counted(const slice& part) const { return !part.from->extra_minutes || given_.rules.extra_minutes_in_plan; }
  bool free(const slice& part) const {
    return part.charged_to < 0 && !extra_for_others(part) && (part.shares.empty() || part.unpaid() != 0);
  }

  void hourly(std::size_t index) {
    const funder_state& state = given_.states[index];
    rational offered = 0;
    for (const slice& part : out_.slices)
      offered += free(part) && counted(part) ? part.seconds : rational(0);
    if (state.own) offered = least(offered, of(*state.own));
    rational room = offered;
    if (given_.rules.limit) room = least(room, of(*given_.rules.limit) - charged_);
    if (state.pool) room = least(room, of(*state.pool));
    if (state.volume) room = least(room, of(*state.volume));
    if (given_.rules.split == funding_split::visit && room < offered) room = 0;
    if (room == 0 && offered != 0) return;
    // The first `room` seconds, then the euros in proportion.
    std::vector<slice> after;
    std::vector<std::size_t> mine;
    rational total = 0;
    for (slice& part : out_.slices) {
      if (!free(part) || (counted(part) && room == 0)) {
        after.push_back(part);
        continue;
      }
      const rational take = counted(part) ? least(part.seconds, room) : part.seconds;
      if (counted(part)) room -= take;
      slice head = part;
      slice tail = part;
      head.seconds = take;
      tail.seconds -= take;
      if (tail.seconds != 0) divide(head, tail);
      const terms rate = terms_of(head, given_.sources[index], given_.rules);
      if (rate.above && given_.rules.price_over_tariff == over_tariff::forbidden) out_.forbidden = true;
      const participation_share& left = given_.sources[index].participation;
      head.shares[index] = least(without_participation(rate.gross, head.seconds, left), head.unpaid());
      head.charged_to = static_cast<int>(index);
      total += head.shares[index];
      mine.push_back(after.size());
      after.push_back(head);
      if (tail.seconds != 0) after.push_back(tail);
    }
    out_.slices = after;
    if (state.euros && vectors::to_rational(*state.euros) < total)
      shrink(index, mine, vectors::to_rational(*state.euros) / total);
    for (const slice& part : out_.slices) {
      if (part.charged_to != static_cast<int>(index)) continue;
      out_.shares[index] += part.shares.at(index);
      out_.seconds[index] += part.seconds;
      if (counted(part)) charged_ += part.seconds;
    }
  }

  // What was paid before stays with the earlier minutes, as far as their price goes.
  static void divide(slice& head, slice& tail) {
    head.shares.clear();
    tail.shares.clear();
  }

  void shrink(std::size_t index, const std::vector<std::size_t>& mine, const rational& ratio) {
    std::vector<slice> after;
    for (std::size_t i = 0; i < out_.slices.size(); ++i) {
      slice part = out_.slices[i];
      // Minutes for which nothing is paid use no euros.
      if (std::find(mine.begin(), mine.end(), i) == mine.end() || part.shares.at(index) == 0) {
        after.push_back(part);
        continue;
      }
      slice rest = part;
      rest.charged_to = -1;
      rest.shares.clear();
      const rational kept = kept_of(part.seconds, ratio);
      rest.seconds = part.seconds - kept;
      part.seconds = kept;
      part.shares[index] *= ratio;
      if (part.seconds != 0) after.push_back(part);
      if (rest.seconds != 0) after.push_back(rest);
    }
    out_.slices = after;
  }

  // Exact, or up to a millionth of a second where sums could not keep the fraction (decision 4).
  static rational kept_of(const rational& seconds, const rational& ratio) {
    using boost::multiprecision::cpp_int;
    const auto up = [](const rational& value) {
      const cpp_int top = numerator(value) * 1'000'000, bottom = denominator(value);
      return rational((top + bottom - 1) / bottom, 1'000'000);
    };
    const rational exact = seconds * ratio;
    if (cpp_int("6678664321329000000") % denominator(exact) == 0) return exact;
    return least(seconds, up(up(seconds) * ratio));
  }

  void pay(slice& part, std::size_t index, const rational& share, rational* room) {
    if (share == 0) return;
    part.shares[index] += share;
    out_.shares[index] += share;
    out_.seconds[index] += part.seconds;
    if (room) *room -= share;
  }

  void fixed(std::size_t index) {
    const auto& euros = given_.states[index].euros;
    rational room = euros ? vectors::to_rational(*euros) : rational(0);
    for (slice& part : out_.slices) {
      if (extra_for_others(part)) continue;
      pay(part, index, euros ? least(part.unpaid(), room) : part.unpaid(), euros ? &room : nullptr);
    }
  }

  void complement(std::size_t index) {
    const auto& max = given_.sources[index].max;
    rational room = max ? rational(max->cents, 100) : rational(1'000'000);
    if (given_.states[index].euros) room = least(room, vectors::to_rational(*given_.states[index].euros));
    for (slice& part : out_.slices) {
      if (part.shares.empty()) continue;
      pay(part, index, least(part.unpaid() * of(given_.sources[index].percent), room), &room);
    }
  }

  void rest(const slice& part) {
    rational left = part.unpaid();
    if (part.charged_to >= 0) {
      const terms rate = terms_of(part, given_.sources[static_cast<std::size_t>(part.charged_to)], given_.rules);
      const rational same_basis =
          rate.day_rate ? part.price() : part.seconds / 3600 * of(part.from->price) * rate.borne;
      const rational above = least(left, same_basis > rate.gross ? rational(same_basis - rate.gross) : rational(0));
      left -= above;
      const rational surcharge =
          least(left, part.price() > same_basis ? rational(part.price() - same_basis) : rational(0));
      if (given_.rules.price_over_tariff == over_tariff::provider) {
        out_.provider += above;
      } else {
        out_.beneficiary[beneficiary_reason::over_tariff] += above;
      }
      out_.beneficiary[beneficiary_reason::surcharge] += surcharge;
      out_.beneficiary[beneficiary_reason::participation] += left - surcharge;
      return;
    }
    bool any_hourly = false;
    for (const funding_source& source : given_.sources)
      any_hourly = any_hourly || source.nature == funding_nature::hourly;
    const bool provider = part.from->extra_minutes ? given_.rules.extra_minutes == extra_minutes_bearer::provider
                                                   : any_hourly && given_.rules.overflow == overflow_to::provider;
    if (provider && (extra_for_others(part) || any_hourly)) {
      out_.provider += left;
    } else if (extra_for_others(part)) {
      out_.beneficiary[beneficiary_reason::extra_minutes] += left;
    } else if (!any_hourly) {
      out_.beneficiary[beneficiary_reason::not_funded] += left;
    } else if (given_.rules.overflow == overflow_to::provider) {
      out_.provider += left;
    } else if (given_.rules.overflow == overflow_to::reject && part.shares.empty()) {
      out_.rejected += left;
    } else {
      out_.beneficiary[beneficiary_reason::over_plan] += left;
    }
  }

  const visit& given_;
  book out_;
  rational charged_ = 0;
};

}  // namespace second_split
