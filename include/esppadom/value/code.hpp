#pragma once

// Coded values as messages carry them: the text and the list it is taken from.

#include <string>
#include <string_view>

#include "esppadom/value/identifier.hpp"
#include "esppadom/value/text.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A code with its optional attributes `listID` and `listAgencyName`, as written. An empty value is a value ("no
/// correction"), not an absence.
///
/// Equality: the values are equal after collapsing blanks, and so are the lists when both sides name one (`token` names
/// none). Like that of identifiers it is not transitive.
struct code {
  std::string value;
  std::string list_id;
  std::string list_agency_name;

  [[nodiscard]] bool empty() const { return trimmed(value).empty(); }

  /// The collapsed value.
  [[nodiscard]] std::string key() const { return collapsed(value); }

  /// True when the collapsed value is that text, whatever the list.
  [[nodiscard]] bool is(std::string_view text) const { return equal_collapsed(value, text); }

  friend bool operator==(const code& a, const code& b) {
    return equal_collapsed(a.value, b.value) && detail::compatible_attributes(a.list_id, b.list_id);
  }
};

}  // namespace esppadom::inline ESPPADOM_ABI
