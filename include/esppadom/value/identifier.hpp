#pragma once

// Identifiers of parties, documents and lines as messages carry them.

#include <string>
#include <string_view>

#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

namespace detail {

// A scheme attribute says something when it is neither absent nor the literal "token", which a producer in production
// writes.
constexpr bool is_telling(std::string_view attribute) {
  const std::string_view core = trimmed(attribute);
  return !core.empty() && core != "token";
}

// Attributes contradict each other only when both say something.
constexpr bool compatible_attributes(std::string_view a, std::string_view b) {
  return !is_telling(a) || !is_telling(b) || equal_collapsed(a, b);
}

}  // namespace detail

/// The text of an identifier with its optional attributes `schemeID` and `schemeAgencyName`, as written.
///
/// Equality (messages reference, section 8.4): the texts are equal after collapsing blanks, leading zeros kept; a
/// scheme attribute counts only when both sides have a value other than `token`. Because an absent scheme equals any
/// scheme, equality is not transitive: to group or sort, use `key`.
struct identifier {
  std::string value;
  std::string scheme_id;
  std::string scheme_agency_name;

  [[nodiscard]] bool empty() const { return trimmed(value).empty(); }

  /// The collapsed text: equal identifiers have equal keys (the converse holds when their schemes do not contradict).
  [[nodiscard]] std::string key() const { return collapsed(value); }

  friend bool operator==(const identifier& a, const identifier& b) {
    return equal_collapsed(a.value, b.value) && detail::compatible_attributes(a.scheme_id, b.scheme_id) &&
           detail::compatible_attributes(a.scheme_agency_name, b.scheme_agency_name);
  }
};

}  // namespace esppadom::inline ESPPADOM_ABI
