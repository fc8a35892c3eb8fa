// Single rules as questions and answers in JSON, one function for whoever calls from another language, checks another
// software or looks up what one rule does: a visit's time and price, its split among funders, cents, VAT, rates and
// penalties. docs/calculations.md lists the members of every question and answer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "esppadom/export.hpp"
#include "esppadom/rules/rule_book.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/result.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The rules that can be applied to the values of a question.
enum class calculation : std::uint8_t {
  visit_time,              ///< the billable time of a visit, by `stamps`, `duration`, `declarative`, `incompatible`
  declared_time,           ///< the time of a declared total of a month
  extra_minutes,           ///< extra minutes of a visit, by `extra_minutes`
  extra_minutes_left,      ///< what a monthly cap still takes of them
  double_visit,            ///< what the second visit of a double still takes of a funder
  payable_share,           ///< the share of the price for a visit that was not made, by `payable_share_pct`
  declarative_quota,       ///< whether too many visits were declared
  reduced_price,           ///< a share of a price of an hour
  priced_visit,            ///< the segments of a visit and its price, by the calendar and `funding.surcharges`
  split_visit,             ///< a priced visit among its funders, by `funding`, `smoothing`, `extra_minutes`
  cents,                   ///< exact lines in cents, by `invoicing` and `funding.residual_cent_to`
  vat,                     ///< the VAT of a document
  fixed_participation,     ///< a participation of a month taken off its lines
  participation_of_month,  ///< what of it a month counts, by `smoothing.prorata`
  covered_visits,          ///< visits against what a plan covers, by `smoothing`
  smoothed_plan,           ///< a plan over its periods, by `smoothing`
  corrections,             ///< correction rates and their penalty, by `correction`
  envelope,                ///< an amount beside the envelope of a contract
};

template <>
struct enum_names<calculation> {
  static constexpr enum_name<calculation> items[] = {{calculation::visit_time, "visit_time"},
                                                     {calculation::declared_time, "declared_time"},
                                                     {calculation::extra_minutes, "extra_minutes"},
                                                     {calculation::extra_minutes_left, "extra_minutes_left"},
                                                     {calculation::double_visit, "double_visit"},
                                                     {calculation::payable_share, "payable_share"},
                                                     {calculation::declarative_quota, "declarative_quota"},
                                                     {calculation::reduced_price, "reduced_price"},
                                                     {calculation::priced_visit, "priced_visit"},
                                                     {calculation::split_visit, "split_visit"},
                                                     {calculation::cents, "cents"},
                                                     {calculation::vat, "vat"},
                                                     {calculation::fixed_participation, "fixed_participation"},
                                                     {calculation::participation_of_month, "participation_of_month"},
                                                     {calculation::covered_visits, "covered_visits"},
                                                     {calculation::smoothed_plan, "smoothed_plan"},
                                                     {calculation::corrections, "corrections"},
                                                     {calculation::envelope, "envelope"}};
};

/// Applies a rule to the values of a question, a JSON object, under the rules that hold for `whom` on its date (an
/// empty book: neutral rules). The answer is canonical JSON, esppadom/calculation/1, indented, with a line end:
/// durations in seconds, euros as "21.23", exact values as fractions "385/12". `found` receives what is wrong in the
/// question. Errors: those of JSON; invalid_value for a question that lacks a member, has another, or one of a wrong
/// form; out_of_range for values no rule is made for, below 0 for example; those of the rule. Example: vat of
/// {"prices_include_tax": true, "amounts": [{"amount": "10.00", "rate": "5.5"}]} → net 9.48, VAT 0.52.
ESPPADOM_API result<std::string> calculate(calculation of, std::string_view question, const rule_book& rules,
                                           const rule_query& whom, findings& found);

}  // namespace esppadom::inline ESPPADOM_ABI
