// What the compiled library says about itself. A program that was compiled against other headers than the library it
// loaded can find out before it bills anything.
#pragma once

#include <string_view>

#include "esppadom/export.hpp"
#include "esppadom/version.hpp"

namespace esppadom::inline ESPPADOM_ABI {

// The version of the compiled library, "major.minor.patch", for example "0.1.0".
ESPPADOM_API std::string_view library_version() noexcept;

}  // namespace esppadom::inline ESPPADOM_ABI
