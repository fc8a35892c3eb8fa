// What statistics are taken over: visits and emitted lines of a ledger, and the periods they are shown by.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/billing/ledger.hpp"
#include "esppadom/message/quantity.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/exact_duration.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Over how long sums are taken. A window is the six months that end with the last month asked for.
enum class statistic_period : std::uint8_t { month, half_year, year, window };

template <>
struct enum_names<statistic_period> {
  static constexpr enum_name<statistic_period> items[] = {{statistic_period::month, "month"},
                                                          {statistic_period::half_year, "half_year"},
                                                          {statistic_period::year, "year"},
                                                          {statistic_period::window, "window"}};
};

/// Which months and whom statistics are about. An empty text leaves nobody out. Both months are inclusive.
struct statistic_query {
  local_month from;
  local_month to;
  statistic_period period = statistic_period::month;
  std::string beneficiary;
  std::string provider;
  std::string caregiver;
  std::string service;
  std::string funder;
  local_time now{};  ///< for alerts: their month is its month
};

/// The first month that is looked at: with a window, the sixth before the end.
constexpr local_month first_month(const statistic_query& query) {
  return query.period == statistic_period::window ? query.to - 5 : query.from;
}

constexpr bool is_asked(const statistic_query& query, local_month month) {
  return month >= first_month(query) && month <= query.to;
}

/// The period a month belongs to. Examples: 2026-05, 2026-S1, 2026, 2026-05..2026-10.
inline std::string period_of(const statistic_query& query, local_month month) {
  switch (query.period) {
    case statistic_period::month:
      return to_string(month);
    case statistic_period::half_year:
      return to_string(month).substr(0, 4) + (month.month() <= 6 ? "-S1" : "-S2");
    case statistic_period::year:
      return to_string(month).substr(0, 4);
    case statistic_period::window:
      return to_string(first_month(query)) + ".." + to_string(query.to);
  }
  return {};
}

/// A numerator and its denominator, shown with every rate; `pct` is in percent with two decimals, half up, and unknown
/// where the denominator is 0.
struct shown_rate {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  std::optional<std::string> pct;

  friend bool operator==(const shown_rate&, const shown_rate&) = default;
};

template <>
inline constexpr auto description<shown_rate> = fields(field<&shown_rate::numerator>("numérateur"),
                                                       field<&shown_rate::denominator>("dénominateur"),
                                                       field<&shown_rate::pct>("taux (%)"));

/// A visit as statistics see it. Nothing is owned.
struct statistic_visit {
  const visit_record* record = nullptr;
  const beneficiary_ledger* of = nullptr;
  local_month month;  ///< in which it starts
  local_time start;
  exact_duration performed;  ///< between its two sides
};

/// Whether a visit took place: withdrawn, announced and cancelled ones did not.
inline bool took_place(const visit_record& visit) {
  return visit.correction_code != "SUP" && visit.correction_code != "HOR" && !visit.is_planned && !visit.cancelled;
}

/// The time a visit took: from its retained start to its retained end, else between its stamps, as clocks count that
/// change in spring and autumn. A month declared as one total, or a visit whose sides are not both known, took what its
/// DELIVERY bills. 0 where nothing is known or the quantity counts no time.
inline exact_duration performed_time(const visit_record& visit) {
  std::optional<interval> real = visit.retained;
  if (!real && visit.arrival && visit.departure) real = interval{*visit.arrival, *visit.departure};
  if (real && real->end >= real->start) {
    duration length = civil_difference(real->start, real->end);
    length = paris::elapsed(real->start, real->end).value_or(length);
    if (length <= duration::of_hours(24)) return exact_duration(length);
  }
  exact_duration written;
  const measure quantity{visit.billed_quantity, visit.unit_code};
  return time_of(quantity).get(written) == error_code::success ? written : exact_duration{};
}

/// The time of a line that counts once, whoever shares its price: that of its first funder.
inline bool counts_once(const emitted_line& line) {
  return !line.payer.empty() && !line.funders.empty() && line.payer == line.funders.front() && !line.unit;
}

/// Places of beneficiaries and providers, by the postcodes of their orders: messages carry no district.
class places {
 public:
  explicit places(std::span<const beneficiary_ledger> facts) {
    for (const auto& part : facts) {
      for (const auto& one : part.orders) {
        note(districts_[part.beneficiary], one.beneficiary);
        note(branches_[std::string(one.provider.id())], one.provider);
      }
    }
  }
  /// The beneficiary's postcode; empty when no order gives one. Of several orders the last counts.
  [[nodiscard]] std::string district(const std::string& beneficiary) const { return at(districts_, beneficiary); }
  /// The provider's postcode (its branch).
  [[nodiscard]] std::string branch(const std::string& provider) const { return at(branches_, provider); }

 private:
  static void note(std::string& into, const party& who) {
    if (who.address && who.address->postcode && !who.address->postcode->empty()) into = *who.address->postcode;
  }
  static std::string at(const std::map<std::string, std::string>& all, const std::string& id) {
    const auto found = all.find(id);
    return found == all.end() ? std::string() : found->second;
  }

  std::map<std::string, std::string> districts_;
  std::map<std::string, std::string> branches_;
};

/// Calls `each(visit)` for every visit that took place and is asked for; the funder is not looked at.
template <class Each>
void for_each_visit(std::span<const beneficiary_ledger> facts, const statistic_query& query, const Each& each) {
  for (const auto& part : facts) {
    if (!query.beneficiary.empty() && part.beneficiary != query.beneficiary) continue;
    for (const auto& record : part.visits) {
      if (!took_place(record)) continue;
      if (!query.provider.empty() && record.provider != query.provider) continue;
      if (!query.caregiver.empty() && record.caregiver != query.caregiver) continue;
      if (!query.service.empty() && record.service != query.service) continue;
      const auto start = reference_start(record);
      const auto month = local_month::of(start.date());
      if (is_asked(query, month)) each(statistic_visit{&record, &part, month, start, performed_time(record)});
    }
  }
}

}  // namespace esppadom::inline ESPPADOM_ABI
