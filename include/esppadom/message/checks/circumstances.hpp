// Checks on circumstances by themselves: periods the wrong way round, two entries for one visit, values without effect.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/message/checks/circumstance_findings.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/value/finding.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

class circumstance_check {
 public:
  circumstance_check(findings& found, std::string_view file) : found_(found), file_(file) {}

  /// Entries with `from` and `to`.
  template <class Entry>
  void periods(const std::vector<Entry>& entries, std::string_view list) {
    for (std::size_t i = 0; i < entries.size(); ++i)
      period(entries[i].from, entries[i].to, list, i, {});
  }

  template <class Begin, class End>
  void period(const Begin& begin, const End& end, std::string_view list, std::size_t index,
              const std::string& delivery) {
    if constexpr (requires { begin.has_value(); }) {
      if (begin) period(*begin, end, list, index, delivery);
    } else if constexpr (requires { end.has_value(); }) {
      if (end) period(begin, *end, list, index, delivery);
    } else if (end < begin) {
      add(circumstance_findings::reversed, list, index, delivery,
          {std::string(list), to_string(begin), to_string(end)});
    }
  }

  /// Entries of which a visit has one; the same entry twice does no harm.
  template <class Entry>
  void one_a_visit(const std::vector<Entry>& entries, std::string_view list) {
    std::map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto [at, is_new] = first.try_emplace(entries[i].delivery_id, i);
      if (is_new || entries[at->second] == entries[i]) continue;
      add(circumstance_findings::twice, list, i, entries[i].delivery_id, {std::string(list)});
    }
  }

  void not_positive(std::string_view list, std::size_t index, const std::string& delivery, std::string number) {
    add(circumstance_findings::not_positive, list, index, delivery, {std::string(list), std::move(number)});
  }

 private:
  void add(const finding_kind& kind, std::string_view list, std::size_t index, const std::string& delivery,
           std::vector<std::string> arguments) {
    finding one;
    one.kind = &kind;
    one.document = delivery;
    one.path = "/" + std::string(list) + "/" + std::to_string(index);
    one.file = file_;
    one.arguments = std::move(arguments);
    found_.add(std::move(one));
  }

  findings& found_;
  std::string file_;
};

}  // namespace detail

/// Looks at circumstances that were read, each list by itself. Places are JSON pointers; `file` stands in the findings.
/// Example: an absence from 5 to 1 March is ESP-CIR-001 at "/absences/0".
inline void check_circumstances(const circumstances& given, findings& found, std::string_view file = {}) {
  detail::circumstance_check check(found, file);
  check.periods(given.incompatible_periods, "incompatible_periods");
  check.periods(given.outages, "outages");
  check.periods(given.absences, "absences");
  check.periods(given.caregiver_profiles, "caregiver_profiles");
  for (std::size_t i = 0; i < given.planned_visits.size(); ++i) {
    const planned_visit& one = given.planned_visits[i];
    check.period(one.start, one.end, "planned_visits", i, one.delivery_id.value_or(std::string()));
  }
  check.one_a_visit(given.cancellations, "cancellations");
  check.one_a_visit(given.payable_reasons, "payable_reasons");
  check.one_a_visit(given.extra_minutes, "extra_minutes");
  check.one_a_visit(given.corrections, "corrections");
  for (std::size_t i = 0; i < given.extra_minutes.size(); ++i) {
    const auto& one = given.extra_minutes[i];
    if (one.minutes <= 0) check.not_positive("extra_minutes", i, one.delivery_id, std::to_string(one.minutes));
  }
  for (std::size_t i = 0; i < given.advances.size(); ++i) {
    if (given.advances[i].amount <= money()) check.not_positive("advances", i, {}, to_string(given.advances[i].amount));
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI
