// National tariffs and ceilings by date: floor tariff, PCH, pension fund, extra ceilings of APA. Look-ups only: no rule
// set uses one by itself. Billing rules reference, sections 1, 6 and 7; sources beside each value in src/data/national.
#pragma once

#include <cstdint>
#include <optional>

#include "esppadom/billing/apa.hpp"
#include "esppadom/billing/national_data.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/fraction.hpp"
#include "esppadom/value/local_date.hpp"
#include "esppadom/value/money.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// By whom PCH human help is given, and what is paid for. A provider *with* a tariff has the département's: no national
/// amount.
enum class pch_mode : std::uint8_t {
  direct_employment,
  direct_employment_with_care_acts,
  agent,  ///< *mandataire*: direct employment + 10 %
  agent_with_care_acts,
  provider_without_tariff,    ///< or the agreement between service and département
  family_carer_working_less,  ///< compensation of a carer who gave up work for it
};

template <>
struct enum_names<pch_mode> {
  static constexpr enum_name<pch_mode> items[] = {
      {pch_mode::direct_employment, "direct_employment"},
      {pch_mode::direct_employment_with_care_acts, "direct_employment_with_care_acts"},
      {pch_mode::agent, "agent"},
      {pch_mode::agent_with_care_acts, "agent_with_care_acts"},
      {pch_mode::provider_without_tariff, "provider_without_tariff"},
      {pch_mode::family_carer_working_less, "family_carer_working_less"}};
};

namespace detail {

template <std::size_t Count>
constexpr result<national_amount> amount_on(const national_amount (&table)[Count], local_date day) {
  const national_amount* found = entry_on(table, day);
  if (found == nullptr || !found->value.is_valid()) return error_code::out_of_range;
  return *found;
}

// A multiple of an amount of euros, half-up to the cent.
constexpr result<national_amount> multiple(const national_factor* factor, const fraction& of) {
  if (factor == nullptr) return error_code::out_of_range;
  decimal euros;
  const auto error = round(fraction(factor->value) * of, 2, rounding_mode::half_up).get(euros);
  if (error != error_code::success) return error;
  money cents;
  if (const error_code e = money::from_decimal(euros).get(cents); e != error_code::success) return e;
  return national_amount{factor->from, cents, factor->evidence};
}

}  // namespace detail

/// The floor tariff of an hour (CASF L314-2-1; known until 2025, 2026 inferred, medium). Errors: out_of_range before
/// 2022 and from 2027 on. Example: 2025-06-01 → 24.58 €.
constexpr result<national_amount> tariff_floor_on(local_date day) {
  return detail::amount_on(national_data::tariff_floor, day);
}

/// The PCH tariff of an hour. Errors: out_of_range for a day whose amount is not known. Example: direct employment on
/// 2025-03-01 → 19.34 €.
constexpr result<national_amount> pch_tariff_on(pch_mode mode, local_date day) {
  switch (mode) {
    case pch_mode::direct_employment:
      return detail::amount_on(national_data::pch_direct_employment, day);
    case pch_mode::direct_employment_with_care_acts:
      return detail::amount_on(national_data::pch_direct_employment_with_care_acts, day);
    case pch_mode::agent:
      return detail::amount_on(national_data::pch_agent, day);
    case pch_mode::agent_with_care_acts:
      return detail::amount_on(national_data::pch_agent_with_care_acts, day);
    case pch_mode::provider_without_tariff:
      return detail::amount_on(national_data::pch_provider_without_tariff, day);
    case pch_mode::family_carer_working_less:
      return detail::amount_on(national_data::pch_family_carer_working_less, day);
  }
  return error_code::out_of_range;
}

/// What the pension fund CNAV pays of an hour, metropolitan France, working days (known). Errors: out_of_range before
/// 2024 and from 2026 on. Example: 2025-02-01 → 26.80 €.
constexpr result<national_amount> cnav_hourly_on(local_date day) {
  return detail::amount_on(national_data::cnav_hourly, day);
}

/// The share of an hour that a retiree living alone pays, where the scale is known: its lowest and its highest band
/// (inferred, low). Errors: out_of_range for a year without data; missing for resources in the bands between, which are
/// not published. Examples (2025): 1 034.28 € → 10 %, 2 281.01 € → 75 %, 1 034.29 € → missing.
constexpr result<percentage> cnav_share_on(local_date day, money resources) {
  const cnav_share_limits* limits = entry_on(national_data::cnav_shares, day);
  if (limits == nullptr || !limits->lowest_up_to.is_valid() || !(resources >= money())) return error_code::out_of_range;
  if (resources <= limits->lowest_up_to) return limits->lowest;
  if (resources > limits->highest_above) return limits->highest;
  return error_code::missing;
}

/// APA for the carer's respite, at most in a year: 0.453 MTP (known [MTP of 1 January, inferred, high]). `mtp` replaces
/// the table's. Errors: out_of_range before March 2016 and where the MTP is not known. Example: 2026 → 583.52 €.
constexpr result<national_amount> apa_respite_ceiling_on(local_date day, std::optional<money> mtp = std::nullopt) {
  apa_scale scale;
  if (const error_code e = apa_scale_on(day, mtp).get(scale); e != error_code::success) return e;
  return detail::multiple(entry_on(national_data::apa_respite_per_year, day), euros_of(scale.mtp));
}

/// APA while the carer is in hospital, at most each time: 0.9 MTP. Errors: as above. Example: 2026 → 1 159.32 €.
constexpr result<national_amount> apa_hospital_ceiling_on(local_date day, std::optional<money> mtp = std::nullopt) {
  apa_scale scale;
  if (const error_code e = apa_scale_on(day, mtp).get(scale); e != error_code::success) return e;
  return detail::multiple(entry_on(national_data::apa_carer_in_hospital, day), euros_of(scale.mtp));
}

/// Emergency APA of a month: half of the ceiling of GIR 1, unrounded before the halving. Errors: as above. Example:
/// 2026 → 1 040.16 €.
constexpr result<national_amount> apa_emergency_on(local_date day, std::optional<money> mtp = std::nullopt) {
  apa_scale scale;
  if (const error_code e = apa_scale_on(day, mtp).get(scale); e != error_code::success) return e;
  return detail::multiple(entry_on(national_data::apa_emergency, day),
                          fraction(scale.ceilings.of_gir[0]) * euros_of(scale.mtp));
}

/// APA below this amount a month is not paid: three hours of the gross SMIC of the day (D232-31, known). Errors:
/// out_of_range before July 2004. Example: 2026-02-01 → 36.06 €.
constexpr result<money> apa_floor_on(local_date day) {
  const dated_amount* smic = entry_on(apa_data::smic, day);
  if (smic == nullptr || !smic->value.is_valid()) return error_code::out_of_range;
  decimal euros;
  const auto error =
      round(euros_of(smic->value) * fraction(apa_data::floor_hours), 2, rounding_mode::half_up).get(euros);
  if (error != error_code::success) return error;
  return money::from_decimal(euros);
}

}  // namespace esppadom::inline ESPPADOM_ABI
