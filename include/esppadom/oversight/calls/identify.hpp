// From the log of a voice server to visits: whose number called, which calls are one, which two make a visit. Billing
// rules reference, section 2a, steps 1, 4 and 5, and variants a2 and a10.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "esppadom/billing/duplicate_stamps.hpp"
#include "esppadom/message/circumstances.hpp"
#include "esppadom/oversight/calls/outcomes.hpp"
#include "esppadom/oversight/calls/phone_number.hpp"
#include "esppadom/oversight/calls/raw_call.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The rules that calls are read by.
struct call_rules {
  stamp_rules stamps;
  calendar_rules calendar;

  friend bool operator==(const call_rules&, const call_rules&) = default;
};

namespace detail {

// What an entry says of a visit, whatever the number.
inline auto about(const directory_entry& one) {
  return std::tie(one.provider, one.beneficiary, one.service, one.order, one.order_line, one.aid_type, one.service_list,
                  one.issuer);
}

// Entries of a directory by number.
class phone_book {
 public:
  explicit phone_book(const phone_directory& directory) : directory_(directory) {
    for (std::size_t i = 0; i < directory.entries.size(); ++i) {
      if (auto number = normalised_phone(directory.entries[i].number)) by_number_[std::move(*number)].push_back(i);
    }
  }

  // Entries that say the same of a visit are one.
  [[nodiscard]] std::vector<std::size_t> find(const std::string& number, local_date day,
                                              const std::optional<std::string>& provider) const {
    std::vector<std::size_t> out;
    const auto at = by_number_.find(number);
    if (at == by_number_.end()) return out;
    for (const auto index : at->second) {
      const auto& entry = directory_.entries[index];
      if ((entry.from && day < *entry.from) || (entry.to && day > *entry.to)) continue;
      if (provider && *provider != entry.provider) continue;
      const auto same = [&](std::size_t other) { return about(directory_.entries[other]) == about(entry); };
      if (std::none_of(out.begin(), out.end(), same)) out.push_back(index);
    }
    std::sort(out.begin(), out.end(),
              [&](auto a, auto b) { return about(directory_.entries[a]) < about(directory_.entries[b]); });
    return out;
  }

 private:
  const phone_directory& directory_;
  std::map<std::string, std::vector<std::size_t>> by_number_;
};

/// Provider and beneficiary.
using call_target = std::pair<std::string_view, std::string_view>;

template <class RulesOf>
class call_identifier {
 public:
  using rules_type = std::remove_cvref_t<std::invoke_result_t<RulesOf&, const directory_entry&, local_date>>;

  call_identifier(std::span<const raw_call> calls, const phone_directory& directory,
                  std::span<const planned_visit> planned, RulesOf rules_of)
      : calls_(calls), directory_(directory), planned_(planned), rules_of_(std::move(rules_of)) {
    for (std::size_t i = 0; i < planned.size(); ++i)
      planned_by_target_[{planned[i].provider, planned[i].beneficiary}].push_back(i);
  }

  identification run() {
    out_.calls.resize(calls_.size());
    places_.resize(calls_.size(), instant::invalid());
    const phone_book book(directory_);
    std::map<std::string_view, std::vector<std::size_t>> by_caregiver;
    for (std::size_t i = 0; i < calls_.size(); ++i) {
      out_.calls[i].reason = look_up(i, book);
      if (out_.calls[i].reason == call_reason::none) by_caregiver[*calls_[i].caregiver].push_back(i);
    }
    for (auto& [caregiver, indexes] : by_caregiver) {
      std::sort(indexes.begin(), indexes.end(), [this](auto a, auto b) { return order_of(a) < order_of(b); });
      begun_.clear();
      for (const auto index : indexes)
        take(index);
      for (auto& [target, one] : begun_)
        close_unfinished(one);
    }
    sort(out_.visits);
    sort(out_.incomplete);
    find_planned();
    return std::move(out_);
  }

 private:
  /// What a caregiver's calls say so far of one beneficiary.
  struct progress {
    std::optional<std::size_t> arrival;  ///< open
    std::size_t entry = 0;               ///< of the open visit
    std::optional<std::size_t> ended;    ///< where the last departure went: a visit, or else an incomplete one
    bool in_visit = false;
    std::size_t first_departure = 0;    ///< repetitions are held against it
    std::vector<std::size_t> repeated;  ///< calls that repeat the last departure
  };

  // Who calls and when; none = known, and the call has its place on the line.
  call_reason look_up(std::size_t index, const phone_book& book) {
    const auto& call = calls_[index];
    if (!call.number || call.number->empty()) return call_reason::number_withheld;
    const auto number = normalised_phone(*call.number);
    if (!number) return call_reason::number_unreadable;
    auto& entries = out_.calls[index].entries;
    entries = book.find(*number, call.at.date(), call.provider);
    if (entries.empty()) return call_reason::number_unknown;
    if (!call.caregiver || call.caregiver->empty()) return call_reason::caregiver_missing;
    const auto place = line_of(rules(entries.front(), index).calendar).place(call.at);
    if (!place)
      return place.error() == error_code::ambiguous ? call_reason::time_ambiguous : call_reason::time_does_not_exist;
    places_[index] = *place;
    return call_reason::none;
  }

  // Departures first: who leaves and comes back at one second has left first. Equal calls are told apart by what they
  // say, so that the order of the log does not matter.
  [[nodiscard]] auto order_of(std::size_t index) const {
    const auto& call = calls_[index];
    const int direction = !call.direction ? 1 : *call.direction == call_direction::departure ? 0 : 2;
    using text = const std::optional<std::string>&;
    return std::tuple<instant, int, text, text, text, std::size_t>(places_[index], direction, call.number, call.call,
                                                                   call.provider, index);
  }

  void take(std::size_t index) {
    auto& judged = out_.calls[index];
    if (repeats_arrival(index) || repeats_departure(index)) return;
    const auto& direction = calls_[index].direction;
    if (direction != call_direction::arrival) {
      if (auto* open = sole_open(index)) return close(*open, index);
    }
    const auto entry = entry_of(index);
    if (!entry) {
      judged.outcome = call_outcome::ambiguous;
      return;
    }
    auto& one = begun_[target_of(*entry)];
    if (direction == call_direction::arrival) return begin(one, *entry, index);
    if (can_end(one, index)) return close(one, index);
    if (direction != call_direction::departure) return begin(one, *entry, index);
    if (one.arrival && places_[*one.arrival] < places_[index]) close_unfinished(one);
    end_of(one, out_.incomplete.size(), false, index);
    out_.incomplete.push_back({*entry, *calls_[index].caregiver, std::nullopt, index, std::nullopt, {}});
    judged.outcome = call_outcome::incomplete;
    judged.reason = call_reason::no_arrival;
  }

  bool repeats_arrival(std::size_t index) {
    if (calls_[index].direction == call_direction::departure) return false;
    for (const auto entry : out_.calls[index].entries) {
      const auto* one = known(entry);
      if (!one || !one->arrival) continue;
      if (!is_duplicate(places_[*one->arrival], places_[index], rules(entry, index).stamps)) continue;
      repeats(index, *one->arrival);
      return true;
    }
    return false;
  }

  // The last departure is kept.
  bool repeats_departure(std::size_t index) {
    if (calls_[index].direction == call_direction::arrival) return false;
    for (const auto entry : out_.calls[index].entries) {
      auto* one = known(entry);
      if (!one || one->arrival || !one->ended) continue;
      if (!is_duplicate(places_[one->first_departure], places_[index], rules(entry, index).stamps)) continue;
      auto& visit = one->in_visit ? out_.visits[*one->ended] : out_.incomplete[*one->ended];
      if (visit.arrival && !is_pair(places_[*visit.arrival], places_[index], rules_of(visit))) continue;
      const auto before = *visit.departure;
      visit.departure = index;
      out_.calls[index].outcome = out_.calls[before].outcome;
      out_.calls[index].reason = out_.calls[before].reason;
      one->repeated.push_back(before);
      for (const auto earlier : one->repeated)
        repeats(earlier, index);
      return true;
    }
    return false;
  }

  void repeats(std::size_t index, std::size_t kept) {
    out_.calls[index].outcome = call_outcome::duplicate;
    out_.calls[index].reason = call_reason::repeated;
    out_.calls[index].repeats = kept;
  }

  [[nodiscard]] bool can_end(const progress& one, std::size_t index) const {
    return one.arrival && is_pair(places_[*one.arrival], places_[index], rules(one.entry, *one.arrival).stamps);
  }

  // The one visit that was begun at the home of somebody the number may stand for, and that the call may end.
  progress* sole_open(std::size_t index) {
    progress* found = nullptr;
    for (const auto entry : out_.calls[index].entries) {
      auto* one = known(entry);
      if (!one || one == found || !can_end(*one, index)) continue;
      if (found) return nullptr;
      found = one;
    }
    return found;
  }

  void begin(progress& one, std::size_t entry, std::size_t index) {
    close_unfinished(one);
    one = {};
    one.arrival = index;
    one.entry = entry;
  }

  void end_of(progress& one, std::size_t where, bool in_visit, std::size_t index) {
    one.ended = where;
    one.in_visit = in_visit;
    one.first_departure = index;
    one.repeated.clear();
  }

  void close(progress& one, std::size_t index) {
    end_of(one, out_.visits.size(), true, index);
    out_.visits.push_back({one.entry, *calls_[index].caregiver, one.arrival, index, std::nullopt, {}});
    out_.calls[*one.arrival].outcome = call_outcome::visit;
    out_.calls[index].outcome = call_outcome::visit;
    one.arrival.reset();
  }

  void close_unfinished(progress& one) {
    if (!one.arrival) return;
    out_.incomplete.push_back(
        {one.entry, *calls_[*one.arrival].caregiver, one.arrival, std::nullopt, std::nullopt, {}});
    out_.calls[*one.arrival].outcome = call_outcome::incomplete;
    out_.calls[*one.arrival].reason = call_reason::no_departure;
    one.arrival.reset();
  }

  // The entry a call stands for: the only one, else the only one whose planned visits the call fits.
  std::optional<std::size_t> entry_of(std::size_t index) {
    auto& judged = out_.calls[index];
    if (judged.entries.size() == 1) return judged.entries.front();
    std::set<call_target> all;
    std::optional<std::size_t> fitting;
    std::size_t count = 0;
    for (const auto entry : judged.entries) {
      all.insert(target_of(entry));
      if (!fits_plan(entry, index)) continue;
      fitting = entry;
      ++count;
    }
    if (count == 1) return fitting;
    judged.reason = all.size() > 1 ? call_reason::several_beneficiaries : call_reason::several_services;
    return std::nullopt;
  }

  // Whether a visit was planned there and then: from the planned start less the window before it to the planned end
  // plus the window after it; without a window, within the planned time.
  [[nodiscard]] bool fits_plan(std::size_t entry, std::size_t index) const {
    const auto at = planned_by_target_.find(target_of(entry));
    if (at == planned_by_target_.end()) return false;
    const auto& with = rules(entry, index);
    const auto line = line_of(with.calendar);
    const auto& window = with.stamps.match_window;
    const auto place = places_[index].unix_seconds;
    return std::any_of(at->second.begin(), at->second.end(), [&](std::size_t which) {
      const auto& one = planned_[which];
      if (!may_be(one, *calls_[index].caregiver, directory_.entries[entry])) return false;
      const auto start = line.place_or_invalid(one.start);
      const auto end = line.place_or_invalid(one.end);
      return start.is_valid() && end.is_valid() &&
             place >= start.unix_seconds - window.before.value_or(duration()).seconds &&
             place <= end.unix_seconds + window.after.value_or(duration()).seconds;
    });
  }

  static bool may_be(const planned_visit& one, std::string_view caregiver, const directory_entry& entry) {
    return (!one.caregiver || *one.caregiver == caregiver) &&
           (!one.service || !entry.service || *one.service == *entry.service);
  }

  // Measures each visit and gives it the planned visit it shares most time with, once.
  void find_planned() {
    std::set<std::size_t> taken;
    for (auto& visit : out_.visits) {
      visit.stamped =
          duration::of_seconds(places_[*visit.departure].unix_seconds - places_[*visit.arrival].unix_seconds);
      const auto at = planned_by_target_.find(target_of(visit.entry));
      if (at == planned_by_target_.end()) continue;
      const auto line = line_of(rules(visit.entry, *visit.arrival).calendar);
      std::int64_t most = 0;
      for (const auto which : at->second) {
        const auto& one = planned_[which];
        if (taken.contains(which) || !may_be(one, visit.caregiver, directory_.entries[visit.entry])) continue;
        const auto start = std::max(line.place_or_invalid(one.start), places_[*visit.arrival]);
        const auto end = std::min(line.place_or_invalid(one.end), places_[*visit.departure]);
        const auto shared = end.unix_seconds - start.unix_seconds;
        if (!end.is_valid() || shared <= most) continue;
        most = shared;
        visit.planned = which;
      }
      if (visit.planned) taken.insert(*visit.planned);
    }
  }

  void sort(std::vector<called_visit>& visits) {
    const auto key = [this](const called_visit& one) {
      const auto call = one.arrival ? *one.arrival : *one.departure;
      return std::tuple(target_of(one.entry), std::string_view(one.caregiver), places_[call], one.entry);
    };
    std::sort(visits.begin(), visits.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  }

  [[nodiscard]] call_target target_of(std::size_t entry) const {
    return {directory_.entries[entry].provider, directory_.entries[entry].beneficiary};
  }
  progress* known(std::size_t entry) {
    const auto at = begun_.find(target_of(entry));
    return at == begun_.end() ? nullptr : &at->second;
  }
  [[nodiscard]] const stamp_rules& rules_of(const called_visit& visit) const {
    return rules(visit.entry, *visit.arrival).stamps;
  }
  [[nodiscard]] const rules_type& rules(std::size_t entry, std::size_t call) const {
    return rules_of_(directory_.entries[entry], calls_[call].at.date());
  }

  std::span<const raw_call> calls_;
  const phone_directory& directory_;
  std::span<const planned_visit> planned_;
  RulesOf rules_of_;
  std::map<call_target, std::vector<std::size_t>> planned_by_target_;
  std::map<call_target, progress> begun_;
  std::vector<instant> places_;
  identification out_;
};

}  // namespace detail

/// Identifies calls and pairs them into visits. `rules_of(entry, day)` gives the rules for an entry of the directory on
/// a day, by a reference that stays valid: `call_rules`, or a whole `rule_set`.
///
/// - A number stands for the beneficiaries whom the directory names for it on that day. Of several, a departure ends
///   the one visit the caregiver began there; any other call belongs to the one beneficiary at whose home a visit of
///   the caregiver was planned (from planned start less `match_window_min.before` to planned end plus `.after`); else
///   it is ambiguous. The same tells services of one beneficiary apart. (inferred, medium)
/// - Repetitions within `dedupe_seconds` are one: the first arrival, the last departure (step 4).
/// - An arrival and the next departure of one caregiver at one beneficiary's make a visit, at most `pair_max_hours`
///   apart. A call without direction ends an open visit, else begins one.
/// - All others are incomplete. Nothing is dropped: each call has exactly one outcome.
///
/// The outcome does not depend on the order of the log. Example: 08:02 arrival and 09:01 departure by I-17 from the
/// number of B-1 → one visit; a second arrival at 08:02:30 with `dedupe_seconds` 60 → duplicate of the first.
template <class RulesOf>
identification identify(std::span<const raw_call> calls, const phone_directory& directory,
                        std::span<const planned_visit> planned, RulesOf rules_of) {
  return detail::call_identifier<RulesOf>(calls, directory, planned, std::move(rules_of)).run();
}

/// The same with one set of rules for all.
inline identification identify(std::span<const raw_call> calls, const phone_directory& directory,
                               std::span<const planned_visit> planned, const call_rules& rules) {
  return identify(calls, directory, planned,
                  [&rules](const directory_entry&, local_date) -> const call_rules& { return rules; });
}

}  // namespace esppadom::inline ESPPADOM_ABI
