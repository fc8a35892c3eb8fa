#include "esppadom/billing/plan_quantity.hpp"

#include <string>
#include <vector>

#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::json;
using vectors::rational;

local_date date_of(const json& value) { return parse_local_date(std::string_view(value)).value(); }
local_month month_of(const json& value) { return parse_local_month(std::string_view(value)).value(); }

template <class Enumeration>
Enumeration named(const json& value) {
  for (const auto& item : enum_names<Enumeration>::items) {
    if (item.name == std::string_view(value)) return item.value;
  }
  ADD_FAILURE() << "no such name";
  return {};
}

rational to_two_decimals(const rational& value) {
  const boost::multiprecision::cpp_int hundredths = numerator(value) * 100;
  return rational((2 * hundredths + denominator(value)) / (2 * denominator(value)), 100);
}

TEST(plan_quantity, counts_each_version_by_its_days_of_the_month) {
  vectors::for_each_case("plan_quantity.json", [](const json& input, const json& expected) {
    std::vector<day_span> absences;
    json list;
    if (input["absences"].get(list) == simdjson::SUCCESS) {
      for (const json each : simdjson::dom::array(list))
        absences.push_back({date_of(each.at(0)), date_of(each.at(1))});
    }
    plan_calendar calendar;
    calendar.absences = absences;
    json zone;
    if (input["zone"].get(zone) == simdjson::SUCCESS) calendar.zone = named<holiday_zone>(zone);
    exact_duration sum;
    for (const json version : simdjson::dom::array(input["versions"])) {
      const exact_duration whole(duration::of_minutes(std::int64_t(version["minutes"])));
      const day_span in_force{date_of(version["from"]), date_of(version["to"])};
      sum += share_of_plan(whole, share_of_period(named<plan_proration>(input["prorata"]),
                                                  days_of(month_of(input["month"])), in_force, calendar));
    }
    const rational minutes = vectors::to_rational(sum) / 60;
    EXPECT_EQ(minutes, vectors::to_rational(std::string_view(expected["minutes"])));
    EXPECT_EQ(to_two_decimals(minutes), vectors::to_rational(std::string_view(expected["rounded"])));
  });
}

TEST(plan_quantity, brings_a_weekly_quantity_to_the_month_in_four_ways) {
  vectors::for_each_case("week_to_month.json", [](const json& input, const json& expected) {
    const exact_duration weekly(duration::of_hours(std::int64_t(input["weekly_hours"])));
    const rational hours =
        vectors::to_rational(month_of_weeks(named<week_to_month>(input["rule"]), weekly, month_of(input["month"]))) /
        3600;
    EXPECT_EQ(hours, vectors::to_rational(std::string_view(expected["hours"])));
    EXPECT_EQ(to_two_decimals(hours), vectors::to_rational(std::string_view(expected["rounded"])));
  });
}

TEST(plan_quantity, gives_every_iso_week_to_one_month) {
  for (int year = 2020; year < 2030; ++year) {
    std::int64_t weeks = 0;
    for (int month = 1; month <= 12; ++month)
      weeks += iso_weeks_of(local_month::of(year, month).value());
    const bool is_long = year == 2020 || year == 2026;  // years of 53 weeks
    EXPECT_EQ(weeks, is_long ? 53 : 52) << year;
  }
}

TEST(plan_quantity, shares_an_amount_as_it_shares_time) {
  const exact_amount monthly(money::from_cents(13619));
  const day_share part{16, 31};
  EXPECT_EQ(round<money>(share_of_plan(monthly, part), rounding_mode::half_up).value(), money::from_cents(7029));
  EXPECT_EQ(share_of_plan(monthly, day_share{31, 31}), monthly);
  EXPECT_EQ(share_of_plan(monthly, day_share{0, 31}), exact_amount());
  EXPECT_EQ(share_of_plan(exact_duration(duration::of_hours(20)), day_share{0, 0}),
            exact_duration(duration::of_hours(20)));
}

TEST(plan_quantity, parts_of_a_month_make_the_month) {
  const local_month month = local_month::of(2026, 5).value();
  const exact_duration whole(duration::of_hours(20));
  for (const plan_proration prorata : {plan_proration::daily, plan_proration::working_days}) {
    for (local_date cut = month.first_day(); cut <= month.last_day(); ++cut) {
      const day_span before{month.first_day(), cut - 1};
      const day_span after{cut, month.last_day()};
      EXPECT_EQ(share_of_plan(whole, share_of_period(prorata, days_of(month), before)) +
                    share_of_plan(whole, share_of_period(prorata, days_of(month), after)),
                whole);
    }
  }
}

}  // namespace
