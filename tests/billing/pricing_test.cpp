#include "esppadom/billing/pricing.hpp"

#include <random>
#include <vector>

#include "billing/vector_reader.hpp"

namespace {

using namespace esppadom;
using vectors::json;
using vectors::rational;
using vectors::to_rational;

unit_price read_price(std::string_view text) { return unit_price::from_decimal(parse_decimal(text).value()).value(); }

rational sum_of_prices(const priced_visit& visit) {
  rational sum = 0;
  for (const segment& part : visit.segments) {
    sum += to_rational(part.time) / 3600 * rational(part.price.e6, 1'000'000) *
           (1 + rational(part.surcharge.e4, 1'000'000));
  }
  return sum;
}

exact_duration read_seconds(const json& input, std::string_view key, const exact_duration& otherwise) {
  std::string_view text;
  return input[key].get(text) == simdjson::SUCCESS ? parse_exact_duration(text).value() : otherwise;
}

void expect_segment(const segment& part, const json& expected) {
  EXPECT_EQ(to_string(part.time), std::string_view(expected["seconds"]));
  EXPECT_EQ(to_string(part.surcharge), vectors::text_of(expected["percent"]));
  EXPECT_EQ(name_of(part.kind), std::string_view(expected["kind"]));
  EXPECT_EQ(name_of(part.day), std::string_view(expected["day"]));
  std::string_view date;
  if (expected["date"].get(date) == simdjson::SUCCESS) {
    EXPECT_EQ(to_string(part.date), date);
  }
  bool extra = false;
  if (expected["extra_minutes"].get(extra) != simdjson::SUCCESS) extra = false;
  EXPECT_EQ(part.extra_minutes, extra);
}

TEST(pricing, gives_the_segments_and_prices_of_the_reference_tables) {
  vectors::for_each_case("pricing.json", [](const json& input, const json& expected) {
    surcharge_rules rules;
    vectors::read_group(input["surcharges"], rules);
    calendar_rules calendar;
    json group;
    if (input["calendar"].get(group) == simdjson::SUCCESS) vectors::read_group(group, calendar);
    const interval period = vectors::read_interval(input["retained"]);
    std::int64_t length = 0;
    if (input["length_seconds"].get(length) != simdjson::SUCCESS)
      length = civil_difference(period.start, period.end).seconds;
    const retained_time retained{period, duration::of_seconds(length)};
    const exact_duration base = read_seconds(input, "base_seconds", exact_duration(retained.length));
    const exact_duration extra = read_seconds(input, "extra_seconds", exact_duration());
    const priced_visit visit =
        price_visit(retained, base, extra, read_price(std::string_view(input["price"])), rules, calendar);
    EXPECT_EQ(visit.reason, unbilled_reason::none);
    EXPECT_EQ(to_rational(visit.price), sum_of_prices(visit));
    exact_duration total;
    for (const segment& part : visit.segments)
      total += part.time;
    EXPECT_EQ(total, base + extra);
    std::string_view price;
    if (expected["price"].get(price) == simdjson::SUCCESS) {
      EXPECT_EQ(to_rational(visit.price), to_rational(price));
    }
    if (expected["price_rounded"].get(price) == simdjson::SUCCESS) {
      EXPECT_EQ(to_string(round<money>(visit.price, rounding_mode::half_up).value()), price);
    }
    simdjson::dom::array segments;
    if (expected["segments"].get(segments) != simdjson::SUCCESS) return;
    ASSERT_EQ(visit.segments.size(), segments.size());
    std::size_t i = 0;
    for (const json each : segments)
      expect_segment(visit.segments[i++], each);
  });
}

TEST(pricing, a_visit_that_is_not_billed_keeps_its_reason) {
  billable_time visit;
  visit.reason = unbilled_reason::time_missing;
  const priced_visit priced = price_visit(visit, unit_price::from_euros(20), {}, {});
  EXPECT_EQ(priced.reason, unbilled_reason::time_missing);
  EXPECT_TRUE(priced.segments.empty());
}

TEST(pricing, tells_what_it_cannot_hold) {
  const local_time start = local_time::of(2026, 3, 3, 9, 0).value();
  const retained_time hour{{start, {start.seconds + 3600, 0}}, duration::of_hours(1)};
  const exact_duration base(hour.length);
  const auto reason = [&](unit_price price, const surcharge_rules& rules) {
    return price_visit(hour, base, {}, price, rules, {}).reason;
  };
  EXPECT_EQ(reason(unit_price::from_euros(1'000'000'000), {}), unbilled_reason::none);
  EXPECT_EQ(reason(unit_price::from_euros(2'000'000'000), {}), unbilled_reason::arithmetic);
  EXPECT_EQ(reason(unit_price::invalid(), {}), unbilled_reason::arithmetic);
  surcharge_rules rules;
  rules.policy = surcharge_policy::sum;
  rules.evening_window = rules.custom_window = parse_time_window("00:00-24:00").value();
  rules.percent.evening = rules.percent.custom = percentage::from_e4(std::int64_t{1} << 62);
  EXPECT_EQ(reason(unit_price::from_euros(20), rules), unbilled_reason::arithmetic);
}

TEST(pricing, boundaries_are_midnights) {
  calendar_rules midnight;
  midnight.attribution = attribution_rule::split_midnight;
  calendar_rules boundaries;
  boundaries.attribution = attribution_rule::split_boundaries;
  const retained_time night{{local_time::of(2026, 3, 31, 22, 0).value(), local_time::of(2026, 4, 1, 6, 0).value()},
                            duration::of_hours(8)};
  const exact_duration eight(duration::of_hours(8));
  const auto at_midnight = price_visit(night, eight, {}, unit_price::from_euros(20), {}, midnight);
  const auto at_boundaries = price_visit(night, eight, {}, unit_price::from_euros(20), {}, boundaries);
  ASSERT_EQ(at_boundaries.segments.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i)
    EXPECT_EQ(at_boundaries.segments[i], at_midnight.segments[i]);
}

TEST(pricing, a_visit_without_length_is_priced_whole) {
  const local_time start = local_time::of(2026, 3, 8, 9, 0).value();
  surcharge_rules rules;
  rules.percent.sunday = percentage::from_percent(20);
  const priced_visit visit = price_visit(retained_time{{start, start}, {}}, exact_duration(duration::of_minutes(5)), {},
                                         unit_price::from_euros(12), rules, {});
  ASSERT_EQ(visit.segments.size(), 1U);
  EXPECT_EQ(to_rational(visit.price), rational(12, 10));
}

TEST(pricing, segments_stay_in_order_beyond_the_inline_capacity) {
  segment_list list;
  for (std::int32_t i = 0; i < 20; ++i) {
    segment part;
    part.date = {i};
    list.push_back(part);
    const segment_list copy = list;
    ASSERT_EQ(copy.size(), static_cast<std::size_t>(i) + 1);
    ASSERT_TRUE(copy == list);
    for (std::int32_t k = 0; k <= i; ++k)
      ASSERT_EQ(copy[static_cast<std::size_t>(k)].date.days, k);
  }
  segment_list moved = std::move(list);
  EXPECT_EQ(moved.size(), 20U);
  moved.clear();
  EXPECT_TRUE(moved.empty());
  moved.push_back({});
  EXPECT_EQ(moved.size(), 1U);
}

TEST(pricing, reads_windows_of_the_day) {
  EXPECT_EQ(parse_time_window("20:00-07:00").value(), (time_window{{72000}, {25200}}));
  EXPECT_EQ(to_string(parse_time_window("20:00:30-24:00").value()), "20:00:30-24:00");
  for (const std::string_view bad : {"", "20:00", "20-07", "24:01-03:00", "20:60-21:00", "2000-07:00", "20:00-07:0x"})
    EXPECT_FALSE(parse_time_window(bad).has_value()) << bad;
}

// -- minute by minute -------------------------------------------------------------------------------------------------

// The price of an interval added up minute by minute from the text of the rule, in fractions. Windows must not begin or
// end in the hour of a clock change.
rational price_by_minutes(const interval& period, const surcharge_rules& rules, const calendar_rules& calendar) {
  const std::int64_t from = paris::to_instant(period.start).value().unix_seconds;
  const std::int64_t to = paris::to_instant(period.end).value().unix_seconds;
  const auto rate = [](const std::optional<percentage>& value) { return rational(value ? value->e4 : 0, 1'000'000); };
  rational minutes = 0;
  for (std::int64_t at = from; at < to; at += 60) {
    const local_time now = paris::to_local({at});
    const local_date day = calendar.attribution == attribution_rule::start ? period.start.date() : now.date();
    const auto inside = [&](const std::optional<time_window>& window) {
      if (!window || now.date() != day) return false;
      const auto second = now.seconds_of_day();
      if (window->from <= window->to) return second >= window->from.seconds && second < window->to.seconds;
      return second >= window->from.seconds || second < window->to.seconds;
    };
    const int month_day = day.month() * 100 + day.day();
    rational on_date = 0;
    if (is_public_holiday(day, calendar.zone, calendar.pentecost_monday)) {
      on_date = rate(month_day == 1225  ? rules.percent.christmas
                     : month_day == 501 ? rules.percent.first_of_may
                     : month_day == 101 ? rules.percent.first_of_january
                                        : rules.percent.public_holiday);
    }
    rational on_weekday = 0;
    if (day.weekday() == weekday::sat) on_weekday = rate(rules.percent.saturday);
    if (day.weekday() == weekday::sun) on_weekday = rate(rules.percent.sunday);
    const rational evening = inside(rules.evening_window) ? rate(rules.percent.evening) : rational(0);
    const rational custom = inside(rules.custom_window) ? rate(rules.percent.custom) : rational(0);
    const rational by_day = std::max(on_date, on_weekday);
    rational surcharge = 0;
    if (rules.policy == surcharge_policy::sum) {
      surcharge = on_date + on_weekday + evening + custom;
    } else if (rules.policy == surcharge_policy::max) {
      surcharge = std::max({by_day, evening, custom});
    } else {
      if (evening > by_day) surcharge += evening;
      if (custom > by_day) surcharge += custom;
      if (surcharge == 0) surcharge = by_day;
    }
    minutes += 1 + surcharge;
  }
  return minutes / 60;
}

TEST(pricing, equals_a_sum_over_minutes_in_fractions) {
  std::mt19937_64 random(20261025);
  const auto below = [&](std::int64_t limit) {
    return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random);
  };
  const local_date notable[] = {local_date::of(2026, 3, 28).value(),  local_date::of(2026, 3, 29).value(),
                                local_date::of(2026, 10, 24).value(), local_date::of(2026, 10, 25).value(),
                                local_date::of(2026, 12, 25).value(), local_date::of(2027, 1, 1).value(),
                                local_date::of(2022, 5, 1).value()};
  for (int i = 0; i < 4'000; ++i) {
    surcharge_rules rules;
    rules.policy = static_cast<surcharge_policy>(below(3));
    for (std::optional<percentage> surcharge_percents::*kind :
         {&surcharge_percents::saturday, &surcharge_percents::sunday, &surcharge_percents::public_holiday,
          &surcharge_percents::first_of_january, &surcharge_percents::first_of_may, &surcharge_percents::christmas,
          &surcharge_percents::evening, &surcharge_percents::custom})
      if (below(4) != 0) rules.percent.*kind = percentage::from_percent(below(3) == 0 ? 0 : below(101));
    const auto window = [&]() -> std::optional<time_window> {
      if (below(5) == 0) return std::nullopt;
      const auto time = [&] {
        const std::int64_t minute = below(22 * 60);
        return time_of_day{static_cast<std::int32_t>(60 * (minute >= 120 ? minute + 120 : minute))};  // not 02 to 04
      };
      return time_window{time(), time()};
    };
    rules.evening_window = window();
    rules.custom_window = window();
    calendar_rules calendar;
    if (below(2) == 0) calendar.attribution = attribution_rule::split_midnight;
    calendar.pentecost_monday = below(2) == 0;
    calendar.zone = below(2) == 0 ? holiday_zone::metropole : holiday_zone::alsace_moselle;
    const local_date day = below(2) == 0 ? notable[below(std::ssize(notable))]
                                         : local_date::of(2026, 1, 1).value() + static_cast<std::int32_t>(below(730));
    local_time start = local_time::at(day, static_cast<std::int32_t>(60 * below(1440)));
    if (!paris::exists(start)) start.seconds += 3600;
    const duration length = duration::of_minutes(1 + below(below(10) == 0 ? 3000 : 600));
    const interval period{start, paris::after(start, length).value()};
    const unit_price price = unit_price::from_e6(below(40'000'000));
    const priced_visit visit =
        price_visit({period, length}, exact_duration(length), exact_duration(), price, rules, calendar);
    ASSERT_EQ(visit.reason, unbilled_reason::none);
    ASSERT_TRUE(visit.price.is_exact());
    ASSERT_EQ(to_rational(visit.price), price_by_minutes(period, rules, calendar) * rational(price.e6, 1'000'000))
        << to_string(period.start) << " + " << to_minutes_string(length);
    exact_duration total;
    for (const segment& part : visit.segments)
      total += part.time;
    ASSERT_EQ(total, exact_duration(length));

    // I6, and scaling: whatever is billed, the parts add up to it, and at an even price nothing else counts.
    const exact_duration billed = exact_duration::of_ratio(1 + below(40'000), 1 + below(50));
    const priced_visit scaled_visit = price_visit({period, length}, billed, exact_duration(), price, {}, calendar);
    total = {};
    for (const segment& part : scaled_visit.segments) {
      ASSERT_GT(part.time, exact_duration());
      total += part.time;
    }
    ASSERT_EQ(total, billed);
  }
}

// -- another product's prices -----------------------------------------------------------------------------------------

// Exact to 15 decimals: the file gives decimals of up to 20 places, computed with them.
void expect_same_price(const rational& ours, const rational& theirs) {
  const rational difference = ours > theirs ? ours - theirs : theirs - ours;
  EXPECT_LT(difference, rational(1, boost::multiprecision::cpp_int("1000000000000000")));
}

struct product_case {
  unit_price price;
  surcharge_rules rules;
};

product_case read_product_case(const json& each) {
  product_case out;
  out.price = read_price(vectors::text_of(each["unitRate"]));
  json surcharge = each["surcharge"];
  if (surcharge.is_null()) return out;
  const auto percent = [&](const char* key) { return parse_percentage(vectors::text_of(surcharge[key])).value(); };
  out.rules.percent = {percent("saturday"),       percent("sunday"),     percent("publicHoliday"),
                       percent("firstOfJanuary"), percent("firstOfMay"), percent("twentyFifthOfDecember"),
                       percent("evening"),        percent("custom")};
  const auto window = [&](const char* from, const char* to) -> std::optional<time_window> {
    if (surcharge[from].is_null() || surcharge[to].is_null()) return std::nullopt;
    return time_window{parse_time_of_day(std::string_view(surcharge[from])).value(),
                       parse_time_of_day(std::string_view(surcharge[to])).value()};
  };
  out.rules.evening_window = window("eveningStartTime", "eveningEndTime");
  out.rules.custom_window = window("customStartTime", "customEndTime");
  return out;
}

TEST(pricing, equals_another_products_prices_to_15_decimals) {
  simdjson::dom::parser parser;
  json root;
  ASSERT_EQ(parser.load(std::string(ESPPADOM_SOURCE_DIR) + "/tests/data/oracle/priced_visits.json").get(root),
            simdjson::SUCCESS);
  calendar_rules calendar;
  calendar.pentecost_monday = false;
  std::size_t compared = 0;
  for (const json each : simdjson::dom::array(root["cases"])) {
    const product_case setting = read_product_case(each);
    for (const json event : simdjson::dom::array(each["events"])) {
      SCOPED_TRACE("case " + vectors::text_of(each["id"]) + ", " + std::string(std::string_view(event["start"])));
      const auto time = [&](const char* key) {
        return parse_local_time_lenient(std::string_view(event[key])).value().time;
      };
      visit_times times;
      times.retained = interval{time("start"), time("end")};
      const billable_time billed = billable_duration(times, {}, {}, calendar);
      EXPECT_EQ(billed.billed, duration::of_minutes(std::int64_t(event["minutes"])));
      const priced_visit visit = price_visit(billed, setting.price, setting.rules, calendar);
      ASSERT_EQ(visit.reason, unbilled_reason::none);
      expect_same_price(to_rational(visit.price), to_rational(vectors::text_of(event["customerPrice"])) +
                                                      to_rational(vectors::text_of(event["thirdPartyPayerPrice"])));
      ++compared;
    }
  }
  EXPECT_EQ(compared, 969U);
}

}  // namespace
