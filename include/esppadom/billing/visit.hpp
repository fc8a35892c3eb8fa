// A visit as billing sees it: the facts a DELIVERY and the circumstances leave once names and addresses are put aside,
// and the segments that pricing makes of it. Everything from `stamps` to `invoicing` speaks in these types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "esppadom/message/description.hpp"
#include "esppadom/value/decimal.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_amount.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_time.hpp"
#include "esppadom/value/percentage.hpp"
#include "esppadom/value/unit_price.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A time between two instants of French civil time.
struct interval {
  local_time start;
  local_time end;

  friend bool operator==(const interval&, const interval&) = default;
};

template <>
inline constexpr auto description<interval> = fields(field<&interval::start>("début"), field<&interval::end>("fin"));

/// How a visit's times came about (billing rules reference, section 2a, steps 10 and 11). The first ten are given by
/// the correction code, the last two only by the evidence.
enum class visit_class : std::uint8_t {
  stamped,          ///< both stamps valid
  start_corrected,  ///< arrival not stamped (COA)
  end_corrected,    ///< departure not stamped (COD)
  both_corrected,   ///< neither stamp valid (CO2)
  created,          ///< created without stamps (CRE)
  data_changed,     ///< changed otherwise than in its times (MDT)
  deleted,          ///< withdrawn (SUP)
  stamp_only,       ///< raw stamps, the retained period says nothing (HOR)
  declarative,      ///< entered by hand on an accepted attendance sheet
  rejected,         ///< not paid
  not_probative,    ///< evidence: identified by a method that proves nothing
  times_changed,    ///< evidence: the retained period is not what the stamps give
};

template <>
struct enum_names<visit_class> {
  static constexpr enum_name<visit_class> items[] = {{visit_class::stamped, "STAMPED"},
                                                     {visit_class::start_corrected, "START_CORRECTED"},
                                                     {visit_class::end_corrected, "END_CORRECTED"},
                                                     {visit_class::both_corrected, "BOTH_CORRECTED"},
                                                     {visit_class::created, "CREATED"},
                                                     {visit_class::data_changed, "DATA_CHANGED"},
                                                     {visit_class::deleted, "DELETED"},
                                                     {visit_class::stamp_only, "STAMP_ONLY"},
                                                     {visit_class::declarative, "DECLARATIVE"},
                                                     {visit_class::rejected, "REJECTED"},
                                                     {visit_class::not_probative, "NOT_PROBATIVE"},
                                                     {visit_class::times_changed, "TIMES_CHANGED"}};
};

/// Why a visit, or part of it, is not billed. A visit with such a reason is listed, never dropped.
enum class unbilled_reason : std::uint8_t {
  none,                        ///< it is billed
  planned_time_missing,        ///< a rule in force needs the planned time and nothing gives it
  time_missing,                ///< neither stamps, nor a retained period, nor a policy give both sides
  time_does_not_exist,         ///< a side falls in the hour skipped in spring
  time_ambiguous,              ///< a side falls in the hour repeated in autumn and the rule set rejects such times
  end_before_start,            ///< the visit ends before it starts, or lasts longer than pairing allows
  stamp_missing,               ///< the rule set rejects visits with that side missing
  outside_tolerance,           ///< too early, too late or too far from the home
  caregiver_conflict,          ///< the same caregiver was elsewhere
  same_visit_two_ids,          ///< the same visit under a second id
  stamp_only,                  ///< raw stamps that belong to no visit
  deleted,                     ///< withdrawn by its producer
  planned_only,                ///< announced, not performed
  cancelled,                   ///< cancelled, and the rule set bills such visits to nobody
  no_order_line,               ///< no order covers it
  several_order_lines,         ///< more than one order could cover it
  no_price,                    ///< neither the order line nor the rule book gives a price
  price_over_tariff,           ///< the provider's price exceeds the tariff and the rule set forbids it
  over_plan,                   ///< excess above the plan that the rule set rejects
  extra_minutes_without_code,  ///< extra minutes without code, reason, author or bearer
  unit_not_supported,          ///< billed in a unit that no built family handles
  not_approved,                ///< needs an approval it does not have
  after_month,                 ///< later than the month that is billed
  zero_duration,               ///< nothing is left after rounding
  arithmetic,                  ///< an amount or a duration beyond what the library can hold
  rule_conflict,               ///< rules in force contradict each other, or name something unknown
  identifier_missing,          ///< the message does not say whose visit it is
  time_barred,                 ///< billed for the first time after `time_bar_months`
  after_cutoff,                ///< came after the day of the cut-off: the next run takes it
  correction_too_late,         ///< corrected after `correction_deadline_days`
  rejected_by_payer,           ///< the payer refused it and it was not sent again
  no_planned_visit,            ///< stamped when no visit was planned
  beneficiary_conflict,        ///< another caregiver was there, and the rule set rejects that
  merged,                      ///< billed with the consecutive visit it continues
  double_visit,                ///< of two caregivers on one slot, the rule set pays the slot once
  payable_share_missing,       ///< did not take place as foreseen, and the rule set gives no share for that reason
  proof_missing,               ///< declared without the proof that the rule set asks for
  unknown_code,                ///< `stamps.code_map` does not name its correction code
};

template <>
struct enum_names<unbilled_reason> {
  static constexpr enum_name<unbilled_reason> items[] = {
      {unbilled_reason::none, "NONE"},
      {unbilled_reason::planned_time_missing, "PLANNED_TIME_MISSING"},
      {unbilled_reason::time_missing, "TIME_MISSING"},
      {unbilled_reason::time_does_not_exist, "TIME_DOES_NOT_EXIST"},
      {unbilled_reason::time_ambiguous, "TIME_AMBIGUOUS"},
      {unbilled_reason::end_before_start, "END_BEFORE_START"},
      {unbilled_reason::stamp_missing, "STAMP_MISSING"},
      {unbilled_reason::outside_tolerance, "OUTSIDE_TOLERANCE"},
      {unbilled_reason::caregiver_conflict, "CAREGIVER_CONFLICT"},
      {unbilled_reason::same_visit_two_ids, "SAME_VISIT_TWO_IDS"},
      {unbilled_reason::stamp_only, "STAMP_ONLY"},
      {unbilled_reason::deleted, "DELETED"},
      {unbilled_reason::planned_only, "PLANNED_ONLY"},
      {unbilled_reason::cancelled, "CANCELLED"},
      {unbilled_reason::no_order_line, "NO_ORDER_LINE"},
      {unbilled_reason::several_order_lines, "SEVERAL_ORDER_LINES"},
      {unbilled_reason::no_price, "NO_PRICE"},
      {unbilled_reason::price_over_tariff, "PRICE_OVER_TARIFF"},
      {unbilled_reason::over_plan, "OVER_PLAN"},
      {unbilled_reason::extra_minutes_without_code, "EXTRA_MINUTES_WITHOUT_CODE"},
      {unbilled_reason::unit_not_supported, "UNIT_NOT_SUPPORTED"},
      {unbilled_reason::not_approved, "NOT_APPROVED"},
      {unbilled_reason::after_month, "AFTER_MONTH"},
      {unbilled_reason::zero_duration, "ZERO_DURATION"},
      {unbilled_reason::arithmetic, "ARITHMETIC"},
      {unbilled_reason::rule_conflict, "RULE_CONFLICT"},
      {unbilled_reason::identifier_missing, "IDENTIFIER_MISSING"},
      {unbilled_reason::time_barred, "TIME_BARRED"},
      {unbilled_reason::after_cutoff, "AFTER_CUTOFF"},
      {unbilled_reason::correction_too_late, "CORRECTION_TOO_LATE"},
      {unbilled_reason::rejected_by_payer, "REJECTED_BY_PAYER"},
      {unbilled_reason::no_planned_visit, "NO_PLANNED_VISIT"},
      {unbilled_reason::beneficiary_conflict, "BENEFICIARY_CONFLICT"},
      {unbilled_reason::merged, "MERGED"},
      {unbilled_reason::double_visit, "DOUBLE_VISIT"},
      {unbilled_reason::payable_share_missing, "PAYABLE_SHARE_MISSING"},
      {unbilled_reason::proof_missing, "PROOF_MISSING"},
      {unbilled_reason::unknown_code, "UNKNOWN_CODE"}};
};

/// The times known of one visit: what stamps and duration work on.
struct visit_times {
  std::optional<local_time> arrival;    ///< certified
  std::optional<local_time> departure;  ///< certified
  std::optional<interval> retained;     ///< as the producer sent it
  std::optional<interval> planned;
  std::optional<duration> day_rest{};  ///< what is left of the day's plan; none = the visit stands alone

  friend bool operator==(const visit_times&, const visit_times&) = default;
};

/// What makes a price differ from the base price on some minutes.
enum class surcharge_kind : std::uint8_t {
  none,
  saturday,
  sunday,
  public_holiday,
  first_of_january,
  first_of_may,
  christmas,
  evening,
  custom,
};

template <>
struct enum_names<surcharge_kind> {
  static constexpr enum_name<surcharge_kind> items[] = {{surcharge_kind::none, "NONE"},
                                                        {surcharge_kind::saturday, "SATURDAY"},
                                                        {surcharge_kind::sunday, "SUNDAY"},
                                                        {surcharge_kind::public_holiday, "PUBLIC_HOLIDAY"},
                                                        {surcharge_kind::first_of_january, "FIRST_OF_JANUARY"},
                                                        {surcharge_kind::first_of_may, "FIRST_OF_MAY"},
                                                        {surcharge_kind::christmas, "CHRISTMAS"},
                                                        {surcharge_kind::evening, "EVENING"},
                                                        {surcharge_kind::custom, "CUSTOM"}};
};

/// The kind of day a segment lies on; a funder may have a rate of its own for each.
enum class day_class : std::uint8_t { weekday, saturday, sunday, public_holiday, evening };

template <>
struct enum_names<day_class> {
  static constexpr enum_name<day_class> items[] = {{day_class::weekday, "weekday"},
                                                   {day_class::saturday, "saturday"},
                                                   {day_class::sunday, "sunday"},
                                                   {day_class::public_holiday, "public_holiday"},
                                                   {day_class::evening, "evening"}};
};

/// Why the beneficiary pays a part of the price.
enum class beneficiary_reason : std::uint8_t {
  participation,
  over_tariff,    ///< provider's price above the funder's tariff
  over_plan,      ///< above what plan and carried minutes cover
  extra_minutes,  ///< minutes a manager added, borne by the beneficiary
  cancelled,      ///< a cancelled visit that the rule set bills to the beneficiary
  not_funded,     ///< no funder pays on that day
  surcharge,      ///< surcharges the funder does not bear
};
inline constexpr std::size_t beneficiary_reason_count = 7;

template <>
struct enum_names<beneficiary_reason> {
  static constexpr enum_name<beneficiary_reason> items[] = {
      {beneficiary_reason::participation, "PARTICIPATION"}, {beneficiary_reason::over_tariff, "OVER_TARIFF"},
      {beneficiary_reason::over_plan, "OVER_PLAN"},         {beneficiary_reason::extra_minutes, "EXTRA_MINUTES"},
      {beneficiary_reason::cancelled, "CANCELLED"},         {beneficiary_reason::not_funded, "NOT_FUNDED"},
      {beneficiary_reason::surcharge, "SURCHARGE"}};
};

/// A part of a priced visit with one unit price and one surcharge. Smoothing and funding cut segments, they never
/// reprice them. Extra minutes are a last segment at the base price.
/// What a surcharge is made of where several kinds add up; what is not of these is of the custom window.
struct surcharge_parts {
  percentage on_date;     ///< of a public holiday, 1 January, 1 May or 25 December
  percentage on_weekday;  ///< of Saturday or Sunday
  percentage evening;

  friend constexpr bool operator==(const surcharge_parts&, const surcharge_parts&) = default;
};

struct segment {
  exact_duration time;
  unit_price price;      ///< of one hour, without surcharge
  percentage surcharge;  ///< 20 % = price × 1.20; all that apply, combined by the rule set's policy
  surcharge_kind kind = surcharge_kind::none;  ///< the reason of the surcharge; the strongest when several cumulate
  day_class day = day_class::weekday;
  local_date date;  ///< the day the minutes belong to (`attribution`)
  bool extra_minutes = false;
  std::uint8_t lot = 0;     ///< on which terms of a lot it is billed, from 1 on; 0 = the visit's own
  surcharge_parts parts{};  ///< of the surcharge; nothing where it has one kind

  friend bool operator==(const segment&, const segment&) = default;
};

/// The exact price of a segment, surcharge included.
constexpr exact_amount price_of(const segment& part) {
  // Nearly every segment is whole seconds without surcharge: the short way gives the same.
  const result<duration> whole = part.time.whole_seconds();
  const exact_amount plain_price = whole.has_value() ? *whole * part.price : part.time * part.price;
  if (part.surcharge == percentage()) return plain_price;
  return plain_price * (percentage::from_e4(1'000'000) + part.surcharge);
}

}  // namespace esppadom::inline ESPPADOM_ABI
