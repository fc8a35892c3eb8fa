// What the identification of calls begins with: the log of a voice server, and a directory of telephone numbers. The
// forms are the library's own; that logs hold number, time and code of the caregiver, and that a beneficiary has
// several numbers, is known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/value/enum_names.hpp"
#include "esppadom/value/local_time.hpp"

namespace esppadom::inline ESPPADOM_ABI {

enum class call_direction : std::uint8_t { arrival, departure };

template <>
struct enum_names<call_direction> {
  static constexpr enum_name<call_direction> items[] = {{call_direction::arrival, "arrival"},
                                                        {call_direction::departure, "departure"}};
};

/// One call as the voice server logged it. A log that does not say whether somebody came or went has no `direction`.
struct raw_call {
  std::optional<std::string> call;  ///< its number in the log
  local_time at;
  std::optional<std::string> number;     ///< of the caller, as written; none = withheld
  std::optional<std::string> caregiver;  ///< the code the caregiver typed
  std::optional<call_direction> direction;
  std::optional<std::string> provider;  ///< where the log serves several

  friend bool operator==(const raw_call&, const raw_call&) = default;
};

/// A telephone number of a beneficiary, and for whom visits announced from it are made. A beneficiary has as many
/// entries as numbers; with several services, one for each of them too.
struct directory_entry {
  std::string number;
  std::string provider;
  std::string beneficiary;
  std::optional<std::string> service;       ///< code of the service
  std::optional<std::string> service_list;  ///< the list the code is from
  std::optional<std::string> aid_type;      ///< APA, PCH, …
  std::optional<std::string> order;         ///< number of the order
  std::optional<std::string> order_line;    ///< its line, or the plan
  std::optional<std::string> issuer;        ///< who ordered
  std::optional<local_date> from;           ///< first day of the number; none = always
  std::optional<local_date> to;             ///< last day; none = still

  friend bool operator==(const directory_entry&, const directory_entry&) = default;
};

struct phone_directory {
  std::vector<directory_entry> entries;

  friend bool operator==(const phone_directory&, const phone_directory&) = default;
};

template <>
inline constexpr auto description<raw_call> =
    fields(field<&raw_call::call>("n° de l'appel"), field<&raw_call::at>("heure de l'appel", standing::known),
           field<&raw_call::number>("n° de téléphone appelant", standing::known),
           field<&raw_call::caregiver>("code de l'intervenant", standing::known),
           field<&raw_call::direction>("arrivée ou départ"), field<&raw_call::provider>("prestataire"));

template <>
inline constexpr auto description<directory_entry> = fields(
    field<&directory_entry::number>("n° de téléphone", standing::known),
    field<&directory_entry::provider>("prestataire"),
    field<&directory_entry::beneficiary>("bénéficiaire", standing::known),
    field<&directory_entry::service>("code de prestation"), field<&directory_entry::service_list>("liste des codes"),
    field<&directory_entry::aid_type>("type d'aide"), field<&directory_entry::order>("n° de commande"),
    field<&directory_entry::order_line>("ligne de commande / plan d'aide"),
    field<&directory_entry::issuer>("donneur d'ordre"), field<&directory_entry::from>("premier jour"),
    field<&directory_entry::to>("dernier jour"));

template <>
inline constexpr auto description<phone_directory> = fields(field<&phone_directory::entries>("numéros"));

}  // namespace esppadom::inline ESPPADOM_ABI
