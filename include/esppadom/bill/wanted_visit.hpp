// Which visits are explained.
#pragma once

#include <functional>
#include <string_view>

#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

/// Whose explanation is wanted: true for (provider, delivery).
using wanted_visit = std::function<bool(std::string_view provider, std::string_view delivery)>;

}  // namespace esppadom::inline ESPPADOM_ABI
