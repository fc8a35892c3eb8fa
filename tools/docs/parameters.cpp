// docs/rules/parameters.md: every parameter of a rule file.

#include <array>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <type_traits>

#include "documents.hpp"
#include "esppadom/exchange/rule_report.hpp"
#include "esppadom/rules/choice_texts.hpp"
#include "esppadom/rules/rule_set.hpp"
#include "exchange/json_write.hpp"

namespace docs {

using namespace esppadom;

namespace {

template <class T>
std::string json_of(const T& value, parameter_unit unit) {
  std::string out;
  detail::json_writer to(out, json_layout::compact);
  detail::write_value(to, value, json_absent::shown, unit);
  return out;
}

template <class Enumeration>
std::string choices_of(std::uint64_t built) {
  std::string out;
  std::string shut;
  for (const auto& item : enum_names<Enumeration>::items) {
    const bool open = built >> static_cast<unsigned>(item.value) & 1U;
    (open ? out : shut) += (open ? " " : " ~~") + code(item.name) + (open ? "" : "~~");
  }
  return (out + shut).substr(1);
}

template <class Entry>
std::string range_of(const Entry& entry) {
  if (entry.choice_count > 0) {
    std::string out;
    for (std::uint8_t i = 0; i < entry.choice_count; ++i)
      out += (i == 0 ? "" : ", ") + std::to_string(entry.choices.at(i));
    return out;
  }
  const bool bounded = entry.minimum > -(std::int64_t{1} << 61) && entry.maximum < (std::int64_t{1} << 61);
  return bounded ? std::to_string(entry.minimum) + " to " + std::to_string(entry.maximum) : "number";
}

// What the bare members of a keyed or described element look like in the same table.
struct plain_entry {
  std::string_view label;
  standing evidence = standing::open;
  parameter_unit unit = parameter_unit::none;
  std::int64_t minimum = std::int64_t{-1} << 62;
  std::int64_t maximum = std::int64_t{1} << 62;
  bool neutral_only = false;
  std::uint64_t built = ~std::uint64_t{0};
  std::array<std::int64_t, 8> choices{};
  std::uint8_t choice_count = 0;
};

template <class Entry>
auto entry_for_table(const Entry& entry) {
  if constexpr (requires { entry.neutral_only; }) {
    return entry;
  } else {
    return plain_entry{entry.label, entry.evidence};
  }
}

template <class Value, class Entry>
std::string values_of(const Entry& entry);

template <class Member, class Entry>
std::string column_of_values(const Entry& entry);

/// "key: value" of a list that JSON writes as an object.
template <class Value>
std::string columns_of_pair() {
  std::string out;
  for_each_member<Value>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    out +=
        (out.empty() ? "" : " → ") + std::string(entry.label) + ", " + column_of_values<type>(entry_for_table(entry));
  });
  return out;
}

/// What a key takes, `null` and lists apart.
template <class Value, class Entry>
std::string values_of(const Entry& entry) {
  if constexpr (std::is_same_v<Value, bool>) {
    return "`true` `false`";
  } else if constexpr (std::is_enum_v<Value>) {
    return choices_of<Value>(entry.built);
  } else if constexpr (std::is_same_v<Value, std::string>) {
    return "text";
  } else if constexpr (std::is_same_v<Value, local_date>) {
    return "date";
  } else if constexpr (std::is_same_v<Value, local_month>) {
    return "month";
  } else if constexpr (std::is_same_v<Value, time_of_day>) {
    return "`hh:mm`";
  } else if constexpr (keyed_entry<Value>) {
    return "object: " + columns_of_pair<Value>();
  } else if constexpr (described<Value>) {
    return "object with the keys below";
  } else {
    return range_of(entry);
  }
}

template <class Member, class Entry>
std::string column_of_values(const Entry& entry) {
  using value = value_of_t<Member>;
  std::string out = values_of<value>(entry);
  if constexpr (is_vector<Member>::value && !keyed_entry<value>) {
    out = described<value> ? "list of objects with the keys below" : "list of " + out;
  }
  if constexpr (is_optional<Member>::value) out += " or `null`";
  return out;
}

template <class T>
void print_rows(const T& neutral, const std::string& prefix, bool shut, bool in_list);

template <class Member, class Entry>
void print_row(const Member& neutral, const std::string& name, const Entry& given, bool shut, bool in_list) {
  const auto entry = entry_for_table(given);
  shut = shut || entry.neutral_only;
  std::cout << "| " << code(name) << " | " << entry.label << " | " << column_of_values<Member>(entry) << " | "
            << symbol_of(entry.unit) << " | ";
  if (!in_list) {
    const std::string value = json_of(neutral, entry.unit);
    std::cout << (value.size() > 80 ? "see below" : code(value));
  }
  std::cout << " | " << name_of(entry.evidence) << " | " << (shut ? "**no**" : "yes") << " |\n";
  using value = value_of_t<Member>;
  if constexpr (described<value> && !keyed_entry<value>) {
    const bool has_neutral_values = merged_by_name<value>;
    print_rows(value{}, name + (is_vector<Member>::value ? "[]." : "."), shut, !has_neutral_values);
  }
}

template <class T>
void print_rows(const T& neutral, const std::string& prefix, bool shut, bool in_list) {
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    const std::string name = prefix + std::string(key_of(entry));
    const type& value = neutral.*(Entry::member);
    if constexpr (described<type>) {
      print_rows(value, name + ".", shut, in_list);
    } else {
      print_row(value, name, entry, shut, in_list);
    }
  });
}

// The choices of each key that has some, with what they mean.
template <class T>
std::string rows_of_choices(const std::string& prefix) {
  std::string out;
  for_each_member<T>([&]<class Entry>(const Entry& entry) {
    using type = member_type<Entry::member>;
    using value = value_of_t<type>;
    const std::string name = prefix + std::string(key_of(entry));
    if constexpr (std::is_enum_v<value>) {
      std::string_view key = name;
      for (const auto& item : enum_names<value>::items) {
        out += "| " + (key.empty() ? std::string() : code(key)) + " | " + code(item.name) + " | " +
               std::string(text_of_choice(item.value)) + " |\n";
        key = {};
      }
    } else if constexpr (described<value> && !keyed_entry<value>) {
      out += rows_of_choices<value>(name + (is_vector<type>::value ? "[]." : "."));
    }
  });
  return out;
}

}  // namespace

void print_parameters() {
  std::cout << generated_mark << R"(# Parameters of a rule file

Every key that a rule file may set. A key that is absent leaves its value to the less specific scopes and at the end to
the neutral value below. *Neutral* is not *standard*: no national text fixes these rules, so the neutral value of a key
whose standing is open is a technical default without authority. The meaning of each key stands in the
[billing rules reference](../reference/billing-rules.md).

- **Values**: what may be written. ~~Struck out~~: known, but this version cannot apply it.
- **Unit**: the unit of the number in the file. Decimals may be written as text (`"24.58"`) or number.
- **Standing**: how well the rule is evidenced: known from a public source, inferred (with the confidence), or open.
- **Choices**: what each named value means stands below each table, as the JSON Schema shows it to editors.
- **Built**: *no* means that only the neutral value may be set; anything else is an error when the file is loaded.

Beside these keys a rule set has `id`, `version` (a number), `valid_from` and `valid_to` (dates, both inclusive, `null`
= open), `scope` (`level` and the identifiers `departement`, `funder`, `provider`, `service`, `beneficiary`) and `source`
(`text`, `url`). A file is one rule set, `{"rule_set": {…}}`, or a book, `{"id": "…", "rule_sets": [{…}, …]}`.
)";
  const rule_set neutral;
  for_each_member<rule_set>([&]<class Entry>(const Entry& group) {
    const std::string_view key = key_of(group);
    std::cout << "\n## " << (key.empty() ? "At the top level" : code(key)) << ": " << group.label << "\n\n"
              << "| key | French label | values | unit | neutral | standing | built |\n|---|---|---|---|---|---|---|\n";
    print_rows(neutral.*(Entry::member), "", false, false);
    const auto choices = rows_of_choices<member_type<Entry::member>>("");
    if (!choices.empty()) std::cout << "\n| key | choice | meaning, in French |\n|---|---|---|\n" << choices;
  });
  std::cout << "\nThe neutral `stamps.code_map` is one entry for all producers and dates:\n\n```json\n"
            << json_of(neutral.stamps.code_map, parameter_unit::none) << "\n```\n";
}

}  // namespace docs
