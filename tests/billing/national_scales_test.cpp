#include "esppadom/billing/national_scales.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace esppadom;

local_date day(const char* text) { return parse_local_date(text).value(); }
std::string shown(const result<national_amount>& found) {
  national_amount amount;
  return found.get(amount) == error_code::success ? to_string(amount.value) : "unknown";
}

// Billing rules reference, sections 1 and 7.
TEST(national_scales, give_the_floor_tariff_of_a_day) {
  EXPECT_EQ(shown(tariff_floor_on(day("2021-12-31"))), "unknown");
  EXPECT_EQ(shown(tariff_floor_on(day("2022-01-01"))), "22.00");
  EXPECT_EQ(shown(tariff_floor_on(day("2023-12-31"))), "23.00");
  EXPECT_EQ(shown(tariff_floor_on(day("2024-01-01"))), "23.50");
  EXPECT_EQ(shown(tariff_floor_on(day("2025-06-15"))), "24.58");
  EXPECT_EQ(shown(tariff_floor_on(day("2026-12-31"))), "25.00");
  EXPECT_EQ(shown(tariff_floor_on(day("2027-01-01"))), "unknown") << "nobody has published it";
  EXPECT_EQ(tariff_floor_on(day("2025-06-15")).value().evidence, standing::known);
  EXPECT_EQ(tariff_floor_on(day("2026-06-15")).value().evidence, standing::inferred_medium);
}

// The floor tariff follows the MTP: 1.9407 % of it in 2024, 1.9406 % in 2025.
TEST(national_scales, the_floor_tariff_follows_the_reference_of_apa) {
  for (const char* date : {"2024-01-01", "2025-01-01", "2026-01-01"}) {
    const fraction share =
        euros_of(tariff_floor_on(day(date)).value().value) / euros_of(apa_scale_on(day(date)).value().mtp);
    EXPECT_EQ(round(share, 3, rounding_mode::half_up).value(), (decimal{19, 3})) << date;
    EXPECT_GT(share, fraction::of(19'405, 1'000'000)) << date;
    EXPECT_LT(share, fraction::of(19'409, 1'000'000)) << date;
  }
}

TEST(national_scales, give_the_tariffs_of_pch_by_mode) {
  struct row {
    pch_mode mode;
    const char* in_2024;
    const char* in_2025;
  };
  const row rows[] = {{pch_mode::direct_employment, "18.96", "19.34"},
                      {pch_mode::direct_employment_with_care_acts, "19.71", "unknown"},
                      {pch_mode::agent, "20.86", "21.27"},
                      {pch_mode::agent_with_care_acts, "21.68", "unknown"},
                      {pch_mode::provider_without_tariff, "23.50", "24.58"},
                      {pch_mode::family_carer_working_less, "7.04", "7.16"}};
  for (const row& one : rows) {
    EXPECT_EQ(shown(pch_tariff_on(one.mode, day("2024-06-01"))), one.in_2024) << name_of(one.mode);
    EXPECT_EQ(shown(pch_tariff_on(one.mode, day("2025-12-31"))), one.in_2025) << name_of(one.mode);
    EXPECT_EQ(shown(pch_tariff_on(one.mode, day("2026-01-01"))), "unknown") << name_of(one.mode);
    EXPECT_EQ(shown(pch_tariff_on(one.mode, day("2023-12-31"))), "unknown") << name_of(one.mode);
  }
  EXPECT_EQ(shown(pch_tariff_on(pch_mode::direct_employment, day("2024-05-31"))), "unknown") << "140 % rule before";
}

// Mandataire = direct employment + 10 %.
TEST(national_scales, an_agent_costs_a_tenth_more_than_direct_employment) {
  for (const char* date : {"2024-06-01", "2025-01-01"}) {
    const fraction direct = euros_of(pch_tariff_on(pch_mode::direct_employment, day(date)).value().value);
    const decimal agent = round(direct * fraction::of(11, 10), 2, rounding_mode::half_up).value();
    EXPECT_EQ(pch_tariff_on(pch_mode::agent, day(date)).value().value, money::from_decimal(agent).value());
  }
}

TEST(national_scales, give_what_is_known_of_the_pension_fund_and_no_more) {
  EXPECT_EQ(shown(cnav_hourly_on(day("2023-12-31"))), "unknown");
  EXPECT_EQ(shown(cnav_hourly_on(day("2024-12-31"))), "26.30");
  EXPECT_EQ(shown(cnav_hourly_on(day("2025-01-01"))), "26.80");
  EXPECT_EQ(shown(cnav_hourly_on(day("2026-01-01"))), "unknown");
  const auto share = [](const char* euros) { return cnav_share_on(day("2025-05-01"), parse_money(euros).value()); };
  EXPECT_EQ(share("0").value(), percentage::from_percent(10));
  EXPECT_EQ(share("1034.28").value(), percentage::from_percent(10));
  EXPECT_EQ(share("1034.29").error(), error_code::missing);
  EXPECT_EQ(share("2281.00").error(), error_code::missing);
  EXPECT_EQ(share("2281.01").value(), percentage::from_percent(75));
  EXPECT_EQ(share("-1").error(), error_code::out_of_range);
  EXPECT_EQ(cnav_share_on(day("2024-05-01"), money()).error(), error_code::out_of_range);
  EXPECT_EQ(cnav_share_on(day("2026-05-01"), money()).error(), error_code::out_of_range);
}

// 0.453 and 0.9 × 1288.13; 1.615 × 1288.13 ÷ 2.
TEST(national_scales, give_the_ceilings_of_apa_beside_the_plan) {
  EXPECT_EQ(shown(apa_respite_ceiling_on(day("2026-03-01"))), "583.52");
  EXPECT_EQ(shown(apa_hospital_ceiling_on(day("2026-03-01"))), "1159.32");
  EXPECT_EQ(shown(apa_emergency_on(day("2026-03-01"))), "1040.16");
  EXPECT_EQ(shown(apa_respite_ceiling_on(day("2025-03-01"))), "573.77");
  EXPECT_EQ(shown(apa_respite_ceiling_on(day("2016-02-29"))), "unknown") << "created in March 2016";
  EXPECT_EQ(shown(apa_hospital_ceiling_on(day("2016-03-01"))), "992.77");  // 0.9 × 1103.08
  EXPECT_EQ(shown(apa_emergency_on(day("2016-02-29"))), "656.33");         // 1.19 × 1103.08 ÷ 2
  EXPECT_EQ(shown(apa_respite_ceiling_on(day("2027-01-01"))), "unknown");
  EXPECT_EQ(shown(apa_respite_ceiling_on(day("2027-01-01"), money::from_euros(1300))), "588.90");
}

TEST(national_scales, give_the_floor_below_which_apa_is_not_paid) {
  for (const auto& [date, euros] : std::vector<std::pair<const char*, const char*>>{{"2023-01-01", "33.81"},
                                                                                    {"2024-01-01", "34.95"},
                                                                                    {"2024-11-01", "35.64"},
                                                                                    {"2026-01-01", "36.06"},
                                                                                    {"2026-06-01", "36.93"}}) {
    EXPECT_EQ(to_string(apa_floor_on(day(date)).value()), euros) << date;
  }
  EXPECT_EQ(apa_floor_on(day("2004-06-30")).error(), error_code::out_of_range);
}

TEST(national_scales, are_constants) {
  static_assert(tariff_floor_on(local_date{20'089}).value_or({}).value == money::from_cents(2458));
  static_assert(cnav_share_on(local_date{20'089}, money::from_euros(1000)).value_or({}) ==
                percentage::from_percent(10));
}

}  // namespace
