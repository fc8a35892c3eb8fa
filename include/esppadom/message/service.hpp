// The service (*prestation*) a line is about, and references to other documents. Shared by the three messages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/message/code_lists.hpp"
#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/value/code.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// A service: codes from different lists, told apart by `list_id` (messages reference, sections 3 and 6, V15).
struct service {
  std::vector<esppadom::code> codes;
  std::optional<std::string> label;
  extras_t extras;

  /// The service code: the first code that is not from the list of aid types; empty when there is none.
  std::string_view code() const {
    for (const auto& candidate : codes) {
      if (candidate.list_id != aid_types.id) return candidate.value;
    }
    return {};
  }
  /// The aid type (`APA`, `PCH`, …); empty when there is none.
  std::string_view aid_type() const {
    for (const auto& candidate : codes) {
      if (candidate.list_id == aid_types.id) return candidate.value;
    }
    return {};
  }

  friend bool operator==(const service&, const service&) = default;
};

template <>
inline constexpr auto description<service> =
    fields(element<&service::codes>(qdt / "ID" | also(ram / "ID"), "code de prestation, type d'aide", standing::known,
                                    at_least_one, service_codes)
               .or_empty()
               .though("repetition", standing::inferred_medium),
           element<&service::label>(qdt / "Name" | also(ram / "Name"), "libellé", standing::known));

}  // namespace esppadom::inline ESPPADOM_ABI
