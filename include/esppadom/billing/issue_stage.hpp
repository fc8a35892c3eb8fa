// Whether what is issued counts.
#pragma once

#include <cstdint>

#include "esppadom/value/enum_names.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// The stage of a run: a pro forma is shown and changes nothing, a final invoice enters the ledger.
enum class issue_stage : std::uint8_t { pro_forma, final };

template <>
struct enum_names<issue_stage> {
  static constexpr enum_name<issue_stage> items[] = {{issue_stage::pro_forma, "pro_forma"},
                                                     {issue_stage::final, "final"}};
};

}  // namespace esppadom::inline ESPPADOM_ABI
