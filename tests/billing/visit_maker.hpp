// Visits and funders at random, for properties that any split must have.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "billing/second_split.hpp"

namespace second_split {

class visit_maker {
 public:
  explicit visit_maker(unsigned seed) : random_(seed) {}

  int pick(int lowest, int highest) { return std::uniform_int_distribution(lowest, highest)(random_); }

  visit make(bool usual_order) {
    visit out;
    out.rules.split = pick(0, 5) == 0 ? funding_split::visit : funding_split::minutes;
    out.rules.price_over_tariff = static_cast<over_tariff>(pick(0, 5) == 0 ? 2 : pick(0, 1));
    out.rules.overflow = static_cast<overflow_to>(pick(0, 3));
    out.rules.bearer = static_cast<surcharge_bearer>(pick(0, 2));
    out.rules.funder_part_of_surcharge = percentage::from_percent(pick(0, 10) * 10);
    out.rules.extra_minutes = static_cast<extra_minutes_bearer>(pick(0, 2));
    out.rules.extra_minutes_in_plan = pick(0, 1) == 0;
    if (pick(0, 7) == 0) out.rules.limit = exact_duration(duration::of_minutes(pick(0, 200)));
    for (int i = pick(1, 3); i > 0; --i)
      out.segments.push_back(some_segment());
    if (pick(0, 5) == 0) {
      out.segments.push_back(some_segment());
      out.segments.back().extra_minutes = true;
    }
    for (int i = pick(0, 4); i > 0; --i) {
      // A fixed funder before one of minutes leaves pieces that are partly paid; they are tested apart.
      const bool minutes_may_follow =
          !usual_order || out.sources.empty() || out.sources.back().nature == funding_nature::hourly;
      out.sources.push_back(some_source(minutes_may_follow ? pick(0, 4) : pick(3, 4)));
      out.states.push_back(some_state());
    }
    if (usual_order) keep_fractions_small(out);
    return out;
  }

 private:
  segment some_segment() {
    segment part;
    part.time = exact_duration(duration::of_seconds(pick(1, 240) * (pick(0, 3) == 0 ? 7 : 60)));
    part.price = unit_price::from_cents(pick(1, 4) == 1 ? 2458 : pick(500, 4000));
    if (pick(0, 1) == 0) {
      part.surcharge = percentage::from_e4(pick(1, 100) * 10'000);
      part.kind = static_cast<surcharge_kind>(pick(1, 8));
      part.day = static_cast<day_class>(pick(0, 4));
    }
    return part;
  }

  funding_source some_source(int nature) {
    funder_rules rules;
    rules.nature = nature < 3    ? funding_nature::hourly
                   : nature == 3 ? funding_nature::fixed
                                 : funding_nature::complement;
    rules.rate_cap = pick(0, 2) == 0 ? static_cast<funder_rate_cap>(pick(0, 1)) : funder_rate_cap::min;
    if (pick(0, 3) == 0) rules.rates.sunday = unit_price::from_cents(pick(1000, 4000));
    if (pick(0, 5) == 0) rules.rates.evening = unit_price::from_cents(pick(1000, 4000));
    rules.percent = percentage::from_percent(pick(0, 100));
    if (pick(0, 1) == 0) rules.max = money::from_cents(pick(0, 2000));
    return source_of(rules, {}, unit_price::from_cents(pick(1, 4) == 1 ? 2458 : pick(500, 4000)), some_participation());
  }

  participation_share some_participation() {
    if (pick(0, 7) == 0) return participation_share::of_hour(unit_price::from_cents(pick(0, 3000))).value();
    if (pick(0, 5) != 0) return percentage::from_percent(pick(0, 3) == 0 ? 0 : pick(0, 100));
    const int whole = pick(1, 1'000'000'000);
    return participation_share::of(fraction::of(pick(0, whole), whole)).value();
  }

  funder_state some_state() {
    funder_state state;
    if (pick(0, 1) == 0) state.pool = exact_duration::of_ratio(pick(0, 20'000), pick(0, 3) == 0 ? pick(1, 31) : 1);
    if (pick(0, 4) == 0) state.volume = exact_duration(duration::of_minutes(pick(0, 300)));
    if (pick(0, 9) == 0) state.own = exact_duration(duration::of_minutes(pick(0, 200)));
    if (pick(0, 3) == 0) state.euros = exact_amount(money::from_cents(pick(0, 10'000)));
    return state;
  }

  // Minutes in proportion to euros are an exact fraction as long as the amounts they come from are: one volume in euros
  // on whole seconds. What lies beyond is tested apart.
  static void keep_fractions_small(visit& out) {
    bool euros = false;
    for (std::size_t i = 0; i < out.sources.size(); ++i) {
      if (out.sources[i].nature != funding_nature::hourly || !out.states[i].euros) continue;
      if (euros) out.states[i].euros.reset();
      out.sources[i].participation.exact.reset();
      euros = true;
    }
    for (funder_state& state : out.states) {
      if (euros && state.pool) state.pool = exact_duration(state.pool->floor_seconds());
    }
  }

  std::mt19937 random_;
};

}  // namespace second_split
