// What the code lists say of a code: its label, whether it is known, and whether a message names list and agency
// rightly (messages reference, section 9). A code that is not known is never refused (variant V24).
#pragma once

#include <optional>
#include <string_view>

#include "esppadom/message/code_list_data.hpp"
#include "esppadom/message/code_lists.hpp"
#include "esppadom/value/code.hpp"
#include "esppadom/value/finding.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Care modes that no official list has.
inline constexpr code_list local_care_modes{"LIBE_CADRE", local_agency};

/// The list of that id, blanks around it aside; null when no such list is known, as with every local list of a
/// département. Example: find_list("ESPPADOM_CADRE")->status is partial.
constexpr const listed_codes* find_list(std::string_view id) {
  for (const auto& one : code_lists) {
    if (one.id == trimmed(id)) return &one;
  }
  return nullptr;
}

/// The code in a list; null when the list, or the code in it, is not known. Case matters.
constexpr const coded_value* find_code(std::string_view list_id, std::string_view value) {
  const listed_codes* const list = find_list(list_id);
  if (list == nullptr) return nullptr;
  for (const auto& one : list->codes) {
    if (one.code == trimmed(value)) return &one;
  }
  return nullptr;
}

/// Whether a value is a code of the list. A value that was only seen in messages (`FE1`) is not.
/// Examples: PRE of ESPPADOM_CADRE is; FE1 of ESPPADOM_CADRE and any code of CD99_PRESTATIONS are not.
constexpr bool is_known_code(std::string_view list_id, std::string_view value) {
  const coded_value* const one = find_code(list_id, value);
  return one != nullptr && one->in_list;
}

/// Whether a code is one of the list its field takes its values from; the list the message names, when it names one,
/// goes before it.
constexpr bool is_known_code(const code& one, const code_list& usual) {
  const std::string_view named = trimmed(one.list_id);
  return is_known_code(find_list(named) != nullptr ? named : usual.id, one.value);
}

/// The label of a code; empty when it is not known. Example: of PRE in ESPPADOM_CADRE it is
/// "prestataire" in French.
constexpr std::string_view label_of_code(std::string_view list_id, std::string_view value, language in) {
  const coded_value* const one = find_code(list_id, value);
  if (one == nullptr) return {};
  return in == language::french ? one->fr : one->en;
}

/// Whether a code names its list and its agency as it may (messages reference, section 9.1; known).
enum class attribution : std::uint8_t {
  fine,               ///< nothing named, or rightly
  no_such_list,       ///< EDESS publishes no list of that name, or says that it does not exist
  value_not_in_list,  ///< EDESS is named with its list, but the value is known not to be in it
  official_name,      ///< a list of another agency starts with ESPPADOM_
};

/// Examples: APA of ESPPADOM_TYPE_AIDE/EDESS is fine; APA-HRJO of CD99_PRESTATIONS/CD99 is fine; of
/// ESPPADOM_PREST/EDESS it is no_such_list; FE1 of ESPPADOM_CADRE/EDESS is value_not_in_list; 1 of ESPPADOM_X/CD99 is
/// official_name. A value that a partial list does not show is fine: nobody can say that it is not in it. So is the
/// literal `token`, which a producer in production writes for both attributes.
constexpr attribution attribution_of(const code& one) {
  constexpr std::string_view official_prefix = "ESPPADOM_";
  const std::string_view id = trimmed(one.list_id);
  const std::string_view agency = trimmed(one.list_agency_name);
  const listed_codes* const list = find_list(id);
  const bool official = id.starts_with(official_prefix);
  if (list != nullptr && list->status == list_status::does_not_exist) return attribution::no_such_list;
  if (agency == edess_agency) {
    if (list == nullptr || list->agency != edess_agency) return attribution::no_such_list;
    if (one.empty()) return attribution::fine;
    const coded_value* const value = find_code(id, one.value);
    const bool outside = value == nullptr ? list->status != list_status::partial : !value->in_list;
    return outside ? attribution::value_not_in_list : attribution::fine;
  }
  const bool named = !agency.empty() && agency != "token";
  return named && official ? attribution::official_name : attribution::fine;
}

}  // namespace esppadom::inline ESPPADOM_ABI
