// Every calculation with its question, its answer, what it does and which rules it reads: docs/calculations.md and
// schemas/json/calculation.schema.json follow from this list and from the descriptions of the members.
#pragma once

#include "exchange/calculation.hpp"
#include "exchange/calculation_money.hpp"
#include "exchange/calculation_oversight.hpp"
#include "exchange/calculation_visit.hpp"

namespace docs {

/// Calls `each.operator()<Question, Answer>(calculation, what, rules)` for every calculation.
template <class Each>
void for_each_calculation(Each&& each) {
  using namespace esppadom;
  using namespace esppadom::detail;
  each.template operator()<visit_time_question, visit_time_answer>(
      calculation::visit_time, "The billable time of a visit, and why it is not billed.",
      "the calendar, `stamps`, `duration`, `declarative`, `incompatible`");
  each.template operator()<declared_time_question, declared_time_answer>(
      calculation::declared_time, "Whether a retained period is a declared total of a month, and its time.",
      "`declarative`, `incompatible`");
  each.template operator()<extra_minutes_question, extra_minutes_answer>(
      calculation::extra_minutes, "Extra minutes of a visit as far as they are accepted.", "`extra_minutes`");
  each.template operator()<extra_minutes_left_question, seconds_answer>(
      calculation::extra_minutes_left, "What a monthly cap still takes of accepted extra minutes.", "none");
  each.template operator()<double_visit_question, seconds_answer>(
      calculation::double_visit,
      "What the second visit of a double still takes of a funder whose plan counts the slot once.", "none");
  each.template operator()<payable_share_question, payable_share_answer>(
      calculation::payable_share, "The share of the price that stays payable for a visit not made.",
      "`payable_share_pct`");
  each.template operator()<declarative_quota_question, declarative_quota_answer>(
      calculation::declarative_quota,
      "Whether more visits were declared than a quota lets; a share equal to it passes.", "none");
  each.template operator()<reduced_price_question, reduced_price_answer>(
      calculation::reduced_price, "A share of a price of an hour; refused where six decimals cannot hold it.", "none");
  each.template operator()<priced_visit_question, priced_visit_answer>(
      calculation::priced_visit, "The segments of a visit under its surcharges, and its price.",
      "the calendar, `funding.surcharges`");
  each.template operator()<split_visit_question, split_visit_answer>(
      calculation::split_visit, "A priced visit among its funders, exact and in cents.",
      "`funding` with `per_funder`, `smoothing`, `extra_minutes`, `invoicing.line_rounding`");
  each.template operator()<cents_question, cents_answer>(
      calculation::cents, "Exact lines in cents, their sum kept.",
      "`invoicing.line_rounding`, `invoicing.round_at`, `funding.residual_cent_to`");
  each.template operator()<vat_question, document_vat>(calculation::vat, "The VAT of a document.", "none");
  each.template operator()<fixed_participation_question, fixed_participation_answer>(
      calculation::fixed_participation, "A participation of a month taken off the shares of its lines.", "none");
  each.template operator()<participation_of_month_question, participation_of_month_answer>(
      calculation::participation_of_month, "What of a fixed participation a month counts.",
      "`smoothing.prorata`, the calendar");
  each.template operator()<covered_visits_question, covered_visits_answer>(
      calculation::covered_visits, "How much of each visit is covered, in clock order.",
      "`smoothing.split_at_ceiling`, `smoothing.crossing`");
  each.template operator()<smoothed_plan_question, smoothed_plan_answer>(
      calculation::smoothed_plan, "A plan counted in time over periods that follow each other, from an empty account.",
      "`smoothing`");
  each.template operator()<corrections_question, corrections_answer>(
      calculation::corrections, "Correction rates of visits, and what a rate above its threshold brings about.",
      "`correction`");
  each.template operator()<envelope_question, envelope_use>(
      calculation::envelope, "An amount beside the envelope of a contract.", "`invoicing.line_rounding`");
}

}  // namespace docs
