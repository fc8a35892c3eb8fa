// Orders and visits as the vectors of oversight write them: members left out have the values of `ordered` and `made`.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/message/description.hpp"
#include "month.hpp"

namespace esppadom::tests {

using json = simdjson::dom::element;

inline std::string text(const json& object, std::string_view key, std::string_view absent) {
  std::string_view value = absent;
  return std::string(object[key].get(value) == simdjson::SUCCESS ? value : absent);
}

inline order order_from(const json& given) {
  ordered plan;
  for (const auto& [key, member] : std::initializer_list<std::pair<std::string_view, std::string ordered::*>>{
           {"id", &ordered::id},
           {"provider", &ordered::provider},
           {"payer", &ordered::payer},
           {"hours", &ordered::hours},
           {"beneficiary", &ordered::beneficiary},
           {"line", &ordered::line},
           {"service", &ordered::service},
           {"tariff", &ordered::tariff},
           {"from", &ordered::from},
           {"until", &ordered::until},
           {"issued_at", &ordered::issued},
           {"participation", &ordered::participation}})
    plan.*member = text(given, key, plan.*member);
  auto out = order_of(plan);
  if (const auto postcode = text(given, "postcode", ""); !postcode.empty()) {
    out.beneficiary.address.emplace();
    out.beneficiary.address->postcode = postcode;
  }
  const auto person = text(given, "person", "");  // LAST FIRST DATE
  if (!person.empty()) {
    out.beneficiary.last_name = person.substr(0, person.find(' '));
    out.beneficiary.birth_date = day(person.substr(person.rfind(' ') + 1));
    out.beneficiary.first_name = collapsed(person.substr(person.find(' '), person.rfind(' ') - person.find(' ')));
  }
  return out;
}

inline delivery delivery_from(const json& given) {
  made visit;
  visit.id = text(given, "id", visit.id);
  visit.start = text(given, "start", visit.start);
  visit.end = text(given, "end", visit.end);
  visit.code = text(given, "code", visit.code);
  visit.beneficiary = text(given, "beneficiary", visit.beneficiary);
  visit.provider = text(given, "provider", visit.provider);
  visit.caregiver = text(given, "caregiver", visit.caregiver);
  visit.line = text(given, "line", visit.line);
  visit.service = text(given, "service", visit.service);
  visit.issued = text(given, "issued_at", visit.issued);
  auto out = delivery_of(visit);
  const auto stamps = text(given, "stamps", "both");  // both, arrival, departure, none
  if (stamps == "none") out.stamps.reset();
  if (stamps == "arrival") out.stamps->departure.reset();
  if (stamps == "departure") out.stamps->arrival.reset();
  if (visit.caregiver.empty()) out.provider.contacts.clear();
  const auto length = civil_difference(at(visit.start), at(visit.end));
  out.lines.front().billed_quantity = measure{to_hours(length).value(), "HUR"};
  return out;
}

/// A value of the library as the vectors write it; none = null.
template <class T>
std::optional<std::string> shown(const T& value) {
  if constexpr (std::is_enum_v<T>) {
    return std::string(name_of(value));
  } else if constexpr (std::is_same_v<T, std::string>) {
    return value;
  } else if constexpr (std::is_integral_v<T>) {
    return std::to_string(value);
  } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
    std::string all;
    for (const auto& one : value)
      all += (all.empty() ? "" : " ") + one;
    return all;
  } else if constexpr (requires { value.has_value(); }) {
    return value ? shown(*value) : std::nullopt;
  } else {
    return to_string(value);
  }
}

inline std::optional<std::string> shown(const json& value) {
  if (value.is_null()) return std::nullopt;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (value.is_array()) {
    std::vector<std::string> all;
    for (const json one : simdjson::dom::array(value))
      all.emplace_back(std::string_view(one));
    return shown(all);
  }
  return std::to_string(std::int64_t(value));
}

}  // namespace esppadom::tests
