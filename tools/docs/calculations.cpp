// docs/calculations.md: the members of every question that `calculate` answers, and of its answer.
#include <iostream>
#include <string>
#include <string_view>

#include "calculation_list.hpp"
#include "documents.hpp"

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
  std::cout << generated_mark << R"(# Single rules

One rule applied to the values of a question: `calculate` in C++ (`exchange/calculate.hpp`), `esppadom_calculate` in C,
`esppadom.calculate` in Python, `Esppadom.calculate` in Java. A question is a JSON object, the answer canonical JSON
([`esppadom/calculation/1`](../schemas/json/calculation.schema.json)) with `schema`, `of` and the members below, the same bytes in every language. The rules are
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
  for_each_calculation([]<class Question, class Answer>(calculation of, std::string_view what, std::string_view rules) {
    print<Question, Answer>(of, what, rules);
  });
}

}  // namespace docs
