// docs/calculations.md: the members of every question that `calculate` answers, and of its answer.
#include <iostream>
#include <string>
#include <string_view>

#include "documents.hpp"
#include "exchange/calculation.hpp"
#include "exchange/calculation_money.hpp"
#include "exchange/calculation_oversight.hpp"
#include "exchange/calculation_visit.hpp"

namespace {

using namespace esppadom;

template <class T>
std::string type_text() {
  if constexpr (is_optional<T>::value) {
    return type_text<typename T::value_type>();
  } else if constexpr (is_vector<T>::value) {
    return type_text<typename T::value_type>();
  } else if constexpr (std::is_same_v<T, bool>) {
    return "true or false";
  } else if constexpr (std::is_integral_v<T>) {
    return "whole number";
  } else if constexpr (std::is_enum_v<T>) {
    std::string out;
    for (const auto& item : enum_names<T>::items)
      out += (out.empty() ? "`" : ", `") + std::string(item.name) + "`";
    return out;
  } else if constexpr (std::is_same_v<T, duration>) {
    return "seconds";
  } else if constexpr (std::is_same_v<T, exact_duration>) {
    return "seconds, exact";
  } else if constexpr (std::is_same_v<T, money>) {
    return "euros and cents";
  } else if constexpr (std::is_same_v<T, exact_amount>) {
    return "euros, exact";
  } else if constexpr (std::is_same_v<T, fraction>) {
    return "fraction";
  } else if constexpr (std::is_same_v<T, unit_price>) {
    return "euros, six decimals";
  } else if constexpr (std::is_same_v<T, percentage>) {
    return "percent";
  } else if constexpr (std::is_same_v<T, decimal>) {
    return "decimal";
  } else if constexpr (std::is_same_v<T, local_date>) {
    return "date";
  } else if constexpr (std::is_same_v<T, local_month>) {
    return "month";
  } else if constexpr (std::is_same_v<T, local_time>) {
    return "time";
  } else if constexpr (described<T>) {
    return "object";
  } else {
    return "text";
  }
}

template <class T>
struct content {
  using type = T;
};
template <class T>
requires(is_optional<T>::value || is_vector<T>::value) struct content<T> {
  using type = typename content<typename T::value_type>::type;
};

template <described T>
void print_members(const std::string& prefix) {
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    const auto path = prefix + std::string(key_of(entry)) + (is_vector<type>::value ? "[]" : "");
    const bool optional = is_optional<type>::value;
    std::cout << "| `" << path << "` | " << type_text<type>() << (optional ? ", optional" : "") << " | " << entry.label
              << " |\n";
    using inner = typename content<type>::type;
    if constexpr (described<inner>) print_members<inner>(path + ".");
  });
}

template <class Question, class Answer>
void print(calculation of, std::string_view what, std::string_view rules) {
  std::cout << "\n## `" << name_of(of) << "`\n\n" << what << " Rules: " << rules << ".\n\n";
  std::cout << "| question | value | French label |\n|---|---|---|\n";
  print_members<Question>({});
  std::cout << "\n| answer | value | French label |\n|---|---|---|\n";
  print_members<Answer>({});
}

}  // namespace

namespace docs {

void print_calculations() {
  using namespace esppadom::detail;
  std::cout << generated_mark << R"(# Single rules

One rule applied to the values of a question: `calculate` in C++ (`exchange/calculate.hpp`), `esppadom_calculate` in C,
`esppadom.calculate` in Python, `Esppadom.calculate` in Java. A question is a JSON object, the answer canonical JSON
(`esppadom/calculation/1`) with `schema`, `of` and the members below, the same bytes in every language. The rules are
those of a rule book for somebody on a day; without a book every rule is neutral.

Decimals are texts or numbers and never pass through binary floating point; exact values may be fractions ("385/12").
An optional member may be left out; any other must be there, and one that is not listed is an error with its place. In
answers seconds that are not whole are rounded half up, with the fraction beside them under the key with `_exact`; an
amount that begins with `~` lies at or a hair above that fraction; what is not there is null. The vectors of [tests/vectors](../tests/vectors) put these questions in every language.

```python
import esppadom

esppadom.calculate("vat", {"prices_include_tax": True, "amounts": [{"amount": "10.00", "rate": "5.5"}]})["net"]  # ['9.48']
```
)";
  print<visit_time_question, visit_time_answer>(calculation::visit_time,
                                                "The billable time of a visit, and why it is not billed.",
                                                "the calendar, `stamps`, `duration`, `declarative`, `incompatible`");
  print<declared_time_question, declared_time_answer>(
      calculation::declared_time, "Whether a retained period is a declared total of a month, and its time.",
      "`declarative`, `incompatible`");
  print<extra_minutes_question, extra_minutes_answer>(
      calculation::extra_minutes, "Extra minutes of a visit as far as they are accepted.", "`extra_minutes`");
  print<extra_minutes_left_question, seconds_answer>(
      calculation::extra_minutes_left, "What a monthly cap still takes of accepted extra minutes.", "none");
  print<double_visit_question, seconds_answer>(
      calculation::double_visit,
      "What the second visit of a double still takes of a funder whose plan counts the slot once.", "none");
  print<payable_share_question, payable_share_answer>(calculation::payable_share,
                                                      "The share of the price that stays payable for a visit not made.",
                                                      "`payable_share_pct`");
  print<declarative_quota_question, declarative_quota_answer>(
      calculation::declarative_quota,
      "Whether more visits were declared than a quota lets; a share equal to it passes.", "none");
  print<reduced_price_question, reduced_price_answer>(
      calculation::reduced_price, "A share of a price of an hour; refused where six decimals cannot hold it.", "none");
  print<split_visit_question, split_visit_answer>(
      calculation::split_visit, "A priced visit among its funders, exact and in cents.",
      "`funding` with `per_funder`, `smoothing`, `extra_minutes`, `invoicing.line_rounding`");
  print<cents_question, cents_answer>(calculation::cents, "Exact lines in cents, their sum kept.",
                                      "`invoicing.line_rounding`, `invoicing.round_at`, `funding.residual_cent_to`");
  print<vat_question, document_vat>(calculation::vat, "The VAT of a document.", "none");
  print<fixed_participation_question, fixed_participation_answer>(
      calculation::fixed_participation, "A participation of a month taken off the shares of its lines.", "none");
  print<participation_of_month_question, participation_of_month_answer>(calculation::participation_of_month,
                                                                        "What of a fixed participation a month counts.",
                                                                        "`smoothing.prorata`, the calendar");
  print<covered_visits_question, covered_visits_answer>(calculation::covered_visits,
                                                        "How much of each visit is covered, in clock order.",
                                                        "`smoothing.split_at_ceiling`, `smoothing.crossing`");
  print<smoothed_plan_question, smoothed_plan_answer>(
      calculation::smoothed_plan, "A plan counted in time over periods that follow each other, from an empty account.",
      "`smoothing`");
  print<corrections_question, corrections_answer>(
      calculation::corrections, "Correction rates of visits, and what a rate above its threshold brings about.",
      "`correction`");
  print<envelope_question, envelope_use>(calculation::envelope, "An amount beside the envelope of a contract.",
                                         "`invoicing.line_rounding`");
}

}  // namespace docs
