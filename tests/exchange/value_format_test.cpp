// Values as people read them, in both languages.
#include "esppadom/exchange/value_format.hpp"

#include <gtest/gtest.h>

namespace esppadom {
namespace {

const value_format in_french(language::french);
const value_format in_english(language::english);

TEST(ValueFormat, amounts_are_grouped_by_three_digits) {
  EXPECT_EQ(in_french.amount(money::from_cents(123456789)), "1 234 567,89 €");
  EXPECT_EQ(in_english.amount(money::from_cents(123456789)), "€1,234,567.89");
  EXPECT_EQ(in_french.amount(money::from_cents(-5)), "-0,05 €");
  EXPECT_EQ(in_english.amount(money::from_cents(-100000)), "-€1,000.00");
  EXPECT_EQ(in_english.count(999), "999");
  EXPECT_EQ(in_french.number("-1234.5"), "-1 234,5");
}

TEST(ValueFormat, hours_show_seconds_only_where_there_are_any) {
  EXPECT_EQ(in_french.hours(exact_duration(duration::of_seconds(421500))), "117 h 05");
  EXPECT_EQ(in_french.hours(exact_duration(duration::of_seconds(421178))), "116 h 59 min 38 s");
  EXPECT_EQ(in_english.hours(exact_duration(duration::of_minutes(-5))), "-0 h 05");
}

TEST(ValueFormat, rates_dates_and_months) {
  EXPECT_EQ(in_french.percent("25.00"), "25,00 %");
  EXPECT_EQ(in_english.percent("25.00"), "25.00%");
  EXPECT_EQ(in_english.percent(std::nullopt), "–");
  EXPECT_EQ(in_french.date(parse_local_date("2026-11-10").value()), "10/11/2026");
  EXPECT_EQ(in_english.date(parse_local_date("2026-11-10").value()), "2026-11-10");
  EXPECT_EQ(in_french.month(parse_local_month("2026-08").value()), "août 2026");
  EXPECT_EQ(in_english.month(parse_local_month("2026-08").value()), "August 2026");
}

}  // namespace
}  // namespace esppadom
