// What becomes of each call of a log.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/oversight/calls/raw_call.hpp"
#include "esppadom/value/duration.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Every call ends in exactly one of these.
enum class call_outcome : std::uint8_t {
  visit,         ///< arrival or departure of a visit
  duplicate,     ///< a repetition of another call
  incomplete,    ///< an arrival without departure, or a departure without arrival
  ambiguous,     ///< the number is of several beneficiaries, or of one with several services, and nothing tells which
  unidentified,  ///< number or caregiver unknown, or a time that does not exist
};

template <>
struct enum_names<call_outcome> {
  static constexpr enum_name<call_outcome> items[] = {{call_outcome::visit, "visit"},
                                                      {call_outcome::duplicate, "duplicate"},
                                                      {call_outcome::incomplete, "incomplete"},
                                                      {call_outcome::ambiguous, "ambiguous"},
                                                      {call_outcome::unidentified, "unidentified"}};
};

/// Why a call is no visit.
enum class call_reason : std::uint8_t {
  none,                   ///< of a visit
  repeated,               ///< duplicate
  no_departure,           ///< incomplete
  no_arrival,             ///< incomplete
  several_beneficiaries,  ///< ambiguous
  several_services,       ///< ambiguous
  number_withheld,        ///< unidentified: no number
  number_unreadable,      ///< unidentified: not a telephone number
  number_unknown,         ///< unidentified: in no directory, or not on that day
  caregiver_missing,      ///< unidentified
  time_does_not_exist,    ///< unidentified: skipped by the clock in spring
  time_ambiguous,         ///< unidentified: repeated by the clock in autumn, and the rules do not choose
};

template <>
struct enum_names<call_reason> {
  static constexpr enum_name<call_reason> items[] = {{call_reason::none, "none"},
                                                     {call_reason::repeated, "repeated"},
                                                     {call_reason::no_departure, "no_departure"},
                                                     {call_reason::no_arrival, "no_arrival"},
                                                     {call_reason::several_beneficiaries, "several_beneficiaries"},
                                                     {call_reason::several_services, "several_services"},
                                                     {call_reason::number_withheld, "number_withheld"},
                                                     {call_reason::number_unreadable, "number_unreadable"},
                                                     {call_reason::number_unknown, "number_unknown"},
                                                     {call_reason::caregiver_missing, "caregiver_missing"},
                                                     {call_reason::time_does_not_exist, "time_does_not_exist"},
                                                     {call_reason::time_ambiguous, "time_ambiguous"}};
};

/// What a call of the log became. Indexes are those of the inputs.
struct judged_call {
  call_outcome outcome = call_outcome::unidentified;
  call_reason reason = call_reason::none;
  std::vector<std::size_t> entries;    ///< of the directory: whom the number may stand for on that day
  std::optional<std::size_t> repeats;  ///< a duplicate: the call that is kept

  friend bool operator==(const judged_call&, const judged_call&) = default;
};

/// A visit two calls tell of, or what one call tells of it. Indexes are those of the inputs.
struct called_visit {
  std::size_t entry = 0;  ///< of the directory
  std::string caregiver;
  std::optional<std::size_t> arrival;    ///< call
  std::optional<std::size_t> departure;  ///< call
  std::optional<std::size_t> planned;    ///< planned visit it was made for
  duration stamped;                      ///< from arrival to departure; zero where one is missing

  friend bool operator==(const called_visit&, const called_visit&) = default;
};

/// What became of a log: `calls` has one entry for each of its calls, in their order. Visits and incomplete ones are in
/// order of provider, beneficiary, caregiver and time.
struct identification {
  std::vector<judged_call> calls;
  std::vector<called_visit> visits;
  std::vector<called_visit> incomplete;

  friend bool operator==(const identification&, const identification&) = default;
};

/// How many calls ended how.
struct call_counts {
  std::int64_t calls = 0;
  std::int64_t in_visits = 0;
  std::int64_t duplicates = 0;
  std::int64_t incomplete = 0;
  std::int64_t ambiguous = 0;
  std::int64_t unidentified = 0;
  std::int64_t visits = 0;

  friend bool operator==(const call_counts&, const call_counts&) = default;
};

template <>
inline constexpr auto description<call_counts> = fields(field<&call_counts::calls>("appels"),
                                                        field<&call_counts::in_visits>("appels d'une intervention"),
                                                        field<&call_counts::duplicates>("appels répétés"),
                                                        field<&call_counts::incomplete>("appels incomplets"),
                                                        field<&call_counts::ambiguous>("appels ambigus"),
                                                        field<&call_counts::unidentified>("appels non identifiés"),
                                                        field<&call_counts::visits>("interventions"));

inline call_counts counts_of(const identification& found) {
  call_counts out;
  out.calls = static_cast<std::int64_t>(found.calls.size());
  out.visits = static_cast<std::int64_t>(found.visits.size());
  for (const auto& call : found.calls) {
    switch (call.outcome) {
      case call_outcome::visit:
        ++out.in_visits;
        break;
      case call_outcome::duplicate:
        ++out.duplicates;
        break;
      case call_outcome::incomplete:
        ++out.incomplete;
        break;
      case call_outcome::ambiguous:
        ++out.ambiguous;
        break;
      case call_outcome::unidentified:
        ++out.unidentified;
        break;
    }
  }
  return out;
}

/// A call that is no visit, for reports. The telephone number is not part of it: `row` finds it in the log.
struct call_row {
  std::int64_t row = 0;  ///< place in the log, from 1
  std::optional<std::string> call;
  local_time at;
  std::optional<std::string> caregiver;
  std::optional<call_direction> direction;
  call_outcome outcome = call_outcome::unidentified;
  call_reason reason = call_reason::none;
  std::vector<std::string> beneficiaries;  ///< whom the number may stand for
  std::optional<std::int64_t> repeats;     ///< place in the log of the call it repeats
  std::optional<std::string> delivery;     ///< the message with raw stamps it went into

  friend bool operator==(const call_row&, const call_row&) = default;
};

template <>
inline constexpr auto description<call_row> =
    fields(field<&call_row::row>("rang dans le journal"), field<&call_row::call>("n° de l'appel"),
           field<&call_row::at>("heure de l'appel"), field<&call_row::caregiver>("code de l'intervenant"),
           field<&call_row::direction>("arrivée ou départ"), field<&call_row::outcome>("résultat"),
           field<&call_row::reason>("motif"), field<&call_row::beneficiaries>("bénéficiaires possibles"),
           field<&call_row::repeats>("rang de l'appel répété"), field<&call_row::delivery>("n° de document"));

}  // namespace esppadom::inline ESPPADOM_ABI
