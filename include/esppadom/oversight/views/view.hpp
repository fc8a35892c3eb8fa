// Who may see what: for each role, what a message keeps and in which grain. Which roles there are follows from who uses
// télégestion data (known need); what each keeps is the library's proposal by the principle that nobody gets more than
// the task needs (GDPR, article 5(1)(c)) and is no legal opinion.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "esppadom/value/enum_names.hpp"

namespace esppadom::inline ESPPADOM_ABI {

enum class view_role : std::uint8_t { departement, provider, branch, beneficiary, family, statistician };

template <>
struct enum_names<view_role> {
  static constexpr enum_name<view_role> items[] = {
      {view_role::departement, "departement"}, {view_role::provider, "provider"},
      {view_role::branch, "branch"},           {view_role::beneficiary, "beneficiary"},
      {view_role::family, "family"},           {view_role::statistician, "statistician"}};
};

/// How much is left of where somebody lives.
enum class place_grain : std::uint8_t {
  full,
  departement,  ///< the postcode's first two digits (three overseas), then zeros
  removed,
};

/// How much is left of a birth date.
enum class birth_grain : std::uint8_t {
  day,
  band,  ///< 1 January of the first year of its five: 1938-07-21 → 1935-01-01
  removed,
};

enum class id_grain : std::uint8_t {
  kept,
  pseudonym,  ///< by a keyed hash: the same in every file made with the same key
  removed,
};

/// What a role keeps. Amounts, quantities, codes, clock times, and the identifiers of providers and payers stay for
/// everybody.
struct view {
  view_role role = view_role::statistician;
  bool person_names = false;                  ///< of beneficiaries, and of other parties that are persons
  place_grain places = place_grain::removed;  ///< where these live
  birth_grain births = birth_grain::removed;
  bool contact_names = false;  ///< of caregivers and other contacts
  id_grain person_ids = id_grain::pseudonym;
  id_grain caregiver_ids = id_grain::pseudonym;
  id_grain document_ids = id_grain::pseudonym;  ///< documents, their lines, plans: they may hold an identifier
  bool endpoints = false;                       ///< electronic addresses and VAT numbers
  bool free_text = false;                       ///< notes, instructions, labels, reasons in words
  bool shift_dates = true;                      ///< all dates of a beneficiary by the same number of weeks
  bool extras = false;                          ///< what no description knows
  bool needs_provider = false;
  bool needs_beneficiary = false;

  /// Whether reducing to this view takes a key.
  [[nodiscard]] constexpr bool needs_key() const {
    return shift_dates || person_ids == id_grain::pseudonym || caregiver_ids == id_grain::pseudonym ||
           document_ids == id_grain::pseudonym;
  }
  friend constexpr bool operator==(const view&, const view&) = default;
};

/// The views, one a role, in the order of `view_role`.
inline constexpr std::array<view, 6> views{{
    {view_role::departement, true, place_grain::full, birth_grain::day, false, id_grain::kept, id_grain::kept,
     id_grain::kept, true, true, false, false, false, false},
    {view_role::provider, true, place_grain::full, birth_grain::day, true, id_grain::kept, id_grain::kept,
     id_grain::kept, true, true, false, false, true, false},
    {view_role::branch, true, place_grain::full, birth_grain::removed, true, id_grain::kept, id_grain::kept,
     id_grain::kept, false, true, false, false, true, false},
    {view_role::beneficiary, true, place_grain::full, birth_grain::day, true, id_grain::kept, id_grain::removed,
     id_grain::kept, false, true, false, false, false, true},
    {view_role::family, true, place_grain::removed, birth_grain::removed, false, id_grain::kept, id_grain::removed,
     id_grain::kept, false, false, false, false, false, true},
    {view_role::statistician, false, place_grain::departement, birth_grain::band, false, id_grain::pseudonym,
     id_grain::pseudonym, id_grain::pseudonym, false, false, true, false, false, false},
}};

/// Example: view_of(view_role::family).places is removed.
constexpr const view& view_of(view_role role) { return views[static_cast<std::size_t>(role)]; }

/// What a reduction took away or changed.
enum class removal : std::uint8_t {
  message,  ///< left out: of another provider, beneficiary or service
  line,     ///< left out: of another service
  name,
  address,     ///< removed, or cut to the département
  birth_date,  ///< removed, or cut to the band
  contact,     ///< name or identifier of a contact
  endpoint,
  free_text,
  pseudonym,    ///< identifiers replaced
  date,         ///< shifted
  extra,        ///< removed
  small_group,  ///< messages left out: of a group of so few that they can be told apart
};

template <>
struct enum_names<removal> {
  static constexpr enum_name<removal> items[] = {{removal::message, "message"},
                                                 {removal::line, "line"},
                                                 {removal::name, "name"},
                                                 {removal::address, "address"},
                                                 {removal::birth_date, "birth_date"},
                                                 {removal::contact, "contact"},
                                                 {removal::endpoint, "endpoint"},
                                                 {removal::free_text, "free_text"},
                                                 {removal::pseudonym, "pseudonym"},
                                                 {removal::date, "date"},
                                                 {removal::extra, "extra"},
                                                 {removal::small_group, "small_group"}};
};

/// How often each happened. It holds no value of any message.
struct view_report {
  std::int64_t messages = 0;  ///< kept
  std::array<std::int64_t, std::size(enum_names<removal>::items)> counts{};

  [[nodiscard]] constexpr std::int64_t count(removal what) const { return counts[static_cast<std::size_t>(what)]; }
  friend constexpr bool operator==(const view_report&, const view_report&) = default;
};

}  // namespace esppadom::inline ESPPADOM_ABI
