// Whether what is counted knows whom a question is about.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "esppadom/message/circumstances.hpp"
#include "esppadom/oversight/statistics/facts.hpp"
#include "esppadom/oversight/statistics/findings.hpp"
#include "esppadom/value/paired_words.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

inline bool names_provider(const beneficiary_ledger& part, std::string_view id) {
  const auto is = [&](const auto& one) { return one.provider == id; };
  return std::any_of(part.visits.begin(), part.visits.end(), is) ||
         std::any_of(part.lines.begin(), part.lines.end(), is) ||
         std::any_of(part.orders.begin(), part.orders.end(), [&](const order& one) { return one.provider.id() == id; });
}
inline bool names_caregiver(const beneficiary_ledger& part, std::string_view id) {
  return std::any_of(part.visits.begin(), part.visits.end(), [&](const auto& one) { return one.caregiver == id; });
}
inline bool names_service(const beneficiary_ledger& part, std::string_view code) {
  const auto is = [&](const auto& one) { return one.service == code; };
  return std::any_of(part.visits.begin(), part.visits.end(), is) ||
         std::any_of(part.lines.begin(), part.lines.end(), is) ||
         std::any_of(part.orders.begin(), part.orders.end(), [&](const order& one) {
           return std::any_of(one.lines.begin(), one.lines.end(),
                              [&](const order_line& line) { return line.service.code() == code; });
         });
}
inline bool names_funder(const beneficiary_ledger& part, std::string_view id) {
  return std::any_of(part.lines.begin(), part.lines.end(), [&](const auto& one) { return one.payer == id; }) ||
         std::any_of(part.orders.begin(), part.orders.end(), [&](const order& one) {
           return std::any_of(one.lines.begin(), one.lines.end(),
                              [&](const order_line& line) { return one.payer_of(line).id() == id; });
         });
}

}  // namespace detail

/// Tells of each identifier that a question asks for and that no order, visit (also a planned one) or line bears.
/// Example: a question about the provider "S1" over facts of "S-1" gives one finding, ESP-STA-003.
inline void tell_unknown_names(std::span<const beneficiary_ledger> facts, std::span<const planned_visit> planned,
                               const statistic_query& query, findings& found) {
  const auto is_planned = [&](const std::string& asked) {
    return std::any_of(planned.begin(), planned.end(), [&](const planned_visit& one) {
      return one.beneficiary == asked || one.provider == asked || one.caregiver == asked || one.service == asked;
    });
  };
  const auto look_for = [&](const std::string& asked, const paired_words& whose, auto names) {
    const auto names_it = [&](const beneficiary_ledger& part) { return names(part, asked); };
    if (!asked.empty() && std::none_of(facts.begin(), facts.end(), names_it) && !is_planned(asked))
      found.add(sta_unknown_name, {}, with_words({asked}, whose));
  };
  look_for(query.beneficiary, {"beneficiary", "le bénéficiaire"},
           [](const beneficiary_ledger& part, std::string_view id) { return part.beneficiary == id; });
  look_for(query.provider, {"provider", "le prestataire"}, detail::names_provider);
  look_for(query.caregiver, {"caregiver", "l'intervenant"}, detail::names_caregiver);
  look_for(query.service, {"service", "la prestation"}, detail::names_service);
  look_for(query.funder, {"funder", "le financeur"}, detail::names_funder);
}

}  // namespace esppadom::inline ESPPADOM_ABI
