// The shares of 969 visits against those of another product (tests/data/oracle/README.md), to 15 decimals before any
// rounding. Where the funder's rate exceeds the price they differ on purpose
// (docs/decisions/0004-share-capped-by-price.md); the test lists these visits and proves that nothing else explains the
// difference.
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "billing/vector_reader.hpp"
#include "esppadom/billing/duration.hpp"
#include "esppadom/billing/pricing.hpp"
#include "esppadom/billing/visit_split.hpp"

namespace {

using namespace esppadom;
using vectors::json;
using vectors::rational;
using vectors::to_rational;

bool same(const rational& ours, const rational& theirs) {
  const rational difference = ours > theirs ? ours - theirs : theirs - ours;
  return difference < rational(1, boost::multiprecision::cpp_int("1000000000000000"));
}

surcharge_rules read_surcharges(const json& object) {
  surcharge_rules rules;
  if (object.is_null()) return rules;
  const auto percent = [&](const char* key) { return parse_percentage(vectors::text_of(object[key])).value(); };
  rules.percent = {percent("saturday"),       percent("sunday"),     percent("publicHoliday"),
                   percent("firstOfJanuary"), percent("firstOfMay"), percent("twentyFifthOfDecember"),
                   percent("evening"),        percent("custom")};
  const auto window = [&](const char* from, const char* to) -> std::optional<time_window> {
    if (object[from].is_null() || object[to].is_null()) return std::nullopt;
    return time_window{parse_time_of_day(std::string_view(object[from])).value(),
                       parse_time_of_day(std::string_view(object[to])).value()};
  };
  rules.evening_window = window("eveningStartTime", "eveningEndTime");
  rules.custom_window = window("customStartTime", "customEndTime");
  return rules;
}

// A funding of that product: its rules, and what it has left, by month for hours and once for euros.
struct product_funding {
  funder_rules rules;
  percentage participation;
  unit_price rate;
  std::optional<duration> monthly;
  std::map<local_month, funder_state> months;
  funder_state once;

  explicit product_funding(const json& object) {
    const bool fixed = std::string_view(object["nature"]) == "fixed";
    rules.nature = fixed ? funding_nature::fixed : funding_nature::hourly;
    rules.days.clear();
    for (const std::int64_t day : simdjson::dom::array(object["careDays"]))
      rules.days.push_back(static_cast<funding_day>(day));
    if (fixed) {
      once.euros = exact_amount(parse_money(vectors::text_of(object["amount"])).value());
      return;
    }
    rate = parse_unit_price(vectors::text_of(object["unitRate"])).value();
    participation = parse_percentage(vectors::text_of(object["participationRatePercent"])).value();
    const rational seconds = to_rational(vectors::text_of(object["careHours"])) * 3600;
    monthly = duration::of_seconds(static_cast<std::int64_t>(numerator(seconds)));
  }

  funder_state& state_of(local_month month) {
    if (!monthly) return once;
    funder_state& state = months[month];
    if (!state.volume) state.volume = exact_duration(*monthly);
    return state;
  }

  visit_split split(std::span<const segment> segments, local_month month, funder_rate_cap cap) const {
    product_funding copy = *this;
    copy.rules.rate_cap = cap;
    const funding_source source = source_of(copy.rules, {}, rate, participation);
    const funder_state state = copy.state_of(month);
    return split_visit(segments, {&source, 1}, {&state, 1}, {});
  }
};

struct comparison {
  std::size_t visits = 0;
  std::size_t equal = 0;
  std::size_t lower_rate = 0;  ///< theirs charges the higher rate, participation keeps the share under the price
  std::size_t above = 0;       ///< theirs pays more than some of the minutes it is charged on cost
  std::size_t negative = 0;    ///< of these: the beneficiary's part below zero
};

TEST(funding_oracle, equals_another_products_shares_except_where_the_rate_exceeds_the_price) {
  simdjson::dom::parser parser;
  json root;
  ASSERT_EQ(parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/data/oracle/priced_visits.json").get(root),
            simdjson::SUCCESS);
  calendar_rules calendar;
  calendar.pentecost_monday = false;
  comparison all;
  for (const json each : simdjson::dom::array(root["cases"])) {
    const unit_price price = parse_unit_price(vectors::text_of(each["unitRate"])).value();
    const surcharge_rules surcharges = read_surcharges(each["surcharge"]);
    std::optional<product_funding> funding;
    if (!each["funding"].is_null()) funding.emplace(json(each["funding"]));
    const bool above_price = funding && funding->rate > price;
    comparison found;
    for (const json event : simdjson::dom::array(each["events"])) {
      SCOPED_TRACE("case " + vectors::text_of(each["id"]) + ", " + std::string(std::string_view(event["start"])));
      const auto time = [&](const char* key) {
        return parse_local_time_lenient(std::string_view(event[key])).value().time;
      };
      const local_date date = time("start").date();
      const local_month month = local_month::of(date);
      visit_times times;
      times.retained = interval{time("start"), time("end")};
      const priced_visit visit = price_visit(billable_duration(times, {}, {}, calendar), price, surcharges, calendar);
      ASSERT_EQ(visit.reason, unbilled_reason::none);
      const rational customer = to_rational(vectors::text_of(event["customerPrice"]));
      const rational payer = to_rational(vectors::text_of(event["thirdPartyPayerPrice"]));
      ++found.visits;

      const bool holiday = is_public_holiday(date, calendar.zone, calendar.pentecost_monday);
      const bool funded = funding && !bool(event["cancelled"]) && pays_on(funding->rules.days, date, holiday);
      EXPECT_EQ(funded, !event["chargedMinutes"].is_null());
      if (!funded) {
        const auto reason = funding ? beneficiary_reason::cancelled : beneficiary_reason::not_funded;
        EXPECT_TRUE(same(to_rational(beneficiary_share(bill_beneficiary(visit.segments, reason))), customer));
        EXPECT_EQ(payer, 0);
        ++found.equal;
        continue;
      }
      const visit_split split = funding->split(visit.segments, month, funder_rate_cap::min);
      ASSERT_EQ(split.reason, unbilled_reason::none);
      const funder_charge charge = split.charges[0];
      if (funding->monthly) {
        EXPECT_TRUE(same(to_rational(charge.time) / 60, to_rational(vectors::text_of(event["chargedMinutes"]))));
      }
      const rational share = to_rational(charge.share);
      if (same(share, payer)) {
        EXPECT_TRUE(same(to_rational(beneficiary_share(split)), customer));
        ++found.equal;
      } else {
        // Their rate without our cap gives their share, unless that is more than the minutes cost.
        EXPECT_TRUE(above_price);
        EXPECT_LT(share, payer);
        std::cout << "  " << to_string(time("start")) << ": funder and beneficiary " << payer.convert_to<double>()
                  << " and " << customer.convert_to<double>() << " there, " << share.convert_to<double>() << " and "
                  << to_rational(beneficiary_share(split)).convert_to<double>() << " here\n";
        const visit_split uncapped = funding->split(visit.segments, month, funder_rate_cap::funder_tariff);
        if (same(to_rational(uncapped.charges[0].share), payer)) {
          EXPECT_TRUE(same(to_rational(beneficiary_share(uncapped)), customer));
          ++found.lower_rate;
        } else {
          bool reaches_price = false;
          for (const funded_piece& piece : uncapped.pieces)
            reaches_price = reaches_price || (!piece.shares.empty() && piece.shares[0].amount == piece.price);
          EXPECT_TRUE(reaches_price);
          EXPECT_LT(to_rational(uncapped.charges[0].share), payer);
          ++found.above;
          if (customer < 0) ++found.negative;
        }
      }
      funder_state& state = funding->state_of(month);
      state = after(state, charge);
    }
    if (above_price) {
      std::cout << "case " << vectors::text_of(each["id"]) << ": rate " << to_string(funding->rate)
                << " above the price " << to_string(price) << ", participation " << to_string(funding->participation)
                << " %: " << found.lower_rate << " visits at the higher rate, " << found.above
                << " above the price of minutes charged (" << found.negative
                << " with a negative part of the beneficiary), " << found.equal << " of " << found.visits << " equal\n";
    } else {
      EXPECT_EQ(found.equal, found.visits);
    }
    all.visits += found.visits;
    all.equal += found.equal;
    all.lower_rate += found.lower_rate;
    all.above += found.above;
    all.negative += found.negative;
  }
  std::cout << "in all: " << all.equal << " of " << all.visits << " equal, " << all.lower_rate
            << " at the higher rate, " << all.above << " above the price (" << all.negative << " negative)\n";
  EXPECT_EQ(all.visits, 969U);
  EXPECT_EQ(all.equal, 944U);
  EXPECT_EQ(all.lower_rate, 11U);
  EXPECT_EQ(all.above, 14U);
}

}  // namespace
